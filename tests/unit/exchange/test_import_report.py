# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The list of what an import did not take over, as a file."""

from __future__ import annotations

import csv

import pytest

from dprk_city_atlas.plugin.core.atlas import seed
from dprk_city_atlas.plugin.core.atlas.store import store
from dprk_city_atlas.plugin.core.exchange import import_report
from dprk_city_atlas.plugin.core.exchange.kml import import_kml, import_options
from dprk_city_atlas.plugin.core.exchange.table import import_table
from dprk_city_atlas.plugin.core.exchange.table.open_table import TableRequest, open_table

KML = """<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>Map</name><Folder><name>Markets</name>
<Placemark><name>Good</name><Point><coordinates>127.5,39.9</coordinates></Point></Placemark>
<Placemark><name>=1+1</name><Point><coordinates>1e400,39</coordinates></Point></Placemark>
<NetworkLink><name>Elsewhere</name><Link><href>http://example.org/a.kml</href></Link></NetworkLink>
</Folder></Document></kml>"""


@pytest.fixture
def atlas(tmp_path):
    return store.create(tmp_path / "a.gpkg", seed.read(empty=True), title="Test")


def _read(path):
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def test_the_list_of_a_map_names_line_name_folder_and_reason(atlas, tmp_path):
    path = tmp_path / "map.kml"
    path.write_text(KML, encoding="utf-8")
    report = import_kml.preview(atlas, path, import_options.ImportOptions("A map"))
    count = import_report.write_account(tmp_path / "list.csv", report)
    refused, listed = _read(tmp_path / "list.csv")[:2]
    assert count == len(_read(tmp_path / "list.csv")) >= 2
    assert (refused["what"], refused["line or row"], refused["folder"]) == ("refused", "3", "Map / Markets")
    assert refused["name"] == "'=1+1", "no spreadsheet runs it"
    assert "coordinates inf" in refused["why"]
    assert (listed["what"], listed["name"]) == ("listed only", "Elsewhere")
    assert listed["why"] == "http://example.org/a.kml"


def test_the_list_of_a_table_names_row_and_reason(tmp_path):
    atlas = store.create(tmp_path / "a.gpkg", seed.read(empty=True), title="Test")
    request = TableRequest(text="name,where\nGood,39.9 127.5\nBad,north of the river\n", coordinates="where")
    opened = open_table(request)
    options = import_table.TableOptions("A table", "t.csv")
    plan = import_table.plan_table(atlas, opened.table, opened.understanding, options)
    report = import_table.report_of(plan, opened.table, opened.understanding, options)
    ((what, row, name, _folder, _kind, why),) = import_report.lines_of(report)
    assert (what, row, name) == ("refused", 3, "Bad")
    assert "north of the river" in why
