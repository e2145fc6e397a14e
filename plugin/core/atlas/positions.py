# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The little geodesy the store itself needs: how far apart two asserted points are."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Union

from ..model import Assertion, Site


@lru_cache(maxsize=1)
def _wgs84() -> Any:
    from pyproj import Geod  # 60 ms to import: only when two positions are compared

    return Geod(ellps="WGS84")


def lonlat(row: Union[Assertion, Site]) -> tuple[float, float]:
    """Return (lon, lat) in degrees of a row's ``POINT (lon lat)``."""
    lon, lat = (row.geom or "").partition("(")[2].rstrip(")").split()
    return float(lon), float(lat)


def distance_m(a: Assertion, b: Assertion) -> float:
    """Return the geodesic distance between two asserted points on WGS 84, in metres."""
    return _wgs84().inv(*lonlat(a), *lonlat(b))[2]


def disagree(a: Assertion, b: Assertion) -> bool:
    """Tell whether two points contradict each other.

    They do when one is entered as contradicting the other, or when they are further apart than both their
    accuracies together explain.
    """
    if a.contradicts == b.uuid or b.contradicts == a.uuid:
        return True
    return distance_m(a, b) > (a.accuracy_m or 0.0) + (b.accuracy_m or 0.0)
