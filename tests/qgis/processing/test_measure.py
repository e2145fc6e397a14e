# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The measuring algorithms as Processing runs them, against GeographicLib's data and published figures."""

from __future__ import annotations

import json
import math
import re

import numpy as np
import pytest
from places import DATA
from qgis.core import (
    NULL,
    QgsCoordinateReferenceSystem,
    QgsExpression,
    QgsExpressionContext,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingUtils,
    QgsProject,
    QgsVectorLayer,
)

from dprk_city_atlas.plugin.core.measure.geodesics import geodesic_on
from dprk_city_atlas.plugin.processing import coverage, matrix, nearest, rings

WGS = geodesic_on()
MAGUNPO = "127.5607,39.801521 [EPSG:4326]"


def layer(rows, fields="name:string&field=category:string&field=reach:double", crs="EPSG:4326"):
    made = QgsVectorLayer(f"Point?crs={crs}&field={fields}", "points", "memory")
    features = []
    for lon_lat, *attributes in rows:
        feature = QgsFeature(made.fields())
        if lon_lat is not None:
            feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(*lon_lat)))
        feature.setAttributes([*attributes, *[NULL] * (made.fields().count() - len(attributes))])
        features.append(feature)
    assert made.dataProvider().addFeatures(features)[0]
    return made


def run(algorithm, feedback=None, ellipsoid="EPSG:7030", project=None, **parameters):
    context = QgsProcessingContext()
    context.setEllipsoid(ellipsoid)
    if project is not None:
        context.setProject(project)
        context.setEllipsoid(ellipsoid)
    parameters.setdefault("OUTPUT", "TEMPORARY_OUTPUT")
    feedback = feedback or QgsProcessingFeedback()
    results, fine = algorithm().create().run(parameters, context, feedback, {}, False)
    assert fine
    made = QgsProcessingUtils.mapLayerFromString(results["OUTPUT"], context)
    made.setParent(None)
    context.temporaryLayerStore().takeMapLayer(made)
    return results, made


@pytest.fixture
def hungnam(qgis_app):
    """What the article places at Hungnam, and one site nobody has located."""
    return layer(
        [
            ((127.621851, 39.838676), "Hungnam Fertilizer Plant", "plant", 900.0),
            ((127.577553, 39.852544), "February 8 Vinylon Plant", "plant", 500.0),
            ((127.59835, 39.822046), "Ryongsong Machine Complex", "works", 400.0),
            (None, "Hungnam Pharmaceutical Factory", "works"),
        ]
    )


def test_nearest_gives_the_articles_distance(hungnam):
    feedback = QgsProcessingFeedback()
    results, made = run(nearest.Nearest, feedback, SITES=hungnam, ORIGIN=MAGUNPO, K=0)
    rows = list(made.getFeatures())
    assert [row["rank"] for row in rows] == [1, 2, 3]
    assert results["COUNT"] == 3
    assert rows[0]["name"] == "Ryongsong Machine Complex"
    assert rows[0]["distance_m"] == pytest.approx(3948, abs=0.5)
    exact = WGS.inverse(127.5607, 39.801521, 127.59835, 39.822046)
    assert rows[0]["azimuth_deg"] == pytest.approx(float(exact.azimuth), abs=1e-9)
    assert rows[0]["final_azimuth_deg"] == pytest.approx(float(exact.final_azimuth), abs=1e-9)
    assert rows[0]["category"] == "works"
    assert rows[0].geometry().asPoint() == QgsPointXY(127.59835, 39.822046)
    assert re.search("1 features? without a point", feedback.textLog())


def test_nearest_by_k_radius_and_filter(hungnam):
    def names(**more):
        return [
            row["name"].split()[0]
            for row in run(nearest.Nearest, SITES=hungnam, ORIGIN=MAGUNPO, **more)[1].getFeatures()
        ]

    assert names(K=1) == ["Ryongsong"]
    assert names(K=0, RADIUS=6000) == ["Ryongsong", "February"]
    assert names(K=1, RADIUS=6000) == ["Ryongsong"]
    assert names(K=5, FILTER="category = 'plant'") == ["February", "Hungnam"]
    assert names(K=0, RADIUS=0) == []


def test_nearest_at_the_origin_has_no_azimuth(hungnam):
    _, made = run(nearest.Nearest, SITES=hungnam, ORIGIN="127.59835,39.822046 [EPSG:4326]", K=1)
    row = next(made.getFeatures())
    assert row["distance_m"] == 0
    assert row["azimuth_deg"] == NULL


