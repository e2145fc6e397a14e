# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The column store answers as SQLite, GeographicLib and plain Python loops do."""

from __future__ import annotations

import os
import random
import sqlite3
import struct
import unicodedata

import numpy as np
import pytest

from dprk_city_atlas.plugin.core.atlas.store.blob import points_of
from dprk_city_atlas.plugin.core.dates import parse_period
from dprk_city_atlas.plugin.core.errors import AtlasError, Cancelled
from dprk_city_atlas.plugin.core.names import names
from dprk_city_atlas.plugin.core.search import build, cache, engine
from dprk_city_atlas.plugin.core.search.columns import EditedSite
from dprk_city_atlas.plugin.core.search.criteria import CircleCriterion, PeriodCriterion, SiteFilter
from dprk_city_atlas.plugin.core.search.result import SORTS

COLUMNS = (
    "fid INTEGER PRIMARY KEY, geom BLOB, uuid TEXT, deleted BOOLEAN DEFAULT 0, name TEXT, name_ko TEXT, "
    "category TEXT, city TEXT, status TEXT, likelihood TEXT, confidence TEXT, begin_earliest DATE, "
    "begin_latest DATE, end_earliest DATE, end_latest DATE, importance INTEGER, source_uuid TEXT"
)
CITIES = ("Hamhung", "Chongjin", None)
CATEGORIES = ("factory", "market", "prison", "school", "railway_station")
DATES = ("1938", "c. 1975", "before 1945", "1950-1953", "", "since 2010", "until 1953")
HANGUL = ("함흥", "청진", "흥남", "라남", "김책", "수성")
ENGLISH = ("Hamhung", "Ch'ŏngjin", "Hungnam", "Ranam", "Kim Chaek", "Susong")


def point(lon, lat):
    return struct.pack("<2sBBiBI2d", b"GP", 0, 1, 4326, 1, 1, lon, lat)


def made_rows(number=3000, seed=1):
    rng = random.Random(seed)
    for fid in range(1, number + 1):
        period = parse_period(rng.choice(DATES))
        place = rng.randrange(len(HANGUL))
        lon, lat = rng.uniform(126, 131), rng.uniform(38, 43)
        korean = f"{HANGUL[place]} 시장 {fid}" if rng.random() < 0.7 else None
        yield (
            fid * 2,
            point(lon, lat) if rng.random() < 0.9 else None,
            f"uuid-{fid}",
            int(rng.random() < 0.05),
            f"{ENGLISH[place]} market {fid}",
            korean,
            rng.choice(CATEGORIES),
            rng.choice(CITIES),
            rng.choice(("active", "closed")),
            rng.choice(("confirmed", "possible")),
            rng.choice(("high", "low")),
            period.begin.earliest,
            period.begin.latest,
            period.end.earliest,
            period.end.latest,
            rng.randint(1, 5),
            rng.choice(("s1", "s2", None)),
        )


def make(path, rows):
    with sqlite3.connect(path) as db:
        db.execute(f"CREATE TABLE sites ({COLUMNS})")
        db.executemany(f"INSERT INTO sites VALUES ({','.join('?' * 17)})", rows)
        db.execute("CREATE TABLE names (site_uuid TEXT, text TEXT, language TEXT, deleted BOOLEAN DEFAULT 0)")
        db.execute("INSERT INTO names VALUES ('uuid-7', 'Kankō', 'ja-Latn', 0), ('uuid-8', 'Gone', 'en', 1)")
        db.execute(
            "INSERT INTO names VALUES ('uuid-9', 'Shuunan', 'ja-Latn', 0), ('uuid-9', '咸興', 'ko-Hani', 0)"
        )
        db.execute("CREATE TABLE atlas_meta (key TEXT, value TEXT)")
        db.execute("INSERT INTO atlas_meta VALUES ('uuid', 'an-atlas')")
    db.close()
    return path


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    return make(tmp_path_factory.mktemp("atlas") / "a.gpkg", made_rows())


