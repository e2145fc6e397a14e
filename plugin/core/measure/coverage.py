# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""How many rings cover a place: the plane cut into faces by depth, areas on the ellipsoid, the largest gap.

All ring outlines (and that of the area asked about) are noded into one network, its faces are counted once
each at a point inside them, and faces of equal depth are joined.  Nothing is rasterised; what is approximate
is the ring itself, whose chords stay within half a metre of the true circle.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Callable, Optional

import numpy as np
from qgis.core import QgsGeometry, QgsPoint, QgsPointXY

from ..errors import AtlasError, Cancelled
from ..i18n import tr
from .geodesics import WGS84, Array, Geodesic, checked, geodesic_on
from .rings import SAGITTA_M, circle
from .shapes import AzimuthalPlane, polygons, union

TURN = 2.0 * math.pi
FINEST_GAP_M, GAP_STEPS = 1.0, 4000
"""The centre of the largest gap is searched to a 4,000th of the open land's extent, a metre at best."""


@dataclass(frozen=True)
class DepthOfCover:
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

    levels: list[DepthOfCover]
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
        raise AtlasError(
            tr("Measure", "There are no located features to draw rings around."),
            hint=tr("Measure", "Check the input layer."),
        )
    work = _Overlay(AzimuthalPlane(lons, lats, geodesic or geodesic_on(WGS84)), canceled, progress)
    work.draw(lons, lats, radii)
    return work.result(area)


class _Overlay:
    def __init__(
        self, plane: AzimuthalPlane, canceled: Callable[[], bool], progress: Callable[[float], object]
    ) -> None:
        self.plane, self.canceled, self.progress = plane, canceled, progress
        self.discs: list[_Disc] = []

    def draw(self, lons: Array, lats: Array, radii: Array) -> None:
        """Put all rings into the plane."""
        for lon, lat, radius in zip(lons.tolist(), lats.tolist(), radii.tolist()):
            self._pause(20.0 * len(self.discs) / lons.size)
            centre = self.plane.to_plane(lon, lat)
            ring = self.plane.to_plane(*circle(lon, lat, radius, self.plane.geodesic))
            self.discs.append(_Disc((float(centre[0]), float(centre[1])), *ring))

    def result(self, area: Optional[QgsGeometry]) -> Coverage:
        """Return the figures and polygons."""
        within = None if area is None else self.plane.geometry_to_plane(area)
        total = None if within is None else self.plane.area(within)
        if total is not None and total <= 0.0:
            raise AtlasError(
                tr("Measure", "The area has no surface."),
                hint=tr("Measure", "Give a polygon layer as the area."),
            )
        by_depth = self._faces(within)
        levels = []
        for depth in sorted(set(by_depth) - {0}):
            shape = _joined(by_depth[depth])
            size = self.plane.area(shape)
            share = None if total is None else size / total
            levels.append(DepthOfCover(depth, self.plane.geometry_to_ground(shape), size, share))
            self._pause(85.0)
        covered = sum(level.area_m2 for level in levels)
        gap = None if within is None else self._gap(_joined(by_depth.get(0, [])))
        self._pause(100.0)
        return Coverage(levels, covered, total, None if total is None else covered / total, gap)

    def _faces(self, within: Optional[QgsGeometry]) -> dict[int, list[QgsGeometry]]:
        """Return the faces of the network by depth; with an area, those inside it only."""
        outlines = [disc.outline() for disc in self.discs]
        if within is not None:
            outlines.append(QgsGeometry(within.constGet().boundary()))
        network = union(outlines)
        self._pause(50.0)
        faces = QgsGeometry.polygonize([network]).asGeometryCollection()
        inside = [face.pointOnSurface() for face in faces]
        depths = self._depths(*np.array([_xy(point) for point in inside]).reshape(-1, 2).T)
        engine = _engine(within) if within is not None else None
        by_depth: dict[int, list[QgsGeometry]] = {}
        for face, point, depth in zip(faces, inside, depths):
            if engine is None or engine.contains(point.constGet()):
                by_depth.setdefault(int(depth), []).append(face)
        return by_depth

    def _depths(self, x: Array, y: Array) -> Array:
        """Return how many discs hold each of the points."""
        order = np.argsort(x)
        east = x[order]
        depths = np.zeros(x.size, int)
        for number, disc in enumerate(self.discs):
            self._pause(50.0 + 30.0 * number / len(self.discs))
            first, last = np.searchsorted(east, [disc.x.min(), disc.x.max()])
            near = order[first:last]
            near = near[(y[near] >= disc.y.min()) & (y[near] <= disc.y.max())]
            depths[near] += disc.holds(x[near], y[near])
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
            raise Cancelled(tr("Measure", "The coverage"))
        self.progress(percent)


class _Disc:
    """A ring in the plane as a polygon; vertices run clockwise around the centre."""

    def __init__(self, centre: tuple[float, float], x: Array, y: Array) -> None:
        self.centre, self.x, self.y = centre, x, y
        angles = np.arctan2(x - centre[0], y - centre[1])
        self._first = float(angles[0])
        self._angles = np.mod(angles - self._first, TURN)
        # Far from the middle of a wide plane a ring may be bent so much that this no longer holds.
        self._star = bool(np.all(np.diff(self._angles) > 0.0))

    def outline(self) -> QgsGeometry:
        """Return the ring as a closed line."""
        points = [QgsPointXY(*point) for point in zip(self.x.tolist(), self.y.tolist())]
        return QgsGeometry.fromPolylineXY([*points, points[0]])

    def holds(self, x: Array, y: Array) -> Array:
        """Tell which points lie in the polygon: for each the side of the one edge that it looks at."""
        if not self._star:
            return self._holds_anyhow(x, y)
        angles = np.mod(np.arctan2(x - self.centre[0], y - self.centre[1]) - self._first, TURN)
        start = np.searchsorted(self._angles, angles, "right") - 1
        end = (start + 1) % self.x.size
        ax, ay = self.x[start], self.y[start]
        return (self.x[end] - ax) * (y - ay) - (self.y[end] - ay) * (x - ax) <= 0.0

    def _holds_anyhow(self, x: Array, y: Array) -> Array:
        points = self.outline().asPolyline()
        engine = _engine(QgsGeometry.fromPolygonXY([points]))
        return np.array([engine.contains(QgsPoint(*point)) for point in zip(x.tolist(), y.tolist())], bool)


def _xy(point: QgsGeometry) -> tuple[float, float]:
    place = point.asPoint()
    return place.x(), place.y()


def _joined(faces: list[QgsGeometry]) -> Optional[QgsGeometry]:
    """Return faces of one depth as one geometry.

    Across a ring's line the depth changes, so that they meet in points only and need no union; should lines
    of two rings lie upon each other, they do.
    """
    if len(faces) < 2:
        return union(faces)
    whole = QgsGeometry.collectGeometry(faces)
    return whole if whole.isGeosValid() else union(faces)


def _engine(geometry: QgsGeometry):  # noqa: ANN202 (QgsGeometryEngine is not exported on 3.22)
    engine = QgsGeometry.createGeometryEngine(geometry.constGet())
    engine.prepareGeometry()
    return engine
