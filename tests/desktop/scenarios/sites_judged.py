# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The sites dock as a strict user drives it: keys, context menu, columns, orders, criteria left alone."""

from __future__ import annotations

import time

from qgis.core import QgsFeature, QgsGeometry, QgsPointXY, QgsProject
from qgis.PyQt.QtCore import QEvent, QObject, QPoint, Qt, QTimer, QUrl, pyqtSlot
from qgis.PyQt.QtGui import QContextMenuEvent, QDesktopServices, QInputMethodEvent
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QDockWidget, QLineEdit, QTableView
from sites_common import count

KEY = Qt.Key
RIGHT = Qt.MouseButton.RightButton
SHIFT = Qt.KeyboardModifier.ShiftModifier


def _settled(desk, predicate=lambda count: True):
    return desk.wait_until(lambda: count(desk) and predicate(count(desk)), what="the list is filtered")


def _open(desk):
    if desk.plugin().atlas is None:
        desk.plugin().open_atlas()
    if not desk.find("actionSites").isChecked():
        desk.find("actionSites").trigger()
    dock = desk.find("CityAtlasSitesDock", QDockWidget)
    dock.raise_()
    _settled(desk, lambda count: count[0] == count[1] > 0)
    dock.tabs.setCurrentIndex(0)
    return dock


def _search(desk, text):
    """Type and wait for the answer, with what is alike."""
    dock = desk.find("CityAtlasSitesDock")
    before = dock.hits
    _type(desk, text)
    desk.wait_until(lambda: dock.hits is not before and dock.facets is not None, what=f"an answer to {text}")
    desk.wait_until(lambda: dock.data.question.wanted.text == text)
    desk.wait_until(lambda: dock.facets is not None)


def _type(desk, text):
    """Type; what no keyboard has comes as an input method commits it."""
    search = desk.find("siteSearch")
    search.selectAll()
    if text.isascii():
        desk.type(search, text)
        return
    search.setFocus()
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(search, event)


def _clear(desk):
    desk.find("siteClear").click()
    _settled(desk, lambda count: count[0] == count[1])


def _names(desk, column=0, most=400):
    model = desk.find("siteView", QTableView).model()
    return [model.index(row, column).data() for row in range(min(most, model.rowCount()))]


def _sites():
    layers = QgsProject.instance().mapLayers().values()
    return next(layer for layer in layers if layer.customProperty("dprk_city_atlas/role") == "sites")


def _with_menu(desk, act):
    """Call ``act`` with the menu that opens next (it blocks whoever opens it)."""
    end = time.monotonic() + 10.0

    def look():
        menu = QApplication.activePopupWidget()
        if menu is None:
            if time.monotonic() < end:
                QTimer.singleShot(30, look)
            else:
                desk.errors.seen.append("no menu opened")
            return
        try:
            act(menu)
        except Exception as error:
            desk.errors.seen.append(f"in the menu: {error!r}")
        finally:
            menu.close()

    QTimer.singleShot(30, look)


def _right_click(view, row):
    at = view.visualRect(view.model().index(row, 0)).center()
    QTest.mouseClick(view.viewport(), RIGHT, Qt.KeyboardModifier.NoModifier, at)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.viewport().mapToGlobal(at))
    QApplication.sendEvent(view.viewport(), event)


def _choose(menu, name):
    """Click an entry of a menu (or of one below it)."""
    for action in menu.actions():
        if action.objectName() == name:
            assert action.isEnabled(), name
            QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())
            return
        if action.menu() is not None and any(a.objectName() == name for a in action.menu().actions()):
            menu.setActiveAction(action)
            QTest.keyClick(menu, KEY.Key_Right)
            assert action.menu().isVisible()
            _choose(action.menu(), name)
            return
    raise AssertionError(f"no entry {name} in {[a.objectName() for a in menu.actions()]}")


def _window_of(kind):
    shown = (widget for widget in QApplication.allWidgets() if widget.isVisible())
    return next((widget.window() for widget in shown if widget.metaObject().className() == kind), None)


# -- names ------------------------------------------------------------------------------------------------


