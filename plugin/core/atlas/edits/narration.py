# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The history in words: what was done to which site, field by field, without identifiers."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import Field, dataclass
from typing import Any, Optional

from ...errors import AtlasError
from ...i18n import mark, tr
from ..model import BY_TABLE, Assertion, Name, Site, columns
from ..store.blob import lonlat
from ..store.quoting import sql
from ..store.store import Atlas
from ..vocabulary import word_of
from . import history
from .history import Batch, Entry

ACTIONS: dict[str, str] = {
    "insert": mark("History", "added"),
    "update": mark("History", "changed"),
    "delete": mark("History", "deleted"),
    "kept apart": mark("History", "kept apart (lost in a conflict)"),
    "add site": mark("History", "site added"),
    "place site": mark("History", "site placed"),
    "move site": mark("History", "another position"),
    "correct position": mark("History", "position corrected"),
    "choose position": mark("History", "position chosen"),
    "add to traces": mark("History", "line drawn"),
    "add to areas": mark("History", "area drawn"),
    "edit": mark("History", "edited"),
    "edit session": mark("History", "edited in QGIS"),
    "import": mark("History", "map imported"),
    "import table": mark("History", "table imported"),
    "merge": mark("History", "release merged"),
    "take release": mark("History", "values of a release taken"),
    "undo import": mark("History", "import undone"),
    "undo": mark("History", "undone"),
    "redo": mark("History", "done again"),
    "restore": mark("History", "earlier state restored"),
    "bring back": mark("History", "brought back"),
    "resolve conflict": mark("History", "conflict settled"),
    "add claim": mark("History", "statement added"),
    "add sheet": mark("History", "historic map added"),
    "edit sheet": mark("History", "historic map described"),
    "delete sheet": mark("History", "historic map deleted"),
    "trace sheet": mark("History", "line traced"),
    "practice sheet": mark("History", "practice map added"),
    "control points": mark("History", "control points set"),
    "keep result": mark("History", "result kept for the brief"),
    "drop result": mark("History", "kept result removed"),
    "settle discrepancy": mark("History", "discrepancy settled"),
    "reopen discrepancy": mark("History", "discrepancy reopened"),
    "new categories": mark("History", "shipped categories added"),
    "delete sites": mark("History", "sites deleted"),
    "settle": mark("History", "positions settled"),
}
"""What is stored as the action of a step or row; another one is its own word."""
ADD = "add to "
"""How the action begins with which a row of any table was added."""
CALLED: dict[str, str] = {
    "sources": "title",
    "sites": "name",
    "sheets": "title",
    "cities": "name",
    "categories": "label",
    "figures": "label",
    "traces": "name",
    "areas": "name",
}
"""The column by which people know a row of a table."""
MOST_NAMES = 3
"""Sites of a step that are named; of the others their number is told."""


@dataclass(frozen=True)
class Step:
    """A step as people read it: what was done, to what."""

    batch: Batch
    what: str
    about: str
    note: str


def action_in_words(action: str) -> str:
    """Return what was done, in the user's language."""
    table = BY_TABLE.get(action[len(ADD) :]) if action.startswith(ADD) else None
    text = tr("History", ACTIONS[action]) if action in ACTIONS else action
    if table is not None and action not in ACTIONS:
        text = tr("History", "added to {layer}").format(layer=tr("Layer", table.LABEL))
    return text[:1].upper() + text[1:]


