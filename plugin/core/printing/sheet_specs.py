# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Which map sheets there are: the seven of ``cityatlas:printmap``, in its order."""

from __future__ import annotations

from dataclasses import dataclass

from ..atlas.layers.project import THEME_AIR, THEME_BOTH, THEME_TODAY


@dataclass(frozen=True)
class View:
    """One map window: centre in degrees (WGS 84) and the ground it must hold, in kilometres."""

    city: str
    lon: float
    lat: float
    width_km: float
    height_km: float


@dataclass(frozen=True)
class MapSheet:
    """One map sheet."""

    key: str
    title: str
    subtitle: str
    theme: str
    views: tuple[View, ...]
    facts: tuple[str, ...]
    """Keys (``layers/figures.csv``) of what is printed as key facts."""
    traces: bool = False
    stated: bool = False
    """Whether the table of what is stated and what is located is printed."""
    note: str = ""
    """Printed beneath that table."""


_HAMHUNG_TOWN = View("Hamhung", 127.583, 39.879, 20.0, 17.0)
_CHONGJIN_TOWN = View("Chongjin", 129.758, 41.770, 20.0, 17.0)
_HAMHUNG_WIDE = View("Hamhung", 127.585, 39.8922, 26.0, 23.5)
_CHONGJIN_WIDE = View("Chongjin", 129.760, 41.785, 22.0, 18.8)
_HAMHUNG_RING = View("Hamhung", 127.544, 39.915, 42.0, 41.5)
_CHONGJIN_RING = View("Chongjin", 129.775, 41.796, 26.0, 27.0)

_HAMHUNG_THEN = (
    "hamhung-population-1943", "hamhung-urban-area-wwii", "hamhung-wards-1940s", "rail-hamhung-sohojin",
    "hamhung-destroyed",
)  # fmt: skip
_CHONGJIN_THEN = (
    "chongjin-houses-1904", "chongjin-population-1938", "chongjin-population-1940", "chongjin-area-1940",
)  # fmt: skip
_HAMHUNG_NOW = (
    "hamhung-population-2021", "hamhung-companies", "hamhung-markets-article", "hamhung-markets-csis",
    "hamhung-generating-stations", "hamhung-fuelling-stations-count",
)  # fmt: skip
_CHONGJIN_NOW = (
    "chongjin-population-2021", "chongjin-harbours", "chongjin-markets-article", "chongjin-markets-csis",
    "chongjin-primary-stations", "chongjin-institutions",
)  # fmt: skip
_DEFENCE = "Air defence and military sites"
_PAIR = (View("Hamhung", 127.575, 39.890, 14.5, 26.0), View("Chongjin", 129.765, 41.780, 14.5, 26.0))

_LOCATED = "Stated by the sources; located: with a published position, on this map or beyond."
_CIRCLE = " Dashed circle: 20 km around downtown, within which the article counts."
THEN_1944, THEN_1946 = "1944 and today", "1946 and today"

SHEETS: tuple[MapSheet, ...] = (
    MapSheet("hamhung-then-now", "Hamhung", THEN_1944, THEME_BOTH, (_HAMHUNG_TOWN,), _HAMHUNG_THEN,
              traces=True),
    MapSheet("chongjin-then-now", "Chongjin", THEN_1946, THEME_BOTH, (_CHONGJIN_TOWN,), _CHONGJIN_THEN,
              traces=True),
    MapSheet("hamhung-air-defence", "Hamhung", _DEFENCE, THEME_AIR, (_HAMHUNG_RING,), (), stated=True,
              note=_LOCATED + _CIRCLE),
    MapSheet("chongjin-air-defence", "Chongjin", _DEFENCE, THEME_AIR, (_CHONGJIN_RING,), (), stated=True,
              note=_LOCATED),
    MapSheet("hamhung-sites", "Hamhung", "Sites", THEME_TODAY, (_HAMHUNG_WIDE,), _HAMHUNG_NOW),
    MapSheet("chongjin-sites", "Chongjin", "Sites", THEME_TODAY, (_CHONGJIN_WIDE,), _CHONGJIN_NOW),
    MapSheet("two-cities", "Hamhung and Chongjin", "Side by side at one scale", THEME_TODAY, _PAIR,
              ("hamhung-population-2021", "hamhung-markets-article", "chongjin-population-2021",
               "chongjin-markets-article")),
)  # fmt: skip


@dataclass(frozen=True)
class Page:
    """A landscape page in millimetres: map first (at least 70 % of it), one column beside it."""

    width: float
    height: float
    column: float
    inset: float
    """Side of the square that shows where the map is."""
    type: float
    """Factor of all text and marks of the column."""


PAGES = {"A4": Page(297.0, 210.0, 38.5, 30.0, 1.0), "A3": Page(420.0, 297.0, 52.0, 40.0, 1.3)}
