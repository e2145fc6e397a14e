# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The cities side by side: figures stated and computed with their rates, and what is nearest to each."""

from __future__ import annotations

import functools
import math
from typing import Any, Callable

from qgis.PyQt.QtWidgets import QComboBox, QHBoxLayout, QLabel, QVBoxLayout

from ....core.i18n import tr
from ...widgets.number_box import NumberBox
from .bar_chart import PairChart
from .report import ReportTab

FIGURES, CHART, NEAREST = "figures", "chart", "nearest"
CROSS_WIDTHS = (130, 170, 90, 90, 170, 90, 90)


def compare(radius: float, geodesic: Any, atlas: Any, progress: Callable[[float], bool]) -> Any:
    """Return the comparison and the table of what is nearest (in a worker thread)."""
    from ....core.measure import comparison

    made = comparison.compare(atlas, radius=radius, geodesic=geodesic)
    progress(50)
    return made, comparison.nearest_of_each(atlas, made.cities, geodesic)


class CitiesTab(ReportTab):
    """Table and chart of the two cities, widest differences first."""

    NAME = "cities"
    TITLE = "comparing the cities"
    CLOSED = "Open an atlas to compare its cities."
    WIDTHS = (160, 90, 90, 60, 80, 80, 80, 70, 70, 50)

    def build_above(self, layout: QVBoxLayout) -> None:
        row = QHBoxLayout()
        self.what_combo = QComboBox(self)
        self.what_combo.setObjectName("citiesWhat")
        self.what_combo.addItem(tr("CitiesTab", "Figures side by side"), FIGURES)
        self.what_combo.addItem(tr("CitiesTab", "Chart"), CHART)
        self.what_combo.addItem(tr("CitiesTab", "Nearest of each category"), NEAREST)
        self.what_combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.what_combo.setMinimumContentsLength(10)
        self.what_combo.currentIndexChanged.connect(self._switched)
        self.radius_spin = NumberBox(self, unit="km", low=0.1, high=500.0, value=20.0)
        self.radius_spin.setObjectName("citiesRadius")
        self.radius_spin.setKeyboardTracking(False)
        self.radius_spin.setToolTip(tr("CitiesTab", "Sites this near to downtown are counted"))
        self.radius_spin.valueChanged.connect(self._radius_changed)
        row.addWidget(self.what_combo, 1)
        row.addWidget(QLabel(tr("CitiesTab", "within")))
        row.addWidget(self.radius_spin)
        layout.addLayout(row)

    def build_below(self, layout: QVBoxLayout) -> None:
        self.chart = PairChart(self)
        layout.addWidget(self.chart)
        self.basis = self.detail_label("citiesBasis", layout, 4)

    def compute(self) -> Callable[[Any, Callable[[float], bool]], Any]:
        return functools.partial(compare, self.radius_spin.value() * 1000.0, self.yardstick.geodesic)

    def _radius_changed(self, _value: float) -> None:
        if self.context.open_atlas.atlas is not None:
            self.start()

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
            self.show_rows(header, rows, (), CROSS_WIDTHS)
            self.summary.setText(tr("CitiesTab", "Nearest site of each category to each downtown."))
            return
        self.show_rows(made.header(), made.table(), made.rows)
        self.chart.show_bars(made.cities, [_bar(row) for row in made.rows if _drawn(row)])
        compared = sum(row.ratio is not None for row in made.rows)
        text = tr("CitiesTab", "{} quantities, {} of them of both cities; widest differences first.")
        if what == CHART:
            text = tr(
                "CitiesTab", "What both cities have, widest differences first; counts per 100,000 people."
            )
        self.summary.setText(text.format(len(made.rows), compared))

    def choose(self, item: Any) -> None:
        """Show who states the figures of the row."""
        texts = self.result[0].basis if self.result is not None else []
        if item is not None:
            sources = [f"{value.date} {value.source}".strip() for value in item.values if value is not None]
            texts = [*(text for text in sources if text), *texts]
        self.basis.tell("\n".join(texts))

    def notes(self) -> list[str]:
        if self.result is None or self.what_combo.currentData() == NEAREST:
            return []
        return list(self.result[0].basis)


def _drawn(row: Any) -> bool:
    """One against none is in the table; a bar beside nothing shows no proportion."""
    return row.ratio is not None and math.isfinite(row.ratio)


def _bar(row: Any) -> Any:
    a, b = row.values
    rated = a.per_people is not None and b.per_people is not None
    name = row.quantity if rated else f"{row.quantity} ({row.unit})"
    return name, row.pair, (f"{row.pair[0]:.3g}", f"{row.pair[1]:.3g}") if rated else (a.text, b.text)
