# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Shoreline change between layers: dates and errors of the coasts, the side of the sea, land won, lost."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from enum import IntEnum
from typing import Callable, Optional, Sequence

import numpy as np
from qgis.core import (
    QgsCoordinateTransformContext,
    QgsFeatureSource,
    QgsGeometry,
    QgsPoint,
    QgsPointXY,
)

from ..errors import AtlasError
from ..i18n import tr
from . import features, shoreline
from .features import attribute
from .land_gain import land_gain
from .shoreline import Shore, Transect
from .survival import Progress

COLUMNS = ("SCE", "NSM", "EPR", "EPR_unc", "significant", "years", "LRR", "LR2", "LSE", "WLR", "WR2", "WSE")
"""Statistics of a transect; those of the regressions exist from three dates up."""
_OVERHANG = 25.0
_BESIDE = (2.0, 10.0, 40.0)
"""How far beside a coast land is looked for, in metres: its own line may lie off the land's border."""


class Sea(IntEnum):
    """Where the sea lies, as the algorithm's parameter counts."""

    AUTOMATIC = 0
    RIGHT = 1
    LEFT = 2


@dataclass(frozen=True)
class DatedLayer:
    """A coast of one date: ``date`` as written, ``error`` one standard deviation in metres."""

    source: QgsFeatureSource
    date: str
    error: float
    title: str


@dataclass(frozen=True)
class DatedLines:
    """Coasts of several dates in one layer; ``errors`` stand for what ``error_field`` does not say.

    ``errors`` are metres for the older ones and for the newest.
    """

    source: QgsFeatureSource
    date_field: str
    error_field: str
    errors: tuple[float, float]


@dataclass(frozen=True)
class ShorelineInputs:
    """The coasts and how they are to be compared; lengths in metres.

    ``coasts`` is either two layers or one of several dates.  ``land`` are polygons of dry land, which tell
    the side of the sea; ``districts`` are polygons by which the transects are summed up as well.
    """

    coasts: tuple[DatedLayer, DatedLayer] | DatedLines
    baseline: Optional[QgsFeatureSource] = None
    spacing: float = 50.0
    length: float = 2000.0
    smoothing: float = 500.0
    sea: Sea = Sea.AUTOMATIC
    land: Optional[QgsFeatureSource] = None
    districts: Optional[QgsFeatureSource] = None
    district_field: str = ""
    with_areas: bool = False

    @property
    def first(self) -> QgsFeatureSource:
        """The layer whose reference system the results have."""
        return self.coasts.source if isinstance(self.coasts, DatedLines) else self.coasts[0].source


@dataclass(frozen=True)
class LayerShorelines:
    """The JSON report, its transects and areas (change, m², polygon) in the first layer's coordinates."""

    report: dict
    transects: list[tuple[Transect, QgsGeometry]]
    areas: list[tuple[str, float, QgsGeometry]]
    notes: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)


def measure_layers(
    inputs: ShorelineInputs,
    transforms: QgsCoordinateTransformContext,
    progress: Optional[Progress] = None,
) -> LayerShorelines:
    """Measure how the coast moved.  Raises AtlasError, and Cancelled when ``progress`` says so."""
    reader = _Reader(inputs.first, transforms, progress)
    shores = reader.shores(inputs.coasts)
    baseline = None if inputs.baseline is None else reader.lines(inputs.baseline, tr("Shoreline", "Baseline"))
    land = reader.polygons(inputs.land, tr("Shoreline", "Land"), None).get("")
    side = _sea(inputs.sea, baseline, shores, land)
    found = shoreline.measure(
        shores,
        side.baseline,
        spacing=inputs.spacing,
        length=inputs.length,
        window=inputs.smoothing,
        sea_on_right=side.on_right,
    )
    if progress is not None:
        progress(0.7)
    report = {**shoreline.summary(found), "sea": side.why, "dates": {s.label: s.year for s in shores}}
    report["transect_statistics"] = [
        {"transect": t.number, **{k: v for k, v in t.statistics.items() if k in COLUMNS}} for t in found
    ]
    districts = reader.polygons(
        inputs.districts, tr("Shoreline", "Districts"), inputs.district_field or "name"
    )
    if districts:
        report["districts"] = _by_district(found, districts)
    areas = _areas(shores, found) if inputs.with_areas else []
    if inputs.with_areas:
        report["land"] = {
            f"{change}_m2": sum(size for what, size, _ in areas if what == change)
            for change in ("gain", "loss")
        }
    return LayerShorelines(
        report,
        [(t, features.line_geometry(reader.back(_ends(t)))) for t in found],
        [(what, size, reader.polygon_back(face)) for what, size, face in areas],
        [side.why],
        side.doubts if baseline is None else [*side.doubts, *_doubt(inputs.sea, shores, found)],
    )


