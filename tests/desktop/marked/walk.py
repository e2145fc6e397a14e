# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The whole window in the marked language: every dock, tab, menu and dialog is opened and read."""

from __future__ import annotations

import tempfile
from pathlib import Path

import marked
import processing
from qgis.core import QgsApplication, QgsProject
from qgis.PyQt import sip
from qgis.PyQt.QtCore import QAbstractListModel, QModelIndex, Qt, QTimer
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAction,
    QApplication,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDockWidget,
    QFileDialog,
    QMenu,
    QStackedWidget,
    QTabWidget,
    QToolBox,
    QToolButton,
    QWidget,
)
from qgis.utils import iface

PROPERTIES = (
    "text", "title", "toolTip", "statusTip", "whatsThis", "placeholderText", "windowTitle", "prefix",
    "suffix",
    "specialValueText", "accessibleName", "accessibleDescription", "html", "plainText",
)  # fmt: skip
DOCKS = {"actionSites": "CityAtlasSitesDock", "actionMeasure": "CityAtlasMeasureDock",
         "actionHistoric": "CityAtlasHistoricDock", "actionBrief": "CityAtlasBriefDock"}  # fmt: skip
# These lead out of the window, end the walk, or belong to QGIS.
LEFT_ALONE = ("actionHelp",)
LISTS_OF_DATA = ("claimFigure", "claimOther", "ringField")
EXPRESSIONS = ("claimFilter",)
"""Their example is typed as it stands in every language."""
ROWS_READ, ROWS_IN_ALL = 30, 300


class Reader:
    """Reads what stands on widgets, and keeps what is neither marked nor data."""

    def __init__(self, data: marked.Data) -> None:
        self.data = data
        self.found: dict[str, str] = {}
        self.known: set[str] = set()
        self.rows_left = 0

    def take(self, where: str, text: object) -> None:
        if isinstance(text, str) and text not in self.known:
            self.known.add(text)
            left = self.data.unmarked(text)
            if left:
                self.found.setdefault(left, where)

    def widget(self, top: QWidget, where: str) -> None:
        """Read a widget and everything in it that is ours."""
        for child in [top, *top.findChildren(QWidget)]:
            # A dialog that has the dock for its parent is read by itself.
            here = not sip.isdeleted(child) and child.window() is top.window()
            if here and not _of_qgis(child, top):
                self._one(child, f"{where} {child.objectName() or type(child).__name__}")
        for action in top.actions():
            self.action(action, where)

    def _one(self, widget: QWidget, where: str) -> None:
        typed = _holds_typed_text(widget)
        for name in PROPERTIES:
            if name == "placeholderText" and widget.objectName() in EXPRESSIONS:
                continue
            if not (typed and name in ("text", "plainText", "html")):
                self.take(where, widget.property(name))
        if isinstance(widget, QComboBox) and widget.objectName() not in LISTS_OF_DATA:
            for row in range(min(widget.count(), ROWS_READ)):
                self.take(where, widget.itemText(row))
                if not widget.metaObject().className().startswith("Qgs"):
                    self.take(where, widget.itemData(row, Qt.ItemDataRole.ToolTipRole))
        if isinstance(widget, QTabWidget):
            for page in range(widget.count()):
                self.take(where, widget.tabText(page))
                self.take(where, widget.tabToolTip(page))
        if isinstance(widget, QToolBox):
            for page in range(widget.count()):
                self.take(where, widget.itemText(page))
        if isinstance(widget, QAbstractItemView) and widget.model() is not None:
            self.model(widget.model(), where)
        if isinstance(widget, QToolButton) and widget.menu() is not None:
            self.menu(widget.menu(), where)

    def model(self, model: object, where: str) -> None:
        for section in range(_columns(model, QModelIndex())):
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
                self.take(where, model.headerData(section, Qt.Orientation.Horizontal, role))
        self.rows_left = ROWS_IN_ALL
        self._rows(model, QModelIndex(), where)

    def _rows(self, model: object, parent: QModelIndex, where: str) -> None:
        for row in range(min(model.rowCount(parent), ROWS_READ)):
            for column in range(_columns(model, parent)):
                index = model.index(row, column, parent)
                for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
                    self.take(where, index.data(role))
            first = model.index(row, 0, parent)
            self.rows_left -= 1
            if self.rows_left <= 0:
                return
            if not isinstance(model, QAbstractListModel) and model.hasChildren(first):
                self._rows(model, first, where)

    def menu(self, menu: QMenu, where: str) -> None:
        menu.aboutToShow.emit()
        for action in menu.actions():
            self.action(action, where)
            if action.menu() is not None:
                self.menu(action.menu(), where)

    def action(self, action: QAction, where: str) -> None:
        for text in (action.text(), action.toolTip(), action.statusTip(), action.whatsThis()):
            self.take(f"{where} {action.objectName()}", text)


