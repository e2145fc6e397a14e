# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""From UTF-8 bytes to KML records, one document, in bounded memory.

Usual placemarks are taken by a short cut (``fast``), everything between them by expat (``document``); the XML
of every record is a slice of the text that went in.
"""

from __future__ import annotations

import codecs
import re
from typing import List, Match, Union

from ...i18n import tr
from ..limits import DEFAULT_LIMITS, Limits, refuse
from . import fast
from .document import Document, Note
from .folder_stack import FolderStack
from .parse_errors import NeedsRepair
from .records import Folder, Item

_FEATURE = re.compile(r"<(?:[A-Za-z]+:)?(Placemark|GroundOverlay|ScreenOverlay|PhotoOverlay|NetworkLink)\b")
_NAME = re.compile(r"<name>\s*([^<]{1,200})")


class _Characters:
    """Bytes as characters, with line ends as XML wants them (a pair may straddle two pieces)."""

    def __init__(self) -> None:
        self._decoder = codecs.getincrementaldecoder("utf-8")("strict")
        self._carry = ""

    def of(self, data: bytes, final: bool) -> str:
        """Return the next characters.  Raises UnicodeDecodeError."""
        text = self._decoder.decode(data, final)
        if self._carry:
            text, self._carry = self._carry + text, ""
        if "\r" in text:
            if text.endswith("\r") and not final:
                text, self._carry = text[:-1], "\r"
            text = text.replace("\r\n", "\n").replace("\r", "\n")
        return text


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
        stack = FolderStack(label, document, limits, folders, first)
        self._document = Document(label, limits, stack, note)
        self._window = self._document.window
        self._open = stack.open
        self._limits = limits
        self._note = note
        self._leave_out_broken = leave_out_broken
        self._characters = _Characters()
        self._line = 1
        self._rest = self._tail = ""
        self._begun = False
        self._plain = self._was_plain = False
        """Whether we stand between features, and nothing is unread before us."""

    def feed(self, data: bytes) -> List[Union[Folder, Item]]:
        """Parse the next bytes."""
        self._advance(self._decode(data, False), False)
        return self._take()

    def close(self) -> List[Union[Folder, Item]]:
        """Say that there are no more bytes."""
        self._advance(self._decode(b"", True), True)
        self._document.close()
        return self._take()

    def _decode(self, data: bytes, final: bool) -> str:
        try:
            return self._characters.of(data, final)
        except UnicodeDecodeError:
            raise NeedsRepair(tr("Kml", "the text is not UTF-8."), self._line, False, "") from None

    def _take(self) -> List[Union[Folder, Item]]:
        out, self._document.records = self._document.records, []
        return out

    # -- the short cut, and the way around it ----------------------------------------------------------

    def _advance(self, text: str, final: bool) -> None:
        """Take usual placemarks by the short cut and hand everything between them to expat."""
        buffer, document, window = self._rest + text, self._document, self._window
        if not self._begun:
            buffer = self._start(buffer)
        position, size = 0, len(buffer)
        while not document.ended:
            if document.skipping:
                position = self._skip(buffer, position)
                if document.skipping:
                    break
            at = buffer.find("<Placemark", position)
            if at < 0:
                break
            self._gap(buffer[position:at])
            position = at
            if document.skipping or document.ended:
                continue
            if self._plain and window.start < 0 and self._open:
                found = fast.match(buffer, at)
                if found is not None and self._take_fast(found):
                    position = found.end()
                    continue
            stop = buffer.find("</Placemark>", at)
            if stop < 0 and not final and size - at < self._limits.item_bytes and self._plain:
                self._rest = buffer[at:]
                return
            position = size if stop < 0 else stop + 12
            self._feature(buffer[at:position], whole=stop >= 0)
        if document.ended:
            self._behind_the_end(buffer[position:])
            position = size
        # A tag may straddle two pieces.
        hold = 0 if final else min(16, size - position)
        self._gap(buffer[position : size - hold])
        self._rest = buffer[size - hold :]

    def _start(self, text: str) -> str:
        # A mark or blank lines before the declaration are a common slip that costs nothing to forgive.
        stripped = text.lstrip("\ufeff \t\n")
        self._line += text.count("\n", 0, len(text) - len(stripped))
        self._begun = bool(stripped)
        return stripped

    def _take_fast(self, found: Match[str]) -> bool:
        folder = self._open[-1]
        item = fast.build(found, folder, folder.count, self._line)
        if item is None or len(item.xml) > self._limits.item_bytes:
            return False
        folder.count += 1
        self._line += item.xml.count("\n")
        self._document.records.append(item)
        return True

    def _gap(self, text: str) -> None:
        """Hand on what stands before a placemark; blanks between features need no parser."""
        if not text:
            return
        if self._plain and self._window.start < 0 and text.isspace():
            self._line += text.count("\n")
            return
        self._long_way(text)
        sound = self._was_plain and "<!" not in text and "<?" not in text
        self._plain = sound and self._window.start < 0 and text.rstrip().endswith(">")

    def _long_way(self, text: str) -> None:
        document, window = self._document, self._window
        self._was_plain = self._plain
        document.feed(text, self._line)
        self._line += text.count("\n")
        self._plain = window.start < 0 and document.ended_at == window.fed

    # -- features that cannot be read ------------------------------------------------------------------

    def _feature(self, text: str, *, whole: bool) -> None:
        """Parse what looks like one placemark; a broken one is told and left out once mending has failed."""
        line, plain = self._line, self._plain and self._window.start < 0 and bool(self._open)
        if not (whole and plain and text.count("<Placemark") == 1):
            self._long_way(text)
            return
        folder = self._open[-1]
        count = folder.count
        try:
            self._long_way(text)
        except NeedsRepair as broken:
            broken.mendable = True
            if not self._leave_out_broken:
                raise
            item = Item("Placemark", folder, count, line)
            folder.count = count + 1
            name = _NAME.search(text)
            item.name = name.group(1).strip() if name else ""
            item.problem_code, item.problem = "broken", broken.message.rstrip(".")
            self._document.records.append(item)
            self._line = line + text.count("\n")
            self._renew()

    def _renew(self) -> None:
        self._document.renew()
        self._plain = True

    def _skip(self, buffer: str, position: int) -> int:
        """Pass over the rest of a feature that is too large; without a parser, as it may be gigabytes."""
        wanted, before = self._document.skipping, len(self._tail)
        text = self._tail + buffer[position:]
        at = text.find(wanted)
        end = text.find(">", at) + 1 if at >= 0 else 0
        if not end:
            kept = len(text) if at < 0 else at
            self._line += buffer.count("\n", position)
            self._tail = text[min(kept, len(text) - len(wanted)) :]
            return len(buffer)
        self._line += buffer.count("\n", position, position + end - before)
        self._tail = ""
        self._renew()
        return position + end - before

    def _behind_the_end(self, text: str) -> None:
        """Tell of features that stand behind the end of the document."""
        for found in _FEATURE.finditer(text):
            line = self._line + text.count("\n", 0, found.start())
            message = tr("Kml", "a <{kind}> behind the end of the document").format(kind=found.group(1))
            self._note("misplaced", message, line, "")
        self._line += text.count("\n")


def parse_item(xml: str) -> Item:
    """Return the record of one feature, as an atlas keeps its XML.  Raises AtlasError when it is none."""
    parser = Parser("a KML feature", 0, DEFAULT_LIMITS, [], 0, lambda *_: None)
    records = parser.feed(f"<kml>{xml}</kml>".encode()) + parser.close()
    items = [record for record in records if isinstance(record, Item)]
    if len(items) != 1:
        raise refuse(tr("Kml", "a KML feature"), tr("Kml", "the XML kept for it is not one feature."))
    return items[0]
