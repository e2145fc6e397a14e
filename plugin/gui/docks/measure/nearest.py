# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Nearest sites: an origin, k or a radius, a table that copies as a table."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any, Optional

from qgis.core import QgsApplication, QgsPointXY, QgsProject
from qgis.gui import QgsFilterLineEdit, QgsRubberBand
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QColor, QKeySequence
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QShortcut,
    QSpinBox,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from ....core.atlas.model import Category
from ....core.atlas.store.store import Atlas
from ....core.errors import AtlasError
from ....core.i18n import tr
from ....core.measure.located_sites import SiteTable
from ....core.measure.units import format_distance, map_unit
from ...background import Work
from ...context import Context
from ...messages import reported
from ...models.hits_model import CATEGORY, DISTANCE, FID_ROLE, HitsModel
from ...part import disconnect, icon_of
from ...saving import keep_result
from ...tools.pick_tool import PickTool
from ...tools.places import layer_of_hits, wgs84_to_canvas
from ...widgets.number_box import NumberBox
from .project_units import Detail, Flow
from .unsaved_sites import read_sites, unsaved

MOST = 50_000
"""Rows that are listed; all are counted.  More are a matter for the algorithm ``nearest``."""
FARTHEST_KM = 20_100.0
KEPT = 25
"""Distances that are kept for the brief."""


