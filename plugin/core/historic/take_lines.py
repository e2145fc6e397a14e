# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Lines of any layer as traces of the atlas: a published railway database, a shapefile, own tracings."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from typing import Callable, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsCsException,
    QgsFeature,
    QgsFeatureSource,
    QgsGeometry,
)

from ..atlas.edits.gestures import city_of, point
from ..atlas.model import Fidelity, Source, Trace, TraceKind
from ..atlas.store.store import Atlas
from ..errors import AtlasError, Cancelled
from ..i18n import tr
from . import datum, features, operations
from .features import attribute

_KINDS = {
    TraceKind.RAILWAY.value: r"rail|tram|철도|鉄道|鐵道",
    TraceKind.COAST.value: r"coast|shore|해안|海岸",
    TraceKind.WALL.value: r"wall|rampart|성벽|城壁",
    TraceKind.RIVER.value: r"river|stream|canal|강|하천|河|川",
    TraceKind.ROAD.value: r"road|street|highway|path|lane|도로|길|道路|街",
}
"""What other layers call the kinds, tried in this order."""
_YEAR = re.compile(r"(?<!\d)(1[5-9]\d\d|20\d\d)(?!\d)")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?(?:e-?\d+)?")
_DIGITS, _SAME = 9, 7


@dataclass(frozen=True)
class LineInputs:
    """A line layer and what its lines are; ``kind``, ``year`` and ``accuracy`` are values or names of fields.

    ``name`` is a field, ``fidelity`` published or digitized, ``accuracy`` in metres.
    """

    source: QgsFeatureSource
    source_title: str
    kind: str
    year: str = ""
    name: str = ""
    fidelity: str = Fidelity.PUBLISHED.value
    accuracy: str = ""


@dataclass
class TakenLines:
    """How many lines came in, which features were left out and why, and the batch (undone as a whole)."""

    lines: int = 0
    skipped: list[str] = field(default_factory=list)
    batch: str = ""


def take_lines(
    atlas: Atlas,
    inputs: LineInputs,
    transforms: QgsCoordinateTransformContext,
    progress: Optional[Callable[[float], bool]] = None,
) -> TakenLines:
    """Save the lines of a layer as traces, in one step; a line that is there already is left out.

    Raises AtlasError for what makes the whole of it unusable, Cancelled when ``progress`` says so.
    """
    if not inputs.source_title.strip():
        raise AtlasError(
            tr("TakeLines", "The lines have no source."), hint=tr("TakeLines", "Say where they come from.")
        )
    reader = _Reader(inputs, transforms)
    found, skipped = [], []
    count = max(inputs.source.featureCount(), 1)
    for number, feature in enumerate(features.features_of(inputs.source)):
        if progress is not None and not progress(0.8 * number / count):
            raise Cancelled(tr("TakeLines", "Taking lines over"))
        try:
            found += reader.traces(feature)
        except AtlasError as error:
            text = tr("TakeLines", "Feature {number}: {reason}")
            skipped.append(text.format(number=feature.id(), reason=error.message))
    return _save(atlas, inputs.source_title.strip(), found, skipped)


