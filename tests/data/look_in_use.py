# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Replaces the look of the sites while a map of them begins to be drawn, over and over; run by a test.

python look_in_use.py ATLAS ROUNDS keep|drop
"""

from __future__ import annotations

import sys
from pathlib import Path

from qgis.core import QgsApplication, QgsMapRendererParallelJob, QgsMapSettings, QgsProject
from qgis.PyQt.QtCore import QSize, QThread

application = QgsApplication([], False)
application.initQgis()

from dprk_city_atlas.plugin.core.atlas.layers import layer_roles, project as layers, symbols  # noqa: E402
from dprk_city_atlas.plugin.core.atlas.layers.keep_look import keep_look  # noqa: E402
from dprk_city_atlas.plugin.core.atlas.model import Category  # noqa: E402
from dprk_city_atlas.plugin.core.atlas.store import store  # noqa: E402

project = QgsProject.instance()
atlas = store.open_atlas(Path(sys.argv[1]))
layers.load(atlas, project)
categories = atlas.rows(Category)
sites = layer_roles.find(project, "sites")
settings = QgsMapSettings()
settings.setLayers([sites])
settings.setDestinationCrs(sites.crs())
settings.setExtent(sites.extent())
settings.setOutputSize(QSize(200, 200))
for turn in range(int(sys.argv[2])):
    job = QgsMapRendererParallelJob(settings)
    fresh = symbols.sites(categories)  # a clone would share the expressions and keep them
    job.start()
    # The drawing thread now makes the shared expressions its own, one after the other.
    QThread.usleep(100 * (turn % 40))
    if sys.argv[3] == "keep":
        keep_look(sites)
    sites.setRenderer(fresh)
    job.waitForFinished()
print("alive")
