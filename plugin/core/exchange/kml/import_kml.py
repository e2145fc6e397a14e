# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""A KML or KMZ file into an atlas: looked at first, then one transaction, one backup, one undo."""

from __future__ import annotations

import contextlib
import datetime as dt
import gc
import json
from collections import Counter
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Dict, Iterator, List, Optional, Tuple

from ...atlas.model import Category, City, KmlFolder, KmlResource, Source, Status, new_uuid
from ...atlas.positions import surroundings
from ...atlas.store.rows import insert_records
from ...atlas.store.statements import insert_flat
from ...atlas.store.store import Atlas, Writer
from ...discrepancies.duplicates import Thing
from ...discrepancies.known_sites import KnownSites
from ...errors import AtlasError
from ..import_rules import Rules, read
from ..limits import DEFAULT_LIMITS, Limits
from .feature_rows import COLUMNS, Made, Place, RowMaker, path_text
from .geometry import first_position
from .reader import KmlFile, Progress
from .records import Folder, Item, Oddity
from .swap_axes import swapped

BATCH_FEATURES = 1_000
SWAP_EVIDENCE = 0.8
MAX_LISTED = 10_000
TABLES = tuple(COLUMNS)


@dataclass
class Options:
    """What the user chose.  ``source`` is the title of the source, a new one where there is none."""

    source: str
    release: str = ""
    rules: Optional[Rules] = None
    swap: bool = False
    limits: Limits = DEFAULT_LIMITS


@dataclass
class Report:
    """What an import did, or a preview found.  Features = imported + listed + refused, always."""

    file: str = ""
    source: str = ""
    release: str = ""
    batch: str = ""
    features: int = 0
    imported: int = 0
    sites: int = 0
    unlocated: int = 0
    lines: int = 0
    areas: int = 0
    overlays: int = 0
    updated: int = 0
    refused: List[Dict[str, Any]] = field(default_factory=list)
    refused_count: int = 0
    listed: List[Dict[str, Any]] = field(default_factory=list)
    listed_count: int = 0
    folders: List[Dict[str, Any]] = field(default_factory=list)
    oddities: List[Dict[str, Any]] = field(default_factory=list)
    oddity_counts: Dict[str, int] = field(default_factory=dict)
    duplicates: List[Dict[str, Any]] = field(default_factory=list)
    encodings: Dict[str, str] = field(default_factory=dict)
    looks_swapped: bool = False
    release_merge: Optional[Dict[str, Any]] = None
    conflicts: List[Dict[str, Any]] = field(default_factory=list)
    backup: str = ""

    def counts(self) -> Dict[str, int]:
        """Return the counts under the names of ``cityatlas:importkml``."""
        return {
            "SITES": self.sites,
            "LINES": self.lines,
            "OVERLAYS": self.overlays,
            "UPDATED": self.updated,
            "CONFLICTS": len(self.conflicts),
            "SKIPPED": self.refused_count,
        }

    def as_json(self) -> Dict[str, Any]:
        """Return everything as plain values."""
        return {**self.counts(), **asdict(self)}


