# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Nothing is lost: unsaved edits offered again, two editors, history, a file replaced under the window."""

from __future__ import annotations

import importlib
import re
import subprocess
import tempfile
from pathlib import Path

import qgis.utils
from qgis.core import QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QMessageBox, QPushButton
from qgis.utils import iface


def _core(desk, name):
    return importlib.import_module(f"{type(desk.plugin()).__module__.rsplit('.', 1)[0]}.core.{name}")


def _open(desk):
    folder = Path(tempfile.mkdtemp(prefix="atlas-journal-"))
    desk.plugin().open_atlas().copy_to(folder / "mine.gpkg")
    desk.plugin().close_atlas()
    return desk.plugin().open_atlas(folder / "mine.gpkg")


def _folder():
    """Where the journals lie."""
    from dprk_city_atlas.plugin.gui.parts.edit_sessions import journal_folder

    return journal_folder()


def _layer(desk, role="sites"):
    return desk.plugin()._context.open_atlas.layer(role)


def _sites(desk, atlas, **equal):
    return atlas.rows(_core(desk, "atlas.model").Site, **equal)


def _set(layer, name, column, value):
    feature = next(f for f in layer.getFeatures() if f["name"] == name)
    assert layer.changeAttributeValue(feature.id(), layer.fields().indexOf(column), value)


def _crash(desk, atlas, site):
    """Leave a journal behind as a killed session does."""
    journal = _core(desk, "atlas.edits.journal")
    book = journal.Journal(_folder(), atlas)
    fid = next(f.id() for f in _layer(desk).getFeatures() if f["uuid"] == site.uuid)
    book.attribute("sites", fid, site.uuid, site.row_version, "note", "typed before the crash")
    book.close()


def _button(name):
    return next((b for b in iface.messageBar().findChildren(QPushButton, name) if b.isVisible()), None)


def test_edits_of_a_crashed_session_are_offered_compared_and_restored(desk):
    atlas = _open(desk)
    site = next(s for s in _sites(desk, atlas) if s.geom)
    _crash(desk, atlas, site)
    path = atlas.path
    desk.plugin().close_atlas()
    atlas = desk.plugin().open_atlas(path)
    compare = desk.wait_until(lambda: _button("compareButton"), what="the offer")
    desk.screenshot("journal-offer")

    def restore(dialog):
        assert "typed before the crash" in [
            dialog.table.item(row, 4).text() for row in range(dialog.table.rowCount())
        ]
        desk.screenshot("journal-compare", dialog)
        desk.click(dialog.restore)

    desk.on_dialog(restore)
    desk.click(compare)
    desk.wait_until(lambda: _layer(desk).isModified(), what="the edits are back")
    assert _layer(desk).commitChanges()
    assert _sites(desk, atlas, uuid=site.uuid)[0].note == "typed before the crash"
    assert list(_folder().glob("*.journal")) == []
    desk.find("actionUndoStep").trigger()
    assert _sites(desk, atlas, uuid=site.uuid)[0].note == site.note


def test_two_editors_are_shown_side_by_side(desk):
    atlas = _open(desk)
    layer = _layer(desk)
    site = next(s for s in _sites(desk, atlas) if s.geom)
    layer.startEditing()
    _set(layer, site.name, "note", "mine")
    _set(layer, site.name, "status", "closed")
    store, editing = _core(desk, "atlas.store.store"), _core(desk, "atlas.edits.gestures")
    editing.update_record(store.open_atlas(atlas.path), store.replace(site, note="theirs"))

    def choose(dialog):
        fields = [dialog.table.item(row, 0).text() for row in range(dialog.table.rowCount())]
        row = fields.index("Status")
        dialog.table.item(row, 1).setCheckState(Qt.CheckState.Checked)
        assert dialog.table.item(row, 2).checkState() == Qt.CheckState.Unchecked
        desk.screenshot("journal-conflict", dialog)
        desk.click(dialog.apply)

    desk.on_dialog(choose)
    assert layer.commitChanges()
    desk.wait_until(lambda: _sites(desk, atlas, uuid=site.uuid)[0].status == "closed", what="it is settled")
    assert _sites(desk, atlas, uuid=site.uuid)[0].note == "theirs"


IDENTIFIER = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


def _texts(table):
    columns = range(table.columnCount())
    return [[table.item(row, column).text() for column in columns] for row in range(table.rowCount())]


