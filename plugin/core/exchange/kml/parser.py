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
from typing import Any, Callable, Dict, List, Match, Optional, Set, Tuple, Union
from xml.parsers import expat

from ...i18n import tr
from ..limits import Limits, refuse
from . import fast
from .element_names import CONTAINERS, KNOWN_HEADS, TEXT_HEADS, spellings, truth
from .item import ItemBuilder
from .parse_errors import FOREIGN_ROOTS, NeedsRepair, foreign, stumble
from .records import ITEM_KINDS, Folder, Item

Note = Callable[[str, str, int, str], None]
"""Called with code, message, line and name of an oddity."""

_FEATURE = re.compile(r"<(?:[A-Za-z]+:)?(Placemark|GroundOverlay|ScreenOverlay|PhotoOverlay|NetworkLink)\b")
_NAME = re.compile(r"<name>\s*([^<]{1,200})")


class Parser:
    """Parses one document; ``feed`` and ``close`` return the records that are complete."""

    def __init__(
        self,
        label: str,
        document: int,
        limits: Limits,
        folders: List[Folder],
        first: int,
        note: Note,
        *,
        leave_out_broken: bool = False,
    ) -> None:
        self.label = label
        self.limits = limits
        self._document = document
        self._folders = folders
        self._next_folder = first
        self.note = note
        self._leave_out_broken = leave_out_broken
        self._expat = self._new_expat()
        self._out: List[Union[Folder, Item]] = []
        self._stack: List[Folder] = []
        self._tags: List[str] = []
        self._item_tag = self._skipping = self._tail = ""
        self._told: Set[str] = set()
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

    def _new_expat(self) -> Any:
        parser = expat.ParserCreate("utf-8")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._doctype
        return parser

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
            raise NeedsRepair(tr("Kml", "the text is not UTF-8."), self._line, False, "") from None
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
            if self._skipping:
                position = self._skip(buffer, position)
                if self._skipping:
                    break
            at = buffer.find("<Placemark", position)
            if at < 0:
                break
            self._gap(buffer[position:at])
            position = at
            if self._skipping or self._ended:
                continue
            if self._plain and self._from < 0 and self._stack:
                found = fast.match(buffer, at)
                if found is not None and self._take_fast(found):
                    position = found.end()
                    continue
            stop = buffer.find("</Placemark>", at)
            if stop < 0 and not final and size - at < self.limits.item_bytes and self._plain:
                self._rest = buffer[at:]
                return
            position = size if stop < 0 else stop + 12
            self._feature(buffer[at:position], whole=stop >= 0)
        if self._ended:
            self._behind_the_end(buffer[position:])
            position = size
        # A tag may straddle two pieces.
        hold = 0 if final else min(16, size - position)
        self._gap(buffer[position : size - hold])
        self._rest = buffer[size - hold :]

    def _take_fast(self, found: Match[str]) -> bool:
        folder = self._stack[-1]
        item = fast.build(found, folder, folder.count, self._line)
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

    # -- features that cannot be read ------------------------------------------------------------------

    def _feature(self, text: str, *, whole: bool) -> None:
        """Parse what looks like one placemark; a broken one is told and left out once mending has failed."""
        line, plain = self._line, self._plain and self._from < 0 and bool(self._stack)
        if not (whole and plain and text.count("<Placemark") == 1):
            self._long_way(text)
            return
        folder = self._stack[-1]
        count = folder.count
        try:
            self._long_way(text)
        except NeedsRepair as broken:
            broken.mendable = True
            if not self._leave_out_broken:
                raise
            self._builder.abandon()
            item = Item("Placemark", folder, count, line)
            folder.count = count + 1
            name = _NAME.search(text)
            item.name = name.group(1).strip() if name else ""
            item.problem_code, item.problem = "broken", broken.message.rstrip(".")
            self._out.append(item)
            self._line = line + text.count("\n")
            self._renew()

    def _renew(self) -> None:
        """Go on with a parser that knows nothing but the folders we are in."""
        self._expat = self._new_expat()
        self._builder.use(self._expat)
        head = "".join(f"<{tag}>" for tag in self._tags).encode()
        self._expat.Parse(head, False)
        self._window = b""
        self._window_at = self._fed = self._unread_at = self._ended_at = len(head)
        self._fed_lines = 0
        self._plain = True
        self._between()

    def _skip(self, buffer: str, position: int) -> int:
        """Pass over the rest of a feature that is too large; without a parser, as it may be gigabytes."""
        before = len(self._tail)
        text = self._tail + buffer[position:]
        at = text.find(self._skipping)
        end = text.find(">", at) + 1 if at >= 0 else 0
        if not end:
            kept = len(text) if at < 0 else at
            self._line += buffer.count("\n", position)
            self._tail = text[min(kept, len(text) - len(self._skipping)) :]
            return len(buffer)
        self._line += buffer.count("\n", position, position + end - before)
        self._skipping = self._tail = ""
        self._renew()
        return position + end - before

    def _behind_the_end(self, text: str) -> None:
        """Tell of features that stand behind the end of the document."""
        for found in _FEATURE.finditer(text):
            line = self._line + text.count("\n", 0, found.start())
            self.note(
                "misplaced",
                tr("Kml", "a <{kind}> behind the end of the document").format(kind=found.group(1)),
                line,
                "",
            )
        self._line += text.count("\n")

    def _unknown(self, name: str) -> None:
        """Tell once of an element that KML does not know; what has a prefix is somebody's extension."""
        if name not in KNOWN_HEADS and ":" not in name and name not in self._told:
            self._told.add(name)
            self.note(
                "unknown",
                tr("Kml", "<{name}> is no element of KML: it is kept as it is").format(name=name[:60]),
                self.line,
                "",
            )

    def misplaced(self, kind: str, attributes: Dict[str, str]) -> None:
        """Tell of a feature where KML has no place for one; an update only refers to it."""
        if "targetId" not in attributes:
            self.note(
                "misplaced",
                tr("Kml", "a <{kind}> inside of another element").format(kind=kind),
                self.line,
                "",
            )

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
                self.note(
                    "mended", tr("Kml", "what follows the end of the document is left out"), self.line, ""
                )
                return
            raise self._stumble(err) from err

    @property
    def line(self) -> int:
        """The line the parser is at."""
        return self._expat.CurrentLineNumber + self._first_line

    def _stumble(self, err: expat.ExpatError) -> Exception:
        line = err.lineno + self._first_line if self._fed else self._line
        return stumble(err, line, is_kml=self._root_seen)

    def _check_sizes(self) -> None:
        if self._from >= 0 and self._fed - self._from > self.limits.item_bytes:
            self._oversize()
        if self._fed - self._unread_at > self.limits.tag_bytes:
            raise refuse(
                self.label, tr("Kml", "a single tag or comment is larger than is read."), line=self.line
            )

    def _doctype(self, name: str, _system: Any, _public: Any, internal: int) -> None:
        if internal:
            raise refuse(
                self.label,
                tr(
                    "Kml", "the file defines entities of its own (a DTD), which no map needs and attacks use."
                ),
                line=self.line,
                hint=tr("Kml", "Remove the DOCTYPE lines if you trust the file."),
            )
        if name in FOREIGN_ROOTS:
            raise foreign(self.label, name)
        # Without the DTD, expat would skip entities it does not know; mending resolves them first.
        self._expat.SkippedEntityHandler = self._skipped

    def _skipped(self, name: str, _parameter: bool) -> None:
        raise NeedsRepair(
            tr("Kml", "the entity &{name}; is not defined.").format(name=name), self.line, True, ""
        )

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
            self._tags.append(name)
        elif kind in ITEM_KINDS:
            self._item_tag = name
            self._begin_item(kind, attributes)
        else:
            self._unknown(kind)
            self._begin_head(kind)

    def _shut(self, _name: str) -> None:
        self._stack.pop()
        self._tags.pop()
        if self._stack and self._stack[-1].index == self._implicit_root and len(self._stack) == 1:
            self._stack.pop()

    def _root(self, name: str, attributes: Dict[str, str]) -> None:
        self._root_seen = True
        self._declare(attributes)
        kind = self._aliases.get(name, name.split(":")[-1] if name.startswith("kml:") else name)
        if kind not in CONTAINERS and kind not in ITEM_KINDS:
            raise foreign(self.label, name)
        if kind != "kml":
            self._push("kml", {})
            self._implicit_root = self._stack[-1].index

    def _declare(self, attributes: Dict[str, str]) -> None:
        """Learn which prefixes stand for KML and for Google's extensions."""
        further = spellings(attributes, self._builder.known)
        if further:
            self._aliases.update(further)
            self._builder.alias(self._aliases)

    def _push(self, kind: str, attributes: Dict[str, str]) -> None:
        if len(self._stack) >= self.limits.folder_depth:
            raise refuse(
                self.label,
                tr("Kml", "folders are nested more than {depth} deep.").format(
                    depth=self.limits.folder_depth
                ),
                line=self.line,
                hint=tr("Kml", "No map needs that; the file is damaged or made to do harm."),
            )
        if self._next_folder >= self.limits.folders:
            raise refuse(self.label, tr("Kml", "there are more folders than are read."), line=self.line)
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
            raise refuse(
                self.label, tr("Kml", "<{kind}> stands outside of the map.").format(kind=kind), line=self.line
            )
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
            raise refuse(
                self.label,
                tr("Kml", "<{name}> stands outside of the map.").format(name=name[:60]),
                line=self.line,
            )
        self._from = self._expat.CurrentByteIndex
        self._head_name = name
        self._depth = 0
        self._text = []
        self._expat.StartElementHandler = self._head_start
        self._expat.EndElementHandler = self._head_end
        self._expat.CharacterDataHandler = self._text.append if name in TEXT_HEADS else None

    def _head_start(self, name: str, attributes: Dict[str, str]) -> None:
        self._depth += 1
        kind = self._aliases.get(name, name)
        if kind in ITEM_KINDS:
            self.misplaced(kind, attributes)
        if self._depth > self.limits.element_depth:
            raise refuse(self.label, tr("Kml", "elements are nested too deep."), line=self.line)

    def _head_end(self, _name: str) -> None:
        if self._depth:
            self._depth -= 1
            return
        folder = self._stack[-1]
        xml, _end = self._slice(self._expat.CurrentByteIndex)
        self._head_total += len(xml)
        if self._head_total > self.limits.head_bytes:
            raise refuse(
                self.label,
                tr("Kml", "styles and folder descriptions are larger than is read."),
                line=self.line,
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
                self.label,
                tr("Kml", "<{name}> of a folder is larger than is read.").format(name=self._head_name[:60]),
                line=self.line,
            )
        megabytes = self.limits.item_bytes // (1024 * 1024)
        item.problem_code = "oversize"
        item.problem = tr("Kml", "it is larger than {megabytes} MB").format(megabytes=megabytes)
        self.note(
            "oversize",
            tr("Kml", "larger than {megabytes} MB: left out").format(megabytes=megabytes),
            item.line,
            item.name,
        )
        self._out.append(item)
        self._from = -1
        self._skipping = f"</{self._item_tag}"
