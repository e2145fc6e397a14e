# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Rows of text as a table model that sorts numbers as numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Optional

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, Qt

SORT_ROLE = Qt.ItemDataRole.UserRole
ITEM_ROLE = Qt.ItemDataRole.UserRole + 1
_ALIGNED = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


def number_of(text: str) -> Optional[float]:
    """Return the number that a cell is (thousands set apart, ∞ for infinite), None for words."""
    if text == "∞":
        return float("inf")
    try:
        return float(text.replace(",", ""))
    except ValueError:
        return None


class RowsModel(QAbstractTableModel):
    """Shows rows of text; each row carries the thing it stands for (``item``)."""

    def __init__(self, parent: Optional[Any] = None) -> None:
        super().__init__(parent)
        self.header: list[str] = []
        self.rows: list[list[str]] = []
        self._items: list[Any] = []

    def show(self, header: Sequence[str], rows: Sequence[Sequence[str]], items: Sequence[Any] = ()) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.header, self.rows = list(header), [list(row) for row in rows]
        self._items = list(items) or [None] * len(rows)
        self.endResetModel()

    def item(self, row: int) -> Any:
        """Return what a row stands for."""
        return self._items[row]

    def rowCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008 (Qt's signature)
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: QModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self.header)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.header[section]
        return None

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        text = self.rows[index.row()][index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return text
        if role == SORT_ROLE:
            number = number_of(text)
            # Numbers before words, both in one order: Qt compares only values of one type.
            return text.casefold() if number is None else f" {1e15 + min(number, 9e14):032.9f}"
        if role == ITEM_ROLE:
            return self._items[index.row()]
        if role == Qt.ItemDataRole.TextAlignmentRole and number_of(text) is not None:
            return _ALIGNED
        return None
