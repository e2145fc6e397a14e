# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The dry run of a table: what its columns were taken for, where its rows are, and what each row becomes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple, Optional

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QFileDialog,
    QHBoxLayout,
    QSplitter,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ...core.atlas.store.store import Atlas
from ...core.coordinates.format import format_decimal
from ...core.errors import AtlasError
from ...core.exchange.import_report import TableReport
from ...core.exchange.import_rules import Rules
from ...core.exchange.table.import_table import column_title
from ...core.exchange.table.mapping import TableMapping, read_mapping
from ...core.exchange.table.open_table import OpenedTable, TableRequest
from ...core.exchange.table.plan import Fate, Plan, PlannedRow
from ...core.exchange.table.table import RowState
from ...core.i18n import tr
from ..widgets.buttons import push_button
from ..widgets.labels import plain_label
from ..widgets.tables import TextTable
from .column_roles import ColumnRoles
from .table_map import TableMap
from .table_shape import TableShape
from .value_words import ValueWords

MOST_ROWS = 5_000


class TableRun(NamedTuple):
    """A table that was read, and what its rows become; no plan where it is not certain how to read it."""

    opened: OpenedTable
    plan: Plan
    report: TableReport


class TablePage(QWidget):
    """Chooses how the table is read and shows the result row by row."""

    changed = pyqtSignal()
    failed = pyqtSignal(object)

    def __init__(self, atlas: Atlas, rules: Rules, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._rules = rules
        self._run: Optional[TableRun] = None
        self._mapping: Optional[TableMapping] = None
        self.shape = TableShape(self)
        self.columns = ColumnRoles(self)
        self.map = TableMap(atlas, self)
        self.values = ValueWords(atlas, self)
        self.question = plain_label()
        self.question.setObjectName("tableQuestion")
        font = self.question.font()
        font.setBold(True)
        self.question.setFont(font)
        self.take_asked = QCheckBox(tr("TablePage", "Take the positions that are asked about"), self)
        self.take_asked.setObjectName("takeAsked")
        self.take_asked.hide()
        above = QSplitter(Qt.Orientation.Horizontal, self)
        above.addWidget(self.columns)
        above.addWidget(self.map)
        above.setStretchFactor(0, 3)
        above.setStretchFactor(1, 1)
        halves = QSplitter(Qt.Orientation.Vertical, self)
        halves.addWidget(above)
        halves.addWidget(self._tabs())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.shape)
        layout.addWidget(self.question)
        layout.addWidget(self.take_asked)
        layout.addWidget(halves, 1)
        layout.addLayout(self._mapping_row())
        for part in (self.shape, self.columns, self.values):
            part.changed.connect(self.changed)
        self.take_asked.toggled.connect(self._tell)
        self.only_bad.toggled.connect(self._fill)

    def _tabs(self) -> QTabWidget:
        self.rows = TextTable(
            [
                tr("TablePage", "Row"),
                tr("TablePage", "Name"),
                tr("TablePage", "As written"),
                tr("TablePage", "Read as"),
                tr("TablePage", "Becomes"),
                tr("TablePage", "Why"),
            ],
            "dryRunTable",
            self,
        )
        self.only_bad = QCheckBox(tr("TablePage", "Only rows that are not taken over"), self)
        self.only_bad.setObjectName("onlyBad")
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.only_bad)
        column.addWidget(self.rows)
        self.changes = TextTable(
            [
                tr("TablePage", "Row"),
                tr("TablePage", "Site"),
                tr("TablePage", "Field"),
                tr("TablePage", "Here"),
                tr("TablePage", "In the table"),
                tr("TablePage", "What happens"),
            ],
            "changesTable",
            self,
        )
        self.same = TextTable(
            [
                tr("TablePage", "Row"),
                tr("TablePage", "Name in the table"),
                tr("TablePage", "Site here"),
                tr("TablePage", "Away (m)"),
                tr("TablePage", "Why"),
            ],
            "sameTable",
            self,
        )
        self.tabs = QTabWidget(self)
        self.tabs.setObjectName("tableTabs")
        for widget in (page, self.values, self.changes, self.same):
            self.tabs.addTab(widget, "")
        self._title_tabs(0, 0, 0, 0)
        return self.tabs

    def _title_tabs(self, rows: int, unknown: int, changes: int, same: int) -> None:
        titles = (
            (tr("TablePage", "Rows"), tr("TablePage", "Rows ({count})"), rows),
            (tr("TablePage", "Words"), tr("TablePage", "Words ({count} not understood)"), unknown),
            (tr("TablePage", "Changes"), tr("TablePage", "Changes ({count})"), changes),
            (tr("TablePage", "Here already?"), tr("TablePage", "Here already? ({count})"), same),
        )
        for tab, (plain, counted, count) in enumerate(titles):
            self.tabs.setTabText(tab, counted.format(count=f"{count:,}") if count else plain)

    def _mapping_row(self) -> QHBoxLayout:
        self.keep = push_button(
            "saveMapping", tr("TablePage", "Save the mapping…"), self._save_mapping,
            tip=tr("TablePage", "Keep what the columns and words are, for the algorithm “Import a table”"),
        )  # fmt: skip
        self.load = push_button(
            "readMapping", tr("TablePage", "Read a mapping…"), self._read_mapping,
            tip=tr("TablePage", "Take what the columns and words are from a file"),
        )  # fmt: skip
        row = QHBoxLayout()
        row.addWidget(self.keep)
        row.addWidget(self.load)
        row.addStretch(1)
        return row

    def _tell(self, _value: Any = None) -> None:
        self.changed.emit()

    # -- what was chosen -----------------------------------------------------------------------------

    def request(self, path: Optional[Path], text: str) -> TableRequest:
        """Return how the table is to be read."""
        return TableRequest(
            path=path,
            text=text,
            stated=self.shape.stated(),
            roles=dict(self.columns.chosen),
            reading=None if self._run is None else self.shape.reading(),
            values=self.values.values(),
            mapping=self._mapping,
        )

    def forget(self) -> None:
        """Forget all choices and show nothing: another table comes."""
        self._mapping = None
        self.shape.forget()
        self.columns.forget()
        self.values.forget()
        self.take_asked.setChecked(False)
        self.empty()

    def _save_mapping(self, _checked: bool = False) -> None:
        if self._run is None:
            return
        path, _filter = QFileDialog.getSaveFileName(
            self, tr("TablePage", "Save the mapping"), "", tr("TablePage", "Mapping (*.json)")
        )
        if path:
            target = Path(path) if path.lower().endswith(".json") else Path(f"{path}.json")
            try:
                self._run.opened.mapping.save(target)
            except AtlasError as error:
                self.failed.emit(error)

    def _read_mapping(self, _checked: bool = False) -> None:
        path, _filter = QFileDialog.getOpenFileName(
            self, tr("TablePage", "Read a mapping"), "", tr("TablePage", "Mapping (*.json)")
        )
        if not path:
            return
        try:
            self.take_mapping(read_mapping(Path(path)))
        except AtlasError as error:
            self.failed.emit(error)

    def take_mapping(self, mapping: TableMapping) -> None:
        """Read the table by a mapping; what was chosen before is forgotten."""
        self.columns.chosen, self.values.chosen = {}, {}
        self.shape.set_reading(mapping.reading)
        self._mapping = mapping
        self.changed.emit()

    # -- what was found ------------------------------------------------------------------------------

    def show_run(self, run: TableRun) -> None:
        """Show a dry run."""
        first, self._run = self._run is None, run
        opened = run.opened
        if first:
            self.shape.set_reading(opened.understanding.reading)
        self.shape.show_shape(opened.table)
        self.columns.show_table(opened.table, opened.understanding)
        self.question.setText("\n".join(question.text for question in opened.understanding.questions))
        self.question.setVisible(bool(opened.understanding.questions))
        rows = [planned.row for planned in run.plan.rows]
        asked = any(row.state is RowState.ASKED for row in rows)
        self.take_asked.setVisible(asked or self.take_asked.isChecked())
        self.map.show_places(
            [(row.position.lon, row.position.lat) for row in rows if row.position is not None]
        )
        unknown = self.values.show_rows(rows, opened.mapping.values, self._rules)
        changes = _change_lines(run.plan)
        self.changes.fill(changes[:MOST_ROWS])
        same = [
            (row["row"], row["name"], row["site_name"], row["distance_m"], tr("Duplicates", row["reason"]))
            for row in run.report.duplicates
        ]
        self.same.fill(same[:MOST_ROWS])
        self._title_tabs(len(rows), unknown, len(changes), len(same))
        self.keep.setEnabled(True)
        self._fill()

    def empty(self) -> None:
        """Show no run."""
        self._run = None
        self.columns.setRowCount(0)
        for table in (self.rows, self.changes, self.same):
            table.fill([])
        self.question.clear()
        self.question.hide()
        self.keep.setEnabled(False)
        self.map.show_places([])
        self._title_tabs(0, 0, 0, 0)

    def _fill(self, _checked: bool = False) -> None:
        if self._run is None:
            return
        only_bad = self.only_bad.isChecked()
        shown = [row for row in self._run.plan.rows if not only_bad or row.fate is Fate.REFUSED]
        self.rows.fill([_line(row) for row in shown[:MOST_ROWS]])

    def release(self) -> None:
        """Let go of what is drawn."""
        self.map.release()


