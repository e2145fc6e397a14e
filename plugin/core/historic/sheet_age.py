# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""A sheet can show a town older than its print: what it was compiled from decides, not its year."""

from __future__ import annotations

import re
from typing import Iterable, Optional

from ..atlas.model import Event, Sheet
from ..i18n import tr

_YEAR = re.compile(r"(?<!\d)1[5-9]\d\d(?!\d)")
_ON_A_PLAN = re.compile(
    r"rail|line|station|wharf|port|harbou?r|road|street|bridge|river|airfield|wall", re.IGNORECASE
)
_RAILWAY = re.compile(r"rail|line|station|wharf", re.IGNORECASE)
SHOWN = 5


def content_year(sheet: Sheet) -> Optional[int]:
    """Return the oldest year that the sheet's content or its sources are said to be of."""
    years = [int(y) for text in (sheet.year_content, sheet.compiled_from) for y in _YEAR.findall(text or "")]
    return min(years) if years else None


def changes_between(sheet: Sheet, events: Iterable[Event]) -> list[Event]:
    """Return what changed on the ground after the sheet's content and not after its print, in order."""
    oldest = content_year(sheet)
    if oldest is None or sheet.year is None:
        return []
    found = [
        event
        for event in events
        if event.city in (None, sheet.city)
        and event.earliest is not None
        and oldest < int(event.earliest[:4]) <= sheet.year
        and _ON_A_PLAN.search(event.title)
    ]
    return sorted(found, key=lambda event: event.earliest or "")


def warning(sheet: Sheet, events: Iterable[Event]) -> str:
    """Return a warning where the content is older than the print, "" where it is not or nobody knows."""
    oldest = content_year(sheet)
    if oldest is None or sheet.year is None or oldest >= sheet.year:
        return ""
    first = tr("SheetAge", "Printed {year}, but the content can be as old as {oldest}.")
    text = first.format(year=sheet.year, oldest=oldest)
    between = changes_between(sheet, events)
    if not between:
        return text
    # Railways first: they are what is traced, and what dates a sheet.
    ranked = sorted(between, key=lambda event: not _RAILWAY.search(event.title))
    shown = [event for event in between if event in ranked[:SHOWN]]
    second = tr("SheetAge", "{first} It may not show: {events}.")
    if len(between) > SHOWN:
        second = tr("SheetAge", "{first} It may not show: {events}; and %n more.", len(between) - SHOWN)
    listed = "; ".join(f"{event.title} ({event.date_text})" for event in shown)
    return second.format(first=text, events=listed)
