# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Export: what, how exactly, and where to; the file says what was rounded or withheld."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any, Callable, Optional

from qgis.gui import QgsFieldExpressionWidget, QgsFileWidget
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLayout,
    QMessageBox,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ...core.errors import AtlasError
from ...core.exchange.kml.export_kml import ExportOptions, export
from ...core.exchange.privacy import Privacy
from ...core.exchange.table.export_table import sites_as_text, uuids_of, write_sites
from ...core.i18n import mark, tr
from ..background import Progress, Work
from ..widgets.inputs import narrow
from ..widgets.labels import plain_label

FORMATS = (
    ("kmz", mark("ExportDialog", "KMZ (Google Earth, icons packed)"), mark("ExportDialog", "KMZ (*.kmz)")),
    ("kml", mark("ExportDialog", "KML"), mark("ExportDialog", "KML (*.kml)")),
    ("csv", mark("ExportDialog", "CSV (table of the sites)"), mark("ExportDialog", "CSV (*.csv)")),
    ("xlsx", mark("ExportDialog", "Spreadsheet for Excel (sites)"), mark("ExportDialog", "Excel (*.xlsx)")),
    (
        "ods",
        mark("ExportDialog", "Spreadsheet for LibreOffice (sites)"),
        mark("ExportDialog", "OpenDocument (*.ods)"),
    ),
    ("clipboard", mark("ExportDialog", "Table on the clipboard (sites)"), ""),
    ("geojson", mark("ExportDialog", "GeoJSON (sites)"), mark("ExportDialog", "GeoJSON (*.geojson)")),
    ("gpkg", mark("ExportDialog", "GeoPackage (sites)"), mark("ExportDialog", "GeoPackage (*.gpkg)")),
)
KML_FORMATS = ("kmz", "kml")
CLIPBOARD = "clipboard"
ALL, LISTED, SELECTED, FILTERED = range(4)
Sites = Callable[[], Optional[frozenset[str]]]
"""Gives the identifiers of the sites wanted (None: all), away from the window."""
EXACT, ROUNDED, WITHHELD = range(3)


@dataclass
class Told:
    """What was written; no path: onto the clipboard."""

    path: Optional[Path]
    count: int
    notes: list[str] = field(default_factory=list)


