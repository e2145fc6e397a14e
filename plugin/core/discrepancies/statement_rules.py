# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Contradictions of statements: figures, states, what is entered so, a site outside its city."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import Optional

import numpy as np

from ..atlas.model import City, Figure
from ..atlas.positions import surroundings
from ..atlas.store.blob import lonlat
from ..atlas.store.store import Atlas
from ..i18n import mark, tr
from ..names.names import fold
from .evidence import ComparedAssertion, Evidence
from .findings import Clash, Finding, Subject, key_of

HIDDEN = "do not show"
ABOUT = 0.10
"""Share by which a number given with “about” may be off."""
GONE = ("closed", "converted", "demolished", "historic")
RUNNING = ("active", "partly active", "under construction")
_WORDS = {
    "in operation": "active", "operating": "active", "open": "active", "operational": "active",
    "abandoned": "closed", "razed": "demolished", "destroyed": "demolished", "torn down": "demolished",
}  # fmt: skip


# -- figures -----------------------------------------------------------------------------------------


def figure_findings(atlas: Atlas, evidence: Evidence) -> Iterator[Finding]:
    """Yield pairs of figures that cannot both hold: entered so, or same thing, date, unit and label."""
    figures = {row.uuid: row for row in atlas.rows(Figure)}
    told = set()
    for row in figures.values():
        other = figures.get(row.contradicts or "")
        if other is not None:
            told.add(key_of(Subject.FIGURES, row.uuid, other.uuid))
            yield _figures(evidence, other, row, entered=True)
    groups: dict[tuple, list[Figure]] = defaultdict(list)
    for row in figures.values():
        subject = row.site_uuid or row.city
        groups[subject, row.topic, row.unit, row.category, row.radius_m].append(row)
    for rows in groups.values():
        for a, b in combinations(rows, 2):
            if key_of(Subject.FIGURES, a.uuid, b.uuid) not in told and _same_quantity(a, b):
                yield _figures(evidence, a, b, entered=False)


def _same_quantity(a: Figure, b: Figure) -> bool:
    """Whether two figures of one topic say the same thing at the same date, with numbers that do not fit."""
    if fold(a.date_text or "") != fold(b.date_text or "") and a.date_text and b.date_text:
        return False
    # Likeness is not enough: length and width, or the kilometres of two stations, are alike in their labels.
    if set(fold(a.label).split()) != set(fold(b.label).split()):
        return False
    ours, theirs = figure_range(a), figure_range(b)
    return ours is not None and theirs is not None and (ours[0] > theirs[1] or theirs[0] > ours[1])


def figure_range(figure: Figure) -> Optional[tuple[float, float]]:
    """Return between what a figure's true value lies by its own words, None when it gives no number."""
    low = figure.value
    if low is None:
        return None
    high = low if figure.value_high is None else figure.value_high
    give = {"about": ABOUT, "unspecified": ABOUT}.get(figure.qualifier, 1e-9)
    low, high = low - give * abs(low), high + give * abs(high)
    if figure.qualifier in ("at least", "more than"):
        return low, math.inf
    if figure.qualifier == "at most":
        return -math.inf, high
    return low, high


def _figures(evidence: Evidence, a: Figure, b: Figure, *, entered: bool) -> Finding:
    values = [value for value in (a.value, b.value) if value]
    apart = max(values) / min(values) - 1.0 if len(values) == 2 and min(values) > 0 else 0.0
    subject = (
        evidence.name_of(a.site_uuid or b.site_uuid or "")
        or a.city
        or b.city
        or tr("Discrepancies", "Both cities")
    )
    text = (
        tr("Discrepancies", "{subject}: {one} against {other}, {share} more.")
        if apart
        else tr("Discrepancies", "{subject}: {one} against {other}.")
    )
    text = text.format(subject=subject, one=_stated(a), other=_stated(b), share=f"{apart:.1%}")
    sites = tuple(dict.fromkeys(site for site in (a.site_uuid, b.site_uuid) if site))
    point = evidence.point_of(sites[0]) if sites else None
    return Finding(
        key_of(Subject.FIGURES, a.uuid, b.uuid), Clash.FIGURES, 1 if apart > 1.0 and not entered else 2,
        Subject.FIGURES, (a.uuid, b.uuid), sites, (a.label, b.label),
        (evidence.sources.get(a.source_uuid, ""), evidence.sources.get(b.source_uuid, "")),
        text, (point, None),
    )  # fmt: skip


def _stated(figure: Figure) -> str:
    value = tr("Discrepancies", "an unstated number") if figure.value is None else f"{figure.value:,.10g}"
    words = "" if figure.qualifier in ("exactly", "unspecified") else f"{figure.qualifier} "
    date = f", {figure.date_text}" if figure.date_text else ""
    return f"{words}{value} {figure.unit or ''} ({figure.label}{date})"


# -- statements --------------------------------------------------------------------------------------


def statement_findings(evidence: Evidence) -> Iterator[Finding]:
    """Yield statements entered as contradicting another, and states that exclude each other."""
    told = set()
    for b in evidence.assertions.values():
        a = evidence.assertions.get(b.contradicts)
        if a is None or (a.point is not None and b.point is not None and a.kind == b.kind == "location"):
            continue
        told.add(key_of(Subject.ASSERTIONS, a.uuid, b.uuid))
        kind = {"status": Clash.STATUS, "figure": Clash.FIGURES}.get(b.kind, Clash.ENTERED)
        grade = 3 if HIDDEN in (a.use, b.use) else 2
        yield _statements(evidence, kind, grade, a, b)
    for rows in evidence.by_site.values():
        states = [row for row in rows if row.kind == "status" and row.use != HIDDEN]
        for a, b in combinations(states, 2):
            if _exclude(state_of(a.value), state_of(b.value)) and (
                key_of(Subject.ASSERTIONS, a.uuid, b.uuid) not in told
            ):
                # Of different dates both may have been right.
                later = a.imagery_date != b.imagery_date
                yield _statements(evidence, Clash.STATUS, 3 if later else 2, a, b)


