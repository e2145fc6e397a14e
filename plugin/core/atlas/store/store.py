# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""An open atlas: made whole or not at all, opened without altering it, saved in one transaction."""

from __future__ import annotations

import contextlib
import datetime as dt
import getpass
import shutil
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, Callable, Optional, TypeVar

from ...errors import AtlasError, BusyError, FileGoneError
from ...files import remove_left_over, replacing
from ...i18n import tr
from .. import seed
from ..model import RECORDS, Category, History, Record, columns, new_uuid
from ..settings import Settings
from . import checks
from .geopackage import (
    Backend,
    GeoPackageBackend,
    copy_pages,
    create_container,
    is_busy,
    patiently,
    unwritable,
)
from .quoting import sql
from .rows import as_json, from_row, insert_records, read, read_many, replace, to_row
from .schema import APPLICATION, SCHEMA_VERSION, pending, statements
from .statements import MAX_PARAMETERS, insert, insert_rows, update_sql

__all__ = [
    "Atlas", "ConflictError", "STAMP", "Writer", "account_name", "backup_folder", "create", "from_row", "now",
    "open_atlas", "replace", "to_row", "user_name",
]  # fmt: skip

R = TypeVar("R", bound=Record)
STAMP = "%Y%m%dT%H%M%S%f"
MONTH_DIGITS = len("202601")
UPGRADE = "format-"
"""How the reason of a backup begins that was made before an upgrade."""
VERIFY_SECONDS = 0.5
"""How long the look at a committed change waits for another program."""
CATEGORIES = "categories"
"""Key in ``atlas_meta``: which shipped categories have been offered to the atlas."""


def backup_folder(path: Path) -> Path:
    """Return where the backups of an atlas lie."""
    return path.with_name(path.stem + ".backups")


class ConflictError(AtlasError):
    """A row changed since it was read; ``mine`` and ``theirs`` hold both versions."""

    def __init__(self, table: str, mine: Record, theirs: Optional[Record]) -> None:
        name = getattr(mine, "name", "") or getattr(mine, "title", "") or mine.uuid
        changed = tr("Store", "“{name}” in {table} was changed by somebody else since you opened it.")
        gone = tr("Store", "“{name}” in {table} was deleted by somebody else since you opened it.")
        told = changed if theirs and not theirs.deleted else gone
        super().__init__(
            told.format(name=name, table=tr("Layer", mine.LABEL)),
            hint=tr("Store", "Compare both versions; nothing was overwritten."),
        )
        self.mine = mine
        self.theirs = theirs


def now() -> str:
    """Return the present time as GeoPackage writes it (UTC, milliseconds)."""
    return dt.datetime.now(dt.timezone.utc).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"


