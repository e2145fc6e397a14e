# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Claims, discrepancies and the comparison of the cities in the measure dock, driven in the window."""

from __future__ import annotations

from pathlib import Path
from tempfile import mkdtemp

from qgis.core import QgsApplication, QgsProject
from qgis.PyQt.QtCore import QPoint
from qgis.PyQt.QtWidgets import QDialogButtonBox


def _open(desk, title):
    desk.plugin().open_atlas()
    action = desk.find("actionMeasure")
    if not action.isChecked():
        action.trigger()
    dock = desk.find("CityAtlasMeasureDock")
    tab = dock.page(title)
    dock._tabs.setCurrentWidget(tab)
    desk.wait_until(lambda: tab.result is not None and tab.model.rowCount(), what=f"{title} are computed")
    return tab


def _row(tab, text, column):
    found = [row for row in range(tab.proxy.rowCount()) if text in tab.proxy.index(row, column).data()]
    assert found, f"no row with “{text}”"
    return tab.proxy.index(found[0], column)


def test_a_discrepancy_is_shown_and_settled(desk):
    tab = _open(desk, "Discrepancies")
    before = tab.proxy.rowCount()
    desk.click_item(tab.view, _row(tab, "Hungnam Fertilizer Plant: one source", 1))
    assert "556.56" in desk.find("discrepanciesDetail").text()
    assert len(tab.marks.places) == 4 and tab.marks.in_view()  # two places and the line between them
    desk.wait_for_map()
    desk.screenshot("measure_discrepancies")
    key = tab.chosen().key
    desk.click(desk.find("discrepanciesBoth"))
    desk.wait_until(lambda: tab.proxy.rowCount() == before - 1, what="it is settled")
    box = desk.find("discrepanciesSettled")
    desk.click(box, QPoint(8, box.height() // 2))
    desk.wait_until(lambda: tab.proxy.rowCount() == before, what="settled ones are shown")
    desk.click_item(tab.view, _row(tab, "Hungnam Fertilizer Plant: one source", 1))
    assert tab.chosen().key == key and tab.chosen().decision == "keep both"
    desk.click(desk.find("discrepanciesReopen"))
    desk.wait_until(lambda: all(not item.decision for item in tab.result), what="it is open again")


def test_choosing_moves_the_site_on_the_map(desk):
    tab = _open(desk, "Discrepancies")
    desk.click_item(tab.view, _row(tab, "Hungnam Fertilizer Plant: one source", 1))

    def here():
        layer = next(item for item in QgsProject.instance().mapLayers().values() if item.name() == "Sites")
        found = list(layer.getFeatures("\"name\" = 'Hungnam Fertilizer Plant'"))
        return round(found[0].geometry().asPoint().x(), 6)

    assert here() == 127.621851
    desk.click(desk.find("discrepanciesSecond"))
    desk.wait_until(lambda: here() == 127.626968, what="the site is at the second point")
    desk.find("actionUndoStep").trigger()
    desk.wait_until(lambda: here() == 127.621851, what="the choice is undone")


def test_the_cities_side_by_side(desk):
    tab = _open(desk, "Cities")
    people = _row(tab, "Population, estimate", 0).row()
    assert [tab.proxy.index(people, column).data() for column in (1, 2)] == ["about 874,682", "about 760,165"]
    assert tab.proxy.index(people, 9).data() == "Hamhung 1.15 × Chongjin"
    desk.screenshot("measure_cities")
    desk.click(desk.find("citiesCopy"))
    lines = QgsApplication.clipboard().text().splitlines()
    assert lines[0].split("\t")[1:3] == ["Hamhung", "Chongjin"] and len(lines) > tab.proxy.rowCount()
    target = Path(mkdtemp()) / "cities.csv"
    tab.write_csv(target)
    assert "274.14" in target.read_text(encoding="utf-8")
    desk.find("citiesWhat").setCurrentIndex(1)
    chart = desk.find("citiesChart")
    assert chart.isVisible() and any(name.startswith("Railway station") for name, _pair, _texts in chart.bars)
    desk.screenshot("measure_cities_chart")
    desk.find("citiesWhat").setCurrentIndex(2)
    assert _row(tab, "Kuchon Pavilion", 1).isValid()
    desk.find("citiesWhat").setCurrentIndex(0)
    second = desk.find("citiesCity_1")
    second.setCurrentIndex(second.findData("Hamhung"))
    second.activated.emit(second.currentIndex())
    desk.wait_until(lambda: tab.result[0].cities == ("Chongjin", "Hamhung"), what="the cities changed places")


def test_claims_and_what_is_behind_them(desk):
    tab = _open(desk, "Claims")
    desk.click_item(tab.view, _row(tab, "Magunpo", 1))
    item = tab.chosen()
    assert item.verdict.value == "differs"
    assert "3,948 m" in desk.find("claimsDetail").text()
    assert tab.marks.places
    desk.wait_for_map()
    desk.screenshot("measure_claims")


def test_a_claim_is_added_by_the_form(desk):
    tab = _open(desk, "Claims")
    before = len(tab.result[0])

    def fill(dialog):
        for name, text in (
            ("claimText", "The pavilion is about 2 km from downtown"),
            ("claimSubject", "Kuchon Pavilion"),
            ("claimThreshold", "2"),
        ):
            desk.type(desk.find(name, within=dialog), text)
        desk.find("claimRelation", within=dialog).setCurrentText("distance")
        desk.find("claimDowntown", within=dialog).setCurrentText("Hamhung")
        desk.find("claimOperator", within=dialog).setCurrentText("about")
        desk.find("claimUnit", within=dialog).setCurrentText("km")
        desk.click(desk.find("claimTry", within=dialog))
        assert desk.find("claimVerdict", within=dialog).text().startswith("agrees")
        desk.screenshot("measure_claim_form", dialog)
        box = dialog.findChild(QDialogButtonBox)
        desk.click(box.button(QDialogButtonBox.StandardButton.Save))

    desk.on_dialog(fill)
    desk.click(desk.find("claimsAdd"))
    desk.wait_until(lambda: len(tab.result[0]) == before + 1, what="the claim is in the table")
    assert _row(tab, "The pavilion is about 2 km", 1).isValid()
