# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Who changed what and when, and the way back: undo of a batch, an earlier state of a site."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Optional

from ...errors import AtlasError
from ...i18n import tr
from ..model import BY_TABLE, Assertion, History, Name, Record, Site, columns
from ..store.quoting import sql
from ..store.store import Atlas, ConflictError, Writer, replace, to_row

SITE_TABLES: tuple[type[Record], ...] = (Assertion, Name)
"""Tables whose rows belong to a site (``site_uuid``) and go back in time with it."""
KEPT_APART = "kept apart"
"""Action of a version that lost in a conflict: written down, never applied."""
INTERNAL = ("uuid", "row_version", "deleted", "fid")


@dataclass(frozen=True)
class Entry:
    """One line of the history: a row changed inside a batch (``before`` and ``after``: None = no row)."""

    number: int
    batch: str
    at: str
    who: str
    action: str
    table: str
    uuid: str
    before: Optional[dict[str, Any]]
    after: Optional[dict[str, Any]]
    note: str

    @property
    def title(self) -> str:
        """A name by which the user knows the row."""
        values = self.after or self.before or {}
        return str(
            values.get("name") or values.get("text") or values.get("title") or values.get("kind") or ""
        )


@dataclass(frozen=True)
class Batch:
    """One step of work: what was saved together."""

    id: str
    at: str
    who: str
    action: str
    note: str


@dataclass(frozen=True)
class Gone:
    """A deleted site, and the line of the history in which it went (None where no history tells)."""

    uuid: str
    name: str
    name_ko: str
    city: str
    line: Optional[Entry]


COLUMNS = 'fid, batch, "at", who, "action", table_name, row_uuid, before, after, note'


def batches(atlas: Atlas, limit: int = 200) -> list[Batch]:
    """Return the last steps, newest first."""
    rows = atlas.backend.select(
        'SELECT batch, "at", who, "action", note FROM history WHERE table_name IS NULL '
        "ORDER BY fid DESC LIMIT ?",
        (limit,),
    )
    return [Batch(*(value or "" for value in row)) for row in rows]


def actions(atlas: Atlas) -> dict[str, str]:
    """Return the action of every batch (the line that closes it)."""
    return dict(atlas.backend.select('SELECT batch, "action" FROM history WHERE table_name IS NULL'))


def of_batch(atlas: Atlas, batch: str) -> list[Entry]:
    """Return the changes of one step in the order in which they were made."""
    return _entries(atlas, "batch = ? AND table_name IS NOT NULL", (batch,))


def of_row(atlas: Atlas, uuid: str) -> list[Entry]:
    """Return the changes of one row, oldest first."""
    return _entries(atlas, "row_uuid = ?", (uuid,))


def of_site(atlas: Atlas, site_uuid: str) -> list[Entry]:
    """Return the changes of a site, its assertions and its names, oldest first."""
    entries = [entry for uuid in _rows_of(atlas, site_uuid) for entry in of_row(atlas, uuid)]
    return sorted(entries, key=lambda entry: entry.number)


def differences(entry: Entry) -> list[tuple[str, Any, Any]]:
    """Return (label, before, after) of the columns that changed."""
    return compare(entry.table, entry.before or {}, entry.after or {})


def compare(table: str, mine: dict[str, Any], theirs: dict[str, Any]) -> list[tuple[str, Any, Any]]:
    """Return (label, one, other) of the columns in which two versions of a row differ."""
    found = []
    for name, label in labels(table).items():
        one, other = mine.get(name), theirs.get(name)
        if not same(one, other):
            found.append((label, one, other))
    return found


def labels(table: str) -> dict[str, str]:
    """Return the names of the columns that a user may compare, and what they are called."""
    record = BY_TABLE[table]
    found = {f.name: tr("Column", f.metadata["label"]) for f in columns(record) if f.name not in INTERNAL}
    if not record.GEOMETRY:
        return found
    shape = tr("Column", "Position") if record.GEOMETRY == "POINT" else tr("Column", "Shape")
    return {"geom": shape, **found}


