# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Geometries: one reader of text and one of blobs, single and many at once."""

from __future__ import annotations

import struct

import pytest

from dprk_city_atlas.plugin.core.atlas.model import City
from dprk_city_atlas.plugin.core.atlas.positions import is_around, surroundings
from dprk_city_atlas.plugin.core.atlas.store import blob
from dprk_city_atlas.plugin.core.errors import AtlasError

NAN = float("nan")
HERE = (127.543979, 39.915463)
BIG_ENDIAN = b"GP\x00\x00" + struct.pack(">i", 4326) + b"\x00" + struct.pack(">I2d", 1, *HERE)
WITH_ENVELOPE = (
    b"GP\x00\x03"
    + struct.pack("<i4d", 4326, HERE[0], HERE[0], HERE[1], HERE[1])
    + b"\x01"
    + struct.pack("<I2d", 1, *HERE)
)
WITH_Z = b"GP\x00\x01" + struct.pack("<i", 4326) + b"\x01" + struct.pack("<I3d", 1001, *HERE, 12.0)
NOWHERE = b"GP\x00\x01" + struct.pack("<i", 4326) + b"\x01" + struct.pack("<I2d", 1, NAN, NAN)


def test_every_spelling_of_a_point_is_read_alike():
    for text in (blob.point_wkt(*HERE), "POINT(127.543979 39.915463)", "Point Z (127.543979 39.915463 12)"):
        assert blob.lonlat(text) == HERE
    for raw in (blob.point_blob(*HERE), BIG_ENDIAN, WITH_ENVELOPE, WITH_Z):
        assert blob.point_of(raw) == HERE
    lon, lat = blob.points_of([blob.point_blob(*HERE), BIG_ENDIAN, WITH_ENVELOPE, WITH_Z])
    assert set(zip(lon, lat)) == {HERE}


def test_what_is_no_point_is_none_or_refused_and_never_a_place():
    line = blob.from_wkt("LINESTRING (1 2, 3 4)")
    for raw in (None, blob.from_wkt("POINT EMPTY"), NOWHERE, line, b"", b"GP", b"x" * 29):
        assert blob.point_of(raw) is None
        lon, lat = blob.points_of([raw])
        assert lon[0] != lon[0]
        assert lat[0] != lat[0]
    for text in (None, "", "POINT EMPTY", "POINT (north east)", "POINT (127.5)"):
        with pytest.raises(AtlasError, match="not a point"):
            blob.lonlat(text)


def test_surroundings_that_cannot_be_read_are_none():
    city = City(name="Hamhung", surroundings="127.3,39.7,127.8,40.1")
    assert is_around(city, *HERE)
    assert not is_around(city, 129.7, 41.8)
    for text in (
        None,
        "",
        "127.3,39.7,127.8",
        "127.3;39.7;127.8;40.1",
        "a,b,c,d",
        "128,39,127,40",
        "nan,1,2,3",
    ):
        assert surroundings(City(name="X", surroundings=text)) is None
        assert not is_around(City(name="X", surroundings=text), *HERE)
