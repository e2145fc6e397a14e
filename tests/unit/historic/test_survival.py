# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Survival: the checks of the method, made-up towns with known truth, and refusals."""

from __future__ import annotations

import numpy as np
import pytest

from dprk_city_atlas.plugin.core.errors import AtlasError, Cancelled
from dprk_city_atlas.plugin.core.historic import network, survival


def town(side=24, spacing=90.0, blocks=3, seed=0, drop=0.15):
    """An irregular town: quarters of blocks turned differently, one line per side of a block."""
    rng = np.random.default_rng(seed)
    lines, per = [], side // blocks
    for corner in np.ndindex(blocks, blocks):
        turn = rng.uniform(0, np.pi / 2)
        matrix = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
        nodes = np.stack(np.meshgrid(np.arange(per + 1), np.arange(per + 1), indexing="ij"), -1) * spacing
        nodes = nodes + rng.normal(0, 15, nodes.shape)
        nodes = (nodes - nodes.mean((0, 1))) @ matrix.T + np.array(corner) * per * spacing * 1.05
        for i, j in np.ndindex(per + 1, per + 1):
            for k, m in ((i + 1, j), (i, j + 1)):
                if k <= per and m <= per and rng.random() > drop:
                    middle = (nodes[i, j] + nodes[k, m]) / 2 + rng.normal(0, 4, 2)
                    lines.append(np.array([nodes[i, j], middle, nodes[k, m]]))
    return lines


def length(lines):
    return sum(float(np.hypot(*np.diff(line, axis=0).T).sum()) for line in lines)


def measure(old, new, buffers=(10, 20), nulls=19, **more):
    return survival.measure(network.build(old), network.build(new), buffers, nulls=nulls, **more)


BUFFERS = (5, 10, 20, 30, 50)


def test_identity_is_one():
    lines = town()
    result = measure(lines, lines, BUFFERS)
    for point in result.curve:
        assert pytest.approx(1, abs=1e-6) == point.S
        assert point.S_star == pytest.approx(1, abs=1e-6)
        assert point.p == pytest.approx(1 / 20)


def test_identity_of_short_unconnected_lines_is_one():
    lines = [np.array([(0, 300.0 * i), (12, 300.0 * i)]) for i in range(8)]
    assert pytest.approx(1) == measure(lines, lines, (20,), nulls=0).curve[0].S


@pytest.mark.parametrize("buffer", BUFFERS)
def test_a_small_shift_changes_little(buffer):
    lines = town()
    shift = np.array([0.8, 0.6]) * buffer / 3 * 0.99
    moved = measure(lines, [line + shift for line in lines], (buffer,), nulls=0)
    assert moved.curve[0].S > 0.98


def test_a_far_shift_is_zero():
    lines = town(30)
    values = [
        measure(lines, [line + (x, y) for line in lines], (10, 20), nulls=39, seed=s).curve
        for s, (x, y) in enumerate([(1450, 230), (-900, 1200), (300, -1700)])
    ]
    for k in (0, 1):
        assert np.mean([curve[k].S_star for curve in values]) == pytest.approx(0, abs=0.03)
        assert all(abs(curve[k].S_star) < 0.06 for curve in values)


@pytest.mark.parametrize("noise", [0.0, 1.5])
def test_half_deleted_is_half(noise):
    lines = town(30)
    rng = np.random.default_rng(4)
    keep = rng.random(len(lines)) < 0.5
    truth = length([line for line, k in zip(lines, keep) if k]) / length(lines)
    left = [line + rng.normal(0, noise, 2) for line, k in zip(lines, keep) if k]
    for point in measure(lines, left, (10, 20), nulls=19).curve:
        assert pytest.approx(truth, abs=0.01) == point.S
        assert point.low <= point.S_star <= point.high
        assert point.S_star == pytest.approx(truth, abs=0.04)


def test_chance_grows_with_the_buffer_and_the_gate_lowers_it():
    lines, other = town(), town(seed=9, spacing=110)
    gated = measure(lines, other, BUFFERS)
    open_gate = measure(lines, other, BUFFERS, angle=90)
    chance = [p.S0 for p in gated.curve]
    assert chance == sorted(chance)
    assert all(a.S0 < b.S0 for a, b in zip(gated.curve, open_gate.curve))
    assert all(abs(p.S_star) < 0.06 for p in gated.curve[:3])


