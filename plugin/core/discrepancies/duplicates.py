# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Which sites may be one thing: the one rule, and what may be meant by a site that is being set.

Two sites may be one when their kinds fit and a name of the one, in any script or spelling, is a name of the
other; or when they are as near to each other as their kind is large and their positions are sure, and no
names of their own speak against it.  A name that only says the kind (“AAA”, “고사포 진지 3”) is no identity.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import NamedTuple, Optional

from ..atlas.model import Category
from ..atlas.store import blob
from ..atlas.store.store import Atlas
from ..i18n import mark
from ..names.names import fold, similar, sound_key, squeeze

NAME_M = 10_000.0
"""How far around a position its namesakes are told (settlements and plants are pinned kilometres apart)."""
COMPOUND_M = 1000.0
"""How far apart two points of one compound may be: what holds where a category does not say it."""
REACH_M = 3_000.0
"""Two points of one thing are never further apart than this, whatever its kind and their accuracies."""
SPOT_M = 30.0
"""Within this distance two points are the same place, whatever their accuracies."""
UNSTATED_M = 15.0
"""The accuracy of a position that states none."""
LIKE = 0.8
"""Likeness of names (``names.similar``) from which two may be the same."""
COMMON = 6
"""A name that more sites bear is no identity either (“Kindergarten”)."""
MOST_UNLOCATED = 5_000
MOST_NEAREST = 200

_NO_IDENTITY = (
    "site place point position battery unnamed untitled unknown placemark area building complex facility "
    "possible probable former new old no nr number the of and or at near in aaa sam ada flak gun artillery "
    "missile anti aircraft air defence defense military base 시설 기지 진지 건물 구역 미상 고사포 고사총 "
    "지대공미사일 미사일 포대 군사"
)
"""Words that name a kind or nothing, besides those of the categories' own labels."""


class Reason(Enum):
    """Why two sites may be one thing."""

    SAME_NAME = mark("Duplicates", "same name")
    LIKE_NAME = mark("Duplicates", "similar name")
    SAME_KIND = mark("Duplicates", "same kind")
    SAME_PLACE = mark("Duplicates", "same place")
    UNLOCATED = mark("Duplicates", "unlocated, similar name")


class Thing(NamedTuple):
    """What is compared of a site: all its names, its category, its position's accuracy (m, 0: unstated)."""

    names: Sequence[str]
    category: str
    accuracy_m: float = 0.0


class Likeness(NamedTuple):
    """Why two sites may be one; ``near`` when they stand as near as one thing's two points would."""

    reason: Reason
    near: bool


class Judge:
    """The rule.  It knows an atlas's categories: which is part of which, and what words only name a kind."""

    def __init__(self, categories: Iterable[Category]) -> None:
        known = list(categories)
        self._parent = {category.id: category.parent for category in known}
        self._apart = {category.id: category.apart_m for category in known}
        words = set(_NO_IDENTITY.split())
        for category in known:
            for text in (category.id, category.label, category.label_ko or ""):
                words.update((*fold(text).split(), squeeze(text)))
        self._kind_words = frozenset(words)
        self.identifies = lru_cache(maxsize=65536)(self._identifies)

    def _identifies(self, name: str) -> bool:
        """Tell whether a name says more than a kind and a number."""
        words = fold(name).split()
        kind = self._kind_words
        return squeeze(name) not in kind and not all(
            word in kind or word.isdigit() or (word[-1] == "s" and word[:-1] in kind) for word in words
        )

    def fits(self, one: str, other: str) -> bool:
        """Tell whether one thing can be of both categories: the same, one part of the other, or unknown."""
        if one == other or "unknown" in (one, other):
            return True
        return self._parent.get(one) == other or self._parent.get(other) == one

    def size(self, category: str) -> float:
        """Return how many metres two points of one thing of a category may be apart."""
        return self._apart.get(category) or COMPOUND_M

    def reach(self, one: Thing, other: Thing) -> float:
        """Return how far apart (m) two points of one thing may be: its size and what accuracies explain."""
        size = min(self.size(one.category), self.size(other.category))
        return min(size + one.accuracy_m + other.accuracy_m, REACH_M)

    def spot(self, one: Thing, other: Thing) -> float:
        """Return within which distance (m) the accuracies make two positions the same place."""
        stated = (one.accuracy_m or UNSTATED_M) + (other.accuracy_m or UNSTATED_M)
        return min(max(stated, SPOT_M), self.reach(one, other))

    def likeness(self, one: Thing, other: Thing, metres: float) -> Optional[Likeness]:
        """Return why two sites, so many metres apart, may be one thing; None when nothing says so.

        Namesakes are told however far apart they are (``near`` is False then); whoever asks knows how far
        to look.
        """
        if not self.fits(one.category, other.category):
            return None
        near = metres <= self.reach(one, other)
        ours = [name for name in one.names if name and self.identifies(name)]
        theirs = [name for name in other.names if name and self.identifies(name)]
        if ours and theirs:
            if same_name(ours, theirs):
                return Likeness(Reason.SAME_NAME, near)
            if near and like_name(ours, theirs):
                return Likeness(Reason.LIKE_NAME, True)
            return Likeness(Reason.SAME_PLACE, True) if metres <= SPOT_M else None
        if metres <= self.spot(one, other) and same_name(one.names, other.names):
            return Likeness(Reason.SAME_NAME, True)
        if near and one.category == other.category != "unknown":
            return Likeness(Reason.SAME_KIND, True)
        return Likeness(Reason.SAME_PLACE, True) if metres <= SPOT_M else None


SHORT = 4
"""Names whose sound has fewer signs than this have to be equal: short ones sound alike by chance."""


