# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The located sites of an atlas as arrays, with the index over them: what every measurement starts from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Optional

import numpy as np

from ..atlas import gpkgblob
from ..atlas.store import Atlas
from .geodesics import Array
from .nearest import Hits, NearestIndex

POINT_BYTES = 29
"""Length of a point's GeoPackage blob without envelope: header 8, WKB 21."""


@dataclass(frozen=True)
class SiteTable:
    """Located sites: ``fid``, ``lon``, ``lat`` (degrees), ``category`` as index into ``categories``."""

    fid: Array
    lon: Array
    lat: Array
    category: Array
    categories: tuple[str, ...]
    index: NearestIndex

    @classmethod
    def read(cls, atlas: Atlas) -> SiteTable:
        """Read the sites that have a point and are not deleted; builds the index (for a worker thread)."""
        with atlas.backend.reading() as db:
            rows = db.execute(
                "SELECT fid, category, geom FROM sites WHERE geom IS NOT NULL AND deleted = 0 ORDER BY fid"
            ).fetchall()
        lon, lat = _points([row[2] for row in rows])
        names = sorted({row[1] for row in rows})
        code = {name: number for number, name in enumerate(names)}
        fid = np.fromiter((row[0] for row in rows), dtype=np.int64, count=len(rows))
        category = np.fromiter((code[row[1]] for row in rows), dtype=np.int32, count=len(rows))
        return cls(fid, lon, lat, category, tuple(names), NearestIndex(lon, lat))

    def __len__(self) -> int:
        return int(self.fid.size)

    def only(self, categories: Optional[Sequence[str]]) -> Optional[Array]:
        """Return the mask of sites of some categories, None for all."""
        if not categories:
            return None
        wanted = [number for number, name in enumerate(self.categories) if name in categories]
        return np.isin(self.category, wanted)

    def find(
        self, lon: float, lat: float, *, k: int = 0, radius: float = 0.0, accept: Optional[Array] = None
    ) -> Hits:
        """Return the nearest ``k`` (0 = all) sites within ``radius`` metres (0 = anywhere), nearest first."""
        if radius > 0:
            hits = self.index.within(lon, lat, radius, accept)
            return hits.first(k) if k else hits
        return self.index.nearest(lon, lat, k or len(self), accept)

    def counts(self, hits: Hits) -> Counter:
        """Return how many hits each category has."""
        return Counter(self.categories[number] for number in self.category[hits.index])


def names(atlas: Atlas, fids: Sequence[int]) -> dict[int, tuple[str, str]]:
    """Return ``{fid: (name, uuid)}`` of some sites."""
    found: dict[int, tuple[str, str]] = {}
    with atlas.backend.reading() as db:
        for fid in fids:
            row = db.execute("SELECT name, uuid FROM sites WHERE fid = ?", (int(fid),)).fetchone()
            if row is not None:
                found[int(fid)] = (row[0], row[1])
    return found


def _points(blobs: list[bytes]) -> tuple[Array, Array]:
    """Return longitudes and latitudes; plain little-endian points (all that we and GDAL write) at once."""
    joined = b"".join(blobs)
    if len(joined) == POINT_BYTES * len(blobs) and all(len(blob) == POINT_BYTES for blob in blobs):
        table = np.frombuffer(joined, dtype=_POINT)
        if bool(np.all(table["flags"] == 1)) and bool(np.all(table["order"] == 1)):
            return table["lon"].astype(np.float64), table["lat"].astype(np.float64)
    bounds: list[Any] = [gpkgblob.bounds_of(blob) or (np.nan, np.nan, np.nan, np.nan) for blob in blobs]
    pairs = np.array([(bound[0], bound[2]) for bound in bounds], dtype=np.float64).reshape(-1, 2)
    return pairs[:, 0].copy(), pairs[:, 1].copy()


_POINT = np.dtype(
    [("magic", "S2"), ("version", "u1"), ("flags", "u1"), ("srs", "<i4"), ("order", "u1"), ("kind", "<u4"),
     ("lon", "<f8"), ("lat", "<f8")]
)  # fmt: skip
