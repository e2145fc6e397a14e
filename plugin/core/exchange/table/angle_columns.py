# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Positions spread over many columns (degrees, minutes, seconds; zone, easting, northing), put together.

Taken alone the column of degrees would pass for a position, up to a degree wrong.
"""

from __future__ import annotations

import re
from typing import Dict, List, Optional, Sequence, Tuple

_AXIS = {"lat": "lat", "latitude": "lat", "위도": "lat", "lon": "lon", "long": "lon", "lng": "lon",
         "longitude": "lon", "경도": "lon"}  # fmt: skip
_UNIT = {"d": 0, "deg": 0, "degree": 0, "degrees": 0, "도": 0, "°": 0, "m": 1, "min": 1, "minute": 1,
         "minutes": 1, "분": 1, "'": 1, "s": 2, "sec": 2, "second": 2, "seconds": 2, "초": 2, '"': 2,
         "hemi": 3, "hemisphere": 3, "dir": 3, "direction": 3, "ns": 3, "ew": 3}  # fmt: skip
_GLUED = re.compile(r"(lat|long?|위도|경도)(d|deg|m|min|s|sec|도|분|초)")
_WORD = re.compile(r"[^\W\d_]+|[°'\"]")
_ZONE = re.compile(r"(utm[ _-]?)?zone|존", re.I)
_EASTING = re.compile(r"(utm[ _-]?)?(e|east|easting|x)([ _-]?m)?", re.I)
_NORTHING = re.compile(r"(utm[ _-]?)?(n|north|northing|y)([ _-]?m)?", re.I)


def joined(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> List[Tuple[str, List[str]]]:
    """Return one or two columns (heading and cells) put together from the parts of a table; [] for none."""
    parts = _angle_parts(headings)
    if all(1 in parts[axis] and 0 in parts[axis] for axis in ("lat", "lon")):
        return [
            (
                title,
                [
                    " ".join(filter(None, (row[i] for _unit, i in sorted(parts[axis].items()))))
                    for row in rows
                ],
            )
            for axis, title in (("lat", "latitude (joined)"), ("lon", "longitude (joined)"))
        ]
    grid = _grid_columns(headings)
    if grid is None:
        return []
    return [("UTM (joined)", [_grid(row[grid[0]], row[grid[1]], row[grid[2]]) for row in rows])]


def _angle_parts(headings: Sequence[str]) -> Dict[str, Dict[int, int]]:
    """Return for each axis which column holds degrees (0), minutes (1), seconds (2), hemisphere (3)."""
    parts: Dict[str, Dict[int, int]] = {"lat": {}, "lon": {}}
    for index, heading in enumerate(headings):
        text = heading.strip().lower()
        glued = _GLUED.fullmatch(text)
        words = list(glued.groups()) if glued else _WORD.findall(text)
        axes = {_AXIS[word] for word in words if word in _AXIS}
        units = {_UNIT[word] for word in words if word in _UNIT}
        if len(words) == 2 and len(axes) == 1 and len(units) == 1:
            parts[axes.pop()].setdefault(units.pop(), index)
    return parts


def _grid_columns(headings: Sequence[str]) -> Optional[Tuple[int, int, int]]:
    found = []
    for pattern in (_ZONE, _EASTING, _NORTHING):
        index = next((i for i, text in enumerate(headings) if pattern.fullmatch(text.strip())), None)
        if index is None:
            return None
        found.append(index)
    return found[0], found[1], found[2]


def _grid(zone: str, easting: str, northing: str) -> str:
    if not (zone or easting or northing):
        return ""
    # A band letter is told from a hemisphere by the way Google Earth writes the metres.
    if re.fullmatch(r"\d{1,2}\s*[C-HJ-MP-X]", zone.strip(), re.I):
        return f"{zone} {easting}mE {northing}mN"
    return f"{zone} {easting} {northing}"
