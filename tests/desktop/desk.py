# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The hands and eyes of a scenario: what a test can do with the real QGIS window."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import inside_qgis
import qgis.utils
from inside_qgis import StillWaitingError
from qgis.core import QgsPointXY, QgsProject
from qgis.PyQt.QtCore import QEvent, QObject, QPoint, Qt, QTimer
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QApplication, QDialogButtonBox, QDockWidget, QFileDialog, QLineEdit, QWidget
from qgis.utils import iface

LEFT = Qt.MouseButton.LeftButton
NO_KEY = Qt.KeyboardModifier.NoModifier


class Desk:
    """Handed to every ``test_*`` function of a scenario."""

    def __init__(self, pictures: Path) -> None:
        self.pictures = pictures
        self.errors = inside_qgis.Errors()
        self.notes: dict[str, str] = {}

    # -- looking -------------------------------------------------------------------------------------

    @property
    def iface(self) -> Any:
        """QGIS's interface."""
        return iface

    def plugin(self) -> Any:
        """Return the plugin object."""
        return inside_qgis.plugin()

    def find(self, name: str, kind: type = QObject, within: QObject | None = None) -> Any:
        """Return the object of that name in the main window (or in ``within``); fails if there is none."""
        parent = within or iface.mainWindow()
        found = parent.findChild(kind, name)
        if found is None:
            raise AssertionError(f"there is no {kind.__name__} “{name}” in {parent.objectName() or parent}")
        return found

    def window(self, name: str) -> QWidget:
        """Wait for a visible top-level window, or dock, of that object name or title."""

        def visible() -> QWidget | None:
            docks = iface.mainWindow().findChildren(QDockWidget)
            tops = [w for w in (*QApplication.topLevelWidgets(), *docks) if w.isVisible()]
            return next((w for w in tops if name in (w.objectName(), w.windowTitle())), None)

        return self.wait_until(visible, what=f"a window “{name}”")

    def messages(self) -> list[str]:
        """Return the texts now in the message bar."""
        return [item.text() for item in iface.messageBar().items()]

    def wait_until(self, predicate: Callable[[], Any], timeout: float = 10.0, what: str = "") -> Any:
        """Let QGIS work until the predicate is true; returns its value or fails."""
        return inside_qgis.wait_until(predicate, timeout, what)

    def wait_for_map(self, timeout: float = 60.0) -> None:
        """Redraw the map and wait until it is drawn."""
        inside_qgis.wait_for_map(timeout)

    def screenshot(self, name: str, widget: QWidget | None = None) -> Path:
        """Save ``build/desktop/NAME.png`` of the main window or a widget."""
        return inside_qgis.picture(self.pictures / f"{name}.png", widget)

    def note(self, title: str, text: str) -> None:
        """Put a figure in the test output without judging it."""
        self.notes[title] = text

    def take_errors(self) -> list[str]:
        """Return and forget the background errors so far; a test that expects some calls this."""
        return self.errors.take()

    # -- doing ---------------------------------------------------------------------------------------

    def click(
        self, widget: QWidget, at: QPoint | None = None, keys: Any = NO_KEY, button: Any = LEFT
    ) -> None:
        """Click in the middle of a widget, or at a position in it."""
        QTest.mouseClick(widget, button, keys, at or widget.rect().center())

    def click_item(self, view: Any, index: Any, double: bool = False) -> None:
        """Click, or double-click, an item of an item view."""
        view.scrollTo(index)
        at = view.visualRect(index).center()
        if double:
            QTest.mouseClick(view.viewport(), LEFT, NO_KEY, at)
            QTest.mouseDClick(view.viewport(), LEFT, NO_KEY, at)
        else:
            QTest.mouseClick(view.viewport(), LEFT, NO_KEY, at)

    def click_map(self, point: QgsPointXY, keys: Any = NO_KEY, button: Any = LEFT) -> None:
        """Click the map at a point given in the map's coordinates."""
        QTest.mouseClick(iface.mapCanvas().viewport(), button, keys, self.pixel(point))

    def move_on_map(self, point: QgsPointXY) -> None:
        """Move the mouse to a point given in the map's coordinates."""
        QTest.mouseMove(iface.mapCanvas().viewport(), self.pixel(point))

    def pixel(self, point: QgsPointXY) -> QPoint:
        """Return the pixel of the map canvas that shows a point."""
        return iface.mapCanvas().getCoordinateTransform().transform(point).toQPointF().toPoint()

    def type(self, widget: QWidget, text: str) -> None:
        """Give a widget the focus and type a text into it."""
        widget.setFocus()
        QTest.keyClicks(widget, text)

    def press(self, widget: QWidget, key: Any, keys: Any = NO_KEY) -> None:
        """Press one key."""
        QTest.keyClick(widget, key, keys)

    def on_dialog(self, act: Callable[[QWidget], Any], timeout: float = 10.0) -> None:
        """Call ``act`` with the next modal dialog, which blocks whoever opens it.

        Call this before the step that opens the dialog.  When ``act`` fails, the dialog is closed and
        the failure is reported as an error of the test.
        """
        end = time.monotonic() + timeout

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if dialog is None:
                if time.monotonic() < end:
                    QTimer.singleShot(50, look)
                else:
                    self.errors.seen.append("no dialog opened")
                return
            try:
                act(dialog)
            except Exception as error:  # noqa: BLE001 - told below, and the dialog must not stay open
                self.errors.seen.append(f"in the dialog: {error!r}")
                dialog.close()

        QTimer.singleShot(50, look)

    def name_file(self, dialog: QFileDialog, path: Path) -> None:
        """Answer a dialog that asks for the name of a file, past the list of names that it proposes."""
        assert isinstance(dialog, QFileDialog), dialog
        dialog.findChild(QLineEdit, "fileNameEdit").setText(str(path))
        dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Save).click()

    # -- between tests -------------------------------------------------------------------------------

    def reset(self) -> None:
        """Close the atlas, the project and every window that a test left open; have the plugin loaded."""
        if inside_qgis.PLUGIN not in qgis.utils.plugins:
            qgis.utils.loadPlugin(inside_qgis.PLUGIN)
            qgis.utils.startPlugin(inside_qgis.PLUGIN)
        if self.plugin().atlas is not None:
            self.plugin().close_atlas()
        for designer in iface.openLayoutDesigners():
            designer.close()
        # A designer goes when its deletion is carried out; one that sees its project cleared crashes QGIS.
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QgsProject.instance().setDirty(False)
        QgsProject.instance().clear()
        iface.messageBar().clearWidgets()
        self.wait_until(lambda: not iface.mapCanvas().isDrawing(), what="the map came to rest")


__all__ = ["Desk", "StillWaitingError"]
