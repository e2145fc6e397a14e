# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Where a table lies among the rows of a sheet: titles above, headings, units, a second table below."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ...i18n import tr
from .heading_words import is_unit, roles_of
from .table import Found

SEARCHED_ROWS = 60
SAMPLE_ROWS = 40
ENOUGH = 1.5
_NUMBER = re.compile(r"[-+]?[\d.,\s°'\"′″:/]*\d[\d.,\s°'\"′″:/]*[NSEWnsew]?")


@dataclass
class Body:
    """Headings and rows of a table; ``notes`` say what was left out."""

    headings: list[str]
    rows: list[list[str]]
    numbers: list[int]
    heading_row: Found[int]
    notes: list[str]


def body_of(rows: list[list[str]], numbers: list[int], heading_row: int | None = None) -> Body:
    """Cut a table out of the filled rows of a sheet: all of one width, ``numbers`` their rows in the file.

    ``heading_row`` is what a person states, 0 for a table without headings.
    """
    places = _heading_places(rows)
    if heading_row is None:
        at = _with_parts(rows, places[0]) if places else -1
    else:
        at = numbers.index(heading_row) if heading_row in numbers else -1
    notes: list[str] = []
    if at > 0:
        title = next((cell for row in rows[:at] for cell in row if cell), "")
        notes.append(
            tr("Shape", "What stands above the headings was left out: “{text}”.").format(text=title[:60])
        )
    headings = _headings(rows, at)
    if at < 0 and heading_row is None:
        notes.append(tr("Shape", "The first row looks like data: columns were numbered."))
    below, below_numbers = rows[at + 1 :], numbers[at + 1 :]
    if at >= 0 and below and _is_units(below[0], below[1:2]):
        below, below_numbers = below[1:], below_numbers[1:]
        notes.append(tr("Shape", "A row of units under the headings was left out."))
    below, below_numbers = _first_table(below, below_numbers, rows[at] if at >= 0 else [], notes)
    alternatives = tuple(dict.fromkeys([*(numbers[p] for p in places), 0, *numbers[:5]]))
    value = numbers[at] if at >= 0 else 0
    return Body(headings, below, below_numbers, Found(value, alternatives, sure=len(places) < 2), notes)


def _heading_places(rows: Sequence[Sequence[str]]) -> list[int]:
    """Return the rows that may be the headings, likeliest first; [] for a table without."""
    scored = [(_heading_score(rows, at), -at) for at in range(min(len(rows), SEARCHED_ROWS))]
    fitting = sorted((pair for pair in scored if pair[0] >= ENOUGH), reverse=True)
    places = [-minus for _score, minus in fitting]
    # of two tables the first is meant, though the headings of the second may be more usual words
    first = min((-minus for score, minus in fitting if score >= 0.6 * fitting[0][0]), default=None)
    return places if first is None else [first, *(place for place in places if place != first)]


def _with_parts(rows: Sequence[Sequence[str]], at: int) -> int:
    """Return the row below where that names the parts of what headings span: degrees and minutes."""
    if at + 2 >= len(rows):
        return at
    row, below = rows[at], rows[at + 1]
    parts = [index for index, cell in enumerate(row) if not cell and below[index]]
    texts = not any(_is_number(cell) for cell in below if cell)
    after = rows[at + 2 : at + 2 + SAMPLE_ROWS]
    return at + 1 if parts and texts and any(_mostly_numbers(after, index) for index in parts) else at


def _heading_score(rows: Sequence[Sequence[str]], at: int) -> float:
    """How much a row looks like headings: known words, texts above numbers, as wide as what follows."""
    row, below = rows[at], rows[at + 1 : at + 1 + SAMPLE_ROWS]
    filled = [index for index, cell in enumerate(row) if cell]
    if (len(filled) < 2 and not (len(row) == 1 and filled)) or (at and not below):
        return 0.0
    numeric = sum(_is_number(row[index]) for index in filled)
    if numeric * 3 > len(filled):
        return 0.0
    long = sum(len(row[index]) > 60 for index in filled)
    score = sum(2.0 * max(roles_of(row[index]).values(), default=0.0) for index in filled)
    score += sum(1.0 for index in filled if not _is_number(row[index]) and _mostly_numbers(below, index))
    if _first_of_several(rows, at) and not any(_has_digit(cell) for cell in row):
        score += ENOUGH * any(_mostly(_has_digit, below, index) for index in filled)
    usual = _usual_width(below)
    if below and len(filled) < usual * 0.6:
        score *= 0.4
    if not score and not numeric and _first_of_several(rows, at) and _texts_alone(row, below):
        score = ENOUGH  # nothing but texts: the first row is the heading, as in most files
    return score - numeric - long - (0.5 if not below else 0.0)


