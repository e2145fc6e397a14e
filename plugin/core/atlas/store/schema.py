# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The database as SQL, rendered from the dataclasses in ``model`` (the only place columns are declared)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import Field
from typing import Callable

from ..model import RECORDS, Record, columns
from .quoting import identifier, literal, sql

SCHEMA_VERSION = 3
"""Raised by one with every change of the tables, together with a step in ``MIGRATIONS``."""

APPLICATION = "dprk_city_atlas"
SRS = 4326

SQLITE_TYPES = {
    "text": "TEXT",
    "integer": "INTEGER",
    "real": "REAL",
    "boolean": "BOOLEAN",
    "date": "DATE",
    "datetime": "DATETIME",
    "json": "TEXT",
    "blob": "BLOB",
}

META = """CREATE TABLE atlas_meta (
  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
  key TEXT NOT NULL UNIQUE,
  value TEXT
)"""

INDEXES = (
    "CREATE INDEX assertions_site ON assertions (site_uuid)",
    "CREATE INDEX names_site ON names (site_uuid)",
    "CREATE INDEX history_row ON history (row_uuid)",
    "CREATE INDEX kml_items_source ON kml_items (source_uuid, folder)",
    "CREATE INDEX kml_items_site ON kml_items (site_uuid)",
    # The queue of the unlocated among a million sites.  An atlas without it is as good, only slower.
    'CREATE INDEX sites_unlocated ON sites (fid) WHERE "geom" IS NULL AND "deleted" = 0',
    # At most one position of a site is the chosen one.
    "CREATE UNIQUE INDEX assertions_chosen ON assertions (site_uuid) "
    "WHERE chosen = 1 AND kind = 'location' AND deleted = 0",
)

MIGRATIONS: dict[int, tuple[str, ...]] = {
    1: (  # results that the user keeps
        'CREATE TABLE "results" (\n'
        "  fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,\n"
        '  "uuid" TEXT NOT NULL UNIQUE CHECK (length(uuid) = 36),\n'
        '  "deleted" BOOLEAN NOT NULL DEFAULT 0 CHECK (deleted IN (0, 1)),\n'
        '  "row_version" INTEGER NOT NULL DEFAULT 1 CHECK (row_version >= 1) '
        "CHECK (typeof(\"row_version\") IN ('integer', 'null')),\n"
        '  "kind" TEXT NOT NULL,\n'
        '  "title" TEXT NOT NULL CHECK (length(title) > 0),\n'
        "  \"numbers\" TEXT NOT NULL DEFAULT '[]',\n"
        "  \"inputs\" TEXT NOT NULL DEFAULT '{}',\n"
        '  "made_at" DATETIME,\n'
        '  "made_by" TEXT,\n'
        '  "note" TEXT\n'
        ")",
        'CREATE TRIGGER "results_row_version" AFTER UPDATE ON "results" '
        "WHEN NEW.row_version = OLD.row_version BEGIN "
        'UPDATE "results" SET row_version = OLD.row_version + 1 WHERE fid = NEW.fid; END',
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) "
        "VALUES ('results', 'attributes', 'Results kept', 'A computed result that the user kept: its "
        "numbers, what they were computed from, when and by whom.', 0)",
    ),
    2: (  # what the code knew of categories stands with them; ``store`` fills in the words and the metres
        'ALTER TABLE "categories" ADD COLUMN "military" BOOLEAN NOT NULL DEFAULT 0 '
        'CHECK ("military" IN (0, 1))',
        'ALTER TABLE "categories" ADD COLUMN "apart_m" REAL CHECK (apart_m > 0) '
        "CHECK (typeof(\"apart_m\") IN ('real', 'integer', 'null'))",
        'ALTER TABLE "categories" ADD COLUMN "words" TEXT',
        "UPDATE categories SET military = 1 "
        "WHERE domain = 'military' OR id IN ('munitions', 'military_university')",
        # Lines that others have published.  A wider CHECK touches no row: SQLite's way is to write its schema
        # (sqlite.org/lang_altertable.html, section 7).
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_master SET sql = replace(sql, '''schematic'', ''digitized''', "
        "'''schematic'', ''published'', ''digitized''') WHERE type = 'table' AND name = 'traces'",
        "PRAGMA writable_schema = RESET",
        # The first atlases came without it.
        'CREATE INDEX IF NOT EXISTS sites_unlocated ON sites (fid) WHERE "geom" IS NULL AND "deleted" = 0',
    ),
}
"""Spelled out, not rendered from the model: a step leads to the tables as they were then.
``{n: statements that lead from version n to n + 1}``; the store runs them in one transaction."""


