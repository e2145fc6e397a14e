# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""What judging a claim means: the verdicts, what a stated value allows, and how numbers are said."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from enum import Enum
from typing import Optional

from ..atlas.model import Claim, Relation
from ..errors import AtlasError
from .dataset import NamedPoint

ABOUT = 0.10
"""Share by which a value may miss a stated "about" that has no tolerance of its own."""
NEXT_TO_M = 1000.0
"""How near is "next to" unless the claim says: the size of a compound."""
LENGTHS = {"m": 1.0, "km": 1000.0, "mi": 1609.344, "nmi": 1852.0, "ft": 0.3048}
WORDS = {
    "=": "",
    "about": "about ",
    ">=": "at least ",
    "<=": "at most ",
    ">": "more than ",
    "<": "less than ",
}


class ClaimVerdict(str, Enum):
    """What came of a claim."""

    AGREES = "agrees"
    DIFFERS = "differs"
    UNTESTED = "cannot be tested"


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

    @property
    def stated(self) -> str:
        """The stated value as text."""
        return stated(self.claim)


def stated(claim: Claim) -> str:
    """Return the stated value with operator and unit, as in "at least 14"."""
    if claim.relation == Relation.SIDE.value:
        return f"{claim.operator or ''} bank".strip()
    if claim.threshold is None:
        return ""
    words = WORDS.get(claim.operator or "=", f"{claim.operator} ")
    if claim.unit == "year":
        return f"{words}{claim.threshold:.0f}"
    return f"{words}{number(claim.threshold)} {claim.unit or ''}".strip()


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
            f"“{claim.text}” has no length to compare with.",
            hint=f"Fill in the stated value and one of the units {', '.join(LENGTHS)}.",
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
        raise AtlasError(f"“{claim.text}” states no value.", hint="Fill in the stated value.")
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
    raise AtlasError(f"“{operator}” is not an operator.", hint=f"Use one of {', '.join(WORDS)}.")


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
    return f"{place.name} ({place.source})" if place.source else place.name