class Counting:
    """Reads the features of a file and keeps the account of them."""

    def __init__(self, file: KmlFile, options: Options, maker: RowMaker, known: KnownSites) -> None:
        self.report = Report(file.path.name, options.source, options.release, maker.batch)
        self._file = file
        self._options = options
        self._maker = maker
        self._known = known
        self._located = 0
        self._swapped = 0
        self._by_folder: Dict[int, Counter] = {}

    def items(self, progress: Optional[Progress]) -> Iterator[Tuple[Item, Made]]:
        """Yield every feature with what it becomes."""
        for record in self._file.records(progress):
            if isinstance(record, Folder) or record.kind == "Other":
                if isinstance(record, Item):
                    yield record, Made()
                continue
            self._swapped += record.problem_code == "swapped"
            if self._options.swap:
                swapped(record)
            made = self._maker.make(record)
            self._account(record, made)
            yield record, made

    def _account(self, item: Item, made: Made) -> None:
        report = self.report
        report.features += 1
        self._located += item.geometry is not None or bool(item.problem_code)
        count = self._by_folder.get(item.folder.index)
        if count is None:
            count = self._by_folder[item.folder.index] = Counter()
        if made.refused:
            report.refused_count += 1
            count["refused"] += 1
            self._list(report.refused, item, made.refused)
        elif not made.rows:
            report.listed_count += 1
            self._list(report.listed, item, item.values.get("href", ""))
        else:
            report.imported += 1
            if made.odd:
                self._file.note(Oddity("part", made.odd, "", item.line, item.name))
            self._count_rows(made, count)
            self._look_for_duplicates(item, made)

    def _count_rows(self, made: Made, count: Counter) -> None:
        report = self.report
        if made.site_uuid:
            report.sites += 1
            count["sites"] += 1
            report.unlocated += made.rows[0][1][1] is None
        for table, _uuid in made.others:
            count[table] += 1
            report.lines += table == "traces"
            report.areas += table == "areas"
            report.overlays += table == "sheets"

    def _list(self, where: List[Dict[str, Any]], item: Item, reason: str) -> None:
        if len(where) < MAX_LISTED:
            where.append(
                {
                    "line": item.line,
                    "name": item.name,
                    "kind": item.kind,
                    "folder": path_text(self._maker.path(item.folder)),
                    "reason": reason,
                }
            )

    def _look_for_duplicates(self, item: Item, made: Made) -> None:
        if made.site_uuid is None or not self._known or len(self.report.duplicates) >= MAX_LISTED:
            return
        position = first_position(item.geometry)
        if position is None or not self._known.has_any_near(position[0], position[1]):
            return
        category = self._maker.rules.of_path(self._maker.path(item.folder)).category
        for found in self._known.may_be(Thing((item.name,), category), position[0], position[1]):
            self.report.duplicates.append({"line": item.line, "name": item.name, **found.as_json()})

    def finish(self) -> Report:
        """Complete the report once the file is read."""
        report, file = self.report, self._file
        self._list_misplaced()
        report.encodings = dict(file.encodings)
        report.oddities = [asdict(oddity) for oddity in file.oddities]
        report.oddity_counts = dict(file.oddity_counts)
        report.looks_swapped = self._swapped > 0 and self._swapped >= SWAP_EVIDENCE * max(self._located, 1)
        if report.looks_swapped and not self._options.swap:
            self._suggest_swap()
        for folder in file.folders:
            count = self._by_folder.get(folder.index)
            if count:
                mapping = self._maker.rules.of_path(folder.path)
                report.folders.append(
                    {
                        "path": path_text(folder.path),
                        "category": mapping.category,
                        "rule": mapping.rule.pattern if mapping.rule else "",
                        "status": mapping.status or "unknown",
                        **count,
                    }
                )
        return report

    def _list_misplaced(self) -> None:
        """Account for features that stand where KML has no place for them: kept, and not on the map."""
        report, file = self.report, self._file
        count = file.oddity_counts.get("misplaced", 0)
        report.features += count
        report.listed_count += count
        found = [oddity for oddity in file.oddities if oddity.code == "misplaced"]
        for oddity in found[: MAX_LISTED - len(report.listed)]:
            report.listed.append(
                {"line": oddity.line, "name": "", "kind": "", "folder": "", "reason": oddity.message}
            )

    def _suggest_swap(self) -> None:
        message = (
            f"{self._swapped} of {self._located} positions look swapped: latitude first? Nothing was swapped."
        )
        self.report.oddities.insert(
            0, {"code": "swapped", "message": message, "document": "", "line": 0, "name": ""}
        )


def preview(atlas: Atlas, path: Path, options: Options, progress: Optional[Progress] = None) -> Report:
    """Read a file and tell what an import would do, without changing anything."""
    source = find_source(atlas, options.source)
    with KmlFile(path, options.limits) as file:
        maker = row_maker(atlas, source.uuid if source else new_uuid(), new_uuid(), options)
        counting = Counting(file, options, maker, KnownSites(atlas, source.uuid if source else ""))
        for _item, _made in counting.items(progress):
            pass
        return counting.finish()


def import_kml(atlas: Atlas, path: Path, options: Options, progress: Optional[Progress] = None) -> Report:
    """Import a file in one transaction, after a backup.

    A source that was imported before is merged as a newer release (``releases.merge_release``).  Raises
    AtlasError, with nothing imported, for files that are refused and atlases that cannot be written.
    """
    from .releases import has_release, merge_release

    if not options.source.strip():
        raise AtlasError("The source has no name.", hint="Say whose map this is.")
    atlas.require_writable()
    source = find_source(atlas, options.source)
    with KmlFile(path, options.limits) as file:
        backup = atlas.backup("import")
        if source is not None and has_release(atlas, source.uuid):
            report = merge_release(atlas, file, source, options, progress)
        else:
            report = _import_first(atlas, file, source, options, progress)
    report.backup = backup.name
    return report


