# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The unlocated queue of the sites dock, by keys: filter, clue, sources, placing, undo."""

from __future__ import annotations

import sqlite3

from qgis.core import QgsPointXY, QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QApplication, QComboBox, QPushButton
from qgis.utils import iface
from sites_common import count, open_dock, open_own

KEY = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier
UUID = Qt.ItemDataRole.UserRole + 1


def _open(desk):
    """A copy of the shipped atlas, the queue in front."""
    open_own(desk, "atlas-queue-")
    dock = open_dock(desk)
    dock.tabs.setCurrentWidget(dock.unlocated)
    desk.wait_until(dock.unlocated.count, what="the queue is read")
    desk.wait_for_map()
    return dock


def _read(desk, query, *values):
    with sqlite3.connect(f"file:{desk.plugin().atlas.path}?mode=ro", uri=True) as base:
        return base.execute(query, values).fetchall()


def _shown(dock):
    queue = dock.unlocated.queue
    items = [queue.topLevelItem(row) for row in range(queue.topLevelItemCount())]
    return [item for item in items if not item.isHidden()]


def _search(desk, text):
    dock, search = desk.find("CityAtlasSitesDock"), desk.find("siteSearch")
    search.selectAll()
    before = dock.hits
    desk.type(search, text)
    desk.wait_until(lambda: dock.hits is not before and dock.data.question.wanted.text == text)
    desk.wait_until(lambda: dock.facets is not None)


UNLOCATED = "SELECT uuid FROM sites WHERE deleted = 0 AND geom IS NULL"


def test_the_filter_applies_to_the_queue(desk):
    dock = _open(desk)
    everything = {uuid for (uuid,) in _read(desk, UNLOCATED)}
    assert {item.data(0, UUID) for item in _shown(dock)} == everything
    _search(desk, "school")
    listed = {uuid for (uuid,) in _read(desk, UNLOCATED + " AND name LIKE '%school%'")}
    assert listed and {item.data(0, UUID) for item in _shown(dock)} == listed
    queue = dock.unlocated.queue
    queue.setFocus()
    desk.press(queue, KEY.Key_Home)
    current = queue.currentItem()
    assert current is _shown(dock)[0]
    _search(desk, "zzzzzz")
    desk.screenshot("queue-none")
    assert _shown(dock) == [current] and current.font(0).italic()
    desk.find("siteClear").click()
    desk.wait_until(lambda: len(_shown(dock)) == len(everything), what="all of the queue again")
    queue.setCurrentItem(None)
    _search(desk, "zzzzzz")
    assert _shown(dock) == []
    assert "filter" in dock.unlocated.detail.text()
    desk.find("siteClear").click()


def test_keys_alone_place_a_site(desk):
    dock = _open(desk)
    page, queue = dock.unlocated, dock.unlocated.queue
    before, listed = page.count(), count(desk)
    queue.setFocus()
    desk.press(queue, KEY.Key_Home)
    while page._band.numberOfVertices() == 0:
        desk.press(queue, KEY.Key_Down)
    item = queue.currentItem()
    uuid = item.data(0, UUID)
    name, clue = _read(desk, "SELECT name, clue FROM sites WHERE uuid = ?", uuid)[0]
    titles = _read(desk, "SELECT DISTINCT s.title FROM assertions a JOIN sources s ON s.uuid = a.source_uuid "
                         "WHERE a.deleted = 0 AND a.site_uuid = ?", uuid)  # fmt: skip
    said = page.detail.text()
    assert clue in said and all(title in said for (title,) in titles), said
    desk.press(queue, KEY.Key_Return)
    desk.wait_for_map()
    box = page._band.asGeometry().boundingBox()
    assert iface.mapCanvas().extent().contains(box)
    desk.press(queue, KEY.Key_Return, SHIFT)
    dialog = desk.window("CityAtlasSiteDialog")
    assert name in dialog.windowTitle()
    assert iface.mapCanvas().mapTool() is desk.plugin()._context.site_entry.tool
    drawn = page._band.numberOfVertices()
    assert drawn > 0
    desk.click_map(QgsPointXY(box.center().x() + box.width() / 5, box.center().y() + box.height() / 5))
    desk.wait_until(dialog.position.position, what="the click is taken")
    assert page._band.numberOfVertices() == drawn
    dock.tabs.setCurrentIndex(0)
    assert page._band.numberOfVertices() == drawn, "the clue stays while its site is placed"
    dock.tabs.setCurrentWidget(page)
    desk.screenshot("queue-placing")
    dialog.findChild(QComboBox, "sourceBox").setCurrentIndex(0)
    desk.click(dialog.findChild(QPushButton, "saveSite"))
    desk.wait_until(lambda: page.count() == before - 1, what="the queue is one shorter")
    assert uuid not in {item.data(0, UUID) for item in _shown(dock)}
    layers = QgsProject.instance().mapLayers().values()
    layer = next(found for found in layers if found.customProperty("dprk_city_atlas/role") == "sites")
    dock.tabs.setCurrentIndex(0)
    assert page._band.numberOfVertices() == 0
    desk.wait_until(lambda: name in [f["name"] for f in layer.getFeatures()], what="on the map")
    assert count(desk) == listed
    dock.criteria.area.located.setCurrentIndex(1)
    fid = next(f.id() for f in layer.getFeatures() if f["uuid"] == uuid)
    desk.wait_until(
        lambda: "located" in dock.hits.criteria and dock.view.source.place_of(fid) >= 0,
        what="listed among the located",
    )
    desk.find("siteClear").click()
    desk.find("actionUndoStep").trigger()
    desk.wait_until(lambda: page.count() == before, what="undo brings it back to the queue")
    desk.wait_until(lambda: uuid in {i.data(0, UUID) for i in _shown(dock)})
    desk.find("actionRedoStep").trigger()
    desk.wait_until(lambda: page.count() == before - 1, what="redo places it again")


def test_the_clue_goes_when_placing_is_given_up(desk):
    dock = _open(desk)
    page, queue = dock.unlocated, dock.unlocated.queue
    queue.setFocus()
    desk.press(queue, KEY.Key_Home)
    while page._band.numberOfVertices() == 0:
        desk.press(queue, KEY.Key_Down)
    page.place.setFocus()
    desk.press(page.place, KEY.Key_Space)
    desk.window("CityAtlasSiteDialog")
    dock.tabs.setCurrentIndex(0)
    assert page._band.numberOfVertices() > 0
    desk.press(iface.mapCanvas(), KEY.Key_Escape)
    desk.wait_until(lambda: desk.plugin()._context.site_entry.form is None, what="given up")
    QApplication.processEvents()
    assert page._band.numberOfVertices() == 0
