# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Drawing roads, railways and coasts over a georeferenced sheet; each line is saved as it is closed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, Optional

from qgis.core import QgsGeometry, QgsProject, QgsVectorLayer
from qgis.PyQt.QtWidgets import QComboBox, QFormLayout, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from ....core.errors import AtlasError
from ....core.i18n import mark, tr
from ...context import Context
from ...drafts import DrawingDraft, State, fields, fill
from ...messages import reported
from ...part import disconnect
from ...tools.capture import LINE, CaptureTool
from ...widgets.buttons import push_button
from ...widgets.labels import plain_label
from .snapping_row import SnappingRow

if TYPE_CHECKING:
    from .historic_dock import HistoricDock

TITLES = {
    "road": mark("TracingTab", "Road"),
    "railway": mark("TracingTab", "Railway"),
    "coast": mark("TracingTab", "Coast"),
    "wall": mark("TracingTab", "Wall"),
    "river": mark("TracingTab", "River"),
    "yes": mark("TracingTab", "Yes"),
    "partly": mark("TracingTab", "Partly"),
    "no": mark("TracingTab", "No"),
    "unknown": mark("TracingTab", "Unknown"),
}
"""Words for the kinds of lines and for whether they survive."""


class TracingTab(QWidget):
    """What the next lines are, and the tool that draws them."""

    def __init__(self, context: Context, dock: HistoricDock) -> None:
        super().__init__(dock)
        self.context = context
        self.bench = dock.bench
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        self.sheet = plain_label(name="tracingSheet", narrow=True, parent=self)
        layout.addWidget(self.sheet)
        layout.addLayout(self._form())
        self.snapping = SnappingRow(context, self)
        layout.addWidget(self.snapping)
        title = tr("TracingTab", "Draw lines")
        self.draw_button = push_button(
            "tracingDraw", title, self.draw, icon="mActionCaptureLine.svg", parent=self
        )
        self.draw_button.setCheckable(True)
        layout.addWidget(self.draw_button)
        self.told = plain_label(name="tracingTold", small=True, narrow=True, parent=self)
        layout.addWidget(self.told)
        layout.addStretch(1)
        self.tool = CaptureTool(context.iface, LINE, self._layer)
        self.tool.drawn.connect(self._drawn)
        title = tr("TracingTab", "Lines over a sheet")
        DrawingDraft(self.tool, "tracing", title, context.drafts, self._about)
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
                combo.addItem(tr("TracingTab", TITLES.get(value.value, value.value)), value.value)
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

    def _layer(self) -> Optional[QgsVectorLayer]:
        return self.context.open_atlas.layer("traces")

    def _show(self) -> None:
        from ....core.historic import tracing

        sheet = self.bench.sheet
        ready = False
        if sheet is None:
            text = tr("TracingTab", "Choose a sheet in the Sheet tab.")
        else:
            try:
                text = tr("TracingTab", "Lines over “{title}” are good to ± {metres} m.").format(
                    title=sheet.title, metres=f"{tracing.accuracy(sheet):g}"
                )
                ready = True
            except AtlasError as error:
                text = str(error)
            self.year.setValue(sheet.year or 0)
        self.sheet.setText(text)
        self.draw_button.setEnabled(ready)
        if not ready:
            self.context.iface.mapCanvas().unsetMapTool(self.tool)
        self.snapping.show_state()

    @reported
    def draw(self, checked: bool = False) -> None:
        """Take the drawing tool, or put it down.  Snapping and tracing are QGIS's own."""
        canvas = self.context.iface.mapCanvas()
        if not checked:
            canvas.unsetMapTool(self.tool)
            return
        layer = self._layer()
        node = QgsProject.instance().layerTreeRoot().findLayer(layer.id()) if layer is not None else None
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

        atlas, sheet = self.context.open_atlas.atlas, self.bench.required()
        if atlas is None:
            return
        trace = Trace(
            geom=geometry.asWkt(9), kind=self.kind.currentData(), name=self.name.text().strip() or None,
            year=self.year.value() or None, survives=self.survives.currentData(),
        )  # fmt: skip
        batch, replaced = tracing.add(atlas, sheet, trace)
        self.bench.open(sheet.uuid)
        layer = self._layer()
        if layer is not None:
            layer.triggerRepaint()
        told = tr("TracingTab", "Saved.")
        if replaced:
            told = tr(
                "TracingTab",
                "Saved. %n schematic traces of this part of the sheet gave way; history keeps them.",
                replaced,
            )
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
