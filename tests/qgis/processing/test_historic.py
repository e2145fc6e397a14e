# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The historic algorithms on made-up layers: borders, odd geometry, names that are not there, files kept."""

from __future__ import annotations

import json

import numpy as np
import pytest
from places import ROOT
from qgis.core import (
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)

from dprk_city_atlas.plugin.processing.georeference import Georeference
from dprk_city_atlas.plugin.processing.shoreline import ShorelineChange
from dprk_city_atlas.plugin.processing.survival import Survival

PRACTICE = ROOT / "resources" / "practice"
X, Y = 545000.0, 4420000.0


def layer(shapes, kind="LineString", fields="", rows=None):
    """A layer in UTM 52 of shapes in metres from the middle of a made-up town."""
    made = QgsVectorLayer(f"{kind}?crs=EPSG:32652{fields}", "made", "memory")
    features = []
    for number, shape in enumerate(shapes):
        points = [QgsPointXY(X + x, Y + y) for x, y in shape]
        feature = QgsFeature(made.fields())
        polygon = kind == "Polygon"
        feature.setGeometry(
            QgsGeometry.fromPolygonXY([points]) if polygon else QgsGeometry.fromPolylineXY(points)
        )
        if rows:
            feature.setAttributes(list(rows[number]))
        features.append(feature)
    made.dataProvider().addFeatures(features)
    made.updateExtents()
    return made


def run(algorithm, project, **parameters):
    """Results and warnings; QgsProcessingException where it fails."""
    feedback, context = QgsProcessingFeedback(), QgsProcessingContext()
    context.setProject(project)
    for name, value in parameters.items():
        if isinstance(value, QgsVectorLayer):
            project.addMapLayer(value, False)
            parameters[name] = value.id()
    results, fine = algorithm.create().run(parameters, context, feedback, {}, False)
    assert fine, feedback.textLog()
    return results, feedback.textLog()


@pytest.fixture
def project(qgis_app):
    return QgsProject()


@pytest.fixture
def streets():
    """Forty streets of 200 m, a hundred metres apart; those west of the middle survive."""
    return [[(x, y), (x + 200, y)] for x in (-400, -200, 0, 200) for y in range(-500, 500, 100)]


def square(west, east):
    return [(west, -900), (east, -900), (east, 900), (west, 900), (west, -900)]


def survival(project, tmp_path, old, new, **more):
    path = tmp_path / "report.json"
    _, log = run(
        Survival(), project, HISTORIC=old, MODERN=new, BUFFERS="10", ANGLE=20, NULLS=0, SEED=1,
        OUTPUT=str(tmp_path / "runs.gpkg"), REPORT=str(path), **more,
    )  # fmt: skip
    runs = QgsVectorLayer(str(tmp_path / "runs.gpkg"), "runs", "ogr")
    lengths = {"surviving": 0.0, "lost": 0.0}
    for feature in runs.getFeatures():
        lengths[feature["state"]] += feature["length_m"]
    return json.loads(path.read_text(encoding="utf-8")), lengths, log


def test_an_area_cuts_the_lines_exactly(project, tmp_path, streets):
    modern = layer([line for line in streets if line[0][0] < 0])
    area = layer([square(-300, 100), square(-300, 100), square(-250, 50)], "Polygon")
    found, lengths, _ = survival(project, tmp_path, layer(streets), modern, AREA=area)
    assert found["curve"][0]["S"] == pytest.approx(300 / 400, abs=1e-3)
    assert found["counted_m"] == pytest.approx(sum(lengths.values()), rel=1e-6)
    assert lengths["surviving"] / sum(lengths.values()) == pytest.approx(found["curve"][0]["S"], abs=1e-5)


def test_districts_share_a_street_at_their_border(project, tmp_path, streets):
    modern = layer([line for line in streets if line[0][0] < 0])
    quarters = layer(
        [square(-900, 100), square(100, 900)], "Polygon", "&field=name:string", [("West",), ("East",)]
    )
    found, lengths, _ = survival(project, tmp_path, layer(streets), modern, DISTRICTS=quarters)
    groups = found["groups"]["district"]
    assert groups["West"][0]["S"] == pytest.approx(400 / 500, abs=1e-3)
    assert groups["East"][0]["S"] == 0
    assert sum(lengths.values()) == pytest.approx(found["historic_m"], rel=1e-6)


