# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The control points of a sheet: printed ones on its datum and ground ones together, placed and judged."""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from typing import Optional, Sequence

import numpy as np

from ..atlas.model import Sheet
from ..atlas.record import new_uuid
from ..errors import AtlasError
from ..i18n import tr
from . import datum, georeference
from .control_points import GroundControlPoint
from .datum import WGS84, Operation
from .operations import operation_for

GROUND, SHEET = "EPSG:4326", "sheet"
"""A point's map coordinates are WGS 84 degrees, or degrees as printed on the sheet (on its datum)."""


@dataclass(frozen=True)
class Pick:
    """A place on the scan (column, row in pixels) and on the map (degrees in ``frame``)."""

    column: float
    row: float
    x: float
    y: float
    frame: str = GROUND
    enabled: bool = True
    label: str = ""
    uuid: str = field(default_factory=new_uuid)


def operation_of(sheet: Sheet, points: Sequence[Pick]) -> Operation:
    """Return the operation of the sheet's datum; WGS 84 where every point was set on the ground.

    Raises AtlasError while printed points have no datum.
    """
    printed = next((p for p in points if p.frame == SHEET), None)
    if printed is None:
        return WGS84
    if sheet.datum == "undetermined":
        raise AtlasError(
            tr(
                "ControlPoints",
                "Points are given in the sheet's own coordinates, but its datum is not chosen.",
            ),
            hint=tr(
                "ControlPoints",
                "Choose the datum in the Sheet tab and save it; the choices lie up to 290 m apart.",
            ),
        )
    if sheet.datum != "other":
        return operation_for(sheet.datum)
    return operation_for("crs", sheet.datum_crs or "", (printed.x, printed.y))


def ground(sheet: Sheet, points: Sequence[Pick], index: int) -> tuple[float, float]:
    """Return where a point lies, WGS 84 degrees."""
    p = points[index]
    if p.frame == GROUND:
        return p.x, p.y
    x, y = datum.to_wgs84(operation_of(sheet, points), [p.x], [p.y])
    return float(x[0]), float(y[0])


def for_the_fit(sheet: Sheet, points: Sequence[Pick]) -> tuple[list[GroundControlPoint], Operation]:
    """Return the points in the source system of one operation, and the operation."""
    operation = operation_of(sheet, points)
    made = []
    for number, p in enumerate(points, start=1):
        x, y = p.x, p.y
        if p.frame == GROUND:
            back = datum.from_wgs84(operation, [x], [y])
            x, y = float(back[0][0]), float(back[1][0])
        made.append(GroundControlPoint(x, y, p.column, -p.row, p.enabled, p.label or str(number)))
    return made, operation


def check_place(lon: float, lat: float, what: str) -> None:
    """Refuse a place of a control point that is no position, or none in Korea.  Raises AtlasError."""
    datum.check_lonlat(lon, lat, what)
    datum.check_korea(lon, lat, what)


@dataclass(frozen=True)
class PointFigures:
    """What the fit says of one point: residual, leave-one-out error and influence in metres."""

    residual: float
    left_out: float
    influence: float
    is_outlier: bool


@dataclass
class Judgement:
    """The fit of a sheet's points and what is to be said of it; ``problem`` is why there is none."""

    prepared: Optional[georeference.Prepared] = None
    audit: Optional[georeference.Audit] = None
    ranking: list[tuple[str, float]] = field(default_factory=list)
    problem: str = ""
    warnings: list[str] = field(default_factory=list)

    def figures(self, points: Sequence[Pick]) -> dict[int, PointFigures]:
        """Return what the fit says of each of its points, by the point's number in ``points``."""
        audit = self.audit
        if audit is None:
            return {}
        used = [i for i, p in enumerate(points) if p.enabled]
        return {
            i: PointFigures(
                math.hypot(*audit.fit.residuals[k]),
                math.hypot(*audit.fit.loo[k]),
                float(audit.influence[k]),
                bool(audit.judged.flagged[k]),
            )
            for k, i in enumerate(used)
        }

    def fitted(self, points: Sequence[Pick]) -> dict[int, tuple[float, float]]:
        """Return where the fit puts each of its points (WGS 84 degrees), by number in ``points``."""
        used = [(i, p) for i, p in enumerate(points) if p.enabled]
        return dict(zip((i for i, _ in used), self.place([(p.column, p.row) for _, p in used])))

    def place(self, pixels: Sequence[tuple[float, float]]) -> list[tuple[float, float]]:
        """Return where the fit puts pixels (column, row) of the scan, WGS 84 degrees; none without a fit."""
        if self.audit is None or self.prepared is None or not pixels:
            return []
        places = self.audit.fit.forward(np.array(pixels, float) * (1, -1))
        lon, lat = self.prepared.plane.backward(*places.T)
        return [(float(x), float(y)) for x, y in zip(lon, lat)]


def judge(
    sheet: Sheet,
    points: Sequence[Pick],
    method: str,
    size: Optional[tuple[int, int]],
    ranking: Optional[list[tuple[str, float]]] = None,
) -> Judgement:
    """Fit a sheet's points; ``ranking`` is an older one to be shown instead of ranking the methods anew."""
    result = Judgement(ranking=ranking or [])
    try:
        made, operation = for_the_fit(sheet, points)
        result.prepared = georeference.prepare(made, operation)
        result.audit = georeference.audit(result.prepared, method, size)
        if ranking is None:
            result.ranking = georeference.rank_methods(result.prepared, size)
    except AtlasError as error:
        result.problem = str(error)
        result.warnings = [result.problem]
        return result
    result.warnings = [*result.audit.warnings, *georeference.poor_method(method, result.ranking)]
    if all(p.frame == GROUND for p in points):
        text = tr("ControlPoints", "All points were set on the ground: the sheet's datum drops out.")
        result.warnings.append(text)
    return result
