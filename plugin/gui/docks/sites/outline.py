# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Where the filter looks: its circle and polygon, outlined on the map for as long as they count."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from qgis.gui import QgsMapCanvas

from ....core.measure.geodesics import LARGEST_RING_M
from ....core.measure.rings import ring
from ....core.search.criteria import SiteFilter
from ...part import disconnect
from ...tools.marks import Marks

Line = Sequence[tuple[float, float]]


class AreaOutline:
    """Draws what of a filter has a place on the map (the map view itself needs no outline)."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        self._canvas = canvas
        self._marks = Marks(canvas)
        self._wanted = SiteFilter()
        self._shown = True
        canvas.destinationCrsChanged.connect(self._draw)

    def show(self, wanted: SiteFilter) -> None:
        """Outline another filter."""
        if (wanted.circle, wanted.polygon, wanted.off) != (
            self._wanted.circle, self._wanted.polygon, self._wanted.off,
        ):  # fmt: skip
            self._wanted = wanted
            self._draw()

    def set_visible(self, visible: bool) -> None:
        """Draw nothing while the dock is closed: it filters nothing then."""
        if visible != self._shown:
            self._shown = visible
            self._draw()

    def _draw(self) -> None:
        self._marks.clear()
        counts = self._wanted.active()
        circle = self._wanted.circle
        if self._shown and ("circle" in counts or "polygon" in counts):
            centre = [(circle.lon, circle.lat)] if circle and "circle" in counts else []
            self._marks.show(centre, self._lines(counts))

    def _lines(self, counts: Sequence[str]) -> Iterator[Line]:
        circle = self._wanted.circle
        if circle and "circle" in counts and circle.radius_m <= LARGEST_RING_M:
            yield from ring(circle.lon, circle.lat, circle.radius_m).parts
        if "polygon" in counts:
            for corners in self._wanted.polygon:
                yield [*corners, corners[0]]

    def release(self) -> None:
        """Take the outline off the map."""
        disconnect(self._canvas.destinationCrsChanged, self._draw)
        self._marks.release()
