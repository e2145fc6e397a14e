# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The measure dock: its tabs and their life."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import QCoreApplication
from qgis.PyQt.QtWidgets import QTabWidget

from ..part import Context

TABS: tuple[tuple[str, str, str], ...] = (
    ("measure_nearest", "NearestTab", "Nearest"),
    ("measure_path", "PathTab", "Path"),
    ("measure_rings", "RingsTab", "Rings"),
    ("measure_claims", "ClaimsTab", "Claims"),
    ("measure_discrepancies", "DiscrepanciesTab", "Discrepancies"),
    ("measure_cities", "CitiesTab", "Cities"),
)
"""Module of this package, class, title."""


class Dock(QgsDockWidget):
    """Distances, paths, rings and what the sources claim about them; always on the ellipsoid."""

    def __init__(self, context: Context) -> None:
        super().__init__(QCoreApplication.translate("MeasureDock", "Measure"), context.iface.mainWindow())
        self.setObjectName("CityAtlasMeasureDock")
        self._tabs = QTabWidget(self)
        self._tabs.setDocumentMode(True)
        self._tabs.setUsesScrollButtons(True)
        self._pages: dict[str, Any] = {}
        for module, name, title in TABS:
            page = getattr(import_module(f".{module}", __package__), name)(context, self)
            self._pages[title] = page
            self._tabs.addTab(page, QCoreApplication.translate("MeasureDock", title))
        self.setWidget(self._tabs)

    def page(self, title: str) -> Any:
        """Return a tab's widget by its English title."""
        return self._pages[title]

    @property
    def origin(self) -> Any:
        """Longitude and latitude that is measured from, None without one."""
        return self._pages["Nearest"].origin

    def measure_from(self, lon: float, lat: float, name: str = "") -> None:
        """Start measuring from a place (degrees, WGS 84)."""
        self._tabs.setCurrentWidget(self._pages["Nearest"])
        self._pages["Nearest"].set_origin(lon, lat, name)

    def release(self) -> None:
        """Let go of layers, tools, tasks and connections."""
        for page in self._pages.values():
            page.release()
