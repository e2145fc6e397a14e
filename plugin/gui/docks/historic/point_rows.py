# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The control points of a sheet as rows of the atlas: read, and written where they differ."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from ....core.errors import AtlasError
from ....core.historic import sheet_points
from ....core.historic.sheet_points import GROUND, Pick

if TYPE_CHECKING:
    from ....core.atlas.model import ControlPoint, Sheet
    from ....core.atlas.store.store import Atlas


class PointRows:
    """Knows which rows are in the atlas, so that a save writes only what has changed since."""

    def __init__(self) -> None:
        self._saved: dict[str, ControlPoint] = {}

    def read(self, atlas: Atlas, sheet_uuid: str) -> tuple[Pick, ...]:
        """Return the points of a sheet."""
        from ....core.atlas.model import ControlPoint

        rows = atlas.rows(ControlPoint, sheet_uuid=sheet_uuid)
        self._saved = {row.uuid: row for row in rows}
        return tuple(
            Pick(r.pixel_x, r.pixel_y, r.map_x or 0.0, r.map_y or 0.0, r.map_crs or GROUND, r.enabled,
                 r.label or "", r.uuid)
            for r in rows
        )  # fmt: skip

    def write(self, atlas: Atlas, sheet: Sheet, points: tuple[Pick, ...]) -> None:
        """Write what differs from the atlas, in one transaction."""
        wanted = {p.uuid: self._row(sheet, points, i) for i, p in enumerate(points)}
        changed = [row for key, row in wanted.items() if key in self._saved and row != self._saved[key]]
        new = [row for key, row in wanted.items() if key not in self._saved]
        gone = [row for key, row in self._saved.items() if key not in wanted and not row.deleted]
        if not (changed or new or gone):
            return
        with atlas.transaction("control points", note=sheet.title) as writer:
            for row in changed:
                writer.update(row)
            for row in new:
                writer.insert(row)
            for row in gone:
                writer.delete(row)
        self._saved = {**{row.uuid: row for row in gone}, **wanted}

    def _row(self, sheet: Sheet, points: tuple[Pick, ...], index: int) -> ControlPoint:
        from ....core.atlas.edits.gestures import point
        from ....core.atlas.model import ControlPoint

        p = points[index]
        old = self._saved.get(p.uuid)
        try:
            geom: Optional[str] = point(*sheet_points.ground(sheet, points, index))
        except AtlasError:  # without a datum a printed coordinate has no place on the ground yet
            geom = None
        return ControlPoint(
            geom=geom, uuid=p.uuid, row_version=old.row_version if old else 1, sheet_uuid=sheet.uuid,
            pixel_x=p.column, pixel_y=p.row, enabled=p.enabled, map_x=p.x, map_y=p.y, map_crs=p.frame,
            label=p.label or None,
        )  # fmt: skip
