# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Labels in English or Korean (project variable ``atlas_language``), never on top of each other."""

from __future__ import annotations

from functools import lru_cache
from typing import Any, Optional

from qgis.core import (
    QgsLabeling,
    QgsLabelObstacleSettings,
    QgsPalLayerSettings,
    QgsProperty,
    QgsRuleBasedLabeling,
    QgsTextBufferSettings,
    QgsTextFormat,
    QgsUnitTypes,
    QgsVectorLayerSimpleLabeling,
)
from qgis.PyQt.QtGui import QColor, QFont, QFontDatabase

LANGUAGE_VARIABLE = "atlas_language"
"""``en``, ``ko``, or ``latin``: English and no Korean beneath, where no font can draw it."""

KOREAN, LATIN = "ko", "latin"
FONTS = (
    "Noto Sans",
    "Noto Sans CJK KR",
    "Noto Sans KR",
    "Nanum Gothic",
    "Malgun Gothic",
    "Apple SD Gothic Neo",
    "DejaVu Sans",
    "Liberation Sans",
    "Arial",
    "Helvetica",
)
"""First the Latin face, then those with Hangul, then any sans serif; Qt falls back in this order."""

POINTS = QgsUnitTypes.RenderUnit.RenderPoints
MILLIMETERS = QgsUnitTypes.RenderUnit.RenderMillimeters

CITY_PT, LANDMARK_PT, SITE_PT = 11.0, 7.5, 6.5
"""The three sizes of text on a map."""

LINE_HEIGHT = 0.72
"""Of a face with Hangul, whose own line is half as high again as its letters."""

GROUND_VARIABLE, DARK = "atlas_ground", "dark"
"""Project variable: ``dark`` draws base map and text for a dark screen; map sheets are always on paper."""

HALO, DARK_TEXT, DARK_HALO = "#ffffff", "#eceae5", "#15191c"

MARKER_FACTOR_VARIABLE = "atlas_marker_factor"
"""Layout variable of the map sheets: markers on paper are read from near and may be smaller."""

SIZE_MM = (
    f"coalesce(@{MARKER_FACTOR_VARIABLE}, 1) * "
    "CASE WHEN coalesce(@map_scale, 50000) > 400000 THEN 3.4 "
    "WHEN coalesce(@map_scale, 50000) > 120000 THEN 4.2 ELSE 5.2 END"
)
"""Of a marker: about 16, 20 and 24 pixels on a screen of 120 dpi."""

RADIUS_MM = f"0.5 * {SIZE_MM} + 0.3"
"""How far a name keeps off its point: half a marker and a little air."""

RIVER = "#3f6f96"
NAME = f'if(@{LANGUAGE_VARIABLE} = \'ko\', coalesce("name_ko", "name"), "name")'
OTHER_NAME = (
    f"if(coalesce(@{LANGUAGE_VARIABLE}, '') = '{LATIN}', '', "
    f"coalesce(if(@{LANGUAGE_VARIABLE} = 'ko', \"name\", \"name_ko\"), ''))"
)
WRAP_AT = 20


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
    form.setLineHeight(LINE_HEIGHT)
    form.setColor(QColor(colour))
    halo = QgsTextBufferSettings()
    halo.setEnabled(True)
    halo.setSize(0.6)
    halo.setSizeUnit(MILLIMETERS)
    halo.setColor(QColor(HALO))
    halo.setOpacity(0.85)
    form.setBuffer(halo)
    return form


def by_ground(paper: str, dark: str) -> QgsProperty:
    """Return a colour that follows the ground the map is drawn on."""
    return QgsProperty.fromExpression(f"if(@{GROUND_VARIABLE} = '{DARK}', '{dark}', '{paper}')")


def _defined(settings: QgsPalLayerSettings, **more: QgsProperty) -> None:
    """Let text and halo follow the ground, and set what else is given by its property's name."""
    known = QgsPalLayerSettings.Property
    defined = settings.dataDefinedProperties()
    defined.setProperty(known.Color, by_ground(settings.format().color().name(), DARK_TEXT))
    defined.setProperty(known.BufferColor, by_ground(HALO, DARK_HALO))
    for name, value in more.items():
        defined.setProperty(getattr(known, name), value)
    settings.setDataDefinedProperties(defined)


def _points(expression: str, form: QgsTextFormat, priority: int) -> QgsPalLayerSettings:
    settings = QgsPalLayerSettings()
    settings.fieldName = expression
    settings.isExpression = True
    settings.setFormat(form)
    settings.placement = QgsPalLayerSettings.Placement.OrderedPositionsAroundPoint
    settings.offsetType = QgsPalLayerSettings.OffsetType.FromPoint
    settings.distUnits = MILLIMETERS
    settings.dist = 2.9
    # The notch of a disputed position stands at the upper right.
    around = (
        "if(coalesce(attribute('conflicts'), 0) > 0, 'BR,BL,TL,L,B,BSL', "
        "'TR,TL,BR,BL,R,L,TSR,BSR,TSL,BSL,T,B')"
    )
    _defined(
        settings,
        LabelDistance=QgsProperty.fromExpression(RADIUS_MM),
        PredefinedPositionOrder=QgsProperty.fromExpression(around),
    )
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
    water = "\"category\" = 'river'"
    for condition, below, form, priority in (
        ('"importance" <= 1', 600_000, text_format(LANDMARK_PT, bold=True), 9),
        ('"importance" = 2', 260_000, text_format(LANDMARK_PT), 7),
        ('"importance" = 3', 260_000, text_format(SITE_PT), 5),
        (f'"importance" >= 4 AND NOT {water}', 90_000, text_format(SITE_PT), 3),
        (water, 260_000, text_format(SITE_PT, italic=True, colour=RIVER), 4),
    ):
        root.appendChild(_rule(_points(NAME, form, priority), condition, below, condition))
    root.appendChild(_rule(_obstacle(), "TRUE", 0, "Markers keep labels off, their own name shown or not"))
    return QgsRuleBasedLabeling(root)


