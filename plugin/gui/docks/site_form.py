# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The form that stays open beside the map while a site is added, placed or moved."""

from __future__ import annotations

import datetime as dt
from typing import Any, Optional

from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QGroupBox,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ...core.atlas.edits import gestures
from ...core.atlas.model import (
    Assertion,
    Category,
    City,
    Confidence,
    Likelihood,
    Site,
    Source,
    Status,
    storable,
)
from ...core.atlas.positions import is_around
from ...core.atlas.store.store import replace, user_name
from ...core.dates import Precision, bounds_of, parse_date
from ...core.discrepancies.duplicates import Neighbour, Reason, neighbours, unlocated
from ...core.errors import AtlasError
from ...core.i18n import tr
from ..drafts import State, fields, fill
from ..widgets.inputs import (
    ListBox,
    LookupBox,
    SourceBox,
    narrow,
    open_within_screen,
)
from ..widgets.labels import plain_label
from ..widgets.number_box import NumberBox
from ..widgets.position_box import PositionBox

WAIT_MS = 250
LONGEST_NAME = 300


class SiteDialog(QDialog):
    """Collects a site and its position; ``accepted_site`` tells that the user wants it saved.

    ``site`` is None for a new one; an unlocated one is placed, a located one moved.
    """

    save_wanted = pyqtSignal()
    position_changed = pyqtSignal()
    neighbour_chosen = pyqtSignal(str)
    site_chosen = pyqtSignal(str)
    begun = pyqtSignal()
    """Another site, or a new one: nothing is typed yet."""

    def __init__(self, atlas: Any, scale: Any, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.atlas = atlas
        self.site: Optional[Site] = None
        self._scale = scale
        self._accuracy_by_hand = False
        self._city_by_hand = False
        self._cities = atlas.rows(City)
        self.setObjectName("CityAtlasSiteDialog")
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT_MS)
        self._timer.timeout.connect(self._look_around)
        self._build()
        self.refill()
        self.show_site(None)

    # -- building ------------------------------------------------------------------------------------

    def _build(self) -> None:
        body = QWidget(self)
        column = QVBoxLayout(body)
        column.addWidget(self._place_group())
        self._about = self._about_group()
        column.addWidget(self._about)
        column.addWidget(self._evidence_group())
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(body)
        self.problem = plain_label()
        self.problem.setObjectName("siteProblem")
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.save = self.buttons.addButton(tr("SiteDialog", "Save"), QDialogButtonBox.ButtonRole.ApplyRole)
        self.save.setObjectName("saveSite")
        self.save.setDefault(True)
        self.save.clicked.connect(self.save_wanted)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(area, 1)
        layout.addWidget(self.problem)
        layout.addWidget(self.buttons)
        open_within_screen(self, 400, 720)

    def _place_group(self) -> QGroupBox:
        group = QGroupBox(tr("SiteDialog", "Where"), self)
        self.queue = LookupBox(self)
        self.queue.setObjectName("queueBox")
        self.queue.setAccessibleName(tr("SiteDialog", "Site to place"))
        self.queue.currentIndexChanged.connect(self._queue_chosen)
        self.clue = plain_label()
        self.clue.setObjectName("clueLabel")
        self.position = PositionBox(self)
        self.position.changed.connect(self._position_changed)
        self.near_title = plain_label(tr("SiteDialog", "May be the same thing (double click shows it):"))
        self.near = QListWidget(self)
        self.near.setObjectName("neighbourList")
        self.near.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.near.itemDoubleClicked.connect(self._neighbour_wanted)
        form = narrow(QFormLayout(group))
        form.addRow(tr("SiteDialog", "Site"), self.queue)
        form.addRow(self.clue)
        form.addRow(self.position)
        form.addRow(self.near_title)
        form.addRow(self.near)
        return group

    def _about_group(self) -> QGroupBox:
        group = QGroupBox(tr("SiteDialog", "What"), self)
        self.name = QLineEdit(self)
        self.name.setObjectName("nameEdit")
        self.name.textChanged.connect(self._typed)
        self.name_ko = QLineEdit(self)
        self.name_ko.setObjectName("nameKoEdit")
        self.category = LookupBox(self)
        self.category.setObjectName("categoryBox")
        self.category.currentTextChanged.connect(self._typed)
        self.city = QComboBox(self)
        self.city.setObjectName("cityBox")
        self.city.activated.connect(self._city_chosen)
        self.status = ListBox(Status, parent=self)
        self.status.setObjectName("statusBox")
        self.begin, self.end = QLineEdit(self), QLineEdit(self)
        self.begin.setObjectName("beginEdit")
        self.end.setObjectName("endEdit")
        self.begin.setPlaceholderText(tr("SiteDialog", "1927, c. 1930s, after 2017"))
        for edit in (self.begin, self.end):
            edit.textChanged.connect(self._check)
        form = narrow(QFormLayout(group))
        form.addRow(tr("SiteDialog", "Name"), self.name)
        form.addRow(tr("SiteDialog", "Korean name"), self.name_ko)
        form.addRow(tr("SiteDialog", "Category"), self.category)
        form.addRow(tr("SiteDialog", "City"), self.city)
        form.addRow(tr("SiteDialog", "Status"), self.status)
        form.addRow(tr("SiteDialog", "Began"), self.begin)
        form.addRow(tr("SiteDialog", "Ended"), self.end)
        return group

    def _evidence_group(self) -> QGroupBox:
        group = QGroupBox(tr("SiteDialog", "How we know"), self)
        self.source = SourceBox(self)
        self.source.changed.connect(self._check)
        self.locator = QLineEdit(self)
        self.locator.setObjectName("locatorEdit")
        self.locator.setPlaceholderText(tr("SiteDialog", "Page, link or record"))
        self.imagery = QLineEdit(self)
        self.imagery.setObjectName("imageryEdit")
        self.imagery.setPlaceholderText(tr("SiteDialog", "2019-05 or 12 May 2019"))
        self.imagery.textChanged.connect(self._check)
        self.accuracy = NumberBox(self, unit="m")
        self.accuracy.setObjectName("accuracySpin")
        self.accuracy.setSpecialValueText(tr("SiteDialog", "not known"))
        self.accuracy.setToolTip(
            tr(
                "SiteDialog",
                "Proposed from the map's scale: 0.5 mm on the screen and {:g} m for the imagery itself, "
                "added as independent errors and rounded up. Say better if you know better.",
            ).format(gestures.IMAGERY_M)
        )
        self.accuracy.editingFinished.connect(self._accuracy_typed)
        self.likelihood = ListBox(Likelihood, parent=self)
        self.likelihood.setObjectName("likelihoodBox")
        self.likelihood.setToolTip(tr("SiteDialog", "How likely it is that this is what it is said to be"))
        self.confidence = ListBox(Confidence, parent=self)
        self.confidence.setObjectName("confidenceBox")
        self.confidence.setToolTip(tr("SiteDialog", "How good the evidence is, apart from the likelihood"))
        self.note = QLineEdit(self)
        self.note.setObjectName("noteEdit")
        form = narrow(QFormLayout(group))
        form.addRow(tr("SiteDialog", "Source"), self.source)
        form.addRow(tr("SiteDialog", "Where in it"), self.locator)
        form.addRow(tr("SiteDialog", "Imagery of"), self.imagery)
        form.addRow(tr("SiteDialog", "Accuracy"), self.accuracy)
        form.addRow(tr("SiteDialog", "Likelihood"), self.likelihood)
        form.addRow(tr("SiteDialog", "Confidence"), self.confidence)
        form.addRow(tr("SiteDialog", "Note"), self.note)
        return group

    # -- filling -------------------------------------------------------------------------------------

    def refill(self) -> None:
        """Read the lists from the atlas again (after a save)."""
        self.source.fill(self.atlas.rows(Source))
        categories = sorted(self.atlas.rows(Category), key=lambda c: (c.sort or 0, c.label))
        self.category.fill((c.id, c.label or c.id) for c in categories)
        if not self.city.count():
            self.city.addItem(tr("SiteDialog", "(none)"), None)
            for city in self._cities:
                self.city.addItem(city.name, city.name)
        self._fill_queue()

    def _fill_queue(self) -> None:
        self.queue.blockSignals(True)
        entries: list[tuple[Optional[str], str]] = [(None, tr("SiteDialog", "New site"))]
        self._unlocated = unlocated(self.atlas)
        entries += [(s.uuid, f"{s.name} ({s.city or '–'}, unlocated)") for s in self._unlocated]
        if self.site is not None and self.site.geom:
            entries.insert(1, (self.site.uuid, self.site.name))
        self.queue.fill(entries)
        self.queue.set_value(self.site.uuid if self.site else None)
        self.queue.blockSignals(False)

    def show_site(self, site: Optional[Site]) -> None:
        """Make ready for a new site, or for the position of an existing one."""
        self.site = site
        self._accuracy_by_hand = self._city_by_hand = False
        self.setWindowTitle(
            tr("SiteDialog", "Add a site") if site is None
            else tr("SiteDialog", "Move “{}”").format(site.name) if site.geom
            else tr("SiteDialog", "Place “{}”").format(site.name)
        )  # fmt: skip
        self._fill_queue()
        self._about.setVisible(site is None)
        self.clue.setText(tr("SiteDialog", "Clue: {}").format(site.clue) if site and site.clue else "")
        self.clue.setVisible(bool(self.clue.text()))
        for edit in (self.name, self.name_ko, self.begin, self.end, self.locator, self.note):
            edit.clear()
        self.accuracy.setValue(0.0)
        self.category.set_value("unknown" if site is None else site.category)
        self.city.setCurrentIndex(0)
        self.status.set_value(site.status if site else Status.UNKNOWN.value)
        self.likelihood.set_value(site.likelihood if site else Likelihood.POSSIBLE.value)
        self.confidence.set_value(site.confidence if site else Confidence.LOW.value)
        self.position.clear()
        self._look_around()
        self._check()
        self.begun.emit()

    def draft(self) -> State:
        """Return what is typed, for another session to go on with."""
        shown = fields(self)
        del shown["queueBox"]
        title = self.name.text() if self.site is None else ""
        site = self.site.uuid if self.site else ""
        return {"site": site, "title": title, "from_map": self.position.from_map, "fields": shown}

    def take_draft(self, state: State) -> None:
        """Go on with what another session had typed (``show_site`` comes first)."""
        fill(self, state["fields"])
        self.position.set_from_map(state["from_map"])
        self._accuracy_by_hand = self._city_by_hand = True

    def _queue_chosen(self, _index: int) -> None:
        wanted = self.queue.value()
        if wanted != (self.site.uuid if self.site else None) and self.queue.currentIndex() >= 0:
            self.site_chosen.emit(wanted or "")

    def set_position(self, lon: float, lat: float) -> None:
        """Take a position from the map."""
        self.position.set_position(lon, lat)

    def _position_changed(self) -> None:
        place = self.position.position()
        if place is not None:
            if not self._accuracy_by_hand:
                self.accuracy.setValue(self.proposed_accuracy())
            if not self._city_by_hand:
                self.city.setCurrentIndex(max(0, self.city.findData(self._city_at(*place))))
        self._timer.start()
        self._check()
        self.position_changed.emit()

    def proposed_accuracy(self) -> float:
        """Return the accuracy in metres that the present position suggests."""
        if self.position.from_map:
            return gestures.proposed_accuracy(self._scale())
        # A typed position: its last digit, but never better than a map is.
        return gestures.round_up(max(self.position.precision_m, gestures.IMAGERY_M))

    def _city_at(self, lon: float, lat: float) -> Optional[str]:
        for city in self._cities:
            if is_around(city, lon, lat):
                return city.name
        return None

    def _accuracy_typed(self) -> None:
        self._accuracy_by_hand = self.accuracy.value() > 0

    def _city_chosen(self, _index: int) -> None:
        self._city_by_hand = True

    # -- neighbours ----------------------------------------------------------------------------------

    def _typed(self, _text: str = "") -> None:
        self._timer.start()
        self._check()

    def _look_around(self) -> None:
        name = self.site.name if self.site else self.name.text()
        category = self.site.category if self.site else self.category.value() or "unknown"
        besides = self.site.uuid if self.site else ""
        place, queue = self.position.position(), self._unlocated
        accuracy = self.accuracy.value()
        found = neighbours(
            self.atlas, name, category, place, accuracy_m=accuracy, besides=besides, queue=queue
        )
        self.near.clear()
        for item in found[:50]:
            entry = QListWidgetItem(self._line(item))
            entry.setData(Qt.ItemDataRole.UserRole, (item.uuid, item.reason == Reason.UNLOCATED))
            self.near.addItem(entry)
        lines = min(max(self.near.count(), 1), 5)
        self.near.setFixedHeight(self.near.sizeHintForRow(0) * lines + 2 * self.near.frameWidth() + 4)
        self.near.setVisible(bool(found))
        self.near_title.setVisible(bool(found))

    def _line(self, item: Neighbour) -> str:
        if item.distance_m is None:
            return tr("SiteDialog", "{} — unlocated: double click places it").format(item.name)
        far = f"{item.distance_m:,.0f} m" if item.distance_m < 1000 else f"{item.distance_m / 1000:,.1f} km"
        return f"{item.name} — {far}, {tr('Duplicates', item.reason.value)}"

    def _neighbour_wanted(self, entry: QListWidgetItem) -> None:
        uuid, unlocated = entry.data(Qt.ItemDataRole.UserRole)
        (self.site_chosen if unlocated else self.neighbour_chosen).emit(uuid)

    # -- the answer ----------------------------------------------------------------------------------

    def missing(self) -> str:
        """Return what is still needed before this can be saved; empty: nothing."""
        if self.site is None and not storable(self.name.text().strip()):
            return tr("SiteDialog", "The site needs a name.")
        if self.site is None and max(len(self.name.text()), len(self.name_ko.text())) > LONGEST_NAME:
            text = tr("SiteDialog", "A name has at most {} letters; put the rest into the note.")
            return text.format(LONGEST_NAME)
        if self.site is None and self.category.value() is None:
            return tr("SiteDialog", "Choose a category of the list.")
        if self.position.position() is None:
            return tr("SiteDialog", "Click the map or type a position.")
        if self.source.value()[0] is None:
            return tr("SiteDialog", "Choose the source of the position, or enter a new one.")
        dates = (
            (self.imagery, tr("SiteDialog", "imagery")),
            (self.begin, tr("SiteDialog", "began")),
            (self.end, tr("SiteDialog", "ended")),
        )
        for edit, what in dates:
            if edit.text().strip() and parse_date(edit.text()).precision == Precision.UNREADABLE:
                return tr("SiteDialog", "“{}” is not a date ({}).").format(edit.text(), what)
        return ""

    def _check(self, _value: Any = None) -> None:
        text = self.missing()
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
        self.save.setEnabled(not text)

    def assertion(self) -> tuple[Assertion, Optional[Source]]:
        """Return the position as an assertion (not yet of a site), and its source when that is new."""
        place = self.position.position()
        source_uuid, source = self.source.value()
        if place is None or source_uuid is None:
            raise AtlasError(self.missing())
        made = Assertion(
            geom=gestures.point(*place),
            source_uuid=source_uuid,
            locator=self.locator.text().strip() or None,
            as_printed=None if self.position.from_map else self.position.edit.text().strip(),
            imagery_date=self.imagery.text().strip() or None,
            accuracy_m=self.accuracy.value() or None,
            likelihood=self.likelihood.value(),
            confidence=self.confidence.value(),
            analyst=user_name() or None,
            asserted_on=dt.date.today().isoformat(),
            note=storable(self.note.text().strip()) or None,
        )
        return made, source

    def new_site(self) -> Site:
        """Return the new site as entered."""
        begin, end = self.begin.text().strip(), self.end.text().strip()
        site = Site(
            name=storable(self.name.text().strip()),
            name_ko=storable(self.name_ko.text().strip()) or None,
            category=self.category.value() or "unknown",
            city=self.city.currentData(),
            status=self.status.value() or Status.UNKNOWN.value,
            likelihood=self.likelihood.value() or Likelihood.POSSIBLE.value,
            confidence=self.confidence.value() or Confidence.LOW.value,
        )
        return replace(site, begin_text=begin or None, end_text=end or None, **bounds_of(begin, end))
