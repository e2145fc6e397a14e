# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The warning that a sheet's content is older than its print."""

from __future__ import annotations

import pytest

from dprk_city_atlas.plugin.core.atlas.model import Event, Sheet
from dprk_city_atlas.plugin.core.historic import sheet_age

EVENTS = [
    Event(city="Chongjin", title="First station opened", date_text="1916", earliest="1916-11-05"),
    Event(city="Chongjin", title="Wharf line opened", date_text="1 July 1940", earliest="1940-07-01"),
    Event(city="Chongjin", title="New main line", date_text="1 December 1941", earliest="1941-12-01"),
    Event(city="Chongjin", title="Population 200 000", date_text="1940", earliest="1940-01-01"),
    Event(city="Hamhung", title="Railway opened", date_text="1941", earliest="1941-01-01"),
    Event(city="Chongjin", title="Rail bridge restored", date_text="1955", earliest="1955-01-01"),
    Event(city="Chongjin", title="Road", date_text="undated"),
]


def sheet(**values):
    return Sheet(title="A sheet", city="Chongjin", **values)


@pytest.mark.parametrize(
    ("year", "content", "sources"),
    [(1946, "1946", None), (1946, None, None), (None, "1935", None), (1944, "1944–1946", None)],
)
def test_no_warning_where_nothing_is_older(year, content, sources):
    assert sheet_age.warning(sheet(year=year, year_content=content, compiled_from=sources), EVENTS) == ""


def test_the_railway_of_1940_to_1942_is_missing_from_a_sheet_of_1935():
    told = sheet_age.warning(sheet(year=1946, year_content="not stated; perhaps as old as 1935"), EVENTS)
    assert "Printed 1946" in told
    assert "1935" in told
    assert "Wharf line opened (1 July 1940); New main line (1 December 1941)" in told
    for other in ("First station", "Population", "Railway opened", "bridge"):
        assert other not in told


def test_what_it_was_compiled_from_counts_as_well():
    assert "1929" in sheet_age.warning(sheet(year=1944, compiled_from="ten sources of 1929 and 1937"), [])


def test_a_scale_is_no_year():
    assert sheet_age.content_year(sheet(year_content="Japanese 1:25,000 of 19350")) is None


def test_of_many_changes_the_railways_are_listed_first():
    many = [
        Event(city=None, title=f"{what} of {n}", date_text=f"{n}", earliest=f"{n}-01-01")
        for n in range(1936, 1940)
        for what in ("Airfield", "Railway")
    ]
    told = sheet_age.warning(sheet(year=1946, year_content="1935"), many)
    assert all(f"Railway of {n}" in told for n in range(1936, 1940))
    assert told.count("Airfield") == 1
    assert "; and 3 more" in told
