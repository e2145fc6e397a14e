# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Import of maps and tables: look at what comes in, change the rules, then one step that can be undone."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Optional

from qgis.core import QgsApplication
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from ...core.atlas.model import Category, Source
from ...core.errors import AtlasError
from ...core.exchange import import_report
from ...core.exchange.import_report import MapReport
from ...core.exchange.kml import import_kml
from ...core.exchange.kml.import_options import ImportOptions
from ...core.exchange.table.import_table import TableOptions, import_table, plan_table, report_of
from ...core.exchange.table.mapping import KeptMappings
from ...core.exchange.table.open_table import open_table
from ...core.i18n import mark, tr
from ..background import Piece, Progress, Work
from ..widgets.inputs import narrow
from ..widgets.labels import plain_label
from ..widgets.tables import TextTable
from .rules_table import RulesTable
from .table_page import TablePage, TableRun

FILTER = mark(
    "ImportDialog",
    "Maps and tables (*.kml *.kmz *.csv *.tsv *.txt *.xlsx *.ods *.KML *.KMZ *.CSV *.XLSX);;"
    "KML or KMZ (*.kml *.kmz *.KML *.KMZ);;Tables (*.csv *.tsv *.txt *.xlsx *.ods *.CSV *.XLSX)",
)
TABLES = (".csv", ".tsv", ".txt", ".xlsx", ".ods")


def kept_mappings() -> Path:
    """Return the folder of the mappings of tables, in the user's profile."""
    return Path(QgsApplication.qgisSettingsDirPath()) / "dprk_city_atlas" / "tables"


