# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Plain tables for the dialogs: read only, rows as lists, copied as a table."""

from __future__ import annotations

import html
from collections.abc import Sequence
from typing import Any, Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QGuiApplication, QKeySequence
from qgis.PyQt.QtWidgets import QAbstractItemView, QTableWidget, QTableWidgetItem, QWidget

LONGEST = 2_000
"""Characters of a cell that are shown; the whole text is in the file."""


def as_text(value: Any) -> str:
    """Return a value as a cell shows it: one line, plain."""
    if value is None or value == "":
        return "–"
    if isinstance(value, bool):
        return "yes" if value else "no"
    text = f"{value:,}" if isinstance(value, int) else str(value)
    return " ".join(text[:LONGEST].split()) if len(text) < LONGEST else text[:LONGEST] + "…"


class Table(QTableWidget):
    """A read-only table; Ctrl+C copies the selected rows, tab-separated with their headings."""

    def __init__(self, headings: Sequence[str], name: str, parent: Optional[QWidget] = None) -> None:
        super().__init__(0, len(headings), parent)
        self.setObjectName(name)
        self.setHorizontalHeaderLabels(list(headings))
        self.verticalHeader().hide()
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setAlternatingRowColors(True)
        self.setWordWrap(False)
        self.horizontalHeader().setStretchLastSection(True)

    def fill(self, rows: Sequence[Sequence[Any]], data: Optional[Sequence[Any]] = None) -> None:
        """Show rows; numbers stand right; ``data`` goes with the first cell of each row."""
        sorting = self.isSortingEnabled()
        self.setSortingEnabled(False)
        self.setRowCount(len(rows))
        for number, row in enumerate(rows):
            for column, value in enumerate(row):
                item = QTableWidgetItem(as_text(value))
                if len(item.text()) > 40:  # markup around escaped text: Qt shows it as it is
                    item.setToolTip(f"<p>{html.escape(item.text())}</p>")
                if isinstance(value, (int, float)) and not isinstance(value, bool):
                    item.setTextAlignment(int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter))
                self.setItem(number, column, item)
            if data is not None:
                self.item(number, 0).setData(Qt.ItemDataRole.UserRole, data[number])
        self.setSortingEnabled(sorting)
        self.resizeColumnsToContents()
        widest = max(260, self.viewport().width() // 2)
        for column in range(self.columnCount()):
            self.setColumnWidth(column, min(self.columnWidth(column), widest))

    def chosen(self) -> Any:
        """Return the data of the current row, None where there is none."""
        item = self.item(self.currentRow(), 0)
        return None if item is None else item.data(Qt.ItemDataRole.UserRole)

    def keyPressEvent(self, event: Any) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
            return
        super().keyPressEvent(event)

    def copy(self) -> None:
        """Put the selected rows (all, when none is) on the clipboard as a table."""
        rows = sorted({index.row() for index in self.selectedIndexes()}) or list(range(self.rowCount()))
        columns = range(self.columnCount())
        lines = ["\t".join(self.horizontalHeaderItem(column).text() for column in columns)]
        lines += ["\t".join(self.item(row, column).text() for column in columns) for row in rows]
        QGuiApplication.clipboard().setText("\n".join(lines))
