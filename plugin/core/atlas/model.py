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
    LABEL: ClassVar[str] = "Cities"
    GEOMETRY: ClassVar[str] = "POINT"

    name: str = column("Name", required=True, unique=True, default="")
    name_ko: Optional[str] = column("Korean name")
    name_hanja: Optional[str] = column("Hanja")
    name_ja: Optional[str] = column("Japanese-era reading")
    province: Optional[str] = column("Province")
    surroundings: Optional[str] = column("Surroundings", note="west,south,east,north in degrees")
    source_uuid: Optional[str] = column("Source", references="sources.uuid")
    accuracy_m: Optional[float] = column("Accuracy (m)", "real", check="accuracy_m > 0")
    note: Optional[str] = column("Note")


@dataclass
class Category(Record):
    """A kind of site, with its symbol."""

    TABLE: ClassVar[str] = "categories"
    LABEL: ClassVar[str] = "Categories"

    id: str = column("Id", required=True, unique=True, default="")
    parent: Optional[str] = column("Parent", references="categories.id")
    label: str = column("Label", required=True, default="")
    label_ko: Optional[str] = column("Korean label")
    domain: Optional[str] = column("Domain")
    colour_group: Optional[str] = column("Colour group")
    colour: Optional[str] = column("Colour", check="colour GLOB '#[0-9a-fA-F]*'")
    icon: Optional[str] = column("Icon")
    importance: Optional[int] = column("Importance", "integer", check="importance BETWEEN 1 AND 5")
    sort: Optional[int] = column("Order", "integer")


@dataclass
class Source(Record):
    """A publication, database, map or observer."""

    TABLE: ClassVar[str] = "sources"
    LABEL: ClassVar[str] = "Sources"

    title: str = column("Title", required=True, default="")
    publisher: Optional[str] = column("Author or publisher")
    date_text: Optional[str] = column("Date")
    url: Optional[str] = column("Address")
    licence: Optional[str] = column("Licence")
    kind: Optional[str] = column(
        "Kind", note="article, database, report, encyclopedia, map, private observer, ..."
    )
    reliability: Optional[str] = column("Reliability", values=Confidence)
    release_text: Optional[str] = column("Release")
    note: Optional[str] = column("Note")


@dataclass
class Site(Record):
    """An identity; its point and name are those of the chosen assertion and the main name."""

    TABLE: ClassVar[str] = "sites"
    LABEL: ClassVar[str] = "Sites"
    GEOMETRY: ClassVar[str] = "POINT"

    name: str = column("Name", required=True, default="", check="length(name) > 0")
    name_ko: Optional[str] = column("Korean name")
    category: str = column("Category", required=True, default="unknown", references="categories.id")
    city: Optional[str] = column("City", references="cities.name")
    status: str = column("Status", required=True, values=Status, default=Status.UNKNOWN)
    likelihood: str = column("Likelihood", required=True, values=Likelihood, default=Likelihood.POSSIBLE)
    confidence: str = column("Confidence", required=True, values=Confidence, default=Confidence.LOW)
    begin_text: Optional[str] = column("Begin, as given")
    begin_earliest: Optional[str] = column("Begin, earliest", "date")
    begin_latest: Optional[str] = column("Begin, latest", "date")
    end_text: Optional[str] = column("End, as given")
    end_earliest: Optional[str] = column("End, earliest", "date")
    end_latest: Optional[str] = column("End, latest", "date")
    importance: int = column(
        "Importance",
        "integer",
        required=True,
        default=4,
        check="importance BETWEEN 1 AND 5",
        note="1 = landmark",
    )
    in_article: bool = column("Named in the article", "boolean", required=True, default=False)
    outside: bool = column("Outside its city's surroundings", "boolean", required=True, default=False)
    clue: Optional[str] = column("Clue to where it is")
    clue_rule: Optional[str] = column("Clue as geometry", "json", note='{"kind": "annulus", ...}')
    accuracy_m: Optional[float] = column("Accuracy (m)", "real", check="accuracy_m > 0")
    conflicts: int = column(
        "Conflicting positions", "integer", required=True, default=0, check="conflicts >= 0"
    )
    conflict_m: Optional[float] = column("Largest disagreement (m)", "real")
    description: Optional[str] = column("Description")
    note: Optional[str] = column("Note")
    source_uuid: Optional[str] = column("Source of the point", references="sources.uuid")
    folder_path: Optional[str] = column("Folder")
    folder_order: Optional[int] = column("Order in folder", "integer")
    external_id: Optional[str] = column("Id at the source")
    extra: Optional[str] = column("Further data", "json")


