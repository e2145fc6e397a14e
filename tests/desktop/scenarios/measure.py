# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The measure dock driven by keys and mouse, against the figures that the article's points give."""

from __future__ import annotations

import re

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt
from qgis.utils import iface


def _open(desk):
    desk.plugin().open_atlas()
    action = desk.find("actionMeasure")
    if not action.isChecked():
        action.trigger()
    dock = desk.find("CityAtlasMeasureDock")
    tab = dock.page("Nearest")
    tab.count_spin.setValue(10)
    tab.radius_spin.setValue(0)
    desk.wait_until(lambda: tab._table is not None, what="the sites are read")
    return dock


def _on_map(lon, lat):
    transform = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:4326"),
        iface.mapCanvas().mapSettings().destinationCrs(),
        QgsProject.instance(),
    )
    return transform.transform(QgsPointXY(lon, lat))


def test_typed_origin_finds_the_nearest(desk):
    dock = _open(desk)
    tab = dock.page("Nearest")
    desk.type(desk.find("originEdit"), "39.801521° 127.560700°")
    desk.press(desk.find("originEdit"), Qt.Key.Key_Return)
    desk.wait_until(lambda: tab.model.rowCount() == 10, what="ten rows")
    names = [tab.model.index(row, 1).data() for row in range(10)]
    assert names[0] == "Magunpo Rocket Engine Test Site"
    row = names.index("Ryongsong Machine Complex")
    # The listed Hungnam site that is nearest to Magunpo, which the article puts 3.3 km away.
    assert abs(tab.model.value(row, 3) - 3948) < 1
    desk.screenshot("measure_nearest")


def test_copy_is_a_table(desk):
    dock = _open(desk)
    tab = dock.page("Nearest")
    tab.set_origin(127.621851, 39.838676)
    desk.click(desk.find("copyButton"))
    lines = QgsApplication.clipboard().text().splitlines()
    assert lines[0].split("\t")[:4] == ["Rank", "Name", "Category", "Distance (m)"]
    assert len(lines) == 11
    assert all(len(line.split("\t")) == 6 for line in lines)


def test_radius_counts_by_category(desk):
    dock = _open(desk)
    tab = dock.page("Nearest")
    tab.set_origin(127.543979, 39.915463, "downtown")
    tab.count_spin.setValue(0)
    desk.find("radiusSpin").setValue(20)
    assert "Market" in desk.find("measureSummary").text()
    far = max(tab.model.value(row, 3) for row in range(tab.model.rowCount()))
    assert 15_000 < far <= 20_000


def test_a_path_by_clicks_stays_in_the_project(desk):
    dock = _open(desk)
    dock._tabs.setCurrentWidget(dock.page("Path"))
    desk.click(desk.find("pathStart"))
    desk.click_map(_on_map(127.60, 39.88))
    desk.click_map(_on_map(127.62, 39.90))
    desk.click_map(_on_map(127.64, 39.88))
    desk.press(iface.mapCanvas(), Qt.Key.Key_Backspace)
    desk.press(iface.mapCanvas(), Qt.Key.Key_Return)
    log = desk.find("pathLog")
    desk.wait_until(lambda: log.topLevelItemCount() == 1, what="one entry in the log")
    entry = dock.page("Path")._log[0]
    assert len(entry.lengths) == 1
    assert abs(entry.total - 2800.6) < 60  # clicks are whole pixels
    text, _found = QgsProject.instance().readEntry("dprk_city_atlas", "/measurements", "[]")
    assert "WGS 84" in text
    desk.screenshot("measure_path")


