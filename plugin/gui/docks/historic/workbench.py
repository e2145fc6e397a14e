# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The sheet that is being worked on: its points with undo, the fit that they give, what is saved."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import Any, Optional

from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QUndoCommand, QUndoStack

from ....core.atlas.record import new_uuid
from ....core.errors import AtlasError
from ...messages import reported
from ...part import disconnect

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


class _Change(QUndoCommand):
    def __init__(self, bench: Workbench, before: tuple, after: tuple, text: str) -> None:
        super().__init__(text)
        self._bench, self._before, self._after = bench, before, after

    def redo(self) -> None:
        self._bench.show_points(self._after)

    def undo(self) -> None:
        self._bench.show_points(self._before)


class Workbench(QObject):
    """Holds plain data; the tabs show it.  Every change of the points is saved a moment later."""

    sheet_changed = pyqtSignal()
    points_changed = pyqtSignal()

    def __init__(self, context: Any, parent: Any = None) -> None:
        super().__init__(parent)
        self.context = context
        self.sheet: Any = None
        self.points: tuple[Pick, ...] = ()
        self.method = "affine"
        self.size: Optional[tuple[int, int]] = None
        self.prepared: Any = None
        self.audit: Any = None
        self.ranking: list = []
        self.problem = ""
        self.undo = QUndoStack(self)
        self._saved: dict[str, Any] = {}
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(700)
        self._later.timeout.connect(self._save_quietly)
        session = context.open_atlas
        self._connections = [(session.closing, self.leave), (session.closed, self._forget)]
        for signal, slot in self._connections:
            signal.connect(slot)

    # -- the sheet -----------------------------------------------------------------------------------

    def open(self, uuid: str) -> None:
        """Take a sheet of the open atlas onto the bench."""
        from ....core.atlas.model import ControlPoint, Sheet

        self.leave()
        atlas = self._atlas()
        sheet = atlas.get(Sheet, uuid)
        if sheet is None or sheet.deleted:
            raise AtlasError("This sheet is not in the atlas any more.", hint="Choose another one.")
        self.sheet, self.size = sheet, None
        self.prepared = self.audit = None  # else the last sheet's fit is shown with this one's points
        rows = atlas.rows(ControlPoint, sheet_uuid=uuid)
        self._saved = {row.uuid: row for row in rows}
        self.points = tuple(
            Pick(r.pixel_x, r.pixel_y, r.map_x or 0.0, r.map_y or 0.0, r.map_crs or GROUND, r.enabled,
                 r.label or "", r.uuid)
            for r in rows
        )  # fmt: skip
        self.method = sheet.method or "affine"
        self.undo.clear()
        self._measure_scan()
        self.sheet_changed.emit()
        self.judge()

    def change_sheet(self, **values: Any) -> None:
        """Save columns of the sheet."""
        from ....core.atlas.store.store import replace as changed

        sheet = changed(self.sheet, **values)
        with self._atlas().transaction("edit sheet", note=sheet.title) as writer:
            writer.update(sheet)
        self.sheet = sheet
        self._measure_scan()
        self.sheet_changed.emit()
        self.judge()
        self.context.open_atlas.changed.emit()

    def _measure_scan(self) -> None:
        from ....core.historic.scan import open_scan, size_of

        self.size = None
        if self.sheet.scan_path:
            try:
                self.size = size_of(open_scan(self.sheet.scan_path, self.sheet.scan_page or 1))
            except AtlasError as error:  # a moved file must not keep the sheet from being shown
                self.context.messages.error(error)

    def _atlas(self) -> Any:
        atlas = self.context.open_atlas.atlas
        if atlas is None:
            raise AtlasError("No atlas is open.", hint="Open one first.")
        return atlas

    # -- points --------------------------------------------------------------------------------------

    def change(self, points: tuple[Pick, ...], text: str, before: Optional[tuple] = None) -> None:
        """Take new points over as one step that can be undone."""
        self.undo.push(_Change(self, self.points if before is None else before, points, text))

    def show_points(self, points: tuple[Pick, ...], save: bool = True) -> None:
        """Show points and judge them; ``save`` False while one is being dragged."""
        self.points = points
        if save:
            self._later.start()
        self.judge(rank=save)

    def add(self, pick: Pick) -> None:
        """Add a point."""
        self.change((*self.points, pick), "add control point")

    def edit(self, index: int, text: str = "edit control point", **values: Any) -> None:
        """Change one point."""
        self.change(self._with(index, values), text)

    def drag(self, index: int, **values: Any) -> None:
        """Show one point elsewhere, without a step in the undo list."""
        self.show_points(self._with(index, values), save=False)

    def remove(self, indices: list[int]) -> None:
        """Take points away."""
        left = tuple(p for i, p in enumerate(self.points) if i not in set(indices))
        self.change(left, "remove control points")

    def _with(self, index: int, values: dict) -> tuple[Pick, ...]:
        return tuple(replace(p, **values) if i == index else p for i, p in enumerate(self.points))

    # -- the fit -------------------------------------------------------------------------------------

    def set_method(self, method: str) -> None:
        """Fit by another method."""
        self.method = method
        self.judge()

    def operation(self) -> Any:
        """The operation of the sheet's datum; WGS 84 where every point was set on the ground."""
        from ....core.historic.datum import WGS84
        from ....core.historic.operations import operation_for

        if all(p.frame == GROUND for p in self.points):
            return WGS84
        if self.sheet.datum == "undetermined":
            raise AtlasError(
                "Points are given in the sheet's own coordinates, but its datum is not chosen.",
                hint="Choose the datum in the Sheet tab and save it; the choices lie up to 290 m apart.",
            )
        if self.sheet.datum != "other":
            return operation_for(self.sheet.datum)
        place = next((p.x, p.y) for p in self.points if p.frame == SHEET)
        return operation_for("crs", self.sheet.datum_crs or "", place)

    def core_points(self) -> tuple[list, Any]:
        """The points for the engine, all in the operation's source system, and the operation."""
        from ....core.historic import datum
        from ....core.historic.control_points import GroundControlPoint

        operation = self.operation()
        made = []
        for number, p in enumerate(self.points, start=1):
            x, y = p.x, p.y
            if p.frame == GROUND:
                back = datum.from_wgs84(operation, [x], [y])
                x, y = float(back[0][0]), float(back[1][0])
            made.append(GroundControlPoint(x, y, p.column, -p.row, p.enabled, p.label or str(number)))
        return made, operation

    def ground(self, index: int) -> tuple[float, float]:
        """Where a point lies, WGS 84 degrees."""
        from ....core.historic import datum

        p = self.points[index]
        if p.frame == GROUND:
            return p.x, p.y
        x, y = datum.to_wgs84(self.operation(), [p.x], [p.y])
        return float(x[0]), float(y[0])

    def judge(self, rank: bool = True) -> None:
        """Fit anew; what stands against it is kept as ``problem``."""
        from ....core.historic import georeference

        self.prepared = self.audit = None
        self.problem = ""
        if self.sheet is not None and self.points:
            try:
                points, operation = self.core_points()
                self.prepared = georeference.prepare(points, operation)
                self.audit = georeference.audit(self.prepared, self.method, self.size)
                if rank:
                    self.ranking = georeference.rank_methods(self.prepared, self.size)
            except AtlasError as error:
                self.problem = str(error)
        self.points_changed.emit()

    def warnings(self) -> list[str]:
        """What the user should know of this fit."""
        from ....core.historic.georeference import poor_method

        if self.problem or self.audit is None:
            return [self.problem] if self.problem else []
        found = [*self.audit.warnings, *poor_method(self.method, self.ranking)]
        if self.points and all(p.frame == GROUND for p in self.points):
            found.append("All points were set on the ground: the sheet's datum drops out.")
        return found

    # -- saving --------------------------------------------------------------------------------------

    @reported
    def _save_quietly(self) -> None:
        self.save()

    def save(self) -> None:
        """Write the points as they are into the atlas, in one transaction."""
        self._later.stop()
        if self.sheet is None or self.context.open_atlas.atlas is None:
            return
        wanted = {row.uuid: row for row in (self._row(i) for i in range(len(self.points)))}
        changed = [row for key, row in wanted.items() if key in self._saved and row != self._saved[key]]
        new = [row for key, row in wanted.items() if key not in self._saved]
        gone = [row for key, row in self._saved.items() if key not in wanted and not row.deleted]
        if not (changed or new or gone):
            return
        with self._atlas().transaction("control points", note=self.sheet.title) as writer:
            for row in changed:
                writer.update(row)
            for row in new:
                writer.insert(row)
            for row in gone:
                writer.delete(row)
        self._saved = {**{row.uuid: row for row in gone}, **wanted}

    def _row(self, index: int) -> Any:
        from ....core.atlas.edits.gestures import point
        from ....core.atlas.model import ControlPoint

        p = self.points[index]
        old = self._saved.get(p.uuid)
        try:
            geom: Optional[str] = point(*self.ground(index))
        except AtlasError:  # without a datum a printed coordinate has no place on the ground yet
            geom = None
        return ControlPoint(
            geom=geom, uuid=p.uuid, row_version=old.row_version if old else 1, sheet_uuid=self.sheet.uuid,
            pixel_x=p.column, pixel_y=p.row, enabled=p.enabled, map_x=p.x, map_y=p.y, map_crs=p.frame,
            label=p.label or None,
        )  # fmt: skip

    def leave(self) -> None:
        """Save what is pending before the sheet goes."""
        if self._later.isActive():
            self._save_quietly()

    def forget(self) -> None:
        """Clear the bench; what is pending is saved first."""
        self.leave()
        self._forget()

    def _forget(self) -> None:
        self._later.stop()
        self.sheet, self.size, self.points, self._saved = None, None, (), {}
        self.prepared = self.audit = None
        self.undo.clear()
        self.sheet_changed.emit()
        self.judge()

    def release(self) -> None:
        """Save and let go."""
        self.leave()
        for signal, slot in self._connections:
            disconnect(signal, slot)
