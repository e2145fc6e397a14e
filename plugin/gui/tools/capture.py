# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The map tool of all drawing: QGIS's own capture tool, with its snapping, tracing and CAD dock."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Callable, Optional

from qgis.core import QgsCsException, QgsGeometry, QgsPointXY, QgsPolygon
from qgis.gui import QgsMapCanvasTracer, QgsMapTool, QgsMapToolCapture
from qgis.PyQt.QtCore import Qt, pyqtSignal

from ...core.errors import AtlasError
from ...core.i18n import tr
from ..part import disconnect
from .places import bring_into_view, canvas_to_wgs84, wgs84_to_canvas

POINT = QgsMapToolCapture.CaptureMode.CapturePoint
LINE = QgsMapToolCapture.CaptureMode.CaptureLine
POLYGON = QgsMapToolCapture.CaptureMode.CapturePolygon
FEWEST = {LINE: 2, POLYGON: 3}


class CaptureTool(QgsMapToolCapture):
    """Gives points at every click, lines and polygons at the closing right click, all in WGS 84.

    ``layer`` tells the layer that is drawn on; it is the active one as long as the tool is, because the
    capture tool takes its coordinate system from there.
    """

    pointed = pyqtSignal(QgsPointXY)
    drawn = pyqtSignal(QgsGeometry)
    refused = pyqtSignal(str)
    left = pyqtSignal()
    progressed = pyqtSignal()
    """A point came or went."""

    def __init__(self, iface: Any, mode: Any, layer: Callable[[], Any]) -> None:
        super().__init__(iface.mapCanvas(), iface.cadDockWidget(), mode)
        self._iface = iface
        self._kind = mode
        self._layer = layer
        self._active_before: Optional[str] = None

    def flags(self) -> Any:
        # As an editing tool QGIS would take it away from a layer that is not in edit mode.
        return QgsMapTool.Flag.AllowZoomRect

    def activate(self) -> None:
        layer, active = self._layer(), self._iface.activeLayer()
        self._active_before = active.id() if active is not None else None
        if layer is not None:
            self._iface.setActiveLayer(layer)
        super().activate()
        self._iface.currentLayerChanged.connect(self.stay)

    def deactivate(self) -> None:
        disconnect(self._iface.currentLayerChanged, self.stay)
        super().deactivate()
        from qgis.core import QgsProject

        before = QgsProject.instance().mapLayer(self._active_before or "")
        self._active_before = None
        if before is not None:
            self._iface.setActiveLayer(before)

    def cadCanvasReleaseEvent(self, event: Any) -> None:
        if self._kind == POINT:
            if event.button() == Qt.MouseButton.LeftButton:
                self._point(event.mapPoint())
            return
        if event.button() == Qt.MouseButton.LeftButton:
            self.addVertex(event.mapPoint(), event.mapPointMatch())
            self.startCapturing()
            self.progressed.emit()
        elif event.button() == Qt.MouseButton.RightButton and self.size():
            self._finish()

    def points(self) -> list[tuple[float, float]]:
        """Return what is drawn so far: longitudes and latitudes, WGS 84."""
        curve = self.captureCurve().curveToLine()
        return [(point.x(), point.y()) for point in curve.points()]

    def resume(self, points: Sequence[Sequence[float]]) -> None:
        """Go on with a drawing (longitudes and latitudes).  Raises AtlasError while another one is begun."""
        if self.size():
            raise AtlasError(
                tr("CaptureTool", "A drawing is begun already."), hint=tr("CaptureTool", "Finish it first.")
            )
        places = [QgsPointXY(lon, lat) for lon, lat in points]
        if not all(abs(place.x()) <= 180 and abs(place.y()) <= 90 for place in places):
            raise ValueError("a point is nowhere on earth")
        tracer = QgsMapCanvasTracer.tracerForCanvas(self.canvas())
        action = None if tracer is None else tracer.actionEnableTracing()
        if action is not None and action.isChecked():  # else it would look for ways between the points
            action.setChecked(False)
            self._add_all(places)
            action.setChecked(True)
        else:
            self._add_all(places)
        self.startCapturing()
        bring_into_view(self.canvas(), places)
        self.progressed.emit()

    def _add_all(self, places: Sequence[QgsPointXY]) -> None:
        for place in places:
            self.addVertex(wgs84_to_canvas(self.canvas(), place))

    def let_go(self) -> None:
        """Leave the map: the layer goes.  A drawing that is begun goes too, its draft stays."""
        self.stopCapturing()
        self.canvas().unsetMapTool(self)

    def take_back(self) -> None:
        """Take the last point back."""
        self.undo()
        self.progressed.emit()

    def cadCanvasMoveEvent(self, event: Any) -> None:
        before = self.size()
        super().cadCanvasMoveEvent(event)
        if self.size() != before:  # QGIS's streaming draws as the mouse goes
            self.progressed.emit()

    def _point(self, on_map: QgsPointXY) -> None:
        try:
            place = canvas_to_wgs84(self.canvas(), on_map)
        except QgsCsException:
            self.refused.emit(
                tr("CaptureTool", "This part of the map is nowhere on earth. Zoom in and click again.")
            )
            return
        self.pointed.emit(place)

    def keyPressEvent(self, event: Any) -> None:
        """Escape takes the drawn points back first, then puts the tool away."""
        if event.key() == Qt.Key.Key_Escape and not self.size():
            self.left.emit()
            event.accept()
            return
        super().keyPressEvent(event)
        self.progressed.emit()

    def stay(self, layer: Any) -> None:
        """Keep drawing on its own layer: points of another one would have other coordinates."""
        own = self._layer()
        if self.isActive() and self.size() and own is not None and layer is not own:
            self._iface.setActiveLayer(own)
            self.refused.emit(tr("CaptureTool", "Finish the drawing first, or press Esc."))

    def _finish(self) -> None:
        if self.size() < FEWEST[self._kind]:
            self.refused.emit(tr("CaptureTool", "It takes at least %n points.", FEWEST[self._kind]))
            return
        geometry = self._shape()
        if not geometry.isGeosValid():
            self.refused.emit(
                tr("CaptureTool", "The outline crosses itself. Take points back with Backspace and draw on.")
            )
            return
        self.stopCapturing()
        self.drawn.emit(geometry)
        self.progressed.emit()

    def _shape(self) -> QgsGeometry:
        curve = self.captureCurve().curveToLine()
        if self._kind == LINE:
            return QgsGeometry(curve)
        curve.close()
        surface = QgsPolygon()
        surface.setExteriorRing(curve)
        return QgsGeometry(surface)
