# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""What is looked at before an atlas is trusted: is it one, is it whole, may it be written."""

from __future__ import annotations

import contextlib
import os
import re
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

from ...errors import AtlasError
from ...files import has_content, is_protected
from ...i18n import tr
from ..model import RECORDS, columns
from . import foreign
from .geopackage import GeoPackageBackend, unreadable
from .quoting import sql
from .schema import APPLICATION

MAGIC = b"SQLite format 3\x00"
APPLICATION_IDS = (b"GPKG", b"GP10", b"GP11")
MISREAD = re.compile(r"%[0-9A-Fa-f]{2}|\|(layername|layerid|subset|geometrytype|option|uniqueGeometryType)\b")
UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
META_ROWS, META_CHARACTERS = 100, 10_000
"""An atlas has half a dozen short ones."""
LOOK_SECONDS, THOROUGH_SECONDS = 10.0, 600.0
QUICK_CHECK_BYTES = 32 * 1024 * 1024
"""Up to this size a file is checked whole at opening; larger ones on request (``damage(thorough=True)``)."""


def require_addressable(path: Path) -> None:
    """Raise AtlasError when QGIS and GDAL would read something else out of the file's name."""
    found = MISREAD.search(str(path))
    if found:
        raise AtlasError(
            tr("Store", "QGIS cannot open a file with “{found}” in its path: {path}.").format(
                found=found[0], path=path
            ),
            hint=tr("Store", "Rename the file or the folder."),
        )


def require_geopackage(path: Path) -> None:
    """Raise AtlasError, naming the file, unless it exists and is a GeoPackage."""
    require_addressable(path)
    try:
        if not path.exists():
            raise AtlasError(
                tr("Store", "{path} does not exist.").format(path=path),
                hint=tr("Store", "Choose another atlas, or make a new one."),
            )
        if not path.is_file():
            raise AtlasError(
                tr("Store", "{path} is not a file.").format(path=path),
                hint=tr("Store", "Choose a GeoPackage (.gpkg)."),
            )
        with path.open("rb") as stream:
            head = stream.read(100)
    except OSError as err:
        raise AtlasError(
            tr("Store", "{path} cannot be read: {strerror}.").format(path=path, strerror=err.strerror),
            hint=tr("Store", "Check its permissions."),
        ) from err
    if not head:
        raise AtlasError(
            tr("Store", "{path} is empty.").format(path=path),
            hint=tr("Store", "Open a backup, or make a new atlas."),
        )
    if not head.startswith(MAGIC):
        raise AtlasError(
            tr(
                "Store", "{path} is not a GeoPackage, whatever its name says (it begins with {head!r})."
            ).format(path=path, head=head[:12]),
            hint=tr("Store", "Choose an atlas made by this plugin; other data comes in by Import."),
        )
    if len(head) < 100 or head[68:72] not in APPLICATION_IDS:
        raise AtlasError(
            tr("Store", "{path} is an SQLite file but no GeoPackage.").format(path=path),
            hint=tr("Store", "Choose a GeoPackage (.gpkg)."),
        )


def why_read_only(path: Path) -> str:
    """Return why the atlas may not be written, empty when it may.

    Raises AtlasError when a write-ahead log or a journal was left where it cannot be worked off: what would
    be shown is older than what was saved, or half of it.
    """
    folder_closed, file_closed = not os.access(path.parent, os.W_OK), is_protected(path)
    for ending in ("-wal", "-journal"):
        if (folder_closed or file_closed) and has_content(Path(f"{path}{ending}")):
            raise AtlasError(
                tr(
                    "Store",
                    "{path} has unfinished changes beside it ({name}{ending}), in a place that "
                    "cannot be written.",
                ).format(path=path, name=path.name, ending=ending),
                hint=tr(
                    "Store",
                    "Copy both files to a folder of yours and open the copy; here wrong data would show.",
                ),
            )
    if file_closed:
        return tr("Store", "the file is write-protected.")
    if folder_closed:
        return tr("Store", "the folder {folder} is write-protected.").format(folder=path.parent)
    return ""


def is_immutable(path: Path) -> bool:
    """Tell whether SQLite must be told that nobody can write (it would want to make a lock file)."""
    return not os.access(path.parent, os.W_OK)


@contextlib.contextmanager
def looking(backend: GeoPackageBackend, seconds: float = LOOK_SECONDS) -> Iterator[sqlite3.Connection]:
    """Give a reading connection that is stopped after so many seconds: a hostile file could ask for ever."""
    end = time.monotonic() + seconds
    with backend.reading() as db:
        db.set_progress_handler(lambda: time.monotonic() > end, 10_000)
        try:
            yield db
        except sqlite3.OperationalError as err:
            if "interrupted" not in str(err):
                raise
            told = tr("Store", "{path} takes too long to be looked at.").format(path=backend.path)
            raise AtlasError(told, hint=tr("Store", "It may be damaged, or made to do harm.")) from err


