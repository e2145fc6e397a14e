# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The card of a site: everything the atlas says of it, read at once, for a person to read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Optional

from .atlas.model import Assertion, Category, Name, Site, Source
from .atlas.store.blob import lonlat
from .atlas.store.store import Atlas
from .atlas.vocabulary import AssertionKind, Language, NameKind, Use
from .coordinates import format as formats
from .discrepancies.duplicates import Nearby, nearest_sites
from .errors import AtlasError
from .i18n import mark, tr

NEAREST = 5

LANGUAGES: dict[str, str] = {
    Language.ENGLISH: mark("Card", "English"),
    Language.HANGUL: mark("Card", "Hangul"),
    Language.HANJA: mark("Card", "Hanja"),
    Language.REVISED: mark("Card", "romanised"),
    Language.MCCUNE: mark("Card", "McCune–Reischauer"),
    Language.JAPANESE: mark("Card", "Japanese"),
    Language.JAPANESE_LATIN: mark("Card", "Japanese reading"),
}
"""How the card calls the language and script of a name."""


@dataclass(frozen=True)
class CardName:
    """A name with its language and role in words of the user's language."""

    text: str
    language: str
    kind: str
    verified: bool


@dataclass(frozen=True)
class Statement:
    """What one source says: ``text`` as the atlas has it, dates as given."""

    source: str
    publisher: str
    link: str
    kind: str
    text: str
    imagery_date: str
    accuracy_m: Optional[float]
    confidence: str
    note: str


@dataclass(frozen=True)
class Rival:
    """Another position that a source gives, and how far (metres) it lies from the one that is shown."""

    source: str
    lon: float
    lat: float
    distance_m: float
    withheld: bool
    """Kept in the atlas so that nobody enters it again, not to be used."""


@dataclass(frozen=True)
class Card:
    """A site as its card shows it; ``point`` is (longitude, latitude) in degrees, WGS 84."""

    site: Site
    category: str
    point: Optional[tuple[float, float]]
    names: tuple[CardName, ...]
    statements: tuple[Statement, ...]
    rivals: tuple[Rival, ...]
    nearest: tuple[Nearby, ...]

    def positions(self) -> dict[str, str]:
        """Return the position in the forms that people copy, by key; nothing while unlocated."""
        if self.point is None:
            return {}
        lon, lat = self.point
        return {
            "decimal": formats.format_decimal(lon, lat),
            "dms": formats.format_dms(lon, lat),
            "ddm": formats.format_ddm(lon, lat),
            "mgrs": formats.format_mgrs(lon, lat),
            "utm": formats.format_utm(lon, lat),
        }


def read(atlas: Atlas, uuid: str, *, korean: bool = False) -> Card:
    """Return the card of a site; category in Korean if asked.  Raises AtlasError when it is not there."""
    sites = atlas.rows(Site, uuid=uuid)
    if not sites:
        raise AtlasError(
            tr("Card", "This site is no longer in the atlas."), hint=tr("Card", "Refresh the list.")
        )
    site = sites[0]
    said = atlas.rows(Assertion, site_uuid=uuid)
    sources = atlas.many(Source, [row.source_uuid for row in said])
    category = atlas.rows(Category, id=site.category)
    label = (category[0].label_ko if korean else "") or category[0].label if category else site.category
    point = lonlat(site.geom) if site.geom else None
    return Card(
        site=site,
        category=label,
        point=point,
        names=tuple(_names(atlas.rows(Name, site_uuid=uuid))),
        statements=tuple(_statement(row, sources.get(row.source_uuid)) for row in _in_order(said)),
        rivals=tuple(_rivals(said, sources, point)),
        nearest=tuple(_nearest(atlas, uuid, point)),
    )


def _names(rows: Iterable[Name]) -> Iterable[CardName]:
    order = [kind.value for kind in NameKind]
    for row in sorted(rows, key=lambda name: (order.index(name.kind), name.language != "en", name.language)):
        language = tr("Card", LANGUAGES.get(row.language, row.language))
        yield CardName(row.text, language, tr("Words", row.kind), row.verified)


def _in_order(rows: Iterable[Assertion]) -> list[Assertion]:
    """Positions first, the shown one before the others; then what is said in words."""
    order = [kind.value for kind in AssertionKind]
    return sorted(rows, key=lambda row: (order.index(row.kind), not row.chosen))


def _statement(row: Assertion, source: Optional[Source]) -> Statement:
    return Statement(
        source=source.title if source else tr("Card", "source not in the atlas"),
        publisher=(source.publisher or "") if source else "",
        link=(source.url or "") if source else "",
        kind=tr("Words", row.kind),
        text=row.value or row.as_printed or "",
        imagery_date=row.imagery_date or "",
        accuracy_m=row.accuracy_m,
        confidence=tr("Words", row.confidence) if row.confidence else "",
        note=row.note or "",
    )


def _rivals(
    rows: Iterable[Assertion], sources: dict[str, Source], point: Optional[tuple[float, float]]
) -> list[Rival]:
    others = [(row, lonlat(row.geom)) for row in rows if row.geom and not row.chosen]
    if point is None or not others:
        return []
    from .measure.geodesics import geodesic_on

    lons, lats = zip(*(place for _row, place in others))
    metres = geodesic_on().inverse(*point, lons, lats).distance
    found = [
        Rival(
            source.title if (source := sources.get(row.source_uuid)) else "",
            *place,
            float(far),
            row.use == Use.DO_NOT_SHOW.value,
        )
        for (row, place), far in zip(others, metres)
    ]
    return sorted(found, key=lambda rival: rival.distance_m)


def _nearest(atlas: Atlas, uuid: str, point: Optional[tuple[float, float]]) -> list[Nearby]:
    if point is None:
        return []
    return [near for near in nearest_sites(atlas, *point, NEAREST + 1) if near.uuid != uuid][:NEAREST]
