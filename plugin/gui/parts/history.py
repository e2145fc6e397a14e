# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The history window in the menu: who changed what and when, and the ways back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from ...core.errors import AtlasError
from ...core.i18n import tr
from ..context import Context
from ..messages import reported
from ..part import Part, alive
from ..saving import open_for_writing

if TYPE_CHECKING:
    from ...core.atlas.edits.history import Gone
    from ..dialogs.history_dialog import HistoryDialog


class HistoryPart(Part):
    """Shows the history of the selected site, or of the whole atlas, and takes steps back."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._window: Optional[HistoryDialog] = None

    def start(self) -> None:
        """Add the action."""
        self._action = self.action(
            "actionHistory",
            tr("HistoryPart", "History"),
            "mIconHistory.svg",
            self.show,
            tip=tr("HistoryPart", "Who changed what and when; of the selected site, or of all"),
            toolbar=False,
        )
        open_atlas = self.context.open_atlas
        self.connect(open_atlas.opened, self._refresh)
        self.connect(open_atlas.closing, self._close)
        self.connect(open_atlas.closed, self._refresh)
        self._refresh()

    def stop(self) -> None:
        """Close the window."""
        self._close()
        super().stop()

    def _refresh(self) -> None:
        self._action.setEnabled(self.context.open_atlas.atlas is not None)

    @property
    def window(self) -> Optional[HistoryDialog]:
        """The window while it is open."""
        return self._window if alive(self._window) else None

    def _close(self) -> None:
        if self.window is not None:
            self.window.close()

    @reported
    def show(self, _checked: bool = False) -> None:
        """Show the history of the selected site, or of the whole atlas."""
        layer = self.context.open_atlas.layer("sites")
        chosen = layer.selectedFeatures() if layer is not None else []
        self.of_site(chosen[0]["uuid"] if len(chosen) == 1 else "")

    def of_site(self, site_uuid: str = "") -> HistoryDialog:
        """Open the history window of a site, or of the whole atlas."""
        from ..dialogs.history_dialog import HistoryDialog

        atlas = self.context.open_atlas.atlas
        if atlas is None:
            raise AtlasError(
                tr("HistoryPart", "No atlas is open."), hint=tr("HistoryPart", "Open the atlas first.")
            )
        self._close()
        self._window = window = HistoryDialog(atlas, site_uuid, self.context.iface.mainWindow())
        window.restore_wanted.connect(self._restore_site)
        window.undo_wanted.connect(self._undo_batch)
        window.back_wanted.connect(self._bring_back)
        window.finished.connect(window.deleteLater)
        window.show()
        return window

    def _stepped(self, batch: str, title: str) -> None:
        self.context.steps.saved(batch, title)
        if self.window is not None:
            self.window.refill()

    @reported
    def _restore_site(self, site_uuid: str, number: int) -> None:
        from ...core.atlas.edits import history

        atlas = open_for_writing(self.context)
        if atlas is not None:
            batch = history.restore_site(atlas, site_uuid, number)
            self._stepped(batch, tr("HistoryPart", "restore a site"))

    @reported
    def _bring_back(self, gone: Gone) -> None:
        from ...core.atlas.edits import history

        atlas = open_for_writing(self.context)
        if atlas is not None:
            batch = history.bring_back(atlas, gone)
            self._stepped(batch, tr("HistoryPart", "bring back “{name}”").format(name=gone.name))

    @reported
    def _undo_batch(self, batch: str, action: str) -> None:
        from ...core.atlas.edits import history
        from ...core.atlas.edits.narration import action_in_words

        atlas = open_for_writing(self.context)
        if atlas is None:
            return
        if action in ("import", "merge", "import table"):
            from ...core.exchange.undo_import import undo_import

            undo_import(atlas, batch)
            self.context.open_atlas.show_saved()
            if self.window is not None:
                self.window.refill()
            return
        title = tr("HistoryPart", "undo “{action}”").format(action=action_in_words(action))
        self._stepped(history.revert(atlas, batch), title)
