# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Input widgets that the dialogs share: controlled lists, sources, positions."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum
from typing import Optional

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
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
from ...core.atlas.vocabulary import in_words
from ...core.i18n import tr


def narrow(form: QFormLayout) -> QFormLayout:
    """Let a form fit 320 px: fields grow, long rows wrap."""
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    return form


TITLE_BAR = 40
MEASURED = 2_000
"""Entries whose width is measured; a longer list has no wider texts but by chance."""
POPUP_MARGIN = 40
"""Pixels for frame, scroll bar and the space around a text."""


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
            self.addItem(in_words(item), item.value)

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
        kept, typed = self.value(), self.currentText()
        self.blockSignals(True)
        self.clear()
        for value, text in entries:
            self.addItem(text, value)
        self.blockSignals(False)
        self._widen(self.completer().popup())
        if kept is not None or not typed:
            self.set_value(kept)
        else:  # what is being typed is no entry yet
            self.setEditText(typed)

    def showPopup(self) -> None:
        self._widen(self.view())
        super().showPopup()

    def _widen(self, view: QAbstractItemView) -> None:
        """Let a list be as wide as its texts, as far as the screen goes."""
        letters = view.fontMetrics()
        texts = (self.itemText(index) for index in range(min(self.count(), MEASURED)))
        widest = max((letters.horizontalAdvance(text) for text in texts), default=0)
        room = self.screen().availableGeometry().width() if self.screen() is not None else widest
        view.setMinimumWidth(min(widest + POPUP_MARGIN, room))

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
