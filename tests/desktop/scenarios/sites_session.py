# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The sites dock in an edit session of QGIS: digitizing under a filter, undo, closing, unloading, exports."""

from __future__ import annotations

import functools
import tempfile
from pathlib import Path

import processing
import qgis.utils
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsLayoutExporter,
    QgsLayoutItemMap,
    QgsLayoutSize,
    QgsMapLayerType,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsPointXY,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QRectF, QSize, Qt
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import (
    QAction,
    QApplication,
    QDialogButtonBox,
    QLineEdit,
    QTableView,
)
from qgis.utils import iface
from sites_common import count, open_dock, open_own

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
STATE = Qt.ItemDataRole.UserRole + 3
NAME = "Nowhere mill"


def _open(desk):
    """A copy of the shipped atlas, its list open, the map near the middle of Hamhung."""
    open_own(desk, "atlas-session-")
    dock = open_dock(desk)
    dock.tabs.setCurrentIndex(0)
    wgs84 = QgsCoordinateReferenceSystem("EPSG:4326")
    canvas = iface.mapCanvas()
    there = QgsCoordinateTransform(wgs84, canvas.mapSettings().destinationCrs(), QgsProject.instance())
    canvas.zoomScale(40_000)
    canvas.setCenter(there.transform(QgsPointXY(127.62, 39.95)))
    desk.wait_for_map()
    return dock


def _tidy(test):
    """Leave no edit session behind when a test fails: QGIS would ask about it at its end."""

    @functools.wraps(test)
    def run(desk):
        try:
            test(desk)
        finally:
            for window in QApplication.topLevelWidgets():
                if window.objectName().startswith("featureactiondlg"):
                    window.close()
            for layer in QgsProject.instance().mapLayers().values():
                if layer.type() == QgsMapLayerType.VectorLayer and layer.isEditable():
                    layer.rollBack()
            iface.actionPan().trigger()

    return run


def _sites():
    layers = QgsProject.instance().mapLayers().values()
    return next(layer for layer in layers if layer.customProperty("dprk_city_atlas/role") == "sites")


def _search(desk, text):
    dock, search = desk.find("CityAtlasSitesDock"), desk.find("siteSearch")
    search.selectAll()
    before = dock.hits
    desk.type(search, text)
    desk.wait_until(
        lambda: dock.hits is not before and dock.data.question.wanted.text == text and dock.facets,
        what=f"an answer to {text}",
    )


def _states(desk):
    """Name → why it is in the list."""
    model = desk.find("siteView", QTableView).model()
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    return {index.data(): index.data(STATE) for index in rows}


def _is_drawn(point):
    """Whether the main map draws a site there (the layer alone, as the map would)."""
    settings = QgsMapSettings(iface.mapCanvas().mapSettings())
    pixel = iface.mapCanvas().mapUnitsPerPixel()
    settings.setExtent(QgsRectangle.fromCenterAndSize(point, 24 * pixel, 24 * pixel))
    settings.setOutputSize(QSize(24, 24))
    settings.setLayers([_sites()])
    settings.setBackgroundColor(QColor("white"))
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    image = job.renderedImage()
    return image.pixelColor(12, 12) != QColor("white")


def _edit(desk):
    layer = _sites()
    iface.setActiveLayer(layer)
    iface.mainWindow().activateWindow()
    desk.find("mActionToggleEditing", QAction).trigger()
    assert layer.isEditable()
    return layer


def _digitize(desk, point, name):
    """QGIS's Add Point with its form."""
    desk.find("mActionAddFeature", QAction).trigger()
    desk.move_on_map(point)
    desk.click_map(point)

    def form():
        tops = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
        return next((w for w in tops if w.objectName().startswith("featureactiondlg")), None)

    window = desk.wait_until(form, what="QGIS's form")
    edit = window.findChild(QLineEdit, "name")
    edit.setFocus()
    edit.selectAll()
    desk.type(edit, name)
    desk.click(window.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok))


def _table(desk, layer):
    """QGIS's attribute table of the layer and what shows its rows."""
    table = iface.showAttributeTable(layer)
    view = desk.wait_until(
        lambda: next((w for w in table.findChildren(QTableView) if w.objectName() == "mTableView"), None)
    )
    return table, view