@pytest.fixture(scope="module")
def columns(path):
    return build.build(path)


def sql(path, where, *values):
    with sqlite3.connect(path) as db:
        rows = db.execute(f"SELECT fid FROM sites WHERE deleted = 0 AND ({where}) ORDER BY fid", values)
        return [row[0] for row in rows]


def fids(wanted, columns, **more):
    return engine.apply(wanted, columns, **more).fids.tolist()


def test_everything_not_deleted_is_there(path, columns):
    assert columns.fids.tolist() == sql(path, "1")
    with sqlite3.connect(path) as db:
        for fid, name, korean, category, city in db.execute(
            "SELECT fid, name, name_ko, category, city FROM sites WHERE deleted = 0"
        ):
            row = columns.row_of(fid)
            assert columns.name(row) == (name, korean or "")
            assert (columns.value("category", row), columns.value("city", row)) == (category, city or "")
    assert columns.row_of(1) == columns.row_of(10**9) == -1


def test_points_of_every_form():
    big = struct.pack(">2sBBiBI2d", b"GP", 0, 0, 4326, 0, 1, 127.5, 39.9)
    envelope = struct.pack("<2sBBi4dBI2d", b"GP", 0, 3, 4326, 1, 1, 2, 2, 1, 1, 127.5, 39.9)
    with_z = struct.pack("<2sBBiBI3d", b"GP", 0, 1, 4326, 1, 1001, 127.5, 39.9, 5.0)
    empty = struct.pack("<2sBBiBI2d", b"GP", 0, 0x11, 4326, 1, 1, float("nan"), float("nan"))
    line = struct.pack("<2sBBiBI2d", b"GP", 0, 1, 4326, 1, 2, 1.0, 2.0)
    lon, lat = points_of([point(127.5, 39.9), big, envelope, with_z, None, empty, b"GP", line, b"x" * 29])
    assert lon[:4].tolist() == [127.5] * 4
    assert lat[:4].tolist() == [39.9] * 4
    assert np.isnan(lon[4:]).all()


def test_three_fields_are_sqlite_s(path, columns):
    wanted = SiteFilter(
        categories=frozenset({"market", "prison"}),
        cities=frozenset({"Hamhung", ""}),
        statuses=frozenset({"active"}),
    )
    assert fids(wanted, columns) == sql(
        path, "category IN ('market','prison') AND (city = 'Hamhung' OR city IS NULL) AND status = 'active'"
    )
    assert fids(SiteFilter(categories=frozenset({"no such"})), columns) == []
    five = SiteFilter(categories=frozenset(CATEGORIES))
    assert len(fids(five, columns)) == len(columns)


@pytest.mark.parametrize("text", ["market 12", "hung", "RANAM", "99", "zzz", "m", "suso"])
def test_substring_is_sqlite_s_like(path, columns, text):
    wanted = f"%{text}%"
    found = set(fids(SiteFilter(text=text), columns))
    assert set(sql(path, "name LIKE ? OR name_ko LIKE ?", wanted, wanted)) <= found
    for fid in found - set(sql(path, "name LIKE ? OR name_ko LIKE ?", wanted, wanted)):
        shown = columns.name(columns.row_of(fid))
        assert names.matches(names.parse_query(text), *names.search_texts([n for n in shown if n]))


@pytest.mark.parametrize(
    "text",
    [
        "함흥",
        "ㅎㅎ",
        "하",
        "함ㅎ",
        "hamhŭng",
        "ch'ongjin",
        "cheongjin",
        "gimchaek",
        "김ㅊ",
        "market hung",
        "kanko",
        "kankou",
        "shunan",
        "咸",
        "Gone",
        unicodedata.normalize("NFD", "청진"),
        "'; DROP TABLE sites;--",
        "\ud800",
    ],
)
def test_search_is_the_same_as_name_by_name(columns, text):
    query = names.parse_query(text)
    more = {14: (["Kankō"], True), 18: (["Shuunan", "咸興"], True)}
    expected = []
    for row, fid in enumerate(columns.fids.tolist()):
        plain = [n for n in columns.name(row) if n]
        if fid == 18:
            plain.append("咸興")
        readings = [n for n in more.get(fid, ([], False))[0] if n != "咸興"]
        if names.matches(query, *names.search_texts(plain, readings)):
            expected.append(fid)
    assert fids(SiteFilter(text=text), columns) == expected


