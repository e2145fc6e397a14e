# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""A KML file becomes rows, all of it or none of it; a newer release leaves the analyst's work alone."""

from __future__ import annotations

import json
import sqlite3

import pytest
from kmlfiles import DATA, HEAD, TAIL, kml, kmz, point

from dprk_city_atlas.plugin.core.atlas import seed
from dprk_city_atlas.plugin.core.atlas.model import (
    RECORDS,
    Area,
    Assertion,
    KmlFolder,
    KmlItem,
    KmlResource,
    Sheet,
    Site,
    Source,
    Trace,
)
from dprk_city_atlas.plugin.core.atlas.store import store
from dprk_city_atlas.plugin.core.errors import AtlasError
from dprk_city_atlas.plugin.core.exchange import undo_import
from dprk_city_atlas.plugin.core.exchange.import_rules import Rule, Rules
from dprk_city_atlas.plugin.core.exchange.kml import bulk_rows
from dprk_city_atlas.plugin.core.exchange.kml.import_kml import import_kml, preview
from dprk_city_atlas.plugin.core.exchange.kml.import_options import ImportOptions

EVERYTHING = DATA / "everything.kml"
MINE = ImportOptions("Somebody's map", "2016")


@pytest.fixture
def atlas(tmp_path):
    return store.create(tmp_path / "a.gpkg", seed.read(empty=True), title="Test")


def dump(atlas, *, without=("history",)):
    """Return every row of every table, as text, without row numbers."""
    with sqlite3.connect(str(atlas.path)) as db:
        names = [r.TABLE for r in RECORDS if r.TABLE not in without]
        return {name: sorted(map(repr, db.execute(f'SELECT * FROM "{name}"'))) for name in names}


def by_name(atlas, record=Site):
    return {row.name: row for row in atlas.rows(record)}


def folder(name, *content):
    return f"<Folder><name>{name}</name>{''.join(content)}</Folder>"


def surface(rings):
    bounds = "".join(
        f"<{side}BoundaryIs><LinearRing><coordinates>{ring}</coordinates></LinearRing></{side}BoundaryIs>"
        for side, ring in zip(("outer", "inner", "inner"), rings)
    )
    return f"<Polygon>{bounds}</Polygon>"


@pytest.mark.parametrize(
    ("geometry", "wkt", "odd"),
    [
        (surface(["1,1 2,2 3,1"]), "MULTIPOLYGON (((1 1,2 2,3 1,1 1)))", 0),
        (surface(["0,0 9,0 9,9 0,9", "1,1 2,2"]), "MULTIPOLYGON (((0 0,9 0,9 9,0 9,0 0)))", 1),
        (surface(["0,0 9,0", "1,1 2,2 3,1 1,1"]), None, 0),
        (f"<MultiGeometry>{surface(['1,1 2,2 3,1 1,1'])}<LineString><coordinates>1,1</coordinates>"
         "</LineString></MultiGeometry>", "MULTIPOLYGON (((1 1,2 2,3 1,1 1)))", 1),
    ],
)  # fmt: skip
def test_open_rings_are_closed_and_parts_with_too_few_positions_left_out(atlas, tmp_path, geometry, wkt, odd):
    report = import_kml(atlas, kml(tmp_path, f"<Placemark>{geometry}</Placemark>"), MINE)
    assert [area.geom for area in atlas.rows(Area)] == ([wkt] if wkt else [])
    assert report.refused_count == (not wkt) and report.oddity_counts.get("part", 0) == odd


def test_features_in_the_wrong_place_are_in_the_account(atlas, tmp_path):
    report = import_kml(atlas, kml(tmp_path, "<Style><Placemark/></Style>" + point()), MINE)
    assert (report.features, report.imported, report.listed_count) == (2, 1, 1)
    assert "inside of another element" in report.listed[0]["reason"]


def test_everything_is_imported_listed_or_refused(atlas):
    report = import_kml(atlas, EVERYTHING, MINE)
    assert (report.features, report.imported, report.listed_count, report.refused_count) == (15, 10, 4, 1)
    assert report.counts() == {
        "SITES": 5, "LINES": 3, "OVERLAYS": 2, "UPDATED": 0, "CONFLICTS": 0, "SKIPPED": 1,
    }  # fmt: skip