def test_streets_of_no_length_do_no_harm(project, tmp_path, streets):
    found, _, _ = survival(project, tmp_path, layer([*streets, [(5, 5), (5, 5)]]), layer(streets))
    assert found["curve"][0]["S"] == pytest.approx(1)


def test_a_country_wide_modern_layer_counts_only_around_the_town(project, tmp_path, streets):
    rest = [[(x + 40000, y), (x + 40000, y + 200)] for (x, y), _ in streets]
    found, _, _ = survival(project, tmp_path, layer(streets), layer([*streets[::2], *rest]))
    assert found["curve"][0]["S"] == pytest.approx(0.5, abs=0.001)
    assert found["orientation"]["now"]["order"] == pytest.approx(found["orientation"]["then"]["order"])
    away, _, _ = survival(project, tmp_path, layer(streets), layer(rest))
    assert away["curve"][0]["S"] == 0


@pytest.mark.parametrize("field", ["CLASS_FIELD", "DISTRICT_FIELD"])
def test_a_field_that_is_not_there_is_named(project, tmp_path, streets, field):
    with pytest.raises((QgsProcessingException, AssertionError), match=f"no field nope .{field}"):
        survival(
            project, tmp_path, layer(streets), layer(streets),
            DISTRICTS=layer([square(-9, 9)], "Polygon"), **{field: "nope"},
        )  # fmt: skip


def test_no_result_replaces_its_source(project, tmp_path, streets):
    path = tmp_path / "old.geojson"
    path.write_bytes((PRACTICE / "streets_1944.geojson").read_bytes())
    for name in ("OUTPUT", "REPORT"):
        with pytest.raises((QgsProcessingException, AssertionError), match="is an input"):
            run(
                Survival(), project, HISTORIC=str(path), MODERN=layer(streets), BUFFERS="10", NULLS=0,
                **{name: str(path)},
            )  # fmt: skip
    points = tmp_path / "sheet.points"
    points.write_bytes((PRACTICE / "sheet.points").read_bytes())
    with pytest.raises((QgsProcessingException, AssertionError), match="is an input"):
        run(Georeference(), project, SCAN=str(PRACTICE / "sheet.jpg"), POINTS=str(points), REPORT=str(points))
    assert path.read_bytes() == (PRACTICE / "streets_1944.geojson").read_bytes()
    assert points.read_bytes() == (PRACTICE / "sheet.points").read_bytes()


def test_a_source_longer_than_a_file_name_is_no_file(project, tmp_path, streets):
    columns = "".join(f"&field=a_rather_long_name_of_a_column_{k}:string" for k in range(40))
    old = layer(streets, fields=columns)
    (tmp_path / "runs.gpkg").write_bytes(b"")
    found, _, _ = survival(project, tmp_path, old, layer(streets))
    assert found["curve"][0]["S"] == pytest.approx(1)


def test_a_result_that_is_no_geotiff_is_refused_first(project, tmp_path):
    with pytest.raises((QgsProcessingException, AssertionError), match="no name of a GeoTIFF"):
        run(
            Georeference(), project, SCAN=str(PRACTICE / "sheet.jpg"),
            POINTS=str(PRACTICE / "sheet.points"), OUTPUT=str(tmp_path / "sheet.png"),
        )  # fmt: skip
    assert not list(tmp_path.iterdir())


def test_lines_of_several_dates_take_the_old_and_the_new_error(project, tmp_path):
    coast = [[(x, -y) for x in range(-600, 601, 40)] for y in (0, 20, 60)]
    lines = layer(coast, "LineString", "&field=when:int", [(1944,), (1980,), (2024,)])
    path = tmp_path / "r.json"
    run(
        ShorelineChange(), project, LINES=lines, DATE_FIELD="when", SPACING=100, OLD_ERROR=12, NEW_ERROR=5,
        OUTPUT=str(tmp_path / "t.gpkg"), REPORT=str(path),
    )  # fmt: skip
    row = json.loads(path.read_text(encoding="utf-8"))["transect_statistics"][0]
    assert row["EPR_unc"] == pytest.approx(13 / 80)
    with pytest.raises((QgsProcessingException, AssertionError), match="LINES has no field year"):
        run(ShorelineChange(), project, LINES=lines, DATE_FIELD="year", OUTPUT=str(tmp_path / "u.gpkg"))


