# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""A newer release of a source that is in the atlas already: added, moved, renamed, gone; edits stay."""

from __future__ import annotations

import dataclasses
import hashlib
import json
from collections import Counter
from typing import Any, Dict, Iterator, List, Optional, Set, Tuple

from ...atlas.model import BY_TABLE, Assertion, AssertionKind, Site, Source
from ...atlas.store import blob as gpkgblob
from ...atlas.store.quoting import sql
from ...atlas.store.store import Atlas, Writer
from ...discrepancies.known_sites import KnownSites
from ..import_report import MAX_LISTED, MapReport
from . import feature_rows
from .bulk_rows import TABLES, BulkRows, write_frame, write_returned
from .counting import Counting
from .feature_rows import Made, RowMaker, path_text, site_name
from .geometry import first_position
from .import_options import ImportOptions, import_note, row_maker
from .merge import Feature, match, three_way, what_changed
from .own_returning import OwnReturning
from .parser import parse_item
from .reader import KmlFile, Progress
from .records import Item, Position

_SITE_FIELDS = ("name", "description", "begin_text", "end_text", "category", "status")


def has_release(atlas: Atlas, source_uuid: str) -> bool:
    """Tell whether a release of this source stands in the atlas."""
    query = "SELECT 1 FROM kml_items WHERE source_uuid = ? AND ended_batch IS NULL LIMIT 1"
    return bool(atlas.backend.select(query, (source_uuid,)))


def digest(xml: str) -> bytes:
    """Return what tells two features apart without keeping their XML."""
    return hashlib.blake2b(xml.encode("utf-8", "replace"), digest_size=12).digest()


def merge_release(
    atlas: Atlas, file: KmlFile, source: Source, options: ImportOptions, progress: Optional[Progress]
) -> MapReport:
    """Merge a newer release in one transaction; see :class:`_Merge`."""
    with atlas.transaction("merge", note=import_note(file, options)) as writer:
        maker = row_maker(atlas, source.uuid, writer.batch, options)
        counting = Counting(file, options, maker, KnownSites(atlas, besides=source.uuid), OwnReturning(atlas))
        merge = _Merge(writer, source, maker, counting)
        merge.pair(file, progress)
        merge.retire()
        with atlas.backend.bulk(writer.db, TABLES):
            merge.write(file, progress)
        write_frame(writer, file, source.uuid)
        if options.release and options.release != source.release_text:
            source.release_text = options.release
            writer.update(source)
        return merge.finish()


