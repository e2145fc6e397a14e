# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The map goes to what is found, and to a position that is typed in the search."""

from __future__ import annotations

import dataclasses
from typing import Optional

from qgis.core import QgsVectorLayer
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, QTimer

from ....core.search.criteria import SiteFilter
from ....core.search.result import FilterResult
from ...part import alive
from ...tools.places import view_box, zoom_and_flash, zoom_to_box
from .filter_controls import FilterControls

QUIET_MS = 400
"""So long after the last key press the map moves."""
SMALLEST = 0.1
"""A part of the view: what is found within less of it is looked at from nearer."""


class MapFollow(QObject):
    """Moves the map after the filter was changed; never while sites are edited, never against the map view.

    Moving the period or the map itself is no reason to go anywhere.
    """

    def __init__(self, canvas: QgsMapCanvas, controls: FilterControls) -> None:
        super().__init__(controls)
        self._canvas, self._controls = canvas, controls
        self.layer: Optional[QgsVectorLayer] = None
        self.on = True
        self._asked = _question(controls.wanted)
        self._found: Optional[FilterResult] = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(QUIET_MS)
        self._timer.timeout.connect(self._go)
        controls.typed_place.connect(self._place_typed)

    def switch(self, on: bool) -> None:
        """Follow from now on, or not; switched on, the map goes there at once."""
        self.on = on
        if on and self._found is not None:
            self._go()

    def show(self, found: FilterResult) -> None:
        """There is another result; the map goes there when the question is another one too."""
        self._found = found
        asked = _question(self._controls.wanted)
        if asked != self._asked:
            self._asked = asked
            if self.on and asked != SiteFilter() and "bbox" not in self._controls.wanted.active():
                self._timer.start()

    def clear(self) -> None:
        """There is no result any more."""
        self._timer.stop()
        self._found, self.layer = None, None

    def go_to_typed(self) -> bool:
        """Show the position that stands in the search; False when there is none."""
        place = self._controls.place
        return place is not None and zoom_and_flash(self._canvas, [(place.lon, place.lat)])

    def _place_typed(self) -> None:
        if self.on:
            self._timer.start()

    def _go(self) -> None:
        if self._is_edited() or self.go_to_typed():
            return
        found = self._found
        if found is None or not found.criteria or found.priority is None or not len(found.priority):
            return
        priority = found.priority
        west, east = float(priority.lon.min()), float(priority.lon.max())
        south, north = float(priority.lat.min()), float(priority.lat.max())
        left, bottom, right, top = view_box(self._canvas)
        seen = left <= west and east <= right and bottom <= south and north <= top
        wide = east - west > SMALLEST * (right - left) or north - south > SMALLEST * (top - bottom)
        if not (seen and wide):
            zoom_to_box(self._canvas, (west, south, east, north))

    def _is_edited(self) -> bool:
        layer = self.layer
        return layer is not None and alive(layer) and bool(layer.isEditable())


def _question(wanted: SiteFilter) -> SiteFilter:
    """Return what of a filter says which sites are meant, not when or what the map happens to show."""
    off = wanted.off
    kept = {name: getattr(wanted.without(name), name) for name in ("period", "bbox", *off)}
    return dataclasses.replace(wanted, **kept, off=frozenset())