def _obstacle() -> QgsPalLayerSettings:
    settings = QgsPalLayerSettings()
    settings.fieldName = NAME
    settings.isExpression = True
    settings.drawLabels = False
    obstacle = QgsLabelObstacleSettings()
    obstacle.setIsObstacle(True)
    # Below 2, or nothing at all could be named where markers crowd: landmarks (priority 9) may touch one.
    obstacle.setFactor(1.7)
    settings.setObstacleSettings(obstacle)
    return settings


def _no_obstacle() -> QgsLabelObstacleSettings:
    """Names may cross lines: a landmark on the town wall would have no place left."""
    obstacle = QgsLabelObstacleSettings()
    obstacle.setIsObstacle(False)
    return obstacle


def cities() -> QgsRuleBasedLabeling:
    """Return the names of the two cities, the largest text on the map, the other language small beneath."""
    return _city_lines((NAME, text_format(CITY_PT, bold=True)), (OTHER_NAME, _second()))


def _second(*, italic: bool = False) -> QgsTextFormat:
    return text_format(LANDMARK_PT, italic=italic, colour="#5a5a5a")


def _city_lines(*lines: tuple[str, QgsTextFormat]) -> QgsRuleBasedLabeling:
    """Return names one beneath the other, below a city's ring to the right."""
    root = QgsRuleBasedLabeling.Rule(None)
    down = 0.2
    for expression, form in lines:
        settings = _points(expression, form, 10)
        settings.placement = QgsPalLayerSettings.Placement.OverPoint
        settings.quadOffset = QgsPalLayerSettings.QuadrantPosition.QuadrantBelowRight
        settings.xOffset, settings.yOffset = 1.8, down
        settings.offsetUnits = MILLIMETERS
        settings.autoWrapLength = 0
        root.appendChild(_rule(settings, "TRUE", 0, expression))
        down += 0.53 * form.size()
    return QgsRuleBasedLabeling(root)


def traces() -> QgsVectorLayerSimpleLabeling:
    """Return names along the lines, italic, only close up."""
    settings = QgsPalLayerSettings()
    settings.fieldName = "name"
    settings.setFormat(text_format(SITE_PT, italic=True, colour="#333333"))
    settings.placement = QgsPalLayerSettings.Placement.Curved
    settings.lineSettings().setPlacementFlags(
        QgsLabeling.LinePlacementFlag.AboveLine | QgsLabeling.LinePlacementFlag.MapOrientation
    )
    settings.dist = 1.2  # clear of a railway's ticks
    settings.distUnits = MILLIMETERS
    # Along a curve every letter has a halo of its own; in a PDF that of a blank is a path without a point.
    on_screen = QgsProperty.fromExpression(f"@{MARKER_FACTOR_VARIABLE} IS NULL")
    _defined(settings, BufferDraw=on_screen)
    settings.scaleVisibility = True
    settings.minimumScale = 120_000
    settings.priority = 2
    settings.mergeLines = True
    settings.setObstacleSettings(_no_obstacle())
    return QgsVectorLayerSimpleLabeling(settings)


def sheets() -> QgsVectorLayerSimpleLabeling:
    """Return sheet titles along their upper edge."""
    settings = QgsPalLayerSettings()
    settings.fieldName = "title"
    settings.setFormat(text_format(SITE_PT, colour="#555555"))
    settings.placement = QgsPalLayerSettings.Placement.Horizontal
    _defined(settings)
    settings.priority = 1
    return QgsVectorLayerSimpleLabeling(settings)


def labeling(role: str) -> Any:
    """Return the labels of a role, None where there are none."""
    makers = {"sites": sites, "cities": cities, "traces": traces, "sheets": sheets}
    return makers[role]() if role in makers else None


def historic_cities() -> QgsRuleBasedLabeling:
    """Return the cities under the names of the 1940s sheets, in italics, today's name small beneath."""
    return _city_lines(
        ('coalesce("name_ja", "name")', text_format(CITY_PT, bold=True, italic=True)),
        ('if("name_ja" IS NULL, \'\', "name")', _second()),
    )


def both_cities() -> QgsRuleBasedLabeling:
    """Return the cities under today's names, the reading of the 1940s in italics beneath."""
    return _city_lines(
        (NAME, text_format(CITY_PT, bold=True)), (OTHER_NAME, _second()), ('"name_ja"', _second(italic=True))
    )