class ExportDialog(QDialog):
    """Asks and writes; ``finished_well(told)`` when the file is there."""

    finished_well = pyqtSignal(object)
    failed = pyqtSignal(object)

    def __init__(
        self, atlas: Any, layer: Any, listed: Optional[list[int]] = None, parent: Optional[QWidget] = None
    ) -> None:
        """``listed`` are the feature ids to which the Sites dock is filtered, None where it is not."""
        super().__init__(parent)
        self.atlas = atlas
        self._layer = layer
        self._listed = listed
        self.setObjectName("CityAtlasExportDialog")
        self.setWindowTitle(tr("ExportDialog", "Export"))
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)
        self.work = Work(self)
        self.work.done.connect(self._done)
        self.work.failed.connect(self._failed)
        self.work.progress.connect(self._progress)
        self._build()
        self._format_chosen()
        self._refresh()
        self.resize(460, self.sizeHint().height())

    # -- building ------------------------------------------------------------------------------------

    def _build(self) -> None:
        self.format = QComboBox(self)
        self.format.setObjectName("exportFormat")
        for key, title, _filter in FORMATS:
            self.format.addItem(tr("ExportDialog", title), key)
        self.format.currentIndexChanged.connect(self._format_chosen)
        self.file = QgsFileWidget(self)
        self.file.setObjectName("exportFile")
        self.file.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        self.file.setConfirmOverwrite(False)  # asked on Export, of typed names too
        self.file.fileChanged.connect(self._refresh)
        form = narrow(QFormLayout())
        form.addRow(tr("ExportDialog", "Format"), self.format)
        form.addRow(tr("ExportDialog", "File"), self.file)
        self.guard = QCheckBox(
            tr("ExportDialog", "Make texts inert that a spreadsheet would run as a formula"), self
        )
        self.guard.setObjectName("guardBox")
        self.guard.setChecked(True)
        self.guard.setToolTip(
            tr(
                "ExportDialog",
                "Puts ' before texts that begin with = + - @. Our own import takes it away again.",
            )
        )
        form.addRow(self.guard)
        self.note = plain_label()
        self.note.setObjectName("exportNote")
        layout = QVBoxLayout(self)
        layout.setSizeConstraint(QLayout.SizeConstraint.SetMinimumSize)
        layout.addLayout(form)
        layout.addWidget(self._what())
        layout.addWidget(self._how())
        layout.addWidget(self.note)
        layout.addStretch(1)
        layout.addLayout(self._progress_row())
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.go = buttons.addButton(tr("ExportDialog", "Export"), QDialogButtonBox.ButtonRole.ActionRole)
        self.go.setObjectName("exportButton")
        self.go.setDefault(True)
        self.go.clicked.connect(self.start)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)

    def _what(self) -> QGroupBox:
        group = QGroupBox(tr("ExportDialog", "Which sites"), self)
        selected = self._layer.selectedFeatureCount() if self._layer is not None else 0
        listed = tr("ExportDialog", "Those that the Sites dock lists")
        if self._listed is not None:
            listed = tr("ExportDialog", "Those that the Sites dock lists ({count})").format(
                count=f"{len(self._listed):,}"
            )
        titles = [
            tr("ExportDialog", "All"),
            listed,
            tr("ExportDialog", "Selected ({count})").format(count=f"{selected:,}"),
            tr("ExportDialog", "Where:"),
        ]
        self.what = _choices(group, titles)
        self.what.button(LISTED).setEnabled(self._listed is not None)
        self.what.button(LISTED).setToolTip(tr("ExportDialog", "While a filter of the dock is on."))
        self.what.button(SELECTED).setEnabled(selected > 0)
        self.expression = QgsFieldExpressionWidget(group)
        self.expression.setObjectName("exportFilter")
        self.expression.setLayer(self._layer)
        self.expression.setEnabled(False)
        column = QVBoxLayout(group)
        for button in self.what.buttons():
            column.addWidget(button)
        column.addWidget(self.expression)
        self.what.button(FILTERED).toggled.connect(self.expression.setEnabled)
        return group

    def _how(self) -> QGroupBox:
        group = QGroupBox(tr("ExportDialog", "Coordinates"), self)
        titles = [
            tr("ExportDialog", "As they are"),
            tr("ExportDialog", "Rounded to"),
            tr("ExportDialog", "Withheld"),
        ]
        self.how = _choices(group, titles)
        self.decimals = QSpinBox(group)
        self.decimals.setObjectName("decimalsSpin")
        self.decimals.setRange(0, 6)
        self.decimals.setValue(3)
        self.decimals.setSuffix(tr("ExportDialog", " decimals of a degree"))
        self.decimals.setEnabled(False)
        column = QVBoxLayout(group)
        row = QHBoxLayout()
        row.addWidget(self.how.button(ROUNDED))
        row.addWidget(self.decimals, 1)
        column.addWidget(self.how.button(EXACT))
        column.addLayout(row)
        column.addWidget(self.how.button(WITHHELD))
        self.how.button(ROUNDED).toggled.connect(self.decimals.setEnabled)
        self.how.buttonToggled.connect(self._refresh)
        self.decimals.valueChanged.connect(self._refresh)
        return group

    def _progress_row(self) -> QHBoxLayout:
        self.bar = QProgressBar(self)
        self.bar.setRange(0, 100)
        self.cancel = QPushButton(tr("ExportDialog", "Cancel"), self)
        self.cancel.setAutoDefault(False)
        self.cancel.clicked.connect(self.work.cancel)
        row = QHBoxLayout()
        row.addWidget(self.bar, 1)
        row.addWidget(self.cancel)
        return row

    # -- state ---------------------------------------------------------------------------------------

    def _format_chosen(self, _index: int = 0) -> None:
        number = self.format.currentIndex()
        self.file.setFilter(tr("ExportDialog", FORMATS[number][2]) if FORMATS[number][2] else "")
        self.guard.setVisible(self.format.currentData() == "csv")
        path = self.file.filePath()
        self.file.setEnabled(self.format.currentData() != CLIPBOARD)
        if path and self.file.isEnabled():
            self.file.setFilePath(str(Path(path).with_suffix("." + self.format.currentData())))
        self._refresh()

    def privacy(self) -> Privacy:
        """Return what is to be done with coordinates."""
        chosen = self.how.checkedId()
        return Privacy(self.decimals.value() if chosen == ROUNDED else None, chosen == WITHHELD)

    def _refresh(self, *_values: Any) -> None:
        privacy = self.privacy()
        text = ""
        if privacy.active:
            text = tr("ExportDialog", "The file will say: {note}").format(note=privacy.note())
        if not text:
            text = (
                tr(
                    "ExportDialog",
                    "Imported maps leave as they came, with your changes; own sites in folders by category.",
                )
                if self.format.currentData() in KML_FORMATS
                else tr(
                    "ExportDialog",
                    "One row for each site, with its source; unlocated ones without a position.",
                )
            )
        self.note.setText(text)
        busy = self.work.busy
        to_file = self.format.currentData() != CLIPBOARD
        self.go.setEnabled(bool(self.file.filePath() or not to_file) and not busy)
        self.bar.setVisible(busy)
        self.cancel.setVisible(busy)

    def _sites(self) -> Sites:
        from ...core.filters import chosen_uuids

        wanted = self.what.checkedId()
        if wanted == LISTED:
            return partial(uuids_of, self.atlas, list(self._listed or ()))
        if wanted == SELECTED:
            chosen = frozenset(feature["uuid"] for feature in self._layer.selectedFeatures())
            return lambda: chosen
        if wanted == FILTERED:
            expression = self.expression.expression().strip()
            if not expression:
                raise AtlasError(
                    tr("ExportDialog", "The filter is empty."),
                    hint=tr("ExportDialog", "Write one, or choose All."),
                )
            return partial(chosen_uuids, self.atlas.layer_uri("sites", '"deleted" = 0'), expression)
        return lambda: None

    # -- work ----------------------------------------------------------------------------------------

    def start(self, _checked: bool = False) -> None:
        """Write the file."""
        kind = self.format.currentData()
        if kind == CLIPBOARD:
            self._copy()
            return
        path = Path(self.file.filePath())
        path = path if path.suffix.lower() == f".{kind}" else path.with_name(f"{path.name}.{kind}")
        if path.exists() and not self._may_replace(path):
            return
        try:
            sites = self._sites()
        except AtlasError as error:
            self.note.setText(str(error))
            return
        work = self._kml(path, sites) if kind in KML_FORMATS else self._table(path, sites)
        self.bar.setValue(0)
        self.work.start(tr("ExportDialog", "Exporting {file}").format(file=path.name), work)
        self._refresh()

    def _may_replace(self, path: Path) -> bool:
        box = QMessageBox(self)
        box.setObjectName("CityAtlasReplaceQuestion")
        box.setIcon(QMessageBox.Icon.Question)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(tr("ExportDialog", "{file} is there already. Replace it?").format(file=path.name))
        box.setInformativeText(tr("ExportDialog", "It stays as it is until the new one is complete."))
        yes = box.addButton(tr("ExportDialog", "Replace"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.exec()
        replace = box.clickedButton() is yes
        box.deleteLater()
        return replace

    def _copy(self) -> None:
        """Put the sites on the clipboard."""
        atlas, privacy = self.atlas, self.privacy()
        try:
            sites = self._sites()
        except AtlasError as error:
            self.note.setText(str(error))
            return

        def work(progress: Progress) -> tuple[str, Told]:
            progress(0.0)
            text, count = sites_as_text(atlas, sites=sites(), privacy=privacy)
            return text, Told(None, count, [privacy.note()] if privacy.active else [])

        self.work.start(tr("ExportDialog", "Copying the sites"), work)
        self._refresh()

    def _kml(self, path: Path, sites: Sites) -> Any:
        from ...core.exchange.kml import marker_icons

        atlas, privacy = self.atlas, self.privacy()
        # Drawn here: symbols are the window's business, not a task's.
        drawn = marker_icons.of_categories(atlas) if path.suffix.lower() == ".kmz" else {}

        def work(progress: Progress) -> Told:
            report = export(atlas, path, ExportOptions(sites(), privacy, drawn), progress)
            return Told(path, report.items, list(report.notes))

        return work

    def _table(self, path: Path, sites: Sites) -> Any:
        atlas, privacy, guard = self.atlas, self.privacy(), self.guard.isChecked()

        def work(progress: Progress) -> Told:
            progress(0.0)
            count = write_sites(atlas, path, sites=sites(), privacy=privacy, guard=guard)
            return Told(path, count, [privacy.note()] if privacy.active else [])

        return work

    def _progress(self, percent: float) -> None:
        self.bar.setValue(int(percent))

    def _failed(self, error: Exception) -> None:
        self._refresh()
        self.note.setText(str(error))
        if not isinstance(error, AtlasError):
            self.failed.emit(error)

    def _done(self, told: Any) -> None:
        if isinstance(told, tuple):
            text, told = told
            QGuiApplication.clipboard().setText(text)
        self.finished_well.emit(told)
        self.accept()

    def reject(self) -> None:
        """Close; a file that is not complete does not stay."""
        self.work.drop()
        super().reject()


def _choices(parent: QWidget, titles: list[str]) -> QButtonGroup:
    group = QButtonGroup(parent)
    for number, title in enumerate(titles):
        group.addButton(QRadioButton(title, parent), number)
    group.button(0).setChecked(True)
    return group
