# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""What was begun and not finished: half-filled forms and half-drawn shapes, in a table of the journal.

A draft is never written to the atlas by itself.  It goes when its form or drawing ends, by saving or by
giving up; one that a dead session left behind is offered to be continued.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ..errors import AtlasError

VERSION = 1
"""Version of what the payloads hold."""
MOST_BYTES = 4_000_000
"""The longest payload: some 80,000 points of a line."""

DDL = (
    "CREATE TABLE drafts (kind TEXT NOT NULL, key TEXT NOT NULL, atlas TEXT, session TEXT, at TEXT, "
    "version INTEGER, payload TEXT, PRIMARY KEY (kind, key))"
)


@dataclass(frozen=True)
class Draft:
    """One thing that was not finished."""

    kind: str
    key: str
    at: str
    """When it was last changed (UTC, ISO)."""
    payload: dict[str, Any]


@dataclass(frozen=True)
class Broken:
    """A draft that cannot be continued, and why; its text as it stands in the file."""

    kind: str
    key: str
    why: str
    text: str


@dataclass
class Found:
    """What a journal holds of an atlas: the drafts, and those that are broken."""

    drafts: list[Draft] = field(default_factory=list)
    broken: list[Broken] = field(default_factory=list)


def put(db: sqlite3.Connection, draft: Draft, atlas: str, session: str) -> None:
    """Write a draft, in place of the one of its kind and key.  Raises AtlasError for one that is too long."""
    text = encoded(draft.payload)
    values = (draft.kind, draft.key, atlas, session, draft.at, VERSION, text)
    db.execute("INSERT OR REPLACE INTO drafts VALUES (?, ?, ?, ?, ?, ?, ?)", values)


def remove(db: sqlite3.Connection, kind: str, key: str) -> None:
    """Take a draft out: its form or drawing has ended."""
    db.execute("DELETE FROM drafts WHERE kind = ? AND key = ?", (kind, key))


def any_in(db: sqlite3.Connection) -> bool:
    """Tell whether there are drafts."""
    return _has_table(db) and db.execute("SELECT 1 FROM drafts LIMIT 1").fetchone() is not None


def found_in(db: sqlite3.Connection, atlas: str) -> Found:
    """Return the drafts of an atlas, oldest first (those of another one are none of our business)."""
    found = Found()
    if not _has_table(db):  # a journal of an earlier version of the plugin
        return found
    rows = db.execute(
        "SELECT kind, key, at, version, CAST(payload AS BLOB) FROM drafts WHERE atlas = ? ORDER BY at",
        (atlas,),
    )
    for kind, key, at, version, raw in rows:
        data = bytes(raw) if isinstance(raw, (bytes, str)) else b""
        try:
            found.drafts.append(Draft(str(kind), str(key), str(at), decoded(data, version)))
        except ValueError as error:
            found.broken.append(Broken(str(kind), str(key), str(error), data.decode("utf-8", "replace")))
    return found


def encoded(payload: Mapping[str, Any]) -> str:
    """Return a payload as text."""
    text = json.dumps(payload, allow_nan=False)
    if len(text) > MOST_BYTES:
        raise AtlasError(
            f"What you are working on is too long to be kept in case of a crash ({len(text):,} bytes).",
            hint="Save it soon.",
        )
    return text


def decoded(raw: bytes, version: Any) -> dict[str, Any]:
    """Return what a payload's text says.  Raises ValueError, why it cannot be used."""
    if version != VERSION:
        raise ValueError(f"it is of version {version}, this plugin knows version {VERSION}")
    if len(raw) > MOST_BYTES:
        raise ValueError(f"it has {len(raw):,} bytes, more than {MOST_BYTES:,}")
    try:
        payload = json.loads(raw.decode("utf-8"), parse_constant=_refuse)
    except RecursionError as error:
        raise ValueError("it is nested too deeply") from error
    if not isinstance(payload, dict):
        raise ValueError("it is no record")
    return payload


def _refuse(word: str) -> Any:
    raise ValueError(f"{word} is no number")


def _has_table(db: sqlite3.Connection) -> bool:
    return db.execute("SELECT 1 FROM sqlite_master WHERE name = 'drafts'").fetchone() is not None
