# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Coordinates as people write them: read right, or refused with the reason."""

from __future__ import annotations

import random

import pytest

from dprk_city_atlas.plugin.core.coordinates import format as co, tokyo, us_army_grid
from dprk_city_atlas.plugin.core.coordinates.parse import (
    CoordinateError,
    Reading,
    Spelling,
    parse,
    parse_angle,
    parse_pair,
)
from dprk_city_atlas.plugin.core.coordinates.us_army_grid import GridDatum
from dprk_city_atlas.plugin.core.errors import AtlasError

DECIMAL = (127.520584, 39.918647)
SPELLINGS_OF_DECIMAL = [
    "39.918647, 127.520584",
    "39.918647 127.520584",
    "39.918647,127.520584",
    "39.918647;127.520584",
    "39.918647 / 127.520584",
    "(39.918647, 127.520584)",
    "39.918647N 127.520584E",
    "127.520584E 39.918647N",
    "N39.918647 E127.520584",
    "n 39.918647, e 127.520584",
    "E127.520584N39.918647",
    "39,918647 127,520584",
    "39,918647; 127,520584",
    "39,918647, 127,520584",
    "39,918647,127,520584",
    "39,918647N 127,520584E",
    "39.918647° 127.520584°",
    "39.918647°N, 127.520584°E",
    "39.918647 127.520584 E",
    "Lat: 39.918647, Lon: 127.520584",
    "lat=39.918647 lng=127.520584",
    "longitude 127.520584 latitude 39.918647",
    "Latitude 39.918647 N Longitude 127.520584 E",
    "동경 127.520584 북위 39.918647",
    "북위 39.918647도 동경 127.520584도",
    "위도 39.918647 경도 127.520584",
    "北緯39.918647度 東経127.520584度",
    "３９．９１８６４７，１２７．５２０５８４",
    "\u200f39.918647,\u00a0127.520584\u200e",
    "\ufeff39.918647\t127.520584\n",
    "+39.918647 +127.520584",
    "39.918647,127.520584,12",
    "geo:39.918647,127.520584?z=5",
    "https://www.google.com/maps/@39.918647,127.520584,15z",
    "POINT (127.520584 39.918647)",
    "3.9918647e1, 1.27520584E+02",
    "39.918647 north 127.520584 east",
]
DMS = (127 + 31 / 60 + 14.1 / 3600, 39 + 55 / 60 + 7.1 / 3600)
SPELLINGS_OF_DMS = [
    "39°55'07.1\"N 127°31'14.1\"E",
    "39°55′07.1″N 127°31′14.1″E",
    "39º55´07.1´´N 127º31´14.1´´E",
    "39° 55' 7.1'' N, 127° 31' 14.1'' E",
    "39°55’07.1”N 127°31’14.1”E",
    "39d55m07.1sN 127d31m14.1sE",
    "39d55'07.1\"N 127d31'14.1\"E",
    "39 55 07.1 N 127 31 14.1 E",
    "39 55 07.1 127 31 14.1",
    "39:55:07.1 127:31:14.1",
    "39:55:07.1N,127:31:14.1E",
    "39-55-07.1N 127-31-14.1E",
    "N39-55-07.1 E127-31-14.1",
    "북위 39도 55분 07.1초 동경 127도 31분 14.1초",
    "북위39°55′07.1″ 동경127°31′14.1″",
    "395507.1N 1273114.1E",
    "395507.1N1273114.1E",
    '39° 55\'07.1""N 127° 31\'14.1""E',
    "39°55'7,1\"N 127°31'14,1\"E",
    "39°55'07.1\" 127°31'14.1\"",
    "39 deg 55 min 7.1 sec N, 127 deg 31 min 14.1 sec E",
    "３９°５５′０７．１″Ｎ　１２７°３１′１４．１″Ｅ",
]


@pytest.mark.parametrize("text", SPELLINGS_OF_DECIMAL)
def test_decimal_degrees(text):
    found = parse(text)
    assert (found.lon, found.lat) == pytest.approx(DECIMAL, abs=1e-12)
    assert found.spelling is Spelling.DECIMAL
    assert found.precision_m == pytest.approx(0.111, abs=0.001)
    assert found.text == text


