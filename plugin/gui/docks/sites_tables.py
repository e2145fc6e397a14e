# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Open attribute tables of the sites show what the list shows, unless the user filters them otherwise."""

from __future__ import annotations

from typing import Any, Optional

from qgis.gui import QgsAttributeTableFilterModel, QgsDualView
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, Qt, QTimer
from qgis.PyQt.QtWidgets import QApplication, QDockWidget, QMainWindow, QStackedWidget

from ..part import alive, disconnect

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
        self._layer: Any = None
        self._fids: Optional[list[int]] = None
        self._known: set[int] = set()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self._look)

    def attach(self, layer: Any) -> None:
        """Follow the tables of a layer."""
        self.detach()
        self._layer = layer
        QApplication.instance().focusChanged.connect(self._focus_moved)

    def detach(self) -> None:
        """Let the tables show everything again."""
        disconnect(QApplication.instance().focusChanged, self._focus_moved)
        self._timer.stop()
        self._fids = None
        for view in self._views():
            self._open(view)
        self._layer = None
        self._known.clear()

    def show(self, hits: Any, besides: list[int]) -> None:
        """Show the hits of a filter, and ``besides`` what stays whatever it says; all without criteria."""
        if hits.criteria and hits.count <= MOST:
            self._fids = [*hits.fids.tolist(), *besides]
        else:
            self._fids = None
        self._known.clear()
        self._look()

    def _focus_moved(self, _old: Any, _new: Any) -> None:
        if self._fids is not None:
            self._timer.start()

    def _look(self) -> None:
        views = self._views()
        for view in views:
            if id(view) not in self._known:
                self._open(view) if self._fids is None else self._close(view)
        self._known = {id(view) for view in views}

    def _views(self) -> list[Any]:
        if not alive(self._layer):
            return []
        places: list[Any] = []
        for window in QApplication.topLevelWidgets():
            # All of the main window would take 40 ms to look through.
            direct = Qt.FindChildOption.FindDirectChildrenOnly
            inside = isinstance(window, QMainWindow)
            places += window.findChildren(QDockWidget, options=direct) if inside else [window]
        found = []
        for window in places:
            for widget in window.findChildren(QStackedWidget):
                # PyQGIS knows this class and does not recognise it by itself.
                if widget.metaObject().className() == "QgsDualView":
                    view = sip.cast(widget, QgsDualView)
                    model = view.masterModel()
                    if model is not None and model.layer() is self._layer:
                        found.append(view)
        return found

    def _close(self, view: Any) -> None:
        if view.filterMode() == Mode.ShowAll or view.property(OURS):
            view.setProperty(OURS, True)
            view.setFilterMode(Mode.ShowFilteredList)
            view.setFilteredFeatures(self._fids)

    @staticmethod
    def _open(view: Any) -> None:
        if view.property(OURS):
            view.setProperty(OURS, False)
            view.setFilterMode(Mode.ShowAll)
