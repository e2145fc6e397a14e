# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Criteria, chips and facets of the sites dock by mouse and keys, counted again by SQLite alone."""

from __future__ import annotations

import sqlite3

from qgis.core import QgsFeature, QgsGeometry, QgsProject, QgsRectangle, QgsVectorLayer
from qgis.PyQt.QtCore import QPoint, Qt
from qgis.PyQt.QtWidgets import QApplication, QCheckBox, QLineEdit, QTreeWidget
from sites_common import count, open_dock

KEY = Qt.Key


def _open(desk):
    dock = open_dock(desk)
    dock.tabs.setCurrentWidget(dock.criteria)
    for section in ("cityTree", "statusTree", "likelihoodTree", "confidenceTree", "sourceTree", "period",
                    "expression"):  # fmt: skip
        button = desk.find(f"section_{section}")
        if not button.isChecked():
            button.click()
    desk.wait_until(lambda: dock.facets is not None, what="the facets")
    return dock


def _clear(desk):
    desk.find("siteClear").click()
    desk.wait_until(lambda: count(desk)[0] == count(desk)[1], what="all are listed")


def _sql(desk, where, what="count(*)"):
    with sqlite3.connect(f"file:{desk.plugin().atlas.path}?mode=ro", uri=True) as base:
        return base.execute(f"SELECT {what} FROM sites WHERE deleted = 0 AND {where}").fetchall()


def _items(tree):
    found, left = [], [tree.topLevelItem(row) for row in range(tree.topLevelItemCount())]
    while left:
        item = left.pop(0)
        found.append(item)
        left = [item.child(row) for row in range(item.childCount())] + left
    return found


def _check(desk, name, value):
    """Click the box before a value (by what the atlas calls it)."""
    tree = desk.find(name, QTreeWidget)
    item = next(item for item in _items(tree) if item.data(0, Qt.ItemDataRole.UserRole) == value)
    if item.parent() is not None:
        item.parent().setExpanded(True)
    desk.find("CityAtlasSitesDock").criteria.ensureWidgetVisible(tree)
    tree.scrollToItem(item)
    QApplication.processEvents()
    box = tree.visualItemRect(item)
    before = item.checkState(0)
    desk.click(tree.viewport(), QPoint(box.left() + 9, box.center().y()))
    assert item.checkState(0) != before, value


def _facet(desk, name):
    values = {}
    for item in _items(desk.find(name, QTreeWidget)):
        value = item.data(0, Qt.ItemDataRole.UserRole)
        if value is not None and item.text(1) not in ("", "0"):
            values[value] = int(item.text(1).replace(",", ""))
    return values


def _settled(desk, number):
    dock = desk.find("CityAtlasSitesDock")

    def is_answered():  # another question may give the same number
        asked = dock.data.question.wanted == dock.wanted and not dock.data.busy
        return asked and count(desk)[0] == number and dock.facets is not None

    desk.wait_until(is_answered, what=f"{number} are listed")


TREES = {"categoryTree": "category", "cityTree": "city", "statusTree": "status",
         "likelihoodTree": "likelihood", "confidenceTree": "confidence",
         "sourceTree": "source_uuid"}  # fmt: skip
COMBINATIONS = (
    {"city": ("Hamhung",), "likelihood": ("confirmed", "probable")},
    {"city": ("Chongjin",), "confidence": ("high",), "status": ("active",)},
    {"likelihood": ("possible",), "confidence": ("low", "medium")},
)


def test_facets_agree_with_sql_for_three_combinations(desk):
    _open(desk)
    for wanted in COMBINATIONS:
        for column, values in wanted.items():
            tree = next(name for name, of in TREES.items() if of == column)
            for value in values:
                _check(desk, tree, value)
        parts = {
            column: f"{column} IN ({', '.join(repr(v) for v in values)})" for column, values in wanted.items()
        }
        ((number,),) = _sql(desk, " AND ".join(parts.values()))
        assert number > 0, wanted
        _settled(desk, number)
        for tree, column in TREES.items():
            others = [part for name, part in parts.items() if name != column] or ["1"]
            rows = _sql(desk, " AND ".join(others) + f" GROUP BY {column}", f"{column}, count(*)")
            expected = {value or "": count for value, count in rows}
            assert _facet(desk, tree) == expected, (wanted, tree)
        desk.screenshot(f"counts-{'-'.join(wanted)}")
        for column in wanted:
            name = {"city": "cities", "status": "statuses"}.get(column, column + "s")
            desk.press(desk.find(f"chipSwitch_{name}"), KEY.Key_Space)
            others = [part for other, part in parts.items() if other != column]
            ((number,),) = _sql(desk, " AND ".join(others or ["1"]))
            _settled(desk, number)
            desk.press(desk.find(f"chipSwitch_{name}"), KEY.Key_Space)
            ((number,),) = _sql(desk, " AND ".join(parts.values()))
            _settled(desk, number)
        _clear(desk)


