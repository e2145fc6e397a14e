# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""From the text files in ``layers/`` to the records of an atlas.

The format: one ``TABLE.csv`` per table, first column ``key``; a column that refers to another row holds that
row's key, without the ending ``_uuid``; identifiers follow from the keys (``model.shipped_uuid``).
"""

from __future__ import annotations

import csv
import dataclasses
import datetime as dt
import hashlib
import json
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path
from typing import Any, Optional, TypeVar

from ..errors import AtlasError
from ..i18n import tr
from .model import (
    Assertion,
    BaseArea,
    BaseLine,
    Category,
    City,
    Claim,
    Event,
    Figure,
    Name,
    Record,
    Sheet,
    Site,
    Source,
    Trace,
    columns,
    shipped_uuid,
)
from .positions import place

LAYERS = Path(__file__).resolve().parents[3] / "layers"
TABLES: tuple[type[Record], ...] = (
    Source, City, Category, Site, Assertion, Name, Figure, Event, Sheet, Trace, Claim,
)  # fmt: skip
FRAME: tuple[type[Record], ...] = (Source, City, Category)
"""What an atlas needs before there is any site in it."""

COAST_ACCURACY_M = 85.0
"""Nine of ten vertices of an independent coast lie as near (measured: ``layers/LICENSE-coast.md``)."""
COAST_SOURCE = "osm-coast"

R = TypeVar("R", bound=Record)
Row = dict[str, str]
Places = dict[str, tuple[Path, int]]
"""File and line by the identifier of the record that was read there."""


class SeedError(AtlasError):
    """A row of ``layers/`` that cannot be used; names file and line."""

    def __init__(self, path: Path, line: int, problem: str) -> None:
        super().__init__(
            tr("Seed", "layers/{name}, line {line}: {problem}").format(
                name=path.name, line=line, problem=problem
            )
        )


def read(folder: Path = LAYERS, *, empty: bool = False) -> list[Record]:
    """Return every record of ``layers/`` (only the frame and the base map when ``empty``).

    Raises SeedError naming file and line.
    """
    places: Places = {}
    records: list[Record] = []
    for record in FRAME if empty else TABLES:
        records += _table(folder, record, places)
    _require_references(records, places)
    if not empty:
        _place_sites(
            [r for r in records if isinstance(r, Site)], [r for r in records if isinstance(r, Assertion)]
        )
    return records + list(_coast(folder)) + list(_base(folder))


def categories(folder: Path = LAYERS) -> list[Category]:
    """Return the shipped categories."""
    return _table(folder, Category, {})


@lru_cache(maxsize=1)
def categories_mark() -> str:
    """Return what tells the shipped categories of one version of the plugin from those of another."""
    text = (LAYERS / f"{Category.TABLE}.csv").read_text(encoding="utf-8")
    return hashlib.blake2b(text.encode("utf-8"), digest_size=8).hexdigest()


def read_rows(path: Path) -> Iterator[tuple[int, Row]]:
    """Yield (line, row) of a CSV file, checking that every row has as many fields as the header."""
    reader: Any = None
    try:
        with path.open(encoding="utf-8", newline="") as stream:
            reader = csv.reader(stream, strict=True)
            header: list[str] = next(reader, [])
            for row in reader:
                if len(row) != len(header):
                    raise SeedError(
                        path,
                        reader.line_num,
                        tr("Seed", "{found} fields where the header has {wanted}").format(
                            found=len(row), wanted=len(header)
                        ),
                    )
                yield reader.line_num, dict(zip(header, row))
    except FileNotFoundError as err:
        raise AtlasError(
            tr("Seed", "layers/{name} is missing.").format(name=path.name),
            hint=tr("Seed", "Install the plugin again."),
        ) from err
    except (csv.Error, UnicodeDecodeError) as err:
        raise SeedError(
            path, reader.line_num + 1, tr("Seed", "it cannot be read as UTF-8 CSV ({err})").format(err=err)
        ) from err


def _table(folder: Path, record: type[R], places: Places) -> list[R]:
    path = folder / f"{record.TABLE}.csv"
    fields = {field.name: field for field in columns(record)}
    names = {_heading(field): name for name, field in fields.items()}
    vertices = _vertices(folder) if record is Trace else {}
    made, seen = [], set()
    for line, row in read_rows(path):
        key = row.pop("key", "") or row.get("id", "")  # categories are known by their id
        if not key or key in seen:
            raise SeedError(
                path, line, tr("Seed", "the key “{key}” is missing or used twice").format(key=key)
            )
        seen.add(key)
        geom = _geometry(path, line, record, row) or vertices.get(key)
        unknown = [heading for heading in row if heading not in names]
        if unknown:
            raise SeedError(
                path,
                line,
                tr("Seed", "there is no column “{column}” in {table}").format(
                    column=unknown[0], table=record.TABLE
                ),
            )
        values = {
            names[heading]: _value(path, line, fields[names[heading]], text)
            for heading, text in row.items()
            if text != ""
        }
        made.append(record(uuid=shipped_uuid(record.TABLE, key), geom=geom, **values))
        places[made[-1].uuid] = (path, line)
    for stray in set(vertices) - seen:
        raise AtlasError(
            tr(
                "Seed", "layers/trace_vertices.csv draws “{stray}”, which layers/traces.csv does not have."
            ).format(stray=stray)
        )
    return made


def _require_references(records: Iterable[Record], places: Places) -> None:
    """Raise SeedError at the first row that refers to a row which is not there."""
    known: dict[str, set] = {}
    for record in records:
        known.setdefault(f"{record.TABLE}.uuid", set()).add(record.uuid)
        if isinstance(record, City):
            known.setdefault("cities.name", set()).add(record.name)
        elif isinstance(record, Category):
            known.setdefault("categories.id", set()).add(record.id)
    for record in records:
        for field in columns(type(record)):
            target = field.metadata["references"]
            value = getattr(record, field.name) if target else None
            if value and value not in known.get(target, ()):
                told = tr("Seed", "“{column}” names a row that {table}.csv does not have")
                problem = told.format(column=_heading(field), table=target.split(".")[0])
                raise SeedError(*places[record.uuid], problem)


def _heading(field: dataclasses.Field) -> str:
    """Return the CSV heading of a column (``site_uuid`` is written ``site``)."""
    refers = field.metadata["references"].endswith(".uuid")
    return field.name[: -len("_uuid")] if refers and field.name.endswith("_uuid") else field.name


def _value(path: Path, line: int, field: dataclasses.Field, text: str) -> Any:
    meta = field.metadata
    if meta["references"].endswith(".uuid"):
        return shipped_uuid(meta["references"].split(".")[0], text)
    try:
        if meta["kind"] == "integer":
            return int(text)
        if meta["kind"] == "real":
            return float(text)
        if meta["kind"] == "date":
            return dt.date.fromisoformat(text).isoformat()
        if meta["kind"] == "json":
            json.loads(text)
    except ValueError as err:
        what = {
            "date": tr("Seed", "a date (year-month-day)"),
            "json": "JSON",
        }.get(meta["kind"], tr("Seed", "a number"))
        raise SeedError(
            path,
            line,
            tr("Seed", "“{text}” is not {what} ({name})").format(text=text, what=what, name=field.name),
        ) from err
    if meta["kind"] == "boolean":
        if text not in ("yes", "no"):
            raise SeedError(
                path,
                line,
                tr("Seed", "“{text}” is neither yes nor no ({name})").format(text=text, name=field.name),
            )
        return text == "yes"
    if meta["values"] is not None and text not in {item.value for item in meta["values"]}:
        raise SeedError(
            path, line, tr("Seed", "“{text}” is not in the list of {name}").format(text=text, name=field.name)
        )
    return text


def _geometry(path: Path, line: int, record: type[Record], row: Row) -> Optional[str]:
    """Take the coordinate columns out of ``row`` and return their WKT; the digits stay as they stand."""
    if record.GEOMETRY == "POINT":
        lon, lat = row.pop("lon", ""), row.pop("lat", "")
        if bool(lon) != bool(lat):
            raise SeedError(path, line, tr("Seed", "a longitude without a latitude, or the reverse"))
        return f"POINT ({_position(path, line, lon, lat)})" if lon else None
    if record.GEOMETRY == "POLYGON":
        west, south, east, north = (row.pop(side, "") for side in ("west", "south", "east", "north"))
        if not (west or south or east or north):
            return None
        _position(path, line, west, south)
        _position(path, line, east, north)
        return f"POLYGON (({west} {south}, {east} {south}, {east} {north}, {west} {north}, {west} {south}))"
    return None


def _position(path: Path, line: int, lon: str, lat: str) -> str:
    """Return ``lon lat`` with the digits as they stand, once both are degrees on the globe."""
    for text, name, limit in (
        (lon, tr("Seed", "longitude"), 180),
        (lat, tr("Seed", "latitude"), 90),
    ):
        try:
            sound = abs(float(text)) <= limit
        except ValueError:
            sound = False
        if not sound:
            raise SeedError(
                path, line, tr("Seed", "“{text}” is not a {name} in degrees").format(text=text, name=name)
            )
    return f"{lon} {lat}"


def _vertex(path: Path, line: int, row: Row) -> tuple[int, str]:
    """Return the number of a vertex in its line, and its position."""
    try:
        number = int(row["seq"])
    except ValueError as err:
        raise SeedError(
            path, line, tr("Seed", "“{text}” is not a number (seq)").format(text=row["seq"])
        ) from err
    return number, _position(path, line, row["lon"], row["lat"])


def _vertices(folder: Path) -> dict[str, str]:
    lines: dict[str, list[tuple[int, str]]] = {}
    path = folder / "trace_vertices.csv"
    for line, row in read_rows(path):
        lines.setdefault(row["trace"], []).append(_vertex(path, line, row))
    return {trace: _linestring(points) for trace, points in lines.items()}


def _linestring(points: list[tuple[int, str]]) -> str:
    return "LINESTRING ({})".format(", ".join(text for _seq, text in sorted(points)))


def _coast(folder: Path) -> Iterator[BaseLine]:
    parts: dict[tuple[str, str], list[tuple[int, str]]] = {}
    path = folder / "coast.csv"
    for line, row in read_rows(path):
        parts.setdefault((row["city"], row["part"]), []).append(_vertex(path, line, row))
    for (city, part), points in parts.items():
        yield BaseLine(
            uuid=shipped_uuid("base_coast", f"{city}-{part}"),
            geom=_linestring(points),
            city=city,
            accuracy_m=COAST_ACCURACY_M,
            source_uuid=shipped_uuid("sources", COAST_SOURCE),
        )


def _base(folder: Path) -> Iterator[BaseArea]:
    rings: dict[tuple[str, str], dict[int, dict[int, list[tuple[int, str]]]]] = {}
    path = folder / "base_vertices.csv"
    for line, row in read_rows(path):
        polygons = rings.setdefault((row["city"], row["kind"]), {})
        ring = polygons.setdefault(int(row["polygon"]), {}).setdefault(int(row["ring"]), [])
        ring.append(_vertex(path, line, row))
    for (city, kind), polygons in rings.items():
        text = ", ".join(
            "({})".format(
                ", ".join(_linestring(ring)[len("LINESTRING ") :] for _n, ring in sorted(p.items()))
            )
            for _number, p in sorted(polygons.items())
        )
        yield BaseArea(
            uuid=shipped_uuid("base_areas", f"{city}-{kind}"),
            geom=f"MULTIPOLYGON ({text})",
            city=city,
            kind=kind,
            source_uuid=shipped_uuid("sources", COAST_SOURCE),
        )


def _place_sites(sites: list[Site], assertions: list[Assertion]) -> None:
    """Give every site the point, accuracy and source of its chosen assertion, and count disagreements."""
    by_site: dict[str, list[Assertion]] = {}
    for assertion in assertions:
        if assertion.kind == "location" and assertion.geom:
            by_site.setdefault(assertion.site_uuid, []).append(assertion)
    for site in sites:
        place(site, by_site.get(site.uuid, []))