class Atlas:
    """One open atlas.  Holds no connection and no lock between calls."""

    def __init__(self, backend: GeoPackageBackend, meta: dict[str, str], read_only: str = "") -> None:
        self.backend = backend
        self.meta = meta
        self.read_only = read_only
        """Why this atlas must not be changed; empty when it may."""
        self.notes: list[str] = []
        """What the user should know of the opening: what of the file was left aside."""
        self._state = backend.state()

    @property
    def path(self) -> Path:
        """The file."""
        return self.backend.path

    @property
    def uuid(self) -> str:
        """The identifier of this atlas, written in the file (a copy keeps it)."""
        return self.meta["uuid"]

    @property
    def title(self) -> str:
        """The name shown in the window."""
        return self.meta.get("title") or self.path.stem

    # -- reading -------------------------------------------------------------------------------------

    def rows(self, record: type[R], *, deleted: bool = False, **equal: Any) -> list[R]:
        """Return the rows of a table whose columns equal the given values, in order of entry."""
        with self.backend.reading() as db:
            return read(db, record, equal, deleted)

    def get(self, record: type[R], uuid: str) -> Optional[R]:
        """Return one row, deleted or not, or None."""
        found = self.rows(record, deleted=True, uuid=uuid)
        return found[0] if found else None

    def many(self, record: type[R], uuids: Iterable[str]) -> dict[str, R]:
        """Return rows, deleted or not, by their identifiers (those that are there)."""
        with self.backend.reading() as db:
            return {row.uuid: row for row in read_many(db, record, "uuid", uuids)}

    def count(self, record: type[Record], where: str = "") -> int:
        """Return how many rows are not deleted; ``where`` is SQL written in this package, never data."""
        query = sql("SELECT count(*) FROM {table} WHERE deleted = 0", table=record.TABLE)
        return self.backend.select(f"{query} AND {where}" if where else query)[0][0]

    def layer_uri(self, table: str, subset: str = "") -> str:
        """Return the address under which QGIS loads a table, or the rows that ``subset`` (SQL) means."""
        return self.backend.layer_uri(table, subset)

    # -- writing -------------------------------------------------------------------------------------

    @contextlib.contextmanager
    def transaction(self, action: str, *, note: str = "") -> Iterator[Writer]:
        """Give a writer; all of it is saved at the end, or none of it when anything fails.

        The file behind the atlas is checked before and after, and the count of written rows is read
        again from disk, so that "saved" is never said of a file that is gone.
        """
        self.require_writable()
        self.require_same_file()
        with self.backend.transaction() as db:
            writer = Writer(db, action, note)
            yield writer
            writer.finish()
        self._verify(writer)

    def _verify(self, writer: Writer) -> None:
        """Look at the file after a commit.  What was committed is never called unsaved because of a lock."""

        def look() -> None:
            self.require_same_file()
            writer.verify(self.backend)

        with contextlib.suppress(BusyError):
            patiently(look, VERIFY_SECONDS)

    def require_writable(self) -> None:
        """Raise AtlasError with the reason when this atlas is read-only."""
        if self.read_only:
            raise AtlasError(
                tr("Store", "{path} is open for reading only: {reason}").format(
                    path=self.path, reason=self.read_only
                ),
                hint=tr("Store", "Use “Save atlas as…” first."),
            )

    @property
    def identity(self) -> tuple:
        """Device and inode of the file as it was opened."""
        return self._state

    def is_same_file(self) -> bool:
        """Tell whether the file that was opened still has its name."""
        try:
            return self.backend.state() == self._state
        except FileGoneError:
            return False

    def require_same_file(self) -> None:
        """Raise AtlasError when the file was deleted or replaced by another one since it was opened."""
        if self.backend.state() != self._state or checks.read_meta(self.backend).get("uuid") != self.uuid:
            raise FileGoneError(
                tr("Store", "{path} was replaced by another file since it was opened.").format(
                    path=self.path
                ),
                hint=tr("Store", "Save your atlas to a new file (Save atlas as) before you go on."),
            )

    @contextlib.contextmanager
    def backed_up(self, reason: str) -> Iterator[Path]:
        """Give a backup of how the atlas is before a change; it goes again when the change is refused.

        So refused changes push no older backup out.
        """
        made = self._back_up(reason)
        try:
            yield made
        except BaseException:
            made.unlink(missing_ok=True)
            raise
        self._thin_out()

    def backup(self, reason: str) -> Path:
        """Write a verified copy beside the atlas (``NAME.backups/DATE-reason.gpkg``); keep the newest."""
        made = self._back_up(reason)
        self._thin_out()
        return made

    def _back_up(self, reason: str) -> Path:
        folder = backup_folder(self.path)
        try:
            folder.mkdir(exist_ok=True)
        except OSError as err:
            raise AtlasError(
                tr("Store", "The folder for backups {folder} cannot be made: {strerror}.").format(
                    folder=folder, strerror=err.strerror
                ),
                hint=tr(
                    "Store",
                    "Nothing was changed. Make room for it beside the atlas, or save the atlas elsewhere.",
                ),
            ) from err
        stamp = dt.datetime.now(dt.timezone.utc).strftime(STAMP)
        target = folder / f"{stamp}-{reason}.gpkg"
        self.copy_to(target)
        return target

    def _thin_out(self) -> None:
        """Take old backups away, but never one from before an upgrade, nor the oldest of a month."""
        folder = backup_folder(self.path)
        remove_left_over(folder)
        found = sorted(folder.glob("[0-9]*T[0-9]*-*.gpkg"))
        months: dict[str, Path] = {}
        for made in found:
            months.setdefault(made.name[:MONTH_DIGITS], made)
        kept = {*found[-Settings.read().kept_backups :], *months.values()}
        for old in found:
            if old not in kept and not old.stem.partition("-")[2].startswith(UPGRADE):
                old.unlink()

    def copy_to(self, target: Path) -> None:
        """Write a sound copy of the atlas, also while it is in use; an existing file is replaced whole."""
        checks.require_addressable(target)
        with replacing(target) as temporary:
            with self.backend.reading() as source:
                # Readable so far: what fails from here on is the copy.
                source.execute("SELECT 1 FROM sqlite_master").fetchone()
                try:
                    with contextlib.closing(sqlite3.connect(str(temporary))) as copy:
                        copy_pages(source, copy)
                        copy.execute("PRAGMA journal_mode = DELETE")
                except sqlite3.OperationalError as err:
                    if is_busy(err):
                        raise
                    raise unwritable(target, err, self.path.stat().st_size) from err
            checks.require_sound(temporary)
            shutil.copymode(self.path, temporary)


