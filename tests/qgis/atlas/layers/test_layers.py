# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The atlas's layers as a user of QGIS meets them: looks, forms, lists, tips, time, themes, metadata."""

from __future__ import annotations

import re
from collections import Counter

import pytest
from qgis.core import (
    QgsDateTimeRange,
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextScope,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsFeatureRequest,
    QgsFieldConstraints,
    QgsGeometry,
    QgsPalLayerSettings,
    QgsPointXY,
    QgsRectangle,
    QgsRenderContext,
    QgsSymbolLayer,
    QgsVectorLayerTemporalContext,
    QgsVectorLayerUtils,
)
from qgis.PyQt.QtCore import QDate, QDateTime, Qt, QTime

from dprk_city_atlas.plugin.core.atlas.edits import gestures
from dprk_city_atlas.plugin.core.atlas.layers import labels, project as layers
from dprk_city_atlas.plugin.core.atlas.layers.forms import INTERNAL
from dprk_city_atlas.plugin.core.atlas.layers.layer_roles import ROLES, role_of
from dprk_city_atlas.plugin.core.atlas.model import (
    BY_TABLE,
    Assertion,
    City,
    Likelihood,
    Site,
    Source,
    columns,
)
from dprk_city_atlas.plugin.core.atlas.store.quoting import expression_text
from dprk_city_atlas.plugin.core.atlas.store.rows import replace

OURS = [role.role for role in ROLES]
CONTRACT = ("sites", "unlocated", "assertions", "traces", "sheets", "control_points", "cities")


def evaluate(layer, expression, feature):
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.setFeature(feature)
    parsed = QgsExpression(expression)
    value = parsed.evaluate(context)
    assert not parsed.hasEvalError(), parsed.evalErrorString()
    return value


def tip(layer, feature):
    context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
    context.setFeature(feature)
    return QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context)


# -- which layers, which rows ------------------------------------------------------------------------


def test_every_role_is_there_once_and_carries_the_atlas(atlas, loaded):
    found = Counter(role_of(layer) for layer in loaded.mapLayers().values())
    assert {role: found[role] for role in OURS} == dict.fromkeys(OURS, 1)
    assert set(CONTRACT) <= set(found)
    assert all(
        layer.isValid() and layer.customProperty("dprk_city_atlas/atlas") == atlas.uuid
        for layer in loaded.mapLayers().values()
    )


def test_located_and_unlocated_sites_share_no_row_and_leave_none_out(atlas, layer):
    located, waiting = layer("sites"), layer("unlocated")
    assert located.featureCount() + waiting.featureCount() == atlas.backend.select(
        "SELECT count(*) FROM sites WHERE deleted = 0"
    )[0][0]  # fmt: skip
    assert all(feature.hasGeometry() for feature in located.getFeatures())
    assert not any(feature.hasGeometry() for feature in waiting.getFeatures())


def test_a_deleted_row_is_not_shown(atlas, project):
    with atlas.backend.transaction() as db:
        db.execute("UPDATE sites SET deleted = 1 WHERE name = 'Kuchon Pavilion'")
    layers.load(atlas, project)
    for layer in project.mapLayers().values():
        if role_of(layer) in ("sites", "unlocated"):
            assert "Kuchon Pavilion" not in {feature["name"] for feature in layer.getFeatures()}


def test_extents_are_set_of_every_layer_that_has_a_table(atlas, loaded, layer):
    before = layer("sites").extent()
    for one in loaded.mapLayers().values():
        layers.set_extent(one, atlas)  # the world behind the atlas is among them
    assert layer("sites").extent() == before


def test_the_group_stands_in_the_documented_order(loaded):
    (group,) = loaded.layerTreeRoot().children()
    assert group.name() == "DPRK City Atlas"
    names = [node.name() for node in group.children()]
    assert names[0] == "Sites"
    assert names[-1] == "Base map"
    assert {"Unlocated sites", "Historic traces", "Sheets", "Cities", "Assertions"} <= set(names)


# -- looks -------------------------------------------------------------------------------------------


def test_every_category_in_use_has_its_own_marker(layer):
    sites = layer("sites")
    drawn = {category.value() for category in sites.renderer().categories()}
    assert {feature["category"] for feature in sites.getFeatures()} <= drawn
    assert None in drawn or "" in drawn, "a category added by a user is not drawn at all"