def table_ddl(record: type[Record]) -> str:
    """Return the CREATE TABLE statement of a table in GeoPackage SQL."""
    lines = ["fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL"]
    if record.GEOMETRY:
        lines.append(f"geom {record.GEOMETRY}")
    lines += [_column_ddl(field) for field in columns(record)]
    return "CREATE TABLE {} (\n  {}\n)".format(identifier(record.TABLE), ",\n  ".join(lines))


def _column_ddl(field: Field) -> str:
    meta = field.metadata
    parts = [identifier(field.name), SQLITE_TYPES[meta["kind"]]]
    if meta["required"]:
        parts.append("NOT NULL")
    if meta["unique"]:
        parts.append("UNIQUE")
    if meta["default"] not in (None, ""):
        default = meta["default"]
        parts.append("DEFAULT " + (literal(default) if isinstance(default, str) else str(int(default))))
    parts += [f"CHECK ({check})" for check in _checks(field)]
    if meta["references"]:
        table, target = meta["references"].split(".")
        # Deferred: a batch may arrive in any order, it has to fit together when it is committed.
        parts.append(f"REFERENCES {identifier(table)} ({identifier(target)}) DEFERRABLE INITIALLY DEFERRED")
    return " ".join(parts)


def _checks(field: Field) -> Iterator[str]:
    meta = field.metadata
    if meta["values"] is not None:
        allowed = ", ".join(literal(item.value) for item in meta["values"])
        yield f"{identifier(field.name)} IN ({allowed})"
    if meta["kind"] == "boolean" and not meta["check"]:
        yield f"{identifier(field.name)} IN (0, 1)"
    if meta["check"]:
        yield meta["check"]
    name = identifier(field.name)
    if meta["kind"] in ("integer", "real"):
        # SQLite would keep a text in a column of numbers.
        kinds = "'integer'" if meta["kind"] == "integer" else "'real', 'integer'"
        yield f"typeof({name}) IN ({kinds}, 'null')"
    if meta["kind"] == "date":
        yield f"{name} GLOB '[0-9][0-9][0-9][0-9]-[0-1][0-9]-[0-3][0-9]'"
    if field.name.endswith("_latest"):
        yield f"{name} >= {identifier(field.name.replace('_latest', '_earliest'))}"


def version_trigger_ddl(table: str) -> str:
    """Return a trigger that counts ``row_version`` up at every update, whoever makes it.

    An update that sets the version itself (a restore) is left alone; SQLite's triggers do not recurse.
    """
    return sql(
        "CREATE TRIGGER {trigger} AFTER UPDATE ON {table} WHEN NEW.row_version = OLD.row_version BEGIN "
        "UPDATE {table} SET row_version = OLD.row_version + 1 WHERE fid = NEW.fid; END",
        trigger=f"{table}_row_version",
        table=table,
    )


def registration_ddl(record: type[Record]) -> Iterator[str]:
    """Yield what registers a table with the GeoPackage (clauses 1.1.3 and 2.1.5 of the standard)."""
    yield sql(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) "
        "VALUES ({table:text}, {kind:text}, {label:text}, {summary:text}, {srs:sql})",
        table=record.TABLE,
        kind="features" if record.GEOMETRY else "attributes",
        label=record.LABEL,
        summary=_summary(record),
        srs=SRS if record.GEOMETRY else 0,
    )
    if record.GEOMETRY:
        yield sql(
            "INSERT INTO gpkg_geometry_columns (table_name, column_name, geometry_type_name, srs_id, z, m) "
            "VALUES ({table:text}, 'geom', {geometry:text}, {srs:sql}, 0, 0)",
            table=record.TABLE,
            geometry=record.GEOMETRY,
            srs=SRS,
        )


def _summary(record: type[Record]) -> str:
    return (record.__doc__ or "").strip().splitlines()[0]


def statements() -> Iterator[str]:
    """Yield the statements that turn an empty GeoPackage into an empty atlas."""
    yield META
    yield (
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) "
        "VALUES ('atlas_meta', 'attributes', 'Atlas', 'What this file is and which version it has', 0)"
    )
    for record in RECORDS:
        yield table_ddl(record)
        yield version_trigger_ddl(record.TABLE)
        yield from registration_ddl(record)
    yield from INDEXES


def pending(version: int, run: Callable[[str], object]) -> int:
    """Run the migration steps from ``version`` to the present one; return how many there were."""
    steps = range(version, SCHEMA_VERSION)
    for step in steps:
        for statement in MIGRATIONS[step]:
            run(statement)
    return len(steps)
