# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Georeference Annotations of IIIF: there and back, as others write them, and broken ones."""

from __future__ import annotations

import copy
import json

import pytest
from qgis.core import QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback

from dprk_city_atlas.plugin.core.atlas.model import ControlPoint, Sheet
from dprk_city_atlas.plugin.core.atlas.store import store
from dprk_city_atlas.plugin.core.errors import AtlasError
from dprk_city_atlas.plugin.core.historic import datum
from dprk_city_atlas.plugin.core.historic.annotated_sheet import annotation_of, find_sheet
from dprk_city_atlas.plugin.core.historic.annotation import read_annotation, to_json
from dprk_city_atlas.plugin.processing.exportannotation import ExportAnnotation
from dprk_city_atlas.plugin.processing.importannotation import ImportAnnotation

ALLMAPS = {
    "type": "AnnotationPage",
    "@context": "http://www.w3.org/ns/anno.jsonld",
    "items": [
        {
            "id": "https://annotations.allmaps.org/maps/0123456789abcdef",
            "type": "Annotation",
            "motivation": "georeferencing",
            "target": {
                "type": "SpecificResource",
                "source": {
                    "id": "https://iiif.example.org/iiif/3/kanko-1944",
                    "type": "ImageService3",
                    "height": 4000,
                    "width": 5200,
                },
                "selector": {
                    "type": "SvgSelector",
                    "value": '<svg width="5200" height="4000"><polygon points="110,90 5100,95.5 5090,3900 '
                    '105,3890 110,90" /></svg>',
                },
            },
            "body": {
                "type": "FeatureCollection",
                "transformation": {"type": "polynomial", "options": {"order": 1}},
                "features": [
                    {
                        "type": "Feature",
                        "properties": {"resourceCoords": [x, y]},
                        "geometry": {"type": "Point", "coordinates": [127.5 + x / 1e5, 39.95 - y / 1.3e5]},
                    }
                    for x, y in ((301.123456789, 402), (4900, 500.25), (500, 3600), (4800, 3700))
                ],
            },
        }
    ],
}


def _write(folder, content, name="annotation.json"):
    path = folder / name
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def _run(algorithm, **parameters):
    feedback = QgsProcessingFeedback()
    results, fine = algorithm.create().run(parameters, QgsProcessingContext(), feedback, {}, False)
    assert fine, feedback.textLog()
    return results


def test_what_allmaps_writes_is_read(qgis_app, tmp_path):
    found = read_annotation(str(_write(tmp_path, ALLMAPS)))
    assert found.image == "https://iiif.example.org/iiif/3/kanko-1944"
    assert found.size == (5200, 4000)
    assert found.method == "affine"
    assert found.mask == [(110, 90), (5100, 95.5), (5090, 3900), (105, 3890)]
    assert (found.points[0].column, found.points[0].row) == (301.123456789, 402)
    older = copy.deepcopy(ALLMAPS["items"][0])
    for feature in older["body"]["features"]:
        feature["properties"] = {"pixelCoords": feature["properties"]["resourceCoords"]}
    assert read_annotation(str(_write(tmp_path, older))).points == found.points


def test_into_an_atlas_and_out_again_nothing_is_lost(atlas, tmp_path):
    path = _write(tmp_path, ALLMAPS)
    results = _run(ImportAnnotation(), INPUT=str(path), ATLAS=str(atlas.path))
    assert results["POINTS"] == 4
    again = tmp_path / "again.json"
    sent = _run(ExportAnnotation(), ATLAS=str(atlas.path), SHEET=results["SHEET"], OUTPUT=str(again))
    assert sent["POINTS"] == 4
    before, after = read_annotation(str(path)), read_annotation(str(again))
    for a, b in zip(before.points, after.points):
        assert (a.column, a.row, a.lon, a.lat) == pytest.approx((b.column, b.row, b.lon, b.lat), abs=1e-9)
    assert (after.image, after.mask, after.method) == (before.image, before.mask, before.method)
    sheet = store.open_atlas(atlas.path).get(Sheet, results["SHEET"])
    assert sheet.scan_path is None  # nothing is fetched


