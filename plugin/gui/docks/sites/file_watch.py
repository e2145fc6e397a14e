# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Hears of another program's writing to the atlas."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from qgis.PyQt.QtCore import QFileSystemWatcher, QObject, QTimer, pyqtSignal

SETTLE_MS = 700
"""So long after the last sign of another program's writing the file is looked at."""


class FileWatch(QObject):
    """Watches a GeoPackage and its write-ahead log; ``settled`` comes once per burst of writing."""

    settled = pyqtSignal()

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._path: Optional[Path] = None
        self._watcher = QFileSystemWatcher(self)
        self._watcher.fileChanged.connect(self._touched)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SETTLE_MS)
        self._timer.timeout.connect(self._quiet)

    def follow(self, path: Optional[Path]) -> None:
        """Watch another file (None: none)."""
        if path != self._path:
            self._timer.stop()
            if self._watcher.files():
                self._watcher.removePaths(self._watcher.files())
        self._path = path
        self._look()

    def _look(self) -> None:
        """Watch what is there: a file that was replaced drops out of Qt's watcher."""
        if self._path is not None:
            log = self._path.with_name(self._path.name + "-wal")
            there = [str(path) for path in (self._path, log) if path.exists()]
            missing = [path for path in there if path not in self._watcher.files()]
            if missing:
                self._watcher.addPaths(missing)

    def _touched(self, _path: str) -> None:
        self._timer.start()

    def _quiet(self) -> None:
        self._look()
        self.settled.emit()
