# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Geodesics against the public test set of GeographicLib and against published figures."""

from __future__ import annotations

import math
import warnings

import numpy as np
import places
import pytest

from dprk_city_atlas.plugin.core.errors import AtlasError
from dprk_city_atlas.plugin.core.measure.geodesics import (
    WGS84,
    Ellipsoid,
    Geodesic,
    geodesic_on,
    wrap_azimuth,
    wrap_longitude,
)

DATA = places.DATA / "measure" / "geodtest.txt"
CASES = np.loadtxt(DATA)
WGS = geodesic_on(WGS84)


def angle(a, b):
    """Difference of two directions, degrees."""
    return np.abs((np.asarray(a) - np.asarray(b) + 180.0) % 360.0 - 180.0)


def test_the_set_is_whole():
    assert CASES.shape == (120, 7)


def test_direct_on_the_public_set():
    lat1, lon1, azi1, lat2, lon2, azi2, s12 = CASES.T
    end = WGS.direct(lon1, lat1, azi1, s12)
    # 1e-6 m on the ground; the longitude counts less near a pole.
    assert np.max(np.abs(end.lat - lat2)) * 111_000 < 1e-6
    assert np.max(angle(end.lon, lon2) * np.cos(np.radians(lat2))) * 111_000 < 1e-6


def test_inverse_distances_on_the_public_set():
    lat1, lon1, _, lat2, lon2, _, s12 = CASES.T
    # The set holds nearly antipodal and nearly polar pairs too: the distance is right for all of them.
    assert np.max(np.abs(WGS.distance(lon1, lat1, lon2, lat2) - s12)) < 1e-6


def test_inverse_azimuths_away_from_antipodes():
    lat1, lon1, azi1, lat2, lon2, azi2, s12 = CASES.T
    # A direction is only as sharp as the points allow: leave out near-antipodal, polar and sub-kilometre
    # pairs, where the coordinates' own last digit turns it by more than the bound.
    usual = (s12 < 19.8e6) & (s12 > 1e5) & (np.abs(lat1) < 89) & (np.abs(lat2) < 89)
    assert usual.sum() > 50
    found = WGS.inverse(lon1, lat1, lon2, lat2)
    assert np.max(angle(found.azimuth, azi1)[usual]) < 1e-9
    assert np.max(angle(found.final_azimuth, azi2)[usual]) < 1e-9


@pytest.mark.parametrize(
    ("points", "metres"),
    [
        # GeographicLib's regression tests (GeodSolve 6, 9, 10, 11, 33), to the digits printed there.
        ((88.202499451857, 0, -88.202499451857, 179.981022032992859592), 20003898.214),
        ((89.262080389218, 0, -89.262080389218, 179.992207982775375662), 20003925.854),
        ((56.320923501171, 0, -56.320923501171, 179.664747671772880215), 19993558.287),
        ((52.784459512564, 0, -52.784459512563990912, 179.634407464943777557), 19991596.095),
        ((48.522876735459, 0, -48.52287673545898293, 179.599720456223079643), 19989144.774),
    ],
)
def test_nearly_antipodal(points, metres):
    lat1, lon1, lat2, lon2 = points
    assert WGS.distance(lon1, lat1, lon2, lat2) == pytest.approx(metres, abs=1e-3)


def test_antipodal_on_the_equator_goes_over_the_pole():
    found = WGS.inverse(0, 0, 180, 0)
    assert found.distance == pytest.approx(20003931.4586, abs=1e-4)
    assert min(found.azimuth, 180 - found.azimuth) == pytest.approx(0, abs=1e-9)


def test_other_ellipsoids():
    sphere = Geodesic(Ellipsoid("sphere", 6.4e6, 0.0, ""))
    assert sphere.distance(0, 0, 179, 0) == pytest.approx(19994492, abs=0.5)
    prolate = Geodesic(Ellipsoid("prolate", 6.4e6, -1 / 150.0, ""))
    assert prolate.distance(0, 0.07476, 180, -0.07476) == pytest.approx(20106193, abs=0.5)


def test_published_pairs_of_the_atlas():
    found = WGS.inverse(127.621851, 39.838676, 127.626968, 39.841769)
    assert found.distance == pytest.approx(556.56, abs=0.005)
    assert found.azimuth == pytest.approx(51.90, abs=0.005)
    magunpo = WGS.distance(127.5607, 39.801521, 127.59835, 39.822046)
    assert magunpo == pytest.approx(3948, abs=0.5)
    plant = WGS.distance(129.750091, 41.783681, 129.75024, 41.763308)
    assert plant == pytest.approx(2270, abs=10)


