# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Of a look stored in an atlas only symbols, labels and colours are taken, nothing that runs or fetches."""

from __future__ import annotations

import base64
import sqlite3

import pytest
from qgis.core import (
    QgsAction,
    QgsDefaultValue,
    QgsEditFormConfig,
    QgsEditorWidgetSetup,
    QgsMarkerSymbol,
    QgsProperty,
    QgsRasterMarkerSymbolLayer,
    QgsSingleSymbolRenderer,
    QgsSvgMarkerSymbolLayer,
    QgsSymbolLayer,
)
from qgis.PyQt.QtGui import QColor
from qgis.PyQt.QtXml import QDomDocument

from dprk_city_atlas.plugin.core.atlas import seed
from dprk_city_atlas.plugin.core.atlas.layers import layer_roles, project as layers, stored_style, styles
from dprk_city_atlas.plugin.core.atlas.store import store

RUNS = "sqlite_fetch_and_increment('{0}', 'seq', 'n', 'id', 1)"
SVG = '<svg xmlns="http://www.w3.org/2000/svg"><circle r="3"/>{}</svg>'


def qml_of(layer):
    document = QDomDocument()
    layer.exportNamedStyle(document)
    return document.toString(0)


def keep(atlas, table, qml):
    """Store a look as QGIS does when the user makes it the default of the database."""
    with atlas.backend.transaction() as db:
        db.execute("UPDATE layer_styles SET useAsDefault = 0 WHERE f_table_name = ?", (table,))
        db.execute(
            "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, "
            "styleName, styleQML, useAsDefault) VALUES ('', '', ?, 'geom', 'theirs', ?, 1)",
            (table, qml),
        )


def single(*symbol_layers):
    symbol = QgsMarkerSymbol.createSimple({"name": "square", "color": "#12ab34"})
    for number, layer in enumerate(symbol_layers):
        (symbol.changeSymbolLayer if number == 0 else symbol.insertSymbolLayer)(number, layer)
    return QgsSingleSymbolRenderer(symbol)


def reloaded(atlas, project, role="sites"):
    layers.unload(atlas, project)
    again = store.open_atlas(atlas.path)
    layers.load(again, project)
    return again, layer_roles.find(project, role)


def test_the_shipped_looks_are_looks():
    for _table, _geom, name, qml, _description in styles.embedded(seed.categories()):
        assert stored_style.cleaned(qml).documentElement().tagName() == "qgis", name


def test_a_restyling_of_the_users_own_survives(atlas, loaded, layer):
    sites = layer("sites")
    renderer = single()
    renderer.symbol().setDataDefinedSize(QgsProperty.fromExpression('6 - coalesce("importance", 3)'))
    sites.setRenderer(renderer)
    keep(atlas, "sites", qml_of(sites))
    again, sites = reloaded(atlas, loaded)
    assert again.notes == []
    assert sites.renderer().symbol().color() == QColor("#12ab34")
    assert sites.renderer().symbol().dataDefinedSize().expressionString() == '6 - coalesce("importance", 3)'


def test_forms_tips_actions_and_defaults_are_ours_whatever_the_file_says(atlas, loaded, layer, tmp_path):
    other = tmp_path / "other.db"
    with sqlite3.connect(other) as db:
        db.execute("CREATE TABLE seq (id TEXT PRIMARY KEY, n INTEGER)")
        db.execute("INSERT INTO seq VALUES ('x', 1)")
    sites = layer("sites")
    ours = (sites.mapTipTemplate(), sites.displayExpression(), len(sites.editFormConfig().tabs()))
    config = QgsEditFormConfig()
    config.setInitCodeSource(QgsEditFormConfig.PythonInitCodeSource.CodeSourceDialog)
    config.setInitCode("import os; os.environ['PWNED'] = '1'")
    config.setInitFunction("formOpen")
    config.setUiForm("http://127.0.0.1:9/form.ui")
    note = sites.fields().indexOf("note")
    sites.setEditFormConfig(config)
    sites.actions().addAction(QgsAction(QgsAction.ActionType.GenericPython, "run", "import os", False))
    sites.setMapTipTemplate("<img src='http://127.0.0.1:9/x.png'>")
    sites.setDefaultValueDefinition(note, QgsDefaultValue(RUNS.format(other)))
    sites.setEditorWidgetSetup(note, QgsEditorWidgetSetup("ExternalResource", {"DocumentViewer": 1}))
    sites.setDisplayExpression(RUNS.format(other))
    keep(atlas, "sites", qml_of(sites))
    _again, sites = reloaded(atlas, loaded)
    form = sites.editFormConfig()
    assert (sites.mapTipTemplate(), sites.displayExpression(), len(form.tabs())) == ours
    assert form.initCode() == ""
    assert form.uiForm() == ""
    assert sites.actions().actions() == []
    assert sites.defaultValueDefinition(note).expression() == ""
    assert sites.editorWidgetSetup(note).type() == "TextEdit"
    with sqlite3.connect(other) as db:
        assert db.execute("SELECT n FROM seq").fetchall() == [(1,)]


