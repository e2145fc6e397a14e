# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The two cities side by side: counts, rates with their bases, ranks, tables; land around a place."""

from __future__ import annotations

import csv
import math

import pytest

from dprk_city_atlas.plugin.core import tables_out
from dprk_city_atlas.plugin.core.atlas import seed
from dprk_city_atlas.plugin.core.atlas.model import BaseArea, Category, City, Figure, Site, Source
from dprk_city_atlas.plugin.core.atlas.store import store
from dprk_city_atlas.plugin.core.atlas.store.blob import lonlat
from dprk_city_atlas.plugin.core.errors import AtlasError
from dprk_city_atlas.plugin.core.measure import comparison
from dprk_city_atlas.plugin.core.measure.comparison import COMPUTED, STATED, Row, Value
from dprk_city_atlas.plugin.core.measure.geodesics import geodesic_on
from dprk_city_atlas.plugin.core.measure.land_area import land_within


@pytest.fixture(scope="module")
def shipped(tmp_path_factory):
    path = tmp_path_factory.mktemp("shipped") / "atlas.gpkg"
    return store.create(path, seed.read(), title="shipped")


@pytest.fixture(scope="module")
def cities(shipped):
    return comparison.compare(shipped)


def row(made, quantity, how):
    return next(item for item in made.rows if item.quantity == quantity and item.how == how)


def test_the_cities_and_their_populations(cities):
    assert cities.cities == ("Hamhung", "Chongjin")
    people = row(cities, "Population, estimate", STATED)
    assert [value.number for value in people.values] == [874682, 760165]
    assert people.ratio == pytest.approx(874682 / 760165)
    assert people.values[0].per_km2 == pytest.approx(874682 / 274.14)
    assert any("874,682" in line and "2021" in line for line in cities.basis)
    assert any("274.14" in line and "1943" in line for line in cities.basis)


def test_stated_figures_of_one_source_are_paired(cities):
    csis = row(cities, "Markets in the list of CSIS", STATED)
    assert [value.text for value in csis.values] == ["11", "at most 20"]
    assert csis.values[0].per_people == pytest.approx(11 / 8.74682)
    article = row(cities, "Market sites / Marketplaces", STATED)
    assert [value.text for value in article.values] == ["at least 10", "at least 14"]
    # A list of kilometres is no comparison of cities.
    lines = [item for item in cities.rows if item.unit == "km"]
    assert lines and all(None in item.values for item in lines)


def test_a_count_is_that_of_the_sites_within_the_radius(shipped, cities):
    city = next(item for item in shipped.rows(City) if item.name == "Chongjin")
    centre = lonlat(city.geom)
    near = [
        site
        for site in shipped.rows(Site, category="market")
        if site.geom
        and site.status not in comparison.GONE
        and geodesic_on().distance(*centre, *lonlat(site.geom)) <= 20_000
    ]
    markets = row(cities, "Market", COMPUTED)
    assert markets.values[1].number == len(near) > 10
    assert markets.values[1].per_people == pytest.approx(len(near) / 7.60165)
    areas = {
        figure.site_uuid: figure.value
        for figure in shipped.rows(Figure, topic="markets", unit="sq m")
        if figure.site_uuid in {site.uuid for site in near}
    }
    total = row(cities, "Area of markets, together", COMPUTED)
    assert total.values[1].number == sum(areas.values())


def test_rows_are_ranked_by_difference(cities):
    weights = [item.weight for item in cities.rows]
    assert weights == sorted(weights, reverse=True)
    assert row(cities, "Rank among the cities of the country", STATED).ratio is None
    both = (Value(40.0, per_people=40.0), Value(4.0, per_people=4.0))
    single = (Value(1.0, per_people=1.0), Value(0.0, per_people=0.0))
    assert Row("a", COMPUTED, "", both, True).weight > Row("b", COMPUTED, "", single, True).weight
    assert Row("b", COMPUTED, "", single, True).ratio == math.inf
    assert Row("c", STATED, "", (Value(1.0), None)).weight < 0


