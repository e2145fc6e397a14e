# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Rings around selected sites, and the ways to depth of cover and to distance matrices.

The work is done by the algorithms of the provider, so that dock, models and scripts give the same figures.
"""

from __future__ import annotations

from typing import Any, Optional

from qgis.core import (
    QgsCategorizedSymbolRenderer,
    QgsFieldProxyModel,
    QgsFillSymbol,
    QgsLabelObstacleSettings,
    QgsPalLayerSettings,
    QgsProcessingFeatureSourceDefinition,
    QgsProject,
    QgsRendererCategory,
    QgsVectorLayer,
    QgsVectorLayerSimpleLabeling,
    QgsWkbTypes,
)
from qgis.gui import QgsFieldComboBox
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QFormLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ....core.atlas.layers.labels import text_format
from ....core.errors import AtlasError
from ....core.i18n import tr
from ....core.measure.units import System, map_unit
from ....core.plain_text import unevaluated
from ...background import AlgorithmRun, Work
from ...context import Context
from ...messages import reported
from ...part import disconnect, icon_of

COLOURS = ("#7a0177", "#c2185b", "#bf5300", "#5b5726", "#1b6b3a", "#0072b2")


class RingsTab(QWidget):
    """Geodesic rings with a stated source of their radius; never a weapon's performance by itself."""

    def __init__(self, context: Context, parent: Any) -> None:
        super().__init__(parent)
        self.context = context
        self.yardstick = parent.yardstick
        self._run: Optional[AlgorithmRun] = None
        self._work = Work(self)
        self._work.done.connect(self._drawn)
        self._work.failed.connect(self._failed)
        self._build()
        session = context.open_atlas
        self._connections = [(session.opened, self._refresh), (session.closed, self._refresh)]
        for signal, slot in self._connections:
            signal.connect(slot)
        self._refresh()

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 6, 6, 6)
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.radii = QLineEdit("5 km, 10 km, 20 km", self)
        self.radii.setObjectName("ringRadii")
        self.field = QgsFieldComboBox(self)
        self.field.setObjectName("ringField")
        self.field.setAllowEmptyFieldName(True)
        self.field.setFilters(QgsFieldProxyModel.Filter.Numeric)
        self.field.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.source = QLineEdit(self)
        self.source.setObjectName("ringSource")
        self.source.setPlaceholderText(tr("RingsTab", "Who states this radius?"))
        for edit in (self.radii, self.source, self.field):
            edit.setMinimumWidth(80)
        form.addRow(tr("RingsTab", "Radii"), self.radii)
        form.addRow(tr("RingsTab", "or from field"), self.field)
        form.addRow(tr("RingsTab", "Source of radius"), self.source)
        layout.addLayout(form)
        self.note = QLabel(self)
        self.note.setObjectName("ringNote")
        self.note.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setWordWrap(True)
        layout.addWidget(self.note)
        for name, icon, text, slot in (
            ("ringDraw", "mActionAddRing.svg", tr("RingsTab", "Rings around the selected sites"), self.draw),
            (
                "ringCoverage",
                "algorithms/mAlgorithmUnion.svg",
                tr("RingsTab", "Depth of cover…"),
                self.coverage,
            ),
            (
                "ringMatrix",
                "algorithms/mAlgorithmDistanceMatrix.svg",
                tr("RingsTab", "Distance matrix…"),
                self.matrix,
            ),
        ):
            button = QPushButton(icon_of(icon), text, self)
            button.setObjectName(name)
            button.clicked.connect(slot)
            layout.addWidget(button)
        layout.addStretch(1)

    def _refresh(self) -> None:
        layer = self.context.open_atlas.layer("sites")
        self.setEnabled(layer is not None)
        self.field.setLayer(layer)
        self.note.setText(
            tr(
                "RingsTab",
                "Select sites on the map or in a list, or points of the active layer. Rings are geodesic: "
                "vertices at their radius to 1 mm.",
            )
            if layer is not None
            else tr("RingsTab", "Open an atlas to draw rings around its sites.")
        )

    def reload(self) -> None:
        """Nothing here depends on what the dock measures by: the algorithms ask the project."""

    def _sites(self) -> QgsVectorLayer:
        layer = self.context.open_atlas.layer("sites")
        if layer is None:
            raise AtlasError(tr("RingsTab", "No atlas is open."), hint=tr("RingsTab", "Open one first."))
        return layer

    def _selected(self) -> QgsVectorLayer:
        """Return the layer whose selection counts: the sites', else that of the active point layer."""
        sites, active = self._sites(), self.context.iface.activeLayer()
        points = isinstance(active, QgsVectorLayer) and (
            active.geometryType() == QgsWkbTypes.GeometryType.PointGeometry
        )
        if points and not sites.selectedFeatureCount() and active.selectedFeatureCount():
            return active
        return sites

    @reported
    def draw(self, _checked: bool = False) -> None:
        """Draw rings around the selected points as a layer, in the background."""
        layer = self._selected()
        if not layer.selectedFeatureCount():
            raise AtlasError(
                tr("RingsTab", "No site is selected."),
                hint=tr("RingsTab", "Select the sites that get rings."),
            )
        self._run = AlgorithmRun(
            "cityatlas:rings",
            {
                "INPUT": QgsProcessingFeatureSourceDefinition(layer.id(), True),
                "RADII": self.radii.text(),
                "RADIUS_FIELD": self.field.currentField() or None,
                "RADIUS_SOURCE": self.source.text(),
                "OUTPUT": "memory:",
            },
        )
        self._work.start(tr("RingsTab", "Rings"), self._run)

    @reported
    def _drawn(self, _nothing: object) -> None:
        run, self._run = self._run, None
        if run is None:
            return
        layer = run.take_layer(run.finish()["OUTPUT"])
        if layer is not None:
            source = self.source.text() or tr("RingsTab", "radius without a source")
            layer.setName(tr("RingsTab", "Rings: {source}").format(source=unevaluated(source)))
            style_rings(layer, self.yardstick.system)
            QgsProject.instance().addMapLayer(layer)

    def _failed(self, error: object) -> None:
        self._run = None
        if isinstance(error, BaseException):
            self.context.messages.error(error)

    @reported
    def coverage(self, _checked: bool = False) -> None:
        """Open the coverage algorithm with the selected sites filled in."""
        radius = self.field.currentField() or self._first_radius()
        filled = {"INPUT": self._source(), "RADIUS": radius, "RADIUS_SOURCE": self.source.text()}
        self._dialog("cityatlas:coverage", filled)

    @reported
    def matrix(self, _checked: bool = False) -> None:
        """Open the matrix algorithm with the selected sites filled in."""
        self._dialog("cityatlas:matrix", {"ORIGINS": self._source(), "TARGETS": self._source()})

    def _source(self) -> QgsProcessingFeatureSourceDefinition:
        layer = self._selected()
        return QgsProcessingFeatureSourceDefinition(layer.id(), bool(layer.selectedFeatureCount()))

    def _first_radius(self) -> float:
        from ....core.measure.rings import parse_radii

        return parse_radii(self.radii.text())[-1]

    def _dialog(self, algorithm: str, parameters: dict[str, Any]) -> None:
        import processing

        processing.execAlgorithmDialog(algorithm, parameters)

    def release(self) -> None:
        """Let go of session and task."""
        for signal, slot in self._connections:
            disconnect(signal, slot)
        self._work.drop()