def test_every_category_of_the_atlas_can_be_drawn(layer):
    parents = {feature["parent"] for feature in layer("categories").getFeatures()}
    leaves = {feature["id"] for feature in layer("categories").getFeatures()} - parents
    assert leaves <= {category.value() for category in layer("sites").renderer().categories()}


def test_symbols_are_embedded_and_no_style_names_a_file(atlas):
    styles = atlas.backend.select("SELECT f_table_name, styleQML FROM layer_styles")
    assert {name for name, _qml in styles} >= {"sites", "traces", "cities", "sheets", "assertions"}
    for name, qml in styles:
        assert not re.search(r"\.(svg|png|qml|qgs|ttf)\b|file:|/resources/", qml), name
    sites = dict(styles)["sites"]
    assert "base64:" in sites


def test_traces_are_drawn_by_kind_and_the_schematic_ones_dashed(layer):
    traces = layer("traces")
    rules = {rule.label(): rule for rule in traces.renderer().rootRule().children()}
    for feature in traces.getFeatures():
        meant = [
            label
            for label, rule in rules.items()
            if evaluate(traces, rule.filterExpression(), feature) and "schematic" in label
        ]
        assert len(meant) == 1
        assert any(part.useCustomDashPattern() for part in rules[meant[0]].symbol().symbolLayers()
                   if hasattr(part, "useCustomDashPattern"))  # fmt: skip
    assert {feature["fidelity"] for feature in traces.getFeatures()} == {"schematic"}


def test_nothing_shines_through_the_white_of_a_road_or_the_yellow_of_a_coast(layer):
    for rule in layer("traces").renderer().rootRule().children():
        if rule.label().startswith(("Road", "Old coast")):
            fill, *sides = rule.symbol().symbolLayers()
            assert sides
            assert all(abs(side.offset()) >= (fill.width() + side.width()) / 2 - 1e-9 for side in sides)
        assert rule.symbol().opacity() == pytest.approx(0.6 if "schematic" in rule.label() else 1.0)


def colour(table, ground):
    """What a base layer's first symbol is filled with on a ground (None where it follows none)."""
    context = QgsExpressionContext()
    scope = QgsExpressionContextScope()
    scope.setVariable(labels.GROUND_VARIABLE, ground)
    context.appendScope(scope)
    part = table.renderer().symbols(QgsRenderContext())[0].symbolLayer(0)
    defined = part.dataDefinedProperties()
    for key in (QgsSymbolLayer.Property.PropertyFillColor, QgsSymbolLayer.Property.PropertyStrokeColor):
        if defined.isActive(key):
            return defined.valueAsColor(key, context)[0]
    return None


@pytest.mark.parametrize("role", ["base_areas", "base_coast"])
def test_a_dark_ground_darkens_the_base_and_paper_brings_it_back(layer, role):
    assert colour(layer(role), "dark").lightness() < 130
    assert colour(layer(role), "paper").lightness() > 130
    assert colour(layer(role), None).lightness() > 130


def test_text_and_halo_follow_the_ground(layer):
    for role in ("sites", "cities", "traces", "sheets"):
        labeling = layer(role).labeling()
        drawn = [labeling.settings(p) for p in labeling.subProviders() if labeling.settings(p).drawLabels]
        for settings in drawn:
            context = QgsExpressionContext()
            scope = QgsExpressionContextScope()
            scope.setVariable(labels.GROUND_VARIABLE, "dark")
            context.appendScope(scope)
            known, defined = QgsPalLayerSettings.Property, settings.dataDefinedProperties()
            text = defined.valueAsColor(known.Color, context)[0]
            halo = defined.valueAsColor(known.BufferColor, context)[0]
            assert text.lightness() - halo.lightness() > 150, role


def test_labels_have_three_sizes(layer):
    sizes = set()
    for role in ("sites", "cities", "traces", "sheets"):
        labeling = layer(role).labeling()
        sizes |= {labeling.settings(p).format().size() for p in labeling.subProviders()
                  if labeling.settings(p).drawLabels}  # fmt: skip
    assert len(sizes) == 3


def test_labels_follow_the_language_of_the_project(atlas, project):
    layers.load(atlas, project, language="en")
    sites = next(layer for layer in project.mapLayers().values() if role_of(layer) == "sites")
    request = QgsFeatureRequest(QgsExpression("\"name\" = 'Kuchon Pavilion'"))
    pavilion = next(sites.getFeatures(request))
    rule = sites.labeling().rootRule().children()[0]
    assert evaluate(sites, rule.settings().fieldName, pavilion) == "Kuchon Pavilion"
    QgsExpressionContextUtils.setProjectVariable(project, labels.LANGUAGE_VARIABLE, "ko")
    assert evaluate(sites, rule.settings().fieldName, pavilion) == "구천각"
    pavilion["name_ko"] = None
    assert evaluate(sites, rule.settings().fieldName, pavilion) == "Kuchon Pavilion"


