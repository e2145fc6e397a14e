# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The card of a site: a click on the map, what it says, what it leads to."""

from __future__ import annotations

from qgis.core import QgsPointXY, QgsProject
from qgis.PyQt.QtCore import Qt, QUrl
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QTextBrowser
from qgis.utils import iface

from dprk_city_atlas.plugin.gui.tools.places import wgs84_to_canvas

FERTILIZER = (127.621851, 39.838676)


def click_on(desk, lon, lat):
    canvas = iface.mapCanvas()
    iface.actionPan().trigger()
    desk.click_map(wgs84_to_canvas(canvas, QgsPointXY(lon, lat)))


def card_after_click(desk, lon, lat):
    """Click a site and return the dock once it shows a card."""
    click_on(desk, lon, lat)
    part = desk.plugin()._context.docks.card
    desk.wait_until(
        lambda: part.built and part.built.isVisible() and part.built.card, what="the card is shown"
    )
    return part.built


def shown(desk):
    return desk.find("cardText", QTextBrowser).toPlainText()


def test_a_click_on_a_site_shows_what_is_known_of_it(desk):
    desk.plugin().open_atlas()
    desk.wait_for_map()
    card_after_click(desk, *FERTILIZER)
    text = shown(desk)
    assert text.startswith("Hungnam Fertilizer Plant")
    for part in (
        "흥남비료련합기업소",
        "Chemical",
        "confirmed",
        "39.838676",
        "52S",
        "557 m away",
        "Names",
        "Nearest",
    ):
        assert part in text, part
    desk.wait_for_map()
    desk.screenshot("card")
    desk.screenshot("card_alone", desk.find("CityAtlasCardDock"))


def test_a_form_of_the_position_is_copied_by_one_click_and_a_neighbour_is_one_click_away(desk):
    desk.plugin().open_atlas()
    desk.wait_for_map()
    dock = card_after_click(desk, *FERTILIZER)
    dock._text.anchorClicked.emit(QUrl("copy:mgrs"))
    assert QApplication.clipboard().text() == dock.card.positions()["mgrs"]
    neighbour = dock.card.nearest[0]
    dock._text.anchorClicked.emit(QUrl(f"site:{neighbour.uuid}"))
    assert shown(desk).startswith(neighbour.name)


def test_a_drag_of_the_map_shows_no_card_and_escape_closes_it(desk):
    desk.plugin().open_atlas()
    desk.wait_for_map()
    part = desk.plugin()._context.docks.card
    part.show().clear()
    part.dock.hide()
    viewport = iface.mapCanvas().viewport()
    start = desk.pixel(wgs84_to_canvas(iface.mapCanvas(), QgsPointXY(*FERTILIZER)))
    iface.actionPan().trigger()
    QTest.mousePress(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, start)
    end = start + start.__class__(40, 25)
    QTest.mouseMove(viewport, end)
    QTest.mouseRelease(viewport, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, end)
    assert not part.dock.isVisible()
    desk.wait_for_map()
    card_after_click(desk, *FERTILIZER)
    desk.press(part.dock, Qt.Key.Key_Escape)
    assert part.dock.isHidden()


def test_measure_from_the_card_and_an_atlas_that_closes(desk):
    desk.plugin().open_atlas()
    desk.wait_for_map()
    card_after_click(desk, *FERTILIZER)
    desk.click(desk.find("cardMeasure"))
    assert desk.find("originEdit").text().startswith("39.838676")
    desk.plugin().close_atlas()
    assert shown(desk) == ""
    assert not desk.find("cardMeasure").isEnabled()
    assert QgsProject.instance().mapLayers() == {}