def test_a_crossing_does_not_survive():
    old = [np.array([(0, 0), (400, 0)])]
    assert measure(old, [np.array([(200, -300), (200, 300)])], (20,), nulls=0).curve[0].S == 0


def test_a_street_that_ends_does_not_vouch_for_its_continuation():
    old = [np.array([(0, 0), (400, 0)])]
    point = measure(old, [np.array([(0, 3), (150, 3)])], (20,), nulls=0).curve[0]
    assert pytest.approx(150 / 400) == point.S


def test_the_interval_is_exact_not_sampled():
    """A street that leaves the buffer at an angle: 20 m / sin 10° of it stay inside."""
    way = np.radians(10)
    old = [np.array([(0, 0), (300 * np.cos(way), 300 * np.sin(way))])]
    point = measure(old, [np.array([(0, 0), (400, 0)])], (20,), nulls=0).curve[0]
    assert point.surviving_m == pytest.approx(20 / np.sin(way), abs=1e-6)


def test_short_runs_are_dropped():
    old = [np.array([(0, 0), (400, 0)])]
    assert measure(old, [np.array([(100, 2), (125, 2)])], (10,), nulls=0).curve[0].S == 0
    assert (
        pytest.approx(35 / 400) == measure(old, [np.array([(100, 2), (135, 2)])], (10,), nulls=0).curve[0].S
    )


def test_kinds_match_only_their_like():
    old, new = [np.array([(0, 0), (400, 0)])], [np.array([(0, 1), (400, 1)])]
    rail = survival.measure(network.build(old, [1]), network.build(new, [0]), [10], nulls=0)
    assert rail.curve[0].S == 0


def test_area_classes_and_districts():
    lines = [np.array([(0, 100.0 * i), (200, 100.0 * i)]) for i in range(10)]
    new = lines[:5]
    ring = np.array([(-10, -10), (210, -10), (210, 450), (-10, 450)])
    south = measure(lines, new, (10,), nulls=0, area=[ring])
    assert pytest.approx(1) == south.curve[0].S
    assert south.counted_m == pytest.approx(1000)
    grouped = measure(
        lines, new, (10,), nulls=9, classes={"kind": ["a"] * 5 + ["b"] * 5}, districts={"south": [ring]}
    )
    assert pytest.approx(1) == grouped.groups["kind"]["a"][0].S
    assert grouped.groups["kind"]["b"][0].S == 0
    assert pytest.approx(1) == grouped.groups["district"]["south"][0].S


def test_the_same_seed_gives_the_same_numbers():
    lines, other = town(12), town(12, seed=3)
    assert measure(lines, other, seed=5).curve == measure(lines, other, seed=5).curve


def test_lines_are_cut_where_they_stop_to_survive():
    old = [np.array([(0.0, 0.0), (100.0, 0.0), (400.0, 0.0)])]
    historic = network.build(old)
    result = survival.measure(historic, network.build([np.array([(50, 1), (150, 1)])]), [10], nulls=0)
    parts = survival.cut_lines(old, historic, result.runs[0])
    assert [(number, lives, round(size)) for number, lives, _, size in parts] == [
        (0, False, 50),
        (0, True, 100),
        (0, False, 250),
    ]
    assert parts[1][2].tolist() == [[50, 0], [100, 0], [150, 0]]
    assert sum(size for *_, size in parts) == pytest.approx(400)


def test_schematic_traces_are_refused_with_a_way_forward():
    with pytest.raises(AtlasError, match="2 of 3 historic lines are schematic") as caught:
        survival.refuse_schematic(["schematic", "digitized", "Schematic"])
    assert "georeference" in caught.value.hint
    survival.refuse_schematic(["digitized", None, ""])


@pytest.mark.parametrize("buffers", [[], [0], [-5], [float("nan")], [1000]])
def test_bad_buffers(buffers):
    with pytest.raises(AtlasError, match="[Bb]uffers"):
        measure(town(6), town(6), buffers)


