# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""From the records of a KML file to the rows of an atlas: plain values, nothing written here."""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import count
from json.encoder import encode_basestring as _quoted
from math import cos, radians, sin
from typing import Dict, Iterator, List, Optional, Sequence, Tuple

from ...atlas.store import blob
from ...dates import Precision, parse_date
from ...i18n import mark, tr
from ..import_rules import Mapping, Rules
from ..returning import Meeting
from .geometry import BadCoordinates, check_position, flatten, multi_polygon_wkt, wkt
from .records import Folder, Geometry, Item, Position

SEPARATOR = " / "
"""Stands between folder names in ``folder_path``."""

TOO_FEW = mark("Kml", "a line needs two positions, a ring three")
UNNAMED = "Unnamed"
"""How the name of a site begins that has none in the file."""

SITE_COLUMNS = (
    "uuid", "geom", "name", "category", "city", "status", "begin_text", "begin_earliest", "begin_latest",
    "end_text", "end_earliest", "end_latest", "importance", "description", "source_uuid", "folder_path",
    "folder_order", "external_id", "extra",
)  # fmt: skip
ASSERTION_COLUMNS = (
    "uuid", "geom", "site_uuid", "source_uuid", "kind", "value", "locator", "as_printed", "imagery_date",
    "chosen", "asserted_on",
)  # fmt: skip
ITEM_COLUMNS = (
    "uuid", "source_uuid", "batch", "folder", "position", "kind", "name", "kml_id", "lon", "lat", "site_uuid",
    "rows", "problem", "xml",
)  # fmt: skip
TRACE_COLUMNS = (
    "uuid", "geom", "city", "kind", "name", "begin_text", "begin_earliest", "begin_latest", "end_text",
    "end_earliest", "end_latest", "fidelity", "basis", "source_uuid", "note",
)  # fmt: skip
AREA_COLUMNS = ("uuid", "geom", "city", "site_uuid", "name", "kind", "source_uuid", "note")
SHEET_COLUMNS = ("uuid", "geom", "city", "title", "extent_basis", "source_uuid", "warning", "note")
COLUMNS = {
    "sites": SITE_COLUMNS, "assertions": ASSERTION_COLUMNS, "traces": TRACE_COLUMNS,
    "areas": AREA_COLUMNS, "sheets": SHEET_COLUMNS, "kml_items": ITEM_COLUMNS,
}  # fmt: skip

_TRACE_KINDS = (
    ("railway", re.compile(r"\brail|\btrain|\btram|철도|鉄道", re.I)),
    ("coast", re.compile(r"\bcoast|\bshore|해안", re.I)),
    ("wall", re.compile(r"\bwalls?\b|\bramparts?\b|성벽", re.I)),
    ("river", re.compile(r"\brivers?\b|\bstreams?\b|\bcanals?\b|강$|하천", re.I)),
)


@dataclass(frozen=True)
class CityBox:
    """A city and its surroundings (west, south, east, north in degrees)."""

    name: str
    box: Tuple[float, float, float, float]


@dataclass
class Made:
    """What one feature becomes: rows by table, and what is to be told of it."""

    rows: List[Tuple[str, tuple]] = field(default_factory=list)
    site_uuid: Optional[str] = None
    others: List[List[str]] = field(default_factory=list)
    """Table and uuid of lines, areas and sheets."""
    refused: str = ""
    """Why it is not on the map; empty when it is, or when its kind has no place there."""
    odd: str = ""
    """What of its geometry was left out though the rest was taken."""
    own: bool = False
    """Whether this atlas wrote it: then it is no part of somebody's map."""
    meeting: Optional[Meeting] = None
    """The site that it was written for, and what was changed since."""


def fresh_uuids() -> Iterator[str]:
    """Yield identifiers in ascending order (RFC 9562, version 8: 74 random bits for the run, 48 counted).

    In order, because an index takes a hundred thousand rows at its end several times faster than all over.
    """
    h = os.urandom(10).hex()
    head = f"{h[:8]}-{h[8:12]}-8{h[13:16]}-{'89ab'[int(h[16], 16) & 3]}{h[17:20]}-"
    for number in count():
        yield f"{head}{number:012x}"


@lru_cache(maxsize=20_000)
def bounds_of_date(text: str) -> Tuple[Optional[str], Optional[str], bool]:
    """Return earliest and latest ISO date of a text, and whether it could be read."""
    found = parse_date(text)
    return found.earliest, found.latest, found.precision is not Precision.UNREADABLE


@lru_cache(maxsize=20_000)
def path_text(path: Tuple[str, ...]) -> str:
    """Return a folder path as one text."""
    return SEPARATOR.join(path)


