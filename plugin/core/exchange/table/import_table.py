# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""A table into an atlas: columns found by their names and contents, every row tried before any is written."""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass, field, replace
from typing import Any, Dict, List, Optional, Sequence, Tuple

from ...atlas.model import Category, Source, Status
from ...atlas.store import blob
from ...atlas.store.statements import insert_rows
from ...atlas.store.store import Atlas, Writer, now
from ...coordinates.parse import Coordinate, CoordinateError, Reading, parse, parse_pair
from ...discrepancies.duplicates import Thing
from ...discrepancies.known_sites import KnownSites
from ...errors import AtlasError
from ..import_rules import Rules, read
from ..kml import feature_rows
from ..kml.counting import SWAP_EVIDENCE
from ..kml.import_options import ImportOptions, find_source, row_maker
from ..kml.reader import Progress
from .read_table import Table

_BOTH = re.compile(
    r"^(coord(inate)?s?|position|location|lat[ /,_-]*lon(g)?|lon(g)?[ /,_-]*lat|mgrs|utm"
    r"|grid( ref(erence)?)?|좌표|위치|座標)$",
    re.I,
)
_LAT = re.compile(r"^(lat(itude)?|y|lat[ _-]?(dd|deg|wgs ?84)|위도|緯度|纬度|northing)$", re.I)
_LON = re.compile(r"^(lon(g(itude)?)?|lng|x|lon[ _-]?(dd|deg|wgs ?84)|경도|経度|經度|经度|easting)$", re.I)
_COLUMNS = {
    "name": re.compile(r"^(name|title|label|site|placename|명칭|이름)$", re.I),
    "name_ko": re.compile(r"^(name[ _-]?ko(rean)?|korean( name)?|한글|국문)$", re.I),
    "category": re.compile(r"^(category|kind|type|class|종류|분류)$", re.I),
    "status": re.compile(r"^(status|state|상태)$", re.I),
    "begin": re.compile(r"^(begin(_text)?|start|built|opened|from|since|시작)$", re.I),
    "end": re.compile(r"^(end(_text)?|closed|demolished|until|to|종료)$", re.I),
    "description": re.compile(r"^(description|desc|text|remarks?|notes?|comments?|설명|비고)$", re.I),
    "id": re.compile(r"^(id|uuid|key|code|번호)$", re.I),
}
SAMPLE = 200
ENOUGH = 0.6


@dataclass(frozen=True)
class Columns:
    """Which column is what, by index; ``second`` is the other coordinate field (longitude) or None."""

    first: Optional[int] = None
    second: Optional[int] = None
    other: Dict[str, int] = field(default_factory=dict)
    guessed: bool = True


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
    other: Dict[str, int] = {}
    for role, pattern in _COLUMNS.items():
        for index, heading in enumerate(table.headings):
            if pattern.match(heading.strip()) and index not in other.values():
                other[role] = index
                break
    if wanted.strip():
        first, second = _named(table, wanted)
        return Columns(first, second, other, guessed=False)
    by_name = _by_heading(table)
    if by_name is None:
        by_name = _by_content(table, options)
    if by_name is None:
        raise AtlasError(
            "No column holds coordinates that can be read.",
            hint=f"Name the field, or latitude and longitude. There are: {', '.join(table.headings)}.",
        )
    return Columns(by_name[0], by_name[1], other)


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
    if second is not None and _LON.match(table.headings[first]) and _LAT.match(table.headings[second]):
        first, second = second, first
    return first, second


def _by_heading(table: Table) -> Optional[Tuple[int, Optional[int]]]:
    def index(pattern: Any) -> Optional[int]:
        return next((i for i, heading in enumerate(table.headings) if pattern.match(heading.strip())), None)

    if table.joined:
        return table.joined[0], table.joined[1] if len(table.joined) > 1 else None
    lat, lon = index(_LAT), index(_LON)
    if lat is not None and lon is not None:
        return lat, lon
    both = index(_BOTH)
    return (both, None) if both is not None else None


def _by_content(table: Table, options: Optional[Reading]) -> Optional[Tuple[int, Optional[int]]]:
    """Return the column, or the pair side by side, that reads as coordinates in most of the first rows."""
    sample = table.rows[:SAMPLE]
    best, found = ENOUGH, None
    for index in range(len(table.headings)):
        for second in (None, index + 1):
            if second is not None and second >= len(table.headings):
                continue
            filled = [row for row in sample if row[index] and (second is None or row[second])]
            if len(filled) * 2 < len(sample):
                continue
            good = sum(_is_place(_try(row, index, second, options)) for row in filled)
            if good / max(len(filled), 1) > best:
                best, found = good / len(filled), (index, second)
    return found


def _is_place(tried: Tried) -> bool:
    """Tell whether a text is a position, be it one that cannot be used."""
    return tried.position is not None or tried.kind in ("swapped", "range", "nonfinite")


def _try(row: Sequence[str], first: int, second: Optional[int], options: Optional[Reading]) -> Tried:
    text = row[first] if second is None else f"{row[first]} {row[second]}".strip()
    if not text:
        return Tried(0, kind="empty")
    if second is not None and not (row[first] and row[second]):
        return Tried(0, None, "one of its two coordinate fields is empty", "incomplete", text)
    try:
        strict = replace(options or Reading(), strict=True)
        found = parse(text, strict) if second is None else parse_pair(row[first], row[second], strict)
    except CoordinateError as error:
        return Tried(0, None, str(error), error.kind, text)
    return Tried(0, found, text=text)


def dry_run(
    table: Table, columns: Columns, options: Optional[Reading] = None, progress: Optional[Progress] = None
) -> List[Tried]:
    """Try every row; nothing is written.  A row without any coordinate text has ``kind`` "empty"."""
    tried = []
    for index, (number, row) in enumerate(zip(table.numbers, table.rows)):
        if progress is not None and index % 500 == 0:
            progress(index / len(table.rows))
        one = _try(row, columns.first or 0, columns.second, options)
        tried.append(Tried(number, one.position, one.reason, one.kind, one.text))
    return tried


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
