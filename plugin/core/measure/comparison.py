# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Two cities side by side: what sources state and what the atlas counts.  Only like is compared with like.

A ratio is made of two numbers of the same kind, of the same boundary and of years at most ``NEAR_YEARS``
apart, neither of them a mere bound, nor a count that the atlas is known not to hold in full; a rate needs the
same of what is divided and what divides.  Where a ratio is not made, ``Row.why_not`` says why.  Counts are of
the sites not known to be gone within a radius of downtown, and of those without a position that a source puts
into the city; their rate is per km² of the land within that radius.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from typing import Optional

import numpy as np

from ..atlas.model import Category, City, Figure, Source
from ..atlas.store.blob import lonlat
from ..atlas.store.store import Atlas
from ..dates import last_year_named
from ..errors import AtlasError
from ..i18n import mark, tr
from .dataset import stands_for_several
from .geodesics import Geodesic
from .land_area import land_within
from .located_sites import SiteTable

RADIUS_M = 20_000.0
GONE = ("closed", "converted", "demolished", "historic", "rejected")
STATED, COMPUTED = mark("Comparison", "stated"), mark("Comparison", "computed")
PEOPLE = 100_000.0
NEAR_YEARS = 2
"""Two figures are of one time when their years are no further apart: cities grow by some percent a year."""
BY_YEAR = (("population", "people"), ("urban area", "sq km"))
"""Topic and unit of what a city has one of at a time: figures of different years are set side by side."""
RANK = "rank"
"""A unit that has an order but no ratio."""
MEASURES = ("sq m", "sq km", "ha", "km", "m", "cm", "ft", "t", "million t", "MW", "percent", "people")
"""Units of figures that measure a category's things; all others count them."""
PLACES = "places"
"""Colour group of the categories that are names on the map, not things that a city has more or fewer of."""
BOUNDS = ("at least", "at most", "more than", "less than")
QUALIFIERS = {
    "about": mark("Comparison", "about"),
    "at least": mark("Comparison", "at least"),
    "at most": mark("Comparison", "at most"),
    "more than": mark("Comparison", "more than"),
    "less than": mark("Comparison", "less than"),
}


@dataclass(frozen=True)
class Value:
    """A city's value: the number (None where none is known), how it is to be read, when, who says so.

    ``words`` is the qualifier as stored ("at least"); ``note`` says what a count is made of.
    """

    number: Optional[float]
    words: str = ""
    date: str = ""
    source: str = ""
    note: str = ""
    per_people: Optional[float] = None
    per_km2: Optional[float] = None

    @property
    def text(self) -> str:
        """The value as people read it."""
        if self.number is None:
            return self.note or tr("Comparison", "number not stated")
        words = tr("Comparison", QUALIFIERS[self.words]) if self.words in QUALIFIERS else ""
        told = f"{words} {plain(self.number)}".strip()
        return f"{told} ({self.note})" if self.note else told


@dataclass(frozen=True)
class Row:
    """One quantity of both cities; a city without it has None.  ``why_not`` says why there is no ratio."""

    quantity: str
    how: str
    unit: str
    values: tuple[Optional[Value], Optional[Value]]
    count: bool = False
    why_not: str = ""

    @property
    def pair(self) -> Optional[tuple[float, float]]:
        """The two numbers that are compared, None where they are not comparable."""
        a, b = self.values
        if self.why_not or a is None or b is None or not a.number or not b.number:
            return None
        return a.number, b.number

    @property
    def ratio(self) -> Optional[float]:
        """The larger over the smaller value, None where none is made."""
        return None if self.pair is None else max(self.pair) / min(self.pair)

    @property
    def weight(self) -> float:
        """What rows are ranked by: the logarithm of the ratio, -1 where there is none.

        Half a thing is added to both counts, so that two against one do not outrank forty against thirty.
        """
        if self.pair is None:
            return -1.0
        extra = 0.5 if self.count else 0.0
        return abs(math.log((self.pair[0] + extra) / (self.pair[1] + extra)))

    def ratio_text(self, cities: tuple[str, str]) -> str:
        """Return the ratio with what it is of, as in "Hamhung 1.15 × Chongjin"; empty where none is made."""
        if self.pair is None or self.ratio is None:
            return ""
        larger, smaller = cities if self.pair[0] >= self.pair[1] else cities[::-1]
        if self.ratio == 1.0:
            return tr("Comparison", "equal")
        said = tr("Comparison", "{larger} {ratio} × {smaller}")
        return said.format(larger=larger, ratio=f"{self.ratio:.3g}", smaller=smaller)


