# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The looks of layers that go, kept until no drawing can be reading them any more.

A drawing clones a layer's renderer, and both share their expressions.  When the clone makes one its own,
QGIS (``QgsExpression::detach``) lets go of the shared one before it has copied it: if the layer is destroyed
just then, the drawing thread reads freed memory.  A further clone keeps the expressions alive meanwhile.
"""

from __future__ import annotations

from collections import deque
from typing import Any

from qgis.core import QgsMapLayer, QgsVectorLayer
from qgis.PyQt.QtCore import QTimer

KEEP_MS = 10_000

_kept: deque[Any] = deque()


def keep_look(layer: QgsMapLayer) -> None:
    """Keep what a layer is drawn with for a while: call it before the renderer or the layer is replaced."""
    if not isinstance(layer, QgsVectorLayer) or layer.renderer() is None:
        return
    labeling = layer.labeling()
    _kept.append((layer.renderer().clone(), labeling.clone() if labeling is not None else None))
    QTimer.singleShot(KEEP_MS, _let_go)


def _let_go() -> None:
    if _kept:
        _kept.popleft()
