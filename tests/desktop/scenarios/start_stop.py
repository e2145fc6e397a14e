# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Loading, unloading and loading the plugin again: nothing stays behind, nothing doubles."""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections import Counter

import qgis.utils
from qgis.core import QgsApplication, QgsExpression, QgsProject
from qgis.gui import QgsLocatorWidget
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QEvent, QObject, QTimer
from qgis.PyQt.QtWidgets import QAction, QApplication, QDockWidget, QMenu, QToolBar, QWidget
from qgis.utils import iface

PLUGIN = "dprk_city_atlas"


def _long_lived() -> dict[str, QObject]:
    """The objects of QGIS that outlive the plugin and that it may have connected to."""
    tree = QgsProject.instance().layerTreeRoot()
    return {
        "project": QgsProject.instance(),
        "layer tree": tree,
        "canvas": iface.mapCanvas(),
        "interface": iface,
        "window": iface.mainWindow(),
        "tasks": QgsApplication.taskManager(),
        "log": QgsApplication.messageLog(),
        "providers": QgsApplication.processingRegistry(),
        "temporal": iface.mapCanvas().temporalController() or QObject(),
        "layer view": iface.layerTreeView(),
        "selection": iface.layerTreeView().selectionModel(),
        "application": QApplication.instance(),
    }


def _connections(thing: QObject) -> list[str]:
    """The signals of an object that lead somewhere, one entry per connection.

    ``receivers`` is closed to objects made in C++; Qt's own dump is not, and prints to the error stream.
    """
    with tempfile.TemporaryFile() as file:
        kept = os.dup(2)
        os.dup2(file.fileno(), 2)
        try:
            thing.dumpObjectInfo()
        finally:
            os.dup2(kept, 2)
            os.close(kept)
        file.seek(0)
        lines = file.read().decode(errors="replace").splitlines()
    signal, found = "", []
    for line in lines:
        if "SIGNALS IN" in line:
            break
        if "signal: " in line:
            signal = line.split("signal: ")[1].strip()
        elif "-->" in line:
            found.append(signal)
    return found


def _receivers() -> Counter:
    return Counter(
        f"{name}.{signal}" for name, thing in _long_lived().items() for signal in _connections(thing)
    )


def _children(kind: type) -> Counter:
    named = (f"{type(c).__name__} {c.objectName()}" for c in iface.mainWindow().findChildren(kind))
    return Counter(named)


def _actions() -> Counter:
    found = iface.mainWindow().findChildren(QAction)
    found += [action for menu in iface.mainWindow().findChildren(QMenu) for action in menu.actions()]
    return Counter(f"{action.objectName()} “{action.text()}”" for action in found)


def _locator_filters() -> Counter:
    # PyQt takes the widget for a plain QWidget, so it is known by its C++ name.
    widgets = iface.mainWindow().findChildren(QWidget)
    bar = next(w for w in widgets if w.metaObject().className() == "QgsLocatorWidget")
    locator = sip.cast(bar, QgsLocatorWidget).locator()
    return Counter(item.name() for item in locator.filters())


def _inventory() -> dict[str, Counter]:
    """What a plugin can leave in QGIS, counted by name."""
    return {
        "actions": _actions(),
        "docks": _children(QDockWidget),
        "toolbars": _children(QToolBar),
        "menus": _children(QMenu),
        "top windows": Counter(type(w).__name__ for w in QApplication.topLevelWidgets() if w.isVisible()),
        "processing providers": Counter(p.id() for p in QgsApplication.processingRegistry().providers()),
        "locator filters": _locator_filters(),
        "expression functions": Counter(f.name() for f in QgsExpression.Functions()),
        "map items": Counter(type(item).__name__ for item in iface.mapCanvas().scene().items()),
        "data items": Counter(p.name() for p in QgsApplication.dataItemProviderRegistry().providers()),
        "receivers": _receivers(),
    }


def _difference(before: dict[str, Counter], after: dict[str, Counter]) -> dict[str, dict[str, int]]:
    changes = {}
    for title, old in before.items():
        new = after[title]
        change = {name: new[name] - old[name] for name in old | new if new[name] != old[name]}
        if change:
            changes[title] = change
    return changes


def _settle(desk) -> None:
    """Let QGIS catch up and carry out deferred deletions, which wait for the outermost event loop."""
    done: list[bool] = []
    QTimer.singleShot(100, lambda: done.append(True))
    desk.wait_until(lambda: done)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _load(desk) -> None:
    assert qgis.utils.loadPlugin(PLUGIN)
    assert qgis.utils.startPlugin(PLUGIN)
    _settle(desk)


def _unload(desk) -> None:
    assert qgis.utils.unloadPlugin(PLUGIN)
    _settle(desk)


def test_load_unload_load_leaves_nothing_behind(desk):
    _unload(desk)
    empty = _inventory()
    assert empty["receivers"]["project.cleared()"] > 0, "Qt did not tell the connections"
    _load(desk)
    loaded = _inventory()
    _unload(desk)
    assert _difference(empty, _inventory()) == {}
    # Also what import_module loaded, which QGIS itself would keep across an upgrade.
    assert [name for name in sys.modules if name.split(".")[0] == PLUGIN] == []
    _load(desk)
    assert _difference(loaded, _inventory()) == {}


def test_an_open_atlas_leaves_nothing_behind_when_the_plugin_goes(desk):
    _unload(desk)
    empty = _inventory()
    _load(desk)
    desk.plugin().open_atlas()
    desk.wait_until(lambda: desk.plugin().atlas, 30, "the atlas is open")
    _unload(desk)
    QgsProject.instance().setDirty(False)
    QgsProject.instance().clear()
    _settle(desk)
    left = _difference(empty, _inventory())
    _load(desk)
    assert left == {}


def test_the_names_of_the_contract_are_there(desk):
    desk.find("CityAtlasToolBar", QToolBar)
    desk.find("CityAtlasMenu", QMenu)
    desk.find("actionOpenAtlas", QAction)
    assert callable(desk.plugin().open_atlas)
    assert callable(desk.plugin().close_atlas)
    assert desk.plugin().atlas is None
    assert "cityatlas" in {p.id() for p in QgsApplication.processingRegistry().providers()}


def test_starting_is_measured(desk):
    times, busy = [], []
    for _ in range(5):
        _unload(desk)
        start, own = time.perf_counter(), time.thread_time()
        assert qgis.utils.loadPlugin(PLUGIN)
        assert qgis.utils.startPlugin(PLUGIN)
        times.append((time.perf_counter() - start) * 1000)
        busy.append((time.thread_time() - own) * 1000)
        _settle(desk)
    times.sort()
    figures = f"median {times[2]:.1f} ms, slowest {times[-1]:.1f} ms of 5 (goal: under 50 ms)"
    figures += f"; of the processor {sorted(busy)[2]:.1f} ms"
    desk.note("plugin start-up inside QGIS", figures)
    assert desk.plugin() is qgis.utils.plugins[PLUGIN]
