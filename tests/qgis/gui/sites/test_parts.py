# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Parts of the sites window without a window: clues, saved filters, locator, the list's model."""

from __future__ import annotations

import itertools
from concurrent.futures import ThreadPoolExecutor
from threading import Event
from types import SimpleNamespace

import pytest
from pyproj import Geod
from qgis.core import QgsFeedback, QgsLocatorContext
from qgis.PyQt.QtWidgets import QFrame

from dprk_city_atlas.plugin.core.atlas.model import City, Site
from dprk_city_atlas.plugin.core.atlas.store.blob import lonlat
from dprk_city_atlas.plugin.core.errors import AtlasError, Cancelled
from dprk_city_atlas.plugin.core.search import clue_areas
from dprk_city_atlas.plugin.core.search.build import build
from dprk_city_atlas.plugin.core.search.column_store import ColumnStore
from dprk_city_atlas.plugin.core.search.criteria import CRITERIA, CircleCriterion, SiteFilter
from dprk_city_atlas.plugin.core.search.question import Question, answer
from dprk_city_atlas.plugin.core.search.result import Sort
from dprk_city_atlas.plugin.core.search.text_search import sites_saying
from dprk_city_atlas.plugin.gui.docks.sites import saved_filters
from dprk_city_atlas.plugin.gui.docks.sites.chips import Chips
from dprk_city_atlas.plugin.gui.models.sites_model import FID, STATE, UNSAVED, SitesModel
from dprk_city_atlas.plugin.gui.parts.locator import Atlas, AtlasFilter, place_of


def test_a_ring_round_downtown_is_geodesic(atlas):
    site = next(s for s in atlas.rows(Site) if s.clue_rule and '"min_m": 9000' in s.clue_rule)
    area, basis = clue_areas.clue_area(atlas, site)
    outer, inner = area.asPolygon()
    lon, lat = lonlat(next(c for c in atlas.rows(City) if c.name == "Chongjin").geom)
    geod = Geod(ellps="WGS84")
    for ring, radius in ((outer, 11_000), (inner, 9_000)):
        for point in ring[::30]:
            assert geod.inv(lon, lat, point.x(), point.y())[2] == pytest.approx(radius, abs=1e-3)
    assert "9 to 11 km" in basis


def test_every_clue_can_be_drawn_or_says_why_not(atlas):
    clued = [site for site in atlas.rows(Site) if site.clue_rule and not site.geom]
    assert len(clued) > 50
    for site in clued:
        area, basis = clue_areas.clue_area(atlas, site)
        assert basis
        assert area is None or (area.isGeosValid() and not area.isEmpty()), site.name


def test_a_corridor_follows_the_river(atlas):
    site = next(s for s in atlas.rows(Site) if s.clue_rule and "susong-river" in s.clue_rule)
    area, basis = clue_areas.clue_area(atlas, site)
    assert "Susong river" in basis
    box = area.boundingBox()
    assert box.height() > 3 * box.width() or box.height() > 0.05


def test_a_faulty_rule_is_an_error_that_names_the_site(atlas):
    with pytest.raises(AtlasError, match="Somewhere"):
        clue_areas.clue_area(atlas, Site(name="Somewhere", clue_rule='{"kind": "maze"}'))


def test_filters_are_saved_in_the_project(project, tmp_path):
    wanted = SiteFilter(text="함흥", circle=CircleCriterion(127.5, 39.9, 5000.0), off=frozenset({"circle"}))
    saved_filters.save(project, 'it\'s "mine" & <b>', wanted)
    target = tmp_path / "project.qgz"
    assert project.write(str(target))
    project.clear()
    assert saved_filters.saved(project) == {}
    assert project.read(str(target))
    ((name, text),) = saved_filters.saved(project).items()
    assert name == 'it\'s "mine" & <b>'
    assert SiteFilter.from_json(text) == wanted
    saved_filters.remove(project, name)
    assert saved_filters.saved(project) == {}


class Locator:
    """Runs the filter as QGIS's locator does and collects what it finds."""

    def __init__(self, atlas, folder):
        self.columns = ColumnStore()
        self.filter = AtlasFilter(
            SimpleNamespace(columns=self.columns),
            Atlas(atlas.path, folder, {"chemical_plant": "Chemical plant"}, {}),
        )

    def find(self, text):
        # The result lives only as long as the signal: what is wanted of it is copied.
        self.found = []
        self.filter.resultFetched.connect(self.take)
        self.filter.fetchResults(text, QgsLocatorContext(), QgsFeedback())
        self.filter.resultFetched.disconnect(self.take)
        return self.found

    def take(self, result):
        copied = SimpleNamespace(name=str(result.displayString), description=str(result.description))
        copied.lon, copied.lat, copied.fid = place_of(result)
        self.found.append(copied)


