# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The queue of what is known to exist and has no point: its clue, its sources, and the way onto the map."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsWkbTypes,
)
from qgis.gui import QgsMapTool, QgsRubberBand
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QHideEvent, QIcon, QKeyEvent, QShowEvent
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ....core.atlas.model import Site
from ....core.i18n import tr
from ....core.search.clue_areas import clue_area
from ....core.search.result import FilterResult
from ...background import Progress, Work
from ...context import Context
from ...messages import reported
from ...part import disconnect
from ...widgets.buttons import push_button
from ...widgets.labels import plain_label

FID, UUID = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1
HATCH = "#7b3294"
MOST = 5000
QUEUE = (
    "SELECT fid, uuid, name, name_ko, category, city, clue FROM sites "
    "WHERE deleted = 0 AND geom IS NULL ORDER BY importance, name LIMIT ?"
)
SOURCES = (
    "SELECT DISTINCT a.site_uuid, s.title FROM assertions a JOIN sources s ON s.uuid = a.source_uuid "
    "JOIN sites t ON t.uuid = a.site_uuid "
    "WHERE a.deleted = 0 AND t.deleted = 0 AND t.geom IS NULL LIMIT 50000"
)


class Read(NamedTuple):
    """The rows of the queue as ``QUEUE`` gives them, and the titles of their sources by site."""

    rows: list[tuple]
    sources: dict[str, list[str]]


class Queue(QTreeWidget):
    """Return goes to the clue, Shift+Return places the site."""

    entered = pyqtSignal()
    placed = pyqtSignal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.itemDoubleClicked.connect(self.entered)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.placed.emit()
        else:
            self.entered.emit()


