# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""QGIS's own edit sessions on an atlas: journaled, conflict-checked, verified, written into the history."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
import threading

import pytest
from places import PYTHON_PATH
from qgis.core import NULL, Qgis, QgsField, QgsGeometry, QgsPointXY, QgsVectorLayer, QgsVectorLayerUtils
from qgis.PyQt.QtCore import QCoreApplication

from dprk_city_atlas.plugin.compat import FieldType
from dprk_city_atlas.plugin.core import dates
from dprk_city_atlas.plugin.core.atlas.edits import edit_session, gestures, history, journal
from dprk_city_atlas.plugin.core.atlas.layers import edit_guard, forms, recovery
from dprk_city_atlas.plugin.core.atlas.layers.layer_roles import BY_ROLE
from dprk_city_atlas.plugin.core.atlas.model import (
    Area,
    Assertion,
    Category,
    City,
    History,
    Name,
    Site,
    Source,
    columns,
)
from dprk_city_atlas.plugin.core.atlas.store import checks, store
from dprk_city_atlas.plugin.core.atlas.store.open_file import Anchor
from dprk_city_atlas.plugin.core.errors import AtlasError


class Told:
    """A listener that remembers."""

    def __init__(self):
        self.saves, self.found, self.errors = [], [], []

    def saved(self, which):
        self.saves.append(which.role)

    def conflicts(self, which, found):
        self.found += found

    def failed(self, which, error):
        self.errors.append(str(error))

    def lost(self, which, error):
        self.errors.append(f"lost: {error}")

    def accuracy(self):
        return 27.0

    def bounds(self, begin, end):
        return dates.bounds_of(begin, end)


@pytest.fixture
def atlas(tmp_path):
    source = Source(title="A survey")
    records = [City(name="Hamhung"), Category(id="market", label="Market"), Category(id="unknown"), source]
    for number in range(3):
        site = Site(
            name=f"Site {number}",
            category="market",
            geom=f"POINT (127.{number} 39.9)",
            source_uuid=source.uuid,
        )
        records += [site, *gestures.new_names(site)]
        records.append(
            Assertion(site_uuid=site.uuid, source_uuid=source.uuid, geom=site.geom, chosen=True, accuracy_m=5)
        )
    return store.create(tmp_path / "a.gpkg", records, title="Test")


def layer_of(atlas, role):
    layer = QgsVectorLayer(atlas.layer_uri(BY_ROLE[role].table, BY_ROLE[role].subset), role, "ogr")
    assert layer.isValid()
    layer.setCustomProperty("dprk_city_atlas/role", role)
    index = layer.fields().indexOf("uuid")
    forms._default(layer, index, forms.columns(Site)[0])
    return layer


class Session:
    def __init__(self, atlas, folder, role="sites"):
        self.told = Told()
        self.layer = layer_of(atlas, role)
        self.journal = journal.Journal(folder, atlas)
        self.watch = edit_guard.LayerWatch(self.layer, role, atlas, self.journal, self.told)
        self.watch.start()

    def fid(self, name, column="name"):
        return next(f.id() for f in self.layer.getFeatures() if f[column] == name)

    def set(self, fid, column, value):
        assert self.layer.changeAttributeValue(fid, self.layer.fields().indexOf(column), value)


@pytest.fixture
def session(atlas, tmp_path, qgis_app):
    session = Session(atlas, tmp_path / "journal")
    yield session
    session.watch.stop()
    session.journal.close()
    vars(session).clear()  # no layer may outlive QGIS


def pending(session):
    rows = session.journal._connection().execute(
        "SELECT role, op, fid, uuid, version, field, value, geom FROM edits ORDER BY seq"
    )
    return journal.fold(rows)


