# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Every row of the shipped sites, assertions, names and sources: references, lists, places, wording."""

from __future__ import annotations

import csv
import hashlib
import json
import re
from collections import Counter, defaultdict
from datetime import date

import pyproj
import pytest
from places import ROOT

from dprk_city_atlas.plugin.core.atlas.model import Assertion, Name, Site, Source, columns

LAYERS = ROOT / "layers"
SHINGLES = ROOT / "tests" / "data" / "article_shingles.txt"
RECORDS = {"sources": Source, "sites": Site, "assertions": Assertion, "names": Name}
SURROUNDINGS = {"Hamhung": (126.9, 39.5, 128.1, 40.4), "Chongjin": (129.2, 41.4, 130.3, 42.3)}
WGS84 = pyproj.Geod(ellps="WGS84")
RANK = ("low", "medium", "high")
DERIVED = {"accuracy_m", "conflicts", "conflict_m", "source"}
OWN = {"atlas-own", "atlas-facts"}

# The article's coordinate pairs as it prints them (latitude, longitude) and the site each belongs to.
ARTICLE_PAIRS = (
    ("39.918647", "127.520584", "kuchon-pavilion"),
    ("39.838676", "127.621851", "hungnam-fertilizer-plant"),
    ("39.841769", "127.626968", "hungnam-fertilizer-plant"),
    ("39.852544", "127.577553", "february-8-vinylon-plant"),
    ("39.930461", "127.541108", "hamhung-orthopedic-factory"),
    ("39.925534", "127.557705", "hamhung-knitwear-factory"),
    ("39.931572", "127.558574", "pyongsu-market"),
    ("39.801521", "127.560700", "magunpo-test-site"),
    ("39.822046", "127.598350", "ryongsong-machine-complex"),
    ("39.940495", "127.550487", "hamhung-academy-of-science"),
    ("39.953379", "127.547075", "tonghungsan-machine-plant"),
    ("39.957226", "127.558623", "chemical-materials-institute"),
    ("39.868550", "127.686905", "kim-jong-suk-naval-university"),
    ("41.803332", "129.766275", "chongjin-military-university"),
    ("41.772136", "129.840230", "komal-radar-station"),
    ("41.764391", "129.702757", "voice-of-korea-underground"),
    ("41.835856", "129.691630", "chongjin-munitions-factory"),
)

# What the article is contradicted in, or the sources contradict each other in: the site of each.
CONTRADICTED = (
    "hungnam-fertilizer-plant", "magunpo-test-site", "hamhung-old-town", "songchon-river", "sinam-district",
    "hamhung-royal-villa", "tonghung-san", "february-11-plant", "chongjin-thermal-power-plant",
    "songwon-ri-womens-prison", "kyo-hwa-so-22-oro", "no-17-explosives-factory", "noguchi-fertilizer-works",
    "hungnam-station", "yonpo-airfield", "pyongsu-market", "seishin-iron-works",
    "chongjin-steel-works", "orang-airport", "kumbawi-station", "ranam-station", "kyongsong-chuul-airfield",
)  # fmt: skip

# What several publishers place: the chosen assertion of each.
CHOSEN = {
    "kyo-hwa-so-9": "kyo-hwa-so-9--hrnk-map",
    "kwan-li-so-25": "kwan-li-so-25--hrnk-2021",
    "musan-mine": "musan-mine--wp-musan-mine",
    "toksan-airbase": "toksan-airbase--ourairports",
    "chongjin-thermal-power-plant": "chongjin-thermal-power-plant--gem-power",
    "pyongsu-market": "pyongsu-market--article",
}