def test_bad_networks_are_named():
    for lines in ([], [np.zeros((1, 2))], [np.zeros((3, 2))]):
        with pytest.raises(AtlasError):
            network.build(lines)
    with pytest.raises(AtlasError, match="Line 2"):
        network.build([np.array([(0, 0), (1, 1)]), np.array([(0, 0), (np.nan, 1)])])


def test_cancel():
    with pytest.raises(Cancelled):
        measure(town(6), town(6), progress=lambda done: done < 0.5)


def test_a_modern_layer_that_covers_too_little_is_told():
    lines = town(18)
    part = [line for line in lines if line[:, 0].max() < 300]
    assert any("outside the extent" in text for text in measure(lines, part, nulls=0).warnings)


def test_buffer_from_the_error_budget():
    assert survival.buffer_from_errors(6, 4, 3) == pytest.approx(2 * np.sqrt(61))


def rings_and_rays(seed):
    """A round town: rays and ring streets."""
    rng = np.random.default_rng(seed)

    def place(k, r):
        return np.column_stack([np.cos(k * np.pi / 8), np.sin(k * np.pi / 8)]) * (90 + 105 * r)

    lines = []
    for k, r in np.ndindex(16, 8):
        lines.append(place(np.linspace(k, k + 1, 6), r))
        lines.append(np.vstack([place(np.array([k]), r), place(np.array([k]), r + 1)]))
    return [line + rng.normal(0, 1, line.shape) for line in lines]


@pytest.mark.parametrize("make", [lambda seed: town(seed=seed), rings_and_rays], ids=["quarters", "round"])
@pytest.mark.parametrize("seed", [1, 2])
def test_within_a_point_of_the_truth_at_the_buffer_of_the_error_budget(make, seed):
    """Streets drawn 2 m off, new ones of another town between them; 2 √(2² + 2²) m asked for."""
    rng = np.random.default_rng(seed)
    old = make(seed)
    keep = rng.random(len(old)) < 0.6
    new = [line + rng.normal(0, 2, 2) for line, lives in zip(old, keep) if lives]
    new += [line for line in town(seed=seed + 50) if rng.random() < 0.15]
    truth = length([line for line, lives in zip(old, keep) if lives]) / length(old)
    point = measure(old, new, (survival.buffer_from_errors(2, 2, 0),), nulls=0).curve[0]
    assert abs(point.S - truth) < 0.01


def test_short_segments_give_the_same_runs():
    old = town(seed=3)
    fine = [
        np.column_stack([np.interp(np.linspace(0, 2, 90), [0, 1, 2], line[:, k]) for k in (0, 1)])
        for line in old
    ]
    new = [line + (3, 1) for line in old[::2]]
    plain, dense = (measure(lines, new, (10,)).curve[0] for lines in (old, fine))
    assert abs(dense.S - plain.S) < 0.005


def test_a_network_too_small_for_nulls_says_so():
    result = measure(
        [np.array([(0, 0), (60, 0)], float)], [np.array([(0, 1), (60, 1)], float)], (5,), nulls=9
    )
    assert result.curve[0].S_star is None
    assert any("too small for nulls" in warning for warning in result.warnings)


def real_looking_town(seed, size=2800.0, quarters=7):
    """Many small quarters of different direction, grain and wobble, wandering roads, dual carriageways."""
    rng, lines, wide = np.random.default_rng(seed), [], size / quarters
    for corner in np.ndindex(quarters, quarters):
        if rng.random() < 0.15:
            continue
        spacing, turn, noise = rng.uniform(80, 160), rng.uniform(0, np.pi / 2), rng.uniform(4, 30)
        count, drop = int(wide / spacing) + 2, rng.uniform(0.05, 0.45)
        matrix = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
        steps = np.arange(-count, count + 1) * spacing
        nodes = np.stack(np.meshgrid(steps, steps * rng.uniform(0.7, 1.5), indexing="ij"), -1)
        nodes = (nodes + rng.normal(0, noise, nodes.shape)) @ matrix.T + rng.uniform(-spacing, spacing, 2)
        here = (np.abs(nodes) < wide / 2).all(axis=-1)
        nodes = nodes + (np.array(corner) + 0.5) * wide
        for i, j in np.ndindex(*here.shape):
            for k, m in ((i + 1, j), (i, j + 1)):
                inside = k < len(here) and m < here.shape[1] and here[i, j] and here[k, m]
                if inside and rng.random() > drop:
                    middle = (nodes[i, j] + nodes[k, m]) / 2 + rng.normal(0, noise / 3, 2)
                    lines.append(np.array([nodes[i, j], middle, nodes[k, m]]))
    for road in range(6):
        place, way = rng.uniform(0.2, 0.8, 2) * size, rng.uniform(0, 2 * np.pi)
        for _ in range(30):
            way += rng.normal(0, 0.15)
            there = place + 75 * np.array([np.cos(way), np.sin(way)])
            if ((there < 0) | (there > size)).any():
                break
            lines.append(np.array([place, there]))
            if road < 3:
                lines.append(lines[-1] + 15 * np.array([-np.sin(way), np.cos(way)]))
            place = there
    return lines


