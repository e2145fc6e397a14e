# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The dry run of a table: which columns are what, how every row reads, and why some cannot be read."""

from __future__ import annotations

from typing import Any, Optional

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QCheckBox, QComboBox, QFormLayout, QVBoxLayout, QWidget

from ...core.coordinates.format import format_decimal
from ...core.coordinates.parse import Reading
from ...core.coordinates.us_army_grid import GridDatum
from ...core.i18n import tr
from ..widgets.inputs import narrow
from ..widgets.labels import plain_label
from ..widgets.tables import TextTable

MOST_ROWS = 5_000
GRIDS = (("", "MGRS"), ("TOKYO_1918", "US Army grid of the 1940s–50s, Tokyo 1918"),
         ("TOKYO_1892", "US Army grid of the 1940s–50s, Tokyo 1892"))  # fmt: skip


ENCODINGS = (("utf-8", "UTF-8"), ("utf-16", "UTF-16"), ("cp949", "Korean (CP949)"),
             ("cp932", "Japanese (CP932)"), ("gb18030", "Chinese (GB 18030)"),
             ("cp1252", "Western (CP1252)"))  # fmt: skip


class TablePage(QWidget):
    """Chooses how the table is read and shows the result row by row."""

    changed = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._headings: list[str] = []
        self._shown: Any = None
        self.first, self.second = QComboBox(self), QComboBox(self)
        self.first.setObjectName("coordinateColumn")
        self.second.setObjectName("secondColumn")
        self.order, self.grid = QComboBox(self), QComboBox(self)
        self.order.setObjectName("orderBox")
        self.grid.setObjectName("tableGridBox")
        self.order.addItem(tr("TablePage", "Latitude, longitude"), "latlon")
        self.order.addItem(tr("TablePage", "Longitude, latitude"), "lonlat")
        for key, title in GRIDS:
            self.grid.addItem(tr("TablePage", title), key)
        self.encoding = QComboBox(self)
        self.encoding.setObjectName("encodingBox")
        self.encoding.addItem(tr("TablePage", "(found by itself)"), "")
        for key, title in ENCODINGS:
            self.encoding.addItem(tr("TablePage", title), key)
        form = narrow(QFormLayout())
        form.addRow(tr("TablePage", "Coordinates in"), self.first)
        form.addRow(tr("TablePage", "and in"), self.second)
        form.addRow(tr("TablePage", "Plain numbers are"), self.order)
        form.addRow(tr("TablePage", "Grid references are"), self.grid)
        form.addRow(tr("TablePage", "Letters are"), self.encoding)
        self.columns = plain_label()
        self.only_bad = QCheckBox(tr("TablePage", "Only rows that cannot be read"), self)
        self.only_bad.setObjectName("onlyBad")
        headings = [
            tr("TablePage", "Row"),
            tr("TablePage", "Name"),
            tr("TablePage", "As written"),
            tr("TablePage", "Read as"),
            tr("TablePage", "Why not"),
        ]
        self.rows = TextTable(headings, "dryRunTable", self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(form)
        layout.addWidget(self.columns)
        layout.addWidget(self.only_bad)
        layout.addWidget(self.rows, 1)
        self.set_headings([])
        for box in (self.first, self.second, self.order, self.grid, self.encoding):
            box.currentIndexChanged.connect(self._tell)
        self.only_bad.toggled.connect(self._fill)

    def _tell(self, _index: int = 0) -> None:
        self.changed.emit()

    def set_headings(self, headings: list[str]) -> None:
        """Offer the columns of a table; the choice goes back to "found by itself" when they are others."""
        if headings == self._headings and self.first.count():
            return
        self._headings = list(headings)
        for box, none in (
            (self.first, tr("TablePage", "(found by itself)")),
            (self.second, tr("TablePage", "(one column)")),
        ):
            box.blockSignals(True)
            box.clear()
            box.addItem(none, "")
            for heading in headings:
                box.addItem(heading, heading)
            box.blockSignals(False)

    def wanted(self) -> str:
        """Return the coordinate column or columns as the core wants them named; empty: to be found."""
        names = [box.currentData() for box in (self.first, self.second) if box.currentData()]
        return ", ".join(names) if self.first.currentData() else ""

    def options(self) -> Reading:
        """Return how coordinates are to be read."""
        order, datum = self.order.currentData(), self.grid.currentData()
        return Reading(order=order, grid="usarmy", datum=GridDatum[datum]) if datum else Reading(order=order)

    def show_run(self, table: Any, columns: Any, tried: list[Any], report: Any) -> None:
        """Show a dry run."""
        self.set_headings(table.headings)
        found = ", ".join(f"{role} = {name}" for role, name in report.columns.items())
        self.columns.setText(tr("TablePage", "Columns: {}").format(found))
        self._shown = (table, columns, tried, {entry["row"]: entry["reason"] for entry in report.refused})
        self._fill()

    def empty(self) -> None:
        """Show no run."""
        self._shown = None
        self.columns.clear()
        self.rows.fill([])

    def _fill(self, _checked: bool = False) -> None:
        if self._shown is None:
            return
        table, columns, tried, reasons = self._shown
        name = columns.other.get("name")
        lines = []
        for one, row in zip(tried, table.rows):
            reason = reasons.get(one.number, "")
            if self.only_bad.isChecked() and not reason:
                continue
            read = format_decimal(one.position.lon, one.position.lat) if one.position else None
            if read is None and not reason:
                reason = tr("TablePage", "no position: goes into the unlocated queue")
            lines.append((one.number, row[name] if name is not None else None, one.text, read, reason))
            if len(lines) >= MOST_ROWS:
                break
        self.rows.fill(lines)
