# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Backups: listed, gone back to as a whole, saved elsewhere; a file that is gone can be written anew."""

from __future__ import annotations

import sqlite3
import sys

import pytest

from dprk_city_atlas.plugin.core.atlas.edits import gestures
from dprk_city_atlas.plugin.core.atlas.model import Category, Site
from dprk_city_atlas.plugin.core.atlas.store import backups, checks, store
from dprk_city_atlas.plugin.core.atlas.store.open_file import Anchor
from dprk_city_atlas.plugin.core.errors import AtlasError


@pytest.fixture
def atlas(tmp_path):
    records = [Category(id="unknown"), Site(name="Old")]
    return store.create(tmp_path / "a.gpkg", records, title="Test")


def names(atlas):
    return [site.name for site in atlas.rows(Site)]


def test_going_back_brings_the_old_state_and_keeps_the_new_one(atlas):
    atlas.backup("import")
    gestures.add_site(atlas, Site(name="New"), None)
    (only,) = backups.backups(atlas.path)
    assert (only.reason, backups.sites_of(only)) == ("import", 1)
    backups.go_back(atlas, only)
    again = store.open_atlas(atlas.path)
    assert names(again) == ["Old"]
    assert checks.damage(again.backend, thorough=True) == ""
    kept = backups.backups(atlas.path)[0]
    assert (kept.reason, backups.sites_of(kept)) == ("restore", 2)
    backups.go_back(again, kept)
    assert names(store.open_atlas(atlas.path)) == ["Old", "New"]


def test_a_backup_is_saved_as_an_atlas_of_its_own(atlas, tmp_path):
    atlas.backup("import")
    backups.save_as(backups.backups(atlas.path)[0], tmp_path / "b.gpkg")
    assert names(store.open_atlas(tmp_path / "b.gpkg")) == ["Old"]


def test_other_files_are_no_backups_and_broken_ones_are_refused(atlas, tmp_path):
    path = atlas.backup("import")
    (path.parent / "notes.gpkg").write_bytes(b"x")
    assert len(backups.backups(atlas.path)) == 1
    path.write_bytes(path.read_bytes()[:5000])
    with pytest.raises(AtlasError):
        backups.go_back(atlas, backups.backups(atlas.path)[0])
    assert names(atlas) == ["Old"]
    other = store.create(tmp_path / "other.gpkg", [Category(id="unknown")], title="Other")
    other.copy_to(path)
    with pytest.raises(AtlasError, match="another atlas"):
        backups.go_back(atlas, backups.backups(atlas.path)[0])


def test_going_back_while_another_program_writes_changes_nothing(atlas):
    atlas.backup("import")
    gestures.add_site(atlas, Site(name="New"), None)
    db = sqlite3.connect(str(atlas.path), isolation_level=None)
    db.execute("BEGIN IMMEDIATE")
    with pytest.raises(AtlasError, match="another program|written by"):
        backups.go_back(atlas, backups.backups(atlas.path)[-1])
    db.execute("ROLLBACK")
    db.close()
    assert names(atlas) == ["Old", "New"]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads an open file by its descriptor")
@pytest.mark.parametrize("mode", ["DELETE", "WAL"])
def test_what_was_saved_in_a_deleted_file_is_written_anew(atlas, tmp_path, mode):
    anchor = Anchor(atlas)
    db = sqlite3.connect(str(atlas.path))
    db.execute(f"PRAGMA journal_mode = {mode}")
    db.execute("UPDATE categories SET label = 'saved'")
    db.commit()
    atlas.path.unlink()
    db.close()
    anchor.copy_to(tmp_path / "new.gpkg")
    anchor.close()
    assert [row.label for row in store.open_atlas(tmp_path / "new.gpkg").rows(Category)] == ["saved"]
