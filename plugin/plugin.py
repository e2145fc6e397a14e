# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The plugin object: builds the parts, starts them in order, stops them in reverse."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, Optional, Union

from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtWidgets import QMenu, QToolBar

from .core import i18n

if TYPE_CHECKING:
    from .core.atlas.layers.keep_look import LookKeeper
    from .gui.context import Context, Docks
    from .gui.open_atlas import OpenAtlas
    from .gui.part import Part

TITLE = "DPRK City Atlas"


class CityAtlasPlugin:
    """What QGIS loads.  Offers ``open_atlas``, ``close_atlas`` and ``atlas`` to scripts."""

    def __init__(self, iface: Any) -> None:
        self.iface = iface
        self.provider: Optional[Any] = None
        self._parts: list[Part] = []
        self._context: Optional[Context] = None
        self._looks: Optional[LookKeeper] = None

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
        self._context = context = self._build_context()
        self._keep_looks()
        for part in self._build_parts(context):
            part.start()
            self._parts.append(part)
        project = QgsProject.instance()
        project.readProject.connect(self._project_read)
        project.cleared.connect(context.open_atlas.layers_gone)
        project.layersRemoved.connect(context.open_atlas.layers_gone)
        self._project_read()

    def unload(self) -> None:
        """Stop everything in reverse and leave nothing behind; the layers stay as they are."""
        context, self._context = self._context, None
        if context is not None:
            project = QgsProject.instance()
            project.readProject.disconnect(self._project_read)
            project.cleared.disconnect(context.open_atlas.layers_gone)
            project.layersRemoved.disconnect(context.open_atlas.layers_gone)
            for part in reversed(self._parts):
                part.stop()
            self._remove_face(context)
            self._stop_background()
        if self._looks is not None:
            self._looks.stop()
            self._looks = None
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
    def _open_atlas(self) -> OpenAtlas:
        if self._context is None:
            raise RuntimeError("The plugin has no window: initGui was not called.")
        return self._context.open_atlas

    # -- building ------------------------------------------------------------------------------------

    def _build_context(self) -> Context:
        from .gui.context import Context
        from .gui.drafts import Drafts
        from .gui.messages import Messages
        from .gui.open_atlas import OpenAtlas
        from .gui.steps import Steps

        window = self.iface.mainWindow()
        menu = QMenu(TITLE, window)
        menu.setObjectName("CityAtlasMenu")
        self.iface.pluginMenu().addMenu(menu)
        toolbar = QToolBar(TITLE, window)
        toolbar.setObjectName("CityAtlasToolBar")
        self.iface.addToolBar(toolbar)
        messages = Messages(self.iface)
        atlas = OpenAtlas(self.iface, messages)
        return Context(self.iface, messages, atlas, Steps(atlas), Drafts(messages.error), menu, toolbar)

    def _keep_looks(self) -> None:
        from .core.atlas.layers.keep_look import LookKeeper

        self._looks = LookKeeper(QgsProject.instance())
        self._looks.start()

    def _build_parts(self, context: Context) -> list[Part]:
        """Return the parts in the order of the menu; those that others talk to are in the context."""
        from .gui.compare.swipe import SwipePart
        from .gui.parts.backups import BackupsPart
        from .gui.parts.basemaps import BasemapPart
        from .gui.parts.city_switch import CitySwitchPart
        from .gui.parts.edit_sessions import EditSessionsPart
        from .gui.parts.exchange import ExchangePart
        from .gui.parts.files import FilesPart
        from .gui.parts.form_inputs import FormInputsPart
        from .gui.parts.help import HelpPart
        from .gui.parts.history import HistoryPart
        from .gui.parts.locator import LocatorPart
        from .gui.parts.map_look import MapLookPart
        from .gui.parts.options import OptionsPart
        from .gui.parts.print import PrintPart
        from .gui.parts.recovery import RecoveryPart
        from .gui.parts.shapes import ShapesPart
        from .gui.parts.site_clicks import SiteClicksPart
        from .gui.parts.site_entry import SiteEntryPart
        from .gui.parts.undo import UndoPart

        context.files = FilesPart(context)
        context.map_look = MapLookPart(context)
        context.docks = self._build_docks(context)
        context.site_entry = SiteEntryPart(context)
        context.shapes = ShapesPart(context)
        context.sessions = EditSessionsPart(context)
        context.recovery = RecoveryPart(context)
        context.history = HistoryPart(context)
        context.swipe = SwipePart(context)
        context.locator = LocatorPart(context)
        return [
            context.files,
            CitySwitchPart(context),
            BackupsPart(context),
            context.map_look,
            *context.docks,
            SiteClicksPart(context),
            context.site_entry,
            context.shapes,
            UndoPart(context),
            context.sessions,
            context.recovery,
            context.history,
            FormInputsPart(context),
            ExchangePart(context),
            context.swipe,
            BasemapPart(context),
            PrintPart(context),
            context.locator,
            OptionsPart(context),
            HelpPart(context),
        ]

    @staticmethod
    def _build_docks(context: Context) -> Docks:
        from .core.i18n import mark
        from .gui.context import Docks
        from .gui.parts.dock import DockPart, DockSpec

        def part(module: str, action: str, title: str) -> Any:
            return DockPart(context, DockSpec(module, action, title))

        return Docks(
            sites=part("sites.sites_dock", "actionSites", mark("Docks", "Sites")),
            measure=part("measure.measure_dock", "actionMeasure", mark("Docks", "Measure")),
            historic=part("historic.historic_dock", "actionHistoric", mark("Docks", "Historic")),
            brief=part("brief.brief_dock", "actionBrief", mark("Docks", "Brief")),
            card=part("card.card_dock", "actionCard", mark("Docks", "Card")),
        )

    def _remove_face(self, context: Context) -> None:
        menu, toolbar = context.menu, context.toolbar
        self.iface.pluginMenu().removeAction(menu.menuAction())
        menu.deleteLater()
        self.iface.mainWindow().removeToolBar(toolbar)
        toolbar.deleteLater()

    @staticmethod
    def _stop_background() -> None:
        from .gui import background

        background.stop_all()

    def _project_read(self, *_args: Any) -> None:
        if self._context is None:
            return
        try:
            self._context.open_atlas.adopt_project()
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
