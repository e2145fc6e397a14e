# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""What tables of many makes and languages are taken for; no position that a table does not state."""

from __future__ import annotations

import places
import pytest

from dprk_city_atlas.plugin.core.exchange.table.read_table import read_table, read_text
from dprk_city_atlas.plugin.core.exchange.table.roles import Role
from dprk_city_atlas.plugin.core.exchange.table.row_reader import accuracy_of, read_rows
from dprk_city_atlas.plugin.core.exchange.table.table import RowState, Stated
from dprk_city_atlas.plugin.core.exchange.table.understand import understand

CASES = places.DATA / "tables" / "cases"
THREE = [("Hamhung station", 39.8321, 127.538), ("Chongjin port", 41.7769, 129.8182),
         ("Hungnam works", 39.8299, 127.6312)]  # fmt: skip
DECIMAL_COMMAS = [("A", 39.918889, 127.536111), ("B", 39.83, 127.62), ("C", 39.9, 127.5)]
MILL_KILN = [("Mill", 39.9188, 127.5361), ("Kiln", 39.92, 127.54)]

READ = [
    ("r1_year_heading.csv", THREE),
    ("r2_dwc.csv", THREE),
    ("r5_sjis_kanji.csv", [("咸興駅", 39.8321, 127.538), ("清津港", 41.7769, 129.8182)]),
    ("r5d_cp949.csv", [("함흥역", 39.8321, 127.538), ("청진항", 41.7769, 129.8182)]),
    ("t24_johab.csv", [("함흥역", 39.9188, 127.5361)]),
    ("r6_ddm_two.csv", [("Hamhung station", 39.8321, 127.538), ("Chongjin port", 41.7769, 129.8182)]),
    ("r7_site_name.csv", [("Hamhung station", 39.8321, 127.538)]),
    ("u01_breite_laenge.csv", DECIMAL_COMMAS),
    ("u04_latitude_longitud.csv", DECIMAL_COMMAS),
    ("u07_fr.csv", DECIMAL_COMMAS),
    ("u11_ru.csv", [("A", 41.79, 129.78), ("B", 41.8, 129.7)]),
    ("u14_latdd_londd.csv", [("A", 41.79, 129.78), ("B", 41.8, 129.7)]),
    ("v01_names.csv", MILL_KILN),
    ("v03_names.csv", MILL_KILN),
    ("v04_names.csv", MILL_KILN),
    ("w02_accuracy_col.csv", [("Mill", 39.9188, 127.5361)]),
    ("x03_title_merged.xlsx", [*MILL_KILN, ("Kiln", 39.921, 127.541)]),
    ("x04_second_sheet.xlsx", [("함흥역", 39.9188, 127.5361), ("숨김", 39.92, 127.54)]),
]


def rows_of(table, chosen=None):
    understood = understand(table, chosen)
    return understood, read_rows(table, understood)


def places_of(rows):
    return [
        (row.values.get(Role.NAME), round(row.position.lat, 6), round(row.position.lon, 6))
        for row in rows
        if row.state is RowState.LOCATED
    ]


@pytest.mark.parametrize(("name", "wanted"), READ)
def test_the_positions_and_names_that_a_file_states(name, wanted):
    understood, rows = rows_of(read_table(CASES / name))
    assert understood.is_certain
    assert places_of(rows)[: len(wanted)] == wanted
    assert not any(row.state is RowState.REFUSED for row in rows)


def test_numbers_that_are_no_coordinates_stay_without_position():
    understood, rows = rows_of(read_table(CASES / "r4_nocoords.csv"))
    assert not understood.has_position
    assert {row.state for row in rows} == {RowState.UNLOCATED}


def test_accuracy_comes_from_the_digits_or_the_column():
    rows = rows_of(read_table(CASES / "w01_precision.csv"))[1]
    assert [round(row.accuracy_m) for row in rows] == [1000, 100, 1855, 11132]
    [row] = rows_of(read_table(CASES / "w02_accuracy_col.csv"))[1]
    assert row.accuracy_m == 250
    assert row.values[Role.CONFIDENCE] == "high" and row.values[Role.LIKELIHOOD] == "probable"
    assert row.values[Role.SOURCE] == "HRNK"


