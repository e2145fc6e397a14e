# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""``cityatlas:printmap``: one of the seven map sheets into a file."""

from __future__ import annotations

from typing import Any, Optional

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
    QgsProject,
)

from ..core.errors import AtlasError
from ..core.i18n import mark, tr
from ..core.plain_text import unevaluated
from .base import AtlasAlgorithm, stop_if_cancelled

MAPS = (
    mark("Algorithms", "Hamhung then and now"),
    mark("Algorithms", "Chongjin then and now"),
    mark("Algorithms", "Hamhung air defence"),
    mark("Algorithms", "Chongjin air defence"),
    mark("Algorithms", "Hamhung sites"),
    mark("Algorithms", "Chongjin sites"),
    mark("Algorithms", "The two cities side by side"),
)
PAGES = ("A4", "A3")
LANGUAGES = ("en", "ko")


class PrintMap(AtlasAlgorithm):
    """Prints a map sheet of an atlas."""

    NAME = "printmap"
    TITLE = mark("Algorithms", "Print a map sheet")
    GROUP = ("print", mark("Algorithms", "Print"))
    HELP = mark(
        "Algorithms",
        "Prints one of the seven map sheets of an atlas as PDF, PNG or SVG.\n"
        "Traces that are schematic are named so on the sheet.\n"
        "With “City” it prints the same kind of sheet of any other city of the atlas; for the cities side by "
        "side name two, with a comma between.",
    )
    TAGS = ("layout", "pdf", "map")
    ATLAS, MAP, PAGE, LANGUAGE, OUTPUT = "ATLAS", "MAP", "PAGE", "LANGUAGE", "OUTPUT"
    CITY = "CITY"

    def flags(self) -> Any:
        # A layout with its pictures and fonts belongs to the main thread.
        return super().flags() | QgsProcessingAlgorithm.Flag.FlagNoThreading

    def initAlgorithm(self, _configuration: Optional[dict] = None) -> None:
        self.addParameter(QgsProcessingParameterFile(self.ATLAS, tr("Algorithms", "Atlas"), extension="gpkg"))
        maps = [tr("Algorithms", title) for title in MAPS]
        self.addParameter(QgsProcessingParameterEnum(self.MAP, tr("Algorithms", "Map"), maps, False, 0))
        self.addParameter(
            QgsProcessingParameterString(self.CITY, tr("Algorithms", "City"), optional=True, defaultValue="")
        )
        self.addParameter(
            QgsProcessingParameterEnum(
                self.PAGE, tr("Algorithms", "Page"), PAGES, False, "A4", usesStaticStrings=True
            )
        )
        language = QgsProcessingParameterEnum(
            self.LANGUAGE,
            tr("Algorithms", "Language of the names"),
            LANGUAGES,
            False,
            "en",
            True,
            usesStaticStrings=True,
        )
        self.addParameter(language)
        self.addParameter(
            QgsProcessingParameterFileDestination(
                self.OUTPUT,
                tr("Algorithms", "Map sheet"),
                tr("Algorithms", "PDF (*.pdf);;PNG (*.png);;SVG (*.svg)"),
            )
        )

    def run_atlas(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ..core.atlas.layers import project as layers
        from ..core.atlas.store import store
        from ..core.printing import city_sheets, export_sheet, map_sheet

        output = self.output_path(parameters, self.OUTPUT, context)
        if output is None:
            raise AtlasError(
                tr("Algorithms", "Map sheet (OUTPUT) is empty."),
                hint=tr("Algorithms", "Name a .pdf, .png or .svg file."),
            )
        atlas = store.open_atlas(self.path(parameters, self.ATLAS, context))
        cities = self.parameterAsString(parameters, self.CITY, context).split(",")
        number = self.parameterAsEnum(parameters, self.MAP, context)
        spec = city_sheets.chosen_sheet(atlas, number, [name.strip() for name in cities])
        # A project of its own: the user's filter, styles and themes neither change nor are changed.
        project = QgsProject()
        language = self.parameterAsEnumString(parameters, self.LANGUAGE, context) or "en"
        layers.load(atlas, project, language=language)
        feedback.setProgress(30)
        stop_if_cancelled(feedback, tr("Algorithms", self.TITLE))
        layout = map_sheet.build(
            project, atlas, spec, self.parameterAsEnumString(parameters, self.PAGE, context)
        )
        feedback.setProgress(50)
        self._describe(project, layout.name(), atlas.title)
        export_sheet.export(layout, output)
        project.clear()
        feedback.setProgress(100)
        return {self.OUTPUT: str(output)}

    @staticmethod
    def _describe(project: QgsProject, title: str, atlas_title: str) -> None:
        """Give the project what QGIS writes into a file as its title and subject."""
        metadata = project.metadata()
        metadata.setTitle(unevaluated(title))
        metadata.setAbstract(unevaluated(atlas_title))
        metadata.setAuthor("DPRK City Atlas")
        project.setMetadata(metadata)
