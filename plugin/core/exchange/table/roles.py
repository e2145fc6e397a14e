# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""What a table's columns can be, and what was understood of a table: the role of each column, how surely."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Optional

from ...coordinates.position import Reading
from ...i18n import mark


class Role(Enum):
    """What a column holds.  ``OTHER`` columns are kept beside the site as they are."""

    LATITUDE = "latitude"
    LONGITUDE = "longitude"
    POSITION = "position"  # both in one, in any spelling
    MGRS = "mgrs"
    US_ARMY_GRID = "us_army_grid"
    WKT = "wkt"
    UTM_ZONE = "utm_zone"
    EASTING = "easting"
    NORTHING = "northing"
    LAT_DEGREES = "lat_degrees"
    LAT_MINUTES = "lat_minutes"
    LAT_SECONDS = "lat_seconds"
    LAT_HEMISPHERE = "lat_hemisphere"
    LON_DEGREES = "lon_degrees"
    LON_MINUTES = "lon_minutes"
    LON_SECONDS = "lon_seconds"
    LON_HEMISPHERE = "lon_hemisphere"
    NAME = "name"
    NAME_KO = "name_ko"
    OTHER_NAMES = "other_names"
    CATEGORY = "category"
    STATUS = "status"
    BEGIN = "begin"
    END = "end"
    SOURCE = "source"
    ACCURACY = "accuracy"
    LIKELIHOOD = "likelihood"
    CONFIDENCE = "confidence"
    DESCRIPTION = "description"
    NOTE = "note"
    FOLDER = "folder"
    IDENTIFIER = "identifier"
    OTHER = "other"


TITLES = {
    Role.LATITUDE: mark("Role", "Latitude"),
    Role.LONGITUDE: mark("Role", "Longitude"),
    Role.POSITION: mark("Role", "Position"),
    Role.MGRS: mark("Role", "MGRS"),
    Role.US_ARMY_GRID: mark("Role", "US Army grid"),
    Role.WKT: mark("Role", "WKT"),
    Role.UTM_ZONE: mark("Role", "UTM zone"),
    Role.EASTING: mark("Role", "UTM easting"),
    Role.NORTHING: mark("Role", "UTM northing"),
    Role.LAT_DEGREES: mark("Role", "Latitude: degrees"),
    Role.LAT_MINUTES: mark("Role", "Latitude: minutes"),
    Role.LAT_SECONDS: mark("Role", "Latitude: seconds"),
    Role.LAT_HEMISPHERE: mark("Role", "Latitude: N or S"),
    Role.LON_DEGREES: mark("Role", "Longitude: degrees"),
    Role.LON_MINUTES: mark("Role", "Longitude: minutes"),
    Role.LON_SECONDS: mark("Role", "Longitude: seconds"),
    Role.LON_HEMISPHERE: mark("Role", "Longitude: E or W"),
    Role.NAME: mark("Role", "Name"),
    Role.NAME_KO: mark("Role", "Korean name"),
    Role.OTHER_NAMES: mark("Role", "Other names"),
    Role.CATEGORY: mark("Role", "Category"),
    Role.STATUS: mark("Role", "Status"),
    Role.BEGIN: mark("Role", "Begin"),
    Role.END: mark("Role", "End"),
    Role.SOURCE: mark("Role", "Source"),
    Role.ACCURACY: mark("Role", "Accuracy"),
    Role.LIKELIHOOD: mark("Role", "Likelihood"),
    Role.CONFIDENCE: mark("Role", "Confidence"),
    Role.DESCRIPTION: mark("Role", "Description"),
    Role.NOTE: mark("Role", "Note"),
    Role.FOLDER: mark("Role", "Folder"),
    Role.IDENTIFIER: mark("Role", "Identifier"),
    Role.OTHER: mark("Role", "(kept as it is)"),
}
"""What a role is called: shown by ``tr("Role", TITLES[role])``."""

SPLIT = (
    Role.LAT_DEGREES, Role.LAT_MINUTES, Role.LAT_SECONDS, Role.LAT_HEMISPHERE,
    Role.LON_DEGREES, Role.LON_MINUTES, Role.LON_SECONDS, Role.LON_HEMISPHERE,
)  # fmt: skip
UTM = (Role.UTM_ZONE, Role.EASTING, Role.NORTHING)
ONE_COLUMN = (Role.POSITION, Role.MGRS, Role.US_ARMY_GRID, Role.WKT)
POSITION_ROLES = frozenset((Role.LATITUDE, Role.LONGITUDE, *ONE_COLUMN, *UTM, *SPLIT))
"""Roles of columns that state where a row is."""


@dataclass(frozen=True)
class ColumnRole:
    """What one column was taken for.

    ``certainty`` runs from 0 to 1; ``reason`` says why in a sentence; ``candidates`` are the other roles it
    may have, likeliest first.
    """

    index: int
    heading: str
    role: Role = Role.OTHER
    certainty: float = 0.0
    reason: str = ""
    candidates: tuple[Role, ...] = ()


@dataclass(frozen=True)
class ColumnQuestion:
    """What is not certain and has to be answered by a person.

    ``kind`` is "coordinates" (which columns), "swapped" (the numbers contradict the headings), "outside"
    (positions far from Korea), "zero" (0, 0), "zone" (UTM without a zone), "encoding", "sheet".  ``columns``
    are the columns it is about, for "coordinates" the candidates.
    """

    kind: str
    text: str
    columns: tuple[int, ...] = ()

    @property
    def blocks(self) -> bool:
        """Whether nothing may be written before it is answered."""
        return self.kind in ("coordinates", "swapped", "zone")


@dataclass(frozen=True)
class Understanding:
    """What a table's columns are.  ``reading`` is how coordinate text is read (order, grid, region)."""

    columns: tuple[ColumnRole, ...]
    reading: Reading = field(default_factory=Reading)
    questions: tuple[ColumnQuestion, ...] = ()
    zone: str = ""  # of UTM columns where no column states it: "52N"

    def column_of(self, role: Role) -> Optional[int]:
        """Return the index of the column with a role, None where there is none."""
        return next((column.index for column in self.columns if column.role is role), None)

    @property
    def has_position(self) -> bool:
        """Whether some column states where a row is."""
        return any(column.role in POSITION_ROLES for column in self.columns)

    @property
    def is_certain(self) -> bool:
        """Whether rows may be written without asking anybody."""
        return not any(question.blocks for question in self.questions)

    def with_role(self, index: int, role: Role) -> Understanding:
        """Return the same with a column's role chosen by a person; another column of that role loses it."""

        def chosen(column: ColumnRole) -> ColumnRole:
            if column.index == index:
                return replace(column, role=role, certainty=1.0, reason="")
            if column.role is role and role is not Role.OTHER:
                return replace(column, role=Role.OTHER, certainty=1.0, reason="")
            return column

        left = tuple(
            question for question in self.questions if question.kind not in ("coordinates", "swapped")
        )
        return replace(self, columns=tuple(map(chosen, self.columns)), questions=left)
