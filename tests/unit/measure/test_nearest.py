# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The nearest index against a plain loop over every point with the exact geodesic."""

from __future__ import annotations

import numpy as np
import pytest

from dprk_city_atlas.plugin.core.errors import AtlasError
from dprk_city_atlas.plugin.core.measure.geodesics import Ellipsoid, Geodesic, geodesic_on
from dprk_city_atlas.plugin.core.measure.nearest import NearestIndex

WGS = geodesic_on()
RNG = np.random.default_rng(20230301)


def clustered(count):
    centres = RNG.uniform([124, 31], [131, 42], (30, 2))
    return centres[RNG.integers(0, 30, count)] + RNG.normal(0, 0.05, (count, 2))


def worldwide(count):
    lat = np.degrees(np.arcsin(RNG.uniform(-1, 1, count)))
    return np.column_stack([RNG.uniform(-180, 180, count), lat])


def polar(count):
    return np.column_stack([RNG.uniform(-180, 180, count), 90 - np.abs(RNG.normal(0, 0.5, count))])


def dateline(count):
    return np.column_stack([180 + RNG.normal(0, 0.3, count), RNG.normal(0, 0.3, count)])


def plain(points, origin, geodesic=WGS):
    distance = geodesic.distance(origin[0], origin[1], points[:, 0], points[:, 1])
    order = np.lexsort((np.arange(len(points)), distance))
    return order, distance[order]


@pytest.mark.parametrize("make", [clustered, worldwide, polar, dateline])
@pytest.mark.parametrize("count", [1, 9, 5000])
def test_same_set_as_a_loop_over_all(make, count):
    points = make(count)
    index = NearestIndex(points[:, 0], points[:, 1])
    origins = np.concatenate(
        [make(25), worldwide(5), points[:2], [[0, 90], [0, -90], [-180, 0], [179.9999, 10]]]
    )
    for origin in origins:
        order, distance = plain(points, origin)
        hits = index.nearest(*origin, 10)
        assert hits.index.tolist() == order[:10].tolist()
        assert hits.distance == pytest.approx(distance[:10], abs=1e-7)
        for radius in (0.0, 5_000.0, 20_000.0, float(distance[len(distance) // 2])):
            inside = order[distance <= radius]
            assert index.within(*origin, radius).index.tolist() == inside.tolist()
            assert index.count_within(*origin, radius) == inside.size


def test_nearest_in_degrees_would_be_another_set():
    points = np.column_stack([RNG.uniform(124, 131, 20000), RNG.uniform(37, 42, 20000)])
    index = NearestIndex(points[:, 0], points[:, 1])
    wrong = 0
    for origin in points[:50] + 0.001:
        planar = np.argsort(np.hypot(points[:, 0] - origin[0], points[:, 1] - origin[1]))[:10]
        wrong += set(index.nearest(*origin, 10).index) != set(planar)
    assert wrong > 10


def test_more_asked_than_there_are():
    points = worldwide(7)
    index = NearestIndex(points[:, 0], points[:, 1])
    assert len(index.nearest(0, 0, 50)) == 7
    assert len(index.within(0, 0, 30_000_000)) == 7
    assert len(index.nearest(0, 0, 0)) == 0


def test_no_points_at_all():
    index = NearestIndex([], [])
    assert (
        len(index)
        == len(index.nearest(1, 2, 3))
        == len(index.within(1, 2, 3e6))
        == index.count_within(1, 2, 3e6)
        == 0
    )
    assert len(NearestIndex([np.nan], [np.nan]).nearest(1, 2, 3)) == 0


def test_unlocated_sites_keep_their_position():
    lon = np.array([np.nan, 127.5, 127.6, np.nan, 127.55])
    lat = np.array([39.9, 39.9, 39.9, np.nan, 39.9])
    hits = NearestIndex(lon, lat).nearest(127.5, 39.9, 5)
    assert hits.index.tolist() == [1, 4, 2]
    assert np.isnan(hits.azimuth[0])
    assert hits.distance[0] == 0


def test_many_at_one_place():
    lon, lat = np.full(4000, 127.5), np.full(4000, 39.9)
    lon[3000:] = 127.6
    index = NearestIndex(lon, lat)
    assert index.nearest(127.5, 39.9, 10).index.tolist() == list(range(10))
    assert index.count_within(127.6, 39.9, 0) == 1000
    assert len(index.within(127.5, 39.9, 1)) == 3000


def test_only_accepted_sites_count():
    points = clustered(4000)
    index = NearestIndex(points[:, 0], points[:, 1])
    for share in (0.5, 0.01, 0.0):
        accept = RNG.uniform(size=4000) < share
        for origin in points[:10] + 0.01:
            order, distance = plain(points, origin)
            wanted = order[accept[order]]
            assert index.nearest(*origin, 5, accept).index.tolist() == wanted[:5].tolist()
            inside = order[(distance <= 30_000) & accept[order]]
            assert index.within(*origin, 30_000, accept).index.tolist() == inside.tolist()
            assert index.count_within(*origin, 30_000, accept) == inside.size


@pytest.mark.parametrize("flattening", [0.0, 1 / 50.0, -1 / 100.0])
def test_other_ellipsoids(flattening):
    geodesic = Geodesic(Ellipsoid("other", 6.3e6, flattening, ""))
    points = worldwide(3000)
    index = NearestIndex(points[:, 0], points[:, 1], geodesic)
    for origin in worldwide(20):
        order, _ = plain(points, origin, geodesic)
        assert index.nearest(*origin, 8).index.tolist() == order[:8].tolist()


def test_longitudes_of_any_turn():
    index = NearestIndex([487.5, -232.4], [39.9, 39.9])
    assert index.nearest(127.5, 39.9, 1).index.tolist() == [0]
    assert index.nearest(487.6, 39.9, 1).index.tolist() == [1]


def test_impossible_questions():
    index = NearestIndex([1.0], [2.0])
    with pytest.raises(AtlasError, match="no coordinates"):
        index.nearest(float("nan"), 1, 1)
    with pytest.raises(AtlasError, match="not a distance"):
        index.within(1, 1, -5)
    with pytest.raises(AtlasError, match="not a distance"):
        index.within(1, 1, float("nan"))
    with pytest.raises(AtlasError, match="latitude"):
        NearestIndex([1.0], [91.0])


def test_parts_of_hits():
    index = NearestIndex([0.0, 1.0, 2.0], [0.0, 0.0, 0.0])
    hits = index.nearest(0.5, 0.5, 3)
    assert hits.first(1).index.tolist() == [0]
    assert hits.take(hits.azimuth < 180).index.tolist() == [1, 2]
    back = WGS.inverse(1.0, 0.0, 0.5, 0.5).azimuth
    assert hits.back_azimuth[1] == pytest.approx(float(back), abs=1e-9)


def test_members_are_those_within_and_are_counted():
    rng = np.random.default_rng(11)
    lon, lat = rng.normal(127.5, 0.3, 3000), rng.normal(39.9, 0.3, 3000)
    index = NearestIndex(lon, lat)
    accept = rng.random(3000) < 0.3
    for radius in (0.0, 5_000.0, 40_000.0, 3e7):
        for mask in (None, accept):
            members = index.members_within(127.5, 39.9, radius, mask)
            hits = index.within(127.5, 39.9, radius, mask)
            assert sorted(members.tolist()) == sorted(hits.index.tolist())
            assert index.count_within(127.5, 39.9, radius, mask) == members.size
