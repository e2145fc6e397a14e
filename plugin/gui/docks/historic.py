# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The historic dock: its tabs and their life."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QTabWidget

from ..part import Context
from .historic_workbench import Workbench

TABS: tuple[tuple[str, str, str], ...] = (
    ("historic_overlays", "OverlaysTab", "Overlays"),
    ("historic_sheet", "SheetTab", "Sheet"),
    ("historic_points", "PointsTab", "Points"),
    ("historic_tracing", "TracingTab", "Trace"),
    ("historic_survival", "SurvivalTab", "Survival"),
)
"""Module of this package, class, title."""


class Dock(QgsDockWidget):
    """Then and now: sheets, traces and events, and the way from a scan to a number."""

    def __init__(self, context: Context) -> None:
        super().__init__(QCoreApplication.translate("HistoricDock", "Historic"), context.iface.mainWindow())
        self.setObjectName("CityAtlasHistoricDock")
        self.bench = Workbench(context, self)
        self._tabs = QTabWidget(self)
        self._tabs.setObjectName("historicTabs")
        self._tabs.setDocumentMode(True)
        self._tabs.setUsesScrollButtons(True)
        self._pages: dict[str, Any] = {}
        for module, name, title in TABS:
            page = getattr(import_module(f".{module}", __package__), name)(context, self)
            self._pages[title] = page
            self._tabs.addTab(page, QCoreApplication.translate("HistoricDock", title))
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
