# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Two cities side by side: what sources state and what the atlas counts, with rates and their bases.

Counts are of located sites within a radius of downtown that are not known to be gone.  Rates of counts are
per 100,000 people of the latest stated population, and per km² of the land within that radius; rates of
stated figures are per km² of the city's latest stated area.  ``Comparison.basis`` says which these are.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Optional

import numpy as np

from ..atlas.model import Category, City, Figure, Source
from ..atlas.store.blob import lonlat
from ..atlas.store.store import Atlas
from ..errors import AtlasError
from .geodesics import Geodesic
from .land_area import land_within
from .located_sites import SiteTable

RADIUS_M = 20_000.0
GONE = ("closed", "converted", "demolished", "historic", "rejected")
STATED, COMPUTED = "stated", "computed"
PEOPLE = 100_000.0
NEAR_YEARS = 10
"""Figures in ``BY_YEAR`` are put side by side when their years are no further apart."""
BY_YEAR = (("population", "people"), ("urban area", "sq km"))
RANK = "rank"
"""A unit that has an order but no ratio."""
YEAR = re.compile(r"(?<!\d)(1[0-9]{3}|20[0-9]{2})(?!\d)")


@dataclass(frozen=True)
class Value:
    """A city's value: the number (None where none is stated), how it is to be read, when, who says so."""

    number: Optional[float]
    words: str = ""
    date: str = ""
    source: str = ""
    per_people: Optional[float] = None
    per_km2: Optional[float] = None

    @property
    def text(self) -> str:
        """The value as people read it."""
        return "not stated" if self.number is None else f"{self.words} {plain(self.number)}".strip()


@dataclass(frozen=True)
class Row:
    """One quantity of both cities; a city without it has None."""

    quantity: str
    how: str
    unit: str
    values: tuple[Optional[Value], Optional[Value]]
    count: bool = False

    @property
    def ratio(self) -> Optional[float]:
        """The larger over the smaller value, per head where there are rates; infinite against none at all."""
        pair = self.pair
        if pair is None or max(pair) <= 0:
            return None
        return max(pair) / min(pair) if min(pair) > 0 else math.inf

    @property
    def weight(self) -> float:
        """What rows are ranked by: the logarithm of the ratio, -1 where there is nothing to compare.

        Half a site is added to both counts, so that one against none does not outrank forty against four.
        """
        pair = self.pair
        if pair is None or max(pair) <= 0:
            return -1.0
        if not self.count:
            return math.log(max(pair) / min(pair)) if min(pair) > 0 else math.inf
        halves = [rate + 0.5 * self._one(which) for which, rate in enumerate(pair)]
        return abs(math.log(halves[0] / halves[1]))

    @property
    def pair(self) -> Optional[tuple[float, float]]:
        """The two numbers that are compared, None where there are none."""
        a, b = self.values
        if a is None or b is None or a.number is None or b.number is None or self.unit == RANK:
            return None
        if a.per_people is not None and b.per_people is not None:
            return a.per_people, b.per_people
        return a.number, b.number

    def _one(self, which: int) -> float:
        """Return the rate of one thing in a city, by the other city where this one has none of them."""
        for value in (self.values[which], *self.values):
            if value is not None and value.number and value.per_people:
                return value.per_people / value.number
        return 1.0


@dataclass(frozen=True)
class Comparison:
    """Rows, the widest differences first, and what the rates rest on."""

    cities: tuple[str, str]
    rows: list[Row]
    basis: list[str] = field(default_factory=list)

    def header(self) -> list[str]:
        """Return the headings of ``table``."""
        a, b = self.cities
        return [
            "Quantity", a, b, "Unit", "How", f"{a}, per 100,000 people", f"{b}, per 100,000 people",
            f"{a}, per km²", f"{b}, per km²", "Ratio", f"{a}, date and source", f"{b}, date and source",
        ]  # fmt: skip

    def table(self) -> list[list[str]]:
        """Return the rows as text under ``header``."""
        return [_cells(row) for row in self.rows]


@dataclass(frozen=True)
class _Base:
    """What the rates of a city are computed from; None where no source states it."""

    population: Optional[Figure]
    area: Optional[Figure]
    land_km2: float


def compare(
    atlas: Atlas,
    cities: Sequence[str] = (),
    radius: float = RADIUS_M,
    geodesic: Optional[Geodesic] = None,
) -> Comparison:
    """Compare two cities (the first two of the atlas by default), sites counted within ``radius`` metres.

    Raises AtlasError when there are no two cities with a point.
    """
    known = {city.name: city for city in atlas.rows(City) if city.geom}
    names = list(cities) or list(known)[:2]
    if len(names) != 2 or any(name not in known for name in names):
        raise AtlasError("Two cities with a point are needed.", hint="Add them to the atlas's cities.")
    if not (math.isfinite(radius) and radius > 0):
        raise AtlasError(f"{radius:g} m is not a radius.", hint="Give a distance above 0.")
    figures = atlas.rows(Figure)
    sources = {row.uuid: row.title for row in atlas.rows(Source)}
    bases = [_base(atlas, known[name], figures, radius) for name in names]
    table = SiteTable.read(atlas, geodesic)
    rows = _computed(atlas, table, [known[name] for name in names], figures, bases, radius)
    rows += _stated(names, figures, sources, bases)
    rows.sort(key=lambda row: (-row.weight, row.quantity))
    basis = [line for name, base in zip(names, bases) for line in _told(name, base, sources, radius)]
    return Comparison((names[0], names[1]), rows, basis)


