# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""``cityatlas:georeference``: a scan and its control points to a judged map."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterCrs,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
)

from ..core.errors import AtlasError
from ..core.historic.choices import DATUMS, METHODS, NAMES, TITLES
from ..core.i18n import mark, tr
from .base import AtlasAlgorithm, progress_of, refuse_inputs


class Georeference(AtlasAlgorithm):
    """Fits, judges and warps."""

    NAME = "georeference"
    TITLE = mark("Algorithms", "Georeference a scan")
    GROUP = ("historic", mark("Algorithms", "Historic sheets"))
    HELP = mark(
        "Algorithms",
        "Warps a scan by control points of QGIS's Georeferencer and says how far it can be trusted.\n"
        "Methods are to be compared by their leave-one-out error (the miss at a point that the fit has not "
        "seen), never by residuals. The datum is the sheet's own: a graticule of the 1940s is on a Tokyo "
        "datum. It moves points whose coordinates are printed on the sheet, by some 250 to 330 m; points set "
        "on today's map never move. A file does not say which they are: say it, or see in the report what "
        "was guessed and why. Degenerate, mirrored and swapped points, points outside Korea and a damaged "
        "scan are refused before anything is written. Without an output only the report is made.",
    )
    TAGS = ("georeferencer", "warp", "gcp", "tokyo", "datum", "control points")
    SCAN, POINTS, METHOD, DATUM, CRS = "SCAN", "POINTS", "METHOD", "DATUM", "CRS"
    PAGE, OUTPUT, REPORT = "PAGE", "OUTPUT", "REPORT"
    POINTS_ARE, ANYWHERE, DAMAGED = "POINTS_ARE", "ANYWHERE", "DAMAGED"

    def initAlgorithm(self, _configuration: Optional[dict] = None) -> None:
        self.addParameter(QgsProcessingParameterFile(self.SCAN, tr("Algorithms", "Scan")))
        self.addParameter(
            QgsProcessingParameterFile(self.POINTS, tr("Algorithms", "Control points (.points)"))
        )
        methods = [tr("Methods", TITLES[name]) for name in METHODS]
        self.addParameter(
            QgsProcessingParameterEnum(self.METHOD, tr("Algorithms", "Method"), methods, False, 0)
        )
        datums = [tr("Datums", NAMES[name]) for name in DATUMS]
        self.addParameter(
            QgsProcessingParameterEnum(self.DATUM, tr("Algorithms", "Datum of the sheet"), datums, False, 0)
        )
        self.addParameter(
            QgsProcessingParameterCrs(
                self.CRS, tr("Algorithms", "Reference system (datum “other”)"), optional=True
            )
        )
        origins = [
            tr("Algorithms", "Guess"),
            tr("Algorithms", "Printed on the sheet"),
            tr("Algorithms", "On today's map"),
        ]
        title = tr("Algorithms", "The points' map coordinates are")
        self.addParameter(QgsProcessingParameterEnum(self.POINTS_ARE, title, origins, False, 0, True))
        whole = QgsProcessingParameterNumber.Type.Integer
        self.addParameter(
            QgsProcessingParameterNumber(self.PAGE, tr("Algorithms", "Page (PDF)"), whole, 1, True, 1)
        )
        for name, title in (
            (self.ANYWHERE, tr("Algorithms", "Accept points outside Korea")),
            (self.DAMAGED, tr("Algorithms", "Warp what can be read of a damaged scan")),
        ):
            self.addParameter(QgsProcessingParameterBoolean(name, title, False, True))
        self.addParameter(
            QgsProcessingParameterRasterDestination(
                self.OUTPUT,
                tr("Algorithms", "Georeferenced sheet"),
                None,
                optional=True,
                createByDefault=False,
            )
        )
        self.addParameter(
            QgsProcessingParameterFileDestination(
                self.REPORT, tr("Algorithms", "Report"), "JSON (*.json)", optional=True
            )
        )
        for name in ("RMSE_N", "RMSE_DOF", "LOO_RMSE"):
            self.addOutput(QgsProcessingOutputNumber(name, name))

    def run_atlas(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ..core.files import write_json
        from ..core.historic.points_datum import PointsAre
        from ..core.historic.scan_to_map import ScanInputs, georeference_scan

        scan, points = (str(self.path(parameters, name, context)) for name in (self.SCAN, self.POINTS))
        report_path = self.output_path(parameters, self.REPORT, context)
        output = self._output(parameters, context)
        refuse_inputs((scan, points), (output, report_path))
        crs = self.parameterAsCrs(parameters, self.CRS, context)
        inputs = ScanInputs(
            scan,
            points,
            method=METHODS[self.parameterAsEnum(parameters, self.METHOD, context)],
            datum=self.parameterAsEnum(parameters, self.DATUM, context),
            crs=(crs.authid() or crs.toWkt()) if crs.isValid() else "",
            points_are=PointsAre(self.parameterAsEnum(parameters, self.POINTS_ARE, context)),
            page=self.parameterAsInt(parameters, self.PAGE, context),
            anywhere=self.parameterAsBoolean(parameters, self.ANYWHERE, context),
            accept_damage=self.parameterAsBoolean(parameters, self.DAMAGED, context),
            output=output,
        )
        report = georeference_scan(inputs, progress_of(feedback))
        for warning in report["warnings"]:
            feedback.pushWarning(warning)
        feedback.pushInfo(self._origin(report))
        text = tr("Algorithms", "Operation: {pipeline}")
        feedback.pushInfo(text.format(pipeline=report["operation"]))
        results: dict[str, Any] = {
            "RMSE_N": report["rmse_n"],
            "RMSE_DOF": report["rmse_dof"],
            "LOO_RMSE": report["loo_rmse"],
        }
        if output:
            results[self.OUTPUT] = output
        if report_path is not None:
            write_json(report_path, report)
            results[self.REPORT] = str(report_path)
        return results

    @staticmethod
    def _origin(report: dict[str, Any]) -> str:
        """Return what the points were taken as, and why."""
        text = tr("Algorithms", "The points were taken as set on today's map: {why}.")
        if report["points_are"] == "printed":
            text = tr("Algorithms", "The points were taken as printed on the sheet: {why}.")
        return text.format(why=report["points_are_why"])

    def _output(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        output = self.parameterAsOutputLayer(parameters, self.OUTPUT, context)
        if output and Path(output).suffix.lower() not in (".tif", ".tiff"):
            raise AtlasError(
                tr("Algorithms", "{file} (OUTPUT) is no name of a GeoTIFF.").format(file=Path(output).name),
                hint=tr("Algorithms", "End it in .tif."),
            )
        if output and not Path(output).parent.is_dir():
            raise AtlasError(
                tr("Algorithms", "OUTPUT: there is no folder {folder}.").format(folder=Path(output).parent),
                hint=tr("Algorithms", "Make it first."),
            )
        return output
