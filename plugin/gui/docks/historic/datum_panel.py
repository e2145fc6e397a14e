# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The choice of a sheet's datum: what each one moves, and a test by places on sheet and ground."""

from __future__ import annotations

from typing import Any, Optional

from qgis.core import QgsCoordinateReferenceSystem
from qgis.gui import QgsProjectionSelectionWidget
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QFileDialog, QVBoxLayout, QWidget

from ....core.errors import AtlasError
from ....core.historic.datum import Operation, Shift
from ....core.i18n import mark, tr
from ...context import Context
from ...messages import reported
from ...widgets.buttons import push_button
from ...widgets.labels import plain_label
from .sheet_form import narrow_combo

TITLES = (
    ("undetermined", mark("DatumPanel", "not determined")), ("wgs84", mark("DatumPanel", "WGS 84")),
    ("tokyo1918", mark("DatumPanel", "Tokyo 1918")), ("tokyo1892", mark("DatumPanel", "Tokyo 1892")),
    ("other", mark("DatumPanel", "other")),
)  # fmt: skip


class DatumPanel(QWidget):
    """Datum, its reference system where it is another one, and what follows from the choice."""

    edited = pyqtSignal()

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.context = context
        self._place: Optional[tuple[float, float]] = None
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self.choice = narrow_combo("datumCombo", self)
        for key, title in TITLES:
            text = tr("DatumPanel", "Datum: {name}")
            self.choice.addItem(text.format(name=tr("DatumPanel", title)), key)
        self.crs = QgsProjectionSelectionWidget(self)
        self.crs.setObjectName("datumCrs")
        self.effect = plain_label(name="datumEffect", small=True, narrow=True, parent=self)
        self.verdict = plain_label(name="datumVerdict", small=True, narrow=True, parent=self)
        test = push_button(
            "datumTest",
            tr("DatumPanel", "Test the datum…"),
            self._test,
            icon="mActionMeasureBearing.svg",
            parent=self,
        )
        for widget in (self.choice, self.crs, self.effect, test, self.verdict):
            layout.addWidget(widget)
        self.choice.currentIndexChanged.connect(self._changed)
        self.crs.crsChanged.connect(self._changed)

    def _changed(self, _value: Any = None) -> None:
        self._show_effect()
        self.edited.emit()

    def _is_other(self) -> bool:
        return self.choice.currentData() == "other"

    def values(self) -> dict[str, Any]:
        """Return datum and, for another one, its reference system, by column."""
        crs = self.crs.crs()
        other = self._is_other() and crs.isValid()
        return {
            "datum": self.choice.currentData(),
            "datum_crs": (crs.authid() or crs.toWkt()) if other else None,
        }

    def fill(self, values: dict[str, Any], place: tuple[float, float]) -> None:
        """Show a datum; ``place`` (degrees) is where its effect is shown.  Nothing is called edited by it."""
        self._place = place
        self.blockSignals(True)
        self.crs.setCrs(QgsCoordinateReferenceSystem(values["datum_crs"] or ""))
        self.choice.setCurrentIndex(max(self.choice.findData(values["datum"]), 0))
        self.blockSignals(False)
        self._show_effect()

    @reported
    def _show_effect(self) -> None:
        from ....core.historic.datum import shifts_at

        self.crs.setVisible(self._is_other())
        if self._place is None:
            return
        said, other = "", None
        try:
            chosen = self._operation(self._place)
            if chosen is not None:
                other = chosen if self._is_other() and chosen.is_geographic else None
                said = _operation_text(chosen)
        except AtlasError as error:
            said = str(error)
        lines = [tr("DatumPanel", "Printed coordinates move here by:")]
        for shift in shifts_at(*self._place, [other] if other is not None else []):
            text = tr("DatumPanel", "  {datum}: {direction}")
            lines.append(text.format(datum=tr("Datums", shift.name), direction=_direction(shift)))
        self.effect.setText("\n".join([*lines, said]).strip())

    def _operation(self, place: tuple[float, float]) -> Optional[Operation]:
        from ....core.historic.operations import operation_for

        if self._is_other():
            crs = self.crs.crs()
            return operation_for("crs", crs.authid() or crs.toWkt(), place) if crs.isValid() else None
        key = self.choice.currentData()
        return None if key == "undetermined" else operation_for(key)

    # -- the test ------------------------------------------------------------------------------------

    @reported
    def _test(self, _checked: bool = False) -> None:
        """Ask for a table of pairs and say which datum they speak for."""
        title = tr("DatumPanel", "Places on the sheet and on the ground")
        path, _kind = QFileDialog.getOpenFileName(self, title, "", "CSV (*.csv)")
        if path:
            self.test_with(path)

    def test_with(self, path: str) -> None:
        """Run the datum test on a file and show verdict and reasons."""
        from ....core.historic.datum_test import read_pairs, run_datum_test

        found = run_datum_test(read_pairs(path))
        text = tr("DatumPanel", "Verdict of %n pairs: {verdict}", found.pairs)
        lines = [text.format(verdict=tr("DatumTest", found.verdict)), *found.reasons]
        for h in found.hypotheses:
            text = tr("DatumPanel", "  {name}: {misfit} m left (RMS {rms} m)")
            lines.append(
                text.format(name=tr("DatumTest", h.name), misfit=f"{h.misfit:.0f}", rms=f"{h.rms:.0f}")
            )
        self.verdict.setText("\n".join(lines))

    def forget_verdict(self) -> None:
        """Show no verdict: it was another sheet's."""
        self.verdict.setText("")


def _operation_text(operation: Operation) -> str:
    said = operation.note or operation.name
    name = tr("Datums", said)
    if operation.accuracy_m is None:
        return tr("DatumPanel", "Operation: {name}").format(name=name)
    text = tr("DatumPanel", "Operation: {name} (± {metres} m)")
    return text.format(name=name, metres=f"{operation.accuracy_m:g}")


def _direction(shift: Shift) -> str:
    north = tr("DatumPanel", "{metres} m N") if shift.north_m >= 0 else tr("DatumPanel", "{metres} m S")
    east = tr("DatumPanel", "{metres} m E") if shift.east_m >= 0 else tr("DatumPanel", "{metres} m W")
    return ", ".join(
        text.format(metres=f"{abs(size):.0f}")
        for text, size in ((north, shift.north_m), (east, shift.east_m))
    )
