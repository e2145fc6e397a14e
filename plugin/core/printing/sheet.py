# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""A whole map sheet as a print layout: map first, one column beside it, one line beneath."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from pathlib import Path

from qgis.core import (
    QgsExpressionContextUtils,
    QgsFeatureRequest,
    QgsFillSymbol,
    QgsLayoutItemMap,
    QgsLayoutItemMapOverview,
    QgsLayoutItemPicture,
    QgsLayoutSize,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsUnitTypes,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QRectF, Qt
from qgis.PyQt.QtGui import QFontMetricsF, QGuiApplication

from ..atlas.layers.labels import LANGUAGE_VARIABLE, LATIN
from ..atlas.layers.project import THEME_TODAY, WORLD_ROLE
from ..atlas.layers.roles import find
from ..atlas.layers.styles import is_military
from ..atlas.model import Category
from ..atlas.store import Atlas
from ..errors import AtlasError
from . import content, items
from .specs import PAGES, SHEETS, SheetSpec, View

RESOURCES = Path(__file__).resolve().parents[3] / "resources"
MARGIN, GAP, COLUMN, FOOT = 10.0, 5.0, 50.0, 7.0
INSET_SIDE = 26.0
INSET = View("", 128.7, 40.9, 400.0, 400.0)


def build(project: QgsProject, atlas: Atlas, spec: SheetSpec, page: str = "A4") -> QgsPrintLayout:
    """Return the sheet as a layout of ``project``, which must have the atlas loaded.

    Raises AtlasError when the atlas's layers are not there or the page is unknown.
    """
    if page not in PAGES:
        raise AtlasError(f"There is no page “{page}”.", hint="Choose A4 or A3.")
    layers = _layers(project, atlas)
    korean = content.has_korean_font()
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    if not korean:
        # For this sheet only: the language of the user's project is theirs.
        QgsExpressionContextUtils.setLayoutVariable(layout, LANGUAGE_VARIABLE, LATIN)
    layout.setName(f"{spec.title}: {spec.subtitle}")
    layout.setUnits(QgsUnitTypes.LayoutUnit.LayoutMillimeters)
    width, height = PAGES[page]
    layout.pageCollection().page(0).setPageSize(
        QgsLayoutSize(width, height, QgsUnitTypes.LayoutUnit.LayoutMillimeters)
    )
    maps = _maps(layout, project, spec, width, height)
    _Column(layout, project, atlas, spec, maps, layers, korean).fill(width - MARGIN - COLUMN, height)
    _foot(layout, atlas, spec, maps, layers, project, width, height)
    return layout


def by_number(number: int) -> SheetSpec:
    """Return the sheet that ``cityatlas:printmap`` calls by this number."""
    if not 0 <= number < len(SHEETS):
        raise AtlasError(f"There is no map {number}.", hint=f"Choose 0 to {len(SHEETS) - 1}.")
    return SHEETS[number]


def _layers(project: QgsProject, atlas: Atlas) -> dict[str, QgsVectorLayer]:
    found = {role: find(project, role, atlas.uuid) for role in ("sites", "traces", "cities")}
    missing = [role for role, layer in found.items() if layer is None]
    if missing:
        raise AtlasError(
            f"The layer “{missing[0]}” of the atlas is not in the project.", hint="Open the atlas again."
        )
    return found


def _maps(
    layout: QgsPrintLayout, project: QgsProject, spec: SheetSpec, width: float, height: float
) -> list[QgsLayoutItemMap]:
    """Add the map windows, side by side, all at one scale."""
    count = len(spec.views)
    total = width - 2 * MARGIN - GAP - COLUMN
    each = (total - GAP * (count - 1)) / count
    tall = height - 2 * MARGIN - FOOT
    scale = max(items.nice_scale(view, each, tall) for view in spec.views)
    return [
        items.map_item(
            layout, project, view, spec.theme, (MARGIN + index * (each + GAP), MARGIN, each, tall),
            f"map {view.city}", scale,
        )
        for index, view in enumerate(spec.views)
    ]  # fmt: skip


class _Column:
    """The side column, filled from the top; every block takes what it needs."""

    def __init__(
        self, layout: QgsPrintLayout, project: QgsProject, atlas: Atlas, spec: SheetSpec,
        maps: list[QgsLayoutItemMap], layers: dict[str, QgsVectorLayer], korean: bool,
    ) -> None:  # fmt: skip
        self.layout, self.project, self.atlas, self.spec = layout, project, atlas, spec
        self.maps, self.layers, self.korean = maps, layers, korean
        self.x, self.y = 0.0, MARGIN

    def fill(self, x: float, height: float) -> None:
        """Add title, facts, legend, notices from the top; inset and scale at the bottom."""
        self.x = x
        self._title()
        self._text(content.facts(self.atlas, self.spec), "facts", 6.3)
        if self.spec.stated:
            stated = content.stated_located(self.atlas, self.spec, self.layers["sites"])
            self._text("Stated by the sources / located here", "stated heading", 6.5, bold=True, gap=0.5)
            self._text(stated, "stated and located", 6.3)
        room = height - MARGIN - FOOT - 18 - self.y
        used = self._legend(room)
        self._bottom(height, inset=len(self.maps) == 1 and room - used >= INSET_SIDE + 4)

    def _title(self) -> None:
        title, beneath = content.title_lines(self.atlas, self.spec, self.korean)
        self._text(title, "title", 17 if len(title) < 14 else 13, bold=True, gap=0.8)
        self._text(beneath, "title beneath", 8, colour=items.GREY, gap=0.8)
        self._text(self.spec.subtitle, "subtitle", 9.5, gap=2.5)

    def _text(
        self,
        text: str,
        name: str,
        size: float,
        *,
        bold: bool = False,
        colour: str = items.INK,
        gap: float = 3.0,
    ) -> None:
        if not text:
            return
        box = (self.x, self.y, COLUMN, 5.0)
        item = items.label(self.layout, text, box, name, size, bold=bold, colour=colour)
        tall = _text_height(text, size, COLUMN, bold)
        items.place(item, (self.x, self.y, COLUMN, tall), name)
        self.y += tall + gap

    def _legend(self, room: float) -> float:
        """Add the legend, with the inset's room left free if it can be; return the height it took."""
        extents = [items.extent_wgs84(item, self.project) for item in self.maps]
        counts = {"sites": _sum(self.layers["sites"], "category", extents)}
        if self.spec.traces:
            counts["traces"] = _trace_counts(self.layers["traces"], extents[0])
        shown = {"sites": self.layers["sites"], "traces": self.layers["traces"]}
        if not self.spec.traces:
            shown.pop("traces")
        categories = self.atlas.rows(Category)
        if self.spec.stated:
            categories = [row for row in categories if not row.parent or is_military(row)]
        wanted = room - (INSET_SIDE + 4 if len(self.maps) == 1 else 0)
        box = (self.x, self.y, COLUMN, wanted)
        legend = items.legend(self.layout, self.maps[0], box, shown, categories, counts)
        return legend.rect().height()

    def _bottom(self, height: float, *, inset: bool) -> None:
        base = height - MARGIN - FOOT
        items.scale_bar(
            self.layout, self.maps[0], (self.x, base - 11.5, COLUMN - 9, 7.5), li=self.spec.traces
        )
        items.north_arrow(
            self.layout,
            self.maps[0],
            RESOURCES / "layouts" / "north.svg",
            (self.x + COLUMN - 8, base - 12, 8, 11),
        )
        self._certainty(base - 17)
        if inset:
            self._inset((self.x, base - 19.5 - INSET_SIDE, INSET_SIDE, INSET_SIDE))

    def _certainty(self, y: float) -> None:
        """Explain the three badges and the notch in one line."""
        x = self.x
        for ending, text, wide in (
            ("", "confirmed", 14.5),
            ("-probable", "probable", 13),
            ("-possible", "possible", 0),
        ):
            picture = QgsLayoutItemPicture(self.layout)
            picture.setPicturePath(str(RESOURCES / "svg" / f"market{ending}.svg"))
            self.layout.addLayoutItem(picture)
            items.place(picture, (x, y - 0.6, 3.2, 3.2), f"badge {text}")
            items.label(self.layout, text, (x + 4, y, 12, 3), f"certainty {text}", 5.8)
            x += wide
        text = "Red number: how many positions the sources give"
        items.label(self.layout, text, (self.x, y + 3, COLUMN, 3), "notch", 5.2, colour=items.GREY)

    def _inset(self, box: items.Box) -> None:
        """Add the map of where this is: world and cities, with the frame of each map window."""
        inset = items.map_item(
            self.layout, self.project, INSET, THEME_TODAY, box, "inset", INSET.width_km * 1e6 / box[2]
        )
        inset.grids().grid(0).setEnabled(False)
        inset.setFollowVisibilityPreset(False)
        inset.setKeepLayerSet(True)
        roles = (WORLD_ROLE, "base_areas")
        inset.setLayers([layer for layer in (find(self.project, role) for role in roles) if layer])
        for item in self.maps:
            frame = QgsLayoutItemMapOverview(item.displayName(), inset)
            frame.setLinkedMap(item)
            frame.setFrameSymbol(
                QgsFillSymbol.createSimple(
                    {"color": "176,0,32,40", "outline_color": "#b00020", "outline_width": "0.4"}
                )
            )
            inset.overviews().addOverview(frame)


def _sum(layer: QgsVectorLayer, field: str, extents: list[QgsRectangle]) -> Counter:
    total: Counter = Counter()
    for extent in extents:
        total += content.counts_in(layer, field, extent)
    return total


def _trace_counts(layer: QgsVectorLayer, extent: QgsRectangle) -> Counter:
    """Return how many traces in the extent each legend rule draws."""
    counts: Counter = Counter()
    for rule in layer.renderer().rootRule().children():
        request = QgsFeatureRequest().setFilterRect(extent).setFilterExpression(rule.filterExpression())
        counts[rule.label()] = sum(1 for _feature in layer.getFeatures(request))
    return counts


def _text_height(text: str, size: float, width: float, bold: bool) -> float:
    """Return the height in mm that text takes in a column (Qt's own line breaking)."""
    # Measured at ten times the size: metrics of small faces are rounded to whole pixels.
    metrics = QFontMetricsF(items.font(size * 10, bold=bold))
    per_mm = 10 * metrics_dpi() / 25.4
    rect = metrics.boundingRect(QRectF(0, 0, width * per_mm, 1e6), int(Qt.TextFlag.TextWordWrap), text)
    return rect.height() / per_mm + 0.6


def metrics_dpi() -> float:
    """Return the dots per inch that Qt's font metrics assume."""
    screen = QGuiApplication.primaryScreen()
    return screen.logicalDotsPerInchY() if screen is not None else 96.0


def _foot(
    layout: QgsPrintLayout, atlas: Atlas, spec: SheetSpec, maps: list[QgsLayoutItemMap],
    layers: dict[str, QgsVectorLayer], project: QgsProject, width: float, height: float,
) -> None:  # fmt: skip
    """Add the bottom lines: notice for schematic traces, sources, projection, date, version."""
    extents = [items.extent_wgs84(item, project) for item in maps]
    used = [(layers["sites"], extent) for extent in extents]
    notice = ""
    if spec.traces:
        used += [(layers["traces"], extent) for extent in extents]
        notice = content.trace_notice(layers["traces"], extents[0])
    made = dt.datetime.now(dt.timezone.utc).strftime("%Y-%m-%d")
    technical = (
        f"UTM zone 52N, WGS 84; graticule WGS 84. Coast: NGII, generalised, ± 100 m. "
        f"Atlas of {atlas.meta.get('created', '')[:10]}, printed {made}, DPRK City Atlas {content.version()}."
    )
    top = height - MARGIN - FOOT + 5.5
    lines = " ".join(part for part in (notice, content.source_line(atlas, used), technical) if part)
    if not content.has_korean_font():
        lines += " " + content.NO_KOREAN
    items.label(layout, lines, (MARGIN, top, width - 2 * MARGIN, FOOT + 3), "sources", 5.2, colour=items.GREY)
