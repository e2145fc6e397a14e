# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The sites dock driven by its object names, with real key presses, in the shipped atlas."""

from __future__ import annotations

import tempfile
from pathlib import Path

from osgeo import ogr
from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsProject
from qgis.gui import QgsDualView
from qgis.PyQt import sip
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QInputMethodEvent
from qgis.PyQt.QtWidgets import (
    QApplication,
    QDockWidget,
    QLabel,
    QStackedWidget,
    QTableView,
    QToolButton,
    QWidget,
)

KEY = Qt.Key
CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


def _open(desk):
    if desk.plugin().atlas is None:
        desk.plugin().open_atlas()
    action = desk.find("actionSites")
    if not action.isChecked():
        action.trigger()
    dock = desk.find("CityAtlasSitesDock", QDockWidget)
    dock.raise_()
    _settled(desk)
    return dock


def _count(desk):
    text = desk.find("filterCount", QLabel).text()
    shown, _, total = text.partition(" / ")
    return (int(shown.replace(",", "")), int(total.replace(",", ""))) if total else None


def _settled(desk, predicate=lambda count: True):
    desk.wait_until(lambda: _count(desk) and predicate(_count(desk)), what="the list is filtered")


def _names(desk, number=5):
    model = desk.find("siteView", QTableView).model()
    return [model.index(row, 0).data() for row in range(min(number, model.rowCount()))]


def _clear(desk):
    desk.find("siteClear").click()
    _settled(desk, lambda count: count[0] == count[1])


def _compose(widget, text):
    """Type what no keyboard has: as an input method commits it (QTest knows Latin keys only)."""
    widget.setFocus()
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)


def _table(desk):
    """Open the attribute table of the sites; returns its dialog and the view in it."""
    dialog = desk.iface.showAttributeTable(_sites())
    found = [w for w in dialog.findChildren(QStackedWidget) if w.metaObject().className() == "QgsDualView"]
    return dialog.window(), sip.cast(found[0], QgsDualView)


def _sites():
    layers = QgsProject.instance().mapLayers().values()
    return next(layer for layer in layers if layer.customProperty("dprk_city_atlas/role") == "sites")


def test_the_dock_lists_every_site(desk):
    _open(desk)
    shown, total = _count(desk)
    assert shown == total > 100
    assert desk.find("siteView", QTableView).model().rowCount() == total
    desk.wait_for_map()
    desk.screenshot("sites-dock")


def test_typing_finds_names_in_every_spelling(desk):
    _open(desk)
    for text in ("kanko", "함흥", "ㅎㅎ", "hamhŭng", "ch'ongjin", "cheongjin"):
        type_ = desk.type if text.isascii() else _compose
        type_(desk.find("siteSearch"), text)
        _settled(desk, lambda count: 0 < count[0] < count[1])
        assert _names(desk), text
        desk.find("siteSearch").clear()
        _settled(desk, lambda count: count[0] == count[1])


def test_a_typing_error_is_offered_after_the_hits(desk):
    _open(desk)
    desk.type(desk.find("siteSearch"), "fertilzer")
    _settled(desk, lambda count: count[0] == 0)
    desk.wait_until(lambda: any("Fertilizer" in name for name in _names(desk)), what="a similar name")


def test_map_and_list_agree_and_the_project_stays_clean(desk):
    _open(desk)
    layer = _sites()
    project = QgsProject.instance()
    project.setDirty(False)
    kind, subset = layer.renderer().type(), layer.subsetString()
    desk.type(desk.find("siteSearch"), "hungnam")
    _settled(desk, lambda count: 0 < count[0] < 30)
    desk.wait_for_map()
    desk.screenshot("sites-filtered")
    assert layer.subsetString() == subset
    assert layer.renderer().type() == kind
    assert not project.isDirty()
    _clear(desk)


def test_keys_go_from_search_to_site(desk):
    _open(desk)
    search, view = desk.find("siteSearch"), desk.find("siteView", QTableView)
    desk.type(search, "radar")
    _settled(desk, lambda count: 0 < count[0] < 20)
    desk.press(search, KEY.Key_Return)
    desk.wait_until(lambda: QApplication.focusWidget() is view, what="the list has the focus")
    desk.press(view, KEY.Key_Down)
    selected = _sites().selectedFeatureIds()
    assert len(selected) == 1
    before = desk.iface.mapCanvas().extent()
    desk.press(view, KEY.Key_Return)
    desk.wait_until(lambda: desk.iface.mapCanvas().extent() != before, what="the map moved")
    _clear(desk)


