# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Coordinates of KML: text to positions with every doubt named, and positions to WKT."""

from __future__ import annotations

import re
from math import isfinite
from typing import Iterable, List, Optional

from ...i18n import tr
from .records import Geometry, Position

_SPACED_COMMA = re.compile(r"\s*,\s*")


class BadCoordinates(ValueError):
    """Coordinates that cannot be used; ``code`` is one of unreadable, nonfinite, range, swapped, empty."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def check_position(x: float, y: float) -> None:
    """Raise :class:`BadCoordinates` unless (x, y) is a longitude and latitude in degrees."""
    if -180.0 <= x <= 180.0 and -90.0 <= y <= 90.0:
        return
    if not (isfinite(x) and isfinite(y)):
        raise BadCoordinates(
            "nonfinite",
            tr("Kml", "coordinates {x}, {y} are not numbers on the globe").format(x=f"{x:g}", y=f"{y:g}"),
        )
    if -90.0 <= x <= 90.0 and -180.0 <= y <= 180.0:
        raise BadCoordinates(
            "swapped",
            tr("Kml", "latitude {y} is beyond 90°: longitude and latitude look swapped ({x}, {y})").format(
                y=f"{y:g}", x=f"{x:g}"
            ),
        )
    raise BadCoordinates(
        "range", tr("Kml", "coordinates {x}, {y} are outside -180…180, -90…90").format(x=repr(x), y=repr(y))
    )


def parse_position(token: str) -> Position:
    """Read one ``lon,lat[,alt]`` tuple.

    Raises BadCoordinates for anything but two or three finite numbers in range.
    """
    parts = token.split(",")
    try:
        x, y = float(parts[0]), float(parts[1])
        z = float(parts[2]) if len(parts) > 2 and parts[2].strip() else None
    except (ValueError, IndexError):
        raise BadCoordinates(
            "unreadable", tr("Kml", "cannot read the coordinates “{token}”").format(token=token[:60])
        ) from None
    if len(parts) > 3 or "_" in token:
        raise BadCoordinates(
            "unreadable",
            tr("Kml", "cannot read the coordinates “{token}” (decimal commas?)").format(token=token[:60]),
        )
    check_position(x, y)
    if z is not None and not isfinite(z):
        raise BadCoordinates(
            "nonfinite", tr("Kml", "the altitude in “{token}” is not a number").format(token=token[:60])
        )
    return x, y, z


def parse_positions(text: str) -> List[Position]:
    """Read a ``coordinates`` text: tuples separated by white space, blanks around commas forgiven."""
    if ", " in text or " ," in text or ",\n" in text or ",\t" in text:
        text = _SPACED_COMMA.sub(",", text)
    return [parse_position(token) for token in text.split()]


def parse_point(text: str) -> Position:
    """Read the ``coordinates`` of a point: exactly one tuple."""
    positions = parse_positions(text)
    if len(positions) != 1:
        if not positions:
            raise BadCoordinates("empty", tr("Kml", "the point has no coordinates"))
        raise BadCoordinates(
            "unreadable",
            tr("Kml", "a point with {count} coordinates “{text}”").format(
                count=len(positions), text=text.strip()[:60]
            ),
        )
    return positions[0]


def parse_track_position(text: str) -> Position:
    """Read a ``gx:coord`` (``lon lat [alt]``, separated by blanks)."""
    return parse_position(",".join(text.split()))


def first_position(geometry: Optional[Geometry]) -> Optional[Position]:
    """Return the first position of a geometry, or None where it has none."""
    if geometry is None:
        return None
    kind, content = geometry
    if kind == "Point":
        return content
    if not content:
        return None
    if kind == "Polygon":
        return content[0][0] if content[0] else None
    if kind == "MultiGeometry":
        return next((p for p in map(first_position, content) if p is not None), None)
    return content[0]


def flatten(geometry: Optional[Geometry]) -> Iterable[Geometry]:
    """Yield the simple geometries inside (nested) multi-geometries, in order."""
    if geometry is None:
        return
    if geometry[0] == "MultiGeometry":
        for part in geometry[1]:
            yield from flatten(part)
    else:
        yield geometry


def wkt(geometry: Geometry) -> str:
    """Return the 2D WKT of a simple geometry (Point, LineString, LinearRing, Track, Polygon)."""
    kind, content = geometry
    if kind == "Point":
        return f"POINT ({content[0]!r} {content[1]!r})"
    if kind == "Polygon":
        return f"POLYGON ({', '.join(map(_ring_text, content))})"
    return f"LINESTRING {_ring_text(content)}"


def multi_line_wkt(lines: List[List[Position]]) -> str:
    """Return the 2D WKT of a MultiLineString."""
    return f"MULTILINESTRING ({', '.join(map(_ring_text, lines))})"


def multi_polygon_wkt(polygons: List[List[List[Position]]]) -> str:
    """Return the 2D WKT of a MultiPolygon."""
    rings = (f"({', '.join(map(_ring_text, polygon))})" for polygon in polygons)
    return f"MULTIPOLYGON ({', '.join(rings)})"


def _ring_text(positions: List[Position]) -> str:
    return "(" + ", ".join(f"{p[0]!r} {p[1]!r}" for p in positions) + ")"
