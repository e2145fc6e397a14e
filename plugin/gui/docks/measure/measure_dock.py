# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The measure dock: its tabs and their life."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from qgis.gui import QgsDockWidget
from qgis.PyQt.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from ....core.i18n import mark, tr
from ...context import Context
from ...part import disconnect
from ..sites.edit_buffer import EditWatch
from .project_units import Footer, Yardstick

TABS: tuple[tuple[str, str, str], ...] = (
    ("nearest", "NearestTab", mark("MeasureDock", "Nearest")),
    ("path", "PathTab", mark("MeasureDock", "Path")),
    ("rings", "RingsTab", mark("MeasureDock", "Rings")),
    ("claims", "ClaimsTab", mark("MeasureDock", "Claims")),
    ("discrepancies", "DiscrepanciesTab", mark("MeasureDock", "Discrepancies")),
    ("cities", "CitiesTab", mark("MeasureDock", "Cities")),
)
"""Module of this package, class, title."""
LIVE = ("Nearest", "Claims")
"""Tabs that follow edits before they are saved."""


class MeasureDock(QgsDockWidget):
    """Distances, paths, rings and what the sources claim about them; always on the ellipsoid."""

    def __init__(self, context: Context) -> None:
        super().__init__(tr("MeasureDock", "Measure"), context.iface.mainWindow())
        self.setObjectName("CityAtlasMeasureDock")
        self.context = context
        self.yardstick = Yardstick(self)
        self.edits = EditWatch()
        whole = QWidget(self)
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        self._tabs = QTabWidget(whole)
        self._tabs.setDocumentMode(True)
        self._tabs.setUsesScrollButtons(True)
        self._pages: dict[str, Any] = {}
        for module, name, title in TABS:
            page = getattr(import_module(f".{module}", __package__), name)(context, self)
            self._pages[title] = page
            self._tabs.addTab(page, tr("MeasureDock", title))
        layout.addWidget(self._tabs, 1)
        layout.addWidget(Footer(self.yardstick, whole))
        self.setWidget(whole)
        session = context.open_atlas
        self._connections = [
            (session.opened, self._follow), (session.closing, self.edits.detach),
            (self.edits.changed, self._edited), (self.yardstick.ellipsoid_changed, self._measured_anew),
        ]  # fmt: skip
        for signal, slot in self._connections:
            signal.connect(slot)
        self._follow()

    def _follow(self) -> None:
        layer = self.context.open_atlas.layer("sites")
        if layer is not None:
            self.edits.attach(layer)

    def _edited(self) -> None:
        for title in LIVE:
            self._pages[title].reload()

    def _measured_anew(self) -> None:
        for page in self._pages.values():
            page.reload()

    def page(self, title: str) -> Any:
        """Return a tab's widget by its English title."""
        return self._pages[title]

    def show_page(self, title: str) -> Any:
        """Bring a tab to the front and return it."""
        self._tabs.setCurrentWidget(self._pages[title])
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
        for signal, slot in self._connections:
            disconnect(signal, slot)
        self.edits.detach()
        for page in self._pages.values():
            page.release()
        self.yardstick.release()