class _Reader:
    """Reads layers into the plane about the first one, and brings shapes back."""

    def __init__(
        self,
        first: QgsFeatureSource,
        transforms: QgsCoordinateTransformContext,
        progress: Optional[Progress],
    ) -> None:
        crs, extent, title = first.sourceCrs(), first.sourceExtent(), tr("Shoreline", "Shoreline")
        self._transforms = transforms
        self._keep_going: Optional[Callable[[], bool]] = None if progress is None else (lambda: progress(0.0))
        self._plane = features.plane_for(crs, extent, transforms, title)
        self.back = features.from_plane(crs, self._plane, transforms, title, extent)

    def _read(self, source: QgsFeatureSource, what: str) -> tuple:
        return features.read_lines(source, self._convert(source, what), what, self._keep_going)

    def _convert(self, source: QgsFeatureSource, what: str) -> Callable[[np.ndarray], np.ndarray]:
        return features.to_plane(
            source.sourceCrs(), self._plane, self._transforms, what, source.sourceExtent()
        )

    def lines(self, source: QgsFeatureSource, what: str) -> list[np.ndarray]:
        """Lines of a layer in metres, joined where they meet."""
        return shoreline.joined(self._read(source, what)[0])

    def polygons(
        self, source: Optional[QgsFeatureSource], what: str, name: Optional[str]
    ) -> dict[str, QgsGeometry]:
        """Polygons of a layer in metres, united by what the field ``name`` calls them; None unites all."""
        if source is None:
            return {}
        return features.read_polygons(source, self._convert(source, what), what, name)

    def polygon_back(self, face: QgsGeometry) -> QgsGeometry:
        """A polygon of the plane in the coordinates of the first layer."""
        return features.polygon_geometry([self.back(ring) for ring in features.strings(face)])

    def shores(self, coasts: tuple[DatedLayer, DatedLayer] | DatedLines) -> list[Shore]:
        """The shorelines, one for each date."""
        if isinstance(coasts, DatedLines):
            return self._of_several_dates(coasts)
        return [
            Shore(self.lines(c.source, c.title), shoreline.decimal_year(c.date), c.error, c.date)
            for c in coasts
        ]

    def _of_several_dates(self, coasts: DatedLines) -> list[Shore]:
        groups: dict[str, Shore] = {}
        title = tr("Shoreline", "Shorelines of several dates")
        for line, feature in zip(*self._read(coasts.source, title)):
            text = _date_text(feature[coasts.date_field])
            if not text:
                raise AtlasError(
                    tr("Shoreline", "Feature {number} has no date in {field}.").format(
                        number=feature.id(), field=coasts.date_field
                    )
                )
            size = attribute(feature, (coasts.error_field,)) if coasts.error_field else ""
            try:
                shore = groups.setdefault(text, Shore([], shoreline.decimal_year(text), math.nan, text))
                shore.error = float(size) if size else shore.error
            except AtlasError as error:
                said = tr("Shoreline", "Feature {number}: {reason}")
                raise AtlasError(
                    said.format(number=feature.id(), reason=error.message), hint=error.hint
                ) from error
            except ValueError as error:
                said = tr("Shoreline", "Feature {number}: “{text}” in {field} is not a number.")
                raise AtlasError(
                    said.format(number=feature.id(), text=size, field=coasts.error_field)
                ) from error
            shore.lines.append(line)
        ordered = sorted(groups.values(), key=lambda shore: shore.year)
        for shore in ordered:
            shore.lines = shoreline.joined(shore.lines)
            if math.isnan(shore.error):
                shore.error = coasts.errors[shore is ordered[-1]]
        return ordered


def _date_text(value: object) -> str:
    if value is None or str(value) == "NULL":
        return ""
    to_string = getattr(value, "toString", None)
    return to_string("yyyy-MM-dd") if to_string is not None else str(value).strip()


@dataclass(frozen=True)
class _Side:
    """The baseline to use (None = the oldest coast), whether the sea lies on its right, and why."""

    baseline: Optional[list[np.ndarray]]
    on_right: bool
    why: str
    doubts: list[str] = field(default_factory=list)


