# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""From UTF-8 bytes to KML records, one document, in bounded memory.

expat tells tags apart; the XML of every record is a slice of the bytes that went in.  Handlers are switched
with the place we are in (between features, inside one, inside a head element), because that is what makes
100,000 placemarks a matter of a second.  An internal DTD is refused, nothing external is ever fetched.
"""

from __future__ import annotations

import codecs
import re
from typing import Any, Callable, Dict, List, Match, Optional, Tuple, Union
from xml.parsers import expat

from . import kml_fast
from .kml_item import ItemBuilder
from .limits import Limits, Refused, refuse
from .records import ITEM_KINDS, Folder, Item

Note = Callable[[str, str, int, str], None]
"""Called with code, message, line and name of an oddity."""

CONTAINERS = ("kml", "Document", "Folder")
_TEXT_HEADS = frozenset(("name", "visibility", "open", "description", "styleUrl"))
_KML_URI = re.compile(r"https?://(www\.opengis\.net|earth\.google\.com)/kml\b")
_GX_URI = "http://www.google.com/kml/ext/"
_MENDABLE = frozenset((2, 4, 6, 11, 14))
_CUT_OFF = frozenset((3, 5, 13, 20))
_ROOTS = {
    "OGRVRTDataSource": "a VRT", "VRTDataset": "a VRT", "gpx": "a GPX track", "html": "a web page",
    "svg": "an SVG drawing", "GDAL_WMS": "a GDAL service description", "osm": "OpenStreetMap data",
    "qgis": "a QGIS project", "gml:FeatureCollection": "GML", "wfs:FeatureCollection": "GML",
    "FeatureCollection": "GML", "rss": "an RSS feed", "feed": "an Atom feed",
}  # fmt: skip


class NeedsRepair(Exception):  # noqa: N818 (a signal between reader and parser, never shown)
    """The parser stumbled at ``line``; ``mendable`` says whether mending slips may help."""

    def __init__(self, message: str, line: int, mendable: bool, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.line = line
        self.mendable = mendable
        self.hint = hint


class Parser:
    """Parses one document; ``feed`` and ``close`` return the records that are complete."""

    def __init__(
        self, label: str, document: int, limits: Limits, folders: List[Folder], first: int, note: Note
    ) -> None:
        self.label = label
        self.limits = limits
        self._document = document
        self._folders = folders
        self._next_folder = first
        self._note = note
        self._expat = expat.ParserCreate("utf-8")
        self._expat.buffer_text = True
        self._expat.StartDoctypeDeclHandler = self._doctype
        self._out: List[Union[Folder, Item]] = []
        self._stack: List[Folder] = []
        self._aliases: Dict[str, str] = {}
        self._window = b""
        self._window_at = 0
        self._unread_at = 0
        self._fed = 0
        self._fed_lines = 0
        self._first_line = 0
        self._line = 1
        self._decoder = codecs.getincrementaldecoder("utf-8")("strict")
        self._carry = self._rest = ""
        self._begun = False
        self._plain = self._was_plain = False
        self._ended_at = -1
        self._root_seen = False
        self._implicit_root = -1
        self._from = -1
        self._depth = 0
        self._ended = False
        self._head_total = 0
        self._text: List[str] = []
        self._head_name = ""
        self._builder = ItemBuilder(self._expat, self.limits, self)
        self._between()

    # -- bytes in, records out -------------------------------------------------------------------------

    def feed(self, data: bytes) -> List[Union[Folder, Item]]:
        """Parse the next bytes."""
        self._advance(self._decode(data, False), False)
        return self._take()

    def close(self) -> List[Union[Folder, Item]]:
        """Say that there are no more bytes."""
        self._advance(self._decode(b"", True), True)
        if not self._ended:
            self._parse(b"", True)
        return self._take()

    def _decode(self, data: bytes, final: bool) -> str:
        """Return the next characters with line ends as XML wants them (a pair may straddle two pieces)."""
        try:
            text = self._decoder.decode(data, final)
        except UnicodeDecodeError:
            raise NeedsRepair("the text is not UTF-8.", self._line, False, "") from None
        if self._carry:
            text, self._carry = self._carry + text, ""
        if "\r" in text:
            if text.endswith("\r") and not final:
                text, self._carry = text[:-1], "\r"
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        return text

    def _advance(self, text: str, final: bool) -> None:
        """Take usual placemarks by the short cut and hand everything between them to expat."""
        buffer = self._rest + text
        if not self._begun:
            buffer = self._start(buffer)
        position, size = 0, len(buffer)
        while not self._ended:
            at = buffer.find("<Placemark", position)
            if at < 0:
                break
            self._gap(buffer[position:at])
            position = at
            if self._plain and self._from < 0 and self._stack:
                found = kml_fast.match(buffer, at)
                if found is not None and self._take_fast(found):
                    position = found.end()
                    continue
            stop = buffer.find("</Placemark>", at)
            if stop < 0 and not final and size - at < self.limits.item_bytes and self._plain:
                self._rest = buffer[at:]
                return
            position = size if stop < 0 else stop + 12
            self._long_way(buffer[at:position])
        # A tag may straddle two pieces.
        hold = 0 if final else min(16, size - position)
        self._gap(buffer[position : size - hold])
        self._rest = buffer[size - hold :]

    def _take_fast(self, found: Match[str]) -> bool:
        folder = self._stack[-1]
        item = kml_fast.build(found, folder, folder.count, self._line)
        if item is None or len(item.xml) > self.limits.item_bytes:
            return False
        folder.count += 1
        self._line += item.xml.count("\n")
        self._out.append(item)
        return True

    def _gap(self, text: str) -> None:
        """Hand on what stands before a placemark; blanks between features need no parser."""
        if not text:
            return
        if self._plain and self._from < 0 and text.isspace():
            self._line += text.count("\n")
            return
        self._long_way(text)
        sound = self._was_plain and "<!" not in text and "<?" not in text
        self._plain = sound and self._from < 0 and text.rstrip().endswith(">")

    def _long_way(self, text: str) -> None:
        self._was_plain, self._ended_at = self._plain, -1
        data = text.encode()
        # Kept from before: the record we are in, or what expat has not looked at yet.
        keep = (self._unread_at if self._from < 0 else self._from) - self._window_at
        self._window_at += keep
        self._window = self._window[keep:] + data
        self._first_line = self._line - 1 - self._fed_lines
        self._fed += len(data)
        self._parse(data, False)
        # Since expat 2.6 an incomplete tag may wait, with all behind it, until twice as much is there; the
        # index is negative then.
        self._unread_at = max(self._unread_at, self._expat.CurrentByteIndex)
        self._fed_lines += text.count("\n")
        self._line += text.count("\n")
        self._plain = self._from < 0 and self._ended_at == self._fed
        self._check_sizes()

    def _take(self) -> List[Union[Folder, Item]]:
        out, self._out = self._out, []
        return out

    def _start(self, text: str) -> str:
        # A mark or blank lines before the declaration are a common slip that costs nothing to forgive.
        stripped = text.lstrip("\ufeff \t\n")
        self._line += text.count("\n", 0, len(text) - len(stripped))
        self._begun = bool(stripped)
        return stripped

    def _parse(self, data: bytes, final: bool) -> None:
        try:
            self._expat.Parse(data, final)
        except expat.ExpatError as err:
            if self._root_seen and not self._stack and self._from < 0:
                self._ended = True
                self._note("mended", "what follows the end of the document is left out", self.line, "")
                return
            raise self._stumble(err) from err

    @property
    def line(self) -> int:
        """The line the parser is at."""
        return self._expat.CurrentLineNumber + self._first_line

    def _stumble(self, err: expat.ExpatError) -> Exception:
        line = err.lineno + self._first_line if self._fed else self._line
        reason = expat.ErrorString(err.code) if isinstance(err.code, int) else str(err)
        if err.code in _CUT_OFF:
            return NeedsRepair(
                "the file is cut off; it ends in the middle of the map.", line, False, "Get the file again."
            )
        if not self._root_seen:
            return NeedsRepair("this is not XML, so not KML.", line, True, "Choose a .kml or .kmz file.")
        where = f"column {err.offset + 1}: {reason}"
        message = f"the XML is broken at {where}."
        return NeedsRepair(
            message,
            line,
            err.code in _MENDABLE,
            "Open it in Google Earth and save it again, or mend that line.",
        )

    def _check_sizes(self) -> None:
        if self._from >= 0 and self._fed - self._from > self.limits.item_bytes:
            self._oversize()
        if self._fed - self._unread_at > self.limits.tag_bytes:
            raise refuse(self.label, "a single tag or comment is larger than is read.", line=self.line)

    def _doctype(self, name: str, _system: Any, _public: Any, internal: int) -> None:
        if internal:
            raise refuse(
                self.label,
                "the file defines entities of its own (a DTD), which no map needs and attacks use.",
                line=self.line,
                hint="Remove the DOCTYPE lines if you trust the file.",
            )
        if name in _ROOTS:
            raise self._foreign(name)
        # Without the DTD, expat would skip entities it does not know; mending resolves them first.
        self._expat.SkippedEntityHandler = self._skipped

    def _skipped(self, name: str, _parameter: bool) -> None:
        raise NeedsRepair(f"the entity &{name}; is not defined.", self.line, True, "")

    def _foreign(self, name: str) -> Refused:
        kind = _ROOTS.get(name, f"an XML file of another kind (<{name[:60]}>)")
        return refuse(self.label, f"this is {kind}, not KML.", hint="Choose a .kml or .kmz file.")

    # -- between features ------------------------------------------------------------------------------

    def _between(self) -> None:
        self._from = -1
        self._expat.StartElementHandler = self._open
        self._expat.EndElementHandler = self._shut
        self._expat.CharacterDataHandler = None

    def _open(self, name: str, attributes: Dict[str, str]) -> None:
        if not self._root_seen:
            self._root(name, attributes)
        kind = self._aliases.get(name, name)
        if kind in CONTAINERS:
            self._push(kind, attributes)
        elif kind in ITEM_KINDS:
            self._begin_item(kind, attributes)
        else:
            self._begin_head(kind)

    def _shut(self, _name: str) -> None:
        self._stack.pop()
        if self._stack and self._stack[-1].index == self._implicit_root and len(self._stack) == 1:
            self._stack.pop()

    def _root(self, name: str, attributes: Dict[str, str]) -> None:
        self._root_seen = True
        self._declare(attributes)
        kind = self._aliases.get(name, name.split(":")[-1] if name.startswith("kml:") else name)
        if kind not in CONTAINERS and kind not in ITEM_KINDS:
            raise self._foreign(name)
        if kind != "kml":
            self._push("kml", {})
            self._implicit_root = self._stack[-1].index

    def _declare(self, attributes: Dict[str, str]) -> None:
        """Learn which prefixes stand for KML and for Google's extensions."""
        for key, uri in attributes.items():
            prefix = key[6:] if key.startswith("xmlns:") else ""
            if not prefix:
                continue
            if _KML_URI.match(uri):
                self._alias(prefix, "")
            elif uri.startswith(_GX_URI) and prefix != "gx":
                self._alias(prefix, "gx:")

    def _alias(self, prefix: str, standard: str) -> None:
        names = [*CONTAINERS, *ITEM_KINDS, *_TEXT_HEADS, *self._builder.known]
        for name in names:
            gx = name.startswith("gx:")
            if gx == bool(standard):
                self._aliases[f"{prefix}:{name[3:] if gx else name}"] = name
        self._builder.alias(self._aliases)

    def _push(self, kind: str, attributes: Dict[str, str]) -> None:
        if len(self._stack) >= self.limits.folder_depth:
            raise refuse(
                self.label,
                f"folders are nested more than {self.limits.folder_depth} deep.",
                line=self.line,
                hint="No map needs that; the file is damaged or made to do harm.",
            )
        if self._next_folder >= self.limits.folders:
            raise refuse(self.label, "there are more folders than are read.", line=self.line)
        parent = self._stack[-1] if self._stack else None
        folder = self._folder(kind, parent)
        folder.attributes = {key: value for key, value in attributes.items() if key != "id"}
        folder.kml_id = attributes.get("id", "")
        if any(key.startswith("xmlns:") for key in attributes):
            self._declare(attributes)
        self._stack.append(folder)
        self._out.append(folder)

    def _folder(self, kind: str, parent: Optional[Folder]) -> Folder:
        position = 0
        if parent is not None:
            position = parent.count
            parent.count += 1
        index = self._next_folder
        self._next_folder += 1
        if index < len(self._folders):  # read again after a repair: the record was given out already
            folder = self._folders[index]
            folder.__init__(index, parent, kind, position, self.line)  # type: ignore[misc]
        else:
            folder = Folder(index, parent, kind, position, self.line)
            self._folders.append(folder)
        folder.document = self._document
        return folder

    # -- features --------------------------------------------------------------------------------------

    def _begin_item(self, kind: str, attributes: Dict[str, str]) -> None:
        if not self._stack:
            raise refuse(self.label, f"<{kind}> stands outside of the map.", line=self.line)
        folder = self._stack[-1]
        item = Item(kind, folder, folder.count, self.line)
        folder.count += 1
        item.kml_id = attributes.get("id", "") if attributes else ""
        self._from = self._expat.CurrentByteIndex
        self._builder.begin(item)

    def end_item(self, item: Item) -> None:
        """Take the finished item of the builder."""
        item.xml, self._ended_at = self._slice(self._expat.CurrentByteIndex)
        self._out.append(item)
        self._between()

    def bytes_between(self, start: int, end: int) -> bytes:
        """Return the bytes from one offset to another inside the present record."""
        return self._window[start - self._window_at : end - self._window_at]

    def _slice(self, index: int) -> Tuple[str, int]:
        """Return the XML of the record whose end tag expat is at, and the offset behind it."""
        start, at = self._from - self._window_at, index - self._window_at
        window = self._window
        if window[at - 2 : at] == b"/>" and window.find(b">", start) == at - 1:
            return window[start:at].decode(), index  # <Placemark/>: expat stands behind it already
        end = window.find(b">", at) + 1
        return window[start:end].decode(), end + self._window_at

    # -- children of folders that are no features ------------------------------------------------------

    def _begin_head(self, name: str) -> None:
        if not self._stack:
            raise refuse(self.label, f"<{name[:60]}> stands outside of the map.", line=self.line)
        self._from = self._expat.CurrentByteIndex
        self._head_name = name
        self._depth = 0
        self._text = []
        self._expat.StartElementHandler = self._head_start
        self._expat.EndElementHandler = self._head_end
        self._expat.CharacterDataHandler = self._text.append if name in _TEXT_HEADS else None

    def _head_start(self, _name: str, _attributes: Dict[str, str]) -> None:
        self._depth += 1
        if self._depth > self.limits.element_depth:
            raise refuse(self.label, "elements are nested too deep.", line=self.line)

    def _head_end(self, _name: str) -> None:
        if self._depth:
            self._depth -= 1
            return
        folder = self._stack[-1]
        xml, _end = self._slice(self._expat.CurrentByteIndex)
        self._head_total += len(xml)
        if self._head_total > self.limits.head_bytes:
            raise refuse(
                self.label, "styles and folder descriptions are larger than is read.", line=self.line
            )
        if folder.count:
            other = Item("Other", folder, folder.count, self.line)
            folder.count += 1
            other.xml = xml
            self._out.append(other)
        else:
            folder.head.append(xml)
        self._set_head(folder, self._head_name, "".join(self._text))
        self._between()

    def _set_head(self, folder: Folder, name: str, text: str) -> None:
        if name == "name":
            folder.name = text.strip()
        elif name == "visibility":
            folder.visibility = truth(text)
        elif name == "open":
            folder.is_open = truth(text)
        elif name == "description":
            folder.description = text
        elif name == "styleUrl":
            folder.style_url = text.strip()

    # -- too large -------------------------------------------------------------------------------------

    def _oversize(self) -> None:
        """Skip the rest of a record that is too large to keep, and say so."""
        item = self._builder.abandon()
        if item is None:
            raise refuse(
                self.label, f"<{self._head_name[:60]}> of a folder is larger than is read.", line=self.line
            )
        megabytes = self.limits.item_bytes // (1024 * 1024)
        item.problem_code = "oversize"
        item.problem = f"it is larger than {megabytes} MB"
        self._note("oversize", f"larger than {megabytes} MB: left out", item.line, item.name)
        self._out.append(item)
        self._from = -1
        self._depth = self._builder.depth
        self._expat.StartElementHandler = self._skip_start
        self._expat.EndElementHandler = self._skip_end
        self._expat.CharacterDataHandler = None

    def _skip_start(self, _name: str, _attributes: Dict[str, str]) -> None:
        self._depth += 1

    def _skip_end(self, _name: str) -> None:
        if self._depth:
            self._depth -= 1
        else:
            self._between()


def truth(text: str) -> Optional[bool]:
    """Return the meaning of a KML boolean, None for anything else."""
    text = text.strip()
    if text in ("1", "true"):
        return True
    return False if text in ("0", "false") else None
