# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Contradicting positions of one site: a source against itself, source against source, entered ones."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Optional

import numpy as np

from ..i18n import tr
from .evidence import ComparedAssertion, Evidence
from .findings import Clash, Finding, Subject, key_of

HIDDEN = "do not show"
MANY = 40
"""A site with more points than this is compared with its chosen point only."""
Pair = tuple[ComparedAssertion, ComparedAssertion]


def position_findings(evidence: Evidence) -> Iterator[Finding]:
    """Yield the pairs of points that one site cannot have both."""
    pairs = [pair for rows in evidence.by_site.values() for pair in _pairs(rows)]
    if not pairs:
        return
    ends = np.array([(a.point, b.point) for a, b in pairs], dtype=np.float64).reshape(-1, 4)
    ways = evidence.geodesic.inverse(*ends.T)
    for (a, b), metres, azimuth in zip(pairs, ways.distance.tolist(), ways.azimuth.tolist()):
        finding = _judged(evidence, a, b, metres, azimuth)
        if finding is not None:
            yield finding


def _pairs(rows: list[ComparedAssertion]) -> Iterator[Pair]:
    """Yield what is compared: every point with the chosen one, those of one source, those entered so."""
    located = [row for row in rows if row.point is not None and row.kind == "location"]
    if len(located) < 2:
        return
    located.sort(key=lambda row: not row.chosen)
    chosen = located[0].chosen
    for a, b in combinations(located[:1] if len(located) > MANY else located, 2):
        entered = b.uuid == a.contradicts or a.uuid == b.contradicts
        shown = HIDDEN not in (a.use, b.use)
        if entered or (shown and (a.source == b.source or a.chosen or not chosen)):
            yield a, b
    if len(located) > MANY:
        yield from ((located[0], row) for row in located[1:] if row.use != HIDDEN)


def _judged(
    evidence: Evidence, a: ComparedAssertion, b: ComparedAssertion, metres: float, azimuth: float
) -> Optional[Finding]:
    site = evidence.sites[evidence.place[a.site]]
    explained, limit = a.accuracy_m + b.accuracy_m, evidence.judge.size(site.category)
    entered = b.uuid == a.contradicts or a.uuid == b.contradicts
    if a.source == b.source and metres > explained:
        kind, grade = Clash.SELF, 1
        text = tr(
            "Discrepancies",
            "{site}: one source gives two points {metres} m apart; their accuracies explain {explained} m.",
        )
    elif a.source != b.source and metres > limit and HIDDEN not in (a.use, b.use):
        kind, grade = Clash.APART, 1 if metres > explained else 2
        text = tr(
            "Discrepancies",
            "{site}: two sources put it {metres} m apart, more than the {limit} m of its kind.",
        )
    elif entered:
        kind, grade = Clash.ENTERED, 3 if HIDDEN in (a.use, b.use) else 2
        text = tr("Discrepancies", "{site}: two points entered as contradicting, {metres} m apart.")
    else:
        return None
    text = text.format(
        site=site.name, metres=f"{metres:,.2f}", explained=f"{explained:,.0f}", limit=f"{limit:,.0f}"
    )
    return Finding(
        key_of(Subject.ASSERTIONS, a.uuid, b.uuid), kind, grade, Subject.ASSERTIONS, (a.uuid, b.uuid),
        (site.uuid,), (site.name, site.name),
        (evidence.sources.get(a.source, ""), evidence.sources.get(b.source, "")),
        text, (a.point, b.point), metres, None if np.isnan(azimuth) else azimuth,
    )  # fmt: skip
