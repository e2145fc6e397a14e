# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The atlas store on a real file: constraints, conflicts, opening without a trace, refusals."""

from __future__ import annotations

import contextlib
import hashlib
import random
import re
import sqlite3
import subprocess
import sys

import pytest

from dprk_city_atlas.plugin.core.atlas import settings
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
from dprk_city_atlas.plugin.core.atlas.store import blob as gpkgblob, store
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


def test_backup_is_sound_and_one_too_many_drops_the_oldest_but_the_first_of_the_month(atlas):
    made = [atlas.backup("test") for _ in range(settings.Settings.backups + 2)]
    assert [path.exists() for path in made] == [True, False] + [True] * settings.Settings.backups
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


@pytest.mark.parametrize("version", [None, "²", "0", pytest.param("9" * 5000, id="huge"), b"\x00"])
def test_an_unreadable_format_version_is_refused(atlas, version):
    with atlas.backend.transaction() as db:
        db.execute("UPDATE atlas_meta SET value = ? WHERE key = 'schema_version'", (version,))
    with pytest.raises(AtlasError, match="no valid format version"):
        store.open_atlas(atlas.path)


def test_an_identifier_that_is_no_text_is_not_trusted(atlas):
    with atlas.backend.transaction() as db:
        db.execute("UPDATE atlas_meta SET value = x'00ff' WHERE key = 'uuid'")
    with pytest.raises(AtlasError, match="not an atlas"):
        store.open_atlas(atlas.path)


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("DROP TABLE claims", "the table claims is missing"),
        ("ALTER TABLE sites RENAME COLUMN note TO nota", "the column note of sites is missing"),
    ],
)
def test_an_atlas_without_one_of_its_parts_opens_read_only(atlas, statement, said):
    with atlas.backend.transaction() as db:
        db.execute(statement)
    assert said in store.open_atlas(atlas.path).read_only


def test_a_name_too_long_for_the_disk_is_told(tmp_path):
    with pytest.raises(AtlasError, match="cannot be read|does not exist"):
        store.open_atlas(tmp_path / ("x" * 300 + ".gpkg"))


@pytest.mark.parametrize("name", ["a%20b.gpkg", "a|layername=sites.gpkg", "a|subset=1.gpkg"])
def test_a_name_that_qgis_reads_otherwise_is_refused_before_anything_is_written(atlas, tmp_path, name):
    before = sorted(tmp_path.iterdir())
    for use in (
        lambda path: store.create(path, sample(), title="x"),
        lambda path: atlas.copy_to(path),
        store.open_atlas,
    ):
        with pytest.raises(AtlasError, match="QGIS cannot open a file with"):
            use(tmp_path / name)
    assert sorted(tmp_path.iterdir()) == before


def test_garbage_in_the_file_is_never_an_unknown_error(atlas):
    """SQLite quotes what it cannot read in its messages, and Python cannot decode those."""
    whole = atlas.path.read_bytes()
    chance = random.Random(1946)
    for _ in range(150):
        content = bytearray(whole)
        for _hole in range(chance.choice((1, 5, 100))):
            at, size = chance.randrange(len(content)), chance.choice((1, 16, 4096))
            content[at : at + size] = chance.randbytes(min(size, len(content) - at))
        atlas.path.write_bytes(content)
        with contextlib.suppress(AtlasError):
            store.open_atlas(atlas.path).rows(Site)


