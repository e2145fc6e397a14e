# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""KML as real maps use it, and as it comes broken, is read whole; the doubts are told with their lines."""

from __future__ import annotations

import pytest
from kmlfiles import DATA, HEAD, TAIL, items, kml, kmz, point, read, snapshot

from dprk_city_atlas.plugin.core.errors import AtlasError
from dprk_city_atlas.plugin.core.exchange.kml import fast, reader
from dprk_city_atlas.plugin.core.exchange.kml.records import Folder

EVERYTHING = DATA / "everything.kml"


def by_name(path):
    return {item.name: item for item in items(path)}


def test_every_kind_of_feature_is_read_in_order_with_its_folders():
    file, records = read(EVERYTHING)
    folders = [record for record in records if isinstance(record, Folder)]
    assert [folder.path for folder in folders] == [
        (),
        ("Everything & more",),
        ("Everything & more", "South Hamgyong"),
        ("Everything & more", "South Hamgyong", "AAA"),
        ("Everything & more", "South Hamgyong", "Lines and surfaces"),
    ]
    assert [folders[2].visibility, folders[3].is_open, folders[1].kml_id] == [False, True, "doc"]
    assert folders[1].description == "<b>All</b> the kinds"
    kinds = [record.kind for record in records if not isinstance(record, Folder)]
    assert kinds == ["Placemark"] * 9 + [
        "GroundOverlay", "GroundOverlay", "ScreenOverlay", "PhotoOverlay", "NetworkLink", "gx:Tour", "Other",
    ]  # fmt: skip
    assert file.oddities == []


def test_a_placemark_keeps_text_dates_data_and_place():
    item = by_name(EVERYTHING)["Battery 1 함흥"]
    assert item.description == ('<p onclick="x()">8 guns</p><table><tr><td>1 &lt; 2 & more</td></tr></table>')
    assert (item.begin, item.end, item.when, item.visibility) == ("1944", "1953-07", "", False)
    assert (item.kml_id, item.style_url, item.line) == ("b1", "#gunmap", 20)
    assert item.data == [("guns", "8"), ("empty", "")]
    assert item.geometry == ("Point", (127.536, 39.831, 0.0))
    assert item.xml.startswith('<Placemark id="b1">') and item.xml.endswith("</Placemark>")


def test_escaped_text_schema_data_and_stamps():
    item = by_name(EVERYTHING)["Battery <2>"]
    assert item.description == "plain <i>escaped</i> &amp; text"
    assert (item.when, item.data) == ("2016-05-30", [("guns", "6")])
    assert item.geometry == ("Point", (127.6, 39.9, None))


def test_geometries():
    found = by_name(EVERYTHING)
    assert found["No place"].geometry is None and not found["No place"].problem
    assert found["Wall"].geometry == (
        "LineString", [(127.1, 39.1, 0.0), (127.2, 39.2, 0.0), (127.3, 39.3, 0.0)],
    )  # fmt: skip
    kind, rings = found["Compound"].geometry
    assert (kind, len(rings), rings[1][0]) == ("Polygon", 2, (127.02, 39.01, None))
    assert found["Both"].geometry == (
        "MultiGeometry",
        [
            ("Point", (127.4, 39.4, 5.0)),
            ("MultiGeometry", [("LineString", [(127.0, 39.0, None), (128.0, 40.0, None)])]),
        ],
    )
    assert found["Track"].geometry == ("Track", [(127.1, 39.1, 10.0), (127.2, 39.2, 11.0)])
    assert found["Track"].when == ""
    assert found["Tracks"].geometry == ("MultiGeometry", [("Track", [(127.1, 39.1, 10.0)])])
    assert found["Model"].geometry == ("Point", (127.7, 39.7, None))


@pytest.mark.parametrize("kind", ["MultiPoint", "MultiGeometry"])
def test_multi_geometries_under_names_that_kml_does_not_have(tmp_path, kind):
    inner = "<Point><coordinates>127,39</coordinates></Point>"
    item = items(kml(tmp_path, f"<Placemark><{kind}>{inner}</{kind}></Placemark>"))[0]
    assert item.geometry == ("MultiGeometry", [("Point", (127.0, 39.0, None))])


def test_overlays_and_links_are_listed_with_what_they_need():
    found = by_name(EVERYTHING)
    assert found["Sheet"].values == {
        "href": "files/sheet.png", "north": "40", "south": "39.7", "east": "127.8", "west": "127.3",
        "rotation": "-3.5",
    }  # fmt: skip
    assert found["Quad"].values["coordinates"].startswith("127.3,39.7 127.8,39.71")
    assert found["Elsewhere"].values["href"] == "http://example.org/more.kmz"


