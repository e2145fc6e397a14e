# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The map filter: shows what the list shows, in edit sessions too, and nobody else ever sees it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from qgis import core
from qgis.core import (
    QgsApplication,
    QgsExpressionContext,
    QgsExpressionContextScope,
    QgsExpressionContextUtils,
    QgsFeature,
    QgsGeometry,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsMarkerSymbol,
    QgsPointClusterRenderer,
    QgsPointXY,
    QgsRectangle,
    QgsRenderContext,
    QgsRuleBasedRenderer,
    QgsSingleSymbolRenderer,
    QgsVectorFileWriter,
    QgsVectorLayer,
    QgsVectorLayerUtils,
)
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtCore import QCoreApplication, QSize, QTranslator

from dprk_city_atlas.plugin.core.atlas.layers import project as layers
from dprk_city_atlas.plugin.core.atlas.layers.layer_roles import find
from dprk_city_atlas.plugin.core.search.build import build
from dprk_city_atlas.plugin.core.search.columns import DEFAULT_IMPORTANCE
from dprk_city_atlas.plugin.core.search.criteria import SiteFilter
from dprk_city_atlas.plugin.core.search.question import Question, answer
from dprk_city_atlas.plugin.core.search.result import Sort
from dprk_city_atlas.plugin.core.search.thinning import Extent, Priority
from dprk_city_atlas.plugin.gui.docks.sites.edit_buffer import EditWatch, edited_site
from dprk_city_atlas.plugin.gui.docks.sites.map_filter import MapFilter
from dprk_city_atlas.plugin.gui.docks.sites.render_filter import (
    RenderFilter,
    View,
    filtered,
    is_filtered,
    unfiltered,
)


class Desk:
    """A canvas with the atlas's sites and the map filter on it."""

    def __init__(self, atlas, project):
        layers.load(atlas, project)
        self.layer = find(project, "sites")
        self.columns = build(atlas.path)
        self.canvas = QgsMapCanvas()
        self.canvas.resize(600, 400)
        self.canvas.setDestinationCrs(self.layer.crs())
        self.canvas.setExtent(QgsRectangle(126, 39, 131, 43))
        self.filter = MapFilter(self.canvas)
        self.filter.attach(self.layer)

    def ask(self, wanted, overlay=None, pending=()):
        hits = answer(Question(wanted, Sort(), overlay or {}), self.columns)
        self.filter.show(hits, list(pending))
        return hits

    def drawn(self, with_canvas_scope=True, layer=None):
        """The ids of the features that a map of the layer would draw."""
        layer = layer or self.layer
        context = QgsRenderContext.fromMapSettings(self.settings())
        context.setExpressionContext(self.context(with_canvas_scope))
        renderer = layer.renderer().clone()
        renderer.startRender(context, layer.fields())
        request = renderer.filter(layer.fields())
        features = layer.getFeatures(request) if request else layer.getFeatures()
        ids = {f.id() for f in features if renderer.willRenderFeature(f, context)}
        renderer.stopRender(context)
        return ids

    def context(self, with_canvas_scope=True, on_map=True):
        """An expression context as the main canvas makes it (or as a layout's map does)."""
        found = QgsExpressionContext()
        found.appendScopes(QgsExpressionContextUtils.globalProjectLayerScopes(self.layer))
        if on_map:
            found.appendScope(QgsExpressionContextUtils.mapSettingsScope(self.settings()))
        if with_canvas_scope:
            scope = QgsExpressionContextScope("canvas")
            for name in self.canvas.expressionContextScope().variableNames():
                scope.setVariable(name, self.canvas.expressionContextScope().variable(name))
            found.appendScope(scope)
        return found

    def settings(self):
        settings = QgsMapSettings()
        settings.setLayers([self.layer])
        settings.setOutputSize(QSize(600, 400))
        settings.setDestinationCrs(self.layer.crs())
        settings.setExtent(QgsRectangle(126, 39, 131, 43))
        return settings


@pytest.fixture
def desk(atlas, project):
    made = Desk(atlas, project)
    yield made
    made.filter.release()
    made.canvas.deleteLater()


def located(hits):
    lon, _lat = hits.positions(hits.rows)
    return set(hits.fids[np.isfinite(lon)].tolist())


def test_map_shows_what_the_filter_finds(desk):
    hits = desk.ask(SiteFilter(text="hungnam"))
    assert 0 < len(located(hits)) < desk.layer.featureCount()
    assert desk.drawn() == located(hits)


