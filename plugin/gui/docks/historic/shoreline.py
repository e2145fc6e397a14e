# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Shoreline change from the dock: transects and land won or lost, only significant change coloured."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Optional

from qgis.core import (
    QgsCoordinateTransform,
    QgsFeatureRequest,
    QgsFillSymbol,
    QgsLineSymbol,
    QgsProject,
    QgsRuleBasedRenderer,
    QgsVectorLayer,
)
from qgis.gui import QgsCollapsibleGroupBox, QgsFieldComboBox, QgsMapLayerComboBox
from qgis.PyQt.QtWidgets import QCheckBox, QComboBox, QFormLayout, QHBoxLayout, QLineEdit, QWidget

from ....core.errors import AtlasError
from ....core.i18n import mark, tr
from ...context import Context
from ...messages import reported
from ...saving import keep_result
from ...widgets.buttons import push_button
from ...widgets.labels import plain_label
from ...widgets.number_box import NumberBox
from .runs import AREAS, AlgorithmRow, layer_combo, scrolled, source, two_layers

if TYPE_CHECKING:
    from .historic_dock import HistoricDock

SEAWARD, LANDWARD, STILL = "#0f766e", "#d7301f", "#9a9a9a"
COASTS = "coalesce(\"kind\", '') = 'coast'"
SEA_SIDES = (
    mark("CoastTab", "as the land tells"),
    mark("CoastTab", "right of the lines"),
    mark("CoastTab", "left of the lines"),
)
"""In the order of the algorithm's parameter."""
YEAR = re.compile(r"(?<!\d)(1[6-9]\d\d|20\d\d)(?!\d)")


