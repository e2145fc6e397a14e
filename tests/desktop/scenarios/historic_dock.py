# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The historic dock's sheets, points, tracing aids and coasts in the real window."""

from __future__ import annotations

from pathlib import Path
from tempfile import mkdtemp

from qgis.core import QgsCoordinateTransform, QgsGeometry, QgsPointXY, QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QMessageBox
from qgis.utils import iface


def _dock(desk):
    desk.plugin().open_atlas()
    action = desk.find("actionHistoric")
    if not action.isChecked():
        action.trigger()
    return desk.find("CityAtlasHistoricDock")


def _practice(desk):
    from dprk_city_atlas.plugin.gui.docks.historic import practice as historic_practice

    dock = _dock(desk)
    target = historic_practice.start(desk.plugin()._context, dock.bench, Path(mkdtemp()))
    return dock, target


def _layer(name):
    return QgsProject.instance().mapLayersByName(name)[0]


def test_every_tab_is_in_sight_in_a_dock_of_320_pixels(desk):
    dock = _dock(desk)
    iface.mainWindow().resizeDocks([dock], [320], Qt.Orientation.Horizontal)
    desk.wait_until(lambda: dock.width() <= 325, what="the dock is narrow")
    bar = dock._tabs.tabBar()
    assert bar.tabRect(bar.count() - 1).right() <= dock.width()
    iface.mainWindow().resizeDocks([dock], [480], Qt.Orientation.Horizontal)
    desk.wait_until(lambda: dock.width() >= 460, what="the dock is wide")

    def all_read():
        words = [bar.fontMetrics().horizontalAdvance(bar.tabText(i)) for i in range(bar.count())]
        return all(bar.tabRect(i).width() >= words[i] for i in range(bar.count()))

    desk.wait_until(all_read, what="no title is cut where there is room")
    desk.screenshot("historic_tabs")


def test_a_new_sheet_belongs_to_the_city_in_view_and_can_be_deleted(desk):
    from dprk_city_atlas.plugin.core.atlas.model import Sheet

    dock = _dock(desk)
    dock.show_page("Sheet")
    desk.click(desk.find("sheetNew"))
    sheet = dock.bench.sheet
    assert sheet.city == "Hamhung"
    desk.on_dialog(lambda box: desk.click(box.button(QMessageBox.StandardButton.Yes)))
    desk.click(desk.find("sheetDelete"))
    atlas = desk.plugin().atlas
    assert dock.bench.sheet is None
    assert sheet.uuid not in {row.uuid for row in atlas.rows(Sheet)}
    assert not desk.find("sheetSave").isEnabled()
    desk.find("actionUndoStep").trigger()
    assert sheet.uuid in {row.uuid for row in atlas.rows(Sheet)}


def test_content_older_than_the_print_is_warned_of(desk):
    from dprk_city_atlas.plugin.core.atlas.model import Sheet

    dock = _dock(desk)
    rows = desk.plugin().atlas.rows(Sheet)
    dock.work_on(next(row.uuid for row in rows if row.year == 1946 and row.city == "Chongjin"))
    told = desk.find("sheetAge")
    assert "1935" in told.text()
    assert "station" in told.text().lower()
    desk.find("sheet_year").setValue(1935)
    assert told.isHidden()


def test_showing_a_scan_leaves_nothing_beside_it(desk):
    dock, target = _practice(desk)
    from osgeo import gdal

    scan = target / "scan.tif"
    gdal.Translate(str(scan), str(target / "sheet.jpg"))
    before = sorted(file.name for file in target.iterdir())
    dock.page("Sheet").scan.attach_file(str(scan))
    dock.show_page("Points").open_scan()
    window, drawn = desk.find("CityAtlasScanWindow"), []
    window.canvas.renderComplete.connect(lambda _painter: drawn.append(1))
    window.canvas.refresh()
    desk.wait_until(lambda: drawn, what="the scan is drawn")
    window.close_scan()
    assert sorted(file.name for file in target.iterdir()) == before
    window.close()


