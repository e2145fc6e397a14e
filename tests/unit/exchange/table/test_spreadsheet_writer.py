# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Spreadsheets out: texts stay texts, read back by GDAL and by our own import."""

from __future__ import annotations

import zipfile

import pytest
from osgeo import ogr

from dprk_city_atlas.plugin.core.errors import AtlasError
from dprk_city_atlas.plugin.core.exchange.table import spreadsheet_writer
from dprk_city_atlas.plugin.core.exchange.table.read_table import read_table
from dprk_city_atlas.plugin.core.exchange.table.spreadsheet_writer import write_sheet

HEADINGS = ["name", "number", "text"]
ROWS = [
    ["함흥 & <b>", 39.918667, "=HYPERLINK(1)"],
    ["O'Brien\"; DROP", -5, "'=guarded before"],
    ["0012", None, "two\nlines  with\ttab"],
    ["1e5", 127, None],
    ["a\x07b\ud800", 2, "+82 2 123"],
]
READ = [
    ["함흥 & <b>", "39.918667", "=HYPERLINK(1)"],
    ["O'Brien\"; DROP", "-5", "'=guarded before"],
    ["0012", "", "two\nlines  with\ttab"],
    ["1e5", "127", ""],
    ["a\ufffdb\ufffd", "2", "+82 2 123"],
]


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_a_spreadsheet_comes_back_as_it_was(tmp_path, kind):
    path = tmp_path / f"o.{kind}"
    assert write_sheet(path, 'Sites & "more"', HEADINGS, ROWS) == 5
    table = read_table(path)
    assert (table.headings, table.rows, table.sheet) == (HEADINGS, READ, 'Sites & "more"')
    assert [p.name for p in tmp_path.iterdir()] == [f"o.{kind}"]


@pytest.mark.parametrize("kind", ["xlsx", "ods"])
def test_gdal_reads_texts_and_numbers_of_it(tmp_path, kind):
    path = tmp_path / f"o.{kind}"
    write_sheet(path, "Sites", HEADINGS, ROWS)
    if ogr.GetDriverByName(kind.upper()) is None:
        pytest.skip(f"this GDAL reads no {kind}")
    data = ogr.Open(str(path))
    layer = data.GetLayer("Sites")
    assert [layer.GetLayerDefn().GetFieldDefn(n).GetName() for n in range(3)] == HEADINGS
    got = [(f["name"], f["number"], f["text"]) for f in layer]
    assert got[0] == ("함흥 & <b>", 39.918667, "=HYPERLINK(1)")
    assert got[2][0] == "0012", "digits that are a text stay one"


def test_the_ods_says_first_what_it_is(tmp_path):
    write_sheet(tmp_path / "o.ods", "Sites", HEADINGS, ROWS)
    with zipfile.ZipFile(tmp_path / "o.ods") as archive:
        first = archive.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)


def test_what_no_sheet_holds_is_refused_and_the_old_file_stays(tmp_path, monkeypatch):
    path = tmp_path / "o.xlsx"
    path.write_bytes(b"old")
    with pytest.raises(AtlasError, match=r"o.xlsx, row 2: a text of 32,768 characters"):
        write_sheet(path, "Sites", ["a"], [["x" * 32_768]])
    monkeypatch.setattr(spreadsheet_writer, "MOST_ROWS", 3)
    with pytest.raises(AtlasError, match="a sheet holds 3 rows"):
        write_sheet(path, "Sites", ["a"], [["x"]] * 4)
    assert path.read_bytes() == b"old"


def test_columns_beyond_z_have_two_letters():
    assert [spreadsheet_writer._letters(n) for n in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]
