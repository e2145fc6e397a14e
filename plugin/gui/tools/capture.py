# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The map tool of all drawing: QGIS's own capture tool, with its snapping, tracing and CAD dock."""

from __future__ import annotations

from typing import Any, Callable, Optional

from qgis.core import QgsGeometry, QgsPointXY, QgsPolygon
from qgis.gui import QgsMapTool, QgsMapToolCapture
from qgis.PyQt.QtCore import Qt, pyqtSignal

from .places import canvas_to_wgs84

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

    def deactivate(self) -> None:
        super().deactivate()
        from qgis.core import QgsProject

        before = QgsProject.instance().mapLayer(self._active_before or "")
        self._active_before = None
        if before is not None:
            self._iface.setActiveLayer(before)

    def cadCanvasReleaseEvent(self, event: Any) -> None:
        if self._kind == POINT:
            if event.button() == Qt.MouseButton.LeftButton:
                self.pointed.emit(canvas_to_wgs84(self.canvas(), event.mapPoint()))
            return
        if event.button() == Qt.MouseButton.LeftButton:
            self.addVertex(event.mapPoint(), event.mapPointMatch())
            self.startCapturing()
        elif event.button() == Qt.MouseButton.RightButton and self.size():
            self._finish()

    def _finish(self) -> None:
        if self.size() < FEWEST[self._kind]:
            self.refused.emit(self.tr("It takes at least {} points.").format(FEWEST[self._kind]))
            return
        if self._kind == POLYGON:
            self.closePolygon()
        curve = self.captureCurve().curveToLine()
        self.stopCapturing()
        if self._kind == LINE:
            geometry = QgsGeometry(curve)
        else:
            surface = QgsPolygon()
            surface.setExteriorRing(curve)
            geometry = QgsGeometry(surface)
        if not geometry.isGeosValid():
            self.refused.emit(self.tr("The outline crosses itself. Draw it again."))
            return
        self.drawn.emit(geometry)
