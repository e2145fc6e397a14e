# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Control points on a canvas: the tool that sets and drags them, their marks, vectors, the live preview."""

from __future__ import annotations

from typing import Any, Callable, Optional

from qgis.core import QgsPointXY
from qgis.gui import QgsMapCanvasItem, QgsMapTool, QgsSnapIndicator
from qgis.PyQt.QtCore import QPointF, QRectF, Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QImage, QPainter, QPen, QPolygonF, QTransform

REACH = 9
GOOD, BAD, OFF, PENDING = "#0072b2", "#d55e00", "#888888", "#c2185b"


class ControlPointTool(QgsMapTool):
    """A click on a free place picks it, a press on a point drags it."""

    picked = pyqtSignal(QgsPointXY)
    dragged = pyqtSignal(int, QgsPointXY)
    dropped = pyqtSignal(int, QgsPointXY)

    def __init__(self, canvas: Any, places: Callable[[], list[QgsPointXY]]) -> None:
        super().__init__(canvas)
        self._places = places
        self._held: Optional[int] = None
        self._snap = QgsSnapIndicator(canvas)
        self.setCursor(Qt.CursorShape.CrossCursor)

    def canvasPressEvent(self, event: Any) -> None:
        """Take hold of a point that is near."""
        self._held = self._near(event.pos()) if event.button() == Qt.MouseButton.LeftButton else None

    def canvasMoveEvent(self, event: Any) -> None:
        """Drag, and show what would be snapped to."""
        place = self._snapped(event)
        if self._held is not None:
            self.dragged.emit(self._held, place)

    def canvasReleaseEvent(self, event: Any) -> None:
        """Drop, or pick a free place."""
        if event.button() != Qt.MouseButton.LeftButton:
            return
        place, held = self._snapped(event), self._held
        self._held = None
        if held is not None:
            self.dropped.emit(held, place)
        else:
            self.picked.emit(place)

    def deactivate(self) -> None:
        """Let go of what is held."""
        self._held = None
        super().deactivate()

    def release(self) -> None:
        """Take the tool off its canvas."""
        self.canvas().unsetMapTool(self)
        self.deleteLater()

    def _snapped(self, event: Any) -> QgsPointXY:
        place = event.snapPoint()
        self._snap.setMatch(event.mapPointMatch())
        return place

    def _near(self, pixel: Any) -> Optional[int]:
        best, least = None, float(REACH**2)
        for index, place in enumerate(self._places()):
            there = self.toCanvasCoordinates(place)
            away = (there.x() - pixel.x()) ** 2 + (there.y() - pixel.y()) ** 2
            if away <= least:
                best, least = index, float(away)
        return best


