# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The rolling backups of an atlas: what there is, and the way back to one."""

from __future__ import annotations

import contextlib
import datetime as dt
import shutil
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from typing import Optional

from ...errors import AtlasError
from ...files import replacing
from ...i18n import tr
from . import checks
from .geopackage import BUSY_SECONDS, GeoPackageBackend, copy_pages, unwritable
from .store import STAMP, Atlas, backup_folder

__all__ = ["Backup", "backup_folder", "backups", "go_back", "save_as", "sites_of"]


@dataclass(frozen=True)
class Backup:
    """One verified copy of an earlier state."""

    path: Path
    at: dt.datetime
    reason: str
    """What was about to happen: import, restore, format-1, ..."""
    size: int


def backups(path: Path) -> list[Backup]:
    """Return the backups of an atlas, newest first."""
    found = [_backup(file) for file in backup_folder(Path(path)).glob("*.gpkg")]
    return sorted((one for one in found if one is not None), key=lambda one: one.at, reverse=True)


def _backup(file: Path) -> Optional[Backup]:
    stamp, _, reason = file.stem.partition("-")
    try:
        at = dt.datetime.strptime(stamp, STAMP).replace(tzinfo=dt.timezone.utc)
        return Backup(file, at, reason, file.stat().st_size)
    except (ValueError, OSError):  # not one of ours, or gone meanwhile
        return None


def sites_of(backup: Backup) -> int:
    """Return how many sites a backup holds."""
    query = "SELECT count(*) FROM sites WHERE deleted = 0"
    return int(GeoPackageBackend(backup.path).select(query)[0][0])


def go_back(atlas: Atlas, backup: Backup) -> Path:
    """Give an atlas the contents of a backup, in one transaction; return a backup of what it held.

    Everything read from the atlas before is out of date then: open it anew.
    """
    atlas.require_writable()
    atlas.require_same_file()
    _require_own(atlas, backup)
    kept = atlas.backup("restore")
    if not backup.path.exists():
        raise AtlasError(
            tr("Store", "{path} is no longer there.").format(path=backup.path),
            hint=tr("Store", "Choose another backup."),
        )
    try:
        with _open(backup.path, "ro") as source, _open(atlas.path, "rw") as target:
            copy_pages(source, target)
    except sqlite3.Error as err:
        raise unwritable(atlas.path, err) from err
    checks.require_sound(atlas.path)
    return kept


def save_as(backup: Backup, target: Path) -> None:
    """Write a backup to a file of its own."""
    checks.require_sound(backup.path)
    with replacing(target) as partial:
        shutil.copyfile(backup.path, partial)


def _require_own(atlas: Atlas, backup: Backup) -> None:
    checks.require_geopackage(backup.path)
    checks.require_sound(backup.path)
    if checks.read_meta(GeoPackageBackend(backup.path)).get("uuid") != atlas.uuid:
        raise AtlasError(
            tr("Store", "{name} is a backup of another atlas.").format(name=backup.path.name),
            hint=tr("Store", "Choose another backup."),
        )


def _open(path: Path, mode: str) -> contextlib.closing[sqlite3.Connection]:
    where = f"{path.resolve().as_uri()}?mode={mode}"
    return contextlib.closing(sqlite3.connect(where, uri=True, timeout=BUSY_SECONDS))
