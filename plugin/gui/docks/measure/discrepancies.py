# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Discrepancies: what contradicts in the atlas, graded, pointed out on the map, and settled."""

from __future__ import annotations

import functools
from typing import Any, Callable

from qgis.PyQt.QtWidgets import QCheckBox, QVBoxLayout

from ....core.i18n import mark, tr
from ...messages import reported
from ...saving import open_for_writing
from .project_units import Flow
from .report import ReportTab

HEADER = (
    mark("DiscrepanciesTab", "Grade"), mark("DiscrepanciesTab", "What"),
    mark("DiscrepanciesTab", "Distance (m)"), mark("DiscrepanciesTab", "Azimuth (°)"),
    mark("DiscrepanciesTab", "Kind"), mark("DiscrepanciesTab", "Settled"),
)  # fmt: skip


def find(geodesic: Any, atlas: Any, progress: Callable[[float], bool]) -> Any:
    """Search an atlas (in a worker thread)."""
    from ....core.discrepancies import find as discrepancies

    return discrepancies.find(atlas, progress, geodesic)


class DiscrepanciesTab(ReportTab):
    """Pairs that contradict each other; a decision on one is recorded in the atlas."""

    NAME = "discrepancies"
    TITLE = mark("ReportTab", "searching for discrepancies")
    CLOSED = mark("ReportTab", "Open an atlas to see where its sources contradict each other.")
    WIDTHS = (44, 210, 90, 80, 150)

    def build_above(self, layout: QVBoxLayout) -> None:
        self.settled_box = QCheckBox(tr("DiscrepanciesTab", "Show settled ones"), self)
        self.settled_box.setObjectName("discrepanciesSettled")
        self.settled_box.toggled.connect(self._show_settled)
        layout.addWidget(self.settled_box)

    def build_below(self, layout: QVBoxLayout) -> None:
        self.detail = self.detail_label("discrepanciesDetail", layout)
        row = Flow(self)
        self.first = self.button("First", "", tr("DiscrepanciesTab", "Choose the first"), self.choose_first)
        self.second = self.button(
            "Second", "", tr("DiscrepanciesTab", "Choose the second"), self.choose_second
        )
        self.both = self.button("Both", "", tr("DiscrepanciesTab", "Keep both"), self.keep_both)
        self.different = self.button(
            "Different", "", tr("DiscrepanciesTab", "Not the same"), self.not_the_same
        )
        self.again = self.button(
            "Reopen", "", tr("DiscrepanciesTab", "Take the decision back"), self.take_back
        )
        self.settling = (self.first, self.second, self.both, self.different, self.again)
        for button in self.settling:
            button.setAutoRaise(False)
            row.add(button)
        layout.addWidget(row)

    def build_buttons(self, row: Flow) -> None:
        row.add(
            self.button("Search", "mActionRefresh.svg", tr("DiscrepanciesTab", "Search again"), self.search)
        )

    def search(self, _checked: bool = False) -> None:
        """Search again now."""
        self.start()

    def compute(self) -> Callable[[Any, Callable[[float], bool]], Any]:
        return functools.partial(find, self.yardstick.geodesic)

    def fill(self) -> None:
        settled = self.settled_box.isChecked()
        items = [item for item in self.result if settled or not item.decision]
        rows = [_cells(item) for item in items]
        self.show_rows([tr("DiscrepanciesTab", title) for title in HEADER], rows, items)
        unsettled = [item for item in self.result if not item.decision]
        grades = ", ".join(
            tr("DiscrepanciesTab", "{count} of grade {grade}").format(
                count=sum(item.grade == grade for item in unsettled), grade=grade
            )
            for grade in (1, 2, 3)
        )
        self.summary.setText(
            tr(
                "DiscrepanciesTab",
                "{open} open ({grades}), {settled} settled. Grade 1: wrong somewhere, 2: look at it, "
                "3: may be right.",
            ).format(open=len(unsettled), grades=grades, settled=len(self.result) - len(unsettled))
        )

    def _show_settled(self, _checked: bool) -> None:
        if self.result is not None:
            self.fill()

    def choose(self, item: Any) -> None:
        for button in self.settling:
            button.setEnabled(item is not None)
        self.detail.tell("" if item is None else _detail(item))
        if item is None:
            return
        from ....core.discrepancies.find import can_choose

        self.first.setEnabled(can_choose(item))
        self.second.setEnabled(can_choose(item))
        self.again.setEnabled(bool(item.decision))
        points = [point for point in item.points if point is not None]
        self.point_out(points, [points] if len(points) == 2 else [])
        layer = self.context.open_atlas.layer("sites")
        if layer is not None:
            uuids = ", ".join(f"'{uuid}'" for uuid in item.sites)
            layer.selectByExpression(f'"uuid" IN ({uuids})' if uuids else "FALSE")

    # -- settling ------------------------------------------------------------------------------------

    @reported
    def choose_first(self, _checked: bool = False) -> None:
        """Choose the first of the pair; a chosen position becomes its site's."""
        self._settle("choose", 0)

    @reported
    def choose_second(self, _checked: bool = False) -> None:
        """Choose the second of the pair."""
        self._settle("choose", 1)

    @reported
    def keep_both(self, _checked: bool = False) -> None:
        """Record that both hold."""
        self._settle("keep both")

    @reported
    def not_the_same(self, _checked: bool = False) -> None:
        """Record that the two do not speak of the same thing."""
        self._settle("not the same")

    def _settle(self, how: str, which: int = -1) -> None:
        from ....core.discrepancies.find import Settled, settle

        item, atlas = self.chosen(), open_for_writing(self.context)
        if item is None or atlas is None:
            return
        chosen = item.subjects[which] if which >= 0 else ""
        self.saved(
            settle(atlas, item, Settled(how), chosen=chosen), tr("DiscrepanciesTab", "settle a discrepancy")
        )

    @reported
    def take_back(self, _checked: bool = False) -> None:
        """Take the decision back; the pair is open again."""
        from ....core.discrepancies.find import reopen

        item, atlas = self.chosen(), open_for_writing(self.context)
        if item is None or atlas is None:
            return
        self.saved(reopen(atlas, item), tr("DiscrepanciesTab", "take a decision back"))


def _decision(item: Any) -> str:
    return tr("Discrepancies", item.decision) if item.decision else ""


def _cells(item: Any) -> list[str]:
    measured = ["" if value is None else f"{value:.2f}" for value in (item.distance_m, item.azimuth_deg)]
    return [str(item.grade), item.text, *measured, tr("Discrepancies", item.kind.value), _decision(item)]


def _detail(item: Any) -> str:
    lines = [item.text]
    for number, (name, source, point) in enumerate(zip(item.names, item.sources, item.points), 1):
        place = "" if point is None else f"{point[1]:.6f}, {point[0]:.6f}"
        parts = [part for part in (name, place, source) if part]
        if parts:
            lines.append(f"{number}: " + " · ".join(parts))
    if item.decision:
        lines.append(f"→ {_decision(item)}")
    return "\n".join(lines)
