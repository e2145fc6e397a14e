# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Texts of a table as values of a site's columns: what fits goes in, what does not is said."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any, Callable, Dict, Iterable, List, Mapping, Optional, Tuple

from ...atlas.model import Category, City, Site, columns, storable
from ...atlas.store.store import Atlas
from ...i18n import tr
from ...numbers import read_number
from ..import_rules import UNKNOWN, Rules
from .roles import Role
from .table import TableRow

ROLE_COLUMNS = {
    Role.NAME: "name", Role.NAME_KO: "name_ko", Role.CATEGORY: "category", Role.STATUS: "status",
    Role.BEGIN: "begin_text", Role.END: "end_text", Role.ACCURACY: "accuracy_m",
    Role.LIKELIHOOD: "likelihood", Role.CONFIDENCE: "confidence", Role.DESCRIPTION: "description",
    Role.NOTE: "note", Role.FOLDER: "folder_path",
}  # fmt: skip
"""The column of a site that a role fills."""
COMPUTED = frozenset((
    "uuid", "deleted", "row_version", "source_uuid", "folder_order", "begin_earliest", "begin_latest",
    "end_earliest", "end_latest", "outside", "conflicts", "conflict_m",
))  # fmt: skip
"""Columns that follow from others: what a table says of them is not read."""
OWN_COLUMNS = {column.name: column for column in columns(Site) if column.name not in COMPUTED}
"""The columns of a site that a table of ours brings back, by the heading they are written under."""
_STATUS_WORDS = {
    "active": "운영중 운영 가동 가동중 사용중 현역 in_use operating operational open existing 稼働中 使用中 "
    "aktiv actif activo действует",
    "closed": "폐쇄 폐쇄됨 중단 휴업 shut abandoned disused inactive 閉鎖 廃止 geschlossen fermé "
    "cerrado закрыт",
    "demolished": "철거 철거됨 파괴 razed destroyed removed 撤去 解体 abgerissen détruit demolido снесён",
    "under construction": "건설중 공사중 신축중 building planned 建設中 im_bau en_construction строится",
    "converted": "전환 용도변경 repurposed 転用",
    "historic": "옛 구 former 旧 ehemalig ancien",
    "unknown": "미상 불명 모름 n/a ? 不明 unbekannt inconnu desconocido неизвестно",
}
STATUS_WORDS = {
    word.replace("_", " "): status for status, words in _STATUS_WORDS.items() for word in words.split()
}
"""What a status is called in tables, folded to lower case."""


class BadValue(ValueError):
    """A text that the column cannot hold; its message says why."""


@dataclass(frozen=True)
class ValueMap:
    """What a person says the words of a table mean: by role, from the text to the atlas's value."""

    by_role: Mapping[Role, Mapping[str, str]] = field(default_factory=dict)

    def of(self, role: Role, text: str) -> Optional[str]:
        """Return the value chosen for a text, None where nobody chose one."""
        return self.by_role.get(role, {}).get(text.strip())


class SiteValues:
    """Turns texts into column values for one atlas."""

    def __init__(self, atlas: Atlas, rules: Rules, chosen: Optional[ValueMap] = None) -> None:
        self._rules = rules
        self._chosen = chosen or ValueMap()
        self._cities = {city.name for city in atlas.rows(City)}
        self._categories: Dict[str, str] = {}
        for category in atlas.rows(Category):
            for text in (category.id, category.label, category.label_ko):
                if text:
                    self._categories.setdefault(text.lower(), category.id)

    def category(self, text: str) -> Optional[str]:
        """Return the category that a word means, None where nothing says so."""
        chosen = self._chosen.of(Role.CATEGORY, text) or self._categories.get(text.strip().lower())
        if chosen is None:
            by_rule = self._rules.of_path((text,)).category
            chosen = by_rule if by_rule != UNKNOWN else None
        return chosen

    def status(self, text: str) -> Optional[str]:
        """Return the status that a word means, None where nothing says so."""
        word = text.strip().lower()
        known = {value.value for value in OWN_COLUMNS["status"].metadata["values"]}
        chosen = self._chosen.of(Role.STATUS, text)
        return chosen or (word if word in known else STATUS_WORDS.get(word))

    def of_row(self, row: TableRow, *, own: bool) -> Tuple[Dict[str, Any], List[str]]:
        """Return the values of a row by column, and sentences on what could not be taken.

        ``own`` for a row of a site that is here: the columns that the atlas writes come back under their
        names, and an empty cell empties its column.
        """
        texts = {ROLE_COLUMNS[role]: text for role, text in row.values.items() if role in ROLE_COLUMNS}
        if own:
            texts.update((heading, text) for heading, text in row.further if heading in OWN_COLUMNS)
        values: Dict[str, Any] = {}
        problems: List[str] = []
        for name, text in texts.items():
            if not text.strip() and not own:
                continue
            try:
                value = self._value(name, text)
            except BadValue as error:
                problems.append(str(error))
                continue
            if value is not None or not OWN_COLUMNS[name].metadata["required"]:
                values[name] = value
        return values, problems

    def _value(self, name: str, text: str) -> Any:
        text = storable(text)
        if not text.strip():
            return None
        if name == "category":
            return self._known(name, text, self.category(text))
        if name == "status":
            return self._known(name, text, self.status(text))
        if name == "city" and text.strip() not in self._cities:
            raise _bad(name, text)
        column = OWN_COLUMNS[name]
        kind, allowed = column.metadata["kind"], column.metadata["values"]
        if allowed is not None:
            word = text.strip().lower()
            return self._known(name, text, next((v.value for v in allowed if v.value.lower() == word), None))
        return _READERS.get(kind, _text)(name, text)

    def _known(self, name: str, text: str, value: Optional[str]) -> str:
        if value is None:
            raise _bad(name, text)
        return value


def _bad(name: str, text: str) -> BadValue:
    label = tr("Column", OWN_COLUMNS[name].metadata["label"])
    said = tr("TableImport", "{column}: “{text}” is not a value of this list; it was not taken over.")
    return BadValue(said.format(column=label, text=text.strip()[:60]))


def _text(_name: str, text: str) -> str:
    return text


def _number(name: str, text: str) -> float:
    try:
        value = read_number(text.strip().removesuffix("m").strip())
    except ValueError:
        raise _bad(name, text) from None
    if name == "accuracy_m" and value <= 0:
        raise _bad(name, text)
    return value


def _integer(name: str, text: str) -> int:
    value = _number(name, text)
    if value != int(value):
        raise _bad(name, text)
    return int(value)


def _boolean(name: str, text: str) -> bool:
    word = text.strip().lower()
    if word in ("1", "true", "yes"):
        return True
    if word in ("0", "false", "no"):
        return False
    raise _bad(name, text)


def _json(name: str, text: str) -> str:
    try:
        json.loads(text)
    except ValueError:
        raise _bad(name, text) from None
    return text


_READERS: Dict[str, Callable[[str, str], Any]] = {
    "real": _number, "integer": _integer, "boolean": _boolean, "json": _json,
}  # fmt: skip


def words_of(rows: Iterable[TableRow], role: Role) -> List[str]:
    """Return the different words of a role in a table, most frequent first."""
    counts: Dict[str, int] = {}
    for row in rows:
        text = row.values.get(role, "").strip()
        if text:
            counts[text] = counts.get(text, 0) + 1
    return sorted(counts, key=lambda text: (-counts[text], text))
