# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""A table as it was read: its cells, its shape with the other shapes it may have, and its rows read."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from typing import Generic, Optional, TypeVar

from ...coordinates.position import Coordinate
from .roles import Role

Value = TypeVar("Value")
FORMULA = "\ufffcformula"
"""What stands for a formula whose value the file does not hold."""


@dataclass(frozen=True)
class Found(Generic[Value]):
    """One thing found of a table's shape: what was taken, what else it may be (likeliest first)."""

    value: Value
    alternatives: tuple[Value, ...] = ()
    sure: bool = True


@dataclass(frozen=True)
class Stated:
    """What a person states of a table's shape; what is empty or None is found.

    ``heading_row`` is the number of the row in the file, 0 for a table without headings; ``decimal`` is "."
    or ","; ``separator`` one of ``, ; tab |``.
    """

    sheet: str = ""
    heading_row: Optional[int] = None
    separator: str = ""
    decimal: str = ""
    encoding: str = ""


@dataclass(frozen=True)
class Shape:
    """How a table lies in its file.  A text file has no sheet, a spreadsheet no separator or encoding."""

    heading_row: Found[int] = Found(1)
    sheet: Found[str] = Found("")
    separator: Found[str] = Found("")
    decimal: Found[str] = Found(".")
    encoding: Found[str] = Found("")


@dataclass
class Table:
    """``rows[i]`` stands in row ``numbers[i]`` of the file, as a spreadsheet counts; all cells are text.

    ``notes`` are sentences on what was left out or is not certain; ``lost`` are rows that cannot be read at
    all (number, reason).
    """

    headings: list[str]
    rows: list[list[str]]
    numbers: list[int]
    kind: str = "csv"
    shape: Shape = field(default_factory=Shape)
    notes: list[str] = field(default_factory=list)
    lost: list[tuple[int, str]] = field(default_factory=list)

    @property
    def encoding(self) -> str:
        """The encoding of a text file, "" of others."""
        return self.shape.encoding.value

    @property
    def delimiter(self) -> str:
        """The separator of a text file, "" of others."""
        return self.shape.separator.value

    @property
    def sheet(self) -> str:
        """The name of the spreadsheet's sheet, "" of text files."""
        return self.shape.sheet.value

    def column(self, index: int) -> list[str]:
        """Return one column."""
        return [row[index] for row in self.rows]


class RowState(Enum):
    """What can become of a row."""

    LOCATED = "located"
    UNLOCATED = "unlocated"  # no position is stated: the site comes without one
    ASKED = "asked"  # a position that must be confirmed: 0, 0 or far from Korea
    REFUSED = "refused"


@dataclass(frozen=True)
class TableRow:
    """One row read.

    ``position`` is WGS 84 degrees (None unless LOCATED or ASKED); ``reason`` and ``kind`` (as in
    ``CoordinateError``, or "zero", "outside", "coarse", "nameless",
    "formula", "lost") say why a row is ASKED or REFUSED;
    ``text`` is what the position was read from.  ``accuracy_m`` is what the table states, else what the
    digits bear, None where neither says anything.  ``values`` are the texts by role, ``further`` heading and
    text of the columns without one.
    """

    number: int
    state: RowState
    position: Optional[Coordinate] = None
    reason: str = ""
    kind: str = ""
    text: str = ""
    accuracy_m: Optional[float] = None
    values: dict[Role, str] = field(default_factory=dict)
    further: tuple[tuple[str, str], ...] = ()
