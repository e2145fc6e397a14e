# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""A map theme on a canvas at little cost, and signals of things that may go before they are let go of."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsProject
from qgis.PyQt.QtCore import QObject, pyqtSignal


def look(name: str) -> tuple[list[Any], dict[str, str]]:
    """Return a theme's visible layers, and the styles of those that look otherwise at present.

    QGIS writes down and parses again the style of every layer of a theme at each drawing, in the main thread:
    with the atlas's embedded markers the window stands still for a second.
    """
    themes = QgsProject.instance().mapThemeCollection()
    styles: dict[str, str] = {}
    by_legend: set[str] = set()
    for record in themes.mapThemeState(name).layerRecords():
        layer = record.layer()
        if layer is None or not record.isVisible:
            continue
        manager = layer.styleManager()
        other = record.usingCurrentStyle and record.currentStyle not in ("", manager.currentStyle())
        if record.usingLegendItems and (other or not _legend_is(layer, set(record.checkedLegendItems))):
            by_legend.add(layer.id())
        elif other:
            styles[layer.id()] = manager.style(record.currentStyle).xmlData()
    if by_legend:
        made = themes.mapThemeStyleOverrides(name)
        styles.update({key: made[key] for key in by_legend if key in made})
    return themes.mapThemeVisibleLayers(name), styles


def _legend_is(layer: Any, checked: set[str]) -> bool:
    """True where the layer's legend has just these entries ticked."""
    renderer = layer.renderer() if hasattr(layer, "renderer") else None
    if renderer is None or not hasattr(renderer, "legendSymbolItems"):
        return True
    keys = [item.ruleKey() for item in renderer.legendSymbolItems()]
    return all(renderer.legendSymbolItemChecked(key) == (key in checked) for key in keys)


def put_on(canvas: Any, shown: tuple[list[Any], dict[str, str]]) -> None:
    """Show what ``look`` returned on a canvas that follows no theme by itself."""
    layers, styles = shown
    if canvas.layers() != layers:
        canvas.setLayers(layers)
    if canvas.layerStyleOverrides() != styles:
        canvas.setLayerStyleOverrides(styles)


class SignalRelay(QObject):
    """Hears signals for its owner and is thrown away as a whole.

    A project replaces its theme collection and drops its layers whenever it is cleared.  To disconnect from
    a sender that is gone crashes QGIS; connections to a receiver that goes end by themselves.
    """

    redraw = pyqtSignal()
    themes = pyqtSignal()
    layers = pyqtSignal()
    ended = pyqtSignal()

    def close(self) -> None:
        """Hear nothing more."""
        self.blockSignals(True)
        self.deleteLater()
