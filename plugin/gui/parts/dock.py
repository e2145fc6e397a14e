# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""A dock behind a checkable action, built when it is shown for the first time."""

from __future__ import annotations

from importlib import import_module
from typing import Any, Generic, NamedTuple, Optional, Protocol, TypeVar

from qgis.PyQt.QtCore import Qt

from ...core.i18n import tr
from ..context import Context
from ..messages import reported
from ..part import Part, alive


class AtlasDock(Protocol):
    """What a dock of ours is beside a ``QgsDockWidget``."""

    visibilityChanged: Any

    def __init__(self, context: Context) -> None: ...

    def setUserVisible(self, visible: bool) -> None:
        """Show it, and bring its tab to the front."""

    def hide(self) -> None:
        """Hide it."""

    def isHidden(self) -> bool:
        """Tell whether it was hidden, by the user or by us."""

    def objectName(self) -> str:
        """Return its name in the window."""

    def deleteLater(self) -> None:
        """Let Qt delete it."""

    def release(self) -> None:
        """Let go of layers, background work and connections."""


D = TypeVar("D", bound=AtlasDock)


class DockSpec(NamedTuple):
    """Where a dock is, and how it stands in menu and toolbar (``title`` is translated under ``Docks``)."""

    module: str
    """In ``gui.docks``; its class has its name: ``MeasureDock`` in ``measure_dock``."""
    action: str
    title: str

    @property
    def icon(self) -> str:
        """Named after the dock's folder in ``gui.docks``."""
        return self.module.split(".", maxsplit=1)[0]

    @property
    def class_name(self) -> str:
        """Return the name of the dock's class."""
        return "".join(word.capitalize() for word in self.module.rsplit(".", maxsplit=1)[-1].split("_"))


class DockPart(Part, Generic[D]):
    """Shows and hides one dock."""

    def __init__(self, context: Context, spec: DockSpec) -> None:
        super().__init__(context)
        self._spec = spec
        self._dock: Optional[D] = None

    def start(self) -> None:
        """Add the action; the dock comes later."""
        spec = self._spec
        self._action = self.action(
            spec.action, tr("Docks", spec.title), spec.icon, self._toggle, checkable=True
        )

    def stop(self) -> None:
        """Take the dock and the action away."""
        dock, self._dock = self.built, None
        if dock is not None:
            dock.visibilityChanged.disconnect(self._follow)
            dock.release()
            self.context.iface.removeDockWidget(dock)
            dock.deleteLater()
        super().stop()

    @property
    def dock(self) -> D:
        """The dock, built at the first call."""
        if self._dock is None:
            module = import_module(f"..docks.{self._spec.module}", __package__)
            self._dock = dock = getattr(module, self._spec.class_name)(self.context)
            dock.visibilityChanged.connect(self._follow)
            self._put_in_the_window(dock)
        return self._dock

    @property
    def built(self) -> Optional[D]:
        """The dock, None while nobody has asked for it."""
        return self._dock if alive(self._dock) else None

    def show(self) -> D:
        """Bring the dock to the front and return it."""
        self.dock.setUserVisible(True)
        return self.dock

    def _put_in_the_window(self, dock: D) -> None:
        """Show the dock as a tab beside our others: three of them above each other leave none any room."""
        built = (part.built for part in self.context.docks)
        others = [other.objectName() for other in built if other is not None and other is not dock]
        area = Qt.DockWidgetArea.RightDockWidgetArea
        self.context.iface.addTabifiedDockWidget(area, dock, others, True)

    @reported
    def _toggle(self, checked: bool) -> None:
        dock = self.built
        if checked:
            self.show()
        elif dock is not None:
            # Not setUserVisible(False): that leaves a dock alone whose tab is behind another one.
            dock.hide()

    def _follow(self, _visible: bool) -> None:
        dock = self.built
        if dock is not None:
            self._action.blockSignals(True)
            self._action.setChecked(not dock.isHidden())
            self._action.blockSignals(False)
