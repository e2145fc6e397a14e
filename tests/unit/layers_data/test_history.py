# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Every row of the shipped cities, figures, events, sheets, traces and base map."""

from __future__ import annotations

import csv
import hashlib
import re
from collections import Counter, defaultdict
from datetime import date

import pyproj
import pytest
from osgeo import ogr
from places import ROOT

from dprk_city_atlas.plugin.core.atlas.model import City, Event, Figure, Sheet, Trace, columns
from dprk_city_atlas.scripts import make_base

LAYERS = ROOT / "layers"
SHINGLES = ROOT / "tests" / "data" / "article_shingles.txt"
RECORDS = {"cities": City, "figures": Figure, "events": Event, "sheets": Sheet, "traces": Trace}
GEOMETRY = {"cities": {"lon", "lat"}, "events": {"lon", "lat"}, "sheets": {"west", "south", "east", "north"}}
FILES = [*RECORDS, "trace_vertices", "coast", "base_vertices"]
DATE_PAIRS = {
    "events": [("earliest", "latest")],
    "traces": [("begin_earliest", "begin_latest"), ("end_earliest", "end_latest")],
}
ELLIPSOID = pyproj.Geod(ellps="WGS84")
LENGTH_TOLERANCE = 0.02

# Whole sections and their published lengths in metres (working notes, sections 4 and timeline).
PUBLISHED = {
    "hamhung-sohojin-railway": 18_000,
    "namhung-line-1934": 14_900,
    "hamhung-oro-line": 17_000,
    "chongjin-wharf-line-1940": 2_000,
    "chongjin-wharf-line-1942": 2_800,
    "ranam-susong-line-1919": 14_900,
    "ranam-chongjin-line-1941": 13_100,
    "west-port-kangdok-link": 2_400,
    "chongjin-chongam-line-1945": 11_000,
}

# Published distances of stations along a line, in metres from its start, and the tolerance of the drawing.
CHAINAGES = (
    ("hamhung-sohojin-railway", "Hungnam station", 15_400, 300),
    ("hamhung-sohojin-railway", "Pongung", 8_800, 200),
    ("hamhung-sohojin-railway", "Hungnam-honmachi", 12_000, 200),
    ("hamhung-oro-line", "Hungsang", 6_600, 300),
    ("ranam-susong-line-1919", "Kangdok station", 7_200, 300),
    ("ranam-chongjin-line-1941", "West Port", 8_000, 300),
    ("ranam-chongjin-line-1941", "Sunam", 10_400, 300),
    ("chongjin-chongam-line-1945", "present Chongam station", 3_100, 300),
    ("chongjin-wharf-line-1942", "first Chongjin station", 800, 100),
)

# Ends that a source does place: the trace passes this point.
ANCHORS = (
    ("hamhung-sohojin-railway", 127.5460, 39.9116),
    ("hamhung-sohojin-railway", 127.6655, 39.8233),
    ("namhung-line-1936", 127.6501, 39.8277),
    ("hamhung-oro-line", 127.4645, 40.0167),
    ("hamhung-walled-town", 127.520584, 39.918647),
    ("chongjin-wharf-line-1942", 129.798611, 41.793056),
    ("ranam-chongjin-line-1941", 129.798611, 41.793056),
    ("chongjin-chongam-line-1945", 129.775242, 41.814842),
    ("chongjin-line-1916", 129.775242, 41.814842),
    ("susong-river-1946", 129.7727, 41.7629),
)

