# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Input widgets that the dialogs share: controlled lists, sources, positions."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from enum import Enum
from typing import Any, Optional

from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QCompleter,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ...core.atlas.model import Source
from ...core.i18n import tr
from .labels import plain_label

FULL_DIGITS = 7
"""Decimal degrees to 1 cm: what a clicked position is shown with."""


def narrow(form: QFormLayout) -> QFormLayout:
    """Let a form fit 320 px: fields grow, long rows wrap."""
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    return form


TITLE_BAR = 40


def open_within_screen(dialog: QWidget, width: int, height: int) -> None:
    """Give a dialog its size, but no more than the screen shows with a title bar."""
    screen = (
        QGuiApplication.primaryScreen() if dialog.parentWidget() is None else dialog.parentWidget().screen()
    )
    room = screen.availableGeometry()
    dialog.resize(min(width, room.width()), min(height, room.height() - TITLE_BAR))


class ListBox(QComboBox):
    """A controlled list; ``value`` is the stored word (None for "not stated")."""

    def __init__(
        self, values: type[Enum], *, optional: bool = False, parent: Optional[QWidget] = None
    ) -> None:
        super().__init__(parent)
        if optional:
            self.addItem(tr("ListBox", "(not stated)"), None)
        for item in values:
            self.addItem(str(item.value).capitalize(), item.value)

    def value(self) -> Optional[str]:
        """Return the chosen word."""
        return self.currentData()

    def set_value(self, value: Optional[str]) -> None:
        """Choose a word of the list."""
        self.setCurrentIndex(max(0, self.findData(value)))


class LookupBox(QComboBox):
    """A long list that is searched by typing any part of an entry."""

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        completer = self.completer()
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)

    def fill(self, entries: Iterable[tuple[Optional[str], str]]) -> None:
        """Show (value, text) entries; nothing is chosen unless an entry has the value None."""
        kept = self.value()
        self.blockSignals(True)
        self.clear()
        for value, text in entries:
            self.addItem(text, value)
        self.blockSignals(False)
        self.set_value(kept)

    def value(self) -> Optional[str]:
        """Return the value whose text stands in the box; None for text that is not in the list."""
        index = self.currentIndex()
        if self.itemText(index) != self.currentText():  # else the entry chosen, of several with that text
            index = self.findText(self.currentText(), Qt.MatchFlag.MatchFixedString)
        return self.itemData(index) if index >= 0 else None

    def set_value(self, value: Optional[str]) -> None:
        """Choose the entry of a value, or none."""
        self.setCurrentIndex(self.findData(value))
        if self.currentIndex() < 0:
            self.setEditText("")


class SourceBox(QWidget):
    """Chooses a source, or takes down a new one."""

    changed = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.box = LookupBox(self)
        self.box.setObjectName("sourceBox")
        self.box.lineEdit().setPlaceholderText(tr("SourceBox", "Choose or type to search"))
        self.new = QToolButton(self)
        self.new.setObjectName("newSource")
        self.new.setText(tr("SourceBox", "New…"))
        self.new.setCheckable(True)
        self.new.setToolTip(tr("SourceBox", "Enter a source that is not in the list"))
        self.box.setAccessibleName(tr("SourceBox", "Source"))
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.box, 1)
        row.addWidget(self.new)
        self._details = QWidget(self)
        self._details.setVisible(False)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(row)
        layout.addWidget(self._details)
        self._build_details()
        self.new.toggled.connect(self._toggle)
        self.box.currentTextChanged.connect(self._tell)

    def _build_details(self) -> None:
        form = narrow(QFormLayout(self._details))
        form.setContentsMargins(0, 0, 0, 0)
        self.title, self.publisher, self.date, self.url = (QLineEdit(self) for _ in range(4))
        self.title.setObjectName("newSourceTitle")
        self.publisher.setObjectName("newSourceAuthor")
        self.date.setObjectName("newSourceDate")
        self.url.setObjectName("newSourceAddress")
        self.title.setPlaceholderText(tr("SourceBox", "Publication, map, imagery or observer"))
        self.title.textChanged.connect(self._tell)
        form.addRow(tr("SourceBox", "Title"), self.title)
        form.addRow(tr("SourceBox", "Author"), self.publisher)
        form.addRow(tr("SourceBox", "Date"), self.date)
        form.addRow(tr("SourceBox", "Address"), self.url)

    def _toggle(self, on: bool) -> None:
        self._details.setVisible(on)
        self.box.setEnabled(not on)
        (self.title if on else self.box).setFocus()
        self._tell()

    def _tell(self, _text: str = "") -> None:
        self.changed.emit()

    def fill(self, sources: Iterable[Source]) -> None:
        """Show the sources of an atlas by title."""
        entries = [(s.uuid, f"{s.title} ({s.date_text})" if s.date_text else s.title) for s in sources]
        self.box.fill(sorted(entries, key=lambda entry: entry[1].lower()))

    def value(self) -> tuple[Optional[str], Optional[Source]]:
        """Return the source's identifier, and the new source when it is one."""
        if not self.new.isChecked():
            return self.box.value(), None
        title = self.title.text().strip()
        if not title:
            return None, None
        source = Source(
            title=title,
            publisher=self.publisher.text().strip() or None,
            date_text=self.date.text().strip() or None,
            url=self.url.text().strip() or None,
        )
        return source.uuid, source

    def reset(self, uuid: Optional[str]) -> None:
        """Choose an existing source and empty the fields of a new one."""
        self.new.setChecked(False)
        for edit in (self.title, self.publisher, self.date, self.url):
            edit.clear()
        self.box.set_value(uuid)


def _other_hemisphere(found: Any) -> Any:
    """Return the position with positive degrees when only that one lies in Korea, else None."""
    from ...core.coordinates.parse import KOREA

    west, south, east, north = KOREA
    lon, lat = abs(found.lon), abs(found.lat)
    if (lon, lat) == (found.lon, found.lat) or not (west <= lon <= east and south <= lat <= north):
        return None
    return replace(found, lon=lon, lat=lat, notes=())


class PositionBox(QWidget):
    """A position typed in any form, or set from the map."""

    changed = pyqtSignal()

    def __init__(self, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._found: Any = None
        self._suggestion: Any = None
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
        from ...core.coordinates import parse
        from ...core.coordinates.us_army_grid import Datum

        if self.sender() is self.edit and self.edit.hasFocus():
            self._from_map = False
        self._found, text, suggestion = None, self.edit.text().strip(), None
        message = ""
        if text:
            datum = self.grid.currentData()
            options = parse.Options(grid="usarmy", datum=Datum(datum)) if datum else None
            try:
                self._found = parse.parse(text, options)
                message = " ".join(self._found.notes)
                suggestion = _other_hemisphere(self._found)
                if suggestion is not None:
                    message += " " + tr(
                        "PositionBox", "Is the sign wrong? Without it: {:.6f}, {:.6f}."
                    ).format(suggestion.lat, suggestion.lon)
            except parse.CoordinateError as error:
                message, suggestion = str(error), error.suggestion
        self._show(message, suggestion)
        self.changed.emit()

    def _show(self, message: str, suggestion: Any) -> None:
        self._suggestion = suggestion
        self.message.setText(message)
        self.message.setVisible(bool(message))
        self.swap.setText(tr("PositionBox", "Swap") if self._found is None else tr("PositionBox", "Change"))
        self.swap.setVisible(suggestion is not None)

    def _swap(self) -> None:
        meant = self._suggestion
        self.edit.setText(f"{meant.lat!r}, {meant.lon!r}")
