# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Shoreline change from the dock: transects and land won or lost, only significant change coloured."""

from __future__ import annotations

import re
from typing import Any, Optional

from qgis.core import (
    QgsFeatureRequest,
    QgsFillSymbol,
    QgsLineSymbol,
    QgsProject,
    QgsRuleBasedRenderer,
    QgsVectorLayer,
)
from qgis.gui import QgsCollapsibleGroupBox, QgsFieldComboBox
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from ....core.errors import AtlasError
from ....core.i18n import tr
from ...messages import reported
from ...saving import keep_result
from ...widgets.number_box import NumberBox
from .cards import plain
from .runs import RunRow, RunTab, layer_combo, push_button, source

SEAWARD, LANDWARD, STILL = "#0f766e", "#d7301f", "#9a9a9a"
COASTS = "coalesce(\"kind\", '') = 'coast'"
YEAR = re.compile(r"(?<!\d)(1[6-9]\d\d|20\d\d)(?!\d)")


class CoastTab(RunTab):
    """Two coasts with their dates and errors, or one layer of several dates, and how the shore moved."""

    ALGORITHM = "cityatlas:shoreline"

    def build(self, layout: QVBoxLayout) -> None:
        layout.addLayout(self._form())
        layout.addWidget(self._more())
        self.row = RunRow("coast", tr("CoastTab", "Measure the change"), self, self.run)
        layout.addLayout(self.row)
        self.result = plain(
            tr("CoastTab", "Choose the coast of two dates. The sea lies on the right of the lines.")
        )
        self.result.setObjectName("coastResult")
        self.keep_button = push_button(
            "coastKeep", "brief", tr("CoastTab", "Keep for the brief"), self, self.keep
        )
        self.keep_button.hide()
        layout.addWidget(self.result)
        layout.addWidget(self.keep_button)

    # -- building ------------------------------------------------------------------------------------

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        self.old, self.old_date, self.old_error = self._coast(form, "Old", tr("CoastTab", "Then"), 15.0)
        self.new, self.new_date, self.new_error = self._coast(form, "New", tr("CoastTab", "Now"), 10.0)
        self.old.layerChanged.connect(self._old_chosen)
        self.new.layerChanged.connect(self._new_chosen)
        self._old_chosen(self.old.currentLayer())
        self._new_chosen(self.new.currentLayer())
        return form

    def _coast(self, form: QFormLayout, name: str, title: str, error: float) -> tuple:
        layer, date, sigma = layer_combo(f"coast{name}", self), QLineEdit(self), _metres(self, error)
        date.setObjectName(f"coast{name}Date")
        date.setPlaceholderText(tr("CoastTab", "1944 or 1944-06-30"))
        date.setAccessibleName(tr("CoastTab", "Date"))
        sigma.setObjectName(f"coast{name}Error")
        sigma.setPrefix("± ")
        sigma.setToolTip(tr("CoastTab", "Error of the coast's position, one standard deviation"))
        row = QHBoxLayout()
        row.addWidget(date, 1)
        row.addWidget(sigma)
        form.addRow(title, layer)
        form.addRow(tr("CoastTab", "date, error"), row)
        return layer, date, sigma

    def _more(self) -> QgsCollapsibleGroupBox:
        box = QgsCollapsibleGroupBox(tr("CoastTab", "More"), self)
        box.setObjectName("coastMore")
        form = QFormLayout(box)
        self.spacing, self.length = _metres(self, 50.0), _metres(self, 2000.0)
        self.spacing.setMinimum(1.0)
        self.length.setMinimum(10.0)
        self.baseline = layer_combo("coastBaseline", self, empty=True)
        self.lines = layer_combo("coastLines", self, empty=True)
        self.date_field, self.error_field = QgsFieldComboBox(self), QgsFieldComboBox(self)
        self.error_field.setAllowEmptyFieldName(True)
        for combo in (self.baseline, self.lines):
            combo.setLayer(None)
        for combo in (self.date_field, self.error_field):
            self.lines.layerChanged.connect(combo.setLayer)
        self.land = QCheckBox(tr("CoastTab", "Land won and lost as areas"), self)
        self.land.setChecked(True)
        for widget, name in (
            (self.spacing, "coastSpacing"),
            (self.length, "coastLength"),
            (self.date_field, "coastDateField"),
            (self.error_field, "coastErrorField"),
            (self.land, "coastLand"),
        ):
            widget.setObjectName(name)
        for title, widget in (
            (tr("CoastTab", "Spacing"), self.spacing),
            (tr("CoastTab", "Transects"), self.length),
            (tr("CoastTab", "Baseline"), self.baseline),
            (tr("CoastTab", "Several dates"), self.lines),
            (tr("CoastTab", "Date field"), self.date_field),
            (tr("CoastTab", "Error field"), self.error_field),
        ):
            form.addRow(title, widget)
        form.addRow(self.land)
        self.lines.setToolTip(
            tr("CoastTab", "One layer with the coasts of three dates or more, in place of the two above")
        )
        box.setCollapsed(True)
        return box

    def _old_chosen(self, layer: Any) -> None:
        _guess(layer, self.old_date, self.old_error)

    def _new_chosen(self, layer: Any) -> None:
        _guess(layer, self.new_date, self.new_error)

    # -- running -------------------------------------------------------------------------------------

    @reported
    def run(self, _checked: bool = False) -> None:
        """Measure in the background; a second press cancels."""
        if self._run.busy:
            self._run.cancel()
            return
        parameters: dict[str, Any] = {
            "SPACING": self.spacing.value(),
            "LENGTH": self.length.value(),
            "OLD_ERROR": self.old_error.value(),
            "NEW_ERROR": self.new_error.value(),
            "OUTPUT": "memory:",
        }
        several = self.lines.currentLayer()
        if several is not None:
            parameters["LINES"] = self._coast_of(several)
            parameters["DATE_FIELD"] = self.date_field.currentField()
            parameters["ERROR_FIELD"] = self.error_field.currentField() or None
            self._inputs = {"lines": several.name(), "date_field": self.date_field.currentField()}
        else:
            parameters.update(self._two_coasts())
        if self.baseline.currentLayer() is not None:
            parameters["BASELINE"] = source(self.baseline.currentLayer())
        if self.land.isChecked():
            parameters["LAND"] = "memory:"
        self.report = {}
        self.keep_button.hide()
        self._inputs.update(spacing_m=self.spacing.value(), transect_length_m=self.length.value())
        self._run.start(parameters)

    def _two_coasts(self) -> dict[str, Any]:
        old, new = self.old.currentLayer(), self.new.currentLayer()
        if old is None or new is None or old is new:
            raise AtlasError(
                tr("CoastTab", "Two coastlines are needed."),
                hint=tr("CoastTab", "Choose then and now, or a layer of several dates under “More”."),
            )
        for edit, title in ((self.old_date, tr("CoastTab", "then")), (self.new_date, tr("CoastTab", "now"))):
            if not edit.text().strip():
                edit.setFocus()
                raise AtlasError(
                    tr("CoastTab", "The date of “{}” is empty.").format(title),
                    hint=tr("CoastTab", "Write 1944, 1944-06 or 1944-06-30."),
                )
        dates = {"OLD_DATE": self.old_date.text().strip(), "NEW_DATE": self.new_date.text().strip()}
        self._inputs = {
            "then": old.name(),
            "now": new.name(),
            "then_date": dates["OLD_DATE"],
            "now_date": dates["NEW_DATE"],
            "then_error_m": self.old_error.value(),
            "now_error_m": self.new_error.value(),
        }
        return {"OLD": self._coast_of(old), "NEW": self._coast_of(new), **dates}

    def _coast_of(self, layer: QgsVectorLayer) -> Any:
        """The layer as an input; of traces of several kinds the coasts alone."""
        others = QgsFeatureRequest().setFilterExpression(f"NOT ({COASTS})").setLimit(1)
        if layer.selectedFeatureCount() or not _has_coasts(layer) or not any(layer.getFeatures(others)):
            return source(layer)
        return self._run.part_of(layer, COASTS)

    def done(self, report: dict) -> None:
        self.result.setText(sentences(report))
        self.keep_button.show()
        for output, title, style in (
            ("LAND", tr("CoastTab", "Land won and lost"), style_land),
            ("OUTPUT", tr("CoastTab", "Shoreline change"), style_transects),
        ):
            layer = self._run.take_layer(output)
            if layer is not None:
                layer.setName(title)
                style(layer)
                QgsProject.instance().addMapLayer(layer)

    @reported
    def keep(self, _checked: bool = False) -> None:
        """Keep the numbers in the atlas, for the brief."""
        r = self.report
        numbers = [
            (tr("CoastTab", "mean movement of the shore"), r["mean_NSM"], "m"),
            (tr("CoastTab", "a year"), r["mean_EPR"], "m"),
            (tr("CoastTab", "farthest seaward"), r["max_seaward"], "m"),
            (tr("CoastTab", "farthest landward"), r["max_landward"], "m"),
            (tr("CoastTab", "transects"), float(r["transects"]), ""),
            (tr("CoastTab", "of these with significant change"), float(r["significant"]), ""),
        ]
        for key, label in (("gain_m2", tr("CoastTab", "land won")), ("loss_m2", tr("CoastTab", "land lost"))):
            if "land" in r:
                numbers.append((label, r["land"][key] / 10_000, "ha"))
        title = tr("CoastTab", "Shoreline change, {:.0f} years").format(r["years"])
        inputs = {**self._inputs, "sea": r["sea"], "dates": r["dates"]}
        keep_result(self.context, "shoreline", title, numbers, inputs)


