# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The measure dock driven by keys and mouse, against the figures that the article's points give."""

from __future__ import annotations

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsPointXY,
    QgsProject,
)
from qgis.PyQt.QtCore import Qt
from qgis.utils import iface


def _open(desk):
    desk.plugin().open_atlas()
    action = desk.find("actionMeasure")
    if not action.isChecked():
        action.trigger()
    dock = desk.find("CityAtlasMeasureDock")
    desk.wait_until(lambda: dock.page("Nearest")._table is not None, what="the sites are read")
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
