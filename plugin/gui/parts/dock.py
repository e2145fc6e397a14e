# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""A dock behind a checkable action, built when it is shown for the first time."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from qgis.PyQt.QtCore import Qt

from ..messages import reported
from ..part import Context, Part, alive


class DockPart(Part):
    """Shows and hides one dock.

    ``module`` (in ``gui.docks``) has a class of its own name, ``MeasureDock(context)`` in ``measure_dock``: a
    QgsDockWidget with ``release()``, which lets go of layers, tasks and connections.
    """

    def __init__(self, context: Context, name: str, module: str, action: str, title: str, icon: str) -> None:
        super().__init__(context)
        self.NAME = name
        self._module = module
        self._spec = (action, title, icon)
        self._dock: Any = None

    def start(self) -> None:
        """Add the action; the dock comes later."""
        action, title, icon = self._spec
        self._action = self.action(action, title, icon, self._toggle, checkable=True)

    def stop(self) -> None:
        """Take the dock and the action away."""
        if alive(self._dock):
            self._dock.visibilityChanged.disconnect(self._follow)
            self._dock.release()
            self.context.iface.removeDockWidget(self._dock)
            self._dock.deleteLater()
        self._dock = None
        super().stop()

    @property
    def dock(self) -> Any:
        """The dock, built at the first call."""
        if self._dock is None:
            module = import_module(f"..docks.{self._module}", __package__)
            self._dock = getattr(module, _class_name(self._module))(self.context)
            self._dock.visibilityChanged.connect(self._follow)
            self._put_in_the_window()
        return self._dock

    @property
    def built(self) -> Any:
        """The dock, None while nobody has asked for it."""
        return self._dock if alive(self._dock) else None

    def _put_in_the_window(self) -> None:
        """Show the dock as a tab beside our others: three of them above each other leave none any room."""
        parts = (part for part in self.context.parts.values() if isinstance(part, DockPart))
        others = [part._dock.objectName() for part in parts if part is not self and alive(part._dock)]
        area = Qt.DockWidgetArea.RightDockWidgetArea
        self.context.iface.addTabifiedDockWidget(area, self._dock, others, True)

    @reported
    def _toggle(self, checked: bool) -> None:
        if checked:
            self.dock.setUserVisible(True)
        elif alive(self._dock):
            # Not setUserVisible(False): that leaves a dock alone whose tab is behind another one.
            self._dock.hide()

    def _follow(self, _visible: bool) -> None:
        if alive(self._dock):
            self._action.blockSignals(True)
            self._action.setChecked(not self._dock.isHidden())
            self._action.blockSignals(False)


def _class_name(module: str) -> str:
    """Return the class that a dock's module is named after."""
    return "".join(word.capitalize() for word in module.rpartition(".")[2].split("_"))
