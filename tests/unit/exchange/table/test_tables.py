# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Tables of every usual make are read as they are; every row is a site or is named with its reason."""

from __future__ import annotations

import csv
import json
import zipfile

import places
import pytest

from dprk_city_atlas.plugin.core.atlas import seed
from dprk_city_atlas.plugin.core.atlas.model import Assertion, Site
from dprk_city_atlas.plugin.core.atlas.store import store
from dprk_city_atlas.plugin.core.coordinates.parse import Reading
from dprk_city_atlas.plugin.core.errors import AtlasError
from dprk_city_atlas.plugin.core.exchange import undo_import
from dprk_city_atlas.plugin.core.exchange.limits import Limits
from dprk_city_atlas.plugin.core.exchange.privacy import Privacy
from dprk_city_atlas.plugin.core.exchange.table import import_table
from dprk_city_atlas.plugin.core.exchange.table.export_table import sites_as_text, write_sites
from dprk_city_atlas.plugin.core.exchange.table.open_table import TableRequest, open_table
from dprk_city_atlas.plugin.core.exchange.table.read_table import read_table, read_text
from dprk_city_atlas.plugin.core.exchange.table.roles import Role
from dprk_city_atlas.plugin.core.exchange.table.row_reader import read_rows
from dprk_city_atlas.plugin.core.exchange.table.table import RowState, Stated
from dprk_city_atlas.plugin.core.tables_out import guarded, unguarded, write_csv

DATA = places.DATA / "tables"
KOREAN = "함흥시 고사포 진지,청진항 부두"


@pytest.fixture
def atlas(tmp_path):
    return store.create(tmp_path / "a.gpkg", seed.read(empty=True), title="Test")


def file(tmp_path, data, name="t.csv"):
    path = tmp_path / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return path


# -- reading -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp949", "euc-kr"]
)
def test_encodings(tmp_path, encoding):
    table = read_table(file(tmp_path, f"name,lat,lon\n{KOREAN.replace(',', ' ')},39,127\n".encode(encoding)))
    assert table.rows == [[KOREAN.replace(",", " "), "39", "127"]]
    assert bool(table.notes) == (encoding in ("cp949", "euc-kr"))


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_delimiters(delimiter):
    text = (
        f"name{delimiter}lat{delimiter}lon\na{delimiter}39.5{delimiter}127\nb{delimiter}39{delimiter}127.5\n"
    )
    table = read_text(text)
    assert (table.delimiter, table.headings, len(table.rows)) == (delimiter, ["name", "lat", "lon"], 2)


def test_decimal_commas_do_not_look_like_delimiters():
    table = read_text("name;lat;lon\nA;39,5;127,25\nB;39,6;127,35\n")
    assert table.rows[0] == ["A", "39,5", "127,25"]


def test_a_stated_delimiter_quotes_line_breaks_and_blank_rows():
    table = read_text('sep=;\nname;text\n\n"a;b";"two\nlines"\n;\nc;"say ""hi"""\n')
    assert table.rows == [["a;b", "two\nlines"], ["c", 'say "hi"']]
    assert table.numbers == [3, 5]


def test_a_table_without_heading():
    table = read_text("Battery\t39.8\t127.5\nSchool\t39.9\t127.6\n")
    assert table.headings == ["column 1", "column 2", "column 3"] and len(table.rows) == 2
    assert "looks like data" in table.notes[0]


def test_headings_that_repeat_or_lack():
    assert read_text("a,a,\nx,y,z\n").headings == ["a", "a (2)", "column 3"]


def test_short_rows_are_filled():
    assert read_text("a,b,c\nx\ny,z\n").rows == [["x", "", ""], ["y", "z", ""]]


SHEET = (DATA / "xlsx_sheet.xml").read_text(encoding="utf-8")