def _metres(parent: QWidget, value: float) -> NumberBox:
    return NumberBox(parent, unit="m", high=100_000.0, value=value)


def _guess(layer: Optional[QgsVectorLayer], date: QLineEdit, error: NumberBox) -> None:
    """Take the year from the layer's name and the error from its traces, where they are told there."""
    if layer is None:
        return
    found = YEAR.search(layer.name()) or YEAR.search(_told_date(layer))
    date.setText(found.group(1) if found else "")
    if layer.fields().lookupField("accuracy_m") >= 0 and _has_coasts(layer):
        told = [f["accuracy_m"] for f in layer.getFeatures(_only_coasts())]
        known = [float(value) for value in told if isinstance(value, (int, float))]
        if known:
            error.setValue(max(known))


def _told_date(layer: QgsVectorLayer) -> str:
    """The date that all features of a small layer agree on, as text."""
    index = next((i for i in map(layer.fields().lookupField, ("date", "year")) if i >= 0), -1)
    if index < 0:
        return ""
    told = {str(f.attribute(index)) for f in layer.getFeatures(QgsFeatureRequest().setLimit(100))}
    return told.pop() if len(told) == 1 else ""


def _has_coasts(layer: QgsVectorLayer) -> bool:
    """True for a layer of traces with coasts among them."""
    return layer.fields().lookupField("kind") >= 0 and any(layer.getFeatures(_only_coasts().setLimit(1)))


