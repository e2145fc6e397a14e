# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""What can be done with a site of the list: the context menu."""

from __future__ import annotations

from functools import partial
from typing import Callable, Optional

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QObject, QPoint, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QAction, QApplication, QMenu

from ....core.atlas.model import Assertion, Source
from ....core.atlas.store.quoting import expression_field, expression_text
from ....core.atlas.store.rows import plain
from ....core.coordinates import format as coordformat
from ....core.errors import AtlasError
from ....core.i18n import tr
from ...context import Context
from ...messages import reported
from ...models.sites_model import FID, LAT, LON
from .site_edits import SiteEdits
from .site_list import SitesView

MAX_IN_TABLE = 20_000
"""Attribute tables take an id list as expression up to here; beyond it the rows are selected instead."""


class SiteMenu(QObject):
    """Builds and runs the context menu of the list."""

    def __init__(self, context: Context, view: SitesView) -> None:
        super().__init__(view)
        self.context = context
        self._view = view
        self.edits = SiteEdits(context, view)
        view.customContextMenuRequested.connect(self.popup)
        view.formAsked.connect(self.edits.open_form)
        view.deleteAsked.connect(self._delete)

    def popup(self, at: QPoint) -> None:
        """Show the menu at a position of the view; below the last row there is nothing to do."""
        # The menu key gives the place of the current row, which may be scrolled out of sight.
        if self._view.viewport().rect().contains(at) and not self._view.indexAt(at).isValid():
            return
        menu = self.build()
        if menu is not None:
            menu.exec(self._view.viewport().mapToGlobal(at))
            menu.deleteLater()

    def build(self) -> Optional[QMenu]:
        """Return the menu for the current row, None without one."""
        index = self._view.currentIndex()
        if not index.isValid():
            return None
        fid, lon, lat = index.data(FID), index.data(LON), index.data(LAT)
        located = lon == lon
        menu = QMenu(self._view)
        menu.setObjectName("siteMenu")
        _add(menu, "siteZoom", tr("SiteMenu", "&Zoom to\tEnter"), partial(self._zoom, fid), located)
        _add(menu, "siteForm", tr("SiteMenu", "Open &form\tShift+Enter"), partial(self.edits.open_form, fid))
        measure = partial(self._measure, fid, lon, lat)
        _add(menu, "siteMeasure", tr("SiteMenu", "&Measure from here"), measure, located)
        copy = menu.addMenu(tr("SiteMenu", "&Copy coordinates"))
        copy.setEnabled(located)
        if located:
            for kind, text in coordinates(lon, lat).items():
                _add(copy, f"siteCopy_{kind}", text, partial(QApplication.clipboard().setText, text))
        menu.addSeparator()
        self._add_edits(menu, fid, located)
        menu.addSeparator()
        _add(menu, "siteAssertions", tr("SiteMenu", "Show &assertions"), partial(self._assertions, fid))
        self._add_links(menu, fid)
        menu.addSeparator()
        _add(menu, "siteColumns", tr("SiteMenu", "Copy &rows\tCtrl+C"), self._view.copy_rows)
        menu.addMenu(self._view.columns.menu()).setText(tr("SiteMenu", "C&olumns"))
        return menu

    def _zoom(self, fid: int) -> None:
        self._view.zoom_to(self._view.selected_fids() or [fid])

    def _add_edits(self, menu: QMenu, fid: int, located: bool) -> None:
        atlas = self.context.open_atlas.atlas
        writable = atlas is not None and not atlas.read_only
        saved = fid >= 0  # what is not in the file yet is moved with QGIS's own tools
        move = tr("SiteMenu", "Mo&ve…") if located else tr("SiteMenu", "&Place on the map…")
        number = self._view.selected_count()
        delete = tr("SiteMenu", "&Delete…\tDel")
        if number > 1:
            delete = tr("SiteMenu", "&Delete %n sites…", number)
        _add(menu, "siteEdit", tr("SiteMenu", "&Edit…"), partial(self.edits.edit, fid), writable)
        _add(menu, "siteMove", move, partial(self.edits.move, fid), writable and saved)
        _add(menu, "siteDelete", delete, self._delete, writable)

    def _delete(self) -> None:
        index = self._view.currentIndex()
        self.edits.delete(self._view.selected_fids() or ([index.data(FID)] if index.isValid() else []))

    @reported
    def _measure(self, fid: int, lon: float, lat: float) -> None:
        dock = self.context.docks.measure.show()
        dock.measure_from(lon, lat, self.edits.feature(fid)[1]["name"])

    @reported
    def _assertions(self, fid: int) -> None:
        layer = self.context.open_atlas.layer("assertions")
        if layer is None:
            raise AtlasError(
                tr("SiteMenu", "The assertions are not in the project."),
                hint=tr("SiteMenu", "Open the atlas again."),
            )
        uuid = self.edits.feature(fid)[1]["uuid"]
        expression = f"{expression_field('site_uuid')} = {expression_text(uuid)}"
        self.context.iface.showAttributeTable(layer, expression)

    def _add_links(self, menu: QMenu, fid: int) -> None:
        """Offer the web addresses of what speaks of the site, the source of its position first."""
        title, links = tr("SiteMenu", "Open source &link"), self._links(fid)
        below = menu.addMenu(title) if len(links) > 1 else menu
        for place, (url, text) in enumerate(links.items()):
            name = f"siteSource_{place}" if place else "siteSource"
            _add(below, name, text.replace("&", "&&") if len(links) > 1 else title, partial(_browse, url))
        if not links:
            _add(menu, "siteSource", title, partial(_browse, ""), False)

    def _links(self, fid: int) -> dict[str, str]:
        """Return the addresses with the titles of their sources.

        Only the web: a link in somebody's file must not start a program or open a local file.
        """
        atlas, feature = self.context.open_atlas.atlas, self.edits.feature(fid)[1]
        if atlas is None:
            return {}
        said = atlas.rows(Assertion, site_uuid=str(feature["uuid"]))
        uuids = [plain(feature["source_uuid"], ""), *(item.source_uuid or "" for item in said)]
        known = atlas.many(Source, uuids)
        found = [known[uuid] for uuid in dict.fromkeys(uuids) if uuid in known]
        return {s.url: s.title for s in found if s.url and QUrl(s.url).scheme().lower() in ("http", "https")}