def test_what_the_filter_leaves_out_is_neither_listed_nor_selected(desk):
    """A site that was selected before would be reached by every edit of the selected ones."""
    dock, layer = _open(desk), _sites()
    chosen = [feature.id() for feature in layer.getFeatures() if "radar" not in feature["name"].lower()][:3]
    layer.selectByIds(chosen)
    desk.type(desk.find("siteSearch"), "radar")
    _settled(desk, lambda count: 0 < count[0] < 20)
    assert layer.selectedFeatureCount() == 0
    assert not set(chosen) & set(dock.hits.fids.tolist())
    assert not {layer.getFeature(fid)["name"] for fid in chosen} & set(_names(desk))
    layer.selectByIds([*chosen, int(dock.hits.fids[0])])
    assert set(layer.selectedFeatureIds()) == {int(dock.hits.fids[0])}
    assert dock.hint.text().startswith("3 selected sites"), dock.hint.text()
    desk.find("siteView").selectAll()
    assert set(layer.selectedFeatureIds()) <= set(dock.hits.fids.tolist())
    layer.removeSelection()
    _clear(desk)


def test_an_added_site_stays_visible_until_it_is_saved(desk):
    _open(desk)
    layer = _sites()
    desk.type(desk.find("siteSearch"), "radar")
    _settled(desk, lambda count: 0 < count[0] < 20)
    assert layer.startEditing()
    feature = QgsFeature(layer.fields())
    feature["name"], feature["category"], feature["uuid"] = "Nowhere mill", "industry", "0" * 36
    feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(127.54, 39.91)))
    assert layer.addFeature(feature)
    desk.wait_until(lambda: "Nowhere mill" in _names(desk), what="the new site is listed")
    desk.wait_for_map()
    desk.screenshot("sites-unsaved")
    layer.rollBack()
    desk.wait_until(lambda: "Nowhere mill" not in _names(desk), what="the new site is gone")
    _clear(desk)


def test_the_filter_page_counts_and_the_chips_switch(desk):
    _open(desk)
    tree = desk.find("categoryTree")
    desk.wait_until(lambda: tree.topLevelItemCount() and tree.topLevelItem(0).text(1), what="counts")
    desk.find("CityAtlasSitesDock").tabs.setCurrentIndex(1)
    tree.topLevelItem(0).setCheckState(0, Qt.CheckState.Checked)
    military = int(tree.topLevelItem(0).text(1).replace(",", ""))
    _settled(desk, lambda count: count[0] == military)
    desk.wait_for_map()
    desk.screenshot("sites-criteria")
    desk.find("chipSwitch_categories").click()
    _settled(desk, lambda count: count[0] == count[1])
    desk.find("chipSwitch_categories").click()
    _settled(desk, lambda count: count[0] == military)
    desk.find("chipRemove_categories").click()
    _settled(desk, lambda count: count[0] == count[1])
    desk.find("CityAtlasSitesDock").tabs.setCurrentIndex(0)


def test_the_unlocated_queue_draws_its_clues(desk):
    dock = _open(desk)
    dock.tabs.setCurrentWidget(dock.unlocated)
    queue = dock.unlocated.queue
    desk.wait_until(queue.topLevelItemCount, what="the queue is read")
    seen, seen_kinds = 0, set()
    for place in range(queue.topLevelItemCount()):
        queue.setCurrentItem(queue.topLevelItem(place))
        seen += dock.unlocated.zoom.isEnabled()
        if "annulus" not in seen_kinds and "km from downtown" in dock.unlocated.detail.text():
            seen_kinds.add("annulus")
            dock.unlocated.zoom.click()
            desk.wait_for_map()
            desk.screenshot("sites-unlocated")
    assert seen > queue.topLevelItemCount() // 2
    dock.tabs.setCurrentIndex(0)


