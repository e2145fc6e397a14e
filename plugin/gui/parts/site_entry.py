# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Entering sites: the form beside the map, the tool that takes the place, the save."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, Optional

from qgis.core import QgsPointXY

from ...core.errors import AtlasError
from ...core.i18n import tr
from ..context import Context
from ..drafts import BROKEN, FormDraft, State
from ..messages import reported
from ..part import Part, alive
from ..saving import offer_copy, open_for_writing, wait_for_file
from ..tools.marks import PositionMarks
from ..tools.places import bring_into_view, site_at

if TYPE_CHECKING:
    from ..docks.site_form import SiteDialog
    from ..tools.capture import CaptureTool


class SiteEntryPart(Part):
    """Adds, places and moves sites, each gesture saved and undone as a whole."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._dialog: Optional[SiteDialog] = None
        self._draft: Optional[FormDraft] = None
        self._tool: Optional[CaptureTool] = None
        self._marks = PositionMarks(context.iface.mapCanvas())
        self._picking = False
        """The next click says which site is to be moved."""

    # -- start and stop ------------------------------------------------------------------------------

    def start(self) -> None:
        """Add the actions."""
        self._add = self.action(
            "actionAddSite",
            tr("SiteEntryPart", "Add a site"),
            "add_site",
            self.add_site,
            tip=tr("SiteEntryPart", "Add a site, or place one of the unlocated"),
        )
        self._move = self.action(
            "actionMoveSite",
            tr("SiteEntryPart", "Move a site"),
            "mActionMoveFeature.svg",
            self.pick_site,
            tip=tr("SiteEntryPart", "Give a site a new position; the old one is kept"),
            toolbar=False,
        )
        self._add.setCheckable(True)
        self._move.setCheckable(True)
        open_atlas = self.context.open_atlas
        self.connect(open_atlas.opened, self._refresh)
        self.connect(open_atlas.closing, self._closing)
        self.connect(open_atlas.closed, self._refresh)
        self.connect(open_atlas.changed, self._changed)
        self.connect(open_atlas.read_only, self._offer_copy)
        self._refresh()

    def stop(self) -> None:
        """Take tool, markers and the form away."""
        self._closing()
        tool, self._tool = self._tool, None
        if tool is not None and alive(tool):
            tool.deleteLater()
        super().stop()

    def _offer_copy(self, text: str) -> None:
        offer_copy(self.context, text)

    def _closing(self) -> None:
        if self._draft is not None:
            self._draft.leave()
        if self._tool is not None and alive(self._tool):
            self._tool.let_go()
        self.close_dialog()

    def _refresh(self) -> None:
        for action in (self._add, self._move):
            action.setEnabled(self.context.open_atlas.atlas is not None)

    def _changed(self) -> None:
        if self.dialog is not None:
            self.dialog.refill()

    # -- the tool ------------------------------------------------------------------------------------

    @property
    def tool(self) -> CaptureTool:
        """The map tool that takes a place, made at first use."""
        if self._tool is None:
            from ..tools.capture import POINT, CaptureTool

            self._tool = tool = CaptureTool(self.context.iface, POINT, self._layer)
            tool.setAction(self._add)
            tool.pointed.connect(self._pointed)
            tool.refused.connect(self.context.messages.warning)
            tool.left.connect(self._left)
        return self._tool

    def _layer(self) -> Any:
        return self.context.open_atlas.layer("sites")

    def _take_tool(self) -> None:
        canvas = self.context.iface.mapCanvas()
        if canvas.mapTool() is not self.tool:
            canvas.setMapTool(self.tool)

    def _put_tool_away(self) -> None:
        canvas = self.context.iface.mapCanvas()
        if self._tool is not None and canvas.mapTool() is self._tool:
            canvas.unsetMapTool(self._tool)
        self._picking = False
        self._follow_tool()

    def _left(self) -> None:
        """Escape on the map: the form goes with the tool."""
        if self.dialog is not None:
            self.close_dialog()
        else:
            self._put_tool_away()

    def _follow_tool(self) -> None:
        """Checked is the action whose tool is on the canvas, also after a click that led nowhere."""
        current = self.context.iface.mapCanvas().mapTool()
        self._add.setChecked(current is not None and current is self._tool)
        self._move.setChecked(False)

    @reported
    def _pointed(self, point: QgsPointXY) -> None:
        if self._picking:
            self._pick(point)
            return
        dialog = self.dialog or self._open_dialog()
        if dialog is not None:
            dialog.set_position(point.x(), point.y())

    def _pick(self, point: QgsPointXY) -> None:
        uuid = site_at(self.context.iface.mapCanvas(), self._layer(), point)
        if uuid is None:
            self.context.messages.warning(
                tr("SiteEntryPart", "There is no site here. Click nearer to its marker.")
            )
        else:
            self.place(uuid)

    # -- what to enter -------------------------------------------------------------------------------

    @reported
    def add_site(self, _checked: bool = False) -> None:
        """Open the form and take the map tool."""
        self._picking = False
        going_on = self.is_typing  # only the tool was put away
        dialog = self._open_dialog()
        if dialog is not None:
            if not going_on:
                dialog.show_site(None)
                self._marks.clear()
            self._take_tool()
        self._follow_tool()

    @reported
    def place(self, site_uuid: str) -> None:
        """Ask for the position of an existing site: an unlocated one is placed, a located one moved."""
        self._picking = False
        if self._open_dialog() is not None:
            self._show(site_uuid)
            self._take_tool()

    @reported
    def pick_site(self, _checked: bool = False) -> None:
        """Move the selected site, or the one that is clicked next."""
        layer = self._layer()
        if open_for_writing(self.context) is None or layer is None:
            self._follow_tool()
            return
        selected = layer.selectedFeatures()
        if len(selected) == 1:
            self.place(selected[0]["uuid"])
            return
        self._picking = True
        self._take_tool()
        self.context.messages.info(tr("SiteEntryPart", "Click the site that is to be moved."))

    # -- the form ------------------------------------------------------------------------------------

    @property
    def dialog(self) -> Optional[SiteDialog]:
        """The form while it is open."""
        return self._dialog if alive(self._dialog) else None

    @property
    def is_typing(self) -> bool:
        """Whether the form holds something that somebody typed."""
        return self.dialog is not None and self._draft is not None and self._draft.is_touched

    def _open_dialog(self) -> Optional[SiteDialog]:
        atlas = open_for_writing(self.context)
        if atlas is None:
            return None
        dialog = self.dialog
        if dialog is None:
            from ..docks.site_form import SiteDialog

            window = self.context.iface.mainWindow()
            self._dialog = dialog = SiteDialog(atlas, self.context.iface.mapCanvas().scale, window)
            dialog.save_wanted.connect(self._save)
            dialog.position_changed.connect(self._show_place)
            dialog.neighbour_chosen.connect(self._zoom_to)
            dialog.site_chosen.connect(self._choose)
            dialog.finished.connect(self._closed)
            self._draft = FormDraft(dialog, "site", self.context.drafts)
            self._draft.begin()
            dialog.begun.connect(self._draft.begin)
        dialog.show()
        dialog.raise_()
        return dialog

    def close_dialog(self) -> None:
        """Close the form without saving."""
        if self.dialog is not None:
            self.dialog.close()

    def _closed(self, _result: int = 0) -> None:
        dialog, self._dialog, self._draft = self._dialog, None, None
        if dialog is not None and alive(dialog):
            dialog.deleteLater()
        self._marks.clear()
        self._put_tool_away()

    @reported
    def _choose(self, site_uuid: str) -> None:
        self._show(site_uuid)

    def _show(self, site_uuid: str) -> None:
        from ...core.atlas.model import Site
        from ...core.atlas.store.blob import lonlat

        dialog = self.dialog
        if dialog is None:
            return
        site = dialog.atlas.get(Site, site_uuid) if site_uuid else None
        if site_uuid and (site is None or site.deleted):
            raise AtlasError(
                tr("SiteEntryPart", "This site is no longer in the atlas."),
                hint=tr("SiteEntryPart", "Choose another one."),
            )
        dialog.show_site(site)
        self._marks.show_old(lonlat(site.geom) if site is not None and site.geom else None)

    def _show_place(self) -> None:
        self._marks.show_new(self.dialog.position.position() if self.dialog is not None else None)

    @reported
    def _zoom_to(self, site_uuid: str) -> None:
        from ...core.atlas.store.quoting import expression_text

        layer = self._layer()
        if layer is not None:
            layer.selectByExpression(f'"uuid" = {expression_text(site_uuid)}')
            canvas = self.context.iface.mapCanvas()
            canvas.panToSelected(layer)
            canvas.flashFeatureIds(layer, layer.selectedFeatureIds())

    # -- saving --------------------------------------------------------------------------------------

    @reported
    def _save(self) -> None:
        from ...core.atlas.edits import gestures

        dialog = self.dialog
        if dialog is None:
            return
        assertion, source = dialog.assertion()
        wait_for_file(self.context, dialog.atlas)
        if dialog.site is None:
            site = dialog.new_site()
            batch = gestures.add_site(dialog.atlas, site, assertion, source=source)
            title = tr("SiteEntryPart", "add “{name}”")
        else:
            site = dialog.site
            batch = gestures.move_site(dialog.atlas, site, assertion, source=source)
            title = (
                tr("SiteEntryPart", "move “{name}”") if site.geom else tr("SiteEntryPart", "place “{name}”")
            )
        title = title.format(name=site.name)
        self.context.steps.saved(batch, title)
        self.context.messages.info(tr("SiteEntryPart", "Saved: {step}.").format(step=title))
        dialog.source.reset(assertion.source_uuid)
        dialog.show_site(None)
        self._marks.clear()

    # -- after a crash -------------------------------------------------------------------------------

    def resume(self, draft: Any, resumed: Callable[[], None]) -> None:
        """Go on with what another session had typed; ``resumed`` is called once it is kept anew.

        Raises AtlasError while another form is being filled in, and what a broken draft raises.
        """
        if self.is_typing:
            raise AtlasError(
                tr("SiteEntryPart", "A form with something typed in it is open."),
                hint=tr("SiteEntryPart", "Save or close it first."),
            )
        dialog = self._open_dialog()
        if dialog is None or self._draft is None:
            return
        try:
            self._take_draft(dialog, draft.state)
        except (AtlasError, *BROKEN):
            self.close_dialog()
            raise
        self._draft.write()
        place = dialog.position.position()
        bring_into_view(self.context.iface.mapCanvas(), [QgsPointXY(*place)] if place else [])
        self._take_tool()
        self._follow_tool()
        resumed()

    def _take_draft(self, dialog: SiteDialog, state: State) -> None:
        self._show(str(state["site"]))
        dialog.take_draft(state)
