# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""What stands in a folder besides features: its name, description, styles, whatever else."""

from __future__ import annotations

from typing import Any, Dict, List

from ...i18n import tr
from ..limits import Limits, refuse
from .element_names import TEXT_HEADS, truth
from .records import ITEM_KINDS, Folder, Item


class FolderHeads:
    """Reads one such element after another; ``begin`` takes over expat's handlers until the element ends.

    ``owner`` is the document: it gives the line and the XML, and is told of what was read.
    """

    def __init__(self, parser: Any, limits: Limits, owner: Any) -> None:
        self._expat = parser
        self._limits = limits
        self._owner = owner
        self._depth = 0
        self._total = 0
        self._text: List[str] = []
        self.name = ""
        """The element that is being read, or was last."""

    def use(self, parser: Any) -> None:
        """Go on with another parser."""
        self._expat = parser

    def begin(self, name: str) -> None:
        """Start on an element whose start tag was just read."""
        self.name = name
        self._depth = 0
        self._text = []
        self._expat.StartElementHandler = self._start
        self._expat.EndElementHandler = self._end
        self._expat.CharacterDataHandler = self._text.append if name in TEXT_HEADS else None

    def _start(self, name: str, attributes: Dict[str, str]) -> None:
        self._depth += 1
        owner = self._owner
        kind = owner.kind_of(name)
        if kind in ITEM_KINDS:
            owner.misplaced(kind, attributes)
        if self._depth > self._limits.element_depth:
            raise refuse(owner.label, tr("Kml", "elements are nested too deep."), line=owner.line)

    def _end(self, _name: str) -> None:
        if self._depth:
            self._depth -= 1
            return
        owner = self._owner
        folder, xml = owner.end_head()
        self._total += len(xml)
        if self._total > self._limits.head_bytes:
            text = tr("Kml", "styles and folder descriptions are larger than is read.")
            raise refuse(owner.label, text, line=owner.line)
        if folder.count:
            other = Item("Other", folder, folder.count, owner.line)
            folder.count += 1
            other.xml = xml
            owner.give(other)
        else:
            folder.head.append(xml)
        _set(folder, self.name, "".join(self._text))


def _set(folder: Folder, name: str, text: str) -> None:
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
