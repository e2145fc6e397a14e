# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The k nearest of N sites, or all within a radius: the true geodesic set, in well under a millisecond.

Why the set is exact.  Geodetic longitude and latitude, read as a position on the unit sphere, map the
ellipsoid to the sphere.  There a step of the meridian is M dphi against dphi and one of the parallel
N cos(phi) dlambda against cos(phi) dlambda, so a curve of angular length t on the sphere has a length on the
ellipsoid between r t and R t, with r and R the smallest and largest of all radii of curvature M and N.
Hence, for two points with geodesic distance s and great-circle angle t (shortest curves on either side),

    r t <= s <= R t.

Let t_k be the k-th smallest angle from the origin.  The k sites behind it have s <= R t_k, so each of the
true k nearest has r t <= s <= R t_k, that is t <= (R / r) t_k, 1.01 t_k on WGS 84.  Likewise s <= radius
implies t <= radius / r.  Every site within these angles is measured exactly; no other can be in the answer.
``ROUNDING`` covers the floating-point error of the angles.

Why it is fast.  The sites are cut into rows of equally many sites by latitude, and each row is sorted by
longitude, so that a window of a row is one slice found by bisection.  Rows adapt to any clustering, need
nothing but NumPy, and are built with two sorts.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Any, Optional

import numpy as np

from ..errors import AtlasError
from ..i18n import tr
from .geodesics import WGS84, Array, Geodesic, checked, geodesic_on, wrap_azimuth, wrap_longitude

ROUNDING = 1e-9
"""Angle (radians, 6 mm on the ground) by which every window is widened.

Unit vectors are rounded to 1.1e-16, chords of small angles to some 2e-16, keys to 1e-12 of a row.
"""

ROW_SITES = 1500
"""Sites to a row, about; at 1,000,000 sites anything from 700 to 3,000 is within a fifth of the best."""


@dataclass(frozen=True)
class Hits:
    """Sites found from one origin, nearest first; ties by position in the input.

    ``index`` are positions in the arrays that the index was made of, ``distance`` metres, ``azimuth`` and
    ``final_azimuth`` degrees along the way from the origin to the site (NaN where they coincide).
    """

    index: Array
    distance: Array
    azimuth: Array
    final_azimuth: Array

    def __len__(self) -> int:
        return int(self.index.size)

    @property
    def back_azimuth(self) -> Array:
        """Azimuth from each site back to the origin."""
        return wrap_azimuth(self.final_azimuth + 180.0)

    def first(self, count: int) -> Hits:
        """Return the nearest ``count`` of the hits."""
        return self.take(slice(count))

    def take(self, which: Any) -> Hits:
        """Return a part of the hits (slice, mask or positions)."""
        return Hits(self.index[which], self.distance[which], self.azimuth[which], self.final_azimuth[which])


