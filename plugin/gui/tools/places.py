# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Places between the map canvas and WGS 84, and results as layers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Optional

from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.gui import QgsMapCanvas

WGS84 = "EPSG:4326"
CLOSE_SCALE = 25_000.0
"""At this scale one sees what is at a place."""
FLASHES = 3
PICK_PIXELS = 12


def canvas_to_wgs84(canvas: Any, point: QgsPointXY) -> QgsPointXY:
    """Return a map point in degrees."""
    return _between(canvas.mapSettings().destinationCrs(), _wgs84()).transform(point)


def wgs84_to_canvas(canvas: Any, point: QgsPointXY) -> QgsPointXY:
    """Return a place in degrees as a map point."""
    return _between(_wgs84(), canvas.mapSettings().destinationCrs()).transform(point)


def bring_into_view(canvas: Any, points: Sequence[QgsPointXY]) -> None:
    """Move the map to the last of some places (degrees) when it shows none of them."""
    on_map = [wgs84_to_canvas(canvas, point) for point in points]
    if on_map and not any(canvas.extent().contains(point) for point in on_map):
        canvas.setCenter(on_map[-1])
        canvas.refresh()


def map_centre(canvas: QgsMapCanvas) -> tuple[float, float]:
    """Return the centre of the map in degrees."""
    point = canvas_to_wgs84(canvas, canvas.center())
    return point.x(), point.y()


def view_box(canvas: QgsMapCanvas) -> tuple[float, float, float, float]:
    """Return the map view in degrees: west, south, east, north."""
    transform = _between(canvas.mapSettings().destinationCrs(), _wgs84())
    box = transform.transformBoundingBox(canvas.extent())
    return box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum()


def zoom_and_flash(canvas: QgsMapCanvas, places: Sequence[tuple[float, float]]) -> bool:
    """Show places (degrees) on the map, close enough to see what is there, and flash them."""
    if not places:
        return False
    points = [wgs84_to_canvas(canvas, QgsPointXY(*place)) for place in places]
    box = QgsRectangle(points[0], points[0])
    for point in points[1:]:
        box.combineExtentWith(point.x(), point.y())
    _zoom_to(canvas, box)
    shapes = [QgsGeometry.fromPointXY(point) for point in points]
    canvas.flashGeometries(shapes, canvas.mapSettings().destinationCrs(), flashes=FLASHES)
    return True


def site_at(canvas: Any, layer: Optional[QgsVectorLayer], place: QgsPointXY) -> Optional[str]:
    """Return the uuid of the site nearest to a place in degrees, within some pixels on the screen."""
    if layer is None:
        return None
    on_map = wgs84_to_canvas(canvas, place)
    reach = canvas.mapUnitsPerPixel() * PICK_PIXELS
    beside = canvas_to_wgs84(canvas, QgsPointXY(on_map.x() + reach, on_map.y() + reach))
    dx, dy = abs(beside.x() - place.x()), abs(beside.y() - place.y())
    box = QgsRectangle(place.x() - dx, place.y() - dy, place.x() + dx, place.y() + dy)
    found = [
        (feature.geometry().asPoint().sqrDist(place), str(feature["uuid"]))
        for feature in layer.getFeatures(box)
        if feature.hasGeometry()
    ]
    return min(found)[1] if found else None


def zoom_to_box(canvas: QgsMapCanvas, box: tuple[float, float, float, float]) -> None:
    """Show a box of degrees (west, south, east, north) on the map, no nearer than to see what is there."""
    transform = _between(_wgs84(), canvas.mapSettings().destinationCrs())
    _zoom_to(canvas, transform.transformBoundingBox(QgsRectangle(*box)))


def _zoom_to(canvas: QgsMapCanvas, box: QgsRectangle) -> None:
    is_point = not (box.width() or box.height())
    if is_point:
        canvas.setCenter(box.center())
    else:
        box.scale(1.2)
        canvas.setExtent(box)
    if (canvas.scale() > CLOSE_SCALE) if is_point else (canvas.scale() < CLOSE_SCALE):
        canvas.zoomScale(CLOSE_SCALE)
    canvas.refresh()


def _wgs84() -> QgsCoordinateReferenceSystem:
    return QgsCoordinateReferenceSystem(WGS84)


def _between(
    source: QgsCoordinateReferenceSystem, target: QgsCoordinateReferenceSystem
) -> QgsCoordinateTransform:
    return QgsCoordinateTransform(source, target, QgsProject.instance())


def layer_of_hits(
    model: Any, origin: tuple[float, float], sites: Optional[QgsVectorLayer], ellipsoid: str
) -> QgsVectorLayer:
    """Return the shown hits as a memory layer of points with distances in metres."""
    layer = QgsVectorLayer(
        f"Point?crs={WGS84}&field=rank:integer&field=name:string&field=category:string&field=distance_m:double"
        "&field=azimuth_deg:double&field=back_azimuth_deg:double&field=ellipsoid:string",
        f"Near {origin[1]:.6f}, {origin[0]:.6f}",
        "memory",
    )
    features = []
    for row in range(model.rowCount()):
        feature = QgsFeature(layer.fields())
        cells = [model.value(row, column) for column in range(model.columnCount())]
        # NaN is no azimuth: a place has none from itself.
        feature.setAttributes([NULL if cell != cell else cell for cell in cells] + [ellipsoid])
        source = sites.getFeature(model.fid(row)) if sites is not None else QgsFeature()
        if source.isValid():
            feature.setGeometry(QgsGeometry(source.geometry()))
        features.append(feature)
    layer.dataProvider().addFeatures(features)
    layer.updateExtents()
    return layer
