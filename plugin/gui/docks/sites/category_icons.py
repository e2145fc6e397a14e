# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The categories' markers as icons for lists."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtGui import QIcon

from ....core.atlas.layers.symbols import SVG, is_marker
from ....core.atlas.model import Category


def category_icons(categories: Sequence[Category]) -> dict[str, QIcon]:
    """Return an icon per category id, the marker that the map draws for it."""
    found = {}
    for category in categories:
        if is_marker(category.icon):
            found[category.id] = QIcon(str(SVG / f"{category.icon}.svg"))
    return found
