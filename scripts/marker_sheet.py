# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Draws the markers and icons with Qt's own SVG renderer, at the sizes and over the grounds of real maps."""

from __future__ import annotations

import csv
import os
from pathlib import Path
from typing import Callable, Iterable

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import numpy as np
from qgis.PyQt.QtCore import QRectF, Qt
from qgis.PyQt.QtGui import QColor, QFont, QGuiApplication, QImage, QPainter
from qgis.PyQt.QtSvg import QSvgRenderer

SIZES = (16, 22, 28, 64)
VARIANTS = ("", "-probable", "-possible")


def imagery(width: int, height: int) -> QImage:
    """Return ground like a winter aerial picture: smooth patches of field and roof with fine noise."""
    rng = np.random.default_rng(38)
    coarse = rng.integers(60, 170, (height // 12 + 2, width // 12 + 2))
    grey = np.kron(coarse, np.ones((12, 12), int))[:height, :width] + rng.integers(-35, 36, (height, width))
    rgb = np.stack([grey * 0.95, grey, grey * 0.8], axis=2).clip(0, 255).astype(np.uint8)
    data = np.ascontiguousarray(rgb).tobytes()
    return QImage(data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()


def flat(colour: str) -> Callable[[int, int], QImage]:
    """Return a maker of plain ground."""

    def make(width: int, height: int) -> QImage:
        image = QImage(width, height, QImage.Format.Format_RGB888)
        image.fill(QColor(colour))
        return image

    return make


def render(
    painter: QPainter, files: Iterable[Path], sizes: tuple[int, ...], x: int, y: int, cell: int
) -> None:
    """Draw each file at each size in a row of cells."""
    for path in files:
        renderer = QSvgRenderer(str(path))
        for size in sizes:
            top = y + (cell - size) // 2
            renderer.render(painter, QRectF(x + (cell - size) // 2 if size > 40 else x + 6, top, size, size))
            x += size + 12


def markers(root: Path, ground: Callable[[int, int], QImage], ink: str) -> QImage:
    """Return one sheet: every category in its three states, two categories to a row."""
    with (root / "layers" / "categories.csv").open(encoding="utf-8", newline="") as handle:
        rows = [row for row in csv.DictReader(handle) if row["parent"]]
    block, columns, line = 150 + 3 * (sum(SIZES) + 12 * len(SIZES)) - 2 * 76, 2, 72
    image = ground(block * columns, line * -(-len(rows) // columns))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setFont(QFont("Noto Sans", 8))
    for i, row in enumerate(rows):
        x, y = (i % columns) * block, (i // columns) * line
        painter.setPen(QColor(ink))
        painter.drawText(QRectF(x + 4, y, 140, line), Qt.AlignmentFlag.AlignVCenter, row["id"])
        left = x + 150
        for variant in VARIANTS:
            sizes = SIZES if not variant else SIZES[:3]
            path = root / "resources" / "svg" / f"{row['icon']}{variant}.svg"
            render(painter, [path], sizes, left, y, line)
            left += sum(sizes) + 12 * len(sizes)
    painter.end()
    return image


def icons(root: Path) -> QImage:
    """Return the toolbar icons over the window colours of Qt's light and dark palettes."""
    files = sorted((root / "resources" / "icons").glob("*.svg"))
    grounds = ("#efefef", "#ffffff", "#31363b", "#1e1e1e")
    sizes = (16, 24, 32, 64)
    width = 2 * (sum(sizes) + 12 * len(sizes))
    image = flat("#efefef")(width * 2, 76 * len(files))
    painter = QPainter(image)
    for i, path in enumerate(files):
        for j, ground in enumerate(grounds):
            x, y = j * width // 2, i * 76
            painter.fillRect(QRectF(x, y, width / 2, 76), QColor(ground))
            render(painter, [path], sizes, x, y, 76)
    painter.end()
    return image


def draw(root: Path) -> list[Path]:
    """Write the contact sheets into build/markers and return their paths."""
    application = QGuiApplication.instance() or QGuiApplication([])
    folder = root / "build" / "markers"
    folder.mkdir(parents=True, exist_ok=True)
    sheets = {
        "contact.png": markers(root, imagery, "#ffffff"),
        "contact-paper.png": markers(root, flat("#ffffff"), "#000000"),
        "contact-dark.png": markers(root, flat("#20242a"), "#ffffff"),
        "icons.png": icons(root),
    }
    for name, image in sheets.items():
        image.save(str(folder / name))
    del application
    return [folder / name for name in sheets]