HAMHUNG = ("kanko", "함흥", "ㅎㅎ", "hamhŭng", "hamhung", "咸興", "\u1112\u1161\u11b7\u1112\u1173\u11bc")
CHONGJIN = ("ch'ongjin", "ch’ŏngjin", "cheongjin", "seishin", "청진", "淸津", "清津", "ㅊㅈ")
"""The last of Hamhung is decomposed Hangul; both forms of the first Hanja of Chongjin are in use."""


def test_every_spelling_finds_its_city(desk):
    _open(desk)
    for spellings, city in ((HAMHUNG, "Hamhung"), (CHONGJIN, "Chongjin")):
        for text in spellings:
            _search(desk, text)
            names = _names(desk)
            assert len(names) > 8, text
            assert any(city in name for name in names[:4]), (text, names[:4])
            cities = _names(desk, 3)
            assert cities.count(city) > len(cities) * 0.8, (text, cities)
    _clear(desk)


def test_one_wrong_letter_is_offered_also_in_hangul(desk):
    _open(desk)
    for text, meant in (
        ("hamhumg", "Hamhung"),
        ("hungnan", "Hungnam"),
        ("vinlyon", "Vinylon"),
        ("vinnylon", "Vinylon"),
        ("kanka", "Hamhung"),
        ("함훙", "Hamhung"),
        ("청전", "Chongjin"),
    ):
        _search(desk, text)
        assert any(meant in name for name in _names(desk)), (text, _names(desk))
    _clear(desk)


# -- keys -------------------------------------------------------------------------------------------------


def test_keys_alone_open_the_form(desk):
    dock = _open(desk)
    search, view = desk.find("siteSearch"), desk.find("siteView", QTableView)
    desk.type(search, "vinylon")
    _settled(desk, lambda count: 0 < count[0] < 20)
    desk.press(search, KEY.Key_Return)
    desk.wait_until(lambda: QApplication.focusWidget() is view, what="the list has the focus")
    name = view.currentIndex().data()
    assert name == view.model().index(0, 0).data() == _sites().selectedFeatures()[0]["name"]
    _type(desk, "radar")
    desk.wait_until(lambda: "adar" in _names(desk)[0], what="the list is another")
    assert not _sites().selectedFeatureCount(), "what the filter leaves out is not selected"
    desk.press(search, KEY.Key_Return)
    name = view.currentIndex().data()
    assert view.currentIndex().row() == 0, "the first hit"
    desk.wait_until(lambda: [f["name"] for f in _sites().selectedFeatures()] == [name], what="in step")

    def open_form(menu):
        assert menu.objectName() == "siteMenu"
        desk.screenshot("judged-menu", menu)
        desk.press(menu, KEY.Key_F)

    _with_menu(desk, open_form)
    at = view.visualRect(view.currentIndex()).center()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, at, view.viewport().mapToGlobal(at))
    QApplication.sendEvent(view.viewport(), event)
    form = desk.wait_until(lambda: _window_of("QgsAttributeDialog"), what="the form by the menu key")
    assert name in {edit.text() for edit in form.findChildren(QLineEdit)}
    form.close()
    # QGIS shows the form that it has for a site again as long as that is not deleted.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    view.setFocus()
    desk.press(view, KEY.Key_Return, SHIFT)
    form = desk.wait_until(lambda: _window_of("QgsAttributeDialog"), what="the form by Shift+Return")
    assert name in {edit.text() for edit in form.findChildren(QLineEdit)}
    form.close()
    assert dock.isVisible()
    _clear(desk)


class Links(QObject):
    """Takes the place of the web browser."""

    def __init__(self):
        super().__init__()
        self.opened = []

    @pyqtSlot(QUrl)
    def take(self, url):
        self.opened.append(url.toString())


