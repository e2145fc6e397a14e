# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The historic dock in the real window: overlays, swipe, sheets, control points, survival."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import mkdtemp

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsReferencedRectangle,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QCheckBox, QFrame
from qgis.utils import iface


def _open(desk):
    desk.plugin().open_atlas()
    action = desk.find("actionHistoric")
    if not action.isChecked():
        action.trigger()
    return desk.find("CityAtlasHistoricDock")


def _role(name):
    layers = QgsProject.instance().mapLayers().values()
    return next(layer for layer in layers if layer.customProperty("dprk_city_atlas/role") == name)


def test_overlays_show_sheets_traces_and_events(desk):
    dock = _open(desk)
    tab = dock.show_page("Overlays")
    desk.wait_until(lambda: tab.city.currentData() == "Hamhung", what="the city in view is taken over")
    desk.wait_until(lambda: len(_cards(tab)) == 3, what="the sheets of Hamhung")
    desk.click(desk.find("historicView_then"))
    root = QgsProject.instance().layerTreeRoot()
    assert root.findLayer(_role("traces").id()).isVisible()
    assert not root.findLayer(_role("sites").id()).isVisible()
    years = [tab.events.topLevelItem(row).text(0) for row in range(tab.events.topLevelItemCount())]
    assert "1108" in years
    desk.wait_for_map()
    desk.screenshot("historic_overlays")
    roads = desk.find("traceKind_road", QCheckBox)
    roads.click()
    rules = _role("traces").renderer().rootRule().children()
    assert [rule.active() for rule in rules if "'road'" in rule.filterExpression()] == [False, False]
    desk.find("traceKind_road", QCheckBox).click()
    desk.find("traceOpacity").setValue(50)
    assert _role("traces").opacity() == 0.5


def _cards(tab):
    return [
        card
        for card in tab.findChildren(QFrame)
        if card.objectName().startswith("sheetCard_") and not card.isHidden()
    ]


def test_the_project_carries_the_datum_operations(desk):
    desk.plugin().open_atlas()
    transform = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:5132"),
        QgsCoordinateReferenceSystem("EPSG:4326"),
        QgsProject.instance(),
    )
    moved = transform.transform(QgsPointXY(127.5, 39.9))
    # methods: Tokyo 1892 at Hamhung lies 277 m north and 55 m east of its numbers.
    assert abs((moved.y() - 39.9) * 111_000 - 277) < 3
    assert abs((moved.x() - 127.5) * 85_500 - 55) < 3
    assert iface.mapCanvas() is not None


