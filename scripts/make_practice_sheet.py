# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Draws the practice sheet: a made-up town, its scan and its present, every step with known truth.

    python scripts/make_practice_sheet.py [folder]

The town lies in the open sea east of Korea, so that nobody takes it for a real place.  Needs PyQGIS.
"""

from __future__ import annotations

import json
import math
import os
import sys
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(ROOT / "build" / "python"))

SEED = 1944
LON, LAT = 129.70, 39.55
WIDTH, HEIGHT, MARGIN, PIXEL = 1640, 1240, 110, 2.5
HALF_X, HALF_Y = (WIDTH - 2 * MARGIN) * PIXEL / 2, (HEIGHT - 2 * MARGIN) * PIXEL / 2
STEP = 20.0 / 3600.0
SURVIVE = 0.58
OLD_YEAR, NEW_YEAR = 1944, 2024
RECLAIMED, ERODED = 140.0, -45.0


def bend(paper: np.ndarray) -> np.ndarray:
    """Ideal sheet pixels to scan pixels: shrunk, turned, bent."""
    x, y = (paper[:, 0] - WIDTH / 2) * 0.986, (paper[:, 1] - HEIGHT / 2) * 0.975
    turn = math.radians(-1.7)
    u = x * math.cos(turn) - y * math.sin(turn) + WIDTH / 2
    v = x * math.sin(turn) + y * math.cos(turn) + HEIGHT / 2
    u, v = (
        u + 7 * np.sin(math.pi * v / HEIGHT),
        v + 6 * ((u / WIDTH) - 0.5) ** 2 * 4 + 4 * np.sin(2 * u / WIDTH),
    )
    return np.column_stack([u, v])


def on_scan(ground: np.ndarray) -> np.ndarray:
    """Metres from the town's centre to scan pixels."""
    paper = np.column_stack([WIDTH / 2 + ground[:, 0] / PIXEL, HEIGHT / 2 - ground[:, 1] / PIXEL])
    return bend(paper)


def dense(line: np.ndarray, step: float = 8.0) -> np.ndarray:
    """A line with points every few metres, so that it bends with the paper."""
    line = np.asarray(line, float)
    along = np.append(0, np.cumsum(np.hypot(*np.diff(line, axis=0).T)))
    at = np.linspace(0, along[-1], max(2, int(along[-1] / step)))
    return np.column_stack([np.interp(at, along, line[:, k]) for k in (0, 1)])


def old_coast() -> np.ndarray:
    """The coast of 1944, from west to east: the sea lies on the right, in the south."""
    x = np.arange(-HALF_X, HALF_X + 1, 30.0)
    return np.column_stack([x, -760 + 90 * np.sin(x / 420) + 25 * np.sin(x / 130 + 1)])


def new_coast() -> np.ndarray:
    """The present coast: a harbour won from the sea, a beach lost to it, the rest as it was."""
    line = old_coast()
    x = line[:, 0]
    ramp = np.clip(np.minimum(x + 200, 900 - x) / 40, 0, 1)
    lost = np.clip(np.minimum(x + 1500, -800 - x) / 200, 0, 1)
    return np.column_stack([x, line[:, 1] - RECLAIMED * ramp - ERODED * lost])


def quarter(centre, turn, nodes, spacing, rng, wobble):
    """A quarter's streets: one line per side of a block, all above the coast."""
    c, s = math.cos(math.radians(turn)), math.sin(math.radians(turn))
    grid = np.stack(np.meshgrid(np.arange(nodes[0]), np.arange(nodes[1]), indexing="ij"), -1) * spacing
    grid = grid + rng.normal(0, wobble, grid.shape)
    grid = (grid - grid.mean((0, 1))) @ np.array([[c, s], [-s, c]]) + centre
    lines = []
    for i, j in np.ndindex(*nodes):
        for k, m in ((i + 1, j), (i, j + 1)):
            if k < nodes[0] and m < nodes[1] and rng.random() > 0.1:
                middle = (grid[i, j] + grid[k, m]) / 2 + rng.normal(0, wobble / 5, 2)
                lines.append(np.array([grid[i, j], middle, grid[k, m]]))
    return [line for line in lines if _on_land(line)]


def _on_land(line: np.ndarray) -> bool:
    coast = old_coast()
    above = line[:, 1] > np.interp(line[:, 0], coast[:, 0], coast[:, 1]) + 40
    within = (np.abs(line[:, 0]) < HALF_X - 40) & (line[:, 1] < HALF_Y - 40)
    return bool((above & within).all())


