# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Swipe between then and now: the curtain's action, its mouse and keys, its renderings; two linked maps."""

from __future__ import annotations

from typing import Any

from qgis.core import QgsMapRendererParallelJob, QgsMapSettings, QgsProject
from qgis.PyQt.QtCore import QEvent, QObject, QPointF, Qt, QTimer
from qgis.PyQt.QtWidgets import QComboBox, QHBoxLayout, QLabel, QToolButton, QWidget

from ...core.errors import AtlasError
from ...core.i18n import tr
from ..messages import reported
from ..part import Part, alive, disconnect, icon_of
from .themes import SignalRelay, look, put_on

STEP, LONG_STEP = 10, 80


class SwipePart(Part):
    """Shows the historic theme on one side of an edge and the present one on the other."""

    def __init__(self, context: Any) -> None:
        super().__init__(context)
        self.curtain: Any = None
        self._panel: Any = None
        self._job: Any = None
        self._dragging = False
        self._theme_before = ""
        self._relay: Any = None
        self._heard: set[str] = set()
        self._looks: dict[str, tuple] = {}
        self._twins: Any = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(80)
        self._soon.timeout.connect(self.render)

    def start(self) -> None:
        """Add the actions."""
        self._action = self.action(
            "actionSwipe",
            tr("SwipePart", "Swipe then and now"),
            "swipe",
            self._toggle,
            checkable=True,
            tip=tr(
                "SwipePart", "Drag a curtain between the maps of 1944–46 and today (arrows move it, Esc ends)"
            ),
        )
        self.action(
            "actionTwins",
            tr("SwipePart", "Two places side by side"),
            "mActionNewMap.svg",
            self.show_twins,
            tip=tr("SwipePart", "Two linked maps of equal scale"),
            toolbar=False,
        )
        self.connect(self.context.open_atlas.closing, self.end)

    def stop(self) -> None:
        """Take curtain, window and actions away."""
        self.end()
        self._drop_twins()
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
        from ...core.atlas.layers.project import THEME_THEN, THEME_TODAY
        from .curtain import Curtain

        themes = QgsProject.instance().mapThemeCollection()
        if self.context.open_atlas.atlas is None or not themes.hasMapTheme(THEME_THEN):
            raise AtlasError(
                tr("SwipePart", "There is nothing to swipe between."),
                hint=tr("SwipePart", "Open the atlas first."),
            )
        self.end()
        canvas = self.context.iface.mapCanvas()
        self.curtain = Curtain(canvas)
        self._theme_before = canvas.theme()
        canvas.setTheme("")
        self._build_panel(themes.mapThemes(), THEME_THEN, THEME_TODAY)
        canvas.viewport().installEventFilter(self)
        canvas.installEventFilter(self)
        canvas.viewport().setMouseTracking(True)
        self._listen(canvas, themes)
        self._themes_chosen()
        canvas.setFocus()
        self._set_checked(True)

    def _listen(self, canvas: Any, themes: Any) -> None:
        self._relay = relay = SignalRelay(self)
        relay.redraw.connect(self._soon.start)
        relay.themes.connect(self._themes_changed)
        relay.layers.connect(self._show_under)
        relay.ended.connect(self.end)
        for signal, heard in (
            (canvas.extentsChanged, relay.redraw),
            (canvas.rotationChanged, relay.redraw),
            (canvas.layersChanged, relay.layers),
            (themes.mapThemeChanged, relay.themes),
            (themes.mapThemesChanged, relay.themes),
            (QgsProject.instance().cleared, relay.ended),
        ):
            signal.connect(heard)

    def end(self) -> None:
        """Take the curtain down and show the map as it was."""
        self._soon.stop()
        self._cancel()
        if self._relay is not None:
            self._relay.close()
        self._relay, self._heard, self._looks, self._dragging = None, set(), {}, False
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
        canvas.setLayerStyleOverrides({})
        canvas.setTheme(self._theme_before)
        if not self._theme_before:
            self.context.iface.layerTreeCanvasBridge().setCanvasLayers()
        self._set_checked(False)

    def _set_checked(self, on: bool) -> None:
        self._action.blockSignals(True)
        self._action.setChecked(on)
        self._action.blockSignals(False)

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
        for mode, title in zip(
            MODES, (tr("SwipePart", "Vertical"), tr("SwipePart", "Horizontal"), tr("SwipePart", "Spyglass"))
        ):
            self._mode.addItem(title, mode)
        self._mode.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._mode.currentIndexChanged.connect(self._mode_chosen)
        close = QToolButton(panel)
        close.setObjectName("swipeClose")
        close.setIcon(icon_of("mActionRemove.svg"))
        close.setToolTip(tr("SwipePart", "End (Esc)"))
        close.setAccessibleName(tr("SwipePart", "End the swipe"))
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
        self._show_under()
        self._soon.start()

    def _show_under(self) -> None:
        """Keep the theme of the far side on the map, whatever is ticked in the layer tree."""
        put_on(self.context.iface.mapCanvas(), self._look(self._under.currentText()))

    def _look(self, theme: str) -> tuple:
        if theme not in self._looks:
            self._looks[theme] = look(theme)
            for layer in self._looks[theme][0]:
                if layer.id() not in self._heard:
                    self._heard.add(layer.id())
                    layer.repaintRequested.connect(self._relay.themes)
        return self._looks[theme]

    def _themes_changed(self) -> None:
        """Take over what a theme is now; without one of the two there is nothing to swipe between."""
        themes = QgsProject.instance().mapThemeCollection().mapThemes()
        self._looks = {}
        if self._over.currentText() not in themes or self._under.currentText() not in themes:
            self.end()
            self.context.messages.warning(tr("SwipePart", "The swipe ended: its map theme was removed."))
            return
        self._themes_chosen()

    def _mode_chosen(self, _index: int) -> None:
        self.curtain.set_mode(self._mode.currentData())
        self.context.iface.mapCanvas().setFocus()

    def set_mode(self, mode: str) -> None:
        """Vertical, horizontal or spyglass."""
        self._mode.setCurrentIndex(self._mode.findData(mode))

    # -- the picture ---------------------------------------------------------------------------------

    def render(self) -> None:
        """Draw the other theme for the map's present extent, in the background."""
        if self.curtain is None:
            return
        self._cancel()
        layers, styles = self._look(self._over.currentText())
        settings = QgsMapSettings(self.context.iface.mapCanvas().mapSettings())
        settings.setLayers(layers)
        settings.setLayerStyleOverrides(styles)
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
        if kind == QEvent.Type.Leave and not self._dragging:
            canvas.viewport().unsetCursor()  # the canvas's own is its tool's
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
            viewport.unsetCursor()
        return False

    def _key(self, event: Any) -> bool:
        step = LONG_STEP if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else STEP
        moves = {
            Qt.Key.Key_Left: (-step, 0),
            Qt.Key.Key_Right: (step, 0),
            Qt.Key.Key_Up: (0, -step),
            Qt.Key.Key_Down: (0, step),
        }
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
        from .linked_maps import LinkedMaps

        if self.context.open_atlas.atlas is None:
            raise AtlasError(
                tr("SwipePart", "No atlas is open."), hint=tr("SwipePart", "Open the atlas first.")
            )
        if alive(self._twins) and self._twins.atlas is not self.context.open_atlas.atlas:
            self._drop_twins()
        if not alive(self._twins):
            self._twins = LinkedMaps(self.context)
        self._twins.show()
        self._twins.raise_()

    def _drop_twins(self) -> None:
        if alive(self._twins):
            self._twins.release()
            self._twins.deleteLater()
        self._twins = None
