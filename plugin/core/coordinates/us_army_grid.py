# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Grid references of US Army and CIA papers of 1944-55: UTM on the Bessel ellipsoid, old lettering.

``EB645307`` is a 100 m square in zone 52 on the Tokyo datum.  Rows are lettered ten further on than in
today's MGRS (the "AL" scheme of DMA TM 8358.1 for Bessel and Clarke grids), so a modern reader rejects such
a reference or puts it 1,000 km away.  This module is therefore never tried unless asked for, and the datum
is the caller's choice because Tokyo 1918 and Tokyo 1892 stand 240 m apart here.
"""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache

from ..i18n import mark, tr
from .mgrs import BANDS, COLUMNS, ROWS, TILE, MgrsError, Square, band_limits, row_offset, split_digits
from .proj import Numbers, run
from .tokyo import TOKYO_1892_PIPELINE, TOKYO_1918_PIPELINE
from .utm import BESSEL, forward_utm, inverse_utm, utm_zone

KOREA_LATITUDE = 38.5

_OLD_ROW_SHIFT = 10
_FORM = re.compile(r"(?:(\d{1,2})([A-Z])?)?([A-Z]{2})(\d*)")
_ZONE_OF_COLUMN = {letter: zone for zone in (51, 52, 53) for letter in COLUMNS[(zone - 1) % 3]}


class GridDatum(Enum):
    """What the longitudes of the paper refer to."""

    TOKYO_1918 = "tokyo1918"
    TOKYO_1892 = "tokyo1892"
    UNSHIFTED = "unshifted"  # degrees on the Bessel ellipsoid as they are, for comparing with a sheet


DATUM_NAMES = {
    GridDatum.TOKYO_1918: mark("Coordinates", "Tokyo 1918"),
    GridDatum.TOKYO_1892: mark("Coordinates", "Tokyo 1892"),
    GridDatum.UNSHIFTED: mark("Coordinates", "not shifted"),
}


def decode(text: str, datum: GridDatum, zone: int | None = None) -> Square:
    """Read an old reference such as ``EB645307``, ``CV8212`` or ``52TEB 645 307``.

    Returns the square in WGS 84 degrees (or Bessel degrees with ``GridDatum.UNSHIFTED``).  Without a zone the
    column letter names it (S-Z zone 51, A-H 52, J-R 53, the three that cover Korea); without a band letter
    the row nearest 38.5° N is meant.  Raises MgrsError.
    """
    found = _FORM.fullmatch("".join(text.split()).upper())
    if not found or len(found[4]) < 2:
        raise MgrsError(
            tr("Coordinates", "“{text}” is not a US Army grid reference.").format(text=text),
            hint=tr("Coordinates", "Write it like EB645307 or 52TEB 645 307."),
        )
    number, band, letters, digits = found.groups()
    zone = _zone(int(number) if number else zone, letters[0], text)
    if letters[1] not in ROWS or (band and band not in BANDS):
        raise _unused_letter(text)
    de, dn, size = split_digits(digits, text)
    easting = (COLUMNS[(zone - 1) % 3].index(letters[0]) + 1) * TILE
    northing = _northing(zone, letters[1], band, easting, text)
    e, n = easting + de, northing + dn
    degrees = inverse_utm([e, e + size / 2], [n, n + size / 2], zone, ellipsoid=BESSEL)
    (corner_lon, lon), (corner_lat, lat) = to_wgs84(*degrees, datum)
    return Square(lon, lat, corner_lon, corner_lat, size, zone, utm_zone(lon, lat) != zone)


def _unused_letter(text: str) -> MgrsError:
    return MgrsError(
        tr("Coordinates", "The grid reference “{text}” has a letter that the grid does not use.").format(
            text=text
        )
    )


def _zone(zone: int | None, column: str, text: str) -> int:
    if zone is None:
        if column not in _ZONE_OF_COLUMN:
            raise _unused_letter(text)
        return _ZONE_OF_COLUMN[column]
    if not 1 <= zone <= 60 or column not in COLUMNS[(zone - 1) % 3]:
        raise MgrsError(
            tr(
                "Coordinates",
                "The grid reference “{text}” does not exist: column {column} is not in zone {zone}.",
            ).format(text=text, column=column, zone=zone)
        )
    return zone


def _northing(zone: int, row_letter: str, band: str | None, easting: float, text: str) -> float:
    northing = _row_northing(zone, row_letter, band, easting)
    if northing is None:
        raise MgrsError(
            tr(
                "Coordinates",
                "The US Army grid reference “{text}” does not exist: row {row} does not touch band {band}.",
            ).format(text=text, row=row_letter, band=band),
            hint=tr("Coordinates", "If it is a modern MGRS reference, choose MGRS as the grid."),
        )
    return northing


@lru_cache(maxsize=4096)
def _row_northing(zone: int, row_letter: str, band: str | None, easting: float) -> float | None:
    """Northing of a square's south side; None where the band has no such row."""
    row = (ROWS.index(row_letter) - row_offset(zone) - _OLD_ROW_SHIFT) % 20
    choices = [row * TILE + cycle * 2_000_000.0 for cycle in range(5)]
    if band is None:
        middle = forward_utm(0.0, KOREA_LATITUDE, 31, ellipsoid=BESSEL)[1]
        return min(choices, key=lambda n: abs(n + TILE / 2 - middle))
    if band < "N":
        return None  # the old grid was printed for the northern hemisphere alone
    low, high = band_limits(band)
    bottoms = inverse_utm([easting] * 5, choices, zone, ellipsoid=BESSEL)[1]
    tops = inverse_utm([easting] * 5, [n + TILE for n in choices], zone, ellipsoid=BESSEL)[1]
    fitting = (n for n, bottom, top in zip(choices, bottoms, tops) if top > low and bottom < high)
    return next(fitting, None)


def encode(lon: float, lat: float, datum: GridDatum, precision: int = 3) -> str:
    """Return the old reference (two letters and digits) of a WGS 84 point in Korea."""
    blon, blat = from_wgs84(lon, lat, datum)
    zone = utm_zone(blon, blat)
    easting, northing = forward_utm(blon, blat, zone, ellipsoid=BESSEL)
    column = COLUMNS[(zone - 1) % 3][int(easting // TILE) - 1]
    row = ROWS[(int(northing // TILE) + row_offset(zone) + _OLD_ROW_SHIFT) % 20]
    unit = 10.0 ** (5 - precision)
    e, n = int(easting % TILE // unit), int(northing % TILE // unit)
    return f"{column}{row}{e:0{precision}d}{n:0{precision}d}"


_PIPELINES = {GridDatum.TOKYO_1918: TOKYO_1918_PIPELINE, GridDatum.TOKYO_1892: TOKYO_1892_PIPELINE}


def to_wgs84(lon: Numbers, lat: Numbers, datum: GridDatum) -> tuple[Numbers, Numbers]:
    """Shift Bessel degrees of ``datum`` to WGS 84 degrees with the explicit EPSG:1305 parameters."""
    return (lon, lat) if datum is GridDatum.UNSHIFTED else run(_PIPELINES[datum], lon, lat)


def from_wgs84(lon: Numbers, lat: Numbers, datum: GridDatum) -> tuple[Numbers, Numbers]:
    """Inverse of :func:`to_wgs84`."""
    return (lon, lat) if datum is GridDatum.UNSHIFTED else run(_PIPELINES[datum], lon, lat, inverse=True)