def test_every_edit_is_in_the_journal_and_undo_takes_it_out(session):
    layer = session.layer
    layer.startEditing()
    fid = session.fid("Site 0")
    layer.beginEditCommand("edit")
    session.set(fid, "note", "O'Brien\"; DROP TABLE sites;--")
    layer.changeGeometry(fid, QgsGeometry.fromWkt("POINT (127.7 39.7)"))
    layer.endEditCommand()
    layer.deleteFeature(session.fid("Site 1"))
    feature = QgsVectorLayerUtils.createFeature(layer, QgsGeometry.fromWkt("POINT (1 2)"), {})
    feature["name"] = "새 장마당"
    layer.addFeature(feature)
    (change,) = pending(session)["sites"].changed.values()
    assert change.values["note"] == "O'Brien\"; DROP TABLE sites;--"
    assert change.moved
    assert len(pending(session)["sites"].removed) == 1
    (new,) = pending(session)["sites"].added.values()
    assert (new.values["name"], len(new.uuid)) == ("새 장마당", 36)
    while layer.undoStack().canUndo():
        layer.undoStack().undo()
    left = pending(session).get("sites")
    assert not left.added
    assert not left.removed
    layer.rollBack()
    assert not session.journal.path.exists()


def test_saving_writes_history_and_clears_the_journal(session, atlas):
    session.layer.startEditing()
    session.set(session.fid("Site 0"), "status", "closed")
    assert session.layer.commitChanges()
    assert session.told.errors == []
    assert session.told.saves == ["sites"]
    assert not session.journal.path.exists()
    entry, closing = atlas.rows(History)
    assert (entry.action, closing.action) == ("update", "edit session")
    (line,) = history.of_batch(atlas, entry.batch)
    assert history.differences(line) == [("Status", "unknown", "closed")]
    history.revert(atlas, entry.batch)
    assert atlas.rows(Site)[0].status == "unknown"


def test_dragging_a_marker_is_a_new_assertion_and_the_old_one_stays(session, atlas):
    session.layer.startEditing()
    session.layer.changeGeometry(session.fid("Site 1"), QgsGeometry.fromWkt("POINT (127.15 39.95)"))
    assert session.layer.commitChanges()
    site = atlas.rows(Site, name="Site 1")[0]
    old, new = atlas.rows(Assertion, site_uuid=site.uuid)
    assert (old.geom, old.chosen) == ("POINT (127.1 39.9)", False)
    assert (new.geom, new.chosen, new.accuracy_m) == ("POINT (127.15 39.95)", True, 27.0)
    assert site.geom == new.geom
    assert site.conflicts == 1
    assert atlas.get(Source, new.source_uuid).title.startswith("Own observation")


def test_a_feature_added_by_qgis_gets_assertion_name_and_city(session, atlas):
    city = atlas.rows(City)[0]
    gestures.update_record(atlas, store.replace(city, surroundings="127.0,39.4,128.0,40.1"))
    session.layer.startEditing()
    feature = QgsVectorLayerUtils.createFeature(
        session.layer,
        QgsGeometry.fromWkt("POINT (127.9 39.5)"),
        {session.layer.fields().indexOf("name"): "New"},
    )
    for field in session.layer.fields():
        column = next((f for f in forms.columns(Site) if f.name == field.name()), None)
        if column is not None and column.metadata["default"] is not None and not feature[field.name()]:
            feature[field.name()] = column.metadata["default"]
    assert session.layer.addFeature(feature)
    assert session.layer.commitChanges(), session.layer.commitErrors()
    assert session.told.errors == []
    site = atlas.rows(Site, name="New")[0]
    assert session.layer.featureCount() == 4, "QGIS counts what was saved for it"
    assert site.city == "Hamhung", "the city in whose surroundings it lies"
    assert atlas.rows(Assertion, site_uuid=site.uuid)[0].geom == site.geom
    assert atlas.rows(Name, site_uuid=site.uuid)[0].text == "New"