def test_sites_carry_what_the_file_says(atlas):
    import_kml(atlas, EVERYTHING, MINE)
    site = by_name(atlas)["Battery 1 함흥"]
    assert site.geom == "POINT (127.536 39.831)"
    assert (site.category, site.city, site.status) == ("air_defence_aaa", "Hamhung", "unknown")
    assert (site.begin_text, site.begin_earliest, site.begin_latest) == ("1944", "1944-01-01", "1944-12-31")
    assert (site.end_text, site.end_earliest, site.end_latest) == ("1953-07", "1953-07-01", "1953-07-31")
    assert site.description.startswith('<p onclick="x()">8 guns')
    assert site.folder_path == "Everything & more / South Hamgyong / AAA"
    assert json.loads(site.extra) == {"data": [["guns", "8"], ["empty", ""]]}
    assert (site.likelihood, site.confidence) == ("possible", "low")
    [assertion] = atlas.rows(Assertion, site_uuid=site.uuid)
    assert (assertion.kind, assertion.chosen, assertion.geom) == ("location", True, site.geom)
    assert assertion.value == site.name and assertion.as_printed == "127.536,39.831"
    [source] = atlas.rows(Source, title="Somebody's map")
    assert assertion.source_uuid == site.source_uuid == source.uuid and source.release_text == "2016"


def test_what_has_no_place_is_unlocated_and_what_is_no_point_goes_elsewhere(atlas):
    import_kml(atlas, EVERYTHING, MINE)
    sites = by_name(atlas)
    assert sites["No place"].geom is None
    [assertion] = atlas.rows(Assertion, site_uuid=sites["No place"].uuid)
    assert (assertion.kind, assertion.chosen, assertion.geom) == ("existence", False, None)
    traces = by_name(atlas, Trace)
    assert traces["Wall"].kind == "wall" and traces["Wall"].fidelity == "imported"
    assert traces["Wall"].geom.startswith("LINESTRING (127.1 39.1,127.2 39.2,127.3 39.3")
    assert by_name(atlas, Area)["Compound"].geom.startswith("MULTIPOLYGON (((127 39,")
    assert {sheet.title for sheet in atlas.rows(Sheet)} == {"Sheet", "Quad"}
    assert atlas.rows(Assertion, site_uuid=sites["Battery <2>"].uuid)[0].imagery_date == "2016-05-30"


def test_a_turned_overlay_has_the_corners_that_google_earth_shows(atlas, tmp_path):
    sides = "<north>1</north><south>-1</south><east>2</east><west>-2</west>"
    box = f"<LatLonBox>{sides}<rotation>90</rotation></LatLonBox>"
    import_kml(atlas, kml(tmp_path, f"<GroundOverlay><name>O</name>{box}</GroundOverlay>"), MINE)
    text = atlas.rows(Sheet)[0].geom.replace("POLYGON ((", "").rstrip(")")
    corners = [tuple(round(float(v), 9) + 0.0 for v in pair.split()) for pair in text.split(",")]
    assert corners == [(1, -2), (1, 2), (-1, 2), (-1, -2), (1, -2)]


def test_the_rtree_and_the_row_count_are_as_if_written_one_by_one(atlas):
    import_kml(atlas, EVERYTHING, MINE)
    with sqlite3.connect(str(atlas.path)) as db:
        rtree = db.execute("SELECT id, minx, maxy FROM rtree_sites_geom ORDER BY id").fetchall()
        fids = db.execute("SELECT fid FROM sites WHERE geom IS NOT NULL ORDER BY fid").fetchall()
        assert [row[0] for row in rtree] == [row[0] for row in fids]
        count = db.execute(
            "SELECT feature_count FROM gpkg_ogr_contents WHERE table_name = 'sites'"
        ).fetchone()
        assert count[0] == db.execute("SELECT count(*) FROM sites").fetchone()[0]
        triggers = db.execute("SELECT count(*) FROM sqlite_master WHERE type = 'trigger'").fetchone()[0]
    fresh = store.create(atlas.path.with_name("b.gpkg"), seed.read(empty=True), title="Other")
    with sqlite3.connect(str(fresh.path)) as db:
        assert (
            db.execute("SELECT count(*) FROM sqlite_master WHERE type = 'trigger'").fetchone()[0] == triggers
        )
    store.open_atlas(atlas.path)


