# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Distances between every origin and every target, many millions of pairs per second.

Vincenty's scheme (Survey Review 23, 1975) in NumPy, within 0.1 mm of the exact geodesic everywhere (0.055 mm
measured over the globe, 0.01 mm within Korea):

* the series are Karney's (J. Geodesy 87, 2013, eqs. 15-25), carried to the powers that 0.01 mm needs;
* the longitude difference on the auxiliary sphere is found by one Newton step in single precision; what
  residual r it leaves goes into the distance by Clairaut's relation, ds / dlon = a sin(alpha0): a pair costs
  one arc tangent in each precision and no convergence test;
* pairs in the last 26 degrees before the antipode that left a noticeable residual are computed again by the
  exact engine, as are all pairs on ellipsoids flatter than any in use for the Earth.

Rows are worked off in blocks that stay in the processor's cache, on as many threads as there are processors.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import Callable, Optional

import numpy as np

from ..errors import Cancelled
from ..i18n import tr
from .geodesics import WGS84, Array, Ellipsoid, Geodesic, checked, geodesic_on

CACHED = 32768
"""Pairs to a block: enough that threads do not queue for the interpreter, few enough for the cache."""

PAIRS_PER_STREAM = 2_000_000
"""Pairs that ``stream`` holds at a time (16 MB)."""

FLATTEST = 1.0 / 250.0
NEAR_ANTIPODE, ANTIPODE = -0.9, -0.999
"""Cosines of the arc from which the residual is looked at, and from which all pairs are computed exactly."""
SETTLED = 3e-7
"""Residual (radians) up to which what Clairaut's relation leaves out is below 0.01 mm."""
TINY = 1e-30


@dataclass(frozen=True)
class Series:
    """Coefficients of the geodesic series as polynomials of cos^2(alpha0), ascending powers."""

    semi_major: float
    longitude: Array
    longitude_1: Array
    longitude_2: Array
    length: Array
    length_1: Array
    length_2: Array
    length_3: Array

    @classmethod
    def of(cls, ellipsoid: Ellipsoid) -> Series:
        """Return the series of an ellipsoid (Karney 2013: A3 and C3 eqs. 24-25, A1 and C1 eqs. 17-18)."""
        f = ellipsoid.flattening
        n, e2 = f / (2.0 - f), (1.0 - (1.0 - f) ** 2) / (1.0 - f) ** 2
        # Karney's epsilon as a series of k^2 = e'^2 cos^2(alpha0); a factor 2 comes from
        # sin(2 l s2) - sin(2 l s1) = 2 cos(l (s1 + s2)) sin(l (s2 - s1)).
        epsilon = np.array([0.0, e2 / 4, -(e2**2) / 8, 5 * e2**3 / 64, -7 * e2**4 / 128])

        def expand(*coefficients: float) -> Array:
            return _compose(coefficients, epsilon)

        a3 = expand(1, (n - 1) / 2, -(1 / 4 + n / 8 - 3 * n * n / 8), -(1 + 3 * n) / 16)
        a1 = _product(expand(1, 0, 1 / 4, 0, 1 / 64), expand(1, 1, 1, 1, 1))
        return cls(
            semi_major=ellipsoid.semi_major,
            longitude=f * a3[:3],
            longitude_1=2 * expand(0, (1 - n) / 4, (1 - n * n) / 8)[1:3],
            longitude_2=4 * expand(0, 0, 1 / 16 - 3 * n / 32 + n * n / 32)[2:3],
            length=ellipsoid.semi_minor * a1,
            length_1=2 * expand(0, -1 / 2, 0, 3 / 16)[1:],
            length_2=4 * expand(0, 0, -1 / 16, 0, 1 / 32)[2:],
            length_3=2 * expand(0, 0, 0, -1 / 48)[3:4],
        )


