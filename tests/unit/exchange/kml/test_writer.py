# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""What goes out is what came in, as XML; what is new is valid; what fails leaves the older file alone."""

from __future__ import annotations

import re
import zipfile

import pytest
from kmlfiles import DATA, HEAD, TAIL, items, kml, kmz, normal, point, read

from dprk_city_atlas.plugin.core.errors import AtlasError
from dprk_city_atlas.plugin.core.exchange.kml import writer
from dprk_city_atlas.plugin.core.exchange.kml.patch import ORDER, cdata, patch
from dprk_city_atlas.plugin.core.exchange.kml.reader import KmlFile
from dprk_city_atlas.plugin.core.exchange.kml.records import Folder, Item

NEW = {"kml": "{http://www.opengis.net/kml/2.2}"}


def rewrite(source, target):
    with KmlFile(source) as file:
        records = list(file.records())
        documents = [
            (name, [r for r in records if (r if isinstance(r, Folder) else r.folder).document == number])
            for number, name in enumerate(file.documents)
        ]
        writer.write(target, documents, [(name, file.read_resource(name)) for name in file.resources])
    return target


def test_in_and_out_is_the_same_xml(tmp_path):
    source = DATA / "everything.kml"
    out = rewrite(source, tmp_path / "out.kml")
    assert normal(out.read_bytes()) == normal(source.read_bytes())
    assert rewrite(out, tmp_path / "again.kml").read_bytes() == out.read_bytes()


def test_an_archive_keeps_documents_and_files(tmp_path):
    members = [
        ("doc.kml", HEAD + point("main") + TAIL),
        ("sub/b.kml", HEAD + point("other") + TAIL),
        ("files/a.png", b"\x89PNG"),
    ]
    out = rewrite(kmz(tmp_path, members), tmp_path / "out.kmz")
    with zipfile.ZipFile(out) as archive:
        assert archive.namelist() == ["doc.kml", "sub/b.kml", "files/a.png"]
        assert archive.read("files/a.png") == b"\x89PNG"
        for name, content in members[:2]:
            assert normal(archive.read(name)) == normal(content)


@pytest.mark.parametrize(
    "text",
    [
        "plain",
        "a < b & c",
        "]]>",
        "x]]>y<z",
        "<b>&amp;</b>",
        "\x00\x08\ud800\ufffe",
        "O'Brien\"; --",
        "a\r\nb<",
        "한",
    ],
)
def test_any_text_comes_back(tmp_path, text):
    root = Folder(0, None, "kml", 0, 0)
    folder = Folder(1, root, "Folder", 0, 0)
    folder.name = folder.description = text
    item = Item("Placemark", folder, 0, 0)
    item.name, item.description, item.kml_id = text, text, text
    item.data = [(text, text)]
    item.geometry = ("Point", (127.123456789012, 39.0, None))
    item.begin, item.end = "1944", "1953-07"
    writer.write(tmp_path / "a.kml", [("doc.kml", [root, folder, item])])
    file, records = read(tmp_path / "a.kml")
    legal = re.sub("[\x00-\x08\ud800\ufffe]", "\ufffd", text)
    assert records[1].name == records[2].name == legal.strip()
    assert records[1].description == records[2].description == legal
    assert [value for _key, value in records[2].data] == [legal]
    assert records[2].geometry == item.geometry
    assert (records[2].begin, records[2].end) == ("1944", "1953-07")
    assert file.oddities == []


@pytest.mark.parametrize("name", ["Wall", "Compound", "Both"])
def test_geometries_made_anew_are_the_same(tmp_path, name):
    item = {item.name: item for item in items(DATA / "everything.kml")}[name]
    again = items(kml(tmp_path, f"<Placemark>{writer.geometry_xml(item.geometry)}</Placemark>"))[0]
    assert again.geometry == item.geometry


def test_a_failed_write_leaves_the_older_file_and_nothing_else(tmp_path):
    target = tmp_path / "a.kmz"
    target.write_bytes(b"old")

    def broken():
        yield Folder(0, None, "kml", 0, 0)
        raise AtlasError("stop")

    with pytest.raises(AtlasError, match="stop"):
        writer.write(target, [("doc.kml", broken())])
    bad = Item("Placemark", Folder(0, None, "kml", 0, 0), 0, 0)
    bad.xml = "<Placemark><name>"
    with pytest.raises(AtlasError, match="not well-formed"):
        writer.write(target, [("doc.kml", [bad.folder, bad])])
    assert target.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [target]


def test_two_documents_need_an_archive(tmp_path):
    root = Folder(0, None, "kml", 0, 0)
    with pytest.raises(AtlasError, match=r"needs a \.kmz"):
        writer.write(tmp_path / "a.kml", [("doc.kml", [root]), ("b.kml", [root])])


# -- patches -------------------------------------------------------------------------------------------

XML = (
    '<Placemark id="p"><name>A</name><!-- kept --><Snippet/><description><![CDATA[<b>d</b>]]></description>'
    "<styleUrl>#s</styleUrl><ExtendedData><Data name='name'><value>1</value></Data></ExtendedData>"
    "<Point><extrude>1</extrude><coordinates> 127.50,39.80,12 </coordinates></Point></Placemark>"
)


def test_a_patch_changes_what_it_names_and_nothing_else():
    changed = patch(XML, {"name": "<name>한 &amp; B</name>"})
    assert changed == XML.replace("<name>A</name>", "<name>한 &amp; B</name>")
    assert patch(XML, {}, (128.0, 40.0, None)) == XML.replace(" 127.50,39.80,12 ", "128.0,40.0,12")
    assert patch(XML, {"description": None}) == re.sub("<description>.*</description>", "", XML)


def test_a_new_part_takes_its_place_in_the_schema():
    span = "<TimeSpan><begin>1944</begin></TimeSpan>"
    assert patch(XML, {"TimeSpan": span}) == XML.replace("</description>", "</description>" + span)
    assert patch("<Placemark><Point/></Placemark>", {"name": "<name>x</name>"}) == (
        "<Placemark><name>x</name><Point/></Placemark>"
    )
    assert (
        patch("<Placemark></Placemark>", {"name": "<name>x</name>"})
        == "<Placemark><name>x</name></Placemark>"
    )
    assert ORDER.index("TimeSpan") < ORDER.index("styleUrl")


def test_cdata_only_where_markup_needs_it():
    assert cdata("plain") == "plain"
    assert cdata("a ]]> <b>") == "<![CDATA[a ]]]]><![CDATA[> <b>]]>"
