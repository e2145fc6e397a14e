# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The historic dock: its tabs and their life."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import QSize, Qt
from qgis.PyQt.QtWidgets import QStyle, QStyleOptionTab, QStylePainter, QTabBar, QTabWidget

from ....core.i18n import mark, tr
from ...context import Context
from .workbench import Workbench

TABS: tuple[tuple[str, str, str], ...] = (
    ("overlays", "OverlaysTab", mark("HistoricDock", "Overlays")),
    ("sheet", "SheetTab", mark("HistoricDock", "Sheet")),
    ("control_points", "PointsTab", mark("HistoricDock", "Points")),
    ("tracing", "TracingTab", mark("HistoricDock", "Trace")),
    ("survival", "SurvivalTab", mark("HistoricDock", "Survival")),
    ("shoreline", "CoastTab", mark("HistoricDock", "Coast")),
)
"""Module of this package, class, title."""


class _Bar(QTabBar):
    """Tabs that all are in sight, however narrow the dock and long their titles: none hides behind arrows."""

    SPARED, MARGIN = 16, 4

    def tabSizeHint(self, index: int) -> QSize:
        """Return the usual size, narrower; where all do not fit, their margins go first, then letters."""
        size, words = super().tabSizeHint(index), [self._words(i) for i in range(self.count())]
        wanted = [self._wanted(i) for i in range(self.count())]
        tight = [width + self.MARGIN for width in words]
        room = self.parentWidget().width() if self.parentWidget() is not None else sum(wanted)
        width = wanted[index]
        if sum(wanted) > room:
            spare = max(room - sum(tight), 0) // len(tight)
            width = min(width, tight[index] + spare)
        if sum(tight) > room:
            width = tight[index] * room // sum(tight)
        size.setWidth(width)
        return size

    def sizeHint(self) -> QSize:
        """Return what the tabs want in the room that there is now; QTabBar remembers an older one."""
        size = super().sizeHint()
        size.setWidth(sum(self.tabSizeHint(index).width() for index in range(self.count())))
        return size

    def minimumTabSizeHint(self, index: int) -> QSize:
        """Return the same: titles that do not fit are elided, and stand in the tips."""
        return self.tabSizeHint(index)

    def _words(self, index: int) -> int:
        return self.fontMetrics().horizontalAdvance(self.tabText(index))

    def _wanted(self, index: int) -> int:
        return max(self._words(index) + 2 * self.MARGIN, super().tabSizeHint(index).width() - self.SPARED)

    def paintEvent(self, _event: Any) -> None:
        """Draw the tabs with their titles reaching into the space that the style would keep free."""
        painter, option = QStylePainter(self), QStyleOptionTab()
        for index in sorted(range(self.count()), key=self.currentIndex().__eq__):  # the current one on top
            self.initStyleOption(option, index)
            painter.drawControl(QStyle.ControlElement.CE_TabBarTabShape, option)
            # Qt has cut the title to what the style would leave of the tab.
            room = self.tabRect(index).width() - self.MARGIN // 2
            option.text = self.fontMetrics().elidedText(
                self.tabText(index), Qt.TextElideMode.ElideRight, room
            )
            option.rect = self.tabRect(index).adjusted(-self.SPARED, 0, self.SPARED, 0)
            painter.drawControl(QStyle.ControlElement.CE_TabBarTabLabel, option)
        painter.end()


class HistoricDock(QgsDockWidget):
    """Then and now: sheets, traces and events, and the way from a scan to a number."""

    def __init__(self, context: Context) -> None:
        super().__init__(tr("HistoricDock", "Historic"), context.iface.mainWindow())
        self.setObjectName("CityAtlasHistoricDock")
        self.bench = Workbench(context, self)
        self._tabs = QTabWidget(self)
        self._tabs.setObjectName("historicTabs")
        self._tabs.setTabBar(_Bar(self._tabs))
        self._tabs.setDocumentMode(True)
        self._tabs.setUsesScrollButtons(False)
        self._tabs.setElideMode(Qt.TextElideMode.ElideRight)
        self._pages: dict[str, Any] = {}
        for module, name, title in TABS:
            page = getattr(import_module(f".{module}", __package__), name)(context, self)
            self._pages[title] = page
            number = self._tabs.addTab(page, tr("HistoricDock", title))
            self._tabs.setTabToolTip(number, tr("HistoricDock", title))
        self.setWidget(self._tabs)

    def page(self, title: str) -> Any:
        """Return a tab's widget by its English title."""
        return self._pages[title]

    def show_page(self, title: str) -> Any:
        """Bring a tab to the front and return it."""
        self._tabs.setCurrentWidget(self._pages[title])
        return self._pages[title]

    def work_on(self, sheet_uuid: str) -> None:
        """Take a sheet onto the bench and show it."""
        self.bench.open(sheet_uuid)
        self.show_page("Sheet")

    def release(self) -> None:
        """Let go of layers, tools, tasks and connections."""
        for page in reversed(list(self._pages.values())):
            page.release()
        self.bench.release()
