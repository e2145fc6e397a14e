# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Contradictions: those known of the shipped atlas, each kind made on purpose, and how they are settled."""

from __future__ import annotations

import numpy as np
import pytest

from dprk_city_atlas.plugin.core.atlas import seed
from dprk_city_atlas.plugin.core.atlas.model import (
    Assertion,
    Category,
    City,
    Decision,
    Figure,
    History,
    Name,
    Site,
    Source,
    shipped_uuid,
)
from dprk_city_atlas.plugin.core.atlas.store import store
from dprk_city_atlas.plugin.core.atlas.store.rows import replace
from dprk_city_atlas.plugin.core.discrepancies import find as discrepancies
from dprk_city_atlas.plugin.core.discrepancies.duplicates import Judge
from dprk_city_atlas.plugin.core.discrepancies.find import Clash, Settled, Subject
from dprk_city_atlas.plugin.core.discrepancies.statement_rules import figure_range, state_of
from dprk_city_atlas.plugin.core.errors import AtlasError, Cancelled
from dprk_city_atlas.plugin.core.measure.close_pairs import close_pairs
from dprk_city_atlas.plugin.core.measure.geodesics import geodesic_on

FIRST = shipped_uuid("assertions", "hungnam-fertilizer-plant--article-1")
SECOND = shipped_uuid("assertions", "hungnam-fertilizer-plant--article-2")
PLANT = shipped_uuid("sites", "hungnam-fertilizer-plant")


@pytest.fixture(scope="module")
def shipped(tmp_path_factory):
    """The shipped atlas, without the styles that only QGIS can write."""
    path = tmp_path_factory.mktemp("shipped") / "atlas.gpkg"
    return store.create(path, seed.read(), title="shipped")


@pytest.fixture(scope="module")
def found(shipped):
    return discrepancies.find(shipped)


def by_subjects(found, *uuids):
    return next(item for item in found if set(item.subjects) == set(uuids))


# -- the shipped atlas -------------------------------------------------------------------------------


def test_the_fertilizer_plants_two_points(found):
    item = by_subjects(found, FIRST, SECOND)
    assert (item.kind, item.grade) == (Clash.SELF, 1)
    # The article's two positions, measured by the facts' own GeographicLib run.
    assert item.distance_m == pytest.approx(556.56, abs=0.005)
    assert item.azimuth_deg == pytest.approx(51.90, abs=0.005)
    assert item.subjects == (FIRST, SECOND)


def test_the_thermal_power_plants_two_publishers(found):
    item = by_subjects(
        found,
        shipped_uuid("assertions", "chongjin-thermal-power-plant--gem-power"),
        shipped_uuid("assertions", "chongjin-thermal-power-plant--wri-gppd"),
    )
    assert item.kind is Clash.APART
    assert item.distance_m == pytest.approx(2263, abs=10)
    assert len(set(item.sources)) == 2


def test_the_largest_markets_two_areas(found):
    item = by_subjects(
        found,
        shipped_uuid("figures", "pyongsu-market-area"),
        shipped_uuid("figures", "pyongsu-market-area-csis"),
    )
    assert item.kind is Clash.FIGURES and item.table is Subject.FIGURES
    assert "14,700" in item.text and "16,738" in item.text


def test_entered_contradictions_are_all_told(shipped, found):
    entered = [row for row in shipped.rows(Assertion) if row.contradicts]
    told = {frozenset(item.subjects) for item in found}
    missing = [
        row for row in entered if frozenset((row.uuid, row.contradicts)) not in told and row.kind != "figure"
    ]
    assert not missing and len(entered) > 20
    status = [item for item in found if item.kind is Clash.STATUS]
    assert any("Sunam Market" in item.text for item in status)


def test_measured_points_that_agree_are_not_told(found):
    # The market's two points are 33 m apart, within their accuracies.
    market = shipped_uuid("sites", "pyongsu-market")
    assert not [item for item in found if market in item.sites and item.distance_m]


def test_two_runs_give_the_same_keys(shipped, found):
    again = discrepancies.find(shipped)
    assert [item.key for item in again] == [item.key for item in found]
    assert len({item.key for item in found}) == len(found)
    assert [item.grade for item in again] == sorted(item.grade for item in again)


def test_the_search_can_be_stopped(shipped):
    with pytest.raises(Cancelled):
        discrepancies.find(shipped, lambda _percent: True)


# -- each kind, made on purpose ----------------------------------------------------------------------

LON, LAT = 127.5, 39.9


def north(metres):
    """A point straight north of the origin, by the length of the meridian there."""
    end = geodesic_on().direct(LON, LAT, 0.0, metres)
    return f"POINT ({float(end.lon)!r} {float(end.lat)!r})"


SHIPPED = {row.id: replace(row, parent=None) for row in seed.categories()}


