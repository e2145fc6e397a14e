# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The box for a decimal number: typed with a point or a comma it means the same in every language."""

from __future__ import annotations

from typing import Any, Optional

from qgis.gui import QgsDoubleSpinBox
from qgis.PyQt.QtGui import QValidator
from qgis.PyQt.QtWidgets import QWidget

from ...core.numbers import read_number


class NumberBox(QgsDoubleSpinBox):
    """A number with its unit.  Shown in the window's language, typed as one likes; ``2*3`` is computed.

    ``low`` and ``high`` bound it, both taken in; ``unit`` stands behind the number.
    """

    def __init__(
        self,
        parent: Optional[QWidget] = None,
        *,
        unit: str = "",
        low: float = 0.0,
        high: float = 1_000_000.0,
        decimals: int = 1,
        value: Optional[float] = None,
    ) -> None:
        super().__init__(parent)
        self.setShowClearButton(False)
        self.setDecimals(decimals)
        self.setRange(low, high)
        self.set_unit(unit)
        self.setValue(low if value is None else value)

    def set_unit(self, unit: str) -> None:
        """Show another unit behind the number; the number itself stays."""
        self.setSuffix(f" {unit}" if unit else "")

    def validate(self, text: str, *position: int) -> Any:
        """Say whether a text can stay: a number in bounds, or what may still become one."""
        number = self._typed(text)
        state = self._state(super().validate(text, *position)) if number is None else self._bounded(number)
        # QGIS's binding takes the text alone and wants state and cursor; Qt's own has both both ways
        return (state, text, *position) if position else (state, self.lineEdit().cursorPosition())

    @staticmethod
    def _state(answer: Any) -> QValidator.State:
        return answer[0] if isinstance(answer, tuple) else answer

    def _bounded(self, number: float) -> QValidator.State:
        low, high = self.minimum(), self.maximum()
        number = round(number, self.decimals())
        if low <= number <= high:
            return QValidator.State.Acceptable
        # a further digit leads away from zero: it can bring 1 into 10 to 50, never 99
        hopeless = number > max(high, 0.0) or number < min(low, 0.0)
        return QValidator.State.Invalid if hopeless else QValidator.State.Intermediate

    def valueFromText(self, text: str) -> float:  # noqa: N802 (Qt's name)
        """Return the number that a text of the box states."""
        number = self._typed(text)
        return super().valueFromText(text) if number is None else number

    def _typed(self, text: str) -> Optional[float]:
        unit = self.suffix().strip()
        bare = text.strip()
        bare = bare[: -len(unit)] if unit and bare.endswith(unit) else bare
        try:
            return read_number(bare)
        except ValueError:
            return None
