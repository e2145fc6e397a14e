# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Open attribute tables of the sites show what the list shows, unless the user filters them otherwise."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Optional

import numpy as np
import numpy.typing as npt
from qgis.core import QgsVectorLayer
from qgis.gui import QgsAttributeTableFilterModel, QgsDualView
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, Qt, QTimer
from qgis.PyQt.QtWidgets import (
    QApplication,
    QDialog,
    QDockWidget,
    QMainWindow,
    QStackedWidget,
    QWidget,
)

from ....core.search.result import FilterResult
from ...part import alive, disconnect

Mode = QgsAttributeTableFilterModel.FilterMode
OURS = "dprk_city_atlas_filtered"
"""Dynamic property of a table that follows the list."""
MOST = 200_000
"""A table is handed its rows one by one: beyond this it is left alone rather than stop the window."""
LOOK_MS = 200


class TableFilter(QObject):
    """Finds the open tables of a layer; QGIS tells nobody of a new one, but it takes the focus."""

    def __init__(self) -> None:
        super().__init__()
        self._layer: Optional[QgsVectorLayer] = None
        self._fids: Optional[npt.NDArray[np.int64]] = None
        """What the tables show, ascending; None: everything."""
        self._tables: dict[int, QgsDualView] = {}
        """By address: PyQGIS makes another wrapper of a table each time it is found."""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._look)

    def attach(self, layer: QgsVectorLayer) -> None:
        """Follow the tables of a layer."""
        self.detach()
        self._layer = layer
        self._tables = self._views()
        QApplication.instance().focusChanged.connect(self._focus_moved)

    def detach(self) -> None:
        """Let the tables show everything again."""
        disconnect(QApplication.instance().focusChanged, self._focus_moved)
        self._timer.stop()
        self._fids = None
        self._tell(self._tables.values())
        self._tables = {}
        self._layer = None

    def show(self, found: FilterResult, besides: list[int]) -> None:
        """Show the hits of a filter, and ``besides`` what stays whatever it says; all without criteria.

        A table that shows these sites already is left alone: to be told closes the cell that is edited.
        """
        fids = None
        if found.criteria and found.count <= MOST:
            fids = np.union1d(found.fids, np.array(besides, np.int64))
        if not _same(fids, self._fids):
            self._fids = fids
            self._tell(self._tables.values())

    def _focus_moved(self, _old: Optional[QWidget], _new: Optional[QWidget]) -> None:
        self._timer.start()

    def _look(self) -> None:
        known = [address for address, view in self._tables.items() if alive(view)]
        self._tables = self._views()
        self._tell([view for address, view in self._tables.items() if address not in known])

    def _tell(self, views: Iterable[QgsDualView]) -> None:
        there = [view for view in views if alive(view)]
        fids = self._fids.tolist() if there and self._fids is not None else []
        for view in there:
            if self._fids is None:
                self._open(view)
            else:
                self._close(view, fids)

    def _views(self) -> dict[int, QgsDualView]:
        layer = self._layer
        if layer is None or not alive(layer):
            return {}
        # By class, not by looking through every window: that would take 40 ms.
        windows = QApplication.topLevelWidgets()
        for main in [window for window in windows if isinstance(window, QMainWindow)]:
            docks = main.findChildren(QDockWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
            windows += [dock.widget() for dock in docks if dock.widget() is not None]
        # Since QGIS 3.34 the table lies in a plain dialog.
        inner = Qt.FindChildOption.FindDirectChildrenOnly
        for dialog in [window for window in windows if type(window) is QDialog]:
            windows += dialog.findChildren(QWidget, options=inner)
        found = {}
        for window in windows:
            if window.metaObject().className() != "QgsAttributeTableDialog":
                continue
            for widget in window.findChildren(QStackedWidget):
                # PyQGIS knows this class and does not recognise it by itself.
                if widget.metaObject().className() == "QgsDualView":
                    view = sip.cast(widget, QgsDualView)
                    model = view.masterModel()
                    if model is not None and model.layer().id() == layer.id():
                        found[sip.unwrapinstance(widget)] = view
        return found

    @staticmethod
    def _close(view: QgsDualView, fids: list[int]) -> None:
        if view.filterMode() == Mode.ShowAll or view.property(OURS):
            view.setProperty(OURS, True)
            view.setFilterMode(Mode.ShowFilteredList)
            view.setFilteredFeatures(fids)

    @staticmethod
    def _open(view: QgsDualView) -> None:
        if view.property(OURS):
            view.setProperty(OURS, False)
            view.setFilterMode(Mode.ShowAll)


def _same(one: Optional[npt.NDArray[np.int64]], other: Optional[npt.NDArray[np.int64]]) -> bool:
    if one is None or other is None:
        return one is other
    return np.array_equal(one, other)
