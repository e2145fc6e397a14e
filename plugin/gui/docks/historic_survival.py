# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Survival and shoreline from the dock: the provider's algorithms in the background, styled, with charts."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsApplication,
    QgsCategorizedSymbolRenderer,
    QgsLineSymbol,
    QgsMapLayerProxyModel,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProject,
    QgsRendererCategory,
    QgsVectorLayer,
)
from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt.QtWidgets import (
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ...core.errors import AtlasError
from ..messages import reported
from ..part import Context, disconnect, icon_of
from .historic_cards import plain
from .historic_charts import CurveChart, RoseChart

LOST, SURVIVING = ("#d7301f", "0.5"), ("#1b8a7a", "1.1")


class SurvivalTab(QWidget):
    """Two line layers, a curve, a rose, and the lines cut into what lives and what is lost."""

    def __init__(self, context: Context, parent: Any) -> None:
        super().__init__(parent)
        self.context = context
        self._task: Any = None
        self._folder = tempfile.TemporaryDirectory(prefix="city_atlas_")
        self.report: dict = {}
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        body = QWidget(area)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.addLayout(self._form())
        layout.addLayout(self._run_row())
        self.result = plain(self.tr("Choose the lines of then and now. Any line layer will do, also OSM."))
        self.result.setObjectName("survivalResult")
        self.curve, self.rose = CurveChart(self), RoseChart(self)
        for widget in (self.result, self.curve, self.rose):
            layout.addWidget(widget)
        layout.addWidget(
            self._button(
                "shorelineRun",
                "algorithms/mAlgorithmLineToPolygon.svg",
                self.tr("Shoreline change…"),
                self.shoreline,
            )
        )
        layout.addStretch(1)
        area.setWidget(body)
        outer.addWidget(area)

    # -- building ------------------------------------------------------------------------------------

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        self.historic, self.modern = QgsMapLayerComboBox(self), QgsMapLayerComboBox(self)
        for combo, name in ((self.historic, "survivalHistoric"), (self.modern, "survivalModern")):
            combo.setObjectName(name)
            combo.setFilters(QgsMapLayerProxyModel.Filter.LineLayer)
            combo.setMinimumContentsLength(8)
            combo.setSizeAdjustPolicy(combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.buffers = QLineEdit("5, 10, 15, 20, 30, 50", self)
        self.buffers.setObjectName("survivalBuffers")
        self.nulls = QSpinBox(self)
        self.nulls.setObjectName("survivalNulls")
        self.nulls.setRange(0, 9999)
        self.nulls.setValue(99)
        form.addRow(self.tr("Then"), self.historic)
        form.addRow(self.tr("Now"), self.modern)
        form.addRow(self.tr("Buffers (m)"), self.buffers)
        form.addRow(self.tr("Random shifts"), self.nulls)
        return form

    def _run_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.progress = QProgressBar(self)
        self.progress.setObjectName("survivalProgress")
        self.progress.hide()
        self.run_button = self._button(
            "survivalRun", "mActionStart.svg", self.tr("Measure survival"), self.run
        )
        row.addWidget(self.progress, 1)
        row.addWidget(self.run_button)
        return row

    def _button(self, name: str, icon: str, text: str, slot: Any) -> QPushButton:
        button = QPushButton(icon_of(icon), text, self)
        button.setObjectName(name)
        button.clicked.connect(slot)
        return button

    # -- running -------------------------------------------------------------------------------------

    @reported
    def run(self, _checked: bool = False) -> None:
        """Measure in the background; a second press cancels."""
        if self._task is not None:
            self._task.cancel()
            return
        old, new = self.historic.currentLayer(), self.modern.currentLayer()
        if old is None or new is None or old is new:
            raise AtlasError(self.tr("Two line layers are needed."), hint=self.tr("Choose then and now."))
        self._path = str(Path(self._folder.name) / "survival.json")
        parameters = {
            "HISTORIC": _source(old), "MODERN": _source(new), "BUFFERS": self.buffers.text(),
            "NULLS": self.nulls.value(), "OUTPUT": "memory:", "REPORT": self._path,
        }  # fmt: skip
        algorithm = QgsApplication.processingRegistry().createAlgorithmById("cityatlas:survival")
        self._processing, self._feedback = QgsProcessingContext(), QgsProcessingFeedback()
        self._processing.setProject(QgsProject.instance())
        self._task = QgsProcessingAlgRunnerTask(algorithm, parameters, self._processing, self._feedback)
        self._task.executed.connect(self._done)
        self._task.progressChanged.connect(self._show_progress)
        self._show_progress(0.0)
        QgsApplication.taskManager().addTask(self._task)

    def _show_progress(self, percent: float) -> None:
        self.progress.setVisible(percent >= 0)
        self.progress.setValue(round(max(percent, 0)))
        self.run_button.setText(self.tr("Cancel") if percent >= 0 else self.tr("Measure survival"))

    @reported
    def _done(self, worked: bool, results: dict) -> None:
        task, self._task = self._task, None
        self._show_progress(-1.0)
        if not worked:
            if task is not None and task.isCanceled():
                self.result.setText(self.tr("Cancelled."))
                return
            said = [line for line in self._feedback.textLog().splitlines() if line.strip()]
            self.result.setText(said[-1] if said else self.tr("Survival could not be measured."))
            raise AtlasError(self.result.text())
        self.report = json.loads(Path(self._path).read_text(encoding="utf-8"))
        self._show_report()
        layer = self._processing.takeResultLayer(results["OUTPUT"])
        if layer is not None:
            layer.setName(self.tr("Surviving and lost ({:g} m)").format(self.report["output_buffer"]))
            style_survival(layer)
            QgsProject.instance().addMapLayer(layer)

    def _show_report(self) -> None:
        self.curve.show_curve(self.report["curve"])
        self.rose.show_roses(self.report["orientation"])
        at = min(self.report["curve"], key=lambda row: abs(row["buffer"] - self.report["output_buffer"]))
        lines = [_sentence(at, self.report["historic_m"])]
        for group, members in self.report["groups"].items():
            for label, rows in members.items():
                row = min(rows, key=lambda r: abs(r["buffer"] - at["buffer"]))
                share = row["S_star"] if row["S_star"] is not None else row["S"]
                lines.append(f"  {group} {label or '–'}: {share:.0%}")
        lines += [f"⚠ {warning}" for warning in self.report["warnings"]]
        self.result.setText("\n".join(lines))

    @reported
    def shoreline(self, _checked: bool = False) -> None:
        """Open the shoreline algorithm with the two layers filled in."""
        import processing

        old, new = self.historic.currentLayer(), self.modern.currentLayer()
        processing.execAlgorithmDialog(
            "cityatlas:shoreline", {"OLD": old.id() if old else None, "NEW": new.id() if new else None}
        )

    def release(self) -> None:
        """Let go of the task and its files."""
        if self._task is not None:
            disconnect(self._task.executed, self._done)
            disconnect(self._task.progressChanged, self._show_progress)
            self._task.cancel()
            self._task = None
        self._folder.cleanup()


def _source(layer: QgsVectorLayer) -> QgsProcessingFeatureSourceDefinition:
    return QgsProcessingFeatureSourceDefinition(layer.id(), bool(layer.selectedFeatureCount()))


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
