# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The one filter that the dock asks for, and the widgets that show and set it in step."""

from __future__ import annotations

import dataclasses
from typing import Any, Optional

from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QObject, QTimer, pyqtSignal

from ....core.coordinates.typed_place import TypedPlace, typed_place
from ....core.search.criteria import PeriodCriterion, SiteFilter
from .filter_page import CriteriaPage, view_box
from .head import Head
from .outline import AreaOutline
from .time_page import TimePage

TYPING_MS = 0
"""Lets the key presses that wait already through as one; a running search is dropped for the next one."""


class FilterControls(QObject):
    """Keeps the search line, the chips, the criteria, the period and the outline on the map in step.

    ``asked`` says that the filter is another one; while a text is typed it comes once for all key presses
    that wait.
    """

    asked = pyqtSignal()
    typed_place = pyqtSignal()
    """There is a position in the search, ``place``."""

    def __init__(self, canvas: QgsMapCanvas, head: Head, criteria: CriteriaPage, time: TimePage) -> None:
        super().__init__(head)
        self.wanted = SiteFilter()
        self.place: Optional[TypedPlace] = None
        """The position that stands in the search: no site is looked for then."""
        self._canvas, self._head, self._criteria, self._time = canvas, head, criteria, time
        self.outline = AreaOutline(canvas)
        self._typing = QTimer(self)
        self._typing.setSingleShot(True)
        self._typing.setInterval(TYPING_MS)
        self._typing.timeout.connect(self.asked)
        head.search.textChanged.connect(self._typed)
        head.clear.clicked.connect(self.clear)
        head.chips.switched.connect(self._switch)
        head.chips.removed.connect(self._remove)
        head.saved.chosen.connect(self.set)
        criteria.edited.connect(self._edited)
        time.edited.connect(self._period_edited)

    # -- set -----------------------------------------------------------------------------------------

    def set(self, wanted: SiteFilter) -> None:
        """Filter by this from now on."""
        if "period" not in wanted.active() or wanted.period != self.wanted.period:
            self._time.leave()
        self.wanted = wanted
        self.place = None
        self._show()
        self.asked.emit()

    def clear(self, _checked: bool = False) -> None:
        """Take every criterion away."""
        self.set(SiteFilter())

    def reset(self) -> None:
        """Take every criterion away and ask nothing: there is no atlas any more."""
        self.wanted = SiteFilter()
        self.place = None
        self._show()

    def follow_view(self) -> bool:
        """Take the map view as it is now, where the filter goes by it; returns whether it does."""
        if "bbox" not in self.wanted.active():
            return False
        box = view_box(self._canvas)
        if box != self.wanted.bbox:
            self.wanted = dataclasses.replace(self.wanted, bbox=box)
            self.asked.emit()
        return True

    def _typed(self, text: str) -> None:
        self.place = typed_place(text)
        name = "" if self.place is not None else text.strip()
        self.wanted = dataclasses.replace(self.wanted, text=name, off=self.wanted.off - {"text"})
        self._tell()
        if self.place is not None:
            self.typed_place.emit()
        self._typing.start()

    def _edited(self, criterion: str, value: Any) -> None:
        if criterion in ("period", "expression") and value == getattr(self.wanted, criterion):
            return  # a field was left as it was: what is switched off stays so
        if criterion == "period":
            self._time.leave()
        self._change(criterion, value)

    def _period_edited(self, period: Optional[PeriodCriterion]) -> None:
        """The Time page sets years; what was chosen about uncertain and missing dates stays."""
        known = self.wanted.period
        if period is not None and known is not None:
            period = dataclasses.replace(known, start=period.start, end=period.end)
        self._change("period", period)
        self._criteria.set_filter(self.wanted)

    def _change(self, criterion: str, value: Any) -> None:
        changes = {criterion: value, "off": self.wanted.off - {criterion}}
        self.wanted = dataclasses.replace(self.wanted, **changes)
        self.show_chips()
        self.asked.emit()

    def _switch(self, criterion: str, on: bool) -> None:
        self.set(self.wanted.switched(criterion, on))

    def _remove(self, criterion: str) -> None:
        self.set(self.wanted.without(criterion))

    # -- shown ---------------------------------------------------------------------------------------

    def show_chips(self) -> None:
        """Show the chips anew: the words of their values may be known only now."""
        self._tell()
        self._head.chips.show_filter(self.wanted, self._criteria.words)

    def show_counts(self, counts: dict[str, dict[str, int]]) -> None:
        """Show how many sites each value would give."""
        self._criteria.set_counts(counts)
        self.show_chips()

    def show_outline(self, shown: bool) -> None:
        """Outline the filter's circle and polygon on the map, or not."""
        self.outline.set_visible(shown)

    def release(self) -> None:
        """Take the outline off the map."""
        self._typing.stop()
        self.outline.release()

    def _show(self) -> None:
        search = self._head.search
        search.blockSignals(True)
        if search.text() != self.wanted.text:
            search.setText(self.wanted.text)
        search.blockSignals(False)
        self._criteria.set_filter(self.wanted)
        self.show_chips()

    def _tell(self) -> None:
        self._head.saved.wanted = self.wanted
        self.outline.show(self.wanted)
        self._head.clear.setEnabled(self.wanted != SiteFilter() or self.place is not None)