def _line(planned: PlannedRow) -> Sequence[Any]:
    row = planned.row
    read = format_decimal(row.position.lon, row.position.lat) if row.position else None
    why = " ".join(part for part in (planned.reason, *planned.problems) if part)
    return row.number, planned.name, row.text, read, tr("TablePlan", planned.fate.value), why


def _change_lines(plan: Plan) -> list[Sequence[Any]]:
    lines: list[Sequence[Any]] = []
    taken, kept = tr("TablePage", "taken over"), tr("TablePage", "changed here as well: yours stays")
    for planned in plan.of(Fate.CHANGED, Fate.CONFLICT):
        meeting, number = planned.meeting, planned.row.number
        if meeting is None:
            continue
        name = meeting.site.name
        if meeting.site.deleted:
            lines.append((number, name, "", "", "", tr("TablePage", "deleted here: it stays deleted")))
            continue
        for field, old, new in meeting.changes:
            lines.append((number, name, column_title(field), _shown(old), _shown(new), taken))
        for conflict in meeting.conflicts:
            lines.append(
                (
                    number,
                    name,
                    column_title(conflict.field),
                    _shown(conflict.mine),
                    _shown(conflict.new),
                    kept,
                )
            )
    return lines


def _shown(value: Any) -> Any:
    if isinstance(value, (tuple, list)) and len(value) == 2:
        return f"{value[1]:.6f}, {value[0]:.6f}"
    return value
