# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""``cityatlas:importtable``: sites from a table."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
)

from ..core.i18n import mark, tr
from .base import COUNTS, AtlasAlgorithm, stop_if_cancelled


class ImportTable(AtlasAlgorithm):
    """Reads sites from CSV, .xlsx, .ods or pasted text with coordinates in any usual spelling."""

    NAME = "importtable"
    TITLE = mark("Algorithms", "Import a table")
    GROUP = ("exchange", mark("Algorithms", "In and out"))
    HELP = mark(
        "Algorithms",
        "Reads sites from a table (CSV, Excel .xlsx, OpenDocument .ods, or text pasted into a file). "
        "Coordinates may be decimal degrees, degrees-minutes-seconds, degrees-minutes, MGRS or UTM, mixed in "
        "one column, or the US Army grid of before 1956; in one field or in two (name them “latitude, "
        "longitude”), found by themselves where none is named.\nRows with a name and no position become "
        "unlocated sites. Every row that could not be read is in the report with its number and the reason; "
        "with “Dry run” nothing is written.",
    )
    TAGS = ("csv", "xlsx", "ods", "spreadsheet", "mgrs", "dms", "utm")
    INPUT, ATLAS, SOURCE, COORDINATES, ORDER, GRID, DRY_RUN, REPORT = (
        "INPUT", "ATLAS", "SOURCE", "COORDINATES", "ORDER", "GRID", "DRY_RUN", "REPORT",
    )  # fmt: skip
    ORDERS = ("latlon", "lonlat")
    GRIDS = (("mgrs", None), ("usarmy", "TOKYO_1918"), ("usarmy", "TOKYO_1892"))
    COUNTS = ("ROWS", "SITES", "UNLOCATED", "SKIPPED")

    def initAlgorithm(self, _configuration: Optional[dict] = None) -> None:
        tables = tr("Algorithms", "Tables (*.csv *.tsv *.txt *.xlsx *.ods)")
        self.addParameter(
            QgsProcessingParameterFile(self.INPUT, tr("Algorithms", "Table"), fileFilter=tables)
        )
        atlases = tr("Algorithms", "GeoPackage (*.gpkg)")
        self.addParameter(
            QgsProcessingParameterFile(self.ATLAS, tr("Algorithms", "Atlas"), fileFilter=atlases)
        )
        self.addParameter(QgsProcessingParameterString(self.SOURCE, tr("Algorithms", "Name of the source")))
        self.addParameter(
            QgsProcessingParameterString(
                self.COORDINATES, tr("Algorithms", "Coordinate field or fields"), "", optional=True
            )
        )
        orders = [tr("Algorithms", "Latitude, longitude"), tr("Algorithms", "Longitude, latitude")]
        grids = [
            tr("Algorithms", "MGRS"),
            tr("Algorithms", "US Army grid on Bessel, before 1956 (Tokyo 1918)"),
            tr("Algorithms", "US Army grid on Bessel, before 1956 (Tokyo 1892)"),
        ]
        advanced = (
            QgsProcessingParameterEnum(
                self.ORDER, tr("Algorithms", "Order of plain numbers"), orders, False, 0, True
            ),
            QgsProcessingParameterEnum(
                self.GRID, tr("Algorithms", "Grid references are"), grids, False, 0, True
            ),
            QgsProcessingParameterBoolean(self.DRY_RUN, tr("Algorithms", "Dry run"), False, True),
        )
        for parameter in advanced:
            parameter.setFlags(parameter.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
            self.addParameter(parameter)
        self.addParameter(
            QgsProcessingParameterFileDestination(
                self.REPORT,
                tr("Algorithms", "Report"),
                tr("Algorithms", "JSON (*.json)"),
                optional=True,
                createByDefault=False,
            )
        )
        for name in self.COUNTS:
            self.addOutput(QgsProcessingOutputNumber(name, tr("Algorithms", COUNTS[name])))

    def run_atlas(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ..core.atlas.store.store import open_atlas
        from ..core.exchange.table import import_table
        from ..core.exchange.table.read_table import read_table
        from ..core.files import write_json

        path = self.path(parameters, self.INPUT, context)
        target = self.output_path(parameters, self.REPORT, context)
        atlas = open_atlas(self.path(parameters, self.ATLAS, context))
        wanted = self.parameterAsString(parameters, self.COORDINATES, context)
        source = self.parameterAsString(parameters, self.SOURCE, context).strip()
        options = self._options(parameters, context)

        def progress(share: float) -> None:
            stop_if_cancelled(feedback, tr("Algorithms", self.TITLE))
            feedback.setProgress(100 * share)

        progress(0.0)
        table = read_table(path)
        if self.parameterAsBool(parameters, self.DRY_RUN, context):
            columns = import_table.find_columns(table, wanted, options)
            tried = import_table.dry_run(table, columns, options, progress)
            report = import_table.report_of(table, columns, tried, path.name, source)
        else:
            report = import_table.import_table(
                atlas, table, source, file=path.name, coordinates=wanted, options=options, progress=progress
            )
        _tell(report, feedback)
        outputs: dict[str, Any] = {
            "ROWS": report.rows,
            "SITES": report.sites,
            "UNLOCATED": report.unlocated,
            "SKIPPED": len(report.refused),
        }
        if target is not None:
            write_json(target, report.as_json())
            outputs[self.REPORT] = str(target)
        return outputs

    def _options(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Any:
        from ..core.coordinates.parse import Reading
        from ..core.coordinates.us_army_grid import GridDatum

        order = self.ORDERS[self.parameterAsEnum(parameters, self.ORDER, context)]
        grid, datum = self.GRIDS[self.parameterAsEnum(parameters, self.GRID, context)]
        reading = Reading(order=order, grid=grid)
        return replace(reading, datum=GridDatum[datum]) if datum else reading


def _tell(report: Any, feedback: QgsProcessingFeedback) -> None:
    """Say the main things in the log; all of them are in the report."""
    feedback.pushInfo(f"Columns: {', '.join(f'{role} = {name}' for role, name in report.columns.items())}.")
    feedback.pushInfo(
        f"{report.rows} rows: {report.rows - len(report.refused)} readable, {len(report.refused)} not."
    )
    for note in report.notes[:20]:
        feedback.pushInfo(note)
    for entry in report.refused[:20]:
        feedback.pushWarning(f"Row {entry['row']}: {entry['reason']}")
