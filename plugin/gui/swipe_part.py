# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Swipe between then and now: the curtain's action, its mouse and keys, its renderings; two linked maps."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsMapRendererParallelJob, QgsMapSettings, QgsProject
from qgis.PyQt.QtCore import QEvent, QObject, QPointF, Qt, QTimer
from qgis.PyQt.QtWidgets import QComboBox, QHBoxLayout, QLabel, QToolButton, QWidget

from ..core.errors import AtlasError
from .messages import reported
from .part import Part, alive, disconnect, icon_of

STEP, LONG_STEP = 10, 80


class SwipePart(Part):
    """Shows the historic theme on one side of an edge and the present one on the other."""

    NAME = "swipe"

    def __init__(self, context: Any) -> None:
        super().__init__(context)
        self.curtain: Any = None
        self._panel: Any = None
        self._job: Any = None
        self._dragging = False
        self._theme_before = ""
        self._watched: list[tuple[Any, Any]] = []
        self._heard: set[str] = set()
        self._twins: Any = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(80)
        self._soon.timeout.connect(self.render)

    def start(self) -> None:
        """Add the actions."""
        self._action = self.action(
            "actionSwipe", self.tr("Swipe then and now"), "swipe", self._toggle, checkable=True,
            tip=self.tr("Drag a curtain between the maps of 1944–46 and today (arrows move it, Esc ends)"),
        )  # fmt: skip
        self.action(
            "actionTwins", self.tr("The two cities side by side"), "mActionNewMap.svg", self.show_twins,
            tip=self.tr("Two linked maps of equal scale"), toolbar=False,
        )  # fmt: skip
        self.connect(self.context.session.closing, self.end)

    def stop(self) -> None:
        """Take curtain, window and actions away."""
        self.end()
        if alive(self._twins):
            self._twins.release()
            self._twins.deleteLater()
        self._twins = None
        super().stop()

    # -- on and off ----------------------------------------------------------------------------------

    @reported
    def _toggle(self, checked: bool) -> None:
        if not checked:
            self.end()
            return
        try:
            self.begin()
        except AtlasError:
            self._action.setChecked(False)
            raise

    def begin(self) -> None:
        """Hang the curtain over the map."""
        from ..core.atlas.layers.project import THEME_THEN, THEME_TODAY
        from .curtain import Curtain

        themes = QgsProject.instance().mapThemeCollection()
        if self.context.session.atlas is None or not themes.hasMapTheme(THEME_THEN):
            raise AtlasError(
                self.tr("There is nothing to swipe between."), hint=self.tr("Open the atlas first.")
            )
        self.end()
        canvas = self.context.iface.mapCanvas()
        self.curtain = Curtain(canvas)
        self._theme_before = canvas.theme()
        self._build_panel(themes.mapThemes(), THEME_THEN, THEME_TODAY)
        canvas.viewport().installEventFilter(self)
        canvas.installEventFilter(self)
        canvas.viewport().setMouseTracking(True)
        for signal, slot in (
            (canvas.extentsChanged, self._soon.start), (canvas.rotationChanged, self._soon_again),
            (themes.mapThemeChanged, self._soon_again), (themes.mapThemesChanged, self._themes_changed),
            (QgsProject.instance().cleared, self.end),
        ):  # fmt: skip
            self._watch(signal, slot)
        self._themes_chosen()
        canvas.setFocus()
        self._set_checked(True)

    def end(self) -> None:
        """Take the curtain down and show the map as it was."""
        self._soon.stop()
        self._cancel()
        for signal, slot in self._watched:
            disconnect(signal, slot)
        self._watched, self._heard = [], set()
        if self.curtain is None:
            return
        canvas = self.context.iface.mapCanvas()
        canvas.viewport().removeEventFilter(self)
        canvas.removeEventFilter(self)
        canvas.viewport().unsetCursor()
        canvas.scene().removeItem(self.curtain)
        self.curtain = None
        if alive(self._panel):
            self._panel.hide()
            self._panel.deleteLater()
        self._panel = None
        canvas.setTheme(self._theme_before)
        if not self._theme_before:
            self.context.iface.layerTreeCanvasBridge().setCanvasLayers()
        self._set_checked(False)

    def _set_checked(self, on: bool) -> None:
        self._action.blockSignals(True)
        self._action.setChecked(on)
        self._action.blockSignals(False)

    def _watch(self, signal: Any, slot: Any) -> None:
        signal.connect(slot)
        self._watched.append((signal, slot))

    # -- the panel over the map ----------------------------------------------------------------------

    def _build_panel(self, themes: list[str], then: str, now: str) -> None:
        from .curtain import MODES

        canvas = self.context.iface.mapCanvas()
        panel = QWidget(canvas)
        panel.setObjectName("swipePanel")
        panel.setAutoFillBackground(True)
        row = QHBoxLayout(panel)
        row.setContentsMargins(6, 4, 6, 4)
        self._under, self._over = QComboBox(panel), QComboBox(panel)
        for combo, name, chosen in ((self._over, "swipeThen", then), (self._under, "swipeNow", now)):
            combo.setObjectName(name)
            combo.addItems(themes)
            combo.setCurrentText(chosen)
            combo.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            combo.currentIndexChanged.connect(self._themes_chosen)
        self._mode = QComboBox(panel)
        self._mode.setObjectName("swipeMode")
        for mode, title in zip(MODES, (self.tr("Vertical"), self.tr("Horizontal"), self.tr("Spyglass"))):
            self._mode.addItem(title, mode)
        self._mode.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._mode.currentIndexChanged.connect(self._mode_chosen)
        close = QToolButton(panel)
        close.setObjectName("swipeClose")
        close.setIcon(icon_of("mActionRemove.svg"))
        close.setToolTip(self.tr("End (Esc)"))
        close.setAccessibleName(self.tr("End the swipe"))
        close.setAutoRaise(True)
        close.clicked.connect(self.end)
        for widget in (self._over, QLabel("|", panel), self._under, self._mode, close):
            row.addWidget(widget)
        panel.adjustSize()
        self._panel = panel
        self._place_panel()
        panel.show()

    def _place_panel(self) -> None:
        canvas, panel = self.context.iface.mapCanvas(), self._panel
        if panel is not None:
            panel.move(max(0, (canvas.width() - panel.width()) // 2), canvas.height() - panel.height() - 8)

    def _themes_chosen(self, _index: int = 0) -> None:
        self.curtain.captions = (self._over.currentText(), self._under.currentText())
        self.context.iface.mapCanvas().setTheme(self._under.currentText())
        self._soon.start()

    def _themes_changed(self) -> None:
        themes = QgsProject.instance().mapThemeCollection().mapThemes()
        if self._over.currentText() not in themes or self._under.currentText() not in themes:
            self.end()

    def _mode_chosen(self, _index: int) -> None:
        self.curtain.set_mode(self._mode.currentData())
        self.context.iface.mapCanvas().setFocus()

    def set_mode(self, mode: str) -> None:
        """Vertical, horizontal or spyglass."""
        self._mode.setCurrentIndex(self._mode.findData(mode))

    # -- the picture ---------------------------------------------------------------------------------

    def _soon_again(self, _value: Any = None) -> None:
        self._soon.start()

    def render(self) -> None:
        """Draw the other theme for the map's present extent, in the background."""
        if self.curtain is None:
            return
        self._cancel()
        themes, name = QgsProject.instance().mapThemeCollection(), self._over.currentText()
        settings = QgsMapSettings(self.context.iface.mapCanvas().mapSettings())
        settings.setLayers(themes.mapThemeVisibleLayers(name))
        settings.setLayerStyleOverrides(themes.mapThemeStyleOverrides(name))
        for layer in settings.layers():
            if layer.id() not in self._heard:
                self._heard.add(layer.id())
                self._watch(layer.repaintRequested, self._soon_again)
        self._job = QgsMapRendererParallelJob(settings)
        self._job.finished.connect(self._rendered)
        self._job.start()

    def _rendered(self) -> None:
        job, self._job = self._job, None
        if job is not None and self.curtain is not None:
            self.curtain.show_picture(job.renderedImage(), job.mapSettings())
            job.deleteLater()

    def _cancel(self) -> None:
        job, self._job = self._job, None
        if alive(job):
            disconnect(job.finished, self._rendered)
            job.finished.connect(job.deleteLater)
            job.cancelWithoutBlocking()

    # -- mouse and keys ------------------------------------------------------------------------------

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what belongs to the edge, leave everything else to the map's tool."""
        if self.curtain is None:
            return False
        kind, canvas = event.type(), self.context.iface.mapCanvas()
        if watched is canvas:
            if kind == QEvent.Type.Resize:
                self._place_panel()
            return kind == QEvent.Type.KeyPress and self._key(event)
        if kind == QEvent.Type.MouseMove:
            return self._moved(QPointF(event.pos()))
        if kind == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            self._dragging = self.curtain.is_near(QPointF(event.pos()))
            return self._dragging
        if kind == QEvent.Type.MouseButtonRelease and self._dragging:
            self._dragging = False
            return True
        if kind == QEvent.Type.Leave:
            canvas.viewport().setCursor(
                canvas.mapTool().cursor() if canvas.mapTool() else Qt.CursorShape.ArrowCursor
            )
        return False

    def _moved(self, place: QPointF) -> bool:
        from .curtain import SPYGLASS, VERTICAL

        if self._dragging or self.curtain.mode == SPYGLASS:
            self.curtain.move_to(place)
            return self._dragging
        viewport = self.context.iface.mapCanvas().viewport()
        if self.curtain.is_near(place):
            shape = (
                Qt.CursorShape.SplitHCursor if self.curtain.mode == VERTICAL else Qt.CursorShape.SplitVCursor
            )
            viewport.setCursor(shape)
        elif viewport.cursor().shape() in (Qt.CursorShape.SplitHCursor, Qt.CursorShape.SplitVCursor):
            tool = self.context.iface.mapCanvas().mapTool()
            viewport.setCursor(tool.cursor() if tool is not None else Qt.CursorShape.ArrowCursor)
        return False

    def _key(self, event: Any) -> bool:
        step = LONG_STEP if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else STEP
        moves = {
            Qt.Key.Key_Left: (-step, 0), Qt.Key.Key_Right: (step, 0),
            Qt.Key.Key_Up: (0, -step), Qt.Key.Key_Down: (0, step),
        }  # fmt: skip
        growth = {Qt.Key.Key_BracketLeft: 0.8, Qt.Key.Key_BracketRight: 1.25}
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        elif event.key() in moves:
            self.curtain.move_by(*moves[event.key()])
        elif event.key() in growth:
            self.curtain.grow(growth[event.key()])
        else:
            return False
        return True

    # -- two maps ------------------------------------------------------------------------------------

    @reported
    def show_twins(self, _checked: bool = False) -> None:
        """Open the window with a map of each city at one scale."""
        from .twins import Twins

        if self.context.session.atlas is None:
            raise AtlasError(self.tr("No atlas is open."), hint=self.tr("Open the atlas first."))
        if not alive(self._twins):
            self._twins = Twins(self.context)
        self._twins.show()
        self._twins.raise_()
