# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The controlled lists of an atlas, one enum each; the database checks columns against them.

A value is its own word in English, marked for translation; ``word`` and
``in_words`` give it in the user's language.
"""

from __future__ import annotations

from enum import Enum
from typing import Optional

from ..i18n import mark, tr


class Status(str, Enum):
    """What has become of a site."""

    ACTIVE = mark("Words", "active")
    UNDER_CONSTRUCTION = mark("Words", "under construction")
    PARTLY_ACTIVE = mark("Words", "partly active")
    CLOSED = mark("Words", "closed")
    CONVERTED = mark("Words", "converted")
    DEMOLISHED = mark("Words", "demolished")
    HISTORIC = mark("Words", "historic")
    UNKNOWN = mark("Words", "unknown")
    # A published point known to be wrong, kept so that nobody adds it again.
    REJECTED = mark("Words", "rejected")


class Likelihood(str, Enum):
    """How likely it is that the thing is what it is said to be (not how good the evidence is)."""

    CONFIRMED = mark("Words", "confirmed")
    PROBABLE = mark("Words", "probable")
    POSSIBLE = mark("Words", "possible")
    DOUBTFUL = mark("Words", "doubtful")


class Confidence(str, Enum):
    """How good the evidence is, apart from likelihood (ICD 203)."""

    HIGH = mark("Words", "high")
    MEDIUM = mark("Words", "medium")
    LOW = mark("Words", "low")


class AssertionKind(str, Enum):
    """What an assertion speaks of."""

    LOCATION = mark("Words", "location")
    EXISTENCE = mark("Words", "existence")
    STATUS = mark("Words", "status")
    DATE = mark("Words", "date")
    ROLE = mark("Words", "role")
    RELATION = mark("Words", "relation")
    FIGURE = mark("Words", "figure")
    CLUE = mark("Words", "clue")


class Use(str, Enum):
    """Whether an asserted point may be shown."""

    SHOW = mark("Words", "show")
    ALIAS = mark(
        "Words", "alias"
    )  # another point of the same thing: kept and listed, not a marker of its own
    DO_NOT_SHOW = mark("Words", "do not show")


class NameKind(str, Enum):
    """The role of a name."""

    MAIN = mark("Words", "main")
    ALIAS = mark("Words", "alias")
    FORMER = mark("Words", "former")
    JAPANESE_ERA = mark("Words", "japanese-era")


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

    ROAD = mark("Words", "road")
    RAILWAY = mark("Words", "railway")
    COAST = mark("Words", "coast")
    WALL = mark("Words", "wall")
    RIVER = mark("Words", "river")


class Fidelity(str, Enum):
    """How a line came to be."""

    SCHEMATIC = mark("Words", "schematic")
    PUBLISHED = mark("Words", "published")
    DIGITIZED = mark("Words", "digitized")
    IMPORTED = mark("Words", "imported")


class Survives(str, Enum):
    """Whether a historic line still exists."""

    YES = mark("Words", "yes")
    PARTLY = mark("Words", "partly")
    NO = mark("Words", "no")
    UNKNOWN = mark("Words", "unknown")


class Qualifier(str, Enum):
    """How a stated figure is to be read."""

    EXACT = mark("Words", "exactly")
    ABOUT = mark("Words", "about")
    AT_LEAST = mark("Words", "at least")
    AT_MOST = mark("Words", "at most")
    MORE_THAN = mark("Words", "more than")
    UNKNOWN = mark("Words", "unspecified")


class SheetState(str, Enum):
    """How far a historic sheet has come."""

    NO_SCAN = mark("Words", "no scan")
    ATTACHED = mark("Words", "attached")
    GEOREFERENCED = mark("Words", "georeferenced")
    TRACED = mark("Words", "traced")


class Datum(str, Enum):
    """Datum choice of a sheet."""

    UNDETERMINED = "undetermined"
    WGS84 = "wgs84"
    TOKYO1918 = "tokyo1918"
    TOKYO1892 = "tokyo1892"
    OTHER = "other"


class Relation(str, Enum):
    """What a claim says of its subject."""

    DISTANCE = mark("Words", "distance")
    WITHIN = mark("Words", "within")
    COUNT_WITHIN = mark("Words", "count within")
    COUNT = mark("Words", "count")
    NEXT_TO = mark("Words", "next to")
    ALONG = mark("Words", "along")
    FIGURE = mark("Words", "figure")
    RATIO = mark("Words", "ratio")
    SIDE = mark("Words", "side")
    STATED = mark("Words", "stated only")


CODES: dict[type[Enum], dict[Enum, str]] = {
    Language: {
        Language.ENGLISH: mark("Words", "English"),
        Language.HANGUL: mark("Words", "Korean, Hangul"),
        Language.HANJA: mark("Words", "Korean, Hanja"),
        Language.MCCUNE: mark("Words", "Korean, McCune-Reischauer"),
        Language.REVISED: mark("Words", "Korean, Revised Romanization"),
        Language.JAPANESE: mark("Words", "Japanese"),
        Language.JAPANESE_LATIN: mark("Words", "Japanese, romanized"),
    },
    Datum: {
        Datum.UNDETERMINED: mark("Words", "undetermined"),
        Datum.WGS84: mark("Words", "WGS 84"),
        Datum.TOKYO1918: mark("Words", "Tokyo 1918"),
        Datum.TOKYO1892: mark("Words", "Tokyo 1892"),
        Datum.OTHER: mark("Words", "other"),
    },
}
"""The words of values that are codes."""


def word(item: Enum) -> str:
    """Return what a value of a list is called, in the user's language, as inside a sentence."""
    return tr("Words", CODES.get(type(item), {}).get(item, item.value))


def in_words(item: Enum) -> str:
    """Return what a value of a list is called, in the user's language, as it stands alone."""
    text = word(item)
    return text[:1].upper() + text[1:]


def word_of(values: type[Enum], value: Optional[str]) -> str:
    """Return the word for a stored value; a value that is not on the list is its own word, none is empty."""
    found = next((item for item in values if item.value == value), None)
    return value or "" if found is None else word(found)
