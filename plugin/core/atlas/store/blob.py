# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Geometries as GeoPackage stores them (OGC 12-128r18, clause 2.1.3), to and from WKT in EPSG:4326.

The only readers of blobs and of ``POINT (lon lat)``: everything else has numbers.
"""

from __future__ import annotations

import math
import struct
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Optional

from osgeo import ogr

from ...errors import AtlasError
from ...i18n import tr

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

_POINT = struct.Struct("<2sBBi BI dd")
_HEADER = struct.Struct("<2sBBi")
_ENVELOPE = struct.Struct("<4d")
_LITTLE, _WITH_ENVELOPE, _EMPTY = 0x01, 0x02, 0x10
_ENVELOPE_BYTES = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}

LonLat = tuple[float, float]
Bounds = tuple[float, float, float, float]  # minx, maxx, miny, maxy: the order of GeoPackage


def point_blob(lon: float, lat: float, srs: int = 4326) -> bytes:
    """Return a point as a GeoPackage blob (the fast way for bulk loading)."""
    return _POINT.pack(b"GP", 0, _LITTLE, srs, 1, 1, lon, lat)


def from_wkt(wkt: Optional[str], srs: int = 4326) -> Optional[bytes]:
    """Return the blob of a WKT geometry; None stays None.

    Raises AtlasError for text that is no geometry.
    """
    if wkt is None:
        return None
    try:
        geometry = ogr.CreateGeometryFromWkt(wkt)
    except RuntimeError as err:  # osgeo raises this when exceptions are switched on
        geometry, detail = None, str(err)
    else:
        detail = ""
    if geometry is None:
        raise AtlasError(
            tr("Store", "“{text}” is not a geometry in WKT.").format(text=wkt[:60]), detail=detail
        )
    wkb = bytes(geometry.ExportToIsoWkb(ogr.wkbNDR))
    if geometry.IsEmpty():
        return _HEADER.pack(b"GP", 0, _LITTLE | _EMPTY, srs) + wkb
    if geometry.GetGeometryType() == ogr.wkbPoint:
        return _HEADER.pack(b"GP", 0, _LITTLE, srs) + wkb
    return (
        _HEADER.pack(b"GP", 0, _LITTLE | _WITH_ENVELOPE, srs) + _ENVELOPE.pack(*geometry.GetEnvelope()) + wkb
    )


def to_wkt(blob: Optional[bytes]) -> Optional[str]:
    """Return the WKT of a GeoPackage blob; None stays None."""
    if blob is None:
        return None
    plain = _plain_point(blob)
    if plain is not None:
        return point_wkt(*plain)
    geometry = ogr.CreateGeometryFromWkb(wkb_of(blob))
    return geometry.ExportToIsoWkt()


def wkb_of(blob: bytes) -> bytes:
    """Return the WKB inside a GeoPackage blob."""
    if blob[:2] != b"GP":
        raise AtlasError(
            tr("Store", "A geometry in the file is not in GeoPackage form."),
            hint=tr("Store", "The file may be damaged."),
        )
    return bytes(blob[8 + _ENVELOPE_BYTES.get((blob[3] >> 1) & 0x07, 0) :])


def point_wkt(lon: float, lat: float) -> str:
    """Return a point as WKT, every digit kept."""
    return f"POINT ({lon!r} {lat!r})"


def lonlat(wkt: Optional[str]) -> LonLat:
    """Return (lon, lat) of ``POINT (lon lat)``.  Raises AtlasError for anything else."""
    try:
        lon, lat = (float(number) for number in (wkt or "").partition("(")[2].rstrip(") ").split()[:2])
    except ValueError as err:
        raise AtlasError(tr("Store", "“{text}” is not a point.").format(text=(wkt or "")[:60])) from err
    return lon, lat


def vertices(wkt: Optional[str]) -> list[LonLat]:
    """Return the vertices of ``LINESTRING (lon lat, …)``, none for no line."""
    inner = (wkt or "").partition("(")[2].rstrip(") ")
    return [(float(x), float(y)) for x, y in (vertex.split()[:2] for vertex in inner.split(",") if vertex)]


def point_of(blob: Optional[bytes]) -> Optional[LonLat]:
    """Return (lon, lat) of a point's blob; None for no, an empty or another geometry."""
    point = None if blob is None else _plain_point(blob) or _any_point(blob)
    return point if point is not None and not math.isnan(point[0]) else None


