# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Which columns the list of sites shows, where, how wide; kept as the user left them."""

from __future__ import annotations

from qgis.PyQt.QtCore import QItemSelectionModel, QObject, QPoint, Qt
from qgis.PyQt.QtWidgets import QAction, QHeaderView, QMenu, QTableView

from ...context import Context
from ...models.sites_model import COLUMNS

NARROW = ("city", "distance", "date")


class ListColumns(QObject):
    """Arranges the columns of the list, its model set already."""

    def __init__(self, context: Context, view: QTableView) -> None:
        super().__init__(view)
        self._context, self._view = context, view
        self._shape()
        self._restore()
        header = view.horizontalHeader()
        header.sectionMoved.connect(self._keep)
        header.sectionResized.connect(self._resized)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._choose)

    def shown(self) -> list[int]:
        """Return the places of the shown columns, from left to right."""
        places = sorted(range(len(COLUMNS)), key=self._view.horizontalHeader().visualIndex)
        return [place for place in places if not self._view.isColumnHidden(place)]

    def title(self, place: int) -> str:
        """Return the heading of a column."""
        return str(self._view.model().headerData(place, Qt.Orientation.Horizontal))

    def menu(self) -> QMenu:
        """Return a menu in which each column is switched on or off."""
        menu = QMenu(self._view)
        menu.setObjectName("siteColumnsMenu")
        for place, name in enumerate(COLUMNS):
            action = QAction(self.title(place), menu)
            action.setCheckable(True)
            action.setChecked(not self._view.isColumnHidden(place))
            action.setEnabled(name != "name")
            action.setData(place)
            menu.addAction(action)
        menu.triggered.connect(self._switch)
        return menu

    def _shape(self) -> None:
        view, header = self._view, self._view.horizontalHeader()
        header.setStretchLastSection(False)
        header.setHighlightSections(False)
        header.setSectionsMovable(True)
        header.setSectionsClickable(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        wide = view.fontMetrics().averageCharWidth()
        shown = self._context.settings.list_columns
        for place, name in enumerate(COLUMNS):
            view.setColumnWidth(place, wide * (12 if name in NARROW else 18))
            view.setColumnHidden(place, name not in shown and name != "name")
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(wide * 6)
        # Qt asks the selection row by row whether a whole column is in it: 14 s for a million rows.
        header.setSelectionModel(QItemSelectionModel(view.model(), header))

    def _restore(self) -> None:
        header = self._view.horizontalHeader()
        for to, entry in enumerate(self._context.settings.list_places):
            name, _colon, width = entry.partition(":")
            if name in COLUMNS:
                place = COLUMNS.index(name)
                header.moveSection(header.visualIndex(place), to)
                if width.isdigit() and int(width) and not self._view.isColumnHidden(place):
                    header.resizeSection(place, int(width))

    def _resized(self, section: int, _before: int, _now: int) -> None:
        if section:  # the name stretches with the window
            self._keep()

    def _keep(self, *_args: int) -> None:
        """Keep places and widths; those that stretch follow the window."""
        header = self._view.horizontalHeader()
        fixed = QHeaderView.ResizeMode.Interactive
        kept = [
            f"{COLUMNS[place]}:{header.sectionSize(place) if header.sectionResizeMode(place) == fixed else 0}"
            for place in sorted(range(len(COLUMNS)), key=header.visualIndex)
        ]
        self._context.settings.change(list_places=tuple(kept))

    def _choose(self, at: QPoint) -> None:
        menu = self.menu()
        menu.exec(self._view.horizontalHeader().mapToGlobal(at))
        menu.deleteLater()

    def _switch(self, action: QAction) -> None:
        self._view.setColumnHidden(action.data(), not action.isChecked())
        shown = [name for place, name in enumerate(COLUMNS) if not self._view.isColumnHidden(place)]
        self._context.settings.change(list_columns=tuple(shown))
