# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The first sheet of .xlsx (ECMA-376) and .ods (OpenDocument 1.2) files as text, streamed and in bounds."""

from __future__ import annotations

import datetime as dt
import posixpath
import re
from typing import Any, Callable, Dict, Iterable, List, Optional, Set, Tuple
from xml.parsers import expat

from ..archive import Archive
from ..limits import Limits, refuse

Rows = List[Tuple[int, List[str]]]
_CELL = re.compile(r"([A-Z]{1,3})(\d{1,7})")
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
        raise refuse(label, "the file brings a DTD, which no spreadsheet needs and attacks use.")

    parser.StartDoctypeDeclHandler = no_dtd
    try:
        for chunk in chunks:
            parser.Parse(chunk, False)
        parser.Parse(b"", True)
    except expat.ExpatError as err:
        raise refuse(label, f"the XML inside is broken ({err}).", line=err.lineno) from err


class _Rows:
    """Gathers cells within the limits."""

    def __init__(self, label: str, limits: Limits) -> None:
        self._label = label
        self._limits = limits
        self._cells = 0
        self.rows: Rows = []

    def put(self, row: int, column: int, text: str) -> None:
        """Set a cell (row from 1, column from 0); rows come in order."""
        if not text:
            return
        self._cells += 1
        limits = self._limits
        if row > limits.rows or column >= limits.columns or self._cells > 20 * limits.rows:
            raise refuse(self._label, "the table has more rows or columns than are read.", line=row)
        if len(text) > limits.cell_chars:
            raise refuse(self._label, "a cell holds more text than is read.", line=row)
        if not self.rows or self.rows[-1][0] != row:
            self.rows.append((row, []))
        cells = self.rows[-1][1]
        cells.extend([""] * (column + 1 - len(cells)))
        cells[column] = text


# -- xlsx ----------------------------------------------------------------------------------------------


def read_xlsx(archive: Archive, limits: Limits) -> Tuple[str, Rows]:
    """Return name and rows of the first visible worksheet."""
    label = archive.path.name
    name, member, epoch = _first_sheet(archive, label)
    if member not in archive.names:
        raise refuse(label, f"the sheet “{name}” is missing from the file.")
    strings = _shared_strings(archive, label, limits)
    dates = _date_styles(archive, label)
    return name, _Sheet(label, limits, strings, dates, epoch).read(archive.chunks(member))


def _local(tag: str) -> str:
    return tag.rsplit(":", 1)[-1]


def _first_sheet(archive: Archive, label: str) -> Tuple[str, str, dt.datetime]:
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
        raise refuse(label, "the workbook has no visible sheet.")
    targets: Dict[str, str] = {}

    def relations(tag: str, attributes: Dict[str, str]) -> None:
        if _local(tag) == "Relationship":
            targets[attributes.get("Id", "")] = attributes.get("Target", "")

    if "xl/_rels/workbook.xml.rels" in archive.names:
        chunks = archive.chunks("xl/_rels/workbook.xml.rels")
        stream(label, chunks, relations, lambda _t: None, lambda _t: None)
    name, relation = sheets[0]
    target = targets.get(relation, "worksheets/sheet1.xml")
    return name, posixpath.normpath(posixpath.join("xl", target)).lstrip("/"), epoch[0]


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
            raise refuse(label, "the texts of the workbook are more than is read.")
        stream(label, archive.chunks("xl/sharedStrings.xml"), start, end, text)
    return strings


