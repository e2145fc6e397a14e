# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""What an edit session of QGIS means for the atlas, once QGIS has saved it.

QGIS writes single rows.  Here they get their lines in the history, and what hangs together is brought
together: a site whose marker was dragged gets a new assertion, an assertion that was edited moves its site,
a main name and the site's name follow each other.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Optional

from ..model import BY_TABLE, Assertion, AssertionKind, Language, Name, NameKind, Record, Site
from ..store.store import Atlas, Writer, replace, to_row
from . import gestures, history

Rows = dict[str, Record]
MAIN_NAMES = (("name", Language.ENGLISH.value, NameKind.MAIN.value),
              ("name_ko", Language.HANGUL.value, NameKind.MAIN.value))  # fmt: skip


@dataclass
class Conflict:
    """Two versions of one row; ``removes``: mine was to delete it.  ``theirs`` is what the file holds."""

    table: str
    mine: Record
    theirs: Optional[Record]
    removes: bool = False

    @property
    def title(self) -> str:
        """A name by which the user knows the row."""
        record: Any = self.theirs or self.mine
        return str(getattr(record, "name", "") or getattr(record, "title", "") or getattr(record, "text", ""))

    def fields(self) -> list[tuple[str, str, Any, Any]]:
        """Return (column, label, mine, theirs) of what differs."""
        mine = vars(self.mine)
        theirs = vars(self.theirs) if self.theirs else {}
        labels = history.labels(self.table)
        pairs = ((name, label, mine.get(name), theirs.get(name)) for name, label in labels.items())
        return [pair for pair in pairs if not history.same(pair[2], pair[3])]


def save(
    atlas: Atlas,
    table: str,
    before: Rows,
    edits: dict[str, dict[str, Any]],
    added: Iterable[Record],
    accuracy: Optional[float] = None,
) -> str:
    """Write what an edit session of QGIS holds, history and consequences too, in one transaction.

    ``before`` are the rows as they were read, ``edits`` the new values by identifier; ``accuracy`` in metres
    is proposed for positions set by hand.  Returns the batch's id.  Raises ConflictError when a row changed
    since it was read.
    """  # fmt: skip
    with atlas.transaction("edit session") as writer:
        after: Rows = {}
        for uuid, values in edits.items():
            after[uuid] = replace(before[uuid], **values)
            writer.update(after[uuid])
        for row in added:
            writer.insert(row)
            after[row.uuid] = row
        _follow(writer, table, before, after, accuracy)
        return writer.batch


def absorb(atlas: Atlas, table: str, before: Rows, after: Rows, accuracy: Optional[float] = None) -> str:
    """Write the history of rows that QGIS itself saved and settle what depends on them; return the batch.

    ``before`` and ``after`` hold the rows by identifier (an added row has no ``before``).
    """
    with atlas.transaction("edit session") as writer:
        for uuid, row in after.items():
            old = before.get(uuid)
            writer.log_foreign(_action(old, row), table, uuid, to_row(old) if old else None, to_row(row))
        _follow(writer, table, before, after, accuracy)
        return writer.batch


def _follow(writer: Writer, table: str, before: Rows, after: Rows, accuracy: Optional[float]) -> None:
    """Bring in line what hangs together with rows that were just written."""
    if table == Site.TABLE:
        for uuid, row in after.items():
            _site_followed(writer, before.get(uuid), row, accuracy)
    elif table == Assertion.TABLE:
        gestures.settle(writer, _sites_of(before, after))
    elif table == Name.TABLE:
        for row in after.values():
            _name_followed(writer, row)


def keep_apart(atlas: Atlas, conflicts: Iterable[Conflict]) -> None:
    """Write the losing versions of conflicts into the history, so that they can be looked up."""
    with atlas.transaction(history.KEPT_APART) as writer:
        for conflict in conflicts:
            theirs = to_row(conflict.theirs) if conflict.theirs else None
            writer.log_foreign(
                history.KEPT_APART, conflict.table, conflict.mine.uuid, theirs, to_row(conflict.mine)
            )


