# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The tab of the control points: scan window, main map and table show the same points."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.PyQt.QtCore import QModelIndex, Qt
from qgis.PyQt.QtGui import QHideEvent, QKeySequence, QShowEvent
from qgis.PyQt.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ....core.i18n import tr
from ...context import Context
from ...messages import reported
from ...part import disconnect
from ...widgets.buttons import push_button, tool_button
from ...widgets.labels import plain_label
from .control_points_model import PointsModel
from .fit_panel import FitPanel
from .place_row import PlaceRow
from .point_files import PointFiles
from .point_table import PointTable
from .points_on_maps import PointsOnMaps
from .warp_run import WarpRow

if TYPE_CHECKING:
    from .historic_dock import HistoricDock


class PointsTab(QWidget):
    """Puts the parts of the georeferencer together; each of them does one thing."""

    def __init__(self, context: Context, dock: HistoricDock) -> None:
        super().__init__(dock)
        self.context = context
        self.bench = dock.bench
        self.model = PointsModel(self.bench, self)
        self.files = PointFiles(context, self.bench, self)
        self.maps = PointsOnMaps(context, self.bench, self)
        self.fit = FitPanel(self)
        self.places = PlaceRow(context, self)
        self.warp = WarpRow(context, self.bench, self)
        keys = (
            (QKeySequence.StandardKey.Delete, self._remove),
            (QKeySequence.StandardKey.Undo, self.bench.undo.undo),
            (QKeySequence.StandardKey.Redo, self.bench.undo.redo),
        )
        self.view = PointTable(self.model, keys, self)
        self._hint = plain_label(name="pointsHint", small=True, narrow=True, parent=self)
        self._lay_out()
        self._connect()
        self.maps.set_visible(self.isVisible())
        self._take_sheet()

    # -- building ------------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.addLayout(self._tools())
        layout.addWidget(self._hint)
        layout.addWidget(self.places)
        layout.addWidget(self.view, 1)
        layout.addWidget(self.fit)
        layout.addWidget(self.warp)

    def _tools(self) -> QHBoxLayout:
        row = QHBoxLayout()
        title = tr("PointsTab", "Scan window")
        self.scan_button = push_button(
            "pointsScan", title, self.open_scan, icon="mActionCapturePoint.svg", parent=self
        )
        row.addWidget(self.scan_button)
        row.addStretch(1)
        undo, redo, remove, read, write = (
            tool_button(name, tip, slot, icon=icon, parent=self)
            for name, icon, tip, slot in (
                ("pointsUndo", "mActionUndo.svg", tr("PointsTab", "Undo"), self.bench.undo.undo),
                ("pointsRedo", "mActionRedo.svg", tr("PointsTab", "Redo"), self.bench.undo.redo),
                (
                    "pointsDelete",
                    "mActionDeleteSelected.svg",
                    tr("PointsTab", "Remove the selected points"),
                    self._remove,
                ),
                (
                    "pointsRead",
                    "mActionFileOpen.svg",
                    tr("PointsTab", "Read a .points file"),
                    self.files.read,
                ),
                (
                    "pointsWrite",
                    "mActionFileSave.svg",
                    tr("PointsTab", "Write a .points file"),
                    self.files.write,
                ),
            )
        )
        for button in (undo, redo, remove, read, write):
            row.addWidget(button)
        for button in (undo, redo):
            button.setEnabled(False)
        self.bench.undo.canUndoChanged.connect(undo.setEnabled)
        self.bench.undo.canRedoChanged.connect(redo.setEnabled)
        self._of_a_sheet = (self.view, self.places, remove, read, write)
        return row

    def _connect(self) -> None:
        self.model.refused.connect(self.context.messages.warning)
        self.view.doubleClicked.connect(self._zoom_to)
        self.maps.hint.connect(self._hint.setText)
        self.maps.chosen.connect(self.view.selectRow)
        self.places.placed.connect(self._place)
        self.places.named.toggled.connect(self._take_named)
        self.fit.method_chosen.connect(self.bench.set_method)
        self.fit.preview_toggled.connect(self._show_preview)
        self.warp.warped.connect(self._after_the_warp)
        canvas = self.context.iface.mapCanvas()
        self._connections: list[tuple[Any, Any]] = [
            (self.bench.sheet_changed, self._take_sheet),
            (self.bench.points_changed, self.show_points),
            (canvas.destinationCrsChanged, self.show_points),
        ]
        for signal, slot in self._connections:
            signal.connect(slot)

    def showEvent(self, event: QShowEvent) -> None:
        """Bring the marks and the preview onto the map."""
        super().showEvent(event)
        self.maps.set_visible(True)

    def hideEvent(self, event: QHideEvent) -> None:
        """Keep the map free of them while another tab is worked in."""
        super().hideEvent(event)
        self.maps.set_visible(False)

    # -- showing -------------------------------------------------------------------------------------

    def _take_sheet(self) -> None:
        sheet, has_scan = self.bench.sheet, bool(self.bench.sheet is not None and self.bench.size)
        if self.maps.take_sheet() and sheet is not None and not sheet.warped_path:
            self.fit.preview.setChecked(True)  # the last sheet's result turned it off
        for widget in self._of_a_sheet:
            widget.setEnabled(sheet is not None)
        self.scan_button.setEnabled(has_scan)
        self.fit.set_usable(sheet is not None, has_scan)
        self.show_points()

    def show_points(self) -> None:
        """Show the bench's points in the table, on the scan and on the map, and what their fit is worth."""
        self.model.refresh()
        self.maps.show()
        if self.bench.sheet is None or not self.bench.size:
            self.fit.say(tr("PointsTab", "Choose a sheet in the Sheet tab and attach its scan."), [])
            return
        text = tr(
            "PointsTab",
            "{used} of {all} points in use. Click the scan, then the map; drag points to move them.",
        )
        used = sum(1 for p in self.bench.points if p.enabled)
        self._hint.setText(text.format(used=used, all=len(self.bench.points)))
        self.fit.show_fit(self.bench.fit, self.bench.method)

    def _show_preview(self, on: bool) -> None:
        self.maps.preview.is_on = on
        self.show_points()

    def _after_the_warp(self) -> None:
        self.fit.preview.setChecked(False)  # the result itself is there now

    # -- acting --------------------------------------------------------------------------------------

    @reported
    def open_scan(self, _checked: bool = False) -> None:
        """Show the scan in its window and set points with the mouse."""
        self.maps.open_scan()

    @reported
    def _place(self, x: float, y: float, frame: str, label: str) -> None:
        self.maps.complete(x, y, frame, label)
        self.places.clear()

    def _take_named(self, on: bool) -> None:
        self.maps.takes_named_places = on

    @reported
    def _remove(self, _checked: bool = False) -> None:
        rows = self.view.chosen()
        if rows:
            self.bench.remove(rows)

    def _zoom_to(self, index: QModelIndex) -> None:
        if not self.model.flags(index) & Qt.ItemFlag.ItemIsEditable:
            self.maps.zoom_to(index.row())

    def release(self) -> None:
        """Take tool, marks, window and task away."""
        for signal, slot in self._connections:
            disconnect(signal, slot)
        self.warp.release()
        self.maps.release()
