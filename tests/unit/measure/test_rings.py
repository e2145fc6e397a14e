# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Geodesic rings: every vertex on its radius, at the antimeridian and around the poles too."""

from __future__ import annotations

import numpy as np
import pytest

from dprk_city_atlas.plugin.core.errors import AtlasError
from dprk_city_atlas.plugin.core.measure.geodesics import Ellipsoid, Geodesic, geodesic_on
from dprk_city_atlas.plugin.core.measure.rings import MOST, circle, parse_radii, ring, vertex_count

WGS = geodesic_on()
PLACES = [
    (127.543979, 39.915463), (0, 0), (179.99, 12), (-180, 0), (180, -45),
    (10, 89.9), (77, -89.5), (0, 90), (5, -90),
]  # fmt: skip


def plane_area(part):
    x, y = np.array(part).T
    return abs(np.sum(x[:-1] * y[1:] - x[1:] * y[:-1])) / 2


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("radius", [0.5, 1000.0, 20_000.0, 500_000.0, 5_000_000.0, 10_000_000.0])
@pytest.mark.parametrize("geodesic", [WGS, Geodesic(Ellipsoid("Bessel 1841", 6377397.155, 1 / 299.1528128))])
def test_every_vertex_is_on_its_radius(place, radius, geodesic):
    drawn = ring(*place, radius, geodesic)
    vertices = np.array([point for part in drawn.parts for point in part])
    assert np.abs(vertices[:, 0]).max() <= 180.0
    distance = geodesic.distance(*place, vertices[:, 0], vertices[:, 1])
    off = np.abs(distance - radius) > 1e-3
    # Only what closes a ring over the pole may lie elsewhere: on the pole's parallel.
    assert set(np.abs(vertices[off, 1]).tolist()) <= ({90.0} if drawn.holds_pole else set())
    assert off.sum() <= 2


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("radius", [1000.0, 30_000.0, 2_000_000.0])
def test_the_plane_polygon_is_the_disc(place, radius):
    # Area of the polygon in the cylindrical equal-area plane of the sphere: 2 pi R^2 (1 - cos(r / R)).
    drawn = ring(*place, radius, Geodesic(Ellipsoid("sphere", 6371000.0, 0.0)))
    total = sum(plane_area([(np.radians(x), np.sin(np.radians(y))) for x, y in part]) for part in drawn.parts)
    wanted = 2 * np.pi * (1 - np.cos(radius / 6371000.0))
    assert total == pytest.approx(wanted, rel=5e-3)
    for part in drawn.parts:
        assert part[0] == part[-1]
        assert max(abs(a[0] - b[0]) for a, b in zip(part, part[1:])) < 360 or drawn.holds_pole


def test_parts():
    assert len(ring(127.5, 39.9, 20_000).parts) == 1
    assert len(ring(179.99, 39.9, 20_000).parts) == 2
    near_pole = ring(20, 89.99, 20_000)
    assert near_pole.holds_pole
    assert len(near_pole.parts) == 1


def test_chords_stay_close():
    for radius in (100.0, 20_000.0, 1_000_000.0):
        lons, lats = circle(127.5, 39.9, radius)
        middle = WGS.inverse(lons, lats, np.roll(lons, -1), np.roll(lats, -1))
        half = WGS.direct(lons, lats, middle.azimuth, middle.distance / 2)
        shortfall = radius - WGS.distance(127.5, 39.9, half.lon, half.lat)
        assert shortfall.max() < 0.51 or lons.size == MOST
    assert vertex_count(20_000) % 4 == 0
    assert vertex_count(0.1) == 72


def test_bad_rings():
    for radius in (0.0, -5.0, float("nan"), 10_000_001.0):
        with pytest.raises(AtlasError, match="cannot be drawn"):
            ring(127, 39, radius)
    with pytest.raises(AtlasError, match="located"):
        ring(float("nan"), 39, 100)


def test_radii_from_text():
    assert parse_radii("20000, 5 km,10000;5000") == [5000.0, 10000.0, 20000.0]
    for text in ("", ",", "0", "-5", "5000, x"):
        with pytest.raises(AtlasError):
            parse_radii(text)
