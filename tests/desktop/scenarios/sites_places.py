# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The sites dock where it meets the map: circles, polygons, the view, the context menu, the locator."""

from __future__ import annotations

import tempfile
from pathlib import Path

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsDistanceArea,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QAction,
    QApplication,
    QDockWidget,
    QInputDialog,
    QLineEdit,
    QTableView,
)
from sites_common import count

HAMHUNG = QgsPointXY(127.5358, 39.9183)
RIGHT = Qt.MouseButton.RightButton


def _shows(desk, number):
    desk.wait_until(lambda: count(desk) and count(desk)[0] == number, what=f"{number} sites are listed")


def _sites():
    layers = QgsProject.instance().mapLayers().values()
    return next(layer for layer in layers if layer.customProperty("dprk_city_atlas/role") == "sites")


def _points():
    return {feature["uuid"]: feature.geometry().asPoint() for feature in _sites().getFeatures()}


def _to_map(desk, point):
    target = desk.iface.mapCanvas().mapSettings().destinationCrs()
    wgs84 = QgsCoordinateReferenceSystem("EPSG:4326")
    return QgsCoordinateTransform(wgs84, target, QgsProject.instance()).transform(point)


def _look_at(desk, point, scale):
    canvas = desk.iface.mapCanvas()
    canvas.setCenter(_to_map(desk, point))
    canvas.zoomScale(scale)
    desk.wait_for_map()


def _open(desk):
    """Open the atlas and the page of the criteria; every site is listed."""
    if desk.plugin().atlas is None:
        desk.plugin().open_atlas()
    if not desk.find("actionSites").isChecked():
        desk.find("actionSites").trigger()
    dock = desk.find("CityAtlasSitesDock", QDockWidget)
    dock.raise_()
    desk.wait_until(lambda: count(desk) and count(desk)[0] == count(desk)[1], what="the list is read")
    dock.tabs.setCurrentWidget(dock.criteria)
    return dock


def _press(desk, name):
    """Click a button of the page, which may have to be unfolded and scrolled to."""
    button = desk.find(name)
    section = button.parentWidget()
    while section is not None and not section.objectName().startswith("section"):
        section = section.parentWidget()
    desk.find("CityAtlasSitesDock").criteria.ensureWidgetVisible(button)
    desk.click(button)


def _within(metres):
    measure = QgsDistanceArea()
    measure.setSourceCrs(QgsCoordinateReferenceSystem("EPSG:4326"), QgsProject.instance().transformContext())
    measure.setEllipsoid("EPSG:7030")
    return {uuid for uuid, point in _points().items() if measure.measureLine(HAMHUNG, point) <= metres}


def test_a_circle_is_set_by_a_click_outlined_and_switched(desk):
    dock = _open(desk)
    _look_at(desk, HAMHUNG, 100_000)
    pan = desk.iface.mapCanvas().mapTool()
    _press(desk, "circlePick")
    _press(desk, "circlePick")
    desk.click_map(_to_map(desk, HAMHUNG))
    assert desk.iface.mapCanvas().mapTool() is pan
    circle = dock.wanted.circle
    assert abs(circle.lon - HAMHUNG.x()) < 1e-3
    desk.find("circleRadius").setValue(3.0)
    measure = QgsDistanceArea()
    measure.setEllipsoid("EPSG:7030")
    centre = QgsPointXY(circle.lon, circle.lat)
    near = [point for point in _points().values() if measure.measureLine(centre, point) <= 3000.0]
    assert 2 < len(near) < 60
    _shows(desk, len(near))
    assert len(dock.controls.outline._marks.places) > 70
    desk.wait_for_map()
    desk.screenshot("sites-circle")
    desk.find("chipSwitch_circle").click()
    _shows(desk, count(desk)[1])
    assert dock.controls.outline._marks.places == []
    desk.find("chipSwitch_circle").click()
    _shows(desk, len(near))
    dock.close()
    assert dock.controls.outline._marks.places == []
    desk.find("actionSites").trigger()
    assert dock.controls.outline._marks.places
    desk.find("siteClear").click()
    _shows(desk, count(desk)[1])
    assert dock.controls.outline._marks.places == []


