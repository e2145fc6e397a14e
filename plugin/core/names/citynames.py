# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""A site named after its city is found by the city's other names too: “Hamhung Stadium” by Kankō and 咸興."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from ..atlas.store.quoting import sql
from .names import APART, is_latin, short_vowels, squeeze


@dataclass(frozen=True)
class CityNames:
    """A city's name as it stands in Latin search texts, and its other names, folded."""

    key: str
    latin: tuple[str, ...]
    other: tuple[str, ...]

    def add_to(self, latin: list[str], other: list[str]) -> None:
        """Add to the search texts of sites those with the city's other names in place of this one."""
        key = self.key
        for row in [row for row, text in enumerate(latin) if key in text]:
            named = next(text for text in latin[row].split(APART) if key in text)
            latin[row] = APART.join([latin[row], *(named.replace(key, name) for name in self.latin)])
            texts = [other[row]] if other[row] else []
            other[row] = APART.join([*texts, *(named.replace(key, name) for name in self.other)])


def city_names(db: sqlite3.Connection) -> list[CityNames]:
    """Read the names of the cities of an atlas; none from a file that has no such table."""
    present = {row[1] for row in db.execute("PRAGMA table_info(names)")}
    if not {"city", "text", "language"} <= present:
        return []
    kept = "deleted = 0" if "deleted" in present else "1"
    rows = db.execute(
        sql("SELECT city, text FROM names WHERE city IS NOT NULL AND {kept:sql} ORDER BY fid", kept=kept)
    )
    by_city: dict[str, dict[str, None]] = {}
    for city, text in rows:
        names = by_city.setdefault(squeeze(city), {})
        folded = squeeze(text or "")
        names[folded] = None
        if is_latin(folded):
            names[short_vowels(folded)] = None
    return [_sorted(key, names) for key, names in by_city.items() if is_latin(key) and len(key) > 2]


def _sorted(key: str, names: dict[str, None]) -> CityNames:
    others = [name for name in names if name and key not in name]
    return CityNames(
        key,
        tuple(name for name in others if is_latin(name)),
        tuple(name for name in others if not is_latin(name)),
    )
