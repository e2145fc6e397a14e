# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""``cityatlas:exportannotation``: a sheet of the atlas as a IIIF Georeference Annotation."""

from __future__ import annotations

from typing import Any, Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
)

from ..core.errors import AtlasError
from ..core.i18n import mark, tr
from .base import AtlasAlgorithm


class ExportAnnotation(AtlasAlgorithm):
    """Writes a sheet's control points, mask and method."""

    NAME = "exportannotation"
    TITLE = mark("Algorithms", "Export a georeference annotation")
    GROUP = ("historic", mark("Algorithms", "Historic sheets"))
    HELP = mark(
        "Algorithms",
        "Writes the control points in use, the mask and the method of a sheet as a IIIF Georeference "
        "Annotation, which Allmaps reads.\nPrinted points are brought to WGS 84 by the sheet's datum. Name "
        "the sheet by its title or its uuid.",
    )
    TAGS = ("iiif", "allmaps", "control points", "mask")
    ATLAS, SHEET, OUTPUT, POINTS = "ATLAS", "SHEET", "OUTPUT", "POINTS"

    def initAlgorithm(self, _configuration: Optional[dict] = None) -> None:
        self.addParameter(QgsProcessingParameterFile(self.ATLAS, tr("Algorithms", "Atlas"), extension="gpkg"))
        self.addParameter(QgsProcessingParameterString(self.SHEET, tr("Algorithms", "Sheet (title or uuid)")))
        title = tr("Algorithms", "Annotation")
        self.addParameter(QgsProcessingParameterFileDestination(self.OUTPUT, title, "JSON (*.json)"))
        self.addOutput(QgsProcessingOutputNumber(self.POINTS, tr("Algorithms", "Control points")))

    def run_atlas(
        self, parameters: dict[str, Any], context: QgsProcessingContext, _feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ..core.atlas.store import store
        from ..core.files import write_json
        from ..core.historic.annotated_sheet import annotation_of, find_sheet
        from ..core.historic.annotation import to_json

        output = self.output_path(parameters, self.OUTPUT, context)
        if output is None:
            raise AtlasError(
                tr("Algorithms", "Annotation (OUTPUT) is empty."), hint=tr("Algorithms", "Name a .json file.")
            )
        atlas = store.open_atlas(self.path(parameters, self.ATLAS, context))
        sheet = find_sheet(atlas, self.parameterAsString(parameters, self.SHEET, context).strip())
        annotation = annotation_of(atlas, sheet)
        write_json(output, to_json(annotation))
        return {self.OUTPUT: str(output), self.POINTS: len(annotation.points)}
