# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""A third city is rows and nothing else: compared, printed, in the brief, ringed, in its own zone."""

from __future__ import annotations

import json

import pytest
from qgis.core import QgsExpression, QgsLayoutItemMap, QgsProject

from dprk_city_atlas.plugin.core.atlas import seed
from dprk_city_atlas.plugin.core.atlas.layers import project as layers
from dprk_city_atlas.plugin.core.atlas.model import City, Figure, Site, Source
from dprk_city_atlas.plugin.core.atlas.store import store
from dprk_city_atlas.plugin.core.errors import AtlasError
from dprk_city_atlas.plugin.core.i18n import tr
from dprk_city_atlas.plugin.core.measure import comparison
from dprk_city_atlas.plugin.core.measure.nearest_by_category import nearest_of_each
from dprk_city_atlas.plugin.core.printing import brief, city_sheets, map_sheet
from dprk_city_atlas.plugin.core.printing.sheet_specs import SHEETS

SINUIJU = "Sinuiju"


@pytest.fixture(scope="module")
def atlas(tmp_path_factory, qgis_app):
    """The shipped atlas with a third city on the other side of the country, in UTM zone 51."""
    rows = list(seed.read())
    source = Source(title="A gazetteer of Sinuiju", publisher="Somebody")
    town = City(name=SINUIJU, name_ko="신의주시", geom="POINT (124.3981 40.1006)", accuracy_m=500.0)
    site = Site(name="Sinuiju market", category="market", city=SINUIJU, geom="POINT (124.41 40.09)",
                source_uuid=source.uuid)  # fmt: skip
    figures = [
        Figure(city=SINUIJU, topic="population", label="Population, estimate", value=359341.0, unit="people",
               qualifier="about", date_text="2021", source_uuid=source.uuid),
        Figure(city=SINUIJU, topic="defence", label="Anti-aircraft batteries", value=4.0, unit="batteries",
               qualifier="at least", category="air_defence_aaa", radius_m=15000.0, source_uuid=source.uuid),
    ]  # fmt: skip
    path = tmp_path_factory.mktemp("third") / "atlas.gpkg"
    return store.create(path, [*rows, source, town, site, *figures], title="Three cities")


@pytest.fixture(scope="module")
def project(atlas):
    made = QgsProject()
    layers.load(atlas, made)
    yield made
    made.clear()


def test_any_two_cities_are_compared(atlas):
    names = [city.name for city in atlas.rows(City)]
    assert comparison.pairs(atlas) == [(names[0], names[1]), (names[0], names[2]), (names[1], names[2])]
    made = comparison.compare(atlas, ("Chongjin", SINUIJU))
    assert made.cities == ("Chongjin", SINUIJU)
    people = next(row for row in made.rows if row.quantity == "Population, estimate")
    assert people.ratio == pytest.approx(760165 / 359341)
    header, _rows = nearest_of_each(atlas)
    assert f"Nearest to {SINUIJU}" in header


def test_a_third_city_has_its_sheets_in_its_own_zone(atlas, project):
    own = [sheet for sheet in city_sheets.sheets_of(atlas) if sheet.cities == (SINUIJU,)]
    assert [sheet.theme for sheet in own] == [layers.THEME_BOTH, layers.THEME_AIR, layers.THEME_TODAY]
    for sheet in own:
        layout = map_sheet.build(project, atlas, sheet)
        (shown,) = [
            item
            for item in layout.items()
            if isinstance(item, QgsLayoutItemMap) and item.id() == f"map {SINUIJU}"
        ]
        assert shown.crs().authid() == "EPSG:32651"
        assert "UTM zone 51N" in layout.itemById("sources").text()
        assert layout.itemById("title").text() == SINUIJU
    assert "359,341" in str(map_sheet.content.facts(atlas, own[2]))


def test_sheets_of_chosen_cities_by_number(atlas):
    assert city_sheets.chosen_sheet(atlas, 4) is SHEETS[4]
    assert city_sheets.chosen_sheet(atlas, 4, ["Chongjin"]) is SHEETS[5]
    assert city_sheets.chosen_sheet(atlas, 4, [SINUIJU]).cities == (SINUIJU,)
    pair = city_sheets.chosen_sheet(atlas, 6, [SINUIJU, "Hamhung"])
    assert pair.cities == (SINUIJU, "Hamhung")
    for wrong in (["Nowhere"], ["Hamhung", SINUIJU]):
        with pytest.raises(AtlasError):
            city_sheets.chosen_sheet(atlas, 4, wrong)


def test_two_cities_of_two_zones_have_one_scale(atlas, project):
    layout = map_sheet.build(project, atlas, city_sheets.chosen_sheet(atlas, 6, [SINUIJU, "Hamhung"]))
    maps = [item for item in layout.items() if isinstance(item, QgsLayoutItemMap) and item.id() != "inset"]
    assert sorted(item.crs().authid() for item in maps) == ["EPSG:32651", "EPSG:32652"]
    assert len({round(item.scale()) for item in maps}) == 1


def test_the_circle_that_a_source_counts_in_is_drawn_around_its_city(atlas, project):
    rings = {ring.city: ring for ring in layers.stated_rings(atlas)}
    assert rings["Hamhung"].radius_m == 20000.0
    assert rings[SINUIJU].radius_m == 15000.0 and rings[SINUIJU].crs == "EPSG:32651"
    cities = layers.find(project, "cities")
    style = cities.styleManager().style(layers.STYLE_RING).xmlData()
    assert "32651" in style and "15000" in style and "32652" in style
    assert QgsExpression("\"name\" = 'Sinuiju'").isValid()
    (sheet,) = [one for one in city_sheets.sheets_of(atlas) if one.cities == (SINUIJU,) and one.stated]
    assert sheet.views[0].width_km >= 30.0
    assert "15 km" in map_sheet.content.stated_note(atlas, sheet)


def test_the_project_takes_the_zone_that_most_cities_lie_in(atlas, tmp_path):
    assert layers.project_crs(atlas) == "EPSG:32652"
    west = store.create(tmp_path / "west.gpkg", [City(name="W", geom="POINT (124.4 40.1)")], title="west")
    assert layers.project_crs(west) == "EPSG:32651"


def test_the_brief_is_of_all_three(atlas, tmp_path):
    made = brief.Brief(atlas, tmp_path / "brief", maps=[])
    material = made.gather()
    try:
        assert [one.cities for one in material.comparisons] == comparison.pairs(atlas)
        markup = dict(brief.brief_text.sections(material))
        assert (
            tr("MapSheet", "{first} and {second}").format(first="Chongjin", second=SINUIJU)
            in markup["cities"]
        )
        assert "Hamhung, Chongjin, Sinuiju" in brief.brief_text.cover(material, [], "2026-12-01")
        numbers = json.dumps(brief.manifest.build(material, [], "now")["numbers"])
        assert "359341" in numbers
    finally:
        made.discard()
