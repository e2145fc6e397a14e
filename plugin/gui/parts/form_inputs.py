# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""What QGIS's own forms do with what is typed into them, put right for the atlas's layers.

QGIS shows a field that holds nothing as the text "NULL" and leaves it there when one types (in fields of
several lines always): "NULLA depot" is stored.  And a text that is on no list is dropped without a word.
"""

from __future__ import annotations

from typing import Any, Optional, Union

from qgis.core import QgsApplication
from qgis.gui import QgsEditorWidgetWrapper
from qgis.PyQt.QtCore import QPoint, QSignalBlocker, Qt
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QComboBox,
    QCompleter,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    QToolTip,
    QWidget,
)

from ...core.i18n import tr
from ..messages import Messages
from ..part import Part, alive

Text = Union[QLineEdit, QPlainTextEdit, QTextEdit]


class EmptyText:
    """A text field that holds nothing: empty for as long as one types in it."""

    def __init__(self, widget: Text) -> None:
        self._widget = widget
        self._typed = False
        blocker = QSignalBlocker(widget)
        self._put("")
        blocker.unblock()
        widget.textChanged.connect(self._changed)

    @staticmethod
    def is_one(widget: Any) -> bool:
        """Tell whether a widget shows QGIS's word for nothing."""
        is_text = isinstance(widget, (QLineEdit, QPlainTextEdit, QTextEdit)) and not widget.isReadOnly()
        return is_text and _text_of(widget) == QgsApplication.nullRepresentation()

    def _put(self, text: str) -> None:
        if isinstance(self._widget, QLineEdit):
            self._widget.setText(text)
        else:
            self._widget.setPlainText(text)

    def _changed(self, *_text: Any) -> None:
        self._typed = True

    def leave(self) -> None:
        """Show the word for nothing again where nothing stands."""
        if not alive(self._widget):
            return
        self._widget.textChanged.disconnect(self._changed)
        if _text_of(self._widget) == "":
            blocker = None if self._typed else QSignalBlocker(self._widget)  # else the form would be changed
            self._put(QgsApplication.nullRepresentation())
            if blocker is not None:
                blocker.unblock()


class ListEntry:
    """A field with a list: searched by typing, and what is on no list is refused where it is typed."""

    def __init__(self, wrapper: QgsEditorWidgetWrapper, messages: Messages) -> None:
        self._widget: Any = wrapper.widget()
        self._title = str(wrapper.layer().attributeDisplayName(wrapper.fieldIdx()))
        self._messages = messages
        self._before = _text_of(self._widget)
        self._searched_by_typing(wrapper)

    def _searched_by_typing(self, wrapper: QgsEditorWidgetWrapper) -> None:
        from ...core.atlas.store.rows import plain

        if isinstance(self._widget, QLineEdit):
            if plain(wrapper.value()) is None:
                self._put("")
        elif not self._widget.isEditable():
            _make_searchable(self._widget)

    @staticmethod
    def is_one(widget: Any) -> bool:
        """Tell whether a widget of a form chooses from a list."""
        if isinstance(widget, QLineEdit):
            return widget.completer() is not None and not widget.isReadOnly()
        return isinstance(widget, QComboBox)

    def leave(self) -> None:
        """Keep what is on the list; say so of what is not, and show the old value again."""
        if not alive(self._widget):
            return
        typed = _text_of(self._widget).strip()
        if not typed:
            self._put(self._before)
        elif not self._is_entry(typed):
            self._put(self._before)
            self._tell(typed)

    def _is_entry(self, typed: str) -> bool:
        if isinstance(self._widget, QComboBox):
            index = self._widget.findText(typed, Qt.MatchFlag.MatchFixedString)
            if self._widget.itemText(self._widget.currentIndex()).strip() == typed:
                index = self._widget.currentIndex()  # the one chosen, of several of that name
            if index >= 0:
                self._widget.setCurrentIndex(index)
            return bool(index >= 0)
        model = self._widget.completer().model()
        role, exactly = Qt.ItemDataRole.DisplayRole, Qt.MatchFlag.MatchExactly
        return bool(model.match(model.index(0, 0), role, typed, 1, exactly))

    def _put(self, text: str) -> None:
        """Show another text; the value stays as it is."""
        blocker = QSignalBlocker(self._widget)
        if isinstance(self._widget, QComboBox):
            self._widget.setEditText(self._widget.itemText(self._widget.currentIndex()))
        else:
            self._widget.setText(text)
        blocker.unblock()

    def _tell(self, typed: str) -> None:
        text = tr("FormInputs", "“{text}” is not on the list of “{field}”: the old value stays.").format(
            text=typed, field=self._title
        )
        below = self._widget.mapToGlobal(QPoint(0, self._widget.height()))
        QToolTip.showText(below, text.replace("<", "‹"), self._widget)
        self._messages.warning(text)


def _text_of(widget: Any) -> str:
    if isinstance(widget, QComboBox):
        return str(widget.currentText())
    return str(widget.text() if isinstance(widget, QLineEdit) else widget.toPlainText())


def _make_searchable(box: QComboBox) -> None:
    """Let a drop-down list be searched by typing any part of an entry."""
    index = box.currentIndex()
    blocker = QSignalBlocker(box)
    box.setEditable(True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    box.setCurrentIndex(index)
    blocker.unblock()
    completer = box.completer()
    completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
    completer.setFilterMode(Qt.MatchFlag.MatchContains)
    completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    box.lineEdit().selectAll()


class FormInputsPart(Part):
    """Looks after the field that has the keyboard, in forms and tables of the atlas's layers."""

    def start(self) -> None:
        """Follow the keyboard."""
        self._fields: dict[Any, Union[EmptyText, ListEntry]] = {}
        self.connect(QApplication.instance().focusChanged, self._moved)

    def stop(self) -> None:
        """Leave all fields as QGIS has them."""
        super().stop()
        for field in self._fields.values():
            field.leave()
        self._fields.clear()

    def _moved(self, old: Optional[QWidget], now: Optional[QWidget]) -> None:
        if old in self._fields and not _is_popup_of(old, now):
            self._fields.pop(old).leave()
        if now is None or now in self._fields:
            return
        wrapper = QgsEditorWidgetWrapper.fromWidget(now)
        layer = wrapper.layer() if wrapper is not None else None
        if layer is None or not layer.customProperty(_atlas_property()):
            return
        if wrapper.config("Layer") and ListEntry.is_one(now) and not _in_a_table(now):
            self._fields[now] = ListEntry(wrapper, self.context.messages)
        elif EmptyText.is_one(now):
            self._fields[now] = EmptyText(now)


def _atlas_property() -> str:
    from ...core.atlas.layers.layer_roles import ATLAS_PROPERTY

    return ATLAS_PROPERTY


def _in_a_table(widget: QWidget) -> bool:
    """Tell whether a widget edits a cell: the table closes it and keeps what it holds in its own way."""
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent, QAbstractItemView):
        parent = parent.parentWidget()
    return parent is not None


def _is_popup_of(old: Any, now: Optional[QWidget]) -> bool:
    """Tell whether the keyboard only went into a field's own list."""
    completer = old.completer() if isinstance(old, (QComboBox, QLineEdit)) else None
    return now is not None and completer is not None and completer.popup() is now
