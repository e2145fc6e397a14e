# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Sites and coordinates in QGIS's locator bar, under the prefix ``at``."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Optional

from qgis.core import QgsFeedback, QgsLocatorContext, QgsLocatorFilter, QgsLocatorResult
from qgis.PyQt.QtGui import QIcon

from ...core.i18n import tr
from ..context import Context
from ..messages import reported
from ..part import Part, icon_of

if TYPE_CHECKING:
    from ...core.search.column_store import ColumnStore
    from ...core.search.columns import SiteColumns

PREFIX = "at"
MOST = 30


@dataclass(frozen=True)
class Atlas:
    """What the filter needs of the open atlas, as plain data for its thread."""

    path: Path
    folder: Path
    labels: dict[str, str]
    icons: dict[str, QIcon]
    language: str = "en"


class LocatorPart(Part):
    """Registers the locator filter; holds the columns of the open atlas for it and for the sites dock."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._store: Optional[ColumnStore] = None
        self._filter: Optional[AtlasFilter] = None
        self.atlas: Optional[Atlas] = None

    @property
    def columns(self) -> ColumnStore:
        """The store of columns that dock and locator share."""
        if self._store is None:
            from ...core.search.column_store import ColumnStore

            self._store = ColumnStore()
        return self._store

    def start(self) -> None:
        """Put the filter into the locator bar."""
        self._filter = AtlasFilter(self)
        self.context.iface.registerLocatorFilter(self._filter)
        session = self.context.open_atlas
        self.connect(session.opened, self._opened)
        self.connect(session.closed, self._closed)
        self.connect(session.changed, self._changed)

    def stop(self) -> None:
        """Take the filter out of the locator bar."""
        self.context.iface.deregisterLocatorFilter(self._filter)
        self._filter = None
        self._closed()
        super().stop()

    def _opened(self) -> None:
        self._closed()

    def _closed(self) -> None:
        self.atlas = None
        if self._store is not None:
            self._store.forget()

    def _changed(self) -> None:
        if self._store is not None:
            self._store.forget()

    def snapshot(self) -> Optional[Atlas]:
        """Return what a search needs, None while no atlas is open (main thread)."""
        open_atlas = self.context.open_atlas.atlas
        if open_atlas is None:
            return None
        language = self.context.settings.language
        if self.atlas is None or self.atlas.language != language:
            from ...core.atlas.model import Category
            from ..docks.sites.category_icons import category_icons, label_of

            categories = open_atlas.rows(Category)
            labels = {category.id: label_of(category, language) for category in categories}
            self.atlas = Atlas(
                open_atlas.path, self.columns.folder(), labels, category_icons(categories), language
            )  # fmt: skip
        return self.atlas

    @reported
    def go(self, lon: float, lat: float, fid: int) -> None:
        """Zoom to a place and select the site that is there (``fid`` -1: only a place)."""
        from ..tools.places import zoom_and_flash

        layer = self.context.open_atlas.layer("sites")
        if fid >= 0 and layer is not None:
            layer.selectByIds([fid])
        zoom_and_flash(self.context.iface.mapCanvas(), [(lon, lat)])


class AtlasFilter(QgsLocatorFilter):
    """QGIS clones it for every search: ``prepare`` on the main thread, ``fetchResults`` on another."""

    def __init__(self, part: LocatorPart, atlas: Optional[Atlas] = None) -> None:
        super().__init__()
        self._part = part
        self._atlas = atlas

    def name(self) -> str:
        return "dprk_city_atlas"

    def displayName(self) -> str:
        return tr("AtlasFilter", "City Atlas sites and coordinates")

    def prefix(self) -> str:
        return PREFIX

    def priority(self) -> QgsLocatorFilter.Priority:
        return QgsLocatorFilter.Priority.Medium

    def clone(self) -> QgsLocatorFilter:
        return AtlasFilter(self._part, self._part.snapshot())

    def fetchResults(self, text: str, _context: QgsLocatorContext, feedback: QgsFeedback) -> None:
        wanted = without_prefix(text)
        if not wanted:
            return
        from ...core.coordinates.typed_place import typed_place

        place = typed_place(wanted)
        if place is not None:
            self.resultFetched.emit(place_result(self, *place))
        if self._atlas is not None and len(wanted) > 1:
            for result in self._sites(wanted, feedback):
                self.resultFetched.emit(result)

    def _sites(self, wanted: str, feedback: QgsFeedback) -> list[QgsLocatorResult]:
        from ...core.errors import AtlasError
        from ...core.search import engine
        from ...core.search.criteria import SiteFilter

        atlas = self._atlas
        if atlas is None:
            return []
        try:
            columns = self._part.columns.get(atlas.path, atlas.folder, feedback.isCanceled)
            asked = SiteFilter(text=wanted)
            hits = engine.apply(asked, columns, cancelled=feedback.isCanceled)
            rows = [row for row, _score in hits.ranked(wanted, limit=MOST)]
            if not rows:
                rows = engine.near_misses(asked, columns, limit=5, cancelled=feedback.isCanceled)
        except AtlasError as error:
            self.logMessage(str(error))
            return []
        return [site_result(self, atlas, columns, row) for row in rows]

    def triggerResult(self, result: QgsLocatorResult) -> None:
        lon, lat, fid = place_of(result)
        if lon == lon:
            self._part.go(lon, lat, fid)
        else:
            text = tr("AtlasFilter", "“{site}” has no position: see Sites, Unlocated.")
            self._part.context.messages.info(text.format(site=result.displayString))


def without_prefix(text: str) -> str:
    """Return what is asked for: QGIS hands a plugin's prefix on with the text when it has two letters."""
    head, _, rest = text.strip().partition(" ")
    return rest.strip() if head.lower() == PREFIX else text.strip()


def _result(locator: QgsLocatorFilter, text: str, lon: float, lat: float, fid: int) -> QgsLocatorResult:
    result = QgsLocatorResult()
    result.filter = locator
    result.displayString = text
    # Text: reading a list or tuple back from a result ends QGIS 3.22 (its reference is dropped twice).
    result.userData = f"{lon!r} {lat!r} {fid}"
    return result


def place_of(result: QgsLocatorResult) -> tuple[float, float, int]:
    """Return longitude and latitude (NaN: unlocated) and feature id (-1: only a place) of an entry."""
    lon, lat, fid = str(result.userData).split(" ")
    return float(lon), float(lat), int(fid)


def place_result(locator: QgsLocatorFilter, lon: float, lat: float, text: str) -> QgsLocatorResult:
    """Return the entry of a position."""
    label = tr("AtlasFilter", "Go to {place}").format(place=text)
    result = _result(locator, label, lon, lat, -1)
    result.description = f"{lat:.6f}, {lon:.6f}"
    result.icon = icon_of("mActionZoomTo.svg")
    result.score = 1.0
    return result


def site_result(locator: QgsLocatorFilter, atlas: Atlas, columns: SiteColumns, row: int) -> QgsLocatorResult:
    """Return the entry of a site: names, category and city, the category's icon."""
    name, korean = columns.name(row)
    category = columns.value("category", row)
    fid, lon, lat = int(columns.fids[row]), float(columns.lon[row]), float(columns.lat[row])
    result = _result(locator, f"{name}  {korean}".strip(), lon, lat, fid)
    city = columns.value("city", row)
    result.description = " · ".join(part for part in (city, atlas.labels.get(category, category)) if part)
    result.icon = atlas.icons.get(category, QIcon())
    result.score = max(0.1, 0.9 - 0.01 * int(columns.importance[row]))
    return result


__all__ = ["AtlasFilter", "LocatorPart"]
