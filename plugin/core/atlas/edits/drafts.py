# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""What was begun and not finished: half-filled forms and half-drawn shapes, in a table of the journal.

A draft is never written to the atlas by itself.  It goes when its form or drawing ends, by saving or by
giving up; one that a dead session left behind is offered to be continued.
"""

from __future__ import annotations

import datetime as dt
import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from ...errors import AtlasError
from ...i18n import tr

VERSION = 1
"""Version of what the states hold."""
MOST_BYTES = 4_000_000
"""The longest state: some 80,000 points of a line."""

DDL = (
    "CREATE TABLE drafts (kind TEXT NOT NULL PRIMARY KEY, at TEXT, title TEXT, atlas TEXT, session TEXT, "
    "version INTEGER, state TEXT)"
)


@dataclass(frozen=True)
class Draft:
    """What was typed in a form, or drawn, when its session ended."""

    kind: str
    at: str
    """When it was last changed (UTC, ISO)."""
    title: str
    state: dict[str, Any]

    @property
    def when(self) -> str:
        """The time of the last change, as the user's clock shows it."""
        return on_the_clock(self.at)


@dataclass(frozen=True)
class Broken:
    """A draft that cannot be continued, and why; its text as it stands in the file."""

    kind: str
    title: str
    why: str
    text: str


@dataclass
class FoundDrafts:
    """What a journal holds of an atlas: the drafts, and those that are broken."""

    drafts: list[Draft] = field(default_factory=list)
    broken: list[Broken] = field(default_factory=list)


def put(db: sqlite3.Connection, draft: Draft, atlas: str, session: str) -> None:
    """Write a draft in place of the one of its kind.  Raises AtlasError for one that is too long."""
    text = encoded(draft.state)
    title = draft.title.encode("utf-8", "replace").decode("utf-8")  # half a surrogate is no text to SQLite
    values = (draft.kind, draft.at, title, atlas, session, VERSION, text)
    db.execute("INSERT OR REPLACE INTO drafts VALUES (?, ?, ?, ?, ?, ?, ?)", values)


def remove(db: sqlite3.Connection, kind: str) -> None:
    """Take a draft out: its form or drawing has ended."""
    if has_table(db):
        db.execute("DELETE FROM drafts WHERE kind = ?", (kind,))


def any_in(db: sqlite3.Connection) -> bool:
    """Tell whether there are drafts."""
    return has_table(db) and db.execute("SELECT 1 FROM drafts LIMIT 1").fetchone() is not None


def found_in(db: sqlite3.Connection, atlas: str) -> FoundDrafts:
    """Return the drafts of an atlas, oldest first (those of another one are none of our business)."""
    found = FoundDrafts()
    if not has_table(db):
        return found
    rows = db.execute(
        "SELECT kind, at, title, version, CAST(state AS BLOB) FROM drafts WHERE atlas = ? ORDER BY at",
        (atlas,),
    )
    for kind, at, title, version, raw in rows:
        try:
            found.drafts.append(Draft(str(kind), str(at), str(title), decoded(raw or b"", version)))
        except ValueError as error:
            text = (raw or b"").decode("utf-8", "replace")
            found.broken.append(Broken(str(kind), str(title), str(error), text))
    return found


def encoded(state: Mapping[str, Any]) -> str:
    """Return a state as text."""
    try:
        text = json.dumps(state, allow_nan=False)
    except (TypeError, ValueError) as error:
        raise AtlasError(
            tr("Journal", "What you are working on cannot be kept in case of a crash: {error}.").format(
                error=error
            ),
            hint=tr("Journal", "Save it soon."),
        ) from error
    if len(text) > MOST_BYTES:
        raise AtlasError(
            tr(
                "Journal",
                "What you are working on is too long to be kept in case of a crash ({size} bytes).",
            ).format(size=f"{len(text):,}"),
            hint=tr("Journal", "Save it soon."),
        )
    return text


def decoded(raw: bytes, version: Any) -> dict[str, Any]:
    """Return what a state's text says.  Raises ValueError, why it cannot be used."""
    if version != VERSION:
        told = tr("Journal", "it is of version {version}, this plugin knows version {known}")
        raise ValueError(told.format(version=version, known=VERSION))
    if len(raw) > MOST_BYTES:
        told = tr("Journal", "it has {size} bytes, more than {most}")
        raise ValueError(told.format(size=f"{len(raw):,}", most=f"{MOST_BYTES:,}"))
    try:
        state = json.loads(raw.decode("utf-8"), parse_constant=_refuse)
    except RecursionError as error:
        raise ValueError(tr("Journal", "it is nested too deeply")) from error
    if not isinstance(state, dict):
        raise ValueError(tr("Journal", "it is not a record"))
    return state


def _refuse(word: str) -> Any:
    raise ValueError(tr("Journal", "{word} is not a number").format(word=word))


def has_table(db: sqlite3.Connection) -> bool:
    """Tell whether a journal knows drafts (those of the plugin's first versions do not)."""
    found = db.execute("SELECT count(*) FROM pragma_table_info('drafts') WHERE name = 'version'").fetchone()
    return bool(found[0])


def on_the_clock(moment: str) -> str:
    """Return a stored UTC time as the user's clock shows it; a damaged one as it is."""
    try:
        parsed = dt.datetime.strptime(moment, "%Y-%m-%dT%H:%M:%S.%fZ").replace(tzinfo=dt.timezone.utc)
    except ValueError:
        return moment
    return parsed.astimezone().strftime("%Y-%m-%d %H:%M")