class NearestIndex:
    """Geodesic neighbours among points given by longitude and latitude arrays (degrees).

    Points with a NaN coordinate (unlocated sites) are left out; positions keep counting them.
    """

    def __init__(self, lon: object, lat: object, geodesic: Optional[Geodesic] = None) -> None:
        self.geodesic = geodesic or geodesic_on(WGS84)
        lon, lat = checked(lon, lat)
        located = np.flatnonzero(np.isfinite(lon) & np.isfinite(lat))
        by_lat = located[np.argsort(lat[located], kind="stable")]
        count = by_lat.size
        rows = max(1, round(count / ROW_SITES))
        row = np.arange(count) * rows // max(count, 1)
        # One ascending key over all rows: the row, and how far around the Earth within it.
        key = row + _turn(lon[by_lat])
        order = np.argsort(key, kind="stable")
        self._order = by_lat[order]
        self._key = key[order]
        self._lon, self._lat = lon[self._order], lat[self._order]
        self._xyz = _unit(self._lon, self._lat)
        starts = np.searchsorted(row, np.arange(rows))
        sorted_lat = np.radians(lat[by_lat])
        self._row_south = sorted_lat[starts] if count else np.zeros(0)
        self._row_north = sorted_lat[np.append(starts[1:], count) - 1] if count else np.zeros(0)
        smallest, largest = self.geodesic.ellipsoid.curvature_bounds
        self._smallest_radius, self._stretch = smallest, largest / smallest

    def __len__(self) -> int:
        """Return how many points are located."""
        return int(self._key.size)

    def nearest(self, lon: float, lat: float, k: int, accept: Optional[Array] = None) -> Hits:
        """Return the ``k`` geodesically nearest points, fewer if there are no more.

        ``accept``: boolean array over the input; only points where it is true count.
        """
        lon, lat = _origin(lon, lat)
        if k < 1 or not len(self):
            return _measured(self.geodesic, lon, lat, self._order[:0], self._lon[:0], self._lat[:0])
        origin = _unit(lon, lat)
        bound = self._upper_bound(lon, lat, origin, k, accept)
        places = self._window(lon, lat, min(bound * self._stretch + ROUNDING, math.pi), accept)
        angles = _angles(self._xyz[places], origin)
        if places.size > k:
            kth = np.partition(angles, k - 1)[k - 1]
            places = places[angles <= kth * self._stretch + ROUNDING]
        return self._exact(lon, lat, places).first(k)

    def within(self, lon: float, lat: float, radius: float, accept: Optional[Array] = None) -> Hits:
        """Return all points at most ``radius`` metres away."""
        lon, lat = _origin(lon, lat)
        hits = self._exact(lon, lat, self._candidates(lon, lat, radius, accept))
        return hits.first(int(np.searchsorted(hits.distance, radius, side="right")))

    def count_within(self, lon: float, lat: float, radius: float, accept: Optional[Array] = None) -> int:
        """Return how many points lie at most ``radius`` metres away; only the doubtful ones are measured."""
        sure, near = self._members(*_origin(lon, lat), radius, accept)
        return int(sure.size + near.size)

    def members_within(self, lon: float, lat: float, radius: float, accept: Optional[Array] = None) -> Array:
        """Return the positions of all points at most ``radius`` metres away, in no order and unmeasured."""
        return self._order[np.concatenate(self._members(*_origin(lon, lat), radius, accept))]

    def _members(self, lon: float, lat: float, radius: float, accept: Optional[Array]) -> tuple[Array, Array]:
        """Return the places that their angle alone puts inside, and those that had to be measured."""
        places = self._candidates(lon, lat, radius, accept)
        angles = _angles(self._xyz[places], _unit(lon, lat))
        largest = self._smallest_radius * self._stretch
        unsure = angles * largest > radius - ROUNDING * largest
        doubtful = places[unsure]
        near = self.geodesic.distance(lon, lat, self._lon[doubtful], self._lat[doubtful]) <= radius
        return places[~unsure], doubtful[near]

    def _candidates(self, lon: float, lat: float, radius: float, accept: Optional[Array]) -> Array:
        if not radius >= 0.0:
            raise AtlasError(
                tr("Measure", "The radius {radius} m is not a distance.").format(radius=f"{radius:g}"),
                hint=tr("Measure", "Give a radius of 0 m or more."),
            )
        angle = min(radius / self._smallest_radius + ROUNDING, math.pi)
        places = self._window(lon, lat, angle, accept)
        angles = _angles(self._xyz[places], _unit(lon, lat))
        return places[angles <= angle]

    def _upper_bound(self, lon: float, lat: float, origin: Array, k: int, accept: Optional[Array]) -> float:
        """Return an angle that holds at least ``k`` accepted points (pi if there are fewer)."""
        middle = int(np.clip(np.searchsorted(self._row_south, math.radians(lat), "right") - 1, 0, None))
        turn, reach, rows = float(_turn(lon)), 2 * k, 1
        while True:
            near = np.arange(max(0, middle - rows), min(self._row_south.size, middle + rows + 1))
            place = np.searchsorted(self._key, near + turn)
            starts, ends = np.maximum(place - reach, 0), np.minimum(place + reach, len(self))
            seeds = np.unique(_ranges(starts, ends))
            if accept is not None:
                seeds = seeds[accept[self._order[seeds]]]
            if seeds.size >= k:
                return float(np.partition(_angles(self._xyz[seeds], origin), k - 1)[k - 1])
            if reach >= len(self):
                return math.pi
            reach, rows = 8 * reach, 3 * rows

    def _window(self, lon: float, lat: float, angle: float, accept: Optional[Array]) -> Array:
        """Return places (sorted order) of the accepted points in the box around a cap of this angle."""
        phi = math.radians(lat)
        first = int(np.searchsorted(self._row_north, phi - angle, "left"))
        last = int(np.searchsorted(self._row_south, phi + angle, "right"))
        rows = np.arange(first, max(first, last))
        bounds = [
            np.searchsorted(self._key, [rows + low, rows + high], "left")
            for low, high in _turns(lon, phi, angle)
        ]
        places = np.concatenate([_ranges(starts, ends) for starts, ends in bounds])
        return places if accept is None else places[accept[self._order[places]]]

    def _exact(self, lon: float, lat: float, places: Array) -> Hits:
        return _measured(self.geodesic, lon, lat, self._order[places], self._lon[places], self._lat[places])


