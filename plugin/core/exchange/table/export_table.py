# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Sites as a table (CSV, spreadsheet, text), as GeoJSON (RFC 7946) or as a GeoPackage layer."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import Any, Dict, FrozenSet, Iterable, Iterator, List, Optional, Tuple

from ...atlas.model import Site, columns
from ...atlas.store import blob as gpkgblob
from ...atlas.store.quoting import sql
from ...atlas.store.store import Atlas
from ...errors import AtlasError
from ...files import replacing
from ...i18n import tr
from ...tables_out import as_tsv, write_csv
from ..privacy import Privacy
from .spreadsheet_writer import write_sheet

_INNER = ("deleted", "source_uuid", "folder_order")
_TELLING = ("clue", "clue_rule", "extra")
"""Columns that may tell a position in words: empty where coordinates are rounded or withheld."""
NAMES = [column.name for column in columns(Site) if column.name not in _INNER]
"""The columns that go out, in the order of the model.  With ``uuid`` and ``row_version`` a row finds its site
again when the table comes back, and what it was when it was written (``exchange.returning``)."""


def uuids_of(atlas: Atlas, fids: Iterable[int]) -> FrozenSet[str]:
    """Return the identifiers of sites by their feature ids (those that are there)."""
    wanted = set(fids)
    with atlas.backend.reading() as db:
        rows = db.execute("SELECT fid, uuid FROM sites")
        return frozenset(uuid for fid, uuid in rows if fid in wanted)


def write_sites(
    atlas: Atlas,
    path: Path,
    *,
    sites: Optional[FrozenSet[str]] = None,
    privacy: Optional[Privacy] = None,
    guard: bool = True,
) -> int:
    """Write sites by the ending (.csv, .xlsx, .ods, .geojson, .gpkg), whole or not at all; return how many.

    ``sites`` are the uuids wanted (None: all).  ``guard`` is about formulas (``tables_out.write_csv``).
    """
    path = Path(path)
    privacy = privacy or Privacy()
    rows = _rows(atlas, sites, privacy)
    writers = {".csv": _csv, ".xlsx": _sheet, ".ods": _sheet, ".geojson": _geojson, ".gpkg": _geopackage}
    writer = writers.get(path.suffix.lower())
    if writer is None:
        raise AtlasError(
            tr("ExportTable", "{file} has no ending that is known.").format(file=path.name),
            hint=tr("ExportTable", "Take {endings}.").format(endings=", ".join(writers)),
        )
    return writer(path, list(rows), privacy, guard)


def _rows(atlas: Atlas, sites: Optional[FrozenSet[str]], privacy: Privacy) -> Iterator[Dict[str, Any]]:
    query = sql(
        "SELECT geom, {names:sql}, (SELECT title FROM sources WHERE uuid = source_uuid) FROM sites "
        "WHERE deleted = 0 ORDER BY fid",
        names=", ".join(sql("{n}", n=name) for name in NAMES),
    )
    for blob, *values in atlas.backend.select(query):
        row = dict(zip((*NAMES, "source"), values))
        if sites is not None and row["uuid"] not in sites:
            continue
        if privacy.active:
            row.update(dict.fromkeys(_TELLING))
        point = gpkgblob.point_of(blob)
        shown = privacy.position((*point, None)) if point else None
        row["lon"], row["lat"] = (shown[0], shown[1]) if shown else (None, None)
        yield row


def sites_as_text(
    atlas: Atlas, *, sites: Optional[FrozenSet[str]] = None, privacy: Optional[Privacy] = None
) -> Tuple[str, int]:
    """Return sites as a table for the clipboard (tabs between, texts inert, one line each) and how many."""
    privacy = privacy or Privacy()
    rows = list(_rows(atlas, sites, privacy))
    return as_tsv(*_cells(rows, privacy)), len(rows)


def _cells(rows: List[Dict[str, Any]], privacy: Privacy) -> Tuple[List[str], Iterator[List[Any]]]:
    names = [*NAMES, "source", "lat", "lon"]
    if privacy.active:
        names.append("coordinates_note")
        for row in rows:
            row["coordinates_note"] = privacy.note()
    return names, ([row[name] for name in names] for row in rows)


def _csv(path: Path, rows: List[Dict[str, Any]], privacy: Privacy, guard: bool) -> int:
    return write_csv(path, *_cells(rows, privacy), guard=guard)


def _sheet(path: Path, rows: List[Dict[str, Any]], privacy: Privacy, _guard: bool) -> int:
    return write_sheet(path, "Sites", *_cells(rows, privacy))


def _geojson(path: Path, rows: List[Dict[str, Any]], privacy: Privacy, _guard: bool) -> int:
    with replacing(path) as partial, partial.open("w", encoding="utf-8", newline="\n") as file:
        note = f'"description": {json.dumps(privacy.note())}, ' if privacy.active else ""
        file.write(f'{{"type": "FeatureCollection", {note}"features": [')
        for number, row in enumerate(rows):
            lon, lat = row.pop("lon"), row.pop("lat")
            place = None if lon is None else {"type": "Point", "coordinates": [lon, lat]}
            feature = {"type": "Feature", "id": row["uuid"], "geometry": place, "properties": row}
            file.write(("," if number else "") + "\n" + json.dumps(feature, ensure_ascii=False))
        file.write("\n]}\n")
    return len(rows)


def _geopackage(path: Path, rows: List[Dict[str, Any]], privacy: Privacy, _guard: bool) -> int:
    from osgeo import ogr, osr

    crs = osr.SpatialReference()
    crs.ImportFromEPSG(4326)
    with replacing(path) as partial:
        data = ogr.GetDriverByName("GPKG").CreateDataSource(str(partial))
        if data is None:
            raise AtlasError(
                tr("ExportTable", "{path} could not be created.").format(path=path),
                hint=tr("ExportTable", "Choose another place."),
            )
        options = [f"DESCRIPTION={privacy.note()}"] if privacy.active else []
        layer = data.CreateLayer("sites", crs, ogr.wkbPoint, options)
        kinds = {"real": ogr.OFTReal, "integer": ogr.OFTInteger, "boolean": ogr.OFTInteger}
        for column in columns(Site):
            if column.name in NAMES:
                layer.CreateField(
                    ogr.FieldDefn(column.name, kinds.get(column.metadata["kind"], ogr.OFTString))
                )
        layer.CreateField(ogr.FieldDefn("source", ogr.OFTString))
        layer.StartTransaction()
        for row in rows:
            layer.CreateFeature(_feature(ogr, layer, row))
        layer.CommitTransaction()
        layer = data = None
        if _features_in(partial) != len(rows):
            raise AtlasError(
                tr("ExportTable", "{path} could not be written whole.").format(path=path),
                hint=tr("ExportTable", "Is the disk full?"),
            )
    return len(rows)


def _features_in(path: Path) -> int:
    """Return how many features a GeoPackage really holds, -1 for a damaged one: read anew from the disk."""
    from contextlib import closing

    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as db:
            if db.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
                return -1
            return int(db.execute("SELECT count(*) FROM sites").fetchone()[0])
    except sqlite3.Error:
        return -1


def _feature(ogr: Any, layer: Any, row: Dict[str, Any]) -> Any:
    feature = ogr.Feature(layer.GetLayerDefn())
    for name, value in row.items():
        if value is not None and name not in ("lon", "lat"):
            feature.SetField(name, value)
    if row["lon"] is not None:
        point = ogr.Geometry(ogr.wkbPoint)
        point.AddPoint_2D(row["lon"], row["lat"])
        feature.SetGeometry(point)
    return feature
