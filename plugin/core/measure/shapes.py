# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Between geodesy and QGIS's geometry: rings as polygons, and a plane in which polygons can be overlaid.

The plane is the azimuthal equidistant one of the ellipsoid about a centre, made by the exact geodesics
themselves (distance and azimuth from the centre as polar coordinates).  It goes there and back to a few
nanometres, has no seam at the antimeridian or a pole, and lines keep their crossings, so that an overlay made
in it is one made on the ellipsoid; areas and distances are measured on the ellipsoid, not in it.
"""

from __future__ import annotations

import math
from typing import Any, Optional

import numpy as np
from qgis.core import QgsGeometry, QgsPointXY, QgsRectangle, QgsWkbTypes

from ..errors import AtlasError
from ..i18n import tr
from .geodesics import Array, Geodesic
from .rings import Ring

FARTHEST_M = 15_000_000.0
"""How far from its centre the plane is used: towards the antipode it would tear."""

Vertices = tuple[Array, Array]
Polygon = list[Vertices]
"""Outer ring and holes."""


def ring_geometry(ring: Ring) -> QgsGeometry:
    """Return a ring as a multipolygon in longitude and latitude."""
    return QgsGeometry.fromMultiPolygonXY([[[QgsPointXY(x, y) for x, y in part]] for part in ring.parts])


class AzimuthalPlane:
    """The azimuthal equidistant plane of an ellipsoid about the middle of some points."""

    def __init__(self, lons: Array, lats: Array, geodesic: Geodesic) -> None:
        self.geodesic = geodesic
        lam, phi = np.radians(lons), np.radians(lats)
        x, y = np.mean(np.cos(phi) * np.cos(lam)), np.mean(np.cos(phi) * np.sin(lam))
        self.lon = math.degrees(math.atan2(y, x))
        self.lat = math.degrees(math.atan2(np.mean(np.sin(phi)), math.hypot(x, y)))

    def to_plane(self, lons: object, lats: object) -> Vertices:
        """Return plane coordinates in metres.  Raises AtlasError for what lies too far from the centre."""
        found = self.geodesic.inverse(self.lon, self.lat, lons, lats)
        if found.distance.size and found.distance.max() > FARTHEST_M:
            raise AtlasError(
                tr("Measure", "The features lie all around the Earth."),
                hint=tr("Measure", "Select features of one part of the world."),
            )
        angle = np.radians(np.nan_to_num(found.azimuth))
        return found.distance * np.sin(angle), found.distance * np.cos(angle)

    def to_ground(self, x: Any, y: Any) -> Vertices:
        """Return longitudes and latitudes of plane coordinates."""
        end = self.geodesic.direct(self.lon, self.lat, np.degrees(np.arctan2(x, y)), np.hypot(x, y))
        return end.lon, end.lat

    def geometry_to_plane(self, geometry: QgsGeometry) -> QgsGeometry:
        """Return a polygon geometry of longitudes and latitudes in the plane."""
        moved = [[self.to_plane(*ring) for ring in polygon] for polygon in polygons(geometry)]
        return _valid(_from_polygons(moved))

    def geometry_to_ground(self, geometry: QgsGeometry) -> QgsGeometry:
        """Return a polygon geometry of the plane in longitude and latitude, cut at the antimeridian."""
        found = polygons(geometry)
        parts = [self._ground_polygon(*pair) for pair in zip(found, self._on_ground(found))]
        whole = parts[0] if len(parts) == 1 else QgsGeometry.collectGeometry(_single(parts))
        if not whole.isGeosValid():
            # At the tips of slivers near a pole an edge's bend can make two edges cross.
            whole = _from_polygons(polygons(whole.makeValid()))
        whole.convertToMultiType()
        return whole

    def area(self, geometry: QgsGeometry) -> float:
        """Return the area on the ellipsoid, square metres, of a polygon geometry of the plane."""
        total = 0.0
        for outer, *holes in self._on_ground(polygons(geometry)):
            total += self.geodesic.area_and_perimeter(*outer)[0]
            total -= sum(self.geodesic.area_and_perimeter(*hole)[0] for hole in holes)
        return total

    def _on_ground(self, found: list[Polygon]) -> list[Polygon]:
        """Return polygons of the plane as longitudes and latitudes, all vertices in one go."""
        rings = [ring for polygon in found for ring in polygon]
        if not rings:
            return []
        lons, lats = self.to_ground(*(np.concatenate(values) for values in zip(*rings)))
        cuts = np.cumsum([len(x) for x, _y in rings])[:-1]
        moved = iter(zip(np.split(lons, cuts), np.split(lats, cuts)))
        return [[next(moved) for _ring in polygon] for polygon in found]

    def _pole_in(self, x: Array, y: Array) -> float:
        """Return the latitude of the pole that a ring of the plane holds, should it hold one."""
        north = math.copysign(90.0, self.lat)
        # The other pole may lie beyond what the plane shows: the ring then holds the near one.
        near = QgsPointXY(*(float(value) for value in self.to_plane(0.0, north)))
        return north if _from_polygons([[(x, y)]]).contains(near) else -north

    def _ground_polygon(self, plane: Polygon, ground: Polygon) -> QgsGeometry:
        if all(np.ptp(lons) < 180.0 for lons, _lats in ground):
            return _from_polygons([ground])
        flat = [_unrolled(*there, self._pole_in(*here)) for here, there in zip(plane, ground)]
        lons = flat[0][0]
        if len(lons) and lons.min() >= -180.0 and lons.max() <= 180.0:
            return _from_polygons([flat])
        shape = _valid(_from_polygons([flat[:1]]))
        for hole_lons, hole_lats in flat[1:]:
            turn = 360.0 * round((float(np.mean(lons)) - float(np.mean(hole_lons))) / 360.0)
            shape = shape.difference(_valid(_from_polygons([[(hole_lons + turn, hole_lats)]])))
        return _cut(shape)


def polygons(geometry: QgsGeometry) -> list[Polygon]:
    """Return the polygons of a geometry as vertex arrays (its lines and points are left out)."""
    found = []
    for part in geometry.asGeometryCollection():
        if part.type() == QgsWkbTypes.GeometryType.PolygonGeometry:
            nested = part.asMultiPolygon() if part.isMultipart() else [part.asPolygon()]
            found += [[_arrays(ring) for ring in polygon] for polygon in nested if polygon]
    return found


def _arrays(ring: list[QgsPointXY]) -> Vertices:
    return np.array([point.x() for point in ring]), np.array([point.y() for point in ring])


def _from_polygons(found: list[Polygon]) -> QgsGeometry:
    return QgsGeometry.fromMultiPolygonXY(
        [[[QgsPointXY(x, y) for x, y in zip(*ring)] for ring in polygon] for polygon in found]
    )


def _valid(geometry: QgsGeometry) -> QgsGeometry:
    return geometry if geometry.isGeosValid() else geometry.makeValid()


def _unrolled(lons: Array, lats: Array, pole: float) -> Vertices:
    """Return a closed ring with continuous longitudes; one around a pole is closed over its latitude."""
    steps = np.diff(lons)
    turns = np.concatenate(
        [[0.0], np.cumsum(np.where(steps > 180.0, -360.0, np.where(steps < -180.0, 360.0, 0)))]
    )
    lons = lons + turns
    if abs(lons[-1] - lons[0]) > 180.0:
        lons = np.concatenate([lons, [lons[-1], lons[0], lons[0]]])
        lats = np.concatenate([lats, [pole, pole, lats[0]]])
    return lons, lats


def _cut(shape: QgsGeometry) -> QgsGeometry:
    """Return a shape of unrolled longitudes cut at the antimeridian, each piece within -180 and 180."""
    pieces = []
    for turn in (-720.0, -360.0, 0.0, 360.0, 720.0):
        window = QgsGeometry.fromRect(QgsRectangle(turn - 180.0, -90.0, turn + 180.0, 90.0))
        piece = shape.intersection(window)
        if piece.isEmpty():
            continue
        piece.translate(-turn, 0.0)
        pieces.append(piece)
    # Around a pole the pieces meet again where the ring began: joined, that seam is gone.
    return _from_polygons(polygons(QgsGeometry.unaryUnion(pieces)))


def _single(parts: list[QgsGeometry]) -> list[QgsGeometry]:
    return [single for part in parts for single in part.asGeometryCollection()]


def densified(geometry: QgsGeometry, pieces: int = 200) -> QgsGeometry:
    """Return a geometry whose edges are short against its size, so that they keep their course when moved."""
    box = geometry.boundingBox()
    length = max(box.width(), box.height()) / pieces
    return geometry.densifyByDistance(length) if length > 0.0 else QgsGeometry(geometry)


def union(geometries: list[QgsGeometry]) -> Optional[QgsGeometry]:
    """Return the union, None of nothing.  Raises AtlasError when GEOS cannot make it."""
    if not geometries:
        return None
    whole = QgsGeometry.unaryUnion(geometries)
    if whole.isNull():
        raise AtlasError(tr("Measure", "The polygons could not be united."), detail=whole.lastError())
    return whole
