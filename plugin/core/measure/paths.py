# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Measured paths and areas, and the log of them that a project keeps."""

from __future__ import annotations

import datetime as dt
import json
import math
from dataclasses import asdict, dataclass, field
from typing import Optional

from ..errors import AtlasError
from ..i18n import tr
from .geodesics import Ellipsoid, Geodesic, geodesic_on

ELLIPSOID = "WGS 84"
MAX_ENTRIES = 10_000


@dataclass(frozen=True)
class Measurement:
    """A path (or closed ring) of places in degrees, measured on the ellipsoid.

    ``lengths`` in metres and ``azimuths`` in degrees belong to the legs; a ring has one leg more, back to
    its first place, and an ``area`` in square metres (NaN where its sides cross: it has no inside).
    ``semi_major`` and ``flattening`` are those of the ellipsoid it was measured on.
    """

    points: tuple[tuple[float, float], ...]
    closed: bool = False
    title: str = ""
    made: str = ""
    ellipsoid: str = ELLIPSOID
    lengths: tuple[float, ...] = field(default=())
    azimuths: tuple[float, ...] = field(default=())
    area: float = 0.0
    semi_major: float = Ellipsoid.semi_major
    flattening: float = Ellipsoid.flattening

    @property
    def total(self) -> float:
        """Length of the path, or the perimeter of the ring, in metres."""
        return sum(self.lengths)


def measure(
    points: list[tuple[float, float]],
    *,
    closed: bool = False,
    title: str = "",
    geodesic: Optional[Geodesic] = None,
) -> Measurement:
    """Measure a path through (lon, lat) places.  Raises AtlasError for fewer than two (three for a ring)."""
    if len(points) < (3 if closed else 2):
        raise AtlasError(
            tr("Measure", "Too few places to measure."),
            hint=tr("Measure", "Click at least two, three for an area."),
        )
    way = [*points, points[0]] if closed else points
    lons, lats = [p[0] for p in way], [p[1] for p in way]
    geodesic = geodesic or geodesic_on()
    legs = geodesic.inverse(lons[:-1], lats[:-1], lons[1:], lats[1:])
    area = 0.0
    if closed:
        area = geodesic.area_and_perimeter([p[0] for p in points], [p[1] for p in points])[0]
        area = math.nan if _crosses(points) else area
    made = dt.datetime.now(dt.timezone.utc).isoformat(timespec="seconds")
    return Measurement(
        tuple(points), closed, title, made, geodesic.ellipsoid.name,
        tuple(legs.distance.tolist()), tuple(legs.azimuth.tolist()), area,
        geodesic.ellipsoid.semi_major, geodesic.ellipsoid.flattening,
    )  # fmt: skip


def _crosses(points: list[tuple[float, float]]) -> bool:
    """Tell whether sides of a ring cross, in the plane of degrees, unrolled at the antimeridian."""
    ring = [(points[0][0], points[0][1])]
    for lon, lat in points[1:]:
        ring.append((lon + 360.0 * round((ring[-1][0] - lon) / 360.0), lat))
    sides = list(zip(ring, [*ring[1:], ring[0]]))
    for i, (a, b) in enumerate(sides):
        for c, d in sides[i + 2 : len(sides) - (i == 0)]:
            if _turn(a, b, c) * _turn(a, b, d) < 0.0 and _turn(c, d, a) * _turn(c, d, b) < 0.0:
                return True
    return False


def _turn(a: tuple[float, float], b: tuple[float, float], c: tuple[float, float]) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def numbers(entry: Measurement) -> list[tuple[str, float, str]]:
    """Return the figures of a measurement with label and unit: the whole, then each leg."""
    whole = [("Perimeter" if entry.closed else "Length", entry.total, "m")]
    if entry.closed:
        whole.append(("Area", entry.area, "m²"))
    for leg, (length, azimuth) in enumerate(zip(entry.lengths, entry.azimuths), 1):
        whole += [(f"Leg {leg}", length, "m"), (f"Leg {leg}, azimuth", azimuth, "°")]
    return whole


def inputs(entry: Measurement) -> dict[str, object]:
    """Return what a measurement was computed from."""
    return {"ellipsoid": entry.ellipsoid, "measured": entry.made, "points": [list(p) for p in entry.points]}


def to_json(log: list[Measurement]) -> str:
    """Return a log as text for the project file."""
    return json.dumps([asdict(entry) for entry in log])


def _geodesic(entry: dict) -> Geodesic:
    """Return what an entry was measured on; logs of old name no axes and are on WGS 84."""
    axes = (
        float(entry.get("semi_major", Ellipsoid.semi_major)),
        float(entry.get("flattening", Ellipsoid.flattening)),
    )
    if axes == (Ellipsoid.semi_major, Ellipsoid.flattening):
        return geodesic_on()
    return geodesic_on(Ellipsoid(str(entry["ellipsoid"]), *axes, ""))


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
            again = measure(
                points, closed=bool(entry["closed"]), title=str(entry["title"]), geodesic=_geodesic(entry)
            )
            log.append(Measurement(**{**asdict(again), "made": str(entry["made"]), "points": tuple(points)}))
        except (KeyError, TypeError, ValueError, AtlasError):
            continue
    return log
