# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Journey 3: a site from the first click to the reopened file, and what is put right on the way."""

from __future__ import annotations

import tempfile
from pathlib import Path

from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsPointXY, QgsProject
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialogButtonBox,
    QDoubleSpinBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QRadioButton,
    QTabWidget,
    QToolButton,
)
from qgis.utils import iface

RIGHT = Qt.MouseButton.RightButton
DMS = "39°55'07.2\"N 127°31'14.0\"E"
MGRS = "52S CK 73564 19777"


def _open(desk):
    folder = Path(tempfile.mkdtemp(prefix="atlas-journey-"))
    desk.plugin().open_atlas().copy_to(folder / "mine.gpkg")
    desk.plugin().close_atlas()
    atlas = desk.plugin().open_atlas(folder / "mine.gpkg")
    desk.wait_for_map()
    return atlas


def _rows(desk, table, **equal):
    from dprk_city_atlas.plugin.core.atlas.model import BY_TABLE

    return desk.plugin().atlas.rows(BY_TABLE[table], **equal)


def _at(x, y):
    center, pixel = iface.mapCanvas().extent().center(), iface.mapCanvas().mapUnitsPerPixel()
    return QgsPointXY(center.x() + x * pixel, center.y() + y * pixel)


def _on_map(site):
    place = QgsPointXY(*(float(number) for number in site.geom[7:-1].split()))
    target = iface.mapCanvas().mapSettings().destinationCrs()
    source = QgsCoordinateReferenceSystem("EPSG:4326")
    return QgsCoordinateTransform(source, target, QgsProject.instance()).transform(place)


def _form(desk, action="actionAddSite"):
    desk.find(action).trigger()
    return desk.window("CityAtlasSiteDialog")


def _save(desk, form, name):
    button = form.findChild(QPushButton, "saveSite")
    desk.wait_until(button.isEnabled, what=f"{name} is complete: {form.problem.text()}")
    desk.click(button)
    return desk.wait_until(lambda: _rows(desk, "sites", name=name), what=f"{name} is saved")[0]


