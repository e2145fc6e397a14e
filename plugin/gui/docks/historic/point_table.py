# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The table of control points: its keys, its columns, and the choice of where coordinates come from."""

from __future__ import annotations

from typing import Any, Callable, Optional

from qgis.PyQt.QtCore import QAbstractItemModel, QEvent, QModelIndex, Qt
from qgis.PyQt.QtGui import QKeyEvent, QKeySequence
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ....core.i18n import tr
from ...widgets.tables import as_rows
from .control_points_model import FRAMES, ON, PointsModel

WIDEST = (
    "☐ 123 ⚠", "Residual", "Left out", "Influence", "10000.0", "10000.0", "127.123456", "39.123456",
    "ground ▾",
)  # fmt: skip
"""What sets the columns' widths: the figures of the fit have to be seen in a dock of 320 pixels."""


class PointTable(QTableView):
    """Takes keys for itself that the main window has shortcuts for, as long as it has the focus."""

    def __init__(
        self, model: PointsModel, keys: tuple[tuple[QKeySequence.StandardKey, Callable], ...], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._keys = keys
        self.setModel(model)
        as_rows(self, "pointsView")
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
            | QAbstractItemView.EditTrigger.AnyKeyPressed
        )
        self.horizontalHeader().setStretchLastSection(False)
        self.setItemDelegateForColumn(ON, _FrameChoice(self))
        for column, sample in enumerate(WIDEST):
            self.setColumnWidth(column, self.fontMetrics().horizontalAdvance(sample) + 12)

    def chosen(self) -> list[int]:
        """Return the numbers of the selected rows."""
        return sorted(index.row() for index in self.selectionModel().selectedRows())

    def event(self, event: QEvent) -> bool:
        """Say that a key is ours before a shortcut takes it."""
        if event.type() == QEvent.Type.ShortcutOverride and self._slot(event) is not None:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key stands for."""
        slot = self._slot(event)
        if slot is None:
            super().keyPressEvent(event)
        else:
            slot()

    def _slot(self, event: Any) -> Optional[Callable]:
        return next((slot for key, slot in self._keys if event.matches(key)), None)


class _FrameChoice(QStyledItemDelegate):
    """Lets the origin of coordinates be chosen, for all selected points when the edited one is among them."""

    def __init__(self, view: PointTable) -> None:
        super().__init__(view)
        self._view = view

    def createEditor(self, parent: QWidget, _option: QStyleOptionViewItem, _index: QModelIndex) -> QComboBox:
        """Return a box of both origins."""
        box = QComboBox(parent)
        for frame, title in FRAMES:
            box.addItem(tr("PointsModel", title), frame)
        box.activated.connect(self._done)
        return box

    def setEditorData(self, box: QComboBox, index: QModelIndex) -> None:
        """Show where the coordinates come from now."""
        box.setCurrentIndex(max(box.findData(index.data(Qt.ItemDataRole.EditRole)), 0))

    def setModelData(self, box: QComboBox, model: QAbstractItemModel, index: QModelIndex) -> None:
        """Take the choice over."""
        rows = self._view.chosen()
        if isinstance(model, PointsModel):
            model.set_frame(rows if index.row() in rows else [index.row()], box.currentData())

    def _done(self, _index: int) -> None:
        """A choice is enough: no second click elsewhere is needed."""
        box = self.sender()
        self.commitData.emit(box)
        self.closeEditor.emit(box)
