# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Entering sites without surprises: beside the map, one at a time, corrected or contradicted as one says."""

from __future__ import annotations

import tempfile
from pathlib import Path

from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsPointXY, QgsProject
from qgis.PyQt.QtCore import QEvent, QPoint, QRect, Qt
from qgis.PyQt.QtGui import QMouseEvent
from qgis.PyQt.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QDockWidget,
    QLabel,
    QLineEdit,
    QListWidget,
    QMessageBox,
    QPushButton,
    QRadioButton,
)
from qgis.utils import iface

LEFT = Qt.MouseButton.LeftButton


def _open(desk):
    folder = Path(tempfile.mkdtemp(prefix="atlas-entry-"))
    desk.plugin().open_atlas().copy_to(folder / "mine.gpkg")
    desk.plugin().close_atlas()
    atlas = desk.plugin().open_atlas(folder / "mine.gpkg")
    desk.wait_for_map()
    return atlas


def _rows(atlas, table, **equal):
    from dprk_city_atlas.plugin.core.atlas.model import BY_TABLE

    return atlas.rows(BY_TABLE[table], **equal)


def _on_map(lon, lat):
    target = iface.mapCanvas().mapSettings().destinationCrs()
    source = QgsCoordinateReferenceSystem("EPSG:4326")
    return QgsCoordinateTransform(source, target, QgsProject.instance()).transform(QgsPointXY(lon, lat))


def _place(site):
    return tuple(float(number) for number in site.geom[7:-1].split())


def _beside(x, y):
    center, pixel = iface.mapCanvas().extent().center(), iface.mapCanvas().mapUnitsPerPixel()
    return QgsPointXY(center.x() + x * pixel, center.y() + y * pixel)


def _form(desk):
    return desk.window("CityAtlasSiteDialog")


def _source(form):
    form.findChild(QComboBox, "sourceBox").setCurrentIndex(0)


def _save(desk, form):
    desk.wait_until(form.save.isEnabled, what=f"the form is complete: {form.problem.text()}")
    desk.click(form.findChild(QPushButton, "saveSite"))


