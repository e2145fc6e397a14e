# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The curtain: a finished picture of another theme drawn over part of the map.

Only the clip moves while the user drags, so that a frame costs one blit.  After a pan, zoom or turn the last
picture is drawn where it belongs on the new map, until the new one is ready.
"""

from __future__ import annotations

from typing import Any, Optional

from qgis.core import QgsMapSettings
from qgis.gui import QgsMapCanvasItem
from qgis.PyQt.QtCore import QPointF, QRectF, Qt
from qgis.PyQt.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPainterPath, QPen, QPolygonF, QTransform

VERTICAL, HORIZONTAL, SPYGLASS = "vertical", "horizontal", "spyglass"
MODES = (VERTICAL, HORIZONTAL, SPYGLASS)
GRIP = 11.0
LEAST_RADIUS, MOST_RADIUS = 30.0, 800.0


class Curtain(QgsMapCanvasItem):
    """Paints a picture on one side of an edge, or within a circle.

    ``share`` is the edge's place as a share of the width (or height) of the view, ``centre`` and ``radius``
    belong to the spyglass, in pixels of the view.
    """

    def __init__(self, canvas: Any) -> None:
        super().__init__(canvas)
        self.canvas = canvas
        self.mode = VERTICAL
        self.share = 0.5
        self.centre = QPointF(canvas.width() / 2, canvas.height() / 2)
        self.radius = 130.0
        self.captions = ("", "")
        self._picture: Optional[QImage] = None
        self._settings: Optional[QgsMapSettings] = None
        self.frames = 0
        self.setZValue(-1)  # above the map, below rubber bands and markers

    # -- what the part sets --------------------------------------------------------------------------

    def show_picture(self, picture: QImage, settings: QgsMapSettings) -> None:
        """Take a rendered picture and the settings that it was rendered with."""
        self._picture, self._settings = picture, settings
        self.update()

    def has_picture(self) -> bool:
        """True once there is something to show."""
        return self._picture is not None

    def set_mode(self, mode: str) -> None:
        """Vertical edge, horizontal edge or spyglass."""
        self.mode = mode
        self.update()

    def move_to(self, place: QPointF) -> None:
        """Put the edge, or the spyglass, at a place of the view (pixels)."""
        size = self.canvas.size()
        if self.mode == SPYGLASS:
            self.centre = QPointF(place)
        else:
            along = place.x() / size.width() if self.mode == VERTICAL else place.y() / size.height()
            self.share = min(1.0, max(0.0, along))
        self.update()

    def move_by(self, dx: float, dy: float) -> None:
        """Move by pixels."""
        here = self.handle()
        self.move_to(QPointF(here.x() + dx, here.y() + dy))

    def grow(self, factor: float) -> None:
        """Make the spyglass larger or smaller."""
        self.radius = min(MOST_RADIUS, max(LEAST_RADIUS, self.radius * factor))
        self.update()

    def handle(self) -> QPointF:
        """Where the edge is gripped, in pixels of the view."""
        size = self.canvas.size()
        if self.mode == VERTICAL:
            return QPointF(self.share * size.width(), size.height() / 2)
        if self.mode == HORIZONTAL:
            return QPointF(size.width() / 2, self.share * size.height())
        return QPointF(self.centre)

    def is_near(self, place: QPointF) -> bool:
        """True where a press grips the edge."""
        here = self.handle()
        if self.mode == VERTICAL:
            return abs(place.x() - here.x()) <= GRIP
        if self.mode == HORIZONTAL:
            return abs(place.y() - here.y()) <= GRIP
        return False

    def updatePosition(self) -> None:
        """Stay in the frame of the view: placing and turning the picture is done when it is painted."""
        self.setPos(0, 0)
        self.setRotation(0)
        self.update()

    # -- painting ------------------------------------------------------------------------------------

    def boundingRect(self) -> QRectF:
        """The whole view and what a pan brings in."""
        size = self.canvas.size()
        return QRectF(-size.width(), -size.height(), 3 * size.width(), 3 * size.height())

    def paint(self, painter: QPainter, *_args: Any) -> None:
        """Draw picture, edge and captions."""
        if self._picture is None:
            return
        self.frames += 1
        offset = self.canvas.sceneRect().topLeft()  # not zero while the map is being dragged
        painter.save()
        painter.setClipPath(self._clip().translated(offset))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, not self._is_current())
        painter.setTransform(self._placement(), True)
        painter.drawImage(QPointF(0, 0), self._picture)
        painter.restore()
        painter.restore()
        painter.save()
        painter.translate(offset)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._draw_edge(painter)
        painter.restore()

    def _clip(self) -> QPainterPath:
        size, path = self.canvas.size(), QPainterPath()
        if self.mode == VERTICAL:
            path.addRect(QRectF(0, 0, self.share * size.width(), size.height()))
        elif self.mode == HORIZONTAL:
            path.addRect(QRectF(0, 0, size.width(), self.share * size.height()))
        else:
            path.addEllipse(self.centre, self.radius, self.radius)
        return path

    def _is_current(self) -> bool:
        now, then = self.canvas.mapSettings(), self._settings
        return then is not None and now.extent() == then.extent() and now.rotation() == then.rotation()

    def _placement(self) -> QTransform:
        """From the picture's pixels to those of the map as it is now, by three places."""
        if self._settings is None or self._is_current():
            return QTransform()
        size = self._settings.outputSize()
        width, height = size.width(), size.height()
        corners = [(0, 0), (width, 0), (width, height), (0, height)]
        to_map, to_pixel = self._settings.mapToPixel(), self.canvas.getCoordinateTransform()
        placed = []
        for x, y in corners:
            pixel = to_pixel.transform(to_map.toMapCoordinates(x, y))
            placed.append(QPointF(pixel.x(), pixel.y()))
        made = QTransform()
        QTransform.quadToQuad(QPolygonF([QPointF(x, y) for x, y in corners]), QPolygonF(placed), made)
        return made

    def _draw_edge(self, painter: QPainter) -> None:
        size, here = self.canvas.size(), self.handle()
        for colour, width in ((QColor(0, 0, 0, 150), 4.0), (QColor("white"), 2.0)):
            painter.setPen(QPen(colour, width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            if self.mode == VERTICAL:
                painter.drawLine(QPointF(here.x(), 0), QPointF(here.x(), size.height()))
            elif self.mode == HORIZONTAL:
                painter.drawLine(QPointF(0, here.y()), QPointF(size.width(), here.y()))
            else:
                painter.drawEllipse(here, self.radius, self.radius)
        if self.mode != SPYGLASS:
            self._draw_grip(painter, here)
        self._draw_captions(painter, here)

    def _draw_grip(self, painter: QPainter, here: QPointF) -> None:
        painter.setPen(QPen(QColor(0, 0, 0, 150), 1.5))
        painter.setBrush(QColor("white"))
        painter.drawEllipse(here, GRIP, GRIP)
        painter.setPen(QPen(QColor("#333333"), 2.0))
        turned = self.mode == HORIZONTAL
        for side in (-1, 1):
            tip, back = 7.0 * side, 3.0 * side
            for across in (-3.5, 3.5):
                a, b = (
                    (QPointF(0, tip), QPointF(across, back))
                    if turned
                    else (QPointF(tip, 0), QPointF(back, across))
                )
                painter.drawLine(here + a, here + b)

    def _draw_captions(self, painter: QPainter, here: QPointF) -> None:
        metrics = QFontMetricsF(painter.font())
        for text, side in zip(self.captions, (-1, 1)):
            box = metrics.boundingRect(text).adjusted(-7, -3, 7, 3)
            if self.mode == VERTICAL:
                middle = QPointF(here.x() + side * (box.width() / 2 + 12), 24)
            elif self.mode == HORIZONTAL:
                middle = QPointF(box.width() / 2 + 12, here.y() + side * (box.height() / 2 + 12))
            elif side < 0:
                middle = QPointF(here.x(), here.y() - self.radius - box.height())
            else:
                continue
            box.moveCenter(middle)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(255, 255, 255, 215))
            painter.drawRoundedRect(box, 4, 4)
            painter.setPen(QColor("#222222"))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
