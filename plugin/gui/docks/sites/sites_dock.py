# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The sites dock: search, filter, list, and the map in step with them."""

from __future__ import annotations

from typing import Any, Callable, Optional

from qgis.core import QgsProject, QgsVectorLayer
from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import QEvent, QTimer
from qgis.PyQt.QtWidgets import QTabWidget, QVBoxLayout, QWidget

from ....core.atlas.model import Category, Source
from ....core.atlas.store.store import Atlas
from ....core.i18n import tr
from ....core.measure.geodesics import geodesic_on
from ....core.measure.units import format_distance
from ....core.search.criteria import SiteFilter
from ....core.search.question import Facets, ask
from ....core.search.result import FilterResult, Sort
from ...context import Context
from ...messages import reported
from ...part import alive, disconnect
from ...tools.places import map_centre
from ...widgets.labels import plain_label
from .attribute_tables import TableFilter
from .category_icons import category_icons, label_of
from .edit_buffer import EditWatch
from .filter_controls import FilterControls
from .filter_page import CriteriaPage
from .head import Head, focus_shortcut
from .map_filter import MapFilter
from .map_follow import MapFollow
from .result_views import Places, ResultViews
from .selection_link import SelectionLink
from .site_data import SiteData
from .site_list import SitesView
from .site_menu import SiteMenu, show_in_table
from .time_page import MOST_SPANS, TimePage, span_of
from .unlocated import UnlocatedPage

VIEW_MS = 120


