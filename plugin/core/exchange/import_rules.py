# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""From a folder's name to a category: rules that the user sees and may change.

The innermost folder that a rule knows decides, because the same kind's name returns under every province;
the order of the rules decides among those that fit one name.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Container, Iterable, List, Optional, Pattern, Sequence, Tuple

from ..errors import AtlasError
from ..i18n import tr

SHIPPED = Path(__file__).resolve().parents[3] / "layers" / "import_rules.csv"
UNKNOWN = "unknown"


@dataclass(frozen=True)
class Rule:
    """``pattern`` is a regular expression for folder names, case apart; an empty category leaves it open."""

    pattern: str
    category: str = ""
    status: str = ""
    note: str = ""


@dataclass(frozen=True)
class Mapping:
    """What the rules say of one folder path; ``rule`` is the one that gave the category."""

    category: str = UNKNOWN
    status: str = ""
    rule: Optional[Rule] = None


class Rules:
    """Rules ready for use.  Raises AtlasError for a pattern that is no regular expression."""

    def __init__(self, rules: Iterable[Rule]) -> None:
        self.rules = tuple(rules)
        self._compiled: List[Tuple[Rule, Pattern[str]]] = [(rule, _compiled(rule)) for rule in self.rules]
        self.of_path = lru_cache(maxsize=None)(self._of_path)
        self.left_out: Tuple[str, ...] = ()
        """Categories of rules that were ignored: the atlas does not have them."""

    def of_categories(self, known: Container[str]) -> Rules:
        """Return the rules that an atlas with the ``known`` categories can follow; the others are ignored."""
        absent = sorted(
            {rule.category for rule in self.rules if rule.category and rule.category not in known}
        )
        if not absent:
            return self
        made = Rules(rule for rule in self.rules if rule.category not in absent)
        made.left_out = tuple(absent)
        return made

    def told(self) -> List[str]:
        """Return what to say of the rules that were ignored."""
        text = tr(
            "ImportRules",
            "The rules for “{category}” were ignored: this atlas does not have that category.",
        )
        return [text.format(category=category) for category in self.left_out]

    def _of_path(self, path: Sequence[str]) -> Mapping:
        """Return the mapping of a folder path (outermost name first)."""
        category, status, decided = "", "", None
        for name in reversed(path):
            for rule, pattern in self._compiled:
                if (rule.category and category) or (not rule.category and status):
                    continue
                if pattern.search(name):
                    category, status = category or rule.category, status or rule.status
                    decided = decided or (rule if rule.category else None)
        return Mapping(category or UNKNOWN, status, decided)


def _compiled(rule: Rule) -> Pattern[str]:
    try:
        return re.compile(rule.pattern, re.IGNORECASE)
    except re.error as err:
        raise AtlasError(
            tr("ImportRules", "The import rule “{pattern}” is no regular expression: {err}.").format(
                pattern=rule.pattern, err=err
            ),
            hint=tr("ImportRules", "Mend it, or put a backslash before its special characters."),
        ) from err


def read(path: Path = SHIPPED) -> Rules:
    """Read rules from a CSV file with the columns pattern, category, status, note.

    Raises AtlasError naming file and line of what is wrong.
    """
    with path.open(encoding="utf-8-sig", newline="") as stream:
        reader = csv.DictReader(stream)
        missing = {"pattern", "category"} - set(reader.fieldnames or ())
        if missing:
            raise AtlasError(
                tr("ImportRules", "{file}: the column {missing} is missing.").format(
                    file=path.name, missing=sorted(missing)[0]
                )
            )
        rules = []
        for row in reader:
            if not (row["pattern"] or "").strip():
                raise AtlasError(
                    tr("ImportRules", "{file}, line {line_num}: the pattern is empty.").format(
                        file=path.name, line_num=reader.line_num
                    )
                )
            rules.append(
                Rule(*((row.get(name) or "").strip() for name in ("pattern", "category", "status", "note")))
            )
    return Rules(rules)
