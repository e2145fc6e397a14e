# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""What is going on in the window when its process is killed; each function ends with the kill."""

from __future__ import annotations

import json
import os
import signal
from pathlib import Path

from qgis.core import QgsApplication, QgsPointXY
from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QComboBox, QDialog, QLineEdit, QPushButton
from qgis.utils import iface

RIGHT = Qt.MouseButton.RightButton
KML = """<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>Map</name>{}</Document></kml>"""
MARK = "<Placemark><name>{0}</name><Point><coordinates>127.5,{1:.5f}</coordinates></Point></Placemark>"


def _home():
    """Return the folder that outlives this QGIS."""
    return Path(QgsApplication.qgisSettingsDirPath()).parents[1]


def _open(desk):
    desk.plugin().open_atlas().copy_to(_home() / "mine.gpkg")
    desk.plugin().close_atlas()
    atlas = desk.plugin().open_atlas(_home() / "mine.gpkg")
    desk.wait_for_map()
    return atlas


def _die():
    os.kill(os.getpid(), signal.SIGKILL)


def _at(x, y):
    pixel, center = iface.mapCanvas().mapUnitsPerPixel(), iface.mapCanvas().extent().center()
    return QgsPointXY(center.x() + x * pixel, center.y() + y * pixel)


def _draw(desk, *places):
    for x, y in places:
        desk.move_on_map(_at(x, y))
        desk.click_map(_at(x, y))


def test_digitizing(desk):
    """An edit session, a line of three points, and a form half filled."""
    _open(desk)
    layer = desk.plugin()._context.open_atlas.layer("sites")
    assert layer.startEditing()
    feature = next(layer.getFeatures())
    assert layer.changeAttributeValue(feature.id(), layer.fields().indexOf("note"), "typed, not saved")
    desk.find("actionAddTrace").trigger()
    _draw(desk, (0, 0), (50, 10), (100, 0))
    (_home() / "drawn.json").write_text(json.dumps(iface.mapCanvas().mapTool().points()), "utf-8")
    desk.find("actionAddSite").trigger()
    dialog = desk.window("CityAtlasSiteDialog")
    _draw(desk, (-80, -40))
    desk.type(dialog.findChild(QLineEdit, "nameEdit"), "Half a na")
    desk.type(dialog.findChild(QLineEdit, "noteEdit"), "seen from the road")
    box = dialog.findChild(QComboBox, "categoryBox")
    box.setCurrentIndex(box.findData("market"))
    desk.screenshot("killed-before")
    _die()


def test_shape_form(desk):
    """The form of an area that was just drawn."""
    _open(desk)

    def act(dialog: QDialog):
        desk.type(dialog.findChild(QLineEdit, "shapeName"), "Compound Q")
        _die()

    desk.find("actionAddArea").trigger()
    _draw(desk, (0, -60), (60, -60), (60, -110))
    desk.on_dialog(act)
    desk.click_map(_at(60, -110), button=RIGHT)
    desk.wait_until(lambda: False, 20, "the kill")


def test_plugin_save(desk):
    """While the plugin saves a new site: its row is written, its position is not."""
    from dprk_city_atlas.plugin.core.atlas.store import store

    _open(desk)
    insert = store.Writer.insert

    def insert_or_die(writer, record):
        if record.TABLE == "assertions":
            _die()
        insert(writer, record)

    store.Writer.insert = insert_or_die
    desk.find("actionAddSite").trigger()
    dialog = desk.window("CityAtlasSiteDialog")
    _draw(desk, (-80, -40))
    desk.type(dialog.findChild(QLineEdit, "nameEdit"), "Saved in vain")
    dialog.findChild(QComboBox, "sourceBox").setCurrentIndex(0)
    desk.click(dialog.findChild(QPushButton, "saveSite"))
    desk.wait_until(lambda: False, 20, "the kill")


def test_import(desk):
    """In the middle of an import."""
    _open(desk)
    path = _home() / "large.kml"
    path.write_text(KML.format("".join(MARK.format(n, 38 + n / 100_000) for n in range(60_000))), "utf-8")
    desk.find("actionImport").trigger()
    window = desk.window("CityAtlasImportDialog")
    window.findChild(QgsFileWidget, "importFile").setFilePath(str(path))
    window.source.setEditText("A public map")
    desk.click(window.findChild(QPushButton, "previewButton"))
    go = window.findChild(QPushButton, "importButton")
    desk.wait_until(go.isEnabled, 30, "the preview")
    desk.click(go)
    desk.wait_until(lambda: window.bar.value() > 40, 30, "progress")
    _die()


def test_save(desk):
    """While QGIS saves an edit session of thousands of changes."""
    _open(desk)
    layer = desk.plugin()._context.open_atlas.layer("sites")
    layer.startEditing()
    column = layer.fields().indexOf("note")
    for feature in layer.getFeatures():
        layer.changeAttributeValue(feature.id(), column, "changed by the last save")
    layer.committedAttributeValuesChanges.connect(lambda *_what: _die())
    layer.commitChanges()
    _die()
