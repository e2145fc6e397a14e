# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The swipe and the two linked maps in the real window, and what may happen to the project below them."""

from __future__ import annotations

from qgis.core import QgsCoordinateReferenceSystem, QgsDistanceArea, QgsPointXY, QgsProject
from qgis.PyQt.QtCore import QEvent
from qgis.PyQt.QtWidgets import QApplication
from qgis.utils import iface


def _swipe(desk):
    desk.plugin().open_atlas()
    desk.find("actionSwipe").trigger()
    part = desk.plugin()._context.swipe
    desk.wait_until(lambda: part.curtain.has_picture(), what="the picture of 1944")
    return part


def _names():
    return [layer.name() for layer in iface.mapCanvas().layers()]


def test_a_new_project_ends_the_swipe(desk):
    part = _swipe(desk)
    iface.newProject(False)
    assert part.curtain is None
    assert not desk.find("actionSwipe").isChecked()
    part = _swipe(desk)
    desk.plugin().close_atlas()
    assert part.curtain is None


def test_the_mouse_may_leave_the_map(desk):
    part = _swipe(desk)
    viewport = iface.mapCanvas().viewport()
    QApplication.sendEvent(viewport, QEvent(QEvent.Type.Leave))
    assert part.curtain is not None
    part.end()


def test_without_its_theme_the_swipe_ends_and_says_so(desk):
    part = _swipe(desk)
    QgsProject.instance().mapThemeCollection().removeMapTheme("1944–46")
    desk.wait_until(lambda: part.curtain is None, what="the end of the swipe")
    assert any("theme was removed" in text for text in desk.messages())


def test_the_map_keeps_the_theme_whatever_is_ticked(desk):
    part = _swipe(desk)
    root, canvas = QgsProject.instance().layerTreeRoot(), iface.mapCanvas()
    shown = _names()
    assert "Sites" in shown
    changed = []
    canvas.layersChanged.connect(lambda: changed.append(_names()))
    node = next(node for node in root.findLayers() if node.name() == "Sites")
    node.setItemVisibilityChecked(False)
    desk.wait_until(lambda: len(changed) >= 2, what="the layer tree's wish and ours")
    assert _names() == shown
    part.end()
    desk.wait_until(lambda: "Sites" not in _names(), what="the layer tree rules again")
    assert canvas.layerStyleOverrides() == {}


def test_only_styles_that_differ_are_put_in_place_of_the_present_ones(desk):
    from dprk_city_atlas.plugin.gui.compare.themes import look

    desk.plugin().open_atlas()
    layers, styles = look("Today")
    assert "Sites" in [layer.name() for layer in layers]
    assert styles == {}
    named = {layer.id(): layer.name() for layer in look("1944–46")[0]}
    assert [named[key] for key in look("1944–46")[1]] == ["Cities"]
    air = look("Air defence")
    named = {layer.id(): layer.name() for layer in air[0]}
    assert {named[key] for key in air[1]} == {"Sites", "Cities"}


def test_then_and_now_buttons_end_the_swipe(desk):
    part = _swipe(desk)
    action = desk.find("actionHistoric")
    if not action.isChecked():
        action.trigger()
    desk.find("CityAtlasHistoricDock").show_page("Overlays")
    desk.click(desk.find("historicView_then"))
    assert part.curtain is None
    desk.wait_until(lambda: "Historic traces" in _names(), what="the map of 1944")


def _width_on_the_ground(canvas):
    extent, measure = canvas.extent(), QgsDistanceArea()
    measure.setSourceCrs(canvas.mapSettings().destinationCrs(), QgsProject.instance().transformContext())
    measure.setEllipsoid("EPSG:7030")
    y = extent.center().y()
    ends = QgsPointXY(extent.xMinimum(), y), QgsPointXY(extent.xMaximum(), y)
    return measure.measureLine(*ends) / canvas.width()


def test_two_cities_have_one_scale_on_the_ground_in_any_project(desk):
    desk.plugin().open_atlas()
    QgsProject.instance().setCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    desk.find("actionTwins").trigger()
    first, second = desk.find("CityAtlasTwins").canvases
    assert abs(_width_on_the_ground(first) / _width_on_the_ground(second) - 1) < 0.001
    QgsProject.instance().mapThemeCollection().removeMapTheme("Then and now")
    theme = desk.find("twinsTheme").currentText()
    assert theme in QgsProject.instance().mapThemeCollection().mapThemes()


def test_the_two_cities_show_the_atlas_that_is_open(desk):
    part = desk.plugin()._context.swipe
    desk.plugin().open_atlas()
    desk.find("actionTwins").trigger()
    before = part._twins
    desk.plugin().close_atlas()
    assert not before.isVisible()
    desk.plugin().open_atlas()
    desk.find("actionTwins").trigger()
    assert part._twins is not before
    assert part._twins.atlas is desk.plugin().atlas
    assert all(canvas.layers() for canvas in part._twins.canvases)
    part._twins.close()
