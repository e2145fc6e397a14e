# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""QGIS's edit sessions on the atlas: guarded, journaled, shown as steps; and a lost file saved anew."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, Callable, Optional

from qgis.core import Qgis, QgsApplication, QgsFeatureRequest, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QFileDialog

from ...core.errors import AtlasError, Level
from ...core.i18n import tr
from ..background import alongside
from ..context import Context
from ..messages import reported
from ..part import Part, alive
from .conflicts import Conflicts
from .files import file_filter

if TYPE_CHECKING:
    from ...core.atlas.edits.edit_session import Conflict
    from ...core.atlas.edits.journal import Journal
    from ...core.atlas.layers.edit_guard import LayerWatch
    from ...core.atlas.store.open_file import Anchor
    from ...core.atlas.store.store import Atlas

LATEST = 100_000
"""A batch just written is among so many rows at the end of the history, which has no index of batches."""


def journal_folder() -> Path:
    """Return where the journals lie: in the profile, never beside the atlas."""
    return Path(QgsApplication.qgisSettingsDirPath()) / "dprk_city_atlas" / "journal"


class EditSessionsPart(Part):
    """Guards the edit sessions of the atlas's layers (it is the listener of every ``LayerWatch``)."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.conflict_desk = Conflicts(context)
        self._journal: Optional[Journal] = None
        self._watches: dict[str, LayerWatch] = {}
        self._told: set[str] = set()
        self._anchor: Optional[Anchor] = None

    # -- start and stop ------------------------------------------------------------------------------

    def start(self) -> None:
        """Watch what is open."""
        open_atlas = self.context.open_atlas
        self.connect(open_atlas.opened, self._opened)
        self.connect(open_atlas.closing, self._let_go)
        self.connect(open_atlas.changed, self._changed)
        self.connect(QgsProject.instance().layersWillBeRemoved, self._layers_go)
        self._opened()

    def stop(self) -> None:
        """Let go of everything; unsaved edits stay in the journal."""
        self._let_go()
        super().stop()

    @reported
    def _opened(self) -> None:
        atlas = self.context.open_atlas.atlas
        if atlas is None or atlas.read_only:
            return
        from ...core.atlas.edits.journal import Journal
        from ...core.atlas.layers.edit_guard import LayerWatch
        from ...core.atlas.layers.layer_roles import role_of
        from ...core.atlas.store.open_file import Anchor

        self._journal = Journal(journal_folder(), atlas)
        self.context.drafts.use(self._journal)
        # If somebody deletes or replaces the file, it can still be saved anew.
        self._anchor = Anchor(atlas)
        for layer in self.context.open_atlas.layers():
            role = role_of(layer)
            if not layer.readOnly() and role in _roles():
                watch = LayerWatch(layer, role, atlas, self._journal, self, self._run)
                watch.start()
                self._watches[layer.id()] = watch

    def _let_go(self) -> None:
        for watch in self._watches.values():
            if alive(watch.layer):
                watch.stop()
        self._watches.clear()
        self._told.clear()
        self.conflict_desk.clear()
        self.context.drafts.use(None)
        if self._journal is not None:
            self._journal.close()
            self._journal = None
        if self._anchor is not None:
            self._anchor.close()
            self._anchor = None

    def _layers_go(self, ids: list[str]) -> None:
        for layer_id in ids:
            watch = self._watches.pop(layer_id, None)
            if watch is not None and alive(watch.layer):
                watch.stop()

    def _changed(self) -> None:
        for watch in self._watches.values():
            if alive(watch.layer):
                watch.refresh()

    def _run(self, work: Callable[[], Any]) -> Any:
        text = tr("EditSessionsPart", "The atlas is being saved…")
        return alongside(work, text, self.context.iface.mainWindow())

    # -- the watches tell ----------------------------------------------------------------------------

    def saved(self, watch: LayerWatch) -> None:
        """Show what was saved, and let it be undone as one step."""
        if not watch.last_batch or self._journal is None:
            self.context.open_atlas.show_saved()
            return
        _tell_added(watch.atlas, watch.layer, watch.table, watch.last_batch)
        self._journal.clear(watch.role)  # to the watch they look like edits
        title = tr("EditSessionsPart", "edits in “{layer}”").format(layer=watch.layer.name())
        self.context.steps.saved(watch.last_batch, title)

    def failed(self, _watch: Optional[LayerWatch], error: Exception) -> None:
        """Tell an error, the same one only once."""
        if str(error) not in self._told:
            self._told.add(str(error))
            self.context.messages.error(error)

    def lost(self, _watch: LayerWatch, error: Exception) -> None:
        """The file is gone: say so, with a way to save everything anew."""
        self.context.messages.log(str(error), Qgis.MessageLevel.Critical)
        # QGIS has its own message coming, which would hide this one.
        QTimer.singleShot(0, self._tell_of_the_lost_file)

    def conflicts(self, _watch: LayerWatch, found: list[Conflict]) -> None:
        """Show both versions once QGIS has finished its save."""
        self.conflict_desk.add(found)

    def accuracy(self) -> float:
        """Propose the accuracy of a point set by hand at the map's scale."""
        from ...core.atlas.edits.gestures import proposed_accuracy

        return proposed_accuracy(self.context.iface.mapCanvas().scale())

    def bounds(self, begin: Optional[str], end: Optional[str]) -> dict[str, Optional[str]]:
        """Read the dates that were typed."""
        from ...core.dates import bounds_of

        return bounds_of(begin, end)

    # -- a lost file ---------------------------------------------------------------------------------

    @reported
    def _tell_of_the_lost_file(self) -> None:
        atlas = self.context.open_atlas.atlas
        if atlas is None:
            return
        text = tr(
            "EditSessionsPart", "{file} was deleted or replaced: nothing was saved. Your edits are kept."
        )
        answer = (tr("EditSessionsPart", "Save to a new file…"), "saveAnewButton", self._save_anew)
        self.context.messages.ask(text.format(file=atlas.path.name), [answer], Level.CRITICAL)

    @reported
    def _save_anew(self, _checked: bool = False) -> None:
        path, _filter = QFileDialog.getSaveFileName(
            self.context.iface.mainWindow(),
            tr("EditSessionsPart", "Save to a new file"),
            "",
            file_filter(),
        )
        if path:
            target = Path(path)
            self.save_anew(target if target.suffix else target.with_suffix(".gpkg"))

    def save_anew(self, target: Path) -> None:
        """Write the atlas as it was last saved to a new file, go on there, and bring the edits back."""
        from ...core.atlas.edits import journal

        if self._anchor is None or self._journal is None:
            raise AtlasError(
                tr("EditSessionsPart", "No atlas is open for writing."),
                hint=tr("EditSessionsPart", "Open one first."),
            )
        self._anchor.copy_to(target)
        old = self._journal.path
        self._discard_sessions()
        self.context.open_atlas.open(target)
        left = journal.read(old) if old.exists() else None
        if left is not None and left.count:
            self.context.recovery.restore(left)

    def _discard_sessions(self) -> None:
        """End edit sessions without their rollback emptying the journal."""
        watches = list(self._watches.values())
        for watch in watches:
            watch.stop()
        self._watches.clear()
        for watch in watches:
            if watch.layer.isEditable():
                watch.layer.rollBack()