class CoastTab(QWidget):
    """Two coasts with their dates and errors, or one layer of several dates, and how the shore moved."""

    def __init__(self, context: Context, dock: HistoricDock) -> None:
        super().__init__(dock)
        self.context = context
        self.report: dict = {}
        self._inputs: dict = {}
        layout = scrolled(self)
        layout.addLayout(self._form())
        layout.addWidget(self._more())
        title = tr("CoastTab", "Measure the change")
        self.row = AlgorithmRow(context, "cityatlas:shoreline", "coast", title, self._start, self)
        self.row.done.connect(self._done)
        self.row.failed.connect(self._failed)
        layout.addWidget(self.row)
        self.result = plain_label(
            tr("CoastTab", "Choose the coast of two dates, or one layer of several under “More”."),
            name="coastResult",
            narrow=True,
            parent=self,
        )
        keep = tr("CoastTab", "Keep for the brief")
        self.keep_button = push_button("coastKeep", keep, self.keep, icon="brief", parent=self)
        self.keep_button.hide()
        layout.addWidget(self.result)
        layout.addWidget(self.keep_button)
        layout.addStretch(1)

    # -- building ------------------------------------------------------------------------------------

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        self.old, self.old_date, self.old_error = self._coast(form, "Old", tr("CoastTab", "Then"), 15.0)
        self.new, self.new_date, self.new_error = self._coast(form, "New", tr("CoastTab", "Now"), 10.0)
        self.old.layerChanged.connect(self._old_chosen)
        self.new.layerChanged.connect(self._new_chosen)
        self.sea = QComboBox(self)
        self.sea.setObjectName("coastSea")
        for title in SEA_SIDES:
            self.sea.addItem(tr("CoastTab", title))
        self.sea.setToolTip(tr("CoastTab", "In the direction in which the lines are drawn"))
        form.addRow(tr("CoastTab", "Sea"), self.sea)
        return form

    def _coast(self, form: QFormLayout, name: str, title: str, error: float) -> tuple:
        layer, date = layer_combo(f"coast{name}", self), QLineEdit(self)
        sigma = NumberBox(self, unit="m", high=100_000.0, value=error)
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
        self.spacing = NumberBox(self, unit="m", low=1.0, high=100_000.0, value=50.0)
        self.length = NumberBox(self, unit="m", low=10.0, high=100_000.0, value=2000.0)
        self.spacing.setObjectName("coastSpacing")
        self.length.setObjectName("coastLength")
        self.baseline, self.lines = layer_combo("coastBaseline", self), layer_combo("coastLines", self)
        self.dry, self.districts = (
            layer_combo("coastDryLand", self, AREAS), layer_combo("coastDistricts", self, AREAS),
        )  # fmt: skip
        self.date_field, self.error_field, self.district_field = (
            self._field(name, layer)
            for name, layer in (
                ("coastDateField", self.lines),
                ("coastErrorField", self.lines),
                ("coastDistrictField", self.districts),
            )
        )
        self.land = QCheckBox(tr("CoastTab", "Land won and lost as areas"), self)
        self.land.setObjectName("coastLand")
        self.land.setChecked(True)
        for title, widget in (
            (tr("CoastTab", "Spacing"), self.spacing),
            (tr("CoastTab", "Transects"), self.length),
            (tr("CoastTab", "Baseline"), self.baseline),
            (tr("CoastTab", "Dry land"), self.dry),
            (tr("CoastTab", "Several dates"), self.lines),
            (tr("CoastTab", "Date field"), self.date_field),
            (tr("CoastTab", "Error field"), self.error_field),
            (tr("CoastTab", "Districts"), self.districts),
            (tr("CoastTab", "District's name"), self.district_field),
        ):
            form.addRow(title, widget)
        form.addRow(self.land)
        self.dry.setToolTip(tr("CoastTab", "Areas of land, which tell on which side of a coast the sea is"))
        self.lines.setToolTip(
            tr("CoastTab", "One layer with the coasts of three dates or more, in place of the two above")
        )
        box.setCollapsed(True)
        return box

    def _field(self, name: str, layer: QgsMapLayerComboBox) -> QgsFieldComboBox:
        combo = QgsFieldComboBox(self)
        combo.setObjectName(name)
        combo.setAllowEmptyFieldName(name != "coastDateField")
        layer.layerChanged.connect(combo.setLayer)
        return combo

    def _old_chosen(self, layer: Any) -> None:
        _guess(layer, self.old_date, self.old_error)

    def _new_chosen(self, layer: Any) -> None:
        _guess(layer, self.new_date, self.new_error)

    # -- running -------------------------------------------------------------------------------------

    def _start(self) -> None:
        """Measure in the background."""
        parameters: dict[str, Any] = {
            "SPACING": self.spacing.value(),
            "LENGTH": self.length.value(),
            "OLD_ERROR": self.old_error.value(),
            "NEW_ERROR": self.new_error.value(),
            "SEA": self.sea.currentIndex(),
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
        if self.districts.currentLayer() is not None:
            parameters["DISTRICTS"] = source(self.districts.currentLayer())
            parameters["DISTRICT_FIELD"] = self.district_field.currentField() or None
        if self.land.isChecked():
            parameters["LAND"] = "memory:"
        parameters.update(self._dry_land())
        self.report = {}
        self.keep_button.hide()
        self._inputs.update(spacing_m=self.spacing.value(), transect_length_m=self.length.value())
        self.row.start(parameters)

    def _dry_land(self) -> dict[str, Any]:
        """The land that tells the side of the sea: the chosen one, else the atlas's own where it reaches."""
        layer = self.dry.currentLayer()
        if layer is not None:
            return {"LANDMASS": source(layer)}
        own = self.context.open_atlas.layer("base_areas")
        coasts = self.lines.currentLayer() or self.old.currentLayer()
        if own is None or coasts is None or self.sea.currentIndex():
            return {}
        to_own = QgsCoordinateTransform(coasts.crs(), own.crs(), QgsProject.instance())
        near = own.extent().intersects(to_own.transformBoundingBox(coasts.extent()))
        return {"LANDMASS": self.row.part_of(own, "\"kind\" = 'land'")} if near else {}

    def _two_coasts(self) -> dict[str, Any]:
        old, new = two_layers(self.old.currentLayer(), self.new.currentLayer())
        for edit, title in ((self.old_date, tr("CoastTab", "then")), (self.new_date, tr("CoastTab", "now"))):
            if not edit.text().strip():
                edit.setFocus()
                raise AtlasError(
                    tr("CoastTab", "The date of “{title}” is empty.").format(title=title),
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
        return self.row.part_of(layer, COASTS)

    @reported
    def _done(self, report: dict) -> None:
        self.report = report
        self.result.setText(sentences(report))
        self.keep_button.show()
        for output, title, style in (
            ("LAND", tr("CoastTab", "Land won and lost"), style_land),
            ("OUTPUT", tr("CoastTab", "Shoreline change"), style_transects),
        ):
            layer = self.row.take_layer(output)
            if layer is not None:
                layer.setName(title)
                style(layer)
                QgsProject.instance().addMapLayer(layer)

    def _failed(self, reason: str) -> None:
        self.result.setText(reason or tr("CoastTab", "Cancelled."))

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
        title = tr("CoastTab", "Shoreline change, {years} years").format(years=f"{r['years']:.0f}")
        inputs = {**self._inputs, "sea": r["sea"], "dates": r["dates"]}
        keep_result(self.context, "shoreline", title, numbers, inputs)

    def release(self) -> None:
        """Let go of the task and its files."""
        self.row.release()


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
    still = report["transects"] - report["significant"]
    first = tr(
        "CoastTab",
        "%n transects over {years} years: {out} moved seaward and {back} landward beyond the errors, {still} "
        "not.",
        report["transects"],
    )
    second = tr(
        "CoastTab",
        "Farthest seaward {seaward} m, landward {landward} m; mean {mean} m ({yearly} m a year).",
    )
    lines = [
        first.format(
            years=f"{report['years']:.1f}",
            out=report["significant_seaward"],
            back=report["significant_landward"],
            still=still,
        ),
        second.format(
            seaward=f"{report['max_seaward']:+.0f}",
            landward=f"{report['max_landward']:+.0f}",
            mean=f"{report['mean_NSM']:+.1f}",
            yearly=f"{report['mean_EPR']:+.2f}",
        ),
    ]
    if "land" in report:
        won, lost = report["land"]["gain_m2"] / 10_000, report["land"]["loss_m2"] / 10_000
        text = tr("CoastTab", "Land won {won} ha, lost {lost} ha.")
        lines.append(text.format(won=f"{won:.1f}", lost=f"{lost:.1f}"))
    for name, part in report.get("districts", {}).items():
        text = tr("CoastTab", "  {district}: mean {mean} m ({count} transects)")
        lines.append(text.format(district=name, mean=f"{part['mean_NSM']:+.1f}", count=part["transects"]))
    if not report["significant"]:
        lines.append(tr("CoastTab", "⚠ All of it lies within the errors: no change is shown by these lines."))
    return "\n".join([*lines, report["sea"]])


def style_transects(layer: QgsVectorLayer) -> None:
    """Colour significant change alone: seaward blue-green and wide, landward red; the rest grey."""
    root = QgsRuleBasedRenderer.Rule(None)
    for title, condition, colour, width in (
        (tr("CoastTab", "Not significant"), 'NOT coalesce("significant", false)', STILL, "0.15"),
        (tr("CoastTab", "Landward"), '"significant" AND "NSM" < 0', LANDWARD, "0.6"),
        (tr("CoastTab", "Seaward"), '"significant" AND "NSM" > 0', SEAWARD, "0.9"),
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
        ("\"change\" = 'gain'", tr("CoastTab", "Land won"), won),
        ("\"change\" = 'loss'", tr("CoastTab", "Land lost"), lost),
    ):
        rule = QgsRuleBasedRenderer.Rule(QgsFillSymbol.createSimple(symbol))
        rule.setFilterExpression(condition)
        rule.setLabel(title)
        root.appendChild(rule)
    layer.setRenderer(QgsRuleBasedRenderer(root))
