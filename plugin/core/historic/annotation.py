# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Georeference Annotations of IIIF (as Allmaps writes them): control points, mask and transformation.

The annotation pairs pixels of an image (x to the right, y downwards) with WGS 84 positions.  Nothing is
fetched: the image is known by its address only.
"""

from __future__ import annotations

import json
import math
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Optional

from ..errors import AtlasError
from ..i18n import tr

CONTEXTS = [
    "http://iiif.io/api/extension/georef/1/context.json",
    "http://iiif.io/api/presentation/3/context.json",
]
_MAX_BYTES, _MAX_POINTS, _LONGEST = 20_000_000, 10_000, 500
_METHODS = {
    ("polynomial", 1): "affine",
    ("polynomial", 2): "polynomial2",
    ("polynomial", 3): "polynomial3",
    ("helmert", None): "helmert",
    ("projective", None): "projective",
    ("thinPlateSpline", None): "tps",
}
_POLYGON = re.compile(r"<polygon\b[^>]*\bpoints\s*=\s*[\"']([^\"']*)[\"']", re.I)


@dataclass(frozen=True)
class AnnotatedPoint:
    """A pixel (column, row) and its place (WGS 84 degrees)."""

    column: float
    row: float
    lon: float
    lat: float
    label: str = ""


@dataclass(frozen=True)
class Annotation:
    """One georeferenced image: its address, size in pixels where known, points, mask and method.

    ``mask`` are the corners (column, row) of the map on the image, ``method`` one of ``METHODS`` or "".
    """

    image: str
    points: list[AnnotatedPoint]
    size: Optional[tuple[int, int]] = None
    mask: Optional[list[tuple[float, float]]] = None
    method: str = ""
    title: str = ""


def read_annotation(path: str) -> Annotation:
    """Read the one annotation of a file, or of a page that holds one.  Raises AtlasError."""
    file = Path(path)
    try:
        if file.stat().st_size > _MAX_BYTES:
            text = tr("Annotation", "{file} is larger than {size} MB: not an annotation.")
            raise AtlasError(text.format(file=file.name, size=_MAX_BYTES // 1_000_000))
        found = json.loads(file.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        text = tr("Annotation", "{file} cannot be read as JSON.")
        raise AtlasError(text.format(file=file.name), detail=str(error)) from error
    items = (
        found.get("items") if isinstance(found, dict) and found.get("type") == "AnnotationPage" else [found]
    )
    if not isinstance(items, list) or len(items) != 1 or not isinstance(items[0], dict):
        count = len(items) if isinstance(items, list) else 0
        raise AtlasError(
            tr("Annotation", "{file} holds %n georeference annotations.", count).format(file=file.name),
            hint=tr("Annotation", "Save one of them as a file of its own."),
        )
    try:
        return _annotation(items[0], file.name)
    except (KeyError, TypeError, AttributeError, IndexError) as error:
        raise AtlasError(
            tr("Annotation", "{file} is not a georeference annotation.").format(file=file.name),
            hint=tr("Annotation", "It needs a target with a source, and a body with features."),
            detail=repr(error),
        ) from error


def _annotation(item: dict[str, Any], name: str) -> Annotation:
    target = item["target"]
    source = target["source"] if isinstance(target, dict) else target
    image = source if isinstance(source, str) else str(source.get("id") or source.get("@id") or "")
    size = None
    if isinstance(source, dict) and source.get("width") and source.get("height"):
        size = int(source["width"]), int(source["height"])
    body = item["body"]
    features = body["features"]
    if len(features) > _MAX_POINTS:
        text = tr("Annotation", "{file} has more than {count} points.")
        raise AtlasError(text.format(file=name, count=f"{_MAX_POINTS:,}"))
    points = [_point(feature, number, name) for number, feature in enumerate(features, start=1)]
    return Annotation(
        image[:_LONGEST],
        points,
        size,
        _mask(target.get("selector") if isinstance(target, dict) else None, name),
        _method(body.get("transformation")),
        _title(item),
    )


def _point(feature: dict[str, Any], number: int, name: str) -> AnnotatedPoint:
    properties = feature["properties"]
    pixel = properties.get("resourceCoords") or properties["pixelCoords"]
    values = [*pixel[:2], *feature["geometry"]["coordinates"][:2]]
    if len(values) != 4 or not all(isinstance(v, (int, float)) and math.isfinite(v) for v in values):
        text = tr("Annotation", "{file}, point {number}: its coordinates are not four finite numbers.")
        raise AtlasError(text.format(file=name, number=number))
    column, row, lon, lat = (float(v) for v in values)
    if abs(lon) > 180 or abs(lat) > 90:
        text = tr("Annotation", "{file}, point {number}: {lon}, {lat} is not a longitude and latitude.")
        raise AtlasError(text.format(file=name, number=number, lon=lon, lat=lat))
    return AnnotatedPoint(column, row, lon, lat, str(properties.get("label") or "")[:_LONGEST])


def _mask(selector: Any, name: str) -> Optional[list[tuple[float, float]]]:
    """The polygon of an SVG selector; only its numbers are read, the SVG is never drawn."""
    if not isinstance(selector, dict) or selector.get("type") != "SvgSelector":
        return None
    found = _POLYGON.search(str(selector.get("value") or ""))
    try:
        numbers = [float(part) for part in re.split(r"[\s,]+", found[1].strip())] if found else []
    except ValueError as error:
        raise AtlasError(tr("Annotation", "{file}: the mask is not a polygon.").format(file=name)) from error
    corners = list(zip(numbers[::2], numbers[1::2]))
    if len(corners) > 1 and corners[0] == corners[-1]:
        corners.pop()
    usable = len(corners) > 2 and len(numbers) % 2 == 0 and all(map(math.isfinite, numbers))
    return corners if usable else None


def _method(transformation: Any) -> str:
    if not isinstance(transformation, dict):
        return ""
    kind, options = transformation.get("type"), transformation.get("options")
    order = options.get("order", 1) if isinstance(options, dict) else 1
    key = (str(kind), int(order) if kind == "polynomial" and isinstance(order, int) else None)
    return _METHODS.get(key, "")


def _title(item: dict[str, Any]) -> str:
    label = item.get("label")
    if isinstance(label, dict):
        label = next((texts[0] for texts in label.values() if isinstance(texts, list) and texts), "")
    return " ".join(str(label or "").split())[:_LONGEST]


def to_json(annotation: Annotation) -> dict[str, Any]:
    """Return an annotation as JSON; numbers in full, so that nothing is lost on the way back."""
    source: dict[str, Any] = {"id": annotation.image, "type": "Canvas"}
    if annotation.image.startswith(("http://", "https://")):
        source["type"] = "ImageService3"
    target: dict[str, Any] = {"type": "SpecificResource", "source": source}
    if annotation.size is not None:
        source["width"], source["height"] = annotation.size
    if annotation.mask is not None:
        corners = " ".join(f"{x!r},{y!r}" for x, y in annotation.mask)
        size = f' width="{annotation.size[0]}" height="{annotation.size[1]}"' if annotation.size else ""
        value = f'<svg{size}><polygon points="{corners}" /></svg>'
        target["selector"] = {"type": "SvgSelector", "value": value}
    body: dict[str, Any] = {"type": "FeatureCollection", "features": list(map(_feature, annotation.points))}
    kind = next((pair for pair, name in _METHODS.items() if name == annotation.method), None)
    if kind is not None:
        body["transformation"] = {"type": kind[0], **({"options": {"order": kind[1]}} if kind[1] else {})}
    return {
        "@context": CONTEXTS,
        "type": "Annotation",
        "motivation": "georeferencing",
        "label": {"none": [annotation.title]},
        "target": target,
        "body": body,
    }


def _feature(point: AnnotatedPoint) -> dict[str, Any]:
    properties: dict[str, Any] = {"resourceCoords": [point.column, point.row]}
    if point.label:
        properties["label"] = point.label
    geometry = {"type": "Point", "coordinates": [point.lon, point.lat]}
    return {"type": "Feature", "properties": properties, "geometry": geometry}
