# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""How the layers are drawn: the marker family for sites, the article's colours for traces, a quiet base.

Every SVG is embedded (base64), so that a project draws without the plugin.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NamedTuple, Optional

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFeatureRequest,
    QgsFillSymbol,
    QgsFontMarkerSymbolLayer,
    QgsGeometryGeneratorSymbolLayer,
    QgsLineSymbol,
    QgsMarkerLineSymbolLayer,
    QgsMarkerSymbol,
    QgsNullSymbolRenderer,
    QgsProperty,
    QgsRendererCategory,
    QgsRuleBasedRenderer,
    QgsSimpleLineSymbolLayer,
    QgsSimpleMarkerSymbolLayer,
    QgsSimpleMarkerSymbolLayerBase,
    QgsSingleSymbolRenderer,
    QgsSvgMarkerSymbolLayer,
    QgsSymbolLayer,
    QgsUnitTypes,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QPointF, Qt
from qgis.PyQt.QtGui import QColor

from ...i18n import mark, tr
from ...plain_text import unevaluated
from ..model import Category
from ..store.quoting import expression_field, expression_text
from .labels import SIZE_MM, by_ground, family

SVG = Path(__file__).resolve().parents[4] / "resources" / "svg"

CERTAINTIES = (
    ("-probable", "attribute('likelihood') = 'probable'"),
    ("-possible", "attribute('likelihood') IN ('possible', 'doubtful')"),
)
"""Ending of a marker's file and when it is drawn instead of the confirmed one."""

IMPORTANCE, CONFLICTS = "coalesce(attribute('importance'), 1)", "coalesce(attribute('conflicts'), 0)"
"""By ``attribute()``: a legend entry has no feature, and a bare column name would be an error there."""

SHOWN = f"({IMPORTANCE} <= 2 OR coalesce(@map_scale, 1) <= 400000 OR coalesce(@atlas_thinned, 0) = 1)"
"""At small scales landmarks only, unless the sites dock has thinned the map (it sets the variable)."""

NOTCH = "#b00020"
NO_SIZE = 0.01
"""The notch's size where there is no feature: legends draw every layer, enabled or not."""
WHITE, INK, RAIL, COAST, WALL = "#ffffff", "#3b3b3b", "#111111", "#f2c200", "#7a4a1e"
MILLIMETERS = QgsUnitTypes.RenderUnit.RenderMillimeters


def is_marker(name: Optional[str]) -> bool:
    """Tell whether a marker of that name is shipped; names come from data and lead nowhere else."""
    return bool(name and re.fullmatch(r"[a-z0-9_-]+", name)) and (SVG / f"{name}.svg").exists()


def svg(name: str) -> str:
    """Return ``base64:…`` of a marker file, as QGIS stores embedded SVG (without comments and line ends)."""
    text = (SVG / f"{name if is_marker(name) else 'unknown'}.svg").read_text(encoding="utf-8")
    compact = re.sub(r">\s+<", "><", re.sub(r"<!--.*?-->", "", text, flags=re.DOTALL)).strip()
    return "base64:" + base64.b64encode(compact.encode("utf-8")).decode("ascii")


def marker(icon: str) -> QgsMarkerSymbol:
    """Return the marker of a category, drawn by certainty, with the notch for conflicting positions."""
    badge = QgsSvgMarkerSymbolLayer(svg(icon), 5.2)
    cases = " ".join(f"WHEN {condition} THEN '{svg(icon + ending)}'" for ending, condition in CERTAINTIES)
    badge.setDataDefinedProperty(
        QgsSymbolLayer.Property.PropertyName, QgsProperty.fromExpression(f"CASE {cases} END")
    )
    badge.setDataDefinedProperty(
        QgsSymbolLayer.Property.PropertyLayerEnabled, QgsProperty.fromExpression(SHOWN)
    )
    symbol = QgsMarkerSymbol()
    symbol.deleteSymbolLayer(0)
    notch = _notch()
    for layer in (badge, *notch):
        symbol.appendSymbolLayer(layer)
    symbol.setDataDefinedSize(QgsProperty.fromExpression(SIZE_MM))
    for layer, share in zip(notch, (0.52, 0.37)):
        size = QgsProperty.fromExpression(f"if({CONFLICTS} > 0, {share} * ({SIZE_MM}), 0)")
        layer.setDataDefinedProperty(QgsSymbolLayer.Property.PropertySize, size)
    return symbol


