# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Find without surprises: usual words, coordinates, the map that goes there, edits that hit what is shown."""

from qgis.core import QgsProject, QgsVectorLayer
from qgis.gui import QgsDualView
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QItemSelectionModel, QPoint, Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import (
    QApplication,
    QLabel,
    QLineEdit,
    QMenu,
    QMessageBox,
    QStackedWidget,
    QTableView,
    QToolButton,
    QTreeWidget,
)
from sites_common import count, open_dock, open_own

KEY = Qt.Key
HAMHUNG = (127.53, 39.92)


def _sites():
    layers = QgsProject.instance().mapLayers().values()
    return next(layer for layer in layers if layer.customProperty("dprk_city_atlas/role") == "sites")


def _search(desk, text):
    """Type a text and wait for its answer, counted."""
    dock = desk.find("CityAtlasSitesDock")
    before = dock.hits
    desk.find("siteSearch").clear()
    desk.find("siteSearch").insert(text)
    desk.wait_until(lambda: dock.hits is not before and dock.wanted == dock.data.question.wanted, what=text)
    desk.wait_until(lambda: dock.facets is not None and not dock.data.busy, what=f"all about {text}")
    return dock.hits


def _clear(desk):
    dock = desk.find("CityAtlasSitesDock")
    dock.set_filter(type(dock.wanted)())
    desk.wait_until(lambda: count(desk) and count(desk)[0] == count(desk)[1], what="all are listed")


def _categories(desk, hits):
    return {columns.value("category", place) for columns, place in map(hits.at, hits.rows.tolist())}


def test_the_box_hears_categories_in_their_usual_words(desk):
    open_own(desk, "find-")
    open_dock(desk)
    for text, category in (
        ("AAA", "air_defence_aaa"),
        ("SAM", "air_defence_sam"),
        ("고사포", "air_defence_aaa"),
        ("railway station", "railway_station"),
        ("시장", "market"),
    ):
        found = _categories(desk, _search(desk, text))
        assert category in found, (text, found)
        desk.screenshot(f"find-{category}")
    assert {"air_defence_aaa", "air_defence_sam"} <= _categories(desk, _search(desk, "air defense"))
    _clear(desk)


def test_a_position_in_the_box_is_gone_to(desk):
    open_dock(desk)
    canvas = desk.iface.mapCanvas()
    for text in ("39.92 127.53", "39°55'12\"N 127°31'48\"E", "52S DJ 59843 18846"):
        _search(desk, "radar")
        desk.find("siteSearch").clear()
        desk.find("siteSearch").insert(text)
        hint = desk.find("sitesHint", QLabel)
        desk.wait_until(
            lambda hint=hint: "Enter: the map goes to" in hint.text(), what=f"the hint for {text}"
        )
        assert count(desk)[0] == count(desk)[1], "a position leaves no site out"
        before = canvas.extent()
        desk.press(desk.find("siteSearch"), KEY.Key_Return)
        desk.wait_until(lambda before=before: canvas.extent() != before or canvas.scale() < 30_000)
        assert canvas.scale() < 30_000
    desk.screenshot("find-position")
    _clear(desk)


def test_the_map_goes_to_what_is_found_and_can_be_told_not_to(desk):
    dock = open_dock(desk)
    canvas = desk.iface.mapCanvas()
    desk.find("siteFollow").click()
    before = canvas.extent()
    hits = _search(desk, "vinylon")
    desk.wait_until(lambda: canvas.extent() != before, what="the map goes there")
    desk.wait_until(lambda: not dock.follow._timer.isActive())
    lon, lat = hits.positions(hits.rows)
    assert len(hits.priority.within(dock.map._extent())) == (lon == lon).sum()
    desk.wait_for_map()
    desk.screenshot("find-follow")
    desk.find("siteFollow").click()
    before = canvas.extent()
    _search(desk, "radar")
    desk.wait_until(lambda: not dock.follow._timer.isActive())
    assert canvas.extent() == before
    _clear(desk)


