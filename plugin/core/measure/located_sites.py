# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The located sites of an atlas as arrays, with the index over them: what every measurement starts from."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Optional

import numpy as np

from ..atlas.model import Site
from ..atlas.store import blob
from ..atlas.store.store import Atlas
from .geodesics import Array, Geodesic
from .nearest import Hits, NearestIndex

POINT_BYTES = 29
"""Length of a point's GeoPackage blob without envelope: header 8, WKB 21."""
MANY_NAMES = 5_000
"""From so many names on, all are read in one go."""
Edits = Mapping[int, tuple[str, Optional[Site]]]


@dataclass(frozen=True)
class SiteTable:
    """Located sites: ``fid``, ``lon``, ``lat`` (degrees), ``category`` as index into ``categories``."""

    fid: Array
    lon: Array
    lat: Array
    category: Array
    categories: tuple[str, ...]
    index: NearestIndex
    edited: dict[int, tuple[str, str]] = field(default_factory=dict)
    """Name and identifier of sites that are not in the file as they are."""

    @classmethod
    def read(
        cls, atlas: Atlas, geodesic: Optional[Geodesic] = None, edits: Optional[Edits] = None
    ) -> SiteTable:
        """Read the sites that have a point and are not deleted; builds the index (for a worker thread).

        ``edits`` take the place of what the file has: identifier and site by feature id, None: deleted.
        """
        with atlas.backend.reading() as db:
            rows = db.execute(
                "SELECT fid, category, geom FROM sites WHERE geom IS NOT NULL AND deleted = 0 ORDER BY fid"
            ).fetchall()
        new = {fid: site for fid, (_uuid, site) in (edits or {}).items() if site is not None and site.geom}
        rows = [row for row in rows if row[0] not in edits] if edits else rows
        lon, lat = blob.points_of([row[2] for row in rows])
        kinds = [row[1] for row in rows] + [site.category for site in new.values()]
        categories = sorted(set(kinds))
        code = {name: number for number, name in enumerate(categories)}
        fid = np.array([*(row[0] for row in rows), *new], dtype=np.int64)
        category = np.fromiter((code[kind] for kind in kinds), dtype=np.int32, count=len(kinds))
        if new:
            added = np.array([blob.lonlat(site.geom) for site in new.values()])
            lon, lat = np.concatenate([lon, added[:, 0]]), np.concatenate([lat, added[:, 1]])
        told = {number: (site.name, site.uuid) for number, site in new.items()}
        return cls(fid, lon, lat, category, tuple(categories), NearestIndex(lon, lat, geodesic), told)

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

    def count(self, lon: float, lat: float, *, radius: float = 0.0, accept: Optional[Array] = None) -> int:
        """Return how many sites lie within ``radius`` metres (0 = anywhere); quicker than ``find``."""
        if radius > 0:
            return self.index.count_within(lon, lat, radius, accept)
        return len(self) if accept is None else int(np.count_nonzero(accept))

    def counts(self, index: Array) -> Counter:
        """Return how many of some sites (positions, as in ``Hits.index``) each category has."""
        numbers = np.bincount(self.category[index], minlength=len(self.categories)).tolist()
        return Counter({name: number for name, number in zip(self.categories, numbers) if number})

    def members(self, lon: float, lat: float, *, radius: float, accept: Optional[Array] = None) -> Array:
        """Return the positions of all sites within ``radius`` metres (0 = anywhere), in no order."""
        if radius > 0:
            return self.index.members_within(lon, lat, radius, accept)
        return np.arange(len(self)) if accept is None else np.flatnonzero(accept)


def names(atlas: Atlas, fids: Sequence[int]) -> dict[int, tuple[str, str]]:
    """Return ``{fid: (name, uuid)}`` of some sites."""
    found: dict[int, tuple[str, str]] = {}
    with atlas.backend.reading() as db:
        if len(fids) > MANY_NAMES:
            wanted = set(fids)
            rows = db.execute("SELECT fid, name, uuid FROM sites").fetchall()
            return {row[0]: (row[1], row[2]) for row in rows if row[0] in wanted}
        for fid in fids:
            row = db.execute("SELECT name, uuid FROM sites WHERE fid = ?", (int(fid),)).fetchone()
            if row is not None:
                found[int(fid)] = (row[0], row[1])
    return found


def point_of_name(atlas: Atlas, name: str) -> Optional[tuple[float, float]]:
    """Return longitude and latitude of the one located site of a name (case aside), None without one."""
    with atlas.backend.reading() as db:
        rows = db.execute(
            "SELECT geom FROM sites WHERE deleted = 0 AND name = ? COLLATE NOCASE AND geom IS NOT NULL",
            (name,),
        ).fetchall()
    return blob.point_of(rows[0][0]) if len(rows) == 1 else None
