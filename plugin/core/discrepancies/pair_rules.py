# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Contradictions between two sites: one thing entered twice, one name in two places, two names in one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import Optional

import numpy as np

from ..measure.close_pairs import close_pairs
from ..names.names import fold, similar, sound_key
from .evidence import Evidence, SiteRow, limit_of
from .findings import Finding, Kind, Table, key_of

NEAR_M = 150.0
"""Within this distance like names are the same thing's."""
SAME_PLACE_M = 30.0
"""Within this distance two points are the same place, whatever their accuracies."""
LIKE, UNLIKE = 0.8, 0.5
"""Likeness (``names.similar``) from which names match, and up to which they do not."""
GENERIC = 6
"""A name that more sites bear is no identity (“AAA site”, “Kindergarten”)."""
REJECTED = "rejected"


def pair_findings(evidence: Evidence) -> Iterator[Finding]:
    """Yield pairs of sites that may be one thing, or whose names or points are mixed up."""
    told: set[tuple[int, int]] = set()
    for i, j, metres, azimuth in _near(evidence):
        finding = _near_finding(evidence, i, j, metres, azimuth)
        if finding is not None:
            told.add((i, j))
            yield finding
    for i, j, metres, azimuth in _namesakes(evidence, told):
        yield _namesake_finding(evidence, i, j, metres, azimuth)


def _comparable(a: SiteRow, b: SiteRow) -> bool:
    return (a.category == b.category or "unknown" in (a.category, b.category)) and REJECTED not in (
        a.status,
        b.status,
    )


Measured = tuple[int, int, float, float]


def _measured(evidence: Evidence, i: np.ndarray, j: np.ndarray) -> Iterator[Measured]:
    lon, lat = evidence.lon, evidence.lat
    ways = evidence.geodesic.inverse(lon[i], lat[i], lon[j], lat[j])
    yield from zip(i.tolist(), j.tolist(), ways.distance.tolist(), ways.azimuth.tolist())


def _near(evidence: Evidence) -> Iterator[Measured]:
    """Yield pairs of comparable sites within ``NEAR_M``."""
    i, j, _metres = close_pairs(evidence.lon, evidence.lat, NEAR_M)
    codes = {name: n for n, name in enumerate(dict.fromkeys(site.category for site in evidence.sites))}
    category = np.fromiter((codes[site.category] for site in evidence.sites), int, len(evidence.sites))
    rejected = np.fromiter((site.status == REJECTED for site in evidence.sites), bool, len(evidence.sites))
    unknown = category == codes.get("unknown", -1)
    same = (category[i] == category[j]) | unknown[i] | unknown[j]
    kept = same & ~rejected[i] & ~rejected[j]
    return _measured(evidence, i[kept], j[kept])


def _near_finding(evidence: Evidence, i: int, j: int, metres: float, azimuth: float) -> Optional[Finding]:
    a, b = evidence.sites[i], evidence.sites[j]
    like = _likeness(evidence, a, b)
    if like >= LIKE:
        exact = like == 1.0 and metres <= limit_of(a.category)
        why = f"names that match, {metres:,.2f} m apart: entered twice?"
        return _finding(evidence, Kind.DUPLICATE, 1 if exact else 2, i, j, why, metres, azimuth)
    if like <= UNLIKE and metres <= SAME_PLACE_M:
        why = f"the same place ({metres:,.2f} m apart) under names that do not match"
        return _finding(evidence, Kind.POINTS_MATCH, 3, i, j, why, metres, azimuth)
    return None


def _likeness(evidence: Evidence, a: SiteRow, b: SiteRow) -> float:
    """Return how alike the most alike names of two sites are; names equal when folded need no more."""
    ours, theirs = evidence.names_of(a), evidence.names_of(b)
    if not {fold(name) for name in ours}.isdisjoint(fold(name) for name in theirs):
        return 1.0
    return max(similar(x, y) for x in ours for y in theirs)


def _namesakes(evidence: Evidence, told: set[tuple[int, int]]) -> Iterator[Measured]:
    """Yield pairs of located, comparable sites of one city with a name in common, however far apart."""
    buckets: dict[tuple[str, str], set[int]] = defaultdict(set)
    located = np.flatnonzero(np.isfinite(evidence.lon)).tolist()
    keys: dict[str, str] = {}
    for number in located:
        site = evidence.sites[number]
        for name in evidence.names_of(site):
            if name not in keys:
                keys[name] = sound_key(name) or fold(name)
            buckets[site.city, keys[name]].add(number)
    pairs = {
        pair
        for (_city, key), members in buckets.items()
        if key and 2 <= len(members) <= GENERIC
        for pair in combinations(sorted(members), 2)
        if pair not in told and _comparable(evidence.sites[pair[0]], evidence.sites[pair[1]])
    }
    if pairs:
        ends = np.array(sorted(pairs))
        yield from _measured(evidence, ends[:, 0], ends[:, 1])


def _namesake_finding(evidence: Evidence, i: int, j: int, metres: float, azimuth: float) -> Finding:
    if metres <= limit_of(evidence.sites[i].category):
        why = f"a name in common, {metres:,.2f} m apart, within the size of its kind: entered twice?"
        return _finding(evidence, Kind.DUPLICATE, 2, i, j, why, metres, azimuth)
    why = f"a name in common, but {metres:,.2f} m apart"
    return _finding(evidence, Kind.NAMES_MATCH, 3, i, j, why, metres, azimuth)


def _finding(
    evidence: Evidence, kind: Kind, grade: int, i: int, j: int, why: str, metres: float, azimuth: float
) -> Finding:
    a, b = evidence.sites[i], evidence.sites[j]
    return Finding(
        key_of(Table.SITES, a.uuid, b.uuid), kind, grade, Table.SITES, (a.uuid, b.uuid), (a.uuid, b.uuid),
        (a.name, b.name), (evidence.sources.get(a.source, ""), evidence.sources.get(b.source, "")),
        f"{a.name} / {b.name}: {why}.",
        ((float(evidence.lon[i]), float(evidence.lat[i])), (float(evidence.lon[j]), float(evidence.lat[j]))),
        metres, None if np.isnan(azimuth) else azimuth,
    )  # fmt: skip
