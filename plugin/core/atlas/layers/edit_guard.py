# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Watches one layer's edit session: journals every edit, checks versions before a save, verifies after."""

from __future__ import annotations

from functools import partial
from typing import Any, Callable, Optional, Protocol

from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsVectorLayer,
    QgsVectorLayerUndoCommandDeleteFeature,
)
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QTimer

from ....compat import allow_commit
from ...errors import AtlasError, BusyError, FileGoneError
from ...i18n import tr
from ..edits import history
from ..edits.edit_session import Conflict, absorb, keep_apart, save
from ..edits.journal import Journal
from ..model import BY_TABLE, Record, new_uuid
from ..store.geopackage import patiently
from ..store.open_file import set_log_aside
from ..store.quoting import sql
from ..store.rows import plain
from ..store.store import Atlas, ConflictError, replace
from .edit_values import fitting, holds, wkb_of, wkt_of
from .layer_roles import BY_ROLE
from .recovery import replay

LOCK_SECONDS = 60.0
"""How long a save waits, the window alive, for another program that writes to the file.  After that QGIS
itself waits 5 s for its own connection, with the window standing still."""
FIXED = ("uuid", "row_version")
UUID_LENGTH = 36
SNAPSHOT_ROWS = 300_000
"""Up to so many rows the versions of all are read when editing starts, beyond that at the first edit."""


class Listener(Protocol):
    """Who is told."""

    def saved(self, watch: LayerWatch) -> None:
        """QGIS saved the layer, and what depends on it was settled."""

    def lost(self, watch: LayerWatch, error: Exception) -> None:
        """The file is gone: QGIS believes that it saved; the edits are in the journal."""

    def conflicts(self, watch: LayerWatch, found: list[Conflict]) -> None:
        """Rows were changed by somebody else meanwhile; theirs stand, mine are in the history."""

    def failed(self, watch: LayerWatch, error: Exception) -> None:
        """Something was not saved, or could not be journaled."""

    def accuracy(self) -> float:
        """Propose the accuracy of a point set by hand, in metres."""

    def bounds(self, begin: Optional[str], end: Optional[str]) -> dict[str, Optional[str]]:
        """Return the bounds of two dates as typed, by the names of their columns."""


def _at_once(work: Callable[[], Any]) -> Any:
    return work()


