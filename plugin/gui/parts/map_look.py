# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""How the map looks, in the menu: the language of its labels, and a dark ground."""

from __future__ import annotations

from qgis.core import QgsExpressionContextUtils, QgsProject
from qgis.PyQt.QtWidgets import QAction, QActionGroup, QMenu

from ...core.i18n import tr
from ..messages import reported
from ..part import Part

LANGUAGES = (("en", "English"), ("ko", "한국어"))
"""Each named in itself, as readers look for it."""


class MapLookPart(Part):
    """Switches labels and ground of the map."""

    def start(self) -> None:
        """Add the menu."""
        self._menu = QMenu(tr("MapLookPart", "Labels and map"), self.context.menu)
        self._menu.setObjectName("CityAtlasLanguageMenu")
        group = QActionGroup(self._menu)
        for code, title in LANGUAGES:
            action = QAction(title, group)
            action.setObjectName(f"actionLabels_{code}")
            action.setCheckable(True)
            action.setData(code)
            self._menu.addAction(action)
        group.triggered.connect(self._choose_language)
        self._menu.addSeparator()
        self._dark = self._menu.addAction(tr("MapLookPart", "Dark map"))
        self._dark.setObjectName("actionDarkMap")
        self._dark.setCheckable(True)
        self._dark.triggered.connect(self.set_dark)
        self._menu.aboutToShow.connect(self._show_state)
        self.context.menu.addMenu(self._menu)
        self.context.menu.addSeparator()
        self._tick_language()

    def stop(self) -> None:
        """Take the menu out."""
        self.context.menu.removeAction(self._menu.menuAction())
        self._menu.deleteLater()
        super().stop()

    @reported
    def _choose_language(self, action: QAction) -> None:
        self.use_language(action.data())

    def use_language(self, code: str) -> None:
        """Label the map in a language from now on."""
        from ...core.atlas.layers.labels import LANGUAGE_VARIABLE

        self.context.settings.change(language=code)
        self._tick_language()
        QgsExpressionContextUtils.setProjectVariable(QgsProject.instance(), LANGUAGE_VARIABLE, code)
        self.context.iface.mapCanvas().refreshAllLayers()

    @reported
    def set_dark(self, dark: bool) -> None:
        """Draw base map and text for a dark screen, or for paper again."""
        from ...core.atlas.layers.labels import DARK, GROUND_VARIABLE

        ground = DARK if dark else "paper"
        QgsExpressionContextUtils.setProjectVariable(QgsProject.instance(), GROUND_VARIABLE, ground)
        self.context.iface.mapCanvas().refreshAllLayers()

    def _show_state(self) -> None:
        """Tick what is so: another project may say otherwise than the one before."""
        from ...core.atlas.layers.labels import DARK, GROUND_VARIABLE

        self._tick_language()
        scope = QgsExpressionContextUtils.projectScope(QgsProject.instance())
        self._dark.setChecked(scope.variable(GROUND_VARIABLE) == DARK)

    def _tick_language(self) -> None:
        language = self.context.settings.language
        for action in self._menu.actions():
            if action.data():
                action.setChecked(action.data() == language)