def test_bad_coordinates_are_refused_and_kept_as_xml(atlas, tmp_path):
    path = kml(tmp_path, "\n".join((point("good"), point("bad", "39.8,127.5"), point("worse", "x"))))
    report = import_kml(atlas, path, MINE)
    assert [(entry["line"], entry["name"]) for entry in report.refused] == [(2, "bad"), (3, "worse")]
    assert report.counts()["SKIPPED"] == 2 and set(by_name(atlas)) == {"good"}
    assert [item.problem is not None for item in atlas.rows(KmlItem)] == [False, True, True]
    assert not report.looks_swapped


def test_swapping_is_offered_on_evidence_and_done_only_when_asked(atlas, tmp_path):
    path = kml(tmp_path, point("a", "39.8,127.5") * 4 + point("b"))
    assert preview(atlas, path, MINE).looks_swapped
    report = import_kml(atlas, path, ImportOptions("S", swap=True))
    assert report.refused_count == 0
    assert {site.geom for site in atlas.rows(Site)} == {"POINT (127.5 39.8)"}
    assert {item.lon for item in atlas.rows(KmlItem)} == {127.5}


def test_a_preview_changes_nothing_and_says_what_would_happen(atlas):
    before = atlas.path.read_bytes()
    report = preview(atlas, EVERYTHING, MINE)
    assert atlas.path.read_bytes() == before
    assert report.counts()["SITES"] == 5
    folders = {entry["path"]: entry for entry in report.folders}
    assert folders["Everything & more / South Hamgyong / AAA"]["category"] == "air_defence_aaa"
    assert folders["Everything & more / South Hamgyong / AAA"]["sites"] == 3


def test_own_rules_decide(atlas):
    rules = Rules([Rule("^AAA$", "school", "closed")])
    import_kml(atlas, EVERYTHING, ImportOptions("S", rules=rules))
    site = by_name(atlas)["Battery 1 함흥"]
    assert (site.category, site.status) == ("school", "closed")
    told = import_kml(atlas, EVERYTHING, ImportOptions("T", rules=Rules([Rule("x", "no-such-kind")])))
    assert any("no-such-kind" in oddity["message"] for oddity in told.oddities)


def test_places_that_are_here_already_are_told(atlas, tmp_path):
    import_kml(atlas, kml(tmp_path, point("Hungnam port", "127.6,39.8"), name="1.kml"), MINE)
    path = kml(
        tmp_path, point("Port of Hungnam", "127.6005,39.8") + point("School", "127.602,39.8"), name="2.kml"
    )
    [found] = preview(atlas, path, ImportOptions("Other")).duplicates
    assert (found["name"], found["site_name"]) == ("Port of Hungnam", "Hungnam port")
    assert found["distance_m"] == pytest.approx(42.8, abs=0.5)


