# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The tables of docks and dialogs: whole rows, read only, one look."""

from __future__ import annotations

import html
from collections.abc import Sequence
from typing import Any, Optional

from qgis.PyQt.QtCore import QAbstractItemModel, Qt
from qgis.PyQt.QtGui import QGuiApplication, QKeySequence
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QTableView,
    QTableWidget,
    QTableWidgetItem,
    QTreeWidget,
    QWidget,
)

ROW_MARGIN = 6
"""Pixels above and below the letters of a row, together."""
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


def as_rows(view: Any, name: str, *, single: bool = False) -> None:
    """Let a table view show read-only rows: one line each, chosen whole, as high as the letters ask."""
    view.setObjectName(name)
    view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    if single:
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    view.setAlternatingRowColors(True)
    view.setWordWrap(False)
    view.verticalHeader().hide()
    view.verticalHeader().setDefaultSectionSize(view.fontMetrics().height() + ROW_MARGIN)
    view.horizontalHeader().setStretchLastSection(True)


def table_view(
    name: str, model: QAbstractItemModel, parent: Optional[QWidget] = None, *, single: bool = False
) -> QTableView:
    """Return a view of a model's rows that is sorted by its headings, unsorted at first."""
    view = QTableView(parent)
    view.setModel(model)
    view.setSortingEnabled(True)
    view.sortByColumn(-1, Qt.SortOrder.AscendingOrder)
    as_rows(view, name, single=single)
    return view


def table_widget(name: str, headings: Sequence[str], parent: Optional[QWidget] = None) -> QTableWidget:
    """Return an empty table with headings, for cells that are ticked or chosen one by one."""
    table = QTableWidget(0, len(headings), parent)
    table.setHorizontalHeaderLabels(list(headings))
    as_rows(table, name)
    return table


def tree_widget(name: str, headings: Sequence[str], parent: Optional[QWidget] = None) -> QTreeWidget:
    """Return an empty list of rows with headings, without branches."""
    tree = QTreeWidget(parent)
    tree.setObjectName(name)
    tree.setHeaderLabels(list(headings))
    tree.setRootIsDecorated(False)
    tree.setUniformRowHeights(True)
    tree.setAlternatingRowColors(True)
    return tree


class TextTable(QTableWidget):
    """A read-only table of texts; Ctrl+C copies the selected rows, tab-separated with their headings."""

    def __init__(self, headings: Sequence[str], name: str, parent: Optional[QWidget] = None) -> None:
        super().__init__(0, len(headings), parent)
        self.setHorizontalHeaderLabels(list(headings))
        as_rows(self, name)

    def show_table(
        self, headings: Sequence[str], rows: Sequence[Sequence[Any]], data: Optional[Sequence[Any]] = None
    ) -> None:
        """Show rows under other headings."""
        self.setRowCount(0)
        self.setColumnCount(len(headings))
        self.setHorizontalHeaderLabels(list(headings))
        self.fill(rows, data)

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
