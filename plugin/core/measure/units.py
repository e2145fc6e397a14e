# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Distances, areas and azimuths as text in metric, imperial or nautical units, and distances read from text.

Metres are the unit of everything computed; this is for what people see and type.  Definitions: international
foot 0.3048 m, statute mile 1609.344 m, nautical mile 1852 m, acre 4046.8564224 m2.
"""

from __future__ import annotations

import math
import re
from enum import Enum
from typing import Optional

from ..errors import AtlasError
from ..i18n import tr

METRES_PER = {
    "mm": 0.001, "cm": 0.01, "m": 1.0, "km": 1000.0,
    "in": 0.0254, "ft": 0.3048, "yd": 0.9144, "mi": 1609.344, "nmi": 1852.0,
}  # fmt: skip
SPELLINGS = {
    "": "m", "metre": "m", "metres": "m", "meter": "m", "meters": "m", "kilometre": "km", "kilometres": "km",
    "kilometer": "km", "kilometers": "km", "foot": "ft", "feet": "ft", "'": "ft", "′": "ft", "yard": "yd",
    "yards": "yd", "mile": "mi", "miles": "mi", "nm": "nmi", "sm": "nmi", "nautical mile": "nmi",
    "nautical miles": "nmi", "미터": "m", "킬로미터": "km",
}  # fmt: skip
SQUARE_METRES_PER = {
    "m²": 1.0, "ha": 10_000.0, "km²": 1e6,
    "ft²": 0.3048**2, "ac": 4046.8564224, "mi²": 1609.344**2, "nmi²": 1852.0**2,
}  # fmt: skip
NUMBER = re.compile(r"\s*([+-]?(?:\d[\d \u00a0\u202f,]*)?(?:\.\d*)?(?:[eE][+-]?\d+)?)\s*(.*?)\s*$", re.DOTALL)
PLAIN = re.compile(r"\+?(\d+|\d{1,3}(,\d{3})+|\d{1,3}([ \u00a0\u202f]\d{3})+)?(\.\d*)?([eE][+-]?\d+)?")


class System(str, Enum):
    """A system of units."""

    METRIC = "metric"
    IMPERIAL = "imperial"
    NAUTICAL = "nautical"


# (upper limit of the value in metres, unit, decimals) from small to large.
LENGTHS = {
    System.METRIC: ((1000.0, "m", 1), (math.inf, "km", 3)),
    System.IMPERIAL: ((1609.344, "ft", 1), (math.inf, "mi", 3)),
    System.NAUTICAL: ((math.inf, "nmi", 3),),
}
AREAS = {
    System.METRIC: ((10_000.0, "m²", 1), (1e6, "ha", 3), (math.inf, "km²", 3)),
    System.IMPERIAL: ((4046.8564224, "ft²", 0), (1609.344**2, "ac", 2), (math.inf, "mi²", 3)),
    System.NAUTICAL: ((math.inf, "nmi²", 4),),
}


def format_distance(metres: float, system: System = System.METRIC, decimals: Optional[int] = None) -> str:
    """Return a distance as text in the unit that suits its size; empty for NaN."""
    return _formatted(metres, LENGTHS[System(system)], METRES_PER, decimals)


def format_area(square_metres: float, system: System = System.METRIC, decimals: Optional[int] = None) -> str:
    """Return an area as text in the unit that suits its size; empty for NaN."""
    return _formatted(square_metres, AREAS[System(system)], SQUARE_METRES_PER, decimals)


def table_unit(system: System = System.METRIC) -> tuple[str, float]:
    """Return the one unit for a column of distances and its length in metres."""
    unit = {System.METRIC: "m", System.IMPERIAL: "mi", System.NAUTICAL: "nmi"}[System(system)]
    return unit, METRES_PER[unit]


def map_unit(system: System = System.METRIC) -> tuple[str, float]:
    """Return the unit in which distances on a map are typed and its length in metres."""
    unit = {System.METRIC: "km", System.IMPERIAL: "mi", System.NAUTICAL: "nmi"}[System(system)]
    return unit, METRES_PER[unit]


def format_azimuth(degrees: float, decimals: int = 2) -> str:
    """Return an azimuth as text; an em dash where there is none (a place from itself)."""
    if not math.isfinite(degrees):
        return "—"
    rounded = round(degrees % 360.0, decimals)
    return f"{0.0 if rounded >= 360.0 else rounded:.{decimals}f}°"


def _formatted(value: float, steps: tuple, factors: dict[str, float], decimals: Optional[int]) -> str:
    if value is None or math.isnan(value):
        return ""
    for limit, unit, usual in steps:
        places = usual if decimals is None else decimals
        amount = value / factors[unit]
        # 999.96 m would round up to "1,000.0 m": the next unit takes over.
        if abs(round(amount, places)) * factors[unit] < limit or math.isinf(limit):
            return f"{amount:,.{places}f} {unit}"
    return ""


def parse_distance(text: str) -> float:
    """Return metres for text such as ``20 km``, ``3.5 nmi``, ``1,200 ft`` or a bare number of metres.

    Raises AtlasError for anything else, negative or infinite values included.
    """
    number, unit = NUMBER.match(text).groups()  # type: ignore[union-attr]  # the pattern matches any text
    digits = number.strip()
    unit = unit.rstrip(".").lower()
    unit = SPELLINGS.get(unit, unit)
    if unit not in METRES_PER or not PLAIN.fullmatch(digits):
        raise _unread(text)
    try:
        metres = float(re.sub(r"[, \u00a0\u202f]", "", digits)) * METRES_PER[unit]
    except ValueError as error:
        raise _unread(text) from error
    if not math.isfinite(metres):
        raise _unread(text)
    return metres


def _unread(text: str) -> AtlasError:
    return AtlasError(
        tr("Measure", "“{text}” is not a distance.").format(text=text.strip()),
        hint=tr("Measure", "Write it like 20 km, 1500 m or 3.5 nmi."),
    )
