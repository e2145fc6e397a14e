# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Entering sites: the form beside the map, the tool that takes the place, the save."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Callable, Optional

from qgis.core import QgsPointXY
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QMessageBox

from ...core.errors import AtlasError
from ...core.i18n import tr
from ..context import Context
from ..drafts import BROKEN, FormDraft, State
from ..messages import reported
from ..part import Part, alive
from ..saving import offer_copy, open_for_writing, wait_for_file
from ..tools.marks import PositionMarks
from ..tools.pick_tool import ToolTurn
from ..tools.places import bring_into_view, site_at

if TYPE_CHECKING:
    from ...core.atlas.edits.drafts import Draft
    from ..docks.site_form import SiteForm
    from ..tools.capture import CaptureTool


class SiteEntryPart(Part):
    """Adds, places and moves sites, each gesture saved and undone as a whole.

    After one site form and tool rest, unless the form says to keep adding.
    """

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._form: Optional[SiteForm] = None
        self._draft: Optional[FormDraft] = None
        self._tool: Optional[CaptureTool] = None
        self._turn: Optional[ToolTurn] = None
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
            tip=tr("SiteEntryPart", "Correct the position of a site, or give it another one"),
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
        tool, self._tool, self._turn = self._tool, None, None
        if tool is not None and alive(tool):
            tool.deleteLater()
        super().stop()

    def _offer_copy(self, text: str) -> None:
        offer_copy(self.context, text)

    def _closing(self) -> None:
        """The atlas goes: what was typed stays as a draft."""
        if self._draft is not None:
            self._draft.leave()
        if self._tool is not None and alive(self._tool):
            self._tool.let_go()
        if self.form is not None:
            self.form.discard()

    def _refresh(self) -> None:
        for action in (self._add, self._move):
            action.setEnabled(self.context.open_atlas.atlas is not None)

    @reported
    def _changed(self) -> None:
        if self.form is not None:
            self.form.refill()

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
        if self._turn is None:
            self._turn = ToolTurn(self.context.iface.mapCanvas(), self.tool)
        self._turn.take()

    def _put_tool_away(self) -> None:
        if self._turn is not None:
            self._turn.end()
        self._picking = False
        self._follow_tool()

    def _left(self) -> None:
        """Escape on the map: the form goes with the tool."""
        if self.form is not None:
            self.form.close()
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
        form = self.form or self._open_form()
        if form is not None:
            form.set_position(point.x(), point.y())

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
        form = self._open_form()
        if form is not None:
            if not going_on:
                form.show_site(None)
                self._marks.clear()
            self._take_tool()
        self._follow_tool()

    @reported
    def place(self, site_uuid: str) -> None:
        """Ask for the position of an existing site: an unlocated one is placed, a located one moved."""
        self._picking = False
        if self._may_leave() and self._open_form() is not None:
            self._show(site_uuid)
            self._take_tool()
        self._follow_tool()

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
    def form(self) -> Optional[SiteForm]:
        """The form while it is open."""
        return self._form if alive(self._form) else None

    @property
    def is_typing(self) -> bool:
        """Whether the form holds something that somebody typed."""
        return self.form is not None and self._draft is not None and self._draft.is_touched

    def _open_form(self) -> Optional[SiteForm]:
        atlas = open_for_writing(self.context)
        if atlas is None:
            return None
        form = self.form
        if form is None:
            from ..docks.site_form import SiteForm

            window = self.context.iface.mainWindow()
            self._form = form = SiteForm(atlas, self.context.iface.mapCanvas().scale, window)
            form.may_close = self._may_leave
            form.save_wanted.connect(self._save)
            form.position_changed.connect(self._show_place)
            form.neighbour_chosen.connect(self._zoom_to)
            form.site_chosen.connect(self._choose)
            form.finished.connect(self._closed)
            self._draft = FormDraft(form, "site", self.context.drafts)
            self._draft.begin()
            form.begun.connect(self._draft.begin)
            self._put_beside_the_map(form)
        form.setUserVisible(True)
        return form

    def _put_beside_the_map(self, form: SiteForm) -> None:
        """Show it as a tab beside our docks: over the map it would cover the place it asks about."""
        docks = (part.built for part in self.context.docks)
        beside = [dock.objectName() for dock in docks if dock is not None]
        area = Qt.DockWidgetArea.RightDockWidgetArea
        self.context.iface.addTabifiedDockWidget(area, form, beside, True)

    def _may_leave(self) -> bool:
        """Ask before what was typed is thrown away; True when nothing was, or the user says so."""
        if not self.is_typing:
            return True
        box = QMessageBox(self.context.iface.mainWindow())
        box.setObjectName("CityAtlasLeaveQuestion")
        box.setIcon(QMessageBox.Icon.Question)
        box.setText(tr("SiteEntryPart", "Throw away what was typed?"))
        box.setInformativeText(tr("SiteEntryPart", "The site has not been saved."))
        box.setStandardButtons(QMessageBox.StandardButton.Discard | QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
        answer = box.exec()
        box.deleteLater()
        return bool(answer == QMessageBox.StandardButton.Discard)

    def _closed(self) -> None:
        form, self._form, self._draft = self._form, None, None
        if form is not None and alive(form):
            self.context.iface.removeDockWidget(form)
            form.deleteLater()
        self._marks.clear()
        self._put_tool_away()

    @reported
    def _choose(self, site_uuid: str) -> None:
        self._show(site_uuid)

    def _show(self, site_uuid: str) -> None:
        from ...core.atlas.model import Site
        from ...core.atlas.store.blob import lonlat

        form = self.form
        if form is None:
            return
        site = form.atlas.get(Site, site_uuid) if site_uuid else None
        if site_uuid and (site is None or site.deleted):
            raise AtlasError(
                tr("SiteEntryPart", "This site is no longer in the atlas."),
                hint=tr("SiteEntryPart", "Choose another one."),
            )
        form.show_site(site)
        self._marks.show_old(lonlat(site.geom) if site is not None and site.geom else None)

    def _show_place(self) -> None:
        self._marks.show_new(self.form.position.position() if self.form is not None else None)

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
        form = self.form
        if form is None:
            return
        wait_for_file(self.context, form.atlas)
        goes_on = form.site is None and form.keep_adding.isChecked()
        source_uuid = form.source.value()[0]
        batch, title = self._write(form)
        if self._draft is not None:
            self._draft.drop()
        self.context.steps.saved(batch, title)
        self.context.messages.info(tr("SiteEntryPart", "Saved: {step}.").format(step=title))
        if goes_on:
            form.source.reset(source_uuid)
            form.show_site(None)
            self._marks.clear()
        else:
            form.discard()

    @staticmethod
    def _write(form: SiteForm) -> tuple[str, str]:
        """Write what the form holds; return the batch and what was done."""
        from ...core.atlas.edits import gestures

        assertion, source = form.assertion()
        site = form.site
        if site is None:
            site = form.new_site()
            batch = gestures.add_site(form.atlas, site, assertion, source=source)
            title = tr("SiteEntryPart", "add “{name}”")
        elif form.evidence.is_correction:
            batch = gestures.correct_position(form.atlas, site, assertion, source=source)
            title = tr("SiteEntryPart", "correct the position of “{name}”")
        else:
            batch = gestures.move_site(form.atlas, site, assertion, source=source)
            title = tr("SiteEntryPart", "place “{name}”")
            if site.geom:
                title = tr("SiteEntryPart", "another position of “{name}”")
        return batch, title.format(name=site.name)

    # -- after a crash -------------------------------------------------------------------------------

    def resume(self, draft: Draft, resumed: Callable[[], None]) -> None:
        """Go on with what another session had typed; ``resumed`` is called once it is kept anew.

        Raises AtlasError while another form is being filled in, and what a broken draft raises.
        """
        if self.is_typing:
            raise AtlasError(
                tr("SiteEntryPart", "A form with something typed in it is open."),
                hint=tr("SiteEntryPart", "Save or close it first."),
            )
        form = self._open_form()
        if form is None or self._draft is None:
            return
        try:
            self._take_draft(form, draft.state)
        except (AtlasError, *BROKEN):
            form.discard()
            raise
        self._draft.write()
        place = form.position.position()
        bring_into_view(self.context.iface.mapCanvas(), [QgsPointXY(*place)] if place else [])
        self._take_tool()
        self._follow_tool()
        resumed()

    def _take_draft(self, form: SiteForm, state: State) -> None:
        self._show(str(state["site"]))
        form.take_draft(state)