def state_of(text: str) -> str:
    """Return the state that a statement begins with, empty when it begins with none we know."""
    words = fold(text)
    for word in (*RUNNING, *GONE, *_WORDS):
        if words == word or words.startswith(word + " "):
            return _WORDS.get(word, word)
    return ""


def _exclude(a: str, b: str) -> bool:
    return (a in RUNNING and b in GONE) or (a in GONE and b in RUNNING)


def _statements(
    evidence: Evidence, kind: Clash, grade: int, a: ComparedAssertion, b: ComparedAssertion
) -> Finding:
    site = evidence.name_of(b.site)
    points = (a.point or evidence.point_of(a.site), None)
    return Finding(
        key_of(Subject.ASSERTIONS, a.uuid, b.uuid), kind, grade, Subject.ASSERTIONS, (a.uuid, b.uuid),
        tuple(dict.fromkeys((a.site, b.site))), (evidence.name_of(a.site), site),
        (evidence.sources.get(a.source, ""), evidence.sources.get(b.source, "")),
        tr("Discrepancies", "{site}: “{one}” against “{other}”.").format(
            site=site, one=a.value, other=b.value
        ), points,
    )  # fmt: skip


def state_findings(evidence: Evidence) -> Iterator[Finding]:
    """Yield sites whose state does not fit their end or a statement on them."""
    for site in evidence.sites:
        if site.status in RUNNING and site.end_latest:
            text = tr("Discrepancies", "{site}: marked as {status}, but it ended by {end}.")
            text = text.format(site=site.name, status=site.status, end=site.end_latest)
            yield _site(evidence, Clash.STATUS, 2, site.uuid, "status", text, ("", ""))
    for row in evidence.assertions.values():
        if row.kind != "status" or row.use == HIDDEN:
            continue
        site = evidence.sites[evidence.place[row.site]]
        if _exclude(site.status, state_of(row.value)):
            source = evidence.sources.get(row.source, "")
            text = tr("Discrepancies", "{site}: marked as {status}, but a source says “{statement}”.")
            text = text.format(site=site.name, status=site.status, statement=row.value)
            yield _site(evidence, Clash.STATUS, 3, site.uuid, row.uuid, text, ("", source))


def _site(
    evidence: Evidence, kind: Clash, grade: int, uuid: str, other: str, text: str, sources: tuple[str, str]
) -> Finding:
    name = evidence.name_of(uuid)
    return Finding(
        key_of(Subject.SITES, uuid, other), kind, grade, Subject.SITES, (uuid,), (uuid,), (name, ""), sources,
        text, (evidence.point_of(uuid), None),
    )  # fmt: skip


# -- cities ------------------------------------------------------------------------------------------


def city_findings(atlas: Atlas, evidence: Evidence) -> Iterator[Finding]:
    """Yield sites whose point is outside the surroundings of the city they are said to belong to."""
    cities = {city.name: city for city in atlas.rows(City)}
    names = np.array([site.city for site in evidence.sites], dtype=object)
    outside = np.fromiter((bool(site.outside) for site in evidence.sites), bool, len(evidence.sites))
    located = np.isfinite(evidence.lon)
    for name, city in cities.items():
        box = surroundings(city)
        if box is None:
            continue
        west, south, east, north = box
        inside = (evidence.lon >= west) & (evidence.lon <= east)
        inside &= (evidence.lat >= south) & (evidence.lat <= north)
        wrong = (names == name) & located & (inside == outside)
        for number in np.flatnonzero(wrong).tolist():
            yield _misplaced(evidence, number, city, bool(inside[number]))


_MISPLACED = {
    (False, False): mark(
        "Discrepancies", "{site}: said to be in {city}, but it lies outside its surroundings."
    ),
    (False, True): mark(
        "Discrepancies",
        "{site}: said to be in {city}, but it lies outside its surroundings, {distance} km from downtown.",
    ),
    (True, False): mark(
        "Discrepancies", "{site}: marked as outside the surroundings of {city}, but it lies inside."
    ),
    (True, True): mark(
        "Discrepancies",
        "{site}: marked as outside the surroundings of {city}, but it lies inside, {distance} km from "
        "downtown.",
    ),
}
"""What is said by whether the point lies inside, and whether the city's downtown is known."""


def _misplaced(evidence: Evidence, number: int, city: City, inside: bool) -> Finding:
    site = evidence.sites[number]
    here = float(evidence.lon[number]), float(evidence.lat[number])
    downtown = _downtown(city)
    metres = azimuth = None
    if downtown is not None:
        way = evidence.geodesic.inverse(*downtown, *here)
        metres, azimuth = float(way.distance), float(way.azimuth)
    text = _MISPLACED[inside, metres is not None]
    text = tr("Discrepancies", text).format(
        site=site.name, city=city.name, distance="" if metres is None else f"{metres / 1000:,.1f}"
    )
    source = evidence.sources.get(site.source, "")
    return Finding(
        key_of(Subject.CITY, site.uuid, city.uuid), Clash.OUTSIDE, 3 if inside else 1, Subject.CITY,
        (city.uuid, site.uuid), (site.uuid,), (city.name, site.name), ("", source), text,
        (downtown, here), metres, azimuth,
    )  # fmt: skip


def _downtown(city: City) -> Optional[tuple[float, float]]:
    if not city.geom:
        return None
    return lonlat(city.geom)
