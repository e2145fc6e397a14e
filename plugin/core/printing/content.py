# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""What is written on a sheet: titles, key facts, stated against located, sources, notices."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any, Optional

from qgis.core import QgsFeatureRequest, QgsRectangle, QgsVectorLayer
from qgis.PyQt.QtGui import QFontDatabase

from ..atlas.layers.labels import font_families
from ..atlas.model import City, Figure, Source, shipped_uuid
from ..atlas.store import Atlas
from .specs import SheetSpec

NO_KOREAN = "No font with Korean letters was found on this computer, so Korean names are left out."
SCHEMATIC = (
    "Lines of 1944–46 that are dashed are SCHEMATIC: drawn from documented facts, "
    "not traced from a sheet. Accuracy {} m."
)
QUALIFIERS = {
    "about": "about ", "at least": "at least ", "at most": "at most ", "more than": "over ",
}  # fmt: skip


PRINTED_UNITS = ("sq km", "sq m", "km", "m", "percent", "million t", "MW", "ha")
"""Units that the label does not name already."""


def has_korean_font() -> bool:
    """Tell whether any installed font claims Korean."""
    return bool(font_families(QFontDatabase.WritingSystem.Korean))


def title_lines(atlas: Atlas, spec: SheetSpec, korean: bool) -> tuple[str, str]:
    """Return the title and the line beneath it (Korean name and the reading of the 1940s)."""
    beneath = []
    for view in spec.views:
        city = atlas.rows(City, name=view.city)[0]
        parts = [city.name_ko or ""] if korean else []
        if city.name_ja:
            parts.append(f"{city.name_ja} until 1945")
        beneath.append(" · ".join(part for part in parts if part))
    return spec.title, "\n".join(beneath)


def number(value: float) -> str:
    """Return a figure with thin groups and no needless digits."""
    text = f"{value:,.2f}".rstrip("0").rstrip(".") if value % 1 else f"{value:,.0f}"
    return text.replace(",", "\u2009")


def fact_line(figure: Figure) -> str:
    """Return one figure as a line: label, qualifier, value, unit, date."""
    if figure.value is None:
        amount = figure.note or "not stated"
    else:
        amount = QUALIFIERS.get(figure.qualifier, "") + number(figure.value)
        if figure.value_high is not None:
            amount += f"–{number(figure.value_high)}"
    unit = f" {figure.unit}" if figure.unit in PRINTED_UNITS else ""
    date = f" ({figure.date_text})" if figure.date_text else ""
    return f"{figure.label}: {amount}{unit}{date}"


def facts(atlas: Atlas, spec: SheetSpec) -> str:
    """Return the key facts of the sheet's cities; an atlas without them prints none."""
    by_uuid = {figure.uuid: figure for figure in atlas.rows(Figure)}
    found = [by_uuid.get(shipped_uuid("figures", key)) for key in spec.facts]
    blocks = []
    for view in spec.views:
        lines = [fact_line(figure) for figure in found if figure and figure.city == view.city]
        if lines:
            blocks.append("\n".join([view.city, *lines] if len(spec.views) > 1 else lines))
    return "\n\n".join(blocks)


def stated_located(atlas: Atlas, spec: SheetSpec, sites: QgsVectorLayer) -> str:
    """Return what the sources state of the city's military sites beside what has a published position."""
    lines = []
    for figure in atlas.rows(Figure, city=spec.views[0].city):
        if figure.topic != "defence" or not figure.category:
            continue
        stated = (
            "stated" if figure.value is None else QUALIFIERS.get(figure.qualifier, "") + number(figure.value)
        )
        located = _located(sites, spec.views[0].city, figure.category)
        lines.append(f"{figure.label}: {stated} / {located}")
    return "\n".join(lines)


def _located(sites: QgsVectorLayer, city: str, category: str) -> int:
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    request.setSubsetOfAttributes(["city", "category"], sites.fields())
    return sum(1 for f in sites.getFeatures(request) if f["city"] == city and f["category"] == category)


def counts_in(layer: QgsVectorLayer, field: str, extent: QgsRectangle) -> Counter:
    """Return how many features of each value of ``field`` lie in ``extent`` (the layer's CRS)."""
    request = QgsFeatureRequest().setFilterRect(extent)
    request.setSubsetOfAttributes([field], layer.fields())
    request.setFlags(QgsFeatureRequest.Flag.NoGeometry | QgsFeatureRequest.Flag.ExactIntersect)
    return Counter(feature[field] for feature in layer.getFeatures(request))


def source_line(atlas: Atlas, layers: Iterable[tuple[QgsVectorLayer, QgsRectangle]]) -> str:
    """Return the publishers behind what the map shows, most used first."""
    used: Counter = Counter()
    for layer, extent in layers:
        used += counts_in(layer, "source_uuid", extent)
    titles = {source.uuid: source.publisher or source.title for source in atlas.rows(Source)}
    named: list[str] = []
    for uuid, _count in used.most_common():
        name = titles.get(uuid)
        if name and name not in named:
            named.append(name)
    return "Sources: " + "; ".join(named) + "."


def trace_notice(traces: Optional[QgsVectorLayer], extent: QgsRectangle) -> str:
    """Return the notice for schematic traces in the map, empty when there are none."""
    if traces is None:
        return ""
    request = QgsFeatureRequest().setFilterRect(extent).setFilterExpression("\"fidelity\" = 'schematic'")
    accuracies = [feature["accuracy_m"] for feature in traces.getFeatures(request)]
    known = sorted(value for value in accuracies if isinstance(value, (int, float)))
    if not accuracies:
        return ""
    return SCHEMATIC.format(f"± {known[0]:.0f}–{known[-1]:.0f}" if known else "unknown, hundreds of")


def version() -> str:
    """Return the plugin's version from ``metadata.txt``."""
    from configparser import ConfigParser
    from pathlib import Path

    metadata: Any = ConfigParser(interpolation=None)
    metadata.read(Path(__file__).resolve().parents[3] / "metadata.txt", encoding="utf-8")
    return metadata["general"]["version"]
