# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The object names that screen readers, scripts and tests of others rely on."""

from __future__ import annotations

import re

from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtWidgets import QAbstractItemView, QAction, QLabel, QWidget

ACTIONS = (
    "actionOpenAtlas", "actionSites", "actionMeasure", "actionHistoric", "actionBrief", "actionAddSite",
    "actionImport", "actionExport", "actionPrint", "actionSwipe", "actionHelp",
)  # fmt: skip
DOCKS = {
    "actionSites": "CityAtlasSitesDock",
    "actionMeasure": "CityAtlasMeasureDock",
    "actionHistoric": "CityAtlasHistoricDock",
    "actionBrief": "CityAtlasBriefDock",
}
WIDGETS = {
    "siteSearch": QgsFilterLineEdit,
    "siteView": QAbstractItemView,
    "categoryTree": QAbstractItemView,
    "filterCount": QLabel,
    "originEdit": QWidget,
    "radiusSpin": QWidget,
    "measureView": QAbstractItemView,
    "copyButton": QWidget,
}


def test_actions_toolbar_and_menu_have_the_contract_names(desk):
    for name in (*ACTIONS, "CityAtlasToolBar", "CityAtlasMenu"):
        assert desk.find(name) is not None, name
    assert all(isinstance(desk.find(name, QAction), QAction) for name in ACTIONS)


def test_docks_and_their_widgets_have_the_contract_names(desk):
    desk.plugin().open_atlas()
    for action, dock in DOCKS.items():
        if not desk.find(action, QAction).isChecked():
            desk.find(action, QAction).trigger()
        assert desk.find(dock).objectName() == dock
    for name, kind in WIDGETS.items():
        assert isinstance(desk.find(name), kind), name
    count = desk.find("filterCount")
    desk.wait_until(lambda: re.fullmatch(r"(\d+) / \1", count.text()), what="the dock tells shown / total")
    desk.screenshot("docks")


def test_the_plugin_offers_what_scripts_call(desk):
    plugin = desk.plugin()
    assert plugin.atlas is None
    opened = plugin.open_atlas()
    assert plugin.atlas is opened
    plugin.close_atlas()
    assert plugin.atlas is None
    assert plugin.open_atlas(str(opened.path)).path == opened.path
