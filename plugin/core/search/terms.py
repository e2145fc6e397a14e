# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""What words of a search mean beside being part of a name: a category, a city, a status, a folder.

“AAA Chongjin” finds the anti-aircraft sites of Chongjin, whatever they are called.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ..atlas.store.quoting import sql
from ..atlas.vocabulary import Status, word
from ..names.citynames import CityNames
from ..names.names import fold

FOLDER_APART = " / "
"""Stands between folder names in ``folder_path``."""
Meaning = Mapping[str, frozenset[str]]
"""Coded column → values."""


class Phrase(NamedTuple):
    """A folded text that stands for values of a coded column."""

    text: str
    field: str
    values: tuple[str, ...]


class Group(NamedTuple):
    """Words ``start`` to ``end`` (exclusive) of a query, and what they mean together; nothing for most."""

    start: int
    end: int
    meaning: Meaning


class Terms:
    """The phrases of an atlas, to be looked up in queries."""

    def __init__(self, phrases: Iterable[Phrase] = ()) -> None:
        found: dict[str, dict[str, set[str]]] = {}
        for text, field, values in phrases:
            for written in {text, text.replace(" ", "")} - {""}:  # “air-defence” is one word when folded
                found.setdefault(written, {}).setdefault(field, set()).update(values)
        self._meanings: dict[str, Meaning] = {
            text: {field: frozenset(values) for field, values in meaning.items()}
            for text, meaning in found.items()
        }
        self._longest = max((text.count(" ") + 1 for text in found), default=0)

    def groups(self, words: Sequence[str]) -> list[Group]:
        """Return the folded words of a query in groups, the longest phrases first from the left.

        A city counts beside something else only: alone it would find nearly all that there is.
        """
        found: list[Group] = []
        start = 0
        while start < len(words):
            group = self._at(words, start)
            found.append(group)
            start = group.end
        if len(found) == 1:
            only = found[0]
            meaning = {field: values for field, values in only.meaning.items() if field != "city"}
            return [only._replace(meaning=meaning)]
        return found

    def _at(self, words: Sequence[str], start: int) -> Group:
        for end in range(min(len(words), start + self._longest), start, -1):
            text = " ".join(words[start:end])
            meaning = self._meanings.get(text) or self._meanings.get(text[:-1] if text.endswith("s") else "")
            if meaning:
                return Group(start, end, meaning)
        return Group(start, start + 1, {})


def category_phrases(db: sqlite3.Connection) -> list[Phrase]:
    """Read what the categories are called, their usual words among it; a group means all that is in it.

    Nothing from a file without such a table, or where it cannot be read: names are found as ever.
    """
    present = {row[1] for row in db.execute("PRAGMA table_info(categories)")}
    if not {"id", "label"} <= present:
        return []
    columns = ("id", "label", "parent", "label_ko", "words")
    listed = ", ".join(sql("{n}" if name in present else "NULL AS {n}", n=name) for name in columns)
    rows = db.execute(sql("SELECT {listed:sql} FROM categories", listed=listed)).fetchall()
    members: dict[str, list[str]] = {row[0]: [row[0]] for row in rows}
    for identifier, _label, parent, *_words in rows:
        if parent in members:
            members[parent].append(identifier)
    found = []
    for identifier, label, _parent, korean, words in rows:
        texts = [identifier.replace("_", " "), label, korean or "", *(words or "").split("|")]
        found += [Phrase(fold(text), "category", tuple(members[identifier])) for text in texts]
    return list(dict.fromkeys(found))


def city_phrases(cities: Iterable[str], further: Sequence[CityNames]) -> Iterator[Phrase]:
    """Yield what cities are called, in all scripts."""
    for city in filter(None, cities):
        key = fold(city)
        yield Phrase(key, "city", (city,))
        for names in further:
            if names.key == key.replace(" ", ""):
                yield from (Phrase(name, "city", (city,)) for name in (*names.latin, *names.other))


def list_phrases(folders: Iterable[str]) -> Iterator[Phrase]:
    """Yield the statuses, in English and the user's language, and every folder with what lies below it."""
    for status in Status:
        for text in {status.value, word(status)}:
            yield Phrase(fold(text), "status", (status.value,))
    for path in filter(None, folders):
        for name in path.split(FOLDER_APART):
            yield Phrase(fold(name), "folder_path", (path,))