class Builder:
    """Rows of a small atlas."""

    def __init__(self):
        self.source, self.other = Source(title="One"), Source(title="Two")
        city = City(name="Hamhung", surroundings="126.9,39.5,128.1,40.4", geom=f"POINT ({LON} {LAT})")
        kinds = ["market", "air_defence_sam", "industry", "unknown"]
        self.rows = [self.source, self.other, city, *(SHIPPED[kind] for kind in kinds)]

    def site(self, name, metres=None, category="market", **more):
        geom = None if metres is None else north(metres)
        made = Site(name=name, category=category, **{"city": "Hamhung", "geom": geom, **more})
        self.rows.append(made)
        return made

    def says(self, site, source, metres=None, **more):
        geom = None if metres is None else north(metres)
        made = Assertion(site_uuid=site.uuid, source_uuid=source.uuid, geom=geom, **more)
        self.rows.append(made)
        return made

    def find(self, folder):
        self.atlas = store.create(folder / "made.gpkg", self.rows, title="made")
        return discrepancies.find(self.atlas)


@pytest.fixture
def build():
    return Builder()


@pytest.mark.parametrize(
    ("metres", "accuracy", "kind"), [(99.0, 50.0, None), (101.0, 50.0, Clash.SELF), (101.0, 60.0, None)]
)
def test_one_source_beyond_its_accuracy(build, tmp_path, metres, accuracy, kind):
    site = build.site("A", 0)
    build.says(site, build.source, 0, accuracy_m=accuracy, chosen=True)
    build.says(site, build.source, metres, accuracy_m=accuracy)
    assert [item.kind for item in build.find(tmp_path)] == ([kind] if kind else [])


@pytest.mark.parametrize(
    ("category", "metres", "told"),
    [
        ("air_defence_sam", 99.0, False),
        ("air_defence_sam", 101.0, True),
        ("industry", 999.0, False),
        ("industry", 1001.0, True),
    ],
)
def test_two_sources_beyond_the_size_of_the_kind(build, tmp_path, category, metres, told):
    site = build.site("A", 0, category)
    build.says(site, build.source, 0, chosen=True)
    build.says(site, build.other, metres)
    found = build.find(tmp_path)
    assert [item.kind for item in found] == ([Clash.APART] if told else [])
    assert all(item.distance_m == pytest.approx(metres, abs=1e-4) for item in found)
    assert all(item.azimuth_deg == pytest.approx(0.0, abs=1e-6) for item in found)


def test_hidden_points_count_only_when_entered_so(build, tmp_path):
    site = build.site("A", 0, "air_defence_sam")
    first = build.says(site, build.source, 0, chosen=True)
    build.says(site, build.other, 5000, use="do not show")
    entered = build.says(site, build.other, 7000, use="do not show", contradicts=first.uuid)
    (item,) = build.find(tmp_path)
    assert (item.kind, item.grade) == (Clash.ENTERED, 3)
    assert item.subjects == (first.uuid, entered.uuid)


def test_names_and_places(build, tmp_path):
    twice = [build.site("Chongjin Market", 0), build.site("Ch'ŏngjin market", 100)]
    place = [build.site("Sunam", 20_000), build.site("Kumdong", 20_020)]
    names = [build.site("Rakwon Shop", 30_000), build.site("Shop Rakwon", 45_000)]
    build.rows.append(Name(site_uuid=names[1].uuid, text="Rakwon shop", source_uuid=build.source.uuid))
    build.site("Sunam", 20_000, "industry", city=None)  # another kind at the same place is no matter
    found = {frozenset(item.subjects): item for item in build.find(tmp_path)}
    kinds = {frozenset(site.uuid for site in pair): kind for pair, kind in (
        (twice, Clash.DUPLICATE), (place, Clash.POINTS_MATCH), (names, Clash.NAMES_MATCH)
    )}  # fmt: skip
    assert {pair: item.kind for pair, item in found.items()} == kinds
    assert found[frozenset(site.uuid for site in names)].distance_m == pytest.approx(15_000, abs=1e-3)


def test_a_name_that_many_bear_is_no_identity(build, tmp_path):
    for number in range(12):
        build.site("AAA site", number * 2000, "air_defence_sam")
    assert build.find(tmp_path) == []


def test_outside_its_city(build, tmp_path):
    far = build.site("Far", 90_000)
    build.site("Far and known to be", 95_000, outside=True)
    inside = build.site("Inside, marked as outside", 0, outside=True)
    found = {item.sites[0]: item for item in build.find(tmp_path)}
    assert {uuid: (item.kind, item.grade) for uuid, item in found.items()} == {
        far.uuid: (Clash.OUTSIDE, 1),
        inside.uuid: (Clash.OUTSIDE, 3),
    }
    assert found[far.uuid].distance_m == pytest.approx(90_000, abs=1e-3)


def test_status(build, tmp_path):
    ended = build.site("Ended", 0, status="active", end_latest="1999-12-31")
    told = build.site("Told", 3000, status="active")
    build.says(told, build.source, kind="status", value="Demolished in 2013", imagery_date="2013")
    build.says(told, build.other, kind="status", value="Active", imagery_date="2013")
    found = build.find(tmp_path)
    assert {item.kind for item in found} == {Clash.STATUS}
    assert sorted((item.sites[0] == ended.uuid, item.grade) for item in found) == [
        (False, 2), (False, 3), (True, 2),
    ]  # fmt: skip


