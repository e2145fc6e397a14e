# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""How many rings cover a place: the plane cut into faces by depth, areas on the ellipsoid, the largest gap.

All ring outlines (and that of the area asked about) are noded into one network, its faces are counted once
each at a point inside them, and faces of equal depth are joined.  Nothing is rasterised; what is approximate
is the ring itself, whose chords stay within half a metre of the true circle.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable, Optional

import numpy as np
from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsSpatialIndex

from ..errors import AtlasError, Cancelled
from .geodesics import WGS84, Array, Geodesic, checked, geodesic_on
from .rings import SAGITTA_M, circle
from .shapes import Plane, polygons, union

FINEST_GAP_M, GAP_STEPS = 1.0, 4000
"""The centre of the largest gap is searched to a 4,000th of the open land's extent, a metre at best."""


@dataclass(frozen=True)
class Level:
    """The places covered by exactly ``depth`` rings: a multipolygon of longitudes and latitudes."""

    depth: int
    geometry: QgsGeometry
    area_m2: float
    share: Optional[float]


@dataclass(frozen=True)
class Gap:
    """The largest circle within the area that no ring reaches into; ``radius`` is right to ``accuracy``."""

    lon: float
    lat: float
    radius: float
    accuracy: float


@dataclass(frozen=True)
class Coverage:
    """Depth of cover.  Shares and gap are None where no area was given; gap also where nothing is open."""

    levels: list[Level]
    covered_m2: float
    area_m2: Optional[float]
    covered_share: Optional[float]
    gap: Optional[Gap]

    def report(self) -> dict:
        """Return the figures as plain data for a JSON report."""
        gap = self.gap and {
            "radius_m": self.gap.radius, "lon": self.gap.lon, "lat": self.gap.lat,
            "accuracy_m": self.gap.accuracy,
            "definition": "largest circle that lies within the area and touches no ring",
        }  # fmt: skip
        return {
            "levels": [{"depth": x.depth, "area_m2": x.area_m2, "share": x.share} for x in self.levels],
            "covered_m2": self.covered_m2, "area_m2": self.area_m2,
            "covered_share": self.covered_share, "largest_gap": gap, "largest_gap_note": self._note(),
            "ring_chord_error_m": SAGITTA_M,
        }  # fmt: skip

    def _note(self) -> str:
        if self.gap is not None:
            return ""
        return "no area was given" if self.area_m2 is None else "no place of the area is without cover"


def coverage(
    lons: object,
    lats: object,
    radii: object,
    area: Optional[QgsGeometry] = None,
    geodesic: Optional[Geodesic] = None,
    canceled: Callable[[], bool] = bool,
    progress: Callable[[float], object] = float,
) -> Coverage:
    """Return the depth of cover of rings (degrees, metres), within ``area`` where it is given.

    ``area`` is a polygon geometry of longitudes and latitudes whose edges are already short (``densified``).
    Raises AtlasError when there is nothing to draw, ``Cancelled`` when asked to stop.
    """
    lons, lats = checked(lons, lats)
    lons, lats, radii = (
        np.ravel(values) for values in np.broadcast_arrays(lons, lats, np.asarray(radii, float))
    )
    if not lons.size:
        raise AtlasError("There are no located features to draw rings around.", hint="Check the input layer.")
    work = _Overlay(Plane(lons, lats, geodesic or geodesic_on(WGS84)), canceled, progress)
    work.draw(lons, lats, radii)
    return work.result(area)


