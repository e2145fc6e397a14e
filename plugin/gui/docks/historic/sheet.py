# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""One sheet: chosen, described, saved.  What is typed of a sheet stays until it is saved."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Optional

from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtWidgets import (
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QMessageBox,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ....core.errors import AtlasError
from ....core.i18n import tr
from ...context import Context
from ...messages import reported
from ...part import disconnect
from ...widgets.buttons import push_button, tool_button
from ...widgets.labels import plain_label
from .cards import state_text
from .datum_panel import DatumPanel
from .scan_panel import ScanPanel
from .sheet_form import SheetForm, narrow_combo

if TYPE_CHECKING:
    from ....core.atlas.model import Event, Sheet
    from .historic_dock import HistoricDock

SOMEWHERE = (127.5, 39.9)


class SheetTab(QWidget):
    """Choose a sheet, attach its scan, fill in its margin, settle its datum."""

    def __init__(self, context: Context, dock: HistoricDock) -> None:
        super().__init__(dock)
        self.context = context
        self._dock = dock
        self.bench = dock.bench
        self._events: list[Event] = []
        self._typed: dict[str, dict[str, Any]] = {}
        """By sheet, the columns that were typed over and not saved."""
        self._shown = ""
        self.form = SheetForm(self)
        self.datum = DatumPanel(context, self)
        self.scan = ScanPanel(context, self.bench, self)
        self._build()
        for part in (self.form, self.datum, self.scan):
            part.edited.connect(self._edited)
        opened = context.open_atlas
        self._connections: list[tuple[Any, Any]] = [
            (opened.opened, self.reload), (opened.closed, self._close), (opened.changed, self.reload),
            (opened.closing, self._save_all), (self.bench.sheet_changed, self._show),
        ]  # fmt: skip
        for signal, slot in self._connections:
            signal.connect(slot)
        self.reload()

    # -- building ------------------------------------------------------------------------------------

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(6, 6, 6, 6)
        outer.addLayout(self._head())
        self.state = plain_label(name="sheetStateLine", narrow=True, parent=self)
        self.age = plain_label(name="sheetAge", small=True, narrow=True, parent=self)
        outer.addWidget(self.state)
        outer.addWidget(self.age)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        self._body = QWidget(area)
        layout = QVBoxLayout(self._body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.scan)
        datum = QVBoxLayout()
        datum.addWidget(self.datum)
        for title, name, inner in (
            (tr("SheetTab", "Datum"), "sheetDatum", datum),
            (tr("SheetTab", "What the margin says"), "sheetMargin", self.form),
        ):
            group = QgsCollapsibleGroupBox(title, self)
            group.setObjectName(name)
            group.setLayout(inner)
            inner.setContentsMargins(4, 4, 4, 4)
            layout.addWidget(group)
        layout.addStretch(1)
        area.setWidget(self._body)
        outer.addWidget(area, 1)
        title = tr("SheetTab", "Save sheet")
        self.save_button = push_button("sheetSave", title, self.save, icon="mActionFileSave.svg", parent=self)
        outer.addWidget(self.save_button)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        self.sheets = narrow_combo("sheetCombo", self)
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
            head.addWidget(tool_button(name, tip, slot, icon=icon, parent=self))
        title = tr("SheetTab", "Practice")
        head.addWidget(
            push_button("sheetPractice", title, self.practice, icon="mActionHelpContents.svg", parent=self)
        )
        return head

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
        self.form.offer_cities(atlas.rows(City) if atlas is not None else [])
        self._events = atlas.rows(Event) if atlas is not None else []
        self._show()

    @reported
    def _chosen(self, _index: int) -> None:
        if self.sheets.currentData():
            self.bench.open(self.sheets.currentData())

    def _show(self) -> None:
        """Show the bench's sheet as it is saved, and over it what was typed since."""
        sheet = self.bench.sheet
        self._body.setEnabled(sheet is not None)
        self.sheets.setCurrentIndex(max(self.sheets.findData(sheet.uuid if sheet else ""), 0))
        if sheet is None:
            self._shown = ""
            text = tr("SheetTab", "Choose a sheet, or take the practice sheet to learn the way.")
            self.state.setText(text)
            self.age.hide()
            self.save_button.setEnabled(False)
            return
        if self._shown != sheet.uuid:
            self._shown = sheet.uuid
            self.datum.forget_verdict()
            self.scan.forget_damage()
        values = {**self._saved(sheet), **self._typed.get(sheet.uuid, {})}
        self.form.fill(values)
        self.scan.fill(values["scan_page"])
        self.datum.fill(values, self._place(sheet))
        self._show_state()

    def _values(self) -> dict[str, Any]:
        """What stands in the tab now, by column."""
        return {**self.form.values(), **self.datum.values(), **self.scan.values()}

    def _saved(self, sheet: Sheet) -> dict[str, Any]:
        """What the atlas has, for the same columns."""
        return {name: getattr(sheet, name) for name in self._values()}

    @reported
    def _edited(self) -> None:
        sheet = self.bench.sheet
        if sheet is None:
            return
        saved = self._saved(sheet)
        self._typed[sheet.uuid] = {
            name: value for name, value in self._values().items() if (value or None) != (saved[name] or None)
        }
        self._show_state()

    def _show_state(self) -> None:
        """Say how far the sheet is, whether it is saved, and whether its content is older than its print."""
        from ....core.atlas.store.store import replace as changed
        from ....core.historic import sheet_age

        sheet = self.bench.required()
        typed = self._typed.get(sheet.uuid)
        text = tr("SheetTab", "{title}: {state} · not saved yet") if typed else "{title}: {state}"
        self.state.setText(text.format(title=sheet.title, state=state_text(sheet)))
        self.save_button.setEnabled(bool(typed))
        now = {name: self._values()[name] for name in ("year", "year_content", "compiled_from")}
        told = sheet_age.warning(changed(sheet, **now), self._events)
        self.age.setText(f"⚠ {told}")
        self.age.setVisible(bool(told))

    def _place(self, sheet: Sheet) -> tuple[float, float]:
        """Where the sheet lies, roughly, in degrees."""
        from qgis.core import QgsGeometry

        from ....core.atlas.model import City

        if self.bench.points:
            return self.bench.points[0].x, self.bench.points[0].y
        atlas = self.context.open_atlas.atlas
        cities = atlas.rows(City) if atlas is not None else []
        text = sheet.geom or next((c.geom for c in cities if c.name == sheet.city), None)
        if not text:
            return SOMEWHERE
        middle = QgsGeometry.fromWkt(text).boundingBox().center()
        return middle.x(), middle.y()

    # -- saving --------------------------------------------------------------------------------------

    @reported
    def save(self, _checked: bool = False) -> None:
        """Write what was typed into the atlas."""
        sheet, values = self.bench.required(), self._values()
        if not values["title"]:
            raise AtlasError(tr("SheetTab", "The sheet has no title."), hint=tr("SheetTab", "Give it one."))
        if values["datum"] == "other" and not values["datum_crs"]:
            raise AtlasError(
                tr("SheetTab", "No reference system was chosen for the datum “other”."),
                hint=tr("SheetTab", "Choose one."),
            )
        self._typed.pop(sheet.uuid, None)
        self.bench.change_sheet(**values)
        text = tr("SheetTab", "“{title}” is saved.")
        self.context.messages.info(text.format(title=self.bench.required().title))

    @reported
    def _save_all(self) -> None:
        """Save what was typed of any sheet and can be saved, before the atlas goes."""
        from ....core.atlas.model import Sheet
        from ....core.atlas.store.store import replace as changed

        atlas = self.context.open_atlas.atlas
        if atlas is None or atlas.read_only:
            return
        for uuid, values in self._typed.items():
            sheet = atlas.get(Sheet, uuid)
            fine = {name: value for name, value in values.items() if name != "title" or value}
            if fine.get("datum") == "other" and not fine.get("datum_crs"):
                del fine["datum"]
            if sheet is None or sheet.deleted or not fine:
                continue
            with atlas.transaction("edit sheet", note=sheet.title) as writer:
                writer.update(changed(sheet, **fine))
        self._typed.clear()

    def _close(self) -> None:
        self._typed.clear()
        self.reload()

    # -- acting --------------------------------------------------------------------------------------

    @reported
    def new_sheet(self, _checked: bool = False) -> None:
        """Add an empty sheet for the city in view."""
        from ....core.atlas.model import Sheet

        atlas = self.context.open_atlas.atlas
        if atlas is None:
            return
        sheet = Sheet(title=tr("SheetTab", "New sheet"), city=self._city_in_view())
        with atlas.transaction("add sheet") as writer:
            writer.insert(sheet)
        self.bench.open(sheet.uuid)
        self.context.open_atlas.changed.emit()
        self.form.begin_title()

    def _city_in_view(self) -> Optional[str]:
        overlays = self._dock.page("Overlays")
        return overlays.city_in_view() or overlays.city.currentData() or None

    @reported
    def delete_sheet(self, _checked: bool = False) -> None:
        """Ask, then take the sheet out of the atlas; its files stay, and the step can be undone."""
        sheet = self.bench.required()
        yes = QMessageBox.StandardButton.Yes
        asked = tr("SheetTab", "Delete the sheet “{title}” from the atlas? Its scan stays as it is.")
        title = tr("SheetTab", "Delete the sheet")
        if QMessageBox.question(self, title, asked.format(title=sheet.title)) == yes:
            self.delete(sheet)

    def delete(self, sheet: Sheet) -> None:
        """Take a sheet out of the atlas."""
        from ....core.atlas.model import Sheet as Row

        atlas = self.context.open_atlas.atlas
        if atlas is None:
            return
        self._typed.pop(sheet.uuid, None)
        self.bench.forget()
        with atlas.transaction("delete sheet", note=sheet.title) as writer:
            writer.delete(writer.rows(Row, uuid=sheet.uuid)[0])
        self.context.steps.saved(writer.batch, tr("SheetTab", "delete a sheet"))
        self.context.open_atlas.changed.emit()

    @reported
    def practice(self, _checked: bool = False) -> None:
        """Ask for a folder, copy the practice files there and open them."""
        title = tr("SheetTab", "Folder for the practice sheet")
        folder = QFileDialog.getExistingDirectory(self, title)
        if folder:
            from .practice import start

            start(self.context, self.bench, Path(folder))

    def release(self) -> None:
        """Let go of atlas and bench."""
        for signal, slot in self._connections:
            disconnect(signal, slot)
        self.scan.release()