def test_unlocated_rows_look_unlocated(desk):
    open_dock(desk)
    dock = desk.find("CityAtlasSitesDock")
    _search(desk, "battery")
    model = desk.find("siteView", QTableView).model()
    looks = {True: set(), False: set()}
    for row in range(model.rowCount()):
        columns, place = dock.hits.at(int(dock.view.source._rows[row]))
        index = model.index(row, 0)
        font = index.data(Qt.ItemDataRole.FontRole)
        slanted = font is not None and font.italic()
        looks[columns.is_located(place)].add(
            (slanted, index.data(Qt.ItemDataRole.ForegroundRole) is not None)
        )
    assert looks[False] == {(True, True)}
    assert looks[True] in ({(False, False)}, set())
    desk.screenshot("find-unlocated")
    _clear(desk)


def test_chips_name_what_was_ticked_and_the_first_one_pushes_nothing(desk):
    dock = open_dock(desk)
    _clear(desk)
    desk.wait_for_map()
    top = dock.tabs.mapTo(dock, QPoint(0, 0)).y()
    tree = desk.find("categoryTree", QTreeWidget)
    tree.topLevelItem(0).setCheckState(0, Qt.CheckState.Checked)
    desk.wait_until(lambda: count(desk)[0] < count(desk)[1], what="the chip counts")
    desk.wait_until(lambda: dock.facets is not None and not dock.data.busy, what="all is counted")
    desk.wait_for_map()
    chip = desk.find("chipSwitch_categories", QToolButton)
    assert chip.text() == tree.topLevelItem(0).text(0)
    assert dock.tabs.mapTo(dock, QPoint(0, 0)).y() == top
    desk.screenshot("find-chip", dock)
    _clear(desk)


def test_the_list_speaks_the_language_of_the_labels(desk):
    dock = open_dock(desk)
    view = desk.find("siteView", QTableView)
    _search(desk, "Hungnam Fertilizer Plant")
    assert view.model().index(0, 0).data() == "Hungnam Fertilizer Plant"
    menu = desk.find("CityAtlasLanguageMenu", QMenu)
    korean = next(action for action in menu.actions() if action.data() == "ko")
    english = next(action for action in menu.actions() if action.data() == "en")
    korean.trigger()
    desk.wait_until(lambda: view.model().index(0, 0).data() == "흥남비료련합기업소", what="Korean names")
    assert dock.criteria.trees["categories"].topLevelItem(0).text(0) == "군사 시설"
    desk.screenshot("find-korean")
    english.trigger()
    desk.wait_until(lambda: view.model().index(0, 0).data() == "Hungnam Fertilizer Plant")
    _clear(desk)


def test_a_layer_that_is_there_twice_may_be_removed_once(desk):
    open_dock(desk)
    for number in range(2):
        layer = _sites()
        QgsProject.instance().addMapLayer(layer.clone())
        dock = desk.find("CityAtlasSitesDock")
        attached = dock._attached
        other = next(
            found for found in QgsProject.instance().mapLayers().values()
            if isinstance(found, QgsVectorLayer) and found.id() != attached.id()
            and found.customProperty("dprk_city_atlas/role") == "sites"
        )  # fmt: skip
        QgsProject.instance().removeMapLayer((attached if number else other).id())
        desk.wait_until(lambda: count(desk) and count(desk)[0] == count(desk)[1] > 100, what="all are listed")
        assert dock._attached is not None


# -- edits that hit what is shown -------------------------------------------------------------------------


def _table(desk):
    dialog = desk.iface.showAttributeTable(_sites())
    found = [w for w in dialog.findChildren(QStackedWidget) if w.metaObject().className() == "QgsDualView"]
    return dialog.window(), sip.cast(found[0], QgsDualView), found[0].findChild(QTableView, "mTableView")


