# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Records as rows of the database and back."""

from __future__ import annotations

import dataclasses
import functools
import json
from collections.abc import Iterable, Iterator
from typing import Any, Optional, TypeVar

from ..model import Record, columns
from . import blob
from .geopackage import MAX_PARAMETERS
from .quoting import sql

R = TypeVar("R", bound=Record)


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


@functools.lru_cache(maxsize=64)
def update_sql(table: str, names: tuple[str, ...]) -> str:
    """Return the statement that sets these columns of the row with an identifier."""
    assignments = ", ".join(sql("{name} = ?", name=name) for name in names)
    return sql("UPDATE {table} SET {set:sql} WHERE uuid = ?", table=table, set=assignments)


def as_json(row: Optional[dict]) -> Optional[str]:
    """Return column values as the history keeps them."""
    if row is None:
        return None
    plain = {key: blob.to_wkt(value) if key == "geom" else value for key, value in row.items()}
    return json.dumps({k: v for k, v in plain.items() if v is not None}, ensure_ascii=False)


def replace(record: R, **changes: Any) -> R:
    """Return a copy of a record with some columns changed."""
    return dataclasses.replace(record, **changes)
