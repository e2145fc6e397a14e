# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The records of one imported map, as its last release gave them, with the analyst's changes put in."""

from __future__ import annotations

import json
import re
from typing import Any, Dict, FrozenSet, Iterator, List, Optional, Set, Tuple, Union

from osgeo import ogr

from ...atlas.store import blob as gpkgblob
from ...atlas.store.quoting import sql
from ..privacy import Privacy
from .feature_rows import UNNAMED
from .geometry import first_position
from .parser import parse_item
from .patch import cdata, escaped, patch
from .records import Folder, Geometry, Item
from .writer import geometry_xml, time_xml

Record = Union[Folder, Item]
_ITEMS = (
    "SELECT i.kind, i.position, i.xml, i.rows, i.site_uuid, s.deleted, s.row_version, s.name, s.description, "
    "s.begin_text, s.end_text, s.geom FROM kml_items i LEFT JOIN sites s ON s.uuid = i.site_uuid "
    "WHERE i.source_uuid = ? AND i.folder = ? AND i.ended_batch IS NULL AND i.xml <> '' "
    "ORDER BY i.position, i.fid"
)
_ID = re.compile(
    r"(<(?:[a-z]+:)?(?:Style|StyleMap|Schema|Document|Folder|Placemark|(?:Ground|Screen|Photo)Overlay|NetworkLink"
    r"|Tour|Point|LineString|LinearRing|Polygon|MultiGeometry|Model|Track|MultiTrack|Icon|Link|Region|LookAt"
    r"|Camera|TimeSpan|TimeStamp|(?:Icon|Label|Line|Poly|Balloon|List)Style)\b[^>]*?\bid=[\"'])([^\"']+)"
)
_TARGET = re.compile(r"(\btargetId=[\"'])(?=[^\"'])")
_STYLE_URL = re.compile(r"(<styleUrl>\s*(?:<!\[CDATA\[)?)#")
_VIEWS = ("<LookAt", "<Camera", "<Region")
"""What tells where a folder is."""
_SCHEMA_URL = re.compile(r'(schemaUrl=["\'])#')


