# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""MGRS against GeographicLib's GeoConvert, published examples and the standard's exceptions."""

from __future__ import annotations

import csv
import math
import random
import threading

import pytest
from places import DATA

from dprk_city_atlas.plugin.core.coordinates import mgrs, utm

# made with GeoConvert of GeographicLib 2.1: forward "-m -p 0", back "-g -p 4"
REFERENCE = DATA / "mgrs_geographiclib.csv"


def _rows():
    with REFERENCE.open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


def test_every_reference_is_geographiclib_s():
    wrong = [
        (row["mgrs"], mgrs.encode(float(row["lon"]), float(row["lat"])))
        for row in _rows()
        if mgrs.encode(float(row["lon"]), float(row["lat"])) != row["mgrs"]
    ]
    assert len(_rows()) > 600
    assert wrong == []


def test_every_centre_is_geographiclib_s():
    for row in _rows():
        square = mgrs.decode(row["mgrs"])
        assert square.lat == pytest.approx(float(row["centre_lat"]), abs=2e-9)
        if abs(square.lat) < 89.9:
            off = (square.lon - float(row["centre_lon"]) + 180) % 360 - 180
            assert abs(off) * math.cos(math.radians(square.lat)) < 2e-9


def test_example_of_the_geoconvert_manual():
    assert mgrs.encode(44.4, 33.3, 2) == "38SMB4484"  # "33.3 44.4" is 38SMB4484 there


@pytest.mark.parametrize(
    ("lon", "lat", "zone"),
    [
        (3.0, 56.0, 32), (2.999, 56.0, 31), (3.0, 63.999, 32), (3.0, 64.0, 31), (3.0, 55.999, 31),
        (8.999, 72.0, 31), (9.0, 72.0, 33), (20.999, 78.0, 33), (21.0, 78.0, 35), (33.0, 78.0, 37),
        (41.999, 83.999, 37), (42.0, 78.0, 38), (8.0, 71.999, 32), (180.0, 0.0, 1), (-180.0, 0.0, 1),
        (179.999, 0.0, 60), (127.5, 39.9, 52), (125.999, 39.9, 51), (132.0, 39.9, 53),
    ],
)  # fmt: skip
def test_zones_with_norway_and_svalbard(lon, lat, zone):
    assert utm.utm_zone(lon, lat) == zone


def test_ten_thousand_points_come_back_within_their_metre():
    rng = random.Random(20)
    for _ in range(10_000):
        lon, lat = rng.uniform(-180, 180), math.degrees(math.asin(rng.uniform(-1, 1)))
        square = mgrs.decode(mgrs.encode(lon, lat))
        north = (square.lat - lat) * 111_195
        east = ((square.lon - lon + 180) % 360 - 180) * 111_195 * math.cos(math.radians(lat))
        assert math.hypot(north, east) < 0.75  # half the diagonal of 1 m, by the scale of the projection


def test_reference_of_a_decoded_centre_is_the_same():
    rng = random.Random(21)
    for _ in range(3_000):
        lon, lat = rng.uniform(124.1, 131.9), rng.uniform(33, 43.5)
        for precision in (5, 4, 3):
            text = mgrs.encode(lon, lat, precision)
            square = mgrs.decode(text)
            if square.outside_zone or mgrs.band_of(square.lat) != text[2]:
                continue  # the square straddles a zone or band edge
            assert mgrs.encode(square.lon, square.lat, precision) == text


def test_spaces_and_case_do_not_matter():
    assert mgrs.decode("52t em 67848 26312") == mgrs.decode("52TEM6784826312")


@pytest.mark.parametrize(
    "text",
    [
        "52TEB645307",  # the old Bessel lettering must never be read as a modern reference
        "00TEM1234", "61TEM1234", "52IEM1234", "52OEM1234", "52AEM12", "52TIM1234", "52TEI1234", "52TEW1234",
        "52TSM1234", "52TEM123", "52TEM123456123456", "52TE", "52", "", "TEM1234", "YIA1212", "ZKA1212",
        "AAA0000", "52TEM12x4",
    ],
)  # fmt: skip
def test_what_does_not_exist_is_refused(text):
    with pytest.raises(mgrs.MgrsError):
        mgrs.decode(text)


@pytest.mark.parametrize("bad", [(math.nan, 0), (0, math.inf), (0, 90.1), (400, 0)])
def test_no_reference_for_no_position(bad):
    with pytest.raises(mgrs.MgrsError):
        mgrs.encode(*bad)


# computed with the series of Karney (2011) to sixth order, which agrees with PROJ to nanometres
UTM = [
    (51, "bessel", 121.5907, 34.5085, 370645.53082, 3819062.220063),
    (51, "bessel", 124.2075, 33.7244, 611858.716616, 3731883.36443),
    (52, "bessel", 125.464, 38.0744, 189852.164096, 4219555.001531),
    (52, "bessel", 125.5588, 33.9071, 181832.230502, 3756817.442644),
    (53, "bessel", 134.3962, 41.2685, 449432.090098, 4568280.199339),
    (53, "bessel", 136.0195, 42.4771, 583789.22599, 4702779.714252),
    (37, "WGS84", 40.5397, -70.9665, 556036.893436, 2125627.651298),
    (15, "WGS84", -101.1615, 60.0719, 46533.278292, 6687480.056075),
    (19, "WGS84", -70.4555, 8.5911, 339828.022861, 949949.784416),
    (37, "WGS84", 35.5527, 53.2125, 269827.131452, 5901458.178664),
]
UPS = [
    (12.3, 84.5, 2130178.897332, 1402945.665418),
    (-170.2, 88.1, 1964091.957077, 2207885.395871),
    (0, 90, 2000000.0, 2000000.0),
    (60.5, -81.2, 2851953.824933, 2482012.28242),
    (-179.5, -89.9, 1999903.11465, 1988898.038472),
]


@pytest.mark.parametrize(("zone", "ellipsoid", "lon", "lat", "easting", "northing"), UTM)
def test_utm_on_both_ellipsoids(zone, ellipsoid, lon, lat, easting, northing):
    south = lat < 0
    assert utm.forward_utm(lon, lat, zone, south, ellipsoid) == pytest.approx((easting, northing), abs=2e-6)
    back = utm.inverse_utm(easting, northing, zone, south, ellipsoid)
    assert back == pytest.approx((lon, lat), abs=1e-10)


@pytest.mark.parametrize(("lon", "lat", "easting", "northing"), UPS)
def test_polar_stereographic(lon, lat, easting, northing):
    assert utm.forward_ups(lon, lat) == pytest.approx((easting, northing), abs=2e-6)
    assert utm.inverse_ups(easting, northing, lat > 0)[1] == pytest.approx(lat, abs=1e-10)


def test_from_many_threads_the_same_answers():
    """A thread of QGIS's pool is a new Python thread at every task; PROJ's objects must outlive it."""
    wanted = mgrs.encode(127.5, 39.9)
    answers = []
    for _ in range(50):
        thread = threading.Thread(target=lambda: answers.append(mgrs.encode(127.5, 39.9)))
        thread.start()
        thread.join()
    assert answers == [wanted] * 50
