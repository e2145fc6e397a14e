# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The house's face on a sheet, and how much room text takes in it (sizes in points, room in millimetres)."""

from __future__ import annotations

from qgis.core import QgsTextFormat, QgsUnitTypes
from qgis.PyQt.QtCore import QRectF, Qt
from qgis.PyQt.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication

from ..atlas.layers.labels import FONTS, family

INK, GREY = "#1f1f1f", "#5a5a5a"
ENLARGED = 10
"""Text is measured at so many times its size: metrics of small faces are rounded to whole pixels."""

SAFE = 0.96
"""Share of a width that is counted on: drawn at its own size a line may come out a little longer."""


def font(size: float, *, bold: bool = False, italic: bool = False) -> QFont:
    """Return the house's face at a size in points."""
    face = QFont(family())
    if hasattr(face, "setFamilies"):
        face.setFamilies([family(), *FONTS])
    face.setPointSizeF(size)
    face.setBold(bold)
    face.setItalic(italic)
    return face


def text_format(size: float, colour: str, *, bold: bool = False, italic: bool = False) -> QgsTextFormat:
    """Return the house's face at a size in points, without a halo."""
    form = QgsTextFormat()
    form.setFont(font(size, bold=bold, italic=italic))
    form.setSize(size)
    form.setSizeUnit(QgsUnitTypes.RenderUnit.RenderPoints)
    form.setColor(QColor(colour))
    return form


def _metrics(size: float, bold: bool) -> tuple[QFontMetricsF, float]:
    """Return the metrics of the enlarged face and how many of its pixels are a millimetre of the sheet."""
    screen = QGuiApplication.primaryScreen()
    dpi = screen.logicalDotsPerInchY() if screen is not None else 96.0
    return QFontMetricsF(font(size * ENLARGED, bold=bold)), ENLARGED * dpi / 25.4


def text_height(text: str, size: float, width: float, *, bold: bool = False) -> float:
    """Return the height that a label takes in a column (Qt's own line breaking, as labels are drawn)."""
    metrics, per_mm = _metrics(size, bold)
    rect = metrics.boundingRect(QRectF(0, 0, SAFE * width * per_mm, 1e6), int(Qt.TextFlag.TextWordWrap), text)
    return rect.height() / per_mm


def text_width(text: str, size: float) -> float:
    """Return the width of one line."""
    metrics, per_mm = _metrics(size, False)
    return metrics.horizontalAdvance(text) / per_mm


def line_height(size: float) -> float:
    """Return the distance of two lines."""
    metrics, per_mm = _metrics(size, False)
    return metrics.lineSpacing() / per_mm


def wrapped(text: str, size: float, width: float) -> list[str]:
    """Return the lines of text that is broken at spaces only, as QGIS breaks it in tables."""
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and text_width(longer, size) > SAFE * width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines
