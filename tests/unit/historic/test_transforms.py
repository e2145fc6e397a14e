# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Fits against GDAL, closed-form leave-one-out against refitting, blunders against simulated sheets."""

from __future__ import annotations

import numpy as np
import pytest
from osgeo import gdal

from dprk_city_atlas.plugin.core.errors import AtlasError
from dprk_city_atlas.plugin.core.historic import outliers
from dprk_city_atlas.plugin.core.historic.transforms import METHODS, MINIMUM, UnsolvableError, fit

gdal.UseExceptions()


def sheet(n=16, noise=1.0, bend=4.0, seed=0, size=(4000, 3000)):
    """A made-up bent sheet: scan pixels and map metres, 2 m to the pixel."""
    rng = np.random.default_rng(seed)
    source = np.column_stack([rng.uniform(0, size[0], n), -rng.uniform(0, size[1], n)])
    u = (source - (size[0] / 2, -size[1] / 2)) / 2000
    bent = bend * np.column_stack([u[:, 0] ** 2 - u[:, 0] * u[:, 1], 0.7 * u[:, 1] ** 2 + u[:, 0] * u[:, 1]])
    turn = 2 * np.array([[0.998, 0.06], [-0.06, 0.998]])
    target = source @ turn + 2 * bent + rng.normal(0, noise, (n, 2)) * 2 + (504000, 4421000)
    return source, target


def _gdal(method, source, target, points):
    gcps = [gdal.GCP(x, y, 0, u, -v) for (u, v), (x, y) in zip(source, target)]
    dataset = gdal.GetDriverByName("MEM").Create("", 4000, 3000)
    dataset.SetGCPs(gcps, "")
    option = "METHOD=GCP_TPS" if method == "tps" else "METHOD=GCP_POLYNOMIAL"
    order = {"affine": 1, "polynomial2": 2, "polynomial3": 3}.get(method, 0)
    transformer = gdal.Transformer(dataset, None, [option] + ([f"MAX_GCP_ORDER={order}"] if order else []))
    done, _ = transformer.TransformPoints(False, [(u, -v) for u, v in points])
    return np.array(done)[:, :2]


@pytest.mark.parametrize("method", ["affine", "polynomial2", "polynomial3", "tps"])
def test_coordinates_equal_gdal(method):
    source, target = sheet(20)
    points = np.random.default_rng(5).uniform((200, -2800), (3800, -200), (50, 2))
    ours = fit(method, source, target).forward(points)
    assert np.abs(ours - _gdal(method, source, target, points)).max() < 1e-4


@pytest.mark.parametrize("method", METHODS)
@pytest.mark.parametrize("n", [12, 30])
def test_leave_one_out_equals_refitting(method, n):
    source, target = sheet(n)
    made = fit(method, source, target)
    for i in range(n):
        keep = np.arange(n) != i
        again = fit(method, source[keep], target[keep]).forward(source[i : i + 1])[0] - target[i]
        assert np.abs(made.loo[i] - again).max() < 1e-6


def test_spline_hides_its_errors_and_leave_one_out_does_not():
    source, target = sheet(10)
    target[3] += (3000, 0)
    made = fit("tps", source, target)
    assert np.abs(made.residuals).max() < 1e-3
    assert np.hypot(*made.loo[3]) > 2900


def test_helmert_recovers_exact_parameters():
    source = np.array([(0.0, 0.0), (100.0, 0.0), (100.0, -50.0), (0.0, -50.0)])
    angle = np.radians(12.5)
    turn = 3.125 * np.array([[np.cos(angle), np.sin(angle)], [-np.sin(angle), np.cos(angle)]])
    made = fit("helmert", source, source @ turn + (1000, 2000))
    assert np.abs(made.residuals).max() < 1e-9
    assert made.forward(np.array([(50.0, -25.0)]))[0] == pytest.approx(
        np.array((50, -25)) @ turn + (1000, 2000)
    )


def test_leverages_sum_to_the_parameters():
    source, target = sheet(14)
    for method, parameters in (("helmert", 4), ("affine", 6), ("polynomial2", 12), ("polynomial3", 20)):
        assert 2 * fit(method, source, target).leverage.sum() == pytest.approx(parameters)


@pytest.mark.parametrize("method", METHODS)
def test_too_few_points(method):
    source, target = sheet(20)
    fewer = MINIMUM[method] - 1
    with pytest.raises(UnsolvableError):
        fit(method, source[:fewer], target[:fewer])


def test_points_on_a_circle_leave_a_parabola_open():
    angle = np.linspace(0, 6, 9)
    source = np.column_stack([np.cos(angle), np.sin(angle)]) * 500
    with pytest.raises(UnsolvableError):
        fit("polynomial2", source, source * 2)


def test_unknown_method():
    with pytest.raises(AtlasError):
        fit("magic", *sheet())


@pytest.mark.parametrize("n", [12, 20])
def test_blunders_of_ten_pixels_are_named(n):
    """Half a thousand blunders of 10 to 300 pixels in bent sheets with a pixel of noise."""
    rng = np.random.default_rng(11)
    named = false = 0
    for k in range(250):
        source, target = sheet(n, bend=3.0, seed=k)
        which, way = int(rng.integers(n)), rng.uniform(0, 2 * np.pi)
        target[which] += 2 * rng.choice([10, 15, 30, 100, 300]) * np.array([np.cos(way), np.sin(way)])
        flagged = outliers.judge(source, target, 2.0).flagged
        named += flagged[which]
        false += flagged.sum() - flagged[which]
    assert named >= 0.95 * 250
    assert false <= 0.05 * 250 * (n - 1)


def test_clean_sheets_are_left_alone():
    flags = sum(outliers.judge(*sheet(15, bend=8.0, seed=k), 2.0).flagged.sum() for k in range(200))
    assert flags <= 0.01 * 200 * 15


def test_one_faultless_sheet_in_twenty_is_suspected():
    seen = [outliers.judge(*sheet(15, bend=4.0, seed=k), 2.0).flagged.any() for k in range(300)]
    assert sum(seen) <= 0.05 * 300


def test_two_blunders_are_both_named():
    source, target = sheet(15, seed=4)
    target[2] += (160, 0)
    target[9] -= (0, 240)
    assert set(np.flatnonzero(outliers.judge(source, target, 2.0).flagged)) == {2, 9}


def test_four_points_cannot_be_judged():
    source, target = sheet(4)
    assert not outliers.judge(source, target, 2.0).testable
