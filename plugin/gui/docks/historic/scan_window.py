# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The scan in a window of its own, in pixels: columns to the right, rows downwards."""

from __future__ import annotations

from typing import Callable, Optional, Sequence

from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsPointXY,
    QgsRasterDataProvider,
    QgsRasterLayer,
    QgsRectangle,
    QgsWkbTypes,
)
from qgis.gui import QgsMapCanvas, QgsMapTool, QgsMapToolPan, QgsRubberBand
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import QAction, QToolBar, QVBoxLayout, QWidget

from ....core.errors import AtlasError
from ....core.historic.scan_alone import ScanAlone
from ....core.i18n import tr
from ...part import alive, icon_of
from ...tools.control_point_tool import PENDING, ControlPointMarks, ControlPointTool

OVERSAMPLING = 8.0


class ScanWindow(QWidget):
    """A map canvas over the scan alone; the coordinate of a place is (column, minus row)."""

    def __init__(self, parent: QWidget, places: Callable[[], list[QgsPointXY]]) -> None:
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
        self._layer: Optional[QgsRasterLayer] = None
        self._alone: Optional[ScanAlone] = None
        self._margin = margin_band(self.canvas)
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

    def _use(self, tool: QgsMapTool) -> None:
        self.canvas.setMapTool(tool)
        self._picking.setChecked(tool is self.tool)
        self._panning.setChecked(tool is self._pan)

    def _whole(self, _checked: bool = False) -> None:
        self.canvas.zoomToFullExtent()

    def show_scan(self, path: str, page: int, title: str) -> None:
        """Show a scan without its own georeference, whatever it carries."""
        self.close_scan()
        self._alone = ScanAlone(path, page)
        layer = _layer_without_traces(self._alone.picture, title)
        if not layer.isValid():
            raise AtlasError(
                tr("ScanWindow", "{file} could not be shown.").format(file=path),
                hint=tr("ScanWindow", "Open it in QGIS to see why."),
            )
        _smooth(layer)
        self._layer = layer
        self.setWindowTitle(tr("ScanWindow", "Scan: {title}").format(title=title))
        columns, rows = self._alone.size
        self.canvas.setLayers([layer])
        self.canvas.setExtent(QgsRectangle(0, -rows, columns, 0))
        self.canvas.refresh()

    def show_corners(self, corners: Sequence[tuple[float, float]]) -> None:
        """Draw the margin's corners (column, row), as many as there are."""
        self._margin.reset(QgsWkbTypes.GeometryType.PolygonGeometry)
        for column, row in corners:
            self._margin.addPoint(QgsPointXY(column, -row))

    def close_scan(self) -> None:
        """Forget the scan that is shown."""
        self.canvas.setLayers([])
        self._layer = None
        self.show_corners([])
        if self._alone is not None:
            self._alone.release()
            self._alone = None

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


def margin_band(canvas: QgsMapCanvas) -> QgsRubberBand:
    """Return the outline of a sheet's map inside its margin, on a canvas."""
    band = QgsRubberBand(canvas, QgsWkbTypes.GeometryType.PolygonGeometry)
    band.setStrokeColor(QColor(PENDING))
    band.setFillColor(QColor(0, 0, 0, 0))
    band.setWidth(2)
    return band


def _smooth(layer: QgsRasterLayer) -> None:
    """Average the pixels of a large scan on the screen: picked out one by one they spoil the letters."""
    layer.setResamplingStage(Qgis.RasterResamplingStage.Provider)
    provider = layer.dataProvider()
    provider.enableProviderResampling(True)
    provider.setZoomedInResamplingMethod(QgsRasterDataProvider.ResamplingMethod.Bilinear)
    provider.setZoomedOutResamplingMethod(QgsRasterDataProvider.ResamplingMethod.Average)
    provider.setMaxOversampling(OVERSAMPLING)


def _layer_without_traces(path: str, title: str) -> QgsRasterLayer:
    """A layer whose statistics, which QGIS asks for, do not end up in a file beside the user's scan."""
    from osgeo import gdal

    before = gdal.GetConfigOption("GDAL_PAM_ENABLED")
    gdal.SetConfigOption("GDAL_PAM_ENABLED", "NO")
    try:
        return QgsRasterLayer(path, title, "gdal")
    finally:
        gdal.SetConfigOption("GDAL_PAM_ENABLED", before)
