# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Records as rows of the database and back, and values of QGIS as plain ones."""

from __future__ import annotations

import dataclasses
import datetime as dt
import functools
import itertools
import json
from collections.abc import Iterable, Iterator
from typing import Any, Optional, TypeVar

from ..model import Record, columns, storable
from . import blob
from .quoting import sql
from .statements import MAX_PARAMETERS, insert_rows

R = TypeVar("R", bound=Record)


def plain(value: Any, default: Any = None) -> Any:
    """Return an attribute value as JSON and SQLite know it: text, number, boolean, bytes.

    ``default``, say that of the column, stands for nothing, which QGIS has in four kinds: None, NULL, an
    invalid QVariant, and the mark of a value that is left to the table.
    """
    if value is None:
        return default
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, (bool, int, float, bytes)):
        return value
    if isinstance(value, (dt.date, dt.datetime)):
        return value.isoformat()
    return _plain_of_qt(value, default)


def _plain_of_qt(value: Any, default: Any) -> Any:
    # Whoever has such a value has loaded QGIS already; to import it for texts and numbers takes 0.3 s.
    from qgis.core import NULL
    from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QVariant

    from ....compat import is_unset

    if value == NULL or is_unset(value):
        return default
    if isinstance(value, QVariant):
        return plain(value.value(), default) if value.isValid() and not value.isNull() else default
    if isinstance(value, QDateTime):
        return value.toUTC().toString("yyyy-MM-ddTHH:mm:ss.zzz") + "Z" if value.isValid() else default
    if isinstance(value, QDate):
        return value.toString(Qt.DateFormat.ISODate) if value.isValid() else default
    return str(value)


def to_row(record: Record) -> dict[str, Any]:
    """Return a record as column values for the database (geometry as GeoPackage blob)."""
    row = {field.name: getattr(record, field.name) for field in columns(type(record))}
    row = {name: int(value) if isinstance(value, bool) else value for name, value in row.items()}
    if record.GEOMETRY:
        row["geom"] = blob.from_wkt(record.geom)
    return row


def from_row(record: type[R], names: list[str], values: tuple) -> R:
    """Return the record of a database row."""
    row = dict(zip(names, values))
    if "geom" in row:
        row["geom"] = blob.to_wkt(row["geom"])
    for name in _booleans(_hashable(record)):
        if row.get(name) is not None:
            row[name] = bool(row[name])
    return record(**row)


def insert_records(db: Any, records: Iterable[Record]) -> None:
    """Insert records as they come, those of one table that follow each other many at a time."""
    for table, some in itertools.groupby(records, key=lambda record: record.TABLE):
        rows = [to_row(record) for record in some]
        insert_rows(db, table, list(rows[0]), [list(row.values()) for row in rows])


def read(db: Any, record: type[R], equal: dict[str, Any], deleted: bool) -> list[R]:
    """Return the rows whose columns equal the given values, in order of entry."""
    where = [sql("{name} IS ?", name=name) for name in _known(record, equal)]
    if not deleted:
        where.append("deleted = 0")
    query = _select_sql(_hashable(record), " AND ".join(where) or "1")
    names = _names(_hashable(record))
    return [from_row(record, names, row) for row in db.execute(query, list(equal.values()))]


def read_many(db: Any, record: type[R], name: str, values: Iterable[str]) -> Iterator[R]:
    """Yield the rows, deleted or not, whose column ``name`` is one of ``values``."""
    names, wanted = _names(_hashable(record)), list(dict.fromkeys(values))
    for start in range(0, len(wanted), MAX_PARAMETERS):
        some = wanted[start : start + MAX_PARAMETERS]
        marks = ", ".join("?" * len(some))
        query = _select_sql(_hashable(record), sql("{name} IN ({marks:sql})", name=name, marks=marks))
        for row in db.execute(query, some):
            yield from_row(record, names, row)


def _hashable(record: type[Record]) -> Any:
    """Return the type itself: to mypy a type of dataclasses has no hash."""
    return record


@functools.cache
def _names(record: Any) -> list[str]:
    return [field.name for field in columns(record)] + (["geom"] if record.GEOMETRY else [])


@functools.cache
def _booleans(record: Any) -> tuple[str, ...]:
    return tuple(field.name for field in columns(record) if field.metadata["kind"] == "boolean")


def _known(record: type[Record], equal: Iterable[str]) -> Iterable[str]:
    unknown = set(equal) - set(_names(_hashable(record)))
    if unknown:
        raise ValueError(f"{record.TABLE} has no column {sorted(unknown)}")
    return equal


@functools.lru_cache(maxsize=256)
def _select_sql(record: Any, where: str) -> str:
    names = ", ".join(sql("{name}", name=name) for name in _names(_hashable(record)))
    query = "SELECT {names:sql} FROM {table} WHERE {where:sql} ORDER BY fid"
    return sql(query, names=names, table=record.TABLE, where=where)


def as_json(row: Optional[dict]) -> Optional[str]:
    """Return column values as the history keeps them."""
    if row is None:
        return None
    kept = {key: blob.to_wkt(value) if key == "geom" else value for key, value in row.items()}
    return json.dumps({k: v for k, v in kept.items() if v is not None}, ensure_ascii=False)


def replace(record: R, **changes: Any) -> R:
    """Return a copy of a record with some columns changed."""
    return dataclasses.replace(record, **changes)
