# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Control points as a table: where each is, and what the fit says of it."""

from __future__ import annotations

import math
from typing import Any, Optional

from qgis.PyQt.QtCore import QAbstractTableModel, QModelIndex, Qt, pyqtSignal
from qgis.PyQt.QtGui import QBrush, QColor

from ....core.i18n import tr

HEADERS = (
    "Point",
    "Residual\n(m)",
    "Left out\n(m)",
    "Influence\n(m)",
    "Column",
    "Row",
    "Longitude",
    "Latitude",
    "On",
)
TIPS = {
    1: "How far the fit misses the point. A spline's residuals are zero by construction.",
    2: "How far the fit of all other points misses it: the honest error.",
    3: "How far the map moves here when the point is left out.",
    8: "Where the coordinates come from: the ground (WGS 84) or the sheet's printed graticule.",
}
SUSPECT = "#d55e00"
COORDINATES = {4: "column", 5: "row", 6: "x", 7: "y"}
"""Columns that hold a field of the point."""


class PointsModel(QAbstractTableModel):
    """Shows a workbench's points; the tick turns a point off, label and coordinates can be edited."""

    refused = pyqtSignal(str)

    def __init__(self, bench: Any, parent: Any = None) -> None:
        super().__init__(parent)
        self._bench = bench
        self._count = 0
        self._figures: dict[int, tuple] = {}

    def refresh(self) -> None:
        """Take over what the workbench has now; the selection stays while the number of points does."""
        count = len(self._bench.points)
        if count != self._count:
            self.beginResetModel()
            self._count = count
            self._figures = self._judged()
            self.endResetModel()
            return
        self._figures = self._judged()
        if count:
            self.dataChanged.emit(self.index(0, 0), self.index(count - 1, len(HEADERS) - 1))

    def _judged(self) -> dict[int, tuple]:
        """Residual, leave-one-out error, influence and outlier flag by row."""
        audit = self._bench.audit
        if audit is None:
            return {}
        rows = [i for i, p in enumerate(self._bench.points) if p.enabled]
        return {
            row: (math.hypot(*audit.fit.residuals[k]), math.hypot(*audit.fit.loo[k]),
                  float(audit.influence[k]), bool(audit.judged.flagged[k]))
            for k, row in enumerate(rows)
        }  # fmt: skip

    def is_outlier(self, row: int) -> bool:
        """True where the point contradicts the others."""
        return row in self._figures and self._figures[row][3]

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
        """The first column can be ticked and renamed, the coordinates can be written over."""
        base = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == 0:
            return base | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEditable
        return base | Qt.ItemFlag.ItemIsEditable if index.column() in COORDINATES else base

    def data(self, index: QModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Text, tick, alignment, colour."""
        point = self._bench.points[index.row()]
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

    def _text(self, row: int, column: int, point: Any) -> str:
        if column == 0:
            mark = " ⚠" if self.is_outlier(row) else ""
            return (point.label or str(row + 1)) + mark
        if column <= 3:
            figures = self._figures.get(row)
            if figures is None or not math.isfinite(figures[column - 1]):
                return "–"
            return f"{figures[column - 1]:.1f}"
        if column == 8:
            return tr("PointsModel", "ground") if point.frame == "EPSG:4326" else tr("PointsModel", "sheet")
        value = (point.column, point.row, point.x, point.y)[column - 4]
        return f"{value:.1f}" if column < 6 else f"{value:.6f}"

    def setData(self, index: QModelIndex, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        """Turn a point on or off, or name it."""
        if role == Qt.ItemDataRole.CheckStateRole:
            on = Qt.CheckState(value) == Qt.CheckState.Checked
            self._bench.edit(index.row(), "switch control point", enabled=on)
            return True
        if role != Qt.ItemDataRole.EditRole:
            return False
        if index.column() in COORDINATES:
            return self._set_coordinate(index, str(value))
        self._bench.edit(index.row(), "name control point", label=str(value).replace("⚠", "").strip())
        return True

    def _set_coordinate(self, index: QModelIndex, text: str) -> bool:
        """Take a typed coordinate (degrees in any spelling); what cannot be read is left as it was."""
        from ....core.coordinates.parse import parse_angle
        from ....core.errors import AtlasError
        from ....core.historic.datum import check_lonlat
        from ....core.numbers import read_number

        name, point = COORDINATES[index.column()], self._bench.points[index.row()]
        axis = {"x": "lon", "y": "lat"}.get(name)
        try:
            value = parse_angle(text, axis) if axis else read_number(text)
            if axis:
                place = {"x": point.x, "y": point.y, name: value}
                check_lonlat(place["x"], place["y"], f"Control point {point.label or index.row() + 1}")
        except (ValueError, AtlasError) as error:
            self.refused.emit(str(error))
            return False
        self._bench.edit(index.row(), "edit control point", **{name: value})
        return True
