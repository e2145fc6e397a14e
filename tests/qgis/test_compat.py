# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The spellings we rely on instead of version switches, on the QGIS at hand."""

from __future__ import annotations

import warnings

import pytest
from qgis.core import (
    QgsFeature,
    QgsFeatureRequest,
    QgsField,
    QgsFields,
    QgsMapLayerType,
    QgsMemoryProviderUtils,
    QgsProcessing,
    QgsProcessingAlgorithm,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterNumber,
    QgsUnitTypes,
    QgsWkbTypes,
)

from dprk_city_atlas.plugin.compat import FieldType


@pytest.mark.parametrize(
    ("kind", "value"),
    [
        (FieldType.BOOL, True),
        (FieldType.INT, 7),
        (FieldType.LONG, 2**40),
        (FieldType.DOUBLE, 0.5),
        (FieldType.TEXT, "함흥"),
    ],
)
def test_fields_of_every_type_store_their_values_without_a_warning(qgis_app, kind, value):
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        fields = QgsFields()
        fields.append(QgsField("value", kind))
    layer = QgsMemoryProviderUtils.createMemoryLayer("t", fields, QgsWkbTypes.Type.NoGeometry)
    feature = QgsFeature(fields)
    feature["value"] = value
    assert layer.dataProvider().addFeature(feature)
    assert next(layer.getFeatures())["value"] == value


def test_scoped_names_of_the_oldest_version_exist():
    for name in (
        QgsProcessing.SourceType.TypeVectorPoint,
        QgsProcessingAlgorithm.Flag.FlagNoThreading,
        QgsProcessingParameterDefinition.Flag.FlagOptional,
        QgsProcessingParameterNumber.Type.Double,
        QgsFeatureRequest.Flag.NoGeometry,
        QgsWkbTypes.GeometryType.PointGeometry,
        QgsUnitTypes.DistanceUnit.DistanceMeters,
        QgsMapLayerType.VectorLayer,
    ):
        assert name is not None
