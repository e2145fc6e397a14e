# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""What a newer release brought, and what both it and the analyst had changed, side by side."""

from __future__ import annotations

from typing import Any, Optional

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QTableWidget,
    QTableWidgetItem,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ...core.exchange.kml.take_release import takeable
from ...core.i18n import tr
from ..widgets.labels import plain_label
from ..widgets.tables import TextTable, as_text

WAYS = ("added", "moved", "renamed", "refiled", "changed", "gone")
NEW = 4


class ReleaseDialog(QDialog):
    """Shows a merge; ``take(conflicts)`` asks to take the source's value for some of the conflicts."""

    take = pyqtSignal(list)

    def __init__(self, report: Any, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._conflicts = list(report.conflicts)
        self.setObjectName("CityAtlasReleaseDialog")
        self.setWindowTitle(tr("ReleaseDialog", "New release of “{}”").format(report.source))
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)
        merge = report.release_merge or {"counts": {}}
        counts = ", ".join(f"{merge['counts'].get(way, 0):,} {way}" for way in (*WAYS, "unchanged"))
        layout = QVBoxLayout(self)
        layout.addWidget(plain_label(counts + "."))
        tabs = QTabWidget(self)
        layout.addWidget(tabs, 1)
        tabs.addTab(
            self._conflict_tab(), tr("ReleaseDialog", "Conflicts ({:,})").format(len(self._conflicts))
        )
        for way in WAYS:
            rows = merge.get(way, [])
            if rows:
                tabs.addTab(self._changes(way, rows), f"{way.capitalize()} ({merge['counts'][way]:,})")
        self._buttons(layout)
        self.resize(760, 480)

    def _buttons(self, layout: QVBoxLayout) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        if self._conflicts:
            apply = buttons.addButton(
                tr("ReleaseDialog", "Save the choices"), QDialogButtonBox.ButtonRole.AcceptRole
            )
            apply.setObjectName("takeRelease")
            apply.clicked.connect(self._take)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)

    def _changes(self, way: str, rows: list[dict[str, Any]]) -> TextTable:
        table = TextTable(
            [tr("ReleaseDialog", "Name"), tr("ReleaseDialog", "Folder"), tr("ReleaseDialog", "Before")],
            f"{way}Table",
            self,
        )
        table.fill(
            [
                (row["name"], row["folder"],
                 row.get("last_folder") if way == "refiled" else row.get("last_name"))
                for row in rows
            ]
        )  # fmt: skip
        return table

    def _conflict_tab(self) -> QWidget:
        page = QWidget(self)
        layout = QVBoxLayout(page)
        text = (
            tr(
                "ReleaseDialog",
                "Both you and the source changed these. Yours stand; tick what shall come from the source.",
            )
            if self._conflicts
            else tr("ReleaseDialog", "Nothing that you changed was changed by the source as well.")
        )
        layout.addWidget(plain_label(text))
        self.table = QTableWidget(len(self._conflicts), 5, page)
        self.table.setObjectName("releaseConflicts")
        self.table.setHorizontalHeaderLabels(
            [
                tr("ReleaseDialog", "Name"),
                tr("ReleaseDialog", "Field"),
                tr("ReleaseDialog", "Last release"),
                tr("ReleaseDialog", "Yours"),
                tr("ReleaseDialog", "New release"),
            ]
        )
        self.table.verticalHeader().hide()
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        for number, conflict in enumerate(self._conflicts):
            values = (conflict["name"], conflict["field"], conflict["last_release"], conflict["mine"],
                      conflict["new_release"])  # fmt: skip
            for column, value in enumerate(values):
                item = QTableWidgetItem(_shown(value))
                if column == NEW and takeable(conflict):
                    item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsUserCheckable)
                    item.setCheckState(Qt.CheckState.Unchecked)
                self.table.setItem(number, column, item)
        self.table.resizeColumnsToContents()
        for column in range(5):
            self.table.setColumnWidth(column, min(self.table.columnWidth(column), 260))
        self.table.horizontalHeader().setStretchLastSection(True)
        layout.addWidget(self.table, 1)
        return page

    def _take(self) -> None:
        chosen = [
            conflict
            for number, conflict in enumerate(self._conflicts)
            if takeable(conflict) and self.table.item(number, NEW).checkState() == Qt.CheckState.Checked
        ]
        if chosen:
            self.take.emit(chosen)
        self.accept()


def _shown(value: Any) -> str:
    if isinstance(value, (tuple, list)) and len(value) == 2:
        return f"{value[1]:.6f}, {value[0]:.6f}"
    return as_text(value)
