# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""A table that we wrote, edited elsewhere and read again, updates the same sites."""

from __future__ import annotations

import csv

import pytest

from dprk_city_atlas.plugin.core.atlas import seed
from dprk_city_atlas.plugin.core.atlas.edits import gestures
from dprk_city_atlas.plugin.core.atlas.model import Assertion, Category, City, Name, Site, Source
from dprk_city_atlas.plugin.core.atlas.store import store
from dprk_city_atlas.plugin.core.exchange.privacy import Privacy
from dprk_city_atlas.plugin.core.exchange.table.export_table import write_sites
from dprk_city_atlas.plugin.core.exchange.table.import_table import TableOptions, import_table, plan_table
from dprk_city_atlas.plugin.core.exchange.table.plan import Fate
from dprk_city_atlas.plugin.core.exchange.table.read_table import read_table
from dprk_city_atlas.plugin.core.exchange.table.spreadsheet_writer import write_sheet
from dprk_city_atlas.plugin.core.exchange.table.understand import understand
from dprk_city_atlas.plugin.core.exchange.undo_import import undo_import

MINE = TableOptions("My table", "t.csv")


@pytest.fixture
def atlas(tmp_path):
    source = Source(title="A map")
    records = [
        source, Category(id="market", label="Market", label_ko="시장"), Category(id="unknown", label="?"),
        City(name="Hamhung", surroundings="126.9,39.5,128.1,40.4", geom="POINT (127.53 39.92)"),
    ]  # fmt: skip
    for name, geom in (
        ("Sunam Market", "POINT (127.55 39.85)"),
        ("Pohang", "POINT (127.6 39.86)"),
        ("Lost", None),
    ):
        site = Site(
            name=name,
            name_ko="수남시장" if name.startswith("Sunam") else None,
            category="market",
            city="Hamhung",
            geom=geom,
            source_uuid=source.uuid if geom else None,
            accuracy_m=20.0 if geom else None,
            note="two\nlines",
            extra='{"data": [["a", "b"]]}',
            description="=1+1",
        )
        records += [site, *gestures.new_names(site)]
        if geom:
            records.append(
                Assertion(
                    site_uuid=site.uuid, source_uuid=source.uuid, geom=geom, accuracy_m=20.0, chosen=True
                )
            )
    return store.create(tmp_path / "a.gpkg", records, title="Test")


def rows_of(path):
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return list(csv.DictReader(stream))


