# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Changes single parts of a feature's XML and leaves every other character as it came."""

from __future__ import annotations

from typing import Dict, List, NamedTuple, Optional, Tuple
from xml.parsers import expat

from .records import Position

ORDER = (
    "name", "visibility", "open", "atom:author", "atom:link", "address", "xal:AddressDetails", "phoneNumber",
    "Snippet", "snippet", "description", "LookAt", "Camera", "TimeSpan", "TimeStamp", "styleUrl", "Style",
    "StyleMap", "Region", "Metadata", "ExtendedData",
)  # fmt: skip
"""The children of a feature in the order of the KML schema (geometry comes after them)."""

_ILLEGAL = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 0xFFFE, 0xFFFF], "\ufffd")
_ILLEGAL.update(dict.fromkeys(range(0xD800, 0xE000), "\ufffd"))


class Child(NamedTuple):
    """One direct child: its name and where it, and its content, stand in the XML (bytes)."""

    name: str
    start: int
    inner: int
    inner_end: int
    end: int


def legal(text: str) -> str:
    """Return ``text`` with the characters that XML 1.0 cannot hold replaced by U+FFFD."""
    return text.translate(_ILLEGAL)


def escaped(text: str) -> str:
    """Return ``text`` for use between tags or in a double-quoted attribute."""
    text = legal(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace('"', "&quot;").replace("\r", "&#13;")


def cdata(text: str) -> str:
    """Return ``text`` as CDATA where it holds markup, as plain escaped text otherwise."""
    if "<" not in text and "&" not in text or "\r" in text:
        return escaped(text)
    return "<![CDATA[" + legal(text).replace("]]>", "]]]]><![CDATA[>") + "]]>"


class _Scan:
    """Finds the direct children of a fragment, and the coordinates of its first point."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._parser = expat.ParserCreate("utf-8")
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._depth = 0
        self._open: List[Tuple[str, int]] = []
        self.children: List[Child] = []
        self.coordinates: Optional[Child] = None
        self._parser.Parse(data, True)

    def _start(self, name: str, _attributes: Dict[str, str]) -> None:
        self._open.append(
            (name.rsplit(":", 1)[-1] if name.startswith("kml:") else name, self._parser.CurrentByteIndex)
        )

    def _end(self, _tag: str) -> None:
        name, start = self._open.pop()
        depth = len(self._open)
        if depth == 1:
            self.children.append(self._child(name, start))
        elif depth > 1 and name == "coordinates" and self._open[-1][0] == "Point" and not self.coordinates:
            self.coordinates = self._child(name, start)

    def _child(self, name: str, start: int) -> Child:
        data, at = self._data, self._parser.CurrentByteIndex
        first = data.find(b">", start) + 1
        if data[first - 2 : first] == b"/>" and first == at:
            return Child(name, start, first, first, first)
        return Child(name, start, first, at, data.find(b">", at) + 1)


def patch(xml: str, parts: Dict[str, Optional[str]], position: Optional[Position] = None) -> str:
    """Return a feature's XML with some of its children replaced, added or (None) removed.

    ``parts`` maps a child's name to its whole new XML (``<name>…</name>``).  ``position`` moves the point
    of a placemark; its altitude stays unless a new one is given.
    """
    data = xml.encode()
    scan = _Scan(data)
    edits: List[Tuple[int, int, str]] = []
    for name, new in parts.items():
        found = [child for child in scan.children if child.name == name]
        for number, child in enumerate(found):
            edits.append((child.start, child.end, new or "" if number == 0 else ""))
        if not found and new:
            at = _place(data, scan.children, name)
            edits.append((at, at, new))
    if position is not None and scan.coordinates is not None:
        edits.append(_moved(data, scan.coordinates, position))
    for start, end, new in sorted(edits, key=lambda edit: edit[:2], reverse=True):
        data = data[:start] + new.encode() + data[end:]
    return data.decode()


def _place(data: bytes, children: List[Child], name: str) -> int:
    """Return where a new child belongs by the order of the schema."""
    rank = ORDER.index(name) if name in ORDER else len(ORDER)
    after = [child for child in children if child.name in ORDER and ORDER.index(child.name) <= rank]
    if after:
        return max(child.end for child in after)
    return children[0].start if children else data.find(b">") + 1


def _moved(data: bytes, child: Child, position: Position) -> Tuple[int, int, str]:
    old = data[child.inner : child.inner_end].decode().strip().split(",")
    altitude = f"{position[2]!r}" if position[2] is not None else old[2] if len(old) > 2 else ""
    text = f"{position[0]!r},{position[1]!r}" + (f",{altitude}" if altitude else "")
    return child.inner, child.inner_end, text
