# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""All pairs of points that are close to each other, without comparing every point with every other."""

from __future__ import annotations

import numpy as np

from .geodesics import WGS84, Array, geodesic_on

_HALF = [
    (x, y, z) for x in (-1, 0, 1) for y in (-1, 0, 1) for z in (-1, 0, 1) if (x, y, z) > (0, 0, 0)
]  # fmt: skip
"""The cells around a cell, of each opposite two only one."""
_SPAN = 1 << 21


def close_pairs(lon: Array, lat: Array, radius: float) -> tuple[Array, Array, Array]:
    """Return positions i < j and the geodesic distance (m, WGS 84) of all pairs at most ``radius`` apart.

    Points with NaN are left out.  Points fall into cubes as large as the radius, in geocentric coordinates
    on WGS 84, so that partners lie in the same cube or a neighbouring one, poles and antimeridian included
    (a chord is never longer than the geodesic); what is left is measured exactly.  The radius is at least
    7 m, at which 2^21 cubes span the Earth.
    """
    cell = max(radius, 7.0)
    used = np.flatnonzero(np.isfinite(lon) & np.isfinite(lat))
    xyz = _geocentric(lon[used], lat[used])
    cubes = np.floor(xyz / cell).astype(np.int64) + _SPAN // 2
    key = (cubes[:, 0] * _SPAN + cubes[:, 1]) * _SPAN + cubes[:, 2]
    order = np.argsort(key, kind="stable")
    key, xyz, used = key[order], xyz[order], used[order]
    firsts, seconds = [], []
    for step in [(0, 0, 0), *_HALF]:
        offset = (step[0] * _SPAN + step[1]) * _SPAN + step[2]
        a, b = _partners(key, offset)
        near = np.square(xyz[a] - xyz[b]).sum(axis=1) <= radius * radius * (1.0 + 1e-9) + 1e-6
        firsts.append(used[a[near]])
        seconds.append(used[b[near]])
    first, second = np.concatenate(firsts), np.concatenate(seconds)
    i, j = np.minimum(first, second), np.maximum(first, second)
    distance = geodesic_on().distance(lon[i], lat[i], lon[j], lat[j])
    kept = distance <= radius
    i, j, distance = i[kept], j[kept], distance[kept]
    sorted_ = np.lexsort((j, i))
    return i[sorted_], j[sorted_], distance[sorted_]


def _partners(key: Array, offset: int) -> tuple[Array, Array]:
    """Return positions (a, b) of all points whose cubes differ by ``offset`` (each pair once)."""
    place = np.arange(key.size)
    start = place + 1 if offset == 0 else np.searchsorted(key, key + offset, "left")
    end = np.searchsorted(key, key + offset, "right")
    counts = np.maximum(end - start, 0)
    a = np.repeat(place, counts)
    b = np.arange(counts.sum()) + np.repeat(start - (np.cumsum(counts) - counts), counts)
    return a, b


def _geocentric(lon: Array, lat: Array) -> Array:
    """Return geocentric coordinates, metres, shape (n, 3), of points on the ellipsoid."""
    lam, phi = np.radians(lon), np.radians(lat)
    e2 = WGS84.flattening * (2.0 - WGS84.flattening)
    radius = WGS84.semi_major / np.sqrt(1.0 - e2 * np.sin(phi) ** 2)
    x, y = radius * np.cos(phi) * np.cos(lam), radius * np.cos(phi) * np.sin(lam)
    return np.column_stack([x, y, radius * (1.0 - e2) * np.sin(phi)])
