# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The tables that keep imported KML as it came (part of ``model``)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Optional

from .record import Record, column


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