def test_public_geodesics_through_nearest(qgis_app):
    cases = np.loadtxt(DATA / "measure" / "geodtest.txt")[:40]
    for lat1, lon1, azi1, lat2, lon2, _, s12 in cases:
        _, made = run(
            nearest.Nearest,
            SITES=layer([((lon2, lat2), "x")]),
            ORIGIN=f"{lon1:.17g},{lat1:.17g} [EPSG:4326]",
            K=1,
        )
        row = next(made.getFeatures())
        assert row["distance_m"] == pytest.approx(s12, abs=1e-6)
        if 1e5 < s12 < 19.8e6 and abs(lat1) < 89:
            assert abs((row["azimuth_deg"] - azi1 + 180) % 360 - 180) < 1e-9


def test_sites_in_another_crs(hungnam):
    moved = layer([], crs="EPSG:32652")
    from qgis.core import QgsCoordinateTransform

    transform = QgsCoordinateTransform(hungnam.crs(), moved.crs(), QgsProject.instance())
    for feature in hungnam.getFeatures():
        geometry = feature.geometry()
        geometry.transform(transform)
        feature.setGeometry(geometry)
        moved.dataProvider().addFeature(feature)
    _, made = run(nearest.Nearest, SITES=moved, ORIGIN=MAGUNPO, K=1)
    assert next(made.getFeatures())["distance_m"] == pytest.approx(3948, abs=0.5)
    assert made.crs().authid() == "EPSG:32652"


def test_a_bare_origin_in_a_metric_project_is_read_as_degrees(hungnam):
    project = QgsProject()
    project.setCrs(QgsCoordinateReferenceSystem("EPSG:3857"))
    feedback = QgsProcessingFeedback()
    _, made = run(nearest.Nearest, feedback, project=project, SITES=hungnam, ORIGIN="127.5607,39.801521", K=1)
    assert next(made.getFeatures())["distance_m"] == pytest.approx(3948, abs=0.5)
    assert "read as longitude and latitude" in feedback.textLog()


def test_the_ellipsoid_is_the_runs(hungnam):
    _, sphere = run(
        nearest.Nearest, ellipsoid="PARAMETER:6371000:6371000", SITES=hungnam, ORIGIN=MAGUNPO, K=1
    )
    wanted = 6371000 * math.acos(
        math.sin(math.radians(39.801521)) * math.sin(math.radians(39.822046))
        + math.cos(math.radians(39.801521))
        * math.cos(math.radians(39.822046))
        * math.cos(math.radians(127.59835 - 127.5607))
    )
    assert next(sphere.getFeatures())["distance_m"] == pytest.approx(wanted, abs=1e-3)
    _, planar = run(nearest.Nearest, ellipsoid="NONE", SITES=hungnam, ORIGIN=MAGUNPO, K=1)
    assert next(planar.getFeatures())["distance_m"] == pytest.approx(3948, abs=0.5)


@pytest.mark.parametrize(
    ("parameters", "message"),
    [
        ({"FILTER": "category ="}, "cannot be read"),
        ({"FILTER": "kind = 'sam'"}, "not there: kind"),
        ({"ORIGIN": "39.9,127.5 [EPSG:4326]"}, "ORIGIN: The latitude 127.5"),
        ({"SITES": "missing"}, ""),
    ],
)
def test_nearest_says_what_is_wrong(hungnam, parameters, message):
    with pytest.raises(QgsProcessingException, match=message):
        run(nearest.Nearest, **{"SITES": hungnam, "ORIGIN": MAGUNPO, "K": 1, **parameters})


def test_swapped_sites_are_refused(qgis_app):
    with pytest.raises(QgsProcessingException, match="Sites: The latitude 127.6"):
        run(nearest.Nearest, SITES=layer([((39.8, 127.6), "swapped")]), ORIGIN=MAGUNPO, K=1)


def test_matrix_long_and_wide(hungnam):
    results, made = run(matrix.Matrix, ORIGINS=hungnam, TARGETS=hungnam, FORMAT=0)
    rows = {(row["origin"], row["target"]): row["distance_m"] for row in made.getFeatures()}
    assert len(rows) == results["PAIRS"] == 9
    key = ("Hungnam Fertilizer Plant", "Ryongsong Machine Complex")
    assert rows[key] == pytest.approx(
        float(WGS.distance(127.621851, 39.838676, 127.59835, 39.822046)), abs=1e-4
    )
    _, wide = run(matrix.Matrix, ORIGINS=hungnam, TARGETS=hungnam, FORMAT=1)
    table = {row["origin"]: row for row in wide.getFeatures()}
    assert wide.fields().names() == ["origin", *table]
    assert table[key[0]][key[1]] == rows[key]
    assert table[key[0]].geometry().asPoint().x() == pytest.approx(127.621851)


