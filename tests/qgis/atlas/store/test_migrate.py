# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Upgrading an atlas: a dated copy first, one transaction, and the old file when a step fails."""

from __future__ import annotations

import hashlib
import lzma
import os
import re

import places
import pytest

from dprk_city_atlas.plugin.core.atlas import seed
from dprk_city_atlas.plugin.core.atlas.edits import gestures, history
from dprk_city_atlas.plugin.core.atlas.layers import layer_roles, project as layers
from dprk_city_atlas.plugin.core.atlas.model import RECORDS, Category, Site
from dprk_city_atlas.plugin.core.atlas.store import backups, checks, schema, store
from dprk_city_atlas.plugin.core.atlas.store.rows import replace
from dprk_city_atlas.plugin.core.errors import AtlasError
from dprk_city_atlas.plugin.core.exchange.kml import export_kml, import_kml
from dprk_city_atlas.plugin.core.exchange.kml.import_options import ImportOptions


@pytest.fixture
def newer(monkeypatch):
    """Make the present format one version newer, reached by the given statements."""

    def step(*statements):
        monkeypatch.setattr(schema, "SCHEMA_VERSION", schema.SCHEMA_VERSION + 1)
        monkeypatch.setattr(store, "SCHEMA_VERSION", schema.SCHEMA_VERSION)
        monkeypatch.setitem(schema.MIGRATIONS, schema.SCHEMA_VERSION - 1, statements)
        return schema.SCHEMA_VERSION

    return step


def columns_of(path, table):
    with store.GeoPackageBackend(path).reading() as db:
        return {name for (name,) in db.execute("SELECT name FROM pragma_table_info(?)", (table,))}


def test_an_older_atlas_is_upgraded_after_a_dated_copy(atlas, newer):
    sites = atlas.count(Site)
    version = newer(
        "ALTER TABLE sites ADD COLUMN altitude_m REAL", "UPDATE sites SET altitude_m = 0 WHERE geom IS NULL"
    )
    opened = store.open_atlas(atlas.path)
    assert opened.meta["schema_version"] == str(version)
    assert checks.read_meta(opened.backend)["schema_version"] == str(version)
    assert "altitude_m" in columns_of(atlas.path, "sites")
    assert opened.count(Site) == sites
    (copy,) = (atlas.path.parent / "atlas.backups").iterdir()
    assert copy.name.endswith(f"-format-{version - 1}.gpkg")
    assert copy.name[:8].isdigit()
    assert "altitude_m" not in columns_of(copy, "sites")
    assert checks.read_meta(store.GeoPackageBackend(copy))["schema_version"] == str(version - 1)
    assert checks.damage(opened.backend, thorough=True) == ""


def test_an_upgraded_atlas_is_not_upgraded_again(atlas, newer):
    newer("ALTER TABLE sites ADD COLUMN altitude_m REAL")
    store.open_atlas(atlas.path)
    before = atlas.path.read_bytes()
    store.open_atlas(atlas.path)
    assert atlas.path.read_bytes() == before
    assert len(list((atlas.path.parent / "atlas.backups").iterdir())) == 1


def test_two_versions_are_climbed_in_order(atlas, newer):
    newer("ALTER TABLE sites ADD COLUMN first REAL")
    version = newer("ALTER TABLE sites RENAME COLUMN first TO second")
    assert store.open_atlas(atlas.path).meta["schema_version"] == str(version)
    assert "second" in columns_of(atlas.path, "sites")


def test_a_step_that_fails_leaves_the_old_file(atlas, newer):
    newer("ALTER TABLE sites ADD COLUMN altitude_m REAL", "ALTER TABLE no_such_table ADD COLUMN x REAL")
    before = atlas.path.read_bytes()
    with pytest.raises(AtlasError, match="no_such_table"):
        store.open_atlas(atlas.path)
    assert atlas.path.read_bytes() == before
    assert len(list((atlas.path.parent / "atlas.backups").iterdir())) == 1


def test_without_room_for_the_copy_nothing_is_changed(atlas, newer, monkeypatch):
    newer("ALTER TABLE sites ADD COLUMN altitude_m REAL")

    def full(_descriptor):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    before = atlas.path.read_bytes()
    with pytest.raises(AtlasError, match="No space left"):
        store.open_atlas(atlas.path)
    assert atlas.path.read_bytes() == before


def test_an_old_atlas_that_cannot_be_written_is_refused_with_a_way_out(atlas, newer, monkeypatch):
    newer("ALTER TABLE sites ADD COLUMN altitude_m REAL")
    monkeypatch.setattr(checks, "why_read_only", lambda _path: "the file is write-protected.")
    with pytest.raises(AtlasError, match="older format") as caught:
        store.open_atlas(atlas.path)
    assert "Copy it" in caught.value.hint


