# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""How large a thing of a category is: how far apart two points of it may be."""

from __future__ import annotations

COMPOUND_M = 1000.0
"""How far apart two points of one compound may be."""
BATTERY_M = 100.0
"""The same for what fits on one plot: a battery, a radar, a fuel station."""

_LIMITS = (
    (BATTERY_M, "air_defence_aaa air_defence_sam radar artillery coastal_battery fuel_station lighthouse"),
    (
        250.0,
        "market hotel museum_theatre school heritage police government hospital_medical waterpark stadium",
    ),
    (500.0, "railway_station road_bridge broadcast university military_university research_institute"),
    (2000.0, "airbase airfield port mine agriculture power_hydro"),
    (3000.0, "place district"),
    (float("inf"), "river"),
)
LIMIT_M = {category: limit for limit, names in _LIMITS for category in names.split()}


def limit_of(category: str) -> float:
    """Return how many metres two points of one thing may be apart (a compound's, unless it is known)."""
    return LIMIT_M.get(category, COMPOUND_M)