def test_the_context_menu_by_the_mouse(desk):
    _open(desk)
    view, links = desk.find("siteView", QTableView), Links()
    _search(desk, "vinylon")
    _with_menu(desk, lambda menu: _choose(menu, "siteCopy_mgrs"))
    _right_click(view, 0)
    desk.wait_until(lambda: QApplication.clipboard().text().startswith("52S"), what="MGRS is copied")
    assert len(_sites().selectedFeatureIds()) == 1
    for scheme in ("http", "https"):
        QDesktopServices.setUrlHandler(scheme, links, "take")
    _sites().removeSelection()
    _search(desk, "kyo-hwa-so no. 9")

    def open_link(menu):
        desk.screenshot("judged-links", menu)
        _choose(menu, "siteSource")

    _with_menu(desk, open_link)
    _right_click(view, 0)
    for scheme in ("http", "https"):
        QDesktopServices.unsetUrlHandler(scheme)
    sources = desk.plugin().atlas.backend.select("SELECT url FROM sources WHERE url <> ''")
    assert len(links.opened) == 1 and links.opened[0] in {url for (url,) in sources}
    # Below the last row there is no site to do anything with.
    at = QPoint(20, view.visualRect(view.model().index(view.model().rowCount() - 1, 0)).bottom() + 40)
    shown = []
    QTimer.singleShot(200, lambda: shown.append(QApplication.activePopupWidget()))
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.viewport().mapToGlobal(at))
    QApplication.sendEvent(view.viewport(), event)
    desk.wait_until(lambda: shown)
    assert shown == [None]
    _clear(desk)


# -- columns and orders -----------------------------------------------------------------------------------