@dataclass(frozen=True)
class Comparison:
    """Rows, the widest differences first, and what they rest on."""

    cities: tuple[str, str]
    rows: list[Row]
    basis: list[str] = field(default_factory=list)

    def header(self) -> list[str]:
        """Return the headings of ``table``."""
        people, area = tr("Comparison", "{city}, per 100,000 people"), tr("Comparison", "{city}, per km²")
        when = tr("Comparison", "{city}, date and source")
        return [
            tr("Comparison", "Quantity"), *self.cities, tr("Comparison", "Unit"), tr("Comparison", "How"),
            *(people.format(city=city) for city in self.cities),
            *(area.format(city=city) for city in self.cities), tr("Comparison", "Ratio"),
            tr("Comparison", "Why no ratio"), *(when.format(city=city) for city in self.cities),
        ]  # fmt: skip

    def table(self) -> list[list[str]]:
        """Return the rows as text under ``header``."""
        return [self._cells(row) for row in self.rows]

    def _cells(self, row: Row) -> list[str]:
        a, b = row.values
        rates = [_short(value.per_people if value else None) for value in (a, b)]
        rates += [_short(value.per_km2 if value else None) for value in (a, b)]
        notes = ["; ".join(filter(None, (value.date, value.source))) if value else "" for value in (a, b)]
        texts = [value.text if value else "" for value in (a, b)]
        return [
            row.quantity, *texts, row.unit, tr("Comparison", row.how), *rates, row.ratio_text(self.cities),
            row.why_not, *notes,
        ]  # fmt: skip


def pairs(atlas: Atlas) -> list[tuple[str, str]]:
    """Return every two cities of the atlas that can be compared, in the order of its cities."""
    return list(combinations((city.name for city in atlas.rows(City) if city.geom), 2))


def compare(
    atlas: Atlas, cities: Sequence[str], radius: float = RADIUS_M, geodesic: Optional[Geodesic] = None
) -> Comparison:
    """Compare two cities of the atlas, sites counted within ``radius`` metres of their downtowns.

    Raises AtlasError unless two different cities with a point are named.
    """
    known = {city.name: city for city in atlas.rows(City) if city.geom}
    names = list(dict.fromkeys(cities))
    if len(names) != 2 or any(name not in known for name in names):
        raise AtlasError(
            tr("Comparison", "Two different cities with a position are needed."),
            hint=tr("Comparison", "The atlas has {names}.").format(names=", ".join(known) or "–"),
        )
    if not (math.isfinite(radius) and radius > 0):
        raise AtlasError(
            tr("Comparison", "{radius} m is not a radius.").format(radius=f"{radius:g}"),
            hint=tr("Comparison", "Give a distance above 0."),
        )
    figures = atlas.rows(Figure)
    sources = {row.uuid: row.title for row in atlas.rows(Source)}
    counted = _Counts(atlas, [known[name] for name in names], figures, radius, geodesic)
    rows = [*counted.rows(), *_stated(names, figures, sources)]
    rows.sort(key=lambda row: (-row.weight, row.quantity))
    return Comparison((names[0], names[1]), rows, [*counted.basis(), _rule()])


def _rule() -> str:
    return tr(
        "Comparison",
        "Ratios and rates are made only of figures of the same kind and boundary, at most %n years apart.",
        NEAR_YEARS,
    )


# -- computed ----------------------------------------------------------------------------------------