def test_a_copy_of_a_site_has_its_own_conflicts_and_place(session, atlas):
    city = atlas.rows(City)[0]
    gestures.update_record(atlas, store.replace(city, surroundings="127.0,39.5,127.9,40.1"))
    site = atlas.rows(Site, name="Site 0")[0]
    gestures.update_record(atlas, store.replace(site, conflicts=2, conflict_m=556.5, city="Hamhung"))
    layer = session.layer
    layer.startEditing()
    original = layer.getFeature(session.fid("Site 0"))
    for place in (original.geometry(), QgsGeometry.fromWkt("POINT (120 30)")):
        values = {n: v for n, v in enumerate(original.attributes()) if layer.fields()[n].name() != "fid"}
        assert layer.addFeature(QgsVectorLayerUtils.createFeature(layer, place, values))
    assert layer.commitChanges(), layer.commitErrors()
    assert session.told.errors == []
    far, near = sorted((row for row in atlas.rows(Site, name="Site 0") if row.uuid != site.uuid),
                       key=lambda row: row.geom)  # fmt: skip
    assert (near.conflicts, near.conflict_m, near.outside) == (0, None, False)
    assert far.outside, "it is told when a site lies outside the surroundings of its city"
    assert near.uuid != far.uuid


def test_no_edit_takes_the_identity_of_a_row(session, atlas):
    site = atlas.rows(Site, name="Site 0")[0]
    session.layer.startEditing()
    fid = session.fid("Site 0")
    for name in ("uuid", "deleted", "row_version"):  # so does a merge into an existing feature
        session.set(fid, name, None)
    session.set(fid, "fid", session.fid("Site 1"))  # so do merged attributes
    session.set(fid, "note", "merged")
    assert session.layer.commitChanges(), session.layer.commitErrors()
    assert session.told.errors == []
    (now,) = atlas.rows(Site, name="Site 0")
    assert (now.uuid, now.note, now.deleted) == (site.uuid, "merged", False)
    assert now.row_version > site.row_version


def test_the_bounds_of_a_date_follow_its_text_unless_they_are_edited_too(session, atlas):
    session.layer.startEditing()
    fid, other = session.fid("Site 0"), session.fid("Site 1")
    session.set(fid, "begin_text", "c. 1930s")
    session.set(fid, "end_text", "2017-05")
    session.set(other, "begin_text", "before the war")
    session.set(other, "begin_latest", "1950-06-25")
    assert session.layer.commitChanges(), session.layer.commitErrors()
    assert session.told.errors == []
    site = atlas.rows(Site, name="Site 0")[0]
    assert (site.begin_earliest, site.begin_latest[:4]) == ("1930-01-01", "1939")
    assert (site.end_earliest, site.end_latest) == ("2017-05-01", "2017-05-31")
    second = atlas.rows(Site, name="Site 1")[0]
    assert (second.begin_earliest, second.begin_latest) == (None, "1950-06-25")
    session.layer.startEditing()
    session.set(fid, "end_text", None)
    assert session.layer.commitChanges(), session.layer.commitErrors()
    site = atlas.rows(Site, name="Site 0")[0]
    assert (site.end_earliest, site.end_latest, site.begin_earliest) == (None, None, "1930-01-01")


def test_accuracy_and_source_edited_in_qgis_outlast_the_next_look_at_the_assertions(session, atlas):
    other = Source(title="Better survey")
    with atlas.transaction("test") as writer:
        writer.insert(other)
    session.layer.startEditing()
    fid = session.fid("Site 0")
    session.set(fid, "accuracy_m", 30.0)
    session.set(fid, "source_uuid", other.uuid)
    assert session.layer.commitChanges(), session.layer.commitErrors()
    assert session.told.errors == []
    site = atlas.rows(Site, name="Site 0")[0]
    (assertion,) = atlas.rows(Assertion, site_uuid=site.uuid)
    assert (assertion.accuracy_m, assertion.source_uuid) == (30.0, other.uuid)
    with atlas.transaction("test") as writer:
        gestures.settle(writer, [site.uuid])
    assert atlas.rows(Site, name="Site 0")[0].accuracy_m == 30.0
    history.revert(atlas, session.watch.last_batch)
    assert atlas.rows(Assertion, site_uuid=site.uuid)[0].accuracy_m == 5


def test_deleting_in_qgis_is_a_flag(session, atlas):
    session.layer.startEditing()
    session.layer.deleteFeature(session.fid("Site 2"))
    assert session.layer.commitChanges(), session.layer.commitErrors()
    assert session.told.errors == []
    assert [site.name for site in atlas.rows(Site)] == ["Site 0", "Site 1"]
    assert atlas.rows(Site, deleted=True, name="Site 2")[0].deleted
    batch = atlas.rows(History)[0].batch
    history.revert(atlas, batch)
    assert len(atlas.rows(Site)) == 3