@pytest.mark.parametrize("text", SPELLINGS_OF_DMS)
def test_degrees_minutes_seconds(text):
    found = parse(text)
    assert (found.lon, found.lat) == pytest.approx(DMS, abs=1e-12)
    assert found.spelling is Spelling.DMS
    assert found.precision_m == pytest.approx(3.09, abs=0.01)


@pytest.mark.parametrize(
    "text",
    [
        "N 41-47, E 129-49",
        "(N 41-47, E 129-49)",
        "41-47N 129-49E",
        "129°49'E 41°47'N",
        "41 47 129 49",
        "41:47 129:49",
        "4147N 12949E",
        "41°47' 129°49'",
    ],
)
def test_degrees_and_minutes(text):
    found = parse(text)
    assert (found.lon, found.lat) == pytest.approx((129 + 49 / 60, 41 + 47 / 60), abs=1e-12)
    assert found.spelling is Spelling.DDM
    assert found.precision_m == pytest.approx(1855, abs=1)


@pytest.mark.parametrize(
    "text", ["39°55.119'N 127°31.235'E", "39 55.119 127 31.235", "N39 55.119 E127 31.235"]
)
def test_degrees_and_decimal_minutes(text):
    found = parse(text)
    assert (found.lon, found.lat) == pytest.approx((127 + 31.235 / 60, 39 + 55.119 / 60), abs=1e-12)
    assert found.spelling is Spelling.DDM


@pytest.mark.parametrize(
    ("text", "size"),
    [
        ("52TEM6784826312", 1),
        ("52t em 67848 26312", 1),
        ("MGRS: 52TEM 678 263", 100),
        ("52 T EM 67 26", 1000),
    ],
)
def test_mgrs(text, size):
    found = parse(text)
    assert found.spelling is Spelling.MGRS
    assert found.precision_m == size
    assert (found.lon, found.lat) == pytest.approx((129.8165, 41.7858), abs=5e-5 + size / 80_000)


@pytest.mark.parametrize(
    "text",
    [
        "52N 567848 4626312",
        "52T 567848 4626312",
        "52 T 567848.00 m E 4626312.00 m N",
        "52T 567848mE, 4626312mN",
        "UTM zone 52 north 567848 4626312",
        "52 567848 4626312 north",
    ],
)
def test_utm(text):
    pyproj = pytest.importorskip("pyproj")
    lon, lat = pyproj.Proj(proj="utm", zone=52, ellps="WGS84")(567848, 4626312, inverse=True)
    found = parse(text)
    assert found.spelling is Spelling.UTM
    assert (found.lon, found.lat) == pytest.approx((lon, lat), abs=1e-11)


def test_order_is_the_callers_where_no_letter_names_it():
    assert parse("127.5 39.9", Reading(order="lonlat")).lat == 39.9
    assert parse("39.9N 127.5E", Reading(order="lonlat")).lat == 39.9


def test_south_and_west_are_negative():
    found = parse("33.5S 70.25W")
    assert (found.lon, found.lat) == (-70.25, -33.5)
    assert any("outside Korea" in note for note in found.notes)


def test_a_lower_case_s_after_seconds_is_south_unless_m_stood_before():
    assert parse("33°55'07.1s 18°25'00e").lat < 0


