# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Tables from files and from the clipboard, as rows of text with the row numbers a spreadsheet shows.

``read_table`` and ``read_text`` give a ``Table``; ``understand.understand`` says what its columns are;
``row_reader.read_rows`` reads its rows by that.
"""

from __future__ import annotations

import csv
import io
import itertools
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Callable, Optional, TextIO

from ...i18n import tr
from ...tables_out import unguarded
from .. import encoding as enc
from ..archive import Archive, kind_by_magic
from ..kml.reader import file_chunks
from ..limits import DEFAULT_LIMITS, Limits, Refused, refuse
from .shape import body_of
from .spreadsheets import Workbook, open_workbook
from .table import FORMULA, Found, Shape, Stated, Table
from .understand import understand

Opened = Callable[[], TextIO]
"""Opens a text at its beginning."""
SEPARATORS = (",", ";", "\t", "|")
SNIFF_ROWS = 60
SURVEYED_ROWS = 120
MOST_SURVEYED = 40
_DECIMAL_COMMA = re.compile(r"[-+]?\d{1,3},\d+")
_DECIMAL_POINT = re.compile(r"[-+]?\d{1,3}\.\d+")


def read_table(path: Path, limits: Limits = DEFAULT_LIMITS, stated: Optional[Stated] = None) -> Table:
    """Read a table from .csv, .tsv, .txt, .xlsx or .ods, by what the file is and not by its name.

    ``stated`` is what a person says of its shape; the rest is found.  Raises Refused naming file and line of
    what cannot be read.
    """
    path, stated = Path(path), stated or Stated()
    try:
        size = path.stat().st_size
        with path.open("rb") as stream:
            head = stream.read(4096)
    except OSError as err:
        reason = tr("ReadTable", "cannot be opened ({reason}).").format(reason=err.strerror)
        raise refuse(path.name, reason) from err
    if not head:
        raise refuse(path.name, tr("ReadTable", "the file is empty."))
    if size > limits.table_bytes:
        raise refuse(
            path.name, tr("ReadTable", "{size:,} bytes are more than is read of a table.").format(size=size)
        )
    kind = kind_by_magic(head)
    if kind == "zip":
        return _read_spreadsheet(path, limits, stated)
    if kind != "text":
        raise refuse(
            path.name,
            tr("ReadTable", "this is {kind}, not a table.").format(kind=kind),
            hint=tr("ReadTable", "Save it as .xlsx, .ods or .csv."),
        )
    return _read_file_of_text(path, limits, stated)


def _read_file_of_text(path: Path, limits: Limits, stated: Stated) -> Table:
    found = enc.of_text(lambda: file_chunks(path))
    chosen = stated.encoding or found.value

    def text() -> TextIO:
        return path.open(encoding=chosen, errors="replace", newline="")

    table = _read_text(text, path.name, limits, stated)
    sure = bool(stated.encoding) or found.sure
    table.shape = replace(table.shape, encoding=Found(chosen, found.alternatives, sure))
    if stated.encoding and _has_broken_letters(text):
        note = tr("ReadTable", "The letters cannot all be read as {encoding}.")
        table.notes.insert(0, note.format(encoding=stated.encoding))
    if not stated.encoding and not chosen.startswith("utf"):
        note = (
            tr("ReadTable", "The text is not UTF-8; it was read as {encoding}. Check the names.")
            if sure
            else tr("ReadTable", "The encoding is not certain; {encoding} was taken. Check the names.")
        )
        table.notes.append(note.format(encoding=chosen))
    return table


def _has_broken_letters(text: Opened) -> bool:
    with text() as stream:
        return any("\ufffd" in piece for piece in iter(lambda: stream.read(1 << 20), ""))


def read_text(
    text: str, name: str = "pasted text", limits: Limits = DEFAULT_LIMITS, stated: Optional[Stated] = None
) -> Table:
    """Read a table from text (the clipboard's); the separator is found by trying."""
    return _read_text(lambda: io.StringIO(text, newline=""), name, limits, stated or Stated())


def _read_text(text: Opened, name: str, limits: Limits, stated: Stated) -> Table:
    with text() as stream:
        sample = stream.read(64 * 1024).lstrip("\ufeff").replace("\x00", "")
    _check_form(sample, name)
    sample, said = _stated_separator(sample)
    separators = [said] if said else _separators(sample)
    separator = stated.separator or separators[0]
    rows, numbers, lost = _cut(lambda: _lines(text, bool(said), name, limits), separator, name, limits)
    table = _finish(rows, numbers, name, stated, lost, limits)
    decimal = stated.decimal or _decimal(table)
    table.shape = Shape(
        table.shape.heading_row,
        separator=Found(separator, tuple(separators), sure=len(separators) < 2 or bool(stated.separator)),
        decimal=Found(decimal, (decimal, "." if decimal == "," else ",")),
    )
    return table


def _check_form(sample: str, name: str) -> None:
    """Refuse what is text and no table."""
    begin = sample.lstrip()
    if not begin:
        raise refuse(name, tr("ReadTable", "there is no text."))
    hint = tr("ReadTable", "Open it in a spreadsheet and save it as .xlsx, .ods or .csv.")
    if begin[0] == "<":
        raise refuse(name, tr("ReadTable", "this is XML or HTML, not a table."), hint=hint)
    if begin[0] == "{" or begin[:2] in ("[{", "[["):
        raise refuse(name, tr("ReadTable", "this is JSON, not a table."), hint=hint)


def _lines(text: Opened, without_first: bool, name: str, limits: Limits) -> Iterator[str]:
    """Give the lines of a text, none longer than is read."""
    chars = 0
    with text() as stream:
        for number, line in enumerate(iter(lambda: stream.readline(limits.line_chars + 1), ""), 1):
            chars += len(line)
            if len(line) > limits.line_chars or chars > limits.table_chars:
                raise refuse(name, tr("ReadTable", "the table holds more text than is read."), line=number)
            if number == 1:
                if without_first:
                    continue
                line = line.lstrip("\ufeff")
            yield line.replace("\x00", "")


def _cut(
    lines: Callable[[], Iterator[str]], separator: str, name: str, limits: Limits
) -> tuple[list[list[str]], list[int], list[tuple[int, str]]]:
    """Cut a text into the rows that hold anything.  A cell over the limit costs its row, not the table."""
    rows: list[list[str]] = []
    numbers: list[int] = []
    lost: list[tuple[int, str]] = []
    began = last = cells = 0
    before = csv.field_size_limit(limits.line_chars)
    try:
        reader = csv.reader(lines(), delimiter=separator)
        for number, row in enumerate(reader, 1):
            began, last = last, reader.line_num
            cells += len(row)
            _check_size(name, number, len(row), cells, limits)
            if any(len(cell) > limits.kept_chars for cell in row):
                reason = tr("ReadTable", "a cell holds more than {count:,} characters.")
                lost.append((number, reason.format(count=limits.kept_chars)))
            elif any(cell.strip() for cell in row):
                rows.append(row)
                numbers.append(number)
    except csv.Error as err:
        raise refuse(name, f"{err}.", line=reader.line_num) from err
    finally:
        csv.field_size_limit(before)
    _check_quotes(name, itertools.islice(lines(), began, None), began, separator)
    return rows, numbers, lost


def _check_quotes(name: str, lines: Iterator[str], began: int, separator: str) -> None:
    """Refuse a table whose last row is one because a quotation mark was never closed: it holds all others."""
    rest = "".join(lines)
    if rest.count('"') % 2 == 0:
        return
    try:
        list(csv.reader(io.StringIO(rest, newline=""), delimiter=separator, strict=True))
    except csv.Error as err:
        if "end of data" in str(err):
            raise refuse(
                name,
                tr("ReadTable", "a quotation mark at the beginning of a cell is never closed."),
                line=began + 1,
                hint=tr("ReadTable", "Close it, or double it where it belongs to the text."),
            ) from err


def _stated_separator(text: str) -> tuple[str, str]:
    """Take off the line ``sep=;`` that spreadsheets understand."""
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) == 5:
        return rest, first.strip()[4]
    return text, ""


