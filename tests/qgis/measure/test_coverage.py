# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Depth of cover against closed formulas and against counting at many places."""

from __future__ import annotations

import math

import numpy as np
import pytest
from qgis.core import QgsGeometry, QgsPointXY

from dprk_city_atlas.plugin.core.errors import AtlasError, Cancelled
from dprk_city_atlas.plugin.core.measure.coverage import coverage
from dprk_city_atlas.plugin.core.measure.geodesics import Ellipsoid, Geodesic, geodesic_on
from dprk_city_atlas.plugin.core.measure.rings import ring
from dprk_city_atlas.plugin.core.measure.shapes import densified, ring_geometry

SPHERE = Geodesic(Ellipsoid("sphere", 6371000.0, 0.0))
WGS = geodesic_on()


def cap(radius):
    return 2 * math.pi * 6371000.0**2 * (1 - math.cos(radius / 6371000.0))


def depth_at(result, lon, lat):
    point = QgsGeometry.fromPointXY(QgsPointXY(lon, lat))
    return sum(level.depth for level in result.levels if level.geometry.contains(point))


@pytest.mark.parametrize("place", [(127.5, 39.9), (180, 10), (0, 89.95), (-179.9, -89.9)])
def test_one_ring_is_a_cap(place):
    found = coverage([place[0]], [place[1]], 20_000.0, geodesic=SPHERE)
    assert [level.depth for level in found.levels] == [1]
    # A regular polygon of n corners falls short of its circle by a share of 2 pi^2 / 3 n^2.
    assert found.covered_m2 == pytest.approx(cap(20_000), rel=1e-4)
    assert found.area_m2 is found.covered_share is found.gap is None
    assert found.levels[0].geometry.isGeosValid()
    box = found.levels[0].geometry.boundingBox()
    assert box.xMinimum() >= -180
    assert box.xMaximum() <= 180


def test_two_rings_overlap_as_a_lens():
    other = SPHERE.direct(127.5, 39.9, 90.0, 10_000.0)
    found = coverage([127.5, float(other.lon)], [39.9, float(other.lat)], 10_000.0, geodesic=SPHERE)
    lens = 2 * 1e8 * math.acos(0.5) - 1e4 / 2 * math.sqrt(4e8 - 1e8)  # plane; 10 km against 6,371 km
    assert [level.depth for level in found.levels] == [1, 2]
    assert found.levels[1].area_m2 == pytest.approx(lens, rel=2e-4)
    assert found.levels[0].area_m2 + 2 * found.levels[1].area_m2 == pytest.approx(2 * cap(10_000), rel=1e-4)


def test_depth_is_the_count_of_rings_at_every_place():
    rng = np.random.default_rng(6)
    lons, lats = 127.5 + rng.normal(0, 0.1, 25), 39.9 + rng.normal(0, 0.1, 25)
    radii = rng.uniform(2_000, 15_000, 25)
    found = coverage(lons, lats, radii)
    for lon, lat in zip(127.5 + rng.normal(0, 0.12, 300), 39.9 + rng.normal(0, 0.12, 300)):
        distance = WGS.distance(lon, lat, lons, lats)
        if np.abs(distance - radii).min() > 1.0:
            assert depth_at(found, lon, lat) == np.count_nonzero(distance < radii)


def test_share_of_an_area_and_its_largest_gap():
    # A ring of 5 km in the middle of a disc of 20 km: the gap is a circle of 7.5 km between the two.
    area = densified(ring_geometry(ring(127.5, 39.9, 20_000.0)))
    found = coverage([127.5], [39.9], 5_000.0, area)
    assert found.covered_share == pytest.approx(1 / 16, rel=1e-3)
    assert found.area_m2 == pytest.approx(math.pi * 4e8, rel=1e-3)
    assert found.gap.radius == pytest.approx(7_500, abs=found.gap.accuracy)
    assert found.gap.accuracy < 15
    middle = float(WGS.distance(127.5, 39.9, found.gap.lon, found.gap.lat))
    assert middle == pytest.approx(12_500, abs=20)
    assert found.report()["largest_gap"]["radius_m"] == found.gap.radius


