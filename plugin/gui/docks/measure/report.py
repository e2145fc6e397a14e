# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""What the tabs share that report on a whole atlas: work in the background, a table, copy, CSV, marks."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any, Callable

from qgis.core import QgsApplication
from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import QSortFilterProxyModel, Qt, QTimer
from qgis.PyQt.QtWidgets import QFileDialog, QLabel, QTableView, QToolButton, QVBoxLayout, QWidget

from ....core.atlas.store.store import Atlas
from ....core.i18n import tr
from ...background import Progress, Work
from ...context import Context
from ...messages import reported
from ...models.rows_model import ITEM_ROLE, SORT_ROLE, RowsModel
from ...part import alive, disconnect
from ...tools.marks import Marks
from ...widgets.buttons import tool_button
from ...widgets.labels import plain_label
from ...widgets.tables import table_view
from .project_units import LINES, Detail, Flow

Stop = Callable[[float], bool]
"""Is told the percentage that is done; returns whether to stop."""


class ReportTab(QWidget):
    """A tab with a table of what was computed; it computes when it is looked at and out of date.

    Subclasses set the class attributes, ``COMPUTE`` (a function of atlas and progress that touches no
    widget) and ``fill``; they may add widgets in ``build_above`` and ``build_below``.
    """

    NAME = "report"
    TITLE = ""
    CLOSED = ""
    WIDTHS: tuple[int, ...] = ()

    def __init__(self, context: Context, parent: Any) -> None:
        super().__init__(parent)
        self.context = context
        self.yardstick = parent.yardstick
        self.result: Any = None
        self._work = Work(self)
        self._work.done.connect(self._done)
        self._work.failed.connect(self._failed)
        self._stale = True
        self.marks = Marks(context.iface.mapCanvas())
        self._build()
        session = context.open_atlas
        self._connections = [
            (session.opened, self.reload), (session.closed, self.reload), (session.changed, self.reload),
        ]  # fmt: skip
        for signal, slot in self._connections:
            signal.connect(slot)
        self.reload()

    # -- building ------------------------------------------------------------------------------------

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        self.build_above(layout)
        self.filter_edit = QgsFilterLineEdit(self)
        self.filter_edit.setObjectName(f"{self.NAME}Filter")
        self.filter_edit.setShowSearchIcon(True)
        self.filter_edit.setPlaceholderText(tr("ReportTab", "Filter"))
        self.filter_edit.textChanged.connect(self._filter)
        layout.addWidget(self.filter_edit)
        self.summary: QLabel = plain_label(name=f"{self.NAME}Summary", selectable=True, parent=self)
        layout.addWidget(self.summary)
        layout.addWidget(self._table(), 1)
        self.build_below(layout)
        row = Flow(self)
        row.add(self.button("Copy", "mActionEditCopy.svg", tr("ReportTab", "Copy"), self.copy))
        row.add(self.button("Csv", "mActionFileSave.svg", tr("ReportTab", "Save as CSV…"), self.save_csv))
        self.build_buttons(row)
        layout.addWidget(row)

    def build_above(self, _layout: QVBoxLayout) -> None:
        """Add widgets above the table."""

    def build_below(self, _layout: QVBoxLayout) -> None:
        """Add widgets under the table."""

    def build_buttons(self, _row: Flow) -> None:
        """Add buttons beside copy and save."""

    def detail_label(self, name: str, layout: QVBoxLayout, lines: int = LINES) -> Detail:
        """Add a label for a longer text, which scrolls from some lines on."""
        made = Detail(plain_label(name=name, selectable=True, parent=self), self, lines)
        layout.addWidget(made)
        return made

    def button(self, name: str, icon: str, text: str, slot: Callable[..., object]) -> QToolButton:
        """Return a flat button with text, named after the tab."""
        return tool_button(f"{self.NAME}{name}", text, slot, icon=icon, text=text, parent=self)

    def _table(self) -> QTableView:
        self.model = RowsModel(self)
        self.proxy = QSortFilterProxyModel(self)
        self.proxy.setSourceModel(self.model)
        self.proxy.setSortRole(SORT_ROLE)
        self.proxy.setFilterKeyColumn(-1)
        self.proxy.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.view = table_view(f"{self.NAME}View", self.proxy, self, single=True)
        self.view.selectionModel().currentRowChanged.connect(self._current_changed)
        self.view.doubleClicked.connect(self._double_clicked)
        return self.view

    # -- computing -----------------------------------------------------------------------------------

    def compute(self) -> Callable[[Atlas, Stop], Any]:
        """Return the function that computes; it is called with (atlas, stop) in another thread."""
        raise AttributeError(f"{type(self).__name__} computes nothing")

    def fill(self) -> None:
        """Show ``self.result`` with ``show_rows``."""

    def choose(self, item: Any) -> None:
        """React to the row that was chosen (None: no row)."""

    def reload(self) -> None:
        """Compute again now, or when the tab is next looked at."""
        self._work.drop()
        self._stale = True
        atlas = self.context.open_atlas.atlas
        self.setEnabled(atlas is not None)
        if atlas is None:
            self.result = None
            self.show_rows((), (), ())
            self.summary.setText(tr("ReportTab", self.CLOSED))
        elif self.isVisible():
            self.start()

    def showEvent(self, event: Any) -> None:
        """Compute what is out of date when the tab comes into view."""
        super().showEvent(event)
        if self._stale and self.context.open_atlas.atlas is not None:
            self.start()

    def hideEvent(self, event: Any) -> None:
        """Take the marks off the map with the tab."""
        super().hideEvent(event)
        self.marks.clear()

    def start(self) -> None:
        """Compute in the background; the last question wins."""
        atlas = self.context.open_atlas.atlas
        if atlas is None:
            return
        self._stale = False
        self.summary.setText(tr("ReportTab", "Computing…"))
        computed = self.compute()

        def piece(progress: Progress) -> tuple[Atlas, Any]:
            return atlas, computed(atlas, lambda percent: not progress.go_on(percent / 100.0))

        self._work.start(tr("ReportTab", self.TITLE), piece)

    @reported
    def _done(self, found: tuple[Atlas, Any]) -> None:
        atlas, result = found
        if atlas is self.context.open_atlas.atlas:
            self.result = result
            self.fill()

    def _failed(self, error: object) -> None:
        self.summary.setText(tr("ReportTab", "Nothing was computed."))
        if isinstance(error, BaseException):
            self.context.messages.error(error)

    # -- the table -----------------------------------------------------------------------------------

    def show_rows(
        self,
        header: Sequence[str],
        rows: Sequence[Sequence[str]],
        items: Sequence[Any],
        widths: Sequence[int] = (),
    ) -> None:
        """Show a table (``widths`` of its columns: the class's by default); what was chosen is let go."""
        fresh = list(header) != self.model.header
        self.model.show(header, rows, items)
        if fresh:
            scale = self.fontMetrics().height() / 15.0
            for column, width in enumerate(widths or self.WIDTHS):
                least = self.view.horizontalHeader().sectionSizeHint(column)
                self.view.setColumnWidth(column, max(round(width * scale), least))
        self._current_changed(None)

    def chosen(self) -> Any:
        """Return what the current row stands for, None without one."""
        index = self.view.currentIndex()
        return index.data(ITEM_ROLE) if index.isValid() else None

    @reported
    def _current_changed(self, _current: Any, _previous: Any = None) -> None:
        self.marks.clear()
        self.choose(self.chosen())
        # The text below grows and takes room from the table: the chosen row must stay in sight.
        QTimer.singleShot(0, self._keep_in_sight)

    def _keep_in_sight(self) -> None:
        if alive(self.view) and self.view.currentIndex().isValid():
            self.view.scrollTo(self.view.currentIndex().siblingAtColumn(0))

    def _double_clicked(self, _index: Any) -> None:
        self.marks.zoom()

    def point_out(self, points: Sequence[Any], lines: Sequence[Any] = ()) -> None:
        """Mark places on the map and bring them into view if they are not."""
        self.marks.show(points, lines)
        if self.marks.places and not self.marks.in_view():
            self.marks.zoom()

    def _filter(self, text: str) -> None:
        self.proxy.setFilterFixedString(text)

    # -- out -----------------------------------------------------------------------------------------

    def rows(self) -> list[list[str]]:
        """Return the rows as they are shown, without the header."""
        places = (self.proxy.mapToSource(self.proxy.index(row, 0)) for row in range(self.proxy.rowCount()))
        return [self.model.rows[place.row()] for place in places]

    def notes(self) -> list[str]:
        """Return lines that go under the table in a file."""
        return []

    @reported
    def copy(self, _checked: bool = False) -> None:
        """Copy the table, tab-separated, ready for a spreadsheet."""
        from ....core.tables_out import as_tsv

        rows = [*self.rows(), *([note] for note in self.notes())]
        QgsApplication.clipboard().setText(as_tsv(self.model.header, rows))

    @reported
    def save_csv(self, _checked: bool = False) -> None:
        """Ask for a name and save the table."""
        path, _filter = QFileDialog.getSaveFileName(
            self, tr("ReportTab", "Save as CSV"), "", tr("ReportTab", "CSV (*.csv)")
        )
        if path:
            self.write_csv(Path(path).with_suffix(".csv"))
            self.context.messages.info(
                tr("ReportTab", "Saved {file}.").format(file=Path(path).with_suffix(".csv").name)
            )

    def write_csv(self, path: Path) -> None:
        """Save the table as it is shown."""
        from ....core.tables_out import write_csv

        write_csv(path, self.model.header, self.rows(), self.notes())

    def saved(self, batch: str, title: str) -> None:
        """Show what was saved everywhere, as a step that can be undone."""
        self.context.steps.saved(batch, title)

    def release(self) -> None:
        """Let go of everything outside this tab."""
        self._work.drop()
        for signal, slot in self._connections:
            disconnect(signal, slot)
        self.marks.release()
