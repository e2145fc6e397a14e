# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""``cityatlas:rings``: geodesic rings around points."""

from __future__ import annotations

from typing import Any, Optional

from qgis.core import (
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterString,
    QgsWkbTypes,
)

from ..compat import FieldType
from ..core.errors import AtlasError
from ..core.i18n import mark, tr
from . import point_sources
from .base import AtlasAlgorithm, stop_if_cancelled

RING_FIELDS = (
    ("radius_m", FieldType.DOUBLE),
    ("label", FieldType.TEXT),
    ("radius_source", FieldType.TEXT),
    ("ellipsoid", FieldType.TEXT),
)


class Rings(AtlasAlgorithm):
    """Draws rings at given distances."""

    NAME = "rings"
    TITLE = mark("Algorithms", "Distance rings")
    GROUP = ("measure", mark("Algorithms", "Measure"))
    HELP = mark(
        "Algorithms",
        "Draws rings of equal geodesic distance around points: every vertex lies within a millimetre of its "
        "radius, chords within half a metre. Radii are typed, in metres (or with units: 5 km, 3 nmi), or "
        "taken from a field.\nRings that cross the antimeridian are cut there; one that holds a pole is "
        "closed over it.\nA ring is a distance and nothing more: whoever reads it as a range should say in "
        "RADIUS_SOURCE where the figure comes from; it is kept with every ring.",
    )
    TAGS = ("buffer", "range", "circle", "geodesic", "distance")
    INPUT, RADII, RADIUS_FIELD = "INPUT", "RADII", "RADIUS_FIELD"
    RADIUS_SOURCE, OUTPUT = "RADIUS_SOURCE", "OUTPUT"

    def initAlgorithm(self, _configuration: Optional[dict] = None) -> None:
        kinds = [QgsProcessing.SourceType.TypeVectorPoint]
        numeric = QgsProcessingParameterField.DataType.Numeric
        add = self.addParameter
        add(QgsProcessingParameterFeatureSource(self.INPUT, tr("Algorithms", "Points"), kinds))
        add(
            QgsProcessingParameterString(
                self.RADII, tr("Algorithms", "Radii (m)"), "5000,10000,20000", optional=True
            )
        )
        add(
            QgsProcessingParameterField(
                self.RADIUS_FIELD,
                tr("Algorithms", "Radius from field (m)"),
                None,
                self.INPUT,
                numeric,
                optional=True,
            )
        )
        add(
            QgsProcessingParameterString(
                self.RADIUS_SOURCE, tr("Algorithms", "Source of the radius"), "", optional=True
            )
        )
        polygon = QgsProcessing.SourceType.TypeVectorPolygon
        add(QgsProcessingParameterFeatureSink(self.OUTPUT, tr("Algorithms", "Rings"), polygon))

    def run_atlas(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        source = point_sources.source_of(self, parameters, self.INPUT, context)
        geodesic = point_sources.geodesic_of(context)
        feedback.pushInfo(tr("Algorithms", "Ellipsoid: {}").format(geodesic.ellipsoid.name))
        centres = point_sources.points_of(source, tr("Algorithms", "Points"), context, feedback)
        radii = self._radii(parameters, context, source, centres)
        drawn = self._draw(centres, radii, geodesic, feedback)
        return {self.OUTPUT: self._write(parameters, context, source, centres, drawn, geodesic)}

    def _radii(
        self, parameters: dict, context: QgsProcessingContext, source: Any, centres: point_sources.Points
    ) -> list[list[float]]:
        """Return the radii of each centre, ascending."""
        from ..core.measure.rings import parse_radii

        field = self.parameterAsString(parameters, self.RADIUS_FIELD, context)
        if field:
            return [[radius] for radius in radius_values(source, field, centres)]
        typed = parse_radii(self.parameterAsString(parameters, self.RADII, context))
        return [typed] * len(centres)

    def _draw(
        self,
        centres: point_sources.Points,
        radii: list[list[float]],
        geodesic: Any,
        feedback: QgsProcessingFeedback,
    ) -> list[list[Any]]:
        """Return the polygons of each centre: all are drawn before anything is written."""
        from ..core.measure.rings import ring
        from ..core.measure.shapes import ring_geometry

        drawn = []
        for place, (lon, lat) in enumerate(zip(centres.lon.tolist(), centres.lat.tolist())):
            stop_if_cancelled(feedback, self.TITLE)
            shapes = (ring_geometry(ring(lon, lat, radius, geodesic)) for radius in radii[place])
            drawn.append(list(zip(radii[place], shapes)))
            feedback.setProgress(90.0 * (place + 1) / len(centres))
        return drawn

    def _write(
        self,
        parameters: dict,
        context: QgsProcessingContext,
        source: Any,
        centres: point_sources.Points,
        drawn: list[list[Any]],
        geodesic: Any,
    ) -> str:
        from ..core.measure.units import format_distance

        taken = {"fid", *(name for name, _ in RING_FIELDS)}
        kept = [n for n, field in enumerate(source.fields()) if field.name().lower() not in taken]
        fields = QgsFields()
        for number in kept:
            fields.append(source.fields().at(number))
        for name, kind in RING_FIELDS:
            fields.append(QgsField(name, kind))
        kind = QgsWkbTypes.Type.MultiPolygon
        sink, destination = point_sources.sink_of(self, parameters, context, fields, kind)
        note = self.parameterAsString(parameters, self.RADIUS_SOURCE, context)
        features = {feature.id(): feature for feature in source.getFeatures(QgsFeatureRequest())}
        for fid, rings in zip(centres.ids, drawn):
            attributes = features[fid].attributes()
            for radius, geometry in rings:
                feature = QgsFeature(fields)
                feature.setGeometry(geometry)
                own = [radius, format_distance(radius), note, geodesic.ellipsoid.name]
                feature.setAttributes([*(attributes[number] for number in kept), *own])
                sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert)
        return destination


def radius_values(source: Any, field: str, centres: point_sources.Points) -> list[float]:
    """Return the radius that a field gives each centre, metres; raises AtlasError naming what has none."""
    from qgis.core import QgsProcessingFeatureSource

    from ..core.measure.geodesics import LARGEST_RING_M

    number = source.fields().lookupField(field)
    if number < 0:
        raise AtlasError(
            tr("Algorithms", "The layer has no field “{field}”.").format(field=field),
            hint=tr("Algorithms", "It has {fields}.").format(fields=", ".join(source.fields().names())),
        )
    flags = QgsProcessingFeatureSource.Flag.FlagSkipGeometryValidityChecks
    request = QgsFeatureRequest().setFlags(QgsFeatureRequest.Flag.NoGeometry).setSubsetOfAttributes([number])
    values = {feature.id(): feature.attribute(number) for feature in source.getFeatures(request, flags)}
    radii = []
    for fid in centres.ids:
        try:
            radius = float(values[fid])
        except (TypeError, ValueError) as error:
            raise AtlasError(
                tr("Algorithms", "Feature {fid} has no number in the field “{field}”.").format(
                    fid=fid, field=field
                ),
                hint=tr("Algorithms", "Fill it in or leave it out."),
            ) from error
        if not 0.0 < radius <= LARGEST_RING_M:
            raise AtlasError(
                tr(
                    "Algorithms",
                    "Feature {fid} has {radius} in the field “{field}”, which is no radius of a ring.",
                ).format(fid=fid, radius=f"{radius:g}", field=field),
                hint=tr("Algorithms", "Give metres above 0 and up to {most}.").format(
                    most=f"{LARGEST_RING_M:,.0f}"
                ),
            )
        radii.append(radius)
    return radii
