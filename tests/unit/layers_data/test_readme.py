# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The table of the README counts what is there: whoever adds a row changes the README, and no test."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

ROOT = next(path for path in Path(__file__).resolve().parents if (path / "metadata.txt").exists())
TABLES = {
    "Sites": "sites",
    "Assertions": "assertions",
    "Names": "names",
    "Sources": "sources",
    "Figures": "figures",
    "Events": "events",
    "Claims": "claims",
    "Historic map sheets": "sheets",
    "Historic traces": "traces",
    "Categories": "categories",
}
README = (ROOT / "README.md").read_text(encoding="utf-8")


def rows(table):
    with (ROOT / "layers" / f"{table}.csv").open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def said(label):
    """Number and text of a row of the README's table."""
    found = re.search(rf"^\| (?:… )?{label} \| (\d+) \| (.*)\|$", README, re.MULTILINE)
    assert found, f"the README has no row {label}"
    return int(found[1]), found[2]


@pytest.mark.parametrize(("label", "table"), TABLES.items())
def test_a_table_has_as_many_rows_as_the_readme_says(label, table):
    assert said(label)[0] == len(rows(table))


def test_sites_are_counted_by_city_and_by_position():
    sites = rows("sites")
    located = {row["site"] for row in rows("assertions") if row["chosen"] == "yes"}
    assert said("with a position")[0] == len(located)
    assert said("unlocated")[0] == len(sites) - len(located)
    for city in ("Hamhung", "Chongjin"):
        assert f"{sum(row['city'] == city for row in sites)} in and around {city}" in said("Sites")[1]


def test_positions_and_contradictions_are_counted():
    assertions = rows("assertions")
    words = said("Assertions")[1]
    assert f"{sum(bool(row['lon']) for row in assertions)} of them are positions" in words
    assert f"{sum(bool(row['contradicts']) for row in assertions)} contradict another one" in words