# -- bases -------------------------------------------------------------------------------------------


def year_of(figure: Figure) -> Optional[int]:
    """Return the last year that a figure's date names."""
    years = YEAR.findall(figure.date_text or "")
    return max(map(int, years)) if years else None


def _base(atlas: Atlas, city: City, figures: Iterable[Figure], radius: float) -> _Base:
    mine = [row for row in figures if row.city == city.name and not row.site_uuid and row.value]
    people = [row for row in mine if row.topic == "population" and row.unit == "people"]
    areas = [row for row in mine if row.topic == "urban area" and row.unit == "sq km"]
    lon, lat = lonlat(city.geom)
    return _Base(_latest(people), _latest(areas), land_within(atlas, city.name, lon, lat, radius) / 1e6)


def _latest(rows: list[Figure]) -> Optional[Figure]:
    dated = [row for row in rows if year_of(row)]
    return max(dated, key=lambda row: year_of(row) or 0) if dated else None


def _told(name: str, base: _Base, sources: dict[str, str], radius: float) -> list[str]:
    lines = [
        f"{name}: sites not known to be gone within {radius / 1000:g} km of downtown, "
        f"{plain(round(base.land_km2, 1))} km² of land"
    ]
    for what, row in (("population", base.population), ("area", base.area)):
        if row is None:
            lines.append(f"{name}: no {what} is stated, so there are no rates by it")
        else:
            words = f"{_words(row)} {plain(row.value or 0.0)} {row.unit}".strip()
            lines.append(f"{name}: {what} {words} ({row.date_text}; {sources.get(row.source_uuid, '')})")
    return lines


# -- computed ----------------------------------------------------------------------------------------


def _computed(
    atlas: Atlas, table: SiteTable, cities: list[City], figures: list[Figure], bases: list[_Base],
    radius: float,
) -> list[Row]:  # fmt: skip
    rows = atlas.backend.select("SELECT fid, uuid, status FROM sites WHERE deleted = 0")
    gone = np.isin(table.fid, [row[0] for row in rows if row[2] in GONE])
    hits = [table.find(*lonlat(city.geom), radius=radius, accept=~gone).index for city in cities]
    labels = {row.id: row.label for row in atlas.rows(Category)}
    made = [_row("All sites", "sites", [float(hit.size) for hit in hits], bases, count=True)]
    for code, category in enumerate(table.categories):
        found = [float(np.count_nonzero(table.category[hit] == code)) for hit in hits]
        if any(found):
            made.append(_row(labels.get(category, category), "sites", found, bases, count=True))
    uuids = {row[0]: row[1] for row in rows}
    areas = _market_areas(figures)
    here = [{uuids[fid] for fid in table.fid[hit].tolist()} for hit in hits]
    sums = [float(sum(area for site, area in areas.items() if site in some)) for some in here]
    if any(sums):
        made.append(_row("Area of markets, together", "sq m", sums, bases))
    return made


def _market_areas(figures: Iterable[Figure]) -> dict[str, float]:
    """Return the stated area of each market, m²; of several the latest."""
    rows = [
        row for row in figures
        if row.site_uuid and row.topic == "markets" and row.unit == "sq m" and row.value
    ]  # fmt: skip
    rows.sort(key=lambda row: year_of(row) or 0)
    return {row.site_uuid or "": row.value or 0.0 for row in rows}


def _row(name: str, unit: str, numbers: list[float], bases: list[_Base], count: bool = False) -> Row:
    values = []
    for number, base in zip(numbers, bases):
        people = base.population.value if base.population else None
        values.append(Value(number, "", "", "", _rate(number, people, PEOPLE), _rate(number, base.land_km2)))
    return Row(name, COMPUTED, unit, (values[0], values[1]), count)


def _rate(number: Optional[float], basis: Optional[float], times: float = 1.0) -> Optional[float]:
    return number * times / basis if number is not None and basis else None


# -- stated ------------------------------------------------------------------------------------------


def _stated(
    names: Sequence[str], figures: list[Figure], sources: dict[str, str], bases: list[_Base]
) -> list[Row]:
    ours, theirs = (
        [row for row in figures if row.city == name and (row.category or not row.site_uuid)] for name in names
    )
    made = []
    for a, b in _pairs(ours, theirs):
        row = a or b
        if row is None:
            continue
        label = row.label if a is None or b is None or a.label == b.label else f"{a.label} / {b.label}"
        values = [_value(figure, base, sources) if figure else None for figure, base in zip((a, b), bases)]
        made.append(Row(label, STATED, row.unit or "", (values[0], values[1]), row.category is not None))
    return made


