# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The sheet that is being worked on: its points with undo, and the fit that they give."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, Optional

from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QUndoCommand, QUndoStack

from ....core.errors import AtlasError
from ....core.historic.sheet_points import Judgement, Pick
from ....core.i18n import tr
from ...context import Context
from ...messages import reported
from ...part import disconnect
from .point_rows import PointRows

if TYPE_CHECKING:
    from ....core.atlas.model import Sheet
    from ....core.atlas.store.store import Atlas
    from ....core.historic.control_points import GroundControlPoint
    from ....core.historic.datum import Operation

SAVE_AFTER_MS = 700


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

    def __init__(self, context: Context, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self.context = context
        self.sheet: Optional[Sheet] = None
        self.points: tuple[Pick, ...] = ()
        self.method = "affine"
        self.size: Optional[tuple[int, int]] = None
        self.fit = Judgement()
        self.undo = QUndoStack(self)
        self._rows = PointRows()
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(SAVE_AFTER_MS)
        self._later.timeout.connect(self._save_quietly)
        opened = context.open_atlas
        self._connections: list[tuple[Any, Any]] = [
            (opened.closing, self.leave),
            (opened.closed, self._forget),
        ]
        for signal, slot in self._connections:
            signal.connect(slot)

    # -- the sheet -----------------------------------------------------------------------------------

    def open(self, uuid: str) -> None:
        """Take a sheet of the open atlas onto the bench."""
        from ....core.atlas.model import Sheet

        self.leave()
        sheet = self._atlas().get(Sheet, uuid)
        if sheet is None or sheet.deleted:
            raise AtlasError(
                tr("Workbench", "This sheet is not in the atlas any more."),
                hint=tr("Workbench", "Choose another one."),
            )
        self.sheet = sheet
        self.points = self._rows.read(self._atlas(), uuid)
        self.method = sheet.method or "affine"
        self.fit = Judgement()  # else the last sheet's fit is shown with this one's points
        self.undo.clear()
        self._measure_scan()
        self.sheet_changed.emit()
        self.judge()

    def change_sheet(self, **values: Any) -> None:
        """Save columns of the sheet."""
        from ....core.atlas.store.store import replace as changed

        sheet = changed(self.required(), **values)
        with self._atlas().transaction("edit sheet", note=sheet.title) as writer:
            writer.update(sheet)
        self.sheet = sheet
        self._measure_scan()
        self.sheet_changed.emit()
        self.judge()
        self.context.open_atlas.changed.emit()

    def required(self) -> Sheet:
        """Return the sheet.  Raises AtlasError where none is chosen."""
        if self.sheet is None:
            raise AtlasError(
                tr("Workbench", "No sheet is chosen."), hint=tr("Workbench", "Choose one first.")
            )
        return self.sheet

    def _measure_scan(self) -> None:
        from ....core.historic.scan import open_scan, size_of

        self.size, sheet = None, self.sheet
        if sheet is not None and sheet.scan_path:
            try:
                self.size = size_of(open_scan(sheet.scan_path, sheet.scan_page or 1))
            except AtlasError as error:  # a moved file must not keep the sheet from being shown
                self.context.messages.error(error)

    def _atlas(self) -> Atlas:
        atlas = self.context.open_atlas.atlas
        if atlas is None:
            raise AtlasError(tr("Workbench", "No atlas is open."), hint=tr("Workbench", "Open one first."))
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
        self.change((*self.points, pick), tr("Workbench", "add control point"))

    def edit(self, rows: list[int], text: str, **values: Any) -> None:
        """Change some points in the same way."""
        self.change(self._with(rows, values), text)

    def drag(self, index: int, **values: Any) -> None:
        """Show one point elsewhere, without a step in the undo list."""
        self.show_points(self._with([index], values), save=False)

    def remove(self, indices: list[int]) -> None:
        """Take points away."""
        left = tuple(p for i, p in enumerate(self.points) if i not in set(indices))
        self.change(left, tr("Workbench", "remove control points"))

    def _with(self, rows: list[int], values: dict) -> tuple[Pick, ...]:
        return tuple(replace(p, **values) if i in rows else p for i, p in enumerate(self.points))

    def for_the_fit(self) -> tuple[list[GroundControlPoint], Operation]:
        """Return the points, all in the source system of one operation, and the operation."""
        from ....core.historic import sheet_points

        return sheet_points.for_the_fit(self.required(), self.points)

    def ground(self, index: int) -> tuple[float, float]:
        """Return where a point lies, WGS 84 degrees."""
        from ....core.historic import sheet_points

        return sheet_points.ground(self.required(), self.points, index)

    # -- the fit -------------------------------------------------------------------------------------

    def set_method(self, method: str) -> None:
        """Fit by another method."""
        self.method = method
        self.judge()

    def judge(self, rank: bool = True) -> None:
        """Fit anew; without ``rank`` the methods keep their places."""
        from ....core.historic import sheet_points

        before = None if rank else self.fit.ranking
        self.fit = Judgement()
        if self.sheet is not None and self.points:
            self.fit = sheet_points.judge(self.sheet, self.points, self.method, self.size, before)
        self.points_changed.emit()

    # -- saving --------------------------------------------------------------------------------------

    @reported
    def _save_quietly(self) -> None:
        self.save()

    def save(self) -> None:
        """Write the points as they are into the atlas."""
        self._later.stop()
        atlas = self.context.open_atlas.atlas
        if self.sheet is not None and atlas is not None:
            self._rows.write(atlas, self.sheet, self.points)

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
        self.sheet, self.size, self.points = None, None, ()
        self._rows = PointRows()
        self.undo.clear()
        self.sheet_changed.emit()
        self.judge()

    def release(self) -> None:
        """Save and let go."""
        self.leave()
        for signal, slot in self._connections:
            disconnect(signal, slot)
