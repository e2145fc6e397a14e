# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The first rows of a table with what each column was taken for above them: changed by a list."""

from __future__ import annotations

from typing import Any, Dict, Optional

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QStyledItemDelegate,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from ...core.exchange.table.roles import TITLES, Role, Understanding
from ...core.exchange.table.table import Table
from ...core.i18n import tr

SAMPLES = 8
CERTAIN = 0.75
"""From this certainty on a role is not marked as doubtful."""
DOUBTFUL = QColor(255, 236, 179)
ROLE = Qt.ItemDataRole.UserRole


def role_title(role: Role) -> str:
    """Return what a role is called."""
    return tr("Role", TITLES[role])


class _RoleList(QStyledItemDelegate):
    """Offers the roles in the first row: the likely ones of the column first, then all."""

    def __init__(self, view: ColumnRoles) -> None:
        super().__init__(view)
        self._view = view

    def createEditor(self, parent: QWidget, _option: Any, index: Any) -> Optional[QWidget]:
        if index.row() != 0:
            return None
        box = QComboBox(parent)
        for role in self._view.offered(index.column()):
            box.addItem(role_title(role), role.value)
        box.activated.connect(lambda _index: self._chosen(box))
        return box

    def _chosen(self, box: QComboBox) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box)

    def setEditorData(self, editor: Any, index: Any) -> None:
        editor.setCurrentIndex(max(0, editor.findData(index.data(ROLE))))
        editor.showPopup()

    def setModelData(self, editor: Any, _model: Any, index: Any) -> None:
        self._view.choose(index.column(), Role(editor.currentData()))


class ColumnRoles(QTableWidget):
    """Shows headings, roles and samples; ``chosen`` are the roles that a person gave to columns."""

    changed = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(0, 0, parent)
        self.setObjectName("columnRoles")
        self.chosen: Dict[int, Role] = {}
        self._understanding: Optional[Understanding] = None
        self._delegate = _RoleList(self)  # kept: a table does not own its delegates
        self.setItemDelegateForRow(0, self._delegate)
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.CurrentChanged
            | QAbstractItemView.EditTrigger.SelectedClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.DoubleClicked
        )
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(False)

    def show_table(self, table: Table, understanding: Understanding) -> None:
        """Show the first rows of a table and what its columns were taken for."""
        self._understanding = understanding
        self.blockSignals(True)
        self.setRowCount(min(len(table.rows), SAMPLES) + 1)
        self.setColumnCount(len(table.headings))
        self.setHorizontalHeaderLabels(table.headings)
        self.setVerticalHeaderLabels(
            [tr("ColumnRoles", "is"), *(str(number) for number in table.numbers[:SAMPLES])]
        )
        for index in range(len(table.headings)):
            self._show_column(table, understanding, index)
        self.blockSignals(False)
        self.resizeColumnsToContents()
        for index in range(self.columnCount()):
            self.setColumnWidth(index, min(max(self.columnWidth(index), 90), 220))

    def _show_column(self, table: Table, understanding: Understanding, index: int) -> None:
        column = understanding.columns[index]
        item = QTableWidgetItem(f"{role_title(column.role)} ▾")
        item.setData(ROLE, column.role.value)
        font = item.font()
        font.setBold(column.role is not Role.OTHER)
        item.setFont(font)
        doubtful = column.role is not Role.OTHER and column.certainty < CERTAIN
        asked = any(index in question.columns for question in understanding.questions)
        if doubtful or asked:
            item.setBackground(DOUBTFUL)
            item.setForeground(QColor("black"))
        item.setToolTip(column.reason or tr("ColumnRoles", "Click to say what this column holds"))
        self.setItem(0, index, item)
        for number, row in enumerate(table.rows[:SAMPLES], 1):
            cell = QTableWidgetItem(row[index][:120])
            cell.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            self.setItem(number, index, cell)

    def offered(self, index: int) -> list[Role]:
        """Return the roles of a column's list, the likely ones first."""
        likely: tuple[Role, ...] = ()
        if self._understanding is not None:
            column = self._understanding.columns[index]
            likely = (column.role, *column.candidates)
        return list(dict.fromkeys((*likely, Role.OTHER, *Role)))

    def choose(self, index: int, role: Role) -> None:
        """Give a column a role; another column of that role loses it."""
        if self._understanding is not None and self._understanding.columns[index].role is role:
            return
        if role is not Role.OTHER:
            self.chosen = {at: other for at, other in self.chosen.items() if other is not role}
            for column in self._understanding.columns if self._understanding else ():
                if column.role is role and column.index != index:
                    self.chosen[column.index] = Role.OTHER
        self.chosen[index] = role
        self.changed.emit()

    def forget(self) -> None:
        """Show nothing and forget what was chosen: another table comes."""
        self.chosen = {}
        self._understanding = None
        self.setRowCount(0)
        self.setColumnCount(0)
