# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Nearest sites: an origin, k or a radius, a table that copies as a table."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any, Optional

from qgis.core import QgsApplication, QgsPointXY, QgsProject, QgsTask
from qgis.gui import QgsFilterLineEdit, QgsMapToolEmitPoint, QgsRubberBand
from qgis.PyQt.QtCore import QSortFilterProxyModel, Qt
from qgis.PyQt.QtGui import QColor, QKeySequence
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDoubleSpinBox,
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

from ...core.errors import AtlasError
from ...core.measure.units import System, format_distance
from ..messages import reported
from ..models.hits_model import FID_ROLE, HEADERS, SORT_ROLE, HitsModel
from ..part import Context, alive, disconnect, icon_of
from ..tools.places import canvas_to_wgs84, layer_of_hits, wgs84_to_canvas


class _ReadSites(QgsTask):
    """Reads the located sites and builds the index away from the window."""

    def __init__(self, atlas: Any) -> None:
        super().__init__("City Atlas: reading sites", QgsTask.Flag.CanCancel)
        self.atlas = atlas
        self.table: Any = None
        self.error: Optional[Exception] = None

    def run(self) -> bool:
        from ...core.measure.sites import SiteTable

        try:
            self.table = SiteTable.read(self.atlas)
        except Exception as error:  # shown by the tab: no exception may leave a task
            self.error = error
            return False
        return not self.isCanceled()