class RowMaker:
    """Turns items into rows for one source and one import."""

    def __init__(
        self,
        source_uuid: str,
        batch: str,
        rules: Rules,
        cities: Sequence[CityBox],
        importance: Dict[str, int],
        today: str,
    ) -> None:
        self.source_uuid = source_uuid
        self.batch = batch
        self.rules = rules
        self._cities = cities
        self._importance = importance
        self.today = today
        self.uuids = fresh_uuids()
        self._order = 0
        self._folder: Optional[Folder] = None
        self._path: Tuple[str, ...] = ()
        self._path_text = ""
        self._mapping = Mapping()

    def importance(self, category: str) -> int:
        """Return the importance of a category's sites."""
        return self._importance.get(category, 4)

    def path(self, folder: Folder) -> Tuple[str, ...]:
        """Return a folder's path (kept for the folder we are in)."""
        if folder is not self._folder:
            self._folder, self._path = folder, folder.path
            self._path_text = path_text(self._path)
            self._mapping = self.rules.of_path(self._path)
        return self._path

    def city_of(self, position: Optional[Position]) -> Optional[str]:
        """Return the city whose surroundings hold a position."""
        if position is None:
            return None
        for city in self._cities:
            west, south, east, north = city.box
            if west <= position[0] <= east and south <= position[1] <= north:
                return city.name
        return None

    def make(self, item: Item) -> Made:
        """Return what a feature becomes."""
        if item.problem:
            return Made(refused=item.problem)
        if item.kind == "Placemark":
            return self._placemark(item)
        if item.kind == "GroundOverlay":
            return self._overlay(item)
        return Made()

    def _placemark(self, item: Item) -> Made:
        made = Made()
        path = self.path(item.folder)
        mapping = self._mapping
        geometry = item.geometry
        if geometry is None or geometry[0] == "Point":
            self.site(made, item, geometry[1] if geometry else None, path, mapping)
            return made
        points, lines, polygons, bad = sorted_parts(geometry)
        if bad and not (points or lines or polygons):
            made.refused = tr("Kml", TOO_FEW)
            return made
        if bad:
            made.odd = tr("Kml", "{problem}; the rest of it is taken").format(problem=tr("Kml", TOO_FEW))
        if points or not (lines or polygons):
            self.site(made, item, points[0] if points else None, path, mapping)
        for line in lines:
            self._trace(made, item, line, path)
        if polygons:
            self._area(made, item, polygons, path, mapping)
        return made

    def site(
        self,
        made: Made,
        item: Item,
        position: Optional[Position],
        path: Tuple[str, ...],
        mapping: Mapping,
    ) -> None:
        """Add a site and its assertion."""
        uuid = made.site_uuid = next(self.uuids)
        self._order += 1
        geom = blob.point_blob(position[0], position[1]) if position else None
        name = item.name or site_name(item, path)
        folder = self._path_text
        made.rows.append(
            ("sites", (
                uuid, geom, name, mapping.category, self.city_of(position), mapping.status or "unknown",
                *dates(item), self.importance(mapping.category), item.description or None,
                self.source_uuid if position else None, folder or None, self._order, item.kml_id or None,
                further_data(item),
            ))
        )  # fmt: skip
        made.rows.append(("assertions", self.assertion(item, uuid, position, folder, True, geom)))

    def assertion(
        self,
        item: Item,
        site_uuid: str,
        position: Optional[Position],
        folder: str,
        chosen: bool,
        geom: Optional[bytes] = None,
    ) -> tuple:
        """Return the row of what the source says of a site; ``geom`` is its position, if made already."""
        if geom is None and position:
            geom = blob.point_blob(position[0], position[1])
        return (
            next(self.uuids), geom, site_uuid, self.source_uuid, "location" if position else "existence",
            item.name or None, folder or None, f"{position[0]!r},{position[1]!r}" if position else None,
            item.when or None, int(chosen and position is not None), self.today,
        )  # fmt: skip

    def _trace(self, made: Made, item: Item, line: List[Position], path: Tuple[str, ...]) -> None:
        uuid = next(self.uuids)
        text = " ".join((item.name, *reversed(path)))
        kind = next((kind for kind, pattern in _TRACE_KINDS if pattern.search(text)), "road")
        geom = blob.from_wkt(wkt(("LineString", line)))
        made.others.append(["traces", uuid])
        made.rows.append(
            ("traces", (
                uuid, geom, self.city_of(line[0]), kind, item.name or None, *dates(item), "imported",
                path_text(path) or None, self.source_uuid, item.description or None,
            ))
        )  # fmt: skip

    def _area(
        self,
        made: Made,
        item: Item,
        polygons: List[List[List[Position]]],
        path: Tuple[str, ...],
        mapping: Mapping,
    ) -> None:
        uuid = next(self.uuids)
        made.others.append(["areas", uuid])
        made.rows.append(
            ("areas", (
                uuid, blob.from_wkt(multi_polygon_wkt(polygons)), self.city_of(polygons[0][0][0]),
                made.site_uuid, item.name or None,
                "compound" if mapping.category == "unknown" else mapping.category,
                self.source_uuid, item.description or None,
            ))
        )  # fmt: skip

    def _overlay(self, item: Item) -> Made:
        try:
            corners = overlay_corners(item.values)
        except BadCoordinates as err:
            return Made(refused=str(err))
        made = Made()
        uuid = next(self.uuids)
        made.others.append(["sheets", uuid])
        ring = [*corners, corners[0]]
        made.rows.append(
            ("sheets", (
                uuid, blob.from_wkt(wkt(("Polygon", [ring]))), self.city_of(corners[0]),
                item.name or "Overlay", "KML ground overlay", self.source_uuid,
                "The extent is where somebody laid the image, not a georeferenced sheet.",
                "\n".join(filter(None, (item.values.get("href"), item.description))) or None,
            ))
        )  # fmt: skip
        return made

    def item_row(self, item: Item, made: Made, position: Optional[Position]) -> tuple:
        """Return the row that keeps a feature as its source released it."""
        return (
            next(self.uuids), self.source_uuid, self.batch, item.folder.index, item.position, item.kind,
            item.name or None, item.kml_id or None,
            position[0] if position else None, position[1] if position else None, made.site_uuid,
            json.dumps(made.others) if made.others else None, made.refused or None, item.xml,
        )  # fmt: skip


