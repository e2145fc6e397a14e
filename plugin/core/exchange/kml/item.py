# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Fills one item from the tags inside a feature; written for speed, called for every tag."""

from __future__ import annotations

import re
from typing import Any, Callable, Dict, List, Optional, Tuple

from ...i18n import tr
from ..limits import Limits, refuse
from .geometry import BadCoordinates, first_position, parse_point, parse_positions, parse_track_position
from .records import ITEM_KINDS, Item

_TAG = re.compile(rb"<[^>\"']*(?:\"[^\"]*\"[^>\"']*|'[^']*'[^>\"']*)*>")
_CDATA = re.compile(rb"<!\[CDATA\[.*?\]\]>|<!--.*?-->", re.S)
_GEOMETRIES = {
    "Point": "Point", "LineString": "LineString", "LinearRing": "LinearRing", "Polygon": "Polygon",
    "MultiGeometry": "MultiGeometry",
    # No KML, but written by more than one program:
    "MultiPoint": "MultiGeometry", "MultiLineString": "MultiGeometry", "MultiPolygon": "MultiGeometry",
    "gx:Track": "Track", "gx:MultiTrack": "MultiGeometry", "Model": "Model",
}  # fmt: skip
_OVERLAY_TEXTS = ("north", "south", "east", "west", "rotation", "href", "viewRefreshMode", "refreshMode")


