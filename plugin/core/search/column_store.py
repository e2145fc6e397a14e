# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The columns of the atlas that is open, read once for all who ask."""

from __future__ import annotations

from pathlib import Path
from threading import Lock
from typing import Any, Callable, Optional

from qgis.core import QgsApplication

from ..errors import AtlasError
from .cache import identity, open_columns
from .columns import SiteColumns


class ColumnStore:
    """Holds the columns of one atlas; may be used from any thread."""

    def __init__(self) -> None:
        self._reading = Lock()
        """Held while an atlas is read, which takes seconds: never waited for by the window."""
        self._lock = Lock()
        self._forgotten = 0
        self._path: Optional[Path] = None
        self._columns: Optional[SiteColumns] = None
        self._state: Optional[dict[str, Any]] = None

    @staticmethod
    def folder() -> Path:
        """Return where columns are kept: in the profile, never beside a shared or read-only atlas."""
        return Path(QgsApplication.qgisSettingsDirPath()) / "dprk_city_atlas" / "columns"

    def get(
        self,
        path: Path,
        folder: Path,
        cancelled: Optional[Callable[[], bool]] = None,
        progress: Optional[Callable[[float], None]] = None,
        partial: Optional[Callable[[SiteColumns], None]] = None,
    ) -> SiteColumns:
        """Return the columns of an atlas, from memory when it is the one read last.

        ``progress`` gets the share read, ``partial`` the columns so far.  Raises AtlasError and Cancelled.
        """
        with self._reading:
            with self._lock:
                if self._columns is not None and self._path == path:
                    return self._columns
                forgotten = self._forgotten
            state = identity(path)
            columns = open_columns(path, folder, cancelled, progress, partial)
            columns.by_name()
            with self._lock:
                if forgotten == self._forgotten:  # else the file has changed meanwhile: not kept
                    self._path, self._columns, self._state = path, columns, state
            return columns

    def is_stale(self, path: Path) -> bool:
        """Tell whether the file has changed since it was read (by another program, or by a save)."""
        if self._columns is None or self._path != path:
            return False
        try:
            return bool(identity(path) != self._state)
        except AtlasError:
            return False  # gone, or being replaced: what was read serves on

    def forget(self) -> None:
        """Drop what is held; the next one who asks reads again."""
        with self._lock:
            self._forgotten += 1
            self._path = self._columns = None
