# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Control points and the ``.points`` files of QGIS's Georeferencer.

QGIS has written three forms: since 3.26 ``mapX,mapY,sourceX,sourceY,enable,dX,dY,residual`` with a ``#CRS:``
line above, before ``mapX,mapY,pixelX,pixelY,enable[,dX,dY,residual]``, and long ago the same with tabs.
Spreadsheets save them with semicolons and decimal commas; that is read too.
In all of them rows of a scan count downwards as negative numbers, and a point at the middle of the top left
pixel is (0.5, -0.5).
"""

from __future__ import annotations

import csv
import math
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Optional, Sequence

import numpy as np

from ..coordinates.parse import CoordinateError, Reading, Spelling, parse
from ..coordinates.us_army_grid import GridDatum
from ..errors import AtlasError
from ..files import write_text
from ..i18n import tr
from ..numbers import read_number

HEADER = "mapX,mapY,sourceX,sourceY,enable,dX,dY,residual"
_SOURCE = ("sourcex", "sourcey")
_PIXEL = ("pixelx", "pixely")
_MAX_BYTES = 20_000_000
_OFF = {"0", "0.0", "false", "no"}


@dataclass(frozen=True)
class GroundControlPoint:
    """A place on the scan (pixels, y = minus the row) and on the map (coordinates of the file's CRS)."""

    map_x: float
    map_y: float
    source_x: float
    source_y: float
    enabled: bool = True
    label: str = ""


@dataclass
class PointsFile:
    """What a ``.points`` file holds; ``crs`` is the text after ``#CRS:`` (empty where there is none)."""

    points: list[GroundControlPoint]
    crs: str = ""
    in_source_units: bool = False
    path: str = ""
    notes: list[str] = field(default_factory=list)

    def enabled(self) -> list[GroundControlPoint]:
        """The points that take part in the fit."""
        return [p for p in self.points if p.enabled]


def arrays(points: Sequence[GroundControlPoint]) -> tuple[np.ndarray, np.ndarray]:
    """Scan and map coordinates as two arrays of shape (n, 2)."""
    source = np.array([(p.source_x, p.source_y) for p in points], float).reshape(-1, 2)
    target = np.array([(p.map_x, p.map_y) for p in points], float).reshape(-1, 2)
    return source, target


def read_points(path: str) -> PointsFile:
    """Read a ``.points`` file of any QGIS version.

    Raises AtlasError naming the file and the point for everything that is no finite coordinate.
    """
    file = Path(path)
    try:
        if file.stat().st_size > _MAX_BYTES:
            raise AtlasError(
                tr("ControlPoints", "{name} is larger than {size} MB: no list of points.").format(
                    name=file.name, size=_MAX_BYTES // 1000000
                )
            )
        lines = file.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise AtlasError(
            tr("ControlPoints", "{name} cannot be read as text.").format(name=file.name), detail=str(error)
        ) from error
    crs, result = "", PointsFile([], path=path)
    columns: dict[str, int] = {}
    found: list[GroundControlPoint] = []
    delimiter = ","
    for number, line in enumerate(lines, start=1):
        if line.startswith("#"):
            crs = line.partition(":")[2].strip() if line[1:].strip().upper().startswith("CRS") else crs
        elif line.strip() and not columns:
            delimiter = max(",;\t", key=line.count)
            columns = _columns(_split(line, delimiter), file.name)
        elif line.strip():
            where = f"{file.name}, line {number}: control point {len(found) + 1}"
            found.append(_point(_split(line, delimiter), columns, str(len(found) + 1), where))
    if not columns:
        raise AtlasError(
            tr("ControlPoints", "{name} holds no control points.").format(name=file.name),
            hint=tr("ControlPoints", "The header must read {header}.").format(header=HEADER),
        )
    result.points, result.crs = found, crs
    result.in_source_units = _SOURCE[0] in columns
    return result


def _split(line: str, delimiter: str) -> list[str]:
    try:
        return [part.strip() for part in next(csv.reader([line], delimiter=delimiter, skipinitialspace=True))]
    except csv.Error as error:
        raise AtlasError(
            tr("ControlPoints", "“{line}” is no line of a control point file.").format(line=line[:40]),
            detail=str(error),
        ) from error


def _columns(header: list[str], name: str) -> dict[str, int]:
    columns = {text.lower(): i for i, text in enumerate(header)}
    pair = _SOURCE if _SOURCE[0] in columns else _PIXEL
    missing = [key for key in ("mapx", "mapy", *pair) if key not in columns]
    if missing:
        raise AtlasError(
            tr("ControlPoints", "{name} is no control point file: the header has no {list}.").format(
                name=name, list=", ".join(missing)
            ),
            hint=tr("ControlPoints", "The header must read {header}.").format(header=HEADER),
        )
    return columns


def _point(parts: list[str], columns: dict[str, int], label: str, where: str) -> GroundControlPoint:
    width = max(columns.values()) + 1
    if len(parts) > width:
        raise AtlasError(
            tr("ControlPoints", "{where} has {count} values for {width} columns.").format(
                where=where, count=len(parts), width=width
            ),
            hint=tr(
                "ControlPoints", "Decimal commas need semicolons or quotes around them; write points instead."
            ),
        )
    pair = _SOURCE if _SOURCE[0] in columns else _PIXEL
    values = []
    for key in ("mapx", "mapy", *pair):
        text = parts[columns[key]] if columns[key] < len(parts) else ""
        try:
            value = read_number(text)
        except ValueError as error:
            raise AtlasError(
                tr("ControlPoints", "{where} has “{text}” for {key}.").format(where=where, text=text, key=key)
            ) from error
        if not math.isfinite(value):
            raise AtlasError(
                tr("ControlPoints", "{where} has {text} for {key}: no finite number.").format(
                    where=where, text=text, key=key
                )
            )
        values.append(value)
    column = columns.get("enable", columns.get("enabled", 99))
    flag = parts[column].lower() if column < len(parts) else "1"
    map_x, map_y, source_x, source_y = values
    return GroundControlPoint(map_x, map_y, source_x, source_y, flag not in _OFF, label)


def typed_place(text: str) -> tuple[float, float, bool]:
    """Read a place typed for a control point: longitude, latitude, and whether they are the sheet's own.

    Degrees (longitude first where nothing else names the order) and references of the US Army's old grid
    are printed on sheets: they count on the sheet's datum, unshifted.  Today's MGRS and UTM are WGS 84.
    Raises CoordinateError.
    """
    try:
        found = parse(text, Reading(order="lonlat", region=None))
    except CoordinateError as error:
        if error.kind != "grid":
            raise
        try:
            found = parse(text, Reading(grid="usarmy", datum=GridDatum.UNSHIFTED, region=None))
        except CoordinateError:
            raise error from None
    return found.lon, found.lat, found.spelling not in (Spelling.MGRS, Spelling.UTM)


def to_pixels(
    file: PointsFile, geotransform: Optional[Sequence[float]], size: Optional[tuple[int, int]] = None
) -> list[GroundControlPoint]:
    """The points with scan coordinates in pixels, where the scan itself carries a georeference.

    Since 3.26 QGIS writes the coordinates of the scan's layer; without a georeference these are pixels.  A
    file of pixels stays one where ``size`` (columns, rows) shows that nothing else can be meant.
    """
    if not file.in_source_units or geotransform is None:
        return file.points
    x0, a, b, y0, d, e = (float(v) for v in geotransform)
    det = a * e - b * d
    if (x0, a, b, y0, d, abs(e)) == (0.0, 1.0, 0.0, 0.0, 0.0, 1.0) or det == 0:
        return file.points
    result = []
    for p in file.points:
        u, v = p.source_x - x0, p.source_y - y0
        column, row = (e * u - b * v) / det, (a * v - d * u) / det
        result.append(replace(p, source_x=column, source_y=-row))
    if size is not None and _on_scan(file.points, size).all() and not _on_scan(result, size).any():
        return file.points
    return result


def _on_scan(points: Sequence[GroundControlPoint], size: tuple[int, int]) -> np.ndarray:
    x, y = arrays(points)[0].T
    return (x >= 0) & (x <= size[0]) & (y <= 0) & (-y <= size[1])


def write_points(
    path: str,
    points: Sequence[GroundControlPoint],
    crs: str = "",
    residuals: Optional[np.ndarray] = None,
    legacy: bool = False,
) -> None:
    """Write a file that QGIS's Georeferencer opens; ``residuals`` is (n, 2) in pixels, as QGIS has them.

    ``legacy`` names the columns as QGIS did before 3.26.  The file is replaced whole or not at all.
    """
    header = HEADER.replace("source", "pixel") if legacy else HEADER
    lines = [f"#CRS: {' '.join(crs.split())}"] if crs else []
    lines.append(header)
    for i, p in enumerate(points):
        dx, dy = (0.0, 0.0) if residuals is None else (float(v) for v in residuals[i])
        numbers = (p.map_x, p.map_y, p.source_x, p.source_y)
        if not all(math.isfinite(v) for v in numbers):
            raise AtlasError(
                tr(
                    "ControlPoints", "Control point {label} has no finite coordinates and was not written."
                ).format(label=p.label or i + 1)
            )
        tail = ",".join(repr(v) for v in (dx, dy, math.hypot(dx, dy)))
        lines.append(f"{','.join(repr(float(v)) for v in numbers)},{int(p.enabled)},{tail}")
    write_text(Path(path), "\n".join(lines) + "\n")
