# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Functions of the group “City Atlas” in QGIS's expressions.

Points are longitude and latitude in degrees (WGS 84), as in every layer of the atlas; others are brought
there with QGIS's ``transform()``.  Distances are geodesic metres on the project's ellipsoid, azimuths degrees
clockwise from north.  NULL in gives NULL out; what cannot be computed is an evaluation error, never a guess.
"""

from __future__ import annotations

import math
from typing import Any, Callable, Optional

from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionFunction,
    QgsFeature,
    QgsFeatureRequest,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsVectorLayer,
    QgsWkbTypes,
)

from .errors import AtlasError
from .filters import TRIED, FeatureFilter
from .i18n import mark, tr

GROUP = "City Atlas"
DEGREES = "EPSG:4326"
Compute = Callable[[list, QgsExpressionContext], Any]


class AtlasFunction(QgsExpressionFunction):
    """A function made of a Python callable; its AtlasErrors become evaluation errors."""

    def __init__(self, name: str, parameters: tuple[str, ...], compute: Compute, text: str) -> None:
        listed = []
        for parameter in parameters:
            optional = parameter.endswith("?")
            listed.append(QgsExpressionFunction.Parameter(parameter.rstrip("?"), optional, NULL))
        super().__init__(name, listed, GROUP, _help(name, parameters, text))
        self._compute = compute
        self._needed = sum(1 for parameter in parameters if not parameter.endswith("?"))

    def func(
        self, values: list, context: Optional[QgsExpressionContext], parent: QgsExpression, _node: Any
    ) -> Any:
        """Compute the value (QGIS calls this)."""
        if any(_missing(value) for value in values[: self._needed]):
            return NULL
        try:
            return self._compute(values, context or QgsExpressionContext())
        except AtlasError as error:
            parent.setEvalErrorString(f"{self.name()}: {error}")
            return NULL

    def handlesNull(self) -> bool:
        """Tell QGIS that NULL arguments come here too (an optional one may be NULL)."""
        return True

    def usesGeometry(self, _node: Any) -> bool:
        """Tell QGIS that the geometry comes in as an argument, whose own node asks for it."""
        return False

    def referencedColumns(self, _node: Any) -> set:
        """Tell QGIS which fields are read: those of the feature whose name is asked for."""
        return {QgsFeatureRequest.ALL_ATTRIBUTES} if self.name() == "atlas_name" else set()


def register() -> None:
    """Add the functions to QGIS (those already there are left alone)."""
    for function in _functions():
        QgsExpression.registerFunction(function)


def unregister() -> None:
    """Take the functions out again."""
    for function in _functions():
        QgsExpression.unregisterFunction(function.name())


_MADE: list[AtlasFunction] = []


def _functions() -> list[AtlasFunction]:
    """Return the functions; QGIS keeps pointers to them, so they are made once and kept."""
    if not _MADE:
        _MADE.extend(AtlasFunction(*entry) for entry in FUNCTIONS)
    return _MADE


def _help(name: str, parameters: tuple[str, ...], text: str) -> str:
    listed = ", ".join(f"[{p.rstrip('?')}]" if p.endswith("?") else p for p in parameters)
    return f"<h3>{name}({listed})</h3><p>{tr('Expressions', text)}</p>"


def _missing(value: Any) -> bool:
    return value is None or value == NULL


# -- the functions -----------------------------------------------------------------------------------


def _distance(values: list, context: QgsExpressionContext) -> Any:
    a, b = _point(values[0]), _point(values[1])
    if a is None or b is None:
        return NULL
    return float(_geodesic(context).distance(a.x(), a.y(), b.x(), b.y()))


def _azimuth(values: list, context: QgsExpressionContext) -> Any:
    a, b = _point(values[0]), _point(values[1])
    if a is None or b is None:
        return NULL
    azimuth = float(_geodesic(context).inverse(a.x(), a.y(), b.x(), b.y()).azimuth)
    return NULL if math.isnan(azimuth) else azimuth


def _count_within(values: list, context: QgsExpressionContext) -> Any:
    point = _point(values[1])
    if point is None:
        return NULL
    try:
        radius = float(values[2])
    except (TypeError, ValueError) as error:
        raise AtlasError(
            tr("Expressions", "The radius “{radius}” is not a number.").format(radius=values[2]),
            hint=tr("Expressions", "Give metres."),
        ) from error
    expression = "" if len(values) < 4 or _missing(values[3]) else str(values[3])
    index = _index(_layer(values[0]), expression, context)
    return index.count_within(point.x(), point.y(), radius)


def _name(values: list, context: QgsExpressionContext) -> Any:
    feature = values[0]
    if not isinstance(feature, QgsFeature):
        raise AtlasError(
            tr("Expressions", "The first argument is not a feature."),
            hint=tr("Expressions", "Write atlas_name($currentfeature)."),
        )
    language = "" if len(values) < 2 or _missing(values[1]) else str(values[1])
    main = _attribute(feature, "name")
    if not language or language.lower() == "en":
        return main
    found = _names(context).get((_attribute(feature, "uuid"), language.lower()))
    if found is None and language.lower() == "ko":
        return _attribute(feature, "name_ko")
    return NULL if found is None else found


def _mgrs(values: list, _context: QgsExpressionContext) -> Any:
    from .coordinates.mgrs import encode

    point = _point(values[0])
    return NULL if point is None else encode(point.x(), point.y())


def _from_mgrs(values: list, _context: QgsExpressionContext) -> Any:
    from .coordinates.grids import mgrs_position

    place = mgrs_position(str(values[0]))
    return QgsGeometry.fromPointXY(QgsPointXY(place.lon, place.lat))


FUNCTIONS: tuple[tuple[str, tuple[str, ...], Compute, str], ...] = (
    (
        "atlas_distance", ("a", "b"), _distance,
        mark("Expressions", "Geodesic distance of two points in metres, on the project's ellipsoid."),
    ),
    (
        "atlas_azimuth", ("a", "b"), _azimuth,
        mark("Expressions", "Azimuth in degrees clockwise from north from a to b; NULL where they are one."),
    ),
    (
        "atlas_count_within", ("layer", "point", "radius_m", "filter?"), _count_within,
        mark(
            "Expressions",
            "How many features of a point layer (its name, id or role, e.g. 'sites') lie at most radius_m "
            "metres from the point, only those that the filter expression chooses.",
        ),
    ),
    (
        "atlas_name", ("feature", "language?"), _name,
        mark(
            "Expressions",
            "Name of a site, also in another language: 'ko', 'ko-Hani', 'ja', 'ko-Latn', 'ja-Latn'; NULL "
            "where the atlas has none.",
        ),
    ),
    ("mgrs", ("point",), _mgrs, mark("Expressions", "MGRS reference (WGS 84, to the metre) of a point.")),
    (
        "from_mgrs", ("text",), _from_mgrs,
        mark("Expressions", "Point at the middle of an MGRS square (WGS 84)."),
    ),
)  # fmt: skip


# -- what they stand on ------------------------------------------------------------------------------


def _point(value: Any) -> Optional[QgsPointXY]:
    """Return the point of a geometry, None for an empty one."""
    if not isinstance(value, QgsGeometry):
        raise AtlasError(
            tr("Expressions", "“{value}” is not a geometry.").format(value=value),
            hint=tr("Expressions", "Give a point such as $geometry."),
        )
    if value.isNull() or value.isEmpty():
        return None
    if value.type() != QgsWkbTypes.GeometryType.PointGeometry or value.constGet().partCount() != 1:
        raise AtlasError(
            tr("Expressions", "The geometry is not a single point."),
            hint=tr("Expressions", "Use centroid() or point_on_surface()."),
        )
    point = value.asMultiPoint()[0] if value.isMultipart() else value.asPoint()
    if abs(point.x()) > 360.0 or abs(point.y()) > 90.0:
        raise AtlasError(
            tr("Expressions", "{x}, {y} are not degrees.").format(x=f"{point.x():g}", y=f"{point.y():g}"),
            hint=tr(
                "Expressions", "Bring the point to WGS 84: transform($geometry, @layer_crs, 'EPSG:4326')."
            ),
        )
    return point


def _geodesic(context: QgsExpressionContext) -> Any:
    from .measure.ellipsoids import ellipsoid_of
    from .measure.geodesics import geodesic_on

    acronym = context.variable("project_ellipsoid")
    return geodesic_on(ellipsoid_of(str(acronym) if acronym else QgsProject.instance().ellipsoid()))


def _layer(value: Any) -> QgsVectorLayer:
    from .atlas.layers.layer_roles import find

    project = QgsProject.instance()
    layer = value if isinstance(value, QgsVectorLayer) else project.mapLayer(str(value))
    layer = layer or next(iter(project.mapLayersByName(str(value))), None) or find(project, str(value))
    if not isinstance(layer, QgsVectorLayer) or not layer.isValid():
        raise AtlasError(
            tr("Expressions", "There is no layer “{layer}”.").format(layer=value),
            hint=tr("Expressions", "Give a layer's name, id or role."),
        )
    if layer.geometryType() != QgsWkbTypes.GeometryType.PointGeometry:
        raise AtlasError(
            tr("Expressions", "The layer “{layer}” has no points.").format(layer=layer.name()),
            hint=tr("Expressions", "Choose a point layer."),
        )
    return layer


def _index(layer: QgsVectorLayer, expression: str, context: QgsExpressionContext) -> Any:
    """Return the index over a layer, made once for each run over features (QGIS clears the cache after)."""
    key = f"cityatlas:{layer.id()}:{expression}"
    if context.hasCachedValue(key):
        return context.cachedValue(key)
    index = _build_index(layer, expression, context)
    context.setCachedValue(key, index)
    return index


def _build_index(layer: QgsVectorLayer, expression: str, context: QgsExpressionContext) -> Any:
    from .historic.operations import checked_transform
    from .measure.nearest import NearestIndex

    sample = layer.getFeatures(QgsFeatureRequest().setLimit(TRIED))
    request = FeatureFilter(expression, layer.fields(), context).request(sample)
    if not expression.strip():
        request.setNoAttributes()
    degrees = QgsCoordinateReferenceSystem(DEGREES)
    transforms = QgsProject.instance().transformContext()
    transform = checked_transform(layer.crs(), degrees, transforms, layer.name(), layer.extent())
    lons, lats = [], []
    for feature in layer.getFeatures(request):
        geometry = feature.geometry()
        if geometry.isNull() or geometry.isEmpty():
            continue
        if geometry.constGet().partCount() > 1:
            raise AtlasError(
                tr(
                    "Expressions",
                    "Feature {feature} of “{layer}” has %n points.",
                    geometry.constGet().partCount(),
                ).format(feature=feature.id(), layer=layer.name()),
                hint=tr("Expressions", "Run “Multipart to singleparts” first."),
            )
        point = transform.transform(
            geometry.asMultiPoint()[0] if geometry.isMultipart() else geometry.asPoint()
        )
        lons.append(point.x())
        lats.append(point.y())
    return NearestIndex(lons, lats, _geodesic(context))


def _attribute(feature: QgsFeature, field: str) -> Any:
    number = feature.fields().lookupField(field)
    return NULL if number < 0 else feature.attribute(number)


def _names(context: QgsExpressionContext) -> dict[tuple[str, str], str]:
    """Return the names of the open atlas by site and language, main names before aliases."""
    key = "cityatlas:names"
    if context.hasCachedValue(key):
        return context.cachedValue(key)
    from .atlas.layers.layer_roles import find

    found: dict[tuple[str, str], str] = {}
    layer = find(QgsProject.instance(), "names")
    if layer is not None:
        rows = [(f["kind"] != "main", f["site_uuid"], f["language"], f["text"]) for f in layer.getFeatures()]
        for _, site, language, text in sorted(rows, key=lambda row: row[0]):
            found.setdefault((site, str(language).lower()), text)
    context.setCachedValue(key, found)
    return found