def test_layouts_exports_and_algorithms_see_everything(desk, tmp_path, project):
    before = desk.layer.subsetString()
    desk.ask(SiteFilter(text="hungnam"))
    everything = {f.id() for f in desk.layer.getFeatures()}
    assert desk.drawn(with_canvas_scope=False) == everything
    options = QgsVectorFileWriter.SaveVectorOptions()
    target = tmp_path / "out.gpkg"
    QgsVectorFileWriter.writeAsVectorFormatV3(desk.layer, str(target), project.transformContext(), options)
    assert QgsVectorLayer(str(target), "out", "ogr").featureCount() == len(everything)
    assert desk.layer.subsetString() == before


def test_a_saved_project_has_no_filter(desk, tmp_path, project):
    target = tmp_path / "project.qgs"
    project.write(str(target))
    project.setDirty(False)
    desk.ask(SiteFilter(text="hungnam"))
    assert is_filtered(desk.layer.renderer())
    assert not project.isDirty()
    project.write(str(target))
    text = target.read_text(encoding="utf-8")
    assert 'type="categorizedSymbol"' in text
    assert (
        "IN (" not in text.split("<renderer-v2", 1)[1].split("</renderer-v2>", 1)[0].split("<symbols", 1)[0]
    )
    assert "&quot;fid&quot; IN" not in text


def test_clearing_and_releasing_give_the_own_renderer_back(desk):
    items = [(i.label(), i.ruleKey()) for i in desk.layer.renderer().legendSymbolItems()]
    desk.ask(SiteFilter(text="hungnam"))
    assert [(i.label(), i.ruleKey()) for i in desk.layer.renderer().legendSymbolItems()] == items
    desk.ask(SiteFilter())
    assert not is_filtered(desk.layer.renderer())
    desk.ask(SiteFilter(text="hungnam"))
    desk.filter.detach()
    assert not is_filtered(desk.layer.renderer())
    assert [(i.label(), i.ruleKey()) for i in desk.layer.renderer().legendSymbolItems()] == items


def test_a_style_set_while_filtered_is_filtered_and_kept(desk):
    hits = desk.ask(SiteFilter(text="hungnam"))
    desk.layer.setRenderer(QgsSingleSymbolRenderer(QgsMarkerSymbol.createSimple({"color": "#123456"})))
    assert desk.drawn() == located(hits)
    desk.filter.detach()
    assert desk.layer.renderer().type() == "singleSymbol"
    assert desk.layer.renderer().symbol().color().name() == "#123456"


def test_an_added_site_stays_until_it_is_saved(desk):
    watch = EditWatch()
    watch.attach(desk.layer)
    assert desk.layer.startEditing()
    feature = QgsFeature(desk.layer.fields())
    feature["name"] = "Nowhere"
    feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(127.5, 39.9)))
    assert desk.layer.addFeature(feature)
    added = next(iter(desk.layer.editBuffer().addedFeatures()))
    assert watch.pending() == [added]
    hits = desk.ask(SiteFilter(text="hungnam"), watch.overlay(), pending=watch.pending())
    assert added not in located(hits)
    assert added in desk.drawn()
    assert hits.total == len(desk.columns) + 1
    assert desk.layer.rollBack()
    assert watch.pending() == []
    watch.detach()


@pytest.fixture
def german(qgis_app):
    """QGIS's own German texts; without them nothing is shown by a test of what they change."""
    translator = QTranslator()
    if not translator.load(str(Path(QgsApplication.i18nPath()) / "qgis_de.qm")):
        pytest.skip("QGIS's German texts are not installed")
    QCoreApplication.installTranslator(translator)
    yield
    QCoreApplication.removeTranslator(translator)


def test_an_unsaved_site_is_drawn_in_a_translated_qgis(german, atlas, project):
    """Its identifier is a text in QGIS's language until it is saved, “Automatisch erzeugen”."""
    desk = Desk(atlas, project)
    watch = EditWatch()
    watch.attach(desk.layer)
    assert desk.layer.startEditing()
    place = QgsGeometry.fromPointXY(QgsPointXY(127.5, 39.9))
    feature = QgsVectorLayerUtils.createFeature(desk.layer, place)
    assert feature["fid"] == desk.layer.dataProvider().defaultValueClause(0) != "Autogenerate"
    assert desk.layer.addFeature(feature)
    added = next(iter(desk.layer.editBuffer().addedFeatures()))
    desk.ask(SiteFilter(text="hungnam"), watch.overlay(), pending=watch.pending())
    assert added in desk.drawn()
    desk.layer.rollBack()
    watch.detach()


def test_what_is_unset_or_null_is_empty_for_the_filter(desk):
    unset = getattr(core, "QgsUnsetAttributeValue", None)  # QGIS 3.28
    for nothing in [None, core.NULL] + ([unset("4")] if unset else []):
        feature = QgsFeature(desk.layer.fields())
        feature.setAttributes([nothing] * desk.layer.fields().count())
        site = edited_site(feature)
        assert (site.name, site.name_ko, site.importance) == ("", "", DEFAULT_IMPORTANCE)
        assert set(site.values.values()) == set(site.days.values()) == {None}


