# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The map sheets of an atlas: the shipped seven, and for every other city three made from its rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ..atlas.layers.project import THEME_AIR, THEME_BOTH, THEME_TODAY, stated_rings
from ..atlas.model import City, Figure
from ..atlas.store.blob import lonlat
from ..atlas.store.store import Atlas
from ..dates import last_year_named
from ..errors import AtlasError
from ..i18n import tr
from .sheet_specs import AIR_DEFENCE, SHEETS, SIDE_BY_SIDE, SITES, THEN_AND_NOW, MapSheet, View

TOWN_KM, WIDE_KM, PAIR_KM = (20.0, 17.0), (26.0, 23.5), (14.5, 26.0)
"""Ground, kilometres across and up, of a town, of a city with its surroundings, and of a half of a pair."""
BEYOND_RING = 1.05
"""How much farther than the circle that a source counts in the map of it reaches."""
MOST_FACTS = 6
PAST = 1950
"""Figures of years before this one are facts of the then."""


def sheets_of(atlas: Atlas) -> list[MapSheet]:
    """Return the sheets that can be printed of an atlas: first those of the seven whose cities it has."""
    cities = _located(atlas)
    shipped = [sheet for sheet in SHEETS if set(sheet.cities) <= set(cities)]
    known = {name for sheet in SHEETS for name in sheet.cities}
    return [*shipped, *(made for name in cities if name not in known for made in _made(atlas, cities[name]))]


def chosen_sheet(atlas: Atlas, number: int, cities: Sequence[str] = ()) -> MapSheet:
    """Return the sheet that ``cityatlas:printmap`` calls by this number, of other cities where named.

    Raises AtlasError for another number, and for a city that the atlas has not.
    """
    if not 0 <= number < len(SHEETS):
        raise AtlasError(
            tr("MapSheet", "There is no map {number}.").format(number=number),
            hint=tr("MapSheet", "Choose 0 to {last}.").format(last=len(SHEETS) - 1),
        )
    shipped, known = SHEETS[number], _located(atlas)
    wanted = [name for name in cities if name] or list(shipped.cities)
    for name in wanted:
        if name not in known:
            raise AtlasError(
                tr("MapSheet", "The atlas has no city “{name}” with a position.").format(name=name),
                hint=tr("MapSheet", "It has {names}.").format(names=", ".join(known) or "–"),
            )
    if len(wanted) != len(shipped.views):
        raise AtlasError(
            tr("MapSheet", "Map {number} shows %n cities.", len(shipped.views)).format(number=number),
            hint=tr("MapSheet", "Name as many, with a comma between."),
        )
    if tuple(wanted) == shipped.cities:
        return shipped
    if len(wanted) > 1:
        return _pair(atlas, [known[name] for name in wanted])
    same = next(
        (sheet for sheet in SHEETS if sheet.theme == shipped.theme and sheet.cities == tuple(wanted)), None
    )
    return same or next(sheet for sheet in _made(atlas, known[wanted[0]]) if sheet.theme == shipped.theme)


def _located(atlas: Atlas) -> dict[str, City]:
    return {row.name: row for row in atlas.rows(City) if row.geom}


def _made(atlas: Atlas, city: City) -> list[MapSheet]:
    """Return the three sheets of a city that none of the seven shows."""
    then, now = _facts(atlas, city.name)
    ring = max((ring.radius_m for ring in stated_rings(atlas) if ring.city == city.name), default=0.0)
    reach = max(2 * BEYOND_RING * ring / 1000.0, WIDE_KM[0])
    key = city.uuid
    return [
        MapSheet(f"{key}-then-now", THEN_AND_NOW, THEME_BOTH, (_view(city, TOWN_KM),), then, traces=True),
        MapSheet(f"{key}-air-defence", AIR_DEFENCE, THEME_AIR, (_view(city, (reach, reach)),), stated=True),
        MapSheet(f"{key}-sites", SITES, THEME_TODAY, (_view(city, WIDE_KM),), now),
    ]


def _pair(atlas: Atlas, cities: Sequence[City]) -> MapSheet:
    views = tuple(_view(city, PAIR_KM) for city in cities)
    shown = next(sheet for sheet in SHEETS if len(sheet.views) > 1)
    facts = [_by_topic(atlas, city.name) for city in cities]
    both = [key for key in facts[0] if all(key in known for known in facts)][: MOST_FACTS // 2]
    beside = tuple(known[key] for known in facts for key in both)
    made = MapSheet("-".join(city.uuid for city in cities), SIDE_BY_SIDE, shown.theme, views, beside)
    return replace(made, traces=shown.traces)


def _view(city: City, ground: tuple[float, float]) -> View:
    return View(city.name, *lonlat(city.geom), *ground)


def _facts(atlas: Atlas, city: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the identifiers of a city's own figures, of the past and of today."""
    rows = [row for row in atlas.rows(Figure, city=city) if not row.site_uuid and row.topic != "defence"]
    then = [row.uuid for row in rows if (last_year_named(row.date_text) or PAST) < PAST]
    now = [row.uuid for row in rows if row.uuid not in then]
    return tuple(then[:MOST_FACTS]), tuple(now[:MOST_FACTS])


def _by_topic(atlas: Atlas, city: str) -> dict[tuple[str, str], str]:
    """Return the identifiers of a city's latest figures by label and unit."""
    rows = [row for row in atlas.rows(Figure, city=city) if not row.site_uuid and row.topic != "defence"]
    rows.sort(key=lambda row: last_year_named(row.date_text) or 0)
    return {(row.label, row.unit or ""): row.uuid for row in rows}
