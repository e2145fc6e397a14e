# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Names as they are typed: scripts, spellings, errors, the order of the hits; rows copied as a table."""

from __future__ import annotations

import csv
import io
import unicodedata

import qgis.utils
from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsProject
from qgis.PyQt.QtCore import QEvent, QPoint, Qt
from qgis.PyQt.QtGui import QInputMethodEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QTableView
from sites_common import open_dock

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
STATE = Qt.ItemDataRole.UserRole + 3


def _apart(text):
    """The text as some programs write it: letters and marks apart (NFD)."""
    return unicodedata.normalize("NFD", text)


def _open(desk):
    dock = open_dock(desk)
    dock.tabs.setCurrentIndex(0)
    return dock


def _search(desk, text):
    """Type; what no keyboard has comes as an input method commits it."""
    dock, search = desk.find("CityAtlasSitesDock"), desk.find("siteSearch")
    search.selectAll()
    before = dock.hits
    if text.isascii():
        desk.type(search, text)
    else:
        search.setFocus()
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(search, event)
    desk.wait_until(lambda: dock.hits is not before and dock.data.question.wanted.text == text, what=text)
    desk.wait_until(lambda: dock.facets is not None, what=f"all about {text}")


def _listed(desk):
    """(name, why it is listed) in the order of the list."""
    model = desk.find("siteView", QTableView).model()
    rows = [model.index(row, 0) for row in range(model.rowCount())]
    return [(index.data(), index.data(STATE)) for index in rows]


def _hits(desk):
    return [name for name, state in _listed(desk) if state != "near"]


def _sites():
    layers = QgsProject.instance().mapLayers().values()
    return next(layer for layer in layers if layer.customProperty("dprk_city_atlas/role") == "sites")


def _add(names):
    """Sites of these names, not saved."""
    layer = _sites()
    assert layer.isEditable() or layer.startEditing()
    for number, (name, name_ko) in enumerate(names):
        feature = QgsFeature(layer.fields())
        feature["name"], feature["name_ko"], feature["category"] = name, name_ko, "industry"
        feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(127.5 + number / 1000, 39.9)))
        assert layer.addFeature(feature)
    return layer


ALIKE = (
    ("Old Zanggang weir", "옛 잔강보"),
    ("Zanggang", "잔강"),
    ("Xzanggangs", "갸잔강"),
    ("Zanggang weir", "잔강보"),
)
TYPINGS = ("zanggang", "Zanggang", "zang'gang", "zang-gang", "zang’gang", "잔강", _apart("잔강"))


def test_exact_before_start_before_inside(desk):
    _open(desk)
    layer = _add(ALIKE)
    try:
        desk.wait_until(lambda: "Zanggang" in dict(_listed(desk)), what="the new sites")
        for text in TYPINGS:
            _search(desk, text)
            assert _hits(desk) == ["Zanggang", "Zanggang weir", "Old Zanggang weir", "Xzanggangs"], text
        _search(desk, "zangganh")
        desk.wait_until(lambda: any(state == "near" for _name, state in _listed(desk)) or _listed(desk))
        assert "Zanggang" in dict(_listed(desk)), "unsaved edits stay"
    finally:
        layer.rollBack()
        desk.find("siteClear").click()


SPELLINGS = {
    "Hamhung": ("Hamhŭng", "咸興", "咸兴", "함흥", _apart("함흥"), "ㅎㅎ", "Kankō", "kanko"),
    "Chongjin": ("Ch'ŏngjin", "Chʻŏngjin", "chongjin", "Cheongjin", "淸津", "청진", "Seishin"),
    "Hungnam": ("Hŭngnam", _apart("Hŭngnam"), "heungnam", "興南", "흥남", _apart("흥남"), "Kōnan", "konan"),
    "Ranam": ("Nanam", "羅南", "라남", "나남", "Ranan"),
}


def test_every_spelling_of_a_place(desk):
    _open(desk)
    told = []
    for place, spellings in SPELLINGS.items():
        for text in spellings:
            _search(desk, text)
            names = _hits(desk)
            if not any(place in name for name in names[:8]):
                told.append((text, place, names[:8]))
    desk.find("siteClear").click()
    assert not told


