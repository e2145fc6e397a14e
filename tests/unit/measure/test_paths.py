# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Measured paths and areas, their log, and text made inert for spreadsheets."""

from __future__ import annotations

import json
import math

import pytest

from dprk_city_atlas.plugin.core.errors import AtlasError
from dprk_city_atlas.plugin.core.measure import paths
from dprk_city_atlas.plugin.core.measure.geodesics import Ellipsoid, Geodesic
from dprk_city_atlas.plugin.core.tables_out import guarded, unguarded

PLANT = [(127.621851, 39.838676), (127.626968, 39.841769)]


def test_a_leg_is_the_geodesic():
    entry = paths.measure(PLANT)
    assert entry.total == pytest.approx(556.56, abs=0.005)  # the article's two points of one plant
    assert entry.azimuths[0] == pytest.approx(51.90, abs=0.005)


def test_an_area_closes_and_has_the_ellipsoids_size():
    # A degree square from the equator on WGS 84: 12,308.778 km² (Karney 2013; GeographicLib Planimeter).
    entry = paths.measure([(0, 0), (1, 0), (1, 1), (0, 1)], closed=True)
    assert len(entry.lengths) == 4
    assert entry.area == pytest.approx(12_308_778_361.469, rel=1e-9)


@pytest.mark.parametrize(("points", "closed"), [([], False), (PLANT[:1], False), (PLANT, True)])
def test_too_few_places_are_refused(points, closed):
    with pytest.raises(AtlasError, match="few"):
        paths.measure(points, closed=closed)


def test_the_log_survives_the_project_file():
    log = [paths.measure(PLANT, title="A"), paths.measure([*PLANT, (127.62, 39.85)], closed=True, title="B")]
    again = paths.from_json(paths.to_json(log))
    assert again == log


def test_a_project_file_cannot_state_a_wrong_distance():
    entries = json.loads(paths.to_json([paths.measure(PLANT, title="A")]))
    entries[0]["lengths"] = [1.0]
    assert paths.from_json(json.dumps(entries))[0].total == pytest.approx(556.56, abs=0.005)


@pytest.mark.parametrize(
    "text", ["", "nonsense", "{}", '[{"points": 3}]', '[{"points": [[1, null]]}]', "[null]"]
)
def test_a_broken_log_is_left_out(text):
    assert paths.from_json(text) == []


@pytest.mark.parametrize(
    "text", ["=1+1", "+cmd|' /C calc'!A0", "-2+3", "@SUM(A1)", "\t=1", "'", "'=1", "plain"]
)
def test_guarding_is_undone(text):
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t"))
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("number", ["-12.5", "+3", "-1e-9"])
def test_numbers_stay_numbers(number):
    assert guarded(number) == number


def test_another_ellipsoid_is_kept_with_the_measurement():
    bessel = Geodesic(Ellipsoid("Bessel 1841", 6377397.155, 1 / 299.1528128))
    entry = paths.measure(PLANT, title="A", geodesic=bessel)
    assert entry.ellipsoid == "Bessel 1841"
    assert entry.total != paths.measure(PLANT).total
    assert paths.from_json(paths.to_json([entry])) == [entry]


def test_a_log_without_axes_is_on_wgs84():
    entries = json.loads(paths.to_json([paths.measure(PLANT, title="A")]))
    for name in ("semi_major", "flattening"):
        del entries[0][name]
    assert paths.from_json(json.dumps(entries))[0].total == pytest.approx(556.56, abs=0.005)


def test_an_area_whose_sides_cross_has_none():
    bow = [(127.5, 39.8), (127.7, 40.0), (127.7, 39.8), (127.5, 40.0)]
    assert math.isnan(paths.measure(bow, closed=True).area)
    across = [(179.9, 0.0), (-179.9, 0.0), (-179.9, 0.2), (179.9, 0.2)]
    assert paths.measure(across, closed=True).area == pytest.approx(22263.898 * 22114.9, rel=1e-3)
