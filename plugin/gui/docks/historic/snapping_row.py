# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""QGIS's own snapping and tracing for lines of the past, whose toolbars are hidden at first.

An old street that snaps onto a modern one is a street that "survives", so only the atlas's own historic
layers and sites attract, unless the user says otherwise.
"""

from __future__ import annotations

from typing import Optional

from qgis.core import QgsProject, QgsSnappingConfig, QgsVectorLayer
from qgis.gui import QgsMapCanvasTracer
from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import QAction, QCheckBox, QHBoxLayout, QWidget

from ....compat import snap_to_points_and_lines
from ....core.atlas.layers.layer_roles import role_of
from ....core.i18n import tr
from ...context import Context

HISTORIC = ("traces", "sheets", "sites")
"""Roles of the layers that a line of the past may snap to."""


class SnappingRow(QWidget):
    """Three boxes: snap, to all layers, follow lines."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.context = context
        self._before: Optional[QgsSnappingConfig] = None
        """The project's configuration before ours, to be put back."""
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self.snap = QCheckBox(tr("SnappingRow", "Snap"), self)
        self.everything = QCheckBox(tr("SnappingRow", "to all layers"), self)
        self.follow = QCheckBox(tr("SnappingRow", "Follow lines"), self)
        for box, name, tip in (
            (
                self.snap,
                "tracingSnap",
                tr("SnappingRow", "Snap to traces, sheets and sites of the atlas (QGIS's snapping)"),
            ),
            (
                self.everything,
                "tracingSnapAll",
                tr(
                    "SnappingRow",
                    "Also to layers of today: an old street on a modern line would count as surviving",
                ),
            ),
            (
                self.follow,
                "tracingFollow",
                tr("SnappingRow", "Follow existing lines between two clicks (QGIS's tracing)"),
            ),
        ):
            box.setObjectName(name)
            box.setToolTip(tip)
            row.addWidget(box)
        row.addStretch(1)
        self.snap.clicked.connect(self._set_snapping)
        self.everything.clicked.connect(self._set_everything)
        self.follow.clicked.connect(self._set_following)

    def _tracing(self) -> Optional[QAction]:
        tracer = QgsMapCanvasTracer.tracerForCanvas(self.context.iface.mapCanvas())
        return None if tracer is None else tracer.actionEnableTracing()

    def show_state(self) -> None:
        """Take over what QGIS has set."""
        config, action = QgsProject.instance().snappingConfig(), self._tracing()
        self.snap.setChecked(config.enabled())
        self.everything.setEnabled(config.enabled())
        self.everything.setChecked(
            config.enabled() and config.mode() == QgsSnappingConfig.SnappingMode.AllLayers
        )
        self.follow.setEnabled(action is not None)
        self.follow.setChecked(action is not None and action.isChecked())

    def showEvent(self, event: QShowEvent) -> None:
        """Show the state of snapping and tracing as it is now."""
        super().showEvent(event)
        self.show_state()

    def _set_snapping(self, on: bool) -> None:
        if on:
            self._before = QgsProject.instance().snappingConfig()
            QgsProject.instance().setSnappingConfig(self._wanted())
        else:
            self.put_back()
        self.show_state()

    def _set_everything(self, _on: bool) -> None:
        if self.snap.isChecked():
            QgsProject.instance().setSnappingConfig(self._wanted())
            self.show_state()

    def _wanted(self) -> QgsSnappingConfig:
        """Snapping to the historic layers of the atlas, or to all layers."""
        project = QgsProject.instance()
        config = QgsSnappingConfig(project.snappingConfig())
        config.setEnabled(True)
        snap_to_points_and_lines(config)
        if self.everything.isChecked():
            config.setMode(QgsSnappingConfig.SnappingMode.AllLayers)
            return config
        config.setMode(QgsSnappingConfig.SnappingMode.AdvancedConfiguration)
        for layer in project.mapLayers().values():
            if isinstance(layer, QgsVectorLayer) and layer.isSpatial():
                settings = config.individualLayerSettings(layer)
                settings.setEnabled(role_of(layer) in HISTORIC)
                settings.setTypeFlag(config.typeFlag())
                settings.setTolerance(config.tolerance())
                settings.setUnits(config.units())
                config.setIndividualLayerSettings(layer, settings)
        return config

    def put_back(self) -> None:
        """Let QGIS snap as it did before, or not at all."""
        config = self._before or QgsProject.instance().snappingConfig()
        self._before = None
        config.setEnabled(False)
        QgsProject.instance().setSnappingConfig(config)

    def _set_following(self, on: bool) -> None:
        if on and not self.snap.isChecked():
            self._set_snapping(True)
        action = self._tracing()
        if action is not None and action.isChecked() != on:
            action.trigger()
