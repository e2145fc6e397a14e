# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""What every scenario of the sites dock does first: a copy of the atlas, the list read, its count."""

from __future__ import annotations

import tempfile
from pathlib import Path

from qgis.PyQt.QtWidgets import QDockWidget, QLabel


def count(desk):
    """How many sites are shown and how many there are; None until the dock says so."""
    shown, _, total = desk.find("filterCount", QLabel).text().partition(" / ")
    return (int(shown.replace(",", "")), int(total.replace(",", ""))) if total else None


def open_own(desk, prefix):
    """Open a copy of the shipped atlas that the test may change."""
    folder = Path(tempfile.mkdtemp(prefix=prefix))
    desk.plugin().open_atlas().copy_to(folder / "mine.gpkg")
    desk.plugin().close_atlas()
    return desk.plugin().open_atlas(folder / "mine.gpkg")


def open_dock(desk):
    """Show the dock of an open atlas (else of the shipped one) with all its sites listed."""
    if desk.plugin().atlas is None:
        desk.plugin().open_atlas()
    if not desk.find("actionSites").isChecked():
        desk.find("actionSites").trigger()
    dock = desk.find("CityAtlasSitesDock", QDockWidget)
    dock.raise_()
    desk.find("siteFollow").setChecked(False)  # where the map goes by itself has tests of its own
    desk.wait_until(lambda: count(desk) and count(desk)[0] == count(desk)[1] > 0, what="all are listed")
    return dock
