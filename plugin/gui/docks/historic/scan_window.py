# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The scan in a window of its own, in pixels: columns to the right, rows downwards."""

from __future__ import annotations

import itertools
from typing import Any

from qgis.core import QgsCoordinateReferenceSystem, QgsPointXY, QgsRasterLayer, QgsRectangle
from qgis.gui import QgsMapCanvas, QgsMapToolPan
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QAction, QToolBar, QVBoxLayout, QWidget

from ....core.errors import AtlasError
from ....core.i18n import tr
from ...part import alive, icon_of
from ...tools.control_point_tool import ControlPointMarks, ControlPointTool

_numbers = itertools.count(1)


class ScanWindow(QWidget):
    """A map canvas over the scan alone; the coordinate of a place is (column, minus row)."""

    def __init__(self, parent: Any, places: Any) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setObjectName("CityAtlasScanWindow")
        self.setWindowTitle(tr("ScanWindow", "Scan"))
        self.resize(760, 640)
        self.canvas = QgsMapCanvas(self)
        self.canvas.setObjectName("scanCanvas")
        self.canvas.setDestinationCrs(QgsCoordinateReferenceSystem())
        self.marks = ControlPointMarks(self.canvas)
        self.tool = ControlPointTool(self.canvas, places)
        self._pan = QgsMapToolPan(self.canvas)
        self._layer: Any = None
        self._virtual = ""
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._toolbar())
        layout.addWidget(self.canvas, 1)
        self.canvas.setMapTool(self.tool)

    def _toolbar(self) -> QToolBar:
        bar = QToolBar(self)
        self._picking = QAction(
            icon_of("mActionCapturePoint.svg"), tr("ScanWindow", "Set and drag points"), self
        )
        self._panning = QAction(icon_of("mActionPan.svg"), tr("ScanWindow", "Pan"), self)
        whole = QAction(icon_of("mActionZoomFullExtent.svg"), tr("ScanWindow", "Whole scan"), self)
        for action, slot in ((self._picking, self._pick), (self._panning, self._move), (whole, self._whole)):
            action.triggered.connect(slot)
            bar.addAction(action)
        self.collar = QAction(
            icon_of("mActionCapturePolygon.svg"), tr("ScanWindow", "Mask the margin: four corners"), self
        )
        self.collar.setObjectName("scanCollar")
        bar.addAction(self.collar)
        for action in (self._picking, self._panning, self.collar):
            action.setCheckable(True)
        self._picking.setChecked(True)
        return bar

    def _pick(self, _checked: bool = False) -> None:
        self._use(self.tool)

    def _move(self, _checked: bool = False) -> None:
        self._use(self._pan)

    def _use(self, tool: Any) -> None:
        self.canvas.setMapTool(tool)
        self._picking.setChecked(tool is self.tool)
        self._panning.setChecked(tool is self._pan)

    def _whole(self, _checked: bool = False) -> None:
        self.canvas.zoomToFullExtent()

    def show_scan(self, path: str, page: int, title: str) -> None:
        """Show a scan without its own georeference, whatever it carries."""
        from osgeo import gdal

        from ....core.historic.scan import open_scan

        self.close_scan()
        dataset = open_scan(path, page)
        self._virtual = f"/vsimem/city_atlas_scan_{next(_numbers)}.vrt"
        copy = gdal.GetDriverByName("VRT").CreateCopy(self._virtual, dataset)
        copy.SetGCPs([], "")
        copy.SetProjection("")
        copy.SetMetadata({}, "RPC")
        copy.SetGeoTransform((0.0, 1.0, 0.0, 0.0, 0.0, -1.0))
        copy.FlushCache()
        del copy
        layer = _layer_without_traces(self._virtual, title)
        if not layer.isValid():
            raise AtlasError(f"{path} could not be shown.", hint="Open it in QGIS to see why.")
        self._layer = layer
        self.setWindowTitle(tr("ScanWindow", "Scan: {}").format(title))
        self.canvas.setLayers([layer])
        self.canvas.setExtent(QgsRectangle(0, -dataset.RasterYSize, dataset.RasterXSize, 0))
        self.canvas.refresh()

    def close_scan(self) -> None:
        """Forget the scan that is shown."""
        from osgeo import gdal

        self.canvas.setLayers([])
        self._layer = None
        if self._virtual:
            gdal.Unlink(self._virtual)
            self._virtual = ""

    def centre_on(self, column: float, row: float) -> None:
        """Bring a pixel into the middle."""
        self.canvas.setCenter(QgsPointXY(column, -row))
        self.canvas.refresh()

    def release(self) -> None:
        """Let go of canvas and file."""
        if alive(self.canvas):
            self.canvas.stopRendering()
            self.close_scan()
            self.tool.release()
            self.canvas.unsetMapTool(self._pan)
        self.close()


def _layer_without_traces(path: str, title: str) -> QgsRasterLayer:
    """A layer whose statistics, which QGIS asks for, do not end up in a file beside the user's scan."""
    from osgeo import gdal

    before = gdal.GetConfigOption("GDAL_PAM_ENABLED")
    gdal.SetConfigOption("GDAL_PAM_ENABLED", "NO")
    try:
        return QgsRasterLayer(path, title, "gdal")
    finally:
        gdal.SetConfigOption("GDAL_PAM_ENABLED", before)