class NearestTab(QWidget):
    """What is near a place: k nearest, or everything within a radius."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.context = context
        self._origin: Optional[tuple[float, float]] = None
        self._table: Any = None
        self._task: Any = None
        self._labels: dict[str, str] = {}
        self._build()
        self._tool = QgsMapToolEmitPoint(context.iface.mapCanvas())
        self._tool.canvasClicked.connect(self._picked)
        self._line = QgsRubberBand(context.iface.mapCanvas())
        self._line.setColor(QColor("#c2185b"))
        self._line.setWidth(2)
        session = context.session
        self._connections = [
            (session.opened, self.reload), (session.closed, self.reload), (session.changed, self.reload),
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
        self.summary = QLabel(self.tr("Choose an origin: click, type, or take the selected site."))
        self.summary.setObjectName("measureSummary")
        self.summary.setTextFormat(Qt.TextFormat.PlainText)
        self.summary.setWordWrap(True)
        layout.addWidget(self.summary)
        layout.addWidget(self._view())
        layout.addLayout(self._buttons())
        self.ellipsoid = QLabel(self.tr("Geodesics on WGS 84"))
        self.ellipsoid.setObjectName("measureEllipsoid")
        self.ellipsoid.setEnabled(False)
        layout.addWidget(self.ellipsoid)

    def _origin_row(self) -> QHBoxLayout:
        row = QHBoxLayout()
        self.origin_edit = QgsFilterLineEdit(self)
        self.origin_edit.setObjectName("originEdit")
        self.origin_edit.setPlaceholderText(self.tr("39.9186, 127.5206 · 39°55′N 127°31′E · 52S DJ 45 18"))
        self.origin_edit.setAccessibleName(self.tr("Origin"))
        self.origin_edit.returnPressed.connect(self._typed)
        self.origin_edit.cleared.connect(self.clear)
        row.addWidget(self.origin_edit, 1)
        row.addWidget(
            self._tool_button("originPick", "mActionAddMarker.svg", self.tr("Click a place"), self._pick)
        )
        row.addWidget(
            self._tool_button(
                "originSelected", "mActionSelect.svg", self.tr("From the selected site"), self._selected
            )
        )
        return row

    def _limits(self) -> QGridLayout:
        grid = QGridLayout()
        self.radius_spin = QDoubleSpinBox(self)
        self.radius_spin.setObjectName("radiusSpin")
        self.radius_spin.setRange(0.0, 20_100.0)
        self.radius_spin.setDecimals(3)
        self.radius_spin.setSuffix(" km")
        self.radius_spin.setSpecialValueText(self.tr("any distance"))
        self.radius_spin.setKeyboardTracking(False)
        self.count_spin = QSpinBox(self)
        self.count_spin.setObjectName("nearestSpin")
        self.count_spin.setRange(0, 1_000_000)
        self.count_spin.setValue(10)
        self.count_spin.setSpecialValueText(self.tr("all"))
        self.count_spin.setKeyboardTracking(False)
        self.unit_combo = QComboBox(self)
        self.unit_combo.setObjectName("unitCombo")
        for system in System:
            self.unit_combo.addItem(self.tr(system.value.capitalize()), system.value)
        self.category_combo = QComboBox(self)
        self.category_combo.setObjectName("measureCategory")
        self.category_combo.setSizeAdjustPolicy(
            QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        self.category_combo.setMinimumContentsLength(8)
        for column, (text, widget) in enumerate(
            ((self.tr("Within"), self.radius_spin), (self.tr("Nearest"), self.count_spin))
        ):
            grid.addWidget(QLabel(text), 0, column)
            grid.addWidget(widget, 1, column)
        grid.addWidget(self.category_combo, 2, 0)
        grid.addWidget(self.unit_combo, 2, 1)
        self.radius_spin.valueChanged.connect(self.update_hits)
        self.count_spin.valueChanged.connect(self.update_hits)
        self.category_combo.currentIndexChanged.connect(self.update_hits)
        self.unit_combo.currentIndexChanged.connect(self._change_units)
        return grid

    def _view(self) -> QTableView:
        self.model = HitsModel(self)
        self.proxy = QSortFilterProxyModel(self)
        self.proxy.setSourceModel(self.model)
        self.proxy.setSortRole(SORT_ROLE)
        self.view = QTableView(self)
        self.view.setObjectName("measureView")
        self.view.setModel(self.proxy)
        self.view.setSortingEnabled(True)
        self.view.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        self.view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.view.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.view.setAlternatingRowColors(True)
        self.view.verticalHeader().hide()
        self.view.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 6)
        self.view.horizontalHeader().setStretchLastSection(True)
        self.view.setWordWrap(False)
        for column, width in enumerate((44, 150, 110, 80, 70)):
            self.view.setColumnWidth(column, width)
        self.view.selectionModel().currentRowChanged.connect(self._show_line)
        self.view.doubleClicked.connect(self._zoom)
        shortcut = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self.view)
        shortcut.setContext(Qt.ShortcutContext.WidgetShortcut)
        shortcut.activated.connect(self.copy)
        return self.view

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        for name, icon, text, slot in (
            ("copyButton", "mActionEditCopy.svg", self.tr("Copy as table"), self.copy),
            ("measureCsv", "mActionFileSave.svg", self.tr("Save as CSV…"), self.save_csv),
            ("measureLayer", "mActionAddOgrLayer.svg", self.tr("Keep as a layer"), self.keep),
        ):
            button = self._tool_button(name, icon, text, slot)
            button.setText(text)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            row.addWidget(button)
        row.addStretch(1)
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
        self._cancel()
        self._table = None
        self.model.show(None, None, None)
        atlas = self.context.session.atlas
        self.setEnabled(atlas is not None)
        if atlas is None:
            self.summary.setText(self.tr("Open an atlas to measure from and to its sites."))
            return
        self._task = _ReadSites(atlas)
        self._task.taskCompleted.connect(self._loaded)
        self._task.taskTerminated.connect(self._failed)
        QgsApplication.taskManager().addTask(self._task)

    def _cancel(self) -> None:
        if alive(self._task):
            disconnect(self._task.taskCompleted, self._loaded)
            disconnect(self._task.taskTerminated, self._failed)
            self._task.cancel()
        self._task = None

    def _loaded(self) -> None:
        from ...core.atlas.model import Category

        task, self._task = self._task, None
        if task is None or task.atlas is not self.context.session.atlas:
            return
        self._table = task.table
        self._labels = {row.id: row.label for row in task.atlas.rows(Category)}
        self.model.set_labels(self._labels)
        self._fill_categories()
        self.update_hits()

    def _failed(self) -> None:
        task, self._task = self._task, None
        if task is not None and task.error is not None:
            self.context.messages.error(task.error)

    def _fill_categories(self) -> None:
        chosen = self.category_combo.currentData()
        self.category_combo.blockSignals(True)
        self.category_combo.clear()
        self.category_combo.addItem(self.tr("All categories"), "")
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
        from ...core.sites.coordformat import format_decimal

        self._origin = (lon, lat)
        self.origin_edit.setText(f"{format_decimal(lon, lat)}{'  ' + name if name else ''}")
        self.origin_edit.setCursorPosition(0)
        self._origin_text = self.origin_edit.text()
        self.update_hits()

    def clear(self) -> None:
        """Forget the origin."""
        self._origin = None
        self._line.reset()
        self.update_hits()

    @reported
    def _typed(self) -> None:
        from ...core.sites.coordinates import parse

        text = self.origin_edit.text()
        if self._origin is not None and text == getattr(self, "_origin_text", None):
            return
        found = parse(text)
        self.set_origin(found.lon, found.lat)
        for note in found.notes:
            self.context.messages.warning(note)

    def _pick(self, _checked: bool = False) -> None:
        self.context.iface.mapCanvas().setMapTool(self._tool)

    def _picked(self, point: QgsPointXY, _button: Any) -> None:
        place = canvas_to_wgs84(self.context.iface.mapCanvas(), point)
        self.context.iface.mapCanvas().unsetMapTool(self._tool)
        self.set_origin(place.x(), place.y())

    @reported
    def _selected(self, _checked: bool = False) -> None:
        layer = self.context.session.layer("sites")
        features = list(layer.getSelectedFeatures()) if layer is not None else []
        if len(features) != 1:
            raise AtlasError(
                self.tr("{} sites are selected.").format(len(features)),
                hint=self.tr("Select one to measure from."),
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
        hits = self._table.find(
            *self._origin,
            k=self.count_spin.value(),
            radius=self.radius_spin.value() * 1000,
            accept=self._table.only([category] if category else None),
        )
        self.model.show(self.context.session.atlas, self._table, hits)
        self.summary.setText(self._summary(hits))

    def _summary(self, hits: Any) -> str:
        counts = ", ".join(
            f"{number} {self._labels.get(code, code)}"
            for code, number in self._table.counts(hits).most_common(6)
        )
        radius = self.radius_spin.value()
        where = self.tr("within {}").format(format_distance(radius * 1000, self._system())) if radius else ""
        found = self.tr("{} sites").format(len(hits))
        return f"{found} {where}: {counts}" if where else f"{found}: {counts or '—'}"

    def _system(self) -> System:
        return System(self.unit_combo.currentData())

    def _change_units(self, _index: int) -> None:
        self.model.set_system(self._system())
        self.update_hits()

    def _show_line(self, current: Any, _previous: Any = None) -> None:
        from ...core.measure.geodesics import geodesic_on

        self._line.reset()
        layer = self.context.session.layer("sites")
        if not current.isValid() or self._origin is None or layer is None:
            return
        feature = layer.getFeature(current.data(FID_ROLE))
        if not feature.isValid():
            return
        target = feature.geometry().asPoint()
        way = geodesic_on().inverse(*self._origin, target.x(), target.y())
        steps = [float(way.distance) * part / 64 for part in range(65)]
        points = geodesic_on().direct(*self._origin, way.azimuth, steps)
        canvas = self.context.iface.mapCanvas()
        for lon, lat in zip(points.lon.tolist(), points.lat.tolist()):
            self._line.addPoint(wgs84_to_canvas(canvas, QgsPointXY(lon, lat)))
        layer.selectByIds([feature.id()])

    def _zoom(self, index: Any) -> None:
        layer = self.context.session.layer("sites")
        if layer is not None:
            canvas = self.context.iface.mapCanvas()
            canvas.zoomToFeatureIds(layer, [index.data(FID_ROLE)])
            canvas.flashFeatureIds(layer, [index.data(FID_ROLE)])

    # -- out -----------------------------------------------------------------------------------------

    def rows(self) -> list[list[str]]:
        """Return what is shown, as text, header first, in the order shown."""
        columns = range(self.proxy.columnCount())
        body = [
            [str(self.proxy.index(row, column).data()) for column in columns]
            for row in range(self.proxy.rowCount())
        ]
        return [list(HEADERS), *body]

    @reported
    def copy(self, _checked: bool = False) -> None:
        """Copy the table, tab-separated, ready for a spreadsheet."""
        from ...core.exchange.formula import guarded

        text = "\n".join("\t".join(guarded(cell) for cell in row) for row in self.rows())
        QgsApplication.clipboard().setText(text)

    @reported
    def save_csv(self, _checked: bool = False) -> None:
        """Ask for a name and save the table."""
        path, _filter = QFileDialog.getSaveFileName(self, self.tr("Save as CSV"), "", "CSV (*.csv)")
        if path:
            self.write_csv(Path(path).with_suffix(".csv"))
            self.context.messages.info(self.tr("Saved {}.").format(Path(path).name))

    def write_csv(self, path: Path) -> None:
        """Save the table as CSV (UTF-8), with the origin and the ellipsoid as columns."""
        from ...core.files import write_text

        stream = io.StringIO()
        writer = csv.writer(stream, lineterminator="\n")
        header, *body = self.rows()
        origin = self.origin_edit.text()
        writer.writerow([*header, "Origin", "Ellipsoid"])
        writer.writerows([*row, origin, "WGS 84"] for row in body)
        write_text(path, stream.getvalue())

    @reported
    def keep(self, _checked: bool = False) -> None:
        """Add the result to the project as a layer."""
        if not self.proxy.rowCount() or self._origin is None:
            raise AtlasError(
                self.tr("There is nothing to keep yet."), hint=self.tr("Choose an origin first.")
            )
        QgsProject.instance().addMapLayer(
            layer_of_hits(self.model, self._origin, self.context.session.layer("sites"))
        )

    def release(self) -> None:
        """Let go of everything outside this tab."""
        self._cancel()
        for signal, slot in self._connections:
            disconnect(signal, slot)
        canvas = self.context.iface.mapCanvas()
        canvas.unsetMapTool(self._tool)
        self._tool.deleteLater()
        canvas.scene().removeItem(self._line)
