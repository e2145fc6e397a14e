# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Survival from the dock: the provider's algorithm in the background, styled, with curve and rose."""

from __future__ import annotations

from typing import Optional

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsLineSymbol,
    QgsMapLayerProxyModel,
    QgsProject,
    QgsRendererCategory,
    QgsVectorLayer,
)
from qgis.gui import QgsCollapsibleGroupBox
from qgis.PyQt.QtWidgets import (
    QFormLayout,
    QLineEdit,
    QSpinBox,
    QVBoxLayout,
)

from ....core.errors import AtlasError
from ....core.i18n import tr
from ...messages import reported
from ...saving import keep_result
from .cards import plain
from .charts import CurveChart, RoseChart
from .runs import RunRow, RunTab, layer_combo, push_button, source

LOST, SURVIVING = ("#d7301f", "0.5"), ("#1b8a7a", "1.1")


class SurvivalTab(RunTab):
    """Two line layers, a curve, a rose, and the lines cut into what lives and what is lost."""

    ALGORITHM = "cityatlas:survival"

    def build(self, layout: QVBoxLayout) -> None:
        layout.addLayout(self._form())
        layout.addWidget(self._more())
        self.row = RunRow("survival", tr("SurvivalTab", "Measure survival"), self, self.run)
        layout.addLayout(self.row)
        self.result = plain(
            tr("SurvivalTab", "Choose the lines of then and now. Any line layer will do, also OSM.")
        )
        self.result.setObjectName("survivalResult")
        self.curve, self.rose = CurveChart(self), RoseChart(self)
        self.keep_button = push_button(
            "survivalKeep", "brief", tr("SurvivalTab", "Keep for the brief"), self, self.keep
        )
        for widget in (self.result, self.curve, self.rose, self.keep_button):
            layout.addWidget(widget)
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
        areas = QgsMapLayerProxyModel.Filter.PolygonLayer
        self.area = layer_combo("survivalArea", self, areas, empty=True)
        self.districts = layer_combo("survivalDistricts", self, areas, empty=True)
        for combo in (self.area, self.districts):
            combo.setLayer(None)
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

    @reported
    def run(self, _checked: bool = False) -> None:
        """Measure in the background; a second press cancels."""
        if self._run.busy:
            self._run.cancel()
            return
        old, new = self.historic.currentLayer(), self.modern.currentLayer()
        if old is None or new is None or old is new:
            raise AtlasError(
                tr("SurvivalTab", "Two line layers are needed."),
                hint=tr("SurvivalTab", "Choose then and now."),
            )
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
        self._run.start(parameters)

    def done(self, report: dict) -> None:
        self._show_report()
        layer = self._run.take_layer("OUTPUT")
        if layer is not None:
            layer.setName(tr("SurvivalTab", "Surviving and lost ({:g} m)").format(report["output_buffer"]))
            style_survival(layer)
            QgsProject.instance().addMapLayer(layer)

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
        title = tr("SurvivalTab", "Survival: {} in {} at {:g} m").format(
            self._inputs["then"], self._inputs["now"], at["buffer"]
        )
        inputs = {**self._inputs, "curve": self.report["curve"], "formula": self.report["formula"]}
        keep_result(self.context, "survival", title, numbers, inputs)


def _sentence(row: dict, total_m: float) -> str:
    """The number with what belongs to it."""
    text = f"At {row['buffer']:g} m: {row['S']:.0%} of {total_m / 1000:.1f} km lies by a modern line (S)"
    if row["S_star"] is None:
        return text + "."
    interval = f", 95 % {row['low']:.0%}–{row['high']:.0%}" if row["low"] is not None else ""
    text += f"; {row['S0']:.0%} would by chance (S0)."
    return f"{text} Survival S* = {row['S_star']:.0%}{interval}, p {row['p']:.2f}."


def style_survival(layer: QgsVectorLayer, field: Optional[str] = "state") -> None:
    """Lost lines red and thin, surviving ones blue-green and wide, so that it reads in grey too."""
    entries = []
    for value, title, (colour, width) in (("surviving", "Surviving", SURVIVING), ("lost", "Lost", LOST)):
        symbol = QgsLineSymbol.createSimple({"line_color": colour, "line_width": width, "capstyle": "flat"})
        entries.append(QgsRendererCategory(value, symbol, title))
    layer.setRenderer(QgsCategorizedSymbolRenderer(field, entries))
