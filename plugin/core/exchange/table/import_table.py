# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""A table into an atlas: columns found by their names and contents, every row tried before any is written."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass, field
from typing import Any, Dict, List, Optional, Sequence, Tuple

from ...atlas.model import Category, Source, Status
from ...atlas.store import blob
from ...atlas.store.statements import insert_rows
from ...atlas.store.store import Atlas, Writer, now
from ...coordinates.parse import Coordinate, Reading
from ...discrepancies.duplicates import Thing
from ...discrepancies.known_sites import KnownSites
from ...errors import AtlasError
from ...i18n import tr
from ..import_rules import Rules, read
from ..kml import feature_rows
from ..kml.counting import SWAP_EVIDENCE
from ..kml.import_options import ImportOptions, find_source, row_maker
from ..kml.reader import Progress
from .heading_words import roles_of
from .roles import POSITION_ROLES, Role, Understanding
from .row_reader import read_rows
from .table import RowState, Table
from .understand import understand

_ROLES = {
    "name": (Role.NAME,),
    "name_ko": (Role.NAME_KO,),
    "category": (Role.CATEGORY,),
    "status": (Role.STATUS,),
    "begin": (Role.BEGIN,),
    "end": (Role.END,),
    "description": (Role.DESCRIPTION, Role.NOTE),
    "id": (Role.IDENTIFIER,),
}
"""Where the values of a row go, and the roles that say it, the first that is there."""


@dataclass(frozen=True)
class Columns:
    """Which column is what, by index; ``second`` is the other coordinate field (longitude) or None."""

    first: Optional[int] = None
    second: Optional[int] = None
    other: Dict[str, int] = field(default_factory=dict)
    guessed: bool = True
    understood: Understanding = field(default_factory=lambda: Understanding(()))


@dataclass(frozen=True)
class Tried:
    """One row: its number in the file, and the position it gives or the reason why it gives none."""

    number: int
    position: Optional[Coordinate] = None
    reason: str = ""
    kind: str = ""
    text: str = ""


@dataclass
class TableReport:
    """What an import did, or a dry run found: rows = sites + refused, always."""

    file: str = ""
    source: str = ""
    batch: str = ""
    rows: int = 0
    sites: int = 0
    unlocated: int = 0
    refused: List[Dict[str, Any]] = field(default_factory=list)
    notes: List[str] = field(default_factory=list)
    columns: Dict[str, str] = field(default_factory=dict)
    looks_swapped: bool = False
    duplicates: List[Dict[str, Any]] = field(default_factory=list)
    spellings: Dict[str, int] = field(default_factory=dict)
    backup: str = ""

    def as_json(self) -> Dict[str, Any]:
        """Return everything as plain values."""
        return {
            "SITES": self.sites,
            "UNLOCATED": self.unlocated,
            "SKIPPED": len(self.refused),
            **asdict(self),
        }


def find_columns(table: Table, wanted: str = "", options: Optional[Reading] = None) -> Columns:
    """Return what the columns are; ``wanted`` names the coordinate field or fields (latitude, longitude).

    Raises AtlasError for a name that is not there, and where no column holds coordinates.
    """
    chosen: Dict[int, Role] = {}
    if wanted.strip():
        first, second = _named(table, wanted)
        chosen = {first: Role.POSITION} if second is None else {first: Role.LATITUDE, second: Role.LONGITUDE}
    understood = understand(table, chosen, options)
    asked = next(
        (question for question in understood.questions if question.kind in ("coordinates", "zone")), None
    )
    if asked is not None:
        raise AtlasError(
            asked.text,
            hint=tr("TableImport", "Name the field, or latitude and longitude. There are: {names}.").format(
                names=", ".join(table.headings)
            ),
        )
    if not understood.has_position:
        raise AtlasError(
            tr("TableImport", "No column holds coordinates that can be read."),
            hint=tr("TableImport", "Name the field, or latitude and longitude. There are: {names}.").format(
                names=", ".join(table.headings)
            ),
        )
    return _columns_of(understood, guessed=not chosen)


def _columns_of(understood: Understanding, guessed: bool) -> Columns:
    at = [column.index for column in understood.columns if column.role in POSITION_ROLES]
    lat, lon = understood.column_of(Role.LATITUDE), understood.column_of(Role.LONGITUDE)
    first, second = (
        (lat, lon) if lat is not None and lon is not None else (at[0], at[1] if len(at) > 1 else None)
    )
    other = {
        name: index
        for name, roles in _ROLES.items()
        for index in [next((i for i in map(understood.column_of, roles) if i is not None), None)]
        if index is not None
    }
    return Columns(first, second, other, guessed, understood)


