# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""What a layer says of itself: map tips and metadata."""

from __future__ import annotations

from qgis.core import QgsBox3d, QgsLayerMetadata, QgsVectorLayer

LICENCE = (
    "Facts with their sources; see the Sources table. Coast: © OpenStreetMap contributors (ODbL). "
    "Compilation: GPL-2.0-or-later."
)

ABSTRACTS = {
    "sites": "Sites of Hamhung and Chongjin. The point of a site is its chosen assertion; all others are in "
    "Assertions. Likelihood (is it that?) and confidence (how good is the evidence?) are two things.",
    "unlocated": "Things known to exist without a published position. They have a clue and never a point.",
    "assertions": "What each source says of each site: position, accuracy, date, likelihood, confidence.",
    "cities": "The two cities; the point is the downtown node that the source gives.",
    "traces": "Roads, railways and coastlines of 1944–46. Schematic traces are drawn from documented "
    "facts, hundreds of metres off; digitized ones come from a georeferenced sheet.",
    "sheets": "Historic map sheets known to exist, with what is known of their scale, datum and extent.",
    "base_coast": "Present coast (± 85 m), © OpenStreetMap contributors, ODbL 1.0.",
    "base_areas": "Land and sea filled from the present coast, © OpenStreetMap contributors, ODbL 1.0.",
    "events": "Dated events of the two cities.",
    "claims": "Statements with a number, bound to what they can be computed from.",
}


def escaped(expression: str) -> str:
    """Return an expression whose text shows as text in HTML, never as markup."""
    for character, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        expression = f"replace({expression}, '{character}', '{entity}')"
    return f"[% {expression} %]"


def _optional(expression: str, before: str, after: str = "") -> str:
    text = f"coalesce(to_string({expression}), '')"
    return f"[% if({text} = '', '', '{before}') %]" + escaped(text) + f"[% if({text} = '', '', '{after}') %]"


MAP_TIPS = {
    "sites": "<b>" + escaped('"name"') + "</b> " + escaped("coalesce(\"name_ko\", '')")
    + "<br>" + escaped("coalesce(represent_value(\"category\"), \"category\")")
    + escaped("if(\"likelihood\" = 'confirmed', '', ', ' || \"likelihood\")")
    + escaped("', confidence ' || \"confidence\"")
    + _optional('round("accuracy_m")', "<br>± ", " m")
    + _optional("if(\"conflicts\" > 0, round(\"conflict_m\"), NULL)", "<br>Disputed: up to ", " m apart")
    + _optional('"begin_text"', "<br>Since ")
    + _optional('represent_value("source_uuid")', "<br><i>", "</i>"),
    "traces": "<b>" + escaped("coalesce(\"name\", \"kind\")") + "</b>"
    + escaped("if(\"fidelity\" = 'schematic', ' — schematic reconstruction, not surveyed', '')")
    + _optional('round("accuracy_m")', "<br>± ", " m") + _optional('"basis"', "<br>"),
    "assertions": "<b>" + escaped('coalesce(represent_value("site_uuid"), \'\')') + "</b>"
    + _optional('represent_value("source_uuid")', "<br>") + _optional('"as_printed"', "<br>as printed: ")
    + _optional('"note"', "<br>"),
    "sheets": "<b>" + escaped('"title"') + "</b>" + _optional('"year"', ", ") + _optional('"warning"', "<br>")
    + _optional('"extent_basis"', "<br>Extent: "),
}  # fmt: skip

DISPLAY = {
    "sites": '"name"', "unlocated": '"name"', "assertions": "coalesce(\"value\", \"as_printed\", \"kind\")",
    "traces": "coalesce(\"name\", \"kind\")", "sheets": '"title"', "cities": '"name"', "events": '"title"',
    "sources": '"title"', "names": '"text"', "figures": '"label"', "claims": '"text"',
    "categories": '"label"',
}  # fmt: skip


def apply(layer: QgsVectorLayer, role: str) -> None:
    """Set the map tip and the display name of a layer."""
    if role in MAP_TIPS:
        layer.setMapTipTemplate(MAP_TIPS[role])
    if role in DISPLAY:
        layer.setDisplayExpression(DISPLAY[role])


def set_metadata(layer: QgsVectorLayer, role: str, atlas_title: str, sources: list[str]) -> None:
    """Fill in the layer's metadata: abstract, licence, sources, extent."""
    metadata = QgsLayerMetadata()
    metadata.setTitle(layer.name())
    metadata.setAbstract(ABSTRACTS.get(role, f"{layer.name()} of {atlas_title}."))
    metadata.setParentIdentifier(atlas_title)
    metadata.setType("dataset")
    metadata.setLanguage("ENG")
    metadata.setLicenses([LICENCE])
    metadata.setRights(sources)
    metadata.setCrs(layer.crs())
    metadata.setEncoding("UTF-8")
    if layer.isSpatial() and not layer.extent().isEmpty():
        spatial = QgsLayerMetadata.SpatialExtent()
        spatial.extentCrs = layer.crs()
        spatial.bounds = QgsBox3d(layer.extent())
        extent = QgsLayerMetadata.Extent()
        extent.setSpatialExtents([spatial])
        metadata.setExtent(extent)
    layer.setMetadata(metadata)