def test_a_formula_without_a_value_is_said():
    table = read_table(CASES / "x08_formula_nocache.xlsx")
    rows = rows_of(table)[1]
    assert [(row.state, row.kind) for row in rows] == [(RowState.REFUSED, "formula"), (RowState.LOCATED, "")]
    assert "formula" in rows[0].reason and "2 formulas" in " ".join(table.notes)


def test_what_says_nothing_is_no_position():
    rows = rows_of(read_table(CASES / "x09_placeholders.xlsx"))[1]
    assert [row.state for row in rows[2:]] == [RowState.UNLOCATED] * 4
    assert rows[1].kind == "incomplete"


HEADINGS = [
    "name,lat,lon", "Name,Breite,Länge", "Nom,Latitude,Longitude", "Nombre,Latitud,Longitud",
    "Nome,Latitudine,Longitudine", "Название,Широта,Долгота", "시설명,위도,경도", "施設名,緯度,経度",
    "名称,纬度,经度", "Objekt,Geogr. Breite,Geogr. Länge", "target_name,LAT_DD,LON_DD",
    "facility,decimalLatitude,decimalLongitude", "site,Latitude (WGS84),Longitude (WGS84)",
    "title,y,x", "명칭,위도(WGS84),경도(WGS84)", "地点名,緯度(北緯),経度(東経)", "label,Lat.,Long.",
]  # fmt: skip


@pytest.mark.parametrize("headings", HEADINGS)
def test_headings_of_many_languages(headings):
    lines = "Mill,39.9188,127.5361\nKiln,39.9201,127.5412\nDock,41.7769,129.8182\n"
    understood, rows = rows_of(read_text(f"{headings}\n{lines}"))
    assert [column.role for column in understood.columns] == [Role.NAME, Role.LATITUDE, Role.LONGITUDE]
    assert understood.is_certain and len(places_of(rows)) == 3


ROLES = [
    ("한글명", Role.NAME_KO), ("Name (Korean)", Role.NAME_KO), ("韓国語名", Role.NAME_KO),
    ("alias", Role.OTHER_NAMES), ("1944 name", Role.OTHER_NAMES), ("別名", Role.OTHER_NAMES),
    ("종류", Role.CATEGORY), ("Kategorie", Role.CATEGORY), ("тип", Role.CATEGORY), ("種別", Role.CATEGORY),
    ("상태", Role.STATUS), ("estado", Role.STATUS), ("Baujahr", Role.BEGIN), ("준공", Role.BEGIN),
    ("철거", Role.END), ("closed", Role.END), ("Quelle", Role.SOURCE), ("출처", Role.SOURCE),
    ("accuracy (m)", Role.ACCURACY), ("오차", Role.ACCURACY), ("Genauigkeit", Role.ACCURACY),
    ("likelihood", Role.LIKELIHOOD), ("신뢰도", Role.CONFIDENCE), ("confianza", Role.CONFIDENCE),
    ("설명", Role.DESCRIPTION), ("Описание", Role.DESCRIPTION), ("비고", Role.NOTE), ("remarques", Role.NOTE),
    ("folder", Role.FOLDER), ("uuid", Role.IDENTIFIER), ("관리번호", Role.IDENTIFIER),
]  # fmt: skip


@pytest.mark.parametrize(("heading", "role"), ROLES)
def test_the_roles_of_other_columns(heading, role):
    understood, rows = rows_of(read_text(f"name,{heading},lat,lon\nMill,a,39.9188,127.5361\n"))
    assert understood.columns[1].role is role
    assert rows[0].values[role] == "a"


UNCERTAIN = [
    "a,p,q\nx,39,127\ny,40,128\n",
    "name,lat_from,lon_from,lat_to,lon_to\nx,39.91,127.51,39.92,127.52\ny,39.81,127.61,39.82,127.62\n",
    "a,p,q,r,s\nx,39.9188,127.5361,39.8188,127.6361\ny,39.9201,127.5412,39.7201,127.6412\n",
]


@pytest.mark.parametrize("text", UNCERTAIN)
def test_where_no_answer_is_certain_the_candidates_are_named(text):
    table = read_text(text)
    understood = understand(table)
    assert not understood.is_certain
    [question] = [q for q in understood.questions if q.kind == "coordinates"]
    assert len(question.columns) >= 2
    assert all(table.headings[index] in question.text for index in question.columns)
    assert not any(row.state is RowState.LOCATED for row in read_rows(table, understood))


