# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Control points on the scan's window and on the main map: picked, dragged, marked."""

from __future__ import annotations

import json
from typing import Optional

from qgis.core import QgsFeatureRequest, QgsGeometry, QgsPointXY, QgsWkbTypes
from qgis.PyQt.QtCore import QObject, pyqtSignal

from ....core.errors import AtlasError
from ....core.historic.scan import collar_of
from ....core.historic.sheet_points import GROUND, Pick
from ....core.i18n import tr
from ...context import Context
from ...messages import reported
from ...part import alive
from ...tools.control_point_tool import BAD, GOOD, OFF, ControlPointMarks, ControlPointTool
from ...tools.places import canvas_to_wgs84, wgs84_to_canvas
from .live_preview import LivePreview
from .scan_window import ScanWindow, margin_band
from .workbench import Workbench

CORNERS = 4
NEAR_PIXELS = 12
"""How near to a site a click takes it over."""


class PointsOnMaps(QObject):
    """A place is picked on the scan first (it is pending then), on the map next."""

    hint = pyqtSignal(str)
    """The next step, in words."""
    chosen = pyqtSignal(int)
    """A point was clicked without moving it."""

    def __init__(self, context: Context, bench: Workbench, parent: QObject) -> None:
        super().__init__(parent)
        self.context, self._bench = context, bench
        self._window: Optional[ScanWindow] = None
        self.takes_named_places = False
        """Whether a click on the map takes over the site that it is near."""
        self._pending: Optional[tuple[float, float]] = None
        self._held: Optional[tuple[Pick, ...]] = None
        self._corners: list[tuple[float, float]] = []
        canvas = context.iface.mapCanvas()
        self.preview = LivePreview(context, bench, self)
        self.marks = ControlPointMarks(canvas)
        self._margin = margin_band(canvas)
        self.tool = ControlPointTool(canvas, self._ground_places)
        self.tool.picked.connect(self._picked_on_map)
        self.tool.dragged.connect(self._dragged_on_map)
        self.tool.dropped.connect(self._dropped)

    # -- showing -------------------------------------------------------------------------------------

    def set_visible(self, visible: bool) -> None:
        """Bring marks and preview onto the map, or keep it free of them."""
        if alive(self.marks):
            self.marks.setVisible(visible)
            self._margin.setVisible(visible)
            self.preview.set_visible(visible)

    def take_sheet(self) -> bool:
        """Follow the workbench to its sheet; return whether that has another scan than the last one."""
        self._pending = None
        if not self._bench.size and self._window is not None and alive(self._window):
            self._window.close_scan()
        return self.preview.take_sheet()

    def show(self) -> None:
        """Show the workbench's points on scan and map, and the scan as they put it."""
        self._show_marks()
        self._show_margin()
        self.preview.show(coarse=self._held is not None)

    def _show_marks(self) -> None:
        points = self._bench.points
        figures, fitted = self._bench.fit.figures(points), self._fitted_places()
        labels = [p.label or str(i + 1) for i, p in enumerate(points)]
        colours = [
            OFF if not p.enabled else BAD if i in figures and figures[i].is_outlier else GOOD
            for i, p in enumerate(points)
        ]
        places = self._ground_places()
        self.marks.show_marks([(p, labels[i], colours[i], fitted.get(i)) for i, p in enumerate(places)])
        if self._window is not None and alive(self._window):
            on_scan = self._scan_places()
            self._window.marks.show_marks([(p, labels[i], colours[i], None) for i, p in enumerate(on_scan)])
            pending = self._pending
            self._window.marks.pending = QgsPointXY(pending[0], -pending[1]) if pending else None

    @reported
    def _show_margin(self) -> None:
        """Draw the corners of the map inside its margin: on the scan, and where the fit puts them."""
        sheet, canvas = self._bench.sheet, self.context.iface.mapCanvas()
        corners = (collar_of(sheet.collar) if sheet is not None else None) or []
        if self._window is not None and alive(self._window) and not self._corners:
            self._window.show_corners(corners)
        self._margin.reset(QgsWkbTypes.GeometryType.PolygonGeometry)
        for place in self._bench.fit.place(corners):
            self._margin.addPoint(wgs84_to_canvas(canvas, QgsPointXY(*place)))

    def _ground_places(self) -> list[QgsPointXY]:
        canvas, found = self.context.iface.mapCanvas(), []
        for index in range(len(self._bench.points)):
            try:
                found.append(wgs84_to_canvas(canvas, QgsPointXY(*self._bench.ground(index))))
            except AtlasError:  # the datum is not chosen yet: said in the report line
                return []
        return found

    def _fitted_places(self) -> dict[int, QgsPointXY]:
        canvas = self.context.iface.mapCanvas()
        places = self._bench.fit.fitted(self._bench.points)
        return {row: wgs84_to_canvas(canvas, QgsPointXY(*place)) for row, place in places.items()}

    def _scan_places(self) -> list[QgsPointXY]:
        return [QgsPointXY(p.column, -p.row) for p in self._bench.points]

    def zoom_to(self, row: int) -> None:
        """Bring a point into the middle of both maps."""
        point = self._bench.points[row]
        if self._window is not None and alive(self._window):
            self._window.centre_on(point.column, point.row)
        places = self._ground_places()
        if places:
            self.context.iface.mapCanvas().setCenter(places[row])
            self.context.iface.mapCanvas().refresh()

    # -- picking -------------------------------------------------------------------------------------

    def open_scan(self) -> None:
        """Show the scan in its window and set points with the mouse."""
        sheet = self._bench.required()
        window = self._window
        if window is None or not alive(window):
            window = self._window = ScanWindow(self.context.iface.mainWindow(), self._scan_places)
            window.tool.picked.connect(self._picked_on_scan)
            window.tool.dragged.connect(self._dragged_on_scan)
            window.tool.dropped.connect(self._dropped)
        window.show_scan(sheet.scan_path or "", sheet.scan_page or 1, sheet.title)
        window.show()
        window.raise_()
        self.context.iface.mapCanvas().setMapTool(self.tool)
        self._show_marks()

    @reported
    def _picked_on_scan(self, place: QgsPointXY) -> None:
        if self._window is not None and self._window.collar.isChecked():
            self._collar_corner(place, self._window)
            return
        self._pending = (place.x(), -place.y())
        self._show_marks()
        text = tr("PointsOnMaps", "Now click the same place on the map, or give its printed coordinates.")
        self.hint.emit(text)
        self.context.iface.mapCanvas().setMapTool(self.tool)

    def _collar_corner(self, place: QgsPointXY, window: ScanWindow) -> None:
        """Take one corner of the map inside its margin; the fourth saves them."""
        self._corners.append((round(place.x(), 1), round(-place.y(), 1)))
        window.show_corners(self._corners)
        if len(self._corners) < CORNERS:
            text = tr("PointsOnMaps", "Corner {number} of {all}, going around the map.")
            self.hint.emit(text.format(number=len(self._corners), all=CORNERS))
            return
        corners, self._corners = self._corners, []
        window.collar.setChecked(False)
        self._bench.change_sheet(collar=json.dumps(corners))
        self.hint.emit(tr("PointsOnMaps", "The margin outside these corners will be transparent."))

    @reported
    def _picked_on_map(self, place: QgsPointXY) -> None:
        named = self._named_place(place) if self.takes_named_places else None
        if named is not None:
            self.complete(*named)
            return
        ground = canvas_to_wgs84(self.context.iface.mapCanvas(), place)
        self.complete(ground.x(), ground.y(), GROUND)

    def _named_place(self, place: QgsPointXY) -> Optional[tuple[float, float, str, str]]:
        """The site nearest to a click on the map, where there is one within reach."""
        layer, canvas = self.context.open_atlas.layer("sites"), self.context.iface.mapCanvas()
        if layer is None:
            return None
        reach = NEAR_PIXELS * canvas.mapUnitsPerPixel()
        corners = [
            canvas_to_wgs84(canvas, QgsPointXY(place.x() + x, place.y() + y))
            for x, y in ((-reach, -reach), (reach, reach), (-reach, reach), (reach, -reach))
        ]
        box = QgsGeometry.fromMultiPointXY(corners).boundingBox()
        best, least = None, reach
        for feature in layer.getFeatures(QgsFeatureRequest().setFilterRect(box)):
            site = feature.geometry().asPoint()
            away = wgs84_to_canvas(canvas, site).distance(place)
            if away <= least:
                best, least = (site.x(), site.y(), GROUND, str(feature["name"])), away
        return best

    def complete(self, x: float, y: float, frame: str, label: str = "") -> None:
        """Give the pending point its place on the map.  Raises AtlasError where none is pending."""
        if self._pending is None:
            raise AtlasError(
                tr("PointsOnMaps", "No place on the scan is picked yet."),
                hint=tr("PointsOnMaps", "Click the scan first."),
            )
        column, row = self._pending
        self._pending = None
        self._bench.add(Pick(column, row, x, y, frame, label=label))

    # -- dragging ------------------------------------------------------------------------------------

    def _dragged_on_scan(self, index: int, place: QgsPointXY) -> None:
        self._hold()
        self._bench.drag(index, column=place.x(), row=-place.y())

    def _dragged_on_map(self, index: int, place: QgsPointXY) -> None:
        self._hold()
        ground = canvas_to_wgs84(self.context.iface.mapCanvas(), place)
        self._bench.drag(index, x=ground.x(), y=ground.y(), frame=GROUND)

    def _hold(self) -> None:
        if self._held is None:
            self._held = self._bench.points

    def _dropped(self, index: int, _place: QgsPointXY) -> None:
        before, self._held = self._held, None
        if before is None:  # a click without a drag chooses the point
            self.chosen.emit(index)
            return
        self._bench.change(self._bench.points, tr("PointsOnMaps", "move control point"), before)

    def release(self) -> None:
        """Take tool, marks, preview and window away."""
        if self._window is not None and alive(self._window):
            self._window.release()
            self._window.deleteLater()
        self.tool.release()
        self.preview.release()
        for item in (self.marks, self._margin):
            self.context.iface.mapCanvas().scene().removeItem(item)
