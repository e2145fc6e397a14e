# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The brief dock, driven in the window."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import mkdtemp

from qgis.PyQt.QtCore import QPoint, Qt


def _open(desk):
    atlas = desk.plugin().open_atlas()
    action = desk.find("actionBrief")
    if not action.isChecked():
        action.trigger()
    return atlas, desk.find("CityAtlasBriefDock")


def _only_the_last_sheet(desk):
    maps = desk.find("briefMaps")
    for row in range(maps.count() - 1):
        box = maps.visualItemRect(maps.item(row))
        desk.click(maps.viewport(), QPoint(box.left() + 10, box.center().y()))
    return [row for row in range(maps.count()) if maps.item(row).checkState() == Qt.CheckState.Checked]


def test_a_brief_is_made_with_what_was_kept(desk):
    from dprk_city_atlas.plugin.core.atlas import kept_results

    atlas, _dock = _open(desk)
    kept_results.keep(atlas, "survival", "Streets of Sinam", [("S*", 0.41, "share")], {"historic": "1946"})
    desk.plugin()._context.open_atlas.changed.emit()
    assert desk.find("briefKept").item(0).text() == "Streets of Sinam"
    assert _only_the_last_sheet(desk) == [6]
    folder = Path(mkdtemp()) / "brief"
    desk.find("briefFolder").setFilePath(str(folder))
    desk.screenshot("brief_dock")
    desk.click(desk.find("briefMake"))
    assert desk.find("briefMake").text() == "Cancel"
    desk.wait_until(lambda: (folder / "manifest.json").exists(), 50.0, "the brief is there")
    desk.wait_until(lambda: desk.find("briefOpenPdf").isVisible(), what="it can be opened")
    numbers = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["numbers"]
    assert [number["value"] for number in numbers if number["id"].startswith("result:")] == [0.41]
    desk.screenshot("brief_made")


def test_a_kept_result_is_removed_and_the_step_undone(desk):
    from dprk_city_atlas.plugin.core.atlas import kept_results

    atlas, _dock = _open(desk)
    for kept in kept_results.kept(atlas):
        kept_results.drop(atlas, kept.uuid)
    kept_results.keep(atlas, "path", "A path", [("Length", 12.5, "m")], {})
    desk.plugin()._context.open_atlas.changed.emit()
    kept = desk.find("briefKept")
    desk.click_item(kept, kept.model().index(0, 0))
    desk.click(desk.find("briefDrop"))
    assert kept.count() == 0 and kept_results.kept(atlas) == []
    assert "Keep for the brief" in desk.find("briefKeptNote").text()


def test_a_second_press_cancels_and_leaves_nothing(desk):
    _open(desk)
    folder = Path(mkdtemp()) / "brief"
    desk.find("briefFolder").setFilePath(str(folder))
    button = desk.find("briefMake")
    desk.click(button)
    desk.wait_until(lambda: "Drawing" in desk.find("briefStatus").text(), what="sheets are drawn")
    desk.click(button)
    desk.wait_until(lambda: button.text() != "Cancel", what="it stopped")
    assert list(folder.parent.iterdir()) == []
    assert any("cancelled" in text for text in desk.messages())


def test_closing_the_atlas_while_a_brief_is_made(desk):
    _open(desk)
    folder = Path(mkdtemp()) / "brief"
    desk.find("briefFolder").setFilePath(str(folder))
    desk.click(desk.find("briefMake"))
    desk.plugin().close_atlas()
    desk.wait_until(lambda: list(folder.parent.iterdir()) == [], what="nothing stays")
    assert "Open an atlas" in desk.find("briefIntro").text()


def test_what_was_measured_is_kept_for_the_brief(desk):
    from dprk_city_atlas.plugin.core.atlas import kept_results

    atlas, _dock = _open(desk)
    for kept in kept_results.kept(atlas):
        kept_results.drop(atlas, kept.uuid)
    desk.find("actionMeasure").trigger()
    dock = desk.find("CityAtlasMeasureDock")
    tab = dock.page("Nearest")
    desk.wait_until(lambda: tab._table is not None, what="the sites are read")
    tab.count_spin.setValue(3)
    desk.find("radiusSpin").setValue(20)
    tab.set_origin(127.560700, 39.801521, "Magunpo")
    desk.wait_until(lambda: tab.model.rowCount() == 3, what="three sites are listed")
    desk.click(desk.find("measureKeep"))
    path = dock.page("Path")
    path._measured([(127.560700, 39.801521), (127.598350, 39.822046)])
    path.keep()
    nearest, way = kept_results.kept(atlas)
    assert nearest.title == "Sites around 39.801521, 127.560700 Magunpo within 20.000 km"
    assert nearest.inputs["radius_m"] == 20_000
    by_name = {label: value for label, value, _unit in nearest.numbers}
    assert abs(by_name["Ryongsong Machine Complex"] - 3948) < 1
    assert way.numbers[0][0] == "Length" and abs(way.numbers[0][1] - 3948) < 1
    assert way.inputs["points"] == [[127.5607, 39.801521], [127.59835, 39.822046]]
