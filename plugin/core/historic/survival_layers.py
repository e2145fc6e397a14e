# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Survival between two layers: which lines count, what is compared with what, where lines are cut."""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import Callable, Optional, Sequence

import numpy as np
from qgis.core import (
    QgsCoordinateTransformContext,
    QgsFeature,
    QgsFeatureRequest,
    QgsFeatureSource,
    QgsGeometry,
)

from ..errors import AtlasError
from ..i18n import tr
from . import features, network, survival
from .features import attribute
from .metric_plane import MetricPlane

MODERN_ERROR = 5.0
"""One standard deviation of a modern street's position in metres, where nothing else is known."""
_MARGIN = 1000.0


@dataclass(frozen=True)
class SurvivalInputs:
    """Two line layers and how they are to be compared; lengths in metres, ``angle`` in degrees.

    ``area`` and ``districts`` are polygon layers, ``class_field`` a field of the historic lines ("" = kind),
    ``district_field`` one of the districts ("" = name), ``output_buffer`` the buffer that the lines are cut
    with (0 = the middle one).
    """

    historic: QgsFeatureSource
    modern: QgsFeatureSource
    buffers: Sequence[float]
    angle: float = 20.0
    nulls: int = 99
    seed: int = 1
    area: Optional[QgsFeatureSource] = None
    districts: Optional[QgsFeatureSource] = None
    class_field: str = ""
    district_field: str = ""
    output_buffer: float = 0.0


@dataclass(frozen=True)
class StreetRun:
    """A stretch of a historic line in the coordinates of its layer, and the feature it came from."""

    feature: QgsFeature
    survives: bool
    length_m: float
    geometry: QgsGeometry


@dataclass(frozen=True)
class LayerSurvival:
    """The JSON report, what the user should know, and the historic lines cut at ``buffer``."""

    report: dict
    warnings: list[str]
    buffer: float
    runs: list[StreetRun]


def measure_layers(
    inputs: SurvivalInputs,
    transforms: QgsCoordinateTransformContext,
    progress: Optional[survival.Progress] = None,
) -> LayerSurvival:
    """Measure how much of the historic layer's lines still exists in the modern layer.

    Coastlines do not count, railways are compared with railways where both layers tell them, and lines are
    cut at the borders of area and districts.  Raises AtlasError, and Cancelled when ``progress`` says so.
    """
    reader = _Reader(inputs.historic, transforms, progress)
    old, owners = _without_coasts(*reader.lines(inputs.historic, _old_title()))
    survival.refuse_schematic([attribute(f, ("fidelity",)) for f in owners])
    part = _near(inputs.modern, old, reader.plane, transforms)
    new, new_owners = reader.lines(inputs.modern, tr("Survival", "Modern lines"), part)
    area = reader.polygons(inputs.area, tr("Survival", "Area"), None)
    districts = reader.polygons(
        inputs.districts, tr("Survival", "Districts"), inputs.district_field or "name"
    )
    old, owners, inside = _cut_at(old, owners, area, districts)
    kinds = _kinds(owners, new_owners)
    historic = network.build(old, kinds[0])
    result = survival.measure(
        historic,
        network.build(new, kinds[1]),
        inputs.buffers,
        angle=inputs.angle,
        nulls=inputs.nulls,
        seed=inputs.seed,
        area=sum(map(features.strings, area.values()), []),
        classes=_classes(owners, inputs.class_field),
        districts={name: features.strings(border) for name, border in districts.items()},
        progress=progress,
    )
    result.warnings += _budget(owners, inputs.buffers)
    chosen = _chosen(result, inputs.output_buffer)
    cut = [p for p in survival.cut_lines(old, historic, result.runs[chosen]) if inside[p[0]]]
    buffer = result.curve[chosen].buffer
    report = survival.report(result, buffer, old, new)
    return LayerSurvival(report, result.warnings, buffer, reader.runs(cut, owners))


def _old_title() -> str:
    return tr("Survival", "Historic lines")