def test_matrix_columns_and_limits(qgis_app, tmp_path):
    assert matrix.distinct(["A", "a", "A", "a (2)", "fid"]) == ["A", "a (2)", "A (3)", "a (2) (2)", "fid (2)"]
    many = layer([((127 + i / 1e4, 39.0), f"t{i}") for i in range(2100)])
    with pytest.raises(QgsProcessingException, match="fits no GeoPackage"):
        run(matrix.Matrix, ORIGINS=many, TARGETS=many, FORMAT=1, OUTPUT=str(tmp_path / "wide.gpkg"))
    assert not list(tmp_path.iterdir())
    with pytest.raises(QgsProcessingException, match="Targets .TARGETS. has no points"):
        run(matrix.Matrix, ORIGINS=many, TARGETS=layer([(None, "x")]))


def test_matrix_as_a_spreadsheet_table(hungnam, tmp_path):
    path = tmp_path / "distances.csv"
    results, made = run(matrix.Matrix, ORIGINS=hungnam, TARGETS=hungnam, FORMAT=0, OUTPUT=str(path))
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines[0].split(",") == ["origin", "target", "distance_m"]
    assert len(lines) == 10


def test_rings_keep_attributes_and_radius(hungnam):
    _, made = run(rings.Rings, INPUT=hungnam, RADII="5000, 20 km", RADIUS_SOURCE="Jane's, 2012")
    rows = list(made.getFeatures())
    assert len(rows) == 6
    assert [row["radius_m"] for row in rows[:2]] == [5000, 20000]
    assert rows[0]["name"] == "Hungnam Fertilizer Plant"
    assert rows[0]["radius_source"] == "Jane's, 2012"
    assert rows[0]["label"] == "5.000 km"
    for row in rows:
        centre = next(f for f in hungnam.getFeatures() if f["name"] == row["name"]).geometry().asPoint()
        vertices = np.array([(v.x(), v.y()) for v in row.geometry().vertices()])
        distance = WGS.distance(centre.x(), centre.y(), vertices[:, 0], vertices[:, 1])
        assert np.abs(distance - row["radius_m"]).max() < 1e-3
        assert row.geometry().isGeosValid()


def test_rings_from_a_field_and_errors(hungnam):
    located = layer([((127.6, 39.8), "a", "x", 700.0), ((127.7, 39.8), "b", "x", 800.0)])
    _, made = run(rings.Rings, INPUT=located, RADIUS_FIELD="reach")
    assert [row["radius_m"] for row in made.getFeatures()] == [700, 800]
    for parameters, message in (
        ({"RADII": "five"}, "not a distance"),
        ({"RADII": "0"}, "no radii"),
        ({"RADII": "10000001"}, "cannot be drawn"),
        ({"RADIUS_FIELD": "range"}, "no field"),
    ):
        with pytest.raises(QgsProcessingException, match=message):
            run(rings.Rings, INPUT=located, **parameters)
    with pytest.raises(QgsProcessingException, match="no number in the field"):
        run(rings.Rings, INPUT=layer([((127.6, 39.8), "a")]), RADIUS_FIELD="reach")


def test_coverage_report_and_levels(qgis_app, tmp_path):
    two = layer([((127.5, 39.9), "a", "x", 10000.0), ((127.6, 39.9), "b", "x", 10000.0)])
    square = QgsVectorLayer("Polygon?crs=EPSG:4326", "area", "memory")
    feature = QgsFeature()
    feature.setGeometry(
        QgsGeometry.fromWkt("POLYGON((127.2 39.7, 127.9 39.7, 127.9 40.1, 127.2 40.1, 127.2 39.7))")
    )
    square.dataProvider().addFeature(feature)
    report = tmp_path / "report.json"
    results, made = run(coverage.CoverageByRings, INPUT=two, RADIUS="reach", AREA=square, REPORT=str(report))
    rows = {row["depth"]: row for row in made.getFeatures()}
    assert sorted(rows) == [1, 2]
    data = json.loads(report.read_text(encoding="utf-8"))
    assert data["ellipsoid"].startswith("WGS 84")
    assert data["covered_m2"] == pytest.approx(rows[1]["area_m2"] + rows[2]["area_m2"])
    assert (
        results["COVERED_SHARE"]
        == data["covered_share"]
        == pytest.approx(data["covered_m2"] / data["area_m2"])
    )
    assert rows[1]["share"] == data["levels"][0]["share"]
    assert data["largest_gap"]["radius_m"] > 5000
    typed, _ = run(coverage.CoverageByRings, INPUT=two, RADIUS="10 km")
    assert typed["COVERED_M2"] == pytest.approx(results["COVERED_M2"], rel=1e-9)
    assert "COVERED_SHARE" not in typed
    with pytest.raises(QgsProcessingException, match="neither a distance nor a field"):
        run(coverage.CoverageByRings, INPUT=two, RADIUS="rng")