def test_an_area_wholly_covered_and_one_not_touched():
    area = densified(ring_geometry(ring(127.5, 39.9, 2_000.0)))
    covered = coverage([127.5], [39.9], 5_000.0, area)
    assert covered.covered_share == pytest.approx(1.0, rel=1e-9)
    assert covered.gap is None
    apart = coverage([128.5], [39.9], 5_000.0, area)
    assert apart.levels == []
    assert apart.covered_share == 0.0
    assert apart.gap.radius == pytest.approx(2_000, abs=apart.gap.accuracy)


def test_equal_rings_on_one_place_pile_up():
    found = coverage([127.5] * 3, [39.9] * 3, 1_000.0)
    assert [level.depth for level in found.levels] == [3]


def test_area_across_the_antimeridian():
    halves = "((179 0,180 0,180 1,179 1,179 0)),((-180 0,-179 0,-179 1,-180 1,-180 0))"
    area = densified(QgsGeometry.fromWkt(f"MULTIPOLYGON({halves})"))
    found = coverage([180.0], [0.5], 30_000.0, area)
    assert found.area_m2 == pytest.approx(2 * WGS.area_and_perimeter([0, 1, 1, 0], [0, 0, 1, 1])[0], rel=1e-4)
    assert found.covered_m2 == pytest.approx(math.pi * 9e8, rel=2e-3)
    assert all(abs(v.x()) <= 180 for v in found.levels[0].geometry.vertices())


def test_refused_and_cancelled():
    with pytest.raises(AtlasError, match="no located"):
        coverage([], [], 100.0)
    with pytest.raises(AtlasError, match="around the Earth"):
        coverage([0, 0, 120, -120], [90, -20, -20, -20], 1000.0)
    with pytest.raises(Cancelled):
        coverage([127.5], [39.9], 100.0, canceled=lambda: True)
    line = QgsGeometry.fromWkt("LINESTRING(127 39, 128 40)")
    with pytest.raises(AtlasError, match="no surface"):
        coverage([127.5], [39.9], 100.0, line)


@pytest.mark.parametrize("radius", [2e6, 9.9e6])
@pytest.mark.parametrize("centres", [[(10, -80), (100, -85)], [(127, 39), (128, 60)], [(0, 89)]])
def test_wide_rings_over_a_pole_hold_what_is_near(centres, radius):
    found = coverage(*np.array(centres).T, radius)
    rng = np.random.default_rng(5)
    places = zip(
        rng.uniform(-180, 180, 200).tolist(), np.degrees(np.arcsin(rng.uniform(-1, 1, 200))).tolist()
    )
    for lon, lat in places:
        distance = WGS.distance(lon, lat, *np.array(centres).T)
        if np.abs(distance - radius).min() > 2_000:
            assert depth_at(found, lon, lat) == int((distance < radius).sum()), (lon, lat)
    assert all(level.geometry.isGeosValid() for level in found.levels)


def test_rings_upon_each_other_are_counted():
    found = coverage([127.5, 127.5, 127.5], [39.9, 39.9, 39.9], [5_000.0, 5_000.0, 3_000.0])
    assert [level.depth for level in found.levels] == [2, 3]
    wanted = [math.pi * (5_000.0**2 - 3_000.0**2), math.pi * 3_000.0**2]
    assert [level.area_m2 for level in found.levels] == pytest.approx(wanted, rel=1e-3)


@pytest.mark.parametrize("place", [(127.54, 39.91), (-179.9, -45), (179.99, 10), (30, 89.9), (0, -60)])
@pytest.mark.parametrize("radius", [5_500_000.0, 9_999_999.0, 10_000_000.0])
def test_a_ring_as_wide_as_a_quarter_of_the_earth_holds_what_is_near(place, radius):
    drawn = ring(*place, radius)
    shape = QgsGeometry.fromMultiPolygonXY([[[QgsPointXY(*p) for p in part]] for part in drawn.parts])
    azimuths = np.repeat(np.arange(5.0, 360.0, 30.0), 4)
    reach = np.tile([0.1, 0.7, 0.999, 1.001], 12) * radius
    ends = WGS.direct(*place, azimuths, reach)
    for lon, lat, far in zip(ends.lon.tolist(), ends.lat.tolist(), reach.tolist()):
        assert shape.contains(QgsPointXY(lon, lat)) == (far < radius), (lon, lat, far)
