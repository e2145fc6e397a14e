# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The practice sheet: a made-up town, copied to a folder of the user's and opened ready to start."""

from __future__ import annotations

import shutil
from functools import partial
from pathlib import Path

from qgis.core import (
    QgsLineSymbol,
    QgsProject,
    QgsReferencedRectangle,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)

from ....core.errors import AtlasError
from ....core.i18n import mark, tr
from ...context import Context
from ...parts.help import open_manual
from .workbench import Workbench

FILES = Path(__file__).resolve().parents[4] / "resources" / "practice"
TITLE = "Practice sheet (made-up town)"
LAYERS = (
    ("coast_now", mark("Practice", "Practice: coast now"), "#4a6f8a", "0.5"),
    ("coast_1944", mark("Practice", "Practice: coast 1944"), "#d9a800", "0.9"),
    ("streets_now", mark("Practice", "Practice: streets now"), "#6b7680", "0.3"),
    ("streets_1944", mark("Practice", "Practice: streets 1944 (truth)"), "#8c5a2b", "0.4"),
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
            tr("Practice", "The practice files could not be copied to {folder}.").format(folder=target),
            hint=tr("Practice", "Choose another folder."),
            detail=str(error),
        ) from error
    return target


def start(context: Context, bench: Workbench, folder: Path) -> Path:
    """Copy the files, add the sheet to the open atlas (once), show the layers and open the sheet."""
    from ....core.atlas.model import Sheet

    target = copy_to(folder)
    atlas = context.open_atlas.atlas
    if atlas is None:
        raise AtlasError(tr("Practice", "No atlas is open."), hint=tr("Practice", "Open one first."))
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
    text = tr("Practice", "The practice sheet lies in {folder}.")
    context.messages.offer(
        text.format(folder=target), tr("Practice", "Show the way"), partial(open_manual, "practice.html")
    )
    return target


def _zoom_to(context: Context, layer: QgsVectorLayer) -> None:
    canvas = context.iface.mapCanvas()
    extent = layer.extent()
    extent.scale(1.3)
    canvas.setReferencedExtent(QgsReferencedRectangle(extent, layer.crs()))
    canvas.refresh()
