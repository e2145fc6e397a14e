# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Files are whole or not there."""

from __future__ import annotations

import errno
import json
import os
import time

import pytest

from dprk_city_atlas.plugin.core import files
from dprk_city_atlas.plugin.core.errors import AtlasError


def test_json_is_utf8_with_keys_in_order(tmp_path):
    target = tmp_path / "보고서.json"
    files.write_json(target, {"verdict": "함흥", "a": [1.5, None]})
    assert target.read_bytes().decode("utf-8").startswith('{\n  "verdict": "함흥",\n  "a"')
    assert json.loads(target.read_text(encoding="utf-8")) == {"verdict": "함흥", "a": [1.5, None]}
    assert [path.name for path in tmp_path.iterdir()] == [target.name]


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_numbers_that_json_does_not_know_leave_the_old_report(tmp_path, value):
    target = tmp_path / "report.json"
    target.write_text("old", encoding="utf-8")
    with pytest.raises(ValueError, match="JSON"):
        files.write_json(target, {"rms": value})
    assert target.read_text(encoding="utf-8") == "old"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_failing_writer_leaves_the_old_file_and_nothing_else(tmp_path):
    target = tmp_path / "atlas.kmz"
    target.write_bytes(b"old")
    with pytest.raises(RuntimeError), files.replacing(target) as partial:
        partial.write_bytes(b"half")
        raise RuntimeError("the writer broke")
    assert target.read_bytes() == b"old"
    assert len(list(tmp_path.iterdir())) == 1


def test_a_full_disk_is_told_with_the_path(tmp_path):
    target = tmp_path / "sheet.pdf"
    target.write_bytes(b"old")
    with pytest.raises(AtlasError, match="sheet.pdf.*No space left") as caught, files.replacing(target):
        raise OSError(errno.ENOSPC, "No space left on device")
    assert "unchanged" in caught.value.hint
    assert target.read_bytes() == b"old"


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(AtlasError, match="could not be written"):
        files.write_text(tmp_path / "nowhere" / "report.json", "{}")


def test_the_writer_sees_the_suffix_of_the_target(tmp_path):
    with files.replacing(tmp_path / "map.svg") as partial:
        assert partial.suffix == ".svg"
        partial.write_text("<svg/>", encoding="utf-8")
    assert (tmp_path / "map.svg").read_text(encoding="utf-8") == "<svg/>"


@pytest.mark.parametrize("ending", ["-wal", "-journal"])
def test_a_database_log_beside_the_target_keeps_the_old_file(tmp_path, ending):
    target = tmp_path / "a.gpkg"
    target.write_bytes(b"old")
    (tmp_path / f"a.gpkg{ending}").write_bytes(b"changes of a program that was killed")
    with pytest.raises(AtlasError, match=f"a.gpkg{ending}.*would get into"), files.replacing(target):
        raise AssertionError("nothing may be written")
    assert target.read_bytes() == b"old"


def test_a_write_protected_file_is_not_replaced(tmp_path):
    target = tmp_path / "a.gpkg"
    target.write_bytes(b"kept")
    target.chmod(0o444)
    with pytest.raises(AtlasError, match="write-protected"), files.replacing(target) as partial:
        partial.write_bytes(b"new")
    assert target.read_bytes() == b"kept"
    assert [path.name for path in tmp_path.iterdir()] == ["a.gpkg"]


def test_an_error_while_writing_names_the_target(tmp_path):
    target = tmp_path / "a.gpkg"
    with pytest.raises(AtlasError) as caught, files.replacing(target) as partial:
        raise AtlasError(f"{partial} is no good.")
    assert str(caught.value) == f"{target} is no good."


def test_what_a_killed_writer_left_goes_with_the_next_one_and_a_living_one_stays(tmp_path):
    left = [
        tmp_path / f".{name}"
        for name in ("map-0123456789ab.csv", "map-0123456789ac.csv-journal", "map-0123456789ad.csv")
    ]
    others = [tmp_path / ".map-notes.csv", tmp_path / ".another-0123456789ab.csv", tmp_path / "map.kml"]
    for path in left + others:
        path.write_bytes(b"x")
        os.utime(path, (time.time() - 7200,) * 2)
    os.utime(left[2])  # somebody writes to it now
    with files.replacing(tmp_path / "map.csv") as partial:
        partial.write_bytes(b"new")
    assert sorted(tmp_path.iterdir()) == sorted([left[2], *others, tmp_path / "map.csv"])
    files.remove_left_over(tmp_path)
    assert not others[1].exists()
    files.remove_left_over(tmp_path / "no such folder")


def test_the_new_file_may_be_read_by_whom_the_old_one_could(tmp_path):
    target = tmp_path / "private.csv"
    target.write_text("old", encoding="utf-8")
    target.chmod(0o600)
    files.write_text(target, "new")
    assert target.stat().st_mode & 0o777 == 0o600
    assert target.read_text(encoding="utf-8") == "new"


def test_a_link_stays_a_link_and_what_it_leads_to_is_replaced(tmp_path):
    (tmp_path / "far").mkdir()
    real, link = tmp_path / "far" / "real.csv", tmp_path / "link.csv"
    real.write_text("old", encoding="utf-8")
    link.symlink_to(real)
    files.write_text(link, "new")
    assert link.is_symlink()
    assert real.read_text(encoding="utf-8") == "new"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["far", "link.csv"]
