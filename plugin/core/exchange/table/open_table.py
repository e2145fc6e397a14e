# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""A table read and understood by what a person states of it: the one way of the window and the algorithm."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Dict, Mapping, Optional, Tuple

from ...coordinates.position import Reading
from ...errors import AtlasError
from ...i18n import tr
from .heading_words import roles_of
from .mapping import KeptMappings, TableMapping
from .read_table import read_table, read_text
from .roles import Role, Understanding
from .site_values import ValueMap
from .table import Stated, Table
from .understand import understand, with_answers


@dataclass(frozen=True)
class TableRequest:
    """What is stated of a table: a file or a text, and whatever a person said of it.

    ``coordinates`` names the field, or latitude and longitude; ``fields`` names a field for a role;
    ``roles`` are chosen by column; ``mapping`` is what was settled before, which the others overrule.
    """

    path: Optional[Path] = None
    text: str = ""
    stated: Stated = field(default_factory=Stated)
    coordinates: str = ""
    fields: Mapping[Role, str] = field(default_factory=dict)
    roles: Mapping[int, Role] = field(default_factory=dict)
    reading: Optional[Reading] = None
    values: ValueMap = field(default_factory=ValueMap)
    answered: Tuple[str, ...] = ()
    mapping: Optional[TableMapping] = None


@dataclass(frozen=True)
class OpenedTable:
    """A table, what was understood of it, and by which mapping."""

    table: Table
    understanding: Understanding
    mapping: TableMapping


def open_table(request: TableRequest, kept: Optional[KeptMappings] = None) -> OpenedTable:
    """Read a table and understand it; a mapping kept for its headings is taken up where none is given.

    Raises AtlasError for a table that cannot be read and for a field that it does not have.
    """
    mapping = request.mapping
    stated = _overruled(mapping.stated if mapping else Stated(), request.stated)
    table = (
        read_text(request.text, stated=stated)
        if request.path is None
        else read_table(request.path, stated=stated)
    )
    if mapping is None and kept is not None:
        mapping = kept.of(table)
    mapping = mapping or TableMapping()
    chosen = mapping.chosen(table)
    chosen.update(_named(table, request))
    for index, role in request.roles.items():
        chosen = {at: other for at, other in chosen.items() if other is not role or role is Role.OTHER}
        chosen[index] = role
    reading = request.reading or mapping.reading
    answered = tuple(dict.fromkeys((*mapping.answered, *request.answered)))
    understanding = with_answers(understand(table, chosen, reading), answered)
    values = ValueMap({**mapping.values.by_role, **request.values.by_role})
    settled = TableMapping(
        tuple(table.headings),
        stated,
        {column.heading: column.role for column in understanding.columns},
        reading,
        values,
        answered,
    )
    return OpenedTable(table, understanding, settled)


def _overruled(kept: Stated, stated: Stated) -> Stated:
    """Return what is stated now, and what was stated before where nothing is."""
    heading_row = kept.heading_row if stated.heading_row is None else stated.heading_row
    return replace(
        kept,
        sheet=stated.sheet or kept.sheet,
        heading_row=heading_row,
        separator=stated.separator or kept.separator,
        decimal=stated.decimal or kept.decimal,
        encoding=stated.encoding or kept.encoding,
    )


def _named(table: Table, request: TableRequest) -> Dict[int, Role]:
    """Return the roles of the columns that are named."""
    found: Dict[int, Role] = {}
    for role, heading in request.fields.items():
        if heading.strip():
            found[_column(table, heading)] = role
    if request.coordinates.strip():
        for index, role in zip(*_coordinates(table, request.coordinates)):
            found[index] = role
    return found


def _coordinates(table: Table, text: str) -> Tuple[Tuple[int, ...], Tuple[Role, ...]]:
    """Return the columns a text names: one heading, or two with a comma or semicolon between."""
    lower = [heading.strip().lower() for heading in table.headings]
    if text.strip().lower() in lower:
        return (lower.index(text.strip().lower()),), (Role.POSITION,)
    for sign in (";", ","):
        parts = [part.strip() for part in text.split(sign)]
        if len(parts) == 2 and all(part.lower() in lower for part in parts):
            first, second = (lower.index(part.lower()) for part in parts)
            if Role.LONGITUDE in roles_of(table.headings[first]):
                first, second = second, first  # their own headings say it better than their order
            return (first, second), (Role.LATITUDE, Role.LONGITUDE)
    parts = [part.strip() for part in text.replace(";", ",").split(",") if part.strip()]
    if len(parts) > 2:
        raise AtlasError(
            tr("TableImport", "Coordinates stand in one column or in two."),
            hint=tr("TableImport", "Name latitude, longitude."),
        )
    for part in parts:
        _column(table, part)
    return (_column(table, text),), (Role.POSITION,)


def _column(table: Table, heading: str) -> int:
    lower = [known.strip().lower() for known in table.headings]
    if heading.strip().lower() not in lower:
        raise AtlasError(
            tr("TableImport", "The table has no column “{name}”.").format(name=heading.strip()),
            hint=tr("TableImport", "There are: {columns}.").format(columns=", ".join(table.headings)),
        )
    return lower.index(heading.strip().lower())
