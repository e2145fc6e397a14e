# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""A sheet into a file: PDF, PNG or SVG, complete or not there."""

from __future__ import annotations

from pathlib import Path

from qgis.core import Qgis, QgsLayoutExporter, QgsPrintLayout

from ..errors import AtlasError
from ..files import replacing
from ..i18n import tr

DPI = {".pdf": 300, ".png": 200, ".svg": 300}


def export(layout: QgsPrintLayout, path: Path) -> Path:
    """Write a layout to ``path``; the ending says the format.

    Raises AtlasError for another ending and for whatever QGIS could not write; an older file stays then.
    """
    path = Path(path)
    ending = path.suffix.lower()
    if ending not in DPI:
        raise AtlasError(
            tr("MapSheet", "“{name}” has no ending that can be printed.").format(name=path.name),
            hint=tr("MapSheet", "Use .pdf, .png or .svg."),
        )
    exporter = QgsLayoutExporter(layout)
    with replacing(path) as partial:
        result = _write(exporter, partial, ending)
        if result != QgsLayoutExporter.ExportResult.Success or not partial.exists():
            raise AtlasError(
                tr("MapSheet", "{path} could not be printed ({reason}).").format(
                    path=path, reason=_reason(result)
                ),
                detail=exporter.errorFile(),
            )
    return path


def _write(exporter: QgsLayoutExporter, path: Path, ending: str) -> object:
    if ending == ".pdf":
        settings = QgsLayoutExporter.PdfExportSettings()
        settings.dpi = DPI[ending]
        settings.rasterizeWholeImage = False
        settings.appendGeoreference = True
        settings.exportMetadata = True
        # The names on the map can be searched and copied; the faces are embedded.
        settings.textRenderFormat = Qgis.TextRenderFormat.AlwaysText
        return exporter.exportToPdf(str(path), settings)
    if ending == ".png":
        image = QgsLayoutExporter.ImageExportSettings()
        image.dpi = DPI[ending]
        image.generateWorldFile = False
        return exporter.exportToImage(str(path), image)
    svg = QgsLayoutExporter.SvgExportSettings()
    svg.dpi = DPI[ending]
    return exporter.exportToSvg(str(path), svg)


def _reason(result: object) -> str:
    kinds = QgsLayoutExporter.ExportResult
    return {
        kinds.MemoryError: tr("MapSheet", "not enough memory for this page"),
        kinds.FileError: tr("MapSheet", "the file cannot be written"),
        kinds.PrintError: tr("MapSheet", "the printer failed"),
        kinds.SvgLayerError: tr("MapSheet", "a layer of the SVG failed"),
        kinds.IteratorError: tr("MapSheet", "the pages could not be made"),
        kinds.Canceled: tr("MapSheet", "cancelled"),
    }.get(result, tr("MapSheet", "unknown reason"))
