# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The categories' markers as icons for lists."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from qgis.PyQt.QtGui import QIcon

from ....core.atlas.model import Category

SVG = Path(__file__).resolve().parents[4] / "resources" / "svg"


def category_icons(categories: Sequence[Category]) -> dict[str, QIcon]:
    """Return an icon per category id, the marker that the map draws for it."""
    found = {}
    for category in categories:
        path = SVG / f"{category.icon}.svg"
        if category.icon and path.exists():
            found[category.id] = QIcon(str(path))
    return found