REFUSED = [
    ("", "empty"),
    ("   \u200f", "empty"),
    ("abc", "unreadable"),
    ("39.918647", "incomplete"),
    ("127E", "incomplete"),
    ("N39.9 E", "incomplete"),
    ("39-127", "incomplete"),
    ("91.0, 181.0", "range"),
    ("39.9, 227.5", "range"),
    ("1e400, 5", "nonfinite"),
    ("nan, 127", "nonfinite"),
    ("inf 127", "nonfinite"),
    ("null, null", "nonfinite"),
    ("-Infinity,127", "nonfinite"),
    ("39.9,127.5,abc", "unreadable"),
    ("39,918,127", "ambiguous"),
    ("39,55,127,30", "ambiguous"),
    ("39°61'00\"N 127°31'14\"E", "range"),
    ("39°55'61\"N 127°31'14\"E", "range"),
    ("39.9N 127.5N", "ambiguous"),
    ("-39.9S 127.5E", "ambiguous"),
    ("-39.9N 127.5E", "ambiguous"),
    ("39.5°30'N 127°E", "unreadable"),
    ("39 55 07 127 31", "ambiguous"),
    ("EB645307", "grid"),
    ("CV8212", "grid"),
    ("52TEB645307", "grid"),
    ("52T", "grid"),
    ("52TEM 678 26", "grid"),
    ("52TEM 67826", "grid"),
    ("52IEM1234", "grid"),
    ("52TEM678263123456", "grid"),
    ("52S 546123 4230123", "ambiguous"),
    ("52 546123 4630123", "ambiguous"),
    ("61T 546123 4630123", "range"),
    ("52T 4630123 546123", "swapped"),
    ("52T 567848 4226312", "grid"),
    ("52T 067848 4226312", "range"),
    ("39..9 127.5", "incomplete"),
    ("39.9- 127.5-", "ambiguous"),
    ("\ud800 39 127", "unreadable"),
    ("٣٩.٩ ١٢٧.٥", "unreadable"),
    ("--39.9 127.5", "ambiguous"),
    ("39.9 127.5 100 200 300", "ambiguous"),
    ("=1+1", "unreadable"),
    ("O'Brien\"; DROP TABLE sites;--", "unreadable"),
    ("39.9,127.5;40,128", "ambiguous"),
    ("9" * 400, "unreadable"),
    ("0x27 127", "unreadable"),
    ("39°55'07.1'N 127°31'14.1\"E", "unreadable"),
    ("39\"55'N 127E", "unreadable"),
    ("39.9.1 127.5", "incomplete"),
    ("1,234,567", "ambiguous"),
    ("lat 39.9E lon 127.5", "ambiguous"),
    ("11111111111111 2", "range"),
]


@pytest.mark.parametrize(("text", "kind"), REFUSED)
def test_refused_with_the_reason(text, kind):
    with pytest.raises(CoordinateError) as caught:
        parse(text)
    assert caught.value.kind == kind
    assert isinstance(caught.value, AtlasError)
    str(caught.value).encode("utf-8")  # broken characters must not break the message


def test_old_grid_is_named_in_the_hint():
    with pytest.raises(CoordinateError, match="US Army grid on Bessel"):
        parse("EB645307")


@pytest.mark.parametrize(
    "text", ["127.520584, 39.918647", "127.520584 39.918647", "127°31'14.1\" 39°55'07.1\""]
)
def test_the_only_possible_order_is_taken_and_told(text):
    found = parse(text)
    assert (found.lon, found.lat) == pytest.approx(DECIMAL, abs=1e-4)
    assert any("longitude, latitude" in note for note in found.notes)
    other = parse("39.9, 127.5", Reading(order="lonlat"))
    assert (other.lon, other.lat) == (127.5, 39.9)
    assert any("latitude, longitude" in note for note in other.notes)


def test_an_order_that_is_stated_is_kept_and_the_swapped_position_suggested():
    for reading in (Reading(strict=True), Reading(strict=True, region=None)):
        with pytest.raises(CoordinateError, match="swap") as caught:
            parse("127.520584, 39.918647", reading)
        assert caught.value.kind == "swapped"
        assert (caught.value.suggestion.lon, caught.value.suggestion.lat) == DECIMAL
    with pytest.raises(CoordinateError, match="swap"):
        parse_pair("127.5", "39.9")


# centres of the 100 m squares and the corner of the kilometre, as worked out from CIA reports of 1953-54
@pytest.mark.parametrize(
    ("text", "datum", "lat", "lon"),
    [
        ("EB645307", GridDatum.UNSHIFTED, 41.8302, 129.7775),
        ("EB645307", GridDatum.TOKYO_1918, 41.8325, 129.7749),
        ("EB632236", GridDatum.UNSHIFTED, 41.7664, 129.7610),
        ("EB632236", GridDatum.TOKYO_1918, 41.7687, 129.7585),
        ("52TEB 645 307", GridDatum.TOKYO_1918, 41.8325, 129.7749),
    ],
)
def test_us_army_grid_worked_cases(text, datum, lat, lon):
    found = parse(text, Reading(grid="usarmy", datum=datum))
    assert found.spelling is Spelling.US_ARMY
    assert (round(found.lat, 4), round(found.lon, 4)) == (lat, lon)
    assert found.precision_m == 100