def test_a_row_changed_meanwhile_is_not_overwritten_and_mine_is_kept(session, atlas):
    session.layer.startEditing()
    session.set(session.fid("Site 0"), "note", "mine")
    session.set(session.fid("Site 1"), "note", "free")
    theirs = atlas.rows(Site, name="Site 0")[0]
    gestures.update_record(atlas, store.replace(theirs, note="theirs", status="closed"))
    assert session.layer.commitChanges()
    assert atlas.rows(Site, name="Site 0")[0].note == "theirs"
    assert atlas.rows(Site, name="Site 1")[0].note == "free"
    (conflict,) = session.told.found
    assert (conflict.mine.note, conflict.theirs.note) == ("mine", "theirs")
    assert [field[0] for field in conflict.fields()] == ["note"]
    edit_session.resolve(atlas, conflict, ["note"])
    resolved = atlas.rows(Site, name="Site 0")[0]
    assert (resolved.note, resolved.status) == ("mine", "closed")
    kept = [row for row in atlas.rows(History) if row.action == history.KEPT_APART and row.table_name]
    assert '"mine"' in kept[0].after


def test_deleting_what_was_changed_and_editing_what_was_deleted_are_conflicts(session, atlas):
    session.layer.startEditing()
    session.layer.deleteFeature(session.fid("Site 0"))
    session.set(session.fid("Site 1"), "note", "mine")
    first, second = atlas.rows(Site, name="Site 0")[0], atlas.rows(Site, name="Site 1")[0]
    gestures.update_record(atlas, store.replace(first, note="theirs"))
    gestures.update_record(atlas, store.replace(second, deleted=True))
    session.layer.commitChanges()
    assert sorted((c.removes, c.theirs.deleted) for c in session.told.found) == [(False, True), (True, False)]
    assert atlas.rows(Site, name="Site 0")[0].note == "theirs"
    assert atlas.rows(Site, name="Site 1") == []


def test_a_save_is_one_transaction_with_its_history(session, atlas):
    layer = session.layer
    layer.startEditing()
    session.set(session.fid("Site 0"), "note", "new")
    layer.changeGeometry(session.fid("Site 1"), QgsGeometry.fromWkt("POINT (127.15 39.95)"))
    layer.deleteFeature(session.fid("Site 2"))
    seen = []
    layer.beforeCommitChanges.connect(lambda: seen.append(atlas.rows(Site, deleted=True)))  # after the watch
    assert layer.commitChanges(), layer.commitErrors()
    assert session.told.errors == []
    first, second, third = seen[0]
    assert (first.note, second.geom, third.deleted) == ("new", "POINT (127.15 39.95)", True)
    assert len({row.batch for row in atlas.rows(History)}) == 1


def test_texts_that_no_file_can_keep_are_mended_and_journaled(session, atlas):
    for text, kept in (("a\0b", "ab"), ("bad \ud800 half", "bad \ufffd half"), ("x" * 1_000_000,) * 2):
        session.layer.startEditing()
        session.set(session.fid("Site 0"), "note", text)
        assert pending(session)["sites"].changed
        assert session.layer.commitChanges(), session.layer.commitErrors()
        assert session.told.errors == []
        assert atlas.rows(Site, name="Site 0")[0].note == kept


def test_a_column_of_the_users_own_can_be_added_and_filled(session, atlas):
    session.layer.startEditing()
    session.layer.addAttribute(QgsField("mine", FieldType.TEXT))
    fid = session.fid("Site 0")
    session.set(fid, "mine", "my own")
    session.set(fid, "note", "ours")
    assert session.layer.commitChanges(), session.layer.commitErrors()
    assert session.told.errors == []
    assert session.layer.getFeature(fid)["mine"] == "my own"
    assert atlas.rows(Site, name="Site 0")[0].note == "ours"


