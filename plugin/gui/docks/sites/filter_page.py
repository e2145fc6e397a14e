# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The page on which the criteria of the filter are set."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Optional

from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsGeometry,
    QgsMapLayer,
    QgsPointXY,
    QgsProject,
    QgsVectorLayer,
    QgsWkbTypes,
)
from qgis.gui import QgsExpressionBuilderDialog, QgsFilterLineEdit
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ....core.atlas.model import Category
from ....core.errors import AtlasError
from ....core.filters import parsed
from ....core.i18n import mark, tr
from ....core.search.criteria import CODED, CircleCriterion, PeriodCriterion, Ring, SiteFilter
from ...context import Context
from ...messages import reported
from ...tools.path_tool import PathTool
from ...tools.pick_tool import PickTool, ToolTurn
from ...tools.places import map_centre, view_box
from ...widgets.buttons import Slot, push_button
from ...widgets.number_box import NumberBox
from .category_icons import label_of
from .chips import FlowLayout
from .facets import FacetTree, Section

FACETS = (
    ("categories", "categoryTree", mark("SitesFilter", "Category")),
    ("cities", "cityTree", mark("SitesFilter", "City")),
    ("statuses", "statusTree", mark("SitesFilter", "Status")),
    ("likelihoods", "likelihoodTree", mark("SitesFilter", "Likelihood")),
    ("confidences", "confidenceTree", mark("SitesFilter", "Confidence")),
    ("sources", "sourceTree", mark("SitesFilter", "Source of the position")),
)
"""Criterion, object name, title."""


