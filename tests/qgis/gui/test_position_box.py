# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The box of a position: what it takes, and how it shows back what it read."""

from __future__ import annotations

import pytest

from dprk_city_atlas.plugin.gui.widgets.position_box import PositionBox


@pytest.mark.parametrize(
    "text",
    [
        "39°32′40″N 129°41′20″E",
        "129.688889 39.544444",
        "東経129度41分20秒 北緯39度32分40秒",
        "129°41′20″, 39°32′40″",
        "39,544444; 129,688889",
    ],
)
def test_every_spelling_is_read_and_shown_back_in_three(qgis_app, text):
    box = PositionBox()
    box.edit.setText(text)
    assert box.position() == pytest.approx((129.688889, 39.544444), abs=1e-6)
    said = box.message.text()
    assert "39.544" in said and "129°41′20" in said and "52S EJ" in said


def test_what_cannot_be_read_has_no_position_and_says_why(qgis_app):
    box = PositionBox()
    box.edit.setText("52TEM")
    assert box.position() is None
    assert "100 km" in box.message.text()
    box.edit.setText("unknown")
    assert box.position() is None


def test_a_sign_that_is_probably_wrong_is_asked_about(qgis_app):
    box = PositionBox()
    box.edit.setText("-39.9, 127.5")
    assert box.position() == (127.5, -39.9)
    assert not box.swap.isHidden()
    box.swap.click()
    assert box.position() == (127.5, 39.9)
