# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Temporal settings: what the temporal controller shows when."""

from __future__ import annotations

from qgis.core import QgsVectorLayer, QgsVectorLayerTemporalProperties

START = 'to_datetime("begin_earliest")'
END = "to_datetime(coalesce(\"end_latest\", '2999-12-31'))"
"""No end = still there.  A date of an uncertain begin counts from its earliest day: the controller shows
what may have been there, and the form says how sure that is."""


def apply(layer: QgsVectorLayer, role: str) -> None:
    """Let the temporal controller play sites, traces and events."""
    if role not in ("sites", "unlocated", "traces", "events"):
        return
    properties = layer.temporalProperties()
    if role == "events":
        mode = QgsVectorLayerTemporalProperties.TemporalMode.FeatureDateTimeStartAndEndFromFields
        properties.setMode(mode)
        properties.setStartField("earliest")
        properties.setEndField("latest")
    else:
        mode = QgsVectorLayerTemporalProperties.TemporalMode.FeatureDateTimeStartAndEndFromExpressions
        properties.setMode(mode)
        # An unknown begin must not hide a site: NULL on the left is taken as "always".
        properties.setStartExpression(f"coalesce({START}, to_datetime('0001-01-01'))")
        properties.setEndExpression(END)
    properties.setIsActive(True)