def test_the_locator_finds_sites_with_category_and_city(atlas, tmp_path):
    found = Locator(atlas, tmp_path / "kept").find("hungnam fertilizer")
    assert found[0].name.startswith("Hungnam Fertilizer Plant")
    assert found[0].description == "Hamhung · Chemical plant"
    assert 127 < found[0].lon < 128 and 39 < found[0].lat < 41 and found[0].fid > 0


@pytest.mark.parametrize(
    ("text", "lon", "lat"),
    [
        ("39.918647, 127.520584", 127.520584, 39.918647),
        ("39°55′07.1″N 127°31′14.1″E", 127.520583, 39.918639),
    ],
)
def test_the_locator_goes_to_coordinates(atlas, tmp_path, text, lon, lat):
    place = Locator(atlas, tmp_path / "kept").find(text)[0]
    assert (place.lon, place.lat) == pytest.approx((lon, lat), abs=1e-5)
    assert place.fid == -1


def test_the_locator_goes_to_mgrs(atlas, tmp_path):
    from dprk_city_atlas.plugin.core.coordinates.format import format_mgrs

    place = Locator(atlas, tmp_path / "kept").find(format_mgrs(127.520584, 39.918647))[0]
    assert (place.lon, place.lat) == pytest.approx((127.520584, 39.918647), abs=2e-5)


def test_the_list_keeps_unsaved_edits_first(atlas):
    columns = build(atlas.path)
    hits = answer(Question(SiteFilter(text="radar"), Sort()), columns)
    other = next(row for row in range(len(columns)) if not hits.mask[row])
    model = SitesModel()
    model.show(hits, [other])
    assert model.rowCount() == hits.count + 1
    assert model.index(0, 0).data(FID) == columns.fids[other]
    assert model.index(0, 0).data(STATE) == UNSAVED
    assert model.place_of(int(columns.fids[other])) == 0
    assert all("adar" in model.index(row, 0).data() for row in range(1, model.rowCount()))


@pytest.mark.parametrize("by", ["name", "category", "date", "distance"])
def test_the_list_can_be_sorted(atlas, by):
    columns = build(atlas.path)
    there = Sort(by, False, (127.54, 39.92))
    hits = answer(Question(SiteFilter(located=True), there), columns)
    assert len(hits.order) == hits.count
    if by == "distance":
        geod = Geod(ellps="WGS84")
        far = [geod.inv(127.54, 39.92, columns.lon[r], columns.lat[r])[2] for r in hits.order]
        assert far == sorted(far)


def test_chips_stand_side_by_side_however_often_they_change():
    chips = Chips(None)
    chips.resize(320, 60)
    chips.show()
    wanted = SiteFilter(text="h", cities=frozenset({"Hamhung"}), located=True, expression="1")
    for filter_ in (wanted, wanted.without("cities"), wanted, wanted.switched("located", False)):
        chips.show_filter(filter_, lambda _criterion, values: sorted(values))
        chip = [frame for frame in chips.findChildren(QFrame) if frame.objectName().startswith("chip_")]
        shown = [frame for frame in chip if frame.isVisible()]
        assert {f"chip_{name}" for name in CRITERIA if filter_.is_set(name)} == {
            f.objectName() for f in shown
        }
        for one, other in itertools.combinations(shown, 2):
            assert not one.geometry().intersects(other.geometry())
    chips.deleteLater()


def test_what_a_source_says_finds_its_sites(atlas):
    columns = build(atlas.path)
    names = {
        columns.name(columns.row_of(fid))[0] for fid in sites_saying(atlas.path, "hrnk", columns).tolist()
    }
    assert "Kwan-li-so No. 25" in names
    assert len(sites_saying(atlas.path, "hrnk hamhung", columns)) < len(names)
    for nothing in ("no source says this", "%%%", "___", "O'Brien\"; DROP TABLE sites;--", "", "ab"):
        assert not len(sites_saying(atlas.path, nothing, columns)), nothing
    with pytest.raises(Cancelled):
        sites_saying(atlas.path, "hrnk", columns, cancelled=lambda: True)


def test_the_window_never_waits_for_columns_being_read(atlas, tmp_path):
    """A save forgets the columns twice; with a million sites the second had to wait for the reading."""
    store, begun, go_on = ColumnStore(), Event(), Event()

    def stand_still(_percent):
        begun.set()
        go_on.wait(60)

    with ThreadPoolExecutor() as pool:
        first = pool.submit(store.get, atlas.path, tmp_path, None, stand_still)
        assert begun.wait(60)
        window = pool.submit(store.forget)
        try:
            window.result(timeout=30)
        finally:
            go_on.set()
        read = first.result(timeout=60)
    again = store.get(atlas.path, tmp_path)
    assert again is not read
    assert store.get(atlas.path, tmp_path) is again
