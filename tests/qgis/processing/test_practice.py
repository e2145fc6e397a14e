# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""From the practice scan to the numbers, by the algorithms, held to how the town was drawn."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from places import ROOT
from qgis.core import QgsProcessingContext, QgsProcessingFeedback, QgsVectorLayer

from dprk_city_atlas.plugin.core.historic import metric_plane
from dprk_city_atlas.plugin.processing.datumtest import DatumTest
from dprk_city_atlas.plugin.processing.georeference import Georeference
from dprk_city_atlas.plugin.processing.shoreline import ShorelineChange
from dprk_city_atlas.plugin.processing.survival import Survival

PRACTICE = ROOT / "resources" / "practice"
TRUTH = json.loads((PRACTICE / "truth.json").read_text(encoding="utf-8"))


def run(algorithm, context=None, **parameters):
    context = context or QgsProcessingContext()
    feedback = QgsProcessingFeedback()
    results, fine = algorithm.create().run(parameters, context, feedback, {}, False)
    assert fine, feedback.textLog()
    return results


def failed(algorithm, **parameters):
    feedback = QgsProcessingFeedback()
    from qgis.core import QgsProcessingException

    try:
        _, fine = algorithm.create().run(parameters, QgsProcessingContext(), feedback, {}, False)
    except QgsProcessingException as error:
        return str(error)
    assert not fine
    return feedback.textLog()


def report(path):
    return json.loads(Path(path).read_text(encoding="utf-8"))