def test_rings_around_the_selected_sites(desk):
    dock = _open(desk)
    dock._tabs.setCurrentWidget(dock.page("Rings"))
    sites = next(layer for layer in QgsProject.instance().mapLayers().values() if layer.name() == "Sites")
    sites.selectByExpression("\"name\" = 'Kuchon Pavilion'")
    desk.find("ringRadii").clear()
    desk.type(desk.find("ringRadii"), "1 km, 2500")
    desk.type(desk.find("ringSource"), "a test")
    before = set(QgsProject.instance().mapLayers())
    desk.click(desk.find("ringDraw"))
    desk.wait_until(lambda: set(QgsProject.instance().mapLayers()) - before, what="a layer of rings")
    rings = QgsProject.instance().mapLayer((set(QgsProject.instance().mapLayers()) - before).pop())
    assert sorted(feature["radius_m"] for feature in rings.getFeatures()) == [1000, 2500]
    assert len(rings.renderer().categories()) == 2
    desk.screenshot("measure_rings")


def test_a_name_is_an_origin_and_nonsense_is_told(desk):
    tab = _open(desk).page("Nearest")
    edit = desk.find("originEdit")
    edit.clear()
    desk.type(edit, "magunpo rocket engine test site")
    desk.press(edit, Qt.Key.Key_Return)
    assert tab._origin == (127.5607, 39.801521)
    edit.clear()
    desk.type(edit, "nowhere at all")
    desk.press(edit, Qt.Key.Key_Return)
    assert "not a coordinate" in desk.take_errors()[0]


