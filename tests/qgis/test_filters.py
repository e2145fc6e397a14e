# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The one check of filter expressions: what QGIS would pass over in silence is told."""

import pytest
from qgis.core import Qgis, QgsExpressionContext, QgsFeature, QgsField, QgsFields

from dprk_city_atlas.plugin.compat import FieldType
from dprk_city_atlas.plugin.core.errors import AtlasError
from dprk_city_atlas.plugin.core.filters import FeatureFilter, parsed


def fields():
    found = QgsFields()
    found.append(QgsField("Name", FieldType.TEXT))
    found.append(QgsField("rank", FieldType.LONG))
    return found


def feature(name, rank):
    found = QgsFeature(fields())
    found.setAttributes([name, rank])
    return found


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("rank =", "cannot be read"),
        ("rank BETWIXT 1 AND 2", "cannot be read"),
        ("kind = 1", "not there: kind"),
        ("@nowhere = 1", "not set: nowhere"),
        ("with_variable('x', 1, @y > 0)", "not set: y"),
    ],
)
def test_a_faulty_filter_is_refused_when_it_is_made(qgis_app, text, told):
    with pytest.raises(AtlasError, match=told):
        FeatureFilter(text, fields(), QgsExpressionContext())


@pytest.mark.parametrize(
    ("text", "told"), [("to_int(Name) = 1", "fails on feature"), ("Name", "neither true")]
)
def test_one_that_fails_on_a_feature_says_so(qgis_app, text, told):
    with pytest.raises(AtlasError, match=told):
        FeatureFilter(text, fields()).request([feature("a", 1)])


@pytest.mark.parametrize(
    "text",
    [
        "",
        "name = 'a'",
        "with_variable('x', 1, @x = rank)",
        "array_length(array_filter(array(rank), @element > 0))",
    ],
)
def test_a_sound_one_chooses(qgis_app, text):
    # Field names in any case, and variables that the expression sets itself, are sound.
    wanted = FeatureFilter(text, fields())
    assert wanted.chooses(feature("a", 1))
    assert [found["Name"] for found in wanted.chosen([feature("a", 1)])] == ["a"]


def test_null_is_not_true(qgis_app):
    assert not FeatureFilter("rank = NULL", fields()).chooses(feature("a", 1))


def test_the_variable_of_the_feature_is_refused_where_qgis_does_not_set_it(qgis_app):
    if Qgis.QGIS_VERSION_INT >= 32800:
        assert FeatureFilter("@feature is not null", fields()).chooses(feature("a", 1))
    else:
        with pytest.raises(AtlasError, match="not set: feature"):
            FeatureFilter("@feature is not null", fields())


def test_an_expression_that_can_be_read_is_returned(qgis_app):
    assert parsed("rank = 1").referencedColumns() == {"rank"}
