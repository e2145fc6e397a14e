# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Opens a project in a process that has never heard of the plugin and draws it; prints what it found.

Arguments: the project, the picture to write, a map theme, west, south, east, north in degrees.
"""

from __future__ import annotations

import json
import sys

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsMapRendererSequentialJob,
    QgsMapSettings,
    QgsProject,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QSize

PROJECT, PICTURE, THEME = sys.argv[1:4]
EXTENT = QgsRectangle(*(float(number) for number in sys.argv[4:8]))


def draw(project: QgsProject, target: str) -> None:
    """Draw the theme's layers and save the picture."""
    settings = QgsMapSettings()
    settings.setLayers(project.mapThemeCollection().mapThemeVisibleLayers(THEME))
    settings.setLayerStyleOverrides(project.mapThemeCollection().mapThemeStyleOverrides(THEME))
    settings.setDestinationCrs(project.crs())
    wgs84 = QgsCoordinateReferenceSystem("EPSG:4326")
    transform = QgsCoordinateTransform(wgs84, project.crs(), project)
    settings.setExtent(transform.transformBoundingBox(EXTENT))
    settings.setOutputSize(QSize(800, 600))
    settings.setOutputDpi(96)
    context = QgsExpressionContext()
    context.appendScope(QgsExpressionContextUtils.projectScope(project))
    context.appendScope(QgsExpressionContextUtils.mapSettingsScope(settings))
    settings.setExpressionContext(context)
    job = QgsMapRendererSequentialJob(settings)
    job.start()
    job.waitForFinished()
    if not job.renderedImage().save(target):
        raise OSError(target)


if __name__ == "__main__":
    application = QgsApplication([], True)
    application.initQgis()
    project = QgsProject.instance()
    read = project.read(PROJECT)
    draw(project, PICTURE)
    answer = {
        "read": read,
        "layers": {layer.name(): layer.isValid() for layer in project.mapLayers().values()},
        "themes": project.mapThemeCollection().mapThemes(),
        "plugin": [name for name in sys.modules if name.startswith("dprk_city_atlas")],
    }
    print(json.dumps(answer))
    project.clear()
    application.exitQgis()
