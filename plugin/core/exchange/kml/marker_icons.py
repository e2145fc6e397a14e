# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Our markers as the small PNG files that Google Earth wants."""

from __future__ import annotations

from pathlib import Path
from typing import Dict

from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QBuffer, QByteArray, QIODevice
from qgis.PyQt.QtGui import QColor

from ...atlas.layers.symbols import SVG, is_marker
from ...atlas.model import Category
from ...atlas.store.store import Atlas

PIXELS = 64
"""Google Earth draws an icon of scale 1 at 32 pixels: twice that stays sharp on any screen."""
DEFAULT_COLOUR = "#555555"


def png(svg: Path, colour: str, pixels: int = PIXELS) -> bytes:
    """Return a marker drawn as a square PNG on a transparent ground, b"" where it cannot be drawn."""
    fill, rim = QColor(colour), QColor("#ffffff")
    image, _fits = QgsApplication.svgCache().svgAsImage(str(svg), pixels, fill, rim, 1, 1)
    if image.isNull():
        return b""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(data)


def of_categories(atlas: Atlas) -> Dict[str, bytes]:
    """Return the PNG of every category of an atlas that has a marker of ours."""
    icons = {}
    for category in atlas.rows(Category):
        name = category.icon or category.id
        file = SVG / f"{name}.svg"
        if is_marker(name):
            drawn = png(file, category.colour or DEFAULT_COLOUR)
            if drawn:
                icons[category.id] = drawn
    return icons
