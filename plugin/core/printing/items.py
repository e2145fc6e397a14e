# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The pieces of a sheet: map, graticule, text, legend, scale bar, arrow (sizes in millimetres)."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsLayerTreeLayer,
    QgsLayoutFrame,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsLayoutItemMap,
    QgsLayoutItemMapGrid,
    QgsLayoutItemManualTable,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLayoutTable,
    QgsLegendRenderer,
    QgsLegendStyle,
    QgsLineSymbol,
    QgsMapLayerLegendUtils,
    QgsPointXY,
    QgsPrintLayout,
    QgsRectangle,
    QgsTableCell,
    QgsTextFormat,
    QgsUnitTypes,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QRectF, QSizeF, Qt
from qgis.PyQt.QtGui import QColor, QFont, QFontMetricsF, QGuiApplication

from ...compat import set_label_format, set_legend_format
from ..atlas.layers.labels import FONTS, family
from ..atlas.layers.project import PROJECT_CRS
from ..atlas.layers.symbols import SEA, plain_marker
from ..atlas.model import Category
from .specs import View

MM = QgsUnitTypes.LayoutUnit.LayoutMillimeters
WGS84 = "EPSG:4326"
NICE_SCALES = tuple(
    factor * 10**power for power in (3, 4, 5, 6) for factor in (10, 12.5, 15, 20, 25, 30, 40, 50, 60, 75)
)
GRID_DEGREES = (0.5, 0.25, 0.1, 0.05, 0.025)
INK, GREY, HAIRLINE = "#1f1f1f", "#5a5a5a", "#b9b9b9"
CELL_MARGIN, GRID_WIDTH = 0.45, 0.1

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


def table(
    layout: QgsPrintLayout, rows: list[tuple[str, ...]], box: Box, name: str, size: float, *,
    widths: tuple[float, ...], headed: bool,
) -> float:  # fmt: skip
    """Add a table of text (left) and figures (right, in columns) under hairlines; return its height."""
    item = QgsLayoutItemManualTable.create(layout)
    layout.addMultiFrame(item)
    item.setCellMargin(CELL_MARGIN)
    item.setHeaderMode(QgsLayoutTable.HeaderMode.NoHeaders)
    item.setWrapBehavior(QgsLayoutTable.WrapBehavior.WrapText)
    item.setVerticalGrid(False)
    item.setGridStrokeWidth(GRID_WIDTH)
    item.setGridColor(QColor(HAIRLINE))
    item.setTableContents(
        [[_cell(text, size, column > 0, headed and line == 0) for column, text in enumerate(row)]
         for line, row in enumerate(rows)]
    )  # fmt: skip
    item.setColumnWidths([width - 2 * CELL_MARGIN for width in widths])
    frame = QgsLayoutFrame(layout, item)
    item.addFrame(frame)
    place(frame, box, name)
    tall = [max(_text_heights(row, widths, size)) for row in rows]
    item.setRowHeights(tall)
    height = sum(tall) + len(rows) * 2 * CELL_MARGIN + (len(rows) + 1) * GRID_WIDTH + 0.1
    place(frame, (*box[:3], height), name)
    item.refresh()
    return height


def _text_heights(row: tuple[str, ...], widths: tuple[float, ...], size: float) -> list[float]:
    return [text_height(text or " ", size, width - 2 * CELL_MARGIN) for text, width in zip(row, widths)]


def text_height(text: str, size: float, width: float, *, bold: bool = False) -> float:
    """Return the height in mm that text takes in a column (Qt's own line breaking)."""
    # Measured at ten times the size: metrics of small faces are rounded to whole pixels.
    metrics = QFontMetricsF(font(size * 10, bold=bold))
    per_mm = 10 * metrics_dpi() / 25.4
    rect = metrics.boundingRect(QRectF(0, 0, width * per_mm, 1e6), int(Qt.TextFlag.TextWordWrap), text)
    return rect.height() / per_mm


def metrics_dpi() -> float:
    """Return the dots per inch that Qt's font metrics assume."""
    screen = QGuiApplication.primaryScreen()
    return screen.logicalDotsPerInchY() if screen is not None else 96.0


def _cell(text: str, size: float, figure: bool, heading: bool) -> QgsTableCell:
    cell = QgsTableCell(text)
    cell.setTextFormat(text_format(size, GREY if heading else INK))
    cell.setHorizontalAlignment(Qt.AlignmentFlag.AlignRight if figure else Qt.AlignmentFlag.AlignLeft)
    cell.setVerticalAlignment(Qt.AlignmentFlag.AlignTop)
    return cell


def picture(layout: QgsPrintLayout, path: Path, box: Box, name: str) -> QgsLayoutItemPicture:
    """Add a picture."""
    item = QgsLayoutItemPicture(layout)
    item.setPicturePath(str(path))
    layout.addLayoutItem(item)
    place(item, box, name)
    return item


