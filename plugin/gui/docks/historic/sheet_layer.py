# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""A georeferenced sheet in the project: below the traces, and in the historic themes."""

from __future__ import annotations

from qgis.core import QgsMapThemeCollection, QgsProject, QgsRasterLayer

from ....core.errors import AtlasError
from ....core.i18n import tr
from ...context import Context


def show_sheet(context: Context, path: str, title: str) -> QgsRasterLayer:
    """Add a georeferenced sheet below the traces, or reload the layer that shows it already."""
    project = QgsProject.instance()
    for layer in project.mapLayers().values():
        if isinstance(layer, QgsRasterLayer) and layer.source() == path:
            layer.dataProvider().reloadData()
            layer.triggerRepaint()
            return layer
    layer = QgsRasterLayer(path, title, "gdal")
    if not layer.isValid():
        raise AtlasError(
            tr("SheetLayer", "{file} was written but could not be shown.").format(file=path),
            hint=tr("SheetLayer", "Add it by hand."),
        )
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