class ImportDialog(QDialog):
    """Previews and imports one file; ``finished_well(report)`` when it is in."""

    finished_well = pyqtSignal(object)
    failed = pyqtSignal(object)

    def __init__(self, atlas: Any, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.atlas = atlas
        self.report: Any = None
        self._text: Optional[str] = None
        self._proposed = ""
        self._importing = False
        self.setObjectName("CityAtlasImportDialog")
        self.setWindowTitle(tr("ImportDialog", "Import a map or a table"))
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)
        self.setWindowFlag(Qt.WindowType.WindowMaximizeButtonHint, True)
        self.work = Work(self)
        self.work.done.connect(self._done)
        self.work.failed.connect(self._failed)
        self.work.progress.connect(self._progress)
        self._build()
        self._refresh()
        self.resize(980, 700)

    # -- building ------------------------------------------------------------------------------------

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.addLayout(self._inputs())
        self.summary = plain_label(
            tr("ImportDialog", "Choose a file. Nothing is imported before you have seen what is in it.")
        )
        self.summary.setObjectName("importSummary")
        layout.addWidget(self.summary)
        self.rules = RulesTable([category.id for category in self.atlas.rows(Category)], self)
        self.rules.changed.connect(self._outdated)
        self.table_page = TablePage(self.atlas, self.rules.rules(), self)
        self.table_page.changed.connect(self._table_changed)
        self.table_page.failed.connect(self._say_error)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self._tabs())
        self.pages.addWidget(_scrolled(self.table_page))
        layout.addWidget(self.pages, 1)
        row = QHBoxLayout()
        self.bar = QProgressBar(self)
        self.bar.setRange(0, 100)
        self.cancel = QPushButton(tr("ImportDialog", "Cancel"), self)
        self.cancel.setObjectName("cancelImport")
        self.cancel.setAutoDefault(False)
        self.cancel.clicked.connect(self.work.cancel)
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel)
        layout.addLayout(row)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.again = buttons.addButton(tr("ImportDialog", "Preview"), QDialogButtonBox.ButtonRole.ActionRole)
        self.again.setObjectName("previewButton")
        self.again.clicked.connect(self.preview)
        self.keep = buttons.addButton(
            tr("ImportDialog", "Save the list…"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.keep.setObjectName("saveRefused")
        self.keep.setToolTip(tr("ImportDialog", "What is not taken over, odd or here already, as a CSV file"))
        self.keep.clicked.connect(self.save_list)
        self.go = buttons.addButton(tr("ImportDialog", "Import"), QDialogButtonBox.ButtonRole.ActionRole)
        self.go.setObjectName("importButton")
        self.go.setDefault(True)
        self.go.clicked.connect(self.start_import)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)

    def _inputs(self) -> QFormLayout:
        self.file = QgsFileWidget(self)
        self.file.setObjectName("importFile")
        self.file.setFilter(tr("ImportDialog", FILTER))
        self.file.fileChanged.connect(self._file_chosen)
        self.paste = QPushButton(tr("ImportDialog", "Paste"), self)
        self.paste.setObjectName("pasteButton")
        self.paste.setToolTip(tr("ImportDialog", "Import the table on the clipboard"))
        self.paste.setAutoDefault(False)
        self.paste.clicked.connect(self._paste)
        row = QHBoxLayout()
        row.addWidget(self.file, 1)
        row.addWidget(self.paste)
        self.source = QComboBox(self)
        self.source.setObjectName("importSource")
        self.source.setEditable(True)
        self.source.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.source.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.source.setMinimumContentsLength(20)
        self.source.addItems(sorted(source.title for source in self.atlas.rows(Source)))
        self.source.setEditText("")
        self.source.lineEdit().setPlaceholderText(
            tr("ImportDialog", "Whose map is it? A known source gets a new release")
        )
        self.source.editTextChanged.connect(self._outdated)
        self.release = QLineEdit(self)
        self.release.setObjectName("importRelease")
        self.release.setPlaceholderText(tr("ImportDialog", "Version or date of the map, if it has one"))
        self.swap = QCheckBox(
            tr("ImportDialog", "Swap latitude and longitude where they only make sense swapped"), self
        )
        self.swap.toggled.connect(self._outdated)
        self.swap.hide()
        form = narrow(QFormLayout())
        form.addRow(tr("ImportDialog", "File"), row)
        form.addRow(tr("ImportDialog", "Source"), self.source)
        form.addRow(tr("ImportDialog", "Release"), self.release)
        form.addRow(self.swap)
        return form

    def _tabs(self) -> QTabWidget:
        self.folders = TextTable(
            [
                tr("ImportDialog", "Folder"),
                tr("ImportDialog", "Category"),
                tr("ImportDialog", "Status"),
                tr("ImportDialog", "Sites"),
                tr("ImportDialog", "Lines"),
                tr("ImportDialog", "Areas"),
                tr("ImportDialog", "Overlays"),
                tr("ImportDialog", "Refused"),
                tr("ImportDialog", "Rule"),
            ],
            "foldersTable",
            self,
        )
        self.refused = TextTable(
            [
                tr("ImportDialog", "Line"),
                tr("ImportDialog", "Name"),
                tr("ImportDialog", "Folder"),
                tr("ImportDialog", "What"),
                tr("ImportDialog", "Why"),
            ],
            "refusedTable",
            self,
        )
        self.odd = TextTable(
            [tr("ImportDialog", "Line"), tr("ImportDialog", "Name"), tr("ImportDialog", "Warning")],
            "oddTable",
            self,
        )
        self.duplicates = TextTable(
            [
                tr("ImportDialog", "Line"),
                tr("ImportDialog", "Name in the file"),
                tr("ImportDialog", "Site here"),
                tr("ImportDialog", "Away (m)"),
                tr("ImportDialog", "Why"),
            ],
            "duplicatesTable",
            self,
        )
        self.tabs = QTabWidget(self)
        self.tabs.setObjectName("importTabs")
        for widget, title in (
            (self.folders, tr("ImportDialog", "Folders")),
            (self.rules, tr("ImportDialog", "Rules")),
            (self.refused, tr("ImportDialog", "Not taken over")),
            (self.odd, tr("ImportDialog", "Warnings")),
            (self.duplicates, tr("ImportDialog", "Duplicates")),
        ):
            self.tabs.addTab(widget, title)
        return self.tabs

    # -- state ---------------------------------------------------------------------------------------

    @property
    def is_table(self) -> bool:
        """Whether a table is coming in, not a map."""
        return self._text is not None or Path(self.file.filePath()).suffix.lower() in TABLES

    def _file_chosen(self, path: str) -> None:
        self._text = None
        self.table_page.forget()
        if path and self.source.currentText().strip() in ("", self._proposed):
            # The name of the file before must not stand: this one would become a new release of it.
            self._proposed = Path(path).stem
            self.source.setEditText(self._proposed)
        self._outdated()
        if path and Path(path).is_file():
            self.preview()

    def _paste(self, _checked: bool = False) -> None:
        self.file.setFilePath("")
        if self.source.currentText().strip() == self._proposed:  # what is pasted is not of that file
            self.source.setEditText("")
        self._text = QGuiApplication.clipboard().text()
        self.table_page.forget()
        self._outdated()
        self.preview()

    def _outdated(self, _value: Any = None) -> None:
        self.report = None
        self._refresh()

    def _refresh(self) -> None:
        busy = self.work.busy
        self.pages.setCurrentIndex(1 if self.is_table else 0)
        self.release.setEnabled(not self.is_table)
        ready = bool(self.file.filePath() or self._text) and bool(self.source.currentText().strip())
        self.again.setEnabled(ready and not busy)
        self.go.setEnabled(ready and not busy and self.report is not None)
        self.go.setToolTip(
            tr("ImportDialog", "Say what the source is")
            if not self.source.currentText().strip()
            else ""
            if self.report
            else tr("ImportDialog", "Preview first")
        )
        self.keep.setEnabled(
            not busy and self.report is not None and bool(import_report.lines_of(self.report))
        )
        for widget in (self.bar, self.cancel):
            widget.setVisible(busy)

    def _options(self) -> ImportOptions:
        return ImportOptions(
            source=self.source.currentText().strip(),
            release=self.release.text().strip(),
            rules=self.rules.rules(),
            swap=self.swap.isChecked(),
        )

    # -- work ----------------------------------------------------------------------------------------

    def preview(self, _checked: bool = False) -> None:
        """Read the file and show what an import would do."""
        self._begin(importing=False)

    def start_import(self, _checked: bool = False) -> None:
        """Import the file in one step."""
        self._begin(importing=True)

    def save_list(self, _checked: bool = False) -> None:
        """Keep what is not taken over, odd or here already as a CSV file."""
        name = tr("ImportDialog", "{file} not imported.csv").format(file=Path(self.report.file).stem)
        folder = Path(self.file.filePath()).parent if self.file.filePath() else Path.home()
        path, _filter = QFileDialog.getSaveFileName(
            self, tr("ImportDialog", "Save the list"), str(folder / name), tr("ImportDialog", "Table (*.csv)")
        )
        if not path:
            return
        target = Path(path)
        target = target if target.suffix.lower() == ".csv" else target.with_name(f"{target.name}.csv")
        try:
            count = import_report.write_account(target, self.report)
        except AtlasError as error:
            self.summary.setText(str(error))
            return
        self.summary.setText(
            tr("ImportDialog", "{count} lines written to {file}.").format(count=f"{count:,}", file=target)
        )

    def _begin(self, *, importing: bool) -> None:
        try:
            work = self._table_work(importing) if self.is_table else self._map_work(importing)
        except AtlasError as error:
            self.summary.setText(str(error))
            return
        name = Path(self.file.filePath()).name or tr("ImportDialog", "the clipboard")
        title = (
            tr("ImportDialog", "Importing {file}") if importing else tr("ImportDialog", "Reading {file}")
        ).format(file=name)
        self._importing = importing
        self.bar.setValue(0)
        self.summary.setText(title + "…")
        self.work.start(title, work)
        self._refresh()

    def _map_work(self, importing: bool) -> Piece:
        path, atlas, options = Path(self.file.filePath()), self.atlas, self._options()
        step = import_kml.import_kml if importing else import_kml.preview
        return lambda progress: step(atlas, path, options, progress)

    def _table_work(self, importing: bool) -> Piece:
        path, atlas = self.file.filePath(), self.atlas
        source, rules = self.source.currentText().strip(), self.rules.rules()
        name = Path(path).name if path else tr("ImportDialog", "pasted text")
        request = self.table_page.request(Path(path) if path else None, self._text or "")
        take_asked, kept = self.table_page.take_asked.isChecked(), KeptMappings(kept_mappings())

        def work(progress: Progress) -> Any:
            opened = open_table(request, kept)
            table, understanding = opened.table, opened.understanding
            options = TableOptions(source, name, opened.mapping.values, rules, take_asked)
            if importing:
                report = import_table(atlas, table, understanding, options, progress)
                kept.keep(opened.mapping)
                return report
            plan = plan_table(atlas, table, understanding, options, progress)
            return TableRun(opened, plan, report_of(plan, table, understanding, options))

        return work

    def _table_changed(self) -> None:
        """Show at once what a choice changes."""
        self._outdated()
        if self.file.filePath() or self._text:
            self.preview()

    def _say_error(self, error: AtlasError) -> None:
        self.summary.setText(str(error))

    def _progress(self, percent: float) -> None:
        self.bar.setValue(int(percent))

    def _failed(self, error: Exception) -> None:
        self.report = None
        if not self._importing:  # what is shown was in another file
            self._empty_tables()
        self.summary.setText(str(error))
        self._refresh()
        if not isinstance(error, AtlasError):
            self.failed.emit(error)

    def _empty_tables(self) -> None:
        for table in (self.folders, self.refused, self.odd, self.duplicates):
            table.fill([])
        self._count_tabs(0, 0, 0)
        self.table_page.empty()

    def _done(self, result: Any) -> None:
        if self._importing:
            if not self.is_table:
                self.rules.keep()
            self.report = result
            self.table_page.release()
            self.finished_well.emit(result)
            self.accept()
            return
        if self.is_table:
            self._show_table(result)
        else:
            self.report = result
            self._show(result)
        self._refresh()

    def _show_table(self, run: TableRun) -> None:
        self.table_page.show_run(run)
        report, certain = run.report, run.opened.understanding.is_certain
        self.report = report if certain else None
        text = tr(
            "ImportDialog",
            "{rows} rows: {sites} new sites, {unlocated} new without a position, {changed} changed, "
            "{same} as they are here, {refused} not taken over.",
        ).format(
            rows=f"{report.rows:,}",
            sites=f"{report.sites:,}",
            unlocated=f"{report.unlocated:,}",
            changed=f"{report.updated:,}",
            same=f"{report.unchanged:,}",
            refused=f"{len(report.refused):,}",
        )
        if report.encoding:
            text += " " + tr("ImportDialog", "Read as {encoding}.").format(encoding=report.encoding)
        if report.absent:
            absent = tr("ImportDialog", "{count} sites of the atlas are not in the table: they stay.")
            text += " " + absent.format(count=f"{report.absent:,}")
        self.summary.setText(" ".join([text, *report.notes[:3]]))

    def _show(self, report: MapReport) -> None:
        self.summary.setText(summary(report))
        self.swap.setVisible(report.looks_swapped or self.swap.isChecked())
        self.folders.fill(
            [
                (
                    f["path"],
                    f["category"],
                    f["status"],
                    *(f.get(key, 0) for key in ("sites", "traces", "areas", "sheets", "refused")),
                    f["rule"],
                )
                for f in report.folders
            ]
        )
        keys = ("line", "name", "folder", "kind", "reason")
        self.refused.fill([[row.get(key) for key in keys] for row in (*report.refused, *report.listed)])
        self.odd.fill([(row["line"] or None, row["name"], row["message"]) for row in report.oddities])
        self.duplicates.fill(
            [
                (d["line"], d["name"], d["site_name"], float(d["distance_m"]), tr("Duplicates", d["reason"]))
                for d in report.duplicates
            ]
        )
        self._count_tabs(
            report.refused_count + report.listed_count,
            sum(report.oddity_counts.values()) or len(report.oddities),
            len(report.duplicates),
        )

    def _count_tabs(self, refused: int, odd: int, duplicates: int) -> None:
        for tab, title, count in (
            (2, tr("ImportDialog", "Not taken over"), refused),
            (3, tr("ImportDialog", "Warnings"), odd),
            (4, tr("ImportDialog", "Duplicates"), duplicates),
        ):
            self.tabs.setTabText(tab, f"{title} ({count:,})" if count else title)

    def reject(self) -> None:
        """Close; work that still runs is stopped, nothing half imported stays."""
        self.work.drop()
        self.table_page.release()
        super().reject()


def _scrolled(page: QWidget) -> QScrollArea:
    """Return a frame in which a page that is higher than the screen (large letters) is scrolled."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidget(page)
    return area


def summary(report: MapReport) -> str:
    """Return the account of a report in one or two sentences."""
    text = tr(
        "ImportDialog",
        "{features} features: {sites} sites ({unlocated} without a position), {lines} lines, {areas} areas, "
        "{overlays} overlays; {listed} listed only, {refused} refused.",
    ).format(
        features=f"{report.features:,}",
        sites=f"{report.sites:,}",
        unlocated=f"{report.unlocated:,}",
        lines=f"{report.lines:,}",
        areas=f"{report.areas:,}",
        overlays=f"{report.overlays:,}",
        listed=f"{report.listed_count:,}",
        refused=f"{report.refused_count:,}",
    )
    encodings = sorted(set(report.encodings.values()))
    if encodings:
        text += " " + tr("ImportDialog", "Read as {encoding}.").format(encoding=", ".join(encodings))
    if report.looks_swapped:
        text += " " + tr("ImportDialog", "Latitude and longitude look swapped: swap?")
    return text