def test_equal_points_have_no_direction():
    found = WGS.inverse([127.5, 0, 10, 180], [39.9, 90, -90, 0], [127.5, 77, 200, -180], [39.9, 90, -90, 0])
    assert found.distance.tolist() == [0, 0, 0, 0]
    assert np.isnan(found.azimuth).all()
    assert np.isnan(found.final_azimuth).all()
    assert np.isnan(found.back_azimuth).all()


def test_poles_and_antimeridian():
    quarter = WGS.distance(0, 0, 33, 90)
    assert quarter == pytest.approx(10001965.7293, abs=1e-4)
    assert WGS.inverse(12, 80, 99, 90).azimuth == pytest.approx(0, abs=1e-12)
    # One degree of longitude is the same length wherever it lies, and whichever turn it is written in.
    across = WGS.distance([179.5, 0, 539.5, 179.5], [0, 0, 0, 0], [-179.5, 1, -179.5, 180.5], [0, 0, 0, 0])
    assert np.ptp(across) < 1e-8
    assert across[0] == pytest.approx(math.radians(1) * 6378137, abs=1e-6)


def test_missing_coordinates_stay_missing():
    found = WGS.inverse([127.0, math.nan, 127.0], [39.0, 39.0, math.nan], 128.0, 40.0)
    assert np.isfinite(found.distance).tolist() == [True, False, False]
    assert np.isfinite(found.azimuth).tolist() == [True, False, False]
    end = WGS.direct(127.0, 39.0, [10.0, math.nan], [1000.0, 1000.0])
    assert np.isfinite(end.lat).tolist() == [True, False]


@pytest.mark.parametrize(
    ("lon", "lat"), [(39.9, 127.5), (math.inf, 10.0), (10.0, -math.inf), (0.0, 90.000001)]
)
def test_impossible_coordinates_are_refused(lon, lat):
    with pytest.raises(AtlasError, match="point 2"):
        WGS.distance([1.0, lon], [1.0, lat], 2.0, 2.0)


def test_scalars_broadcast():
    assert WGS.distance(127.0, 39.0, 128.0, 40.0).shape == ()
    assert WGS.distance(127.0, 39.0, [[128.0], [129.0]], [40.0, 41.0, 42.0]).shape == (2, 3)


def test_back_azimuth_is_the_azimuth_of_the_way_back():
    there = WGS.inverse(127.5, 39.8, 129.8, 41.8)
    back = WGS.inverse(129.8, 41.8, 127.5, 39.8)
    assert there.back_azimuth == pytest.approx(float(back.azimuth), abs=1e-9)


def test_path_and_area():
    lons, lats = [0, 1, 1, 0], [0, 0, 1, 1]
    area, perimeter = WGS.area_and_perimeter(lons, lats)
    assert area == pytest.approx(12308778361.469, rel=1e-9)  # one degree square at the equator, GeographicLib
    assert perimeter == pytest.approx(float(WGS.path_lengths([*lons, 0], [*lats, 0]).sum()), rel=1e-12)
    # GeographicLib's Planimeter test: Antarctica-like polygon around the pole.
    area, perimeter = WGS.area_and_perimeter([0, 90, 180, 270], [89, 89, 89, 89])
    assert perimeter == pytest.approx(631819.8745, abs=1e-4)
    assert area == pytest.approx(24952305678.0, abs=1)
    assert WGS.path_lengths([1], [1]).size == 0


def test_wrapping():
    assert wrap_longitude([-180.0, 180.0, 190.0, -541.0, 127.123456789012]).tolist() == [
        -180.0, -180.0, -170.0, 179.0, 127.123456789012,
    ]  # fmt: skip
    assert wrap_azimuth([-90.0, 360.0, 720.0, -1e-20]).tolist() == [270.0, 0.0, 0.0, 0.0]


def test_bad_ellipsoid():
    with pytest.raises(AtlasError, match="no usable axes"):
        Ellipsoid("flat", 6e6, 1.0)


@pytest.mark.parametrize("shape", [(), (1,), (1, 1), (2,)])
def test_a_pair_of_any_shape_without_a_warning(shape):
    lon, lat = np.full(shape, 127.0), np.full(shape, 39.0)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        there = WGS.direct(lon, lat, 90.0, 1000.0)
        found = WGS.inverse(lon, lat, there.lon, there.lat)
    for values in (*there, *found):
        assert values.shape == shape
    assert found.distance == pytest.approx(1000.0, abs=1e-6)
