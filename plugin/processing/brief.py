# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""``cityatlas:brief``: what an atlas says of its cities, in one folder to hand on."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFile,
    QgsProcessingParameterFolderDestination,
)

from ..core.errors import AtlasError
from ..core.i18n import mark, tr
from . import point_sources
from .base import AtlasAlgorithm, stop_if_cancelled


class MakeBrief(AtlasAlgorithm):
    """Writes the brief of an atlas."""

    NAME = "brief"
    TITLE = mark("Algorithms", "City brief")
    GROUP = ("print", mark("Algorithms", "Print"))
    HELP = mark(
        "Algorithms",
        "Writes what an atlas says of its cities into one folder: brief.pdf (key figures, the map "
        "sheets, the cities compared, claims with verdicts, contradictions, results kept, gazetteer, "
        "sources), sites.csv, claims.csv, atlas.kmz and manifest.json (versions, the hash of the data, every "
        "number with its inputs).\n"
        "Files of these names in the folder are replaced when all new ones are complete.",
    )
    TAGS = ("report", "pdf", "summary", "manifest")
    ATLAS, OUTPUT = "ATLAS", "OUTPUT"

    def flags(self) -> Any:
        # Layouts with their pictures and fonts belong to the main thread.
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading

    def initAlgorithm(self, _configuration: Optional[dict] = None) -> None:
        self.addParameter(QgsProcessingParameterFile(self.ATLAS, tr("Algorithms", "Atlas"), extension="gpkg"))
        self.addParameter(
            QgsProcessingParameterFolderDestination(self.OUTPUT, tr("Algorithms", "Folder of the brief"))
        )
        for name, title in (
            ("CLAIMS", tr("Algorithms", "Claims")),
            ("NUMBERS", tr("Algorithms", "Numbers in the manifest")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, title))

    def run_atlas(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        import json

        from ..core.atlas.store import store
        from ..core.printing import brief

        text = self.parameterAsString(parameters, self.OUTPUT, context)
        if not text:
            raise AtlasError(
                tr("Algorithms", "Folder of the brief (OUTPUT) is empty."),
                hint=tr("Algorithms", "Name a folder."),
            )
        atlas = store.open_atlas(self.path(parameters, self.ATLAS, context))

        def progress(share: float) -> None:
            stop_if_cancelled(feedback, tr("Algorithms", self.TITLE))
            feedback.setProgress(100 * share)

        folder, material = brief.write(
            atlas, Path(text), geodesic=point_sources.geodesic_of(context), progress=progress
        )
        manifest = json.loads((folder / brief.MANIFEST).read_text(encoding="utf-8"))
        for name, number in material.verdicts.items():
            feedback.pushInfo(f"{tr('Claims', name)}: {number}")
        return {
            self.OUTPUT: str(folder),
            "CLAIMS": len(material.claims),
            "NUMBERS": len(manifest["numbers"]),
        }