def svg_marker(path):
    return QgsSvgMarkerSymbolLayer(path, 4)


def svg_by(expression):
    marker = svg_marker("base64:" + base64.b64encode(SVG.format("").encode()).decode())
    marker.setDataDefinedProperty(
        QgsSymbolLayer.Property.PropertyName, QgsProperty.fromExpression(expression)
    )
    return marker


def embedded(inside):
    return svg_marker("base64:" + base64.b64encode(SVG.format(inside).encode()).decode())


FOREIGN = {
    "raster by address": lambda: single(QgsRasterMarkerSymbolLayer("http://127.0.0.1:9/a.png", 4)),
    "local raster": lambda: single(QgsRasterMarkerSymbolLayer("/etc/passwd", 4)),
    "svg by address": lambda: single(svg_marker("http://127.0.0.1:9/a.svg")),
    "local svg": lambda: single(svg_marker("/tmp/a.svg")),
    "svg outside": lambda: single(svg_marker("../../a.svg")),
    "share": lambda: single(svg_marker("\\\\host\\share\\a.svg")),
    "svg from data": lambda: single(svg_by('"note"')),
    "svg computed": lambda: single(svg_by("'http://127.0.0.1:9/' || \"name\" || '.svg'")),
    "svg by cases": lambda: single(
        svg_by("CASE WHEN attribute('name') = 'a' THEN 'base64:QQ==' || env('HOME') END")
    ),
    "picture in svg": lambda: single(embedded('<image href="http://127.0.0.1:9/a.png"/>')),
    "script in svg": lambda: single(embedded("<script>alert(1)</script>")),
    "file in svg": lambda: single(embedded('<use xlink:href="file:///etc/passwd#a"/>')),
    "writes": lambda: sized(RUNS.format("/tmp/x.db")),
    "reads the environment": lambda: sized("length(env('HOME'))"),
    "reads a file": lambda: sized("if(file_exists('/etc/passwd'), 1, 2)"),
    "hides it": lambda: sized("eval('1+1')"),
    "reads other layers": lambda: sized("aggregate('x', 'count', \"a\")"),
}


def sized(expression):
    renderer = single()
    renderer.symbol().setDataDefinedSize(QgsProperty.fromExpression(expression))
    return renderer


@pytest.mark.parametrize("kind", FOREIGN)
def test_a_look_that_does_more_is_left_aside_whole_and_said(atlas, loaded, layer, kind):
    sites = layer("sites")
    sites.setRenderer(FOREIGN[kind]())
    keep(atlas, "sites", qml_of(sites))
    again, sites = reloaded(atlas, loaded)
    assert sites.renderer().type() == "categorizedSymbol"
    assert len(again.notes) == 1
    assert "Sites" in again.notes[0]


@pytest.mark.parametrize(
    "change",
    [
        ("<renderer-v2 ", '<renderer-v2 type="embeddedSymbol" old'),
        ("<!DOCTYPE qgis", '<!DOCTYPE x [<!ENTITY a "b">]><!-- '),
        ("<renderer-v2", "<renderer-v2><broken>"),
        ('allowHtml="0"', 'allowHtml="1"'),
        ('filter="', "filter=\"env('HOME') = '' OR "),
        ('fieldName="', "fieldName=\"env('HOME') || "),
        ('label="', "label=\"[% env('HOME') %]"),
        ("<renderer-v2", "<renderer-v2 xyz='file:///etc/passwd'"),
    ],
)
def test_a_file_that_was_tampered_with_is_left_aside(change):
    rows = styles.embedded(seed.categories())
    qml = next(row[3] for row in rows if row[0] == "cities")
    if "label=" in change[0]:
        qml = next(row[3] for row in rows if row[0] == "traces")
    assert change[0] in qml
    with pytest.raises(stored_style.ForeignStyle):
        stored_style.cleaned(qml.replace(change[0], change[1], 1))


def test_a_huge_or_empty_look_is_left_aside(atlas, loaded):
    for qml in ("", "x", "<qgis>" + " " * stored_style.MOST_CHARACTERS + "</qgis>", "<kml/>", None):
        keep(atlas, "sites", qml)
        again, sites = reloaded(atlas, loaded)
        assert sites.renderer().type() == "categorizedSymbol"
        assert len(again.notes) == 1
