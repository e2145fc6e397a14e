# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""UTM and polar UPS metres to degrees and back, on WGS 84 or, for the sheets of before 1956, on Bessel 1841.

Every function takes one point or lists of them, and gives back the same.
"""

from __future__ import annotations

import math

from .proj import Numbers, run

WGS84 = "WGS84"
BESSEL = "bessel"
_RADIANS = "+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad +step"


def central_meridian(zone: int) -> float:
    """Central meridian of a UTM zone 1-60 in degrees."""
    return 6.0 * zone - 183.0


def utm_zone(lon: float, lat: float) -> int:
    """Standard UTM zone with the exceptions of south-west Norway (32V) and Svalbard (31X-37X)."""
    lon = (lon + 180.0) % 360.0 - 180.0
    zone = min(int(math.floor((lon + 180.0) / 6.0)) + 1, 60)
    if 56 <= lat < 64 and 3 <= lon < 12:
        return 32
    if 72 <= lat < 84 and 0 <= lon < 42:
        return 31 if lon < 9 else 33 if lon < 21 else 35 if lon < 33 else 37
    return zone


def _utm(zone: int, south: bool, ellipsoid: str) -> str:
    return f"{_RADIANS} +proj=utm +zone={zone} {'+south ' if south else ''}+ellps={ellipsoid}"


def _ups(north: bool) -> str:
    return f"{_RADIANS} +proj=ups {'' if north else '+south '}+ellps=WGS84"


def forward_utm(
    lon: Numbers, lat: Numbers, zone: int, south: bool = False, ellipsoid: str = WGS84
) -> tuple[Numbers, Numbers]:
    """UTM easting and northing in metres in ``zone``; ``south`` adds the false northing of 10,000 km."""
    return run(_utm(zone, south, ellipsoid), lon, lat)


def inverse_utm(
    easting: Numbers, northing: Numbers, zone: int, south: bool = False, ellipsoid: str = WGS84
) -> tuple[Numbers, Numbers]:
    """UTM metres to (lon, lat) in degrees."""
    return run(_utm(zone, south, ellipsoid), easting, northing, inverse=True)


def forward_ups(lon: float, lat: float) -> tuple[float, float]:
    """UPS easting and northing in metres (north zone where ``lat`` > 0)."""
    return run(_ups(lat > 0), lon, lat)


def inverse_ups(easting: Numbers, northing: Numbers, north: bool) -> tuple[Numbers, Numbers]:
    """UPS metres to (lon, lat) in degrees."""
    return run(_ups(north), easting, northing, inverse=True)
