# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The folders that the parser is in, and the records of all folders of a document."""

from __future__ import annotations

from typing import Dict, List, Optional

from ...i18n import tr
from ..limits import Limits, refuse
from .records import Folder


class FolderStack:
    """Makes the record of every folder that opens; ``open`` are those we are in, outermost first.

    ``folders`` is the list of all, of this and earlier documents; ``first`` is the number of the next one.
    A list that is longer already is that of a reading before a repair: its records are used again, because
    they were given out.
    """

    def __init__(self, label: str, document: int, limits: Limits, folders: List[Folder], first: int) -> None:
        self._label = label
        self._document = document
        self._limits = limits
        self._folders = folders
        self._next = first
        self._implicit_root = -1
        self.open: List[Folder] = []
        self.tags: List[str] = []
        """The start tags of the open folders, as the file spells them."""

    def push(self, kind: str, attributes: Dict[str, str], line: int) -> Folder:
        """Open a folder.  Raises Refused for trees deeper or larger than is read."""
        if len(self.open) >= self._limits.folder_depth:
            text = tr("Kml", "folders are nested more than {depth} deep.")
            raise refuse(
                self._label,
                text.format(depth=self._limits.folder_depth),
                line=line,
                hint=tr("Kml", "No map needs that; the file is damaged or made to do harm."),
            )
        if self._next >= self._limits.folders:
            raise refuse(self._label, tr("Kml", "there are more folders than are read."), line=line)
        folder = self._record(kind, self.open[-1] if self.open else None, line)
        folder.attributes = {key: value for key, value in attributes.items() if key != "id"}
        folder.kml_id = attributes.get("id", "")
        self.open.append(folder)
        return folder

    def push_root(self, line: int) -> Folder:
        """Open the root that the file left out: it closes with the folder inside it."""
        folder = self.push("kml", {}, line)
        self._implicit_root = folder.index
        return folder

    def pop(self) -> None:
        """Close the innermost folder."""
        self.open.pop()
        self.tags.pop()
        if len(self.open) == 1 and self.open[0].index == self._implicit_root:
            self.open.pop()

    def _record(self, kind: str, parent: Optional[Folder], line: int) -> Folder:
        position = 0
        if parent is not None:
            position = parent.count
            parent.count += 1
        index = self._next
        self._next += 1
        if index < len(self._folders):  # read again after a repair: the record was given out already
            folder = self._folders[index]
            folder.__init__(index, parent, kind, position, line)  # type: ignore[misc]
        else:
            folder = Folder(index, parent, kind, position, line)
            self._folders.append(folder)
        folder.document = self._document
        return folder
