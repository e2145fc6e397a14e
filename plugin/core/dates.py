# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Partial dates in the spirit of EDTF (ISO 8601-2:2019): what the text allows, earliest and latest.

Dates are ISO texts in the proleptic Gregorian calendar with astronomical years (1 BC is 0000), so years
before 1752, and before Christ, are as good as any.  "About" widens nothing: there is no margin to be had
from the word, so it is kept as a qualifier beside the plain bounds.  The text as given is always kept.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from enum import Enum
from functools import lru_cache
from typing import Optional

UNKNOWN_DAY = -(2**31)
"""Day number that stands for "not known" in int32 columns."""


class Precision(Enum):
    """How finely a date is known."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"  # a part of a year
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    RANGE = "range"
    UNKNOWN = "unknown"
    UNREADABLE = "unreadable"


@dataclass(frozen=True)
class PartialDate:
    """One date: it lies between ``earliest`` and ``latest`` (None: open), both inclusive ISO texts."""

    text: str
    earliest: Optional[str] = None
    latest: Optional[str] = None
    precision: Precision = Precision.UNKNOWN
    approximate: bool = False
    uncertain: bool = False
    note: str = ""


@dataclass(frozen=True)
class Period:
    """When something began and ended.  ``ongoing``: the text says that it has not ended."""

    begin: PartialDate
    end: PartialDate
    ongoing: bool = False


_Span = tuple[str, str, Precision]

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul",
            "august aug", "september sept sep", "october oct", "november nov", "december dec",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
_MONTH = "(" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\.?"
_PARTS = {"early": (1, 4), "mid": (5, 8), "late": (9, 12)}
_DECADE_PARTS = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}
_SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11)}
_UNKNOWN = frozenset(
    ("", "unknown", "?", "-", "–", "n/a", "na", "undated", "no date", "미상", "불명", "xxxx")
)
_OPEN = frozenset(("", "..", "open", "present", "now", "today", "ongoing", "현재"))

_APPROXIMATE = re.compile(
    r"^(?:circa|ca\.?|c\.?|about|around|approx(?:imately|\.)?|roughly|~|약)\s*(?=\d|[a-z])"
)
_UNCERTAIN = re.compile(r"^(?:probably|possibly|perhaps|maybe|likely)\s+")
_BEFORE = re.compile(r"^(?:before|pre|prior to|earlier than|<)[\s-]*(?=\S)")
_UNTIL = re.compile(r"^(?:until|till|to|up to|by|not later than|no later than|at latest|<=)\s+")
_ENDS = re.compile(r"^(?:until|till|up to)\s+")  # "by 2018" says that it stood then, not that it ended
_AFTER = re.compile(r"^(?:after|post|later than|>)[\s-]*(?=\S)")
_SINCE = re.compile(r"^(?:since|from|not earlier than|at least since|>=)\s+")
_BETWEEN = re.compile(r"^(?:between|from)\s+(.+?)\s+(?:and|to|until)\s+(.+)$")
_SPLIT = re.compile(r"^(.*?)(?:\s*(?:–|—|−|\.\.\.?|…)\s*|\s+-\s+|\s+to\s+|\s*~\s*(?=\d))(.*)$")
_SHORT_RANGE = re.compile(r"^(.*?\d{3,4}s?)\s*-\s*((?:c\. ?|mid-|early |late )?\d{4}s?|present|now)$")
_SLASH = re.compile(r"^([^/]*)/([^/]*)$")
_OPEN_END = re.compile(r"^(.*\d)\s*-()$")
_YEAR_NAMED = re.compile(r"(?<!\d)(1[0-9]{3}|20[0-9]{2})(?!\d)")
_ABBREVIATED = re.compile(r"^(\d{2})(\d{2})\s*[-–/]\s*(\d{2})$")


def _iso(year: int, month: int, day: int) -> str:
    return f"{'-' if year < 0 else ''}{abs(year):04d}-{month:02d}-{day:02d}"


def days_in_month(year: int, month: int) -> int:
    """Return the number of days of a month in the proleptic Gregorian calendar."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def _months(year: int, first: int, last: int, precision: Precision) -> _Span:
    return _iso(year, first, 1), _iso(year, last, days_in_month(year, last)), precision