@dataclass
class Assertion(Record):
    """What one source says of one site."""

    TABLE: ClassVar[str] = "assertions"
    LABEL: ClassVar[str] = "Assertions"
    GEOMETRY: ClassVar[str] = "POINT"

    site_uuid: str = column("Site", required=True, default="", references="sites.uuid")
    source_uuid: str = column("Source", required=True, default="", references="sources.uuid")
    kind: str = column("Kind", required=True, values=AssertionKind, default=AssertionKind.LOCATION)
    value: Optional[str] = column("What is asserted")
    locator: Optional[str] = column("Page, link or record")
    as_printed: Optional[str] = column("As printed")
    imagery_date: Optional[str] = column("Imagery date")
    accuracy_m: Optional[float] = column("Accuracy (m)", "real", check="accuracy_m > 0")
    likelihood: Optional[str] = column("Likelihood", values=Likelihood)
    confidence: Optional[str] = column("Confidence", values=Confidence)
    use: str = column("Use", required=True, values=Use, default=Use.SHOW)
    chosen: bool = column("Chosen", "boolean", required=True, default=False)
    contradicts: Optional[str] = column("Contradicts", references="assertions.uuid")
    analyst: Optional[str] = column("Analyst")
    asserted_on: Optional[str] = column("Entered on", "date")
    note: Optional[str] = column("Note")


@dataclass
class Name(Record):
    """A name of a site or a city."""

    TABLE: ClassVar[str] = "names"
    LABEL: ClassVar[str] = "Names"

    site_uuid: Optional[str] = column("Site", references="sites.uuid")
    city: Optional[str] = column(
        "City", references="cities.name", check="(site_uuid IS NULL) <> (city IS NULL)"
    )
    text: str = column("Name", required=True, default="", check="length(text) > 0")
    language: str = column("Language", required=True, values=Language, default=Language.ENGLISH)
    kind: str = column("Kind", required=True, values=NameKind, default=NameKind.ALIAS)
    verified: bool = column("Verified", "boolean", required=True, default=True)
    source_uuid: Optional[str] = column("Source", references="sources.uuid")
    note: Optional[str] = column("Note")


@dataclass
class Figure(Record):
    """A number that a source states of a city or a site."""

    TABLE: ClassVar[str] = "figures"
    LABEL: ClassVar[str] = "Figures"

    city: Optional[str] = column("City", references="cities.name")
    site_uuid: Optional[str] = column("Site", references="sites.uuid")
    topic: str = column("Topic", required=True, default="", note="population, urban area, markets, ...")
    label: str = column("Label", required=True, default="")
    value: Optional[float] = column("Value", "real")
    value_high: Optional[float] = column("Upper value", "real")
    qualifier: str = column("Qualifier", required=True, values=Qualifier, default=Qualifier.EXACT)
    unit: Optional[str] = column("Unit")
    date_text: Optional[str] = column("Date")
    category: Optional[str] = column("Counts category", references="categories.id")
    radius_m: Optional[float] = column("Within (m)", "real")
    confidence: Optional[str] = column("Confidence", values=Confidence)
    source_uuid: str = column("Source", required=True, default="", references="sources.uuid")
    contradicts: Optional[str] = column("Contradicts", references="figures.uuid")
    note: Optional[str] = column("Note")


@dataclass
class Event(Record):
    """Something dated."""

    TABLE: ClassVar[str] = "events"
    LABEL: ClassVar[str] = "Events"
    GEOMETRY: ClassVar[str] = "POINT"

    city: Optional[str] = column("City", references="cities.name", note="empty = both cities")
    site_uuid: Optional[str] = column("Site", references="sites.uuid")
    title: str = column("Event", required=True, default="")
    place: Optional[str] = column("Where")
    date_text: str = column("Date", required=True, default="")
    precision: Optional[str] = column("Precision", note="day, month, year, decade, range")
    earliest: Optional[str] = column("Earliest", "date")
    latest: Optional[str] = column("Latest", "date")
    view: Optional[str] = column("View", note="then, now")
    confidence: Optional[str] = column("Confidence", values=Confidence)
    source_uuid: str = column("Source", required=True, default="", references="sources.uuid")
    contradicts: Optional[str] = column("Contradicts", references="events.uuid")
    note: Optional[str] = column("Note")