def test_a_killed_writers_log_never_gets_into_a_new_atlas(atlas, tmp_path):
    other = store.create(tmp_path / "b.gpkg", sample(), title="Other")
    db = sqlite3.connect(other.path)
    db.execute("PRAGMA journal_mode = WAL")
    db.execute("UPDATE atlas_meta SET value = 'killed' WHERE key = 'title'")
    db.commit()
    log = tmp_path / "b.gpkg-wal"
    kept = log.read_bytes()
    db.close()
    log.write_bytes(kept)
    for write in (
        lambda: store.create(other.path, sample(), title="New"),
        lambda: atlas.copy_to(other.path),
    ):
        with pytest.raises(AtlasError, match="unfinished changes"):
            write()
    assert store.open_atlas(other.path).title == "killed"


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE assertions SET accuracy_m = 'near'",
        "UPDATE sites SET importance = 'high'",
        "UPDATE sites SET begin_earliest = 'long ago'",
        "UPDATE sites SET begin_earliest = '1950-01-01', begin_latest = '1940-01-01'",
        "DELETE FROM sources",
    ],
)
def test_the_database_refuses_numbers_dates_and_gaps_that_cannot_be(atlas, statement):
    with pytest.raises(AtlasError, match="refused"), atlas.backend.transaction() as db:
        db.execute(statement)


def test_text_that_is_no_unicode_is_refused(atlas):
    with pytest.raises(AtlasError, match="half a character"), atlas.transaction("test") as writer:
        writer.insert(Site(name="half a pair \ud800", category="market"))
    assert atlas.count(Site) == 1


def insert(atlas, sites):
    with atlas.transaction("test") as writer:
        for site in sites:
            writer.insert(site)


def limited_to(size):
    """Let no file grow beyond ``size`` bytes: what a full disk looks like to a writer."""
    import resource
    import signal

    @contextlib.contextmanager
    def within():
        kept = resource.getrlimit(resource.RLIMIT_FSIZE)
        handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, kept[1]))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, kept)
            signal.signal(signal.SIGXFSZ, handler)

    return within()


@pytest.mark.skipif(sys.platform == "win32", reason="needs file size limits")
def test_without_room_every_writer_tells_the_file_and_keeps_the_old_one(atlas, tmp_path):
    before = digest(atlas.path)
    other = store.create(tmp_path / "b.gpkg", sample(), title="Other")
    there = sorted(tmp_path.iterdir())
    for write in (
        lambda: store.create(atlas.path, sample(), title="New"),
        lambda: other.copy_to(atlas.path),
    ):
        for size in (0, 50_000, 200_000):
            with limited_to(size), pytest.raises(AtlasError) as caught:
                write()
            assert str(atlas.path) in str(caught.value)
            assert "cannot be read" not in str(caught.value)
    big = [Site(name="x" * 2000, category="market") for _ in range(300)]
    with limited_to(atlas.path.stat().st_size), pytest.raises(AtlasError, match=r"a\.gpkg"):
        insert(atlas, big)
    assert digest(atlas.path) == before
    assert sorted(tmp_path.iterdir()) == there


def test_a_place_for_backups_that_cannot_be_is_told(atlas):
    (atlas.path.parent / "a.backups").write_text("in the way", encoding="utf-8")
    with pytest.raises(AtlasError, match="folder for backups"):
        atlas.backup("test")


def test_a_file_that_is_gone_is_told_as_gone(atlas):
    atlas.path.unlink()
    with pytest.raises(AtlasError, match="no longer there"):
        atlas.rows(Site)
    assert not atlas.path.exists()


@pytest.fixture
def prefer(monkeypatch):
    """A function that sets what the user has chosen, in place of QGIS's settings."""
    return lambda **chosen: monkeypatch.setattr(
        settings.Settings, "read", classmethod(lambda cls: cls(**chosen))
    )


@pytest.mark.parametrize(("name", "written"), [("  R. Analyst ", "R. Analyst"), ("", store.account_name())])
def test_the_history_names_whom_the_user_wants_named(atlas, prefer, name, written):
    prefer(name=name)
    with atlas.transaction("test") as writer:
        writer.insert(Site(name="x", category="market"))
    assert {row.who for row in atlas.rows(History)} == {written}


@pytest.mark.parametrize(("number", "kept"), [(2, 2), (0, 1)])
def test_as_many_backups_are_kept_as_the_user_wants(atlas, prefer, number, kept):
    prefer(backups=number)
    made = [atlas.backup("test") for _ in range(kept + 2)]
    assert [path.exists() for path in made] == [True, False] + [True] * kept  # the month's first stays


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
