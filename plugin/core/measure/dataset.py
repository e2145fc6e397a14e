# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""What claims and comparisons are computed from: the rows of an atlas in memory, with QGIS's filters on them.

Sites come from the atlas's file or, while they are being edited, from the loaded layer with its unsaved
changes; everything else from the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Optional

from qgis.core import (
    NULL,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsField,
    QgsFields,
)

from ...compat import FieldType
from ..atlas.model import (
    Area,
    Assertion,
    AssertionKind,
    City,
    Event,
    Figure,
    Record,
    Site,
    Source,
    Trace,
    Use,
    columns,
)
from ..atlas.store.blob import lonlat
from ..atlas.store.store import Atlas
from ..errors import AtlasError
from ..filters import FeatureFilter
from ..i18n import tr

Point = tuple[float, float]
Line = list[Point]
STATED_NUMBER = re.compile(r"\bstated( in all)?\)$")
KINDS = {"integer": FieldType.LONG, "boolean": FieldType.BOOL, "real": FieldType.DOUBLE}


@dataclass(frozen=True)
class NamedPoint:
    """A point with what it stands for: lon and lat in degrees, accuracy in metres if known."""

    name: str
    lon: float
    lat: float
    accuracy: float = 0.0
    uuid: str = ""
    source: str = ""


@dataclass
class Dataset:
    """Rows by identifier; see the module."""

    sites: dict[str, Site]
    cities: dict[str, City]
    figures: dict[str, Figure]
    sources: dict[str, Source]
    traces: dict[str, Trace]
    areas: list[Area]
    positions: dict[str, list[Assertion]]
    """Asserted points of each site that may be shown or are kept as another of its points."""
    events: dict[str, Event] = field(default_factory=dict)
    _chosen: dict[tuple[str, str], list[str]] = field(default_factory=dict)

    @classmethod
    def of(
        cls,
        atlas: Atlas,
        sites: Optional[Iterable[Site]] = None,
        edits: Optional[Mapping[str, Optional[Site]]] = None,
    ) -> Dataset:
        """Read an atlas; ``sites`` replaces what the file says of them (``sites_of_layer``).

        ``edits`` are single sites by identifier that differ from the file, None where one was deleted.
        """
        positions: dict[str, list[Assertion]] = {}
        for assertion in atlas.rows(Assertion, kind=AssertionKind.LOCATION.value):
            if assertion.geom and assertion.use != Use.DO_NOT_SHOW.value:
                positions.setdefault(assertion.site_uuid, []).append(assertion)
        known = {row.uuid: row for row in (atlas.rows(Site) if sites is None else sites)}
        for uuid, site in (edits or {}).items():
            known.pop(uuid, None)
            if site is not None:
                known[uuid] = site
        return cls(
            known,
            {row.name: row for row in atlas.rows(City)},
            {row.uuid: row for row in atlas.rows(Figure)},
            {row.uuid: row for row in atlas.rows(Source)},
            {row.uuid: row for row in atlas.rows(Trace)},
            atlas.rows(Area),
            positions,
            {row.uuid: row for row in atlas.rows(Event)},
        )

    def place(self, site: Site) -> Optional[NamedPoint]:
        """Return where a site is shown, None for an unlocated one."""
        if not site.geom:
            return None
        return NamedPoint(
            site.name, *lonlat(site.geom), site.accuracy_m or 0.0, site.uuid, self._title(site.source_uuid)
        )

    def other_places(self, site: Site) -> list[NamedPoint]:
        """Return the other points that sources give a site."""
        places = []
        for assertion in self.positions.get(site.uuid, []):
            if not assertion.chosen and assertion.geom:
                where = lonlat(assertion.geom)
                title = self._title(assertion.source_uuid)
                places.append(NamedPoint(site.name, *where, assertion.accuracy_m or 0.0, site.uuid, title))
        return places

    def downtown(self, name: str) -> NamedPoint:
        """Return a city's point.  Raises AtlasError when the atlas has none."""
        city = self.cities.get(name)
        if city is None or not city.geom:
            raise AtlasError(
                tr("Claims", "The atlas has no downtown point of “{city}”.").format(city=name),
                hint=tr("Claims", "Add it to the cities."),
            )
        title = self._title(city.source_uuid)
        return NamedPoint(
            tr("Claims", "downtown {city}").format(city=name),
            *lonlat(city.geom),
            city.accuracy_m or 0.0,
            "",
            title,
        )

    def other_downtowns(self, name: str) -> list[NamedPoint]:
        """Return what other sources take for a city's point: the points of the site that stands there."""
        city = self.downtown(name)
        for site in self.sites.values():
            here = self.place(site) if site.category == "place" and site.city == name else None
            if here is not None and (here.lon, here.lat) == (city.lon, city.lat):
                return self.other_places(site)
        return []

    def matching(self, expression: str) -> list[Site]:
        """Return the sites that a QGIS expression chooses (all but the rejected for an empty one)."""
        return [self.sites[uuid] for uuid in self._matching(Site, self.sites, expression)]

    def matching_traces(self, expression: str) -> list[Trace]:
        """Return the historic lines that a QGIS expression chooses."""
        return [self.traces[uuid] for uuid in self._matching(Trace, self.traces, expression)]

    def matching_events(self, expression: str) -> list[Event]:
        """Return the dated events that a QGIS expression chooses."""
        return [self.events[uuid] for uuid in self._matching(Event, self.events, expression)]

    def publisher(self, source_uuid: Optional[str]) -> str:
        """Return who stands behind a source, two papers of one author being one voice; empty for none."""
        source = self.sources.get(source_uuid or "")
        return "" if source is None else (source.publisher or source.title).casefold()

    def sources_of(self, site: Site) -> set[str]:
        """Return the sources that give a site its point, and those that give the same or another one."""
        asserted = {row.source_uuid for row in self.positions.get(site.uuid, [])}
        return {uuid for uuid in (site.source_uuid, *asserted) if uuid}

    def is_group(self, site: Site) -> bool:
        """Tell whether an unlocated row stands for several things that are not listed one by one.

        A figure counts them ("two batteries"), or the name says that a number was stated or not.
        """
        if site.geom:
            return False
        counted = (figure.category for figure in self.figures.values() if figure.site_uuid == site.uuid)
        return stands_for_several(site.name, any(counted))

    def _matching(self, record: type[Record], rows: dict[str, Any], expression: str) -> list[str]:
        key = (record.TABLE, expression)
        if key not in self._chosen:
            self._chosen[key] = choose(record, rows.values(), expression)
        return self._chosen[key]

    def _title(self, uuid: Optional[str]) -> str:
        source = self.sources.get(uuid or "")
        return "" if source is None else (source.publisher or source.title).partition(" (")[0]