class ControlPointMarks(QgsMapCanvasItem):
    """Crosses with numbers and, where there are any, vectors to where the fit puts the points."""

    def __init__(self, canvas: Any) -> None:
        super().__init__(canvas)
        self.canvas = canvas
        self._marks: list[tuple[QgsPointXY, str, str, Optional[QgsPointXY]]] = []
        self.pending: Optional[QgsPointXY] = None
        self.times = 1.0
        self.setZValue(50)

    def show_marks(self, marks: list[tuple[QgsPointXY, str, str, Optional[QgsPointXY]]]) -> None:
        """Place, label, colour and, with a vector, where the fit puts the point."""
        self._marks = marks
        self.update()

    def boundingRect(self) -> QRectF:
        """The view and what a pan brings in."""
        size = self.canvas.size()
        return QRectF(-size.width(), -size.height(), 3 * size.width(), 3 * size.height())

    def updatePosition(self) -> None:
        """Stay in the frame of the view."""
        self.setPos(0, 0)
        self.setRotation(0)
        self.update()

    def paint(self, painter: QPainter, *_args: Any) -> None:
        """Draw the marks over everything else."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        places = [(self.toCanvasCoordinates(m[0]), m) for m in self._marks]
        self.times = self._exaggeration(places)
        for here, (_place, label, colour, fitted) in places:
            if fitted is not None:
                self._vector(painter, here, self.toCanvasCoordinates(fitted), colour)
            self._cross(painter, here, label, colour)
        if self.pending is not None:
            self._cross(painter, self.toCanvasCoordinates(self.pending), "?", PENDING)
        if self.times > 1:
            self._caption(painter)

    def _exaggeration(self, places: list) -> float:
        """So that the longest vector is seen: a round factor, named on the map."""
        longest = 0.0
        for here, (_place, _label, _colour, fitted) in places:
            if fitted is not None:
                there = self.toCanvasCoordinates(fitted)
                longest = max(longest, abs(there.x() - here.x()), abs(there.y() - here.y()))
        factors = [f for f in (1, 2, 5, 10, 20, 50, 100, 200, 500) if longest * f <= 60]
        return float(factors[-1]) if factors and longest > 0 else 1.0

    def _cross(self, painter: QPainter, here: QPointF, label: str, colour: str) -> None:
        for pen in (QPen(QColor(255, 255, 255, 220), 4), QPen(QColor(colour), 1.8)):
            painter.setPen(pen)
            painter.drawLine(here + QPointF(-6, 0), here + QPointF(6, 0))
            painter.drawLine(here + QPointF(0, -6), here + QPointF(0, 6))
        for offset, shade in (((8, -5), "#ffffff"), ((7, -6), colour)):
            painter.setPen(QColor(shade))
            painter.drawText(here + QPointF(*offset), label)

    def _vector(self, painter: QPainter, here: QPointF, there: QPointF, colour: str) -> None:
        end = here + (there - here) * self.times
        for pen in (QPen(QColor(255, 255, 255, 200), 4), QPen(QColor(colour), 2)):
            painter.setPen(pen)
            painter.drawLine(here, end)
        painter.setBrush(QColor(colour))
        painter.drawEllipse(end, 2.5, 2.5)

    def _caption(self, painter: QPainter) -> None:
        corner = self.canvas.sceneRect().topLeft() + QPointF(12, 22)
        text = f"residuals × {self.times:g}"
        box = QRectF(painter.fontMetrics().boundingRect(text)).adjusted(-5, -3, 5, 3).translated(corner)
        painter.fillRect(box, QColor(255, 255, 255, 215))
        painter.setPen(QColor("#222222"))
        painter.drawText(corner, text)


class PreviewPicture(QgsMapCanvasItem):
    """The scan, warped to screen size, over the map."""

    def __init__(self, canvas: Any) -> None:
        super().__init__(canvas)
        self.canvas = canvas
        self._image: Optional[QImage] = None
        self._corners: list[QgsPointXY] = []
        self.strength = 0.65
        self.setZValue(-2)

    def show_picture(self, pixels: Any, corners: list[QgsPointXY]) -> None:
        """Take RGBA pixels (rows, columns, 4) and the corners, clockwise from top left."""
        rows, columns = pixels.shape[:2]
        image = QImage(pixels.tobytes(), columns, rows, 4 * columns, QImage.Format.Format_RGBA8888)
        self._image, self._corners = image.copy(), corners  # the copy owns its bytes
        self.update()

    def hide_picture(self) -> None:
        """Show nothing."""
        self._image = None
        self.update()

    def is_shown(self) -> bool:
        """True while there is a picture."""
        return self._image is not None

    def boundingRect(self) -> QRectF:
        """The view and what a pan brings in."""
        size = self.canvas.size()
        return QRectF(-size.width(), -size.height(), 3 * size.width(), 3 * size.height())

    def updatePosition(self) -> None:
        """Stay in the frame of the view."""
        self.setPos(0, 0)
        self.setRotation(0)
        self.update()

    def paint(self, painter: QPainter, *_args: Any) -> None:
        """Draw the picture where its corners lie."""
        if self._image is None:
            return
        width, height = self._image.width(), self._image.height()
        flat = [QPointF(0, 0), QPointF(width, 0), QPointF(width, height), QPointF(0, height)]
        placed = [self.toCanvasCoordinates(corner) for corner in self._corners]
        made = QTransform()
        if QTransform.quadToQuad(QPolygonF(flat), QPolygonF(placed), made):
            painter.setOpacity(self.strength)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            painter.setTransform(made, True)
            painter.drawImage(QPointF(0, 0), self._image)