class Narrator:
    """Puts an atlas's history into words; what it has looked up it remembers."""

    def __init__(self, atlas: Atlas) -> None:
        self._atlas = atlas
        self._names: dict[tuple[str, str], str] = {}
        self._fields: dict[str, dict[str, Field]] = {}

    # -- steps ---------------------------------------------------------------------------------------

    def steps(self, limit: int = 200) -> list[Step]:
        """Return the last steps, newest first."""
        found = history.batches(self._atlas, limit)
        ends = self._ends()
        actions = {batch.id: batch.action for batch in found}
        return [
            Step(
                batch,
                action_in_words(batch.action),
                self._about(batch.id, *ends.get(batch.id, (0, 0))),
                self._note(batch, actions),
            )
            for batch in found
        ]

    def _ends(self) -> dict[str, tuple[int, int]]:
        """Return for every step between which lines of the history its own stand (it is written at once)."""
        rows = self._atlas.backend.select(
            "SELECT batch, fid FROM history WHERE table_name IS NULL ORDER BY fid"
        )
        ends, before = {}, 0
        for batch, fid in rows:
            ends[batch] = (before, fid)
            before = fid
        return ends

    def _about(self, batch: str, after: int, end: int) -> str:
        """Name the sites of a step, else what else it changed."""
        query = sql(
            "SELECT {columns:sql} FROM history WHERE fid > ? AND fid < ? AND batch = ? LIMIT ?",
            columns=history.COLUMNS,
        )
        rows = self._atlas.backend.select(query, (after, end, batch, 20 * MOST_NAMES))
        entries = [history.entry_of(row) for row in rows]
        names = list(dict.fromkeys(filter(None, (self.name_of(entry) for entry in entries))))
        rest = max(end - after - 1 - len(entries), 0) + len(names[MOST_NAMES:])
        text = ", ".join(names[:MOST_NAMES])
        if rest and names:
            return tr("History", "{names} and %n more", rest).format(names=text)
        return text

    @staticmethod
    def _note(batch: Batch, actions: dict[str, str]) -> str:
        """Return a note without identifiers: an undo says of what it is."""
        head, _space, undone = batch.note.partition("of batch ")
        if not head and undone:
            known = actions.get(undone)
            return tr("History", "of: {step}").format(step=action_in_words(known)) if known else ""
        return "" if batch.note.startswith("to line ") else batch.note

    # -- rows ----------------------------------------------------------------------------------------

    def name_of(self, entry: Entry) -> str:
        """Return by which name people know what a line is about: the site's, where it is of one."""
        values = entry.after or entry.before or {}
        if entry.table in (Assertion.TABLE, Name.TABLE):
            return self._name("sites", str(values.get("site_uuid") or ""))
        return str(values.get(CALLED.get(entry.table, "name")) or values.get("text") or "")

    def table_of(self, entry: Entry) -> str:
        """Return the table of a line in the user's language."""
        return tr("Layer", BY_TABLE[entry.table].LABEL)

    def changes(self, entry: Entry) -> list[tuple[str, str, str, str]]:
        """Return (what it is about, field, before, after) of every field that a line changed."""
        about = ": ".join(filter(None, (self.name_of(entry), self.table_of(entry))))
        return [(about, *line) for line in self.compared(entry.table, entry.before or {}, entry.after or {})]

    def compared(self, table: str, one: dict[str, Any], other: dict[str, Any]) -> list[tuple[str, str, str]]:
        """Return (field, one, other) of the fields in which two versions of a row differ."""
        return [
            (label, self.value(table, name, one.get(name)), self.value(table, name, other.get(name)))
            for name, label in history.labels(table).items()
            if not history.same(one.get(name), other.get(name))
        ]

    def value(self, table: str, name: str, value: Any) -> str:
        """Return a stored value as people read it; nothing is empty."""
        if value is None or value == "":
            return ""
        if name == "geom":
            return _shape(str(value))
        meta = self._columns(table)[name].metadata
        if meta["values"] is not None:
            return word_of(meta["values"], str(value))
        if meta["references"]:
            return self._name(meta["references"].split(".")[0], str(value))
        if meta["kind"] == "boolean":
            return tr("History", "yes") if value else tr("History", "no")
        return str(value)

    def _columns(self, table: str) -> dict[str, Field]:
        if table not in self._fields:
            self._fields[table] = {field.name: field for field in columns(BY_TABLE[table])}
        return self._fields[table]

    def _name(self, table: str, key: str) -> str:
        """Return what a row that is pointed to is called; of one that is gone for good: that it is."""
        if not key:
            return ""
        if (table, key) not in self._names:
            self._names[table, key] = self._looked_up(table, key)
        return self._names[table, key]

    def _looked_up(self, table: str, key: str) -> str:
        called = CALLED.get(table)
        if called is None:
            return tr("History", "(a row of “{table}”)").format(table=tr("Layer", BY_TABLE[table].LABEL))
        own = {"categories": "id", "cities": "name"}.get(table, "uuid")
        query = sql(
            "SELECT {called} FROM {table} WHERE {own} = ? LIMIT 1", called=called, table=table, own=own
        )
        rows = self._atlas.backend.select(query, (key,))
        return str(rows[0][0] or "") if rows else tr("History", "(no longer in the atlas)")


def _shape(wkt: str) -> str:
    """Return a position in degrees, latitude first; of another shape how many points it has."""
    try:
        lon, lat = lonlat(wkt) if wkt.startswith("POINT") else (None, None)
    except AtlasError:
        return wkt
    if lon is None or lat is None:
        return tr("History", "a shape of %n points", wkt.count(",") + 1)
    return f"{lat:.6f}, {lon:.6f}"


def gone_in_words(narrator: Narrator, gone: Optional[dict[str, Any]]) -> Iterable[tuple[str, str]]:
    """Return (field, value) of what a deleted site held when it went."""
    return [(field, value) for field, value, _none in narrator.compared(Site.TABLE, gone or {}, {})]
