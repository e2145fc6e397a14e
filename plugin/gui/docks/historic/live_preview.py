# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The scan over the map as the control points put it, warped anew while one of them moves."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from qgis.core import QgsPointXY
from qgis.PyQt.QtCore import QObject

from ....core.errors import AtlasError, Cancelled
from ....core.i18n import tr
from ...background import Work
from ...context import Context
from ...messages import reported
from ...part import alive
from ...tools.control_point_tool import PreviewPicture
from ...tools.places import wgs84_to_canvas
from .workbench import Workbench

if TYPE_CHECKING:
    from ....core.historic.warp import Preview

FINE, COARSE = 900, 420
"""Columns of the picture, and of the one that is drawn while a point moves."""


class LivePreview(QObject):
    """Reads the scan once, reduced, in the background, and shows it as the fit puts it."""

    def __init__(self, context: Context, bench: Workbench, parent: QObject) -> None:
        super().__init__(parent)
        self.context, self._bench = context, bench
        self.picture = PreviewPicture(context.iface.mapCanvas())
        self.is_on = True
        self._reduced: Optional[Preview] = None
        self._scan: Optional[tuple[str, int]] = None
        self._unreadable = False
        self._reading = Work(self)
        self._reading.done.connect(self._has_read)
        self._reading.failed.connect(self._not_read)

    @property
    def is_reading(self) -> bool:
        """Whether the scan is being read."""
        return self._reading.busy

    def take_sheet(self) -> bool:
        """Follow the workbench to its sheet; return whether that has another scan than the last one."""
        sheet = self._bench.sheet
        scan = (sheet.scan_path, sheet.scan_page or 1) if sheet is not None and sheet.scan_path else None
        if scan == self._scan:
            return False
        self._scan, self._reduced, self._unreadable = scan, None, False
        self._reading.drop()
        self.picture.hide_picture()
        return True

    def forget(self) -> None:
        """Let the scan be read anew."""
        self._reduced = None

    @reported
    def show(self, coarse: bool = False) -> None:
        """Show the scan as the fit has it now, or nothing where there is none."""
        fit = self._bench.fit
        if not self.is_on or fit.audit is None or fit.prepared is None or not self._bench.size:
            self.picture.hide_picture()
            return
        if self._reduced is None:
            self._read()
            return
        plane = fit.prepared.plane
        try:
            pixels, (west, south, east, north) = self._reduced.picture(
                fit.audit, plane.definition, width=COARSE if coarse else FINE
            )
        except (AtlasError, RuntimeError) as error:  # a fit beyond all measure has no picture
            self.picture.hide_picture()
            self.context.messages.log(str(error))
            return
        lon, lat = plane.backward([west, east, east, west], [north, north, south, south])
        canvas = self.context.iface.mapCanvas()
        corners = [wgs84_to_canvas(canvas, QgsPointXY(float(x), float(y))) for x, y in zip(lon, lat)]
        self.picture.show_picture(pixels, corners)

    def _read(self) -> None:
        """Read the scan at screen size: a large one takes seconds, once."""
        if self._reading.busy or self._unreadable or self._scan is None:
            return
        from ....core.historic.warp import Preview

        path, page = self._scan
        title = tr("LivePreview", "Reading {file}").format(file=path)
        self._reading.start(title, lambda _progress: Preview(path, page=page))

    @reported
    def _has_read(self, reduced: Preview) -> None:
        self._reduced = reduced
        self.show()

    def _not_read(self, error: BaseException) -> None:
        self.picture.hide_picture()
        self._unreadable = True
        if not isinstance(error, Cancelled):
            self.context.messages.error(error)

    def set_visible(self, visible: bool) -> None:
        """Show the picture on the map, or keep the map free of it."""
        if alive(self.picture):
            self.picture.setVisible(visible)

    def release(self) -> None:
        """Stop reading and take the picture off the map."""
        self._reading.drop()
        self.context.iface.mapCanvas().scene().removeItem(self.picture)
