# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The journal of uncommitted edits: a small SQLite file in the profile, one row per edit.

It also holds drafts: what is typed in an open form, or drawn and not finished.  It outlives a killed
process; the next start offers what it holds.  The file is locked as long as its writer lives, so a second
QGIS does not take the edits of a running one for lost ones.
"""

from __future__ import annotations

import contextlib
import itertools
import json
import os
import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Optional

from ...errors import AtlasError, Level
from ...i18n import tr
from ..model import new_uuid
from ..store.schema import SCHEMA_VERSION
from ..store.store import Atlas, now
from . import drafts
from .drafts import Broken, Draft, on_the_clock

FORMAT = "1"
SUFFIX = ".journal"

_DDL = (
    "CREATE TABLE header (key TEXT PRIMARY KEY, value TEXT)",
    "CREATE TABLE edits (seq INTEGER PRIMARY KEY, at TEXT, role TEXT, op TEXT, fid INTEGER, uuid TEXT, "
    "version INTEGER, field TEXT, value TEXT, geom BLOB)",
    drafts.DDL,
)
_EDITS = "SELECT role, op, fid, uuid, version, field, value, geom FROM edits"
_INSERT = (
    "INSERT INTO edits (at, role, op, fid, uuid, version, field, value, geom) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
)


@dataclass
class Changed:
    """The uncommitted state of one row that is in the file: its identity, base version, new values."""

    fid: int
    uuid: str
    version: int
    values: dict[str, Any] = field(default_factory=dict)
    geom: Optional[bytes] = None
    """New geometry as WKB; None: not changed (``moved`` tells the difference to an emptied one)."""
    moved: bool = False


@dataclass
class Pending:
    """What one layer's edit buffer held: the net effect of its edits."""

    role: str
    added: dict[int, Changed] = field(default_factory=dict)
    changed: dict[int, Changed] = field(default_factory=dict)
    removed: dict[int, Changed] = field(default_factory=dict)

    def __len__(self) -> int:
        """How many rows are concerned."""
        return len(self.added) + len(self.changed) + len(self.removed)


class Journal:
    """Writes edits down as they happen.  The file appears with the first edit and goes with the last."""

    def __init__(self, folder: Path, atlas: Atlas) -> None:
        self.path = Path(folder) / f"{atlas.uuid}-{new_uuid()[:8]}{SUFFIX}"
        self._identity = _identity(atlas)
        self._db: Optional[sqlite3.Connection] = None

    def attribute(self, role: str, fid: int, uuid: str, version: int, name: str, value: Any) -> None:
        """A value was changed (``value`` is plain: text, number, boolean or None)."""
        self._write(role, "attribute", fid, uuid, version, name, json.dumps(value, ensure_ascii=False), None)

    def geometry(self, role: str, fid: int, uuid: str, version: int, wkb: Optional[bytes]) -> None:
        """A geometry was changed."""
        self._write(role, "geometry", fid, uuid, version, None, None, wkb)

    def added(self, role: str, fid: int, uuid: str, values: dict[str, Any], wkb: Optional[bytes]) -> None:
        """A feature was added to the edit buffer (``fid`` is negative until it is saved)."""
        self._write(role, "add", fid, uuid, 0, None, json.dumps(values, ensure_ascii=False), wkb)

    def removed(self, role: str, fid: int, uuid: str, version: int) -> None:
        """A feature was deleted in the edit buffer (also when the adding of one was undone)."""
        self._write(role, "remove", fid, uuid, version, None, None, None)

    def returned(self, role: str, fid: int) -> None:
        """The deletion of a saved feature was undone."""
        self._write(role, "return", fid, "", 0, None, None, None)

    def draft(self, kind: str, title: str, state: dict[str, Any]) -> None:
        """Keep what is typed in a form, or drawn so far, in place of the draft of this kind before."""
        with self._told():
            draft = Draft(kind, now(), title, state)
            drafts.put(self._connection(), draft, self._identity["atlas"], self.path.stem)

    def no_draft(self, kind: str) -> None:
        """A form or drawing is done with."""
        if self._db is not None:
            with self._told():
                drafts.remove(self._db, kind)
                self._go_if_empty()

    def clear(self, role: str) -> None:
        """The edits of a layer are saved, or thrown away by the user."""
        if self._db is not None:
            with self._told():
                self._db.execute("DELETE FROM edits WHERE role = ?", (role,))
                self._go_if_empty()

    def pending(self, role: str) -> Optional[Pending]:
        """Return the edits of a layer that are neither saved nor thrown away, None where there are none."""
        if self._db is None:
            return None
        with self._told():
            rows = self._db.execute(f"{_EDITS} WHERE role = ? ORDER BY seq", (role,))
            return fold(rows).get(role)

    def _go_if_empty(self) -> None:
        if self._db is not None and _is_empty(self._db):
            self.discard()

    def discard(self) -> None:
        """Close and delete the file."""
        if self._db is not None:
            self._db.close()
            self._db = None
        remove(self.path)

    def close(self) -> None:
        """Close the file; it goes when it holds nothing."""
        self._go_if_empty()
        if self._db is not None:
            self._db.close()
            self._db = None

    def _write(self, role: str, op: str, *values: Any) -> None:
        with self._told():
            self._connection().execute(_INSERT, (now(), role, op, *values))

    @contextlib.contextmanager
    def _told(self) -> Iterator[None]:
        try:
            yield
        except (sqlite3.Error, OSError) as err:
            raise AtlasError(
                tr("Journal", "The journal of unsaved edits {path} cannot be written: {err}.").format(
                    path=self.path, err=err
                ),
                hint=tr("Journal", "Save your edits soon: they would not survive a crash."),
                detail=repr(err),
            ) from err

    def _connection(self) -> sqlite3.Connection:
        if self._db is None:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            self._db = _open(self.path)
            self._db.execute("BEGIN")
            for statement in _DDL:
                self._db.execute(statement)
            self._db.executemany("INSERT INTO header VALUES (?, ?)", self._identity.items())
            self._db.execute("COMMIT")
        return self._db