def test_a_person_s_choice_of_columns_counts():
    table = read_text("a,p,q\nx,39.9,127.5\ny,40.1,128.1\n")
    assert not understand(table).is_certain
    understood, rows = rows_of(table, {1: Role.LATITUDE, 2: Role.LONGITUDE})
    assert understood.is_certain and len(places_of(rows)) == 2


NO_COORDINATES = [
    "name,floors,rooms\nMill,39,127\nKiln,41,129\n",
    "name,workers,shifts,year\nMill,45,3,1944\nKiln,40,2,1950\n",
    "item,price,quantity\nA,39.50,127.25\nB,41.10,128.75\n",
    "date,time,value\n2019-05-01,12:30,5\n2019-05-02,13:45,6\n",
]


@pytest.mark.parametrize("text", NO_COORDINATES)
def test_no_position_that_a_table_does_not_state(text):
    table = read_text(text)
    understood, rows = rows_of(table)
    assert not any(row.state is RowState.LOCATED for row in rows)


def test_positions_against_the_headings_are_not_taken():
    understood, rows = rows_of(read_text("name,lat,lon\nA,127.51,39.81\nB,127.52,39.82\n"))
    assert [q.kind for q in understood.questions] == ["swapped"]
    assert {row.kind for row in rows} == {"swapped"}


@pytest.mark.parametrize(
    ("cells", "kind"), [("0,0", "zero"), ("48.137,11.575", "outside"), ("45,3", "outside")]
)
def test_positions_far_away_are_asked_about(cells, kind):
    rows = rows_of(read_text(f"name,lat,lon\nA,{cells}\nB,39.9188,127.5361\n"))[1]
    assert (rows[0].state, rows[0].kind) == (RowState.ASKED, kind)
    assert rows[0].position is not None and rows[1].state is RowState.LOCATED


SHAPES = {
    "title": "List of works\nmade 2016\n\nname,lat,lon\nMill,39.9188,127.5361\n",
    "units": "name,lat,lon\n,(°),(°)\nMill,39.9188,127.5361\n",
    "groups": "Site,Position,\nname,lat,lon\nMill,39.9188,127.5361\n",
    "blank rows": "\n\nname,lat,lon\n\nMill,39.9188,127.5361\n",
    "repeated headings": "name,lat,lon\nMill,39.9188,127.5361\nname,lat,lon\n",
    "two tables": "name,lat,lon\nMill,39.9188,127.5361\n\nname,category,status,note\nx,y,z,w\n",
    "a remark below": "name,lat,lon\nMill,39.9188,127.5361\n\nSource: a report of 2016\n",
    "korean title": "함흥시 시설 목록\n작성: 2020년\n시설명,위도,경도\nMill,39.9188,127.5361\n",
}


@pytest.mark.parametrize("shape", SHAPES)
def test_a_table_is_found_where_it_lies(shape):
    table = read_text(SHAPES[shape])
    assert places_of(rows_of(table)[1]) == [("Mill", 39.9188, 127.5361)]
    if shape in ("title", "units", "two tables", "korean title"):
        assert table.notes


def test_grouped_headings_of_degrees_and_minutes():
    text = "name,Latitude,,Longitude,\n,deg,min,deg,min\nMill,39,55.128,127,32.166\n"
    understood, rows = rows_of(read_text(text))
    assert places_of(rows)[0][1:] == (39.9188, 127.5361)


def test_a_table_without_headings():
    table = read_text("Mill,39.9188,127.5361\nKiln,39.9201,127.5412\n")
    understood, rows = rows_of(table)
    assert table.shape.heading_row.value == 0
    assert places_of(rows) == [("Mill", 39.9188, 127.5361), ("Kiln", 39.9201, 127.5412)]


def test_headings_in_words_that_nobody_knows():
    table = read_text('ﾀﾌｸｧ,ﾀｧﾄ｡\nDecimal,"39.9186, 127.5206"\nGrid,52SDK4318119131\nLetters,ｺﾏ\n')
    assert (table.headings, len(table.rows)) == (["ﾀﾌｸｧ", "ﾀｧﾄ｡"], 3)


def test_the_shape_can_be_stated():
    text = "a;b\nname;lat;lon\nMill;39,9188;127,5361\n"
    table = read_text(text, stated=Stated(heading_row=2, separator=";"))
    assert table.headings == ["name", "lat", "lon"]
    assert table.shape.decimal.value == ","
    sheet = read_table(CASES / "x04_second_sheet.xlsx", stated=Stated(sheet="readme"))
    assert sheet.sheet == "readme" and set(sheet.shape.sheet.alternatives) == {"readme", "함흥"}


