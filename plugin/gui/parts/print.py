# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The map sheets in the menu: each opens in QGIS's layout designer, ready to edit."""

from __future__ import annotations

from qgis.core import QgsProject
from qgis.PyQt.QtWidgets import QMenu

from ...core.errors import AtlasError
from ...core.i18n import tr
from ..messages import reported
from ..part import Part


class PrintPart(Part):
    """Opens map sheets."""

    def start(self) -> None:
        """Add Print with one entry per sheet of the open atlas."""
        self._button = self.action(
            "actionPrint", tr("PrintPart", "Map sheets"), "print", self.show_menu,
            tip=tr("PrintPart", "Open a map sheet in the layout designer"),
        )  # fmt: skip
        self._menu = QMenu(self.context.iface.mainWindow())
        self._menu.setObjectName("CityAtlasPrintMenu")
        self._button.setMenu(self._menu)
        self._menu.aboutToShow.connect(self.fill)

    def fill(self) -> None:
        """List the open atlas's sheets; without an atlas those of the shipped one."""
        from ...core.printing.city_sheets import sheets_of
        from ...core.printing.sheet_specs import SHEETS

        atlas = self.context.open_atlas.atlas
        self._menu.clear()
        for number, sheet in enumerate(SHEETS if atlas is None else sheets_of(atlas)):
            entry = self._menu.addAction(sheet.name)
            entry.setObjectName(f"actionPrint_{number}")
            entry.setData(number)
            entry.triggered.connect(self._open_entry)

    def stop(self) -> None:
        """Take the menu out."""
        self._button.setMenu(None)
        self._menu.deleteLater()
        super().stop()

    def show_menu(self, _checked: bool = False) -> None:
        """Show the list of sheets under the toolbar button."""
        button = self.context.toolbar.widgetForAction(self._button)
        corner = button.rect().bottomLeft()
        self._menu.popup(button.mapToGlobal(corner))

    @reported
    def _open_entry(self, _checked: bool = False) -> None:
        self.open_sheet(self.sender().data())

    def open_sheet(self, number: int) -> object:
        """Build a sheet in the project and open the designer."""
        from ...core.printing import city_sheets, map_sheet

        atlas = self.context.open_atlas.atlas
        if atlas is None:
            raise AtlasError(
                tr("PrintPart", "No atlas is open."), hint=tr("PrintPart", "Open the atlas first.")
            )
        project = QgsProject.instance()
        layout = map_sheet.build(project, atlas, city_sheets.sheets_of(atlas)[number])
        manager = project.layoutManager()
        taken = {other.name() for other in manager.layouts()}
        name, copy = layout.name(), 2
        while layout.name() in taken:
            layout.setName(f"{name} ({copy})")
            copy += 1
        manager.addLayout(layout)
        return self.context.iface.openLayoutDesigner(layout)