def read_meta(backend: GeoPackageBackend) -> dict[str, str]:
    """Return the ``atlas_meta`` table.  Raises AtlasError when the file is no atlas."""
    with looking(backend) as db:
        if not db.execute("SELECT 1 FROM sqlite_master WHERE name = 'atlas_meta'").fetchone():
            raise _foreign(backend.path)
        disguise = foreign.disguised(db)
        if disguise:
            told = tr("Store", "{path} is no atlas: {what}.").format(path=backend.path, what=disguise)
            raise AtlasError(told, hint=tr("Store", "Ask whoever gave it to you, or open a backup."))
        query = "SELECT key, value FROM atlas_meta WHERE length(value) <= ? LIMIT ?"
        rows = db.execute(query, (META_CHARACTERS, META_ROWS)).fetchall()
    meta = {key: value for key, value in rows if isinstance(value, str)}
    if meta.get("application") != APPLICATION or not UUID.fullmatch(meta.get("uuid", "")):
        raise _foreign(backend.path)
    return meta


def foreign_triggers(backend: GeoPackageBackend) -> str:
    """Return the name of a trigger in the file that is neither ours nor GDAL's, empty when there is none."""
    with looking(backend) as db:
        return foreign.triggers(db)


def _foreign(path: Path) -> AtlasError:
    return AtlasError(
        tr("Store", "{path} is a GeoPackage but not an atlas.").format(path=path),
        hint=tr("Store", "Make a new atlas and import the data into it."),
    )


def schema_version(path: Path, meta: dict[str, str]) -> int:
    """Return the format version written in the file."""
    text = meta.get("schema_version", "")
    if not (text.isascii() and text.isdigit() and len(text) < 10 and int(text) > 0):
        raise AtlasError(
            tr("Store", "{path} names no valid format version (“{text}”).").format(path=path, text=text),
            hint=tr("Store", "Open a backup."),
        )
    return int(text)


def damage(backend: GeoPackageBackend, *, thorough: bool = False) -> str:
    """Return what is broken in the file, empty when it is sound.  Large files only when ``thorough``."""
    if not thorough and _size(backend.path) > QUICK_CHECK_BYTES:
        return ""
    try:
        with looking(backend, THOROUGH_SECONDS if thorough else LOOK_SECONDS) as db:
            return _damage(db)
    except AtlasError as err:
        return err.message


def _damage(db: sqlite3.Connection) -> str:
    result = db.execute("PRAGMA quick_check(1)").fetchone()[0]
    if result != "ok":
        return str(result).replace("\n", " ")
    orphan = db.execute("PRAGMA foreign_key_check").fetchone()
    if orphan:
        told = tr("Store", "a row of {table} refers to a missing row of {other}")
        return told.format(table=orphan[0], other=orphan[2])
    trees = db.execute("SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'rtree_%_geom'")
    for (tree,) in trees.fetchall():
        table = tree[len("rtree_") : -len("_geom")]
        stray = db.execute(
            sql(
                "SELECT count(*) FROM {tree} WHERE id NOT IN (SELECT fid FROM {table})",
                tree=tree,
                table=table,
            )
        ).fetchone()[0]
        if stray:
            return tr("Store", "the spatial index of {table} does not fit its rows").format(table=table)
    return ""


def missing(backend: GeoPackageBackend) -> str:
    """Return which table or column of the present format the file lacks, empty when all are there."""
    with looking(backend) as db:
        for record in RECORDS:
            query = "SELECT name FROM pragma_table_info(?)"
            there = {name for (name,) in db.execute(query, (record.TABLE,))}
            if not there:
                return tr("Store", "the table {table} is missing").format(table=record.TABLE)
            lost = [field.name for field in columns(record) if field.name not in there]
            if lost:
                told = tr("Store", "the column {column} of {table} is missing")
                return told.format(column=lost[0], table=record.TABLE)
    return ""


def require_sound(path: Path) -> None:
    """Raise AtlasError unless SQLite finds the file whole (used on every copy before it counts)."""
    try:
        with contextlib.closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as db:
            result = db.execute("PRAGMA quick_check(1)").fetchone()[0]
    except sqlite3.DatabaseError as err:
        raise unreadable(path, err) from err
    if result != "ok":
        raise AtlasError(
            tr("Store", "The copy {path} is not sound: {result}.").format(path=path, result=result),
            hint=tr("Store", "Check the disk and try again."),
        )


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