@dataclass
class Sheet(Record):
    """A historic map sheet; its polygon is the extent as far as it is known."""

    TABLE: ClassVar[str] = "sheets"
    LABEL: ClassVar[str] = "Sheets"
    GEOMETRY: ClassVar[str] = "POLYGON"

    city: Optional[str] = column("City", references="cities.name")
    title: str = column("Title", required=True, default="")
    year: Optional[int] = column("Year printed", "integer")
    year_content: Optional[str] = column("Year of the content")
    series: Optional[str] = column("Series")
    edition: Optional[str] = column("Edition")
    publisher: Optional[str] = column("Publisher")
    compiled_from: Optional[str] = column("Compiled from")
    scale: Optional[int] = column("Scale 1:", "integer", check="scale > 0")
    datum: str = column("Datum", required=True, values=Datum, default=Datum.UNDETERMINED)
    datum_crs: Optional[str] = column("CRS, when the datum is other")
    projection: Optional[str] = column("Projection")
    extent_basis: Optional[str] = column("Basis of the extent")
    state: str = column("State", required=True, values=SheetState, default=SheetState.NO_SCAN)
    scan_path: Optional[str] = column("Scan")
    scan_page: Optional[int] = column("Page of the scan", "integer")
    warped_path: Optional[str] = column("Georeferenced image")
    collar: Optional[str] = column("Collar (pixel polygon)", "json")
    method: Optional[str] = column("Method")
    operation: Optional[str] = column("Transformation")
    loo_rmse_m: Optional[float] = column("Leave-one-out error (m)", "real")
    source_uuid: Optional[str] = column("Source", references="sources.uuid")
    confidence: Optional[str] = column("Confidence", values=Confidence)
    warning: Optional[str] = column("Warning")
    note: Optional[str] = column("Note")


@dataclass
class ControlPoint(Record):
    """A pixel of a scan and its place on the ground (WGS 84)."""

    TABLE: ClassVar[str] = "control_points"
    LABEL: ClassVar[str] = "Control points"
    GEOMETRY: ClassVar[str] = "POINT"

    sheet_uuid: str = column("Sheet", required=True, default="", references="sheets.uuid")
    pixel_x: float = column("Column", "real", required=True, default=0.0)
    pixel_y: float = column("Row", "real", required=True, default=0.0)
    enabled: bool = column("Enabled", "boolean", required=True, default=True)
    map_x: Optional[float] = column("X as entered", "real")
    map_y: Optional[float] = column("Y as entered", "real")
    map_crs: Optional[str] = column("CRS as entered")
    label: Optional[str] = column("Label")
    accuracy_m: Optional[float] = column("Accuracy (m)", "real", check="accuracy_m > 0")
    note: Optional[str] = column("Note")


@dataclass
class Trace(Record):
    """A line of the past: a road, a railway, a coast."""

    TABLE: ClassVar[str] = "traces"
    LABEL: ClassVar[str] = "Historic traces"
    GEOMETRY: ClassVar[str] = "LINESTRING"

    city: Optional[str] = column("City", references="cities.name")
    sheet_uuid: Optional[str] = column("Sheet", references="sheets.uuid")
    kind: str = column("Kind", required=True, values=TraceKind, default=TraceKind.ROAD)
    name: Optional[str] = column("Name")
    year: Optional[int] = column("Year shown", "integer")
    begin_text: Optional[str] = column("Begin, as given")
    begin_earliest: Optional[str] = column("Begin, earliest", "date")
    begin_latest: Optional[str] = column("Begin, latest", "date")
    end_text: Optional[str] = column("End, as given")
    end_earliest: Optional[str] = column("End, earliest", "date")
    end_latest: Optional[str] = column("End, latest", "date")
    fidelity: str = column("Fidelity", required=True, values=Fidelity, default=Fidelity.DIGITIZED)
    accuracy_m: Optional[float] = column("Accuracy (m)", "real", check="accuracy_m > 0")
    survives: str = column("Survives", required=True, values=Survives, default=Survives.UNKNOWN)
    length_stated_m: Optional[float] = column("Published length (m)", "real", check="length_stated_m > 0")
    basis: Optional[str] = column("Basis")
    source_uuid: Optional[str] = column("Source", references="sources.uuid")
    replaced_by: Optional[str] = column("Replaced by", references="traces.uuid")
    note: Optional[str] = column("Note")