def test_the_short_cut_and_the_long_way_agree(monkeypatch):
    short = [snapshot(record) for record in read(EVERYTHING)[1]]
    monkeypatch.setattr(fast, "match", lambda *_: None)
    assert [snapshot(record) for record in read(EVERYTHING)[1]] == short


@pytest.mark.parametrize("size", [1, 7, 61, 1000])
def test_pieces_of_any_size_give_the_same(monkeypatch, size):
    whole = [snapshot(record) for record in read(EVERYTHING)[1]]
    data = EVERYTHING.read_bytes()
    pieces = [data[at : at + size] for at in range(0, len(data), size)]
    monkeypatch.setattr(reader, "file_chunks", lambda _path: iter(pieces))
    assert [snapshot(record) for record in read(EVERYTHING)[1]] == whole


@pytest.mark.parametrize(
    "inner",
    [
        "<description>a</description><description>b</description>",
        "<description><![CDATA[a]]> b</description>",
        "<description>a ]]&gt; b</description>",
        "<description><b>bold</b> text</description>",
        "<description>&#44032;&#x20;&quot;</description>",
        "<description>\r\na\rb\r\n</description>",
        "<Snippet maxLines='2'></Snippet><snippet/>",
        "<ExtendedData><Data name='a'><value>1</value></Data></ExtendedData>",
        '<ExtendedData xmlns:m="urn:m"><m:x>1</m:x></ExtendedData>',
        "<!-- <Placemark><name>not me</name></Placemark> -->",
        "<TimeSpan><end>2001</end></TimeSpan>",
        "<TimeSpan/>",
        "<LookAt><gx:TimeStamp><when>1999</when></gx:TimeStamp><longitude>1</longitude></LookAt>",
        "<Style><IconStyle><Icon><href>a.png</href></Icon></IconStyle></Style>",
        "<Region><LatLonAltBox><north>1</north></LatLonAltBox></Region>",
    ],
)
def test_both_ways_agree_on_odd_builds(tmp_path, monkeypatch, inner):
    path = kml(tmp_path, point("A", inner=inner) + point("B"))
    short = [snapshot(record) for record in read(path)[1]]
    monkeypatch.setattr(fast, "match", lambda *_: None)
    assert [snapshot(record) for record in read(path)[1]] == short
    assert [record["name"] for record in short[2:]] == ["A", "B"]


def test_what_is_commented_out_or_quoted_is_no_placemark(tmp_path):
    path = kml(
        tmp_path,
        f"<!-- {point('ghost')} {point('ghost 2')} -->"
        f"<description><![CDATA[{point('quoted')}]]></description>"
        f"{point('real')}<!-- {point('ghost')} -->{point('real 2')}",
    )
    assert [item.name for item in items(path)] == ["real", "real 2"]


def test_other_prefixes_mean_the_same(tmp_path):
    head = '<k:kml xmlns:k="http://www.opengis.net/kml/2.2" xmlns:g="http://www.google.com/kml/ext/2.2">'
    body = (
        head + "<k:Document><k:name>D</k:name><k:Placemark><k:name>A</k:name><k:Point><k:coordinates>127,39"
        "</k:coordinates></k:Point></k:Placemark><k:Placemark><k:name>T</k:name><g:Track><g:coord>127 39 0"
        "</g:coord></g:Track></k:Placemark></k:Document></k:kml>"
    )
    found = items(kml(tmp_path, body.encode()))
    assert [item.geometry for item in found] == [
        ("Point", (127.0, 39.0, None)),
        ("Track", [(127.0, 39.0, 0.0)]),
    ]
    assert found[0].folder.path == ("D",)


@pytest.mark.parametrize("root", ["<Document>{}</Document>", "<Folder>{}</Folder>", "<kml>{}</kml>", "{}"])
def test_files_without_namespace_or_root_are_read(tmp_path, root):
    assert items(kml(tmp_path, root.format(point()).encode()))[0].geometry[1][:2] == (127.5, 39.8)


def test_update_in_a_network_link_control_is_no_content(tmp_path):
    path = kml(
        tmp_path,
        f"<kml><NetworkLinkControl><Update><Create>{point('x')}</Create></Update></NetworkLinkControl></kml>".encode(),
    )
    assert items(path) == []


# -- encodings -----------------------------------------------------------------------------------------

KOREAN = "함흥시 고사포 진지, 청진시 로켓"


