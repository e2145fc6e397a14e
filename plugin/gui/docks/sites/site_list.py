# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The list of sites: selection in step with the map, zoom, keys, columns, order."""

from __future__ import annotations

from typing import Any, Optional

from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsPointXY, QgsProject
from qgis.PyQt.QtCore import (
    QIdentityProxyModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    Qt,
    pyqtSignal,
)
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QAction,
    QApplication,
    QHeaderView,
    QMenu,
    QTableView,
    QWidget,
)

from ....core.i18n import tr
from ....core.tables_out import tsv_cell
from ...context import Context
from ...models.sites_model import COLUMNS, FID, KEPT, LAT, LON, STATE, UNSAVED, SitesModel, titles
from ...part import alive
from ...tools.places import wgs84_to_canvas
from .site_data import RELEVANCE, Sort

IN_STEP = 500
"""Up to so many selected sites are shown as selected rows one by one."""
CLOSE_SCALE = 25_000.0
FLASHES = 3
MOST_COPIED = 100_000


class SitesView(QTableView):
    """The view named ``siteView``, over an identity proxy of ``SitesModel``."""

    sortChanged = pyqtSignal(object)
    picked = pyqtSignal()
    """The user selected other rows (or none)."""
    left = pyqtSignal()
    """Escape: back to the search."""
    opened = pyqtSignal(int)
    """Feature id of a row that was double-clicked or entered."""

    formAsked = pyqtSignal(int)
    """Feature id of the row whose form is to be opened."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.context = context
        self.sort = Sort()
        self._layer: Any = None
        self._in_step = False
        self.setObjectName("siteView")
        self.setAccessibleName(tr("SitesView", "Sites"))
        self._build()
        self.source = SitesModel(self)
        proxy = QIdentityProxyModel(self)
        proxy.setSourceModel(self.source)
        self.setModel(proxy)
        self._shape()
        self.doubleClicked.connect(self._open_index)
        self.selectionModel().selectionChanged.connect(self._to_map)

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
        rows.setDefaultSectionSize(self.fontMetrics().height() + 8)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)

    def _shape(self) -> None:
        header = self.horizontalHeader()
        header.setStretchLastSection(False)
        header.setHighlightSections(False)
        header.setSectionsMovable(True)
        header.setSectionsClickable(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        wide = self.fontMetrics().averageCharWidth()
        shown = self.context.settings.list_columns
        for place, name in enumerate(COLUMNS):
            self.setColumnWidth(place, wide * (12 if name in ("city", "distance", "date") else 18))
            self.setColumnHidden(place, name not in shown and name != "name")
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.setMinimumSectionSize(wide * 6)
        # Qt asks the selection row by row whether a whole column is in it: 14 s for a million rows.
        header.setSelectionModel(QItemSelectionModel(self.model(), header))
        self._restore_columns()
        header.sectionMoved.connect(self._keep_columns)
        header.sectionResized.connect(self._resized)
        header.sectionClicked.connect(self._sort_by)
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        header.customContextMenuRequested.connect(self._choose_columns)

    def _resized(self, section: int, _before: int, _now: int) -> None:
        if section:  # the name stretches with the window
            self._keep_columns()

    def _keep_columns(self, *_args: Any) -> None:
        """Keep places and widths; those that stretch follow the window."""
        header = self.horizontalHeader()
        fixed = QHeaderView.ResizeMode.Interactive
        kept = [
            f"{COLUMNS[place]}:{header.sectionSize(place) if header.sectionResizeMode(place) == fixed else 0}"
            for place in sorted(range(len(COLUMNS)), key=header.visualIndex)
        ]
        self.context.settings.change(list_places=tuple(kept))

    def _restore_columns(self) -> None:
        header = self.horizontalHeader()
        for to, entry in enumerate(self.context.settings.list_places):
            name, _colon, width = entry.partition(":")
            if name in COLUMNS:
                place = COLUMNS.index(name)
                header.moveSection(header.visualIndex(place), to)
                if width.isdigit() and int(width) and not self.isColumnHidden(place):
                    header.resizeSection(place, int(width))

    def refit(self) -> None:
        """Fit the rows to another font size."""
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 8)

    # -- columns and order ---------------------------------------------------------------------------

    def columns_menu(self) -> QMenu:
        """Return a menu in which each column is switched on or off."""
        menu = QMenu(self)
        menu.setObjectName("siteColumnsMenu")
        for place, name in enumerate(COLUMNS):
            action = QAction(titles()[name], menu)
            action.setCheckable(True)
            action.setChecked(not self.isColumnHidden(place))
            action.setEnabled(name != "name")
            action.setData(place)
            menu.addAction(action)
        menu.triggered.connect(self._switch_column)
        return menu

    def _choose_columns(self, at: QPoint) -> None:
        menu = self.columns_menu()
        menu.exec(self.horizontalHeader().mapToGlobal(at))
        menu.deleteLater()

    def _switch_column(self, action: QAction) -> None:
        self.setColumnHidden(action.data(), not action.isChecked())
        shown = [name for place, name in enumerate(COLUMNS) if not self.isColumnHidden(place)]
        self.context.settings.change(list_columns=tuple(shown))

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

    # -- selection, in step with the map -------------------------------------------------------------

    def attach(self, layer: Optional[Any]) -> None:
        """Follow the selection of a layer (None: of no layer)."""
        if alive(self._layer):
            self._layer.selectionChanged.disconnect(self._from_map)
        self._layer = layer
        if layer is not None:
            layer.selectionChanged.connect(self._from_map)

    def selected_fids(self) -> list[int]:
        """Return the feature ids of the selected rows, from the top of the list down."""
        found: list[int] = []
        for part in sorted(self.selectionModel().selection(), key=lambda item: item.top()):
            found.extend(int(fid) for fid in self.source.fids_at(part.top(), part.bottom()))
        return list(dict.fromkeys(found))

    def select_fids(self, fids: list[int]) -> None:
        """Select rows without telling the map."""
        self._in_step = True
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
        self._in_step = False

    def select_first_hit(self) -> None:
        """Select the first site that was asked for, unless one of them is selected already."""
        rows = self.selectionModel().selectedRows(0)
        if any(index.data(STATE) not in (KEPT, UNSAVED) for index in rows[:IN_STEP]):
            return
        first = self.source.first_hit()
        if first >= 0:
            self.selectRow(first)

    def _to_map(self, _now: QItemSelection, _before: QItemSelection) -> None:
        if self._in_step:
            return
        if alive(self._layer):
            self._in_step = True
            self._layer.selectByIds(self.selected_fids())
            self._in_step = False
        self.picked.emit()

    def _from_map(self, *_args: Any) -> None:
        if not self._in_step:
            self.select_fids(self._layer.selectedFeatureIds())
            self.picked.emit()

    # -- going there ---------------------------------------------------------------------------------

    def keyPressEvent(self, event: Any) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier and self.currentIndex().isValid():
                self.formAsked.emit(self.currentIndex().data(FID))
            else:
                self._open_index(self.currentIndex())
        elif event.matches(QKeySequence.StandardKey.Copy):
            self.copy_rows()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _open_index(self, index: QModelIndex) -> None:
        if index.isValid():
            self.opened.emit(index.data(FID))

    def copy_rows(self) -> None:
        """Copy the selected rows as a table (tabs and line ends), as they stand in the list."""
        header = self.horizontalHeader()
        places = sorted(range(len(COLUMNS)), key=header.visualIndex)
        shown = [place for place in places if not self.isColumnHidden(place)]
        lines = ["\t".join(titles()[COLUMNS[place]] for place in shown)]
        for part in sorted(self.selectionModel().selection(), key=lambda item: item.top()):
            for row in range(part.top(), min(part.bottom(), part.top() + MOST_COPIED) + 1):
                lines.append("\t".join(_cell(self.model().index(row, place)) for place in shown))
        QApplication.clipboard().setText("\n".join(lines[: MOST_COPIED + 1]))

    def zoom_to(self, fids: list[int]) -> bool:
        """Zoom the map to sites and flash them; False when none of them has a position."""
        places = []
        for fid in fids[:IN_STEP]:
            place = self.source.place_of(fid)
            index = self.model().index(place, 0) if place >= 0 else QModelIndex()
            if index.isValid() and index.data(LON) == index.data(LON):
                places.append((index.data(LON), index.data(LAT)))
        return zoom_and_flash(self.context.iface.mapCanvas(), places)


def _cell(index: QModelIndex) -> str:
    """Return a text that stays one cell, and that a spreadsheet does not compute."""
    return tsv_cell(index.data() or "")


def zoom_and_flash(canvas: Any, places: list[tuple[float, float]]) -> bool:
    """Show places (degrees) on the map, close enough to see what is there, and flash them."""
    if not places:
        return False
    points = [wgs84_to_canvas(canvas, QgsPointXY(*place)) for place in places]
    if len(points) == 1:
        canvas.setCenter(points[0])
        if canvas.scale() > CLOSE_SCALE:
            canvas.zoomScale(CLOSE_SCALE)
    else:
        from qgis.core import QgsRectangle

        box = QgsRectangle(points[0], points[0])
        for point in points[1:]:
            box.combineExtentWith(point.x(), point.y())
        box.scale(1.2)
        canvas.setExtent(box)
    canvas.refresh()
    from qgis.core import QgsGeometry

    canvas.flashGeometries(
        [QgsGeometry.fromPointXY(point) for point in points], canvas.mapSettings().destinationCrs(),
        flashes=FLASHES,
    )  # fmt: skip
    return True


def map_centre(canvas: Any) -> tuple[float, float]:
    """Return the centre of the map in degrees."""
    wgs84 = QgsCoordinateReferenceSystem("EPSG:4326")
    transform = QgsCoordinateTransform(canvas.mapSettings().destinationCrs(), wgs84, QgsProject.instance())
    point = transform.transform(canvas.center())
    return point.x(), point.y()
