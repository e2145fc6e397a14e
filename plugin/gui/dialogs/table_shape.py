# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""How a table lies in its file, as choices: sheet, heading row, separator, decimal sign, encoding, grid."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Optional

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QGridLayout, QLabel, QSpinBox, QWidget

from ...core.coordinates.position import Reading
from ...core.coordinates.us_army_grid import GridDatum
from ...core.exchange.table.table import Found, Stated, Table
from ...core.i18n import mark, tr

ENCODINGS = (
    ("utf-8", "UTF-8"), ("utf-16", "UTF-16"), ("cp949", mark("TableShape", "Korean (CP949)")),
    ("johab", mark("TableShape", "Korean (Johab)")), ("cp932", mark("TableShape", "Japanese (Shift-JIS)")),
    ("euc_jp", mark("TableShape", "Japanese (EUC-JP)")),
    ("gb18030", mark("TableShape", "Chinese (GB 18030)")),
    ("big5", mark("TableShape", "Chinese (Big5)")), ("cp1251", mark("TableShape", "Cyrillic (CP1251)")),
    ("cp1252", mark("TableShape", "Western (CP1252)")),
)  # fmt: skip
SEPARATORS = (
    (",", mark("TableShape", "Comma")), (";", mark("TableShape", "Semicolon")),
    ("\t", mark("TableShape", "Tab")), ("|", mark("TableShape", "Bar (|)")),
)  # fmt: skip
GRIDS = (
    ("", "MGRS"), ("TOKYO_1918", mark("TableShape", "US Army grid, 1940s–50s (Tokyo 1918)")),
    ("TOKYO_1892", mark("TableShape", "US Army grid, 1940s–50s (Tokyo 1892)")),
)  # fmt: skip


class TableShape(QWidget):
    """The choices; what is left at “found” is found, and the list says what was."""

    changed = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.sheet, self.separator = self._box("sheetCombo"), self._box("separatorCombo")
        self.decimal, self.encoding = self._box("decimalCombo"), self._box("encodingCombo")
        self.order, self.grid = self._box("orderBox"), self._box("tableGridBox")
        self.heading_row = QSpinBox(self)
        self.heading_row.setObjectName("headingRow")
        self.heading_row.setRange(-1, 1_000_000)
        self.heading_row.setSpecialValueText(tr("TableShape", "found"))
        self.heading_row.setToolTip(tr("TableShape", "The row of the headings; 0: there are none"))
        self.heading_row.setValue(-1)
        self.heading_row.setKeyboardTracking(False)
        self.order.addItem(tr("TableShape", "Latitude, longitude"), "latlon")
        self.order.addItem(tr("TableShape", "Longitude, latitude"), "lonlat")
        for key, title in GRIDS:
            self.grid.addItem(tr("TableShape", title), key)
        rows = (
            (
                (tr("TableShape", "Sheet"), self.sheet),
                (tr("TableShape", "Heading row"), self.heading_row),
                (tr("TableShape", "Separator"), self.separator),
                (tr("TableShape", "Decimal sign"), self.decimal),
            ),
            (
                (tr("TableShape", "Text encoding"), self.encoding),
                (tr("TableShape", "Plain numbers are"), self.order),
                (tr("TableShape", "Grid references are"), self.grid),
            ),
        )
        layout = QGridLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for number, pairs in enumerate(rows):
            for place, (title, widget) in enumerate(pairs):
                label = QLabel(title, self)
                label.setBuddy(widget)
                layout.addWidget(label, 2 * number, place)
                layout.addWidget(widget, 2 * number + 1, place)
        self.show_shape(None)
        for box in (self.sheet, self.separator, self.decimal, self.encoding, self.order, self.grid):
            box.currentIndexChanged.connect(self._tell)
        self.heading_row.valueChanged.connect(self._tell)

    def _box(self, name: str) -> QComboBox:
        box = QComboBox(self)
        box.setObjectName(name)
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(12)
        return box

    def _tell(self, _value: Any = None) -> None:
        self.changed.emit()

    def stated(self) -> Stated:
        """Return what a person stated; what is left to be found is empty."""
        row = self.heading_row.value()
        return Stated(
            sheet=self.sheet.currentData() or "",
            heading_row=None if row < 0 else row,
            separator=self.separator.currentData() or "",
            decimal=self.decimal.currentData() or "",
            encoding=self.encoding.currentData() or "",
        )

    def reading(self) -> Reading:
        """Return how coordinate text is read."""
        datum = self.grid.currentData()
        reading = Reading(order=self.order.currentData(), grid="usarmy" if datum else "mgrs")
        return replace(reading, datum=GridDatum[datum]) if datum else reading

    def set_reading(self, reading: Reading) -> None:
        """Show how coordinate text is read (from a mapping)."""
        datum = reading.datum.name if reading.grid == "usarmy" else ""
        for box, value in ((self.order, reading.order), (self.grid, datum)):
            box.blockSignals(True)
            box.setCurrentIndex(box.findData(value))
            box.blockSignals(False)

    def show_shape(self, table: Optional[Table]) -> None:
        """Offer what a table may be; the choices of a person stay."""
        shape = table.shape if table is not None else None
        is_text = shape is None or not shape.sheet.value
        sheets = [] if shape is None else _values(shape.sheet)
        _fill(self.sheet, [(name, name) for name in sheets], sheets[0] if sheets else "")
        self.sheet.setEnabled(len(sheets) > 1)
        found = "" if shape is None else shape.separator.value
        _fill(self.separator, [(key, tr("TableShape", title)) for key, title in SEPARATORS], found)
        found = "" if shape is None else shape.decimal.value
        signs = ((".", tr("TableShape", "Point")), (",", tr("TableShape", "Comma")))
        _fill(self.decimal, list(signs), found)
        found = "" if shape is None else shape.encoding.value
        known = {key: tr("TableShape", title) for key, title in ENCODINGS}
        likely = [] if shape is None else _values(shape.encoding)
        keys = dict.fromkeys((*(key for key in likely if key), *known))
        _fill(self.encoding, [(key, known.get(key, key)) for key in keys], found)
        for box in (self.separator, self.encoding):
            box.setEnabled(is_text)
        row = 1 if shape is None else shape.heading_row.value
        self.heading_row.setSpecialValueText(tr("TableShape", "found ({row})").format(row=row))

    def forget(self) -> None:
        """Leave everything to be found: another table comes."""
        for box in (self.sheet, self.separator, self.decimal, self.encoding):
            box.blockSignals(True)
            box.setCurrentIndex(0)
            box.blockSignals(False)
        self.heading_row.blockSignals(True)
        self.heading_row.setValue(-1)
        self.heading_row.blockSignals(False)
        self.set_reading(Reading())
        self.show_shape(None)


def _values(found: Found[str]) -> list[str]:
    return [value for value in dict.fromkeys((found.value, *found.alternatives)) if value]


def _fill(box: QComboBox, choices: list[tuple[str, str]], found: str) -> None:
    """Offer “found” and the choices; what was chosen stays chosen."""
    chosen = box.currentData() or ""
    box.blockSignals(True)
    titles = dict(choices)
    if chosen and chosen not in titles:
        choices = [(chosen, chosen), *choices]
    box.clear()
    text = tr("TableShape", "found: {value}").format(value=titles.get(found, found)) if found else ""
    box.addItem(text or tr("TableShape", "(found)"), "")
    for key, title in choices:
        box.addItem(title, key)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    box.blockSignals(False)