def xlsx(tmp_path, sheet=SHEET, name="t.xlsx", **more):
    members = {
        "xl/workbook.xml": '<workbook xmlns:r="urn:r"><sheets><sheet name="Hidden" state="hidden" r:id="x"/>'
        '<sheet name="Sites" r:id="r1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": '<Relationships><Relationship Id="r1" Target="worksheets/s.xml"/>'
        "</Relationships>",
        "xl/sharedStrings.xml": "<sst><si><t>name</t></si><si><r><t>함흥 </t></r><r><t>AAA</t></r>"
        "<rPh><t>reading</t></rPh></si></sst>",
        "xl/styles.xml": '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd hh:mm"/>'
        "</numFmts>"
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>',
        "xl/worksheets/s.xml": sheet,
        **more,
    }
    path = tmp_path / name
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, content in members.items():
            archive.writestr(member, content)
    return path


def test_xlsx(tmp_path):
    table = read_table(xlsx(tmp_path))
    assert (table.kind, table.sheet) == ("xlsx", "Sites")
    assert table.headings == ["name", "lat", "column 3", "begin"]
    assert table.rows == [
        ["함흥 AAA", "39.800000000000004", "true", "1944-03-01"],
        ["", "40", "", "1944-03-01T12:00:00"],
    ]
    assert table.numbers == [3, 4]


ODS = (DATA / "ods_content.xml").read_text(encoding="utf-8")


def ods(tmp_path, content=ODS):
    path = tmp_path / "t.ods"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", content)
    return path


def test_ods(tmp_path):
    table = read_table(ods(tmp_path))
    assert (table.kind, table.sheet, table.numbers) == ("ods", "Sites", [4])
    assert table.rows == [["함흥  AAA\ntwo", "39.8", "1944-03-01"]]


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda p: file(p, b""), "the file is empty"),
        (lambda p: file(p, b"\n \n"), "there is no text"),
        (lambda p: file(p, b"\x89PNG\r\n"), "this is a PNG image, not a table"),
        (lambda p: file(p, b"\xd0\xcf\x11\xe0\xa1"), "old Office document"),
        (lambda p: file(p, b"<html><table>"), "XML or HTML"),
        (lambda p: ods(p, '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'), "DTD"),
        (lambda p: ods(p, "<x>"), "broken"),
        (lambda p: xlsx(p, '<w><row><c t="s"><v>99</v></c></row></w>'), "not there"),
        (lambda p: xlsx(p, "<w/>"), "the table is empty"),
        (lambda p: xlsx(p, '<w><row r="1"><c r="ZZZ1"><v>1</v></c></row></w>'), "more rows or columns"),
        (lambda p: xlsx(p, '<w><row r="9999999"><c><v>1</v></c></row></w>'), "more rows or columns"),
        (lambda p: xlsx(p, "<w>" + " " * 40_000_000 + "</w>"), "zip bomb"),
        (lambda p: ods(p, ODS.replace('rows-repeated="2"><table:table-cell/>',
                                      'rows-repeated="99999999"><table:table-cell><text:p>x</text:p></table:table-cell>')),
         "more rows or columns"),
    ],
)  # fmt: skip
def test_what_is_no_table_or_too_much_is_refused_by_name(tmp_path, make, words):
    path = make(tmp_path)
    with pytest.raises(AtlasError, match=words) as caught:
        read_table(path, Limits(rows=50_000))
    assert caught.value.message.startswith(path.name)


# -- coordinates ---------------------------------------------------------------------------------------

MIXED = """name,place,kind,note,built
A,"39.8, 127.5",AAA,x,1944
B,"39°48'00""N 127°30'00""E",School,,c. 1950
C,52S CK 71585 06635,Prisons,,
D,"39 48 N, 127 30 E",,,
E,abc,,,
F,,Market,unlocated,
,,,,
,,x,,
G,"127.5, 39.8",,,
H,"39.8, 1e400",,,
"""


def opened(text, wanted="", reading=None):
    return open_table(TableRequest(text=text, coordinates=wanted, reading=reading))


def try_all(text, wanted="", reading=None):
    found = opened(text, wanted, reading)
    return found.table, found.understanding, read_rows(found.table, found.understanding)


def bring(atlas, text, source="A table", file="pasted text", progress=None):
    found = opened(text)
    options = import_table.TableOptions(source, file)
    return import_table.import_table(atlas, found.table, found.understanding, options, progress)


