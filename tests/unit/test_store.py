# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The atlas store on a real file: constraints, conflicts, opening without a trace, refusals."""

from __future__ import annotations

import hashlib
import re
import sqlite3
import subprocess
import sys

import pytest

from dprk_city_atlas.plugin.core.atlas import gpkgblob, store
from dprk_city_atlas.plugin.core.atlas.model import (
    Assertion,
    Category,
    City,
    History,
    Name,
    Site,
    Source,
    storable,
)
from dprk_city_atlas.plugin.core.errors import AtlasError


def sample():
    source = Source(title="A survey")
    site = Site(
        name="O'Brien\"; DROP TABLE sites;--", category="market", city="Hamhung", geom="POINT (127.5 39.9)"
    )
    return [
        City(name="Hamhung", geom="POINT (127.543979 39.915463)"),
        Category(id="market", label="Market"),
        source,
        site,
        Assertion(site_uuid=site.uuid, source_uuid=source.uuid, geom=site.geom, chosen=True),
    ]


@pytest.fixture
def atlas(tmp_path):
    return store.create(tmp_path / "a.gpkg", sample(), title="Test")


def digest(path):
    return hashlib.blake2b(path.read_bytes()).hexdigest()


def test_what_is_written_is_read_back(atlas):
    (site,) = atlas.rows(Site)
    assert site.name == "O'Brien\"; DROP TABLE sites;--"
    assert site.geom == "POINT (127.5 39.9)"
    assert atlas.get(Site, site.uuid) == site
    assert atlas.count(Site) == 1


def test_opening_and_reading_changes_no_byte(atlas):
    before = digest(atlas.path)
    again = store.open_atlas(atlas.path)
    again.rows(Assertion)
    assert again.uuid == atlas.uuid
    assert digest(atlas.path) == before
    assert [p.name for p in atlas.path.parent.iterdir()] == ["a.gpkg"]


def test_the_rtree_follows_inserts_and_updates(atlas):
    with atlas.transaction("test") as writer:
        writer.insert(Site(name="New", category="market", geom="POINT (129.5 41.5)"))
    rows = atlas.backend.select("SELECT minx, maxx FROM rtree_sites_geom ORDER BY id")
    assert rows[1] == pytest.approx((129.5, 129.5), abs=1e-5)
    site = atlas.rows(Site, name="New")[0]
    site.geom = None
    with atlas.transaction("test") as writer:
        writer.update(site)
    assert len(atlas.backend.select("SELECT id FROM rtree_sites_geom")) == 1


@pytest.mark.parametrize(
    "broken",
    [
        Site(name="x", category="no such category"),
        Site(name="x", category="market", status="no such status"),
        Site(name="", category="market"),
        Site(name="x", category="market", importance=9),
        Name(text="neither of a site nor of a city"),
        Assertion(site_uuid="0" * 36, source_uuid="0" * 36),
    ],
)
def test_the_database_refuses_what_breaks_its_rules_and_keeps_nothing(atlas, broken):
    before = atlas.backend.select("SELECT count(*) FROM history")
    with pytest.raises(AtlasError), atlas.transaction("test") as writer:
        writer.insert(Site(name="good", category="market"))
        writer.insert(broken)
    assert atlas.count(Site) == 1
    assert atlas.backend.select("SELECT count(*) FROM history") == before


def test_a_second_chosen_position_is_refused(atlas):
    (first,) = atlas.rows(Assertion)
    with pytest.raises(AtlasError), atlas.transaction("test") as writer:
        writer.insert(store.replace(first, uuid=store.new_uuid()))


def test_two_editors_of_one_row_conflict_and_nothing_is_overwritten(atlas):
    (mine,), (theirs,) = atlas.rows(Site), atlas.rows(Site)
    theirs.note = "theirs"
    with atlas.transaction("test") as writer:
        writer.update(theirs)
    mine.note = "mine"
    with pytest.raises(store.ConflictError) as caught, atlas.transaction("test") as writer:
        writer.update(mine)
    assert caught.value.theirs.note == "theirs"
    assert atlas.rows(Site)[0].note == "theirs"


def test_a_deleted_row_cannot_be_saved_over(atlas):
    (mine,), (theirs,) = atlas.rows(Site), atlas.rows(Site)
    with atlas.transaction("test") as writer:
        writer.delete(theirs)
    assert atlas.rows(Site) == []
    with pytest.raises(store.ConflictError, match="deleted"), atlas.transaction("test") as writer:
        writer.update(mine)


def test_history_tells_before_and_after(atlas):
    (site,) = atlas.rows(Site)
    site.note = "seen on imagery"
    with atlas.transaction("edit site") as writer:
        writer.update(site)
    entry = atlas.rows(History, row_uuid=site.uuid)[-1]
    assert '"seen on imagery"' in entry.after
    assert "seen on imagery" not in entry.before


def test_an_edit_from_outside_raises_the_version(atlas):
    with atlas.backend.transaction() as db:
        db.execute("UPDATE sites SET note = 'by hand'")
    assert atlas.rows(Site)[0].row_version == 2


def test_a_replaced_file_is_noticed(atlas, tmp_path):
    other = store.create(tmp_path / "b.gpkg", sample(), title="Other")
    other.path.replace(atlas.path)
    with pytest.raises(AtlasError, match="replaced"), atlas.transaction("test") as writer:
        writer.insert(Site(name="lost?", category="market"))