def _texts_alone(row: Sequence[str], below: Sequence[Sequence[str]]) -> bool:
    cells = [cell for other in below for cell in other if cell]
    short = all(len(cell) <= 40 for cell in row)
    return short and not any(_is_number(cell) for cell in cells)


def _usual_width(rows: Sequence[Sequence[str]]) -> int:
    widths = sorted(sum(map(bool, row)) for row in rows)
    return widths[len(widths) // 2] if widths else 0


def _is_number(cell: str) -> bool:
    """Whether a cell is a number, an angle or a date: no word in it."""
    return bool(_NUMBER.fullmatch(cell))


def _has_digit(cell: str) -> bool:
    return any(character.isdigit() for character in cell)


def _first_of_several(rows: Sequence[Sequence[str]], at: int) -> bool:
    """Whether a row is the first with more than one cell, or with one where there is one column."""
    least = min(2, len(rows[at]))
    return not any(sum(map(bool, row)) >= least for row in rows[:at])


def _mostly(test: Callable[[str], bool], rows: Sequence[Sequence[str]], index: int) -> bool:
    cells = [row[index] for row in rows if row[index]]
    return bool(cells) and sum(map(test, cells)) * 2 > len(cells)


def _mostly_numbers(rows: Sequence[Sequence[str]], index: int) -> bool:
    return _mostly(_is_number, rows, index)


def _headings(rows: Sequence[Sequence[str]], at: int) -> list[str]:
    """Return one heading for each column; the row above is put in front where it groups several columns."""
    if at < 0:
        width = len(rows[0])
        return [tr("Shape", "column {number}").format(number=number) for number in range(1, width + 1)]
    row = list(rows[at])
    above = rows[at - 1] if at > 0 else []
    if sum(map(bool, above)) > 1 and _groups(above, row):
        group = ""
        for index, cell in enumerate(above):
            group = cell or group
            if group and group != row[index]:
                row[index] = f"{group} {row[index]}".strip()
    return _unique(row)


def _groups(above: Sequence[str], row: Sequence[str]) -> bool:
    """Whether a row groups the headings below it: these repeat, or are missing where it has some."""
    filled = [cell for cell in row if cell]
    needs = len(filled) < len(row) or len(set(filled)) < len(filled)
    return needs and not any(_is_number(cell) for cell in above if cell)


def _unique(headings: Sequence[str]) -> list[str]:
    seen: dict[str, int] = {}
    unique = []
    for number, heading in enumerate(headings, 1):
        heading = heading or tr("Shape", "column {number}").format(number=number)
        seen[heading] = seen.get(heading, 0) + 1
        unique.append(heading if seen[heading] == 1 else f"{heading} ({seen[heading]})")
    return unique


def _is_units(row: Sequence[str], after: Sequence[Sequence[str]]) -> bool:
    cells = [cell for cell in row if cell]
    if not cells or not after or not all(is_unit(cell) for cell in cells):
        return False
    return not all(cell == "-" or cell.lower() == "n/a" for cell in cells)


def _first_table(
    rows: list[list[str]], numbers: list[int], heading: Sequence[str], notes: list[str]
) -> tuple[list[list[str]], list[int]]:
    """Leave out headings that are repeated, and a second table that begins with headings of its own."""
    kept: list[list[str]] = []
    kept_numbers: list[int] = []
    for at, (row, number) in enumerate(zip(rows, numbers)):
        if heading and row == list(heading):
            continue
        gap = bool(kept) and number > kept_numbers[-1] + 1
        if gap and heading and _begins_table(rows, at):
            notes.append(
                tr("Shape", "Another table begins in row {row}: it was not read.").format(row=number)
            )
            break
        if gap and len(row) > 2 and all(sum(map(bool, other)) == 1 for other in rows[at:]):
            notes.append(
                tr("Shape", "What stands below the table was left out: “{text}”.").format(text=max(row)[:60])
            )
            break
        kept.append(row)
        kept_numbers.append(number)
    return kept, kept_numbers


def _begins_table(rows: Sequence[Sequence[str]], at: int) -> bool:
    words = [cell for cell in rows[at] if cell]
    known = sum(max(roles_of(cell).values(), default=0.0) >= 1.0 for cell in words)
    return known >= 2 and _heading_score(rows, at) >= 4.0
