# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""What a contradiction in an atlas is: its kind, how much it weighs, between what, how it was settled."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Optional

from ..i18n import mark

Point = tuple[float, float]
"""Longitude and latitude, degrees, WGS 84."""


class Clash(str, Enum):
    """What contradicts what."""

    SELF = mark("Discrepancies", "one source, two points")
    APART = mark("Discrepancies", "sources put it apart")
    ENTERED = mark("Discrepancies", "entered as contradicting")
    FIGURES = mark("Discrepancies", "figures differ")
    STATUS = mark("Discrepancies", "status differs")
    OUTSIDE = mark("Discrepancies", "outside its city")
    DUPLICATE = mark("Discrepancies", "same name, same place")
    NAMES_MATCH = mark("Discrepancies", "same name, other place")
    POINTS_MATCH = mark("Discrepancies", "same place, other name")


class Subject(str, Enum):
    """What a finding's two subjects are."""

    ASSERTIONS = "assertions"
    FIGURES = "figures"
    SITES = "sites"
    CITY = "cities"


class Settled(str, Enum):
    """How a discrepancy can be settled (``Decision.decision``)."""

    CHOOSE = mark("Discrepancies", "choose")
    KEEP_BOTH = mark("Discrepancies", "keep both")
    NOT_THE_SAME = mark("Discrepancies", "not the same")


@dataclass(frozen=True)
class Finding:
    """Two things that contradict each other.

    ``grade`` is 1 (wrong somewhere), 2 (look at it) or 3 (may be right).  ``key`` names the pair, whatever
    the kind, so that a decision holds when figures change.  ``distance_m`` and ``azimuth_deg`` (from the
    first to the second point, clockwise from north) are None where there are no two points.
    """

    key: str
    kind: Clash
    grade: int
    table: Subject
    subjects: tuple[str, ...]
    sites: tuple[str, ...]
    names: tuple[str, str]
    sources: tuple[str, str]
    text: str
    points: tuple[Optional[Point], Optional[Point]] = (None, None)
    distance_m: Optional[float] = None
    azimuth_deg: Optional[float] = None
    decision: str = ""
    chosen: str = ""

    @property
    def order(self) -> tuple:
        """Sort key: open ones first, heavy ones first, then wide ones."""
        return bool(self.decision), self.grade, -(self.distance_m or 0.0), self.names, self.key


def key_of(table: Subject, *uuids: str) -> str:
    """Return the name of a pair, the same in either order and in every run."""
    return ":".join((table.value, *sorted(uuids)))
