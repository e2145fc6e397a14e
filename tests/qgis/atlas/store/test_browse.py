# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Opening, browsing and closing an atlas leaves every byte of it, and its folder, as they were."""

from __future__ import annotations

import hashlib

import pytest
from qgis.core import (
    QgsExpression,
    QgsFeatureRequest,
    QgsMapRendererParallelJob,
    QgsMapSettings,
    QgsRectangle,
)
from qgis.PyQt.QtCore import QSize

from dprk_city_atlas.plugin.core.atlas.layers import project as layers
from dprk_city_atlas.plugin.core.atlas.model import Site
from dprk_city_atlas.plugin.core.atlas.store import store


def state(path):
    """What a copy tool or a version control system would see of the atlas."""
    stat = path.stat()
    beside = sorted(p.name for p in path.parent.iterdir())
    return hashlib.sha256(path.read_bytes()).hexdigest(), stat.st_mtime_ns, stat.st_size, beside


def browse(layer):
    """Read a layer in the ways the attribute table, the filter and the canvas do."""
    count = sum(1 for _feature in layer.getFeatures())
    assert count == layer.featureCount()
    request = QgsFeatureRequest(QgsExpression("\"uuid\" > '8'")).setFlags(QgsFeatureRequest.Flag.NoGeometry)
    list(layer.getFeatures(request))
    for index in range(layer.fields().count()):
        layer.uniqueValues(index, 5)
        layer.minimumValue(index)
    if layer.isSpatial():
        layer.updateExtents()
        list(layer.getFeatures(QgsRectangle(127, 39, 128, 40)))
    layer.selectByExpression('"row_version" = 1')
    layer.removeSelection()


def test_open_browse_close_changes_nothing(atlas, project, qgis_app):
    before = state(atlas.path)
    opened = store.open_atlas(atlas.path)
    layers.load(opened, project)
    for layer in project.mapLayers().values():
        if layer.customProperty("dprk_city_atlas/role") != "world":
            browse(layer)
    settings = QgsMapSettings()
    settings.setLayers([layer for layer in project.mapLayers().values() if layer.isSpatial()])
    settings.setExtent(QgsRectangle(127.4, 39.7, 127.8, 40.0))
    settings.setOutputSize(QSize(300, 300))
    job = QgsMapRendererParallelJob(settings)
    job.start()
    job.waitForFinished()
    assert state(atlas.path)[0] == before[0]
    layers.unload(opened, project)
    project.clear()
    assert state(atlas.path) == before


def test_an_edit_that_is_rolled_back_leaves_the_rows(atlas, layer):
    rows = atlas.backend.select("SELECT * FROM sites ORDER BY fid")
    sites = layer("sites")
    assert sites.startEditing()
    feature = next(sites.getFeatures())
    assert sites.changeAttributeValue(feature.id(), sites.fields().indexOf("note"), "a slip")
    assert sites.rollBack()
    assert atlas.backend.select("SELECT * FROM sites ORDER BY fid") == rows


def test_an_edit_by_qgis_itself_is_counted(atlas, layer):
    sites = layer("sites")
    assert sites.startEditing()
    feature = next(sites.getFeatures())
    sites.changeAttributeValue(feature.id(), sites.fields().indexOf("note"), "seen")
    assert sites.commitChanges(), sites.commitErrors()
    found = atlas.backend.select("SELECT note, row_version FROM sites WHERE fid = ?", (feature["fid"],))
    assert found == [("seen", 2)]


def test_a_protected_file_opens_for_reading_with_the_reason(atlas, project):
    atlas.path.chmod(0o444)
    opened = store.open_atlas(atlas.path)
    assert "write-protected" in opened.read_only


def test_every_layer_of_a_read_only_atlas_is_read_only(atlas, project):
    atlas.read_only = "the file is write-protected."
    layers.load(atlas, project)
    ours = [one for one in project.mapLayers().values() if one.customProperty("dprk_city_atlas/atlas")]
    assert [one.name() for one in ours if not one.readOnly() and one.dataProvider().name() == "ogr"
            and "world" not in one.customProperty("dprk_city_atlas/role")] == []  # fmt: skip
    assert not any(one.startEditing() for one in ours if one.readOnly())