def _of_qgis(widget: QWidget, top: QWidget) -> bool:
    """Tell whether a widget is a piece of one of QGIS's or Qt's, whose texts are QGIS's or Qt's."""
    if widget.objectName().startswith(("qt_", "ScrollLeft", "ScrollRight")):
        return True
    if isinstance(widget.parent(), QDialogButtonBox):
        button = widget.parent().standardButton(widget)
        return button != QDialogButtonBox.StandardButton.NoButton
    parent = widget.parent()
    while parent is not None and widget is not top:
        if parent is top:
            return False
        if parent.metaObject().className().startswith("Qgs") and type(parent).__module__.startswith("qgis"):
            return True
        parent = parent.parent()
    return False


def _columns(model: object, parent: QModelIndex) -> int:
    # A list model has one column and does not say so to Python.
    return 1 if isinstance(model, QAbstractListModel) else min(model.columnCount(parent), 40)


def _ours(window: QWidget) -> bool:
    if window.objectName().startswith("CityAtlas"):
        return True
    return type(window).__module__.startswith("dprk_city_atlas")


def _holds_typed_text(widget: QWidget) -> bool:
    """Tell whether its text is what the user types."""
    kinds = ("QLineEdit", "QPlainTextEdit", "QAbstractSpinBox")
    return any(widget.inherits(kind) for kind in kinds)


class Watcher:
    """Reads whatever dialog, menu or window opens, and closes it."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader
        self.where = ""
        self.seen: set[str] = set()
        self.timer = QTimer()
        self.timer.timeout.connect(self.look)
        self.timer.start(60)

    def look(self) -> None:
        popup = QApplication.activePopupWidget()
        if isinstance(popup, QMenu):
            self.reader.menu(popup, f"{self.where} menu")
            popup.close()
            return
        dialog = QApplication.activeModalWidget()
        if dialog is not None:
            self.close(dialog)

    def close(self, window: QWidget) -> None:
        name = window.objectName() or type(window).__name__
        self.seen.add(name)
        try:
            self.read(window, f"{self.where} {name}")
        finally:
            # A box that asks whether to leave is answered by leaving; whatever stays open nevertheless goes.
            if not sip.isdeleted(window):
                window.close()
            if not sip.isdeleted(window) and window.isVisible() and isinstance(window, QDialog):
                window.done(0)

    def read(self, window: QWidget, where: str) -> None:
        if isinstance(window, QFileDialog):
            self.reader.take(where, window.windowTitle())
            for text in window.nameFilters():
                if text != "All Files (*)":  # Qt's own
                    self.reader.take(where, text)
        elif not window.metaObject().className().startswith("Qgs"):  # those speak as QGIS does
            walk_pages(self.reader, window, where)

    def windows(self) -> None:
        """Read and close the windows that stay open beside QGIS's."""
        for window in QApplication.topLevelWidgets():
            if window is iface.mainWindow() or not window.isVisible() or isinstance(window, QMenu):
                continue
            if _ours(window):
                self.close(window)


def walk_pages(reader: Reader, top: QWidget, where: str) -> None:
    """Read a widget with each of its pages in front."""
    reader.widget(top, where)
    for tabs in top.findChildren(QTabWidget) + top.findChildren(QStackedWidget) + top.findChildren(QToolBox):
        gone = sip.isdeleted(tabs) or tabs.window() is not top.window()
        if gone or tabs.metaObject().className().startswith("Qgs") or _of_qgis(tabs, top):
            continue
        kept = tabs.currentIndex()
        for page in range(tabs.count()):
            tabs.setCurrentIndex(page)
            QgsApplication.processEvents()
            reader.widget(tabs.widget(page), f"{where} page {page}")
        tabs.setCurrentIndex(kept)