@dataclass
class Left:
    """A journal that a session left behind."""

    path: Path
    header: dict[str, str]
    last: str
    """When the last edit was made, or the last draft changed (UTC, ISO)."""
    layers: dict[str, Pending]
    drafts: list[Draft] = field(default_factory=list)
    broken: list[Broken] = field(default_factory=list)
    """Drafts that cannot be continued."""

    @property
    def count(self) -> int:
        """How many rows were edited and not saved."""
        return sum(len(pending) for pending in self.layers.values())

    @property
    def total(self) -> int:
        """How many rows and drafts there are."""
        return self.count + len(self.drafts)

    @property
    def when(self) -> str:
        """The time of the last edit, as the user's clock shows it."""
        return on_the_clock(self.last)

    def same_file(self, atlas: Atlas) -> bool:
        """Tell whether the edits were made in this file, also when it was moved, and not in a copy."""
        identity = _identity(atlas)
        moved = all(self.header.get(key) == identity[key] for key in ("device", "inode"))
        return moved or self.header.get("path") == identity["path"] or not self.atlas_path.exists()

    @property
    def atlas_path(self) -> Path:
        """The file that was edited, where it was then."""
        return Path(self.header.get("path", ""))


def left_behind(folder: Path, atlas: Atlas) -> list[Left]:
    """Return the journals of dead sessions on this atlas, oldest first; empty ones are removed.

    Those of a copy are not meant, except where the copy is all that is left.
    """
    found = []
    for path in sorted(Path(folder).glob(f"{atlas.uuid}-*{SUFFIX}")):
        left = read(path)
        if left is None:
            continue
        if left.total or left.broken:
            found.append(left)
        else:
            remove(path)
    return sorted((left for left in found if left.same_file(atlas)), key=lambda left: left.last)


def all_left_behind(folder: Path) -> list[Left]:
    """Return the journals of dead sessions on any atlas, oldest first."""
    found = [read(path) for path in sorted(Path(folder).glob(f"*{SUFFIX}"))]
    return sorted((left for left in found if left is not None and left.total), key=lambda left: left.last)


def forget_edits(path: Path) -> None:
    """The edits of a journal left behind are back or not wanted; its drafts stay."""
    with _settling(path) as db:
        db.execute("DELETE FROM edits")


def forget_draft(path: Path, kind: str) -> None:
    """A draft of a journal left behind is open again or not wanted; all else stays."""
    with _settling(path) as db:
        drafts.remove(db, kind)


@contextlib.contextmanager
def _settling(path: Path) -> Iterator[sqlite3.Connection]:
    """Open a journal left behind to take something out; the file goes with the last thing in it."""
    require_left(path)
    try:
        with contextlib.closing(_open(path)) as db:
            yield db
            empty = _is_empty(db)
    except sqlite3.Error as err:
        raise AtlasError(
            tr("Journal", "The journal {path} cannot be written: {err}.").format(path=path, err=err),
            hint=tr("Journal", "Try again."),
        ) from err
    if empty:
        remove(path)


def require_left(path: Path) -> None:
    """Raise AtlasError when a journal is no longer there: another QGIS has taken it up."""
    if not path.exists():
        raise AtlasError(
            tr("Journal", "Another QGIS has taken this up meanwhile."),
            hint=tr("Journal", "Look there."),
            level=Level.WARNING,
        )


def broken(draft: Draft, error: Exception) -> Broken:
    """Return a draft as one that cannot be continued."""
    why = f"{type(error).__name__} {error}"
    return Broken(draft.kind, draft.title, why, drafts.encoded(draft.state))


