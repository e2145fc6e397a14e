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
    QgsLayoutSize,
    QgsPrintLayout,
    QgsProject,
    QgsRectangle,
    QgsVectorLayer,
)

from .. import basemaps
from ..atlas.layers.labels import GROUND_VARIABLE, LANGUAGE_VARIABLE, LATIN, MARKER_FACTOR_VARIABLE
from ..atlas.layers.layer_roles import find
from ..atlas.layers.project import THEME_TODAY, WORLD_ROLE
from ..atlas.model import Category
from ..atlas.store.quoting import expression_field, expression_text
from ..atlas.store.store import Atlas
from ..atlas.utm_zone import utm_name
from ..errors import AtlasError
from ..i18n import ENGLISH, KOREAN, in_language, mark, tr
from ..plain_text import unevaluated
from . import content, items, legend
from .sheet_specs import PAGES, MapSheet, Page, View
from .typography import GREY, INK, text_height

RESOURCES = Path(__file__).resolve().parents[3] / "resources"
MARGIN, GAP, FOOT = 10.0, 4.0, 11.5
BETWEEN = 2.5
"""Between two maps: room for one line of the graticule's labels."""
MARKER_FACTOR = 0.75
CERTAINTY = (
    ("confirmed", mark("MapSheet", "confirmed")), ("probable", mark("MapSheet", "probable")),
    ("possible", mark("MapSheet", "possible")), ("conflict", mark("MapSheet", "rival positions")),
)  # fmt: skip
"""Badge and what it says."""
INSET = View("", 128.7, 40.9, 400.0, 400.0)


def build(project: QgsProject, atlas: Atlas, spec: MapSheet, page: str = "A4") -> QgsPrintLayout:
    """Return the sheet as a layout of ``project``, which must have the atlas loaded.

    Raises AtlasError when the atlas's layers are not there or the page is unknown.
    """
    if page not in PAGES:
        raise AtlasError(
            tr("MapSheet", "There is no page “{page}”.").format(page=page),
            hint=tr("MapSheet", "Choose A4 or A3."),
        )
    language = QgsExpressionContextUtils.projectScope(project).variable(LANGUAGE_VARIABLE) or ""
    if not content.has_korean_font():
        language = LATIN
    with in_language(KOREAN if language == KOREAN else ENGLISH):
        return _composed(project, atlas, spec, PAGES[page], language)


def _composed(
    project: QgsProject, atlas: Atlas, spec: MapSheet, paper: Page, language: str
) -> QgsPrintLayout:
    layers = _layers(project, atlas)
    layout = _empty(project, spec, paper, language)
    maps = _maps(layout, project, spec, paper)
    column = _Column(layout, project, atlas, spec, maps, layers, paper)
    column.fill(language)
    _inset(layout, project, maps, paper)
    _foot(layout, atlas, spec, maps, layers, project, paper)
    return layout


def _empty(project: QgsProject, spec: MapSheet, paper: Page, language: str) -> QgsPrintLayout:
    layout = QgsPrintLayout(project)
    layout.initializeDefaults()
    QgsExpressionContextUtils.setLayoutVariable(layout, MARKER_FACTOR_VARIABLE, MARKER_FACTOR)
    QgsExpressionContextUtils.setLayoutVariable(layout, GROUND_VARIABLE, "paper")
    if language == LATIN:
        # For this sheet only: the language of the user's project is theirs.
        QgsExpressionContextUtils.setLayoutVariable(layout, LANGUAGE_VARIABLE, LATIN)
    layout.setName(unevaluated(spec.name))
    layout.setUnits(items.MM)
    layout.pageCollection().page(0).setPageSize(QgsLayoutSize(paper.width, paper.height, items.MM))
    return layout


def _layers(project: QgsProject, atlas: Atlas) -> dict[str, QgsVectorLayer]:
    found = {role: find(project, role, atlas.uuid) for role in ("sites", "traces", "cities")}
    missing = [role for role, layer in found.items() if layer is None]
    if missing:
        raise AtlasError(
            tr("MapSheet", "The layer “{layer}” of the atlas is not in the project.").format(
                layer=missing[0]
            ),
            hint=tr("MapSheet", "Open the atlas again."),
        )
    return found