def plain_marker(icon: str, size_mm: float) -> QgsMarkerSymbol:
    """Return a marker as it is drawn for a confirmed site, in one size: for legends."""
    symbol = QgsMarkerSymbol()
    symbol.changeSymbolLayer(0, QgsSvgMarkerSymbolLayer(svg(icon), size_mm))
    return symbol


def _notch() -> list[QgsSymbolLayer]:
    """Return the small mark that says how many positions contradict the one shown."""
    condition = QgsProperty.fromExpression(f"{CONFLICTS} > 0 AND {SHOWN}")
    mark = QgsSimpleMarkerSymbolLayer(QgsSimpleMarkerSymbolLayerBase.Shape.Circle, NO_SIZE)
    mark.setColor(QColor(NOTCH))
    mark.setStrokeStyle(Qt.PenStyle.NoPen)
    count = QgsFontMarkerSymbolLayer(family(), " ", 1.9, QColor(WHITE))
    count.setFontStyle("Bold")
    count.setDataDefinedProperty(
        QgsSymbolLayer.Property.PropertyCharacter,
        QgsProperty.fromExpression(f"if({CONFLICTS} > 0, to_string({CONFLICTS} + 1), ' ')"),
    )
    for layer in (mark, count):
        layer.setOffset(QPointF(1.9, -1.9))
        layer.setOffsetUnit(MILLIMETERS)
        layer.setDataDefinedProperty(QgsSymbolLayer.Property.PropertyLayerEnabled, condition)
    return [mark, count]


def sites(categories: list[Category]) -> QgsCategorizedSymbolRenderer:
    """Return the renderer of the sites: one legend entry per category, landmarks on top."""
    entries = [
        *map(_entry, _drawn(categories)),
        QgsRendererCategory(None, marker("unknown"), mark("Legend", "Other")),
    ]
    renderer = QgsCategorizedSymbolRenderer("category", entries)
    renderer.setOrderBy(
        QgsFeatureRequest.OrderBy([QgsFeatureRequest.OrderByClause('coalesce("importance", 5)', False)])
    )
    renderer.setOrderByEnabled(True)
    return renderer


def add_missing(layer: QgsVectorLayer, categories: list[Category]) -> None:
    """Give categories that came after a layer's style was made their marker, where it draws categories."""
    renderer = layer.renderer()
    if not isinstance(renderer, QgsCategorizedSymbolRenderer) or renderer.classAttribute() != "category":
        return
    known = {entry.value() for entry in renderer.categories()}
    missing = [category for category in _drawn(categories) if category.id not in known]
    if missing:
        made = renderer.clone()
        for category in missing:
            made.addCategory(_entry(category))
        layer.setRenderer(made)


def speak(layer: QgsVectorLayer, categories: list[Category], korean: bool) -> None:
    """Let a layer's legend speak the language of the map and of the user; a file's style speaks English.

    What the user called otherwise stays.
    """
    renderer = layer.renderer().clone() if layer.renderer() is not None else None
    if isinstance(renderer, QgsCategorizedSymbolRenderer):
        named = {row.id: row for row in categories if renderer.classAttribute() == "category"}
        for number, entry in enumerate(renderer.categories()):
            row = named.get(entry.value())
            label = tr("Legend", entry.label())
            if row is not None and entry.label() in map(unevaluated, (row.label, row.label_ko or "")):
                label = unevaluated((row.label_ko or row.label) if korean else row.label)
            renderer.updateCategoryLabel(number, label)
    elif isinstance(renderer, QgsRuleBasedRenderer):
        for rule in renderer.rootRule().descendants():
            rule.setLabel(tr("Legend", rule.label()))
    else:
        return
    layer.setRenderer(renderer)


def _drawn(categories: list[Category]) -> list[Category]:
    ordered = sorted(categories, key=lambda item: item.sort or 0)
    return [category for category in ordered if category.parent and is_marker(category.icon)]


