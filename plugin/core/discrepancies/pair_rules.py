# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Contradictions between two sites: one thing entered twice, one name in two places, two names in one."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import Optional

import numpy as np

from ..i18n import tr
from ..measure.close_pairs import close_pairs
from .duplicates import COMMON, Reason, name_key
from .evidence import ComparedSite, Evidence
from .findings import Clash, Finding, Subject, key_of

NEAR_M = 150.0
"""Within this distance all pairs are compared; further apart those that have a name in common."""
REJECTED = "rejected"


def pair_findings(evidence: Evidence) -> Iterator[Finding]:
    """Yield pairs of sites that may be one thing, or whose names or points are mixed up."""
    told: set[tuple[int, int]] = set()
    for i, j, metres, azimuth in _near(evidence):
        finding = _judged(evidence, i, j, metres, azimuth)
        if finding is not None:
            told.add((i, j))
            yield finding
    for i, j, metres, azimuth in _namesakes(evidence, told):
        finding = _judged(evidence, i, j, metres, azimuth)
        if finding is not None:
            yield finding


def _comparable(evidence: Evidence, a: ComparedSite, b: ComparedSite) -> bool:
    return evidence.judge.fits(a.category, b.category) and REJECTED not in (a.status, b.status)


Measured = tuple[int, int, float, float]


def _measured(evidence: Evidence, i: np.ndarray, j: np.ndarray) -> Iterator[Measured]:
    lon, lat = evidence.lon, evidence.lat
    ways = evidence.geodesic.inverse(lon[i], lat[i], lon[j], lat[j])
    yield from zip(i.tolist(), j.tolist(), ways.distance.tolist(), ways.azimuth.tolist())


def _near(evidence: Evidence) -> Iterator[Measured]:
    """Yield pairs of comparable sites within ``NEAR_M``."""
    i, j, _metres = close_pairs(evidence.lon, evidence.lat, NEAR_M)
    categories = list(dict.fromkeys(site.category for site in evidence.sites))
    codes = {name: n for n, name in enumerate(categories)}
    category = np.fromiter((codes[site.category] for site in evidence.sites), int, len(evidence.sites))
    rejected = np.fromiter((site.status == REJECTED for site in evidence.sites), bool, len(evidence.sites))
    fits = np.array([[evidence.judge.fits(a, b) for b in categories] for a in categories], dtype=bool)
    fits = fits.reshape(len(categories), len(categories))  # two-dimensional without any site too
    kept = fits[category[i], category[j]] & ~rejected[i] & ~rejected[j]
    return _measured(evidence, i[kept], j[kept])


def _namesakes(evidence: Evidence, told: set[tuple[int, int]]) -> Iterator[Measured]:
    """Yield pairs of located, comparable sites of one city with a name in common, however far apart."""
    buckets: dict[tuple[str, str], set[int]] = defaultdict(set)
    for number in np.flatnonzero(np.isfinite(evidence.lon)).tolist():
        site = evidence.sites[number]
        for name in evidence.names_of(site):
            if evidence.judge.identifies(name):
                buckets[site.city, name_key(name)].add(number)
    pairs = {
        pair
        for members in buckets.values()
        if 2 <= len(members) <= COMMON
        for pair in combinations(sorted(members), 2)
        if pair not in told and _comparable(evidence, *(evidence.sites[number] for number in pair))
    }
    if pairs:
        ends = np.array(sorted(pairs))
        yield from _measured(evidence, ends[:, 0], ends[:, 1])


def _judged(evidence: Evidence, i: int, j: int, metres: float, azimuth: float) -> Optional[Finding]:
    """Return what the rule of duplicates makes of a pair; two things of one kind side by side are nothing."""
    likeness = evidence.judge.likeness(evidence.thing(i), evidence.thing(j), metres)
    if likeness is None or likeness.reason is Reason.SAME_KIND:
        return None
    same = likeness.reason is Reason.SAME_NAME
    if likeness.reason is Reason.SAME_PLACE:
        kind, grade = Clash.POINTS_MATCH, 3
        text = tr(
            "Discrepancies",
            "{one} / {other}: the same place ({metres} m apart) under names that do not match.",
        )
    elif not likeness.near:
        kind, grade = Clash.NAMES_MATCH, 3
        text = tr("Discrepancies", "{one} / {other}: a name in common, but {metres} m apart.")
    elif metres <= NEAR_M:
        kind, grade = Clash.DUPLICATE, 1 if same else 2
        text = tr("Discrepancies", "{one} / {other}: names that match, {metres} m apart: entered twice?")
    else:
        kind, grade = Clash.DUPLICATE, 2
        text = tr(
            "Discrepancies",
            "{one} / {other}: a name in common, {metres} m apart, no more than its size: entered twice?",
        )
    return _finding(evidence, kind, grade, i, j, text, metres, azimuth)


def _finding(
    evidence: Evidence, kind: Clash, grade: int, i: int, j: int, text: str, metres: float, azimuth: float
) -> Finding:
    a, b = evidence.sites[i], evidence.sites[j]
    return Finding(
        key_of(Subject.SITES, a.uuid, b.uuid), kind, grade, Subject.SITES, (a.uuid, b.uuid), (a.uuid, b.uuid),
        (a.name, b.name), (evidence.sources.get(a.source, ""), evidence.sources.get(b.source, "")),
        text.format(one=a.name, other=b.name, metres=f"{metres:,.2f}"),
        ((float(evidence.lon[i]), float(evidence.lat[i])), (float(evidence.lon[j]), float(evidence.lat[j]))),
        metres, None if np.isnan(azimuth) else azimuth,
    )  # fmt: skip
