# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The statements that write rows: one row, many rows, some columns of a row."""

from __future__ import annotations

import functools
import itertools
import sqlite3
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from .quoting import sql

MAX_PARAMETERS = 900
"""Per statement; SQLite before 3.32 allows 999."""
BULK_PARAMETERS = 3000 if sqlite3.sqlite_version_info >= (3, 32) else MAX_PARAMETERS
"""Where speed counts: a tenth faster than 900, and than 30,000."""


def insert(db: Any, table: str, row: Mapping[str, Any]) -> None:
    """Insert one row of column values."""
    db.execute(insert_sql(table, tuple(row)), tuple(row.values()))


def insert_rows(db: Any, table: str, names: Sequence[str], rows: Iterable[Sequence[Any]]) -> int:
    """Insert rows of the columns ``names``, as they come, and return how many there were."""
    per = max(BULK_PARAMETERS // len(names), 1)
    rows, count = iter(rows), 0
    while some := list(itertools.islice(rows, per)):
        insert_flat(db, table, names, list(itertools.chain.from_iterable(some)))
        count += len(some)
    return count


def insert_flat(db: Any, table: str, names: Sequence[str], values: Sequence[Any]) -> None:
    """Insert rows whose values stand in one flat list: those of the first row, of the second, and so on.

    Many rows to a statement are a quarter faster than one each: AUTOINCREMENT is kept once.
    """
    width = len(names)
    per = max(BULK_PARAMETERS // width, 1) * width
    whole = len(values) // per * per
    single = insert_sql(table, tuple(names))
    if whole:
        marks = single[single.rindex("(") :]
        many = single + f", {marks}" * (per // width - 1)
        db.executemany(many, (values[at : at + per] for at in range(0, whole, per)))
    db.executemany(single, (values[at : at + width] for at in range(whole, len(values), width)))


@functools.lru_cache(maxsize=256)
def insert_sql(table: str, names: tuple[str, ...]) -> str:
    """Return ``INSERT INTO table (names) VALUES (?, …)``."""
    return sql(
        "INSERT INTO {table} ({names:sql}) VALUES ({marks:sql})",
        table=table,
        names=", ".join(sql("{name}", name=name) for name in names),
        marks=", ".join("?" * len(names)),
    )


@functools.lru_cache(maxsize=64)
def update_sql(table: str, names: tuple[str, ...]) -> str:
    """Return the statement that sets these columns of the row with an identifier."""
    assignments = ", ".join(sql("{name} = ?", name=name) for name in names)
    return sql("UPDATE {table} SET {set:sql} WHERE uuid = ?", table=table, set=assignments)
