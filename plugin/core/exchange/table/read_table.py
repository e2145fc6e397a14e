# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Tables from files and from the clipboard, as rows of text with the row numbers a spreadsheet shows."""

from __future__ import annotations

import csv
import io
from dataclasses import dataclass, field
from pathlib import Path
from typing import Callable, Dict, Iterable, List, Sequence, Tuple

from ...tables_out import unguarded
from .. import encoding as enc
from ..archive import Archive, kind_by_magic
from ..kml.reader import file_chunks
from ..limits import DEFAULT_LIMITS, Limits, refuse
from .angle_columns import joined
from .spreadsheets import read_ods, read_xlsx

DELIMITERS = (",", ";", "\t", "|")
SNIFF_ROWS = 60
TITLE_ROWS = 10
MAX_FIELD = 131_072


@dataclass
class Table:
    """``rows[i]`` stands in row ``numbers[i]`` of the file (the heading in row 1); all cells are text."""

    headings: List[str]
    rows: List[List[str]]
    numbers: List[int]
    kind: str = "csv"
    encoding: str = ""
    delimiter: str = ""
    sheet: str = ""
    notes: List[str] = field(default_factory=list)
    joined: List[int] = field(default_factory=list)
    """Columns made here of several others: the position, or latitude and longitude."""

    def column(self, index: int) -> List[str]:
        """Return one column."""
        return [row[index] for row in self.rows]


def read_table(path: Path, limits: Limits = DEFAULT_LIMITS, encoding: str = "") -> Table:
    """Read a table from .csv, .tsv, .txt, .xlsx or .ods, by what the file is and not by its name.

    ``encoding`` is what the user says of a text file (empty: it is found).
    Raises Refused naming file and line of what cannot be read.
    """
    path = Path(path)
    try:
        size = path.stat().st_size
        with path.open("rb") as stream:
            head = stream.read(4096)
    except OSError as err:
        raise refuse(path.name, f"cannot be opened ({err.strerror}).") from err
    if not head:
        raise refuse(path.name, "the file is empty.")
    if size > limits.file_bytes // 4:
        raise refuse(path.name, f"{size:,} bytes are more than is read of a table.")
    kind = kind_by_magic(head)
    if kind == "zip":
        return _read_spreadsheet(path, limits)
    if kind != "text":
        raise refuse(path.name, f"this is {kind}, not a table.", hint="Save it as .xlsx, .ods or .csv.")
    chosen, sure = (encoding, True) if encoding else _encoding(lambda: file_chunks(path), head)
    text = b"".join(file_chunks(path)).decode(chosen, "replace")
    table = read_text(text, path.name, limits)
    table.encoding = chosen
    if encoding and "\ufffd" in text:
        table.notes.insert(0, f"The letters cannot all be read as {encoding}.")
    if not sure:
        table.notes.append(f"The text is not UTF-8; it was read as {chosen}. Check the names.")
    return table


def _encoding(chunks: Callable[[], Iterable[bytes]], head: bytes) -> Tuple[str, bool]:
    marked = enc.by_mark(head)
    if marked:
        return ("utf-8-sig" if marked == "utf-8" else marked), True
    if head[1::2].count(0) > len(head) // 4:
        return "utf-16-le", True
    if head[::2].count(0) > len(head) // 4:
        return "utf-16-be", True
    if enc.is_valid(chunks(), "utf-8"):
        return "utf-8", True
    return enc.guess(enc.foreign_sample(chunks())), False


def read_text(text: str, name: str = "pasted text", limits: Limits = DEFAULT_LIMITS) -> Table:
    """Read a table from text (a file's or the clipboard's); the delimiter is found by trying."""
    text = text.lstrip("\ufeff").replace("\x00", "")
    if not text.strip():
        raise refuse(name, "there is no text.")
    if text.lstrip()[:1] == "<":
        raise refuse(name, "this is XML or HTML, not a table.")
    text, delimiter = _stated_delimiter(text)
    delimiter = delimiter or sniff(text)
    table = Table([], [], [], "csv", delimiter=delimiter)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    rows: List[List[str]] = []
    numbers: List[int] = []
    began = last = 0
    try:
        for number, row in enumerate(reader, 1):
            began, last = last, reader.line_num
            if any(cell.strip() for cell in row):
                rows.append(row)
                numbers.append(number)
            _check_size(name, number, row, limits)
    except csv.Error as err:
        raise refuse(name, f"{err}.", line=reader.line_num) from err
    _check_quotes(name, text, began, delimiter)
    return _finish(table, rows, numbers, name)


