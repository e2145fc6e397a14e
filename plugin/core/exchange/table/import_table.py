# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""A table into an atlas: every row planned before any is written, in one transaction with one undo."""

from __future__ import annotations

import datetime as dt
import json
import re
from dataclasses import dataclass, field
from typing import Any, Dict, Iterator, List, Optional, Sequence

from ...atlas.model import Assertion, Language, Name, Record, Site, Source
from ...atlas.store.rows import insert_records
from ...atlas.store.statements import insert_rows
from ...atlas.store.store import Atlas, Writer, now
from ...dates import bounds_of
from ...errors import AtlasError
from ...i18n import tr
from ..import_report import TableReport
from ..import_rules import Rules, read
from ..kml.feature_rows import UNNAMED, RowMaker
from ..kml.import_options import ImportOptions, find_source, row_maker
from ..returning import PLACE, Says, conflict_entries, deleted_entry, take_in
from .plan import MOST_DUPLICATES, Fate, Plan, PlannedRow, Planner, Progress
from .roles import TITLES, Role, Understanding
from .row_reader import read_rows
from .site_values import SiteValues, ValueMap
from .table import RowState, Table

BATCH = 1_000
MOST_NOTES = 1_000
_HANGUL = re.compile("[\uac00-\ud7a3]")
_APART = re.compile(r"\s*[;\n/]\s*")


@dataclass
class TableOptions:
    """What the user chose.  ``source`` is the title of the source, a new one where there is none.

    ``take_asked`` takes positions that were asked about (0, 0; far from Korea).
    """

    source: str
    file: str = ""
    values: ValueMap = field(default_factory=ValueMap)
    rules: Optional[Rules] = None
    take_asked: bool = False


def require_certain(table: Table, understanding: Understanding) -> None:
    """Raise AtlasError, with the candidate columns named, where it is not certain what states positions."""
    for question in understanding.questions:
        if question.blocks:
            named = ", ".join(f"“{table.headings[index]}”" for index in question.columns)
            hint = tr("TableImport", "Say which columns they are; candidates: {columns}.")
            raise AtlasError(question.text, hint=hint.format(columns=named) if named else "")


def plan_table(
    atlas: Atlas,
    table: Table,
    understanding: Understanding,
    options: TableOptions,
    progress: Optional[Progress] = None,
) -> Plan:
    """Return what every row would become; nothing is written."""
    rows = read_rows(table, understanding, _part(progress, 0.0, 0.5))
    rules = (options.rules or read()).of_categories(_categories(atlas))
    source = find_source(atlas, options.source)
    values = SiteValues(atlas, rules, options.values)
    planner = Planner(
        atlas, understanding, values, source.uuid if source else "", take_asked=options.take_asked
    )
    notes = [*table.notes, *rules.told()]
    if not understanding.has_position:
        notes.append(tr("TableImport", "No column states positions: new sites come without one."))
    return planner.plan(rows, notes, _part(progress, 0.5, 1.0))


def import_table(
    atlas: Atlas,
    table: Table,
    understanding: Understanding,
    options: TableOptions,
    progress: Optional[Progress] = None,
) -> TableReport:
    """Import what a table brings, in one transaction after a backup.

    Rows that name a site that is here change it where the table changed something and the atlas did not;
    what both changed is a conflict and stays.  Raises AtlasError, with nothing written, where it is not
    certain which columns state positions.
    """
    if not options.source.strip():
        raise AtlasError(
            tr("TableImport", "The source has no name."),
            hint=tr("TableImport", "Say where this table is from."),
        )
    atlas.require_writable()
    require_certain(table, understanding)
    plan = plan_table(atlas, table, understanding, options, _part(progress, 0.0, 0.6))
    report = report_of(plan, table, understanding, options)
    note = json.dumps({"file": options.file, "source": options.source}, ensure_ascii=False)
    with atlas.backed_up("import") as backup, atlas.transaction("import table", note=note) as writer:
        _Writing(atlas, writer, options).all(plan, _part(progress, 0.6, 1.0))
        report.batch = writer.batch
    report.backup = backup.name
    return report


def _part(progress: Optional[Progress], begin: float, end: float) -> Optional[Progress]:
    if progress is None:
        return None
    return lambda share: progress(begin + (end - begin) * share)


