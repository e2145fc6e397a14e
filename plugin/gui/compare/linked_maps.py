# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The two cities side by side: two maps that always have the same scale."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsProject
from qgis.gui import QgsMapCanvas, QgsMapToolPan
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QComboBox, QHBoxLayout, QLabel, QSplitter, QVBoxLayout, QWidget

from ...core.i18n import tr
from ..context import Context
from ..part import alive, disconnect
from .themes import SignalRelay, look, put_on


class LinkedMaps(QWidget):
    """A window; zooming one map zooms the other, each is panned for itself."""

    def __init__(self, context: Context) -> None:
        from ...core.atlas.layers.project import THEME_BOTH
        from ...core.atlas.model import City

        super().__init__(context.iface.mainWindow(), Qt.WindowType.Window)
        self.context = context
        self.setObjectName("CityAtlasTwins")
        self.setWindowTitle(tr("Twins", "The two cities at one scale"))
        self.resize(1000, 560)
        self.canvases: list[QgsMapCanvas] = []
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
        self._cities = [city.name for city in self.atlas.rows(City)][:2]
        for city in self._cities:
            splitter.addWidget(self._map(city))
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

    def _map(self, city: str) -> QWidget:
        from ...core.atlas.layers.project import PROJECT_CRS

        box = QWidget(self)
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        title = QLabel(city, box)
        title.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(title)
        main = self.context.iface.mapCanvas()
        canvas = QgsMapCanvas(box)
        canvas.setObjectName(f"twin_{city}")
        canvas.setCanvasColor(main.canvasColor())
        canvas.enableAntiAliasing(True)
        # Not the project's: in Web Mercator equal scales are 3 % apart on the ground.
        canvas.setDestinationCrs(QgsCoordinateReferenceSystem(PROJECT_CRS))
        canvas.setProject(QgsProject.instance())
        tool = QgsMapToolPan(canvas)
        canvas.setMapTool(tool)
        self._tools.append(tool)
        self.canvases.append(canvas)
        layout.addWidget(canvas, 1)
        return box

    def showEvent(self, event: Any) -> None:
        """Bring each map to its city once the maps have their sizes."""
        super().showEvent(event)
        for canvas, city in zip(self.canvases, self._cities):
            canvas.setExtent(self._extent(city, canvas))
        self._link(self.canvases[0], max(canvas.scale() for canvas in self.canvases), both=True)

    def _extent(self, city: str, canvas: QgsMapCanvas) -> Any:
        from ...core.atlas.layers.project import city_extent

        degrees = QgsCoordinateReferenceSystem("EPSG:4326")
        crs = canvas.mapSettings().destinationCrs()
        move = QgsCoordinateTransform(degrees, crs, QgsProject.instance())
        return move.transformBoundingBox(city_extent(self.atlas, city))

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
