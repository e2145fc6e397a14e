# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""What the parts, docks and dialogs share: QGIS's window, the open atlas, and each other where they talk."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from ..core.atlas.settings import Settings

if TYPE_CHECKING:
    from qgis.gui import QgisInterface
    from qgis.PyQt.QtWidgets import QMenu, QToolBar

    from .compare.swipe import SwipePart
    from .docks.brief.brief_dock import BriefDock
    from .docks.card.card_dock import CardDock
    from .docks.historic.historic_dock import HistoricDock
    from .docks.measure.measure_dock import MeasureDock
    from .docks.sites.sites_dock import SitesDock
    from .messages import Messages
    from .open_atlas import OpenAtlas
    from .parts.files import AtlasPart
    from .parts.dock import DockPart
    from .parts.site_entry import EditPart
    from .parts.edit_sessions import JournalPart
    from .parts.locator import LocatorPart
    from .steps import Steps


class Docks(NamedTuple):
    """The docks, each behind its action; ``docks.measure.dock`` builds one that nobody has shown yet."""

    sites: DockPart[SitesDock]
    measure: DockPart[MeasureDock]
    historic: DockPart[HistoricDock]
    brief: DockPart[BriefDock]
    card: DockPart[CardDock]


@dataclass
class Context:
    """The window as its parts see it.

    The parts below ``toolbar`` are there once the plugin has built them; no part uses another one before
    it is started.
    """

    iface: QgisInterface
    messages: Messages
    open_atlas: OpenAtlas
    steps: Steps
    """The saved steps, to be undone and redone."""
    menu: QMenu
    toolbar: QToolBar
    docks: Docks = field(init=False)
    files: AtlasPart = field(init=False)
    edit: EditPart = field(init=False)
    journal: JournalPart = field(init=False)
    swipe: SwipePart = field(init=False)
    locator: LocatorPart = field(init=False)

    @property
    def settings(self) -> Settings:
        """The user's settings as they are now; ``settings.change(language="ko")`` stores."""
        return Settings.read()
