# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""What came into an atlas leaves it the same; what was changed here, and only that, leaves changed."""

from __future__ import annotations

import re
import zipfile

import pytest
from kmlfiles import DATA, HEAD, TAIL, items, kml, kmz, normal, point, read

from dprk_city_atlas.plugin.core.atlas import seed
from dprk_city_atlas.plugin.core.atlas.model import Assertion, Site, Source, Trace
from dprk_city_atlas.plugin.core.atlas.store import store
from dprk_city_atlas.plugin.core.errors import AtlasError
from dprk_city_atlas.plugin.core.exchange.kml.export_kml import ExportOptions, export
from dprk_city_atlas.plugin.core.exchange.kml.import_kml import import_kml
from dprk_city_atlas.plugin.core.exchange.kml.import_options import ImportOptions
from dprk_city_atlas.plugin.core.exchange.privacy import Privacy

EVERYTHING = DATA / "everything.kml"


@pytest.fixture
def atlas(tmp_path):
    return store.create(tmp_path / "a.gpkg", seed.read(empty=True), title="Test")


def other(tmp_path, name="b.gpkg"):
    return store.create(tmp_path / name, seed.read(empty=True), title="Other")


def site(atlas, name):
    [found] = atlas.rows(Site, name=name)
    return found


def edit(atlas, record):
    with atlas.transaction("edit") as writer:
        writer.update(record)


def test_a_kml_comes_back_as_it_was(atlas, tmp_path):
    import_kml(atlas, EVERYTHING, ImportOptions("S"))
    report = export(atlas, tmp_path / "out.kml")
    assert report.items == 16
    assert normal((tmp_path / "out.kml").read_bytes()) == normal(EVERYTHING.read_bytes())


def test_in_out_in_is_a_fixed_point(atlas, tmp_path):
    import_kml(atlas, EVERYTHING, ImportOptions("S"))
    export(atlas, tmp_path / "one.kmz")
    again = other(tmp_path)
    import_kml(again, tmp_path / "one.kmz", ImportOptions("S"))
    export(again, tmp_path / "two.kmz")
    assert (tmp_path / "two.kmz").read_bytes() == (tmp_path / "one.kmz").read_bytes()

    def rows(which):
        return sorted(
            (s.name, s.geom, s.description, s.begin_text, s.folder_path, s.category) for s in which.rows(Site)
        )

    assert rows(again) == rows(atlas)


def test_a_kmz_keeps_its_documents_and_files(atlas, tmp_path):
    members = [
        ("doc.kml", HEAD + '<Style id="s"/>' + point("main") + TAIL),
        ("sub/b.kml", HEAD + "<Folder/>" + point("other") + TAIL),
        ("files/a.png", b"\x89PNG"),
    ]
    import_kml(atlas, kmz(tmp_path, members), ImportOptions("S"))
    export(atlas, tmp_path / "out.kmz")
    with zipfile.ZipFile(tmp_path / "out.kmz") as archive:
        assert archive.namelist() == [name for name, _content in members]
        for name, content in members[:2]:
            assert normal(archive.read(name)) == normal(content)
        assert archive.read("files/a.png") == b"\x89PNG"
    export(atlas, tmp_path / "out.kml")
    assert [item.name for item in items(tmp_path / "out.kml")] == ["main", "other"]


def test_empty_folders_and_bad_places_leave_again(atlas, tmp_path):
    full = f"<Folder><name>F</name>{point()}</Folder>"
    body = f"<Folder><name>E</name></Folder>{point('bad', '39,127')}{full}<Style/>"
    source = kml(tmp_path, body)
    import_kml(atlas, source, ImportOptions("S"))
    export(atlas, tmp_path / "out.kml")
    assert normal((tmp_path / "out.kml").read_bytes()) == normal(source.read_bytes())


def test_changes_made_here_are_in_it_and_nothing_else_changes(atlas, tmp_path):
    import_kml(atlas, EVERYTHING, ImportOptions("S"))
    battery = site(atlas, "Battery 1 함흥")
    battery.name, battery.geom = "Battery <1>", "POINT (127.54 39.83)"
    battery.description, battery.begin_text = "now <b>gone</b>", "1943-02"
    edit(atlas, battery)
    with atlas.transaction("edit") as writer:
        writer.delete(site(atlas, "Battery <2>"))
    export(atlas, tmp_path / "out.kml")
    before = EVERYTHING.read_text(encoding="utf-8")
    expected = before.replace("<name>Battery 1 함흥</name>", "<name>Battery &lt;1&gt;</name>")
    expected = expected.replace("127.536,39.8310,0", "127.54,39.83,0").replace(
        "<begin>1944<", "<begin>1943-02<"
    )
    expected = re.sub(r"<!\[CDATA\[<p onclick.*?\]\]>", "now &lt;b&gt;gone&lt;/b&gt;", expected)
    expected = re.sub(r"<Placemark>\s*<name><!\[CDATA\[Battery <2>.*?</Placemark>", "", expected, flags=re.S)
    assert normal((tmp_path / "out.kml").read_bytes()) == normal(expected.encode())