def test_us_army_kilometre_square_holds_its_printed_minute():
    square = us_army_grid.decode("EB6826", GridDatum.UNSHIFTED)
    assert (round(square.corner_lat, 4), round(square.corner_lon, 4)) == (41.7871, 129.8185)


def test_us_army_square_of_hungnam_and_back():
    found = parse("CV8212", Reading(grid="usarmy"))
    assert (found.lat, found.lon) == pytest.approx((39.86, 127.62), abs=0.01)
    for datum in GridDatum:
        square = us_army_grid.decode("CV823124", datum)
        assert us_army_grid.encode(square.lon, square.lat, datum) == "CV823124"


@pytest.mark.parametrize(
    "text", ["EB64530", "EI645307", "EW645307", "IB645307", "EB", "52UEB6453", "51TEB6453"]
)
def test_us_army_grid_refuses(text):
    with pytest.raises(CoordinateError) as caught:
        parse(text, Reading(grid="usarmy"))
    assert caught.value.kind in ("grid", "unreadable")


@pytest.mark.parametrize(
    ("datum", "lon", "lat"),
    [(GridDatum.TOKYO_1918, 127.5337576, 39.9194982), (GridDatum.TOKYO_1892, 127.5366475, 39.9194982)],
)
def test_datum_shift_is_proj_s(datum, lon, lat):
    assert us_army_grid.to_wgs84(127.536, 39.917, datum) == pytest.approx((lon, lat), abs=6e-8)
    assert us_army_grid.from_wgs84(*us_army_grid.to_wgs84(127.5, 40, datum), datum) == pytest.approx(
        (127.5, 40), abs=1e-7
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("39,918647", "127,520584"),
        ("39.918647", "127.520584"),
        ("127.520584E", "39.918647 N"),
        (" 39.918647", "E127.520584"),
    ],
)
def test_two_fields(first, second):
    found = parse_pair(first, second)
    assert (found.lon, found.lat) == pytest.approx(DECIMAL, abs=1e-12)