@dataclass(frozen=True)
class Nodes:
    """What a point brings to its pairs: its unit vector, by longitude and reduced latitude."""

    lon: Array
    lat: Array
    x: Array
    y: Array
    z: Array

    @classmethod
    def of(cls, lon: object, lat: object, ellipsoid: Ellipsoid) -> Nodes:
        """Return the nodes of points in degrees."""
        lon, lat = (np.ravel(values) for values in checked(lon, lat))
        phi, lam = np.radians(lat), np.radians(lon)
        across, up = np.cos(phi), (1.0 - ellipsoid.flattening) * np.sin(phi)
        norm = np.hypot(across, up)
        across /= norm
        return cls(lon, lat, across * np.cos(lam), across * np.sin(lam), up / norm)

    def rows(self, start: int, stop: int) -> Nodes:
        """Return some of the points as a column, to be paired with a row of others."""
        part = slice(start, stop)
        values = (self.lon, self.lat, self.x, self.y, self.z)
        return Nodes(*(value[part, None] for value in values))

    def columns(self, start: int, stop: int) -> Nodes:
        """Return some of the points as a row."""
        part = slice(start, stop)
        values = (self.lon, self.lat, self.x, self.y, self.z)
        return Nodes(*(value[None, part] for value in values))

    def __len__(self) -> int:
        return int(self.lon.size)


