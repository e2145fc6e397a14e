# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Every CSV file is written alike: one byte order mark, one guard, whole or not at all."""

from __future__ import annotations

import ast
import csv
from pathlib import Path

import pytest

from dprk_city_atlas.plugin.core import tables_out

PLUGIN = Path(tables_out.__file__).resolve().parents[1]


def test_a_mark_a_guard_and_notes(tmp_path):
    path = tmp_path / "o.csv"
    rows = (row for row in [["=1+1", None], ["-5", 3], ["a\nb", "함흥"]])
    assert tables_out.write_csv(path, ["name", "=n"], rows, ["+ a note"]) == 3
    assert path.read_bytes().startswith(b"\xef\xbb\xbfname,'=n\r\n")
    with path.open(encoding="utf-8-sig", newline="") as stream:
        assert list(csv.reader(stream))[1:] == [["'=1+1", ""], ["-5", "3"], ["a\nb", "함흥"], ["'+ a note"]]


def test_a_failure_leaves_the_older_file(tmp_path):
    path = tmp_path / "o.csv"
    path.write_text("older")

    def rows():
        yield ["a"]
        raise RuntimeError("stopped")

    with pytest.raises(RuntimeError):
        tables_out.write_csv(path, ["x"], rows())
    assert path.read_text() == "older" and list(tmp_path.iterdir()) == [path]


def test_text_for_the_clipboard_keeps_a_cell_a_cell():
    assert tables_out.as_tsv(["a", "b"], [["x\ty\nz", "=1"], [None, 2.5]]) == "a\tb\nx y z\t'=1\n\t2.5"


def test_nobody_else_writes_csv():
    """One writer: a second one would have another guard (claims.csv once had) or no byte order mark."""
    writers = [
        path.relative_to(PLUGIN).as_posix()
        for path in PLUGIN.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Attribute) and node.attr in ("writer", "DictWriter")
        and isinstance(node.value, ast.Name) and node.value.id == "csv"
    ]  # fmt: skip
    assert writers == ["core/tables_out.py"]