def _choose(desk, form, name):
    """Click a radio button: it takes clicks on its sign and letters only."""
    button = form.findChild(QRadioButton, name)
    desk.click(button, at=QPoint(12, button.height() // 2))


def _gone(desk):
    desk.wait_until(lambda: desk.plugin()._context.site_entry.form is None, what="the form rests")
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_the_form_never_covers_the_map(desk):
    _open(desk)
    desk.find("actionAddSite").trigger()
    form = _form(desk)
    canvas = iface.mapCanvas()
    over = QRect(form.mapToGlobal(QPoint(0, 0)), form.size())
    under = QRect(canvas.mapToGlobal(QPoint(0, 0)), canvas.size())
    assert isinstance(form, QDockWidget)
    assert not over.intersects(under)
    desk.click_map(_beside(0, 0))
    place = desk.wait_until(form.position.position, what="the click")
    echo = form.findChild(QLabel, "positionMessage").text()
    assert f"{place[1]:.4f}"[:6] in echo
    assert "°" in echo and "52S" in echo, echo
    desk.screenshot("entry-beside-the-map")
    form.discard()


def test_after_one_site_the_tool_rests_and_a_switch_keeps_adding(desk):
    atlas = _open(desk)
    iface.actionPan().trigger()
    pan = iface.mapCanvas().mapTool()
    count = len(_rows(atlas, "sites"))
    desk.find("actionAddSite").trigger()
    form = _form(desk)
    desk.click(form.findChild(QCheckBox, "keepAdding"))
    for number in (1, 2):
        desk.click_map(_beside(20 * number, 0))
        desk.wait_until(form.position.position, what="the click")
        desk.type(form.findChild(QLineEdit, "nameEdit"), f"Number {number}")
        if number == 1:
            _source(form)
        assert form.source.value()[0], "the source stays from one to the next"
        if number == 2:
            desk.click(form.findChild(QCheckBox, "keepAdding"))
        _save(desk, form)
        desk.wait_until(lambda n=number: len(_rows(atlas, "sites")) == count + n, what="the site is saved")
    _gone(desk)
    assert iface.mapCanvas().mapTool() is pan, "the tool that was there is back"
    assert not desk.find("actionAddSite").isChecked()
    desk.click_map(_beside(50, 50))
    assert desk.plugin()._context.site_entry.form is None, "the next click begins nothing"


def test_a_correction_replaces_and_draws_no_contradiction(desk):
    atlas = _open(desk)
    site = next(s for s in _rows(atlas, "sites") if s.geom and s.city == "Hamhung" and not s.conflicts
                and len(_rows(atlas, "assertions", site_uuid=s.uuid, kind="location")) == 1)  # fmt: skip
    lon, lat = _place(site)
    iface.mapCanvas().setCenter(_on_map(lon, lat))
    iface.mapCanvas().zoomScale(5000)
    desk.wait_for_map()
    desk.plugin()._context.site_entry.place(site.uuid)
    form = _form(desk)
    assert form.evidence.likelihood.value() == "possible", "a first look confirms nothing"
    desk.click_map(_beside(150, 0))
    _source(form)
    assert not form.save.isEnabled()
    desk.screenshot("entry-correction-asked")
    _choose(desk, form, "correctionButton")
    _save(desk, form)
    _gone(desk)
    (now,) = _rows(atlas, "sites", uuid=site.uuid)
    (said,) = _rows(atlas, "assertions", site_uuid=site.uuid, kind="location")
    assert now.geom != site.geom
    assert said.geom == now.geom
    assert not now.conflicts
    changes = [line for line in _rows(atlas, "history") if line.row_uuid == said.uuid]
    assert changes and site.geom[7:12] in str(changes[-1].before), "the history keeps the old position"
    desk.find("actionUndoStep").trigger()
    assert _rows(atlas, "sites", uuid=site.uuid)[0].geom == site.geom
    desk.plugin()._context.site_entry.place(site.uuid)
    form = _form(desk)
    desk.click_map(_beside(150, 0))
    _source(form)
    _choose(desk, form, "opinionButton")
    assert not form.findChild(QRadioButton, "correctionButton").isChecked()
    _save(desk, form)
    _gone(desk)
    assert len(_rows(atlas, "assertions", site_uuid=site.uuid, kind="location")) == 2


def test_escape_and_close_ask_when_something_was_typed(desk):
    _open(desk)
    desk.find("actionAddSite").trigger()
    form = _form(desk)
    desk.press(form.findChild(QLineEdit, "nameEdit"), Qt.Key.Key_Escape)
    _gone(desk)
    for leave in (
        lambda f: desk.press(f.findChild(QLineEdit, "nameEdit"), Qt.Key.Key_Escape),
        lambda f: desk.click(f.findChild(QPushButton, "closeSite")),
        lambda f: desk.press(iface.mapCanvas(), Qt.Key.Key_Escape),
    ):
        desk.find("actionAddSite").trigger()
        form = _form(desk)
        desk.type(form.findChild(QLineEdit, "nameEdit"), "Half")
        desk.on_dialog(lambda box: desk.click(box.button(QMessageBox.StandardButton.Cancel)))
        leave(form)
        assert form.isVisible()
        assert form.findChild(QLineEdit, "nameEdit").text() == "Half"
        desk.on_dialog(lambda box: desk.click(box.button(QMessageBox.StandardButton.Discard)))
        leave(form)
        _gone(desk)


def test_a_category_that_is_none_is_named_and_rows_of_what_may_be_the_same_are_whole(desk):
    atlas = _open(desk)
    known = next(s for s in _rows(atlas, "sites") if s.geom and "Fertilizer" in s.name)
    lon, lat = _place(known)
    desk.find("actionAddSite").trigger()
    form = _form(desk)
    desk.type(form.findChild(QLineEdit, "positionEdit"), f"{lat:.5f}, {lon:.5f}")
    desk.type(form.findChild(QLineEdit, "nameEdit"), "Hungnam Fertilizer Plant of the Second of May")
    category = form.findChild(QComboBox, "categoryBox")
    category.lineEdit().selectAll()
    desk.type(category.lineEdit(), "Warehouse")
    desk.wait_until(lambda: "Warehouse" in form.problem.text(), what="it is named")
    assert not form.save.isEnabled()
    near = form.findChild(QListWidget, "neighbourList")
    desk.wait_until(near.count, what="the warning")
    QApplication.processEvents()
    for row in range(near.count()):
        shown = near.visualItemRect(near.item(row))
        letters = near.fontMetrics().boundingRect(
            QRect(0, 0, shown.width() - 8, 10_000), Qt.TextFlag.TextWordWrap, near.item(row).text()
        )
        assert letters.height() <= shown.height() + 2, near.item(row).text()
        assert letters.width() <= near.viewport().width()
    desk.screenshot("entry-neighbours")
    form.discard()


def _drag(canvas, start, end):
    """Press, move and let go at another place, as a hand does."""
    view = canvas.viewport()
    for kind, at, buttons in (
        (QEvent.Type.MouseButtonPress, start, LEFT),
        (QEvent.Type.MouseMove, end, LEFT),
        (QEvent.Type.MouseButtonRelease, end, Qt.MouseButton.NoButton),
    ):
        button = Qt.MouseButton.NoButton if kind == QEvent.Type.MouseMove else LEFT
        event = QMouseEvent(kind, at, view.mapToGlobal(at), button, buttons, Qt.KeyboardModifier.NoModifier)
        QApplication.sendEvent(view, event)


def test_picking_a_place_takes_the_whole_click_and_gives_the_tool_back(desk):
    _open(desk)
    canvas = iface.mapCanvas()
    iface.actionPan().trigger()
    pan = canvas.mapTool()
    desk.find("actionMeasure").setChecked(True)
    measure = desk.plugin()._context.docks.measure.dock
    nearest = measure.show_page("Nearest")
    nearest._pick()
    assert canvas.mapTool() is not pan
    desk.click_map(_beside(30, 30))
    desk.wait_until(lambda: nearest.origin is not None, what="the place is taken")
    assert canvas.mapTool() is pan
    desk.find("actionSites").setChecked(True)
    sites = desk.plugin()._context.docks.sites.dock
    desk.wait_until(lambda: sites.hits is not None, what="the sites are listed")
    before = canvas.extent()
    sites.criteria.area._pick_centre()
    middle = desk.pixel(_beside(0, 0))
    _drag(canvas, middle, middle + QPoint(5, 4))
    desk.wait_until(lambda: sites.wanted.circle, what="the circle")
    assert canvas.mapTool() is pan
    assert canvas.extent() == before, "the map has not moved"
    nearest._pick()
    desk.press(canvas, Qt.Key.Key_Escape)
    assert canvas.mapTool() is pan


def test_a_form_of_an_atlas_that_cannot_be_reached_says_so_and_throws_nothing(desk):
    atlas = _open(desk)
    desk.find("actionAddSite").trigger()
    form = _form(desk)
    away = atlas.path.with_name("away.gpkg")
    atlas.path.rename(away)
    try:
        desk.type(form.findChild(QLineEdit, "nameEdit"), "Typed meanwhile")
        desk.click_map(_beside(0, 0))
        desk.wait_until(lambda: "no longer there" in form.problem.text(), what="the form says it")
        desk.plugin()._context.open_atlas.changed.emit()
        assert form.isVisible()
        assert form.findChild(QLineEdit, "nameEdit").text() == "Typed meanwhile"
    finally:
        away.rename(atlas.path)
    desk.take_errors()
    _source(form)
    _save(desk, form)
    desk.wait_until(lambda: _rows(atlas, "sites", name="Typed meanwhile"), what="it is saved after all")