def test_columns_are_chosen_and_each_heading_sorts(desk):
    dock = _open(desk)
    view = desk.find("siteView", QTableView)
    dock.setFloating(True)
    dock.resize(1300, 800)
    header = view.horizontalHeader()
    titles = [
        view.model().headerData(i, Qt.Orientation.Horizontal) for i in range(view.model().columnCount())
    ]
    for title in titles[1:]:
        if view.isColumnHidden(titles.index(title)):

            def pick(menu, title=title):
                action = next(a for a in menu.actions() if a.text() == title)
                QTest.mouseClick(menu, Qt.MouseButton.LeftButton, pos=menu.actionGeometry(action).center())

            _with_menu(desk, pick)
            at = QPoint(30, header.height() // 2)
            QApplication.sendEvent(
                header.viewport(),
                QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, header.viewport().mapToGlobal(at)),
            )
            desk.wait_until(lambda title=title: not view.isColumnHidden(titles.index(title)))
    desk.screenshot("judged-columns", dock)
    for place, title in enumerate(titles):
        orders = []
        for _press in (1, 2):
            before = dock.hits
            at = QPoint(header.sectionViewportPosition(place) + 12, header.height() // 2)
            QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
            desk.wait_until(lambda before=before: dock.hits is not before, what=f"sorted by {title}")
            orders.append(_names(desk, place))
            assert header.isSortIndicatorShown()
            shown = titles[header.sortIndicatorSection()]
            assert shown == title
        _in_order(title, *orders)
        before = dock.hits
        QTest.mouseClick(header.viewport(), Qt.MouseButton.LeftButton, pos=at)
        desk.wait_until(lambda before=before: dock.hits is not before, what="back to relevance")
        assert not header.isSortIndicatorShown()
    for title in titles[1:]:
        view.setColumnHidden(titles.index(title), title != "City")
    dock.setFloating(False)


DEGREES = {
    "Likelihood": ["confirmed", "probable", "possible", "doubtful"],
    "Confidence": ["high", "medium", "low"],
}


def _in_order(title, up, down):
    """What has no value comes last both ways; the rest is in order, and the other way round."""
    given = [text for text in up if text]
    assert given == up[: len(given)] and sorted(given) == sorted(text for text in down[: len(given)])
    if title in DEGREES:
        places = [DEGREES[title].index(text) for text in given]
        assert places == sorted(places)
        assert [DEGREES[title].index(text) for text in down[: len(given)]] == sorted(places, reverse=True)
    elif title in ("Category", "City", "Status"):
        assert given == sorted(given, key=str.casefold)
        assert down[: len(given)] == sorted(given, key=str.casefold, reverse=True)
    elif title == "Korean name":
        words = [text for text in given if not any(letter.isascii() for letter in text)]
        assert len(words) > 50 and words == sorted(words)


# -- criteria ---------------------------------------------------------------------------------------------


def test_passing_through_a_field_changes_nothing(desk):
    dock = _open(desk)
    criteria = dock.criteria
    dock.tabs.setCurrentWidget(criteria)
    desk.find("section_period").click()
    desk.find("section_expression").click()
    desk.type(criteria.begin, "1946")
    desk.press(criteria.begin, KEY.Key_Return)
    _settled(desk, lambda count: count[0] < count[1])
    desk.type(criteria.expression, "\"name\" like 'H%'")
    desk.press(criteria.expression, KEY.Key_Return)
    desk.wait_until(lambda: set(dock.hits.criteria) == {"period", "expression"})
    for name in ("period", "expression"):
        desk.click(desk.find(f"chipSwitch_{name}"))
    _settled(desk, lambda count: count[0] == count[1])
    for widget in (criteria.begin, criteria.end, criteria.expression, dock.head.search):
        widget.setFocus()
        QApplication.processEvents()
    assert dock.wanted.off == {"period", "expression"}
    assert count(desk)[0] == count(desk)[1]
    _clear(desk)
    dock.tabs.setCurrentWidget(dock.time)
    dock.time.switch.setChecked(True)
    dock.time.last.setValue(1700)
    _settled(desk, lambda count: count[0] < count[1])
    dock.tabs.setCurrentWidget(criteria)
    for widget in (criteria.begin, criteria.end, dock.head.search):
        widget.setFocus()
        QApplication.processEvents()
    assert dock.time.switch.isChecked()
    _clear(desk)
    assert not dock.time.switch.isChecked()


def test_a_circle_around_what_has_no_position_is_told(desk):
    dock = _open(desk)
    dock.criteria.area.located.setCurrentIndex(2)
    _settled(desk, lambda count: 0 < count[0] < count[1])
    view = desk.find("siteView", QTableView)
    desk.click_item(view, view.model().index(0, 0))
    desk.find("circleSelected").click()
    assert any("position" in text for text in desk.messages()), desk.messages()
    desk.take_errors()
    _clear(desk)


def test_a_save_leaves_the_period_slider(desk):
    dock = _open(desk)
    layer = _sites()
    dock.tabs.setCurrentWidget(dock.time)
    dock.time.switch.setChecked(True)
    dock.time.first.setValue(1930)
    dock.time.last.setValue(1950)
    _settled(desk, lambda count: count[0] < count[1])
    shown = count(desk)
    columns = dock.data.columns
    assert layer.startEditing()
    feature = next(layer.getFeatures())
    assert layer.changeAttributeValue(feature.id(), layer.fields().indexOf("description"), "touched")
    assert layer.commitChanges()
    desk.wait_until(lambda: dock.data.columns is not columns, what="the atlas is read again")
    _settled(desk)
    assert (dock.time.first.value(), dock.time.last.value()) == (1930, 1950)
    assert (dock.time.slider.lowerValue(), dock.time.slider.upperValue()) == (1930, 1950)
    assert count(desk) == shown
    _clear(desk)


def test_a_site_digitized_while_filtering(desk):
    dock = _open(desk)
    layer = _sites()
    _type(desk, "radar")
    _settled(desk, lambda count: 0 < count[0] < 20)
    assert layer.startEditing()
    feature = QgsFeature(layer.fields())
    feature["name"], feature["category"] = "Nowhere mill", "industry"
    feature.setGeometry(QgsGeometry.fromPointXY(QgsPointXY(127.54, 39.91)))
    assert layer.addFeature(feature)
    desk.wait_until(lambda: "Nowhere mill" in _names(desk), what="the new site is listed")
    for text in ("hung", "hungnam", "zzzz"):
        _type(desk, text)
        desk.wait_until(lambda text=text: dock.wanted.text == text and "text" in dock.hits.criteria)
        desk.wait_until(lambda: _names(desk)[0] == "Nowhere mill", what="the new site stays first")
    assert layer.isEditable() and layer.isModified()
    assert layer.commitChanges()
    desk.wait_until(lambda: "Nowhere mill" not in _names(desk), what="saved: the filter hides it")
    _type(desk, "nowhere mill")
    desk.wait_until(lambda: _names(desk)[:1] == ["Nowhere mill"] and count(desk)[0] == 1, what="it is found")
    _clear(desk)