def test_labels_never_overlap(layer):
    for role in ("sites", "cities", "traces"):
        labeling = layer(role).labeling()
        for provider in labeling.subProviders():
            assert not labeling.settings(provider).displayAll


# -- forms -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("role", [role.role for role in ROLES])
def test_columns_have_aliases_lists_and_constraints(layer, role):
    table = layer(role)
    fields = table.fields()
    record = BY_TABLE[next(item.table for item in ROLES if item.role == role)]
    for field in columns(record):
        index = fields.indexOf(field.name)
        assert index >= 0, field.name
        assert table.attributeAlias(index) == field.metadata["label"]
        widget = table.editorWidgetSetup(index)
        assert widget.type() != "Hidden", "Merge Selected Features would delete all (qgis/QGIS #51977)"
        if field.name in INTERNAL:
            assert table.editFormConfig().readOnly(index)
        elif field.metadata["values"] is not None:
            assert widget.type() == "ValueMap"
            offered = {value for entry in widget.config()["map"] for value in entry.values()}
            assert {item.value for item in field.metadata["values"]} <= offered
        if field.metadata["required"] and field.name not in INTERNAL:
            kept = table.fields().at(index).constraints()
            not_null = QgsFieldConstraints.Constraint.ConstraintNotNull
            assert kept.constraints() & not_null
            hard = QgsFieldConstraints.ConstraintStrength.ConstraintStrengthHard
            assert kept.constraintStrength(not_null) == hard
    tabs = table.editFormConfig().tabs()
    shown = {part.name() for tab in tabs for part in (tab.children() if hasattr(tab, "children") else [tab])}
    assert not shown & {"fid", *INTERNAL}
    assert shown >= {field.name for field in columns(record)} - set(INTERNAL), "a column is in no form"
    hidden = {
        column.name for column in table.attributeTableConfig().columns() if column.hidden and column.name
    }
    assert hidden == {"fid", "uuid", "deleted", "row_version"}


def test_lists_of_other_rows_point_to_layers_of_the_project(loaded, layer):
    seen = 0
    for role in OURS:
        table = layer(role)
        for index in range(table.fields().count()):
            setup = table.editorWidgetSetup(index)
            if setup.type() == "ValueRelation":
                target = loaded.mapLayer(setup.config()["Layer"])
                assert target is not None
                assert target.fields().indexOf(setup.config()["Key"]) >= 0
                assert target.fields().indexOf(setup.config()["Value"]) >= 0
                seen += 1
    assert seen > 20


def test_relations_lead_from_a_site_to_its_assertions_and_names(loaded, layer):
    relations = loaded.relationManager().relations()
    assert len(relations) == 4
    assert all(relation.isValid() for relation in relations.values())
    sites = layer("sites")
    plant = next(sites.getFeatures(QgsExpression("\"name\" = 'Hungnam Fertilizer Plant'").expression()))
    relation = relations["dprk_city_atlas_sites_assertions"]
    said = list(relation.getRelatedFeatures(plant))
    assert len(said) >= 2
    assert {feature["site_uuid"] for feature in said} == {plant["uuid"]}


def test_the_form_has_tabs_with_both_relations(layer):
    for role in ("sites", "unlocated"):
        tabs = layer(role).editFormConfig().tabs()
        assert [tab.name() for tab in tabs] == ["Site", "How sure", "Time", "Text", "Assertions", "Names"]
        for tab in tabs[-2:]:
            (element,) = tab.children()
            assert element.relation().isValid() or element.name().startswith("dprk_city_atlas_")


def test_a_new_site_drawn_by_hand_is_complete_by_its_defaults(atlas, layer):
    sites = layer("sites")
    assert sites.startEditing()
    name = sites.fields().indexOf("name")
    point = QgsGeometry.fromPointXY(QgsPointXY(127.5, 39.9))
    feature = QgsVectorLayerUtils.createFeature(sites, point, {name: "New place"})
    assert re.fullmatch(r"[0-9a-f-]{36}", feature["uuid"])
    assert sites.addFeature(feature)
    assert sites.commitChanges(), sites.commitErrors()
    assert atlas.backend.select(
        "SELECT status, likelihood, confidence, category, deleted, row_version FROM sites "
        "WHERE name = 'New place'"
    ) == [("unknown", "possible", "low", "unknown", 0, 1)]