class SitesDock(QgsDockWidget):
    """Filters and finds; never stands in the way of an edit session."""

    def __init__(self, context: Context) -> None:
        super().__init__(tr("SitesDock", "Sites"), context.iface.mainWindow())
        self.context = context
        self.setObjectName("CityAtlasSitesDock")
        canvas = context.iface.mapCanvas()
        self._attached: Optional[QgsVectorLayer] = None
        """The layer that is followed; the project may hold it twice."""
        self._language = ""
        self._build()
        self.data = SiteData(context.locator.columns)
        self.edits = EditWatch()
        self.map = MapFilter(canvas)
        self.tables = TableFilter()
        self.controls = FilterControls(canvas, self.head, self.criteria, self.time)
        self.selection = SelectionLink(self.view)
        places = Places(self.view, self.map, self.tables, self.unlocated, self.head, self.hint)
        self.results = ResultViews(self.data, self.edits, self.controls, self.selection, places)
        self.follow = MapFollow(canvas, self.controls)
        self.follow.on = self.head.follow.isChecked()
        self._view_moves = QTimer(self)
        self._view_moves.setSingleShot(True)
        self._view_moves.setInterval(VIEW_MS)
        self._shortcut = focus_shortcut(context.iface.mainWindow())
        self._connect()
        self._opened()

    # -- what others ask of it -----------------------------------------------------------------------

    @property
    def wanted(self) -> SiteFilter:
        """The filter."""
        return self.controls.wanted

    @property
    def hits(self) -> Optional[FilterResult]:
        """What meets the filter; None before the sites are read."""
        return self.results.found

    @property
    def facets(self) -> Optional[Facets]:
        """How many sites each value would give; None until they are counted."""
        return self.results.facets

    def set_filter(self, wanted: SiteFilter) -> None:
        """Filter by this from now on."""
        self.controls.set(wanted)

    # -- building ------------------------------------------------------------------------------------

    def _build(self) -> None:
        page = QWidget(self)
        layout = QVBoxLayout(page)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.setSpacing(4)
        self.head = Head(self.context, page)
        layout.addWidget(self.head)
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
        self.hint = plain_label(name="sitesHint", parent=page)
        layout.addWidget(self.hint)
        self.setWidget(page)
        self.setTabOrder(self.head.search, self.view)

    def _connect(self) -> None:
        atlas, canvas = self.context.open_atlas, self.context.iface.mapCanvas()
        # Those that live longer than the dock: they are let go of by release().
        self._outer: list[tuple[Any, Callable[..., None]]] = [
            (atlas.opened, self._opened),
            (atlas.closing, self._closing),
            (atlas.closed, self._closed),
            (atlas.changed, self._reload),
            (QgsProject.instance().layersWillBeRemoved, self._layers_going),
            (QgsProject.instance().layersRemoved, self._layers_gone),
            (QgsProject.instance().customVariablesChanged, self._language_changed),
            (canvas.extentsChanged, self._view_moves.start),
        ]
        for signal, slot in self._outer:
            signal.connect(slot)
        self.visibilityChanged.connect(self._shown)
        self._view_moves.timeout.connect(self._view_moved)
        self.head.search.returnPressed.connect(self._entered)
        self.head.down.connect(self._to_list)
        self.head.table.clicked.connect(self._table)
        self._shortcut.activated.connect(self._to_search)
        self.view.left.connect(self.head.enter)
        self.view.sortChanged.connect(self.ask)
        self.view.opened.connect(self._open)
        self.selection.changed.connect(self._show_spans)
        self.controls.asked.connect(self.ask)
        self.results.shown.connect(self.follow.show)
        self.head.follow.toggled.connect(self._switch_follow)
        self.edits.changed.connect(self.ask)
        self.edits.saved.connect(self._reload)
        self.data.loaded.connect(self._loaded)
        self.data.reading.connect(self.ask)
        self.data.failed.connect(self._failed)

    def release(self) -> None:
        """Give everything back: layers, tasks, tools, connections."""
        for signal, slot in reversed(self._outer):
            disconnect(signal, slot)
        self.visibilityChanged.disconnect(self._shown)
        self._shortcut.deleteLater()
        self._closing()
        self.map.release()
        self.controls.release()
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
        self._name_things(atlas)
        self.view.source.set_distance(self._distance)
        layer = self._attached = self.context.open_atlas.layer("sites")
        if layer is not None:
            self.edits.attach(layer)
            self.selection.attach(layer)
            self.follow.layer = layer
            if not self.isHidden():
                self._attach_shown(layer)
        self.unlocated.refresh()
        self.time.open()
        self.results.say(tr("SitesDock", "Reading…"))
        self.data.load(atlas.path)

    def _name_things(self, atlas: Atlas) -> None:
        """Call categories and sites what they are called in the language of the labels."""
        language = self._language = self.context.settings.language
        categories = atlas.rows(Category)
        icons = category_icons(categories)
        self.view.source.set_language(language)
        self.view.source.set_categories({c.id: label_of(c, language) for c in categories}, icons)
        sources = {source.uuid: source.title for source in atlas.rows(Source)}
        self.criteria.fill(categories, icons, sources, language)
        self.unlocated.set_look(icons, language)

    def _language_changed(self) -> None:
        atlas = self.context.open_atlas.atlas
        if atlas is None or self._language == self.context.settings.language:
            return
        self._name_things(atlas)
        self.criteria.set_filter(self.wanted)
        if self.facets is not None:
            self.controls.show_counts(self.facets.counts)
        self.unlocated.refresh()
        self.ask()

    def _closing(self) -> None:
        """Let go of the layers while they are still there."""
        self.data.clear()
        self.edits.detach()
        self.selection.attach(None)
        self.follow.clear()
        self._detach_shown()
        self.unlocated.close_atlas()
        self.time.close_atlas()
        self.results.clear()

    def _closed(self) -> None:
        self._closing()
        self._attached = None
        self.controls.reset()
        self._say_nothing_open()

    def _layers_going(self, ids: list[str]) -> None:
        attached = self._attached
        if attached is not None and alive(attached) and attached.id() in ids:
            self._closing()
            self._attached = None
            self.results.say(
                "0 / 0",
                tr("SitesDock", "The sites are no longer in the project. DPRK City Atlas ▸ Open the atlas."),
            )

    def _layers_gone(self, *_ids: object) -> None:
        """The layer may have been there twice: the other one takes its place."""
        if self._attached is None and self._layer("sites") is not None:
            self._opened()

    def _say_nothing_open(self) -> None:
        is_open = self.context.open_atlas.atlas is not None
        for widget in (self.head.search, self.tabs):
            widget.setEnabled(is_open)
        if is_open:
            self.results.say("")
        else:
            text = tr("SitesDock", "No atlas is open. DPRK City Atlas ▸ Open the atlas.")
            self.results.say("0 / 0", text)

    def _layer(self, role: str) -> Optional[QgsVectorLayer]:
        if role == "sites" and alive(self._attached):
            return self._attached
        layer = self.context.open_atlas.layer(role)
        return layer if alive(layer) else None

    def _reload(self) -> None:
        atlas = self.context.open_atlas.atlas
        if atlas is not None:
            self.data.reload(atlas.path)
            self.unlocated.refresh()

    def _loaded(self) -> None:
        self.edits.settled()
        if self.data.columns is not None:
            self.time.set_columns(self.data.columns)
        self.ask()

    def _failed(self, error: Exception) -> None:
        self.results.could_not_be_read()
        self.context.messages.error(error)

    # -- asking --------------------------------------------------------------------------------------

    def ask(self, *_args: object) -> None:
        """Run the filter; an answer that is overtaken by the next question is dropped."""
        there = [layer for layer in map(self._layer, ("sites", "unlocated")) if layer is not None]
        if self.data.columns is not None and there:
            self.data.ask(ask(self.wanted, self._sort(), self.edits.overlay(), there))

    def _sort(self) -> Sort:
        sort = self.view.sort
        if sort.by in ("name", "name_ko") and self.context.settings.language == "ko":
            return Sort("name_ko" if sort.by == "name" else "name", sort.descending)
        if sort.by == "distance":
            return Sort("distance", sort.descending, self._origin())
        if sort.by == "category":
            return Sort("category", sort.descending, labels=self.view.source.labels)
        return sort

    def _view_moved(self) -> None:
        followed = self.controls.follow_view()
        if not followed and self.view.sort.by == "distance" and not self.wanted.circle:
            self.ask()

    def _origin(self) -> tuple[float, float]:
        """The filter's circle, else the origin of the measure dock, else the middle of the map."""
        circle = self.wanted.circle
        if circle:
            return circle.lon, circle.lat
        measure = self.context.docks.measure.built
        return (measure and measure.origin) or map_centre(self.context.iface.mapCanvas())

    def _distance(self, lon: float, lat: float) -> str:
        return format_distance(float(geodesic_on().distance(*self._origin(), lon, lat)))

    # -- going there ---------------------------------------------------------------------------------

    def _show_spans(self) -> None:
        found = self.hits
        if found is not None:
            rows = [row for row in map(found.row_of, self.selection.first()[:MOST_SPANS]) if row >= 0]
            spans = [
                (columns.name(place)[0], span_of(columns, place)) for columns, place in map(found.at, rows)
            ]
            self.time.spans.show_spans(spans)

    @reported
    def _open(self, fid: int) -> None:
        if not self.view.zoom_to([fid]):
            self.tabs.setCurrentWidget(self.unlocated)
            self.unlocated.select(fid)

    def _to_search(self) -> None:
        """The shortcut: show the dock and type."""
        self.setUserVisible(True)
        self.head.enter()

    def _switch_follow(self, on: bool) -> None:
        self.context.settings.change(follow_hits=on)
        self.follow.switch(on)

    def _entered(self) -> None:
        """Return in the search goes to the position that stands there, else to the first hit."""
        if not self.follow.go_to_typed():
            self._to_list()

    def _to_list(self) -> None:
        """Down in the search goes to the first hit."""
        self.tabs.setCurrentWidget(self.view)
        # Before the focus: with it Qt makes a row the current one without selecting it.
        self.view.select_first_hit()
        self.view.setFocus()

    @reported
    def _table(self, _checked: bool = False) -> None:
        layer = self._layer("sites")
        if layer is not None and self.hits is not None and self.hits.criteria:
            show_in_table(self.context, layer, self.hits.fids.tolist())
        elif layer is not None:
            self.context.iface.showAttributeTable(layer)

    # -- shown and hidden ----------------------------------------------------------------------------

    def _attach_shown(self, layer: QgsVectorLayer) -> None:
        self.map.attach(layer)
        self.tables.attach(layer)

    def _detach_shown(self) -> None:
        self.map.detach()
        self.tables.detach()

    def _shown(self, _visible: bool) -> None:
        """A closed dock filters nothing; one behind another tab goes on."""
        layer = self._layer("sites")
        self.controls.show_outline(not self.isHidden())
        self.time.show_on_map(not self.isHidden())
        if self.isHidden():
            self._detach_shown()
        elif layer is not None and not self.map.is_attached:
            self._attach_shown(layer)
            self.results.show_again()

    def changeEvent(self, event: Any) -> None:
        if event.type() == QEvent.Type.FontChange and hasattr(self, "view"):
            self.view.refit()
        super().changeEvent(event)