def _only_coasts() -> QgsFeatureRequest:
    return QgsFeatureRequest().setFilterExpression(COASTS)


def sentences(report: dict) -> str:
    """The result in words, with the numbers that belong to it."""
    lines = [
        f"{report['transects']} transects over {report['years']:.1f} years: {report['significant_seaward']} "
        f"moved seaward and {report['significant_landward']} landward beyond the errors, "
        f"{report['transects'] - report['significant']} not.",
        f"Farthest seaward {report['max_seaward']:+.0f} m, landward {report['max_landward']:+.0f} m; mean "
        f"{report['mean_NSM']:+.1f} m ({report['mean_EPR']:+.2f} m a year).",
    ]
    if "land" in report:
        won, lost = report["land"]["gain_m2"] / 10_000, report["land"]["loss_m2"] / 10_000
        lines.append(f"Land won {won:.1f} ha, lost {lost:.1f} ha.")
    if not report["significant"]:
        lines.append("⚠ All of it lies within the errors: no change is shown by these lines.")
    return "\n".join([*lines, report["sea"]])


def style_transects(layer: QgsVectorLayer) -> None:
    """Colour significant change alone: seaward blue-green and wide, landward red; the rest grey."""
    root = QgsRuleBasedRenderer.Rule(None)
    for title, condition, colour, width in (
        ("Not significant", 'NOT coalesce("significant", false)', STILL, "0.15"),
        ("Landward", '"significant" AND "NSM" < 0', LANDWARD, "0.6"),
        ("Seaward", '"significant" AND "NSM" > 0', SEAWARD, "0.9"),
    ):
        rule = QgsRuleBasedRenderer.Rule(
            QgsLineSymbol.createSimple({"line_color": colour, "line_width": width, "capstyle": "flat"})
        )
        rule.setFilterExpression(condition)
        rule.setLabel(title)
        root.appendChild(rule)
    layer.setRenderer(QgsRuleBasedRenderer(root))


def style_land(layer: QgsVectorLayer) -> None:
    """Land won in light blue-green, land lost hatched in red, so that it reads in grey too."""
    won = {"color": "15,118,110,90", "outline_color": SEAWARD, "outline_width": "0.2"}
    lost = {**won, "color": LANDWARD, "style": "b_diagonal", "outline_color": LANDWARD}
    root = QgsRuleBasedRenderer.Rule(None)
    for condition, title, symbol in (
        ("\"change\" = 'gain'", "Land won", won),
        ("\"change\" = 'loss'", "Land lost", lost),
    ):
        rule = QgsRuleBasedRenderer.Rule(QgsFillSymbol.createSimple(symbol))
        rule.setFilterExpression(condition)
        rule.setLabel(title)
        root.appendChild(rule)
    layer.setRenderer(QgsRuleBasedRenderer(root))
