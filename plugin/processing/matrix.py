# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""``cityatlas:matrix``: the distance of every pair of two sets of points."""

from __future__ import annotations

from typing import Any, Optional

from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsWkbTypes,
)

from ..compat import FieldType
from ..core.errors import AtlasError
from ..core.i18n import mark, tr
from . import point_sources
from .base import AtlasAlgorithm

LONG, WIDE = 0, 1
MOST_COLUMNS = 1990
"""A GeoPackage table takes 2,000 columns (SQLite's limit)."""
SCHEMELESS = (".csv", ".tsv", "memory:", "TEMPORARY_OUTPUT")


class Matrix(AtlasAlgorithm):
    """Writes distances as a long list or a wide table."""

    NAME = "matrix"
    TITLE = mark("Algorithms", "Distance matrix")
    GROUP = ("measure", mark("Algorithms", "Measure"))
    HELP = mark(
        "Algorithms",
        "Measures the geodesic distance of every origin to every target, right to a tenth of a millimetre.\n"
        "Long: a row for each pair (origin, target, distance_m). Wide: a row for each origin with its point "
        "and a column for each target. A .csv or .xlsx as OUTPUT opens in a spreadsheet.",
    )
    TAGS = ("distance", "pairs", "table", "geodesic")
    ORIGINS, TARGETS, FORMAT, OUTPUT, PAIRS = "ORIGINS", "TARGETS", "FORMAT", "OUTPUT", "PAIRS"

    def initAlgorithm(self, _configuration: Optional[dict] = None) -> None:
        kinds = [QgsProcessing.SourceType.TypeVectorPoint]
        forms = [
            tr("Algorithms", "Long: a row for each pair"),
            tr("Algorithms", "Wide: a column for each target"),
        ]
        add = self.addParameter
        add(QgsProcessingParameterFeatureSource(self.ORIGINS, tr("Algorithms", "Origins"), kinds))
        add(QgsProcessingParameterFeatureSource(self.TARGETS, tr("Algorithms", "Targets"), kinds))
        add(QgsProcessingParameterEnum(self.FORMAT, tr("Algorithms", "Form"), forms, False, LONG))
        vector = QgsProcessing.SourceType.TypeVector
        add(QgsProcessingParameterFeatureSink(self.OUTPUT, tr("Algorithms", "Distances"), vector))
        self.addOutput(QgsProcessingOutputNumber(self.PAIRS, tr("Algorithms", "Pairs measured")))

    def run_atlas(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ..core.measure.matrix import DistanceMatrix

        geodesic = point_sources.geodesic_of(context)
        feedback.pushInfo(tr("Algorithms", "Ellipsoid: {}").format(geodesic.ellipsoid.name))
        sides = []
        for name, what in (
            (self.ORIGINS, tr("Algorithms", "Origins")),
            (self.TARGETS, tr("Algorithms", "Targets")),
        ):
            source = point_sources.source_of(self, parameters, name, context)
            found = point_sources.points_of(source, what, context, feedback)
            if not len(found):
                raise AtlasError(
                    tr("Algorithms", "{what} ({name}) has no points.").format(what=what, name=name),
                    hint=tr("Algorithms", "Choose another layer."),
                )
            sides.append((found, labels(source, found)))
        (origins, origin_names), (targets, target_names) = sides
        matrix = DistanceMatrix((origins.lon, origins.lat), (targets.lon, targets.lat), geodesic)
        write = self._wide if self.parameterAsEnum(parameters, self.FORMAT, context) == WIDE else self._long
        destination = write(parameters, context, feedback, matrix, origin_names, target_names)
        return {self.OUTPUT: destination, self.PAIRS: matrix.shape[0] * matrix.shape[1]}

    def _long(
        self, parameters: dict, context: QgsProcessingContext, feedback: QgsProcessingFeedback, matrix: Any,
        origins: list[str], targets: list[str],
    ) -> str:  # fmt: skip
        fields = QgsFields()
        for name in ("origin", "target"):
            fields.append(QgsField(name, FieldType.TEXT))
        fields.append(QgsField("distance_m", FieldType.DOUBLE))
        nowhere = QgsCoordinateReferenceSystem()
        kind = QgsWkbTypes.Type.NoGeometry
        sink, destination = point_sources.sink_of(self, parameters, context, fields, kind, nowhere)
        feature = QgsFeature(fields)
        add, fill = sink.addFeature, feature.setAttributes
        fast = QgsFeatureSink.Flag.FastInsert
        for start, block in matrix.stream(feedback.isCanceled, feedback.setProgress):
            for origin, row in zip(origins[start:], block.tolist()):
                for target, distance in zip(targets, row):
                    fill([origin, target, distance])
                    add(feature, fast)
        return destination

    def _wide(
        self, parameters: dict, context: QgsProcessingContext, feedback: QgsProcessingFeedback, matrix: Any,
        origins: list[str], targets: list[str],
    ) -> str:  # fmt: skip
        from qgis.core import QgsGeometry, QgsPointXY

        self._check_width(parameters, len(targets))
        fields = QgsFields()
        fields.append(QgsField("origin", FieldType.TEXT))
        for name in distinct(targets):
            fields.append(QgsField(name, FieldType.DOUBLE))
        sink, destination = point_sources.sink_of(self, parameters, context, fields, QgsWkbTypes.Type.Point)
        lons, lats = matrix.origins.lon.tolist(), matrix.origins.lat.tolist()
        feature = QgsFeature(fields)
        for start, block in matrix.stream(feedback.isCanceled, feedback.setProgress):
            for place, row in enumerate(block.tolist(), start):
                feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(lons[place], lats[place])))
                feature.setAttributes([origins[place], *row])
                sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert)
        return destination

    def _check_width(self, parameters: dict, columns: int) -> None:
        value = parameters[self.OUTPUT]
        path = str(getattr(getattr(value, "sink", None), "staticValue", lambda: value)() or "")
        if columns > MOST_COLUMNS and not any(path.lower().endswith(end.lower()) for end in SCHEMELESS):
            raise AtlasError(
                tr(
                    "Algorithms",
                    "A wide table of {columns} columns fits no GeoPackage (limit {most}).",
                ).format(columns=f"{columns:,}", most=f"{MOST_COLUMNS:,}"),
                hint=tr("Algorithms", "Choose the long form, or a .csv file."),
            )


def labels(source: Any, found: point_sources.Points) -> list[str]:
    """Return a name for each point: its ``name``, or its feature id where it has none."""
    number = source.fields().lookupField("name")
    names: dict[int, Any] = {}
    if number >= 0:
        request = QgsFeatureRequest().setSubsetOfAttributes([number])
        request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
        names = {feature.id(): feature.attribute(number) for feature in source.getFeatures(request)}
    return [str(fid) if names.get(fid) in (None, NULL, "") else str(names[fid]) for fid in found.ids]


def distinct(names: list[str]) -> list[str]:
    """Return column names without repeats (SQLite compares them without case): ``Market``, ``Market (2)``."""
    taken = {"origin", "fid", "geom"}
    out = []
    for name in names:
        column, count = name, 1
        while column.lower() in taken:
            count += 1
            column = f"{name} ({count})"
        taken.add(column.lower())
        out.append(column)
    return out
