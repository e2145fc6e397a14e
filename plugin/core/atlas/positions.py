# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""What a site takes from the positions that are asserted of it, and the surroundings of a city."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING, Optional

from ..errors import AtlasError
from .model import Assertion, City, Site, Use
from .store.blob import LonLat, lonlat

if TYPE_CHECKING:
    from pyproj import Geod

Box = tuple[float, float, float, float]
"""West, south, east, north in degrees."""


@lru_cache(maxsize=1)
def _wgs84() -> Geod:
    from pyproj import Geod  # 60 ms to import: only when two positions are compared

    return Geod(ellps="WGS84")


def distance_m(a: Assertion, b: Assertion) -> float:
    """Return the geodesic distance between two asserted points on WGS 84, in metres."""
    return _wgs84().inv(*lonlat(a.geom), *lonlat(b.geom))[2]


def disagree(a: Assertion, b: Assertion) -> bool:
    """Tell whether two points contradict each other.

    They do when one is entered as contradicting the other, or when they are further apart than both their
    accuracies together explain.
    """
    if a.contradicts == b.uuid or b.contradicts == a.uuid:
        return True
    return distance_m(a, b) > (a.accuracy_m or 0.0) + (b.accuracy_m or 0.0)


def place(site: Site, located: list[Assertion]) -> None:
    """Set what a site takes from its located assertions (all of them of this site).

    Positions marked "do not show" do not count as disagreeing (``disagree`` says what does).
    """
    chosen = next((a for a in located if a.chosen), None)
    site.geom = chosen.geom if chosen else None
    site.accuracy_m = chosen.accuracy_m if chosen else None
    site.source_uuid = chosen.source_uuid if chosen else None
    apart = [
        distance_m(chosen, other)
        for other in located
        if chosen and other is not chosen and other.use != Use.DO_NOT_SHOW.value and disagree(chosen, other)
    ]
    site.conflicts = len(apart)
    site.conflict_m = round(max(apart), 2) if apart else None


def downtown(city: City) -> Optional[LonLat]:
    """Return a city's point, None when it has none that can be read."""
    try:
        return lonlat(city.geom)
    except AtlasError:
        return None


def surroundings(city: City) -> Optional[Box]:
    """Return the surroundings of a city, None when it has none that can be read."""
    try:
        west, south, east, north = (float(side) for side in (city.surroundings or "").split(","))
    except ValueError:
        return None
    sound = all(map(math.isfinite, (west, south, east, north))) and west <= east and south <= north
    return (west, south, east, north) if sound else None


def is_around(city: City, lon: float, lat: float) -> bool:
    """Tell whether a place lies in the surroundings of a city."""
    box = surroundings(city)
    return box is not None and box[0] <= lon <= box[2] and box[1] <= lat <= box[3]
