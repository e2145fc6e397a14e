# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The labels of docks and dialogs: text as it is, never as markup."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QLabel, QSizePolicy, QWidget

SMALL = 0.9


def plain_label(
    text: str = "",
    *,
    name: str = "",
    wrap: bool = True,
    selectable: bool = False,
    bold: bool = False,
    small: bool = False,
    narrow: bool = False,
    parent: Optional[QWidget] = None,
) -> QLabel:
    """Return a label that shows text as it is, whatever it holds; ``selectable``: to be copied.

    A ``narrow`` one asks for no width: a long word or path is cut off before it makes a dock wider.
    """
    label = QLabel(text, parent)
    label.setObjectName(name)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(wrap)
    if narrow:
        label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    if selectable:
        label.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
    if bold or small:
        font = label.font()
        font.setBold(bold)
        font.setPointSizeF(font.pointSizeF() * (SMALL if small else 1.0))
        label.setFont(font)
    return label
