# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Other ways than a click to place a control point on the map: printed coordinates, or a site."""

from __future__ import annotations

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ....core.errors import AtlasError
from ....core.historic.sheet_points import GROUND, SHEET, check_place
from ....core.i18n import tr
from ...context import Context
from ...messages import reported
from ...widgets.buttons import tool_button


class PlaceRow(QWidget):
    """A box for coordinates as printed, and a button for the selected site."""

    placed = pyqtSignal(float, float, str, str)
    """Longitude, latitude, the frame they are in, and a label."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.context = context
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self.typed = QLineEdit(self)
        self.typed.setObjectName("pointsTyped")
        self.typed.setPlaceholderText(tr("PlaceRow", "printed: 127°32′, 39°55′"))
        self.typed.setAccessibleName(tr("PlaceRow", "Longitude and latitude as printed on the sheet"))
        self.typed.setToolTip(
            tr("PlaceRow", "A graticule crossing: longitude, latitude on the sheet's own datum")
        )
        self.typed.returnPressed.connect(self._take_typed)
        row.addWidget(self.typed, 1)
        named = tr("PlaceRow", "Clicks on the map take over a site that is near, with its name")
        self.named = tool_button("pointsNamed", named, icon="mIconSnapping.svg", checkable=True, parent=self)
        row.addWidget(self.named)
        tip = tr("PlaceRow", "On the selected site")
        row.addWidget(tool_button("pointsSite", tip, self._take_site, icon="mActionSelect.svg", parent=self))

    @reported
    def _take_typed(self, _checked: bool = False) -> None:
        from ....core.historic.control_points import typed_place

        lon, lat, printed = typed_place(self.typed.text())
        check_place(lon, lat, tr("PlaceRow", "The place"))
        self.placed.emit(lon, lat, SHEET if printed else GROUND, "")

    def clear(self) -> None:
        """Empty the box."""
        self.typed.clear()

    @reported
    def _take_site(self, _checked: bool = False) -> None:
        layer = self.context.open_atlas.layer("sites")
        chosen = list(layer.getSelectedFeatures()) if layer is not None else []
        if len(chosen) != 1 or chosen[0].geometry().isNull():
            raise AtlasError(
                tr("PlaceRow", "%n sites are selected.", len(chosen)),
                hint=tr("PlaceRow", "Select one that has a place."),
            )
        place = chosen[0].geometry().asPoint()
        self.placed.emit(place.x(), place.y(), GROUND, str(chosen[0]["name"]))
