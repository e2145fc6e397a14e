# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The map tool behind measured paths: click, snap, undo the last place, finish with the right button."""

from __future__ import annotations

from typing import Any, Callable, Optional

from qgis.core import (
    QgsPointXY,
    QgsSnappingConfig,
    QgsSnappingUtils,
    QgsTolerance,
    QgsWkbTypes,
)
from qgis.gui import QgsMapToolAdvancedDigitizing, QgsRubberBand, QgsSnapIndicator
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QKeySequence
from qgis.PyQt.QtWidgets import QToolTip

from ...core.measure.geodesics import Geodesic, geodesic_on
from ...core.measure.paths import measure
from ...core.measure.units import System, format_area, format_azimuth, format_distance
from .places import canvas_to_wgs84, wgs84_to_canvas

COLOUR = "#c2185b"
SNAP_PIXELS = 12
STEP_M = 2_000.0
"""A leg longer than this is drawn in steps: it shows the geodesic, not the map's straight line."""


class PathTool(QgsMapToolAdvancedDigitizing):
    """Collects places in degrees; ``finished`` carries them.

    It snaps to what QGIS is set to, and whatever that is to the layer that ``sites`` gives, if any.
    """

    finished = pyqtSignal(list)
    changed = pyqtSignal(list)

    def __init__(self, iface: Any, sites: Optional[Callable[[], Any]] = None) -> None:
        super().__init__(iface.mapCanvas(), iface.cadDockWidget())
        self.closed = False
        self.system = System.METRIC
        self.geodesic: Geodesic = geodesic_on()
        self._sites = sites
        self._snapping = _to_vertices(self)
        self._places: list[tuple[float, float]] = []
        self._band = QgsRubberBand(self.canvas(), QgsWkbTypes.GeometryType.LineGeometry)
        self._band.setColor(QColor(COLOUR))
        self._band.setWidth(2)
        self._snap = QgsSnapIndicator(self.canvas())

    # -- events --------------------------------------------------------------------------------------

    def cadCanvasMoveEvent(self, event: Any) -> None:
        match, here = self._place(event)
        self._snap.setMatch(match)
        self.draw([*self._places, (here.x(), here.y())] if self._places else [])
        if self._places:
            self._say((here.x(), here.y()), event)

    def cadCanvasPressEvent(self, event: Any) -> None:
        """Nothing: a place is taken when the button is released."""

    def cadCanvasReleaseEvent(self, event: Any) -> None:
        if event.button() == Qt.MouseButton.RightButton:
            self.finish()
            return
        _match, place = self._place(event)
        self._places.append((place.x(), place.y()))
        self.changed.emit(list(self._places))
        self.draw(self._places)

    def keyPressEvent(self, event: Any) -> None:
        taken_back = event.matches(QKeySequence.StandardKey.Undo)
        if taken_back or event.key() in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete):
            self.undo_last()
        elif event.key() == Qt.Key.Key_Escape:
            self.reset()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finish()
        else:
            return
        event.ignore()  # or the canvas would also take it

    # -- what it does --------------------------------------------------------------------------------

    def undo_last(self) -> None:
        """Take the last place back."""
        if self._places:
            self._places.pop()
            self.draw(self._places)
            self.changed.emit(list(self._places))

    def finish(self) -> None:
        """Hand the places over."""
        places = list(self._places)
        self.reset()
        if len(places) >= (3 if self.closed else 2):
            self.finished.emit(places)

    def reset(self) -> None:
        """Begin anew."""
        self._places = []
        self._band.reset(QgsWkbTypes.GeometryType.LineGeometry)
        QToolTip.hideText()
        self.changed.emit([])

    def deactivate(self) -> None:
        self.reset()
        super().deactivate()

    def draw(self, places: list[tuple[float, float]]) -> None:
        """Show a path along its geodesics."""
        self._band.reset(QgsWkbTypes.GeometryType.LineGeometry)
        way = [*places, places[0]] if self.closed and len(places) > 2 else places
        for start, end in zip(way, way[1:]):
            for point in _along(start, end):
                self._band.addPoint(wgs84_to_canvas(self.canvas(), point))

    def release(self) -> None:
        """Take the tool's drawings off the map."""
        self.canvas().unsetMapTool(self)
        self.canvas().scene().removeItem(self._band)
        self.deleteLater()

    def _place(self, event: Any) -> tuple[Any, QgsPointXY]:
        """Return what the event snaps to (an invalid match: nothing) and the place in degrees."""
        match, point = event.mapPointMatch(), event.mapPoint()
        layer = self._sites() if self._sites is not None else None
        if not match.isValid() and layer is not None and not self.cadDockWidget().cadEnabled():
            self._snapping.setMapSettings(self.canvas().mapSettings())
            self._snapping.setCurrentLayer(layer)
            match = self._snapping.snapToMap(point)
            point = match.point() if match.isValid() else point
        return match, canvas_to_wgs84(self.canvas(), point)

    def _say(self, here: tuple[float, float], event: Any) -> None:
        leg = self.geodesic.inverse(*self._places[-1], *here)
        way = [*self._places, here]
        total = float(sum(self.geodesic.path_lengths([p[0] for p in way], [p[1] for p in way])))
        text = (
            f"{format_distance(float(leg.distance), self.system)}  {format_azimuth(float(leg.azimuth))}\n"
            f"Σ {format_distance(total, self.system)}"
        )
        if self.closed and len(way) > 2:
            text += f"\n{format_area(measure(way, closed=True, geodesic=self.geodesic).area, self.system)}"
        QToolTip.showText(self.canvas().mapToGlobal(event.pos()), text, self.canvas())


def _to_vertices(parent: Any) -> QgsSnappingUtils:
    """Return snapping to the points of one layer, within a finger's breadth on the screen."""
    config = QgsSnappingConfig()
    config.setEnabled(True)
    config.setMode(QgsSnappingConfig.SnappingMode.ActiveLayer)
    config.setTypeFlag(QgsSnappingConfig.SnappingTypes.VertexFlag)
    config.setTolerance(SNAP_PIXELS)
    config.setUnits(QgsTolerance.UnitType.Pixels)
    utils = QgsSnappingUtils(parent, False)
    utils.setIndexingStrategy(QgsSnappingUtils.IndexingStrategy.IndexHybrid)
    utils.setConfig(config)
    return utils


def _along(
    start: tuple[float, float], end: tuple[float, float], most: Optional[int] = 200
) -> list[QgsPointXY]:
    way = geodesic_on().inverse(*start, *end)
    distance = float(way.distance)
    count = max(1, min(int(distance // STEP_M) + 1, most or 1))
    steps = [distance * part / count for part in range(1, count)]
    between = []
    if steps:
        direct = geodesic_on().direct(*start, way.azimuth, steps)
        between = [QgsPointXY(lon, lat) for lon, lat in zip(direct.lon.tolist(), direct.lat.tolist())]
    return [QgsPointXY(*start), *between, QgsPointXY(*end)]