class Writer:
    """Changes inside one transaction; every change leaves a row in ``history``."""

    def __init__(self, db: Any, action: str, note: str = "") -> None:
        self._db = db
        self._action = action
        self._note = note
        self._who = user_name()
        self.batch = new_uuid()
        self._touched: list[tuple[str, str, int]] = []

    @property
    def db(self) -> Any:
        """The DB-API connection, for bulk work that ``Backend.bulk_insert`` does."""
        return self._db

    def rows(self, record: type[R], *, deleted: bool = False, **equal: Any) -> list[R]:
        """Return rows as they stand inside this transaction."""
        return read(self._db, record, equal, deleted)

    def log_foreign(
        self, action: str, table: str, uuid: str, before: Optional[dict], after: Optional[dict]
    ) -> None:
        """Write down a change that another program (QGIS's own edit session) has already saved."""
        self._log(action, table, uuid, before, after)

    def insert(self, record: Record) -> None:
        """Add a row."""
        values = to_row(record)
        with _half_characters_named():
            insert(self._db, record.TABLE, values)
        self._remember("insert", record, None, values)

    def update(self, record: Record) -> None:
        """Change a row.  Raises ConflictError when it is not at ``record.row_version`` any more."""
        before = self._current(record)
        old, values = to_row(before), to_row(record)
        values["row_version"] = record.row_version + 1
        # Only what differs: SQLite looks for references to every key that is set, even to the same value,
        # which reads whole tables.
        changed = {name: value for name, value in values.items() if value != old[name]}
        with _half_characters_named():
            self._db.execute(update_sql(record.TABLE, tuple(changed)), [*changed.values(), record.uuid])
        record.row_version += 1
        self._remember("update", record, old, values)

    def delete(self, record: Record) -> None:
        """Mark a row as deleted."""
        record.deleted = True
        self.update(record)

    def _current(self, record: Record) -> Record:
        found = read(self._db, type(record), {"uuid": record.uuid}, True)
        current = found[0] if found else None
        if current is None or current.row_version != record.row_version:
            raise ConflictError(record.TABLE, record, current)
        return current

    def _remember(self, action: str, record: Record, before: Optional[dict], after: dict) -> None:
        self._touched.append((record.TABLE, record.uuid, record.row_version))
        self._log(action, record.TABLE, record.uuid, before, after)

    def _log(
        self,
        action: str,
        table: Optional[str] = None,
        uuid: Optional[str] = None,
        before: Optional[dict] = None,
        after: Optional[dict] = None,
    ) -> None:
        entry = History(batch=self.batch, at=now(), who=self._who, action=action, note=self._note or None)
        entry.table_name, entry.row_uuid = table, uuid
        entry.before, entry.after = as_json(before), as_json(after)
        insert_records(self._db, [entry])

    def finish(self) -> None:
        """Write the line that closes the batch."""
        self._log(self._action)

    def verify(self, backend: Backend) -> None:
        """Read the touched rows again from disk; raise AtlasError when one is not as it was written."""
        latest: dict[str, dict[str, int]] = {}
        for table, uuid, version in self._touched:
            latest.setdefault(table, {})[uuid] = version
        for table, versions in latest.items():
            uuids = list(versions)
            for start in range(0, len(uuids), MAX_PARAMETERS):
                some = uuids[start : start + MAX_PARAMETERS]
                query = sql(
                    "SELECT uuid, row_version FROM {table} WHERE uuid IN ({marks:sql})",
                    table=table,
                    marks=", ".join("?" * len(some)),
                )
                if dict(backend.select(query, some)) != {uuid: versions[uuid] for uuid in some}:
                    raise AtlasError(
                        tr("Store", "The change was written but could not be read back."),
                        hint=tr("Store", "Save to a new file."),
                    )