def _measured(geodesic: Geodesic, lon: float, lat: float, index: Array, lons: Array, lats: Array) -> Hits:
    found = geodesic.inverse(lon, lat, lons, lats)
    order = np.lexsort((index, found.distance))
    return Hits(index[order], found.distance[order], found.azimuth[order], found.final_azimuth[order])


def _origin(lon: float, lat: float) -> tuple[float, float]:
    x, y = checked(float(lon), float(lat))
    if not (np.isfinite(x) and np.isfinite(y)):
        raise AtlasError(
            tr("Measure", "The origin has no coordinates."),
            hint=tr("Measure", "Pick a point or type a coordinate."),
        )
    return float(x), float(y)


def _unit(lon: object, lat: object) -> Array:
    """Return unit vectors, shape (..., 3), of geodetic positions in degrees."""
    lam, phi = np.radians(np.asarray(lon, float)), np.radians(np.asarray(lat, float))
    return np.stack([np.cos(phi) * np.cos(lam), np.cos(phi) * np.sin(lam), np.sin(phi)], axis=-1)


def _angles(vectors: Array, origin: Array) -> Array:
    """Return great-circle angles (radians) from chords, which keep their digits where angles are small."""
    chords = np.sqrt(np.square(vectors - origin).sum(axis=-1))
    return 2.0 * np.arcsin(np.minimum(chords / 2.0, 1.0))


def _turn(lon: object) -> Array:
    """Return longitudes as parts of a turn, in [0, 1)."""
    return np.minimum((wrap_longitude(lon) + 180.0) / 360.0, 1.0 - 1e-9)


def _turns(lon: float, phi: float, angle: float) -> list[tuple[float, float]]:
    """Return the one or two spans of turns that a cap of this angle covers.

    The meridians that touch a cap lie at sin(dlambda) = sin(angle) / cos(phi); a cap over a pole has none.
    """
    if abs(phi) + angle >= math.pi / 2.0 - 1e-12:
        return [(0.0, 1.0)]
    half = math.asin(min(1.0, math.sin(angle) / math.cos(phi))) / (2.0 * math.pi) + 2e-9
    if half >= 0.5:
        return [(0.0, 1.0)]
    middle = float(_turn(lon))
    low, high = middle - half, middle + half
    if low < 0.0:
        return [(0.0, high), (1.0 + low, 1.0)]
    if high > 1.0:
        return [(0.0, high - 1.0), (low, 1.0)]
    return [(low, high)]


def _ranges(starts: Array, ends: Array) -> Array:
    """Return the concatenation of ``arange(start, end)`` of every pair."""
    lengths = np.maximum(ends - starts, 0)
    total = int(lengths.sum())
    shifts = np.repeat(starts - (np.cumsum(lengths) - lengths), lengths)
    return shifts + np.arange(total)
