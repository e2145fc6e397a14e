# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Backups: listed, gone back to as a whole, saved elsewhere; a file that is gone can be written anew."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from dprk_city_atlas.plugin.core.atlas.edits import gestures
from dprk_city_atlas.plugin.core.atlas.model import Category, Site
from dprk_city_atlas.plugin.core.atlas.settings import Settings
from dprk_city_atlas.plugin.core.atlas.store import backups, checks, store
from dprk_city_atlas.plugin.core.atlas.store.open_file import Anchor
from dprk_city_atlas.plugin.core.errors import AtlasError
from dprk_city_atlas.plugin.core.search import build


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


def test_backups_from_before_an_upgrade_and_the_oldest_of_each_month_are_kept(atlas):
    folder = backups.backup_folder(atlas.path)
    first = atlas.backup("import").read_bytes()
    for number in range(25):
        name = f"2026{1 + number // 9:02}{1 + number % 9:02}T120000000000-import.gpkg"
        (folder / name).write_bytes(first)
    (folder / "20250101T120000000000-format-1.gpkg").write_bytes(first)
    (folder / "mine.gpkg").write_bytes(b"of the user")
    atlas.backup("import")
    kept = [one.path.name for one in backups.backups(atlas.path)]
    assert "20250101T120000000000-format-1.gpkg" in kept
    for month in ("01", "02", "03"):
        assert f"2026{month}01T120000000000-import.gpkg" in kept
    newest = Settings.read().kept_backups
    assert newest <= len(kept) <= newest + 4
    assert (folder / "mine.gpkg").exists()


def test_a_change_that_is_refused_leaves_the_backups_as_they_were(atlas):
    atlas.backup("format-1")
    before = backups.backups(atlas.path)
    with pytest.raises(AtlasError), atlas.backed_up("import"):
        raise AtlasError("refused")
    assert backups.backups(atlas.path) == before
    with atlas.backed_up("import") as made:
        pass
    assert made in [one.path for one in backups.backups(atlas.path)]


def test_copies_and_backups_of_a_private_atlas_are_private(atlas, tmp_path):
    atlas.path.chmod(0o600)
    atlas.copy_to(tmp_path / "copy.gpkg")
    for path in (tmp_path / "copy.gpkg", atlas.backup("import")):
        assert path.stat().st_mode & 0o777 == 0o600


def test_the_columns_of_the_dock_are_read_where_a_killed_writer_left_its_journal(atlas):
    """A hot journal: the reader may not take it back itself, and reads the same as the store."""
    writer = """if True:
        import os, sqlite3, sys
        db = sqlite3.connect(sys.argv[1], isolation_level=None)
        db.execute("PRAGMA cache_size = 1")
        db.execute("PRAGMA cache_spill = 1")
        db.execute("BEGIN IMMEDIATE")
        db.execute("UPDATE atlas_meta SET value = hex(zeroblob(200000)) WHERE key = 'title'")
        os._exit(9)
    """
    subprocess.run([sys.executable, "-c", writer, str(atlas.path)], check=False)
    assert Path(f"{atlas.path}-journal").stat().st_size > 0
    assert len(build.build(atlas.path)) == 1
    assert store.open_atlas(atlas.path).title == atlas.title
