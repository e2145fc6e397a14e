# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Every text of algorithms, layers, forms, sheets and brief can be translated: none shows unmarked."""

from __future__ import annotations

import re

import marked
import pytest
from qgis.core import QgsApplication, QgsExpression, QgsExpressionContext, QgsExpressionContextUtils
from qgis.PyQt.QtCore import QCoreApplication

from dprk_city_atlas.plugin.core import i18n


@pytest.fixture(scope="module")
def language(qgis_app, tmp_path_factory):
    """QGIS in the marked language."""
    folder = tmp_path_factory.mktemp("i18n")
    marked.make(folder)
    kept, i18n.FOLDER = i18n.FOLDER, folder
    before = QgsApplication.instance().translation()
    QgsApplication.setTranslation(marked.LANGUAGE)
    i18n._loaded.clear()
    i18n.install()
    assert i18n._installed
    yield
    i18n.remove()
    i18n.FOLDER = kept
    i18n._loaded.clear()
    QgsApplication.setTranslation(before)
    assert QCoreApplication.translate("Algorithms", "Atlas") == "Atlas"


@pytest.fixture(scope="module")
def data(language, shipped):
    return marked.Data(shipped)


@pytest.fixture
def opened(language, loaded):
    """The project with the atlas in it, made in that language."""
    return loaded


def check(data, texts):
    """Fail with every text that shows without its mark and where."""
    found = {f"{where}: {data.unmarked(text)}" for where, text in texts if text and data.unmarked(text)}
    if found:
        pytest.fail("\n".join(sorted(found)), pytrace=False)


def test_algorithms(data):
    from dprk_city_atlas.plugin.processing.provider import CityAtlasProvider

    provider = CityAtlasProvider()
    provider.loadAlgorithms()
    texts = [("provider name", provider.name())]
    for algorithm in provider.algorithms():
        name = algorithm.name()
        algorithm = algorithm.create()
        texts += [
            (f"{name} title", algorithm.displayName()),
            (f"{name} group", algorithm.group()),
            (f"{name} help", algorithm.shortHelpString()),
            (f"{name} description", algorithm.shortDescription()),
        ]
        for parameter in algorithm.parameterDefinitions():
            texts.append((f"{name} {parameter.name()}", parameter.description()))
            texts.append((f"{name} {parameter.name()} help", parameter.help()))
            if parameter.type() == "enum":
                texts += [(f"{name} {parameter.name()} {o}", o) for o in parameter.options()]
        texts += [(f"{name} output {o.name()}", o.description()) for o in algorithm.outputDefinitions()]
    check(data, texts)


def test_layers_groups_and_forms(data, opened):
    texts = [(f"group {group.name()}", group.name()) for group in opened.layerTreeRoot().findGroups(True)]
    for layer in opened.mapLayers().values():
        name = layer.name()
        texts += [(f"layer {name}", name), (f"{name} title", layer.metadata().title())]
        texts.append((f"{name} abstract", layer.metadata().abstract()))
        if not hasattr(layer, "fields"):
            continue
        for index, field in enumerate(layer.fields()):
            if field.name() != "fid":  # hidden
                texts.append((f"{name} {field.name()}", layer.attributeDisplayName(index)))
            setup = layer.editorWidgetSetup(index)
            for row in setup.config().get("map", []) if setup.type() == "ValueMap" else []:
                texts += [(f"{name} {field.name()} list", key) for key in row]
        tabs = (tab for tab in layer.editFormConfig().tabs() if tab.type() == tab.AeTypeContainer)
        texts += [(f"{name} tab {tab.name()}", tab.name()) for tab in tabs]
        texts += [(f"{name} {a.name()}", a.name()) for a in layer.actions().actions()]
        texts += (
            [
                (f"{name} legend {item.ruleKey()}", item.label())
                for item in layer.renderer().legendSymbolItems()
            ]
            if layer.renderer()
            else []
        )
    # Map themes keep their names: a saved project finds them by these, whatever language it is opened in.
    check(data, texts)


def test_map_tips(data, opened):
    texts = []
    for layer in opened.mapLayers().values():
        template = getattr(layer, "mapTipTemplate", str)()
        if not template:
            continue
        context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
        for number, feature in enumerate(layer.getFeatures()):
            context.setFeature(feature)
            texts.append((f"tip of {layer.name()}", QgsExpression.replaceExpressionText(template, context)))
            if number > 40:
                break
    assert texts
    check(data, texts)


FUNCTIONS = []
"""Made in the marked language and kept for good: QGIS keeps pointers to expression functions."""


def test_expression_functions(data, language, monkeypatch):
    from dprk_city_atlas.plugin.core import expressions

    expressions.unregister()  # those of an earlier test speak its language
    monkeypatch.setattr(expressions, "_MADE", FUNCTIONS)
    expressions.register()
    texts = []
    for function in QgsExpression.Functions():
        if "City Atlas" in function.groups():
            # The names of arguments are what is typed in an expression.
            names = "|".join(parameter.name() for parameter in function.parameters())
            texts.append((f"help of {function.name()}", re.sub(rf"\b({names})\b", "", function.helpText())))
    expressions.unregister()
    assert texts
    check(data, texts)
