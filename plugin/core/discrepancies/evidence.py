# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""What an atlas says, read for comparison: plain tuples and arrays, so that 100,000 sites are no matter."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import NamedTuple, Optional

import numpy as np

from ..atlas.model import Category
from ..atlas.store import blob as gpkgblob
from ..atlas.store.store import Atlas
from ..measure.geodesics import Geodesic, geodesic_on
from .duplicates import Judge, Thing

Array = np.ndarray


class ComparedSite(NamedTuple):
    """What is compared of a site."""

    uuid: str
    name: str
    category: str
    city: str
    status: str
    outside: bool
    end_latest: str
    source: str
    accuracy_m: float


class ComparedAssertion(NamedTuple):
    """What is compared of an assertion; ``point`` is (lon, lat) or None."""

    uuid: str
    site: str
    source: str
    kind: str
    value: str
    accuracy_m: float
    use: str
    chosen: bool
    contradicts: str
    imagery_date: str
    point: Optional[tuple[float, float]]


@dataclass(frozen=True)
class Evidence:
    """The rows of an atlas.  ``lon`` and ``lat`` run along ``sites`` (NaN where unlocated)."""

    sites: list[ComparedSite]
    lon: Array
    lat: Array
    place: dict[str, int]
    names: dict[str, list[str]]
    assertions: dict[str, ComparedAssertion]
    by_site: dict[str, list[ComparedAssertion]]
    sources: dict[str, str]
    judge: Judge
    """Which sites may be one thing."""
    geodesic: Geodesic = field(default_factory=geodesic_on)
    """What distances and azimuths are measured with."""

    @classmethod
    def read(cls, atlas: Atlas, geodesic: Optional[Geodesic] = None) -> Evidence:
        """Read an atlas (for a worker thread: some seconds at a million sites)."""
        rows = atlas.backend.select(
            "SELECT geom, uuid, name, category, coalesce(city, ''), status, outside, "
            "coalesce(end_latest, ''), coalesce(source_uuid, ''), coalesce(accuracy_m, 0.0) "
            "FROM sites WHERE deleted = 0 ORDER BY fid"
        )
        sites = [ComparedSite(*row[1:]) for row in rows]
        points = [_point(row[0]) or (np.nan, np.nan) for row in rows]
        table = np.array(points, dtype=float).reshape(-1, 2)
        assertions = _assertions(atlas)
        by_site: dict[str, list[ComparedAssertion]] = defaultdict(list)
        for item in assertions.values():
            by_site[item.site].append(item)
        place = {site.uuid: number for number, site in enumerate(sites)}
        titles = dict(atlas.backend.select("SELECT uuid, title FROM sources"))
        return cls(
            sites, table[:, 0].copy(), table[:, 1].copy(), place, _names(atlas), assertions, by_site, titles,
            Judge(atlas.rows(Category)), geodesic or geodesic_on(),
        )  # fmt: skip

    def names_of(self, site: ComparedSite) -> list[str]:
        """Return every name of a site, its main one first."""
        return list(dict.fromkeys([site.name, *self.names.get(site.uuid, [])]))

    def thing(self, number: int) -> Thing:
        """Return what is compared of a site, by its place in ``sites``."""
        site = self.sites[number]
        return Thing(self.names_of(site), site.category, site.accuracy_m)

    def point_of(self, site: str) -> Optional[tuple[float, float]]:
        """Return where a site is, None when that is not known."""
        number = self.place.get(site)
        if number is None or np.isnan(self.lon[number]):
            return None
        return float(self.lon[number]), float(self.lat[number])

    def name_of(self, site: str) -> str:
        """Return a site's name, empty for one that is gone."""
        return self.sites[self.place[site]].name if site in self.place else ""


def _point(blob: Optional[bytes]) -> Optional[tuple[float, float]]:
    if blob is None:
        return None
    bounds = gpkgblob.bounds_of(blob)
    return (bounds[0], bounds[2]) if bounds else None


def _assertions(atlas: Atlas) -> dict[str, ComparedAssertion]:
    rows = atlas.backend.select(
        "SELECT uuid, site_uuid, source_uuid, kind, coalesce(value, ''), coalesce(accuracy_m, 0.0), use, "
        "chosen, coalesce(contradicts, ''), coalesce(imagery_date, ''), geom FROM assertions "
        "WHERE deleted = 0 AND site_uuid IN (SELECT uuid FROM sites WHERE deleted = 0) ORDER BY fid"
    )
    return {row[0]: ComparedAssertion(*(*row[:-1], _point(row[-1]))) for row in rows}


def _names(atlas: Atlas) -> dict[str, list[str]]:
    found: dict[str, list[str]] = defaultdict(list)
    for site, text in atlas.backend.select(
        "SELECT site_uuid, text FROM names WHERE deleted = 0 AND site_uuid IS NOT NULL ORDER BY fid"
    ):
        found[site].append(text)
    return found
