# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Then, now, both: the sheets as cards, the traces by kind, the events of what is in view."""

from __future__ import annotations

import html
import math
from typing import TYPE_CHECKING, Any, Optional

from qgis.core import QgsLayerTreeModel, QgsProject, QgsRectangle
from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtCore import QRect, QSize, Qt, QTimer
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QComboBox,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QScrollArea,
    QStyledItemDelegate,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ....core.atlas.layers.layer_roles import role_of
from ....core.atlas.store.blob import lonlat
from ....core.i18n import mark, tr
from ...context import Context
from ...messages import reported
from ...part import disconnect
from ...tools.places import canvas_to_wgs84
from ...widgets.labels import plain_label
from .cards import SheetCard
from .traces import TraceControls

if TYPE_CHECKING:
    from ....core.atlas.model import City, Event, Sheet
    from .historic_dock import HistoricDock

VIEWS = (
    ("then", mark("OverlaysTab", "Then")),
    ("now", mark("OverlaysTab", "Now")),
    ("both", mark("OverlaysTab", "Both")),
)


class _Wrapping(QStyledItemDelegate):
    """Gives each row the height of its wrapped text, which a tree view does not ask for by itself."""

    def sizeHint(self, option: Any, index: Any) -> QSize:
        """Return the size of the text in the width of its column."""
        size, view = super().sizeHint(option, index), self.parent()
        width = view.columnWidth(index.column()) - 8
        box = option.fontMetrics.boundingRect(
            QRect(0, 0, width, 10_000), int(Qt.TextFlag.TextWordWrap), str(index.data() or "")
        )
        return QSize(width, max(size.height(), box.height() + 4))


