# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Values and shapes of an edit session as the file holds them."""

from __future__ import annotations

from typing import Any, Optional

from qgis.core import QgsGeometry, QgsVectorLayer, QgsWkbTypes

from ..model import Record
from ..store.blob import to_wkt

NOT_CHECKED = ("row_version", "fid", "conflicts", "conflict_m", "outside")
"""What a save works out itself, whatever stood in the form or came with a pasted feature."""


def fitting(geometry: QgsGeometry, layer: QgsVectorLayer) -> QgsGeometry:
    """Return a geometry as the layer's table holds it: flat, and in several parts where that is its type."""
    made = QgsGeometry(geometry)
    if made.isNull():
        return made
    for has, drop in ((QgsWkbTypes.hasZ, "dropZValue"), (QgsWkbTypes.hasM, "dropMValue")):
        if has(made.wkbType()) and not has(layer.wkbType()):
            getattr(made.get(), drop)()
    if QgsWkbTypes.isMultiType(layer.wkbType()):
        made.convertToMultiType()
    return made


def holds(row: Optional[Record], want: dict[str, Any]) -> bool:
    """Tell whether a row of the file has the values that were to be written (what is worked out aside)."""
    if row is None:
        return False
    for name, value in want.items():
        if name in NOT_CHECKED or not hasattr(row, name):
            continue
        have = getattr(row, name)
        if name == "geom":
            have, value = _normal(have), _normal(value)
        if ("" if have is None else have) != ("" if value is None else value):
            return False
    return True


def _normal(wkt: Optional[str]) -> Optional[bytes]:
    return bytes(QgsGeometry.fromWkt(wkt).asWkb()) if wkt else None


def wkb_of(geometry: Optional[QgsGeometry]) -> Optional[bytes]:
    """Return WKB, None for no geometry."""
    return None if geometry is None or geometry.isNull() else bytes(geometry.asWkb())


def wkt_of(geometry: Optional[QgsGeometry]) -> Optional[str]:
    """Return WKT as the store reads it from the file, None for no geometry."""
    wkb = wkb_of(geometry)
    if wkb is None:
        return None
    return to_wkt(b"GP\x00\x01" + (4326).to_bytes(4, "little") + wkb)