# -- what every format has come to -------------------------------------------------------------------


FROZEN = places.DATA / "atlases"
FINGERPRINTS = {3: "f1089354b47aa25d"}
"""Of the tables of the present format; older ones are kept as files."""


def parts_of(ddl):
    """Return what stands between the outer brackets of a CREATE TABLE, column by column, blanks aside."""
    inner, depth, quote, found = ddl[ddl.index("(") + 1 : ddl.rindex(")")], 0, "", [""]
    for letter in inner:
        if quote or letter in "'\"":
            quote = "" if letter == quote else quote or letter
        depth += (letter == "(") - (letter == ")") if not quote else 0
        if letter == "," and not depth and not quote:
            found.append("")
        else:
            found[-1] += letter
    return sorted(" ".join(part.split()) for part in found)


def shape_of(path):
    """Return the tables, columns, indexes and triggers of an atlas, in whatever order they were made."""
    with store.GeoPackageBackend(path).reading() as db:
        made = db.execute("SELECT type, name, tbl_name, sql FROM sqlite_master WHERE sql IS NOT NULL")
        ours = {record.TABLE for record in RECORDS} | {"atlas_meta"}
        return sorted(
            (kind, name, parts_of(text) if kind == "table" else " ".join(text.split()))
            for kind, name, table, text in made
            if table in ours
        )


def without_later_checks(shape):
    """Leave out the checks of numbers and dates: they came within format 1, without a step of their own."""
    later = r" CHECK \((typeof\(|\"\w+\" (GLOB|>=) ).*?\)(?= CHECK|$)"
    return [
        (kind, name, [re.sub(later, "", part) for part in parts] if kind == "table" else parts)
        for kind, name, parts in shape
    ]


def fingerprint(path):
    return hashlib.blake2b(repr(shape_of(path)).encode(), digest_size=8).hexdigest()


def thawed(version, folder):
    """Return a copy of the frozen atlas of a format."""
    path = folder / f"format-{version}.gpkg"
    path.write_bytes(lzma.decompress((FROZEN / f"format-{version}.gpkg.xz").read_bytes()))
    return path


def test_the_tables_are_those_of_the_format_written_in_the_file(atlas):
    found, version = fingerprint(atlas.path), schema.SCHEMA_VERSION
    assert FINGERPRINTS.get(version) == found, (
        f"The tables are not those of format {version}: every atlas that exists would open read-only, as "
        "damaged. 1. Undo the change and run scripts/freeze_atlas.py, unless the last release had this "
        f"format. 2. Raise SCHEMA_VERSION in store/schema.py and add the step to MIGRATIONS[{version}]. "
        f"3. Put {{{version + 1}: the new fingerprint}} here in place of the old one. Now it is {found}."
    )


@pytest.mark.parametrize("version", range(1, schema.SCHEMA_VERSION))
def test_a_frozen_atlas_of_every_older_format_becomes_like_a_new_one(atlas, tmp_path, version):
    path = thawed(version, tmp_path)
    before = store.GeoPackageBackend(path).select("SELECT count(*), sum(row_version) FROM sites")
    names = store.GeoPackageBackend(path).select("SELECT uuid, name, geom FROM sites ORDER BY uuid")
    opened = store.open_atlas(path)
    same = without_later_checks if version == 1 else list
    assert same(shape_of(path)) == same(shape_of(atlas.path))
    assert opened.meta["schema_version"] == str(schema.SCHEMA_VERSION)
    assert opened.read_only == ""
    assert checks.damage(opened.backend, thorough=True) == ""
    assert opened.backend.select("SELECT count(*), sum(row_version) FROM sites") == before
    assert opened.backend.select("SELECT uuid, name, geom FROM sites ORDER BY uuid") == names
    assert [copy.reason for copy in backups.backups(path)] == [f"format-{version}"]
    shipped = {row.id: row for row in atlas.rows(Category)}
    mine = {row.id: row for row in opened.rows(Category)}
    assert {key: (row.words, row.apart_m, row.military) for key, row in mine.items()} == {
        key: (row.words, row.apart_m, row.military) for key, row in shipped.items()
    }
    again = path.read_bytes()
    store.open_atlas(path)
    assert path.read_bytes() == again