def test_land_won_around_an_island_is_a_ring(project, tmp_path):
    turn = np.linspace(0, 2 * np.pi, 200)
    island = np.column_stack([np.cos(turn), np.sin(turn)])[::-1]
    run(
        ShorelineChange(), project, OLD=layer([island * 500]), NEW=layer([island * 540]), SPACING=50,
        OLD_DATE="1944", NEW_DATE="2024", OUTPUT=str(tmp_path / "t.gpkg"), LAND=str(tmp_path / "land.gpkg"),
    )  # fmt: skip
    (won,) = QgsVectorLayer(str(tmp_path / "land.gpkg"), "land", "ogr").getFeatures()
    assert won["change"] == "gain"
    assert won.geometry().area() == pytest.approx(np.pi * (540**2 - 500**2), rel=0.01)


@pytest.fixture
def harbour():
    """A straight coast and the same coast with a mole of 400 × 100 m put before it; the sea is south."""
    x = np.arange(-1500, 1501, 50.0)
    old = [(float(v), 0.0) for v in x]
    new = [(float(v), 0.0) for v in x if v <= -200]
    new += [(-200.0, -100.0), (200.0, -100.0), *[(float(v), 0.0) for v in x if v >= 200]]
    return old, new


def _shoreline(project, tmp_path, old, new, **more):
    path = tmp_path / "r.json"
    run(
        ShorelineChange(), project, OLD=layer(old), NEW=layer(new), SPACING=50, OLD_DATE="1944",
        NEW_DATE="2024", OUTPUT=str(tmp_path / "t.gpkg"), LAND=str(tmp_path / "land.gpkg"),
        REPORT=str(path), **{"SMOOTHING": 0, **more},
    )  # fmt: skip
    return json.loads(path.read_text(encoding="utf-8"))


def test_the_land_tells_the_side_of_the_sea(project, tmp_path, harbour):
    old, new = harbour
    against = _shoreline(project, tmp_path, [old[::-1]], [new[::-1]], SEA=1)
    assert against["land"]["loss_m2"] == pytest.approx(40_000, rel=0.01)  # the sea was said to be north
    land = layer([[(-1500, 0), (1500, 0), (1500, 900), (-1500, 900), (-1500, 0)]], "Polygon")
    for lines in ((old, new), (old[::-1], new[::-1]), (old[::-1], new)):
        found = _shoreline(project, tmp_path, [lines[0]], [lines[1]], LANDMASS=land)
        assert found["land"]["gain_m2"] == pytest.approx(40_000, rel=0.01)
        assert found["land"]["loss_m2"] == 0
        assert found["max_seaward"] == pytest.approx(100, abs=0.1)
        assert "land layer" in found["sea"]


def test_splitting_a_coast_at_a_vertex_changes_nothing(project, tmp_path, harbour):
    old, new = harbour
    whole = _shoreline(project, tmp_path, [old], [new], SMOOTHING=500)
    split = _shoreline(project, tmp_path, [old[:18], old[17:]], [new[30:], new[:31]], SMOOTHING=500)
    assert split == whole


def test_districts_have_their_own_summary(project, tmp_path, harbour):
    old, new = harbour
    quarters = layer(
        [square(-1500, 0), square(0, 1500)], "Polygon", "&field=name:string", [("West",), ("East",)]
    )
    found = _shoreline(project, tmp_path, [old], [new], SEA=1, DISTRICTS=quarters)
    assert set(found["districts"]) == {"West", "East"}
    assert sum(part["transects"] for part in found["districts"].values()) == found["transects"]


def test_a_buffer_below_the_error_budget_is_told(project, tmp_path, streets):
    old = layer(streets, fields="&field=accuracy_m:double", rows=[(12.0,)] * len(streets))
    _found, _lengths, log = survival(project, tmp_path, old, layer(streets))
    assert "asks for a buffer of 26 m; 10 m lose streets" in log
