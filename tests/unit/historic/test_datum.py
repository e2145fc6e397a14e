# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The datum operations without QGIS: published shifts and round trips."""

from __future__ import annotations

import warnings

import numpy as np
import pytest

from dprk_city_atlas.plugin.core.errors import AtlasError
from dprk_city_atlas.plugin.core.historic import datum


@pytest.mark.parametrize(
    ("operation", "lon", "lat", "new_lon", "new_lat"),
    [
        (datum.TOKYO1918, 127.536, 39.917, 127.5337576, 39.9194982),
        (datum.TOKYO1892, 127.536, 39.917, 127.5366475, 39.9194982),
    ],
)
def test_shift_agrees_with_cs2cs(operation, lon, lat, new_lon, new_lat):
    x, y = datum.to_wgs84(operation, [lon], [lat])
    assert x[0] == pytest.approx(new_lon, abs=1e-7)
    assert y[0] == pytest.approx(new_lat, abs=1e-7)


@pytest.mark.parametrize(
    ("lon", "lat", "east1918", "east1892", "north"),
    [(127.536, 39.917, -192, 55, 277), (129.79, 41.79, -211, 29, 256), (127.62, 39.84, -192, 55, 279)],
)
def test_preview_in_metres(lon, lat, east1918, east1892, north):
    none, s1918, s1892 = datum.shifts_at(lon, lat)
    assert none.total_m == 0
    assert (s1918.east_m, s1918.north_m) == pytest.approx((east1918, north), abs=1)
    assert (s1892.east_m, s1892.north_m) == pytest.approx((east1892, north), abs=1)


def test_round_trip_over_the_peninsula():
    rng = np.random.default_rng(1)
    lon, lat = rng.uniform(124, 131, 500), rng.uniform(33, 43, 500)
    for operation in (datum.WGS84, datum.TOKYO1918, datum.TOKYO1892):
        x, y = datum.from_wgs84(operation, *datum.to_wgs84(operation, lon, lat))
        assert np.abs(x - lon).max() < 1e-7  # 1 cm: a two-dimensional shift drops the height between
        assert np.abs(y - lat).max() < 1e-7


def test_datum_by_index_and_key():
    assert datum.built_in(2) is datum.TOKYO1892
    assert datum.built_in("tokyo1918") is datum.TOKYO1918
    for bad in (4, -1, "tokyo", "crs"):
        with pytest.raises(AtlasError):
            datum.built_in(bad)


@pytest.mark.parametrize(
    ("lon", "lat", "word"),
    [
        (39.9, 127.5, "swapped"),
        (float("nan"), 1, "finite"),
        (1e9, 0, "no longitude"),
        (0, float("inf"), "finite"),
    ],
)
def test_bad_positions_are_named(lon, lat, word):
    with pytest.raises(AtlasError, match="Row 3") as caught:
        datum.check_lonlat(lon, lat, "Row 3")
    assert word in str(caught.value)


@pytest.mark.parametrize("shape", [(), (1,), (2,)])
def test_a_point_of_any_shape_without_a_warning(shape):
    datum.to_wgs84(datum.TOKYO1918, 127.5, 39.9)  # pyproj's own warnings at its start are not the point
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        x, y = datum.to_wgs84(datum.TOKYO1918, np.full(shape, 127.536), np.full(shape, 39.917))
    assert x.shape == y.shape == shape
    assert x == pytest.approx(127.5337576, abs=1e-7)
