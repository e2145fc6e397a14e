# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The list of sites as a model over row numbers: a row is read when the view asks for it."""

from __future__ import annotations

from typing import Any, Callable, Optional

import numpy as np
import numpy.typing as npt
from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from qgis.PyQt.QtGui import QFont, QIcon, QPalette
from qgis.PyQt.QtWidgets import QApplication

from ...core.dates import UNKNOWN_DAY, format_date, from_day_number
from ...core.i18n import tr

FID = Qt.ItemDataRole.UserRole
LON = FID + 1
LAT = FID + 2
STATE = FID + 3

HIT, KEPT, UNSAVED, NEAR = "hit", "kept", "unsaved", "near"
"""Why a row is in the list: it meets the filter; it is selected; it is an edit; its name is alike."""

COLUMNS = ("name", "name_ko", "category", "city", "date", "distance", "status", "likelihood", "confidence")
_NO_PARENT = QModelIndex()


def titles() -> dict[str, str]:
    """Return the column headings in the user's language."""
    return {
        "name": tr("SitesModel", "Name"),
        "name_ko": tr("SitesModel", "Korean name"),
        "category": tr("SitesModel", "Category"),
        "city": tr("SitesModel", "City"),
        "date": tr("SitesModel", "Since"),
        "distance": tr("SitesModel", "Distance"),
        "status": tr("SitesModel", "Status"),
        "likelihood": tr("SitesModel", "Likelihood"),
        "confidence": tr("SitesModel", "Confidence"),
    }


class SitesModel(QAbstractTableModel):
    """Rows of a filter's result in the list's order, before them those that stay whatever the filter says."""

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._hits: Any = None
        self._rows = np.empty(0, np.int64)
        self._states: dict[int, str] = {}
        self._titles = titles()
        self._labels: dict[str, str] = {}
        self._icons: dict[str, QIcon] = {}
        self._distance_text: Callable[[float, float], str] = lambda _lon, _lat: ""

    # -- what it shows -------------------------------------------------------------------------------

    def set_categories(self, labels: dict[str, str], icons: dict[str, QIcon]) -> None:
        """Give the categories' labels and icons by id."""
        self._labels, self._icons = labels, icons

    @property
    def labels(self) -> dict[str, str]:
        """The categories' labels by id."""
        return self._labels

    def set_distance(self, text: Callable[[float, float], str]) -> None:
        """Give the function that writes the distance to a place (degrees)."""
        self._distance_text = text

    def show(self, hits: Optional[Any], states: dict[int, str], near: Optional[list[int]] = None) -> None:
        """Show a result.  ``states`` are rows (number → KEPT or UNSAVED) that come first when the filter
        would leave them out; ``near`` rows with similar names come last."""
        self.beginResetModel()
        self._hits = hits
        self._states = dict(states)
        if hits is None:
            self._rows = np.empty(0, np.int64)
        else:
            first = np.array([row for row in states if not hits.mask[row]], np.int64)
            last = np.array([row for row in near or [] if row not in states], np.int64)
            self._states.update({int(row): NEAR for row in last})
            self._rows = np.concatenate([first, hits.order, last]) if len(first) or len(last) else hits.order
        self.endResetModel()

    def place_of(self, fid: int) -> int:
        """Return the list position of a feature, -1 when it is not in the list."""
        row = self._hits.row_of(fid) if self._hits is not None else -1
        found = np.flatnonzero(self._rows == row) if row >= 0 else np.empty(0, np.int64)
        return int(found[0]) if found.size else -1

    def fids_at(self, first: int, last: int) -> npt.NDArray[np.int64]:
        """Return the feature ids of positions ``first`` to ``last`` inclusive."""
        return self._hits.fids_of(self._rows[first : last + 1])

    def first_hit(self) -> int:
        """Return the first position behind those that stay whatever the filter says; -1 in an empty list."""
        kept = sum(not self._hits.mask[row] for row, why in self._states.items() if why != NEAR)
        return kept if kept < len(self._rows) else len(self._rows) - 1

    def state(self, position: int) -> str:
        """Return why a position is in the list."""
        return self._states.get(int(self._rows[position]), HIT)

    # -- Qt's questions ------------------------------------------------------------------------------

    def rowCount(self, parent: QModelIndex = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: QModelIndex = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(COLUMNS)

    def headerData(
        self, section: int, orientation: Any, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Optional[str]:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._titles[COLUMNS[section]]
        return None

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or self._hits is None:
            return None
        row, name = int(self._rows[index.row()]), COLUMNS[index.column()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(row, name)
        if role == Qt.ItemDataRole.DecorationRole and name == "name":
            return self._icons.get(self._value(row, "category"))
        if role == Qt.ItemDataRole.TextAlignmentRole and name == "distance":
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return self._tip(row)
        if role in (FID, LON, LAT, STATE):
            return self._own(row, role)
        return self._look(row, role)

    def _own(self, row: int, role: int) -> Any:
        columns, place = self._hits.at(row)
        if role == STATE:
            return self._states.get(row, HIT)
        return {
            FID: int(columns.fids[place]),
            LON: float(columns.lon[place]),
            LAT: float(columns.lat[place]),
        }[role]

    def _look(self, row: int, role: int) -> Any:
        state = self._states.get(row, HIT)
        if role == Qt.ItemDataRole.FontRole and state != HIT:
            font = QFont()
            font.setItalic(True)
            font.setBold(state == UNSAVED)
            return font
        if role == Qt.ItemDataRole.ForegroundRole and state in (KEPT, NEAR):
            palette = QApplication.palette()
            return palette.brush(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text)
        return None

    def _text(self, row: int, name: str) -> str:
        columns, place = self._hits.at(row)
        if name in ("name", "name_ko"):
            return columns.name(place)[0 if name == "name" else 1]
        if name == "category":
            value = columns.value("category", place)
            return self._labels.get(value, value)
        if name == "date":
            return _date(columns, place)
        if name == "distance":
            lon, lat = float(columns.lon[place]), float(columns.lat[place])
            return (
                self._distance_text(lon, lat)
                if lon == lon and lat == lat
                else tr("SitesModel", "no position")
            )
        return columns.value(name, place)

    def _value(self, row: int, name: str) -> str:
        columns, place = self._hits.at(row)
        return columns.value(name, place)

    def _tip(self, row: int) -> str:
        why = {
            KEPT: tr("SitesModel", "Selected; the filter leaves it out."),
            UNSAVED: tr("SitesModel", "Edited and not saved yet: stays visible whatever the filter says."),
            NEAR: tr("SitesModel", "A similar name: one letter off what was typed."),
        }
        parts = [self._text(row, name) for name in ("name", "name_ko", "category", "city", "date")]
        state = self._states.get(row, HIT)
        # A tool tip that might be HTML is shown as such; the mark in front keeps a name plain text.
        text = "\n".join([part for part in parts if part] + ([why[state]] if state in why else []))
        return text.replace("<", "‹").replace(">", "›")


def _date(columns: Any, place: int) -> str:
    bounds = [int(columns.days[name][place]) for name in ("begin_earliest", "begin_latest")]
    known = [None if day == UNKNOWN_DAY else from_day_number(day) for day in bounds]
    return format_date(known[0], known[1]) if any(known) else ""
