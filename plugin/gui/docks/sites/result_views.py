# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Where a filter's result is seen: list, map, attribute tables, queue, count and notes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Optional

from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QLabel

from ....core.i18n import tr
from ....core.search.question import Facets
from ....core.search.result import FilterResult
from .attribute_tables import TableFilter
from .edit_buffer import EditWatch
from .filter_controls import FilterControls
from .head import Head
from .map_filter import MapFilter
from .selection_link import SelectionLink
from .site_data import SiteData
from .site_list import SitesView
from .unlocated import UnlocatedPage


class Places(NamedTuple):
    """The widgets and layers' helpers that show a result."""

    view: SitesView
    map: MapFilter
    tables: TableFilter
    queue: UnlocatedPage
    head: Head
    hint: QLabel
    """Below the list: what is empty, and what is special about what is shown."""


class ResultViews(QObject):
    """Shows the result of the running filter in all places at once."""

    shown = pyqtSignal(object)
    """A FilterResult, once it is seen in all places."""

    def __init__(
        self,
        data: SiteData,
        edits: EditWatch,
        controls: FilterControls,
        selection: SelectionLink,
        places: Places,
    ) -> None:
        super().__init__(places.view)
        self._data, self._edits, self._controls = data, edits, controls
        self._selection, self._places = selection, places
        self.found: Optional[FilterResult] = None
        self.facets: Optional[Facets] = None
        data.filtered.connect(self._filtered)
        data.placed.connect(self._placed)
        data.counted.connect(self._counted)
        data.progress.connect(self._progress)
        places.map.drawn.connect(self._drawn)
        selection.left_out.connect(self._say_left_out)

    # -- coming and going ----------------------------------------------------------------------------

    def clear(self) -> None:
        """Show no result any more."""
        self.found = self.facets = None
        self._places.view.source.show(None, [])

    def show_again(self) -> None:
        """Show the result once more: the dock was opened again."""
        if self.found is not None:
            self._show()

    def say(self, count: str, hint: str = "") -> None:
        """Show a text in place of the count, and a hint below the list ("": none)."""
        self._places.head.count.setText(count)
        self._places.head.note.setText("")
        self._hint(hint)

    def could_not_be_read(self) -> None:
        """Say so in place of the count, unless there is an older result."""
        if self.found is None:
            self.say(tr("SitesDock", "Could not be read"))

    # -- answers -------------------------------------------------------------------------------------

    def _filtered(self, found: FilterResult) -> None:
        self.found, self.facets = found, None
        self._show()

    def _show(self, near: Sequence[int] = ()) -> None:
        found, places = self.found, self._places
        if found is None:
            return
        pending = self._edits.pending()
        unsaved = [row for row in map(found.row_of, pending) if row >= 0]
        places.view.source.show(found, unsaved, near)
        self._selection.show(found, pending)
        if self._data.partial:
            return  # the list is there to be used; map, queue and count wait for the rest
        places.head.count.setText(f"{found.count:,} / {found.total:,}")
        self._show_on_map()
        places.tables.show(found, pending)
        places.queue.show_hits(found)
        self._hint(self._what_is_special(bool(near)))

    def _placed(self, found: FilterResult) -> None:
        if found is self.found:
            self._show_on_map()

    def _show_on_map(self) -> None:
        if self.found is not None and self.found.priority is not None:
            self._places.map.show(self.found, self._edits.pending())
            self.shown.emit(self.found)

    def _counted(self, facets: Facets) -> None:
        self.facets = facets
        self._controls.show_counts(facets.counts)
        if facets.near or (self.found is not None and not self.found.count):
            self._show(facets.near)

    def _what_is_special(self, near: bool) -> str:
        place = self._controls.place
        if place is not None:
            return tr("SitesDock", "Enter: the map goes to {place}").format(place=place.text)
        if self.found is not None and not self.found.count:
            if near:
                return tr("SitesDock", "Nothing meets the filter. Similar names are listed.")
            return tr("SitesDock", "Nothing meets the filter. Switch a criterion off, or clear.")
        if self._data.said:
            return tr("SitesDock", "No name matches; found in descriptions and sources.")
        if not self._places.map.can_filter:
            return tr("SitesDock", "The map style of the sites cannot be filtered; the list is.")
        return ""

    def _hint(self, text: str) -> None:
        self._places.hint.setText(text)
        self._places.hint.setVisible(bool(text))

    def _say_left_out(self, number: int) -> None:
        self._hint(
            tr("SitesDock", "%n selected sites do not meet the filter: not selected any more.", number)
        )

    def _progress(self, percent: float) -> None:
        if self.found is None or self._data.partial:
            text = tr("SitesDock", "Reading… {percent} %").format(percent=round(percent))
            self._places.head.count.setText(text)

    def _drawn(self, drawn: int, in_view: int) -> None:
        note, thinned = self._places.head.note, drawn < in_view
        note.setText(tr("SitesDock", "map: one per spot") if thinned else "")
        tip = tr(
            "SitesDock",
            "The map shows the most important site of each spot ({drawn} of {number}). Zoom in to see all.",
        )
        note.setToolTip(tip.format(drawn=f"{drawn:,}", number=f"{in_view:,}") if thinned else "")
