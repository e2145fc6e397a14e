# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Ask the columns which sites meet a filter."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from typing import Callable, Optional

import numpy as np
import numpy.typing as npt

from ..dates import UNKNOWN_DAY, day_number, parse_date
from ..errors import Cancelled
from ..i18n import tr
from ..measure.geodesics import geodesic_on
from ..names.names import (
    APART,
    Query,
    fold,
    is_latin as latin_word,
    near_word,
    parse_query,
    word_pattern,
)
from .columns import Overlay, SiteColumns, from_rows
from .criteria import CODED, CircleCriterion, PeriodCriterion, Ring, SiteFilter
from .result import FilterResult, Mask, all_of
from .terms import Group

Stop = Optional[Callable[[], bool]]
_MIN_METRES_PER_DEGREE = 110_500.0
"""Less than any degree of latitude on WGS 84 (110,574 m at the equator)."""
MOST_COMPARED = 20_000
"""Rows compared letter by letter for typing errors, some 20 µs each."""


def apply(
    wanted: SiteFilter,
    columns: SiteColumns,
    *,
    overlay: Optional[Overlay] = None,
    expression_fids: Optional[npt.NDArray[np.int64]] = None,
    text_fids: Optional[npt.NDArray[np.int64]] = None,
    cancelled: Stop = None,
) -> FilterResult:
    """Return the sites that meet ``wanted``.

    ``overlay`` holds the edits not in the file; ``expression_fids`` the features for which the filter's
    expression is true (needed only where that criterion is on), ``text_fids`` those that answer the text
    otherwise than by a name.  Raises Cancelled.
    """
    edited = hidden = None
    size = len(columns)
    if overlay:
        shown = {fid: site for fid, site in overlay.items() if site is not None}
        edited = from_rows(shown, columns.vocabularies, columns)
        hidden = np.zeros(size, bool)
        hidden[columns.rows_of(np.fromiter(overlay, np.int64, len(overlay)))] = True
    criteria: dict[str, Mask] = {}
    for name in wanted.active():
        if cancelled and cancelled():
            raise Cancelled(tr("TextSearch", "Filtering"))
        masks = [
            _criterion(name, wanted, part, expression_fids, cancelled)
            for part in (columns, edited)
            if part is not None
        ]
        if name == "text" and text_fids is not None:
            for mask, part in zip(masks, (columns, edited)):
                if part is not None:
                    mask[part.rows_of(text_fids)] = True
        criteria[name] = masks[0] if edited is None else np.concatenate(masks)
    mask = all_of(list(criteria.values()), size + (len(edited) if edited is not None else 0))
    total = len(mask)
    if hidden is not None:
        mask[:size] &= ~hidden
        total -= int(np.count_nonzero(hidden))
    return FilterResult(columns, edited, mask, hidden, criteria, total)


def _criterion(
    name: str,
    wanted: SiteFilter,
    columns: SiteColumns,
    expression_fids: Optional[npt.NDArray[np.int64]],
    cancelled: Stop,
) -> Mask:
    if name in CODED:
        return in_values(columns, CODED[name], getattr(wanted, name))
    if name == "text":
        return with_text(columns, parse_query(wanted.text), cancelled)
    if name == "period" and wanted.period:
        return in_period(columns, wanted.period)
    if name == "circle" and wanted.circle:
        return in_circle(columns, wanted.circle)
    if name == "bbox" and wanted.bbox:
        return in_box(columns, wanted.bbox)
    if name == "polygon":
        return in_polygon(columns, wanted.polygon, cancelled)
    if name == "located":
        there = np.isfinite(columns.lon) & np.isfinite(columns.lat)
        return there if wanted.located else ~there
    if expression_fids is None:
        return np.ones(len(columns), bool)
    mask = np.zeros(len(columns), bool)
    mask[columns.rows_of(np.asarray(expression_fids, np.int64))] = True
    return mask


