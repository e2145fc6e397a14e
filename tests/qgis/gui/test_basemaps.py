# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Backgrounds: the list, addresses and files of the user's, and what the themes show."""

from __future__ import annotations

import json
from urllib.parse import unquote, urlsplit

import numpy as np
import pytest
from osgeo import gdal, osr
from qgis.core import QgsHillshadeRenderer

from dprk_city_atlas.plugin.core import basemaps
from dprk_city_atlas.plugin.core.atlas.layers.layer_roles import find
from dprk_city_atlas.plugin.core.atlas.layers.project import THEME_THEN, THEME_TODAY
from dprk_city_atlas.plugin.core.errors import AtlasError


def roles_of_theme(project, theme):
    record = project.mapThemeCollection().mapThemeState(theme)
    return {entry.layer().customProperty("dprk_city_atlas/role") for entry in record.layerRecords()}


@pytest.mark.parametrize("basemap", basemaps.shipped(), ids=lambda basemap: basemap.key)
def test_every_background_says_whom_it_asks_whose_it_is_and_under_which_terms(basemap):
    assert urlsplit(basemap.address).scheme == "https"
    assert basemap.host
    assert basemap.attribution
    assert basemap.licence
    assert urlsplit(basemap.terms).scheme == "https"
    assert 0 <= basemap.zoom_min < basemap.zoom_max <= 22


def test_keys_are_used_once():
    keys = [basemap.key for basemap in basemaps.shipped()]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    "text", ["tile.example/{z}/{x}/{y}.png", "ftp://a/{z}/{x}/{y}", "https://a.example/map.png", ""]
)
def test_what_is_no_xyz_address_is_refused(text):
    with pytest.raises(AtlasError):
        basemaps.own(text)


def test_an_address_with_a_query_reaches_the_layer_whole():
    layer = basemaps.tiles(basemaps.own("https://a.example/t?layer=b c&z={z}&x={x}&y={y}&key=1"))
    assert layer.isValid()
    assert "/t?layer=b c&z={z}&x={x}&y={y}&key=1" in unquote(layer.source()).replace("%26", "&")


def test_releases_of_wayback_come_newest_first_and_only_their_days():
    content = {
        "10": {"itemTitle": "World Imagery (Wayback 2014-02-20)"},
        "64001": {"itemTitle": "World Imagery (Wayback 2025-01-30)"},
        "7": {"itemTitle": "no day"},
    }
    found = basemaps.releases(json.dumps(content).encode())
    assert [(release.number, release.published) for release in found] == [
        (64001, "2025-01-30"),
        (10, "2014-02-20"),
    ]
    address = basemaps.wayback(found[0]).address
    assert address.startswith(f"https://{basemaps.WAYBACK_HOST}/")
    assert address.endswith("/tile/64001/{z}/{y}/{x}")


@pytest.mark.parametrize("content", [b"", b"<html>", b"[1, 2]", b'{"a": {}}', b'{"1": 5}'])
def test_a_list_that_is_none_is_told(content):
    with pytest.raises(AtlasError, match="cannot be read"):
        basemaps.releases(content)


def test_a_background_takes_the_place_of_the_offline_base_in_the_themes_of_today_only(loaded):
    project = loaded
    before = {theme: roles_of_theme(project, theme) for theme in (THEME_TODAY, THEME_THEN)}
    layer = basemaps.tiles(basemaps.shipped()[0])
    basemaps.show(project, layer)
    root = project.layerTreeRoot()
    assert root.children()[-1].name() == layer.name()
    assert roles_of_theme(project, THEME_TODAY) & {"background", "base_areas", "world"} == {"background"}
    assert roles_of_theme(project, THEME_THEN) == before[THEME_THEN]
    assert not root.findLayer(find(project, "base_areas").id()).itemVisibilityChecked()
    assert basemaps.attributions(project.mapLayers().values()) == ["© OpenStreetMap contributors"]

    basemaps.show(project, basemaps.tiles(basemaps.shipped()[1]))
    assert (
        len(
            [lay for lay in project.mapLayers().values() if lay.customProperty(basemaps.ATTRIBUTION_PROPERTY)]
        )
        == 1
    )

    basemaps.hide(project)
    assert {theme: roles_of_theme(project, theme) for theme in before} == before
    assert root.findLayer(find(project, "base_areas").id()).itemVisibilityChecked()


def raster(path, bands, kind, georeferenced=True):
    file = gdal.GetDriverByName("GTiff").Create(str(path), 8, 8, bands, kind)
    if georeferenced:
        file.SetGeoTransform((127.5, 0.001, 0, 39.95, 0, -0.001))
        reference = osr.SpatialReference()
        reference.ImportFromEPSG(4326)
        file.SetProjection(reference.ExportToWkt())
    for band in range(bands):
        file.GetRasterBand(band + 1).WriteArray(np.arange(64).reshape(8, 8))
    file = None
    return path


def test_an_elevation_model_is_shaded_and_a_picture_is_not(tmp_path):
    heights = basemaps.of_file(raster(tmp_path / "heights.tif", 1, gdal.GDT_Float32))
    assert isinstance(heights.renderer(), QgsHillshadeRenderer)
    picture = basemaps.of_file(raster(tmp_path / "picture.tif", 3, gdal.GDT_Byte))
    assert not isinstance(picture.renderer(), QgsHillshadeRenderer)


def test_a_file_that_is_no_picture_or_lies_nowhere_is_told(tmp_path):
    text = tmp_path / "notes.tif"
    text.write_text("no picture", encoding="utf-8")
    with pytest.raises(AtlasError, match="cannot be read as a picture"):
        basemaps.of_file(text)
    with pytest.raises(AtlasError, match="does not say where it lies"):
        basemaps.of_file(raster(tmp_path / "scan.tif", 3, gdal.GDT_Byte, georeferenced=False))