def test_a_locked_file_is_said_to_be_locked(atlas):
    other = sqlite3.connect(atlas.path, isolation_level=None)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(AtlasError, match="another program"), atlas.transaction("test") as writer:
        writer.insert(Site(name="x", category="market"))
    other.close()


LOCKER = """
import sqlite3, sys
db = sqlite3.connect(sys.argv[1], isolation_level=None)
db.execute("BEGIN IMMEDIATE")
print("locked", flush=True)
sys.stdin.readline()
"""


def test_whoever_holds_the_file_is_named_and_waited_for(atlas):
    other = subprocess.Popen(
        [sys.executable, "-c", LOCKER, str(atlas.path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    other.stdout.readline()
    with pytest.raises(AtlasError) as told:
        atlas.backend.wait_until_free(0.0)
    if sys.platform.startswith("linux"):
        assert f"(process {other.pid})" in str(told.value)
    with pytest.raises(AtlasError, match="being written by"):
        atlas.backend.wait_until_free(600.0, given_up=lambda: True)
    other.communicate(b"\n")
    atlas.backend.wait_until_free(0.0)


def test_an_update_sets_only_what_changed(atlas):
    (site,) = atlas.rows(Site)
    seen = []
    with atlas.backend.transaction() as db:
        db.set_trace_callback(seen.append)
        store.Writer(db, "edit").update(store.replace(site, note="x"))
        db.set_trace_callback(None)
    # A key that is set, even to the same value, makes SQLite look through every table that refers to it.
    update = next(query for query in seen if query.startswith("UPDATE"))
    assert set(re.findall(r'"(\w+)" = ', update.split(" WHERE ")[0])) == {"row_version", "note"}


def test_a_text_that_no_file_can_keep_is_refused_with_its_reason(atlas):
    (site,) = atlas.rows(Site)
    with pytest.raises(AtlasError, match="half a character"), atlas.transaction("edit") as writer:
        writer.update(store.replace(site, note="bad \ud800"))
    assert atlas.rows(Site) == [site]


@pytest.mark.parametrize(
    ("text", "kept"), [("a\0b", "ab"), ("\ud800x", "\ufffdx"), ("𠮷 새", "𠮷 새"), ("\u202eabc", "\u202eabc")]
)
def test_texts_are_made_storable(text, kept):
    assert storable(text) == kept


def test_backup_is_sound_and_the_eleventh_drops_the_first(atlas):
    made = [atlas.backup("test") for _ in range(store.KEEP_BACKUPS + 1)]
    assert not made[0].exists()
    assert store.open_atlas(made[-1]).count(Site) == 1


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "empty"),
        (b"<?xml version='1.0'?><kml/>", "not a GeoPackage"),
        (b"PK\x03\x04" + b"0" * 200, "not a GeoPackage"),
    ],
)
def test_other_files_are_refused_by_name(tmp_path, content, said):
    path = tmp_path / "x.gpkg"
    path.write_bytes(content)
    with pytest.raises(AtlasError, match=said) as caught:
        store.open_atlas(path)
    assert "x.gpkg" in str(caught.value)


def test_a_foreign_geopackage_is_refused(tmp_path):
    from osgeo import gdal

    path = tmp_path / "foreign.gpkg"
    gdal.GetDriverByName("GPKG").Create(str(path), 0, 0, 0, gdal.GDT_Unknown)
    with pytest.raises(AtlasError, match="not an atlas"):
        store.open_atlas(path)


def test_a_newer_format_opens_read_only(atlas):
    with atlas.backend.transaction() as db:
        db.execute("UPDATE atlas_meta SET value = '99' WHERE key = 'schema_version'")
    before = digest(atlas.path)
    newer = store.open_atlas(atlas.path)
    assert "newer" in newer.read_only
    with pytest.raises(AtlasError, match="reading only"), newer.transaction("test"):
        pass
    assert digest(atlas.path) == before


def test_a_damaged_file_opens_read_only_or_not_at_all(atlas):
    content = bytearray(atlas.path.read_bytes())
    content[-20000:-8000] = b"\xff" * 12000
    atlas.path.write_bytes(content)
    try:
        reason = store.open_atlas(atlas.path).read_only
    except AtlasError as err:
        reason = err.message
    assert "damaged" in reason or "cannot be read" in reason


def test_a_failed_creation_leaves_the_old_file(atlas):
    before = digest(atlas.path)
    with pytest.raises(AtlasError):
        store.create(atlas.path, [Site(name="x", category="nowhere")], title="Broken")
    assert digest(atlas.path) == before
    assert [p.name for p in atlas.path.parent.iterdir()] == ["a.gpkg"]


@pytest.mark.parametrize(
    "wkt",
    ["POINT (127.520584 39.918647)", "LINESTRING (0 0,1 1,2 1)", "MULTIPOLYGON (((0 0,1 0,1 1,0 0)))", None],
)
def test_geometry_blobs_round_trip(wkt):
    blob = gpkgblob.from_wkt(wkt)
    assert gpkgblob.to_wkt(blob) == wkt
    if wkt:
        assert gpkgblob.bounds_of(blob)[0] in (0.0, 127.520584)