def test_a_part_split_off_is_a_row_of_its_own(atlas, tmp_path, qgis_app):
    session = Session(atlas, tmp_path / "journal", "areas")
    session.layer.startEditing()
    square = QgsGeometry.fromWkt("PolygonZ ((127 39 5, 127.1 39 5, 127.1 39.1 5, 127 39.1 5, 127 39 5))")
    session.layer.addFeature(QgsVectorLayerUtils.createFeature(session.layer, square, {}))
    assert session.layer.commitChanges(), session.layer.commitErrors()
    session.layer.startEditing()
    halves = [QgsPointXY(127.05, 38.9), QgsPointXY(127.05, 39.2)]
    with pytest.warns(DeprecationWarning):  # the other form of it takes the process down from Python
        assert session.layer.splitFeatures(halves, False) == Qgis.GeometryOperationResult.Success
    assert session.layer.commitChanges(), session.layer.commitErrors()
    session.watch.stop()
    one, two = atlas.rows(Area)
    assert one.uuid != two.uuid
    assert "Z" not in one.geom + two.geom
    assert session.told.errors == []


def test_a_row_changed_at_the_last_moment_is_a_conflict(session, atlas, monkeypatch):
    session.layer.startEditing()
    session.set(session.fid("Site 0"), "note", "mine")
    session.set(session.fid("Site 1"), "note", "free")
    saving, theirs = edit_guard.save, atlas.rows(Site, name="Site 0")[0]

    def late(*args):
        monkeypatch.setattr(edit_guard, "save", saving)
        gestures.update_record(atlas, store.replace(theirs, note="theirs"))
        return saving(*args)

    monkeypatch.setattr(edit_guard, "save", late)
    assert session.layer.commitChanges()
    assert [conflict.mine.note for conflict in session.told.found] == ["mine"]
    assert [site.note for site in atlas.rows(Site)] == ["theirs", "free", None]


def edit_in_every_way(session):
    """Change a text and a place, delete a row, add one; return the pending edits' sizes."""
    layer = session.layer
    layer.startEditing()
    session.set(session.fid("Site 0"), "note", "precious")
    layer.changeGeometry(session.fid("Site 1"), QgsGeometry.fromWkt("POINT (127.15 39.95)"))
    layer.deleteFeature(session.fid("Site 2"))
    feature = QgsVectorLayerUtils.createFeature(layer, QgsGeometry.fromWkt("POINT (127.5 39.9)"), {})
    for name, value in {"name": "New", "category": "market", "importance": 4}.items():
        feature[name] = value
    for field in columns(Site):
        if field.metadata["default"] is not None and feature[field.name] in (None, NULL):
            feature[field.name] = field.metadata["default"]
    assert layer.addFeature(feature)
    return 1, 2, 1


def sizes(session):
    held = pending(session)["sites"]
    return len(held.added), len(held.changed), len(held.removed)


def test_a_save_that_is_refused_leaves_the_whole_session_as_it_was(session, atlas):
    wanted = edit_in_every_way(session)
    session.set(session.fid("Site 0"), "status", "no such status")
    before = atlas.path.read_bytes()
    session.layer.commitChanges()
    QCoreApplication.processEvents()
    assert "status" in session.told.errors[0]
    assert session.told.saves == []
    assert len(atlas.rows(History)) == 0
    assert [row.note for row in atlas.rows(Site)] == [None, None, None]
    assert len(atlas.path.read_bytes()) == len(before)
    assert session.layer.isEditable()
    assert sizes(session) == wanted
    session.set(session.fid("Site 0"), "status", "closed")
    assert session.layer.commitChanges()
    QCoreApplication.processEvents()
    assert session.told.saves == ["sites"]
    rows = {row.name: row for row in atlas.rows(Site)}
    assert sorted(rows) == ["New", "Site 0", "Site 1"]
    assert (rows["Site 0"].note, rows["Site 0"].status) == ("precious", "closed")
    assert rows["Site 1"].geom == "POINT (127.15 39.95)"
    assert not session.journal.path.exists()