def _sea(
    said: Sea, baseline: Optional[list[np.ndarray]], shores: Sequence[Shore], land: Optional[QgsGeometry]
) -> _Side:
    """Where the sea lies: as said, else by a baseline on land, else by the land, else as lines are drawn."""
    if said is Sea.RIGHT:
        return _Side(baseline, True, tr("Shoreline", "The sea was said to lie on the right of the lines."))
    if said is Sea.LEFT:
        return _Side(baseline, False, tr("Shoreline", "The sea was said to lie on the left of the lines."))
    if baseline is not None:
        sides = [_right_of(baseline, line) for shore in shores for line in shore.lines]
        share = float(np.mean(np.concatenate(sides)))
        if share > 0.9:
            text = tr("Shoreline", "The baseline lies on land: the shorelines are on its right.")
            return _Side(baseline, True, text)
        if share < 0.1:
            text = tr("Shoreline", "The baseline lies on land: the shorelines are on its left.")
            return _Side(baseline, False, text)
    lines = baseline or min(shores, key=lambda shore: shore.year).lines
    if land is not None:
        return _by_land(lines, land)
    text = tr(
        "Shoreline",
        "The sea is taken to lie on the right of the lines, as in OpenStreetMap, outside closed ones.",
    )
    return _Side(shoreline.sea_outside(lines), True, text)


def _by_land(lines: Sequence[np.ndarray], land: QgsGeometry) -> _Side:
    """Turn every line so that the land lies on its left; where the land tells nothing, say so."""
    engine = QgsGeometry.createGeometryEngine(land.constGet())
    engine.prepareGeometry()
    turned, silent = [], 0.0
    for line in lines:
        vote = _land_vote(line, engine.contains)
        silent += 0.0 if vote else 1.0
        turned.append(line[::-1] if vote < 0 else line)
    doubts = []
    if silent:
        text = tr("Shoreline", "For {count} of {all} lines the land does not tell where the sea is.")
        doubts.append(text.format(count=int(silent), all=len(lines)))
    return _Side(turned, True, tr("Shoreline", "The land layer tells where the sea is."), doubts)


def _land_vote(line: np.ndarray, on_land: Callable[[QgsPoint], bool]) -> float:
    """Metres of a line with land on its left minus metres with land on its right; 0 says nothing.

    Land on both sides or on none, as beside a quay that was built later, does not vote.
    """
    steps = np.diff(line, axis=0)
    length = np.hypot(*steps.T)
    fine = np.flatnonzero(length > 0)
    fine = fine[:: max(1, len(fine) // 200)]
    vote = 0.0
    for i in fine:
        middle = (line[i] + line[i + 1]) / 2
        left = np.array([-steps[i, 1], steps[i, 0]]) / length[i]
        for away in _BESIDE:
            sides = [on_land(QgsPoint(*(middle + way * away * left))) for way in (1, -1)]
            if sides[0] != sides[1]:
                vote += float(length[i]) * (1 if sides[0] else -1)
                break
    return vote


def _doubt(said: Sea, shores: Sequence[Shore], found: Sequence[Transect]) -> list[str]:
    """Say so where the drawing direction of the oldest shoreline puts the sea on the other side."""
    if said is not Sea.AUTOMATIC:
        return []
    if shoreline.sea_side(min(shores, key=lambda shore: shore.year).lines, found, 0):
        return []
    return [
        tr(
            "Shoreline",
            "By its drawing direction the oldest shoreline would have the sea on the other side. If the "
            "baseline lies offshore, say with SEA where the sea is.",
        )
    ]


def _right_of(baseline: Sequence[np.ndarray], line: np.ndarray) -> np.ndarray:
    """True for the points of a line that lie on the right of the nearest stretch of the baseline."""
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


def _ends(transect: Transect) -> np.ndarray:
    """Both ends of a transect as it is drawn: over all its crossings, with a little to spare."""
    seen = transect.distances[np.isfinite(transect.distances)]
    near, far = min(0.0, seen.min()), max(0.0, seen.max())
    return transect.origin + np.outer([near - _OVERHANG, far + _OVERHANG], transect.seaward)


def _by_district(found: Sequence[Transect], districts: dict[str, QgsGeometry]) -> dict[str, dict]:
    """The summary of the transects whose origins lie in each district (in none: left out)."""
    result = {}
    for name, border in districts.items():
        own = [t for t in found if border.contains(QgsPointXY(*t.origin))]
        if own:
            result[name] = shoreline.summary(own)
    return result


def _areas(shores: Sequence[Shore], found: Sequence[Transect]) -> list[tuple[str, float, QgsGeometry]]:
    """Faces between the oldest and the newest shoreline, in the plane."""
    ordered = sorted(shores, key=lambda shore: shore.year)
    old, new = ordered[0].lines, ordered[-1].lines
    sides = shoreline.sea_side(old, found, 0), shoreline.sea_side(new, found, -1)
    return [(change, size, face) for change, face, size in land_gain(old, new, sides)]
