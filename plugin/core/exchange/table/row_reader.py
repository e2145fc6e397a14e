# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The rows of a table, read by the roles of its columns: a position, none, a question or a reason."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import Optional

from ...coordinates.parse import Coordinate, CoordinateError, parse, parse_pair
from ...coordinates.position import DEGREE_M, inside
from ...coordinates.tokens import says_nothing
from ...i18n import tr
from ...numbers import read_number
from .roles import ONE_COLUMN, POSITION_ROLES, SPLIT, Role, Understanding
from .table import FORMULA, RowState, Table, TableRow
from .understand import SURROUNDINGS

EVERYWHERE = (-180.0, -90.0, 180.0, 90.0)
COARSEST_M = 50_000.0
"""Whole degrees: whether they are a position is asked."""
COARSE_M = 10.0
"""Finer digits say nothing about how well a place is known: five decimals are written by habit."""

_PLAIN_DEGREES = re.compile(r"[-+]?\d{1,3}(?:[.,](\d*))?")
_LENGTH = re.compile(
    r"(?:±|\+/-|\+-|~|ca\.?|c\.|about|약|約)?\s*([\d.,\s]*\d)\s*(m|metres?|meters?|km|ft|feet|미터|メートル|米|м|км|킬로미터)?\.?"
    r"(?:\s*[\d.,]*)?",
    re.I,
)
_UNITS = {"km": 1000.0, "км": 1000.0, "킬로미터": 1000.0, "ft": 0.3048, "feet": 0.3048}


def read_rows(
    table: Table, understanding: Understanding, progress: Optional[Callable[[float], None]] = None
) -> list[TableRow]:
    """Read every row of a table; nothing is written.  Rows come in the order of the file."""
    reader = _RowReader(table, understanding)
    read = []
    for at, (number, row) in enumerate(zip(table.numbers, table.rows)):
        if progress is not None and at % 500 == 0:
            progress(at / len(table.rows))
        read.append(reader.read(number, row))
    read += [TableRow(number, RowState.REFUSED, reason=reason, kind="lost") for number, reason in table.lost]
    return sorted(read, key=lambda row: row.number) if table.lost else read


