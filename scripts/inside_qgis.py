# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""What scripts need that run inside QGIS Desktop (``--code``): waiting, pictures, errors, a clean end."""

from __future__ import annotations

import sys
import time
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import Any

import qgis.utils
from qgis.core import Qgis, QgsApplication, QgsProject
from qgis.PyQt.QtCore import QEventLoop, QTimer
from qgis.PyQt.QtWidgets import QWidget
from qgis.utils import iface

PLUGIN = "dprk_city_atlas"
# Log tags of QGIS itself that have nothing to do with the plugin (no network, no authentication store).
FOREIGN_TAGS = ("Network", "Authentication", "Plugins", "WMS", "PostGIS", "OpenCL", "3D", "Layout")


class StillWaitingError(AssertionError):
    """Something that was waited for did not happen."""


def wait_until(predicate: Callable[[], Any], timeout: float = 10.0, what: str = "") -> Any:
    """Let QGIS work until ``predicate()`` is true; returns its value or raises StillWaitingError."""
    end = time.monotonic() + timeout
    while True:
        value = predicate()
        if value:
            return value
        if time.monotonic() > end:
            raise StillWaitingError(f"not within {timeout:g} s: {what or predicate}")
        loop = QEventLoop()
        QTimer.singleShot(20, loop.quit)
        loop.exec()


def plugin() -> Any:
    """Return the plugin object; fails when QGIS did not load it."""
    if PLUGIN not in qgis.utils.plugins:
        raise AssertionError(f"QGIS did not load {PLUGIN}; loaded are {sorted(qgis.utils.plugins)}")
    return qgis.utils.plugins[PLUGIN]


def wait_for_map(timeout: float = 60.0) -> None:
    """Redraw the map and wait until it is drawn."""
    canvas = iface.mapCanvas()
    done: list[bool] = []

    def finished(*_: Any) -> None:
        done.append(True)

    canvas.renderComplete.connect(finished)
    try:
        canvas.refresh()
        if canvas.layers():
            wait_until(lambda: done and not canvas.isDrawing(), timeout, "the map was drawn")
    finally:
        canvas.renderComplete.disconnect(finished)


def picture(target: Path, widget: QWidget | None = None) -> Path:
    """Save a picture of a widget (by default the main window) and return its path."""
    QgsApplication.processEvents()
    target.parent.mkdir(parents=True, exist_ok=True)
    if not (widget or iface.mainWindow()).grab().save(str(target)):
        raise OSError(f"{target} could not be written")
    return target


class Errors:
    """Everything that went wrong in the background: exceptions in slots, critical log messages."""

    def __init__(self) -> None:
        self.seen: list[str] = []
        self._before = sys.excepthook
        sys.excepthook = self._exception
        QgsApplication.messageLog().messageReceived[str, str, Qgis.MessageLevel].connect(self._message)

    def _exception(self, kind: type[BaseException], error: BaseException, trace: Any) -> None:
        self.seen.append("".join(traceback.format_exception(kind, error, trace)))

    def _message(self, text: str, tag: str, level: Qgis.MessageLevel) -> None:
        if level == Qgis.MessageLevel.Critical and tag not in FOREIGN_TAGS:
            self.seen.append(f"{tag}: {text}")

    def take(self) -> list[str]:
        """Return what was seen since the last call."""
        seen, self.seen = self.seen, []
        return seen


def leave() -> None:
    """End QGIS as its Exit action does, without a question about unsaved changes or running tasks."""
    QgsProject.instance().setDirty(False)
    QgsProject.instance().clear()
    QgsProject.instance().setDirty(False)
    _end_tasks()
    iface.actionExit().trigger()


def _end_tasks() -> None:
    """Let background tasks end; those that do not are named on the error stream and cancelled."""
    manager = QgsApplication.taskManager()
    try:
        wait_until(lambda: manager.countActiveTasks() == 0, 10, "background tasks ended")
    except StillWaitingError:
        names = ", ".join(task.description() for task in manager.activeTasks())
        sys.stderr.write(f"still running when QGIS was to end: {names}\n")
        manager.cancelAll()
        wait_until(lambda: manager.countActiveTasks() == 0, 10, f"these tasks ended when cancelled: {names}")