@pytest.mark.parametrize(
    ("declared", "encoding", "read_as"),
    [
        ("UTF-8", "utf-8", "utf-8"),
        ("UTF-8", "utf-8-sig", "utf-8"),
        ("EUC-KR", "euc-kr", "cp949"),
        ("ks_c_5601-1987", "cp949", "cp949"),
        ("UTF-8", "cp949", "cp949"),
        ("", "cp949", "cp949"),
        ("EUC-KR", "utf-8", "utf-8"),
        ("UTF-16", "utf-16", "utf-16"),
        ("UTF-16", "utf-16-le", "utf-16-le"),
        ("UTF-16", "utf-16-be", "utf-16-be"),
        ("UTF-16", "utf-8", "utf-8"),
        ("UTF-8", "utf-16", "utf-16"),
        ("rot13", "utf-8", "utf-8"),
        ("no-such-thing", "utf-8", "utf-8"),
    ],
)
def test_encodings_whatever_is_declared(tmp_path, declared, encoding, read_as):
    said = f' encoding="{declared}"' if declared else ""
    head = f'<?xml version="1.0"{said}?><kml xmlns="http://www.opengis.net/kml/2.2"><Document>'
    path = kml(tmp_path, point("first") + point(KOREAN), encoding=encoding, head=head)
    file, records = read(path)
    assert [record.name for record in records[2:]] == ["first", KOREAN]
    assert file.encodings[path.name] == read_as
    wrong = (declared or "UTF-8").upper().startswith("UTF-8") and read_as == "cp949"
    assert [o.code for o in file.oddities] == (
        ["encoding"] if wrong or (declared, encoding) == ("EUC-KR", "utf-8") else []
    )


def test_japanese_text_is_told_from_korean(tmp_path):
    name = "ナホトカ、セイシンのみなと、かんこう"
    file, records = read(kml(tmp_path, point(name), encoding="cp932"))
    assert records[2].name == name and list(file.encodings.values()) == ["cp932"]


def test_a_few_broken_bytes_do_not_spoil_good_utf8(tmp_path):
    body = (HEAD + point(KOREAN) + "<Placemark><name>").encode() + b"bad \xff\xfe\xed\xa0\x80"
    file, records = read(kml(tmp_path, body + ("</name></Placemark>" + TAIL).encode()))
    assert [record.name.split()[0] for record in records[2:]] == ["함흥시", "bad"]
    assert "\ufffd" in records[3].name
    assert [oddity.code for oddity in file.oddities] == ["encoding"]


# -- slips ---------------------------------------------------------------------------------------------


def test_bare_ampersands_entities_and_signs_are_mended_and_told(tmp_path):
    body = (
        f"\n{point('Before')}\n{point('R&D & more')}\n{point('caf&eacute;&nbsp;&copy;')}\n{point('a < 5')}"
        f"\n{point('x', inner='<description><![CDATA[a & b &nbsp; <c>]]></description>')}"
        f"\n{point('&#0;z' + chr(8))}"
    )
    file, records = read(kml(tmp_path, body))
    assert [record.name for record in records[2:]] == [
        "Before", "R&D & more", "café\xa0©", "a < 5", "x", "\ufffdz\ufffd",
    ]  # fmt: skip
    assert records[6].description == "a & b &nbsp; <c>"
    told = [(oddity.line, oddity.message.split(" was")[0]) for oddity in file.oddities]
    assert told == [
        (3, "a bare &"), (3, "a bare &"), (4, "an HTML entity"), (4, "an HTML entity"),
        (4, "an HTML entity"), (5, "a bare <"), (7, "a character that XML forbids"),
        (7, "a character that XML forbids"),
    ]  # fmt: skip


def test_mending_in_pieces_of_any_size(tmp_path, monkeypatch):
    path = kml(tmp_path, point("R&D &nbsp; <![CDATA[ & ]]>") + point("a<5 &amp; b"))
    whole = [record.name for record in read(path)[1]]
    data = path.read_bytes()
    for size in (1, 3, 10, 65):
        pieces = [data[at : at + size] for at in range(0, len(data), size)]
        monkeypatch.setattr(reader, "file_chunks", lambda _path, pieces=pieces: iter(pieces))
        assert [record.name for record in read(path)[1]] == whole
    assert whole[2:] == ["R&D \xa0  &", "a<5 & b"]


def test_blank_lines_before_the_declaration_and_rubbish_behind_the_end(tmp_path):
    path = kml(tmp_path, b"\n\n " + (HEAD + point() + TAIL).encode() + b"\n\x00\x00<more>")
    file, records = read(path)
    assert [record.line for record in records if not isinstance(record, Folder)] == [3]
    assert file.oddities[-1].message.startswith("what follows")