@contextlib.contextmanager
def _half_characters_named() -> Iterator[None]:
    try:
        yield
    except UnicodeEncodeError as err:
        raise AtlasError(
            tr("Store", "A text holds half a character, which no file can keep ({text}).").format(
                text=ascii(err.object[:60])
            ),
            hint=tr("Store", "Type it again; nothing was saved."),
            detail=str(err),
        ) from err


# -- making and opening ------------------------------------------------------------------------------


def create(
    path: Path,
    records: Iterable[Record],
    *,
    title: str,
    styles: Iterable[tuple] = (),
    last_word: Optional[Callable[[], None]] = None,
) -> Atlas:
    """Make an atlas file from records, whole or not at all, and return it open.

    ``styles`` are (table, name, qml) rows for QGIS's ``layer_styles``; ``last_word`` may still stop it all by
    an exception before the file gets its name.
    """
    path = Path(path)
    if path.suffix.lower() != ".gpkg":
        raise AtlasError(
            tr("Store", "{name} is not a GeoPackage name.").format(name=path.name),
            hint=tr("Store", "Give it the ending .gpkg."),
        )
    checks.require_addressable(path)
    if not path.parent.is_dir():
        raise AtlasError(
            tr("Store", "The folder {parent} does not exist.").format(parent=path.parent),
            hint=tr("Store", "Make it first, or choose another."),
        )
    with replacing(path) as temporary:
        create_container(temporary, statements(), [r.TABLE for r in RECORDS if r.GEOMETRY])
        backend = GeoPackageBackend(temporary)
        with backend.transaction() as db:
            _write_meta(db, title)
            _write_all(backend, db, records)
            _write_styles(db, styles)
            _write_extents(db)
        if last_word:
            last_word()
    return open_atlas(path)


def open_atlas(path: Path) -> Atlas:
    """Open an atlas without changing a byte of it, unless its schema is older (a dated copy is made first).

    Raises AtlasError for what is missing, damaged or no atlas; what may only be read comes back with
    ``read_only`` set to the reason.
    """
    path = Path(path)
    checks.require_geopackage(path)
    reason = checks.why_read_only(path)
    backend = GeoPackageBackend(path, immutable=checks.is_immutable(path))
    meta = checks.read_meta(backend)
    version = checks.schema_version(path, meta)
    if version > SCHEMA_VERSION:
        told = tr("Store", "a newer plugin made it (format {version}; this one knows up to {known}).")
        reason = told.format(version=version, known=SCHEMA_VERSION)
    damage = checks.damage(backend) or (checks.missing(backend) if version == SCHEMA_VERSION else "")
    if damage:
        told = tr("Store", "it is damaged ({damage}). The newest good backup lies in {folder}.")
        reason = told.format(damage=damage, folder=backup_folder(path).name)
    trigger = "" if reason else checks.foreign_triggers(backend)
    if trigger:
        told = tr("Store", "it holds the trigger “{name}”, which no atlas has and which would run at saves.")
        reason = told.format(name=trigger)
    atlas = Atlas(backend, meta, reason)
    if version < SCHEMA_VERSION:
        if reason:
            raise AtlasError(
                tr(
                    "Store",
                    "{path} has an older format ({version}) and cannot be upgraded where it is: {reason}",
                ).format(path=path, version=version, reason=reason),
                hint=tr("Store", "Copy it to a folder of yours and open the copy."),
            )
        _migrate(atlas, version)
    if not atlas.read_only and atlas.meta.get(CATEGORIES) != seed.categories_mark():
        with contextlib.suppress(AtlasError):  # the file is in use or the disk full: at the next opening
            _add_new_categories(atlas)
    return atlas