class _Merge:
    """The work of one merge: two readings of the file, so that a large one never lies in memory whole."""

    def __init__(self, writer: Writer, source: Source, maker: RowMaker, counting: Counting) -> None:
        self._writer = writer
        self._db = writer.db
        self._source = source
        self._maker = maker
        self._counting = counting
        self._partner: Dict[int, Feature] = {}
        self._changes: Dict[str, List[Dict[str, Any]]] = {
            way: [] for way in ("added", "renamed", "moved", "refiled", "changed", "gone")
        }
        self._counts: Dict[str, int] = dict.fromkeys((*self._changes, "unchanged"), 0)
        self._gone: List[Feature] = []
        self._touched: Set[str] = set()
        self._new: Counter = Counter()

    # -- pairing ---------------------------------------------------------------------------------------

    def pair(self, file: KmlFile, progress: Optional[Progress]) -> None:
        """Find for every feature of the new release the one it was in the last."""
        last = list(self._last())
        new: List[Feature] = []
        half = (lambda share: progress(share / 2)) if progress else None
        for record in file.records(half):
            if isinstance(record, Item):
                new.append(self._feature(len(new), record))
        found = match(last, new)
        self._partner = {int(b.key): a for a, b in found.pairs}  # type: ignore[call-overload]
        self._gone = found.gone

    def _feature(self, number: int, item: Item) -> Feature:
        position = first_position(item.geometry)
        return Feature(
            number,
            item.kml_id,
            self._maker.path(item.folder),
            item.name,
            position[0] if position else None,
            position[1] if position else None,
            digest(item.xml),
            item.kind,
        )

    def _last(self) -> Iterator[Feature]:
        paths = folder_paths(self._db, self._source.uuid)
        rows = self._db.execute(
            "SELECT fid, kml_id, folder, name, lon, lat, xml, kind FROM kml_items "
            "WHERE source_uuid = ? AND ended_batch IS NULL ORDER BY fid",
            (self._source.uuid,),
        )
        for fid, kml_id, folder, name, lon, lat, xml, kind in rows:
            yield Feature(fid, kml_id or "", paths[folder], name or "", lon, lat, digest(xml), kind)

    def retire(self) -> None:
        """Set the last release aside; what it had set aside itself is no longer needed."""
        for table in ("kml_items", "kml_folders", "kml_resources"):
            self._db.execute(
                sql("DELETE FROM {table} WHERE source_uuid = ? AND ended_batch IS NOT NULL", table=table),
                (self._source.uuid,),
            )
            self._db.execute(
                sql("UPDATE {table} SET ended_batch = ? WHERE source_uuid = ?", table=table),
                (self._writer.batch, self._source.uuid),
            )

    # -- writing ---------------------------------------------------------------------------------------

    def write(self, file: KmlFile, progress: Optional[Progress]) -> None:
        """Read the file again and write what it brings."""
        bulk = BulkRows(self._writer)
        half = (lambda share: progress(0.5 + share / 2)) if progress else None
        returned = []
        for number, (item, made) in enumerate(self._counting.items(half)):
            if made.own:
                returned.append(made.meeting)
                continue
            position = first_position(item.geometry)
            partner = self._partner.get(number)
            if partner is None:
                if item.kind != "Other":
                    self._note("added", item)
            else:
                made = self._carry_over(partner, number, item, made, bulk)
            self._new.update(table for table, _row in made.rows)
            bulk.add(made, self._maker.item_row(item, made, position))
        bulk.flush()
        write_returned(self._writer, returned, self._source.uuid)

    def _carry_over(self, last: Feature, number: int, item: Item, made: Made, bulk: BulkRows) -> Made:
        """Return the new item bound to what its predecessor had become."""
        query = "SELECT site_uuid, rows, xml FROM kml_items WHERE fid = ?"
        site_uuid, rows, xml = self._db.execute(query, (last.key,)).fetchone()
        ways = what_changed(last, self._feature(number, item))
        for way in ways or ("unchanged",):
            self._note(way, item, last)
        kept = Made(site_uuid=site_uuid, others=json.loads(rows) if rows else [], refused=made.refused)
        if not ways:
            return kept
        if site_uuid is None and made.site_uuid is not None:
            kept.site_uuid = made.site_uuid
            kept.rows += [row for row in made.rows if row[0] in ("sites", "assertions")]
        elif site_uuid is not None and not made.refused:
            self._merge_site(site_uuid, xml, last, item, kept)
        self._renew_others(kept, made, item)
        return kept

    def _renew_others(self, kept: Made, made: Made, item: Item) -> None:
        """Replace lines, areas and sheets by the new ones, but for those that were edited here."""
        if not kept.others and not made.others or made.refused:
            return
        edited = []
        for table, uuid in kept.others:
            rows = self._writer.rows(BY_TABLE[table], deleted=True, uuid=uuid)
            if rows and not rows[0].deleted:
                if rows[0].row_version > 1:
                    edited.append([table, uuid])
                else:
                    self._writer.delete(rows[0])
        if edited:
            self._conflict(item, edited[0][1], "geometry", None, "the new release's line", "edited here")
        kept.others = edited or made.others
        if not edited:
            kept.rows += [row for row in made.rows if row[0] in ("traces", "areas", "sheets")]

    def _merge_site(self, uuid: str, xml: str, last: Feature, item: Item, kept: Made) -> None:
        found = self._writer.rows(Site, deleted=True, uuid=uuid)
        if not found:
            return
        site = found[0]
        before = parse_item(xml)
        old = self._fields(before, last.path)
        path = self._maker.path(item.folder)
        new = self._fields(item, path)
        lonlat = _point(site)
        mine = {name: getattr(site, name) for name in _SITE_FIELDS}
        mine["place"] = lonlat
        if site.deleted:  # deleting is an edit too
            self._conflict(item, uuid, "deleted", None, "still in the new release", "deleted here")
            return
        take, conflicts = three_way(old, new, mine)
        for conflict in conflicts:
            self._conflict(item, uuid, conflict.field, conflict.last, conflict.new, conflict.mine)
        moved = "place" in take
        position = first_position(item.geometry)
        if old["place"] != new["place"] or old["name"] != new["name"]:
            self._assert(site, item, position, path_text(path), moved)
        unmoved = dataclasses.replace(site)
        if (site.folder_path or "") == path_text(last.path):
            site.folder_path = path_text(path) or None
        if site.extra == feature_rows.further_data(before):
            site.extra = feature_rows.further_data(item)
        self._apply(site, take, item, position)
        if site != unmoved:
            self._writer.update(site)
            self._touched.add(site.uuid)

    def _fields(self, item: Item, path: Tuple[str, ...]) -> Dict[str, Any]:
        mapping = self._maker.rules.of_path(path)
        position = first_position(item.geometry)
        return {
            "name": site_name(item, path),
            "description": item.description or None,
            "begin_text": item.begin or None,
            "end_text": item.end or None,
            "category": mapping.category,
            "status": mapping.status or "unknown",
            "place": position[:2] if position else None,
        }

    def _assert(
        self, site: Site, item: Item, position: Optional[Position], folder: str, chosen: bool
    ) -> None:
        """Add what the new release says; the point it gave before stays on record."""
        if chosen:
            for other in self._writer.rows(Assertion, site_uuid=site.uuid, chosen=True):
                other.chosen = False
                self._writer.update(other)
        row = dict(
            zip(
                feature_rows.ASSERTION_COLUMNS,
                self._maker.assertion(item, site.uuid, position, folder, chosen),
            )
        )
        row["geom"] = gpkgblob.to_wkt(row["geom"])
        row["chosen"] = bool(row["chosen"])
        if position is None:
            row["kind"] = AssertionKind.EXISTENCE.value
        self._writer.insert(Assertion(**row))

    def _apply(self, site: Site, take: Dict[str, Any], item: Item, position: Optional[Position]) -> None:
        if "place" in take:
            place = take.pop("place")
            site.geom = gpkgblob.point_wkt(*place) if place else None
            site.city = self._maker.city_of(position)
            site.source_uuid = self._source.uuid if place else None
            site.accuracy_m = None
        for name, value in take.items():
            setattr(site, name, value)
        if "begin_text" in take or "end_text" in take:
            (site.begin_text, site.begin_earliest, site.begin_latest,
             site.end_text, site.end_earliest, site.end_latest) = feature_rows.dates(item)  # fmt: skip

    # -- telling ---------------------------------------------------------------------------------------

    def _note(self, way: str, item: Item, last: Optional[Feature] = None) -> None:
        self._counts[way] += 1
        if way == "unchanged" or len(self._changes[way]) >= MAX_LISTED:
            return
        entry: Dict[str, Any] = {
            "line": item.line,
            "name": item.name,
            "folder": path_text(self._maker.path(item.folder)),
        }
        if last is not None:
            entry.update(last_name=last.name, last_folder=path_text(last.path))
        self._changes[way].append(entry)

    def _conflict(self, item: Item, uuid: str, name: str, last: Any, new: Any, mine: Any) -> None:
        self._counting.report.conflicts.append(
            {
                "line": item.line,
                "name": item.name,
                "row": uuid,
                "field": name,
                "last_release": last,
                "new_release": new,
                "mine": mine,
            }
        )

    def finish(self) -> MapReport:
        """Return the report with what became of the release."""
        for feature in self._gone:
            if feature.kind == "Other":
                continue
            self._counts["gone"] += 1
            if len(self._changes["gone"]) < MAX_LISTED:
                self._changes["gone"].append({"name": feature.name, "folder": path_text(feature.path)})
        report = self._counting.finish()
        report.updated += len(self._touched)
        report.sites, report.lines = self._new["sites"], self._new["traces"]
        report.areas, report.overlays = self._new["areas"], self._new["sheets"]
        report.release_merge = {"counts": self._counts, **self._changes}
        return report


def folder_paths(db: Any, source_uuid: str) -> Dict[int, Tuple[str, ...]]:
    """Return the path of every current folder of a source by its number."""
    paths: Dict[int, Tuple[str, ...]] = {}
    rows = db.execute(
        "SELECT number, parent, kind, name FROM kml_folders "
        "WHERE source_uuid = ? AND ended_batch IS NULL ORDER BY number",
        (source_uuid,),
    )
    for number, parent, kind, name in rows:
        around = paths[parent] if parent is not None else ()
        paths[number] = around if kind == "kml" else (*around, name or "")
    return paths


def _point(site: Site) -> Optional[Tuple[float, float]]:
    return gpkgblob.lonlat(site.geom) if site.geom else None
