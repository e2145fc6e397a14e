# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Traces drawn over a georeferenced sheet: their accuracy, and the schematic ones that they replace."""

from __future__ import annotations

import math

from ..atlas.edits.gestures import round_up
from ..atlas.model import Fidelity, Sheet, SheetState, Trace
from ..atlas.store.store import Atlas, replace
from ..errors import AtlasError
from .datum import TOKYO1892, WGS84

DRAWING_MM = 0.5
"""How well a line is followed on a sheet, in mm at the sheet's scale: 6.25 m at 1:12,500."""


def accuracy(sheet: Sheet) -> float:
    """Return √(leave-one-out² + drawing² + datum²) in metres for lines drawn over a sheet.

    The drawing error needs the sheet's scale; the datum's counts only where the sheet's printed graticule
    was used.  Raises AtlasError while the sheet has no leave-one-out error.
    """
    if sheet.loo_rmse_m is None:
        raise AtlasError(
            f"“{sheet.title}” has no known accuracy yet.",
            hint="Georeference it with enough control points that each can be left out.",
        )
    drawing = DRAWING_MM / 1000.0 * (sheet.scale or 0)
    moved = sheet.operation not in (None, "", WGS84.pipeline)
    datum = (TOKYO1892.accuracy_m or 0.0) if moved else 0.0
    return round_up(math.sqrt(sheet.loo_rmse_m**2 + drawing**2 + datum**2))


def add(atlas: Atlas, sheet: Sheet, trace: Trace) -> tuple[str, int]:
    """Save a digitized trace of a sheet; return the batch's id and how many schematic traces it replaced.

    Schematic traces of the same sheet and kind are marked as deleted, with what replaced them, so that the
    two are never mixed; the history keeps them.  All of it is one batch, undone as a whole.
    """
    trace = replace(
        trace, sheet_uuid=sheet.uuid, city=trace.city or sheet.city, year=trace.year or sheet.year,
        source_uuid=trace.source_uuid or sheet.source_uuid, fidelity=Fidelity.DIGITIZED.value,
        accuracy_m=accuracy(sheet), basis=f"Traced from “{sheet.title}”.",
    )  # fmt: skip
    with atlas.transaction("trace sheet", note=sheet.title) as writer:
        writer.insert(trace)
        old = writer.rows(Trace, sheet_uuid=sheet.uuid, kind=trace.kind, fidelity=Fidelity.SCHEMATIC.value)
        for schematic in old:
            writer.delete(replace(schematic, replaced_by=trace.uuid))
        current = writer.rows(Sheet, uuid=sheet.uuid)[0]
        if current.state != SheetState.TRACED.value:
            writer.update(replace(current, state=SheetState.TRACED.value))
        return writer.batch, len(old)