def _pairs(ours: list[Figure], theirs: list[Figure]) -> list[tuple[Optional[Figure], Optional[Figure]]]:
    """Put figures of one quantity side by side: same label, else same source, else about the same year."""
    made: list[tuple[Optional[Figure], Optional[Figure]]] = []
    left, right = list(ours), list(theirs)
    for rule in (_same_label, _same_source, _same_years):
        for a in list(left):
            partners = [b for b in right if rule(a, b)]
            if len(partners) == 1 and sum(rule(other, partners[0]) for other in left) == 1:
                made.append((a, partners[0]))
                left.remove(a)
                right.remove(partners[0])
    return [*made, *((a, None) for a in left), *((None, b) for b in right)]


def _alike(a: Figure, b: Figure) -> bool:
    return (a.topic, a.unit, a.category, a.radius_m) == (b.topic, b.unit, b.category, b.radius_m)


def _same_label(a: Figure, b: Figure) -> bool:
    return _alike(a, b) and a.label == b.label


def _same_source(a: Figure, b: Figure) -> bool:
    return _alike(a, b) and a.category is not None and a.source_uuid == b.source_uuid


def _same_years(a: Figure, b: Figure) -> bool:
    if not _alike(a, b) or (a.topic, a.unit) not in BY_YEAR:
        return False
    years = year_of(a), year_of(b)
    return None not in years and abs((years[0] or 0) - (years[1] or 0)) <= NEAR_YEARS


def _value(figure: Figure, base: _Base, sources: dict[str, str]) -> Value:
    counted = figure.category is not None
    people = base.population.value if base.population and counted else None
    area = base.area.value if base.area and (counted or figure.unit == "people") else None
    return Value(
        figure.value, _words(figure), figure.date_text or "", sources.get(figure.source_uuid, ""),
        _rate(figure.value, people, PEOPLE), _rate(figure.value, area),
    )  # fmt: skip


def _words(figure: Figure) -> str:
    return "" if figure.qualifier in ("exactly", "unspecified") else figure.qualifier


# -- nearest of each category ------------------------------------------------------------------------


def nearest_of_each(
    atlas: Atlas, cities: Sequence[str] = (), geodesic: Optional[Geodesic] = None
) -> tuple[list[str], list[list[str]]]:
    """Return header and rows: for every category the nearest site to each downtown, metres and azimuth.

    Sites marked as rejected do not count, those that are gone bear their state.
    """
    points = {city.name: lonlat(city.geom) for city in atlas.rows(City) if city.geom}
    names = [name for name in (cities or points) if name in points]
    labels = {row.id: row.label for row in atlas.rows(Category)}
    table = SiteTable.read(atlas, geodesic)
    named = atlas.backend.select("SELECT fid, name, status FROM sites WHERE deleted = 0")
    kept = ~np.isin(table.fid, [row[0] for row in named if row[2] == "rejected"])
    titles = {fid: f"{name} ({status})" if status in GONE else name for fid, name, status in named}
    header = ["Category"]
    for name in names:
        header += [f"Nearest to {name}", f"{name} (m)", f"{name} (°)"]
    rows = []
    for code, category in enumerate(table.categories):
        accept = kept & (table.category == code)
        cells = [labels.get(category, category)]
        for name in names:
            cells += _nearest(table, points[name], accept, titles)
        if any(cells[1:]):
            rows.append(cells)
    return header, rows


def _nearest(
    table: SiteTable, point: tuple[float, float], accept: np.ndarray, titles: dict[int, str]
) -> list[str]:
    hit = table.find(*point, k=1, accept=accept)
    if not len(hit):
        return ["", "", ""]
    metres, azimuth = float(hit.distance[0]), float(hit.azimuth[0])
    name = titles[int(table.fid[hit.index[0]])]
    return [name, f"{metres:.2f}", "" if math.isnan(azimuth) else f"{azimuth:.2f}"]


# -- text --------------------------------------------------------------------------------------------


def plain(number: float) -> str:
    """Return a number with thousands set apart and no needless digits."""
    return f"{number:,.10g}"


def _cells(row: Row) -> list[str]:
    a, b = row.values
    rates = [_short(value.per_people if value else None) for value in (a, b)]
    rates += [_short(value.per_km2 if value else None) for value in (a, b)]
    ratio = "" if row.ratio is None else "∞" if math.isinf(row.ratio) else f"{row.ratio:.2f}"
    notes = ["; ".join(filter(None, (value.date, value.source))) if value else "" for value in (a, b)]
    texts = [value.text if value else "" for value in (a, b)]
    return [row.quantity, *texts, row.unit, row.how, *rates, ratio, *notes]


def _short(number: Optional[float]) -> str:
    if number is None:
        return ""
    return f"{number:,.0f}" if abs(number) >= 1000 else f"{number:.4g}"