class SourceRecords:
    """Reads one source's folders and features back from the tables."""

    def __init__(
        self, db: Any, uuid: str, title: str, sites: Optional[FrozenSet[str]], privacy: Privacy
    ) -> None:
        self._db = db
        self._uuid = uuid
        self.title = title
        self._sites = sites
        self._privacy = privacy
        self._folders = self._read_folders()

    def _read_folders(self) -> Dict[int, Folder]:
        folders: Dict[int, Folder] = {}
        rows = self._db.execute(
            "SELECT number, parent, position, document, kind, name, kml_id, attributes, head "
            "FROM kml_folders WHERE source_uuid = ? AND ended_batch IS NULL ORDER BY number",
            (self._uuid,),
        )
        self._documents: List[str] = []
        for number, parent, position, document, kind, name, kml_id, attributes, head in rows:
            if document not in self._documents:
                self._documents.append(document)
            folder = Folder(number, folders.get(parent) if parent is not None else None, kind, position, 1)
            folder.document = self._documents.index(document)
            folder.name, folder.kml_id = name or "", kml_id or ""
            folder.attributes = json.loads(attributes) if attributes else {}
            folder.head = json.loads(head) if head else []
            folders[number] = folder
        return folders

    def documents(self) -> List[str]:
        """Return the names of the documents, in order."""
        return self._documents

    def count(self) -> int:
        """Return how many features the source has."""
        query = "SELECT count(*) FROM kml_items WHERE source_uuid = ? AND ended_batch IS NULL"
        return int(self._db.execute(query, (self._uuid,)).fetchone()[0])

    def resources(self) -> Iterator[Tuple[str, bytes]]:
        """Yield name and content of the packed files."""
        query = (
            "SELECT name, content FROM kml_resources "
            "WHERE source_uuid = ? AND ended_batch IS NULL ORDER BY fid"
        )
        yield from self._db.execute(query, (self._uuid,))

    def names(self) -> Set[str]:
        """Return the ids, each with #, and the names of packed files: what must not clash."""
        found = {name for name, _content in self.resources()}
        for folder in self._folders.values():
            for part in folder.head:
                found.update("#" + match.group(2) for match in _ID.finditer(part))
            if folder.kml_id:
                found.add("#" + folder.kml_id)
        query = (
            "SELECT kml_id FROM kml_items "
            "WHERE source_uuid = ? AND ended_batch IS NULL AND kml_id IS NOT NULL"
        )
        found.update("#" + kml_id for (kml_id,) in self._db.execute(query, (self._uuid,)))
        return found

    def records(
        self, document: str, within: Optional[Folder], said: str, prefix: str = ""
    ) -> Iterator[Record]:
        """Yield the records of one document in file order.

        ``within`` takes the place of its root, ``said`` is put before its description, ``prefix`` before
        its ids and file names.
        """
        number = self._documents.index(document)
        mine = [folder for folder in self._folders.values() if folder.document == number]
        children: Dict[int, List[Folder]] = {}
        for folder in mine:
            if folder.parent is not None:
                children.setdefault(folder.parent.index, []).append(folder)
        kept = self._kept(mine)
        for root in (folder for folder in mine if folder.parent is None):
            yield from self._walk(
                root,
                children,
                kept,
                _Rewriter(within, root, said, prefix, self.names(), self._privacy.active),
            )

    def _walk(
        self, root: Folder, children: Dict[int, List[Folder]], kept: Optional[Set[int]], rewriter: _Rewriter
    ) -> Iterator[Record]:
        stack: List[Iterator[Record]] = [iter([root])]
        while stack:
            record = next(stack[-1], None)
            if record is None:
                stack.pop()
            elif isinstance(record, Item):
                yield rewriter.item(record)
            elif kept is None or record.index in kept:
                stack.append(self._inside(record, children.get(record.index, [])))
                yield from rewriter.folder(record)

    def _inside(self, folder: Folder, folders: List[Folder]) -> Iterator[Record]:
        """Yield subfolders and items of a folder by their positions."""
        waiting = sorted(folders, key=lambda child: child.position)
        at = 0
        for item in self._items(folder):
            while at < len(waiting) and waiting[at].position < item.position:
                yield waiting[at]
                at += 1
            yield item
        yield from waiting[at:]

    def _kept(self, mine: List[Folder]) -> Optional[Set[int]]:
        """Return the folders that hold a wanted site, None where all are wanted."""
        if self._sites is None:
            return None
        kept: Set[int] = set()
        query = (
            "SELECT folder, site_uuid FROM kml_items "
            "WHERE source_uuid = ? AND ended_batch IS NULL AND site_uuid IS NOT NULL"
        )
        for number, site in self._db.execute(query, (self._uuid,)):
            node = self._folders.get(number) if site in self._sites else None
            while node is not None and node.index not in kept:
                kept.add(node.index)
                node = node.parent
        return kept

    def _items(self, folder: Folder) -> Iterator[Item]:
        for kind, position, xml, rows, site, deleted, version, *fields in self._db.execute(
            _ITEMS, (self._uuid, folder.index)
        ):
            if deleted or (self._sites is not None and site not in self._sites):
                continue
            item = Item(kind, folder, position, 1)
            item.xml = xml
            if site is not None and version > 1:
                item.xml = _with_changes(xml, *fields)
            elif rows and site is None:
                changed = self._changed_rows(xml, json.loads(rows))
                if changed is None:
                    continue
                item.xml = changed
            shown = self._shown(item)
            if shown is not None:
                yield shown

    def _shown(self, item: Item) -> Optional[Item]:
        if not self._privacy.active:
            return item
        if item.kind == "Other":
            return None
        parsed = parse_item(item.xml)
        parsed.folder, parsed.position = item.folder, item.position
        return self._privacy.item(parsed)

    def _changed_rows(self, xml: str, rows: List[List[str]]) -> Optional[str]:
        """Return the XML of a line or area with the changes made here, None when it was deleted."""
        if rows[0][0] not in ("traces", "areas"):
            return xml
        geometries: List[Geometry] = []
        changed, name = False, None
        for table, uuid in rows:
            query = sql("SELECT geom, name, row_version, deleted FROM {t} WHERE uuid = ?", t=table)
            found = self._db.execute(query, (uuid,)).fetchone()
            if found is None or found[3]:
                changed = True
                continue
            changed = changed or found[2] > 1
            name = found[1]
            geometries += _geometries(found[0])
        if not changed:
            return xml
        if not geometries:
            return None
        geometry = geometries[0] if len(geometries) == 1 else ("MultiGeometry", geometries)
        parts: Dict[str, Optional[str]] = dict.fromkeys(
            ("Point", "LineString", "LinearRing", "Polygon", "MultiGeometry", "gx:Track", "gx:MultiTrack")
        )
        parts["name"] = f"<name>{escaped(name or '')}</name>"
        bare = patch(xml, parts)
        return bare.replace("</Placemark>", geometry_xml(geometry) + "</Placemark>")