class CriteriaPage(QScrollArea):
    """Sets criteria; ``edited`` carries the name of one and its new value."""

    edited = pyqtSignal(str, object)

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.context = context
        self.setObjectName("siteCriteria")
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.trees = {name: FacetTree(tree, tr("SitesFilter", title)) for name, tree, title in FACETS}
        self.area = AreaCriteria(context)
        self._inside = QWidget(self)
        layout = QVBoxLayout(self._inside)
        layout.setContentsMargins(6, 6, 6, 6)
        for name, tree, title in FACETS:
            layout.addWidget(Section(tree, tr("SitesFilter", title), self.trees[name], name == "categories"))
            self.trees[name].chosen.connect(self._chosen)
        layout.addWidget(Section("period", tr("SitesFilter", "Period"), self._period()))
        layout.addWidget(Section("area", tr("SitesFilter", "Place"), self.area))
        layout.addWidget(Section("expression", tr("SitesFilter", "Expression"), self._expression()))
        layout.addStretch(1)
        self.setWidget(self._inside)
        self.area.edited.connect(self.edited)
        self._labels: dict[str, dict[str, str]] = {}

    # -- building ------------------------------------------------------------------------------------

    def _period(self) -> QWidget:
        page = QWidget()
        grid = QGridLayout(page)
        grid.setContentsMargins(18, 0, 0, 6)
        self.begin, self.end = QgsFilterLineEdit(page), QgsFilterLineEdit(page)
        for row, (name, text, edit) in enumerate(
            (
                ("periodBegin", tr("SitesFilter", "From"), self.begin),
                ("periodEnd", tr("SitesFilter", "Until"), self.end),
            )
        ):
            edit.setObjectName(name)
            edit.setPlaceholderText(tr("SitesFilter", "1946, 1938-05, c. 1975…"))
            edit.editingFinished.connect(self._period_set)
            edit.cleared.connect(self._period_set)
            label = QLabel(text, page)
            label.setBuddy(edit)
            grid.addWidget(label, row, 0)
            grid.addWidget(edit, row, 1)
        self.undated = QCheckBox(tr("SitesFilter", "also sites without dates"), page)
        self.undated.setObjectName("periodUnknown")
        self.undated.setChecked(True)
        self.certain = QCheckBox(tr("SitesFilter", "only certain in this period"), page)
        self.certain.setObjectName("periodCertain")
        self.certain.setToolTip(
            tr("SitesFilter", "Leaves out what may have stood at some time of the period, or not")
        )
        self.only_undated = QCheckBox(tr("SitesFilter", "only sites without dates"), page)
        self.only_undated.setObjectName("periodOnlyUnknown")
        for row, box in ((2, self.undated), (3, self.certain), (4, self.only_undated)):
            box.toggled.connect(self._period_set)
            grid.addWidget(box, row, 0, 1, 2)
        return page

    def _expression(self) -> QWidget:
        page = QWidget()
        row = QHBoxLayout(page)
        row.setContentsMargins(18, 0, 0, 6)
        self.expression = QLineEdit(page)
        self.expression.setObjectName("filterExpression")
        self.expression.setAccessibleName(tr("SitesFilter", "Expression"))
        self.expression.setPlaceholderText(tr("SitesFilter", '"accuracy_m" < 50'))
        self.expression.editingFinished.connect(self._expression_set)
        tip = tr("SitesFilter", "Build the expression")
        build = push_button("filterExpressionBuild", "ε", self._build_expression, tip=tip, parent=page)
        build.setFixedWidth(build.fontMetrics().averageCharWidth() * 5)
        row.addWidget(self.expression, 1)
        row.addWidget(build)
        return page

    def fill(
        self,
        categories: Sequence[Category],
        icons: dict[str, QIcon],
        sources: dict[str, str],
        language: str,
    ) -> None:
        """Give the choices of an atlas."""
        for tree in self.trees.values():
            tree.clear()
        tree = self.trees["categories"]
        ordered = sorted(categories, key=lambda item: item.sort or 0)
        headings = {}
        for category in [item for item in ordered if not item.parent]:
            label, icon = label_of(category, language), icons.get(category.id)
            headings[category.id] = tree.add(None, label, icon)
        for category in [item for item in ordered if item.parent]:
            label, icon = label_of(category, language), icons.get(category.id)
            tree.add(category.id, label, icon, headings.get(category.parent or ""))
        tree.fit()
        self._labels = {"sources": sources}

    # -- in and out ----------------------------------------------------------------------------------

    def set_filter(self, wanted: SiteFilter) -> None:
        """Show a filter without telling anybody."""
        for name, tree in self.trees.items():
            tree.set_values(getattr(wanted, name))
        period = wanted.period
        widgets = (self.begin, self.end, self.undated, self.certain, self.only_undated)
        for widget in widgets:
            widget.blockSignals(True)
        self.begin.setText((period and period.start) or "")
        self.end.setText((period and period.end) or "")
        self.undated.setChecked(period.include_unknown if period else True)
        self.certain.setChecked(bool(period and period.certain))
        self.only_undated.setChecked(bool(period and period.only_unknown))
        for widget in widgets:
            widget.blockSignals(False)
        self.expression.setText(wanted.expression)
        self.area.set_filter(wanted)

    def words(self, criterion: str, values: Collection[str]) -> list[str]:
        """Return what chosen values of a criterion are called."""
        return self.trees[criterion].words(values)

    def set_counts(self, counts: dict[str, dict[str, int]]) -> None:
        """Show the live counts."""
        for name, tree in self.trees.items():
            tree.set_counts(counts.get(CODED[name], {}), self._labels.get(name))

    def _chosen(self, values: frozenset[str]) -> None:
        name = next(name for name, tree in self.trees.items() if tree is self.sender())
        self.edited.emit(name, values)

    @reported
    def _period_set(self, *_args: object) -> None:
        begin, end = self.begin.text().strip() or None, self.end.text().strip() or None
        asked = PeriodCriterion(
            begin, end, self.undated.isChecked(), self.certain.isChecked(), self.only_undated.isChecked()
        )
        value = asked if asked != PeriodCriterion() else None
        self.edited.emit("period", value)

    @reported
    def _expression_set(self) -> None:
        text = self.expression.text().strip()
        if text:
            parsed(text)
        self.edited.emit("expression", text)

    def _build_expression(self, _checked: bool = False) -> None:
        dialog = QgsExpressionBuilderDialog(
            self.context.open_atlas.layer("sites"), self.expression.text(), self, "generic"
        )
        if dialog.exec():
            self.expression.setText(dialog.expressionText())
            self._expression_set()
        dialog.deleteLater()

    def release(self) -> None:
        """Let go of the map tools."""
        self.area.release()


