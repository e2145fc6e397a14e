# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Folder names of published country maps find their categories."""

from __future__ import annotations

import csv

import pytest

from dprk_city_atlas.plugin.core.atlas.model import Status
from dprk_city_atlas.plugin.core.errors import AtlasError
from dprk_city_atlas.plugin.core.exchange import import_rules
from dprk_city_atlas.plugin.core.exchange.import_rules import Rule, Rules

SHIPPED = import_rules.read()


@pytest.mark.parametrize(
    ("path", "category"),
    [
        (("South Hamgyong", "Military", "AAA"), "air_defence_aaa"),
        (("Military", "Anti-aircraft Artillery"), "air_defence_aaa"),
        (("Military", "SAM"), "air_defence_sam"),
        (("SA-2 sites",), "air_defence_sam"),
        (("Military", "HARTS"), "artillery"),
        (("Military", "Coastal artillery"), "coastal_battery"),
        (("Military", "Airbases"), "airbase"),
        (("Domestic", "Airports"), "airfield"),
        (("Domestic", "Prisons"), "prison"),
        (("Domestic", "Prison Camps"), "prison"),
        (("Domestic", "Markets"), "market"),
        (("Domestic", "Hydro"), "power_hydro"),
        (("Domestic", "Dams"), "power_hydro"),
        (("Domestic", "Power stations"), "power_thermal"),
        (("Domestic", "Train Stations"), "railway_station"),
        (("Domestic", "Communication centers"), "broadcast"),
        (("Domestic", "Elite Compounds"), "government"),
        (("Domestic", "Schools"), "school"),
        (("Domestic", "Fuel"), "fuel_station"),
        (("Monuments", "Towers of Immortality"), "heritage"),
        (("Military", "Radar"), "radar"),
        (("Military", "Naval bases"), "naval_base"),
        (("Military", "Un-categorized"), "unknown"),
        (("North Hamgyong",), "unknown"),
        (("Important",), "unknown"),
        (("함경남도", "고사포 진지"), "air_defence_aaa"),
        ((), "unknown"),
    ],
)
def test_published_folder_names(path, category):
    assert SHIPPED.of_path(path).category == category


def test_the_innermost_name_that_is_known_decides():
    assert SHIPPED.of_path(("AAA", "Schools", "Pukchong")).category == "school"
    assert SHIPPED.of_path(("AAA", "Pukchong")).rule.category == "air_defence_aaa"


def test_status_comes_from_its_own_rules():
    found = SHIPPED.of_path(("HARTS", "Decommissioned"))
    assert (found.category, found.status) == ("artillery", "closed")


def test_every_category_and_status_exists():
    with (import_rules.SHIPPED.parent / "categories.csv").open(encoding="utf-8", newline="") as stream:
        known = {row["id"] for row in csv.DictReader(stream)}
    assert {rule.category for rule in SHIPPED.rules if rule.category} <= known
    assert {rule.status for rule in SHIPPED.rules if rule.status} <= {status.value for status in Status}


def test_bad_rules_are_named(tmp_path):
    with pytest.raises(AtlasError, match=r"“\(” is no regular expression"):
        Rules([Rule("(")])
    path = tmp_path / "r.csv"
    path.write_text("pattern,category\nAAA,x\n,y\n", encoding="utf-8")
    with pytest.raises(AtlasError, match=r"r\.csv, line 3: the pattern is empty"):
        import_rules.read(path)
    path.write_text("a,b\n", encoding="utf-8")
    with pytest.raises(AtlasError, match="category is missing"):
        import_rules.read(path)