@pytest.mark.parametrize("text", ["%", "_", "\\", "'", "·", "--", "[a-z]$"[-1], "😀", "(", "100 %"])
def test_signs_are_looked_for_as_they_stand(tmp_path, text):
    rows = [list(row) for row in made_rows(12)]
    given = [
        "100 % mill",
        "a_b",
        "c\\d",
        "O'Brien",
        "2·8",
        "x -- y",
        "$",
        "😀 park",
        "f(x)",
        "plain",
        "%",
        "_",
    ]
    for row, name in zip(rows, given):
        row[3], row[4], row[5] = 0, name, None
    made = build.build(make(tmp_path / "a.gpkg", rows))
    expected = [fid for fid, name in zip(made.fids.tolist(), given) if text in name]
    assert expected
    if text == "100 %":  # a letter or digit: signs do not count
        expected = [made.fids[0]]
    assert fids(SiteFilter(text=text), made) == expected


@pytest.mark.parametrize("text", ["\u200e", " \u202b ", "\u0301"])
def test_marks_that_nobody_sees_ask_for_nothing(columns, text):
    assert len(fids(SiteFilter(text=text), columns)) == len(columns)


def test_typing_on_narrows_to_the_same_hits(columns):
    for text in ("h", "ha", "ham", "hamh", "hamhung", "hamhungm", "hamhungmarket1", "ham", "am"):
        kept = fids(SiteFilter(text=text), columns)
        columns.latin.forget()
        assert fids(SiteFilter(text=text), columns) == kept


def test_period_with_unknown_as_its_own_choice(path, columns):
    wanted = SiteFilter(period=PeriodCriterion("1946", "1949", include_unknown=False))
    undated = "coalesce(begin_earliest, begin_latest, end_earliest, end_latest) IS NULL"
    within = (
        "(begin_earliest IS NULL OR begin_earliest <= '1949-12-31') AND "
        "(end_latest IS NULL OR end_latest >= '1946-01-01')"
    )
    assert fids(wanted, columns) == sql(path, f"{within} AND NOT {undated}")
    both = SiteFilter(period=PeriodCriterion("1946", "1949"))
    assert fids(both, columns) == sql(path, f"({within}) OR {undated}")
    assert fids(SiteFilter(period=PeriodCriterion(include_unknown=False)), columns) == sql(
        path, f"NOT {undated}"
    )


def test_certain_period_leaves_the_doubtful_out(tmp_path):
    rows = [
        (
            1,
            None,
            "a",
            0,
            "A",
            None,
            "x",
            None,
            "s",
            "l",
            "c",
            "1930-01-01",
            "1930-12-31",
            None,
            None,
            1,
            None,
        ),
        (2, None, "b", 0, "B", None, "x", None, "s", "l", "c", None, "1944-12-31", None, None, 1, None),
        (
            3,
            None,
            "c",
            0,
            "C",
            None,
            "x",
            None,
            "s",
            "l",
            "c",
            "1930-01-01",
            "1959-12-31",
            None,
            None,
            1,
            None,
        ),
        (
            4,
            None,
            "d",
            0,
            "D",
            None,
            "x",
            None,
            "s",
            "l",
            "c",
            "1930-01-01",
            "1930-12-31",
            "1940-01-01",
            "1950-12-31",
            1,
            None,
        ),
    ]
    columns = build.build(make(tmp_path / "p.gpkg", rows))
    certain = SiteFilter(period=PeriodCriterion("1946", "1949", certain=True, include_unknown=False))
    assert fids(certain, columns) == [1, 2]
    possible = SiteFilter(period=PeriodCriterion("1946", "1949", include_unknown=False))
    assert fids(possible, columns) == [1, 2, 3, 4]


