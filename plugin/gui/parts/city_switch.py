# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The switch between the cities of the open atlas, in the toolbar."""

from __future__ import annotations

from qgis.PyQt.QtWidgets import QComboBox

from ...core.i18n import tr
from ..messages import reported
from ..part import Part


class CitySwitchPart(Part):
    """A list of the cities; choosing one, also the one that stands there, moves the map to it."""

    def start(self) -> None:
        """Put the list into the toolbar."""
        self._combo = QComboBox(self.context.toolbar)
        self._combo.setObjectName("cityCombo")
        self._combo.setAccessibleName(tr("CitySwitch", "City"))
        self._combo.setToolTip(tr("CitySwitch", "Move the map to a city of the atlas"))
        self._combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._combo.activated.connect(self._go)
        self._place = self.context.toolbar.addWidget(self._combo)
        self.connect(self.context.open_atlas.opened, self._fill)
        self.connect(self.context.open_atlas.closed, self._fill)
        self.connect(self.context.open_atlas.changed, self._fill)
        self._fill()

    def stop(self) -> None:
        """Take the list out."""
        self.context.toolbar.removeAction(self._place)
        self._place.deleteLater()
        super().stop()

    def _fill(self, *_args: object) -> None:
        """List the cities as they are; the one that was chosen stays."""
        atlas = self.context.open_atlas.atlas
        cities: list[tuple[str, str]] = []
        if atlas is not None:
            from ...core.atlas.model import City  # not before it is needed: a third of the start-up time

            cities = [(row.name, row.name_ko or "") for row in atlas.rows(City)]
        texts = [" ".join(filter(None, city)) for city in cities]
        if texts == [self._combo.itemText(index) for index in range(self._combo.count())]:
            return
        chosen = self._combo.currentData()
        self._combo.clear()
        for text, (name, _korean) in zip(texts, cities):
            self._combo.addItem(text, name)
        self._combo.setCurrentIndex(max(self._combo.findData(chosen), 0))
        self._place.setVisible(bool(cities))

    @reported
    def _go(self, index: int) -> None:
        atlas = self.context.open_atlas.atlas
        if atlas is not None and index >= 0:
            self.context.open_atlas.show_city(atlas, self._combo.itemData(index))