@pytest.mark.parametrize("what", ["replaced", "deleted", "renamed"])
def test_a_file_that_is_gone_keeps_every_edit_in_the_journal_and_the_newcomer_whole(
    session, atlas, tmp_path, what
):
    wanted = edit_in_every_way(session)
    newcomer = b""
    if what == "replaced":
        other = store.create(tmp_path / "other.gpkg", [City(name="Other")], title="Other")
        other.path.replace(atlas.path)
        newcomer = atlas.path.read_bytes()
    elif what == "deleted":
        atlas.path.unlink()
    else:
        atlas.path.rename(tmp_path / "elsewhere.gpkg")
    session.layer.commitChanges()
    QCoreApplication.processEvents()
    (told,) = session.told.errors
    assert told.startswith("lost: ")
    assert session.told.saves == []
    assert sizes(session) == wanted
    if what == "replaced":
        assert "replaced by another file" in told
        assert atlas.path.read_bytes() == newcomer
        assert store.open_atlas(atlas.path).title == "Other"
    else:
        assert not atlas.path.exists() or atlas.path.stat().st_size == 0  # GDAL makes a file of none
    session.journal.close()
    assert session.journal.path.exists()


def test_the_log_of_a_replaced_file_is_not_worked_into_the_newcomer(session, atlas, tmp_path):
    """A sync folder puts another atlas in the place of the open one, whose saves lie in the log beside it."""
    layer = session.layer
    layer.startEditing()
    session.set(session.fid("Site 0"), "note", "saved, and in the log")
    assert layer.commitChanges(False)
    assert (tmp_path / "a.gpkg-wal").stat().st_size > 0
    anchor = Anchor(atlas)
    session.set(session.fid("Site 1"), "note", "not saved")
    other = store.create(tmp_path / "other.gpkg", [City(name="Other")], title="Other")
    other.path.replace(atlas.path)
    newcomer = atlas.path.read_bytes()
    layer.commitChanges()
    QCoreApplication.processEvents()
    layer.rollBack()
    assert atlas.path.read_bytes() == newcomer
    opened = store.open_atlas(atlas.path)
    assert opened.title == "Other"
    assert checks.damage(opened.backend, thorough=True) == ""
    anchor.copy_to(tmp_path / "anew.gpkg")
    assert store.open_atlas(tmp_path / "anew.gpkg").rows(Site)[0].note == "saved, and in the log"
    anchor.close()
    assert atlas.path.read_bytes() == newcomer


def lock(atlas):
    other = sqlite3.connect(atlas.path, isolation_level=None, check_same_thread=False)
    other.execute("BEGIN EXCLUSIVE")
    return other


def test_a_lock_that_lasts_leaves_the_session_as_it_was(session, atlas, monkeypatch):
    monkeypatch.setattr(edit_guard, "LOCK_SECONDS", 0.3)
    wanted = edit_in_every_way(session)
    holding = lock(atlas)
    session.layer.commitChanges()
    QCoreApplication.processEvents()
    assert "is being written" in session.told.errors[0] or "in use" in session.told.errors[0]
    holding.execute("ROLLBACK")
    holding.close()
    assert sizes(session) == wanted
    assert session.layer.commitChanges()
    QCoreApplication.processEvents()
    assert session.told.saves == ["sites"]


def test_what_was_committed_is_never_called_unsaved(session, atlas):
    edit_in_every_way(session)
    held = []

    def meddle():  # after the guard has written and before QGIS would
        held.append(lock(atlas))
        threading.Timer(0.6, held[0].execute, ("ROLLBACK",)).start()

    session.layer.beforeCommitChanges.connect(meddle)
    assert session.layer.commitChanges(), session.layer.commitErrors()
    QCoreApplication.processEvents()
    assert session.told.errors == []
    assert session.told.saves == ["sites"]
    assert {row.name for row in atlas.rows(Site)} == {"New", "Site 0", "Site 1"}
    session.layer.beforeCommitChanges.disconnect(meddle)


def test_a_full_profile_disk_does_not_keep_anybody_from_hearing_of_a_save(session, atlas, monkeypatch):
    session.layer.startEditing()
    session.set(session.fid("Site 0"), "note", "good")

    def full(_role):
        raise AtlasError("The journal cannot be written: the disk is full.")

    monkeypatch.setattr(session.journal, "clear", full)
    assert session.layer.commitChanges()
    assert session.told.saves == ["sites"]
    assert "disk is full" in session.told.errors[0]
    assert atlas.rows(Site)[0].note == "good"


