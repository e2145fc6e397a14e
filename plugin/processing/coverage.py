# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""``cityatlas:coverage``: how many rings cover a place."""

from __future__ import annotations

from typing import Any, Optional, Union

from qgis.core import (
    NULL,
    QgsCategorizedSymbolRenderer,
    QgsFeature,
    QgsField,
    QgsFields,
    QgsFillSymbol,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
    QgsRendererCategory,
    QgsWkbTypes,
)

from ..compat import FieldType
from ..core.errors import AtlasError
from ..core.i18n import mark, tr
from . import point_sources
from .base import AtlasAlgorithm
from .rings import radius_values


class CoverageByRings(AtlasAlgorithm):
    """Overlays rings and measures the depth of cover."""

    NAME = "coverage"
    TITLE = mark("Algorithms", "Coverage by rings")
    GROUP = ("measure", mark("Algorithms", "Measure"))
    HELP = mark(
        "Algorithms",
        "Overlays geodesic rings around points: one multipolygon for each depth (how many rings cover it), "
        "with its area on the ellipsoid.\nRADIUS is a distance in metres (or with a unit) or the name of a "
        "field that holds one. With an AREA everything is cut to it, the share covered is given, and the "
        "report names the largest gap: the largest circle within the area that no ring reaches into.\n"
        "What a ring stands for is the user's statement, not the plugin's: RADIUS_SOURCE says where its "
        "radius comes from and is kept with every polygon and in the report.",
    )
    TAGS = ("buffer", "range", "union", "overlap", "gap", "depth")
    INPUT, RADIUS, AREA, OUTPUT, REPORT = "INPUT", "RADIUS", "AREA", "OUTPUT", "REPORT"
    RADIUS_SOURCE = "RADIUS_SOURCE"
    COVERED, SHARE = "COVERED_M2", "COVERED_SHARE"

    def initAlgorithm(self, _configuration: Optional[dict] = None) -> None:
        kinds = [QgsProcessing.SourceType.TypeVectorPoint]
        polygon = QgsProcessing.SourceType.TypeVectorPolygon
        add = self.addParameter
        add(QgsProcessingParameterFeatureSource(self.INPUT, tr("Algorithms", "Points"), kinds))
        add(
            QgsProcessingParameterString(
                self.RADIUS, tr("Algorithms", "Radius (m), or a field that holds it"), "10000"
            )
        )
        add(QgsProcessingParameterString(
            self.RADIUS_SOURCE, tr("Algorithms", "Source of the radius"), "", optional=True
        ))  # fmt: skip
        add(
            QgsProcessingParameterFeatureSource(self.AREA, tr("Algorithms", "Area"), [polygon], optional=True)
        )
        add(QgsProcessingParameterFeatureSink(self.OUTPUT, tr("Algorithms", "Coverage"), polygon))
        add(
            QgsProcessingParameterFileDestination(
                self.REPORT, tr("Algorithms", "Report"), "JSON (*.json)", optional=True
            )
        )
        self.addOutput(QgsProcessingOutputNumber(self.COVERED, tr("Algorithms", "Covered (m²)")))
        self.addOutput(QgsProcessingOutputNumber(self.SHARE, tr("Algorithms", "Share of the area covered")))

    def run_atlas(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ..core.files import write_json
        from ..core.measure.coverage import coverage

        report_path = self.output_path(parameters, self.REPORT, context)
        source = point_sources.source_of(self, parameters, self.INPUT, context)
        geodesic = point_sources.geodesic_of(context)
        feedback.pushInfo(tr("Algorithms", "Ellipsoid: {}").format(geodesic.ellipsoid.name))
        centres = point_sources.points_of(source, tr("Algorithms", "Points"), context, feedback)
        radius = self._radius(parameters, context, source, centres)
        area = self._area(parameters, context)
        found = coverage(
            centres.lon, centres.lat, radius, area, geodesic, feedback.isCanceled, feedback.setProgress
        )
        note = self.parameterAsString(parameters, self.RADIUS_SOURCE, context)
        results = {self.OUTPUT: self._write(parameters, context, found, note), self.COVERED: found.covered_m2}
        if found.covered_share is not None:
            results[self.SHARE] = found.covered_share
        if report_path is not None:
            ellipsoid = geodesic.ellipsoid
            head = {
                "ellipsoid": ellipsoid.name, "ellipsoid_id": ellipsoid.acronym, "rings": len(centres),
                "radius_source": note,
            }  # fmt: skip
            write_json(report_path, {**head, **found.report()})
            results[self.REPORT] = str(report_path)
        return results

    def _area(self, parameters: dict, context: QgsProcessingContext) -> Any:
        """Return the polygons of AREA, None where none was given."""
        if parameters.get(self.AREA) in (None, ""):
            return None
        source = point_sources.source_of(self, parameters, self.AREA, context)
        return point_sources.area_of(source, tr("Algorithms", "Area"), context)

    def _radius(
        self, parameters: dict, context: QgsProcessingContext, source: Any, centres: point_sources.Points
    ) -> Union[float, list[float]]:
        from ..core.measure.units import parse_distance

        text = self.parameterAsString(parameters, self.RADIUS, context).strip()
        if source.fields().lookupField(text) >= 0:
            return radius_values(source, text, centres)
        try:
            return parse_distance(text)
        except AtlasError as error:
            raise AtlasError(
                tr("Algorithms", "RADIUS “{text}” is neither a distance nor a field of the layer.").format(
                    text=text
                ),
                hint=tr("Algorithms", "Fields: {fields}.").format(
                    fields=", ".join(source.fields().names()) or "none"
                ),
            ) from error

    def _write(self, parameters: dict, context: QgsProcessingContext, found: Any, note: str) -> str:
        fields = QgsFields()
        for name, kind in (
            ("depth", FieldType.LONG),
            ("area_m2", FieldType.DOUBLE),
            ("share", FieldType.DOUBLE),
            ("radius_source", FieldType.TEXT),
        ):
            fields.append(QgsField(name, kind))
        kind = QgsWkbTypes.Type.MultiPolygon
        sink, destination = point_sources.sink_of(self, parameters, context, fields, kind)
        for level in found.levels:
            feature = QgsFeature(fields)
            feature.setGeometry(level.geometry)
            share = NULL if level.share is None else level.share
            feature.setAttributes([level.depth, level.area_m2, share, note])
            sink.addFeature(feature)
        if context.willLoadLayerOnCompletion(destination):
            context.layerToLoadOnCompletionDetails(destination).setPostProcessor(STYLE)
        return destination


class _ByDepth(QgsProcessingLayerPostProcessorInterface):
    """Colours the result by depth once QGIS has loaded it: the deeper the darker, over a map still seen."""

    def postProcessLayer(self, layer: Any, _context: Any, _feedback: Any) -> None:
        deepest = max(layer.uniqueValues(layer.fields().lookupField("depth")), default=1)
        categories = []
        for depth in range(1, deepest + 1):
            shade = round(255 * (0.25 + 0.55 * depth / deepest))
            looks = {"color": f"0,114,178,{shade}", "outline_style": "no"}
            symbol = QgsFillSymbol.createSimple(looks)
            categories.append(
                QgsRendererCategory(depth, symbol, tr("Algorithms", "covered {}×").format(depth))
            )
        layer.setRenderer(QgsCategorizedSymbolRenderer("depth", categories))
        layer.triggerRepaint()


STYLE = _ByDepth()
"""QGIS takes a post-processor by address: it has to outlive the run."""
