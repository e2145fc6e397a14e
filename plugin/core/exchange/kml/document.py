# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""One KML document as expat sees it: which tag opens what, and the records that come of it.

Handlers are switched with the place we are in (between features, inside one, inside a head element), because
that is what makes 100,000 placemarks a matter of a second.  An internal DTD is refused, nothing external is
ever fetched.
"""

from __future__ import annotations

from typing import Any, Callable, Dict, List, Set, Tuple, Union
from xml.parsers import expat

from ...i18n import tr
from ..limits import Limits, refuse
from .element_names import CONTAINERS, KNOWN_HEADS, spellings
from .folder_heads import FolderHeads
from .folder_stack import FolderStack
from .item import ItemBuilder
from .parse_errors import FOREIGN_ROOTS, NeedsRepair, foreign, stumble
from .records import ITEM_KINDS, Folder, Item
from .window import ByteWindow

Note = Callable[[str, str, int, str], None]
"""Called with code, message, line and name of an oddity."""


class Document:
    """Feeds expat and gathers what comes out in ``records``.

    ``ended`` is true once the root is closed, ``ended_at`` the offset behind the last feature that ended in
    what was fed last (-1: none), ``skipping`` the end tag of a feature that is too large ("" for none).
    """

    def __init__(self, label: str, limits: Limits, folders: FolderStack, note: Note) -> None:
        self.label = label
        self.note = note
        self.window = ByteWindow()
        self.records: List[Union[Folder, Item]] = []
        self.ended = False
        self.ended_at = -1
        self.skipping = ""
        self._limits = limits
        self._folders = folders
        self._aliases: Dict[str, str] = {}
        self._told: Set[str] = set()
        self._item_tag = ""
        self._root_seen = False
        self._first_line = self._fed_lines = 0
        self._line = 1
        self._expat = self._new_expat()
        self._builder = ItemBuilder(self._expat, limits, self)
        self._heads = FolderHeads(self._expat, limits, self)
        self._between()

    def _new_expat(self) -> Any:
        parser = expat.ParserCreate("utf-8")
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = self._doctype
        return parser

    # -- bytes in --------------------------------------------------------------------------------------

    def feed(self, text: str, line: int) -> None:
        """Parse the text that begins in a line.  Raises NeedsRepair where expat cannot go on."""
        window, data = self.window, text.encode()
        self.ended_at = -1
        self._line = line
        self._first_line = line - 1 - self._fed_lines
        window.add(data)
        self._parse(data, False)
        # Since expat 2.6 an incomplete tag may wait, with all behind it, until twice as much is there; the
        # index is negative then.
        window.unread = max(window.unread, self._expat.CurrentByteIndex)
        self._fed_lines += text.count("\n")
        self._check_sizes()

    def close(self) -> None:
        """Say that there are no more bytes."""
        if not self.ended:
            self._parse(b"", True)

    def renew(self) -> None:
        """Go on with a parser that knows nothing but the folders we are in; give up the present feature."""
        self._builder.abandon()
        self._expat = self._new_expat()
        self._builder.use(self._expat)
        self._heads.use(self._expat)
        head = "".join(f"<{tag}>" for tag in self._folders.tags).encode()
        self._expat.Parse(head, False)
        self.window.restart(len(head))
        self.ended_at = len(head)
        self.skipping = ""
        self._fed_lines = 0
        self._between()

    def _parse(self, data: bytes, final: bool) -> None:
        try:
            self._expat.Parse(data, final)
        except expat.ExpatError as err:
            if self._root_seen and not self._folders.open and self.window.start < 0:
                self.ended = True
                text = tr("Kml", "what follows the end of the document is left out")
                self.note("mended", text, self.line, "")
                return
            line = err.lineno + self._first_line if self.window.fed else self._line
            raise stumble(err, line, is_kml=self._root_seen) from err

    @property
    def line(self) -> int:
        """The line the parser is at."""
        return self._expat.CurrentLineNumber + self._first_line

    def _check_sizes(self) -> None:
        window, limits = self.window, self._limits
        if window.start >= 0 and window.fed - window.start > limits.item_bytes:
            self._oversize()
        if window.fed - window.unread > limits.tag_bytes:
            text = tr("Kml", "a single tag or comment is larger than is read.")
            raise refuse(self.label, text, line=self.line)

    def _oversize(self) -> None:
        """Skip the rest of a record that is too large to keep, and say so."""
        item = self._builder.abandon()
        if item is None:
            text = tr("Kml", "<{name}> of a folder is larger than is read.")
            raise refuse(self.label, text.format(name=self._heads.name[:60]), line=self.line)
        megabytes = self._limits.item_bytes // (1024 * 1024)
        item.problem_code = "oversize"
        item.problem = tr("Kml", "it is larger than {megabytes} MB").format(megabytes=megabytes)
        text = tr("Kml", "larger than {megabytes} MB: left out").format(megabytes=megabytes)
        self.note("oversize", text, item.line, item.name)
        self.records.append(item)
        self.window.start = -1
        self.skipping = f"</{self._item_tag}"

    def _doctype(self, name: str, _system: Any, _public: Any, internal: int) -> None:
        if internal:
            text = tr(
                "Kml", "the file defines entities of its own (a DTD), which no map needs and attacks use."
            )
            hint = tr("Kml", "Remove the DOCTYPE lines if you trust the file.")
            raise refuse(self.label, text, line=self.line, hint=hint)
        if name in FOREIGN_ROOTS:
            raise foreign(self.label, name)
        # Without the DTD, expat would skip entities it does not know; mending resolves them first.
        self._expat.SkippedEntityHandler = self._skipped

    def _skipped(self, name: str, _parameter: bool) -> None:
        text = tr("Kml", "the entity &{name}; is not defined.").format(name=name)
        raise NeedsRepair(text, self._line, True, "")

    # -- between features ------------------------------------------------------------------------------

    def _between(self) -> None:
        self.window.start = -1
        self._expat.StartElementHandler = self._open
        self._expat.EndElementHandler = self._shut
        self._expat.CharacterDataHandler = None

    def _open(self, name: str, attributes: Dict[str, str]) -> None:
        if not self._root_seen:
            self._root(name, attributes)
        kind = self._aliases.get(name, name)
        if kind in CONTAINERS:
            self._push(kind, attributes)
            self._folders.tags.append(name)
        elif kind in ITEM_KINDS:
            self._item_tag = name
            self._begin_item(kind, attributes)
        else:
            self._unknown(kind)
            self._begin_head(kind)

    def _shut(self, _name: str) -> None:
        self._folders.pop()

    def _root(self, name: str, attributes: Dict[str, str]) -> None:
        self._root_seen = True
        self._declare(attributes)
        kind = self._aliases.get(name, name.split(":")[-1] if name.startswith("kml:") else name)
        if kind not in CONTAINERS and kind not in ITEM_KINDS:
            raise foreign(self.label, name)
        if kind != "kml":
            self.records.append(self._folders.push_root(self.line))

    def _declare(self, attributes: Dict[str, str]) -> None:
        """Learn which prefixes stand for KML and for Google's extensions."""
        further = spellings(attributes, self._builder.known)
        if further:
            self._aliases.update(further)
            self._builder.alias(self._aliases)

    def _push(self, kind: str, attributes: Dict[str, str]) -> None:
        folder = self._folders.push(kind, attributes, self.line)
        if any(key.startswith("xmlns:") for key in attributes):
            self._declare(attributes)
        self.records.append(folder)

    def _begin_item(self, kind: str, attributes: Dict[str, str]) -> None:
        folder = self._innermost(kind)
        item = Item(kind, folder, folder.count, self.line)
        folder.count += 1
        item.kml_id = attributes.get("id", "") if attributes else ""
        self.window.start = self._expat.CurrentByteIndex
        self._builder.begin(item)

    def _begin_head(self, name: str) -> None:
        self._innermost(name)
        self.window.start = self._expat.CurrentByteIndex
        self._heads.begin(name)

    def _innermost(self, name: str) -> Folder:
        if not self._folders.open:
            text = tr("Kml", "<{name}> stands outside of the map.").format(name=name[:60])
            raise refuse(self.label, text, line=self.line)
        return self._folders.open[-1]

    # -- what the readers of features and of heads ask and tell ----------------------------------------

    def kind_of(self, name: str) -> str:
        """Return the usual spelling of an element's name."""
        return self._aliases.get(name, name)

    def bytes_between(self, start: int, end: int) -> bytes:
        """Return the bytes from one offset to another inside the present record."""
        return self.window.between(start, end)

    def give(self, record: Union[Folder, Item]) -> None:
        """Take a record that is complete."""
        self.records.append(record)

    def end_item(self, item: Item) -> None:
        """Take the finished item of the builder."""
        item.xml, self.ended_at = self.window.record(self._expat.CurrentByteIndex)
        self.records.append(item)
        self._between()

    def end_head(self) -> Tuple[Folder, str]:
        """Return the folder and the XML of the head element that has ended."""
        xml, _end = self.window.record(self._expat.CurrentByteIndex)
        self._between()
        return self._folders.open[-1], xml

    def misplaced(self, kind: str, attributes: Dict[str, str]) -> None:
        """Tell of a feature where KML has no place for one; an update only refers to it."""
        if "targetId" not in attributes:
            text = tr("Kml", "a <{kind}> inside of another element").format(kind=kind)
            self.note("misplaced", text, self.line, "")

    def _unknown(self, name: str) -> None:
        """Tell once of an element that KML does not know; what has a prefix is somebody's extension."""
        if name not in KNOWN_HEADS and ":" not in name and name not in self._told:
            self._told.add(name)
            text = tr("Kml", "<{name}> is no element of KML: it is kept as it is").format(name=name[:60])
            self.note("unknown", text, self.line, "")