def test_circle_is_geographiclib_s(columns):
    pyproj = pytest.importorskip("pyproj")
    for lon, lat, radius in (
        (127.5, 39.9, 20_000),
        (129.8, 41.8, 150_000),
        (128, 40, 0),
        (-52, -40, 19_990_000),
    ):
        there = np.isfinite(columns.lon)
        metres = np.full(len(columns), np.inf)
        count = int(there.sum())
        metres[there] = pyproj.Geod(ellps="WGS84").inv(
            np.full(count, lon), np.full(count, lat), columns.lon[there], columns.lat[there]
        )[2]
        expected = columns.fids[metres <= radius].tolist()
        assert fids(SiteFilter(circle=CircleCriterion(lon, lat, radius)), columns) == expected


def test_box_and_located(columns):
    box = (127.0, 39.0, 128.5, 41.0)
    expected = [
        fid
        for fid, x, y in zip(columns.fids.tolist(), columns.lon, columns.lat)
        if box[0] <= x <= box[2] and box[1] <= y <= box[3]
    ]
    assert fids(SiteFilter(bbox=box), columns) == expected
    assert fids(SiteFilter(bbox=(128.5, 39.0, 127.0, 41.0)), columns) != []
    lost = fids(SiteFilter(located=False), columns)
    assert lost == columns.fids[np.isnan(columns.lon)].tolist()
    assert len(lost) + len(fids(SiteFilter(located=True), columns)) == len(columns)


def test_polygon_with_a_hole_is_gdal_s(columns):
    ogr = pytest.importorskip("osgeo.ogr")
    outer = ((126.5, 38.5), (130.5, 38.7), (130.0, 42.5), (128.0, 40.0), (126.7, 42.0))
    hole = ((128.0, 39.0), (129.0, 39.0), (129.0, 40.0))
    rings = ",".join("(" + ",".join(f"{x} {y}" for x, y in (*r, r[0])) + ")" for r in (outer, hole))
    polygon = ogr.CreateGeometryFromWkt(f"POLYGON({rings})")
    expected = []
    for fid, x, y in zip(columns.fids.tolist(), columns.lon, columns.lat):
        if np.isfinite(x):
            spot = ogr.Geometry(ogr.wkbPoint)
            spot.AddPoint_2D(float(x), float(y))
            if polygon.Contains(spot):
                expected.append(fid)
    assert fids(SiteFilter(polygon=(outer, hole)), columns) == expected


def test_polygons_that_share_a_side_share_no_site(columns):
    left = ((126.0, 38.0), (128.0, 38.0), (128.0, 43.0), (126.0, 43.0))
    right = ((128.0, 38.0), (131.0, 38.0), (131.0, 43.0), (128.0, 43.0))
    row = int(np.flatnonzero(np.isfinite(columns.lon))[0])
    x = float(columns.lon[row])
    halves = [tuple((x if a == 128.0 else a, b) for a, b in ring) for ring in (left, right)]
    hits = [set(fids(SiteFilter(polygon=(ring,)), columns)) for ring in halves]
    assert not hits[0] & hits[1]
    assert len(hits[0] | hits[1]) == int(np.isfinite(columns.lon).sum())


def test_expression_fids(columns):
    wanted = SiteFilter(expression='"importance" > 3')
    some = columns.fids[[3, 5, 8]]
    assert fids(wanted, columns, expression_fids=np.append(some, 999_999)) == some.tolist()


