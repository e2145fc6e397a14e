# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Backgrounds under the atlas, with tiles from this machine; the switch between the cities."""

from __future__ import annotations

import struct
import threading
import zlib
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from qgis.core import QgsCoordinateReferenceSystem, QgsCoordinateTransform, QgsProject
from qgis.gui import QgsMapCanvas
from qgis.PyQt.QtWidgets import QAction, QComboBox, QDialogButtonBox, QLineEdit, QMenu
from qgis.utils import iface


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def _green_tile() -> bytes:
    line = b"\0" + bytes((40, 160, 60)) * 256
    head = struct.pack(">IIBBBBB", 256, 256, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + _chunk(b"IHDR", head)
        + _chunk(b"IDAT", zlib.compress(line * 256))
        + _chunk(b"IEND", b"")
    )


@contextmanager
def tile_server():
    """Yield address and the list of what was asked."""
    asked: list[str] = []
    tile = _green_tile()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked.append(self.path)
            self.send_response(200)
            self.send_header("Content-Type", "image/png")
            self.send_header("Content-Length", str(len(tile)))
            self.end_headers()
            self.wfile.write(tile)

        def log_message(self, *_args) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/{{z}}/{{x}}/{{y}}.png", asked
    finally:
        server.shutdown()
        server.server_close()


def answer(text: str):
    def act(dialog) -> None:
        dialog.findChild(QLineEdit).setText(text)
        dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Ok).click()

    return act


def colour_in_the_sea(canvas: QgsMapCanvas) -> tuple[int, int, int]:
    image = canvas.grab().toImage()
    colour = image.pixelColor(image.width() - 12, image.height() // 2)
    return colour.red(), colour.green(), colour.blue()


def test_a_background_of_mine_lies_under_the_sites_and_goes_at_one_click(desk):
    desk.plugin().open_atlas()
    desk.wait_for_map()
    canvas = iface.mapCanvas()
    menu = desk.find("CityAtlasBackgroundMenu", QMenu)
    assert desk.find("actionBackground", QAction).menu() is menu
    shipped = [action.text() for action in menu.actions() if action.objectName().startswith("background_")]
    assert all("asks " in text for text in shipped)
    credit = desk.find("CityAtlasBackgroundCredit")
    assert not credit.isVisible()
    with tile_server() as (address, asked):
        desk.on_dialog(answer(address))
        desk.find("backgroundAddress", QAction).trigger()
        desk.wait_for_map()
        assert asked, "tiles came from the address"
        assert colour_in_the_sea(canvas) == (40, 160, 60)
        assert credit.isVisible()
        assert "127.0.0.1" in desk.find("CityAtlasBackgroundCreditText").text()
        desk.screenshot("background")
        desk.find("backgroundNone", QAction).trigger()
        desk.wait_for_map()
    assert colour_in_the_sea(canvas) != (40, 160, 60)
    assert not credit.isVisible()
    assert len(QgsProject.instance().layerTreeRoot().children()) == 1


def test_at_street_scale_the_map_says_that_it_has_no_streets_and_offers_one(desk):
    desk.plugin().open_atlas()
    canvas = iface.mapCanvas()
    hint = desk.find("CityAtlasStreetsHint")
    canvas.zoomScale(100_000)
    assert not hint.isVisible()
    canvas.zoomScale(10_000)
    desk.wait_until(hint.isVisible, what="the hint is on the map")
    desk.wait_for_map()
    desk.screenshot("streets_hint")
    menu = desk.find("CityAtlasBackgroundMenu", QMenu)
    desk.click(desk.find("CityAtlasStreetsHintButton"))
    desk.wait_until(menu.isVisible, what="the list of backgrounds opened")
    desk.screenshot("background_menu", menu)
    menu.close()
    desk.click(desk.find("CityAtlasStreetsHintClose"))
    assert not hint.isVisible()


def test_a_file_that_is_no_xyz_address_is_told(desk):
    desk.plugin().open_atlas()
    desk.on_dialog(answer("https://a.example/no-numbers"))
    desk.find("backgroundAddress", QAction).trigger()
    desk.wait_until(lambda: any("XYZ" in text for text in desk.messages()), what="the message")
    desk.take_errors()


def test_the_city_switch_moves_the_map_to_each_city(desk):
    plugin = desk.plugin()
    combo = desk.find("cityCombo", QComboBox)
    assert combo.count() == 0
    plugin.open_atlas()
    assert [combo.itemData(index) for index in range(combo.count())] == ["Hamhung", "Chongjin"]
    for index, degrees in ((1, 129.78), (0, 127.54)):
        combo.setCurrentIndex(index)
        combo.activated.emit(index)
        desk.wait_for_map()
        wgs84 = QgsCoordinateReferenceSystem("EPSG:4326")
        crs = iface.mapCanvas().mapSettings().destinationCrs()
        middle = QgsCoordinateTransform(crs, wgs84, QgsProject.instance()).transform(
            iface.mapCanvas().center()
        )
        assert abs(middle.x() - degrees) < 0.1
    plugin.close_atlas()
    assert combo.count() == 0
