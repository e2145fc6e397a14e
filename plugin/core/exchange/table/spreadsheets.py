# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The sheets of .xlsx (ECMA-376) and .ods (OpenDocument 1.2) files as text, streamed and in bounds."""

from __future__ import annotations

import bisect
import contextlib
import datetime as dt
import math
import posixpath
import re
from typing import Any, Callable, Dict, Iterable, List, Optional, Set, Tuple
from xml.parsers import expat

from ...i18n import tr
from ..archive import Archive
from ..limits import Limits, Refused, refuse
from .table import FORMULA

Rows = List[Tuple[int, List[str]]]
_CELL = re.compile(r"([A-Z]{1,3})(\d{1,7})")
_RANGE = re.compile(r"([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})")
_MOST_MERGED = 20_000
_BUILT_IN_DATES = frozenset((*range(14, 23), *range(27, 37), *range(45, 48), *range(50, 59)))
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')


def stream(
    label: str,
    chunks: Iterable[bytes],
    start: Callable[[str, Dict[str, str]], None],
    end: Callable[[str], None],
    text: Callable[[str], Any],
) -> None:
    """Run expat over a member with three handlers.  Raises Refused for broken XML and any DTD."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler, parser.EndElementHandler = start, end
    parser.CharacterDataHandler = text

    def no_dtd(*_arguments: Any) -> None:
        raise refuse(
            label, tr("Workbook", "the file brings a DTD, which no spreadsheet needs and attacks use.")
        )

    parser.StartDoctypeDeclHandler = no_dtd
    try:
        for chunk in chunks:
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except expat.ExpatError as err:
        reason = tr("Workbook", "the XML inside is broken ({reason}).").format(reason=err)
        raise refuse(label, reason, line=err.lineno) from err


class _Enough(Exception):  # noqa: N818 (the sample is read: no error)
    """As many rows as were asked for are there."""


class _Rows:
    """Gathers cells within the limits of rows, columns, cells (the empty ones too) and characters."""

    def __init__(self, label: str, limits: Limits, most: Optional[int]) -> None:
        self._label = label
        self._limits = limits
        self._most = most
        self._cells = 0
        self._chars = 0
        self._kept: Dict[str, str] = {}
        self.rows: Rows = []

    def expect(self, cells: int, row: int) -> None:
        """Refuse at once what will be more cells than are read."""
        if self._cells + cells > self._limits.cells:
            raise self._too_much(row)

    def put(self, row: int, column: int, text: str) -> None:
        """Set a cell (row from 1, column from 0); rows come in order."""
        if not text:
            return
        limits = self._limits
        new = not self.rows or self.rows[-1][0] != row
        if new and self._most is not None and len(self.rows) >= self._most:
            raise _Enough
        if new and self.rows and row < self.rows[-1][0]:
            raise refuse(self._label, tr("Workbook", "the rows are out of order."), line=row)
        cells = [] if new else self.rows[-1][1]
        missing = max(column + 1 - len(cells), 0)
        self._cells += missing
        self._chars += len(text)
        if row > limits.rows or column >= limits.columns or self._cells > limits.cells:
            raise self._too_much(row)
        if len(text) > limits.cell_chars or self._chars > limits.table_chars:
            raise refuse(self._label, tr("Workbook", "the cells hold more text than is read."), line=row)
        if new:
            self.rows.append((row, cells))
        cells.extend([""] * missing)
        cells[column] = self._kept.setdefault(text, text) if len(self._kept) < 100_000 else text

    def _too_much(self, row: int) -> Refused:
        return refuse(
            self._label, tr("Workbook", "the table has more rows or columns than are read."), line=row
        )


class Workbook:
    """A spreadsheet file that is open: ``kind`` is "xlsx" or "ods", ``sheets`` the visible ones in order."""

    def __init__(self, kind: str, sheets: List[str], read: Callable[[str, Optional[int]], Rows]) -> None:
        self.kind = kind
        self.sheets = sheets
        self._read = read

    def rows(self, sheet: str, most: Optional[int] = None) -> Rows:
        """Return the rows of a sheet that hold anything, with their numbers; ``most`` for a sample."""
        return self._read(sheet, most)


def open_workbook(archive: Archive, limits: Limits) -> Optional[Workbook]:
    """Return the workbook of an archive, None where it is no spreadsheet.  Raises Refused."""
    names = set(archive.names)
    if "xl/workbook.xml" in names:
        return _xlsx(archive, limits)
    if "content.xml" in names:
        return _ods(archive, limits)
    return None


# -- xlsx ----------------------------------------------------------------------------------------------


def _xlsx(archive: Archive, limits: Limits) -> Workbook:
    label = archive.path.name
    members, epoch = _sheets(archive, label)
    strings = _shared_strings(archive, label, limits)
    dates = _date_styles(archive, label)

    def read(name: str, most: Optional[int]) -> Rows:
        member = members[name]
        if member not in archive.names:
            raise refuse(
                label, tr("Workbook", "the sheet “{name}” is missing from the file.").format(name=name)
            )
        return _Sheet(_Rows(label, limits, most), label, limits, strings, dates, epoch).read(
            archive.chunks(member)
        )

    return Workbook("xlsx", list(members), read)


def _local(tag: str) -> str:
    return tag.rsplit(":", 1)[-1]


def _sheets(archive: Archive, label: str) -> Tuple[Dict[str, str], dt.datetime]:
    """Return the member of each visible sheet by its name, and the day that dates are counted from."""
    sheets: List[Tuple[str, str]] = []
    epoch = [dt.datetime(1899, 12, 30)]

    def workbook(tag: str, attributes: Dict[str, str]) -> None:
        if _local(tag) == "sheet" and attributes.get("state", "visible") == "visible":
            relation = next((v for k, v in attributes.items() if _local(k) == "id" and ":" in k), "")
            sheets.append((attributes.get("name", ""), relation))
        elif _local(tag) == "workbookPr" and attributes.get("date1904") in ("1", "true"):
            epoch[0] = dt.datetime(1904, 1, 1)

    stream(label, archive.chunks("xl/workbook.xml"), workbook, lambda _t: None, lambda _t: None)
    if not sheets:
        raise refuse(label, tr("Workbook", "the workbook has no visible sheet."))
    targets: Dict[str, str] = {}

    def relations(tag: str, attributes: Dict[str, str]) -> None:
        if _local(tag) == "Relationship":
            targets[attributes.get("Id", "")] = attributes.get("Target", "")

    if "xl/_rels/workbook.xml.rels" in archive.names:
        chunks = archive.chunks("xl/_rels/workbook.xml.rels")
        stream(label, chunks, relations, lambda _t: None, lambda _t: None)
    found = {}
    for name, relation in sheets:
        target = targets.get(relation, "worksheets/sheet1.xml")
        member = target if target.startswith("/") else posixpath.join("xl", target)
        found[name] = posixpath.normpath(member).lstrip("/")
    return found, epoch[0]


def _shared_strings(archive: Archive, label: str, limits: Limits) -> List[str]:
    strings: List[str] = []
    parts: List[str] = []
    inside = {"t": False, "rPh": False}

    def start(tag: str, _attributes: Dict[str, str]) -> None:
        name = _local(tag)
        if name == "si":
            parts.clear()
        elif name in inside:
            inside[name] = True

    def end(tag: str) -> None:
        name = _local(tag)
        if name == "si":
            strings.append("".join(parts))
        elif name in inside:
            inside[name] = False

    def text(piece: str) -> None:
        if inside["t"] and not inside["rPh"]:  # phonetic readings are no part of the text
            parts.append(piece)

    if "xl/sharedStrings.xml" in archive.names:
        if archive.size("xl/sharedStrings.xml") > limits.resource_bytes:
            raise refuse(label, tr("Workbook", "the texts of the workbook are more than is read."))
        stream(label, archive.chunks("xl/sharedStrings.xml"), start, end, text)
    return strings


def _date_styles(archive: Archive, label: str) -> Set[int]:
    """Return the indexes of the cell formats that show dates."""
    custom: Set[int] = set()
    dates: Set[int] = set()
    state = {"inside": False, "index": 0}

    def start(tag: str, attributes: Dict[str, str]) -> None:
        name = _local(tag)
        if name == "numFmt" and re.search("[ymdhs]", _QUOTED.sub("", attributes.get("formatCode", "")), re.I):
            custom.add(_whole(attributes.get("numFmtId")))
        elif name == "cellXfs":
            state["inside"] = True
        elif name == "xf" and state["inside"]:
            number = _whole(attributes.get("numFmtId"))
            if number in _BUILT_IN_DATES or number in custom:
                dates.add(int(state["index"]))
            state["index"] += 1

    def end(tag: str) -> None:
        if _local(tag) == "cellXfs":
            state["inside"] = False

    if "xl/styles.xml" in archive.names:
        stream(label, archive.chunks("xl/styles.xml"), start, end, lambda _t: None)
    return dates


def _whole(text: Optional[str]) -> int:
    return int(text) if text and text.isdigit() and len(text) < 10 else -1


class _Sheet:
    """One worksheet as it streams by."""

    def __init__(
        self,
        out: _Rows,
        label: str,
        limits: Limits,
        strings: List[str],
        dates: Set[int],
        epoch: dt.datetime,
    ) -> None:
        self._out = out
        self._label = label
        self._limits = limits
        self._strings = strings
        self._dates = dates
        self._epoch = epoch
        self._row = 0
        self._column = -1
        self._kind = ""
        self._style = -1
        self._formula = False
        self._text: List[str] = []
        self._chars = 0
        self._wanted = False
        self._merged: List[str] = []

    def read(self, chunks: Iterable[bytes]) -> Rows:
        """Return the rows of the sheet."""
        with contextlib.suppress(_Enough):
            stream(self._label, chunks, self._start, self._end, self._piece)
        for place in self._merged:
            _fill_down(self._out.rows, place)
        return self._out.rows

    def _start(self, tag: str, attributes: Dict[str, str]) -> None:
        name = _local(tag)
        if name == "row":
            self._row = _whole(attributes.get("r")) if "r" in attributes else self._row + 1
            self._column = -1
        elif name == "c":
            self._column += 1
            place = _CELL.fullmatch(attributes.get("r", ""))
            if place:
                self._column = _column_number(place.group(1))
            self._kind = attributes.get("t", "n")
            self._style = _whole(attributes.get("s"))
            self._text, self._chars, self._formula = [], 0, False
        elif name == "f":
            self._formula = True
        elif name in ("v", "t"):
            self._wanted = True
        elif name == "mergeCell" and len(self._merged) < _MOST_MERGED:
            self._merged.append(attributes.get("ref", ""))

    def _piece(self, text: str) -> None:
        if self._wanted:
            self._chars += len(text)
            if self._chars > self._limits.cell_chars:
                raise refuse(
                    self._label, tr("Workbook", "a cell holds more text than is read."), line=self._row
                )
            self._text.append(text)

    def _end(self, tag: str) -> None:
        name = _local(tag)
        if name in ("v", "t"):
            self._wanted = False
        elif name == "c":
            text = "".join(self._text)
            unknown = self._formula and not text and self._kind != "str"
            self._out.put(self._row, self._column, FORMULA if unknown else self._value(text))

    def _value(self, text: str) -> str:
        if self._kind == "s":
            index = _whole(text.strip())
            if not 0 <= index < len(self._strings):
                raise refuse(
                    self._label, tr("Workbook", "a cell refers to a text that is not there."), line=self._row
                )
            return self._strings[index]
        if self._kind == "b":
            return "true" if text.strip() == "1" else "false"
        if self._kind == "n" and text:
            return self._number(text)
        return text

    def _number(self, text: str) -> str:
        try:
            value = float(text)
        except ValueError:
            return text
        if not math.isfinite(value):
            return text
        if self._style in self._dates and 0 <= value < 2_958_466:
            return _moment(value, self._epoch)
        return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)


def _moment(value: float, epoch: dt.datetime) -> str:
    """Return a day number as date, time, or both, to the nearest second."""
    seconds = round(value * 86_400)
    if value < 1:
        return (epoch + dt.timedelta(seconds=min(seconds, 86_399))).time().isoformat()
    if epoch.year == 1899 and seconds < 60 * 86_400:
        seconds += 86_400  # spreadsheets count 29 February 1900, which never was
    moment = epoch + dt.timedelta(seconds=seconds)
    return moment.date().isoformat() if moment.time() == dt.time() else moment.isoformat()


def _fill_down(rows: Rows, place: str) -> None:
    """Give the text of a merged cell to every row that it spans."""
    found = _RANGE.fullmatch(place)
    if not found:
        return
    column, top, bottom = _column_number(found[1]), int(found[2]), int(found[4])
    first = bisect.bisect_left(rows, (top,))  # a row is a tuple that begins with its number
    if first >= len(rows) or rows[first][0] != top or column >= len(rows[first][1]):
        return
    text = rows[first][1][column]
    for number, cells in rows[first + 1 :]:
        if number > bottom:
            break
        cells.extend([""] * (column + 1 - len(cells)))
        cells[column] = cells[column] or text


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


# -- ods -----------------------------------------------------------------------------------------------


def _ods(archive: Archive, limits: Limits) -> Workbook:
    label = archive.path.name
    names: List[str] = []

    def table(tag: str, attributes: Dict[str, str]) -> None:
        if tag == "table:table":
            names.append(attributes.get("table:name", ""))

    stream(label, archive.chunks("content.xml"), table, lambda _t: None, lambda _t: None)
    if not names:
        raise refuse(label, tr("Workbook", "the workbook has no visible sheet."))

    def read(name: str, most: Optional[int]) -> Rows:
        reader = _Ods(label, limits, name, _Rows(label, limits, most))
        with contextlib.suppress(_Enough):
            stream(label, archive.chunks("content.xml"), reader.start, reader.end, reader.piece)
        return reader.out.rows

    return Workbook("ods", list(dict.fromkeys(names)), read)


class _Ods:
    """An OpenDocument table as it streams by; empty repetitions cost nothing."""

    def __init__(self, label: str, limits: Limits, name: str, out: _Rows) -> None:
        self.out = out
        self._label = label
        self._limits = limits
        self._name = name
        self._inside = False
        self._done = False
        self._row = 0
        self._repeat_row = 1
        self._cells: List[Tuple[int, str]] = []
        self._column = 0
        self._repeat = 1
        self._span = 1
        self._spans: Dict[int, Tuple[str, int]] = {}
        self._value: Optional[str] = None
        self._text: List[str] = []
        self._chars = 0
        self._paragraph = 0

    def start(self, tag: str, attributes: Dict[str, str]) -> None:
        """Handle a start tag."""
        if tag == "table:table":
            self._inside = not self._done and attributes.get("table:name", "") == self._name
        elif not self._inside:
            return
        elif tag == "table:table-row":
            self._repeat_row = max(_whole(attributes.get("table:number-rows-repeated", "1")), 1)
            self._cells, self._column = [], 0
        elif tag in ("table:table-cell", "table:covered-table-cell"):
            self._start_cell(attributes)
        elif tag == "text:p":
            if self._text:
                self._text.append("\n")
            self._paragraph += 1
        elif tag == "text:s":
            self._text.append(" " * min(max(_whole(attributes.get("text:c", "1")), 1), 100))
        elif tag in ("text:tab", "text:line-break"):
            self._text.append("\t" if tag == "text:tab" else "\n")
        elif tag == "office:annotation":
            self._paragraph -= 1_000

    def _start_cell(self, attributes: Dict[str, str]) -> None:
        self._repeat = max(_whole(attributes.get("table:number-columns-repeated", "1")), 1)
        self._span = max(_whole(attributes.get("table:number-rows-spanned", "1")), 1)
        kind = attributes.get("office:value-type", "")
        self._value = None
        if kind in ("float", "percentage", "currency"):
            self._value = attributes.get("office:value")
        elif kind == "date":
            self._value = attributes.get("office:date-value")
        elif not kind and "table:formula" in attributes:
            self._value = FORMULA
        self._text, self._chars = [], 0

    def piece(self, text: str) -> None:
        """Handle text."""
        if self._paragraph > 0 and self._inside:
            self._chars += len(text)
            if self._chars > self._limits.cell_chars:
                raise refuse(
                    self._label, tr("Workbook", "a cell holds more text than is read."), line=self._row + 1
                )
            self._text.append(text)

    def end(self, tag: str) -> None:
        """Handle an end tag."""
        if not self._inside:
            return
        if tag == "text:p":
            self._paragraph -= 1
        elif tag == "office:annotation":
            self._paragraph += 1_000
        elif tag == "table:table":
            self._inside, self._done = False, True
        elif tag in ("table:table-cell", "table:covered-table-cell"):
            self._end_cell(tag)
        elif tag == "table:table-row":
            self._end_row()

    def _end_cell(self, tag: str) -> None:
        written = "".join(self._text)
        text = self._value if self._value is not None else written
        if self._value == FORMULA and written:
            text = written
        above = self._spans.get(self._column)
        if tag == "table:covered-table-cell" and not text and above:
            text, left = above
            self._spans[self._column] = (text, left - 1)
            if left <= 1:
                del self._spans[self._column]
        elif text and self._span > 1:
            self._spans[self._column] = (text, self._span - 1)
        if text:
            stop = min(self._column + self._repeat, self._limits.columns + 1)
            self._cells += [(column, text) for column in range(self._column, stop)]
        self._column += self._repeat

    def _end_row(self) -> None:
        if self._cells:
            width = self._cells[-1][0] + 1
            self.out.expect(width * min(self._repeat_row, self._limits.rows + 1), self._row + 1)
            for number in range(self._row + 1, self._row + self._repeat_row + 1):
                for column, text in self._cells:
                    self.out.put(number, column, text)
        self._row += self._repeat_row
