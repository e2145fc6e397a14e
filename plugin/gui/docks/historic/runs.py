# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The provider's algorithms run from the dock: one button, progress, cancel, a report and its layers."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path
from typing import Any, Callable, Optional

from qgis.core import (
    QgsFeatureRequest,
    QgsMapLayerProxyModel,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsVectorFileWriter,
    QgsVectorLayer,
)
from qgis.gui import QgsMapLayerComboBox
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QFrame, QHBoxLayout, QProgressBar, QScrollArea, QVBoxLayout, QWidget

from ....core.errors import AtlasError, Cancelled
from ....core.i18n import tr
from ...background import AlgorithmRun, Work
from ...context import Context
from ...messages import reported
from ...part import disconnect
from ...widgets.buttons import push_button


class AlgorithmRow(QWidget):
    """The button that starts and cancels one algorithm: ``done`` brings its report, ``failed`` why not."""

    done = pyqtSignal(dict)
    failed = pyqtSignal(str)

    def __init__(
        self, context: Context, algorithm: str, name: str, title: str, slot: Callable, parent: QWidget
    ) -> None:
        super().__init__(parent)
        self.context, self._algorithm, self._title, self._slot = context, algorithm, title, slot
        self._folder = tempfile.TemporaryDirectory(prefix="city_atlas_")
        self._report = Path(self._folder.name) / "report.json"
        self._run: Optional[AlgorithmRun] = None
        self._outputs: dict[str, Any] = {}
        self._work = Work(self)
        self._work.progress.connect(self._show_progress)
        self._work.done.connect(self._has_run)
        self._work.failed.connect(self._has_failed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self.progress = QProgressBar(self)
        self.progress.setObjectName(f"{name}Progress")
        self.progress.hide()
        self.button = push_button(f"{name}Run", title, self._pressed, icon="mActionStart.svg", parent=self)
        row.addWidget(self.progress, 1)
        row.addWidget(self.button, 1)
        QgsProject.instance().cleared.connect(self._project_gone)

    @property
    def busy(self) -> bool:
        """Whether it runs."""
        return self._work.busy

    @reported
    def _pressed(self, _checked: bool = False) -> None:
        """Start by the tab's own slot; a second press cancels."""
        if self.busy:
            self._work.cancel()
        else:
            self._slot()

    def start(self, parameters: dict[str, Any]) -> None:
        """Begin with these parameters; the report is asked for here."""
        self._run = AlgorithmRun(self._algorithm, {**parameters, "REPORT": str(self._report)})
        self._work.start(self._title, self._run)
        self._show_progress(0.0)

    def take_layer(self, output: str) -> Optional[QgsVectorLayer]:
        """Return a result's layer and hand it over."""
        return self._run.take_layer(self._outputs.get(output) or "") if self._run is not None else None

    def part_of(self, layer: QgsVectorLayer, expression: str) -> str:
        """Write some features of a layer into a passing file and return its path, an input for ``start``.

        Not a layer of the context: the algorithm sees a context of its own in its thread.
        """
        path = str(Path(self._folder.name) / f"{layer.id()}.gpkg")
        some = layer.materialize(QgsFeatureRequest().setFilterExpression(expression))
        options = QgsVectorFileWriter.SaveVectorOptions()
        options.driverName = "GPKG"
        options.layerOptions = ["FID=city_atlas_fid"]
        written = QgsVectorFileWriter.writeAsVectorFormatV3(
            some, path, QgsProject.instance().transformContext(), options
        )
        if written[0] != QgsVectorFileWriter.WriterError.NoError:
            text = tr("AlgorithmRow", "A part of “{layer}” could not be set aside.")
            raise AtlasError(text.format(layer=layer.name()), detail=written[1])
        return path

    def _show_progress(self, percent: float) -> None:
        """Show how far it is; below zero nothing runs."""
        running = percent >= 0
        self.progress.setVisible(running)
        self.progress.setValue(round(max(percent, 0)))
        self.button.setText(tr("AlgorithmRow", "Cancel") if running else self._title)

    def _project_gone(self) -> None:
        """Stop: the result of one project must not appear in the next."""
        if self.busy:
            self._work.drop()
            self._show_progress(-1.0)
            self.failed.emit("")

    @reported
    def _has_run(self, _nothing: object) -> None:
        self._show_progress(-1.0)
        if self._run is not None:
            self._outputs = self._run.finish()
            self.done.emit(json.loads(self._report.read_text(encoding="utf-8")))

    def _has_failed(self, error: BaseException) -> None:
        """Say why: what an algorithm refuses is advice, with the way forward in it."""
        self._show_progress(-1.0)
        if isinstance(error, Cancelled):
            self.failed.emit("")
        elif isinstance(error, AtlasError):
            self.context.messages.warning(str(error))
            self.failed.emit(str(error))
        else:
            self.context.messages.error(error)
            self.failed.emit(tr("AlgorithmRow", "It could not be measured; see the log."))

    def release(self) -> None:
        """Let go of the task and its files."""
        disconnect(QgsProject.instance().cleared, self._project_gone)
        self._work.drop()
        self._folder.cleanup()


def scrolled(tab: QWidget) -> QVBoxLayout:
    """Give a tab a page that scrolls, and return the page's layout."""
    outer = QVBoxLayout(tab)
    outer.setContentsMargins(0, 0, 0, 0)
    area = QScrollArea(tab)
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    body = QWidget(area)
    layout = QVBoxLayout(body)
    layout.setContentsMargins(6, 6, 6, 6)
    area.setWidget(body)
    outer.addWidget(area)
    return layout


LINES = QgsMapLayerProxyModel.Filter.LineLayer
AREAS = QgsMapLayerProxyModel.Filter.PolygonLayer


def layer_combo(
    name: str, parent: QWidget, kind: QgsMapLayerProxyModel.Filter = LINES
) -> QgsMapLayerComboBox:
    """Return a choice of layers that stays narrow whatever they are called, with none chosen."""
    combo = QgsMapLayerComboBox(parent)
    combo.setObjectName(name)
    combo.setFilters(kind)
    combo.setAllowEmptyLayer(True)
    combo.setLayer(None)
    combo.setMinimumContentsLength(8)
    combo.setSizeAdjustPolicy(combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return combo


def two_layers(old: Optional[QgsVectorLayer], new: Optional[QgsVectorLayer]) -> tuple:
    """Return both layers, sure that there are two of them.  Raises AtlasError."""
    if old is None or new is None:
        raise AtlasError(
            tr("AlgorithmRow", "Two line layers are needed."),
            hint=tr("AlgorithmRow", "Choose then and now."),
        )
    if old is new:
        raise AtlasError(
            tr("AlgorithmRow", "“{layer}” would be compared with itself.").format(layer=old.name()),
            hint=tr("AlgorithmRow", "Choose another layer for then or for now."),
        )
    return old, new


def source(layer: QgsVectorLayer) -> QgsProcessingFeatureSourceDefinition:
    """Return the layer as an input: its selection where there is one."""
    return QgsProcessingFeatureSourceDefinition(layer.id(), bool(layer.selectedFeatureCount()))
