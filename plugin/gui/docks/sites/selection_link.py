# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The selection of the sites layer and the selected rows of the list: one and the same."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Optional

from qgis.core import QgsVectorLayer
from qgis.PyQt.QtCore import QItemSelection, QObject, QTimer, pyqtSignal, pyqtSlot

from ....core.search.result import FilterResult
from ...part import alive, disconnect
from .site_list import SitesView

KEPT_MOST = 200
"""So many selected sites are asked about one by one (their spans)."""
PORTION = 50_000
"""So many sites are selected at a time: 20 ms."""


class SelectionLink(QObject):
    """Selects on the map what is selected in the list and the other way round.

    What the filter leaves out is not selected either, so that no edit of "the selected ones" reaches it; only
    sites with unsaved edits stay.
    """

    changed = pyqtSignal()
    """The user selected other sites (or none)."""
    left_out = pyqtSignal(int)
    """So many sites were selected elsewhere that the filter leaves out: they are not selected any more."""

    def __init__(self, view: SitesView) -> None:
        super().__init__(view)
        self._view = view
        self._layer: Optional[QgsVectorLayer] = None
        self._in_step = False
        self._found: Optional[FilterResult] = None
        self._pending: frozenset[int] = frozenset()
        self._first: Optional[list[int]] = None
        self._left: list[list[int]] = []
        """Portions of the selection that the layer does not have yet."""
        self._portions = QTimer(self)
        self._portions.setInterval(0)
        self._portions.timeout.connect(self._select_portion)
        view.selectionModel().selectionChanged.connect(self._to_map)

    def attach(self, layer: Optional[QgsVectorLayer]) -> None:
        """Follow the selection of a layer (None: of no layer)."""
        self._stop()
        if alive(self._layer):
            disconnect(self._layer.selectionChanged, self._from_map)
        self._layer, self._found, self._first = layer, None, None
        if layer is not None:
            layer.selectionChanged.connect(self._from_map)

    def first(self) -> list[int]:
        """Return the first selected sites; asked of QGIS once per change, a million ids take 50 ms."""
        if self._first is None:
            chosen = self._layer.selectedFeatureIds() if alive(self._layer) else ()
            self._first = list(chosen)[:KEPT_MOST]
        return self._first

    def show(self, found: FilterResult, pending: Iterable[int]) -> None:
        """The list shows other sites: what it leaves out is not selected any more."""
        self._found, self._pending = found, frozenset(pending)
        if found.criteria:
            self._left = [found.listed(portion, self._pending) for portion in self._left]
        self._drop_left_out()
        self._view.select_fids(self.first())

    def _drop_left_out(self) -> int:
        """Deselect what is not listed; returns how many there were."""
        if self._found is None or not self._found.criteria or not alive(self._layer):
            return 0
        if not self._layer.selectedFeatureCount():
            return 0
        chosen = self._layer.selectedFeatureIds()
        kept = self._found.listed(chosen, self._pending)
        if len(kept) == len(chosen):
            return 0
        self._first = None
        self._in_step = True
        self._layer.selectByIds(kept)
        self._in_step = False
        return len(chosen) - len(kept)

    # -- from the list to the map --------------------------------------------------------------------

    def _to_map(self, _now: QItemSelection, _before: QItemSelection) -> None:
        if self._in_step or self._view.in_step:
            return
        self._stop()
        if alive(self._layer):
            fids = self._view.selected_fids()
            self._first = fids[:KEPT_MOST]
            self._in_step = True
            self._layer.selectByIds(fids[:PORTION])
            self._in_step = False
            self._left = [fids[start : start + PORTION] for start in range(PORTION, len(fids), PORTION)]
            if self._left:
                self._portions.start()
        self.changed.emit()

    def _select_portion(self) -> None:
        """Hand the layer more of a large selection: all at once the window would stand still for 0.5 s.

        The last portion alone is told to the map and to open tables, which would draw anew for each.
        """
        if not self._left or not alive(self._layer):
            self._stop()
            return
        portion = self._left.pop(0)
        quiet = bool(self._left) and not self._layer.signalsBlocked()
        self._in_step = True
        if quiet:
            self._layer.blockSignals(True)
        self._layer.select(portion)
        if quiet:
            self._layer.blockSignals(False)
        self._in_step = False

    def _stop(self) -> None:
        self._portions.stop()
        self._left = []

    # -- from the map to the list --------------------------------------------------------------------

    @pyqtSlot()
    def _from_map(self) -> None:
        # A slot without arguments: a million ids would be made into Python's for each call.
        if self._in_step:
            return
        self._stop()
        self._first = None
        number = self._drop_left_out()
        self._view.select_fids(self.first())
        self.changed.emit()
        if number:
            self.left_out.emit(number)
