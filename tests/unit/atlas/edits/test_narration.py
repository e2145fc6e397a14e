# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The history in words: sites by name, fields by label, values as people read them, no identifiers."""

from __future__ import annotations

import re

import pytest

from dprk_city_atlas.plugin.core.atlas.edits import gestures, history
from dprk_city_atlas.plugin.core.atlas.edits.narration import ACTIONS, Narrator, action_in_words
from dprk_city_atlas.plugin.core.atlas.model import Assertion, Category, City, Site, Source, Trace
from dprk_city_atlas.plugin.core.atlas.store import store

IDENTIFIER = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")


@pytest.fixture
def atlas(tmp_path):
    records = [
        City(name="Hamhung", geom="POINT (127.543979 39.915463)"),
        Category(id="market", label="Market"),
        Source(title="A survey"),
        Source(title="Another survey"),
    ]
    return store.create(tmp_path / "a.gpkg", records, title="Test")


def position(atlas, geom="POINT (127.5 39.9)", title="A survey"):
    return Assertion(source_uuid=atlas.rows(Source, title=title)[0].uuid, geom=geom, accuracy_m=15.0)


def added(atlas, name="Sapo market"):
    site = Site(name=name, category="market", city="Hamhung")
    gestures.add_site(atlas, site, position(atlas))
    return atlas.get(Site, site.uuid)


def everything(atlas):
    """All that the history says: steps and their changes."""
    narrator = Narrator(atlas)
    said = []
    for step in narrator.steps():
        said.append((step.what, step.about, step.note))
        said += [line for entry in history.of_batch(atlas, step.batch.id) for line in narrator.changes(entry)]
    return said


def test_a_step_names_what_was_done_and_to_which_site(atlas):
    site = added(atlas)
    gestures.move_site(atlas, site, position(atlas, "POINT (127.51 39.9)", "Another survey"))
    batch = history.batches(atlas)[0].id
    history.revert(atlas, batch, "undo")
    steps = [(step.what, step.about, step.note) for step in Narrator(atlas).steps()]
    assert steps == [
        ("Undone", "Sapo market", "of: Another position"),
        ("Another position", "Sapo market", ""),
        ("Site added", "Sapo market", ""),
    ]


def test_fields_and_values_are_words(atlas):
    site = added(atlas)
    gestures.update_record(atlas, store.replace(site, status="closed", in_article=True))
    last = history.of_site(atlas, site.uuid)[-1]
    assert Narrator(atlas).changes(last) == [
        ("Sapo market: Sites", "Status", "unknown", "closed"),
        ("Sapo market: Sites", "Named in the article", "no", "yes"),
    ]
    (first, *_rest) = history.of_batch(atlas, history.batches(atlas)[-1].id)
    said = {field: after for _about, field, _before, after in Narrator(atlas).changes(first)}
    assert said["Position"] == "39.900000, 127.500000"
    assert said["Category"] == "Market"
    assert "A survey" in said.values()


def test_nothing_that_is_said_is_an_identifier(atlas):
    site = added(atlas)
    gestures.correct_position(atlas, site, position(atlas, "POINT (127.52 39.9)", "Another survey"))
    gestures.add_record(atlas, Trace(geom="LINESTRING (127.5 39.9, 127.6 39.9)", kind="road", city="Hamhung"))
    gestures.update_record(atlas, store.replace(atlas.get(Site, site.uuid), deleted=True))
    history.bring_back(atlas, history.deleted_sites(atlas)[0])
    said = everything(atlas)
    assert len(said) > 20
    assert [text for line in said for text in line if IDENTIFIER.search(text)] == []


def test_of_many_sites_a_few_are_named_and_the_others_counted(atlas):
    with atlas.transaction("import") as writer:
        for number in range(12):
            writer.insert(Site(name=f"Site {number}", category="market"))
    (step,) = Narrator(atlas).steps()
    assert step.about == "Site 0, Site 1, Site 2 and 9 more"


def test_a_correction_takes_the_place_of_the_mistake(atlas):
    site = added(atlas)
    before = atlas.rows(Assertion)[0]
    gestures.correct_position(atlas, site, position(atlas, "POINT (127.52 39.9)", "Another survey"))
    (after,) = atlas.rows(Assertion)
    now = atlas.get(Site, site.uuid)
    assert (after.uuid, after.chosen) == (before.uuid, True)
    assert (now.geom, now.conflicts) == ("POINT (127.52 39.9)", 0)
    (line,) = [entry for entry in history.of_row(atlas, before.uuid) if entry.action == "update"]
    assert line.before["geom"] == "POINT (127.5 39.9)"
    history.revert(atlas, history.batches(atlas)[0].id)
    assert atlas.get(Site, site.uuid).geom == "POINT (127.5 39.9)"


def test_every_action_has_its_words():
    assert action_in_words("no such action") == "No such action"
    assert all(text and not IDENTIFIER.search(text) for text in ACTIONS.values())