@pytest.mark.parametrize("version", range(1, schema.SCHEMA_VERSION))
def test_a_frozen_atlas_is_edited_undone_and_exported(qgis_app, project, tmp_path, version):
    opened = store.open_atlas(thawed(version, tmp_path))
    group = layers.load(opened, project)
    assert group is not None
    (mine,) = opened.rows(Site, name="Depot of the analyst")
    assert (mine.name_ko, mine.accuracy_m) == ("창고", 15.0)
    batch = gestures.update_record(opened, replace(mine, note="seen again"))
    assert opened.get(Site, mine.uuid).note == "seen again"
    history.revert(opened, batch)
    assert opened.get(Site, mine.uuid).note == mine.note
    (gone,) = history.deleted_sites(opened)
    assert gone.name == "AAA two"
    history.bring_back(opened, gone)
    sites = layer_roles.find(project, "sites")
    assert sites.featureCount() == opened.count(Site, "geom IS NOT NULL")
    sites.startEditing()
    feature = next(f for f in sites.getFeatures() if f["uuid"] == mine.uuid)
    sites.changeAttributeValue(feature.id(), sites.fields().indexOf("note"), "by QGIS")
    assert sites.commitChanges(), sites.commitErrors()
    assert opened.get(Site, mine.uuid).note == "by QGIS"
    target = tmp_path / "out.kmz"
    export_kml.export(opened, target)
    again = store.create(tmp_path / "again.gpkg", seed.read(empty=True), title="Again")
    report = import_kml.import_kml(again, target, ImportOptions("What came out"))
    assert report.sites == opened.count(Site, "status <> 'rejected'")


# -- categories that came later ----------------------------------------------------------------------


def as_before_mines(atlas):
    """Make an atlas look as if its plugin had not known the category "mine"."""
    with atlas.backend.transaction() as db:
        db.execute("UPDATE sites SET category = 'unknown' WHERE category = 'mine'")
        db.execute("UPDATE figures SET category = NULL WHERE category = 'mine'")
        db.execute("DELETE FROM categories WHERE id = 'mine'")
        db.execute("UPDATE atlas_meta SET value = 'older' WHERE key = ?", (store.CATEGORIES,))


def test_a_category_shipped_since_is_added_when_an_older_atlas_is_opened(atlas, project):
    as_before_mines(atlas)
    own = Category(id="of_my_own", parent="economy", label="Of my own")
    (market,) = atlas.rows(Category, id="market")
    (hotel,) = atlas.rows(Category, id="hotel")
    with atlas.transaction("test") as writer:
        writer.insert(own)
        writer.update(replace(market, label="Bazaar", words=None))
        writer.delete(hotel)
    opened = store.open_atlas(atlas.path)
    now = {row.id: row for row in opened.rows(Category)}
    assert now["mine"].label == "Mine"
    assert now["of_my_own"] == own
    assert (now["market"].label, now["market"].words) == ("Bazaar", market.words)
    assert "hotel" not in now
    assert history.batches(opened)[0].action == "new categories"
    before = opened.path.read_bytes()
    store.open_atlas(atlas.path)
    assert opened.path.read_bytes() == before
    layers.load(opened, project)
    drawn = layer_roles.find(project, "sites").renderer()
    assert drawn.categoryIndexForValue("mine") >= 0


def test_a_locked_atlas_is_opened_without_its_new_categories(atlas):
    as_before_mines(atlas)
    with atlas.backend.transaction() as db:
        db.execute("UPDATE sites SET note = note")
        opened = store.open_atlas(atlas.path)
    assert "mine" not in {row.id for row in opened.rows(Category)}
    assert "mine" in {row.id for row in store.open_atlas(atlas.path).rows(Category)}


def test_an_import_goes_into_an_atlas_that_lacks_a_category_of_the_rules(atlas, tmp_path, monkeypatch):
    as_before_mines(atlas)
    monkeypatch.setattr(store.seed, "categories_mark", lambda: "older")
    path = tmp_path / "map.kml"
    path.write_text(
        "<kml><Folder><name>Mines</name><Placemark><name>A</name><Point><coordinates>127.6,39.9</coordinates>"
        "</Point></Placemark></Folder></kml>"
    )
    report = import_kml.import_kml(store.open_atlas(atlas.path), path, ImportOptions("A map"))
    assert report.sites == 1
    assert atlas.rows(Site, name="A")[0].category == "unknown"
    assert any("“mine”" in oddity["message"] for oddity in report.oddities)


def test_refused_imports_push_no_backup_out(atlas, tmp_path):
    path = tmp_path / "broken.kml"
    path.write_text("<kml><Folder><name>Mines</name>")
    atlas.backup("format-2")
    kept = [copy.path.name for copy in backups.backups(atlas.path)]
    for _again in range(3):
        with pytest.raises(AtlasError):
            import_kml.import_kml(atlas, path, ImportOptions("A map"))
    assert [copy.path.name for copy in backups.backups(atlas.path)] == kept
