# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Survival from the dock: the provider's algorithm in the background, styled, with curve and rose."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsLineSymbol,
    QgsProject,
    QgsRendererCategory,
    QgsVectorLayer,
)
from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtWidgets import QFormLayout, QLineEdit, QSpinBox, QWidget

from ....core.i18n import tr
from ...context import Context
from ...messages import reported
from ...saving import keep_result
from ...widgets.buttons import push_button
from ...widgets.labels import plain_label
from .charts import CurveChart, RoseChart
from .runs import AREAS, AlgorithmRow, layer_combo, scrolled, source, two_layers

if TYPE_CHECKING:
    from .historic_dock import HistoricDock

LOST, SURVIVING = ("#d7301f", "0.5"), ("#1b8a7a", "1.1")


class SurvivalTab(QWidget):
    """Two line layers, a curve, a rose, and the lines cut into what lives and what is lost."""

    def __init__(self, context: Context, dock: HistoricDock) -> None:
        super().__init__(dock)
        self.context = context
        self.report: dict = {}
        self._inputs: dict = {}
        layout = scrolled(self)
        layout.addLayout(self._form())
        layout.addWidget(self._more())
        title = tr("SurvivalTab", "Measure survival")
        self.row = AlgorithmRow(context, "cityatlas:survival", "survival", title, self._start, self)
        self.row.done.connect(self._done)
        self.row.failed.connect(self._failed)
        layout.addWidget(self.row)
        self.result = plain_label(
            tr("SurvivalTab", "Choose the lines of then and now. Any line layer will do, also OSM."),
            name="survivalResult",
            narrow=True,
            parent=self,
        )
        self.curve, self.rose = CurveChart(self), RoseChart(self)
        keep = tr("SurvivalTab", "Keep for the brief")
        self.keep_button = push_button("survivalKeep", keep, self.keep, icon="brief", parent=self)
        for widget in (self.result, self.curve, self.rose, self.keep_button):
            layout.addWidget(widget)
        layout.addStretch(1)
        self._show_results(False)

    # -- building ------------------------------------------------------------------------------------

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        self.historic = layer_combo("survivalHistoric", self)
        self.modern = layer_combo("survivalModern", self)
        self.buffers = QLineEdit("5, 10, 15, 20, 30, 50", self)
        self.buffers.setObjectName("survivalBuffers")
        form.addRow(tr("SurvivalTab", "Then"), self.historic)
        form.addRow(tr("SurvivalTab", "Now"), self.modern)
        form.addRow(tr("SurvivalTab", "Buffers (m)"), self.buffers)
        return form

    def _more(self) -> QgsCollapsibleGroupBox:
        box = QgsCollapsibleGroupBox(tr("SurvivalTab", "More"), self)
        box.setObjectName("survivalMore")
        form = QFormLayout(box)
        self.nulls, self.angle = QSpinBox(self), QSpinBox(self)
        for spin, name, most, value in (
            (self.nulls, "survivalNulls", 9999, 99), (self.angle, "survivalAngle", 90, 20),
        ):  # fmt: skip
            spin.setObjectName(name)
            spin.setRange(0, most)
            spin.setValue(value)
        self.angle.setSuffix("°")
        self.area = layer_combo("survivalArea", self, AREAS)
        self.districts = layer_combo("survivalDistricts", self, AREAS)
        form.addRow(tr("SurvivalTab", "Random shifts"), self.nulls)
        form.addRow(tr("SurvivalTab", "Bearing within"), self.angle)
        form.addRow(tr("SurvivalTab", "Only inside"), self.area)
        form.addRow(tr("SurvivalTab", "Districts"), self.districts)
        box.setCollapsed(True)
        return box

    def _show_results(self, there: bool) -> None:
        self.curve.setVisible(there)
        self.rose.setVisible(there)
        self.keep_button.setVisible(there)

    # -- running -------------------------------------------------------------------------------------

    def _start(self) -> None:
        """Measure in the background."""
        old, new = two_layers(self.historic.currentLayer(), self.modern.currentLayer())
        parameters = {
            "HISTORIC": source(old), "MODERN": source(new), "BUFFERS": self.buffers.text(),
            "NULLS": self.nulls.value(), "ANGLE": self.angle.value(), "OUTPUT": "memory:",
        }  # fmt: skip
        for name, combo in (("AREA", self.area), ("DISTRICTS", self.districts)):
            if combo.currentLayer() is not None:
                parameters[name] = source(combo.currentLayer())
        self.report = {}
        self._show_results(False)
        self._inputs = {
            "then": old.name(), "now": new.name(), "buffers_m": self.buffers.text(),
            "random_shifts": self.nulls.value(), "bearing_within_deg": self.angle.value(),
        }  # fmt: skip
        self.row.start(parameters)

    @reported
    def _done(self, report: dict) -> None:
        self.report = report
        self._show_report()
        layer = self.row.take_layer("OUTPUT")
        if layer is not None:
            text = tr("SurvivalTab", "Surviving and lost ({buffer} m)")
            layer.setName(text.format(buffer=f"{report['output_buffer']:g}"))
            style_survival(layer)
            QgsProject.instance().addMapLayer(layer)

    def _failed(self, reason: str) -> None:
        self.result.setText(reason or tr("SurvivalTab", "Cancelled."))

    def _at(self) -> dict:
        """The row of the curve at the buffer that the lines were cut with."""
        return min(self.report["curve"], key=lambda row: abs(row["buffer"] - self.report["output_buffer"]))

    def _show_report(self) -> None:
        self.curve.show_curve(self.report["curve"])
        self.rose.show_roses(self.report["orientation"])
        self._show_results(True)
        at = self._at()
        lines = [_sentence(at, self.report["historic_m"])]
        for group, members in self.report["groups"].items():
            for label, rows in members.items():
                row = min(rows, key=lambda r: abs(r["buffer"] - at["buffer"]))
                share = row["S_star"] if row["S_star"] is not None else row["S"]
                lines.append(f"  {group} {label or '–'}: {share:.0%}")
        lines += [f"⚠ {warning}" for warning in self.report["warnings"]]
        self.result.setText("\n".join(lines))

    @reported
    def keep(self, _checked: bool = False) -> None:
        """Keep the numbers in the atlas, for the brief."""
        at = self._at()
        numbers = [(tr("SurvivalTab", "historic lines"), self.report["historic_m"] / 1000, "km")]
        for key, label in (
            ("S", tr("SurvivalTab", "by a modern line (S)")), ("S0", tr("SurvivalTab", "by chance (S0)")),
            ("S_star", tr("SurvivalTab", "survival S*")), ("low", tr("SurvivalTab", "S* from (95 %)")),
            ("high", tr("SurvivalTab", "S* to (95 %)")),
        ):  # fmt: skip
            if at[key] is not None:
                numbers.append((label, 100 * at[key], "%"))
        text = tr("SurvivalTab", "Survival: {then} in {now} at {buffer} m")
        title = text.format(then=self._inputs["then"], now=self._inputs["now"], buffer=f"{at['buffer']:g}")
        inputs = {**self._inputs, "curve": self.report["curve"], "formula": self.report["formula"]}
        keep_result(self.context, "survival", title, numbers, inputs)

    def release(self) -> None:
        """Let go of the task and its files."""
        self.row.release()


