# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Write a WGS 84 position the way analysts copy it: decimal, DMS, degrees-minutes, MGRS, UTM."""

from __future__ import annotations

import math

from ..errors import AtlasError
from ..i18n import tr
from . import mgrs
from .utm import forward_utm, utm_zone

FULL_DIGITS = 7
"""Decimal degrees to 1 cm: what a clicked position is shown with."""


def _checked(lon: float, lat: float) -> None:
    if not (math.isfinite(lon) and math.isfinite(lat) and abs(lat) <= 90 and abs(lon) <= 180):
        raise AtlasError(
            tr("Coordinates", "Longitude {lon}, latitude {lat} is not a position on the earth.").format(
                lon=lon, lat=lat
            )
        )


def format_decimal(lon: float, lat: float, digits: int = 6, order: str = "latlon") -> str:
    """Return ``39.918647, 127.520584`` (``order`` "latlon" or "lonlat"), degrees."""
    _checked(lon, lat)
    # adding 0.0 turns the -0.0 that rounding can leave into 0.0
    texts = [f"{round(value, digits) + 0.0:.{digits}f}" for value in (lat, lon)]
    return ", ".join(texts if order == "latlon" else reversed(texts))


def _sexagesimal(value: float, parts: int, decimals: int) -> list[str]:
    """Split into degrees, minutes(, seconds) in whole units of the last digit, so that 59.96" carries."""
    unit = 10**decimals
    total = round(abs(value) * 60 ** (parts - 1) * unit)
    last = total % (60 * unit)
    rest = total // (60 * unit)
    width = 3 + decimals if decimals else 2
    texts = [f"{last / unit:0{width}.{decimals}f}"]
    if parts == 3:
        texts.insert(0, f"{rest % 60:02d}")
        rest //= 60
    return [str(rest), *texts]


def format_dms(lon: float, lat: float, decimals: int = 1) -> str:
    """Return ``39°55′07.1″N 127°31′14.1″E``."""
    _checked(lon, lat)
    lat_d, lat_m, lat_s = _sexagesimal(lat, 3, decimals)
    lon_d, lon_m, lon_s = _sexagesimal(lon, 3, decimals)
    return (
        f"{lat_d}°{lat_m}′{lat_s}″{'S' if lat < 0 else 'N'} {lon_d}°{lon_m}′{lon_s}″{'W' if lon < 0 else 'E'}"
    )


def format_ddm(lon: float, lat: float, decimals: int = 3) -> str:
    """Return degrees and decimal minutes: ``39°55.119′N 127°31.235′E``."""
    _checked(lon, lat)
    lat_d, lat_m = _sexagesimal(lat, 2, decimals)
    lon_d, lon_m = _sexagesimal(lon, 2, decimals)
    return f"{lat_d}°{lat_m}′{'S' if lat < 0 else 'N'} {lon_d}°{lon_m}′{'W' if lon < 0 else 'E'}"


def format_mgrs(lon: float, lat: float, precision: int = 5, spaces: bool = True) -> str:
    """Return ``52S CJ 73570 20198`` (or without spaces); ``precision`` 0-5 digits each way."""
    text = mgrs.encode(lon, lat, precision)
    if not spaces:
        return text
    head = 3 if text[0].isdigit() else 1
    square, digits = text[head : head + 2], text[head + 2 :]
    half = len(digits) // 2
    return " ".join(part for part in (text[:head], square, digits[:half], digits[half:]) if part)


def format_utm(lon: float, lat: float, decimals: int = 0) -> str:
    """Return ``52T 567848 mE 4626312 mN`` with the latitude band letter, as Google Earth writes it."""
    _checked(lon, lat)
    if not -80 <= lat < 84:
        raise AtlasError(
            tr("Coordinates", "Latitude {lat:.6f} lies outside UTM.").format(lat=lat),
            hint=tr("Coordinates", "Use MGRS, which has polar squares."),
        )
    zone = utm_zone(lon, lat)
    easting, northing = forward_utm(lon, lat, zone, lat < 0)
    return f"{zone}{mgrs.band_of(lat)} {easting:.{decimals}f} mE {northing:.{decimals}f} mN"


def echo(lon: float, lat: float, precision_m: float = 0.1) -> str:
    """Return a position in the three spellings it is checked by: degrees, DMS, MGRS.

    With no more digits than ``precision_m`` (the size of the last digit that was given, in metres) bears.
    """
    metres = max(precision_m, 0.01)
    digits = min(max(round(-math.log10(metres / 111_320.0)), 0), FULL_DIGITS)
    seconds = min(max(round(-math.log10(metres / 30.9)), 0), 2)
    square = min(max(5 - round(math.log10(metres)), 2), 5)
    return "  ·  ".join(
        (format_decimal(lon, lat, digits), format_dms(lon, lat, seconds), format_mgrs(lon, lat, square))
    )


FORMATS = {
    "decimal": format_decimal,
    "dms": format_dms,
    "ddm": format_ddm,
    "mgrs": format_mgrs,
    "utm": format_utm,
}
