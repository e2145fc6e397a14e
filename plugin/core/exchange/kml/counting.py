# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The features of a file one after another, with what each becomes, and the account of them all."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from typing import Any, Dict, Iterator, List, Optional, Tuple

from ...discrepancies.duplicates import Thing
from ...discrepancies.known_sites import KnownSites
from ...i18n import tr
from ..import_report import MAX_LISTED, MapReport
from ..returning import conflict_entries, deleted_entry
from .feature_rows import Made, RowMaker, path_text
from .geometry import first_position
from .import_options import ImportOptions
from .own_returning import OwnReturning
from .reader import KmlFile, Progress
from .records import Folder, Item, Oddity
from .swap_axes import swapped

SWAP_EVIDENCE = 0.8
"""Share of swapped-looking positions from which a whole map is taken to be swapped."""


class Counting:
    """Reads the features of a file and keeps the account of them."""

    def __init__(
        self, file: KmlFile, options: ImportOptions, maker: RowMaker, known: KnownSites, own: OwnReturning
    ) -> None:
        self.report = MapReport(file.path.name, options.source, options.release, maker.batch)
        self._file = file
        self._options = options
        self._maker = maker
        self._known = known
        self._own = own
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
            returned = self._returned(record)
            if returned is not None:
                yield record, returned
                continue
            self._swapped += record.problem_code == "swapped"
            if self._options.swap:
                swapped(record)
            made = self._maker.make(record)
            self._account(record, made)
            yield record, made

    def _returned(self, item: Item) -> Optional[Made]:
        """Return what a placemark of our own becomes, None for those of others."""
        uuid = self._own.site_of(item)
        if not uuid:
            if not self._own.is_own_line(item):
                return None
            self.report.features += 1
            self.report.listed_count += 1
            reason = tr("KmlImport", "This line or area is in the atlas: change it there.")
            self._list(self.report.listed, item, reason)
            return Made(own=True)
        report = self.report
        meeting, problems = self._own.meet(item, uuid)
        report.features += 1
        report.imported += 1
        for problem in problems:
            self._file.note(Oddity("value", problem, "", item.line, item.name))
        if meeting is None:
            return Made(own=True)
        if meeting.site.deleted:
            report.conflicts.append(deleted_entry(meeting.site, item.line))
            return Made(own=True)
        report.conflicts += conflict_entries(meeting, item.line)
        report.updated += bool(meeting.take)
        return Made(own=True, meeting=meeting)

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

    def finish(self) -> MapReport:
        """Complete the report once the file is read."""
        report, file = self.report, self._file
        self._list_misplaced()
        report.encodings = dict(file.encodings)
        told = [Oddity("rules", message) for message in self._maker.rules.told()]
        report.oddities = [asdict(oddity) for oddity in (*told, *file.oddities)]
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
        message = tr(
            "KmlImport", "{swapped} of {all} positions look swapped: latitude first? Nothing was swapped."
        ).format(swapped=self._swapped, all=self._located)
        self.report.oddities.insert(
            0, {"code": "swapped", "message": message, "document": "", "line": 0, "name": ""}
        )