def test_a_place_given_and_a_place_taken(atlas, tmp_path):
    import_kml(atlas, EVERYTHING, ImportOptions("S"))
    found, lost = site(atlas, "No place"), site(atlas, "Battery 1 함흥")
    found.geom, lost.geom = "POINT (127.1 39.1)", None
    edit(atlas, found)
    edit(atlas, lost)
    export(atlas, tmp_path / "out.kml")
    out = {item.name: item for item in items(tmp_path / "out.kml")}
    assert out["No place"].geometry[1][:2] == (127.1, 39.1) and out["Battery 1 함흥"].geometry is None


def test_an_edited_line_leaves_as_edited(atlas, tmp_path):
    import_kml(atlas, EVERYTHING, ImportOptions("S"))
    wall = next(row for row in atlas.rows(Trace) if row.name == "Wall")
    wall.geom = "LINESTRING (127 39, 128 40)"
    edit(atlas, wall)
    export(atlas, tmp_path / "out.kml")
    out = {item.name: item for item in items(tmp_path / "out.kml")}
    assert out["Wall"].geometry == ("LineString", [(127.0, 39.0, None), (128.0, 40.0, None)])
    assert out["Wall"].kml_id == "line"


def own_site(atlas, **values):
    with atlas.transaction("add") as writer:
        source = Source(title="Own imagery")
        writer.insert(source)
        record = Site(**{"name": "Own", "category": "school", "geom": "POINT (127.5 39.9)", **values})
        writer.insert(record)
        writer.insert(
            Assertion(site_uuid=record.uuid, source_uuid=source.uuid, geom=record.geom, chosen=True)
        )
    return record


def test_own_sites_leave_in_folders_by_category_with_their_icon(atlas, tmp_path):
    record = own_site(
        atlas,
        description="a < b\nc",
        begin_text="c. 1950",
        begin_earliest="1950-01-01",
        begin_latest="1950-12-31",
    )
    export(atlas, tmp_path / "out.kmz", ExportOptions(icons={"school": b"PNG", "port": b"x"}))
    file, records = read(tmp_path / "out.kmz")
    assert file.resources == ["icons/school.png"]
    [item] = items(tmp_path / "out.kmz")
    assert item.folder.path == ("Test", "Atlas", "School")
    assert (item.begin, item.style_url, item.geometry[1][:2]) == ("1950", "#atlas-school", (127.5, 39.9))
    assert item.description == "a &lt; b<br/>c"
    data = dict(item.data)
    assert (data["uuid"], data["likelihood"], data["begin_text"]) == (record.uuid, "possible", "c. 1950")


def test_several_sources_leave_side_by_side_with_their_styles_apart(atlas, tmp_path):
    style = '<Style id="s"><IconStyle><Icon><href>files/a.png</href></Icon></IconStyle></Style>'
    for name, content in (("A", b"1"), ("B", b"2")):
        body = HEAD + f"<name>{name}</name>" + style + point(name, inner="<styleUrl>#s</styleUrl>") + TAIL
        import_kml(
            atlas,
            kmz(tmp_path, [("doc.kml", body), ("files/a.png", content)], f"{name}.kmz"),
            ImportOptions(name),
        )
    own_site(atlas)
    export(atlas, tmp_path / "out.kmz")
    file, _records = read(tmp_path / "out.kmz")
    found = {item.name: item for item in items(tmp_path / "out.kmz")}
    assert found["A"].folder.path == ("Test", "A", "A") and found["B"].folder.path == ("Test", "B", "B")
    assert (found["A"].style_url, found["B"].style_url) == ("#s", "#s2-s")
    assert file.resources == ["files/a.png", "s2-files/a.png"]
    head = "".join(found["B"].folder.head)
    assert 'id="s2-s"' in head and "<href>s2-files/a.png</href>" in head


