# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Units as people write and read them."""

from __future__ import annotations

import math

import pytest

from dprk_city_atlas.plugin.core.errors import AtlasError
from dprk_city_atlas.plugin.core.measure.units import (
    System,
    format_area,
    format_azimuth,
    format_distance,
    map_unit,
    parse_distance,
    table_unit,
)


@pytest.mark.parametrize(
    ("metres", "metric", "imperial", "nautical"),
    [
        (0.0, "0.0 m", "0.0 ft", "0.000 nmi"),
        (556.56, "556.6 m", "1,826.0 ft", "0.301 nmi"),
        (999.96, "1.000 km", "3,280.7 ft", "0.540 nmi"),
        (1609.344, "1.609 km", "1.000 mi", "0.869 nmi"),
        (1852.0, "1.852 km", "1.151 mi", "1.000 nmi"),
        (2_270_000.0, "2,270.000 km", "1,410.513 mi", "1,225.702 nmi"),
    ],
)
def test_distances(metres, metric, imperial, nautical):
    assert format_distance(metres) == metric
    assert format_distance(metres, System.IMPERIAL) == imperial
    assert format_distance(metres, System.NAUTICAL) == nautical


def test_areas_and_azimuths():
    assert format_area(14700) == "1.470 ha"
    assert format_area(14700, System.IMPERIAL) == "3.63 ac"
    assert format_area(5e6) == "5.000 km²"
    assert format_area(1852.0**2, System.NAUTICAL) == "1.0000 nmi²"
    assert format_azimuth(51.8995) == "51.90°"
    assert format_azimuth(359.999) == "0.00°"
    assert format_azimuth(math.nan) == "—"
    assert format_distance(math.nan) == ""


@pytest.mark.parametrize(
    ("text", "metres"),
    [
        ("20 km", 20000), ("20km", 20000), ("1500", 1500), ("1,200 ft", 365.76), ("3.5 nmi", 6482),
        ("0.5 mi", 804.672), (" 2 Miles. ", 3218.688), ("1e3 m", 1000), ("20 킬로미터", 20000),
        (".5 km", 500), ("1 200 m", 1200),
    ],
)  # fmt: skip
def test_reading(text, metres):
    assert parse_distance(text) == pytest.approx(metres)


@pytest.mark.parametrize(
    "text", ["", "km", "-5 km", "five km", "3,3 km", "1e999", "5 parsec", "nan", "1.2.3 m"]
)
def test_what_cannot_be_read(text):
    with pytest.raises(AtlasError, match="not a distance"):
        parse_distance(text)


@pytest.mark.parametrize("text", ["5 10", "5000 10000", "1 00", "12 3456"])
def test_two_numbers_are_no_distance(text):
    with pytest.raises(AtlasError, match="is not a distance"):
        parse_distance(text)


def test_thousands_set_apart_by_spaces_are_one_number():
    assert parse_distance("12 500") == 12500.0
    assert parse_distance("1 234 567.5 m") == 1234567.5


def test_units_of_columns_and_of_the_map():
    assert table_unit(System.METRIC) == ("m", 1.0)
    assert table_unit(System.IMPERIAL) == ("mi", 1609.344)
    assert map_unit(System.METRIC) == ("km", 1000.0)
    assert map_unit(System.NAUTICAL) == ("nmi", 1852.0)