class DistanceMatrix:
    """Distances in metres between origins and targets, computed row by row when asked for.

    A point with a NaN coordinate has NaN distances.
    """

    def __init__(
        self,
        origins: tuple[object, object],
        targets: tuple[object, object],
        geodesic: Optional[Geodesic] = None,
    ) -> None:
        self.geodesic = geodesic or geodesic_on(WGS84)
        ellipsoid = self.geodesic.ellipsoid
        self.origins = Nodes.of(*origins, ellipsoid)
        self.targets = Nodes.of(*targets, ellipsoid)
        self._series = Series.of(ellipsoid)
        self._exact = abs(ellipsoid.flattening) > FLATTEST
        self.shape = (len(self.origins), len(self.targets))

    def rows(self, start: int, stop: int) -> Array:
        """Return the distances of origins ``start`` to ``stop``, shape (stop - start, targets)."""
        out = np.empty((max(min(stop, self.shape[0]) - start, 0), self.shape[1]))
        threads = os.cpu_count() or 1
        if out.size <= 4 * CACHED or threads == 1:
            self._span(start, 0, out.shape[0], out)
            return out
        edges = np.linspace(0, out.shape[0], threads + 1).astype(int)
        with ThreadPoolExecutor(threads) as pool:
            for task in [pool.submit(self._span, start, *span, out) for span in zip(edges[:-1], edges[1:])]:
                task.result()
        return out

    def stream(
        self, canceled: Callable[[], bool] = bool, progress: Callable[[float], object] = float
    ) -> Iterator[tuple[int, Array]]:
        """Yield (first row, distances) from top to bottom, never more than some 16 MB at a time.

        ``canceled`` is asked before each part (then ``Cancelled`` is raised), ``progress`` is told the
        share done, in percent.
        """
        rows, columns = self.shape
        step = max(1, PAIRS_PER_STREAM // max(columns, 1))
        for start in range(0, rows, step):
            if canceled():
                raise Cancelled(tr("Measure", "The distance matrix"))
            yield start, self.rows(start, start + step)
            progress(100.0 * min(start + step, rows) / rows)

    def _span(self, offset: int, low: int, high: int, out: Array) -> None:
        """Fill rows ``low`` to ``high`` of ``out``; row 0 belongs to origin ``offset``."""
        columns = self.shape[1]
        width = min(columns, CACHED)
        height = max(1, CACHED // max(width, 1))
        scratch = Scratch(width * height)
        for left in range(0, columns, max(width, 1)):
            targets = self.targets.columns(left, left + width)
            for top in range(low, high, height):
                bottom = min(top + height, high)
                origins = self.origins.rows(offset + top, offset + bottom)
                self._block(origins, targets, scratch, out[top:bottom, left : left + width])

    def _block(self, origins: Nodes, targets: Nodes, scratch: Scratch, out: Array) -> None:
        if self._exact:
            again = np.ones(out.shape, bool)
        else:
            again = block_distances(origins, targets, self._series, scratch, out)
        if again.any():
            row, column = np.nonzero(again)
            out[row, column] = self.geodesic.distance(
                origins.lon[row, 0], origins.lat[row, 0], targets.lon[0, column], targets.lat[0, column]
            )


class Scratch:
    """Buffers of one thread, so that no block allocates."""

    def __init__(self, size: int) -> None:
        self._double = np.empty((14, size))
        self._single = np.empty((10, size), np.float32)

    def arrays(self, shape: tuple[int, ...]) -> tuple[list[Array], list[Array]]:
        """Return the buffers of double and of single precision in the shape of a block."""
        size = shape[0] * shape[1]
        doubles = [buffer[:size].reshape(shape) for buffer in self._double]
        return doubles, [buffer[:size].reshape(shape) for buffer in self._single]


def block_distances(origins: Nodes, targets: Nodes, series: Series, scratch: Scratch, out: Array) -> Array:
    """Write the distances of a block to ``out``; return where they have to be computed exactly."""
    block = _Block(origins, targets, series, scratch, out.shape)
    # Beside antipodes the Newton step may overflow: such pairs are among those computed again.
    with np.errstate(over="ignore", invalid="ignore", divide="ignore"):
        correction = block.first_correction()
        block.turn(correction)
        return block.distances(correction, out)


class _Block:
    """The geodesics of a block of pairs on the auxiliary sphere of reduced latitudes.

    chord2: squared chord; p, q: cos b1 cos b2 times sine and cosine of the longitude difference; sines:
    sin b1 sin b2.  In the series, sin_a is the sine of the azimuth at the equator (alpha0), t its cosine
    squared, and w = t cos(2 sigma_m), a form that needs no division on equatorial geodesics.
    """

    def __init__(
        self, origins: Nodes, targets: Nodes, series: Series, scratch: Scratch, shape: tuple[int, ...]
    ) -> None:
        doubles, self.single = scratch.arrays(shape)
        self.chord2, self.p, self.q, self.sines, *self.rest = doubles
        self.series = series
        u = self.rest[0]
        np.subtract(origins.x, targets.x, out=self.chord2)
        self.chord2 *= self.chord2
        for name in ("y", "z"):
            np.subtract(getattr(origins, name), getattr(targets, name), out=u)
            u *= u
            self.chord2 += u
        np.multiply(origins.x, targets.y, out=self.p)
        self.p -= np.multiply(origins.y, targets.x, out=u)
        np.multiply(origins.x, targets.x, out=self.q)
        self.q += np.multiply(origins.y, targets.y, out=u)
        np.multiply(origins.z, targets.z, out=self.sines)

    def first_correction(self) -> Array:
        """Return by how much the sphere's longitude difference exceeds the given one: one Newton step.

        Single precision will do: what is left of the error is made good to first order in ``distances``.
        """
        arc, sin_arc, cos_arc, sin_a, t, w, q, p, u, v = self.single
        s = self.series
        np.copyto(u, self.chord2, casting="same_kind")
        np.copyto(p, self.p, casting="same_kind")
        np.copyto(q, self.q, casting="same_kind")
        np.copyto(w, self.sines, casting="same_kind")
        _arc(u, sin_arc, cos_arc, arc, v)
        sin_arc += np.float32(TINY)
        np.divide(p, sin_arc, out=sin_a)
        np.multiply(sin_a, sin_a, out=v)
        np.subtract(np.float32(1.0), v, out=t)
        # The slope of f sin(alpha0) arc: f (sin^2(alpha0) + (q - sin^2(alpha0) cos(arc)) arc / sin(arc)).
        np.multiply(v, cos_arc, out=u)
        np.subtract(q, u, out=u)
        u /= sin_arc
        u *= arc
        u += v
        u *= np.float32(-s.longitude[0])
        u += np.float32(1.0)
        w *= np.float32(-2.0)
        w += np.multiply(t, cos_arc, out=v)
        w *= sin_arc
        w *= np.float32(s.longitude_1[0])
        w += arc
        t *= np.float32(s.longitude[1])
        t += np.float32(s.longitude[0])
        w *= t
        w *= sin_a
        w /= u
        correction = self.rest[1]
        np.copyto(correction, w)
        return correction

    def turn(self, d: Array) -> None:
        """Turn the longitude difference by the small angle ``d`` (polynomials good to 1e-12)."""
        u, _, sine, versed = self.rest[:4]
        p, q = self.p, self.q
        np.multiply(d, d, out=u)
        np.multiply(u, -1.0 / 24.0, out=versed)
        versed += 0.5
        versed *= u
        u *= -1.0 / 6.0
        u += 1.0
        np.multiply(u, d, out=sine)
        across, along = self.rest[4], self.rest[5]
        np.multiply(p, sine, out=across)
        np.multiply(q, sine, out=along)
        np.multiply(p, versed, out=u)
        versed *= q
        p -= u
        p += along
        q -= versed
        q -= across
        # The squared chord grows by 2 (q (1 - cos d) + p sin d).
        versed += across
        versed *= 2.0
        self.chord2 += versed

    def distances(self, correction: Array, out: Array) -> Array:
        """Write the distances, metres; return where they are not good enough."""
        u, _, sin_arc, cos_arc, arc, sin_a, t, w, h, v = self.rest
        s = self.series
        squared = _arc(self.chord2, sin_arc, cos_arc, arc, u)
        np.maximum(sin_arc, TINY, out=v)
        np.divide(self.p, v, out=sin_a)
        np.multiply(sin_a, sin_a, out=t)
        np.subtract(1.0, t, out=t)
        self._harmonics(squared)
        residual = self._residual(correction)
        # Where the sphere's longitude is off by the residual r, the geodesic found ends r sin-wise short: by
        # Clairaut ds/dlon = a sin(alpha0), so that the distance is corrected without another turn.
        np.multiply(sin_a, residual, out=v)
        v *= s.semi_major
        np.multiply(_horner(s.length_1, t, u), w, out=self.p)
        self.p += arc
        self.p += np.multiply(_horner(s.length_2, t, u), h, out=self.q)
        self.p += self.sines
        np.multiply(_horner(s.length, t, u), self.p, out=out)
        out += v
        np.abs(residual, out=residual)
        far = ~(cos_arc >= NEAR_ANTIPODE)
        return far & ~((residual <= SETTLED) & (cos_arc > ANTIPODE))

    def _harmonics(self, squared: Array) -> None:
        """Prepare the harmonics: w = t cos(2 sigma_m) sin(arc), h and, in ``sines``, the third one.

        h = t^2 cos(4 sigma_m) sin(2 arc) / 2; the third is its coefficient t^3 cos(6 sigma_m) sin(3 arc).
        """
        u, _, sin_arc, cos_arc, _, _, t, w, h, v = self.rest
        np.multiply(self.sines, -2.0, out=w)
        w += np.multiply(t, cos_arc, out=u)
        np.multiply(w, w, out=h)
        h *= 2.0
        np.multiply(t, t, out=u)
        h -= u
        np.multiply(h, 2.0, out=v)
        v -= u
        h *= sin_arc
        h *= cos_arc
        w *= sin_arc
        squared *= -4.0
        squared += 3.0
        squared *= self.series.length_3[0]
        squared *= v
        np.multiply(squared, w, out=self.sines)

    def _residual(self, correction: Array) -> Array:
        """Return what the longitude integral still differs by from the correction made."""
        u, _, _, _, arc, sin_a, t, w, h, v = self.rest
        s, p = self.series, self.p
        np.multiply(_horner(s.longitude_1, t, u), w, out=p)
        p += arc
        p += np.multiply(h, s.longitude_2[0], out=v)
        p *= _horner(s.longitude, t, u)
        p *= sin_a
        np.subtract(p, correction, out=correction)
        return correction


def _arc(chord2: Array, sin_arc: Array, cos_arc: Array, arc: Array, scratch: Array) -> Array:
    """Write sine, cosine and the arc itself from squared chords; return (in chord2) the sine squared."""
    one, half, quarter = (chord2.dtype.type(value) for value in (1.0, -0.5, -0.25))
    np.multiply(chord2, half, out=cos_arc)
    cos_arc += one
    np.multiply(chord2, quarter, out=scratch)
    scratch += one
    np.maximum(scratch, 0, out=scratch)
    chord2 *= scratch
    np.sqrt(chord2, out=sin_arc)
    # tan(arc / 2) = sin(arc) / (1 + cos(arc)) = sin(arc) / (2 (1 - chord^2 / 4))
    scratch += scratch
    scratch += chord2.dtype.type(TINY)
    np.divide(sin_arc, scratch, out=arc)
    np.arctan(arc, out=arc)
    arc += arc
    return chord2


def _horner(coefficients: Array, t: Array, out: Array) -> Array:
    """Write the polynomial in ``t`` with these ascending coefficients to ``out`` and return it."""
    np.multiply(t, coefficients[-1], out=out)
    for coefficient in coefficients[-2:0:-1]:
        out += coefficient
        out *= t
    out += coefficients[0]
    return out


def _product(a: Array, b: Array) -> Array:
    return np.convolve(a, b)[: a.size]


def _compose(coefficients: Sequence[float], inner: Array) -> Array:
    """Return the series sum(c_i inner^i), cut at the length of ``inner``."""
    total, power = np.zeros(inner.size), np.eye(1, inner.size)[0]
    for coefficient in coefficients:
        total += coefficient * power
        power = _product(power, inner)
    return total
