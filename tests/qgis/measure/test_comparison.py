# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The two cities side by side: counts, rates with their bases, ranks, tables; land around a place."""

from __future__ import annotations

import csv
import math

import pytest

from dprk_city_atlas.plugin.core import tables_out
from dprk_city_atlas.plugin.core.atlas import seed
from dprk_city_atlas.plugin.core.atlas.model import BaseArea, Category, City, Site, Source
from dprk_city_atlas.plugin.core.atlas.store import store
from dprk_city_atlas.plugin.core.atlas.store.blob import lonlat
from dprk_city_atlas.plugin.core.errors import AtlasError
from dprk_city_atlas.plugin.core.measure import comparison
from dprk_city_atlas.plugin.core.measure.comparison import COMPUTED, STATED, Row, Value
from dprk_city_atlas.plugin.core.measure.geodesics import geodesic_on
from dprk_city_atlas.plugin.core.measure.land_area import land_within
from dprk_city_atlas.plugin.core.measure.nearest_by_category import nearest_of_each


@pytest.fixture(scope="module")
def shipped(tmp_path_factory):
    path = tmp_path_factory.mktemp("shipped") / "atlas.gpkg"
    return store.create(path, seed.read(), title="shipped")


@pytest.fixture(scope="module")
def cities(shipped):
    return comparison.compare(shipped, ("Hamhung", "Chongjin"))


def row(made, quantity, how):
    return next(item for item in made.rows if item.quantity == quantity and item.how == how)


def test_the_cities_and_their_populations(cities):
    assert cities.cities == ("Hamhung", "Chongjin")
    people = row(cities, "Population, estimate", STATED)
    assert [value.number for value in people.values] == [874682, 760165]
    assert people.ratio == pytest.approx(874682 / 760165)
    assert people.ratio_text(cities.cities) == "Hamhung 1.15 × Chongjin"


def test_figures_of_different_years_or_boundaries_give_neither_ratio_nor_rate(cities):
    """The people of 2021 on the area of 1943 were 3,191 per km²; 1943 stood against 1938."""
    people = row(cities, "Population, estimate", STATED)
    assert [value.per_km2 for value in people.values] == [None, None]
    old = row(cities, "Population / Population after the merger with Ranam", STATED)
    assert old.ratio is None and "1943" in old.why_not and "1940" in old.why_not
    # Of one year and one boundary: the city of 1940 after its merger.
    assert old.values[1].per_km2 == pytest.approx(200000 / 275)
    area = row(
        cities, "City area in the administrative sense / City area after the merger with Ranam", STATED
    )
    assert area.ratio is None


def test_bounds_and_ranks_give_no_ratio(cities):
    csis = row(cities, "Markets in the list of CSIS", STATED)
    assert [value.text for value in csis.values] == ["11", "at most 20"]
    assert csis.ratio is None and "at most" in csis.why_not
    article = row(cities, "Market sites / Marketplaces", STATED)
    assert [value.text for value in article.values] == ["at least 10", "at least 14"]
    assert article.ratio is None
    assert row(cities, "Rank among the cities of the country", STATED).ratio is None
    # A list of kilometres is no comparison of cities.
    lines = [item for item in cities.rows if item.unit == "km"]
    assert lines and all(None in item.values for item in lines)


def test_every_row_without_a_ratio_says_why(cities):
    assert all(item.ratio is not None or item.why_not for item in cities.rows)
    assert all(math.isfinite(item.ratio) for item in cities.rows if item.ratio is not None)


def test_rivers_and_downtown_points_are_not_counted(shipped, cities):
    names = {one.label for one in shipped.rows(Category) if one.colour_group == comparison.PLACES}
    assert not names & {item.quantity for item in cities.rows}


def test_none_in_the_atlas_is_not_nought(cities):
    without = [
        value for item in cities.rows if item.how == COMPUTED for value in item.values if not value.number
    ]
    assert without
    assert all(value.number is None and "none in the atlas" in value.text for value in without)


