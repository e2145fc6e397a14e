# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The pieces of a sheet: map, graticule, text, legend, scale bar, arrow (sizes in millimetres)."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsLayerTreeLayer,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemMapGrid,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLegendRenderer,
    QgsLegendStyle,
    QgsLineSymbol,
    QgsMapLayerLegendUtils,
    QgsPointXY,
    QgsPrintLayout,
    QgsRectangle,
    QgsTextFormat,
    QgsUnitTypes,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor, QFont

from ...compat import set_label_format, set_legend_format
from ..atlas.layers.labels import FONTS, family
from ..atlas.layers.project import PROJECT_CRS
from ..atlas.layers.symbols import SEA
from ..atlas.model import Category
from .specs import View

MM = QgsUnitTypes.LayoutUnit.LayoutMillimeters
WGS84 = "EPSG:4326"
NICE_SCALES = tuple(
    factor * 10**power for power in (3, 4, 5, 6) for factor in (10, 12.5, 15, 20, 25, 30, 40, 50, 60, 75)
)
GRID_DEGREES = (0.5, 0.25, 0.1, 0.05, 0.025)
INK, GREY = "#1f1f1f", "#5a5a5a"

Box = tuple[float, float, float, float]
"""x, y, width, height on the page."""


def place(item: QgsLayoutItem, box: Box, name: str) -> None:
    """Put an item on the page under a name that scripts can use."""
    item.setId(name)
    item.attemptMove(QgsLayoutPoint(box[0], box[1], MM))
    item.attemptResize(QgsLayoutSize(box[2], box[3], MM))


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


def label(
    layout: QgsPrintLayout, text: str, box: Box, name: str, size: float, *, bold: bool = False,
    italic: bool = False, colour: str = INK, right: bool = False,
) -> QgsLayoutItemLabel:  # fmt: skip
    """Add plain text."""
    item = QgsLayoutItemLabel(layout)
    item.setText(text)
    set_label_format(item, text_format(size, colour, bold=bold, italic=italic))
    item.setMode(QgsLayoutItemLabel.Mode.ModeFont)
    item.setMarginX(0)
    item.setMarginY(0)
    item.setHAlign(Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft)
    layout.addLayoutItem(item)
    place(item, box, name)
    return item


def nice_scale(view: View, width_mm: float, height_mm: float) -> float:
    """Return the largest usual scale (smallest denominator) at which the view's ground fits the window."""
    needed = max(view.width_km / width_mm, view.height_km / height_mm) * 1e6
    return next((scale for scale in sorted(NICE_SCALES) if scale >= needed), needed)


def map_item(
    layout: QgsPrintLayout, project: Any, view: View, theme: str, box: Box, name: str, scale: float
) -> QgsLayoutItemMap:
    """Add a map window at a scale, following a map theme, with a frame and a graticule."""
    item = QgsLayoutItemMap(layout)
    place(item, box, name)
    layout.addLayoutItem(item)
    crs = QgsCoordinateReferenceSystem(PROJECT_CRS)
    item.setCrs(crs)
    transform = QgsCoordinateTransform(QgsCoordinateReferenceSystem(WGS84), crs, project)
    centre = transform.transform(QgsPointXY(view.lon, view.lat))
    half_w, half_h = box[2] * scale / 2000, box[3] * scale / 2000
    item.setExtent(
        QgsRectangle(centre.x() - half_w, centre.y() - half_h, centre.x() + half_w, centre.y() + half_h)
    )
    item.setFollowVisibilityPreset(True)
    item.setFollowVisibilityPresetName(theme)
    item.setBackgroundColor(QColor(SEA))
    item.setFrameEnabled(True)
    item.setFrameStrokeColor(QColor(GREY))
    _graticule(item, scale, box)
    return item


