# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Sites as tables: rounded or withheld coordinates are nowhere in the file, texts are inert, files whole."""

from __future__ import annotations

import csv

import pytest

from dprk_city_atlas.plugin.core.atlas.model import Category, Site, Source
from dprk_city_atlas.plugin.core.atlas.store import store
from dprk_city_atlas.plugin.core.exchange.privacy import Privacy
from dprk_city_atlas.plugin.core.exchange.table.export_table import write_sites

EVIL = '=HYPERLINK("http://x","O\'Brien")'


@pytest.fixture
def atlas(tmp_path):
    source = Source(title="A survey")
    records = [
        Category(id="market", label="Market"),
        source,
        Site(name=EVIL, category="market", geom="POINT (127.123456 39.987654)", source_uuid=source.uuid,
             extra='{"lat": 39.987654}', clue="39.987654 N", clue_rule='{"lon": 127.123456}'),
        Site(name="시장\nzwei", category="market", begin_text="c. 1930s", begin_earliest="1930-01-01"),
    ]  # fmt: skip
    return store.create(tmp_path / "a.gpkg", records, title="Test")


@pytest.mark.parametrize("kind", ["csv", "geojson", "gpkg"])
@pytest.mark.parametrize("privacy", [Privacy(decimals=2), Privacy(withhold=True)])
def test_rounded_or_withheld_coordinates_are_nowhere_in_the_file(atlas, tmp_path, kind, privacy):
    path = tmp_path / f"o.{kind}"
    write_sites(atlas, path, privacy=privacy)
    content = path.read_bytes()
    assert b"39.987654" not in content
    assert b"127.123456" not in content
    assert (b"withheld" if privacy.withhold else b"rounded to 2 decimals") in content


def test_no_formula_leaves_unless_wanted(atlas, tmp_path):
    for guard, name in ((True, "'" + EVIL), (False, EVIL)):
        write_sites(atlas, tmp_path / "o.csv", guard=guard)
        with (tmp_path / "o.csv").open(encoding="utf-8-sig", newline="") as stream:
            rows = list(csv.DictReader(stream))
        assert [row["name"] for row in rows] == [name, "시장\nzwei"]
        assert (rows[0]["lat"], rows[1]["begin_text"]) == ("39.987654", "c. 1930s")