def test_the_filtered_attribute_table_can_be_edited(desk):
    dock, layer = open_dock(desk), _sites()
    hits = _search(desk, "radar")
    window, view, table = _table(desk)
    located = len(hits.priority)
    desk.wait_until(lambda: view.filteredFeatureCount() == located, what="the table shows the hits")
    assert layer.startEditing()
    model = table.model()
    column = next(
        place for place in range(model.columnCount())
        if model.headerData(place, Qt.Orientation.Horizontal) in ("name", layer.attributeDisplayName(
            layer.fields().lookupField("name")))
    )  # fmt: skip
    for row in range(2):
        index = model.index(row, column)
        before = index.data()
        table.scrollTo(index)
        at = table.visualRect(index).center()
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
        QTest.mouseDClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
        editor = desk.wait_until(lambda: _editor(table), what="an editor")
        desk.wait_until(lambda: not dock.tables._timer.isActive(), what="focus changes are dealt with")
        assert not sip.isdeleted(editor) and editor.isVisible(), "the editor stays open"
        editor.selectAll()
        QTest.keyClicks(editor, f"Changed {row}")
        desk.screenshot(f"find-table-{row}", window)
        QTest.keyClick(editor, KEY.Key_Return)
        wanted = f"Changed {row}"
        desk.wait_until(lambda name=wanted: name in {f["name"] for f in layer.getFeatures()}, what=wanted)
        desk.wait_until(lambda: dock.edits.pending() and not dock.data.busy, what=f"{before} is followed")
    assert view.filteredFeatureCount() == located, "what was edited stays until it is saved"
    assert layer.commitChanges()
    desk.wait_until(lambda: not dock.edits.pending() and not dock.data.busy, what="it is saved")
    desk.wait_until(lambda: view.filteredFeatureCount() == len(dock.hits.priority), what="as the list")
    window.close()
    _clear(desk)


def _editor(table):
    edits = [w for w in table.viewport().findChildren(QLineEdit) if w.isVisible()]
    return edits[0] if edits else None


def test_deleting_counts_and_names(desk):
    dock, layer = open_dock(desk), _sites()
    hits = _search(desk, "market")
    view = desk.find("siteView", QTableView)
    number = hits.count
    assert number > 3
    view.selectRow(0)
    view.setFocus()
    for _ in range(2):
        desk.press(view, KEY.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    names = {view.model().index(row, 0).data() for row in range(3)}
    assert len(view.selected_fids()) == 3
    asked = []

    def answer(press):
        box = QApplication.activeModalWidget()
        if not isinstance(box, QMessageBox):
            QTimer.singleShot(50, lambda: answer(press))
            return
        asked.append((box.text(), box.informativeText()))
        desk.screenshot("find-delete", box)
        press(box)

    def delete(box):
        next(b for b in box.buttons() if box.buttonRole(b) == QMessageBox.ButtonRole.DestructiveRole).click()

    QTimer.singleShot(0, lambda: answer(lambda box: box.reject()))
    desk.press(view, KEY.Key_Delete)
    assert count(desk)[0] == number, "cancelled: nothing is gone"
    QTimer.singleShot(0, lambda: answer(delete))
    desk.press(view, KEY.Key_Delete)
    assert [text for text, _names in asked] == ["Delete 3 sites?"] * 2
    assert all(name in listed for name in names for _text, listed in asked)
    desk.wait_until(lambda: count(desk)[0] == number - 3, what="they are gone")
    assert not {f["name"] for f in layer.getFeatures()} & names
    assert not {view.model().index(row, 0).data() for row in range(number - 3)} & names
    desk.wait_until(lambda: desk.find("actionUndoStep").isEnabled(), what="it can be undone")
    desk.find("actionUndoStep").trigger()
    desk.wait_until(lambda: count(desk)[0] == number, what="they are back")
    assert dock.hits.count == number
    _clear(desk)


def test_the_row_menu_edits_moves_and_deletes(desk):
    dock, layer = open_dock(desk), _sites()
    _search(desk, "February 8 Vinylon Plant")
    view = desk.find("siteView", QTableView)
    view.selectionModel().setCurrentIndex(
        view.model().index(0, 0),
        QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows,
    )
    menu = dock.menu.build()
    enabled = {action.objectName(): action.isEnabled() for action in menu.actions()}
    assert {"siteEdit", "siteMove", "siteDelete"} <= {name for name, on in enabled.items() if on}
    menu.popup(view.mapToGlobal(QPoint(10, 10)))
    desk.screenshot("find-menu", menu)
    menu.close()
    next(action for action in menu.actions() if action.objectName() == "siteEdit").trigger()
    assert layer.isEditable()
    form = desk.wait_until(lambda: _form(), what=f"the form; {desk.messages()}")
    form.close()
    layer.rollBack()
    _clear(desk)


def _form():
    shown = [w for w in QApplication.allWidgets() if w.isVisible()]
    return next((w for w in shown if w.metaObject().className() == "QgsAttributeForm"), None)