class ItemBuilder:
    """Collects what one feature says; ``begin`` takes over expat's handlers until the feature ends."""

    def __init__(self, parser: Any, limits: Limits, owner: Any) -> None:
        self._expat = parser
        self._owner = owner
        self._max_depth = limits.element_depth
        self.depth = 0
        self._item: Any = None
        self._text: List[str] = []
        self._geometries: List[Tuple[str, List[Any]]] = []
        self._data_name = ""
        self._description_at = 0
        self._outer = True
        self._empty: Optional[BadCoordinates] = None
        self._starts: Dict[str, Callable[[Dict[str, str]], None]] = {
            "Data": self._data, "SimpleData": self._data, "description": self._description,
            "outerBoundaryIs": self._boundary_outer, "innerBoundaryIs": self._boundary_inner,
        }  # fmt: skip
        for name, kind in _GEOMETRIES.items():
            self._starts[name] = self._geometry(kind)
        self._ends: Dict[str, Callable[[int], None]] = {
            "name": self._end_name, "visibility": self._end_visibility, "styleUrl": self._end_style,
            "description": self._end_description, "begin": self._end_begin, "end": self._end_end,
            "when": self._end_when, "value": self._end_value, "SimpleData": self._end_value,
            "coordinates": self._end_coordinates, "gx:coord": self._end_track_position,
            "longitude": self._end_location("longitude"), "latitude": self._end_location("latitude"),
            "altitude": self._end_location("altitude"),
        }  # fmt: skip
        for name in _OVERLAY_TEXTS:
            self._ends[name] = self._end_overlay(name)
        self._leaves = set(self._ends)
        for name in _GEOMETRIES:
            self._ends[name] = self._end_geometry
        for name in ITEM_KINDS:
            self._starts[name] = self._misplaced(name)
        self.known = sorted({*self._starts, *self._ends} - {*ITEM_KINDS})

    def alias(self, aliases: Dict[str, str]) -> None:
        """Understand further spellings of the known tags (other namespace prefixes)."""
        for spelling, name in aliases.items():
            if name in self._starts:
                self._starts[spelling] = self._starts[name]
            if name in self._ends:
                self._ends[spelling] = self._ends[name]
            if name in self._leaves:
                self._leaves.add(spelling)

    def use(self, parser: Any) -> None:
        """Go on with another parser."""
        self._expat = parser

    def begin(self, item: Item) -> None:
        """Start on a feature whose start tag was just read."""
        self._item = item
        self.depth = 0
        self._text = []
        self._empty = None
        if self._geometries:
            self._geometries = []
        self._expat.StartElementHandler = self._start
        self._expat.EndElementHandler = self._end
        self._expat.CharacterDataHandler = self._text.append

    def abandon(self) -> Optional[Item]:
        """Give up on the present item (None where there is none) and return it without its bulk."""
        item, self._item = self._item, None
        self._text.clear()
        if item is not None:
            item.description, item.geometry, item.data = "", None, []
        return item

    def _start(self, name: str, attributes: Dict[str, str]) -> None:
        self.depth += 1
        if self.depth > self._max_depth:
            owner = self._owner
            raise refuse(
                owner.label,
                tr("Kml", "elements are nested more than {depth} deep.").format(depth=self._max_depth),
                line=owner.line,
            )
        if name in self._leaves:
            self._text.clear()
        if name in self._starts:
            self._starts[name](attributes)

    def _end(self, name: str) -> None:
        depth = self.depth
        if depth == 0:
            self._finish()
            return
        self.depth = depth - 1
        if name in self._ends:
            self._ends[name](depth)

    def _finish(self) -> None:
        item, self._item = self._item, None
        empty = self._empty
        if empty is not None and not item.problem_code:
            if first_position(item.geometry) is None:
                item.problem_code, item.problem = empty.code, str(empty)
            else:
                self._owner.note(
                    "part",
                    tr("Kml", "{problem}; the rest of it is taken").format(problem=empty),
                    item.line,
                    item.name,
                )
        if item.problem_code:
            item.geometry = None
        self._owner.end_item(item)

    def _misplaced(self, kind: str) -> Callable[[Dict[str, str]], None]:
        def start(attributes: Dict[str, str]) -> None:
            if self._item.kind != "gx:Tour":
                self._owner.misplaced(kind, attributes)

        return start

    # -- texts -----------------------------------------------------------------------------------------

    def _end_name(self, depth: int) -> None:
        if depth == 1:
            self._item.name = "".join(self._text).strip()

    def _end_visibility(self, depth: int) -> None:
        if depth == 1:
            text = "".join(self._text).strip()
            self._item.visibility = (
                True if text in ("1", "true") else False if text in ("0", "false") else None
            )

    def _end_style(self, depth: int) -> None:
        if depth == 1:
            self._item.style_url = "".join(self._text).strip()

    def _description(self, attributes: Dict[str, str]) -> None:
        if self.depth == 1:
            self._description_at = self._expat.CurrentByteIndex

    def _end_description(self, depth: int) -> None:
        if depth != 1:
            return
        owner, item = self._owner, self._item
        raw = owner.bytes_between(self._description_at, self._expat.CurrentByteIndex)
        tag = _TAG.match(raw)
        begin = tag.end() if tag else 0
        if tag is None or raw[begin - 2 : begin] == b"/>":
            return
        text = "".join(self._text)
        if raw.find(b"<", begin) >= 0 and not raw.startswith(b"<![CDATA[", begin):
            inner = _CDATA.sub(b"", raw[begin:])
            if b"<" in inner:  # HTML that somebody forgot to escape: its tags are the text
                text = raw[begin:].decode()
        item.description = text

    def _end_begin(self, depth: int) -> None:
        if depth == 2:
            self._item.begin = "".join(self._text).strip()

    def _end_end(self, depth: int) -> None:
        if depth == 2:
            self._item.end = "".join(self._text).strip()

    def _end_when(self, depth: int) -> None:
        if depth == 2 and not self._geometries:
            self._item.when = "".join(self._text).strip()

    def _data(self, attributes: Dict[str, str]) -> None:
        self._data_name = attributes.get("name", "")

    def _end_value(self, depth: int) -> None:
        if depth == 3:
            self._item.data.append((self._data_name, "".join(self._text)))

    def _end_overlay(self, name: str) -> Callable[[int], None]:
        def end(depth: int) -> None:
            if depth == 2 and self._item.kind != "Placemark":
                self._item.values[name] = "".join(self._text).strip()

        return end

    # -- geometry --------------------------------------------------------------------------------------

    def _geometry(self, kind: str) -> Callable[[Dict[str, str]], None]:
        def start(_attributes: Dict[str, str]) -> None:
            self._geometries.append((kind, []))
            self._text.clear()

        return start

    def _boundary_outer(self, _attributes: Dict[str, str]) -> None:
        self._outer = True

    def _boundary_inner(self, _attributes: Dict[str, str]) -> None:
        self._outer = False

    def _problem(self, err: BadCoordinates) -> None:
        if err.code == "empty":
            self._empty = self._empty or err  # it counts only where no other part says where this is
        elif not self._item.problem_code:
            self._item.problem_code, self._item.problem = err.code, str(err)

    def _end_coordinates(self, _depth: int) -> None:
        text = "".join(self._text)
        if not self._geometries:
            self._item.values["coordinates"] = text.strip()
            return
        kind, content = self._geometries[-1]
        try:
            if kind == "Point":
                content.append(parse_point(text))
            else:
                content.extend(parse_positions(text))
        except BadCoordinates as err:
            self._problem(err)

    def _end_track_position(self, _depth: int) -> None:
        if not self._geometries:
            return
        text = "".join(self._text)
        if not text.strip():
            return  # a gap in a track is allowed
        try:
            self._geometries[-1][1].append(parse_track_position(text))
        except BadCoordinates as err:
            self._problem(err)

    def _end_location(self, name: str) -> Callable[[int], None]:
        def end(depth: int) -> None:
            if self._geometries and self._geometries[-1][0] == "Model" and depth == 3:
                self._item.values[name] = "".join(self._text).strip()

        return end

    def _end_geometry(self, _depth: int) -> None:
        if not self._geometries:
            return
        kind, content = self._geometries.pop()
        if kind == "Model":
            kind = "Point"
            content = self._model_position()
        if not content and kind != "MultiGeometry":
            self._problem(
                BadCoordinates("empty", tr("Kml", "the {kind} has no coordinates").format(kind=kind))
            )
            return
        geometry = (kind, content[0] if kind == "Point" else content)
        if not self._geometries:
            item = self._item
            item.geometry = (
                geometry if item.geometry is None else ("MultiGeometry", [item.geometry, geometry])
            )
            return
        parent, siblings = self._geometries[-1]
        if parent == "Polygon":
            siblings.insert(0 if self._outer else len(siblings), content)
        elif parent == "MultiGeometry":
            siblings.append(geometry)

    def _model_position(self) -> List[Any]:
        values = self._item.values
        if not values.get("longitude") and not values.get("latitude"):
            return []
        try:
            return [parse_point(f"{values.get('longitude', '')},{values.get('latitude', '')}")]
        except BadCoordinates as err:
            self._problem(err)
            return []
