# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Editing gestures, each saved whole in one batch: add, move or place a site, draw a shape.

A position is an assertion of a source.  A move is a new, chosen assertion; the old one stays in the file.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from typing import Optional

from ...errors import AtlasError
from ...i18n import tr
from ..model import Assertion, AssertionKind, City, Language, Name, NameKind, Record, Site, Source, Use
from ..positions import is_around, place, surroundings
from ..store import blob
from ..store.store import Atlas, Writer, replace, user_name

POINTING_MM = 0.5
"""How well a point is set on a map at a glance, in mm on the screen: about two pixels of 0.28 mm (the
"standardised rendering pixel" of OGC 05-078r4) and the 1/50 inch of the US National Map Accuracy
Standards (1947)."""
IMAGERY_M = 10.0
"""What a web imagery or base map is taken to be off by when nothing better is known, in metres."""


def proposed_accuracy(scale: float, imagery_m: float = IMAGERY_M) -> float:
    """Return the accuracy in metres proposed for a point set by hand at map scale 1 : ``scale``.

    The rule: pointing (0.5 mm at the map's scale) and the map's own error add up as independent errors,
    rounded up to two significant digits.  It is a proposal; the analyst who knows better says so.
    """
    if not math.isfinite(scale) or scale <= 0:
        raise ValueError(f"a map scale of 1:{scale} is impossible")
    return round_up(math.hypot(scale * POINTING_MM / 1000.0, imagery_m))


def round_up(metres: float) -> float:
    """Round up to two significant digits: an accuracy is never made better by rounding."""
    step = 10.0 ** (math.floor(math.log10(metres)) - 1)
    return round(math.ceil(round(metres / step, 6)) * step, 6)


def point(lon: float, lat: float) -> str:
    """Return WKT of a WGS 84 position.  Raises AtlasError unless it is finite and in range."""
    if not (math.isfinite(lon) and math.isfinite(lat)):
        raise AtlasError(
            tr("Editing", "The position is not a number."),
            hint=tr("Editing", "Click the map again or type it."),
        )
    if not (-180.0 <= lon <= 180.0 and -90.0 <= lat <= 90.0):
        raise AtlasError(
            tr("Editing", "The position {lat:.6f}, {lon:.6f} (latitude, longitude) does not exist.").format(
                lat=lat, lon=lon
            ),
            hint=tr("Editing", "Latitudes run from -90 to 90, longitudes from -180 to 180."),
        )
    # 1e-9 degrees are 0.1 mm: what a click brings beyond that is noise of the map's projection
    return blob.point_wkt(round(lon, 9), round(lat, 9))


def _require_on_earth(wkt: str) -> None:
    west, east, south, north = blob.bounds_of(blob.from_wkt(wkt)) or (0.0, 0.0, 0.0, 0.0)
    for lon, lat in ((west, south), (east, north)):
        point(lon, lat)


def new_names(site: Site) -> list[Name]:
    """Return the rows for the names that a site carries itself."""
    made = [Name(site_uuid=site.uuid, text=site.name, kind=NameKind.MAIN.value, source_uuid=site.source_uuid)]
    if site.name_ko:
        korean = replace(made[0], uuid=Name().uuid, text=site.name_ko, language=Language.HANGUL.value)
        made.append(korean)
    return made


def add_site(
    atlas: Atlas,
    site: Site,
    assertion: Optional[Assertion],
    *,
    names: Optional[Sequence[Name]] = None,
    source: Optional[Source] = None,
) -> str:
    """Save a new site with its position, names and (when new) source; return the batch's id.

    ``assertion`` carries geometry, source, accuracy, imagery date; None makes an unlocated site.
    """
    if not site.name.strip():
        raise AtlasError(
            tr("Editing", "The site has no name."), hint=tr("Editing", "Give it one, if only a description.")
        )
    with atlas.transaction("add site") as writer:
        _insert_source(writer, source)
        if assertion is not None:
            _prepare(assertion, site)
            place(site, [assertion])
            site.outside = outside(writer, site)
        writer.insert(site)
        if assertion is not None:
            writer.insert(assertion)
        for name in new_names(site) if names is None else names:
            writer.insert(name)
        return writer.batch


def move_site(atlas: Atlas, site: Site, assertion: Assertion, *, source: Optional[Source] = None) -> str:
    """Give a site a new position, or an unlocated one its first; return the batch's id.

    ``assertion`` becomes the chosen one, the others stay.  Raises ConflictError when the site was
    changed since ``site`` was read.
    """
    action = "move site" if site.geom else "place site"
    with atlas.transaction(action) as writer:
        _insert_source(writer, source)
        _prepare(assertion, site)
        for old in writer.rows(Assertion, site_uuid=site.uuid, kind=AssertionKind.LOCATION.value):
            if old.chosen:
                writer.update(replace(old, chosen=False))
        writer.insert(assertion)
        site = replace(site)
        _place(writer, site)
        writer.update(site)
        return writer.batch


CORRECTED = (
    "geom", "source_uuid", "locator", "as_printed", "imagery_date", "accuracy_m", "likelihood", "confidence",
    "analyst", "asserted_on", "note",
)  # fmt: skip
"""What a correction says anew of a position."""