def _separators(text: str) -> list[str]:
    """Return the separators that may cut the text, the likeliest first."""
    sample = text[: 64 * 1024]
    lines = sample.splitlines()[:SNIFF_ROWS]
    scores = {separator: _evenness("\n".join(lines), separator) for separator in SEPARATORS}
    fitting = [separator for separator in sorted(scores, key=lambda s: -scores[s]) if scores[separator] > 0]
    return fitting or [","]


def _evenness(sample: str, separator: str) -> float:
    """How evenly a separator cuts the rows, and into how many columns; 0 where it does not."""
    try:
        rows = [row for row in csv.reader(io.StringIO(sample, newline=""), delimiter=separator) if any(row)]
    except csv.Error:
        return 0.0
    widths = [len(row) for row in rows]
    usual = max(set(widths), key=lambda width: (widths.count(width), width)) if widths else 1
    if usual < 2:
        return 0.0
    # Titles stand above the headings; what follows the first row of the usual width must be as wide.
    start = widths.index(usual)
    even = widths[start:].count(usual) / len(widths[start:])
    # commas within decimals cut no cell that is a number where another separator cuts whole ones
    split = sum(
        sum(cell.strip().isdigit() for cell in row) for row in rows[start:] if separator == ","
    ) / max(len(rows[start:]) * usual, 1)
    return even * (1 + min(usual, 30) / 100) * (1.0 if start == 0 else 0.9) * (1.0 - 0.3 * split)


