# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Drawing into the atlas: sites, moves, traces and areas, each gesture saved and undone as a whole."""

from __future__ import annotations

from typing import Any, Callable, Optional

from qgis.core import QgsGeometry, QgsPointXY, QgsProject, QgsRectangle
from qgis.gui import QgsVertexMarker
from qgis.PyQt.QtGui import QColor, QKeySequence
from qgis.PyQt.QtWidgets import QAction

from ...core.errors import AtlasError
from ...core.i18n import tr
from ..context import Context
from ..drafts import BROKEN, DrawingDraft, FormDraft
from ..messages import reported
from ..part import Part, alive
from ..saving import offer_copy, open_for_writing, wait_for_file

PICK_PIXELS = 12


class EditPart(Part):
    """Adds, places and moves sites; draws traces and areas; undoes and redoes what was saved."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self.steps = context.steps
        self._dialog: Any = None
        self._tools: dict[str, Any] = {}
        self._markers: list[Any] = []
        self._picking = False
        self._draft: Any = None

    # -- start and stop ------------------------------------------------------------------------------

    def start(self) -> None:
        """Add the actions."""
        add = self.action
        self._add = add(
            "actionAddSite",
            tr("EditPart", "Add a site"),
            "add_site",
            self.add_site,
            tip=tr("EditPart", "Add a site, or place one of the unlocated"),
        )
        self._move = add(
            "actionMoveSite",
            tr("EditPart", "Move a site"),
            "mActionMoveFeature.svg",
            self.pick_site,
            tip=tr("EditPart", "Give a site a new position; the old one is kept"),
            toolbar=False,
        )
        self._trace = add(
            "actionAddTrace",
            tr("EditPart", "Draw a trace"),
            "mActionAddPolyline.svg",
            self.add_trace,
            tip=tr("EditPart", "Draw a historic line"),
            toolbar=False,
        )
        self._area = add(
            "actionAddArea",
            tr("EditPart", "Draw an area"),
            "mActionAddPolygon.svg",
            self.add_area,
            tip=tr("EditPart", "Draw a compound or district"),
            toolbar=False,
        )
        self._undo = add(
            "actionUndoStep", tr("EditPart", "Undo"), "mActionUndo.svg", self.undo, toolbar=False
        )
        self._redo = add(
            "actionRedoStep", tr("EditPart", "Redo"), "mActionRedo.svg", self.redo, toolbar=False
        )
        for action in (self._add, self._move, self._trace, self._area):
            action.setCheckable(True)
        for qgis_action in self._qgis_actions():
            self.connect(qgis_action.changed, self._share_keys)
        session = self.context.open_atlas
        self.connect(session.opened, self._refresh)
        self.connect(session.closing, self._closing)
        self.connect(session.closed, self._refresh)
        self.connect(session.read_only, self._offer_copy)
        self.connect(self.steps.changed, self._show_steps)
        self._refresh()

    def stop(self) -> None:
        """Take tools, markers and the form away."""
        self._closing()
        canvas = self.context.iface.mapCanvas()
        for tool in self._tools.values():
            if alive(tool):
                canvas.unsetMapTool(tool)
                tool.deleteLater()
        self._tools.clear()
        super().stop()

    def _offer_copy(self, text: str) -> None:
        offer_copy(self.context, text)

    def _closing(self) -> None:
        if self._draft is not None:
            self._draft.leave()
        for tool in filter(alive, self._tools.values()):
            tool.let_go()
        self.close_dialog()
        self.steps.clear()

    def _refresh(self) -> None:
        is_open = self.context.open_atlas.atlas is not None
        for action in (self._add, self._move, self._trace, self._area):
            action.setEnabled(is_open)
        self._show_steps()

    def _show_steps(self) -> None:
        for action, word, title in (
            (self._undo, tr("EditPart", "Undo"), self.steps.undo_title),
            (self._redo, tr("EditPart", "Redo"), self.steps.redo_title),
        ):
            shown = title.replace("&", "&&")  # no shortcut from a site's name
            action.setText(f"{word}: {shown}" if title else word)
        self._share_keys()

    def _qgis_actions(self) -> list[Any]:
        window = self.context.iface.mainWindow()
        found = [window.findChild(QAction, name) for name in ("mActionUndo", "mActionRedo")]
        return [action for action in found if action is not None]

    def _share_keys(self) -> None:
        """Ctrl+Z and Ctrl+Y belong to QGIS's undo as long as an edit session has something to undo."""
        keys = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
        titles = (self.steps.undo_title, self.steps.redo_title)
        for own, qgis, key, title in zip((self._undo, self._redo), self._qgis_actions(), keys, titles):
            own.setEnabled(bool(title) and self.context.open_atlas.atlas is not None)
            shortcuts = [] if qgis.isEnabled() else QKeySequence.keyBindings(key)
            if own.shortcuts() != shortcuts:
                own.setShortcuts(shortcuts)

    # -- tools ---------------------------------------------------------------------------------------

    def tool(self, name: str) -> Any:
        """Return the map tool for ``sites``, ``traces`` or ``areas``, made at first use."""
        if name not in self._tools:
            from ..tools.capture import LINE, POINT, POLYGON, CaptureTool

            kind, action = {
                "sites": (POINT, self._add),
                "traces": (LINE, self._trace),
                "areas": (POLYGON, self._area),
            }[name]

            def layer(role: str = name) -> Any:
                return self.context.open_atlas.layer(role)

            tool = CaptureTool(self.context.iface, kind, layer)
            tool.setAction(action)
            tool.pointed.connect(self._pointed)
            tool.drawn.connect(self._drawn_line if name == "traces" else self._drawn_area)
            tool.refused.connect(self.context.messages.warning)
            if kind != POINT:
                title = tr("EditPart", "Draw a trace") if kind == LINE else tr("EditPart", "Draw an area")
                DrawingDraft(tool, name, title, self.context.journal)
            tool.left.connect(self._left)
            self._tools[name] = tool
        return self._tools[name]

    def _take_tool(self, name: str) -> None:
        canvas = self.context.iface.mapCanvas()
        tool = self.tool(name)
        if canvas.mapTool() is not tool:
            canvas.setMapTool(tool)

    def _left(self) -> None:
        """Escape on the map: the form goes with the tool."""
        if alive(self._dialog):
            self.close_dialog()
            return
        canvas = self.context.iface.mapCanvas()
        canvas.unsetMapTool(canvas.mapTool())
        self._picking = False
        self._follow_tools()

    # -- sites ---------------------------------------------------------------------------------------

    @reported
    def add_site(self, _checked: bool = False) -> None:
        """Open the form and take the map tool."""
        self._picking = False
        going_on = self._is_typing()  # only the tool was put away
        if self._open_dialog() is not None:
            if not going_on:
                self._dialog.show_site(None)
                self._clear_markers()
            self._take_tool("sites")
        self._follow_tools()

    @reported
    def place(self, site_uuid: str) -> None:
        """Ask for the position of an existing site: an unlocated one is placed, a located one moved."""
        self._picking = False
        if self._open_dialog() is None:
            return
        self._show(site_uuid)
        self._take_tool("sites")

    @reported
    def pick_site(self, _checked: bool = False) -> None:
        """Move the selected site, or the one that is clicked next."""
        layer = self.context.open_atlas.layer("sites")
        if open_for_writing(self.context) is None or layer is None:
            self._follow_tools()
            return
        selected = layer.selectedFeatures()
        if len(selected) == 1:
            self.place(selected[0]["uuid"])
            return
        self._picking = True
        self._take_tool("sites")
        self.context.messages.info(tr("EditPart", "Click the site that is to be moved."))

    def _open_dialog(self) -> Any:
        atlas = open_for_writing(self.context)
        if atlas is None:
            return None
        if not alive(self._dialog):
            from ..dialogs.site_dialog import SiteDialog

            window = self.context.iface.mainWindow()
            self._dialog = SiteDialog(atlas, self.context.iface.mapCanvas().scale, window)
            self._dialog.save_wanted.connect(self._save_site)
            self._dialog.position_changed.connect(self._show_marker)
            self._dialog.neighbour_chosen.connect(self._zoom_to)
            self._dialog.site_chosen.connect(self._choose)
            self._dialog.finished.connect(self._dialog_closed)
            self._draft = FormDraft(self._dialog, "site", self.context.journal)
            self._draft.begin()
            self._dialog.begun.connect(self._draft.begin)
        self._dialog.show()
        self._dialog.raise_()
        return self._dialog

    def close_dialog(self) -> None:
        """Close the form without saving."""
        if alive(self._dialog):
            self._dialog.close()

    def _dialog_closed(self, _result: int = 0) -> None:
        dialog, self._dialog, self._draft = self._dialog, None, None
        if alive(dialog):
            dialog.deleteLater()
        self._clear_markers()
        canvas = self.context.iface.mapCanvas()
        if canvas.mapTool() is self._tools.get("sites"):
            canvas.unsetMapTool(canvas.mapTool())
        self._follow_tools()

    def _follow_tools(self) -> None:
        """Checked is the action whose tool is on the canvas, also after a click that led nowhere."""
        current = self.context.iface.mapCanvas().mapTool()
        for name, action in (("sites", self._add), ("traces", self._trace), ("areas", self._area)):
            action.setChecked(current is not None and current is self._tools.get(name))
        self._move.setChecked(False)

    @reported
    def _choose(self, site_uuid: str) -> None:
        self._show(site_uuid)

    def _show(self, site_uuid: str) -> None:
        from ...core.atlas.model import Site

        site = self._dialog.atlas.get(Site, site_uuid) if site_uuid else None
        if site_uuid and (site is None or site.deleted):
            raise AtlasError("This site is no longer in the atlas.", hint="Choose another one.")
        self._dialog.show_site(site)
        self._clear_markers()
        if site is not None and site.geom:
            from ...core.atlas.store.blob import lonlat

            self._mark(*lonlat(site.geom), old=True)

    @reported
    def _pointed(self, point: QgsPointXY) -> None:
        if self._picking:
            uuid = self._site_at(point)
            if uuid is None:
                self.context.messages.warning(
                    tr("EditPart", "There is no site here. Click nearer to its marker.")
                )
                return
            self.place(uuid)
        elif alive(self._dialog) or self._open_dialog() is not None:
            self._dialog.set_position(point.x(), point.y())

    def _site_at(self, point: QgsPointXY) -> Optional[str]:
        """Return the nearest site within some pixels of a place in WGS 84."""
        from ..tools.places import canvas_to_wgs84, wgs84_to_canvas

        canvas = self.context.iface.mapCanvas()
        on_map = wgs84_to_canvas(canvas, point)
        reach = canvas.mapUnitsPerPixel() * PICK_PIXELS
        beside = canvas_to_wgs84(canvas, QgsPointXY(on_map.x() + reach, on_map.y() + reach))
        dx, dy = abs(beside.x() - point.x()), abs(beside.y() - point.y())
        box = QgsRectangle(point.x() - dx, point.y() - dy, point.x() + dx, point.y() + dy)
        layer = self.context.open_atlas.layer("sites")
        found = (
            []
            if layer is None
            else sorted(
                (f.geometry().asPoint().sqrDist(point), f["uuid"])
                for f in layer.getFeatures(box)
                if f.hasGeometry()
            )
        )
        return found[0][1] if found else None

    @reported
    def _save_site(self) -> None:
        from ...core.atlas.edits import gestures

        dialog = self._dialog
        assertion, source = dialog.assertion()
        wait_for_file(self.context, dialog.atlas)
        if dialog.site is None:
            site = dialog.new_site()
            batch = gestures.add_site(dialog.atlas, site, assertion, source=source)
            title = tr("EditPart", "add “{}”").format(site.name)
        else:
            site = dialog.site
            batch = gestures.move_site(dialog.atlas, site, assertion, source=source)
            title = (tr("EditPart", "move “{}”") if site.geom else tr("EditPart", "place “{}”")).format(
                site.name
            )
        self.steps.saved(batch, title)
        self.context.messages.info(tr("EditPart", "Saved: {}.").format(title))
        dialog.refill()
        dialog.source.reset(assertion.source_uuid)
        dialog.show_site(None)
        self._clear_markers()

    # -- shapes --------------------------------------------------------------------------------------

    @reported
    def add_trace(self, _checked: bool = False) -> None:
        """Take the tool for lines."""
        if open_for_writing(self.context) is not None:
            self._take_tool("traces")
        self._follow_tools()

    @reported
    def add_area(self, _checked: bool = False) -> None:
        """Take the tool for surfaces."""
        if open_for_writing(self.context) is not None:
            self._take_tool("areas")
        self._follow_tools()

    @reported
    def _drawn_line(self, geometry: QgsGeometry) -> None:
        self._ask_shape(geometry, is_line=True)

    @reported
    def _drawn_area(self, geometry: QgsGeometry) -> None:
        self._ask_shape(geometry, is_line=False)

    def resume(self, draft: Any, resumed: Callable[[], None]) -> None:
        """Go on with what another session had typed or drawn; ``resumed`` is called once it is kept anew."""
        if draft.kind == "site":
            self._resume_site(draft.state)
            resumed()
        elif "points" in draft.state:
            self._take_tool(draft.kind)
            self.tool(draft.kind).resume(draft.state["points"])
            self._follow_tools()
            resumed()
        else:
            shape = QgsGeometry.fromWkt(draft.state["wkt"])
            if shape.isEmpty() or draft.kind not in ("traces", "areas"):
                raise ValueError("there is no shape in it")
            self._ask_shape(shape, is_line=draft.kind == "traces", draft=(draft.state, resumed))

    def _resume_site(self, state: Any) -> None:
        from ..tools.places import bring_into_view

        if self._is_typing():
            raise AtlasError("A form with something typed in it is open.", hint="Save or close it first.")
        if self._open_dialog() is None:
            return
        try:
            self._show(str(state["site"]))
            self._dialog.take_draft(state)
        except (AtlasError, *BROKEN):
            self.close_dialog()
            raise
        self._draft.write()
        place = self._dialog.position.position()
        bring_into_view(self.context.iface.mapCanvas(), [QgsPointXY(*place)] if place else [])
        self._take_tool("sites")
        self._follow_tools()

    def _is_typing(self) -> bool:
        return alive(self._dialog) and self._draft.is_touched

    def _ask_shape(self, geometry: QgsGeometry, *, is_line: bool, draft: Any = None) -> None:
        from ...core.atlas.edits import gestures
        from ..dialogs.shape_dialog import ShapeDialog, city_of, measure

        atlas = open_for_writing(self.context)
        if atlas is None:
            return
        if not is_line:
            geometry.convertToMultiType()
        accuracy = gestures.proposed_accuracy(self.context.iface.mapCanvas().scale())
        dialog = ShapeDialog(
            atlas,
            geometry.asWkt(9),
            is_line=is_line,
            measure=measure(geometry, is_line),
            accuracy=accuracy,
            city=city_of(atlas, geometry),
            parent=self.context.iface.mainWindow(),
        )
        keeper = FormDraft(dialog, "traces" if is_line else "areas", self.context.journal)
        state, resumed = draft or (None, None)
        if state:
            dialog.take_draft(state)
        keeper.write()
        if resumed:
            resumed()
        while dialog.exec() and not self._save_shape(dialog, is_line):
            pass  # what was drawn and typed is not lost with a save that fails
        if dialog.result():
            keeper.drop()
        dialog.deleteLater()

    def _save_shape(self, dialog: Any, is_line: bool) -> bool:
        from ...core.atlas.edits import gestures

        record, source = dialog.record()
        try:
            wait_for_file(self.context, dialog.atlas)
            batch = gestures.add_record(dialog.atlas, record, source=source)
        except AtlasError as error:
            self.context.messages.error(error)
            return False
        self.steps.saved(batch, tr("EditPart", "add a trace") if is_line else tr("EditPart", "add an area"))
        role = self.context.open_atlas.layer("traces" if is_line else "areas")
        node = QgsProject.instance().layerTreeRoot().findLayer(role.id()) if role else None
        if node is not None:
            node.setItemVisibilityCheckedParentRecursive(True)
        return True

    # -- undo ----------------------------------------------------------------------------------------

    @reported
    def undo(self, _checked: bool = False) -> None:
        """Take the last saved step back."""
        drawing = self.context.iface.mapCanvas().mapTool()
        if drawing in self._tools.values() and drawing.size():
            drawing.take_back()  # the last point, not a saved step
            return
        title = self.steps.undo_title
        atlas = open_for_writing(self.context) if title else None
        if atlas is not None:
            wait_for_file(self.context, atlas)
            told = self.steps.undo(atlas)
            self._after_step(tr("EditPart", "Undone: {}.").format(title), told)

    @reported
    def redo(self, _checked: bool = False) -> None:
        """Do the last undone step again."""
        title = self.steps.redo_title
        atlas = open_for_writing(self.context) if title else None
        if atlas is not None:
            wait_for_file(self.context, atlas)
            self.steps.redo(atlas)
            self._after_step(tr("EditPart", "Done again: {}.").format(title), None)

    def _after_step(self, text: str, told: Any) -> None:
        if alive(self._dialog):
            self._dialog.refill()
        kept = len(getattr(told, "kept", ()))
        if kept:
            text += " " + tr("EditPart", "{} rows were worked on since and stay.").format(kept)
        self.context.messages.info(text)

    # -- the map -------------------------------------------------------------------------------------

    def _show_marker(self) -> None:
        place = self._dialog.position.position() if alive(self._dialog) else None
        keep = 1 if alive(self._dialog) and self._dialog.site and self._dialog.site.geom else 0
        self._clear_markers(keep)
        if place is not None:
            self._mark(*place)

    def _mark(self, lon: float, lat: float, old: bool = False) -> None:
        from ..tools.places import wgs84_to_canvas

        canvas = self.context.iface.mapCanvas()
        marker = QgsVertexMarker(canvas)
        marker.setIconType(QgsVertexMarker.IconType.ICON_X if old else QgsVertexMarker.IconType.ICON_CROSS)
        marker.setColor(QColor("#777777" if old else "#c2185b"))
        marker.setIconSize(18)
        marker.setPenWidth(3)
        marker.setCenter(wgs84_to_canvas(canvas, QgsPointXY(lon, lat)))
        self._markers.append(marker)

    def _clear_markers(self, keep: int = 0) -> None:
        scene = self.context.iface.mapCanvas().scene()
        for marker in self._markers[keep:]:
            if alive(marker):
                scene.removeItem(marker)
        del self._markers[keep:]

    @reported
    def _zoom_to(self, site_uuid: str) -> None:
        layer = self.context.open_atlas.layer("sites")
        if layer is None:
            return
        from ...core.atlas.store.quoting import expression_text

        layer.selectByExpression(f'"uuid" = {expression_text(site_uuid)}')
        canvas = self.context.iface.mapCanvas()
        canvas.panToSelected(layer)
        canvas.flashFeatureIds(layer, layer.selectedFeatureIds())