def nice_scale(view: View, width_mm: float, height_mm: float) -> float:
    """Return the largest usual scale (smallest denominator) at which the view's ground fits the window."""
    needed = max(view.width_km / width_mm, view.height_km / height_mm) * 1e6
    return next((scale for scale in sorted(NICE_SCALES) if scale >= needed), needed)


def map_item(
    layout: QgsPrintLayout, project: Any, view: View, theme: str, box: Box, name: str, scale: float,
    *, last: bool,
) -> QgsLayoutItemMap:  # fmt: skip
    """Add a map window at a scale, following a map theme, with a frame and a graticule.

    Only the ``last`` one of a row has latitudes at its right as well.
    """
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
    _graticule(item, scale, box, last)
    return item


def _graticule(item: QgsLayoutItemMap, scale: float, box: Box, last: bool) -> None:
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
    grid.setAnnotationFrameDistance(0.5)
    for side in (QgsLayoutItemMapGrid.BorderSide.Left, QgsLayoutItemMapGrid.BorderSide.Right):
        grid.setAnnotationDirection(QgsLayoutItemMapGrid.AnnotationDirection.Vertical, side)
        grid.setAnnotationDisplay(QgsLayoutItemMapGrid.DisplayMode.LatitudeOnly, side)
    if not last:
        grid.setAnnotationDisplay(
            QgsLayoutItemMapGrid.DisplayMode.HideAll, QgsLayoutItemMapGrid.BorderSide.Right
        )
    for side in (QgsLayoutItemMapGrid.BorderSide.Top, QgsLayoutItemMapGrid.BorderSide.Bottom):
        grid.setAnnotationDisplay(QgsLayoutItemMapGrid.DisplayMode.LongitudeOnly, side)
    item.grids().addGrid(grid)


def extent_wgs84(item: QgsLayoutItemMap, project: Any) -> QgsRectangle:
    """Return the map window's extent in degrees."""
    transform = QgsCoordinateTransform(item.crs(), QgsCoordinateReferenceSystem(WGS84), project)
    return transform.transformBoundingBox(item.extent())


def scale_bar(layout: QgsPrintLayout, target: QgsLayoutItemMap, box: Box, size: float, *, li: bool) -> None:
    """Add a scale bar in km with the ratio beneath and, on historic sheets, the li (393 m in the 1940s)."""
    item = QgsLayoutItemScaleBar(layout)
    item.setLinkedMap(target)
    item.setStyle("Single Box")
    item.setUnits(QgsUnitTypes.DistanceUnit.DistanceKilometers)
    item.setUnitLabel("km")
    item.setNumberOfSegments(2)
    item.setNumberOfSegmentsLeft(0)
    item.setUnitsPerSegment(_round_segment(target.scale() * box[2] * 0.4 / 1e6))
    item.setHeight(1.0)
    item.setLabelBarSpace(0.7)
    item.setTextFormat(text_format(size, INK))
    item.setBoxContentSpace(0)
    layout.addLayoutItem(item)
    place(item, box, "scale bar")
    text = f"1 : {target.scale():,.0f}" + ("  ·  1 km = 2.55 li" if li else "")
    label(layout, text, (box[0], box[1] + box[3] - 2.6, box[2], 3), "scale", size, colour=GREY)


def _round_segment(km: float) -> float:
    return next((size for size in (10.0, 5.0, 2.0, 1.0, 0.5, 0.2) if size <= km), 0.1)


def north_arrow(layout: QgsPrintLayout, target: QgsLayoutItemMap, path: Path, box: Box) -> None:
    """Add an arrow to true north, linked to the map."""
    item = picture(layout, path, box, "north arrow")
    item.setLinkedMap(target)
    item.setNorthMode(QgsLayoutItemPicture.NorthMode.TrueNorth)


def legend(
    layout: QgsPrintLayout, box: Box, layers: dict[str, QgsVectorLayer],
    categories: list[Category], counts: dict[str, Counter], factor: float,
) -> QgsLayoutItemLegend:  # fmt: skip
    """Add a legend with only what is on the map, grouped as the categories are, with counts.

    It is linked to no map: the styles of a linked map's theme are read anew for every entry.
    """
    item = QgsLayoutItemLegend(layout)
    item.setAutoUpdateModel(False)
    item.setTitle("")
    root = item.model().rootGroup()
    root.removeAllChildren()
    if "sites" in layers:
        room = box[2] - (LEGEND_SIZES[0][2] * BADGE_ROOM + LABEL_GAP) * factor
        _site_groups(root, layers["sites"], categories, counts["sites"], (LEGEND_SIZES[0][0] * factor, room))
    if "traces" in layers and counts.get("traces"):
        _trace_group(root, layers["traces"], counts["traces"])
    layout.addLayoutItem(item)
    place(item, box, "legend")
    _fit(item, categories, box[3], factor)
    return item


