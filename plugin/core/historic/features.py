# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Feature sources to arrays in a metric plane, and control points to their operation."""

from __future__ import annotations

from typing import Any, Callable, Optional, Sequence

import numpy as np
from qgis.core import (
    Qgis,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSource,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingFeatureSource,
    QgsRectangle,
    QgsWkbTypes,
)

from ..errors import AtlasError, Cancelled
from ..i18n import tr
from . import datum, operations
from .metric_plane import MetricPlane, local_plane

WGS84 = "EPSG:4326"
Keep = Callable[[], bool]


def plane_for(
    crs: QgsCoordinateReferenceSystem, extent: QgsRectangle, context: Any, what: str
) -> MetricPlane:
    """The local metric plane in the middle of an extent."""
    if extent.isNull() or not np.isfinite([extent.xMinimum(), extent.yMaximum()]).all():
        raise AtlasError(
            tr("Layers", "{what} is empty.").format(what=what),
            hint=tr("Layers", "Choose a layer with features."),
        )
    target = QgsCoordinateReferenceSystem(WGS84)
    transform = operations.checked_transform(crs, target, context, what, extent)
    centre = extent.center()
    lon, lat = _each(transform, np.array([[centre.x(), centre.y()]]))[0]
    datum.check_lonlat(float(lon), float(lat), what)
    return local_plane(float(lon), float(lat))


def to_plane(
    crs: QgsCoordinateReferenceSystem, plane: MetricPlane, context: Any, what: str, extent: QgsRectangle
) -> Callable[[np.ndarray], np.ndarray]:
    """A function from layer coordinates (n, 2) to metres, through WGS 84 by a checked operation."""
    transform = operations.checked_transform(crs, QgsCoordinateReferenceSystem(WGS84), context, what, extent)

    def convert(points: np.ndarray) -> np.ndarray:
        lonlat = points if transform.isShortCircuited() else _each(transform, points)
        return np.column_stack(plane.forward(lonlat[:, 0], lonlat[:, 1]))

    return convert


def from_plane(
    crs: QgsCoordinateReferenceSystem, plane: MetricPlane, context: Any, what: str, extent: QgsRectangle
) -> Callable[[np.ndarray], np.ndarray]:
    """The way back from metres (n, 2) to layer coordinates."""
    transform = operations.checked_transform(crs, QgsCoordinateReferenceSystem(WGS84), context, what, extent)

    def convert(points: np.ndarray) -> np.ndarray:
        lonlat = np.column_stack(plane.backward(points[:, 0], points[:, 1]))
        if transform.isShortCircuited():
            return lonlat
        return _each(transform, lonlat, Qgis.TransformDirection.Reverse)

    return convert


def _each(transform: QgsCoordinateTransform, points: np.ndarray, direction: Any = None) -> np.ndarray:
    direction = direction or Qgis.TransformDirection.Forward
    try:
        if len(points) > 1:
            line = QgsGeometry.fromPolyline(_points(points))
            line.transform(transform, direction)
            return vertices(line.constGet())
        moved = [transform.transform(float(x), float(y), direction) for x, y in points]
    except QgsCsException as error:
        raise AtlasError(
            tr("Layers", "Some coordinates are no positions in {system}.").format(
                system=transform.sourceCrs().authid() or tr("Layers", "the layer’s system")
            ),
            hint=tr("Layers", "Check the layer's reference system."),
            detail=str(error),
        ) from error
    return np.array([(p.x(), p.y()) for p in moved]).reshape(-1, 2)


def _points(points: np.ndarray) -> list:
    from qgis.core import QgsPoint

    return [QgsPoint(float(x), float(y)) for x, y in points]


def vertices(curve: Any) -> np.ndarray:
    """Coordinates (n, 2) of a straight line string."""
    body = bytes(curve.asWkb())
    order = "<" if body[0] == 1 else ">"
    size = 2 + int(curve.is3D()) + int(curve.isMeasure())
    values = np.frombuffer(body, f"{order}f8", offset=9).reshape(-1, size)
    return values[:, :2].astype(float)


def strings(geometry: QgsGeometry) -> list[np.ndarray]:
    """The line strings of a geometry (the rings of polygons), curves as straight segments."""
    found = []
    for part in geometry.constParts():
        straight = part.segmentize() if QgsWkbTypes.isCurvedType(part.wkbType()) else part
        if QgsWkbTypes.geometryType(straight.wkbType()) == QgsWkbTypes.GeometryType.PolygonGeometry:
            rings = [straight.exteriorRing()]
            rings += [straight.interiorRing(i) for i in range(straight.numInteriorRings())]
            found += [vertices(ring) for ring in rings if ring is not None]
        elif QgsWkbTypes.geometryType(straight.wkbType()) == QgsWkbTypes.GeometryType.LineGeometry:
            found.append(vertices(straight))
    return [line for line in found if len(line) > 1]


def features_of(source: Any, request: Optional[QgsFeatureRequest] = None) -> Any:
    """The features of a source, also those Processing finds invalid: a street of no length does no harm."""
    if isinstance(source, QgsProcessingFeatureSource):
        flag = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
        return source.getFeatures(request or QgsFeatureRequest(), flag)
    return source.getFeatures(request or QgsFeatureRequest())