def test_the_database_refuses_what_the_form_would(atlas, layer):
    sites = layer("sites")
    assert sites.startEditing()
    feature = next(sites.getFeatures())
    sites.changeAttributeValue(feature.id(), sites.fields().indexOf("likelihood"), "certain")
    assert not sites.commitChanges()
    sites.rollBack()
    allowed = {item.value for item in Likelihood}
    assert {value for (value,) in atlas.backend.select("SELECT DISTINCT likelihood FROM sites")} <= allowed


# -- tips --------------------------------------------------------------------------------------------


HOSTILE = "<script>alert('x')</script> & \"quoted\" <img src='http://example.org/x.png'>"


FREE_TEXT = (
    ("sites", "name"), ("sites", "name_ko"), ("sites", "begin_text"), ("sites", "category"),
    ("traces", "name"), ("traces", "basis"), ("assertions", "note"), ("assertions", "as_printed"),
    ("sheets", "title"), ("sheets", "warning"),
)  # fmt: skip


@pytest.mark.parametrize(("role", "column"), FREE_TEXT)
def test_markup_in_the_data_is_text_in_the_tip(layer, role, column):
    table = layer(role)
    feature = QgsFeature(next(table.getFeatures()))
    feature[column] = HOSTILE
    shown = tip(table, feature)
    assert "&lt;script&gt;" in shown
    assert "<script" not in shown
    assert "<img" not in shown


@pytest.mark.parametrize("role", ["sites", "traces", "assertions", "sheets"])
def test_every_tip_is_complete(layer, role):
    table = layer(role)
    for feature in table.getFeatures():
        shown = tip(table, feature)
        assert "[%" not in shown
        assert "NULL" not in shown
        assert "{" not in shown


def test_the_tip_names_source_accuracy_and_dispute(layer):
    sites = layer("sites")
    request = QgsFeatureRequest(QgsExpression("\"name\" = 'Hungnam Fertilizer Plant'"))
    shown = tip(sites, next(sites.getFeatures(request)))
    assert "The Cities of Hamhung and Chongjin" in shown
    assert "Disputed: up to " in shown
    assert "confidence " in shown


def test_a_schematic_trace_says_so_in_its_tip(layer):
    traces = layer("traces")
    assert all("schematic" in tip(traces, feature) for feature in traces.getFeatures())


# -- time --------------------------------------------------------------------------------------------


def shown_in(layer, first, last):
    """The names that the temporal controller shows between two days."""
    times = [QDateTime(QDate(*day), QTime(0, 0), Qt.TimeSpec.UTC) for day in (first, last)]
    context = QgsVectorLayerTemporalContext()
    context.setLayer(layer)
    text = layer.temporalProperties().createFilterString(context, QgsDateTimeRange(*times))
    return {feature["name"] for feature in layer.getFeatures(QgsFeatureRequest(QgsExpression(text)))}


def test_the_pavilion_of_1108_comes_in_1108_and_stays(layer):
    sites = layer("sites")
    assert sites.temporalProperties().isActive()
    assert "Kuchon Pavilion" not in shown_in(sites, (1100, 1, 1), (1107, 12, 31))
    assert "Kuchon Pavilion" in shown_in(sites, (1108, 1, 1), (1109, 1, 1))
    assert "Kuchon Pavilion" in shown_in(sites, (2023, 1, 1), (2023, 12, 31))


def test_a_site_without_a_date_is_always_shown(layer):
    sites = layer("sites")
    undated = {f["name"] for f in sites.getFeatures('"begin_earliest" IS NULL AND "end_latest" IS NULL')}
    assert undated
    for year in (1000, 1944, 2026):
        assert undated <= shown_in(sites, (year, 1, 1), (year, 12, 31))


def test_what_has_ended_goes(layer):
    sites = layer("sites")
    ended = {f["name"] for f in sites.getFeatures("\"end_latest\" < to_date('2016-01-01')")}
    assert ended
    assert ended & shown_in(sites, (1990, 1, 1), (1990, 12, 31))
    assert not ended & shown_in(sites, (2020, 1, 1), (2020, 12, 31))


def test_traces_and_events_play_too(layer):
    assert layer("traces").temporalProperties().isActive()
    assert layer("events").fields().indexOf("earliest") >= 0


# -- themes, bookmarks, metadata ---------------------------------------------------------------------