class _Counts:
    """What the atlas holds of each category around two cities."""

    def __init__(
        self, atlas: Atlas, cities: list[City], figures: list[Figure], radius: float,
        geodesic: Optional[Geodesic],
    ) -> None:  # fmt: skip
        self.names = [city.name for city in cities]
        self.figures, self.radius = figures, radius
        self.labels = {row.id: row.label for row in atlas.rows(Category)}
        self.places = {row.id for row in atlas.rows(Category) if row.colour_group == PLACES}
        centres = [lonlat(city.geom) for city in cities]
        self.land = [land_within(atlas, name, *at, radius) / 1e6 for name, at in zip(self.names, centres)]
        rows = atlas.backend.select(
            "SELECT fid, uuid, status, category, coalesce(city, ''), name, geom IS NULL FROM sites "
            "WHERE deleted = 0"
        )
        self._read(atlas, rows, centres, geodesic)

    def _read(
        self, atlas: Atlas, rows: Sequence[tuple], centres: list[tuple[float, float]],
        geodesic: Optional[Geodesic],
    ) -> None:  # fmt: skip
        table = SiteTable.read(atlas, geodesic)
        gone = np.isin(table.fid, [row[0] for row in rows if row[2] in GONE])
        hits = [table.find(*at, radius=self.radius, accept=~gone).index for at in centres]
        uuids = {row[0]: row[1] for row in rows}
        self.here = [{uuids[fid] for fid in table.fid[hit].tolist() if fid in uuids} for hit in hits]
        category = {row[1]: row[3] for row in rows}
        self.located = [Counter(category[uuid] for uuid in some) for some in self.here]
        counted = {row.site_uuid for row in self.figures if row.category and row.site_uuid}
        without = [
            row for row in rows
            if row[6] and row[2] not in GONE and not stands_for_several(row[5], row[1] in counted)
        ]  # fmt: skip
        self.unlocated = [Counter(row[3] for row in without if row[4] == name) for name in self.names]
        self.markets = {row[1] for row in rows if row[3] == "market"}

    def rows(self) -> list[Row]:
        """Return a row for all sites together, for each category, and for the area of the markets."""
        made = [self._row(tr("Comparison", "All sites"), "")]
        held = set().union(*self.located, *self.unlocated) - self.places
        made += [self._row(self.labels.get(category, category), category) for category in sorted(held)]
        area = self._market_area()
        return [*made, area] if area is not None else made

    def _row(self, label: str, category: str) -> Row:
        values, whys = [], []
        for which, name in enumerate(self.names):
            located, unlocated = (
                self._of(self.located[which], category),
                self._of(self.unlocated[which], category),
            )
            stated = self._stated(name, category) if category else None
            values.append(self._value(located, unlocated, stated, self.land[which]))
            if stated is not None and (stated.value or 0.0) > located + unlocated:
                whys.append(
                    tr("Comparison", "the atlas lacks some of {city}: {number} are stated").format(
                        city=name, number=_amount(stated)
                    )
                )
            elif not located + unlocated:
                whys.append(tr("Comparison", "the atlas holds none of {city}").format(city=name))
        return Row(label, COMPUTED, tr("Comparison", "sites"), (values[0], values[1]), True, "; ".join(whys))

    def _of(self, counts: Counter, category: str) -> int:
        if category:
            return counts[category]
        return sum(number for code, number in counts.items() if code not in self.places)

    def _stated(self, city: str, category: str) -> Optional[Figure]:
        """Return the largest number of a category that a source states for the whole city."""
        rows = [
            row for row in self.figures
            if row.city == city and row.category == category and row.value and row.qualifier != "at most"
            and row.unit not in MEASURES
        ]  # fmt: skip
        return max(rows, key=_by_value) if rows else None

    @staticmethod
    def _value(located: int, unlocated: int, stated: Optional[Figure], land: float) -> Value:
        note = ""
        if not located + unlocated:
            note = tr("Comparison", "none in the atlas")
            if stated is not None:
                note = tr("Comparison", "none in the atlas, {number} stated").format(number=_amount(stated))
            return Value(None, note=note)
        if unlocated:
            note = tr("Comparison", "%n located", located)
        return Value(float(located + unlocated), note=note, per_km2=_rate(located, land) if located else None)

    def _market_area(self) -> Optional[Row]:
        areas = _market_areas(self.figures)
        values, whys = [], []
        for name, some in zip(self.names, self.here):
            markets = some & self.markets
            known = [areas[uuid] for uuid in markets if uuid in areas]
            if not known:
                return None
            note = tr("Comparison", "{known} of {all} markets").format(known=len(known), all=len(markets))
            values.append(Value(sum(known), note=note))
            if len(known) < len(markets):
                whys.append(
                    tr("Comparison", "not every market of {city} has a stated area").format(city=name)
                )
        label = tr("Comparison", "Area of the markets within {radius} km of downtown, together")
        return Row(
            label.format(radius=f"{self.radius / 1000:g}"), COMPUTED, "sq m", (values[0], values[1]),
            why_not="; ".join(whys),
        )  # fmt: skip

    def basis(self) -> list[str]:
        """Return what the counts are of."""
        said = tr(
            "Comparison",
            "{city}: sites not closed, converted, demolished or historic within {radius} km of downtown "
            "({land} km² of land), and those without a position that a source puts into the city.",
        )
        return [
            said.format(city=name, radius=f"{self.radius / 1000:g}", land=plain(round(land, 1)))
            for name, land in zip(self.names, self.land)
        ]