def points_of(blobs: Sequence[Optional[bytes]]) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.float64]]:
    """Return longitudes and latitudes of the blobs of points, NaN for none.

    Plain little-endian points, as GDAL writes them, are read together; others one by one.
    """
    import numpy as np

    nothing = bytes(_POINT.size)
    layout = np.dtype(
        {
            "names": ["flags", "order", "kind", "x", "y"],
            "formats": ["u1", "u1", "<u4", "<f8", "<f8"],
            "offsets": [3, 8, 9, 13, 21],
            "itemsize": _POINT.size,
        }
    )
    plain = [b if b is not None and len(b) == _POINT.size else nothing for b in blobs]
    table = np.frombuffer(b"".join(plain), layout)
    good = ((table["flags"] & 0x1F) == _LITTLE) & (table["order"] == 1) & (table["kind"] == 1)
    lon = np.where(good, table["x"], np.nan)
    lat = np.where(good, table["y"], np.nan)
    for row in np.flatnonzero(~good):
        lon[row], lat[row] = point_of(blobs[row]) or (math.nan, math.nan)
    return lon, lat


def _plain_point(blob: bytes) -> Optional[LonLat]:
    """Return (lon, lat) of a plain little-endian point as this module and GDAL write it."""
    if len(blob) != _POINT.size or blob[3] != _LITTLE:
        return None
    fields = _POINT.unpack(blob)
    return (fields[6], fields[7]) if fields[4] == 1 and fields[5] == 1 else None


def _any_point(blob: bytes) -> Optional[LonLat]:
    """Return (lon, lat) of a point of either byte order, with an envelope, with Z or M."""
    if len(blob) < _HEADER.size or blob[:2] != b"GP" or blob[3] & _EMPTY:
        return None
    at = _HEADER.size + _ENVELOPE_BYTES.get((blob[3] >> 1) & 0x07, 0)
    if len(blob) < at + 21:
        return None
    order = "<" if blob[at] == 1 else ">"
    (kind,) = struct.unpack_from(f"{order}I", blob, at + 1)
    if (kind & 0x0FFFFFFF) % 1000 != 1:
        return None
    lon, lat = struct.unpack_from(f"{order}2d", blob, at + 5)
    return lon, lat


def bounds_of(blob: Optional[bytes]) -> Optional[Bounds]:
    """Return (minx, maxx, miny, maxy) in degrees, None for no or empty geometry."""
    if blob is None or blob[3] & _EMPTY:
        return None
    plain = _plain_point(blob)
    if plain is not None:
        return plain[0], plain[0], plain[1], plain[1]
    if (blob[3] >> 1) & 0x07 and blob[3] & _LITTLE:
        return _ENVELOPE.unpack_from(blob, 8)
    return ogr.CreateGeometryFromWkb(wkb_of(blob)).GetEnvelope()


def boxes_of(rows: Sequence[tuple[int, bytes]]) -> Any:
    """Return (id, minx, maxx, miny, maxy) of rows of id and blob, empty geometries left out.

    An array for plain points, where it can be had without looking at each; a list otherwise.
    """
    if all(len(blob) == _POINT.size and blob[3] == _LITTLE for _id, blob in rows):
        import numpy as np

        layout = np.dtype([("head", "V13"), ("x", "<f8"), ("y", "<f8")])
        points = np.frombuffer(b"".join(blob for _id, blob in rows), dtype=layout)
        ids = [row[0] for row in rows]
        return np.column_stack((ids, points["x"], points["x"], points["y"], points["y"]))
    boxes = ((fid, bounds_of(blob)) for fid, blob in rows)
    return [(fid, *box) for fid, box in boxes if box is not None]
