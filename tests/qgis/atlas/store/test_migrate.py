# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Upgrading an atlas: a dated copy first, one transaction, and the old file when a step fails."""

from __future__ import annotations

import os

import pytest

from dprk_city_atlas.plugin.core.atlas.model import Site
from dprk_city_atlas.plugin.core.atlas.store import checks, schema, store
from dprk_city_atlas.plugin.core.errors import AtlasError


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


def tables_of(path):
    with store.GeoPackageBackend(path).reading() as db:
        made = db.execute("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
        known = db.execute("SELECT table_name, data_type, identifier, description FROM gpkg_contents")
        return sorted(made), sorted(known.fetchall())


def test_an_atlas_of_the_first_format_becomes_like_a_new_one(atlas):
    wanted = tables_of(atlas.path)
    with store.GeoPackageBackend(atlas.path).transaction() as db:
        db.execute("DROP TABLE results")
        db.execute("DELETE FROM gpkg_contents WHERE table_name = 'results'")
        db.execute("UPDATE atlas_meta SET value = '1' WHERE key = 'schema_version'")
    assert tables_of(atlas.path) != wanted
    opened = store.open_atlas(atlas.path)
    assert opened.meta["schema_version"] == str(schema.SCHEMA_VERSION)
    assert tables_of(atlas.path) == wanted
