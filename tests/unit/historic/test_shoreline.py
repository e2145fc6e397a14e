# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Shoreline statistics against published figures, and coasts whose change is known."""

from __future__ import annotations

import numpy as np
import pytest

from dprk_city_atlas.plugin.core.errors import AtlasError
from dprk_city_atlas.plugin.core.historic import shoreline
from dprk_city_atlas.plugin.core.historic.orientation import rose
from dprk_city_atlas.plugin.core.historic.shoreline import (
    Shore,
    decimal_year,
    measure,
    sea_outside,
    statistics,
)

# Anscombe (1973), first set: slope 0.50009, R² 0.66654, s 1.23660.
X = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5]
Y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68]


def test_end_point_rate_of_the_dsas_manual():
    """USGS: 76.03 m in 69.82 years are 1.09 m a year."""
    values = statistics([1936.0, 2005.82], [0, 76.03], [4.0, 3.0])
    assert values["NSM"] == pytest.approx(76.03)
    assert round(values["EPR"], 2) == 1.09
    assert values["EPR_unc"] == pytest.approx(5 / 69.82)
    assert values["significant"]


def test_regression_of_anscombe():
    values = statistics(X, Y, np.ones(11))
    assert values["LRR"] == pytest.approx(0.5000909, abs=1e-6)
    assert values["LR2"] == pytest.approx(0.6665425, abs=1e-6)
    assert values["LSE"] == pytest.approx(1.236603, abs=1e-5)
    assert values["WLR"] == pytest.approx(values["LRR"])
    assert values["NSM"] == pytest.approx(9.96 - 4.26)
    assert values["SCE"] == pytest.approx(10.84 - 4.26)


def test_weights_count_like_repetitions():
    weighted = statistics([1940, 1960, 1980, 2000], [0, 9, 11, 25], [1, 1 / np.sqrt(3), 1, 1 / np.sqrt(2)])
    slope, r2, _ = shoreline.regression(
        np.array([1940.0, 1960, 1960, 1960, 1980, 2000, 2000]),
        np.array([0.0, 9, 9, 9, 11, 25, 25]),
        np.ones(7),
    )
    assert weighted["WLR"] == pytest.approx(slope)
    assert weighted["WR2"] == pytest.approx(r2)


def test_significance_is_1_96_standard_deviations():
    assert not statistics([1944, 2020], [0, 9.79], [3, 4])["significant"]
    assert statistics([1944, 2020], [0, 9.81], [3, 4])["significant"]
    assert "LRR" not in statistics([1944, 2020], [0, 9], [3, 4])


@pytest.mark.parametrize(
    ("text", "year"),
    [("2000-01-01", 2000.0), ("1944", 1944.5), (1944, 1944.5), ("1944-07", 1944.54), ("1944.25", 1944.25)],
)
def test_dates(text, year):
    assert decimal_year(text) == pytest.approx(year, abs=0.01)


def test_whole_years_apart():
    assert decimal_year("2024") - decimal_year("1944") == pytest.approx(80)


@pytest.mark.parametrize("text", ["", "yesterday", "1944-13-01", "0", None])
def test_bad_dates(text):
    with pytest.raises(AtlasError, match="no date"):
        decimal_year(text)


def _coast(offset=0.0, wave=0.0):
    x = np.arange(0, 5001, 25.0)
    return [np.column_stack([x, offset + wave * np.sin(x / 300)])]


@pytest.mark.parametrize("sea_on_right", [True, False])
def test_a_coast_that_moved_forty_metres(sea_on_right):
    shores = [Shore(_coast(0), 1944.5, 10), Shore(_coast(-40), 2020.5, 5)]
    found = measure(shores, sea_on_right=sea_on_right)
    assert len(found) == 100
    for transect in found:
        assert transect.statistics["NSM"] == pytest.approx(40 if sea_on_right else -40)
        assert transect.statistics["EPR"] == pytest.approx((40 if sea_on_right else -40) / 76)


def test_a_winding_coast_keeps_its_mean_and_an_own_baseline_works():
    shores = [Shore(_coast(0, 15), 1944, 5), Shore(_coast(-30, 15), 2020, 5), Shore(_coast(-15, 15), 1980, 5)]
    for baseline in (None, _coast(600)):
        found = measure(shores, baseline, length=2000)
        assert shoreline.summary(found)["mean_NSM"] == pytest.approx(30, abs=1)
        assert found[50].statistics["LRR"] == pytest.approx(30 / 76, abs=0.02)
        assert found[50].statistics["SCE"] == pytest.approx(30, abs=2)


