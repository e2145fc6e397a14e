# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Processes killed while they write: what is found afterwards is the old atlas or the new one, whole.

A server process loads the store once and forks one writer per kill, so that a kill costs milliseconds.
The moments are spread evenly over the time that an undisturbed run takes.
"""

from __future__ import annotations

import shutil
import sys

import pytest
from kills import Writer

from dprk_city_atlas.plugin.core.atlas.edits import journal
from dprk_city_atlas.plugin.core.atlas.model import Assertion, Site
from dprk_city_atlas.plugin.core.atlas.store import checks, store
from dprk_city_atlas.plugin.core.errors import AtlasError

KILLS = 40
ROWS = 100
"""What the writer "insert" adds in one transaction."""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="needs fork and SIGKILL")


@pytest.fixture
def writer(tmp_path):
    made = []

    def start(what, path):
        made.append(Writer(what, path))
        return made[-1]

    yield start
    for one in made:
        one.close()


def whole_state(path):
    """Return what the atlas says now, after looking whether it is sound."""
    atlas = store.open_atlas(path)
    assert not atlas.read_only
    assert checks.damage(atlas.backend, thorough=True) == ""
    notes = {note for (note,) in atlas.backend.select("SELECT DISTINCT note FROM sites")}
    return notes, atlas.count(Assertion)


@pytest.mark.parametrize("what", ["save", "insert"])
def test_a_save_that_is_killed_is_whole_or_nothing(shipped, tmp_path, writer, what):
    path = tmp_path / "a" / "a.gpkg"
    path.parent.mkdir()
    shutil.copy(shipped, path)
    server = writer(what, path)
    took = min(server.run(0)[1] for _ in range(3))
    kept, killed, old = 0, 0, whole_state(path)
    for number in range(KILLS):
        ended, _ = server.run(took * 1.1 * (number + 0.5) / KILLS)
        now = whole_state(path)
        if what == "save":
            assert len(now[0]) == 1, "some sites are saved and some are not"
        else:
            assert now[1] - old[1] in (0, ROWS)
        assert now != old or ended == "killed", "a save that ended by itself is not there"
        killed += ended == "killed"
        kept += now == old
        old = now
    assert killed >= KILLS * 0.5
    assert kept > 0, "no kill came before the end of the transaction"


def test_a_save_of_qgis_that_is_killed_is_whole_or_nothing_and_its_journal_brings_it_back(
    shipped, tmp_path, writer
):
    path = tmp_path / "d" / "d.gpkg"
    path.parent.mkdir()
    shutil.copy(shipped, path)
    server = writer("edit", path)
    took = min(server.run(0)[1] for _ in range(2))
    killed, kept, old = 0, 0, edited_state(path)
    for number in range(KILLS):
        ended, _ = server.run(took * 1.1 * (number + 0.5) / KILLS)
        notes, assertions = now = edited_state(path)
        assert len(notes) == 1, "some rows are saved and some are not"
        # twenty moved sites and a new one
        assert assertions - old[1] == (0 if now == old else 21)
        assert now != old or ended == "killed", "a save that ended by itself is not there"
        left = journal.left_behind(path.parent / "journal", store.open_atlas(path))
        if now == old:
            assert [one.count for one in left] == [22]
        for one in left:
            journal.remove(one.path)
        killed += ended == "killed"
        kept += now == old
        old = now
    assert killed >= KILLS * 0.5
    assert kept > 0, "no kill came before the end of the transaction"


def edited_state(path):
    """Return the notes of the sites that the writer edits, and the number of assertions."""
    whole_state(path)
    query = "SELECT note FROM sites WHERE deleted = 0 AND geom IS NOT NULL ORDER BY fid LIMIT 20"
    atlas = store.open_atlas(path)
    return {row[0] for row in atlas.backend.select(query)}, atlas.count(Assertion)


def test_a_creation_that_is_killed_leaves_the_old_file_or_the_new_one(shipped, tmp_path, writer):
    path = tmp_path / "b" / "b.gpkg"
    path.parent.mkdir()
    shutil.copy(shipped, path)
    server = writer("create", path)
    took = min(server.run(0)[1] for _ in range(3))
    killed = 0
    for number in range(KILLS // 2):
        old = store.open_atlas(path).uuid
        ended, _ = server.run(took * 1.1 * (number + 0.5) / (KILLS // 2))
        atlas = store.open_atlas(path)
        assert checks.damage(atlas.backend, thorough=True) == ""
        assert atlas.count(Site) > 100
        if ended != "killed":
            assert atlas.uuid != old
        killed += ended == "killed"
    assert killed >= KILLS // 2 * 0.5


def test_a_creation_killed_where_nothing_was_leaves_a_whole_atlas_or_none(tmp_path, writer):
    path = tmp_path / "c" / "c.gpkg"
    path.parent.mkdir()
    server = writer("create", path)
    took = server.run(0)[1]
    for share in (0.2, 0.5, 0.8, 0.95):
        path.unlink(missing_ok=True)
        server.run(took * share)
        if path.exists():
            assert checks.damage(store.open_atlas(path).backend, thorough=True) == ""
        else:
            with pytest.raises(AtlasError, match="does not exist"):
                store.open_atlas(path)