def _generator():
    spec = importlib.util.spec_from_file_location("practice", ROOT / "scripts" / "make_practice_sheet.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_folder_is_small():
    assert sum(path.stat().st_size for path in PRACTICE.iterdir()) < 1_500_000


def test_the_datum(qgis_app, tmp_path):
    results = run(DatumTest(), POINTS=str(PRACTICE / "datum_pairs.csv"), REPORT=str(tmp_path / "r.json"))
    assert results["VERDICT"] == TRUTH["datum"]
    found = report(tmp_path / "r.json")
    assert {h["name"] for h in found["hypotheses"]} == {"none", "tokyo1918", "tokyo1892"}


@pytest.mark.parametrize(
    ("method", "allowed"), [(4, 1.5), (3, 2.0), (2, 4.0), (1, 12.0), (0, 25.0), (5, 12.0)]
)
def test_the_fit_is_as_good_as_the_truth_allows(qgis_app, tmp_path, method, allowed):
    """Where streets truly lie on the scan is known; the fit must put them on the ground."""
    path = str(tmp_path / "r.json")
    run(
        Georeference(),
        SCAN=str(PRACTICE / "sheet.jpg"),
        POINTS=str(PRACTICE / "sheet.points"),
        METHOD=method,
        DATUM=2,
        REPORT=path,
    )
    found = report(path)
    assert found["datum"] == "tokyo1892"
    assert found["hull_share"] > 0.35
    assert found["loo_rmse"] < 2 * allowed
    assert not any(point["outlier"] for point in found["points"])
    assert found["ranking_by_loo"][0]["method"] in ("polynomial3", "tps", "polynomial2")
    made = _generator()
    from dprk_city_atlas.plugin.core.historic import datum, georeference
    from dprk_city_atlas.plugin.core.historic.control_points import read_points
    from dprk_city_atlas.plugin.core.historic.transforms import METHODS, fit

    prepared = georeference.prepare(read_points(str(PRACTICE / "sheet.points")).points, datum.TOKYO1892)
    rng = np.random.default_rng(0)
    ground = rng.uniform((-1500, -700), (1500, 900), (300, 2))
    scan = made.on_scan(ground) * (1, -1)
    placed = fit(METHODS[method], prepared.source, prepared.target).forward(scan)
    local = metric_plane.local_plane(made.LON, made.LAT)
    truth = np.column_stack(prepared.plane.forward(*local.backward(ground[:, 0], ground[:, 1])))
    assert np.sqrt(np.mean(np.sum((placed - truth) ** 2, axis=1))) < allowed


def test_the_wrong_datum_is_245_metres_off(qgis_app, tmp_path):
    bounds = []
    for choice in (1, 2):
        results = run(
            Georeference(),
            SCAN=str(PRACTICE / "sheet.jpg"),
            POINTS=str(PRACTICE / "sheet.points"),
            METHOD=4,
            DATUM=choice,
            OUTPUT=str(tmp_path / f"{choice}.tif"),
        )
        bounds.append(gdal.Open(results["OUTPUT"]).GetGeoTransform())
    assert bounds[1][0] - bounds[0][0] == pytest.approx(245, abs=5)
    assert bounds[1][3] - bounds[0][3] == pytest.approx(0, abs=8)


def test_the_warped_picture_shows_the_streets(qgis_app, tmp_path):
    """The ink of the coast lies where the coast of 1944 is."""
    output = str(tmp_path / "sheet.tif")
    run(
        Georeference(),
        SCAN=str(PRACTICE / "sheet.jpg"),
        POINTS=str(PRACTICE / "sheet.points"),
        METHOD=4,
        DATUM=2,
        OUTPUT=output,
    )
    dataset = gdal.Open(output)
    assert dataset.GetRasterBand(1).GetOverviewCount() > 0
    transform = dataset.GetGeoTransform()
    picture = dataset.ReadAsArray().astype(float)
    made = _generator()
    local, utm = metric_plane.local_plane(made.LON, made.LAT), metric_plane.utm_plane(made.LON, made.LAT)

    def blue(offset):
        line = made.old_coast()[8:-8] + (0, offset)
        x, y = utm.forward(*local.backward(line[:, 0], line[:, 1]))
        column, row = (
            ((x - transform[0]) / transform[1]).astype(int),
            ((y - transform[3]) / transform[5]).astype(int),
        )
        return float(np.median(picture[2, row, column] - picture[0, row, column]))

    assert blue(-70) > 0
    assert blue(30) < -20
    assert blue(-15) > blue(15) + 20


def test_survival_on_the_practice_town(qgis_app, tmp_path):
    path, output = str(tmp_path / "r.json"), str(tmp_path / "runs.gpkg")
    run(
        Survival(),
        HISTORIC=str(PRACTICE / "streets_1944.geojson"),
        MODERN=str(PRACTICE / "streets_now.geojson"),
        BUFFERS="8,12,20",
        ANGLE=20,
        NULLS=39,
        SEED=1,
        CLASS_FIELD="quarter",
        OUTPUT=output,
        REPORT=path,
    )
    found = report(path)
    first = found["curve"][0]
    assert set(first) >= {"buffer", "S", "S0", "S_star", "low", "high", "p"}
    assert first["S"] == pytest.approx(TRUTH["survival"], abs=0.03)
    assert first["low"] <= TRUTH["survival"] <= first["high"] + 0.01
    assert found["historic_m"] == pytest.approx(TRUTH["streets_m"], rel=1e-3)
    for name, truth in TRUTH["survival_by_quarter"].items():
        assert found["groups"]["quarter"][name][0]["S"] == pytest.approx(truth, abs=0.05)
    layer = QgsVectorLayer(output, "runs", "ogr")
    sums = {"surviving": 0.0, "lost": 0.0}
    right = wrong = 0.0
    for feature in layer.getFeatures():
        sums[feature["state"]] += feature["length_m"]
        if (feature["state"] == "surviving") == (feature["survives"] == "yes"):
            right += feature["length_m"]
        else:
            wrong += feature["length_m"]
    chosen = next(point for point in found["curve"] if point["buffer"] == found["output_buffer"])
    assert sums["surviving"] == pytest.approx(chosen["surviving_m"], rel=1e-3)
    assert sum(sums.values()) == pytest.approx(found["historic_m"], rel=1e-3)
    assert wrong < 0.05 * right


def test_schematic_traces_are_refused_by_the_algorithm(qgis_app, tmp_path):
    body = (PRACTICE / "streets_1944.geojson").read_text(encoding="utf-8")
    schematic = tmp_path / "schematic.geojson"
    schematic.write_text(body.replace('"digitized"', '"schematic"'), encoding="utf-8")
    text = failed(
        Survival(),
        HISTORIC=str(schematic),
        MODERN=str(PRACTICE / "streets_now.geojson"),
        OUTPUT=str(tmp_path / "no.gpkg"),
        REPORT=str(tmp_path / "no.json"),
    )
    assert "schematic" in text
    assert "georeference" in text
    assert not (tmp_path / "no.json").exists()
    assert not (tmp_path / "no.gpkg").exists()


def test_the_coast_moved_as_it_was_drawn(qgis_app, tmp_path):
    path, land = str(tmp_path / "r.json"), str(tmp_path / "land.gpkg")
    run(
        ShorelineChange(),
        OLD=str(PRACTICE / "coast_1944.geojson"),
        NEW=str(PRACTICE / "coast_now.geojson"),
        SPACING=50,
        SMOOTHING=300,
        OLD_DATE="1944",
        NEW_DATE="2024",
        OLD_ERROR=6,
        NEW_ERROR=5,
        OUTPUT=str(tmp_path / "transects.gpkg"),
        LAND=land,
        REPORT=path,
    )
    found, coast = report(path), TRUTH["coast"]
    assert found["years"] == pytest.approx(80)
    assert found["max_seaward"] == pytest.approx(coast["reclaimed_m"], abs=12)
    assert found["max_landward"] == pytest.approx(coast["eroded_m"], abs=8)
    assert found["land"]["gain_m2"] == pytest.approx(coast["gain_m2"], rel=0.01)
    assert found["land"]["loss_m2"] == pytest.approx(coast["loss_m2"], rel=0.01)
    layer = QgsVectorLayer(str(tmp_path / "transects.gpkg"), "t", "ogr")
    names = [field.name() for field in layer.fields()]
    assert {"SCE", "NSM", "EPR", "EPR_unc", "significant"} <= set(names)
    quiet = [f for f in layer.getFeatures() if abs(f["NSM"]) < 5]
    assert len(quiet) > 15
    assert not any(f["significant"] for f in quiet)


def test_several_dates_in_one_layer_with_a_baseline(qgis_app, tmp_path):
    def ring(offset):
        return [[129.0 + 0.001 * i, 39.0 - 0.00001 * offset] for i in range(30)]

    rows = [("1944", 0), ("1980-06-30", 30), ("2024", 60)]
    body = {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "properties": {"date": when},
                "geometry": {"type": "LineString", "coordinates": ring(offset)[::-1]},
            }
            for when, offset in rows
        ],
    }
    lines, base = tmp_path / "lines.geojson", tmp_path / "base.geojson"
    lines.write_text(json.dumps(body), encoding="utf-8")
    body["features"] = [dict(body["features"][0])]
    body["features"][0]["geometry"] = {"type": "LineString", "coordinates": ring(-300)}
    base.write_text(json.dumps(body), encoding="utf-8")
    run(
        ShorelineChange(),
        LINES=str(lines),
        DATE_FIELD="date",
        BASELINE=str(base),
        SPACING=100,
        OUTPUT=str(tmp_path / "t.gpkg"),
        REPORT=str(tmp_path / "r.json"),
    )
    found = report(tmp_path / "r.json")
    assert found["mean_NSM"] == pytest.approx(60 * 1.1101, rel=0.01)
    row = next(QgsVectorLayer(str(tmp_path / "t.gpkg"), "t", "ogr").getFeatures())
    assert row["LRR"] == pytest.approx(60 * 1.1101 / 80, rel=0.1)
    assert 0.9 < row["LR2"] <= 1
    assert 0.9 < row["WR2"] <= 1


@pytest.mark.parametrize(
    ("algorithm", "parameters", "words"),
    [
        (Georeference, {"SCAN": "none.jpg", "POINTS": str(PRACTICE / "sheet.points")}, ["none.jpg"]),
        (
            Georeference,
            {"SCAN": str(PRACTICE / "sheet.jpg"), "POINTS": str(PRACTICE / "truth.json")},
            ["truth.json"],
        ),
        (DatumTest, {"POINTS": str(PRACTICE / "truth.json")}, ["sheet_lon"]),
    ],
)
def test_bad_input_ends_with_a_reason(qgis_app, algorithm, parameters, words):
    text = failed(algorithm(), **parameters)
    assert all(word in text for word in words)


def test_a_tokyo_file_with_the_wgs_84_choice_is_refused(qgis_app, tmp_path):
    body = (PRACTICE / "sheet.points").read_text(encoding="utf-8").split("\n", 1)[1]
    path = tmp_path / "tokyo.points"
    path.write_text("#CRS: EPSG:4301\n" + body, encoding="utf-8")
    text = failed(Georeference(), SCAN=str(PRACTICE / "sheet.jpg"), POINTS=str(path), METHOD=1, DATUM=0)
    assert "Tokyo" in text