def put_broken_aside(left: Left) -> list[str]:
    """Move drafts that cannot be continued into text files; returns what to tell of each."""
    told = []
    for broken in left.broken:
        numbers = itertools.count(1)
        names = (left.path.with_name(f"{left.path.stem}-{number}.damaged") for number in numbers)
        aside = next(name for name in names if not name.exists())
        aside.write_text(broken.text, encoding="utf-8")
        forget_draft(left.path, broken.kind)
        text = tr(
            "Journal", "“{title}” was not finished and cannot be continued: {why}. Its text lies in {file}."
        )
        told.append(text.format(title=broken.title, why=broken.why, file=aside))
    left.broken.clear()
    return told


def remove(path: Path) -> None:
    """Delete a journal and what SQLite keeps beside it."""
    for name in (path, Path(f"{path}-wal"), Path(f"{path}-shm")):
        with contextlib.suppress(FileNotFoundError):
            name.unlink()


def fold(rows: Iterator[tuple]) -> dict[str, Pending]:
    """Return the net effect per role of edit rows (role, op, fid, uuid, version, field, value, geom)."""
    layers: dict[str, Pending] = {}
    for role, op, fid, uuid, version, name, value, geom in rows:
        pending = layers.setdefault(role, Pending(role))
        if op == "add":
            pending.added[fid] = Changed(fid, uuid, 0, json.loads(value), geom, geom is not None)
        elif op == "remove":
            if pending.added.pop(fid, None) is None:
                pending.removed[fid] = Changed(fid, uuid, version)
        elif op == "return":
            pending.removed.pop(fid, None)
        else:
            row = pending.added.get(fid) or pending.changed.setdefault(fid, Changed(fid, uuid, version))
            if op == "geometry":
                row.geom, row.moved = geom, True
            else:
                row.values[name] = json.loads(value)
    return {role: pending for role, pending in layers.items() if len(pending)}


def _open(path: Path) -> sqlite3.Connection:
    if not path.exists():  # it holds what an atlas holds, which need not be for everybody's eyes
        os.close(os.open(path, os.O_CREAT | os.O_WRONLY, 0o600))
    db = sqlite3.connect(str(path), timeout=0.0, isolation_level=None)
    # Exclusive: the lock tells other sessions that the writer lives; the system frees it when it dies.
    db.execute("PRAGMA locking_mode = EXCLUSIVE")
    db.execute("PRAGMA journal_mode = WAL")
    # A killed process loses nothing that was handed to the system; no flush to disk per keystroke.
    db.execute("PRAGMA synchronous = NORMAL")
    return db


def read(path: Path) -> Optional[Left]:
    """Return what a journal holds; None while its writer lives.  A broken file is moved aside, not lost."""
    try:
        with contextlib.closing(_open(path)) as db:
            db.execute("BEGIN EXCLUSIVE")
            header = dict(db.execute("SELECT key, value FROM header"))
            rows = db.execute(f"{_EDITS} ORDER BY seq")
            layers = fold(rows)
            last = db.execute("SELECT max(at) FROM edits").fetchone()[0] or ""
            begun = drafts.found_in(db, header.get("atlas", ""))
            db.execute("ROLLBACK")
    except sqlite3.OperationalError as err:
        if "locked" in str(err) or "busy" in str(err):
            return None
        if "no such table" in str(err):  # killed between making the file and its first edit
            return Left(path, {}, "", {})
        raise AtlasError(
            tr("Journal", "The journal {path} cannot be read: {err}.").format(path=path, err=err),
            hint=tr("Journal", "Keep the file."),
        ) from err
    except (sqlite3.DatabaseError, ValueError) as err:
        aside = path.with_suffix(".damaged")
        path.replace(aside)
        raise AtlasError(
            tr("Journal", "The journal of unsaved edits was damaged and lies in {aside}.").format(
                aside=aside
            ),
            hint=tr("Journal", "Compare your last edits with the map."),
            detail=repr(err),
        ) from err
    last = max([last, *(draft.at for draft in begun.drafts)])
    return Left(path, header, last, layers, begun.drafts, begun.broken)


def _is_empty(db: sqlite3.Connection) -> bool:
    return not db.execute("SELECT 1 FROM edits LIMIT 1").fetchone() and not drafts.any_in(db)


def _identity(atlas: Atlas) -> dict[str, str]:
    device, inode = atlas.backend.state()[:2]
    return {
        "format": FORMAT,
        "atlas": atlas.uuid,
        "path": str(atlas.path.resolve()),
        "device": str(device),
        "inode": str(inode),
        "schema_version": str(SCHEMA_VERSION),
        "started": now(),
        "process": str(os.getpid()),
    }
