# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Which sites of an atlas a newcomer may be: near, and of a like name."""

from __future__ import annotations

from collections import defaultdict
from math import cos, floor, hypot, radians
from typing import Any, Dict, Iterator, List, Set, Tuple

from ..atlas.store import blob as gpkgblob
from ..atlas.store.store import Atlas
from ..names.names import similar

CELL = 0.005
"""Degrees: more than NEAR_M in both directions up to 60° of latitude."""
REGION = 20
"""Cells to the side of a region."""
NEAR_M = 250.0
SAME_SPOT_M = 25.0
LIKE = 0.75
_DEGREE_M = 111_320.0


class Known:
    """The located sites of an atlas by cells of a grid; deleted and rejected ones left out.

    ``besides`` is a source whose own sites are left out too (a newer release of it is coming in).
    """

    def __init__(self, atlas: Atlas, besides: str = "") -> None:
        self.regions: Set[Tuple[int, int]] = set()
        """Where looking is worth it: the large cells with a site in or beside them."""
        self.cells: Dict[Tuple[int, int], List[Tuple[float, float, str, str, str]]] = defaultdict(list)
        query = (
            "SELECT geom, uuid, name, category FROM sites "
            "WHERE geom IS NOT NULL AND deleted = 0 AND status <> 'rejected' AND uuid NOT IN "
            "(SELECT site_uuid FROM kml_items WHERE source_uuid = ? AND site_uuid IS NOT NULL)"
        )
        for blob, uuid, name, category in atlas.backend.select(query, (besides,)):
            point = gpkgblob.point_of(blob)
            if point is not None:
                self.cells[_cell(*point)].append((*point, uuid, name, category))
        for column, row in {(x // REGION, y // REGION) for x, y in self.cells}:
            self.regions.update((column + dx, row + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1))


def _cell(lon: float, lat: float) -> Tuple[int, int]:
    return floor(lon / CELL), floor(lat / CELL)


def duplicates_of(known: Known, name: str, lon: float, lat: float) -> Iterator[Dict[str, Any]]:
    """Yield the known sites that may be the same thing: on the same spot, or near and alike by name."""
    column, row = _cell(lon, lat)
    if (column // REGION, row // REGION) not in known.regions:
        return
    for x in (column - 1, column, column + 1):
        for y in (row - 1, row, row + 1):
            for site in known.cells.get((x, y), ()):
                away = hypot((site[0] - lon) * cos(radians(lat)), site[1] - lat) * _DEGREE_M
                if away <= SAME_SPOT_M or (away <= NEAR_M and similar(site[3], name) >= LIKE):
                    yield {
                        "site": site[2],
                        "site_name": site[3],
                        "category": site[4],
                        "distance_m": round(away, 1),
                    }
