# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Claims: statements with a number, computed from the atlas and judged.

A claim is a row (``model.Claim``): a relation between a subject and a reference, an operator, a stated value
with its tolerance.  ``check`` computes it now and says whether it agrees, differs or cannot be tested, why,
which features are behind it, and what would flip the verdict.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Optional

from ..atlas.model import Claim, Relation
from ..errors import AtlasError
from .dataset import Dataset
from .geodesics import Geodesic, geodesic_on
from .judgement import ClaimFinding, ClaimVerdict
from .relations import HANDLERS


def check(claim: Claim, dataset: Dataset, geodesic: Optional[Geodesic] = None) -> ClaimFinding:
    """Compute one claim.  A claim that is ill-formed cannot be tested, and the finding says what is wrong."""
    try:
        return HANDLERS[Relation(claim.relation)](claim, dataset, geodesic or geodesic_on())
    except AtlasError as error:
        return ClaimFinding(claim, ClaimVerdict.UNTESTED, "", error.message, error.hint)


def check_all(
    claims: Iterable[Claim], dataset: Dataset, geodesic: Optional[Geodesic] = None
) -> list[ClaimFinding]:
    """Compute claims in order."""
    return [check(claim, dataset, geodesic) for claim in claims]


HEADER = (
    "claim", "city", "relation", "stated", "computed", "value", "verdict", "witness", "why", "flips",
    "features", "date", "source", "uuid",
)  # fmt: skip


def table(findings: Iterable[ClaimFinding], dataset: Dataset) -> list[list[str]]:
    """Return the findings as rows under ``HEADER``."""
    rows = []
    for finding in findings:
        claim = finding.claim
        source = dataset.sources.get(claim.source_uuid)
        features = "; ".join(dataset.sites[uuid].name for uuid in finding.sites if uuid in dataset.sites)
        value = "" if finding.value is None else repr(round(finding.value, 6))
        rows.append([
            claim.text, claim.city or "", claim.relation, finding.stated, finding.computed, value,
            finding.verdict.value, finding.witness.value, finding.why, finding.flip, features,
            claim.date_text or "", source.title if source else "", claim.uuid,
        ])  # fmt: skip
    return rows
