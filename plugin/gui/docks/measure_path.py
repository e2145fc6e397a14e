# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Paths and areas: measured on the map, kept in a log that the project saves."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...core.measure import paths
from ...core.measure.units import System, format_area, format_azimuth, format_distance
from ..messages import reported
from ..part import Context, disconnect, icon_of
from ..tools.path_tool import PathTool

SCOPE, KEY = "dprk_city_atlas", "/measurements"
HEADERS = ("What", "Length", "Azimuth", "Measured")


class PathTab(QWidget):
    """Measures by clicking; every result stays until it is deleted."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.context = context
        self._log: list[paths.Measurement] = []
        self.tool = PathTool(context.iface)
        self.tool.finished.connect(self._measured)
        self.tool.changed.connect(self._live)
        self._build()
        project = QgsProject.instance()
        self._connections = [(project.readProject, self._read), (project.cleared, self._read)]
        for signal, slot in self._connections:
            signal.connect(slot)
        self._read()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        row = QHBoxLayout()
        for name, icon, text, slot in (
            ("pathStart", "mActionMeasure.svg", self.tr("Path"), self.start_path),
            ("areaStart", "mActionMeasureArea.svg", self.tr("Area"), self.start_area),
            ("pathCopy", "mActionEditCopy.svg", self.tr("Copy log"), self.copy),
            ("pathDelete", "mActionDeleteSelected.svg", self.tr("Delete"), self.delete),
        ):
            button = QPushButton(icon_of(icon), text, self)
            button.setObjectName(name)
            button.clicked.connect(slot)
            row.addWidget(button)
        layout.addLayout(row)
        self.live = QLabel(
            self.tr("Click on the map; Backspace takes the last place back, right button ends.")
        )
        self.live.setObjectName("pathLive")
        self.live.setTextFormat(Qt.TextFormat.PlainText)
        self.live.setWordWrap(True)
        layout.addWidget(self.live)
        self.tree = QTreeWidget(self)
        self.tree.setObjectName("pathLog")
        self.tree.setHeaderLabels([self.tr(text) for text in HEADERS])
        self.tree.setSelectionMode(QTreeWidget.SelectionMode.ExtendedSelection)
        self.tree.setAlternatingRowColors(True)
        self.tree.currentItemChanged.connect(self._redraw)
        layout.addWidget(self.tree)
        note = QLabel(self.tr("Geodesics on {}; the log is saved with the project.").format(paths.ELLIPSOID))
        note.setEnabled(False)
        layout.addWidget(note)

    def start_path(self, _checked: bool = False) -> None:
        """Measure a path."""
        self._start(closed=False)

    def start_area(self, _checked: bool = False) -> None:
        """Measure an area."""
        self._start(closed=True)

    def _start(self, *, closed: bool) -> None:
        self.tool.closed = closed
        self.context.iface.mapCanvas().setMapTool(self.tool)
        self.context.iface.mapCanvas().setFocus()

    @reported
    def _measured(self, places: list) -> None:
        number = len(self._log) + 1
        title = (self.tr("Area {}") if self.tool.closed else self.tr("Path {}")).format(number)
        entry = paths.measure(places, closed=self.tool.closed, title=title)
        self._log.append(entry)
        self._add(entry)
        self._save()
        self.live.setText(_text(entry))

    def _live(self, places: list) -> None:
        if len(places) >= 2:
            self.live.setText(_text(paths.measure(places, closed=self.tool.closed and len(places) > 2)))

    # -- the log -------------------------------------------------------------------------------------

    def _add(self, entry: paths.Measurement) -> None:
        item = QTreeWidgetItem([entry.title, _amount(entry), "", f"{entry.made[:16].replace('T', ' ')} UTC"])
        item.setToolTip(1, f"{entry.total:.3f} m, {entry.ellipsoid}")
        for number, (length, azimuth) in enumerate(zip(entry.lengths, entry.azimuths), 1):
            leg = QTreeWidgetItem([str(number), format_distance(length), format_azimuth(azimuth), ""])
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
            area = f"{entry.area:.2f}" if entry.closed else ""
            lines.append(
                f"{entry.title}\ttotal\t{entry.total:.3f}\t\t{area}\t{entry.ellipsoid}\t{entry.made}"
            )
            lines += [
                f"{entry.title}\t{number}\t{length:.3f}\t{azimuth:.6f}\t\t{entry.ellipsoid}\t{entry.made}"
                for number, (length, azimuth) in enumerate(zip(entry.lengths, entry.azimuths), 1)
            ]
        QgsApplication.clipboard().setText("\n".join(lines))

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
        self.tree.clear()
        for entry in self._log:
            self._add(entry)

    def release(self) -> None:
        """Let go of project and map."""
        for signal, slot in self._connections:
            disconnect(signal, slot)
        self.tool.release()


def _amount(entry: paths.Measurement) -> str:
    if entry.closed:
        return f"{format_area(entry.area)}, {format_distance(entry.total)}"
    return format_distance(entry.total, System.METRIC)


def _text(entry: paths.Measurement) -> str:
    last = f"{format_distance(entry.lengths[-1])} {format_azimuth(entry.azimuths[-1])}"
    text = f"{len(entry.lengths)}: {last}  Σ {format_distance(entry.total)}"
    return f"{text}  {format_area(entry.area)}" if entry.closed else text
