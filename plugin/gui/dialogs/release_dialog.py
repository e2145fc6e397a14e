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
from ...core.i18n import mark, tr
from ..widgets.labels import plain_label
from ..widgets.tables import TextTable, as_text

WAYS = {
    "added": (mark("ReleaseDialog", "Added ({count})"), mark("ReleaseDialog", "{count} added")),
    "moved": (mark("ReleaseDialog", "Moved ({count})"), mark("ReleaseDialog", "{count} moved")),
    "renamed": (mark("ReleaseDialog", "Renamed ({count})"), mark("ReleaseDialog", "{count} renamed")),
    "refiled": (mark("ReleaseDialog", "Refiled ({count})"), mark("ReleaseDialog", "{count} refiled")),
    "changed": (mark("ReleaseDialog", "Changed ({count})"), mark("ReleaseDialog", "{count} changed")),
    "gone": (mark("ReleaseDialog", "Gone ({count})"), mark("ReleaseDialog", "{count} gone")),
    "unchanged": ("", mark("ReleaseDialog", "{count} unchanged")),
}
"""What a release did to features: the title of its page, and the words of the summary."""
FIELDS = {
    "name": mark("ReleaseDialog", "Name"),
    "description": mark("ReleaseDialog", "Description"),
    "begin_text": mark("ReleaseDialog", "Begin"),
    "end_text": mark("ReleaseDialog", "End"),
    "category": mark("ReleaseDialog", "Category"),
    "status": mark("ReleaseDialog", "Status"),
    "place": mark("ReleaseDialog", "Position"),
    "deleted": mark("ReleaseDialog", "Deleted"),
    "geometry": mark("ReleaseDialog", "Geometry"),
}
"""What a field of a conflict is called."""
NEW = 4


class ReleaseDialog(QDialog):
    """Shows a merge; ``take(conflicts)`` asks to take the source's value for some of the conflicts."""

    take = pyqtSignal(list)

    def __init__(self, report: Any, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._conflicts = list(report.conflicts)
        self.setObjectName("CityAtlasReleaseDialog")
        self.setWindowTitle(tr("ReleaseDialog", "New release of “{source}”").format(source=report.source))
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)
        merge = report.release_merge or {"counts": {}}
        counts = ", ".join(
            tr("ReleaseDialog", said).format(count=f"{merge['counts'].get(way, 0):,}")
            for way, (_title, said) in WAYS.items()
        )
        layout = QVBoxLayout(self)
        layout.addWidget(plain_label(counts + "."))
        tabs = QTabWidget(self)
        layout.addWidget(tabs, 1)
        tabs.addTab(
            self._conflict_tab(),
            tr("ReleaseDialog", "Conflicts ({count})").format(count=f"{len(self._conflicts):,}"),
        )
        for way, (title, _said) in WAYS.items():
            rows = merge.get(way, [])
            if rows and title:
                count = f"{merge['counts'][way]:,}"
                tabs.addTab(self._changes(way, rows), tr("ReleaseDialog", title).format(count=count))
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
            field = tr("ReleaseDialog", FIELDS.get(conflict["field"], conflict["field"]))
            states = (conflict[key] for key in ("last_release", "mine", "new_release"))
            values = (conflict["name"], field, *states)
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
