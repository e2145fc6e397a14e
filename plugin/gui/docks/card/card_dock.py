# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The card of a site beside the map: read, copy, go on from there."""

from __future__ import annotations

import tempfile
from html import escape
from pathlib import Path
from typing import Optional

from qgis.core import QgsFeatureRequest, QgsPointXY, QgsWkbTypes
from qgis.gui import QgsDockWidget, QgsRubberBand
from qgis.PyQt.QtCore import QEvent, Qt, QUrl
from qgis.PyQt.QtGui import QColor, QDesktopServices, QKeyEvent
from qgis.PyQt.QtWidgets import QApplication, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from ....core import card as cards
from ....core.atlas.store.quoting import expression_field, expression_text
from ....core.card import Card
from ....core.files import write_text
from ....core.i18n import tr
from ....core.measure.rings import circle
from ...context import Context
from ...messages import reported
from ...part import disconnect
from ...tools.places import wgs84_to_canvas
from ...widgets.buttons import push_button
from .page import COPY, EARTH, SITE, page

CIRCLE = "#c2185b"


class CardDock(QgsDockWidget):
    """Shows one site; the accuracy of its position is a circle on the map for as long."""

    def __init__(self, context: Context) -> None:
        super().__init__(tr("Docks", "Card"), context.iface.mainWindow())
        self.setObjectName("CityAtlasCardDock")
        self.context = context
        self.card: Optional[Card] = None
        """The site that is shown."""
        self._text = QTextBrowser(self)
        self._text.setObjectName("cardText")
        self._text.setOpenLinks(False)
        self._text.setPlaceholderText(tr("Card", "Click a site on the map or choose one in the Sites dock."))
        self._text.anchorClicked.connect(self._follow)
        self._circle = QgsRubberBand(context.iface.mapCanvas(), QgsWkbTypes.GeometryType.PolygonGeometry)
        self._circle.setStrokeColor(QColor(CIRCLE))
        self._circle.setFillColor(QColor(194, 24, 91, 25))
        self._circle.setWidth(1)
        self.setWidget(self._lay_out())
        self.visibilityChanged.connect(self._draw_circle)
        self._signals = (
            (context.open_atlas.changed, self.refresh),
            (context.open_atlas.closed, self.clear),
            (context.iface.mapCanvas().destinationCrsChanged, self._draw_circle),
        )
        for signal, slot in self._signals:
            signal.connect(slot)
        self.clear()

    def _lay_out(self) -> QWidget:
        body = QWidget(self)
        row = QHBoxLayout()
        made = (
            ("cardZoom", tr("Card", "Zoom"), self.zoom, tr("Card", "Bring it into view")),
            ("cardMove", tr("Card", "Move…"), self.move_site, tr("Card", "Give it another position")),
            ("cardMeasure", tr("Card", "Measure"), self.measure, tr("Card", "Measure from here")),
            ("cardEdit", tr("Card", "Edit…"), self.edit, tr("Card", "Open its form")),
            ("cardHistory", tr("Card", "History…"), self.history, tr("Card", "Who changed what")),
        )
        self._buttons = [push_button(name, text, slot, tip=tip) for name, text, slot, tip in made]
        for button in self._buttons:
            row.addWidget(button)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._text, 1)
        layout.addLayout(row)
        return body

    # -- what is shown ---------------------------------------------------------------------------------

    @reported
    def show_site(self, uuid: str) -> None:
        """Show the card of a site, and the dock."""
        atlas = self.context.open_atlas.atlas
        if atlas is None:
            return
        self._show(cards.read(atlas, uuid, korean=self.context.settings.language == "ko"))
        self.setUserVisible(True)

    def _show(self, card: Card) -> None:
        same = self.card is not None and self.card.site.uuid == card.site.uuid
        at = self._text.verticalScrollBar().value() if same else 0
        self.card = card
        self._text.setHtml(page(card))
        self._text.verticalScrollBar().setValue(at)
        for button in self._buttons:
            button.setEnabled(True)
        for button in (self._buttons[0], self._buttons[2]):
            button.setEnabled(card.point is not None)
        self._draw_circle()

    def refresh(self) -> None:
        """Read the site again: it may have been changed, or be gone."""
        atlas = self.context.open_atlas.atlas
        if self.card is None or atlas is None:
            return
        if atlas.rows(type(self.card.site), uuid=self.card.site.uuid):
            self._show(cards.read(atlas, self.card.site.uuid, korean=self.context.settings.language == "ko"))
        else:
            self.clear()

    def clear(self) -> None:
        """Show no site."""
        self.card = None
        self._text.clear()
        for button in self._buttons:
            button.setEnabled(False)
        self._draw_circle()

    def _draw_circle(self, *_args: object) -> None:
        self._circle.reset(QgsWkbTypes.GeometryType.PolygonGeometry)
        card = self.card
        if card is None or card.point is None or not card.site.accuracy_m or self.isHidden():
            return
        canvas = self.context.iface.mapCanvas()
        for lon, lat in zip(*circle(*card.point, card.site.accuracy_m)):
            self._circle.addPoint(wgs84_to_canvas(canvas, QgsPointXY(lon, lat)))

    # -- what can be done ------------------------------------------------------------------------------

    @reported
    def zoom(self, _checked: bool = False) -> None:
        """Bring the site into view, at the scale of its surroundings at least."""
        if self.card is not None and self.card.point is not None:
            canvas = self.context.iface.mapCanvas()
            canvas.setCenter(wgs84_to_canvas(canvas, QgsPointXY(*self.card.point)))
            canvas.zoomScale(min(canvas.scale(), 25_000))

    @reported
    def move_site(self, _checked: bool = False) -> None:
        """Ask for another position."""
        if self.card is not None:
            self.context.site_entry.place(self.card.site.uuid)

    @reported
    def measure(self, _checked: bool = False) -> None:
        """Measure from the site."""
        if self.card is not None and self.card.point is not None:
            self.context.docks.measure.show().measure_from(*self.card.point, self.card.site.name)

    @reported
    def edit(self, _checked: bool = False) -> None:
        """Open QGIS's form of the site."""
        if self.card is None:
            return
        layer = self.context.open_atlas.layer("unlocated" if self.card.point is None else "sites")
        if layer is None:
            return
        wanted = f"{expression_field('uuid')} = {expression_text(self.card.site.uuid)}"
        for feature in layer.getFeatures(QgsFeatureRequest().setFilterExpression(wanted).setLimit(1)):
            self.context.iface.openFeatureForm(layer, feature)

    @reported
    def history(self, _checked: bool = False) -> None:
        """Show who changed what of the site."""
        if self.card is not None:
            self.context.history.of_site(self.card.site.uuid)

    @reported
    def _follow(self, url: QUrl) -> None:
        """Carry out a link of the page."""
        text = url.toString()
        if text.startswith(COPY) and self.card is not None:
            QApplication.clipboard().setText(self.card.positions()[text[len(COPY) :]])
            self.context.messages.info(tr("Card", "The position is on the clipboard."))
        elif text.startswith(SITE):
            self.show_site(text[len(SITE) :])
        elif text.startswith(EARTH) and self.card is not None and self.card.point is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(_place_as_kml(self.card))))
        elif url.scheme() in ("http", "https"):
            QDesktopServices.openUrl(url)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Hide, QEvent.Type.Show):
            self._draw_circle()
        return bool(super().event(event))

    def release(self) -> None:
        """Let go of the map and the atlas."""
        for signal, slot in self._signals:
            disconnect(signal, slot)
        self.context.iface.mapCanvas().scene().removeItem(self._circle)


def _place_as_kml(card: Card) -> Path:
    """Write a placemark for Google Earth into the folder of temporary files and return it."""
    lon, lat = card.point or (0.0, 0.0)
    path = Path(tempfile.mkdtemp(prefix="city-atlas-")) / "place.kml"
    write_text(
        path,
        '<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2"><Placemark>'
        f"<name>{escape(card.site.name)}</name><Point><coordinates>{lon:.6f},{lat:.6f}</coordinates></Point>"
        "</Placemark></kml>\n",
    )
    return path
