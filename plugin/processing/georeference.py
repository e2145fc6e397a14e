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
    QgsProcessingParameterCrs,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
)

from ..core.errors import AtlasError
from ..core.historic.choices import DATUMS, METHODS, NAMES, TITLES
from ..core.i18n import tr
from .base import AtlasAlgorithm, progress_of, refuse_inputs


class Georeference(AtlasAlgorithm):
    """Fits, judges and warps."""

    NAME = "georeference"
    TITLE = "Georeference a scan"
    GROUP = ("historic", "Historic sheets")
    HELP = (
        "Warps a scan by control points of QGIS's Georeferencer and says how far it can be trusted.\n"
        "Methods are to be compared by their leave-one-out error (the miss at a point that the fit has not "
        "seen), never by residuals. The datum is that of the control points' map coordinates: a graticule of "
        "the 1940s is on a Tokyo datum, points set on today's map are on WGS 84. Degenerate, mirrored and "
        "swapped points are refused by name before anything is written. Without an output only the report "
        "is made."
    )
    TAGS = ("georeferencer", "warp", "gcp", "tokyo", "datum", "control points")
    SCAN, POINTS, METHOD, DATUM, CRS = "SCAN", "POINTS", "METHOD", "DATUM", "CRS"
    PAGE, OUTPUT, REPORT = "PAGE", "OUTPUT", "REPORT"

    def initAlgorithm(self, _configuration: Optional[dict] = None) -> None:
        self.addParameter(QgsProcessingParameterFile(self.SCAN, tr("Algorithms", "Scan")))
        self.addParameter(
            QgsProcessingParameterFile(self.POINTS, tr("Algorithms", "Control points (.points)"))
        )
        methods = [tr("Algorithms", TITLES[name]) for name in METHODS]
        self.addParameter(
            QgsProcessingParameterEnum(self.METHOD, tr("Algorithms", "Method"), methods, False, 0)
        )
        datums = [tr("Algorithms", NAMES[name]) for name in DATUMS]
        self.addParameter(
            QgsProcessingParameterEnum(
                self.DATUM, tr("Algorithms", "Datum of the map coordinates"), datums, False, 0
            )
        )
        self.addParameter(
            QgsProcessingParameterCrs(
                self.CRS, tr("Algorithms", "Reference system (datum “other”)"), optional=True
            )
        )
        whole = QgsProcessingParameterNumber.Type.Integer
        self.addParameter(
            QgsProcessingParameterNumber(self.PAGE, tr("Algorithms", "Page (PDF)"), whole, 1, True, 1)
        )
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
        from ..core.historic import control_points, features, georeference, scan, warp

        picture = str(self.path(parameters, self.SCAN, context))
        file = control_points.read_points(str(self.path(parameters, self.POINTS, context)))
        report_path = self.output_path(parameters, self.REPORT, context)
        output = self._output(parameters, context)
        refuse_inputs((picture, file.path), (output, report_path))
        page = self.parameterAsInt(parameters, self.PAGE, context)
        crs = self.parameterAsCrs(parameters, self.CRS, context)
        choice = self.parameterAsEnum(parameters, self.DATUM, context)
        method = METHODS[self.parameterAsEnum(parameters, self.METHOD, context)]
        dataset = scan.open_scan(picture, page)
        size = scan.size_of(dataset)
        pixels = control_points.to_pixels(file, scan.own_geotransform(dataset), size)
        text = crs.authid() or crs.toWkt() if crs.isValid() else ""
        operation, notes = features.operation_of(file, choice, text)
        prepared = georeference.prepare(pixels, operation)
        prepared.notes.extend(notes)
        audit = georeference.audit(prepared, method, size)
        report = georeference.report(prepared, audit, georeference.rank_methods(prepared, size))
        report.update(scan=picture, points_file=file.path)
        for warning in report["warnings"]:
            feedback.pushWarning(warning)
        feedback.pushInfo(tr("Algorithms", "Operation: {}").format(operation.pipeline))
        results: dict[str, Any] = {
            "RMSE_N": report["rmse_n"],
            "RMSE_DOF": report["rmse_dof"],
            "LOO_RMSE": report["loo_rmse"],
        }
        if output:
            report["output"] = warp.warp(
                picture, prepared, audit, output, progress=progress_of(feedback), page=page
            )
            results[self.OUTPUT] = output
        if report_path is not None:
            write_json(report_path, report)
            results[self.REPORT] = str(report_path)
        return results

    def _output(self, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        output = self.parameterAsOutputLayer(parameters, self.OUTPUT, context)
        if output and Path(output).suffix.lower() not in (".tif", ".tiff"):
            raise AtlasError(f"{Path(output).name} (OUTPUT) is no name of a GeoTIFF.", hint="End it in .tif.")
        if output and not Path(output).parent.is_dir():
            raise AtlasError(f"OUTPUT: there is no folder {Path(output).parent}.", hint="Make it first.")
        return output