def _entry(category: Category) -> QgsRendererCategory:
    return QgsRendererCategory(category.id, marker(category.icon or "unknown"), unevaluated(category.label))


# -- traces ------------------------------------------------------------------------------------------


DASH = (3.0, 1.6)
SIDE_MM = 0.26
"""Width of a line at the side of a road or coast."""


def _line(
    colour: str, width: float, dash: tuple[float, ...] = (), *, offset: float = 0.0
) -> QgsSimpleLineSymbolLayer:
    layer = QgsSimpleLineSymbolLayer(QColor(colour), width)
    layer.setWidthUnit(MILLIMETERS)
    layer.setPenCapStyle(Qt.PenCapStyle.FlatCap)
    layer.setPenJoinStyle(Qt.PenJoinStyle.RoundJoin)
    layer.setOffset(offset)
    layer.setOffsetUnit(MILLIMETERS)
    if dash:
        layer.setUseCustomDashPattern(True)
        layer.setCustomDashVector(list(dash))
        layer.setCustomDashPatternUnit(MILLIMETERS)
    return layer


def trace_symbol(kind: str, schematic: bool) -> QgsLineSymbol:
    """Return the line of a trace; schematic ones are dashed and lighter.

    Roads and coasts are cased by two lines at their sides, not by a wider one beneath: a symbol's opacity
    counts for each of its lines, and what lies beneath would shine through and turn white and yellow grey.
    """
    dash = DASH if schematic else ()
    colour, width = {
        "road": (WHITE, 0.9),
        "railway": (RAIL, 0.7),
        "coast": (COAST, 1.0),
        "wall": (WALL, 0.9),
        "river": ("#5b8db8", 0.7),
    }[kind]
    fill = _line(colour, width, dash)
    lines: list[QgsSymbolLayer] = [fill]
    if kind in ("road", "coast"):
        beside = (width + SIDE_MM) / 2
        lines += [_line(INK, SIDE_MM, dash, offset=side * beside) for side in (-1, 1)]
        for line in lines:
            line.setAlignDashPattern(True)  # as many dashes on the outside of a bend as on its inside
    if kind == "railway":
        lines = [_line(WHITE, width + 0.5, dash), fill, _ticks()]
    symbol = QgsLineSymbol()
    symbol.deleteSymbolLayer(0)
    for line in lines:
        symbol.appendSymbolLayer(line)
    if schematic:
        symbol.setOpacity(0.6)
    return symbol


def _ticks() -> QgsMarkerLineSymbolLayer:
    tick = QgsMarkerSymbol.createSimple(
        {
            "name": "line",
            "color": RAIL,
            "outline_color": RAIL,
            "outline_width": "0.35",
            "size": "2.2",
            "angle": "0",
        }
    )
    ticks = QgsMarkerLineSymbolLayer(True, sum(DASH))
    ticks.setOffsetAlongLine(DASH[0] / 2)  # one on every dash
    ticks.setSubSymbol(tick)
    return ticks


TRACE_LABELS = {
    "road": mark("Legend", "Road"),
    "railway": mark("Legend", "Railway"),
    "coast": mark("Legend", "Old coastline"),
    "wall": mark("Legend", "Town wall"),
    "river": mark("Legend", "River"),
}
TRACE_RULES = {
    ("road", True): mark("Legend", "Road 1944–46, schematic"),
    ("road", False): mark("Legend", "Road 1944–46, digitized or published"),
    ("railway", True): mark("Legend", "Railway 1944–46, schematic"),
    ("railway", False): mark("Legend", "Railway 1944–46, digitized or published"),
    ("coast", True): mark("Legend", "Old coastline 1944–46, schematic"),
    ("coast", False): mark("Legend", "Old coastline 1944–46, digitized or published"),
    ("wall", True): mark("Legend", "Town wall 1944–46, schematic"),
    ("wall", False): mark("Legend", "Town wall 1944–46, digitized or published"),
    ("river", True): mark("Legend", "River 1944–46, schematic"),
    ("river", False): mark("Legend", "River 1944–46, digitized or published"),
}
"""The legend's text by kind and whether the line is schematic."""


