# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Tables on their way out: every CSV file and every copied table is written here, with one guard.

A spreadsheet runs a cell that begins like a formula.  Such cells get an apostrophe in front, which our own
import takes off again.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Sequence
from pathlib import Path

from .files import replacing

STARTS = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet would run."""
NUMBER = re.compile(r"[+-]?\d+(\.\d+)?([eE][+-]?\d+)?")


def guarded(text: str) -> str:
    """Return ``text`` with an apostrophe before what a spreadsheet would take for a formula.

    Plain numbers stay numbers.  Text that looks guarded already gets one more, so that nothing is lost.
    """
    if text.lstrip("'").startswith(STARTS) and not NUMBER.fullmatch(text):
        return "'" + text
    return text


def unguarded(text: str) -> str:
    """Return what ``guarded`` was given."""
    return text[1:] if text.startswith("'") and text.lstrip("'").startswith(STARTS) else text


def text_of(cell: object) -> str:
    """Return a value as it stands in a cell; nothing for None."""
    return "" if cell is None else str(cell)


def tsv_cell(cell: object) -> str:
    """Return a value as one guarded cell of tab-separated text: tabs and line ends become spaces."""
    return guarded(" ".join(text_of(cell).split()))


def as_tsv(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return a table as tab-separated text for the clipboard."""
    return "\n".join("\t".join(map(tsv_cell, row)) for row in [header, *rows])


def write_csv(
    path: Path,
    header: Sequence[str],
    rows: Iterable[Sequence[object]],
    notes: Sequence[str] = (),
    *,
    guard: bool = True,
) -> int:
    """Write a CSV file, whole or not at all; return how many rows it has.

    UTF-8 with a byte order mark, without which spreadsheets take it for the local code page; lines end
    as RFC 4180 wants them.  ``notes`` follow under the rows, one a line.  ``guard`` is off where only a
    program reads the file.
    """
    made = guarded if guard else str
    count = 0
    with (
        replacing(path) as partial,
        partial.open("w", encoding="utf-8-sig", newline="", errors="replace") as file,
    ):
        writer = csv.writer(file)
        writer.writerow([made(cell) for cell in header])
        for row in rows:
            writer.writerow([made(text_of(cell)) for cell in row])
            count += 1
        writer.writerows([made(note)] for note in notes)
    return count
