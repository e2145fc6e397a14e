# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""What a filter found: which sites, how many per value, in which order they come."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any, Optional

import numpy as np
import numpy.typing as npt

from ..atlas.vocabulary import Confidence, Likelihood
from ..dates import UNKNOWN_DAY
from ..measure.geodesics import geodesic_on
from ..names.names import (
    APART,
    SPELLED,
    is_latin as latin_word,
    parse_query,
    plain_rank,
    text_rank,
    word_pattern,
)
from .columns import SiteColumns, sort_key
from .criteria import CODED
from .thinning import Priority

Mask = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float64]
RELEVANCE = "relevance"
RANKED_UP_TO = 300
"""Ranking compares name by name (up to 100 µs each); with more hits the order is that of names."""
SORTS = (
    "name", "name_ko", "category", "city", "status", "likelihood", "confidence", "importance", "date",
    "distance",
)  # fmt: skip
DEGREES = {
    "likelihood": [item.value for item in Likelihood],
    "confidence": [item.value for item in Confidence],
}
"""Values that have an order of their own, the strongest first."""


@dataclass(frozen=True)
class Sort:
    """What the list is sorted by: ``relevance`` (of the text, else name) or one of ``SORTS``.

    ``origin`` is (lon, lat) for "distance", ``labels`` what is shown for the values of a column.
    """

    by: str = RELEVANCE
    descending: bool = False
    origin: Optional[tuple[float, float]] = None
    labels: Optional[Mapping[str, str]] = None


@dataclass
class FilterResult:
    """Sites that meet a filter, in the order of the list.

    ``mask`` has one entry per row: first the rows of ``columns``, then those of ``edited`` (the overlay).
    ``total`` counts all sites there are, deleted ones not; ``hidden`` marks base rows that the overlay
    replaces or removes.  ``order`` are the hits' rows as listed; ``priority`` is their order of importance
    for the map, made of many hits when the list is shown already.
    """

    columns: SiteColumns
    edited: Optional[SiteColumns]
    mask: Mask
    hidden: Optional[Mask]
    criteria: dict[str, Mask] = field(repr=False)
    total: int
    order: npt.NDArray[np.integer] = field(default_factory=lambda: np.empty(0, np.int64), repr=False)
    priority: Optional[Priority] = field(default=None, repr=False)

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

    def fids_of(self, rows: npt.NDArray[np.integer]) -> npt.NDArray[np.int64]:
        """Feature ids of rows."""
        return self._take("fids", rows)

    def positions(self, rows: npt.NDArray[np.integer]) -> tuple[Floats, Floats]:
        """Return longitudes and latitudes of rows (degrees, NaN: unlocated)."""
        return self._take("lon", rows), self._take("lat", rows)

    def _take(self, name: str, rows: npt.NDArray[Any]) -> Any:
        base = getattr(self.columns, name)
        if self.edited is None:
            return base[rows]
        return np.concatenate([base, getattr(self.edited, name)])[rows]

    def row_of(self, fid: int) -> int:
        """Return the row that stands for a feature now, -1 for none."""
        if self.edited is not None:
            place = self.edited.row_of(fid)
            if place >= 0:
                return len(self.columns) + place
        row = self.columns.row_of(fid)
        return -1 if row >= 0 and self.hidden is not None and self.hidden[row] else row

    def meets(self, fid: int) -> bool:
        """Tell whether a feature meets the filter."""
        row = self.row_of(fid)
        return row >= 0 and bool(self.mask[row])

    def listed(self, fids: Collection[int], besides: Collection[int] = ()) -> list[int]:
        """Return those of some features that meet the filter or are among ``besides``."""
        asked = np.fromiter(fids, np.int64, len(fids))
        kept = np.isin(asked, np.fromiter(besides, np.int64, len(besides)))
        for columns, part in self._parts():
            if len(columns):
                rows = np.minimum(np.searchsorted(columns.fids, asked), len(columns) - 1)
                kept |= (columns.fids[rows] == asked) & self.mask[part][rows]
        return asked[kept].tolist()

    def at(self, row: int) -> tuple[SiteColumns, int]:
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
            mask = all_of([m[part] for m in others], len(columns))
            if columns is self.columns and self.hidden is not None:
                mask &= ~self.hidden
            values = columns.vocabularies[field_name].values
            tally = _tally(columns.codes[field_name], mask, len(values))
            for value, number in zip(values, tally):
                if number:
                    counts[value] = counts.get(value, 0) + int(number)
        return counts

    def _parts(self) -> list[tuple[SiteColumns, slice]]:
        size = len(self.columns)
        parts = [(self.columns, slice(0, size))]
        if self.edited is not None:
            parts.append((self.edited, slice(size, size + len(self.edited))))
        return parts

    def by_importance(self) -> Priority:
        """Return the located hits, the most important first (for a task: 0.1 s for a million)."""
        rows = self.rows.astype(np.int32)
        lon, lat = self.positions(rows)
        located = np.isfinite(lon + lat)
        if not located.all():
            rows, lon, lat = rows[located], lon[located], lat[located]
        return Priority(rows, lon.astype(np.float32), lat.astype(np.float32), self._take("importance", rows))

    def in_order(self, sort: Sort, text: str = "") -> npt.NDArray[np.int64]:
        """Return the hits' rows as ``sort`` has it; by relevance, the best answers to ``text`` come first."""
        by_relevance = sort.by == RELEVANCE
        if by_relevance and text and self.count <= RANKED_UP_TO:
            return self._by_rank(text)
        if (by_relevance or sort.by == "name") and not sort.descending and self.edited is None:
            by_name = self.columns.by_name()
            rows = by_name[self.mask[by_name]]
        else:
            by = "name" if by_relevance else sort.by
            rows = self.sorted_rows(by, sort.descending, sort.origin, sort.labels)
        return self.best_first(text, rows) if by_relevance and text else rows

    def _by_rank(self, text: str) -> npt.NDArray[np.int64]:
        ranked = self.ranked(text, limit=RANKED_UP_TO)
        rows = np.array([row for row, _score in ranked], np.int64)
        # Equal rank and length: by name, so that the same question gives the same list.
        length = [len(columns.name(place)[0]) for columns, place in map(self.at, rows.tolist())]
        scores = np.array([score for _row, score in ranked], np.int64)
        return rows[np.lexsort((rows, self._name_ranks(rows), np.array(length, np.int64), scores))]

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
        order = self.columns.by_name()
        edited = [self._place(order, self.edited.name(i)[0]) for i in range(len(self.edited))]
        return np.concatenate([base.astype(float), np.array(edited, float)])[rows]

    def _place(self, order: npt.NDArray[np.int32], name: str) -> float:
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
        lon, lat = self.positions(rows)
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


def all_of(masks: list[Mask], size: int) -> Mask:
    """Return the rows that all masks have (every row where there is none)."""
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
