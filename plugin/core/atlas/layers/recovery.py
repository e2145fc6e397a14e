# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Brings the edits of a journal back into the edit sessions of the layers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Optional

from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

from ...errors import AtlasError
from ...i18n import tr
from ..edits import history
from ..edits.edit_session import Conflict
from ..edits.journal import Changed, Left, Pending
from ..model import BY_TABLE, Record
from ..store.quoting import sql
from ..store.store import Atlas, replace
from .edit_values import wkt_of
from .layer_roles import BY_ROLE


@dataclass
class Line:
    """One value for the comparison: in the file and in the journal."""

    role: str
    title: str
    label: str
    in_file: Any
    in_journal: Any


@dataclass
class Outcome:
    """What came back."""

    restored: int = 0
    already_saved: int = 0
    conflicts: list[Conflict] = field(default_factory=list)


def comparison(left: Left, atlas: Atlas) -> list[Line]:
    """Return the values that the journal would change."""
    lines: list[Line] = []
    for role, pending in left.layers.items():
        table = BY_ROLE[role].table
        rows = atlas.many(BY_TABLE[table], [change.uuid for change in _saved_rows(pending)])
        for change in pending.changed.values():
            lines += _lines(role, rows.get(change.uuid), _wanted(change))
        for change in pending.added.values():
            lines += _lines(role, None, _wanted(change))
        for change in pending.removed.values():
            lines.append(
                Line(
                    role,
                    _title(rows.get(change.uuid)),
                    tr("Recovery", "Deleted"),
                    tr("Recovery", "no"),
                    tr("Recovery", "yes"),
                )
            )
    return lines


def restore(left: Left, atlas: Atlas, layers: Mapping[str, Optional[QgsVectorLayer]]) -> Outcome:
    """Put the edits into the edit sessions of ``layers`` (by role), for the user to save.

    A row that changed in the file since is not touched but returned as a conflict; an edit that had
    reached the file already is counted and left out.
    """
    atlas.require_writable()
    outcome = Outcome()
    for role, pending in left.layers.items():
        layer = layers.get(role)
        if layer is None:
            raise AtlasError(
                tr("Recovery", "The layer “{layer}” is not in the project.").format(layer=BY_ROLE[role].name),
                hint=tr("Recovery", "Open the atlas first."),
            )
        if not layer.isEditable() and not layer.startEditing():
            raise AtlasError(
                tr("Recovery", "“{name}” cannot be edited.").format(name=layer.name()),
                hint=tr("Recovery", "Use “Save atlas as…” first."),
            )
        layer.beginEditCommand(tr("Recovery", "Restore the edits of {when}").format(when=left.when))
        _Replay(atlas, layer, role, outcome).run(pending)
        layer.endEditCommand()
        layer.triggerRepaint()
    return outcome


def replay(atlas: Atlas, layer: QgsVectorLayer, role: str, pending: Pending) -> Outcome:
    """Put one layer's edits into its edit session, as one step of its undo stack."""
    outcome = Outcome()
    layer.beginEditCommand(tr("Recovery", "Edits that were not saved"))
    _Replay(atlas, layer, role, outcome).run(pending)
    layer.endEditCommand()
    layer.triggerRepaint()
    return outcome


class _Replay:
    """Replays one layer's pending edits."""

    def __init__(self, atlas: Atlas, layer: QgsVectorLayer, role: str, outcome: Outcome) -> None:
        self._atlas = atlas
        self._layer = layer
        self._table = BY_ROLE[role].table
        self._record: type[Record] = BY_TABLE[self._table]
        self._outcome = outcome

    def run(self, pending: Pending) -> None:
        """Replay additions, changes and removals."""
        uuids = [change.uuid for change in (*_saved_rows(pending), *pending.added.values())]
        rows = self._atlas.many(self._record, uuids)
        fids = self._fids(rows)
        for change in pending.added.values():
            uuid = change.values.get("uuid") or change.uuid
            if uuid in rows:
                self._outcome.already_saved += 1
            else:
                self._add(change)
        for change in pending.changed.values():
            row = rows.get(change.uuid)
            if row is not None and not row.deleted and _same(row, _wanted(change)):
                self._outcome.already_saved += 1
            elif row is None or row.deleted or row.row_version != change.version:
                self._collide(change, row, removes=False)
            else:
                self._change(fids[change.uuid], change)
        for change in pending.removed.values():
            row = rows.get(change.uuid)
            if row is None or row.deleted:
                self._outcome.already_saved += 1
            elif row.row_version != change.version:
                self._collide(change, row, removes=True)
            else:
                self._layer.deleteFeature(fids[change.uuid])
                self._outcome.restored += 1

    def _fids(self, uuids: Mapping[str, Any]) -> dict[str, int]:
        query = sql("SELECT fid FROM {table} WHERE uuid = ?", table=self._table)
        with self._atlas.backend.reading() as db:
            return {uuid: db.execute(query, (uuid,)).fetchone()[0] for uuid in uuids}

    def _add(self, change: Changed) -> None:
        feature = QgsFeature(self._layer.fields())
        for name, value in change.values.items():
            if name != "fid" and self._layer.fields().indexOf(name) >= 0:
                feature.setAttribute(name, value)
        if change.geom:
            feature.setGeometry(_geometry(change.geom))
        self._layer.addFeature(feature)
        self._outcome.restored += 1

    def _change(self, fid: int, change: Changed) -> None:
        for name, value in change.values.items():
            self._layer.changeAttributeValue(fid, self._layer.fields().indexOf(name), value)
        if change.moved:
            self._layer.changeGeometry(fid, _geometry(change.geom))
        self._outcome.restored += 1

    def _collide(self, change: Changed, row: Optional[Record], *, removes: bool) -> None:
        known = {name: value for name, value in _wanted(change).items() if name in vars(self._record())}
        base = row or self._record(uuid=change.uuid)
        self._outcome.conflicts.append(Conflict(self._table, replace(base, **known), row, removes))


def _saved_rows(pending: Pending) -> list[Changed]:
    return [*pending.changed.values(), *pending.removed.values()]


def _geometry(wkb: Optional[bytes]) -> QgsGeometry:
    geometry = QgsGeometry()
    if wkb:
        geometry.fromWkb(wkb)
    return geometry


def _wanted(change: Changed) -> dict[str, Any]:
    wanted = dict(change.values)
    if change.moved:
        wanted["geom"] = wkt_of(_geometry(change.geom))
    return wanted


def _same(row: Record, wanted: dict[str, Any]) -> bool:
    return all(history.same(getattr(row, name, None), value) for name, value in wanted.items())


def _lines(role: str, row: Optional[Record], wanted: dict[str, Any]) -> list[Line]:
    labels = history.labels(BY_ROLE[role].table)
    title = _title(row) or str(wanted.get("name") or wanted.get("text") or wanted.get("title") or "")
    return [
        Line(role, title, labels[name], getattr(row, name, None) if row else None, value)
        for name, value in wanted.items()
        if name in labels and not history.same(getattr(row, name, None) if row else None, value)
    ]


def _title(row: Any) -> str:
    return str(getattr(row, "name", "") or getattr(row, "text", "") or getattr(row, "title", "") or "")
