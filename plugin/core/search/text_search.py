# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Sites found by what their sources say of them, for a text that is in no name.

Asked from the file when no name answers, not kept in memory: descriptions may be long, and titles of sources
would make every search for a city find all that an article on it lists.
"""

from __future__ import annotations

import sqlite3
import unicodedata
from contextlib import closing
from pathlib import Path
from typing import Callable, Optional

import numpy as np
import numpy.typing as npt

from ..atlas.store.quoting import sql
from ..errors import AtlasError, Cancelled
from ..i18n import tr
from ..names.names import parse_query
from .build import open_readonly
from .columns import SiteColumns
from .engine import with_text

SITE_TEXTS = ("description", "clue", "note", "begin_text", "end_text", "external_id", "folder_path")
ASSERTION_TEXTS = ("value", "locator", "as_printed", "note")
SOURCE_TEXTS = ("title", "publisher", "url")
SHORTEST = 3
STEPS = 20_000


def sites_saying(
    path: Path, text: str, columns: SiteColumns, cancelled: Optional[Callable[[], bool]] = None
) -> npt.NDArray[np.int64]:
    """Return the feature ids of sites of which each word of a text is in a name, a description or a source.

    Raises Cancelled; AtlasError for a file that cannot be read.
    """
    words = text.split()
    nothing = np.empty(0, np.int64)
    if not words or max(map(len, words)) < SHORTEST:
        return nothing
    mask = np.ones(len(columns), bool)
    with closing(open_readonly(path)) as db:
        db.set_progress_handler(cancelled, STEPS)
        for word in words:
            if cancelled and cancelled():
                raise Cancelled(tr("TextSearch", "The search"))
            try:
                said = np.array([row[0] for row in _saying(db, word)], np.int64)
            except sqlite3.Error as error:
                if cancelled and cancelled():
                    raise Cancelled(tr("TextSearch", "The search")) from error
                raise AtlasError(
                    tr("TextSearch", "The texts of {file} could not be searched.").format(file=path),
                    detail=str(error),
                ) from error
            query = parse_query(word)
            found = with_text(columns, query, cancelled) if query else np.zeros(len(columns), bool)
            found[columns.rows_of(said)] = True
            mask &= found
            if not mask.any():
                return nothing
    return columns.fids[mask]


def _saying(db: sqlite3.Connection, word: str) -> list[tuple]:
    forms = sorted({word, unicodedata.normalize("NFC", word), unicodedata.normalize("NFD", word)})
    patterns = ["%" + _escaped(form) + "%" for form in forms]
    parts, values = [], []
    for select, alias, table, names in (
        ("SELECT s.fid FROM sites s WHERE {where:sql}", "s", "sites", SITE_TEXTS),
        (
            "SELECT s.fid FROM assertions a JOIN sites s ON s.uuid = a.site_uuid "
            "WHERE a.deleted = 0 AND ({where:sql})",
            "a", "assertions", ASSERTION_TEXTS,
        ),
        (
            "SELECT s.fid FROM sources r JOIN sites s ON s.source_uuid = r.uuid WHERE {where:sql}",
            "r", "sources", SOURCE_TEXTS,
        ),
        (
            "SELECT s.fid FROM sources r JOIN assertions a ON a.source_uuid = r.uuid "
            "JOIN sites s ON s.uuid = a.site_uuid WHERE a.deleted = 0 AND ({where:sql})",
            "r", "sources", SOURCE_TEXTS,
        ),
    ):  # fmt: skip
        present = {row[1] for row in db.execute(sql("PRAGMA table_info({table})", table=table))}
        tests = [
            sql("{alias}.{name} LIKE ? ESCAPE '\\'", alias=alias, name=name)
            for name in names
            if name in present
            for _ in patterns
        ]
        if tests and {"sites", "assertions"} <= _tables(db):
            parts.append(sql(select, where=" OR ".join(tests)))
            values += patterns * (len(tests) // len(patterns))
    return db.execute(" UNION ".join(parts), values).fetchall() if parts else []


def _tables(db: sqlite3.Connection) -> set[str]:
    return {row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