def test_facets_reflect_the_other_criteria(path, columns):
    wanted = SiteFilter(categories=frozenset({"market"}), statuses=frozenset({"active"}), text="hung")
    result = engine.apply(wanted, columns)
    for category in CATEGORIES:
        other = engine.apply(
            SiteFilter(categories=frozenset({category}), statuses=frozenset({"active"}), text="hung"), columns
        )
        assert result.facet("category").get(category, 0) == other.count
    assert sum(result.facet("city").values()) == result.count
    assert result.facet("category")["market"] == result.count
    assert sum(engine.apply(SiteFilter(), columns).facet("category").values()) == len(columns)


def test_criteria_are_switched_off_without_being_lost(columns):
    wanted = SiteFilter(text="hamhung", cities=frozenset({"Hamhung"})).switched("text", on=False)
    assert wanted.active() == ("cities",)
    assert fids(wanted, columns) == fids(SiteFilter(cities=frozenset({"Hamhung"})), columns)
    assert wanted.switched("text", on=True).active() == ("text", "cities")
    assert wanted.without("text").text == ""


def test_filter_through_json():
    wanted = SiteFilter(
        text="함흥 'x\"",
        cities=frozenset({"Hamhung", ""}),
        categories=frozenset({"a"}),
        statuses=frozenset({"b"}),
        likelihoods=frozenset({"c"}),
        confidences=frozenset({"d"}),
        sources=frozenset({"e"}),
        period=PeriodCriterion("1108", "1953-07-27", False, True),
        circle=CircleCriterion(127.5, 39.9, 20_000.5),
        bbox=(1.0, 2.0, 3.0, 4.0),
        polygon=(((0.0, 0.0), (1.0, 0.0), (1.0, 1.0)),),
        located=False,
        expression="true",
        off=frozenset({"text", "bbox"}),
    )
    assert SiteFilter.from_json(wanted.to_json()) == wanted
    assert SiteFilter.from_json(SiteFilter().to_json()) == SiteFilter()


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        '{"version": 2}',
        '{"version": 1, "nonsense": 3}',
        '{"version": 1, "bbox": [1]}',
        "{broken",
        '{"version": 1, "off": ["x"]}',
        '{"version": 1, "circle": {"lon": 1, "lat": 99, "radius_m": 3}}',
        '{"version": 1, "period": {"start": "soon"}}',
    ],
)
def test_broken_json_is_one_error(text):
    with pytest.raises(AtlasError):
        SiteFilter.from_json(text)


def test_overlay_of_edits_needs_no_rebuild(columns):
    base = fids(SiteFilter(text="ranam"), columns)
    first, second = base[0], base[1]
    overlay = {
        first: None,
        second: EditedSite("Renamed", values={"category": "brand new"}, lon=127.5, lat=39.9),
        -1: EditedSite("Ranam new", "라남", {"category": "market", "city": "Chongjin"}, further=("Alias",)),
        999_999: None,
    }
    result = engine.apply(SiteFilter(text="ranam"), columns, overlay=overlay)
    assert set(result.fids.tolist()) == set(base) - {first, second} | {-1}
    assert result.total == len(columns)
    assert set(fids(SiteFilter(text="ranam"), columns)) == set(base)
    everything = engine.apply(SiteFilter(), columns, overlay=overlay)
    assert everything.count == everything.total == len(columns)
    assert everything.facet("category")["brand new"] == 1
    assert fids(SiteFilter(categories=frozenset({"brand new"})), columns, overlay=overlay) == [second]
    assert fids(SiteFilter(text="alias"), columns, overlay=overlay) == [-1]
    rows = result.sorted_rows("name")
    shown = [result.at(row)[0].name(result.at(row)[1])[0] for row in rows.tolist()]
    assert shown[-1] == "Ranam new"


def test_sorting_by_name_counts_numbers_by_value(columns):
    result = engine.apply(SiteFilter(text="hungnam"), columns)
    shown = [columns.name(row)[0] for row in result.sorted_rows("name").tolist()]
    assert shown == sorted(shown, key=lambda name: int(name.split()[-1]))
    assert [columns.name(r)[0] for r in result.sorted_rows("name", descending=True).tolist()] == shown[::-1]