def same(one: Any, other: Any) -> bool:
    """Tell whether two values say the same (an empty text is no value; true is 1)."""
    return ("" if one is None else one) == ("" if other is None else other)


# -- the way back ------------------------------------------------------------------------------------


def revert(atlas: Atlas, batch: str, action: str = "undo") -> str:
    """Undo a whole batch in one new batch and return its id (reverting that one is the redo).

    Raises ConflictError, with nothing changed, when a row was changed again since.
    """
    entries = [entry for entry in of_batch(atlas, batch) if entry.action != KEPT_APART]
    if not entries:
        raise AtlasError(tr("History", "There is nothing to undo in this step."))
    first: dict[tuple[str, str], Entry] = {}
    last: dict[tuple[str, str], Entry] = {}
    for entry in entries:
        first.setdefault((entry.table, entry.uuid), entry)
        last[entry.table, entry.uuid] = entry
    with atlas.transaction(action, note=f"of batch {batch}") as writer:
        targets = []
        for key, entry in first.items():
            targets.append(_target(writer, entry, last[key].after or {}))
        _write(writer, targets)
        return writer.batch


def restore_site(atlas: Atlas, site_uuid: str, number: int) -> str:
    """Bring a site with its assertions and names back to how they were after history line ``number``.

    Nothing is lost: the present state stays in the history.  Returns the batch's id.
    """
    with atlas.transaction("restore", note=f"to line {number}") as writer:
        targets = []
        for uuid in _rows_of(atlas, site_uuid):
            entries = (entry for entry in of_row(atlas, uuid) if entry.action != KEPT_APART)
            later = next((entry for entry in entries if entry.number > number), None)
            if later is not None:
                targets.append(_target(writer, later, None))
        if not targets:
            raise AtlasError(tr("History", "The site is already as it was then."))
        _write(writer, targets)
        return writer.batch


def deleted_sites(atlas: Atlas) -> list[Gone]:
    """Return the deleted sites, those deleted last first."""
    query = sql(
        "SELECT s.uuid, s.name, s.name_ko, s.city, {columns:sql} FROM sites s LEFT JOIN history h "
        "ON h.row_uuid = s.uuid AND h.table_name = 'sites' WHERE s.deleted = 1 ORDER BY h.fid",
        columns=", ".join(f"h.{name.strip()}" for name in COLUMNS.split(",")),
    )
    found: dict[str, Gone] = {}
    for uuid, name, name_ko, city, *line in atlas.backend.select(query):
        entry = entry_of(tuple(line)) if line[0] is not None else None
        if uuid not in found or (entry is not None and _deletes(entry)):
            gone = entry if entry is not None and _deletes(entry) else None
            found[uuid] = Gone(uuid, name or "", name_ko or "", city or "", gone)
    return sorted(found.values(), key=lambda site: -(site.line.number if site.line else 0))


def _deletes(entry: Entry) -> bool:
    was_there = entry.before is not None and not entry.before.get("deleted")
    return entry.action != KEPT_APART and was_there and bool((entry.after or {}).get("deleted"))


def bring_back(atlas: Atlas, gone: Gone) -> str:
    """Bring a deleted site back with the assertions and names that went in the same step.

    Returns the batch's id.  Raises AtlasError when the site is there again.
    """
    from .gestures import settle

    with atlas.transaction("bring back", note=gone.name) as writer:
        current = _current(writer, Site.TABLE, gone.uuid)
        if current is None or not current.deleted:
            raise AtlasError(
                tr("History", "“{name}” is not deleted any more.").format(name=gone.name),
                hint=tr("History", "Look for it among the sites."),
            )
        firsts: dict[str, Entry] = {}
        for entry in of_batch(atlas, gone.line.batch) if gone.line else ():
            mine = entry.uuid == gone.uuid or (entry.before or {}).get("site_uuid") == gone.uuid
            if mine and entry.before and entry.table in _OF_SITES and entry.action != KEPT_APART:
                firsts.setdefault(entry.uuid, entry)
        if gone.uuid not in firsts:
            firsts.clear()
            writer.update(replace(current, deleted=False))
        rows = [(entry, _current(writer, entry.table, entry.uuid)) for entry in firsts.values()]
        _write(writer, [_target(writer, entry, None) for entry in firsts.values()])
        others = {getattr(row, "site_uuid", None) or gone.uuid for _entry, row in rows}
        settle(writer, sorted(others | {gone.uuid}))
        return writer.batch