def _market_areas(figures: Iterable[Figure]) -> dict[str, float]:
    """Return the stated area of each market, m²; of several the latest."""
    rows = [
        row for row in figures
        if row.site_uuid and row.topic == "markets" and row.unit == "sq m" and row.value
    ]  # fmt: skip
    rows.sort(key=lambda row: year_of(row) or 0)
    return {row.site_uuid or "": row.value or 0.0 for row in rows}


def _by_value(figure: Figure) -> float:
    return figure.value or 0.0


def _rate(number: Optional[float], basis: Optional[float], times: float = 1.0) -> Optional[float]:
    return number * times / basis if number is not None and basis else None


# -- stated ------------------------------------------------------------------------------------------


def _stated(names: Sequence[str], figures: list[Figure], sources: dict[str, str]) -> list[Row]:
    ours, theirs = (
        [row for row in figures if row.city == name and (row.category or not row.site_uuid)] for name in names
    )
    made = []
    for a, b in _paired(ours, theirs):
        row = a or b
        if row is None:
            continue
        label = row.label if a is None or b is None or a.label == b.label else f"{a.label} / {b.label}"
        values = [
            _value(figure, mine, sources) if figure else None for figure, mine in ((a, ours), (b, theirs))
        ]
        made.append(
            Row(
                label,
                STATED,
                row.unit or "",
                (values[0], values[1]),
                row.category is not None,
                _why_not(a, b),
            )
        )
    return made


def _paired(ours: list[Figure], theirs: list[Figure]) -> list[tuple[Optional[Figure], Optional[Figure]]]:
    """Put figures of one quantity side by side: same label, else same source, else of the nearest years."""
    made: list[tuple[Optional[Figure], Optional[Figure]]] = []
    left, right = list(ours), list(theirs)
    for rule in (_same_label, _same_source):
        for a in list(left):
            partners = [b for b in right if rule(a, b)]
            if len(partners) == 1 and sum(rule(other, partners[0]) for other in left) == 1:
                made.append((a, partners[0]))
                left.remove(a)
                right.remove(partners[0])
    apart = sorted(
        ((abs((year_of(a) or 0) - (year_of(b) or 0)), i, j) for i, a in enumerate(left)
         for j, b in enumerate(right) if _of_one_kind_over_time(a, b))
    )  # fmt: skip
    taken: set[int] = set()
    for _years, i, j in apart:
        if id(left[i]) not in taken and id(right[j]) not in taken:
            made.append((left[i], right[j]))
            taken |= {id(left[i]), id(right[j])}
    left = [a for a in left if id(a) not in taken]
    right = [b for b in right if id(b) not in taken]
    return [*made, *((a, None) for a in left), *((None, b) for b in right)]


def _alike(a: Figure, b: Figure) -> bool:
    return (a.topic, a.unit, a.category, a.radius_m) == (b.topic, b.unit, b.category, b.radius_m)


def _same_label(a: Figure, b: Figure) -> bool:
    return _alike(a, b) and a.label == b.label and _near(a, b)


