# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Where an atlas lives.

``Backend`` is what ``store`` needs of a database: layer addresses and table lists through QGIS's database
connection API, and one DB-API transaction for a save, because that API commits every statement by itself
and binds no parameters.  A second backend (PostGIS with QGIS's ``postgres`` connection and psycopg2)
implements this class and nothing else changes.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import sqlite3
import time
from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, Callable, Optional, TypeVar, Union

from ...errors import AtlasError, BusyError, FileGoneError
from ...files import has_content
from ...i18n import tr
from . import blob as gpkgblob
from .quoting import sql
from .statements import insert, insert_rows

T = TypeVar("T")
BUSY_SECONDS = 0.15
"""How long one call waits for another program; the window would stand still longer."""
BETWEEN_TRIES = 0.05
SQLITE_BUSY, SQLITE_LOCKED = 5, 6
"""Result codes; Python names them from 3.11."""
BULK_CACHE_KIB = 128 * 1024
"""Page cache while many rows are written; SQLite's usual 2 MB would write every index page many times."""

PACK_FROM = 1_000
"""New entries from which on packing an R-tree anew is faster than adding to it."""


class Backend(ABC):
    """One database that holds one atlas."""

    provider: str

    @abstractmethod
    def connection(self) -> Any:
        """Return QGIS's ``QgsAbstractDatabaseProviderConnection`` to this database."""

    @abstractmethod
    def layer_uri(self, table: str, subset: str = "") -> str:
        """Return the address under which QGIS loads ``table``, or the rows that ``subset`` (SQL) means."""

    @abstractmethod
    def select(self, sql: str, parameters: Union[Sequence[Any], Mapping[str, Any]] = ()) -> list[tuple]:
        """Run one query with bound parameters, without writing anything."""

    @abstractmethod
    def transaction(self) -> contextlib.AbstractContextManager[Any]:
        """Give a DB-API connection whose work is committed whole at the end, or rolled back whole."""

    @abstractmethod
    def bulk_insert(self, db: Any, table: str, names: Sequence[str], rows: Iterable[Sequence[Any]]) -> int:
        """Insert many rows inside a transaction, spatial index last; return how many."""

    @abstractmethod
    def state(self) -> tuple:
        """Return what identifies the file or server object behind this backend right now."""


class GeoPackageBackend(Backend):
    """An atlas in a GeoPackage file."""

    provider = "ogr"

    def __init__(self, path: Path, *, immutable: bool = False) -> None:
        self.path = Path(path)
        self._immutable = immutable

    def connection(self) -> Any:
        """Return QGIS's connection to the file."""
        from qgis.core import QgsProviderRegistry

        metadata = QgsProviderRegistry.instance().providerMetadata(self.provider)
        return metadata.createConnection(str(self.path), {})

    def layer_uri(self, table: str, subset: str = "") -> str:
        """Return ``path|layername=table|subset=…`` (by QGIS's encoder; ``tableUri`` lists all tables)."""
        from qgis.core import QgsProviderRegistry

        parts = {"path": str(self.path), "layerName": table}
        if subset:
            parts["subset"] = subset
        return QgsProviderRegistry.instance().encodeUri(self.provider, parts)

    @contextlib.contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """Give a read-only connection; opening it changes no byte of the file."""
        db = open_for_reading(self.path, immutable=self._immutable)
        try:
            yield db
        except (sqlite3.DatabaseError, UnicodeDecodeError) as err:  # the latter: SQLite quotes garbage
            raise unreadable(self.path, err) from err
        finally:
            db.close()

    def select(self, sql: str, parameters: Union[Sequence[Any], Mapping[str, Any]] = ()) -> list[tuple]:
        """Run one query."""
        with self.reading() as db:
            return db.execute(sql, parameters).fetchall()

    def bounds(self, table: str) -> Optional[tuple[float, float, float, float]]:
        """Return west, south, east, north of a table's geometries at once, None where it has none."""
        from .rtree import bounds

        with self.reading() as db:
            return bounds(db, f"rtree_{table}_geom")

    @contextlib.contextmanager
    def transaction(self) -> Iterator[sqlite3.Connection]:
        """Give a connection inside BEGIN IMMEDIATE … COMMIT; any exception rolls everything back."""
        try:
            with contextlib.closing(self._writing()) as db:
                try:
                    db.execute("BEGIN IMMEDIATE")
                    yield db
                    db.execute("COMMIT")
                except BaseException:
                    _rollback(db)
                    raise
        except (sqlite3.Error, UnicodeEncodeError) as err:
            refused = unwritable(self.path, err)
            if "locked" not in str(err):  # SQLite may put the roll-back off until the file is opened again
                with contextlib.suppress(AtlasError):
                    _take_back_unfinished(self.path)
            raise refused from err

    def _writing(self, patience: float = BUSY_SECONDS) -> sqlite3.Connection:
        try:
            db = sqlite3.connect(
                f"{self.path.resolve().as_uri()}?mode=rw",
                uri=True,
                timeout=patience,
                isolation_level=None,
            )
        except sqlite3.Error as err:
            raise unwritable(self.path, err) from err
        db.execute("PRAGMA foreign_keys = ON")
        # Deletion is a flag and imports are the only other bulk change, so durability is worth its price.
        db.execute("PRAGMA synchronous = FULL")
        db.execute(f"PRAGMA cache_size = -{BULK_CACHE_KIB}")
        _register_geometry_functions(db)
        return db

    def wait_until_free(self, seconds: float, given_up: Callable[[], bool] = bool) -> None:
        """Return as soon as the file can be written, or after so many seconds, or when ``given_up()``.

        Raises AtlasError, which names who holds it, when it could not be had.
        """
        end = time.monotonic() + seconds
        while True:
            try:
                with contextlib.closing(self._writing(0.0)) as db:
                    db.execute("BEGIN IMMEDIATE")
                    db.execute("ROLLBACK")
                    return
            except sqlite3.Error as err:
                if not is_busy(err) or given_up() or time.monotonic() > end:
                    raise unwritable(self.path, err) from err
            time.sleep(BETWEEN_TRIES)

    def bulk_insert(
        self, db: sqlite3.Connection, table: str, names: Sequence[str], rows: Iterable[Sequence[Any]]
    ) -> int:
        """Insert rows with the R-tree triggers set aside, then fill the R-tree in one go.

        SQLite runs DDL inside the transaction, so a failure brings the triggers back too.
        """
        with self.bulk(db, (table,)):
            return insert_rows(db, table, names, rows)

    @contextlib.contextmanager
    def bulk(self, db: sqlite3.Connection, tables: Sequence[str], *, checked: bool = True) -> Iterator[None]:
        """Set the insert triggers of ``tables`` aside; at the end fill R-trees and row counts in one go.

        With ``checked`` false the tables' CHECK conditions are not tried, which is half the time: only for
        rows whose every controlled value comes from this package's own code.
        """
        aside = {table: _insert_triggers(db, table) for table in tables}
        last = {table: _last_fid(db, table) for table in tables}
        db.execute(f"PRAGMA ignore_check_constraints = {int(not checked)}")
        for name, _ddl in sum(aside.values(), []):
            db.execute(sql("DROP TRIGGER {name}", name=name))
        yield
        db.execute("PRAGMA ignore_check_constraints = 0")
        for table in tables:
            rtree = f"rtree_{table}_geom"
            if any(name.startswith(rtree) for name, _ddl in aside[table]):
                _fill_rtree(db, table, rtree, last[table])
            _count_inserted(db, table, last[table])
            for _name, ddl in aside[table]:
                db.execute(ddl)

    def state(self) -> tuple:
        """Return device and inode of the file, so that a replaced file is noticed."""
        try:
            found = self.path.stat()
        except OSError as err:
            raise FileGoneError(
                tr("Store", "The atlas {path} is no longer there.").format(path=self.path),
                hint=tr("Store", "Save it to a new file (Save atlas as) before you go on."),
                detail=str(err),
            ) from err
        return found.st_dev, found.st_ino


def _insert_triggers(db: sqlite3.Connection, table: str) -> list[tuple[str, str]]:
    """Return name and DDL of the triggers that keep the R-tree and GDAL's row count at every insert."""
    wanted = (f"rtree_{table}_geom_insert", f"trigger_insert_feature_count_{table}")
    query = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name IN (?, ?)"
    return db.execute(query, wanted).fetchall()


def _last_fid(db: sqlite3.Connection, table: str) -> int:
    return db.execute(sql("SELECT ifnull(max(fid), 0) FROM {table}", table=table)).fetchone()[0]


def _count_inserted(db: sqlite3.Connection, table: str, after_fid: int) -> None:
    added = db.execute(sql("SELECT count(*) FROM {table} WHERE fid > ?", table=table), (after_fid,))
    db.execute(
        "UPDATE gpkg_ogr_contents SET feature_count = feature_count + ? WHERE table_name = ?",
        (added.fetchone()[0], table),
    )


def _fill_rtree(db: sqlite3.Connection, table: str, rtree: str, after_fid: int) -> None:
    new = sql("FROM {table} WHERE fid > ? AND geom IS NOT NULL", table=table)
    count = db.execute(f"SELECT count(*) {new}", (after_fid,)).fetchone()[0]
    held = db.execute(sql("SELECT count(*) FROM {t}", t=f"{rtree}_rowid")).fetchone()[0]
    rows = db.execute(f"SELECT fid, geom {new}", (after_fid,))
    if count > PACK_FROM and count > held // 4:
        from .rtree import pack, portions

        pack(db, rtree, map(gpkgblob.boxes_of, portions(rows)))
        return
    boxes = ((fid, gpkgblob.bounds_of(blob)) for fid, blob in rows.fetchall())
    insert_rows(db, rtree, ("id", "minx", "maxx", "miny", "maxy"), [(fid, *b) for fid, b in boxes if b])


def _rollback(db: sqlite3.Connection) -> None:
    if db.in_transaction:
        db.execute("ROLLBACK")


def _register_geometry_functions(db: sqlite3.Connection) -> None:
    """Give this connection the five functions that a GeoPackage's R-tree triggers call."""

    def corner(index: int) -> Any:
        def value(blob: Optional[bytes]) -> Optional[float]:
            bounds = gpkgblob.bounds_of(blob)
            return None if bounds is None else bounds[index]

        return value

    for index, name in enumerate(("ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY")):
        db.create_function(name, 1, corner(index), deterministic=True)
    db.create_function(
        "ST_IsEmpty", 1, lambda blob: int(gpkgblob.bounds_of(blob) is None), deterministic=True
    )


def create_container(path: Path, ddl: Iterable[str], spatial: Iterable[str]) -> None:
    """Make an empty GeoPackage with GDAL, run ``ddl`` in it, give the ``spatial`` tables their R-trees."""
    from osgeo import gdal

    refused = AtlasError(
        tr("Store", "{path} could not be created.").format(path=path),
        hint=tr("Store", "Choose a folder that you may write to."),
    )
    try:
        dataset = gdal.GetDriverByName("GPKG").Create(str(path), 0, 0, 0, gdal.GDT_Unknown)
    except RuntimeError as err:  # where somebody in this process has told GDAL to raise
        raise refused from err
    if dataset is None:
        raise refused
    dataset = None
    try:
        with contextlib.closing(sqlite3.connect(str(path), isolation_level=None)) as db:
            # The file has a temporary name until it is whole: nothing to be durable about yet.
            db.execute("PRAGMA synchronous = OFF")
            db.execute("BEGIN")
            for statement in ddl:
                db.execute(statement)
            for table in spatial:
                _count_like_gdal(db, table)
            db.execute("COMMIT")
    except sqlite3.Error as err:
        raise unwritable(path, err) from err
    dataset = gdal.OpenEx(str(path), gdal.OF_UPDATE | gdal.OF_VECTOR, allowed_drivers=["GPKG"])
    for table in spatial:
        dataset.ReleaseResultSet(
            dataset.ExecuteSQL(sql("SELECT CreateSpatialIndex({t:text}, 'geom')", t=table))
        )
    dataset = None


def _count_like_gdal(db: sqlite3.Connection, table: str) -> None:
    """Let GDAL know the number of rows without counting them (its own ``gpkg_ogr_contents``)."""
    insert(db, "gpkg_ogr_contents", {"table_name": table, "feature_count": 0})
    for event, change in (("insert", "+ 1"), ("delete", "- 1")):
        db.execute(
            sql(
                "CREATE TRIGGER {trigger} AFTER {event:sql} ON {table} BEGIN UPDATE gpkg_ogr_contents "
                "SET feature_count = feature_count {change:sql} "
                "WHERE lower(table_name) = lower({table:text}); END",
                trigger=f"trigger_{event}_feature_count_{table}",
                event=event.upper(),
                table=table,
                change=change,
            )
        )


def copy_pages(source: sqlite3.Connection, target: sqlite3.Connection) -> None:
    """Copy a database whole; raises sqlite3.OperationalError where SQLite would wait for a lock for ever."""
    tries = int(BUSY_SECONDS / BETWEEN_TRIES)

    def stop(status: int, _left: int, _all: int) -> None:
        nonlocal tries
        tries -= status in (SQLITE_BUSY, SQLITE_LOCKED)
        if tries < 0:
            raise sqlite3.OperationalError("database is locked")

    source.backup(target, progress=stop, sleep=BETWEEN_TRIES)


def open_for_reading(
    path: Path, patience: float = BUSY_SECONDS, *, immutable: bool = False
) -> sqlite3.Connection:
    """Open a file for reading only, in the one way there is; opening it changes no byte of what was saved.

    ``patience``: seconds that a question waits for somebody who writes.  Raises AtlasError.
    """
    if not immutable:
        _take_back_unfinished(path)
    flags = "mode=ro&immutable=1" if immutable else "mode=ro"
    try:
        return sqlite3.connect(f"{path.resolve().as_uri()}?{flags}", uri=True, timeout=patience)
    except sqlite3.Error as err:
        raise unreadable(path, err) from err


def _take_back_unfinished(path: Path) -> None:
    """Undo what a killed writer left half done, which a read-only connection is not allowed to do.

    SQLite does it at the first query when the journal's writer is gone, and leaves a living one alone.
    """
    if not has_content(Path(f"{path}-journal")) or not os.access(path.parent, os.W_OK):
        return
    try:
        where = f"{path.resolve().as_uri()}?mode=rw"
        with contextlib.closing(sqlite3.connect(where, uri=True, timeout=BUSY_SECONDS)) as db:
            db.execute("SELECT 1 FROM sqlite_master").fetchone()
    except sqlite3.Error as err:
        raise unreadable(path, err) from err


def patiently(work: Callable[[], T], seconds: float) -> T:
    """Return what ``work`` gives, trying again while another program holds the file.

    Raises BusyError after so many seconds.
    """
    end = time.monotonic() + seconds
    while True:
        try:
            return work()
        except BusyError:
            if time.monotonic() > end:
                raise
        time.sleep(BETWEEN_TRIES)


def is_busy(err: Exception) -> bool:
    """Tell whether somebody else holds the file."""
    return "locked" in str(err) or "busy" in str(err)


def room(path: Path, size: int = 0) -> str:
    """Return how much a save (or a copy of ``size`` bytes) may take at most, and what is left on the disk."""
    try:
        free, size = shutil.disk_usage(path.parent).free, size or path.stat().st_size
    except OSError:
        return ""
    told = tr("Store", "A save needs up to {size} MB, {free} MB are left.")
    return told.format(size=f"{size / 1e6:,.1f}", free=f"{free / 1e6:,.1f}")


def holder(path: Path) -> str:
    """Return the program that holds locks on a file, as far as the system tells (Linux does)."""
    try:
        nodes = {
            Path(f"{path}{end}").stat().st_ino
            for end in ("", "-wal", "-shm")
            if has_content(Path(f"{path}{end}"))
        }
        lines = Path("/proc/locks").read_text(encoding="ascii").splitlines()
    except OSError:
        return tr("Store", "another program")
    fields = [line.split() for line in lines]
    found = {
        int(f[4]) for f in fields if len(f) > 5 and int(f[5].rpartition(":")[2]) in nodes and f[4].isdigit()
    }
    told = tr("Store", "{program} (process {number})")
    names = [told.format(program=_program(pid), number=pid) for pid in sorted(found - {os.getpid()})]
    return ", ".join(names) or tr("Store", "another program")


def _program(pid: int) -> str:
    try:
        return Path(f"/proc/{pid}/comm").read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        return tr("Store", "a program")


def unreadable(path: Path, err: Exception) -> AtlasError:
    """Return the error for a file that SQLite cannot read."""
    if is_busy(err):
        return BusyError(
            tr("Store", "{path} is in use by {holder}.").format(path=path, holder=holder(path)),
            hint=tr("Store", "Close it there and try again."),
            detail=str(err),
        )
    if not path.exists():
        return AtlasError(
            tr("Store", "{path} is no longer there.").format(path=path),
            hint=tr("Store", "Put it back, or open a backup."),
            detail=repr(err),
        )
    return AtlasError(
        tr("Store", "{path} cannot be read: {err}.").format(path=path, err=err),
        hint=tr("Store", "If it is damaged, open the newest backup beside it."),
        detail=repr(err),
    )


def unwritable(path: Path, err: Exception, size: int = 0) -> AtlasError:
    """Return the error for a write that SQLite refused; nothing of it was kept."""
    text = str(err)
    hint = tr("Store", "Nothing was saved; your edits are kept.")
    if is_busy(err):
        return BusyError(
            tr("Store", "{path} is being written by {holder}.").format(path=path, holder=holder(path)),
            hint=f"{hint} {tr('Store', 'Try again.')}",
            detail=text,
        )
    if "full" in text:
        told = tr("Store", "The disk that holds {path} is full.").format(path=path)
        more = tr("Store", "Make room and try again.")
        return AtlasError(f"{told} {room(path, size)}".strip(), hint=f"{hint} {more}", detail=text)
    if "readonly" in text or "unable to open" in text:
        return AtlasError(
            tr("Store", "{path} cannot be written.").format(path=path),
            hint=f"{hint} {tr('Store', 'Use “Save atlas as…”.')}",
            detail=text,
        )
    return AtlasError(
        tr("Store", "{path} refused the change: {text}.").format(path=path, text=text),
        hint=hint,
        detail=repr(err),
    )
