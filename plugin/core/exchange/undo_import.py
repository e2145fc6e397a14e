# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Takes back one import or merge as a whole; what was worked on since stays and is told."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any, Dict, List, Optional, Tuple

from ..atlas.model import BY_TABLE, RECORDS, columns
from ..atlas.store import blob
from ..atlas.store.quoting import sql
from ..atlas.store.store import Atlas, Writer, from_row
from ..errors import AtlasError
from ..i18n import tr

_FRAME = ("kml_items", "kml_folders", "kml_resources")


@dataclass
class Undone:
    """How much was taken back, and what stayed because somebody worked on it."""

    removed: int = 0
    restored: int = 0
    kept: List[Tuple[str, str, str]] = field(default_factory=list)
    """Table, uuid and reason."""


def imports(atlas: Atlas) -> List[Dict[str, Any]]:
    """Return the imports that can be undone, newest first: batch, at, who, and what the file was."""
    rows = atlas.backend.select(
        "SELECT batch, at, who, action, note FROM history WHERE (action IN ('import', 'merge') AND batch IN "
        "(SELECT batch FROM kml_items WHERE ended_batch IS NULL)) OR (action IN ('import', 'import table') "
        "AND batch IN (SELECT batch FROM history WHERE table_name = 'sites') AND batch "
        "NOT IN (SELECT note FROM history WHERE action = 'undo import' AND note IS NOT NULL)) "
        "ORDER BY fid DESC"
    )
    return [
        {"batch": batch, "at": at, "who": who, "action": action, **json.loads(note or "{}")}
        for batch, at, who, action, note in rows
    ]


def undo_import(atlas: Atlas, batch: str) -> Undone:
    """Take an import back in one transaction.

    Raises AtlasError when a later release of the same source was merged since.
    """
    undone = Undone()
    with atlas.transaction("undo import", note=batch) as writer:
        db = writer.db
        _require_last(db, batch)
        # First what was added: a site has room for one chosen position only.
        for table in ("assertions", "names"):
            _remove_inserted(db, batch, undone, table)
        _restore_updated(writer, batch, undone)
        _remove_made(db, batch, undone)
        for table in _FRAME:
            db.execute(sql("DELETE FROM {t} WHERE batch = ?", t=table), (batch,))
            db.execute(sql("UPDATE {t} SET ended_batch = NULL WHERE ended_batch = ?", t=table), (batch,))
        _remove_inserted(db, batch, undone, "sources")
    return undone


def _require_last(db: Any, batch: str) -> None:
    """Raise AtlasError unless a batch is an import that can be undone."""
    query = "SELECT 1 FROM kml_items WHERE batch = ? AND ended_batch IS NOT NULL"
    if db.execute(query, (batch,)).fetchone():
        raise AtlasError(
            tr("UndoImport", "A newer release of this source was merged since."),
            hint=tr("UndoImport", "Undo the newer release first."),
        )
    found = db.execute(
        "SELECT 1 FROM history WHERE batch = :b AND table_name IS NULL AND action IN ('import', 'merge', "
        "'import table') AND batch NOT IN "
        "(SELECT note FROM history WHERE action = 'undo import' AND note IS NOT NULL) LIMIT 1",
        {"b": batch},
    ).fetchone()
    if found is None:
        raise AtlasError(tr("UndoImport", "There is no such import to undo."))


def _restore_updated(writer: Writer, batch: str, undone: Undone) -> None:
    """Put rows that a merge changed back to what they were, newest change first."""
    rows = writer.db.execute(
        'SELECT table_name, row_uuid, "before", "after" FROM history '
        "WHERE batch = ? AND action = 'update' ORDER BY fid DESC",
        (batch,),
    ).fetchall()
    touched = set()
    for table, uuid, before, after in rows:
        record = BY_TABLE[table]
        current = writer.rows(record, deleted=True, uuid=uuid)
        expected = json.loads(after)["row_version"]
        if not current or ((table, uuid) not in touched and current[0].row_version != expected):
            undone.kept.append((table, uuid, tr("UndoImport", "it was edited since")))
            continue
        old = _record_of(record, json.loads(before))
        old.row_version = current[0].row_version
        writer.update(old)
        if (table, uuid) not in touched:
            undone.restored += 1
            touched.add((table, uuid))


def _record_of(record: Any, values: Dict[str, Any]) -> Any:
    names = [column.name for column in columns(record)] + (["geom"] if record.GEOMETRY else [])
    row = []
    for name in names:
        value = values.get(name)
        if name == "geom" and isinstance(value, str):
            value = blob.from_wkt(value)
        row.append(value)
    return from_row(record, names, tuple(row))


