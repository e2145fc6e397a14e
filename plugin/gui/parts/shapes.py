# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Drawing historic lines and areas: the tool, the form about what was drawn, the save."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, Optional

from qgis.core import QgsGeometry, QgsProject
from qgis.PyQt.QtWidgets import QAction

from ...core.errors import AtlasError
from ...core.i18n import tr
from ..context import Context
from ..drafts import DrawingDraft, FormDraft, State
from ..messages import reported
from ..part import Part, alive
from ..saving import open_for_writing, wait_for_file

if TYPE_CHECKING:
    from ..dialogs.shape_dialog import ShapeDialog
    from ..tools.capture import CaptureTool

LINES, AREAS = "traces", "areas"
"""The roles of the layers that are drawn on, and the kinds of their drafts."""


class ShapesPart(Part):
    """Draws traces and areas, each saved and undone as a whole."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._tools: dict[str, CaptureTool] = {}
        self._drawing: dict[str, QAction] = {}

    def start(self) -> None:
        """Add the actions."""
        self._drawing[LINES] = self.action(
            "actionAddTrace",
            tr("ShapesPart", "Draw a trace"),
            "mActionAddPolyline.svg",
            self.add_trace,
            tip=tr("ShapesPart", "Draw a historic line"),
            toolbar=False,
        )
        self._drawing[AREAS] = self.action(
            "actionAddArea",
            tr("ShapesPart", "Draw an area"),
            "mActionAddPolygon.svg",
            self.add_area,
            tip=tr("ShapesPart", "Draw a compound or district"),
            toolbar=False,
        )
        for action in self._drawing.values():
            action.setCheckable(True)
        open_atlas = self.context.open_atlas
        self.connect(open_atlas.opened, self._refresh)
        self.connect(open_atlas.closing, self._closing)
        self.connect(open_atlas.closed, self._refresh)
        self._refresh()

    def stop(self) -> None:
        """Take the tools away."""
        self._closing()
        for tool in filter(alive, self._tools.values()):
            tool.deleteLater()
        self._tools.clear()
        self._drawing.clear()
        super().stop()

    def _closing(self) -> None:
        for tool in filter(alive, self._tools.values()):
            tool.let_go()

    def _refresh(self) -> None:
        for action in self._drawing.values():
            action.setEnabled(self.context.open_atlas.atlas is not None)

    # -- the tools -----------------------------------------------------------------------------------

    def tool(self, kind: str) -> CaptureTool:
        """Return the map tool for ``traces`` or ``areas``, made at first use."""
        if kind not in self._tools:
            from ..tools.capture import LINE, POLYGON, CaptureTool

            def layer() -> Any:
                return self.context.open_atlas.layer(kind)

            tool = CaptureTool(self.context.iface, LINE if kind == LINES else POLYGON, layer)
            tool.setAction(self._drawing[kind])
            tool.drawn.connect(self._drawn_line if kind == LINES else self._drawn_area)
            tool.refused.connect(self.context.messages.warning)
            tool.left.connect(self._left)
            title = tr("ShapesPart", "Draw a trace") if kind == LINES else tr("ShapesPart", "Draw an area")
            DrawingDraft(tool, kind, title, self.context.drafts)
            self._tools[kind] = tool
        return self._tools[kind]

    @reported
    def add_trace(self, _checked: bool = False) -> None:
        """Take the tool for lines."""
        self._take_tool(LINES)

    @reported
    def add_area(self, _checked: bool = False) -> None:
        """Take the tool for surfaces."""
        self._take_tool(AREAS)

    def _take_tool(self, kind: str) -> None:
        if open_for_writing(self.context) is not None:
            self.context.iface.mapCanvas().setMapTool(self.tool(kind))
        self._follow_tools()

    def _left(self) -> None:
        """Escape on the map, with nothing drawn."""
        canvas = self.context.iface.mapCanvas()
        canvas.unsetMapTool(canvas.mapTool())
        self._follow_tools()

    def _follow_tools(self) -> None:
        """Checked is the action whose tool is on the canvas, also after a click that led nowhere."""
        current = self.context.iface.mapCanvas().mapTool()
        for kind, action in self._drawing.items():
            action.setChecked(current is not None and current is self._tools.get(kind))

    # -- what was drawn ------------------------------------------------------------------------------

    @reported
    def _drawn_line(self, geometry: QgsGeometry) -> None:
        self._ask(LINES, geometry)

    @reported
    def _drawn_area(self, geometry: QgsGeometry) -> None:
        self._ask(AREAS, geometry)

    def resume(self, draft: Any, resumed: Callable[[], None]) -> None:
        """Go on with what another session had drawn; ``resumed`` is called once it is kept anew."""
        if "points" in draft.state:
            self._take_tool(draft.kind)
            self.tool(draft.kind).resume(draft.state["points"])
            self._follow_tools()
            resumed()
            return
        shape = QgsGeometry.fromWkt(draft.state["wkt"])
        if shape.isEmpty() or draft.kind not in (LINES, AREAS):
            raise ValueError("there is no shape in it")
        self._ask(draft.kind, shape, draft.state, resumed)

    def _ask(
        self,
        kind: str,
        geometry: QgsGeometry,
        state: Optional[State] = None,
        resumed: Callable[[], None] = lambda: None,
    ) -> None:
        dialog = self._form(kind, geometry)
        if dialog is None:
            return
        draft = FormDraft(dialog, kind, self.context.drafts)
        if state:
            dialog.take_draft(state)
        draft.write()
        resumed()
        while dialog.exec() and not self._save(dialog, kind):
            pass  # what was drawn and typed is not lost with a save that fails
        if dialog.result():
            draft.drop()
        dialog.deleteLater()

    def _form(self, kind: str, geometry: QgsGeometry) -> Optional[ShapeDialog]:
        from ...core.atlas.edits import gestures
        from ..dialogs.shape_dialog import ShapeDialog, city_of, measure

        atlas = open_for_writing(self.context)
        if atlas is None:
            return None
        if kind == AREAS:
            geometry.convertToMultiType()
        return ShapeDialog(
            atlas,
            geometry.asWkt(9),
            is_line=kind == LINES,
            measure=measure(geometry, kind == LINES),
            accuracy=gestures.proposed_accuracy(self.context.iface.mapCanvas().scale()),
            city=city_of(atlas, geometry),
            parent=self.context.iface.mainWindow(),
        )

    def _save(self, dialog: ShapeDialog, kind: str) -> bool:
        from ...core.atlas.edits import gestures

        record, source = dialog.record()
        try:
            wait_for_file(self.context, dialog.atlas)
            batch = gestures.add_record(dialog.atlas, record, source=source)
        except AtlasError as error:
            self.context.messages.error(error)
            return False
        title = tr("ShapesPart", "add a trace") if kind == LINES else tr("ShapesPart", "add an area")
        self.context.steps.saved(batch, title)
        layer = self.context.open_atlas.layer(kind)
        node = QgsProject.instance().layerTreeRoot().findLayer(layer.id()) if layer is not None else None
        if node is not None:
            node.setItemVisibilityCheckedParentRecursive(True)
        return True
