# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""``cityatlas:importkml``: a KML or KMZ file into an atlas."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Optional

from qgis.core import (
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterFile,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterString,
)

from ..core.i18n import mark, tr
from .base import COUNTS, AtlasAlgorithm, stop_if_cancelled

if TYPE_CHECKING:
    from ..core.exchange.import_report import MapReport


class ImportKml(AtlasAlgorithm):
    """Reads placemarks, lines, surfaces and overlays; a source known already is merged as a new release."""

    NAME = "importkml"
    TITLE = mark("Algorithms", "Import KML or KMZ")
    GROUP = ("exchange", mark("Algorithms", "In and out"))
    HELP = mark(
        "Algorithms",
        "Reads a KML or KMZ file into an atlas, all of it or nothing: placemarks become sites with what this "
        "source says of them, lines become traces, ground overlays sheets. Folders, styles, descriptions, "
        "dates and files packed with it are kept and leave again with “Export KML or KMZ”. Network links are "
        "listed, never followed.\nFolder names give the category by rules (layers/import_rules.csv, or a "
        "table of your own). When the atlas holds an earlier release of the same source, the new one is "
        "merged: your own edits are never overwritten, and what both changed is listed as a conflict.\n"
        "The report names every feature that was not taken over, with its line and the reason.",
    )
    TAGS = ("google earth", "kmz", "placemark", "merge", "release")
    INPUT, ATLAS, SOURCE, RELEASE, RULES, SWAP, REPORT = (
        "INPUT", "ATLAS", "SOURCE", "RELEASE", "RULES", "SWAP", "REPORT",
    )  # fmt: skip
    COUNTS = ("SITES", "LINES", "OVERLAYS", "UPDATED", "CONFLICTS", "SKIPPED")

    def initAlgorithm(self, _configuration: Optional[dict] = None) -> None:
        maps = tr("Algorithms", "KML or KMZ (*.kml *.kmz *.KML *.KMZ)")
        self.addParameter(
            QgsProcessingParameterFile(self.INPUT, tr("Algorithms", "KML or KMZ file"), fileFilter=maps)
        )
        atlases = tr("Algorithms", "GeoPackage (*.gpkg)")
        self.addParameter(
            QgsProcessingParameterFile(self.ATLAS, tr("Algorithms", "Atlas"), fileFilter=atlases)
        )
        self.addParameter(QgsProcessingParameterString(self.SOURCE, tr("Algorithms", "Name of the source")))
        self.addParameter(
            QgsProcessingParameterString(self.RELEASE, tr("Algorithms", "Release"), "", optional=True)
        )
        rules = QgsProcessingParameterFile(
            self.RULES,
            tr("Algorithms", "Import rules"),
            fileFilter=tr("Algorithms", "Table (*.csv)"),
            optional=True,
        )
        swap = QgsProcessingParameterBoolean(
            self.SWAP,
            tr("Algorithms", "Swap latitude and longitude where they only make sense swapped"),
            False,
            True,
        )
        for parameter in (rules, swap):
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
        from ..core.exchange import import_rules as rules
        from ..core.exchange.kml.import_kml import import_kml
        from ..core.exchange.kml.import_options import ImportOptions
        from ..core.files import write_json

        path = self.path(parameters, self.INPUT, context)
        target = self.output_path(parameters, self.REPORT, context)
        rules_file = self.parameterAsFile(parameters, self.RULES, context)
        options = ImportOptions(
            source=self.parameterAsString(parameters, self.SOURCE, context).strip(),
            release=self.parameterAsString(parameters, self.RELEASE, context).strip(),
            rules=rules.read(self.path(parameters, self.RULES, context)) if rules_file else None,
            swap=self.parameterAsBool(parameters, self.SWAP, context),
        )

        def progress(share: float) -> None:
            stop_if_cancelled(feedback, tr("Algorithms", self.TITLE))
            feedback.setProgress(100 * share)

        atlas = open_atlas(self.path(parameters, self.ATLAS, context))
        report = import_kml(atlas, path, options, progress)
        _tell(report, feedback)
        outputs: dict[str, Any] = dict(report.counts())
        if target is not None:
            write_json(target, report.as_json())
            outputs[self.REPORT] = str(target)
        return outputs


def _tell(report: MapReport, feedback: QgsProcessingFeedback) -> None:
    """Say the main things in the log; all of them are in the report."""
    text = tr("Algorithms", "{features} features: {imported} imported, {listed} listed, {refused} refused.")
    feedback.pushInfo(
        text.format(
            features=report.features,
            imported=report.imported,
            listed=report.listed_count,
            refused=report.refused_count,
        )
    )
    for document, encoding in report.encodings.items():
        if encoding != "utf-8":
            text = tr("Algorithms", "{file} was read as {encoding}.")
            feedback.pushInfo(text.format(file=document, encoding=encoding))
    for entry in report.refused[:20]:
        text = tr("Algorithms", "Line {line}, “{name}”: {reason}.")
        feedback.pushWarning(text.format(line=entry["line"], name=entry["name"], reason=entry["reason"]))
    for oddity in report.oddities[:20]:
        text = tr("Algorithms", "Line {line}: {message}") if oddity["line"] else "{message}"
        feedback.pushInfo(text.format(line=oddity["line"], message=oddity["message"]))
    for conflict in report.conflicts[:20]:
        text = tr("Algorithms", "“{name}”: {field} changed here and in the new release.")
        feedback.pushWarning(text.format(name=conflict["name"], field=conflict["field"]))