def test_sorting_puts_what_has_no_value_last(columns):
    result = engine.apply(SiteFilter(), columns)
    for down in (False, True):
        rows = result.sorted_rows("distance", descending=down, origin=(127.5, 39.9))
        lost = int(np.isnan(columns.lon).sum())
        assert np.isnan(columns.lon[rows[-lost:]]).all()
        assert np.isfinite(columns.lon[rows[:-lost]]).all()
    for by in SORTS:
        assert sorted(result.sorted_rows(by, origin=(127.5, 39.9)).tolist()) == list(range(len(columns)))
    categories = [columns.value("category", r) for r in result.sorted_rows("category").tolist()]
    assert categories == sorted(categories)


def test_best_hits_first(columns):
    result = engine.apply(SiteFilter(text="hamhung market 12"), columns)
    ranked = result.ranked("hamhung market 12")
    assert [score for _, score in ranked] == sorted(score for _, score in ranked)
    assert columns.name(ranked[0][0])[0].startswith("Hamhung market 12")


def test_typing_errors_are_offered(columns):
    wanted = SiteFilter(text="hamhnug")
    assert fids(wanted, columns) == []
    near = engine.near_misses(wanted, columns)
    assert near
    assert all("Hamhung" in columns.name(row)[0] for row in near)
    assert engine.near_misses(SiteFilter(text="xq"), columns) == []


def test_cancel(columns, path):
    columns.latin.forget()
    with pytest.raises(Cancelled):
        engine.apply(SiteFilter(text="ranam"), columns, cancelled=lambda: True)
    with pytest.raises(Cancelled):
        build.build(path, cancelled=lambda: True)


def test_progress_reaches_the_end(path):
    seen = []
    build.build(path, progress=seen.append)
    assert 0.9 < seen[-1] <= 1.0


def test_no_atlas_is_an_error(tmp_path):
    (tmp_path / "x.gpkg").write_bytes(b"no database at all, but long enough to be looked at")
    sqlite3.connect(tmp_path / "e.gpkg").close()
    for name in ("x.gpkg", "e.gpkg", "missing.gpkg"):
        with pytest.raises(AtlasError):
            build.build(tmp_path / name)
    assert not (tmp_path / "missing.gpkg").exists()


def test_broken_text_does_not_stop_the_reading(tmp_path):
    rows = [(1, None, "a", 0, "A", None, "x", None, "s", "l", "c", None, None, None, None, 1, None)]
    path = make(tmp_path / "b.gpkg", rows)
    with sqlite3.connect(path) as db:
        db.execute("UPDATE sites SET name = CAST(x'41ff42' AS TEXT)")
    db.close()
    assert build.build(path).name(0)[0] == "A\ufffdB"


def test_names_with_newlines_and_tabs_keep_their_row(tmp_path):
    bad = ("a\nb\tc", "é\nx", "plain", "\t", "O'Brien\"; --")
    rows = [
        (i, None, str(i), 0, name, "함\n흥\t시", "x", None, "s", "l", "c", None, None, None, None, 1, None)
        for i, name in enumerate(bad)
    ]
    columns = build.build(make(tmp_path / "n.gpkg", rows))
    assert [columns.name(row)[0] for row in range(len(bad))] == [
        "a b c",
        "é x",
        "plain",
        " ",
        "O'Brien\"; --",
    ]
    assert fids(SiteFilter(text="plain"), columns) == [2]
    assert fids(SiteFilter(text="함 흥"), columns) == [0, 1, 2, 3, 4]


def test_empty_atlas(tmp_path):
    columns = build.build(make(tmp_path / "z.gpkg", []))
    result = engine.apply(SiteFilter(text="x", cities=frozenset({"y"})), columns)
    assert (result.count, result.total, result.facet("city")) == (0, 0, {})
    assert result.sorted_rows("name").tolist() == []
    only = engine.apply(SiteFilter(), columns, overlay={-1: EditedSite("New")})
    assert only.fids.tolist() == [-1]


