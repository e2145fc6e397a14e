# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Places and lines pointed out on the map for as long as something is chosen in a list."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Optional

from qgis.core import QgsPointXY, QgsRectangle, QgsWkbTypes
from qgis.gui import QgsRubberBand, QgsVertexMarker
from qgis.PyQt.QtGui import QColor

from ..part import alive
from .places import wgs84_to_canvas

COLOUR = "#c2185b"
OLD_COLOUR = "#777777"
Point = tuple[float, float]


class Marks:
    """Rings around places and lines between them, given in degrees (WGS 84)."""

    def __init__(self, canvas: Any) -> None:
        self._canvas = canvas
        self._points = QgsRubberBand(canvas, QgsWkbTypes.GeometryType.PointGeometry)
        self._points.setIcon(QgsRubberBand.IconType.ICON_CIRCLE)
        self._points.setIconSize(14)
        self._lines = QgsRubberBand(canvas, QgsWkbTypes.GeometryType.LineGeometry)
        for band in (self._points, self._lines):
            band.setColor(QColor(COLOUR))
            band.setWidth(2)
        self._points.setFillColor(QColor(0, 0, 0, 0))  # after setColor, which sets both
        self.places: list[QgsPointXY] = []
        """The marked places in the map's coordinates."""

    def show(self, points: Iterable[Point], lines: Iterable[Sequence[Point]] = ()) -> None:
        """Mark other places."""
        self.clear()
        for point in points:
            place = wgs84_to_canvas(self._canvas, QgsPointXY(*point))
            self.places.append(place)
            self._points.addPoint(place)
        for part, line in enumerate(lines):
            for point in line:
                place = wgs84_to_canvas(self._canvas, QgsPointXY(*point))
                self.places.append(place)
                self._lines.addPoint(place, True, part)

    def clear(self) -> None:
        """Mark nothing."""
        self.places = []
        self._points.reset(QgsWkbTypes.GeometryType.PointGeometry)
        self._lines.reset(QgsWkbTypes.GeometryType.LineGeometry)

    def in_view(self) -> bool:
        """Tell whether all marked places are in the map's extent."""
        extent = self._canvas.extent()
        return all(extent.contains(place) for place in self.places)

    def zoom(self) -> None:
        """Bring all marked places into view, with a margin."""
        if not self.places:
            return
        box = QgsRectangle(self.places[0], self.places[0])
        for place in self.places[1:]:
            box.combineExtentWith(place.x(), place.y())
        if max(box.width(), box.height()) > 0:
            box.scale(1.6)
            self._canvas.setExtent(box)
        else:
            self._canvas.setCenter(self.places[0])
        self._canvas.refresh()

    def release(self) -> None:
        """Take the marks off the map for good."""
        for band in (self._points, self._lines):
            self._canvas.scene().removeItem(band)


class PositionMarks:
    """Where a site is to stand, and where it stood: two crosses on the map, given in degrees (WGS 84)."""

    def __init__(self, canvas: Any) -> None:
        self._canvas = canvas
        self._old: Any = None
        self._new: Any = None

    def show_old(self, place: Optional[Point]) -> None:
        """Mark where it stood (None: nowhere), and forget the new place."""
        self.clear()
        if place is not None:
            self._old = self._mark(place, QgsVertexMarker.IconType.ICON_X, OLD_COLOUR)

    def show_new(self, place: Optional[Point]) -> None:
        """Mark where it is to stand (None: not known yet)."""
        self._remove(self._new)
        self._new = None
        if place is not None:
            self._new = self._mark(place, QgsVertexMarker.IconType.ICON_CROSS, COLOUR)

    def clear(self) -> None:
        """Mark nothing."""
        for marker in (self._old, self._new):
            self._remove(marker)
        self._old = self._new = None

    def _mark(self, place: Point, icon: Any, colour: str) -> Any:
        marker = QgsVertexMarker(self._canvas)
        marker.setIconType(icon)
        marker.setColor(QColor(colour))
        marker.setIconSize(18)
        marker.setPenWidth(3)
        marker.setCenter(wgs84_to_canvas(self._canvas, QgsPointXY(*place)))
        return marker

    def _remove(self, marker: Any) -> None:
        if alive(marker):
            self._canvas.scene().removeItem(marker)
