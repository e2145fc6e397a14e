# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""``cityatlas:shoreline``: change of a coast along transects, and land won or lost."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterString,
    QgsWkbTypes,
)

from ..compat import FieldType
from ..core.errors import AtlasError
from ..core.i18n import mark, tr
from .base import AtlasAlgorithm, progress_of

if TYPE_CHECKING:
    from ..core.historic.shoreline_layers import DatedLayer, DatedLines, LayerShorelines


class ShorelineChange(AtlasAlgorithm):
    """Casts transects and computes DSAS's statistics."""

    NAME = "shoreline"
    TITLE = mark("Algorithms", "Shoreline change")
    GROUP = ("historic", mark("Algorithms", "Historic sheets"))
    HELP = mark(
        "Algorithms",
        "Measures how a coast moved between two or more dates, along transects from a smoothed baseline, "
        "with the statistics of DSAS: SCE, NSM (seaward positive), EPR and its uncertainty; LRR and WLR from "
        "three dates up.\nGive OLD and NEW with their dates, or one layer LINES with a date field. Without a "
        "baseline the oldest shoreline serves. The sea lies where “Sea” says; else beyond a baseline on "
        "land; else where the land layer has no land; else on the right of the lines' direction, as in "
        "OpenStreetMap, and outside closed lines. Without "
        "an error field the newest of LINES has the new error, all others the old one. A change counts as "
        "significant beyond 1.96 standard deviations of both positions.",
    )
    TAGS = ("coast", "dsas", "transect", "epr", "nsm", "reclamation")
    OLD, NEW, LINES, DATE_FIELD, BASELINE = "OLD", "NEW", "LINES", "DATE_FIELD", "BASELINE"
    SPACING, LENGTH, SMOOTHING, SEA = "SPACING", "LENGTH", "SMOOTHING", "SEA"
    OLD_DATE, NEW_DATE, OLD_ERROR, NEW_ERROR = "OLD_DATE", "NEW_DATE", "OLD_ERROR", "NEW_ERROR"
    ERROR_FIELD, OUTPUT, LAND, REPORT = "ERROR_FIELD", "OUTPUT", "LAND", "REPORT"
    LANDMASS, DISTRICTS, DISTRICT_FIELD = "LANDMASS", "DISTRICTS", "DISTRICT_FIELD"

    def initAlgorithm(self, _configuration: Optional[dict] = None) -> None:
        lines = [QgsProcessing.SourceType.TypeVectorLine]
        real = QgsProcessingParameterNumber.Type.Double
        add = self.addParameter
        add(
            QgsProcessingParameterFeatureSource(
                self.OLD, tr("Algorithms", "Old shoreline"), lines, optional=True
            )
        )
        add(
            QgsProcessingParameterFeatureSource(
                self.NEW, tr("Algorithms", "New shoreline"), lines, optional=True
            )
        )
        add(
            QgsProcessingParameterFeatureSource(
                self.LINES, tr("Algorithms", "Shorelines of several dates"), lines, optional=True
            )
        )
        add(
            QgsProcessingParameterField(
                self.DATE_FIELD, tr("Algorithms", "Date"), None, self.LINES, optional=True
            )
        )
        add(
            QgsProcessingParameterField(
                self.ERROR_FIELD, tr("Algorithms", "Error (m, one sigma)"), None, self.LINES, optional=True
            )
        )
        add(
            QgsProcessingParameterFeatureSource(
                self.BASELINE, tr("Algorithms", "Baseline"), lines, optional=True
            )
        )
        add(
            QgsProcessingParameterNumber(
                self.SPACING, tr("Algorithms", "Spacing (m)"), real, 50.0, False, 0.1
            )
        )
        add(
            QgsProcessingParameterNumber(
                self.LENGTH, tr("Algorithms", "Length of transects (m)"), real, 2000.0, True, 1.0
            )
        )
        add(
            QgsProcessingParameterNumber(
                self.SMOOTHING, tr("Algorithms", "Smoothing (m)"), real, 500.0, True, 0.0
            )
        )
        add(QgsProcessingParameterString(self.OLD_DATE, tr("Algorithms", "Old date"), None, optional=True))
        add(QgsProcessingParameterString(self.NEW_DATE, tr("Algorithms", "New date"), None, optional=True))
        add(
            QgsProcessingParameterNumber(
                self.OLD_ERROR, tr("Algorithms", "Old error (m, one sigma)"), real, 15.0, True, 0
            )
        )
        add(
            QgsProcessingParameterNumber(
                self.NEW_ERROR, tr("Algorithms", "New error (m, one sigma)"), real, 10.0, True, 0
            )
        )
        sides = [
            tr("Algorithms", "Automatic"),
            tr("Algorithms", "Right of the lines"),
            tr("Algorithms", "Left of the lines"),
        ]
        add(QgsProcessingParameterEnum(self.SEA, tr("Algorithms", "Sea"), sides, False, 0, True))
        areas = [QgsProcessing.SourceType.TypeVectorPolygon]
        for name, title in (
            (self.LANDMASS, tr("Algorithms", "Land (tells the side of the sea)")),
            (self.DISTRICTS, tr("Algorithms", "Districts")),
        ):
            add(QgsProcessingParameterFeatureSource(name, title, areas, optional=True))
        add(
            QgsProcessingParameterField(
                self.DISTRICT_FIELD, tr("Algorithms", "District's name"), None, self.DISTRICTS, optional=True
            )
        )
        add(
            QgsProcessingParameterFeatureSink(
                self.OUTPUT, tr("Algorithms", "Transects"), QgsProcessing.SourceType.TypeVectorLine
            )
        )
        add(
            QgsProcessingParameterFeatureSink(
                self.LAND,
                tr("Algorithms", "Land won and lost"),
                QgsProcessing.SourceType.TypeVectorPolygon,
                optional=True,
                createByDefault=False,
            )
        )
        add(
            QgsProcessingParameterFileDestination(
                self.REPORT, tr("Algorithms", "Report"), "JSON (*.json)", optional=True
            )
        )

    def run_atlas(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ..core.files import write_json
        from ..core.historic.shoreline_layers import Sea, ShorelineInputs, measure_layers

        self.keep_inputs(
            parameters,
            (self.OLD, self.NEW, self.LINES, self.BASELINE, self.LANDMASS, self.DISTRICTS),
            context,
        )
        report_path = self.output_path(parameters, self.REPORT, context)
        inputs = ShorelineInputs(
            self._coasts(parameters, context),
            baseline=self.parameterAsSource(parameters, self.BASELINE, context),
            spacing=self.parameterAsDouble(parameters, self.SPACING, context),
            length=self.parameterAsDouble(parameters, self.LENGTH, context),
            smoothing=self.parameterAsDouble(parameters, self.SMOOTHING, context),
            sea=Sea(self.parameterAsEnum(parameters, self.SEA, context)),
            land=self.parameterAsSource(parameters, self.LANDMASS, context),
            districts=self.parameterAsSource(parameters, self.DISTRICTS, context),
            district_field=self.field(parameters, self.DISTRICT_FIELD, self.DISTRICTS, context),
            with_areas=bool(parameters.get(self.LAND)),
        )
        found = measure_layers(inputs, context.transformContext(), progress_of(feedback))
        for note in found.notes:
            feedback.pushInfo(note)
        for warning in found.warnings:
            feedback.pushWarning(warning)
        crs = inputs.first.sourceCrs()
        results: dict[str, Any] = {self.OUTPUT: self._write(parameters, context, crs, found)}
        if inputs.with_areas:
            results[self.LAND] = self._write_land(parameters, context, crs, found)
        if report_path is not None:
            write_json(report_path, found.report)
            results[self.REPORT] = str(report_path)
        return results

    def _coasts(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[DatedLayer, DatedLayer] | DatedLines:
        from ..core.historic.shoreline_layers import DatedLines

        several = self.parameterAsSource(parameters, self.LINES, context)
        if several is None:
            return self._coast(parameters, context, "OLD"), self._coast(parameters, context, "NEW")
        date, sized = (
            self.field(parameters, name, self.LINES, context) for name in (self.DATE_FIELD, self.ERROR_FIELD)
        )
        if not date:
            raise AtlasError(tr("Algorithms", "LINES needs a date field (DATE_FIELD)."))
        old, new = (self.parameterAsDouble(parameters, n, context) for n in (self.OLD_ERROR, self.NEW_ERROR))
        return DatedLines(several, date, sized, (old, new))

    def _coast(self, parameters: dict[str, Any], context: QgsProcessingContext, name: str) -> DatedLayer:
        """Return the coast of the parameter ``name`` with its date and error."""
        from ..core.historic.shoreline_layers import DatedLayer

        source = self.parameterAsSource(parameters, name, context)
        if source is None:
            raise AtlasError(tr("Algorithms", "Give OLD and NEW, or LINES with a date field."))
        date = self.parameterAsString(parameters, f"{name}_DATE", context)
        if not date:
            raise AtlasError(
                tr("Algorithms", "{name} is empty.").format(name=f"{name}_DATE"),
                hint=tr("Algorithms", "Write 1944, 1944-06 or 1944-06-30."),
            )
        error = self.parameterAsDouble(parameters, f"{name}_ERROR", context)
        return DatedLayer(source, date, error, self.parameterDefinition(name).description())

    def _write(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        crs: QgsCoordinateReferenceSystem,
        found: LayerShorelines,
    ) -> str:
        from ..core.historic.shoreline_layers import COLUMNS

        there = {name for transect, _ in found.transects for name in transect.statistics}
        names = [name for name in COLUMNS if name in there]
        fields = QgsFields()
        fields.append(QgsField("transect", FieldType.INT))
        for name in names:
            fields.append(QgsField(name, FieldType.BOOL if name == "significant" else FieldType.DOUBLE))
        sink, identity = self.parameterAsSink(
            parameters, self.OUTPUT, context, fields, QgsWkbTypes.Type.LineString, crs
        )
        if sink is None:
            raise AtlasError(tr("Algorithms", "The transects (OUTPUT) could not be created."))
        for transect, geometry in found.transects:
            feature = QgsFeature(fields)
            feature["transect"] = transect.number
            for name in names:
                if name in transect.statistics:
                    feature[name] = transect.statistics[name]
            feature.setGeometry(geometry)
            if not sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
                raise AtlasError(
                    tr("Algorithms", "The transects could not be written."), detail=sink.lastError()
                )
        return identity

    def _write_land(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        crs: QgsCoordinateReferenceSystem,
        found: LayerShorelines,
    ) -> str:
        """Write the polygons between the oldest and the newest shoreline."""
        fields = QgsFields()
        fields.append(QgsField("change", FieldType.TEXT))
        fields.append(QgsField("area_m2", FieldType.DOUBLE))
        sink, identity = self.parameterAsSink(
            parameters, self.LAND, context, fields, QgsWkbTypes.Type.Polygon, crs
        )
        if sink is None:
            raise AtlasError(tr("Algorithms", "The areas (LAND) could not be created."))
        for change, area, geometry in found.areas:
            feature = QgsFeature(fields)
            feature["change"], feature["area_m2"] = change, area
            feature.setGeometry(geometry)
            if not sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
                raise AtlasError(tr("Algorithms", "The areas could not be written."), detail=sink.lastError())
        return identity
