# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Numbers as people type them."""

from __future__ import annotations

import pytest

from dprk_city_atlas.plugin.core.numbers import may_be_thousands, read_number


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0.5", 0.5),
        ("0,5", 0.5),
        (" -12,5 ", -12.5),
        ("−3", -3.0),
        ("1.234,5", 1234.5),
        ("1,234.5", 1234.5),
        ("1,234,567", 1234567.0),
        ("1.234.567,25", 1234567.25),
        ("1 234,5", 1234.5),
        ("1\u202f234", 1234.0),
        ("13'012", 13012.0),
        ("12.", 12.0),
        (",5", 0.5),
        ("1.5e3", 1500.0),
    ],
)
def test_a_number_with_point_or_comma(text, value):
    assert read_number(text) == value


@pytest.mark.parametrize(
    "text", ["", " ", "abc", "1,2,3", "1.2.3,4,5", "nan", "inf", "1e999", "--1", "1 2", "٣"]
)
def test_what_is_no_number_is_refused(text):
    with pytest.raises(ValueError, match=r"number"):
        read_number(text)


def test_a_lone_comma_before_three_digits_may_be_thousands():
    assert may_be_thousands("13,012")
    assert not may_be_thousands("0,125")
    assert not may_be_thousands("13.012")
    assert not may_be_thousands("13,01")