FURTHER = [
    ("39°55′07″N 127°31′14″E / 39.91861°N 127.52056°E", 127.52056, 39.91861, 1.2),
    ("39°55′07″N 127°31′14″E\ufeff / \ufeff39.91861°N 127.52056°E\ufeff / 39.91861; 127.52056",
     127.52056, 39.91861, 1.2),
    ("39°55'07\"N, 127°31'14\"E (39.91861, 127.52056)", 127.52056, 39.91861, 1.2),
    ("52S CK 73565 19775 (39.918647, 127.520584)", 127.520584, 39.918647, 0.111),
    ("51 19m 12.9s N 0 07m 5s W", -(7 / 60 + 5 / 3600), 51 + 19 / 60 + 12.9 / 3600, 31),
    ("61o50'N 127o30'E", 127.5, 61 + 50 / 60, 1856),
    ("61*50'N 127*30'E", 127.5, 61 + 50 / 60, 1856),
    ("+395507+1273114/", 127 + 31 / 60 + 14 / 3600, 39 + 55 / 60 + 7 / 3600, 31),
    ("+3955+12731/", 127 + 31 / 60, 39 + 55 / 60, 1856),
    ("+39.918647+127.520584/", 127.520584, 39.918647, 0.111),
    ("+39.9186+127.5206+50CRSWGS_84/", 127.5206, 39.9186, 12),
    ("39.55.07 N 127.31.14 E", 127 + 31 / 60 + 14 / 3600, 39 + 55 / 60 + 7 / 3600, 31),
    ("39.55.07, 127.31.14", 127 + 31 / 60 + 14 / 3600, 39 + 55 / 60 + 7 / 3600, 31),
    ("lat=39.9186&lon=127.5206", 127.5206, 39.9186, 12),
    ("39.918647 – 127.520584", 127.520584, 39.918647, 0.111),
    ("39°55′07″N – 127°31′14″E", 127 + 31 / 60 + 14 / 3600, 39 + 55 / 60 + 7 / 3600, 31),
    ("39 - 55 - 07 N, 127 - 31 - 14 E", 127 + 31 / 60 + 14 / 3600, 39 + 55 / 60 + 7 / 3600, 31),
    ("39.918647 — 127.520584", 127.520584, 39.918647, 0.111),
    ("https://www.openstreetmap.org/?mlat=39.9186&mlon=127.5206#map=15/39.9/127.5", 127.5206, 39.9186, 12),
    ("https://www.openstreetmap.org/#map=15/39.9186/127.5206", 127.5206, 39.9186, 12),
    ("https://www.google.com/maps/place/X/@39.90,127.50,17z/data=!3d39.918647!4d127.520584",
     127.520584, 39.918647, 0.111),
    ("https://maps.google.com/?q=39.9186,127.5206", 127.5206, 39.9186, 12),
    ('{"type":"Point","coordinates":[127.5206,39.9186]}', 127.5206, 39.9186, 12),
    ("東経129度41分20秒 北緯39度32分40秒", 129 + 41 / 60 + 20 / 3600, 39 + 32 / 60 + 40 / 3600, 31),
    ("39°55′07″ с. ш. 127°31′14″ в. д.", 127 + 31 / 60 + 14 / 3600, 39 + 55 / 60 + 7 / 3600, 31),
    ("39°55′07″С 127°31′14″В", 127 + 31 / 60 + 14 / 3600, 39 + 55 / 60 + 7 / 3600, 31),
    ("39° 55′ 07″ N, 127° 31′ 14″ O", 127 + 31 / 60 + 14 / 3600, 39 + 55 / 60 + 7 / 3600, 31),
    ("39° 55′ nördl. Breite, 127° 31′ östl. Länge", 127 + 31 / 60, 39 + 55 / 60, 1856),
    ("39°55′ north latitude, 127°31′ east longitude", 127 + 31 / 60, 39 + 55 / 60, 1856),
    ("latitud 39,9186 norte, longitud 127,5206 este", 127.5206, 39.9186, 12),
    ("129.688889 39.544444", 129.688889, 39.544444, 0.111),
    ("39°55′07″N 127°31′14″E", 127 + 31 / 60 + 14 / 3600, 39 + 55 / 60 + 7 / 3600, 31),
    ("39,127", 127, 39, 111_320),
    ("567848 4626312 52T", 129.81651, 41.78576, 1),
]  # fmt: skip


@pytest.mark.parametrize(("text", "lon", "lat", "precision"), FURTHER)
def test_further_spellings(text, lon, lat, precision):
    found = parse(text)
    assert (found.lon, found.lat) == pytest.approx((lon, lat), abs=1e-5)
    assert found.precision_m == pytest.approx(precision, rel=0.2)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("39°55′07″N 127°31′14″E / 39.81861°N 127.52056°E", "ambiguous"),  # 11 km apart
        ("39,83", "ambiguous"),
        ("52TEM", "grid"),
        ("43°N 3°O", "ambiguous"),  # Ost or ouest
        ("N/A", "empty"), ("-", "empty"), ("—", "empty"), ("unknown", "empty"), ("미상", "empty"),
        ("不明", "empty"), ("(unknown)", "empty"), ("NaN", "empty"), ("?", "empty"),
        ("39.918647-127.520584", "incomplete"),
        ("°°39", "incomplete"),
    ],
)  # fmt: skip
def test_further_refusals(text, kind):
    with pytest.raises(CoordinateError) as caught:
        parse(text)
    assert caught.value.kind == kind


