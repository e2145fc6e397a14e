# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The next start in the same profile: what the killed one held is offered and comes back."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

from qgis.core import QgsApplication
from qgis.gui import QgsMessageBarItem
from qgis.PyQt.QtWidgets import QComboBox, QDialog, QLineEdit, QPushButton
from qgis.utils import iface


def _home():
    return Path(QgsApplication.qgisSettingsDirPath()).parents[1]


def _open(desk):
    from dprk_city_atlas.plugin.core.atlas.store import checks

    atlas = desk.plugin().open_atlas(_home() / "mine.gpkg")
    assert not atlas.read_only
    assert checks.damage(atlas.backend, thorough=True) == ""
    with closing(sqlite3.connect(_home() / "mine.gpkg")) as db:
        assert db.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    desk.wait_for_map()
    return atlas


def _rows(atlas, table, **equal):
    package = type(atlas).__module__.rsplit(".", 2)[0]
    model = __import__(f"{package}.model", fromlist=["BY_TABLE"])
    return atlas.rows(model.BY_TABLE[table], **equal)


def _offer(desk, name, text):
    """Return the button of the offer with this text, in front or behind others."""

    def there():
        items = iface.messageBar().findChildren(QgsMessageBarItem)
        found = [item.findChild(QPushButton, name) for item in items if text in item.text()]
        return [button for button in found if button is not None]

    return desk.wait_until(there, what=f"the offer {text}")[0]


def _journals():
    return list((Path(QgsApplication.qgisSettingsDirPath()) / "dprk_city_atlas" / "journal").glob("*"))


def test_digitizing(desk):
    atlas = _open(desk)
    _offer(desk, "resumeDraftButton", "Add a site: Half a na")
    desk.screenshot("killed-offers")
    _offer(desk, "restoreButton", "Edits of").click()
    layer = desk.plugin()._context.open_atlas.layer("sites")
    desk.wait_until(layer.isModified, what="the edits are back")
    assert [f["note"] for f in layer.getFeatures()].count("typed, not saved") == 1
    layer.commitChanges()

    _offer(desk, "resumeDraftButton", "Draw a trace").click()
    tool = iface.mapCanvas().mapTool()
    drawn = json.loads((_home() / "drawn.json").read_text("utf-8"))
    assert tool.size() == len(drawn) == 3
    for old, new in zip(drawn, tool.points()):
        assert abs(old[0] - new[0]) < 1e-9 and abs(old[1] - new[1]) < 1e-9

    _offer(desk, "resumeDraftButton", "Half a na").click()
    dialog = desk.window("CityAtlasSiteDialog")
    assert dialog.findChild(QLineEdit, "nameEdit").text() == "Half a na"
    assert dialog.findChild(QLineEdit, "noteEdit").text() == "seen from the road"
    assert dialog.findChild(QComboBox, "categoryBox").currentData() == "market"
    assert dialog.position.position() is not None and dialog.position.from_map
    desk.screenshot("killed-after")
    box = dialog.findChild(QComboBox, "sourceBox")
    box.setCurrentIndex(0)
    desk.type(dialog.findChild(QLineEdit, "nameEdit"), "me")
    desk.click(dialog.findChild(QPushButton, "saveSite"))
    desk.wait_until(lambda: _rows(atlas, "sites", name="Half a name"), what="the site is saved")
    desk.find("actionAddTrace").trigger()
    iface.mapCanvas().mapTool().stopCapturing()
    iface.mapCanvas().mapTool().progressed.emit()
    assert _journals() == []


def test_shape_form(desk):
    atlas = _open(desk)

    def act(dialog: QDialog):
        assert dialog.findChild(QLineEdit, "shapeName").text() == "Compound Q"
        dialog.findChild(QComboBox, "sourceBox").setCurrentIndex(0)
        desk.click(dialog.buttons.button(dialog.buttons.StandardButton.Save))

    button = _offer(desk, "resumeDraftButton", "Compound Q")
    desk.on_dialog(act)
    button.click()
    (area,) = desk.wait_until(lambda: _rows(atlas, "areas", name="Compound Q"), what="the area is saved")
    assert area.geom.startswith("MULTIPOLYGON")
    assert _journals() == []


def test_plugin_save(desk):
    atlas = _open(desk)
    assert not _rows(atlas, "sites", name="Saved in vain")
    sites, assertions = len(_rows(atlas, "sites")), len(_rows(atlas, "assertions"))
    _offer(desk, "resumeDraftButton", "Saved in vain").click()
    dialog = desk.window("CityAtlasSiteDialog")
    desk.click(dialog.findChild(QPushButton, "saveSite"))
    desk.wait_until(lambda: _rows(atlas, "sites", name="Saved in vain"), what="the site is saved")
    assert (len(_rows(atlas, "sites")), len(_rows(atlas, "assertions"))) == (sites + 1, assertions + 1)
    assert _journals() == []


def test_import(desk):
    atlas = _open(desk)
    assert not _rows(atlas, "sources", title="A public map")
    assert not _rows(atlas, "sites", name="59")
    assert not iface.messageBar().findChildren(QPushButton, "restoreButton")


def test_save(desk):
    atlas = _open(desk)
    changed = [site.note == "changed by the last save" for site in _rows(atlas, "sites") if site.geom]
    assert all(changed) or not any(changed)
    if not any(changed):
        _offer(desk, "restoreButton", "Edits of").click()
        layer = desk.plugin()._context.open_atlas.layer("sites")
        desk.wait_until(layer.isModified, what="the edits are back")
        layer.commitChanges()
        assert all(site.note == "changed by the last save" for site in _rows(atlas, "sites") if site.geom)
