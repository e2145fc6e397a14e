# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The one place where errors become message bar items and log lines."""

from __future__ import annotations

import functools
import html
import traceback
from collections.abc import Sequence
from typing import Any, Callable

from qgis.core import Qgis, QgsApplication, QgsMessageLog
from qgis.PyQt.QtWidgets import QPushButton

from ..core.errors import AtlasError, Level
from ..core.i18n import tr
from .part import alive

TAG = "DPRK City Atlas"
LEVELS = {
    Level.INFO: Qgis.MessageLevel.Info,
    Level.WARNING: Qgis.MessageLevel.Warning,
    Level.CRITICAL: Qgis.MessageLevel.Critical,
}


Answer = tuple[str, str, Callable[..., Any]]
"""A button under a message: its text, its object name, and what it does."""


class Messages:
    """Shows and logs; known errors in plain words, unknown ones with a way to the log."""

    def __init__(self, iface: Any) -> None:
        self._iface = iface

    def info(self, text: str) -> None:
        """Say that something was done."""
        self._iface.messageBar().pushMessage(TAG, html.escape(text), Qgis.MessageLevel.Success, 6)
        self.log(text)

    def warning(self, text: str) -> None:
        """Say what the user should know before going on."""
        self._iface.messageBar().pushMessage(TAG, html.escape(text), Qgis.MessageLevel.Warning, 12)
        self.log(text, Qgis.MessageLevel.Warning)

    def offer(self, text: str, button: str, action: Callable[[], object]) -> None:
        """Say that something was done, with a button for what comes next."""
        item = self._iface.messageBar().createMessage(TAG, html.escape(text))
        press = QPushButton(button)
        press.setObjectName("messageOffer")
        press.clicked.connect(lambda _checked=False: action())
        item.layout().addWidget(press)
        self._iface.messageBar().pushWidget(item, Qgis.MessageLevel.Success, 20)
        self.log(text)

    def error(self, error: BaseException) -> None:
        """Show an error: ours as it is, any other one as unexpected, with its traceback in the log."""
        if isinstance(error, AtlasError):
            self._show(str(error), LEVELS[error.level])
            self.log(f"{error} {error.detail}".strip(), LEVELS[error.level])
            return
        trace = "".join(traceback.format_exception(type(error), error, error.__traceback__))
        self.log(trace, Qgis.MessageLevel.Critical)
        text = tr("Messages", "Something unexpected went wrong: {error}")
        self._show(text.format(error=str(error) or type(error).__name__), Qgis.MessageLevel.Critical)

    def _show(self, text: str, level: Any) -> None:
        bar = self._iface.messageBar()
        item = bar.createMessage(TAG, html.escape(text))
        if level == Qgis.MessageLevel.Critical:
            button = QPushButton(tr("Messages", "Open log"))
            button.clicked.connect(self._iface.openMessageLog)
            item.layout().addWidget(button)
        bar.pushWidget(item, level, 0 if level == Qgis.MessageLevel.Critical else 12)

    def ask(self, text: str, answers: Sequence[Answer], level: Level = Level.WARNING) -> Any:
        """Show a message that stays until it is answered by one of its buttons, and return its item."""
        bar = self._iface.messageBar()
        item = bar.createMessage(TAG, html.escape(text))
        for title, name, slot in answers:
            button = QPushButton(title, item)
            button.setObjectName(name)
            button.clicked.connect(slot)
            item.layout().addWidget(button)
        bar.pushWidget(item, LEVELS[level], 0)
        self.log(text, LEVELS[level])
        return item

    def take_back(self, item: Any) -> None:
        """Take a question back that nobody has answered."""
        if alive(item):
            self._iface.messageBar().popWidget(item)

    @staticmethod
    def log(text: str, level: Any = Qgis.MessageLevel.Info) -> None:
        """Write a line to QGIS's log under the plugin's tag."""
        if QgsApplication.instance() is not None:
            QgsMessageLog.logMessage(text, TAG, level, False)


def reported(slot: Callable) -> Callable:
    """Decorate a slot of a ``Part`` (or anything with ``context.messages``): no error goes unseen."""

    @functools.wraps(slot)
    def guarded(self: Any, *args: Any, **kwargs: Any) -> Any:
        try:
            return slot(self, *args, **kwargs)
        except Exception as error:  # the sink of the whole window: shown and logged, never swallowed
            self.context.messages.error(error)
            return None

    return guarded