def test_a_polygon_is_drawn_on_the_map(desk):
    dock = _open(desk)
    _look_at(desk, HAMHUNG, 100_000)
    corners = [(127.50, 39.89), (127.57, 39.89), (127.57, 39.95), (127.50, 39.95)]
    _press(desk, "polygonDraw")
    for corner in corners:
        desk.click_map(_to_map(desk, QgsPointXY(*corner)))
    desk.click_map(_to_map(desk, HAMHUNG), button=RIGHT)
    desk.wait_until(lambda: dock.wanted.polygon, what="the polygon is taken")
    drawn = QgsGeometry.fromPolygonXY([[QgsPointXY(*place) for place in dock.wanted.polygon[0]]])
    inside = [point for point in _points().values() if drawn.contains(QgsGeometry.fromPointXY(point))]
    assert 2 < len(inside) < 80
    _shows(desk, len(inside))
    desk.wait_for_map()
    desk.screenshot("sites-polygon")
    desk.find("chipRemove_polygon").click()
    _shows(desk, count(desk)[1])


def test_the_selected_polygons_of_another_layer(desk):
    dock = _open(desk)
    layer = QgsVectorLayer("MultiPolygon?crs=EPSG:32652", "districts", "memory")
    to_utm = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:4326"), layer.crs(), QgsProject.instance()
    )
    for box in (QgsRectangle(127.50, 39.89, 127.57, 39.95), QgsRectangle(129.70, 41.74, 129.80, 41.82)):
        shape = QgsGeometry.fromRect(box)
        shape.transform(to_utm)
        feature = QgsFeature()
        feature.setGeometry(shape)
        layer.dataProvider().addFeature(feature)
    QgsProject.instance().addMapLayer(layer)
    desk.iface.setActiveLayer(layer)
    _press(desk, "polygonSelected")
    assert "No polygon is selected" in desk.take_errors()[0]
    layer.selectAll()
    _press(desk, "polygonSelected")
    desk.wait_until(lambda: len(dock.wanted.polygon) == 2, what="both polygons are taken")
    shapes = [feature.geometry() for feature in layer.getFeatures()]
    inside = 0
    for point in _points().values():
        place = QgsGeometry.fromPointXY(to_utm.transform(point))
        inside += any(shape.contains(place) for shape in shapes)
    assert inside > 10
    _shows(desk, inside)
    desk.find("siteClear").click()
    QgsProject.instance().removeMapLayer(layer)


def test_the_list_follows_the_map_view(desk):
    _open(desk)
    canvas = desk.iface.mapCanvas()
    desk.find("CityAtlasSitesDock").criteria.ensureWidgetVisible(desk.find("inMapView"))
    desk.find("inMapView").click()
    for centre, scale in ((HAMHUNG, 60_000), (QgsPointXY(129.77, 41.78), 120_000)):
        _look_at(desk, centre, scale)
        to_map = [_to_map(desk, point) for point in _points().values()]
        _shows(desk, sum(canvas.extent().contains(point) for point in to_map))
    desk.find("siteClear").click()
    _shows(desk, count(desk)[1])
    assert not desk.find("inMapView").isChecked()


def test_a_filter_with_a_name_comes_back_with_its_project(desk):
    dock = _open(desk)
    desk.type(desk.find("siteSearch"), "hungnam")
    desk.wait_until(lambda: count(desk) and 0 < count(desk)[0] < 40, what="the text counts")
    dock.criteria.area.located.setCurrentIndex(1)
    desk.wait_until(lambda: desk.find("chipSwitch_located"), what="the chip")
    wanted = dock.wanted
    desk.wait_until(lambda: set(dock.hits.criteria) == {"text", "located"}, what="both count")
    (shown, _total) = count(desk)

    def name(dialog):
        assert isinstance(dialog, QInputDialog)
        desk.type(dialog.findChild(QLineEdit), "Hungnam's <b>works</b> & more")
        desk.press(dialog.findChild(QLineEdit), Qt.Key.Key_Return)

    desk.on_dialog(name)
    dock.head.saved.fill()
    dock.head.saved.findChild(QAction, "savedFilter_save").trigger()
    desk.find("siteClear").click()
    _shows(desk, count(desk)[1])
    path = Path(tempfile.mkdtemp(prefix="saved-filter-")) / "p.qgz"
    assert QgsProject.instance().write(str(path))
    desk.iface.newProject(False)
    assert QgsProject.instance().read(str(path))
    desk.wait_until(lambda: desk.plugin().atlas is not None, what="the project's atlas is open")
    desk.wait_until(lambda: count(desk) and count(desk)[0] == count(desk)[1] > 0, what="nothing is filtered")
    dock.head.saved.fill()
    action = dock.head.saved.findChild(QAction, "savedFilter_Hungnam's <b>works</b> & more")
    action.trigger()
    _shows(desk, shown)
    assert dock.wanted == wanted
    desk.find("siteClear").click()


