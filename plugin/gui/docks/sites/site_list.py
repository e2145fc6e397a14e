# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The list of sites: rows, order, keys, and the way to them on the map."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtCore import (
    QIdentityProxyModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    Qt,
    pyqtSignal,
)
from qgis.PyQt.QtGui import QKeyEvent, QKeySequence
from qgis.PyQt.QtWidgets import QAbstractItemView, QApplication, QHeaderView, QTableView, QWidget

from ....core.i18n import tr
from ....core.search.result import RELEVANCE, Sort
from ....core.tables_out import as_tsv
from ...context import Context
from ...models.sites_model import COLUMNS, FID, LAT, LON, STATE, UNSAVED, SitesModel
from ...tools.places import zoom_and_flash
from .list_columns import ListColumns

IN_STEP = 500
"""Up to so many selected sites are shown as selected rows one by one."""
MOST_COPIED = 100_000


class SitesView(QTableView):
    """The view named ``siteView``, over an identity proxy of ``SitesModel``."""

    sortChanged = pyqtSignal(object)
    """Another Sort."""
    left = pyqtSignal()
    """Escape: back to the search."""
    opened = pyqtSignal(int)
    """Feature id of a row that was double-clicked or entered."""
    formAsked = pyqtSignal(int)
    """Feature id of the row whose form is to be opened."""
    deleteAsked = pyqtSignal()
    """The selected sites are to be deleted."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.context = context
        self.sort = Sort()
        self.in_step = False
        """Rows are being selected because they are on the map, not by the user."""
        self.setObjectName("siteView")
        self.setAccessibleName(tr("SitesView", "Sites"))
        self._build()
        self.source = SitesModel(self)
        proxy = QIdentityProxyModel(self)
        proxy.setSourceModel(self.source)
        self.setModel(proxy)
        self.columns = ListColumns(context, self)
        self.horizontalHeader().sectionClicked.connect(self._sort_by)
        self.doubleClicked.connect(self._open_index)

    def _build(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setAlternatingRowColors(True)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.refit()
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def refit(self) -> None:
        """Fit the rows to another font size."""
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 8)

    # -- order ---------------------------------------------------------------------------------------

    def _sort_by(self, section: int) -> None:
        by = COLUMNS[section]
        if self.sort.by != by:
            self.set_sort(Sort(by))
        elif not self.sort.descending:
            self.set_sort(Sort(by, True))
        else:
            self.set_sort(Sort())

    def set_sort(self, sort: Sort) -> None:
        """Sort anew; a third click on a heading goes back to relevance."""
        self.sort = sort
        header = self.horizontalHeader()
        header.setSortIndicatorShown(sort.by != RELEVANCE)
        if sort.by in COLUMNS:
            order = Qt.SortOrder.DescendingOrder if sort.descending else Qt.SortOrder.AscendingOrder
            header.setSortIndicator(COLUMNS.index(sort.by), order)
        self.sortChanged.emit(sort)

    # -- selected rows -------------------------------------------------------------------------------

    def selected_fids(self) -> list[int]:
        """Return the feature ids of the selected rows, from the top of the list down."""
        return [fid for part in self._selected_parts() for fid in self.source.fids_at(*part).tolist()]

    def selected_count(self) -> int:
        """Return how many rows are selected."""
        return sum(bottom - top + 1 for top, bottom in self._selected_parts())

    def _selected_parts(self) -> list[tuple[int, int]]:
        """Return first and last row of the selected stretches, from the top down."""
        found: list[tuple[int, int]] = []
        below = -1
        for top, bottom in sorted((p.top(), p.bottom()) for p in self.selectionModel().selection()):
            if bottom > below:  # Qt may give the columns of a row apart
                found.append((max(top, below + 1), bottom))
                below = bottom
        return found

    def select_fids(self, fids: Sequence[int]) -> None:
        """Select the rows of sites that are selected on the map already."""
        self.in_step = True
        chosen = QItemSelection()
        places = sorted(place for place in map(self.source.place_of, fids[:IN_STEP]) if place >= 0)
        last = self.model().columnCount() - 1
        for place in places:
            chosen.select(self.model().index(place, 0), self.model().index(place, last))
        self.selectionModel().select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if places:
            first = self.model().index(places[0], 0)
            self.selectionModel().setCurrentIndex(first, QItemSelectionModel.SelectionFlag.NoUpdate)
            self.scrollTo(first)
        self.in_step = False

    def select_first_hit(self) -> None:
        """Select the first site that was asked for, unless one of them is selected already."""
        rows = self.selectionModel().selectedRows(0)
        if any(index.data(STATE) != UNSAVED for index in rows[:IN_STEP]):
            return
        first = self.source.first_hit()
        if first >= 0:
            self.selectRow(first)

    def copy_rows(self) -> None:
        """Copy the selected rows as a table, as they stand in the list."""
        shown, model = self.columns.shown(), self.model()
        rows = [
            [model.index(row, place).data() for place in shown]
            for top, bottom in self._selected_parts()
            for row in range(top, min(bottom, top + MOST_COPIED - 1) + 1)
        ]
        header = [self.columns.title(place) for place in shown]
        QApplication.clipboard().setText(as_tsv(header, rows[:MOST_COPIED]))

    # -- going there ---------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self.currentIndex().isValid():
                self.formAsked.emit(self.currentIndex().data(FID))
            else:
                self._open_index(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_rows()
        elif event.matches(QKeySequence.StandardKey.Delete):
            self.deleteAsked.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _open_index(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(index.data(FID))

    def zoom_to(self, fids: Sequence[int]) -> bool:
        """Zoom the map to sites and flash them; False when none of them has a position."""
        places = []
        for fid in fids[:IN_STEP]:
            place = self.source.place_of(fid)
            index = self.model().index(place, 0) if place >= 0 else QModelIndex()
            if index.isValid() and index.data(LON) == index.data(LON):
                places.append((index.data(LON), index.data(LAT)))
        return zoom_and_flash(self.context.iface.mapCanvas(), places)
