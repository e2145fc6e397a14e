# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The journal of unsaved edits: net effect, life and death of its writer, damage."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import textwrap

import pytest
from places import PYTHON_PATH

from dprk_city_atlas.plugin.core.atlas.edits import journal
from dprk_city_atlas.plugin.core.atlas.model import City
from dprk_city_atlas.plugin.core.atlas.store import store
from dprk_city_atlas.plugin.core.errors import AtlasError


@pytest.fixture
def atlas(tmp_path):
    return store.create(tmp_path / "a.gpkg", [City(name="Hamhung")], title="Test")


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "profile" / "journal"


def die(folder, atlas, edits):
    """Run ``edits`` on a journal in a process of its own and kill that process."""
    code = f"""
        import os, signal
        from pathlib import Path
        from dprk_city_atlas.plugin.core.atlas.edits import journal
        from dprk_city_atlas.plugin.core.atlas.store import store
        book = journal.Journal(Path({str(folder)!r}), store.open_atlas(Path({str(atlas.path)!r})))
        {edits}
        os.kill(os.getpid(), signal.SIGKILL)
    """
    environment = {**os.environ, "PYTHONPATH": PYTHON_PATH}
    result = subprocess.run([sys.executable, "-c", textwrap.dedent(code)], env=environment, check=False)
    assert result.returncode == -signal.SIGKILL


def test_without_edits_there_is_no_file(folder, atlas):
    book = journal.Journal(folder, atlas)
    book.clear("sites")
    book.close()
    assert not folder.exists()


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL")
def test_every_edit_outlives_a_killed_process(folder, atlas):
    die(folder, atlas, "for n in range(1000): book.attribute('sites', n, f'u{n}', 1, 'note', f'n{n}')")
    (left,) = journal.left_behind(folder, atlas)
    assert left.count == 1000
    assert left.layers["sites"].changed[999].values == {"note": "n999"}
    assert left.same_file(atlas)
    journal.remove(left.path)
    assert list(folder.iterdir()) == []


def test_the_journal_of_a_living_session_is_not_offered(folder, atlas):
    book = journal.Journal(folder, atlas)
    book.attribute("sites", 1, "u", 1, "note", "x")
    assert journal.left_behind(folder, atlas) == []
    book.close()
    assert journal.left_behind(folder, atlas)[0].count == 1


def test_saving_one_layer_keeps_the_edits_of_the_other(folder, atlas):
    book = journal.Journal(folder, atlas)
    book.attribute("sites", 1, "u", 1, "note", "x")
    book.attribute("names", 1, "v", 1, "text", "y")
    book.clear("sites")
    assert book.path.exists()
    book.clear("names")
    assert not book.path.exists()


def rows(*edits):
    names = ("role", "op", "fid", "uuid", "version", "field", "value", "geom")
    blank = {"role": "sites", "uuid": "u", "version": 3, "field": None, "value": None, "geom": None}
    return iter([tuple({**blank, **edit}[name] for name in names) for edit in edits])


def test_the_net_effect_of_edits_and_their_undoing():
    layers = journal.fold(
        rows(
            {"op": "attribute", "fid": 1, "field": "note", "value": '"a"'},
            {"op": "attribute", "fid": 1, "field": "note", "value": '"b"'},
            {"op": "geometry", "fid": 1, "geom": b"w"},
            {"op": "add", "fid": -2, "value": '{"name": "new"}', "geom": b"p"},
            {"op": "attribute", "fid": -2, "field": "name", "value": '"newer"'},
            {"op": "add", "fid": -3, "value": "{}", "geom": None},
            {"op": "remove", "fid": -3},
            {"op": "remove", "fid": 7},
            {"op": "remove", "fid": 8},
            {"op": "return", "fid": 8},
        )
    )
    pending = layers["sites"]
    assert len(pending) == 3
    assert (pending.changed[1].values, pending.changed[1].geom) == ({"note": "b"}, b"w")
    assert pending.changed[1].version == 3
    assert pending.added[-2].values == {"name": "newer"}
    assert set(pending.removed) == {7}


