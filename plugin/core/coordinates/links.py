# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Positions as programs write them: links of map services, geo: addresses, WKT, GeoJSON, ISO 6709."""

from __future__ import annotations

import math
import re
from typing import Optional

from ..i18n import tr
from .angles import decimals, packed_parts, sexagesimal
from .position import DEGREE_M, Coordinate, CoordinateError, Spelling, shown

_N = r"([-+]?\d+(?:\.\d+)?)"
# in a link of Google the pin (!3d…!4d) is the place, @ is the middle of the view
_LINKS = tuple(
    re.compile(pattern, re.I)
    for pattern in (
        rf"!3d{_N}!4d{_N}",
        rf"[?&#;]m?lat(?:itude)?={_N}&m?(?:lon|lng)(?:g|gitude)?={_N}",
        rf"[?&](?:q|query|ll|sll|center|destination|daddr|cp|coords?|loc)=(?:loc:)?{_N}(?:,|~|%2C)[+ ]?{_N}",
        rf"@{_N},{_N}",
        rf"#(?:map=)?\d+(?:\.\d+)?/{_N}/{_N}",
        r"[@=](-?\d+\.\d+),(-?\d+\.\d+)",
    )
)
_GEO = re.compile(rf"geo:{_N},{_N}(?:[,;?].*)?", re.I)
_WKT = re.compile(
    rf"(?:SRID=4326;)?\s*POINT\s*(?:Z|M|ZM)?\s*\(\s*{_N}\s+{_N}(?:\s+[-+]?[\d.]+){{0,2}}\s*\)?", re.I
)
_GEOJSON = re.compile(rf"\"coordinates\"\s*:\s*\[\s*{_N}\s*,\s*{_N}")
_ISO_6709 = re.compile(
    r"([-+])(\d{2}|\d{4}|\d{6})(\.\d+)?([-+])(\d{3}|\d{5}|\d{7})(\.\d+)?(?:[-+]\d+(?:\.\d+)?)?(?:CRS\w*)?/?"
)


def read_link(cleaned: str, text: str) -> Optional[Coordinate]:
    """Return the position of a program's spelling, None for any other text.  Raises CoordinateError."""
    if found := _ISO_6709.fullmatch(cleaned):
        return _iso_6709(found, text)
    closed = cleaned + (")" if cleaned.count("(") > cleaned.count(")") else "")
    if found := (_WKT.fullmatch(closed) or _GEOJSON.search(cleaned)):
        lon, lat = found[1], found[2]
    elif found := (_GEO.fullmatch(cleaned) or ("://" in cleaned and _in_link(cleaned)) or None):
        lat, lon = found[1], found[2]
    else:
        return None
    step = 10.0 ** -min(decimals(lat), decimals(lon))
    return Coordinate(float(lon), float(lat), Spelling.DECIMAL, step * DEGREE_M, text)


def _in_link(address: str) -> Optional[re.Match[str]]:
    return next((found for found in (pattern.search(address) for pattern in _LINKS) if found), None)


def _iso_6709(found: re.Match[str], text: str) -> Coordinate:
    values, steps, most = [], [], 1
    for sign, whole, fraction, axis in (
        (found[1], found[2], found[3] or "", "lat"),
        (found[4], found[5], found[6] or "", "lon"),
    ):
        parts = packed_parts(whole + fraction, axis) or [whole + fraction]
        value, step = sexagesimal(parts, text)
        values.append(math.copysign(value, -1.0 if sign == "-" else 1.0))
        steps.append(step)
        most = max(most, len(parts))
    spelling = (Spelling.DECIMAL, Spelling.DDM, Spelling.DMS)[most - 1]
    if abs(values[0]) > 90 or abs(values[1]) > 180:
        raise CoordinateError(
            tr("Coordinates", "“{text}” lies outside the range of degrees.").format(text=shown(text)),
            kind="range",
        )
    return Coordinate(values[1], values[0], spelling, max(steps) * DEGREE_M, text)