def _maps(layout: QgsPrintLayout, project: QgsProject, spec: MapSheet, paper: Page) -> list[QgsLayoutItemMap]:
    """Add the map windows, side by side, all at one scale."""
    count = len(spec.views)
    total = paper.width - 2 * MARGIN - GAP - paper.column
    each = (total - BETWEEN * (count - 1)) / count
    tall = paper.height - MARGIN - FOOT
    scale = max(items.nice_scale(view, each, tall) for view in spec.views)
    return [
        items.map_item(
            layout, project, view, spec.theme, (MARGIN + index * (each + BETWEEN), MARGIN, each, tall),
            f"map {view.city}", scale, last=index == count - 1,
        )
        for index, view in enumerate(spec.views)
    ]  # fmt: skip


class _Column:
    """The side column, filled from the top; every block takes what it needs."""

    def __init__(
        self, layout: QgsPrintLayout, project: QgsProject, atlas: Atlas, spec: MapSheet,
        maps: list[QgsLayoutItemMap], layers: dict[str, QgsVectorLayer], paper: Page,
    ) -> None:  # fmt: skip
        self.layout, self.project, self.atlas, self.spec = layout, project, atlas, spec
        self.maps, self.layers = maps, layers
        self.x, self.y, self.wide, self.factor = (
            paper.width - MARGIN - paper.column,
            MARGIN,
            paper.column,
            paper.type,
        )
        self.bottom = paper.height - FOOT

    def fill(self, language: str) -> None:
        """Add title, facts and legend from the top; how certainty is drawn, scale and north at the bottom."""
        self._title(language)
        self._table(content.facts(self.atlas, self.spec), "facts", headed=len(self.maps) > 1)
        if self.spec.stated:
            stated = content.stated_located(self.atlas, self.spec, self.layers["sites"])
            self._table(stated, "stated and located", headed=True)
            self._text(content.stated_note(self.atlas, self.spec), "note", 5.5, colour=GREY)
        top = self._bottom()
        self._legend(top - self.y, language)

    def _title(self, language: str) -> None:
        title, beneath = content.title_lines(self.atlas, self.spec, language)
        self.y -= 1.2 * self.factor  # the capitals, not the line, end with the map's edge
        self._text(title, "title", 17 if len(title) < 14 else 13, bold=True, gap=0.8)
        self._text(beneath, "title beneath", 7.5, colour=GREY, gap=0.8)
        self._text(tr("MapSheet", self.spec.subtitle), "subtitle", 9.5, gap=2.5)

    def _text(
        self, text: str, name: str, size: float, *, bold: bool = False, colour: str = INK,
        gap: float = 3.0,
    ) -> None:  # fmt: skip
        if not text:
            return
        size *= self.factor
        box = (self.x, self.y, self.wide, 5.0)
        item = items.label(self.layout, text, box, name, size, bold=bold, colour=colour)
        tall = text_height(text, size, self.wide, bold=bold) + 0.6
        items.place(item, (self.x, self.y, self.wide, tall), name)
        self.y += tall + gap * self.factor

    def _table(self, rows: list[content.Row], name: str, *, headed: bool) -> None:
        if not rows:
            return
        edge = items.CELL_MARGIN
        box = (self.x - edge, self.y, self.wide + 2 * edge, 5.0)
        tall = items.table(self.layout, rows, box, name, 6 * self.factor, headed=headed)
        self.y += tall + 2.5 * self.factor

    def _legend(self, room: float, language: str) -> None:
        extents = [items.extent_wgs84(item, self.project) for item in self.maps]
        sites, traces = self.layers["sites"], self.layers["traces"]
        categories = self.atlas.rows(Category)
        if self.spec.stated:
            categories = [row for row in categories if not row.parent or row.military]
        groups = legend.site_groups(sites, categories, _sum(sites, "category", extents), language)
        if self.spec.traces:
            groups += legend.trace_groups(traces, _trace_counts(traces, extents[0]))
        legend.legend(self.layout, (self.x, self.y, self.wide, room), groups, self.factor)

    def _bottom(self) -> float:
        """Add what stands at the foot of the column; return where it begins."""
        tall = 9.0 * self.factor
        y = self.bottom - tall
        arrow = 6.5 * self.factor
        box = (self.x, y, self.wide - arrow - 1, tall)
        items.scale_bar(self.layout, self.maps[0], box, 6 * self.factor, li=self.spec.traces)
        north = RESOURCES / "layouts" / "north.svg"
        box = (self.x + self.wide - arrow, y, arrow, tall)
        items.north_arrow(self.layout, self.maps[0], north, box)
        return self._certainty(y - 15 * self.factor) - 2

    def _certainty(self, y: float) -> float:
        """Explain the three badges and the notch, two by two, as the legend would; return where it begins."""
        size, badge = 6.0 * self.factor, 3.2 * self.factor
        box = (self.x, y, self.wide, 3 * self.factor)
        items.label(
            self.layout, tr("MapSheet", "How sure"), box, "certainty", size + 0.5 * self.factor, bold=True
        )
        for number, (icon, text) in enumerate(CERTAINTY):
            x = self.x + (0 if number % 2 == 0 else 0.45 * self.wide)
            top = y + (3.8 + 4.2 * (number // 2)) * self.factor
            path = RESOURCES / "layouts" / f"{icon}.svg"
            items.picture(self.layout, path, (x, top, badge, badge), f"badge {text}")
            box = (x + badge + 1.2, top + 0.3 * self.factor, 0.5 * self.wide, 3 * self.factor)
            items.label(self.layout, tr("MapSheet", text), box, f"certainty {text}", size)
        return y


def _inset(layout: QgsPrintLayout, project: QgsProject, maps: list[QgsLayoutItemMap], paper: Page) -> None:
    """Add the map of where this is, with the frame of each map window, in the corner of the sea."""
    side = paper.inset
    corner = maps[-1].mapRectToScene(maps[-1].rect()).bottomRight()
    box = (corner.x() - side, corner.y() - side, side, side)
    inset = items.map_item(
        layout, project, INSET, THEME_TODAY, box, "inset", INSET.width_km * 1e6 / side, last=True
    )
    inset.grids().grid(0).setEnabled(False)
    inset.setFollowVisibilityPreset(False)
    inset.setKeepLayerSet(True)
    roles = (WORLD_ROLE, "base_areas")
    inset.setLayers([layer for layer in (find(project, role) for role in roles) if layer])
    for item in maps:
        frame = QgsLayoutItemMapOverview(item.displayName(), inset)
        frame.setLinkedMap(item)
        frame.setFrameSymbol(
            QgsFillSymbol.createSimple(
                {"color": "176,0,32,40", "outline_color": "#b00020", "outline_width": "0.4"}
            )
        )
        inset.overviews().addOverview(frame)
    maps[-1].addLabelBlockingItem(inset)


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


def _foot(
    layout: QgsPrintLayout, atlas: Atlas, spec: MapSheet, maps: list[QgsLayoutItemMap],
    layers: dict[str, QgsVectorLayer], project: QgsProject, paper: Page,
) -> None:  # fmt: skip
    """Add the bottom lines: notice for schematic traces, sources, projection, date, version."""
    extents = [items.extent_wgs84(item, project) for item in maps]
    condition = ""
    if spec.stated:
        shown = [row.id for row in atlas.rows(Category) if row.parent and row.military]
        condition = f"{expression_field('category')} IN ({', '.join(map(expression_text, shown))})"
    used = [(layers["sites"], extent, condition) for extent in extents]
    notice = ""
    if spec.traces:
        used += [(layers["traces"], extent, "") for extent in extents]
        notice = content.trace_notice(layers["traces"], extents[0])
    made = dt.datetime.now(dt.timezone.utc).strftime("%Y-%m-%d")
    zones = dict.fromkeys(utm_name(view.lon, view.lat) for view in spec.views)
    technical = tr(
        "MapSheet",
        "UTM zone {zones}, WGS 84; graticule WGS 84. {coast} "
        "Atlas of {created}, printed {printed}, {plugin}.",
    ).format(
        zones=", ".join(zones),
        coast=content.coast_note(find(project, "base_coast"), extents),
        created=atlas.meta.get("created", "")[:10],
        printed=made,
        plugin=f"DPRK City Atlas {content.version()}",
    )
    missing = "" if content.has_korean_font() else content.no_korean_font()
    background = basemaps.attribution_in(project, spec.theme)
    parts = (missing, notice, content.source_line(atlas, used), background, technical)
    lines = " ".join(part for part in parts if part)
    wide, tall = paper.width - 2 * MARGIN, FOOT - 4
    sizes = [size * paper.type**0.5 for size in (5.0, 4.6, 4.2, 3.8)]
    size = next((size for size in sizes if text_height(lines, size, wide) <= tall), sizes[-1])
    items.label(
        layout, lines, (MARGIN, paper.height - FOOT + 3.2, wide, tall + 0.5), "sources", size, colour=GREY
    )