def town(rng):
    """Streets of 1944 with quarter names, and the railway."""
    old = quarter((-620, 330), 24, (11, 10), 92, rng, 13)
    planned = quarter((790, 180), -7, (11, 12), 118, rng, 3)
    streets = [(line, "old town") for line in old] + [(line, "new town") for line in planned]
    for way in (
        [(-1700, 520), (-1350, 470), (-1165, 520)],
        [(-120, 310), (60, 250), (190, 230)],
        [(1445, 395), (1560, 430), (1700, 400)],
    ):
        streets.append((dense(np.array(way, float), 60), "highways"))
    rail = np.array(
        [(-HALF_X + 30, -420), (-900, -330), (-200, -420), (300, -520), (900, -560), (HALF_X - 30, -480)]
    )
    return streets, dense(rail, 60)


def length(line: np.ndarray) -> float:
    return float(np.hypot(*np.diff(np.asarray(line), axis=0).T).sum())


def draw(streets, rail, coast, graticule, labels, rng):
    """The scan as an RGB array: paper, ink, stains, folds."""
    from qgis.PyQt.QtCore import QPointF, Qt
    from qgis.PyQt.QtGui import QColor, QFont, QImage, QPainter, QPen, QPolygonF

    image = QImage(WIDTH, HEIGHT, QImage.Format.Format_RGB32)
    image.fill(QColor(236, 226, 200))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)

    def polygon(points):
        return QPolygonF([QPointF(float(x), float(y)) for x, y in points])

    def stroke(line, color, width, dash=None, step=8.0):
        pen = QPen(QColor(*color), width)
        if dash:
            pen.setDashPattern(dash)
        painter.setPen(pen)
        painter.drawPolyline(polygon(on_scan(dense(line, step))))

    sea = np.vstack([dense(coast), [(HALF_X, -HALF_Y), (-HALF_X, -HALF_Y)]])
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(186, 205, 205))
    painter.drawPolygon(polygon(on_scan(dense(np.vstack([sea, sea[:1]])))))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for depth in (12, 26, 44):
        stroke(coast - (0, depth), (120, 150, 155), 0.7)
    stroke(coast, (40, 60, 80), 2.0)
    for line, _ in streets:
        stroke(line, (90, 70, 55), 5.0)
    for line, _ in streets:
        stroke(line, (250, 244, 226), 3.2)
    stroke(rail, (25, 25, 25), 2.2)
    stroke(rail, (25, 25, 25), 6.0, [0.25, 2.2])
    for line in graticule:
        stroke(line, (70, 90, 130), 0.9)
    frame = np.array([(-1, -1), (1, -1), (1, 1), (-1, 1), (-1, -1)]) * (HALF_X, HALF_Y)
    stroke(frame, (20, 20, 20), 2.4)
    painter.setPen(QColor(30, 30, 30))
    painter.setFont(QFont("DejaVu Serif", 22))
    painter.drawText(QPointF(120, 62), "YŎNSŬP  (a made-up town, for practice)")
    painter.setFont(QFont("DejaVu Serif", 11))
    painter.drawText(QPointF(1120, 62), "1:12,500   surveyed 1938, printed 1944")
    painter.drawText(
        QPointF(120, HEIGHT - 26), "Graticule every 20 seconds. Which datum it is on, the sheet does not say."
    )
    for text, x, y in labels:
        painter.drawText(QPointF(x, y), text)
    painter.end()
    return _age(_array(image), rng)


def _array(image) -> np.ndarray:
    bits = image.constBits()
    bits.setsize(image.sizeInBytes())
    return np.frombuffer(bytes(bits), np.uint8).reshape(HEIGHT, WIDTH, 4)[..., 2::-1].astype(float)


def _age(picture: np.ndarray, rng) -> np.ndarray:
    """Stains, folds, uneven light, specks and a little blur."""
    row, column = np.mgrid[0:HEIGHT, 0:WIDTH]
    light = 1 - 0.10 * ((column / WIDTH - 0.45) ** 2 + (row / HEIGHT - 0.5) ** 2) * 2
    for _ in range(14):
        y, x, size = rng.uniform(0, HEIGHT), rng.uniform(0, WIDTH), rng.uniform(18, 95)
        distance = np.hypot(row - y, column - x) / size
        light -= rng.uniform(0.05, 0.15) * np.exp(-(distance**4)) + 0.06 * np.exp(
            -(((distance - 1) * 9) ** 2)
        )
    for at in (WIDTH / 3, 2 * WIDTH / 3):
        light -= 0.12 * np.exp(-(((column - at - 3 * np.sin(row / 90)) / 1.6) ** 2))
    light -= 0.12 * np.exp(-(((row - HEIGHT / 2 - 3 * np.sin(column / 110)) / 1.6) ** 2))
    picture = picture * light[..., None]
    specks = rng.random((HEIGHT, WIDTH)) < 0.0006
    picture[specks] *= 0.45
    soft = (picture + np.roll(picture, 1, 0) + np.roll(picture, 1, 1) + np.roll(picture, -1, 1)) / 4
    return np.clip(soft + rng.normal(0, 2.2, (HEIGHT, WIDTH, 1)), 0, 255).astype(np.uint8)


