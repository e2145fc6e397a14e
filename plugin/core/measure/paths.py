# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Measured paths and areas, and the log of them that a project keeps."""

from __future__ import annotations

import datetime as dt
import json
from dataclasses import asdict, dataclass, field

from ..errors import AtlasError
from .geodesics import geodesic_on

ELLIPSOID = "WGS 84"
MAX_ENTRIES = 10_000


@dataclass(frozen=True)
class Measurement:
    """A path (or closed ring) of places in degrees, measured on the ellipsoid.

    ``lengths`` in metres and ``azimuths`` in degrees belong to the legs; a ring has one leg more, back to
    its first place, and an ``area`` in square metres.
    """

    points: tuple[tuple[float, float], ...]
    closed: bool = False
    title: str = ""
    made: str = ""
    ellipsoid: str = ELLIPSOID
    lengths: tuple[float, ...] = field(default=())
    azimuths: tuple[float, ...] = field(default=())
    area: float = 0.0

    @property
    def total(self) -> float:
        """Length of the path, or the perimeter of the ring, in metres."""
        return sum(self.lengths)


def measure(points: list[tuple[float, float]], *, closed: bool = False, title: str = "") -> Measurement:
    """Measure a path through (lon, lat) places.  Raises AtlasError for fewer than two (three for a ring)."""
    if len(points) < (3 if closed else 2):
        raise AtlasError("Too few places to measure.", hint="Click at least two, three for an area.")
    way = [*points, points[0]] if closed else points
    lons, lats = [p[0] for p in way], [p[1] for p in way]
    legs = geodesic_on().inverse(lons[:-1], lats[:-1], lons[1:], lats[1:])
    area = 0.0
    if closed:
        area = abs(geodesic_on().area_and_perimeter([p[0] for p in points], [p[1] for p in points])[0])
    made = dt.datetime.now(dt.timezone.utc).isoformat(timespec="seconds")
    return Measurement(
        tuple(points), closed, title, made, ELLIPSOID,
        tuple(legs.distance.tolist()), tuple(legs.azimuth.tolist()), area,
    )  # fmt: skip


def to_json(log: list[Measurement]) -> str:
    """Return a log as text for the project file."""
    return json.dumps([asdict(entry) for entry in log])


def from_json(text: str) -> list[Measurement]:
    """Return the log that a project holds; entries that are not understood are left out.

    The figures are computed again from the places, so that a project file cannot state a wrong distance.
    """
    try:
        entries = json.loads(text or "[]")
    except ValueError:
        return []
    log = []
    for entry in entries[:MAX_ENTRIES] if isinstance(entries, list) else []:
        try:
            points = [(float(lon), float(lat)) for lon, lat in entry["points"]]
            again = measure(points, closed=bool(entry["closed"]), title=str(entry["title"]))
            log.append(Measurement(**{**asdict(again), "made": str(entry["made"]), "points": tuple(points)}))
        except (KeyError, TypeError, ValueError, AtlasError):
            continue
    return log
