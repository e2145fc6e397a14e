# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""What is typed in a form or drawn survives a crash: every change goes into the journal at once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, Callable, Optional, Protocol

from qgis.PyQt.QtCore import QObject, QTimer
from qgis.PyQt.QtWidgets import QAbstractButton, QAbstractSpinBox, QComboBox, QLineEdit, QWidget

from ..core.errors import AtlasError

if TYPE_CHECKING:
    from ..core.atlas.edits.journal import Journal
    from .tools.capture import CaptureTool

State = dict[str, Any]
FEW = 1_000
"""Points of a drawing that are written down with every new one; beyond that it takes a while each time."""
PUT_OFF_MS = 250
BROKEN = (KeyError, TypeError, ValueError)
"""What comes of a state that does not hold what it should."""


class Drafts:
    """Keeps drafts in the journal of the open atlas; without one nothing is kept.

    ``failed`` is told the AtlasError of a journal that cannot be written, once and not at every key.
    """

    def __init__(self, failed: Callable[[AtlasError], None]) -> None:
        self._failed = failed
        self._journal: Optional[Journal] = None
        self._told = ""

    def use(self, journal: Optional[Journal]) -> None:
        """Keep drafts in this journal from now on (None: nowhere)."""
        self._journal, self._told = journal, ""

    def keep(self, kind: str, title: str, state: State) -> None:
        """Keep what is typed in a form, or drawn, in case QGIS ends before it is saved."""
        self._write(lambda journal: journal.draft(kind, title, state))

    def drop(self, kind: str) -> None:
        """A form or drawing is saved, or given up."""
        self._write(lambda journal: journal.no_draft(kind))

    def _write(self, act: Callable[[Journal], None]) -> None:
        if self._journal is None:
            return
        try:
            act(self._journal)
        except AtlasError as error:
            if str(error) != self._told:
                self._told = str(error)
                self._failed(error)


def fields(form: Any) -> State:
    """Return what stands in the named inputs of a form, by object name."""
    return {widget.objectName(): _value(widget) for widget in _inputs(form)}


def fill(form: QWidget, state: State) -> None:
    """Put it back; inputs that a newer version does not know are left alone."""
    for widget in _inputs(form):
        if widget.objectName() in state:
            _set(widget, state[widget.objectName()])


def _inputs(form: Any) -> Iterator[QWidget]:
    for widget in form.findChildren(QWidget):
        if not widget.objectName() or isinstance(widget.parent(), (QComboBox, QAbstractSpinBox)):
            continue
        if isinstance(widget, (QLineEdit, QComboBox, QAbstractSpinBox)) or (
            isinstance(widget, QAbstractButton) and widget.isCheckable()
        ):
            yield widget


def _value(widget: Any) -> Any:
    if isinstance(widget, QComboBox):
        return [widget.currentData(), widget.currentText()]
    if isinstance(widget, QAbstractSpinBox):
        return widget.value()
    return widget.isChecked() if isinstance(widget, QAbstractButton) else widget.text()


def _set(widget: Any, value: Any) -> None:
    if isinstance(widget, QComboBox):
        data, text = value
        at = widget.findData(data) if data is not None else widget.findText(text)
        if at >= 0 and widget.itemText(at) == text:
            widget.setCurrentIndex(at)
        elif widget.isEditable():
            widget.setEditText(text)
    elif isinstance(widget, QAbstractSpinBox):
        widget.setValue(value)
    elif isinstance(widget, QAbstractButton):
        widget.setChecked(value)
    else:
        widget.setText(value)


def _changes(widget: Any) -> list[Any]:
    if isinstance(widget, QComboBox):
        return [widget.currentIndexChanged, widget.editTextChanged]
    if isinstance(widget, QAbstractSpinBox):
        return [widget.valueChanged]
    return [widget.toggled if isinstance(widget, QAbstractButton) else widget.textChanged]


class DraftForm(Protocol):
    """A widget in which something is typed that shall outlive a crash."""

    rejected: Any
    """The user has given up what was typed."""

    def draft(self) -> State:
        """Return what is typed."""

    def windowTitle(self) -> str:
        """Return what the form is called."""


class FormDraft(QObject):
    """Keeps a form's draft in the journal for as long as the form holds what nobody has saved.

    The form is a dialog or dock; its state has a ``title``, and ``take_draft`` takes it.
    """

    def __init__(self, form: DraftForm, kind: str, drafts: Drafts) -> None:
        super().__init__(form)
        self._form, self._kind, self._drafts = form, kind, drafts
        self._untouched: Optional[State] = None
        for widget in _inputs(form):
            for changed in _changes(widget):
                changed.connect(self._changed)
        form.rejected.connect(self.drop)

    def _changed(self, _value: Any = None) -> None:
        self.write()  # 0.2 ms; put off, the last keystroke would be lost

    def begin(self) -> None:
        """What stands in the form now is nothing that anybody typed."""
        self._untouched = self._form.draft()
        self.drop()

    def write(self) -> None:
        """Keep what stands in the form now."""
        state = self._form.draft()
        if state == self._untouched:
            self.drop()
        else:
            title = ": ".join(filter(None, (self._form.windowTitle(), state["title"])))
            self._drafts.keep(self._kind, title, state)

    @property
    def is_touched(self) -> bool:
        """Whether anything was typed."""
        return bool(self._form.draft() != self._untouched)

    def drop(self) -> None:
        """What was typed is saved, or was given up."""
        self._drafts.drop(self._kind)

    def leave(self) -> None:
        """The form goes though nobody said so (the atlas is closed): its draft stays."""
        self._form.rejected.disconnect(self.drop)


class DrawingDraft(QObject):
    """Keeps what is drawn with a capture tool and not finished; ``more`` tells what else belongs to it."""

    def __init__(
        self, tool: CaptureTool, kind: str, title: str, drafts: Drafts, more: Callable[[], State] = dict
    ) -> None:
        super().__init__(tool)
        self._tool, self._kind, self._title, self._drafts = tool, kind, title, drafts
        self._more = more
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PUT_OFF_MS)
        self._timer.timeout.connect(self.write)
        tool.progressed.connect(self._progressed)

    def _progressed(self) -> None:
        if self._tool.size() <= FEW:
            self.write()
        elif not self._timer.isActive():
            self._timer.start()

    def write(self) -> None:
        """Keep what is drawn now."""
        points = self._tool.points()
        if points:
            self._drafts.keep(self._kind, self._title, {**self._more(), "points": points})
        else:
            self._drafts.drop(self._kind)
