# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The Time page of the sites dock: keys, QGIS's temporal controller both ways, playing, open ends."""

from __future__ import annotations

import sqlite3

from qgis.core import (
    QgsDateTimeRange,
    QgsFeatureRequest,
    QgsProject,
    QgsTemporalNavigationObject,
    QgsVectorLayerTemporalContext,
)
from qgis.PyQt.QtCore import QDate, QDateTime, QPoint, Qt, QTime
from qgis.PyQt.QtWidgets import QDockWidget, QLineEdit
from sites_common import count, open_dock

KEY = Qt.Key
OFF = QgsTemporalNavigationObject.NavigationMode.NavigationOff
FIXED = QgsTemporalNavigationObject.NavigationMode.FixedRange


def _open(desk):
    dock = open_dock(desk)
    dock.tabs.setCurrentWidget(dock.time)
    desk.click(dock.time.switch, at=QPoint(8, dock.time.switch.height() // 2))
    assert dock.time.switch.isChecked()
    return dock


def _leave(desk):
    desk.find("siteClear").click()
    desk.wait_until(lambda: count(desk)[0] == count(desk)[1], what="all are listed")
    desk.find("CityAtlasSitesDock", QDockWidget).tabs.setCurrentIndex(0)


def _sites():
    layers = QgsProject.instance().mapLayers().values()
    return next(layer for layer in layers if layer.customProperty("dprk_city_atlas/role") == "sites")


def _enter(desk, box, year):
    """Type a year as a user does."""
    edit = box.findChild(QLineEdit)
    edit.setFocus()
    edit.selectAll()
    desk.type(edit, str(year))
    desk.press(edit, KEY.Key_Return)


def _controller(desk):
    return desk.iface.mapCanvas().temporalController()


def _period(desk):
    """The years on the map."""
    shown = desk.iface.mapCanvas().temporalRange()
    return None if shown.isInfinite() else (shown.begin().date().year(), shown.end().date().year())


def _shows(desk, first, last):
    dock = desk.find("CityAtlasSitesDock")

    def there():
        wanted = dock.wanted.period
        low, high = dock.time._limits
        said = (first if first > low else None, last if last < high else None)
        given = wanted and tuple(text and int(text[:4]) for text in (wanted.start, wanted.end))
        return given == said and {int(fid) for fid in dock.hits.fids} == _by_sql(desk, first, last)

    desk.wait_until(there, what=f"the list of {first} to {last}")


def _drawn_by_time(desk):
    layer, context = _sites(), QgsVectorLayerTemporalContext()
    context.setLayer(layer)
    text = layer.temporalProperties().createFilterString(context, desk.iface.mapCanvas().temporalRange())
    request = QgsFeatureRequest().setFilterExpression(text)
    return {feature.id() for feature in layer.getFeatures(request)}


BY_SQL = (
    "SELECT fid FROM sites WHERE deleted = 0 AND coalesce(begin_earliest, '0000') <= '{last}-12-31' "
    "AND coalesce(end_latest, '9999') >= '{first:04}-01-01'"
)


def _by_sql(desk, first, last):
    with sqlite3.connect(str(desk.plugin().atlas.path)) as base:
        return {fid for (fid,) in base.execute(BY_SQL.format(first=first, last=last))}


def test_list_map_and_sql_agree_for_any_period(desk):
    dock = _open(desk)
    for first, last in ((1400, 1500), (1200, 1600), (1916, 1917), (1945, 1950), (1930, 1939), (1990, 2010)):
        _enter(desk, dock.time.first, first)
        _enter(desk, dock.time.last, last)
        _shows(desk, first, last)
        desk.wait_until(lambda years=(first, last): _period(desk) == years, what=f"the map shows {first}")
        located = {feature.id() for feature in _sites().getFeatures()}  # the others are a layer of their own
        listed = {int(fid) for fid in dock.hits.fids} & located
        assert sorted(listed ^ _drawn_by_time(desk)) == [], (first, last)
    _leave(desk)


def test_the_year_that_was_set_counts(desk):
    dock = _open(desk)
    _enter(desk, dock.time.first, 1930)
    _enter(desk, dock.time.last, 1940)
    _enter(desk, dock.time.first, 1950)
    assert (dock.time.first.value(), dock.time.last.value()) == (1950, 1950)
    _enter(desk, dock.time.last, 1920)
    assert (dock.time.first.value(), dock.time.last.value()) == (1920, 1920)
    _shows(desk, 1920, 1920)
    _leave(desk)


def test_playing_moves_the_period_and_the_list(desk):
    dock = _open(desk)
    _enter(desk, dock.time.last, 1939)
    _enter(desk, dock.time.first, 1930)
    _shows(desk, 1930, 1939)
    desk.wait_until(lambda: _period(desk) == (1930, 1939), what="the map shows it")
    desk.click(dock.time.play)
    desk.wait_until(lambda: dock.time.slider.lowerValue() >= 1933, what="it plays")
    desk.click(dock.time.play)
    stopped = (dock.time.slider.lowerValue(), dock.time.slider.upperValue())
    assert stopped[1] - stopped[0] == 9, "a period of ten years is played as one"
    _shows(desk, *stopped)
    desk.wait_until(lambda: _period(desk) == stopped, what="map and list are where it stopped")
    # At the end it stops by itself.
    end = dock.time._limits[1]
    _enter(desk, dock.time.last, end - 1)
    _enter(desk, dock.time.first, end - 5)
    desk.click(dock.time.play)
    desk.wait_until(lambda: not dock.time.play.isChecked(), what="it stops at the end")
    assert dock.time.slider.upperValue() == end
    _leave(desk)
    assert _controller(desk).navigationMode() == OFF


def test_qgis_temporal_controller_leads_too(desk):
    dock, controller = _open(desk), _controller(desk)
    _enter(desk, dock.time.last, 1960)
    _enter(desk, dock.time.first, 1950)
    _shows(desk, 1950, 1960)
    desk.wait_until(lambda: controller.navigationMode() == FIXED, what="the controller holds the period")
    begin = QDateTime(QDate(1931, 1, 1), QTime(0, 0))
    controller.setTemporalExtents(QgsDateTimeRange(begin, QDateTime(QDate(1937, 12, 31), QTime(23, 59, 59))))
    desk.wait_until(lambda: dock.time.first.value() == 1931, what="the dock follows")
    assert dock.time.last.value() == 1937
    _shows(desk, 1931, 1937)
    _leave(desk)


def test_a_closed_dock_leaves_no_period_on_the_map(desk):
    dock = _open(desk)
    _enter(desk, dock.time.last, 1960)
    _enter(desk, dock.time.first, 1950)
    desk.wait_until(lambda: _period(desk) == (1950, 1960), what="the map shows the period")
    desk.find("actionSites").trigger()
    desk.wait_until(lambda: dock.isHidden() and _controller(desk).navigationMode() == OFF, what="given back")
    assert _period(desk) is None
    desk.find("actionSites").trigger()
    desk.wait_until(lambda: _period(desk) == (1950, 1960), what="taken up again")
    _shows(desk, 1950, 1960)
    _leave(desk)
    assert _period(desk) is None