def read_lines(
    source: Any,
    convert: Callable[[np.ndarray], np.ndarray],
    what: str,
    keep_going: Optional[Keep] = None,
    rectangle: Optional[QgsRectangle] = None,
) -> tuple[list[np.ndarray], list[QgsFeature]]:
    """All line strings of a source in metres and, for each, the feature it came from.

    Raises AtlasError naming the feature for a coordinate that is no finite number, Cancelled on stop.
    """
    lines: list[np.ndarray] = []
    owners: list[QgsFeature] = []
    request = QgsFeatureRequest()
    if rectangle is not None:
        request.setFilterRect(rectangle)
    for feature in features_of(source, request):
        if keep_going is not None and not keep_going():
            raise Cancelled(tr("Layers", "Reading {what}").format(what=what))
        if not feature.hasGeometry():
            continue
        for line in strings(feature.geometry()):
            if not np.isfinite(line).all():
                raise AtlasError(
                    tr("Layers", "{what}, feature {id}: a coordinate is no finite number.").format(
                        what=what, id=feature.id()
                    )
                )
            lines.append(line)
            owners.append(feature)
    if not lines:
        raise AtlasError(
            tr("Layers", "{what} holds no lines.").format(what=what),
            hint=tr("Layers", "Choose another layer or selection."),
        )
    # One conversion for all lines: transforming line by line costs more than everything else.
    sizes = np.cumsum([len(line) for line in lines])[:-1]
    moved = convert(np.concatenate(lines))
    if not np.isfinite(moved).all():
        raise AtlasError(
            tr("Layers", "{what} reaches beyond the area in which its coordinates can be used.").format(
                what=what
            )
        )
    return np.split(moved, sizes), owners


def rectangle_around(
    lines: Sequence[np.ndarray], margin: float, back: Callable[[np.ndarray], np.ndarray]
) -> QgsRectangle:
    """What lines can reach when they are turned about any place among them and moved by ``margin`` metres.

    ``back`` leads from metres to the system of the rectangle.
    """
    points = np.concatenate(lines)
    low, high = points.min(axis=0), points.max(axis=0)
    reach = 1.5 * float(np.hypot(*(high - low))) + margin
    side = np.linspace(-reach, reach, 9)
    x, y = np.meshgrid(side, side)
    corners = back((low + high) / 2 + np.column_stack([x.ravel(), y.ravel()]))
    return QgsRectangle(*corners.min(axis=0), *corners.max(axis=0))


def united(geometries: Sequence[QgsGeometry], convert: Callable[[np.ndarray], np.ndarray]) -> QgsGeometry:
    """The polygons of a layer as one in metres; where they overlap, once."""
    sound = [g if g.isGeosValid() else g.makeValid() for g in geometries]
    found = []
    for part in QgsGeometry.unaryUnion(sound).asGeometryCollection():
        if part.type() == QgsWkbTypes.GeometryType.PolygonGeometry:
            found.append(polygon_geometry([convert(ring) for ring in strings(part)]))
    return QgsGeometry.collectGeometry(found)


def read_polygons(
    source: QgsFeatureSource,
    convert: Callable[[np.ndarray], np.ndarray],
    what: str,
    field: Optional[str] = None,
) -> dict[str, QgsGeometry]:
    """Polygons of a layer in metres, united by what ``field`` calls them; None unites all under ""."""
    found: dict[str, list[QgsGeometry]] = {}
    for feature in features_of(source):
        if feature.hasGeometry():
            label = "" if field is None else attribute(feature, (field,)) or str(feature.id())
            found.setdefault(label, []).append(feature.geometry())
    if not found:
        raise AtlasError(
            tr("Survival", "{layer} holds no polygons.").format(layer=what),
            hint=tr("Survival", "Choose another layer or none."),
        )
    return {label: united(geometries, convert) for label, geometries in found.items()}


def split_at(
    lines: Sequence[np.ndarray], owners: Sequence[QgsFeature], area: QgsGeometry
) -> tuple[list[np.ndarray], list[QgsFeature], list[bool]]:
    """Lines cut where they cross the border of an area, their features, and which lie inside."""
    engine = QgsGeometry.createGeometryEngine(area.constGet())
    engine.prepareGeometry()
    cut: list[np.ndarray] = []
    whose: list[QgsFeature] = []
    within: list[bool] = []
    for line, owner in zip(lines, owners):
        geometry = line_geometry(line)
        if not engine.intersects(geometry.constGet()):
            parts = [(line, False)]
        elif engine.contains(geometry.constGet()):
            parts = [(line, True)]
        else:
            parts = [(part, True) for part in strings(geometry.intersection(area))]
            parts += [(part, False) for part in strings(geometry.difference(area))]
        for part, lies in parts:
            cut.append(part)
            whose.append(owner)
            within.append(lies)
    return cut, whose, within


def attribute(feature: QgsFeature, names: Sequence[str]) -> str:
    """The first of these attributes that the feature has, as text ("" where null or absent)."""
    for name in names:
        index = feature.fields().lookupField(name)
        if index >= 0:
            value = feature.attribute(index)
            text = "" if value is None else str(value)
            return "" if text == "NULL" else text
    return ""


def line_geometry(points: np.ndarray) -> QgsGeometry:
    """A line string of coordinates (n, 2)."""
    return QgsGeometry.fromPolyline(_points(points))


def polygon_geometry(rings: Sequence[np.ndarray]) -> QgsGeometry:
    """A polygon of rings (n, 2), the outer one first."""
    return QgsGeometry.fromPolygonXY([[QgsPointXY(float(x), float(y)) for x, y in ring] for ring in rings])