def _roles() -> frozenset[str]:
    """Return the roles whose tables the atlas's model knows."""
    from ...core.atlas.layers.layer_roles import BY_ROLE
    from ...core.atlas.model import BY_TABLE

    return frozenset(role for role, spec in BY_ROLE.items() if spec.table in BY_TABLE and role != "history")


def _tell_added(atlas: Atlas, layer: QgsVectorLayer, table: str, batch: str) -> None:
    """Say of what an edit session added, as QGIS does after a save: which rows they are now.

    The rows were written with everything else in one transaction, so QGIS did not add them itself, and open
    attribute tables, snapping and docks would miss them.
    """
    from ...core.atlas.store.quoting import sql

    query = sql(
        "SELECT t.fid FROM history h JOIN {table} t ON t.uuid = h.row_uuid "
        "WHERE h.fid > (SELECT max(fid) FROM history) - ? "
        "AND h.batch = ? AND h.table_name = ? AND h.action = 'insert'",
        table=table,
    )
    fids = [fid for (fid,) in atlas.backend.select(query, (LATEST, batch, table))]
    features = list(layer.getFeatures(QgsFeatureRequest().setFilterFids(fids))) if fids else []
    if features:
        layer.committedFeaturesAdded.emit(layer.id(), features)
        for feature in features if layer.isEditable() else []:
            layer.featureAdded.emit(feature.id())
