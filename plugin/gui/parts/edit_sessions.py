# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Nothing is lost: edit sessions are journaled and checked, crashed ones offered again, history shown."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Callable, Optional

from qgis.core import Qgis, QgsApplication, QgsProject
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QFileDialog, QPushButton

from ...core.errors import AtlasError
from ...core.i18n import tr
from ..background import alongside
from ..context import Context
from ..drafts import BROKEN
from ..messages import TAG, reported
from ..part import Part, alive
from ..saving import open_for_writing, tell_added
from .recovery_offers import DraftOffer, Hint, Offer


class JournalPart(Part):
    """Guards the edit sessions of the atlas's layers (it is the listener of every ``LayerWatch``)."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._journal: Any = None
        self._watches: dict[str, Any] = {}
        self._waiting: list[Any] = []
        self._offers: list[Any] = []
        self._told: set[str] = set()
        self._anchor: Any = None
        self._window: Any = None
        self._asked: Optional[Path] = None
        """The journal whose atlas the user has just chosen."""

    # -- start and stop ------------------------------------------------------------------------------

    def start(self) -> None:
        """Add the action and watch what is open."""
        self._action = self.action(
            "actionHistory",
            tr("JournalPart", "History"),
            "mIconHistory.svg",
            self.show_history,
            tip=tr("JournalPart", "Who changed what and when; of the selected site, or of all"),
            toolbar=False,
        )
        session = self.context.open_atlas
        self.connect(session.opened, self._opened)
        self.connect(session.closing, self._let_go)
        self.connect(session.closed, self._closed)
        self.connect(session.changed, self._changed)
        self.connect(QgsProject.instance().layersWillBeRemoved, self._layers_go)
        self._action.setEnabled(session.atlas is not None)
        if session.atlas is not None:
            self._opened()
        elif any(self.folder().glob("*.journal")):
            QTimer.singleShot(0, self._tell_of_lost)

    def stop(self) -> None:
        """Let go of everything; unsaved edits stay in the journal."""
        self._let_go()
        super().stop()

    @staticmethod
    def folder() -> Path:
        """Return where the journals lie: in the profile, never beside the atlas."""
        return Path(QgsApplication.qgisSettingsDirPath()) / "dprk_city_atlas" / "journal"

    @reported
    def _opened(self) -> None:
        from ...core.atlas.edits.journal import Journal
        from ...core.atlas.layers.edit_guard import LayerWatch
        from ...core.atlas.layers.layer_roles import role_of
        from ...core.atlas.store.open_file import Anchor

        atlas: Any = self.context.open_atlas.atlas
        self._action.setEnabled(True)
        if atlas.read_only:
            return
        self._journal = Journal(self.folder(), atlas)
        # If somebody deletes or replaces the file, it can still be saved anew.
        self._anchor = Anchor(atlas)
        for layer in self.context.open_atlas.layers():
            role = role_of(layer)
            if not layer.readOnly() and role in _roles():
                watch = LayerWatch(layer, role, atlas, self._journal, self, self._run)
                watch.start()
                self._watches[layer.id()] = watch
        QTimer.singleShot(0, self._look_for_lost)

    def _let_go(self) -> None:
        for watch in self._watches.values():
            if alive(watch.layer):
                watch.stop()
        self._watches.clear()
        self._waiting.clear()
        self._told.clear()
        if self._journal is not None:
            self._journal.close()
            self._journal = None
        if self._anchor is not None:
            self._anchor.close()
            self._anchor = None
        if alive(self._window):
            self._window.close()
        self._drop_offers()

    def _closed(self) -> None:
        self._action.setEnabled(False)

    def _layers_go(self, ids: list[str]) -> None:
        for layer_id in ids:
            watch = self._watches.pop(layer_id, None)
            if watch is not None and alive(watch.layer):
                watch.stop()

    def _changed(self) -> None:
        for watch in self._watches.values():
            if alive(watch.layer):
                watch.refresh()

    def _run(self, work: Any) -> Any:
        return alongside(
            work, tr("JournalPart", "The atlas is being saved…"), self.context.iface.mainWindow()
        )

    # -- the watches tell ----------------------------------------------------------------------------

    def saved(self, watch: Any) -> None:
        """Show what was saved, and let it be undone as one step."""
        if watch.last_batch:
            tell_added(watch.atlas, watch.layer, watch.table, watch.last_batch)
            self._journal.clear(watch.role)  # to the watch they look like edits
            self.context.steps.saved(
                watch.last_batch, tr("JournalPart", "edits in “{}”").format(watch.layer.name())
            )
        else:
            self.context.open_atlas.show_saved()

    def failed(self, watch: Any, error: Exception) -> None:
        """Tell an error, the same one only once."""
        if str(error) not in self._told:
            self._told.add(str(error))
            self.context.messages.error(error)

    def lost(self, watch: Any, error: Exception) -> None:
        """The file is gone: say so, with a way to save everything anew."""
        self.context.messages.log(str(error), Qgis.MessageLevel.Critical)
        # QGIS has its own message coming, which would hide this one.
        QTimer.singleShot(0, self._tell_of_the_lost_file)

    @reported
    def _tell_of_the_lost_file(self) -> None:
        atlas = self.context.open_atlas.atlas
        if atlas is None:
            return
        self.push(
            tr("JournalPart", "{} was deleted or replaced: nothing was saved. Your edits are kept.").format(
                atlas.path.name
            ),
            [(tr("JournalPart", "Save to a new file…"), "saveAnewButton", self._save_anew)],
            Qgis.MessageLevel.Critical,
        )

    def keep_draft(self, kind: str, title: str, state: dict[str, Any]) -> None:
        """Keep what is typed in a form, or drawn, in case QGIS ends before it is saved."""
        self._with_journal(lambda book: book.draft(kind, title, state))

    def drop_draft(self, kind: str) -> None:
        """A form or drawing is saved, or given up."""
        self._with_journal(lambda book: book.no_draft(kind))

    def _with_journal(self, act: Any) -> None:
        if self._journal is None:
            return
        try:
            act(self._journal)
        except AtlasError as error:
            self.failed(None, error)

    def accuracy(self) -> float:
        """Propose the accuracy of a point set by hand at the map's scale."""
        from ...core.atlas.edits.gestures import proposed_accuracy

        return proposed_accuracy(self.context.iface.mapCanvas().scale())

    def bounds(self, begin: Optional[str], end: Optional[str]) -> dict[str, Optional[str]]:
        """Read the dates that were typed."""
        from ...core.dates import bounds_of

        return bounds_of(begin, end)

    def conflicts(self, watch: Any, found: list[Any]) -> None:
        """Show both versions once QGIS has finished its save."""
        self._waiting += found
        QTimer.singleShot(0, self._show_conflicts)

    @reported
    def _show_conflicts(self) -> None:
        waiting, self._waiting = self._waiting, []
        if not waiting:
            return
        from ..dialogs.conflict_dialog import ConflictDialog

        dialog = ConflictDialog(waiting, self.context.iface.mainWindow())
        dialog.decided.connect(self._decide)
        dialog.exec()
        dialog.deleteLater()

    @reported
    def _decide(self, conflict: Any, columns: list[str], remove: bool) -> None:
        from ...core.atlas.edits.edit_session import resolve

        atlas = open_for_writing(self.context)
        if atlas is not None and (columns or remove or conflict.theirs is None):
            batch = resolve(atlas, conflict, columns, remove=remove)
            self._stepped(batch, tr("JournalPart", "settle “{}”").format(conflict.title))

    # -- after a crash -------------------------------------------------------------------------------

    @reported
    def _look_for_lost(self) -> None:
        from ...core.atlas.edits.journal import left_behind, read

        atlas = self.context.open_atlas.atlas
        if atlas is None or self._journal is None:
            return
        self._drop_offers()
        found = left_behind(self.folder(), atlas)
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
            for left in all_left_behind(self.folder()):
                offer = Hint(self, left)
                self._offers.append(offer)
                offer.show()

    def offer(self, left: Any) -> None:
        """Ask what shall become of a journal's edits and drafts in the open atlas."""
        self._tell_broken(left)
        offers: list[Any] = [DraftOffer(self, left, draft) for draft in left.drafts]
        if left.count:
            offers.append(Offer(self, left))
        self._offers += offers
        for offer in offers:
            offer.show()

    def settle_draft(self, draft: Any, *, go_on: bool) -> None:
        """Continue a draft that is offered, or discard it."""
        for offer in self._offers:
            if isinstance(offer, DraftOffer) and offer.draft is draft:
                (offer.resume if go_on else offer.discard)()

    def _drop_offers(self) -> None:
        for offer in self._offers:
            offer.drop()
        self._offers.clear()

    @reported
    def open_edited(self, left: Any, path: Path) -> None:
        """Open the atlas that a journal belongs to; its edits are offered there."""
        from ...core.atlas.store import store

        if store.open_atlas(path).uuid != left.header.get("atlas"):
            raise AtlasError(
                f"{path.name} is not the atlas that was edited.",
                hint="Choose the moved file, a copy or a backup of it.",
            )
        self._asked = left.path
        self.context.open_atlas.open(path)

    @reported
    def restore(self, left: Any) -> Any:
        """Bring a journal's edits back into the edit sessions and return the outcome."""
        from ...core.atlas.edits import journal
        from ...core.atlas.layers import recovery

        session = self.context.open_atlas
        journal.require_left(left.path)
        atlas = open_for_writing(self.context)
        if atlas is None:
            return None
        outcome = recovery.restore(left, atlas, {role: session.layer(role) for role in left.layers})
        journal.forget_edits(left.path)
        text = tr("JournalPart", "Rows back in the edit session, for you to save: {}.").format(
            outcome.restored
        )
        if outcome.already_saved:
            text += " " + tr("JournalPart", "Saved already: {}.").format(outcome.already_saved)
        self.context.messages.info(text)
        if outcome.conflicts:
            from ...core.atlas.edits.edit_session import keep_apart

            keep_apart(atlas, outcome.conflicts)
            self._waiting += outcome.conflicts
            QTimer.singleShot(0, self._show_conflicts)
        return outcome

    @reported
    def _save_anew(self, _checked: bool = False) -> None:
        path, _filter = QFileDialog.getSaveFileName(
            self.context.iface.mainWindow(),
            tr("JournalPart", "Save to a new file"),
            "",
            "City atlas (*.gpkg)",
        )
        if path:
            target = Path(path)
            self.save_anew(target if target.suffix else target.with_suffix(".gpkg"))

    def save_anew(self, target: Path) -> None:
        """Write the atlas as it was last saved to a new file, go on there, and bring the edits back."""
        from ...core.atlas.edits import journal

        if self._anchor is None or self._journal is None:
            raise AtlasError("No atlas is open.", hint="Open one first.")
        self._anchor.copy_to(target)
        old = self._journal.path
        self._discard_sessions()
        self.context.open_atlas.open(target)
        left = journal.read(old) if old.exists() else None
        if left is not None and left.count:
            self.restore(left)

    def _discard_sessions(self) -> None:
        """End edit sessions without their rollback emptying the journal."""
        watches = list(self._watches.values())
        for watch in watches:
            watch.stop()
        self._watches.clear()
        for watch in watches:
            if watch.layer.isEditable():
                watch.layer.rollBack()

    # -- history -------------------------------------------------------------------------------------

    @reported
    def show_history(self, _checked: bool = False) -> None:
        """Show the history of the selected site, or of the whole atlas."""
        layer = self.context.open_atlas.layer("sites")
        chosen = layer.selectedFeatures() if layer is not None else []
        self.history_of(chosen[0]["uuid"] if len(chosen) == 1 else "")

    def history_of(self, site_uuid: str = "") -> Any:
        """Open the history window of a site, or of the whole atlas."""
        from ..dialogs.history_dialog import HistoryDialog

        if self.context.open_atlas.atlas is None:
            raise AtlasError("No atlas is open.", hint="Open one first.")
        if alive(self._window):
            self._window.close()
        self._window = HistoryDialog(
            self.context.open_atlas.atlas, site_uuid, self.context.iface.mainWindow()
        )
        self._window.restore_wanted.connect(self._restore_site)
        self._window.undo_wanted.connect(self._undo_batch)
        self._window.back_wanted.connect(self._bring_back)
        self._window.finished.connect(self._window.deleteLater)
        self._window.show()
        return self._window

    @reported
    def _restore_site(self, site_uuid: str, number: int) -> None:
        from ...core.atlas.edits import history

        atlas = open_for_writing(self.context)
        if atlas is not None:
            batch = history.restore_site(atlas, site_uuid, number)
            self._stepped(batch, tr("JournalPart", "restore a site"))

    @reported
    def _bring_back(self, gone: Any) -> None:
        from ...core.atlas.edits import history

        atlas = open_for_writing(self.context)
        if atlas is not None:
            self._stepped(
                history.bring_back(atlas, gone), tr("JournalPart", "bring back “{}”").format(gone.name)
            )

    @reported
    def _undo_batch(self, batch: str, action: str) -> None:
        from ...core.atlas.edits import history

        atlas = open_for_writing(self.context)
        if atlas is None:
            return
        if action in ("import", "merge", "import table"):
            from ...core.exchange.undo_import import undo_import

            undo_import(atlas, batch)
            self.context.open_atlas.show_saved()
            self._window.refill()
            return
        self._stepped(history.revert(atlas, batch), tr("JournalPart", "undo “{}”").format(action))

    def _stepped(self, batch: str, title: str) -> None:
        self.context.steps.saved(batch, title)
        if alive(self._window):
            self._window.refill()

    # -- offers --------------------------------------------------------------------------------------

    @reported
    def resume(self, left: Any, draft: Any, resumed: Callable[[], None]) -> None:
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

    def _resumer(self, kind: str) -> Any:
        """Return who goes on with drafts of a kind."""
        if kind == "claim":
            return self.context.docks.measure.show().show_page("Claims")
        if kind == "tracing":
            return self.context.docks.historic.show().show_page("Trace")
        return self.context.edit

    def _tell_broken(self, left: Any) -> None:
        from ...core.atlas.edits.journal import put_broken_aside

        for text in put_broken_aside(left):
            self.context.messages.warning(text)

    def push(self, text: str, buttons: list[tuple[str, str, Any]], level: Any) -> Any:
        """Show a message that stays, with buttons; returns the item."""
        bar = self.context.iface.messageBar()
        item = bar.createMessage(TAG, text)
        for title, name, slot in buttons:
            button = QPushButton(title, item)
            button.setObjectName(name)
            button.clicked.connect(slot)
            item.layout().addWidget(button)
        bar.pushWidget(item, level, 0)
        self.context.messages.log(text, level)
        return item


def _roles() -> frozenset[str]:
    """Return the roles whose tables the atlas's model knows."""
    from ...core.atlas.layers.layer_roles import BY_ROLE
    from ...core.atlas.model import BY_TABLE

    return frozenset(role for role, spec in BY_ROLE.items() if spec.table in BY_TABLE and role != "history")
