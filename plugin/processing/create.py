# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""``cityatlas:create``: a new atlas file."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterFileDestination,
    QgsVectorLayer,
)

from ..core.errors import AtlasError
from ..core.i18n import mark, tr
from .base import COUNTS, AtlasAlgorithm, stop_if_cancelled


class CreateAtlas(AtlasAlgorithm):
    """Makes the atlas of Hamhung and Chongjin, or an empty one."""

    NAME = "create"
    TITLE = mark("Algorithms", "Create an atlas")
    GROUP = ("atlas", mark("Algorithms", "Atlas"))
    HELP = mark(
        "Algorithms",
        "Makes a GeoPackage with the atlas of Hamhung and Chongjin: sites, assertions, sources, figures, "
        "events, sheets, schematic traces and claims.\nWith “Empty” it has the two cities, the categories "
        "and the base map only. An existing file of that name is replaced when the new one is complete.",
    )
    TAGS = ("new", "geopackage")
    OUTPUT, EMPTY = "OUTPUT", "EMPTY"
    COUNTS = ("SITES", "UNLOCATED", "ASSERTIONS", "TRACES", "CLAIMS")

    def initAlgorithm(self, _configuration: Optional[dict] = None) -> None:
        self.addParameter(QgsProcessingParameterBoolean(self.EMPTY, tr("Algorithms", "Empty"), False, True))
        self.addParameter(
            QgsProcessingParameterFileDestination(
                self.OUTPUT, tr("Algorithms", "Atlas"), tr("Algorithms", "GeoPackage (*.gpkg)")
            )
        )
        for name in self.COUNTS:
            self.addOutput(QgsProcessingOutputNumber(name, tr("Algorithms", COUNTS[name])))

    def checkParameterValues(
        self, parameters: dict[str, Any], context: QgsProcessingContext
    ) -> tuple[bool, str]:
        """Refuse an atlas of the project as output: its layers would go on with a file that is gone."""
        target = self.parameterAsFileOutput(parameters, self.OUTPUT, context)
        if target and _is_open(Path(target), context.project()):
            return False, tr(
                "Algorithms", "{file} is open in this project. Close it first, or choose another name."
            ).format(file=target)
        return super().checkParameterValues(parameters, context)

    def run_atlas(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ..core.atlas import shipped

        path = self.output_path(parameters, self.OUTPUT, context)
        if path is None:
            raise AtlasError(
                tr("Algorithms", "Atlas (OUTPUT) is empty."), hint=tr("Algorithms", "Name a .gpkg file.")
            )
        empty = self.parameterAsBool(parameters, self.EMPTY, context)
        stop = partial(stop_if_cancelled, feedback, tr("Algorithms", self.TITLE))
        atlas = shipped.make(path, empty=empty, last_word=stop)
        feedback.setProgress(100)
        return {self.OUTPUT: str(path), **shipped.counts(atlas)}


def _is_open(target: Path, project: Any) -> bool:
    from ..core.atlas.layers.project import file_of

    layers = project.mapLayers().values() if project is not None and target.exists() else ()
    tables = [layer for layer in layers if isinstance(layer, QgsVectorLayer)]
    return any(file_of(layer).resolve() == target.resolve() for layer in tables)
