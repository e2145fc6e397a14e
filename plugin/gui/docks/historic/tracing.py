# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Drawing roads, railways and coasts over a georeferenced sheet; each line is saved as it is closed."""

from __future__ import annotations

from typing import Any, Callable

from qgis.core import QgsGeometry, QgsProject, QgsSnappingConfig
from qgis.gui import QgsMapCanvasTracer
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from ....compat import snap_to_points_and_lines
from ....core.errors import AtlasError
from ....core.i18n import tr
from ...context import Context
from ...drafts import DrawingDraft, State, fields, fill
from ...messages import reported
from ...part import disconnect, icon_of
from ...tools.capture import LINE, CaptureTool
from .cards import plain


class TracingTab(QWidget):
    """What the next lines are, and the tool that draws them."""

    def __init__(self, context: Context, parent: Any) -> None:
        super().__init__(parent)
        self.context = context
        self.bench = parent.bench
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        self.sheet = plain("")
        self.sheet.setObjectName("tracingSheet")
        layout.addWidget(self.sheet)
        layout.addLayout(self._form())
        layout.addLayout(self._helps())
        self.draw_button = QPushButton(
            icon_of("mActionCaptureLine.svg"), tr("TracingTab", "Draw lines"), self
        )
        self.draw_button.setObjectName("tracingDraw")
        self.draw_button.setCheckable(True)
        self.draw_button.clicked.connect(self.draw)
        layout.addWidget(self.draw_button)
        self.told = plain("", small=True)
        self.told.setObjectName("tracingTold")
        layout.addWidget(self.told)
        layout.addStretch(1)
        self.tool = CaptureTool(context.iface, LINE, self._layer)
        self.tool.drawn.connect(self._drawn)
        title = tr("TracingTab", "Lines over a sheet")
        DrawingDraft(self.tool, "tracing", title, context.journal, self._about)
        self.tool.refused.connect(context.messages.warning)
        self.tool.deactivated.connect(self._put_down)
        self.bench.sheet_changed.connect(self._show)
        context.open_atlas.closing.connect(self.tool.let_go)
        self._show()

    def _form(self) -> QFormLayout:
        from ....core.atlas.model import Survives, TraceKind

        form = QFormLayout()
        self.kind, self.survives = QComboBox(self), QComboBox(self)
        for combo, name, values in (
            (self.kind, "tracingKind", TraceKind), (self.survives, "tracingSurvives", Survives),
        ):  # fmt: skip
            combo.setObjectName(name)
            for value in values:
                combo.addItem(tr("TracingTab", value.value.capitalize()), value.value)
        self.survives.setCurrentIndex(self.survives.findData("unknown"))
        self.name = QLineEdit(self)
        self.name.setObjectName("tracingName")
        self.year = QSpinBox(self)
        self.year.setObjectName("tracingYear")
        self.year.setRange(0, 2100)
        self.year.setSpecialValueText(tr("TracingTab", "not known"))
        form.addRow(tr("TracingTab", "Kind"), self.kind)
        form.addRow(tr("TracingTab", "Name"), self.name)
        form.addRow(tr("TracingTab", "Year shown"), self.year)
        form.addRow(tr("TracingTab", "Survives"), self.survives)
        return form

    def _helps(self) -> QHBoxLayout:
        """QGIS's own snapping and tracing, whose toolbars are hidden at first."""
        row = QHBoxLayout()
        self.snap, self.follow = (
            QCheckBox(tr("TracingTab", "Snap"), self),
            QCheckBox(tr("TracingTab", "Follow lines"), self),
        )
        self.snap.setObjectName("tracingSnap")
        self.snap.setToolTip(tr("TracingTab", "Snap to points and lines of all layers (QGIS's snapping)"))
        self.follow.setObjectName("tracingFollow")
        self.follow.setToolTip(tr("TracingTab", "Follow existing lines between two clicks (QGIS's tracing)"))
        self.snap.clicked.connect(self._set_snapping)
        self.follow.clicked.connect(self._set_following)
        for box in (self.snap, self.follow):
            row.addWidget(box)
        row.addStretch(1)
        return row

    def _tracer(self) -> Any:
        tracer = QgsMapCanvasTracer.tracerForCanvas(self.context.iface.mapCanvas())
        return None if tracer is None else tracer.actionEnableTracing()

    def _show_helps(self) -> None:
        """Take over what QGIS has set."""
        action = self._tracer()
        self.snap.setChecked(QgsProject.instance().snappingConfig().enabled())
        self.follow.setEnabled(action is not None)
        self.follow.setChecked(action is not None and action.isChecked())

    def _set_snapping(self, on: bool) -> None:
        config = QgsProject.instance().snappingConfig()
        config.setEnabled(on)
        if on and config.mode() == QgsSnappingConfig.SnappingMode.ActiveLayer:
            config.setMode(QgsSnappingConfig.SnappingMode.AllLayers)
            snap_to_points_and_lines(config)
        QgsProject.instance().setSnappingConfig(config)

    def _set_following(self, on: bool) -> None:
        if on and not self.snap.isChecked():
            self.snap.setChecked(True)
            self._set_snapping(True)
        action = self._tracer()
        if action is not None and action.isChecked() != on:
            action.trigger()

    def showEvent(self, event: Any) -> None:
        """Show the state of snapping and tracing as it is now."""
        super().showEvent(event)
        self._show_helps()

    def _layer(self) -> Any:
        return self.context.open_atlas.layer("traces")

    def _show(self) -> None:
        from ....core.historic import tracing

        sheet = self.bench.sheet
        ready = False
        if sheet is None:
            text = tr("TracingTab", "Choose a sheet in the Sheet tab.")
        else:
            try:
                text = tr("TracingTab", "Lines over “{}” are good to ± {:g} m.").format(
                    sheet.title, tracing.accuracy(sheet)
                )
                ready = True
            except AtlasError as error:
                text = str(error)
            self.year.setValue(sheet.year or 0)
        self.sheet.setText(text)
        self.draw_button.setEnabled(ready)
        if not ready:
            self.context.iface.mapCanvas().unsetMapTool(self.tool)
        self._show_helps()

    @reported
    def draw(self, checked: bool = False) -> None:
        """Take the drawing tool, or put it down.  Snapping and tracing are QGIS's own."""
        canvas = self.context.iface.mapCanvas()
        if not checked:
            canvas.unsetMapTool(self.tool)
            return
        node = QgsProject.instance().layerTreeRoot().findLayer(self._layer().id())
        if node is not None:
            node.setItemVisibilityCheckedParentRecursive(True)
        canvas.setMapTool(self.tool)
        self.draw_button.setChecked(True)
        self.told.setText(tr("TracingTab", "Click along the line, right click to save it."))

    @reported
    def _drawn(self, geometry: QgsGeometry) -> None:
        try:
            self.add_line(geometry)
        except AtlasError:
            self.tool.resume([(point.x(), point.y()) for point in geometry.vertices()])
            raise

    def _about(self) -> State:
        """Return what belongs to a line that is not finished: its sheet and the form."""
        shown = fields(self)
        return {
            "sheet": self.bench.sheet.uuid if self.bench.sheet is not None else "",
            "fields": {box.objectName(): shown[box.objectName()] for box in self._boxes()},
        }

    def _boxes(self) -> tuple[QWidget, ...]:
        return (self.kind, self.survives, self.name, self.year)

    def resume(self, draft: Any, resumed: Callable[[], None]) -> None:
        """Go on with a line of another session; ``resumed`` is called once it is kept anew."""
        self.bench.open(str(draft.state["sheet"]))
        if not self.draw_button.isEnabled():
            raise AtlasError(self.sheet.text())
        fill(self, draft.state["fields"])
        self.draw(True)
        self.tool.resume(draft.state["points"])
        resumed()

    def add_line(self, geometry: QgsGeometry) -> None:
        """Save a line (WGS 84) as a trace of the sheet."""
        from ....core.atlas.model import Trace
        from ....core.historic import tracing

        atlas: Any = self.context.open_atlas.atlas
        trace = Trace(
            geom=geometry.asWkt(9), kind=self.kind.currentData(), name=self.name.text().strip() or None,
            year=self.year.value() or None, survives=self.survives.currentData(),
        )  # fmt: skip
        batch, replaced = tracing.add(atlas, self.bench.sheet, trace)
        self.bench.open(self.bench.sheet.uuid)
        layer = self._layer()
        if layer is not None:
            layer.triggerRepaint()
        told = tr("TracingTab", "Saved.")
        if replaced:
            told += " " + tr(
                "TracingTab", "{} schematic traces of this sheet gave way; history keeps them."
            ).format(replaced)
        self.told.setText(told)
        self.context.steps.saved(batch, tr("TracingTab", "trace a line"))

    def _put_down(self) -> None:
        self.draw_button.setChecked(False)

    def release(self) -> None:
        """Take the tool off the map."""
        disconnect(self.bench.sheet_changed, self._show)
        disconnect(self.tool.deactivated, self._put_down)
        disconnect(self.context.open_atlas.closing, self.tool.let_go)
        self.context.iface.mapCanvas().unsetMapTool(self.tool)
        self.tool.deleteLater()
