# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The edits of the sites layer that are not in the file yet, as the filter wants them."""

from __future__ import annotations

from typing import Any, Optional

from qgis.core import QgsFeature, QgsFeatureRequest, QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ....core.atlas.store.rows import plain
from ....core.search.columns import CODE_FIELDS, DAY_FIELDS, DEFAULT_IMPORTANCE, EditedSite, Overlay
from ...part import alive, disconnect

WAIT_MS = 60


class EditWatch(QObject):
    """Follows the edit buffer of a layer; ``changed`` comes once per burst of edits."""

    changed = pyqtSignal()
    saved = pyqtSignal()

    def __init__(self) -> None:
        super().__init__()
        self._layer: Optional[QgsVectorLayer] = None
        self._saved: dict[int, Optional[EditedSite]] = {}
        self._rows: dict[int, EditedSite] = {}
        self._now: Optional[dict[int, Optional[EditedSite]]] = None
        self._pending_ids: list[int] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT_MS)
        self._timer.timeout.connect(self.changed)

    def attach(self, layer: QgsVectorLayer) -> None:
        """Follow a layer."""
        self.detach()
        self._layer = layer
        for signal, slot in self._connections():
            signal.connect(slot)

    def detach(self) -> None:
        """Let go of the layer."""
        if alive(self._layer):
            for signal, slot in self._connections():
                disconnect(signal, slot)
        self._layer = None
        self._saved.clear()
        self._forget()
        self._timer.stop()

    def _connections(self) -> list[tuple[Any, Any]]:
        layer = self._layer
        return [
            (layer.featureAdded, self._edited),
            (layer.featureDeleted, self._edited),
            (layer.geometryChanged, self._edited),
            (layer.attributeValueChanged, self._edited),
            (layer.afterRollBack, self._edited),
            (layer.beforeCommitChanges, self._remember),
            (layer.committedFeaturesAdded, self._committed),
            (layer.afterCommitChanges, self._after_commit),
        ]

    def _edited(self, fid: Any = None, *_args: Any) -> None:
        self._now = None
        if isinstance(fid, int):
            self._rows.pop(fid, None)
        else:
            self._rows.clear()
        self._timer.start()

    def _forget(self) -> None:
        self._now = None
        self._rows.clear()

    # -- what is not in the columns ------------------------------------------------------------------

    def overlay(self) -> Overlay:
        """Return saved edits that the columns do not have yet, and over them the unsaved ones."""
        return {**self._saved, **self._pending()}

    def pending(self) -> list[int]:
        """Return the ids of sites that were added or changed and are not saved."""
        self._pending()
        return self._pending_ids

    def settled(self) -> None:
        """The columns were read again: they have what was saved."""
        self._saved.clear()

    def _pending(self) -> dict[int, Optional[EditedSite]]:
        """Return the edit buffer's sites; read again after an edit only, and then only what was edited."""
        if self._now is None:
            self._now = self._read()
            self._pending_ids = [fid for fid, row in self._now.items() if row is not None]
        return self._now

    def _read(self) -> dict[int, Optional[EditedSite]]:
        layer = self._layer
        if not alive(layer) or not layer.isEditable() or layer.editBuffer() is None:
            return {}
        buffer = layer.editBuffer()
        found: dict[int, Optional[EditedSite]] = dict.fromkeys(buffer.deletedFeatureIds())
        for fid, feature in buffer.addedFeatures().items():
            found[fid] = edited_site(feature)
        changed = {*buffer.changedAttributeValues(), *buffer.changedGeometries()} - set(found)
        unread = changed - set(self._rows)
        if unread:
            request = QgsFeatureRequest().setFilterFids(list(unread))
            self._rows.update({feature.id(): edited_site(feature) for feature in layer.getFeatures(request)})
        found.update({fid: self._rows[fid] for fid in changed if fid in self._rows})
        return found

    def _remember(self, *_args: Any) -> None:
        # New features get their final id only from the provider: see _committed.
        self._saved.update({fid: row for fid, row in self._pending().items() if fid >= 0})

    def _committed(self, _layer_id: str, features: list[QgsFeature]) -> None:
        self._forget()
        self._saved.update({feature.id(): edited_site(feature) for feature in features})

    def _after_commit(self) -> None:
        self._forget()
        self._timer.start()
        self.saved.emit()


def edited_site(feature: QgsFeature) -> EditedSite:
    """Return a feature of the sites layer as the filter's row: what is unset or NULL is empty."""
    values = {field.name(): plain(feature[field.name()]) for field in feature.fields()}

    def text(name: str) -> str:
        return str(values.get(name) or "")

    point = None if feature.geometry().isNull() else feature.geometry().asPoint()
    importance = values.get("importance")
    return EditedSite(
        name=text("name"),
        name_ko=text("name_ko"),
        values={name: text(name) or None for name in CODE_FIELDS},
        lon=None if point is None else point.x(),
        lat=None if point is None else point.y(),
        days={name: text(name) or None for name in DAY_FIELDS},
        importance=DEFAULT_IMPORTANCE if importance is None else int(importance),
    )
