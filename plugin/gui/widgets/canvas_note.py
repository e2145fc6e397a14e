# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""A line of text in the lower right corner of a map canvas."""

from __future__ import annotations

from typing import Callable

from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QEvent, QObject
from qgis.PyQt.QtWidgets import QFrame, QHBoxLayout

from .buttons import push_button, tool_button
from .labels import plain_label

MARGIN = 4


class CanvasNote(QFrame):
    """Text over the map, with a button and a cross where there is something to do; hidden while empty."""

    def __init__(self, canvas: QgsMapCanvas, name: str, action: str = "") -> None:
        super().__init__(canvas)
        self.setObjectName(name)
        self.setAutoFillBackground(True)
        self._canvas = canvas
        self.label = plain_label(name=f"{name}Text", wrap=False, small=True, parent=self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(MARGIN, 1, MARGIN, 1)
        layout.addWidget(self.label)
        self.button = push_button(f"{name}Button", action, parent=self) if action else None
        self.cross = tool_button(f"{name}Close", "", text="×", parent=self) if action else None
        for widget in (self.button, self.cross):
            if widget is not None:
                layout.addWidget(widget)
        self.hide()
        canvas.installEventFilter(self)

    def on_pressed(self, act: Callable[[], None], close: Callable[[], None]) -> None:
        """Say what button and cross do."""
        if self.button is not None and self.cross is not None:
            self.button.clicked.connect(lambda _checked: act())
            self.cross.clicked.connect(lambda _checked: close())

    def tell(self, text: str) -> None:
        """Show a text, or nothing."""
        self.label.setText(text)
        self.setVisible(bool(text))
        self._place()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._canvas and event.type() == QEvent.Type.Resize:
            self._place()
        return False

    def release(self) -> None:
        """Let go of the canvas."""
        self._canvas.removeEventFilter(self)
        self.hide()
        self.deleteLater()

    def _place(self) -> None:
        """Keep to the corner; what is wider than the canvas is cut at the left end of the text last."""
        self.adjustSize()
        size = self.size()
        width = min(size.width(), self._canvas.width())
        self.resize(width, size.height())
        below = sum(
            other.height() + MARGIN
            for other in self._canvas.findChildren(CanvasNote)
            if other is not self and other.isVisible() and other.button is None
        ) if self.button is not None else 0  # fmt: skip
        self.move(self._canvas.width() - width, self._canvas.height() - size.height() - below)
        self.raise_()
