# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Rows that were changed by two at once: shown one by one, and settled as the user says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtCore import QTimer

from ...core.i18n import tr
from ..context import Context
from ..messages import reported
from ..saving import open_for_writing

if TYPE_CHECKING:
    from ...core.atlas.edits.edit_session import Conflict


class Conflicts:
    """What waits to be settled."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self._waiting: list[Conflict] = []

    def add(self, found: list[Conflict]) -> None:
        """Show these once QGIS has finished what it is doing."""
        self._waiting += found
        QTimer.singleShot(0, self._show)

    def clear(self) -> None:
        """Ask nothing more (the atlas is closed): mine are in the history."""
        self._waiting.clear()

    @reported
    def _show(self) -> None:
        waiting, self._waiting = self._waiting, []
        if not waiting:
            return
        from ..dialogs.conflict_dialog import ConflictDialog

        dialog = ConflictDialog(waiting, self.context.iface.mainWindow())
        dialog.decided.connect(self._decide)
        dialog.exec()
        dialog.deleteLater()

    @reported
    def _decide(self, conflict: Conflict, columns: list[str], remove: bool) -> None:
        from ...core.atlas.edits.edit_session import resolve

        atlas = open_for_writing(self.context)
        if atlas is not None and (columns or remove or conflict.theirs is None):
            batch = resolve(atlas, conflict, columns, remove=remove)
            self.context.steps.saved(batch, tr("Conflicts", "settle “{name}”").format(name=conflict.title))