def graticule(ground_of):
    """Graticule lines in metres, and its intersections on the sheet: (lon, lat, x, y)."""
    centre_lon, centre_lat = round(LON / STEP) * STEP, round(LAT / STEP) * STEP
    lons = centre_lon + STEP * np.arange(-6, 7)
    lats = centre_lat + STEP * np.arange(-6, 7)
    lines, crossings = [], []
    for value in lons:
        lines.append(ground_of(np.full(400, value), np.linspace(lats[0], lats[-1], 400)))
    for value in lats:
        lines.append(ground_of(np.linspace(lons[0], lons[-1], 400), np.full(400, value)))
    for lon in lons:
        for lat in lats:
            ((x, y),) = ground_of(np.array([lon]), np.array([lat]))
            if abs(x) < HALF_X - 30 and abs(y) < HALF_Y - 30:
                crossings.append((lon, lat, x, y))
    clipped = []
    for line in lines:
        kept = line[(np.abs(line[:, 0]) <= HALF_X) & (np.abs(line[:, 1]) <= HALF_Y)]
        if len(kept) > 1:
            clipped.append(kept)
    return clipped, crossings


def dms(value: float) -> str:
    """Degrees, minutes, seconds as on a sheet's margin."""
    seconds = round(value * 3600)
    return f"{seconds // 3600}°{seconds // 60 % 60:02d}′{seconds % 60:02d}″"


def margin_labels(crossings):
    """Labels of the graticule: text and scan position, below the frame and left of it."""
    found = {}
    for lon, lat, x, y in crossings:
        found.setdefault(dms(lon), (x, -HALF_Y - 14, -34, 14))
        found.setdefault(dms(lat), (-HALF_X - 14, y, -76, 4))
    for text, (x, y, right, down) in found.items():
        ((u, v),) = on_scan(np.array([(x, y)]))
        yield text, float(u) + right, float(v) + down


def write_geojson(path: Path, rows, lonlat_of) -> None:
    """Lines with properties, in WGS 84 to the centimetre."""
    features = [
        {
            "type": "Feature",
            "properties": properties,
            "geometry": {
                "type": "LineString",
                "coordinates": [
                    [round(float(x), 7), round(float(y), 7)] for x, y in lonlat_of(np.asarray(line))
                ],
            },
        }
        for line, properties in rows
    ]
    body = {"type": "FeatureCollection", "name": path.stem, "features": features}
    path.write_text(json.dumps(body, separators=(",", ":")) + "\n", encoding="utf-8")


def present(streets, rail, rng):
    """The streets of today: the survivors, moved by their mapper's errors, and what was built since."""
    keep = rng.random(len(streets)) < SURVIVE
    rows = []
    for (line, _), stays in zip(streets, keep):
        if stays:
            moved = line + rng.normal(0, 1.5, 2) + rng.normal(0, 0.6, line.shape)
            rows.append((moved, {"highway": "residential", "name": None}))
    later = quarter((-550, 420), 62, (6, 5), 210, rng, 10) + quarter((760, 250), 36, (6, 5), 230, rng, 8)
    rows += [(line, {"highway": "primary", "name": None}) for line in later]
    return keep, rows


def _write_scan(path: Path, picture) -> None:
    from osgeo import gdal

    memory = gdal.GetDriverByName("MEM").Create("", WIDTH, HEIGHT, 3)
    memory.WriteArray(np.moveaxis(picture, 2, 0))
    gdal.GetDriverByName("JPEG").CreateCopy(str(path), memory, options=["QUALITY=80"])
    path.with_name(path.name + ".aux.xml").unlink(missing_ok=True)


