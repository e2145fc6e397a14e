# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""A conflict of a release merge settled for the source: value, position, names, and back again."""

from __future__ import annotations

import pytest

from dprk_city_atlas.plugin.core.atlas.edits import gestures, history
from dprk_city_atlas.plugin.core.atlas.model import Assertion, Category, City, Name, Site
from dprk_city_atlas.plugin.core.atlas.store import store
from dprk_city_atlas.plugin.core.errors import AtlasError
from dprk_city_atlas.plugin.core.exchange.import_rules import Rules
from dprk_city_atlas.plugin.core.exchange.kml.import_kml import import_kml
from dprk_city_atlas.plugin.core.exchange.kml.import_options import ImportOptions
from dprk_city_atlas.plugin.core.exchange.kml.take_release import take_release

KML = (
    '<kml xmlns="http://www.opengis.net/kml/2.2"><Document><Placemark id="p"><name>{}</name>'
    "<Point><coordinates>{},39.9</coordinates></Point></Placemark></Document></kml>"
)


@pytest.fixture
def merged(tmp_path):
    """An atlas with one conflict in the name and one in the place, and the report of the merge."""
    records = [City(name="Hamhung"), Category(id="unknown", label="Unknown")]
    atlas = store.create(tmp_path / "a.gpkg", records, title="Test")

    def release(name, lon):
        path = tmp_path / "map.kml"
        path.write_text(KML.format(name, lon), encoding="utf-8")
        return import_kml(atlas, path, ImportOptions("A map", rules=Rules(())))

    release("First", 127.5)
    site = atlas.rows(Site)[0]
    source = site.source_uuid
    gestures.move_site(atlas, site, Assertion(geom="POINT (127.52 39.9)", source_uuid=source))
    gestures.update_record(atlas, store.replace(atlas.rows(Site)[0], name="Mine"))
    return atlas, release("Second", 127.505)


def test_what_the_analyst_ticks_comes_from_the_source_and_can_be_undone(merged):
    atlas, report = merged
    assert (atlas.rows(Site)[0].name, atlas.rows(Site)[0].geom) == ("Mine", "POINT (127.52 39.9)")
    assert sorted(conflict["field"] for conflict in report.conflicts) == ["name", "place"]
    batch = take_release(atlas, report.conflicts)
    site = atlas.rows(Site)[0]
    assert (site.name, site.geom) == ("Second", "POINT (127.505 39.9)")
    assert [a.geom for a in atlas.rows(Assertion) if a.chosen] == ["POINT (127.505 39.9)"]
    assert atlas.rows(Name, kind="main")[0].text == "Second"
    history.revert(atlas, batch)
    site = atlas.rows(Site)[0]
    assert (site.name, site.geom) == ("Mine", "POINT (127.52 39.9)")


def test_what_cannot_be_taken_is_said(merged):
    atlas, report = merged
    with pytest.raises(AtlasError, match="None of these"):
        take_release(atlas, [{**report.conflicts[0], "field": "geometry"}])