def test_the_history_of_a_site_is_shown_and_taken_back(desk):
    atlas = _open(desk)
    layer = _layer(desk)
    site = next(s for s in _sites(desk, atlas) if s.geom)
    for note in ("first", "second"):
        layer.startEditing()
        _set(layer, site.name, "note", note)
        assert layer.commitChanges()
    layer.selectByExpression(f"\"uuid\" = '{site.uuid}'")
    desk.find("actionHistory").trigger()
    window = desk.window("CityAtlasHistoryDialog")
    assert site.name in window.windowTitle()
    assert window.list.rowCount() == 2
    window.list.setCurrentCell(1, 0)
    desk.screenshot("journal-history", window)
    desk.click(window.back)
    desk.wait_until(lambda: _sites(desk, atlas, uuid=site.uuid)[0].note == "first", what="it is restored")
    window.close()
    layer.removeSelection()
    desk.find("actionHistory").trigger()
    window = desk.window("CityAtlasHistoryDialog")
    assert window.list.rowCount() == 3
    desk.screenshot("journal-history-all", window)
    said = [_texts(window.list), _texts(window.changes)]
    assert all(site.name in row for row in said[0]), "each step names its site"
    assert any("Note" in row and "first" in row for row in said[1]), "field by field"
    assert not [row for table in said for row in table if IDENTIFIER.search(" ".join(row))]
    for what in (1, 0, 1):  # once a step stood where a deleted site was expected
        window.what.setCurrentIndex(what)
    window.close()


def test_a_deleted_site_is_found_in_the_history_and_brought_back(desk):
    atlas = _open(desk)
    layer = _layer(desk)
    chosen = [site for site in _sites(desk, atlas) if site.geom][:3]
    count = layer.featureCount()
    layer.startEditing()
    for feature in list(layer.getFeatures()):
        if feature["uuid"] in {site.uuid for site in chosen}:
            assert layer.deleteFeature(feature.id())
    assert layer.commitChanges()
    assert layer.featureCount() == count - 3
    layer.removeSelection()
    desk.find("actionHistory").trigger()
    window = desk.window("CityAtlasHistoryDialog")
    window.what.setCurrentIndex(1)
    assert window.list.rowCount() == 3
    desk.type(window.find, chosen[1].name.lower())
    assert [row for row in range(3) if not window.list.isRowHidden(row)] == [window.list.currentRow()]
    assert chosen[1].name in [
        window.changes.item(row, 2).text() for row in range(window.changes.rowCount())
    ], "what it held is shown"
    desk.screenshot("journal-deleted", window)
    desk.click(window.back)
    desk.wait_until(lambda: _sites(desk, atlas, uuid=chosen[1].uuid), what="the site is back")
    assert layer.featureCount() == count - 2
    assert window.list.rowCount() == 2 and not window.back.isEnabled(), "the search stays"
    window.find.clear()
    assert window.back.isEnabled()
    desk.find("actionUndoStep").trigger()
    assert not _sites(desk, atlas, uuid=chosen[1].uuid)
    window.close()


def test_a_file_replaced_under_the_window_is_told_and_saved_anew_with_the_edits(desk):
    atlas = _open(desk)
    layer = _layer(desk)
    site = next(s for s in _sites(desk, atlas) if s.geom)
    count = len(_sites(desk, atlas))
    layer.startEditing()
    _set(layer, site.name, "note", "precious")
    other = atlas.path.with_name("other.gpkg")
    _core(desk, "atlas.shipped").make(other, empty=True)
    other.replace(atlas.path)
    layer.commitChanges()
    desk.wait_until(lambda: _button("saveAnewButton"), what="the offer")
    desk.screenshot("journal-lost-file")
    desk.plugin()._context.sessions.save_anew(atlas.path.with_name("new.gpkg"))
    atlas = desk.plugin().atlas
    assert atlas.path.name == "new.gpkg"
    assert len(_sites(desk, atlas)) == count
    layer = _layer(desk)
    assert layer.isModified()
    assert layer.commitChanges()
    assert _sites(desk, atlas, uuid=site.uuid)[0].note == "precious"
    desk.take_errors()


def test_a_project_that_goes_in_the_middle_of_everything_loses_no_edit(desk):
    atlas = _open(desk)
    path, layer = atlas.path, _layer(desk)
    site = next(s for s in _sites(desk, atlas) if s.geom)
    desk.find("actionAddSite").trigger()
    desk.window("CityAtlasSiteDialog")
    desk.find("actionImport").trigger()
    desk.window("CityAtlasImportDialog")
    layer.startEditing()
    _set(layer, site.name, "note", "in the middle")
    QgsProject.instance().clear()
    desk.wait_until(lambda: desk.plugin().atlas is None, what="the atlas is forgotten")
    assert not desk.find("actionAddSite").isEnabled()
    atlas = desk.plugin().open_atlas(path)
    desk.click(desk.wait_until(lambda: _button("restoreButton"), what="the offer"))
    assert _layer(desk).isModified()
    assert _layer(desk).commitChanges()
    assert _sites(desk, atlas, uuid=site.uuid)[0].note == "in the middle"


