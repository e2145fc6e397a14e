# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Tables of text on their way out: to a spreadsheet's clipboard or a CSV file, no cell run as a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from .exchange.formula import guarded
from .files import write_text


def as_tsv(header: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table as tab-separated text; tabs and line ends within a cell become spaces."""
    return "\n".join("\t".join(guarded(" ".join(cell.split())) for cell in row) for row in [header, *rows])


def write_csv(
    path: Path, header: Sequence[str], rows: Iterable[Sequence[str]], notes: Sequence[str] = ()
) -> None:
    """Write a table as UTF-8 CSV, whole or not at all; ``notes`` follow under it, one a row."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerows([guarded(cell) for cell in row] for row in [header, *rows])
    writer.writerows([guarded(note)] for note in notes)
    write_text(path, stream.getvalue())
