# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Gestures of editing on a real file: whole, undoable, conflict-checked; the old position is kept."""

from __future__ import annotations

import pytest

from dprk_city_atlas.plugin.core.atlas.edits import gestures, history
from dprk_city_atlas.plugin.core.atlas.model import (
    Assertion,
    Category,
    City,
    History,
    Name,
    Site,
    Source,
    Trace,
)
from dprk_city_atlas.plugin.core.atlas.store import store
from dprk_city_atlas.plugin.core.errors import AtlasError


@pytest.fixture
def atlas(tmp_path):
    records = [
        City(name="Hamhung", geom="POINT (127.543979 39.915463)", surroundings="127.2,39.6,127.9,40.1"),
        Category(id="market", label="Market"),
        Source(title="A survey"),
    ]
    return store.create(tmp_path / "a.gpkg", records, title="Test")


def source(atlas):
    return atlas.rows(Source)[0]


def position(atlas, geom="POINT (127.5 39.9)", **values):
    return Assertion(source_uuid=source(atlas).uuid, geom=geom, accuracy_m=15.0, **values)


def added(atlas, **values):
    site = Site(name="Sapo market", name_ko="사포시장", category="market", city="Hamhung", **values)
    batch = gestures.add_site(atlas, site, position(atlas, imagery_date="2019-05"))
    return atlas.get(Site, site.uuid), batch


def state(atlas):
    """Everything but versions and history."""
    records = (Site, Assertion, Name, Source, Trace)
    return [store.replace(row, row_version=0) for record in records for row in atlas.rows(record)]


def test_a_new_site_has_its_assertion_names_accuracy_and_source_in_one_batch(atlas):
    site, batch = added(atlas)
    (assertion,) = atlas.rows(Assertion)
    assert (site.geom, site.accuracy_m, site.source_uuid) == ("POINT (127.5 39.9)", 15.0, source(atlas).uuid)
    assert (assertion.chosen, assertion.site_uuid, assertion.imagery_date) == (True, site.uuid, "2019-05")
    assert {(n.text, n.language, n.kind) for n in atlas.rows(Name)} == {
        ("Sapo market", "en", "main"),
        ("사포시장", "ko", "main"),
    }
    assert {row.batch for row in atlas.rows(History)} == {batch}


def test_a_gesture_that_fails_leaves_nothing(atlas):
    site = Site(name="x", category="no such category")
    with pytest.raises(AtlasError):
        gestures.add_site(atlas, site, position(atlas), source=Source(title="New"))
    assert [row.title for row in atlas.rows(Source)] == ["A survey"]
    assert atlas.rows(Assertion) == atlas.rows(History) == []


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"source_uuid": ""}, "needs a source"),
        ({"geom": None}, "no position"),
        ({"use": "do not show"}, "must not be shown"),
    ],
)
def test_what_a_position_needs(atlas, change, message):
    with pytest.raises(AtlasError, match=message):
        gestures.add_site(atlas, Site(name="x"), store.replace(position(atlas), **change))
    assert atlas.rows(Site) == []


def test_undo_and_redo_take_the_whole_gesture(atlas):
    empty = state(atlas)
    site, batch = added(atlas)
    full = state(atlas)
    undone = history.revert(atlas, batch)
    assert state(atlas) == empty
    redone = history.revert(atlas, undone, "redo")
    assert state(atlas) == full
    history.revert(atlas, redone)
    assert state(atlas) == empty


def test_steps_are_undone_one_after_the_other_and_done_again(atlas):
    empty = state(atlas)
    site, first = added(atlas)
    second = gestures.move_site(atlas, site, position(atlas, "POINT (127.51 39.9)"))
    full = state(atlas)
    undone = [history.revert(atlas, batch) for batch in (second, first)]
    assert state(atlas) == empty
    for batch in reversed(undone):
        history.revert(atlas, batch, "redo")
    assert state(atlas) == full


