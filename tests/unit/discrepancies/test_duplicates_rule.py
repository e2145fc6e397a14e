# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The one rule of what may be one thing, asked in the form, before an import, and for the whole atlas."""

from __future__ import annotations

import pytest

from dprk_city_atlas.plugin.core.atlas.edits import gestures
from dprk_city_atlas.plugin.core.atlas.model import Category, City, Name, Site
from dprk_city_atlas.plugin.core.atlas.store import store
from dprk_city_atlas.plugin.core.discrepancies import find
from dprk_city_atlas.plugin.core.discrepancies.duplicates import Judge, Likeness, Reason, Thing, neighbours
from dprk_city_atlas.plugin.core.discrepancies.findings import Clash
from dprk_city_atlas.plugin.core.discrepancies.known_sites import KnownSites
from dprk_city_atlas.plugin.core.measure.geodesics import geodesic_on

AAA = "air_defence_aaa"
CATEGORIES = [
    Category(id="military", label="Military", label_ko="군사 시설"),
    Category(
        id=AAA, parent="military", label="Anti-aircraft artillery site", label_ko="고사포 진지", apart_m=100.0
    ),
    Category(id="market", label="Market", label_ko="시장", apart_m=250.0),
    Category(id="place", label="Town or village", apart_m=3000.0),
    Category(id="unknown", label="Unknown use"),
]
JUDGE = Judge(CATEGORIES)


@pytest.mark.parametrize(
    ("one", "other", "metres", "expected"),
    [
        # a name in every script and spelling
        (("Sunam Market",), ("수남시장", "Sunam market"), 200.0, Likeness(Reason.SAME_NAME, True)),
        (("청진역",), ("Chongjin-yok", "Cheongjin-yeok"), 200.0, Likeness(Reason.SAME_NAME, True)),
        (("Hungnam Fertiliser Plant",), ("Hungnam Fertilizer Plant",), 9.0, Likeness(Reason.LIKE_NAME, True)),
        (("Sunam Market",), ("Sunam Market",), 5000.0, Likeness(Reason.SAME_NAME, False)),
        (("Hungnam Fertiliser Plant",), ("Hungnam Fertilizer Plant",), 5000.0, None),
        (("Sunam Market",), ("Pohang Market",), 100.0, None),
        (("Sunam Market",), ("Pohang Market",), 20.0, Likeness(Reason.SAME_PLACE, True)),
        (("School No. 3, Sunam",), ("School No. 5, Sunam",), 100.0, None),
        # a kind is no name
        (("Market",), ("Market",), 5000.0, None),
        (("Market",), ("Market",), 20.0, Likeness(Reason.SAME_NAME, True)),
        (("시장",), ("Sunam Market",), 200.0, Likeness(Reason.SAME_KIND, True)),
        (("",), ("Sunam Market",), 300.0, None),
    ],
)
def test_the_rule_for_markets(one, other, metres, expected):
    assert JUDGE.likeness(Thing(one, "market"), Thing(other, "market"), metres) == expected
    assert JUDGE.likeness(Thing(other, "market"), Thing(one, "market"), metres) == expected


@pytest.mark.parametrize(
    "name", ["AAA", "AAA site 12", "고사포 진지", "고사포진지 3", "Markets", "Placemark", ""]
)
def test_a_kind_is_no_identity(name):
    assert not JUDGE.identifies(name)


@pytest.mark.parametrize("name", ["Sunam Market", "수남시장", "Ranam AAA", "清津"])
def test_a_name_is_one(name):
    assert JUDGE.identifies(name)


def test_categories_have_to_fit():
    battery = Thing(("Battery Kim",), AAA)
    assert JUDGE.likeness(battery, Thing(("Battery Kim",), "market"), 10.0) is None
    for category in ("military", "unknown", AAA):
        found = JUDGE.likeness(battery, Thing(("Battery Kim",), category), 10.0)
        assert found is not None and found.reason is Reason.SAME_NAME


def test_distance_counts_against_the_accuracies():
    exact, rough = Thing(("",), AAA, 10.0), Thing(("",), AAA, 500.0)
    assert JUDGE.likeness(exact, exact, 300.0) is None
    assert JUDGE.likeness(exact, rough, 300.0) == Likeness(Reason.SAME_KIND, True)


@pytest.fixture
def atlas(tmp_path):
    """Two batteries that bear no name but AAA, 8 km apart; a market that is known by its Korean name too."""
    sites = [
        Site(name="AAA", category=AAA, city="A", geom="POINT (127.50 39.85)"),
        Site(name="AAA", category=AAA, city="A", geom="POINT (127.60 39.85)"),
        Site(name="Sunam Market", category="market", city="A", geom="POINT (127.55 39.85)"),
    ]
    records = [
        *CATEGORIES,
        City(name="A"),
        *(row for site in sites for row in (site, *gestures.new_names(site))),
    ]
    records.append(Name(site_uuid=sites[2].uuid, text="수남시장", language="ko"))
    return store.create(tmp_path / "a.gpkg", records, title="Test")


def test_two_batteries_called_aaa_are_no_discrepancy(atlas):
    assert find.find(atlas) == []


@pytest.mark.parametrize(
    ("name", "category", "metres", "reason"),
    [
        ("수남시장", "market", 150.0, Reason.SAME_NAME),
        ("Sunam Market", "unknown", 6000.0, Reason.SAME_NAME),
        ("Sunam Market", "market", 12_000.0, None),
        ("Soonam Market", "market", 240.0, Reason.LIKE_NAME),
        ("Market", "market", 240.0, Reason.SAME_KIND),
        ("Market", "market", 260.0, None),
    ],
)
def test_the_form_and_the_import_say_the_same(atlas, name, category, metres, reason):
    north = geodesic_on().direct(127.55, 39.85, 0.0, metres)
    lon, lat = float(north.lon), float(north.lat)
    asked = neighbours(atlas, name, category, (lon, lat))
    known = KnownSites(atlas).may_be(Thing((name,), category), lon, lat)
    assert asked == known
    assert [item.reason for item in asked] == ([reason] if reason else [])
    assert all(item.distance_m == pytest.approx(metres, abs=0.001) for item in asked)


def test_what_is_entered_twice_is_found_in_the_atlas(atlas):
    with atlas.transaction("more") as writer:
        writer.insert(Site(name="수남시장", category="market", city="A", geom="POINT (127.551 39.85)"))
    (item,) = find.find(atlas)
    assert (item.kind, item.grade) == (Clash.DUPLICATE, 1)
