# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""A KMZ that the window writes, looked into; and in, out, in again through the windows."""

from __future__ import annotations

import importlib
import posixpath
import tempfile
import zipfile
from pathlib import Path
from xml.etree import ElementTree

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtWidgets import QComboBox, QPushButton

NS = {"k": "http://www.opengis.net/kml/2.2"}
KML = """<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2" xmlns:gx="http://www.google.com/kml/ext/2.2"><Document>
<name>Public map</name><Style id="red"><IconStyle><Icon><href>files/red.png</href></Icon></IconStyle></Style>
<Style id="line"><LineStyle><color>ff0000ff</color><width>3</width></LineStyle></Style>
<Folder><name>AAA</name><open>1</open><visibility>0</visibility><Folder><name>57 mm</name>
<Placemark id="a1"><name>함흥 O'Brien"; DROP</name>
<description><![CDATA[<b>six</b> guns &amp; <i>radar</i>]]></description>
<styleUrl>#red</styleUrl><TimeSpan><begin>1944</begin><end>2017-05</end></TimeSpan>
<ExtendedData><Data name="guns"><value>6</value></Data></ExtendedData>
<Point><coordinates>127.5512345678,39.9012345678,12</coordinates></Point></Placemark></Folder>
<Placemark><name>Second</name><TimeStamp><when>1951-06-25</when></TimeStamp>
<Point><coordinates>127.61,39.83</coordinates></Point></Placemark></Folder>
<Folder><name>Railways</name><Placemark><name>Old line</name><styleUrl>#line</styleUrl>
<LineString><tessellate>1</tessellate><coordinates>127.6,39.8,0 127.7,39.9,0</coordinates></LineString>
</Placemark></Folder><Folder><name>Empty</name></Folder></Document></kml>"""
PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c63f8cfc0f01f0005000201a5f645400000000049454e44ae426082"
)


def _core(desk, name):
    return importlib.import_module(f"{type(desk.plugin()).__module__.rsplit('.', 1)[0]}.core.{name}")


def _open(desk, empty=False):
    folder = Path(tempfile.mkdtemp(prefix="atlas-kmz-"))
    if empty:
        store, seed = _core(desk, "atlas.store.store"), _core(desk, "atlas.seed")
        store.create(folder / "mine.gpkg", seed.read(empty=True), title="Empty")
    else:
        desk.plugin().open_atlas().copy_to(folder / "mine.gpkg")
        desk.plugin().close_atlas()
    return desk.plugin().open_atlas(folder / "mine.gpkg")


def _window(desk, action, name):
    desk.find(action).trigger()
    return desk.window(name)


def _import(desk, path):
    window = _window(desk, "actionImport", "CityAtlasImportDialog")
    window.findChild(QgsFileWidget, "importFile").setFilePath(str(path))
    go = window.findChild(QPushButton, "importButton")
    desk.wait_until(go.isEnabled, 30, "the preview")
    text = window.summary.text()
    desk.click(go)
    desk.wait_until(lambda: not window.isVisible(), 30, "the import")
    return text


def _export(desk, path):
    window = _window(desk, "actionExport", "CityAtlasExportDialog")
    box = window.findChild(QComboBox, "exportFormat")
    box.setCurrentIndex(box.findData("kmz"))
    window.findChild(QgsFileWidget, "exportFile").setFilePath(str(path))
    desk.click(window.findChild(QPushButton, "exportButton"))
    desk.wait_until(lambda: not window.isVisible(), 60, "the export")


def _inside(path):
    with zipfile.ZipFile(path) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def _canonical(content):
    return ElementTree.canonicalize(content.decode("utf-8"), strip_text=True)


def test_the_kmz_of_the_atlas_has_its_icons_styles_folders_and_dates(desk):
    atlas = _open(desk)
    path = atlas.path.with_name("atlas.kmz")
    _export(desk, path)
    files = _inside(path)
    assert next(iter(files)).endswith(".kml"), "Google Earth opens the first document"
    assert all(not name.startswith("/") and ".." not in name for name in files)
    (document,) = [content for name, content in files.items() if name.endswith(".kml")]
    root = ElementTree.fromstring(document)
    styles = {style.get("id") for style in root.iter(f"{{{NS['k']}}}Style")}
    styles |= {style.get("id") for style in root.iter(f"{{{NS['k']}}}StyleMap")}
    placemarks = list(root.iter(f"{{{NS['k']}}}Placemark"))
    sites = atlas.rows(_core(desk, "atlas.model").Site)
    assert len(placemarks) >= len(sites)
    used = {mark.findtext("k:styleUrl", "", NS).lstrip("#") for mark in placemarks} - {""}
    assert used and used <= styles
    icons = {href.text for href in root.iterfind(".//k:IconStyle/k:Icon/k:href", NS)}
    assert icons and all(posixpath.normpath(icon) in files for icon in icons)
    assert all(files[icon].startswith(b"\x89PNG") for icon in icons)
    folders = [folder.findtext("k:name", "", NS) for folder in root.iter(f"{{{NS['k']}}}Folder")]
    assert len(folders) > 10
    assert "" not in folders
    begins = {mark.text for mark in root.iterfind(".//k:TimeSpan/k:begin", NS)}
    assert any(len(begin) == 4 for begin in begins), "a year stays a year"
    dated = [site for site in sites if site.begin_earliest]
    spans = [mark for mark in placemarks if mark.find("k:TimeSpan", NS) is not None]
    assert len(spans) >= len([site for site in dated if site.geom]) * 0.9
    text = (
        f"{len(placemarks)} placemarks, {len(folders)} folders, {len(icons)} icons, {len(spans)} time spans"
    )
    desk.note("KMZ of the atlas", text)


def test_in_out_in_is_a_fixed_point_through_the_windows(desk):
    atlas = _open(desk, empty=True)
    first = atlas.path.with_name("Public map.kmz")
    with zipfile.ZipFile(first, "w") as archive:
        archive.writestr("doc.kml", KML)
        archive.writestr("files/red.png", PNG)
    told = _import(desk, first)
    second = atlas.path.with_name("second.kmz")
    _export(desk, second)
    one, two = _inside(first), _inside(second)
    assert _canonical(one["doc.kml"]) == _canonical(two["doc.kml"])
    assert two["files/red.png"] == PNG
    desk.plugin().close_atlas()
    atlas = _open(desk, empty=True)
    again = _import(desk, second)
    assert again == told
    third = atlas.path.with_name("third.kmz")
    _export(desk, third)
    assert _inside(third) == two
    site_type = _core(desk, "atlas.model").Site
    site = next(row for row in atlas.rows(site_type) if row.name.startswith("함흥"))
    assert (site.begin_text, site.end_text, site.folder_path) == (
        "1944",
        "2017-05",
        "Public map / AAA / 57 mm",
    )
    assert site.geom.startswith("POINT (127.5512345678 39.9012345678")