def test_cancelling_stops_each(hungnam):
    feedback = QgsProcessingFeedback()
    feedback.cancel()
    for algorithm, parameters in (
        (nearest.Nearest, {"SITES": hungnam, "ORIGIN": MAGUNPO, "K": 1}),
        (matrix.Matrix, {"ORIGINS": hungnam, "TARGETS": hungnam}),
        (rings.Rings, {"INPUT": hungnam, "RADII": "10"}),
        (coverage.CoverageByRings, {"INPUT": hungnam, "RADIUS": "10"}),
    ):
        with pytest.raises(QgsProcessingException, match="cancelled"):
            run(algorithm, feedback, **parameters)


@pytest.mark.parametrize(
    ("parameters", "message"),
    [
        ({"RADIUS": "far"}, "RADIUS “far” is not a number"),
        ({"FILTER": "to_int(name) > 1"}, "fails on feature 1"),
        ({"FILTER": "@nowhere = 1"}, "variable that is not set: nowhere"),
    ],
)
def test_nearest_tells_what_qgis_would_pass_over(hungnam, parameters, message):
    with pytest.raises(QgsProcessingException, match=message):
        run(nearest.Nearest, **{"SITES": hungnam, "ORIGIN": MAGUNPO, "K": 1, **parameters})


def test_errors_name_the_feature_and_the_kind_of_layer(qgis_app):
    with pytest.raises(QgsProcessingException, match="latitude 91 of feature 3"):
        run(nearest.Nearest, SITES=layer([(None, "a"), ((1, 2), "b"), ((127, 91), "c")]), ORIGIN=MAGUNPO)
    areas = QgsVectorLayer("Polygon?crs=EPSG:4326", "fields", "memory")
    with pytest.raises(QgsProcessingException, match="“fields” holds no points .Polygon"):
        run(nearest.Nearest, SITES=areas, ORIGIN=MAGUNPO)


@pytest.mark.parametrize("radius", [-5.0, 0.0, float("nan"), 2e7])
def test_a_radius_in_a_field_that_is_none_is_named(qgis_app, radius):
    two = layer([((127.6, 39.8), "a", "x", 700.0), ((127.7, 39.8), "b", "x", radius)])
    with pytest.raises(QgsProcessingException, match="Feature 2 has .* in the field “reach”"):
        run(rings.Rings, INPUT=two, RADIUS_FIELD="reach")
    with pytest.raises(QgsProcessingException, match="Feature 2 has .* in the field “reach”"):
        run(coverage.CoverageByRings, INPUT=two, RADIUS="reach")


def test_coverage_keeps_the_source_of_its_radius(qgis_app, tmp_path):
    report = tmp_path / "report.json"
    one = layer([((127.5, 39.9), "a")])
    _, made = run(
        coverage.CoverageByRings, INPUT=one, RADIUS="5 km", RADIUS_SOURCE="Jane's, 2012", REPORT=str(report)
    )
    assert next(made.getFeatures())["radius_source"] == "Jane's, 2012"
    assert json.loads(report.read_text(encoding="utf-8"))["radius_source"] == "Jane's, 2012"


def test_rings_bear_their_distance_as_a_label(hungnam):
    from dprk_city_atlas.plugin.core.measure.units import System
    from dprk_city_atlas.plugin.gui.docks.measure.rings import style_rings

    _, made = run(rings.Rings, INPUT=hungnam, RADII="500, 5000, 3 nmi")
    for system, wanted in (
        (System.METRIC, ["0.5 km", "5 km", "5.556 km"]),
        (System.NAUTICAL, ["0.27 nmi", "2.7 nmi", "3 nmi"]),
    ):
        style_rings(made, system)
        label = QgsExpression(made.labeling().settings().fieldName)
        context = QgsExpressionContext()
        told = []
        for feature in list(made.getFeatures())[:3]:
            context.setFeature(feature)
            told.append(label.evaluate(context))
            assert not label.hasEvalError(), label.evalErrorString()
        assert told == wanted
