# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Two small charts drawn with the palette of the window: the survival curve and the street rose."""

from __future__ import annotations

import math
from typing import Any

from qgis.PyQt.QtCore import QPointF, QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QPainter, QPen, QPolygonF
from qgis.PyQt.QtWidgets import QLabel, QSizePolicy

from ....core.i18n import tr

RAW, CHANCE, NET = "#7f7f7f", "#d55e00", "#0072b2"
THEN, NOW = "#d55e00", "#0072b2"
ON_DARK = {RAW: "#b5b5b5", CHANCE: "#e69f00", NET: "#56b4e9"}
"""What takes the colours' places on a dark ground (all by Okabe and Ito)."""


class _Chart(QLabel):
    """A label, because QGIS's dark themes give the text colour to labels, not to plain widgets."""

    def __init__(self, parent: Any, name: str) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def paintEvent(self, _event: Any) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self.draw(painter)
        painter.end()

    def draw(self, painter: QPainter) -> None:
        """Draw the chart."""

    def ink(self, strength: int = 255) -> QColor:
        """The text colour of the palette, so that dark themes work."""
        colour = QColor(self.palette().color(self.foregroundRole()))
        colour.setAlpha(strength)
        return colour

    def hue(self, colour: str) -> QColor:
        """A colour of the chart that stands out from the ground."""
        return QColor(ON_DARK[colour] if self.ink().lightness() > 128 else colour)


class CurveChart(_Chart):
    """S, S0 and S* over the buffer, with the interval of S*."""

    def __init__(self, parent: Any) -> None:
        super().__init__(parent, "survivalCurve")
        self._curve: list[dict] = []

    def sizeHint(self) -> QSize:
        """Wide and low."""
        return QSize(300, 190)

    def show_curve(self, curve: list[dict]) -> None:
        """Take the rows of the report (shares from 0 to 1, buffers in metres)."""
        self._curve = sorted(curve, key=lambda row: row["buffer"])
        last = self._curve[-1] if self._curve else None
        if last is not None:
            self.setAccessibleDescription(f"S {last['S']:.0%} at {last['buffer']:g} m")
        self.update()

    def draw(self, painter: QPainter) -> None:
        """Axes, interval, three lines, and their names at their ends."""
        box = QRectF(50, 10, self.width() - 88, self.height() - 44)
        most = max([row["buffer"] for row in self._curve] or [50.0])

        def place(buffer: float, share: float) -> QPointF:
            return QPointF(
                box.left() + buffer / most * box.width(), box.bottom() - max(share, 0.0) * box.height()
            )

        self._axes(painter, box, place)
        if not self._curve:
            return
        known = [row for row in self._curve if row.get("low") is not None and row.get("high") is not None]
        band = [place(r["buffer"], r["low"]) for r in known]
        band += [place(r["buffer"], r["high"]) for r in reversed(known)]
        fill = self.hue(NET)
        fill.setAlpha(50)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(fill)
        painter.drawPolygon(QPolygonF(band))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        ends: list[float] = []
        for key, name, colour, width in (
            ("S_star", "S*", NET, 2.6),
            ("S", "S", RAW, 1.6),
            ("S0", "S0", CHANCE, 1.6),
        ):
            points = [place(r["buffer"], r[key]) for r in self._curve if r.get(key) is not None]
            if points:
                painter.setPen(QPen(self.hue(colour), width))
                painter.drawPolyline(QPolygonF(points))
                for point in points:
                    painter.drawEllipse(point, 2.0, 2.0)
                y = points[-1].y()
                while any(abs(y - other) < 12 for other in ends):
                    y += 12
                ends.append(y)
                painter.drawText(QPointF(box.right() + 8, y + 4), name)

    def _axes(self, painter: QPainter, box: QRectF, place: Any) -> None:
        for step in range(5):
            y = box.bottom() - step / 4 * box.height()
            painter.setPen(QPen(self.ink(50), 1))
            painter.drawLine(QPointF(box.left(), y), QPointF(box.right(), y))
            painter.setPen(self.ink())
            cell = QRectF(0, y - 9, box.left() - 6, 18)
            painter.drawText(
                cell, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, f"{25 * step} %"
            )
        drawn = -100.0
        for row in self._curve:
            x = place(row["buffer"], 0).x()
            if x - drawn > 24:
                drawn = x
                cell = QRectF(x - 20, box.bottom() + 2, 40, 16)
                painter.drawText(cell, Qt.AlignmentFlag.AlignCenter, f"{row['buffer']:g}")
        title = QRectF(box.left(), box.bottom() + 17, box.width(), 16)
        painter.drawText(title, Qt.AlignmentFlag.AlignCenter, tr("CurveChart", "buffer (m)"))


class RoseChart(_Chart):
    """Bearings of the streets then and now: each sector's area is its share of the length."""

    def __init__(self, parent: Any) -> None:
        super().__init__(parent, "orientationRose")
        self._roses: dict[str, dict] = {}

    def sizeHint(self) -> QSize:
        """Two roses side by side."""
        return QSize(300, 170)

    def show_roses(self, roses: dict[str, dict]) -> None:
        """Take ``then`` and ``now`` of the report (``shares`` clockwise from north, ``order``)."""
        self._roses = roses
        self.update()

    def draw(self, painter: QPainter) -> None:
        """Both roses at one scale."""
        radius = min(self.width() / 4 - 12, self.height() / 2 - 24)
        most = max([max(rose["shares"]) for rose in self._roses.values() if rose.get("shares")] or [1.0])
        titles = {"then": tr("RoseChart", "then"), "now": tr("RoseChart", "now")}
        for number, (key, colour) in enumerate((("then", THEN), ("now", NOW))):
            middle = QPointF(self.width() * (1 + 2 * number) / 4, radius + 16)
            painter.setPen(QPen(self.ink(60), 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(middle, radius, radius)
            rose = self._roses.get(key)
            if rose:
                self._sectors(painter, middle, radius, rose["shares"], most, self.hue(colour))
            painter.setPen(self.ink())
            painter.drawText(
                QRectF(middle.x() - 12, 0, 24, 15), Qt.AlignmentFlag.AlignCenter, tr("RoseChart", "N")
            )
            title = titles[key]
            if rose:
                text = tr("RoseChart", "{title} · order {value}")
                title = text.format(title=title, value=f"{rose['order']:.2f}")
            box = QRectF(middle.x() - self.width() / 4, middle.y() + radius + 3, self.width() / 2, 18)
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, title)

    def _sectors(
        self,
        painter: QPainter,
        middle: QPointF,
        radius: float,
        shares: list[float],
        most: float,
        colour: QColor,
    ) -> None:
        count = len(shares)
        fill = QColor(colour)
        fill.setAlpha(140)
        painter.setPen(QPen(colour, 1))
        painter.setBrush(fill)
        for number, share in enumerate(shares):
            reach = radius * math.sqrt(share / most)
            ends = [math.radians((number + side) * 360 / count) for side in (-0.5, 0.5)]
            corners = [
                QPointF(middle.x() + reach * math.sin(a), middle.y() - reach * math.cos(a)) for a in ends
            ]
            painter.drawPolygon(QPolygonF([middle, *corners]))
