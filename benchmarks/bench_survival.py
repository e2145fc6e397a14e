# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Survival beside native:buffer + native:intersection, on a made-up town with known truth.

    python benchmarks/bench_survival.py [--full]

The peer is run on two small towns and its time carried on to 10,000 segments by the power law between them
(``--full`` runs it there too: some seven minutes); ours on 10,000 and 100,000 segments.  The share stands at
20 m, as the peer has it, and at the buffer that the scene's error budget asks for.
"""

from __future__ import annotations

import json
import os
import statistics
import sys
import time
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "build" / "python"))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
BUFFER = 20.0
NOISE = 2.0
BUDGET = 2 * NOISE * 2**0.5


def town(segments, seed=0):
    """Turned quarters of 100 m blocks, a line of two segments per side of a block, about so many segments."""
    rng = np.random.default_rng(seed)
    blocks = max(1, round((segments / 440) ** 0.5))
    lines = []
    for corner in np.ndindex(blocks, blocks):
        turn = rng.uniform(0, np.pi / 2)
        matrix = np.array([[np.cos(turn), -np.sin(turn)], [np.sin(turn), np.cos(turn)]])
        grid = np.stack(np.meshgrid(np.arange(11), np.arange(11), indexing="ij"), -1) * 100.0
        grid = (grid + rng.normal(0, 15, grid.shape) - 500) @ matrix.T + np.array(corner) * 1150.0
        for i, j in np.ndindex(11, 11):
            for k, m in ((i + 1, j), (i, j + 1)):
                if k < 11 and m < 11:
                    middle = (grid[i, j] + grid[k, m]) / 2 + rng.normal(0, 3, 2)
                    lines.append(np.array([grid[i, j], middle, grid[k, m]]))
    return lines


def scene(segments):
    """Historic lines, modern lines (60 % survive, half as many new ones), true share."""
    rng = np.random.default_rng(8)
    old = town(segments)
    size = np.array([np.hypot(*np.diff(line, axis=0).T).sum() for line in old])
    keep = rng.random(len(old)) < 0.6
    new = [line + rng.normal(0, NOISE, 2) for line, k in zip(old, keep) if k]
    later = town(segments, seed=77)
    new += [line for line in later if rng.random() < 0.5]
    return old, new, float(size[keep].sum() / size.sum())


def ours(old, new, nulls):
    from dprk_city_atlas.plugin.core.historic import network, survival

    start = time.perf_counter()
    result = survival.measure(network.build(old), network.build(new), [BUFFER], nulls=nulls)
    return time.perf_counter() - start, result.curve[0]


def one_buffer(old, new, buffer=BUFFER):
    """Only the matching at one buffer, networks and index ready: the figure of the performance table."""
    from dprk_city_atlas.plugin.core.historic import network, survival

    historic, modern = network.build(old), network.build(new)
    cut = network.pieces(historic)
    index = network.Index(modern, buffer, cut.longest)
    start = time.perf_counter()
    runs = survival.surviving_runs(historic, index.spans(historic, cut, [buffer], 20.0)[0], buffer)
    return time.perf_counter() - start, float((runs[1] - runs[0]).sum() / historic.total)


def peer(old, new):
    """Buffer the modern lines, dissolve, intersect the historic ones: what a user does today."""
    import processing
    from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsVectorLayer

    def layer(lines):
        made = QgsVectorLayer("LineString?crs=EPSG:32652", "x", "memory")
        rows = []
        for line in lines:
            for a, b in zip(line[:-1], line[1:]):
                feature = QgsFeature()
                feature.setGeometry(QgsGeometry.fromPolylineXY([QgsPointXY(*a), QgsPointXY(*b)]))
                rows.append(feature)
        made.dataProvider().addFeatures(rows)
        return made

    historic, modern = layer(old), layer(new)
    start = time.perf_counter()
    around = processing.run(
        "native:buffer",
        {"INPUT": modern, "DISTANCE": BUFFER, "SEGMENTS": 5, "DISSOLVE": True, "OUTPUT": "memory:"},
    )["OUTPUT"]
    left = processing.run("native:intersection", {"INPUT": historic, "OVERLAY": around, "OUTPUT": "memory:"})
    share = sum(f.geometry().length() for f in left["OUTPUT"].getFeatures())
    total = sum(f.geometry().length() for f in historic.getFeatures())
    return time.perf_counter() - start, share / total


def quickest(old, new, times=7):
    """Median seconds and the share."""
    many = [one_buffer(old, new) for _ in range(times)]
    return statistics.median(t for t, _ in many), many[0][1]


def segments_of(lines):
    return sum(len(line) - 1 for line in lines)


def peers(full):
    """The peer on two small towns, beside ours on the larger; its time at 10,000 segments."""
    tiny, small, middle = scene(440), scene(1_760), scene(10_000)
    tiny_s, _ = peer(*tiny[:2])
    small_s, share = peer(*small[:2])
    sizes = [segments_of(s[0]) for s in (tiny, small, middle)]
    grows = np.log(small_s / tiny_s) / np.log(sizes[1] / sizes[0])
    middle_s, middle_share = quickest(*middle[:2])
    rows = {"segments": sizes, "peer_s": small_s, "peer_share": share, "truth_small": small[2]}
    rows["ours_small_s"], rows["ours_small_share"] = quickest(*small[:2])
    rows["ratio_small"] = small_s / rows["ours_small_s"]
    rows["peer_grows_with_power"] = float(grows)
    rows["peer_10k_carried_on_s"] = float(small_s * (sizes[2] / sizes[1]) ** grows)
    if full:
        rows["peer_10k_s"], rows["peer_10k_share"] = peer(*middle[:2])
    rows["ours_10k_s"], rows["ours_10k_share"] = middle_s, middle_share
    rows["ratio_10k"] = rows.get("peer_10k_s", rows["peer_10k_carried_on_s"]) / middle_s
    rows["ours_10k_share_at_budget"], rows["truth_10k"] = one_buffer(*middle[:2], BUDGET)[1], middle[2]
    return rows


def main(full=False):
    from qgis.core import QgsApplication

    application = QgsApplication([], False)
    application.initQgis()
    sys.path.append(str(Path(QgsApplication.pkgDataPath()) / "python" / "plugins"))
    from processing.core.Processing import Processing

    Processing.initialize()
    rows = peers(full)
    large = scene(100_000)
    rows["ours_100k_s"], rows["ours_100k_share"] = quickest(*large[:2], 5)
    rows["budget_buffer_m"] = BUDGET
    rows["ours_100k_share_at_budget"], rows["truth_100k"] = one_buffer(*large[:2], BUDGET)[1], large[2]
    seconds, point = ours(*scene(10_000)[:2], 99)
    rows.update(nulls99_10k_s=seconds, S=point.S, S0=point.S0, S_star=point.S_star)
    for key, value in rows.items():
        print(f"{key:26} {value if isinstance(value, list) else format(value, '.4g')}")
    out = ROOT / "build" / "bench"
    out.mkdir(parents=True, exist_ok=True)
    (out / "survival.json").write_text(json.dumps(rows, indent=2) + "\n", encoding="utf-8")
    del application


if __name__ == "__main__":
    main("--full" in sys.argv[1:])