def _migrate(atlas: Atlas, version: int) -> None:
    atlas.backup(f"{UPGRADE}{version}")
    with atlas.backend.transaction() as db:
        pending(version, db.execute)
        db.execute("UPDATE atlas_meta SET value = ? WHERE key = 'schema_version'", (str(SCHEMA_VERSION),))
    atlas.meta["schema_version"] = str(SCHEMA_VERSION)


def _add_new_categories(atlas: Atlas) -> None:
    """Add the shipped categories that the atlas has never had, and fill in what it does not say of others."""
    there = {row.id: row for row in atlas.rows(Category, deleted=True)}
    shipped = seed.categories()
    new = [row for row in shipped if row.id not in there]
    filled = [(there[row.id], _filled(there[row.id], row)) for row in shipped if row.id in there]
    changed = [after for before, after in filled if after != before]
    if new or changed:
        with atlas.transaction("new categories") as writer:
            for row in new:
                writer.insert(row)
            for row in changed:
                writer.update(row)
    with atlas.backend.transaction() as db:
        mark = seed.categories_mark()
        db.execute("INSERT OR REPLACE INTO atlas_meta (key, value) VALUES (?, ?)", (CATEGORIES, mark))
    atlas.meta[CATEGORIES] = mark


def _filled(row: Category, shipped: Category) -> Category:
    """Return a category with the shipped values where it has none."""
    empty = [field.name for field in columns(Category) if getattr(row, field.name) is None]
    return replace(row, **{name: getattr(shipped, name) for name in empty})


# -- filling a new file ------------------------------------------------------------------------------


def _write_meta(db: Any, title: str) -> None:
    meta = {
        "application": APPLICATION,
        "schema_version": str(SCHEMA_VERSION),
        "uuid": new_uuid(),
        "title": title,
        "created": now(),
        CATEGORIES: seed.categories_mark(),
    }
    insert_rows(db, "atlas_meta", ("key", "value"), meta.items())


def _write_all(backend: Backend, db: Any, records: Iterable[Record]) -> None:
    by_table: dict[str, list[dict[str, Any]]] = {}
    for record in records:
        by_table.setdefault(record.TABLE, []).append(to_row(record))
    for table, rows in by_table.items():
        backend.bulk_insert(db, table, list(rows[0]), [list(row.values()) for row in rows])


LAYER_STYLES = """CREATE TABLE layer_styles (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT, f_table_schema TEXT, f_table_name TEXT,
  f_geometry_column TEXT, styleName TEXT, styleQML TEXT, styleSLD TEXT, useAsDefault BOOLEAN,
  description TEXT, owner TEXT, ui TEXT, update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now'))
)"""  # as QGIS itself makes it


def _write_styles(db: Any, styles: Iterable[tuple]) -> None:
    rows = list(styles)
    if not rows:
        return
    db.execute(LAYER_STYLES)
    about = {"table_name": "layer_styles", "data_type": "attributes", "identifier": "layer_styles"}
    insert(db, "gpkg_contents", {**about, "description": ""})
    for table, geometry, name, qml, description in rows:
        row = {
            "f_table_catalog": "", "f_table_schema": "", "f_table_name": table, "f_geometry_column": geometry,
            "styleName": name, "styleQML": qml, "styleSLD": "", "useAsDefault": 1,
            "description": description, "owner": "",
        }  # fmt: skip
        insert(db, "layer_styles", row)


def _write_extents(db: Any) -> None:
    for record in RECORDS:
        if record.GEOMETRY:
            bounds = db.execute(
                sql(
                    "SELECT min(minx), min(miny), max(maxx), max(maxy) FROM {rtree}",
                    rtree=f"rtree_{record.TABLE}_geom",
                )
            ).fetchone()
            db.execute(
                "UPDATE gpkg_contents SET min_x = ?, min_y = ?, max_x = ?, max_y = ? WHERE table_name = ?",
                (*bounds, record.TABLE),
            )


def user_name() -> str:
    """Return the name that the user wants beside what they write, else the account's."""
    return Settings.read().name.strip() or account_name()


def account_name() -> str:
    """Return the account name, empty where there is none."""
    try:
        return getpass.getuser()
    except (KeyError, OSError, ImportError):  # no account name in a container or on Windows without one
        return ""
