# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""A newer release finds what it had before, and never writes over the analyst."""

from __future__ import annotations

import pytest

from dprk_city_atlas.plugin.core.exchange.kml.merge import (
    Feature,
    FieldConflict,
    distance_m,
    match,
    three_way,
    what_changed,
)

A = Feature(1, "p1", ("X", "AAA"), "Battery 1", 127.5, 39.8, "d1")


def paired(last, new):
    found = match(last, new)
    return (
        {(a.key, b.key) for a, b in found.pairs},
        {f.key for f in found.added},
        {f.key for f in found.gone},
    )


def changed(**values):
    return Feature(**{**A.__dict__, "key": 2, "digest": "d2", **values})


@pytest.mark.parametrize(
    ("values", "ways"),
    [
        ({"digest": "d1"}, ()),
        ({}, ("changed",)),
        ({"name": "Battery 1 (8 guns)"}, ("renamed",)),
        ({"lon": 127.501}, ("moved",)),
        ({"path": ("X", "SAM")}, ("refiled",)),
        ({"kml_id": "other"}, ("changed",)),
        ({"kml_id": "other", "lon": 127.51}, ("moved",)),
        ({"kml_id": "other", "lon": 127.502, "path": ("Y",)}, ("moved", "refiled")),
        ({"kml_id": "", "name": "New name"}, ("renamed",)),
        ({"lon": 127.501, "name": "New", "path": ("X", "AAA")}, ("renamed", "moved")),
    ],
)
def test_the_same_feature_is_found_again(values, ways):
    new = changed(**values)
    assert paired([A], [new]) == ({(1, 2)}, set(), set())
    assert what_changed(A, new) == ways


@pytest.mark.parametrize(
    "values",
    [
        {"name": "Market", "lon": 129.0, "path": ("Y",)},  # the id was given to something else
        {"kml_id": "", "name": "Other", "lon": 127.6},
        {"kml_id": "", "lon": 128.0, "path": ("Y",)},
        {"kind": "GroundOverlay"},
    ],
)
def test_another_feature_is_not_taken_for_it(values):
    assert paired([A], [changed(**values)]) == (set(), {2}, {1})


def test_namesakes_go_to_the_nearest():
    last = [Feature(n, "", ("X",), "AAA", 127.0 + n / 10, 39.0, n) for n in range(5)]
    new = [Feature(10 + n, "", ("X",), "AAA", 127.0 + n / 10 + 0.001, 39.0, 99) for n in reversed(range(5))]
    assert paired(last, new)[0] == {(n, 10 + n) for n in range(5)}


def test_renumbered_ids_do_not_confuse():
    last = [Feature(n, f"ID_{n}", ("X",), f"Site {n}", 127 + n / 10, 39.0, n) for n in range(20)]
    new = [Feature(100 + n, f"ID_{n + 1}", ("X",), f"Site {n}", 127 + n / 10, 39.0, n) for n in range(20)]
    assert paired(last, new)[0] == {(n, 100 + n) for n in range(20)}


def test_a_big_release_is_paired_in_reasonable_work():
    last = [Feature(n, "", (f"F{n % 600}",), f"Site {n}", 124 + n / 1e5, 39.0, n) for n in range(20_000)]
    new = [Feature(-n, "", (f"F{n % 600}",), f"Site {n}", 124 + n / 1e5, 39.0, n) for n in range(1, 20_001)]
    pairs, added, gone = paired(last, new)
    assert (len(pairs), added, gone) == (19_999, {-20_000}, {0})


def test_three_ways():
    last = {"name": "A", "place": (127.0, 39.0), "note": None, "begin": "1944"}
    assert three_way(last, {**last, "name": "B"}, dict(last)) == ({"name": "B"}, [])
    assert three_way(last, dict(last), {**last, "name": "mine"}) == ({}, [])
    assert three_way(last, {**last, "name": "B"}, {**last, "name": "B"}) == ({}, [])
    assert three_way(last, {**last, "name": "B"}, {**last, "name": "mine"}) == (
        {}, [FieldConflict("name", "A", "B", "mine")],
    )  # fmt: skip
    assert three_way(last, {**last, "place": (127.1, 39.0), "note": ""}, dict(last)) == (
        {"place": (127.1, 39.0)}, [],
    )  # fmt: skip
    assert three_way(last, {**last, "place": (127.0000001, 39.0)}, dict(last)) == ({}, [])
    assert three_way(last, {**last, "place": None}, {**last, "place": (1.0, 2.0)})[1][0].field == "place"


def test_distances():
    # 0.01 degrees of longitude at 39.8 N by GeographicLib: 856.39 m
    assert distance_m(A, changed(lon=127.51)) == pytest.approx(856.39, rel=0.005)
    assert distance_m(A, changed(lon=None, lat=None)) == float("inf")
    assert distance_m(Feature(0, lon=179.999, lat=0.0), Feature(0, lon=-179.999, lat=0.0)) < 300