def test_loading_twice_gives_the_group_that_is_there(atlas, loaded):
    count = len(loaded.mapLayers())
    group = layers.load(atlas, loaded)
    assert len(loaded.mapLayers()) == count
    assert group.name() == "DPRK City Atlas"


def test_unloading_leaves_the_users_own_things(atlas, project):
    from qgis.core import QgsBookmark, QgsMapThemeCollection, QgsVectorLayer

    own = QgsVectorLayer("Point?crs=EPSG:4326", "mine", "memory")
    project.addMapLayer(own)
    project.mapThemeCollection().insert("My theme", QgsMapThemeCollection.MapThemeRecord())
    bookmark = QgsBookmark()
    bookmark.setName("My place")
    project.bookmarkManager().addBookmark(bookmark)
    layers.load(atlas, project)
    layers.unload(atlas, project)
    assert list(project.mapLayers().values()) == [own]
    assert project.mapThemeCollection().mapThemes() == ["My theme"]
    assert [one.name() for one in project.bookmarkManager().bookmarks()] == ["My place"]
    assert project.relationManager().relations() == {}
    assert [node.name() for node in project.layerTreeRoot().children()] == ["mine"]


def test_a_layer_of_the_users_in_the_group_stays(atlas, loaded):
    from qgis.core import QgsVectorLayer

    own = QgsVectorLayer("Point?crs=EPSG:4326", "mine", "memory")
    loaded.addMapLayer(own, False)
    layers.group_of(loaded, atlas.uuid).addLayer(own)
    layers.unload(atlas, loaded)
    assert list(loaded.mapLayers().values()) == [own]
    assert layers.group_of(loaded, atlas.uuid) is None
    assert [node.layerId() for node in loaded.layerTreeRoot().findLayers()] == [own.id()]


def test_layers_that_were_dragged_out_of_the_group_go_with_the_atlas(atlas, loaded, layer):
    root, sites = loaded.layerTreeRoot(), layer("sites")
    node = root.findLayer(sites.id())
    root.addChildNode(node.clone())
    node.parent().removeChildNode(node)
    layers.unload(atlas, loaded)
    assert loaded.mapLayers() == {}


def test_the_layers_follow_an_atlas_that_was_moved(atlas, loaded, layer, tmp_path):
    layer("sites").renderer().setClassAttribute("status")
    project_file, moved = str(tmp_path / "work.qgs"), tmp_path / "moved.gpkg"
    assert loaded.write(project_file)
    ids = set(loaded.mapLayers())
    loaded.clear()
    atlas.path.rename(moved)
    assert loaded.read(project_file)
    assert not layer("sites").isValid()
    again = store.open_atlas(moved)
    layers.load(again, loaded)
    assert set(loaded.mapLayers()) == ids
    assert [one.name() for one in loaded.mapLayers().values() if not one.isValid()] == []
    assert layers.file_of(layer("unlocated")) == moved
    assert layer("sites").featureCount() + layer("unlocated").featureCount() == again.count(Site)
    assert layer("sites").renderer().classAttribute() == "status"
    assert layer("history").readOnly()
    assert not layer("sites").readOnly()


def test_an_atlas_without_its_sites_layer_is_loaded_anew(atlas, loaded, layer):
    count = len(loaded.mapLayers())
    loaded.removeMapLayer(layer("sites"))
    layers.load(atlas, loaded)
    assert len(loaded.mapLayers()) == count
    assert len(loaded.layerTreeRoot().findGroups()) == 1


def test_a_table_that_is_gone_is_named_and_nothing_is_left(atlas, project):
    with atlas.backend.transaction() as db:
        db.execute("DROP TABLE control_points")
    with pytest.raises(Exception, match="control_points"):
        layers.load(atlas, project)
    assert project.mapLayers() == {}
    assert project.layerTreeRoot().children() == []
