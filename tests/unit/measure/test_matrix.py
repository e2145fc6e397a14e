# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The distance matrix against the exact engine and the public test set."""

from __future__ import annotations

import numpy as np
import pytest
from places import DATA

from dprk_city_atlas.plugin.core.errors import AtlasError, Cancelled
from dprk_city_atlas.plugin.core.measure import matrix
from dprk_city_atlas.plugin.core.measure.geodesics import Ellipsoid, Geodesic, geodesic_on
from dprk_city_atlas.plugin.core.measure.matrix import DistanceMatrix

RNG = np.random.default_rng(1944)
TOLERANCE_M = 1e-4
BESSEL = Ellipsoid("Bessel 1841", 6377397.155, 1 / 299.1528128, "EPSG:7004")


def worldwide(count):
    return RNG.uniform(-180, 180, count), np.degrees(np.arcsin(RNG.uniform(-1, 1, count)))


def korea(count):
    return RNG.uniform(124, 131, count), RNG.uniform(31, 42, count)


def largest_error(origins, targets, geodesic=None):
    geodesic = geodesic or geodesic_on()
    found = DistanceMatrix(origins, targets, geodesic)
    rows = found.rows(0, found.shape[0])
    exact = geodesic.distance(
        np.asarray(origins[0])[:, None], np.asarray(origins[1])[:, None], targets[0], targets[1]
    )
    return np.abs(rows - exact).max()


@pytest.mark.parametrize("make", [worldwide, korea])
@pytest.mark.parametrize("ellipsoid", [Ellipsoid(), BESSEL, Ellipsoid("sphere", 6371000.0, 0.0)])
def test_within_a_tenth_of_a_millimetre(make, ellipsoid):
    assert largest_error(make(400), make(700), Geodesic(ellipsoid)) < TOLERANCE_M


@pytest.mark.parametrize("spread", [1e-6, 0.01, 0.3, 2.0, 10.0, 25.0])
def test_near_antipodes(spread):
    lon, lat = worldwide(400)
    opposite = lon + 180 + RNG.normal(0, spread, 400), np.clip(-lat + RNG.normal(0, spread, 400), -90, 90)
    assert largest_error((lon, lat), opposite) < TOLERANCE_M


def test_poles_equator_meridians_and_the_antimeridian():
    special = ([0, 10, 77, -180, 180, 179.9, 20, 20, -160], [90, -90, 0, 0, 0, 45, 0, 1e-9, -1e-9])
    grid = np.meshgrid(np.arange(-180, 181, 15.0), np.arange(-90, 91, 15.0))
    assert largest_error(special, (grid[0].ravel(), grid[1].ravel())) < TOLERANCE_M


@pytest.mark.parametrize("metres", [1e-3, 1.0, 1e3, 1e5])
def test_short_distances(metres):
    lon, lat = worldwide(300)
    near = lon + RNG.normal(0, metres / 1e5, 300), np.clip(lat + RNG.normal(0, metres / 1e5, 300), -90, 90)
    assert largest_error((lon, lat), near) < TOLERANCE_M
    paired = np.diagonal(DistanceMatrix((lon, lat), near).rows(0, 300))
    assert np.abs(paired - geodesic_on().distance(lon, lat, *near)).max() < 1e-7 + metres * 1e-10


def test_public_test_set():
    cases = np.loadtxt(DATA / "measure" / "geodtest.txt")
    lat1, lon1, _, lat2, lon2, _, s12 = cases.T
    found = np.diagonal(DistanceMatrix((lon1, lat1), (lon2, lat2)).rows(0, len(cases)))
    assert np.abs(found - s12).max() < TOLERANCE_M


def test_equal_points_are_zero_apart():
    points = korea(50)
    assert np.diagonal(DistanceMatrix(points, points).rows(0, 50)).tolist() == [0.0] * 50


def test_an_ellipsoid_too_flat_for_the_series():
    assert largest_error(worldwide(20), worldwide(30), Geodesic(Ellipsoid("flat", 6e6, 0.05))) == 0.0


def test_missing_points():
    found = DistanceMatrix(
        ([127.0, np.nan], [39.0, 39.0]), ([127.5, 127.6, 128.0], [39.5, np.nan, 39.0])
    ).rows(0, 2)
    assert np.isfinite(found).tolist() == [[True, False, True], [False, False, False]]
    with pytest.raises(AtlasError, match="latitude"):
        DistanceMatrix(([39.0], [127.0]), ([1.0], [1.0]))


@pytest.mark.parametrize("shape", [(0, 5), (5, 0), (1, 1), (3, 70001), (70001, 3), (700, 900)])
def test_any_shape_and_any_cut(shape):
    origins, targets = worldwide(shape[0]), worldwide(shape[1])
    found = DistanceMatrix(origins, targets)
    assert found.shape == shape
    whole = found.rows(0, shape[0])
    assert whole.shape == shape
    row, column = (RNG.integers(0, size, 200) if whole.size else [] for size in shape)
    exact = (
        geodesic_on().distance(*(values[row] for values in origins), *(values[column] for values in targets))
        if whole.size
        else np.zeros(0)
    )
    assert np.abs(whole[row, column] - exact).max(initial=0.0) < TOLERANCE_M
    assert found.rows(shape[0], shape[0] + 5).shape == (0, shape[1])


def test_stream_joins_up_and_reports(monkeypatch):
    monkeypatch.setattr(matrix, "PAIRS_PER_STREAM", 1000)
    origins, targets = korea(101), korea(333)
    found, told = DistanceMatrix(origins, targets), []
    parts = list(found.stream(progress=told.append))
    assert [start for start, _ in parts] == list(range(0, 101, 3))
    assert np.array_equal(np.vstack([part for _, part in parts]), found.rows(0, 101))
    assert told == sorted(told)
    assert told[-1] == 100.0


def test_stream_stops_when_asked():
    with pytest.raises(Cancelled):
        list(DistanceMatrix(korea(3), korea(3)).stream(canceled=lambda: True))
