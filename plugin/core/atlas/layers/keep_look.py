# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The looks of the atlas's layers, kept until no drawing can be reading them any more.

A drawing clones a layer's renderer, and both share their expressions.  When the clone makes one its own,
QGIS (``QgsExpression::detach``) lets go of the shared one before it has copied it: if the layer's renderer
is destroyed just then, by whomever, the drawing thread reads freed memory and QGIS crashes.  As long as a
further clone holds the expressions, none is freed under a drawing.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable
from typing import Any, Optional

from qgis.core import QgsMapLayer, QgsProject, QgsVectorLayer
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QObject, QTimer

from .layer_roles import ATLAS_PROPERTY, role_of

KEEP_MS = 10_000
"""A drawing makes the expressions its own in its first milliseconds."""


def keep_for_a_while(things: Iterable[Any]) -> None:
    """Hold things for KEEP_MS, also when the plugin is unloaded meanwhile: the timer alone knows them."""
    QTimer.singleShot(KEEP_MS, functools.partial(list.clear, list(things)))


class _Look(QObject):
    """Holds a clone of what one layer is drawn with, at any time."""

    def __init__(self, layer: QgsVectorLayer) -> None:
        super().__init__()
        self.layer = layer
        self._clones: list[Any] = []
        self._seen: tuple[Optional[int], ...] = ()
        self.take()
        layer.rendererChanged.connect(self.take)
        # Labels are replaced without a signal of their own; whoever does it redraws the layer.
        layer.repaintRequested.connect(self.take)

    def take(self, *_args: Any) -> None:
        """Clone what is new; what was held is kept for a while."""
        parts = [part for part in (self.layer.renderer(), self.layer.labeling()) if part is not None]
        seen = tuple(sip.unwrapinstance(part) for part in parts)
        if seen != self._seen:
            keep_for_a_while(self._clones)
            self._clones = [part.clone() for part in parts]
            self._seen = seen

    def stop(self) -> None:
        """Hold on for a while, and follow the layer no longer."""
        if not sip.isdeleted(self.layer):
            self.layer.rendererChanged.disconnect(self.take)
            self.layer.repaintRequested.disconnect(self.take)
        keep_for_a_while(self._clones)
        self._clones = []


class LookKeeper(QObject):
    """Keeps the looks of a project's atlas layers, whoever replaces them or removes the layers."""

    def __init__(self, project: QgsProject) -> None:
        super().__init__()
        self.project = project
        self._looks: dict[str, _Look] = {}

    def start(self) -> None:
        """Keep the looks of the layers that are there and that come."""
        self._came(self.project.mapLayers().values())
        self.project.layersAdded.connect(self._came)
        self.project.layersWillBeRemoved.connect(self._going)

    def stop(self) -> None:
        """Let go, after a while."""
        self.project.layersAdded.disconnect(self._came)
        self.project.layersWillBeRemoved.disconnect(self._going)
        self._going(list(self._looks))

    def _came(self, layers: Iterable[QgsMapLayer]) -> None:
        for layer in layers:
            ours = layer.customProperty(ATLAS_PROPERTY) or role_of(layer)
            if ours and isinstance(layer, QgsVectorLayer) and layer.id() not in self._looks:
                self._looks[layer.id()] = _Look(layer)

    def _going(self, identifiers: Iterable[str]) -> None:
        for identifier in identifiers:
            look = self._looks.pop(identifier, None)
            if look is not None:
                look.stop()