def test_the_context_menu_does_what_it_says(desk):
    dock = _open(desk)
    dock.tabs.setCurrentWidget(dock.view)
    view = desk.find("siteView", QTableView)
    desk.type(desk.find("siteSearch"), "fertilizer plant")
    desk.wait_until(lambda: count(desk) and 0 < count(desk)[0] < 10, what="the text counts")
    desk.click_item(view, view.model().index(0, 0))
    menu = dock.menu.build()
    entries = {action.objectName(): action for action in menu.findChildren(QAction) if action.objectName()}
    place = _sites().selectedFeatures()[0]
    point = place.geometry().asPoint()
    entries["siteCopy_decimal"].trigger()
    lat, lon = (float(part) for part in QApplication.clipboard().text().split(","))
    assert (round(lat, 5), round(lon, 5)) == (round(point.y(), 5), round(point.x(), 5))
    entries["siteCopy_dms"].trigger()
    assert "39°" in QApplication.clipboard().text()
    entries["siteCopy_mgrs"].trigger()
    assert QApplication.clipboard().text().startswith("52S")
    _look_at(desk, QgsPointXY(129.77, 41.78), 50_000)
    entries["siteZoom"].trigger()
    on_map = _to_map(desk, point)
    desk.wait_until(lambda: desk.iface.mapCanvas().extent().contains(on_map), what="the map shows the site")
    entries["siteMeasure"].trigger()
    assert place["name"] in desk.find("originEdit").text()
    entries["siteAssertions"].trigger()
    table = desk.wait_until(lambda: _top_level("QgsAttributeTableDialog"), what="the assertions")
    desk.screenshot("sites-assertions", table)
    table.close()
    entries["siteForm"].trigger()
    form = desk.wait_until(lambda: _top_level("QgsAttributeDialog"), what="the form")
    assert place["name"] in {edit.text() for edit in form.findChildren(QLineEdit)}
    desk.screenshot("sites-form", form)
    form.close()
    menu.deleteLater()
    desk.find("siteClear").click()


def test_the_locator_finds_sites_and_places(desk):
    """QGIS gives a prefix of two letters to core filters only: ours has to see to it itself."""
    _open(desk)
    canvas = desk.iface.mapCanvas()
    edits = desk.iface.mainWindow().findChildren(QLineEdit)
    bar = next(edit for edit in edits if "Ctrl+K" in edit.placeholderText())
    vinylon = next(f for f in _sites().getFeatures() if f["name"] == "February 8 Vinylon Plant")
    for text, place, answer in (
        ("at february vinylon", vinylon.geometry().asPoint(), "Vinylon"),
        ("at 52S DG 00000 00000", None, "Go to"),
        ("at 41 47 30 N 129 46 30 E", QgsPointXY(129.775, 41.791667), "Go to"),
    ):
        _look_at(desk, QgsPointXY(126.0, 38.5), 200_000)
        far = canvas.extent()
        desk.type(bar, text)
        # before an answer comes QGIS lists its filters: rows alone are no answer
        desk.wait_until(lambda a=answer: _located(a), what=f"an answer to {text}")
        desk.screenshot(f"locator-{text[3:6].strip()}")
        desk.press(bar, Qt.Key.Key_Return)
        desk.wait_until(lambda far=far: canvas.extent() != far, what="the map goes there")
        if place is not None:
            assert canvas.extent().center().distance(_to_map(desk, place)) < 50
        bar.clear()
    assert [f["name"] for f in _sites().selectedFeatures()] == [vinylon["name"]]


def _located(words):
    """Whether an answer with these words stands in the locator's list."""
    views = [w for w in QApplication.allWidgets() if w.metaObject().className() == "QgsLocatorResultsView"]
    models = [view.model() for view in views if view.isVisible()]
    texts = [str(m.index(row, 0).data()) for m in models for row in range(m.rowCount())]
    return any(words in text for text in texts)


def _top_level(kind):
    """A window of QGIS by its class; newer ones put it into another window."""
    shown = (widget for widget in QApplication.allWidgets() if widget.isVisible())
    return next((widget.window() for widget in shown if widget.metaObject().className() == kind), None)
