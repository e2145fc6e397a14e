# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""``cityatlas:importannotation``: a IIIF Georeference Annotation as a sheet of the atlas."""

from __future__ import annotations

from typing import Any, Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterFile,
)

from ..core.i18n import mark, tr
from .base import AtlasAlgorithm


class ImportAnnotation(AtlasAlgorithm):
    """Reads an annotation into a new sheet."""

    NAME = "importannotation"
    TITLE = mark("Algorithms", "Import a georeference annotation")
    GROUP = ("historic", mark("Algorithms", "Historic sheets"))
    HELP = mark(
        "Algorithms",
        "Adds a sheet with its control points, mask and method from a IIIF Georeference Annotation, as "
        "Allmaps writes them.\nThe image is not fetched; its address stands in the sheet's note. Points "
        "outside Korea are refused.",
    )
    TAGS = ("iiif", "allmaps", "control points", "mask")
    INPUT, ATLAS, SHEET, POINTS = "INPUT", "ATLAS", "SHEET", "POINTS"

    def initAlgorithm(self, _configuration: Optional[dict] = None) -> None:
        title = tr("Algorithms", "Annotation (.json)")
        self.addParameter(QgsProcessingParameterFile(self.INPUT, title))
        self.addParameter(QgsProcessingParameterFile(self.ATLAS, tr("Algorithms", "Atlas"), extension="gpkg"))
        self.addOutput(QgsProcessingOutputString(self.SHEET, tr("Algorithms", "Sheet")))
        self.addOutput(QgsProcessingOutputNumber(self.POINTS, tr("Algorithms", "Control points")))

    def run_atlas(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ..core.atlas.store import store
        from ..core.historic.annotated_sheet import add_sheet
        from ..core.historic.annotation import read_annotation

        annotation = read_annotation(str(self.path(parameters, self.INPUT, context)))
        atlas = store.open_atlas(self.path(parameters, self.ATLAS, context))
        sheet, count = add_sheet(atlas, annotation)
        text = tr("Algorithms", "“{title}” with %n control points.", count)
        feedback.pushInfo(text.format(title=sheet.title))
        return {self.SHEET: sheet.uuid, self.POINTS: count}
