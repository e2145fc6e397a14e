# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""``cityatlas:importlines``: lines of any layer as traces of an atlas."""

from __future__ import annotations

from typing import Any, ClassVar, Optional

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterField,
    QgsProcessingParameterFile,
    QgsProcessingParameterString,
)

from ..core.errors import AtlasError
from ..core.i18n import mark, tr
from .base import AtlasAlgorithm, progress_of


class ImportLines(AtlasAlgorithm):
    """Takes lines over, with what is known of them."""

    NAME = "importlines"
    TITLE = mark("Algorithms", "Take lines from a layer")
    GROUP = ("historic", mark("Algorithms", "Historic sheets"))
    HELP = mark(
        "Algorithms",
        "Adds the lines of a layer or selection to the traces of an atlas: a published railway database, a "
        "shapefile, lines that a program read off a map.\nKind, year and accuracy are given as values or as "
        "names of fields; kinds are also known by the words of other layers (rail, highway, shoreline). "
        "Lines that are in the atlas already are left out. Published lines count as surer than schematic "
        "ones and "
        "less sure than digitized ones; survival takes them with their accuracy.",
    )
    TAGS = ("traces", "railway", "roads", "published", "shapefile")
    INPUT, ATLAS, SOURCE, KIND, YEAR, NAME_FIELD = "INPUT", "ATLAS", "SOURCE", "KIND", "YEAR", "NAME"
    FIDELITY, ACCURACY = "FIDELITY", "ACCURACY"
    FIDELITIES = ("published", "digitized")
    COUNTS: ClassVar[dict[str, str]] = {
        "LINES": mark("Algorithms", "Lines taken over"),
        "SKIPPED": mark("Algorithms", "Features left out"),
    }

    def initAlgorithm(self, _configuration: Optional[dict] = None) -> None:
        lines = [QgsProcessing.SourceType.TypeVectorLine]
        add = self.addParameter
        add(QgsProcessingParameterFeatureSource(self.INPUT, tr("Algorithms", "Lines"), lines))
        add(QgsProcessingParameterFile(self.ATLAS, tr("Algorithms", "Atlas"), extension="gpkg"))
        add(QgsProcessingParameterString(self.SOURCE, tr("Algorithms", "Source (a title)")))
        add(QgsProcessingParameterString(self.KIND, tr("Algorithms", "Kind (a value or a field)"), "road"))
        title = tr("Algorithms", "Year (a value or a field)")
        add(QgsProcessingParameterString(self.YEAR, title, None, optional=True))
        title = tr("Algorithms", "Name")
        add(QgsProcessingParameterField(self.NAME_FIELD, title, None, self.INPUT, optional=True))
        titles = [tr("Algorithms", "Published by others"), tr("Algorithms", "Digitized from a sheet")]
        add(QgsProcessingParameterEnum(self.FIDELITY, tr("Algorithms", "Fidelity"), titles, False, 0))
        title = tr("Algorithms", "Accuracy (m, a value or a field)")
        add(QgsProcessingParameterString(self.ACCURACY, title, None, optional=True))
        for name in self.COUNTS:
            self.addOutput(QgsProcessingOutputNumber(name, tr("Algorithms", self.COUNTS[name])))

    def run_atlas(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ..core.atlas.store import store
        from ..core.historic.take_lines import LineInputs, take_lines

        source = self.parameterAsSource(parameters, self.INPUT, context)
        if source is None:
            raise AtlasError(
                tr("Algorithms", "Lines (INPUT) could not be opened."),
                hint=tr("Algorithms", "Choose a line layer."),
            )

        def text(name: str) -> str:
            return self.parameterAsString(parameters, name, context).strip()

        inputs = LineInputs(
            source,
            text(self.SOURCE),
            text(self.KIND),
            text(self.YEAR),
            self.field(parameters, self.NAME_FIELD, self.INPUT, context),
            self.FIDELITIES[self.parameterAsEnum(parameters, self.FIDELITY, context)],
            text(self.ACCURACY),
        )
        atlas = store.open_atlas(self.path(parameters, self.ATLAS, context))
        found = take_lines(atlas, inputs, context.transformContext(), progress_of(feedback))
        for reason in found.skipped:
            feedback.pushWarning(reason)
        return {"LINES": found.lines, "SKIPPED": len(found.skipped)}