def test_a_deleted_file_is_saved_anew_with_the_edits(desk):
    atlas = _open(desk)
    layer = _layer(desk)
    site = next(s for s in _sites(desk, atlas) if s.geom)
    layer.startEditing()
    _set(layer, site.name, "note", "precious")
    atlas.path.unlink()
    layer.commitChanges()
    desk.wait_until(lambda: _button("saveAnewButton"), what="the offer")
    # "Save atlas as…" does the same: there is nothing else to copy.
    desk.plugin()._context.files.save_to(atlas.path.with_name("anew.gpkg"))
    atlas = desk.plugin().atlas
    assert atlas.path.name == "anew.gpkg"
    assert _layer(desk).commitChanges()
    assert _sites(desk, atlas, uuid=site.uuid)[0].note == "precious"
    desk.take_errors()


def test_a_backup_is_gone_back_to_from_the_menu(desk):
    atlas = _open(desk)
    count = len(_sites(desk, atlas))
    atlas.backup("import")
    _core(desk, "atlas.edits.gestures").add_site(atlas, _core(desk, "atlas.model").Site(name="Later"), None)

    def agree(box):
        desk.click(box.button(QMessageBox.StandardButton.Yes))

    def choose(dialog):
        assert dialog.list.rowCount() == 1
        desk.screenshot("journal-backups", dialog)
        desk.on_dialog(agree)
        desk.click(dialog.back)

    desk.on_dialog(choose)
    desk.find("actionBackups").trigger()
    desk.wait_until(lambda: len(_sites(desk, desk.plugin().atlas)) == count, what="the old state")
    assert len(list(atlas.path.with_name("mine.backups").glob("*-restore.gpkg"))) == 1


LOCKER = """
import sqlite3, sys
db = sqlite3.connect(sys.argv[1], isolation_level=None)
db.execute("BEGIN IMMEDIATE")
print("locked", flush=True)
sys.stdin.readline()
"""


def test_a_save_waits_for_another_program_with_the_window_alive(desk):
    atlas = _open(desk)
    site = next(s for s in _sites(desk, atlas) if s.geom)
    layer = _layer(desk)
    layer.startEditing()
    _set(layer, site.name, "note", "patient")
    other = subprocess.Popen(
        ["/usr/bin/env", "python3", "-c", LOCKER, str(atlas.path)],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    )  # fmt: skip
    other.stdout.readline()

    def let_go(dialog):
        assert dialog.objectName() == "CityAtlasWait"
        other.communicate(b"\n")

    desk.on_dialog(let_go)
    assert layer.commitChanges()
    assert _sites(desk, atlas, uuid=site.uuid)[0].note == "patient"


def test_a_start_tells_of_unsaved_edits_and_of_an_atlas_that_has_moved(desk):
    atlas = _open(desk)
    site = next(s for s in _sites(desk, atlas) if s.geom)
    layer = _layer(desk)
    layer.startEditing()
    _set(layer, site.name, "note", "before the crash")
    qgis.utils.unloadPlugin("dprk_city_atlas")
    layer.rollBack()
    QgsProject.instance().clear()
    moved = Path(tempfile.mkdtemp(prefix="atlas-moved-")) / "moved.gpkg"
    moved.write_bytes(atlas.path.read_bytes())
    atlas.path.unlink()
    qgis.utils.loadPlugin("dprk_city_atlas")
    qgis.utils.startPlugin("dprk_city_atlas")
    desk.wait_until(lambda: _button("chooseLostButton"), what="the word about the edits")
    desk.screenshot("journal-start")
    left = _core(desk, "atlas.edits.journal").all_left_behind(_folder())[-1]
    desk.plugin()._context.recovery.open_edited(left, moved)
    desk.click(desk.wait_until(lambda: _button("restoreButton"), what="the offer"))
    assert _layer(desk).commitChanges()
    assert _sites(desk, desk.plugin().atlas, uuid=site.uuid)[0].note == "before the crash"


def test_unloading_with_open_windows_leaves_the_edits_in_the_journal(desk):
    atlas = _open(desk)
    path, layer = atlas.path, _layer(desk)
    site = next(s for s in _sites(desk, atlas) if s.geom)
    layer.startEditing()
    _set(layer, site.name, "note", "before unloading")
    desk.find("actionAddSite").trigger()
    desk.find("actionHistory").trigger()
    folder = _folder()
    qgis.utils.unloadPlugin("dprk_city_atlas")
    assert len(list(folder.glob("*.journal"))) == 1
    layer.rollBack()
    QgsProject.instance().clear()
    qgis.utils.loadPlugin("dprk_city_atlas")
    qgis.utils.startPlugin("dprk_city_atlas")
    desk.plugin().open_atlas(path)
    desk.wait_until(lambda: _button("restoreButton"), what="the offer")
    for left in _core(desk, "atlas.edits.journal").left_behind(folder, desk.plugin().atlas):
        _core(desk, "atlas.edits.journal").remove(left.path)
