# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Placemarks that the atlas wrote itself and that come back: they meet their own sites (``returning``)."""

from __future__ import annotations

import re
from html import unescape
from typing import Any, Dict, List, Optional, Tuple

from ...atlas.store.quoting import sql
from ...atlas.store.store import Atlas
from ..import_rules import Rules
from ..returning import PLACE, Meeting, SitesByIdentity
from ..table.plan import VERSION_HEADING
from ..table.site_values import OWN_COLUMNS, SiteValues
from ..table.table import RowState, TableRow
from .geometry import first_position
from .own_features import DATA_FIELDS
from .records import Item

_BREAK = re.compile(r"<br\s*/?>", re.I)
_TAG = re.compile(r"<[A-Za-z/!]")


class OwnReturning:
    """Tells the placemarks of this atlas from those of others, and what was changed in them."""

    def __init__(self, atlas: Atlas) -> None:
        self._identity = SitesByIdentity(atlas)
        self._values = SiteValues(atlas, Rules(()))
        self._others = {
            row[0]
            for table in ("traces", "areas")
            for row in atlas.backend.select(sql("SELECT uuid FROM {t}", t=table))
        }

    def site_of(self, item: Item) -> str:
        """Return the uuid of the site that a placemark was written for, "" for none."""
        uuid = _data(item).get("uuid", "") if item.kind == "Placemark" and item.data else ""
        return uuid if uuid and self._identity.is_own(uuid) else ""

    def is_own_line(self, item: Item) -> bool:
        """Tell whether a placemark was written for a line or an area of this atlas."""
        return bool(item.data) and _data(item).get("uuid", "") in self._others

    def meet(self, item: Item, uuid: str) -> Tuple[Optional[Meeting], List[str]]:
        """Return what was changed in a placemark of ours, and sentences on what cannot be taken over."""
        data = _data(item)
        texts = {name: data.get(name, "") for name in DATA_FIELDS if name in OWN_COLUMNS}
        texts["name"] = item.name
        description = _plain(item.description)
        if description is not None:
            texts["description"] = description
        row = TableRow(item.line, RowState.LOCATED, further=tuple(texts.items()))
        values, problems = self._values.of_row(row, own=True)
        position = first_position(item.geometry)
        values[PLACE] = position[:2] if position else None
        version = data.get(VERSION_HEADING, "")
        number = int(version) if version.isdigit() and len(version) < 10 else None
        return self._identity.meet(uuid, values, number, own=True), problems


def _data(item: Item) -> Dict[str, Any]:
    return dict(item.data)


def _plain(html: str) -> Optional[str]:
    """Return a description as it was before it was written as HTML; None where somebody put tags in."""
    text = _BREAK.sub("\n", html)
    return None if _TAG.search(text) else unescape(text)
