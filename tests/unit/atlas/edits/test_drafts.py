# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Drafts of forms and drawings: what outlives a crash, whose they are, and what a broken one does."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import sqlite3
import subprocess
import sys
import textwrap

import pytest
from places import PYTHON_PATH

from dprk_city_atlas.plugin.core.atlas.edits import drafts, journal
from dprk_city_atlas.plugin.core.atlas.model import City
from dprk_city_atlas.plugin.core.atlas.store import store
from dprk_city_atlas.plugin.core.errors import AtlasError

FORM = {"name": "새 장마당 O'Brien\"", "position": {"text": "39.9, 127.5"}, "by_hand": True, "spin": 12.5}


@pytest.fixture
def atlas(tmp_path):
    return store.create(tmp_path / "a.gpkg", [City(name="Hamhung")], title="Test")


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "profile" / "journal"


@pytest.fixture
def book(folder, atlas):
    made = journal.Journal(folder, atlas)
    yield made
    made.close()


def left_by(book):
    """End a session as the system does when it kills one, and return what it left."""
    book.close()
    return journal.read(book.path)


def rewrite(path, statement, *values):
    with contextlib.closing(sqlite3.connect(str(path))) as db, db:
        db.execute(statement, values)


@pytest.mark.skipif(os.name == "nt", reason="SIGKILL")
def test_a_draft_outlives_a_killed_process_as_it_was_last_put(folder, atlas):
    code = f"""
        import os, signal
        from pathlib import Path
        from dprk_city_atlas.plugin.core.atlas.edits import journal
        from dprk_city_atlas.plugin.core.atlas.store import store
        book = journal.Journal(Path({str(folder)!r}), store.open_atlas(Path({str(atlas.path)!r})))
        for length in range(200):
            book.draft("site", "Add", {{"name": "x" * length}})
        book.draft("traces", "Draw", {{"points": [[127.5, 39.9]]}})
        os.kill(os.getpid(), signal.SIGKILL)
    """
    environment = {**os.environ, "PYTHONPATH": PYTHON_PATH}
    result = subprocess.run([sys.executable, "-c", textwrap.dedent(code)], env=environment, check=False)
    assert result.returncode == -signal.SIGKILL
    (left,) = journal.left_behind(folder, atlas)
    found = {draft.kind: draft.state for draft in left.drafts}
    assert found == {"site": {"name": "x" * 199}, "traces": {"points": [[127.5, 39.9]]}}
    assert (left.count, left.total, left.same_file(atlas)) == (0, 2, True)
    assert journal.all_left_behind(folder)[0].path == left.path


def test_a_draft_that_ended_leaves_nothing(book, folder):
    book.draft("site", "Add", FORM)
    book.no_draft("site")
    book.no_draft("site")
    assert list(folder.iterdir()) == []


def test_drafts_and_edits_live_and_go_independently(book):
    book.draft("site", "Add", FORM)
    book.attribute("sites", 1, "u", 1, "note", "x")
    book.clear("sites")
    assert book.path.exists(), "saving the edits must not take the half-filled form along"
    book.attribute("sites", 1, "u", 1, "note", "y")
    book.no_draft("site")
    left = left_by(book)
    assert (left.count, left.drafts) == (1, [])


def test_what_was_put_is_what_is_read(book):
    book.draft("site", "Add", FORM)
    (draft,) = left_by(book).drafts
    assert draft.state == FORM
    assert draft.at.endswith("Z")


def test_the_draft_of_a_living_session_is_not_offered(book, folder, atlas):
    book.draft("site", "Add", FORM)
    assert journal.left_behind(folder, atlas) == []
    assert journal.all_left_behind(folder) == []
    book.close()
    assert len(journal.left_behind(folder, atlas)[0].drafts) == 1


def test_the_draft_of_another_atlas_is_not_offered(book, folder, atlas, tmp_path):
    other = store.create(tmp_path / "other.gpkg", [City(name="Chongjin")], title="Other")
    book.draft("site", "Add", FORM)
    book.draft("claim", "Claim", {"text": "c"})
    book.close()
    assert journal.left_behind(folder, other) == []
    rewrite(book.path, "UPDATE drafts SET atlas = ? WHERE kind = 'site'", other.uuid)
    assert [draft.kind for draft in journal.left_behind(folder, atlas)[0].drafts] == ["claim"]


def test_drafts_made_in_the_original_are_not_offered_in_its_copy(book, folder, atlas, tmp_path):
    book.draft("site", "Add", FORM)
    book.close()
    atlas.copy_to(tmp_path / "copy.gpkg")
    assert journal.left_behind(folder, store.open_atlas(tmp_path / "copy.gpkg")) == []