def _sentence(row: dict, total_m: float) -> str:
    """The number with what belongs to it."""
    numbers = {"buffer": f"{row['buffer']:g}", "share": f"{row['S']:.0%}", "km": f"{total_m / 1000:.1f}"}
    if row["S_star"] is None:
        text = tr("SurvivalTab", "At {buffer} m: {share} of {km} km lies by a modern line (S).")
        return text.format(**numbers)
    numbers.update(
        chance=f"{row['S0']:.0%}", star=f"{row['S_star']:.0%}", low=f"{row['low']:.0%}",
        high=f"{row['high']:.0%}", p=f"{row['p']:.2f}",
    )  # fmt: skip
    text = tr(
        "SurvivalTab",
        "At {buffer} m: {share} of {km} km lies by a modern line (S); of lost streets {chance} would by "
        "chance (S0). Survival S* = {star}, 95 % {low}–{high}, p {p}.",
    )
    return text.format(**numbers)


def style_survival(layer: QgsVectorLayer, field: str = "state") -> None:
    """Lost lines red and thin, surviving ones blue-green and wide, so that it reads in grey too."""
    entries = []
    for value, title, (colour, width) in (
        ("surviving", tr("SurvivalTab", "Surviving"), SURVIVING),
        ("lost", tr("SurvivalTab", "Lost"), LOST),
    ):
        symbol = QgsLineSymbol.createSimple({"line_color": colour, "line_width": width, "capstyle": "flat"})
        entries.append(QgsRendererCategory(value, symbol, title))
    layer.setRenderer(QgsCategorizedSymbolRenderer(field, entries))
