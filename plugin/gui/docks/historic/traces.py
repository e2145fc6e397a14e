# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""How the traces are shown: kinds on and off, opacity, year."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any, Callable, Optional

from qgis.core import QgsRuleBasedRenderer, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QCheckBox, QComboBox, QFormLayout, QSlider, QVBoxLayout, QWidget

from ....core.i18n import mark, tr
from ...context import Context

FIDELITIES = (
    ("digitized", mark("TraceControls", "%n digitized")),
    ("published", mark("TraceControls", "%n published")),
    ("imported", mark("TraceControls", "%n imported")),
    ("schematic", mark("TraceControls", "%n schematic")),
)
"""How lines came to be, the surest first, with the words for their number."""
_KIND = re.compile(r"\"kind\" = '(\w+)'")
_YEAR = re.compile(r" AND \"year\" = \d+$")

if TYPE_CHECKING:
    from ....core.atlas.model import Trace


class TraceControls(QWidget):
    """Works on the renderer of the traces layer, so that every theme and print shows the same."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.context = context
        self._boxes: dict[str, QCheckBox] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        self._kinds = QVBoxLayout()
        self._kinds.setSpacing(2)
        layout.addLayout(self._kinds)
        form = QFormLayout()
        self.year = QComboBox(self)
        self.year.setObjectName("traceYear")
        self.year.currentIndexChanged.connect(self._set_year)
        self.opacity = QSlider(Qt.Orientation.Horizontal, self)
        self.opacity.setObjectName("traceOpacity")
        self.opacity.setRange(10, 100)
        self.opacity.setAccessibleName(tr("TraceControls", "Opacity of the traces"))
        self.opacity.valueChanged.connect(self._set_opacity)
        form.addRow(tr("TraceControls", "Year"), self.year)
        form.addRow(tr("TraceControls", "Opacity"), self.opacity)
        layout.addLayout(form)

    def refresh(self, traces: list[Trace], of_all_cities: list[Trace]) -> None:
        """Show the kinds of some traces, and every year: a year chosen for one city holds for all."""
        from ....core.atlas.layers.symbols import TRACE_LABELS

        for box in self._boxes.values():
            self._kinds.removeWidget(box)
            box.hide()
            box.deleteLater()
        self._boxes = {}
        layer = self._layer()
        active = {kind: rule.active() for kind, rule in _rules(layer)} if layer is not None else {}
        for kind, label in TRACE_LABELS.items():
            own = [trace for trace in traces if trace.kind == kind]
            if own:
                self._add_box(kind, label, own, active.get(kind, True))
        self.year.blockSignals(True)
        self.year.clear()
        self.year.addItem(tr("TraceControls", "all years"), None)
        for year in sorted({trace.year for trace in of_all_cities if trace.year}):
            self.year.addItem(str(year), year)
        self.year.setCurrentIndex(max(self.year.findData(_year_of(layer)), 0))
        self.year.blockSignals(False)
        self.opacity.blockSignals(True)
        self.opacity.setValue(round(100 * layer.opacity()) if layer is not None else 100)
        self.opacity.blockSignals(False)

    def _add_box(self, kind: str, label: str, own: list[Trace], active: bool) -> None:
        counts = Counter(trace.fidelity for trace in own)
        parts = [tr("TraceControls", text, counts[value]) for value, text in FIDELITIES if counts[value]]
        text = f"{label} · {', '.join(parts)}"
        box = QCheckBox(text, self)
        box.setObjectName(f"traceKind_{kind}")
        box.setChecked(active)
        box.setProperty("kind", kind)
        box.toggled.connect(self._toggle)
        self._boxes[kind] = box
        self._kinds.addWidget(box)

    def _layer(self) -> Optional[QgsVectorLayer]:
        layer = self.context.open_atlas.layer("traces")
        return layer if layer is not None and isinstance(layer.renderer(), QgsRuleBasedRenderer) else None

    def _toggle(self, checked: bool) -> None:
        kind = self.sender().property("kind")

        def change(own: str, rule: Any) -> None:
            if own == kind:
                rule.setActive(checked)

        self._change(change)

    def _set_year(self, _index: int) -> None:
        year = self.year.currentData()
        tail = f' AND "year" = {int(year)}' if year else ""

        def change(_kind: str, rule: Any) -> None:
            rule.setFilterExpression(_YEAR.sub("", rule.filterExpression()) + tail)

        self._change(change)

    def _set_opacity(self, value: int) -> None:
        layer = self.context.open_atlas.layer("traces")
        if layer is not None:
            layer.setOpacity(value / 100)
            layer.triggerRepaint()

    def _change(self, change: Callable) -> None:
        layer = self._layer()
        if layer is None:
            return
        renderer = layer.renderer().clone()
        for kind, rule in _named(renderer):
            change(kind, rule)
        layer.setRenderer(renderer)
        layer.triggerRepaint()
        self.context.iface.layerTreeView().refreshLayerSymbology(layer.id())


def _named(renderer: QgsRuleBasedRenderer) -> list[tuple[str, QgsRuleBasedRenderer.Rule]]:
    found = []
    for rule in renderer.rootRule().children():
        match = _KIND.search(rule.filterExpression())
        if match:
            found.append((match.group(1), rule))
    return found


def _rules(layer: QgsVectorLayer) -> list[tuple[str, QgsRuleBasedRenderer.Rule]]:
    return _named(layer.renderer())


def _year_of(layer: Optional[QgsVectorLayer]) -> Optional[int]:
    """The year that the layer is limited to at present."""
    for _kind, rule in _rules(layer) if layer is not None else []:
        match = _YEAR.search(rule.filterExpression())
        if match:
            return int(match.group(0).rsplit(" ", 1)[1])
    return None
