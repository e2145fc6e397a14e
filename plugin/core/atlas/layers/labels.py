# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Labels in English or Korean (project variable ``atlas_language``), never on top of each other."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Optional

from qgis.core import (
    QgsLabelObstacleSettings,
    QgsPalLayerSettings,
    QgsRuleBasedLabeling,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsUnitTypes,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QColor, QFont, QFontDatabase

LANGUAGE_VARIABLE = "atlas_language"
"""``en``, ``ko``, or ``latin``: English and no Korean beneath, where no font can draw it."""

LATIN = "latin"
FONTS = (
    "Noto Sans",
    "Noto Sans CJK KR",
    "Noto Sans KR",
    "Nanum Gothic",
    "Malgun Gothic",
    "Apple SD Gothic Neo",
)
"""First the Latin face, then the ones with Hangul; Qt falls back in this order."""

POINTS = QgsUnitTypes.RenderUnit.RenderPoints
MILLIMETERS = QgsUnitTypes.RenderUnit.RenderMillimeters

NAME = f'if(@{LANGUAGE_VARIABLE} = \'ko\', coalesce("name_ko", "name"), "name")'
WRAP_AT = 22


@lru_cache(maxsize=1)
def family() -> str:
    """Return the first of the house's faces that this computer has."""
    installed = set(font_families())
    return next((name for name in FONTS if name in installed), FONTS[0])


def font_families(writing_system: Optional[Any] = None) -> list[str]:
    """Return the installed font families (that have a writing system)."""
    system = QFontDatabase.WritingSystem.Any if writing_system is None else writing_system
    try:
        return list(QFontDatabase().families(system))
    except TypeError:  # Qt 6: the database has static functions only
        return list(QFontDatabase.families(system))


def text_format(
    size: float, *, bold: bool = False, italic: bool = False, colour: str = "#1f1f1f"
) -> QgsTextFormat:
    """Return the house's text: sans serif with Hangul, halo of 0.6 mm in the paper's colour at 85 %."""
    font = QFont(family())
    if hasattr(font, "setFamilies"):
        font.setFamilies(list(FONTS))
    font.setBold(bold)
    font.setItalic(italic)
    form = QgsTextFormat()
    form.setFont(font)
    form.setFamilies([family(), *FONTS])
    form.setSize(size)
    form.setSizeUnit(POINTS)
    form.setColor(QColor(colour))
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setSize(0.6)
    halo.setSizeUnit(MILLIMETERS)
    halo.setColor(QColor(255, 255, 255))
    halo.setOpacity(0.85)
    form.setBuffer(halo)
    return form


def _points(expression: str, form: QgsTextFormat, priority: int, distance: float) -> QgsPalLayerSettings:
    settings = QgsPalLayerSettings()
    settings.fieldName = expression
    settings.isExpression = True
    settings.setFormat(form)
    settings.placement = QgsPalLayerSettings.Placement.OrderedPositionsAroundPoint
    settings.dist = distance
    settings.distUnits = MILLIMETERS
    settings.offsetType = QgsPalLayerSettings.OffsetType.FromSymbolBounds
    settings.priority = priority
    settings.displayAll = False
    settings.autoWrapLength = WRAP_AT
    return settings


def _rule(settings: QgsPalLayerSettings, condition: str, below: float, label: str) -> Any:
    rule = QgsRuleBasedLabeling.Rule(settings)
    rule.setFilterExpression(condition)
    if below:
        rule.setMinimumScale(below)
    rule.setDescription(label)
    return rule


def sites() -> QgsRuleBasedLabeling:
    """Return labels by importance: the nearer the map, the more of them, none where it would overlap."""
    root = QgsRuleBasedLabeling.Rule(None)
    for condition, below, size, bold, priority in (
        ('"importance" <= 1', 600_000, 8.0, True, 9),
        ('"importance" = 2', 250_000, 7.5, False, 7),
        ('"importance" = 3', 260_000, 7.0, False, 5),
        ('"importance" >= 4', 90_000, 6.5, False, 3),
    ):
        settings = _points(NAME, text_format(size, bold=bold), priority, 0.6)
        root.appendChild(_rule(settings, condition, below, condition))
    root.appendChild(_rule(_obstacle(), "TRUE", 0, "Markers keep labels off, their own name shown or not"))
    return QgsRuleBasedLabeling(root)


def _obstacle() -> QgsPalLayerSettings:
    settings = QgsPalLayerSettings()
    settings.fieldName = NAME
    settings.isExpression = True
    settings.drawLabels = False
    obstacle = QgsLabelObstacleSettings()
    obstacle.setIsObstacle(True)
    obstacle.setFactor(2.0)
    settings.setObstacleSettings(obstacle)
    return settings


def cities() -> QgsVectorLayerSimpleLabeling:
    """Return the names of the two cities, the largest text on the map."""
    other = f'if(@{LANGUAGE_VARIABLE} = \'ko\', "name", "name_ko")'
    alone = f"\"name_ko\" IS NULL OR coalesce(@{LANGUAGE_VARIABLE}, '') = '{LATIN}'"
    both = f"{NAME} || if({alone}, '', '\n' || {other})"
    settings = _points(both, text_format(11.0, bold=True), 10, 1.0)
    settings.autoWrapLength = 0
    return QgsVectorLayerSimpleLabeling(settings)


def traces() -> QgsVectorLayerSimpleLabeling:
    """Return names along the lines, italic, only close up."""
    settings = QgsPalLayerSettings()
    settings.fieldName = "name"
    settings.setFormat(text_format(6.5, italic=True, colour="#333333"))
    settings.placement = QgsPalLayerSettings.Placement.Line
    settings.scaleVisibility = True
    settings.minimumScale = 120_000
    settings.priority = 2
    settings.mergeLines = True
    return QgsVectorLayerSimpleLabeling(settings)


def sheets() -> QgsVectorLayerSimpleLabeling:
    """Return sheet titles along their upper edge."""
    settings = QgsPalLayerSettings()
    settings.fieldName = "title"
    settings.setFormat(text_format(7.0, colour="#555555"))
    settings.placement = QgsPalLayerSettings.Placement.Horizontal
    settings.priority = 1
    return QgsVectorLayerSimpleLabeling(settings)


def labeling(role: str) -> Any:
    """Return the labels of a role, None where there are none."""
    makers = {"sites": sites, "cities": cities, "traces": traces, "sheets": sheets}
    return makers[role]() if role in makers else None


def historic_cities() -> QgsVectorLayerSimpleLabeling:
    """Return the cities under the names of the 1940s sheets, in italics."""
    expression = 'coalesce("name_ja" || \' (\' || "name" || \')\', "name")'
    settings = _points(expression, text_format(11.0, bold=True, italic=True), 10, 1.0)
    settings.autoWrapLength = 0
    return QgsVectorLayerSimpleLabeling(settings)