def begin(desk) -> tuple[Reader, Watcher]:
    """Open a copy of the shipped atlas and read along from now on."""
    folder = Path(tempfile.mkdtemp(prefix="marked-"))
    atlas = desk.plugin().open_atlas()
    atlas.copy_to(folder / "mine.gpkg")
    desk.plugin().close_atlas()
    reader = Reader(marked.Data(folder / "mine.gpkg"))
    watcher = Watcher(reader)
    # Its window is QGIS's; what the algorithms say in it is tested without it.
    processing.execAlgorithmDialog = lambda *_args, **_more: {}
    desk.plugin().open_atlas(folder / "mine.gpkg")
    return reader, watcher


def end(desk, reader: Reader, watcher: Watcher) -> None:
    """Fail with every text that stood there without its mark."""
    watcher.windows()
    watcher.timer.stop()
    for text in [*desk.messages(), *desk.take_errors()]:
        if "Traceback" in text:
            desk.errors.seen.append(text)
        else:
            reader.take("message", text.removeprefix("Messages: "))
    desk.note("windows read", ", ".join(sorted(watcher.seen)))
    if reader.found:
        lines = sorted(f"{where}: {text}" for text, where in reader.found.items())
        raise AssertionError("\n".join(["", *lines]))


def test_language_is_the_one_asked_for(desk):
    assert desk.find("actionSites", QAction).text().startswith(marked.OPEN)


def test_menu_and_toolbar(desk):
    reader, watcher = begin(desk)
    reader.menu(desk.find("CityAtlasMenu", QMenu), "menu")
    reader.widget(desk.find("CityAtlasToolBar"), "toolbar")
    end(desk, reader, watcher)


def test_layer_tree(desk):
    reader, watcher = begin(desk)
    for group in QgsProject.instance().layerTreeRoot().findGroups(True):
        reader.take("layer tree", group.name())
    for layer in QgsProject.instance().layerTreeRoot().findLayers():
        reader.take("layer tree", layer.name())
    end(desk, reader, watcher)


def walk_dock(desk, action: str) -> None:
    """Read a dock with all its pages, and what each of its buttons opens."""
    reader, watcher = begin(desk)
    if not desk.find(action, QAction).isChecked():
        desk.find(action, QAction).trigger()
    dock = desk.find(DOCKS[action], QDockWidget)
    dock.raise_()
    desk.wait_until(lambda: QgsApplication.taskManager().countActiveTasks() == 0, 30, "the dock is filled")
    watcher.where = DOCKS[action]
    walk_pages(reader, dock, DOCKS[action])
    press_all(desk, reader, watcher, dock)
    walk_pages(reader, dock, f"{DOCKS[action]} after")
    desk.screenshot(f"marked-{action}")
    end(desk, reader, watcher)


def press_all(desk, reader: Reader, watcher: Watcher, dock: QWidget) -> None:
    """Press every button of the pages; the watcher reads and closes what opens."""
    tabs = [t for t in dock.findChildren(QTabWidget) if not t.metaObject().className().startswith("Qgs")]
    pages = [(t, n) for t in tabs for n in range(t.count())] or [(None, 0)]
    for tab, page in pages:
        if tab is not None:
            tab.setCurrentIndex(page)
        QgsApplication.processEvents()
        for button in dock.findChildren(QAbstractButton):
            if sip.isdeleted(button) or not button.isVisible() or not button.isEnabled():
                continue
            if _of_qgis(button, dock) or button.metaObject().className().startswith("QDockWidget"):
                continue
            watcher.where = f"{dock.objectName()} {button.objectName() or button.text()}"
            button.click()
            QgsApplication.processEvents()
            watcher.windows()
        for view in dock.findChildren(QAbstractItemView):
            if not sip.isdeleted(view) and view.isVisible():
                view.customContextMenuRequested.emit(view.rect().center())
                QgsApplication.processEvents()


def test_sites_dock(desk):
    walk_dock(desk, "actionSites")


def test_measure_dock(desk):
    walk_dock(desk, "actionMeasure")


def test_historic_dock(desk):
    walk_dock(desk, "actionHistoric")


def test_brief_dock(desk):
    walk_dock(desk, "actionBrief")


def test_what_the_menu_opens(desk):
    reader, watcher = begin(desk)
    for action in desk.find("CityAtlasMenu", QMenu).actions():
        if action.objectName() in (*LEFT_ALONE, *DOCKS) or not action.isEnabled() or action.isSeparator():
            continue
        watcher.where = action.objectName() or action.text()
        action.trigger()
        QgsApplication.processEvents()
        watcher.windows()
    end(desk, reader, watcher)
