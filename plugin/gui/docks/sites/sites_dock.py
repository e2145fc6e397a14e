# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The sites dock: search, filter, list, and the map in step with them."""

from __future__ import annotations

import dataclasses
from typing import Any, Optional

from qgis.core import QgsProject
from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import QEvent, QTimer
from qgis.PyQt.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from ....core.atlas.model import Category, Source
from ....core.i18n import tr
from ....core.measure.geodesics import geodesic_on
from ....core.measure.units import format_distance
from ....core.search.criteria import SiteFilter
from ...context import Context
from ...messages import reported
from ...models.sites_model import KEPT, UNSAVED
from ...part import alive, disconnect
from .attribute_tables import TableFilter
from .category_icons import category_icons
from .edit_buffer import EditWatch
from .filter_page import CriteriaPage, view_box
from .head import Head, focus_shortcut, plain_label
from .map_filter import MapFilter
from .outline import AreaOutline
from .site_data import SiteData, Sort, question
from .site_list import SitesView, map_centre
from .site_menu import SiteMenu, show_in_table
from .time_page import MOST_SPANS, TimePage, span_of
from .unlocated import UnlocatedPage

TYPING_MS = 0
"""Lets the key presses that wait already through as one; a running search is dropped for the next one."""
VIEW_MS = 120
KEPT_MOST = 200