def same_name(ours: Iterable[str], theirs: Iterable[str]) -> bool:
    """Tell whether two sites have a name in common, in whatever script and romanization."""
    ours, theirs = ([name for name in names if name] for names in (ours, theirs))
    if not {fold(name) for name in ours}.isdisjoint(fold(name) for name in theirs):
        return True
    return not {name_key(name) for name in ours}.isdisjoint(name_key(name) for name in theirs)


@lru_cache(maxsize=65536)
def name_key(name: str) -> str:
    """Return what the spellings of one name have in common."""
    key = sound_key(name)
    return key if len(key) >= SHORT else fold(name)


def like_name(ours: Iterable[str], theirs: Iterable[str]) -> bool:
    """Tell whether a name of the one is as good as a name of the other."""
    theirs = list(theirs)
    return any(_can_be_like(x, y) and similar(x, y) >= LIKE for x in ours for y in theirs)


@lru_cache(maxsize=65536)
def _letters(name: str) -> tuple[int, int, frozenset[str]]:
    """Return the length of what is compared of a name, the set of its letters as bits, and its words."""
    key = sound_key(name) or squeeze(name)
    bits = 0
    for sign in key:
        bits |= 1 << (ord(sign) % 61)
    return len(key), bits, frozenset(sound_key(word) or word for word in fold(name).split())


def _can_be_like(one: str, other: str) -> bool:
    """Tell cheaply whether ``similar`` can reach ``LIKE``: one change alters two letters of a set at most."""
    (length, bits, words), (length2, bits2, words2) = _letters(one), _letters(other)
    changes = int(max(length, length2) * (1.0 - LIKE))
    if abs(length - length2) <= changes and bin(bits ^ bits2).count("1") <= 2 * changes:
        return True
    return 2.0 * len(words & words2) >= LIKE * (len(words) + len(words2))


# -- one question ------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Neighbour:
    """A site that the new one may be; ``distance_m`` is None where it has no position."""

    uuid: str
    name: str
    category: str
    reason: Reason
    distance_m: Optional[float]

    def as_json(self) -> dict[str, object]:
        """Return what a report says of it."""
        return {
            "site": self.uuid,
            "site_name": self.name,
            "category": self.category,
            "distance_m": None if self.distance_m is None else round(self.distance_m, 1),
            "reason": self.reason.value,
        }


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
    from ..measure.geodesics import geodesic_on  # pyproj: only where something is near

    lons, lats = zip(*(point for _row, point in known))
    metres = geodesic_on().inverse(lon, lat, lons, lats).distance
    found = [Nearby(row[0], row[1], row[2] or "", float(far)) for (row, _point), far in zip(known, metres)]
    return sorted(found, key=lambda site: site.distance_m)


def neighbours(
    atlas: Atlas, name: str, category: str, position: Optional[tuple[float, float]], *,
    accuracy_m: float = 0.0, besides: str = "", queue: Optional[Sequence[Unlocated]] = None,
) -> list[Neighbour]:  # fmt: skip
    """Return what may be the same as a site at a position (lon, lat), nearest first, the unlocated last.

    ``accuracy_m`` is the position's (0: unstated); ``besides`` is a site to leave out (the one being
    moved), ``queue`` what ``unlocated`` gave, to be looked through again and again.  Sites that are marked
    as rejected are told too: somebody found them to be wrong before.
    """
    judge, thing = Judge(atlas.rows(Category)), Thing((name,), category, accuracy_m)
    found = [] if position is None else _around(atlas, judge, thing, position)
    if name.strip():
        found += _of_queue(judge, unlocated(atlas) if queue is None else queue, thing)
    kept = [item for item in found if item.uuid != besides]
    return sorted(kept, key=lambda item: (item.distance_m is None, item.distance_m or 0.0, item.name))


def _around(atlas: Atlas, judge: Judge, thing: Thing, position: tuple[float, float]) -> list[Neighbour]:
    lon, lat = position
    dy = NAME_M / 110_574.0
    dx = min(180.0, NAME_M / (111_320.0 * max(math.cos(math.radians(lat)), 0.01)))
    rows = atlas.backend.select(
        "SELECT s.uuid, s.name, s.name_ko, s.category, s.geom, s.accuracy_m, group_concat(n.text, char(10)) "
        "FROM rtree_sites_geom r JOIN sites s ON s.fid = r.id "
        "LEFT JOIN names n ON n.site_uuid = s.uuid AND n.deleted = 0 "
        "WHERE r.maxx >= ? AND r.minx <= ? AND r.maxy >= ? AND r.miny <= ? AND s.deleted = 0 GROUP BY s.fid",
        (lon - dx, lon + dx, lat - dy, lat + dy),
    )
    if not rows:
        return []
    from ..measure.geodesics import geodesic_on

    points = [blob.point_of(row[4]) or (math.nan, math.nan) for row in rows]
    distances = geodesic_on().inverse(lon, lat, [p[0] for p in points], [p[1] for p in points]).distance
    found = []
    for (uuid, known, korean, kind, _blob, accuracy, others), metres in zip(rows, distances.tolist()):
        if metres <= NAME_M:
            names = (known, korean or "", *(others or "").split("\n"))
            likeness = judge.likeness(thing, Thing(names, kind, accuracy or 0.0), metres)
            if likeness is not None:
                found.append(Neighbour(uuid, known, kind, likeness.reason, metres))
    return found


def _of_queue(judge: Judge, queue: Sequence[Unlocated], thing: Thing) -> list[Neighbour]:
    """Return the unlocated of a like name, if it says more than a kind."""
    if not judge.identifies(thing.names[0]):
        return []
    return [
        Neighbour(site.uuid, site.name, site.category, Reason.UNLOCATED, None)
        for site in queue
        if judge.fits(thing.category, site.category)
        and (same_name(thing.names, site.names) or like_name(thing.names, site.names))
    ]
