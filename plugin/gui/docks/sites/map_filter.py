# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Makes the main map show what the list shows, without touching the layer's data, style or project."""

from __future__ import annotations

from typing import Any, Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeatureRequest,
    QgsPointXY,
    QgsProject,
    QgsWkbTypes,
)
from qgis.gui import QgsRubberBand
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtGui import QColor

from ....core.atlas.layers.keep_look import keep_look
from ....core.atlas.model import new_uuid
from ....core.atlas.store.quoting import expression_field
from ....core.search.thinning import MAX_DRAWN, Extent, Priority
from ...part import alive, disconnect
from .render_filter import VARIABLE, Counted, Gate, View, can_gate, gated, is_gated, plain

THINNED = "atlas_thinned"
"""Tells the shipped symbols that thinning takes the place of "landmarks only at small scales"."""
PENDING = "#e69f00"


class MapFilter(QObject):
    """Puts the gate into the renderer of the sites layer while it is needed, and takes it out again."""

    drawn = pyqtSignal(int, int)
    """Sites drawn and sites of the filter in view; they differ where the map is thinned."""

    def __init__(self, canvas: Any) -> None:
        super().__init__()
        self._canvas = canvas
        self._gate = Gate(new_uuid())
        self._layer: Any = None
        self._swapping = False
        self._result: Any = None
        self._priority: Optional[Priority] = None
        self._all = True
        self._extra: list[int] = []
        self._marked: Any = None
        self._marks = QgsRubberBand(canvas, QgsWkbTypes.GeometryType.PointGeometry)
        self._marks.setIcon(QgsRubberBand.IconType.ICON_CIRCLE)
        self._marks.setIconSize(26)
        self._marks.setWidth(3)
        self._marks.setStrokeColor(QColor(PENDING))
        self._marks.setFillColor(QColor(0, 0, 0, 0))
        self._declare()
        canvas.extentsChanged.connect(self._update)
        # Connected after the canvas itself, so called after it has written or read its variables.
        QgsProject.instance().writeProject.connect(self._keep_out)
        QgsProject.instance().readProject.connect(self._declare)

    # -- life ----------------------------------------------------------------------------------------

    def attach(self, layer: Any) -> None:
        """Take over a layer; it stays as it is until a filter or thinning is needed."""
        self.detach()
        self._layer = layer
        layer.rendererChanged.connect(self._restyled)

    def detach(self) -> None:
        """Give the layer back with its own renderer."""
        if alive(self._layer):
            disconnect(self._layer.rendererChanged, self._restyled)
            self._open()
        self._layer = self._result = self._priority = None
        self._marked = None
        self._mark([])

    def release(self) -> None:
        """Leave nothing on the map."""
        self.detach()
        disconnect(self._canvas.extentsChanged, self._update)
        disconnect(QgsProject.instance().writeProject, self._keep_out)
        disconnect(QgsProject.instance().readProject, self._declare)
        scope = self._canvas.expressionContextScope()
        scope.removeVariable(VARIABLE)
        scope.removeVariable(THINNED)
        self._canvas.scene().removeItem(self._marks)

    def _declare(self, _document: Any = None) -> None:
        """Mark the main map as the one that is filtered, also after a project brought its own variables."""
        scope = self._canvas.expressionContextScope()
        scope.setVariable(VARIABLE, self._gate.token, True)
        scope.removeVariable(THINNED)

    @staticmethod
    def _keep_out(document: Any) -> None:
        """QGIS saves the map's variables with the project: take ours out again."""
        variables = document.elementsByTagName("Variable")
        found = [variables.at(place).toElement() for place in range(variables.count())]
        for element in found:
            if element.attribute("name") in (VARIABLE, THINNED):
                element.parentNode().removeChild(element)

    # -- what is shown -------------------------------------------------------------------------------

    def show(self, result: Any, kept: list[int], pending: list[int]) -> None:
        """Show a filter's result.  ``kept`` and ``pending`` are feature ids that stay visible besides:
        selected sites, and edits that are not saved yet."""
        self._result = result
        self._priority = result.priority
        self._all = not result.criteria
        self._extra = [*kept, *pending]
        self._mark(pending)
        self._update(True)

    def _update(self, repaint: bool = False) -> None:
        if not alive(self._layer) or self._priority is None:
            return
        if self._all and len(self._priority) <= MAX_DRAWN:
            self._open()
            self.drawn.emit(len(self._priority), len(self._priority))
            return
        view = self._extent()
        if view is None:
            return
        places = self._priority.within(view)
        thinned = len(places) > MAX_DRAWN
        shown = self._priority.winners(places, view) if thinned else places
        self._canvas.expressionContextScope().setVariable(THINNED, int(thinned), True)
        self._close(self._view(self._priority.rows[shown], thinned))
        self.drawn.emit(len(shown), len(places))
        if repaint is True:
            self._layer.triggerRepaint()

    def _view(self, rows: Any, thinned: bool) -> View:
        counted = None if self._all else Counted(self._result)
        if self._all and not thinned:
            return View(counted=counted)
        fids = [int(fid) for fid in self._result.fids_of(rows)] + self._extra
        return View(self._request(fids), frozenset(fids), counted)

    def _request(self, fids: list[int]) -> str:
        """An id list goes to the primary key (measured: 40 times faster than a subset filter for 20 hits)."""
        layer = self._layer
        keys = layer.primaryKeyAttributes()
        name = expression_field(layer.fields()[keys[0]].name() if keys else "fid")
        listed = ",".join(str(fid) for fid in fids if fid >= 0) or "-1"
        if not layer.isEditable() or not layer.editBuffer().addedFeatures():
            return f"{name} IN ({listed})"
        # A feature that was added has no id yet: the provider's "Autogenerate", or nothing.
        return f"{name} IN ({listed},'Autogenerate') OR {name} IS NULL"

    def _extent(self) -> Optional[Extent]:
        settings = self._canvas.mapSettings()
        wgs84 = QgsCoordinateReferenceSystem("EPSG:4326")
        transform = QgsCoordinateTransform(settings.destinationCrs(), wgs84, QgsProject.instance())
        try:
            box = transform.transformBoundingBox(settings.visibleExtent())
        except QgsCsException:
            return None  # a view beyond what the projection can say: the last list stays
        size = settings.outputSize()
        return Extent(box.xMinimum(), box.yMinimum(), box.xMaximum(), box.yMaximum(),
                      size.width(), size.height())  # fmt: skip

    # -- the renderer --------------------------------------------------------------------------------

    def _close(self, view: View) -> None:
        before, self._gate.view = self._gate.view, view
        if not is_gated(self._layer.renderer(), self._gate):
            renderer = gated(self._layer.renderer(), self._gate)
            if renderer is not None:
                self._set(renderer)
        elif before.counted is not view.counted and self._counts_shown():
            self._set(gated(self._layer.renderer(), self._gate))

    def _open(self) -> None:
        self._gate.view = View()
        if is_gated(self._layer.renderer()):
            self._set(plain(self._layer.renderer()))
            self._layer.triggerRepaint()

    def _set(self, renderer: Any) -> None:
        """Set a renderer as the same one that it is to everybody else: the project stays as saved."""
        project = QgsProject.instance()
        dirty = project.isDirty()
        self._swapping = True
        keep_look(self._layer)
        self._layer.setRenderer(renderer)
        self._swapping = False
        if self._counts_shown():
            self._layer.countSymbolFeatures()
        project.setDirty(dirty)

    def _counts_shown(self) -> bool:
        node = QgsProject.instance().layerTreeRoot().findLayer(self._layer.id())
        return node is not None and bool(node.customProperty("showFeatureCount", 0))

    def _restyled(self) -> None:
        if not self._swapping:
            self._update(True)

    @property
    def is_attached(self) -> bool:
        """Whether a layer is taken over."""
        return alive(self._layer)

    @property
    def keeps(self) -> bool:
        """Whether sites are shown that the filter would hide."""
        return bool(self._extra)

    @property
    def can_filter(self) -> bool:
        """False for a map style that cannot be filtered (a heat map)."""
        return not alive(self._layer) or can_gate(self._layer.renderer())

    # -- marks ---------------------------------------------------------------------------------------

    def _mark(self, pending: list[int]) -> None:
        if pending is self._marked:
            return
        self._marked = pending
        self._marks.reset(QgsWkbTypes.GeometryType.PointGeometry)
        if not pending or not alive(self._layer):
            return
        transform = QgsCoordinateTransform(
            self._layer.crs(), self._canvas.mapSettings().destinationCrs(), QgsProject.instance()
        )
        request = QgsFeatureRequest().setFilterFids(pending[:MAX_DRAWN]).setNoAttributes()
        for feature in self._layer.getFeatures(request):
            geometry = feature.geometry()
            if not geometry.isNull():
                self._marks.addPoint(QgsPointXY(transform.transform(geometry.asPoint())))
