# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""What is looked at before an atlas is trusted: is it one, is it whole, may it be written."""

from __future__ import annotations

import contextlib
import os
import re
import sqlite3
from pathlib import Path

from ...errors import AtlasError
from ...files import has_content, is_protected
from ..model import RECORDS, columns
from .geopackage import GeoPackageBackend, unreadable
from .quoting import sql
from .schema import APPLICATION

MAGIC = b"SQLite format 3\x00"
APPLICATION_IDS = (b"GPKG", b"GP10", b"GP11")
MISREAD = re.compile(r"%[0-9A-Fa-f]{2}|\|(layername|layerid|subset|geometrytype|option|uniqueGeometryType)\b")
QUICK_CHECK_BYTES = 32 * 1024 * 1024
"""Up to this size a file is checked whole at opening; larger ones on request (``damage(thorough=True)``)."""


def require_addressable(path: Path) -> None:
    """Raise AtlasError when QGIS and GDAL would read something else out of the file's name."""
    found = MISREAD.search(str(path))
    if found:
        raise AtlasError(
            f"QGIS cannot open a file with “{found[0]}” in its path: {path}.",
            hint="Rename the file or the folder.",
        )


def require_geopackage(path: Path) -> None:
    """Raise AtlasError, naming the file, unless it exists and is a GeoPackage."""
    require_addressable(path)
    try:
        if not path.exists():
            raise AtlasError(f"{path} does not exist.", hint="Choose another atlas, or make a new one.")
        if not path.is_file():
            raise AtlasError(f"{path} is not a file.", hint="Choose a GeoPackage (.gpkg).")
        with path.open("rb") as stream:
            head = stream.read(100)
    except OSError as err:
        raise AtlasError(f"{path} cannot be read: {err.strerror}.", hint="Check its permissions.") from err
    if not head:
        raise AtlasError(f"{path} is empty.", hint="Open a backup, or make a new atlas.")
    if not head.startswith(MAGIC):
        raise AtlasError(
            f"{path} is not a GeoPackage, whatever its name says (it begins with {head[:12]!r}).",
            hint="Choose an atlas made by this plugin; other data comes in by Import.",
        )
    if len(head) < 100 or head[68:72] not in APPLICATION_IDS:
        raise AtlasError(f"{path} is an SQLite file but no GeoPackage.", hint="Choose a GeoPackage (.gpkg).")


def why_read_only(path: Path) -> str:
    """Return why the atlas may not be written, empty when it may.

    Raises AtlasError when a write-ahead log or a journal was left where it cannot be worked off: what would
    be shown is older than what was saved, or half of it.
    """
    folder_closed, file_closed = not os.access(path.parent, os.W_OK), is_protected(path)
    for ending in ("-wal", "-journal"):
        if (folder_closed or file_closed) and has_content(Path(f"{path}{ending}")):
            raise AtlasError(
                f"{path} has unfinished changes beside it ({path.name}{ending}), in a place that cannot be "
                "written.",
                hint="Copy both files to a folder of yours and open the copy; here wrong data would show.",
            )
    if file_closed:
        return "the file is write-protected."
    if folder_closed:
        return f"the folder {path.parent} is write-protected."
    return ""


def is_immutable(path: Path) -> bool:
    """Tell whether SQLite must be told that nobody can write (it would want to make a lock file)."""
    return not os.access(path.parent, os.W_OK)


def read_meta(backend: GeoPackageBackend) -> dict[str, str]:
    """Return the ``atlas_meta`` table.  Raises AtlasError when the file is no atlas."""
    with backend.reading() as db:
        if not db.execute("SELECT 1 FROM sqlite_master WHERE name = 'atlas_meta'").fetchone():
            raise _foreign(backend.path)
        rows = db.execute("SELECT key, value FROM atlas_meta").fetchall()
    meta = {key: value for key, value in rows if isinstance(value, str)}
    if meta.get("application") != APPLICATION or not meta.get("uuid"):
        raise _foreign(backend.path)
    return meta


def _foreign(path: Path) -> AtlasError:
    return AtlasError(
        f"{path} is a GeoPackage but not an atlas.", hint="Make a new atlas and import the data into it."
    )


def schema_version(path: Path, meta: dict[str, str]) -> int:
    """Return the format version written in the file."""
    text = meta.get("schema_version", "")
    if not (text.isascii() and text.isdigit() and len(text) < 10 and int(text) > 0):
        raise AtlasError(f"{path} names no valid format version (“{text}”).", hint="Open a backup.")
    return int(text)


def damage(backend: GeoPackageBackend, *, thorough: bool = False) -> str:
    """Return what is broken in the file, empty when it is sound.  Large files only when ``thorough``."""
    if not thorough and _size(backend.path) > QUICK_CHECK_BYTES:
        return ""
    try:
        with backend.reading() as db:
            return _damage(db)
    except AtlasError as err:
        return err.message


def _damage(db: sqlite3.Connection) -> str:
    result = db.execute("PRAGMA quick_check(1)").fetchone()[0]
    if result != "ok":
        return str(result).replace("\n", " ")
    orphan = db.execute("PRAGMA foreign_key_check").fetchone()
    if orphan:
        return f"a row of {orphan[0]} refers to a missing row of {orphan[2]}"
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
            return f"the spatial index of {table} does not fit its rows"
    return ""


def missing(backend: GeoPackageBackend) -> str:
    """Return which table or column of the present format the file lacks, empty when all are there."""
    with backend.reading() as db:
        for record in RECORDS:
            query = "SELECT name FROM pragma_table_info(?)"
            there = {name for (name,) in db.execute(query, (record.TABLE,))}
            if not there:
                return f"the table {record.TABLE} is missing"
            lost = [field.name for field in columns(record) if field.name not in there]
            if lost:
                return f"the column {lost[0]} of {record.TABLE} is missing"
    return ""


def require_sound(path: Path) -> None:
    """Raise AtlasError unless SQLite finds the file whole (used on every copy before it counts)."""
    try:
        with contextlib.closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as db:
            result = db.execute("PRAGMA quick_check(1)").fetchone()[0]
    except sqlite3.DatabaseError as err:
        raise unreadable(path, err) from err
    if result != "ok":
        raise AtlasError(f"The copy {path} is not sound: {result}.", hint="Check the disk and try again.")


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
