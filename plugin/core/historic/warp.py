# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Warps a scan by its control points: to a GeoTIFF, whole or not at all, and to a preview at screen size."""

from __future__ import annotations

import json
import math
import os
import shutil
from pathlib import Path
from typing import Any, Callable, Optional, Sequence

import numpy as np

from ..errors import AtlasError, Cancelled
from ..gdal_errors import gdal_raises
from ..i18n import tr
from . import point_checks
from .georeference import Audit, Prepared
from .scan import as_picture, open_scan, size_of, with_transform
from .scan_damage import read_through

ERROR_PIXELS = 0.125
_CREATION = ["TILED=YES", "COMPRESS=DEFLATE", "ZLEVEL=1", "PREDICTOR=2", "BIGTIFF=IF_SAFER"]
_BLANK = 1.4
Progress = Callable[[float], bool]
"""Called with 0 to 1; returns False to stop."""


def extent_of(audit: Audit, size: tuple[int, int]) -> tuple[float, float, float, float]:
    """West, south, east, north of the warped scan in the plane, from a grid over all of it."""
    edge = point_checks.grid_over(size, 30)
    placed = audit.fit.forward(edge)
    if not np.isfinite(placed).all():
        raise AtlasError(
            tr("Warp", "The horizon of the projective transformation lies within the scan."),
            hint=_suspects(audit),
        )
    west, south = placed.min(axis=0)
    east, north = placed.max(axis=0)
    return float(west), float(south), float(east), float(north)


def output_frame(audit: Audit, size: tuple[int, int], max_pixels: Optional[int] = None) -> tuple:
    """Bounds, columns and rows of the result at the scan's own resolution.

    Raises AtlasError where the result would be out of all proportion to the scan, which only happens with
    wrong points, before a byte is written.
    """
    west, south, east, north = extent_of(audit, size)
    pixel = audit.pixel
    columns, rows = math.ceil((east - west) / pixel), math.ceil((north - south) / pixel)
    limit = max_pixels or 6 * size[0] * size[1] + 1_000_000
    if columns * rows > limit:
        raise AtlasError(
            tr(
                "Warp",
                "The warped sheet would have {columns} × {rows} pixels, the scan has {size} × {size2}.",
            ).format(columns=f"{columns:,}", rows=f"{rows:,}", size=f"{size[0]:,}", size2=f"{size[1]:,}"),
            hint=_suspects(audit),
        )
    bounds = (west, north - rows * pixel, west + columns * pixel, north)
    return bounds, columns, rows


def _suspects(audit: Audit) -> str:
    errors = np.hypot(*audit.fit.loo.T)
    flagged = audit.judged.flagged
    # A blunder pulls its neighbours along, so theirs can be the larger errors.
    worst = np.flatnonzero(flagged) if flagged.any() else np.argsort(-np.nan_to_num(errors))[:3]
    listed = ", ".join(f"{audit.labels[i]} ({errors[i]:.0f} m)" for i in worst if np.isfinite(errors[i]))
    if not listed:
        return ""
    text = tr("Warp", "Check the control points with the largest leave-one-out errors: {points}.")
    if flagged.any():
        text = tr("Warp", "Check the control points that contradict the others: {points}.")
    return text.format(points=listed)


def _arguments(options: dict, bounds: tuple, columns: int, rows: int, definition: str) -> tuple[dict, tuple]:
    """``gdal.Warp`` arguments and the true geotransform of the result."""
    frame = options.pop("frame", None)
    step_x, step_y = (bounds[2] - bounds[0]) / columns, (bounds[3] - bounds[1]) / rows
    true = (bounds[0], step_x, 0.0, bounds[3], 0.0, -step_y)
    arguments = {**options, "outputBounds": bounds, "width": columns, "height": rows, "dstSRS": definition}
    if frame:
        x0, y0, scale = frame
        fake = tuple((v - o) / scale for v, o in zip(bounds, (x0, y0, x0, y0)))
        arguments.update(outputBounds=fake, dstSRS="EPSG:4326")
    return arguments, true


