# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The row that says which criteria are on: each can be switched off without being lost, or taken away."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any, Callable, Optional

from qgis.PyQt.QtCore import QEvent, QPoint, QRect, QSize, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLayout,
    QLayoutItem,
    QSizePolicy,
    QToolButton,
    QWidget,
)

from ....core.i18n import tr
from ....core.search.criteria import CODED, CRITERIA, PeriodCriterion, SiteFilter
from ...widgets.buttons import tool_button
from ...widgets.labels import plain_label

MOST_LETTERS = 24
Words = Callable[[str, Collection[str]], list[str]]
"""Returns what chosen values of a criterion are called; a whole group by its own name."""


class FlowLayout(QLayout):
    """Puts widgets side by side and goes on in the next line."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(4)

    def addItem(self, item: QLayoutItem) -> None:
        self._items.append(item)
        self.invalidate()

    def count(self) -> int:
        return len(self._items)

    def itemAt(self, index: int) -> Optional[QLayoutItem]:
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> Optional[QLayoutItem]:
        self.invalidate()
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Any:
        return Qt.Orientation(0) if hasattr(Qt, "Orientations") else Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        super().setGeometry(rect)
        self._place(rect, move=True)

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        size = QSize()
        for item in self._items:
            size = size.expandedTo(item.minimumSize())
        return size

    def _place(self, rect: QRect, move: bool) -> int:
        x, y, line = rect.x(), rect.y(), 0
        for item in self._items:
            wanted = item.sizeHint()
            if x > rect.x() and x + wanted.width() > rect.right() + 1:
                x, y, line = rect.x(), y + line + self.spacing(), 0
            if move:
                item.setGeometry(QRect(QPoint(x, y), wanted))
            x, line = x + wanted.width() + self.spacing(), max(line, wanted.height())
        return y + line - rect.y()


class Chips(QWidget):
    """One chip per criterion that is set."""

    switched = pyqtSignal(str, bool)
    removed = pyqtSignal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("filterChips")
        self._layout = FlowLayout(self)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._none = plain_label(tr("SitesChips", "No filter"), wrap=False, parent=self)
        self._none.setEnabled(False)
        self._layout.addWidget(self._none)
        self._sample = self._chip("", "×", True)
        """Never seen: as high as a chip, whatever the font."""
        self._sample.hide()
        self._keep_line()

    def _keep_line(self) -> None:
        """The line for chips is there before the first one, or that would push the list down."""
        self.setMinimumHeight(self._sample.sizeHint().height())

    def changeEvent(self, event: QEvent) -> None:
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange) and hasattr(self, "_sample"):
            self._keep_line()
        super().changeEvent(event)

    def show_filter(self, wanted: SiteFilter, words: Words) -> None:
        """Show a filter; ``words`` gives the texts of chosen values."""
        focused = QApplication.focusWidget()
        name_of_it = focused.objectName() if focused is not None and self.isAncestorOf(focused) else ""
        while self._layout.count():
            item = self._layout.takeAt(0)
            if item is not None:
                item.widget().hide()
                if item.widget() is not self._none:
                    item.widget().deleteLater()
        for name in CRITERIA:
            if wanted.is_set(name):
                self._layout.addWidget(
                    self._chip(name, describe(wanted, name, words), name not in wanted.off)
                )
        if not self._layout.count():
            self._layout.addWidget(self._none)
            self._none.show()
        for again in self.findChildren(QToolButton, name_of_it) if name_of_it else ():
            if not again.isHidden() and not again.parentWidget().isHidden():
                again.setFocus()  # whoever works by keys goes on where they are
        self._layout.activate()
        self.updateGeometry()

    def _chip(self, name: str, text: str, on: bool) -> QWidget:
        frame = QFrame(self)
        frame.setObjectName(f"chip_{name}")
        frame.setFrameShape(QFrame.Shape.StyledPanel)
        row = QHBoxLayout(frame)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        shown = text if len(text) <= MOST_LETTERS else text[: MOST_LETTERS - 1] + "…"
        tip = tr("SitesChips", "Click to switch it off or on")
        switch = tool_button(
            f"chipSwitch_{name}", tip, text=shown.replace("&", "&&"), checkable=True, parent=frame
        )
        switch.setToolTip(text.replace("<", "‹") + "\n" + tip)
        switch.setChecked(on)
        font = switch.font()
        font.setStrikeOut(not on)
        switch.setFont(font)
        switch.toggled.connect(self._switch)
        tip = tr("SitesChips", "Remove this criterion")
        remove = tool_button(f"chipRemove_{name}", tip, self._remove, text="×", parent=frame)
        remove.setAccessibleName(tr("SitesChips", "Remove {criterion}").format(criterion=text))
        row.addWidget(switch)
        row.addWidget(remove)
        frame.show()
        return frame

    def _switch(self, on: bool) -> None:
        self.switched.emit(self.sender().objectName().split("_", 1)[1], on)

    def _remove(self, _checked: bool = False) -> None:
        self.removed.emit(self.sender().objectName().split("_", 1)[1])


def describe(wanted: SiteFilter, name: str, words: Words) -> str:
    """Return a criterion in a few words."""
    value = getattr(wanted, name)
    if name in CODED:
        return _listed(words(name, value))
    if name == "circle":
        metres = value.radius_m
        return (
            tr("SitesChips", "within {kilometres} km").format(kilometres=f"{metres / 1000:g}")
            if metres >= 1000
            else tr("SitesChips", "within {metres} m").format(metres=f"{metres:g}")
        )
    if name == "period":
        return _period(value)
    if name == "located":
        return tr("SitesChips", "located") if value else tr("SitesChips", "unlocated")
    if name == "text":
        return f"“{value}”"
    areas = {"bbox": tr("SitesChips", "map view"), "polygon": tr("SitesChips", "polygon")}
    return areas.get(name, str(value))


def _listed(texts: list[str]) -> str:
    if len(texts) < 3:
        return ", ".join(texts)
    return tr("SitesChips", "{first} and %n more", len(texts) - 1).format(first=texts[0])


def _period(period: PeriodCriterion) -> str:
    if period.only_unknown:
        return tr("SitesChips", "without dates")
    if not period.start and not period.end:
        return tr("SitesChips", "surely dated") if period.certain else tr("SitesChips", "with dates")
    return f"{period.start or '…'} – {period.end or '…'}"