def traces() -> QgsRuleBasedRenderer:
    """Return the renderer of the traces: colour by kind as in the article, dashes for schematic."""
    root = QgsRuleBasedRenderer.Rule(None)
    for (kind, schematic), label in TRACE_RULES.items():
        rule = QgsRuleBasedRenderer.Rule(trace_symbol(kind, schematic))
        comparison = "=" if schematic else "<>"
        rule.setFilterExpression(f"\"kind\" = '{kind}' AND \"fidelity\" {comparison} 'schematic'")
        rule.setLabel(label)
        root.appendChild(rule)
    return QgsRuleBasedRenderer(root)


# -- the rest ----------------------------------------------------------------------------------------


def _city_symbol() -> QgsMarkerSymbol:
    return QgsMarkerSymbol.createSimple(
        {"name": "circle", "color": WHITE, "outline_color": "#222222", "outline_width": "0.6", "size": "2.6"}
    )


def cities() -> QgsSingleSymbolRenderer:
    """Return a ring with a dot: the downtown point, which stands for the whole city."""
    return QgsSingleSymbolRenderer(_city_symbol())


class StatedRing(NamedTuple):
    """A circle around a city's downtown within which a source counts: metres, the city's UTM zone."""

    city: str
    radius_m: float
    crs: str


def cities_with_rings(rings: Iterable[StatedRing]) -> QgsRuleBasedRenderer:
    """Return the cities, and around them the circles within which the sources count their defences.

    A circle is drawn on the plane of the city's UTM zone, at 20 km at most 8 m off the geodesic one: a tenth
    of a millimetre on any sheet.  Measured rings come from ``cityatlas:rings``.
    """
    root = QgsRuleBasedRenderer.Rule(None)
    root.appendChild(QgsRuleBasedRenderer.Rule(_city_symbol()))
    for ring in rings:
        rule = QgsRuleBasedRenderer.Rule(_ring_symbol(ring))
        rule.setFilterExpression(f"{expression_field('name')} = {expression_text(ring.city)}")
        label = tr("AtlasLayers", "{radius} km around downtown")
        rule.setLabel(label.format(radius=f"{ring.radius_m / 1000:g}"))
        root.appendChild(rule)
    return QgsRuleBasedRenderer(root)


def _ring_symbol(ring: StatedRing) -> QgsMarkerSymbol:
    ground = f"transform($geometry, 'EPSG:4326', '{ring.crs}')"
    course = f"transform(boundary(buffer({ground}, {ring.radius_m:g}, 60)), '{ring.crs}', 'EPSG:4326')"
    made = QgsGeometryGeneratorSymbolLayer.create({"SymbolType": "Line", "geometryModifier": course})
    made.setSubSymbol(
        QgsLineSymbol.createSimple({"line_color": "#bf5300", "line_width": "0.35", "line_style": "dash"})
    )
    symbol = QgsMarkerSymbol()
    symbol.changeSymbolLayer(0, made)
    return symbol


def assertions() -> QgsRuleBasedRenderer:
    """Return crosses for asserted points: chosen, other, and the ones that must not be shown as places."""
    root = QgsRuleBasedRenderer.Rule(None)
    for label, condition, colour, shape in (
        (mark("Legend", "Chosen position"), '"chosen" = 1', "#1b6b3a", "cross2"),
        (mark("Legend", "Other position"), '"chosen" = 0 AND "use" <> \'do not show\'', "#b4530a", "cross2"),
        (mark("Legend", "Rejected position"), "\"use\" = 'do not show'", "#8a8a8a", "cross"),
    ):
        symbol = QgsMarkerSymbol.createSimple(
            {"name": shape, "color": colour, "outline_color": colour, "outline_width": "0.6", "size": "3"}
        )
        rule = QgsRuleBasedRenderer.Rule(symbol)
        rule.setFilterExpression(condition)
        rule.setLabel(label)
        root.appendChild(rule)
    return QgsRuleBasedRenderer(root)


