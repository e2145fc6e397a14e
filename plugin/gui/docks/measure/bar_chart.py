# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""A bar chart of two cities: for each quantity a pair of bars, the longer one as long as there is room."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Optional

from qgis.PyQt.QtCore import QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor, QFontMetrics, QPainter
from qgis.PyQt.QtWidgets import QSizePolicy, QWidget

from ....core.i18n import tr

COLOURS = ("#0072b2", "#bf5300")
"""Distinguishable with every colour vision (Okabe and Ito's blue, and a dark orange)."""
MOST = 12

Bar = tuple[str, tuple[float, float], tuple[str, str]]
"""Quantity, the two numbers, and how they are written."""


class PairChart(QWidget):
    """Pairs of horizontal bars with a legend; numbers are written at their ends."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName("citiesChart")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._cities = ("", "")
        self.bars: list[Bar] = []

    def show_bars(self, cities: tuple[str, str], bars: Sequence[Bar]) -> None:
        """Show other bars (the first dozen)."""
        self._cities, self.bars = cities, list(bars)[:MOST]
        spoken = "; ".join(f"{name}: {texts[0]}, {texts[1]}" for name, _pair, texts in self.bars)
        self.setAccessibleName(
            tr("PairChart", "Bar chart of {first} and {second}").format(first=cities[0], second=cities[1])
        )
        self.setAccessibleDescription(spoken)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Two lines a quantity, one for the legend."""
        lines = 2 * len(self.bars) + 1.5 if self.bars else 0
        return QSize(260, int(lines * self._line()))

    def minimumSizeHint(self) -> QSize:
        """Room for the legend and three quantities; those that do not fit are left out."""
        return QSize(160, int(7.5 * self._line()))

    def _line(self) -> float:
        return self.fontMetrics().height() * 0.95

    def paintEvent(self, _event: Any) -> None:
        """Draw legend and bars."""
        if not self.bars:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics, line = self.fontMetrics(), self._line()
        label = min(self.width() * 0.5, max(metrics.horizontalAdvance(bar[0]) for bar in self.bars) + 8)
        number = max(metrics.horizontalAdvance(text) for bar in self.bars for text in bar[2]) + 6
        room = max(20.0, self.width() - label - number - 6)
        self._legend(painter, label, line)
        top = 1.3 * line
        fitting = max(1, int((self.height() - top) // (2 * line)))
        for name, pair, texts in self.bars[:fitting]:
            self._name(painter, metrics, name, QRectF(0, top, label - 6, 2 * line))
            longest = max(pair) or 1.0
            for which in (0, 1):
                bar = QRectF(
                    label, top + which * line * 0.9 + 1, room * pair[which] / longest, line * 0.9 - 2
                )
                painter.fillRect(bar, QColor(COLOURS[which]))
                painter.setPen(self.palette().color(self.foregroundRole()))
                place = QRectF(bar.right() + 3, bar.top() - 2, number, bar.height() + 4)
                painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), texts[which])
            top += 2 * line
        painter.end()

    def _legend(self, painter: QPainter, left: float, line: float) -> None:
        widths = [line * 0.6 + self.fontMetrics().horizontalAdvance(city) + 22 for city in self._cities]
        left = max(0.0, min(left, self.width() - sum(widths)))
        for which, city in enumerate(self._cities):
            painter.fillRect(QRectF(left, line * 0.2, line * 0.6, line * 0.6), QColor(COLOURS[which]))
            painter.setPen(self.palette().color(self.foregroundRole()))
            width = self.fontMetrics().horizontalAdvance(city) + 6
            place = QRectF(left + line * 0.6 + 4, 0, width, line)
            painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), city)
            left += line * 0.6 + width + 16

    def _name(self, painter: QPainter, metrics: QFontMetrics, name: str, place: QRectF) -> None:
        painter.setPen(self.palette().color(self.foregroundRole()))
        text = metrics.elidedText(name, Qt.TextElideMode.ElideRight, int(place.width()))
        painter.drawText(place, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter), text)
