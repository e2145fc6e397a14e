# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Survival beside native:buffer + native:intersection, on a made-up town with known truth.

    python benchmarks/bench_survival.py

The peer is run on a small town (its time grows faster than the town); ours on the same and on 100,000
segments.
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
    new = [line + rng.normal(0, 2, 2) for line, k in zip(old, keep) if k]
    later = town(segments, seed=77)
    new += [line for line in later if rng.random() < 0.5]
    return old, new, float(size[keep].sum() / size.sum())


def ours(old, new, nulls):
    from dprk_city_atlas.plugin.core.historic import network, survival

    start = time.perf_counter()
    result = survival.measure(network.build(old), network.build(new), [BUFFER], nulls=nulls)
    return time.perf_counter() - start, result.curve[0]


def one_buffer(old, new):
    """Only the matching at one buffer, networks and index ready: the figure of the performance table."""
    from dprk_city_atlas.plugin.core.historic import network, survival

    historic, modern = network.build(old), network.build(new)
    index, cut = network.Index(modern, BUFFER), network.pieces(historic)
    start = time.perf_counter()
    runs = survival.surviving_runs(historic, index.spans(historic, cut, [BUFFER], 20.0)[0], BUFFER)
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


def main():
    from qgis.core import QgsApplication

    application = QgsApplication([], False)
    application.initQgis()
    sys.path.append(str(Path(QgsApplication.pkgDataPath()) / "python" / "plugins"))
    from processing.core.Processing import Processing

    Processing.initialize()
    small, middle, large = scene(1_760), scene(10_000), scene(100_000)
    peer_s, peer_share = peer(*small[:2])
    mine = [one_buffer(*small[:2]) for _ in range(7)]
    mine_s = statistics.median(t for t, _ in mine)
    rows = {
        "segments": [sum(len(line) - 1 for line in s[0]) for s in (small, middle, large)],
        "peer_s": peer_s,
        "peer_share": peer_share,
        "truth_small": small[2],
        "ours_small_s": mine_s,
        "ours_small_share": mine[0][1],
        "ratio": peer_s / mine_s,
    }
    many = [one_buffer(*large[:2]) for _ in range(5)]
    rows["ours_100k_s"], rows["ours_100k_share"] = statistics.median(t for t, _ in many), many[0][1]
    rows["truth_100k"] = large[2]
    seconds, point = ours(*middle[:2], 99)
    rows.update(nulls99_10k_s=seconds, S=point.S, S0=point.S0, S_star=point.S_star, truth_10k=middle[2])
    for key, value in rows.items():
        print(f"{key:18} {value if isinstance(value, list) else format(value, '.4g')}")
    out = ROOT / "build" / "bench"
    out.mkdir(parents=True, exist_ok=True)
    (out / "survival.json").write_text(json.dumps(rows, indent=2) + "\n", encoding="utf-8")
    del application


if __name__ == "__main__":
    main()
