# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Nearest sites and distance matrices beside QGIS's own tools and pyproj, all in one run.

    python benchmarks/bench_measure.py
    BENCH_SITES=100000 BENCH_ROUNDS=3 python benchmarks/bench_measure.py      (quick)

Peers and ours take turns; every figure is a median.  Peers whose set is not the geodesic one are told so.
"""

from __future__ import annotations

import json
import os
import resource
import statistics
import sys
import tempfile
import time
import warnings
from pathlib import Path

import numpy as np

warnings.filterwarnings("ignore", message="Valid PROJ data directory")
ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "build" / "python"))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
SITES = int(os.environ.get("BENCH_SITES", "1000000"))
ROUNDS = int(os.environ.get("BENCH_ROUNDS", "5"))
SIDE = int(os.environ.get("BENCH_SIDE", "1000"))
ORIGINS = np.array([(127.544, 39.915), (129.782, 41.783), (126.9, 37.5), (125.75, 39.02), (128.6, 35.2)])
K, RADIUS = 10, 20_000.0


def clustered(count, seed=1):
    """Made-up sites in 2,000 clusters between 31 and 42 N."""
    rng = np.random.default_rng(seed)
    centres = rng.uniform([124, 31], [131, 42], (2000, 2))
    points = centres[rng.integers(0, 2000, count)] + rng.normal(0, 0.08, (count, 2))
    return points[:, 0], points[:, 1]


def start_qgis():
    from qgis.core import QgsApplication

    app = QgsApplication([], False)
    app.initQgis()
    sys.path.append(str(Path(QgsApplication.pkgDataPath()) / "python" / "plugins"))
    from processing.core.Processing import Processing

    Processing.initialize()
    from dprk_city_atlas.plugin.processing.provider import CityAtlasProvider

    provider = CityAtlasProvider()
    QgsApplication.processingRegistry().addProvider(provider)
    return app, provider


def layer_of(lon, lat, name, folder):
    """Points as a GeoPackage layer with its R-tree."""
    from osgeo import ogr
    from qgis.core import QgsVectorLayer

    path = Path(folder) / f"{name}.gpkg"
    source = ogr.GetDriverByName("GPKG").CreateDataSource(str(path))
    from osgeo import osr

    wgs84 = osr.SpatialReference()
    wgs84.ImportFromEPSG(4326)
    made = source.CreateLayer(name, wgs84, ogr.wkbPoint)
    made.CreateField(ogr.FieldDefn("name", ogr.OFTString))
    made.StartTransaction()
    feature = ogr.Feature(made.GetLayerDefn())
    for number, (x, y) in enumerate(zip(lon.tolist(), lat.tolist())):
        feature.SetFID(-1)
        feature.SetField(0, f"{name} {number}")
        point = ogr.Geometry(ogr.wkbPoint)
        point.AddPoint_2D(x, y)
        feature.SetGeometryDirectly(point)
        made.CreateFeature(feature)
    made.CommitTransaction()
    del made, source
    return QgsVectorLayer(f"{path}|layername={name}", name, "ogr")


def timed(function, *arguments):
    start = time.perf_counter()
    result = function(*arguments)
    return time.perf_counter() - start, result


def processor(function, *arguments):
    """Return the median processor seconds of the calling thread."""
    times = []
    for _ in range(7):
        start = time.thread_time()
        function(*arguments)
        times.append(time.thread_time() - start)
    return statistics.median(times)


def alternate(contestants, rounds=ROUNDS):
    """Run each in turn, so many rounds; return median seconds by name."""
    times = {name: [] for name in contestants}
    for _ in range(rounds):
        for name, function in contestants.items():
            times[name].append(timed(function)[0])
    return {name: statistics.median(values) for name, values in times.items()}


def measurer():
    from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransformContext, QgsDistanceArea

    area = QgsDistanceArea()
    area.setSourceCrs(QgsCoordinateReferenceSystem("EPSG:4326"), QgsCoordinateTransformContext())
    area.setEllipsoid("EPSG:7030")
    return area.measureLine


def bench_nearest(folder):
    import processing
    from qgis.core import QgsFeatureRequest, QgsPointXY, QgsRectangle

    from dprk_city_atlas.plugin.core.measure.nearest import NearestIndex

    lon, lat = clustered(SITES)
    layer = layer_of(lon, lat, "sites", folder)
    first = statistics.median(
        timed(lambda: NearestIndex(lon, lat).nearest(*ORIGINS[0], K))[0] for _ in range(ROUNDS)
    )
    index, measure = NearestIndex(lon, lat), measurer()
    points = [QgsPointXY(x, y) for x, y in zip(lon.tolist(), lat.tolist())]
    one = layer_of(ORIGINS[:1, 0], ORIGINS[:1, 1], "origin", folder)
    origin = QgsPointXY(*ORIGINS[0])

    def loop():
        return sorted((measure(origin, point), number) for number, point in enumerate(points))[:K]

    def planar(algorithm, **parameters):
        return processing.run(algorithm, {"INPUT": one, "OUTPUT": "memory:", **parameters})["OUTPUT"]

    def rectangle():
        box = QgsRectangle(origin.x() - 0.24, origin.y() - 0.19, origin.x() + 0.24, origin.y() + 0.19)
        near = layer.getFeatures(QgsFeatureRequest(box).setNoAttributes())
        return sum(measure(origin, feature.geometry().asPoint()) <= RADIUS for feature in near)

    def per_query(query):
        return lambda: [query(*place) for place in ORIGINS for _ in range(20)]

    seconds = alternate(
        {
            "measureLine over all": loop,
            "qgis:distancematrix": lambda: planar(
                "qgis:distancematrix", INPUT_FIELD="name", TARGET=layer, TARGET_FIELD="name", MATRIX_TYPE=0,
                NEAREST_POINTS=K,
            ),
            "native:joinbynearest": lambda: planar("native:joinbynearest", INPUT_2=layer, NEIGHBORS=K),
            "rectangle + measureLine": rectangle,
            "ours, 10 nearest": per_query(lambda x, y: index.nearest(x, y, K)),
            "ours, within 20 km": per_query(lambda x, y: index.within(x, y, RADIUS)),
            "ours, count within 20 km": per_query(lambda x, y: index.count_within(x, y, RADIUS)),
        }
    )  # fmt: skip
    for name in list(seconds):
        if name.startswith("ours"):
            seconds[name] /= 20 * len(ORIGINS)
    assert [number for _, number in loop()] == index.nearest(*ORIGINS[0], K).index.tolist()
    assert rectangle() == index.count_within(*ORIGINS[0], RADIUS)
    return {**seconds, "ours, first answer with the index": first}


def bench_arithmetic():
    from qgis.core import QgsPointXY

    from dprk_city_atlas.plugin.core.measure.geodesics import geodesic_on
    from dprk_city_atlas.plugin.core.measure.matrix import DistanceMatrix

    origins, targets = clustered(SIDE, 2), clustered(SIDE, 3)
    matrix, measure, exact = DistanceMatrix(origins, targets), measurer(), geodesic_on()
    part = origins[0][:300, None], origins[1][:300, None], targets[0][:300], targets[1][:300]
    few = [[QgsPointXY(x, y) for x, y in zip(*side)][:300] for side in (origins, targets)]
    pairs = {
        "measureLine": (lambda: [measure(a, b) for a in few[0] for b in few[1]], len(few[0]) * len(few[1])),
        "pyproj.Geod": (lambda: exact.distance(*part), len(few[0]) * len(few[1])),
        "ours": (lambda: matrix.rows(0, SIDE), SIDE * SIDE),
    }  # fmt: skip
    seconds = alternate({name: entry[0] for name, entry in pairs.items()}, max(ROUNDS, 7))
    whole = exact.distance(origins[0][:, None], origins[1][:, None], targets[0], targets[1])
    error = float(np.abs(matrix.rows(0, SIDE) - whole).max())
    speed = {name: pairs[name][1] / value / 1e6 for name, value in seconds.items()}
    # On a busy machine the wall clock measures the neighbours: processor time of one thread beside it.
    out = np.empty((SIDE, SIDE))
    speed["measureLine, processor time"] = pairs["measureLine"][1] / processor(pairs["measureLine"][0]) / 1e6
    speed["ours, processor time of a thread"] = SIDE * SIDE / processor(matrix._span, 0, 0, SIDE, out) / 1e6
    return speed, error


def bench_output(folder):
    import processing

    layers = [layer_of(*clustered(SIDE, seed), f"side{seed}", folder) for seed in (4, 5)]

    def theirs(kind):
        return processing.run("qgis:distancematrix", {
            "INPUT": layers[0], "INPUT_FIELD": "name", "TARGET": layers[1], "TARGET_FIELD": "name",
            "MATRIX_TYPE": kind, "NEAREST_POINTS": 0, "OUTPUT": "memory:",
        })  # fmt: skip

    def ours(form):
        return processing.run("cityatlas:matrix", {
            "ORIGINS": layers[0], "TARGETS": layers[1], "FORMAT": form, "OUTPUT": "memory:",
        })  # fmt: skip

    return alternate(
        {
            "qgis:distancematrix, standard": lambda: theirs(1),
            "ours, wide": lambda: ours(1),
            "qgis:distancematrix, linear": lambda: theirs(0),
            "ours, long": lambda: ours(0),
        }
    )


def bench_large():
    """5,000 × 5,000 in a stream: seconds, and by how much the process grew."""
    from dprk_city_atlas.plugin.core.measure.matrix import DistanceMatrix

    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    matrix = DistanceMatrix(clustered(5000, 6), clustered(5000, 7))
    seconds, total = timed(lambda: sum(float(block.sum()) for _, block in matrix.stream()))
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before
    return {"seconds": seconds, "pairs per second (million)": 25 / seconds, "grown by (MB)": grown / 1024,
            "mean distance (km)": total / 25e9}  # fmt: skip


def show(title, rows, unit, base=None):
    print(f"\n{title}")
    for name, value in rows.items():
        ratio = f"{value / rows[base]:10.1f} ×" if base else ""
        print(f"  {name:36s}{value:14.4f} {unit}{ratio}")


def main():
    large = bench_large()
    app, _provider = start_qgis()
    with tempfile.TemporaryDirectory() as folder:
        speed, error = bench_arithmetic()
        output = bench_output(folder)
        near = {name: 1000.0 * value for name, value in bench_nearest(folder).items()}
    show(
        f"Matrix arithmetic, {SIDE:,} × {SIDE:,} (largest error {error * 1000:.4f} mm)",
        speed,
        "M pairs/s",
        "measureLine",
    )
    show(f"Matrix with output, {SIDE:,} × {SIDE:,}", output, "s")
    show("Matrix of 5,000 × 5,000, streamed", large, "")
    show(f"{SITES:,} sites", near, "ms")
    per_thread = speed["ours, processor time of a thread"] / speed["measureLine, processor time"]
    ratios = {
        "arithmetic / measureLine": speed["ours"] / speed["measureLine"],
        "arithmetic / measureLine, one thread": per_thread,
        "wide / distancematrix": output["qgis:distancematrix, standard"] / output["ours, wide"],
        "long / distancematrix": output["qgis:distancematrix, linear"] / output["ours, long"],
        "10 nearest / distancematrix": near["qgis:distancematrix"] / near["ours, 10 nearest"],
        "10 nearest / joinbynearest": near["native:joinbynearest"] / near["ours, 10 nearest"],
        "within 20 km / rectangle": near["rectangle + measureLine"] / near["ours, within 20 km"],
    }
    show("How many times faster", ratios, "×")
    report = {"sites": SITES, "rounds": ROUNDS, "side": SIDE, "arithmetic_mpairs_s": speed, "error_m": error,
              "output_s": output, "large": large, "sites_ms": near, "ratios": ratios}  # fmt: skip
    target = ROOT / "build" / "bench" / "measure.json"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")
    app.exitQgis()


if __name__ == "__main__":
    main()
