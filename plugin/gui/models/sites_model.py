# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The list of sites as a model over row numbers: a row is read when the view asks for it."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum
from typing import Any, Callable, Optional

import numpy as np
import numpy.typing as npt
from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from qgis.PyQt.QtGui import QBrush, QColor, QFont, QIcon, QPalette
from qgis.PyQt.QtWidgets import QApplication

from ...core.atlas.vocabulary import Confidence, Likelihood, Status, word_of
from ...core.dates import UNKNOWN_DAY, format_date, from_day_number
from ...core.i18n import tr
from ...core.search.columns import SiteColumns
from ...core.search.result import FilterResult

FID = Qt.ItemDataRole.UserRole
LON = FID + 1
LAT = FID + 2
STATE = FID + 3

HIT, UNSAVED, NEAR = "hit", "unsaved", "near"
"""Why a row is in the list: it meets the filter; it is an edit that is not saved; its name is alike."""

COLUMNS = ("name", "name_ko", "category", "city", "date", "distance", "status", "likelihood", "confidence")
WORDS: dict[str, type[Enum]] = {"status": Status, "likelihood": Likelihood, "confidence": Confidence}
"""Columns whose values come from a controlled list of words."""
_NO_PARENT = QModelIndex()


def titles(language: str = "en") -> dict[str, str]:
    """Return the column headings; the first column has the name in the ``language`` of the labels."""
    korean = language == "ko"
    return {
        "name": tr("SitesModel", "Name"),
        "name_ko": tr("SitesModel", "English name") if korean else tr("SitesModel", "Korean name"),
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
        self._found: Optional[FilterResult] = None
        self._rows: npt.NDArray[np.integer] = np.empty(0, np.int64)
        self._states: dict[int, str] = {}
        self._first_hit = 0
        self._korean = False
        self._titles = titles()
        self._labels: dict[str, str] = {}
        self._icons: dict[str, QIcon] = {}
        self._distance_text: Callable[[float, float], str] = lambda _lon, _lat: ""

    # -- what it shows -------------------------------------------------------------------------------

    def set_language(self, language: str) -> None:
        """Show names in a language first, ``en`` or ``ko``."""
        self.beginResetModel()
        self._korean = language == "ko"
        self._titles = titles(language)
        self.endResetModel()

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

    def show(
        self, found: Optional[FilterResult], unsaved: Sequence[int] = (), near: Sequence[int] = ()
    ) -> None:
        """Show a result.  ``unsaved`` are rows of edits, which come first when the filter would leave them
        out; ``near`` rows with similar names come last."""
        self.beginResetModel()
        self._found = found
        self._states = dict.fromkeys(unsaved, UNSAVED)
        self._first_hit = 0
        if found is None:
            self._rows = np.empty(0, np.int64)
        else:
            first = np.array([row for row in unsaved if not found.mask[row]], np.int64)
            last = np.array([row for row in near if row not in self._states], np.int64)
            self._states.update(dict.fromkeys(last.tolist(), NEAR))
            self._first_hit = len(first)
            whole = len(first) or len(last)
            self._rows = np.concatenate([first, found.order, last]) if whole else found.order
        self.endResetModel()

    def place_of(self, fid: int) -> int:
        """Return the list position of a feature, -1 when it is not in the list."""
        row = self._found.row_of(fid) if self._found is not None else -1
        found = np.flatnonzero(self._rows == row) if row >= 0 else np.empty(0, np.int64)
        return int(found[0]) if found.size else -1

    def fids_at(self, first: int, last: int) -> npt.NDArray[np.int64]:
        """Return the feature ids of positions ``first`` to ``last`` inclusive."""
        if self._found is None:
            return np.empty(0, np.int64)
        return self._found.fids_of(self._rows[first : last + 1])

    def first_hit(self) -> int:
        """Return the first position behind those that stay whatever the filter says; -1 in an empty list."""
        return min(self._first_hit, len(self._rows) - 1)

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
        if not index.isValid() or self._found is None:
            return None
        row, name = int(self._rows[index.row()]), COLUMNS[index.column()]
        columns, place = self._found.at(row)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(columns, place, name)
        if role == Qt.ItemDataRole.DecorationRole and name == "name":
            return self._icons.get(columns.value("category", place))
        if role == Qt.ItemDataRole.TextAlignmentRole and name == "distance":
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole):
            return self._tip(columns, place, self._states.get(row, HIT))
        if role == FID:
            return int(columns.fids[place])
        if role in (LON, LAT):
            return float((columns.lon if role == LON else columns.lat)[place])
        if role == STATE:
            return self._states.get(row, HIT)
        return self._look(columns.is_located(place), self._states.get(row, HIT), role)

    @staticmethod
    def _look(located: bool, state: str, role: int) -> Any:
        """Grey is what is not on the map, slanted what is not sure to stay, bold what waits to be saved."""
        if role == Qt.ItemDataRole.FontRole and (state != HIT or not located):
            font = QFont()
            font.setItalic(True)
            font.setBold(state == UNSAVED)
            return font
        if role == Qt.ItemDataRole.ForegroundRole and (state == NEAR or not located):
            colour = QColor(QApplication.palette().color(QPalette.ColorRole.Text))
            colour.setAlphaF(0.6)  # the palette's own for what is disabled cannot be read in small letters
            return QBrush(colour)
        return None

    def _text(self, columns: SiteColumns, place: int, name: str) -> str:
        if name in ("name", "name_ko"):
            english, korean = columns.name(place)
            if not self._korean:
                return english if name == "name" else korean
            return (korean or english) if name == "name" else english
        if name == "category":
            value = columns.value("category", place)
            return self._labels.get(value, value)
        if name == "date":
            return _date(columns, place)
        if name == "distance":
            if not columns.is_located(place):
                return tr("SitesModel", "no position")
            return self._distance_text(float(columns.lon[place]), float(columns.lat[place]))
        value = columns.value(name, place)
        return word_of(WORDS[name], value) if name in WORDS else value

    def _tip(self, columns: SiteColumns, place: int, state: str) -> str:
        parts = [self._text(columns, place, name) for name in ("name", "name_ko", "category", "city", "date")]
        if not columns.is_located(place):
            parts.append(tr("SitesModel", "Unlocated: not on the map."))
        if state == UNSAVED:
            parts.append(
                tr("SitesModel", "Edited and not saved yet: stays visible whatever the filter says.")
            )
        elif state == NEAR:
            parts.append(tr("SitesModel", "A similar name: one letter off what was typed."))
        # A tool tip that might be HTML is shown as such; the mark in front keeps a name plain text.
        return "\n".join(part for part in parts if part).replace("<", "‹").replace(">", "›")


def _date(columns: SiteColumns, place: int) -> str:
    bounds = [int(columns.days[name][place]) for name in ("begin_earliest", "begin_latest")]
    known = [None if day == UNKNOWN_DAY else from_day_number(day) for day in bounds]
    return format_date(known[0], known[1]) if any(known) else ""