def correct_position(
    atlas: Atlas, site: Site, assertion: Assertion, *, source: Optional[Source] = None
) -> str:
    """Put the mistaken position of a site right; return the batch's id.

    The chosen assertion takes over what ``assertion`` says: no second one stands against it, and the
    history keeps what it said before.  Raises ConflictError when the site was changed since ``site`` was
    read.
    """
    with atlas.transaction("correct position") as writer:
        _insert_source(writer, source)
        _prepare(assertion, site)
        positions = writer.rows(Assertion, site_uuid=site.uuid, kind=AssertionKind.LOCATION.value)
        mistaken = next((row for row in positions if row.chosen), None)
        if mistaken is None:
            writer.insert(assertion)
        else:
            writer.update(replace(mistaken, **{name: getattr(assertion, name) for name in CORRECTED}))
        site = replace(site)
        _place(writer, site)
        writer.update(site)
        return writer.batch


def choose(atlas: Atlas, assertion: Assertion) -> str:
    """Make another of a site's positions the chosen one; return the batch's id."""
    if not assertion.geom:
        raise AtlasError(
            tr("Editing", "This assertion has no position."), hint=tr("Editing", "Choose one that has.")
        )
    with atlas.transaction("choose position") as writer:
        for old in writer.rows(Assertion, site_uuid=assertion.site_uuid):
            if old.chosen and old.uuid != assertion.uuid:
                writer.update(replace(old, chosen=False))
        writer.update(replace(assertion, chosen=True))
        settle(writer, [assertion.site_uuid])
        return writer.batch


def add_record(atlas: Atlas, record: Record, *, source: Optional[Source] = None) -> str:
    """Save a new row of any table (a trace, an area) and its new source; return the batch's id."""
    if record.geom:
        _require_on_earth(record.geom)
    with atlas.transaction(f"add to {record.TABLE}") as writer:
        _insert_source(writer, source)
        writer.insert(record)
        return writer.batch


def update_record(atlas: Atlas, record: Record, *, action: str = "edit") -> str:
    """Save a changed row; return the batch's id.  Raises ConflictError."""
    with atlas.transaction(action) as writer:
        writer.update(record)
        return writer.batch


def delete_sites(atlas: Atlas, uuids: Iterable[str]) -> str:
    """Mark sites as deleted; return the batch's id.  Raises ConflictError."""
    with atlas.transaction("delete") as writer:
        for uuid in dict.fromkeys(uuids):
            for site in writer.rows(Site, uuid=uuid):
                writer.delete(site)
        return writer.batch


def settle(writer: Writer, site_uuids: Iterable[str]) -> None:
    """Bring what follows from the assertions of sites (point, accuracy, source, conflicts) up to date."""
    for uuid in dict.fromkeys(site_uuids):
        for site in writer.rows(Site, deleted=True, uuid=uuid):
            before = replace(site)
            _place(writer, site)
            if site != before:
                writer.update(site)


def own_source(writer: Writer) -> Source:
    """Return the source that stands for the analyst's own observations, made at first use."""
    who = user_name()
    title = f"Own observation ({who})" if who else "Own observation"  # stored: found again in any language
    found = writer.rows(Source, title=title)
    if found:
        return found[0]
    source = Source(title=title, publisher=who or None, kind="private observer")
    writer.insert(source)
    return source


def outside(writer: Writer, site: Site) -> bool:
    """Tell whether a site lies outside the surroundings that its city has in the atlas."""
    cities = writer.rows(City, name=site.city) if site.city and site.geom else []
    known = bool(cities) and surroundings(cities[0]) is not None
    return known and not is_around(cities[0], *blob.lonlat(site.geom))


def city_of(writer: Writer, geom: str) -> Optional[str]:
    """Return the name of the city in whose surroundings a point lies."""
    lon, lat = blob.lonlat(geom)
    return next((city.name for city in writer.rows(City) if is_around(city, lon, lat)), None)


def _place(writer: Writer, site: Site) -> None:
    rows = writer.rows(Assertion, site_uuid=site.uuid, kind=AssertionKind.LOCATION.value)
    place(site, [row for row in rows if row.geom])
    site.outside = outside(writer, site)


def _prepare(assertion: Assertion, site: Site) -> None:
    if not assertion.geom:
        raise AtlasError(
            tr("Editing", "There is no position yet."),
            hint=tr("Editing", "Click the map or type a position."),
        )
    if not assertion.source_uuid:
        raise AtlasError(
            tr("Editing", "Every position needs a source."),
            hint=tr("Editing", "Choose one, or enter a new one."),
        )
    assertion.site_uuid = site.uuid
    assertion.kind = AssertionKind.LOCATION.value
    assertion.chosen = True
    if assertion.use == Use.DO_NOT_SHOW.value:
        raise AtlasError(tr("Editing", "A position that must not be shown cannot be the chosen one."))


def _insert_source(writer: Writer, source: Optional[Source]) -> None:
    if source is None:
        return
    if not source.title.strip():
        raise AtlasError(
            tr("Editing", "The new source has no title."),
            hint=tr("Editing", "Name the publication, map or observer."),
        )
    writer.insert(source)