def save(path, rows):
    """Write the rows back as an editor would: without our guard's apostrophes being touched."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)


def bring(atlas, path, options=MINE):
    table = read_table(path)
    return import_table(atlas, table, understand(table), options)


def sites(atlas):
    return {site.name: site for site in atlas.rows(Site)}


@pytest.mark.parametrize("ending", ["csv", "xlsx", "ods"])
def test_what_was_not_edited_changes_nothing(atlas, tmp_path, ending):
    path = tmp_path / f"t.{ending}"
    write_sites(atlas, path)
    before = sites(atlas)
    for _time in range(2):
        report = bring(atlas, path)
        assert (report.rows, report.unchanged, report.sites, report.updated) == (3, 3, 0, 0)
    assert sites(atlas) == before


def test_the_shipped_atlas_comes_back_as_it_is(tmp_path):
    atlas = store.create(tmp_path / "s.gpkg", seed.read(), title="shipped")
    write_sites(atlas, tmp_path / "t.csv")
    before = sites(atlas)
    report = bring(atlas, tmp_path / "t.csv")
    assert report.unchanged == report.rows == len(atlas.rows(Site)) and not report.refused
    assert sites(atlas) == before


def test_every_column_comes_back_into_its_place(atlas, tmp_path):
    path = tmp_path / "t.csv"
    write_sites(atlas, path)
    rows = rows_of(path)
    edited = {
        "name": "Sunam Bazaar", "name_ko": "수남장마당", "status": "active", "likelihood": "probable",
        "confidence": "high", "note": "new", "description": "'=2+2", "begin_text": "1995", "end_text": "",
        "folder_path": "x / y", "clue": "by the river", "importance": "2",
    }  # fmt: skip
    rows[0].update(edited)
    save(path, rows)
    report = bring(atlas, path)
    assert (report.updated, report.unchanged, report.conflicts) == (1, 2, [])
    site = sites(atlas)["Sunam Bazaar"]
    assert {
        name: getattr(site, name) for name in ("name_ko", "status", "likelihood", "confidence", "note")
    } == {name: edited[name] for name in ("name_ko", "status", "likelihood", "confidence", "note")}
    assert (site.description, site.begin_text, site.begin_earliest) == ("=2+2", "1995", "1995-01-01")
    assert (site.folder_path, site.clue, site.importance) == ("x / y", "by the river", 2)
    assert site.extra == '{"data": [["a", "b"]]}'
    names = {row.text for row in atlas.rows(Name, site_uuid=site.uuid)}
    assert {"Sunam Bazaar", "수남장마당"} <= names


def test_a_corrected_position_is_chosen_and_the_old_one_stays(atlas, tmp_path):
    path = tmp_path / "t.csv"
    write_sites(atlas, path)
    rows = rows_of(path)
    rows[0].update(lat="39.86", accuracy_m="5")
    rows[2].update(lat="39.9", lon="127.5")
    save(path, rows)
    report = bring(atlas, path)
    assert report.updated == 2
    site = sites(atlas)["Sunam Market"]
    assert (site.geom, site.accuracy_m) == ("POINT (127.55 39.86)", 5.0)
    told = atlas.rows(Assertion, site_uuid=site.uuid)
    assert sorted((row.geom, row.chosen) for row in told) == [
        ("POINT (127.55 39.85)", False), ("POINT (127.55 39.86)", True),
    ]  # fmt: skip
    assert atlas.get(Source, site.source_uuid).title == "My table"
    assert sites(atlas)["Lost"].geom == "POINT (127.5 39.9)"
    undo_import(atlas, report.batch)
    assert sites(atlas)["Sunam Market"].geom == "POINT (127.55 39.85)" and sites(atlas)["Lost"].geom is None
    assert len(atlas.rows(Assertion, site_uuid=site.uuid)) == 1


def test_what_both_sides_changed_is_a_conflict_and_stays(atlas, tmp_path):
    path = tmp_path / "t.csv"
    write_sites(atlas, path)
    site = sites(atlas)["Sunam Market"]
    with atlas.transaction("edit") as writer:
        writer.update(store.replace(site, note="mine", status="closed"))
    rows = rows_of(path)
    rows[0].update(note="theirs", description="other")
    save(path, rows)
    report = bring(atlas, path)
    (conflict,) = report.conflicts
    assert (conflict["field"], conflict["mine"], conflict["new_release"], conflict["last_release"]) == (
        "note", "mine", "theirs", "two\nlines",
    )  # fmt: skip
    after = sites(atlas)["Sunam Market"]
    assert (after.note, after.status, after.description) == ("mine", "closed", "other")


def test_rows_added_removed_and_deleted_are_told_apart(atlas, tmp_path):
    path = tmp_path / "t.csv"
    write_sites(atlas, path)
    with atlas.transaction("delete") as writer:
        writer.delete(sites(atlas)["Pohang"])
    rows = rows_of(path)
    new = dict.fromkeys(rows[0], "")
    new.update(name="New", lat="39.8", lon="127.5", category="시장", source="Somebody else")
    save(path, [rows[0], rows[1], new])
    table = read_table(path)
    plan = plan_table(atlas, table, understand(table), MINE)
    assert [row.fate for row in plan.rows] == [Fate.SAME, Fate.CONFLICT, Fate.NEW]
    assert plan.absent == 1  # Lost
    report = bring(atlas, path)
    assert (report.sites, report.unchanged, report.absent) == (1, 1, 1)
    assert [entry["field"] for entry in report.conflicts] == ["deleted"]
    site = sites(atlas)["New"]
    assert (site.category, site.city, atlas.get(Source, site.source_uuid).title) == (
        "market", "Hamhung", "Somebody else",
    )  # fmt: skip
    undo_import(atlas, report.batch)
    assert "New" not in sites(atlas)


def test_a_table_without_versions_is_taken_as_it_is_and_that_is_said(atlas, tmp_path):
    path = tmp_path / "t.csv"
    write_sites(atlas, path)
    rows = rows_of(path)
    for row in rows:
        del row["row_version"]
    rows[0]["note"] = "edited"
    save(path, rows)
    report = bring(atlas, path)
    assert report.updated == 1 and any("written out" in note for note in report.notes)
    assert sites(atlas)["Sunam Market"].note == "edited"


def test_rounded_positions_do_not_come_back(atlas, tmp_path):
    path = tmp_path / "t.csv"
    write_sites(atlas, path, privacy=Privacy(decimals=1))
    before = sites(atlas)
    report = bring(atlas, path)
    assert report.unchanged == 3
    assert sites(atlas) == before


def test_a_value_that_no_list_has_is_told_and_not_taken(atlas, tmp_path):
    path = tmp_path / "t.csv"
    write_sites(atlas, path)
    rows = rows_of(path)
    rows[0].update(category="spaceport", confidence="total")
    save(path, rows)
    report = bring(atlas, path)
    assert report.unchanged == 3 and len(report.oddities) == 2
    assert all("spaceport" in row["message"] or "total" in row["message"] for row in report.oddities)


def test_a_foreign_table_updates_by_its_own_identifiers(atlas, tmp_path):
    path = tmp_path / "f.xlsx"
    head = ["id", "name", "lat", "lon", "status"]
    write_sheet(
        path, "Sheet", head, [["K-1", "One", 39.81, 127.51, "운영중"], ["K-2", "Two", 39.82, 127.52, ""]]
    )
    first = bring(atlas, path)
    assert (first.sites, first.updated) == (2, 0)
    assert sites(atlas)["One"].status == "active"
    mine = sites(atlas)["Two"]
    with atlas.transaction("edit") as writer:
        writer.update(store.replace(mine, name="Two, corrected"))
    write_sheet(
        path,
        "Sheet",
        head,
        [
            ["K-1", "One", 39.815, 127.51, "폐쇄"],
            ["K-2", "Two", 39.82, 127.52, ""],
            ["K-3", "Three", 39.83, 127.53, ""],
        ],
    )
    second = bring(atlas, path)
    assert (second.sites, second.updated, second.conflicts) == (1, 1, [])
    found = sites(atlas)
    assert (found["One"].geom, found["One"].status) == ("POINT (127.51 39.815)", "closed")
    assert "Two, corrected" in found and "Two" not in found


def test_a_running_number_is_no_identity(atlas, tmp_path):
    path = tmp_path / "f.xlsx"
    head = ["id", "name", "lat", "lon"]
    write_sheet(path, "Sheet", head, [["1", "One", 39.81, 127.51]])
    bring(atlas, path)
    write_sheet(path, "Sheet", head, [["1", "Another thing", 39.9, 127.6]])
    report = bring(atlas, path)
    assert (report.sites, report.updated) == (1, 0)
    assert {"One", "Another thing"} <= set(sites(atlas))
