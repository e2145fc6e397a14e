# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""``cityatlas:importtable``: sites from a table."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, Optional

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

if TYPE_CHECKING:
    from ..core.coordinates.position import Reading
    from ..core.exchange.import_report import TableReport
    from ..core.exchange.table.open_table import TableRequest


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
        "longitude”).\nWhat the columns are is found by their headings and their values. Where it is not "
        "certain which of them state the position, the table is refused and the candidates are named: name "
        "the fields, or give the mapping that the import window saved.\nRows with a name and no position "
        "become unlocated sites. Rows that name a site of the atlas by its identifier (a table that was "
        "exported, edited and comes back) change that site; what was changed in both is a conflict and "
        "stays. Every row that could not be read is in the report with its number and the reason; with “Dry "
        "run” nothing is written.",
    )
    TAGS = ("csv", "xlsx", "ods", "spreadsheet", "mgrs", "dms", "utm")
    INPUT, ATLAS, SOURCE, COORDINATES, SHEET, ENCODING, MAPPING, ORDER, GRID, DRY_RUN, REPORT = (
        "INPUT", "ATLAS", "SOURCE", "COORDINATES", "SHEET", "ENCODING", "MAPPING", "ORDER", "GRID", "DRY_RUN",
        "REPORT",
    )  # fmt: skip
    FIELDS = {
        "NAME": ("name", mark("Algorithms", "Field of the name")),
        "NAME_KO": ("name_ko", mark("Algorithms", "Field of the Korean name")),
        "CATEGORY": ("category", mark("Algorithms", "Field of the category")),
        "STATUS": ("status", mark("Algorithms", "Field of the status")),
        "BEGIN": ("begin", mark("Algorithms", "Field of the begin")),
        "END": ("end", mark("Algorithms", "Field of the end")),
        "ACCURACY": ("accuracy", mark("Algorithms", "Field of the accuracy (m)")),
        "LIKELIHOOD": ("likelihood", mark("Algorithms", "Field of the likelihood")),
        "CONFIDENCE": ("confidence", mark("Algorithms", "Field of the confidence")),
        "DESCRIPTION": ("description", mark("Algorithms", "Field of the description")),
        "NOTE": ("note", mark("Algorithms", "Field of the note")),
        "IDENTIFIER": ("identifier", mark("Algorithms", "Field of the identifier")),
    }
    """Parameter, role and title of the fields that may be named."""
    ORDERS = ("latlon", "lonlat")
    GRIDS = (("mgrs", ""), ("usarmy", "TOKYO_1918"), ("usarmy", "TOKYO_1892"))
    COUNTS = ("ROWS", "SITES", "UPDATED", "UNLOCATED", "SKIPPED", "CONFLICTS")

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
        for parameter in self._further():
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

    def _further(self) -> Iterator[QgsProcessingParameterDefinition]:
        orders = [tr("Algorithms", "Latitude, longitude"), tr("Algorithms", "Longitude, latitude")]
        grids = [
            tr("Algorithms", "MGRS"),
            tr("Algorithms", "US Army grid on Bessel, before 1956 (Tokyo 1918)"),
            tr("Algorithms", "US Army grid on Bessel, before 1956 (Tokyo 1892)"),
        ]
        yield QgsProcessingParameterString(
            self.SHEET, tr("Algorithms", "Sheet of the workbook"), "", optional=True
        )
        yield QgsProcessingParameterString(
            self.ENCODING, tr("Algorithms", "Text encoding"), "", optional=True
        )
        yield QgsProcessingParameterFile(
            self.MAPPING,
            tr("Algorithms", "Mapping, as the import window saves it"),
            fileFilter=tr("Algorithms", "JSON (*.json)"),
            optional=True,
        )
        for name, (_role, title) in self.FIELDS.items():
            yield QgsProcessingParameterString(name, tr("Algorithms", title), "", optional=True)
        yield QgsProcessingParameterEnum(
            self.ORDER, tr("Algorithms", "Order of plain numbers"), orders, False, None, True
        )
        yield QgsProcessingParameterEnum(
            self.GRID, tr("Algorithms", "Grid references are"), grids, False, None, True
        )
        yield QgsProcessingParameterBoolean(self.DRY_RUN, tr("Algorithms", "Dry run"), False, True)

    def run_atlas(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        from ..core.atlas.store.store import open_atlas
        from ..core.exchange.table.import_table import (
            TableOptions,
            import_table,
            plan_table,
            report_of,
            require_certain,
        )
        from ..core.exchange.table.open_table import open_table
        from ..core.files import write_json

        path = self.path(parameters, self.INPUT, context)
        target = self.output_path(parameters, self.REPORT, context)
        atlas = open_atlas(self.path(parameters, self.ATLAS, context))
        source = self.parameterAsString(parameters, self.SOURCE, context).strip()

        def progress(share: float) -> None:
            stop_if_cancelled(feedback, tr("Algorithms", self.TITLE))
            feedback.setProgress(100 * share)

        progress(0.0)
        opened = open_table(self._request(path, parameters, context))
        table, understanding = opened.table, opened.understanding
        options = TableOptions(source, path.name, opened.mapping.values)
        if self.parameterAsBool(parameters, self.DRY_RUN, context):
            require_certain(table, understanding)
            plan = plan_table(atlas, table, understanding, options, progress)
            report = report_of(plan, table, understanding, options)
        else:
            report = import_table(atlas, table, understanding, options, progress)
        _tell(report, feedback)
        outputs: dict[str, Any] = dict(report.counts())
        if target is not None:
            write_json(target, report.as_json())
            outputs[self.REPORT] = str(target)
        return outputs

    def _request(self, path: Path, parameters: dict[str, Any], context: QgsProcessingContext) -> TableRequest:
        from ..core.exchange.table.mapping import read_mapping
        from ..core.exchange.table.open_table import TableRequest
        from ..core.exchange.table.roles import Role
        from ..core.exchange.table.table import Stated

        given = self.parameterAsFile(parameters, self.MAPPING, context)
        mapping = read_mapping(self.path(parameters, self.MAPPING, context)) if given else None
        texts = {name: self.parameterAsString(parameters, name, context).strip() for name in self.FIELDS}
        return TableRequest(
            path=path,
            stated=Stated(
                sheet=self.parameterAsString(parameters, self.SHEET, context).strip(),
                encoding=self.parameterAsString(parameters, self.ENCODING, context).strip(),
            ),
            coordinates=self.parameterAsString(parameters, self.COORDINATES, context),
            fields={Role(role): texts[name] for name, (role, _title) in self.FIELDS.items() if texts[name]},
            reading=self._reading(parameters, context),
            mapping=mapping,
        )

    def _reading(self, parameters: dict[str, Any], context: QgsProcessingContext) -> Optional[Reading]:
        """Return how coordinates are read, None where neither order nor grid is given."""
        from ..core.coordinates.position import Reading
        from ..core.coordinates.us_army_grid import GridDatum

        if parameters.get(self.ORDER) is None and parameters.get(self.GRID) is None:
            return None
        order = self.ORDERS[self.parameterAsEnum(parameters, self.ORDER, context)]
        grid, datum = self.GRIDS[self.parameterAsEnum(parameters, self.GRID, context)]
        reading = Reading(order=order, grid=grid)
        return replace(reading, datum=GridDatum[datum]) if datum else reading


def _tell(report: TableReport, feedback: QgsProcessingFeedback) -> None:
    """Say the main things in the log; all of them are in the report."""
    columns = ", ".join(f"{heading} = {role}" for heading, role in report.columns.items())
    feedback.pushInfo(tr("Algorithms", "Columns: {columns}.").format(columns=columns))
    text = tr(
        "Algorithms",
        "{rows} rows: {new} new sites, {changed} changed, {same} as they are here, {refused} not taken over.",
    )
    feedback.pushInfo(
        text.format(
            rows=report.rows,
            new=report.sites + report.unlocated,
            changed=report.updated,
            same=report.unchanged,
            refused=len(report.refused),
        )
    )
    for note in (*report.questions, *report.notes)[:20]:
        feedback.pushInfo(note)
    for entry in report.refused[:20]:
        text = tr("Algorithms", "Row {row}: {reason}")
        feedback.pushWarning(text.format(row=entry["row"], reason=entry["reason"]))
    for entry in report.oddities[:20]:
        text = tr("Algorithms", "Row {row}: {reason}")
        feedback.pushWarning(text.format(row=entry["row"], reason=entry["message"]))
