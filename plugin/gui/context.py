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
    from .drafts import Drafts
    from .messages import Messages
    from .open_atlas import OpenAtlas
    from .parts.dock import DockPart
    from .parts.edit_sessions import EditSessionsPart
    from .parts.files import FilesPart
    from .parts.history import HistoryPart
    from .parts.locator import LocatorPart
    from .parts.map_look import MapLookPart
    from .parts.recovery import RecoveryPart
    from .parts.shapes import ShapesPart
    from .parts.site_entry import SiteEntryPart
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
    drafts: Drafts
    """What is typed and drawn, kept until it is saved."""
    menu: QMenu
    toolbar: QToolBar
    files: FilesPart = field(init=False)
    map_look: MapLookPart = field(init=False)
    docks: Docks = field(init=False)
    site_entry: SiteEntryPart = field(init=False)
    shapes: ShapesPart = field(init=False)
    sessions: EditSessionsPart = field(init=False)
    recovery: RecoveryPart = field(init=False)
    history: HistoryPart = field(init=False)
    swipe: SwipePart = field(init=False)
    locator: LocatorPart = field(init=False)

    @property
    def settings(self) -> Settings:
        """The user's settings as they are now; ``settings.change(language="ko")`` stores."""
        return Settings.read()