def visible(project, theme):
    records = project.mapThemeCollection().mapThemeState(theme).layerRecords()
    return {role_of(record.layer()) for record in records if record.isVisible}


def test_each_theme_shows_its_layers(loaded):
    assert set(loaded.mapThemeCollection().mapThemes()) == {"Today", "1944–46", "Then and now", "Air defence"}
    assert "sites" in visible(loaded, "Today")
    assert "traces" not in visible(loaded, "Today")
    assert {"traces", "sheets"} <= visible(loaded, "1944–46")
    assert "sites" not in visible(loaded, "1944–46")
    assert {"sites", "traces"} <= visible(loaded, "Then and now")
    assert all("base_areas" in visible(loaded, theme) for theme in loaded.mapThemeCollection().mapThemes())


def test_the_air_defence_theme_shows_military_categories_only(loaded, layer):
    state = loaded.mapThemeCollection().mapThemeState("Air defence")
    (record,) = [one for one in state.layerRecords() if role_of(one.layer()) == "sites"]
    assert record.usingLegendItems
    shown = {item.label() for item in layer("sites").renderer().legendSymbolItems()
             if item.ruleKey() in record.checkedLegendItems}  # fmt: skip
    labelled = {feature["label"]: feature["domain"] for feature in layer("categories").getFeatures()}
    assert "Anti-aircraft artillery site" in shown
    assert {labelled[label] for label in shown} & {"military"}
    assert not {"Market", "Hotel", "Hospital"} & shown


def test_a_bookmark_holds_each_city(atlas, loaded):
    found = {mark.name().split()[0]: mark.extent() for mark in loaded.bookmarkManager().bookmarks()}
    assert set(found) == {"Hamhung", "Chongjin"}
    for city, extent in found.items():
        assert extent.crs().authid() == "EPSG:4326"
        (text,) = atlas.backend.select("SELECT name_ko FROM cities WHERE name = ?", (city,))
        assert text[0]
        box = QgsRectangle(extent)
        point = layers.city_extent(atlas, city).center()
        assert box.contains(QgsPointXY(point))


@pytest.mark.parametrize("role", ["sites", "traces", "assertions", "cities", "sheets", "base_coast"])
def test_metadata_says_what_it_is_whose_and_where(layer, role):
    metadata = layer(role).metadata()
    assert len(metadata.abstract()) > 30
    assert "GPL-2.0-or-later" in metadata.licenses()[0]
    assert any("Hamhung and Chongjin" in right for right in metadata.rights())
    assert metadata.crs().authid() == "EPSG:4326"
    if layer(role).featureCount():
        bounds = metadata.extent().spatialExtents()[0].bounds
        assert 120 < bounds.xMinimum() < bounds.xMaximum() < 135


def test_layers_are_found_by_name_through_any_quoting(atlas, layer):
    hostile = ["O'Brien", 'a "b"', "back\\slash'", "'; DROP TABLE sites; --", "함흥\tline\nbreak", "100%_"]
    sites = layer("sites")
    feature = next(sites.getFeatures())
    for name in hostile:
        with atlas.transaction("rename") as writer:
            from dprk_city_atlas.plugin.core.atlas.model import Site

            site = atlas.rows(Site, uuid=feature["uuid"])[0]
            site.name = name
            writer.update(site)
        request = QgsFeatureRequest(QgsExpression('"name" = ' + expression_text(name)))
        assert [found["uuid"] for found in sites.getFeatures(request)] == [feature["uuid"]]


@pytest.mark.parametrize("surroundings", [None, "126.9;39.5;128.1;40.4", "126.9,39.5,128.1", "128,39,127,40"])
def test_a_city_without_a_point_or_with_a_typo_locks_nobody_out(atlas, project, surroundings):
    with atlas.transaction("test") as writer:
        for city in writer.rows(City):
            writer.update(replace(city, geom=None, surroundings=surroundings))
        writer.insert(City(name="Wonsan"))
    layers.load(atlas, project)
    names = {bookmark.name() for bookmark in project.bookmarkManager().bookmarks()}
    assert "Wonsan" in names
    extent = layers.city_extent(atlas, "Hamhung")
    assert extent.contains(QgsPointXY(127.54, 39.9))
    source = atlas.rows(Source)[0].uuid
    place = Assertion(geom="POINT (127.6 39.9)", source_uuid=source)
    gestures.add_site(atlas, Site(name="Here", category="unknown", city="Hamhung"), place)
    assert atlas.rows(Site, name="Here")[0].outside is False
