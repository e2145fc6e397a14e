# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""``cityatlas:exportkmz``: an atlas as KML or KMZ."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterExpression,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
)

from ..core.errors import AtlasError
from ..core.i18n import mark, tr
from .base import AtlasAlgorithm, stop_if_cancelled


class ExportKmz(AtlasAlgorithm):
    """Writes imported maps as they came, with the changes made here, and the atlas's own sites."""

    NAME = "exportkmz"
    TITLE = mark("Algorithms", "Export KML or KMZ")
    GROUP = ("exchange", mark("Algorithms", "In and out"))
    HELP = mark(
        "Algorithms",
        "Writes an atlas as KMZ or KML: folders, styles, dates, descriptions and overlays as they came in, "
        "with the changes made here; the atlas's own sites in folders by category with our icons.\nThe "
        "expression chooses sites. Coordinates can be rounded or withheld; the file then says so. A file of "
        "that name is replaced when the new one is complete and was read back.",
    )
    TAGS = ("google earth", "kml", "placemark", "privacy")
    ATLAS, FILTER, DECIMALS, WITHHOLD, OUTPUT, ITEMS = (
        "ATLAS", "FILTER", "DECIMALS", "WITHHOLD", "OUTPUT", "ITEMS",
    )  # fmt: skip

    def initAlgorithm(self, _configuration: Optional[dict] = None) -> None:
        self.addParameter(
            QgsProcessingParameterFile(
                self.ATLAS, tr("Algorithms", "Atlas"), fileFilter=tr("Algorithms", "GeoPackage (*.gpkg)")
            )
        )
        self.addParameter(
            QgsProcessingParameterExpression(
                self.FILTER, tr("Algorithms", "Filter (expression on sites)"), "", optional=True
            )
        )
        decimals = QgsProcessingParameterNumber(
            self.DECIMALS,
            tr("Algorithms", "Round coordinates to decimals of a degree"),
            QgsProcessingParameterNumber.Type.Integer,
            None,
            optional=True,
            minValue=0,
            maxValue=8,
        )
        withhold = QgsProcessingParameterBoolean(
            self.WITHHOLD, tr("Algorithms", "Withhold coordinates"), False, True
        )
        for parameter in (decimals, withhold):
            parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
            self.addParameter(parameter)
        self.addParameter(
            QgsProcessingParameterFileDestination(
                self.OUTPUT, tr("Algorithms", "KMZ or KML"), tr("Algorithms", "KMZ (*.kmz);;KML (*.kml)")
            )
        )
        self.addOutput(QgsProcessingOutputNumber(self.ITEMS, tr("Algorithms", "Features")))

    def run_atlas(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ..core.atlas.store.store import open_atlas
        from ..core.exchange.kml import marker_icons
        from ..core.exchange.kml.export_kml import ExportOptions, export
        from ..core.exchange.privacy import Privacy
        from ..core.filters import chosen_uuids

        path = self.output_path(parameters, self.OUTPUT, context)
        if path is None:
            raise AtlasError(
                tr("Algorithms", "KMZ or KML (OUTPUT) is empty."),
                hint=tr("Algorithms", "Name a .kmz or .kml file."),
            )
        atlas = open_atlas(self.path(parameters, self.ATLAS, context))
        rounded = parameters.get(self.DECIMALS) is not None
        privacy = Privacy(
            self.parameterAsInt(parameters, self.DECIMALS, context) if rounded else None,
            self.parameterAsBool(parameters, self.WITHHOLD, context),
        )
        # parameterAsExpression() would turn a filter that cannot be read into none at all.
        expression = self.parameterAsString(parameters, self.FILTER, context).strip()
        sites = chosen_uuids(atlas.layer_uri("sites"), expression) if expression else None

        def progress(share: float) -> None:
            stop_if_cancelled(feedback, tr("Algorithms", self.TITLE))
            feedback.setProgress(100 * share)

        drawn = marker_icons.of_categories(atlas) if Path(path).suffix.lower() == ".kmz" else {}
        report = export(atlas, path, ExportOptions(sites, privacy, drawn), progress)
        for note in report.notes:
            feedback.pushWarning(note)
        text = tr("Algorithms", "{count} features written to {file}.")
        feedback.pushInfo(text.format(count=report.items, file=path))
        return {self.OUTPUT: str(path), self.ITEMS: report.items}
