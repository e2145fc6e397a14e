# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""What can be done with a site of the list: the context menu."""

from __future__ import annotations

from typing import Any, Optional

from qgis.PyQt.QtCore import QObject, QPoint, QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QAction, QApplication, QMenu

from ....core.atlas.model import Assertion, Source
from ....core.atlas.store.quoting import expression_field, expression_text
from ....core.coordinates import format as coordformat
from ....core.errors import AtlasError
from ....core.i18n import tr
from ...context import Context
from ...messages import reported
from ...models.sites_model import FID, LAT, LON

MAX_IN_TABLE = 20_000
"""Attribute tables take an id list as expression up to here; beyond it the rows are selected instead."""


class SiteMenu(QObject):
    """Builds and runs the context menu of the list."""

    def __init__(self, context: Context, view: Any) -> None:
        super().__init__(view)
        self.context = context
        self._view = view
        view.customContextMenuRequested.connect(self.popup)
        view.formAsked.connect(self.open_form)

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

        def add(name: str, text: str, slot: Any, enabled: bool = True, into: Any = menu) -> None:
            action = QAction(text, into)
            action.setObjectName(name)
            action.setEnabled(enabled)
            action.setData((fid, lon, lat))
            action.triggered.connect(slot)
            into.addAction(action)

        add("siteZoom", tr("SiteMenu", "&Zoom to\tEnter"), self._zoom, located)
        add("siteForm", tr("SiteMenu", "Open &form\tShift+Enter"), self._form)
        add("siteMeasure", tr("SiteMenu", "&Measure from here"), self._measure, located)
        copy = menu.addMenu(tr("SiteMenu", "&Copy coordinates"))
        copy.setEnabled(located)
        if located:
            for kind, text in coordinates(lon, lat).items():
                add(f"siteCopy_{kind}", text, self._copy, into=copy)
        menu.addSeparator()
        add("siteAssertions", tr("SiteMenu", "Show &assertions"), self._assertions)
        self._add_links(menu, fid, add)
        menu.addSeparator()
        add("siteColumns", tr("SiteMenu", "Copy &rows\tCtrl+C"), self._copy_rows)
        menu.addMenu(self._view.columns_menu()).setText(tr("SiteMenu", "C&olumns"))
        return menu

    def _zoom(self, _checked: bool = False) -> None:
        self._view.zoom_to(self._view.selected_fids() or [self.sender().data()[0]])

    def _form(self, _checked: bool = False) -> None:
        self.open_form(self.sender().data()[0])

    @reported
    def open_form(self, fid: int) -> None:
        """Open QGIS's form of a site."""
        layer, feature = self._feature(fid)
        self.context.iface.openFeatureForm(layer, feature)

    @reported
    def _measure(self, _checked: bool = False) -> None:
        fid, lon, lat = self.sender().data()
        dock = self.context.docks.measure.show()
        dock.measure_from(lon, lat, self._feature(fid)[1]["name"])

    def _copy(self, _checked: bool = False) -> None:
        QApplication.clipboard().setText(self.sender().text())

    def _copy_rows(self, _checked: bool = False) -> None:
        self._view.copy_rows()

    @reported
    def _assertions(self, _checked: bool = False) -> None:
        layer = self.context.open_atlas.layer("assertions")
        if layer is None:
            raise AtlasError("The assertions are not in the project.", hint="Open the atlas again.")
        uuid = self._feature(self.sender().data()[0])[1]["uuid"]
        expression = f"{expression_field('site_uuid')} = {expression_text(uuid)}"
        self.context.iface.showAttributeTable(layer, expression)

    def _add_links(self, menu: QMenu, fid: int, add: Any) -> None:
        """Offer the web addresses of what speaks of the site, the source of its position first."""
        title, links = tr("SiteMenu", "Open source &link"), self._links(fid)
        if len(links) < 2:
            add("siteSource", title, self._source, bool(links))
            menu.actions()[-1].setProperty("url", next(iter(links), ""))
            return
        below = menu.addMenu(title)
        for place, (url, text) in enumerate(links.items()):
            name = f"siteSource_{place}" if place else "siteSource"
            add(name, text.replace("&", "&&"), self._source, into=below)
            below.actions()[-1].setProperty("url", url)

    def _links(self, fid: int) -> dict[str, str]:
        """Return the addresses with the titles of their sources.

        Only the web: a link in somebody's file must not start a program or open a local file.
        """
        atlas, feature = self.context.open_atlas.atlas, self._feature(fid)[1]
        if atlas is None:
            return {}
        said = atlas.rows(Assertion, site_uuid=str(feature["uuid"]))
        uuids = [str(feature["source_uuid"] or ""), *(item.source_uuid or "" for item in said)]
        known = atlas.many(Source, uuids)
        found = [known[uuid] for uuid in dict.fromkeys(uuids) if uuid in known]
        return {s.url: s.title for s in found if QUrl(s.url or "").scheme().lower() in ("http", "https")}

    def _source(self, _checked: bool = False) -> None:
        QDesktopServices.openUrl(QUrl(self.sender().property("url")))

    def _feature(self, fid: int) -> tuple[Any, Any]:
        for role in ("sites", "unlocated"):
            layer = self.context.open_atlas.layer(role)
            feature = layer.getFeature(fid) if layer is not None else None
            if feature is not None and feature.isValid():
                return layer, feature
        raise AtlasError("This site is no longer in the atlas.", hint="Refresh the list.")


def coordinates(lon: float, lat: float) -> dict[str, str]:
    """Return a place as decimal degrees, DMS and MGRS."""
    return {
        "decimal": coordformat.format_decimal(lon, lat),
        "dms": coordformat.format_dms(lon, lat),
        "mgrs": coordformat.format_mgrs(lon, lat),
    }


def show_in_table(context: Context, layer: Any, fids: list[int]) -> None:
    """Open the attribute table of the sites with the rows of the list."""
    if len(fids) > MAX_IN_TABLE:
        layer.selectByIds(fids)
        context.iface.showAttributeTable(layer)
        context.messages.info(
            tr("SiteMenu", "{} sites are selected: choose “Show selected features” in the table.").format(
                f"{len(fids):,}"
            )
        )
        return
    keys = layer.primaryKeyAttributes()
    name = expression_field(layer.fields()[keys[0]].name() if keys else "fid")
    listed = ",".join(str(fid) for fid in fids if fid >= 0) or "-1"
    context.iface.showAttributeTable(layer, f"{name} IN ({listed}) OR {name} IS NULL")


__all__ = ["SiteMenu", "coordinates", "show_in_table"]