class LayerWatch:
    """The guard of one layer.  ``start`` connects, ``stop`` lets go."""

    def __init__(
        self,
        layer: QgsVectorLayer,
        role: str,
        atlas: Atlas,
        journal: Journal,
        listener: Any,
        run: Callable[[Callable[[], Any]], Any] = _at_once,
    ) -> None:
        """``run(work)`` does longer work on plain data and gives its result (the window: in a thread)."""
        self.layer = layer
        self.role = role
        self.atlas = atlas
        self.table = BY_ROLE[role].table
        self._record: type[Record] = BY_TABLE[self.table]
        self._journal = journal
        self._listener: Listener = listener
        self._run = run
        self._versions: dict[int, tuple[str, int]] = {}
        self._touched: set[int] = set()
        self._names: list[str] = []
        self._saving: Optional[_Saving] = None
        self._lost_file = False
        self.last_batch = ""
        """The history batch of the last save."""

    def _pairs(self) -> list[tuple[Any, Any]]:
        layer = self.layer
        return [
            (layer.editingStarted, self._started), (layer.editingStopped, self._stopped),
            (layer.attributeValueChanged, self._attribute), (layer.geometryChanged, self._geometry),
            (layer.featureAdded, self._added), (layer.featureDeleted, self._deleted),
            (layer.beforeCommitChanges, self._before_commit), (layer.afterCommitChanges, self._after_commit),
            (layer.afterRollBack, self._rolled_back), (layer.updatedFields, self._read_names),
            (layer.beforeCommitChanges, self._take_out), (layer.beforeRollBack, self._before_roll_back),
        ]  # fmt: skip

    def start(self) -> None:
        """Connect to the layer."""
        for signal, slot in self._pairs():
            signal.connect(slot)
        if self.layer.isEditable():
            self._started()
            self._rejournal()

    def stop(self) -> None:
        """Let go of the layer (it must still be there)."""
        for signal, slot in self._pairs():
            signal.disconnect(slot)

    # -- journal -------------------------------------------------------------------------------------

    def _started(self) -> None:
        # After everybody else who looks at the edit buffer before a save, for it takes everything out.
        self.layer.beforeCommitChanges.disconnect(self._take_out)
        self.layer.beforeCommitChanges.connect(self._take_out)
        self._touched.clear()
        self._versions.clear()
        self._read_names()
        try:
            self.atlas.require_same_file()
            self._run(self._snapshot)
        except AtlasError as error:
            self._listener.failed(self, error)

    def _read_names(self) -> None:
        self._names = [field.name() for field in self.layer.fields()]

    def refresh(self) -> None:
        """The plugin itself saved rows: take the new versions of those not being edited."""
        if self.layer.isEditable():
            kept = {fid: self._versions[fid] for fid in self._touched if fid in self._versions}
            self._run(self._snapshot)
            self._versions.update(kept)

    def _snapshot(self) -> None:
        query = sql("SELECT fid, uuid, row_version FROM {table} LIMIT ?", table=self.table)
        rows = self.atlas.backend.select(query, (SNAPSHOT_ROWS,))
        self._versions = {fid: (uuid, version) for fid, uuid, version in rows}

    def _identity(self, fid: int) -> tuple[str, int]:
        """Return identifier and version of a row as they were when editing started."""
        if fid not in self._versions:
            query = sql("SELECT uuid, row_version FROM {table} WHERE fid = ?", table=self.table)
            found = self.atlas.backend.select(query, (fid,))
            self._versions[fid] = found[0] if found else ("", 0)
        return self._versions[fid]

    def _note(self, method: str, fid: int, *values: Any) -> None:
        if self._saving is not None:
            return
        try:
            uuid, version = self._identity(fid) if fid >= 0 else ("", 0)
            self._touched.add(fid)
            getattr(self._journal, method)(self.role, fid, uuid, version, *values)
        except AtlasError as error:
            self._listener.failed(self, error)

    def _attribute(self, fid: int, index: int, value: Any) -> None:
        self._note("attribute", fid, self._names[index], plain(value))

    def _geometry(self, fid: int, geometry: QgsGeometry) -> None:
        self._note("geometry", fid, wkb_of(geometry))

    def _deleted(self, fid: int) -> None:
        self._note("removed", fid)

    def _added(self, fid: int) -> None:
        if self._saving is not None:
            return
        try:
            if fid >= 0:  # the deletion of a saved feature was undone
                self._journal.returned(self.role, fid)
                return
            feature = self.layer.editBuffer().addedFeatures().get(fid) or self.layer.getFeature(fid)
            values = self._values(feature)
            self._journal.added(self.role, fid, values.get("uuid") or "", values, wkb_of(feature.geometry()))
        except AtlasError as error:
            self._listener.failed(self, error)

    def _values(self, feature: QgsFeature) -> dict[str, Any]:
        names = [field.name() for field in self.layer.fields()]
        values = {name: plain(value) for name, value in zip(names, feature.attributes()) if name != "fid"}
        return {name: value for name, value in values.items() if value is not None}

    def _before_roll_back(self) -> None:
        set_log_aside(self.atlas)  # QGIS opens the file anew

    def _rolled_back(self) -> None:
        if self._lost_file:  # QGIS lets go of edits that never reached a file: the journal keeps them
            return
        self._journal.clear(self.role)
        self._touched.clear()

    def _stopped(self) -> None:
        self._versions.clear()
        self._touched.clear()

    def _rejournal(self) -> None:
        """Write the edit buffer down anew (after a save that failed in part)."""
        buffer = self.layer.editBuffer()
        self._journal.clear(self.role)
        for fid, values in buffer.changedAttributeValues().items():
            for index, value in values.items():
                self._attribute(fid, index, value)
        for fid, geometry in buffer.changedGeometries().items():
            self._geometry(fid, geometry)
        for fid in buffer.addedFeatures():
            self._added(fid)
        for fid in buffer.deletedFeatureIds():
            self._deleted(fid)

    # -- saving --------------------------------------------------------------------------------------

    def _before_commit(self, _stop: bool = False) -> None:
        self._lost_file = False
        allow_commit(self.layer, True)
        saving = self._saving = _Saving(self)
        try:
            self.atlas.require_same_file()
            saving.save()
        except AtlasError as error:
            # QGIS would write what it can, into whatever file has the name by now: it must write nothing.
            saving.refused = error
            self._lost_file = isinstance(error, FileGoneError)
            if self._lost_file:
                set_log_aside(self.atlas)
            allow_commit(self.layer, False)
        # A save that fails ends without a signal: look again when QGIS is back in its event loop.
        QTimer.singleShot(0, partial(self._commit_failed, saving))

    def _take_out(self, _stop: bool = False) -> None:
        """Leave QGIS nothing to write: it is in the file, or must not get there; the journal has it all."""
        if self._saving is not None:
            self._saving.take_out()

    def _after_commit(self) -> None:
        saving, self._saving = self._saving, None
        if saving is None:
            return
        if saving.refused is not None:  # this QGIS knows no veto: it "saved" an edit buffer that was empty
            QTimer.singleShot(0, partial(self._refused, saving))
            return
        try:
            saving.finish()
        except AtlasError as error:
            self._listener.failed(self, error)
            return
        self._settled(saving)

    def _settled(self, saving: _Saving) -> None:
        """Tell of a save: whatever goes wrong after it is told besides, and never instead."""
        problems = [self._attempt(partial(self._journal.clear, self.role)), saving.problem]
        self._touched.clear()
        self._versions.clear()
        if self.layer.isEditable():
            problems.append(self._attempt(partial(self._run, self._snapshot)))
        if saving.conflicts:
            self._listener.conflicts(self, saving.conflicts)
        self._listener.saved(self)
        for problem in problems:
            if problem is not None:
                self._listener.failed(self, problem)

    @staticmethod
    def _attempt(work: Callable[[], Any]) -> Optional[AtlasError]:
        try:
            work()
        except AtlasError as error:
            return error
        return None

    def _commit_failed(self, saving: _Saving) -> None:
        if self._saving is not saving:  # it did not fail, or the next save has begun
            return
        self._saving = None
        if saving.refused is not None:
            self._refused(saving)
            return
        if saving.batch:  # all of it is in the file: only QGIS could not write it a second time
            self.layer.rollBack()
            self.last_batch = saving.batch
            self._settled(saving)
            return
        written = saving.written()
        self._rejournal()
        reasons = "; ".join(text for text in self.layer.commitErrors() if not text.startswith("SUCCESS"))
        told = tr("Editing", "“{layer}” was not saved whole: {written} of {count} rows were written.")
        self._listener.failed(
            self,
            AtlasError(
                told.format(layer=self.layer.name(), written=written, count=saving.count),
                hint=tr("Editing", "The others are still in the edit session; correct them or discard them."),
                detail=reasons,
            ),
        )

    def _refused(self, saving: _Saving) -> None:
        """Nothing was written: the session is as it was, and where the file is gone the journal has it."""
        if saving.refused is None or sip.isdeleted(self.layer):
            return
        allow_commit(self.layer, True)
        if self._lost_file:
            self._listener.lost(self, saving.refused)
            return
        problem = self._attempt(self._put_back) if saving.taken_out else None
        self._listener.failed(self, problem or saving.refused)

    def _put_back(self) -> None:
        """Bring the edits of the journal back into the edit session."""
        pending = self._journal.pending(self.role)
        if pending is None:
            return
        if not self.layer.isEditable():
            self.layer.startEditing()
        outcome = replay(self.atlas, self.layer, self.role, pending)
        self._rejournal()
        if outcome.conflicts:
            self._listener.conflicts(self, outcome.conflicts)