def test_the_period_moves_map_and_list(desk):
    dock = _open(desk)
    dock.tabs.setCurrentWidget(dock.time)
    dock.time.switch.setChecked(True)
    dock.time.last.setValue(1700)
    _settled(desk, lambda count: count[0] < count[1])
    assert dock.time.first.value() < 1752
    _sites().selectByIds([next(_sites().getFeatures()).id()])
    desk.wait_for_map()
    desk.screenshot("sites-time")
    dock.time.switch.setChecked(False)
    _settled(desk, lambda count: count[0] == count[1])
    _sites().removeSelection()
    dock.tabs.setCurrentIndex(0)


def test_closing_the_dock_gives_the_layer_back(desk):
    dock = _open(desk)
    desk.type(desk.find("siteSearch"), "hungnam")
    _settled(desk, lambda count: 0 < count[0] < 30)
    layer = _sites()
    assert type(layer.renderer()).__module__.startswith("dprk_city_atlas")
    desk.find("actionSites").trigger()
    desk.wait_until(lambda: dock.isHidden(), what="the dock is closed")
    assert type(layer.renderer()).__module__ == "qgis._core"
    desk.find("actionSites").trigger()
    _clear(desk)


def test_large_type_fits(desk):
    dock = _open(desk)
    # QGIS sets its own font by a style sheet, which a widget's font does not override.
    size = QApplication.font().pointSizeF()
    dock.setStyleSheet(f"* {{ font-size: {size * 1.5}pt }}")
    desk.type(desk.find("siteSearch"), "hungnam")
    desk.iface.mainWindow().resizeDocks([dock], [320], Qt.Orientation.Horizontal)
    dock.tabs.setCurrentWidget(dock.criteria)
    sections = [button for button in dock.findChildren(QToolButton) if "section_" in button.objectName()]
    folded = [button for button in sections if not button.isChecked()]
    for button in folded:
        button.click()
    for place in range(dock.tabs.count()):
        dock.tabs.setCurrentIndex(place)
        desk.wait_for_map()
        desk.screenshot(f"sites-large-{place}", dock)
    assert dock.minimumSizeHint().width() <= 320
    # It scrolls up and down only: what is wider cannot be reached.
    page = dock.criteria.widget()
    widest = max(page.findChildren(QWidget), key=lambda widget: widget.minimumSizeHint().width())
    assert page.minimumSizeHint().width() <= dock.criteria.viewport().width() <= 300, widest.objectName()
    for button in folded:
        button.click()
    dock.setStyleSheet("")
    dock.tabs.setCurrentIndex(0)
    _clear(desk)


def test_a_source_is_found_when_no_name_has_the_text(desk):
    dock = _open(desk)
    desk.type(desk.find("siteSearch"), "hrnk")
    _settled(desk, lambda count: 0 < count[0] < 30)
    assert any("Kwan-li-so" in name for name in _names(desk, 20))
    assert "source" in dock.hint.text()
    desk.wait_until(lambda: dock.map.is_attached)
    _clear(desk)


def test_clearing_lets_the_period_go_too(desk):
    dock = _open(desk)
    controller = desk.iface.mapCanvas().temporalController()
    mode = controller.navigationMode()
    for leave in (lambda: desk.find("siteClear").click(), lambda: desk.find("chipSwitch_period").click()):
        dock.tabs.setCurrentWidget(dock.time)
        dock.time.switch.setChecked(True)
        dock.time.last.setValue(1700)
        _settled(desk, lambda count: count[0] < count[1])
        desk.wait_until(lambda: controller.navigationMode() != mode, what="the controller holds the period")
        leave()
        _settled(desk, lambda count: count[0] == count[1])
        assert controller.navigationMode() == mode
        assert not dock.time.switch.isChecked()
    assert "period" in dock.wanted.off
    _clear(desk)
    dock.tabs.setCurrentIndex(0)


def test_an_open_attribute_table_shows_what_the_list_shows(desk):
    _open(desk)
    layer = _sites()
    table, view = _table(desk)
    everything = view.filteredFeatureCount()
    desk.type(desk.find("siteSearch"), "hungnam")
    _settled(desk, lambda count: 0 < count[0] < 30)
    located = {f.id() for f in layer.getFeatures()}
    listed = set(desk.find("CityAtlasSitesDock").hits.fids.tolist()) & located
    desk.wait_until(lambda: set(view.filteredFeatures()) == listed, what="the table follows")
    second, late = _table(desk)
    desk.wait_until(lambda: set(late.filteredFeatures()) == listed, what="a table opened later follows")
    second.close()
    _clear(desk)
    desk.wait_until(lambda: view.filteredFeatureCount() == everything, what="the table shows all again")
    table.close()


