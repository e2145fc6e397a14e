# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""After a crash: what was not saved is offered again, and brought back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Callable, Optional, Protocol

from qgis.PyQt.QtCore import QTimer

from ...core.errors import AtlasError
from ...core.i18n import tr
from ..context import Context
from ..drafts import BROKEN
from ..messages import reported
from ..part import Part
from ..saving import open_for_writing
from .edit_sessions import journal_folder
from .recovery_offers import DraftOffer, Hint, Offer, Question

if TYPE_CHECKING:
    from ...core.atlas.edits.drafts import Draft
    from ...core.atlas.edits.journal import Left


class Resumer(Protocol):
    """Who goes on with drafts of a kind."""

    def resume(self, draft: Draft, resumed: Callable[[], None]) -> None:
        """Open the form, or take the tool; call ``resumed`` once the draft is kept anew."""


class RecoveryPart(Part):
    """Looks for journals of sessions that ended badly, and restores what the user wants restored."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._offers: list[Question] = []
        self._asked: Optional[Path] = None
        """The journal whose atlas the user has just chosen."""
        self._look = self._soon(self._look_for_lost)
        self._tell = self._soon(self._tell_of_lost)

    def _soon(self, slot: Callable[[], None]) -> QTimer:
        """Return a timer that calls when QGIS has finished what it is doing, unless the part is stopped."""
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(0)
        timer.timeout.connect(slot)
        return timer

    def start(self) -> None:
        """Look now, and whenever an atlas is opened."""
        open_atlas = self.context.open_atlas
        self.connect(open_atlas.opened, self._opened)
        self.connect(open_atlas.closing, self._drop_offers)
        if open_atlas.atlas is not None:
            self._opened()
        elif any(journal_folder().glob("*.journal")):
            self._tell.start()

    def stop(self) -> None:
        """Take the questions back; the journals stay."""
        for timer in (self._look, self._tell):
            timer.stop()
        self._drop_offers()
        super().stop()

    def _opened(self) -> None:
        self._look.start()

    # -- the questions -------------------------------------------------------------------------------

    @reported
    def _look_for_lost(self) -> None:
        from ...core.atlas.edits.journal import left_behind, read

        atlas = self.context.open_atlas.atlas
        if atlas is None or atlas.read_only:
            return
        self._drop_offers()
        found = left_behind(journal_folder(), atlas)
        asked, self._asked = self._asked, None
        if asked is not None and all(left.path != asked for left in found) and asked.exists():
            found += filter(None, [read(asked)])
        for left in found:
            self.offer(left)

    @reported
    def _tell_of_lost(self) -> None:
        """With no atlas open yet, say whose edits were not saved, and lead there."""
        from ...core.atlas.edits.journal import all_left_behind

        if self.context.open_atlas.atlas is None:
            self._ask(Hint(self, left) for left in all_left_behind(journal_folder()))

    def offer(self, left: Left) -> None:
        """Ask what shall become of a journal's edits and drafts in the open atlas."""
        self._tell_broken(left)
        self._ask(DraftOffer(self, left, draft) for draft in left.drafts)
        if left.count:
            self._ask([Offer(self, left)])

    def _ask(self, offers: Any) -> None:
        for offer in offers:
            self._offers.append(offer)
            offer.show()

    def _drop_offers(self) -> None:
        for offer in self._offers:
            offer.drop()
        self._offers.clear()

    def _tell_broken(self, left: Left) -> None:
        from ...core.atlas.edits.journal import put_broken_aside

        for text in put_broken_aside(left):
            self.context.messages.warning(text)

    # -- the answers ---------------------------------------------------------------------------------

    @reported
    def open_edited(self, left: Left, path: Path) -> None:
        """Open the atlas that a journal belongs to; its edits are offered there."""
        from ...core.atlas.store import store

        if store.open_atlas(path).uuid != left.header.get("atlas"):
            raise AtlasError(
                tr("RecoveryPart", "{file} is not the atlas that was edited.").format(file=path.name),
                hint=tr("RecoveryPart", "Choose the moved file, a copy or a backup of it."),
            )
        self._asked = left.path
        self.context.open_atlas.open(path)

    @reported
    def restore(self, left: Left) -> Any:
        """Bring a journal's edits back into the edit sessions and return the outcome."""
        from ...core.atlas.edits import journal
        from ...core.atlas.edits.edit_session import keep_apart
        from ...core.atlas.layers import recovery

        open_atlas = self.context.open_atlas
        journal.require_left(left.path)
        atlas = open_for_writing(self.context)
        if atlas is None:
            return None
        outcome = recovery.restore(left, atlas, {role: open_atlas.layer(role) for role in left.layers})
        journal.forget_edits(left.path)
        text = tr("RecoveryPart", "%n rows are back in the edit session, for you to save.", outcome.restored)
        if outcome.already_saved:
            text += " " + tr("RecoveryPart", "%n were saved already.", outcome.already_saved)
        self.context.messages.info(text)
        if outcome.conflicts:
            keep_apart(atlas, outcome.conflicts)
            self.context.sessions.conflict_desk.add(outcome.conflicts)
        return outcome

    def settle_draft(self, draft: Draft, *, go_on: bool) -> None:
        """Continue a draft that is offered, or discard it."""
        for offer in self._offers:
            if isinstance(offer, DraftOffer) and offer.draft is draft:
                (offer.resume if go_on else offer.discard)()

    @reported
    def resume(self, left: Left, draft: Draft, resumed: Callable[[], None]) -> None:
        """Open the form, or take the drawing tool, of a draft; ``resumed`` is called once it is kept anew."""
        from ...core.atlas.edits import journal

        journal.require_left(left.path)
        if open_for_writing(self.context) is None:
            return
        begun: list[bool] = []

        def once() -> None:
            begun.append(True)
            resumed()

        try:
            self._resumer(draft.kind).resume(draft, once)
        except BROKEN as error:
            if begun:  # something else, later on
                raise
            left.broken.append(journal.broken(draft, error))
            self._tell_broken(left)
            resumed()

    def _resumer(self, kind: str) -> Resumer:
        context = self.context
        if kind == "claim":
            return context.docks.measure.show().show_page("Claims")
        if kind == "tracing":
            return context.docks.historic.show().show_page("Trace")
        return context.site_entry if kind == "site" else context.shapes