class _RowReader:
    """Reads rows of one table."""

    def __init__(self, table: Table, understanding: Understanding) -> None:
        self._headings = table.headings
        self._zone = understanding.zone
        self._reading = understanding.reading
        self._at = {column.role: column.index for column in understanding.columns}
        self._values: list[tuple[Role, int]] = [
            (column.role, column.index)
            for column in understanding.columns
            if column.role is not Role.OTHER and column.role not in POSITION_ROLES
        ]
        self._usual_decimals = self._most_decimals(table)
        self._further = [column.index for column in understanding.columns if column.role is Role.OTHER]

    def read(self, number: int, row: Sequence[str]) -> TableRow:
        values: dict[Role, str] = {
            role: row[index] for role, index in self._values if _says_something(row[index])
        }
        further = tuple((self._headings[i], row[i]) for i in self._further if row[i])
        parts = self._parts(row)
        text = " ".join(part for part in parts if part)
        bare = TableRow(number, RowState.UNLOCATED, text=text, values=values, further=further)
        if any(FORMULA in part for part in parts):
            reason = tr(
                "TableRows", "A formula has no stored value: open the file in a spreadsheet and save it."
            )
            return replace(bare, state=RowState.REFUSED, reason=reason, kind="formula", text="")
        if all(says_nothing(part) for part in parts):
            return self._unlocated(bare)
        try:
            found = self._position(parts)
        except CoordinateError as error:
            return replace(bare, state=RowState.REFUSED, reason=str(error), kind=error.kind)
        return self._located(bare, replace(found, precision_m=self._precision_m(found, parts)))

    def _most_decimals(self, table: Table) -> int:
        """How many decimals the plain degrees of a table have: a program drops zeros at their end."""
        if Role.LATITUDE not in self._at or Role.LONGITUDE not in self._at:
            return -1
        return max((_decimals(self._parts(row)) for row in table.rows[:2000]), default=-1)

    def _precision_m(self, found: Coordinate, parts: Sequence[str]) -> float:
        """The size of the last digit; of plain degrees in two columns the finer of both counts."""
        own = _decimals(parts) if self._usual_decimals >= 0 else -1
        if own < 0:
            return found.precision_m
        return DEGREE_M * 10.0 ** -(self._usual_decimals if own >= self._usual_decimals - 1 else own)

    def _parts(self, row: Sequence[str]) -> list[str]:
        """The texts that state the position, in the order in which they are read."""
        at = self._at
        if Role.LAT_MINUTES in at:
            return [row[at[role]] if role in at else "" for role in SPLIT]
        if Role.EASTING in at and Role.NORTHING in at:
            zone = row[at[Role.UTM_ZONE]] if Role.UTM_ZONE in at else self._zone
            easting, northing = row[at[Role.EASTING]], row[at[Role.NORTHING]]
            return [zone if easting or northing else "", easting, northing]
        if Role.LATITUDE in at or Role.LONGITUDE in at:
            return [
                self._with_letter(row, role, letter)
                for role, letter in (
                    (Role.LATITUDE, Role.LAT_HEMISPHERE),
                    (Role.LONGITUDE, Role.LON_HEMISPHERE),
                )
            ]
        return [row[at[role]] for role in ONE_COLUMN if role in at][:1]

    def _with_letter(self, row: Sequence[str], role: Role, letter: Role) -> str:
        """The text of an axis, with the letter of its hemisphere where a column has it."""
        text = row[self._at[role]] if role in self._at else ""
        sign = row[self._at[letter]].strip() if letter in self._at else ""
        return f"{text} {sign[:1].upper()}" if sign and not says_nothing(text) else text

    def _position(self, parts: Sequence[str]) -> Coordinate:
        at, strict = self._at, replace(self._reading, strict=True)
        if Role.LAT_MINUTES in at:
            lat, lon = (_angle_text(parts[first : first + 4]) for first in (0, 4))
            return parse_pair(lat, lon, replace(strict, order="latlon"))
        if Role.EASTING in at and Role.NORTHING in at:
            return parse(_utm_text(*parts), strict)
        if Role.LATITUDE in at or Role.LONGITUDE in at:
            if any(says_nothing(part) for part in parts):
                raise CoordinateError(
                    tr("TableRows", "One of its two coordinate fields is empty."), kind="incomplete"
                )
            return parse_pair(parts[0], parts[1], replace(strict, order="latlon"))
        if Role.US_ARMY_GRID in at:
            return parse(parts[0], replace(self._reading, grid="usarmy"))
        return parse(parts[0], self._reading)

    def _unlocated(self, bare: TableRow) -> TableRow:
        named = any(bare.values.get(role) for role in (Role.NAME, Role.NAME_KO, Role.OTHER_NAMES))
        if named:
            return replace(bare, accuracy_m=None)
        reason = tr("TableRows", "There is neither a name nor a position.")
        return replace(bare, state=RowState.REFUSED, reason=reason, kind="nameless")

    def _located(self, bare: TableRow, found: Coordinate) -> TableRow:
        stated = accuracy_of(bare.values.get(Role.ACCURACY, ""))
        coarse = found.precision_m if found.precision_m >= COARSE_M else None
        row = replace(
            bare, state=RowState.LOCATED, position=found, accuracy_m=stated if stated is not None else coarse
        )
        if found.lon == 0 and found.lat == 0:
            reason = tr("TableRows", "0, 0 often stands for an unknown position.")
            return replace(row, state=RowState.ASKED, reason=reason, kind="zero")
        if not inside(found.lon, found.lat, SURROUNDINGS if self._reading.region else EVERYWHERE):
            reason = tr("TableRows", "{lat:.4f}, {lon:.4f} lies far from Korea.").format(
                lat=found.lat, lon=found.lon
            )
            return replace(row, state=RowState.ASKED, reason=reason, kind="outside")
        if found.precision_m > COARSEST_M:
            reason = tr("TableRows", "Whole degrees name an area of 100 km, not a place.")
            return replace(row, state=RowState.ASKED, reason=reason, kind="coarse")
        return row


def _says_something(cell: str) -> bool:
    return len(cell) == 1 and cell.isalnum() or not says_nothing(cell)


def _decimals(parts: Sequence[str]) -> int:
    """How many decimals the finer of plain numbers has; -1 where they are no plain numbers."""
    found = [_PLAIN_DEGREES.fullmatch(part.strip()) for part in parts]
    return max((len(match[1] or "") for match in found if match), default=-1) if all(found) else -1


def _angle_text(parts: Sequence[str]) -> str:
    """Degrees, minutes, seconds and hemisphere of four columns as one text."""
    return " ".join(part.strip() for part in parts if part.strip())


def _utm_text(zone: str, easting: str, northing: str) -> str:
    # a band letter is told from a hemisphere by the way Google Earth writes the metres
    metres = [part.replace(" ", "").replace("\u00a0", "") for part in (easting, northing)]
    metres = [_plain_metres(part) for part in metres]
    if re.fullmatch(r"(?:UTM\s*)?\d{1,2}\s*[C-HJ-MP-X]", zone.strip(), re.I):
        return f"{zone} {metres[0]}mE {metres[1]}mN"
    return f"{zone} {metres[0]} {metres[1]}"


def _plain_metres(text: str) -> str:
    try:
        return f"{read_number(text):.3f}".rstrip("0").rstrip(".") if text else text
    except ValueError:
        return text


def accuracy_of(text: str) -> Optional[float]:
    """Return the metres of ``250``, ``±100 m``, ``0,5 km``, ``300 ft``; None for anything else."""
    found = _LENGTH.fullmatch(text.strip())
    if not found:
        return None
    try:
        value = read_number(found[1])
    except ValueError:
        return None
    return value * _UNITS.get((found[2] or "m").lower(), 1.0) if value > 0 else None
