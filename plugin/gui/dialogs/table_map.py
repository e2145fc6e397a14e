# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""A small map of what a table states: its positions, with the frames of the atlas's cities."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFillSymbol,
    QgsGeometry,
    QgsMarkerSymbol,
    QgsPalLayerSettings,
    QgsPointXY,
    QgsRectangle,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtWidgets import QWidget

from ...core.atlas.model import City
from ...core.atlas.positions import surroundings
from ...core.atlas.store.store import Atlas
from ...core.i18n import tr

MOST = 20_000
"""So many positions are drawn: more would hide each other."""
Place = tuple[float, float]


class TableMap(QgsMapCanvas):
    """Shows positions (degrees) over the land of the atlas; nothing of it belongs to the project."""

    def __init__(self, atlas: Atlas, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName("tableMap")
        self.setAccessibleName(tr("TableMap", "Map of the positions"))
        self.setMinimumSize(220, 160)
        self.setCanvasColor(QColor("#dfe9f0"))
        self.setDestinationCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
        self._frames = self._city_frames(atlas)
        self._land = self._land_of(atlas)
        self._points = _layer("Point", "positions")
        self._points.setRenderer(
            QgsSingleSymbolRenderer(
                QgsMarkerSymbol.createSimple(
                    {"name": "circle", "color": "#c0392b", "outline_color": "white", "size": "2.4"}
                )
            )
        )
        self.setLayers([self._points, self._frames, *([self._land] if self._land is not None else [])])
        self.show_places([])

    def _city_frames(self, atlas: Atlas) -> QgsVectorLayer:
        layer = _layer("Polygon", "cities", "&field=name:string")
        features = []
        for city in atlas.rows(City):
            box = surroundings(city)
            if box is not None:
                feature = QgsFeature(layer.fields())
                feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(*box)))
                feature.setAttributes([city.name])
                features.append(feature)
        layer.dataProvider().addFeatures(features)
        layer.updateExtents()
        layer.setRenderer(
            QgsSingleSymbolRenderer(
                QgsFillSymbol.createSimple(
                    {"style": "no", "outline_color": "#34495e", "outline_width": "0.4"}
                )
            )
        )
        labels = QgsPalLayerSettings()
        labels.fieldName = "name"
        layer.setLabeling(QgsVectorLayerSimpleLabeling(labels))
        layer.setLabelsEnabled(True)
        return layer

    def _land_of(self, atlas: Atlas) -> Optional[QgsVectorLayer]:
        layer = QgsVectorLayer(atlas.layer_uri("base_areas", "\"kind\" = 'land'"), "land", "ogr")
        if not layer.isValid():
            return None
        layer.setRenderer(
            QgsSingleSymbolRenderer(QgsFillSymbol.createSimple({"color": "#f7f5ee", "outline_style": "no"}))
        )
        return layer

    def show_places(self, places: Sequence[Place]) -> None:
        """Show positions and go to them; with none, to the cities."""
        provider = self._points.dataProvider()
        provider.truncate()
        features = []
        for lon, lat in places[:MOST]:
            feature = QgsFeature()
            feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(lon, lat)))
            features.append(feature)
        provider.addFeatures(features)
        self._points.updateExtents()
        extent = QgsRectangle(self._points.extent() if features else self._frames.extent())
        if not extent.isEmpty() or features:
            extent.grow(0.02)
            extent.scale(1.15)
            self.setExtent(extent)
        self.refresh()

    def release(self) -> None:
        """Let go of the layers, with nothing of them being drawn any more."""
        self.stopRendering()
        self.setLayers([])


def _layer(kind: str, name: str, fields: str = "") -> Any:
    return QgsVectorLayer(f"{kind}?crs=EPSG:4326{fields}", name, "memory")
