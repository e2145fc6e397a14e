# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""What a contradiction in an atlas is: its kind, how much it weighs, between what, how it was settled."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Optional

Point = tuple[float, float]
"""Longitude and latitude, degrees, WGS 84."""


class Kind(str, Enum):
    """What contradicts what."""

    SELF = "one source, two points"
    APART = "sources put it apart"
    ENTERED = "entered as contradicting"
    FIGURES = "figures differ"
    STATUS = "status differs"
    OUTSIDE = "outside its city"
    DUPLICATE = "same name, same place"
    NAMES_MATCH = "same name, other place"
    POINTS_MATCH = "same place, other name"


class Table(str, Enum):
    """What a finding's two subjects are."""

    ASSERTIONS = "assertions"
    FIGURES = "figures"
    SITES = "sites"
    CITY = "cities"


class Settled(str, Enum):
    """How a discrepancy can be settled (``Decision.decision``)."""

    CHOOSE = "choose"
    KEEP_BOTH = "keep both"
    NOT_THE_SAME = "not the same"


@dataclass(frozen=True)
class Finding:
    """Two things that contradict each other.

    ``grade`` is 1 (wrong somewhere), 2 (look at it) or 3 (may be right).  ``key`` names the pair, whatever
    the kind, so that a decision holds when figures change.  ``distance_m`` and ``azimuth_deg`` (from the
    first to the second point, clockwise from north) are None where there are no two points.
    """

    key: str
    kind: Kind
    grade: int
    table: Table
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


def key_of(table: Table, *uuids: str) -> str:
    """Return the name of a pair, the same in either order and in every run."""
    return ":".join((table.value, *sorted(uuids)))
