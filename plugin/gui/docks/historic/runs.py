# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The provider's algorithms run from the dock: in the background, with progress, cancel and a report."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsApplication,
    QgsFeatureRequest,
    QgsMapLayerProxyModel,
    QgsProcessingAlgRunnerTask,
    QgsProcessingContext,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ....core.errors import AtlasError
from ....core.i18n import tr
from ...context import Context
from ...messages import reported
from ...part import disconnect, icon_of


class AlgorithmRun(QObject):
    """One run at a time of one algorithm: ``done`` brings the report, ``failed`` why ("" = cancelled)."""

    done = pyqtSignal(dict)
    failed = pyqtSignal(str)
    progress = pyqtSignal(float)

    def __init__(self, algorithm: str, parent: QObject) -> None:
        super().__init__(parent)
        self._algorithm = algorithm
        self._task: Optional[QgsProcessingAlgRunnerTask] = None
        self._folder = tempfile.TemporaryDirectory(prefix="city_atlas_")
        self._path = Path(self._folder.name) / "report.json"
        self._results: dict = {}
        QgsProject.instance().cleared.connect(self._project_gone)

    @property
    def busy(self) -> bool:
        """Whether it runs."""
        return self._task is not None

    def part_of(self, layer: QgsVectorLayer, expression: str) -> str:
        """Write some features of a layer into a passing file and return its path, an input for ``start``.

        Not a layer of the context: the algorithm sees a context of its own in its thread.
        """
        path = str(Path(self._folder.name) / f"{layer.id()}.gpkg")
        some = layer.materialize(QgsFeatureRequest().setFilterExpression(expression))
        options = QgsVectorFileWriter.SaveVectorOptions()
        options.driverName = "GPKG"
        options.layerOptions = ["FID=city_atlas_fid"]
        done = QgsVectorFileWriter.writeAsVectorFormatV3(
            some, path, QgsProject.instance().transformContext(), options
        )
        if done[0] != QgsVectorFileWriter.WriterError.NoError:
            raise AtlasError(f"A part of “{layer.name()}” could not be set aside.", detail=done[1])
        return path

    def start(self, parameters: dict[str, Any]) -> None:
        """Begin with these parameters; the report is asked for here."""
        algorithm = QgsApplication.processingRegistry().createAlgorithmById(self._algorithm)
        if algorithm is None:
            raise AtlasError(
                f"The algorithm {self._algorithm} is not there.",
                hint="Enable the Processing plugin of QGIS and load this plugin again.",
            )
        self._context, self._feedback = QgsProcessingContext(), QgsProcessingFeedback()
        self._context.setProject(QgsProject.instance())
        self._task = QgsProcessingAlgRunnerTask(
            algorithm, {**parameters, "REPORT": str(self._path)}, self._context, self._feedback
        )
        self._task.executed.connect(self._executed)
        self._task.progressChanged.connect(self.progress)
        self.progress.emit(0.0)
        QgsApplication.taskManager().addTask(self._task)

    def cancel(self) -> None:
        """Ask it to stop."""
        if self._task is not None:
            self._task.cancel()

    def take_layer(self, output: str) -> Optional[QgsVectorLayer]:
        """Return a result's layer and hand it over."""
        return self._context.takeResultLayer(self._results.get(output) or "")

    def _project_gone(self) -> None:
        """Stop: the result of one project must not appear in the next."""
        if self.busy:
            self._drop()
            self.progress.emit(-1.0)
            self.failed.emit("")

    def _drop(self) -> None:
        if self._task is not None:
            disconnect(self._task.executed, self._executed)
            disconnect(self._task.progressChanged, self.progress)
            self._task.cancel()
            self._task = None

    def _executed(self, worked: bool, results: dict) -> None:
        task, self._task = self._task, None
        self.progress.emit(-1.0)
        if worked:
            self._results = results
            self.done.emit(json.loads(self._path.read_text(encoding="utf-8")))
        elif task is not None and task.isCanceled():
            self.failed.emit("")
        else:
            said = [line for line in self._feedback.textLog().splitlines() if line.strip()]
            self.failed.emit(
                said[-1] if said else tr("AlgorithmRun", "It could not be measured; see the log.")
            )

    def release(self) -> None:
        """Let go of the task and its files."""
        disconnect(QgsProject.instance().cleared, self._project_gone)
        self._drop()
        self._folder.cleanup()


class RunRow(QHBoxLayout):
    """The button that starts and cancels, and the progress bar beside it."""

    def __init__(self, name: str, title: str, parent: QWidget, slot: Any) -> None:
        super().__init__()
        self._title = title
        self.progress = QProgressBar(parent)
        self.progress.setObjectName(f"{name}Progress")
        self.progress.hide()
        self.button = push_button(f"{name}Run", "mActionStart.svg", title, parent, slot)
        self.addWidget(self.progress, 1)
        self.addWidget(self.button, 1)

    def show_progress(self, percent: float) -> None:
        """Show how far it is; below zero nothing runs."""
        running = percent >= 0
        self.progress.setVisible(running)
        self.progress.setValue(round(max(percent, 0)))
        self.button.setText(tr("RunBar", "Cancel") if running else self._title)


class RunTab(QWidget):
    """A tab with a form that runs one algorithm and shows what came of it.

    Subclasses fill the scrolling page in ``build`` (with ``self.row``, a ``RunRow``, and ``self.result``, a
    label) and take the report in ``done``.
    """

    ALGORITHM = ""
    row: RunRow
    result: QLabel

    def __init__(self, context: Context, parent: Any) -> None:
        super().__init__(parent)
        self.context = context
        self.report: dict = {}
        self._inputs: dict = {}
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        body = QWidget(area)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(6, 6, 6, 6)
        self.build(layout)
        layout.addStretch(1)
        area.setWidget(body)
        outer.addWidget(area)
        self._run = AlgorithmRun(self.ALGORITHM, self)
        self._run.progress.connect(self.row.show_progress)
        self._run.done.connect(self._done)
        self._run.failed.connect(self._failed)

    def build(self, layout: QVBoxLayout) -> None:
        """Fill the page."""

    def done(self, report: dict) -> None:
        """Show a report and take its layers."""

    @reported
    def _done(self, report: dict) -> None:
        self.report = report
        self.done(report)

    @reported
    def _failed(self, reason: str) -> None:
        self.result.setText(reason or tr("RunTab", "Cancelled."))
        if reason:
            raise AtlasError(reason)

    def release(self) -> None:
        """Let go of the task and its files."""
        self._run.release()


def push_button(name: str, icon: str, text: str, parent: QWidget, slot: Any) -> QPushButton:
    """A button with QGIS's icon."""
    button = QPushButton(icon_of(icon), text, parent)
    button.setObjectName(name)
    button.clicked.connect(slot)
    return button


def layer_combo(name: str, parent: QWidget, kind: Any = None, empty: bool = False) -> QgsMapLayerComboBox:
    """A choice of line layers (or another kind) that stays narrow whatever they are called."""
    combo = QgsMapLayerComboBox(parent)
    combo.setObjectName(name)
    combo.setFilters(kind or QgsMapLayerProxyModel.Filter.LineLayer)
    combo.setAllowEmptyLayer(empty)
    combo.setMinimumContentsLength(8)
    combo.setSizeAdjustPolicy(combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return combo


def source(layer: QgsVectorLayer) -> QgsProcessingFeatureSourceDefinition:
    """The layer as an input: its selection where there is one."""
    return QgsProcessingFeatureSourceDefinition(layer.id(), bool(layer.selectedFeatureCount()))
