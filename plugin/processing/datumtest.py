# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""``cityatlas:datumtest``: which datum a sheet's graticule is on."""

from __future__ import annotations

from typing import Any, Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputString,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
)

from ..core.i18n import mark, tr
from .base import AtlasAlgorithm, refuse_inputs


class DatumTest(AtlasAlgorithm):
    """Compares ground points with what each datum predicts."""

    NAME = "datumtest"
    TITLE = mark("Algorithms", "Test a sheet's datum")
    GROUP = ("historic", mark("Algorithms", "Historic sheets"))
    HELP = mark(
        "Algorithms",
        "Tells from places that are both on the sheet and on the ground whether the sheet's graticule is on "
        "Tokyo 1918, Tokyo 1892 (245 m apart) or neither.\nThe table has the columns sheet_lon, sheet_lat, "
        "ground_lon, ground_lat in degrees (decimal or degrees, minutes, seconds). The verdict is "
        "“undetermined” where the pairs scatter too much or no hypothesis fits.",
    )
    TAGS = ("tokyo", "bessel", "datum", "graticule")
    POINTS, REPORT, VERDICT = "POINTS", "REPORT", "VERDICT"

    def initAlgorithm(self, _configuration: Optional[dict] = None) -> None:
        self.addParameter(QgsProcessingParameterFile(self.POINTS, tr("Algorithms", "Pairs (.csv)")))
        self.addParameter(
            QgsProcessingParameterFileDestination(
                self.REPORT, tr("Algorithms", "Report"), "JSON (*.json)", optional=True
            )
        )
        self.addOutput(QgsProcessingOutputString(self.VERDICT, tr("Algorithms", "Verdict")))

    def run_atlas(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ..core.files import write_json
        from ..core.historic.datum_test import read_pairs, run_datum_test

        pairs = self.path(parameters, self.POINTS, context)
        path = self.output_path(parameters, self.REPORT, context)
        refuse_inputs((pairs,), (path,))
        verdict = run_datum_test(read_pairs(str(pairs)))
        for reason in verdict.reasons:
            feedback.pushInfo(reason)
        results: dict[str, Any] = {self.VERDICT: verdict.verdict}
        if path is not None:
            write_json(path, verdict.report())
            results[self.REPORT] = str(path)
        return results
