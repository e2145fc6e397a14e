# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Places typed for control points: in any spelling, and on whose datum they count."""

from __future__ import annotations

import pytest

from dprk_city_atlas.plugin.core.coordinates.parse import CoordinateError
from dprk_city_atlas.plugin.core.historic.control_points import typed_place


@pytest.mark.parametrize(
    "text",
    [
        "129°41′20″, 39°32′40″",
        "39°32′40″N 129°41′20″E",
        "129.688889 39.544444",
        "39.544444, 129.688889",
        "東経129度41分20秒 北緯39度32分40秒",
        "129:41:20; 39:32:40",
    ],
)
def test_degrees_are_the_sheets_own(text):
    lon, lat, printed = typed_place(text)
    assert (lon, lat) == pytest.approx((129.688889, 39.544444), abs=1e-6)
    assert printed


def test_longitude_comes_first_where_nothing_says_otherwise():
    assert typed_place("12.5, 41.9") == (12.5, 41.9, True)


def test_the_old_grid_is_printed_and_todays_is_not():
    lon, lat, printed = typed_place("EB645307")
    assert (round(lat, 4), round(lon, 4), printed) == (41.8302, 129.7775, True)
    assert typed_place("52TEM6784826312")[2] is False
    assert typed_place("52T 567848 4626312")[2] is False


@pytest.mark.parametrize("text", ["", "north", "129.5", "52TEM", "ZZ12"])
def test_what_is_no_place_is_refused(text):
    with pytest.raises(CoordinateError):
        typed_place(text)
