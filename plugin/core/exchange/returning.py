# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Rows that come back: what the atlas wrote out, edited elsewhere and read again, meets its own sites.

A row names its site by identifier.  What it was when it was written out is in the history, by the version of
the row; so what the table changed and what the atlas changed since are told apart, field by field.
"""

from __future__ import annotations

import json
import math
from dataclasses import dataclass, field
from typing import Any, Dict, Iterable, List, Mapping, Optional, Tuple

from ..atlas.edits import edit_session, gestures
from ..atlas.model import Assertion, AssertionKind, Site
from ..atlas.store import blob
from ..atlas.store.store import Atlas, Writer, replace
from ..dates import bounds_of
from ..i18n import tr
from .kml.merge import FieldConflict, three_way

PLACE = "place"
"""The name of the position (lon, lat) among the fields that are compared."""


@dataclass
class Meeting:
    """A row and the site it is about: what to take, and what both sides changed.

    ``known`` is False where nothing tells what the row was when it was written out: it is taken as it is.
    """

    site: Site
    take: Dict[str, Any] = field(default_factory=dict)
    conflicts: List[FieldConflict] = field(default_factory=list)
    known: bool = True

    @property
    def changes(self) -> List[Tuple[str, Any, Any]]:
        """Field, value here, and new value of what is taken."""
        return [(name, here(self.site).get(name), value) for name, value in self.take.items()]


class SitesByIdentity:
    """The sites of an atlas as rows of a file name them.

    ``source_uuid`` is the source of the file, ``""`` for one that is new: the identifiers that a foreign
    source gives its rows count for that source only.
    """

    def __init__(self, atlas: Atlas, source_uuid: str = "") -> None:
        self._atlas = atlas
        self._sites: Dict[str, Site] = {}
        self._history: Optional[Dict[str, List[Tuple[str, str, str]]]] = None
        self._own = {row[0] for row in atlas.backend.select("SELECT uuid FROM sites")}
        self._foreign: Dict[str, str] = {}
        if source_uuid:
            rows = atlas.backend.select(
                "SELECT s.external_id, s.uuid FROM sites s WHERE s.external_id IS NOT NULL AND s.uuid IN "
                "(SELECT site_uuid FROM assertions WHERE source_uuid = ?)",
                (source_uuid,),
            )
            seen: Dict[str, int] = {}
            for identifier, uuid in rows:
                seen[identifier] = seen.get(identifier, 0) + 1
                self._foreign[identifier] = uuid
            for identifier, count in seen.items():
                if count > 1:  # an identifier that several rows bear identifies nothing
                    del self._foreign[identifier]

    def find(self, identifier: str) -> str:
        """Return the uuid of the site that an identifier names, "" for none."""
        wanted = identifier.strip()
        return wanted if wanted in self._own else self._foreign.get(wanted, "")

    def site(self, uuid: str) -> Optional[Site]:
        """Return a site, deleted or not, None where it is gone altogether."""
        return self._sites.get(uuid) or self._atlas.get(Site, uuid)

    def prepare(self, identifiers: Iterable[str]) -> None:
        """Read the sites of many rows at once."""
        wanted = [uuid for uuid in map(self.find, identifiers) if uuid]
        self._sites.update(self._atlas.many(Site, wanted))

    def _states(self, uuid: str) -> List[Tuple[str, str, str]]:
        """Return before, after and action of every change of a site, read for all sites at once."""
        if self._history is None:
            self._history = {}
            batches = dict(self._atlas.backend.select(
                'SELECT batch, "action" FROM history WHERE table_name IS NULL'
            ))  # fmt: skip
            rows = self._atlas.backend.select(
                'SELECT row_uuid, "before", "after", batch FROM history '
                "WHERE table_name = 'sites' AND \"before\" IS NOT NULL ORDER BY fid"
            )
            for key, before, after, batch in rows:
                self._history.setdefault(key, []).append((before, after, batches.get(batch, "")))
        return self._history.get(uuid, [])

    def is_own(self, identifier: str) -> bool:
        """Tell whether an identifier is the atlas's, not that of a source."""
        return identifier.strip() in self._own

    def meet(
        self, uuid: str, new: Mapping[str, Any], version: Optional[int], *, own: bool
    ) -> Optional[Meeting]:
        """Compare a row's values (by column, and ``PLACE``) with the site as it is and as it was.

        ``version`` is the row version that the file says it was written from; a foreign row (``own`` is
        False) was last read by the import that brought it.  None for a site that is gone altogether.
        """
        site = self.site(uuid)
        if site is None:
            return None
        base, mine = self._base(site, version, own=own), here(site)
        told = {name: _as_kept(value, mine.get(name)) for name, value in new.items()}
        if base is None:
            return Meeting(site, three_way(mine, told, mine)[0], known=False)
        told = {name: _as_kept(value, base.get(name)) for name, value in told.items()}
        return Meeting(site, *three_way(base, told, mine))

    def _base(self, site: Site, version: Optional[int], *, own: bool) -> Optional[Dict[str, Any]]:
        """Return what the site was when the row was written out or last read; None when nobody knows."""
        if own and version is None:
            return None
        states = [
            (json.loads(before), json.loads(after), action)
            for before, after, action in self._states(site.uuid)
        ]
        if not own:
            imported = [after for _before, after, action in states if action == "import table"]
            if imported:
                return of_state(imported[-1])
            version = 1
        if version == site.row_version:
            return here(site)
        for before, after, _action in states:
            if before.get("row_version") == version:
                return of_state(before)
            if after.get("row_version") == version:
                return of_state(after)
        return None


