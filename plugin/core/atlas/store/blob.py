# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Geometries as GeoPackage stores them (OGC 12-128r18, clause 2.1.3), to and from WKT in EPSG:4326."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from typing import Any, Optional

from osgeo import ogr

from ...errors import AtlasError

_POINT = struct.Struct("<2sBBi BI dd")
_HEADER = struct.Struct("<2sBBi")
_ENVELOPE = struct.Struct("<4d")
_LITTLE, _WITH_ENVELOPE, _EMPTY = 0x01, 0x02, 0x10
_ENVELOPE_BYTES = {0: 0, 1: 32, 2: 48, 3: 48, 4: 64}

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
        raise AtlasError(f"“{wkt[:60]}” is not a geometry in WKT.", detail=detail)
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
    lonlat = point_of(blob)
    if lonlat is not None:
        return f"POINT ({lonlat[0]!r} {lonlat[1]!r})"
    geometry = ogr.CreateGeometryFromWkb(wkb_of(blob))
    return geometry.ExportToIsoWkt()


def wkb_of(blob: bytes) -> bytes:
    """Return the WKB inside a GeoPackage blob."""
    if blob[:2] != b"GP":
        raise AtlasError("A geometry in the file is not in GeoPackage form.", hint="The file may be damaged.")
    return bytes(blob[8 + _ENVELOPE_BYTES[(blob[3] >> 1) & 0x07] :])


def point_of(blob: bytes) -> Optional[tuple[float, float]]:
    """Return (lon, lat) of a plain little-endian point blob as this module and GDAL write it, else None."""
    if len(blob) != _POINT.size or blob[3] != _LITTLE:
        return None
    fields = _POINT.unpack(blob)
    return (fields[6], fields[7]) if fields[4] == 1 and fields[5] == 1 else None


def bounds_of(blob: Optional[bytes]) -> Optional[Bounds]:
    """Return (minx, maxx, miny, maxy) in degrees, None for no or empty geometry."""
    if blob is None or blob[3] & _EMPTY:
        return None
    lonlat = point_of(blob)
    if lonlat is not None:
        return lonlat[0], lonlat[0], lonlat[1], lonlat[1]
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