def test_a_count_is_that_of_the_sites_within_the_radius_and_says_how_many_have_a_position(shipped, cities):
    city = next(item for item in shipped.rows(City) if item.name == "Chongjin")
    centre = lonlat(city.geom)
    rows = [
        site for site in shipped.rows(Site, category="railway_station") if site.status not in comparison.GONE
    ]
    near = [
        site for site in rows
        if site.geom and geodesic_on().distance(*centre, *lonlat(site.geom)) <= 20_000
    ]  # fmt: skip
    without = [site for site in rows if not site.geom and site.city == "Chongjin"]
    assert near and without
    stations = row(cities, "Railway station", COMPUTED)
    assert stations.values[1].number == len(near) + len(without)
    assert f"{len(near)} located" in stations.values[1].text
    land = land_within(shipped, "Chongjin", *centre, 20_000) / 1e6
    assert stations.values[1].per_km2 == pytest.approx(len(near) / land)


def test_what_the_atlas_is_known_to_lack_is_said_and_not_compared(cities):
    works = row(cities, "Factory", COMPUTED)
    assert works.ratio is None and "at least 20" in works.why_not


def test_the_area_of_markets_says_which_markets(cities):
    (area,) = [item for item in cities.rows if item.quantity.startswith("Area of the markets")]
    assert "within 20 km" in area.quantity
    assert all("markets" in value.text for value in area.values)


def test_rows_are_ranked_by_difference(cities):
    weights = [item.weight for item in cities.rows]
    assert weights == sorted(weights, reverse=True)
    many, few = (Value(40.0), Value(4.0)), (Value(10.0), Value(1.0))
    assert Row("a", COMPUTED, "", many, True).weight > Row("b", COMPUTED, "", few, True).weight
    assert Row("c", STATED, "", (Value(1.0), None)).weight < 0


def test_tables(cities, tmp_path):
    header, body = cities.header(), cities.table()
    assert all(len(cells) == len(header) for cells in body)
    assert len(tables_out.as_tsv(header, body).splitlines()) == len(body) + 1
    tables_out.write_csv(tmp_path / "cities.csv", header, [["=1+1", *body[0][1:]]], cities.basis)
    with (tmp_path / "cities.csv").open(encoding="utf-8-sig", newline="") as stream:
        lines = list(csv.reader(stream))
    assert lines[0] == header and lines[1][0] == "'=1+1"
    assert [line[0] for line in lines[2:]] == cities.basis


def test_nearest_of_each_category_is_said_to_what_the_positions_bear(shipped):
    header, rows = nearest_of_each(shipped)
    names = [city.name for city in shipped.rows(City)]
    assert header[1] == f"Nearest to {names[0]}" and len(header) == 1 + 4 * len(names)
    cells = next(cells for cells in rows if cells[0] == "Heritage site")
    downtown = lonlat(next(c for c in shipped.rows(City) if c.name == "Hamhung").geom)
    way = geodesic_on().inverse(*downtown, 127.520584, 39.918647)
    assert cells[1] == "Kuchon Pavilion"
    doubt = float(cells[3])
    assert doubt >= 500.0 and abs(float(cells[2]) - float(way.distance)) <= 50.0
    assert float(cells[2]) % 100.0 == 0.0
    assert abs(float(cells[4]) - float(way.azimuth)) <= 0.5


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
    made = comparison.compare(atlas, ("A", "B"))
    markets = row(made, "Market", COMPUTED)
    assert [value.number for value in markets.values] == [1.0, None]
    assert markets.values[0].per_people is None
    _header, rows = nearest_of_each(atlas, ["A"])
    assert rows[0][1] in ("M", "Gone (demolished)")


@pytest.mark.parametrize(
    ("cities", "radius"), [(("A",), 1.0), (("A", "C"), 1.0), (("A", "A"), 1.0), (("A", "B"), 0.0)]
)
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