def test_tables(cities, shipped, tmp_path):
    header, body = cities.header(), cities.table()
    assert all(len(cells) == len(header) for cells in body)
    assert len(tables_out.as_tsv(header, body).splitlines()) == len(body) + 1
    tables_out.write_csv(tmp_path / "cities.csv", header, [["=1+1", *body[0][1:]]], cities.basis)
    with (tmp_path / "cities.csv").open(encoding="utf-8-sig", newline="") as stream:
        lines = list(csv.reader(stream))
    assert lines[0] == header and lines[1][0] == "'=1+1"
    assert [line[0] for line in lines[2:]] == cities.basis


def test_nearest_of_each_category(shipped):
    header, rows = comparison.nearest_of_each(shipped)
    assert header[1] == "Nearest to Hamhung" and len(header) == 7
    cells = next(cells for cells in rows if cells[0] == "Heritage site")
    downtown = lonlat(next(c for c in shipped.rows(City) if c.name == "Hamhung").geom)
    way = geodesic_on().inverse(*downtown, 127.520584, 39.918647)
    assert cells[1] == "Kuchon Pavilion"
    assert float(cells[2]) == pytest.approx(float(way.distance), abs=0.006)
    assert float(cells[3]) == pytest.approx(float(way.azimuth), abs=0.006)


def small(folder, *more):
    source = Source(title="One")
    rows = [
        source, Category(id="market", label="Market"), City(name="A", geom="POINT (10 0)"),
        City(name="B", geom="POINT (20 0)"), Site(name="M", category="market", geom="POINT (10.01 0)"),
        Site(name="Gone", category="market", geom="POINT (10.01 0)", status="demolished"),
        Site(name="Far", category="market", geom="POINT (11 0)"), *more,
    ]  # fmt: skip
    return store.create(folder / "small.gpkg", rows, title="small"), source


def test_without_figures_there_are_counts_but_no_rates(tmp_path):
    atlas, _source = small(tmp_path)
    made = comparison.compare(atlas)
    markets = row(made, "Market", COMPUTED)
    assert [value.number for value in markets.values] == [1.0, 0.0]
    assert markets.values[0].per_people is None
    assert any("no population is stated" in line for line in made.basis)
    _header, rows = comparison.nearest_of_each(atlas, ["A"])
    assert rows[0][1] in ("M", "Gone (demolished)")


@pytest.mark.parametrize(("cities", "radius"), [(("A",), 1.0), (("A", "C"), 1.0), (("A", "B"), 0.0)])
def test_what_cannot_be_compared(tmp_path, cities, radius):
    atlas, _source = small(tmp_path)
    with pytest.raises(AtlasError):
        comparison.compare(atlas, cities, radius)


def test_land_within_a_circle(tmp_path):
    hole = "(9.99 -0.01, 10.01 -0.01, 10.01 0.01, 9.99 0.01, 9.99 -0.01)"
    land = f"MULTIPOLYGON (((9 -1, 10 -1, 10 1, 9 1, 9 -1)), ((10 -1, 11 -1, 11 1, 10 1, 10 -1), {hole}))"
    source = Source(title="Base")
    area = BaseArea(city="A", kind="land", geom=land.replace(hole, "(10.0 0.0, 10.01 0, 10.01 0.01, 10 0)"))
    atlas, _source = small(tmp_path, source, area)
    circle = land_within(atlas, "B", 20.0, 0.0, 5000.0)
    assert circle == pytest.approx(math.pi * 5000.0**2, rel=2e-5)
    # All land but a triangle of half a hundredth of a degree squared.
    ring = geodesic_on().area_and_perimeter([10.0, 10.01, 10.01], [0.0, 0.0, 0.01])[0]
    assert land_within(atlas, "A", 10.0, 0.0, 5000.0) == pytest.approx(circle - ring, rel=1e-6)