def test_a_chip_switched_by_keys_keeps_the_focus(desk):
    _open(desk)
    _check(desk, "cityTree", "Hamhung")
    desk.wait_until(lambda: count(desk)[0] < count(desk)[1], what="filtered")
    desk.find("chipSwitch_cities").setFocus()
    for _press in range(3):
        desk.press(QApplication.focusWidget(), KEY.Key_Space)
        desk.wait_until(
            lambda: QApplication.focusWidget() is not None
            and QApplication.focusWidget().objectName() == "chipSwitch_cities",
            what="the chip keeps the focus",
        )
    assert "cities" in desk.find("CityAtlasSitesDock").wanted.off
    _clear(desk)


def test_degrees_come_in_their_order_and_sources_by_title(desk):
    dock = _open(desk)
    order = {
        "likelihoodTree": ["confirmed", "probable", "possible", "doubtful"],
        "confidenceTree": ["high", "medium", "low"],
    }
    for name, degrees in order.items():
        shown = [item.data(0, Qt.ItemDataRole.UserRole) for item in _items(desk.find(name, QTreeWidget))]
        assert [value for value in shown if value] == [value for value in degrees if value in shown], name
    titles = [item.text(0) for item in _items(desk.find("sourceTree", QTreeWidget)) if item.data(0, 256)]
    assert titles == sorted(titles, key=str.casefold)
    assert dock.criteria.trees["sources"].values() == frozenset()


def test_unknown_dates_are_a_choice_of_their_own(desk):
    dock = _open(desk)
    undated = " AND ".join(
        f"{name} IS NULL" for name in ("begin_earliest", "begin_latest", "end_earliest", "end_latest")
    )
    ((unknown,),) = _sql(desk, undated)
    ((total,),) = _sql(desk, "1")
    assert 0 < unknown < total

    def tick(name):
        box = desk.find(name, QCheckBox)
        dock.criteria.ensureWidgetVisible(box)
        box.setFocus()
        desk.press(box, KEY.Key_Space)

    tick("periodOnlyUnknown")
    _settled(desk, unknown)
    tick("periodOnlyUnknown")
    _settled(desk, total)
    tick("periodUnknown")
    _settled(desk, total - unknown)
    begin = desk.find("periodBegin", QLineEdit)
    desk.type(begin, "1930s")
    desk.press(begin, KEY.Key_Return)
    ((since,),) = _sql(desk, f"NOT ({undated}) AND coalesce(end_latest, '9999') >= '1930-01-01'")
    _settled(desk, since)
    tick("periodUnknown")
    _settled(desk, since + unknown)
    end = desk.find("periodEnd", QLineEdit)
    desk.type(end, "1500")
    desk.press(end, KEY.Key_Return)
    desk.wait_until(lambda: dock.wanted.period and dock.wanted.period.end == "1500")
    _clear(desk)
    desk.type(end, "in the olden days")
    desk.press(end, KEY.Key_Return)
    assert "olden days" in desk.take_errors()[0]
    end.clear()
    _clear(desk)


def test_a_faulty_expression_is_told_and_changes_nothing(desk):
    dock = _open(desk)
    edit = desk.find("filterExpression", QLineEdit)
    desk.type(edit, '"accuracy_m" < 200')
    desk.press(edit, KEY.Key_Return)
    ((near,),) = _sql(desk, "accuracy_m < 200")
    _settled(desk, near)
    edit.selectAll()
    desk.type(edit, '"accuracy_m" < (200')
    desk.press(edit, KEY.Key_Return)
    assert "cannot be read" in desk.take_errors()[0]
    assert edit.text() == '"accuracy_m" < (200', "what was typed stays, to be mended"
    assert count(desk)[0] == near and dock.wanted.expression == '"accuracy_m" < 200'
    edit.clear()
    desk.press(edit, KEY.Key_Return)
    desk.wait_until(lambda: count(desk)[0] == count(desk)[1], what="no expression, no filter")
    desk.take_errors()
    _clear(desk)


def test_overlapping_polygons_are_one_place(desk):
    dock = _open(desk)
    layer = QgsVectorLayer("Polygon?crs=EPSG:4326", "overlapping", "memory")
    for box in (QgsRectangle(127.4, 39.7, 127.6, 40.0), QgsRectangle(127.5, 39.7, 127.8, 40.0)):
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromRect(box))
        layer.dataProvider().addFeature(feature)
    QgsProject.instance().addMapLayer(layer)
    desk.iface.setActiveLayer(layer)
    layer.selectAll()
    desk.find("polygonSelected").click()
    sites = next(found for found in QgsProject.instance().mapLayers().values()
                 if found.customProperty("dprk_city_atlas/role") == "sites")  # fmt: skip
    both = QgsGeometry.fromRect(QgsRectangle(127.4, 39.7, 127.8, 40.0))
    inside = sum(both.contains(feature.geometry()) for feature in sites.getFeatures())
    assert inside > 10
    _settled(desk, inside)
    assert dock.wanted.polygon
    _clear(desk)
    QgsProject.instance().removeMapLayer(layer)
