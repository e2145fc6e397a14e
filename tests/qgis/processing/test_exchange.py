# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""importkml and exportkmz as users and scripts run them, and what QGIS makes of the result."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from places import DATA
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsRectangle,
    QgsVectorLayer,
)
from qgis.PyQt.QtGui import QImage

from dprk_city_atlas.plugin.core.atlas import shipped
from dprk_city_atlas.plugin.core.atlas.model import Category, Site
from dprk_city_atlas.plugin.core.exchange.kml import marker_icons
from dprk_city_atlas.plugin.processing.exportkmz import ExportKmz
from dprk_city_atlas.plugin.processing.importkml import ImportKml
from dprk_city_atlas.plugin.processing.importtable import ImportTable

KML = DATA / "kml" / "everything.kml"


@pytest.fixture
def atlas(tmp_path):
    return shipped.make(tmp_path / "a.gpkg", empty=True)


def run(algorithm, **parameters):
    return algorithm.create().run(parameters, QgsProcessingContext(), QgsProcessingFeedback(), {}, False)


def import_all(atlas, tmp_path, **more):
    return run(ImportKml(), INPUT=str(KML), ATLAS=str(atlas.path), SOURCE="S", **more)[0]


def test_import_gives_counts_and_a_report(atlas, tmp_path):
    report = tmp_path / "r.json"
    results, good = run(
        ImportKml(), INPUT=str(KML), ATLAS=str(atlas.path), SOURCE="S", RELEASE="1", REPORT=str(report)
    )
    assert good
    assert {name: results[name] for name in ImportKml.COUNTS} == {
        "SITES": 5, "LINES": 3, "OVERLAYS": 2, "UPDATED": 0, "CONFLICTS": 0, "SKIPPED": 1,
    }  # fmt: skip
    told = json.loads(report.read_text(encoding="utf-8"))
    assert (
        told["SITES"] == 5
        and told["features"] == told["imported"] + told["listed_count"] + told["refused_count"]
    )
    assert told["refused"][0]["name"] == "Tracks"
    assert [entry["reason"] for entry in told["listed"] if entry["kind"] == "NetworkLink"] == [
        "http://example.org/more.kmz"
    ]


def test_qgis_finds_the_sites_by_place(atlas, tmp_path):
    import_all(atlas, tmp_path)
    layer = QgsVectorLayer(atlas.layer_uri("sites"), "sites", "ogr")
    assert layer.featureCount() == 5
    near = [f["name"] for f in layer.getFeatures(QgsRectangle(127.53, 39.83, 127.54, 39.84))]
    assert near == ["Battery 1 함흥"]


@pytest.mark.parametrize(
    ("parameters", "words"),
    [
        ({"INPUT": "nowhere.kml"}, "no file"),
        ({"ATLAS": "nowhere.gpkg"}, "no file"),
        ({"SOURCE": " "}, "no name"),
        ({"RULES": "nowhere.csv"}, "no file"),
    ],
)
def test_bad_parameters_end_in_a_named_error(atlas, tmp_path, parameters, words):
    with pytest.raises(QgsProcessingException, match=words):
        run(ImportKml(), **{"INPUT": str(KML), "ATLAS": str(atlas.path), "SOURCE": "S", **parameters})
    assert atlas.count(Site) == 0


def test_a_broken_file_is_named_and_nothing_is_imported(atlas, tmp_path):
    bad = tmp_path / "bad.kml"
    bad.write_text("<kml><Document>\n<Folder></Document></kml>", encoding="utf-8")
    with pytest.raises(QgsProcessingException, match=r"bad\.kml, line 2"):
        run(ImportKml(), INPUT=str(bad), ATLAS=str(atlas.path), SOURCE="S")


def test_cancelling_imports_nothing(atlas, tmp_path):
    feedback = QgsProcessingFeedback()
    feedback.cancel()
    parameters = {"INPUT": str(KML), "ATLAS": str(atlas.path), "SOURCE": "S"}
    with pytest.raises(QgsProcessingException, match="cancelled"):
        ImportKml().create().run(parameters, QgsProcessingContext(), feedback, {}, False)
    assert atlas.count(Site) == 0


def test_export_packs_documents_and_icons(tmp_path):
    atlas = shipped.make(tmp_path / "full.gpkg")
    out = tmp_path / "out.kmz"
    results, good = run(ExportKmz(), ATLAS=str(atlas.path), OUTPUT=str(out))
    assert good and results["ITEMS"] > 50
    with zipfile.ZipFile(out) as archive:
        names = archive.namelist()
        assert names[0] == "doc.kml" and "icons/prison.png" not in names[:1]
        picture = next(name for name in names if name.endswith(".png"))
        image = QImage.fromData(archive.read(picture))
    assert (image.width(), image.height()) == (marker_icons.PIXELS, marker_icons.PIXELS)
    # Drawn in its category's colour on a transparent ground: neither black nor empty.
    colours = {image.pixelColor(x, y).name() for x in range(0, 64, 4) for y in range(0, 64, 4)}
    category = next(c for c in atlas.rows(Category) if c.id == Path(picture).stem)
    assert category.colour in colours and image.pixelColor(0, 0).alpha() == 0
    # GDAL's own reader is the second opinion on what we write.
    layers = QgsVectorLayer(f"/vsizip/{out}/doc.kml", "out", "ogr")
    assert layers.isValid()


