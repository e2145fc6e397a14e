# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""What the measuring algorithms share: points and polygons of a source as WGS 84 degrees, the ellipsoid."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeatureRequest,
    QgsFields,
    QgsGeometry,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
    QgsWkbTypes,
)

from ..core.errors import AtlasError
from ..core.i18n import tr
from .base import AtlasAlgorithm, stop_if_cancelled

DEGREES = "EPSG:4326"
LISTED = 20
"""How many left-out features are named in the log."""


@dataclass
class Points:
    """Located features of a source: feature ids and WGS 84 positions, in the order of the source."""

    ids: list[int]
    lon: Any
    lat: Any

    def __len__(self) -> int:
        return len(self.ids)


def geodesic_of(context: QgsProcessingContext) -> Any:
    """Return the geodesics on the ellipsoid of the run: the project's, WGS 84 if it has none."""
    from ..core.measure.ellipsoids import ellipsoid_of
    from ..core.measure.geodesics import geodesic_on

    return geodesic_on(ellipsoid_of(context.ellipsoid()))


def source_of(
    algorithm: AtlasAlgorithm, parameters: dict[str, Any], name: str, context: QgsProcessingContext
) -> QgsProcessingFeatureSource:
    """Return a feature source; raises AtlasError when the layer cannot be read."""
    source = algorithm.parameterAsSource(parameters, name, context)
    if source is None:
        title = algorithm.parameterDefinition(name).description()
        raise AtlasError(
            tr("Algorithms", "{title} ({name}): the layer “{layer}” cannot be read.").format(
                title=title, name=name, layer=parameters.get(name, "")
            ),
            hint=tr("Algorithms", "Check the path and the layer's name."),
        )
    return source


def sink_of(
    algorithm: AtlasAlgorithm,
    parameters: dict[str, Any],
    context: QgsProcessingContext,
    fields: QgsFields,
    kind: QgsWkbTypes.Type,
    crs: Optional[QgsCoordinateReferenceSystem] = None,
) -> tuple[Any, str]:
    """Return the sink OUTPUT and its address (in WGS 84 unless told); AtlasError where it cannot be made."""
    crs = QgsCoordinateReferenceSystem(DEGREES) if crs is None else crs
    sink, destination = algorithm.parameterAsSink(parameters, "OUTPUT", context, fields, kind, crs)
    if sink is None:
        raise AtlasError(
            tr("Algorithms", "OUTPUT {path} cannot be written.").format(path=parameters.get("OUTPUT")),
            hint=tr("Algorithms", "Choose another file or folder."),
        )
    return sink, destination


def to_degrees(source: QgsProcessingFeatureSource, what: str, context: QgsProcessingContext) -> Any:
    """Return the checked transformation from a source's CRS to WGS 84."""
    from ..core.historic.operations import checked_transform

    target = QgsCoordinateReferenceSystem(DEGREES)
    transforms = context.transformContext()
    return checked_transform(source.sourceCrs(), target, transforms, what, source.sourceExtent())


def request_for(
    expression: str, source: QgsProcessingFeatureSource, context: QgsProcessingContext
) -> QgsFeatureRequest:
    """Return a request for the features that an expression chooses (all for an empty one)."""
    from ..core.filters import TRIED, FeatureFilter

    flags = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
    sample = source.getFeatures(QgsFeatureRequest().setLimit(TRIED), flags)
    return FeatureFilter(expression, source.fields(), context.expressionContext()).request(sample)


def points_of(
    source: QgsProcessingFeatureSource,
    what: str,
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
    request: Optional[QgsFeatureRequest] = None,
) -> Points:
    """Read the points of a source.  Features without a geometry are left out and named in the log."""
    import numpy as np

    _require_points(source, what)
    request = request or QgsFeatureRequest()
    if request.filterType() != QgsFeatureRequest.FilterType.FilterExpression:
        request.setNoAttributes()
    ids, xs, ys, left_out = [], [], [], []
    flags = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
    for number, feature in enumerate(source.getFeatures(request, flags)):
        if number % 4096 == 0:
            stop_if_cancelled(feedback, what)
        geometry = feature.geometry()
        if geometry.isNull() or geometry.isEmpty():
            left_out.append(feature.id())
            continue
        point = _point(geometry, feature.id(), what)
        ids.append(feature.id())
        xs.append(point.x())
        ys.append(point.y())
    _tell(left_out, what, feedback)
    lon, lat = _degrees(source, what, context, np.array(xs, float), np.array(ys, float), ids)
    return Points(ids, lon, lat)


def _require_points(source: QgsProcessingFeatureSource, what: str) -> None:
    kind = QgsWkbTypes.geometryType(source.wkbType())
    mixed = QgsWkbTypes.GeometryType.UnknownGeometry
    if kind not in (QgsWkbTypes.GeometryType.PointGeometry, mixed):
        name = QgsWkbTypes.displayString(source.wkbType())
        raise AtlasError(
            tr("Algorithms", "{what}: the layer “{layer}” holds no points ({kind}).").format(
                what=what, layer=source.sourceName(), kind=name
            ),
            hint=tr("Algorithms", "Give a point layer."),
        )


