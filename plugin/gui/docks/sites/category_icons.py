# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The categories as lists show them: the marker as an icon, the label in the language of the labels."""

from __future__ import annotations

from collections.abc import Sequence

from qgis.PyQt.QtGui import QIcon

from ....core.atlas.layers.symbols import SVG, is_marker
from ....core.atlas.model import Category


def label_of(category: Category, language: str) -> str:
    """Return what a category is called in the language of the labels, ``en`` or ``ko``."""
    return (category.label_ko if language == "ko" else "") or category.label


def category_icons(categories: Sequence[Category]) -> dict[str, QIcon]:
    """Return an icon per category id, the marker that the map draws for it."""
    found = {}
    for category in categories:
        if is_marker(category.icon):
            found[category.id] = QIcon(str(SVG / f"{category.icon}.svg"))
    return found
