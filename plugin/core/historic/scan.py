# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Opens scans without trusting them: only picture formats, only local files, never altered."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Optional

import numpy as np

from ..errors import AtlasError
from ..gdal_errors import gdal_raises
from ..i18n import tr
from .georeference import Audit
from .transforms import apply_homography

DRIVERS = ["GTiff", "JPEG", "PNG", "JP2OpenJPEG", "JP2KAK", "JP2ECW", "PDF"]
WORLD_FILES = {".wld", ".tfw", ".tifw", ".jgw", ".jpgw", ".pgw", ".pngw", ".j2w", ".jp2w"}
"""The only files beside a scan that are read: six numbers each."""
_LONGEST_WORLD_FILE = 1000
_MAX_SIDE, _MAX_PIXELS = 100_000, 2_000_000_000
_RPC_ZERO = " ".join(["0"] * 16)


def open_scan(path: str, page: int = 1) -> Any:
    """Open a scan read-only (GeoTIFF, TIFF, JPEG, PNG, JP2 or a PDF page) as a GDAL dataset.

    A VRT or anything else that only calls itself a picture is refused: it could show other files or send
    requests.  For the same reason nothing beside the scan is read but a world file, neither ``.aux.xml`` nor
    ``.ovr``, ``.msk`` or ``.rrd``.  Raises AtlasError naming the file.
    """
    from osgeo import gdal

    file = Path(path)
    if not file.is_file():
        raise AtlasError(
            tr("Scan", "There is no scan {file}.").format(file=path),
            hint=tr("Scan", "Choose a picture file on this computer."),
        )
    name = f"PDF:{page}:{file}" if file.suffix.lower() == ".pdf" and page > 1 else str(file)
    try:
        with gdal_raises():
            dataset = gdal.OpenEx(
                name,
                gdal.OF_RASTER | gdal.OF_READONLY,
                allowed_drivers=DRIVERS,
                sibling_files=[file.name, *_world_files(file)],
            )
    except RuntimeError as error:
        raise _refused(file, str(error)) from error
    if dataset is None:
        raise _refused(file, "")
    _refuse_unusable(dataset, file)
    return dataset


def _world_files(file: Path) -> list[str]:
    """Names of the world files beside a scan."""
    found = []
    for ending in WORLD_FILES:
        beside = file.with_suffix(ending)
        if beside.is_file() and beside.stat().st_size <= _LONGEST_WORLD_FILE:
            found.append(beside.name)
    return found


def _refuse_unusable(dataset: Any, file: Path) -> None:
    columns, rows = dataset.RasterXSize, dataset.RasterYSize
    if max(columns, rows) > _MAX_SIDE or columns * rows > _MAX_PIXELS:
        text = tr("Scan", "{file} claims {columns} × {rows} pixels, more than can be handled.")
        raise AtlasError(text.format(file=file.name, columns=columns, rows=rows))
    if dataset.RasterCount < 1:
        raise AtlasError(tr("Scan", "{file} holds no picture.").format(file=file.name))
    if dataset.GetMetadataItem("OVERVIEW_FILE", "OVERVIEWS"):
        raise AtlasError(
            tr("Scan", "{file} names another file that it wants to be shown in its place.").format(
                file=file.name
            ),
            hint=tr("Scan", "Save the picture anew with an image program."),
        )


def _refused(file: Path, detail: str) -> AtlasError:
    with file.open("rb") as stream:
        head = stream.read(400)
    if b"<VRTDataset" in head:
        text = tr("Scan", "{file} cannot be read as a scan: it is a VRT, which is not accepted.")
    else:
        text = tr("Scan", "{file} cannot be read as a scan.")
    return AtlasError(
        text.format(file=file.name),
        hint=tr("Scan", "Use a TIFF, JPEG, PNG, JPEG 2000 or PDF file."),
        detail=detail,
    )


def collar_of(text: Optional[str]) -> Optional[list[tuple[float, float]]]:
    """Return the corners (column, row) of the map in its margin from a sheet's ``collar``, None for none."""
    try:
        corners = [(float(x), float(y)) for x, y in json.loads(text or "[]")]
    except (TypeError, ValueError) as error:
        raise AtlasError(
            tr("Scan", "The corners of the sheet's margin cannot be read."),
            hint=tr("Scan", "Show the margin again and set the corners anew."),
            detail=str(error),
        ) from error
    return corners if len(corners) >= 3 else None


def size_of(dataset: Any) -> tuple[int, int]:
    """Columns and rows."""
    return dataset.RasterXSize, dataset.RasterYSize


def own_geotransform(dataset: Any) -> Optional[tuple]:
    """The scan's own georeference, None where it has none."""
    transform = dataset.GetGeoTransform(can_return_null=True)
    return tuple(transform) if transform else None


