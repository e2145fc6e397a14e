# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The controlled lists of an atlas, one enum each; the database checks columns against them."""

from __future__ import annotations

from enum import Enum


class Status(str, Enum):
    """What has become of a site."""

    ACTIVE = "active"
    UNDER_CONSTRUCTION = "under construction"
    PARTLY_ACTIVE = "partly active"
    CLOSED = "closed"
    CONVERTED = "converted"
    DEMOLISHED = "demolished"
    HISTORIC = "historic"
    UNKNOWN = "unknown"
    REJECTED = "rejected"  # a published point known to be wrong, kept so that nobody adds it again


class Likelihood(str, Enum):
    """How likely it is that the thing is what it is said to be (not how good the evidence is)."""

    CONFIRMED = "confirmed"
    PROBABLE = "probable"
    POSSIBLE = "possible"
    DOUBTFUL = "doubtful"


class Confidence(str, Enum):
    """How good the evidence is, apart from likelihood (ICD 203)."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class AssertionKind(str, Enum):
    """What an assertion speaks of."""

    LOCATION = "location"
    EXISTENCE = "existence"
    STATUS = "status"
    DATE = "date"
    ROLE = "role"
    RELATION = "relation"
    FIGURE = "figure"
    CLUE = "clue"


class Use(str, Enum):
    """Whether an asserted point may be shown."""

    SHOW = "show"
    ALIAS = "alias"  # another point of the same thing: kept and listed, not a marker of its own
    DO_NOT_SHOW = "do not show"


class NameKind(str, Enum):
    """The role of a name."""

    MAIN = "main"
    ALIAS = "alias"
    FORMER = "former"
    JAPANESE_ERA = "japanese-era"


class Language(str, Enum):
    """Language and script of a name (BCP 47 tags; ``-alalc97`` is McCune-Reischauer)."""

    ENGLISH = "en"
    HANGUL = "ko"
    HANJA = "ko-Hani"
    MCCUNE = "ko-Latn-alalc97"
    REVISED = "ko-Latn"
    JAPANESE = "ja"
    JAPANESE_LATIN = "ja-Latn"


class TraceKind(str, Enum):
    """What a historic line is."""

    ROAD = "road"
    RAILWAY = "railway"
    COAST = "coast"
    WALL = "wall"
    RIVER = "river"


class Fidelity(str, Enum):
    """How a line came to be."""

    SCHEMATIC = "schematic"
    DIGITIZED = "digitized"
    IMPORTED = "imported"


class Survives(str, Enum):
    """Whether a historic line still exists."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    UNKNOWN = "unknown"


class Qualifier(str, Enum):
    """How a stated figure is to be read."""

    EXACT = "exactly"
    ABOUT = "about"
    AT_LEAST = "at least"
    AT_MOST = "at most"
    MORE_THAN = "more than"
    UNKNOWN = "unspecified"


class SheetState(str, Enum):
    """How far a historic sheet has come."""

    NO_SCAN = "no scan"
    ATTACHED = "attached"
    GEOREFERENCED = "georeferenced"
    TRACED = "traced"


class Datum(str, Enum):
    """Datum choice of a sheet."""

    UNDETERMINED = "undetermined"
    WGS84 = "wgs84"
    TOKYO1918 = "tokyo1918"
    TOKYO1892 = "tokyo1892"
    OTHER = "other"


class Relation(str, Enum):
    """What a claim says of its subject."""

    DISTANCE = "distance"
    WITHIN = "within"
    COUNT_WITHIN = "count within"
    COUNT = "count"
    NEXT_TO = "next to"
    ALONG = "along"
    FIGURE = "figure"
    RATIO = "ratio"
    SIDE = "side"
    STATED = "stated only"
