# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""A GeoPackage's R-tree packed at once (sort-tile-recursive), several times faster than row by row.

SQLite keeps an R-tree in three plain tables: nodes (depth, count, then id and four 32-bit floats per cell,
big-endian), the node of every row, and the parent of every node (sqlite.org/rtree.html, section 8; GDAL
builds its own the same way).  SQLite's ``rtreecheck`` is the judge of the result in the tests.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from typing import Any, Optional

import numpy as np

from .quoting import sql
from .statements import insert_flat, insert_rows

FILL = 0.85
"""Share of a node that is used, so that later single inserts find room."""
PORTION = 20_000
"""Rows read or written at a time."""
_CELL = np.dtype([("id", ">i8"), ("minx", ">f4"), ("maxx", ">f4"), ("miny", ">f4"), ("maxy", ">f4")])
_SIDES = ("minx", "maxx", "miny", "maxy")


def pack(db: Any, rtree: str, entries: Iterable[Any]) -> None:
    """Rebuild the R-tree table ``rtree`` from what it holds and ``entries``.

    ``entries`` are portions: arrays or lists of (id, minx, maxx, miny, maxy) rows.
    """
    held = db.execute(sql("SELECT id, minx, maxx, miny, maxy FROM {rtree}", rtree=rtree))
    cells = _cells(np.concatenate([_rows([]), *map(_rows, portions(held)), *map(_rows, entries)]))
    if not len(cells):
        return
    (size,) = db.execute(sql("SELECT length(data) FROM {t} WHERE nodeno = 1", t=f"{rtree}_node")).fetchone()
    capacity = (size - 4) // _CELL.itemsize
    for part in ("node", "rowid", "parent"):
        db.execute(sql("DELETE FROM {t}", t=f"{rtree}_{part}"))
    _write(db, rtree, cells, capacity, size)


def bounds(db: Any, rtree: str) -> Optional[tuple[float, float, float, float]]:
    """Return minx, miny, maxx, maxy of all entries (to 32-bit floats, outwards), None where there are none.

    Read off the root node: asking for it in SQL looks at every entry.
    """
    found = db.execute(sql("SELECT data FROM {t} WHERE nodeno = 1", t=f"{rtree}_node")).fetchone()
    count = int.from_bytes(found[0][2:4], "big") if found else 0
    if not count:
        return None
    cells = np.frombuffer(found[0], dtype=_CELL, count=count, offset=4)
    west, south = (float(cells[side].min()) for side in ("minx", "miny"))
    east, north = (float(cells[side].max()) for side in ("maxx", "maxy"))
    return west, south, east, north


def _rows(entries: Any) -> np.ndarray:
    return np.array(entries, dtype="f8").reshape(-1, 5)


def portions(cursor: Any) -> Iterator[list]:
    """Yield what a query finds, some thousand rows at a time: all of a large atlas would fill the memory."""
    return iter(partial(cursor.fetchmany, PORTION), [])


def _cells(rows: np.ndarray) -> np.ndarray:
    """Return the rows as cells, rounded outwards to 32-bit floats as SQLite does."""
    cells = np.zeros(len(rows), dtype=_CELL)
    cells["id"] = rows[:, 0]
    for index, side in enumerate(_SIDES, 1):
        exact = rows[:, index]
        short = exact.astype("f4")
        if side.startswith("min"):
            short = np.where(short > exact, np.nextafter(short, np.float32(-np.inf)), short)
        else:
            short = np.where(short < exact, np.nextafter(short, np.float32(np.inf)), short)
        cells[side] = short
    return cells


def _write(db: Any, rtree: str, cells: np.ndarray, capacity: int, size: int) -> None:
    nodes: list[tuple[int, bytes]] = []
    parents: list[tuple[int, int]] = []
    depth, next_node = 0, 2
    while len(cells) > capacity:
        cells, edges = _tiles(cells, max(int(capacity * FILL), 2))
        count = len(edges) - 1
        numbers = np.arange(next_node, next_node + count)
        next_node += count
        nodes += [(int(n), _node(0, cells[a:b], size)) for n, a, b in zip(numbers, edges[:-1], edges[1:])]
        owners = np.repeat(numbers, np.diff(edges))
        _remember(db, rtree, depth, cells["id"].astype("i8"), owners, parents)
        cells = _around(cells, edges, numbers)
        depth += 1
    nodes.append((1, _node(depth, cells, size)))
    _remember(db, rtree, depth, cells["id"].astype("i8"), np.ones(len(cells), "i8"), parents)
    insert_rows(db, f"{rtree}_node", ("nodeno", "data"), sorted(nodes))
    insert_rows(db, f"{rtree}_parent", ("nodeno", "parentnode"), sorted(parents))


def _remember(
    db: Any, rtree: str, depth: int, ids: np.ndarray, owners: np.ndarray, parents: list[tuple[int, int]]
) -> None:
    if depth:
        parents.extend(zip(ids.tolist(), owners.tolist()))
        return
    order = np.argsort(ids)  # the table is kept in the order of the rows
    ordered = np.column_stack((ids, owners))[order]
    for at in range(0, len(ordered), PORTION):
        insert_flat(db, f"{rtree}_rowid", ("rowid", "nodeno"), ordered[at : at + PORTION].ravel().tolist())


def _tiles(cells: np.ndarray, per_node: int) -> tuple[np.ndarray, np.ndarray]:
    """Return the cells in tile order and where each node begins and ends."""
    total = len(cells)
    count = -(-total // per_node)
    strips = int(np.ceil(np.sqrt(count)))
    x = cells["minx"].astype("f8") + cells["maxx"]
    y = cells["miny"].astype("f8") + cells["maxy"]
    rank = np.empty(total, dtype="i8")
    rank[np.argsort(x, kind="stable")] = np.arange(total)
    order = np.lexsort((y, rank * strips // total))
    return cells[order], np.linspace(0, total, count + 1).astype("i8")


def _around(cells: np.ndarray, edges: np.ndarray, numbers: np.ndarray) -> np.ndarray:
    """Return one cell for every node: its number and the box around it."""
    outer = np.zeros(len(numbers), dtype=_CELL)
    outer["id"] = numbers
    for side in _SIDES:
        reduce = np.minimum.reduceat if side.startswith("min") else np.maximum.reduceat
        outer[side] = reduce(cells[side].astype("f4"), edges[:-1])
    return outer


def _node(depth: int, cells: np.ndarray, size: int) -> bytes:
    head = depth.to_bytes(2, "big") + len(cells).to_bytes(2, "big")
    return (head + cells.tobytes()).ljust(size, b"\x00")
