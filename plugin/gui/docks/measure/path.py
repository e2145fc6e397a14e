# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Paths and areas: measured on the map, kept in a log that the project saves."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QLabel, QPushButton, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from ....core.errors import AtlasError
from ....core.i18n import mark, tr
from ....core.measure import paths
from ....core.measure.units import System, format_area, format_azimuth, format_distance
from ...context import Context
from ...messages import reported
from ...part import disconnect, icon_of
from ...saving import keep_result
from ...tools.path_tool import PathTool
from .project_units import Flow

SCOPE, KEY = "dprk_city_atlas", "/measurements"
HEADERS = (
    mark("PathTab", "What"), mark("PathTab", "Length"), mark("PathTab", "Azimuth"),
    mark("PathTab", "Ellipsoid"), mark("PathTab", "Measured"),
)  # fmt: skip
WIDTHS = (76, 150, 70, 70)


class PathTab(QWidget):
    """Measures by clicking; every result stays until it is deleted."""

    def __init__(self, context: Context, parent: Any) -> None:
        super().__init__(parent)
        self.context = context
        self.yardstick = parent.yardstick
        self._log: list[paths.Measurement] = []
        self.tool = PathTool(context.iface, self._sites)
        self.tool.finished.connect(self._measured)
        self.tool.changed.connect(self._live)
        self._build()
        project = QgsProject.instance()
        self._connections: list[tuple[Any, Any]] = [
            (project.readProject, self._read), (project.cleared, self._read),
            (self.yardstick.units_changed, self._change_units),
        ]  # fmt: skip
        for signal, slot in self._connections:
            signal.connect(slot)
        self._read()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        row = Flow(self)
        for name, icon, text, slot in (
            ("pathStart", "mActionMeasure.svg", tr("PathTab", "Path"), self.start_path),
            ("areaStart", "mActionMeasureArea.svg", tr("PathTab", "Area"), self.start_area),
            ("pathCopy", "mActionEditCopy.svg", tr("PathTab", "Copy log"), self.copy),
            ("pathKeep", "brief", tr("PathTab", "Keep for the brief"), self.keep),
            ("pathDelete", "mActionDeleteSelected.svg", tr("PathTab", "Delete"), self.delete),
        ):
            button = QPushButton(icon_of(icon), text, self)
            button.setObjectName(name)
            button.clicked.connect(slot)
            row.add(button)
        layout.addWidget(row)
        self.live = QLabel(
            tr(
                "PathTab",
                "Click on the map; it snaps to sites. Backspace or Ctrl+Z takes the last place back, "
                "the right button ends.",
            )
        )
        self.live.setObjectName("pathLive")
        self.live.setTextFormat(Qt.TextFormat.PlainText)
        self.live.setWordWrap(True)
        layout.addWidget(self.live)
        self.tree = QTreeWidget(self)
        self.tree.setObjectName("pathLog")
        self.tree.setHeaderLabels([tr("PathTab", text) for text in HEADERS])
        self.tree.setSelectionMode(QTreeWidget.SelectionMode.ExtendedSelection)
        self.tree.setAlternatingRowColors(True)
        for column, width in enumerate(WIDTHS):
            self.tree.setColumnWidth(column, width)
        self.tree.currentItemChanged.connect(self._redraw)
        layout.addWidget(self.tree, 1)
        note = QLabel(tr("PathTab", "The log is saved with the project. Click a line to draw it again."))
        note.setWordWrap(True)
        layout.addWidget(note)

    def _sites(self) -> Any:
        return self.context.open_atlas.layer("sites")

    def reload(self) -> None:
        """Measure on the project's present ellipsoid from now on; the log keeps what it was measured on."""
        self.tool.geodesic = self.yardstick.geodesic

    def _change_units(self) -> None:
        self._fill()

    def start_path(self, _checked: bool = False) -> None:
        """Measure a path."""
        self._start(closed=False)

    def start_area(self, _checked: bool = False) -> None:
        """Measure an area."""
        self._start(closed=True)

    def _start(self, *, closed: bool) -> None:
        self.tool.closed = closed
        self.tool.system, self.tool.geodesic = self.yardstick.system, self.yardstick.geodesic
        self.context.iface.mapCanvas().setMapTool(self.tool)
        self.context.iface.mapCanvas().setFocus()

    @reported
    def _measured(self, places: list) -> None:
        number = len(self._log) + 1
        title = tr("PathTab", "Area {number}") if self.tool.closed else tr("PathTab", "Path {number}")
        title = title.format(number=number)
        entry = paths.measure(places, closed=self.tool.closed, title=title, geodesic=self.yardstick.geodesic)
        self._log.append(entry)
        self._add(entry)
        self._save()
        self.live.setText(_text(entry, self.yardstick.system))

    def _live(self, places: list) -> None:
        if len(places) >= 2:
            closed = self.tool.closed and len(places) > 2
            entry = paths.measure(places, closed=closed, geodesic=self.yardstick.geodesic)
            self.live.setText(_text(entry, self.yardstick.system))

    # -- the log -------------------------------------------------------------------------------------

    def _add(self, entry: paths.Measurement) -> None:
        system = self.yardstick.system
        when = f"{entry.made[:16].replace('T', ' ')} UTC"
        item = QTreeWidgetItem([entry.title, _amount(entry, system), "", entry.ellipsoid, when])
        item.setToolTip(1, f"{entry.total:.3f} m, {entry.ellipsoid}")
        for number, (length, azimuth) in enumerate(zip(entry.lengths, entry.azimuths), 1):
            leg = QTreeWidgetItem([str(number), format_distance(length, system), format_azimuth(azimuth)])
            leg.setToolTip(1, f"{length:.3f} m")
            item.addChild(leg)
        for child in [item, *(item.child(row) for row in range(item.childCount()))]:
            for column in (1, 2):
                child.setTextAlignment(
                    column, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
                )
        self.tree.addTopLevelItem(item)

    def _redraw(self, current: Any, _previous: Any = None) -> None:
        top = current
        while top is not None and top.parent() is not None:
            top = top.parent()
        row = self.tree.indexOfTopLevelItem(top) if top is not None else -1
        if 0 <= row < len(self._log):
            entry = self._log[row]
            self.tool.closed = entry.closed
            self.tool.draw(list(entry.points))

    def copy(self, _checked: bool = False) -> None:
        """Copy the whole log, tab-separated, metres and degrees."""
        lines = ["title\tleg\tlength_m\tazimuth_deg\tarea_m2\tellipsoid\tmeasured"]
        for entry in self._log:
            area = f"{entry.area:.2f}" if entry.closed and entry.area == entry.area else ""
            lines.append(
                f"{entry.title}\ttotal\t{entry.total:.3f}\t\t{area}\t{entry.ellipsoid}\t{entry.made}"
            )
            lines += [
                f"{entry.title}\t{number}\t{length:.3f}\t{azimuth:.6f}\t\t{entry.ellipsoid}\t{entry.made}"
                for number, (length, azimuth) in enumerate(zip(entry.lengths, entry.azimuths), 1)
            ]
        QgsApplication.clipboard().setText("\n".join(lines))

    @reported
    def keep(self, _checked: bool = False) -> None:
        """Keep the selected measurements (else the last one) in the atlas, for the brief."""
        rows = {self.tree.indexOfTopLevelItem(item) for item in self.tree.selectedItems()} - {-1}
        chosen = [self._log[row] for row in sorted(rows)] or self._log[-1:]
        if not chosen:
            raise AtlasError(
                tr("PathTab", "Nothing was measured yet."), hint=tr("PathTab", "Measure a path or an area.")
            )
        for entry in chosen:
            keep_result(self.context, "path", entry.title, paths.numbers(entry), paths.inputs(entry))

    def delete(self, _checked: bool = False) -> None:
        """Delete the selected measurements."""
        rows = {self.tree.indexOfTopLevelItem(item) for item in self.tree.selectedItems()} - {-1}
        for row in sorted(rows, reverse=True):
            self.tree.takeTopLevelItem(row)
            del self._log[row]
        if rows:
            self.tool.reset()
            self._save()

    def _save(self) -> None:
        QgsProject.instance().writeEntry(SCOPE, KEY, paths.to_json(self._log))

    def _read(self, *_args: Any) -> None:
        text, _found = QgsProject.instance().readEntry(SCOPE, KEY, "[]")
        self._log = paths.from_json(text)
        self._fill()

    def _fill(self) -> None:
        self.tree.clear()
        for entry in self._log:
            self._add(entry)

    def release(self) -> None:
        """Let go of project and map."""
        for signal, slot in self._connections:
            disconnect(signal, slot)
        self.tool.release()


def _amount(entry: paths.Measurement, system: System) -> str:
    total = format_distance(entry.total, system)
    return f"{_area(entry, system)}, {total}" if entry.closed else total


def _area(entry: paths.Measurement, system: System) -> str:
    return format_area(entry.area, system) or tr("PathTab", "no area (sides cross)")


def _text(entry: paths.Measurement, system: System) -> str:
    last = f"{format_distance(entry.lengths[-1], system)} {format_azimuth(entry.azimuths[-1])}"
    text = f"{len(entry.lengths)}: {last}  Σ {format_distance(entry.total, system)}"
    return f"{text}  {_area(entry, system)}" if entry.closed else text
