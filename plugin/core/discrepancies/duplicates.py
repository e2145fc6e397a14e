# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""What a new site may already be, and what a new shape may belong to: the sites around, the unlocated."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Optional

from ..atlas.store import blob
from ..atlas.store.store import Atlas
from ..measure.geodesics import geodesic_on
from ..names.names import fold, similar

NAME_M = 10_000.0
"""Within this distance a like name is told (settlements and plants are pinned kilometres apart)."""
KIND_M = 1_000.0
"""Within this distance a site of the same kind is told, whatever its name."""
MOST_UNLOCATED = 5_000
MOST_NEAREST = 200
LIKE = 0.8
"""Likeness of names (``names.similar``) from which two may be the same thing."""


class Reason(Enum):
    """Why a site is listed."""

    SAME_NAME = "same name"
    LIKE_NAME = "similar name"
    SAME_KIND = "same kind"
    UNLOCATED = "unlocated, similar name"


@dataclass(frozen=True)
class Neighbour:
    """A site that the new one may be; ``distance_m`` is None where it has no position."""

    uuid: str
    name: str
    category: str
    reason: Reason
    distance_m: Optional[float]


@dataclass(frozen=True)
class Unlocated:
    """A site without a position; ``names`` are all that are known of it."""

    uuid: str
    name: str
    category: str
    city: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class Nearby:
    """A site and its distance (metres) from a place."""

    uuid: str
    name: str
    city: str
    distance_m: float


def unlocated(atlas: Atlas) -> list[Unlocated]:
    """Return the sites without a position, by city and name."""
    rows = atlas.backend.select(
        "SELECT s.uuid, s.name, s.category, s.city, group_concat(n.text, char(10)) FROM sites s "
        "LEFT JOIN names n ON n.site_uuid = s.uuid AND n.deleted = 0 "
        "WHERE s.geom IS NULL AND s.deleted = 0 GROUP BY s.fid LIMIT ?",
        (MOST_UNLOCATED,),
    )
    found = [
        Unlocated(uuid, name, kind, city or "", (name, *(others or "").split("\n")))
        for uuid, name, kind, city, others in rows
    ]
    return sorted(found, key=lambda site: (site.city, site.name))


def nearest_sites(atlas: Atlas, lon: float, lat: float, most: int = MOST_NEAREST) -> list[Nearby]:
    """Return the sites nearest to a place (degrees), nearest first: a list to choose from, of any atlas."""
    shrunk = max(math.cos(math.radians(lat)), 0.01)
    half, within, rows = 0.05, 0, []
    while within < most and half < 400.0:
        rows = atlas.backend.select(
            "SELECT s.uuid, s.name, s.city, s.geom, r.far FROM (SELECT id, "
            "(minx - :x) * (minx - :x) * :k * :k + (miny - :y) * (miny - :y) AS far FROM rtree_sites_geom "
            "WHERE maxx >= :x - :h / :k AND minx <= :x + :h / :k AND maxy >= :y - :h AND miny <= :y + :h "
            "ORDER BY far LIMIT :most) r JOIN sites s ON s.fid = r.id WHERE s.deleted = 0",
            {"x": lon, "y": lat, "k": shrunk, "h": half, "most": most},
        )
        within = sum(row[4] <= half * half for row in rows)  # in the corners of the box others are nearer
        half *= 4.0
    placed = [(row, blob.point_of(row[3])) for row in rows]
    known = [(row, point) for row, point in placed if point is not None]
    if not known:
        return []
    lons, lats = zip(*(point for _row, point in known))
    metres = geodesic_on().inverse(lon, lat, lons, lats).distance
    found = [Nearby(row[0], row[1], row[2] or "", float(far)) for (row, _point), far in zip(known, metres)]
    return sorted(found, key=lambda site: site.distance_m)


def neighbours(
    atlas: Atlas, name: str, category: str, position: Optional[tuple[float, float]], *,
    besides: str = "", queue: Optional[Sequence[Unlocated]] = None,
) -> list[Neighbour]:  # fmt: skip
    """Return what stands near a position (lon, lat) under a like name or as the same kind, nearest first.

    Every name of a site counts; ``besides`` is a site to leave out (the one being moved), ``queue`` what
    ``unlocated`` gave, to be looked through again and again.  Sites that are marked as rejected are told
    too: somebody found them to be wrong before.
    """
    found = [] if position is None else _around(atlas, name, category, position)
    if name.strip():
        found += _of_queue(unlocated(atlas) if queue is None else queue, name)
    kept = [item for item in found if item.uuid != besides]
    return sorted(kept, key=lambda item: (item.distance_m is None, item.distance_m or 0.0, item.name))


def _around(atlas: Atlas, name: str, category: str, position: tuple[float, float]) -> list[Neighbour]:
    lon, lat = position
    dy = NAME_M / 110_574.0
    dx = min(180.0, NAME_M / (111_320.0 * max(math.cos(math.radians(lat)), 0.01)))
    rows = atlas.backend.select(
        "SELECT s.uuid, s.name, s.category, s.geom, group_concat(n.text, char(10)) "
        "FROM rtree_sites_geom r JOIN sites s ON s.fid = r.id "
        "LEFT JOIN names n ON n.site_uuid = s.uuid AND n.deleted = 0 "
        "WHERE r.maxx >= ? AND r.minx <= ? AND r.maxy >= ? AND r.miny <= ? AND s.deleted = 0 GROUP BY s.fid",
        (lon - dx, lon + dx, lat - dy, lat + dy),
    )
    points = [blob.point_of(row[3]) or (math.nan, math.nan) for row in rows]
    if not rows:
        return []
    distances = geodesic_on().inverse(lon, lat, [p[0] for p in points], [p[1] for p in points]).distance
    found = []
    for (uuid, known, kind, _blob, others), metres in zip(rows, distances):
        names = [known, *(others or "").split("\n")]
        reason = _reason(name, category, names, kind, float(metres))
        if reason is not None:
            found.append(Neighbour(uuid, known, kind, reason, float(metres)))
    return found


def _reason(name: str, category: str, names: Sequence[str], kind: str, metres: float) -> Optional[Reason]:
    if name.strip() and metres <= NAME_M:
        like = _likeness(name, names)
        if like is not None:
            return like
    if kind == category and category != "unknown" and metres <= KIND_M:
        return Reason.SAME_KIND
    return None


def _likeness(name: str, names: Sequence[str]) -> Optional[Reason]:
    if any(fold(name) == fold(other) for other in names):
        return Reason.SAME_NAME
    if any(similar(name, other) >= LIKE for other in names if other):
        return Reason.LIKE_NAME
    return None


def _of_queue(queue: Sequence[Unlocated], name: str) -> list[Neighbour]:
    return [
        Neighbour(site.uuid, site.name, site.category, Reason.UNLOCATED, None)
        for site in queue
        if _likeness(name, site.names) is not None
    ]