def test_printed_points_go_out_as_ground_points(atlas):
    sheet = Sheet(title="Printed", datum="tokyo1918")
    with atlas.transaction("made up") as writer:
        writer.insert(sheet)
        writer.insert(
            ControlPoint(
                sheet_uuid=sheet.uuid, pixel_x=5.0, pixel_y=7.0, map_x=127.5, map_y=39.9, map_crs="sheet"
            )
        )
    (point,) = annotation_of(atlas, find_sheet(atlas, "Printed")).points
    lon, lat = datum.to_wgs84(datum.TOKYO1918, [127.5], [39.9])
    assert (point.lon, point.lat) == pytest.approx((float(lon[0]), float(lat[0])), abs=1e-9)


def _broken(change):
    body = copy.deepcopy(ALLMAPS)
    change(body["items"][0])
    return body


@pytest.mark.parametrize(
    "content",
    [
        [],
        {},
        "text",
        {"type": "AnnotationPage", "items": []},
        {"type": "AnnotationPage", "items": ALLMAPS["items"] * 2},
        _broken(lambda a: a.pop("body")),
        _broken(lambda a: a["body"].update(features=[{}])),
        _broken(lambda a: a["body"]["features"][1]["geometry"].update(coordinates=[127.5])),
        _broken(lambda a: a["body"]["features"][1]["geometry"].update(coordinates=[float("nan"), 39.9])),
        _broken(lambda a: a["body"]["features"][1]["geometry"].update(coordinates=[1275, 39.9])),
        _broken(lambda a: a["body"]["features"][1]["geometry"].update(coordinates=["127", "39"])),
        _broken(lambda a: a["body"]["features"][1]["properties"].update(resourceCoords=None)),
        _broken(lambda a: a["target"]["selector"].update(value="<svg><polygon points='a,b'/></svg>")),
    ],
)
def test_what_is_broken_is_named_and_changes_nothing(atlas, tmp_path, content):
    path = _write(tmp_path, content)
    with pytest.raises(AtlasError, match="annotation"):
        read_annotation(str(path))
    before = len(atlas.rows(Sheet))
    with pytest.raises((QgsProcessingException, AssertionError)):
        _run(ImportAnnotation(), INPUT=str(path), ATLAS=str(atlas.path))
    assert len(store.open_atlas(atlas.path).rows(Sheet)) == before


def test_points_outside_korea_are_refused(atlas, tmp_path):
    away = _broken(lambda a: [f["geometry"].update(coordinates=[4.9, 52.4]) for f in a["body"]["features"]])
    with pytest.raises((QgsProcessingException, AssertionError)):
        _run(ImportAnnotation(), INPUT=str(_write(tmp_path, away)), ATLAS=str(atlas.path))


def test_an_unknown_sheet_is_answered_with_those_there_are(atlas):
    with pytest.raises(AtlasError, match="no sheet “Nowhere”") as caught:
        find_sheet(atlas, "Nowhere")
    assert "Hamhung" in caught.value.hint


def test_no_folder_of_this_computer_goes_out(atlas, tmp_path):
    sheet = next(s for s in atlas.rows(Sheet) if s.title.startswith("Hamhung"))
    sheet.scan_path = str(tmp_path / "secret" / "scan.jpg")
    with atlas.transaction("made up") as writer:
        writer.update(sheet)
        writer.insert(
            ControlPoint(
                sheet_uuid=sheet.uuid, pixel_x=5.0, pixel_y=7.0, map_x=127.5, map_y=39.9, map_crs="EPSG:4326"
            )
        )
    text = json.dumps(to_json(annotation_of(atlas, sheet)))
    assert "secret" not in text
    assert "scan.jpg" in text
