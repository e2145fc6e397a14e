# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Military Grid Reference System on WGS 84 (NGA.STND.0037_2.0.0_GRIDS), UTM and polar (UPS) parts.

A reference names a square: digits are cut off, not rounded, and a decoded reference is by default the
centre of its square, so that writing it again gives the same reference.
"""

from __future__ import annotations

import math
import re
import string
from dataclasses import dataclass
from functools import lru_cache

from ..errors import AtlasError
from ..i18n import mark, tr
from .utm import forward_ups, forward_utm, inverse_ups, inverse_utm, utm_zone

BANDS = "CDEFGHJKLMNPQRSTUVWX"
COLUMNS = ("ABCDEFGH", "JKLMNPQR", "STUVWXYZ")
ROWS = "ABCDEFGHJKLMNPQRSTUV"
TILE = 100_000.0
_CYCLE = 2_000_000.0

# letters and first 100 km index of the polar squares: zone letter -> (columns, first), hemisphere -> rows
_UPS_COLUMNS = {
    "A": ("JKLPQRSTUXYZ", 8),
    "B": ("ABCFGHJKLPQR", 20),
    "Y": ("RSTUXYZ", 13),
    "Z": ("ABCFGHJ", 20),
}
_ALL_ROWS = "".join(letter for letter in string.ascii_uppercase if letter not in "IO")
_UPS_ROWS = {False: (_ALL_ROWS, 8), True: ("ABCDEFGHJKLMNP", 13)}

_UTM_FORM = re.compile(r"(\d{1,2})([A-Z])([A-Z]{2})(\d*)")
_UPS_FORM = re.compile(r"([ABYZ])([A-Z]{2})(\d*)")
MAX_DIGITS = 5
OLD_LETTERS_HINT = mark(
    "Coordinates",
    "A reference of before 1956 (Bessel, for example EB645307) is read when "
    "“US Army grid on Bessel” is chosen as the grid.",
)


class MgrsError(AtlasError):
    """A text that looks like a grid reference and is not a valid one."""


@dataclass(frozen=True)
class Square:
    """A decoded grid square: centre and south-west corner in degrees, side in metres."""

    lon: float
    lat: float
    corner_lon: float
    corner_lat: float
    size_m: float
    zone: int  # 0 where polar
    outside_zone: bool = False


def band_of(lat: float) -> str:
    """Latitude band letter C-X for -80 <= ``lat`` < 84."""
    return BANDS[min(max(int(math.floor((lat + 80.0) / 8.0)), 0), 19)]


def band_limits(letter: str) -> tuple[float, float]:
    """South and north limit of a latitude band in degrees (X is 12° high)."""
    low = -80.0 + 8.0 * BANDS.index(letter)
    return low, 84.0 if letter == "X" else low + 8.0


def row_offset(zone: int) -> int:
    """How many rows the lettering of a zone is shifted: 5 in even zones, 0 in odd ones."""
    return 5 if zone % 2 == 0 else 0


def _digits(easting: float, northing: float, precision: int) -> str:
    if precision == 0:
        return ""
    unit = 10.0 ** (5 - precision)
    e = int(math.floor(math.fmod(easting, TILE) / unit))
    n = int(math.floor(math.fmod(northing, TILE) / unit))
    return f"{e:0{precision}d}{n:0{precision}d}"


def _without_crumbs(easting: float, northing: float) -> tuple[float, float]:
    # on a meridian where the letters change a square begins: 499,999.9999999998 m is 500,000 m
    return round(easting, 7), round(northing, 7)


def encode(lon: float, lat: float, precision: int = 5) -> str:
    """Return the MGRS reference of a WGS 84 point; ``precision`` 0 (100 km) to 5 (1 m).

    Raises MgrsError for positions that do not exist.
    """
    if not (math.isfinite(lon) and math.isfinite(lat) and abs(lat) <= 90 and abs(lon) <= 360):
        raise MgrsError(
            tr("Coordinates", "There is no grid reference for longitude {lon}, latitude {lat}.").format(
                lon=lon, lat=lat
            )
        )
    if not 0 <= precision <= MAX_DIGITS:
        raise MgrsError(
            tr("Coordinates", "A grid reference has 0 to 5 digits each way, not {count}.").format(
                count=precision
            )
        )
    lon = (lon + 180.0) % 360.0 - 180.0
    if lat >= 84 or lat < -80:
        return _encode_ups(lon, lat, precision)
    zone = utm_zone(lon, lat)
    easting, northing = _without_crumbs(*forward_utm(lon, lat, zone, lat < 0))
    # just south of the equator 10,000,000 m is reached only by rounding; it belongs to band M
    northing = min(northing, math.nextafter(1e7, 0) if hasattr(math, "nextafter") else 9999999.999999999)
    column = COLUMNS[(zone - 1) % 3][min(max(int(easting // TILE), 1), 8) - 1]
    row = ROWS[(int(northing // TILE) + row_offset(zone)) % 20]
    return f"{zone:02d}{band_of(lat)}{column}{row}{_digits(easting, northing, precision)}"


def _encode_ups(lon: float, lat: float, precision: int) -> str:
    easting, northing = _without_crumbs(*forward_ups(lon, lat))
    north = lat > 0
    east = easting >= 2_000_000.0
    letter = ("Z" if east else "Y") if north else ("B" if east else "A")
    columns, first_column = _UPS_COLUMNS[letter]
    rows, first_row = _UPS_ROWS[north]
    column = columns[min(max(int(easting // TILE) - first_column, 0), len(columns) - 1)]
    row = rows[min(max(int(northing // TILE) - first_row, 0), len(rows) - 1)]
    return f"{letter}{column}{row}{_digits(easting, northing, precision)}"


def split_digits(digits: str, text: str) -> tuple[float, float, float]:
    """Return offset east, offset north and square size in metres from the digits of a reference."""
    if len(digits) % 2:
        raise MgrsError(
            tr("Coordinates", "The grid reference “{text}” has %n digits.", len(digits)).format(text=text),
            hint=tr("Coordinates", "Easting and northing need the same number of digits."),
        )
    half = len(digits) // 2
    if half > MAX_DIGITS:
        raise MgrsError(
            tr("Coordinates", "The grid reference “{text}” has %n digits.", len(digits)).format(text=text),
            hint=tr("Coordinates", "Ten digits name a metre; more are not used."),
        )
    unit = 10.0 ** (5 - half)
    if half == 0:
        return 0.0, 0.0, unit
    return int(digits[:half]) * unit, int(digits[half:]) * unit, unit


@lru_cache(maxsize=4096)
def _base_northing(zone: int, band: str, row: int, easting: float) -> float | None:
    """Northing of the south side of a 100 km square; None where its row does not touch the band."""
    south = band < "N"
    low, high = band_limits(band)
    for cycle in range(5):
        northing = row * TILE + cycle * _CYCLE
        if northing >= 1e7:
            break
        # for a fixed northing latitude is extreme at the sides of a square (500 km is such a side)
        eastings = [easting, easting, easting + TILE, easting + TILE]
        lats = inverse_utm(eastings, [northing, northing + TILE] * 2, zone, south)[1]
        if max(lats) > low and min(lats) < high:
            return northing
    return None


def decode(text: str) -> Square:
    """Read an MGRS reference of any precision (spaces and lower case allowed).

    Raises MgrsError with what is wrong.  References of the old Bessel lettering are refused here.
    """
    compact = "".join(text.split()).upper()
    if found := _UTM_FORM.fullmatch(compact):
        return _decode_utm(int(found[1]), found[2], found[3], found[4], text)
    if found := _UPS_FORM.fullmatch(compact):
        return _decode_ups(found[1], found[2], found[3], text)
    raise MgrsError(
        tr("Coordinates", "“{text}” is not an MGRS reference.").format(text=text),
        hint=tr("Coordinates", "Write it like 52TEM 67848 26312 or 52T EM 678 263."),
    )


def _check_letters(zone: int, band: str, letters: str, text: str) -> None:
    """Refuse a zone, band, column or row that does not exist."""
    columns = COLUMNS[(zone - 1) % 3]
    hint, reason = "", ""
    if not 1 <= zone <= 60:
        reason = tr("Coordinates", "The grid reference “{text}” names zone {zone}; zones run from 1 to 60.")
    elif band not in BANDS:
        reason = tr(
            "Coordinates", "The grid reference “{text}” names band {band}; bands are C to X without I and O."
        )
    elif letters[0] not in columns:
        reason = tr(
            "Coordinates",
            "The grid reference “{text}” does not exist: column {column} is not in zone {zone} "
            "({first} to {last}).",
        )
        hint = tr("Coordinates", OLD_LETTERS_HINT)
    elif letters[1] not in ROWS:
        reason = tr(
            "Coordinates", "The grid reference “{text}” names row {row}; rows are A to V without I and O."
        )
    if reason:
        values = {"zone": zone, "band": band, "column": letters[0], "row": letters[1]}
        raise MgrsError(reason.format(text=text, first=columns[0], last=columns[-1], **values), hint=hint)


def _decode_utm(zone: int, band: str, letters: str, digits: str, text: str) -> Square:
    _check_letters(zone, band, letters, text)
    de, dn, size = split_digits(digits, text)
    tile_e = (COLUMNS[(zone - 1) % 3].index(letters[0]) + 1) * TILE
    base = _base_northing(zone, band, (ROWS.index(letters[1]) - row_offset(zone)) % 20, tile_e)
    if base is None:
        low, high = band_limits(band)
        raise MgrsError(
            tr(
                "Coordinates",
                "The grid reference “{text}” does not exist: square row {row} does not touch band {band} "
                "({low:g}° to {high:g}°) in zone {zone}.",
            ).format(text=text, row=letters[1], band=band, low=low, high=high, zone=zone),
            hint=tr("Coordinates", OLD_LETTERS_HINT),
        )
    e, n = tile_e + de, base + dn
    (corner_lon, lon), (corner_lat, lat) = inverse_utm([e, e + size / 2], [n, n + size / 2], zone, band < "N")
    outside = size < TILE and utm_zone(lon, lat) != zone
    return Square(lon, lat, corner_lon, corner_lat, size, zone, outside)


def _decode_ups(zone_letter: str, letters: str, digits: str, text: str) -> Square:
    north = zone_letter in "YZ"
    columns, first_column = _UPS_COLUMNS[zone_letter]
    rows, first_row = _UPS_ROWS[north]
    if letters[0] not in columns or letters[1] not in rows:
        raise MgrsError(
            tr("Coordinates", "The polar grid reference “{text}” names a square that does not exist.").format(
                text=text
            )
        )
    de, dn, size = split_digits(digits, text)
    easting = (columns.index(letters[0]) + first_column) * TILE + de
    northing = (rows.index(letters[1]) + first_row) * TILE + dn
    corner = inverse_ups(easting, northing, north)
    lon, lat = inverse_ups(easting + size / 2, northing + size / 2, north)
    if not (lat >= 83 if north else lat <= -79):
        raise MgrsError(
            tr("Coordinates", "The polar grid reference “{text}” lies outside the polar area.").format(
                text=text
            )
        )
    return Square(lon, lat, corner[0], corner[1], size, 0)