@dataclass
class Area(Record):
    """A compound, district or other surface, of a site or of its own."""

    TABLE: ClassVar[str] = "areas"
    LABEL: ClassVar[str] = "Areas"
    GEOMETRY: ClassVar[str] = "MULTIPOLYGON"

    city: Optional[str] = column("City", references="cities.name")
    site_uuid: Optional[str] = column("Site", references="sites.uuid")
    name: Optional[str] = column("Name")
    kind: Optional[str] = column("Kind", note="compound, district, built-up, sheet area")
    accuracy_m: Optional[float] = column("Accuracy (m)", "real", check="accuracy_m > 0")
    source_uuid: Optional[str] = column("Source", references="sources.uuid")
    note: Optional[str] = column("Note")


@dataclass
class BaseLine(Record):
    """Our generalised present coast: lines."""

    TABLE: ClassVar[str] = "base_coast"
    LABEL: ClassVar[str] = "Coast (generalised)"
    GEOMETRY: ClassVar[str] = "LINESTRING"

    city: Optional[str] = column("City", references="cities.name")
    accuracy_m: Optional[float] = column("Accuracy (m)", "real")
    source_uuid: Optional[str] = column("Source", references="sources.uuid")


@dataclass
class BaseArea(Record):
    """Land and sea around a city, filled from the generalised coast."""

    TABLE: ClassVar[str] = "base_areas"
    LABEL: ClassVar[str] = "Land and sea (generalised)"
    GEOMETRY: ClassVar[str] = "MULTIPOLYGON"

    city: Optional[str] = column("City", references="cities.name")
    kind: str = column("Kind", required=True, default="land", check="kind IN ('land', 'sea')")
    source_uuid: Optional[str] = column("Source", references="sources.uuid")


@dataclass
class Claim(Record):
    """A statement with a number, bound to what it can be computed from."""

    TABLE: ClassVar[str] = "claims"
    LABEL: ClassVar[str] = "Claims"

    city: Optional[str] = column("City", references="cities.name")
    text: str = column("Statement", required=True, default="")
    relation: str = column("Relation", required=True, values=Relation, default=Relation.STATED)
    subject_site: Optional[str] = column("Subject site", references="sites.uuid")
    subject_filter: Optional[str] = column("Subject filter", note="QGIS expression over sites")
    subject_figure: Optional[str] = column("Subject figure", references="figures.uuid")
    reference_kind: Optional[str] = column(
        "Reference is", note="point, nearest member, edge, downtown, trace, figure"
    )
    reference_site: Optional[str] = column("Reference site", references="sites.uuid")
    reference_filter: Optional[str] = column("Reference filter")
    reference_city: Optional[str] = column("Reference city", references="cities.name")
    reference_figure: Optional[str] = column("Reference figure", references="figures.uuid")
    operator: Optional[str] = column("Operator", note="=, about, >=, <=, >, <")
    threshold: Optional[float] = column("Stated value", "real")
    tolerance: Optional[float] = column("Tolerance", "real")
    unit: Optional[str] = column("Unit")
    radius_m: Optional[float] = column("Radius (m)", "real")
    date_text: Optional[str] = column("Date")
    source_uuid: str = column("Source", required=True, default="", references="sources.uuid")
    note: Optional[str] = column("Note")


@dataclass
class Decision(Record):
    """How a discrepancy was settled."""

    TABLE: ClassVar[str] = "decisions"
    LABEL: ClassVar[str] = "Decisions"

    discrepancy: str = column("Discrepancy", required=True, default="", unique=True)
    decision: str = column("Decision", required=True, default="", note="choose, keep both, not the same")
    chosen_uuid: Optional[str] = column("Chosen")
    decided_at: Optional[str] = column("When", "datetime")
    decided_by: Optional[str] = column("Who")
    note: Optional[str] = column("Note")