def _date_styles(archive: Archive, label: str) -> Set[int]:
    """Return the indexes of the cell formats that show dates."""
    custom: Set[int] = set()
    dates: Set[int] = set()
    state = {"inside": False, "index": 0}

    def start(tag: str, attributes: Dict[str, str]) -> None:
        name = _local(tag)
        if name == "numFmt" and re.search("[ymd]", _QUOTED.sub("", attributes.get("formatCode", "")), re.I):
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
        self, label: str, limits: Limits, strings: List[str], dates: Set[int], epoch: dt.datetime
    ) -> None:
        self._out = _Rows(label, limits)
        self._label = label
        self._strings = strings
        self._dates = dates
        self._epoch = epoch
        self._row = 0
        self._column = -1
        self._kind = ""
        self._style = -1
        self._text: List[str] = []
        self._wanted = False

    def read(self, chunks: Iterable[bytes]) -> Rows:
        """Return the rows of the sheet."""
        stream(self._label, chunks, self._start, self._end, self._piece)
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
            self._text = []
        elif name in ("v", "t"):
            self._wanted = True

    def _piece(self, text: str) -> None:
        if self._wanted:
            self._text.append(text)

    def _end(self, tag: str) -> None:
        name = _local(tag)
        if name in ("v", "t"):
            self._wanted = False
        elif name == "c":
            self._out.put(self._row, self._column, self._value("".join(self._text)))

    def _value(self, text: str) -> str:
        if self._kind == "s":
            index = _whole(text.strip())
            if not 0 <= index < len(self._strings):
                raise refuse(self._label, "a cell refers to a text that is not there.", line=self._row)
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
        if self._style in self._dates and 0 <= value < 2_958_466:
            moment = self._epoch + dt.timedelta(days=value)
            midnight = moment.time() == dt.time()
            return moment.date().isoformat() if midnight else moment.isoformat(timespec="seconds")
        return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


# -- ods -----------------------------------------------------------------------------------------------


def read_ods(archive: Archive, limits: Limits) -> Tuple[str, Rows]:
    """Return name and rows of the first table."""
    reader = _Ods(archive.path.name, limits)
    stream(archive.path.name, archive.chunks("content.xml"), reader.start, reader.end, reader.piece)
    return reader.name, reader.out.rows


class _Ods:
    """An OpenDocument table as it streams by; empty repetitions cost nothing."""

    def __init__(self, label: str, limits: Limits) -> None:
        self.out = _Rows(label, limits)
        self.name = ""
        self._limits = limits
        self._tables = 0
        self._row = 0
        self._repeat_row = 1
        self._cells: List[Tuple[int, str]] = []
        self._column = 0
        self._repeat = 1
        self._value: Optional[str] = None
        self._text: List[str] = []
        self._paragraph = 0

    def start(self, tag: str, attributes: Dict[str, str]) -> None:
        """Handle a start tag."""
        if tag == "table:table":
            self._tables += 1
            if self._tables == 1:
                self.name = attributes.get("table:name", "")
        elif self._tables != 1:
            return
        elif tag == "table:table-row":
            self._repeat_row = max(_whole(attributes.get("table:number-rows-repeated", "1")), 1)
            self._cells, self._column = [], 0
        elif tag in ("table:table-cell", "table:covered-table-cell"):
            self._repeat = max(_whole(attributes.get("table:number-columns-repeated", "1")), 1)
            kind = attributes.get("office:value-type", "")
            self._value = None
            if kind in ("float", "percentage", "currency"):
                self._value = attributes.get("office:value")
            elif kind == "date":
                self._value = attributes.get("office:date-value")
            self._text = []
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

    def piece(self, text: str) -> None:
        """Handle text."""
        if self._paragraph > 0:
            self._text.append(text)

    def end(self, tag: str) -> None:
        """Handle an end tag."""
        if tag == "text:p":
            self._paragraph -= 1
        elif tag == "office:annotation":
            self._paragraph += 1_000
        elif self._tables != 1:
            return
        elif tag in ("table:table-cell", "table:covered-table-cell"):
            text = self._value if self._value is not None else "".join(self._text)
            if text:
                stop = min(self._column + self._repeat, self._limits.columns + 1)
                self._cells += [(column, text) for column in range(self._column, stop)]
            self._column += self._repeat
        elif tag == "table:table-row":
            if self._cells:
                for number in range(self._row + 1, self._row + self._repeat_row + 1):
                    for column, text in self._cells:
                        self.out.put(number, column, text)
            self._row += self._repeat_row
