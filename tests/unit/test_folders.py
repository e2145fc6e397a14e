# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""A folder is replaced in one step: killed at any call, it is the old one or the new one, never a mixture."""

from __future__ import annotations

import os
import sys

import pytest

from dprk_city_atlas.plugin.core import folders

OWN = ("a.txt", "b.txt")


def killed_at(target, at, way):
    """Replace the folder in a process that ends at its ``at``-th call; tell whether it came through."""
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    try:
        made = folders.beside(target)  # named after this process, which is gone when it is looked for
        made.mkdir()
        for name in OWN:
            (made / name).write_text("new", encoding="utf-8")
        if way == "plain":
            folders._swapped = lambda first, second: False
        left = [at]

        def counted(event, _arguments):
            if event.split(".")[0] in ("os", "shutil", "open", "ctypes"):
                left[0] -= 1
                if not left[0]:
                    os._exit(9)

        sys.addaudithook(counted)
        folders.put_in_place(made, target, OWN)
        os._exit(0)
    finally:
        os._exit(1)


@pytest.fixture
def target(tmp_path):
    folder = tmp_path / "brief"
    (folder / "mine").mkdir(parents=True)
    for name in OWN:
        (folder / name).write_text("old", encoding="utf-8")
    (folder / "note.txt").write_text("note", encoding="utf-8")
    (folder / "mine" / "picture.txt").write_text("picture", encoding="utf-8")
    return folder


def said(folder):
    return {(folder / name).read_text(encoding="utf-8") for name in OWN}


@pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are not forked here")
@pytest.mark.parametrize("way", ["exchange", "plain"])
def test_a_kill_at_any_call_leaves_one_of_the_two(target, way):
    whole = False
    for at in range(1, 200):
        whole = killed_at(target, at, way)
        folders.remove_remnants(target)
        assert said(target) in ({"old"}, {"new"}), at
        assert (target / "note.txt").read_text(encoding="utf-8") == "note"
        assert (target / "mine" / "picture.txt").read_text(encoding="utf-8") == "picture"
        assert [path.name for path in target.parent.iterdir()] == ["brief"], at
        if whole:
            break
        for name in OWN:
            (target / name).write_text("old", encoding="utf-8")
    assert whole and at > 5


def test_what_is_being_written_by_a_living_program_stays(target):
    made = folders.beside(target)
    made.mkdir()
    folders.remove_remnants(target)
    assert made.is_dir()


def test_a_first_folder_is_only_renamed(tmp_path):
    made = folders.beside(tmp_path / "fresh")
    made.mkdir()
    (made / "a.txt").write_text("new", encoding="utf-8")
    folders.put_in_place(made, tmp_path / "fresh", OWN)
    assert [path.name for path in tmp_path.iterdir()] == ["fresh"]
