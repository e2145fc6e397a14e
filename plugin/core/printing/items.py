# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The pieces of a sheet: map, graticule, text, table, scale bar, arrow (sizes in millimetres)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsLayoutFrame,
    QgsLayoutItem,
    QgsLayoutItemLabel,
    QgsLayoutItemManualTable,
    QgsLayoutItemMap,
    QgsLayoutItemMapGrid,
    QgsLayoutItemPicture,
    QgsLayoutItemScaleBar,
    QgsLayoutMeasurement,
    QgsLayoutPoint,
    QgsLayoutSize,
    QgsLayoutTable,
    QgsLineSymbol,
    QgsPointXY,
    QgsPrintLayout,
    QgsRectangle,
    QgsTableCell,
    QgsUnitTypes,
)
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor

from ...compat import set_label_format
from ..atlas.layers.symbols import SEA
from ..atlas.utm_zone import utm_crs
from ..i18n import tr
from ..plain_text import unevaluated
from .sheet_specs import View
from .typography import GREY, INK, line_height, text_format, text_width, wrapped

MM = QgsUnitTypes.LayoutUnit.LayoutMillimeters
WGS84 = "EPSG:4326"
NICE_SCALES = tuple(
    factor * 10**power for power in (3, 4, 5, 6) for factor in (10, 12.5, 15, 20, 25, 30, 40, 50, 60, 75)
)
GRID_DEGREES = (0.5, 0.25, 0.1, 0.05, 0.025)
HAIRLINE = "#b9b9b9"
CELL_MARGIN, GRID_WIDTH = 0.45, 0.1

Box = tuple[float, float, float, float]
"""x, y, width, height on the page."""


def place(item: QgsLayoutItem, box: Box, name: str) -> None:
    """Put an item on the page under a name that scripts can use."""
    item.setId(name)
    item.attemptMove(QgsLayoutPoint(box[0], box[1], MM))
    item.attemptResize(QgsLayoutSize(box[2], box[3], MM))


def label(
    layout: QgsPrintLayout, text: str, box: Box, name: str, size: float, *, bold: bool = False,
    italic: bool = False, colour: str = INK, right: bool = False,
) -> QgsLayoutItemLabel:  # fmt: skip
    """Add plain text; an expression in it is shown, not evaluated."""
    item = QgsLayoutItemLabel(layout)
    item.setText(unevaluated(text))
    set_label_format(item, text_format(size, colour, bold=bold, italic=italic))
    item.setMode(QgsLayoutItemLabel.Mode.ModeFont)
    item.setMarginX(0)
    item.setMarginY(0)
    item.setHAlign(Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft)
    layout.addLayoutItem(item)
    place(item, box, name)
    return item


def table(
    layout: QgsPrintLayout, rows: list[tuple[str, ...]], box: Box, name: str, size: float, *, headed: bool
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
    widths, line = _widths(rows, box[2], size), line_height(size)
    item.setColumnWidths([width - 2 * CELL_MARGIN for width in widths])
    frame = QgsLayoutFrame(layout, item)
    item.addFrame(frame)
    place(frame, box, name)
    tall = [
        max(len(wrapped(text, size, width - 2 * CELL_MARGIN)) for text, width in zip(row, widths)) * line
        for row in rows
    ]
    item.setRowHeights(tall)
    height = sum(tall) + len(rows) * 2 * CELL_MARGIN + (len(rows) + 1) * GRID_WIDTH + 0.1
    place(frame, (*box[:3], height), name)
    item.refresh()
    return height


def _widths(rows: list[tuple[str, ...]], total: float, size: float) -> list[float]:
    """Return the columns' widths: figures take what they need, at most two thirds; the rest is the text's."""
    needed = [
        max(text_width(row[column], size) for row in rows) + 2 * CELL_MARGIN + 0.8
        for column in range(1, len(rows[0]))
    ]
    share = min(1.0, total * 2 / 3 / sum(needed))
    figures = [width * share for width in needed]
    return [total - sum(figures), *figures]


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
    crs = QgsCoordinateReferenceSystem(utm_crs(view.lon, view.lat))
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
    item.setLabelMargin(QgsLayoutMeasurement(1.5, MM))
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
    text = f"1 : {target.scale():,.0f}"
    if li:
        text += "  ·  " + tr("MapSheet", "1 km = 2.55 li")
    label(layout, text, (box[0], box[1] + box[3] - 2.8, box[2], 3), "scale", size, colour=GREY)


def _round_segment(km: float) -> float:
    return next((size for size in (10.0, 5.0, 2.0, 1.0, 0.5, 0.2) if size <= km), 0.1)


def north_arrow(layout: QgsPrintLayout, target: QgsLayoutItemMap, path: Path, box: Box) -> None:
    """Add an arrow to true north, linked to the map."""
    item = picture(layout, path, box, "north arrow")
    item.setLinkedMap(target)
    item.setNorthMode(QgsLayoutItemPicture.NorthMode.TrueNorth)
