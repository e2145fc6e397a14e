# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""``cityatlas:discrepancies`` as Processing runs it, on the shipped atlas."""

from __future__ import annotations

import pytest
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingUtils,
    QgsVectorLayer,
)

from dprk_city_atlas.plugin.core.discrepancies import find as core
from dprk_city_atlas.plugin.processing.discrepancies import Discrepancies
from dprk_city_atlas.plugin.processing.provider import ALGORITHMS


def run(feedback=None, **parameters):
    context = QgsProcessingContext()
    parameters.setdefault("OUTPUT", "TEMPORARY_OUTPUT")
    feedback = feedback or QgsProcessingFeedback()
    results, fine = Discrepancies().create().run(parameters, context, feedback, {}, False)
    assert fine
    layer = QgsProcessingUtils.mapLayerFromString(results["OUTPUT"], context)
    layer.setParent(None)
    context.temporaryLayerStore().takeMapLayer(layer)
    return results, layer


def test_the_pairs_of_the_shipped_atlas(shipped):
    results, layer = run(ATLAS=str(shipped))
    rows = list(layer.getFeatures())
    assert results["COUNT"] == len(rows) == results["OPEN"] > 20
    plant = next(row for row in rows if row["name_1"] == "Hungnam Fertilizer Plant" and row["grade"] == 1)
    assert plant["kind"] == "one source, two points"
    assert plant["distance_m"] == pytest.approx(556.56, abs=0.005)
    assert plant["azimuth_deg"] == pytest.approx(51.90, abs=0.005)
    assert plant["source_1"] == plant["source_2"] != ""
    line = plant.geometry().asPolyline()
    assert [(round(p.x(), 6), round(p.y(), 6)) for p in line] == [
        (127.621851, 39.838676), (127.626968, 39.841769),
    ]  # fmt: skip
    station = next(
        row for row in rows if row["name_1"] == "Chongjin Thermal Power Plant" and row["distance_m"]
    )
    assert station["distance_m"] == pytest.approx(2263, abs=10)
    figures = [row for row in rows if "14,700" in row["text"] and "16,738" in row["text"]]
    assert len(figures) == 1 and not figures[0].hasGeometry()


def test_decisions_show(atlas):
    item = next(item for item in core.find(atlas) if item.kind is core.Clash.SELF)
    core.settle(atlas, item, core.Settled.KEEP_BOTH)
    results, layer = run(ATLAS=str(atlas.path))
    assert results["OPEN"] == results["COUNT"] - 1
    (row,) = [row for row in layer.getFeatures() if row["key"] == item.key]
    assert row["decision"] == "keep both"


def test_into_a_file(shipped, tmp_path):
    target = tmp_path / "pairs.gpkg"
    results, _layer = run(ATLAS=str(shipped), OUTPUT=str(target))
    assert QgsVectorLayer(str(target), "pairs", "ogr").featureCount() == results["COUNT"]


def test_bad_input_and_cancel(shipped, tmp_path):
    context, feedback = QgsProcessingContext(), QgsProcessingFeedback()
    target = tmp_path / "pairs.gpkg"
    with pytest.raises(QgsProcessingException, match=r"missing\.gpkg"):
        Discrepancies().create().run(
            {"ATLAS": str(tmp_path / "missing.gpkg"), "OUTPUT": str(target)}, context, feedback, {}, False
        )
    feedback.cancel()
    with pytest.raises(QgsProcessingException, match="cancelled"):
        Discrepancies().create().run(
            {"ATLAS": str(shipped), "OUTPUT": str(target)}, context, feedback, {}, False
        )
    assert not target.exists()


def test_registered():
    assert ("discrepancies", "Discrepancies") in ALGORITHMS