@gdal_raises()
def warp(
    scan_path: str,
    prepared: Prepared,
    audit: Audit,
    output: str,
    *,
    progress: Optional[Progress] = None,
    collar: Optional[Sequence[tuple[float, float]]] = None,
    resampling: str = "bilinear",
    max_pixels: Optional[int] = None,
    page: int = 1,
    accept_damage: bool = False,
) -> dict:
    """Warp the scan to a tiled, compressed GeoTIFF with overviews and return what was written.

    ``collar`` are the corners (column, row) of the map inside its margin; what lies outside becomes
    transparent.  The scan is only read, once through before anything is written: a damaged one is refused
    unless ``accept_damage``, and its ``damaged_share`` is returned.  The result appears under its name when
    it is complete and has been read back.  Raises Cancelled when ``progress`` returns False, AtlasError for
    everything else.
    """
    target = Path(output)
    if target.exists() and target.samefile(scan_path):
        raise AtlasError(
            tr("Warp", "{file} is the scan itself.").format(file=target.name),
            hint=tr("Warp", "Choose another name for the result."),
        )
    damage = read_through(scan_path, page, None if progress is None else lambda done: progress(0.1 * done))
    if damage.share and not accept_damage:
        raise AtlasError(
            damage.text(),
            hint=tr("Warp", "Get a whole copy of it, or let what can be read be warped (DAMAGED)."),
            detail=damage.detail,
        )
    dataset = open_scan(scan_path, page)
    bounds, columns, rows = output_frame(audit, size_of(dataset), max_pixels)
    bands = 4 if dataset.RasterCount >= 3 or dataset.GetRasterBand(1).GetColorTable() else 2
    _room_for(target, columns * rows * bands)
    temporary = target.with_name(f".{target.stem}.{os.getpid()}.tmp.tif")
    steps = _Steps(progress)
    try:
        _write(dataset, prepared, audit, temporary, (bounds, columns, rows), collar, resampling, steps)
        _describe(temporary, Path(scan_path).name, prepared, audit)
        _verify(temporary, columns, rows)
        temporary.replace(target)
    except RuntimeError as error:
        if steps.stopped:
            raise Cancelled(tr("Warp", "Georeferencing")) from error
        raise AtlasError(
            tr("Warp", "{name} could not be written.").format(name=target.name), detail=str(error)
        ) from error
    except OSError as error:
        raise AtlasError(
            tr("Warp", "{name} could not be written: {strerror}.").format(
                name=target.name, strerror=error.strerror
            )
        ) from error
    finally:
        for leftover in (temporary, temporary.with_name(temporary.name + ".aux.xml")):
            leftover.unlink(missing_ok=True)
    west, south, east, north = bounds
    return {
        "path": str(target),
        "columns": columns,
        "rows": rows,
        "pixel_size_m": audit.pixel,
        "bounds": [west, south, east, north],
        "crs": prepared.plane.definition,
        "damaged_share": damage.share,
        "damage": damage.text(),
    }


def _room_for(target: Path, need: int) -> None:
    free = shutil.disk_usage(target.parent).free
    if free < _BLANK * need:
        raise AtlasError(
            tr("Warp", "{parent} has {free} MB free; the result needs up to {need} MB.").format(
                parent=target.parent,
                free=f"{free / 1e6:,.0f}",
                need=f"{_BLANK * need / 1e6:,.0f}",
            ),
            hint=tr("Warp", "Free some space or choose another folder."),
        )


def _write(
    dataset: Any,
    prepared: Prepared,
    audit: Audit,
    temporary: Path,
    frame: tuple,
    collar: Optional[Sequence[tuple[float, float]]],
    resampling: str,
    steps: _Steps,
) -> None:
    from osgeo import gdal

    definition = prepared.plane.definition
    source, options = with_transform(dataset, audit, definition)
    bounds, columns, rows = frame
    arguments, true = _arguments(options, bounds, columns, rows, definition)
    # White paper is no hole where only one of its colours equals the scan's nodata value.
    extra = ["NUM_THREADS=ALL_CPUS", "INIT_DEST=0", "UNIFIED_SRC_NODATA=YES"]
    if collar:
        ring = [*collar, collar[0]]
        extra.append("CUTLINE=POLYGON((" + ",".join(f"{x} {y}" for x, y in ring) + "))")
    result = gdal.Warp(
        str(temporary),
        source,
        format="GTiff",
        dstAlpha=True,
        errorThreshold=ERROR_PIXELS,
        multithread=True,
        warpMemoryLimit=256,
        warpOptions=extra,
        resampleAlg=resampling,
        creationOptions=[*_CREATION, "NUM_THREADS=ALL_CPUS"],
        callback=steps.between(0.1, 0.77),
        **arguments,
    )
    if result is None:
        raise RuntimeError(gdal.GetLastErrorMsg() or "stopped")
    result.SetProjection(_projection(definition))
    result.SetGeoTransform(true)
    result.FlushCache()
    levels = [2**k for k in range(1, 9) if min(columns, rows) / 2**k >= 128] or [2]
    with _Options({"COMPRESS_OVERVIEW": "DEFLATE", "GDAL_NUM_THREADS": "ALL_CPUS", "ZLEVEL_OVERVIEW": "1"}):
        built = result.BuildOverviews("AVERAGE", levels, callback=steps.between(0.77, 0.97))
    del result
    if built != 0:
        raise RuntimeError(gdal.GetLastErrorMsg() or "stopped")


class _Steps:
    """Progress of several GDAL steps as one, and whether the user stopped it."""

    def __init__(self, progress: Optional[Progress]) -> None:
        self._progress = progress
        self.stopped = False

    def between(self, low: float, high: float) -> Callable:
        """A GDAL callback for a step that fills the share from ``low`` to ``high``."""

        def step(done: float, _message: str, _data: object) -> int:
            if self._progress is not None and not self._progress(low + (high - low) * done):
                self.stopped = True
            return int(not self.stopped)

        return step