def _remove_made(db: Any, batch: str, undone: Undone) -> None:
    """Delete sites, lines, areas and sheets that this import made and nobody has touched."""
    db.execute("DROP TABLE IF EXISTS temp.made")
    db.execute("CREATE TEMP TABLE made (uuid TEXT PRIMARY KEY)")
    db.execute(
        "INSERT OR IGNORE INTO temp.made SELECT site_uuid FROM kml_items WHERE batch = ? "
        "AND site_uuid IS NOT NULL AND site_uuid NOT IN "
        "(SELECT site_uuid FROM kml_items WHERE ended_batch = ? AND site_uuid IS NOT NULL)",
        (batch, batch),
    )
    db.execute(
        "INSERT OR IGNORE INTO temp.made SELECT row_uuid FROM history "
        "WHERE batch = ? AND action = 'insert' AND table_name = 'sites'",
        (batch,),
    )
    for table, uuid in _others(db, batch):
        _delete_untouched(db, table, uuid, undone)
    for (uuid,) in db.execute(_WORKED_ON, {"batch": batch}).fetchall():
        undone.kept.append(
            ("sites", uuid, tr("UndoImport", "it was edited since, or something refers to it"))
        )
        db.execute("DELETE FROM temp.made WHERE uuid = ?", (uuid,))
    for table, condition in (("names", "site_uuid"), ("assertions", "site_uuid"), ("sites", "uuid")):
        statement = "DELETE FROM {t} WHERE {c} IN (SELECT uuid FROM temp.made)"
        removed = db.execute(sql(statement, t=table, c=condition)).rowcount
        undone.removed += removed if table == "sites" else 0
    db.execute("DROP TABLE temp.made")


def _others(db: Any, batch: str) -> List[Tuple[str, str]]:
    def pairs(column: str) -> List[Tuple[str, str]]:
        query = sql("SELECT rows FROM kml_items WHERE {c} = ? AND rows IS NOT NULL", c=column)
        return [(t, u) for (text,) in db.execute(query, (batch,)) for t, u in json.loads(text)]

    before = set(pairs("ended_batch"))
    return [pair for pair in pairs("batch") if pair not in before]


def _delete_untouched(db: Any, table: str, uuid: str, undone: Undone) -> None:
    query = sql("SELECT row_version FROM {t} WHERE uuid = ?", t=table)
    found: Optional[Tuple[int]] = db.execute(query, (uuid,)).fetchone()
    if found is None:
        return
    if found[0] > 1:
        undone.kept.append((table, uuid, tr("UndoImport", "it was edited since")))
        return
    db.execute(sql("DELETE FROM {t} WHERE uuid = ?", t=table), (uuid,))
    undone.removed += 1


def _remove_inserted(db: Any, batch: str, undone: Undone, table: str) -> None:
    """Delete single rows the import wrote to ``table`` where nothing refers to them."""
    rows = db.execute(
        "SELECT row_uuid FROM history WHERE batch = ? AND action = 'insert' AND table_name = ?",
        (batch, table),
    ).fetchall()
    for (uuid,) in rows:
        if not _is_referred_to(db, table, uuid):
            _delete_untouched(db, table, uuid, undone)


def _references() -> List[Tuple[str, str, str]]:
    """Return every reference of the model: table, column, and what it points to ("sites.uuid")."""
    return [
        (record.TABLE, column.name, column.metadata["references"])
        for record in RECORDS
        for column in columns(record)
        if column.metadata["references"]
    ]


def _is_referred_to(db: Any, table: str, uuid: str) -> bool:
    for holder, column, target in _references():
        if target == f"{table}.uuid":
            query = sql("SELECT 1 FROM {t} WHERE {c} = ? LIMIT 1", t=holder, c=column)
            if db.execute(query, (uuid,)).fetchone():
                return True
    return False


def _worked_on_sql() -> str:
    """Return the query for sites of ``temp.made`` that changed, or that rows of others refer to."""
    parts = [
        "SELECT made.uuid FROM temp.made JOIN sites ON sites.uuid = made.uuid WHERE sites.row_version > 1"
    ]
    for table, column, target in _references():
        if target != "sites.uuid":
            continue
        own = {
            # What comes in with a file is not in the history row by row; what anybody adds is.
            "assertions": " AND (h.row_version > 1 OR h.uuid IN (SELECT row_uuid FROM history "
            "WHERE table_name = 'assertions' AND batch <> :batch))",
            "kml_items": " AND h.batch <> :batch",
        }.get(table, "")
        parts.append(
            sql(
                "SELECT h.{c} FROM {t} h JOIN temp.made ON made.uuid = h.{c} WHERE 1{own:sql}",
                t=table,
                c=column,
                own=own,
            )
        )
    return " UNION ".join(parts)


_WORKED_ON = _worked_on_sql()
