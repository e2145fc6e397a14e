# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Ask the columns: which sites meet a filter, how many there are per value, in which order they come."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Callable, Optional

import numpy as np
import numpy.typing as npt

from ..atlas.vocabulary import Confidence, Likelihood
from ..dates import UNKNOWN_DAY, day_number, parse_date
from ..errors import Cancelled
from ..measure.geodesics import geodesic_on
from ..names.names import (
    APART,
    SPELLED,
    Query,
    fold,
    is_latin as latin_word,
    near_word,
    parse_query,
    plain_rank,
    text_rank,
    word_pattern,
)
from .columns import Columns, Overlay, from_rows, sort_key
from .criteria import CODED, CircleCriterion, PeriodCriterion, Ring, SiteFilter

Mask = npt.NDArray[np.bool_]
Stop = Optional[Callable[[], bool]]
_MIN_METRES_PER_DEGREE = 110_500.0
"""Less than any degree of latitude on WGS 84 (110,574 m at the equator)."""
MOST_COMPARED = 20_000
"""Rows compared letter by letter for typing errors, some 20 µs each."""
SORTS = (
    "name", "name_ko", "category", "city", "status", "likelihood", "confidence", "importance", "date",
    "distance",
)  # fmt: skip
DEGREES = {
    "likelihood": [item.value for item in Likelihood],
    "confidence": [item.value for item in Confidence],
}
"""Values that have an order of their own, the strongest first."""


