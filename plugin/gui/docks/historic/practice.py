# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The practice sheet: a made-up town, copied to a folder of the user's and opened ready to start."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsLineSymbol,
    QgsProject,
    QgsReferencedRectangle,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)

from ....core.errors import AtlasError

FILES = Path(__file__).resolve().parents[4] / "resources" / "practice"
TITLE = "Practice sheet (made-up town)"
LAYERS = (
    ("coast_now", "Practice: coast now", "#4a6f8a", "0.5"),
    ("coast_1944", "Practice: coast 1944", "#d9a800", "0.9"),
    ("streets_now", "Practice: streets now", "#6b7680", "0.3"),
    ("streets_1944", "Practice: streets 1944 (truth)", "#8c5a2b", "0.4"),
)  # fmt: skip
"""File, title, colour and width (mm), the lowest first."""


def copy_to(folder: Path) -> Path:
    """Copy the practice files into a new folder of ``folder`` and return it; files there stay as they are."""
    target = folder / "practice-sheet"
    try:
        target.mkdir(exist_ok=True)
        for file in sorted(FILES.iterdir()):
            if file.is_file() and not (target / file.name).exists():
                shutil.copy(file, target / file.name)
    except OSError as error:
        raise AtlasError(
            f"The practice files could not be copied to {target}.",
            hint="Choose another folder.",
            detail=str(error),
        ) from error
    return target


def start(context: Any, bench: Any, folder: Path) -> Path:
    """Copy the files, add the sheet to the open atlas (once), show the layers and open the sheet."""
    from ....core.atlas.model import Sheet

    target = copy_to(folder)
    atlas = context.open_atlas.atlas
    found = [sheet for sheet in atlas.rows(Sheet) if sheet.title == TITLE]
    sheet = found[0] if found else Sheet(title=TITLE, year=1944, scale=12500, note="Not a place on earth.")
    if not found:
        with atlas.transaction("practice sheet") as writer:
            writer.insert(sheet)
    bench.open(sheet.uuid)
    bench.change_sheet(scan_path=str(target / "sheet.jpg"), scan_page=1, state="attached")
    project = QgsProject.instance()
    for name, title, colour, width in LAYERS:
        if not project.mapLayersByName(title):
            layer = QgsVectorLayer(str(target / f"{name}.geojson"), title, "ogr")
            symbol = QgsLineSymbol.createSimple({"line_color": colour, "line_width": width})
            layer.setRenderer(QgsSingleSymbolRenderer(symbol))
            project.addMapLayer(layer)
    _zoom_to(context, project.mapLayersByName(LAYERS[-1][1])[0])
    context.open_atlas.changed.emit()
    context.messages.info(f"The practice sheet lies in {target}; the manual's page “Practice” shows the way.")
    return target


def _zoom_to(context: Any, layer: QgsVectorLayer) -> None:
    canvas = context.iface.mapCanvas()
    extent = layer.extent()
    extent.scale(1.3)
    canvas.setReferencedExtent(QgsReferencedRectangle(extent, layer.crs()))
    canvas.refresh()
