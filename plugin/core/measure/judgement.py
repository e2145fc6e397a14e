# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""What judging a claim means: verdicts and their witnesses, what a stated value allows, how numbers are said.

A verdict alone says what the atlas's rows come to; ``Witness`` says whose rows these are.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import Enum
from typing import Optional

from ..atlas.model import Claim, Relation
from ..errors import AtlasError
from ..i18n import mark, tr
from .dataset import Dataset, NamedPoint

ABOUT = 0.10
"""Share by which a value may miss a stated "about" that has no tolerance of its own."""
NEXT_TO_M = 1000.0
"""How near is "next to" unless the claim says: the size of a compound."""
LENGTHS = {"m": 1.0, "km": 1000.0, "mi": 1609.344, "nmi": 1852.0, "ft": 0.3048}
WORDS = {
    "=": "{value}",
    "about": mark("Claims", "about {value}"),
    ">=": mark("Claims", "at least {value}"),
    "<=": mark("Claims", "at most {value}"),
    ">": mark("Claims", "more than {value}"),
    "<": mark("Claims", "less than {value}"),
}
BANKS = {"left": mark("Claims", "left bank"), "right": mark("Claims", "right bank")}


class ClaimVerdict(str, Enum):
    """What came of a claim."""

    AGREES = mark("Claims", "agrees")
    DIFFERS = mark("Claims", "differs")
    UNTESTED = mark("Claims", "cannot be tested")


class Witness(str, Enum):
    """Whose rows a verdict rests on."""

    NONE = ""
    """Nothing was tested."""
    INDEPENDENT = mark("Claims", "independent")
    """Rows of another source than the claim's are among them."""
    OWN = mark("Claims", "not independent")
    """All were supplied by who makes the claim: they cannot confirm it."""
    CONTESTED = mark("Claims", "contested")
    """Another source, or another published position, comes to the opposite."""


class NotTestable(AtlasError):
    """Something needed to compute a claim is missing from the atlas; the message says what."""


@dataclass
class ClaimFinding:
    """A claim and what the atlas says of it.

    ``value`` is the computed quantity (metres for distances), None when nothing could be computed; ``sites``
    are the uuids behind it, ``lines`` pairs of (lon, lat) to draw.
    """

    claim: Claim
    verdict: ClaimVerdict
    computed: str
    why: str
    flip: str = ""
    value: Optional[float] = None
    sites: list[str] = field(default_factory=list)
    lines: list[tuple[tuple[float, float], tuple[float, float]]] = field(default_factory=list)
    witness: Witness = Witness.NONE

    @property
    def stated(self) -> str:
        """The stated value as text."""
        return stated(self.claim)

    @property
    def outcome(self) -> str:
        """Verdict and, unless it is independent, whose rows it rests on, as people read them."""
        said = tr("Claims", self.verdict.value)
        if self.witness in (Witness.NONE, Witness.INDEPENDENT):
            return said
        return tr("Claims", "{verdict}, {witness}").format(
            verdict=said, witness=tr("Claims", self.witness.value)
        )


def witness_of(claim: Claim, dataset: Dataset, sources: Iterable[Optional[str]]) -> Witness:
    """Return what rows of these sources are worth as witnesses of a claim."""
    author = dataset.publisher(claim.source_uuid)
    others = {dataset.publisher(source) for source in sources if source} - {author, ""}
    return Witness.INDEPENDENT if others else Witness.OWN


def stated(claim: Claim) -> str:
    """Return the stated value with operator and unit, as in "at least 14 markets"."""
    if claim.relation == Relation.SIDE.value:
        return tr("Claims", BANKS[claim.operator]) if claim.operator in BANKS else ""
    if claim.threshold is None:
        return ""
    words = WORDS.get(claim.operator or "=", f"{claim.operator} {{value}}")
    return tr("Claims", words).format(value=amount(claim.threshold, claim.unit))


