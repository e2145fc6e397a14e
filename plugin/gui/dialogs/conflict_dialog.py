# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Two versions of a row, field by field: the user says which value stands."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...core.atlas.model import BY_TABLE
from ...core.i18n import tr
from ..widgets.buttons import push_button
from ..widgets.labels import plain_label
from ..widgets.tables import as_text, table_widget

if TYPE_CHECKING:
    from ...core.atlas.edits.edit_session import Conflict

FIELD, MINE, THEIRS = range(3)


class ConflictDialog(QDialog):
    """Goes through conflicts one by one; ``decided(conflict, columns, remove)`` for each that is settled.

    What is not decided stays as the other editor saved it; my version is in the history.
    """

    decided = pyqtSignal(object, list, bool)

    def __init__(self, conflicts: list[Conflict], parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._conflicts = conflicts
        self._number = 0
        self.setObjectName("CityAtlasConflictDialog")
        self.setWindowTitle(tr("ConflictDialog", "Two versions of a row"))
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)
        self._build()
        self._show()
        self.resize(640, 420)

    def _build(self) -> None:
        self.title = plain_label(name="conflictTitle")
        headings = [
            tr("ConflictDialog", "Field"),
            tr("ConflictDialog", "Mine"),
            tr("ConflictDialog", "Theirs"),
        ]
        self.table = table_widget("conflictTable", headings, self)
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.table.itemChanged.connect(self._ticked)
        self.remove = QCheckBox(tr("ConflictDialog", "Delete it all the same"), self)
        row = QHBoxLayout()
        row.addWidget(push_button("allMine", tr("ConflictDialog", "All mine"), self._all_mine))
        row.addWidget(push_button("allTheirs", tr("ConflictDialog", "All theirs"), self._all_theirs))
        row.addStretch(1)
        self.buttons = QDialogButtonBox(self)
        self.apply = self.buttons.addButton(
            tr("ConflictDialog", "Save this row"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.apply.setObjectName("saveConflict")
        self.later = self.buttons.addButton(
            tr("ConflictDialog", "Keep theirs"), QDialogButtonBox.ButtonRole.RejectRole
        )
        self.apply.clicked.connect(self._apply)
        self.later.clicked.connect(self._next)
        layout = QVBoxLayout(self)
        layout.addWidget(self.title)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.remove)
        layout.addLayout(row)
        layout.addWidget(
            plain_label(tr("ConflictDialog", "Your version is kept in the history, whatever you choose."))
        )
        layout.addWidget(self.buttons)

    @property
    def conflict(self) -> Conflict:
        """The conflict that is shown."""
        return self._conflicts[self._number]

    def _show(self) -> None:
        conflict = self.conflict
        gone = conflict.theirs is None or conflict.theirs.deleted
        text = (
            tr(
                "ConflictDialog",
                "{number} of {total}: “{name}” ({table}) was deleted by somebody else while you edited it.",
            )
            if gone
            else tr(
                "ConflictDialog",
                "{number} of {total}: “{name}” ({table}) was changed by somebody else while you edited it.",
            )
        )
        self.title.setText(
            text.format(
                number=self._number + 1,
                total=len(self._conflicts),
                name=conflict.title,
                table=BY_TABLE[conflict.table].LABEL,
            )
        )
        self.remove.setVisible(conflict.removes)
        self.remove.setChecked(False)
        fields = conflict.fields()
        self.table.blockSignals(True)
        self.table.setRowCount(len(fields))
        for number, (name, label, mine, theirs) in enumerate(fields):
            for column, text in ((FIELD, label), (MINE, as_text(mine)), (THEIRS, as_text(theirs))):
                item = QTableWidgetItem(text)
                item.setFlags(Qt.ItemFlag.ItemIsEnabled)
                if column != FIELD:
                    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
                    chosen = Qt.CheckState.Checked if column == THEIRS else Qt.CheckState.Unchecked
                    item.setCheckState(chosen)
                else:
                    item.setData(Qt.ItemDataRole.UserRole, name)
                self.table.setItem(number, column, item)
        self.table.blockSignals(False)
        self.table.resizeColumnToContents(FIELD)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.setColumnWidth(MINE, 220)

    def _ticked(self, item: QTableWidgetItem) -> None:
        """One of the two values stands, never both."""
        other = THEIRS if item.column() == MINE else MINE
        wanted = item.checkState() == Qt.CheckState.Checked
        self._set(item.row(), item.column() if wanted else other)

    def _set(self, row: int, winner: int) -> None:
        self.table.blockSignals(True)
        for column in (MINE, THEIRS):
            state = Qt.CheckState.Checked if column == winner else Qt.CheckState.Unchecked
            self.table.item(row, column).setCheckState(state)
        self.table.blockSignals(False)

    def _all_mine(self, _checked: bool = False) -> None:
        for row in range(self.table.rowCount()):
            self._set(row, MINE)

    def _all_theirs(self, _checked: bool = False) -> None:
        for row in range(self.table.rowCount()):
            self._set(row, THEIRS)

    def columns(self) -> list[str]:
        """Return the columns whose value shall be mine."""
        return [
            self.table.item(row, FIELD).data(Qt.ItemDataRole.UserRole)
            for row in range(self.table.rowCount())
            if self.table.item(row, MINE).checkState() == Qt.CheckState.Checked
        ]

    def _apply(self) -> None:
        self.decided.emit(self.conflict, self.columns(), self.remove.isChecked())
        self._next()

    def _next(self) -> None:
        if self._number + 1 < len(self._conflicts):
            self._number += 1
            self._show()
        else:
            self.accept()
