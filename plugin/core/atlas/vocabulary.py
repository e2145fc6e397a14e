# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The controlled lists of an atlas, one enum each; the database checks columns against them.

A value is its own word in English, marked for translation under the name of its list; ``word`` and
``in_words`` give it in the user's language.
"""

from __future__ import annotations

from enum import Enum
from typing import Optional

from ..i18n import mark, tr


class Status(str, Enum):
    """What has become of a site."""

    ACTIVE = mark("Status", "active")
    UNDER_CONSTRUCTION = mark("Status", "under construction")
    PARTLY_ACTIVE = mark("Status", "partly active")
    CLOSED = mark("Status", "closed")
    CONVERTED = mark("Status", "converted")
    DEMOLISHED = mark("Status", "demolished")
    HISTORIC = mark("Status", "historic")
    UNKNOWN = mark("Status", "unknown")
    REJECTED = mark(
        "Status", "rejected"
    )  # a published point known to be wrong, kept so that nobody adds it again


class Likelihood(str, Enum):
    """How likely it is that the thing is what it is said to be (not how good the evidence is)."""

    CONFIRMED = mark("Likelihood", "confirmed")
    PROBABLE = mark("Likelihood", "probable")
    POSSIBLE = mark("Likelihood", "possible")
    DOUBTFUL = mark("Likelihood", "doubtful")


class Confidence(str, Enum):
    """How good the evidence is, apart from likelihood (ICD 203)."""

    HIGH = mark("Confidence", "high")
    MEDIUM = mark("Confidence", "medium")
    LOW = mark("Confidence", "low")


class AssertionKind(str, Enum):
    """What an assertion speaks of."""

    LOCATION = mark("AssertionKind", "location")
    EXISTENCE = mark("AssertionKind", "existence")
    STATUS = mark("AssertionKind", "status")
    DATE = mark("AssertionKind", "date")
    ROLE = mark("AssertionKind", "role")
    RELATION = mark("AssertionKind", "relation")
    FIGURE = mark("AssertionKind", "figure")
    CLUE = mark("AssertionKind", "clue")


class Use(str, Enum):
    """Whether an asserted point may be shown."""

    SHOW = mark("Use", "show")
    ALIAS = mark("Use", "alias")  # another point of the same thing: kept and listed, not a marker of its own
    DO_NOT_SHOW = mark("Use", "do not show")


class NameKind(str, Enum):
    """The role of a name."""

    MAIN = mark("NameKind", "main")
    ALIAS = mark("NameKind", "alias")
    FORMER = mark("NameKind", "former")
    JAPANESE_ERA = mark("NameKind", "japanese-era")


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

    ROAD = mark("TraceKind", "road")
    RAILWAY = mark("TraceKind", "railway")
    COAST = mark("TraceKind", "coast")
    WALL = mark("TraceKind", "wall")
    RIVER = mark("TraceKind", "river")


class Fidelity(str, Enum):
    """How a line came to be."""

    SCHEMATIC = mark("Fidelity", "schematic")
    DIGITIZED = mark("Fidelity", "digitized")
    IMPORTED = mark("Fidelity", "imported")


class Survives(str, Enum):
    """Whether a historic line still exists."""

    YES = mark("Survives", "yes")
    PARTLY = mark("Survives", "partly")
    NO = mark("Survives", "no")
    UNKNOWN = mark("Survives", "unknown")


class Qualifier(str, Enum):
    """How a stated figure is to be read."""

    EXACT = mark("Qualifier", "exactly")
    ABOUT = mark("Qualifier", "about")
    AT_LEAST = mark("Qualifier", "at least")
    AT_MOST = mark("Qualifier", "at most")
    MORE_THAN = mark("Qualifier", "more than")
    UNKNOWN = mark("Qualifier", "unspecified")


class SheetState(str, Enum):
    """How far a historic sheet has come."""

    NO_SCAN = mark("SheetState", "no scan")
    ATTACHED = mark("SheetState", "attached")
    GEOREFERENCED = mark("SheetState", "georeferenced")
    TRACED = mark("SheetState", "traced")


class Datum(str, Enum):
    """Datum choice of a sheet."""

    UNDETERMINED = "undetermined"
    WGS84 = "wgs84"
    TOKYO1918 = "tokyo1918"
    TOKYO1892 = "tokyo1892"
    OTHER = "other"


class Relation(str, Enum):
    """What a claim says of its subject."""

    DISTANCE = mark("Relation", "distance")
    WITHIN = mark("Relation", "within")
    COUNT_WITHIN = mark("Relation", "count within")
    COUNT = mark("Relation", "count")
    NEXT_TO = mark("Relation", "next to")
    ALONG = mark("Relation", "along")
    FIGURE = mark("Relation", "figure")
    RATIO = mark("Relation", "ratio")
    SIDE = mark("Relation", "side")
    STATED = mark("Relation", "stated only")


CODES: dict[type[Enum], dict[Enum, str]] = {
    Language: {
        Language.ENGLISH: mark("Language", "English"),
        Language.HANGUL: mark("Language", "Korean, Hangul"),
        Language.HANJA: mark("Language", "Korean, Hanja"),
        Language.MCCUNE: mark("Language", "Korean, McCune-Reischauer"),
        Language.REVISED: mark("Language", "Korean, Revised Romanization"),
        Language.JAPANESE: mark("Language", "Japanese"),
        Language.JAPANESE_LATIN: mark("Language", "Japanese, romanized"),
    },
    Datum: {
        Datum.UNDETERMINED: mark("Datum", "undetermined"),
        Datum.WGS84: mark("Datum", "WGS 84"),
        Datum.TOKYO1918: mark("Datum", "Tokyo 1918"),
        Datum.TOKYO1892: mark("Datum", "Tokyo 1892"),
        Datum.OTHER: mark("Datum", "other"),
    },
}
"""The words of values that are codes."""


def word(item: Enum) -> str:
    """Return what a value of a list is called, in the user's language, as inside a sentence."""
    return tr(type(item).__name__, CODES.get(type(item), {}).get(item, item.value))


def in_words(item: Enum) -> str:
    """Return what a value of a list is called, in the user's language, as it stands alone."""
    text = word(item)
    return text[:1].upper() + text[1:]


def word_of(values: type[Enum], value: Optional[str]) -> str:
    """Return the word for a stored value; a value that is not on the list is its own word, none is empty."""
    found = next((item for item in values if item.value == value), None)
    return value or "" if found is None else word(found)
