# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Reading ``layers/``: what stands there arrives, and a broken row is told by file and line."""

from __future__ import annotations

import csv
import shutil

import pytest

from dprk_city_atlas.plugin.core.atlas import seed
from dprk_city_atlas.plugin.core.atlas.model import (
    RECORDS,
    Assertion,
    BaseArea,
    Category,
    City,
    Site,
    Trace,
    shipped_uuid,
)
from dprk_city_atlas.plugin.core.atlas.store import schema
from dprk_city_atlas.plugin.core.errors import AtlasError


@pytest.fixture(scope="module")
def shipped():
    return seed.read()


@pytest.fixture
def copy(tmp_path):
    """A copy of ``layers/`` and a function that changes one cell of it and returns the line."""
    folder = tmp_path / "layers"
    shutil.copytree(seed.LAYERS, folder)

    def change(name, column, value, row=2):
        path = folder / f"{name}.csv"
        with path.open(encoding="utf-8", newline="") as stream:
            lines = list(csv.reader(stream))
        lines[row][lines[0].index(column)] = value
        with path.open("w", encoding="utf-8", newline="") as stream:
            csv.writer(stream, lineterminator="\n").writerows(lines)
        return row + 1

    return folder, change


def test_every_row_becomes_a_record_with_its_stable_identifier(shipped):
    for record in seed.TABLES:
        with (seed.LAYERS / f"{record.TABLE}.csv").open(encoding="utf-8", newline="") as stream:
            keys = [row.get("key") or row["id"] for row in csv.DictReader(stream)]
        found = [item.uuid for item in shipped if type(item) is record]
        assert found == [shipped_uuid(record.TABLE, key) for key in keys]


def test_coordinates_keep_their_digits(shipped):
    texts = {item.geom for item in shipped if isinstance(item, Assertion)}
    assert "POINT (127.520584 39.918647)" in texts
    assert "POINT (129.691630 41.835856)" in texts  # the last digit is a zero of the source


def test_a_site_takes_its_point_from_its_chosen_assertion_only(shipped):
    chosen = {item.site_uuid: item for item in shipped if isinstance(item, Assertion) and item.chosen}
    for site in (item for item in shipped if isinstance(item, Site)):
        assertion = chosen.get(site.uuid)
        expected = (assertion.geom, assertion.accuracy_m, assertion.source_uuid) if assertion else (None,) * 3
        assert (site.geom, site.accuracy_m, site.source_uuid) == expected


def test_the_fertilizer_plant_is_disputed_by_its_second_point(shipped):
    """556.56 m by GeographicLib (Karney 2013) between the article's two points."""
    uuid = shipped_uuid("sites", "hungnam-fertilizer-plant")
    (plant,) = [item for item in shipped if item.uuid == uuid]
    assert plant.conflicts >= 1
    assert plant.conflict_m >= 556.56


def test_an_empty_atlas_has_the_frame_and_the_base_only():
    kinds = {type(item) for item in seed.read(empty=True)}
    assert {City, Category, BaseArea} <= kinds
    assert not {Site, Assertion, Trace} & kinds


@pytest.mark.parametrize(
    ("name", "column", "value", "said"),
    [
        ("sites", "category", "no_such_thing", "“category” names a row that categories.csv does not have"),
        ("sites", "city", "Wonsan", "“city” names a row that cities.csv"),
        ("sites", "status", "running", "“running” is not in the list of status"),
        ("sites", "importance", "high", "“high” is not a number (importance)"),
        ("sites", "in_article", "1", "“1” is neither yes nor no"),
        ("sites", "begin_earliest", "1108", "“1108” is not a date"),
        ("sites", "clue_rule", "{", "“{” is not JSON"),
        ("sites", "key", "", "is missing or used twice"),
        ("sites", "key", "kuchon-pavilion", "“kuchon-pavilion” is missing or used twice"),
        ("assertions", "site", "nowhere", "“site” names a row that sites.csv"),
        ("assertions", "source", "hearsay", "“source” names a row that sources.csv"),
        ("assertions", "contradicts", "nothing", "“contradicts” names a row that assertions.csv"),
        ("assertions", "lon", "127,52", "“127,52” is not a longitude"),
        ("assertions", "lat", "127.52", "“127.52” is not a latitude"),
        ("assertions", "lat", "nan", "“nan” is not a latitude"),
        ("assertions", "lat", "", "a longitude without a latitude"),
        ("trace_vertices", "seq", "first", "“first” is not a number (seq)"),
        ("trace_vertices", "lon", "east", "“east” is not a longitude"),
        ("coast", "lat", "", "“” is not a latitude"),
        ("base_vertices", "lon", "400", "“400” is not a longitude"),
        ("sheets", "west", "", "“” is not a longitude"),
    ],
)
def test_a_broken_cell_is_told_by_file_and_line(copy, name, column, value, said):
    folder, change = copy
    cells = [row for _line, row in seed.read_rows(folder / f"{name}.csv")]
    located = column in ("lon", "lat", "west")
    row = next(n for n, cell in enumerate(cells, 1) if n > 1 and (not located or cell[column]))
    line = change(name, column, value, row)
    with pytest.raises(seed.SeedError) as caught:
        seed.read(folder)
    assert str(caught.value).startswith(f"layers/{name}.csv, line {line}: ")
    assert said in str(caught.value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("key,title\nx\n", "sources.csv, line 2: 1 fields where the header has 2"),
        ("key,title,colour\nx,A,red\n", "line 2: there is no column “colour” in sources"),
        ('key,title\nx,"A\n', "line 3: it cannot be read as UTF-8 CSV"),
    ],
)
def test_a_broken_file_is_told_by_line(copy, text, said):
    folder, _change = copy
    (folder / "sources.csv").write_text(text, encoding="utf-8")
    with pytest.raises(seed.SeedError) as caught:
        seed.read(folder)
    assert said in str(caught.value)


def test_a_file_of_another_encoding_is_refused(copy):
    folder, _change = copy
    (folder / "sources.csv").write_bytes("key,title\nx,함흥\n".encode("cp949"))
    with pytest.raises(seed.SeedError, match="sources.csv"):
        seed.read(folder)


def test_vertices_of_no_trace_are_named(copy):
    folder, change = copy
    change("trace_vertices", "trace", "no-such-trace", 1)
    with pytest.raises(AtlasError, match="no-such-trace"):
        seed.read(folder)


def test_a_missing_file_is_named(copy):
    folder, _change = copy
    (folder / "claims.csv").unlink()
    with pytest.raises(AtlasError, match=r"claims\.csv is missing"):
        seed.read(folder)


def test_migrations_lead_from_every_version_to_the_present_one():
    assert sorted(schema.MIGRATIONS) == list(range(1, schema.SCHEMA_VERSION))


def test_tables_are_declared_before_they_are_referred_to():
    seen = set()
    for record in RECORDS:
        seen.add(record.TABLE)
        for field in seed.columns(record):
            if field.metadata["references"]:
                assert field.metadata["references"].split(".")[0] in seen
