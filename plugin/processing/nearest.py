# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""``cityatlas:nearest``: the geodesically nearest sites of a point."""

from __future__ import annotations

import math
from typing import Any, Optional

from qgis.core import (
    NULL,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterExpression,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
    QgsProcessingParameterPoint,
)

from ..compat import FieldType
from ..core.errors import AtlasError
from ..core.i18n import mark, tr
from . import point_sources
from .base import AtlasAlgorithm, stop_if_cancelled

FIELDS = (
    ("rank", FieldType.LONG),
    ("name", FieldType.TEXT),
    ("category", FieldType.TEXT),
    ("uuid", FieldType.TEXT),
    ("distance_m", FieldType.DOUBLE),
    ("azimuth_deg", FieldType.DOUBLE),
    ("final_azimuth_deg", FieldType.DOUBLE),
    ("back_azimuth_deg", FieldType.DOUBLE),
)


class Nearest(AtlasAlgorithm):
    """Finds the k nearest sites, all within a radius, or both."""

    NAME = "nearest"
    TITLE = mark("Algorithms", "Nearest sites")
    GROUP = ("measure", mark("Algorithms", "Measure"))
    HELP = mark(
        "Algorithms",
        "Finds the sites nearest to a point: the first K (0 = all), within RADIUS metres if that is given.\n"
        "Distances are geodesic on the project's ellipsoid and so is the order: nothing is compared in "
        "degrees. azimuth_deg leads from the origin to the site, final_azimuth_deg is the same line's where "
        "it arrives, back_azimuth_deg looks from the site to the origin; a site at the origin has none. "
        "Sites without a point are left out and named in the log.",
    )
    TAGS = ("distance", "geodesic", "azimuth", "neighbour", "radius")
    SITES, ORIGIN, K, RADIUS = "SITES", "ORIGIN", "K", "RADIUS"
    FILTER, OUTPUT, COUNT = "FILTER", "OUTPUT", "COUNT"

    def initAlgorithm(self, _configuration: Optional[dict] = None) -> None:
        kinds = [QgsProcessing.SourceType.TypeVectorPoint]
        whole = QgsProcessingParameterNumber.Type.Integer
        add = self.addParameter
        add(QgsProcessingParameterFeatureSource(self.SITES, tr("Algorithms", "Sites"), kinds))
        add(QgsProcessingParameterPoint(self.ORIGIN, tr("Algorithms", "Origin")))
        add(QgsProcessingParameterNumber(self.K, tr("Algorithms", "How many (0 = all)"), whole, 10, False, 0))
        add(
            QgsProcessingParameterNumber(
                self.RADIUS,
                tr("Algorithms", "Within (m)"),
                QgsProcessingParameterNumber.Type.Double,
                None,
                True,
                0.0,
            )
        )
        add(
            QgsProcessingParameterExpression(
                self.FILTER, tr("Algorithms", "Only sites where"), "", self.SITES, True
            )
        )
        add(QgsProcessingParameterFeatureSink(self.OUTPUT, tr("Algorithms", "Nearest sites"), kinds[0]))
        self.addOutput(QgsProcessingOutputNumber(self.COUNT, tr("Algorithms", "Sites found")))

    def run_atlas(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ..core.measure.nearest import NearestIndex

        source = point_sources.source_of(self, parameters, self.SITES, context)
        origin = point_sources.origin_of(self, parameters, self.ORIGIN, context, feedback)
        count = int(self._number(parameters, self.K, context) or 0)
        radius = self._number(parameters, self.RADIUS, context)
        # Not parameterAsExpression: that drops an expression it cannot read, and all sites would count.
        expression = self.parameterAsString(parameters, self.FILTER, context)
        request = point_sources.request_for(expression, source, context)
        geodesic = point_sources.geodesic_of(context)
        feedback.pushInfo(tr("Algorithms", "Ellipsoid: {}").format(geodesic.ellipsoid.name))
        sites = point_sources.points_of(source, tr("Algorithms", "Sites"), context, feedback, request)
        feedback.setProgress(60)
        index = NearestIndex(sites.lon, sites.lat, geodesic)
        if radius is None:
            hits = index.nearest(*origin, count or max(len(sites), 1))
        else:
            hits = index.within(*origin, radius)
            hits = hits.first(count) if count else hits
        stop_if_cancelled(feedback, self.TITLE)
        feedback.setProgress(80)
        return {
            self.OUTPUT: self._write(parameters, context, source, sites, hits, feedback),
            self.COUNT: len(hits),
        }

    def _number(
        self, parameters: dict[str, Any], name: str, context: QgsProcessingContext
    ) -> Optional[float]:
        """Return a number that is 0 or more, None where none was given."""
        given = parameters.get(name)
        if given is None or given == NULL or (isinstance(given, str) and not given.strip()):
            default = self.parameterDefinition(name).defaultValue()
            return None if default is None or default == NULL else float(default)
        number = self.parameterAsDouble(parameters, name, context)
        try:
            # Processing reads words as 0, which would mean all sites or none.
            number = float(given) if isinstance(given, str) else number
        except ValueError as error:
            raise AtlasError(
                tr("Algorithms", "{name} “{given}” is not a number.").format(name=name, given=given),
                hint=tr("Algorithms", "Give a number, 0 or more."),
            ) from error
        if not (math.isfinite(number) and number >= 0.0):
            raise AtlasError(
                tr("Algorithms", "{name} {number} is not a distance or count.").format(
                    name=name, number=f"{number:g}"
                ),
                hint=tr("Algorithms", "Give a number, 0 or more."),
            )
        return number

    def _write(
        self,
        parameters: dict,
        context: QgsProcessingContext,
        source: Any,
        sites: point_sources.Points,
        hits: Any,
        feedback: QgsProcessingFeedback,
    ) -> str:
        fields = QgsFields()
        for name, kind in FIELDS:
            fields.append(QgsField(name, kind))
        crs = source.sourceCrs()
        sink, destination = point_sources.sink_of(self, parameters, context, fields, source.wkbType(), crs)
        wanted = [sites.ids[position] for position in hits.index.tolist()]
        found = {}
        for feature in source.getFeatures(QgsFeatureRequest().setFilterFids(wanted)):
            found[feature.id()] = feature
        lookups = [source.fields().lookupField(name) for name in ("name", "category", "uuid")]
        for place, fid in enumerate(wanted):
            feature = QgsFeature(fields)
            feature.setGeometry(found[fid].geometry())
            known = [found[fid].attribute(field) if field >= 0 else NULL for field in lookups]
            measured = (hits.distance, hits.azimuth, hits.final_azimuth, hits.back_azimuth)
            feature.setAttributes([place + 1, *known, *(_number(values[place]) for values in measured)])
            sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert)
            feedback.setProgress(80 + 20 * (place + 1) / len(wanted))
        return destination


def _number(value: float) -> Any:
    return NULL if math.isnan(value) else float(value)