@pytest.mark.parametrize(
    ("inner", "kind", "code", "odd"),
    [
        ("<Point><coordinates/></Point><gx:Track><gx:coord>1 2</gx:coord></gx:Track>", "Track", "", ["part"]),
        ("<MultiGeometry><Point/><Point><coordinates>1,2</coordinates></Point></MultiGeometry>",
         "MultiGeometry", "", ["part"]),
        ("<Point><coordinates> </coordinates></Point><gx:Track/>", None, "empty", []),
        ("<MultiGeometry><LineString/></MultiGeometry>", None, "empty", []),
        ("<Model><Location/></Model>", None, "empty", []),
        ("<Point/><Point><coordinates>1</coordinates></Point>", None, "unreadable", []),
    ],
)  # fmt: skip
def test_an_empty_part_counts_only_where_no_other_tells_the_place(tmp_path, inner, kind, code, odd):
    file, records = read(kml(tmp_path, f"<Placemark>{inner}</Placemark>"))
    item = records[2]
    assert (item.geometry and item.geometry[0], item.problem_code) == (kind, code)
    assert [oddity.code for oddity in file.oddities] == odd


@pytest.mark.parametrize("comment", ["a -- b", "-", "--", "x-", "a --- b", "-" * 70, "\x01"])
def test_comments_that_xml_forbids(tmp_path, monkeypatch, comment):
    for size in (41, 100, reader.CHUNK):
        monkeypatch.setattr(reader, "CHUNK", size)
        body = f"<!--{'x' * 50}{comment}-->" + point("a") + "<!-- <Placemark/> -->"
        assert [item.name for item in items(kml(tmp_path, body))] == ["a"]


@pytest.mark.parametrize("encoding", ["utf-32-le", "utf-32-be"])
def test_wide_encodings_without_a_mark(tmp_path, encoding):
    text = f"<kml>{point('함흥')}</kml>"
    assert items(kml(tmp_path, text.encode(encoding)))[0].name == "함흥"


@pytest.mark.parametrize(
    ("coordinates", "code"),
    [
        ("39.8,127.5", "swapped"), ("nan,39", "nonfinite"), ("1e400,39", "nonfinite"),
        ("inf,39", "nonfinite"),
        ("-200,39", "range"), ("127.5", "unreadable"), ("abc", "unreadable"), ("127,5,39,8", "unreadable"),
        ("", "empty"), ("127.5;39.8", "unreadable"), ("1_27,39", "unreadable"), ("127 39", "unreadable"),
        ("127,39 128,40", "unreadable"), ("127°,39°", "unreadable"), ("127,39,nan", "nonfinite"),
    ],
)  # fmt: skip
def test_bad_coordinates_are_named_with_line_and_reason(tmp_path, coordinates, code):
    item = items(kml(tmp_path, "\n" + point("B", coordinates) + point("C")))[0]
    assert (item.problem_code, item.geometry, item.line) == (code, None, 2)
    assert item.problem


@pytest.mark.parametrize(
    "coordinates", [" 127.5,39.8 ", "127.5, 39.8, 0", "\n127.5,39.8,\n", "+127.5,39.80,1e1"]
)
def test_forgivable_spellings(tmp_path, coordinates):
    assert items(kml(tmp_path, point("B", coordinates)))[0].geometry[1][:2] == (127.5, 39.8)


# -- archives ------------------------------------------------------------------------------------------


def test_doc_kml_comes_first_and_the_others_after_it(tmp_path):
    path = kmz(
        tmp_path,
        [
            ("z/other.kml", HEAD + point("other") + TAIL),
            ("doc.kml", HEAD + point("main") + TAIL),
            ("i.png", "x"),
        ],
    )
    file, records = read(path)
    assert [(r.name, r.folder.document) for r in records if not isinstance(r, Folder)] == [
        ("main", 0),
        ("other", 1),
    ]
    assert file.documents == ["doc.kml", "z/other.kml"] and file.resources == ["i.png"]


def test_a_kmz_named_kml_is_read_as_what_it_is(tmp_path):
    path = kmz(tmp_path, [("doc.kml", HEAD + point() + TAIL)], name="a.kml")
    assert read(path)[0].is_archive


def test_resources_are_read_from_the_archive(tmp_path):
    path = kmz(tmp_path, [("doc.kml", HEAD + TAIL), ("files/a.png", b"icon")])
    with reader.KmlFile(path) as file:
        assert file.read_resource("files/a.png") == b"icon"


def test_progress_runs_to_one_and_may_stop(tmp_path):
    path = kml(tmp_path, point() * 5000)
    shares = []
    with reader.KmlFile(path) as file:
        list(file.records(shares.append))
        assert shares == sorted(shares) and shares[-1] == 1.0

        def stop(_share):
            raise AtlasError("enough")

        with pytest.raises(AtlasError, match="enough"):
            list(file.records(stop))