def test_a_filter_chooses_sites(atlas, tmp_path):
    import_all(atlas, tmp_path)
    out = str(tmp_path / "out.kml")
    assert (
        run(ExportKmz(), ATLAS=str(atlas.path), OUTPUT=out, FILTER="\"begin_text\" = '1944'")[0]["ITEMS"] == 1
    )
    for text, words in (
        ('"x" BETWEEN', "cannot be read"),
        ('"nope" = 1', "not there: nope"),
        ('to_int("name")', "fails on feature"),
        ('"name"', "neither true nor false"),
    ):
        with pytest.raises(QgsProcessingException, match=words):
            run(ExportKmz(), ATLAS=str(atlas.path), OUTPUT=out, FILTER=text)


def test_rounding_and_withholding(atlas, tmp_path):
    import_all(atlas, tmp_path)
    out = tmp_path / "out.kml"
    run(ExportKmz(), ATLAS=str(atlas.path), OUTPUT=str(out), DECIMALS=0)
    assert "rounded to 0 decimals" in out.read_text(encoding="utf-8")
    run(ExportKmz(), ATLAS=str(atlas.path), OUTPUT=str(out), WITHHOLD=True)
    assert "<coordinates>" not in out.read_text(encoding="utf-8")


TABLE = "name,where,kind\nA,39.8 127.5,AAA\nB,nonsense,\nC,,Market\nD,\"39°48'N 127°30'E\",School\n"


def test_a_table_gives_sites_and_a_reason_for_every_other_row(atlas, tmp_path):
    table, report = tmp_path / "t.csv", tmp_path / "r.json"
    table.write_text(TABLE, encoding="utf-8")
    parameters = {"INPUT": str(table), "ATLAS": str(atlas.path), "SOURCE": "T", "REPORT": str(report)}
    dry, good = run(ImportTable(), **parameters, DRY_RUN=True, COORDINATES="where")
    assert good and (dry["ROWS"], dry["SKIPPED"], atlas.count(Site)) == (4, 1, 0)
    results, good = run(ImportTable(), **parameters, COORDINATES="where")
    assert good
    assert {name: results[name] for name in ImportTable.COUNTS} == {
        "ROWS": 4, "SITES": 2, "UPDATED": 0, "UNLOCATED": 1, "SKIPPED": 1, "CONFLICTS": 0,
    }  # fmt: skip
    told = json.loads(report.read_text(encoding="utf-8"))
    assert [(entry["row"], entry["text"]) for entry in told["refused"]] == [(3, "nonsense")]
    assert atlas.count(Site) == 3


def test_a_table_error_names_the_file(atlas, tmp_path):
    table = tmp_path / "t.csv"
    table.write_bytes(b"\x89PNG")
    with pytest.raises(QgsProcessingException, match=r"t\.csv: this is a PNG image"):
        run(ImportTable(), INPUT=str(table), ATLAS=str(atlas.path), SOURCE="T")


def test_fields_and_mappings_say_what_columns_are(atlas, tmp_path):
    table, mapping = tmp_path / "t.csv", tmp_path / "m.json"
    table.write_text("a;b;p;q;k;s\nOne;하나;39,81;127,51;Target;운영중\n", encoding="cp949")
    common = {"INPUT": str(table), "ATLAS": str(atlas.path), "SOURCE": "T", "ENCODING": "cp949"}
    named = {"NAME": "a", "NAME_KO": "b", "STATUS": "s", "CATEGORY": "k", "COORDINATES": "p; q"}
    results, good = run(ImportTable(), **common, **named)
    assert good and (results["SITES"], results["UNLOCATED"]) == (1, 0)
    (site,) = atlas.rows(Site)
    assert (site.name, site.name_ko, site.status, site.category) == ("One", "하나", "active", "unknown")
    assert site.geom == "POINT (127.51 39.81)"
    with pytest.raises(QgsProcessingException, match="no column “z”"):
        run(ImportTable(), **common, NAME="z")

    from dprk_city_atlas.plugin.core.exchange.table.mapping import TableMapping
    from dprk_city_atlas.plugin.core.exchange.table.roles import Role
    from dprk_city_atlas.plugin.core.exchange.table.site_values import ValueMap

    roles = {"a": Role.NAME, "b": Role.NAME_KO, "p": Role.LATITUDE, "q": Role.LONGITUDE, "k": Role.CATEGORY}
    values = ValueMap({Role.CATEGORY: {"Target": "market"}})
    TableMapping(tuple("abpqks"), roles=roles, values=values).save(mapping)
    results, good = run(ImportTable(), **common, MAPPING=str(mapping))
    assert good and atlas.rows(Site)[-1].category == "market"
    mapping.write_text("{}", encoding="utf-8")
    with pytest.raises(QgsProcessingException, match=r"m\.json is no mapping of a table: format is missing"):
        run(ImportTable(), **common, MAPPING=str(mapping))


def test_uncertain_columns_are_refused_and_named(atlas, tmp_path):
    table = tmp_path / "t.csv"
    table.write_text("name,p,q,r\nA,39.1,127.2,128.4\nB,39.3,127.1,128.9\n", encoding="utf-8")
    with pytest.raises(QgsProcessingException, match="“p”.*“q”"):
        run(ImportTable(), INPUT=str(table), ATLAS=str(atlas.path), SOURCE="T")
    assert atlas.count(Site) == 0