def test_a_selection_takes_its_folders_along_and_no_others(atlas, tmp_path):
    import_kml(atlas, EVERYTHING, ImportOptions("S"))
    wanted = frozenset([site(atlas, "Battery <2>").uuid])
    report = export(atlas, tmp_path / "out.kml", ExportOptions(sites=wanted))
    assert report.items == 1
    [item] = items(tmp_path / "out.kml")
    assert item.folder.path == ("Everything & more", "South Hamgyong", "AAA")
    assert item.folder.parent.parent.head[0] == "<name>Everything &amp; more</name>"


def test_rounded_coordinates_are_rounded_everywhere_and_said_to_be(atlas, tmp_path):
    import_kml(atlas, EVERYTHING, ImportOptions("S"))
    own_site(atlas, geom="POINT (127.123456 39.987654)")
    report = export(atlas, tmp_path / "out.kml", ExportOptions(privacy=Privacy(decimals=1)))
    text = (tmp_path / "out.kml").read_text(encoding="utf-8")
    assert "rounded to 1 decimals" in text and "rounded" in report.notes[0]
    assert not re.search(r"(127|39)\.\d\d", text)
    out = {item.name: item for item in items(tmp_path / "out.kml")}
    assert out["Battery 1 함흥"].geometry[1] == (127.5, 39.8, None)
    assert out["Battery 1 함흥"].begin == "1944" and out["Battery 1 함흥"].data == [
        ("guns", "8"),
        ("empty", ""),
    ]


def test_withheld_coordinates_are_nowhere(atlas, tmp_path):
    path = kml(
        tmp_path,
        point("P", inner="<LookAt><longitude>127.5</longitude></LookAt><ExtendedData><Data name='Lat'>"
              "<value>39.8</value></Data><Data name='n'><value>1</value></Data></ExtendedData>"),
    )  # fmt: skip
    import_kml(atlas, path, ImportOptions("S"))
    export(atlas, tmp_path / "out.kml", ExportOptions(privacy=Privacy(withhold=True)))
    text = (tmp_path / "out.kml").read_text(encoding="utf-8")
    assert "withheld" in text and "127.5" not in text and "39.8" not in text and "<Point" not in text
    assert items(tmp_path / "out.kml")[0].data == [("n", "1")]


def test_what_a_kml_cannot_hold_is_told(atlas, tmp_path):
    import_kml(atlas, kmz(tmp_path, [("doc.kml", HEAD + TAIL), ("a.png", b"x")]), ImportOptions("S"))
    assert "cannot pack" in export(atlas, tmp_path / "out.kml").notes[0]
    with pytest.raises(AtlasError, match=r"neither \.kml nor \.kmz"):
        export(atlas, tmp_path / "out.zip")


def test_an_empty_atlas_is_an_empty_map(atlas, tmp_path):
    assert export(atlas, tmp_path / "out.kmz").items == 0
    assert items(tmp_path / "out.kmz") == []


def test_an_export_of_own_sites_is_a_fixed_point(atlas, tmp_path):
    with atlas.transaction("edit") as writer:
        writer.insert(Site(name="Own", category="market", geom="POINT (127.5 39.8)"))
    export(atlas, tmp_path / "one.kmz")
    again = other(tmp_path)
    import_kml(again, tmp_path / "one.kmz", ImportOptions("S"))
    export(again, tmp_path / "two.kmz")
    assert (tmp_path / "two.kmz").read_bytes() == (tmp_path / "one.kmz").read_bytes()


def test_ids_of_two_sources_are_kept_apart_with_what_refers_to_them(atlas, tmp_path):
    tour = (
        "<gx:Tour><gx:Playlist><gx:AnimatedUpdate><Update><Change>"
        '<Placemark targetId="b1"/></Change></Update></gx:AnimatedUpdate></gx:Playlist></gx:Tour>'
    )
    mark = (
        '<Placemark id="b1"><name>A</name><description><![CDATA[<p id="b1">x</p>]]></description>'
        '<Point id="g"><coordinates>1,2</coordinates></Point></Placemark>'
    )
    source = kml(tmp_path, f'<Folder id="f">{mark}</Folder>{tour}')
    for name in ("S", "T"):
        import_kml(atlas, source, ImportOptions(name))
    export(atlas, tmp_path / "out.kml")
    text = (tmp_path / "out.kml").read_text(encoding="utf-8")
    ids = re.findall(r'<(?:Folder|Placemark|Point) id="([^"]+)"', text)
    assert len(ids) == len(set(ids)) == 6
    assert set(re.findall(r'targetId="([^"]+)"', text)) == {i for i in ids if i.endswith("b1")}
    assert text.count('<p id="b1">') == 2