def _graticule(item: QgsLayoutItemMap, scale: float, box: Box) -> None:
    grid = QgsLayoutItemMapGrid("Graticule", item)
    grid.setCrs(QgsCoordinateReferenceSystem(WGS84))
    degrees_across = box[2] * scale / 1000 / 85_000
    step = next((step for step in GRID_DEGREES if degrees_across / step >= 3), GRID_DEGREES[-1])
    grid.setIntervalX(step)
    grid.setIntervalY(step)
    grid.setLineSymbol(
        QgsLineSymbol.createSimple(
            {"line_color": "90,110,120,110", "line_width": "0.08", "line_style": "solid"}
        )
    )
    grid.setAnnotationEnabled(True)
    grid.setAnnotationFormat(QgsLayoutItemMapGrid.AnnotationFormat.DegreeMinute)
    grid.setAnnotationPrecision(0 if step >= 0.05 else 1)
    grid.setAnnotationTextFormat(text_format(5.5, GREY))
    grid.setAnnotationFrameDistance(0.8)
    for side in (QgsLayoutItemMapGrid.BorderSide.Left, QgsLayoutItemMapGrid.BorderSide.Right):
        grid.setAnnotationDirection(QgsLayoutItemMapGrid.AnnotationDirection.Vertical, side)
        grid.setAnnotationDisplay(QgsLayoutItemMapGrid.DisplayMode.LatitudeOnly, side)
    for side in (QgsLayoutItemMapGrid.BorderSide.Top, QgsLayoutItemMapGrid.BorderSide.Bottom):
        grid.setAnnotationDisplay(QgsLayoutItemMapGrid.DisplayMode.LongitudeOnly, side)
    item.grids().addGrid(grid)


def extent_wgs84(item: QgsLayoutItemMap, project: Any) -> QgsRectangle:
    """Return the map window's extent in degrees."""
    transform = QgsCoordinateTransform(item.crs(), QgsCoordinateReferenceSystem(WGS84), project)
    return transform.transformBoundingBox(item.extent())


def scale_bar(layout: QgsPrintLayout, target: QgsLayoutItemMap, box: Box, *, li: bool) -> None:
    """Add a scale bar in km and, on historic sheets, one in li (393 m in Korea in the 1940s) beneath."""
    item = QgsLayoutItemScaleBar(layout)
    item.setLinkedMap(target)
    item.setStyle("Single Box")
    item.setUnits(QgsUnitTypes.DistanceUnit.DistanceKilometers)
    item.setUnitLabel("km")
    item.setNumberOfSegments(2)
    item.setNumberOfSegmentsLeft(0)
    item.setUnitsPerSegment(_round_segment(target.scale() * box[2] * 0.34 / 1e6))
    item.setHeight(1.2)
    item.setTextFormat(text_format(6, INK))
    item.setBoxContentSpace(0)
    layout.addLayoutItem(item)
    place(item, box, "scale bar")
    text = f"1 : {target.scale():,.0f}".replace(",", "\u2009")
    if li:
        text += "   ·   1 km = 2.55 li"
    label(layout, text, (box[0], box[1] + 7.5, box[2], 3), "scale", 6, colour=GREY)


def _round_segment(km: float) -> float:
    return next((size for size in (10.0, 5.0, 2.0, 1.0, 0.5, 0.2) if size <= km), 0.1)


def north_arrow(layout: QgsPrintLayout, target: QgsLayoutItemMap, picture: Path, box: Box) -> None:
    """Add an arrow to true north, linked to the map."""
    item = QgsLayoutItemPicture(layout)
    item.setPicturePath(str(picture))
    item.setLinkedMap(target)
    item.setNorthMode(QgsLayoutItemPicture.NorthMode.TrueNorth)
    layout.addLayoutItem(item)
    place(item, box, "north arrow")


