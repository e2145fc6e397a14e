# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The account of a preview or an import as a list to keep: everything that was not taken over, or odd."""

from __future__ import annotations

from pathlib import Path
from typing import Any, List, Tuple

from ..tables_out import write_csv

HEADINGS = ("what", "line or row", "name", "folder", "kind", "why")
Line = Tuple[str, Any, str, str, str, str]


def lines_of(report: Any) -> List[Line]:
    """Return the list of an import's report, of a map or of a table; empty where nothing is to be told."""
    lines: List[Line] = []
    for what, rows in (("refused", report.refused), ("listed only", getattr(report, "listed", []))):
        for row in rows:
            number = row.get("line") or row.get("row")
            name = row.get("name") or row.get("text", "")
            lines.append((what, number, name, row.get("folder", ""), row.get("kind", ""), row["reason"]))
    for row in getattr(report, "oddities", []):
        lines.append(("odd", row["line"] or None, row["name"], "", row["code"], row["message"]))
    for row in report.duplicates:
        why = f"{row['site_name']} stands {float(row['distance_m']):,.0f} m away"
        lines.append(("duplicate", row.get("line") or row.get("row"), row["name"], "", "", why))
    return lines


def write_account(path: Path, report: Any) -> int:
    """Write the list as CSV, whole or not at all; return how many lines it has."""
    return write_csv(path, HEADINGS, lines_of(report))