def _shown_names(view):
    model = view.model()
    place = next(
        i for i in range(model.columnCount())
        if str(model.headerData(i, Qt.Orientation.Horizontal)).lower() in ("name", "name (english)")
    )  # fmt: skip
    return [model.index(row, place).data() for row in range(model.rowCount())]


@_tidy
def test_a_site_digitized_under_a_filter_stays_until_saved(desk):
    dock = _open(desk)
    layer, canvas = _edit(desk), iface.mapCanvas()
    _search(desk, "radar")
    total = count(desk)[1]
    table, view = _table(desk, layer)
    desk.wait_until(lambda: view.model().rowCount() < total, what="the table follows the filter")
    iface.mainWindow().activateWindow()
    spot = canvas.extent().center()
    assert not _is_drawn(spot)
    _digitize(desk, spot, NAME)
    tool = canvas.mapTool()
    desk.wait_until(lambda: _states(desk).get(NAME) == "unsaved", what="listed and marked")
    assert count(desk)[1] == total + 1
    desk.wait_until(lambda: NAME in _shown_names(view), what="in the attribute table")
    for text in ("hungnam", "hu", "zzzz"):
        _search(desk, text)
        assert _states(desk).get(NAME) == "unsaved", text
        assert canvas.mapTool() is tool, "the tool in hand stays in hand"
        desk.wait_for_map()
        assert _is_drawn(spot), text
        assert dock.map._marks.numberOfVertices() == 1
    desk.screenshot("session-digitized")
    desk.press(canvas, KEY.Key_Z, CTRL)
    desk.wait_until(lambda: NAME not in _states(desk), what="undone: not in the list")
    desk.wait_until(lambda: NAME not in _shown_names(view), what="undone: not in the table")
    desk.wait_for_map()
    assert not _is_drawn(spot)
    assert dock.map._marks.numberOfVertices() == 0
    assert count(desk)[1] == total
    desk.press(canvas, KEY.Key_Z, CTRL | SHIFT)
    desk.wait_until(lambda: _states(desk).get(NAME) == "unsaved", what="redone")
    desk.wait_for_map()
    assert _is_drawn(spot)
    desk.find("mActionSaveLayerEdits", QAction).trigger()
    desk.wait_until(lambda: not layer.isModified(), what="saved")
    desk.wait_until(lambda: NAME not in _states(desk), what="saved: it follows the filter")
    desk.wait_until(lambda: NAME not in _shown_names(view), what="saved: the table follows the filter")
    desk.wait_for_map()
    assert not _is_drawn(spot)
    assert dock.map._marks.numberOfVertices() == 0
    _search(desk, NAME.lower())
    assert _states(desk) == {NAME: "hit"}
    desk.wait_for_map()
    assert _is_drawn(spot)
    desk.wait_until(lambda: _shown_names(view) == [NAME], what="the table finds it, too")
    table.close()
    desk.find("siteClear").click()


def _as_it_is(layer):
    """What a session must not lose."""
    buffer = layer.editBuffer()
    return {
        "editable": layer.isEditable(), "subset": layer.subsetString(),
        "added": sorted(f["name"] for f in buffer.addedFeatures().values()),
        "changed": {fid: dict(values) for fid, values in buffer.changedAttributeValues().items()},
        "deleted": sorted(buffer.deletedFeatureIds()),
        "undo": layer.undoStack().count(), "index": layer.undoStack().index(),
        "selected": sorted(layer.selectedFeatureIds()),
    }  # fmt: skip


