# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Sites found from an origin, as a table model over arrays: no row is built before it is shown."""

from __future__ import annotations

from typing import Any, Optional

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, Qt

from ...core.atlas.store import Atlas
from ...core.measure.nearest import Hits
from ...core.measure.sites import SiteTable, names
from ...core.measure.units import System, format_azimuth, format_distance

HEADERS = ("Rank", "Name", "Category", "Distance", "Azimuth", "Back azimuth")
RANK, NAME, CATEGORY, DISTANCE, AZIMUTH, BACK = range(len(HEADERS))
SORT_ROLE = Qt.ItemDataRole.UserRole
FID_ROLE = Qt.ItemDataRole.UserRole + 1
NUMERIC = (RANK, DISTANCE, AZIMUTH, BACK)


class HitsModel(QAbstractTableModel):
    """Rank, name, category, distance, azimuth there and back."""

    def __init__(self, parent: Optional[Any] = None) -> None:
        super().__init__(parent)
        self._atlas: Optional[Atlas] = None
        self._table: Optional[SiteTable] = None
        self._hits: Optional[Hits] = None
        self._labels: dict[str, str] = {}
        self._names: dict[int, tuple[str, str]] = {}
        self._system = System.METRIC

    def show(self, atlas: Optional[Atlas], table: Optional[SiteTable], hits: Optional[Hits]) -> None:
        """Show other hits."""
        self.beginResetModel()
        if atlas is not self._atlas or table is not self._table:
            self._names = {}
        self._atlas, self._table, self._hits = atlas, table, hits
        self.endResetModel()

    def set_labels(self, labels: dict[str, str]) -> None:
        """Set the words for category ids."""
        self._labels = labels

    def set_system(self, system: System) -> None:
        """Switch units."""
        self._system = system
        if self.rowCount():
            self.dataChanged.emit(self.index(0, DISTANCE), self.index(self.rowCount() - 1, DISTANCE))

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        return 0 if parent.isValid() or self._hits is None else len(self._hits)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(HEADERS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.tr(HEADERS[section])
        return None

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or self._hits is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(index.row(), index.column())
        if role == SORT_ROLE:
            return self.value(index.row(), index.column())
        if role == FID_ROLE:
            return self.fid(index.row())
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in NUMERIC:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == DISTANCE:
            return f"{float(self._hits.distance[index.row()]):.3f} m"
        return None

    def fid(self, row: int) -> int:
        """Return the feature id of a row's site."""
        if self._table is None or self._hits is None:
            return -1
        return int(self._table.fid[self._hits.index[row]])

    def _name(self, row: int) -> str:
        fid = self.fid(row)
        if fid not in self._names and self._atlas is not None:
            window = range(row, min(row + 60, self.rowCount()))
            self._names.update(names(self._atlas, [self.fid(near) for near in window]))
        return self._names.get(fid, ("", ""))[0]

    def _category(self, row: int) -> str:
        if self._table is None or self._hits is None:
            return ""
        code = self._table.categories[self._table.category[self._hits.index[row]]]
        return self._labels.get(code, code)

    def _text(self, row: int, column: int) -> str:
        value = self.value(row, column)
        if column == DISTANCE:
            return format_distance(value, self._system)
        if column in (AZIMUTH, BACK):
            return format_azimuth(value)
        return str(value)

    def value(self, row: int, column: int) -> Any:
        """Return a cell as a number or text (distance in metres, azimuths in degrees)."""
        if self._hits is None:
            return None
        if column == NAME:
            return self._name(row)
        if column == CATEGORY:
            return self._category(row)
        if column == DISTANCE:
            return float(self._hits.distance[row])
        if column == AZIMUTH:
            return float(self._hits.azimuth[row])
        if column == BACK:
            return float(self._hits.back_azimuth[row])
        return row + 1