def _years(first: int, last: int, precision: Precision) -> _Span:
    return _iso(first, 1, 1), _iso(last, 12, 31), precision


def _day(year: int, month: int, day: int) -> Optional[_Span]:
    if not (1 <= month <= 12 and 1 <= day <= days_in_month(year, month)):
        return None
    return _iso(year, month, day), _iso(year, month, day), Precision.DAY


def _month(year: int, month: int) -> Optional[_Span]:
    return _months(year, month, month, Precision.MONTH) if 1 <= month <= 12 else None


def _numeric(text: str) -> Optional[_Span]:
    if m := re.fullmatch(r"(-?\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ]\d{1,2}:\d{2}.*)?", text):
        return _day(int(m[1]), int(m[2]), int(m[3]))
    if m := re.fullmatch(r"(\d{4})(\d{2})(\d{2})", text):
        return _day(int(m[1]), int(m[2]), int(m[3]))
    if m := re.fullmatch(r"(-?\d{4})[-/.](\d{1,2})", text):
        return _month(int(m[1]), int(m[2]))
    if m := re.fullmatch(r"(\d{1,4})년(?:\s*(\d{1,2})월(?:\s*(\d{1,2})일)?)?", text):
        year, month, day = int(m[1]), int(m[2] or 0), int(m[3] or 0)
        if day:
            return _day(year, month, day)
        return _month(year, month) if month else _years(year, year, Precision.YEAR)
    if m := re.fullmatch(r"-?\d{4}|\d{3}", text):
        return _years(int(m[0]), int(m[0]), Precision.YEAR)
    return None


def _named(text: str) -> Optional[_Span]:
    if m := re.fullmatch(rf"(\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{_MONTH},?\s+(\d{{3,4}})", text):
        return _day(int(m[3]), _MONTHS[m[2]], int(m[1]))
    if m := re.fullmatch(rf"{_MONTH}\s+(\d{{1,2}})(?:st|nd|rd|th)?,?\s+(\d{{3,4}})", text):
        return _day(int(m[3]), _MONTHS[m[1]], int(m[2]))
    if m := re.fullmatch(rf"(?:(early|mid|late)[\s-]+)?{_MONTH},?\s+(\d{{3,4}})", text):
        return _month(int(m[3]), _MONTHS[m[2]])
    if m := re.fullmatch(rf"(\d{{4}})\s+{_MONTH}(?:\s+(\d{{1,2}}))?", text):
        year, month = int(m[1]), _MONTHS[m[2]]
        return _day(year, month, int(m[3])) if m[3] else _month(year, month)
    return None


def _part_of_year(text: str) -> Optional[_Span]:
    if m := re.fullmatch(r"(early|mid|late)(?:\s+in)?[\s-]*(\d{4})", text):
        return _months(int(m[2]), *_PARTS[m[1]], Precision.SEASON)
    if m := re.fullmatch(r"(spring|summer|autumn|fall)(?:\s+of)?\s+(\d{4})", text):
        return _months(int(m[2]), *_SEASONS[m[1]], Precision.SEASON)
    if m := re.fullmatch(r"winter(?:\s+of)?\s+(\d{4})", text):
        # the winter of a year may be the one that it begins or the one that it ends with
        return _iso(int(m[1]), 1, 1), _months(int(m[1]) + 1, 2, 2, Precision.SEASON)[1], Precision.SEASON
    if m := re.fullmatch(r"q([1-4])[\s/]*(\d{4})|(\d{4})[\s-]*q([1-4])", text):
        quarter, year = int(m[1] or m[4]), int(m[2] or m[3])
        return _months(year, quarter * 3 - 2, quarter * 3, Precision.SEASON)
    if m := re.fullmatch(r"(first|second)\s+half\s+of\s+(\d{4})", text):
        return _months(int(m[2]), *((1, 6) if m[1] == "first" else (7, 12)), Precision.SEASON)
    return None