def sniff(text: str) -> str:
    """Return the likeliest separator of a text."""
    return _separators(text)[0]


def _decimal(table: Table) -> str:
    cells = [cell for row in table.rows[:SURVEYED_ROWS] for cell in row]
    commas = sum(bool(_DECIMAL_COMMA.fullmatch(cell)) for cell in cells)
    return "," if commas > sum(bool(_DECIMAL_POINT.fullmatch(cell)) for cell in cells) else "."


def _read_spreadsheet(path: Path, limits: Limits, stated: Stated) -> Table:
    with Archive(path, limits) as archive:
        workbook = open_workbook(archive, limits)
        if workbook is None:
            raise refuse(path.name, tr("ReadTable", "this archive is no spreadsheet (.xlsx or .ods)."))
        if stated.sheet and stated.sheet not in workbook.sheets:
            raise refuse(
                path.name,
                tr("ReadTable", "there is no sheet “{name}”.").format(name=stated.sheet),
                hint=tr("ReadTable", "There are: {names}.").format(names=", ".join(workbook.sheets)),
            )
        sheet = (
            Found(stated.sheet, tuple(workbook.sheets))
            if stated.sheet
            else _best_sheet(workbook, path, stated, limits)
        )
        rows = workbook.rows(sheet.value)
    filled = [(number, row) for number, row in rows if any(cell.strip() for cell in row)]
    table = _finish([row for _n, row in filled], [n for n, _row in filled], path.name, stated, [], limits)
    table.kind = workbook.kind
    table.shape = Shape(table.shape.heading_row, sheet, decimal=Found("."))
    others = [name for name in sheet.alternatives if name != sheet.value]
    if others:
        note = tr("ReadTable", "The sheet “{name}” was read; there are others: {others}.")
        table.notes.append(note.format(name=sheet.value, others=", ".join(others)))
    return table


def _best_sheet(workbook: Workbook, path: Path, stated: Stated, limits: Limits) -> Found[str]:
    """Return the sheet that states positions most clearly; of equal ones the first."""
    names = workbook.sheets
    if len(names) == 1:
        return Found(names[0])
    worth = {name: _worth(workbook, name, path, stated, limits) for name in names[:MOST_SURVEYED]}
    best = max(worth, key=lambda name: worth[name])
    with_positions = [name for name in names if worth.get(name, 0.0) >= 1.0]
    return Found(
        best, tuple(sorted(names, key=lambda name: -worth.get(name, 0.0))), sure=len(with_positions) < 2
    )


def _worth(workbook: Workbook, name: str, path: Path, stated: Stated, limits: Limits) -> float:
    try:
        rows = workbook.rows(name, SURVEYED_ROWS)
        filled = [(number, row) for number, row in rows if any(cell.strip() for cell in row)]
        table = _finish([row for _n, row in filled], [n for n, _ in filled], path.name, stated, [], limits)
    except Refused:
        return 0.0
    if not table.rows:
        return 0.0
    found = understand(table)
    return (
        (2.0 if found.has_position else 0.0)
        + (0.5 if found.questions else 0.0)
        + min(len(table.rows), 100) / 1000
    )


def _check_size(name: str, number: int, width: int, cells: int, limits: Limits) -> None:
    if number > limits.rows or width > limits.columns or cells > limits.cells:
        raise refuse(name, tr("ReadTable", "the table has more rows or columns than are read."), line=number)


def _finish(
    rows: list[list[str]],
    numbers: list[int],
    name: str,
    stated: Stated,
    lost: list[tuple[int, str]],
    limits: Limits,
) -> Table:
    if not rows:
        raise refuse(name, tr("ReadTable", "the table is empty."))
    width = max(len(row) for row in rows)
    if width * len(rows) > limits.cells:
        raise refuse(name, tr("ReadTable", "the table has more rows or columns than are read."))
    for row in rows:
        row.extend([""] * (width - len(row)))
        row[:] = [unguarded(cell.strip()) for cell in row]
    body = body_of(rows, numbers, stated.heading_row)
    table = Table(body.headings, body.rows, body.numbers, notes=body.notes, lost=lost)
    table.shape = Shape(body.heading_row)
    formulas = sum(FORMULA in cell for row in body.rows for cell in row)
    if formulas:
        note = tr(
            "ReadTable",
            "%n formulas have no stored value: open the file in a spreadsheet and save it.",
            formulas,
        )
        table.notes.append(note)
    return table
