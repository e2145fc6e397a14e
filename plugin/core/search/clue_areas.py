# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""A clue to where something is, as an area: ring, corridor, surroundings; in degrees, along geodesics."""

from __future__ import annotations

import json
from typing import Any, NamedTuple, Optional

from qgis.core import QgsGeometry, QgsPointXY, QgsRectangle

from ..atlas.model import City, Site, Trace, shipped_uuid
from ..atlas.positions import surroundings
from ..atlas.store.blob import lonlat
from ..atlas.store.store import Atlas
from ..errors import AtlasError
from ..i18n import tr
from ..measure import rings
from ..measure.geodesics import geodesic_on

DISTRICT_M = 5000.0
"""A ward is taken to reach so far round its name where only the name has a position."""
SAGITTA_M = 20.0
"""So far the side of a drawn circle may fall short of it: a clue is no measurement."""


class ClueArea(NamedTuple):
    """An area in EPSG:4326, None where it cannot be drawn, and what it is drawn from or why it is not."""

    area: Optional[QgsGeometry]
    basis: str


def clue_area(atlas: Atlas, site: Site) -> ClueArea:
    """Return the area of a site's clue.  Raises AtlasError for a rule that cannot be read."""
    if not site.clue_rule:
        return ClueArea(None, tr("ClueAreas", "The clue is in words only."))
    try:
        rule = json.loads(site.clue_rule)
        kind = rule["kind"]
        drawer = {"annulus": _annulus, "near": _near, "corridor": _corridor, "district": _district,
                  "city": _city}[kind]  # fmt: skip
        return drawer(atlas, site, rule)
    except (ValueError, LookupError, TypeError) as error:
        raise AtlasError(
            tr("ClueAreas", "The clue of “{site}” cannot be drawn.").format(site=site.name),
            hint=tr("ClueAreas", "Correct its rule."),
            detail=str(error),
        ) from error


def _annulus(atlas: Atlas, _site: Site, rule: dict[str, Any]) -> ClueArea:
    where = lonlat(atlas.rows(City, name=rule["city"])[0].geom)
    low, high = float(rule.get("min_m") or 0.0), float(rule["max_m"])
    area = QgsGeometry.fromPolygonXY([_circle(where, high)] + ([_circle(where, low)] if low > 0.0 else []))
    if low > 0.0:
        text = tr("ClueAreas", "{low} to {high} km from downtown {city}")
    else:
        text = tr("ClueAreas", "up to {high} km from downtown {city}")
    return ClueArea(area, text.format(low=_km(low), high=_km(high), city=rule["city"]))


def _near(atlas: Atlas, _site: Site, rule: dict[str, Any]) -> ClueArea:
    found = atlas.get(Site, shipped_uuid("sites", rule["site"])) or atlas.get(Site, rule["site"])
    if found is None or not found.geom:
        return ClueArea(None, tr("ClueAreas", "“{site}” has no position itself.").format(site=rule["site"]))
    radius = float(rule["radius_m"])
    text = tr("ClueAreas", "up to {radius} km from {site}").format(radius=_km(radius), site=found.name)
    return ClueArea(QgsGeometry.fromPolygonXY([_circle(lonlat(found.geom), radius)]), text)


def _corridor(atlas: Atlas, _site: Site, rule: dict[str, Any]) -> ClueArea:
    """Both sides of the river as it is drawn in the atlas (a corridor of ``width_m`` in all)."""
    half = float(rule["width_m"]) / 2.0
    stem = str(rule["along"])
    river = atlas.get(Site, shipped_uuid("sites", stem))
    names = {stem.split("-")[0].casefold(), (river.name if river else stem).split()[0].casefold()}
    lines = [t for t in atlas.rows(Trace, kind="river") if (t.name or "").split(" ")[0].casefold() in names]
    parts = [_beside(QgsGeometry.fromWkt(line.geom), half) for line in lines if line.geom]
    if parts:
        text = tr("ClueAreas", "within {metres} m of the {river}, as drawn")
        return ClueArea(QgsGeometry.unaryUnion(parts), text.format(metres=f"{half:g}", river=lines[0].name))
    if river is None or not river.geom:
        return ClueArea(None, tr("ClueAreas", "“{river}” is not in the atlas.").format(river=stem))
    text = tr("ClueAreas", "near the label of {river}").format(river=river.name)
    return ClueArea(QgsGeometry.fromPolygonXY([_circle(lonlat(river.geom), half)]), text)


def _beside(line: QgsGeometry, half: float) -> QgsGeometry:
    """Return the corridor as the union of rectangles along the line and circles at its vertices."""
    bulges = []
    for part in line.asMultiPolyline() if line.isMultipart() else [line.asPolyline()]:
        for start, end in zip(part, part[1:]):
            way = geodesic_on().inverse(start.x(), start.y(), end.x(), end.y())
            length = float(way.distance)
            if length <= 0.0:
                continue
            sides = []
            for point, turn in ((start, -90.0), (end, -90.0), (end, 90.0), (start, 90.0)):
                at = geodesic_on().direct(point.x(), point.y(), float(way.azimuth) + turn, half)
                sides.append(QgsPointXY(float(at.lon), float(at.lat)))
            bulges.append(QgsGeometry.fromPolygonXY([[*sides, sides[0]]]))
            bulges.append(QgsGeometry.fromPolygonXY([_circle((end.x(), end.y()), half)]))
    return QgsGeometry.unaryUnion(bulges)


def _district(atlas: Atlas, site: Site, rule: dict[str, Any]) -> ClueArea:
    name = str(rule["name"])
    wanted = name.casefold()
    for found in atlas.rows(Site, category="district") + atlas.rows(Site, category="place"):
        if found.geom and found.name.casefold().startswith(wanted):
            area = QgsGeometry.fromPolygonXY([_circle(lonlat(found.geom), DISTRICT_M)])
            return ClueArea(area, tr("ClueAreas", "around {place}").format(place=found.name))
    text = tr("ClueAreas", "{district}: its bounds are not in the atlas; drawn is the surroundings of {city}")
    return ClueArea(_city(atlas, site, {"city": site.city}).area, text.format(district=name, city=site.city))


def _city(atlas: Atlas, _site: Site, rule: dict[str, Any]) -> ClueArea:
    rows = atlas.rows(City, name=rule["city"])
    box = surroundings(rows[0]) if rows else None
    if box is None:
        return ClueArea(None, tr("ClueAreas", "The city has no surroundings in the atlas."))
    text = tr("ClueAreas", "surroundings of {city}").format(city=rule["city"])
    return ClueArea(QgsGeometry.fromRect(QgsRectangle(*box)), text)


def _circle(where: tuple[float, float], radius: float) -> list[QgsPointXY]:
    """Return a closed geodesic circle round (lon, lat), radius in metres."""
    drawn = rings.ring(*where, radius, sagitta=SAGITTA_M).parts[0]
    return [QgsPointXY(*point) for point in drawn]


def _km(metres: float) -> str:
    return f"{metres / 1000:g}"