def _long(text: str) -> Optional[_Span]:
    if m := re.fullmatch(r"(?:the\s+)?(early|mid|late)?[\s-]*(\d{3})(?:0s|0'?s|[xu]|0년대)", text):
        low, high = _DECADE_PARTS[m[1]] if m[1] else (0, 9)
        return _years(int(m[2]) * 10 + low, int(m[2]) * 10 + high, Precision.DECADE)
    if m := re.fullmatch(r"(\d{2})(?:xx|uu)", text):
        return _years(int(m[1]) * 100, int(m[1]) * 100 + 99, Precision.CENTURY)
    if m := re.fullmatch(
        r"(?:(early|mid|late)[\s-]+)?(\d{1,2})(?:st|nd|rd|th)\s*(?:century|c\.?)|(\d{1,2})세기", text
    ):
        first = (int(m[2] or m[3]) - 1) * 100 + 1
        low, high = {"early": (0, 32), "mid": (33, 66), "late": (67, 99)}.get(m[1] or "", (0, 99))
        return _years(first + low, first + high, Precision.CENTURY)
    if m := re.fullmatch(r"(?:기원전\s*)(\d{1,4})년?|(\d{1,5})\s*(?:bce?|b\.c\.(?:e\.)?)", text):
        year = 1 - int(m[1] or m[2])
        return _years(year, year, Precision.YEAR)
    if m := re.fullmatch(r"(?:ad|ce|a\.d\.)\s*(\d{1,4})|(\d{1,4})\s*(?:ad|ce|a\.d\.)", text):
        return _years(int(m[1] or m[2]), int(m[1] or m[2]), Precision.YEAR)
    return None


def _day_or_month_first(text: str) -> Optional[PartialDate]:
    m = re.fullmatch(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})", text)
    if not m:
        return None
    a, b, year = int(m[1]), int(m[2]), int(m[3])
    spans = sorted(s for s in {_day(year, b, a), _day(year, a, b)} if s)
    if not spans:
        return None
    note = "Day and month can be read either way." if len(spans) > 1 else ""
    precision = Precision.RANGE if len(spans) > 1 else Precision.DAY
    return PartialDate(text, spans[0][0], spans[-1][1], precision, uncertain=bool(note), note=note)


def _one(text: str) -> Optional[PartialDate]:
    """A single expression without words of order before it."""
    approximate = uncertain = False
    while m := _APPROXIMATE.match(text) or _UNCERTAIN.match(text):
        approximate = approximate or m.re is _APPROXIMATE
        uncertain = uncertain or m.re is _UNCERTAIN
        text = text[m.end() :].strip()
    if m := re.search(r"[?~%]+$|\s*경$", text):
        approximate = approximate or m[0] != "?"
        uncertain = uncertain or "?" in m[0] or "%" in m[0]
        text = text[: m.start()].strip()
    span = _numeric(text) or _named(text) or _part_of_year(text) or _long(text)
    found = PartialDate(text, *span) if span else _day_or_month_first(text)
    if found is None:
        return None
    return replace(found, approximate=approximate, uncertain=uncertain or found.uncertain)


def _halves(text: str) -> Optional[tuple[str, str]]:
    """Split a range into its two expressions; None where there is one only."""
    if m := _BETWEEN.match(text):
        return m[1], m[2]
    if (m := _ABBREVIATED.match(text)) and ("–" in text or int(m[3]) > 12):
        return m[1] + m[2], m[1] + m[3]
    for pattern in (_SHORT_RANGE, _SLASH, _SPLIT, _OPEN_END):
        if (m := pattern.match(text)) and not (pattern is not _SHORT_RANGE and _one(text)):
            return _borrow_year(m[1].strip(), m[2].strip())
    return None