def _import_first(
    atlas: Atlas, file: KmlFile, source: Optional[Source], options: Options, progress: Optional[Progress]
) -> Report:
    known = KnownSites(atlas)
    with atlas.transaction("import", note=import_note(file, options)) as writer:
        if source is None:
            source = Source(title=options.source.strip(), kind="map", release_text=options.release or None)
            writer.insert(source)
        maker = row_maker(atlas, source.uuid, writer.batch, options)
        counting = Counting(file, options, maker, known)
        with atlas.backend.bulk(writer.db, TABLES, checked=False), _no_search_for_cycles():
            bulk = Bulk(writer)
            for item, made in counting.items(progress):
                bulk.add(made, maker.item_row(item, made, first_position(item.geometry)))
            bulk.flush()
        write_frame(writer, file, source.uuid)
        return counting.finish()


@contextlib.contextmanager
def _no_search_for_cycles() -> Iterator[None]:
    """Waiting rows by the thousand would have Python look through all objects of QGIS again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class Bulk:
    """Gathers rows by table, their values one after another, and writes them many at a time."""

    def __init__(self, writer: Writer) -> None:
        self._db = writer.db
        self._values: Dict[str, List[Any]] = {table: [] for table in TABLES}
        self._features = 0

    def add(self, made: Made, item_row: tuple) -> None:
        """Take the rows of one feature."""
        for table, row in made.rows:
            self._values[table].extend(row)
        self._values["kml_items"].extend(item_row)
        self._features += 1
        if self._features >= BATCH_FEATURES:
            self.flush()

    def flush(self) -> None:
        """Write what is waiting."""
        for table, values in self._values.items():
            if values:
                insert_flat(self._db, table, COLUMNS[table], values)
                values.clear()
        self._features = 0


def write_frame(writer: Writer, file: KmlFile, source_uuid: str) -> None:
    """Write the folders and the packed files of a KML file."""
    shared: Dict[str, Any] = {"source_uuid": source_uuid, "batch": writer.batch}
    folders = [
        KmlFolder(
            **shared,
            number=folder.index,
            parent=folder.parent.index if folder.parent else None,
            position=folder.position,
            document=file.documents[folder.document],
            kind=folder.kind,
            name=folder.name or None,
            kml_id=folder.kml_id or None,
            attributes=json.dumps(folder.attributes) if folder.attributes else None,
            head=json.dumps(folder.head, ensure_ascii=False) if folder.head else None,
        )
        for folder in file.folders
    ]
    insert_records(writer.db, folders)
    for name in file.resources:
        insert_records(writer.db, [KmlResource(**shared, name=name, content=file.read_resource(name))])


def row_maker(atlas: Atlas, source_uuid: str, batch: str, options: Options) -> RowMaker:
    """Return what turns the features of this import into rows."""
    cities = []
    for city in atlas.rows(City):
        box = surroundings(city)
        if box is not None:
            cities.append(Place(city.name, box))
    categories = {category.id: category.importance or 4 for category in atlas.rows(Category)}
    rules = options.rules or read()
    unknown = {rule.category for rule in rules.rules} - {"", *categories}
    if unknown:
        raise AtlasError(
            f"The import rules name the category “{sorted(unknown)[0]}”, which this atlas does not have.",
            hint="Add it to the atlas's categories or change the rule.",
        )
    strange = {rule.status for rule in rules.rules} - {"", *(status.value for status in Status)}
    if strange:
        raise AtlasError(
            f"The import rules name the status “{sorted(strange)[0]}”, which sites cannot have.",
            hint="Take one of: " + ", ".join(status.value for status in Status) + ".",
        )
    today = dt.datetime.now(dt.timezone.utc).date().isoformat()
    return RowMaker(source_uuid, batch, rules, cities, categories, today)


def find_source(atlas: Atlas, title: str) -> Optional[Source]:
    """Return the source with this title, None where there is none."""
    found = atlas.rows(Source, title=title.strip())
    return found[0] if found else None


def import_note(file: KmlFile, options: Options) -> str:
    """Return the line that history keeps of an import."""
    return json.dumps(
        {"file": file.path.name, "source": options.source, "release": options.release}, ensure_ascii=False
    )