def test_an_error_is_offered_after_what_is_right(desk):
    _open(desk)
    _search(desk, "hungnam")
    exact = _hits(desk)
    _search(desk, "hungnan")
    listed = _listed(desk)
    states = [state for _name, state in listed]
    assert "near" in states
    assert states == sorted(states, key="near".__eq__), "what is alike comes last"
    assert {name for name, state in listed if state == "near"} & set(exact)
    desk.find("siteClear").click()


def test_rows_are_copied_as_a_table(desk):
    dock = _open(desk)
    view = desk.find("siteView", QTableView)
    layer = _add((('=HYPERLINK("x")', "가"), ("Two\tcells\nand lines", "나"), ("@plain", "다")))
    try:
        desk.wait_until(lambda: "@plain" in dict(_listed(desk)), what="the new sites")
        view.setColumnHidden(1, False)
        _search(desk, "zzzzzz")
        desk.wait_until(lambda: view.model().rowCount() == 3)
        view.setFocus()
        desk.press(view, KEY.Key_End)
        desk.press(view, KEY.Key_Home, SHIFT | CTRL)
        desk.press(view, KEY.Key_A, CTRL)
        desk.press(view, KEY.Key_C, CTRL)
        rows = list(csv.reader(io.StringIO(QApplication.clipboard().text()), delimiter="\t"))
        desk.note("copied", repr(QApplication.clipboard().text()))
        assert rows[0] == ["Name", "Korean name", "City"]
        assert [len(row) for row in rows] == [3] * 4
        model = view.model()
        assert [row[1] for row in rows[1:]] == [model.index(row, 1).data() for row in range(3)]
        cells = [cell for row in rows for cell in row]
        assert not [cell for cell in cells if cell.startswith(("=", "@"))]
        assert "Two cells and lines" in cells
    finally:
        layer.rollBack()
        view.setColumnHidden(1, True)
        desk.find("siteClear").click()
    assert dock.isVisible()


def test_rows_are_copied_in_the_order_and_columns_of_the_list(desk):
    _open(desk)
    view = desk.find("siteView", QTableView)
    header = view.horizontalHeader()
    header.moveSection(header.visualIndex(3), 0)
    model = view.model()
    try:
        for row in (5, 1, 3):
            at = view.visualRect(model.index(row, 0)).center()
            QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, CTRL, at)
        desk.press(view, KEY.Key_C, CTRL)
        lines = QApplication.clipboard().text().split("\n")
        assert lines[0].split("\t") == ["City", "Name"]
        expected = [[model.index(row, 3).data() or "", model.index(row, 0).data()] for row in (1, 3, 5)]
        assert [line.split("\t") for line in lines[1:]] == expected
    finally:
        header.moveSection(header.visualIndex(3), 3)
        _sites().removeSelection()


def test_columns_and_order_outlive_the_dock(desk):
    _open(desk)
    view = desk.find("siteView", QTableView)
    menu = view.columns.menu()
    next(action for action in menu.actions() if action.text() == "Status").trigger()
    menu.deleteLater()
    header = view.horizontalHeader()
    header.moveSection(header.visualIndex(6), 1)
    header.resizeSection(6, 123)
    at = QPoint(header.sectionViewportPosition(6) + 12, header.height() // 2)
    QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
    plugin = next(name for name in qgis.utils.plugins if name.startswith("dprk"))
    qgis.utils.unloadPlugin(plugin)
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    qgis.utils.loadPlugin(plugin)
    qgis.utils.startPlugin(plugin)
    _open(desk)
    view = desk.find("siteView", QTableView)
    header = view.horizontalHeader()
    assert not view.isColumnHidden(6)
    assert header.visualIndex(6) == 1
    assert header.sectionSize(6) == 123
    menu = view.columns.menu()
    next(action for action in menu.actions() if action.text() == "Status").trigger()
    header.moveSection(header.visualIndex(6), 6)