def _borrow_year(first: str, second: str) -> tuple[str, str]:
    # "1 Apr – 29 Jun 2018": the year stands once
    if (
        re.search(r"[a-z]", first)
        and not re.search(r"\d{3,4}", first)
        and (m := re.search(r"\d{4}$", second))
    ):
        first = f"{first} {m[0]}"
    return first, second


def _shift(iso: str, days: int) -> str:
    return from_day_number(day_number(iso) + days)


def _ordered(text: str) -> Optional[PartialDate]:
    """Expressions that leave one side open: before, until, after, since."""
    for pattern in (_BEFORE, _UNTIL, _AFTER, _SINCE):
        m = pattern.match(text)
        inner = _one(text[m.end() :].strip()) if m else None
        if inner is None or inner.earliest is None or inner.latest is None:
            continue
        bounds: tuple[Optional[str], Optional[str]]
        if pattern is _BEFORE:
            bounds = (None, _shift(inner.earliest, -1))
        elif pattern is _UNTIL:
            bounds = (None, inner.latest)
        elif pattern is _AFTER:
            bounds = (_shift(inner.latest, 1), None)
        else:
            bounds = (inner.earliest, inner.latest)
        precision = inner.precision if pattern is _SINCE else Precision.RANGE
        return replace(inner, earliest=bounds[0], latest=bounds[1], precision=precision)
    return None


def _canonical(text: str) -> str:
    safe = "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)
    kept = "".join(c for c in unicodedata.normalize("NFKC", safe) if unicodedata.category(c) != "Cf")
    return " ".join(kept.casefold().split()).strip(" ;,()[]")


@lru_cache(maxsize=16384)
def last_year_named(text: Optional[str]) -> Optional[int]:
    """Return the last year (1000 to 2099) that stands in a text, None for none."""
    return max(map(int, _YEAR_NAMED.findall(text or "")), default=None)


def parse_date(text: Optional[str]) -> PartialDate:
    """Read one date.  A range means "some time between".  Never raises: see ``precision``."""
    given = text or ""
    plain = _canonical(given)
    if plain in _UNKNOWN:
        return PartialDate(given)
    found = _one(plain) or _ordered(plain)
    if found is None and (halves := _halves(plain)):
        found = _between(*halves)
    if found is None:
        return PartialDate(given, precision=Precision.UNREADABLE, note="The date could not be read.")
    return replace(found, text=given)


def _between(first: str, second: str) -> Optional[PartialDate]:
    lead = bool(_APPROXIMATE.match(first))
    one = PartialDate(first) if first in _OPEN else _one(first)
    two = PartialDate(second) if second in _OPEN else _one(second)
    if one is None or two is None or (one.earliest is None and two.latest is None):
        return None
    if one.earliest and two.latest and day_number(one.earliest) > day_number(two.latest):
        return None
    return PartialDate(
        "", one.earliest, two.latest, Precision.RANGE, lead or two.approximate, one.uncertain or two.uncertain
    )


def parse_period(begin_text: Optional[str], end_text: Optional[str] = None) -> Period:
    """Read when something began and ended, from two texts or from one such as "c. 2017–2022".

    In one text "since 2010" begins and goes on, "until 1953" and "–1953" end, "pre-1945" began before.
    """
    if end_text is not None and _canonical(end_text):
        ongoing = _canonical(end_text) in _OPEN
        return Period(
            parse_date(begin_text), PartialDate(end_text) if ongoing else parse_date(end_text), ongoing
        )
    given = begin_text or ""
    plain = _canonical(given)
    if m := _ENDS.match(plain):
        return Period(PartialDate(given), replace(parse_date(plain[m.end() :]), text=given))
    halves = None if plain.startswith("between ") or _one(plain) else _halves(plain)
    if halves and _between(*halves):
        first, second = halves
        begin = PartialDate(given) if first in _OPEN else replace(parse_date(first), text=given)
        end = PartialDate(given) if second in _OPEN else replace(parse_date(second), text=given)
        return Period(begin, end, second in _OPEN and second != "")
    return Period(parse_date(begin_text), PartialDate(""), bool(_SINCE.match(plain)))


