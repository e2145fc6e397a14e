# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Every difference between QGIS and Qt versions, nothing else.

What needs no entry here: an enum written with its full scope by its QGIS 3.22 name
(``QgsProcessing.SourceType.TypeVectorPoint``, ``QgsWkbTypes.Type.Point``,
``QgsUnitTypes.DistanceUnit.DistanceMeters``).  Later versions moved many of these to ``Qgis`` and kept
the old scoped names as aliases; ``tests/qgis/test_compat.py`` holds that.
"""

from __future__ import annotations

from typing import Any

from qgis import core
from qgis.core import (
    Qgis,
    QgsAttributeEditorContainer,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsSnappingConfig,
    QgsTextFormat,
    QgsVectorLayer,
)
from qgis.PyQt.QtCore import QMetaType, QVariant
from qgis.PyQt.QtGui import QFont

# QGIS 3.38 takes QMetaType and warns at QVariant; Qt 6 has no QVariant types of its own.
_BY_META_TYPE = Qgis.QGIS_VERSION_INT >= 33800


def _field_type(meta: str, variant: str) -> object:
    return getattr(QMetaType.Type, meta) if _BY_META_TYPE else getattr(QVariant, variant)


class FieldType:
    """Types of table columns, as ``QgsField`` of this QGIS wants them."""

    BOOL = _field_type("Bool", "Bool")
    INT = _field_type("Int", "Int")
    LONG = _field_type("LongLong", "LongLong")
    DOUBLE = _field_type("Double", "Double")
    TEXT = _field_type("QString", "String")
    DATE = _field_type("QDate", "Date")
    DATETIME = _field_type("QDateTime", "DateTime")


FEATURE_VARIABLES = ("feature", "geometry", "id") if Qgis.QGIS_VERSION_INT >= 32800 else ()
"""Variables that hold the feature at hand in an expression; before QGIS 3.28 they are always NULL."""

_UNSET = getattr(core, "QgsUnsetAttributeValue", ())  # QGIS 3.28


def is_unset(value: object) -> bool:
    """Tell whether an attribute is left to the default of the table."""
    return isinstance(value, _UNSET)


def allow_commit(layer: QgsVectorLayer, allowed: bool) -> None:
    """Let QGIS save a layer, or not (it can be forbidden since QGIS 3.34)."""
    if hasattr(layer, "setAllowCommit"):
        layer.setAllowCommit(allowed)


def make_tab(container: QgsAttributeEditorContainer) -> None:
    """Show a container of an attribute form as a tab (QGIS 3.32 asks for its type)."""
    if hasattr(container, "setType"):
        container.setType(Qgis.AttributeEditorContainerType.Tab)
    else:
        container.setIsGroupBox(False)


def snap_to_points_and_lines(config: QgsSnappingConfig) -> None:
    """Let a snapping configuration take vertices and segments (flags of ``Qgis`` since QGIS 3.26)."""
    kinds = getattr(Qgis, "SnappingType", None)
    if kinds is not None:
        config.setTypeFlag(kinds.Vertex | kinds.Segment)
    else:
        kinds = QgsSnappingConfig.SnappingTypes
        config.setTypeFlag(kinds.VertexFlag | kinds.SegmentFlag)


def set_label_format(item: QgsLayoutItemLabel, form: QgsTextFormat) -> None:
    """Give a layout label its face, size and colour (a text format since QGIS 3.24)."""
    if hasattr(item, "setTextFormat"):
        item.setTextFormat(form)
    else:
        item.setFont(_sized_font(form))
        item.setFontColor(form.color())


def set_legend_format(item: QgsLayoutItemLegend, part: Any, form: QgsTextFormat) -> None:
    """Give a part (``QgsLegendStyle.Style``) of a layout legend its face (a text format since QGIS 3.30)."""
    style = item.style(part)
    if hasattr(style, "setTextFormat"):
        style.setTextFormat(form)
        item.setStyle(part, style)
    else:
        item.setStyleFont(part, _sized_font(form))
        item.setFontColor(form.color())


def _sized_font(form: QgsTextFormat) -> QFont:
    """Return the font of a format whose size is in points."""
    font = form.font()
    font.setPointSizeF(form.size())
    return font