def as_picture(dataset: Any, to_bytes: bool = False) -> Any:
    """A virtual copy whose pixels can be averaged: palettes as colours, few bits as 0 to 255.

    With ``to_bytes`` values of more than eight bits are brought to 0 to 255 as well, for the screen.
    """
    from osgeo import gdal

    band = dataset.GetRasterBand(1)
    bits = int(band.GetMetadataItem("NBITS", "IMAGE_STRUCTURE") or 8)
    options: dict[str, Any] = {}
    if band.GetColorTable() is not None:
        options["rgbExpand"] = "rgb"
    elif bits < 8:
        options["scaleParams"] = [[0, 2**bits - 1, 0, 255]]
    elif to_bytes and band.DataType != gdal.GDT_Byte:
        options["scaleParams"] = [_value_range(dataset)] * dataset.RasterCount
        options["outputType"] = gdal.GDT_Byte
    plain = gdal.Translate("", dataset, format="VRT", **options)
    kinds = [plain.GetRasterBand(i + 1).GetColorInterpretation() for i in range(plain.RasterCount)]
    if len(kinds) >= 3 and gdal.GCI_Undefined in kinds[1:3]:
        for i, kind in enumerate((gdal.GCI_RedBand, gdal.GCI_GreenBand, gdal.GCI_BlueBand)):
            plain.GetRasterBand(i + 1).SetColorInterpretation(kind)
    return plain


def _value_range(dataset: Any) -> list[float]:
    """Smallest and largest value of all bands together (so that colours stay), to 0 and 255."""
    count = min(dataset.RasterCount, 3)
    ends = [dataset.GetRasterBand(number + 1).ComputeRasterMinMax(True) for number in range(count)]
    low, high = min(end[0] for end in ends), max(end[1] for end in ends)
    return [low, max(high, low + 1), 0, 255]


def with_transform(dataset: Any, audit: Audit, definition: str, shrink: float = 1.0) -> tuple[Any, dict]:
    """A virtual copy that carries the fitted transformation, and the options ``gdal.Warp`` needs for it.

    ``shrink`` is the number of scan pixels in one pixel of ``dataset`` (for previews).
    """
    from osgeo import gdal

    made = audit.fit
    plain = as_picture(dataset)
    plain.SetMetadata({}, "RPC")
    if made.method in ("helmert", "affine"):
        origin, right, down = made.forward(np.array([(0.0, 0.0), (1.0, 0.0), (0.0, -1.0)]))
        a, b = (right - origin) * shrink, (down - origin) * shrink
        plain.SetGCPs([], "")
        plain.SetProjection(_wkt(definition))
        plain.SetGeoTransform((origin[0], a[0], b[0], origin[1], a[1], b[1]))
        return plain, {}
    if made.method == "projective":
        return plain, {"rpc": True, "frame": _set_rpc(plain, audit, shrink)}
    points = [
        gdal.GCP(float(x), float(y), 0.0, float(u) / shrink, float(-v) / shrink)
        for (u, v), (x, y) in zip(made.source, made.target)
    ]
    plain.SetGCPs(points, _wkt(definition))
    if made.method == "tps":
        return plain, {"tps": True}
    return plain, {"polynomialOrder": 2 if made.method == "polynomial2" else 3}


def _wkt(definition: str) -> str:
    from osgeo import osr

    srs = osr.SpatialReference()
    srs.SetFromUserInput(definition)
    return srs.ExportToWkt()


def _set_rpc(dataset: Any, audit: Audit, shrink: float) -> tuple[float, float, float]:
    """Write a projective transformation as rational polynomials, which GDAL's warper knows.

    A homography is a rational polynomial of first degree, so nothing is approximated.  The map plane is
    given in fake degrees (offset and scale returned), because rational polynomials are defined on them.
    """
    made = audit.fit
    offset = made.target.mean(axis=0)
    scale = float(np.abs(made.target - offset).max()) * 2
    # Four exact pairs fix the homography; the fit itself is evaluated at the scan's corners.
    corners = np.array([(0, 0), (1, 0), (1, -1), (0, -1)], float) * np.ptp(made.source, axis=0)
    corners = corners + (made.source[:, 0].min(), made.source[:, 1].max())
    ground = (made.forward(corners) - offset) / scale
    pixels = corners * (1 / shrink, -1 / shrink)
    matrix = _exact_homography(ground, pixels)
    # GDAL counts samples of rational polynomials from the middle of the first pixel.
    matrix = np.array([[1, 0, -0.5], [0, 1, -0.5], [0, 0, 1]]) @ matrix
    matrix = matrix / matrix[2, 2]
    names = {"SAMP_NUM_COEFF": 0, "LINE_NUM_COEFF": 1, "SAMP_DEN_COEFF": 2, "LINE_DEN_COEFF": 2}
    rpc = {
        key: f"{matrix[row, 2]:.17g} {matrix[row, 0]:.17g} {matrix[row, 1]:.17g} 0 {_RPC_ZERO}"
        for key, row in names.items()
    }
    for key in ("LINE", "SAMP", "LAT", "LONG", "HEIGHT"):
        rpc[f"{key}_OFF"], rpc[f"{key}_SCALE"] = "0", "1"
    dataset.SetGCPs([], "")
    dataset.SetMetadata(rpc, "RPC")
    return float(offset[0]), float(offset[1]), scale


def _exact_homography(source: np.ndarray, target: np.ndarray) -> np.ndarray:
    rows, right = [], []
    for (x, y), (u, v) in zip(source, target):
        rows += [[x, y, 1, 0, 0, 0, -u * x, -u * y], [0, 0, 0, x, y, 1, -v * x, -v * y]]
        right += [u, v]
    matrix = np.append(np.linalg.solve(np.array(rows), np.array(right)), 1.0).reshape(3, 3)
    if not np.allclose(apply_homography(matrix, source), target, atol=1e-3):
        raise AtlasError(tr("Scan", "The projective transformation could not be handed to the warper."))
    return matrix
