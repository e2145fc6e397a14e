# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""What every row of a table becomes, before anything is written: new, changed, the same, left out; why."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from enum import Enum
from typing import Any, Callable, Dict, Iterator, List, Optional, Sequence, Tuple

from ...atlas.store.blob import lonlat
from ...atlas.store.store import Atlas
from ...discrepancies.duplicates import Neighbour, Thing, like_name, same_name
from ...discrepancies.known_sites import KnownSites
from ...i18n import mark, tr
from ..kml.merge import Feature, distance_m
from ..returning import PLACE, Meeting, SitesByIdentity
from .roles import POSITION_ROLES, Role, Understanding
from .site_values import SiteValues
from .table import RowState, TableRow

VERSION_HEADING = "row_version"
"""The column in which a table of ours says which version of a site a row was written from."""
HIDDEN_HEADING = "coordinates_note"
"""The column that says that positions of a table of ours are rounded or withheld: they are not read back."""
TELLING = ("clue", "clue_rule", "extra")
"""Columns that such a table leaves empty."""
SAME_SPOT_M = 100.0
"""A row with the identifier of a site, so near to it, is about that site whatever its name has become."""
MOST_DUPLICATES = 10_000
Progress = Callable[[float], None]


class Fate(Enum):
    """What becomes of a row."""

    NEW = mark("TablePlan", "new site")
    UNLOCATED = mark("TablePlan", "new site without a position")
    CHANGED = mark("TablePlan", "changes a site")
    SAME = mark("TablePlan", "as it is here")
    CONFLICT = mark("TablePlan", "changed here as well")
    REFUSED = mark("TablePlan", "not taken over")