class _Options:
    """GDAL options for a while."""

    def __init__(self, options: dict) -> None:
        self._options = options
        self._before: dict = {}

    def __enter__(self) -> None:
        from osgeo import gdal

        for key, value in self._options.items():
            self._before[key] = gdal.GetConfigOption(key)
            gdal.SetConfigOption(key, value)

    def __exit__(self, *_: object) -> None:
        from osgeo import gdal

        for key, value in self._before.items():
            gdal.SetConfigOption(key, value)


def _projection(definition: str) -> str:
    from osgeo import osr

    srs = osr.SpatialReference()
    srs.SetFromUserInput(definition)
    return srs.ExportToWkt()


def _describe(path: Path, scan_name: str, prepared: Prepared, audit: Audit) -> None:
    """Write into the file how it came to be: method, points, operation, accuracy."""
    from osgeo import gdal

    operation, made = prepared.operation, audit.fit
    x, y = made.target.T
    points = [
        {"id": label, "column": float(u), "row": float(-v), "x": round(float(e), 3), "y": round(float(n), 3)}
        for label, (u, v), e, n in zip(audit.labels, made.source, x, y)
    ]
    loo = audit.loo_rmse
    said = f"leave-one-out error {loo:.2f} m" if loo is not None else "leave-one-out error unknown"
    dataset = gdal.Open(str(path), gdal.GA_Update)
    dataset.SetMetadata(
        {
            "TIFFTAG_IMAGEDESCRIPTION": (
                f"{scan_name}: {made.method}, {len(points)} control points, {said}, datum {operation.name}"
            ),
            "TIFFTAG_SOFTWARE": "DPRK City Atlas",
            "ATLAS_METHOD": made.method,
            "ATLAS_RMSE_N_M": f"{audit.rmse_n:.4f}",
            "ATLAS_LOO_RMSE_M": "" if loo is None else f"{loo:.4f}",
            "ATLAS_DATUM": operation.key,
            "ATLAS_OPERATION": operation.pipeline,
            "ATLAS_OPERATION_ACCURACY_M": "" if operation.accuracy_m is None else f"{operation.accuracy_m:g}",
            "ATLAS_POINTS": json.dumps(points),
            "ATLAS_SCAN": scan_name,
            "AREA_OR_POINT": "Area",
        }
    )
    del dataset


def _verify(path: Path, columns: int, rows: int) -> None:
    """Read the finished file back from disk; an empty picture is an error, not a result."""
    from osgeo import gdal

    with path.open("rb+") as stream:
        os.fsync(stream.fileno())
    dataset = gdal.OpenEx(str(path), gdal.OF_RASTER, allowed_drivers=["GTiff"])
    if (dataset.RasterXSize, dataset.RasterYSize) != (columns, rows):
        raise AtlasError(tr("Warp", "{name} was not written whole.").format(name=path.name))
    alpha = dataset.GetRasterBand(dataset.RasterCount)
    smallest = alpha.GetOverview(alpha.GetOverviewCount() - 1)
    if smallest is None or not smallest.ReadAsArray().any():
        raise AtlasError(
            tr("Warp", "The warped sheet is empty."),
            hint=tr("Warp", "Check the control points and the collar."),
        )


class Preview:
    """The scan at screen size, warped anew while a control point moves.

    Holds a reduced copy of the scan, so that each picture costs a few milliseconds whatever the scan's size.
    """

    @gdal_raises()
    def __init__(self, scan_path: str, longest: int = 1400, page: int = 1) -> None:
        from osgeo import gdal

        dataset = open_scan(scan_path, page)
        self.size = size_of(dataset)
        self._shrink = max(1.0, max(self.size) / longest)
        columns, rows = (max(1, round(v / self._shrink)) for v in self.size)
        self._small = gdal.Translate(
            "",
            as_picture(dataset, to_bytes=True),
            format="MEM",
            width=columns,
            height=rows,
            outputType=gdal.GDT_Byte,
            resampleAlg="average",
        )
        self._shrink = self.size[0] / columns

    @gdal_raises()
    def picture(
        self, audit: Audit, definition: str, bounds: Optional[tuple] = None, width: int = 900
    ) -> tuple[np.ndarray, tuple]:
        """RGBA picture (rows, columns, 4) and its bounds in the plane ``definition``.

        ``bounds`` (west, south, east, north) default to the whole sheet.
        """
        from osgeo import gdal

        west, south, east, north = bounds or extent_of(audit, self.size)
        height = max(1, min(4 * width, round(width * (north - south) / (east - west))))
        source, options = with_transform(self._small, audit, definition, self._shrink)
        arguments, _ = _arguments(options, (west, south, east, north), width, height, definition)
        result = gdal.Warp(
            "", source, format="MEM", dstAlpha=True, errorThreshold=0.5, resampleAlg="near", **arguments
        )
        bands = result.ReadAsArray()
        if bands.shape[0] == 2:
            bands = bands[[0, 0, 0, 1]]
        return np.ascontiguousarray(np.moveaxis(bands[[0, 1, 2, -1]], 0, 2)), (west, south, east, north)
