# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Holds on to the contents of an open atlas: what was saved can be had when the file's name is gone."""

from __future__ import annotations

import contextlib
import shutil
import sqlite3
from pathlib import Path
from typing import Optional

from ...errors import AtlasError
from ...files import replacing
from ...i18n import tr
from . import checks
from .geopackage import copy_pages
from .store import Atlas

OPEN_FILES = Path("/proc/self/fd")


class Anchor:
    """Keeps the file of an atlas open until ``close``, also when somebody deletes or replaces it."""

    def __init__(self, atlas: Atlas) -> None:
        self._path = atlas.path
        self._identity = atlas.backend.state()[:2]
        self._db = sqlite3.connect(f"{atlas.path.resolve().as_uri()}?mode=ro", uri=True)
        self._db.execute("SELECT count(*) FROM sqlite_master").fetchone()

    def close(self) -> None:
        """Let go of the file."""
        self._db.close()

    def copy_to(self, target: Path) -> None:
        """Write the atlas as it was last saved to a new file, whole or not at all."""
        with replacing(target) as partial:
            log = Path(f"{partial}-wal")
            try:
                self._copy(partial, log)
                with contextlib.closing(sqlite3.connect(str(partial))) as copy:
                    copy.execute("PRAGMA journal_mode = DELETE")
                checks.require_sound(partial)
            finally:
                log.unlink(missing_ok=True)

    def _copy(self, target: Path, log: Path) -> None:
        found = self._descriptor()
        if found is not None:
            # SQLite looks for what belongs to a database beside its name, and there is none any more.
            shutil.copyfile(found, target)
            if self._own_log():
                shutil.copyfile(f"{self._path}-wal", log)
            return
        try:
            with contextlib.closing(sqlite3.connect(str(target))) as copy:
                copy_pages(self._db, copy)
        except sqlite3.Error as err:
            raise AtlasError(
                tr("Store", "What was saved in {path} cannot be read any more: {err}.").format(
                    path=self._path, err=err
                ),
                hint=tr("Store", "Bring the file back from the bin or a backup; your edits are kept."),
                detail=repr(err),
            ) from err

    def _own_log(self) -> bool:
        """Tell whether the write-ahead log beside the name is that of the deleted file.

        SQLite leaves it there when the file is gone; one of a file that took the name is younger than that.
        """
        try:
            log = Path(f"{self._path}-wal").stat()
        except OSError:
            return False
        try:
            return log.st_mtime <= self._path.stat().st_ctime
        except OSError:
            return True

    def _descriptor(self) -> Optional[Path]:
        try:
            names = list(OPEN_FILES.iterdir())
        except OSError:
            return None
        for name in names:
            with contextlib.suppress(OSError):
                state = name.stat()
                # Only a deleted file: closing a second descriptor of a living one would drop SQLite's locks.
                if (state.st_dev, state.st_ino) == self._identity and state.st_nlink == 0:
                    return name
        return None