def test_the_margin_mask_is_shown_and_cleared(desk):
    dock, _target = _practice(desk)
    dock.show_page("Sheet")
    dock.bench.change_sheet(collar="[[110, 260], [1500, 240], [1520, 1200], [130, 1240]]")
    assert "4 corners" in desk.find("sheetCollar").text()
    desk.click(desk.find("sheetCollarClear"))
    assert dock.bench.sheet.collar is None


def _with_points(desk):
    dock, target = _practice(desk)
    dock.bench.remove(list(range(len(dock.bench.points))))
    dock.bench.change_sheet(datum="tokyo1892")
    tab = dock.show_page("Points")
    tab.files.read_file(str(target / "sheet.points"))
    return dock, tab, target


def test_points_are_written_over_removed_and_undone_by_keys(desk):
    dock, tab, _target = _with_points(desk)
    model = tab.model
    x = dock.bench.points[2].x
    assert model.setData(model.index(2, 6), "129°41′10″")
    assert abs(dock.bench.points[2].x - (129 + 41 / 60 + 10 / 3600)) < 1e-12
    assert not model.setData(model.index(2, 7), "95")
    assert not model.setData(model.index(2, 4), "left")
    assert "Control point 3" in " ".join(desk.messages())
    tab.view.setFocus()
    desk.press(tab.view, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    desk.wait_until(lambda: dock.bench.points[2].x == x, what="undone by Ctrl+Z")
    tab.view.selectRow(0)
    desk.press(tab.view, Qt.Key.Key_Delete)
    desk.wait_until(lambda: model.rowCount() == 22, what="removed by Delete")


def test_a_click_near_a_site_takes_the_site(desk):
    dock, tab, _target = _with_points(desk)
    sites = desk.plugin()._context.open_atlas.layer("sites")
    site = next(f for f in sites.getFeatures() if not f.geometry().isNull() and f["city"] == "Hamhung")
    place = site.geometry().asPoint()
    canvas = iface.mapCanvas()
    move = QgsCoordinateTransform(sites.crs(), canvas.mapSettings().destinationCrs(), QgsProject.instance())
    canvas.setCenter(move.transform(place))
    off = 5 * canvas.mapUnitsPerPixel()
    near = QgsPointXY(move.transform(place).x() + off, move.transform(place).y() - off)
    for on in (False, True):
        tab.maps._picked_on_scan(QgsPointXY(300, -300))
        desk.find("pointsNamed").setChecked(on)
        tab.maps._picked_on_map(near)
        last = dock.bench.points[-1]
        assert ((last.x, last.y) == (place.x(), place.y())) == on
        assert (last.label == site["name"]) == on
        dock.bench.undo.undo()


def test_a_warp_belongs_to_the_sheet_that_it_was_started_for(desk):
    from dprk_city_atlas.plugin.core.atlas.model import Sheet

    dock, tab, target = _with_points(desk)
    atlas, practice = desk.plugin().atlas, dock.bench.sheet.uuid
    other = next(row for row in atlas.rows(Sheet) if row.uuid != practice)
    output = target / "warped.tif"
    tab.warp.warp_to(str(output))
    dock.work_on(other.uuid)
    desk.wait_until(lambda: not tab.warp.busy, timeout=60, what="the warp has ended")
    assert atlas.get(Sheet, practice).warped_path == str(output)
    assert atlas.get(Sheet, other.uuid).warped_path is None


def test_a_warp_ends_with_its_atlas(desk):
    _dock_, tab, target = _with_points(desk)
    tab.warp.warp_to(str(target / "never.tif"))
    desk.plugin().close_atlas()
    desk.wait_until(lambda: not tab.warp.busy, timeout=60, what="the warp has ended")
    assert not (target / "never.tif").exists()
    desk.take_errors()


def test_each_method_is_listed_with_its_leave_one_out_error(desk):
    _dock_, _tab, _target = _with_points(desk)
    combo = desk.find("pointsMethod")
    texts = [combo.itemText(row) for row in range(combo.count())]
    assert len(texts) == 6
    assert all("m left out" in text for text in texts)


def test_a_large_scan_is_read_for_the_preview_in_the_background(desk):
    _dock_, tab, _target = _with_points(desk)
    tab.maps.preview.forget()
    tab.fit.preview.setChecked(True)  # a sheet that is warped already is shown by its result
    tab.show_points()
    assert tab.maps.preview.is_reading
    desk.wait_until(lambda: tab.maps.preview.picture.is_shown(), what="the preview")


def _click_near(desk, point):
    off = 4 * iface.mapCanvas().mapUnitsPerPixel()
    place = QgsPointXY(point.x() + off, point.y() + off)
    desk.move_on_map(place)
    # The snapping index and the tracer's graph are made in the background.
    desk.wait_until(lambda: iface.mapCanvas().snappingUtils().snapToMap(place).isValid(), what="snapping")
    desk.click_map(place)


def test_snapping_and_following_take_over_a_whole_coast_by_two_clicks(desk):
    from dprk_city_atlas.plugin.core.atlas.model import Trace

    dock, _target = _practice(desk)
    dock.bench.change_sheet(loo_rmse_m=1.5, state="georeferenced")
    desk.wait_for_map()
    tab = dock.show_page("Trace")
    desk.click(desk.find("tracingFollow"))
    desk.click(desk.find("tracingSnapAll"))
    assert desk.find("tracingSnap").isChecked()
    assert QgsProject.instance().snappingConfig().enabled()
    coast = _layer("Practice: coast now")
    shape = next(coast.getFeatures()).geometry()  # has to outlive its vertices
    points = list(shape.vertices())
    crs = iface.mapCanvas().mapSettings().destinationCrs()
    move = QgsCoordinateTransform(coast.crs(), crs, QgsProject.instance())
    tab.kind.setCurrentIndex(tab.kind.findData("coast"))
    desk.click(desk.find("tracingDraw"))
    ends = [move.transform(QgsPointXY(points[index])) for index in (3, -4)]
    for end in ends:
        _click_near(desk, end)
    desk.click_map(ends[1], button=Qt.MouseButton.RightButton)
    desk.wait_until(lambda: desk.find("tracingTold").text().startswith("Saved"), what="the line is saved")
    traced = desk.plugin().atlas.rows(Trace, sheet_uuid=dock.bench.sheet.uuid)
    assert QgsGeometry.fromWkt(traced[0].geom).constGet().nCoordinates() > 100
    desk.click(desk.find("tracingFollow"))
    assert not desk.find("tracingFollow").isChecked()


def test_a_click_near_a_modern_line_stays_where_it_was_clicked(desk):
    dock, _target = _practice(desk)
    dock.bench.change_sheet(loo_rmse_m=1.5, state="georeferenced")
    desk.wait_for_map()
    dock.show_page("Trace")
    before = QgsProject.instance().snappingConfig().mode()
    desk.click(desk.find("tracingSnap"))
    config = QgsProject.instance().snappingConfig()
    assert config.enabled()
    on = {layer.name() for layer, one in config.individualLayerSettings().items() if one.enabled()}
    assert on
    assert not any(name.startswith("Practice") or "oast (generalised)" in name for name in on)
    coast = _layer("Practice: coast now")
    shape = next(coast.getFeatures()).geometry()
    vertex = shape.asMultiPolyline()[0][3] if shape.isMultipart() else shape.asPolyline()[3]
    crs = iface.mapCanvas().mapSettings().destinationCrs()
    place = QgsCoordinateTransform(coast.crs(), crs, QgsProject.instance()).transform(vertex)
    off = 4 * iface.mapCanvas().mapUnitsPerPixel()
    utils = iface.mapCanvas().snappingUtils()
    match = utils.snapToMap(QgsPointXY(place.x() + off, place.y() + off))
    assert not match.isValid() or not match.layer().name().startswith("Practice"), match.layer().name()
    desk.click(desk.find("tracingSnap"))
    assert not QgsProject.instance().snappingConfig().enabled()
    assert QgsProject.instance().snappingConfig().mode() == before


def test_what_is_typed_of_a_sheet_stays_until_it_is_saved(desk):
    from dprk_city_atlas.plugin.core.atlas.model import Sheet

    dock, target = _practice(desk)
    atlas = desk.plugin().atlas
    rows = atlas.rows(Sheet)
    sheet = next(row for row in rows if row.city == "Chongjin")
    other = next(row for row in rows if row.city == "Hamhung")
    dock.work_on(sheet.uuid)
    tab = dock.show_page("Sheet")
    assert not desk.find("sheetSave").isEnabled()
    assert desk.find("sheet_city").currentData() == "Chongjin"
    desk.find("sheet_publisher").setText("Land Survey Department")
    tab.datum.choice.setCurrentIndex(tab.datum.choice.findData("tokyo1918"))
    assert desk.find("sheetSave").isEnabled()
    tab.scan.attach_file(str(target / "sheet.jpg"))
    assert desk.find("sheet_publisher").text() == "Land Survey Department"
    assert tab.datum.choice.currentData() == "tokyo1918"
    assert desk.find("sheet_city").currentData() == "Chongjin"
    dock.work_on(other.uuid)
    assert desk.find("sheet_publisher").text() != "Land Survey Department"
    assert not desk.find("sheetSave").isEnabled()
    dock.work_on(sheet.uuid)
    assert desk.find("sheet_publisher").text() == "Land Survey Department"
    desk.click(desk.find("sheetSave"))
    saved = atlas.get(Sheet, sheet.uuid)
    assert (saved.city, saved.publisher, saved.datum) == ("Chongjin", "Land Survey Department", "tokyo1918")
    assert not desk.find("sheetSave").isEnabled()


def test_closing_the_atlas_saves_what_was_typed(desk):
    from dprk_city_atlas.plugin.core.atlas.model import Sheet
    from dprk_city_atlas.plugin.core.atlas.store import store

    dock = _dock(desk)
    atlas = desk.plugin().atlas
    sheet = next(row for row in atlas.rows(Sheet) if row.city == "Hamhung")
    dock.work_on(sheet.uuid)
    desk.find("sheet_edition").setText("2-AMS")
    path = atlas.path
    desk.plugin().close_atlas()
    again = store.open_atlas(path)
    assert again.get(Sheet, sheet.uuid).edition == "2-AMS"
    assert again.get(Sheet, sheet.uuid).city == "Hamhung"


def test_a_view_of_the_atlas_leaves_the_users_own_layers_alone(desk):
    dock, _target = _practice(desk)
    root = QgsProject.instance().layerTreeRoot()
    own = root.findLayer(_layer("Practice: streets now").id())
    hidden = root.findLayer(_layer("Practice: coast now").id())
    hidden.setItemVisibilityChecked(False)
    overlays = dock.show_page("Overlays")
    for view in ("now", "then", "both"):
        overlays.show_view(view)
        assert own.isVisible()
        assert not hidden.isVisible()


def test_nothing_is_compared_with_itself(desk):
    dock, _target = _practice(desk)
    for page, run in (("Survival", "survivalRun"), ("Coast", "coastRun")):
        dock.show_page(page)
        combos = [desk.find(name) for name in ("survivalHistoric", "survivalModern", "coastOld", "coastNew")]
        assert [combo.currentLayer() for combo in combos] == [None] * 4
        desk.click(desk.find(run))
    tab = dock.page("Survival")
    for combo in (tab.historic, tab.modern):
        combo.setLayer(_layer("Practice: streets now"))
    dock.show_page("Survival")
    desk.click(desk.find("survivalRun"))
    assert any("compared with itself" in text for text in desk.messages())
    assert not tab.row.busy
    desk.take_errors()


def test_a_damaged_scan_is_said_to_be_damaged(desk):
    dock, target = _practice(desk)
    body = (target / "sheet.jpg").read_bytes()
    cut = target / "cut.jpg"
    cut.write_bytes(body[: len(body) // 2])
    dock.show_page("Sheet")
    dock.page("Sheet").scan.attach_file(str(cut))
    told = desk.find("scanDamage")
    desk.wait_until(lambda: not told.isHidden(), timeout=30, what="the damage is told")
    assert "% of the picture cannot be read" in told.text()
    dock.page("Sheet").scan.attach_file(str(target / "sheet.jpg"))
    desk.wait_until(lambda: told.isHidden(), timeout=30, what="the whole scan is read")


def test_points_are_asked_where_they_come_from_and_can_be_changed(desk):
    dock, tab, target = _with_points(desk)
    asked = []

    def answer(box):
        asked.append((box.text(), box.informativeText(), box.defaultButton().objectName()))
        desk.click(desk.find("pointsAre_ground", within=box))

    desk.on_dialog(answer)
    from dprk_city_atlas.plugin.core.historic.points_datum import PointsAre

    assert tab.files._ask(str(target / "sheet.points")) is PointsAre.GROUND
    text, why, default = asked[0]
    assert " m" in text
    assert "round minutes" in why
    assert default == "pointsAre_printed"
    before = dock.bench.ground(4)
    assert tab.model.data(tab.model.index(4, 8)) == "sheet"
    tab.view.selectAll()
    tab.model.set_frame(tab.view.chosen(), "EPSG:4326")
    assert {tab.model.data(tab.model.index(row, 8)) for row in range(23)} == {"ground"}
    after = dock.bench.ground(4)
    assert 200 < 100_000 * abs(after[1] - before[1]) < 300  # 1892 moves 277 m to the north
    dock.bench.undo.undo()
    assert dock.bench.ground(4) == before


def _coast(desk):
    dock, _target = _practice(desk)
    tab = dock.show_page("Coast")
    tab.old.setLayer(_layer("Practice: coast 1944"))
    tab.new.setLayer(_layer("Practice: coast now"))
    return tab


def test_the_coast_moved_as_it_was_drawn_and_only_that_is_coloured(desk):
    tab = _coast(desk)
    assert (tab.old_date.text(), tab.new_date.text()) == ("1944", "2024")
    desk.click(desk.find("coastRun"))
    desk.wait_until(lambda: tab.report, timeout=60, what="the coast is measured")
    assert abs(tab.report["max_seaward"] - 140) < 10
    assert abs(tab.report["max_landward"] + 45) < 10
    rules = _layer("Shoreline change").renderer().rootRule().children()
    colours = {rule.label(): rule.symbol().color().saturation() for rule in rules}
    assert colours["Not significant"] == 0
    assert colours["Seaward"] > 100
    assert colours["Landward"] > 100
    land = {f["change"]: f["area_m2"] for f in _layer("Land won and lost").getFeatures()}
    assert set(land) == {"gain", "loss"}
    desk.wait_for_map()
    desk.screenshot("historic_coast")


def test_a_coast_without_a_date_is_asked_for_it(desk):
    tab = _coast(desk)
    tab.new_date.clear()
    desk.click(desk.find("coastRun"))
    assert any("date of “now” is empty" in text for text in desk.messages())
    desk.take_errors()


def test_schematic_coasts_lie_within_their_errors(desk):
    dock, _target = _practice(desk)
    tab = dock.show_page("Coast")
    roles = {layer.customProperty("dprk_city_atlas/role"): layer for layer in _all()}
    tab.old.setLayer(roles["traces"])
    assert tab.old_error.value() >= 100
    tab.new.setLayer(roles["base_coast"])
    tab.old_date.setText("1945")
    tab.new_date.setText("2020")
    desk.click(desk.find("coastRun"))
    desk.wait_until(lambda: tab.report, timeout=60, what="the coast is measured")
    assert tab.report["significant"] == 0
    assert "within the errors" in desk.find("coastResult").text()


def test_a_measurement_ends_with_its_project(desk):
    tab = _coast(desk)
    desk.click(desk.find("coastRun"))
    assert tab.row.busy
    QgsProject.instance().clear()
    assert not tab.row.busy
    assert tab.row.progress.isHidden()


def _all():
    return QgsProject.instance().mapLayers().values()
