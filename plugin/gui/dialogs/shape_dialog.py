# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The form of a line (trace) or a surface (area) that was just drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Optional, Union

from qgis.core import QgsCoordinateReferenceSystem, QgsDistanceArea, QgsGeometry, QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from ...core.atlas.model import Area, City, Fidelity, Sheet, Source, Survives, Trace, TraceKind
from ...core.atlas.positions import is_around
from ...core.dates import Precision, parse_date, parse_period
from ...core.discrepancies.duplicates import nearest_sites, unlocated
from ...core.i18n import tr
from ..drafts import State, fields, fill
from ..widgets.inputs import ListBox, LookupBox, SourceBox, narrow
from ..widgets.labels import plain_label
from ..widgets.number_box import NumberBox

if TYPE_CHECKING:
    from ...core.atlas.store.store import Atlas

AREA_KINDS = ("compound", "district", "built-up", "sheet area")


class ShapeDialog(QDialog):
    """Asks what the drawn shape is; ``record`` gives it with its new source, if any."""

    def __init__(
        self,
        atlas: Atlas,
        wkt: str,
        *,
        is_line: bool,
        measure: str,
        accuracy: float,
        city: Optional[str] = None,
        parent: Optional[QWidget] = None,
    ) -> None:
        super().__init__(parent)
        self.atlas = atlas
        self._wkt = wkt
        self._is_line = is_line
        self.setObjectName("CityAtlasShapeDialog")
        self.setWindowTitle(tr("ShapeDialog", "Add a trace") if is_line else tr("ShapeDialog", "Add an area"))
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)
        self._form = narrow(QFormLayout())
        self._form.addRow(
            tr("ShapeDialog", "Length") if is_line else tr("ShapeDialog", "Surface"), plain_label(measure)
        )
        (self._trace_rows if is_line else self._area_rows)()
        self._shared_rows(accuracy, city)
        self._finish()

    def _trace_rows(self) -> None:
        self.kind = ListBox(TraceKind, parent=self)
        self.name = QLineEdit(self)
        self.begin, self.end = QLineEdit(self), QLineEdit(self)
        self.begin.setPlaceholderText(tr("ShapeDialog", "1916, by 1944"))
        self.fidelity = ListBox(Fidelity, parent=self)
        self.fidelity.set_value(Fidelity.DIGITIZED.value)
        self.survives = ListBox(Survives, parent=self)
        self.survives.set_value(Survives.UNKNOWN.value)
        self.sheet = LookupBox(self)
        sheets = [(None, tr("ShapeDialog", "(none)")), *((s.uuid, s.title) for s in self.atlas.rows(Sheet))]
        self.sheet.fill(sheets)
        self.sheet.setCurrentIndex(0)
        for label, widget in (
            (tr("ShapeDialog", "Kind"), self.kind),
            (tr("ShapeDialog", "Name"), self.name),
            (tr("ShapeDialog", "Began"), self.begin),
            (tr("ShapeDialog", "Ended"), self.end),
            (tr("ShapeDialog", "Fidelity"), self.fidelity),
            (tr("ShapeDialog", "Survives"), self.survives),
            (tr("ShapeDialog", "Sheet"), self.sheet),
        ):
            self._form.addRow(label, widget)
        for widget, name in (
            (self.kind, "traceKind"),
            (self.begin, "beginEdit"),
            (self.end, "endEdit"),
            (self.fidelity, "traceFidelity"),
            (self.survives, "traceSurvives"),
            (self.sheet, "traceSheet"),
        ):
            widget.setObjectName(name)
        for edit in (self.begin, self.end):
            edit.textChanged.connect(self._check)

    def _area_rows(self) -> None:
        self.area_kind = QComboBox(self)
        for kind in AREA_KINDS:
            self.area_kind.addItem(kind.capitalize(), kind)
        self.name = QLineEdit(self)
        self.site = LookupBox(self)
        self.site.fill([(None, tr("ShapeDialog", "(none)")), *self._sites()])
        self.site.setCurrentIndex(0)
        self.area_kind.setObjectName("areaKind")
        self.site.setObjectName("areaSite")
        self._form.addRow(tr("ShapeDialog", "Kind"), self.area_kind)
        self._form.addRow(tr("ShapeDialog", "Name"), self.name)
        self._form.addRow(tr("ShapeDialog", "Of site"), self.site)

    def _sites(self) -> list[tuple[str, str]]:
        """The sites around the shape, nearest first, then those without a position."""
        middle = QgsGeometry.fromWkt(self._wkt).pointOnSurface().asPoint()
        near = nearest_sites(self.atlas, middle.x(), middle.y())
        entries = [(s.uuid, f"{s.name} ({s.city or '–'}, {self._far(s.distance_m)})") for s in near]
        queue = unlocated(self.atlas)
        return entries + [
            (s.uuid, tr("ShapeDialog", "{name} ({city}, unlocated)").format(name=s.name, city=s.city or "–"))
            for s in queue
        ]

    @staticmethod
    def _far(metres: float) -> str:
        return f"{metres:,.0f} m" if metres < 1000 else f"{metres / 1000:,.1f} km"

    def _shared_rows(self, accuracy: float, city: Optional[str]) -> None:
        self.name.setObjectName("shapeName")
        self.city = QComboBox(self)
        self.city.addItem(tr("ShapeDialog", "(none)"), None)
        for row in self.atlas.rows(City):
            self.city.addItem(row.name, row.name)
        self.city.setCurrentIndex(max(0, self.city.findData(city)))
        self.accuracy = NumberBox(self, unit="m", low=0.1, value=accuracy)
        self.source = SourceBox(self)
        self.source.fill(self.atlas.rows(Source))
        self.source.reset(None)
        self.source.changed.connect(self._check)
        self.note = QLineEdit(self)
        self.city.setObjectName("cityBox")
        self.accuracy.setObjectName("accuracySpin")
        self.note.setObjectName("noteEdit")
        self._form.addRow(tr("ShapeDialog", "City"), self.city)
        self._form.addRow(tr("ShapeDialog", "Accuracy"), self.accuracy)
        self._form.addRow(tr("ShapeDialog", "Source"), self.source)
        self._form.addRow(tr("ShapeDialog", "Note"), self.note)

    def _finish(self) -> None:
        self.problem = plain_label()
        self.buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, self
        )
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(self._form)
        layout.addStretch(1)
        layout.addWidget(self.problem)
        layout.addWidget(self.buttons)
        self.resize(400, self.sizeHint().height())
        self._check()

    def _check(self, _value: Any = None) -> None:
        text = "" if self.source.value()[0] else tr("ShapeDialog", "Choose the source, or enter a new one.")
        for edit in (self.begin, self.end) if self._is_line else ():
            if edit.text().strip() and parse_date(edit.text()).precision == Precision.UNREADABLE:
                text = tr("ShapeDialog", "“{text}” is not a date.").format(text=edit.text())
        self.problem.setText(text)
        self.buttons.button(QDialogButtonBox.StandardButton.Save).setEnabled(not text)

    def draft(self) -> State:
        """Return the shape and what is typed about it, for another session to go on with."""
        return {"wkt": self._wkt, "title": self.name.text(), "fields": fields(self)}

    def take_draft(self, state: State) -> None:
        """Go on with what another session had typed about this shape."""
        fill(self, state["fields"])

    def record(self) -> tuple[Union[Trace, Area], Optional[Source]]:
        """Return the row as entered and its source when that is new."""
        source_uuid, source = self.source.value()
        shared: dict[str, Any] = {
            "geom": self._wkt,
            "city": self.city.currentData(),
            "name": self.name.text().strip() or None,
            "accuracy_m": self.accuracy.value(),
            "source_uuid": source_uuid,
            "note": self.note.text().strip() or None,
        }
        if not self._is_line:
            kind = self.area_kind.currentData()
            return Area(**shared, kind=kind, site_uuid=self.site.value()), source
        return self._trace(shared), source

    def _trace(self, shared: dict[str, Any]) -> Trace:
        begin, end = self.begin.text().strip(), self.end.text().strip()
        period = parse_period(begin or None, end or None)
        return Trace(
            **shared,
            kind=self.kind.value() or TraceKind.ROAD.value,
            sheet_uuid=self.sheet.value(),
            fidelity=self.fidelity.value() or Fidelity.DIGITIZED.value,
            survives=self.survives.value() or Survives.UNKNOWN.value,
            begin_text=begin or None,
            begin_earliest=period.begin.earliest,
            begin_latest=period.begin.latest,
            end_text=end or None,
            end_earliest=period.end.earliest,
            end_latest=period.end.latest,
        )


def measure(geometry: QgsGeometry, is_line: bool) -> str:
    """Return the ellipsoidal length or surface of a shape in WGS 84, as text."""
    area = QgsDistanceArea()
    area.setSourceCrs(QgsCoordinateReferenceSystem("EPSG:4326"), QgsProject.instance().transformContext())
    area.setEllipsoid(QgsProject.instance().ellipsoid() or "EPSG:7030")
    if is_line:
        return f"{area.measureLength(geometry):,.0f} m"
    return f"{area.measureArea(geometry) / 10_000:,.2f} ha"


def city_of(atlas: Atlas, geometry: QgsGeometry) -> Optional[str]:
    """Return the city in whose surroundings the middle of a shape lies."""
    middle = geometry.boundingBox().center()
    for city in atlas.rows(City):
        if is_around(city, middle.x(), middle.y()):
            return city.name
    return None
