# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Control points: picked on the scan, then on the map, judged while they move; the warp."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Optional

from qgis.core import QgsApplication, QgsPointXY
from qgis.PyQt.QtCore import QModelIndex
from qgis.PyQt.QtWidgets import QFileDialog

from ....core.errors import AtlasError, Cancelled
from ....core.i18n import tr
from ...background import Work
from ...context import Context
from ...messages import reported
from ...part import alive, disconnect
from ...tools.control_point_tool import BAD, GOOD, OFF, ControlPointMarks, ControlPointTool, PreviewPicture
from ...tools.places import canvas_to_wgs84, wgs84_to_canvas
from .control_points_form import PointsFace
from .warp import WarpTask, adopt, collar_of
from .workbench import GROUND, SHEET, Pick


class PointsTab(PointsFace):
    """The georeferencer: scan window, main map and table show the same points."""

    def __init__(self, context: Context, parent: Any) -> None:
        super().__init__(context, parent)
        self._window: Any = None
        self._pending: Optional[tuple[float, float]] = None
        self._held: Optional[tuple] = None
        self._corners: list[tuple[float, float]] = []
        self._preview: Any = None
        self._scan: Optional[tuple] = None
        self._unreadable = False
        self._reducing = Work(self)
        self._reducing.done.connect(self._reduced)
        self._reducing.failed.connect(self._not_reduced)
        self._task: Optional[WarpTask] = None
        canvas = context.iface.mapCanvas()
        self.picture, self.marks = PreviewPicture(canvas), ControlPointMarks(canvas)
        self.tool = ControlPointTool(canvas, self._ground_places)
        self.tool.picked.connect(self._picked_on_map)
        self.tool.dragged.connect(self._dragged_on_map)
        self.tool.dropped.connect(self._dropped)
        self._connections: list[tuple[Any, Any]] = [
            (self.bench.sheet_changed, self._sheet_changed),
            (self.bench.points_changed, self.show_points),
            (canvas.destinationCrsChanged, self.show_points),
            (context.open_atlas.closing, self._atlas_closes),
        ]
        for signal, slot in self._connections:
            signal.connect(slot)
        self.marks.setVisible(self.isVisible())
        self.picture.setVisible(self.isVisible())
        self._sheet_changed()

    def showEvent(self, event: Any) -> None:
        """Bring the marks and the preview onto the map."""
        super().showEvent(event)
        self.marks.setVisible(True)
        self.picture.setVisible(True)

    def hideEvent(self, event: Any) -> None:
        """Keep the map free of them while another tab is worked in."""
        super().hideEvent(event)
        if alive(self.marks):
            self.marks.setVisible(False)
            self.picture.setVisible(False)

    # -- showing -------------------------------------------------------------------------------------

    def _sheet_changed(self) -> None:
        sheet = self.bench.sheet
        scan = None if sheet is None else (sheet.scan_path, sheet.scan_page or 1)
        if scan != self._scan:
            self._scan, self._preview, self._unreadable = scan, None, False
            self._reducing.drop()
            self.picture.hide_picture()
            if sheet is not None and not sheet.warped_path:
                self.preview_on.setChecked(True)  # the last sheet's result turned it off
        self._pending = None
        self.set_usable(sheet is not None, bool(sheet is not None and self.bench.size))
        if sheet is None or not self.bench.size:
            if alive(self._window):
                self._window.close_scan()
            self.say(tr("PointsTab", "Choose a sheet in the Sheet tab and attach its scan."), [])
        self.show_points()

    def show_points(self) -> None:
        """Show the bench's points in the table, on the scan and on the map."""
        self.model.refresh()
        self.show_method(self.bench.method)
        self._show_marks()
        self._show_preview()
        self.report(self.bench)

    def _ground_places(self) -> list[QgsPointXY]:
        canvas, found = self.context.iface.mapCanvas(), []
        for index in range(len(self.bench.points)):
            try:
                found.append(wgs84_to_canvas(canvas, QgsPointXY(*self.bench.ground(index))))
            except AtlasError:  # the datum is not chosen yet: said in the report line
                return []
        return found

    def _scan_places(self) -> list[QgsPointXY]:
        return [QgsPointXY(p.column, -p.row) for p in self.bench.points]

    def _show_marks(self) -> None:
        fitted = self._fitted_places()
        labels = [p.label or str(i + 1) for i, p in enumerate(self.bench.points)]
        colours = [
            OFF if not p.enabled else BAD if self.model.is_outlier(i) else GOOD
            for i, p in enumerate(self.bench.points)
        ]
        places = self._ground_places()
        self.marks.show_marks([(p, labels[i], colours[i], fitted.get(i)) for i, p in enumerate(places)])
        if alive(self._window):
            self._window.marks.show_marks(
                [(p, labels[i], colours[i], None) for i, p in enumerate(self._scan_places())]
            )
            pending = self._pending
            self._window.marks.pending = QgsPointXY(pending[0], -pending[1]) if pending else None

    def _fitted_places(self) -> dict[int, QgsPointXY]:
        audit, prepared = self.bench.audit, self.bench.prepared
        if audit is None:
            return {}
        canvas = self.context.iface.mapCanvas()
        lon, lat = prepared.plane.backward(*audit.fit.forward(prepared.source).T)
        rows = [i for i, p in enumerate(self.bench.points) if p.enabled]
        return {
            row: wgs84_to_canvas(canvas, QgsPointXY(float(x), float(y))) for row, x, y in zip(rows, lon, lat)
        }

    @reported
    def _show_preview(self) -> None:
        audit = self.bench.audit
        if not self.preview_on.isChecked() or audit is None or not self.bench.size:
            self.picture.hide_picture()
            return
        if self._preview is None:
            self._reduce()
            return
        plane = self.bench.prepared.plane
        try:
            width = 900 if self._held is None else 420  # a coarser picture while a point moves
            pixels, (west, south, east, north) = self._preview.picture(audit, plane.definition, width=width)
        except (AtlasError, RuntimeError) as error:  # a fit beyond all measure has no picture
            self.picture.hide_picture()
            self.context.messages.log(str(error))
            return
        lon, lat = plane.backward([west, east, east, west], [north, north, south, south])
        canvas = self.context.iface.mapCanvas()
        corners = [wgs84_to_canvas(canvas, QgsPointXY(float(x), float(y))) for x, y in zip(lon, lat)]
        self.picture.show_picture(pixels, corners)

    def _reduce(self) -> None:
        """Read the scan at screen size in the background: a large one takes seconds, once."""
        if self._reducing.busy or self._unreadable:
            return
        from ....core.historic.warp import Preview

        path, page = self._scan or ("", 1)
        self._reducing.start(
            tr("PointsTab", "Reading {}").format(path), lambda _step: Preview(path, page=page)
        )

    @reported
    def _reduced(self, preview: Any) -> None:
        self._preview = preview
        self._show_preview()

    def _not_reduced(self, error: BaseException) -> None:
        self.picture.hide_picture()
        self._unreadable = True
        if not isinstance(error, Cancelled):
            self.context.messages.error(error)

    # -- setting points ------------------------------------------------------------------------------

    @reported
    def open_scan(self, _checked: bool = False) -> None:
        """Show the scan in its window and set points with the mouse."""
        from .scan_window import ScanWindow

        sheet = self.bench.sheet
        if not alive(self._window):
            self._window = ScanWindow(self.context.iface.mainWindow(), self._scan_places)
            self._window.tool.picked.connect(self._picked_on_scan)
            self._window.tool.dragged.connect(self._dragged_on_scan)
            self._window.tool.dropped.connect(self._dropped)
        self._window.show_scan(sheet.scan_path, sheet.scan_page or 1, sheet.title)
        self._window.show()
        self._window.raise_()
        self.context.iface.mapCanvas().setMapTool(self.tool)
        self._show_marks()

    @reported
    def _picked_on_scan(self, place: QgsPointXY) -> None:
        if self._window.collar.isChecked():
            self._collar_corner(place)
            return
        self._pending = (place.x(), -place.y())
        self._show_marks()
        self.say_next(
            tr("PointsTab", "Now click the same place on the map, or give its printed coordinates.")
        )
        self.context.iface.mapCanvas().setMapTool(self.tool)

    def _collar_corner(self, place: QgsPointXY) -> None:
        """Take one corner of the map inside its margin; the fourth saves them."""
        self._corners.append((round(place.x(), 1), round(-place.y(), 1)))
        if len(self._corners) < 4:
            self.say_next(tr("PointsTab", "Corner {} of 4, going around the map.").format(len(self._corners)))
            return
        corners, self._corners = self._corners, []
        self._window.collar.setChecked(False)
        self.bench.change_sheet(collar=json.dumps(corners))
        self.say_next(tr("PointsTab", "The margin outside these corners will be transparent."))

    @reported
    def _picked_on_map(self, place: QgsPointXY) -> None:
        ground = canvas_to_wgs84(self.context.iface.mapCanvas(), place)
        self._set(ground.x(), ground.y(), GROUND)

    def _set(self, x: float, y: float, frame: str, label: str = "") -> None:
        """Complete the pending point with its place on the map."""
        if self._pending is None:
            raise AtlasError(
                tr("PointsTab", "No place on the scan is picked yet."),
                hint=tr("PointsTab", "Click the scan first."),
            )
        column, row = self._pending
        self._pending = None
        self.bench.add(Pick(column, row, x, y, frame, label=label))

    @reported
    def set_typed(self, _checked: bool = False) -> None:
        """Place the pending point by coordinates printed on the sheet (longitude, latitude)."""
        from ....core.historic.control_points import typed_place

        lon, lat, printed = typed_place(self.typed.text())
        self._set(lon, lat, SHEET if printed else GROUND)
        self.typed.clear()

    @reported
    def set_site(self, _checked: bool = False) -> None:
        """Place the pending point on the site that is selected."""
        layer = self.context.open_atlas.layer("sites")
        chosen = list(layer.getSelectedFeatures()) if layer is not None else []
        if len(chosen) != 1:
            raise AtlasError(
                tr("PointsTab", "{} sites are selected.").format(len(chosen)),
                hint=tr("PointsTab", "Select one."),
            )
        place = chosen[0].geometry().asPoint()
        self._set(place.x(), place.y(), GROUND, chosen[0]["name"])

    # -- dragging ------------------------------------------------------------------------------------

    def _dragged_on_scan(self, index: int, place: QgsPointXY) -> None:
        self._hold()
        self.bench.drag(index, column=place.x(), row=-place.y())

    def _dragged_on_map(self, index: int, place: QgsPointXY) -> None:
        self._hold()
        ground = canvas_to_wgs84(self.context.iface.mapCanvas(), place)
        self.bench.drag(index, x=ground.x(), y=ground.y(), frame=GROUND)

    def _hold(self) -> None:
        if self._held is None:
            self._held = self.bench.points

    def _dropped(self, index: int, _place: QgsPointXY) -> None:
        before, self._held = self._held, None
        if before is None:  # a click without a drag chooses the point
            self.view.selectRow(index)
            return
        self.bench.change(self.bench.points, tr("PointsTab", "move control point"), before)

    @reported
    def remove(self, _checked: bool = False) -> None:
        """Take the selected points away."""
        rows = [index.row() for index in self.view.selectionModel().selectedRows()]
        if rows:
            self.bench.remove(rows)

    def zoom_to(self, index: QModelIndex) -> None:
        """Bring a point into the middle of both maps."""
        point = self.bench.points[index.row()]
        if alive(self._window):
            self._window.centre_on(point.column, point.row)
        places = self._ground_places()
        if places:
            self.context.iface.mapCanvas().setCenter(places[index.row()])
            self.context.iface.mapCanvas().refresh()

    # -- files ---------------------------------------------------------------------------------------

    @reported
    def read(self, _checked: bool = False) -> None:
        """Read a .points file in place of the points that are there."""
        path, _kind = QFileDialog.getOpenFileName(
            self, tr("PointsTab", "Read control points"), "", "*.points"
        )
        if path:
            self.read_file(path)

    def read_file(self, path: str) -> None:
        """Take the points of a file of QGIS's Georeferencer; they can be undone."""
        from ....core.historic import control_points, datum, features
        from ....core.historic.scan import open_scan, own_geotransform

        sheet, file = self.bench.sheet, control_points.read_points(path)
        choice = {"wgs84": 0, "tokyo1918": 1, "tokyo1892": 2, "other": 3}.get(sheet.datum, 0)
        operation, notes = features.operation_of(file, choice, sheet.datum_crs or "")
        own = own_geotransform(open_scan(sheet.scan_path, sheet.scan_page or 1)) if sheet.scan_path else None
        printed = operation.is_geographic and not operation.is_identity
        made = []
        for p in control_points.to_pixels(file, own):
            x, y = p.map_x, p.map_y
            if not printed:
                lon, lat = datum.to_wgs84(operation, [x], [y])
                x, y = float(lon[0]), float(lat[0])
            frame = SHEET if printed else GROUND
            made.append(Pick(p.source_x, -p.source_y, x, y, frame, p.enabled, p.label))
        self.bench.change(tuple(made), tr("PointsTab", "read control points"))
        for note in notes:
            self.context.messages.warning(note)

    @reported
    def write(self, _checked: bool = False) -> None:
        """Write the points for QGIS's Georeferencer."""
        path, _kind = QFileDialog.getSaveFileName(
            self, tr("PointsTab", "Write control points"), "", "*.points"
        )
        if path:
            self.write_file(path if path.endswith(".points") else f"{path}.points")

    def write_file(self, path: str) -> None:
        """Write all points, in the sheet's own coordinates where they have any."""
        from ....core.historic.control_points import write_points
        from ....core.historic.operations import crs_from

        made, operation = self.bench.core_points()
        # By their codes: QGIS would not take the pipelines' own definitions for geographic ones.
        codes = {"tokyo1918": "EPSG:4301", "tokyo1892": "EPSG:5132"}
        write_points(path, made, crs_from(codes.get(operation.key, operation.crs)).toWkt())

    # -- the warp ------------------------------------------------------------------------------------

    @reported
    def georeference(self, _checked: bool = False) -> None:
        """Ask where to write, then warp in the background; a second press cancels."""
        if self._task is not None:
            self._task.cancel()
            return
        scan = Path(self.bench.sheet.scan_path)
        proposal = str(scan.with_name(f"{scan.stem}_georeferenced.tif"))
        path, _kind = QFileDialog.getSaveFileName(
            self, tr("PointsTab", "Write the georeferenced sheet"), proposal, "*.tif"
        )
        if path:
            self.warp_to(path if path.lower().endswith((".tif", ".tiff")) else f"{path}.tif")

    def warp_to(self, path: str) -> None:
        """Warp the scan by the points as they are."""
        if self.bench.audit is None:
            raise AtlasError(self.bench.problem or tr("PointsTab", "There are not enough control points."))
        sheet = self.bench.sheet
        self._task = WarpTask(
            sheet.scan_path,
            sheet.scan_page or 1,
            self.bench.prepared,
            self.bench.audit,
            path,
            collar_of(sheet),
        )
        self._task.sheet_uuid = sheet.uuid
        self._task.progressChanged.connect(self.show_progress)
        self._task.taskCompleted.connect(self._warped)
        self._task.taskTerminated.connect(self._stopped)
        self.show_progress(0.0)
        QgsApplication.taskManager().addTask(self._task)

    @reported
    def _warped(self) -> None:
        task, self._task = self._task, None
        self.show_progress(-1.0)
        if task is None:
            return
        adopt(self.context, self.bench, task)
        self.preview_on.setChecked(False)  # the result itself is there now
        self.context.messages.info(tr("PointsTab", "{} is written and shown.").format(Path(task.output).name))

    def _atlas_closes(self) -> None:
        """Stop the warp: its result belongs into the atlas that goes."""
        if self._task is not None:
            self._task.cancel()

    def _stopped(self) -> None:
        task, self._task = self._task, None
        self.show_progress(-1.0)
        if task is not None:
            self.context.messages.error(task.error or Cancelled(tr("PointsTab", "Georeferencing")))

    def release(self) -> None:
        """Take tool, marks, window and task away."""
        for signal, slot in self._connections:
            disconnect(signal, slot)
        self._reducing.drop()
        if self._task is not None:
            disconnect(self._task.taskCompleted, self._warped)
            disconnect(self._task.taskTerminated, self._stopped)
            disconnect(self._task.progressChanged, self.show_progress)
            self._task.cancel()
            self._task = None
        if alive(self._window):
            self._window.release()
            self._window.deleteLater()
        self.tool.release()
        for item in (self.marks, self.picture):
            self.context.iface.mapCanvas().scene().removeItem(item)
