# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Traces drawn over a georeferenced sheet: their accuracy, and the schematic ones that they replace."""

from __future__ import annotations

import math
from typing import Sequence

import numpy as np
from qgis.core import QgsGeometry

from ..atlas.edits.gestures import round_up
from ..atlas.model import Fidelity, Sheet, SheetState, Trace
from ..atlas.store.store import Atlas, replace
from ..errors import AtlasError
from ..i18n import tr
from .datum import TOKYO1892, WGS84
from .features import line_geometry, strings
from .metric_plane import local_plane

DRAWING_MM = 0.5
"""How well a line is followed on a sheet, in mm at the sheet's scale: 6.25 m at 1:12,500."""

ROUGHLY_M = 500.0
"""How far a schematic line reaches whose accuracy nobody has stated."""


def accuracy(sheet: Sheet) -> float:
    """Return √(leave-one-out² + drawing² + datum²) in metres for lines drawn over a sheet.

    The drawing error needs the sheet's scale; the datum's counts only where the sheet's printed graticule
    was used.  Raises AtlasError while the sheet has no leave-one-out error.
    """
    if sheet.loo_rmse_m is None:
        raise AtlasError(
            tr("Tracing", "“{title}” has no known accuracy yet.").format(title=sheet.title),
            hint=tr("Tracing", "Georeference it with enough control points that each can be left out."),
        )
    drawing = DRAWING_MM / 1000.0 * (sheet.scale or 0)
    moved = sheet.operation not in (None, "", WGS84.pipeline)
    datum = (TOKYO1892.accuracy_m or 0.0) if moved else 0.0
    return round_up(math.sqrt(sheet.loo_rmse_m**2 + drawing**2 + datum**2))


def replaced_by(trace: Trace, schematic: Sequence[Trace]) -> list[Trace]:
    """Return the schematic lines of one kind and sheet in whose place a digitized line steps.

    These are the lines along which it runs (half of it within their own accuracy, half a kilometre where
    none is stated) and the others of the same quarter: those whose names begin alike, "Ranam, …".
    """
    if not trace.geom:
        return []
    drawn = _in_metres(trace.geom, trace.geom)
    near = [old for old in schematic if old.geom and _runs_along(drawn, trace.geom, old)]
    quarters = {_quarter(old) for old in near} - {""}
    return [old for old in schematic if old in near or _quarter(old) in quarters]


def _runs_along(drawn: QgsGeometry, place: str, old: Trace) -> bool:
    around = _in_metres(old.geom or "", place).buffer(old.accuracy_m or ROUGHLY_M, 8)
    return drawn.intersection(around).length() >= drawn.length() / 2


def _in_metres(wkt: str, place: str) -> QgsGeometry:
    """A line (WGS 84) in the metric plane about ``place`` (any line)."""
    middle = QgsGeometry.fromWkt(place).boundingBox().center()
    plane = local_plane(middle.x(), middle.y())
    line = QgsGeometry.fromWkt(wkt)  # has to outlive its parts
    moved = [line_geometry(np.column_stack(plane.forward(part[:, 0], part[:, 1]))) for part in strings(line)]
    return QgsGeometry.collectGeometry(moved)


def _quarter(trace: Trace) -> str:
    """What stands before the comma of a name, "" without one."""
    name, comma, _rest = (trace.name or "").partition(",")
    return name.strip() if comma else ""


def add(atlas: Atlas, sheet: Sheet, trace: Trace) -> tuple[str, int]:
    """Save a digitized trace of a sheet; return the batch's id and how many schematic traces it replaced.

    Schematic traces of the same sheet, kind and part (see ``replaced_by``) are marked as deleted, with what
    replaced them; the history keeps them.  All of it is one batch, undone as a whole.
    """
    trace = replace(
        trace, sheet_uuid=sheet.uuid, city=trace.city or sheet.city, year=trace.year or sheet.year,
        source_uuid=trace.source_uuid or sheet.source_uuid, fidelity=Fidelity.DIGITIZED.value,
        accuracy_m=accuracy(sheet), basis=f"Traced from “{sheet.title}”.",
    )  # fmt: skip
    with atlas.transaction("trace sheet", note=sheet.title) as writer:
        writer.insert(trace)
        old = writer.rows(Trace, sheet_uuid=sheet.uuid, kind=trace.kind, fidelity=Fidelity.SCHEMATIC.value)
        gone = replaced_by(trace, old)
        for schematic in gone:
            writer.delete(replace(schematic, replaced_by=trace.uuid))
        current = writer.rows(Sheet, uuid=sheet.uuid)[0]
        if current.state != SheetState.TRACED.value:
            writer.update(replace(current, state=SheetState.TRACED.value))
        return writer.batch, len(gone)
