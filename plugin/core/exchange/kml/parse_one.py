# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The XML of one feature, as an atlas keeps it, back to a record."""

from __future__ import annotations

from ...i18n import tr
from ..limits import DEFAULT_LIMITS, refuse
from .parser import Parser
from .records import Item


def parse_item(xml: str) -> Item:
    """Return the record of one feature.  Raises AtlasError when the text is no KML feature."""
    parser = Parser("a KML feature", 0, DEFAULT_LIMITS, [], 0, lambda *_: None)
    records = parser.feed(f"<kml>{xml}</kml>".encode()) + parser.close()
    items = [record for record in records if isinstance(record, Item)]
    if len(items) != 1:
        raise refuse("a KML feature", tr("Kml", "the XML kept for it is not one feature."))
    return items[0]
