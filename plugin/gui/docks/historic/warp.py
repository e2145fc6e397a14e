# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Warping in the background, and what follows from it: the layer, the themes, the sheet's row."""

from __future__ import annotations

import json
from typing import Any, Optional

from qgis.core import QgsMapThemeCollection, QgsProject, QgsRasterLayer, QgsTask

from ....core.errors import AtlasError
from ...background import let_go


class WarpTask(QgsTask):
    """Works on plain data only; ``result`` or ``error`` is there when it ends."""

    def __init__(
        self, scan: str, page: int, prepared: Any, audit: Any, output: str, collar: Optional[list]
    ) -> None:
        super().__init__(f"City Atlas: georeferencing {scan}", QgsTask.Flag.CanCancel)
        self.sheet_uuid = ""
        self._what = (scan, prepared, audit, output)
        self._page, self._collar = page, collar
        self.prepared, self.audit, self.output = prepared, audit, output
        self.result: Any = None
        self.error: Optional[Exception] = None

    def run(self) -> bool:
        """Warp."""
        from ....core.historic.warp import warp

        try:
            self.result = warp(*self._what, progress=self._step, collar=self._collar, page=self._page)
        except Exception as error:  # shown by the tab: no exception may leave a task
            self.error = error
            let_go(error)
            return False
        return True

    def _step(self, share: float) -> bool:
        self.setProgress(100 * share)
        return not self.isCanceled()


def adopt(context: Any, bench: Any, task: WarpTask) -> QgsRasterLayer:
    """Write the result into the sheet's row and show it below the traces, in the historic themes too."""
    if bench.sheet is None or bench.sheet.uuid != task.sheet_uuid:
        bench.open(task.sheet_uuid)  # another sheet was chosen meanwhile: the result is not that one's
    state = "traced" if bench.sheet.state == "traced" else "georeferenced"
    bench.save()
    bench.change_sheet(
        warped_path=task.output, method=task.audit.fit.method, operation=task.prepared.operation.pipeline,
        loo_rmse_m=task.audit.loo_rmse, state=state, geom=_outline(task, bench.size),
        extent_basis="Corners of the georeferenced scan.",
    )  # fmt: skip
    return show(context, task.output, bench.sheet.title)


def _outline(task: WarpTask, size: tuple[int, int]) -> str:
    """The scan's edge on the ground as WKT, in WGS 84."""
    import numpy as np

    columns, rows = size
    corners = np.array([(0, 0), (columns, 0), (columns, -rows), (0, -rows), (0, 0)], float)
    lon, lat = task.prepared.plane.backward(*task.audit.fit.forward(corners).T)
    return "POLYGON ((" + ", ".join(f"{x:.8f} {y:.8f}" for x, y in zip(lon, lat)) + "))"


def show(context: Any, path: str, title: str) -> QgsRasterLayer:
    """Add a georeferenced sheet below the traces, or reload the layer that shows it already."""
    project = QgsProject.instance()
    for layer in project.mapLayers().values():
        if isinstance(layer, QgsRasterLayer) and layer.source() == path:
            layer.dataProvider().reloadData()
            layer.triggerRepaint()
            return layer
    layer = QgsRasterLayer(path, title, "gdal")
    if not layer.isValid():
        raise AtlasError(f"{path} was written but could not be shown.", hint="Add it by hand.")
    project.addMapLayer(layer, False)
    traces = context.open_atlas.layer("sheets") or context.open_atlas.layer("traces")
    node = project.layerTreeRoot().findLayer(traces.id()) if traces is not None else None
    parent = node.parent() if node is not None else project.layerTreeRoot()
    position = parent.children().index(node) + 1 if node is not None else 0
    parent.insertLayer(position, layer).setExpanded(False)
    _into_themes(project, layer)
    return layer


def _into_themes(project: QgsProject, layer: QgsRasterLayer) -> None:
    from ....core.atlas.layers.project import THEME_BOTH, THEME_THEN

    themes = project.mapThemeCollection()
    for name in (THEME_THEN, THEME_BOTH):
        if themes.hasMapTheme(name):
            state = themes.mapThemeState(name)
            record = QgsMapThemeCollection.MapThemeLayerRecord(layer)
            record.isVisible = True
            state.addLayerRecord(record)
            themes.update(name, state)


def collar_of(sheet: Any) -> Optional[list]:
    """The corners (column, row) of the map inside its margin, as far as they were set."""
    if not sheet.collar:
        return None
    corners = [(float(x), float(y)) for x, y in json.loads(sheet.collar)]
    return corners if len(corners) >= 3 else None
