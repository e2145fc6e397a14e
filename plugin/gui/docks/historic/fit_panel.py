# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""What the fit of the control points is worth: methods by leave-one-out error, figures, warnings."""

from __future__ import annotations

from typing import Optional

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from ....core.historic.choices import METHODS, TITLES
from ....core.historic.sheet_points import Judgement
from ....core.i18n import tr
from ...widgets.labels import plain_label


class FitPanel(QWidget):
    """The choice of the method, of the live preview, and what is known of the fit."""

    method_chosen = pyqtSignal(str)
    preview_toggled = pyqtSignal(bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(self._row())
        self.figures = plain_label(name="pointsFigures", narrow=True, parent=self)
        self.warnings = plain_label(name="pointsWarnings", small=True, narrow=True, parent=self)
        layout.addWidget(self.figures)
        layout.addWidget(self.warnings)

    def _row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.method = QComboBox(self)
        self.method.setObjectName("pointsMethod")
        self.method.setAccessibleName(tr("FitPanel", "Method"))
        for method in METHODS:
            self.method.addItem(tr("Methods", TITLES[method]), method)
        self.method.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.method.setMinimumContentsLength(12)
        self.method.activated.connect(self._chosen)
        self.preview = QCheckBox(tr("FitPanel", "Preview"), self)
        self.preview.setObjectName("pointsPreview")
        self.preview.setChecked(True)
        self.preview.toggled.connect(self.preview_toggled)
        row.addWidget(self.method, 1)
        row.addWidget(self.preview)
        return row

    def set_usable(self, sheet: bool, scan: bool) -> None:
        """Enable what can be done with a sheet, and with its scan."""
        self.method.setEnabled(sheet)
        self.preview.setEnabled(scan)

    def say(self, text: str, warnings: list[str]) -> None:
        """Show a line of figures and the warnings."""
        self.figures.setText(text)
        self.warnings.setText("\n".join(f"⚠ {warning}" for warning in warnings))

    def show_fit(self, fit: Judgement, method: str) -> None:
        """Show both RMSEs, the leave-one-out error, and how the methods rank by it."""
        self.method.setCurrentIndex(max(self.method.findData(method), 0))
        self._show_ranking(dict(fit.ranking) if fit.audit is not None else {})
        audit, prepared = fit.audit, fit.prepared
        if audit is None or prepared is None:
            self.say("", fit.warnings)
            return
        lines = [
            tr("FitPanel", "Leave-one-out error: {metres}").format(metres=_metres(audit.loo_rmse)),
            tr("FitPanel", "RMSE √(Σ/n): {metres}").format(metres=_metres(audit.rmse_n)),
            tr("FitPanel", "RMSE as QGIS, √(Σ/(n−k)): {metres}").format(metres=_metres(audit.rmse_dof)),
            tr("FitPanel", "Datum: {datum} · points span {share} of the scan").format(
                datum=tr("Datums", prepared.operation.name), share=f"{audit.hull_share:.0%}"
            ),
        ]
        if fit.ranking:
            name, error = fit.ranking[0]
            text = tr("FitPanel", "Best by leave-one-out: {method} {metres} m")
            lines.append(text.format(method=tr("Methods", TITLES[name]), metres=f"{error:.1f}"))
        self.say("\n".join(lines), fit.warnings)

    def _show_ranking(self, errors: dict[str, float]) -> None:
        """Write each method's leave-one-out error beside its name."""
        for row, method in enumerate(METHODS):
            title = tr("Methods", TITLES[method])
            if method in errors:
                text = tr("FitPanel", "{method} · {metres} m left out")
                title = text.format(method=title, metres=f"{errors[method]:.1f}")
            self.method.setItemText(row, title)

    def _chosen(self, _index: int) -> None:
        self.method_chosen.emit(self.method.currentData())


def _metres(value: Optional[float]) -> str:
    return "–" if value is None else f"{value:.2f} m"