def here(site: Site) -> Dict[str, Any]:
    """Return a site as it is compared."""
    values = dict(vars(site))
    values[PLACE] = blob.lonlat(site.geom) if site.geom else None
    return values


def of_state(state: Mapping[str, Any]) -> Dict[str, Any]:
    """Return a row of the history as it is compared (what it leaves out was empty)."""
    values = dict(state)
    geom = values.get("geom")
    values[PLACE] = blob.lonlat(geom) if geom else None
    return values


def _as_kept(value: Any, kept: Any) -> Any:
    """Return what is kept where a value is the same but for what a spreadsheet does to blanks and digits."""
    if isinstance(value, str) and isinstance(kept, str) and value.split() == kept.split():
        return kept
    if (
        isinstance(value, float)
        and isinstance(kept, (int, float))
        and math.isclose(value, kept, rel_tol=1e-9)
    ):
        return kept
    return value


@dataclass(frozen=True)
class Says:
    """Of whom a new position is: the source, where in the file, what was written there."""

    source_uuid: str
    locator: str = ""
    as_printed: str = ""
    today: str = ""


def take_in(writer: Writer, meeting: Meeting, says: Says) -> None:
    """Write what a row changed into its site.

    A new position becomes the chosen one, the earlier ones stay; one that conflicts is recorded beside
    them and not chosen.  Raises ConflictError when the site was changed meanwhile.
    """
    before, values = meeting.site, dict(meeting.take)
    moved = PLACE in values
    position = values.pop(PLACE, None)
    if "begin_text" in values or "end_text" in values:
        after = replace(before, **values)
        values.update(bounds_of(after.begin_text, after.end_text))
    accuracy = values.pop("accuracy_m", before.accuracy_m) if moved else None
    if values:
        after = replace(before, **values)
        writer.update(after)
        edit_session.follow_site(writer, before, after)
    if moved:
        _move(writer, before.uuid, position, accuracy, says)
    for conflict in meeting.conflicts:
        if conflict.field == PLACE and conflict.new:
            writer.insert(_assertion(before.uuid, conflict.new, None, says, chosen=False))
            gestures.settle(writer, [before.uuid])


def _move(writer: Writer, uuid: str, position: Any, accuracy: Optional[float], says: Says) -> None:
    for row in writer.rows(Assertion, site_uuid=uuid, kind=AssertionKind.LOCATION.value):
        if row.chosen:
            writer.update(replace(row, chosen=False))
    if position is not None:
        writer.insert(_assertion(uuid, position, accuracy, says, chosen=True))
    gestures.settle(writer, [uuid])


def _assertion(
    uuid: str, position: Tuple[float, float], accuracy: Optional[float], says: Says, *, chosen: bool
) -> Assertion:
    return Assertion(
        site_uuid=uuid,
        geom=gestures.point(*position),
        source_uuid=says.source_uuid,
        locator=says.locator or None,
        as_printed=says.as_printed or None,
        accuracy_m=accuracy,
        asserted_on=says.today or None,
        chosen=chosen,
    )


def conflict_entries(meeting: Meeting, number: int) -> List[Dict[str, Any]]:
    """Return the conflicts of a row as a report lists them (those of releases look the same)."""
    return [
        {
            "line": number,
            "name": meeting.site.name,
            "row": meeting.site.uuid,
            "field": conflict.field,
            "last_release": conflict.last,
            "new_release": conflict.new,
            "mine": conflict.mine,
        }
        for conflict in meeting.conflicts
    ]


def deleted_entry(site: Site, number: int) -> Dict[str, Any]:
    """Return the conflict of a row whose site was deleted here."""
    return {
        "line": number,
        "name": site.name,
        "row": site.uuid,
        "field": "deleted",
        "last_release": None,
        "new_release": tr("TableImport", "still in the table"),
        "mine": tr("TableImport", "deleted here"),
    }