@pytest.mark.parametrize(
    ("column", "cells"),
    [
        ("coordinates", "39°55'07\"N 127°32'10\"E"),
        ("좌표", "북위39°55′07″ 동경127°32′10″"),
        ("MGRS", "52S CK 74884 19756"),
        ("WKT", "POINT (127.5361 39.9186)"),
        ("geo", "39.9186 127.5361"),
        ("座標", "北緯39度55分07秒 東経127度32分10秒"),
    ],
)
def test_positions_in_one_column(column, cells):
    quoted = cells.replace('"', '""')
    understood, rows = rows_of(read_text(f'name,{column}\nMill,"{quoted}"\nKiln,"{quoted}"\n'))
    assert understood.is_certain
    assert rows[0].position.lat == pytest.approx(39.9186, abs=1e-3)
    assert rows[0].position.lon == pytest.approx(127.5361, abs=1e-3)


@pytest.mark.parametrize(
    ("text", "lat", "lon"),
    [
        ("name,lat,ns,lon,ew\nA,39.8321,S,127.538,W\n", -39.8321, -127.538),
        ("n,lat d,lat m,lat s,ns,lon d,lon m,lon s,ew\nA,39,49,55.6,S,127,32,16.8,E\n", -39.8321, 127.538),
        ("name,lat,lon,lat_old,lon_old\nA,39.8321,127.538,39.83,127.53\n", 39.8321, 127.538),
        ("name,mgrs,lat,lon\nA,52S CK 74884 19756,39.8321,127.538\n", 39.8321, 127.538),
        ("FID,NAME,POINT_X,POINT_Y,h\n0,Mill,127.538,39.8321,1\n", 39.8321, 127.538),
        ("Site;Breite;Länge\nA;N 39° 49,926';E 127° 32,280'\n", 39.8321, 127.538),
        ("X;Y;Z;NAME\n127,538;39,8321;12,5;A\n127,601;39,911;1,2;B\n", 39.8321, 127.538),
        ("번호,시설명,위도,경도\n1,A,북위 39.8321,동경 127.538\n", 39.8321, 127.538),
    ],
)
def test_columns_as_programs_and_people_make_them(text, lat, lon):
    understood, rows = rows_of(read_text(text))
    assert understood.is_certain
    assert (rows[0].position.lat, rows[0].position.lon) == pytest.approx((lat, lon), abs=2e-5)


def test_whole_degrees_are_asked_about():
    rows = rows_of(read_text("name,lat,lon\nA,39,127\nB,39.9188,127.5361\n"))[1]
    assert [row.kind for row in rows] == ["coarse", ""]


def test_utm_without_a_zone_is_asked_and_one_in_the_heading_is_used():
    text = "name,Easting,Northing\nMill,373500,4420000\n"
    assert [q.kind for q in understand(read_text(text)).questions] == ["zone"]
    stated = text.replace("Easting", "Easting UTM 52N")
    understood, rows = rows_of(read_text(stated))
    assert understood.zone == "52N" and rows[0].position.lat == pytest.approx(39.9207, abs=1e-3)


def test_the_last_zeros_that_a_program_drops_cost_no_accuracy():
    text = "name,lat,lon\nA,39.9188,127.5361\nB,39.918,127.53\nC,39.91,127.53\n"
    assert [round(row.accuracy_m) for row in rows_of(read_text(text))[1]] == [11, 11, 1113]


@pytest.mark.parametrize(
    ("text", "metres"),
    [
        ("250", 250),
        ("±100 m", 100),
        ("0,5 km", 500),
        ("300 ft", 91.44),
        ("약 50m", 50),
        ("good", None),
        ("", None),
    ],
)
def test_stated_accuracies(text, metres):
    assert accuracy_of(text) == (None if metres is None else pytest.approx(metres))


def test_a_cell_over_the_limit_costs_its_row():
    table = read_text("name,lat,lon\n" + "x" * 200_000 + ",39.9,127.5\nMill,39.9188,127.5361\n")
    rows = rows_of(table)[1]
    assert [(row.number, row.state) for row in rows] == [(2, RowState.REFUSED), (3, RowState.LOCATED)]
