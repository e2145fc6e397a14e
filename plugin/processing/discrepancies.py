# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""``cityatlas:discrepancies``: what contradicts in an atlas, graded, as a layer of pairs."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsFeature,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsPoint,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFile,
    QgsWkbTypes,
)

from ..compat import FieldType
from ..core.i18n import mark, tr
from . import point_sources
from .base import AtlasAlgorithm, stop_if_cancelled

FIELDS = (
    ("grade", FieldType.LONG), ("kind", FieldType.TEXT), ("text", FieldType.TEXT),
    ("distance_m", FieldType.DOUBLE), ("azimuth_deg", FieldType.DOUBLE), ("name_1", FieldType.TEXT),
    ("name_2", FieldType.TEXT), ("source_1", FieldType.TEXT), ("source_2", FieldType.TEXT),
    ("uuid_1", FieldType.TEXT), ("uuid_2", FieldType.TEXT), ("subject", FieldType.TEXT),
    ("decision", FieldType.TEXT), ("key", FieldType.TEXT),
)  # fmt: skip


class Discrepancies(AtlasAlgorithm):
    """Lists pairs of assertions, figures or sites that contradict each other."""

    NAME = "discrepancies"
    TITLE = mark("Algorithms", "Discrepancies")
    GROUP = ("measure", mark("Algorithms", "Measure"))
    HELP = mark(
        "Algorithms",
        "Finds what contradicts in an atlas: one source with two points for one thing, sources further apart "
        "than the size of the thing, figures and states that exclude each other, sites outside their city, "
        "names that match where points do not and the reverse, sites entered twice.\nEach pair is a line "
        "from the first to the second point, with geodesic distance and azimuth on the project's ellipsoid; "
        "pairs without two points (figures, statements) have no geometry. Grade 1: wrong somewhere; 2: look "
        "at it; 3: may be right. A pair that was settled bears its decision.",
    )
    TAGS = ("contradictions", "duplicates", "quality", "conflicts")
    ATLAS, OUTPUT, COUNT, OPEN = "ATLAS", "OUTPUT", "COUNT", "OPEN"

    def initAlgorithm(self, _configuration: Any = None) -> None:
        self.addParameter(QgsProcessingParameterFile(self.ATLAS, tr("Algorithms", "Atlas"), extension="gpkg"))
        self.addParameter(
            QgsProcessingParameterFeatureSink(
                self.OUTPUT, tr("Algorithms", "Discrepancies"), QgsProcessing.SourceType.TypeVectorLine
            )
        )
        self.addOutput(QgsProcessingOutputNumber(self.COUNT, tr("Algorithms", "Discrepancies found")))
        self.addOutput(QgsProcessingOutputNumber(self.OPEN, tr("Algorithms", "Not settled yet")))

    def run_atlas(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ..core.atlas.store import store
        from ..core.discrepancies import find

        def progress(percent: float) -> bool:
            feedback.setProgress(percent)
            return feedback.isCanceled()

        atlas = store.open_atlas(self.path(parameters, self.ATLAS, context))
        geodesic = point_sources.geodesic_of(context)
        feedback.pushInfo(tr("Algorithms", "Ellipsoid: {name}").format(name=geodesic.ellipsoid.name))
        found = find.find(atlas, progress, geodesic)
        fields = QgsFields()
        for name, kind in FIELDS:
            fields.append(QgsField(name, kind))
        wgs84 = QgsCoordinateReferenceSystem("EPSG:4326")
        sink, destination = point_sources.sink_of(
            self, parameters, context, fields, QgsWkbTypes.Type.LineString, wgs84
        )
        for item in found:
            stop_if_cancelled(feedback, self.TITLE)
            sink.addFeature(_feature(item, fields), QgsFeatureSink.Flag.FastInsert)
        unsettled = sum(not item.decision for item in found)
        for grade in (1, 2, 3):
            number = sum(item.grade == grade for item in found)
            feedback.pushInfo(tr("Algorithms", "Grade {grade}: {count}").format(grade=grade, count=number))
        return {self.OUTPUT: destination, self.COUNT: len(found), self.OPEN: unsettled}


def _feature(item: Any, fields: QgsFields) -> QgsFeature:
    feature = QgsFeature(fields)
    first, second = item.points
    if first is not None and second is not None:
        feature.setGeometry(QgsGeometry.fromPolyline([QgsPoint(*first), QgsPoint(*second)]))
    subjects = [*item.subjects, ""][:2]
    measured = [NULL if value is None else value for value in (item.distance_m, item.azimuth_deg)]
    feature.setAttributes([
        item.grade, item.kind.value, item.text, *measured, *item.names, *item.sources, *subjects,
        item.table.value, item.decision or NULL, item.key,
    ])  # fmt: skip
    return feature
