# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""What the tab of the control points looks like; what it does is in ``historic_points``."""

from __future__ import annotations

from typing import Any

from qgis.PyQt.QtCore import QEvent, QModelIndex
from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ....core.i18n import tr
from ...context import Context
from ...part import icon_of
from .cards import plain
from .control_points_model import PointsModel

WIDEST = (
    "☐ 123 ⚠", "Residual", "Left out", "Influence", "10000.0", "10000.0", "127.123456", "39.123456",
    "ground",
)  # fmt: skip
"""What sets the columns' widths: the figures of the fit have to be seen in a dock of 320 pixels."""


class _Table(QTableView):
    """Takes keys for itself that the main window has shortcuts for, as long as it has the focus."""

    keys: tuple[tuple[Any, Any], ...] = ()

    def event(self, event: Any) -> bool:
        """Say that a key is ours before a shortcut takes it."""
        if event.type() == QEvent.Type.ShortcutOverride and self._slot(event) is not None:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: Any) -> None:
        """Do what the key stands for."""
        slot = self._slot(event)
        if slot is None:
            super().keyPressEvent(event)
        else:
            slot()

    def _slot(self, event: Any) -> Any:
        return next((slot for key, slot in self.keys if event.matches(key)), None)


class PointsFace(QWidget):
    """Buttons, table, figures."""

    def __init__(self, context: Context, parent: Any) -> None:
        super().__init__(parent)
        self.context = context
        self.bench = parent.bench
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.addLayout(self._tools())
        self.hint = plain("", small=True)
        self.hint.setObjectName("pointsHint")
        layout.addWidget(self.hint)
        layout.addLayout(self._typing())
        layout.addWidget(self._table(), 1)
        layout.addLayout(self._method_row())
        self.figures = plain("")
        self.figures.setObjectName("pointsFigures")
        layout.addWidget(self.figures)
        self.warnings = plain("", small=True)
        self.warnings.setObjectName("pointsWarnings")
        layout.addWidget(self.warnings)
        layout.addLayout(self._foot())

    def _tools(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.scan_button = QPushButton(
            icon_of("mActionCapturePoint.svg"), tr("PointsFace", "Scan window"), self
        )
        self.scan_button.setObjectName("pointsScan")
        self.scan_button.clicked.connect(self.open_scan)
        row.addWidget(self.scan_button)
        row.addStretch(1)
        self._buttons = []
        for name, icon, tip, slot in (
            ("pointsUndo", "mActionUndo.svg", tr("PointsFace", "Undo"), self.bench.undo.undo),
            ("pointsRedo", "mActionRedo.svg", tr("PointsFace", "Redo"), self.bench.undo.redo),
            (
                "pointsDelete",
                "mActionDeleteSelected.svg",
                tr("PointsFace", "Remove the selected points"),
                self.remove,
            ),
            ("pointsRead", "mActionFileOpen.svg", tr("PointsFace", "Read a .points file"), self.read),
            ("pointsWrite", "mActionFileSave.svg", tr("PointsFace", "Write a .points file"), self.write),
        ):
            button = QToolButton(self)
            button.setObjectName(name)
            button.setIcon(icon_of(icon))
            button.setToolTip(tip)
            button.setAccessibleName(tip)
            button.setAutoRaise(True)
            button.clicked.connect(slot)
            self._buttons.append(button)
            row.addWidget(button)
        self._buttons[0].setEnabled(False)
        self._buttons[1].setEnabled(False)
        self.bench.undo.canUndoChanged.connect(self._buttons[0].setEnabled)
        self.bench.undo.canRedoChanged.connect(self._buttons[1].setEnabled)
        return row

    def _typing(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.typed = QLineEdit(self)
        self.typed.setObjectName("pointsTyped")
        self.typed.setPlaceholderText(tr("PointsFace", "printed: 127°32′, 39°55′"))
        self.typed.setAccessibleName(tr("PointsFace", "Longitude and latitude as printed on the sheet"))
        self.typed.setToolTip(
            tr(
                "PointsFace",
                "A graticule crossing in any spelling, on the sheet's own datum; of plain numbers the "
                "longitude first. Today's MGRS or UTM is taken as a place on today's map.",
            )
        )
        self.typed.returnPressed.connect(self.set_typed)
        row.addWidget(self.typed, 1)
        site = QToolButton(self)
        site.setObjectName("pointsSite")
        site.setIcon(icon_of("mActionSelect.svg"))
        site.setToolTip(tr("PointsFace", "On the selected site"))
        site.setAccessibleName(tr("PointsFace", "On the selected site"))
        site.setAutoRaise(True)
        site.clicked.connect(self.set_site)
        row.addWidget(site)
        return row

    def _table(self) -> QTableView:
        self.model = PointsModel(self.bench, self)
        self.view = _Table(self)
        self.view.setObjectName("pointsView")
        self.view.setModel(self.model)
        self.view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.view.setAlternatingRowColors(True)
        self.view.setWordWrap(False)
        self.view.verticalHeader().hide()
        self.view.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 6)
        self.view.doubleClicked.connect(self.zoom_to)
        self.model.refused.connect(self.context.messages.warning)
        for column, sample in enumerate(WIDEST):
            self.view.setColumnWidth(column, self.fontMetrics().horizontalAdvance(sample) + 12)
        self.view.keys = (
            (QKeySequence.StandardKey.Delete, self.remove),
            (QKeySequence.StandardKey.Undo, self.bench.undo.undo),
            (QKeySequence.StandardKey.Redo, self.bench.undo.redo),
        )
        return self.view

    def _method_row(self) -> QHBoxLayout:
        from ....core.historic.transforms import METHODS, TITLES

        row = QHBoxLayout()
        self.method = QComboBox(self)
        self.method.setObjectName("pointsMethod")
        self.method.setAccessibleName(tr("PointsFace", "Method"))
        for method in METHODS:
            self.method.addItem(TITLES[method], method)
        self.method.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.method.setMinimumContentsLength(12)
        self.method.activated.connect(self._method_chosen)
        self.preview_on = QCheckBox(tr("PointsFace", "Preview"), self)
        self.preview_on.setObjectName("pointsPreview")
        self.preview_on.setChecked(True)
        self.preview_on.toggled.connect(self._preview_toggled)
        row.addWidget(self.method, 1)
        row.addWidget(self.preview_on)
        return row

    def _foot(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.progress = QProgressBar(self)
        self.progress.setObjectName("pointsProgress")
        self.progress.hide()
        self.warp_button = QPushButton(icon_of("mActionStart.svg"), tr("PointsFace", "Georeference…"), self)
        self.warp_button.setObjectName("pointsWarp")
        self.warp_button.clicked.connect(self.georeference)
        row.addWidget(self.progress, 1)
        row.addWidget(self.warp_button)
        return row

    # -- showing -------------------------------------------------------------------------------------

    def set_usable(self, sheet: bool, scan: bool) -> None:
        """Enable what can be done with a sheet, and with its scan."""
        for widget in (self.view, self.method, self.typed, *self._buttons[2:]):
            widget.setEnabled(sheet)
        for widget in (self.scan_button, self.warp_button, self.preview_on):
            widget.setEnabled(scan)

    def show_method(self, method: str) -> None:
        """Show the method in use."""
        self.method.setCurrentIndex(max(self.method.findData(method), 0))

    def say(self, text: str, warnings: list[str]) -> None:
        """Show a line of figures and the warnings."""
        self.figures.setText(text)
        self.warnings.setText("\n".join(f"⚠ {warning}" for warning in warnings))

    def say_next(self, text: str) -> None:
        """Tell the next step."""
        self.hint.setText(text)

    def report(self, bench: Any) -> None:
        """Show both RMSEs, the leave-one-out error, and how the methods rank by it."""
        if bench.sheet is None or not bench.size:
            return
        self.say_next(
            tr(
                "PointsFace",
                "{} of {} points in use. Click the scan, then the map; drag points to move them.",
            ).format(sum(1 for p in bench.points if p.enabled), len(bench.points))
        )
        audit = bench.audit
        if audit is None:
            self._show_ranking({})
            self.say("", bench.warnings())
            return
        lines = [
            tr("PointsFace", "Leave-one-out error: {}").format(_metres(audit.loo_rmse)),
            tr("PointsFace", "RMSE √(Σ/n): {}").format(_metres(audit.rmse_n)),
            tr("PointsFace", "RMSE as QGIS, √(Σ/(n−k)): {}").format(_metres(audit.rmse_dof)),
            tr("PointsFace", "Datum: {} · points span {:.0%} of the scan").format(
                bench.prepared.operation.name, audit.hull_share
            ),
        ]
        self._show_ranking(dict(bench.ranking))
        if bench.ranking:
            from ....core.historic.transforms import TITLES

            name, error = bench.ranking[0]
            lines.append(tr("PointsFace", "Best by leave-one-out: {} {:.1f} m").format(TITLES[name], error))
        self.say("\n".join(lines), bench.warnings())

    def _show_ranking(self, errors: dict[str, float]) -> None:
        """Write each method's leave-one-out error beside its name."""
        from ....core.historic.transforms import METHODS, TITLES

        for row, method in enumerate(METHODS):
            tail = tr("PointsFace", " · {:.1f} m left out").format(errors[method]) if method in errors else ""
            self.method.setItemText(row, TITLES[method] + tail)

    def show_progress(self, percent: float) -> None:
        """Show the warp's progress; below zero there is none."""
        running = percent >= 0
        self.progress.setVisible(running)
        self.progress.setValue(round(max(percent, 0)))
        self.warp_button.setText(tr("PointsFace", "Cancel") if running else tr("PointsFace", "Georeference…"))

    def _method_chosen(self, _index: int) -> None:
        self.bench.set_method(self.method.currentData())

    def _preview_toggled(self, _on: bool) -> None:
        self.show_points()

    # -- what the tab does (see ``historic_points``) -----------------------------------------------------

    def open_scan(self, _checked: bool = False) -> None:
        """Show the scan."""

    def remove(self, _checked: bool = False) -> None:
        """Take points away."""

    def read(self, _checked: bool = False) -> None:
        """Read a file."""

    def write(self, _checked: bool = False) -> None:
        """Write a file."""

    def set_typed(self, _checked: bool = False) -> None:
        """Take printed coordinates."""

    def set_site(self, _checked: bool = False) -> None:
        """Take a site's place."""

    def georeference(self, _checked: bool = False) -> None:
        """Start or stop the warp."""

    def show_points(self) -> None:
        """Show the points."""

    def zoom_to(self, index: QModelIndex) -> None:
        """Show one point."""


def _metres(value: Any) -> str:
    return "–" if value is None else f"{value:.2f} m"