ON_LAND = {
    "Kuchon Pavilion": (127.520584, 39.918647),
    "Hungnam Fertilizer Plant": (127.621851, 39.838676),
    "Magunpo": (127.5607, 39.801521),
    "Ryongsong Machine Complex": (127.59835, 39.822046),
    "Kim Jong Suk Naval University": (127.686905, 39.86855),
    "Soho station": (127.6501, 39.8277),
    "radar station of Komal": (129.84023, 41.772136),
    "Chongjin station": (129.798611, 41.793056),
    "Kim Chaek Steel Mill": (129.752681, 41.753784),
    "island off Hungnam": (127.6435, 39.8210),
}
AT_SEA = {
    "Hungnam harbour": (127.626, 39.831),
    "Chongjin East Harbour": (129.8253, 41.7793),
    "Chongjin Main Harbour": (129.7779, 41.7695),
    "Chongjin West Harbour": (129.7644, 41.7599),
    "open sea off Hungnam": (127.7, 39.75),
    "open sea off Chongjin": (129.9, 41.7),
}


def rows(table):
    with (LAYERS / f"{table}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


DATA = {table: rows(table) for table in RECORDS}
TRACES = {row["key"]: row for row in DATA["traces"]}
VERTICES = defaultdict(list)
NOTES = defaultdict(list)
for _row in rows("trace_vertices"):
    VERTICES[_row["trace"]].append((float(_row["lon"]), float(_row["lat"])))
    NOTES[_row["trace"]].append(_row["note"])
BASE = defaultdict(lambda: defaultdict(dict))
for _row in rows("base_vertices"):
    _polygon = BASE[_row["city"], _row["kind"]][_row["polygon"]]
    _polygon.setdefault(int(_row["ring"]), []).append((float(_row["lon"]), float(_row["lat"])))


def heading(field):
    refers = field.metadata["references"].endswith(".uuid") and field.name.endswith("_uuid")
    return field.name[: -len("_uuid")] if refers else field.name


def length_m(points):
    return ELLIPSOID.line_length(*zip(*points))


def inside(point, ring):
    """Even-odd rule; the ring is closed."""
    x, y = point
    crossed = [
        (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax)
        for (ax, ay), (bx, by) in zip(ring, ring[1:])
        if ay != by
    ]
    return sum(crossed) % 2 == 1


def covers(city, kind, point):
    return any(
        inside(point, rings[0]) and not any(inside(point, rings[n]) for n in rings if n)
        for rings in BASE[city, kind].values()
    )


def city_of(point):
    return "Hamhung" if point[1] < 41 else "Chongjin"


# --- form


@pytest.mark.parametrize("table", RECORDS)
def test_headers_are_columns_of_the_model(table):
    known = {heading(field) for field in columns(RECORDS[table])} | {"key"} | GEOMETRY.get(table, set())
    header = list(DATA[table][0])
    assert header[0] == "key"
    assert set(header) <= known
    assert not {"uuid", "deleted", "row_version"} & set(header)


@pytest.mark.parametrize("table", RECORDS)
def test_keys_are_short_ascii_and_unique(table):
    keys = [row["key"] for row in DATA[table]]
    assert [key for key, times in Counter(keys).items() if times > 1] == []
    assert [key for key in keys if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", key)] == []


@pytest.mark.parametrize("table", FILES)
def test_cells_are_trimmed_single_lines(table):
    assert [
        (number, name)
        for number, row in enumerate(rows(table), 2)
        for name, text in row.items()
        if text is None or text != text.strip() or "\n" in text or "  " in text
    ] == []
    assert b"\r" not in (LAYERS / f"{table}.csv").read_bytes()


@pytest.mark.parametrize("table", RECORDS)
def test_values_fit_kind_and_vocabulary_and_are_there_where_required(table):
    wrong = []
    for field in columns(RECORDS[table]):
        name, meta = heading(field), field.metadata
        for row in DATA[table]:
            text = row.get(name, "")
            if meta["values"] is not None and text and text not in {item.value for item in meta["values"]}:
                wrong.append((row["key"], name, text))
            if meta["required"] and meta["default"] in ("", None) and name in row and not text:
                wrong.append((row["key"], name, "empty"))
            if meta["kind"] in ("real", "integer") and text and not re.fullmatch(r"-?\d+(\.\d+)?", text):
                wrong.append((row["key"], name, text))
            if "> 0" in meta["check"] and text and not float(text) > 0:
                wrong.append((row["key"], name, text))
    assert wrong == []


@pytest.mark.parametrize("table", RECORDS)
def test_references_resolve(table):
    wrong = []
    for field in columns(RECORDS[table]):
        if field.metadata["references"]:
            target, column = field.metadata["references"].split(".")
            known = {row["key" if column == "uuid" else column] for row in rows(target)}
            used = {row.get(heading(field), "") for row in DATA[table]} - {""}
            wrong += [(field.name, value) for value in used - known]
    assert wrong == []


@pytest.mark.parametrize("table", RECORDS)
def test_every_row_has_a_source(table):
    assert [row["key"] for row in DATA[table] if not row["source"]] == []


@pytest.mark.parametrize("table", ["figures", "events"])
def test_contradictions_point_back_and_to_another_source(table):
    order = {row["key"]: number for number, row in enumerate(DATA[table])}
    by_key = {row["key"]: row for row in DATA[table]}
    for row in DATA[table]:
        if row["contradicts"]:
            assert order[row["contradicts"]] < order[row["key"]], row["key"]
            assert by_key[row["contradicts"]]["city"] == row["city"]
            assert by_key[row["contradicts"]]["source"] != row["source"] or row["note"], row["key"]


@pytest.mark.parametrize("table", ["figures", "events"])
def test_the_article_alone_is_medium_at_most(table):
    """High on an article row needs a second publisher, named in the note."""
    assert [
        row["key"]
        for row in DATA[table]
        if row["source"] == "article" and row["confidence"] == "high"
        and not re.search(r"agrees|Main, west and east", row["note"])
    ] == []  # fmt: skip


@pytest.mark.parametrize("table", FILES)
def test_no_run_of_eight_words_is_the_articles(table):
    known = set(SHINGLES.read_text(encoding="ascii").split())
    assert len(known) > 1500
    copied = []
    for number, row in enumerate(rows(table), 2):
        for text in row.values():
            words = re.findall(r"[0-9a-z]+", text.lower())
            runs = [" ".join(words[start : start + 8]) for start in range(len(words) - 7)]
            copied += [
                (number, r) for r in runs if hashlib.blake2b(r.encode(), digest_size=4).hexdigest() in known
            ]
    assert copied == []


# --- dates


@pytest.mark.parametrize("table", DATE_PAIRS)
def test_dates_are_iso_and_in_order(table):
    for row in DATA[table]:
        for first, last in DATE_PAIRS[table]:
            for text in (row[first], row[last]):
                assert not text or date.fromisoformat(text).isoformat() == text, row["key"]
            assert not (row[first] and row[last]) or row[first] <= row[last], row["key"]
    for row in DATA["traces"]:
        for end in ("begin", "end"):
            assert bool(row[f"{end}_earliest"] or row[f"{end}_latest"]) == bool(row[f"{end}_text"]), row[
                "key"
            ]


SPANS = {"day": (1, 2), "month": (28, 31), "year": (365, 366), "decade": (3652, 3653), "range": (2, 50000)}


def test_event_precision_fits_the_span():
    for row in DATA["events"]:
        earliest, latest = date.fromisoformat(row["earliest"]), date.fromisoformat(row["latest"])
        shortest, longest = SPANS[row["precision"]]
        assert shortest <= (latest - earliest).days + 1 <= longest, row["key"]
        assert str(earliest.year) in row["date_text"] or row["precision"] in ("range", "decade"), row["key"]
        assert row["view"] == ("then" if latest.year < 1954 else "now"), row["key"]


def test_known_contradictions_are_visible():
    """Hungnam station, the steel works, Chongjin-Chongam, the fertilizer works, Yonpo."""
    linked = {frozenset((row["key"], row["contradicts"])) for row in DATA["events"] if row["contradicts"]}
    assert {
        frozenset(("hungnam-station-1922", "hungnam-station-1927")),
        frozenset(("steel-1930", "steel-1937")),
        frozenset(("steel-1937", "steel-1939")),
        frozenset(("steel-1930", "steel-1942")),
        frozenset(("chongam-1945-01", "chongam-1945-02")),
        frozenset(("noguchi-1927", "noguchi-1930")),
        frozenset(("yonpo-closed-2021", "yonpo-aircraft-left")),
    } <= linked


# --- cities and figures


def test_cities_stand_where_openstreetmap_marks_them():
    points = {row["name"]: (row["lon"], row["lat"]) for row in DATA["cities"]}
    assert points == {"Hamhung": ("127.543979", "39.915463"), "Chongjin": ("129.782524", "41.782929")}
    for row in DATA["cities"]:
        west, south, east, north = (float(side) for side in row["surroundings"].split(","))
        assert west < float(row["lon"]) < east
        assert south < float(row["lat"]) < north


ARTICLE_FIGURES = {
    "hamhung-population-2021": ("874682", "about"),
    "chongjin-population-2021": ("760165", "about"),
    "hamhung-population-before-opening": ("10000", "about"),
    "hamhung-population-after-opening": ("100000", "about"),
    "chongjin-population-1938": ("72353", "exactly"),
    "chongjin-houses-1904": ("100", "about"),
    "hamhung-urban-area-wwii": ("5", "about"),
    "hamhung-economy": ("5", "at most"),
    "chongjin-economy": ("5", "at most"),
    "city-economy-abroad": ("50", "at least"),
    "hamhung-precipitation": ("27", "exactly"),
    "hamhung-generating-stations": ("35", "at least"),
    "chongjin-primary-stations": ("16", "exactly"),
    "chongjin-micro-stations": ("", "unspecified"),
    "hamhung-companies": ("20", "at least"),
    "hamhung-markets-article": ("10", "at least"),
    "chongjin-markets-article": ("14", "at least"),
    "pyongsu-market-area": ("14700", "about"),
    "hamhung-goat-farms": ("10", "about"),
    "hamhung-fuelling-stations-count": ("7", "exactly"),
    "hamhung-fuelling-stations-new": ("6", "exactly"),
    "chongjin-harbours": ("3", "exactly"),
    "hamhung-sam": ("2", "exactly"),
    "hamhung-aaa": ("12", "more than"),
    "hamhung-artillery": ("12", "more than"),
    "hamhung-coastal": ("", "unspecified"),
    "chongjin-bases": ("24", "at least"),
    "chongjin-institutions": ("5", "exactly"),
    "kim-chaek-capacity": ("6.2", "exactly"),
    "magunpo-hungnam-distance": ("3.3", "exactly"),
    "munitions-downtown-distance": ("10", "exactly"),
    "chongjin-centre-length": ("1000", "about"),
}


@pytest.mark.parametrize(("key", "stated"), ARTICLE_FIGURES.items())
def test_figures_of_the_article_keep_their_qualifiers(key, stated):
    row = next(row for row in DATA["figures"] if row["key"] == key)
    assert row["source"] == "article"
    assert (row["value"], row["qualifier"]) == stated


def test_defence_figures_of_hamhung_are_counted_within_twenty_kilometres():
    within = {row["key"] for row in DATA["figures"] if row["radius_m"] == "20000"}
    assert within == {"hamhung-sam", "hamhung-aaa", "hamhung-artillery", "hamhung-coastal", "hamhung-bases"}
    assert all(row["category"] for row in DATA["figures"] if row["radius_m"])


def test_a_figure_without_a_value_says_so_and_says_why():
    for row in DATA["figures"]:
        assert (row["value"] == "") == (row["qualifier"] == "unspecified"), row["key"]
        assert not row["value_high"] or float(row["value"]) < float(row["value_high"]), row["key"]
    silent = [row["key"] for row in DATA["figures"] if not row["value"] and not row["note"]]
    assert silent == ["chongjin-tunnels-count"]


def test_the_market_sum_is_the_sum():
    listed = [
        row
        for row in DATA["figures"]
        if row["key"].endswith("-market-area-csis") and row["city"] == "Hamhung"
    ]
    county_towns = ("yonggwang", "rakwon", "hamju", "jongpyong", "sinsang")
    city = [row for row in listed if not row["key"].startswith(county_towns)]
    total = next(row for row in DATA["figures"] if row["key"] == "hamhung-markets-area")
    assert len(city) == 11
    assert sum(float(row["value"]) for row in city) == float(total["value"]) == 75966


# --- sheets


def test_sheets_without_a_scan_claim_nothing():
    for row in DATA["sheets"]:
        assert (row["state"], row["datum"]) == ("no scan", "undetermined"), row["key"]
        assert row["note"], row["key"]


def test_sheet_extents_are_placeholders_and_say_so():
    extents = {row["key"]: row for row in DATA["sheets"] if row["west"]}
    assert set(extents) == {"ams-hamhung-1944", "ams-chongjin-1946"}
    for row in DATA["sheets"]:
        assert bool(row["west"]) == bool(row["extent_basis"])
    for row in extents.values():
        assert row["extent_basis"].startswith("Placeholder")
        assert float(row["west"]) < float(row["east"])
        assert float(row["south"]) < float(row["north"])


# --- traces


def test_every_trace_has_its_vertices_in_order():
    assert set(VERTICES) == set(TRACES)
    seen = Counter()
    for row in rows("trace_vertices"):
        assert int(row["seq"]) == seen[row["trace"]]
        seen[row["trace"]] += 1
        assert re.fullmatch(r"\d+\.\d{4}", row["lon"]), "four decimals: never pretend precision"
        assert re.fullmatch(r"\d+\.\d{4}", row["lat"])
    assert min(seen.values()) >= 2
    assert max(seen.values()) <= 25
    assert all(a != b for points in VERTICES.values() for a, b in zip(points, points[1:]))


def test_shipped_traces_are_schematic_with_basis_and_honest_accuracy():
    for key, row in TRACES.items():
        assert row["fidelity"] == "schematic"
        assert float(row["accuracy_m"]) >= 300, key
        assert row["basis"], key
        assert row["sheet"], key
        assert row["year"] == ("1944" if row["city"] == "Hamhung" else "1946"), key


def test_drawn_lengths_keep_to_the_published_ones():
    stated = {key: float(row["length_stated_m"]) for key, row in TRACES.items() if row["length_stated_m"]}
    assert stated == PUBLISHED
    off = {key: length_m(VERTICES[key]) / value - 1 for key, value in stated.items()}
    assert {key: share for key, share in off.items() if abs(share) > LENGTH_TOLERANCE} == {}


@pytest.mark.parametrize(("trace", "station", "metres", "tolerance"), CHAINAGES)
def test_stations_stand_at_their_published_distance(trace, station, metres, tolerance):
    at = next(n for n, note in enumerate(NOTES[trace]) if note.startswith(station))
    assert length_m(VERTICES[trace][: at + 1]) == pytest.approx(metres, abs=tolerance)


@pytest.mark.parametrize(("trace", "lon", "lat"), ANCHORS)
def test_traces_pass_through_what_is_located(trace, lon, lat):
    nearest = min(ELLIPSOID.inv(lon, lat, x, y)[2] for x, y in VERTICES[trace])
    assert nearest < 100


def test_only_coasts_and_river_mouths_leave_the_land():
    wet = []
    for key, row in TRACES.items():
        if row["kind"] == "coast":
            continue
        points = VERTICES[key][:-1] if row["kind"] == "river" else VERTICES[key]
        for (ax, ay), (bx, by) in zip(points, points[1:]):
            for step in range(11):
                point = (ax + (bx - ax) * step / 10, ay + (by - ay) * step / 10)
                if not covers(row["city"], "land", point):
                    wet.append((key, point))
    assert wet == []


def test_old_coasts_stay_by_the_present_one():
    coast = [(float(row["lon"]), float(row["lat"])) for row in rows("coast")]
    for key, row in TRACES.items():
        if row["kind"] == "coast":
            for x, y in VERTICES[key]:
                assert min(ELLIPSOID.inv(x, y, *point)[2] for point in coast) < 900, (key, x, y)


def test_the_first_wharf_line_gives_way_to_the_second():
    first, second = TRACES["chongjin-wharf-line-1940"], TRACES["chongjin-wharf-line-1942"]
    assert first["replaced_by"] == second["key"]
    assert first["end_latest"] == second["begin_earliest"] == "1942-02-01"


def test_the_right_bank_claim_can_be_computed():
    """Drawn downstream, the Songchon has the old town on its left bank, against the article."""
    (ax, ay), (bx, by) = next(
        (a, b)
        for a, b in zip(VERTICES["songchon-river-1931"], VERTICES["songchon-river-1931"][1:])
        if b[1] < 39.915 <= a[1]
    )
    x, y = 127.5270, 39.9140
    assert (bx - ax) * (y - ay) - (by - ay) * (x - ax) > 0


# --- base map


def test_the_base_file_is_what_the_script_makes():
    with (LAYERS / "base_vertices.csv").open(encoding="utf-8", newline="") as stream:
        header, *lines = csv.reader(stream)
    assert tuple(header) == make_base.HEADER
    assert [tuple(line) for line in lines] == make_base.rows(make_base.base())


@pytest.mark.parametrize("city", make_base.FRAMES)
def test_land_and_sea_tile_the_box(city):
    frame = make_base.FRAMES[city]
    surfaces = {
        kind: sum(make_base.area(ring) for rings in BASE[city, kind].values() for ring in rings.values())
        for kind in ("land", "sea")
    }
    box = (frame.east - frame.west) * (frame.north - frame.south)
    assert sum(surfaces.values()) == pytest.approx(box, abs=1e-9)
    for step in range(400):
        point = (
            frame.west + (frame.east - frame.west) * (0.5 + step * 0.618034 % 1) % 1,
            frame.south + (frame.north - frame.south) * (step + 0.5) / 400,
        )
        if frame.west < point[0] < frame.east:
            assert covers(city, "land", point) != covers(city, "sea", point), point


@pytest.mark.parametrize("city", make_base.FRAMES)
def test_base_rings_are_closed_turn_the_right_way_and_do_not_cross_themselves(city):
    for kind in ("land", "sea"):
        for rings in BASE[city, kind].values():
            for number, ring in rings.items():
                assert ring[0] == ring[-1]
                assert (make_base.area(ring) > 0) == (number == 0)
                assert len(set(ring)) == len(ring) - 1
            text = ", ".join(
                "({})".format(", ".join(f"{x} {y}" for x, y in ring)) for _n, ring in sorted(rings.items())
            )
            assert ogr.CreateGeometryFromWkt(f"POLYGON ({text})").IsValid()


@pytest.mark.parametrize(("name", "point"), ON_LAND.items())
def test_places_on_land_are_on_land(name, point):
    assert covers(city_of(point), "land", point)
    assert not covers(city_of(point), "sea", point)


@pytest.mark.parametrize(("name", "point"), AT_SEA.items())
def test_harbours_are_at_sea(name, point):
    assert covers(city_of(point), "sea", point)
    assert not covers(city_of(point), "land", point)


def test_a_broken_coast_is_refused():
    with pytest.raises(ValueError, match="from the southern to the eastern edge"):
        make_base.fill(make_base.FRAMES["Hamhung"], [(127.5, 39.8), (127.8, 39.9)], [])
