# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""What a brief says: everything that is computed for it, once, away from widgets, layers and projects."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from dataclasses import dataclass, field
from typing import Any, Callable, Optional

from ..atlas import kept_results
from ..atlas.model import RECORDS, Category, City, Claim, Figure, History, Source, columns
from ..atlas.store.quoting import sql
from ..atlas.store.store import Atlas
from ..discrepancies import find as discrepancies
from ..errors import Cancelled
from ..i18n import tr
from ..measure import claims, comparison
from ..measure.dataset import Dataset
from ..measure.geodesics import Geodesic, geodesic_on
from ..measure.judgement import ClaimFinding, ClaimVerdict
from ..measure.nearest_by_category import nearest_of_each

Progress = Callable[[float], None]
"""Is told the share done (0 to 1); raises Cancelled when the user stops it."""


@dataclass
class Material:
    """The numbers, tables and lists of a brief."""

    atlas: Atlas
    geodesic: Geodesic
    dataset: Dataset
    cities: list[City]
    categories: dict[str, Category]
    sources: dict[str, Source]
    figures: list[Figure]
    counts: list[dict[str, Any]]
    """One row per city: name, located, unlocated, confirmed, probable, possible, conflicting."""
    claims: list[ClaimFinding]
    discrepancies: list[discrepancies.Finding]
    kept: list[kept_results.Kept]
    data_hash: str
    comparisons: list[comparison.Comparison] = field(default_factory=list)
    """Every two cities side by side; none in an atlas of one city."""
    nearest: tuple[list[str], list[list[str]]] = field(default_factory=lambda: ([], []))

    @property
    def verdicts(self) -> dict[str, int]:
        """How many claims came out as what."""
        return {v.value: sum(f.verdict is v for f in self.claims) for v in ClaimVerdict}


def gather(
    atlas: Atlas, geodesic: Optional[Geodesic] = None, progress: Optional[Progress] = None
) -> Material:
    """Compute everything that a brief of ``atlas`` says.  Raises Cancelled when ``progress`` does."""
    step = progress or _silent
    geodesic = geodesic or geodesic_on()
    dataset = Dataset.of(atlas)
    found = []
    rows = atlas.rows(Claim)
    for place, claim in enumerate(rows):
        step(0.4 * place / len(rows))
        found.append(claims.check(claim, dataset, geodesic))

    def stop(percent: float) -> bool:
        try:
            step(0.4 + 0.003 * percent)
        except Cancelled:
            return True
        return False

    made = Material(
        atlas, geodesic, dataset, atlas.rows(City), {row.id: row for row in atlas.rows(Category)},
        dataset.sources, list(dataset.figures.values()), city_counts(atlas), found,
        discrepancies.find(atlas, stop), kept_results.kept(atlas), data_hash(atlas),
    )  # fmt: skip
    step(0.8)
    made.comparisons = [
        comparison.compare(atlas, pair, geodesic=geodesic) for pair in comparison.pairs(atlas)
    ]
    made.nearest = nearest_of_each(atlas, geodesic=geodesic)
    step(1.0)
    return made


def city_counts(atlas: Atlas) -> list[dict[str, Any]]:
    """Return for every city how many sites there are, located or not, and how likely they are."""
    query = (
        "SELECT coalesce(city, ''), geom IS NOT NULL, likelihood, conflicts > 0, count(*) FROM sites "
        "WHERE deleted = 0 GROUP BY 1, 2, 3, 4"
    )
    tally: dict[str, Counter] = {row.name: Counter() for row in atlas.rows(City)}
    for city, located, likelihood, conflicting, number in atlas.backend.select(query):
        counter = tally.setdefault(city, Counter())
        counter["located" if located else "unlocated"] += number
        counter[likelihood] += number
        if conflicting:
            counter["conflicting"] += number
    keys = ("located", "unlocated", "confirmed", "probable", "possible", "conflicting")
    return [
        {"city": name or tr("Brief", "no city"), **{key: counter[key] for key in keys}}
        for name, counter in tally.items()
    ]


def data_hash(atlas: Atlas) -> str:
    """Return the SHA-256 of an atlas's content: every row of every table but the history.

    The file itself changes when it is only copied or compacted; this does not.
    """
    digest = hashlib.sha256()
    for record in RECORDS:
        if record is History:
            continue
        names = [column.name for column in columns(record)] + (["geom"] if record.GEOMETRY else [])
        query = sql(
            "SELECT {names:sql} FROM {table} ORDER BY uuid",
            names=", ".join(sql("{name}", name=name) for name in names),
            table=record.TABLE,
        )
        digest.update(json.dumps([record.TABLE, names]).encode())
        for row in atlas.backend.select(query):
            digest.update(json.dumps(list(row), default=_hex, ensure_ascii=True).encode())
    return digest.hexdigest()


def _hex(value: Any) -> str:
    return bytes(value).hex()


def _silent(_share: float) -> None:
    return None