def _press(desk, form, name):
    button = form.findChild(QRadioButton, name)
    desk.click(button, at=QPoint(12, button.height() // 2))


def _new_source(desk, form, title):
    desk.click(form.findChild(QToolButton, "newSource"))
    desk.type(form.findChild(QLineEdit, "newSourceTitle"), title)


def _add(desk, name, place):
    """Add a site by a typed position, or by a click (None)."""
    form = _form(desk)
    if place is None:
        desk.click_map(_at(40, 40))
    else:
        desk.type(form.findChild(QLineEdit, "positionEdit"), place)
    desk.wait_until(form.position.position, what=f"the position of {name}")
    desk.type(form.findChild(QLineEdit, "nameEdit"), name)
    form.findChild(QComboBox, "sourceBox").setCurrentIndex(0)
    return _save(desk, form, name)


def test_a_site_by_click_mgrs_and_dms_is_where_it_was_said_to_be(desk):
    _open(desk)
    clicked = _add(desk, "By a click", None)
    assert clicked.geom
    for name, text in (("By MGRS", MGRS), ("By DMS", DMS)):
        site = _add(desk, name, text)
        lon, lat = (float(number) for number in site.geom[7:-1].split())
        assert abs(lon - 127.520556) * 85_000 < 2
        assert abs(lat - 39.918667) * 111_000 < 2
    desk.screenshot("journey-digitize-added")


def test_a_correction_an_opinion_and_the_way_back(desk):
    _open(desk)
    site = _add(desk, "Wrongly set", "39.9, 127.5")
    layer = desk.plugin()._context.open_atlas.layer("sites")
    layer.selectByExpression(f"\"uuid\" = '{site.uuid}'")
    iface.mapCanvas().setCenter(_on_map(site))
    desk.wait_for_map()
    form = _form(desk, "actionMoveSite")
    desk.type(form.findChild(QLineEdit, "positionEdit"), "39.91, 127.51")
    form.findChild(QComboBox, "sourceBox").setCurrentIndex(0)
    _press(desk, form, "correctionButton")
    desk.click(form.findChild(QPushButton, "saveSite"))
    corrected = desk.wait_until(
        lambda: [s for s in _rows(desk, "sites", uuid=site.uuid) if "127.51" in s.geom], what="the correction"
    )[0]
    assert not corrected.conflicts, "a correction contradicts nothing"
    assert len(_rows(desk, "assertions", site_uuid=site.uuid, kind="location")) == 1
    desk.plugin()._context.site_entry.place(site.uuid)
    form = desk.window("CityAtlasSiteDialog")
    desk.type(form.findChild(QLineEdit, "positionEdit"), "39.95, 127.55")
    _new_source(desk, form, "Somebody else")
    _press(desk, form, "opinionButton")
    desk.click(form.findChild(QPushButton, "saveSite"))
    desk.wait_until(
        lambda: len(_rows(desk, "assertions", site_uuid=site.uuid, kind="location")) == 2, what="the opinion"
    )
    assert _rows(desk, "sites", uuid=site.uuid)[0].conflicts, "two sources that differ do contradict"
    desk.screenshot("journey-digitize-contradicted")
    desk.find("actionUndoStep").trigger()
    desk.find("actionUndoStep").trigger()
    assert _rows(desk, "sites", uuid=site.uuid)[0].geom == site.geom
    desk.find("actionRedoStep").trigger()
    assert "127.51" in _rows(desk, "sites", uuid=site.uuid)[0].geom


def test_an_unlocated_site_is_placed_and_deleted_and_brought_back(desk):
    _open(desk)
    site = next(row for row in _rows(desk, "sites") if not row.geom)
    desk.plugin()._context.site_entry.place(site.uuid)
    form = desk.window("CityAtlasSiteDialog")
    desk.click_map(_at(0, 0))
    form.findChild(QComboBox, "sourceBox").setCurrentIndex(0)
    assert form.findChild(QComboBox, "likelihoodBox").currentData() != "confirmed"
    _save(desk, form, site.name)
    assert desk.wait_until(lambda: _rows(desk, "sites", uuid=site.uuid)[0].geom, what="it has a place")
    layer = desk.plugin()._context.open_atlas.layer("sites")
    fid = next(f.id() for f in layer.getFeatures() if f["uuid"] == site.uuid)
    layer.startEditing()
    layer.deleteFeature(fid)
    assert layer.commitChanges()
    desk.find("actionHistory").trigger()
    window = desk.window("CityAtlasHistoryDialog")
    window.what.setCurrentIndex(1)
    desk.screenshot("journey-digitize-history", window)
    desk.click(window.back)
    desk.wait_until(lambda: _rows(desk, "sites", uuid=site.uuid), what="it is back")
    window.close()


def test_a_line_and_an_area(desk):
    _open(desk)
    for action, table, places in (
        ("actionAddTrace", "traces", ((0, 0), (50, 10), (100, 0))),
        ("actionAddArea", "areas", ((0, -60), (60, -60), (60, -110))),
    ):
        count = len(_rows(desk, table))
        desk.find(action).trigger()
        for x, y in places:
            desk.move_on_map(_at(x, y))
            desk.click_map(_at(x, y))

        def fill(dialog):
            desk.type(dialog.findChild(QLineEdit, "shapeName"), "Drawn")
            box = dialog.findChild(QDoubleSpinBox, "accuracySpin")
            box.lineEdit().selectAll()
            desk.type(box, "12,5")
            desk.press(box, Qt.Key.Key_Tab)
            assert box.value() == 12.5
            dialog.findChild(QComboBox, "sourceBox").setCurrentIndex(0)
            desk.click(dialog.buttons.button(dialog.buttons.StandardButton.Save))

        desk.on_dialog(fill)
        desk.click_map(_at(*places[-1]), button=RIGHT)
        desk.wait_until(lambda t=table, n=count: len(_rows(desk, t)) == n + 1, what=f"{table} are saved")
        assert _rows(desk, table, name="Drawn")[0].accuracy_m == 12.5


def test_what_is_typed_in_qgis_s_own_form_is_there_after_reopening(desk):
    atlas = _open(desk)
    layer = desk.plugin()._context.open_atlas.layer("sites")
    feature = next(f for f in layer.getFeatures() if str(f["clue"]) == "NULL")
    layer.startEditing()
    form = iface.getFeatureForm(layer, feature)
    form.show()
    form.activateWindow()
    desk.wait_until(form.isActiveWindow, what="the form is in front")
    (clue,) = [w for w in form.findChildren(QPlainTextEdit) if w.objectName() == "clue"]
    for tabs in form.findChildren(QTabWidget):
        for place in range(tabs.count()):
            if tabs.widget(place).isAncestorOf(clue):
                tabs.setCurrentIndex(place)
    desk.click(clue.viewport())
    desk.type(clue, "A depot by the river")
    desk.screenshot("journey-digitize-form", form)
    desk.click(form.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok))
    assert layer.commitChanges()
    path, uuid = atlas.path, feature["uuid"]
    desk.plugin().close_atlas()
    desk.plugin().open_atlas(path)
    assert _rows(desk, "sites", uuid=uuid)[0].clue == "A depot by the river"
