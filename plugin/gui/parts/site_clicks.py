# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""A click on a site shows its card, while the map is only looked at (QGIS's Pan tool)."""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsFeatureRequest, QgsGeometry, QgsPointXY, QgsRectangle
from qgis.gui import QgsMapToolPan
from qgis.PyQt.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from qgis.PyQt.QtGui import QMouseEvent

from ..messages import reported
from ..part import Part, alive

REACH_PX = 14
"""How far from the middle of a marker a click still means it."""
STILL_PX = 3
"""A press that moves further is a drag of the map."""
MOST = 200
"""So many sites are looked at around a click; where more are that near, the map shows none of them alone."""


class SiteClicksPart(Part):
    """Looks at the clicks of the map; takes none away from the map tool."""

    def start(self) -> None:
        """Listen to the map."""
        self._pressed: Optional[QPoint] = None
        self._viewport = self.context.iface.mapCanvas().viewport()
        self._viewport.installEventFilter(self)

    def stop(self) -> None:
        """Listen no more."""
        if alive(self._viewport):
            self._viewport.removeEventFilter(self)
        super().stop()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.LeftButton:
            if event.type() == QEvent.Type.MouseButtonPress:
                self._pressed = event.pos()
            elif event.type() == QEvent.Type.MouseButtonRelease and self._pressed is not None:
                start, self._pressed = self._pressed, None
                plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
                if plain and (event.pos() - start).manhattanLength() <= STILL_PX:
                    self._clicked(event.pos())
        return False

    @reported
    def _clicked(self, at: QPoint) -> None:
        canvas = self.context.iface.mapCanvas()
        if self.context.open_atlas.atlas is None or not isinstance(canvas.mapTool(), QgsMapToolPan):
            return
        uuid = self._site_at(at)
        if uuid:
            # Not before the tool has had its release: the dock narrows the map that it measures in.
            QTimer.singleShot(0, lambda: self._show(uuid))

    @reported
    def _show(self, uuid: str) -> None:
        if self.context.open_atlas.atlas is not None:
            self.context.docks.card.show().show_site(uuid)

    def _site_at(self, at: QPoint) -> str:
        """Return the identifier of the nearest site that the map draws within reach, or ""."""
        layer = self.context.open_atlas.layer("sites")
        canvas = self.context.iface.mapCanvas()
        if layer is None or layer not in canvas.layers():
            return ""
        settings = canvas.mapSettings()
        reach = REACH_PX * canvas.mapUnitsPerPixel()
        point = canvas.getCoordinateTransform().toMapCoordinates(at)
        around = QgsRectangle(point.x() - reach, point.y() - reach, point.x() + reach, point.y() + reach)
        box = settings.mapToLayerCoordinates(layer, around)
        here = QgsGeometry.fromPointXY(point)
        nearest, uuid = reach, ""
        for feature in layer.getFeatures(QgsFeatureRequest().setFilterRect(box).setLimit(MOST)):
            if feature.geometry().isNull():
                continue
            place = settings.layerToMapCoordinates(layer, QgsPointXY(feature.geometry().asPoint()))
            far = here.distance(QgsGeometry.fromPointXY(place))
            if far <= nearest:
                nearest, uuid = far, str(feature["uuid"])
        return uuid
