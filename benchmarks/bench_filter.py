# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Filtering a million sites: the column store beside QGIS's subset filter and SQLite's LIKE.

    python benchmarks/bench_filter.py

Uses build/big-1000000.gpkg (make bigatlas N=1000000), else a bare table of made-up sites made here.
Peers and ours take turns; every figure is a median of seven.
"""

from __future__ import annotations

import json
import os
import resource
import sqlite3
import statistics
import struct
import sys
import tempfile
import time
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "build" / "python"))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
BIG = ROOT / "build" / "big-1000000.gpkg"
RUNS = 7
CATEGORIES = ("factory", "market", "prison", "school", "dam", "airfield", "aaa_site", "railway_station")
PLACES = (
    ("Hamhung", "함흥"),
    ("Chongjin", "청진"),
    ("Hungnam", "흥남"),
    ("Susong", "수성"),
    ("Ranam", "라남"),
)


def bare_table(path, number=1_000_000):
    """A table of sites that SQLite and GDAL can read, for machines without the big atlas."""
    draw = np.random.default_rng(1)
    lon, lat = draw.uniform(124.2, 130.7, number), draw.uniform(37.7, 43.0, number)
    place, category, rank = (draw.integers(0, n, number) for n in (len(PLACES), len(CATEGORIES), 3))
    from osgeo import ogr

    ogr.GetDriverByName("GPKG").CreateDataSource(str(path)).CreateLayer(
        "sites", geom_type=ogr.wkbPoint, options=["SPATIAL_INDEX=NO", "GEOMETRY_NAME=geom"]
    )
    ranks = ("confirmed", "probable", "possible")
    with sqlite3.connect(path) as db:
        for column in ("uuid", "name", "name_ko", "category", "status", "likelihood"):
            db.execute(f"ALTER TABLE sites ADD COLUMN {column} TEXT")
        db.executemany(
            "INSERT INTO sites (fid, geom, uuid, name, name_ko, category, status, likelihood) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
            (
                (
                    i + 1,
                    struct.pack("<2sBBiBI2d", b"GP", 0, 1, 4326, 1, 1, lon[i], lat[i]),
                    str(i),
                    f"{PLACES[place[i]][0]} {i}",
                    f"{PLACES[place[i]][1]} {i}",
                    CATEGORIES[category[i]],
                    "unknown",
                    ranks[rank[i]],
                )
                for i in range(number)
            ),
        )
    db.close()


def interleaved(tasks, reset, runs=RUNS):
    """Median seconds and last answer of each task, the tasks taking turns; ``reset`` is not timed."""
    times = {name: [] for name in tasks}
    answers = {}
    for _ in range(runs):
        for name, task in tasks.items():
            reset()
            start = time.perf_counter()
            answers[name] = task()
            times[name].append(time.perf_counter() - start)
    return {name: statistics.median(values) for name, values in times.items()}, answers


def one(task):
    wall, cpu = time.perf_counter(), time.process_time()
    answer = task()
    return answer, time.perf_counter() - wall, time.process_time() - cpu


def main():
    from qgis.core import QgsApplication, QgsVectorLayer

    app = QgsApplication([], False)
    app.initQgis()
    with tempfile.TemporaryDirectory() as folder:
        path = BIG
        if not path.exists():
            path = Path(folder) / "sites.gpkg"
            bare_table(path)
        layer = QgsVectorLayer(f"{path}|layername=sites", "sites", "ogr")
        report = measure(path, layer, Path(folder) / "cache")
    out = ROOT / "build" / "bench"
    out.mkdir(parents=True, exist_ok=True)
    (out / "filter.json").write_text(json.dumps(report, indent=2, ensure_ascii=False), encoding="utf-8")
    show(report)
    del layer
    app.exitQgis()


def measure(path, layer, cache):
    from dprk_city_atlas.plugin.core.search import cache as columncache, engine
    from dprk_city_atlas.plugin.core.search.criteria import SiteFilter

    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    columns, build_s, build_cpu = one(lambda: columncache.open_columns(path, cache))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    columns, reload_s, reload_cpu = one(lambda: columncache.open_columns(path, cache))
    db = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    category = columns.value("category", 0)

    def subset(where):
        layer.setSubsetString(where)
        return layer.featureCount()

    def ours(wanted):
        columns.latin.forget()
        columns.other.forget()
        return engine.apply(wanted, columns).count

    def like(text):
        return db.execute("SELECT count(*) FROM sites WHERE name LIKE ?", (f"%{text}%",)).fetchone()[0]

    three = SiteFilter(
        categories=frozenset({category}),
        likelihoods=frozenset({"confirmed"}),
        statuses=frozenset({"unknown"}),
    )
    where = f"category = '{category}' AND likelihood = 'confirmed' AND status = 'unknown'"
    cases = {"three fields": ({"subset": lambda: subset(where), "ours": lambda: ours(three)})}
    for text in ("hamhung", "7777", "xyzzy"):
        cases[f"substring “{text}”"] = {
            "subset": lambda t=text: subset(f"name LIKE '%{t}%'"),
            "like": lambda t=text: like(t),
            "ours": lambda t=text: ours(SiteFilter(text=t)),
        }
    rows = {}
    for name, tasks in cases.items():
        times, answers = interleaved(tasks, lambda: subset(""))
        rows[name] = {"seconds": times, "counts": answers}
    return {
        "sites": len(columns),
        "load": os.getloadavg()[0],
        "build_s": build_s,
        "build_cpu_s": build_cpu,
        "reload_s": reload_s,
        "reload_cpu_s": reload_cpu,
        "columns_mb": columns.nbytes() / 1e6,
        "peak_extra_mb": peak / 1e3,
        "cases": rows,
    }


def show(report):
    print(f"{report['sites']:,} sites; load of the machine {report['load']:.1f}")
    print(f"{'':24}{'subset ms':>11}{'LIKE ms':>10}{'ours ms':>10}{'× subset':>10}{'× LIKE':>8}   counts")
    for name, row in report["cases"].items():
        times = {peer: 1000 * value for peer, value in row["seconds"].items()}
        like = times.get("like", float("nan"))
        per_subset, per_like = times["subset"] / times["ours"], like / times["ours"]
        print(
            f"{name:24}{times['subset']:11.1f}{like:10.1f}{times['ours']:10.2f}"
            f"{per_subset:10.1f}{per_like:8.1f}   {row['counts']}"
        )
    print(
        f"build {report['build_s']:.1f} s ({report['build_cpu_s']:.1f} s CPU), "
        f"from cache {report['reload_s']:.2f} s, columns {report['columns_mb']:.0f} MB, "
        f"peak while building {report['peak_extra_mb']:.0f} MB extra"
    )


if __name__ == "__main__":
    main()