def bounds_of(begin_text: Optional[str], end_text: Optional[str]) -> dict[str, Optional[str]]:
    """Return the bounds of a period by the names of the atlas's columns."""
    period = parse_period(begin_text or None, end_text or None)
    sides = (("begin", period.begin), ("end", period.end))
    return {
        f"{side}_{bound}": getattr(date, bound) for side, date in sides for bound in ("earliest", "latest")
    }


_ISO = re.compile(r"(-?)(\d{4,6})-(\d{2})-(\d{2})")


def day_number(iso: str) -> int:
    """Return the days since 1970-01-01 of an ISO date, proleptic Gregorian, any year.

    Algorithm: H. Hinnant, "chrono-compatible low-level date algorithms", days_from_civil.
    Raises ValueError for another text.
    """
    m = _ISO.match(iso)
    if not m:
        raise ValueError(f"“{iso}” is not an ISO date")
    year, month, day = int(m[1] + m[2]), int(m[3]), int(m[4])
    year -= month <= 2
    era = year // 400
    of_era = year - era * 400
    of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    return era * 146097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 719468


def from_day_number(days: int) -> str:
    """Return the ISO date of a day number (inverse of :func:`day_number`)."""
    shifted = days + 719468
    era = shifted // 146097
    of_era = shifted - era * 146097
    year = (of_era - of_era // 1460 + of_era // 36524 - of_era // 146096) // 365
    of_year = of_era - (365 * year + year // 4 - year // 100)
    part = (5 * of_year + 2) // 153
    month = part + (3 if part < 10 else -9)
    return _iso(year + era * 400 + (month <= 2), month, of_year - (153 * part + 2) // 5 + 1)


def _year_of(iso: str) -> int:
    m = _ISO.match(iso)
    return int(m[1] + m[2]) if m else 0


def _year_text(year: int) -> str:
    return str(year) if year > 0 else f"{1 - year} BC"


def _brief(earliest: str, latest: str) -> str:
    first, last = _year_of(earliest), _year_of(latest)
    if earliest == latest:
        return earliest if first > 0 else f"{earliest.rpartition('-')[0]}-{earliest[-2:]}"
    whole_years = earliest.endswith("-01-01") and latest.endswith("-12-31")
    if whole_years and first == last:
        return _year_text(first)
    if whole_years and last - first == 9 and first % 10 == 0 and first > 0:
        return f"{first}s"
    if whole_years:
        return f"{_year_text(first)}–{_year_text(last)}"
    month_end = f"{days_in_month(first, int(earliest[-5:-3])):02d}"
    if earliest[:-3] == latest[:-3] and earliest.endswith("-01") and latest.endswith(month_end):
        return earliest[:-3]
    return f"{earliest} – {latest}"


def format_date(earliest: Optional[str], latest: Optional[str], approximate: bool = False) -> str:
    """Write bounds as short as they allow: 1916-11-05, 1908-04, 1916, 1930s, 2017–2022, before 1945."""
    if not earliest and not latest:
        return "unknown"
    if not earliest:
        following = _shift(latest or "", 1)
        whole = following.endswith("-01-01")
        return "before " + (_year_text(_year_of(following)) if whole else following)
    if not latest:
        previous = _shift(earliest, -1)
        whole = previous.endswith("-12-31")
        return "after " + (_year_text(_year_of(previous)) if whole else previous)
    return ("c. " if approximate else "") + _brief(earliest, latest)