def stands_for_several(name: str, counted: bool) -> bool:
    """Tell whether a row without a position stands for several things: a figure or its name counts them."""
    return counted or bool(STATED_NUMBER.search(name))


def choose(record: type[Record], rows: Iterable[Record], expression: str) -> list[str]:
    """Return the uuids of the rows for which a QGIS expression is true.

    Raises AtlasError when it cannot be read or fails; sites marked as rejected never match.
    """
    fields = QgsFields()
    for column in columns(record):
        fields.append(QgsField(column.name, KINDS.get(column.metadata["kind"], FieldType.TEXT)))
    scopes = QgsExpressionContext()
    scopes.appendScope(QgsExpressionContextUtils.globalScope())
    wanted = FeatureFilter(expression, fields, scopes)
    found = []
    for row in rows:
        if getattr(row, "status", "") == "rejected":
            continue
        feature = QgsFeature(fields)
        values = [getattr(row, name) for name in fields.names()]
        feature.setAttributes([NULL if value is None else value for value in values])
        if wanted.chooses(feature):
            found.append(row.uuid)
    return found


def sites_of_layer(features: Iterable[QgsFeature]) -> list[Site]:
    """Return site records of a loaded layer's features, unsaved changes included."""
    names = [column.name for column in columns(Site)]
    made = []
    for feature in features:
        known = feature.fields().names()
        values = {name: feature.attribute(name) for name in names if name in known}
        values = {
            name: _plain(value) for name, value in values.items() if value != NULL and value is not None
        }
        geometry = feature.geometry()
        geom = None if geometry.isNull() or geometry.isEmpty() else geometry.asWkt(12)
        made.append(Site(geom=geom, **values))
    return made


def _plain(value: Any) -> Any:
    """Return a date as the text that a record holds; QGIS gives it as an object of its own."""
    return value.toString("yyyy-MM-dd") if hasattr(value, "toString") else value
