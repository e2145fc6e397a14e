# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""A period to look at: slider, list and map together, through QGIS's temporal controller."""

from __future__ import annotations

from datetime import date
from typing import Optional

from qgis.core import QgsDateTimeRange, QgsTemporalNavigationObject
from qgis.gui import QgsRangeSlider
from qgis.PyQt.QtCore import QDate, QDateTime, QRectF, Qt, QTime, QTimer, pyqtSignal
from qgis.PyQt.QtGui import QBrush, QColor, QPainter, QPaintEvent, QPalette
from qgis.PyQt.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QSpinBox, QVBoxLayout, QWidget

from ....core.dates import UNKNOWN_DAY, from_day_number
from ....core.i18n import tr
from ....core.search.columns import SiteColumns
from ....core.search.criteria import PeriodCriterion
from ...context import Context
from ...part import disconnect, icon_of
from ...widgets.buttons import tool_button
from ...widgets.labels import plain_label

FIRST_YEAR = 1900
STEP_MS = 333
PLAYED_YEARS = 10
"""So many years are played at a time when the period is everything there is."""
MOST_SPANS = 12
Mode = QgsTemporalNavigationObject.NavigationMode


class TimePage(QWidget):
    """Emits the period for the filter; the map gets it from the temporal controller."""

    edited = pyqtSignal(object)
    """A PeriodCriterion, or None for all times."""

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.context = context
        self._on = False
        self._quiet = False
        self._telling = True
        self._limits = (FIRST_YEAR, date.today().year)
        self._before: Optional[tuple[QgsTemporalNavigationObject.NavigationMode, QgsDateTimeRange]] = None
        self._build()
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(80)
        self._wait.timeout.connect(self._apply)
        self._playing = QTimer(self)
        self._playing.setInterval(STEP_MS)
        self._playing.timeout.connect(self._step)

    def _build(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 8, 6, 6)
        self.switch = QCheckBox(tr("SitesTime", "Show one period only"), self)
        self.switch.setObjectName("periodSwitch")
        self.switch.toggled.connect(self._switched)
        layout.addWidget(self.switch)
        self.slider = QgsRangeSlider(Qt.Orientation.Horizontal, self)
        self.slider.setObjectName("periodSlider")
        self.slider.setAccessibleName(tr("SitesTime", "Period"))
        self.slider.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.slider.rangeChanged.connect(self._slid)
        layout.addWidget(self.slider)
        row = QHBoxLayout()
        self.first, self.last = QSpinBox(self), QSpinBox(self)
        for box, name, title in ((self.first, "periodFirst", tr("SitesTime", "First year")),
                                 (self.last, "periodLast", tr("SitesTime", "Last year"))):  # fmt: skip
            box.setObjectName(name)
            box.setAccessibleName(title)
            box.setRange(1, 9999)
            box.setKeyboardTracking(False)
            box.valueChanged.connect(self._typed)
        tip = tr("SitesTime", "Play: the period moves on year by year")
        self.play = tool_button("periodPlay", tip, icon="mActionPlay.svg", checkable=True, parent=self)
        self.play.toggled.connect(self._played)
        row.addWidget(self.first)
        row.addStretch(1)
        row.addWidget(self.play)
        row.addStretch(1)
        row.addWidget(self.last)
        layout.addLayout(row)
        text = tr("SitesTime", "A handle at its end leaves that side open. Sites without dates stay visible.")
        self.open_end = plain_label(text, parent=self)
        self.open_end.setEnabled(False)
        layout.addWidget(self.open_end)
        self.spans = SpanChart(self)
        layout.addWidget(self.spans, 1)
        self._enable()

    # -- the atlas -----------------------------------------------------------------------------------

    def open(self) -> None:
        """Follow the temporal controller from now on."""
        controller = self._controller()
        if controller is not None:
            disconnect(controller.updateTemporalRange, self._follow)
            controller.updateTemporalRange.connect(self._follow)

    def set_columns(self, columns: SiteColumns) -> None:
        """Take the limits of the slider from the dates there are."""
        begins = columns.days["begin_earliest"]
        known = begins[begins != UNKNOWN_DAY]
        first = int(from_day_number(int(known.min())).rsplit("-", 2)[0]) if len(known) else FIRST_YEAR
        before, shown = self._limits, (self.slider.lowerValue(), self.slider.upperValue())
        self._limits = (max(1, first - 1), date.today().year + 1)
        # The atlas may have been read again: a handle that was set stays, one at its end stays at the end.
        low, high = (
            new if not self._on or now == old else now for now, old, new in zip(shown, before, self._limits)
        )
        self._quiet = True
        self.slider.setRangeLimits(*self._limits)
        self.slider.setRange(low, high)
        self._quiet = False
        self._numbers(self.slider.lowerValue(), self.slider.upperValue())
        self.spans.limits = self._limits

    def close_atlas(self) -> None:
        """Stop and give the temporal controller back as it was."""
        self.switch.setChecked(False)
        controller = self._controller()
        if controller is not None:
            disconnect(controller.updateTemporalRange, self._follow)
        self.spans.show_spans([])

    def leave(self) -> None:
        """The period of the filter comes from elsewhere now, or is gone: let the map go, tell nobody."""
        if self._on:
            self._telling = False
            self.switch.setChecked(False)
            self._telling = True

    def release(self) -> None:
        """Let go of the controller."""
        self.close_atlas()

    def _controller(self) -> Optional[QgsTemporalNavigationObject]:
        controller = self.context.iface.mapCanvas().temporalController()
        return controller if isinstance(controller, QgsTemporalNavigationObject) else None

    # -- the period ----------------------------------------------------------------------------------

    def _enable(self) -> None:
        for widget in (self.slider, self.first, self.last, self.play):
            widget.setEnabled(self._on)

    def _switched(self, on: bool) -> None:
        self._on = on
        self._enable()
        if on:
            self._hold()
        elif self._before is not None:
            self.play.setChecked(False)
            self._let_go()
            if self._telling:
                self.edited.emit(None)

    def show_on_map(self, shown: bool) -> None:
        """A dock that is closed leaves no period on the map; it takes it up again when it is opened."""
        if self._on and shown and self._before is None:
            self._hold()
        elif not shown and self._before is not None:
            self.play.setChecked(False)
            self._let_go()

    def _hold(self) -> None:
        controller = self._controller()
        if controller is not None:
            self._before = (controller.navigationMode(), controller.temporalExtents())
            self._apply()

    def _let_go(self) -> None:
        controller, before = self._controller(), self._before
        self._wait.stop()
        self._before = None
        if controller is not None and before is not None:
            mode, extents = before
            self._quiet = True
            controller.setTemporalExtents(extents)
            controller.setNavigationMode(mode)
            self._quiet = False

    def _slid(self, first: int, last: int) -> None:
        self._numbers(first, last)
        if not self._quiet and self._on:
            self._wait.start()

    def _typed(self, _value: int) -> None:
        first, last = self.first.value(), self.last.value()
        if first > last:  # the year that was set counts, the other one comes along
            first = last = last if self.sender() is self.last else first
        self.slider.setRange(max(first, self._limits[0]), min(last, self._limits[1]))

    def _numbers(self, first: int, last: int) -> None:
        for box, value in ((self.first, first), (self.last, last)):
            box.blockSignals(True)
            box.setValue(value)
            box.blockSignals(False)

    def _apply(self) -> None:
        controller = self._controller()
        if self._before is None or controller is None:
            return
        first, last = self.slider.lowerValue(), self.slider.upperValue()
        self._quiet = True
        controller.setNavigationMode(Mode.FixedRange)
        controller.setTemporalExtents(years(first, last))
        self._quiet = False
        self._tell(first, last)

    def _tell(self, first: int, last: int) -> None:
        low, high = self._limits
        self.spans.period = (first, last)
        self.spans.update()
        start = None if first <= low else f"{first:04d}"
        end = None if last >= high else f"{last:04d}"
        self.edited.emit(PeriodCriterion(start, end) if start or end else None)

    # -- playing -------------------------------------------------------------------------------------

    def _played(self, on: bool) -> None:
        self.play.setIcon(icon_of("temporal_navigation/pause.svg" if on else "mActionPlay.svg"))
        self._playing.stop()
        if on and self._on:
            self._begin()
            self._playing.start()

    def _begin(self) -> None:
        """Play from where the period is; from the start when it is at its end or is everything."""
        first, last = self.slider.lowerValue(), self.slider.upperValue()
        low, high = self._limits
        if last >= high:
            width = last - first if first > low else PLAYED_YEARS - 1
            first = min(max(low, FIRST_YEAR), high - width)
            self.slider.setRange(first, first + width)

    def _step(self) -> None:
        """Move the period on by a year; a map that is still being drawn is waited for."""
        if self.context.iface.mapCanvas().isDrawing():
            return
        first, last = self.slider.lowerValue(), self.slider.upperValue()
        if last >= self._limits[1]:
            self.play.setChecked(False)
        else:
            self.slider.setRange(first + 1, last + 1)

    def _follow(self, period: QgsDateTimeRange) -> None:
        """The controller moved: in QGIS's own panel."""
        if self._quiet or self._before is None or period.isInfinite():
            return
        first, last = period.begin().date().year(), period.end().date().year()
        if period.end().date() == QDate(last, 1, 1) and last > first:
            last -= 1  # a frame of a year ends where the next one begins
        self._quiet = True
        self.slider.setRange(max(first, self._limits[0]), min(last, self._limits[1]))
        self._quiet = False
        self._tell(first, last)


