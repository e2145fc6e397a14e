# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""A packed R-tree is one that SQLite finds sound, and it answers as one filled row by row."""

from __future__ import annotations

import sqlite3

import numpy as np
import pytest

from dprk_city_atlas.plugin.core.atlas.store.rtree import bounds, pack

BOX = (126.0, 128.5, 38.5, 41.0)


def tree(entries, packed):
    db = sqlite3.connect(":memory:")
    db.execute("CREATE VIRTUAL TABLE r USING rtree(id, minx, maxx, miny, maxy)")
    if packed:
        pack(db, "r", [entries])
    else:
        db.executemany("INSERT INTO r VALUES (?, ?, ?, ?, ?)", entries)
    return db


def boxes(count, seed=0, first=1):
    chance = np.random.default_rng(seed)
    x, y = chance.uniform(-180, 180, count), chance.uniform(-90, 90, count)
    w, h = chance.exponential(0.5, (2, count))
    return [(first + n, x[n], x[n] + w[n], y[n], y[n] + h[n]) for n in range(count)]


def answers(db, box=BOX):
    query = "SELECT id FROM r WHERE maxx >= ? AND minx <= ? AND maxy >= ? AND miny <= ? ORDER BY id"
    return db.execute(query, box).fetchall()


def sound(db):
    return db.execute("SELECT rtreecheck('r')").fetchone()[0]


@pytest.mark.parametrize("count", [0, 1, 50, 51, 52, 2500, 30_000])
def test_packed_and_filled_trees_answer_alike(count):
    entries = boxes(count)
    packed, filled = tree(entries, True), tree(entries, False)
    assert sound(packed) == "ok"
    everywhere = (-400.0, 400.0, -400.0, 400.0)
    for box in (BOX, everywhere, (0.0, 90.0, 0.0, 45.0)):
        assert answers(packed, box) == answers(filled, box)
    select = "SELECT * FROM r ORDER BY id"
    assert np.allclose(
        packed.execute(select).fetchall(), filled.execute(select).fetchall(), rtol=1e-6, atol=0
    )


def test_what_was_there_stays_and_single_changes_go_on():
    db = tree(boxes(3000), False)
    pack(db, "r", [boxes(3000, seed=1, first=10_000)])
    assert db.execute("SELECT count(*) FROM r").fetchone()[0] == 6000
    for number in range(500):
        db.execute("DELETE FROM r WHERE id = ?", (1 + number * 3,))
        db.execute("INSERT INTO r VALUES (?, 127, 127, 39, 39)", (50_000 + number,))
    assert sound(db) == "ok"
    assert (50_499,) in answers(db)


def test_points_at_one_place():
    db = tree([(n, 127.5, 127.5, 39.8, 39.8) for n in range(1, 5001)], True)
    assert sound(db) == "ok" and len(answers(db)) == 5000


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize("count", [0, 1, 50, 3000])
def test_the_bounds_are_those_of_all_entries(count, packed):
    db = tree(boxes(count), packed)
    least = db.execute("SELECT min(minx), min(miny), max(maxx), max(maxy) FROM r").fetchone()
    assert bounds(db, "r") == (least if count else None)