def _point(geometry: QgsGeometry, feature_id: int, what: str) -> Any:
    if geometry.type() != QgsWkbTypes.GeometryType.PointGeometry:
        raise AtlasError(
            tr("Algorithms", "{what}: feature {feature_id} is not a point.").format(
                what=what, feature_id=feature_id
            ),
            hint=tr("Algorithms", "Give a point layer."),
        )
    if not geometry.isMultipart():
        return geometry.asPoint()
    points = geometry.asMultiPoint()
    if len(points) > 1:
        raise AtlasError(
            tr("Algorithms", "{what}: feature {feature_id} has {points} points.").format(
                what=what, feature_id=feature_id, points=len(points)
            ),
            hint=tr("Algorithms", "Run “Multipart to singleparts” first."),
        )
    return points[0]


def _tell(left_out: list[int], what: str, feedback: QgsProcessingFeedback) -> None:
    if left_out:
        named = ", ".join(str(fid) for fid in left_out[:LISTED]) + (", …" if len(left_out) > LISTED else "")
        feedback.pushWarning(
            tr(
                "Algorithms", "{what}: %n features without a point were left out (id {named}).", len(left_out)
            ).format(what=what, named=named)
        )


def _degrees(
    source: QgsProcessingFeatureSource, what: str, context: QgsProcessingContext, x: Any, y: Any, ids: list
) -> tuple[Any, Any]:
    """Return coordinates of the source's CRS as WGS 84 degrees, checked; an error names the feature."""
    import numpy as np

    transform = to_degrees(source, what, context)
    if not transform.isShortCircuited():
        from qgis.core import QgsCsException, QgsPointXY

        moved = []
        try:
            for pair in zip(x.tolist(), y.tolist()):
                moved.append(transform.transform(QgsPointXY(*pair)))
        except QgsCsException as error:
            raise AtlasError(
                tr("Algorithms", "{what}: the point of feature {fid} cannot be brought to WGS 84.").format(
                    what=what, fid=ids[len(moved)]
                ),
                hint=tr("Algorithms", "Is the layer's CRS right?"),
                detail=str(error),
            ) from error
        x, y = np.array([point.x() for point in moved]), np.array([point.y() for point in moved])
    beyond = np.abs(y) > 90.0
    wrong = np.flatnonzero(beyond | np.isinf(x))
    if wrong.size:
        place = int(wrong[0])
        name, value = tr("Algorithms", "longitude"), x[place]
        if beyond[place]:
            name, value = tr("Algorithms", "latitude"), y[place]
        raise AtlasError(
            tr("Algorithms", "{what}: The {name} {value} of feature {fid} is no place.").format(
                what=what, name=name, value=f"{value:g}", fid=ids[place]
            ),
            hint=tr("Algorithms", "Are longitude and latitude swapped, or is the layer's CRS wrong?"),
        )
    return x, y


def area_of(source: QgsProcessingFeatureSource, what: str, context: QgsProcessingContext) -> QgsGeometry:
    """Return the union of a polygon source in WGS 84 degrees, its edges kept straight in the source's CRS."""
    from ..core.measure.shapes import densified, union

    transform = to_degrees(source, what, context)
    parts = []
    for feature in source.getFeatures():
        if feature.hasGeometry():
            part = densified(feature.geometry())
            part.transform(transform)
            parts.append(part)
    whole = union(parts)
    if whole is None or whole.isEmpty():
        raise AtlasError(
            tr("Algorithms", "{what} holds no polygon.").format(what=what),
            hint=tr("Algorithms", "Give a polygon layer with at least one feature."),
        )
    return whole


def origin_of(
    algorithm: AtlasAlgorithm,
    parameters: dict[str, Any],
    name: str,
    context: QgsProcessingContext,
    feedback: QgsProcessingFeedback,
) -> tuple[float, float]:
    """Return a point parameter as WGS 84 longitude and latitude.

    A bare ``x,y`` is in the project's CRS, as everywhere in Processing; where there is none, or where it can
    only be meant as degrees, it is read as longitude and latitude.
    """
    from ..core.historic.operations import checked_transform
    from ..core.measure.geodesics import checked

    point = algorithm.parameterAsPoint(parameters, name, context)
    crs = algorithm.parameterAsPointCrs(parameters, name, context)
    degrees = QgsCoordinateReferenceSystem(DEGREES)
    bare = isinstance(parameters.get(name), str) and "[" not in parameters[name]
    small = abs(point.x()) <= 180.0 and abs(point.y()) <= 90.0
    if not crs.isValid():
        crs = degrees
    elif bare and small and not crs.isGeographic():
        feedback.pushWarning(
            tr("Algorithms", "{name} {x}, {y} was read as longitude and latitude.").format(
                name=name, x=f"{point.x():g}", y=f"{point.y():g}"
            )
        )
        crs = degrees
    if crs != degrees:
        point = checked_transform(crs, degrees, context.transformContext(), name).transform(point)
    try:
        checked(point.x(), point.y())
    except AtlasError as error:
        raise AtlasError(f"{name}: {error.message}", hint=error.hint) from error
    return point.x(), point.y()