class NearestTab(QWidget):
    """What is near a place: k nearest, or everything within a radius."""

    def __init__(self, context: Context, parent: Any) -> None:
        super().__init__(parent)
        self.context = context
        self.yardstick = parent.yardstick
        self._origin: Optional[tuple[float, float]] = None
        self._origin_text = ""
        self._unit = map_unit(self.yardstick.system)
        self._table: Optional[SiteTable] = None
        self._work = Work(self)
        self._work.done.connect(self._loaded)
        self._work.failed.connect(self._failed)
        self._labels: dict[str, str] = {}
        self._build()
        self._tool = PickTool(context.iface.mapCanvas())
        self._tool.picked.connect(self._picked)
        self._tool.refused.connect(context.messages.warning)
        self._line = QgsRubberBand(context.iface.mapCanvas())
        self._line.setColor(QColor("#c2185b"))
        self._line.setWidth(2)
        session = context.open_atlas
        self._connections = [
            (session.opened, self.reload), (session.closed, self.reload), (session.changed, self.reload),
            (self.yardstick.units_changed, self._change_units),
        ]  # fmt: skip
        for signal, slot in self._connections:
            signal.connect(slot)
        self.reload()

    # -- building ------------------------------------------------------------------------------------

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.addLayout(self._origin_row())
        layout.addLayout(self._limits())
        self.summary = QLabel(tr("NearestTab", "Choose an origin: click, type, or take the selected site."))
        self.summary.setObjectName("measureSummary")
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self.summary.setWordWrap(True)
        self.counts = Detail(self.summary, self, 4)
        layout.addWidget(self.counts)
        layout.addWidget(self._view(), 1)
        layout.addWidget(self._buttons())

    def _origin_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.origin_edit = QgsFilterLineEdit(self)
        self.origin_edit.setObjectName("originEdit")
        self.origin_edit.setPlaceholderText(
            tr("NearestTab", "39.9186, 127.5206 · 39°55′N 127°31′E · 52S DJ 45 18")
        )
        self.origin_edit.setAccessibleName(tr("NearestTab", "Origin"))
        self.origin_edit.returnPressed.connect(self._typed)
        self.origin_edit.cleared.connect(self.clear)
        row.addWidget(self.origin_edit, 1)
        row.addWidget(
            self._tool_button(
                "originPick", "mActionAddMarker.svg", tr("NearestTab", "Click a place"), self._pick
            )
        )
        row.addWidget(
            self._tool_button(
                "originSelected",
                "mActionSelect.svg",
                tr("NearestTab", "From the selected site"),
                self._selected,
            )
        )
        return row

    def _limits(self) -> QGridLayout:
        grid = QGridLayout()
        self.radius_spin = NumberBox(self, decimals=3)
        self.radius_spin.setObjectName("radiusSpin")
        self._measure_radius_in(self._unit)
        self.radius_spin.setSpecialValueText(tr("NearestTab", "any distance"))
        self.radius_spin.setKeyboardTracking(False)
        self.count_spin = QSpinBox(self)
        self.count_spin.setObjectName("nearestSpin")
        self.count_spin.setRange(0, 1_000_000)
        self.count_spin.setValue(10)
        self.count_spin.setSpecialValueText(tr("NearestTab", "all"))
        self.count_spin.setKeyboardTracking(False)
        self.category_combo = QComboBox(self)
        self.category_combo.setObjectName("measureCategory")
        self.category_combo.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.category_combo.setMinimumContentsLength(8)
        for column, (text, widget) in enumerate(
            ((tr("NearestTab", "Within"), self.radius_spin), (tr("NearestTab", "Nearest"), self.count_spin))
        ):
            grid.addWidget(QLabel(text), 0, column)
            grid.addWidget(widget, 1, column)
            grid.setColumnStretch(column, 1)
        self.filter_edit = QgsFilterLineEdit(self)
        self.filter_edit.setObjectName("measureFilter")
        self.filter_edit.setShowSearchIcon(True)
        self.filter_edit.setPlaceholderText(tr("NearestTab", "Filter the list"))
        grid.addWidget(self.category_combo, 2, 0)
        grid.addWidget(self.filter_edit, 2, 1)
        self.radius_spin.valueChanged.connect(self.update_hits)
        self.count_spin.valueChanged.connect(self.update_hits)
        self.category_combo.currentIndexChanged.connect(self.update_hits)
        self.filter_edit.textChanged.connect(self._filter)
        for widget in (self.radius_spin, self.count_spin, self.category_combo, self.filter_edit):
            widget.setMinimumWidth(90)
        return grid

    def _view(self) -> QTableView:
        self.model = HitsModel(self)
        self.view = QTableView(self)
        self.view.setObjectName("measureView")
        self.view.setModel(self.model)
        self.view.setSortingEnabled(True)
        self.view.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setAlternatingRowColors(True)
        self.view.verticalHeader().hide()
        self.view.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 6)
        self.view.horizontalHeader().setStretchLastSection(True)
        self.view.setWordWrap(False)
        for column, width in enumerate((44, 140, 110, 80, 70)):
            least = self.view.horizontalHeader().sectionSizeHint(column)
            self.view.setColumnWidth(column, max(width, least))
        # In a narrow dock the distance is to be seen without scrolling.
        self.view.horizontalHeader().moveSection(DISTANCE, CATEGORY)
        self.view.selectionModel().currentRowChanged.connect(self._show_line)
        self.view.doubleClicked.connect(self._zoom)
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self.view)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(self.copy)
        return self.view

    def _buttons(self) -> Flow:
        row = Flow(self)
        for name, icon, text, slot in (
            ("copyButton", "mActionEditCopy.svg", tr("NearestTab", "Copy as table"), self.copy),
            ("copyTextButton", "mActionEditCopy.svg", tr("NearestTab", "Copy as text"), self.copy_text),
            ("measureCsv", "mActionFileSave.svg", tr("NearestTab", "Save as CSV…"), self.save_csv),
            ("measureLayer", "mActionAddOgrLayer.svg", tr("NearestTab", "Keep as a layer"), self.keep),
            ("measureKeep", "brief", tr("NearestTab", "Keep for the brief"), self.keep_for_brief),
        ):
            button = self._tool_button(name, icon, text, slot)
            button.setText(text)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            row.add(button)
        return row

    def _tool_button(self, name: str, icon: str, tip: str, slot: Any) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName(name)
        button.setIcon(icon_of(icon))
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setAutoRaise(True)
        button.clicked.connect(slot)
        return button

    # -- the sites -----------------------------------------------------------------------------------

    def reload(self) -> None:
        """Read the atlas's sites again, in the background."""
        self._work.drop()
        atlas = self.context.open_atlas.atlas
        self.setEnabled(atlas is not None)
        if atlas is None:
            self._table = None
            self._line.reset()
            self.model.show(None, None, None)
            self.counts.tell(tr("NearestTab", "Open an atlas to measure from and to its sites."))
            return
        # What is shown stays until the new answer is there: no flicker at every edit.
        edits = unsaved(self.context.open_atlas.layer("sites"))
        geodesic = self.yardstick.geodesic
        self._work.start(
            tr("NearestTab", "Reading the sites"), lambda _progress: read_sites(atlas, geodesic, edits)
        )

    def _loaded(self, read: tuple[Atlas, SiteTable]) -> None:
        atlas, table = read
        if atlas is not self.context.open_atlas.atlas:
            return
        self._table = table
        self._labels = {row.id: row.label for row in atlas.rows(Category)}
        self.model.set_labels(self._labels)
        self._fill_categories()
        self.update_hits()

    def _failed(self, error: object) -> None:
        if isinstance(error, BaseException):
            self.context.messages.error(error)

    def _fill_categories(self) -> None:
        if self._table is None:
            return
        chosen = self.category_combo.currentData()
        self.category_combo.blockSignals(True)
        self.category_combo.clear()
        self.category_combo.addItem(tr("NearestTab", "All categories"), "")
        for code in sorted(self._table.categories, key=lambda item: self._labels.get(item, item)):
            self.category_combo.addItem(self._labels.get(code, code), code)
        self.category_combo.setCurrentIndex(max(self.category_combo.findData(chosen), 0))
        self.category_combo.blockSignals(False)

    # -- the origin ----------------------------------------------------------------------------------

    @property
    def origin(self) -> Optional[tuple[float, float]]:
        """Longitude and latitude of the origin, None without one."""
        return self._origin

    def set_origin(self, lon: float, lat: float, name: str = "") -> None:
        """Measure from a place (degrees, WGS 84)."""
        from ....core.coordinates.format import echo, format_decimal

        self._origin = (lon, lat)
        self.origin_edit.setToolTip(echo(lon, lat))
        self.origin_edit.setText(f"{format_decimal(lon, lat)}{'  ' + name if name else ''}")
        self.origin_edit.setCursorPosition(0)
        self._line.reset()
        self._origin_text = self.origin_edit.text()
        self.update_hits()

    def clear(self) -> None:
        """Forget the origin."""
        self._origin = None
        self._line.reset()
        self.update_hits()

    @reported
    def _typed(self) -> None:
        from ....core.coordinates.parse import parse

        text = self.origin_edit.text()
        if self._origin is not None and text == self._origin_text:
            return
        if self._named(text.strip()):
            return
        found = parse(text)
        self.set_origin(found.lon, found.lat)
        for note in found.notes:
            self.context.messages.warning(note)

    def _named(self, name: str) -> bool:
        """Measure from the one site of a name, if the text is one."""
        from ....core.measure.located_sites import point_of_name

        atlas = self.context.open_atlas.atlas
        found = point_of_name(atlas, name) if atlas is not None else None
        if found is None:
            return False
        self.set_origin(*found, name)
        return True

    def _pick(self, _checked: bool = False) -> None:
        self._tool.take()

    def _picked(self, place: QgsPointXY) -> None:
        self.set_origin(place.x(), place.y())

    @reported
    def _selected(self, _checked: bool = False) -> None:
        layer = self.context.open_atlas.layer("sites")
        features = list(layer.getSelectedFeatures()) if layer is not None else []
        if len(features) != 1:
            raise AtlasError(
                tr("NearestTab", "%n sites are selected.", len(features)),
                hint=tr("NearestTab", "Select one to measure from."),
            )
        if features[0].geometry().isEmpty():
            raise AtlasError(
                tr("NearestTab", "{site} has no position.").format(site=features[0]["name"]),
                hint=tr("NearestTab", "Place it, or measure from somewhere else."),
            )
        point = features[0].geometry().asPoint()
        self.set_origin(point.x(), point.y(), features[0]["name"])

    # -- the answer ----------------------------------------------------------------------------------

    def update_hits(self, _value: Any = None) -> None:
        """Find again and show."""
        if self._origin is None or self._table is None:
            self.model.show(None, None, None)
            return
        category = self.category_combo.currentData()
        accept = self._table.only([category] if category else None)
        radius, wanted = self._radius(), self.count_spin.value()
        inside = self._table.count(*self._origin, radius=radius, accept=accept)
        listed = min(inside, wanted or inside, MOST)
        if listed < inside:
            hits = self._table.index.nearest(*self._origin, listed, accept)
        else:
            hits = self._table.find(*self._origin, radius=radius, accept=accept)
        self.model.show(self.context.open_atlas.atlas, self._table, hits)
        members = hits.index
        if radius and len(hits) < inside:
            members = self._table.members(*self._origin, radius=radius, accept=accept)
        self.counts.tell(self._summary(self._table.counts(members), len(hits), inside, radius))

    def _summary(self, found: Counter, listed: int, inside: int, radius: float) -> str:
        """Count what lies within the radius, also what is not listed; without one, what is listed."""
        counts = ", ".join(
            f"{number:,} {self._labels.get(code, code)}" for code, number in found.most_common()
        )
        if radius:
            text = tr("NearestTab", "{number} sites within {radius}: {counts}.").format(
                number=f"{inside:,}",
                radius=format_distance(radius, self.yardstick.system),
                counts=counts or "—",
            )
        else:
            text = tr("NearestTab", "{number} sites: {counts}.").format(
                number=f"{listed:,}", counts=counts or "—"
            )
        if listed < inside:
            text += " " + tr("NearestTab", "The nearest {number} are listed.").format(number=f"{listed:,}")
        return text

    @reported
    def keep_for_brief(self, _checked: bool = False) -> None:
        """Keep the counts and the first of the listed distances in the atlas."""
        if self._origin is None or self._table is None or not self.model.rowCount():
            raise AtlasError(
                tr("NearestTab", "Nothing was measured yet."),
                hint=tr("NearestTab", "Choose an origin first."),
            )
        category, radius = self.category_combo.currentData(), self._radius()
        accept = self._table.only([category] if category else None)
        counts: Any = {}
        if radius:
            members = self._table.members(*self._origin, radius=radius, accept=accept)
            counts = self._table.counts(members)
        numbers: list[Any] = [
            (self._labels.get(code, code), count, tr("NearestTab", "sites")) for code, count in counts.items()
        ]
        numbers += [(name, metres, "m") for name, metres in self.model.first(KEPT)]
        inputs = {
            "origin": list(self._origin), "radius_m": radius or None, "category": category or None,
            "ellipsoid": self.yardstick.geodesic.ellipsoid.name,
        }  # fmt: skip
        where = (
            tr("NearestTab", "within {radius}").format(radius=format_distance(radius, self.yardstick.system))
            if radius
            else ""
        )
        title = " ".join(
            filter(None, (tr("NearestTab", "Sites around"), *self.origin_edit.text().split(), where))
        )
        keep_result(self.context, "nearest", title, numbers, inputs)

    def _radius(self) -> float:
        """Return the radius in metres, 0 for any distance."""
        return self.radius_spin.value() * self._unit[1]

    def _measure_radius_in(self, unit: tuple[str, float]) -> None:
        self._unit = unit
        self.radius_spin.setRange(0.0, FARTHEST_KM * 1000.0 / unit[1])
        self.radius_spin.set_unit(unit[0])

    def _change_units(self) -> None:
        radius = self._radius()
        self.radius_spin.blockSignals(True)
        self._measure_radius_in(map_unit(self.yardstick.system))
        self.radius_spin.setValue(radius / self._unit[1])
        self.radius_spin.blockSignals(False)
        self.model.set_system(self.yardstick.system)
        self.update_hits()

    def _filter(self, text: str) -> None:
        self.model.set_filter(text)

    def _show_line(self, current: Any, _previous: Any = None) -> None:
        self._line.reset()
        layer = self.context.open_atlas.layer("sites")
        if not current.isValid() or self._origin is None or layer is None:
            return
        feature = layer.getFeature(current.data(FID_ROLE))
        if not feature.isValid():
            return
        target, geodesic = feature.geometry().asPoint(), self.yardstick.geodesic
        way = geodesic.inverse(*self._origin, target.x(), target.y())
        steps = [float(way.distance) * part / 64 for part in range(65)]
        points = geodesic.direct(*self._origin, way.azimuth, steps)
        canvas = self.context.iface.mapCanvas()
        for lon, lat in zip(points.lon.tolist(), points.lat.tolist()):
            self._line.addPoint(wgs84_to_canvas(canvas, QgsPointXY(lon, lat)))
        layer.selectByIds([feature.id()])

    def _zoom(self, index: Any) -> None:
        layer = self.context.open_atlas.layer("sites")
        if layer is not None:
            canvas = self.context.iface.mapCanvas()
            canvas.zoomToFeatureIds(layer, [index.data(FID_ROLE)])
            canvas.flashFeatureIds(layer, [index.data(FID_ROLE)])

    # -- out -----------------------------------------------------------------------------------------

    @reported
    def copy(self, _checked: bool = False) -> None:
        """Copy the table, tab-separated, ready for a spreadsheet: numbers in one unit to a column."""
        from ....core.tables_out import as_tsv

        header, *rows = self.model.spreadsheet()
        QgsApplication.clipboard().setText(as_tsv(header, rows))

    @reported
    def copy_text(self, _checked: bool = False) -> None:
        """Copy the answer as text for a report: origin and ellipsoid, counts, a line for each site."""
        ellipsoid = self.yardstick.geodesic.ellipsoid.name
        head = tr("NearestTab", "From {origin} (geodesics on {ellipsoid})").format(
            origin=" ".join(self.origin_edit.text().split()), ellipsoid=ellipsoid
        )
        lines = [head, self.summary.text(), *self.model.sentences()]
        QgsApplication.clipboard().setText("\n".join(lines))

    @reported
    def save_csv(self, _checked: bool = False) -> None:
        """Ask for a name and save the table."""
        path, _filter = QFileDialog.getSaveFileName(self, tr("NearestTab", "Save as CSV"), "", "CSV (*.csv)")
        if path:
            self.write_csv(Path(path).with_suffix(".csv"))
            self.context.messages.info(tr("NearestTab", "Saved {file}.").format(file=Path(path).name))

    def write_csv(self, path: Path) -> None:
        """Save the table as CSV (UTF-8), with the origin and the ellipsoid as columns."""
        from ....core.tables_out import write_csv

        header, *body = self.model.spreadsheet()
        about = [self.origin_edit.text(), self.yardstick.geodesic.ellipsoid.name]
        header += [tr("NearestTab", "Origin"), tr("NearestTab", "Ellipsoid")]
        write_csv(path, header, [[*row, *about] for row in body])

    @reported
    def keep(self, _checked: bool = False) -> None:
        """Add the result to the project as a layer."""
        if not self.model.rowCount() or self._origin is None:
            raise AtlasError(
                tr("NearestTab", "There is nothing to keep yet."),
                hint=tr("NearestTab", "Choose an origin first."),
            )
        ellipsoid = self.yardstick.geodesic.ellipsoid.name
        QgsProject.instance().addMapLayer(
            layer_of_hits(self.model, self._origin, self.context.open_atlas.layer("sites"), ellipsoid)
        )

    def release(self) -> None:
        """Let go of everything outside this tab."""
        self._work.drop()
        for signal, slot in self._connections:
            disconnect(signal, slot)
        canvas = self.context.iface.mapCanvas()
        self._tool.release()
        canvas.scene().removeItem(self._line)
