# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""What a sheet's margin says, as a form."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Iterable, Optional

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QFormLayout, QLineEdit, QSpinBox, QWidget

from ....core.i18n import mark, tr

if TYPE_CHECKING:
    from ....core.atlas.model import City

TEXTS = (
    ("title", mark("SheetForm", "Title")), ("series", mark("SheetForm", "Series")),
    ("edition", mark("SheetForm", "Edition")), ("publisher", mark("SheetForm", "Publisher")),
    ("compiled_from", mark("SheetForm", "Compiled from")), ("year_content", mark("SheetForm", "Content of")),
    ("projection", mark("SheetForm", "Projection")), ("warning", mark("SheetForm", "Warning")),
)  # fmt: skip
NUMBERS = (("year", 2100), ("scale", 10_000_000))
"""Columns with the largest number that makes sense; 0 stands for not known."""


def narrow_combo(name: str, parent: QWidget) -> QComboBox:
    """Return a box that stays narrow whatever is in it."""
    combo = QComboBox(parent)
    combo.setObjectName(name)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(8)
    return combo


class SheetForm(QFormLayout):
    """Title, city, year, scale and the rest; knows nothing of what is saved."""

    edited = pyqtSignal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__()
        self.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        self.city = narrow_combo("sheet_city", parent)
        self._texts: dict[str, QLineEdit] = {}
        for name, title in TEXTS:
            edit = QLineEdit(parent)
            edit.setObjectName(f"sheet_{name}")
            edit.textChanged.connect(self._changed)
            self._texts[name] = edit
            self.addRow(tr("SheetForm", title), edit)
            if name == "title":
                self.addRow(tr("SheetForm", "City"), self.city)
        self._numbers: dict[str, QSpinBox] = {}
        for name, most in NUMBERS:
            spin = QSpinBox(parent)
            spin.setObjectName(f"sheet_{name}")
            spin.setRange(0, most)
            spin.setSpecialValueText(tr("SheetForm", "not known"))
            spin.valueChanged.connect(self._changed)
            self._numbers[name] = spin
        self._numbers["scale"].setPrefix("1:")
        self.city.currentIndexChanged.connect(self._changed)
        self.addRow(tr("SheetForm", "Year printed"), self._numbers["year"])
        self.addRow(tr("SheetForm", "Scale"), self._numbers["scale"])

    def _changed(self, _value: Any = None) -> None:
        self.edited.emit()

    def offer_cities(self, cities: Iterable[City]) -> None:
        """List the cities; the one that is chosen stays chosen."""
        chosen = self.city.currentData()
        self.city.blockSignals(True)
        self.city.clear()
        self.city.addItem(tr("SheetForm", "none"), None)
        for city in cities:
            self.city.addItem(city.name, city.name)
        self._choose_city(chosen)
        self.city.blockSignals(False)

    def _choose_city(self, name: Optional[str]) -> None:
        if name and self.city.findData(name) < 0:
            self.city.addItem(name, name)  # a city that the list does not know any more is not dropped
        self.city.setCurrentIndex(max(self.city.findData(name), 0))

    def values(self) -> dict[str, Any]:
        """Return what stands in the form, by column; None for what is empty."""
        found: dict[str, Any] = {name: edit.text().strip() or None for name, edit in self._texts.items()}
        found.update({name: spin.value() or None for name, spin in self._numbers.items()})
        found["city"] = self.city.currentData()
        return found

    def fill(self, values: dict[str, Any]) -> None:
        """Show values by column; nothing is called edited by that."""
        self.blockSignals(True)
        for name, edit in self._texts.items():
            if edit.text().strip() != (values[name] or ""):
                edit.setText(values[name] or "")
                edit.setCursorPosition(0)
        for name, spin in self._numbers.items():
            spin.setValue(values[name] or 0)
        self._choose_city(values["city"])
        self.blockSignals(False)

    def begin_title(self) -> None:
        """Let the title be typed over."""
        self._texts["title"].setFocus()
        self._texts["title"].selectAll()
