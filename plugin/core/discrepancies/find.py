# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Contradictions in an atlas: found, graded, and settled by decisions that are recorded."""

from __future__ import annotations

import dataclasses
from typing import Callable, Optional

from ..atlas.model import Assertion, AssertionKind, Decision, Site
from ..atlas.positions import place
from ..atlas.store.store import Atlas, Writer, now, user_name
from ..errors import AtlasError, Cancelled
from ..i18n import tr
from ..measure.geodesics import Geodesic
from .evidence import Evidence
from .findings import Clash, Finding, Settled, Subject, key_of
from .pair_rules import pair_findings
from .position_rules import position_findings
from .statement_rules import city_findings, figure_findings, state_findings, statement_findings

__all__ = ["Clash", "Finding", "Settled", "Subject", "can_choose", "find", "key_of", "reopen", "settle"]

Progress = Callable[[float], bool]
"""Is told the percentage done; returns True when the work is to stop."""


def find(
    atlas: Atlas, progress: Optional[Progress] = None, geodesic: Optional[Geodesic] = None
) -> list[Finding]:
    """Return what contradicts in an atlas: open ones first, then by grade and distance.

    Reads the file only (unsaved edits do not count), measures on WGS 84 unless told.  Raises Cancelled when
    ``progress`` says so.
    """
    evidence = Evidence.read(atlas, geodesic)
    decided = {row.discrepancy: row for row in atlas.rows(Decision)}
    rules = (
        lambda: position_findings(evidence),
        lambda: figure_findings(atlas, evidence),
        lambda: statement_findings(evidence),
        lambda: state_findings(evidence),
        lambda: city_findings(atlas, evidence),
        lambda: pair_findings(evidence),
    )
    found: dict[str, Finding] = {}
    for number, rule in enumerate(rules):
        if progress is not None and progress(20.0 + 13.0 * number):
            raise Cancelled(tr("Discrepancies", "The search for discrepancies"))
        for finding in rule():
            found.setdefault(finding.key, _with(finding, decided.get(finding.key)))
    _drop_repeated(found)
    return sorted(found.values(), key=lambda finding: finding.order)


def _drop_repeated(found: dict[str, Finding]) -> None:
    """Drop figures quoted as statements where the numbers themselves are already told to differ."""
    numbers = {
        (site, frozenset(finding.sources))
        for finding in found.values()
        if finding.table is Subject.FIGURES
        for site in finding.sites
    }
    for finding in list(found.values()):
        quoted = finding.kind is Clash.FIGURES and finding.table is Subject.ASSERTIONS
        if quoted and any((site, frozenset(finding.sources)) in numbers for site in finding.sites):
            del found[finding.key]


def _with(finding: Finding, decision: Optional[Decision]) -> Finding:
    if decision is None:
        return finding
    return dataclasses.replace(finding, decision=decision.decision, chosen=decision.chosen_uuid or "")


def can_choose(finding: Finding) -> bool:
    """Tell whether one side can be chosen: two statements or figures (two sites stay two sites)."""
    return finding.table in (Subject.ASSERTIONS, Subject.FIGURES) and len(finding.subjects) == 2


def settle(atlas: Atlas, finding: Finding, settled: Settled, *, chosen: str = "", note: str = "") -> str:
    """Record how a discrepancy is settled, in one transaction; return its batch in the history.

    Choosing a position makes it its site's: point, accuracy, source follow (``positions.place``).  Choosing a
    figure or a statement is recorded; both stay as their sources have them.  Raises AtlasError for a choice
    that is none, ConflictError when somebody else changed the rows meanwhile.
    """
    settled = Settled(settled)
    if settled is Settled.CHOOSE and not (can_choose(finding) and chosen in finding.subjects):
        raise AtlasError(
            tr("Discrepancies", "“{text}” has no such side to choose.").format(text=finding.text),
            hint=tr(
                "Discrepancies",
                "Choose one of two positions, statements or figures; else keep both or say what differs.",
            ),
        )
    with atlas.transaction("settle discrepancy", note=f"{settled.value}: {finding.text}") as writer:
        if settled is Settled.CHOOSE and finding.table is Subject.ASSERTIONS:
            _choose(writer, chosen)
        _record(writer, finding, settled, chosen if settled is Settled.CHOOSE else "", note)
    return writer.batch


def _choose(writer: Writer, uuid: str) -> None:
    """Make an asserted position the one of its site; other statements need no flag."""
    rows = writer.rows(Assertion, uuid=uuid)
    if not rows:
        raise AtlasError(
            tr("Discrepancies", "The position was deleted meanwhile."),
            hint=tr("Discrepancies", "Look for discrepancies again."),
        )
    wanted = rows[0]
    if wanted.kind != AssertionKind.LOCATION.value or not wanted.geom:
        return
    located = writer.rows(Assertion, site_uuid=wanted.site_uuid, kind=wanted.kind)
    for other in located:
        # First away from the old one: the database allows one chosen position at any moment.
        if other.chosen and other.uuid != uuid:
            other.chosen = False
            writer.update(other)
    if not wanted.chosen:
        wanted = next(row for row in located if row.uuid == uuid)
        wanted.chosen = True
        writer.update(wanted)
    for site in writer.rows(Site, uuid=wanted.site_uuid):
        place(site, [row for row in located if row.geom])
        writer.update(site)


def _record(writer: Writer, finding: Finding, settled: Settled, chosen: str, note: str) -> None:
    earlier = writer.rows(Decision, deleted=True, discrepancy=finding.key)
    row = earlier[0] if earlier else Decision(discrepancy=finding.key)
    row.deleted = False
    row.decision, row.chosen_uuid = settled.value, chosen or None
    row.decided_at, row.decided_by = now(), user_name() or None
    row.note = note or finding.text
    if earlier:
        writer.update(row)
    else:
        writer.insert(row)


def reopen(atlas: Atlas, finding: Finding) -> str:
    """Take a decision back and return the batch; a position that was chosen stays chosen."""
    with atlas.transaction("reopen discrepancy", note=finding.text) as writer:
        for row in writer.rows(Decision, discrepancy=finding.key):
            writer.delete(row)
    return writer.batch
