# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The expression functions of the group “City Atlas”."""

from __future__ import annotations

import pytest
from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProject,
    QgsVectorLayer,
)

from dprk_city_atlas.plugin.core import expressions


@pytest.fixture(autouse=True)
def registered(qgis_app):
    expressions.register()
    yield
    expressions.unregister()


def evaluate(text, layer=None, feature=None):
    context = QgsExpressionContext()
    context.appendScope(QgsExpressionContextUtils.globalScope())
    context.appendScope(QgsExpressionContextUtils.projectScope(QgsProject.instance()))
    if layer is not None:
        context.appendScope(QgsExpressionContextUtils.layerScope(layer))
    if feature is not None:
        context.setFeature(feature)
    expression = QgsExpression(text)
    assert not expression.hasParserError(), expression.parserErrorString()
    value = expression.evaluate(context)
    return expression.evalErrorString() or value


PLANT = "make_point(127.621851, 39.838676), make_point(127.626968, 39.841769)"


def test_distance_and_azimuth():
    assert evaluate(f"atlas_distance({PLANT})") == pytest.approx(556.56, abs=0.005)
    assert evaluate(f"atlas_azimuth({PLANT})") == pytest.approx(51.90, abs=0.005)
    assert evaluate("atlas_azimuth(make_point(127, 39), make_point(127, 39))") == NULL
    assert evaluate("atlas_distance(NULL, make_point(127, 39))") == NULL


def test_the_projects_ellipsoid_counts(project):
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:4326"))
    project.setEllipsoid("PARAMETER:6371000:6371000")
    degree = "atlas_distance(make_point(0, 0), make_point(1, 0))"
    assert evaluate(degree) == pytest.approx(111194.9266, abs=1e-3)
    project.setEllipsoid("NONE")
    assert evaluate(degree) == pytest.approx(111319.4908, abs=1e-3)


def test_errors_name_the_function():
    assert "not a geometry" in evaluate("atlas_distance('x', make_point(1, 2))")
    assert "not degrees" in evaluate("atlas_distance(make_point(39, 127), make_point(1, 2))")
    line = "make_line(make_point(1, 2), make_point(2, 3))"
    assert "not a single point" in evaluate(f"atlas_distance({line}, make_point(1, 2))")
    assert "no layer" in evaluate("atlas_count_within('nowhere', make_point(1, 2), 10)")


def test_count_within(project):
    layer = QgsVectorLayer("Point?crs=EPSG:4326&field=category:string", "places", "memory")
    features = []
    for number in range(200):
        feature = QgsFeature(layer.fields())
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(127.5 + number * 0.01, 39.9)))
        feature.setAttributes(["sam" if number % 2 else "aaa"])
        features.append(feature)
    layer.dataProvider().addFeatures([*features, QgsFeature(layer.fields())])
    project.addMapLayer(layer)
    origin = "make_point(127.5, 39.9)"
    # One step is 854.8 m: 20 km hold the place itself and 23 more.
    assert evaluate(f"atlas_count_within('places', {origin}, 20000)") == 24
    assert evaluate(f"atlas_count_within('places', {origin}, 20000, 'category = ''sam''')") == 12
    assert evaluate(f"atlas_count_within('{layer.id()}', {origin}, 0)") == 1
    assert "cannot be read" in evaluate(f"atlas_count_within('places', {origin}, 20, 'category =')")
    assert "not a number" in evaluate(f"atlas_count_within('places', {origin}, 'far')")


def test_count_within_the_atlas_by_role(loaded):
    downtown = "make_point(127.543979, 39.915463)"
    markets = f"atlas_count_within('sites', {downtown}, 20000, 'category = ''market''')"
    assert evaluate(markets) >= 11


def test_names(loaded, layer):
    sites = layer("sites")
    feature = next(f for f in sites.getFeatures() if f["name"] == "Pyongsu Market")
    assert evaluate("atlas_name($currentfeature)", sites, feature) == "Pyongsu Market"
    assert evaluate("atlas_name($currentfeature, 'ko')", sites, feature) == "평수시장"
    assert evaluate("atlas_name($currentfeature, 'xx')", sites, feature) == NULL


def test_mgrs_there_and_back():
    text = evaluate("mgrs(make_point(127.543979, 39.915463))")
    assert text.startswith("52S")
    back = evaluate(f"atlas_distance(from_mgrs('{text}'), make_point(127.543979, 39.915463))")
    assert back < 1.0
    assert evaluate("from_mgrs(NULL)") == NULL
    assert "from_mgrs" in evaluate("from_mgrs('nonsense')")


def test_all_are_in_the_group_with_help():
    for name in ("atlas_distance", "atlas_azimuth", "atlas_count_within", "atlas_name", "mgrs", "from_mgrs"):
        number = QgsExpression.functionIndex(name)
        assert number >= 0
        assert QgsExpression.Functions()[number].groups() == ["City Atlas"]
        assert name in QgsExpression.helpText(name) or QgsExpression.Functions()[number].helpText()
    expressions.unregister()
    assert QgsExpression.functionIndex("atlas_distance") == -1


@pytest.mark.parametrize(
    ("condition", "message"),
    [
        ("nofield = 1", "not there: nofield"),
        ("to_int(''x'') = 1", "fails on feature"),
        ("@nope = 1", "not set: nope"),
    ],
)
def test_a_filter_that_fails_is_told(project, condition, message):
    layer = QgsVectorLayer("Point?crs=EPSG:4326&field=name:string", "places", "memory")
    feature = QgsFeature(layer.fields())
    feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(127.5, 39.9)))
    layer.dataProvider().addFeature(feature)
    project.addMapLayer(layer)
    text = f"atlas_count_within('places', make_point(127.5, 39.9), 100, '{condition}')"
    assert message in evaluate(text)


def test_a_feature_of_several_points_is_not_guessed_at(project):
    layer = QgsVectorLayer("MultiPoint?crs=EPSG:4326", "many", "memory")
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromWkt("MULTIPOINT ((127.5 39.9), (127.6 39.9))"))
    layer.dataProvider().addFeature(feature)
    project.addMapLayer(layer)
    assert "has 2 points" in evaluate("atlas_count_within('many', make_point(127.5, 39.9), 100)")