class OverlaysTab(QWidget):
    """What the atlas holds of the past, for the city in view."""

    def __init__(self, context: Context, dock: HistoricDock) -> None:
        super().__init__(dock)
        self.context = context
        self._dock = dock
        self._cities: list[City] = []
        self._sheets: list[Sheet] = []
        self._events: list[Event] = []
        self._build()
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(200)
        self._settle.timeout.connect(self._follow_map)
        session, canvas = context.open_atlas, context.iface.mapCanvas()
        self._connections = [
            (session.opened, self.reload), (session.closed, self.reload), (session.changed, self.reload),
            (canvas.extentsChanged, self._settle.start),
        ]  # fmt: skip
        for signal, slot in self._connections:
            signal.connect(slot)
        self.reload()

    # -- building ------------------------------------------------------------------------------------

    def _build(self) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(6, 6, 6, 6)
        outer.addLayout(self._head())
        self.empty = plain_label(
            tr("OverlaysTab", "Open an atlas to see its historic sheets and traces."), narrow=True
        )
        outer.addWidget(self.empty)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        body = QWidget(area)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        sheets, self._cards = self._group(tr("OverlaysTab", "Sheets"), "historicSheets")
        self._no_sheets = plain_label(
            tr("OverlaysTab", "No sheet of this city yet."), small=True, narrow=True
        )
        self._cards.addWidget(self._no_sheets)
        traces, inner = self._group(tr("OverlaysTab", "Traces"), "historicTraces")
        self.traces = TraceControls(self.context, traces)
        inner.addWidget(self.traces)
        events, inner = self._group(tr("OverlaysTab", "Events"), "historicEvents")
        self.events = self._event_list()
        inner.addWidget(self.events)
        for group in (traces, sheets, events):
            layout.addWidget(group)
        layout.addStretch(1)
        area.setWidget(body)
        outer.addWidget(area, 1)
        self._body = area

    def _head(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self._views = QButtonGroup(self)
        for number, (name, title) in enumerate(VIEWS):
            button = QToolButton(self)
            button.setObjectName(f"historicView_{name}")
            button.setText(tr("OverlaysTab", title))
            button.setCheckable(True)
            self._views.addButton(button, number)
            row.addWidget(button)
        self._views.buttonClicked.connect(self._show_view)
        self.city = QComboBox(self)
        self.city.setObjectName("historicCity")
        self.city.setAccessibleName(tr("OverlaysTab", "City"))
        self.city.activated.connect(self._go_to_city)
        row.addWidget(self.city, 1)
        return row

    def _group(self, title: str, name: str) -> tuple[QgsCollapsibleGroupBox, QVBoxLayout]:
        group = QgsCollapsibleGroupBox(title, self)
        group.setObjectName(name)
        layout = QVBoxLayout(group)
        layout.setContentsMargins(4, 4, 4, 4)
        return group, layout

    def _event_list(self) -> QTreeWidget:
        view = QTreeWidget(self)
        view.setObjectName("eventView")
        view.setHeaderLabels([tr("OverlaysTab", "Date"), tr("OverlaysTab", "Event")])
        view.setRootIsDecorated(False)
        view.setAlternatingRowColors(True)
        view.setWordWrap(True)
        view.setMinimumHeight(260)
        view.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        view.header().resizeSection(0, self.fontMetrics().horizontalAdvance("10 December "))
        view.header().setStretchLastSection(True)
        view.setItemDelegate(_Wrapping(view))
        view.header().sectionResized.connect(view.scheduleDelayedItemsLayout)
        view.itemActivated.connect(self._go_to_event)
        return view

    # -- content -------------------------------------------------------------------------------------

    @reported
    def reload(self) -> None:
        """Read sheets, traces and events of the open atlas."""
        from ....core.atlas.model import City, Event, Sheet

        atlas = self.context.open_atlas.atlas
        self.empty.setVisible(atlas is None)
        self._body.setVisible(atlas is not None)
        self.city.setEnabled(atlas is not None)
        for button in self._views.buttons():
            button.setEnabled(atlas is not None)
        chosen = self.city.currentData()
        self.city.clear()
        if atlas is None:
            self._cities, self._sheets, self._events = [], [], []
            return
        self._cities, self._sheets = atlas.rows(City), atlas.rows(Sheet)
        self._events = sorted(atlas.rows(Event), key=lambda event: (event.earliest or "", event.title))
        self.city.addItem(tr("OverlaysTab", "All cities"), "")
        for city in self._cities:
            self.city.addItem(f"{city.name} {city.name_ko or ''}".strip(), city.name)
        self.city.setCurrentIndex(max(self.city.findData(chosen), 0))
        self._show()
        self._follow_map()

    def _show(self) -> None:
        from ....core.atlas.model import Trace

        atlas = self.context.open_atlas.atlas
        if atlas is None:
            return
        city = self.city.currentData()
        self._show_sheets([sheet for sheet in self._sheets if not city or sheet.city == city])
        traces = atlas.rows(Trace)
        self.traces.refresh([t for t in traces if not city or t.city in (city, None)], traces)
        self._show_events(city)

    def _show_sheets(self, sheets: list[Sheet]) -> None:
        from ....core.atlas.model import Source
        from ....core.historic import sheet_age

        atlas = self.context.open_atlas.atlas
        sources = {source.uuid: source for source in (atlas.rows(Source) if atlas else [])}
        for card in self.findChildren(SheetCard):
            self._cards.removeWidget(card)
            card.hide()
            card.deleteLater()
        for sheet in sheets:
            age = sheet_age.warning(sheet, self._events)
            card = SheetCard(sheet, sources.get(sheet.source_uuid or ""), age, self)
            card.opened.connect(self._work_on)
            card.located.connect(self._locate)
            self._cards.addWidget(card)
        self._no_sheets.setVisible(not sheets)

    def _show_events(self, city: str) -> None:
        view = VIEWS[self._views.checkedId()][0] if self._views.checkedId() >= 0 else "both"
        self.events.clear()
        for event in self._events:
            if (city and event.city not in (city, None)) or (
                view != "both" and event.view not in (view, None)
            ):
                continue
            item = QTreeWidgetItem([event.date_text, event.title])
            item.setTextAlignment(0, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop))
            item.setTextAlignment(1, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop))
            item.setToolTip(0, event.date_text)
            item.setData(0, Qt.ItemDataRole.UserRole, event.geom or "")
            item.setToolTip(1, self._tip(event))
            self.events.addTopLevelItem(item)

    def _tip(self, event: Event) -> str:
        sure = event.confidence and tr("OverlaysTab", "confidence: {level}").format(level=event.confidence)
        lines = [part for part in (event.place, sure, event.note) if part]
        return "<br>".join(html.escape(line) for line in lines)

    # -- slots ---------------------------------------------------------------------------------------

    @reported
    def _show_view(self, _button: Any) -> None:
        self.show_view(VIEWS[self._views.checkedId()][0])

    def show_view(self, view: str) -> None:
        """Show the theme of ``then``, ``now`` or ``both`` on the map, and its events."""
        from ....core.atlas.layers.project import THEME_BOTH, THEME_THEN, THEME_TODAY

        theme = {"then": THEME_THEN, "now": THEME_TODAY, "both": THEME_BOTH}[view]
        self.context.swipe.end()  # else the map would go on showing the swipe's own theme
        _apply(theme, self.context.iface.layerTreeView().layerTreeModel())
        self._views.button([name for name, _title in VIEWS].index(view)).setChecked(True)
        self._show_events(self.city.currentData())

    @reported
    def _go_to_city(self, _index: int) -> None:
        if self.city.currentData():
            self.context.open_atlas.show_city(self.context.open_atlas.atlas, self.city.currentData())
        self._show()

    def _follow_map(self) -> None:
        """Take over the city in the middle of the map, if the user has not chosen all of them."""
        near = self.city_in_view()
        if near and self.city.currentData() != near and self.isVisible():
            self.city.setCurrentIndex(self.city.findData(near))
            self._show()

    def city_in_view(self) -> str:
        """Return the city near the middle of the map, "" where there is none."""
        canvas = self.context.iface.mapCanvas()
        middle = canvas_to_wgs84(canvas, canvas.extent().center())
        best, least = "", 0.6
        for city in self._cities:
            place = _point(city.geom)
            if place is not None:
                away = math.hypot(place[0] - middle.x(), place[1] - middle.y())
                best, least = (city.name, away) if away < least else (best, least)
        return best

    @reported
    def _go_to_event(self, item: QTreeWidgetItem, _column: int) -> None:
        place = _point(item.data(0, Qt.ItemDataRole.UserRole))
        if place is not None:
            self._zoom(QgsRectangle(place[0] - 0.01, place[1] - 0.01, place[0] + 0.01, place[1] + 0.01))

    @reported
    def _locate(self, uuid: str) -> None:
        from qgis.core import QgsGeometry

        sheet = next((sheet for sheet in self._sheets if sheet.uuid == uuid), None)
        if sheet is not None and sheet.warped_path:
            from .sheet_layer import show_sheet

            show_sheet(self.context, sheet.warped_path, sheet.title)
        if sheet is not None and sheet.geom:
            box = QgsGeometry.fromWkt(sheet.geom).boundingBox()
            box.scale(1.1)
            self._zoom(box)

    def _zoom(self, box: QgsRectangle) -> None:
        from qgis.core import QgsCoordinateReferenceSystem, QgsReferencedRectangle

        canvas = self.context.iface.mapCanvas()
        canvas.setReferencedExtent(QgsReferencedRectangle(box, QgsCoordinateReferenceSystem("EPSG:4326")))
        canvas.refresh()

    @reported
    def _work_on(self, uuid: str) -> None:
        self._dock.work_on(uuid)

    def release(self) -> None:
        """Let go of session and map."""
        self._settle.stop()
        for signal, slot in self._connections:
            disconnect(signal, slot)


def _apply(theme: str, model: QgsLayerTreeModel) -> None:
    """Show a theme of ours; the user's own layers, which it does not know, stay as he has them."""
    project = QgsProject.instance()
    root = project.layerTreeRoot()
    others = [node for node in root.findLayers() if node.layer() is not None and not role_of(node.layer())]
    shown = [(node, node.itemVisibilityChecked()) for node in others]
    known = project.mapThemeCollection().mapThemeState(theme).layerRecords()
    in_theme = {record.layer().id() for record in known if record.layer() is not None}
    project.mapThemeCollection().applyTheme(theme, root, model)
    for node, visible in shown:
        if node.layerId() not in in_theme:
            node.setItemVisibilityChecked(visible)


def _point(wkt: Optional[str]) -> Optional[tuple[float, float]]:
    """Longitude and latitude of a point's WKT."""
    return lonlat(wkt) if wkt else None