def _add(menu: QMenu, name: str, text: str, do: Callable[[], object], enabled: bool = True) -> QAction:
    action = QAction(text, menu)
    action.setObjectName(name)
    action.setEnabled(enabled)
    action.triggered.connect(lambda _checked=False: do())
    menu.addAction(action)
    return action


def _browse(url: str) -> None:
    QDesktopServices.openUrl(QUrl(url))


def coordinates(lon: float, lat: float) -> dict[str, str]:
    """Return a place as decimal degrees, DMS and MGRS."""
    return {
        "decimal": coordformat.format_decimal(lon, lat),
        "dms": coordformat.format_dms(lon, lat),
        "mgrs": coordformat.format_mgrs(lon, lat),
    }


def show_in_table(context: Context, layer: QgsVectorLayer, fids: list[int]) -> None:
    """Open the attribute table of the sites with the rows of the list."""
    if len(fids) > MAX_IN_TABLE:
        layer.selectByIds(fids)
        context.iface.showAttributeTable(layer)
        context.messages.info(
            tr("SiteMenu", "%n sites are selected: choose “Show selected features” in the table.", len(fids))
        )
        return
    keys = layer.primaryKeyAttributes()
    name = expression_field(layer.fields()[keys[0]].name() if keys else "fid")
    listed = ",".join(str(fid) for fid in fids if fid >= 0) or "-1"
    context.iface.showAttributeTable(layer, f"{name} IN ({listed}) OR {name} IS NULL")


__all__ = ["SiteMenu", "coordinates", "show_in_table"]
