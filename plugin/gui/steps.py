# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The saved steps of this session, undone and redone as whole gestures."""

from __future__ import annotations

from typing import Any, Callable, Optional

from qgis.PyQt.QtCore import QObject, pyqtSignal

from .open_atlas import OpenAtlas

MOST_STEPS = 200
WayBack = Callable[[Any, str], Any]
"""A step's own way back, called with atlas and batch, where the history is not enough."""


class Steps(QObject):
    """The undo stack of what is in the file.

    A step is a batch of the history; undoing one is a new batch, so nothing ever disappears from the file.
    """

    changed = pyqtSignal()
    """There is something else to undo or redo."""

    def __init__(self, open_atlas: OpenAtlas) -> None:
        super().__init__()
        self._open_atlas = open_atlas
        self._done: list[tuple[str, str, Optional[WayBack]]] = []
        self._undone: list[tuple[str, str]] = []

    def saved(self, batch: str, title: str, undo: Optional[WayBack] = None) -> None:
        """Show a step that was just saved everywhere, as one that can be undone."""
        self._done.append((batch, title, undo))
        del self._done[:-MOST_STEPS]
        self._undone.clear()
        self.changed.emit()
        self._open_atlas.show_saved()

    def clear(self) -> None:
        """Forget everything (the atlas was closed)."""
        self._done.clear()
        self._undone.clear()
        self.changed.emit()

    @property
    def undo_title(self) -> str:
        """What would be undone; empty: nothing."""
        return self._done[-1][1] if self._done else ""

    @property
    def redo_title(self) -> str:
        """What would be done again; empty: nothing."""
        return self._undone[-1][1] if self._undone else ""

    def undo(self, atlas: Any) -> Any:
        """Undo the last step and return what its own way back tells.  Raises ConflictError, step kept."""
        from ..core.atlas.edits import history

        batch, title, own = self._done[-1]
        told = None
        if own is not None:
            told = own(atlas, batch)
            self._undone.clear()
        else:
            self._undone.append((history.revert(atlas, batch, "undo"), title))
        self._done.pop()
        self.changed.emit()
        self._open_atlas.show_saved()
        return told

    def redo(self, atlas: Any) -> None:
        """Do the last undone step again.  Raises ConflictError, step kept."""
        from ..core.atlas.edits import history

        batch, title = self._undone[-1]
        done = history.revert(atlas, batch, "redo")
        self._undone.pop()
        self._done.append((done, title, None))
        self.changed.emit()
        self._open_atlas.show_saved()
