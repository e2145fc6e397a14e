# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""What a layer says of itself: map tips and metadata."""

from __future__ import annotations

import html
from enum import Enum
from typing import Callable

from qgis.core import QgsBox3d, QgsLayerMetadata, QgsVectorLayer

from ...i18n import mark, tr
from ...plain_text import unevaluated
from ..store.quoting import expression_text
from ..vocabulary import Confidence, Likelihood, word

LICENCE = mark(
    "LayerMetadata",
    "Facts with their sources; see the Sources table. Coast: © OpenStreetMap contributors (ODbL). "
    "Compilation: GPL-2.0-or-later.",
)

ABSTRACTS = {
    "sites": mark(
        "LayerMetadata",
        "Sites of Hamhung and Chongjin. The point of a site is its chosen assertion; all others are in "
        "Assertions. Likelihood (is it that?) and confidence (how good is the evidence?) are two things.",
    ),
    "unlocated": mark(
        "LayerMetadata",
        "Things known to exist without a published position. They have a clue and never a point.",
    ),
    "assertions": mark(
        "LayerMetadata",
        "What each source says of each site: position, accuracy, date, likelihood, confidence.",
    ),
    "cities": mark("LayerMetadata", "The two cities; the point is the downtown node that the source gives."),
    "traces": mark(
        "LayerMetadata",
        "Roads, railways and coastlines of 1944–46. Schematic traces are drawn from documented "
        "facts, hundreds of metres off; digitized ones come from a georeferenced sheet, "
        "published ones from the source that they name.",
    ),
    "sheets": mark(
        "LayerMetadata",
        "Historic map sheets known to exist, with what is known of their scale, datum and extent.",
    ),
    "base_coast": mark("LayerMetadata", "Present coast (± 85 m), © OpenStreetMap contributors, ODbL 1.0."),
    "base_areas": mark(
        "LayerMetadata", "Land and sea filled from the present coast, © OpenStreetMap contributors, ODbL 1.0."
    ),
    "events": mark("LayerMetadata", "Dated events of the two cities."),
    "claims": mark("LayerMetadata", "Statements with a number, bound to what they can be computed from."),
}


def escaped(expression: str) -> str:
    """Return an expression whose text shows as text in HTML, never as markup."""
    for character, entity in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        expression = f"replace({expression}, '{character}', '{entity}')"
    return f"[% {expression} %]"


def _optional(expression: str, shown: str = "{value}", before: str = "<br>", after: str = "") -> str:
    """Return HTML of ``shown`` (translated, the value at ``{value}``); nothing where there is no value."""
    text = f"coalesce(to_string({expression}), '')"
    start, _value, end = shown.partition("{value}")
    parts = (
        expression_text(before + html.escape(start)),
        escaped(text),
        expression_text(html.escape(end) + after),
    )
    return "[% if({0} = '', '', {1}) %]{2}[% if({0} = '', '', {3}) %]".format(text, *parts)


def _word(column: str, values: type[Enum]) -> str:
    """Return an expression of the word, in the user's language, for a stored value of a list."""
    pairs = ((expression_text(item.value), expression_text(word(item))) for item in values)
    return "CASE {} END".format(" ".join(f'WHEN "{column}" = {value} THEN {shown}' for value, shown in pairs))


def _site_tip() -> str:
    likelihood = _word("likelihood", Likelihood)
    confidence = expression_text(tr("MapTip", "confidence {value}")).replace("{value}", "' || {0} || '")
    disputed = 'if("conflicts" > 0, round("conflict_m"), NULL)'
    return "".join(
        (
            "<b>", escaped('"name"'), "</b> ", escaped("coalesce(\"name_ko\", '')"),
            "<br>", escaped('coalesce(represent_value("category"), "category")'),
            escaped(f"if(\"likelihood\" = 'confirmed', '', ', ' || {likelihood})"),
            escaped("', ' || " + confidence.format(_word("confidence", Confidence))),
            _optional('round("accuracy_m")', tr("MapTip", "± {value} m")),
            _optional(disputed, tr("MapTip", "Disputed: up to {value} m apart")),
            _optional('"begin_text"', tr("MapTip", "Since {value}")),
            _optional('represent_value("source_uuid")', before="<br><i>", after="</i>"),
        )
    )  # fmt: skip


def _trace_tip() -> str:
    schematic = expression_text(" — " + tr("MapTip", "schematic reconstruction, not surveyed"))
    return "".join(
        (
            "<b>", escaped('coalesce("name", "kind")'), "</b>",
            escaped(f"if(\"fidelity\" = 'schematic', {schematic}, '')"),
            _optional('round("accuracy_m")', tr("MapTip", "± {value} m")), _optional('"basis"'),
        )
    )  # fmt: skip


def _assertion_tip() -> str:
    return "".join(
        (
            "<b>", escaped("coalesce(represent_value(\"site_uuid\"), '')"), "</b>",
            _optional('represent_value("source_uuid")'),
            _optional('"as_printed"', tr("MapTip", "as printed: {value}")), _optional('"note"'),
        )
    )  # fmt: skip


def _sheet_tip() -> str:
    return "".join(
        (
            "<b>", escaped('"title"'), "</b>", _optional('"year"', before=", "), _optional('"warning"'),
            _optional('"extent_basis"', tr("MapTip", "Extent: {value}")),
        )
    )  # fmt: skip


MAP_TIPS: dict[str, Callable[[], str]] = {
    "sites": _site_tip, "traces": _trace_tip, "assertions": _assertion_tip, "sheets": _sheet_tip,
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
        layer.setMapTipTemplate(MAP_TIPS[role]())
    if role in DISPLAY:
        layer.setDisplayExpression(DISPLAY[role])


def set_metadata(layer: QgsVectorLayer, role: str, atlas_title: str, sources: list[str]) -> None:
    """Fill in the layer's metadata: abstract, licence, sources, extent."""
    metadata = QgsLayerMetadata()
    metadata.setTitle(layer.name())
    about = tr("LayerMetadata", ABSTRACTS[role]) if role in ABSTRACTS else ""
    general = tr("LayerMetadata", "{layer} of {atlas}.").format(layer=layer.name(), atlas=atlas_title)
    metadata.setAbstract(about or general)
    metadata.setParentIdentifier(atlas_title)
    metadata.setType("dataset")
    metadata.setLanguage("ENG")
    metadata.setLicenses([tr("LayerMetadata", LICENCE)])
    metadata.setRights([unevaluated(title) for title in sources])
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
