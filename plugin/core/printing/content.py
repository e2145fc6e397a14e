# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""What is written on a sheet: titles, key facts, stated against located, sources, notices."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import Any, Optional

from qgis.core import QgsFeatureRequest, QgsRectangle, QgsVectorLayer
from qgis.PyQt.QtGui import QFontDatabase

from ..atlas.layers.labels import KOREAN, LATIN, font_families
from ..atlas.layers.project import stated_rings
from ..atlas.model import City, Figure, Source
from ..atlas.store.store import Atlas
from ..errors import AtlasError
from ..i18n import mark, tr
from .sheet_specs import MapSheet

NO_PUBLISHER = ("not seen", "unnamed compiler")
QUALIFIERS = {
    "about": mark("MapSheet", "c.\u00a0"),
    "at least": "≥\u00a0",
    "at most": "≤\u00a0",
    "more than": ">\u00a0",
}

PRINTED_UNITS = {unit: unit for unit in ("sq km", "sq m", "km", "m", "million t", "MW", "ha")}
"""Units that the label does not name already, as they are printed."""
PRINTED_UNITS["percent"] = "%"

Row = tuple[str, ...]
"""Cells of a table on the sheet: the first says what, the others are figures."""


def has_korean_font() -> bool:
    """Tell whether any installed font claims Korean."""
    return bool(font_families(QFontDatabase.WritingSystem.Korean))


def title_lines(atlas: Atlas, spec: MapSheet, language: str) -> tuple[str, str]:
    """Return the title in the labels' language; beneath, the other one and the reading of the 1940s."""
    known = {city.name: city for city in atlas.rows(City)}
    cities = [known[name] for name in spec.cities if name in known]
    if len(cities) < len(spec.cities):
        raise AtlasError(
            tr("MapSheet", "The atlas has not all the cities of this sheet: {names}.").format(
                names=", ".join(spec.cities)
            )
        )
    in_korean = language == KOREAN and all(city.name_ko for city in cities)
    beneath = []
    for city in cities:
        other = city.name if in_korean else city.name_ko if language != LATIN else None
        old = until_1945(city)
        beneath.append(" · ".join(part for part in (other, old) if part))
    title = " · ".join(city.name_ko or "" for city in cities) if in_korean else spec.title
    return title, "\n".join(beneath)


def until_1945(city: City) -> str:
    """Return the reading of the 1940s with when it was in use, empty where none is known."""
    return tr("MapSheet", "{name} until 1945").format(name=city.name_ja) if city.name_ja else ""


def number(value: float) -> str:
    """Return a figure in groups of three and with no needless digits."""
    return f"{value:,.2f}".rstrip("0").rstrip(".") if value % 1 else f"{value:,.0f}"


def fact(figure: Figure) -> Row:
    """Return one figure as a row: what it is and of when; qualifier, value and unit."""
    if figure.value is None:
        amount = figure.note or tr("MapSheet", "not stated")
    else:
        amount = _qualifier(figure) + number(figure.value)
        if figure.value_high is not None:
            amount += f"–{number(figure.value_high)}"
        if figure.unit in PRINTED_UNITS:
            amount += f"\u00a0{PRINTED_UNITS[figure.unit]}"
    date = figure.date_text or ""
    said = date.casefold() in figure.label.casefold()
    return (figure.label if said else f"{figure.label} ({date})", amount)


def _qualifier(figure: Figure) -> str:
    return tr("MapSheet", QUALIFIERS[figure.qualifier]) if figure.qualifier in QUALIFIERS else ""


def facts(atlas: Atlas, spec: MapSheet) -> list[Row]:
    """Return the key facts as rows, of two cities side by side; what an atlas has not is left out."""
    by_uuid = {figure.uuid: figure for figure in atlas.rows(Figure)}
    found = [by_uuid.get(uuid) for uuid in spec.facts]
    each = len(found) // len(spec.views)
    beside = zip(*(found[start : start + each] for start in range(0, len(found), each or 1)))
    rows: list[Row] = []
    for figures in beside:
        if all(figures):
            cells = [fact(figure) for figure in figures if figure]
            rows.append((cells[0][0], *(cell[1] for cell in cells)))
    if rows and len(spec.views) > 1:
        rows.insert(0, ("", *spec.cities))
    return rows


def stated_located(atlas: Atlas, spec: MapSheet, sites: QgsVectorLayer) -> list[Row]:
    """Return what the sources state of the city's military sites beside what has a published position."""
    rows: list[Row] = [("", tr("MapSheet", "stated"), tr("MapSheet", "located"))]
    for figure in atlas.rows(Figure, city=spec.views[0].city):
        if figure.topic != "defence" or not figure.category:
            continue
        stated = tr("MapSheet", "number not stated")
        if figure.value is not None:
            stated = _qualifier(figure) + number(figure.value)
        located = _located(sites, spec.views[0].city, figure.category)
        rows.append((figure.label.replace("No. ", "No.\u00a0"), stated, str(located)))
    return rows if len(rows) > 1 else []


