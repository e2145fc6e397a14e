# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""``cityatlas:checkclaims``: every claim of an atlas, computed now."""

from __future__ import annotations

from typing import Any, ClassVar, Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
)

from ..core.errors import AtlasError
from ..core.i18n import mark, tr
from . import point_sources
from .base import AtlasAlgorithm, stop_if_cancelled


class CheckClaims(AtlasAlgorithm):
    """Computes the claims and writes what came of them."""

    NAME = "checkclaims"
    TITLE = mark("Algorithms", "Check claims")
    GROUP = ("measure", mark("Algorithms", "Measure"))
    HELP = mark(
        "Algorithms",
        "Computes every claim of an atlas (a distance, a count within a radius, an area, a side of a river) "
        "from the sites as they are now, and writes a table: what is stated, what comes out, the verdict "
        "(agrees, differs, cannot be tested), why, which features are behind it, and what would flip it.",
    )
    TAGS = ("claims", "verify", "fact check", "statements")
    ATLAS, OUTPUT = "ATLAS", "OUTPUT"
    COUNTS: ClassVar[dict[str, str]] = {
        "AGREES": mark("Algorithms", "Claims that agree"),
        "DIFFERS": mark("Algorithms", "Claims that differ"),
        "UNTESTED": mark("Algorithms", "Claims that cannot be tested"),
    }

    def initAlgorithm(self, _configuration: Optional[dict] = None) -> None:
        self.addParameter(QgsProcessingParameterFile(self.ATLAS, tr("Algorithms", "Atlas"), extension="gpkg"))
        self.addParameter(
            QgsProcessingParameterFileDestination(self.OUTPUT, tr("Algorithms", "Claims"), "CSV (*.csv)")
        )
        for name in self.COUNTS:
            self.addOutput(QgsProcessingOutputNumber(name, tr("Algorithms", self.COUNTS[name])))

    def run_atlas(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ..core.atlas.model import Claim
        from ..core.atlas.store import store
        from ..core.measure import claims
        from ..core.measure.dataset import Dataset
        from ..core.measure.judgement import ClaimVerdict
        from ..core.tables_out import write_csv

        output = self.output_path(parameters, self.OUTPUT, context)
        if output is None:
            raise AtlasError(
                tr("Algorithms", "Claims (OUTPUT) is empty."), hint=tr("Algorithms", "Name a .csv file.")
            )
        atlas = store.open_atlas(self.path(parameters, self.ATLAS, context))
        geodesic = point_sources.geodesic_of(context)
        feedback.pushInfo(tr("Algorithms", "Ellipsoid: {name}").format(name=geodesic.ellipsoid.name))
        dataset = Dataset.of(atlas)
        rows = atlas.rows(Claim)
        findings = []
        for place, claim in enumerate(rows):
            stop_if_cancelled(feedback, tr("Algorithms", self.TITLE))
            findings.append(claims.check(claim, dataset, geodesic))
            feedback.setProgress(95 * (place + 1) / len(rows))
        write_csv(output, claims.HEADER, claims.table(findings, dataset))
        counts = {v.name: sum(f.verdict is v for f in findings) for v in ClaimVerdict}
        return {self.OUTPUT: str(output), **counts}
