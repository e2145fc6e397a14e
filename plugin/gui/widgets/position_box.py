# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The box of a position, and how a position that was read is shown back, here and wherever one is typed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Optional

from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from ...core.coordinates.format import FULL_DIGITS, echo, format_decimal
from ...core.coordinates.parse import KOREA, Coordinate, CoordinateError, Reading, parse
from ...core.coordinates.position import inside
from ...core.coordinates.us_army_grid import GridDatum
from ...core.i18n import tr
from .labels import plain_label


def said(found: Coordinate) -> str:
    """Return what was read: the position in degrees, DMS and MGRS, and below it what should be noted."""
    return "\n".join(filter(None, (echo(found.lon, found.lat, found.precision_m), " ".join(found.notes))))


def _other_hemisphere(found: Coordinate) -> Optional[Coordinate]:
    """Return the position with positive degrees when only that one lies in Korea, else None."""
    lon, lat = abs(found.lon), abs(found.lat)
    if (lon, lat) == (found.lon, found.lat) or not inside(lon, lat, KOREA):
        return None
    return replace(found, lon=lon, lat=lat, notes=())


class PositionBox(QWidget):
    """A position typed in any form, or set from the map."""

    changed = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._found: Optional[Coordinate] = None
        self._suggestion: Optional[Coordinate] = None
        self._from_map = False
        self.edit = QgsFilterLineEdit(self)
        self.edit.setObjectName("positionEdit")
        self.edit.setPlaceholderText(tr("PositionBox", "Click the map, or type 39.9186, 127.5206"))
        self.edit.setAccessibleName(tr("PositionBox", "Position"))
        self.edit.setToolTip(
            tr("PositionBox", "Degrees in any form, MGRS, UTM or the old US Army grid. Latitude first.")
        )
        self.grid = QComboBox(self)
        self.grid.setObjectName("gridBox")
        self.grid.setAccessibleName(tr("PositionBox", "Grid"))
        self.grid.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for key, text in (
            ("", tr("PositionBox", "Degrees, MGRS or UTM (WGS 84)")),
            ("tokyo1918", tr("PositionBox", "US Army grid of the 1940s–50s, Tokyo 1918")),
            ("tokyo1892", tr("PositionBox", "US Army grid of the 1940s–50s, Tokyo 1892")),
        ):
            self.grid.addItem(text, key)
        self.message = plain_label()
        self.message.setObjectName("positionMessage")
        self.swap = QToolButton(self)
        self.swap.setObjectName("swapButton")
        self.swap.setText(tr("PositionBox", "Swap"))
        self.swap.hide()
        self._arrange()
        self.edit.textChanged.connect(self._typed)
        self.grid.currentIndexChanged.connect(self._typed)
        self.swap.clicked.connect(self._swap)

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.edit)
        layout.addWidget(self.grid)
        row = QHBoxLayout()
        row.addWidget(self.message, 1)
        row.addWidget(self.swap, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(row)
        self.message.hide()

    def position(self) -> Optional[tuple[float, float]]:
        """Return (lon, lat) in degrees, WGS 84; None while there is none."""
        return None if self._found is None else (self._found.lon, self._found.lat)

    @property
    def from_map(self) -> bool:
        """Whether the position was set on the map, not typed."""
        return self._from_map

    def set_from_map(self, from_map: bool) -> None:
        """Say where the position that is shown came from."""
        self._from_map = from_map

    @property
    def precision_m(self) -> float:
        """Return the size of the last digit that was typed, in metres."""
        return 0.0 if self._found is None else self._found.precision_m

    def set_position(self, lon: float, lat: float) -> None:
        """Show a position of the map."""
        self.grid.setCurrentIndex(0)
        self._from_map = True
        self.edit.setText(f"{lat:.{FULL_DIGITS}f}, {lon:.{FULL_DIGITS}f}")

    def clear(self) -> None:
        """Forget the position."""
        self.edit.clear()
        self._show("", None)

    def _typed(self, _value: Any = None) -> None:
        if self.sender() is self.edit and self.edit.hasFocus():
            self._from_map = False
        self._found, suggestion, message = None, None, ""
        text = self.edit.text().strip()
        if text:
            try:
                self._found = parse(text, self._reading())
                message = said(self._found)
                suggestion = _other_hemisphere(self._found)
                if suggestion is not None:
                    question = tr("PositionBox", "Is the sign wrong? Without it: {place}.")
                    place = format_decimal(suggestion.lon, suggestion.lat)
                    message += "\n" + question.format(place=place)
            except CoordinateError as error:
                message, suggestion = str(error), error.suggestion
        self._show(message, suggestion)
        self.changed.emit()

    def _reading(self) -> Reading:
        datum = self.grid.currentData()
        return Reading(grid="usarmy", datum=GridDatum(datum)) if datum else Reading()

    def _show(self, message: str, suggestion: Optional[Coordinate]) -> None:
        self._suggestion = suggestion
        self.message.setText(message)
        self.message.setVisible(bool(message))
        self.swap.setText(tr("PositionBox", "Swap") if self._found is None else tr("PositionBox", "Change"))
        self.swap.setVisible(suggestion is not None)

    def _swap(self) -> None:
        meant = self._suggestion
        if meant is not None:
            self.edit.setText(f"{meant.lat!r}, {meant.lon!r}")