def main(folder: Path) -> None:
    from qgis.core import QgsApplication, QgsCoordinateReferenceSystem

    from dprk_city_atlas.plugin.core.historic import datum, metric_plane
    from dprk_city_atlas.plugin.core.historic.control_points import GroundControlPoint, write_points

    application = QgsApplication([], True)
    rng = np.random.default_rng(SEED)
    ground = metric_plane.local_plane(LON, LAT)

    def lonlat_of(points):
        return np.column_stack(ground.backward(points[:, 0], points[:, 1]))

    def ground_of(lon, lat):
        """Metres of a graticule position, which is on Tokyo 1892."""
        return np.column_stack(ground.forward(*datum.to_wgs84(datum.TOKYO1892, lon, lat)))

    streets, rail = town(rng)
    lines, crossings = graticule(ground_of)
    folder.mkdir(parents=True, exist_ok=True)
    picture = draw(streets, rail, old_coast(), lines, margin_labels(crossings), rng)
    _write_scan(folder / "sheet.jpg", picture)

    chosen = [c for i, c in enumerate(crossings) if i % 5 != 4]
    pixels = on_scan(np.array([(x, y) for _, _, x, y in chosen])) + rng.normal(0, 0.35, (len(chosen), 2))
    points = [
        GroundControlPoint(lon, lat, round(float(u), 2), round(float(-v), 2), True, str(i + 1))
        for i, ((lon, lat, _, _), (u, v)) in enumerate(zip(chosen, pixels))
    ]
    degrees = QgsCoordinateReferenceSystem("EPSG:4326").toWkt(
        QgsCoordinateReferenceSystem.WktVariant.WKT_PREFERRED
    )
    write_points(str(folder / "sheet.points"), points, degrees)

    keep, rows = present(streets, rail, rng)
    old = [
        (
            line + rng.normal(0, 1.0, 2),
            {
                "kind": "road",
                "quarter": name,
                "year": OLD_YEAR,
                "fidelity": "digitized",
                "accuracy_m": 3.0,
                "survives": "yes" if stays else "no",
            },
        )
        for (line, name), stays in zip(streets, keep)
    ]
    write_geojson(folder / "streets_1944.geojson", old, lonlat_of)
    write_geojson(folder / "streets_now.geojson", rows, lonlat_of)
    write_geojson(folder / "railway_1944.geojson", [(rail, {"kind": "railway", "year": OLD_YEAR})], lonlat_of)
    for name, line, year in (("coast_1944", old_coast(), OLD_YEAR), ("coast_now", new_coast(), NEW_YEAR)):
        write_geojson(folder / f"{name}.geojson", [(line, {"kind": "coast", "date": str(year)})], lonlat_of)
    _write_pairs(folder / "datum_pairs.csv", streets, keep, ground, lonlat_of, rng)
    _write_truth(folder / "truth.json", streets, keep)
    del application


def _write_pairs(path: Path, streets, keep, ground, lonlat_of, rng) -> None:
    """Crossings that still exist: what the graticule says of them, and where they are."""
    from dprk_city_atlas.plugin.core.historic import datum

    corners = np.array([line[0] for (line, _), stays in zip(streets, keep) if stays])[::17][:12]
    read = corners + rng.normal(0, 6, corners.shape)
    sheet = np.column_stack(datum.from_wgs84(datum.TOKYO1892, *lonlat_of(read).T))
    rows = ["sheet_lon,sheet_lat,ground_lon,ground_lat"]
    rows += [f"{a:.6f},{b:.6f},{c:.6f},{d:.6f}" for (a, b), (c, d) in zip(sheet, lonlat_of(corners))]
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")


def _write_truth(path: Path, streets, keep) -> None:
    total = sum(length(line) for line, _ in streets)
    by_quarter = {}
    for name in ("old town", "new town", "highways"):
        mine = [(length(line), stays) for (line, q), stays in zip(streets, keep) if q == name]
        by_quarter[name] = sum(size for size, stays in mine if stays) / sum(size for size, _ in mine)
    truth = {
        "note": "A made-up town; every number here is how it was drawn.",
        "datum": "tokyo1892",
        "seed": SEED,
        "pixel_m": PIXEL,
        "survival": sum(length(line) for (line, _), stays in zip(streets, keep) if stays) / total,
        "survival_by_quarter": by_quarter,
        "streets_m": total,
        "control_point_noise_px": 0.35,
        "coast": {
            "old": OLD_YEAR,
            "new": NEW_YEAR,
            "reclaimed_m": RECLAIMED,
            "eroded_m": ERODED,
            "gain_m2": float(
                np.trapz(np.maximum(old_coast()[:, 1] - new_coast()[:, 1], 0), old_coast()[:, 0])
            ),
            "loss_m2": float(
                np.trapz(np.maximum(new_coast()[:, 1] - old_coast()[:, 1], 0), old_coast()[:, 0])
            ),
        },
    }
    path.write_text(json.dumps(truth, indent=2) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else ROOT / "resources" / "practice")
