# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""What an atlas consists of: one dataclass per table (the enums are in ``vocabulary``).

This is the only place where a column is declared.
``schema`` renders the database from it, ``seed`` checks the headers of ``layers/*.csv`` against it, ``forms``
takes labels and lists from it.
Coordinates are WGS 84 (EPSG:4326) longitude and latitude, geometries are carried as WKT.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Optional

from ..i18n import mark
from .record import Record, column, columns, new_uuid, shipped_uuid, storable
from .vocabulary import (
    AssertionKind,
    Confidence,
    Datum,
    Fidelity,
    Language,
    Likelihood,
    NameKind,
    Qualifier,
    Relation,
    SheetState,
    Status,
    Survives,
    TraceKind,
    Use,
)

__all__ = [
    "Area", "Assertion", "AssertionKind", "BY_TABLE", "BaseArea", "BaseLine", "Category", "City", "Claim",
    "Confidence", "ControlPoint", "Datum", "Decision", "Event", "Fidelity", "Figure", "History",
    "KmlFolder", "KmlItem", "KmlResource", "Language", "Likelihood", "Name", "NameKind", "Qualifier",
    "RECORDS", "Record", "Relation", "Result", "Sheet", "SheetState", "Site", "Source", "Status", "Survives",
    "Trace", "TraceKind", "Use", "columns", "new_uuid", "shipped_uuid", "storable",
]  # fmt: skip


@dataclass
class City(Record):
    """One of the cities of the atlas; its point is the downtown the sources give."""

    TABLE: ClassVar[str] = "cities"
    LABEL: ClassVar[str] = mark("Layer", "Cities")
    GEOMETRY: ClassVar[str] = "POINT"

    name: str = column(mark("Column", "Name"), required=True, unique=True, default="")
    name_ko: Optional[str] = column(mark("Column", "Korean name"))
    name_hanja: Optional[str] = column(mark("Column", "Hanja"))
    name_ja: Optional[str] = column(mark("Column", "Japanese-era reading"))
    province: Optional[str] = column(mark("Column", "Province"))
    surroundings: Optional[str] = column(
        mark("Column", "Surroundings"), note="west,south,east,north in degrees"
    )
    source_uuid: Optional[str] = column(mark("Column", "Source"), references="sources.uuid")
    accuracy_m: Optional[float] = column(mark("Column", "Accuracy (m)"), "real", check="accuracy_m > 0")
    note: Optional[str] = column(mark("Column", "Note"), lines=True)


@dataclass
class Category(Record):
    """A kind of site, with its symbol."""

    TABLE: ClassVar[str] = "categories"
    LABEL: ClassVar[str] = mark("Layer", "Categories")

    id: str = column(mark("Column", "Id"), required=True, unique=True, default="")
    parent: Optional[str] = column(mark("Column", "Parent"), references="categories.id")
    label: str = column(mark("Column", "Label"), required=True, default="")
    label_ko: Optional[str] = column(mark("Column", "Korean label"))
    domain: Optional[str] = column(mark("Column", "Domain"))
    colour_group: Optional[str] = column(mark("Column", "Colour group"))
    colour: Optional[str] = column(mark("Column", "Colour"), check="colour GLOB '#[0-9a-fA-F]*'")
    icon: Optional[str] = column(mark("Column", "Icon"))
    importance: Optional[int] = column(
        mark("Column", "Importance"), "integer", check="importance BETWEEN 1 AND 5"
    )
    sort: Optional[int] = column(mark("Column", "Order"), "integer")
    military: bool = column(
        mark("Column", "Shown in the air-defence view"), "boolean", required=True, default=False
    )
    apart_m: Optional[float] = column(
        mark("Column", "Two points of one thing, at most (m) apart"),
        "real",
        check="apart_m > 0",
        note="empty = as for a compound",
    )
    words: Optional[str] = column(
        mark("Column", "Usual words and abbreviations"), note="other words for it, with | between them"
    )


@dataclass
class Source(Record):
    """A publication, database, map or observer."""

    TABLE: ClassVar[str] = "sources"
    LABEL: ClassVar[str] = mark("Layer", "Sources")

    title: str = column(mark("Column", "Title"), required=True, default="")
    publisher: Optional[str] = column(mark("Column", "Author or publisher"))
    date_text: Optional[str] = column(mark("Column", "Date"))
    url: Optional[str] = column(mark("Column", "Address"))
    licence: Optional[str] = column(mark("Column", "Licence"))
    kind: Optional[str] = column(
        mark("Column", "Kind"), note="article, database, report, encyclopedia, map, private observer, ..."
    )
    reliability: Optional[str] = column(mark("Column", "Reliability"), values=Confidence)
    release_text: Optional[str] = column(mark("Column", "Release"))
    note: Optional[str] = column(mark("Column", "Note"), lines=True)


@dataclass
class Site(Record):
    """An identity; its point and name are those of the chosen assertion and the main name."""

    TABLE: ClassVar[str] = "sites"
    LABEL: ClassVar[str] = mark("Layer", "Sites")
    GEOMETRY: ClassVar[str] = "POINT"

    name: str = column(mark("Column", "Name"), required=True, default="", check="length(name) > 0")
    name_ko: Optional[str] = column(mark("Column", "Korean name"))
    category: str = column(
        mark("Column", "Category"), required=True, default="unknown", references="categories.id"
    )
    city: Optional[str] = column(mark("Column", "City"), references="cities.name")
    status: str = column(mark("Column", "Status"), required=True, values=Status, default=Status.UNKNOWN)
    likelihood: str = column(
        mark("Column", "Likelihood"), required=True, values=Likelihood, default=Likelihood.POSSIBLE
    )
    confidence: str = column(
        mark("Column", "Confidence"), required=True, values=Confidence, default=Confidence.LOW
    )
    begin_text: Optional[str] = column(mark("Column", "Begin, as given"))
    begin_earliest: Optional[str] = column(mark("Column", "Begin, earliest"), "date")
    begin_latest: Optional[str] = column(mark("Column", "Begin, latest"), "date")
    end_text: Optional[str] = column(mark("Column", "End, as given"))
    end_earliest: Optional[str] = column(mark("Column", "End, earliest"), "date")
    end_latest: Optional[str] = column(mark("Column", "End, latest"), "date")
    importance: int = column(
        mark("Column", "Importance"),
        "integer",
        required=True,
        default=4,
        check="importance BETWEEN 1 AND 5",
        note="1 = landmark",
    )
    in_article: bool = column(mark("Column", "Named in the article"), "boolean", required=True, default=False)
    outside: bool = column(
        mark("Column", "Outside its city's surroundings"), "boolean", required=True, default=False
    )
    clue: Optional[str] = column(mark("Column", "Clue to where it is"), lines=True)
    clue_rule: Optional[str] = column(
        mark("Column", "Clue as geometry"), "json", note='{"kind": "annulus", ...}'
    )
    accuracy_m: Optional[float] = column(mark("Column", "Accuracy (m)"), "real", check="accuracy_m > 0")
    conflicts: int = column(
        mark("Column", "Conflicting positions"), "integer", required=True, default=0, check="conflicts >= 0"
    )
    conflict_m: Optional[float] = column(mark("Column", "Largest disagreement (m)"), "real")
    description: Optional[str] = column(mark("Column", "Description"), lines=True)
    note: Optional[str] = column(mark("Column", "Note"), lines=True)
    source_uuid: Optional[str] = column(mark("Column", "Source of the point"), references="sources.uuid")
    folder_path: Optional[str] = column(mark("Column", "Folder"))
    folder_order: Optional[int] = column(mark("Column", "Order in folder"), "integer")
    external_id: Optional[str] = column(mark("Column", "Id at the source"))
    extra: Optional[str] = column(mark("Column", "Further data"), "json")


@dataclass
class Assertion(Record):
    """What one source says of one site."""

    TABLE: ClassVar[str] = "assertions"
    LABEL: ClassVar[str] = mark("Layer", "Assertions")
    GEOMETRY: ClassVar[str] = "POINT"

    site_uuid: str = column(mark("Column", "Site"), required=True, default="", references="sites.uuid")
    source_uuid: str = column(mark("Column", "Source"), required=True, default="", references="sources.uuid")
    kind: str = column(
        mark("Column", "Kind"), required=True, values=AssertionKind, default=AssertionKind.LOCATION
    )
    value: Optional[str] = column(mark("Column", "What is asserted"), lines=True)
    locator: Optional[str] = column(mark("Column", "Page, link or record"))
    as_printed: Optional[str] = column(mark("Column", "As printed"))
    imagery_date: Optional[str] = column(mark("Column", "Imagery date"))
    accuracy_m: Optional[float] = column(mark("Column", "Accuracy (m)"), "real", check="accuracy_m > 0")
    likelihood: Optional[str] = column(mark("Column", "Likelihood"), values=Likelihood)
    confidence: Optional[str] = column(mark("Column", "Confidence"), values=Confidence)
    use: str = column(mark("Column", "Use"), required=True, values=Use, default=Use.SHOW)
    chosen: bool = column(mark("Column", "Chosen"), "boolean", required=True, default=False)
    contradicts: Optional[str] = column(mark("Column", "Contradicts"), references="assertions.uuid")
    analyst: Optional[str] = column(mark("Column", "Analyst"))
    asserted_on: Optional[str] = column(mark("Column", "Entered on"), "date")
    note: Optional[str] = column(mark("Column", "Note"), lines=True)


@dataclass
class Name(Record):
    """A name of a site or a city."""

    TABLE: ClassVar[str] = "names"
    LABEL: ClassVar[str] = mark("Layer", "Names")

    site_uuid: Optional[str] = column(mark("Column", "Site"), references="sites.uuid")
    city: Optional[str] = column(
        mark("Column", "City"), references="cities.name", check="(site_uuid IS NULL) <> (city IS NULL)"
    )
    text: str = column(mark("Column", "Name"), required=True, default="", check="length(text) > 0")
    language: str = column(
        mark("Column", "Language"), required=True, values=Language, default=Language.ENGLISH
    )
    kind: str = column(mark("Column", "Kind"), required=True, values=NameKind, default=NameKind.ALIAS)
    verified: bool = column(mark("Column", "Verified"), "boolean", required=True, default=True)
    source_uuid: Optional[str] = column(mark("Column", "Source"), references="sources.uuid")
    note: Optional[str] = column(mark("Column", "Note"), lines=True)


@dataclass
class Figure(Record):
    """A number that a source states of a city or a site."""

    TABLE: ClassVar[str] = "figures"
    LABEL: ClassVar[str] = mark("Layer", "Figures")

    city: Optional[str] = column(mark("Column", "City"), references="cities.name")
    site_uuid: Optional[str] = column(mark("Column", "Site"), references="sites.uuid")
    topic: str = column(
        mark("Column", "Topic"), required=True, default="", note="population, urban area, markets, ..."
    )
    label: str = column(mark("Column", "Label"), required=True, default="")
    value: Optional[float] = column(mark("Column", "Value"), "real")
    value_high: Optional[float] = column(mark("Column", "Upper value"), "real")
    qualifier: str = column(
        mark("Column", "Qualifier"), required=True, values=Qualifier, default=Qualifier.EXACT
    )
    unit: Optional[str] = column(mark("Column", "Unit"))
    date_text: Optional[str] = column(mark("Column", "Date"))
    category: Optional[str] = column(mark("Column", "Counts category"), references="categories.id")
    radius_m: Optional[float] = column(mark("Column", "Within (m)"), "real")
    confidence: Optional[str] = column(mark("Column", "Confidence"), values=Confidence)
    source_uuid: str = column(mark("Column", "Source"), required=True, default="", references="sources.uuid")
    contradicts: Optional[str] = column(mark("Column", "Contradicts"), references="figures.uuid")
    note: Optional[str] = column(mark("Column", "Note"), lines=True)


@dataclass
class Event(Record):
    """Something dated."""

    TABLE: ClassVar[str] = "events"
    LABEL: ClassVar[str] = mark("Layer", "Events")
    GEOMETRY: ClassVar[str] = "POINT"

    city: Optional[str] = column(mark("Column", "City"), references="cities.name", note="empty = both cities")
    site_uuid: Optional[str] = column(mark("Column", "Site"), references="sites.uuid")
    title: str = column(mark("Column", "Event"), required=True, default="")
    place: Optional[str] = column(mark("Column", "Where"))
    date_text: str = column(mark("Column", "Date"), required=True, default="")
    precision: Optional[str] = column(mark("Column", "Precision"), note="day, month, year, decade, range")
    earliest: Optional[str] = column(mark("Column", "Earliest"), "date")
    latest: Optional[str] = column(mark("Column", "Latest"), "date")
    view: Optional[str] = column(mark("Column", "View"), note="then, now")
    confidence: Optional[str] = column(mark("Column", "Confidence"), values=Confidence)
    source_uuid: str = column(mark("Column", "Source"), required=True, default="", references="sources.uuid")
    contradicts: Optional[str] = column(mark("Column", "Contradicts"), references="events.uuid")
    note: Optional[str] = column(mark("Column", "Note"), lines=True)


@dataclass
class Sheet(Record):
    """A historic map sheet; its polygon is the extent as far as it is known."""

    TABLE: ClassVar[str] = "sheets"
    LABEL: ClassVar[str] = mark("Layer", "Sheets")
    GEOMETRY: ClassVar[str] = "POLYGON"

    city: Optional[str] = column(mark("Column", "City"), references="cities.name")
    title: str = column(mark("Column", "Title"), required=True, default="")
    year: Optional[int] = column(mark("Column", "Year printed"), "integer")
    year_content: Optional[str] = column(mark("Column", "Year of the content"))
    series: Optional[str] = column(mark("Column", "Series"))
    edition: Optional[str] = column(mark("Column", "Edition"))
    publisher: Optional[str] = column(mark("Column", "Publisher"))
    compiled_from: Optional[str] = column(mark("Column", "Compiled from"), lines=True)
    scale: Optional[int] = column(mark("Column", "Scale 1:"), "integer", check="scale > 0")
    datum: str = column(mark("Column", "Datum"), required=True, values=Datum, default=Datum.UNDETERMINED)
    datum_crs: Optional[str] = column(mark("Column", "CRS, when the datum is other"))
    projection: Optional[str] = column(mark("Column", "Projection"))
    extent_basis: Optional[str] = column(mark("Column", "Basis of the extent"))
    state: str = column(mark("Column", "State"), required=True, values=SheetState, default=SheetState.NO_SCAN)
    scan_path: Optional[str] = column(mark("Column", "Scan"))
    scan_page: Optional[int] = column(mark("Column", "Page of the scan"), "integer")
    warped_path: Optional[str] = column(mark("Column", "Georeferenced image"))
    collar: Optional[str] = column(mark("Column", "Collar (pixel polygon)"), "json")
    method: Optional[str] = column(mark("Column", "Method"))
    operation: Optional[str] = column(mark("Column", "Transformation"))
    loo_rmse_m: Optional[float] = column(mark("Column", "Leave-one-out error (m)"), "real")
    source_uuid: Optional[str] = column(mark("Column", "Source"), references="sources.uuid")
    confidence: Optional[str] = column(mark("Column", "Confidence"), values=Confidence)
    warning: Optional[str] = column(mark("Column", "Warning"), lines=True)
    note: Optional[str] = column(mark("Column", "Note"), lines=True)


@dataclass
class ControlPoint(Record):
    """A pixel of a scan and its place on the ground (WGS 84)."""

    TABLE: ClassVar[str] = "control_points"
    LABEL: ClassVar[str] = mark("Layer", "Control points")
    GEOMETRY: ClassVar[str] = "POINT"

    sheet_uuid: str = column(mark("Column", "Sheet"), required=True, default="", references="sheets.uuid")
    pixel_x: float = column(mark("Column", "Column"), "real", required=True, default=0.0)
    pixel_y: float = column(mark("Column", "Row"), "real", required=True, default=0.0)
    enabled: bool = column(mark("Column", "Enabled"), "boolean", required=True, default=True)
    map_x: Optional[float] = column(mark("Column", "X as entered"), "real")
    map_y: Optional[float] = column(mark("Column", "Y as entered"), "real")
    map_crs: Optional[str] = column(mark("Column", "CRS as entered"))
    label: Optional[str] = column(mark("Column", "Label"))
    accuracy_m: Optional[float] = column(mark("Column", "Accuracy (m)"), "real", check="accuracy_m > 0")
    note: Optional[str] = column(mark("Column", "Note"), lines=True)


@dataclass
class Trace(Record):
    """A line of the past: a road, a railway, a coast."""

    TABLE: ClassVar[str] = "traces"
    LABEL: ClassVar[str] = mark("Layer", "Historic traces")
    GEOMETRY: ClassVar[str] = "LINESTRING"

    city: Optional[str] = column(mark("Column", "City"), references="cities.name")
    sheet_uuid: Optional[str] = column(mark("Column", "Sheet"), references="sheets.uuid")
    kind: str = column(mark("Column", "Kind"), required=True, values=TraceKind, default=TraceKind.ROAD)
    name: Optional[str] = column(mark("Column", "Name"))
    year: Optional[int] = column(mark("Column", "Year shown"), "integer")
    begin_text: Optional[str] = column(mark("Column", "Begin, as given"))
    begin_earliest: Optional[str] = column(mark("Column", "Begin, earliest"), "date")
    begin_latest: Optional[str] = column(mark("Column", "Begin, latest"), "date")
    end_text: Optional[str] = column(mark("Column", "End, as given"))
    end_earliest: Optional[str] = column(mark("Column", "End, earliest"), "date")
    end_latest: Optional[str] = column(mark("Column", "End, latest"), "date")
    fidelity: str = column(
        mark("Column", "Fidelity"), required=True, values=Fidelity, default=Fidelity.DIGITIZED
    )
    accuracy_m: Optional[float] = column(mark("Column", "Accuracy (m)"), "real", check="accuracy_m > 0")
    survives: str = column(
        mark("Column", "Survives"), required=True, values=Survives, default=Survives.UNKNOWN
    )
    length_stated_m: Optional[float] = column(
        mark("Column", "Published length (m)"), "real", check="length_stated_m > 0"
    )
    basis: Optional[str] = column(mark("Column", "Basis"), lines=True)
    source_uuid: Optional[str] = column(mark("Column", "Source"), references="sources.uuid")
    replaced_by: Optional[str] = column(mark("Column", "Replaced by"), references="traces.uuid")
    note: Optional[str] = column(mark("Column", "Note"), lines=True)


@dataclass
class Area(Record):
    """A compound, district or other surface, of a site or of its own."""

    TABLE: ClassVar[str] = "areas"
    LABEL: ClassVar[str] = mark("Layer", "Areas")
    GEOMETRY: ClassVar[str] = "MULTIPOLYGON"

    city: Optional[str] = column(mark("Column", "City"), references="cities.name")
    site_uuid: Optional[str] = column(mark("Column", "Site"), references="sites.uuid")
    name: Optional[str] = column(mark("Column", "Name"))
    kind: Optional[str] = column(mark("Column", "Kind"), note="compound, district, built-up, sheet area")
    accuracy_m: Optional[float] = column(mark("Column", "Accuracy (m)"), "real", check="accuracy_m > 0")
    source_uuid: Optional[str] = column(mark("Column", "Source"), references="sources.uuid")
    note: Optional[str] = column(mark("Column", "Note"), lines=True)


@dataclass
class BaseLine(Record):
    """Our generalised present coast: lines."""

    TABLE: ClassVar[str] = "base_coast"
    LABEL: ClassVar[str] = mark("Layer", "Coast (generalised)")
    GEOMETRY: ClassVar[str] = "LINESTRING"

    city: Optional[str] = column(mark("Column", "City"), references="cities.name")
    accuracy_m: Optional[float] = column(mark("Column", "Accuracy (m)"), "real")
    source_uuid: Optional[str] = column(mark("Column", "Source"), references="sources.uuid")


@dataclass
class BaseArea(Record):
    """Land and sea around a city, filled from the generalised coast."""

    TABLE: ClassVar[str] = "base_areas"
    LABEL: ClassVar[str] = mark("Layer", "Land and sea (generalised)")
    GEOMETRY: ClassVar[str] = "MULTIPOLYGON"

    city: Optional[str] = column(mark("Column", "City"), references="cities.name")
    kind: str = column(mark("Column", "Kind"), required=True, default="land", check="kind IN ('land', 'sea')")
    source_uuid: Optional[str] = column(mark("Column", "Source"), references="sources.uuid")


@dataclass
class Claim(Record):
    """A statement with a number, bound to what it can be computed from."""

    TABLE: ClassVar[str] = "claims"
    LABEL: ClassVar[str] = mark("Layer", "Claims")

    city: Optional[str] = column(mark("Column", "City"), references="cities.name")
    text: str = column(mark("Column", "Statement"), required=True, default="", lines=True)
    relation: str = column(
        mark("Column", "Relation"), required=True, values=Relation, default=Relation.STATED
    )
    subject_site: Optional[str] = column(mark("Column", "Subject site"), references="sites.uuid")
    subject_filter: Optional[str] = column(
        mark("Column", "Subject filter"), note="QGIS expression over sites"
    )
    subject_figure: Optional[str] = column(mark("Column", "Subject figure"), references="figures.uuid")
    reference_kind: Optional[str] = column(
        mark("Column", "Reference is"), note="point, nearest member, edge, downtown, trace, figure"
    )
    reference_site: Optional[str] = column(mark("Column", "Reference site"), references="sites.uuid")
    reference_filter: Optional[str] = column(mark("Column", "Reference filter"))
    reference_city: Optional[str] = column(mark("Column", "Reference city"), references="cities.name")
    reference_figure: Optional[str] = column(mark("Column", "Reference figure"), references="figures.uuid")
    operator: Optional[str] = column(mark("Column", "Operator"), note="=, about, >=, <=, >, <")
    threshold: Optional[float] = column(mark("Column", "Stated value"), "real")
    tolerance: Optional[float] = column(mark("Column", "Tolerance"), "real")
    unit: Optional[str] = column(mark("Column", "Unit"))
    radius_m: Optional[float] = column(mark("Column", "Radius (m)"), "real")
    date_text: Optional[str] = column(mark("Column", "Date"))
    source_uuid: str = column(mark("Column", "Source"), required=True, default="", references="sources.uuid")
    note: Optional[str] = column(mark("Column", "Note"), lines=True)


@dataclass
class Decision(Record):
    """How a discrepancy was settled."""

    TABLE: ClassVar[str] = "decisions"
    LABEL: ClassVar[str] = mark("Layer", "Decisions")

    discrepancy: str = column(mark("Column", "Discrepancy"), required=True, default="", unique=True)
    decision: str = column(
        mark("Column", "Decision"), required=True, default="", note="choose, keep both, not the same"
    )
    chosen_uuid: Optional[str] = column(mark("Column", "Chosen"))
    decided_at: Optional[str] = column(mark("Column", "When"), "datetime")
    decided_by: Optional[str] = column(mark("Column", "Who"))
    note: Optional[str] = column(mark("Column", "Note"), lines=True)


@dataclass
class Result(Record):
    """A computed result that the user kept: its numbers, what they were computed from, when and by whom."""

    TABLE: ClassVar[str] = "results"
    LABEL: ClassVar[str] = mark("Layer", "Results kept")

    kind: str = column(
        mark("Column", "Kind"), required=True, default="", note="survival, shoreline, path, ..."
    )
    title: str = column(mark("Column", "Title"), required=True, default="", check="length(title) > 0")
    numbers: str = column(
        mark("Column", "Numbers"), "json", required=True, default="[]", note="[[label, value, unit], ...]"
    )
    inputs: str = column(mark("Column", "Inputs"), "json", required=True, default="{}")
    made_at: Optional[str] = column(mark("Column", "When"), "datetime")
    made_by: Optional[str] = column(mark("Column", "Who"))
    note: Optional[str] = column(mark("Column", "Note"), lines=True)


@dataclass
class KmlFolder(Record):
    """A folder of an imported KML file as it came, so that it can leave the same."""

    TABLE: ClassVar[str] = "kml_folders"
    LABEL: ClassVar[str] = mark("Layer", "KML folders")

    source_uuid: str = column(mark("Column", "Source"), required=True, default="", references="sources.uuid")
    batch: str = column(mark("Column", "Import"), required=True, default="", note="history.batch")
    ended_batch: Optional[str] = column(mark("Column", "Replaced by import"))
    number: int = column(
        mark("Column", "Number"), "integer", required=True, default=0, note="order in the file"
    )
    parent: Optional[int] = column(mark("Column", "Number of the folder around it"), "integer")
    position: int = column(mark("Column", "Position in it"), "integer", required=True, default=0)
    document: str = column(
        mark("Column", "Document"), required=True, default="", note="member of the archive"
    )
    kind: str = column(
        mark("Column", "Kind"), required=True, default="Folder", note="kml, Document or Folder"
    )
    name: Optional[str] = column(mark("Column", "Name"))
    kml_id: Optional[str] = column(mark("Column", "Id in the file"))
    attributes: Optional[str] = column(mark("Column", "Attributes"), "json")
    head: Optional[str] = column(
        mark("Column", "XML before its content"), "json", note="name, styles, schemas ... in order"
    )


@dataclass
class KmlItem(Record):
    """A feature of an imported KML file as its source released it, whatever became of it here."""

    TABLE: ClassVar[str] = "kml_items"
    LABEL: ClassVar[str] = mark("Layer", "KML features")

    source_uuid: str = column(mark("Column", "Source"), required=True, default="", references="sources.uuid")
    batch: str = column(mark("Column", "Import"), required=True, default="", note="history.batch")
    ended_batch: Optional[str] = column(mark("Column", "Replaced by import"))
    folder: int = column(mark("Column", "Number of its folder"), "integer", required=True, default=0)
    position: int = column(mark("Column", "Position in it"), "integer", required=True, default=0)
    kind: str = column(mark("Column", "Kind"), required=True, default="Placemark")
    name: Optional[str] = column(mark("Column", "Name"))
    kml_id: Optional[str] = column(mark("Column", "Id in the file"))
    lon: Optional[float] = column(mark("Column", "Longitude"), "real")
    lat: Optional[float] = column(mark("Column", "Latitude"), "real")
    site_uuid: Optional[str] = column(mark("Column", "Site"), references="sites.uuid")
    rows: Optional[str] = column(mark("Column", "Lines, areas and sheets made of it"), "json")
    problem: Optional[str] = column(mark("Column", "Why it is not on the map"))
    xml: str = column(mark("Column", "XML"), required=True, default="")


@dataclass
class KmlResource(Record):
    """A file packed with an imported KMZ: an icon, an image."""

    TABLE: ClassVar[str] = "kml_resources"
    LABEL: ClassVar[str] = mark("Layer", "KML files")

    source_uuid: str = column(mark("Column", "Source"), required=True, default="", references="sources.uuid")
    batch: str = column(mark("Column", "Import"), required=True, default="", note="history.batch")
    ended_batch: Optional[str] = column(mark("Column", "Replaced by import"))
    name: str = column(mark("Column", "Name in the archive"), required=True, default="")
    content: Optional[bytes] = column(mark("Column", "Content"), "blob")


@dataclass
class History(Record):
    """What was changed, by whom and when (rows before and after as JSON)."""

    TABLE: ClassVar[str] = "history"
    LABEL: ClassVar[str] = mark("Layer", "History")

    batch: Optional[str] = column(mark("Column", "Batch"), note="one import, merge or save")
    at: str = column(mark("Column", "When"), "datetime", required=True, default="")
    who: Optional[str] = column(mark("Column", "Who"))
    action: str = column(
        mark("Column", "Action"), required=True, default="", note="insert, update, delete, import, merge, ..."
    )
    table_name: Optional[str] = column(mark("Column", "Table"))
    row_uuid: Optional[str] = column(mark("Column", "Row"))
    before: Optional[str] = column(mark("Column", "Before"), "json")
    after: Optional[str] = column(mark("Column", "After"), "json")
    note: Optional[str] = column(mark("Column", "Note"), lines=True)


RECORDS: tuple[type[Record], ...] = (
    Source, City, Category, Site, Assertion, Name, Figure, Event, Sheet, ControlPoint, Trace, Area,
    BaseLine, BaseArea, Claim, Decision, Result, KmlFolder, KmlItem, KmlResource, History,
)  # fmt: skip
"""Every table, in an order in which references point backwards."""

BY_TABLE: dict[str, type[Record]] = {record.TABLE: record for record in RECORDS}
