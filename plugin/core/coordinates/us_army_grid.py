# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Grid references of US Army and CIA papers of 1944-55: UTM on the Bessel ellipsoid, old lettering.

``EB645307`` is a 100 m square in zone 52 on the Tokyo datum.  Rows are lettered ten further on than in
today's MGRS (the "AL" scheme of DMA TM 8358.1 for Bessel and Clarke grids), so a modern reader rejects such
a reference or puts it 1,000 km away.  This module is therefore never tried unless asked for, and the datum
is the caller's choice because Tokyo 1918 and Tokyo 1892 stand 240 m apart here.
"""

from __future__ import annotations

import math
import re
from enum import Enum

from .mgrs import BANDS, COLUMNS, ROWS, TILE, MgrsError, Square, band_limits, row_offset, split_digits
from .transverse import BESSEL, WGS84, Ellipsoid, forward_utm, inverse_utm, utm_zone

TOKYO_TO_WGS84 = (-147.0, 506.0, 687.0)
"""Geocentric shift in metres, EPSG:1305 "Tokyo to WGS 84 (5)" for Korea."""
TOKYO_1892_LONGITUDE = 10.405 / 3600.0
"""Degrees to add to a Tokyo 1892 longitude to have it on Tokyo 1918 (EPSG:5134)."""
KOREA_LATITUDE = 38.5

_OLD_ROW_SHIFT = 10
_FORM = re.compile(r"(?:(\d{1,2})([A-Z])?)?([A-Z]{2})(\d*)")
_ZONE_OF_COLUMN = {letter: zone for zone in (51, 52, 53) for letter in COLUMNS[(zone - 1) % 3]}


class Datum(Enum):
    """What the longitudes of the paper refer to."""

    TOKYO_1918 = "tokyo1918"
    TOKYO_1892 = "tokyo1892"
    UNSHIFTED = "unshifted"  # degrees on the Bessel ellipsoid as they are, for comparing with a sheet


def decode(text: str, datum: Datum, zone: int | None = None) -> Square:
    """Read an old reference such as ``EB645307``, ``CV8212`` or ``52TEB 645 307``.

    Returns the square in WGS 84 degrees (or Bessel degrees with ``Datum.UNSHIFTED``).  Without a zone the
    column letter names it (S-Z zone 51, A-H 52, J-R 53, the three that cover Korea); without a band letter
    the row nearest 38.5° N is meant.  Raises MgrsError.
    """
    found = _FORM.fullmatch("".join(text.split()).upper())
    if not found or len(found[4]) < 2:
        raise MgrsError(
            f"“{text}” is not a US Army grid reference.", hint="Write it like EB645307 or 52TEB 645 307."
        )
    number, band, letters, digits = found.groups()
    zone = _zone(int(number) if number else zone, letters[0], text)
    if letters[1] not in ROWS or (band and band not in BANDS):
        raise MgrsError(f"The grid reference “{text}” has a letter that the grid does not use.")
    de, dn, size = split_digits(digits, text)
    easting = (COLUMNS[(zone - 1) % 3].index(letters[0]) + 1) * TILE
    northing = _northing(zone, letters[1], band, easting, text)
    e, n = easting + de, northing + dn
    corner = to_wgs84(*inverse_utm(e, n, zone, ell=BESSEL), datum)
    lon, lat = to_wgs84(*inverse_utm(e + size / 2, n + size / 2, zone, ell=BESSEL), datum)
    return Square(lon, lat, corner[0], corner[1], size, zone, utm_zone(lon, lat) != zone)


def _zone(zone: int | None, column: str, text: str) -> int:
    if zone is None:
        if column not in _ZONE_OF_COLUMN:
            raise MgrsError(f"The grid reference “{text}” has a letter that the grid does not use.")
        return _ZONE_OF_COLUMN[column]
    if not 1 <= zone <= 60 or column not in COLUMNS[(zone - 1) % 3]:
        raise MgrsError(f"The grid reference “{text}” does not exist: column {column} is not in zone {zone}.")
    return zone


def _northing(zone: int, row_letter: str, band: str | None, easting: float, text: str) -> float:
    row = (ROWS.index(row_letter) - row_offset(zone) - _OLD_ROW_SHIFT) % 20
    choices = [row * TILE + cycle * 2_000_000.0 for cycle in range(5)]
    if band is None:
        middle = forward_utm(0.0, KOREA_LATITUDE, 31, ell=BESSEL)[1]
        return min(choices, key=lambda n: abs(n + TILE / 2 - middle))
    low, high = band_limits(band)
    for northing in choices:
        bottom = inverse_utm(easting, northing, zone, ell=BESSEL)[1]
        top = inverse_utm(easting, northing + TILE, zone, ell=BESSEL)[1]
        if band >= "N" and top > low and bottom < high:
            return northing
    raise MgrsError(
        f"The US Army grid reference “{text}” does not exist: row {row_letter} does not touch band {band}.",
        hint="If it is a modern MGRS reference, choose MGRS as the grid.",
    )


def encode(lon: float, lat: float, datum: Datum, precision: int = 3) -> str:
    """Return the old reference (two letters and digits) of a WGS 84 point in Korea."""
    blon, blat = from_wgs84(lon, lat, datum)
    zone = utm_zone(blon, blat)
    easting, northing = forward_utm(blon, blat, zone, ell=BESSEL)
    column = COLUMNS[(zone - 1) % 3][int(easting // TILE) - 1]
    row = ROWS[(int(northing // TILE) + row_offset(zone) + _OLD_ROW_SHIFT) % 20]
    unit = 10.0 ** (5 - precision)
    e, n = int(easting % TILE // unit), int(northing % TILE // unit)
    return f"{column}{row}{e:0{precision}d}{n:0{precision}d}"


def _geocentric(lon: float, lat: float, ell: Ellipsoid) -> tuple[float, float, float]:
    lam, phi = math.radians(lon), math.radians(lat)
    nu = ell.a / math.sqrt(1 - ell.e2 * math.sin(phi) ** 2)
    p = nu * math.cos(phi)
    return p * math.cos(lam), p * math.sin(lam), nu * (1 - ell.e2) * math.sin(phi)


def _geographic(x: float, y: float, z: float, ell: Ellipsoid) -> tuple[float, float]:
    p = math.hypot(x, y)
    phi = math.atan2(z, p * (1 - ell.e2))
    for _ in range(8):  # the fixed point contracts by e² a turn: 1e-15 after six
        nu = ell.a / math.sqrt(1 - ell.e2 * math.sin(phi) ** 2)
        phi = math.atan2(z + ell.e2 * nu * math.sin(phi), p)
    return math.degrees(math.atan2(y, x)), math.degrees(phi)


def to_wgs84(lon: float, lat: float, datum: Datum) -> tuple[float, float]:
    """Shift Bessel degrees of ``datum`` to WGS 84 degrees with the explicit EPSG:1305 parameters."""
    if datum is Datum.UNSHIFTED:
        return lon, lat
    if datum is Datum.TOKYO_1892:
        lon += TOKYO_1892_LONGITUDE
    x, y, z = _geocentric(lon, lat, BESSEL)
    dx, dy, dz = TOKYO_TO_WGS84
    return _geographic(x + dx, y + dy, z + dz, WGS84)


def from_wgs84(lon: float, lat: float, datum: Datum) -> tuple[float, float]:
    """Inverse of :func:`to_wgs84`, iterated so that both agree to 1e-12 degrees."""
    if datum is Datum.UNSHIFTED:
        return lon, lat
    guess = (lon, lat)
    for _ in range(5):
        there = to_wgs84(guess[0], guess[1], datum)
        guess = (guess[0] + lon - there[0], guess[1] + lat - there[1])
    return guess