def sorted_parts(
    geometry: Geometry,
) -> Tuple[List[Position], List[List[Position]], List[List[List[Position]]], int]:
    """Return points, lines and polygons of a geometry, and how many parts have too few positions.

    A ring that its file left open is closed, as Google Earth does.
    """
    points: List[Position] = []
    lines: List[List[Position]] = []
    polygons: List[List[List[Position]]] = []
    bad = 0
    for kind, content in flatten(geometry):
        if kind == "Point":
            points.append(content)
        elif kind == "Polygon":
            rings = [ring if ring[0][:2] == ring[-1][:2] else [*ring, ring[0]] for ring in content]
            whole = [ring for ring in rings if len(ring) > 3]
            bad += len(rings) - len(whole)
            if whole and whole[0] is rings[0]:
                polygons.append(whole)
        elif len(content) < 2:
            bad += 1
        else:
            lines.append(content)
    return points, lines, polygons, bad


def site_name(item: Item, path: Tuple[str, ...]) -> str:
    """Return a name that is never empty: its own, or where it lies."""
    return item.name or (f"{UNNAMED} ({path[-1]})" if path and path[-1] else UNNAMED)


def dates(item: Item) -> tuple:
    """Return text, earliest and latest of begin and end."""
    if not item.begin and not item.end:
        return None, None, None, None, None, None
    begin = bounds_of_date(item.begin) if item.begin else (None, None, True)
    end = bounds_of_date(item.end) if item.end else (None, None, True)
    return item.begin or None, begin[0], begin[1], item.end or None, end[0], end[1]


def further_data(item: Item) -> Optional[str]:
    """Return the extended data as JSON (pairs: a name may come twice), None where there is none."""
    if not item.data:
        return None
    pairs = ", ".join(f"[{_quoted(key)}, {_quoted(value)}]" for key, value in item.data)
    return f'{{"data": [{pairs}]}}'


def overlay_corners(values: Dict[str, str]) -> List[Position]:
    """Return the corners of a ground overlay, lower left first, counter-clockwise (degrees).

    A box is turned counter-clockwise about its middle by ``rotation`` degrees, as Google Earth does, in a
    plane where a degree of longitude is as long as it is at that latitude.
    """
    if "coordinates" in values:
        from .geometry import parse_positions

        corners = parse_positions(values["coordinates"])
        if len(corners) != 4:
            raise BadCoordinates(
                "unreadable",
                tr("Kml", "the overlay has {corners} corners instead of 4").format(corners=len(corners)),
            )
        return corners
    try:
        north, south, east, west = (float(values[side]) for side in ("north", "south", "east", "west"))
        turn = radians(float(values.get("rotation") or 0))
    except (KeyError, ValueError):
        raise BadCoordinates("unreadable", tr("Kml", "the box of the overlay cannot be read")) from None
    for x in (east, west):
        check_position(x, north)
        check_position(x, south)
    if south >= north:
        raise BadCoordinates(
            "range",
            tr("Kml", "the overlay's north {north} is not above its south {south}").format(
                north=f"{north:g}", south=f"{south:g}"
            ),
        )
    width = (east - west) % 360.0 / 2
    height = (north - south) / 2
    x, y = west + width, south + height
    shrink = cos(radians(y))
    corners = []
    for dx, dy in ((-width, -height), (width, -height), (width, height), (-width, height)):
        flat = dx * shrink
        turned = flat * cos(turn) - dy * sin(turn), flat * sin(turn) + dy * cos(turn)
        corners.append((x + turned[0] / shrink, y + turned[1], None))
    return corners
