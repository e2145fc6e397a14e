# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The plugin's page in QGIS's options dialog."""

from __future__ import annotations

from typing import Any

from qgis.gui import QgsOptionsWidgetFactory

from ...core.i18n import tr
from ..context import Context
from ..messages import reported
from ..part import Part, icon_of

TITLE = "DPRK City Atlas"
PAGE = "CityAtlasOptions"


class OptionsFactory(QgsOptionsWidgetFactory):
    """Makes the page when the dialog opens."""

    def __init__(self, context: Context) -> None:
        super().__init__(TITLE, icon_of("atlas"))
        self._context = context

    def createWidget(self, parent: Any) -> Any:
        from ..dialogs.options_page import OptionsPage

        return OptionsPage(self._context, PAGE, parent)


class OptionsPart(Part):
    """Adds the page, and a way to it in the menu."""

    def start(self) -> None:
        """Register the page."""
        self.action(
            "actionOptions", tr("OptionsPart", "Options…"), "mActionOptions.svg", self.show, toolbar=False
        )
        self._factory = OptionsFactory(self.context)
        self.context.iface.registerOptionsWidgetFactory(self._factory)

    def stop(self) -> None:
        """Take the page out."""
        self.context.iface.unregisterOptionsWidgetFactory(self._factory)
        super().stop()

    @reported
    def show(self, _checked: bool = False) -> None:
        """Open QGIS's options at the page."""
        self.context.iface.showOptionsDialog(self.context.iface.mainWindow(), PAGE)