def _same_source(a: Figure, b: Figure) -> bool:
    return _alike(a, b) and a.category is not None and a.source_uuid == b.source_uuid


def _of_one_kind_over_time(a: Figure, b: Figure) -> bool:
    return _alike(a, b) and (a.topic, a.unit) in BY_YEAR and year_of(a) is not None and year_of(b) is not None


def year_of(figure: Figure) -> Optional[int]:
    """Return the last year that a figure's date names."""
    return last_year_named(figure.date_text)


def _near(a: Figure, b: Figure) -> bool:
    """Tell whether two figures are of one time; those without any date are of the source's own."""
    years = year_of(a), year_of(b)
    if None in years:
        return years == (None, None)
    return abs((years[0] or 0) - (years[1] or 0)) <= NEAR_YEARS


def _why_not(a: Optional[Figure], b: Optional[Figure]) -> str:
    """Return why two figures give no ratio, empty where they do."""
    if a is None or b is None:
        one = a or b
        return tr("Comparison", "stated of {city} only").format(city=one.city) if one is not None else ""
    if a.unit == RANK:
        return tr("Comparison", "a rank has no ratio")
    if a.value is None or b.value is None:
        return tr("Comparison", "no number is stated")
    if not _near(a, b):
        return tr("Comparison", "of different times: {first} and {second}").format(
            first=a.date_text or "–", second=b.date_text or "–"
        )
    if (a.topic, a.unit) in BY_YEAR and boundary(a) != boundary(b):
        return tr("Comparison", "of different boundaries: “{first}” and “{second}”").format(
            first=a.label, second=b.label
        )
    bound = next((row for row in (a, b) if row.qualifier in BOUNDS), None)
    if bound is not None:
        return tr("Comparison", "“{words}” is a bound, not a number").format(
            words=tr("Comparison", QUALIFIERS[bound.qualifier])
        )
    return ""


def boundary(figure: Figure) -> str:
    """Return what a figure's label says of its boundary ("after the merger with Ranam"), empty if nothing."""
    for word in (" after ", " before ", " without ", " with ", " within ", " in "):
        _head, found, tail = figure.label.partition(word)
        if found:
            return f"{word.strip()} {tail}"
    return ""


def _value(figure: Figure, others: list[Figure], sources: dict[str, str]) -> Value:
    """Return a stated value; with a rate where a figure of the same time and boundary divides it."""
    exact = figure.qualifier not in BOUNDS
    people = _divisor(figure, others, BY_YEAR[0]) if figure.category and exact else None
    area = _divisor(figure, others, BY_YEAR[1]) if figure.unit == "people" and exact else None
    return Value(
        figure.value, "" if figure.qualifier in ("exactly", "unspecified") else figure.qualifier,
        figure.date_text or "", sources.get(figure.source_uuid, ""), "",
        _rate(figure.value, people, PEOPLE), _rate(figure.value, area),
    )  # fmt: skip


def _divisor(figure: Figure, others: list[Figure], kind: tuple[str, str]) -> Optional[float]:
    """Return the population or area of the same time and boundary; None where none is stated."""
    if year_of(figure) is None:
        return None
    fitting = [
        row for row in others
        if (row.topic, row.unit) == kind and not row.site_uuid and not row.category and row.value
        and _near(row, figure) and boundary(row) == boundary(figure) and row.qualifier not in BOUNDS
    ]  # fmt: skip
    nearest = min(fitting, key=lambda row: abs((year_of(row) or 0) - (year_of(figure) or 0)), default=None)
    return nearest.value if nearest is not None else None


# -- text --------------------------------------------------------------------------------------------


def _amount(figure: Figure) -> str:
    """Return a stated number with its qualifier, as in "more than 12"."""
    words = tr("Comparison", QUALIFIERS[figure.qualifier]) if figure.qualifier in QUALIFIERS else ""
    return f"{words} {plain(figure.value or 0.0)}".strip()


def plain(number: float) -> str:
    """Return a number with thousands set apart and no needless digits."""
    return f"{number:,.10g}"


def _short(number: Optional[float]) -> str:
    if number is None:
        return ""
    return f"{number:,.0f}" if abs(number) >= 1000 else f"{number:.3g}"