def test_swipe_moves_without_rendering_again(desk):
    from qgis.PyQt.QtCore import QPoint
    from qgis.PyQt.QtTest import QTest

    desk.plugin().open_atlas()
    desk.wait_for_map()
    desk.find("actionSwipe").trigger()
    part = desk.plugin()._context.swipe
    desk.wait_until(lambda: part.curtain.has_picture(), what="the picture of 1944")
    canvas = iface.mapCanvas()
    desk.wait_for_map()
    desk.screenshot("swipe_vertical")
    before, middle = part.curtain._picture, QPoint(canvas.width() // 2, canvas.height() // 2 + 50)
    QTest.mousePress(canvas.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    for step in range(1, 21):
        QTest.mouseMove(canvas.viewport(), QPoint(middle.x() + 8 * step, middle.y()))
    QTest.mouseRelease(canvas.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(middle.x() + 160, middle.y()))
    assert abs(part.curtain.handle().x() - (middle.x() + 160)) <= 2
    assert part.curtain._picture is before
    desk.press(canvas, Qt.Key.Key_Left)
    assert abs(part.curtain.handle().x() - (middle.x() + 150)) <= 2
    canvas.setRotation(30)
    desk.wait_until(
        lambda: part.curtain._picture is not before and part.curtain._is_current(), what="redrawn"
    )
    assert part.curtain.rotation() == 0
    part.set_mode("spyglass")
    desk.wait_for_map()
    desk.screenshot("swipe_spyglass")
    canvas.setRotation(0)
    desk.press(canvas, Qt.Key.Key_Escape)
    assert part.curtain is None
    assert not desk.find("actionSwipe").isChecked()
    assert canvas.theme() == ""


def test_two_cities_keep_one_scale(desk):
    desk.plugin().open_atlas()
    desk.find("actionTwins").trigger()
    twins = desk.find("CityAtlasTwins")
    first, second = twins.canvases
    drawn = []
    first.renderComplete.connect(lambda _painter: drawn.append(1))
    second.renderComplete.connect(lambda _painter: drawn.append(2))
    second.zoomByFactor(0.5)
    assert abs(first.scale() / second.scale() - 1) < 1e-6
    desk.wait_until(lambda: {1, 2} <= set(drawn), what="both maps are drawn")
    desk.screenshot("twins", twins)
    twins.close()


def _practice(desk, folder):
    dock = _open(desk)
    from dprk_city_atlas.plugin.gui.docks.historic import practice

    target = practice.start(desk.plugin()._context, dock.bench, folder)
    return dock, target


def test_practice_sheet_from_scan_to_georeferenced_layer(desk):
    tmp_path = Path(mkdtemp())
    dock, target = _practice(desk, tmp_path)
    original = (target / "sheet.jpg").read_bytes()
    sheet_tab = dock.show_page("Sheet")
    sheet_tab.datum.test_with(str(target / "datum_pairs.csv"))
    assert "tokyo1892" in desk.find("datumVerdict").text()
    sheet_tab.datum.choice.setCurrentIndex(sheet_tab.datum.choice.findData("tokyo1892"))
    desk.screenshot("historic_sheet")
    desk.click(desk.find("sheetSave"))
    assert dock.bench.sheet.datum == "tokyo1892"
    tab = dock.show_page("Points")
    tab.files.read_file(str(target / "sheet.points"))
    assert tab.model.rowCount() == 23
    assert dock.bench.fit.audit.loo_rmse < 10
    place = dock.bench.ground(10)
    iface.mapCanvas().setReferencedExtent(
        QgsReferencedRectangle(
            QgsRectangle(place[0] - 0.03, place[1] - 0.02, place[0] + 0.03, place[1] + 0.02),
            QgsCoordinateReferenceSystem("EPSG:4326"),
        )
    )
    iface.mapCanvas().refresh()
    desk.wait_for_map()
    assert tab.maps.preview.picture.is_shown()
    desk.screenshot("historic_points")
    desk.click(desk.find("pointsScan"))
    window, drawn = desk.find("CityAtlasScanWindow"), []
    window.canvas.renderComplete.connect(lambda _painter: drawn.append(1))
    window.canvas.refresh()
    desk.wait_until(lambda: drawn, what="the scan is drawn")
    desk.screenshot("historic_scan", window)
    window.collar.setChecked(True)
    for column, row in ((110, 260), (1500, 240), (1520, 1200), (130, 1240)):
        window.tool.picked.emit(QgsPointXY(column, -row))
    assert not window.collar.isChecked()
    assert json.loads(dock.bench.sheet.collar)[2] == [1520.0, 1200.0]
    output = tmp_path / "warped.tif"
    tab.warp.warp_to(str(output))
    desk.wait_until(lambda: dock.bench.sheet.state == "georeferenced", timeout=60, what="the sheet is warped")
    assert output.exists()
    assert dock.bench.sheet.loo_rmse_m < 10
    assert (target / "sheet.jpg").read_bytes() == original
    assert any(layer.source() == str(output) for layer in QgsProject.instance().mapLayers().values())
    desk.wait_for_map()
    desk.screenshot("historic_warped")
    window.close()


def test_points_can_be_dragged_switched_and_undone(desk):
    tmp_path = Path(mkdtemp())
    dock, target = _practice(desk, tmp_path)
    dock.bench.change_sheet(datum="tokyo1892")
    tab = dock.show_page("Points")
    dock.bench.remove(list(range(len(dock.bench.points))))
    tab.files.read_file(str(target / "sheet.points"))
    before = dock.bench.fit.audit.loo_rmse
    dock.bench.drag(3, column=dock.bench.points[3].column + 60)
    assert tab.model.is_outlier(3)
    assert dock.bench.fit.audit.loo_rmse > before
    dock.bench.show_points(dock.bench.points)
    dock.bench.undo.undo()
    assert tab.model.rowCount() == 0
    dock.bench.undo.redo()
    assert abs(dock.bench.fit.audit.loo_rmse - before) < 1e-9
    dock.bench.save()
    from dprk_city_atlas.plugin.core.atlas.model import ControlPoint

    assert len(desk.plugin().atlas.rows(ControlPoint, sheet_uuid=dock.bench.sheet.uuid)) == 23
    written = tmp_path / "again.points"
    tab.files.write_file(str(written))
    tab.files.read_file(str(written))
    assert abs(dock.bench.fit.audit.loo_rmse - before) < 1e-6


def test_survival_of_the_practice_town_is_the_known_one(desk):
    dock, target = _practice(desk, Path(mkdtemp()))
    tab = dock.show_page("Survival")
    named = {layer.name(): layer for layer in QgsProject.instance().mapLayers().values()}
    tab.historic.setLayer(named["Practice: streets 1944 (truth)"])
    tab.modern.setLayer(named["Practice: streets now"])
    tab.buffers.setText("5, 10, 15, 20, 30")
    desk.click(desk.find("survivalRun"))
    desk.wait_until(lambda: tab.report, timeout=60, what="survival is measured")
    truth = json.loads((target / "truth.json").read_text(encoding="utf-8"))
    row = next(row for row in tab.report["curve"] if row["buffer"] == 10)
    assert abs(row["S"] - truth["survival"]) < 0.03
    assert row["low"] <= truth["survival"] <= row["high"]
    desk.wait_for_map()
    desk.screenshot("historic_survival")


def test_survival_refuses_schematic_traces_with_the_way_forward(desk):
    dock, _target = _practice(desk, Path(mkdtemp()))
    tab = dock.show_page("Survival")
    tab.historic.setLayer(_role("traces"))
    tab.modern.setLayer(QgsProject.instance().mapLayersByName("Practice: streets now")[0])
    desk.click(desk.find("survivalRun"))
    desk.wait_until(lambda: "schematic" in desk.find("survivalResult").text(), what="the refusal")
    desk.take_errors()


def test_a_traced_line_takes_the_place_of_the_schematic_ones(desk):
    from dprk_city_atlas.plugin.core.atlas.model import Sheet, Trace

    dock = _open(desk)
    atlas = desk.plugin().atlas
    sheet = next(sheet for sheet in atlas.rows(Sheet) if sheet.title.startswith("Hamhung"))
    before = atlas.rows(Trace, sheet_uuid=sheet.uuid, kind="railway", fidelity="schematic")
    dock.work_on(sheet.uuid)
    tab = dock.show_page("Trace")
    assert not tab.draw_button.isEnabled()
    dock.bench.change_sheet(loo_rmse_m=12.0, state="georeferenced")
    tab.kind.setCurrentIndex(tab.kind.findData("railway"))
    desk.click(desk.find("tracingDraw"))
    desk.click_map(_on_map(127.53, 39.90))
    desk.click_map(_on_map(127.55, 39.91))
    desk.click_map(_on_map(127.56, 39.92), button=Qt.MouseButton.RightButton)
    desk.wait_until(lambda: desk.find("tracingTold").text().startswith("Saved"), what="the line is saved")
    traced = atlas.rows(Trace, sheet_uuid=sheet.uuid, kind="railway", fidelity="digitized")
    assert len(traced) == 1
    assert traced[0].accuracy_m == 14.0  # sqrt(12^2 + 6.25^2) = 13.5, rounded up
    left = atlas.rows(Trace, sheet_uuid=sheet.uuid, kind="railway", fidelity="schematic")
    gone = atlas.rows(Trace, deleted=True, sheet_uuid=sheet.uuid, kind="railway", fidelity="schematic")
    gone = [trace for trace in gone if trace.replaced_by]
    assert len(left) + len(gone) == len(before)
    assert gone  # what the line runs along; lines elsewhere on the sheet stay
    assert left
    assert {trace.replaced_by for trace in gone} == {traced[0].uuid}
    desk.screenshot("historic_trace")
    desk.find("actionUndoStep").trigger()
    assert len(atlas.rows(Trace, sheet_uuid=sheet.uuid, kind="railway", fidelity="schematic")) == len(before)


def _on_map(lon, lat):
    crs = iface.mapCanvas().mapSettings().destinationCrs()
    move = QgsCoordinateTransform(QgsCoordinateReferenceSystem("EPSG:4326"), crs, QgsProject.instance())
    return move.transform(QgsPointXY(lon, lat))
