# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The one family of errors that core code raises and the window shows."""

from __future__ import annotations

from enum import Enum

from .i18n import tr


class Level(Enum):
    """How loudly a message is shown (mapped to QGIS's levels by ``gui.messages``)."""

    INFO = "info"
    WARNING = "warning"
    CRITICAL = "critical"


class AtlasError(Exception):
    """Something the user can understand and act on.

    ``message`` is one sentence that names the file, line or feature, ``hint`` says what to do,
    ``detail`` is for the log.  Subclasses exist where a caller treats a failure differently.
    """

    def __init__(
        self, message: str, *, hint: str = "", detail: str = "", level: Level = Level.CRITICAL
    ) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.detail = detail
        self.level = level

    def __str__(self) -> str:
        return f"{self.message} {self.hint}".strip()


class Cancelled(AtlasError):
    """The user stopped a long step; nothing was changed."""

    def __init__(self, what: str = "") -> None:
        super().__init__(
            tr("Errors", "{what} was cancelled; nothing was changed.").format(
                what=what or tr("Errors", "The operation")
            ),
            level=Level.INFO,
        )


class BusyError(AtlasError):
    """Another program holds the file of an atlas."""


class FileGoneError(AtlasError):
    """The file of an open atlas was deleted or replaced."""
