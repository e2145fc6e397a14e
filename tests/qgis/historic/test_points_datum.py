# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Printed or ground: what a file's coordinates are taken for, and what the datum then moves."""

from __future__ import annotations

import json
import re
from pathlib import Path

import numpy as np
import pytest
from osgeo import gdal
from qgis.core import QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback

from dprk_city_atlas.plugin.core.historic import control_points, datum, points_datum
from dprk_city_atlas.plugin.core.historic.control_points import GroundControlPoint, PointsFile
from dprk_city_atlas.plugin.core.historic.points_datum import PointsAre
from dprk_city_atlas.plugin.core.measure.geodesics import WGS84
from dprk_city_atlas.plugin.processing.georeference import Georeference

CASES = Path(__file__).resolve().parents[2] / "data" / "points"
TOKYO1918 = 1


def _file(name):
    return control_points.read_points(str(CASES / f"{name}.points"))


@pytest.mark.parametrize(
    ("name", "are"),
    [
        ("printed_tokyo1918", PointsAre.PRINTED),
        ("ground_utm", PointsAre.GROUND),
        ("five_points_one_blunder", PointsAre.GROUND),
    ],
)
def test_the_file_itself_tells_where_its_coordinates_come_from(qgis_app, name, are):
    guess = points_datum.guess(_file(name))
    assert guess.are is are
    assert guess.why


def test_a_file_on_a_tokyo_datum_is_printed(qgis_app):
    points = [GroundControlPoint(127.5123 + i / 977, 39.9 + i / 991, 9.0 * i, -7.0 * i) for i in range(4)]
    assert points_datum.guess(PointsFile(points, crs="EPSG:4301")).are is PointsAre.PRINTED


def test_a_wrong_answer_costs_what_the_datum_moves(qgis_app):
    assert points_datum.moved_m(_file("printed_tokyo1918"), datum.TOKYO1918) == pytest.approx(331, abs=2)
    assert points_datum.moved_m(_file("printed_tokyo1918"), datum.TOKYO1892) == pytest.approx(257, abs=3)


@pytest.fixture
def scan(tmp_path):
    made = gdal.GetDriverByName("MEM").Create("", 4100, 5000, 1)
    made.GetRasterBand(1).Fill(200)
    gdal.GetDriverByName("GTiff").CreateCopy(str(tmp_path / "scan.tif"), made, options=["COMPRESS=DEFLATE"])
    return tmp_path / "scan.tif"


def _run(scan, name, **more):
    path = scan.with_name("report.json")
    _results, fine = Georeference().create().run(
        {"SCAN": str(scan), "POINTS": str(name), "METHOD": 1, "REPORT": str(path), **more},
        QgsProcessingContext(), QgsProcessingFeedback(), {}, False,
    )  # fmt: skip
    assert fine
    return json.loads(path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(("name", "are"), [("printed_tokyo1918", "printed"), ("ground_utm", "ground")])
def test_the_algorithm_takes_what_the_file_tells_and_says_why(qgis_app, scan, name, are):
    report = _run(scan, CASES / f"{name}.points", DATUM=TOKYO1918)
    assert report["points_are"] == are
    assert report["points_are_why"]
    assert ("helmert" in report["operation"]) == (are == "printed")
    assert report["datum"] == ("tokyo1918" if are == "printed" else report["datum"])


def test_what_is_said_wins_over_the_guess(qgis_app, scan):
    ground = _run(scan, CASES / "printed_tokyo1918.points", DATUM=TOKYO1918, POINTS_ARE=2)
    assert ground["points_are"] == "ground"
    assert ground["operation"] == datum.WGS84.pipeline
    assert any(re.search("33[0-2] m elsewhere", text) for text in ground["warnings"])
    printed = _run(scan, CASES / "five_points_one_blunder.points", DATUM=TOKYO1918, POINTS_ARE=1)
    assert printed["operation"] == datum.TOKYO1918.pipeline


@pytest.mark.parametrize("choice", [0, 1, 2])
@pytest.mark.parametrize(
    ("change", "said"),
    [
        (lambda lon, lat: (-lon, lat), "hemisphere"),
        (lambda lon, lat: (lon, -lat), "hemisphere"),
        (lambda lon, lat: (lon - 9, lat), "outside Korea"),
    ],
    ids=["west", "south", "china"],
)
def test_a_point_elsewhere_is_refused_by_name_under_every_datum(qgis_app, scan, choice, change, said):
    file = _file("five_points_one_blunder")
    points = [
        p if i != 1 else GroundControlPoint(*change(p.map_x, p.map_y), p.source_x, p.source_y)
        for i, p in enumerate(file.points)
    ]
    if said == "outside Korea":  # all of them: a sheet of another country
        points = [GroundControlPoint(*change(p.map_x, p.map_y), p.source_x, p.source_y) for p in file.points]
    path = scan.with_name("elsewhere.points")
    control_points.write_points(str(path), points)
    with pytest.raises((QgsProcessingException, AssertionError)) as caught:
        _run(scan, path, DATUM=choice)
    feedback = QgsProcessingFeedback()
    Georeference().create().run(
        {"SCAN": str(scan), "POINTS": str(path), "METHOD": 1, "DATUM": choice}, QgsProcessingContext(),
        feedback, {},
    ) if isinstance(caught.value, AssertionError) else None  # fmt: skip
    text = f"{caught.value} {feedback.textLog()}"
    assert said in text or "km away" in text
    assert "2" in text or said == "outside Korea"


def test_points_of_another_country_can_be_accepted(qgis_app, scan):
    file = _file("five_points_one_blunder")
    points = [GroundControlPoint(p.map_x - 9, p.map_y, p.source_x, p.source_y) for p in file.points]
    path = scan.with_name("elsewhere.points")
    control_points.write_points(str(path), points)
    assert _run(scan, path, ANYWHERE=True)["points_used"] == 5


def test_printed_and_ground_lie_a_datum_apart(qgis_app):
    file = _file("printed_tokyo1918")
    places = []
    for are in (PointsAre.PRINTED, PointsAre.GROUND):
        placed = points_datum.place(file, TOKYO1918, are=are)
        places.append(np.ravel(datum.to_wgs84(placed.operation, [129.75], [41.78])))
    per_lat, per_lon = WGS84.metres_per_degree(41.78)
    assert np.hypot(*((places[0] - places[1]) * (per_lon, per_lat))) == pytest.approx(331, abs=2)