def test_cache_is_used_while_it_fits_and_rebuilt_after(tmp_path):
    path = make(tmp_path / "c.gpkg", made_rows(200))
    folder = tmp_path / "cache"
    built = cache.open_columns(path, folder)
    kept_file = cache.cache_file(path, folder)
    kept = cache.load(kept_file, cache.identity(path))
    assert kept is not None
    for wanted in (SiteFilter(text="ㅎㅎ"), SiteFilter(cities=frozenset({""})), SiteFilter(located=False)):
        assert fids(wanted, kept) == fids(wanted, built)
    assert kept.name_rank().tolist() == built.name_rank().tolist()
    with sqlite3.connect(path) as db:
        db.execute("UPDATE sites SET name = 'Quite new' WHERE fid = 2")
    db.close()
    assert cache.load(kept_file, cache.identity(path)) is None
    assert cache.open_columns(path, folder).name(0)[0] == "Quite new"
    assert [f.name for f in folder.iterdir()] == [kept_file.name]


def test_damaged_cache_is_made_anew(tmp_path):
    path = make(tmp_path / "d.gpkg", made_rows(50))
    folder = tmp_path / "cache"
    cache.open_columns(path, folder)
    kept_file = cache.cache_file(path, folder)
    whole = kept_file.read_bytes()
    for broken in (
        b"",
        whole[:100],
        whole[:-1],
        whole + b"x",
        b"x" * len(whole),
        whole[:16] + b"\xff" * 8 + whole[24:],
    ):
        kept_file.write_bytes(broken)
        assert cache.load(kept_file, cache.identity(path)) is None
        assert len(cache.open_columns(path, folder)) > 0


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="needs a folder that cannot be written to")
def test_cache_that_cannot_be_written_is_no_error(tmp_path):
    path = make(tmp_path / "r.gpkg", made_rows(10))
    folder = tmp_path / "cache"
    folder.mkdir()
    folder.chmod(0o500)
    assert len(cache.open_columns(path, folder)) > 0


def city_atlas(folder):
    rows = [list(row) for row in made_rows(6)]
    given = [
        ("Hamhung Stadium", "함흥경기장"),
        ("Old town of Hamhung", None),
        ("Stadium of the north", "북경기장"),
        ("Camp 9", "함흥 9호"),
        ("Kankoan mill", None),
        ("Vinylon plant", "비날론공장"),
    ]
    for row, (name, korean) in zip(rows, given):
        row[3], row[4], row[5] = 0, name, korean
    path = make(folder / "a.gpkg", rows)
    with sqlite3.connect(path) as db:
        db.execute("DROP TABLE names")
        db.execute(
            "CREATE TABLE names (fid INTEGER PRIMARY KEY, site_uuid TEXT, city TEXT, text TEXT, "
            "language TEXT, deleted BOOLEAN DEFAULT 0)"
        )
        db.executemany(
            "INSERT INTO names (site_uuid, city, text, language, deleted) VALUES (?, ?, ?, ?, ?)",
            [
                (None, "Hamhung", "함흥", "ko", 0),
                (None, "Hamhung", "Kankō", "ja-Latn", 0),
                (None, "Hamhung", "咸興", "ko-Hani", 0),
                (None, "Hamhung", "Wrongo", "ja-Latn", 1),
            ],
        )
    db.close()
    return build.build(path)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("kanko", [2, 4, 8, 10]),
        ("Kankō stadium", [2, 6]),  # 6: a stadium that stands in Hamhung, whatever it is called
        ("かんこう", [2, 4, 8, 10]),
        ("カンコー", [2, 4, 8, 10]),
        ("함흥", [2, 4, 8]),
        ("咸興", [2, 4, 8]),
        ("咸兴", [2, 4, 8]),
        ("wrongo", []),
    ],
)
def test_a_site_is_found_by_the_other_names_of_its_city(tmp_path, text, found):
    assert fids(SiteFilter(text=text), city_atlas(tmp_path)) == found


