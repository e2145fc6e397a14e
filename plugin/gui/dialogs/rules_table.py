# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The import rules as an editable table: folder names to categories, in the order in which they count."""

from __future__ import annotations

import html
from collections.abc import Sequence
from pathlib import Path
from typing import Any, Optional

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QHBoxLayout,
    QPushButton,
    QStyledItemDelegate,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...core.atlas.model import Status
from ...core.exchange import import_rules as rules
from ...core.i18n import tr
from ..widgets.labels import plain_label

COLUMNS = ("pattern", "category", "status", "note")


def own_rules() -> Path:
    """Return where the user's changed rules lie."""
    return Path(QgsApplication.qgisSettingsDirPath()) / "dprk_city_atlas" / "import_rules.csv"


class _Choice(QStyledItemDelegate):
    """Offers the values a cell may have; what a rule holds already is offered as well."""

    def __init__(self, values: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._values = list(values)

    def createEditor(self, parent: QWidget, _option: Any, index: Any) -> QWidget:
        held = index.data() or ""
        box = QComboBox(parent)
        box.addItems(self._values if held in self._values else [held, *self._values])
        return box

    def setEditorData(self, editor: Any, index: Any) -> None:
        editor.setCurrentText(index.data() or "")

    def setModelData(self, editor: Any, model: Any, index: Any) -> None:
        model.setData(index, editor.currentText())


class RulesTable(QWidget):
    """Shows, changes and keeps the rules; ``categories`` are the ids that the atlas knows."""

    changed = pyqtSignal()

    def __init__(self, categories: Sequence[str] = (), parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.table = QTableWidget(0, len(COLUMNS), self)
        self.table.setObjectName("rulesTable")
        self.table.setHorizontalHeaderLabels(
            [
                tr("RulesTable", "Folder name (regular expression)"),
                tr("RulesTable", "Category"),
                tr("RulesTable", "Status"),
                tr("RulesTable", "Note"),
            ]
        )
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.horizontalHeader().setStretchLastSection(True)
        self.table.itemChanged.connect(self._edited)
        # Kept: a table does not own its delegates.
        self._choices = [
            _Choice(["", *categories], self.table),
            _Choice(["", *(status.value for status in Status)], self.table),
        ]
        for column, choice in zip((1, 2), self._choices):
            self.table.setItemDelegateForColumn(column, choice)
        row = QHBoxLayout()
        for text, slot in (
            (tr("RulesTable", "Add"), self._add),
            (tr("RulesTable", "Remove"), self._remove),
            (tr("RulesTable", "Up"), self._up),
            (tr("RulesTable", "Down"), self._down),
            (tr("RulesTable", "Shipped rules"), self._shipped),
        ):
            button = QPushButton(text, self)
            button.setAutoDefault(False)
            button.clicked.connect(slot)
            row.addWidget(button)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(
            plain_label(
                tr("RulesTable", "The innermost folder that a rule fits decides; of several rules the first.")
            )
        )
        layout.addWidget(self.table, 1)
        layout.addLayout(row)
        self.show_rules(rules.read(own_rules() if own_rules().exists() else rules.SHIPPED))

    def show_rules(self, shown: rules.Rules) -> None:
        """Fill the table."""
        self.table.blockSignals(True)
        self.table.setRowCount(0)
        for rule in shown.rules:
            self._insert(self.table.rowCount(), [getattr(rule, name) for name in COLUMNS])
        self.table.blockSignals(False)
        self.table.setColumnWidth(0, 300)
        self.table.setColumnWidth(1, 150)
        self.table.setColumnWidth(2, 90)

    def rules(self) -> rules.Rules:
        """Return the rules as they stand.  Raises AtlasError for a pattern that is none."""
        rows = [
            [self._text(row, column) for column in range(len(COLUMNS))]
            for row in range(self.table.rowCount())
        ]
        return rules.Rules(rules.Rule(*row) for row in rows if row[0])

    def keep(self) -> None:
        """Write the rules down for the next import."""
        from ...core.tables_out import write_csv

        own_rules().parent.mkdir(parents=True, exist_ok=True)
        rows = ([getattr(rule, name) for name in COLUMNS] for rule in self.rules().rules)
        write_csv(own_rules(), COLUMNS, rows, guard=False)  # a pattern is read as it stands

    def _text(self, row: int, column: int) -> str:
        item = self.table.item(row, column)
        return item.text().strip() if item is not None else ""

    def _insert(self, row: int, texts: list[str]) -> None:
        self.table.insertRow(row)
        for column, text in enumerate(texts):
            item = QTableWidgetItem(text)
            if len(text) > 30:  # markup around escaped text: Qt shows it as it is
                item.setToolTip(f"<p>{html.escape(text)}</p>")
            self.table.setItem(row, column, item)

    def _edited(self, _item: Any) -> None:
        self.changed.emit()

    def _add(self, _checked: bool = False) -> None:
        row = max(self.table.currentRow(), 0)
        self._insert(row, ["", "unknown", "", ""])
        self.table.setCurrentCell(row, 0)
        self.table.editItem(self.table.item(row, 0))

    def _remove(self, _checked: bool = False) -> None:
        for row in sorted({index.row() for index in self.table.selectedIndexes()}, reverse=True):
            self.table.removeRow(row)
        self.changed.emit()

    def _up(self, _checked: bool = False) -> None:
        self._move(-1)

    def _down(self, _checked: bool = False) -> None:
        self._move(1)

    def _move(self, step: int) -> None:
        row = self.table.currentRow()
        if row < 0 or not 0 <= row + step < self.table.rowCount():
            return
        texts = [self._text(row, column) for column in range(len(COLUMNS))]
        self.table.blockSignals(True)
        self.table.removeRow(row)
        self._insert(row + step, texts)
        self.table.blockSignals(False)
        self.table.setCurrentCell(row + step, 0)
        self.changed.emit()

    def _shipped(self, _checked: bool = False) -> None:
        self.show_rules(rules.read())
        self.changed.emit()

    def keyPressEvent(self, event: Any) -> None:
        # Enter ends the editing of a cell; it must not press the dialog's button as well.
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
