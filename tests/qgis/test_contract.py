# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""What scripts of others rely on: the ids of the algorithms, their parameters and outputs, the tables."""

from __future__ import annotations

import pytest
from qgis.core import QgsExpression

from dprk_city_atlas.plugin.core import expressions
from dprk_city_atlas.plugin.core.atlas.model import BY_TABLE, columns
from dprk_city_atlas.plugin.core.atlas.store import schema
from dprk_city_atlas.plugin.processing.provider import CityAtlasProvider

ALGORITHMS = {
    "create": ("OUTPUT EMPTY", "OUTPUT SITES UNLOCATED ASSERTIONS TRACES CLAIMS"),
    "importkml": (
        "INPUT ATLAS SOURCE RELEASE REPORT", "SITES LINES OVERLAYS UPDATED CONFLICTS SKIPPED",
    ),
    "exportkmz": ("ATLAS FILTER OUTPUT", "OUTPUT"),
    "importtable": (
        "INPUT ATLAS SOURCE COORDINATES SHEET ENCODING MAPPING NAME NAME_KO CATEGORY STATUS BEGIN END "
        "ACCURACY LIKELIHOOD CONFIDENCE DESCRIPTION NOTE IDENTIFIER REPORT",
        "SITES UPDATED UNLOCATED SKIPPED CONFLICTS",
    ),
    "nearest": ("SITES ORIGIN K RADIUS FILTER OUTPUT", "OUTPUT"),
    "matrix": ("ORIGINS TARGETS FORMAT OUTPUT", "OUTPUT"),
    "rings": ("INPUT RADII OUTPUT", "OUTPUT"),
    "coverage": ("INPUT RADIUS AREA OUTPUT REPORT", "OUTPUT"),
    "georeference": ("SCAN POINTS METHOD DATUM CRS POINTS_ARE OUTPUT REPORT", "OUTPUT REPORT"),
    "importlines": ("INPUT ATLAS SOURCE KIND YEAR NAME FIDELITY ACCURACY", "LINES SKIPPED"),
    "importannotation": ("INPUT ATLAS", "SHEET POINTS"),
    "exportannotation": ("ATLAS SHEET OUTPUT", "OUTPUT POINTS"),
    "datumtest": ("POINTS REPORT", "REPORT"),
    "survival": ("HISTORIC MODERN BUFFERS ANGLE AREA NULLS SEED OUTPUT REPORT", "OUTPUT REPORT"),
    "shoreline": (
        "OLD NEW LINES BASELINE SPACING OLD_DATE NEW_DATE OLD_ERROR NEW_ERROR OUTPUT REPORT", "OUTPUT REPORT",
    ),
    "checkclaims": ("ATLAS OUTPUT", "OUTPUT"),
    "discrepancies": ("ATLAS OUTPUT", "OUTPUT"),
    "printmap": ("ATLAS MAP PAGE OUTPUT", "OUTPUT"),
    "brief": ("ATLAS OUTPUT", "OUTPUT"),
}  # fmt: skip

TABLES = {
    "sites": "uuid name name_ko category city status likelihood confidence begin_text end_text folder_path",
    "assertions": "uuid site_uuid source_uuid kind accuracy_m imagery_date likelihood confidence note chosen",
    "traces": "uuid city sheet_uuid kind year fidelity accuracy_m survives basis",
    **dict.fromkeys(
        ("sources", "names", "sheets", "control_points", "cities", "figures", "events", "claims",
         "categories", "history"),
        "uuid",
    ),
}  # fmt: skip

FUNCTIONS = ("atlas_distance", "atlas_azimuth", "atlas_count_within", "atlas_name", "mgrs", "from_mgrs")


@pytest.fixture(scope="module")
def provider(qgis_app):
    made = CityAtlasProvider()
    made.refreshAlgorithms()
    return made


def test_the_provider_has_the_contract_and_nothing_else(provider):
    assert provider.id() == "cityatlas"
    assert {algorithm.name() for algorithm in provider.algorithms()} == set(ALGORITHMS)


@pytest.mark.parametrize("name", ALGORITHMS)
def test_parameters_and_outputs_have_the_contract_names(provider, name):
    algorithm = provider.algorithm(name)
    parameters, outputs = ALGORITHMS[name]
    assert set(parameters.split()) <= {item.name() for item in algorithm.parameterDefinitions()}
    assert set(outputs.split()) <= {item.name() for item in algorithm.outputDefinitions()}


@pytest.mark.parametrize("table", TABLES)
def test_tables_have_the_contract_columns(table):
    assert set(TABLES[table].split()) <= {column.name for column in columns(BY_TABLE[table])}


def test_expression_functions_have_the_contract_names(qgis_app):
    expressions.register()
    try:
        for name in FUNCTIONS:
            assert QgsExpression.isFunctionName(name)
            found = next(f for f in QgsExpression.Functions() if f.name() == name)
            assert "City Atlas" in found.groups()
    finally:
        expressions.unregister()


def test_the_format_is_the_one_that_the_migrations_lead_to():
    assert max(schema.MIGRATIONS) + 1 == schema.SCHEMA_VERSION
