# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Partial dates: what a text allows, and nothing more."""

from __future__ import annotations

import datetime
import random

import pytest

from dprk_city_atlas.plugin.core import dates
from dprk_city_atlas.plugin.core.dates import Precision, parse_date, parse_period


def _year(first, last=None):
    return f"{first}-01-01", f"{last or first}-12-31"


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("1916-11-05", ("1916-11-05", "1916-11-05")),
        ("1916/11/5", ("1916-11-05", "1916-11-05")),
        ("19161105", ("1916-11-05", "1916-11-05")),
        ("5 Nov 1916", ("1916-11-05", "1916-11-05")),
        ("Nov. 5, 1916", ("1916-11-05", "1916-11-05")),
        ("5th of November 1916", ("1916-11-05", "1916-11-05")),
        ("1916년 11월 5일", ("1916-11-05", "1916-11-05")),
        ("1916-11-05T12:00", ("1916-11-05", "1916-11-05")),
        ("13/12/2010", ("2010-12-13", "2010-12-13")),
        ("1908-04", ("1908-04-01", "1908-04-30")),
        ("April 1908", ("1908-04-01", "1908-04-30")),
        ("1904-02", ("1904-02-01", "1904-02-29")),
        ("1900-02", ("1900-02-01", "1900-02-28")),
        ("1916년 11월", ("1916-11-01", "1916-11-30")),
        ("1108", _year(1108)),
        ("1108년", _year(1108)),
        ("AD 1108", _year(1108)),
        ("900", _year("0900")),
        ("193x", _year(1930, 1939)),
        ("1930s", _year(1930, 1939)),
        ("the 1930's", _year(1930, 1939)),
        ("late 1930s", _year(1937, 1939)),
        ("19xx", _year(1900, 1999)),
        ("20th century", _year(1901, 2000)),
        ("1950-1953", _year(1950, 1953)),
        ("1950-53", _year(1950, 1953)),
        ("1950–53", _year(1950, 1953)),
        ("2010–12", _year(2010, 2012)),
        ("2010-12", ("2010-12-01", "2010-12-31")),
        ("1950/1953", _year(1950, 1953)),
        ("between 1950 and 1953", _year(1950, 1953)),
        ("1950 to 1953", _year(1950, 1953)),
        ("mid-2020", ("2020-05-01", "2020-08-31")),
        ("early 2020", ("2020-01-01", "2020-04-30")),
        ("spring 2016", ("2016-03-01", "2016-05-31")),
        ("Q3 2019", ("2019-07-01", "2019-09-30")),
        ("winter 2016", ("2016-01-01", "2017-02-28")),
        ("1 Apr - 29 Jun 2018", ("2018-04-01", "2018-06-29")),
        ("late 2017 - early 2018", ("2017-09-01", "2018-04-30")),
        ("108 BC", ("-0107-01-01", "-0107-12-31")),
        ("1 BC", ("0000-01-01", "0000-12-31")),
        ("기원전 108년", ("-0107-01-01", "-0107-12-31")),
        ("pre-1945", (None, "1944-12-31")),
        ("before 1945-08-15", (None, "1945-08-14")),
        ("by 2018", (None, "2018-12-31")),
        ("until 1953", (None, "1953-12-31")),
        ("after 1953", ("1954-01-01", None)),
        ("post-1953", ("1954-01-01", None)),
        ("since 2010", _year(2010)),
        ("2010/..", ("2010-01-01", None)),
        ("../1945", (None, "1945-12-31")),
        ("2010-present", ("2010-01-01", None)),
        ("–1945", (None, "1945-12-31")),
        ("1751", _year(1751)),
        ("unknown", (None, None)),
        ("", (None, None)),
        ("미상", (None, None)),
        (None, (None, None)),
    ],
)
def test_bounds(text, bounds):
    found = parse_date(text)
    assert (found.earliest, found.latest) == bounds
    assert found.text == (text or "")
    assert found.precision is not Precision.UNREADABLE


@pytest.mark.parametrize(
    "text", ["c. 2003", "ca 2003", "circa 2003", "about 2003", "~2003", "2003~", "약 2003년"]
)
def test_about_is_kept_and_widens_nothing(text):
    found = parse_date(text)
    assert (found.earliest, found.latest) == _year(2003)
    assert found.approximate


def test_doubt_is_kept():
    assert parse_date("2010?").uncertain
    assert parse_date("probably 2010").uncertain
    assert parse_date("2010%").uncertain
    assert parse_date("2010%").approximate


def test_day_and_month_that_read_either_way_are_both_allowed_and_named():
    found = parse_date("8/12/2010")
    assert (found.earliest, found.latest) == ("2010-08-12", "2010-12-08")
    assert found.uncertain
    assert "either way" in found.note


@pytest.mark.parametrize(
    "text", ["garbage", "2016-02-30", "1916-13-01", "32 May 1900", "1953-1950", "\ud800", "12", "1e9"]
)
def test_unreadable_keeps_the_text(text):
    found = parse_date(text)
    assert found.precision is Precision.UNREADABLE
    assert (found.earliest, found.latest, found.text) == (None, None, text)


@pytest.mark.parametrize(
    ("text", "begin", "end", "ongoing"),
    [
        ("c. 2017–2022", _year(2017), _year(2022), False),
        ("since 2010", _year(2010), (None, None), True),
        ("2010–", _year(2010), (None, None), False),
        ("2010-present", _year(2010), (None, None), True),
        ("until 1953", (None, None), _year(1953), False),
        ("pre-1945", (None, "1944-12-31"), (None, None), False),
        ("–1945", (None, None), _year(1945), False),
        ("1916-11-05", ("1916-11-05",) * 2, (None, None), False),
        ("between 1950 and 1953", _year(1950, 1953), (None, None), False),
        ("by 2018", (None, "2018-12-31"), (None, None), False),
        ("1945-08-15 – 1950-06-25", ("1945-08-15",) * 2, ("1950-06-25",) * 2, False),
    ],
)
def test_period_in_one_text(text, begin, end, ongoing):
    period = parse_period(text)
    assert (period.begin.earliest, period.begin.latest) == begin
    assert (period.end.earliest, period.end.latest) == end
    assert period.ongoing is ongoing


def test_period_in_two_texts():
    period = parse_period("1930s", "c. 1945")
    assert (period.begin.latest, period.end.earliest, period.end.approximate) == (
        "1939-12-31",
        "1945-01-01",
        True,
    )
    assert parse_period("2010", "present").ongoing


def test_day_numbers_are_python_s():
    rng = random.Random(4)
    epoch = datetime.date(1970, 1, 1).toordinal()
    for ordinal in [1, 366, 1461, *rng.sample(range(1, 3_600_000), 3000)]:
        iso = datetime.date.fromordinal(ordinal).isoformat()
        assert dates.day_number(iso) == ordinal - epoch
        assert dates.from_day_number(ordinal - epoch) == iso


def test_day_numbers_before_christ_run_on():
    assert dates.from_day_number(dates.day_number("0000-01-01") - 1) == "-0001-12-31"
    for days in range(-1_500_000, 500_000, 991):
        assert dates.day_number(dates.from_day_number(days)) == days


@pytest.mark.parametrize(
    "text",
    [
        "1916-11-05",
        "1908-04",
        "1916",
        "1930s",
        "2017–2022",
        "before 1945",
        "after 1953",
        "before 1945-08-15",
        "2018-04-01 – 2018-06-29",
        "108 BC",
        "unknown",
        "c. 2003",
    ],
)
def test_format_is_read_back(text):
    found = parse_date(text)
    assert dates.format_date(found.earliest, found.latest, found.approximate) == text