@_tidy
def test_closing_and_unloading_in_the_middle_of_a_session(desk):
    dock = _open(desk)
    layer = _sites()
    style = layer.renderer().dump()
    subset, dirty = layer.subsetString(), QgsProject.instance().isDirty()
    _edit(desk)
    _search(desk, "radar")
    _digitize(desk, iface.mapCanvas().extent().center(), NAME)
    first, second, third = sorted(f.id() for f in layer.getFeatures() if f.id() >= 0)[:3]
    assert layer.changeAttributeValue(first, layer.fields().indexOf("description"), "touched")
    assert layer.deleteFeature(second)
    layer.selectByIds([third])
    desk.wait_until(lambda: _states(desk).get(NAME) == "unsaved", what="listed and marked")
    before = _as_it_is(layer)
    assert before["added"] == [NAME] and before["undo"] >= 3
    desk.find("actionSites").trigger()
    desk.wait_until(dock.isHidden, what="the dock is closed")
    assert _as_it_is(layer) == before
    assert type(layer.renderer()).__module__ == "qgis._core" and layer.renderer().dump() == style
    desk.find("actionSites").trigger()
    desk.wait_until(lambda: _states(desk).get(NAME) == "unsaved", what="open again")
    assert type(layer.renderer()).__module__.startswith("dprk_city_atlas")
    plugin = next(name for name in qgis.utils.plugins if name.startswith("dprk"))
    assert qgis.utils.unloadPlugin(plugin)
    QApplication.processEvents()
    assert _as_it_is(layer) == before
    assert type(layer.renderer()).__module__ == "qgis._core" and layer.renderer().dump() == style
    assert layer.subsetString() == subset and QgsProject.instance().isDirty() == dirty
    desk.wait_for_map()
    desk.press(iface.mapCanvas(), KEY.Key_Z, CTRL)
    assert layer.undoStack().index() == before["index"] - 1
    layer.rollBack()
    qgis.utils.loadPlugin(plugin)
    qgis.utils.startPlugin(plugin)


def _ink(layout):
    image = QgsLayoutExporter(layout).renderPageToImage(0, QSize(600, 400))
    white = QColor("white").rgb()
    return sum(image.pixel(x, y) != white for x in range(0, 600, 2) for y in range(0, 400, 2))


def _layout(layer):
    project = QgsProject.instance()
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    layout.pageCollection().page(0).setPageSize(QgsLayoutSize(300, 200))
    item = QgsLayoutItemMap(layout)
    item.attemptSetSceneRect(QRectF(0, 0, 300, 200))
    item.setCrs(iface.mapCanvas().mapSettings().destinationCrs())
    item.setLayers([layer])
    item.setExtent(iface.mapCanvas().extent())
    layout.addLayoutItem(item)
    return layout


def _exported(atlas, path):
    """How much cityatlas:exportkmz writes."""
    return processing.run("cityatlas:exportkmz", {"ATLAS": str(atlas.path), "OUTPUT": str(path)})["ITEMS"]


@_tidy
def test_exports_and_layouts_do_not_see_the_filter(desk):
    _open(desk)
    layer, folder = _sites(), Path(tempfile.mkdtemp(prefix="atlas-out-"))
    atlas = desk.plugin().atlas
    everything, whole = layer.featureCount(), _exported(atlas, folder / "all.kmz")
    iface.mapCanvas().zoomScale(150_000)
    desk.wait_for_map()
    layout = _layout(layer)
    ink = _ink(layout)
    _search(desk, "zzzz")
    desk.wait_for_map()
    assert count(desk)[0] == 0
    assert ink > 100 and _ink(layout) == ink
    options = QgsVectorFileWriter.SaveVectorOptions()
    for symbology in ("NoSymbology", "FeatureSymbology"):
        options.driverName = "GPKG"
        options.symbologyExport = getattr(QgsVectorFileWriter.SymbologyExport, symbology)
        path = folder / f"{symbology}.gpkg"
        code, said, *_ = QgsVectorFileWriter.writeAsVectorFormatV3(
            layer, str(path), QgsProject.instance().transformContext(), options
        )
        assert code == QgsVectorFileWriter.WriterError.NoError, said
        assert QgsVectorLayer(str(path)).featureCount() == everything, symbology
    path = folder / "processing.gpkg"
    processing.run("native:savefeatures", {"INPUT": layer, "OUTPUT": str(path)})
    assert QgsVectorLayer(str(path)).featureCount() == everything
    found = processing.run("native:extractbyexpression", {"INPUT": layer, "EXPRESSION": "true",
                                                          "OUTPUT": "TEMPORARY_OUTPUT"})  # fmt: skip
    assert found["OUTPUT"].featureCount() == everything
    assert _exported(atlas, folder / "filtered.kmz") == whole > everything
    desk.find("siteClear").click()