@dataclass(frozen=True)
class PlannedRow:
    """One row and what becomes of it.

    ``values`` are those of a new site by column; ``meeting`` is the site that the row is about, if it is
    here; ``duplicates`` are sites here that a new one may be; ``problems`` are sentences on cells that
    cannot be taken over.
    """

    row: TableRow
    fate: Fate
    reason: str = ""
    values: Dict[str, Any] = field(default_factory=dict)
    meeting: Optional[Meeting] = None
    duplicates: Tuple[Neighbour, ...] = ()
    problems: Tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What the row is called."""
        named = self.row.values.get(Role.NAME) or self.row.values.get(Role.NAME_KO)
        return named or (self.meeting.site.name if self.meeting else "")


@dataclass
class Plan:
    """What a whole table becomes.  ``absent`` counts the sites here that it does not hold: they stay."""

    rows: List[PlannedRow] = field(default_factory=list)
    notes: List[str] = field(default_factory=list)
    headings: Dict[Role, str] = field(default_factory=dict)
    absent: int = 0

    def of(self, *fates: Fate) -> Iterator[PlannedRow]:
        """Yield the rows of some fates."""
        return (row for row in self.rows if row.fate in fates)

    def counts(self) -> Dict[Fate, int]:
        """Return how many rows have which fate."""
        found = Counter(row.fate for row in self.rows)
        return {fate: found.get(fate, 0) for fate in Fate}


class Planner:
    """Makes the plan of one table for one atlas."""

    def __init__(
        self,
        atlas: Atlas,
        understanding: Understanding,
        values: SiteValues,
        source_uuid: str = "",
        *,
        take_asked: bool = False,
    ) -> None:
        self._values = values
        self._take_asked = take_asked
        self._identity = SitesByIdentity(atlas, source_uuid)
        self._known = KnownSites(atlas)
        self._total = len(atlas.backend.select("SELECT 1 FROM sites WHERE deleted = 0"))
        self._here = 0
        self._has_position = any(column.role in POSITION_ROLES for column in understanding.columns)
        self._headings = {column.role: column.heading for column in understanding.columns}
        self._seen: Dict[str, int] = {}
        self._unknown_state = 0

    def plan(
        self, rows: Sequence[TableRow], notes: Sequence[str] = (), progress: Optional[Progress] = None
    ) -> Plan:
        """Return what becomes of the rows."""
        made = Plan(notes=list(notes), headings=self._headings)
        self._identity.prepare(row.values.get(Role.IDENTIFIER, "") for row in rows)
        for number, row in enumerate(rows):
            if progress is not None and number % 500 == 0:
                progress(number / len(rows))
            made.rows.append(self._row(row))
        if self._seen:
            made.absent = self._total - self._here
        if self._unknown_state:
            text = tr(
                "TablePlan",
                "For {count} rows nothing tells what they were when they were written out: what differs "
                "is taken from the table.",
            )
            made.notes.append(text.format(count=self._unknown_state))
        return made

    def _row(self, row: TableRow) -> PlannedRow:
        identifier = row.values.get(Role.IDENTIFIER, "")
        site = self._identity.find(identifier) if identifier else ""
        own = bool(site) and self._identity.is_own(identifier)
        if site and (own or self._is_plausible(row, site)):
            return self._returned(row, site, own=own)
        if row.state is RowState.REFUSED or (row.state is RowState.ASKED and not self._take_asked):
            return PlannedRow(row, Fate.REFUSED, row.reason)
        values, problems = self._values.of_row(row, own=False)
        if row.position is None and not (values.get("name") or values.get("name_ko")):
            return PlannedRow(row, Fate.REFUSED, tr("TablePlan", "There is neither a name nor a position."))
        if "accuracy_m" not in values and row.accuracy_m:
            values["accuracy_m"] = row.accuracy_m
        fate = Fate.UNLOCATED if row.position is None else Fate.NEW
        return PlannedRow(
            row, fate, values=values, duplicates=self._duplicates(row, values), problems=tuple(problems)
        )

    def _is_plausible(self, row: TableRow, uuid: str) -> bool:
        """Tell whether a row with a foreign identifier can be about a site: many tables only count rows."""
        site = self._identity.site(uuid)
        named = (row.values.get(Role.NAME, ""), row.values.get(Role.NAME_KO, ""))
        if site is None:
            return False
        known = (site.name, site.name_ko or "")
        if row.position is not None and site.geom:
            here = Feature("", lon=row.position.lon, lat=row.position.lat)
            lon, lat = lonlat(site.geom)
            if distance_m(here, Feature("", lon=lon, lat=lat)) <= SAME_SPOT_M:
                return True
        return same_name(named, known) or like_name(named, known)

    def _duplicates(self, row: TableRow, values: Dict[str, Any]) -> Tuple[Neighbour, ...]:
        place = row.position
        if place is None or not self._known.has_any_near(place.lon, place.lat):
            return ()
        names = (values.get("name") or "", values.get("name_ko") or "")
        thing = Thing(names, values.get("category", "unknown"), values.get("accuracy_m") or 0.0)
        return tuple(self._known.may_be(thing, place.lon, place.lat))

    def _returned(self, row: TableRow, uuid: str, *, own: bool) -> PlannedRow:
        if uuid in self._seen:
            text = tr("TablePlan", "Row {number} is about the same site already.")
            return PlannedRow(row, Fate.REFUSED, text.format(number=self._seen[uuid]))
        self._seen[uuid] = row.number
        if self._has_position and row.state is RowState.REFUSED:
            return PlannedRow(row, Fate.REFUSED, row.reason)
        values, problems = self._values.of_row(row, own=own)
        hidden = own and dict(row.further).get(HIDDEN_HEADING)
        if hidden:
            values = {name: value for name, value in values.items() if name not in TELLING}
        elif self._has_position and (own or row.position is not None):
            values[PLACE] = (row.position.lon, row.position.lat) if row.position else None
        meeting = self._identity.meet(uuid, values, _version(row), own=own)
        if meeting is None:
            return PlannedRow(row, Fate.REFUSED, tr("TablePlan", "Its site is no longer in the atlas."))
        self._here += not meeting.site.deleted
        self._unknown_state += not meeting.known and bool(meeting.take)
        fate = Fate.SAME
        if meeting.site.deleted or meeting.conflicts:
            fate = Fate.CONFLICT
        elif meeting.take:
            fate = Fate.CHANGED
        return PlannedRow(row, fate, meeting=meeting, problems=tuple(problems))


def _version(row: TableRow) -> Optional[int]:
    text = dict(row.further).get(VERSION_HEADING, "").strip()
    return int(text) if text.isdigit() and len(text) < 10 else None
