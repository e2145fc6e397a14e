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
LOGS = ("-wal", "-shm")


def set_log_aside(atlas: Atlas) -> None:
    """Take its name from a deleted file's write-ahead log, where another file has taken the atlas's name.

    SQLite finds a log by its name and would work it into the newcomer.  Who has the log open keeps it.
    """
    if atlas.is_same_file() or not atlas.path.exists():  # it may come back from the bin, to its log
        return
    for ending in LOGS:
        log = Path(f"{atlas.path}{ending}")
        if _is_older(log, atlas.path):
            with contextlib.suppress(OSError):
                log.rename(_aside(atlas.path, atlas.identity, ending))


def _aside(path: Path, identity: tuple, ending: str) -> Path:
    return path.with_name(".{}{}.{}-{}".format(path.name, ending, *identity[:2]))


def _is_older(log: Path, newcomer: Path) -> bool:
    """Tell whether a log was last written before a file took its name (or there is no such file)."""
    try:
        written = log.stat().st_mtime
    except OSError:
        return False
    try:
        return written <= newcomer.stat().st_ctime
    except OSError:
        return True


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
        for ending in LOGS:
            _aside(self._path, self._identity, ending).unlink(missing_ok=True)

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
            aside = _aside(self._path, self._identity, "-wal")
            beside = Path(f"{self._path}-wal")
            if aside.exists() or _is_older(beside, self._path):
                shutil.copyfile(aside if aside.exists() else beside, log)
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