def test_every_row_gives_a_position_or_a_reason():
    table, understanding, tried = try_all(MIXED)
    assert table.headings[understanding.column_of(Role.POSITION)] == "place"
    for one in tried[:4]:
        assert one.position is not None, one
        assert (one.position.lon, one.position.lat) == (
            pytest.approx(127.5, abs=2e-3),
            pytest.approx(39.8, abs=2e-3),
        )
    states = [RowState.REFUSED, RowState.UNLOCATED, RowState.REFUSED, RowState.LOCATED, RowState.REFUSED]
    assert [one.state for one in tried[4:]] == states
    assert [one.number for one in tried[4:]] == [6, 7, 9, 10, 11]
    assert all(one.reason for one in tried if one.state is RowState.REFUSED)


@pytest.mark.parametrize(
    ("headings", "wanted", "found"),
    [
        ("name,Latitude,Longitude", "", ("Latitude", "Longitude")),
        ("name,x,y", "", ("y", "x")),
        ("이름,위도,경도", "", ("위도", "경도")),
        ("a,p,q", "p, q", ("p", "q")),
        ("a,lon,lat", "lon;lat", ("lat", "lon")),
    ],
)
def test_two_fields_by_name_or_content(headings, wanted, found):
    row = "S,39.8,127.5" if found[0] == headings.split(",")[1] else "S,127.5,39.8"
    table, understanding, tried = try_all(f"{headings}\n{row}\n{row}\n", wanted)
    at = (understanding.column_of(role) for role in (Role.LATITUDE, Role.LONGITUDE))
    assert tuple(table.headings[index] for index in at) == found
    assert (tried[0].position.lon, tried[0].position.lat) == (127.5, 39.8)


def test_fields_that_are_not_there_are_named():
    with pytest.raises(AtlasError, match="no column “nope”"):
        try_all("a,b\n1,2\n", "nope")
    _table, understanding, _tried = try_all("a,b\nx,y\n")
    assert not understanding.has_position


def test_the_army_grid_is_read_when_said():
    # Hungnam on the army's 1:12,500 sheet; a modern reader knows no such square here
    _table, _understanding, tried = try_all("name,grid\nX,CV 8212\n", "grid", Reading(grid="usarmy"))
    assert tried[0].position is not None
    assert 39 < tried[0].position.lat < 41 and 127 < tried[0].position.lon < 129


# -- into the atlas ------------------------------------------------------------------------------------


def test_rows_become_sites_and_the_rest_is_listed(atlas):
    report = bring(atlas, MIXED)
    assert (report.rows, report.sites, report.unlocated) == (9, 5, 1)
    assert [entry["row"] for entry in report.refused] == [6, 9, 11]
    assert any("Row 10: Read as longitude, latitude" in note for note in report.notes)
    assert report.rows == report.sites + report.unlocated + len(report.refused)
    sites = {site.name: site for site in atlas.rows(Site)}
    assert set(sites) == {"A", "B", "C", "D", "F", "G"}
    assert (sites["A"].category, sites["B"].category, sites["C"].category) == (
        "air_defence_aaa",
        "school",
        "prison",
    )
    assert (sites["B"].begin_text, sites["B"].begin_earliest) == ("c. 1950", "1950-01-01")
    assert sites["A"].city == "Hamhung" and sites["A"].note == "x"
    assert sites["F"].geom is None and json.loads(sites["F"].extra) == {"data": [["kind", "Market"]]}
    [assertion] = atlas.rows(Assertion, site_uuid=sites["C"].uuid)
    assert (assertion.as_printed, assertion.locator, assertion.chosen) == (
        "52S CK 71585 06635",
        "row 4",
        True,
    )
    store.open_atlas(atlas.path)


def test_mostly_swapped_is_said_and_nothing_is_swapped(atlas):
    text = "name,lat,lon\n" + "".join(f"S{n},127.{n},39.8\n" for n in range(5))
    with pytest.raises(AtlasError):
        bring(atlas, text)
    assert atlas.rows(Site) == []