def test_keys_lead_to_the_search_and_back(desk):
    _open(desk)
    search, view = desk.find("siteSearch"), desk.find("siteView", QTableView)
    desk.iface.mapCanvas().setFocus()
    desk.press(desk.iface.mainWindow(), KEY.Key_F, CTRL | ALT)
    desk.wait_until(lambda: QApplication.focusWidget() is search, what="the shortcut leads to the search")
    desk.press(search, KEY.Key_Down)
    assert QApplication.focusWidget() is view
    desk.press(view, KEY.Key_Escape)
    assert QApplication.focusWidget() is search
    desk.type(search, "radar")
    _settled(desk, lambda count: 0 < count[0] < 20)
    desk.press(search, KEY.Key_Escape)
    assert not search.text()
    desk.press(search, KEY.Key_Escape)
    assert QApplication.focusWidget() is desk.iface.mapCanvas()


def test_the_text_is_switched_off_without_being_lost(desk):
    dock = _open(desk)
    desk.type(desk.find("siteSearch"), "radar")
    _settled(desk, lambda count: 0 < count[0] < 20)
    desk.wait_until(lambda: desk.find("filterChips").findChild(QToolButton, "chipSwitch_text"))
    desk.find("chipSwitch_text").click()
    _settled(desk, lambda count: count[0] == count[1])
    assert desk.find("siteSearch").text() == "radar"
    desk.type(desk.find("siteSearch"), " station")
    _settled(desk, lambda count: 0 < count[0] < count[1])
    assert not dock.wanted.off
    _clear(desk)


def test_an_expression_that_cannot_be_computed_says_so(desk):
    dock = _open(desk)
    for text, told in (
        ('"importance" BETWIXT 1 AND 2', "cannot be read"),
        ('"no_such_field" = 1', "no_such_field"),
        ("to_int('x') = 1", "fails on feature"),
    ):
        dock.criteria.expression.setText(text)
        dock.criteria.expression.editingFinished.emit()
        desk.wait_until(lambda told=told: any(told in message for message in desk.messages()), what=told)
        assert any(told in error for error in desk.take_errors())
        desk.iface.messageBar().clearWidgets()
        _clear(desk)


def test_a_saved_project_has_nothing_of_the_filter_and_one_with_it_does_no_harm(desk):
    _open(desk)
    desk.type(desk.find("siteSearch"), "hungnam")
    _settled(desk, lambda count: 0 < count[0] < 30)
    desk.wait_for_map()
    project, scope = QgsProject.instance(), desk.iface.mapCanvas().expressionContextScope
    token = scope().variable("atlas_sites_view")
    assert token
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "p.qgs"
        assert project.write(str(path))
        text = path.read_text(encoding="utf-8")
        assert "atlas_sites_view" not in text
        assert 'name="atlas_thinned"' not in text
        assert scope().variable("atlas_sites_view") == token
        scope().setVariable("atlas_sites_view", "another")
        project.setDirty(False)
        assert project.read(str(path))
        assert scope().variable("atlas_sites_view") == token


def test_what_another_program_writes_is_found(desk):
    dock = _open(desk)
    path, fid = str(desk.plugin().atlas.path), int(dock.hits.fids[0])
    source = ogr.Open(path, 1)
    layer = source.GetLayerByName("sites")
    feature = layer.GetFeature(fid)
    before = feature.GetField("name")
    for name, count in (("Written elsewhere", 1), (before, 0)):
        feature.SetField("name", name)
        assert layer.SetFeature(feature) == 0
        desk.find("siteSearch").clear()
        desk.type(desk.find("siteSearch"), "written elsewhere")
        _settled(desk, lambda found, count=count: found[0] == count)
    del layer, source
    _clear(desk)


def test_removing_the_layer_leaves_an_empty_and_quiet_dock(desk):
    dock = _open(desk)
    desk.type(desk.find("siteSearch"), "hungnam")
    _settled(desk, lambda count: 0 < count[0] < 30)
    QgsProject.instance().removeMapLayer(_sites().id())
    desk.wait_until(lambda: _count(desk) == (0, 0), what="the dock is empty")
    assert dock.view.model().rowCount() == 0
    assert "no longer" in dock.hint.text()
    desk.type(desk.find("siteSearch"), "x")