def _named(table: Table, wanted: str) -> Tuple[int, Optional[int]]:
    """Return the columns a text names: one heading, or two with a comma or semicolon between."""
    lower = [heading.strip().lower() for heading in table.headings]
    if wanted.strip().lower() in lower:
        return lower.index(wanted.strip().lower()), None
    parts = [part.strip() for part in re.split(r"[;,]", wanted) if part.strip()]
    for part in parts:
        if part.lower() not in lower:
            raise AtlasError(
                f"The table has no column “{part}”.", hint=f"There are: {', '.join(table.headings)}."
            )
    if len(parts) > 2 or not parts:
        raise AtlasError("Coordinates stand in one column or in two.", hint="Name latitude, longitude.")
    first = lower.index(parts[0].lower())
    second = lower.index(parts[1].lower()) if len(parts) > 1 else None
    if second is not None and Role.LONGITUDE in roles_of(table.headings[first]):
        first, second = second, first
    return first, second


def dry_run(
    table: Table, columns: Columns, options: Optional[Reading] = None, progress: Optional[Progress] = None
) -> List[Tried]:
    """Try every row; nothing is written.  A row without any coordinate text has ``kind`` "empty"."""
    del options  # it is part of what was understood
    return [
        Tried(
            row.number,
            row.position,
            row.reason if row.state is RowState.REFUSED and row.kind != "nameless" else "",
            "empty" if row.kind in ("", "nameless") and row.position is None else row.kind,
            row.text,
        )
        for row in read_rows(table, columns.understood, progress)
    ]


def import_table(
    atlas: Atlas,
    table: Table,
    source: str,
    *,
    file: str = "pasted text",
    coordinates: str = "",
    options: Optional[Reading] = None,
    rules: Optional[Rules] = None,
    progress: Optional[Progress] = None,
) -> TableReport:
    """Import the rows that can be read, in one transaction after a backup; the others are in the report."""
    if not source.strip():
        raise AtlasError("The source has no name.", hint="Say where this table is from.")
    atlas.require_writable()
    columns = find_columns(table, coordinates, options)
    tried = dry_run(table, columns, options, (lambda share: progress(share / 2)) if progress else None)
    report = report_of(table, columns, tried, file, source)
    known = KnownSites(atlas)
    note = json.dumps({"file": file, "source": source}, ensure_ascii=False)
    with atlas.backed_up("import") as backup, atlas.transaction("import table", note=note) as writer:
        record = find_source(atlas, source)
        if record is None:
            record = Source(title=source.strip(), kind="table")
            writer.insert(record)
        maker = row_maker(atlas, record.uuid, writer.batch, ImportOptions(source, rules=rules or read()))
        report.notes += maker.rules.told()
        making = _Rows(table, columns, maker, _labels(atlas))
        with atlas.backend.bulk(writer.db, ("sites", "assertions"), checked=True):
            sites, assertions = making.all(tried, report, known, progress)
            insert_rows(writer.db, "sites", feature_rows.SITE_COLUMNS, sites)
            insert_rows(writer.db, "assertions", feature_rows.ASSERTION_COLUMNS, assertions)
        _log(writer, sites, maker)
        report.batch = writer.batch
    report.backup = backup.name
    return report


def _log(writer: Writer, sites: Sequence[tuple], maker: feature_rows.RowMaker) -> None:
    """Write down which sites came in, so that the import can be taken back as one."""
    moment = now()
    rows = [(next(maker.uuids), writer.batch, moment, "insert", "sites", site[0]) for site in sites]
    names = ("uuid", "batch", "at", "action", "table_name", "row_uuid")
    insert_rows(writer.db, "history", names, rows)


def _labels(atlas: Atlas) -> Dict[str, str]:
    labels: Dict[str, str] = {}
    for category in atlas.rows(Category):
        for text in (category.id, category.label, category.label_ko):
            if text:
                labels[text.lower()] = category.id
    return labels