LEGEND_SIZES = ((6.0, 1.0, 3.2), (6.0, 0.6, 3.0), (5.8, 0.4, 2.8), (5.5, 0.25, 2.5))
"""Text in points, gap and marker in mm."""
BADGE_ROOM, LABEL_GAP, SWATCH = 1.25, 0.9, 2.6
"""Width of a symbol's place in markers, space before its text in mm, width of a line's swatch in markers."""


def _fit(item: QgsLayoutItemLegend, categories: list[Category], height: float, factor: float) -> None:
    """Set the legend in the largest of four sizes that fits the column."""
    for size, gap, marker in LEGEND_SIZES:
        _legend_look(item, size * factor, gap * factor, marker * factor)
        _legend_symbols(item, categories, marker * factor)
        # The item itself learns its size when it is first painted; the renderer knows it now.
        size_mm = QgsLegendRenderer(item.model(), item.legendSettings()).minimumSize()
        item.attemptResize(QgsLayoutSize(size_mm.width(), size_mm.height(), MM))
        if size_mm.height() <= height:
            return


def _site_groups(
    root: Any, layer: QgsVectorLayer, categories: list[Category], counts: Counter, room: tuple[float, float]
) -> None:
    entries = [entry.value() for entry in layer.renderer().categories()]
    for parent in (row for row in categories if not row.parent):
        shown = [
            row for row in categories if row.parent == parent.id and counts.get(row.id) and row.id in entries
        ]
        if not shown:
            continue
        order = [entries.index(row.id) for row in shown]
        texts = [_broken(f"{row.label} ({counts[row.id]:,})", *room) for row in shown]
        root.addGroup(parent.label).addChildNode(_node(layer, order, texts))


def _broken(text: str, size: float, width: float) -> str:
    """Return the text with the legend's mark for a new line where the first would be wider than ``width``."""
    metrics = QFontMetricsF(font(size * 10))
    per_mm = 10 * metrics_dpi() / 25.4
    words = text.split(" ")
    for count in range(len(words), 1, -1):
        if metrics.horizontalAdvance(" ".join(words[:count])) <= width * per_mm:
            break
    else:
        count = 1
    return "|".join(part for part in (" ".join(words[:count]), " ".join(words[count:])) if part)


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


def _legend_symbols(item: QgsLayoutItemLegend, categories: list[Category], marker_mm: float) -> None:
    """Give every entry a symbol of the legend's own size: a map's marker follows the map's scale.

    Without the expressions of the map's symbols an entry is also drawn a hundred times faster.
    """
    icons = {category.id: category.icon for category in categories}
    model = item.model()
    for node in model.rootGroup().findLayers():
        renderer = node.layer().renderer()
        for index in QgsMapLayerLegendUtils.legendNodeOrder(node):
            if isinstance(renderer, QgsCategorizedSymbolRenderer):
                symbol = plain_marker(icons[renderer.categories()[index].value()], marker_mm)
            else:
                symbol = renderer.rootRule().children()[index].symbol().clone()
                swatch = QSizeF(SWATCH * marker_mm, marker_mm)
                QgsMapLayerLegendUtils.setLegendNodeSymbolSize(node, index, swatch)
            QgsMapLayerLegendUtils.setLegendNodeCustomSymbol(node, index, symbol)
        model.refreshLayerLegend(node)


def _legend_look(item: QgsLayoutItemLegend, size: float, gap: float, marker: float) -> None:
    side = QgsLegendStyle.Side
    set_legend_format(item, QgsLegendStyle.Style.Group, text_format(size + 0.5, INK, bold=True))
    for style in (QgsLegendStyle.Style.Subgroup, QgsLegendStyle.Style.SymbolLabel):
        set_legend_format(item, style, text_format(size, INK))
    item.setStyleMargin(QgsLegendStyle.Style.Group, side.Top, gap + 0.9)
    item.setStyleMargin(QgsLegendStyle.Style.Group, side.Bottom, 0)
    item.setStyleMargin(QgsLegendStyle.Style.Subgroup, side.Top, 0.2)
    item.setStyleMargin(QgsLegendStyle.Style.Symbol, side.Top, gap)
    item.setStyleMargin(QgsLegendStyle.Style.SymbolLabel, side.Left, LABEL_GAP)
    item.setSymbolWidth(marker * BADGE_ROOM)
    item.setSymbolHeight(marker)
    item.setBoxSpace(0)
    item.setBackgroundEnabled(False)
    item.setWrapString("|")