class _Overlay:
    def __init__(
        self, plane: Plane, canceled: Callable[[], bool], progress: Callable[[float], object]
    ) -> None:
        self.plane, self.canceled, self.progress = plane, canceled, progress
        self.discs: list[QgsGeometry] = []

    def draw(self, lons: Array, lats: Array, radii: Array) -> None:
        """Put all rings into the plane."""
        for lon, lat, radius in zip(lons.tolist(), lats.tolist(), radii.tolist()):
            self._pause(20.0 * len(self.discs) / lons.size)
            x, y = self.plane.to_plane(*circle(lon, lat, radius, self.plane.geodesic))
            points = [QgsPointXY(*point) for point in zip(x.tolist(), y.tolist())]
            self.discs.append(QgsGeometry.fromPolygonXY([[*points, points[0]]]))

    def result(self, area: Optional[QgsGeometry]) -> Coverage:
        """Return the figures and polygons."""
        within = None if area is None else self.plane.geometry_to_plane(area)
        total = None if within is None else self.plane.area(within)
        if total is not None and total <= 0.0:
            raise AtlasError("The area has no surface.", hint="Give a polygon layer as the area.")
        by_depth = self._faces(within)
        levels = []
        for depth in sorted(set(by_depth) - {0}):
            shape = union(by_depth[depth])
            size = self.plane.area(shape)
            share = None if total is None else size / total
            levels.append(Level(depth, self.plane.geometry_to_ground(shape), size, share))
            self._pause(85.0)
        covered = sum(level.area_m2 for level in levels)
        gap = None if within is None else self._gap(union(by_depth.get(0, [])))
        self._pause(100.0)
        return Coverage(levels, covered, total, None if total is None else covered / total, gap)

    def _faces(self, within: Optional[QgsGeometry]) -> dict[int, list[QgsGeometry]]:
        """Return the faces of the network by depth; with an area, those inside it only."""
        outlines = [QgsGeometry(disc.constGet().boundary()) for disc in self.discs]
        if within is not None:
            outlines.append(QgsGeometry(within.constGet().boundary()))
        network = union(outlines)
        self._pause(50.0)
        faces = QgsGeometry.polygonize([network]).asGeometryCollection()
        inside = [face.pointOnSurface() for face in faces]
        depths = self._depths(inside)
        engine = _engine(within) if within is not None else None
        by_depth: dict[int, list[QgsGeometry]] = {}
        for face, point, depth in zip(faces, inside, depths):
            if engine is None or engine.contains(point.constGet()):
                by_depth.setdefault(int(depth), []).append(face)
        return by_depth

    def _depths(self, points: list[QgsGeometry]) -> Array:
        """Return how many discs hold each of the points."""
        index = QgsSpatialIndex()
        for number, point in enumerate(points):
            feature = QgsFeature(number)
            feature.setGeometry(point)
            index.addFeature(feature)
        depths = np.zeros(len(points), int)
        for number, disc in enumerate(self.discs):
            self._pause(50.0 + 30.0 * number / len(self.discs))
            engine = _engine(disc)
            for near in index.intersects(disc.boundingBox()):
                depths[near] += engine.contains(points[near].constGet())
        return depths

    def _gap(self, open_land: Optional[QgsGeometry]) -> Optional[Gap]:
        """Return the largest circle in what no ring covers."""
        if open_land is None:
            return None
        box = open_land.boundingBox()
        precision = max(FINEST_GAP_M, max(box.width(), box.height()) / GAP_STEPS)
        centre, reach = None, 0.0
        for polygon in polygons(open_land):
            part = QgsGeometry.fromPolygonXY([[QgsPointXY(x, y) for x, y in zip(*ring)] for ring in polygon])
            point, distance = part.poleOfInaccessibility(precision)
            if distance > reach:
                centre, reach = point.asPoint(), distance
        if centre is None:
            return None
        lon, lat = (
            float(values[0])
            for values in self.plane.to_ground(np.array([centre.x()]), np.array([centre.y()]))
        )
        radius = self._clearance(lon, lat, open_land)
        # The plane stretches lengths across by up to d^2 / 6 R^2 at a distance d from its centre.
        stretch = (np.hypot(centre.x(), centre.y()) + reach) ** 2 / (6.0 * 6.37e6**2)
        return Gap(lon, lat, radius, precision + SAGITTA_M + reach * stretch)

    def _clearance(self, lon: float, lat: float, open_land: QgsGeometry) -> float:
        """Return the true distance from a place to the nearest edge of the open land."""
        nearest = (
            QgsGeometry(open_land.constGet().boundary())
            .nearestPoint(
                QgsGeometry.fromPointXY(QgsPointXY(*(float(v) for v in self.plane.to_plane(lon, lat))))
            )
            .asPoint()
        )
        edge = self.plane.to_ground(np.array([nearest.x()]), np.array([nearest.y()]))
        return float(self.plane.geodesic.distance(lon, lat, *edge)[0])

    def _pause(self, percent: float) -> None:
        if self.canceled():
            raise Cancelled("The coverage")
        self.progress(percent)


def _engine(geometry: QgsGeometry):  # noqa: ANN202 (QgsGeometryEngine is not exported on 3.22)
    engine = QgsGeometry.createGeometryEngine(geometry.constGet())
    engine.prepareGeometry()
    return engine
