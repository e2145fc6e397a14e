# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The short cut for what large maps consist of: point placemarks of the usual build.

One regular expression accepts a whole placemark only if it is well-formed, and gives its parts; everything
else takes the way through expat.  Every alternative starts with a tag of its own and no text pattern can
cross a tag, so a failed match costs no more than linear time.
"""

from __future__ import annotations

import re
from operator import itemgetter
from typing import Match, Optional

from .geometry import BadCoordinates, check_position
from .records import Folder, Item

_ILLEGAL = r"\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff"
_TEXT = rf"[^<&{_ILLEGAL}]*(?:&(?:amp|lt|gt|quot|apos);[^<&{_ILLEGAL}]*)*"
_CDATA = rf"<!\[CDATA\[(?P<{{0}}>[^\]{_ILLEGAL}]*(?:\](?!\]>)[^\]{_ILLEGAL}]*)*)\]\]>"
_NUMBER = r"[-+]?[0-9]+(?:\.[0-9]*)?"
_ATTRIBUTES = r"(?:\s+[A-Za-z:]+=\"[^\"<&\x00-\x1f]*\")?"
_MODES = r"(?:<(?:(?:gx:)?altitudeMode>[A-Za-z]+</(?:gx:)?altitudeMode|extrude>[01]</extrude)>\s*)*"


def _opaque(names: str, levels: int) -> str:
    """Return a pattern for an element that is carried over as it is, ``levels`` deep."""
    inner = _TEXT
    for level in range(levels, 0, -1):
        tag = f"o{level}"
        inner = f"{_TEXT}(?:<(?P<{tag}>[A-Za-z:]+){_ATTRIBUTES}(?:/>|>{inner}</(?P={tag})>){_TEXT})*"
    return f"<(?P<o0>{names}){_ATTRIBUTES}(?:/>|>{inner}</(?P=o0)>)"


_DATA = (
    rf"(?:<Data name=\"[^\"<&\x00-\x1f]*\">\s*(?:<displayName>{_TEXT}</displayName>\s*)?"
    rf"(?:<value>{_TEXT}</value>|<value/>)\s*</Data>\s*)*"
)
_SCHEMA_DATA = (
    rf"(?:<SchemaData schemaUrl=\"[^\"<&\x00-\x1f]*\">\s*"
    rf"(?:<SimpleData name=\"[^\"<&\x00-\x1f]*\">{_TEXT}</SimpleData>\s*)*</SchemaData>\s*)*"
)
_CHILDREN = (
    rf"<name>(?:(?P<name>{_TEXT})|{_CDATA.format('cname')})</name>",
    rf"<description>(?P<description>{_CDATA.format('cdata')}|{_TEXT})</description>",
    rf"<styleUrl>(?P<style>{_TEXT})</styleUrl>",
    rf"<Point{_ATTRIBUTES}>\s*{_MODES}<coordinates>\s*(?P<x>{_NUMBER}),(?P<y>{_NUMBER})"
    rf"(?:,(?P<z>{_NUMBER}))?\s*</coordinates>\s*{_MODES}</Point>",
    rf"<ExtendedData>\s*(?P<data>{_DATA}{_SCHEMA_DATA})</ExtendedData>",
    r"<visibility>(?P<visibility>[01])</visibility>",
    rf"<TimeSpan>\s*(?:<begin>(?P<begin>{_TEXT})</begin>\s*)?(?:<end>(?P<end>{_TEXT})</end>\s*)?</TimeSpan>",
    rf"<TimeStamp>\s*<when>(?P<when>{_TEXT})</when>\s*</TimeStamp>",
    _opaque("open|Snippet|snippet|LookAt|Style|address|phoneNumber|Region|Camera", 4),
)
_PLACEMARK = re.compile(
    rf"<Placemark(?: id=\"(?P<id>[^\"<&\x00-\x1f]*)\")?>\s*(?:(?:{'|'.join(_CHILDREN)})\s*)*</Placemark>"
)
_PAIR = re.compile(
    rf"<(?:Data|SimpleData) name=\"([^\"]*)\">(?:\s*(?:<displayName>{_TEXT}</displayName>\s*)?"
    rf"<value>({_TEXT})</value>|\s*<value/>|({_TEXT})</SimpleData>)"
)
_PARTS = itemgetter(
    *(
        _PLACEMARK.groupindex[name] - 1
        for name in ("id", "name", "cname", "description", "cdata", "style", "x", "y", "z", "data",
                     "visibility", "begin", "end", "when")
    )
)  # fmt: skip
_FIVE = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&apos;", "'"), ("&amp;", "&"))
match = _PLACEMARK.match


def build(found: Match[str], folder: Folder, position: int, line: int) -> Optional[Item]:
    """Return the item of a matched placemark; None sends it the long way.

    The values are those the long way gives, character for character (a test compares them).
    """
    (kml_id, name, cname, description, cdata, style, x, y, z, data, visibility, begin, end, when) = _PARTS(
        found.groups()
    )
    xml = found[0]
    if xml.count("]]>") != (cdata is not None) + (cname is not None):
        return None  # "]]>" in plain text is not well-formed
    if cdata is not None and "<Placemark" in cdata:
        return None  # one inside the other is told; the pattern lets it stand nowhere else
    item = Item("Placemark", folder, position, line)
    item.xml = xml
    if x is not None:
        lon, lat = float(x), float(y)
        item.geometry = ("Point", (lon, lat, None if z is None else float(z)))
        if not (-180.0 <= lon <= 180.0 and -90.0 <= lat <= 90.0):
            _problem(item, lon, lat)
    if kml_id:
        item.kml_id = kml_id
    item.name = cname.strip() if cname is not None else _plain(name).strip() if name else ""
    if description is not None:
        item.description = cdata if cdata is not None else _plain(description)
    if style:
        item.style_url = _plain(style).strip()
    if visibility:
        item.visibility = visibility == "1"
    if data:
        item.data = [(key, _plain(one or two)) for key, one, two in _PAIR.findall(data)]
    if begin:
        item.begin = _plain(begin).strip()
    if end:
        item.end = _plain(end).strip()
    if when:
        item.when = _plain(when).strip()
    return item


def _problem(item: Item, lon: float, lat: float) -> None:
    try:
        check_position(lon, lat)
    except BadCoordinates as err:
        item.geometry, item.problem, item.problem_code = None, str(err), err.code


def _plain(text: str) -> str:
    if "&" not in text:
        return text
    # The pattern let only the five entities in; the ampersand comes last, or "&amp;lt;" would be read twice.
    for entity, character in _FIVE:
        text = text.replace(entity, character)
    return text