def test_an_import_is_undone_as_one(atlas):
    bring(atlas, MIXED, file="t.csv")
    [entry] = undo_import.imports(atlas)
    assert (entry["action"], entry["file"]) == ("import table", "t.csv")
    assert undo_import.undo_import(atlas, entry["batch"]).removed == 7  # six sites and the source
    assert atlas.rows(Site) == [] and atlas.rows(Assertion) == [] and undo_import.imports(atlas) == []


def test_stopping_writes_nothing(atlas):
    def stop(share):
        if share > 0.5:
            raise AtlasError("stopped")

    with pytest.raises(AtlasError, match="stopped"):
        bring(atlas, "name,lat,lon\n" + "a,39,127\n" * 2000, progress=stop)
    assert atlas.rows(Site) == []


# -- out -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text", ["=1+1", "+cmd", "-x", "@SUM(A1)", "\tx", "\r=1", "'x", "plain", "", "=", "-", "''=1"]
)
def test_formulas_are_guarded_and_come_back(text):
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t", "\r"))
    assert unguarded(guarded(text)) == text


@pytest.mark.parametrize("text", ["-5", "+3.5", "-1e3", "12"])
def test_numbers_stay_numbers(text):
    assert guarded(text) == text


def test_a_csv_goes_out_and_comes_in_again(tmp_path):
    rows = [["=HYPERLINK(1)", "39.8", None], ['say "hi"', "-5", "a\nb"], ["함흥", "1", "x;y"]]
    write_csv(tmp_path / "o.csv", ["name", "n", "t"], rows)
    raw = (tmp_path / "o.csv").read_text(encoding="utf-8-sig")
    assert "'=HYPERLINK" in raw
    assert read_table(tmp_path / "o.csv").rows == [[cell or "" for cell in row] for row in rows]
    write_csv(tmp_path / "o.csv", ["name", "n", "t"], rows, guard=False)
    assert "'=" not in (tmp_path / "o.csv").read_text(encoding="utf-8-sig")