def test_a_deleted_site_is_gone_and_a_renamed_one_is_found(desk):
    watch = EditWatch()
    watch.attach(desk.layer)
    assert desk.layer.startEditing()
    fids = sorted(f.id() for f in desk.layer.getFeatures())[:2]
    desk.layer.deleteFeature(fids[0])
    desk.layer.changeAttributeValue(fids[1], desk.layer.fields().lookupField("name"), "Zyzzyva")
    assert fids[0] not in desk.ask(SiteFilter(), watch.overlay()).fids
    assert desk.ask(SiteFilter(text="zyzzyva"), watch.overlay()).fids.tolist() == [fids[1]]
    desk.layer.rollBack()
    watch.detach()


@pytest.mark.parametrize("name", ["o'brien", 'quote "', "back\\slash", "new\nline", "한글"])
def test_hostile_names_are_found_exactly(desk, name):
    watch = EditWatch()
    watch.attach(desk.layer)
    assert desk.layer.startEditing()
    fid = next(desk.layer.getFeatures()).id()
    desk.layer.changeAttributeValue(fid, desk.layer.fields().lookupField("name"), f"Xq {name}")
    hits = desk.ask(SiteFilter(text=f"Xq {name}"), watch.overlay())
    assert hits.fids.tolist() == [fid]
    assert desk.drawn() == {fid}
    desk.layer.rollBack()
    watch.detach()


def test_the_legend_counts_follow(desk):
    hits = desk.ask(SiteFilter(text="hungnam"))
    renderer = desk.layer.renderer().clone()
    context = QgsRenderContext()
    context.setRendererScale(0)
    context.setExpressionContext(desk.context(with_canvas_scope=False, on_map=False))
    renderer.startRender(context, desk.layer.fields())
    counted = set()
    for feature in desk.layer.getFeatures():
        context.expressionContext().setFeature(feature)
        if renderer.legendKeysForFeature(feature, context):
            counted.add(feature.id())
    renderer.stopRender(context)
    assert counted == located(hits)


def test_a_map_in_threads_draws_only_the_hits(desk):
    """The renderer's Python half runs in QGIS's render threads while the main thread waits."""
    desk.ask(SiteFilter(text="zzzzzz"))
    settings = desk.settings()
    settings.setExpressionContext(desk.context())
    images = []
    for _ in range(2):
        job = QgsMapRendererParallelJob(settings)
        job.start()
        job.waitForFinished()
        images.append(job.renderedImage())
        desk.filter.detach()
    assert images[0] != images[1]
    empty = {images[0].pixel(x, y) for x in range(0, 600, 3) for y in range(0, 400, 3)}
    assert len(empty) == 1


@pytest.mark.parametrize(
    "make",
    [
        lambda base: base,
        lambda base: QgsRuleBasedRenderer.convertFromRenderer(base),
        lambda base: QgsSingleSymbolRenderer(QgsMarkerSymbol.createSimple({})),
        lambda base: _cluster(base),
    ],
    ids=["categories", "rules", "single", "cluster"],
)
def test_every_kind_of_point_style_can_be_filtered(desk, make):
    base = make(desk.layer.renderer().clone())
    token = RenderFilter("T")
    token.view = View('"fid" IN (1)', frozenset([1]))
    new = filtered(base, token)
    assert is_filtered(new, token)
    assert new.type() == base.type()
    assert is_filtered(new.clone(), token)
    back = unfiltered(new)
    assert not is_filtered(back)
    assert back.type() == base.type()
    assert back.orderByEnabled() == base.orderByEnabled()


def _cluster(base):
    cluster = QgsPointClusterRenderer()
    cluster.setEmbeddedRenderer(base.clone())
    return cluster


def test_thinning_keeps_the_most_important_of_every_cell():
    rng = np.random.default_rng(1)
    number = 20_000
    lon, lat = rng.uniform(0, 10, number), rng.uniform(0, 10, number)
    importance = rng.integers(1, 6, number).astype(np.uint8)
    view = Extent(0, 0, 10, 10, 400, 400)
    points = Priority(np.arange(number), lon, lat, importance)
    chosen = points.rows[points.winners(points.within(view), view)]
    wide, high = view.cell
    best: dict = {}
    for row in range(number):
        cell = (int(lon[row] // wide), int(lat[row] // high))
        best[cell] = min(best.get(cell, 9), int(importance[row]))
    found = {(int(lon[r] // wide), int(lat[r] // high)): int(importance[r]) for r in chosen}
    assert found == best
    assert len(chosen) == len(best)