class _Reader:
    """Reads layers into the plane about the historic one, and brings lines back."""

    def __init__(
        self,
        historic: QgsFeatureSource,
        transforms: QgsCoordinateTransformContext,
        progress: Optional[survival.Progress],
    ) -> None:
        self._historic, self._transforms = historic, transforms
        self._keep_going: Optional[Callable[[], bool]] = None if progress is None else (lambda: progress(0.0))
        self.plane = features.plane_for(
            historic.sourceCrs(), historic.sourceExtent(), transforms, _old_title()
        )

    def _convert(self, source: QgsFeatureSource, what: str) -> Callable[[np.ndarray], np.ndarray]:
        return features.to_plane(
            source.sourceCrs(), self.plane, self._transforms, what, source.sourceExtent()
        )

    def lines(self, source: QgsFeatureSource, what: str, part: object = None) -> tuple:
        """Lines of a layer in metres and the feature of each, in a rectangle if one is given."""
        return features.read_lines(source, self._convert(source, what), what, self._keep_going, part)

    def polygons(
        self, source: Optional[QgsFeatureSource], what: str, field: Optional[str]
    ) -> dict[str, QgsGeometry]:
        """Polygons of a layer in metres, united by what ``field`` calls them; None unites all."""
        if source is None:
            return {}
        return features.read_polygons(source, self._convert(source, what), what, field)

    def runs(self, cut: list, owners: list[QgsFeature]) -> list[StreetRun]:
        """Stretches in metres as lines of the historic layer."""
        if not cut:
            return []
        source = self._historic
        back = features.from_plane(
            source.sourceCrs(), self.plane, self._transforms, _old_title(), source.sourceExtent()
        )
        # One conversion for all runs: going back run by run costs more than measuring.
        ends = np.cumsum([len(points) for _, _, points, _ in cut])[:-1]
        moved = np.split(back(np.concatenate([points for _, _, points, _ in cut])), ends)
        return [
            StreetRun(owners[number], lives, length, features.line_geometry(points))
            for (number, lives, _, length), points in zip(cut, moved)
        ]


def _near(
    modern: QgsFeatureSource,
    lines: Sequence[np.ndarray],
    plane: MetricPlane,
    transforms: QgsCoordinateTransformContext,
) -> object:
    """The part of a country-wide layer that counts; None, for all of it, where nothing is near."""
    back = features.from_plane(
        modern.sourceCrs(), plane, transforms, tr("Survival", "Modern lines"), modern.sourceExtent()
    )
    part = features.rectangle_around(lines, survival.SHIFT[1] + _MARGIN, back)
    request = QgsFeatureRequest(part).setLimit(1)
    return part if any(True for _ in features.features_of(modern, request)) else None


def _without_coasts(lines: list[np.ndarray], owners: list[QgsFeature]) -> tuple:
    """Coastlines in a layer of traces are no streets."""
    keep = [i for i, f in enumerate(owners) if "coast" not in attribute(f, ("kind",)).lower()]
    if not keep:
        raise AtlasError(
            tr("Survival", "The historic layer holds only coastlines."),
            hint=tr("Survival", "Choose streets or railways."),
        )
    return [lines[i] for i in keep], [owners[i] for i in keep]


def _cut_at(
    lines: list[np.ndarray],
    owners: list[QgsFeature],
    area: dict[str, QgsGeometry],
    districts: dict[str, QgsGeometry],
) -> tuple[list[np.ndarray], list[QgsFeature], list[bool]]:
    """Lines and their features cut at the borders, and which lie in the area (all where there is none)."""
    inside = [True] * len(lines)
    for border in (*districts.values(), *area.values()):
        lines, owners, within = features.split_at(lines, owners, border)
        inside = within if area else [True] * len(lines)
    return lines, owners, inside


def _kinds(
    old: Sequence[QgsFeature], new: Sequence[QgsFeature]
) -> tuple[Optional[list[int]], Optional[list[int]]]:
    """1 for railways, 0 for the rest; None where only one of the layers tells them apart."""

    def is_rail(feature: QgsFeature) -> int:
        own = attribute(feature, ("kind", "type", "fclass")).lower()
        return int(bool(attribute(feature, ("railway",))) or "rail" in own)

    a, b = [is_rail(f) for f in old], [is_rail(f) for f in new]
    if any(a) and any(b):
        return a, b
    return None, None


def _classes(owners: Sequence[QgsFeature], field: str) -> Optional[dict[str, list[str]]]:
    """One label for each line, where a field was asked for or the lines are of several kinds."""
    name = field or "kind"
    values = [attribute(f, (name,)) for f in owners]
    return {name: values} if field or len(set(values)) > 1 else None


def _budget(owners: Sequence[QgsFeature], buffers: Sequence[float]) -> list[str]:
    """Say so where a buffer is smaller than the errors of the traces ask for."""
    known = [float(t) for t in (attribute(f, ("accuracy_m",)) for f in owners) if t]
    known = sorted(v for v in known if math.isfinite(v))
    if not known:
        return []
    least = survival.buffer_from_errors(known[len(known) // 2], 0.0, MODERN_ERROR)
    small = sorted(b for b in buffers if b < least)
    if not small:
        return []
    listed = ", ".join(f"{b:g}" for b in small)
    text = tr(
        "Survival", "The traces' accuracy asks for a buffer of {least} m; {listed} m lose streets that exist."
    )
    return [text.format(least=f"{least:.0f}", listed=listed)]


def _chosen(result: survival.Survival, wanted: float) -> int:
    """Number of the buffer nearest to the wanted one, the middle one for 0."""
    values = [point.buffer for point in result.curve]
    if wanted <= 0:
        return (len(values) - 1) // 2
    return min(range(len(values)), key=lambda k: abs(values[k] - wanted))