def test_circles_have_known_movement():
    """A round island that grew by 25 m, walked with the sea on the right (clockwise land inside is left)."""
    angle = np.linspace(0, 2 * np.pi, 721)
    ring = np.column_stack([np.cos(angle), np.sin(angle)])
    shores = [Shore([ring * 1000], 1944, 2), Shore([ring * 1025], 2020, 2)]
    found = measure(shores, window=100, length=200)
    values = [t.statistics["NSM"] for t in found]
    assert np.median(values) == pytest.approx(25, abs=0.1)


def test_nothing_to_compare():
    with pytest.raises(AtlasError, match="No transect"):
        measure([Shore(_coast(0), 1944, 1), Shore(_coast(-5000), 2020, 1)])
    with pytest.raises(AtlasError, match="same date"):
        measure([Shore(_coast(0), 1944, 1), Shore(_coast(-50), 1944, 1)])
    with pytest.raises(AtlasError, match="spacing"):
        measure([Shore(_coast(0), 1944, 1), Shore(_coast(-50), 1945, 1)], spacing=0)


def test_orientation_of_a_grid_and_of_all_directions():
    grid = [np.array([(0, i), (900, i)]) for i in range(5)] + [np.array([(i, 0), (i, 900)]) for i in range(5)]
    assert rose(grid).order == pytest.approx(1)
    assert rose(grid).shares[[0, 9, 18, 27]] == pytest.approx(0.25)
    way = np.radians(np.arange(0, 180, 10))
    star = [np.array([(0, 0), (np.sin(w) * 500, np.cos(w) * 500)]) for w in way]
    assert rose(star).order == pytest.approx(0, abs=1e-9)
    assert rose(star).length_m == pytest.approx(9000)
    assert rose([]).length_m == 0


@pytest.mark.parametrize(
    "text", ["30.06.1944", "1944/06/30", "06/30/1944", "19440630", "June 30, 1944", "1944-06-30T12:00:00"]
)
def test_a_day_in_many_spellings(text):
    assert decimal_year(text) == decimal_year("1944-06-30")


@pytest.mark.parametrize("text", ["06/07/1944", "1940s", "before 1944", "1950-1953"])
def test_dates_that_are_not_known_to_the_year_are_refused(text):
    with pytest.raises(AtlasError, match="no date"):
        decimal_year(text)


def test_the_sea_lies_outside_an_island_however_it_was_drawn():
    turn = np.linspace(0, 2 * np.pi, 200)
    ring = np.column_stack([np.cos(turn), np.sin(turn)])
    for drawn in (ring, ring[::-1]):
        (line,) = sea_outside([drawn * 500])
        found = measure([Shore([line], 1944, 1), Shore([ring * 520], 2024, 1)], spacing=100, window=0)
        assert all(t.statistics["NSM"] == pytest.approx(20, abs=0.1) for t in found)


def _wavy(count=81):
    x = np.linspace(0, 1600, count)
    return np.column_stack([x, 60 * np.sin(x / 150)])


@pytest.mark.parametrize("pieces", [[slice(0, 31), slice(30, 81)], [slice(50, 81), slice(0, 51)]])
def test_a_line_split_at_a_vertex_is_the_same_line(pieces):
    line = _wavy()
    (again,) = shoreline.joined([line[piece] for piece in pieces])
    assert np.array_equal(again, line)


def test_a_turned_piece_takes_the_direction_of_the_rest():
    line = _wavy()
    (again,) = shoreline.joined([line[:20][::-1], line[19:]])
    assert np.array_equal(again, line)


def test_a_ring_is_the_same_wherever_it_was_split():
    turn = np.linspace(0, 2 * np.pi, 101)
    ring = np.column_stack([500 * np.cos(turn), 500 * np.sin(turn)])
    ring[-1] = ring[0]
    (whole,) = shoreline.joined([ring])
    (again,) = shoreline.joined([ring[40:], ring[:41]])
    assert np.allclose(whole, again)
    assert np.array_equal(whole[0], whole[-1])


def test_three_lines_that_meet_stay_three():
    star = [np.array([(0.0, 0.0), end]) for end in ((100.0, 0.0), (-50.0, 80.0), (-50.0, -80.0))]
    assert len(shoreline.joined(star)) == 3