def outline(colour: str, width: float, dashed: bool) -> QgsSingleSymbolRenderer:
    """Return an empty polygon with an outline (sheets, areas)."""
    symbol = QgsFillSymbol.createSimple(
        {
            "style": "no",
            "outline_color": colour,
            "outline_width": str(width),
            "outline_style": "dash" if dashed else "solid",
        }
    )
    return QgsSingleSymbolRenderer(symbol)


def control_points() -> QgsSingleSymbolRenderer:
    """Return a small target."""
    symbol = QgsMarkerSymbol.createSimple(
        {
            "name": "cross_fill",
            "color": "#c2185b",
            "outline_color": WHITE,
            "outline_width": "0.2",
            "size": "3",
        }
    )
    return QgsSingleSymbolRenderer(symbol)


LAND, SEA, SHORE, FAR_SHORE = "#f4f1ea", "#d3e0e8", "#8aa2b0", "#b9bfbf"
ON_DARK = {LAND: "#2e3133", SEA: "#1c252c", SHORE: "#6f8793", FAR_SHORE: "#4d555a"}


def _area(colour: str, outline: str = "") -> QgsFillSymbol:
    """Return a plain surface that follows the ground (``labels.GROUND_VARIABLE``)."""
    if outline:
        symbol = QgsFillSymbol.createSimple(
            {"color": colour, "outline_color": outline, "outline_width": "0.15"}
        )
        _follow(symbol.symbolLayer(0), QgsSymbolLayer.Property.PropertyStrokeColor, outline)
    else:
        symbol = QgsFillSymbol.createSimple({"color": colour, "outline_style": "no"})
    _follow(symbol.symbolLayer(0), QgsSymbolLayer.Property.PropertyFillColor, colour)
    return symbol


def _follow(layer: QgsSymbolLayer, part: Any, colour: str) -> None:
    layer.setDataDefinedProperty(part, by_ground(colour, ON_DARK[colour]))


def base_areas() -> QgsCategorizedSymbolRenderer:
    """Return land and sea in two quiet tones."""
    return QgsCategorizedSymbolRenderer(
        "kind",
        [
            QgsRendererCategory(kind, _area(colour), label)
            for kind, colour, label in (
                ("land", LAND, mark("Legend", "Land")),
                ("sea", SEA, mark("Legend", "Sea")),
            )
        ],
    )


def base_coast() -> QgsSingleSymbolRenderer:
    """Return the present coast as a hairline."""
    symbol = QgsLineSymbol.createSimple({"line_color": SHORE, "line_width": "0.25"})
    _follow(symbol.symbolLayer(0), QgsSymbolLayer.Property.PropertyStrokeColor, SHORE)
    return QgsSingleSymbolRenderer(symbol)


def world() -> QgsSingleSymbolRenderer:
    """Return QGIS's world map: the same land on the same sea, its shores fainter than our own coast.

    The sea is a surface under all land, as large as the map and a little more: it is drawn first.
    """
    window = "buffer(@map_extent, 0.2 * @map_extent_width)"
    sea = QgsGeometryGeneratorSymbolLayer.create(
        {"SymbolType": "Fill", "geometryModifier": f"transform({window}, @map_crs, 'EPSG:4326')"}
    )
    sea.setSubSymbol(_area(SEA))
    symbol = _area(LAND, FAR_SHORE)
    symbol.symbolLayer(0).setRenderingPass(1)
    symbol.insertSymbolLayer(0, sea)
    renderer = QgsSingleSymbolRenderer(symbol)
    renderer.setUsingSymbolLevels(True)
    return renderer


def none() -> QgsNullSymbolRenderer:
    """Return a renderer that draws nothing."""
    return QgsNullSymbolRenderer()


def renderer(role: str, categories: list[Category]) -> Any:
    """Return the renderer of a role, None for tables without geometry."""
    makers = {
        "sites": lambda: sites(categories),
        "assertions": assertions,
        "cities": cities,
        "traces": traces,
        "sheets": lambda: outline("#6b6b6b", 0.4, True),
        "areas": lambda: outline("#7a4a9e", 0.5, False),
        "control_points": control_points,
        "base_coast": base_coast,
        "base_areas": base_areas,
    }
    return makers[role]() if role in makers else None
