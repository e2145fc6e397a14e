# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""What every algorithm inherits: how failures, cancelling and file parameters reach the user."""

from __future__ import annotations

import pytest
from qgis.core import (
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
)

from dprk_city_atlas.plugin.core.errors import AtlasError
from dprk_city_atlas.plugin.processing.base import AtlasAlgorithm
from dprk_city_atlas.plugin.processing.provider import CityAtlasProvider


class Sample(AtlasAlgorithm):
    NAME, TITLE, GROUP = "sample", "Sample", ("tests", "Tests")
    HELP = "Reads a file.\n\nMore about it."

    def initAlgorithm(self, configuration=None):
        self.addParameter(QgsProcessingParameterFile("INPUT", "Table", optional=True))
        self.addParameter(
            QgsProcessingParameterFileDestination("REPORT", "Report", "JSON (*.json)", optional=True)
        )

    def run_atlas(self, parameters, context, feedback):
        path = self.path(parameters, "INPUT", context)
        self.output_path(parameters, "REPORT", context)
        if path.name == "bad.csv":
            raise AtlasError("bad.csv, line 3: no longitude.", hint="Name the field.", detail="row 3")
        path.read_text(encoding="utf-8")
        return {"ROWS": 1}


def run(**parameters):
    feedback = QgsProcessingFeedback()
    results, fine = Sample().create().run(parameters, QgsProcessingContext(), feedback, {}, False)
    return results, fine, feedback


@pytest.fixture
def table(tmp_path):
    path = tmp_path / "table.csv"
    path.write_text("x", encoding="utf-8")
    return path


def test_outputs_come_back(qgis_app, table):
    results, fine, _ = run(INPUT=str(table))
    assert fine
    assert results == {"ROWS": 1}


def test_an_atlas_error_becomes_a_processing_exception_with_its_hint(qgis_app, tmp_path):
    bad = tmp_path / "bad.csv"
    bad.write_text("x", encoding="utf-8")
    with pytest.raises(QgsProcessingException, match="bad.csv, line 3: no longitude. Name the field."):
        run(INPUT=str(bad))


@pytest.mark.parametrize(
    ("parameters", "message"),
    [
        ({}, r"Table \(INPUT\) is empty"),
        ({"INPUT": "missing.csv"}, r"Table \(INPUT\): there is no file .*missing.csv"),
    ],
)
def test_file_parameters_name_what_is_wrong(qgis_app, parameters, message):
    with pytest.raises(QgsProcessingException, match=message):
        run(**parameters)


def test_an_output_folder_that_is_not_there_is_told_before_the_work(qgis_app, table):
    with pytest.raises(QgsProcessingException, match="REPORT: the folder .*nowhere does not exist"):
        run(INPUT=str(table), REPORT=str(table.parent / "nowhere" / "r.json"))


def test_a_failing_file_system_is_told_with_the_path(qgis_app, table, monkeypatch):
    def refuse(self, **_):
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(type(table), "read_text", refuse)
    with pytest.raises(QgsProcessingException, match=r"table.csv: Permission denied"):
        run(INPUT=str(table))


def test_a_cancelled_run_fails_and_says_so(qgis_app, table):
    feedback = QgsProcessingFeedback()
    feedback.cancel()
    with pytest.raises(QgsProcessingException, match="cancelled; nothing was changed"):
        Sample().create().run({"INPUT": str(table)}, QgsProcessingContext(), feedback, {}, False)


def test_the_provider_offers_each_algorithm_once_and_described(qgis_app):
    provider = CityAtlasProvider()
    provider.refreshAlgorithms()
    names = [algorithm.name() for algorithm in provider.algorithms()]
    assert len(names) == len(set(names))
    for algorithm in provider.algorithms():
        assert algorithm.id() == f"cityatlas:{algorithm.name()}"
        assert algorithm.displayName()
        assert algorithm.group()
        assert len(algorithm.shortHelpString()) > 40, f"{algorithm.name()} has no help"
        assert all(definition.description() for definition in algorithm.parameterDefinitions())