@dataclass
class Result(Record):
    """A computed result that the user kept: its numbers, what they were computed from, when and by whom."""

    TABLE: ClassVar[str] = "results"
    LABEL: ClassVar[str] = "Results kept"

    kind: str = column("Kind", required=True, default="", note="survival, shoreline, path, ...")
    title: str = column("Title", required=True, default="", check="length(title) > 0")
    numbers: str = column("Numbers", "json", required=True, default="[]", note="[[label, value, unit], ...]")
    inputs: str = column("Inputs", "json", required=True, default="{}")
    made_at: Optional[str] = column("When", "datetime")
    made_by: Optional[str] = column("Who")
    note: Optional[str] = column("Note")


@dataclass
class KmlFolder(Record):
    """A folder of an imported KML file as it came, so that it can leave the same."""

    TABLE: ClassVar[str] = "kml_folders"
    LABEL: ClassVar[str] = "KML folders"

    source_uuid: str = column("Source", required=True, default="", references="sources.uuid")
    batch: str = column("Import", required=True, default="", note="history.batch")
    ended_batch: Optional[str] = column("Replaced by import")
    number: int = column("Number", "integer", required=True, default=0, note="order in the file")
    parent: Optional[int] = column("Number of the folder around it", "integer")
    position: int = column("Position in it", "integer", required=True, default=0)
    document: str = column("Document", required=True, default="", note="member of the archive")
    kind: str = column("Kind", required=True, default="Folder", note="kml, Document or Folder")
    name: Optional[str] = column("Name")
    kml_id: Optional[str] = column("Id in the file")
    attributes: Optional[str] = column("Attributes", "json")
    head: Optional[str] = column("XML before its content", "json", note="name, styles, schemas ... in order")


@dataclass
class KmlItem(Record):
    """A feature of an imported KML file as its source released it, whatever became of it here."""

    TABLE: ClassVar[str] = "kml_items"
    LABEL: ClassVar[str] = "KML features"

    source_uuid: str = column("Source", required=True, default="", references="sources.uuid")
    batch: str = column("Import", required=True, default="", note="history.batch")
    ended_batch: Optional[str] = column("Replaced by import")
    folder: int = column("Number of its folder", "integer", required=True, default=0)
    position: int = column("Position in it", "integer", required=True, default=0)
    kind: str = column("Kind", required=True, default="Placemark")
    name: Optional[str] = column("Name")
    kml_id: Optional[str] = column("Id in the file")
    lon: Optional[float] = column("Longitude", "real")
    lat: Optional[float] = column("Latitude", "real")
    site_uuid: Optional[str] = column("Site", references="sites.uuid")
    rows: Optional[str] = column("Lines, areas and sheets made of it", "json")
    problem: Optional[str] = column("Why it is not on the map")
    xml: str = column("XML", required=True, default="")


@dataclass
class KmlResource(Record):
    """A file packed with an imported KMZ: an icon, an image."""

    TABLE: ClassVar[str] = "kml_resources"
    LABEL: ClassVar[str] = "KML files"

    source_uuid: str = column("Source", required=True, default="", references="sources.uuid")
    batch: str = column("Import", required=True, default="", note="history.batch")
    ended_batch: Optional[str] = column("Replaced by import")
    name: str = column("Name in the archive", required=True, default="")
    content: Optional[bytes] = column("Content", "blob")


@dataclass
class History(Record):
    """What was changed, by whom and when (rows before and after as JSON)."""

    TABLE: ClassVar[str] = "history"
    LABEL: ClassVar[str] = "History"

    batch: Optional[str] = column("Batch", note="one import, merge or save")
    at: str = column("When", "datetime", required=True, default="")
    who: Optional[str] = column("Who")
    action: str = column(
        "Action", required=True, default="", note="insert, update, delete, import, merge, ..."
    )
    table_name: Optional[str] = column("Table")
    row_uuid: Optional[str] = column("Row")
    before: Optional[str] = column("Before", "json")
    after: Optional[str] = column("After", "json")
    note: Optional[str] = column("Note")


RECORDS: tuple[type[Record], ...] = (
    Source, City, Category, Site, Assertion, Name, Figure, Event, Sheet, ControlPoint, Trace, Area,
    BaseLine, BaseArea, Claim, Decision, Result, KmlFolder, KmlItem, KmlResource, History,
)  # fmt: skip
"""Every table, in an order in which references point backwards."""

BY_TABLE: dict[str, type[Record]] = {record.TABLE: record for record in RECORDS}