def test_a_row_that_another_program_took_out_is_a_conflict_with_its_name(session, atlas):
    gestures.update_record(atlas, store.replace(atlas.rows(Site)[0], description="known to the history"))
    session.layer.startEditing()
    session.set(session.fid("Site 0"), "note", "mine")
    session.set(session.fid("Site 1"), "note", "free")
    with sqlite3.connect(atlas.path) as other:
        other.create_function("ST_MinX", 1, lambda _blob: None)
        other.create_function("ST_IsEmpty", 1, lambda _blob: 1)
        other.execute(
            "DELETE FROM assertions WHERE site_uuid IN (SELECT uuid FROM sites WHERE name = 'Site 0')"
        )
        other.execute("DELETE FROM names WHERE site_uuid IN (SELECT uuid FROM sites WHERE name = 'Site 0')")
        other.execute("DELETE FROM sites WHERE name = 'Site 0'")
    assert session.layer.commitChanges(), session.layer.commitErrors()
    QCoreApplication.processEvents()
    assert session.told.errors == []
    (conflict,) = session.told.found
    assert conflict.title == "Site 0"
    assert conflict.theirs is None
    assert [row.note for row in atlas.rows(Site)] == ["free", None]


def test_assertions_edited_in_qgis_move_their_site(atlas, tmp_path, qgis_app):
    session = Session(atlas, tmp_path / "journal", "assertions")
    session.layer.startEditing()
    site = atlas.rows(Site, name="Site 0")[0]
    session.layer.changeGeometry(
        session.fid(site.uuid, "site_uuid"), QgsGeometry.fromWkt("POINT (127.22 39.8)")
    )
    assert session.layer.commitChanges()
    session.watch.stop()
    assert session.told.errors == []
    assert atlas.get(Site, site.uuid).geom == "POINT (127.22 39.8)"


CHILD = """
    import os, signal
    from pathlib import Path
    from qgis.core import QgsApplication, QgsGeometry, QgsVectorLayer
    app = QgsApplication([], False)
    app.initQgis()
    from dprk_city_atlas.plugin.core.atlas.edits import journal
    from dprk_city_atlas.plugin.core.atlas.store import store
    from dprk_city_atlas.plugin.core.atlas.layers import edit_guard
    atlas = store.open_atlas(Path({path!r}))
    layer = QgsVectorLayer(atlas.layer_uri("sites", '"deleted" = 0'), "sites", "ogr")
    class Told:
        def failed(self, which, error):
            raise SystemExit(str(error))
    guard = edit_guard.LayerWatch(layer, "sites", atlas, journal.Journal(Path({folder!r}), atlas), Told())
    guard.start()
    layer.startEditing()
    by_name = {{f["name"]: f.id() for f in layer.getFeatures()}}
    note = layer.fields().indexOf("note")
    layer.changeAttributeValue(by_name["Site 0"], note, "typed")
    layer.changeGeometry(by_name["Site 0"], QgsGeometry.fromWkt("POINT (127.33 39.44)"))
    layer.deleteFeature(by_name["Site 1"])
    from qgis.core import QgsFeature
    feature = QgsFeature(layer.fields())
    for name, value in {{"uuid": "12345678-1234-4123-8123-123456789abc", "name": "Fresh",
                         "category": "market", "status": "unknown", "likelihood": "possible",
                         "confidence": "low", "importance": 4,
                         "row_version": 1, "deleted": False, "in_article": False, "outside": False,
                         "conflicts": 0}}.items():
        feature[name] = value
    feature.setGeometry(QgsGeometry.fromWkt("POINT (127.6 39.6)"))
    layer.addFeature(feature)
    os.kill(os.getpid(), signal.SIGKILL)
"""