def test_moving_keeps_the_old_position_and_counts_the_disagreement(atlas):
    site, _batch = added(atlas)
    before = state(atlas)
    batch = gestures.move_site(atlas, site, position(atlas, "POINT (127.51 39.9)"))
    moved = atlas.get(Site, site.uuid)
    old, new = atlas.rows(Assertion, site_uuid=site.uuid)
    assert (old.chosen, old.geom) == (False, "POINT (127.5 39.9)")
    assert (new.chosen, new.geom) == (True, "POINT (127.51 39.9)")
    assert moved.geom == new.geom
    # 0.01° of longitude at 39.9° N: 854.9 m on WGS 84 (GeodSolve)
    assert moved.conflicts == 1
    assert moved.conflict_m == pytest.approx(855.1, abs=1.0)
    undone = history.revert(atlas, batch)
    assert state(atlas) == before
    history.revert(atlas, undone, "redo")
    assert atlas.get(Site, site.uuid).geom == "POINT (127.51 39.9)"


def test_an_unlocated_site_is_placed(atlas):
    site = Site(name="Battery", category="market", clue="10 km from downtown")
    gestures.add_site(atlas, site, None)
    assert atlas.get(Site, site.uuid).geom is None
    batch = gestures.move_site(atlas, atlas.get(Site, site.uuid), position(atlas))
    assert atlas.get(Site, site.uuid).geom == "POINT (127.5 39.9)"
    assert history.actions(atlas)[batch] == "place site"
    history.revert(atlas, batch)
    assert atlas.get(Site, site.uuid).geom is None


def test_another_position_is_chosen_and_back(atlas):
    site, _batch = added(atlas)
    gestures.move_site(atlas, site, position(atlas, "POINT (127.51 39.9)"))
    first = atlas.rows(Assertion, site_uuid=site.uuid)[0]
    batch = gestures.choose(atlas, first)
    assert atlas.get(Site, site.uuid).geom == first.geom
    history.revert(atlas, batch)
    assert atlas.get(Site, site.uuid).geom == "POINT (127.51 39.9)"


def test_a_site_changed_meanwhile_is_not_moved_nor_undone(atlas):
    site, batch = added(atlas)
    theirs = atlas.get(Site, site.uuid)
    theirs.note = "theirs"
    gestures.update_record(atlas, theirs)
    before = state(atlas)
    with pytest.raises(store.ConflictError):
        gestures.move_site(atlas, site, position(atlas, "POINT (127.51 39.9)"))
    with pytest.raises(store.ConflictError):
        history.revert(atlas, batch)
    assert state(atlas) == before


def test_a_site_goes_back_to_an_earlier_state_with_all_that_belongs_to_it(atlas):
    site, _batch = added(atlas)
    then = state(atlas)
    number = history.of_site(atlas, site.uuid)[-1].number
    gestures.move_site(atlas, site, position(atlas, "POINT (127.51 39.9)"))
    renamed = store.replace(atlas.get(Site, site.uuid), name="Other")
    gestures.update_record(atlas, renamed)
    history.restore_site(atlas, site.uuid, number)
    assert state(atlas) == then
    with pytest.raises(AtlasError, match="already"):
        history.restore_site(atlas, site.uuid, history.of_site(atlas, site.uuid)[-1].number)


def test_a_deleted_site_is_found_and_brought_back_as_it_was(atlas):
    site, _batch = added(atlas)
    other, _batch = added(atlas)
    then = state(atlas)
    gestures.update_record(atlas, store.replace(site, deleted=True), action="delete it")
    assert [row.uuid for row in atlas.rows(Site)] == [other.uuid]
    (gone,) = history.deleted_sites(atlas)
    assert (gone.uuid, gone.name, gone.name_ko, gone.city) == (site.uuid, site.name, site.name_ko, site.city)
    assert history.actions(atlas)[gone.line.batch] == "delete it"
    batch = history.bring_back(atlas, gone)
    assert state(atlas) == then
    assert history.deleted_sites(atlas) == []
    with pytest.raises(AtlasError, match="not deleted any more"):
        history.bring_back(atlas, gone)
    history.revert(atlas, batch)
    assert [row.uuid for row in history.deleted_sites(atlas)] == [site.uuid]


def test_a_site_that_went_with_all_it_had_comes_back_with_all_of_it(atlas):
    site, batch = added(atlas)
    then = state(atlas)
    history.revert(atlas, batch)
    assert (atlas.rows(Site), atlas.rows(Assertion), atlas.rows(Name)) == ([], [], [])
    history.bring_back(atlas, history.deleted_sites(atlas)[0])
    assert state(atlas) == then