def legend(
    layout: QgsPrintLayout, target: QgsLayoutItemMap, box: Box, layers: dict[str, QgsVectorLayer],
    categories: list[Category], counts: dict[str, Counter],
) -> QgsLayoutItemLegend:  # fmt: skip
    """Add a legend with only what is on the map, grouped as the categories are, with counts."""
    item = QgsLayoutItemLegend(layout)
    item.setAutoUpdateModel(False)
    item.setLinkedMap(target)
    item.setTitle("")
    root = item.model().rootGroup()
    root.removeAllChildren()
    if "sites" in layers:
        _site_groups(root, layers["sites"], categories, counts["sites"])
    if "traces" in layers and counts.get("traces"):
        _trace_group(root, layers["traces"], counts["traces"])
    layout.addLayoutItem(item)
    place(item, box, "legend")
    _fit(item, box[3])
    return item


def _fit(item: QgsLayoutItemLegend, height: float) -> None:
    """Set the legend in the largest of three sizes that fits the column."""
    for size, gap, marker in ((6.0, 0.8, 3.2), (5.8, 0.55, 2.9), (5.5, 0.4, 2.5)):
        _legend_look(item, size, gap, marker)
        # The item itself learns its size when it is first painted; the renderer knows it now.
        size_mm = QgsLegendRenderer(item.model(), item.legendSettings()).minimumSize()
        item.attemptResize(QgsLayoutSize(size_mm.width(), size_mm.height(), MM))
        if size_mm.height() <= height:
            return


def _site_groups(root: Any, layer: QgsVectorLayer, categories: list[Category], counts: Counter) -> None:
    entries = [entry.value() for entry in layer.renderer().categories()]
    for parent in (row for row in categories if not row.parent):
        shown = [
            row for row in categories if row.parent == parent.id and counts.get(row.id) and row.id in entries
        ]
        if not shown:
            continue
        order = [entries.index(row.id) for row in shown]
        texts = [f"{row.label} ({counts[row.id]})" for row in shown]
        root.addGroup(parent.label).addChildNode(_node(layer, order, texts))


def _trace_group(root: Any, layer: QgsVectorLayer, counts: Counter) -> None:
    rules = layer.renderer().rootRule().children()
    order = [index for index, rule in enumerate(rules) if counts.get(rule.label())]
    texts = [rules[index].label().replace(" 1944–46", "") for index in order]
    root.addGroup("1944–46").addChildNode(_node(layer, order, texts))


def _node(layer: QgsVectorLayer, order: list[int], texts: list[str]) -> QgsLayerTreeLayer:
    """Return a legend node with only some entries (set before it is added: drawing them all is slow)."""
    node = QgsLayerTreeLayer(layer)
    QgsMapLayerLegendUtils.setLegendNodeOrder(node, order)
    for index, text in zip(order, texts):
        QgsMapLayerLegendUtils.setLegendNodeUserLabel(node, index, text)
    node.setCustomProperty("legend/title-style", "hidden")
    return node


def _legend_look(item: QgsLayoutItemLegend, size: float, gap: float, marker: float) -> None:
    set_legend_format(item, QgsLegendStyle.Style.Group, text_format(size + 0.5, INK, bold=True))
    for style in (QgsLegendStyle.Style.Subgroup, QgsLegendStyle.Style.SymbolLabel):
        set_legend_format(item, style, text_format(size, INK))
    item.setStyleMargin(QgsLegendStyle.Style.Group, QgsLegendStyle.Side.Top, gap + 0.5)
    item.setStyleMargin(QgsLegendStyle.Style.Group, QgsLegendStyle.Side.Bottom, 0.7)
    item.setStyleMargin(QgsLegendStyle.Style.Subgroup, QgsLegendStyle.Side.Top, 0.5)
    item.setStyleMargin(QgsLegendStyle.Style.Symbol, QgsLegendStyle.Side.Top, gap)
    item.setStyleMargin(QgsLegendStyle.Style.SymbolLabel, QgsLegendStyle.Side.Left, 1.0)
    item.setSymbolWidth(5)
    item.setSymbolHeight(marker - 0.8)
    item.setMaximumSymbolSize(marker)
    item.setBoxSpace(0)
    item.setBackgroundEnabled(False)
    item.setWrapString("|")