class SitesDock(QgsDockWidget):
    """Filters and finds; never stands in the way of an edit session."""

    def __init__(self, context: Context) -> None:
        super().__init__(tr("SitesDock", "Sites"), context.iface.mainWindow())
        self.context = context
        self.setObjectName("CityAtlasSitesDock")
        self.wanted = SiteFilter()
        self.hits: Any = None
        self._facets: Any = None
        self.data = SiteData(context.locator.columns)
        self.edits = EditWatch()
        self.map = MapFilter(context.iface.mapCanvas())
        self.tables = TableFilter()
        self.outline = AreaOutline(context.iface.mapCanvas())
        self._chosen: Optional[list[int]] = None
        self._typing = self._timer(TYPING_MS, self.ask)
        self._viewing = self._timer(VIEW_MS, self._view_moved)
        self._build()
        self._shortcut = focus_shortcut(context.iface.mainWindow())
        self._connections = self._connect()
        self._opened()

    # -- building ------------------------------------------------------------------------------------

    def _timer(self, milliseconds: int, slot: Any) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(milliseconds)
        timer.timeout.connect(slot)
        return timer

    def _build(self) -> None:
        page = QWidget(self)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.setSpacing(4)
        head = self.head = Head(self.context, page)
        self.search, self.saved, self.chips = head.search, head.saved, head.chips
        self.count, self.note, self.clear_button = head.count, head.note, head.clear
        layout.addWidget(head)
        self.tabs = QTabWidget(page)
        self.tabs.setDocumentMode(True)
        self.tabs.setUsesScrollButtons(True)
        self.view = SitesView(self.context, page)
        self.menu = SiteMenu(self.context, self.view)
        self.criteria = CriteriaPage(self.context, page)
        self.unlocated = UnlocatedPage(self.context, page)
        self.time = TimePage(self.context, page)
        for widget, title in (
            (self.view, tr("SitesDock", "List")),
            (self.criteria, tr("SitesDock", "Filter")),
            (self.unlocated, tr("SitesDock", "Unlocated")),
            (self.time, tr("SitesDock", "Time")),
        ):
            self.tabs.addTab(widget, title)
        layout.addWidget(self.tabs, 1)
        self.empty = plain_label("sitesHint", page)
        layout.addWidget(self.empty)
        self.setWidget(page)
        self.setTabOrder(self.search, self.view)

    def _connect(self) -> list[tuple[Any, Any]]:
        session, canvas = self.context.open_atlas, self.context.iface.mapCanvas()
        found = [
            (session.opened, self._opened),
            (session.closing, self._closing),
            (session.closed, self._closed),
            (session.changed, self._reload),
            (QgsProject.instance().layersWillBeRemoved, self._layers_going),
            (canvas.extentsChanged, self._viewing.start),
            (self.visibilityChanged, self._shown),
            (self.search.textChanged, self._typed),
            (self.search.returnPressed, self._to_list),
            (self.head.down, self._to_list),
            (self.head.table.clicked, self._table),
            (self.clear_button.clicked, self.clear),
            (self._shortcut.activated, self._to_search),
            (self.view.left, self.head.enter),
            (self.chips.switched, self._switch),
            (self.chips.removed, self._remove),
            (self.criteria.edited, self._edited),
            (self.time.edited, self._edited_elsewhere),
            (self.saved.chosen, self.set_filter),
            (self.view.sortChanged, self._sorted),
            (self.view.opened, self._open),
            (self.view.picked, self._picked),
            (self.edits.changed, self.ask),
            (self.edits.saved, self._reload),
            (self.map.drawn, self._drawn),
            (self.data.loaded, self._loaded),
            (self.data.reading, self.ask),
            (self.data.filtered, self._filtered),
            (self.data.placed, self._placed),
            (self.data.counted, self._counted),
            (self.data.failed, self._failed),
            (self.data.progress, self._progress),
        ]
        for signal, slot in found:
            signal.connect(slot)
        return found

    def release(self) -> None:
        """Give everything back: layers, tasks, tools, connections."""
        for signal, slot in reversed(self._connections):
            disconnect(signal, slot)
        self._connections.clear()
        self._shortcut.deleteLater()
        self._closing()
        self.map.release()
        self.outline.release()
        self.criteria.release()
        self.unlocated.release()
        self.time.release()

    # -- the atlas comes and goes --------------------------------------------------------------------

    @reported
    def _opened(self) -> None:
        atlas = self.context.open_atlas.atlas
        self._say_nothing_open()
        if atlas is None:
            return
        categories = atlas.rows(Category)
        icons = category_icons(categories)
        self.view.source.set_categories({c.id: c.label for c in categories}, icons)
        self.view.source.set_distance(self._distance)
        sources = {source.uuid: source.title for source in atlas.rows(Source)}
        self.criteria.fill(categories, icons, sources)
        layer = self.context.open_atlas.layer("sites")
        if layer is not None:
            self.edits.attach(layer)
            self.view.attach(layer)
            if not self.isHidden():
                self.map.attach(layer)
                self.tables.attach(layer)
        self.unlocated.open(categories, icons)
        self.time.open()
        self.count.setText(tr("SitesDock", "Reading…"))
        self.data.load(atlas.path)

    def _closing(self) -> None:
        """Let go of the layers while they are still there."""
        self.data.clear()
        self.edits.detach()
        self.view.attach(None)
        self.map.detach()
        self.tables.detach()
        self.unlocated.close_atlas()
        self.time.close_atlas()
        self.hits = self._facets = self._chosen = None
        self.view.source.show(None, {})

    def _closed(self) -> None:
        self._closing()
        self.wanted = SiteFilter()
        self._show_filter()
        self._say_nothing_open()

    def _layers_going(self, ids: list[str]) -> None:
        layer = self.context.open_atlas.layer("sites")
        if layer is not None and layer.id() in ids:
            self._closing()
            self.count.setText("0 / 0")
            self.empty.setText(
                tr("SitesDock", "The sites are no longer in the project. City Atlas ▸ Open the atlas.")
            )
            self.empty.setVisible(True)

    def _say_nothing_open(self) -> None:
        is_open = self.context.open_atlas.atlas is not None
        for widget in (self.search, self.tabs):
            widget.setEnabled(is_open)
        self.count.setText("" if is_open else "0 / 0")
        self.note.setText("")
        self.empty.setText(
            "" if is_open else tr("SitesDock", "No atlas is open. City Atlas ▸ Open the atlas.")
        )
        self.empty.setVisible(not is_open)

    def _reload(self) -> None:
        atlas = self.context.open_atlas.atlas
        if atlas is not None:
            self.data.reload(atlas.path)
            self.unlocated.refresh()

    def _loaded(self) -> None:
        self.edits.settled()
        self.time.set_columns(self.data.columns)
        self.ask()

    def _progress(self, percent: float) -> None:
        if self.hits is None or self.data.partial:
            self.count.setText(tr("SitesDock", "Reading… {} %").format(round(percent)))

    # -- the filter ----------------------------------------------------------------------------------

    def set_filter(self, wanted: SiteFilter) -> None:
        """Filter by this from now on."""
        if "period" not in wanted.active() or wanted.period != self.wanted.period:
            self.time.leave()
        self.wanted = wanted
        self._show_filter()
        self.ask()

    def clear(self, _checked: bool = False) -> None:
        """Take every criterion away."""
        self.set_filter(SiteFilter())

    def ask(self) -> None:
        """Run the filter; an answer that is overtaken by the next question is dropped."""
        layers = [self.context.open_atlas.layer(role) for role in ("sites", "unlocated")]
        there = [layer for layer in layers if alive(layer)]
        if self.data.columns is None or not there:
            return
        sort = self.view.sort
        if sort.by == "distance":
            sort = Sort("distance", sort.descending, self._origin())
        elif sort.by == "category":
            sort = Sort("category", sort.descending, labels=self.view.source.labels)
        self.data.ask(question(self.wanted, sort, self.edits.overlay(), there))

    def _show_filter(self) -> None:
        self.search.blockSignals(True)
        if self.search.text() != self.wanted.text:
            self.search.setText(self.wanted.text)
        self.search.blockSignals(False)
        self.criteria.set_filter(self.wanted)
        self._show_chips()

    def _show_chips(self) -> None:
        self._tell_wanted()
        self.chips.show_filter(self.wanted, self._value_label)

    def _tell_wanted(self) -> None:
        self.saved.wanted = self.wanted
        self.outline.show(self.wanted)
        self.clear_button.setEnabled(self.wanted != SiteFilter())

    def _value_label(self, criterion: str, value: str) -> str:
        return self.criteria.trees[criterion].label(value)

    def _typed(self, text: str) -> None:
        self.wanted = dataclasses.replace(self.wanted, text=text.strip(), off=self.wanted.off - {"text"})
        self._tell_wanted()
        self._typing.start()

    def _edited(self, criterion: str, value: Any) -> None:
        if criterion in ("period", "expression") and value == getattr(self.wanted, criterion):
            return  # a field was left as it was: what is switched off stays so
        if criterion == "period":
            self.time.leave()
        self._change(criterion, value)

    def _change(self, criterion: str, value: Any) -> None:
        changes = {criterion: value, "off": self.wanted.off - {criterion}}
        self.wanted = dataclasses.replace(self.wanted, **changes)
        self._show_chips()
        self.ask()

    def _edited_elsewhere(self, criterion: str, value: Any) -> None:
        """The Time page sets years; what was chosen about uncertain and missing dates stays."""
        known = self.wanted.period
        if value is not None and known is not None:
            value = dataclasses.replace(known, start=value.start, end=value.end)
        self._change(criterion, value)
        self.criteria.set_filter(self.wanted)

    def _switch(self, criterion: str, on: bool) -> None:
        self.set_filter(self.wanted.switched(criterion, on))

    def _remove(self, criterion: str) -> None:
        self.set_filter(self.wanted.without(criterion))

    def _sorted(self, _sort: Sort) -> None:
        self.ask()

    def _view_moved(self) -> None:
        if "bbox" in self.wanted.active():
            box = view_box(self.context.iface.mapCanvas())
            if box != self.wanted.bbox:
                self.wanted = dataclasses.replace(self.wanted, bbox=box)
                self.ask()
        elif self.view.sort.by == "distance" and not self.wanted.circle:
            self.ask()

    # -- answers -------------------------------------------------------------------------------------

    def _filtered(self, hits: Any) -> None:
        self.hits, self._facets = hits, None
        self._show_hits()

    def _show_hits(self, near: Optional[list[int]] = None) -> None:
        hits = self.hits
        selected = self._selected()
        pending = self.edits.pending()
        states = {hits.row_of(fid): KEPT for fid in selected}
        states.update({hits.row_of(fid): UNSAVED for fid in pending})
        states = {
            row: why for row, why in states.items() if row >= 0 and (why == UNSAVED or not hits.mask[row])
        }
        self.view.source.show(hits, states, near)
        self.view.select_fids(selected)
        if self.data.partial:
            return  # the list is there to be used; map, queue and count wait for the rest
        self.count.setText(f"{hits.count:,} / {hits.total:,}")
        self._show_on_map()
        self.tables.show(hits, [*selected, *pending])
        self.unlocated.show_hits(hits)
        self._say_what_is_empty(near)

    def _placed(self, hits: Any) -> None:
        if hits is self.hits:
            self._show_on_map()

    def _show_on_map(self, kept: Optional[list[int]] = None) -> None:
        """Show the hits; ``kept``: what stays visible besides, else all that is selected."""
        if self.hits.priority is not None:
            self.map.show(self.hits, self._selected() if kept is None else kept, self.edits.pending())

    def _say_what_is_empty(self, near: Optional[list[int]]) -> None:
        text = ""
        if self.hits is not None and not self.hits.count:
            text = tr("SitesDock", "Nothing meets the filter.")
            text += " " + (
                tr("SitesDock", "Similar names are listed.")
                if near
                else tr("SitesDock", "Switch a criterion off, or clear.")
            )
        elif self.data.said:
            text = tr(
                "SitesDock", "In no name: these are the sites of which a description or a source says it."
            )
        elif not self.map.can_filter:
            text = tr("SitesDock", "The map style of the sites cannot be filtered; the list is.")
        self.empty.setText(text)
        self.empty.setVisible(bool(text))

    def _counted(self, facets: Any) -> None:
        self._facets = facets
        self.criteria.set_counts(facets.counts)
        self._show_chips()
        if facets.near or (self.hits is not None and not self.hits.count):
            self._show_hits(facets.near)

    def _failed(self, error: Exception) -> None:
        if self.hits is None:
            self.count.setText(tr("SitesDock", "Could not be read"))
        self.context.messages.error(error)

    def _drawn(self, drawn: int, in_view: int) -> None:
        thinned = drawn < in_view
        self.note.setText(tr("SitesDock", "map: one per spot") if thinned else "")
        self.note.setToolTip(
            tr(
                "SitesDock",
                "The map shows the most important site of each spot ({} of {}). Zoom in to see all.",
            ).format(f"{drawn:,}", f"{in_view:,}")
            if thinned
            else ""
        )

    # -- the list and the map ------------------------------------------------------------------------

    def _selected(self) -> list[int]:
        """Return the first selected sites; asked of QGIS once per change, a million ids take 50 ms."""
        if self._chosen is None:
            layer = self.context.open_atlas.layer("sites")
            chosen = layer.selectedFeatureIds() if layer is not None and alive(layer) else []
            self._chosen = list(chosen)[:KEPT_MOST]
        return self._chosen

    def _picked(self) -> None:
        """The map keeps showing what is selected, also where the filter would hide it."""
        self._chosen = None
        if self.hits is not None:
            selected = [fid for fid in self._selected() if not self._meets(fid)]
            if selected or self.map.keeps:
                self._show_on_map(selected)
            self.time.spans.show_spans(self._spans())

    def _spans(self) -> list[tuple[str, Any]]:
        found = [
            self.hits.at(row) for row in map(self.hits.row_of, self._selected()[:MOST_SPANS]) if row >= 0
        ]
        return [(columns.name(place)[0], span_of(columns, place)) for columns, place in found]

    def _meets(self, fid: int) -> bool:
        row = self.hits.row_of(fid)
        return row >= 0 and bool(self.hits.mask[row])

    @reported
    def _open(self, fid: int) -> None:
        if not self.view.zoom_to([fid]):
            self.tabs.setCurrentWidget(self.unlocated)
            self.unlocated.select(fid)

    def _to_search(self) -> None:
        """The shortcut: show the dock and type."""
        self.setUserVisible(True)
        self.head.enter()

    def _to_list(self) -> None:
        """Return or Down in the search goes to the first hit."""
        self.tabs.setCurrentWidget(self.view)
        # Before the focus: with it Qt makes a row the current one without selecting it.
        self.view.select_first_hit()
        self.view.setFocus()

    @reported
    def _table(self, _checked: bool = False) -> None:
        layer = self.context.open_atlas.layer("sites")
        if layer is not None and self.hits is not None and self.hits.criteria:
            show_in_table(self.context, layer, self.hits.fids.tolist())
        elif layer is not None:
            self.context.iface.showAttributeTable(layer)

    def _origin(self) -> tuple[float, float]:
        """The filter's circle, else the origin of the measure dock, else the middle of the map."""
        circle = self.wanted.circle
        if circle:
            return circle.lon, circle.lat
        measure = self.context.docks.measure.built
        return (measure and measure.origin) or map_centre(self.context.iface.mapCanvas())

    def _distance(self, lon: float, lat: float) -> str:
        return format_distance(float(geodesic_on().distance(*self._origin(), lon, lat)))

    # -- shown and hidden ----------------------------------------------------------------------------

    def _shown(self, _visible: bool) -> None:
        """A closed dock filters nothing; one behind another tab goes on."""
        layer = self.context.open_atlas.layer("sites")
        self.outline.set_visible(not self.isHidden())
        self.time.show_on_map(not self.isHidden())
        if self.isHidden():
            self.map.detach()
            self.tables.detach()
        elif alive(layer) and not self.map.is_attached:
            self.map.attach(layer)
            self.tables.attach(layer)
            if self.hits is not None:
                self._show_hits()

    def changeEvent(self, event: Any) -> None:
        if event.type() == QEvent.Type.FontChange and hasattr(self, "view"):
            self.view.refit()
        super().changeEvent(event)


__all__ = ["SitesDock"]