def resolve(atlas: Atlas, conflict: Conflict, mine: Iterable[str], *, remove: bool = False) -> str:
    """Save the columns ``mine`` of my version over theirs (or delete the row); return the batch's id.

    Raises ConflictError when the row changed once more.
    """
    if conflict.theirs is None:
        with atlas.transaction("resolve conflict") as writer:
            writer.insert(replace(conflict.mine, row_version=1, deleted=False))
            return writer.batch
    chosen = {name: getattr(conflict.mine, name) for name in mine}
    record = replace(conflict.theirs, **chosen, deleted=remove)
    with atlas.transaction("resolve conflict") as writer:
        before = writer.rows(BY_TABLE[conflict.table], deleted=True, uuid=record.uuid)
        writer.update(record)
        if isinstance(record, Site) and before:
            _site_followed(writer, before[0], record, None)
        elif isinstance(record, Assertion):
            gestures.settle(writer, [record.site_uuid])
        return writer.batch


def follow_site(writer: Writer, before: Site, after: Site) -> None:
    """Bring assertions and main names in line with a site that was written inside this transaction."""
    _site_followed(writer, before, after, None)


def _action(old: Optional[Record], new: Record) -> str:
    if old is None:
        return "insert"
    return "delete" if new.deleted and not old.deleted else "update"


def _sites_of(*sides: Rows) -> list[str]:
    return [row.site_uuid for rows in sides for row in rows.values() if isinstance(row, Assertion)]


def _site_followed(writer: Writer, old: Any, site: Any, accuracy: Optional[float]) -> None:
    if site.deleted:
        return
    moved = site.geom != (old.geom if old else None)
    if moved:
        if old is None and site.geom and not site.city:
            site.city = gestures.city_of(writer, site.geom)
            writer.update(site)
        _assert_position(writer, old, site, accuracy)
        gestures.settle(writer, [site.uuid])
    elif old and (site.accuracy_m, site.source_uuid) != (old.accuracy_m, old.source_uuid):
        _correct_assertion(writer, site)
    for column, language, kind in MAIN_NAMES:
        text = getattr(site, column)
        if text and text != (getattr(old, column) if old else None):
            _set_main_name(writer, site, text, language, kind)


def _assert_position(writer: Writer, old: Any, site: Any, accuracy: Optional[float]) -> None:
    """Give a dragged (or emptied, or new) marker the assertion that says so; the old ones stay."""
    located = writer.rows(Assertion, site_uuid=site.uuid, kind=AssertionKind.LOCATION.value)
    if any(row.chosen and row.geom == site.geom for row in located):
        return
    for row in located:
        if row.chosen:
            writer.update(replace(row, chosen=False))
    if site.geom is None:
        return
    source = site.source_uuid if site.source_uuid != (old.source_uuid if old else None) else None
    metres = site.accuracy_m if site.accuracy_m != (old.accuracy_m if old else None) else None
    writer.insert(
        Assertion(
            site_uuid=site.uuid, geom=site.geom, source_uuid=source or gestures.own_source(writer).uuid,
            accuracy_m=metres or accuracy, chosen=True,
            note="Set in an edit session of QGIS.",
        )
    )  # fmt: skip


def _correct_assertion(writer: Writer, site: Any) -> None:
    """Take accuracy and source of a point over into the assertion that it stands for, else they would go."""
    for row in writer.rows(Assertion, site_uuid=site.uuid, kind=AssertionKind.LOCATION.value):
        if row.chosen:
            source = site.source_uuid or row.source_uuid
            writer.update(replace(row, accuracy_m=site.accuracy_m, source_uuid=source))


def _set_main_name(writer: Writer, site: Any, text: str, language: str, kind: str) -> None:
    rows = writer.rows(Name, site_uuid=site.uuid, language=language, kind=kind)
    if rows:
        if rows[0].text != text:
            writer.update(replace(rows[0], text=text))
        return
    writer.insert(
        Name(site_uuid=site.uuid, text=text, language=language, kind=kind, source_uuid=site.source_uuid)
    )


def _name_followed(writer: Writer, name: Any) -> None:
    for column, language, kind in MAIN_NAMES:
        if name.site_uuid and not name.deleted and (name.language, name.kind) == (language, kind):
            for site in writer.rows(Site, uuid=name.site_uuid):
                if getattr(site, column) != name.text:
                    writer.update(replace(site, **{column: name.text}))
