# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""What the message bar asks after a crash: about edits, about drafts, about an atlas that is not open."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import Qgis
from qgis.PyQt.QtWidgets import QFileDialog

from ...core.i18n import tr
from ..messages import reported
from ..part import alive


class Offer:
    """The question about one journal in the message bar: restore, compare, discard."""

    def __init__(self, part: Any, left: Any) -> None:
        self._part = part
        self.context = part.context
        self._left = left
        self._item: Any = None

    def show(self) -> None:
        """Put it into the message bar."""
        part, left = self._part, self._left
        text = tr("RecoveryOffers", "Edits of {} were not saved: {}.").format(left.when, left.count)
        buttons = [
            (tr("RecoveryOffers", "Restore"), "restoreButton", self._restore),
            (tr("RecoveryOffers", "Compare…"), "compareButton", self._compare),
            (tr("RecoveryOffers", "Discard…"), "discardButton", self._discard),
        ]
        self._item = part.push(text, buttons, Qgis.MessageLevel.Warning)

    def drop(self) -> None:
        """Take it out of the message bar; the journal stays."""
        if alive(self._item):
            self.context.iface.messageBar().popWidget(self._item)
        self._item = None

    @reported
    def _restore(self, _checked: bool = False) -> None:
        self.drop()
        self._part.restore(self._left)

    @reported
    def _compare(self, _checked: bool = False) -> None:
        from ..dialogs.recovery_dialog import DISCARD, DROP, RESTORE, RESUME, RecoveryDialog

        window = self.context.iface.mainWindow()
        dialog = RecoveryDialog(self._left, self.context.open_atlas.atlas, window)
        answer = dialog.exec()
        draft = dialog.drafts.chosen() if answer in (RESUME, DROP) else None
        dialog.deleteLater()
        if answer == RESTORE:
            self._restore()
        elif answer == DISCARD:
            self._throw_away()
        elif draft is not None:
            self._part.settle_draft(draft, go_on=answer == RESUME)

    @reported
    def _discard(self, _checked: bool = False) -> None:
        from ..dialogs.recovery_dialog import confirm_discard

        if confirm_discard(self.context.iface.mainWindow(), self._left.when, str(self._how_many())):
            self._throw_away()

    def _how_many(self) -> int:
        return int(self._left.count)

    def _throw_away(self) -> None:
        from ...core.atlas.edits import journal

        self.drop()
        journal.forget_edits(self._left.path)


class Hint(Offer):
    """The word about a journal whose atlas is not open: open it, or choose where it is now."""

    def show(self) -> None:
        """Put it into the message bar."""
        part, left = self._part, self._left
        there = left.atlas_path.exists()
        words = tr("RecoveryOffers", "{} was edited and not saved ({}: {}).") if there else tr(
            "RecoveryOffers",
            "{}, which has moved or gone, was edited and not saved ({}: {}).")  # fmt: skip
        text = words.format(left.atlas_path.name, left.when, left.total)
        buttons = [
            (tr("RecoveryOffers", "Choose the file…"), "chooseLostButton", self._choose),
            (tr("RecoveryOffers", "Discard…"), "discardButton", self._discard),
        ]
        if there:
            buttons.insert(0, (tr("RecoveryOffers", "Open the atlas"), "openLostButton", self._open_it))
        self._item = part.push(text, buttons, Qgis.MessageLevel.Warning)

    def _open_it(self, _checked: bool = False) -> None:
        self._part.open_edited(self._left, self._left.atlas_path)

    def _choose(self, _checked: bool = False) -> None:
        window = self.context.iface.mainWindow()
        title = tr("RecoveryOffers", "Where is {} now?").format(self._left.atlas_path.name)
        path, _filter = QFileDialog.getOpenFileName(window, title, "", "City atlas (*.gpkg)")
        if path:
            self._part.open_edited(self._left, Path(path))

    def _how_many(self) -> int:
        return int(self._left.total)

    def _throw_away(self) -> None:
        from ...core.atlas.edits import journal

        self.drop()
        journal.remove(self._left.path)


class DraftOffer(Offer):
    """The question about a form or drawing that was open when QGIS ended: go on with it, or discard it."""

    def __init__(self, part: Any, left: Any, draft: Any) -> None:
        super().__init__(part, left)
        self.draft = draft

    def show(self) -> None:
        """Put it into the message bar."""
        part, draft = self._part, self.draft
        text = tr("RecoveryOffers", "“{}” of {} was not finished.").format(draft.title, draft.when)
        buttons = [
            (tr("RecoveryOffers", "Go on"), "resumeDraftButton", self.resume),
            (tr("RecoveryOffers", "Discard…"), "discardDraftButton", self.discard),
        ]
        self._item = part.push(text, buttons, Qgis.MessageLevel.Warning)

    def resume(self, _checked: bool = False) -> None:
        """Open it."""
        self._part.resume(self._left, self.draft, self._throw_away)

    @reported
    def discard(self, _checked: bool = False) -> None:
        """Throw it away, when the user is sure."""
        from ..dialogs.recovery_dialog import confirm_discard

        if confirm_discard(self.context.iface.mainWindow(), self.draft.when, self.draft.title):
            self._throw_away()

    def _throw_away(self) -> None:
        from ...core.atlas.edits import journal

        self.drop()
        self._left.drafts.remove(self.draft)
        journal.forget_draft(self._left.path, self.draft.kind)
