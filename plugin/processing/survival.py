# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""``cityatlas:survival``: how much of a historic network still exists."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Optional

from qgis.core import (
    QgsFeature,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeatureSource,
    QgsProcessingFeedback,
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
    from ..core.historic.survival_layers import LayerSurvival


class Survival(AtlasAlgorithm):
    """Measures survival and cuts the historic lines."""

    NAME = "survival"
    TITLE = mark("Algorithms", "Survival of a historic network")
    GROUP = ("historic", mark("Algorithms", "Historic sheets"))
    HELP = mark(
        "Algorithms",
        "Measures how much of a historic street or rail network still exists in a modern one.\n"
        "A stretch survives where a modern line of like bearing lies within the buffer. By accident a "
        "lost street does too (S0, from random shifts of the network), so S* = (S − S0) / (1 − S0). Take "
        "the buffer from the error budget: twice the root of the summed squares of the errors "
        "of sheet, trace and modern layer. Schematic traces are refused.",
    )
    TAGS = ("roads", "streets", "buffer", "overlap", "completeness", "then and now")
    HISTORIC, MODERN, BUFFERS, ANGLE, AREA = "HISTORIC", "MODERN", "BUFFERS", "ANGLE", "AREA"
    NULLS, SEED, OUTPUT, REPORT = "NULLS", "SEED", "OUTPUT", "REPORT"
    CLASS_FIELD, DISTRICTS, DISTRICT_FIELD = "CLASS_FIELD", "DISTRICTS", "DISTRICT_FIELD"
    OUTPUT_BUFFER = "OUTPUT_BUFFER"

    def initAlgorithm(self, _configuration: Optional[dict] = None) -> None:
        lines, areas = [QgsProcessing.SourceType.TypeVectorLine], [QgsProcessing.SourceType.TypeVectorPolygon]
        whole = QgsProcessingParameterNumber.Type.Integer
        real = QgsProcessingParameterNumber.Type.Double
        add = self.addParameter
        add(QgsProcessingParameterFeatureSource(self.HISTORIC, tr("Algorithms", "Historic lines"), lines))
        add(QgsProcessingParameterFeatureSource(self.MODERN, tr("Algorithms", "Modern lines"), lines))
        add(QgsProcessingParameterString(self.BUFFERS, tr("Algorithms", "Buffers (m)"), "5,10,20,30,50"))
        add(
            QgsProcessingParameterNumber(
                self.ANGLE, tr("Algorithms", "Largest difference of bearing (°)"), real, 20.0
            )
        )
        add(QgsProcessingParameterFeatureSource(self.AREA, tr("Algorithms", "Area"), areas, optional=True))
        add(QgsProcessingParameterNumber(self.NULLS, tr("Algorithms", "Nulls"), whole, 99, False, 0, 9999))
        add(QgsProcessingParameterNumber(self.SEED, tr("Algorithms", "Seed"), whole, 1, False, 0))
        add(
            QgsProcessingParameterField(
                self.CLASS_FIELD, tr("Algorithms", "Class (historic)"), None, self.HISTORIC, optional=True
            )
        )
        add(
            QgsProcessingParameterFeatureSource(
                self.DISTRICTS, tr("Algorithms", "Districts"), areas, optional=True
            )
        )
        add(
            QgsProcessingParameterField(
                self.DISTRICT_FIELD, tr("Algorithms", "District's name"), None, self.DISTRICTS, optional=True
            )
        )
        buffer = tr("Algorithms", "Buffer of the cut lines (m; 0 = the middle one)")
        add(QgsProcessingParameterNumber(self.OUTPUT_BUFFER, buffer, real, 0.0, True, 0.0))
        add(
            QgsProcessingParameterFeatureSink(
                self.OUTPUT,
                tr("Algorithms", "Surviving and lost"),
                QgsProcessing.SourceType.TypeVectorLine,
                optional=True,
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
        from ..core.historic.survival_layers import SurvivalInputs, measure_layers

        self.keep_inputs(parameters, (self.HISTORIC, self.MODERN, self.AREA, self.DISTRICTS), context)
        report_path = self.output_path(parameters, self.REPORT, context)
        historic = self._source(parameters, self.HISTORIC, context)
        inputs = SurvivalInputs(
            historic,
            self._source(parameters, self.MODERN, context),
            _numbers(self.parameterAsString(parameters, self.BUFFERS, context)),
            angle=self.parameterAsDouble(parameters, self.ANGLE, context),
            nulls=self.parameterAsInt(parameters, self.NULLS, context),
            seed=self.parameterAsInt(parameters, self.SEED, context),
            area=self.parameterAsSource(parameters, self.AREA, context),
            districts=self.parameterAsSource(parameters, self.DISTRICTS, context),
            class_field=self.field(parameters, self.CLASS_FIELD, self.HISTORIC, context),
            district_field=self.field(parameters, self.DISTRICT_FIELD, self.DISTRICTS, context),
            output_buffer=self.parameterAsDouble(parameters, self.OUTPUT_BUFFER, context),
        )
        found = measure_layers(inputs, context.transformContext(), progress_of(feedback))
        for warning in found.warnings:
            feedback.pushWarning(warning)
        sink_id = self._write(parameters, context, historic, found)
        results: dict[str, Any] = {self.OUTPUT: sink_id} if sink_id else {}
        if report_path is not None:
            write_json(report_path, found.report)
            results[self.REPORT] = str(report_path)
        return results

    def _source(
        self, parameters: dict[str, Any], name: str, context: QgsProcessingContext
    ) -> QgsProcessingFeatureSource:
        source = self.parameterAsSource(parameters, name, context)
        title = self.parameterDefinition(name).description()
        if source is None:
            raise AtlasError(
                tr("Algorithms", "{title} ({name}) could not be opened.").format(title=title, name=name),
                hint=tr("Algorithms", "Choose a line layer."),
            )
        if source.featureCount() == 0:
            raise AtlasError(
                tr("Algorithms", "{title} ({name}) has no features.").format(title=title, name=name),
                hint=tr("Algorithms", "Choose another layer or selection."),
            )
        return source

    def _write(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        source: QgsProcessingFeatureSource,
        found: LayerSurvival,
    ) -> Optional[str]:
        fields = QgsFields(source.fields())
        if fields.lookupField("fid") >= 0:
            fields.remove(fields.lookupField("fid"))
        added = (("state", FieldType.TEXT), ("buffer_m", FieldType.DOUBLE), ("length_m", FieldType.DOUBLE))
        for name, kind in added:
            if fields.lookupField(name) < 0:
                fields.append(QgsField(name, kind))
        sink, identity = self.parameterAsSink(
            parameters, self.OUTPUT, context, fields, QgsWkbTypes.Type.LineString, source.sourceCrs()
        )
        if sink is None:
            return None
        names = [field.name() for field in source.fields() if fields.lookupField(field.name()) >= 0]
        for run in found.runs:
            feature = QgsFeature(fields)
            for name in names:
                feature[name] = run.feature[name]
            feature["state"] = "surviving" if run.survives else "lost"
            feature["buffer_m"], feature["length_m"] = found.buffer, run.length_m
            feature.setGeometry(run.geometry)
            if not sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
                raise AtlasError(
                    tr("Algorithms", "The result could not be written."), detail=sink.lastError()
                )
        return identity


def _numbers(text: str) -> list[float]:
    try:
        return [float(part) for part in text.replace(";", ",").split(",") if part.strip()]
    except ValueError as error:
        raise AtlasError(
            tr("Algorithms", "“{text}” is no list of metres (BUFFERS).").format(text=text),
            hint=tr("Algorithms", "For example 5, 10, 20."),
        ) from error
