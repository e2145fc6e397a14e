# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Taking one answer from the map: the tool that was there comes back after it."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsCsException, QgsPointXY
from qgis.gui import QgsMapTool
from qgis.PyQt.QtCore import Qt, pyqtSignal

from ...core.i18n import tr
from ..part import alive
from .places import canvas_to_wgs84


class ToolTurn:
    """The turn of one tool on the canvas; at its end the tool before it is back."""

    def __init__(self, canvas: Any, tool: QgsMapTool) -> None:
        self._canvas, self._tool = canvas, tool
        self._before: Any = None

    def take(self) -> None:
        """Put the tool on the canvas."""
        if self._canvas.mapTool() is not self._tool:
            self._before = self._canvas.mapTool()
            self._canvas.setMapTool(self._tool)

    def end(self) -> None:
        """Give the canvas back, unless somebody has taken another tool meanwhile."""
        before, self._before = self._before, None
        if not alive(self._tool) or self._canvas.mapTool() is not self._tool:
            return
        self._canvas.unsetMapTool(self._tool)
        if alive(before):
            self._canvas.setMapTool(before)


class PickTool(QgsMapTool):
    """Takes one place, from press to release; Escape takes none.

    ``picked`` carries the place in degrees (WGS 84) once the tool before is back; ``refused`` says why a
    click was none.
    """

    picked = pyqtSignal(QgsPointXY)
    refused = pyqtSignal(str)

    def __init__(self, canvas: Any) -> None:
        super().__init__(canvas)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self._turn = ToolTurn(canvas, self)

    def flags(self) -> Any:
        return QgsMapTool.Flag.Transient

    def take(self) -> None:
        """Ask for a place."""
        self._turn.take()

    def give_back(self) -> None:
        """Ask no longer."""
        self._turn.end()

    def canvasPressEvent(self, event: Any) -> None:
        """Nothing: the place is taken when the button is released, and no other tool sees half a click."""

    def canvasReleaseEvent(self, event: Any) -> None:
        if event.button() != Qt.MouseButton.LeftButton:
            return
        try:
            place = canvas_to_wgs84(self.canvas(), self.toMapCoordinates(event.pos()))
        except QgsCsException:
            self.refused.emit(
                tr("PickTool", "This part of the map is nowhere on earth. Zoom in and click again.")
            )
            return
        self._turn.end()
        self.picked.emit(place)

    def keyPressEvent(self, event: Any) -> None:
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            self._turn.end()

    def release(self) -> None:
        """Leave the canvas for good."""
        self._turn.end()
        self.deleteLater()