@dataclass
class Result:
    """Sites that meet a filter.

    ``mask`` has one entry per row: first the rows of ``columns``, then those of ``edited`` (the overlay).
    ``total`` counts all sites there are, deleted ones not; ``hidden`` marks base rows that the overlay
    replaces or removes.
    """

    columns: Columns
    edited: Optional[Columns]
    mask: Mask
    hidden: Optional[Mask]
    criteria: dict[str, Mask] = field(repr=False)
    total: int

    @property
    def count(self) -> int:
        """How many sites meet the filter."""
        return int(np.count_nonzero(self.mask))

    @property
    def rows(self) -> npt.NDArray[np.int64]:
        """Row numbers of the hits, ascending (rows from len(columns) on are edited sites)."""
        return np.flatnonzero(self.mask)

    @property
    def fids(self) -> npt.NDArray[np.int64]:
        """Feature ids of the hits in the order of ``rows``."""
        return self.fids_of(self.rows)

    def fids_of(self, rows: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
        """Feature ids of rows."""
        return self._take("fids", rows)

    def _take(self, name: str, rows: npt.NDArray[Any]) -> Any:
        base = getattr(self.columns, name)
        if self.edited is None:
            return base[rows]
        return np.concatenate([base, getattr(self.edited, name)])[rows]

    def at(self, row: int) -> tuple[Columns, int]:
        """Return the columns that hold a row and its number there."""
        if row < len(self.columns) or self.edited is None:
            return self.columns, row
        return self.edited, row - len(self.columns)

    def facet(self, field_name: str) -> dict[str, int]:
        """Return how many sites each value of a coded column would show, all other criteria applied."""
        own = {column: criterion for criterion, column in CODED.items()}.get(field_name)
        others = [mask for name, mask in self.criteria.items() if name != own]
        counts: dict[str, int] = {}
        for columns, part in self._parts():
            mask = _all([m[part] for m in others], len(columns))
            if columns is self.columns and self.hidden is not None:
                mask &= ~self.hidden
            values = columns.vocabularies[field_name].values
            tally = _tally(columns.codes[field_name], mask, len(values))
            for value, number in zip(values, tally):
                if number:
                    counts[value] = counts.get(value, 0) + int(number)
        return counts

    def _parts(self) -> list[tuple[Columns, slice]]:
        size = len(self.columns)
        parts = [(self.columns, slice(0, size))]
        if self.edited is not None:
            parts.append((self.edited, slice(size, size + len(self.edited))))
        return parts

    def sorted_rows(
        self,
        by: str = "name",
        descending: bool = False,
        origin: Optional[tuple[float, float]] = None,
        labels: Optional[Mapping[str, str]] = None,
    ) -> npt.NDArray[np.int64]:
        """Return the hits' rows in an order of ``SORTS``; ties by name.

        ``origin`` is (lon, lat) for "distance" (metres on the ellipsoid), ``labels`` what is shown for the
        values of a column.  What has no value comes last, whichever way.
        """
        rows = self.rows
        names = self._name_ranks(rows)
        keys: npt.NDArray[Any]
        if by == "name":
            keys, missing = names, np.zeros(len(rows), bool)
        elif by == "distance":
            keys = self._distances(rows, origin or (0.0, 0.0))
            missing = np.isnan(keys)
        elif by == "date":
            keys = self._begin(rows)
            missing = keys == UNKNOWN_DAY
        elif by == "importance":
            keys, missing = self._take("importance", rows).astype(float), np.zeros(len(rows), bool)
        elif by == "name_ko":
            texts = np.concatenate([columns.korean_keys() for columns, _ in self._parts()])[rows]
            keys, missing = np.unique(texts, return_inverse=True)[1].astype(float), texts == b""
        else:
            keys, missing = self._value_ranks(rows, by, labels or {})
        keys = np.where(missing, 0, keys.astype(float))
        return rows[np.lexsort((names, -keys if descending else keys, missing))]

    def _name_ranks(self, rows: npt.NDArray[np.int64]) -> npt.NDArray[np.float64]:
        base = self.columns.name_rank()
        if self.edited is None:
            return base[rows].astype(float)
        order = np.empty(len(base), np.int64)
        order[base] = np.arange(len(base))
        edited = [self._place(order, self.edited.name(i)[0]) for i in range(len(self.edited))]
        return np.concatenate([base.astype(float), np.array(edited, float)])[rows]

    def _place(self, order: npt.NDArray[np.int64], name: str) -> float:
        low, high = 0, len(order)
        key = sort_key(name)
        while low < high:
            middle = (low + high) // 2
            if sort_key(self.columns.name(int(order[middle]))[0]) < key:
                low = middle + 1
            else:
                high = middle
        return low - 0.5

    def _distances(self, rows: npt.NDArray[np.int64], origin: tuple[float, float]) -> npt.NDArray[np.float64]:
        lon, lat = self._take("lon", rows), self._take("lat", rows)
        metres = np.full(len(rows), np.nan)
        there = np.isfinite(lon) & np.isfinite(lat)
        metres[there] = geodesic_on().distance(origin[0], origin[1], lon[there], lat[there])
        return metres

    def _begin(self, rows: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
        parts = []
        for columns, _ in self._parts():
            earliest, latest = columns.days["begin_earliest"], columns.days["begin_latest"]
            parts.append(np.where(earliest == UNKNOWN_DAY, latest, earliest))
        return np.concatenate(parts)[rows].astype(np.int64)

    def _value_ranks(
        self, rows: npt.NDArray[np.int64], by: str, labels: Mapping[str, str]
    ) -> tuple[npt.NDArray[np.float64], Mask]:
        values, degrees = self.columns.vocabularies[by].values, DEGREES.get(by, [])

        def order(code: int) -> tuple[int, str]:
            value = values[code]
            degree = degrees.index(value) if value in degrees else len(degrees)
            return degree, sort_key(labels.get(value, value))

        places = np.empty(len(values))
        places[sorted(range(len(values)), key=order)] = np.arange(len(values))
        codes = np.concatenate([columns.codes[by].astype(np.int64) for columns, _ in self._parts()])[rows]
        return places[codes], codes == 0

    def ranked(self, text: str, limit: int = 200) -> list[tuple[int, int]]:
        """Return (row, rank) of the best ``limit`` hits for a query, best first, then by length of name.

        Looks at no more than the first 5,000 hits: among more, rank says little and typing goes on.
        """
        query = parse_query(text)
        scored = []
        for row in self.rows[:5000].tolist():
            columns, place = self.at(row)
            names = [name for name in columns.name(place) if name]
            best = min((plain_rank(query, name) for name in names), default=SPELLED)
            if best:
                texts = columns.latin[place] + APART + columns.other[place]
                best = min(best, text_rank(query, texts))
            scored.append((best, len(names[0]) if names else 0, row))
        scored.sort()
        return [(row, score) for score, _, row in scored[:limit]]

    def best_first(self, text: str, order: npt.NDArray[np.int64]) -> npt.NDArray[np.int64]:
        """Return rows in their order, but first those of which a name is the text, then those that start so.

        Whole columns at once: for more hits than ``ranked`` can look at.
        """
        query = parse_query(text)
        place = np.empty(len(self.mask), np.uint8)
        whole = query.folded.replace(" ", "")
        if not whole:
            return order
        pattern, size = word_pattern(whole), len(whole.encode())
        for columns, part in self._parts():
            blob = columns.latin if latin_word(whole) else columns.other
            whole_name, starting = blob.rows_starting(pattern, size, APART)
            place[part] = ~whole_name * (np.uint8(2) - starting)
        places = place[order]
        return np.concatenate([order[places == value] for value in range(3)])


def apply(
    wanted: SiteFilter,
    columns: Columns,
    *,
    overlay: Optional[Overlay] = None,
    expression_fids: Optional[npt.NDArray[np.int64]] = None,
    text_fids: Optional[npt.NDArray[np.int64]] = None,
    cancelled: Stop = None,
) -> Result:
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
            raise Cancelled("Filtering")
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
    mask = _all(list(criteria.values()), size + (len(edited) if edited is not None else 0))
    total = len(mask)
    if hidden is not None:
        mask[:size] &= ~hidden
        total -= int(np.count_nonzero(hidden))
    return Result(columns, edited, mask, hidden, criteria, total)


def _all(masks: list[Mask], size: int) -> Mask:
    if not masks:
        return np.ones(size, bool)
    result = masks[0].copy()
    for mask in masks[1:]:
        result &= mask
    return result


def _tally(codes: npt.NDArray[Any], mask: Mask, values: int) -> npt.NDArray[np.int64]:
    if values > 256:
        return np.bincount(codes[mask], minlength=values)
    # one code more for what the mask leaves out: cheaper than picking rows first
    return np.bincount(np.where(mask, codes, np.uint16(values)), minlength=values + 1)[:values]


def _criterion(
    name: str,
    wanted: SiteFilter,
    columns: Columns,
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


def in_values(columns: Columns, field_name: str, values: frozenset[str]) -> Mask:
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


def with_text(columns: Columns, query: Query, cancelled: Stop = None) -> Mask:
    """Rows in which every word of the query is found, in one of its spellings."""
    mask = np.ones(len(columns), bool)
    # the longest word first: what it leaves is soon looked through for the others
    for spellings in sorted(query.words, key=lambda word: -min(map(len, word), default=0)):
        found = np.zeros(len(columns), bool)
        for spelling in spellings:
            blob = columns.latin if latin_word(spelling) else columns.other
            found |= blob.rows_with(word_pattern(spelling), cancelled, mask)
        mask = found
    if query.signs:
        mask = columns.names.rows_with(re.compile(re.escape(query.signs)), cancelled, mask)
    return mask


def in_period(columns: Columns, period: PeriodCriterion) -> Mask:
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


def in_circle(columns: Columns, circle: CircleCriterion) -> Mask:
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


def in_box(columns: Columns, box: tuple[float, float, float, float]) -> Mask:
    """Rows in a box of degrees, edges included; west > east crosses the antimeridian."""
    west, south, east, north = box
    mask = (columns.lat >= south) & (columns.lat <= north)
    if west <= east:
        return mask & (columns.lon >= west) & (columns.lon <= east)
    return mask & ((columns.lon >= west) | (columns.lon <= east))


def in_polygon(columns: Columns, rings: tuple[Ring, ...], cancelled: Stop = None) -> Mask:
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
                raise Cancelled("Filtering")
            if y1 == y2:
                continue
            crossed = (y1 <= y) != (y2 <= y)
            inside ^= crossed & (x >= x1 + (y - y1) * (x2 - x1) / (y2 - y1))
    mask[rows] = inside
    return mask


def near_misses(wanted: SiteFilter, columns: Columns, limit: int = 20, cancelled: Stop = None) -> list[int]:
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


def _near_rows(word: str, columns: Columns, kept: Mask, cancelled: Stop) -> Iterator[int]:
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
            raise Cancelled("The search")
        texts = [fold(name) for name in columns.name(row)] + blob[row].split(APART)
        if any(near_word(word, text) for text in texts if text):
            yield row
