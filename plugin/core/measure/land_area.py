# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""How much land there is around a place."""

from __future__ import annotations

from typing import Any

import numpy as np
from osgeo import ogr

from ..atlas.model import BaseArea
from ..atlas.store.store import Atlas
from .geodesics import geodesic_on

SIDES = 720
"""Vertices of the circle that land is cut with: 1.3 parts in 100,000 short of its area."""


def land_within(atlas: Atlas, city: str, lon: float, lat: float, radius: float) -> float:
    """Return the land within a geodesic radius (m) of a place, m² on WGS 84.

    Of the atlas's own generalised land around the city; all of the circle where it has none.
    """
    ring = geodesic_on().direct(lon, lat, np.linspace(360.0, 0.0, SIDES, endpoint=False), radius)
    circle = _polygon(ring.lon.tolist(), ring.lat.tolist())
    lands = [row.geom for row in atlas.rows(BaseArea, city=city, kind="land") if row.geom]
    if not lands:
        return geodesic_on().area_and_perimeter(ring.lon, ring.lat)[0]
    return sum(_area(circle.Intersection(ogr.CreateGeometryFromWkt(land))) for land in lands)


def _polygon(lons: list[float], lats: list[float]) -> Any:
    ring = ogr.Geometry(ogr.wkbLinearRing)
    for lon, lat in zip(lons, lats):
        ring.AddPoint_2D(lon, lat)
    ring.CloseRings()
    polygon = ogr.Geometry(ogr.wkbPolygon)
    polygon.AddGeometry(ring)
    return polygon


def _area(geometry: Any) -> float:
    """Return the geodesic area of the polygons in a geometry, holes taken off."""
    if geometry is None or geometry.IsEmpty():
        return 0.0
    if geometry.GetGeometryName() == "LINEARRING":
        points = np.array(geometry.GetPoints())
        return geodesic_on().area_and_perimeter(points[:-1, 0], points[:-1, 1])[0]
    parts = [geometry.GetGeometryRef(i) for i in range(geometry.GetGeometryCount())]
    if geometry.GetGeometryName() == "POLYGON":
        return _area(parts[0]) - sum(_area(hole) for hole in parts[1:])
    return sum(_area(part) for part in parts)
