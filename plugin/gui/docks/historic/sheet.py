# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""One sheet: its scan (never copied or altered), what is known of it, what each choice of datum does."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import QgsCoordinateReferenceSystem
from qgis.gui import QgsCollapsibleGroupBox, QgsProjectionSelectionWidget
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QFileDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ....core.errors import AtlasError
from ....core.i18n import tr
from ...context import Context
from ...messages import reported
from ...part import disconnect, icon_of
from .cards import plain, state_text

PICTURES = "*.tif *.tiff *.jpg *.jpeg *.png *.jp2 *.pdf"
DATUM_TITLES = (
    ("undetermined", "not determined"), ("wgs84", "WGS 84"), ("tokyo1918", "Tokyo 1918"),
    ("tokyo1892", "Tokyo 1892"), ("other", "other"),
)  # fmt: skip
TEXTS = (
    ("title", "Title"), ("series", "Series"), ("edition", "Edition"), ("publisher", "Publisher"),
    ("compiled_from", "Compiled from"), ("year_content", "Content of"), ("projection", "Projection"),
    ("warning", "Warning"),
)  # fmt: skip


class SheetTab(QWidget):
    """Choose a sheet, attach its scan, fill in its margin, settle its datum."""

    def __init__(self, context: Context, parent: Any) -> None:
        super().__init__(parent)
        self.context = context
        self._dock = parent
        self.bench = parent.bench
        self._events: list[Any] = []
        self._texts: dict[str, QLineEdit] = {}
        self._build()
        session = context.open_atlas
        self._connections: list[tuple[Any, Any]] = [
            (session.opened, self.reload), (session.closed, self.reload), (session.changed, self.reload),
            (self.bench.sheet_changed, self._show),
        ]  # fmt: skip
        for signal, slot in self._connections:
            signal.connect(slot)
        self.reload()

    # -- building ------------------------------------------------------------------------------------

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(6, 6, 6, 6)
        outer.addLayout(self._head())
        self.state = plain(tr("SheetTab", "Choose a sheet, or take the practice sheet to learn the way."))
        self.state.setObjectName("sheetStateLine")
        self.age = plain("", small=True)
        self.age.setObjectName("sheetAge")
        outer.addWidget(self.state)
        outer.addWidget(self.age)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        self._body = QWidget(area)
        layout = QVBoxLayout(self._body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._scan_row())
        layout.addLayout(self._collar_row())
        for title, name, inner in (
            (tr("SheetTab", "Datum"), "sheetDatum", self._datum_part()),
            (tr("SheetTab", "What the margin says"), "sheetMargin", self._form()),
        ):
            group = QgsCollapsibleGroupBox(title, self)
            group.setObjectName(name)
            group.setLayout(inner)
            inner.setContentsMargins(4, 4, 4, 4)
            layout.addWidget(group)
        layout.addStretch(1)
        area.setWidget(self._body)
        outer.addWidget(area, 1)
        self.save_button = self._button(
            "sheetSave", "mActionFileSave.svg", tr("SheetTab", "Save sheet"), self.save
        )
        self.save_button.setDefault(True)
        outer.addWidget(self.save_button)
        self._body.setEnabled(False)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        self.sheets = _narrow(QComboBox(self), "sheetCombo")
        self.sheets.activated.connect(self._chosen)
        head.addWidget(self.sheets, 1)
        for name, icon, tip, slot in (
            ("sheetNew", "mActionAdd.svg", tr("SheetTab", "New sheet"), self.new_sheet),
            (
                "sheetDelete",
                "mActionDeleteSelected.svg",
                tr("SheetTab", "Delete this sheet"),
                self.delete_sheet,
            ),
        ):
            head.addWidget(_tool(self, name, icon, tip, slot))
        head.addWidget(
            self._button(
                "sheetPractice", "mActionHelpContents.svg", tr("SheetTab", "Practice"), self.practice
            )
        )
        return head

    def _collar_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.collar = plain("", small=True)
        self.collar.setObjectName("sheetCollar")
        self.collar_clear = _tool(
            self,
            "sheetCollarClear",
            "mActionRemove.svg",
            tr("SheetTab", "Show the margin again"),
            self.clear_collar,
        )
        row.addWidget(self.collar, 1)
        row.addWidget(self.collar_clear)
        return row

    def _scan_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.scan = plain("", small=True)
        self.scan.setObjectName("scanPath")
        self.page = QSpinBox(self)
        self.page.setObjectName("scanPage")
        self.page.setRange(1, 9999)
        self.page.setPrefix(tr("SheetTab", "page "))
        row.addWidget(self.scan, 1)
        row.addWidget(self.page)
        row.addWidget(
            self._button("scanAttach", "mActionFileOpen.svg", tr("SheetTab", "Attach scan…"), self.attach)
        )
        return row

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.city = _narrow(QComboBox(self), "sheet_city")
        for name, title in TEXTS:
            edit = QLineEdit(self)
            edit.setObjectName(f"sheet_{name}")
            self._texts[name] = edit
            form.addRow(tr("SheetTab", title), edit)
            if name == "title":
                form.addRow(tr("SheetTab", "City"), self.city)
        for name in ("year_content", "compiled_from"):
            self._texts[name].textChanged.connect(self._show_age)
        self.year, self.scale = QSpinBox(self), QSpinBox(self)
        for spin, name, most in ((self.year, "sheet_year", 2100), (self.scale, "sheet_scale", 10_000_000)):
            spin.setObjectName(name)
            spin.setRange(0, most)
            spin.setSpecialValueText(tr("SheetTab", "not known"))
        self.scale.setPrefix("1:")
        self.year.valueChanged.connect(self._show_age)
        form.addRow(tr("SheetTab", "Year printed"), self.year)
        form.addRow(tr("SheetTab", "Scale"), self.scale)
        return form

    def _datum_part(self) -> QVBoxLayout:
        layout = QVBoxLayout()
        self.datum = _narrow(QComboBox(self), "datumCombo")
        for key, title in DATUM_TITLES:
            self.datum.addItem(tr("SheetTab", "Datum: {}").format(tr("SheetTab", title)), key)
        self.datum.currentIndexChanged.connect(self._preview_datum)
        self.crs = QgsProjectionSelectionWidget(self)
        self.crs.setObjectName("datumCrs")
        self.crs.crsChanged.connect(self._preview_datum)
        self.effect = plain("", small=True)
        self.effect.setObjectName("datumEffect")
        self.verdict = plain("", small=True)
        self.verdict.setObjectName("datumVerdict")
        test = self._button(
            "datumTest", "mActionMeasureBearing.svg", tr("SheetTab", "Test the datum…"), self.test_datum
        )
        for widget in (self.datum, self.crs, self.effect, test, self.verdict):
            layout.addWidget(widget)
        return layout

    def _button(self, name: str, icon: str, text: str, slot: Any) -> QPushButton:
        button = QPushButton(icon_of(icon), text, self)
        button.setObjectName(name)
        button.clicked.connect(slot)
        return button

    # -- content -------------------------------------------------------------------------------------

    @reported
    def reload(self) -> None:
        """List the sheets of the open atlas."""
        from ....core.atlas.model import City, Event, Sheet

        atlas = self.context.open_atlas.atlas
        self.setEnabled(atlas is not None)
        self.sheets.clear()
        self.sheets.addItem(tr("SheetTab", "Choose a sheet…"), "")
        for sheet in atlas.rows(Sheet) if atlas is not None else []:
            self.sheets.addItem(sheet.title, sheet.uuid)
        self.city.clear()
        self.city.addItem(tr("SheetTab", "none"), None)
        for city in atlas.rows(City) if atlas is not None else []:
            self.city.addItem(city.name, city.name)
        self._events = atlas.rows(Event) if atlas is not None else []
        chosen = self.bench.sheet.uuid if self.bench.sheet is not None else ""
        self.sheets.setCurrentIndex(max(self.sheets.findData(chosen), 0))

    @reported
    def _chosen(self, _index: int) -> None:
        if self.sheets.currentData():
            self.bench.open(self.sheets.currentData())

    def _show(self) -> None:
        sheet = self.bench.sheet
        self._body.setEnabled(sheet is not None)
        self.save_button.setEnabled(sheet is not None)
        self.age.setVisible(False)
        if sheet is None:
            self.state.setText(tr("SheetTab", "Choose a sheet, or take the practice sheet to learn the way."))
            return
        self.sheets.setCurrentIndex(max(self.sheets.findData(sheet.uuid), 0))
        self.state.setText(f"{sheet.title}: {state_text(sheet)}")
        size = self.bench.size
        shown = f"{sheet.scan_path} ({size[0]} × {size[1]})" if size else sheet.scan_path
        self.scan.setText(
            shown or tr("SheetTab", "No scan. TIFF, JPEG, PNG, JPEG 2000 or PDF; it is never altered.")
        )
        self.page.setValue(sheet.scan_page or 1)
        self.page.setVisible(bool(sheet.scan_path) and sheet.scan_path.lower().endswith(".pdf"))
        for name, edit in self._texts.items():
            edit.setText(getattr(sheet, name) or "")
            edit.setCursorPosition(0)
        self.year.setValue(sheet.year or 0)
        self.scale.setValue(sheet.scale or 0)
        self.city.setCurrentIndex(max(self.city.findData(sheet.city), 0))
        self._show_collar(sheet)
        self._show_age()
        self.crs.setCrs(QgsCoordinateReferenceSystem(sheet.datum_crs or ""))
        self.datum.setCurrentIndex(max(self.datum.findData(sheet.datum), 0))
        self.verdict.setText("")
        self._preview_datum()

    def _show_collar(self, sheet: Any) -> None:
        from .warp import collar_of

        corners = collar_of(sheet) or []
        told = tr("SheetTab", "Margin masked: {} corners.").format(len(corners))
        self.collar.setText(
            told if corners else tr("SheetTab", "Margin: set its corners in the scan window.")
        )
        self.collar_clear.setVisible(bool(corners))

    def _show_age(self, _value: Any = None) -> None:
        """Warn where the content, as the form has it now, is older than the print."""
        from ....core.atlas.store.store import replace as changed
        from ....core.historic import sheet_age

        sheet = self.bench.sheet
        told = "" if sheet is None else sheet_age.warning(
            changed(sheet, year=self.year.value() or None, **{
                name: self._texts[name].text() for name in ("year_content", "compiled_from")
            }), self._events,
        )  # fmt: skip
        self.age.setText(f"⚠ {told}")
        self.age.setVisible(bool(told))

    def _place(self) -> tuple[float, float]:
        from qgis.core import QgsGeometry

        from ....core.atlas.model import City

        sheet = self.bench.sheet
        if self.bench.points:
            return self.bench.points[0].x, self.bench.points[0].y
        atlas: Any = self.context.open_atlas.atlas
        text = sheet.geom or next((c.geom for c in atlas.rows(City) if c.name == sheet.city), None)
        middle = QgsGeometry.fromWkt(text or "POINT (127.5 39.9)").boundingBox().center()
        return middle.x(), middle.y()

    @reported
    def _preview_datum(self, _value: Any = None) -> None:
        from ....core.historic.datum import shifts_at
        from ....core.historic.operations import operation_for

        other = self.datum.currentData() == "other"
        self.crs.setVisible(other)
        if self.bench.sheet is None:
            return
        place, extra, said = self._place(), [], ""
        try:
            if other and self.crs.crs().isValid():
                text = self.crs.crs().authid() or self.crs.crs().toWkt()
                extra.append(operation_for("crs", text, place))
            chosen = extra[0] if extra else None
            if self.datum.currentData() in ("wgs84", "tokyo1918", "tokyo1892"):
                chosen = operation_for(self.datum.currentData())
            if chosen is not None:
                sure = f" (± {chosen.accuracy_m:g} m)" if chosen.accuracy_m is not None else ""
                said = tr("SheetTab", "Operation: {}{}").format(chosen.note or chosen.name, sure)
        except AtlasError as error:
            said = str(error)
        lines = [tr("SheetTab", "Printed coordinates move here by:")]
        for shift in shifts_at(*place, [op for op in extra if op.is_geographic]):
            lines.append(f"  {shift.name}: {_direction(shift)}")
        self.effect.setText("\n".join([*lines, said]).strip())

    # -- acting --------------------------------------------------------------------------------------

    @reported
    def attach(self, _checked: bool = False) -> None:
        """Let the user choose the scan's file."""
        start = str(Path(self.bench.sheet.scan_path).parent) if self.bench.sheet.scan_path else ""
        path, _kind = QFileDialog.getOpenFileName(
            self, tr("SheetTab", "Attach a scan"), start, tr("SheetTab", "Pictures ({})").format(PICTURES)
        )
        if path:
            self.attach_file(path)

    def attach_file(self, path: str) -> None:
        """Attach a scan: it is opened to see that it is a picture, and stays where and as it is."""
        from ....core.historic.scan import open_scan

        open_scan(path)
        state = "attached" if self.bench.sheet.state == "no scan" else self.bench.sheet.state
        self.bench.change_sheet(scan_path=path, scan_page=1, state=state)

    @reported
    def save(self, _checked: bool = False) -> None:
        """Write the form into the atlas."""
        values: dict[str, Any] = {name: edit.text().strip() or None for name, edit in self._texts.items()}
        if not values["title"]:
            raise AtlasError(tr("SheetTab", "The sheet has no title."), hint=tr("SheetTab", "Give it one."))
        crs = self.crs.crs()
        other = self.datum.currentData() == "other"
        if other and not crs.isValid():
            raise AtlasError(
                tr("SheetTab", "No reference system was chosen for the datum “other”."),
                hint=tr("SheetTab", "Choose one."),
            )
        values.update(
            year=self.year.value() or None,
            scale=self.scale.value() or None,
            city=self.city.currentData(),
            datum=self.datum.currentData(),
            datum_crs=(crs.authid() or crs.toWkt()) if other else None,
            scan_page=self.page.value() if self.bench.sheet.scan_path else None,
        )
        self.bench.change_sheet(**values)
        self.context.messages.info(tr("SheetTab", "“{}” is saved.").format(self.bench.sheet.title))

    @reported
    def new_sheet(self, _checked: bool = False) -> None:
        """Add an empty sheet for the city in view."""
        from ....core.atlas.model import Sheet

        sheet = Sheet(title=tr("SheetTab", "New sheet"), city=self._city_in_view())
        atlas: Any = self.context.open_atlas.atlas
        with atlas.transaction("add sheet") as writer:
            writer.insert(sheet)
        self.bench.open(sheet.uuid)
        self.context.open_atlas.changed.emit()
        self._texts["title"].setFocus()
        self._texts["title"].selectAll()

    def _city_in_view(self) -> Any:
        overlays = self._dock.page("Overlays")
        return overlays.city_in_view() or overlays.city.currentData() or None

    @reported
    def delete_sheet(self, _checked: bool = False) -> None:
        """Ask, then take the sheet out of the atlas; its files stay, and the step can be undone."""
        sheet = self.bench.sheet
        if sheet is None:
            raise AtlasError(tr("SheetTab", "No sheet is chosen."), hint=tr("SheetTab", "Choose one first."))
        yes = QMessageBox.StandardButton.Yes
        asked = tr("SheetTab", "Delete the sheet “{}” from the atlas? Its scan stays as it is.").format(
            sheet.title
        )
        if QMessageBox.question(self, tr("SheetTab", "Delete the sheet"), asked) == yes:
            self.delete(sheet)

    def delete(self, sheet: Any) -> None:
        """Take a sheet out of the atlas."""
        from ....core.atlas.model import Sheet

        self.bench.forget()
        atlas: Any = self.context.open_atlas.atlas
        with atlas.transaction("delete sheet", note=sheet.title) as writer:
            writer.delete(writer.rows(Sheet, uuid=sheet.uuid)[0])
        self.context.steps.saved(writer.batch, tr("SheetTab", "delete a sheet"))

    @reported
    def clear_collar(self, _checked: bool = False) -> None:
        """Forget the corners of the map inside its margin."""
        self.bench.change_sheet(collar=None)

    @reported
    def test_datum(self, _checked: bool = False) -> None:
        """Ask for a table of pairs and say which datum they speak for."""
        path, _kind = QFileDialog.getOpenFileName(
            self, tr("SheetTab", "Places on the sheet and on the ground"), "", "CSV (*.csv)"
        )
        if path:
            self.test_datum_with(path)

    def test_datum_with(self, path: str) -> None:
        """Run the datum test on a file and show verdict and reasons."""
        from ....core.historic.datum_test import read_pairs, run_datum_test

        found = run_datum_test(read_pairs(path))
        lines = [tr("SheetTab", "Verdict of {} pairs: {}").format(found.pairs, found.verdict), *found.reasons]
        lines += [f"  {h.name}: {h.misfit:.0f} m left (RMS {h.rms:.0f} m)" for h in found.hypotheses]
        self.verdict.setText("\n".join(lines))

    @reported
    def practice(self, _checked: bool = False) -> None:
        """Ask for a folder, copy the practice files there and open them."""
        folder = QFileDialog.getExistingDirectory(self, tr("SheetTab", "Folder for the practice sheet"))
        if folder:
            from .practice import start

            start(self.context, self.bench, Path(folder))

    def release(self) -> None:
        """Let go of session and bench."""
        for signal, slot in self._connections:
            disconnect(signal, slot)


def _tool(parent: QWidget, name: str, icon: str, tip: str, slot: Any) -> QToolButton:
    button = QToolButton(parent)
    button.setObjectName(name)
    button.setIcon(icon_of(icon))
    button.setToolTip(tip)
    button.setAccessibleName(tip)
    button.setAutoRaise(True)
    button.clicked.connect(slot)
    return button


def _narrow(combo: QComboBox, name: str) -> QComboBox:
    combo.setObjectName(name)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(8)
    return combo


def _direction(shift: Any) -> str:
    north = f"{abs(shift.north_m):.0f} m {'N' if shift.north_m >= 0 else 'S'}"
    east = f"{abs(shift.east_m):.0f} m {'E' if shift.east_m >= 0 else 'W'}"
    return f"{north}, {east}"
