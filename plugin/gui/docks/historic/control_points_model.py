# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Control points as a table: where each is, and what the fit says of it."""

from __future__ import annotations

import math
from typing import Any, Optional

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt, pyqtSignal
from qgis.PyQt.QtGui import QBrush, QColor

from ....core.errors import AtlasError
from ....core.historic.sheet_points import GROUND, SHEET, Pick, PointFigures, check_place
from ....core.i18n import mark, tr
from .workbench import Workbench

HEADERS = (
    mark("PointsModel", "Point"),
    mark("PointsModel", "Residual\n(m)"),
    mark("PointsModel", "Left out\n(m)"),
    mark("PointsModel", "Influence\n(m)"),
    mark("PointsModel", "Column"),
    mark("PointsModel", "Row"),
    mark("PointsModel", "Longitude"),
    mark("PointsModel", "Latitude"),
    mark("PointsModel", "On"),
)
TIPS = {
    1: mark(
        "PointsModel", "How far the fit misses the point. A spline's residuals are zero by construction."
    ),
    2: mark("PointsModel", "How far the fit of all other points misses it: the honest error."),
    3: mark("PointsModel", "How far the map moves here when the point is left out."),
    8: mark(
        "PointsModel",
        "Where the coordinates come from: printed on the sheet (they move with its datum) or today's map "
        "(they never do). Double-click to change it, for all selected points at once.",
    ),
}
FRAMES = ((SHEET, mark("PointsModel", "sheet")), (GROUND, mark("PointsModel", "ground")))
SUSPECT = "#d55e00"
COORDINATES = {4: "column", 5: "row", 6: "x", 7: "y"}
"""Columns that hold a field of the point."""
ON = 8


class PointsModel(QAbstractTableModel):
    """Shows a workbench's points; the tick turns a point off, the rest can be edited but for the figures."""

    refused = pyqtSignal(str)

    def __init__(self, bench: Workbench, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._count = 0
        self._figures: dict[int, PointFigures] = {}

    def refresh(self) -> None:
        """Take over what the workbench has now; the selection stays while the number of points does."""
        count = len(self._bench.points)
        figures = self._bench.fit.figures(self._bench.points)
        if count != self._count:
            self.beginResetModel()
            self._count, self._figures = count, figures
            self.endResetModel()
            return
        self._figures = figures
        if count:
            self.dataChanged.emit(self.index(0, 0), self.index(count - 1, len(HEADERS) - 1))

    def is_outlier(self, row: int) -> bool:
        """True where the point contradicts the others."""
        return row in self._figures and self._figures[row].is_outlier

    def rowCount(self, parent: Optional[QModelIndex] = None) -> int:
        """Number of points."""
        return 0 if parent is not None and parent.isValid() else self._count

    def columnCount(self, parent: Optional[QModelIndex] = None) -> int:
        """Number of columns."""
        return 0 if parent is not None and parent.isValid() else len(HEADERS)

    def headerData(self, section: int, orientation: Any, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Titles and what they mean."""
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr("PointsModel", HEADERS[section])
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.ToolTipRole:
            return tr("PointsModel", TIPS[section]) if section in TIPS else None
        return None

    def flags(self, index: QModelIndex) -> Any:
        """The first column can be ticked and renamed, coordinates and their origin can be changed."""
        base = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == 0:
            return base | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEditable
        return base | Qt.ItemFlag.ItemIsEditable if index.column() in (*COORDINATES, ON) else base

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text, tick, alignment, colour."""
        point = self._bench.points[index.row()]
        if role == Qt.ItemDataRole.EditRole and index.column() == ON:
            return point.frame
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return self._text(index.row(), index.column(), point)
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0:
            return Qt.CheckState.Checked if point.enabled else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in range(1, 8):
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        if role == Qt.ItemDataRole.ForegroundRole and self.is_outlier(index.row()):
            return QBrush(QColor(SUSPECT))
        if role == Qt.ItemDataRole.ToolTipRole and self.is_outlier(index.row()):
            return tr("PointsModel", "This point contradicts the others.")
        return None

    def _text(self, row: int, column: int, point: Pick) -> str:
        if column == 0:
            warned = " ⚠" if self.is_outlier(row) else ""
            return (point.label or str(row + 1)) + warned
        if column <= 3:
            figures = self._figures.get(row)
            if figures is None:
                return "–"
            value = (figures.residual, figures.left_out, figures.influence)[column - 1]
            return f"{value:.1f}" if math.isfinite(value) else "–"
        if column == ON:
            return tr("PointsModel", dict(FRAMES)[GROUND if point.frame == GROUND else SHEET])
        value = (point.column, point.row, point.x, point.y)[column - 4]
        return f"{value:.1f}" if column < 6 else f"{value:.6f}"

    def setData(self, index: QModelIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Turn a point on or off, name it, or write over where it is."""
        if role == Qt.ItemDataRole.CheckStateRole:
            on = Qt.CheckState(value) == Qt.CheckState.Checked
            self._bench.edit([index.row()], tr("PointsModel", "switch control point"), enabled=on)
            return True
        if role != Qt.ItemDataRole.EditRole:
            return False
        if index.column() == ON:
            self.set_frame([index.row()], str(value))
            return True
        if index.column() in COORDINATES:
            return self._set_coordinate(index, str(value))
        label = str(value).replace("⚠", "").strip()
        self._bench.edit([index.row()], tr("PointsModel", "name control point"), label=label)
        return True

    def set_frame(self, rows: list[int], frame: str) -> None:
        """Say of some points where their coordinates come from; the numbers stay as they are."""
        if any(self._bench.points[row].frame != frame for row in rows):
            self._bench.edit(rows, tr("PointsModel", "printed or ground"), frame=frame)

    def _set_coordinate(self, index: QModelIndex, text: str) -> bool:
        """Take a typed coordinate (degrees in any spelling); what cannot be read is left as it was."""
        from ....core.coordinates.parse import parse_angle
        from ....core.numbers import read_number

        name, point = COORDINATES[index.column()], self._bench.points[index.row()]
        axis = {"x": "lon", "y": "lat"}.get(name)
        what = tr("PointsModel", "Control point {label}").format(label=point.label or index.row() + 1)
        try:
            value = parse_angle(text, axis) if axis else read_number(text)
            if axis:
                place = {"x": point.x, "y": point.y, name: value}
                check_place(place["x"], place["y"], what)
        except (ValueError, AtlasError) as error:
            reason = str(error)
            if not reason.startswith(what):
                reason = tr("PointsModel", "{point}: {reason}").format(point=what, reason=reason)
            self.refused.emit(reason)
            return False
        self._bench.edit([index.row()], tr("PointsModel", "edit control point"), **{name: value})
        return True