@pytest.mark.parametrize(
    ("column", "value", "why"),
    [
        ("state", '{"name": "cut off', "Unterminated"),
        ("state", '["a list"]', "not a record"),
        ("state", "[" * 100_000, "nested"),
        ("state", '{"x": NaN}', "not a number"),
        ("state", None, "Expecting value"),
        ("state", b"\xff\xfe\x00 no text", "utf-8"),
        ("state", 7, "not a record"),
        ("state", '{"x": "' + "y" * drafts.MOST_BYTES + '"}', "more than"),
        ("version", 99, "version 99"),
        ("version", "two", "version two"),
    ],
)
def test_a_broken_draft_is_told_and_put_aside_and_the_others_are_offered(
    book, folder, atlas, column, value, why
):
    book.draft("site", "Add", FORM)
    book.draft("claim", "Claim", {"text": "whole"})
    book.attribute("sites", 1, "u", 1, "note", "x")
    book.close()
    rewrite(book.path, f"UPDATE drafts SET {column} = ? WHERE kind = 'site'", value)
    (left,) = journal.left_behind(folder, atlas)
    assert (left.count, [draft.kind for draft in left.drafts]) == (1, ["claim"])
    (told,) = journal.put_broken_aside(left)
    assert why in told
    aside = next(folder.glob("*.damaged"))
    assert str(aside) in told
    (left,) = journal.left_behind(folder, atlas)
    assert (left.count, len(left.drafts), left.broken) == (1, 1, [])


def test_a_journal_with_nothing_but_a_broken_draft_goes(book, folder, atlas):
    book.draft("site", "Add", FORM)
    book.close()
    rewrite(book.path, "UPDATE drafts SET state = 'no'")
    (left,) = journal.left_behind(folder, atlas)
    assert left.total == 0
    journal.put_broken_aside(left)
    assert [path.suffix for path in folder.iterdir()] == [".damaged"]


def test_what_is_too_long_is_told_and_the_last_draft_stays(book):
    book.draft("traces", "Draw", {"points": [1]})
    with pytest.raises(AtlasError, match="too long"):
        book.draft("traces", "Draw", {"points": list(range(drafts.MOST_BYTES // 4))})
    assert left_by(book).drafts[0].state == {"points": [1]}


@pytest.mark.parametrize("value", [float("nan"), float("inf"), object()])
def test_what_cannot_be_written_down_is_told(book, value):
    with pytest.raises(AtlasError, match="cannot be kept"):
        book.draft("traces", "Draw", {"points": [value]})
    book.close()
    assert not book.path.exists()


def test_texts_that_are_no_unicode_are_kept(book):
    book.draft("site", "Add \udc00", {"name": "half \ud800 and \0 nul"})
    assert left_by(book).drafts[0].state == {"name": "half \ud800 and \0 nul"}


def test_what_is_settled_goes_one_by_one_and_the_file_with_the_last(book, folder):
    book.draft("site", "Add", FORM)
    book.draft("claim", "Claim", {"text": "c"})
    book.attribute("sites", 1, "u", 1, "note", "x")
    book.close()
    journal.forget_edits(book.path)
    left = journal.read(book.path)
    assert (left.count, len(left.drafts)) == (0, 2)
    journal.forget_draft(book.path, "site")
    assert [draft.kind for draft in journal.read(book.path).drafts] == ["claim"]
    journal.forget_draft(book.path, "claim")
    assert list(folder.iterdir()) == []
    with pytest.raises(AtlasError, match="Another QGIS"):
        journal.forget_draft(book.path, "claim")
    assert list(folder.iterdir()) == [], "looking for it must not make it anew"


def test_what_does_not_hold_what_it_should_is_put_aside_as_it_is(book, folder, atlas):
    book.draft("site", "Add: Market", {"site": 7})
    left = left_by(book)
    left.broken.append(journal.broken(left.drafts[0], KeyError("fields")))
    (told,) = journal.put_broken_aside(left)
    assert "“Add: Market”" in told and "fields" in told
    (aside,) = folder.iterdir()
    assert json.loads(aside.read_text("utf-8")) == {"site": 7}


def test_two_broken_drafts_do_not_overwrite_each_other(book, folder):
    book.draft("site", "Add", FORM)
    book.draft("claim", "Claim", {"text": "c"})
    book.close()
    rewrite(book.path, "UPDATE drafts SET version = 0")
    left = journal.read(book.path)
    assert len(journal.put_broken_aside(left)) == 2
    assert len([path for path in folder.iterdir() if path.suffix == ".damaged"]) == 2
