# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The buttons of docks and dialogs: named, with a tip, and a name for screen readers."""

from __future__ import annotations

from typing import Any, Callable, Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QPushButton, QToolButton, QWidget

from ..part import icon_of

Slot = Callable[..., Any]


def push_button(
    name: str,
    text: str,
    slot: Optional[Slot] = None,
    *,
    icon: str = "",
    tip: str = "",
    parent: Optional[QWidget] = None,
) -> QPushButton:
    """Return a button with a text; Enter in a form does not press it.  ``icon`` is as for ``icon_of``."""
    button = QPushButton(text, parent)
    button.setAutoDefault(False)
    return _made(button, name, slot, icon, tip)


def tool_button(
    name: str,
    tip: str,
    slot: Optional[Slot] = None,
    *,
    icon: str = "",
    text: str = "",
    checkable: bool = False,
    parent: Optional[QWidget] = None,
) -> QToolButton:
    """Return a flat button: an icon, a text, or an icon with a text beside it."""
    button = QToolButton(parent)
    button.setAutoRaise(True)
    button.setCheckable(checkable)
    button.setAccessibleName(text or tip)
    if text:
        button.setText(text)
        button.setToolButtonStyle(
            Qt.ToolButtonStyle.ToolButtonTextBesideIcon if icon else Qt.ToolButtonStyle.ToolButtonTextOnly
        )
    return _made(button, name, slot, icon, tip)


def _made(button: Any, name: str, slot: Optional[Slot], icon: str, tip: str) -> Any:
    button.setObjectName(name)
    if tip:
        button.setToolTip(tip)
    if icon:
        button.setIcon(icon_of(icon))
    if slot is not None:
        button.clicked.connect(slot)
    return button
