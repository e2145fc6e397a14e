# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Two cities side by side, any two: figures stated and computed, and what is nearest to each."""

from __future__ import annotations

import functools
from typing import Any, Callable, Optional

from qgis.PyQt.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout

from ....core.atlas.model import City
from ....core.atlas.store.store import Atlas
from ....core.i18n import mark, tr
from ....core.measure.comparison import Comparison, Row
from ....core.measure.geodesics import Geodesic
from ...widgets.number_box import NumberBox
from .bar_chart import Bar, PairChart
from .report import ReportTab

FIGURES, CHART, NEAREST = "figures", "chart", "nearest"
NEAREST_WIDTHS = (130, 170, 80, 60, 50, 170, 80, 60, 50)

Compared = tuple[Comparison, tuple[list[str], list[list[str]]]]
"""The comparison, and header and rows of what is nearest."""


def compare(
    cities: tuple[str, str], radius: float, geodesic: Geodesic, atlas: Atlas,
    progress: Callable[[float], bool],
) -> Compared:  # fmt: skip
    """Return the comparison and the table of what is nearest (in a worker thread)."""
    from ....core.measure import comparison
    from ....core.measure.nearest_by_category import nearest_of_each

    made = comparison.compare(atlas, cities, radius, geodesic)
    progress(50)
    return made, nearest_of_each(atlas, made.cities, geodesic)


class CitiesTab(ReportTab):
    """Table and chart of two cities, widest differences first."""

    NAME = "cities"
    TITLE = mark("ReportTab", "comparing the cities")
    CLOSED = mark("ReportTab", "Open an atlas to compare its cities.")
    WIDTHS = (160, 100, 100, 60, 80, 80, 80, 70, 70, 150, 200)

    def build_above(self, layout: QVBoxLayout) -> None:
        row = QHBoxLayout()
        self.city_combos = tuple(self._combo(f"citiesCity_{number}") for number in (0, 1))
        for combo, name in zip(
            self.city_combos, (tr("CitiesTab", "City"), tr("CitiesTab", "City beside it"))
        ):
            combo.setAccessibleName(name)
            combo.activated.connect(self._city_chosen)
            row.addWidget(combo, 1)
        layout.addLayout(row)
        row = QHBoxLayout()
        self.what_combo = self._combo("citiesWhat")
        self.what_combo.addItem(tr("CitiesTab", "Figures side by side"), FIGURES)
        self.what_combo.addItem(tr("CitiesTab", "Chart"), CHART)
        self.what_combo.addItem(tr("CitiesTab", "Nearest of each category"), NEAREST)
        self.what_combo.currentIndexChanged.connect(self._switched)
        self.radius_spin = NumberBox(self, unit="km", low=0.1, high=500.0, value=20.0)
        self.radius_spin.setObjectName("citiesRadius")
        self.radius_spin.setKeyboardTracking(False)
        self.radius_spin.setToolTip(tr("CitiesTab", "Sites this near to downtown are counted"))
        self.radius_spin.valueChanged.connect(self._asked_anew)
        row.addWidget(self.what_combo, 1)
        row.addWidget(QLabel(tr("CitiesTab", "within")))
        row.addWidget(self.radius_spin)
        layout.addLayout(row)

    def _combo(self, name: str) -> QComboBox:
        made = QComboBox(self)
        made.setObjectName(name)
        made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made.setMinimumContentsLength(8)
        return made

    def build_below(self, layout: QVBoxLayout) -> None:
        self.chart = PairChart(self)
        layout.addWidget(self.chart)
        self.basis = self.detail_label("citiesBasis", layout, 4)

    # -- which cities --------------------------------------------------------------------------------

    @property
    def cities(self) -> tuple[str, str]:
        """The names of the two that were chosen, empty in an atlas without two."""
        first, second = (str(combo.currentData() or "") for combo in self.city_combos)
        return first, second

    def reload(self) -> None:
        """Offer the atlas's cities, what was chosen first, and compare again."""
        atlas = self.context.open_atlas.atlas
        names = [row.name for row in atlas.rows(City) if row.geom] if atlas is not None else []
        chosen = [name for name in self.cities if name in names]
        chosen += [name for name in names if name not in chosen]
        for combo, wanted in zip(self.city_combos, [*chosen, "", ""]):
            combo.clear()
            for name in names:
                combo.addItem(name, name)
            combo.setCurrentIndex(combo.findData(wanted))
        super().reload()

    def _city_chosen(self, _index: int) -> None:
        """Compare what is now chosen; who chooses the other's city changes places with it."""
        first, second = self.city_combos
        if first.currentData() == second.currentData() and self.result is not None:
            before = self.result[0].cities
            other = second if self.sender() is first else first
            left = before[0] if self.sender() is first else before[1]
            other.setCurrentIndex(other.findData(left))
        self._asked_anew()

    def _asked_anew(self, _value: float = 0.0) -> None:
        if self.context.open_atlas.atlas is not None:
            self.start()

    # -- the answer ----------------------------------------------------------------------------------

    def compute(self) -> Callable[[Atlas, Callable[[float], bool]], Compared]:
        return functools.partial(
            compare, self.cities, self.radius_spin.value() * 1000.0, self.yardstick.geodesic
        )

    def start(self) -> None:
        """Compare in the background; an atlas of fewer than two cities says so."""
        if all(self.cities):
            super().start()
            return
        self.show_rows((), (), ())
        self.summary.setText(tr("CitiesTab", "Two cities with a position are needed to compare."))

    def _switched(self, _index: int) -> None:
        if self.result is not None:
            self.fill()

    def fill(self) -> None:
        made, (header, rows) = self.result
        what = self.what_combo.currentData()
        self.view.setVisible(what != CHART)
        self.filter_edit.setVisible(what != CHART)
        self.chart.setVisible(what == CHART)
        self.basis.setVisible(what != NEAREST)
        self.radius_spin.setEnabled(what != NEAREST)
        if what == NEAREST:
            self.show_rows(header, rows, (), NEAREST_WIDTHS)
            self.summary.setText(tr("CitiesTab", "Nearest site of each category to each downtown."))
            return
        self.show_rows(made.header(), made.table(), made.rows)
        compared = [row for row in made.rows if row.pair is not None]
        self.chart.show_bars(made.cities, [_bar(row) for row in compared])
        if what == CHART:
            self.summary.setText(tr("CitiesTab", "What can be compared, widest differences first."))
            return
        self.summary.setText(
            " ".join((
                tr("CitiesTab", "%n quantities.", len(made.rows)),
                tr("CitiesTab", "%n of them can be compared; widest differences first.", len(compared)),
            ))
        )  # fmt: skip

    def choose(self, item: Optional[Row]) -> None:
        """Show why a row has no ratio, and who states its figures."""
        texts = list(self.result[0].basis) if self.result is not None else []
        if item is not None:
            sources = [f"{value.date} {value.source}".strip() for value in item.values if value is not None]
            why = tr("CitiesTab", "No ratio: {reason}.").format(reason=item.why_not) if item.why_not else ""
            texts = [text for text in (why, *sources, *texts) if text]
        self.basis.tell("\n".join(texts))

    def notes(self) -> list[str]:
        if self.result is None or self.what_combo.currentData() == NEAREST:
            return []
        return list(self.result[0].basis)


def _bar(row: Row) -> Bar:
    a, b = row.values
    pair: Any = row.pair
    return f"{row.quantity} ({row.unit})", pair, (a.text if a else "", b.text if b else "")
