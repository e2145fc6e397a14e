# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The warp of a sheet's scan: away from the window, then its layer and the sheet's row."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Optional

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QFileDialog, QHBoxLayout, QProgressBar, QWidget

from ....core.errors import AtlasError
from ....core.i18n import tr
from ...background import Progress, Work
from ...context import Context
from ...messages import reported
from ...part import disconnect
from ...widgets.buttons import push_button
from .sheet_layer import show_sheet
from .workbench import Workbench

if TYPE_CHECKING:
    from ....core.historic.georeference import Audit, Prepared


@dataclass(frozen=True)
class _Order:
    """What is warped, for which sheet and where to; plain data for another thread."""

    sheet_uuid: str
    scan: str
    page: int
    size: tuple[int, int]
    prepared: Prepared
    audit: Audit
    output: str
    collar: Optional[list[tuple[float, float]]]

    def __call__(self, progress: Progress) -> _Order:
        """Warp."""
        from ....core.historic.warp import warp

        warp(
            self.scan,
            self.prepared,
            self.audit,
            self.output,
            progress=progress.go_on,
            collar=self.collar,
            page=self.page,
        )
        return self


class WarpRow(QWidget):
    """The button that starts and cancels the warp, and its progress."""

    warped = pyqtSignal()

    def __init__(self, context: Context, bench: Workbench, parent: QWidget) -> None:
        super().__init__(parent)
        self.context, self._bench = context, bench
        self._work = Work(self)
        self._work.progress.connect(self._show_progress)
        self._work.done.connect(self._done)
        self._work.failed.connect(self._failed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self.progress = QProgressBar(self)
        self.progress.setObjectName("pointsProgress")
        self.progress.hide()
        self.button = push_button(
            "pointsWarp", self._title(), self._pressed, icon="mActionStart.svg", parent=self
        )
        row.addWidget(self.progress, 1)
        row.addWidget(self.button)
        bench.points_changed.connect(self.show_usable)
        bench.sheet_changed.connect(self.show_usable)
        context.open_atlas.closing.connect(self._work.cancel)
        self.show_usable()

    @property
    def busy(self) -> bool:
        """Whether a warp is under way."""
        return self._work.busy

    @staticmethod
    def _title() -> str:
        return tr("WarpRow", "Georeference…")

    def show_usable(self) -> None:
        """Offer the warp once there is a scan and a fit, and its cancelling while it runs."""
        can = self._bench.fit.audit is not None and bool(self._bench.size)
        self.button.setEnabled(can or self.busy)

    def _show_progress(self, percent: float) -> None:
        """Show how far it is; below zero nothing runs."""
        running = percent >= 0
        self.progress.setVisible(running)
        self.progress.setValue(round(max(percent, 0)))
        self.button.setText(tr("WarpRow", "Cancel") if running else self._title())
        self.show_usable()

    @reported
    def _pressed(self, _checked: bool = False) -> None:
        """Ask where to write, then warp; a second press cancels."""
        if self.busy:
            self._work.cancel()
            return
        scan = Path(self._bench.required().scan_path or "")
        proposal = str(scan.with_name(f"{scan.stem}_georeferenced.tif"))
        title = tr("WarpRow", "Write the georeferenced sheet")
        path, _kind = QFileDialog.getSaveFileName(self, title, proposal, "*.tif")
        if path:
            self.warp_to(path if path.lower().endswith((".tif", ".tiff")) else f"{path}.tif")

    def warp_to(self, path: str) -> None:
        """Warp the scan by the points as they are."""
        from ....core.historic.scan import collar_of

        sheet, fit, size = self._bench.required(), self._bench.fit, self._bench.size
        if fit.audit is None or fit.prepared is None or size is None or not sheet.scan_path:
            raise AtlasError(fit.problem or tr("WarpRow", "There are not enough control points."))
        order = _Order(
            sheet.uuid,
            sheet.scan_path,
            sheet.scan_page or 1,
            size,
            fit.prepared,
            fit.audit,
            path,
            collar_of(sheet.collar),
        )
        self._work.start(tr("WarpRow", "Georeferencing {file}").format(file=sheet.scan_path), order)
        self._show_progress(0.0)

    @reported
    def _done(self, order: _Order) -> None:
        self._show_progress(-1.0)
        self._adopt(order)
        self.warped.emit()
        text = tr("WarpRow", "{file} is written and shown.")
        self.context.messages.info(text.format(file=Path(order.output).name))

    def _adopt(self, order: _Order) -> None:
        """Write the result into its sheet's row, and show it."""
        bench = self._bench
        if bench.sheet is None or bench.sheet.uuid != order.sheet_uuid:
            bench.open(order.sheet_uuid)  # another sheet was chosen meanwhile: the result is not that one's
        sheet = bench.required()
        bench.save()
        bench.change_sheet(
            warped_path=order.output,
            method=order.audit.fit.method,
            operation=order.prepared.operation.pipeline,
            loo_rmse_m=order.audit.loo_rmse,
            state="traced" if sheet.state == "traced" else "georeferenced",
            geom=_outline(order),
            extent_basis="Corners of the georeferenced scan.",
        )
        show_sheet(self.context, order.output, sheet.title)

    def _failed(self, error: BaseException) -> None:
        self._show_progress(-1.0)
        self.context.messages.error(error)

    def release(self) -> None:
        """Stop, and let go of bench and atlas."""
        for signal, slot in (
            (self._bench.points_changed, self.show_usable),
            (self._bench.sheet_changed, self.show_usable),
            (self.context.open_atlas.closing, self._work.cancel),
        ):
            disconnect(signal, slot)
        self._work.drop()


def _outline(order: _Order) -> str:
    """The scan's edge on the ground as WKT, in WGS 84."""
    import numpy as np

    columns, rows = order.size
    corners = np.array([(0, 0), (columns, 0), (columns, -rows), (0, -rows), (0, 0)], float)
    lon, lat = order.prepared.plane.backward(*order.audit.fit.forward(corners).T)
    return "POLYGON ((" + ", ".join(f"{x:.8f} {y:.8f}" for x, y in zip(lon, lat)) + "))"