class UnlocatedPage(QWidget):
    """Lists the queue; the clue of the current entry is hatched on the map while this page is open."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.context = context
        self._icons: dict[str, QIcon] = {}
        self._sources: dict[str, list[str]] = {}
        self._items: dict[int, QTreeWidgetItem] = {}
        self._work = Work(self)
        self._work.done.connect(self._take)
        self._work.failed.connect(self._failed)
        self._korean = False
        self._placing = False
        """A site is being placed: its clue stays on the map, whatever page is in front."""
        self._band = QgsRubberBand(context.iface.mapCanvas(), QgsWkbTypes.GeometryType.PolygonGeometry)
        light = QColor(HATCH)
        light.setAlpha(110)
        self._band.setFillColor(light)
        self._band.setStrokeColor(QColor(HATCH))
        self._band.setBrushStyle(Qt.BrushStyle.BDiagPattern)
        self._band.setLineStyle(Qt.PenStyle.DashLine)
        self._band.setWidth(1)
        self._build()
        context.iface.mapCanvas().mapToolSet.connect(self._tool_changed)

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        self.queue = Queue(self)
        self.queue.setObjectName("unlocatedView")
        self.queue.setAccessibleName(tr("Unlocated", "Unlocated sites"))
        self.queue.setHeaderLabels(
            [tr("Unlocated", "Known to exist, without a point"), tr("Unlocated", "City")]
        )
        self.queue.setRootIsDecorated(False)
        self.queue.setUniformRowHeights(True)
        self.queue.setAlternatingRowColors(True)
        self.queue.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.queue.header().setStretchLastSection(False)
        self.queue.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.queue.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.queue.currentItemChanged.connect(self._current)
        self.queue.entered.connect(self._zoom)
        self.queue.placed.connect(self._place)
        layout.addWidget(self.queue, 1)
        self.detail = plain_label(name="unlocatedClue", selectable=True, parent=self)
        layout.addWidget(self.detail)
        row = QHBoxLayout()
        self.place = push_button(
            "placeOnMap",
            tr("Unlocated", "Place on map"),
            self._place,
            tip=tr("Unlocated", "Start the tool with this site (Shift+Enter in the list)"),
            parent=self,
        )
        self.zoom = push_button(
            "zoomToClue",
            tr("Unlocated", "Zoom to clue"),
            self._zoom,
            tip=tr("Unlocated", "Show where the clue says that it is (Enter in the list)"),
            parent=self,
        )
        row.addWidget(self.place)
        row.addWidget(self.zoom)
        layout.addLayout(row)
        self._say()

    # -- the queue -----------------------------------------------------------------------------------

    def set_look(self, icons: dict[str, QIcon], language: str) -> None:
        """Give the icons by category; names in the ``language`` of the labels come first from now on."""
        self._icons = icons
        self._korean = language == "ko"

    def refresh(self) -> None:
        """Read the queue again, in the background."""
        atlas = self.context.open_atlas.atlas
        if atlas is None:
            return
        backend = atlas.backend

        def read(_progress: Progress) -> Read:
            sources: dict[str, list[str]] = defaultdict(list)
            for uuid, title in backend.select(SOURCES):
                sources[uuid].append(title)
            return Read(backend.select(QUEUE, (MOST,)), dict(sources))

        self._work.start(tr("Unlocated", "Reading the unlocated sites"), read)

    def _failed(self, error: Exception) -> None:
        self.context.messages.error(error)

    def _take(self, read: Read) -> None:
        current = self._uuid()
        self._sources = read.sources
        self.queue.clear()
        self._items.clear()
        for fid, uuid, name, name_ko, category, city, clue in read.rows:
            both = (name_ko or "", name) if self._korean else (name, name_ko or "")
            item = QTreeWidgetItem(["  ".join(both).strip(), city or ""])
            item.setData(0, FID, fid)
            item.setData(0, UUID, uuid)
            item.setToolTip(0, (clue or name).replace("<", "‹"))
            if category in self._icons:
                item.setIcon(0, self._icons[category])
            self._items[fid] = item
        self.queue.addTopLevelItems(list(self._items.values()))
        again = [item for item in self._items.values() if item.data(0, UUID) == current]
        if again:
            self.queue.setCurrentItem(again[0])
        self._say()

    def show_hits(self, hits: FilterResult) -> None:
        """Leave out what the filter leaves out."""
        everything, current = not hits.criteria, self.queue.currentItem()
        for fid, item in self._items.items():
            meets = everything or hits.meets(fid)
            item.setHidden(not meets and item is not current)  # what is worked on stays
            font = self.queue.font()
            font.setItalic(not meets)
            item.setFont(0, font)
        if current is None:
            self._say()

    def count(self) -> int:
        """Return how long the queue is."""
        return len(self._items)

    def select(self, fid: int) -> None:
        """Make a site the current one."""
        item = self._items.get(fid)
        if item is not None:
            self.queue.setCurrentItem(item)
            self.queue.scrollToItem(item)

    def close_atlas(self) -> None:
        """Forget the queue."""
        self._work.drop()
        self._items.clear()
        self.queue.clear()
        self._draw(None)
        self._say()

    def release(self) -> None:
        """Take the drawing off the map."""
        disconnect(self.context.iface.mapCanvas().mapToolSet, self._tool_changed)
        self.context.iface.mapCanvas().scene().removeItem(self._band)

    # -- one of them ---------------------------------------------------------------------------------

    def _uuid(self) -> str:
        item = self.queue.currentItem()
        return item.data(0, UUID) if item is not None else ""

    def _say(self, text: str = "") -> None:
        has = bool(self._uuid())
        atlas = self.context.open_atlas.atlas
        self.place.setEnabled(has and atlas is not None and not atlas.read_only)
        self.zoom.setEnabled(has and self._band.numberOfVertices() > 0)
        if not text and not self._items:
            text = tr("Unlocated", "Everything in this atlas has a position.")
        elif not text and all(item.isHidden() for item in self._items.values()):
            text = tr("Unlocated", "None of the unlocated sites meets the filter.")
        elif not text and len(self._items) >= MOST:
            text = tr("Unlocated", "These are the {number} most important ones.").format(number=f"{MOST:,}")
        elif not text:
            text = tr("Unlocated", "Choose a site to see what is known of its place.")
        self.detail.setText(text)

    @reported
    def _current(self, *_items: object) -> None:
        uuid, atlas = self._uuid(), self.context.open_atlas.atlas
        self._draw(None)
        site = atlas.get(Site, uuid) if uuid and atlas is not None else None
        if atlas is None or site is None:
            self._say()
            return
        geometry, basis = clue_area(atlas, site)
        if self.isVisible() or self._placing:
            self._draw(geometry)
        lines = [
            site.clue or tr("Unlocated", "No clue is known."),
            tr("Unlocated", "Drawn: {basis}").format(basis=basis) if geometry else basis,
        ]
        sources = self._sources.get(uuid)
        if sources:
            lines.append(tr("Unlocated", "Sources: {sources}").format(sources="; ".join(sources)))
        self._say("\n".join(lines))

    def _draw(self, geometry: Optional[QgsGeometry]) -> None:
        wgs84 = QgsCoordinateReferenceSystem("EPSG:4326")
        if geometry is None or geometry.isEmpty():
            self._band.reset(QgsWkbTypes.GeometryType.PolygonGeometry)
        else:
            self._band.setToGeometry(geometry, wgs84)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._current()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not self._placing:
            self._draw(None)

    def _tool_changed(self, _now: Optional[QgsMapTool], _before: Optional[QgsMapTool] = None) -> None:
        """The tool was put away: nothing is being placed any more."""
        if self._placing:
            self._placing = False
            if not self.isVisible():
                self._draw(None)

    def _zoom(self, *_args: object) -> None:
        canvas = self.context.iface.mapCanvas()
        if self._band.numberOfVertices():
            box = self._band.asGeometry().boundingBox()
            box.scale(1.2)
            canvas.setExtent(box)
            canvas.refresh()

    @reported
    def _place(self, _checked: bool = False) -> None:
        if self.place.isEnabled():
            self.context.site_entry.place(self._uuid())
            self._placing = True
