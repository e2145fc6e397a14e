# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Land won from the sea and lost to it, as polygons between an old and a new shoreline."""

from __future__ import annotations

from typing import Sequence

import numpy as np
from qgis.core import QgsGeometry, QgsPointXY

_SNAP = 0.001


def land_gain(
    old: Sequence[np.ndarray],
    new: Sequence[np.ndarray],
    sea_on_right: tuple[bool, bool] = (True, True),
    reach: float = 1000.0,
) -> list[tuple[str, QgsGeometry, float]]:
    """Faces between two shorelines: ("gain" or "loss", polygon, area in m²), in the plane of the lines.

    ``sea_on_right`` says for the old and the new line whether the sea lies on its right, in drawing
    direction.  Ends of the lines are joined straight where they lie within ``reach`` metres of each other.
    """
    before, after = _merged(old), _merged(new)
    edges = [before, after, *_caps(old, new, reach)]
    noded = QgsGeometry.unaryUnion(edges)
    faces = QgsGeometry.polygonize([noded])
    found = []
    for part in faces.asGeometryCollection():
        inside = part.pointOnSurface().asPoint()
        seaward_of_old = _on_sea_side(before, inside, sea_on_right[0])
        seaward_of_new = _on_sea_side(after, inside, sea_on_right[1])
        if part.area() > _SNAP and seaward_of_old != seaward_of_new:
            found.append(("gain" if seaward_of_old else "loss", part, part.area()))
    return found


def _merged(lines: Sequence[np.ndarray]) -> QgsGeometry:
    return QgsGeometry.fromMultiPolylineXY([[QgsPointXY(*p[:2]) for p in line] for line in lines])


def _on_sea_side(line: QgsGeometry, point: QgsPointXY, sea_on_right: bool) -> bool:
    left_of = line.closestSegmentWithContext(point)[3]
    return (left_of > 0) == sea_on_right


def _caps(old: Sequence[np.ndarray], new: Sequence[np.ndarray], reach: float) -> list[QgsGeometry]:
    """Straight joins between the nearest free ends of both."""
    free = [np.asarray(end[:2], float) for line in new for end in (line[0], line[-1])]
    found = []
    for line in old:
        for end in (np.asarray(line[0][:2], float), np.asarray(line[-1][:2], float)):
            nearest = min(free, key=lambda p: float(np.hypot(*(p - end))))
            if _SNAP < np.hypot(*(nearest - end)) <= reach:
                found.append(QgsGeometry.fromPolylineXY([QgsPointXY(*end), QgsPointXY(*nearest)]))
    return found
