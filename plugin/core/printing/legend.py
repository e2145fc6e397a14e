# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The legend of a sheet: only what is on its map, grouped as the categories are, with counts."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import NamedTuple, Optional

from qgis.core import (
    QgsLayerTreeLayer,
    QgsLayoutItemLegend,
    QgsLayoutSize,
    QgsLegendRenderer,
    QgsLegendStyle,
    QgsMapLayerLegendUtils,
    QgsPrintLayout,
    QgsSymbol,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QSizeF

from ...compat import set_legend_format
from ..atlas.layers.labels import KOREAN
from ..atlas.layers.symbols import plain_marker
from ..atlas.model import Category
from ..plain_text import unevaluated
from .items import MM, Box, place
from .typography import INK, SAFE, line_height, text_format, wrapped


class Size(NamedTuple):
    """How large a legend is set: text in points, gap between entries and marker in millimetres."""

    text: float
    gap: float
    marker: float


SIZES = (Size(6.0, 1.0, 3.2), Size(6.0, 0.6, 3.0), Size(5.8, 0.4, 2.8), Size(5.5, 0.2, 2.5))
BADGE_ROOM, LABEL_GAP, SWATCH = 1.2, 0.9, 2.6
"""Width of a marker's place in markers, space before the text in mm, width of a line's swatch in markers."""

BREAK = "|"
TRACE_GROUP = "1944–46"


@dataclass(frozen=True)
class LegendEntry:
    """One line: which entry of the layer's own legend, what it says, how it is drawn."""

    index: int
    text: str
    icon: str = ""
    line: Optional[QgsSymbol] = None


@dataclass(frozen=True)
class LegendGroup:
    """A heading with its entries, all of one layer."""

    title: str
    layer: QgsVectorLayer
    entries: list[LegendEntry]


def site_groups(
    layer: QgsVectorLayer, categories: list[Category], counts: Counter, language: str
) -> list[LegendGroup]:
    """Return the groups of the sites: the categories that are counted, beneath their parents."""
    known = {entry.value(): index for index, entry in enumerate(layer.renderer().categories())}
    groups = []
    for parent in (row for row in categories if not row.parent):
        entries = [
            LegendEntry(
                known[row.id], f"{_label(row, language)} ({counts[row.id]:,})", icon=row.icon or "unknown"
            )
            for row in categories
            if row.parent == parent.id and counts.get(row.id) and row.id in known
        ]
        if entries:
            groups.append(LegendGroup(_label(parent, language), layer, entries))
    return groups


def _label(category: Category, language: str) -> str:
    return (category.label_ko if language == KOREAN else None) or category.label


def trace_groups(layer: QgsVectorLayer, counts: Counter) -> list[LegendGroup]:
    """Return the group of the traces: the kinds that are counted."""
    rules = enumerate(layer.renderer().rootRule().children())
    entries = [
        LegendEntry(index, rule.label().replace(f" {TRACE_GROUP}", ""), line=rule.symbol())
        for index, rule in rules
        if counts.get(rule.label())
    ]
    return [LegendGroup(TRACE_GROUP, layer, entries)] if entries else []


def legend(layout: QgsPrintLayout, box: Box, groups: list[LegendGroup], factor: float) -> QgsLayoutItemLegend:
    """Add the legend in the largest size that fits the box.

    Its symbols are of its own size, because a map's marker follows the map's scale.  It is linked to no map:
    the styles of a linked map's theme are read anew for every entry.
    """
    sizes = [Size(size.text * factor, size.gap * factor, size.marker * factor) for size in SIZES]
    size = next((size for size in sizes if _height(groups, size, box[2]) <= box[3]), sizes[-1])
    item = QgsLayoutItemLegend(layout)
    item.setAutoUpdateModel(False)
    item.setTitle("")
    _look(item, size)
    root = item.model().rootGroup()
    root.removeAllChildren()
    for group in groups:
        root.addGroup(unevaluated(group.title)).addChildNode(_node(group, size, box[2]))
    layout.addLayoutItem(item)
    place(item, box, "legend")
    # The item itself learns its size when it is first painted; the renderer knows it now.
    needed = QgsLegendRenderer(item.model(), item.legendSettings()).minimumSize()
    item.attemptResize(QgsLayoutSize(needed.width(), needed.height(), MM))
    return item


def _lines(entry: LegendEntry, size: Size, width: float) -> list[str]:
    symbol = size.marker * (SWATCH if entry.line else BADGE_ROOM)
    return wrapped(entry.text, size.text, (width - symbol - LABEL_GAP) / SAFE)


def _height(groups: list[LegendGroup], size: Size, width: float) -> float:
    heading = line_height(size.text + 0.5) + _heading_gap(size)
    line = line_height(size.text)
    rows = [
        max(size.marker, line * len(_lines(entry, size, width))) + size.gap
        for group in groups
        for entry in group.entries
    ]
    return heading * len(groups) + sum(rows)


def _heading_gap(size: Size) -> float:
    return size.gap + 0.9


def _node(group: LegendGroup, size: Size, width: float) -> QgsLayerTreeLayer:
    """Return the legend node of a group; all is set before it is added, when the entries are made."""
    node = QgsLayerTreeLayer(group.layer)
    QgsMapLayerLegendUtils.setLegendNodeOrder(node, [entry.index for entry in group.entries])
    for entry in group.entries:
        text = unevaluated(BREAK.join(_lines(entry, size, width)))
        QgsMapLayerLegendUtils.setLegendNodeUserLabel(node, entry.index, text)
        symbol = entry.line.clone() if entry.line else plain_marker(entry.icon, size.marker)
        QgsMapLayerLegendUtils.setLegendNodeCustomSymbol(node, entry.index, symbol)
        if entry.line:
            swatch = QSizeF(SWATCH * size.marker, size.marker)
            QgsMapLayerLegendUtils.setLegendNodeSymbolSize(node, entry.index, swatch)
    node.setCustomProperty("legend/title-style", "hidden")
    return node


def _look(item: QgsLayoutItemLegend, size: Size) -> None:
    style, side = QgsLegendStyle.Style, QgsLegendStyle.Side
    set_legend_format(item, style.Group, text_format(size.text + 0.5, INK, bold=True))
    for part in (style.Subgroup, style.SymbolLabel):
        set_legend_format(item, part, text_format(size.text, INK))
    item.setStyleMargin(style.Group, side.Top, _heading_gap(size))
    item.setStyleMargin(style.Group, side.Bottom, 0)
    item.setStyleMargin(style.Subgroup, side.Top, 0)
    item.setStyleMargin(style.Symbol, side.Top, size.gap)
    item.setStyleMargin(style.SymbolLabel, side.Left, LABEL_GAP)
    item.setSymbolWidth(size.marker * BADGE_ROOM)
    item.setSymbolHeight(size.marker)
    item.setBoxSpace(0)
    item.setBackgroundEnabled(False)
    item.setWrapString(BREAK)
