# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Markers as QGIS and Qt draw them: recoloured, standing alone, and told apart at 16 pixels."""

from __future__ import annotations

import itertools

import numpy as np
import pytest
from places import ROOT
from qgis.core import QgsApplication, QgsSvgMarkerSymbolLayer
from qgis.PyQt.QtCore import QRectF
from qgis.PyQt.QtGui import QColor, QImage, QPainter
from qgis.PyQt.QtSvg import QSvgRenderer

from dprk_city_atlas.scripts import make_markers

SVG = ROOT / "resources" / "svg"
NAMES = sorted(path.stem for path in SVG.glob("*.svg"))


def pixels(image: QImage) -> np.ndarray:
    """Return an image as rows x columns x RGBA."""
    image = image.convertToFormat(QImage.Format.Format_RGBA8888)
    bits = image.constBits()
    bits.setsize(image.height() * image.bytesPerLine())
    return np.frombuffer(bits, np.uint8).reshape(image.height(), image.width(), 4).copy()


def drawn(name: str, size: int, ground: str = "#00000000") -> np.ndarray:
    """Draw a file with Qt alone, as any other program would."""
    renderer = QSvgRenderer(str(SVG / f"{name}.svg"))
    assert renderer.isValid()
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(QColor(ground))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    renderer.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixels(image)


@pytest.mark.parametrize("name", NAMES)
def test_qgis_draws_the_default_colours_as_qt_does(qgis_app, name):
    path = str(SVG / f"{name}.svg")
    layer = QgsSvgMarkerSymbolLayer.create({"name": path})
    assert layer.strokeColor().name() == "#ffffff"
    image, _fits = QgsApplication.svgCache().svgAsImage(
        path, 96, layer.fillColor(), layer.strokeColor(), 1, 1, blocking=True
    )
    difference = np.abs(pixels(image).astype(int) - drawn(name, 96).astype(int))
    assert difference.mean() < 2


@pytest.mark.parametrize("name", NAMES)
def test_qgis_recolours_every_part(qgis_app, name):
    fill, outline = QColor("#0000ff"), QColor("#ff0000")
    image, _fits = QgsApplication.svgCache().svgAsImage(
        str(SVG / f"{name}.svg"), 96, fill, outline, 1, 1, blocking=True
    )
    rgba = pixels(image)
    opaque = rgba[rgba[..., 3] == 255].astype(int)
    assert len(opaque) > 1000
    assert opaque[:, 1].max() <= 2, "something kept its own colour"
    assert (opaque[:, 0] + opaque[:, 2] >= 250).all()


@pytest.mark.parametrize("variant", make_markers.VARIANTS)
def test_at_16_pixels_no_two_markers_look_alike(qgis_app, variant):
    names = [row["icon"] + variant for row in make_markers.categories()]
    grey = {name: drawn(name, 16, "#808080")[..., :3].mean(axis=2) for name in names}
    worst = min((np.abs(grey[a] - grey[b]).mean(), a, b) for a, b in itertools.combinations(names, 2))
    assert worst[0] > 7, worst  # of 255, in grey, so without help from colour


@pytest.mark.parametrize("row", make_markers.categories(), ids=lambda row: row["icon"])
def test_certainty_shows_at_16_pixels(qgis_app, row):
    grey = [drawn(row["icon"] + v, 16, "#808080")[..., :3].mean(axis=2) for v in make_markers.VARIANTS]
    for a, b in itertools.combinations(grey, 2):
        assert np.abs(a - b).mean() > 8


@pytest.mark.parametrize("ground", ["#20242a", "#5f6a4e", "#bf5300"])
def test_the_halo_parts_marker_and_ground(qgis_app, ground):
    for row in make_markers.categories():
        image = drawn(row["icon"], 64, ground)[..., :3].astype(int)
        across = image[38]
        first = next(i for i, value in enumerate(across) if np.abs(value - image[0, 0]).sum() > 60)
        assert across[first : first + 5].min(axis=1).max() > 230, row["icon"]


def test_nothing_is_cut_off_at_the_edge(qgis_app):
    for name in NAMES:
        alpha = drawn(name, 96)[..., 3]
        edge = np.concatenate([alpha[0], alpha[-1], alpha[:, 0], alpha[:, -1]])
        assert edge.max() < 140, name  # at most the soft rim of the halo