def _located(sites: QgsVectorLayer, city: str, category: str) -> int:
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry)
    request.setSubsetOfAttributes(["city", "category"], sites.fields())
    return sum(1 for f in sites.getFeatures(request) if f["city"] == city and f["category"] == category)


def counts_in(layer: QgsVectorLayer, field: str, extent: QgsRectangle, condition: str = "") -> Counter:
    """Return how many features of each value of ``field`` lie in ``extent`` (the layer's CRS)."""
    request = QgsFeatureRequest().setFilterRect(extent)
    request.setSubsetOfAttributes([field], layer.fields())
    if condition:
        request.setFilterExpression(condition)
    request.setFlags(QgsFeatureRequest.Flag.NoGeometry | QgsFeatureRequest.Flag.ExactIntersect)
    return Counter(feature[field] for feature in layer.getFeatures(request))


def source_line(atlas: Atlas, used: Iterable[tuple[QgsVectorLayer, QgsRectangle, str]]) -> str:
    """Return the publishers behind what the map shows (layer, extent, condition), most used first."""
    counts: Counter = Counter()
    for layer, extent, condition in used:
        counts += counts_in(layer, "source_uuid", extent, condition)
    titles = {source.uuid: _publisher(source) for source in atlas.rows(Source)}
    named = dict.fromkeys(titles[uuid] for uuid, _count in counts.most_common() if uuid in titles)
    return tr("MapSheet", "Sources: {names}.").format(names="; ".join(named))


def _publisher(source: Source) -> str:
    """Return who published a source, without where a copy of it was read."""
    name = source.publisher or ""
    if not name or name in NO_PUBLISHER:
        name = source.title
    return re.sub(r"\s*\((?:copy\b[^)]*|[^)]*/[^)]*)\)", "", name)


def trace_notice(traces: Optional[QgsVectorLayer], extent: QgsRectangle) -> str:
    """Return the notice for schematic traces in the map, empty when there are none."""
    if traces is None:
        return ""
    request = QgsFeatureRequest().setFilterRect(extent).setFilterExpression("\"fidelity\" = 'schematic'")
    accuracies = [feature["accuracy_m"] for feature in traces.getFeatures(request)]
    known = sorted(value for value in accuracies if isinstance(value, (int, float)))
    if not accuracies:
        return ""
    notice = tr(
        "MapSheet",
        "Lines of 1944–46 that are dashed are SCHEMATIC: drawn from documented facts, "
        "not traced from a sheet.",
    )
    accuracy = tr("MapSheet", "Accuracy unknown, hundreds of metres.")
    if known:
        accuracy = tr("MapSheet", "Accuracy ± {least}–{most} m.").format(
            least=f"{known[0]:.0f}", most=f"{known[-1]:.0f}"
        )
    return f"{notice} {accuracy}"


def coast_note(coast: Optional[QgsVectorLayer], extents: list[QgsRectangle]) -> str:
    """Return what the coast is, and where it ends and QGIS's world map goes on."""
    ends: dict[str, float] = {}
    for feature in coast.getFeatures() if coast is not None else ():
        east = feature.geometry().boundingBox().xMaximum()
        ends[feature["city"]] = max(east, ends.get(feature["city"], east))
    beyond = sorted(
        east for east in ends.values() if any(b.xMinimum() < east < b.xMaximum() for b in extents)
    )
    if not beyond:
        return tr("MapSheet", "Coast: © OpenStreetMap contributors (ODbL), ± 85 m.")
    return tr(
        "MapSheet",
        "Coast: © OpenStreetMap contributors (ODbL), ± 85 m; east of {meridians} QGIS's world map, ± 2 km.",
    ).format(meridians=", ".join(f"{east:g}° E" for east in beyond))


def stated_note(atlas: Atlas, spec: MapSheet) -> str:
    """Return what stands under the table of what is stated and located."""
    lines = [
        tr("MapSheet", "Stated by the sources; located: with a published position, on this map or beyond.")
    ]
    for ring in stated_rings(atlas):
        if ring.city in spec.cities:
            lines.append(
                tr(
                    "MapSheet", "Dashed circle: {radius} km around downtown, within which the source counts."
                ).format(radius=f"{ring.radius_m / 1000:g}")
            )
    return " ".join(lines)


def no_korean_font() -> str:
    """Return what a sheet says where Korean names cannot be drawn."""
    return tr(
        "MapSheet", "No font with Korean letters was found on this computer, so Korean names are left out."
    )


def version() -> str:
    """Return the plugin's version from ``metadata.txt``."""
    from configparser import ConfigParser
    from pathlib import Path

    metadata: Any = ConfigParser(interpolation=None)
    metadata.read(Path(__file__).resolve().parents[3] / "metadata.txt", encoding="utf-8")
    return metadata["general"]["version"]
