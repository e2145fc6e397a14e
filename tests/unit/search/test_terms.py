# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The one box hears what a site is, in usual words, beside what it is called."""

import csv
import sqlite3
from pathlib import Path

import pytest

from dprk_city_atlas.plugin.core.search import build, cache, engine
from dprk_city_atlas.plugin.core.search.columns import EditedSite
from dprk_city_atlas.plugin.core.search.criteria import SiteFilter
from dprk_city_atlas.plugin.core.search.terms import Phrase, Terms

LAYERS = Path(build.__file__).resolve().parents[3] / "layers"
SITES = (
    # fid, name, name_ko, category, city, status, folder_path
    (1, "Position north of the hill", None, "air_defence_aaa", "Chongjin", "active", None),
    (2, "Site 12", "", "air_defence_sam", "Hamhung", "active", "Military / Air Defense"),
    (3, "Susong", "수성역", "railway_station", "Chongjin", "closed", None),
    (4, "Pyongsu", None, "market", "Hamhung", "active", None),
    (5, "Ranan (羅南) garrison", None, "military_base", "Chongjin", "historic", None),
    (6, "Seishin 清津", None, "place", "Chongjin", "active", None),
    (7, "Theatre of the East", None, "museum_theatre", "Hamhung", "active", "Culture"),
    (8, "Fertilizer works", None, "chemical_plant", "Hamhung", "active", None),
    (9, "ハムフン Airfield", None, "airfield", "Hamhung", "active", None),
    (10, "Завод Hungnam", None, "industry", "Hamhung", "active", None),
    (11, "興南 No. 2 plant", None, "industry", "Hamhung", "active", None),
)


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    """An atlas with the shipped categories and their usual words."""
    path = tmp_path_factory.mktemp("terms") / "a.gpkg"
    with (LAYERS / "categories.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = [
            [row[name] or None for name in ("id", "parent", "label", "label_ko", "words")]
            for row in csv.DictReader(file)
        ]
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE categories (id TEXT, parent TEXT, label TEXT, label_ko TEXT, words TEXT)")
        db.executemany("INSERT INTO categories VALUES (?, ?, ?, ?, ?)", rows)
        db.execute(
            "CREATE TABLE sites (fid INTEGER PRIMARY KEY, geom BLOB, name TEXT, name_ko TEXT, category TEXT, "
            "city TEXT, status TEXT, folder_path TEXT)"
        )
        db.executemany("INSERT INTO sites VALUES (?, NULL, ?, ?, ?, ?, ?, ?)", SITES)
    db.close()
    return path


@pytest.fixture(scope="module")
def columns(path):
    return build.build(path)


def found(text, columns, **more):
    return engine.apply(SiteFilter(text=text), columns, **more).fids.tolist()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("AAA", [1]),
        ("ADA", [1]),
        ("고사포", [1]),
        ("SAM", [2]),
        ("SAMs", [2]),
        ("air defense", [1, 2]),
        ("Air-Defence", [1, 2]),
        ("air defense chongjin", [1]),
        ("railway station", [3]),
        ("train stations", [3]),
        ("역", [3]),
        ("시장", [4]),
        ("장마당", [4]),
        ("military", [1, 2, 5]),
        ("closed", [3]),
        ("closed station Chongjin", [3]),
        ("culture", [7]),
        ("market hamhung", [4]),
        ("market chongjin", []),
    ],
)
def test_a_category_a_status_and_a_folder_are_heard_in_their_usual_words(columns, text, expected):
    hits = found(text, columns)
    assert hits == expected or (text in ("military", "culture") and set(expected) <= set(hits))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("seishin", [6]),
        ("清津", [6]),
        ("Seishin 清津", [6]),
        ("ranan", [5]),
        ("羅南", [5]),
        ("罗南 garrison", [5]),
        ("hungnam", [10]),
        ("завод", [10]),
        ("hamufun", [9]),
        ("ハムフン", [9]),
        ("興南", [11]),
        ("no 2 plant", [11]),
    ],
)
def test_a_name_in_two_scripts_is_found_by_each_of_its_words(columns, text, expected):
    assert set(expected) <= set(found(text, columns))


@pytest.mark.parametrize(
    ("one", "other"), [("theater east", "theatre east"), ("fertiliser works", "fertilizer works")]
)
def test_both_spellings_of_english_find_the_same(columns, one, other):
    assert found(one, columns) == found(other, columns) != []


def test_a_city_alone_is_looked_for_in_names(columns):
    assert found("Chongjin", columns) == []


def test_what_is_kept_beside_the_atlas_hears_the_same(path, tmp_path):
    kept = cache.open_columns(path, tmp_path / "kept")
    again = cache.open_columns(path, tmp_path / "kept")
    assert again is not kept
    assert found("고사포", again) == [1]


def test_an_edit_that_is_not_saved_is_heard_too(columns):
    edit = EditedSite("Position", values={"category": "air_defence_sam"})
    assert found("SAM", columns, overlay={-3: edit, 2: None}) == [-3]


def test_the_longest_phrase_counts():
    terms = Terms(
        [Phrase("fuel station", "category", ("fuel",)), Phrase("station", "category", ("railway",))]
    )
    (group,) = terms.groups(["fuel", "station"])
    assert group.meaning == {"category": {"fuel"}}
    assert [group.end for group in terms.groups(["old", "station", "hill"])] == [1, 2, 3]