def test_ranks_go_from_the_name_to_a_word_to_a_part_to_another_spelling(tmp_path):
    rows = [list(row) for row in made_rows(6)]
    given = ["West Hamhung", "Hamhung", "Sohamhung", "Hamhung Stadium", "함흥", "Pyongyang"]
    for row, name in zip(rows, given):
        row[3], row[4], row[5] = 0, name, None
    made = build.build(make(tmp_path / "a.gpkg", rows))
    ranked = engine.apply(SiteFilter(text="hamhung"), made).ranked("hamhung")
    assert [made.name(row)[0] for row, _score in ranked] == [
        "함흥",
        "Hamhung",
        "Hamhung Stadium",
        "West Hamhung",
        "Sohamhung",
    ]


@pytest.mark.parametrize("text", ["ranam", "ranam market 1", "라남", "ㄹㄴ", "청지"])
def test_among_many_hits_the_name_itself_and_its_beginning_come_first(columns, text):
    result = engine.apply(SiteFilter(text=text), columns)
    order = result.rows[::-1]
    best = result.best_first(text, order)
    assert sorted(best.tolist()) == sorted(order.tolist())
    query = names.parse_query(text)
    scores = [
        names.text_rank(query, columns.latin[row] + names.APART + columns.other[row]) for row in best.tolist()
    ]
    starts = [score <= names.START for score in scores]
    if text != "청지":  # a syllable that is still being typed begins a name as well
        assert starts == sorted(starts, reverse=True)
        assert any(starts)


@pytest.mark.parametrize("text", ["hamhnug", "market hamhunq", "hamhung mraket", "hamhung markte 1"])
def test_one_error_in_one_word_of_several_is_offered(columns, text):
    wanted = SiteFilter(text=text)
    assert fids(wanted, columns) == []
    near = engine.near_misses(wanted, columns)
    assert near
    assert all("Hamhung" in columns.name(row)[0] for row in near)


def test_an_edited_site_keeps_its_further_names(columns):
    row = columns.row_of(14)
    name, korean = columns.name(row)
    moved = {14: EditedSite(name, korean, lon=127.0, lat=40.0)}
    assert 14 in fids(SiteFilter(text="kanko"), columns, overlay=moved)
    renamed = {14: EditedSite("Another", korean, lon=127.0, lat=40.0)}
    assert 14 not in fids(SiteFilter(text=name), columns, overlay=renamed)


def test_first_columns_come_while_the_rest_is_read(path, monkeypatch):
    monkeypatch.setattr(build, "CHUNK", 500)
    monkeypatch.setattr(build, "PARTIAL_AT", (500, 1000))
    parts = []
    made = build.build(path, partial=parts.append)
    assert [len(part) for part in parts] == [500, 1000]
    assert len(made) > 1000
    for part in parts:
        assert fids(SiteFilter(text="hamhung"), part) == [
            fid for fid in fids(SiteFilter(text="hamhung"), made) if fid <= part.fids[-1]
        ]


def test_sites_without_dates_alone(path, columns):
    wanted = SiteFilter(period=PeriodCriterion("1940", "1950", only_unknown=True))
    nothing = " AND ".join(f"{name} IS NULL" for name in ("begin_earliest", "begin_latest", "end_earliest"))
    assert fids(wanted, columns) == sql(path, f"{nothing} AND end_latest IS NULL")
    assert SiteFilter.from_json(wanted.to_json()) == wanted
    old = (
        '{"version": 1, "period": {"start": "1940", "end": null, "include_unknown": false, "certain": true}}'
    )
    assert SiteFilter.from_json(old).period == PeriodCriterion("1940", None, False, True)
