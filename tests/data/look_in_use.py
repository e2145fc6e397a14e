# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Takes the look of the sites away while a map of them begins to be drawn, over and over; run by a test.

python look_in_use.py ATLAS ROUNDS keep|drop renderer|layer
"""

from __future__ import annotations

import sys
from pathlib import Path

from qgis.core import QgsApplication, QgsMapRendererParallelJob, QgsMapSettings, QgsProject
from qgis.PyQt.QtCore import QSize, QThread

application = QgsApplication([], False)
application.initQgis()

from dprk_city_atlas.plugin.core.atlas.layers import layer_roles, project as layers, symbols  # noqa: E402
from dprk_city_atlas.plugin.core.atlas.layers.keep_look import LookKeeper  # noqa: E402
from dprk_city_atlas.plugin.core.atlas.model import Category  # noqa: E402
from dprk_city_atlas.plugin.core.atlas.store import store  # noqa: E402

project = QgsProject.instance()
atlas = store.open_atlas(Path(sys.argv[1]))
rounds, mode, what = int(sys.argv[2]), sys.argv[3], sys.argv[4]
keeper = LookKeeper(project)
if mode == "keep":
    keeper.start()
layers.load(atlas, project)
categories = atlas.rows(Category)
for turn in range(rounds):
    sites = layer_roles.find(project, "sites")
    settings = QgsMapSettings()
    settings.setLayers([sites])
    settings.setDestinationCrs(sites.crs())
    settings.setExtent(sites.extent())
    settings.setOutputSize(QSize(200, 200))
    fresh = symbols.sites(categories)  # a clone would share the expressions and keep them
    job = QgsMapRendererParallelJob(settings)
    job.start()
    # The drawing thread now makes the shared expressions its own, one after the other.
    QThread.usleep(100 * (turn % 40))
    if what == "renderer":
        sites.setRenderer(fresh)
    else:
        project.clear()
    job.waitForFinished()
    del job, settings
    if what == "layer":
        layers.load(atlas, project)
if mode == "keep":
    keeper.stop()
print("alive", flush=True)
