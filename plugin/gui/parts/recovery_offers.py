# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""What the message bar asks after a crash: about edits, about drafts, about an atlas that is not open."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from qgis.PyQt.QtWidgets import QFileDialog

from ...core.i18n import tr
from ..context import Context
from ..messages import Answer, reported
from .files import file_filter

if TYPE_CHECKING:
    from ...core.atlas.edits.drafts import Draft
    from ...core.atlas.edits.journal import Left
    from .recovery import RecoveryPart


class Question(Protocol):
    """A question in the message bar."""

    def show(self) -> None:
        """Ask it."""

    def drop(self) -> None:
        """Take it back; the journal stays."""


class _Asked:
    """The item in the message bar of a question."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._item: Any = None

    def ask(self, text: str, answers: list[Answer]) -> None:
        self._item = self._context.messages.ask(text, answers)

    def drop(self) -> None:
        item, self._item = self._item, None
        self._context.messages.take_back(item)


def _sure(context: Context, when: str, what: str) -> bool:
    from ..dialogs.recovery_dialog import confirm_discard

    return confirm_discard(context.iface.mainWindow(), when, what)


class Offer:
    """The question about the edits of one journal: restore, compare, discard."""

    def __init__(self, part: RecoveryPart, left: Left) -> None:
        self._part, self._left = part, left
        self.context = part.context
        self._asked = _Asked(part.context)

    def show(self) -> None:
        """Put it into the message bar."""
        left = self._left
        text = tr("RecoveryOffers", "Edits of {time} were not saved: {number}.")
        answers: list[Answer] = [
            (tr("RecoveryOffers", "Restore"), "restoreButton", self._restore),
            (tr("RecoveryOffers", "Compare…"), "compareButton", self._compare),
            (tr("RecoveryOffers", "Discard…"), "discardButton", self._discard),
        ]
        self._asked.ask(text.format(time=left.when, number=left.count), answers)

    def drop(self) -> None:
        """Take it out of the message bar."""
        self._asked.drop()

    @reported
    def _restore(self, _checked: bool = False) -> None:
        self.drop()
        self._part.restore(self._left)

    @reported
    def _compare(self, _checked: bool = False) -> None:
        from ..dialogs.recovery_dialog import DISCARD, DROP, RESTORE, RESUME, RecoveryDialog

        atlas = self.context.open_atlas.atlas
        if atlas is None:
            return
        dialog = RecoveryDialog(self._left, atlas, self.context.iface.mainWindow())
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
        if _sure(self.context, self._left.when, str(self._left.count)):
            self._throw_away()

    def _throw_away(self) -> None:
        from ...core.atlas.edits import journal

        self.drop()
        journal.forget_edits(self._left.path)


class Hint:
    """The word about a journal whose atlas is not open: open it, or choose where it is now."""

    def __init__(self, part: RecoveryPart, left: Left) -> None:
        self._part, self._left = part, left
        self.context = part.context
        self._asked = _Asked(part.context)

    def show(self) -> None:
        """Put it into the message bar."""
        left = self._left
        answers: list[Answer] = [
            (tr("RecoveryOffers", "Choose the file…"), "chooseLostButton", self._choose),
            (tr("RecoveryOffers", "Discard…"), "discardButton", self._discard),
        ]
        text = tr(
            "RecoveryOffers", "{file}, which has moved or gone, was edited and not saved ({time}: {number})."
        )
        if left.atlas_path.exists():
            text = tr("RecoveryOffers", "{file} was edited and not saved ({time}: {number}).")
            answers.insert(0, (tr("RecoveryOffers", "Open the atlas"), "openLostButton", self._open_it))
        self._asked.ask(text.format(file=left.atlas_path.name, time=left.when, number=left.total), answers)

    def drop(self) -> None:
        """Take it out of the message bar."""
        self._asked.drop()

    def _open_it(self, _checked: bool = False) -> None:
        self._part.open_edited(self._left, self._left.atlas_path)

    @reported
    def _choose(self, _checked: bool = False) -> None:
        window = self.context.iface.mainWindow()
        title = tr("RecoveryOffers", "Where is {file} now?").format(file=self._left.atlas_path.name)
        path, _filter = QFileDialog.getOpenFileName(window, title, "", file_filter())
        if path:
            self._part.open_edited(self._left, Path(path))

    @reported
    def _discard(self, _checked: bool = False) -> None:
        from ...core.atlas.edits import journal

        if _sure(self.context, self._left.when, str(self._left.total)):
            self.drop()
            journal.remove(self._left.path)


class DraftOffer:
    """The question about a form or drawing that was open when QGIS ended: go on with it, or discard it."""

    def __init__(self, part: RecoveryPart, left: Left, draft: Draft) -> None:
        self._part, self._left = part, left
        self.draft = draft
        self.context = part.context
        self._asked = _Asked(part.context)

    def show(self) -> None:
        """Put it into the message bar."""
        text = tr("RecoveryOffers", "“{title}” of {time} was not finished.")
        answers: list[Answer] = [
            (tr("RecoveryOffers", "Go on"), "resumeDraftButton", self.resume),
            (tr("RecoveryOffers", "Discard…"), "discardDraftButton", self.discard),
        ]
        self._asked.ask(text.format(title=self.draft.title, time=self.draft.when), answers)

    def drop(self) -> None:
        """Take it out of the message bar."""
        self._asked.drop()

    def resume(self, _checked: bool = False) -> None:
        """Open it."""
        self._part.resume(self._left, self.draft, self._throw_away)

    @reported
    def discard(self, _checked: bool = False) -> None:
        """Throw it away, when the user is sure."""
        if _sure(self.context, self.draft.when, self.draft.title):
            self._throw_away()

    def _throw_away(self) -> None:
        from ...core.atlas.edits import journal

        self.drop()
        self._left.drafts.remove(self.draft)
        journal.forget_draft(self._left.path, self.draft.kind)
