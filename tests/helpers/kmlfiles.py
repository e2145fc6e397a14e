# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""KML and KMZ files made for the tests."""

from __future__ import annotations

import zipfile
from xml.etree import ElementTree

import places

from dprk_city_atlas.plugin.core.exchange.kml.reader import KmlFile
from dprk_city_atlas.plugin.core.exchange.kml.records import Item
from dprk_city_atlas.plugin.core.exchange.limits import DEFAULT_LIMITS

DATA = places.DATA / "kml"
HEAD = '<?xml version="1.0" encoding="UTF-8"?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>'
TAIL = "</Document></kml>"


def point(name="A", coordinates="127.5,39.8", inner=""):
    """Return the XML of a placemark."""
    place = f"<Point><coordinates>{coordinates}</coordinates></Point>"
    return f"<Placemark><name>{name}</name>{inner}{place}</Placemark>"


def kml(folder, body, name="a.kml", encoding="utf-8", head=HEAD):
    """Write a KML file around ``body`` and return its path."""
    path = folder / name
    data = body if isinstance(body, bytes) else (head + body + TAIL).encode(encoding)
    path.write_bytes(data)
    return path


def kmz(folder, members, name="a.kmz"):
    """Write a KMZ of (name, content) pairs and return its path."""
    path = folder / name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, content in members:
            archive.writestr(member, content)
    return path


def read(path, limits=DEFAULT_LIMITS):
    """Return the file and its records."""
    with KmlFile(path, limits) as file:
        records = list(file.records())
    return file, records


def items(path, limits=DEFAULT_LIMITS):
    """Return the items of a file."""
    return [record for record in read(path, limits)[1] if isinstance(record, Item)]


def snapshot(record):
    """Return a record as plain values, to compare."""
    values = {name: getattr(record, name) for name in record.__slots__ if name not in ("folder", "parent")}
    owner = getattr(record, "folder", None) or getattr(record, "parent", None)
    return {**values, "in": owner.path if owner is not None else None}


def normal(data):
    """Return XML as nested tuples: tags, attributes, texts without blanks around them."""

    def walk(element):
        children = tuple(walk(child) for child in element)
        text = (element.text or "").strip()
        tail = "".join((child.tail or "").strip() for child in element)
        return element.tag, tuple(sorted(element.attrib.items())), text, tail, children

    return walk(ElementTree.fromstring(data))
