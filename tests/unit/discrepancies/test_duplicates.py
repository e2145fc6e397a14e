# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Who is told when a new site is set: like names, the same kind, the unlocated one of that name."""

from __future__ import annotations

import pytest

from dprk_city_atlas.plugin.core.atlas.edits import gestures
from dprk_city_atlas.plugin.core.atlas.model import Category, Name, Site
from dprk_city_atlas.plugin.core.atlas.store import store
from dprk_city_atlas.plugin.core.discrepancies.duplicates import Reason, nearest_sites, neighbours, unlocated


@pytest.fixture
def atlas(tmp_path):
    records = [MARKET, Category(id="prison"), Category(id="unknown")]
    sites = [
        Site(name="Hungnam Fertilizer Plant", category="unknown", geom="POINT (127.60 39.85)"),
        Site(name="Sapo market", category="market", geom="POINT (127.62 39.85)"),
        Site(name="Far market", category="market", geom="POINT (127.70 39.85)"),
        Site(name="Oro camp", category="prison"),
    ]
    records += [row for site in sites for row in (site, *gestures.new_names(site))]
    records.append(Name(site_uuid=sites[3].uuid, text="오로교화소", language="ko"))
    return store.create(tmp_path / "a.gpkg", records, title="Test")


MARKET = Category(id="market", label="Market", apart_m=250.0)


def told(atlas, *query, **more):
    return [(item.name, item.reason) for item in neighbours(atlas, *query, **more)]


def test_like_names_in_any_spelling_around(atlas):
    assert told(atlas, "Heungnam Fertiliser Plant", "unknown", (127.61, 39.85)) == [
        ("Hungnam Fertilizer Plant", Reason.LIKE_NAME)
    ]
    assert told(atlas, "hungnam fertilizer plant", "unknown", (127.61, 39.85))[0][1] == Reason.SAME_NAME
    assert told(atlas, "Hungnam Fertilizer Plant", "unknown", (129.7, 41.7)) == []


def test_the_same_kind_only_beside_it(atlas):
    # 0.002° of longitude at 39.85° N are 171 m, 0.005° 428 m; a market is 250 m across
    (found,) = neighbours(atlas, "", "market", (127.622, 39.85))
    assert (found.name, found.reason) == ("Sapo market", Reason.SAME_KIND)
    assert found.distance_m == pytest.approx(171, abs=1)
    assert told(atlas, "Market 3", "market", (127.622, 39.85)) == [("Sapo market", Reason.SAME_KIND)]
    assert told(atlas, "", "market", (127.625, 39.85)) == []
    assert told(atlas, "", "market", (127.625, 39.85), accuracy_m=200.0)  # what ± 200 m explains
    assert told(atlas, "Something else", "market", (127.622, 39.85)) == []  # a name of its own
    assert told(atlas, "Something else", "unknown", (127.601, 39.85)) == []


def test_the_unlocated_queue_is_looked_through(atlas):
    assert told(atlas, "오로교화소", "prison", None) == [("Oro camp", Reason.UNLOCATED)]


def test_the_site_being_moved_is_not_its_own_neighbour(atlas):
    site = atlas.rows(Site, name="Sapo market")[0]
    assert told(atlas, "Sapo market", "market", (127.62, 39.85), besides=site.uuid) == []


def test_the_unlocated_queue_is_read_once_for_many_questions(atlas):
    queue = unlocated(atlas)
    assert [(site.name, site.names[-1]) for site in queue] == [("Oro camp", "오로교화소")]
    assert told(atlas, "오로교화소", "prison", None, queue=queue) == [("Oro camp", Reason.UNLOCATED)]
    assert told(atlas, "오로교화소", "prison", None, queue=()) == []


def test_the_nearest_sites_come_nearest_first_however_far(atlas):
    found = nearest_sites(atlas, 127.625, 39.85)
    assert [site.name for site in found] == ["Sapo market", "Hungnam Fertilizer Plant", "Far market"]
    assert found[0].distance_m == pytest.approx(428, abs=1)
    assert [site.name for site in nearest_sites(atlas, 127.625, 39.85, most=1)] == ["Sapo market"]
    assert len(nearest_sites(atlas, -60.0, -40.0)) == 3


def test_the_nearest_are_right_where_degrees_of_longitude_are_short(tmp_path):
    sites = [
        Site(name="East", category="unknown", geom="POINT (127.0 41.0)"),  # 0.06° of longitude: 5.0 km
        Site(name="North", category="unknown", geom="POINT (126.94 41.05)"),  # 0.05° of latitude: 5.6 km
    ]
    atlas = store.create(tmp_path / "b.gpkg", [Category(id="unknown"), *sites], title="Test")
    assert [site.name for site in nearest_sites(atlas, 126.94, 41.0, most=1)] == ["East"]
