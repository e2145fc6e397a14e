# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""A clue to where something is, as an area: ring, corridor, surroundings; in degrees, along geodesics."""

from __future__ import annotations

import json
from typing import Any, Optional

import numpy as np
from qgis.core import QgsGeometry, QgsPointXY, QgsRectangle

from ..atlas.model import City, Site, Trace, shipped_uuid
from ..atlas.positions import surroundings
from ..atlas.store.blob import lonlat
from ..errors import AtlasError
from ..measure.geodesics import geodesic_on

STEPS = 180
DISTRICT_M = 5000.0
"""A ward is taken to reach so far round its name where only the name has a position."""


def area(atlas: Any, site: Site) -> tuple[Optional[QgsGeometry], str]:
    """Return the area of a site's clue (EPSG:4326, None where it cannot be drawn) and what it is drawn from.

    Raises AtlasError for a rule that cannot be read.
    """
    if not site.clue_rule:
        return None, "The clue is in words only."
    try:
        rule = json.loads(site.clue_rule)
        kind = rule["kind"]
        drawer = {"annulus": _annulus, "near": _near, "corridor": _corridor, "district": _district,
                  "city": _city}[kind]  # fmt: skip
        return drawer(atlas, site, rule)
    except (ValueError, KeyError, TypeError) as error:
        raise AtlasError(
            f"The clue of “{site.name}” cannot be drawn.", hint="Correct its rule.", detail=str(error)
        ) from error


def _annulus(atlas: Any, _site: Site, rule: dict) -> tuple[Optional[QgsGeometry], str]:
    lon, lat = _city_point(atlas, rule["city"])
    low, high = float(rule.get("min_m") or 0.0), float(rule["max_m"])
    outer = ring(lon, lat, high)
    rings = [outer] if low <= 0.0 else [outer, ring(lon, lat, low)]
    text = f"{low / 1000:g} to {high / 1000:g} km" if low > 0 else f"up to {high / 1000:g} km"
    return QgsGeometry.fromPolygonXY(rings), f"{text} from downtown {rule['city']}"


def _near(atlas: Any, _site: Site, rule: dict) -> tuple[Optional[QgsGeometry], str]:
    found = atlas.get(Site, shipped_uuid("sites", rule["site"])) or atlas.get(Site, rule["site"])
    if found is None or not found.geom:
        return None, f"“{rule['site']}” has no position itself."
    radius = float(rule["radius_m"])
    polygon = QgsGeometry.fromPolygonXY([ring(*lonlat(found.geom), radius)])
    return polygon, f"up to {radius / 1000:g} km from {found.name}"


def _corridor(atlas: Any, _site: Site, rule: dict) -> tuple[Optional[QgsGeometry], str]:
    """Both sides of the river as it is drawn in the atlas (a corridor of ``width_m`` in all)."""
    half = float(rule["width_m"]) / 2.0
    stem = str(rule["along"])
    river = atlas.get(Site, shipped_uuid("sites", stem))
    names = {stem.split("-")[0].casefold(), (river.name if river else stem).split()[0].casefold()}
    lines = [t for t in atlas.rows(Trace, kind="river") if (t.name or "").split(" ")[0].casefold() in names]
    parts = [_beside(QgsGeometry.fromWkt(line.geom), half) for line in lines if line.geom]
    if parts:
        return QgsGeometry.unaryUnion(parts), f"within {half:g} m of the {lines[0].name}, as drawn"
    if river is None or not river.geom:
        return None, f"“{stem}” is not in the atlas."
    return QgsGeometry.fromPolygonXY([ring(*lonlat(river.geom), half)]), f"near the label of {river.name}"


def _beside(line: QgsGeometry, half: float) -> QgsGeometry:
    """Return the corridor as the union of rings along the line, closer together than they are wide."""
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
            bulges.append(QgsGeometry.fromPolygonXY([ring(end.x(), end.y(), half)]))
    return QgsGeometry.unaryUnion(bulges)


def _district(atlas: Any, site: Site, rule: dict) -> tuple[Optional[QgsGeometry], str]:
    name = str(rule["name"])
    wanted = name.casefold()
    for found in atlas.rows(Site, category="district") + atlas.rows(Site, category="place"):
        if found.geom and found.name.casefold().startswith(wanted):
            polygon = QgsGeometry.fromPolygonXY([ring(*lonlat(found.geom), DISTRICT_M)])
            return polygon, f"round {found.name}"
    geometry, _text = _city(atlas, site, {"city": site.city})
    return geometry, f"{name}: its bounds are not in the atlas; drawn is the surroundings of {site.city}"


def _city(atlas: Any, _site: Site, rule: dict) -> tuple[Optional[QgsGeometry], str]:
    rows = atlas.rows(City, name=rule["city"])
    box = surroundings(rows[0]) if rows else None
    if box is None:
        return None, "The city has no surroundings in the atlas."
    return QgsGeometry.fromRect(QgsRectangle(*box)), f"surroundings of {rule['city']}"


def _city_point(atlas: Any, name: str) -> tuple[float, float]:
    return lonlat(atlas.rows(City, name=name)[0].geom)


def ring(lon: float, lat: float, radius: float) -> list[QgsPointXY]:
    """Return a closed geodesic circle, radius in metres."""
    azimuths = np.linspace(0.0, 360.0, STEPS, endpoint=False)
    ends = geodesic_on().direct(lon, lat, azimuths, radius)
    points = [QgsPointXY(x, y) for x, y in zip(ends.lon.tolist(), ends.lat.tolist())]
    return [*points, points[0]]
