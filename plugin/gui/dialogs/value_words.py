# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""What the words of a table mean: each word of its categories and states beside the atlas's value."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Dict, Optional

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QTableWidgetItem, QVBoxLayout, QWidget

from ...core.atlas.model import Category, Status
from ...core.atlas.store.store import Atlas
from ...core.exchange.import_rules import Rules
from ...core.exchange.table.roles import Role
from ...core.exchange.table.site_values import SiteValues, ValueMap, words_of
from ...core.exchange.table.table import TableRow
from ...core.i18n import tr
from ..widgets.tables import table_widget
from .column_roles import role_title

MOST_WORDS = 200


class ValueWords(QWidget):
    """Shows the words of a table and what they become; ``chosen`` is what a person said."""

    changed = pyqtSignal()

    def __init__(self, atlas: Atlas, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._atlas = atlas
        self.chosen: Dict[Role, Dict[str, str]] = {}
        self._lists = {
            Role.CATEGORY: [(row.id, row.label) for row in atlas.rows(Category)],
            Role.STATUS: [(status.value, tr("Words", status.value)) for status in Status],
        }
        self.table = table_widget(
            "valueWords",
            [
                tr("ValueWords", "Column"),
                tr("ValueWords", "In the table"),
                tr("ValueWords", "Becomes"),
            ],
            self,
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.table)

    def values(self) -> ValueMap:
        """Return what a person said the words mean."""
        return ValueMap({role: dict(words) for role, words in self.chosen.items()})

    def forget(self) -> None:
        """Forget what was chosen: another table comes."""
        self.chosen = {}
        self.table.setRowCount(0)

    def show_rows(self, rows: Sequence[TableRow], mapped: ValueMap, rules: Rules) -> int:
        """Show the words of the rows; return how many of them mean nothing yet."""
        values = SiteValues(self._atlas, rules, mapped)
        unknown = 0
        self.table.setRowCount(0)
        for role, meaning in ((Role.CATEGORY, values.category), (Role.STATUS, values.status)):
            for word in words_of(rows, role)[:MOST_WORDS]:
                value = meaning(word)
                unknown += value is None
                self._add(role, word, value)
        self.table.resizeColumnsToContents()
        return unknown

    def _add(self, role: Role, word: str, value: Optional[str]) -> None:
        number = self.table.rowCount()
        self.table.insertRow(number)
        for column, text in enumerate((role_title(role), word)):
            item = QTableWidgetItem(text)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            self.table.setItem(number, column, item)
        box = QComboBox(self.table)
        box.setObjectName(f"valueOf:{role.value}:{word}")
        box.addItem(tr("ValueWords", "(not taken over)"), "")
        for key, title in self._lists[role]:
            box.addItem(title, key)
        box.setCurrentIndex(max(0, box.findData(value or "")))
        box.activated.connect(lambda _index: self._chosen(role, word, box))
        self.table.setCellWidget(number, 2, box)

    def _chosen(self, role: Role, word: str, box: Any) -> None:
        self.chosen.setdefault(role, {})[word] = box.currentData()
        self.changed.emit()
