# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Exact geodesics on an ellipsoid of revolution: the one place where a reported distance is computed.

The engine is GeographicLib's as carried by PROJ (``pyproj.Geod``; Karney 2013, Algorithms for geodesics,
J. Geodesy 87, 43-55), accurate to a few nanometres for every pair of points, near-antipodal ones included.
Longitudes and latitudes are degrees (longitudes of any turn), distances metres, azimuths degrees clockwise
from north in [0, 360).
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple

import numpy as np
from pyproj import Geod

from ..errors import AtlasError
from ..i18n import tr

Array = np.ndarray

LARGEST_RING_M = 10_000_000.0
"""Largest radius of a circle that we draw: up to a quarter of a meridian at most one pole is inside."""


class Inverse(NamedTuple):
    """Distance and azimuths of pairs of points, arrays of the broadcast shape.

    ``azimuth`` is that of the geodesic where it starts, ``final_azimuth`` where it ends (same direction of
    travel).  Both are NaN where the points coincide: no direction leads from a place to itself.
    """

    distance: Array
    azimuth: Array
    final_azimuth: Array

    @property
    def back_azimuth(self) -> Array:
        """The azimuth under which the second point sees the first."""
        return wrap_azimuth(self.final_azimuth + 180.0)


class Direct(NamedTuple):
    """Where geodesics end, arrays of the broadcast shape; longitudes in [-180, 180)."""

    lon: Array
    lat: Array
    final_azimuth: Array


@dataclass(frozen=True)
class Ellipsoid:
    """An ellipsoid of revolution: semi-major axis in metres and flattening (0 is a sphere)."""

    name: str = "WGS 84"
    semi_major: float = 6378137.0
    flattening: float = 1.0 / 298.257223563
    acronym: str = "EPSG:7030"

    def __post_init__(self) -> None:
        if not (math.isfinite(self.semi_major) and self.semi_major > 0 and -1.0 < self.flattening < 1.0):
            raise AtlasError(
                tr("Measure", "The ellipsoid “{name}” has no usable axes.").format(name=self.name),
                hint=tr("Measure", "Choose another ellipsoid in the project's properties."),
                detail=f"a = {self.semi_major}, f = {self.flattening}",
            )

    @property
    def semi_minor(self) -> float:
        """Semi-minor axis in metres."""
        return self.semi_major * (1.0 - self.flattening)

    @property
    def curvature_bounds(self) -> tuple[float, float]:
        """Smallest and largest radius of curvature of the ellipsoid in any direction, metres.

        The principal radii, of the meridian (M) and of the prime vertical (N), run monotonically between
        equator and pole, so that the extremes are among a(1-e2) (M at the equator), a (N at the equator)
        and a/sqrt(1-e2) (both at the pole).
        """
        one_minus_e2 = (1.0 - self.flattening) ** 2
        radii = (self.semi_major * one_minus_e2, self.semi_major, self.semi_major / math.sqrt(one_minus_e2))
        return min(radii), max(radii)

    def metres_per_degree(self, lat: float) -> tuple[float, float]:
        """Metres per degree of latitude and of longitude at ``lat`` (meridian and parallel)."""
        e2 = self.flattening * (2.0 - self.flattening)
        w2 = 1.0 - e2 * math.sin(math.radians(lat)) ** 2
        north = self.semi_major * (1.0 - e2) / w2**1.5
        east = self.semi_major / math.sqrt(w2) * math.cos(math.radians(lat))
        return math.radians(north), math.radians(east)


WGS84 = Ellipsoid()