def report_of(table: Table, columns: Columns, tried: Sequence[Tried], file: str, source: str) -> TableReport:
    """Return the account of a dry run."""
    report = TableReport(file, source, rows=len(tried), notes=list(table.notes))
    names = {"coordinates": columns.first, "second coordinate": columns.second, **columns.other}
    report.columns = {role: table.headings[index] for role, index in names.items() if index is not None}
    swapped = sum(one.kind == "swapped" for one in tried)
    filled = sum(one.kind != "empty" for one in tried)
    report.looks_swapped = swapped > 0 and swapped >= SWAP_EVIDENCE * filled
    if report.looks_swapped:
        report.notes.append("Most positions make sense only swapped. Nothing was swapped.")
    name = columns.other.get("name")
    for one, row in zip(tried, table.rows):
        if one.position is not None:
            kind = one.position.spelling.value
            report.spellings[kind] = report.spellings.get(kind, 0) + 1
            for note in one.position.notes:
                report.notes.append(f"Row {one.number}: {note}")
        elif one.reason or name is None or not row[name]:
            reason = one.reason or "there is neither a name nor a position"
            report.refused.append({"row": one.number, "reason": reason, "kind": one.kind, "text": one.text})
    return report


class _Rows:
    """Turns table rows into rows of an atlas."""

    def __init__(
        self, table: Table, columns: Columns, maker: feature_rows.RowMaker, labels: Dict[str, str]
    ) -> None:
        self._table = table
        self._columns = columns
        self._maker = maker
        self._labels = labels
        self._order = 0

    def all(
        self, tried: Sequence[Tried], report: TableReport, known: KnownSites, progress: Optional[Progress]
    ) -> Tuple[List[tuple], List[tuple]]:
        """Return site and assertion rows of everything that is not refused."""
        sites: List[tuple] = []
        assertions: List[tuple] = []
        bad = {entry["row"] for entry in report.refused}
        for index, (one, row) in enumerate(zip(tried, self._table.rows)):
            if progress is not None and index % 500 == 0:
                progress(0.5 + index / len(tried) / 2)
            if one.number in bad:
                continue
            site, assertion = self._site(one, row)
            sites.append(site)
            assertions.append(assertion)
            report.sites += one.position is not None
            report.unlocated += one.position is None
            if one.position is not None:
                names = (self._cell(row, "name"), self._cell(row, "name_ko"))
                for found in known.may_be(Thing(names, site[3]), one.position.lon, one.position.lat):
                    report.duplicates.append({"row": one.number, "name": site[2], **found.as_json()})
        return sites, assertions

    def _cell(self, row: Sequence[str], role: str) -> str:
        index = self._columns.other.get(role)
        return row[index] if index is not None else ""

    def _site(self, one: Tried, row: Sequence[str]) -> Tuple[tuple, tuple]:
        maker, place = self._maker, one.position
        uuid = next(maker.uuids)
        name = (
            self._cell(row, "name")
            or self._cell(row, "name_ko")
            or f"{feature_rows.UNNAMED} (row {one.number})"
        )
        kind = self._cell(row, "category")
        category = self._labels.get(kind.lower()) or maker.rules.of_path((kind,)).category
        status = self._cell(row, "status").lower()
        status = status if status in {s.value for s in Status} else "unknown"
        geom = blob.point_blob(place.lon, place.lat) if place else None
        position = (place.lon, place.lat, None) if place else None
        begin, end = self._cell(row, "begin"), self._cell(row, "end")
        self._order += 1
        site = (
            uuid, geom, name, category, maker.city_of(position), status,
            begin or None, *feature_rows.bounds_of_date(begin)[:2],
            end or None, *feature_rows.bounds_of_date(end)[:2],
            maker.importance(category), self._cell(row, "description") or None,
            maker.source_uuid if place else None, None, self._order, self._cell(row, "id") or None,
            self._further(row),
        )  # fmt: skip
        assertion = (
            next(maker.uuids), geom, uuid, maker.source_uuid, "location" if place else "existence", name,
            f"row {one.number}", one.text or None, None, int(place is not None), maker.today,
        )  # fmt: skip
        return site, assertion

    def _further(self, row: Sequence[str]) -> Optional[str]:
        """Return the cells that have no column of their own, as JSON."""
        used = {self._columns.first, self._columns.second, *self._columns.other.values()}
        kept = {"category", "status", "name_ko"}  # as given, beside what was made of them
        used -= {index for role, index in self._columns.other.items() if role in kept}
        pairs = [(h, row[i]) for i, h in enumerate(self._table.headings) if i not in used and row[i]]
        return json.dumps({"data": pairs}, ensure_ascii=False) if pairs else None
