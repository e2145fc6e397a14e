# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Two places side by side, any two: maps that always have the same scale."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsProject, QgsRectangle
from qgis.gui import QgsMapCanvas, QgsMapToolPan
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSplitter, QVBoxLayout, QWidget

from ...core.atlas.utm_zone import utm_crs
from ...core.i18n import tr
from ..context import Context
from ..messages import reported
from ..part import alive, disconnect
from .themes import SignalRelay, look, put_on

DEGREES = "EPSG:4326"
MAIN_MAP = "\0main map"
"""Data of the entry that follows the main map; no city has a name like it."""
HALF_LON, HALF_LAT = 0.03, 0.02
"""Degrees that are shown around a single place, to each side."""


class LinkedMaps(QWidget):
    """A window; zooming one map zooms the other; each shows a place of the user's choice."""

    def __init__(self, context: Context) -> None:
        from ...core.atlas.layers.project import THEME_BOTH
        from ...core.atlas.model import City

        super().__init__(context.iface.mainWindow(), Qt.WindowType.Window)
        self.context = context
        self.setObjectName("CityAtlasTwins")
        self.setWindowTitle(tr("LinkedMaps", "Two places at one scale"))
        self.resize(1000, 560)
        self.canvases: list[QgsMapCanvas] = []
        self.places: list[QComboBox] = []
        self._tools: list[QgsMapToolPan] = []
        layout = QVBoxLayout(self)
        head = QHBoxLayout()
        self.theme = QComboBox(self)
        self.theme.setObjectName("twinsTheme")
        self.theme.addItems(QgsProject.instance().mapThemeCollection().mapThemes())
        self.theme.setCurrentText(THEME_BOTH)
        self.theme.currentTextChanged.connect(self._show_theme)
        self.scale_label = QLabel(self)
        self.scale_label.setObjectName("twinsScale")
        head.addWidget(self.theme)
        head.addWidget(self.scale_label, 1, Qt.AlignmentFlag.AlignRight)
        layout.addLayout(head)
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        layout.addWidget(splitter, 1)
        self.atlas: Any = context.open_atlas.atlas
        self._cities = [city.name for city in self.atlas.rows(City) if city.geom]
        for number in (0, 1):
            splitter.addWidget(self._map(number))
        self._connections = [
            (context.open_atlas.closing, self.close), (self.canvases[0].scaleChanged, self._first_zoomed),
            (self.canvases[-1].scaleChanged, self._second_zoomed),
        ]  # fmt: skip
        for signal, slot in self._connections:
            signal.connect(slot)
        self._relay = SignalRelay(self)
        self._relay.themes.connect(self._themes_changed)
        themes = QgsProject.instance().mapThemeCollection()
        for signal in (themes.mapThemeChanged, themes.mapThemesChanged):
            signal.connect(self._relay.themes)
        self._show_theme(self.theme.currentText())

    def _map(self, number: int) -> QWidget:
        box = QWidget(self)
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._chooser(number, box))
        main = self.context.iface.mapCanvas()
        canvas = QgsMapCanvas(box)
        canvas.setObjectName(f"twin_{number}")
        canvas.setCanvasColor(main.canvasColor())
        canvas.enableAntiAliasing(True)
        canvas.setProject(QgsProject.instance())
        tool = QgsMapToolPan(canvas)
        canvas.setMapTool(tool)
        self._tools.append(tool)
        self.canvases.append(canvas)
        layout.addWidget(canvas, 1)
        return box

    def _chooser(self, number: int, box: QWidget) -> QComboBox:
        """Return the list of cities, into which any place can be typed; each begins with another."""
        combo = QComboBox(box)
        combo.setObjectName(f"twinPlace_{number}")
        combo.setEditable(True)
        combo.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        combo.setAccessibleName(tr("LinkedMaps", "Place of this map"))
        combo.setToolTip(tr("LinkedMaps", "Choose a city, or type a coordinate or the name of a site"))
        for city in self._cities:
            combo.addItem(city, city)
        combo.addItem(tr("LinkedMaps", "Where the main map is"), MAIN_MAP)
        combo.setCurrentIndex(min(number, combo.count() - 1))
        combo.activated.connect(self._chosen)
        combo.lineEdit().returnPressed.connect(self._chosen)
        self.places.append(combo)
        return combo

    def showEvent(self, event: Any) -> None:
        """Bring each map to its place once the maps have their sizes."""
        super().showEvent(event)
        self._chosen()

    @reported
    def _chosen(self, _index: int = 0) -> None:
        """Show what was chosen for each map, both at the smaller of the two scales."""
        for canvas, combo in zip(self.canvases, self.places):
            wanted = combo.currentText()
            if canvas.property("place") != wanted or self.sender() in (combo, combo.lineEdit()):
                self._go(canvas, self._extent_of(combo))
                canvas.setProperty("place", wanted)
        self._link(self.canvases[0], max(canvas.scale() for canvas in self.canvases), both=True)

    def _go(self, canvas: QgsMapCanvas, extent: QgsRectangle) -> None:
        """Show an extent in degrees, in the UTM zone of its middle.

        Not in the project's system: in Web Mercator equal scales are 3 % apart on the ground.
        """
        crs = QgsCoordinateReferenceSystem(utm_crs(extent.center().x(), extent.center().y()))
        canvas.setDestinationCrs(crs)
        move = QgsCoordinateTransform(QgsCoordinateReferenceSystem(DEGREES), crs, QgsProject.instance())
        canvas.setExtent(move.transformBoundingBox(extent))

    def _extent_of(self, combo: QComboBox) -> QgsRectangle:
        """Return what a box names: a city, the main map's view, a coordinate, or the one site of a name."""
        from ...core.atlas.layers.project import city_extent
        from ...core.measure import located_sites

        text = combo.currentText().strip()
        kind = combo.itemData(combo.findText(text)) if combo.findText(text) >= 0 else None
        if kind == MAIN_MAP:
            return self._main_extent()
        if kind is not None:
            return city_extent(self.atlas, kind)
        lon, lat = located_sites.point_of_name(self.atlas, text) or _position(text)
        return QgsRectangle(lon - HALF_LON, lat - HALF_LAT, lon + HALF_LON, lat + HALF_LAT)

    def _main_extent(self) -> QgsRectangle:
        settings = self.context.iface.mapCanvas().mapSettings()
        degrees = QgsCoordinateReferenceSystem(DEGREES)
        move = QgsCoordinateTransform(settings.destinationCrs(), degrees, QgsProject.instance())
        return move.transformBoundingBox(settings.extent())

    def _show_theme(self, name: str) -> None:
        shown = look(name)
        for canvas in self.canvases:
            put_on(canvas, shown)
            canvas.refresh()

    def _themes_changed(self) -> None:
        """Take over what the theme is now, or the first that there is when it is gone."""
        names, shown = QgsProject.instance().mapThemeCollection().mapThemes(), self.theme.currentText()
        self.theme.blockSignals(True)
        self.theme.clear()
        self.theme.addItems(names)
        self.theme.setCurrentIndex(max(self.theme.findText(shown), 0))
        self.theme.blockSignals(False)
        self._show_theme(self.theme.currentText())

    def _first_zoomed(self, scale: float) -> None:
        self._link(self.canvases[0], scale)

    def _second_zoomed(self, scale: float) -> None:
        self._link(self.canvases[-1], scale)

    def _link(self, leader: QgsMapCanvas, scale: float, both: bool = False) -> None:
        for canvas in self.canvases:
            if (both or canvas is not leader) and abs(canvas.scale() / scale - 1) > 1e-6:
                canvas.blockSignals(True)
                canvas.zoomScale(scale)
                canvas.blockSignals(False)
                canvas.refresh()
        self.scale_label.setText(f"1:{scale:,.0f}".replace(",", "\u202f"))

    def release(self) -> None:
        """Let go of session and maps."""
        self._relay.close()
        for signal, slot in self._connections:
            disconnect(signal, slot)
        for canvas, tool in zip(self.canvases, self._tools):
            if alive(canvas):
                canvas.unsetMapTool(tool)
                canvas.stopRendering()
        self.close()


def _position(text: str) -> tuple[float, float]:
    """Return longitude and latitude of a typed coordinate."""
    from ...core.coordinates.parse import parse

    found = parse(text)
    return found.lon, found.lat
