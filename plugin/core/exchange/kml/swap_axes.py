# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Latitude and longitude the other way round, when the user has said so and never before."""

from __future__ import annotations

import re
from typing import Match

from .geometry import BadCoordinates, parse_point
from .records import Item

_COORDINATES = re.compile(r"<coordinates>\s*([^<,\s]+)\s*,\s*([^<,\s]+)\s*(,[^<\s]*)?\s*</coordinates>")


def swapped(item: Item) -> None:
    """Turn the coordinates of a point placemark round where they make sense only swapped.

    Its XML is changed with it, so that an export gives the same place.
    """
    if item.problem_code != "swapped" or item.kind != "Placemark":
        return
    found = _COORDINATES.findall(item.xml)
    if len(found) != 1:
        return
    try:
        position = parse_point(f"{found[0][1]},{found[0][0]}{found[0][2]}")
    except BadCoordinates:
        return
    item.xml = _COORDINATES.sub(_other_way_round, item.xml)
    item.geometry, item.problem, item.problem_code = ("Point", position), "", ""


def _other_way_round(found: Match[str]) -> str:
    return f"<coordinates>{found.group(2)},{found.group(1)}{found.group(3) or ''}</coordinates>"
