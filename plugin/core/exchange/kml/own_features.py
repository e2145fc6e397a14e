# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Sites, traces and areas that did not come from a KML file, as KML: folders by category, our icons."""

from __future__ import annotations

import json
import re
from html import escape
from typing import Any, Dict, FrozenSet, Iterator, List, Optional, Tuple, Union

from ...atlas.store import blob
from ...atlas.store.quoting import sql
from ..privacy import Privacy
from .patch import escaped
from .records import Folder, Item
from .source_records import _geometries

Record = Union[Folder, Item]
_ISO = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
DATA_FIELDS = (
    "uuid", "name_ko", "category", "city", "status", "likelihood", "confidence", "accuracy_m", "begin_text",
    "end_text", "clue", "note", "row_version",
)  # fmt: skip
"""Columns of a site that go into its extended data."""
ICON_FOLDER = "icons"
_NOT_IMPORTED = (
    "uuid NOT IN (SELECT site_uuid FROM kml_items WHERE ended_batch IS NULL AND site_uuid IS NOT NULL)"
)


class OwnRecords:
    """What an atlas holds besides imported maps."""

    def __init__(
        self, db: Any, sites: Optional[FrozenSet[str]], privacy: Privacy, icons: Dict[str, bytes]
    ) -> None:
        self._db = db
        self._sites = sites
        self._privacy = privacy
        self._icons = icons
        self._rows = self._read_sites()
        self._lines = [] if sites is not None or privacy.withhold else self._read_others()

    def _read_sites(self) -> List[Dict[str, Any]]:
        dates = ("begin_earliest", "begin_latest", "end_earliest", "end_latest")
        names = ("geom", "name", "description", *dates, *DATA_FIELDS)
        query = sql(
            "SELECT {columns:sql}, (SELECT title FROM sources WHERE uuid = source_uuid) FROM sites "
            "WHERE deleted = 0 AND status <> 'rejected' AND {own:sql} ORDER BY name, uuid",
            columns=", ".join(names),
            own=_NOT_IMPORTED,
        )
        rows = [dict(zip((*names, "source"), row)) for row in self._db.execute(query)]
        return [row for row in rows if self._sites is None or row["uuid"] in self._sites]

    def _read_others(self) -> List[Tuple[str, Dict[str, Any]]]:
        """Return traces and areas that no imported feature stands for."""
        rows = self._db.execute("SELECT rows FROM kml_items WHERE ended_batch IS NULL AND rows IS NOT NULL")
        imported = {uuid for (text,) in rows for _table, uuid in json.loads(text)}
        found = []
        names = ("uuid", "geom", "name", "kind", "text", "note")
        for table, text in (("traces", "basis"), ("areas", "kind")):
            query = sql(
                "SELECT uuid, geom, name, kind, {text}, note FROM {table} WHERE deleted = 0 ORDER BY fid",
                text=text,
                table=table,
            )
            found += [
                (table, dict(zip(names, row))) for row in self._db.execute(query) if row[0] not in imported
            ]
        return found

    def count(self) -> int:
        """Return how many features there are."""
        return len(self._rows) + len(self._lines)

    def resources(self) -> Iterator[Tuple[str, bytes]]:
        """Yield the icons of the categories in use."""
        for category in sorted({row["category"] for row in self._rows}):
            if category in self._icons:
                yield f"{ICON_FOLDER}/{category}.png", self._icons[category]

    def records(self, document: Folder) -> Iterator[Record]:
        """Yield a folder per category and one for lines and areas."""
        if not self.count():
            return
        own = _folder(document, "Atlas")
        own.head = ["<name>Atlas</name>", *self._styles()]
        own.line = 1
        yield own
        by_category: Dict[str, List[Dict[str, Any]]] = {}
        for row in self._rows:
            by_category.setdefault(row["category"], []).append(row)
        labels = self._db.execute("SELECT id, label FROM categories ORDER BY sort, id").fetchall()
        for category, label in labels:
            rows = by_category.get(category)
            if rows:
                folder = _folder(own, label)
                yield folder
                for row in rows:
                    yield self._site(folder, row)
        yield from self._others(own)

    def _styles(self) -> Iterator[str]:
        colours = dict(self._db.execute("SELECT id, colour FROM categories"))
        for category in sorted({row["category"] for row in self._rows}):
            icon = ""
            if category in self._icons:
                icon = f"<scale>1</scale><Icon><href>{ICON_FOLDER}/{category}.png</href></Icon>"
            else:
                icon = f"<color>{_kml_colour(colours.get(category))}</color>"
            label = "<LabelStyle><scale>0.8</scale></LabelStyle>"
            yield f'<Style id="atlas-{escaped(category)}"><IconStyle>{icon}</IconStyle>{label}</Style>'

    def _site(self, folder: Folder, row: Dict[str, Any]) -> Item:
        item = Item("Placemark", folder, 0, 0)
        item.name = row["name"]
        # Balloons show HTML: text from the atlas stays text.
        item.description = escape(row["description"] or "", quote=False).replace("\n", "<br/>")
        item.style_url = f"#atlas-{row['category']}"
        item.begin = _kml_date(row["begin_text"], row["begin_earliest"], row["begin_latest"])
        item.end = _kml_date(row["end_text"], row["end_latest"], row["end_earliest"])
        item.data = [
            (name, _text(row[name])) for name in (*DATA_FIELDS, "source") if row[name] not in (None, "")
        ]
        point = blob.point_of(row["geom"])
        if point is not None:
            position = self._privacy.position((*point, None))
            item.geometry = ("Point", position) if position else None
        return item

    def _others(self, own: Folder) -> Iterator[Record]:
        tables = (("traces", "Historic traces"), ("areas", "Areas"))
        for table, title in tables:
            rows = [row for name, row in self._lines if name == table and row["geom"] is not None]
            if not rows:
                continue
            folder = _folder(own, title)
            yield folder
            for row in rows:
                item = Item("Placemark", folder, 0, 0)
                item.name = row["name"] or row["kind"] or title
                item.description = escape(row["note"] or "", quote=False)
                item.data = [(key, _text(row[key])) for key in ("uuid", "kind", "text") if row[key]]
                parts = _geometries(row["geom"])
                geometry = parts[0] if len(parts) == 1 else ("MultiGeometry", parts)
                item.geometry = self._privacy.geometry(geometry)
                yield item


def _folder(parent: Folder, name: str) -> Folder:
    folder = Folder(0, parent, "Folder", 0, 0)
    folder.name = name
    return folder


def _text(value: Any) -> str:
    return f"{value:.12g}" if isinstance(value, float) else str(value)


def _kml_colour(colour: Optional[str]) -> str:
    """Return a web colour as KML writes it (alpha, blue, green, red)."""
    if not colour or len(colour) != 7:
        return "ffffffff"
    return f"ff{colour[5:7]}{colour[3:5]}{colour[1:3]}"


def _kml_date(text: Optional[str], one: Optional[str], other: Optional[str]) -> str:
    """Return a date that KML allows, as precise as it is known; the text itself is in the extended data."""
    if text and _ISO.fullmatch(text.strip()):
        return text.strip()
    if not one or not _ISO.fullmatch(one):
        return ""
    if other and one[:4] == other[:4]:
        return one if one == other else one[:7] if one[:7] == other[:7] else one[:4]
    return one[:4]