class _Saving:
    """One save of QGIS: what it is about to write, what stood there, who was in the way.

    QGIS writes each kind of change in a transaction of its own.  So everything is written here, in one, and
    then taken out of the edit buffer.  Only columns that the user has added are left to QGIS.
    """

    def __init__(self, watch: LayerWatch) -> None:
        self._watch = watch
        self.refused: Optional[AtlasError] = None
        """Why nothing was written."""
        self.problem: Optional[AtlasError] = None
        """What went wrong after everything was written."""
        self.batch = ""
        self.taken_out = False
        self.conflicts: list[Conflict] = []
        self._before: dict[str, Record] = {}
        self._expected: dict[str, dict[str, Any]] = {}
        self._added: dict[int, Record] = {}
        self._renumbered: dict[int, str] = {}

    @property
    def count(self) -> int:
        """How many rows QGIS was to write."""
        return len(self._expected)

    def save(self) -> None:
        """Write the edit buffer in one transaction; what collides is taken back in it, theirs stand."""
        watch = self._watch
        watch._run(partial(watch.atlas.backend.wait_until_free, LOCK_SECONDS))
        self._prepare()
        while not self.batch:
            edits = {
                uuid: self._known(uuid, want) for uuid, want in self._expected.items() if uuid in self._before
            }
            if not edits and not self._added:
                return
            made, metres = list(self._added.values()), watch._listener.accuracy()
            work = partial(save, watch.atlas, watch.table, self._before, edits, made, metres)
            try:
                self.batch = watch._run(work)
            except ConflictError as err:
                self._give_way(err)
        self.problem = watch._attempt(partial(watch._journal.clear, watch.role))
        self._follow_renumbered()
        # QGIS must not add them a second time.
        watch.layer.deleteFeatures(list(self._added))

    def take_out(self) -> None:
        """Empty the edit buffer, unseen: forms and tables show what it held already."""
        layer, buffer = self._watch.layer, self._watch.layer.editBuffer()
        if buffer.addedAttributes() or buffer.deletedAttributeIds():
            return
        columns = {"fid", "geom", *vars(self._watch._record())}
        own = {name for values in self._expected.values() for name in values} - columns
        if self.refused is None and (own or buffer.addedFeatures()):
            return
        self.taken_out = True
        was_blocked = layer.blockSignals(True)
        try:
            layer.undoStack().setIndex(0)
        finally:
            layer.blockSignals(was_blocked)

    def _give_way(self, err: ConflictError) -> None:
        """Take a row back that somebody saved between the look at its version and the transaction."""
        uuid = err.mine.uuid
        if self._before.pop(uuid, None) is None:
            raise err
        mine, fids = self._expected.pop(uuid), self._watch._versions.items()
        fid = next(fid for fid, known in fids if known[0] == uuid)
        self._collide(fid, uuid, err.theirs, mine, mine.get("deleted") is True)

    def _known(self, uuid: str, values: dict[str, Any]) -> dict[str, Any]:
        columns = vars(self._watch._record())
        known = {name: value for name, value in values.items() if name in columns and name not in FIXED}
        return {**known, **self._bounds(vars(self._before[uuid]), known)}

    def _bounds(self, before: dict[str, Any], values: dict[str, Any]) -> dict[str, Any]:
        """Return the bounds that follow from texts of dates that were edited while their bounds were not."""
        texts = {side: values.get(f"{side}_text", before.get(f"{side}_text")) for side in ("begin", "end")}
        edited = {name.partition("_")[0] for name in values if name in ("begin_text", "end_text")}
        if not edited or "begin_earliest" not in vars(self._watch._record()):
            return {}
        found: dict[str, Any] = {}
        for name, value in self._watch._listener.bounds(texts["begin"], texts["end"]).items():
            side = name.partition("_")[0]
            by_hand = f"{side}_earliest" in values or f"{side}_latest" in values
            of_both = value and not texts[side]  # one text such as "1927–1945" tells both ends
            if not by_hand and (side in edited or of_both):
                found[name] = value
        return found

    def _prepare(self) -> None:
        """Compare versions; deletion becomes a flag."""
        watch, layer = self._watch, self._watch.layer
        buffer, names = layer.editBuffer(), [field.name() for field in layer.fields()]
        attributes, geometries = buffer.changedAttributeValues(), buffer.changedGeometries()
        removed = set(buffer.deletedFeatureIds())
        fids = {fid for fid in (set(attributes) | set(geometries) | removed) if fid >= 0}
        uuids = {fid: watch._identity(fid)[0] for fid in fids}
        known = [uuid for uuid in uuids.values() if uuid]
        current = watch._run(partial(watch.atlas.many, watch._record, known))
        for fid in sorted(fids):
            theirs = current.get(uuids[fid])
            mine = {names[i]: plain(v) for i, v in attributes.get(fid, {}).items()}
            self._mend_texts(fid, attributes.get(fid, {}), mine)
            if fid in geometries:
                mine["geom"] = wkt_of(geometries[fid])
            if theirs is None or theirs.deleted or theirs.row_version != watch._identity(fid)[1]:
                self._collide(fid, uuids[fid], theirs, mine, fid in removed)
                continue
            self._before[theirs.uuid] = theirs
            self._keep_identity(fid, theirs, mine)
            if fid in removed:
                self._flag(fid)
                mine = {"deleted": True}
            self._expected[theirs.uuid] = mine
        added = {fid: (feature, watch._values(feature)) for fid, feature in buffer.addedFeatures().items()}
        taken = watch.atlas.many(watch._record, [v.get("uuid") or "" for _feature, v in added.values()])
        for fid, (feature, values) in added.items():
            self._expect_added(fid, feature, values, taken)

    def _keep_identity(self, fid: int, theirs: Record, mine: dict[str, Any]) -> None:
        """Take back what no edit may change: a merge in QGIS empties the columns that are hidden."""
        layer = self._watch.layer
        kept = {"fid": fid, **vars(theirs)}
        for name in ("fid", *FIXED, "deleted"):
            if name in mine and (name != "deleted" or mine[name] is None):
                del mine[name]
                layer.changeAttributeValue(fid, layer.fields().indexOf(name), kept[name])
                self._renumbered[fid] = theirs.uuid

    def _follow_renumbered(self) -> None:
        """Let QGIS write the version that the row has by now, where it is going to write one."""
        layer, current = self._watch.layer, self._watch.atlas.many
        rows = current(self._watch._record, list(self._renumbered.values())) if self._renumbered else {}
        for fid, uuid in self._renumbered.items():
            if uuid in rows:
                index = layer.fields().indexOf("row_version")
                layer.changeAttributeValue(fid, index, rows[uuid].row_version)

    def _mend_texts(self, fid: int, values: dict[int, Any], mine: dict[str, Any]) -> None:
        """Let QGIS write the same text, where it would cut one at a NUL."""
        for index, (value, text) in zip(values, zip(values.values(), mine.values())):
            if isinstance(value, str) and value != text:
                self._watch.layer.changeAttributeValue(fid, index, text)

    def _collide(self, fid: int, uuid: str, theirs: Optional[Record], mine: dict, removes: bool) -> None:
        watch = self._watch
        known = {name: value for name, value in mine.items() if name in vars(watch._record())}
        base = theirs or self._as_last_known(uuid) or watch._record(uuid=uuid or new_uuid())
        self.conflicts.append(Conflict(watch.table, replace(base, **known), theirs, removes))
        if removes:
            self._undelete(fid)
        for name in mine:
            if name != "geom":
                value = getattr(theirs, name, None)
                watch.layer.changeAttributeValue(fid, watch.layer.fields().indexOf(name), value)
        if "geom" in mine and theirs is not None:
            watch.layer.changeGeometry(fid, QgsGeometry.fromWkt(theirs.geom or "POINT EMPTY"))

    def _as_last_known(self, uuid: str) -> Optional[Record]:
        """Return a row that another program took out of the file, as the history tells it."""
        lines = history.of_row(self._watch.atlas, uuid) if uuid else []
        last = next((line.after for line in reversed(lines) if line.after), None)
        return history.record_of(self._watch.table, last) if last else None

    def _undelete(self, fid: int) -> None:
        # The buffer has no other way to take one deletion back.
        QgsVectorLayerUndoCommandDeleteFeature(self._watch.layer.editBuffer(), fid).undo()

    def _flag(self, fid: int) -> None:
        self._undelete(fid)
        layer = self._watch.layer
        layer.changeAttributeValue(fid, layer.fields().indexOf("deleted"), True)

    def _expect_added(self, fid: int, feature: QgsFeature, values: dict[str, Any], taken: Any) -> None:
        uuid = values.get("uuid") or ""
        if len(uuid) != UUID_LENGTH or uuid in taken or uuid in self._expected:  # a copy is a row of its own
            values["uuid"] = new_uuid()
            layer = self._watch.layer
            layer.changeAttributeValue(fid, layer.fields().indexOf("uuid"), values["uuid"])
        provider, fields = self._watch.layer.dataProvider(), self._watch.layer.fields()
        # A default of the table travels as its SQL text ('unknown' with quotes) until it is saved.
        expected = {
            name: value
            for name, value in values.items()
            if str(value) != provider.defaultValueClause(fields.indexOf(name))
        }
        if self._watch.layer.isSpatial():
            expected["geom"] = wkt_of(fitting(feature.geometry(), self._watch.layer))
        self._expected[values["uuid"]] = expected
        columns = vars(self._watch._record())
        if all(name in columns for name in expected):  # columns of the user's own are left to QGIS
            made = {**expected, **self._bounds({}, expected), "row_version": 1}
            self._added[fid] = self._watch._record(**made)

    def _rows(self) -> dict[str, Record]:
        return self._watch.atlas.many(self._watch._record, self._expected)

    def written(self) -> int:
        """Return how many of the rows stand in the file as they were to be written."""
        rows = self._rows()
        return sum(uuid in rows and holds(rows[uuid], want) for uuid, want in self._expected.items())

    def finish(self) -> None:
        """Read the rows again from disk and, where QGIS wrote them itself, settle what depends on them."""
        watch = self._watch
        watch.last_batch = self.batch
        try:
            watch._run(partial(patiently, self._check, LOCK_SECONDS))
        except BusyError as error:
            if not self.batch:
                raise
            self.problem = self.problem or error  # committed is committed
        if self.conflicts:
            self.problem = watch._attempt(partial(keep_apart, watch.atlas, self.conflicts)) or self.problem
            self.problem = watch._attempt(self._follow_versions) or self.problem

    def _check(self) -> None:
        watch = self._watch
        watch.atlas.require_same_file()
        rows = self._rows()
        missing = [uuid for uuid, want in self._expected.items() if not holds(rows.get(uuid), want)]
        if missing:
            told = tr(
                "Editing",
                "QGIS reported “{layer}” as saved, but {missing} of {count} rows are not in the file "
                "as they were edited.",
            )
            raise AtlasError(
                told.format(layer=watch.layer.name(), missing=len(missing), count=self.count),
                hint=tr("Editing", "They are kept in the journal and offered at the next opening."),
                detail=", ".join(missing[:20]),
            )
        if rows and not self.batch:
            metres = watch._listener.accuracy()
            watch.last_batch = absorb(watch.atlas, watch.table, self._before, rows, metres)

    def _follow_versions(self) -> None:
        """QGIS wrote their own values over theirs: same content, but the version went up."""
        uuids = [conflict.theirs.uuid for conflict in self.conflicts if conflict.theirs]
        rows = self._watch.atlas.many(self._watch._record, uuids)
        for conflict in self.conflicts:
            if conflict.theirs and conflict.theirs.uuid in rows:
                now = rows[conflict.theirs.uuid]
                if replace(now, row_version=conflict.theirs.row_version) == conflict.theirs:
                    conflict.theirs = now
