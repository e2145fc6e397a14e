# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""What in a file does not belong into an atlas: views in place of tables, triggers that are not ours.

A view or a trigger is a program that runs when somebody reads or writes.  An atlas may come from anybody.
"""

from __future__ import annotations

import re
import sqlite3

from ...i18n import tr
from ..model import RECORDS
from .schema import version_trigger_ddl

NEEDED = frozenset({record.TABLE for record in RECORDS} | {"atlas_meta"})
MOST_OBJECTS = 5_000
"""Tables, indexes, triggers of a file; an atlas has some 200."""
_WRITES = re.compile(r"\b(?:INSERT(?:\s+OR\s+\w+)?\s+INTO|UPDATE|DELETE\s+FROM|REPLACE\s+INTO)\s+[\"']?(\w+)")
_TEXTS = re.compile(r"'(?:[^']|'')*'")
_CALLS = re.compile(r"\b(\w+)\s*\(")
_HARMLESS_CALLS = {"VALUES", "ST_MINX", "ST_MAXX", "ST_MINY", "ST_MAXY", "ST_ISEMPTY", "LOWER", "AND", "OR",
                   "RAISE", "NOT", "IN", "WHERE", "WHEN"}  # fmt: skip


def disguised(db: sqlite3.Connection) -> str:
    """Return what stands for a table and is none, empty when all tables are tables."""
    if db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0] > MOST_OBJECTS:
        return tr("Store", "it holds more than {most} tables and indexes").format(most=MOST_OBJECTS)
    rows = db.execute("SELECT type, name, sql FROM sqlite_master WHERE type IN ('table', 'view')")
    for kind, name, text in rows:
        ours = name in NEEDED or name.startswith("gpkg_") or name == "layer_styles"
        virtual = (text or "").lstrip().upper().startswith("CREATE VIRTUAL")
        if ours and (kind == "view" or virtual):
            return tr("Store", "“{name}” is not a table").format(name=name)
    return ""


def triggers(db: sqlite3.Connection) -> str:
    """Return the name of a trigger that is neither ours nor GDAL's, empty when there is none."""
    rows = db.execute("SELECT name, tbl_name, sql FROM sqlite_master WHERE type = 'trigger'")
    return next((name for name, table, text in rows if not _known(name, table, text or "")), "")


def _known(name: str, table: str, text: str) -> bool:
    if name == f"{table}_row_version":
        return " ".join(text.split()) == " ".join(version_trigger_ddl(table).split())
    if name.startswith(f"rtree_{table}_geom_"):
        targets = {f"rtree_{table}_geom"}
    elif name in (f"trigger_insert_feature_count_{table}", f"trigger_delete_feature_count_{table}"):
        targets = {"gpkg_ogr_contents"}
    elif name.startswith("gpkg_") and table.startswith("gpkg_"):
        targets = set()
    else:
        return False
    text = _TEXTS.sub("''", text)
    body = text[text.upper().find("BEGIN") :]
    calls = {call.upper() for call in _CALLS.findall(text)} - {target.upper() for target in targets}
    asks = bool(targets) and "SELECT" in text.upper()
    return set(_WRITES.findall(body)) <= targets and calls <= _HARMLESS_CALLS and not asks
