# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Geodesic rings: all places at one distance from a point, every vertex exact.

A ring is drawn in longitude and latitude.  One that crosses the antimeridian comes in two parts that meet on
it (the vertices there are on the ring as well); one with a pole inside is closed along the antimeridian and
the pole's parallel, so that the plane polygon holds what the ring holds.  Those closing vertices, at most
two, are the only ones that are not on the ring.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Optional

import numpy as np

from ..errors import AtlasError
from ..i18n import tr
from .geodesics import LARGEST_RING_M, WGS84, Array, Geodesic, geodesic_on

Part = list[tuple[float, float]]
SAGITTA_M = 0.5
"""How far the chord between two vertices may fall short of the ring, unless the caller says otherwise."""
FEWEST, MOST = 72, 3600


@dataclass(frozen=True)
class Ring:
    """A ring around (lon, lat), degrees; ``parts`` are closed lists of (lon, lat), one or two."""

    lon: float
    lat: float
    radius: float
    parts: list[Part]
    holds_pole: bool = False


def vertex_count(radius: float, sagitta: float = SAGITTA_M) -> int:
    """Return how many vertices keep chords within ``sagitta`` metres of the ring (a multiple of four).

    The chord over 2 pi / n falls short by r (1 - cos(pi / n)).
    """
    if radius <= sagitta:
        return FEWEST
    wanted = math.pi / math.acos(1.0 - sagitta / radius)
    return min(MOST, max(FEWEST, 4 * math.ceil(wanted / 4.0)))


def circle(
    lon: float, lat: float, radius: float, geodesic: Optional[Geodesic] = None, sagitta: float = SAGITTA_M
) -> tuple[Array, Array]:
    """Return the vertices of a ring, clockwise from north, not closed; longitudes in [-180, 180).

    Raises AtlasError unless 0 < radius <= 10,000 km.
    """
    if not 0.0 < radius <= LARGEST_RING_M:
        raise AtlasError(
            tr("Measure", "A ring of {radius} m cannot be drawn.").format(radius=f"{radius:g}"),
            hint=tr("Measure", "Give a radius above 0 and up to {most} m.").format(
                most=f"{LARGEST_RING_M:,.0f}"
            ),
        )
    if not (math.isfinite(lon) and math.isfinite(lat)):
        raise AtlasError(
            tr("Measure", "A ring needs a located centre."),
            hint=tr("Measure", "Leave out features without a point."),
        )
    azimuths = np.linspace(0.0, 360.0, vertex_count(radius, sagitta), endpoint=False)
    end = (geodesic or geodesic_on(WGS84)).direct(lon, lat, azimuths, radius)
    return end.lon, end.lat


def ring(
    lon: float, lat: float, radius: float, geodesic: Optional[Geodesic] = None, sagitta: float = SAGITTA_M
) -> Ring:
    """Return the ring as closed parts between -180 and 180 degrees (see the module)."""
    geodesic = geodesic or geodesic_on(WGS84)
    lons, lats = circle(lon, lat, radius, geodesic, sagitta)
    lons, lats, crossings = _with_crossings(lon, lat, radius, lons, lats, geodesic)
    if not crossings:
        return Ring(lon, lat, radius, [_closed(lons, lats)])
    if len(crossings) == 1:
        return Ring(lon, lat, radius, [_around_pole(lons, lats, crossings[0], lat)], holds_pole=True)
    first, second = crossings
    arcs = ((lons[first : second + 1], lats[first : second + 1]), _wrapped(lons, lats, second, first))
    return Ring(lon, lat, radius, [_closed(*_one_side(*arc)) for arc in arcs])


def parse_radii(text: str) -> list[float]:
    """Return the radii of ``1000, 2000`` (metres, or with units), ascending and without repeats."""
    from .units import parse_distance

    radii = {parse_distance(part) for part in text.replace(";", ",").split(",") if part.strip()}
    if not radii or min(radii) <= 0.0:
        raise AtlasError(
            tr("Measure", "“{text}” holds no radii above 0.").format(text=text),
            hint=tr("Measure", "Write them like 5000, 10000, 20000."),
        )
    return sorted(radii)


def _with_crossings(
    lon: float, lat: float, radius: float, lons: Array, lats: Array, geodesic: Geodesic
) -> tuple[Array, Array, list[int]]:
    """Insert the ring's exact vertices on the antimeridian; return where they are."""
    jumps = np.flatnonzero(np.abs(np.roll(lons, -1) - lons) > 180.0)
    out_lon, out_lat = list(lons), list(lats)
    places = []
    step = 360.0 / lons.size
    for shift, jump in enumerate(jumps):
        azimuth = _crossing(lon, lat, radius, jump * step, (jump + 1) * step, geodesic)
        end = geodesic.direct(lon, lat, azimuth, radius)
        place = int(jump) + 1 + shift
        out_lon.insert(place, 180.0)
        out_lat.insert(place, float(end.lat))
        places.append(place)
    return np.array(out_lon), np.array(out_lat), places


def _crossing(lon: float, lat: float, radius: float, low: float, high: float, geodesic: Geodesic) -> float:
    """Return the azimuth between two at which the ring meets the antimeridian (bisection)."""

    def side(azimuth: float) -> bool:
        return bool(geodesic.direct(lon, lat, azimuth, radius).lon < 0.0)

    start = side(low)
    for _ in range(60):
        middle = (low + high) / 2.0
        if side(middle) == start:
            low = middle
        else:
            high = middle
    return low


def _wrapped(lons: Array, lats: Array, start: int, end: int) -> tuple[Array, Array]:
    """Return the arc that leads from ``start`` over the end of the list to ``end``."""
    return np.concatenate([lons[start:], lons[: end + 1]]), np.concatenate([lats[start:], lats[: end + 1]])


def _one_side(lons: Array, lats: Array) -> tuple[Array, Array]:
    """Give the end points of an arc on the antimeridian the sign of the rest."""
    lons = lons.copy()
    lons[0] = lons[-1] = 180.0 if lons[len(lons) // 2] > 0.0 else -180.0
    return lons, lats


def _around_pole(lons: Array, lats: Array, crossing: int, centre_lat: float) -> Part:
    """Close a ring that holds a pole (the one nearer to its centre) along the antimeridian and over it."""
    lons, lats = _wrapped(lons, lats, crossing, crossing)
    lons = lons.copy()
    eastward = lons[1] < 0.0  # from the crossing it runs east when it is first in the far west
    lons[0], lons[-1] = (-180.0, 180.0) if eastward else (180.0, -180.0)
    pole = math.copysign(90.0, centre_lat)
    lons = np.concatenate([lons, [lons[-1], lons[0]]])
    return _closed(lons, np.concatenate([lats, [pole, pole]]))


def _closed(lons: Array, lats: Array) -> Part:
    points = list(zip(lons.tolist(), lats.tolist()))
    return points if points[0] == points[-1] else [*points, points[0]]
