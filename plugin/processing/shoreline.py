# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""``cityatlas:shoreline``: change of a coast along transects, and land won or lost."""

from __future__ import annotations

import json
import math
from typing import TYPE_CHECKING, Any, Optional

from qgis.core import (
    QgsFeature,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsGeometry,
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
from ..core.i18n import tr
from .base import AtlasAlgorithm

if TYPE_CHECKING:
    import numpy as np

COLUMNS = ("SCE", "NSM", "EPR", "EPR_unc", "significant", "years", "LRR", "LR2", "LSE", "WLR", "WR2", "WSE")


class ShorelineChange(AtlasAlgorithm):
    """Casts transects and computes DSAS's statistics."""

    NAME = "shoreline"
    TITLE = "Shoreline change"
    GROUP = ("historic", "Historic sheets")
    HELP = (
        "Measures how a coast moved between two or more dates, along transects from a smoothed baseline, "
        "with the statistics of DSAS: SCE, NSM (seaward positive), EPR and its uncertainty; LRR and WLR from "
        "three dates up.\nGive OLD and NEW with their dates, or one layer LINES with a date field. Without a "
        "baseline the oldest shoreline serves. The sea lies on the right of the lines' direction, as in "
        "OpenStreetMap, and outside closed lines, unless a baseline on land or “Sea” says otherwise. Without "
        "an error field the newest of LINES has the new error, all others the old one. A change counts as "
        "significant beyond 1.96 standard deviations of both positions."
    )
    TAGS = ("coast", "dsas", "transect", "epr", "nsm", "reclamation")
    OLD, NEW, LINES, DATE_FIELD, BASELINE = "OLD", "NEW", "LINES", "DATE_FIELD", "BASELINE"
    SPACING, LENGTH, SMOOTHING, SEA = "SPACING", "LENGTH", "SMOOTHING", "SEA"
    OLD_DATE, NEW_DATE, OLD_ERROR, NEW_ERROR = "OLD_DATE", "NEW_DATE", "OLD_ERROR", "NEW_ERROR"
    ERROR_FIELD, OUTPUT, LAND, REPORT = "ERROR_FIELD", "OUTPUT", "LAND", "REPORT"

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
        from ..core.historic import features, shoreline
        from ..core.historic.control_points import replace_text

        self.keep_inputs(parameters, (self.OLD, self.NEW, self.LINES, self.BASELINE), context)
        report_path = self.output_path(parameters, self.REPORT, context)
        transforms = context.transformContext()
        first = self._first(parameters, context)
        crs, extent = first.sourceCrs(), first.sourceExtent()
        plane = features.plane_for(crs, extent, transforms, tr("Algorithms", "Shoreline"))

        def read(source: Any, what: str) -> tuple:
            convert = features.to_plane(source.sourceCrs(), plane, transforms, what, source.sourceExtent())
            return features.read_lines(source, convert, what, lambda: not feedback.isCanceled())

        shores = self._shores(parameters, context, read)
        base = self.parameterAsSource(parameters, self.BASELINE, context)
        baseline = None if base is None else read(base, tr("Algorithms", "Baseline"))[0]
        baseline, right, why = self._sea(parameters, context, baseline, shores)
        feedback.pushInfo(why)
        found = shoreline.measure(
            shores,
            baseline,
            spacing=self.parameterAsDouble(parameters, self.SPACING, context),
            length=self.parameterAsDouble(parameters, self.LENGTH, context),
            window=self.parameterAsDouble(parameters, self.SMOOTHING, context),
            sea_on_right=right,
        )
        feedback.setProgress(70)
        if base is not None and not self.parameterAsEnum(parameters, self.SEA, context):
            _doubt(shores, found, feedback)
        back = features.from_plane(crs, plane, transforms, tr("Algorithms", "Shoreline"), extent)
        results: dict[str, Any] = {
            self.OUTPUT: self._write(parameters, context, crs, found, back, len(shores) > 2)
        }
        report = {**shoreline.summary(found), "sea": why, "dates": {s.label: s.year for s in shores}}
        report["transect_statistics"] = [
            {"transect": t.number, **{k: v for k, v in t.statistics.items() if k in COLUMNS}} for t in found
        ]
        land = self._land(parameters, context, crs, shores, found, back)
        if land is not None:
            results[self.LAND], report["land"] = land
        if report_path is not None:
            replace_text(str(report_path), json.dumps(report, indent=2, ensure_ascii=False) + "\n")
            results[self.REPORT] = str(report_path)
        return results

    def _first(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Any:
        several = self.parameterAsSource(parameters, self.LINES, context)
        if several is not None:
            return several
        old = self.parameterAsSource(parameters, self.OLD, context)
        if old is None or self.parameterAsSource(parameters, self.NEW, context) is None:
            raise AtlasError("Give OLD and NEW, or LINES with a date field.")
        return old

    def _shores(self, parameters: dict[str, Any], context: QgsProcessingContext, read: Any) -> list:
        from ..core.historic.features import attribute
        from ..core.historic.shoreline import Shore, decimal_year

        several = self.parameterAsSource(parameters, self.LINES, context)
        if several is None:
            found = []
            for name, when, error in (
                (self.OLD, self.OLD_DATE, self.OLD_ERROR),
                (self.NEW, self.NEW_DATE, self.NEW_ERROR),
            ):
                source = self.parameterAsSource(parameters, name, context)
                text = self.parameterAsString(parameters, when, context)
                if not text:
                    raise AtlasError(f"{when} is empty.", hint="Write 1944, 1944-06 or 1944-06-30.")
                size = self.parameterAsDouble(parameters, error, context)
                title = self.parameterDefinition(name).description()
                found.append(Shore(read(source, title)[0], decimal_year(text), size, text))
            return found
        date, sized = (
            self.field(parameters, name, self.LINES, context) for name in (self.DATE_FIELD, self.ERROR_FIELD)
        )
        if not date:
            raise AtlasError("LINES needs a date field (DATE_FIELD).")
        groups: dict[str, Shore] = {}
        old, new = (self.parameterAsDouble(parameters, n, context) for n in (self.OLD_ERROR, self.NEW_ERROR))
        for line, feature in zip(*read(several, tr("Algorithms", "Shorelines of several dates"))):
            text = _date_text(feature[date])
            if not text:
                raise AtlasError(f"Feature {feature.id()} has no date in {date}.")
            size = attribute(feature, (sized,)) if sized else ""
            try:
                shore = groups.setdefault(text, Shore([], decimal_year(text), math.nan, text))
                shore.error = float(size) if size else shore.error
            except AtlasError as error:
                raise AtlasError(f"Feature {feature.id()}: {error.message}", hint=error.hint) from error
            except ValueError as error:
                raise AtlasError(f"Feature {feature.id()}: “{size}” in {sized} is no number.") from error
            shore.lines.append(line)
        ordered = sorted(groups.values(), key=lambda shore: shore.year)
        for shore in ordered:
            if math.isnan(shore.error):
                shore.error = new if shore is ordered[-1] else old
        return ordered

    def _sea(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        baseline: Optional[list],
        shores: list,
    ) -> tuple[Optional[list], bool, str]:
        """The baseline to use, whether the sea lies on its right, and why."""
        import numpy as np

        from ..core.historic.shoreline import sea_outside

        choice = self.parameterAsEnum(parameters, self.SEA, context)
        if choice:
            said = tr("Algorithms", "The sea was said to lie on the {}.").format(
                ("right", "left")[choice - 1]
            )
            return baseline, choice == 1, said
        if baseline is not None:
            sides = [_side(baseline, line) for shore in shores for line in shore.lines]
            share = float(np.mean(np.concatenate(sides)))
            if share < 0.1 or share > 0.9:
                right = share > 0.5
                text = tr("Algorithms", "The baseline lies on land: the shorelines are on its {}.")
                return baseline, right, text.format("right" if right else "left")
        lines = sea_outside(baseline or min(shores, key=lambda shore: shore.year).lines)
        text = tr(
            "Algorithms",
            "The sea is taken to lie on the right of the lines, as in OpenStreetMap, outside closed ones.",
        )
        return lines, True, text

    def _write(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        crs: Any,
        found: list,
        back: Any,
        regression: bool,
    ) -> str:
        import numpy as np

        from ..core.historic.features import line_geometry

        fields = QgsFields()
        fields.append(QgsField("transect", FieldType.INT))
        names = [name for name in COLUMNS if regression or name[:2] not in ("LR", "LS", "WL", "WR", "WS")]
        for name in names:
            fields.append(QgsField(name, FieldType.BOOL if name == "significant" else FieldType.DOUBLE))
        sink, identity = self.parameterAsSink(
            parameters, self.OUTPUT, context, fields, QgsWkbTypes.Type.LineString, crs
        )
        if sink is None:
            raise AtlasError("The transects (OUTPUT) could not be created.")
        for transect in found:
            ends = transect.distances[np.isfinite(transect.distances)]
            near, far = min(0.0, ends.min()), max(0.0, ends.max())
            points = transect.origin + np.outer([near - 25.0, far + 25.0], transect.seaward)
            feature = QgsFeature(fields)
            feature["transect"] = transect.number
            for name in names:
                if name in transect.statistics:
                    feature[name] = transect.statistics[name]
            feature.setGeometry(QgsGeometry(line_geometry(back(points))))
            if not sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
                raise AtlasError("The transects could not be written.", detail=sink.lastError())
        return identity

    def _land(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        crs: Any,
        shores: list,
        found: list,
        back: Any,
    ) -> Optional[tuple[str, dict]]:
        """Polygons between the oldest and the newest shoreline, where they were asked for."""
        from ..core.historic.features import polygon_geometry, strings
        from ..core.historic.land_gain import land_gain
        from ..core.historic.shoreline import sea_side

        if not parameters.get(self.LAND):
            return None
        fields = QgsFields()
        fields.append(QgsField("change", FieldType.TEXT))
        fields.append(QgsField("area_m2", FieldType.DOUBLE))
        sink, identity = self.parameterAsSink(
            parameters, self.LAND, context, fields, QgsWkbTypes.Type.Polygon, crs
        )
        ordered = sorted(shores, key=lambda shore: shore.year)
        old, new = ordered[0].lines, ordered[-1].lines
        sides = sea_side(old, found, 0), sea_side(new, found, -1)
        sums = {"gain_m2": 0.0, "loss_m2": 0.0}
        for change, face, area in land_gain(old, new, sides):
            sums[f"{change}_m2"] += area
            feature = QgsFeature(fields)
            feature["change"], feature["area_m2"] = change, area
            feature.setGeometry(polygon_geometry([back(ring) for ring in strings(face)]))
            sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert)
        return identity, sums


def _doubt(shores: list, found: list, feedback: QgsProcessingFeedback) -> None:
    """Say so where the drawing direction of the oldest shoreline puts the sea on the other side."""
    from ..core.historic.shoreline import sea_side

    if not sea_side(min(shores, key=lambda shore: shore.year).lines, found, 0):
        feedback.pushWarning(
            tr(
                "Algorithms",
                "By its drawing direction the oldest shoreline would have the sea on the other side. If the "
                "baseline lies offshore, say with SEA where the sea is.",
            )
        )


def _date_text(value: Any) -> str:
    if value is None or str(value) == "NULL":
        return ""
    return value.toString("yyyy-MM-dd") if hasattr(value, "toString") else str(value).strip()


def _side(baseline: list, line: np.ndarray) -> np.ndarray:
    """True for the points of a line that lie on the right of the nearest stretch of the baseline."""
    import numpy as np

    a = np.concatenate([b[:-1] for b in baseline])
    d = np.concatenate([np.diff(b, axis=0) for b in baseline])
    points = line[:: max(1, len(line) // 50)]
    gap = points[:, None, :] - a[None, :, :]
    t = np.clip(np.sum(gap * d, axis=2) / np.maximum(np.sum(d * d, axis=1), 1e-12), 0, 1)
    rest = gap - t[:, :, None] * d
    near = np.argmin(np.sum(rest * rest, axis=2), axis=1)
    rows = np.arange(len(points))
    cross = d[near, 0] * gap[rows, near, 1] - d[near, 1] * gap[rows, near, 0]
    return cross < 0
