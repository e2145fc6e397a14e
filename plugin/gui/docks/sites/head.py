# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The top of the sites dock: search, saved filters, chips, count; and the keys that lead there and away."""

from __future__ import annotations

from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import QEvent, QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QHBoxLayout, QShortcut, QToolButton, QVBoxLayout, QWidget

from ....core.i18n import tr
from ...context import Context
from ...widgets.buttons import tool_button
from ...widgets.labels import plain_label
from .chips import Chips
from .saved_filters import SavedMenu

FOCUS_KEYS = "Ctrl+Alt+F"


class Head(QWidget):
    """Search line, chips and count."""

    down = pyqtSignal()
    """The keys lead from the search into the list."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self._context = context
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(self._search_row())
        self.chips = Chips(self)
        layout.addWidget(self.chips)
        layout.addLayout(self._count_row())
        self.search.installEventFilter(self)

    def _search_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.search = QgsFilterLineEdit(self)
        self.search.setObjectName("siteSearch")
        self.search.setShowSearchIcon(True)
        self.search.setPlaceholderText(tr("SitesDock", "Name, AAA, 함흥, 39.8 127.5…"))
        self.search.setAccessibleName(tr("SitesDock", "Search sites"))
        keys = QKeySequence(FOCUS_KEYS).toString(QKeySequence.SequenceFormat.NativeText)
        self.search.setToolTip(tr("SitesDock", "Search ({keys})").format(keys=keys))
        self.saved = SavedMenu(self._context, self)
        row.addWidget(self.search, 1)
        self.table = tool_button(
            "siteTable",
            tr("SitesDock", "Show these sites in the attribute table"),
            icon="mActionOpenTable.svg",
            parent=self,
        )
        self.follow = tool_button(
            "siteFollow",
            tr("SitesDock", "The map goes to what is found"),
            icon="mActionZoomToLayer.svg",
            checkable=True,
            parent=self,
        )
        self.follow.setChecked(self._context.settings.follow_hits)
        stored = tool_button(
            "siteSaved", tr("SitesDock", "Saved filters"), icon="mActionFilter2.svg", parent=self
        )
        stored.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        stored.setMenu(self.saved)
        row.addWidget(self.follow)
        row.addWidget(self.table)
        row.addWidget(stored)
        return row

    def _count_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.count = plain_label(name="filterCount", wrap=False, parent=self)
        self.note = plain_label(name="filterNote", parent=self)
        self.note.setEnabled(False)
        self.note.setAlignment(Qt.AlignmentFlag.AlignRight)
        row.addWidget(self.count)
        row.addWidget(self.note, 1)
        tip = tr("SitesDock", "Clear the whole filter")
        self.clear = tool_button("siteClear", tip, text=tr("SitesDock", "Clear"), parent=self)
        self.clear.setEnabled(False)
        row.addWidget(self.clear)
        return row

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Down goes to the list, Escape empties the search and, when it is empty, goes back to the map."""
        if watched is self.search and event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down:
                self.down.emit()
                return True
            if event.key() == Qt.Key.Key_Escape:
                if self.search.text():
                    self.search.clear()
                else:
                    self._context.iface.mapCanvas().setFocus()
                return True
        return super().eventFilter(watched, event)

    def enter(self) -> None:
        """Put the keyboard into the search, all of its text selected."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()


def focus_shortcut(window: QWidget) -> QShortcut:
    """Return the shortcut of the whole window that leads to the search."""
    shortcut = QShortcut(QKeySequence(FOCUS_KEYS), window)
    shortcut.setObjectName("siteSearchShortcut")
    return shortcut
