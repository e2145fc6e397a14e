# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""A scan and a file of control points to a judged map, in one go."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Optional

from . import control_points, georeference, points_datum, scan, warp
from .points_datum import PointsAre
from .warp import Progress


@dataclass(frozen=True)
class ScanInputs:
    """What is georeferenced and how; ``datum`` is the index of the sheet's datum in ``DATUMS``.

    ``crs`` is the reference system of the datum "crs".  Points outside Korea are refused unless
    ``anywhere``, a damaged scan unless ``accept_damage``.  Without ``output`` nothing is warped.
    """

    scan: str
    points: str
    method: str = "helmert"
    datum: int = 0
    crs: str = ""
    points_are: PointsAre = PointsAre.GUESS
    page: int = 1
    anywhere: bool = False
    accept_damage: bool = False
    output: str = ""


def georeference_scan(inputs: ScanInputs, progress: Optional[Progress] = None) -> dict:
    """Fit, judge and, if asked, warp; return the JSON report.  Raises AtlasError, Cancelled."""
    file = control_points.read_points(inputs.points)
    dataset = scan.open_scan(inputs.scan, inputs.page)
    size = scan.size_of(dataset)
    pixels = control_points.to_pixels(file, scan.own_geotransform(dataset), size)
    placed = points_datum.place(file, inputs.datum, inputs.crs, inputs.points_are)
    prepared = georeference.prepare(pixels, placed.operation, anywhere=inputs.anywhere)
    prepared.notes.extend(placed.notes)
    audit = georeference.audit(prepared, inputs.method, size)
    report = georeference.report(prepared, audit, georeference.rank_methods(prepared, size))
    report.update(
        scan=inputs.scan,
        points_file=inputs.points,
        points_are=placed.origin.are.name.lower(),
        points_are_why=placed.origin.why,
        points_are_guessed=inputs.points_are is PointsAre.GUESS,
    )
    if inputs.output:
        made = warp.warp(
            inputs.scan, prepared, audit, inputs.output, progress=progress, page=inputs.page,
            accept_damage=inputs.accept_damage,
        )  # fmt: skip
        report["output"] = made
        report["warnings"] += [made["damage"]] if made["damage"] else []
    return report
