# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The plugin object: builds the parts, starts them in order, stops them in reverse."""

from __future__ import annotations

import sys
from importlib import import_module
from pathlib import Path
from typing import Any, Optional, Union

from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtWidgets import QMenu, QToolBar

from .core import i18n

TITLE = "DPRK City Atlas"

PARTS: tuple[tuple[str, str], ...] = (
    ("parts.atlas", "AtlasPart"),
    ("parts.edit", "EditPart"),
    ("parts.journal", "JournalPart"),
    ("parts.exchange", "ExchangePart"),
    ("compare.swipe", "SwipePart"),
    ("parts.print", "PrintPart"),
    ("parts.locator", "LocatorPart"),
    ("parts.options", "OptionsPart"),
    ("parts.help", "HelpPart"),
)
"""Module in ``gui`` and class, in the order of the menu."""

DOCKS: tuple[tuple[str, str, str, str, str], ...] = (
    ("sites", "sites.sites_dock", "actionSites", "Sites", "sites"),
    ("measure", "measure.measure_dock", "actionMeasure", "Measure", "measure"),
    ("historic", "historic.historic_dock", "actionHistoric", "Historic", "historic"),
    ("brief", "brief.brief_dock", "actionBrief", "Brief", "brief"),
)
"""Name, module in ``gui.docks``, action, title, icon."""


class CityAtlasPlugin:
    """What QGIS loads.  Offers ``open_atlas``, ``close_atlas`` and ``atlas`` to scripts."""

    def __init__(self, iface: Any) -> None:
        self.iface = iface
        self.provider: Optional[Any] = None
        self._parts: list[Any] = []
        self._context: Any = None

    # -- QGIS calls these ----------------------------------------------------------------------------

    def initProcessing(self) -> None:
        """Register the algorithms and expression functions (all that ``qgis_process`` needs)."""
        from .core import expressions
        from .processing.provider import CityAtlasProvider

        i18n.install()
        expressions.register()
        if self.provider is None:
            self.provider = CityAtlasProvider()
            QgsApplication.processingRegistry().addProvider(self.provider)

    def initGui(self) -> None:
        """Build the window's parts and start them."""
        self.initProcessing()
        self._context = self._build_context()
        for part in self._build_parts():
            self._context.parts[part.NAME] = part
            part.start()
            self._parts.append(part)
        project = QgsProject.instance()
        project.readProject.connect(self._project_read)
        project.cleared.connect(self._context.open_atlas.layers_gone)
        project.layersRemoved.connect(self._context.open_atlas.layers_gone)
        project.layersWillBeRemoved.connect(self._context.open_atlas.layers_going)
        self._project_read()

    def unload(self) -> None:
        """Stop everything in reverse and leave nothing behind; the layers stay as they are."""
        if self._context is not None:
            project = QgsProject.instance()
            project.readProject.disconnect(self._project_read)
            project.cleared.disconnect(self._context.open_atlas.layers_gone)
            project.layersRemoved.disconnect(self._context.open_atlas.layers_gone)
            project.layersWillBeRemoved.disconnect(self._context.open_atlas.layers_going)
            for part in reversed(self._parts):
                part.stop()
            self._remove_face()
        self._parts.clear()
        if self.provider is not None:
            from .core import expressions

            expressions.unregister()
            QgsApplication.processingRegistry().removeProvider(self.provider)
            self.provider = None
        i18n.remove()
        _forget_modules()

    # -- for scripts ---------------------------------------------------------------------------------

    def open_atlas(self, path: Optional[Union[str, Path]] = None) -> Any:
        """Open an atlas file (without a path: the shipped one, made at first use) and return it."""
        return self._open_atlas.open(Path(path) if path else None)

    def close_atlas(self) -> None:
        """Close the open atlas and take its layers out of the project."""
        self._open_atlas.close()

    @property
    def atlas(self) -> Optional[Any]:
        """The open atlas or None."""
        return None if self._context is None else self._context.open_atlas.atlas

    @property
    def _open_atlas(self) -> Any:
        if self._context is None:
            raise RuntimeError("The plugin has no window: initGui was not called.")
        return self._context.open_atlas

    # -- building ------------------------------------------------------------------------------------

    def _build_context(self) -> Any:
        from .gui.messages import Messages
        from .gui.open_atlas import OpenAtlas
        from .gui.part import Context

        window = self.iface.mainWindow()
        menu = QMenu(TITLE, window)
        menu.setObjectName("CityAtlasMenu")
        self.iface.pluginMenu().addMenu(menu)
        toolbar = QToolBar(TITLE, window)
        toolbar.setObjectName("CityAtlasToolBar")
        self.iface.addToolBar(toolbar)
        messages = Messages(self.iface)
        return Context(self.iface, messages, OpenAtlas(self.iface, messages), menu, toolbar)

    def _build_parts(self) -> list[Any]:
        def part(module: str, name: str) -> Any:
            return getattr(import_module(f".gui.{module}", __package__), name)(self._context)

        from .gui.parts.dock import DockPart

        parts = [part(module, name) for module, name in PARTS]
        docks = [DockPart(self._context, *spec) for spec in DOCKS]
        return parts[:1] + docks + parts[1:]

    def _remove_face(self) -> None:
        menu, toolbar = self._context.menu, self._context.toolbar
        self.iface.pluginMenu().removeAction(menu.menuAction())
        menu.deleteLater()
        self.iface.mainWindow().removeToolBar(toolbar)
        toolbar.deleteLater()
        self._context = None

    def _project_read(self, *_args: Any) -> None:
        try:
            self._open_atlas.adopt_project()
        except Exception as error:  # a project must open whatever state its atlas is in
            self._context.messages.error(error)


def _forget_modules() -> None:
    """Let the next start import everything anew.

    QGIS forgets only what an ``import`` statement loaded: an upgrade in a running QGIS would work with the
    old parts, docks and algorithms beside the new core.
    """
    package = __name__.split(".", maxsplit=1)[0]
    for name in [name for name in sys.modules if name.split(".", maxsplit=1)[0] == package]:
        del sys.modules[name]