def years(first: int, last: int) -> QgsDateTimeRange:
    """Return the range from the first day of a year to the last moment of another."""
    begin = QDateTime(QDate(first, 1, 1), QTime(0, 0))
    return QgsDateTimeRange(begin, QDateTime(QDate(last, 12, 31), QTime(23, 59, 59)))


class SpanChart(QLabel):
    """When the selected sites stood: solid where certain, hatched where it may have been.

    A label, because style sheets of dark themes give labels their colours.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("spanChart")
        self.setAccessibleName(tr("SitesTime", "Spans of the selected sites"))
        self.limits = (FIRST_YEAR, date.today().year)
        self.period: Optional[tuple[int, int]] = None
        self._spans: list[tuple[str, tuple[Optional[float], ...]]] = []
        self.setMinimumHeight(self.fontMetrics().height() * 4)

    def show_spans(self, spans: list[tuple[str, tuple[Optional[float], ...]]]) -> None:
        """Show sites: name and decimal years (begin earliest, latest, end earliest, latest), None unknown."""
        self._spans = spans[:MOST_SPANS]
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        palette, height = self.palette(), self.fontMetrics().height()
        if not self._spans:
            painter.setPen(palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText))
            text = tr("SitesTime", "Select sites to see when they stood.")
            painter.drawText(self.rect(), int(Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap), text)
            painter.end()
            return
        if self.period is not None:
            box = QRectF(self._x(self.period[0]), 0, 0, self.height())
            box.setRight(self._x(self.period[1] + 1))
            shade = QColor(palette.color(QPalette.ColorRole.WindowText))
            shade.setAlpha(28)
            painter.fillRect(box, shade)
        for place, (name, span) in enumerate(self._spans):
            top = place * (height * 1.8)
            painter.setPen(palette.color(QPalette.ColorRole.WindowText))
            shown = self.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, self.width())
            painter.drawText(QRectF(0, top, self.width(), height), shown)
            self._bar(painter, top + height, height * 0.55, span)
        painter.end()

    def _x(self, year: float) -> float:
        first, last = self.limits
        share = (year - first) / max(last - first, 1)
        return min(max(share, 0.0), 1.0) * (self.width() - 1)

    def _bar(self, painter: QPainter, top: float, height: float, span: tuple[Optional[float], ...]) -> None:
        begin_low, begin_high, end_low, end_high = span
        colour = self.palette().color(QPalette.ColorRole.Highlight)
        solid, hatch = QBrush(colour), QBrush(colour, Qt.BrushStyle.BDiagPattern)
        if all(part is None for part in span):
            self._part(painter, top, height, hatch, self.limits[0], self.limits[1] + 1)
            return
        low = begin_low if begin_low is not None else self.limits[0]
        sure_from = begin_high if begin_high is not None else (end_low or end_high or self.limits[1])
        no_end = end_low is None and end_high is None
        until = self.limits[1] + 1 if no_end else (end_high if end_high is not None else self.limits[1] + 1)
        sure_to = until if no_end else (end_low if end_low is not None else sure_from)
        self._part(painter, top, height, hatch, low, until)
        if sure_to > sure_from:
            self._part(painter, top, height, solid, sure_from, sure_to)

    def _part(
        self, painter: QPainter, top: float, height: float, brush: QBrush, start: float, end: float
    ) -> None:
        left, right = self._x(start), self._x(end)
        painter.fillRect(QRectF(left, top, max(2.0, right - left), height), brush)


def span_of(columns: SiteColumns, place: int) -> tuple[Optional[float], ...]:
    """Return the bounds of a site's span as decimal years."""
    names = ("begin_earliest", "begin_latest", "end_earliest", "end_latest")
    days = [int(columns.days[name][place]) for name in names]
    return tuple(None if day == UNKNOWN_DAY else 1970.0 + day / 365.2425 for day in days)