def test_figures_of_one_thing_and_date(build, tmp_path):
    site = build.site("M", 0)
    same = {"site_uuid": site.uuid, "topic": "markets", "label": "Area", "unit": "sq m"}
    rows = [
        Figure(value=1000.0, source_uuid=build.source.uuid, date_text="2018", **same),
        Figure(value=1200.0, source_uuid=build.other.uuid, date_text="2018", **same),
        Figure(value=900.0, source_uuid=build.other.uuid, date_text="2005", **same),
        Figure(value=500.0, source_uuid=build.other.uuid, date_text="2018", qualifier="at least", **same),
    ]
    build.rows += rows
    (item,) = build.find(tmp_path)
    assert set(item.subjects) == {rows[0].uuid, rows[1].uuid}
    assert "20.0%" in item.text


def test_words_and_ranges():
    assert state_of("Demolished in 2013") == "demolished"
    assert state_of("In operation, below capacity") == "active"
    assert state_of("Opening ceremony") == ""
    assert figure_range(Figure(value=10.0, qualifier="at least"))[1] == float("inf")
    assert figure_range(Figure(value=10.0, qualifier="about")) == (9.0, 11.0)
    assert figure_range(Figure()) is None
    judge = Judge([Category(id="air_defence_aaa", apart_m=100.0), Category(id="chemical_plant")])
    assert judge.size("air_defence_aaa") == 100.0 and judge.size("chemical_plant") == 1000.0


# -- settling ----------------------------------------------------------------------------------------


@pytest.fixture
def atlas(shipped, tmp_path):
    shipped.copy_to(tmp_path / "mine.gpkg")
    return store.open_atlas(tmp_path / "mine.gpkg")


def test_choosing_moves_the_site_and_is_recorded(atlas, found):
    item = by_subjects(found, FIRST, SECOND)
    discrepancies.settle(atlas, item, Settled.CHOOSE, chosen=SECOND, note="imagery of 2021")
    site, wanted = atlas.get(Site, PLANT), atlas.get(Assertion, SECOND)
    assert wanted.chosen and not atlas.get(Assertion, FIRST).chosen
    assert (site.geom, site.accuracy_m, site.source_uuid) == (
        wanted.geom, wanted.accuracy_m, wanted.source_uuid,
    )  # fmt: skip
    (decision,) = atlas.rows(Decision)
    assert (decision.discrepancy, decision.decision, decision.chosen_uuid) == (item.key, "choose", SECOND)
    assert decision.note == "imagery of 2021" and decision.decided_at
    again = next(row for row in discrepancies.find(atlas) if row.key == item.key)
    assert (again.decision, again.chosen) == ("choose", SECOND)
    assert again.distance_m == pytest.approx(556.56, abs=0.005)
    assert any(row.table_name == "sites" and row.row_uuid == PLANT for row in atlas.rows(History))


def test_keeping_both_changes_nothing_else(atlas, found):
    item = by_subjects(found, FIRST, SECOND)
    before = atlas.get(Site, PLANT)
    discrepancies.settle(atlas, item, Settled.KEEP_BOTH)
    discrepancies.settle(atlas, item, Settled.NOT_THE_SAME)
    assert atlas.get(Site, PLANT) == before
    assert [row.decision for row in atlas.rows(Decision)] == ["not the same"]
    discrepancies.reopen(atlas, item)
    assert atlas.rows(Decision) == []
    discrepancies.settle(atlas, item, Settled.KEEP_BOTH)  # its row is taken up again
    assert [row.decision for row in atlas.rows(Decision)] == ["keep both"]
    assert discrepancies.find(atlas)[-1].key == item.key  # settled ones come last


def test_a_choice_that_is_none_changes_nothing(atlas, found):
    item = by_subjects(found, FIRST, SECOND)
    with pytest.raises(AtlasError):
        discrepancies.settle(atlas, item, Settled.CHOOSE, chosen=PLANT)
    assert atlas.rows(Decision) == [] and atlas.get(Assertion, FIRST).chosen


# -- close pairs -------------------------------------------------------------------------------------


@pytest.mark.parametrize(("lon", "lat"), [(127.5, 39.9), (179.999, -17.0), (30.0, 89.999), (0.0, 0.0)])
def test_close_pairs_are_all_pairs_within_the_radius(lon, lat):
    draw = np.random.default_rng(5)
    points = geodesic_on().direct(lon, lat, draw.uniform(0, 360, 300), draw.uniform(0, 900, 300))
    lons, lats = np.append(points.lon, [np.nan, lon]), np.append(points.lat, [lat, np.nan])
    i, j, metres = close_pairs(lons, lats, 120.0)
    a, b = np.triu_indices(300, 1)
    every = geodesic_on().distance(lons[a], lats[a], lons[b], lats[b])
    wanted = every <= 120.0
    assert list(zip(i, j)) == list(zip(a[wanted], b[wanted]))
    assert np.array_equal(metres, every[wanted])
    assert close_pairs(np.zeros(0), np.zeros(0), 120.0)[0].size == 0