def amount(value: float, unit: Optional[str]) -> str:
    """Return a number with its unit: a year without thousands set apart, one thing in the singular."""
    if unit == "year":
        return f"{value:.0f}"
    if unit == "rank":
        return tr("Claims", "rank {number}").format(number=f"{value:.0f}")
    if value == 1 and unit and unit not in LENGTHS:
        return tr("Claims", "one {unit}").format(unit=singular(unit))
    return f"{number(value)} {unit or ''}".strip()


def singular(unit: str) -> str:
    """Return the singular of the English word that a unit is stored as ("batteries", "sites")."""
    return f"{unit[:-3]}y" if unit.endswith("ies") else unit[:-1] if unit.endswith("s") else unit


def number(value: float, digits: int = 6) -> str:
    """Return a number without needless digits, thousands set apart."""
    if not math.isfinite(value):
        return str(value)
    rounded = float(f"{value:.{digits}g}")
    if rounded == int(rounded):
        return f"{int(rounded):,}"
    return f"{rounded:,}"


def metres(value: Optional[float], claim: Claim) -> float:
    """Return a length of the claim in metres.  Raises AtlasError for a missing value or another unit."""
    unit = (claim.unit or "m").strip()
    if value is None or unit not in LENGTHS:
        raise AtlasError(
            tr("Claims", "“{claim}” has no length to compare with.").format(claim=claim.text),
            hint=tr("Claims", "Fill in the stated value and one of the units {units}.").format(
                units=", ".join(LENGTHS)
            ),
        )
    return value * LENGTHS[unit]


def slack(claim: Claim) -> float:
    """Return by how much a value may miss the stated one, in the claim's unit.

    The claim's own tolerance; else a tenth for "about"; else half a unit of the last digit stated, which is
    all that the digits say.
    """
    if claim.tolerance is not None:
        return claim.tolerance
    if claim.threshold is None:
        return 0.0
    if claim.operator == "about":
        return ABOUT * abs(claim.threshold)
    decimals = len(f"{claim.threshold:.10f}".rstrip("0").partition(".")[2])
    return 0.5 * 10.0**-decimals


def bounds(claim: Claim, factor: float = 1.0) -> tuple[float, float]:
    """Return the smallest and largest value that agree with the claim (times ``factor``)."""
    if claim.threshold is None:
        raise AtlasError(
            tr("Claims", "“{claim}” states no value.").format(claim=claim.text),
            hint=tr("Claims", "Fill in the stated value."),
        )
    value, give = claim.threshold * factor, slack(claim) * factor
    operator = claim.operator or "="
    if operator in ("=", "about"):
        return value - give, value + give
    # A strict bound is one that the stated value itself does not meet.
    step = 1e-9 * max(1.0, abs(value))
    if operator in (">=", ">"):
        return value if operator == ">=" else value + step, math.inf
    if operator in ("<=", "<"):
        return -math.inf, value if operator == "<=" else value - step
    raise AtlasError(
        tr("Claims", "“{operator}” is not an operator.").format(operator=operator),
        hint=tr("Claims", "Use one of {operators}.").format(operators=", ".join(WORDS)),
    )


def distance_text(value: float) -> str:
    """Return metres as a person would say them, to the metre below 100 km."""
    return f"{value:,.0f} m" if value < 10_000 else f"{value / 1000.0:,.2f} km"


def rounded_to(value: float, accuracy: Optional[float]) -> float:
    """Return metres to as many digits as their accuracy (metres) bears; to ten metres where none is known.

    A distance that is right to 500 m is said to the hundred metres, one right to 30 m to ten.
    """
    step = 10.0 ** math.floor(math.log10(accuracy)) if accuracy else 10.0
    return round(value / max(step, 1.0)) * max(step, 1.0)


def named(place: NamedPoint) -> str:
    """Return a place with the source of its point."""
    if not place.source:
        return place.name
    return tr("Claims", "{place} ({source})").format(place=place.name, source=place.source)