def test_positions_that_were_given_to_another_site_come_back_and_both_are_settled(atlas):
    site, _batch = added(atlas)
    other, _batch = added(atlas)
    then = state(atlas)
    with atlas.transaction("join") as writer:
        (moved,) = writer.rows(Assertion, site_uuid=site.uuid)
        writer.update(store.replace(moved, site_uuid=other.uuid, chosen=False, accuracy_m=15.0))
        writer.delete(writer.rows(Site, uuid=site.uuid)[0])
        gestures.settle(writer, [other.uuid])
    history.bring_back(atlas, history.deleted_sites(atlas)[0])
    assert state(atlas) == then


def test_a_site_deleted_twice_comes_back_as_it_was_last(atlas):
    site, _batch = added(atlas)
    for name in ("First", "Second"):
        now = store.replace(atlas.get(Site, site.uuid), name=name)
        gestures.update_record(atlas, now)
        gestures.update_record(atlas, store.replace(atlas.get(Site, site.uuid), deleted=True))
        history.bring_back(atlas, history.deleted_sites(atlas)[0])
    assert atlas.get(Site, site.uuid).name == "Second"


def test_a_site_whose_deletion_no_history_tells_comes_back_too(atlas):
    site, _batch = added(atlas)
    gestures.update_record(atlas, store.replace(site, deleted=True))
    with atlas.backend.transaction() as db:
        db.execute("DELETE FROM history")
    (gone,) = history.deleted_sites(atlas)
    assert gone.line is None
    history.bring_back(atlas, gone)
    assert [row.name for row in atlas.rows(Site)] == [site.name]


def test_history_tells_fields_by_their_labels(atlas):
    site, _batch = added(atlas)
    gestures.update_record(atlas, store.replace(site, status="closed"))
    last = history.of_site(atlas, site.uuid)[-1]
    assert history.differences(last) == [("Status", "unknown", "closed")]
    assert last.title == "Sapo market"
    assert [batch.action for batch in history.batches(atlas)] == ["edit", "add site"]


def test_a_trace_with_a_new_source_is_one_step(atlas):
    new = Source(title="Sheet 12")
    trace = Trace(geom="LINESTRING (127.5 39.9, 127.6 39.9)", kind="railway", source_uuid=new.uuid)
    batch = gestures.add_record(atlas, trace, source=new)
    assert atlas.rows(Trace)[0].source_uuid == atlas.rows(Source, title="Sheet 12")[0].uuid
    history.revert(atlas, batch)
    assert atlas.rows(Trace) == []
    assert len(atlas.rows(Source)) == 1


def test_outside_the_surroundings_is_noted(atlas):
    site, _batch = added(atlas)
    assert not site.outside
    gestures.move_site(atlas, site, position(atlas, "POINT (129.8 41.8)"))
    assert atlas.get(Site, site.uuid).outside


@pytest.mark.parametrize(
    ("scale", "metres"),
    [(1_000, 11.0), (25_000, 17.0), (50_000, 27.0), (250_000, 130.0), (1_000_000, 510.0)],
)
def test_the_proposed_accuracy_follows_the_scale(scale, metres):
    # sqrt((0.5 mm × scale)² + 10²), rounded up: 10.01, 16.01, 26.9, 125.4, 500.1
    assert gestures.proposed_accuracy(scale) == metres


@pytest.mark.parametrize("scale", [0.0, -1.0, float("nan"), float("inf")])
def test_an_impossible_scale_is_refused(scale):
    with pytest.raises(ValueError, match="scale"):
        gestures.proposed_accuracy(scale)


@pytest.mark.parametrize(("lon", "lat"), [(float("nan"), 39.0), (181.0, 39.0), (39.9, 127.5), (0.0, -90.1)])
def test_impossible_positions_are_refused(lon, lat):
    with pytest.raises(AtlasError):
        gestures.point(lon, lat)
    assert gestures.point(127.5, 39.9) == "POINT (127.5 39.9)"


def test_a_shape_in_metres_is_refused(atlas):
    line = Trace(geom="LINESTRING (127.58 39.88, 380432.65 4415684.38)", kind="road")
    with pytest.raises(AtlasError, match="does not exist"):
        gestures.add_record(atlas, line)
    assert atlas.rows(Trace) == []