def test_icons_and_documents_are_kept(atlas, tmp_path):
    path = kmz(
        tmp_path, [("doc.kml", HEAD + point() + TAIL), ("b.kml", HEAD + TAIL), ("files/a.png", b"\x89")]
    )
    import_kml(atlas, path, MINE)
    assert [(row.name, row.content) for row in atlas.rows(KmlResource)] == [("files/a.png", b"\x89")]
    assert [(row.document, row.kind) for row in atlas.rows(KmlFolder)] == [
        ("doc.kml", "kml"), ("doc.kml", "Document"), ("b.kml", "kml"), ("b.kml", "Document"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    "name", ["O'Brien\"; DROP TABLE sites;--", "a\u200fb", "<script>x</script>", "\U0001f3ed"]
)
def test_hostile_names_are_names(atlas, tmp_path, name):
    from html import escape

    import_kml(atlas, kml(tmp_path, folder(escape(name), point(escape(name)))), MINE)
    assert list(by_name(atlas)) == [name]


# -- nothing half --------------------------------------------------------------------------------------


def test_a_broken_file_leaves_the_atlas_as_it_was(atlas, tmp_path):
    before = dump(atlas, without=())
    broken = kml(tmp_path, point() * 9000 + "<Folder></Placemark>")
    with pytest.raises(AtlasError, match="line 1"):
        import_kml(atlas, broken, MINE)
    assert dump(atlas, without=()) == before


def test_stopping_leaves_the_atlas_as_it_was(atlas, tmp_path):
    before = dump(atlas, without=())

    def stop(share):
        if share > 0.5:
            raise AtlasError("stopped")

    with pytest.raises(AtlasError, match="stopped"):
        import_kml(atlas, kml(tmp_path, point("x" * 80) * 9000), MINE, stop)
    assert dump(atlas, without=()) == before


def test_a_read_only_atlas_is_said_to_be_so(atlas):
    atlas.read_only = "it is locked."
    with pytest.raises(AtlasError, match="reading only"):
        import_kml(atlas, EVERYTHING, MINE)


def test_an_import_makes_a_backup(atlas):
    report = import_kml(atlas, EVERYTHING, MINE)
    copy = atlas.path.with_name("a.backups") / report.backup
    assert store.open_atlas(copy).rows(Site) == []


# -- undo ----------------------------------------------------------------------------------------------


def test_an_undo_takes_back_all_of_it(atlas, tmp_path):
    before = dump(atlas)
    import_kml(atlas, EVERYTHING, MINE)
    [entry] = undo_import.imports(atlas)
    assert (entry["file"], entry["source"], entry["release"]) == ("everything.kml", "Somebody's map", "2016")
    undone = undo_import.undo_import(atlas, entry["batch"])
    assert undone.kept == []
    after = dump(atlas)
    assert {k: v for k, v in after.items() if v != before[k]} == {}
    assert undo_import.imports(atlas) == []
    store.open_atlas(atlas.path)
    with pytest.raises(AtlasError, match="no such import"):
        undo_import.undo_import(atlas, entry["batch"])


def test_an_undo_leaves_what_was_worked_on(atlas):
    report = import_kml(atlas, EVERYTHING, MINE)
    site, other = by_name(atlas)["Battery 1 함흥"], by_name(atlas)["Battery <2>"]
    with atlas.transaction("edit") as writer:
        site.note = "checked"
        writer.update(site)
        own = Source(title="Own imagery")
        writer.insert(own)
        writer.insert(Assertion(site_uuid=other.uuid, source_uuid=own.uuid, kind="existence", value="seen"))
    undone = undo_import.undo_import(atlas, report.batch)
    assert {kept[1] for kept in undone.kept} == {site.uuid, other.uuid}
    assert set(by_name(atlas)) == {"Battery 1 함흥", "Battery <2>"}
    assert len(atlas.rows(Assertion)) == 3


# -- releases ------------------------------------------------------------------------------------------


def release(tmp_path, number, *content):
    return kml(tmp_path, folder("AAA", *content), name=f"r{number}.kml")


def first(tmp_path):
    return release(
        tmp_path, 1, *(point(f"S{n}", f"127.{n},39.5", f"<description>d{n}</description>") for n in range(6))
    )


def second(tmp_path):
    return release(
        tmp_path,
        2,
        point("S0", "127.0,39.5", "<description>d0</description>"),
        point("S1", "127.11,39.5", "<description>d1</description>"),
        point("S2 (new name)", "127.2,39.5", "<description>d2</description>"),
        point("S3", "127.3,39.5", "<description>changed</description>"),
        point("S9", "127.9,39.5"),
    )


def test_a_newer_release_says_what_it_changed(atlas, tmp_path):
    import_kml(atlas, first(tmp_path), MINE)
    report = import_kml(atlas, second(tmp_path), ImportOptions(MINE.source, "2017"))
    assert report.release_merge["counts"] == {
        "added": 1, "renamed": 1, "moved": 1, "refiled": 0, "changed": 1, "gone": 2, "unchanged": 1,
    }  # fmt: skip
    assert report.counts() == {
        "SITES": 1, "LINES": 0, "OVERLAYS": 0, "UPDATED": 3, "CONFLICTS": 0, "SKIPPED": 0,
    }  # fmt: skip
    sites = by_name(atlas)
    assert set(sites) == {"S0", "S1", "S2 (new name)", "S3", "S4", "S5", "S9"}
    assert sites["S1"].geom == "POINT (127.11 39.5)" and sites["S3"].description == "changed"
    assertions = atlas.rows(Assertion, site_uuid=sites["S1"].uuid)
    assert [(a.geom, a.chosen) for a in assertions] == [
        ("POINT (127.1 39.5)", False),
        ("POINT (127.11 39.5)", True),
    ]
    assert atlas.rows(Source, title=MINE.source)[0].release_text == "2017"
    assert [entry["name"] for entry in report.release_merge["gone"]] == ["S4", "S5"]
    store.open_atlas(atlas.path)


def test_own_edits_are_never_overwritten(atlas, tmp_path):
    import_kml(atlas, first(tmp_path), MINE)
    sites = by_name(atlas)
    with atlas.transaction("edit") as writer:
        sites["S1"].geom = "POINT (127.15 39.55)"
        sites["S2"].name = "Mine"
        sites["S3"].note = "mine too"
        for name in ("S1", "S2", "S3"):
            writer.update(sites[name])
        writer.delete(sites["S0"])
    report = import_kml(atlas, second(tmp_path), ImportOptions(MINE.source, "2017"))
    assert [(c["field"], c["last_release"], c["new_release"], c["mine"]) for c in report.conflicts] == [
        ("place", (127.1, 39.5), (127.11, 39.5), (127.15, 39.55)),
        ("name", "S2", "S2 (new name)", "Mine"),
    ]
    now = by_name(atlas)
    assert now["S1"].geom == "POINT (127.15 39.55)" and "Mine" in now and "S0" not in now
    assert (now["S3"].description, now["S3"].note) == ("changed", "mine too")
    assert [a.chosen for a in atlas.rows(Assertion, site_uuid=sites["S1"].uuid)] == [True, False]


def test_the_same_release_again_changes_nothing(atlas, tmp_path):
    import_kml(atlas, EVERYTHING, MINE)
    before = dump(atlas, without=("history", "kml_items", "kml_folders"))
    report = import_kml(atlas, EVERYTHING, MINE)
    assert report.counts() == {**dict.fromkeys(report.counts(), 0), "SKIPPED": 1}
    assert dump(atlas, without=("history", "kml_items", "kml_folders")) == before


def test_a_merge_can_be_undone(atlas, tmp_path):
    one = import_kml(atlas, first(tmp_path), MINE)
    before = dump(atlas)
    two = import_kml(atlas, second(tmp_path), ImportOptions(MINE.source, "2017"))
    with pytest.raises(AtlasError, match="newer release"):
        undo_import.undo_import(atlas, one.batch)
    undone = undo_import.undo_import(atlas, two.batch)
    assert (undone.removed > 0, undone.kept) == (True, [])
    after = dump(atlas)
    for table in ("kml_items", "kml_folders"):
        assert len(after[table]) == len(before[table])
    assert {s.name: (s.geom, s.description) for s in atlas.rows(Site)} == {
        f"S{n}": (f"POINT (127.{n} 39.5)" if n else "POINT (127.0 39.5)", f"d{n}") for n in range(6)
    }
    assert [a.chosen for a in atlas.rows(Assertion)] == [True] * 6
    assert undo_import.imports(atlas)[0]["batch"] == one.batch


def test_lines_of_a_new_release_replace_the_old_unless_edited(atlas, tmp_path):
    def line(x):
        place = f"<LineString><coordinates>127,39 {x},39</coordinates></LineString>"
        return f"<Placemark><name>L</name>{place}</Placemark>"

    import_kml(atlas, release(tmp_path, 1, line(127.1)), MINE)
    import_kml(atlas, release(tmp_path, 2, line(127.2)), MINE)
    [trace] = atlas.rows(Trace)
    assert trace.geom.startswith("LINESTRING (127 39,127.2 39")
    with atlas.transaction("edit") as writer:
        trace.kind = "railway"
        writer.update(trace)
    report = import_kml(atlas, release(tmp_path, 3, line(127.3)), MINE)
    assert len(report.conflicts) == 1
    assert [(t.geom, t.kind) for t in atlas.rows(Trace)] == [(trace.geom, "railway")]


def test_importer_batches_do_not_show(atlas, tmp_path, monkeypatch):
    monkeypatch.setattr(bulk_rows, "BATCH_FEATURES", 3)
    import_kml(atlas, EVERYTHING, MINE)
    assert len(atlas.rows(Site)) == 5