def test_units_hold_for_the_whole_dock_and_copies_are_for_their_readers(desk):
    tab = _open(desk).page("Nearest")
    tab.set_origin(127.543979, 39.915463, "downtown")
    radius, units = desk.find("radiusSpin"), desk.find("unitCombo")
    desk.press(radius, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    desk.type(radius, "20")
    desk.press(radius, Qt.Key.Key_Return)
    # 10 are listed, all within the radius are counted by category.
    assert re.match(r"\d+ sites within 20\.000 km: \d+ [A-Z]", desk.find("measureSummary").text())
    desk.click(desk.find("copyButton"))
    copied = QgsApplication.clipboard().text().splitlines()
    cells = next(line for line in copied if "Kumsa Market" in line).split("\t")
    assert abs(float(cells[3]) - 618.279) < 0.001
    desk.click(desk.find("copyTextButton"))
    lines = QgsApplication.clipboard().text().splitlines()
    assert lines[0] == "From 39.915463, 127.543979 downtown (geodesics on WGS 84)"
    told = next(line for line in lines if "Kumsa Market" in line)
    assert told.partition(". ")[2] == "Kumsa Market (Market): 618.3 m, azimuth 307.39°, back 127.38°"
    try:
        units.setCurrentIndex(units.findData("nautical"))
        assert radius.suffix() == " nmi"
        assert abs(radius.value() * 1852 - 20_000) < 1
        assert tab.view.model().index(1, 3).data().endswith(" nmi")
    finally:
        units.setCurrentIndex(units.findData("metric"))


def test_the_list_sorts_and_filters_by_itself(desk):
    tab = _open(desk).page("Nearest")
    tab.set_origin(127.543979, 39.915463)
    desk.type(desk.find("measureFilter"), "market")
    assert [tab.model.value(row, 1) for row in range(tab.model.rowCount())] == [
        "Kumsa Market",
        "Samil Market",
    ]
    desk.find("measureFilter").clear()
    tab.view.sortByColumn(4, Qt.SortOrder.DescendingOrder)
    azimuths = [tab.model.value(row, 4) for row in range(tab.model.rowCount())]
    assert azimuths[:-1] == sorted(azimuths[:-1], reverse=True)
    assert azimuths[-1] != azimuths[-1]  # the place itself lies in no direction from itself
    tab.view.sortByColumn(0, Qt.SortOrder.AscendingOrder)


def test_the_projects_ellipsoid_is_measured_on(desk):
    tab = _open(desk).page("Nearest")
    tab.set_origin(127.5607, 39.801521)
    before = tab.model.value(5, 3)
    QgsProject.instance().setEllipsoid("EPSG:7004")
    desk.wait_until(lambda: abs(tab.model.value(5, 3) - before) > 0.1, what="measured on Bessel's ellipsoid")
    assert desk.find("measureEllipsoid").text() == "Geodesics on Bessel 1841"
    QgsProject.instance().setEllipsoid("NONE")
    desk.wait_until(lambda: tab.model.value(5, 3) == before, what="never in the plane")


def test_unsaved_edits_are_measured(desk):
    dock = _open(desk)
    tab, claims = dock.page("Nearest"), dock.page("Claims")
    tab.set_origin(127.5607, 39.801521)
    dock._tabs.setCurrentWidget(claims)
    desk.wait_until(lambda: claims.result is not None, what="the claims are computed")
    sites = next(layer for layer in QgsProject.instance().mapLayers().values() if layer.name() == "Sites")

    def names():
        return [tab.model.value(row, 1) for row in range(tab.model.rowCount())]

    def verdict():
        found = [item for item in claims.result[0] if item.claim.text.endswith("3.3 km from Hungnam")]
        return found[0].verdict.value

    assert verdict() == "differs"
    assert sites.startEditing()
    try:
        magunpo = next(sites.getFeatures("\"name\" = 'Magunpo Rocket Engine Test Site'"))
        plant = next(sites.getFeatures("\"name\" = 'Ryongsong Machine Complex'"))
        place = plant.geometry().asPoint()
        moved = QgsGeometry.fromPointXY(QgsPointXY(place.x(), place.y() - 0.029721))  # 3,300 m south
        sites.changeGeometry(magunpo.id(), moved)
        desk.wait_until(lambda: verdict() == "agrees", what="the claim follows the edit")
        sites.deleteFeature(plant.id())
        desk.wait_until(lambda: plant["name"] not in names(), what="what is deleted is not measured to")
    finally:
        sites.rollBack()
    desk.wait_until(lambda: plant["name"] in names() and verdict() == "differs", what="all is as before")


def test_a_path_snaps_to_a_site_and_ctrl_z_takes_a_place_back(desk):
    dock = _open(desk)
    page, canvas = dock.page("Path"), iface.mapCanvas()
    dock._tabs.setCurrentWidget(page)
    desk.wait_for_map()
    desk.click(desk.find("pathStart"))
    pixel = desk.pixel(_on_map(127.520584, 39.918647))
    desk.click_map(canvas.getCoordinateTransform().toMapCoordinates(pixel.x() + 5, pixel.y() + 4))
    lon, lat = page.tool._places[0]
    assert abs(lon - 127.520584) < 1e-9 and abs(lat - 39.918647) < 1e-9
    desk.click_map(_on_map(127.58, 39.88))
    desk.press(canvas.viewport(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(page.tool._places) == 1
    desk.press(canvas.viewport(), Qt.Key.Key_Escape)


def test_the_dock_fits_320_pixels(desk):
    dock = _open(desk)
    desk.wait_until(lambda: dock.isVisible(), what="the dock is there")
    assert dock.minimumSizeHint().width() <= 320


def test_rings_around_the_selection_of_another_layer(desk):
    dock = _open(desk)
    dock._tabs.setCurrentWidget(dock.page("Rings"))
    other = QgsVectorLayer("Point?crs=EPSG:4326&field=name:string", "others", "memory")
    feature = QgsFeature(other.fields())
    feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(127.55, 39.9)))
    other.dataProvider().addFeature(feature)
    QgsProject.instance().addMapLayer(other)
    iface.setActiveLayer(other)
    other.selectAll()
    desk.find("ringRadii").setText("1 km, 2 km, 3 km")
    before = set(QgsProject.instance().mapLayers())
    desk.click(desk.find("ringDraw"))
    desk.wait_until(lambda: set(QgsProject.instance().mapLayers()) - before, what="a layer of rings")
    rings = QgsProject.instance().mapLayer((set(QgsProject.instance().mapLayers()) - before).pop())
    assert rings.featureCount() == 3