@dataclass(frozen=True)
class Geodesic:
    """Geodesic computations on one ellipsoid, vectorised over arrays or scalars."""

    ellipsoid: Ellipsoid = WGS84
    _geod: Geod = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_geod", Geod(a=self.ellipsoid.semi_major, f=self.ellipsoid.flattening))

    def inverse(self, lon1: object, lat1: object, lon2: object, lat2: object) -> Inverse:
        """Return distance, azimuth and final azimuth from points 1 to points 2 (inputs broadcast).

        A NaN in any input gives NaN in all three results of that pair; a coordinate that is infinite or a
        latitude beyond a pole is an ``AtlasError`` that names the position in the input.
        """
        first, second = checked(lon1, lat1), checked(lon2, lat2)
        x1, y1, x2, y2 = np.broadcast_arrays(*first, *second)
        shape = x1.shape
        azimuth, back, distance = (np.atleast_1d(v) for v in self._geod.inv(*_flat(x1, y1, x2, y2)))
        azimuth, back = wrap_azimuth(azimuth), wrap_azimuth(back + 180.0)
        nowhere = ~(distance > 0.0)
        azimuth[nowhere] = back[nowhere] = np.nan
        return Inverse(distance.reshape(shape), azimuth.reshape(shape), back.reshape(shape))

    def distance(self, lon1: object, lat1: object, lon2: object, lat2: object) -> Array:
        """Return geodesic distances in metres (see ``inverse``)."""
        return self.inverse(lon1, lat1, lon2, lat2).distance

    def direct(self, lon: object, lat: object, azimuth: object, distance: object) -> Direct:
        """Return where geodesics of the given azimuth and length end (inputs broadcast, NaN gives NaN)."""
        x, y = checked(lon, lat)
        angle, length = np.asarray(azimuth, float), np.asarray(distance, float)
        x, y, angle, length = np.broadcast_arrays(x, y, angle, length)
        shape = x.shape
        end_x, end_y, back = (np.atleast_1d(v) for v in self._geod.fwd(*_flat(x, y, angle, length)))
        final = wrap_azimuth(back + 180.0)
        return Direct(wrap_longitude(end_x).reshape(shape), end_y.reshape(shape), final.reshape(shape))

    def path_lengths(self, lons: object, lats: object) -> Array:
        """Return the length of each segment of a path, metres (one fewer than its vertices)."""
        x, y = checked(lons, lats)
        if x.size < 2:
            return np.zeros(0)
        return self.distance(x[:-1], y[:-1], x[1:], y[1:])

    def area_and_perimeter(self, lons: object, lats: object) -> tuple[float, float]:
        """Return area in square metres (positive) and perimeter of a polygon with geodesic edges.

        Right across the antimeridian and around a pole; holes are rings of their own, to be subtracted.
        """
        x, y = checked(lons, lats)
        if x.size < 3:
            return 0.0, 0.0
        area, perimeter = self._geod.polygon_area_perimeter(x, y)
        return abs(float(area)), float(perimeter)


@lru_cache(maxsize=16)
def geodesic_on(ellipsoid: Ellipsoid = WGS84) -> Geodesic:
    """Return the (shared) engine of an ellipsoid."""
    return Geodesic(ellipsoid)


def checked(lon: object, lat: object) -> tuple[Array, Array]:
    """Return coordinates as float arrays; refuse infinities and latitudes beyond a pole, let NaN pass."""
    x, y = np.asarray(lon, dtype=float), np.asarray(lat, dtype=float)
    bad = np.isinf(x) if x.size else np.zeros(0, bool)
    if bad.any():
        raise _refused(tr("Measure", "longitude"), x, bad)
    bad = np.abs(y) > 90.0
    if bad.any():
        raise _refused(tr("Measure", "latitude"), y, bad)
    return x, y


def _flat(*values: Array) -> tuple[Any, Any, Any, Any]:
    """Return four arrays of one shape as pyproj takes them, in one dimension.

    A single pair goes as plain numbers: pyproj tries that first, and what NumPy warns of when an array of
    one element is taken for a number would reach the user's log panel.
    """
    a, b, c, d = (value.item() if value.size == 1 else value.ravel() for value in values)
    return a, b, c, d


def _refused(what: str, values: Array, bad: Array) -> AtlasError:
    position = int(np.flatnonzero(np.ravel(bad))[0])
    return AtlasError(
        tr("Measure", "The {what} {value} of point {position} is no place on the Earth.").format(
            what=what, value=f"{np.ravel(values)[position]:g}", position=position + 1
        ),
        hint=tr("Measure", "Are longitude and latitude swapped, or is the layer's CRS wrong?"),
    )


def wrap_longitude(lon: object) -> Array:
    """Return longitudes in [-180, 180)."""
    values = np.asarray(lon, dtype=float)
    inside = (values >= -180.0) & (values < 180.0)
    # Longitudes already in range pass untouched: the modulo would cost them their last digits.
    return np.where(inside, values, np.mod(values + 180.0, 360.0) - 180.0)


def wrap_azimuth(azimuth: object) -> Array:
    """Return azimuths in [0, 360)."""
    values = np.asarray(azimuth, dtype=float)
    wrapped = np.where((values >= 0.0) & (values < 360.0), values, np.mod(values, 360.0))
    return np.where(wrapped >= 360.0, 0.0, wrapped)