def test_sites_go_out_as_csv_geojson_and_geopackage(atlas, tmp_path):
    bring(atlas, MIXED)
    assert write_sites(atlas, tmp_path / "o.csv") == 6
    with (tmp_path / "o.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = {row["name"]: row for row in csv.DictReader(stream)}
    assert (rows["A"]["lat"], rows["A"]["lon"], rows["A"]["source"], rows["F"]["lat"]) == (
        "39.8",
        "127.5",
        "A table",
        "",
    )
    write_sites(atlas, tmp_path / "o.geojson", privacy=Privacy(decimals=0))
    data = json.loads((tmp_path / "o.geojson").read_text(encoding="utf-8"))
    assert "rounded" in data["description"] and data["features"][0]["geometry"]["coordinates"] == [
        128.0,
        40.0,
    ]
    assert [f["id"] for f in data["features"] if f["geometry"] is None] == [rows["F"]["uuid"]]
    chosen = frozenset([rows["A"]["uuid"]])
    assert write_sites(atlas, tmp_path / "o.gpkg", sites=chosen) == 1
    from osgeo import ogr

    data = ogr.Open(str(tmp_path / "o.gpkg"))  # a layer does not outlive its data source
    feature = data.GetLayer("sites").GetNextFeature()
    assert (feature["name"], feature.GetGeometryRef().GetX()) == ("A", 127.5)
    for kind in ("xlsx", "ods"):
        assert write_sites(atlas, tmp_path / f"o.{kind}", privacy=Privacy(decimals=1)) == 6
        sheet = read_table(tmp_path / f"o.{kind}")
        first = dict(zip(sheet.headings, sheet.rows[0]))
        assert (first["name"], first["lat"], first["source"]) == ("A", "39.8", "A table")
        assert "rounded to 1 decimal" in first["coordinates_note"]
    with pytest.raises(AtlasError, match="no ending"):
        write_sites(atlas, tmp_path / "o.doc")


def test_sites_for_the_clipboard_are_a_table_that_our_import_reads(atlas):
    bring(atlas, MIXED)
    chosen = frozenset([atlas.rows(Site)[0].uuid])
    text, count = sites_as_text(atlas, sites=chosen, privacy=Privacy(withhold=True))
    table = read_text(text)
    assert (count, table.delimiter, len(table.rows)) == (1, "\t", 1)
    row = dict(zip(table.headings, table.rows[0]))
    assert (row["name"], row["lat"]) == ("A", "")
    assert "withheld" in row["coordinates_note"]


def test_an_encoding_can_be_said(tmp_path):
    path = tmp_path / "t.csv"
    path.write_bytes("이름,위치\n함흥,39.9 127.5\n".encode("cp949"))
    assert read_table(path, stated=Stated(encoding="cp949")).rows[0][0] == "함흥"
    table = read_table(path, stated=Stated(encoding="cp1252"))
    assert table.encoding == "cp1252"
    assert all(row[0] != "함흥" for row in table.rows)
    path.write_bytes(b"\xff\xfe" + "이름,위치\n함흥,39.9 127.5\n".encode("utf-16-le"))
    assert read_table(path, stated=Stated(encoding="utf-16")).rows[0][0] == "함흥"
    assert "cannot all be read as utf-8" in read_table(path, stated=Stated(encoding="utf-8")).notes[0]


def only_row(text):
    table, _understanding, tried = try_all(text)
    return table, tried[0]


@pytest.mark.parametrize(
    ("headings", "cells", "lat", "lon"),
    [
        ("lat_deg,lat_min,lat_sec,lon_deg,lon_min,lon_sec", "39,55,7.2,127,31,12", 39.918667, 127.52),
        ("Lat d,Lat m,Lon d,Lon m", "39,55.12,127,31.2", 39.918667, 127.52),
        ("latd,latm,lats,lat dir,lond,lonm,lons,lon dir", "39,55,7.2,S,127,31,12,W", -39.918667, -127.52),
        ("위도 도,위도 분,위도 초,경도 도,경도 분,경도 초", "39,55,7.2,127,31,12", 39.918667, 127.52),
        ("Zone,Easting,Northing", "52N,373500,4420000", 39.9206595, 127.5197772),
        ("UTM zone,E,N", "52S,373500,4420000", 39.9206595, 127.5197772),
    ],
)
def test_positions_in_many_columns_are_put_together(headings, cells, lat, lon):
    table, row = only_row(f"name,{headings}\nA,{cells}\n")
    position = row.position
    assert (position.lat, position.lon) == (pytest.approx(lat, abs=1e-5), pytest.approx(lon, abs=1e-5))


def test_a_zone_without_hemisphere_is_a_reason():
    assert "without hemisphere" in only_row("name,zone,easting,northing\nA,52,373500,4420000\n")[1].reason


def test_half_a_position_says_so():
    assert "One of its two coordinate fields is empty" in only_row("name,lat,lon\nA,39.9,\n")[1].reason


@pytest.mark.parametrize("above", ["# made by hand\n", "My sites,,\n,,\n", "My sites;;\nof 2016;;\n"])
def test_a_title_above_the_headings_is_left_out_and_told(above):
    text = f"{above}name,lat,lon\nA,39.9,127.5\n"
    table = read_text(text.replace(",", ";") if ";" in above else text)
    assert (table.headings, table.numbers) == (["name", "lat", "lon"], [above.count("\n") + 2])
    assert "left out" in table.notes[0]


@pytest.mark.parametrize(
    ("text", "line"), [('n,lat,lon\n"A,39,127\nB,39,127\n', 2), ('n,lat,lon\nA,39,127\n"B,39,127\n', 3)]
)
def test_a_quotation_mark_that_is_never_closed_does_not_swallow_rows(text, line):
    with pytest.raises(AtlasError, match=f"line {line}: a quotation mark"):
        read_text(text)


@pytest.mark.parametrize("text", ['n,p\nA,39°55\'7"N 127°E\nB,5" gun\n', 'n,p\n"a ""b"" c",1\n"x\ny",2\n'])
def test_other_quotation_marks_are_text(text):
    assert len(read_text(text).rows) == 2
