# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""``cityatlas:survival``: how much of a historic network still exists."""

from __future__ import annotations

import json
import math
from typing import Any, Optional

from qgis.core import (
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSink,
    QgsField,
    QgsFields,
    QgsGeometry,
    QgsProcessing,
    QgsProcessingContext,
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
from ..core.i18n import tr
from .base import AtlasAlgorithm


class Survival(AtlasAlgorithm):
    """Measures survival and cuts the historic lines."""

    NAME = "survival"
    TITLE = "Survival of a historic network"
    GROUP = ("historic", "Historic sheets")
    HELP = (
        "Measures how much of a historic street or rail network still exists in a modern one.\n"
        "A stretch survives where a modern line of like bearing lies within the buffer. By accident some of "
        "any dense network does, so the same test is made after random shifts (nulls), and S* = (S − S0) / "
        "(1 − S0). Take the buffer from the error budget: twice the root of the summed squares of the errors "
        "of sheet, trace and modern layer. Schematic traces are refused."
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
        from ..core.historic import features, network, survival
        from ..core.historic.control_points import replace_text

        self.keep_inputs(parameters, (self.HISTORIC, self.MODERN, self.AREA, self.DISTRICTS), context)
        report_path = self.output_path(parameters, self.REPORT, context)
        buffers = _numbers(self.parameterAsString(parameters, self.BUFFERS, context))
        old = self._source(parameters, self.HISTORIC, context)
        new = self._source(parameters, self.MODERN, context)
        transforms = context.transformContext()
        extent = old.sourceExtent()
        plane = features.plane_for(old.sourceCrs(), extent, transforms, tr("Algorithms", "Historic lines"))

        def convert_of(source: Any, what: str) -> Any:
            return features.to_plane(source.sourceCrs(), plane, transforms, what, source.sourceExtent())

        def lines_of(source: Any, what: str, part: Any = None) -> tuple:
            convert = convert_of(source, what)
            return features.read_lines(source, convert, what, lambda: not feedback.isCanceled(), part)

        old_lines, old_features = _without_coasts(*lines_of(old, tr("Algorithms", "Historic lines")))
        survival.refuse_schematic([features.attribute(f, ("fidelity",)) for f in old_features])
        part = _near(new, old_lines, plane, transforms)
        new_lines, new_features = lines_of(new, tr("Algorithms", "Modern lines"), part)
        named = (self.field(parameters, self.DISTRICT_FIELD, self.DISTRICTS, context) or "name",)
        area = self._polygons(parameters, context, convert_of, self.AREA, ())
        districts = self._polygons(parameters, context, convert_of, self.DISTRICTS, named)
        old_lines, old_features, inside = _cut_at(old_lines, old_features, area, districts)
        kinds = _kinds(old_features, new_features)
        historic = network.build(old_lines, kinds[0])
        classes = self._classes(parameters, context, old_features)
        result = survival.measure(
            historic,
            network.build(new_lines, kinds[1]),
            buffers,
            angle=self.parameterAsDouble(parameters, self.ANGLE, context),
            nulls=self.parameterAsInt(parameters, self.NULLS, context),
            seed=self.parameterAsInt(parameters, self.SEED, context),
            area=sum(map(features.strings, area.values()), []),
            classes=classes,
            districts={name: features.strings(border) for name, border in districts.items()},
            progress=_progress(feedback),
        )
        _budget(result, old_features, buffers)
        for warning in result.warnings:
            feedback.pushWarning(warning)
        chosen = _chosen(result, self.parameterAsDouble(parameters, self.OUTPUT_BUFFER, context))
        back = features.from_plane(
            old.sourceCrs(), plane, transforms, tr("Algorithms", "Historic lines"), extent
        )
        runs = survival.cut_lines(old_lines, historic, result.runs[chosen])
        cut = [part for part in runs if inside[part[0]]]
        sink_id = self._write(parameters, context, old, old_features, cut, back, result.curve[chosen].buffer)
        results: dict[str, Any] = {self.OUTPUT: sink_id} if sink_id else {}
        if report_path is not None:
            report = survival.report(result, result.curve[chosen].buffer, old_lines, new_lines)
            replace_text(str(report_path), json.dumps(report, indent=2, ensure_ascii=False) + "\n")
            results[self.REPORT] = str(report_path)
        return results

    def _source(self, parameters: dict[str, Any], name: str, context: QgsProcessingContext) -> Any:
        source = self.parameterAsSource(parameters, name, context)
        title = self.parameterDefinition(name).description()
        if source is None:
            raise AtlasError(f"{title} ({name}) could not be opened.", hint="Choose a line layer.")
        if source.featureCount() == 0:
            raise AtlasError(f"{title} ({name}) has no features.", hint="Choose another layer or selection.")
        return source

    def _classes(
        self, parameters: dict[str, Any], context: QgsProcessingContext, owners: list
    ) -> Optional[dict]:
        from ..core.historic.features import attribute

        named = self.field(parameters, self.CLASS_FIELD, self.HISTORIC, context)
        field = named or "kind"
        values = [attribute(f, (field,)) for f in owners]
        return {field: values} if named or len(set(values)) > 1 else None

    def _polygons(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        convert_of: Any,
        name: str,
        named: tuple[str, ...],
    ) -> dict[str, QgsGeometry]:
        """Polygons of a layer in metres, united by the name that one of the fields ``named`` gives them."""
        from ..core.historic import features

        source = self.parameterAsSource(parameters, name, context)
        if source is None:
            return {}
        title = self.parameterDefinition(name).description()
        found: dict[str, list] = {}
        for feature in features.features_of(source):
            if feature.hasGeometry():
                label = (features.attribute(feature, named) or str(feature.id())) if named else ""
                found.setdefault(label, []).append(feature.geometry())
        if not found:
            raise AtlasError(f"{title} ({name}) holds no polygons.", hint="Choose another layer or none.")
        convert = convert_of(source, title)
        return {label: features.united(geometries, convert) for label, geometries in found.items()}

    def _write(
        self,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        source: Any,
        owners: list,
        cut: list,
        back: Any,
        buffer: float,
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
        import numpy as np

        from ..core.historic.features import line_geometry

        # One conversion for all runs: going back run by run costs more than measuring.
        ends = np.cumsum([len(points) for _, _, points, _ in cut])[:-1]
        moved = np.split(back(np.concatenate([points for _, _, points, _ in cut])), ends)
        names = [field.name() for field in source.fields() if fields.lookupField(field.name()) >= 0]
        for (number, lives, _, length), points in zip(cut, moved):
            feature = QgsFeature(fields)
            for name in names:
                feature[name] = owners[number][name]
            feature["state"] = "surviving" if lives else "lost"
            feature["buffer_m"], feature["length_m"] = buffer, length
            feature.setGeometry(line_geometry(points))
            if not sink.addFeature(feature, QgsFeatureSink.Flag.FastInsert):
                raise AtlasError("The result could not be written.", detail=sink.lastError())
        return identity


def _numbers(text: str) -> list[float]:
    try:
        return [float(part) for part in text.replace(";", ",").split(",") if part.strip()]
    except ValueError as error:
        raise AtlasError(
            f"“{text}” is no list of metres (BUFFERS).", hint="For example 5, 10, 20."
        ) from error


def _near(modern: Any, lines: list, plane: Any, transforms: Any) -> Any:
    """The part of a country-wide layer that counts; None, for all of it, where nothing is near."""
    from ..core.historic.features import features_of, from_plane, rectangle_around
    from ..core.historic.survival import SHIFT

    back = from_plane(
        modern.sourceCrs(), plane, transforms, tr("Algorithms", "Modern lines"), modern.sourceExtent()
    )
    part = rectangle_around(lines, SHIFT[1] + 1000.0, back)
    return part if any(True for _ in features_of(modern, QgsFeatureRequest(part).setLimit(1))) else None


def _without_coasts(lines: list, owners: list) -> tuple[list, list]:
    """Coastlines in a layer of traces are no streets."""
    from ..core.historic.features import attribute

    keep = [i for i, f in enumerate(owners) if "coast" not in attribute(f, ("kind",)).lower()]
    if not keep:
        raise AtlasError("The historic layer holds only coastlines.", hint="Choose streets or railways.")
    return [lines[i] for i in keep], [owners[i] for i in keep]


def _cut_at(lines: list, owners: list, area: dict, districts: dict) -> tuple[list, list, list[bool]]:
    """Lines and their features cut at the borders, and which lie in the area (all where there is none)."""
    from ..core.historic.features import split_at

    inside = [True] * len(lines)
    for border in (*districts.values(), *area.values()):
        lines, owners, within = split_at(lines, owners, border)
        inside = within if area else [True] * len(lines)
    return lines, owners, inside


def _kinds(old: list, new: list) -> tuple[Optional[list[int]], Optional[list[int]]]:
    """1 for railways, 0 for the rest; None where only one of the layers tells them apart."""
    from ..core.historic.features import attribute

    def is_rail(feature: Any) -> int:
        own = attribute(feature, ("kind", "type", "fclass")).lower()
        return int(bool(attribute(feature, ("railway",))) or "rail" in own)

    a, b = [is_rail(f) for f in old], [is_rail(f) for f in new]
    if any(a) and any(b):
        return a, b
    return None, None


def _budget(result: Any, owners: list, buffers: list[float]) -> None:
    """Say so where every buffer is smaller than the errors of the traces ask for."""
    from ..core.historic.features import attribute
    from ..core.historic.survival import buffer_from_errors

    known = [float(t) for t in (attribute(f, ("accuracy_m",)) for f in owners) if t]
    known = [v for v in known if math.isfinite(v)]
    if not known:
        return
    least = buffer_from_errors(sorted(known)[len(known) // 2], 0.0, 5.0)
    small = [b for b in buffers if b < least]
    if small:
        listed = ", ".join(f"{b:g}" for b in sorted(small))
        result.warnings.append(
            f"The traces' accuracy asks for a buffer of {least:.0f} m; {listed} m lose streets that exist."
        )


def _chosen(result: Any, wanted: float) -> int:
    values = [point.buffer for point in result.curve]
    if wanted <= 0:
        return (len(values) - 1) // 2
    return min(range(len(values)), key=lambda k: abs(values[k] - wanted))


def _progress(feedback: QgsProcessingFeedback) -> Any:
    def step(share: float) -> bool:
        feedback.setProgress(100 * share)
        return not feedback.isCanceled()

    return step