REAL = (10, 20, 30)


def test_pure_chance_is_zero():
    """Quarter turns about the middle made this +0.014, +0.029 and +0.047."""
    lines, found = real_looking_town(1), []
    for draw in range(12):
        rng = np.random.default_rng(draw)
        way = rng.uniform(0, 2 * np.pi)
        shift = rng.uniform(150, 600) * np.array([np.cos(way), np.sin(way)])
        curve = measure([line + shift for line in lines], lines, REAL, nulls=39, seed=draw).curve
        found.append([(p.S_star, p.low <= 0 <= p.high) for p in curve])
    stars = np.array(found, float)
    assert np.abs(stars[..., 0].mean(axis=0)).max() < 0.015  # twelve draws; over fifty it is below 0.005
    assert (np.abs(stars[..., 0]) <= 0.03).mean() > 0.8
    assert stars[..., 1].mean() > 0.9


def in_clusters(lines, rng):
    """Half of the length gone, in circles of 100 to 350 m."""
    middle = np.array([line.mean(axis=0) for line in lines])
    size = np.array([length([line]) for line in lines])
    gone = np.zeros(len(lines), bool)
    while size[gone].sum() < 0.5 * size.sum():
        gone |= np.hypot(*(middle - middle[rng.integers(len(lines))]).T) < rng.uniform(100, 350)
    return ~gone


@pytest.mark.parametrize("new", [False, True], ids=["alone", "between-new-ones"])
@pytest.mark.parametrize("clustered", [False, True], ids=["random", "clusters"])
def test_half_deleted_is_half_up_to_thirty_metres(clustered, new):
    """Survivors in S0 made this 0.43 at 30 m; unseen neighbours of dual carriageways 0.52."""
    lines, errors, within = real_looking_town(2), [], []
    for draw in range(3):
        rng = np.random.default_rng(draw)
        keep = in_clusters(lines, rng) if clustered else rng.random(len(lines)) < 0.5
        left = [line for line, lives in zip(lines, keep) if lives]
        truth = length(left) / length(lines)
        left += [line for line in real_looking_town(50 + draw) if new and rng.random() < 0.4]
        curve = measure(lines, left, REAL, nulls=19, seed=draw).curve
        errors.append([p.S_star - truth for p in curve])
        within.append([p.low <= truth <= p.high for p in curve])
    assert np.abs(np.mean(errors, axis=0)).max() < 0.02
    assert np.mean(within) >= 0.9


def test_the_numbers_of_the_curve_belong_together():
    lines = real_looking_town(3)
    rng = np.random.default_rng(3)
    left = [line for line in lines if rng.random() < 0.6]
    for point in measure(lines, left, REAL, nulls=19).curve:
        assert point.S_star == pytest.approx((point.S - point.S0) / (1 - point.S0))
        assert point.low <= point.S_star <= point.high
        assert 0 <= point.S0 < 1


def test_a_survivor_does_not_vouch_for_its_lost_neighbour():
    """Two carriageways 15 m apart, then one of them: half of it lives, though all of it is matched."""
    old = [np.array([(0, y), (600, y)]) for y in (0.0, 15.0, 200.0, 215.0, 400.0, 415.0)]
    point = measure(old, old[::2], (20,), nulls=19).curve[0]
    assert pytest.approx(1, abs=0.01) == point.S
    assert point.S_star == pytest.approx(0.5, abs=0.05)
