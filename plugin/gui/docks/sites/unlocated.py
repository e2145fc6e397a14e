# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The queue of what is known to exist and has no point: its clue, its sources, and the way onto the map."""

from __future__ import annotations

from collections import defaultdict
from typing import Any, Optional

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsGeometry,
    QgsWkbTypes,
)
from qgis.gui import QgsRubberBand
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QColor, QIcon
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ....core.atlas.model import Site
from ....core.i18n import tr
from ....core.search import clue_areas
from ...context import Context
from ...messages import reported
from ...part import alive, disconnect
from .site_data import Job

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


class Queue(QTreeWidget):
    """Return goes to the clue, Shift+Return places the site."""

    entered = pyqtSignal()
    placed = pyqtSignal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.itemDoubleClicked.connect(self.entered)

    def keyPressEvent(self, event: Any) -> None:
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
        self._clues: dict[str, str] = {}
        self._items: dict[int, QTreeWidgetItem] = {}
        self._job: Optional[Job] = None
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
        self.detail = QLabel(self)
        self.detail.setObjectName("unlocatedClue")
        self.detail.setTextFormat(Qt.TextFormat.PlainText)
        self.detail.setWordWrap(True)
        self.detail.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        layout.addWidget(self.detail)
        row = QHBoxLayout()
        self.place = QPushButton(tr("Unlocated", "Place on map"), self)
        self.place.setObjectName("placeOnMap")
        self.place.setToolTip(tr("Unlocated", "Start the tool with this site (Shift+Enter in the list)"))
        self.place.clicked.connect(self._place)
        self.zoom = QPushButton(tr("Unlocated", "Zoom to clue"), self)
        self.zoom.setObjectName("zoomToClue")
        self.zoom.setToolTip(tr("Unlocated", "Show where the clue says that it is (Enter in the list)"))
        self.zoom.clicked.connect(self._zoom)
        row.addWidget(self.place)
        row.addWidget(self.zoom)
        layout.addLayout(row)
        self._say()

    # -- the queue -----------------------------------------------------------------------------------

    def open(self, categories: list[Any], icons: dict[str, QIcon]) -> None:
        """Read the queue of the open atlas."""
        self._labels = {category.id: category.label for category in categories}
        self._icons = icons
        self.refresh()

    def refresh(self) -> None:
        """Read the queue again, in the background."""
        atlas = self.context.open_atlas.atlas
        if atlas is None:
            return
        backend = atlas.backend

        def work(_cancelled: Any, _progress: Any) -> Any:
            return backend.select(QUEUE, (MOST,)), backend.select(SOURCES)

        self._job = Job("Reading the unlocated sites", work, self._take, self)
        QgsApplication.taskManager().addTask(self._job)

    @reported
    def _take(self, value: Any) -> None:
        if isinstance(value, Exception):
            raise value
        rows, sources = value
        current = self._uuid()
        by_site: dict[str, list[str]] = defaultdict(list)
        for uuid, title in sources:
            by_site[uuid].append(title)
        self._sources = dict(by_site)
        self.queue.clear()
        self._items.clear()
        self._clues = {row[1]: row[6] or "" for row in rows}
        for fid, uuid, name, name_ko, category, city, clue in rows:
            item = QTreeWidgetItem([f"{name}  {name_ko or ''}".strip(), city or ""])
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

    def show_hits(self, hits: Any) -> None:
        """Leave out what the filter leaves out."""
        everything, current = not hits.criteria, self.queue.currentItem()
        for fid, item in self._items.items():
            row = hits.row_of(fid)
            meets = everything or (row >= 0 and bool(hits.mask[row]))
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
        if self._job is not None and alive(self._job):
            self._job.cancel()
        self._job = None
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
        self.place.setEnabled(
            has and not (self.context.open_atlas.atlas and self.context.open_atlas.atlas.read_only)
        )
        self.zoom.setEnabled(has and self._band.numberOfVertices() > 0)
        if not text and not self._items:
            text = tr("Unlocated", "Everything in this atlas has a position.")
        elif not text and all(item.isHidden() for item in self._items.values()):
            text = tr("Unlocated", "None of the unlocated sites meets the filter.")
        elif not text and len(self._items) >= MOST:
            text = tr("Unlocated", "These are the {} most important ones.").format(f"{MOST:,}")
        elif not text:
            text = tr("Unlocated", "Choose a site to see what is known of its place.")
        self.detail.setText(text)

    @reported
    def _current(self, _now: Any, _before: Any) -> None:
        uuid, atlas = self._uuid(), self.context.open_atlas.atlas
        self._draw(None)
        if not uuid or atlas is None:
            self._say()
            return
        site = atlas.get(Site, uuid)
        geometry, basis = clue_areas.area(atlas, site)
        if self.isVisible() or self._placing:
            self._draw(geometry)
        lines = [
            site.clue or tr("Unlocated", "No clue is known."),
            tr("Unlocated", "Drawn: {}").format(basis) if geometry else basis,
        ]
        sources = self._sources.get(uuid)
        if sources:
            lines.append(tr("Unlocated", "Sources: {}").format("; ".join(sources)))
        self._say("\n".join(lines))

    def _draw(self, geometry: Optional[QgsGeometry]) -> None:
        wgs84 = QgsCoordinateReferenceSystem("EPSG:4326")
        if geometry is None or geometry.isEmpty():
            self._band.reset(QgsWkbTypes.GeometryType.PolygonGeometry)
        else:
            self._band.setToGeometry(geometry, wgs84)

    def showEvent(self, event: Any) -> None:
        super().showEvent(event)
        self._current(None, None)

    def hideEvent(self, event: Any) -> None:
        super().hideEvent(event)
        if not self._placing:
            self._draw(None)

    def _tool_changed(self, _now: Any, _before: Any = None) -> None:
        """The tool was put away: nothing is being placed any more."""
        if self._placing:
            self._placing = False
            if not self.isVisible():
                self._draw(None)

    def _zoom(self, *_args: Any) -> None:
        canvas = self.context.iface.mapCanvas()
        if self._band.numberOfVertices():
            box = self._band.asGeometry().boundingBox()
            box.scale(1.2)
            canvas.setExtent(box)
            canvas.refresh()

    @reported
    def _place(self, _checked: bool = False) -> None:
        if not self.place.isEnabled():
            return
        self.context.edit.place(self._uuid())
        self._placing = True