def in_values(columns: SiteColumns, field_name: str, values: frozenset[str]) -> Mask:
    """Rows whose value of a coded column is one of ``values``."""
    array = columns.codes[field_name]
    known = columns.vocabularies[field_name].codes
    codes = sorted(known[value] for value in values if value in known)
    codes = [code for code in codes if code <= np.iinfo(array.dtype).max]
    if len(codes) <= 4:
        mask = np.zeros(len(array), bool) if not codes else array == codes[0]
        for code in codes[1:]:
            mask |= array == code
        return mask
    table = np.zeros(max(len(known), 1), bool)
    table[codes] = True
    return table[array]


def with_text(columns: SiteColumns, query: Query, cancelled: Stop = None) -> Mask:
    """Rows that answer every word of the query: it is in a name, in one of its spellings, or it says what the
    site is (“AAA”, “railway station”, the city, the folder)."""
    mask = np.ones(len(columns), bool)
    # the longest word first: what it leaves is soon looked through for the others
    for group in sorted(columns.terms.groups(query.folded.split()), key=lambda g: -_longest(query, g)):
        found = _named(columns, query.words[group.start : group.end], mask, cancelled)
        for field_name, values in group.meaning.items():
            found |= in_values(columns, field_name, values) & mask
        mask = found
    if query.signs:
        mask = columns.names.rows_with(re.compile(re.escape(query.signs)), cancelled, mask)
    return mask


def _longest(query: Query, group: Group) -> int:
    return max(min(map(len, spellings)) for spellings in query.words[group.start : group.end])


def _named(columns: SiteColumns, words: Sequence[tuple[str, ...]], among: Mask, cancelled: Stop) -> Mask:
    """Rows of ``among`` with a name that has all words, each in one of its spellings."""
    for spellings in sorted(words, key=lambda word: -min(map(len, word))):
        found = np.zeros(len(columns), bool)
        for spelling in spellings:
            blob = columns.latin if latin_word(spelling) else columns.other
            found |= blob.rows_with(word_pattern(spelling), cancelled, among)
        among = found
    return among


def in_period(columns: SiteColumns, period: PeriodCriterion) -> Mask:
    """Rows that may have stood (or surely stood) at some time of the period; ends are inclusive."""
    days = columns.days
    undated = np.ones(len(columns), bool)
    for name in days:
        undated &= days[name] == UNKNOWN_DAY
    if period.only_unknown:
        return undated
    first, last = ("begin_latest", "end_earliest") if period.certain else ("begin_earliest", "end_latest")
    mask = np.ones(len(columns), bool)
    if period.end is not None:
        mask &= days[first] <= day_number(parse_date(period.end).latest or "")
        if period.certain:
            mask &= days[first] != UNKNOWN_DAY
    if period.start is not None:
        start = day_number(parse_date(period.start).earliest or "")
        # no end given at all: still there; an end known on one side only is open on the other
        other = "end_latest" if period.certain else "end_earliest"
        no_end = (days[last] == UNKNOWN_DAY) & ((days[other] == UNKNOWN_DAY) | (not period.certain))
        mask &= (days[last] >= start) | no_end
    return mask | undated if period.include_unknown else mask & ~undated


def in_circle(columns: SiteColumns, circle: CircleCriterion) -> Mask:
    """Rows within a geodesic distance; a band of latitude and longitude first, the exact geodesic after."""
    reach = circle.radius_m / _MIN_METRES_PER_DEGREE
    mask = np.abs(columns.lat - circle.lat) <= reach
    top = abs(circle.lat) + reach
    if top < 89:
        # a circle of angular radius r touches the meridian asin(sin r / cos lat) away; 1 % for flattening
        ratio = math.sin(math.radians(min(reach * 1.01, 90))) / math.cos(math.radians(circle.lat))
        if ratio < 1:
            width = math.degrees(math.asin(ratio)) * 1.01
            turn = np.remainder(columns.lon - circle.lon + 180.0, 360.0) - 180.0
            mask &= np.abs(turn) <= width
    rows = np.flatnonzero(mask)
    if len(rows):
        metres = geodesic_on().distance(circle.lon, circle.lat, columns.lon[rows], columns.lat[rows])
        mask[rows] = np.asarray(metres) <= circle.radius_m
    return mask


