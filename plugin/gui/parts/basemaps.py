# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Background: imagery and maps under the atlas at one click; the network is asked only then."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Optional

from qgis.core import QgsBlockingNetworkRequest, QgsMapLayer, QgsProject, QgsRasterLayer
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtWidgets import QAction, QActionGroup, QFileDialog, QInputDialog, QMenu, QToolButton

from ...core import basemaps
from ...core.basemaps import Basemap
from ...core.errors import AtlasError
from ...core.i18n import tr
from ..background import Progress, Work
from ..context import Context
from ..messages import reported
from ..part import Part, alive
from ..widgets.canvas_note import CanvasNote

STREETS_FROM = 25_000
"""Scales larger than 1 to this have streets on any good map, and none in the offline data."""
MOST_BYTES = 5_000_000


class BasemapPart(Part):
    """The list of backgrounds in menu and toolbar, their credit on the map, and the hint at street scale."""

    def __init__(self, context: Context) -> None:
        super().__init__(context)
        self._hinting = True

    def start(self) -> None:
        """Add the menu."""
        self._menu = QMenu(tr("Basemaps", "Background"), self.context.menu)
        self._menu.setObjectName("CityAtlasBackgroundMenu")
        self._menu.setToolTipsVisible(True)
        self._menu.aboutToShow.connect(self._tick)
        self._action = self.action(
            "actionBackground",
            tr("Basemaps", "Background"),
            "mActionAddXyzLayer.svg",
            self._drop_down,
            tip=tr("Basemaps", "Imagery or a street map under the atlas; asks the network only when chosen"),
        )
        self._action.setMenu(self._menu)
        button = self.context.toolbar.widgetForAction(self._action)
        if isinstance(button, QToolButton):
            button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._fill()
        canvas = self.context.iface.mapCanvas()
        self._credit = CanvasNote(canvas, "CityAtlasBackgroundCredit")
        self._hint = CanvasNote(canvas, "CityAtlasStreetsHint", tr("Basemaps", "Background…"))
        self._hint.on_pressed(self._offer, self._close_hint)
        self._work = Work(self)
        self._work.done.connect(self._choose_release)
        self._work.failed.connect(self.context.messages.error)
        project = QgsProject.instance()
        self.connect(project.layersAdded, self._refresh)
        self.connect(project.layersRemoved, self._refresh)
        self.connect(project.layerTreeRoot().visibilityChanged, self._refresh)
        self.connect(canvas.scaleChanged, self._refresh)
        self.connect(self.context.open_atlas.opened, self._refresh)
        self.connect(self.context.open_atlas.closed, self._refresh)
        self._refresh()

    def stop(self) -> None:
        """Take the menu out; a background that is shown stays, as all layers do."""
        self._work.drop()
        for note in (self._credit, self._hint):
            if alive(note):
                note.release()
        super().stop()
        self._menu.deleteLater()

    # -- the menu --------------------------------------------------------------------------------------

    def _fill(self) -> None:
        self._choices = QActionGroup(self._menu)
        self._entry("backgroundNone", tr("Basemaps", "None (offline land and sea)"), self.hide, "")
        self._menu.addSeparator()
        for basemap in basemaps.shipped():
            self._entry(
                f"background_{basemap.key}",
                tr("Basemaps", "{title} — asks {host}").format(title=basemap.title, host=basemap.host),
                partial(self.show, basemap),
                basemap.key,
                self._about(basemap),
            )
        self._entry(
            "backgroundWayback",
            tr("Basemaps", "Esri Wayback by date… — asks {host}").format(host=basemaps.WAYBACK_HOST),
            self.choose_wayback,
            "wayback",
            tr("Basemaps", "World Imagery as it was published on a day; the list of days is fetched first"),
        )
        self._menu.addSeparator()
        self._entry("backgroundAddress", tr("Basemaps", "XYZ address of mine…"), self.choose_address, "own")
        self._entry(
            "backgroundFile",
            tr("Basemaps", "Picture or elevation model of mine…"),
            self.choose_file,
            "own-file",
            tr("Basemaps", "GeoTIFF, MBTiles, VRT; elevation models are shaded"),
        )

    def _entry(self, name: str, text: str, slot: object, key: str, tip: str = "") -> None:
        action = QAction(text.replace("&", "&&"), self._choices)
        action.setObjectName(name)
        action.setCheckable(True)
        action.setData(key)
        action.setToolTip(tip)
        action.triggered.connect(lambda _checked: slot())  # type: ignore[operator]
        self._menu.addAction(action)

    @staticmethod
    def _about(basemap: Basemap) -> str:
        lines = [basemap.attribution, tr("Basemaps", "Licence: {text}").format(text=basemap.licence)]
        if basemap.image_date:
            lines.append(tr("Basemaps", "Images: {text}").format(text=basemap.image_date))
        else:
            lines.append(tr("Basemaps", "The service does not date its images."))
        lines.append(tr("Basemaps", "Terms: {text}").format(text=basemap.terms))
        return "\n".join(lines)

    def _tick(self) -> None:
        layer = basemaps.shown(QgsProject.instance())
        key = str(layer.customProperty(basemaps.KEY_PROPERTY, "")) if layer is not None else ""
        for action in self._choices.actions():
            action.setChecked(action.data() == key or (bool(key) and key.startswith(f"{action.data()}-")))

    @reported
    def _drop_down(self, _checked: bool = False) -> None:
        self._offer()

    def _offer(self) -> None:
        canvas = self.context.iface.mapCanvas()
        button = self.context.toolbar.widgetForAction(self._action)
        below = button if button is not None and button.isVisible() else canvas
        self._menu.popup(
            below.mapToGlobal(below.rect().bottomLeft() if below is button else below.rect().center())
        )

    # -- what they do ----------------------------------------------------------------------------------

    @reported
    def show(self, basemap: Basemap) -> None:
        """Show a service's tiles below everything."""
        self._put(basemaps.tiles(basemap))

    @reported
    def hide(self) -> None:
        """Show the offline land and sea again."""
        basemaps.hide(QgsProject.instance())

    @reported
    def choose_address(self) -> None:
        """Ask for an XYZ address and show it."""
        title = tr("Basemaps", "Background from an XYZ address")
        label = tr("Basemaps", "Address with {z}, {x} and {y}. Its computer will be asked for tiles.")
        stored = self.context.settings.background_address
        text, chosen = QInputDialog.getText(self.context.iface.mainWindow(), title, label, text=stored)
        if chosen and text.strip():
            basemap = basemaps.own(text)
            self.context.settings.change(background_address=basemap.address)
            self._put(basemaps.tiles(basemap))

    @reported
    def choose_file(self) -> None:
        """Ask for a file of the user's and show it."""
        filters = tr("Basemaps", "Pictures (*.tif *.tiff *.vrt *.mbtiles *.jp2 *.asc *.img);;All files (*)")
        path, _filter = QFileDialog.getOpenFileName(
            self.context.iface.mainWindow(), tr("Basemaps", "Background from a file"), "", filters
        )
        if path:
            self._put(basemaps.of_file(Path(path)))

    @reported
    def choose_wayback(self) -> None:
        """Fetch Esri's list of releases, then ask for a day."""
        self._work.start(tr("Basemaps", "List of imagery releases"), _fetch_releases)

    @reported
    def _choose_release(self, found: list[basemaps.Release]) -> None:
        days = [release.published for release in found]
        day, chosen = QInputDialog.getItem(
            self.context.iface.mainWindow(),
            tr("Basemaps", "Esri Wayback"),
            tr("Basemaps", "Imagery as published on"),
            days,
            0,
            False,
        )
        if chosen and day in days:
            self._put(basemaps.tiles(basemaps.wayback(found[days.index(day)])))

    def _put(self, layer: QgsRasterLayer) -> None:
        if not layer.isValid():
            raise AtlasError(
                tr("Basemaps", "The background “{name}” cannot be shown.").format(name=layer.name())
            )
        basemaps.show(QgsProject.instance(), layer)

    # -- what stands on the map ------------------------------------------------------------------------

    def _refresh(self, *_args: object) -> None:
        project = QgsProject.instance()
        layer = basemaps.shown(project)
        credit = "" if layer is None else " · ".join(basemaps.attributions([layer])) or layer.name()
        self._credit.tell(credit if _visible(layer) else "")
        self._hint.tell(self._streets_hint())

    def _streets_hint(self) -> str:
        canvas = self.context.iface.mapCanvas()
        near = 0 < canvas.scale() <= STREETS_FROM
        if not (self._hinting and near and self.context.open_atlas.atlas is not None):
            return ""
        others = (
            node.layer() for node in QgsProject.instance().layerTreeRoot().findLayers() if node.isVisible()
        )
        if any(isinstance(layer, QgsRasterLayer) for layer in others):
            return ""
        return tr("Basemaps", "The offline map has no streets.")

    def _close_hint(self) -> None:
        self._hinting = False
        self._refresh()


def _visible(layer: Optional[QgsMapLayer]) -> bool:
    if layer is None:
        return False
    node = QgsProject.instance().layerTreeRoot().findLayer(layer.id())
    return node is not None and node.isVisible()


def _fetch_releases(progress: Progress) -> list[basemaps.Release]:
    from qgis.PyQt.QtNetwork import QNetworkRequest  # not at the start: nobody may ever ask

    fetch = QgsBlockingNetworkRequest()
    fetch.get(QNetworkRequest(QUrl(basemaps.WAYBACK_LIST)))
    progress(0.9)
    reply = fetch.reply()
    content = bytes(reply.content())
    if fetch.errorMessage() or len(content) > MOST_BYTES:
        raise AtlasError(
            tr("Basemaps", "The list of imagery releases could not be fetched."),
            hint=tr("Basemaps", "Look whether this computer is on the network."),
            detail=fetch.errorMessage(),
        )
    return basemaps.releases(content)