def _categories(atlas: Atlas) -> frozenset[str]:
    return frozenset(row[0] for row in atlas.backend.select("SELECT id FROM categories WHERE deleted = 0"))


# -- writing -----------------------------------------------------------------------------------------


class _Writing:
    """Writes a plan inside one transaction."""

    def __init__(self, atlas: Atlas, writer: Writer, options: TableOptions) -> None:
        self._atlas = atlas
        self._writer = writer
        self._sources: Dict[str, str] = {}
        self._headings: Dict[Role, str] = {}
        self._source = self._source_of(options.source)
        rules = options.rules or read()
        self._maker = row_maker(atlas, self._source, writer.batch, ImportOptions(options.source, rules=rules))
        self._today = dt.datetime.now(dt.timezone.utc).date().isoformat()

    def _source_of(self, title: str) -> str:
        """Return the source of a title, made where there is none."""
        title = title.strip()
        if title not in self._sources:
            found = self._writer.rows(Source, title=title)
            if not found:
                found = [Source(title=title, kind="table")]
                self._writer.insert(found[0])
            self._sources[title] = found[0].uuid
        return self._sources[title]

    def all(self, plan: Plan, progress: Optional[Progress]) -> None:
        """Write new sites, many at a time, then what changes."""
        self._headings = plan.headings
        new = list(plan.of(Fate.NEW, Fate.UNLOCATED))
        titles = (planned.row.values.get(Role.SOURCE, "").strip() for planned in new)
        sources = [self._source_of(title) if title else self._source for title in titles]
        with self._atlas.backend.bulk(self._writer.db, ("sites", "assertions", "names"), checked=True):
            for start in range(0, len(new), BATCH):
                if progress is not None:
                    progress(start / max(len(plan.rows), 1))
                self._write_new(new[start : start + BATCH], sources[start : start + BATCH], start)
        for number, planned in enumerate(plan.of(Fate.CHANGED, Fate.CONFLICT)):
            if progress is not None and number % 50 == 0:
                progress((len(new) + number) / max(len(plan.rows), 1))
            meeting = planned.meeting
            if meeting is not None and not meeting.site.deleted:
                locator = tr("TableImport", "row {number}").format(number=planned.row.number)
                take_in(self._writer, meeting, Says(self._source, locator, planned.row.text, self._today))

    def _write_new(self, rows: Sequence[PlannedRow], sources: Sequence[str], first: int) -> None:
        sites: List[Record] = []
        assertions: List[Record] = []
        names: List[Record] = []
        for number, (planned, source) in enumerate(zip(rows, sources), first + 1):
            site = _site(planned, self._maker, source, number)
            site.extra = _further(planned, self._headings)
            sites.append(site)
            assertions.append(_assertion(planned, site, source, self._today))
            names.extend(_names(planned, site, source))
        for records in (sites, assertions, names):
            insert_records(self._writer.db, records)
        self._log(sites)

    def _log(self, sites: Sequence[Record]) -> None:
        """Write down which sites came in, so that the import can be taken back as one."""
        moment, writer = now(), self._writer
        rows = [
            (next(self._maker.uuids), writer.batch, moment, "insert", "sites", site.uuid) for site in sites
        ]
        insert_rows(writer.db, "history", ("uuid", "batch", "at", "action", "table_name", "row_uuid"), rows)


def _site(planned: PlannedRow, maker: RowMaker, source: str, order: int) -> Site:
    row, values = planned.row, dict(planned.values)
    place = row.position
    name = values.pop("name", None) or values.get("name_ko")
    category = values.setdefault("category", "unknown")
    position = (place.lon, place.lat, None) if place else None
    if not values.get("city"):
        values["city"] = maker.city_of(position)
    if place is None:
        values.pop("accuracy_m", None)
    bounds: Dict[str, Any] = dict(bounds_of(values.get("begin_text"), values.get("end_text")))
    return Site(
        uuid=next(maker.uuids),
        geom=f"POINT ({place.lon!r} {place.lat!r})" if place else None,
        name=name or f"{UNNAMED} (row {row.number})",
        importance=maker.importance(category),
        source_uuid=source if place else None,
        folder_order=order,
        external_id=row.values.get(Role.IDENTIFIER, "").strip() or None,
        **values,
        **bounds,
    )


