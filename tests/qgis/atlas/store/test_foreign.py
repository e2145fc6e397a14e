# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Atlases made to do harm: refused or opened for reading only, with what is foreign named, and soon."""

from __future__ import annotations

import contextlib
import sqlite3
import time

import pytest

from dprk_city_atlas.plugin.core.atlas.layers import symbols
from dprk_city_atlas.plugin.core.atlas.store import checks, foreign, store
from dprk_city_atlas.plugin.core.errors import AtlasError

ENDLESS = "WITH RECURSIVE n(fid) AS (SELECT 1 UNION ALL SELECT fid + 1 FROM n) SELECT fid"


def change(path, *statements):
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as db:
        for statement in statements:
            db.execute(statement)


@pytest.mark.parametrize(
    ("table", "statements"),
    [
        (
            "sites",
            ("ALTER TABLE sites RENAME TO real_sites", "CREATE VIEW sites AS SELECT * FROM real_sites"),
        ),
        (
            "atlas_meta",
            (
                "DROP TABLE atlas_meta",
                f"CREATE VIEW atlas_meta AS {ENDLESS}, 'key' AS key, 'value' AS value FROM n",
            ),
        ),
        ("categories", ("DROP TABLE categories", f"CREATE VIEW categories AS {ENDLESS} FROM n")),
        (
            "gpkg_extensions",
            ("DROP TABLE gpkg_extensions", f"CREATE VIEW gpkg_extensions AS {ENDLESS} FROM n"),
        ),
        (
            "history",
            ("DROP TABLE history", "CREATE VIRTUAL TABLE history USING fts4(uuid, deleted, row_version)"),
        ),
    ],
)
def test_what_is_no_table_is_refused_by_name_and_at_once(atlas, table, statements):
    change(atlas.path, "PRAGMA foreign_keys = OFF", *statements)
    begun = time.monotonic()
    with pytest.raises(AtlasError, match=table):
        store.open_atlas(atlas.path)
    assert time.monotonic() - begun < 5.0


def test_a_question_without_end_is_stopped(atlas):
    with pytest.raises(AtlasError, match="too long"), checks.looking(atlas.backend, 0.2) as db:
        db.execute(f"{ENDLESS} FROM n WHERE fid < 0").fetchall()


@pytest.mark.parametrize(
    "uuid", ["../../../x", "*", "", "a/b", "86a68c4b-ee55-444d-a67e-23358895dbbaX", "86A68C4B" * 4, "x" * 36]
)
def test_an_identifier_that_would_lead_elsewhere_is_refused(atlas, uuid):
    with contextlib.closing(sqlite3.connect(atlas.path)) as db:
        db.execute("UPDATE atlas_meta SET value = ? WHERE key = 'uuid'", (uuid,))
        db.commit()
    with pytest.raises(AtlasError, match="not an atlas"):
        store.open_atlas(atlas.path)


def test_a_million_rows_about_the_file_are_not_read(atlas):
    change(
        atlas.path,
        f"INSERT INTO atlas_meta (key, value) SELECT 'k' || fid, 'v' FROM ({ENDLESS} FROM n LIMIT 300000)",
    )
    assert len(store.open_atlas(atlas.path).meta) <= checks.META_ROWS


@pytest.mark.parametrize(
    "trigger",
    [
        "CREATE TRIGGER mine AFTER UPDATE ON sites BEGIN DELETE FROM history; END",
        "CREATE TRIGGER x AFTER INSERT ON history BEGIN UPDATE sites SET name = 'x'; END",
        "DROP TRIGGER sites_row_version; CREATE TRIGGER sites_row_version AFTER UPDATE ON sites BEGIN "
        "DELETE FROM names; END",
        "DROP TRIGGER rtree_sites_geom_insert; CREATE TRIGGER rtree_sites_geom_insert AFTER INSERT ON sites "
        "BEGIN DELETE FROM names; END",
        "DROP TRIGGER rtree_sites_geom_delete; CREATE TRIGGER rtree_sites_geom_delete AFTER DELETE ON sites "
        "WHEN load_extension('x') BEGIN DELETE FROM rtree_sites_geom WHERE id = OLD.fid; END",
        "DROP TRIGGER rtree_sites_geom_delete; CREATE TRIGGER rtree_sites_geom_delete AFTER DELETE ON sites "
        f"BEGIN DELETE FROM rtree_sites_geom WHERE id IN ({ENDLESS} FROM n); END",
        "CREATE TRIGGER gpkg_x AFTER UPDATE ON gpkg_contents BEGIN DELETE FROM sites; END",
    ],
)
def test_a_trigger_that_is_not_ours_opens_for_reading_only_and_is_named(atlas, trigger):
    with contextlib.closing(sqlite3.connect(atlas.path)) as db:
        db.executescript(trigger)
        db.commit()
    opened = store.open_atlas(atlas.path)
    assert "trigger" in opened.read_only
    with pytest.raises(AtlasError, match="reading only"), opened.transaction("x"):
        pass


def test_our_own_and_gdals_triggers_are_known(atlas):
    with atlas.backend.reading() as db:
        assert foreign.triggers(db) == ""
        assert foreign.disguised(db) == ""
    assert store.open_atlas(atlas.path).read_only == ""


def test_a_marker_named_by_data_leads_nowhere_else():
    assert symbols.is_marker("market")
    for name in ("../../metadata", "../svg/market", "/etc/passwd", "market.svg", "", None, "no_such_marker"):
        assert not symbols.is_marker(name)
        assert symbols.svg(name or "") == symbols.svg("unknown")
