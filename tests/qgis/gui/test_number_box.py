# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The number box under real keys, in windows of several languages."""

from __future__ import annotations

import pytest
from qgis.PyQt.QtCore import QLocale, Qt
from qgis.PyQt.QtTest import QTest

from dprk_city_atlas.plugin.gui.widgets.number_box import NumberBox


@pytest.fixture(params=["de_DE", "en_US", "ko_KR", "fr_FR"])
def language(request, qgis_app):
    """The window's language for the time of a test."""
    before = QLocale()
    QLocale.setDefault(QLocale(request.param))
    yield request.param
    QLocale.setDefault(before)


def _type(box, text):
    box.show()
    box.selectAll()
    QTest.keyClicks(box.lineEdit(), text)
    QTest.keyClick(box.lineEdit(), Qt.Key.Key_Return)
    return box.value()


@pytest.mark.parametrize(
    ("text", "value"),
    [("0.5", 0.5), ("0,5", 0.5), ("12.5", 12.5), ("12,5", 12.5), ("5000", 5000), (",25", 0.25), ("2*3", 6)],
)
def test_point_and_comma_mean_the_same_in_every_language(language, text, value):
    box = NumberBox(unit="km", decimals=2, low=0.01, high=20_000, value=5)
    assert _type(box, text) == value
    assert box.text().endswith(" km")


def test_shown_in_the_window_s_language_and_read_back(language):
    box = NumberBox(unit="m", decimals=1, high=1_000_000, value=123_456.5)
    sign = QLocale().decimalPoint()
    assert box.text() == f"123456{sign}5 m"
    box.interpretText()
    assert box.value() == 123_456.5


def test_the_unit_may_be_typed_too(language):
    box = NumberBox(unit="km", decimals=2, value=5)
    box.show()
    box.lineEdit().selectAll()
    QTest.keyClicks(box.lineEdit(), "7,5 km")
    QTest.keyClick(box.lineEdit(), Qt.Key.Key_Return)
    assert box.value() == 7.5


@pytest.mark.parametrize(("text", "value"), [("99999", 9999), ("0", 5), ("abc", 5), ("", 5), ("-3", 5)])
def test_a_key_out_of_bounds_does_nothing_and_no_number_leaves_the_number(language, text, value):
    box = NumberBox(unit="km", decimals=2, low=0.01, high=20_000, value=5)
    assert _type(box, text) == value


def test_steps_and_special_text_still_work(language):
    box = NumberBox(unit="m", decimals=1, value=0)
    box.setSpecialValueText("not known")
    assert box.text() == "not known"
    box.interpretText()
    assert box.value() == 0
    box.stepUp()
    assert box.value() == 1