def _save(atlas: Atlas, title: str, found: list[Trace], skipped: list[str]) -> TakenLines:
    there = {_vertices(trace.geom) for trace in atlas.rows(Trace)}
    result = TakenLines(skipped=skipped)
    with atlas.transaction("take lines", note=title) as writer:
        sources = writer.rows(Source, title=title)
        source = sources[0] if sources else Source(title=title, kind="map")
        if not sources:
            writer.insert(source)
        for trace in found:
            vertices = _vertices(trace.geom)
            if vertices in there:
                name = trace.name or tr("TakeLines", "a line without a name")
                skipped.append(tr("TakeLines", "{name} is in the atlas already.").format(name=name))
                continue
            there.add(vertices)
            trace.source_uuid = source.uuid
            trace.city = city_of(writer, point(*vertices[len(vertices) // 2]))
            writer.insert(trace)
            result.lines += 1
        result.batch = writer.batch
    return result


def _vertices(wkt: Optional[str]) -> tuple[tuple[float, float], ...]:
    """The vertices of a line in degrees, to a centimetre: what makes two lines the same."""
    numbers = [round(float(text), _SAME) for text in _NUMBER.findall(wkt or "")]
    return tuple(zip(numbers[::2], numbers[1::2]))


class _Reader:
    """Turns a feature into traces in WGS 84."""

    def __init__(self, inputs: LineInputs, transforms: QgsCoordinateTransformContext) -> None:
        self._inputs = inputs
        source = inputs.source
        self._fields = source.fields()
        target = QgsCoordinateReferenceSystem("EPSG:4326")
        what = tr("TakeLines", "The layer")
        self._transform = operations.checked_transform(
            source.sourceCrs(), target, transforms, what, source.sourceExtent()
        )

    def _said(self, feature: QgsFeature, text: str) -> str:
        """The value of the field of that name, else the text itself."""
        return attribute(feature, (text,)) if text and self._fields.lookupField(text) >= 0 else text

    def traces(self, feature: QgsFeature) -> list[Trace]:
        """The lines of a feature.  Raises AtlasError where it cannot be one."""
        if not feature.hasGeometry():
            raise AtlasError(tr("TakeLines", "it has no line."))
        inputs = self._inputs
        kind = _kind(self._said(feature, inputs.kind))
        accuracy = _metres(self._said(feature, inputs.accuracy))
        year = _year(self._said(feature, inputs.year))
        name = attribute(feature, (inputs.name,)) if inputs.name else ""
        return [
            Trace(
                geom=wkt, kind=kind, name=name.strip() or None, year=year, fidelity=inputs.fidelity,
                accuracy_m=accuracy, basis=tr("TakeLines", "Taken over from “{source}”.").format(
                    source=inputs.source_title.strip()
                ),
            )
            for wkt in self._lines(feature.geometry())
        ]  # fmt: skip

    def _lines(self, geometry: QgsGeometry) -> list[str]:
        moved = QgsGeometry(geometry)
        try:
            moved.transform(self._transform)
        except QgsCsException as error:
            raise AtlasError(tr("TakeLines", "its coordinates are no positions.")) from error
        lines = features.strings(moved)
        if not lines:
            raise AtlasError(tr("TakeLines", "it has no line."))
        for line in lines:
            for place in (line[0], line[-1]):
                datum.check_lonlat(float(place[0]), float(place[1]), tr("TakeLines", "its end"))
        return [features.line_geometry(line).asWkt(_DIGITS) for line in lines]


def _kind(text: str) -> str:
    if text in {kind.value for kind in TraceKind}:
        return text
    for kind, words in _KINDS.items():
        if re.search(words, text, re.I):
            return kind
    raise AtlasError(
        tr("TakeLines", "“{text}” is not a kind of line.").format(text=text),
        hint=tr("TakeLines", "Road, railway, coast, wall or river."),
    )


def _year(text: str) -> Optional[int]:
    """The year in a text, None where nothing is said."""
    found = _YEAR.search(text)
    if text.strip() and found is None:
        raise AtlasError(tr("TakeLines", "“{text}” holds no year.").format(text=text))
    return int(found[1]) if found else None


def _metres(text: str) -> Optional[float]:
    """An accuracy, None where nothing is said."""
    if not text.strip():
        return None
    try:
        value = float(text.replace(",", ".").removesuffix("m").strip())
    except ValueError as error:
        raise AtlasError(
            tr("TakeLines", "“{text}” is not an accuracy in metres.").format(text=text)
        ) from error
    if not (math.isfinite(value) and value > 0):
        raise AtlasError(tr("TakeLines", "“{text}” is not an accuracy in metres.").format(text=text))
    return value
