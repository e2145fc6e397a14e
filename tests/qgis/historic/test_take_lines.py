# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Lines of other layers as traces: their kind, year, place and accuracy, and what is left out."""

from __future__ import annotations

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsFeature,
    QgsGeometry,
    QgsPointXY,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProject,
    QgsVectorLayer,
)

from dprk_city_atlas.plugin.core.atlas.model import Source, Trace
from dprk_city_atlas.plugin.core.atlas.store import store
from dprk_city_atlas.plugin.processing.importlines import ImportLines

WEST, SOUTH = 372000.0, 4418000.0
FIELDS = "&field=type:string&field=opened:string&field=label:string&field=sigma:string"


def _layer(rows, crs="EPSG:32652"):
    made = QgsVectorLayer(f"LineString?crs={crs}{FIELDS}", "railways", "memory")
    for number, row in enumerate(rows):
        feature = QgsFeature(made.fields())
        line = [QgsPointXY(WEST + x, SOUTH + 200 * number) for x in (0, 500, 1000)]
        feature.setGeometry(QgsGeometry.fromPolylineXY(line))
        feature.setAttributes(list(row))
        made.dataProvider().addFeatures([feature])
    made.updateExtents()
    return made


ROWS = [
    ("railway", "1914", "Hamgyong Line", "40"),
    ("narrow gauge rail", "opened 1923-04-01", "Namhung Line", "60,5"),
    ("폐철도", "", "", ""),
]


def _run(layer, atlas, **more):
    project, context, feedback = QgsProject(), QgsProcessingContext(), QgsProcessingFeedback()
    project.addMapLayer(layer, False)
    context.setProject(project)
    parameters = {
        "INPUT": layer.id(), "ATLAS": str(atlas.path), "SOURCE": "Modern Railway DB", "KIND": "type",
        "YEAR": "opened", "NAME": "label", "ACCURACY": "sigma", **more,
    }  # fmt: skip
    results, fine = ImportLines().create().run(parameters, context, feedback, {}, False)
    assert fine, feedback.textLog()
    return results, feedback.textLog()


def _taken(atlas):
    again = store.open_atlas(atlas.path)
    (source,) = again.rows(Source, title="Modern Railway DB")
    return again.rows(Trace, source_uuid=source.uuid)


def test_published_lines_come_in_with_what_is_known_of_them(atlas):
    layer = _layer(ROWS)
    results, _log = _run(layer, atlas)
    assert (results["LINES"], results["SKIPPED"]) == (3, 0)
    first, second, third = _taken(atlas)
    assert {t.fidelity for t in (first, second, third)} == {"published"}
    assert {t.kind for t in (first, second, third)} == {"railway"}
    assert (first.name, first.year, first.accuracy_m) == ("Hamgyong Line", 1914, 40)
    assert (second.year, second.accuracy_m) == (1923, 60.5)
    assert (third.name, third.year, third.accuracy_m) == (None, None, None)
    assert first.city == "Hamhung"
    move = QgsCoordinateTransform(
        QgsCoordinateReferenceSystem("EPSG:32652"),
        QgsCoordinateReferenceSystem("EPSG:4326"),
        QgsProject.instance(),
    )
    place = move.transform(WEST, SOUTH)
    there = QgsGeometry.fromWkt(first.geom).asPolyline()[0]
    assert there.distance(place) < 1e-7


def test_lines_that_are_there_are_left_out_and_told(atlas):
    _run(_layer(ROWS), atlas)
    results, log = _run(_layer([*ROWS, ROWS[0]]), atlas)
    assert (results["LINES"], results["SKIPPED"]) == (1, 3)
    assert "Hamgyong Line is in the atlas already" in log
    assert len(_taken(atlas)) == 4


def test_values_instead_of_fields(atlas):
    results, _log = _run(_layer(ROWS), atlas, KIND="coast", YEAR="1944", ACCURACY="25", FIDELITY=1)
    assert results["LINES"] == 3
    assert {(t.kind, t.year, t.accuracy_m, t.fidelity) for t in _taken(atlas)} == {
        ("coast", 1944, 25, "digitized")
    }


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (("pipeline", "1914", "", ""), "not a kind of line"),
        (("rail", "long ago", "", ""), "no year"),
        (("rail", "1914", "", "good"), "not an accuracy"),
        (("rail", "1914", "", "-3"), "not an accuracy"),
    ],
)
def test_a_feature_that_cannot_be_read_is_left_out_with_its_reason(atlas, row, said):
    results, log = _run(_layer([ROWS[0], row]), atlas)
    assert (results["LINES"], results["SKIPPED"]) == (1, 1)
    assert said in log
    assert "Feature 2" in log


def test_lines_without_a_source_are_refused(atlas):
    with pytest.raises((QgsProcessingException, AssertionError), match="no source"):
        _run(_layer(ROWS), atlas, SOURCE=" ")