def test_undone_to_nothing_is_nothing():
    add, remove = {"op": "add", "fid": -1, "value": "{}"}, {"op": "remove", "fid": -1}
    assert journal.fold(rows(add, remove)) == {}


def test_a_damaged_journal_is_put_aside_and_told(folder, atlas):
    folder.mkdir(parents=True)
    (folder / f"{atlas.uuid}-00000000.journal").write_bytes(b"no database at all, but long enough " * 50)
    with pytest.raises(AtlasError, match="damaged"):
        journal.left_behind(folder, atlas)
    assert [path.suffix for path in folder.iterdir()] == [".damaged"]
    assert journal.left_behind(folder, atlas) == []


def test_edits_of_a_copy_are_not_offered(folder, atlas, tmp_path):
    book = journal.Journal(folder, atlas)
    book.attribute("sites", 1, "u", 1, "note", "x")
    book.close()
    atlas.copy_to(tmp_path / "copy.gpkg")
    assert journal.left_behind(folder, store.open_atlas(tmp_path / "copy.gpkg")) == []
    moved = atlas.path.rename(tmp_path / "moved.gpkg")
    assert journal.left_behind(folder, store.open_atlas(moved))[0].count == 1


def test_a_journal_that_cannot_be_written_says_so(folder, atlas):
    folder.parent.mkdir(parents=True)
    folder.write_text("a file where the folder should be")
    with pytest.raises(AtlasError, match="would not survive|cannot be written"):
        journal.Journal(folder, atlas).attribute("sites", 1, "u", 1, "note", "x")


def test_the_header_says_which_file(folder, atlas):
    book = journal.Journal(folder, atlas)
    book.removed("sites", 4, "u", 2)
    book.close()
    with sqlite3.connect(str(book.path)) as db:
        header = dict(db.execute("SELECT key, value FROM header"))
    assert header["atlas"] == atlas.uuid
    assert header["inode"] == str(atlas.path.stat().st_ino)
    assert int(header["schema_version"]) >= 1


STATE = {"title": "Half", "fields": {"nameEdit": '함흥 "quoted"', "accuracySpin": 12.5}}


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL")
def test_the_last_draft_of_each_kind_outlives_a_killed_process(folder, atlas):
    die(folder, atlas, f"book.draft('site', 'Add', {{}}); book.draft('site', 'Add: Half', {STATE!r}); "
                       "book.draft('traces', 'Draw', {'points': [[127.5, 39.9]]})")  # fmt: skip
    (left,) = journal.left_behind(folder, atlas)
    assert left.count == 0 and left.total == 2
    assert {draft.kind: (draft.title, draft.state) for draft in left.drafts} == {
        "site": ("Add: Half", STATE),
        "traces": ("Draw", {"points": [[127.5, 39.9]]}),
    }


def test_a_form_that_is_done_with_leaves_nothing(folder, atlas):
    book = journal.Journal(folder, atlas)
    book.draft("site", "Add", STATE)
    book.no_draft("site")
    assert not book.path.exists()


def test_saving_edits_keeps_the_draft_and_the_other_way_round(folder, atlas):
    book = journal.Journal(folder, atlas)
    book.attribute("sites", 1, "u", 1, "note", "typed")
    book.draft("site", "Add", STATE)
    book.clear("sites")
    book.close()
    (left,) = journal.left_behind(folder, atlas)
    assert left.count == 0 and [draft.state for draft in left.drafts] == [STATE]
    journal.forget_edits(left.path)
    assert left.path.exists()
    journal.forget_draft(left.path, "site")
    assert not left.path.exists()


def test_a_journal_of_before_drafts_is_read(folder, atlas):
    book = journal.Journal(folder, atlas)
    book.attribute("sites", 1, "u", 1, "note", "typed")
    book.close()
    with sqlite3.connect(book.path) as db:
        db.execute("DROP TABLE drafts")
    db.close()
    (left,) = journal.left_behind(folder, atlas)
    assert left.count == 1 and left.drafts == []
    journal.forget_draft(left.path, "site")
    assert left.path.exists()
    journal.forget_edits(left.path)
    assert not left.path.exists()
