# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""``cityatlas:create`` against the text in ``layers/`` and against the article, read through GDAL."""

from __future__ import annotations

import csv

import pytest
from osgeo import ogr
from places import LAYERS
from qgis.core import QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback

from dprk_city_atlas.plugin.processing.create import CreateAtlas

# The article's pairs as it prints them (latitude, longitude), read by hand.
ARTICLE = {
    ("39.918647", "127.520584"), ("39.838676", "127.621851"), ("39.841769", "127.626968"),
    ("39.852544", "127.577553"), ("39.930461", "127.541108"), ("39.925534", "127.557705"),
    ("39.931572", "127.558574"), ("39.801521", "127.560700"), ("39.822046", "127.598350"),
    ("39.940495", "127.550487"), ("39.953379", "127.547075"), ("39.957226", "127.558623"),
    ("39.868550", "127.686905"), ("41.803332", "129.766275"), ("41.772136", "129.840230"),
    ("41.764391", "129.702757"), ("41.835856", "129.691630"),
}  # fmt: skip


def run(output, **more):
    algorithm = CreateAtlas().create()
    parameters = {"OUTPUT": str(output), **more}
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
    results, _ok = algorithm.run(parameters, context, feedback, catchExceptions=False)
    return results


def rows(table):
    with (LAYERS / f"{table}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def query(path, sql):
    source = ogr.Open(str(path))
    layer = source.ExecuteSQL(sql)
    found = [tuple(feature.items().values()) for feature in layer]
    source.ReleaseResultSet(layer)
    return found


@pytest.fixture(scope="module")
def created(qgis_app, tmp_path_factory):
    path = tmp_path_factory.mktemp("created") / "new.gpkg"
    return run(path), path


def test_the_counts_are_those_of_the_text(created):
    results, path = created
    chosen = {row["site"] for row in rows("assertions") if row["chosen"] == "yes" and row["lon"]}
    assert results == {
        "OUTPUT": str(path),
        "SITES": len(chosen),
        "UNLOCATED": len(rows("sites")) - len(chosen),
        "ASSERTIONS": len(rows("assertions")),
        "TRACES": len(rows("traces")),
        "CLAIMS": len(rows("claims")),
    }


def test_what_is_counted_is_in_the_file(created):
    results, path = created
    for name, sql in (
        ("SITES", "SELECT count(*) FROM sites WHERE geom IS NOT NULL AND deleted = 0"),
        ("UNLOCATED", "SELECT count(*) FROM sites WHERE geom IS NULL AND deleted = 0"),
        ("ASSERTIONS", "SELECT count(*) FROM assertions WHERE deleted = 0"),
        ("TRACES", "SELECT count(*) FROM traces WHERE deleted = 0"),
    ):
        assert query(path, sql) == [(results[name],)]


def test_the_articles_seventeen_pairs_are_there_to_six_decimals(created):
    _results, path = created
    source = ogr.Open(str(path))
    layer = source.ExecuteSQL(
        "SELECT a.geom FROM assertions a JOIN sources s ON s.uuid = a.source_uuid "
        "WHERE s.title = 'The Cities of Hamhung and Chongjin' AND a.geom IS NOT NULL"
    )
    found = []
    for feature in layer:
        point = feature.GetGeometryRef()
        found.append((f"{point.GetY():.6f}", f"{point.GetX():.6f}"))
    source.ReleaseResultSet(layer)
    assert len(found) == 17
    assert set(found) == ARTICLE


def test_nothing_is_located_that_no_chosen_assertion_locates(created):
    _results, path = created
    assert (
        query(
            path,
            "SELECT s.name FROM sites s LEFT JOIN assertions a ON a.site_uuid = s.uuid AND a.chosen = 1 "
            "AND a.kind = 'location' AND a.deleted = 0 AND a.\"use\" <> 'do not show' AND a.geom IS NOT NULL "
            "WHERE (s.geom IS NOT NULL) <> (a.uuid IS NOT NULL) OR ST_MinX(s.geom) <> ST_MinX(a.geom) "
            "OR ST_MinY(s.geom) <> ST_MinY(a.geom)",
        )
        == []
    )


def test_every_located_site_names_its_source_and_accuracy(created):
    _results, path = created
    bare = "SELECT name FROM sites WHERE geom IS NOT NULL AND (source_uuid IS NULL OR accuracy_m IS NULL)"
    assert query(path, bare) == []


def test_a_spatial_index_lists_every_point(created):
    results, path = created
    assert query(path, "SELECT count(*) FROM rtree_sites_geom") == [(results["SITES"],)]


def test_the_file_is_a_geopackage_as_gdal_reads_it(created):
    _results, path = created
    source = ogr.Open(str(path))
    assert source.GetDriver().GetName() == "GPKG"
    for index in range(source.GetLayerCount()):
        layer = source.GetLayer(index)
        assert layer.GetFeatureCount() == sum(1 for _feature in layer)
        if layer.GetGeomType() != ogr.wkbNone:
            assert layer.GetSpatialRef().GetAuthorityCode(None) == "4326"


def test_an_empty_atlas_has_cities_categories_and_base_only(tmp_path):
    results = run(tmp_path / "empty.gpkg", EMPTY=True)
    assert [results[name] for name in CreateAtlas.COUNTS] == [0] * 5
    source = ogr.Open(results["OUTPUT"])
    counts = {
        name: source.GetLayer(name).GetFeatureCount() for name in ("cities", "categories", "base_areas")
    }
    assert counts == {"cities": 2, "categories": len(rows("categories")), "base_areas": 4}


@pytest.mark.parametrize(
    ("name", "said"), [("no/such/folder/a.gpkg", "does not exist"), ("a.shp", "not a GeoPackage name")]
)
def test_a_path_that_cannot_be_is_refused(tmp_path, name, said):
    with pytest.raises(QgsProcessingException, match=said):
        run(tmp_path / name)
    assert list(tmp_path.iterdir()) == []


def test_an_atlas_of_the_project_is_not_replaced(atlas, loaded):
    algorithm, context = CreateAtlas().create(), QgsProcessingContext()
    context.setProject(loaded)
    free = atlas.path.with_name("free.gpkg")
    assert algorithm.checkParameterValues({"OUTPUT": str(free)}, context)[0]
    for name in (str(atlas.path), str(atlas.path.parent / ".." / atlas.path.parent.name / atlas.path.name)):
        allowed, why = algorithm.checkParameterValues({"OUTPUT": name}, context)
        assert not allowed
        assert "is open in this project" in why
    loaded.clear()
    assert algorithm.checkParameterValues({"OUTPUT": str(atlas.path)}, context)[0]


def test_a_cancelled_run_leaves_nothing(tmp_path):
    feedback = QgsProcessingFeedback()
    feedback.cancel()
    with pytest.raises(QgsProcessingException, match="nothing was changed"):
        CreateAtlas().create().run(
            {"OUTPUT": str(tmp_path / "a.gpkg")}, QgsProcessingContext(), feedback, catchExceptions=False
        )
    assert list(tmp_path.iterdir()) == []


def test_a_broken_row_stops_it_and_leaves_the_old_file(created, tmp_path, monkeypatch):
    import shutil

    from dprk_city_atlas.plugin.core.atlas import seed

    folder = shutil.copytree(LAYERS, tmp_path / "layers")
    text = (folder / "sites.csv").read_text(encoding="utf-8")
    (folder / "sites.csv").write_text(text.replace(",heritage,", ",heritag,", 1), encoding="utf-8")
    monkeypatch.setattr(seed.read, "__defaults__", (folder,))
    target = shutil.copy(created[1], tmp_path / "old.gpkg")
    before = target.read_bytes()
    with pytest.raises(QgsProcessingException, match=r"layers/sites\.csv, line 2: "):
        run(target)
    assert target.read_bytes() == before
    assert sorted(p.name for p in tmp_path.iterdir()) == ["layers", "old.gpkg"]
