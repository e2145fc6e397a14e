# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Forms and drawings that were not finished: offered again, continued, given up; whose they are; broken ones.

Kills of the whole window are in ``test_killed.py``; here the atlas is closed under the form, or a journal is
written as a killed session leaves it.
"""

from __future__ import annotations

import contextlib
import importlib
import sqlite3
import subprocess
import tempfile
from pathlib import Path

from qgis.core import Qgis, QgsPointXY, QgsProject
from qgis.gui import QgsMessageBarItem
from qgis.PyQt.QtWidgets import QComboBox, QDoubleSpinBox, QLineEdit, QMessageBox, QPushButton, QToolButton
from qgis.utils import iface


def _core(desk, name):
    return importlib.import_module(f"{type(desk.plugin()).__module__.rsplit('.', 1)[0]}.core.{name}")


def _folder():
    """Where the journals lie."""
    from dprk_city_atlas.plugin.gui.parts.edit_sessions import journal_folder

    return journal_folder()


def _open(desk):
    folder = Path(tempfile.mkdtemp(prefix="atlas-drafts-"))
    desk.plugin().open_atlas().copy_to(folder / "mine.gpkg")
    desk.plugin().close_atlas()
    for path in _folder().glob("*"):
        path.unlink()  # what the test before left: a copy of the same atlas
    atlas = desk.plugin().open_atlas(folder / "mine.gpkg")
    desk.wait_for_map()
    return atlas


def _reopen(desk):
    path = desk.plugin().atlas.path
    desk.plugin().close_atlas()
    return desk.plugin().open_atlas(path)


def _journals(desk):
    return sorted(_folder().glob("*.journal"))


def _kept(desk):
    """What the journal of the running session holds now: read as a second program can, without its lock."""
    part = desk.plugin()._context.sessions
    rows = part._journal._db.execute("SELECT kind, state FROM drafts") if part._journal._db else ()
    return {kind: _core(desk, "atlas.edits.drafts").decoded(state.encode(), 1) for kind, state in rows}


def _left(desk, kind, title, state):
    """Leave a draft as a killed session does; returns the journal."""
    book = _core(desk, "atlas.edits.journal").Journal(_folder(), desk.plugin().atlas)
    book.draft(kind, title, state)
    book.close()
    return book.path


def _offers(name="resumeDraftButton", text=""):
    items = iface.messageBar().findChildren(QgsMessageBarItem)
    found = [item.findChild(QPushButton, name) for item in items if text in item.text()]
    return [button for button in found if button is not None]


def _offer(desk, text, name="resumeDraftButton"):
    return desk.wait_until(lambda: _offers(name, text), what=f"the offer of {text}")[0]


def _settled(desk):
    """Wait until the offers of the atlas that was just opened would be there."""
    done = []
    importlib.import_module("qgis.PyQt.QtCore").QTimer.singleShot(0, lambda: done.append(True))
    desk.wait_until(lambda: done, what="the event loop")


def _rows(desk, table, **equal):
    return desk.plugin().atlas.rows(_core(desk, "atlas.model").BY_TABLE[table], **equal)


def _at(x, y):
    pixel, center = iface.mapCanvas().mapUnitsPerPixel(), iface.mapCanvas().extent().center()
    return QgsPointXY(center.x() + x * pixel, center.y() + y * pixel)


def _draw(desk, *places):
    for x, y in places:
        desk.move_on_map(_at(x, y))
        desk.click_map(_at(x, y))


def _site_form(desk):
    desk.find("actionAddSite").trigger()
    return desk.window("CityAtlasSiteDialog")


def test_a_half_filled_form_is_continued_as_it_was_and_goes_when_it_is_closed(desk):
    _open(desk)
    dialog = _site_form(desk)
    assert _kept(desk) == {}, "nothing is typed yet"
    desk.type(dialog.findChild(QLineEdit, "positionEdit"), "39.91, 127.54")
    desk.type(dialog.findChild(QLineEdit, "nameEdit"), "Half a na")
    dialog.findChild(QLineEdit, "nameKoEdit").insert("반쪽")
    dialog.findChild(QComboBox, "categoryBox").setEditText("mark")
    dialog.findChild(QComboBox, "statusBox").setCurrentIndex(2)
    dialog.findChild(QComboBox, "cityBox").setCurrentIndex(0)
    dialog.findChild(QDoubleSpinBox, "accuracySpin").setValue(123.4)
    desk.click(dialog.findChild(QToolButton, "newSource"))
    desk.type(dialog.findChild(QLineEdit, "newSourceTitle"), "A source of my own")
    before = dialog.draft()
    assert _kept(desk)["site"] == before, "the last key is written down"
    _reopen(desk)
    button = _offer(desk, "Add a site: Half a na")
    assert not _rows(desk, "sites", name="Half a na"), "a draft is not written to the atlas"
    desk.screenshot("drafts-offer")
    desk.click(button)
    dialog = desk.window("CityAtlasSiteDialog")
    assert dialog.draft() == before
    assert dialog.position.position() == (127.54, 39.91)
    assert dialog.source.value()[1].title == "A source of my own"
    desk.screenshot("drafts-continued")
    assert not _offers(), "it is offered once"
    assert len(_journals(desk)) == 1, "a second crash must not lose it either"
    desk.on_dialog(lambda box: desk.click(box.button(QMessageBox.StandardButton.Cancel)))
    dialog.close()
    assert dialog.isVisible(), "nothing is thrown away by a slip"
    desk.on_dialog(lambda box: desk.click(box.button(QMessageBox.StandardButton.Discard)))
    dialog.close()
    assert _journals(desk) == []


def test_a_form_that_was_saved_or_emptied_leaves_no_draft(desk):
    _open(desk)
    dialog = _site_form(desk)
    name = dialog.findChild(QLineEdit, "nameEdit")
    desk.type(name, "x")
    assert "site" in _kept(desk)
    name.clear()
    assert _kept(desk) == {}, "an emptied form is no work"
    desk.type(name, "Whole")
    desk.click_map(_at(0, 0))
    dialog.findChild(QComboBox, "sourceBox").setCurrentIndex(0)
    desk.click(dialog.findChild(QPushButton, "saveSite"))
    desk.wait_until(lambda: _rows(desk, "sites", name="Whole"), what="the site is saved")
    assert _kept(desk) == {}
    assert _journals(desk) == []


def test_the_move_of_a_site_is_continued_unless_the_site_is_gone(desk):
    _open(desk)
    site = next(row for row in _rows(desk, "sites") if row.geom)
    part = desk.plugin()._context.site_entry
    part.place(site.uuid)
    dialog = desk.window("CityAtlasSiteDialog")
    desk.type(dialog.findChild(QLineEdit, "noteEdit"), "seen from the sea")
    _reopen(desk)
    desk.click(_offer(desk, site.name))
    dialog = desk.window("CityAtlasSiteDialog")
    assert dialog.site.uuid == site.uuid
    assert dialog.findChild(QLineEdit, "noteEdit").text() == "seen from the sea"
    editing, store = _core(desk, "atlas.edits.gestures"), _core(desk, "atlas.store.store")
    editing.update_record(desk.plugin().atlas, store.replace(site, deleted=True))
    _reopen(desk)
    desk.click(_offer(desk, site.name))
    desk.wait_until(
        lambda: any("no longer in the atlas" in text for text in desk.messages()), what="the word"
    )
    assert desk.plugin()._context.site_entry.form is None
    desk.take_errors()
    desk.on_dialog(lambda box: desk.click(box.button(QMessageBox.StandardButton.Discard)))
    desk.click(_offer(desk, site.name, "discardDraftButton"))
    assert _journals(desk) == []


def test_a_half_drawn_line_is_continued_point_by_point(desk):
    _open(desk)
    desk.find("actionAddTrace").trigger()
    _draw(desk, (0, 0), (50, 10), (100, 0), (150, 40))
    desk.find("actionUndoStep").trigger()
    before = iface.mapCanvas().mapTool().points()
    assert len(before) == 3 or Qgis.QGIS_VERSION_INT // 100 == 340  # takes all back there, or none
    assert [tuple(place) for place in _kept(desk).get("traces", {"points": []})["points"]] == before
    if not before:
        _draw(desk, (0, 0), (50, 10), (100, 0))
        before = iface.mapCanvas().mapTool().points()
    _reopen(desk)
    desk.click(_offer(desk, "Draw a trace"))
    tool = iface.mapCanvas().mapTool()
    assert desk.find("actionAddTrace").isChecked()
    print(
        before,
        tool.points(),
        iface.mapCanvas().mapSettings().destinationCrs().authid(),
        tool.layer(),
        tool.captureCurve().asWkt(),
    )
    far = max(abs(a - b) for old, new in zip(before, tool.points()) for a, b in zip(old, new))
    assert tool.size() == len(before) and far < 1e-9
    desk.screenshot("drafts-line")
    _draw(desk, (200, 0))
    assert len(_kept(desk)["traces"]["points"]) == len(before) + 1
    tool.stopCapturing()
    tool.progressed.emit()
    assert _journals(desk) == []
    tool.resume([(127.5 + n / 1e5, 39.9) for n in range(1_500)])
    desk.wait_until(lambda: len(_kept(desk).get("traces", {"points": []})["points"]) == 1_500, what="many")
    tool.stopCapturing()
    tool.progressed.emit()
    assert _journals(desk) == []


def test_a_drawing_begun_meanwhile_is_not_mixed_with_the_old_one(desk):
    from dprk_city_atlas.plugin.gui.tools import places

    _open(desk)
    _left(desk, "traces", "Draw a trace", {"points": [[129.7, 41.7], [129.78, 41.79]]})  # in Chongjin
    _reopen(desk)
    button = _offer(desk, "Draw a trace")
    desk.find("actionAddTrace").trigger()
    _draw(desk, (0, 0))
    desk.click(button)
    desk.wait_until(lambda: any("begun already" in text for text in desk.messages()), what="the word")
    assert iface.mapCanvas().mapTool().size() == 1
    assert _offers(text="Draw a trace"), "it can be continued later"
    desk.take_errors()
    iface.mapCanvas().mapTool().stopCapturing()
    iface.mapCanvas().mapTool().progressed.emit()
    desk.click(button)
    assert iface.mapCanvas().mapTool().size() == 2
    middle = iface.mapCanvas().mapSettings().visibleExtent().center()
    there = places.wgs84_to_canvas(iface.mapCanvas(), QgsPointXY(129.78, 41.79))
    assert middle.distance(there) < 10 * iface.mapCanvas().mapUnitsPerPixel(), "the map shows it"


def test_a_form_with_something_typed_is_not_replaced_by_the_old_one(desk):
    _open(desk)
    dialog = _site_form(desk)
    desk.type(dialog.findChild(QLineEdit, "nameEdit"), "Old")
    _reopen(desk)
    button = _offer(desk, "Old")
    dialog = _site_form(desk)
    desk.type(dialog.findChild(QLineEdit, "nameEdit"), "New")
    desk.click(button)
    desk.wait_until(lambda: any("typed in it is open" in text for text in desk.messages()), what="the word")
    assert dialog.findChild(QLineEdit, "nameEdit").text() == "New"
    desk.take_errors()
    dialog.discard()
    desk.click(button)
    assert desk.window("CityAtlasSiteDialog").findChild(QLineEdit, "nameEdit").text() == "Old"
    desk.window("CityAtlasSiteDialog").discard()


def test_a_half_typed_claim_is_continued_and_saved(desk):
    _open(desk)
    desk.find("actionMeasure").setChecked(True)
    seen = []

    def type_and_give_up(dialog):
        desk.type(dialog.findChild(QLineEdit, "claimText"), "The pavilion is about 2 km from downt")
        desk.find("claimRelation", within=dialog).setCurrentText("distance")
        desk.find("claimUnit", within=dialog).setEditText("li")
        seen.append((dialog.draft(), _kept(desk)["claim"]))
        dialog.reject()

    tab = desk.find("CityAtlasMeasureDock").show_page("Claims")
    desk.on_dialog(type_and_give_up)
    desk.click(desk.find("claimsAdd"))
    assert seen[0][0] == seen[0][1]
    assert _journals(desk) == [], "given up"
    _left(desk, "claim", "Add a claim: The pavilion", seen[0][0])
    _reopen(desk)
    button = _offer(desk, "The pavilion")

    def go_on(dialog):
        assert dialog.draft() == seen[0][0]
        desk.screenshot("drafts-claim", dialog)
        text = dialog.findChild(QLineEdit, "claimText")
        text.end(False)
        desk.type(text, "own")
        desk.find("claimUnit", within=dialog).setCurrentText("km")
        dialog.accept()

    desk.on_dialog(go_on)
    desk.click(button)
    assert [row.text for row in _rows(desk, "claims")].count("The pavilion is about 2 km from downtown") == 1
    assert _journals(desk) == []
    assert tab.isVisible()


def test_a_half_traced_line_over_a_sheet_is_continued(desk):
    from dprk_city_atlas.plugin.gui.docks.historic import practice

    _open(desk)
    desk.find("actionHistoric").setChecked(True)
    dock = desk.find("CityAtlasHistoricDock")
    practice.start(desk.plugin()._context, dock.bench, Path(tempfile.mkdtemp()))
    sheet = dock.bench.sheet
    tab = dock.show_page("Trace")
    dock.bench.change_sheet(loo_rmse_m=12.0, state="georeferenced")
    tab.name.setText("Coal line")
    desk.click(tab.draw_button)
    _draw(desk, (0, 0), (40, 10), (90, 0))
    assert _kept(desk)["tracing"]["sheet"] == sheet.uuid
    _reopen(desk)
    desk.click(_offer(desk, "Lines over a sheet"))
    assert dock.bench.sheet.uuid == sheet.uuid
    assert tab.name.text() == "Coal line"
    assert tab.draw_button.isChecked()
    assert iface.mapCanvas().mapTool() is tab.tool
    assert tab.tool.size() == 3
    tab.tool.stopCapturing()
    tab.tool.progressed.emit()
    assert _journals(desk) == []
    dock.close()


def test_broken_drafts_are_told_and_put_aside_and_the_window_goes_on(desk):
    _open(desk)
    kinds = {
        "site": {"site": "", "title": "x", "from_map": True, "fields": {"accuracySpin": "much"}},
        "areas": {"title": "no shape", "wkt": "POLYGON ((rubbish", "fields": {}},
        "traces": {"points": [[127.5, 1e300]]},
        "what": {"fields": {}},
    }
    for kind, state in kinds.items():
        _left(desk, kind, f"The {kind}", state)
    cut = _left(desk, "claim", "The claim", {"title": "", "fields": {}})
    with contextlib.closing(sqlite3.connect(cut)) as db, db:
        db.execute("UPDATE drafts SET state = substr(state, 1, 9)")
    _reopen(desk)
    for kind in kinds:
        desk.click(_offer(desk, f"The {kind}"))
        desk.wait_until(lambda kind=kind: not _offers(text=f"The {kind}"), what=f"{kind} is put aside")
    assert not desk.plugin()._context.site_entry.is_typing
    assert iface.mapCanvas().mapTool() is None or getattr(iface.mapCanvas().mapTool(), "size", int)() == 0
    aside = list(_folder().glob("*.damaged"))
    assert len(aside) == len(kinds) + 1
    assert _journals(desk) == []


def test_the_comparison_of_the_edits_shows_what_else_was_not_finished(desk):
    atlas = _open(desk)
    site = next(row for row in _rows(desk, "sites") if row.geom)
    book = _core(desk, "atlas.edits.journal").Journal(_folder(), atlas)
    book.attribute("sites", 1, site.uuid, site.row_version, "note", "typed before the crash")
    book.draft("traces", "Draw a trace", {"points": [[127.5, 39.9], [127.52, 39.91]]})
    book.draft("claim", "Add a claim: Half", {"title": "Half", "fields": {"claimText": "Half"}})
    book.close()
    _reopen(desk)
    compare = _offer(desk, "Edits of", "compareButton")

    def go_on(dialog):
        titles = [dialog.drafts.item(row, 0).text() for row in range(dialog.drafts.rowCount())]
        assert titles == ["Draw a trace", "Add a claim: Half"]
        desk.screenshot("drafts-compare", dialog)
        desk.click(dialog.go_on)

    desk.on_dialog(go_on)
    desk.click(compare)
    assert iface.mapCanvas().mapTool().size() == 2
    assert not _offers(text="Draw a trace")

    def drop(dialog):
        assert dialog.drafts.rowCount() == 1, "the other one is continued"
        desk.on_dialog(lambda box: desk.click(box.button(QMessageBox.StandardButton.Discard)))
        desk.click(dialog.drop)

    desk.on_dialog(drop)
    desk.click(compare)
    desk.wait_until(lambda: not _offers(text="Add a claim"), what="it is discarded")
    assert _offers("restoreButton"), "the edits are still offered"


OTHER = """
import sys
from pathlib import Path
sys.path[:0] = sys.argv[1:2]
from dprk_city_atlas.plugin.core.atlas.edits import journal
from dprk_city_atlas.plugin.core.atlas.store import store
book = journal.Journal(Path(sys.argv[2]), store.open_atlas(Path(sys.argv[3])))
book.draft("site", "Of the other QGIS", {"site": "", "title": "", "from_map": False, "fields": {}})
print("kept", flush=True)
sys.stdin.readline()
"""


def test_drafts_of_a_living_qgis_and_of_other_atlases_are_not_offered(desk):
    atlas = _open(desk)
    folder = _folder()
    package = importlib.import_module(type(desk.plugin()).__module__.split(".", maxsplit=1)[0])
    plugins = Path(package.__file__).parents[1]
    command = ["/usr/bin/env", "python3", "-c", OTHER, str(plugins), str(folder), str(atlas.path)]
    other = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert other.stdout.readline() == b"kept\n"
    _reopen(desk)
    _settled(desk)
    assert not _offers()
    other.kill()
    other.communicate()
    foreign = atlas.path.with_name("foreign.gpkg")
    _core(desk, "atlas.shipped").make(foreign, empty=True)
    desk.plugin().close_atlas()
    desk.plugin().open_atlas(foreign)
    _settled(desk)
    assert not _offers()
    desk.plugin().close_atlas()
    desk.plugin().open_atlas(atlas.path)
    button = _offer(desk, "Of the other QGIS", "discardDraftButton")
    desk.on_dialog(lambda box: desk.click(box.button(QMessageBox.StandardButton.Cancel)))
    desk.click(button)
    assert len(_journals(desk)) == 1, "asked first"
    desk.on_dialog(lambda box: desk.click(box.button(QMessageBox.StandardButton.Discard)))
    desk.click(button)
    assert _journals(desk) == []


def test_what_another_qgis_has_taken_up_is_told(desk):
    _open(desk)
    path = _left(desk, "traces", "Draw a trace", {"points": [[127.5, 39.9]]})
    _reopen(desk)
    button = _offer(desk, "Draw a trace")
    path.unlink()
    desk.click(button)
    desk.wait_until(lambda: any("Another QGIS" in text for text in desk.messages()), what="the word")
    assert _journals(desk) == []


def test_an_unfinished_thing_is_told_of_at_the_start_before_its_atlas_is_open(desk):
    import qgis.utils

    _open(desk)
    dialog = _site_form(desk)
    desk.type(dialog.findChild(QLineEdit, "nameEdit"), "Before the start")
    qgis.utils.unloadPlugin("dprk_city_atlas")
    QgsProject.instance().clear()
    qgis.utils.loadPlugin("dprk_city_atlas")
    qgis.utils.startPlugin("dprk_city_atlas")
    desk.click(_offer(desk, "mine.gpkg", "openLostButton"))
    desk.click(_offer(desk, "Before the start"))
    assert desk.window("CityAtlasSiteDialog").findChild(QLineEdit, "nameEdit").text() == "Before the start"
    desk.window("CityAtlasSiteDialog").discard()
