# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The sites of an atlas ready for many questions: which of them may a newcomer of a file be?"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from math import cos, floor, hypot, radians

from ..atlas.model import Category
from ..atlas.store import blob
from ..atlas.store.store import Atlas
from ..names.names import fold
from .duplicates import COMMON, NAME_M, REACH_M, Judge, Neighbour, Thing

CELL = 0.01
"""Degrees: the cells in which sites are found by place."""
REGION = 0.2
"""Degrees: the regions in which a file is likely to lie; more than NAME_M up to 60° of latitude."""
_DEGREE_M = 111_320.0
Cell = tuple[int, int]


@dataclass(frozen=True)
class _Site:
    """A located site as it is compared."""

    lon: float
    lat: float
    uuid: str
    thing: Thing


class KnownSites:
    """The located sites of an atlas, but for deleted and rejected ones.

    ``besides`` is a source whose own sites are left out too (a newer release of it is coming in).  Sites
    are sorted into cells when the first newcomer comes near, so that a file of one city costs that city.
    """

    def __init__(self, atlas: Atlas, besides: str = "") -> None:
        self._judge = Judge(atlas.rows(Category))
        self._regions: dict[Cell, list[_Site]] = defaultdict(list)
        self._ready: set[Cell] = set()
        self._asked: dict[Cell, bool] = {}
        self._by_place: dict[Cell, list[_Site]] = defaultdict(list)
        self._by_name: dict[str, list[_Site]] = defaultdict(list)
        names = _names(atlas)
        query = (
            "SELECT geom, uuid, name, name_ko, category, accuracy_m FROM sites "
            "WHERE geom IS NOT NULL AND deleted = 0 AND status <> 'rejected' AND uuid NOT IN "
            "(SELECT site_uuid FROM kml_items WHERE source_uuid = ? AND site_uuid IS NOT NULL)"
        )
        for geom, uuid, name, korean, category, accuracy in atlas.backend.select(query, (besides,)):
            point = blob.point_of(geom)
            if point is not None:
                known = tuple(dict.fromkeys((name, *((korean,) if korean else ()), *names.get(uuid, ()))))
                site = _Site(*point, uuid, Thing(known, category, accuracy or 0.0))
                self._regions[_cell(*point, REGION)].append(site)

    def __bool__(self) -> bool:
        return bool(self._regions)

    def has_any_near(self, lon: float, lat: float) -> bool:
        """Tell at once whether asking is worth it: most of a country's map lies far from two cities."""
        region = _cell(lon, lat, REGION)
        found = self._asked.get(region)
        if found is None:
            found = self._asked[region] = self._open(region)
        return found

    def may_be(self, thing: Thing, lon: float, lat: float) -> list[Neighbour]:
        """Return the known sites that may be the same as a thing at a position (degrees), nearest first."""
        if not self.has_any_near(lon, lat):
            return []
        candidates: dict[str, _Site] = {}
        for cell in _cells_within(lon, lat, thing.accuracy_m):
            candidates.update((site.uuid, site) for site in self._by_place.get(cell, ()))
        for name in thing.names:
            namesakes = self._by_name.get(fold(name), ()) if name and self._judge.identifies(name) else ()
            if len(namesakes) <= COMMON:
                candidates.update((site.uuid, site) for site in namesakes)
        found: list[Neighbour] = []
        for site in candidates.values():
            if self._judge.fits(thing.category, site.thing.category):
                self._compare(thing, lon, lat, site, found)
        return sorted(found, key=lambda item: item.distance_m or 0.0)

    def _compare(self, thing: Thing, lon: float, lat: float, site: _Site, found: list[Neighbour]) -> None:
        rough = hypot((site.lon - lon) * cos(radians(lat)), site.lat - lat) * _DEGREE_M
        if rough > 1.05 * NAME_M or self._judge.likeness(thing, site.thing, 0.95 * rough) is None:
            return  # most are not alike, and need no exact distance
        from ..measure.geodesics import geodesic_on  # pyproj: only once something is near

        metres = float(geodesic_on().distance(lon, lat, site.lon, site.lat))
        likeness = self._judge.likeness(thing, site.thing, metres) if metres <= NAME_M else None
        if likeness is not None:
            name = site.thing.names[0]
            found.append(Neighbour(site.uuid, name, site.thing.category, likeness.reason, metres))

    def _open(self, region: Cell) -> bool:
        """Sort the sites of a region and those around it into cells; tell whether there are any."""
        around = [(region[0] + dx, region[1] + dy) for dx in (-1, 0, 1) for dy in (-1, 0, 1)]
        for place in around:
            if place not in self._ready and place in self._regions:
                self._ready.add(place)
                for site in self._regions[place]:
                    self._sort_in(site)
        return any(place in self._ready for place in around)

    def _sort_in(self, site: _Site) -> None:
        reach = min(self._judge.size(site.thing.category) + site.thing.accuracy_m, REACH_M)
        for cell in _cells_within(site.lon, site.lat, reach):
            self._by_place[cell].append(site)
        for key in {fold(name) for name in site.thing.names if self._judge.identifies(name)}:
            self._by_name[key].append(site)


def _cell(lon: float, lat: float, size: float) -> Cell:
    return floor(lon / size), floor(lat / size)


def _cells_within(lon: float, lat: float, metres: float) -> list[Cell]:
    """Return the cells that a circle around a place touches (a little more, never less)."""
    dy = 1.02 * min(metres, REACH_M) / _DEGREE_M
    dx = dy / max(cos(radians(lat)), 0.01)
    (west, south), (east, north) = _cell(lon - dx, lat - dy, CELL), _cell(lon + dx, lat + dy, CELL)
    return [(x, y) for x in range(west, east + 1) for y in range(south, north + 1)]


def _names(atlas: Atlas) -> dict[str, list[str]]:
    """Return the names of sites besides those that stand in their own rows."""
    found: dict[str, list[str]] = defaultdict(list)
    rows = atlas.backend.select(
        "SELECT n.site_uuid, n.text FROM names n JOIN sites s ON s.uuid = n.site_uuid "
        "WHERE n.deleted = 0 AND n.text <> s.name AND n.text <> coalesce(s.name_ko, '')"
    )
    for uuid, text in rows:
        found[uuid].append(text)
    return found