def in_box(columns: SiteColumns, box: tuple[float, float, float, float]) -> Mask:
    """Rows in a box of degrees, edges included; west > east crosses the antimeridian."""
    west, south, east, north = box
    mask = (columns.lat >= south) & (columns.lat <= north)
    if west <= east:
        return mask & (columns.lon >= west) & (columns.lon <= east)
    return mask & ((columns.lon >= west) | (columns.lon <= east))


def in_polygon(columns: SiteColumns, rings: tuple[Ring, ...], cancelled: Stop = None) -> Mask:
    """Rows inside rings of (lon, lat) by the even-odd rule, sides straight in degrees.

    A point on the left or lower side counts as inside, on the right or upper one as outside, so that
    polygons that share a side share no site.
    """
    mask = np.zeros(len(columns), bool)
    rings = tuple(ring for ring in rings if len(ring) >= 3)
    if not rings:
        return mask
    corners = np.array([point for ring in rings for point in ring], float)
    west, south = corners.min(axis=0)
    east, north = corners.max(axis=0)
    rows = np.flatnonzero(in_box(columns, (west, south, east, north)))
    x, y = columns.lon[rows], columns.lat[rows]
    inside = np.zeros(len(rows), bool)
    for ring in rings:
        points = np.array(ring, float)
        for (x1, y1), (x2, y2) in zip(points, np.roll(points, -1, axis=0)):
            if cancelled and cancelled():
                raise Cancelled(tr("TextSearch", "Filtering"))
            if y1 == y2:
                continue
            crossed = (y1 <= y) != (y2 <= y)
            inside ^= crossed & (x >= x1 + (y - y1) * (x2 - x1) / (y2 - y1))
    mask[rows] = inside
    return mask


def near_misses(
    wanted: SiteFilter, columns: SiteColumns, limit: int = 20, cancelled: Stop = None
) -> list[int]:
    """Return rows that the filter's text would find but for one typing error, the other criteria met.

    To be offered after the exact hits.  The error may be in the whole text or in one of its words.
    """
    words = parse_query(wanted.text).folded.split()
    rest = apply(wanted.without("text"), columns, cancelled=cancelled).mask
    found: dict[int, None] = {}
    tries: list[tuple[str, list[str]]] = [("".join(words), [])]
    if len(words) > 1:
        tries += [(word, words[:place] + words[place + 1 :]) for place, word in enumerate(words)]
    for word, others in tries:
        if len(word) < (4 if latin_word(word) else 2):
            continue
        kept = rest & with_text(columns, parse_query(" ".join(others)), cancelled) if others else rest
        for row in _near_rows(word, columns, kept, cancelled):
            found[row] = None
            if len(found) >= limit:
                return list(found)
    return list(found)


def _near_rows(word: str, columns: SiteColumns, kept: Mask, cancelled: Stop) -> Iterator[int]:
    """Rows with a name that is one error from ``word``.  One error leaves one half of it as it is, or swaps
    the letters at the seam, so only rows that hold one of these are compared."""
    blob = columns.latin if latin_word(word) else columns.other
    middle = len(word) // 2
    swapped = word[: middle - 1] + word[middle] + word[middle - 1] + word[middle + 1 :]
    candidates = np.zeros(len(columns), bool)
    for part in {word[:middle], word[middle:], swapped}:
        candidates |= blob.rows_with(re.compile(re.escape(part)), cancelled)
    for number, row in enumerate(np.flatnonzero(candidates & kept)[:MOST_COMPARED].tolist()):
        if cancelled and number % 256 == 0 and cancelled():
            raise Cancelled(tr("TextSearch", "The search"))
        texts = [fold(name) for name in columns.name(row)] + blob[row].split(APART)
        if any(near_word(word, text) for text in texts if text):
            yield row