def _geometries(blob: bytes) -> List[Geometry]:
    """Return the simple geometries of a GeoPackage blob of lines or polygons."""
    geometry = ogr.CreateGeometryFromWkb(gpkgblob.wkb_of(blob))
    parts = [geometry.GetGeometryRef(n) for n in range(geometry.GetGeometryCount())]
    if geometry.GetGeometryName() == "LINESTRING":
        return [("LineString", _positions(geometry))]
    if geometry.GetGeometryName() == "MULTILINESTRING":
        return [("LineString", _positions(part)) for part in parts]
    return [
        ("Polygon", [_positions(part.GetGeometryRef(n)) for n in range(part.GetGeometryCount())])
        for part in parts
    ]


def _positions(line: Any) -> List[Tuple[float, float, None]]:
    return [(x, y, None) for x, y, *_z in line.GetPoints()]


def _with_changes(
    xml: str,
    name: str,
    description: Optional[str],
    begin: Optional[str],
    end: Optional[str],
    geom: Optional[bytes],
) -> str:
    """Return a placemark's XML with what differs in the atlas put in its place."""
    item = parse_item(xml)
    parts: Dict[str, Optional[str]] = {}
    if name != item.name and (item.name or not name.startswith(UNNAMED)):
        parts["name"] = f"<name>{escaped(name)}</name>"
    if (description or "") != item.description:
        parts["description"] = f"<description>{cdata(description)}</description>" if description else None
    if (begin or "", end or "") != (item.begin, item.end):
        parts["TimeSpan"] = time_xml(begin or "", end or "") or None
        parts["TimeStamp"] = None
    here = gpkgblob.point_of(geom)
    there = first_position(item.geometry)
    position = None
    if here is not None and there is None:
        changed = patch(xml, parts)
        return changed.replace("</Placemark>", geometry_xml(("Point", (*here, None))) + "</Placemark>")
    if here is not None and there is not None and here != there[:2]:
        position = (here[0], here[1], None)
    if here is None and there is not None:
        parts.update(dict.fromkeys(("Point", "MultiGeometry", "Model")))
    return patch(xml, parts, position) if parts or position else xml


class _Rewriter:
    """Puts the records of one document under another root, and keeps ids of several sources apart."""

    def __init__(
        self, within: Optional[Folder], root: Folder, said: str, prefix: str, names: Set[str], private: bool
    ) -> None:
        self._within = within
        self._root = root
        self._said = said
        self._prefix = prefix
        self._private = private
        self._files = sorted((name for name in names if not name.startswith("#")), key=len, reverse=True)

    def folder(self, folder: Folder) -> Iterator[Record]:
        """Yield the folder to write, none for a root that gave way."""
        if self._within is not None:
            if folder is self._root:
                return
            if folder.parent is self._root:
                folder.parent = self._within
                folder.attributes = {**_foreign(self._root), **folder.attributes}
        if self._prefix:
            folder.head = [self._text(part) for part in folder.head]
            folder.kml_id = folder.kml_id and self._prefix + folder.kml_id
        if self._private:
            folder.head = [part for part in folder.head if not part.startswith(_VIEWS)]
        if self._said and folder.kind != "kml":
            self._say(folder)
        yield folder

    def _say(self, folder: Folder) -> None:
        said, self._said = self._said, ""
        for number, part in enumerate(folder.head):
            if part.startswith("<description"):
                inner = part[part.index(">") + 1 : part.rindex("<")]
                folder.head[number] = f"<description>{escaped(said)}&lt;br/&gt;{inner}</description>"
                return
        at = next(
            (n for n, part in enumerate(folder.head) if part.startswith(("<Style", "<Schema"))),
            len(folder.head),
        )
        folder.head.insert(at, f"<description>{escaped(said)}</description>")

    def item(self, item: Item) -> Item:
        """Return the item to write."""
        if self._within is not None and item.folder is self._root:
            item.folder = self._within
        if self._prefix:
            item.xml = self._text(item.xml)
            item.kml_id = item.kml_id and self._prefix + item.kml_id
            if item.style_url.startswith("#"):
                item.style_url = f"#{self._prefix}{item.style_url[1:]}"
        return item

    def _text(self, xml: str) -> str:
        xml = _ID.sub(rf"\g<1>{self._prefix}\g<2>", xml)
        xml = _TARGET.sub(rf"\g<1>{self._prefix}", xml)
        xml = _STYLE_URL.sub(rf"\g<1>#{self._prefix}", xml)
        xml = _SCHEMA_URL.sub(rf"\g<1>#{self._prefix}", xml)
        for name in self._files:
            if name in xml:
                xml = re.sub(rf"(?<=[>\"']){re.escape(name)}(?=[<\"'])", self._prefix + name, xml)
        return xml


def _foreign(root: Folder) -> Dict[str, str]:
    """Return the namespaces a root declared beyond the usual ones."""
    usual = ("xmlns", "xmlns:gx", "xmlns:atom")
    return {k: v for k, v in root.attributes.items() if k.startswith("xmlns:") and k not in usual}