def _further(planned: PlannedRow, headings: Dict[Role, str]) -> Optional[str]:
    """Return as JSON the cells that have no column of their own, and words that stand for something else."""
    pairs = [(heading, text) for heading, text in planned.row.further if text]
    for role, column in ((Role.CATEGORY, "category"), (Role.STATUS, "status")):
        text = planned.row.values.get(role, "").strip()
        if text and text != planned.values.get(column):
            pairs.append((headings.get(role, role.value), text))
    return json.dumps({"data": pairs}, ensure_ascii=False) if pairs else None


def _assertion(planned: PlannedRow, site: Site, source: str, today: str) -> Assertion:
    row = planned.row
    further: Dict[str, Any] = {
        name: planned.values[name] for name in ("likelihood", "confidence") if name in planned.values
    }
    return Assertion(
        site_uuid=site.uuid,
        source_uuid=source,
        geom=site.geom,
        kind="location" if site.geom else "existence",
        value=site.name,
        locator=f"row {row.number}",
        as_printed=row.text or None,
        accuracy_m=site.accuracy_m,
        chosen=site.geom is not None,
        asserted_on=today,
        **further,
    )


def _names(planned: PlannedRow, site: Site, source: str) -> Iterator[Name]:
    for text in dict.fromkeys(_APART.split(planned.row.values.get(Role.OTHER_NAMES, ""))):
        if text.strip() and text.strip() not in (site.name, site.name_ko):
            language = Language.HANGUL if _HANGUL.search(text) else Language.ENGLISH
            yield Name(site_uuid=site.uuid, text=text.strip(), source_uuid=source, language=language.value)


# -- telling -----------------------------------------------------------------------------------------


def report_of(plan: Plan, table: Table, understanding: Understanding, options: TableOptions) -> TableReport:
    """Return the account of a plan, as of the import that follows it."""
    counts = plan.counts()
    report = TableReport(
        file=options.file,
        source=options.source.strip(),
        rows=len(plan.rows),
        sites=counts[Fate.NEW],
        unlocated=counts[Fate.UNLOCATED],
        unchanged=counts[Fate.SAME],
        absent=plan.absent,
        notes=list(plan.notes),
        encoding=table.encoding,
        columns={
            column.heading: column.role.value
            for column in understanding.columns
            if column.role is not Role.OTHER
        },
        questions=[question.text for question in understanding.questions],
    )
    for planned in plan.rows:
        _tell(planned, report)
    return report


def _tell(planned: PlannedRow, report: TableReport) -> None:
    row, meeting = planned.row, planned.meeting
    entry = {"row": row.number, "name": planned.name, "text": row.text}
    report.oddities += [{**entry, "message": problem} for problem in planned.problems]
    if planned.fate is Fate.REFUSED:
        kind = row.kind if row.state in (RowState.REFUSED, RowState.ASKED) else "row"
        report.refused.append({**entry, "reason": planned.reason, "kind": kind})
    for found in planned.duplicates:
        if len(report.duplicates) < MOST_DUPLICATES:
            report.duplicates.append({"row": row.number, "name": planned.name, **found.as_json()})
    if row.position is not None:
        for note in row.position.notes:
            if len(report.notes) < MOST_NOTES:
                said = tr("TableImport", "Row {number}: {note}")
                report.notes.append(said.format(number=row.number, note=note))
        spelling = row.position.spelling.value
        report.spellings[spelling] = report.spellings.get(spelling, 0) + 1
    if meeting is None:
        return
    if meeting.site.deleted:
        report.conflicts.append(deleted_entry(meeting.site, row.number))
        return
    report.conflicts += conflict_entries(meeting, row.number)
    if meeting.take:
        report.updated += 1
        report.changes.append({
            "row": row.number, "name": meeting.site.name, "site": meeting.site.uuid,
            "fields": {name: [old, new] for name, old, new in meeting.changes},
        })  # fmt: skip


def column_title(name: str) -> str:
    """Return what a field of a change or conflict is called."""
    from .site_values import OWN_COLUMNS

    if name == PLACE:
        return tr("TableImport", "Position")
    return tr("Column", OWN_COLUMNS[name].metadata["label"]) if name in OWN_COLUMNS else name


__all__ = [
    "TITLES",
    "TableOptions",
    "column_title",
    "import_table",
    "plan_table",
    "report_of",
    "require_certain",
]