class AreaCriteria(QWidget):
    """Within a distance, in the map view, in a polygon, with or without a position."""

    edited = pyqtSignal(str, object)

    def __init__(self, context: Context) -> None:
        super().__init__()
        self.context = context
        self._centre: Optional[tuple[float, float]] = None
        self._point_tool: Optional[PickTool] = None
        self._polygon_tool: Optional[PathTool] = None
        self._polygon_turn: Optional[ToolTurn] = None
        grid = QGridLayout(self)
        grid.setContentsMargins(18, 0, 0, 6)
        self.radius = NumberBox(self, unit="km", low=0.01, high=20_000.0, decimals=2, value=5.0)
        self.radius.setObjectName("circleRadius")
        self.radius.setAccessibleName(tr("SitesFilter", "Radius"))
        self.radius.valueChanged.connect(self._radius_changed)
        grid.addWidget(QLabel(tr("SitesFilter", "Within"), self), 0, 0)
        grid.addWidget(self.radius, 0, 1)
        grid.setColumnStretch(1, 1)
        ways = self._buttons(
            ("circlePick", tr("SitesFilter", "of a place…"), self._pick_centre),
            ("circleSelected", tr("SitesFilter", "of selected"), self._centre_selected),
            ("circleCentre", tr("SitesFilter", "of centre"), self._centre_map),
        )
        grid.addWidget(ways, 1, 0, 1, 2)
        self.view = QCheckBox(tr("SitesFilter", "In the map view"), self)
        self.view.setObjectName("inMapView")
        self.view.setToolTip(tr("SitesFilter", "Follows the map as it moves"))
        self.view.toggled.connect(self._view_toggled)
        grid.addWidget(self.view, 2, 0, 1, 2)
        grid.addWidget(QLabel(tr("SitesFilter", "Polygon"), self), 3, 0)
        shapes = self._buttons(
            ("polygonDraw", tr("SitesFilter", "Draw…"), self._draw_polygon),
            ("polygonSelected", tr("SitesFilter", "Selected"), self._polygon_selected),
        )
        grid.addWidget(shapes, 3, 1)
        self.located = QComboBox(self)
        self.located.setObjectName("locatedCombo")
        self.located.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for text, value in (
            (tr("SitesFilter", "With or without position"), None),
            (tr("SitesFilter", "Located only"), True),
            (tr("SitesFilter", "Unlocated only"), False),
        ):
            self.located.addItem(text, value)
        self.located.currentIndexChanged.connect(self._located_chosen)
        grid.addWidget(self.located, 4, 0, 1, 2)

    def _buttons(self, *buttons: tuple[str, str, Slot]) -> QWidget:
        """Return buttons side by side that go on in the next line where large letters need it."""
        row = QWidget(self)
        flow = FlowLayout(row)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        row.setSizePolicy(policy)
        for name, text, slot in buttons:
            flow.addWidget(push_button(name, text, slot, parent=row))
        return row

    def set_filter(self, wanted: SiteFilter) -> None:
        """Show the criteria of a filter."""
        for widget in (self.radius, self.view, self.located):
            widget.blockSignals(True)
        if wanted.circle:
            self._centre = (wanted.circle.lon, wanted.circle.lat)
            self.radius.setValue(wanted.circle.radius_m / 1000.0)
        else:
            self._centre = None
        self.view.setChecked(wanted.bbox is not None)
        self.located.setCurrentIndex({None: 0, True: 1, False: 2}[wanted.located])
        for widget in (self.radius, self.view, self.located):
            widget.blockSignals(False)

    # -- circle --------------------------------------------------------------------------------------

    def _emit_circle(self) -> None:
        if self._centre is not None:
            self.edited.emit("circle", CircleCriterion(*self._centre, self.radius.value() * 1000.0))

    def _radius_changed(self, _value: float) -> None:
        self._emit_circle()

    def _pick_centre(self, _checked: bool = False) -> None:
        if self._point_tool is None:
            self._point_tool = PickTool(self.context.iface.mapCanvas())
            self._point_tool.picked.connect(self._centre_picked)
            self._point_tool.refused.connect(self.context.messages.warning)
        self._point_tool.take()

    def _centre_picked(self, place: QgsPointXY) -> None:
        self._centre = (place.x(), place.y())
        self._emit_circle()

    @reported
    def _centre_selected(self, _checked: bool = False) -> None:
        layer = self.context.open_atlas.layer("sites")
        if layer is None or not layer.selectedFeatureCount():
            raise AtlasError(
                tr("SitesFilter", "No site is selected."),
                hint=tr("SitesFilter", "Select one in the list or on the map."),
            )
        places = (feature.geometry() for feature in layer.getSelectedFeatures())
        point = next((place.asPoint() for place in places if not place.isEmpty()), None)
        if point is None:
            raise AtlasError(
                tr("SitesFilter", "What is selected has no position."),
                hint=tr("SitesFilter", "Select a site that is on the map."),
            )
        self._centre = (point.x(), point.y())
        self._emit_circle()

    @reported
    def _centre_map(self, _checked: bool = False) -> None:
        self._centre = map_centre(self.context.iface.mapCanvas())
        self._emit_circle()

    # -- the rest ------------------------------------------------------------------------------------

    def _view_toggled(self, checked: bool) -> None:
        self.edited.emit("bbox", view_box(self.context.iface.mapCanvas()) if checked else None)

    def _located_chosen(self, _index: int) -> None:
        self.edited.emit("located", self.located.currentData())

    def _draw_polygon(self, _checked: bool = False) -> None:
        if self._polygon_tool is None:
            self._polygon_tool = PathTool(self.context.iface)
            self._polygon_tool.closed = True
            self._polygon_tool.finished.connect(self._polygon_drawn)
            self._polygon_turn = ToolTurn(self.context.iface.mapCanvas(), self._polygon_tool)
        if self._polygon_turn is not None:
            self._polygon_turn.take()

    def _polygon_drawn(self, places: list[tuple[float, float]]) -> None:
        if self._polygon_turn is not None:
            self._polygon_turn.end()
        self.edited.emit("polygon", (tuple(places),))

    @reported
    def _polygon_selected(self, _checked: bool = False) -> None:
        layer = self.context.iface.activeLayer()
        rings = selected_rings(layer) if layer is not None else ()
        if not rings:
            raise AtlasError(
                tr("SitesFilter", "No polygon is selected in the current layer."),
                hint=tr(
                    "SitesFilter",
                    "Choose a polygon layer in the layer tree and select one or more of its features.",
                ),
            )
        self.edited.emit("polygon", rings)

    def release(self) -> None:
        """Take the tools off the map."""
        if self._point_tool is not None:
            self._point_tool.release()
        if self._polygon_tool is not None:
            self._polygon_tool.release()


def selected_rings(layer: QgsMapLayer) -> tuple[Ring, ...]:
    """Return the rings of the selected polygons of a layer in degrees (lon, lat)."""
    polygons = QgsWkbTypes.GeometryType.PolygonGeometry
    if not isinstance(layer, QgsVectorLayer) or layer.geometryType() != polygons:
        return ()
    wgs84 = QgsCoordinateReferenceSystem("EPSG:4326")
    transform = QgsCoordinateTransform(layer.crs(), wgs84, QgsProject.instance())
    shapes = []
    for feature in layer.getSelectedFeatures():
        geometry = feature.geometry()
        geometry.transform(transform)
        shapes.append(geometry)
    if len(shapes) > 1:  # rings are even-odd: where two polygons overlap they would cancel each other
        united = QgsGeometry.unaryUnion(shapes)
        shapes = [united] if not united.isEmpty() else shapes
    rings = []
    for geometry in shapes:
        parts = geometry.asMultiPolygon() if geometry.isMultipart() else [geometry.asPolygon()]
        rings += [tuple((p.x(), p.y()) for p in ring) for part in parts for ring in part]
    return tuple(rings)
