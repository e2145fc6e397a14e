# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The audit: both RMSEs, MapAnalyst's figures, warnings, and the refusal of degenerate sets by name."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from dprk_city_atlas.plugin.core.errors import AtlasError
from dprk_city_atlas.plugin.core.historic import datum, georeference, point_checks
from dprk_city_atlas.plugin.core.historic.control_points import GroundControlPoint, read_points
from dprk_city_atlas.plugin.core.historic.metric_plane import utm_plane
from dprk_city_atlas.plugin.core.historic.transforms import METHODS

SIZE = (1000, 800)


def _points(n=12, noise=0.5, seed=2):
    rng = np.random.default_rng(seed)
    across = int(math.ceil(math.sqrt(n)))
    plane = utm_plane(127.54, 39.92)
    x0, y0 = plane.forward(127.54, 39.92)
    points = []
    for i in range(n):
        u = 80 + 840 * (i % across) / max(across - 1, 1) + rng.uniform(-25, 25)
        v = 80 + 640 * (i // across) / max(across - 1, 1) + rng.uniform(-25, 25)
        x, y = x0 + 5 * u + 0.1 * v + rng.normal(0, noise), y0 - 5 * v + 0.1 * u + rng.normal(0, noise)
        lon, lat = plane.backward(x, y)
        points.append(GroundControlPoint(float(lon), float(lat), u, -v, True, str(i + 1)))
    return points


def _audit(points, method="affine", size=SIZE):
    return georeference.audit(georeference.prepare(points, datum.WGS84), method, size)


def test_both_rmses_and_the_report_agree():
    points = _points()
    prepared = georeference.prepare(points, datum.WGS84)
    result = georeference.audit(prepared, "helmert", SIZE)
    total = float(np.sum(result.fit.residuals**2))
    assert result.rmse_n == pytest.approx(math.sqrt(total / 12))
    assert result.rmse_dof == pytest.approx(math.sqrt(total / 10))
    figures = result.helmert
    assert figures.scale == pytest.approx(5.0, abs=0.01)
    assert figures.sigma0 == pytest.approx(math.sqrt(total / 20))
    assert figures.position_rms == pytest.approx(math.sqrt(2) * figures.sigma0)
    ranking = georeference.rank_methods(prepared, SIZE)
    text = georeference.report(prepared, result, ranking)
    assert text["loo_rmse"] > text["rmse_n"]
    assert len(text["points"]) == 12
    assert [m["loo_rmse"] for m in text["ranking_by_loo"]] == sorted(
        m["loo_rmse"] for m in text["ranking_by_loo"]
    )


def test_a_datum_moves_the_fit_by_its_shift():
    points = _points()
    plain = georeference.prepare(points, datum.WGS84)
    moved = georeference.prepare(points, datum.TOKYO1892)
    shift = (moved.target - plain.target).mean(axis=0)
    assert np.hypot(*shift) == pytest.approx(283, abs=2)


def _named(points, method, *words):
    with pytest.raises(AtlasError) as caught:
        _audit(points, method)
    text = str(caught.value)
    for word in words:
        assert word in text


def _change(point, **values):
    return GroundControlPoint(**{**point.__dict__, **values})


@pytest.mark.parametrize("method", METHODS)
class TestDegenerate:
    def test_too_few(self, method):
        from dprk_city_atlas.plugin.core.historic.transforms import MINIMUM

        _named(_points(12)[: MINIMUM[method] - 1], method, "needs at least")

    def test_same_point_twice(self, method):
        points = _points()
        points[7] = _change(points[2], label="8")
        _named(points, method, "3 and 8", "same point")

    def test_nearly_the_same(self, method):
        points = _points()
        p = points[2]
        points[7] = _change(p, source_x=p.source_x + 0.4, map_x=p.map_x + 0.001, label="8")
        _named(points, method, "3 and 8", "nearly coincide")

    def test_on_one_line(self, method):
        points = [_change(p, source_y=-0.5 * p.source_x) for p in _points()]
        _named(points, method, "one line on the scan")

    def test_on_one_line_on_the_map(self, method):
        points = [_change(p, map_y=39.9 + 0.001 * i, map_x=127.5) for i, p in enumerate(_points())]
        _named(points, method, "one line on the map")

    def test_mirrored(self, method):
        points = [_change(p, source_x=1000 - p.source_x) for p in _points()]
        _named(points, method, "mirrored")

    def test_rows_upwards(self, method):
        points = [_change(p, source_y=-p.source_y) for p in _points()]
        _named(points, method, "mirrored", "negative")

    def test_swapped_degrees(self, method):
        points = [_change(p, map_x=p.map_y, map_y=p.map_x) for p in _points()]
        _named(points, method, "Control point 1", "swapped")

    def test_no_number(self, method):
        points = _points()
        points[4] = _change(points[4], map_x=float("nan"))
        _named(points, method, "Control point 5", "finite")

    def test_none_enabled(self, method):
        _named([_change(p, enabled=False) for p in _points()], method, "no enabled")


def test_swapped_metres_are_told_from_mirrored():
    source = np.array([(0, 0), (900, 0), (900, -700), (0, -700), (400, -300)], float)
    target = source * 5 + (500000, 4400000)
    labels = list("12345")
    with pytest.raises(AtlasError, match="swapped"):
        point_checks.refuse_degenerate("affine", source, target[:, ::-1], labels, SIZE)


def test_a_blunder_is_marked_by_leave_one_out_in_every_method():
    points = _points(20)
    points[6] = _change(points[6], map_x=points[6].map_x + 0.004)
    for method in ("helmert", "affine", "polynomial2", "tps", "projective"):
        result = _audit(points, method)
        assert [result.labels[i] for i in np.flatnonzero(result.judged.flagged)] == ["7"]
        assert any("7 (" in warning for warning in result.warnings)
        assert np.argmax(np.hypot(*result.fit.loo.T)) == 6


def test_a_blunder_of_a_degree_folds_the_spline_and_is_refused():
    points = _points(16)
    points[6] = _change(points[6], map_x=points[6].map_x + 1)
    _named(points, "tps", "folds", "7")


def test_exchanged_points_are_told():
    points = _points(16)
    a, b = points[3], points[12]
    points[3] = _change(a, map_x=b.map_x, map_y=b.map_y)
    points[12] = _change(b, map_x=a.map_x, map_y=a.map_y)
    result = _audit(points, "affine")
    assert any("4 and 13 look exchanged" in warning for warning in result.warnings)


def test_warnings_for_layout():
    few = _audit(_points(4), "affine")
    assert any("few" in warning for warning in few.warnings)
    corner = [_change(p, source_x=p.source_x * 0.2, source_y=p.source_y * 0.2) for p in _points()]
    assert any("extrapolated" in warning for warning in _audit(corner).warnings)
    assert _audit(corner).hull_share < 0.05


def test_poor_method_is_told():
    points = [_change(p, source_x=p.source_x * 0.9) for p in _points(16)]
    prepared = georeference.prepare(points, datum.WGS84)
    ranking = georeference.rank_methods(prepared, SIZE)
    assert ranking[0][0] != "helmert"
    assert georeference.poor_method("helmert", ranking)
    assert not georeference.poor_method(ranking[0][0], ranking)


def test_the_report_gives_leave_one_out_to_the_nanometre():
    prepared = georeference.prepare(_points(), datum.WGS84)
    result = georeference.audit(prepared, "affine", SIZE)
    found = georeference.report(prepared, result)
    for row, error in zip(found["points"], np.hypot(*result.fit.loo.T)):
        assert row["leave_one_out"] == pytest.approx(error, abs=1e-8)


@pytest.mark.parametrize("method", METHODS)
def test_a_point_at_null_island_is_named_alone(method):
    points = _points()
    points[3] = _change(points[3], map_x=0.0, map_y=0.0)
    with pytest.raises(AtlasError, match="^Control point 4: .* km away"):
        _audit(points, method)


@pytest.mark.parametrize("method", ["polynomial2", "polynomial3", "tps"])
def test_the_blunder_that_folds_a_sheet_is_named(method):
    points = _points(16)
    points[6] = _change(points[6], map_x=points[6].map_x + 1)
    with pytest.raises(AtlasError, match=r"Control point 7 \(.*\) contradicts the others"):
        _audit(points, method)


def test_positions_paired_wrongly_are_not_called_swapped():
    source, target = np.random.default_rng(5).uniform((0, -800), (1000, 0), (2, 12, 2))
    if point_checks._same_sense(source, target):
        target = target * (-1, 1)
    with pytest.raises(AtlasError, match="contradict each other"):
        point_checks.refuse_degenerate("affine", source, target * 5, [str(i) for i in range(12)], SIZE)


def test_degrees_taken_for_metres_are_told():
    source = np.array([(0, 0), (900, 0), (900, -700), (0, -700)], float)
    target = source * 1e-5 + (127.5, 39.9)
    with pytest.raises(AtlasError, match="degrees"):
        point_checks.refuse_degenerate("affine", source, target, list("1234"), SIZE)


def test_a_method_is_not_blamed_for_a_hair():
    assert not georeference.poor_method("affine", [("tps", 1e-9), ("affine", 1e-8)])
    assert georeference.poor_method("affine", [("tps", 0.5), ("affine", 1.0)], pixel=2.0)
    assert not georeference.poor_method("affine", [("tps", 0.5), ("affine", 0.9)], pixel=5.0)


@pytest.mark.parametrize("way", [(-1, 0), (1, 0), (0, -1), (0, 1), (1, -1), (1, 1)])
def test_a_blunder_among_many_points_is_no_mirror(way):
    points = _points(64)
    points[0] = _change(points[0], map_x=points[0].map_x + way[0], map_y=points[0].map_y + way[1])
    result = _audit(points, "affine")
    assert list(np.flatnonzero(result.judged.flagged)) == [0]


CASES = Path(__file__).resolve().parents[2] / "data" / "points"


def test_a_blunder_among_five_points_is_named():
    file = read_points(str(CASES / "five_points_one_blunder.points"))
    prepared = georeference.prepare(file.points, datum.WGS84)
    result = georeference.audit(prepared, "helmert", (2200, 2400))
    assert result.judged.flagged.tolist() == [False, False, False, False, True]
    assert any("Control point 5 (350 m) contradicts" in text for text in result.warnings)


def test_five_points_without_a_blunder_are_said_to_be_few():
    file = read_points(str(CASES / "five_points_one_blunder.points"))
    shifted = [p if p.label != "5" else replace(p, source_x=p.source_x + 233) for p in file.points]
    result = georeference.audit(georeference.prepare(shifted, datum.WGS84), "affine", (2200, 2400))
    flagged = result.judged.flagged.any()
    assert flagged or any("too few to tell" in text for text in result.warnings)


def test_one_point_far_astray_is_named_not_all_on_a_line():
    places = [(127.5, 39.9), (127.55, 39.9), (127.5, 39.86), (129.9, 41.5)]
    pixels = [(100, -100), (2000, -100), (100, -2000), (2000, -2000)]
    points = [GroundControlPoint(*m, *s, True, str(i + 1)) for i, (m, s) in enumerate(zip(places, pixels))]
    with pytest.raises(AtlasError, match="Control point 4 lies 2.. km away from the others"):
        georeference.audit(georeference.prepare(points, datum.WGS84), "helmert", (2100, 2100))


@pytest.mark.parametrize("sign", [(-1, 1), (1, -1), (-1, -1)], ids=["west", "south", "both"])
def test_points_of_another_hemisphere_are_not_called_mirrored(sign):
    places = [(127.5, 39.9), (127.55, 39.9), (127.5, 39.86), (127.55, 39.86)]
    pixels = [(100, -100), (2000, -100), (100, -2000), (2000, -2000)]
    points = [
        GroundControlPoint(sign[0] * x, sign[1] * y, *s, True, str(i + 1))
        for i, ((x, y), s) in enumerate(zip(places, pixels))
    ]
    with pytest.raises(AtlasError, match="hemisphere"):
        georeference.prepare(points, datum.WGS84)
