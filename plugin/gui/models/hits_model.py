# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Sites found from an origin, as a table model over arrays: no row is built before it is shown.

It sorts and filters by itself: a proxy would ask Python for every cell of every row.
"""

from __future__ import annotations

from typing import Any, Optional

import numpy as np
from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, Qt

from ...core.atlas.store.store import Atlas
from ...core.i18n import mark, tr
from ...core.measure.located_sites import SiteTable, names
from ...core.measure.nearest import Hits
from ...core.measure.units import System, format_azimuth, format_distance, table_unit

HEADERS = (
    mark("HitsModel", "Rank"),
    mark("HitsModel", "Name"),
    mark("HitsModel", "Category"),
    mark("HitsModel", "Distance"),
    mark("HitsModel", "Azimuth"),
    mark("HitsModel", "Back azimuth"),
)
RANK, NAME, CATEGORY, DISTANCE, AZIMUTH, BACK = range(len(HEADERS))
FID_ROLE = Qt.ItemDataRole.UserRole + 1
NUMERIC = (RANK, DISTANCE, AZIMUTH, BACK)
WINDOW = 60
"""Names read at a time: about what a view shows."""
_NO_PARENT = QModelIndex()


class HitsModel(QAbstractTableModel):
    """Rank, name, category, distance, azimuth there and back."""

    def __init__(self, parent: Optional[Any] = None) -> None:
        super().__init__(parent)
        self._atlas: Optional[Atlas] = None
        self._table: Any = None
        self._hits: Any = None
        self._labels: dict[str, str] = {}
        self._names: dict[int, tuple[str, str]] = {}
        self._system = System.METRIC
        self._rows = np.empty(0, np.int64)
        self._sorted = (RANK, Qt.SortOrder.AscendingOrder)
        self._wanted = ""

    # -- what it shows -------------------------------------------------------------------------------

    def show(self, atlas: Optional[Atlas], table: Optional[SiteTable], hits: Optional[Hits]) -> None:
        """Show other hits, in the order and through the filter that are set."""
        self.beginResetModel()
        if atlas is not self._atlas or table is not self._table:
            self._names = dict(table.edited) if table is not None else {}
        self._atlas, self._table, self._hits = atlas, table, hits
        self._arrange()
        self.endResetModel()

    def set_labels(self, labels: dict[str, str]) -> None:
        """Set the words for category ids."""
        self._labels = labels

    def set_system(self, system: System) -> None:
        """Switch units."""
        self._system = system
        if self.rowCount():
            self.dataChanged.emit(self.index(0, DISTANCE), self.index(self.rowCount() - 1, DISTANCE))

    def set_filter(self, text: str) -> None:
        """Show only rows whose name or category holds a text."""
        self.beginResetModel()
        self._wanted = text.strip().casefold()
        self._arrange()
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Put the rows in the order of a column; what has no value comes last."""
        self.beginResetModel()
        self._sorted = (column, order)
        self._arrange()
        self.endResetModel()

    def _arrange(self) -> None:
        if self._hits is None or self._table is None:
            self._rows = np.empty(0, np.int64)
            return
        rows = np.arange(len(self._hits))
        if self._wanted:
            texts = zip(self._names_of(rows), self._categories_of(rows))
            kept = [self._wanted in f"{name}\n{category}".casefold() for name, category in texts]
            rows = rows[np.array(kept, dtype=bool)]
        column, order = self._sorted
        self._rows = rows[self._order_of(rows, column, order == Qt.SortOrder.DescendingOrder)]

    def _order_of(self, rows: Any, column: int, descending: bool) -> Any:
        """Return the permutation that sorts some hits by a column, ties as they stand."""
        if column in (AZIMUTH, BACK):
            keys = (self._hits.azimuth if column == AZIMUTH else self._hits.back_azimuth)[rows]
            return np.argsort(np.where(np.isnan(keys), np.inf, -keys if descending else keys), kind="stable")
        if column in (NAME, CATEGORY):
            texts = self._names_of(rows) if column == NAME else self._categories_of(rows)
            words = [text.casefold() for text in texts]
            return np.array(sorted(range(len(words)), key=words.__getitem__, reverse=descending), np.int64)
        places = np.arange(rows.size)
        return places[::-1] if descending else places

    # -- Qt's questions ------------------------------------------------------------------------------

    def rowCount(self, parent: QModelIndex = _NO_PARENT) -> int:
        return 0 if parent.isValid() else int(self._rows.size)

    def columnCount(self, parent: QModelIndex = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(HEADERS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr("HitsModel", HEADERS[section])
        return None

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or self._hits is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(index.row(), index.column())
        if role == FID_ROLE:
            return self.fid(index.row())
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in NUMERIC:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == DISTANCE:
            return f"{self.value(index.row(), DISTANCE):.3f} m"
        return None

    # -- cells ---------------------------------------------------------------------------------------

    def fid(self, row: int) -> int:
        """Return the feature id of a row's site."""
        return -1 if self._hits is None else self._fid(int(self._rows[row]))

    def value(self, row: int, column: int) -> Any:
        """Return a cell as a number or text (distance in metres, azimuths in degrees)."""
        if self._hits is None:
            return None
        hit = int(self._rows[row])
        if column == NAME:
            self._names_of(self._rows[row : row + WINDOW])
            return self._name(hit)
        if column == CATEGORY:
            return self._category(hit)
        if column == DISTANCE:
            return float(self._hits.distance[hit])
        if column == AZIMUTH:
            return float(self._hits.azimuth[hit])
        if column == BACK:
            return (float(self._hits.final_azimuth[hit]) + 180.0) % 360.0
        return hit + 1

    def spreadsheet(self) -> list[list[str]]:
        """Return all rows with their header for a spreadsheet: one unit to a column, numbers as numbers."""
        unit, metres = table_unit(self._system)
        header = [tr("HitsModel", title) for title in HEADERS]
        header[DISTANCE] += f" ({unit})"
        header[AZIMUTH] += " (°)"
        header[BACK] += " (°)"
        self._names_of(self._rows)
        rows = []
        for row in range(self.rowCount()):
            cells = [self.value(row, column) for column in range(len(HEADERS))]
            cells[DISTANCE] = f"{cells[DISTANCE] / metres:.{3 if metres == 1.0 else 6}f}"
            for column in (AZIMUTH, BACK):
                cells[column] = "" if np.isnan(cells[column]) else f"{cells[column]:.6f}"
            rows.append([str(cell) for cell in cells])
        return [header, *rows]

    def first(self, number: int) -> list[tuple[str, float]]:
        """Return names and distances (m) of the first rows."""
        self._names_of(self._rows[:number])
        return [
            (self.value(row, NAME), self.value(row, DISTANCE)) for row in range(min(number, self.rowCount()))
        ]

    def sentences(self) -> list[str]:
        """Return all rows as lines of text for a report."""
        self._names_of(self._rows)
        lines = []
        for row in range(self.rowCount()):
            rank, name, category, far, azimuth, back = (self._text(row, n) for n in range(len(HEADERS)))
            line = f"{rank}. {name} ({category}): {far}"
            lines.append(
                line
                if azimuth == "—"
                else tr("HitsModel", "{site}, azimuth {azimuth}, back {back}").format(
                    site=line, azimuth=azimuth, back=back
                )
            )
        return lines

    def _fid(self, hit: int) -> int:
        return int(self._table.fid[self._hits.index[hit]])

    def _name(self, hit: int) -> str:
        return self._names.get(self._fid(hit), ("", ""))[0]

    def _names_of(self, hits: Any) -> list[str]:
        """Return the names of some hits, those not known yet read first."""
        if self._hits is None or self._table is None:
            return []
        fids = self._table.fid[self._hits.index[hits]].tolist()
        missing = [fid for fid in fids if fid not in self._names]
        if missing and self._atlas is not None:
            self._names.update(names(self._atlas, missing))
        return [self._names.get(fid, ("", ""))[0] for fid in fids]

    def _category(self, hit: int) -> str:
        code = self._table.categories[self._table.category[self._hits.index[hit]]]
        return self._labels.get(code, code)

    def _categories_of(self, hits: Any) -> list[str]:
        words = [self._labels.get(code, code) for code in self._table.categories]
        return [words[number] for number in self._table.category[self._hits.index[hits]].tolist()]

    def _text(self, row: int, column: int) -> str:
        value = self.value(row, column)
        if column == DISTANCE:
            return format_distance(value, self._system)
        if column in (AZIMUTH, BACK):
            return format_azimuth(value)
        return str(value)