def rows(table):
    with (LAYERS / f"{table}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


DATA = {table: rows(table) for table in RECORDS}
SITES = {row["key"]: row for row in DATA["sites"]}
SOURCES = {row["key"]: row for row in DATA["sources"]}
ASSERTIONS = {row["key"]: row for row in DATA["assertions"]}
OF_SITE = defaultdict(list)
for _row in DATA["assertions"]:
    OF_SITE[_row["site"]].append(_row)
CHOSEN_OF = {row["site"]: row for row in DATA["assertions"] if row["chosen"] == "yes"}


def heading(field):
    refers = field.metadata["references"].endswith(".uuid") and field.name.endswith("_uuid")
    return field.name[: -len("_uuid")] if refers else field.name


@pytest.mark.parametrize("table", RECORDS)
def test_headers_are_columns_of_the_model(table):
    known = {heading(field) for field in columns(RECORDS[table])} | {"key"}
    known |= {"lon", "lat"} if table == "assertions" else set()
    header = list(DATA[table][0])
    assert header[0] == "key"
    assert set(header) <= known
    assert not {"uuid", "deleted", "row_version"} & set(header)
    if table == "sites":
        assert not DERIVED & set(header)


@pytest.mark.parametrize("table", RECORDS)
def test_keys_are_short_ascii_and_unique(table):
    keys = [row["key"] for row in DATA[table]]
    assert [key for key, times in Counter(keys).items() if times > 1] == []
    assert [key for key in keys if not re.fullmatch(r"[a-z0-9]+(-{1,2}[a-z0-9]+)*", key)] == []


@pytest.mark.parametrize("table", RECORDS)
def test_values_are_in_their_vocabulary_and_present_where_required(table):
    wrong = []
    for field in columns(RECORDS[table]):
        name, meta = heading(field), field.metadata
        for row in DATA[table]:
            text = row.get(name, "")
            if meta["values"] is not None and text and text not in {item.value for item in meta["values"]}:
                wrong.append((row["key"], name, text))
            if meta["required"] and meta["default"] in ("", None) and name in row and not text:
                wrong.append((row["key"], name, "empty"))
            if meta["kind"] == "boolean" and text not in ("yes", "no", ""):
                wrong.append((row["key"], name, text))
    assert wrong == []


@pytest.mark.parametrize("table", RECORDS)
def test_cells_are_trimmed_single_lines(table):
    assert [
        (row["key"], name)
        for row in DATA[table]
        for name, text in row.items()
        if text is None or text != text.strip() or "\n" in text or "  " in text
    ] == []


@pytest.mark.parametrize(
    ("table", "column", "target"),
    [
        ("sites", "category", "categories"),
        ("sites", "city", "cities"),
        ("assertions", "site", "sites"),
        ("assertions", "source", "sources"),
        ("assertions", "contradicts", "assertions"),
        ("names", "site", "sites"),
        ("names", "city", "cities"),
        ("names", "source", "sources"),
    ],
)
def test_references_resolve(table, column, target):
    column_of = {"categories": "id", "cities": "name"}.get(target, "key")
    known = {row[column_of] for row in rows(target)}
    assert {row[column] for row in DATA[table] if row[column]} - known == set()


def test_every_site_has_a_city_and_something_said_of_it():
    assert [key for key, site in SITES.items() if not site["city"] or not OF_SITE[key]] == []


def test_article_pairs_stand_to_six_decimals():
    found = sorted(
        (row["lat"], row["lon"], row["site"])
        for row in DATA["assertions"]
        if row["source"] == "article" and row["lat"]
    )
    assert found == sorted(ARTICLE_PAIRS)
    assert len({site for _lat, _lon, site in ARTICLE_PAIRS}) == 16
    assert all(
        row["as_printed"] == f"{row['lat']}° {row['lon']}°"
        for row in DATA["assertions"]
        if row["source"] == "article" and row["lat"]
    )


def test_article_sites_are_shown_where_the_article_puts_them():
    shown = {(CHOSEN_OF[site]["lat"], CHOSEN_OF[site]["lon"]) for _lat, _lon, site in ARTICLE_PAIRS}
    second_of_fertilizer = ("39.841769", "127.626968")
    assert shown == {(lat, lon) for lat, lon, _site in ARTICLE_PAIRS} - {second_of_fertilizer}


def test_chosen_assertions_are_located_shown_and_one_per_site():
    chosen = [row for row in DATA["assertions"] if row["chosen"] == "yes"]
    assert [site for site, times in Counter(row["site"] for row in chosen).items() if times > 1] == []
    assert [
        row["key"]
        for row in chosen
        if row["kind"] != "location" or not row["lon"] or row["use"] != "show" or row["source"] in OWN
    ] == []


def test_a_site_with_a_usable_point_has_a_chosen_one():
    usable = {row["site"] for row in DATA["assertions"] if row["lon"] and row["use"] in ("show", "alias")}
    assert usable == set(CHOSEN_OF)


def test_points_that_are_not_chosen_are_aliases_or_not_shown():
    assert [
        row["key"]
        for row in DATA["assertions"]
        if row["lon"] and row["chosen"] != "yes" and row["use"] == "show"
    ] == []


@pytest.mark.parametrize(("site", "assertion"), CHOSEN.items())
def test_which_of_several_points_is_shown(site, assertion):
    assert CHOSEN_OF[site]["key"] == assertion


def test_positions_have_accuracy_and_digits_and_are_location_assertions():
    wrong = []
    for row in DATA["assertions"]:
        if bool(row["lon"]) != bool(row["lat"]) or (row["kind"] == "location") != bool(row["lon"]):
            wrong.append((row["key"], "half a position, or a position of another kind"))
        elif row["lon"] and not (float(row["accuracy_m"]) > 0 and row["as_printed"] and row["confidence"]):
            wrong.append((row["key"], "accuracy, printed form or confidence"))
    assert wrong == []


def test_positions_lie_in_their_citys_surroundings_unless_marked_outside():
    outside = set()
    for row in DATA["assertions"]:
        west, south, east, north = SURROUNDINGS[SITES[row["site"]]["city"]]
        if row["lon"] and not (west <= float(row["lon"]) <= east and south <= float(row["lat"]) <= north):
            outside.add(row["site"])
    assert outside == {key for key, site in SITES.items() if site["outside"] == "yes"}
    assert all(SITES[key]["note"].startswith("Outside: ") for key in outside)


def test_confidence_is_not_rounded_up():
    """High needs two publishers whose points agree; no site is surer than its best position."""
    wrong = []
    for key, site in SITES.items():
        usable = [row for row in OF_SITE[key] if row["lon"] and row["use"] != "do not show"]
        publishers = {SOURCES[row["source"]]["publisher"] for row in usable}
        if site["confidence"] == "high" and len(publishers) < 2:
            wrong.append((key, "high on one publisher"))
        if usable and RANK.index(site["confidence"]) > max(RANK.index(row["confidence"]) for row in usable):
            wrong.append((key, "surer than its positions"))
        said_by = {row["source"] for row in OF_SITE[key]} - OWN
        if said_by == {"article"} and site["confidence"] == "high":
            wrong.append((key, "high on the article alone"))
    assert wrong == []


def publisher(source):
    """Who stands behind a source: two papers of one publisher are one witness."""
    return re.split(r"[(;,]", next(s for s in DATA["sources"] if s["key"] == source)["publisher"])[0].strip()


def metres_between(one, two):
    return WGS84.inv(*(float(row[axis]) for row in (one, two) for axis in ("lon", "lat")))[2]


def test_a_high_position_has_two_independent_publishers_that_agree():
    places = [row for row in DATA["assertions"] if row["kind"] == "location" and row["lon"]]
    alone = [
        row["key"]
        for row in places
        if row["confidence"] == "high"
        and not any(
            other["site"] == row["site"]
            and publisher(other["source"]) != publisher(row["source"])
            and metres_between(row, other) <= float(row["accuracy_m"]) + float(other["accuracy_m"])
            for other in places
        )
    ]
    assert alone == []


def test_what_one_source_says_is_never_high():
    """Everything else has one source a row; what the atlas computes itself needs no witness."""
    said = [*DATA["assertions"], *rows("events"), *rows("figures")]
    high = [row for row in said if row["confidence"] == "high" and row.get("kind") != "location"]
    assert {row["source"] for row in high} <= OWN


def test_distances_that_a_description_states_are_those_of_the_points():
    downtown = {row["name"]: row for row in rows("cities")}
    pattern = re.compile(r"(\d+(?:\.\d+)?) km [a-z-]+ of (?:the city|Hamhung|Chongjin)\b")
    wrong = []
    for key, row in CHOSEN_OF.items():
        site = SITES[key]
        for text in pattern.findall(f"{site['description']} {site['note']}"):
            metres = metres_between(row, downtown[site["city"]])
            if abs(metres - 1000 * float(text)) > 1000:
                wrong.append((key, text, round(metres)))
    assert wrong == []


def test_about_a_year_means_the_same_in_sites_and_events():
    """An event's "about 1968" spans the years that the site's "c. 1968" spans."""
    odd = [
        row["key"]
        for row in rows("events")
        if re.fullmatch(r"(?:about|c\.) \d{4}", row["date_text"])
        and int(row["latest"][:4]) - int(row["earliest"][:4]) != 2
    ]
    assert odd == []


def test_the_article_alone_is_medium_at_most():
    assert [
        row["key"]
        for row in DATA["assertions"]
        if row["source"] == "article" and row["confidence"] not in ("low", "medium")
    ] == []


@pytest.mark.parametrize("key", ["kyo-hwa-so-9--maman12-now1614", "kyongsong-radar--maman12-now358"])
def test_a_confidence_between_two_is_kept_at_the_lower(key):
    assert ASSERTIONS[key]["confidence"] == "low"


def test_possible_things_stay_possible():
    for key in ("chongjin-military-university", "chongjin-munitions-factory"):
        assert SITES[key]["likelihood"] == "possible"
        assert CHOSEN_OF[key]["likelihood"] == "possible"


@pytest.mark.parametrize("site", CONTRADICTED)
def test_contradictions_are_visible(site):
    assert [row for row in OF_SITE[site] if row["contradicts"]]


def test_contradictions_stay_in_one_site_and_point_back():
    order = {row["key"]: number for number, row in enumerate(DATA["assertions"])}
    for row in DATA["assertions"]:
        if row["contradicts"]:
            assert ASSERTIONS[row["contradicts"]]["site"] == row["site"]
            assert order[row["contradicts"]] < order[row["key"]]


def test_rejected_sites_have_no_point_and_keep_the_wrong_one():
    rejected = {key for key, site in SITES.items() if site["status"] == "rejected"}
    assert rejected == {"wri-rajin-plant"}
    for key in rejected:
        assert key not in CHOSEN_OF
        assert {row["use"] for row in OF_SITE[key]} == {"do not show"}


def test_unlocated_sites_have_a_clue_and_located_ones_need_none():
    waiting = {key for key, site in SITES.items() if key not in CHOSEN_OF and site["status"] != "rejected"}
    assert [key for key in sorted(waiting) if not SITES[key]["clue"]] == []
    assert [key for key in CHOSEN_OF if SITES[key]["clue"] or SITES[key]["clue_rule"]] == []


RULES = {
    "annulus": {"city", "min_m", "max_m"},
    "corridor": {"along", "width_m"},
    "near": {"site", "radius_m"},
    "district": {"name"},
    "city": {"city"},
}


def test_clue_rules_can_be_drawn():
    for key, site in SITES.items():
        if not site["clue_rule"]:
            continue
        rule = json.loads(site["clue_rule"])
        assert set(rule) == RULES[rule["kind"]] | {"kind"}, key
        assert rule.get("city", site["city"]) == site["city"], key
        if rule["kind"] == "near":
            assert rule["site"] in CHOSEN_OF, key
        if rule["kind"] == "corridor":
            assert rule["along"] in CHOSEN_OF, key
        for name in ("radius_m", "width_m", "max_m"):
            assert rule.get(name, 1) > 0, key


def test_rivers_are_labels_of_least_importance():
    rivers = [site for site in SITES.values() if site["category"] == "river" and site["key"] in CHOSEN_OF]
    assert len(rivers) == 3
    assert all(site["importance"] == "5" and "Label only" in site["note"] for site in rivers)


def test_importance_is_spread():
    by_rank = Counter(site["importance"] for site in SITES.values())
    assert set(by_rank) == {"1", "2", "3", "4", "5"}
    assert 5 <= by_rank["1"] <= 15
    assert all(site["key"] in CHOSEN_OF for site in SITES.values() if site["importance"] == "1")


def test_dates_are_iso_in_order_and_have_their_wording():
    for site in SITES.values():
        for end in ("begin", "end"):
            earliest, latest = site[f"{end}_earliest"], site[f"{end}_latest"]
            for text in (earliest, latest):
                assert not text or date.fromisoformat(text).isoformat() == text, site["key"]
            assert not (earliest and latest) or earliest <= latest, site["key"]
            assert bool(earliest or latest) == bool(site[f"{end}_text"]), site["key"]
        begins, ends = site["begin_earliest"], site["end_latest"]
        assert not (begins and ends) or begins <= ends, site["key"]


def test_names_belong_to_a_site_or_a_city():
    assert [row["key"] for row in DATA["names"] if bool(row["site"]) == bool(row["city"])] == []
    assert [row["key"] for row in DATA["names"] if not row["source"] or not row["text"]] == []


def test_unseen_names_are_flagged():
    """A name from memory, or a reading of ours, is never given out as seen."""
    for row in DATA["names"]:
        label = row["note"].startswith("Descriptive label")
        assert row["verified"] in ("yes", "no")
        assert (row["verified"] == "no") == (row["source"] == "atlas-own" and not label), row["key"]
        assert row["verified"] == "no" or "memory" not in row["note"].lower(), row["key"]


def test_scripts_fit_their_language():
    scripts = {
        "ko": r"[가-힣]",
        "ko-Hani": r"[\u3400-\u9fff\uf900-\ufaff]",
        "ja": r"[\u3040-\u30ff\u3400-\u9fff]",
    }
    for row in DATA["names"]:
        if row["language"] in scripts:
            assert re.search(scripts[row["language"]], row["text"]), row["key"]
        else:
            assert not re.search(r"[가-힣\u3400-\u9fff]", row["text"]), row["key"]


def test_main_names_match_the_sites():
    for language, column in (("en", "name"), ("ko", "name_ko")):
        main = defaultdict(list)
        for row in DATA["names"]:
            if row["site"] and row["kind"] == "main" and row["language"] == language:
                main[row["site"]].append(row["text"])
        expected = {key: [site[column]] for key, site in SITES.items() if site[column]}
        assert dict(main) == expected


def test_both_cities_have_their_old_and_present_names():
    by_city = defaultdict(set)
    for row in DATA["names"]:
        if row["city"]:
            by_city[row["city"]].add(row["text"])
    assert {"Hamhung", "함흥", "咸興", "Hamhŭng", "Kanko"} <= by_city["Hamhung"]
    assert {"Chongjin", "청진", "清津", "Ch'ŏngjin", "Seishin"} <= by_city["Chongjin"]


def test_no_run_of_eight_words_is_the_articles():
    known = set(SHINGLES.read_text(encoding="ascii").split())
    copied = []
    for path in sorted(LAYERS.glob("*.csv")):
        with path.open(encoding="utf-8", newline="") as stream:
            for number, row in enumerate(csv.reader(stream), 1):
                copied += [
                    (path.name, number, run) for text in row for run in runs(text) if hashed(run) in known
                ]
    assert copied == []


def test_the_copy_check_would_see_a_copy():
    known = set(SHINGLES.read_text(encoding="ascii").split())
    assert len(known) > 1500
    assert any(
        hashed(run) in known for run in runs("The cities of Hamhung and Chongjin Hamhung and Chongjin are")
    )


def runs(text):
    words = re.findall(r"[0-9a-z]+", text.lower())
    return [" ".join(words[start : start + 8]) for start in range(len(words) - 7)]


def hashed(run):
    return hashlib.blake2b(run.encode(), digest_size=4).hexdigest()
