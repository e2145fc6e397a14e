# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Starting QGIS with the plugin imports nothing heavy: that comes when it is used."""

from __future__ import annotations

import json
import os
import subprocess
import sys

from places import ROOT

HOME = ROOT / "build" / "python"
HEAVY = ("numpy", "scipy", "pyproj", "osgeo", "matplotlib", "pandas", "processing")

SCRIPT = """
import json, sys
from qgis.core import QgsApplication
application = QgsApplication([], True)
application.initQgis()
from qgis.gui import QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtWidgets import QMainWindow, QMenu


class Iface:
    window = QMainWindow()
    menu, help, bar, canvas = QMenu(window), QMenu(window), QgsMessageBar(window), QgsMapCanvas(window)

    def __getattr__(self, name):
        known = {"mainWindow": self.window, "pluginMenu": self.menu, "pluginHelpMenu": self.help,
                 "messageBar": self.bar, "mapCanvas": self.canvas}
        return lambda *_: known.get(name)


sys.path.insert(0, sys.argv[1])
before = set(sys.modules)
import dprk_city_atlas
plugin = dprk_city_atlas.classFactory(Iface())
plugin.initGui()
print(json.dumps(sorted(set(sys.modules) - before)))
plugin.unload()
application.exitQgis()
"""


def test_starting_the_plugin_imports_nothing_heavy():
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, str(HOME)],
        env=environment,
        capture_output=True,
        text=True,
        timeout=240,
    )
    assert done.returncode == 0, done.stderr
    loaded = json.loads(done.stdout.strip().splitlines()[-1])
    assert "dprk_city_atlas.plugin.processing.provider" in loaded
    assert [name for name in loaded if name.split(".")[0] in HEAVY] == []
    assert [name for name in loaded if ".core.atlas.store" in name or ".core.historic.datum" in name] == []
