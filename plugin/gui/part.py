# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""What every part of the window is: something with a symmetrical start and stop."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Callable

from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction

if TYPE_CHECKING:
    from .context import Context

ICONS = Path(__file__).resolve().parents[2] / "resources" / "icons"


class Part(QObject):
    """A part of the plugin.

    ``start`` puts it into the window, ``stop`` takes everything out again: actions, widgets and
    connections made through ``action`` and ``connect`` go by themselves, the rest is the subclass's.
    """

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._actions: list[QAction] = []
        self._connections: list[tuple[Any, Callable]] = []

    def start(self) -> None:
        """Put the part into the window."""

    def stop(self) -> None:
        """Take the part out of the window, in reverse."""
        for signal, slot in reversed(self._connections):
            disconnect(signal, slot)
        self._connections.clear()
        for action in reversed(self._actions):
            self.context.menu.removeAction(action)
            self.context.toolbar.removeAction(action)
            action.deleteLater()
        self._actions.clear()

    def connect(self, signal: Any, slot: Callable) -> None:
        """Connect a bound method and remember to let go at ``stop``."""
        signal.connect(slot)
        self._connections.append((signal, slot))

    def action(
        self,
        name: str,
        text: str,
        icon: str,
        slot: Callable,
        *,
        tip: str = "",
        checkable: bool = False,
        toolbar: bool = True,
    ) -> QAction:
        """Add an action to the menu (and the toolbar); ``icon`` is a file of ours or a QGIS theme name."""
        action = QAction(icon_of(icon), text, self.context.iface.mainWindow())
        action.setObjectName(name)
        action.setToolTip(tip or text)
        action.setStatusTip(tip or text)
        action.setCheckable(checkable)
        (action.toggled if checkable else action.triggered).connect(slot)
        self.context.menu.addAction(action)
        if toolbar:
            self.context.toolbar.addAction(action)
        self._actions.append(action)
        return action


def icon_of(name: str) -> QIcon:
    """Return one of our icons by file name, else QGIS's theme icon of that name."""
    own = ICONS / f"{name}.svg"
    if own.exists():
        return QIcon(str(own))
    from qgis.core import QgsApplication

    return QgsApplication.getThemeIcon(name)


def alive(thing: Any) -> bool:
    """Tell whether a wrapped Qt object is still there."""
    return thing is not None and not sip.isdeleted(thing)


def disconnect(signal: Any, slot: Callable) -> None:
    """Disconnect one slot; a sender that is gone already has let go by itself."""
    try:
        signal.disconnect(slot)
    except (TypeError, RuntimeError):
        return
