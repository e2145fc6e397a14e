# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The styles that travel inside an atlas (QGIS's ``layer_styles`` table)."""

from __future__ import annotations

import re

from qgis.core import QgsMapLayer, QgsVectorLayer
from qgis.PyQt.QtXml import QDomDocument

from ...plain_text import unevaluated
from ..model import BY_TABLE, Category, Record, columns
from . import describe, labels, symbols, timeline
from .layer_roles import ROLES, LayerRole


def decorate(layer: QgsVectorLayer, role: str, categories: list[Category]) -> None:
    """Give a layer the look of its role: symbols, labels, map tip, time."""
    renderer = symbols.renderer(role, categories)
    layer.setRenderer(renderer or symbols.none())
    labeling = labels.labeling(role)
    layer.setLabeling(labeling)
    layer.setLabelsEnabled(labeling is not None)
    describe.apply(layer, role)
    timeline.apply(layer, role)


def embedded(categories: list[Category]) -> list[tuple[str, str, str, str, str]]:
    """Return the ``layer_styles`` rows of a new atlas: (table, geometry column, name, QML, description)."""
    rows = []
    for role in ROLES:
        record = BY_TABLE[role.table]
        if not role.spatial or not record.GEOMETRY:
            continue
        layer = _model_layer(role, record)
        decorate(layer, role.role, categories)
        rows.append((role.table, "geom", role.style_name, _qml(layer), f"{role.title}, as shipped"))
    return rows


def _model_layer(role: LayerRole, record: type[Record]) -> QgsVectorLayer:
    kinds = {"integer": "integer", "real": "double", "boolean": "integer", "date": "date"}
    fields = "".join(
        f"&field={field.name}:{kinds.get(field.metadata['kind'], 'string')}" for field in columns(record)
    )
    return QgsVectorLayer(f"{record.GEOMETRY}?crs=EPSG:4326{fields}", role.title, "memory")


def _qml(layer: QgsVectorLayer) -> str:
    document = QDomDocument()
    wanted = (
        QgsMapLayer.StyleCategory.Symbology
        | QgsMapLayer.StyleCategory.Labeling
        | QgsMapLayer.StyleCategory.MapTips
        | QgsMapLayer.StyleCategory.Temporal
        | QgsMapLayer.StyleCategory.Rendering
    )
    layer.exportNamedStyle(document, categories=wanted)
    # QGIS writes every symbol property twice, as <prop> for versions before 3.18 and as <Option>; with
    # embedded SVG the old form is half of the file and of the time it takes to load.
    return re.sub(r"<prop [^>]*/>\s*", "", document.toString(0))


def legend_keys(sites: QgsVectorLayer, categories: list[Category]) -> set[str]:
    """Return the legend items of the sites layer that the air-defence view shows."""
    keep = {
        unevaluated(name or "") for row in categories if row.military for name in (row.label, row.label_ko)
    }
    return {item.ruleKey() for item in sites.renderer().legendSymbolItems() if item.label() in keep}
