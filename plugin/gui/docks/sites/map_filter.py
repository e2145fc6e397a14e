# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Makes the main map show what the list shows, without touching the layer's data, style or project."""

from __future__ import annotations

from typing import Optional

import numpy as np
import numpy.typing as npt
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsCsException,
    QgsFeatureRenderer,
    QgsFeatureRequest,
    QgsPointXY,
    QgsProject,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.gui import QgsMapCanvas, QgsRubberBand
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtXml import QDomDocument

from ....core.atlas.model import new_uuid
from ....core.atlas.store.quoting import expression_field, expression_text
from ....core.atlas.store.rows import plain
from ....core.search.result import FilterResult
from ....core.search.thinning import MAX_DRAWN, Extent, Priority
from ...part import alive, disconnect
from .render_filter import (
    VARIABLE,
    Counted,
    RenderFilter,
    View,
    can_filter as can_filter_renderer,
    filtered,
    is_filtered,
    unfiltered,
)

THINNED = "atlas_thinned"
"""Tells the shipped symbols that thinning takes the place of "landmarks only at small scales"."""
PENDING = "#e69f00"


class MapFilter(QObject):
    """Puts a filter into the renderer of the sites layer while it is needed, and takes it out again."""

    drawn = pyqtSignal(int, int)
    """Sites drawn and sites of the filter in view; they differ where the map is thinned."""

    def __init__(self, canvas: QgsMapCanvas) -> None:
        super().__init__()
        self._canvas = canvas
        self._filter = RenderFilter(new_uuid())
        self._layer: Optional[QgsVectorLayer] = None
        self._swapping = False
        self._found: Optional[FilterResult] = None
        self._priority: Optional[Priority] = None
        self._all = True
        self._pending: list[int] = []
        self._marked: Optional[list[int]] = None
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

    def attach(self, layer: QgsVectorLayer) -> None:
        """Take over a layer; it stays as it is until a filter or thinning is needed."""
        self.detach()
        self._layer = layer
        layer.rendererChanged.connect(self._restyled)

    def detach(self) -> None:
        """Give the layer back with its own renderer."""
        if alive(self._layer):
            disconnect(self._layer.rendererChanged, self._restyled)
            self._open()
        self._layer = self._found = self._priority = None
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

    def _declare(self, _document: Optional[QDomDocument] = None) -> None:
        """Mark the main map as the one that is filtered, also after a project brought its own variables."""
        scope = self._canvas.expressionContextScope()
        scope.setVariable(VARIABLE, self._filter.token, True)
        scope.removeVariable(THINNED)

    @staticmethod
    def _keep_out(document: QDomDocument) -> None:
        """QGIS saves the map's variables with the project: take ours out again."""
        variables = document.elementsByTagName("Variable")
        found = [variables.at(place).toElement() for place in range(variables.count())]
        for element in found:
            if element.attribute("name") in (VARIABLE, THINNED):
                element.parentNode().removeChild(element)

    # -- what is shown -------------------------------------------------------------------------------

    def show(self, found: FilterResult, pending: list[int]) -> None:
        """Show a filter's result, and besides the sites with edits that are not saved yet (feature ids)."""
        self._found = found
        self._priority = found.priority
        self._all = not found.criteria
        self._pending = pending
        self._mark(pending)
        self._update(True)

    def _update(self, repaint: bool = False) -> None:
        if not alive(self._layer) or self._priority is None or self._found is None:
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
        self._close(self._view(self._found, self._priority.rows[shown], thinned))
        self.drawn.emit(len(shown), len(places))
        if repaint is True:
            self._layer.triggerRepaint()

    def _view(self, found: FilterResult, rows: npt.NDArray[np.integer], thinned: bool) -> View:
        counted = None if self._all else Counted(found)
        if self._all and not thinned:
            return View(counted=counted)
        fids = [*found.fids_of(rows).tolist(), *self._pending]
        return View(self._request(fids), frozenset(fids), counted)

    def _request(self, fids: list[int]) -> str:
        """An id list goes to the primary key (measured: 40 times faster than a subset filter for 20 hits)."""
        layer = self._layer
        keys = layer.primaryKeyAttributes()
        key = keys[0] if keys else layer.fields().lookupField("fid")
        name = expression_field(layer.fields()[key].name())
        listed = [str(fid) for fid in fids if fid >= 0] or ["-1"]
        added = layer.editBuffer().addedFeatures() if layer.isEditable() else {}
        if not added:
            return f"{name} IN ({','.join(listed)})"
        # A feature that was added has no id yet: what stands there is a text in QGIS's language, or nothing.
        standing = {plain(feature.attribute(key)) for feature in added.values()} - {None}
        listed += sorted(expression_text(str(text)) for text in standing)
        return f"{name} IN ({','.join(listed)}) OR {name} IS NULL"

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
        before, self._filter.view = self._filter.view, view
        if not is_filtered(self._layer.renderer(), self._filter):
            renderer = filtered(self._layer.renderer(), self._filter)
            if renderer is not None:
                self._set(renderer)
        elif before.counted is not view.counted and self._counts_shown():
            self._set(filtered(self._layer.renderer(), self._filter))

    def _open(self) -> None:
        self._filter.view = View()
        if is_filtered(self._layer.renderer()):
            self._set(unfiltered(self._layer.renderer()))
            self._layer.triggerRepaint()

    def _set(self, renderer: QgsFeatureRenderer) -> None:
        """Set a renderer as the same one that it is to everybody else: the project stays as saved."""
        project = QgsProject.instance()
        dirty = project.isDirty()
        self._swapping = True
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
    def can_filter(self) -> bool:
        """False for a map style that cannot be filtered (a heat map)."""
        return not alive(self._layer) or can_filter_renderer(self._layer.renderer())

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
