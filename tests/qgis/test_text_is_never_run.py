# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""An expression in any column of any table is shown as text: on sheets, in legends, tips, labels, briefs."""

from __future__ import annotations

import shutil
import sqlite3
import subprocess

import pytest
from qgis.core import (
    QgsExpression,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeatureRequest,
    QgsLayoutFrame,
    QgsLayoutItemLabel,
    QgsLayoutItemLegend,
    QgsProject,
)

from dprk_city_atlas.plugin.core.atlas.layers import project as layers
from dprk_city_atlas.plugin.core.atlas.model import RECORDS, City, Source, columns
from dprk_city_atlas.plugin.core.atlas.store import store
from dprk_city_atlas.plugin.core.plain_text import unevaluated
from dprk_city_atlas.plugin.core.printing import brief, city_sheets, export_sheet, map_sheet

HOSTILE = " [% 'IT' || 'RAN' %]"
RAN = "ITRAN"


KEYS = {("categories", "id"), ("categories", "icon")}


def poison(path):
    """Put the expression behind every text of every table that takes it; return how many columns took it."""
    taken = 0
    db = sqlite3.connect(path)
    for function in ("ST_IsEmpty", "ST_MinX", "ST_MaxX", "ST_MinY", "ST_MaxY"):  # the triggers name them
        db.create_function(function, 1, lambda _blob: 0)
    for record in RECORDS:
        for column in columns(record):
            refers = column.metadata.get("references")
            if column.name.endswith("uuid") or column.metadata["kind"] != "text":
                continue
            if (refers and refers != "cities.name") or (record.TABLE, column.name) in KEYS:
                continue
            words = f'UPDATE "{record.TABLE}" SET "{column.name}" = "{column.name}" || ? '
            try:
                with db:
                    done = db.execute(words + f'WHERE "{column.name}" IS NOT NULL', (HOSTILE,)).rowcount
                taken += done > 0
            except sqlite3.DatabaseError:
                continue
    db.close()
    return taken


@pytest.fixture(scope="module")
def hostile(shipped, tmp_path_factory):
    path = tmp_path_factory.mktemp("hostile") / "atlas.gpkg"
    shutil.copy(shipped, path)
    assert poison(path) > 60
    atlas = store.open_atlas(path)
    project = QgsProject()
    layers.load(atlas, project)
    yield atlas, project
    project.clear()


def test_the_data_are_hostile(hostile):
    atlas, _project = hostile
    assert all(HOSTILE in city.name for city in atlas.rows(City))
    assert any(HOSTILE in (source.publisher or "") for source in atlas.rows(Source))


def text_of(pdf):
    return subprocess.run(["pdftotext", str(pdf), "-"], capture_output=True, text=True, check=True).stdout


def test_sheets_and_their_files_show_it(hostile, tmp_path):
    atlas, project = hostile
    sheets = city_sheets.sheets_of(atlas)
    assert len(sheets) >= 6
    for number, sheet in enumerate(sheets[:3]):
        layout = map_sheet.build(project, atlas, sheet)
        for item in layout.items():
            if isinstance(item, QgsLayoutItemLabel):
                assert RAN not in item.currentText(), item.id()
            if isinstance(item, QgsLayoutItemLegend):
                context = layout.createExpressionContext()
                for node in item.model().rootGroup().findLayers():
                    for entry in item.model().layerLegendNodes(node):
                        assert RAN not in str(entry.data(0))
                        assert RAN not in QgsExpression.replaceExpressionText(str(entry.data(0)), context)
            if isinstance(item, QgsLayoutFrame) and hasattr(item.multiFrame(), "tableContents"):
                cells = [str(cell.content()) for row in item.multiFrame().tableContents() for cell in row]
                assert not any(RAN in cell for cell in cells)
        assert RAN not in QgsExpression.replaceExpressionText(layout.name(), layout.createExpressionContext())
        path = export_sheet.export(layout, tmp_path / f"{number}.pdf")
        said = subprocess.run(
            ["pdftotext", str(path), "-"], capture_output=True, text=True, check=True
        ).stdout
        assert RAN not in said
        assert RAN.encode() not in export_sheet.export(layout, tmp_path / f"{number}.svg").read_bytes()


def test_legends_tips_labels_and_names_show_it(hostile):
    _atlas, project = hostile
    for layer in project.mapLayers().values():
        context = QgsExpressionContext(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
        said = [layer.name(), layer.metadata().abstract(), *layer.metadata().rights()]
        renderer = layer.renderer() if hasattr(layer, "renderer") else None
        said += [item.label() for item in renderer.legendSymbolItems()] if renderer is not None else []
        assert not any(RAN in QgsExpression.replaceExpressionText(text, context) for text in said), (
            layer.name()
        )
        for feature in layer.getFeatures(QgsFeatureRequest().setLimit(3)):
            context.setFeature(feature)
            assert RAN not in QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context)
            assert RAN not in str(QgsExpression(layer.displayExpression()).evaluate(context))
    for bookmark in project.bookmarkManager().bookmarks():
        assert RAN not in QgsExpression.replaceExpressionText(bookmark.name(), QgsExpressionContext())
    for name, value in project.customVariables().items():
        assert HOSTILE not in str(value), name


def test_the_brief_shows_it(hostile, tmp_path):
    atlas, _project = hostile
    folder = tmp_path / "brief"
    made = brief.Brief(atlas, folder, maps=[0])
    made.gather()
    for _what in made.paint():
        pass
    made.finish()
    assert RAN not in text_of(folder / "brief.pdf")
    for path in folder.iterdir():
        assert path.suffix in (".pdf", ".kmz") or RAN not in path.read_text(encoding="utf-8"), path.name


def test_what_is_shown_is_the_text_itself():
    assert unevaluated("plain [1] 50 %") == "plain [1] 50 %"
    text = "a [% 1 + 1 %] b [% 2"
    assert QgsExpression.replaceExpressionText(unevaluated(text), QgsExpressionContext()) == unevaluated(text)
    assert unevaluated(text).replace("\u2060", "") == text
