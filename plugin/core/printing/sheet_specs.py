# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Which map sheets are shipped: the seven of ``cityatlas:printmap``, in its order.  See ``city_sheets``."""

from __future__ import annotations

from dataclasses import dataclass

from ..atlas.layers.project import THEME_AIR, THEME_BOTH, THEME_TODAY
from ..atlas.model import shipped_uuid
from ..i18n import mark, tr


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
    """One map sheet.  Its subtitle is marked for translation; its title is what its cities are called."""

    key: str
    subtitle: str
    theme: str
    views: tuple[View, ...]
    facts: tuple[str, ...] = ()
    """Identifiers of the figures printed as key facts; of two cities first the one's, then the other's."""
    traces: bool = False
    stated: bool = False
    """Whether the table of what is stated and what is located is printed."""

    @property
    def cities(self) -> tuple[str, ...]:
        """The names of its cities."""
        return tuple(view.city for view in self.views)

    @property
    def title(self) -> str:
        """The names of its cities as a title."""
        if len(self.views) == 1:
            return self.cities[0]
        return tr("MapSheet", "{first} and {second}").format(first=self.cities[0], second=self.cities[1])

    @property
    def name(self) -> str:
        """Title and subtitle, in the language of the moment."""
        return f"{self.title}: {tr('MapSheet', self.subtitle)}"


THEN_1944 = mark("MapSheet", "1944 and today")
THEN_1946 = mark("MapSheet", "1946 and today")
THEN_AND_NOW = mark("MapSheet", "Then and now")
AIR_DEFENCE = mark("MapSheet", "Air defence and military sites")
SITES = mark("MapSheet", "Sites")
SIDE_BY_SIDE = mark("MapSheet", "Side by side at one scale")

_HAMHUNG_TOWN = View("Hamhung", 127.583, 39.879, 20.0, 17.0)
_CHONGJIN_TOWN = View("Chongjin", 129.758, 41.770, 20.0, 17.0)
_HAMHUNG_WIDE = View("Hamhung", 127.585, 39.8922, 26.0, 23.5)
_CHONGJIN_WIDE = View("Chongjin", 129.760, 41.785, 22.0, 18.8)
_HAMHUNG_RING = View("Hamhung", 127.544, 39.915, 42.0, 41.5)
_CHONGJIN_RING = View("Chongjin", 129.775, 41.796, 26.0, 27.0)
_PAIR = (View("Hamhung", 127.575, 39.890, 14.5, 26.0), View("Chongjin", 129.765, 41.780, 14.5, 26.0))


def _figures(*keys: str) -> tuple[str, ...]:
    """Return the identifiers of shipped figures (keys of ``layers/figures.csv``)."""
    return tuple(shipped_uuid("figures", key) for key in keys)


_HAMHUNG_THEN = _figures(
    "hamhung-population-1943", "hamhung-urban-area-wwii", "hamhung-wards-1940s", "rail-hamhung-sohojin",
    "hamhung-destroyed",
)  # fmt: skip
_CHONGJIN_THEN = _figures(
    "chongjin-houses-1904", "chongjin-population-1938", "chongjin-population-1940", "chongjin-area-1940"
)
_HAMHUNG_NOW = _figures(
    "hamhung-population-2021", "hamhung-companies", "hamhung-markets-article", "hamhung-markets-csis",
    "hamhung-generating-stations", "hamhung-fuelling-stations-count",
)  # fmt: skip
_CHONGJIN_NOW = _figures(
    "chongjin-population-2021", "chongjin-harbours", "chongjin-markets-article", "chongjin-markets-csis",
    "chongjin-primary-stations", "chongjin-institutions",
)  # fmt: skip
_BOTH_NOW = _figures(
    "hamhung-population-2021", "hamhung-markets-article", "chongjin-population-2021",
    "chongjin-markets-article",
)  # fmt: skip

SHEETS: tuple[MapSheet, ...] = (
    MapSheet("hamhung-then-now", THEN_1944, THEME_BOTH, (_HAMHUNG_TOWN,), _HAMHUNG_THEN, traces=True),
    MapSheet("chongjin-then-now", THEN_1946, THEME_BOTH, (_CHONGJIN_TOWN,), _CHONGJIN_THEN, traces=True),
    MapSheet("hamhung-air-defence", AIR_DEFENCE, THEME_AIR, (_HAMHUNG_RING,), stated=True),
    MapSheet("chongjin-air-defence", AIR_DEFENCE, THEME_AIR, (_CHONGJIN_RING,), stated=True),
    MapSheet("hamhung-sites", SITES, THEME_TODAY, (_HAMHUNG_WIDE,), _HAMHUNG_NOW),
    MapSheet("chongjin-sites", SITES, THEME_TODAY, (_CHONGJIN_WIDE,), _CHONGJIN_NOW),
    MapSheet("two-cities", SIDE_BY_SIDE, THEME_TODAY, _PAIR, _BOTH_NOW),
)


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