_OF_SITES = (Site.TABLE, *(record.TABLE for record in SITE_TABLES))


def _target(writer: Writer, entry: Entry, expected: Optional[dict[str, Any]]) -> Record:
    """Return the record as it was before ``entry``, at the version it has now.

    ``expected`` is what it must hold now.  Contents are compared, not versions: undoing the step that came
    after brings the contents back at a higher version.
    """
    current = _current(writer, entry.table, entry.uuid)
    if current is None or (expected is not None and not _holds(current, expected)):
        mine = record_of(entry.table, entry.before or entry.after or {})
        raise ConflictError(entry.table, mine, current)
    if entry.before is None:
        return replace(current, deleted=True)
    return replace(record_of(entry.table, entry.before), row_version=current.row_version)


def _holds(record: Record, values: dict[str, Any]) -> bool:
    known = record_of(record.TABLE, values)
    return replace(known, row_version=record.row_version) == record


def _current(writer: Writer, table: str, uuid: str) -> Optional[Record]:
    found = writer.rows(BY_TABLE[table], deleted=True, uuid=uuid)
    return found[0] if found else None


def _write(writer: Writer, targets: Iterable[Record]) -> None:
    # At most one position of a site may be chosen at any moment: let go of the old one first.
    for record in sorted(targets, key=lambda r: not r.deleted and bool(getattr(r, "chosen", False))):
        current = _current(writer, record.TABLE, record.uuid)
        if current is None or to_row(current) != to_row(record):
            writer.update(record)


def record_of(table: str, values: dict[str, Any]) -> Record:
    """Return the record of a history value (unknown columns of other versions are left out)."""
    record = BY_TABLE[table]
    known = {field.name: field for field in columns(record)}
    kept = {name: value for name, value in values.items() if name in known or name == "geom"}
    for name, value in kept.items():
        if name in known and known[name].metadata["kind"] == "boolean" and value is not None:
            kept[name] = bool(value)
    return record(**kept)


def _rows_of(atlas: Atlas, site_uuid: str) -> list[str]:
    found = [site_uuid]
    for record in SITE_TABLES:
        query = sql("SELECT uuid FROM {table} WHERE site_uuid = ? ORDER BY fid", table=record.TABLE)
        found += [row[0] for row in atlas.backend.select(query, (site_uuid,))]
    return found


def _entries(atlas: Atlas, where: str, values: tuple) -> list[Entry]:
    rows = atlas.backend.select(
        sql(
            "SELECT {columns:sql} FROM {table} WHERE {where:sql} ORDER BY fid",
            columns=COLUMNS,
            table=History.TABLE,
            where=where,
        ),
        values,
    )
    return [entry_of(row) for row in rows]


def entry_of(row: tuple) -> Entry:
    """Return a line of the history from its ``COLUMNS``."""
    number, batch, at, who, action, table, uuid, before, after, note = row
    return Entry(
        number, batch or "", at, who or "", action, table or "", uuid or "",
        json.loads(before) if before else None, json.loads(after) if after else None, note or "",
    )  # fmt: skip


def site_of(atlas: Atlas, table: str, uuid: str) -> Optional[str]:
    """Return the site that a row belongs to, or None."""
    if table == Site.TABLE:
        return uuid
    if BY_TABLE.get(table) not in SITE_TABLES:
        return None
    row = atlas.get(BY_TABLE[table], uuid)
    return getattr(row, "site_uuid", None)
