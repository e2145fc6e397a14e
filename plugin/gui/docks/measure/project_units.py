# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""What the tabs of the measure dock share: the project's ellipsoid, the user's units, small widgets."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QFrame, QHBoxLayout, QLabel, QScrollArea, QSizePolicy, QWidget

from ....core.atlas.settings import Settings
from ....core.i18n import mark, tr
from ....core.measure.ellipsoids import ellipsoid_of
from ....core.measure.geodesics import Geodesic, geodesic_on
from ....core.measure.units import System
from ...part import disconnect
from ..sites.chips import FlowLayout

SYSTEMS = {
    System.METRIC: mark("MeasureDock", "Metric"),
    System.IMPERIAL: mark("MeasureDock", "Imperial"),
    System.NAUTICAL: mark("MeasureDock", "Nautical"),
}
LINES = 8
"""Lines of a detail text that are shown before it scrolls."""


class Yardstick(QObject):
    """Units and geodesics of the dock.  Planar measuring is not offered: WGS 84 where a project has it."""

    units_changed = pyqtSignal()
    ellipsoid_changed = pyqtSignal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        stored = Settings.read().measure_units
        known = [system.value for system in System]
        self.system = System(stored if stored in known else System.METRIC.value)
        self.geodesic: Geodesic = geodesic_on(ellipsoid_of(QgsProject.instance().ellipsoid()))
        project = QgsProject.instance()
        self._connections = [(project.ellipsoidChanged, self._read), (project.readProject, self._read)]
        for signal, slot in self._connections:
            signal.connect(slot)

    def set_system(self, system: System) -> None:
        """Switch units, now and in later sessions."""
        self.system = system
        Settings.read().change(measure_units=system.value)
        self.units_changed.emit()

    def _read(self, *_args: Any) -> None:
        geodesic = geodesic_on(ellipsoid_of(QgsProject.instance().ellipsoid()))
        if geodesic is not self.geodesic:
            self.geodesic = geodesic
            self.ellipsoid_changed.emit()

    def release(self) -> None:
        """Let go of the project."""
        for signal, slot in self._connections:
            disconnect(signal, slot)


class Footer(QWidget):
    """Says on which ellipsoid the dock measures and lets the user choose units."""

    def __init__(self, yardstick: Yardstick, parent: QWidget) -> None:
        super().__init__(parent)
        self._yardstick = yardstick
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 0, 6, 4)
        self.ellipsoid = QLabel(self)
        self.ellipsoid.setObjectName("measureEllipsoid")
        self.ellipsoid.setTextFormat(Qt.TextFormat.PlainText)
        self.ellipsoid.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.units = QComboBox(self)
        self.units.setObjectName("unitCombo")
        self.units.setAccessibleName(tr("MeasureDock", "Units"))
        self.units.setToolTip(tr("MeasureDock", "Units of distances and areas"))
        for system in System:
            self.units.addItem(tr("MeasureDock", SYSTEMS[system]), system.value)
        self.units.setCurrentIndex(self.units.findData(yardstick.system.value))
        self.units.currentIndexChanged.connect(self._choose)
        row.addWidget(self.ellipsoid, 1)
        row.addWidget(self.units)
        yardstick.ellipsoid_changed.connect(self._tell)
        self._tell()

    def _choose(self, _index: int) -> None:
        self._yardstick.set_system(System(self.units.currentData()))

    def _tell(self) -> None:
        ellipsoid = self._yardstick.geodesic.ellipsoid
        self.ellipsoid.setText(tr("MeasureDock", "Geodesics on {ellipsoid}").format(ellipsoid=ellipsoid.name))
        self.ellipsoid.setToolTip(
            tr(
                "MeasureDock", "{ellipsoid}: a = {axis} m, 1/f = {inverse}. Set in the project's properties."
            ).format(
                ellipsoid=ellipsoid.name,
                axis=f"{ellipsoid.semi_major:.3f}",
                inverse=f"{1.0 / ellipsoid.flattening:.9g}" if ellipsoid.flattening else "∞",
            )
        )


class Flow(QWidget):
    """A row of buttons that goes on in the next line where the dock is narrow."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._flow = FlowLayout(self)
        policy = QSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget) -> None:
        """Add a button."""
        self._flow.addWidget(widget)


class Detail(QScrollArea):
    """A text as high as it needs, up to some lines; then it scrolls instead of crowding out the table."""

    def __init__(self, label: QLabel, parent: QWidget, lines: int = LINES) -> None:
        super().__init__(parent)
        self._label = label
        self._lines = lines
        label.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setWidget(label)
        self._fit()

    def tell(self, text: str) -> None:
        """Show a text."""
        self._label.setText(text)
        self.verticalScrollBar().setValue(0)
        self._fit()

    def resizeEvent(self, event: Any) -> None:
        """Follow the width."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        wanted = self._label.heightForWidth(max(self.width(), 50)) if self._label.text() else 0
        self.setFixedHeight(min(wanted, self._lines * self.fontMetrics().lineSpacing()) + 2)