def _check_quotes(name: str, text: str, began: int, delimiter: str) -> None:
    """Refuse a table whose last row is one because a quotation mark was never closed: it holds all others."""
    rest = "".join(text.splitlines(keepends=True)[began:])
    if rest.count('"') % 2 == 0:
        return
    try:
        list(csv.reader(io.StringIO(rest, newline=""), delimiter=delimiter, strict=True))
    except csv.Error as err:
        if "end of data" in str(err):
            raise refuse(
                name,
                "a quotation mark at the beginning of a cell is never closed.",
                line=began + 1,
                hint="Close it, or double it where it belongs to the text.",
            ) from err


def _stated_delimiter(text: str) -> Tuple[str, str]:
    """Take off the line ``sep=;`` that spreadsheets understand."""
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) == 5:
        return rest, first.strip()[4]
    return text, ""


def sniff(text: str) -> str:
    """Return the delimiter that cuts the first rows into the most, and most even, columns."""
    best, best_score = ",", 0.0
    sample = "\n".join(text.splitlines()[:SNIFF_ROWS])
    for delimiter in DELIMITERS:
        try:
            rows = [row for row in csv.reader(io.StringIO(sample, newline=""), delimiter=delimiter) if row]
        except csv.Error:
            continue
        widths = [len(row) for row in rows]
        usual = max(set(widths), key=widths.count) if widths else 1
        if usual < 2:
            continue
        # The heading must be as wide as the rest: commas within texts or decimals rarely manage that.
        even = widths.count(usual) / len(widths) * (1.0 if widths[0] == usual else 0.6)
        score = even * (1 + min(usual, 30) / 100)
        if score > best_score:
            best, best_score = delimiter, score
    return best


def _read_spreadsheet(path: Path, limits: Limits) -> Table:
    with Archive(path, limits) as archive:
        names = set(archive.names)
        if "xl/workbook.xml" in names:
            sheet, rows = read_xlsx(archive, limits)
            table = Table([], [], [], "xlsx", sheet=sheet)
        elif "content.xml" in names:
            sheet, rows = read_ods(archive, limits)
            table = Table([], [], [], "ods", sheet=sheet)
        else:
            raise refuse(path.name, "this archive is no spreadsheet (.xlsx or .ods).")
    filled = [(number, row) for number, row in rows if any(cell.strip() for cell in row)]
    return _finish(table, [row for _n, row in filled], [n for n, _row in filled], path.name)


def _check_size(name: str, number: int, row: Sequence[str], limits: Limits) -> None:
    if number > limits.rows or len(row) > limits.columns:
        raise refuse(name, "the table has more rows or columns than are read.", line=number)


def _finish(table: Table, rows: List[List[str]], numbers: List[int], name: str) -> Table:
    if not rows:
        raise refuse(name, "the table is empty.")
    width = max(len(row) for row in rows)
    for row in rows:
        row.extend([""] * (width - len(row)))
        row[:] = [unguarded(cell.strip()) for cell in row]
    above = _above_headings(rows)
    if above:
        table.notes.append(f"What stands above the headings was left out: “{rows[0][0][:60]}”.")
        rows, numbers = rows[above:], numbers[above:]
    if _is_heading(rows[0]):
        table.headings = _unique(rows[0])
        rows, numbers = rows[1:], numbers[1:]
    else:
        table.headings = [f"column {n}" for n in range(1, width + 1)]
        table.notes.append("The first row looks like data: columns were numbered.")
    for heading, cells in joined(table.headings, rows):
        table.joined.append(len(table.headings))
        table.headings.append(heading)
        for row, cell in zip(rows, cells):
            row.append(cell)
    table.rows, table.numbers = rows, numbers
    return table


def _above_headings(rows: Sequence[Sequence[str]]) -> int:
    """Return how many rows with a single cell (a title, a remark) stand above a row of headings."""
    for number, row in enumerate(rows[:TITLE_ROWS]):
        if sum(map(bool, row)) > 1:
            return number if _is_heading(row) and number + 1 < len(rows) else 0
    return 0


def _is_heading(row: Sequence[str]) -> bool:
    """Tell whether a row names columns: no cell of it is a number or begins with one."""
    return not any(cell[:1].isdigit() or (cell[:1] in "+-." and cell[1:2].isdigit()) for cell in row if cell)


def _unique(headings: Sequence[str]) -> List[str]:
    seen: Dict[str, int] = {}
    unique = []
    for number, heading in enumerate(headings, 1):
        heading = heading or f"column {number}"
        seen[heading] = seen.get(heading, 0) + 1
        unique.append(heading if seen[heading] == 1 else f"{heading} ({seen[heading]})")
    return unique