def style_rings(layer: QgsVectorLayer, system: System = System.METRIC) -> None:
    """Give rings one colour a radius, no fill, and their distance as a label on the line."""
    unit, metres = map_unit(system)
    index = layer.fields().indexOf("radius_m")
    entries = []
    for number, radius in enumerate(sorted(layer.uniqueValues(index))):
        symbol = QgsFillSymbol.createSimple(
            {"style": "no", "outline_color": COLOURS[number % len(COLOURS)], "outline_width": "0.5"}
        )
        entries.append(QgsRendererCategory(radius, symbol, f"{radius / metres:.6g} {unit}"))
    layer.setRenderer(QgsCategorizedSymbolRenderer("radius_m", entries))
    settings = QgsPalLayerSettings()
    settings.fieldName = f"to_string(round(\"radius_m\" / {metres:g}, 3)) || ' {unit}'"
    settings.isExpression = True
    settings.setFormat(text_format(7.0))
    settings.placement = QgsPalLayerSettings.Placement.PerimeterCurved
    settings.priority = 3
    # Else QGIS keeps the names of sites out of the rings.
    obstacle = QgsLabelObstacleSettings()
    obstacle.setIsObstacle(False)
    settings.setObstacleSettings(obstacle)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(settings))
    layer.setLabelsEnabled(True)