def killed_while_editing(atlas, folder):
    code = textwrap.dedent(CHILD.format(path=str(atlas.path), folder=str(folder)))
    environment = {**os.environ, "PYTHONPATH": PYTHON_PATH, "QT_QPA_PLATFORM": "offscreen"}
    result = subprocess.run(
        [sys.executable, "-c", code],
        env=environment,
        check=False,
        capture_output=True,
        text=True,
        timeout=120,
    )
    assert result.returncode == -signal.SIGKILL, result.stderr


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL")
def test_a_killed_edit_session_comes_back_whole(atlas, tmp_path, qgis_app):
    folder = tmp_path / "journal"
    killed_while_editing(atlas, folder)
    assert [site.note for site in atlas.rows(Site)] == [None] * 3
    (left,) = journal.left_behind(folder, atlas)
    assert left.count == 3
    lines = recovery.comparison(left, atlas)
    assert ("Site 0", "Note", None, "typed") in [(x.title, x.label, x.in_file, x.in_journal) for x in lines]
    session = Session(atlas, folder)
    outcome = recovery.restore(left, atlas, {"sites": session.layer})
    assert (outcome.restored, outcome.already_saved, outcome.conflicts) == (3, 0, [])
    assert session.layer.isModified()
    assert len(pending(session)["sites"]) == 3, "a second crash must not lose them either"
    assert session.layer.commitChanges(), session.layer.commitErrors()
    assert session.told.errors == []
    session.watch.stop()
    sites = {site.name: site for site in atlas.rows(Site)}
    assert set(sites) == {"Site 0", "Site 2", "Fresh"}
    assert (sites["Site 0"].note, sites["Site 0"].geom) == ("typed", "POINT (127.33 39.44)")
    assert sites["Fresh"].uuid == "12345678-1234-4123-8123-123456789abc"


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL")
def test_recovery_after_the_save_had_reached_the_file_changes_nothing(atlas, tmp_path, qgis_app):
    folder = tmp_path / "journal"
    killed_while_editing(atlas, folder)
    (left,) = journal.left_behind(folder, atlas)
    session = Session(atlas, folder)
    recovery.restore(left, atlas, {"sites": session.layer})
    session.layer.commitChanges()
    before = atlas.rows(Site)
    outcome = recovery.restore(left, atlas, {"sites": session.layer})
    assert (outcome.restored, outcome.already_saved) == (0, 3)
    session.layer.rollBack()
    session.watch.stop()
    assert atlas.rows(Site) == before


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL")
def test_recovery_shows_what_others_changed_meanwhile(atlas, tmp_path, qgis_app):
    folder = tmp_path / "journal"
    killed_while_editing(atlas, folder)
    theirs = atlas.rows(Site, name="Site 0")[0]
    gestures.update_record(atlas, store.replace(theirs, note="theirs"))
    (left,) = journal.left_behind(folder, atlas)
    session = Session(atlas, folder)
    outcome = recovery.restore(left, atlas, {"sites": session.layer})
    assert outcome.restored == 2
    (conflict,) = outcome.conflicts
    assert (conflict.mine.note, conflict.theirs.note) == ("typed", "theirs")
    session.layer.rollBack()
    session.watch.stop()


def test_recovery_needs_the_layer(atlas, tmp_path, qgis_app):
    book = journal.Journal(tmp_path / "journal", atlas)
    book.attribute("sites", 1, atlas.rows(Site)[0].uuid, 1, "note", "x")
    book.close()
    (left,) = journal.left_behind(tmp_path / "journal", atlas)
    with pytest.raises(AtlasError, match="not in the project"):
        recovery.restore(left, atlas, {})


def test_a_save_right_after_another_is_not_taken_for_one_that_failed(session):
    """The look at the first comes while the second waits with the event loop running."""

    def waiting(work):
        QCoreApplication.processEvents()
        return work()

    fid = session.fid("Site 0")
    session.layer.startEditing()
    session.set(fid, "note", "first")
    assert session.layer.commitChanges(False)
    session.set(fid, "note", "second")
    session.watch._run = waiting
    assert session.layer.commitChanges()
    QCoreApplication.processEvents()
    assert session.told.errors == []
    assert session.watch.atlas.rows(Site, name="Site 0")[0].note == "second"
