# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The UTM zone of a place: what maps of a city are drawn in, so that equal scales are equal on the ground."""

from __future__ import annotations

NORTH, SOUTH = 32600, 32700


def utm_zone(lon: float) -> int:
    """Return the number of the UTM zone of a longitude in degrees."""
    return min(60, int((lon + 180.0) // 6.0) + 1)


def utm_crs(lon: float, lat: float) -> str:
    """Return the UTM zone of a place on WGS 84 as ``EPSG:326xx`` or ``EPSG:327xx``."""
    return f"EPSG:{(SOUTH if lat < 0 else NORTH) + utm_zone(lon)}"


def utm_name(lon: float, lat: float) -> str:
    """Return how maps name the zone, as in ``52N``."""
    return f"{utm_zone(lon)}{'S' if lat < 0 else 'N'}"
