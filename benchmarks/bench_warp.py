# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The full warp of an 8,000 × 10,000 scan by spline beside gdalwarp, and the preview of a moved point.

    python benchmarks/bench_warp.py [columns rows]

gdalwarp runs with its best options; both write compressed, tiled files, ours with overviews and read back.
"""

from __future__ import annotations

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
from osgeo import gdal

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "build" / "python"))
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
gdal.UseExceptions()
BEST = ["-tps", "-r", "bilinear", "-et", "0.125", "-multi", "-wo", "NUM_THREADS=ALL_CPUS", "-wm", "1024"]
WRITE = ["-co", "TILED=YES", "-co", "COMPRESS=DEFLATE", "-co", "ZLEVEL=1", "-co", "PREDICTOR=2"]
WRITE += ["-co", "NUM_THREADS=ALL_CPUS", "-dstalpha", "-t_srs", "EPSG:32652"]


def scan(path, columns, rows):
    """A made-up scan: streets and grain, compressible about as a map is."""
    rng = np.random.default_rng(1)
    tile = np.full((3, 512, 512), 225, np.uint8)
    for at in rng.integers(0, 512, 24):
        tile[:, at, :] = 70
        tile[:, :, (at * 7) % 512] = 90
    tile = tile + rng.integers(0, 6, tile.shape, dtype=np.uint8)
    dataset = gdal.GetDriverByName("GTiff").Create(
        path, columns, rows, 3, gdal.GDT_Byte, ["TILED=YES", "COMPRESS=DEFLATE", "ZLEVEL=1"]
    )
    for y in range(0, rows, 512):
        band = np.tile(tile, (1, 1, columns // 512 + 1))[:, : min(512, rows - y), :columns]
        dataset.WriteArray(np.ascontiguousarray(band), 0, y)


def points(columns, rows):
    """25 points on a bent sheet at 1.25 m to the pixel."""
    from dprk_city_atlas.plugin.core.historic import metric_plane
    from dprk_city_atlas.plugin.core.historic.control_points import GroundControlPoint

    target = metric_plane.utm_plane(127.54, 39.92)
    x0, y0 = target.forward(127.54, 39.92)
    found = []
    for i, j in np.ndindex(5, 5):
        u, v = columns * (0.05 + 0.9 * i / 4) + 7 * j, rows * (0.05 + 0.9 * j / 4) - 5 * i
        x = x0 + 1.25 * u + 0.02 * v + 25 * np.sin(3 * v / rows)
        y = y0 + 0.02 * u - 1.25 * v + 18 * (u / columns) ** 2
        lon, lat = target.backward(x, y)
        found.append(GroundControlPoint(float(lon), float(lat), u, -v, True, str(len(found) + 1)))
    return found


def main(columns, rows):
    from dprk_city_atlas.plugin.core.historic import datum, georeference, warp

    folder = Path(tempfile.mkdtemp())
    try:
        path = str(folder / "scan.tif")
        scan(path, columns, rows)
        prepared = georeference.prepare(points(columns, rows), datum.WGS84)
        audit = georeference.audit(prepared, "tps", (columns, rows))
        gcps = [
            gdal.GCP(float(x), float(y), 0, float(u), float(-v))
            for (u, v), (x, y) in zip(prepared.source, prepared.target)
        ]
        given = str(folder / "gcp.vrt")
        del_me = gdal.Translate(given, path, format="VRT", GCPs=gcps, outputSRS="EPSG:32652")
        del del_me
        bounds, width, height = warp.output_frame(audit, (columns, rows))
        frame = ["-te", *(repr(v) for v in bounds), "-ts", str(width), str(height)]
        times = {"gdalwarp": [], "gdalwarp + gdaladdo": [], "ours": []}
        for _ in range(3):
            out = folder / "peer.tif"
            out.unlink(missing_ok=True)
            start = time.perf_counter()
            subprocess.run(["gdalwarp", "-q", *BEST, *frame, *WRITE, given, str(out)], check=True)
            times["gdalwarp"].append(time.perf_counter() - start)
            subprocess.run(
                ["gdaladdo", "-q", "-r", "average", "--config", "GDAL_NUM_THREADS", "ALL_CPUS", str(out)],
                check=True,
            )
            times["gdalwarp + gdaladdo"].append(time.perf_counter() - start)
            start = time.perf_counter()
            warp.warp(path, prepared, audit, str(folder / "ours.tif"))
            times["ours"].append(time.perf_counter() - start)
        rows_out = {f"{key}_s": statistics.median(value) for key, value in times.items()}
        a = gdal.Open(str(folder / "ours.tif")).ReadAsArray(width // 3, height // 3, 1500, 1500).astype(int)
        b = gdal.Open(str(folder / "peer.tif")).ReadAsArray(width // 3, height // 3, 1500, 1500).astype(int)
        rows_out["largest_difference"] = int(np.abs(a - b).max())
        start = time.perf_counter()
        preview = warp.Preview(path)
        rows_out["preview_opened_once_s"] = time.perf_counter() - start
        moved = []
        for k in range(15):
            prepared.target[7] += (0.5 * (-1) ** k, 0)
            start = time.perf_counter()
            again = georeference.audit(prepared, "tps", (columns, rows))
            preview.picture(again, prepared.plane.definition)
            moved.append(time.perf_counter() - start)
        rows_out["point_moved_to_picture_ms"] = 1000 * statistics.median(moved)
        for key, value in rows_out.items():
            print(f"{key:28} {value:.4g}")
        build = ROOT / "build" / "bench"
        build.mkdir(parents=True, exist_ok=True)
        (build / "warp.json").write_text(json.dumps(rows_out, indent=2) + "\n", encoding="utf-8")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main(*(int(v) for v in sys.argv[1:3])) if len(sys.argv) > 2 else main(8000, 10000)