@pytest.mark.parametrize(
    ("text", "axis", "value"),
    [
        ("130.9", "lon", 130.9),
        ("130,9", "lon", 130.9),
        ("130 54 01.1705", "lon", 130.9003251389),
        ("37°28′47.2005″N", "lat", 37.4797779167),
        ("-12 30", "lat", -12.5),
        ("12°30'S", "lat", -12.5),
        ("39 49.926 N", "lat", 39 + 49.926 / 60),
        ("127 32.280 E", "lon", 127 + 32.280 / 60),
        ("39.55.07", "lat", 39 + 55 / 60 + 7 / 3600),
        ("51 19m 12.9s N", "lat", 51 + 19 / 60 + 12.9 / 3600),
        ("61o50'N", "lat", 61 + 50 / 60),
        ("東経129度41分20秒", "lon", 129 + 41 / 60 + 20 / 3600),
        ("39 - 55 N", "lat", 39 + 55 / 60),
    ],
)
def test_one_angle(text, axis, value):
    assert parse_angle(text, axis) == pytest.approx(value, abs=1e-9)


@pytest.mark.parametrize(
    ("text", "axis"),
    [("", "lat"), ("north", "lat"), ("12 75", "lat"), ("1 2 3 4", "lat"), ("12 -3", "lat"), ("127E", "lat"),
     ("91", "lat"), ("39N", "lon"), ("39.9 127.5", "lat"), ("181", "lon")],
)  # fmt: skip
def test_what_is_not_one_angle(text, axis):
    with pytest.raises(CoordinateError):
        parse_angle(text, axis)


def test_the_echo_has_no_more_digits_than_the_text_bears():
    assert co.echo(127.520584, 39.918647) == (
        "39.918647, 127.520584  ·  39°55′07.13″N 127°31′14.10″E  ·  52S CK 73565 19775"
    )
    assert co.echo(127.52, 39.92, 1000) == "39.92, 127.52  ·  39°55′12″N 127°31′12″E  ·  52S CK 73 19"


def test_two_fields_with_degrees_and_minutes():
    assert parse_pair("39 55.1", "127 31.2").lat == pytest.approx(39 + 55.1 / 60)
    assert parse_pair("N 41-47", "129-49").lon == pytest.approx(129 + 49 / 60)


@pytest.mark.parametrize(
    "pair", [("39.9 127.5", "3"), ("", ""), ("39.9", ""), ("a", "b"), ("127.5", "39.9"), ("39.9N", "40N")]
)
def test_two_fields_refused(pair):
    with pytest.raises(CoordinateError):
        parse_pair(*pair)


def test_formats_carry_and_come_back():
    assert co.format_dms(127.9999999, 39.9999999) == "40°00′00.0″N 128°00′00.0″E"
    assert co.format_ddm(-0.99999999, -5.5) == "5°30.000′S 1°00.000′W"
    assert co.format_decimal(-1e-9, 5) == "5.000000, 0.000000"
    assert co.format_utm(129.81651, 41.78576) == "52T 567848 mE 4626312 mN"
    assert co.format_mgrs(129.81651, 41.78576, 3) == "52T EM 678 263"
    rng = random.Random(5)
    for _ in range(500):
        lon, lat = rng.uniform(124.01, 131.99), rng.uniform(33.01, 43.49)
        for name, write in co.FORMATS.items():
            found = parse(write(lon, lat))
            tolerance = found.precision_m / 2 if name != "mgrs" else 0.75
            assert abs(found.lat - lat) * 111_195 <= tolerance * 1.01 + 0.01, (name, lon, lat)


def test_formats_refuse_what_is_no_position():
    for write in co.FORMATS.values():
        with pytest.raises(AtlasError):
            write(float("nan"), 39.9)


def test_random_text_ends_in_a_position_or_the_one_error():
    rng = random.Random(11)
    alphabet = "0123456789.,;:-+ °'\"NSEWnsewTEMdms북위동경도분초\u200f\ud800\t/|()"
    for _ in range(5_000):
        text = "".join(rng.choice(alphabet) for _ in range(rng.randint(0, 24)))
        try:
            found = parse(text)
        except CoordinateError:
            continue
        assert -90 <= found.lat <= 90
        assert -180 <= found.lon <= 180


def test_datum_parameters_are_those_of_the_sheets():
    datum = pytest.importorskip("dprk_city_atlas.plugin.core.historic.datum")
    assert datum.TOKYO1918.pipeline == tokyo.TOKYO_1918_PIPELINE
    assert tokyo.TOKYO_TO_WGS84 == (-147.0, 506.0, 687.0)
