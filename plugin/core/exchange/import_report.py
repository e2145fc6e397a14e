# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""What an import did or a preview found, and the list of what was not taken over, odd, or here already."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Dict, List, Optional, Tuple, Union

from ..i18n import mark, tr
from ..tables_out import write_csv

MAX_LISTED = 10_000
"""So many entries of a kind are listed; the counts are of all."""


@dataclass
class MapReport:
    """What the import of a map did, or a preview found.  Features = imported + listed + refused, always."""

    file: str = ""
    source: str = ""
    release: str = ""
    batch: str = ""
    features: int = 0
    imported: int = 0
    sites: int = 0
    unlocated: int = 0
    lines: int = 0
    areas: int = 0
    overlays: int = 0
    updated: int = 0
    refused: List[Dict[str, Any]] = field(default_factory=list)
    refused_count: int = 0
    listed: List[Dict[str, Any]] = field(default_factory=list)
    listed_count: int = 0
    folders: List[Dict[str, Any]] = field(default_factory=list)
    oddities: List[Dict[str, Any]] = field(default_factory=list)
    oddity_counts: Dict[str, int] = field(default_factory=dict)
    duplicates: List[Dict[str, Any]] = field(default_factory=list)
    encodings: Dict[str, str] = field(default_factory=dict)
    looks_swapped: bool = False
    release_merge: Optional[Dict[str, Any]] = None
    conflicts: List[Dict[str, Any]] = field(default_factory=list)
    backup: str = ""

    def counts(self) -> Dict[str, int]:
        """Return the counts under the names of ``cityatlas:importkml``."""
        return {
            "SITES": self.sites,
            "LINES": self.lines,
            "OVERLAYS": self.overlays,
            "UPDATED": self.updated,
            "CONFLICTS": len(self.conflicts),
            "SKIPPED": self.refused_count,
        }

    def as_json(self) -> Dict[str, Any]:
        """Return everything as plain values."""
        return {**self.counts(), **asdict(self)}


@dataclass
class TableReport:
    """What the import of a table did, or a preview found: rows = sites + unlocated + refused + those that
    name a site that is here (changed, unchanged, in conflict)."""

    file: str = ""
    source: str = ""
    batch: str = ""
    rows: int = 0
    sites: int = 0
    unlocated: int = 0
    updated: int = 0
    unchanged: int = 0
    absent: int = 0
    """Sites here that a table of ours does not hold: they stay."""
    refused: List[Dict[str, Any]] = field(default_factory=list)
    changes: List[Dict[str, Any]] = field(default_factory=list)
    conflicts: List[Dict[str, Any]] = field(default_factory=list)
    oddities: List[Dict[str, Any]] = field(default_factory=list)
    duplicates: List[Dict[str, Any]] = field(default_factory=list)
    notes: List[str] = field(default_factory=list)
    questions: List[str] = field(default_factory=list)
    columns: Dict[str, str] = field(default_factory=dict)
    spellings: Dict[str, int] = field(default_factory=dict)
    encoding: str = ""
    backup: str = ""

    def counts(self) -> Dict[str, int]:
        """Return the counts under the names of ``cityatlas:importtable``."""
        return {
            "ROWS": self.rows,
            "SITES": self.sites,
            "UPDATED": self.updated,
            "UNLOCATED": self.unlocated,
            "SKIPPED": len(self.refused),
            "CONFLICTS": len(self.conflicts),
        }

    def as_json(self) -> Dict[str, Any]:
        """Return everything as plain values."""
        return {**self.counts(), **asdict(self)}


HEADINGS = (
    mark("ImportReport", "what"),
    mark("ImportReport", "line or row"),
    mark("ImportReport", "name"),
    mark("ImportReport", "folder"),
    mark("ImportReport", "kind"),
    mark("ImportReport", "why"),
)
Line = Tuple[str, Any, str, str, str, str]


def lines_of(report: Union[MapReport, TableReport]) -> List[Line]:
    """Return the list of an import's report, of a map or of a table; empty where nothing is to be told."""
    lines: List[Line] = []
    for what, rows in (
        (tr("ImportReport", "refused"), report.refused),
        (tr("ImportReport", "listed only"), getattr(report, "listed", [])),
    ):
        for row in rows:
            number = _number(row)
            name = row.get("name") or row.get("text", "")
            lines.append((what, number, name, row.get("folder", ""), row.get("kind", ""), row["reason"]))
    for row in report.oddities:
        lines.append(
            (tr("ImportReport", "odd"), _number(row), row["name"], "", row.get("code", ""), row["message"])
        )
    for row in report.duplicates:
        why = tr("ImportReport", "{site} stands {metres} m away ({reason})").format(
            site=row["site_name"],
            metres=f"{float(row['distance_m']):,.0f}",
            reason=tr("Duplicates", row["reason"]),
        )
        lines.append((tr("ImportReport", "duplicate"), _number(row), row["name"], "", "", why))
    return lines


def _number(row: Dict[str, Any]) -> Optional[int]:
    return row.get("line") or row.get("row") or None


def write_account(path: Path, report: Union[MapReport, TableReport]) -> int:
    """Write the list as CSV, whole or not at all; return how many lines it has."""
    return write_csv(path, [tr("ImportReport", title) for title in HEADINGS], lines_of(report))
