# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The form beside the map in which a site is added, placed or moved.

``PlaceGroup`` says where, ``AboutGroup`` what, ``EvidenceGroup`` how we know; ``SiteForm`` is all of it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Callable, Optional

from qgis.gui import QgsDockWidget
from qgis.PyQt.QtCore import Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QCheckBox,
    QComboBox,
    QFormLayout,
    QGroupBox,
    QHBoxLayout,
    QLineEdit,
    QListWidgetItem,
    QRadioButton,
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
from ..widgets.buttons import push_button
from ..widgets.inputs import ListBox, LookupBox, SourceBox, narrow
from ..widgets.labels import plain_label
from ..widgets.number_box import NumberBox
from ..widgets.position_box import PositionBox
from ..widgets.wrapped_list import WrappedList

if TYPE_CHECKING:
    from ...core.atlas.store.store import Atlas

WAIT_MS = 250
LONGEST_NAME = 300
MOST_NEIGHBOURS = 50
NOT_TYPED = ("queueBox", "keepAdding")
"""Inputs that say how the form is used, not what is entered."""


class PlaceGroup(QGroupBox):
    """Which site, and where it stands; with what it may be the same as."""

    changed = pyqtSignal()
    site_chosen = pyqtSignal(str)
    neighbour_chosen = pyqtSignal(str)

    def __init__(self, atlas: Atlas, parent: QWidget) -> None:
        super().__init__(tr("SiteForm", "Where"), parent)
        self._atlas = atlas
        self._site: Optional[Site] = None
        self._unlocated: Sequence[Any] = ()
        self.queue = LookupBox(self)
        self.queue.setObjectName("queueBox")
        self.queue.setAccessibleName(tr("SiteForm", "Site to place"))
        self.queue.currentIndexChanged.connect(self._queue_chosen)
        self.clue = plain_label(name="clueLabel", selectable=True)
        self.position = PositionBox(self)
        self.position.changed.connect(self.changed)
        self.near_title = plain_label(tr("SiteForm", "May be the same thing (double click shows it):"))
        self.near = WrappedList("neighbourList", self)
        self.near.itemDoubleClicked.connect(self._neighbour_wanted)
        form = narrow(QFormLayout(self))
        form.addRow(tr("SiteForm", "Site"), self.queue)
        form.addRow(self.clue)
        form.addRow(self.position)
        form.addRow(self.near_title)
        form.addRow(self.near)

    def show_site(self, site: Optional[Site]) -> None:
        """Ask for the position of a site (None: of a new one)."""
        self._site = site
        self.refill()
        clue = tr("SiteForm", "Clue: {clue}").format(clue=site.clue) if site and site.clue else ""
        self.clue.setText(clue)
        self.clue.setVisible(bool(clue))
        self.position.clear()

    def refill(self) -> None:
        """Read the unlocated sites again."""
        site = self._site
        self._unlocated = unlocated(self._atlas)
        self.queue.blockSignals(True)
        text = tr("SiteForm", "{name} ({city}, unlocated)")
        entries: list[tuple[Optional[str], str]] = [(None, tr("SiteForm", "New site"))]
        entries += [(s.uuid, text.format(name=s.name, city=s.city or "–")) for s in self._unlocated]
        if site is not None and site.geom:
            entries.insert(1, (site.uuid, site.name))
        self.queue.fill(entries)
        self.queue.set_value(site.uuid if site else None)
        self.queue.blockSignals(False)

    def _queue_chosen(self, _index: int) -> None:
        wanted = self.queue.value()
        if wanted != (self._site.uuid if self._site else None) and self.queue.currentIndex() >= 0:
            self.site_chosen.emit(wanted or "")

    def look_around(self, name: str, category: str, accuracy_m: float) -> None:
        """List what the site may be the same as."""
        found = neighbours(
            self._atlas,
            name,
            category,
            self.position.position(),
            accuracy_m=accuracy_m,
            besides=self._site.uuid if self._site else "",
            queue=self._unlocated,
        )
        self.near.clear()
        for item in found[:MOST_NEIGHBOURS]:
            entry = QListWidgetItem(_line(item))
            entry.setData(Qt.ItemDataRole.UserRole, (item.uuid, item.reason == Reason.UNLOCATED))
            self.near.addItem(entry)
        self.near.fit()
        self.near.setVisible(bool(found))
        self.near_title.setVisible(bool(found))

    def _neighbour_wanted(self, entry: QListWidgetItem) -> None:
        uuid, is_unlocated = entry.data(Qt.ItemDataRole.UserRole)
        (self.site_chosen if is_unlocated else self.neighbour_chosen).emit(uuid)


def _line(item: Neighbour) -> str:
    if item.distance_m is None:
        return tr("SiteForm", "{name}: unlocated, double click places it").format(name=item.name)
    far = f"{item.distance_m:,.0f} m" if item.distance_m < 1000 else f"{item.distance_m / 1000:,.1f} km"
    return tr("SiteForm", "{name}: {distance}, {reason}").format(
        name=item.name, distance=far, reason=tr("Duplicates", item.reason.value)
    )


class AboutGroup(QGroupBox):
    """What a new site is."""

    changed = pyqtSignal()

    def __init__(self, atlas: Atlas, parent: QWidget) -> None:
        super().__init__(tr("SiteForm", "What"), parent)
        self._atlas = atlas
        self._cities = atlas.rows(City)
        self._city_by_hand = False
        self.name, self.name_ko, self.begin, self.end = (QLineEdit(self) for _ in range(4))
        for edit, name in (
            (self.name, "nameEdit"),
            (self.name_ko, "nameKoEdit"),
            (self.begin, "beginEdit"),
            (self.end, "endEdit"),
        ):
            edit.setObjectName(name)
            edit.textChanged.connect(self.changed)
        self.begin.setPlaceholderText(tr("SiteForm", "1927, c. 1930s, after 2017"))
        self.category = LookupBox(self)
        self.category.setObjectName("categoryBox")
        self.category.currentTextChanged.connect(self.changed)
        self.city = QComboBox(self)
        self.city.setObjectName("cityBox")
        self.city.addItem(tr("SiteForm", "(none)"), None)
        for city in self._cities:
            self.city.addItem(city.name, city.name)
        self.city.activated.connect(self._city_chosen)
        self.status = ListBox(Status, parent=self)
        self.status.setObjectName("statusBox")
        form = narrow(QFormLayout(self))
        form.addRow(tr("SiteForm", "Name"), self.name)
        form.addRow(tr("SiteForm", "Korean name"), self.name_ko)
        form.addRow(tr("SiteForm", "Category"), self.category)
        form.addRow(tr("SiteForm", "City"), self.city)
        form.addRow(tr("SiteForm", "Status"), self.status)
        form.addRow(tr("SiteForm", "Began"), self.begin)
        form.addRow(tr("SiteForm", "Ended"), self.end)

    def refill(self) -> None:
        """Read the categories again."""
        categories = sorted(self._atlas.rows(Category), key=lambda c: (c.sort or 0, c.label))
        self.category.fill((c.id, c.label or c.id) for c in categories)

    def begin_anew(self) -> None:
        """Empty everything."""
        self._city_by_hand = False
        for edit in (self.name, self.name_ko, self.begin, self.end):
            edit.clear()
        self.category.set_value("unknown")
        self.city.setCurrentIndex(0)
        self.status.set_value(Status.UNKNOWN.value)

    def _city_chosen(self, _index: int) -> None:
        self._city_by_hand = True

    def keep_city(self) -> None:
        """Let the city stay as it is, wherever the position goes."""
        self._city_by_hand = True

    def propose_city(self, lon: float, lat: float) -> None:
        """Choose the city around a place, unless the user has chosen one."""
        if not self._city_by_hand:
            name = next((city.name for city in self._cities if is_around(city, lon, lat)), None)
            self.city.setCurrentIndex(max(0, self.city.findData(name)))

    def missing(self) -> str:
        """Return what is still needed; empty: nothing."""
        if not storable(self.name.text().strip()):
            return tr("SiteForm", "The site needs a name.")
        if max(len(self.name.text()), len(self.name_ko.text())) > LONGEST_NAME:
            return tr("SiteForm", "A name has at most %n letters; put the rest into the note.", LONGEST_NAME)
        if self.category.value() is None:
            text = tr("SiteForm", "“{text}” is no category of the atlas. Choose one of the list.")
            return text.format(text=self.category.currentText().strip())
        return _unreadable(
            (self.begin, tr("SiteForm", "“{text}” (began) is not a date.")),
            (self.end, tr("SiteForm", "“{text}” (ended) is not a date.")),
        )

    def site(self) -> Site:
        """Return the new site, without what the evidence says of it."""
        begin, end = self.begin.text().strip(), self.end.text().strip()
        site = Site(
            name=storable(self.name.text().strip()),
            name_ko=storable(self.name_ko.text().strip()) or None,
            category=self.category.value() or "unknown",
            city=self.city.currentData(),
            status=self.status.value() or Status.UNKNOWN.value,
        )
        return replace(site, begin_text=begin or None, end_text=end or None, **bounds_of(begin, end))


class EvidenceGroup(QGroupBox):
    """Who says so, how sure it is, and, of a site that has a position, what the new one means."""

    changed = pyqtSignal()

    def __init__(self, atlas: Atlas, parent: QWidget) -> None:
        super().__init__(tr("SiteForm", "How we know"), parent)
        self._atlas = atlas
        self._accuracy_by_hand = False
        self.purpose = self._purpose()
        self.source = SourceBox(self)
        self.source.changed.connect(self.changed)
        self.locator, self.imagery, self.note = (QLineEdit(self) for _ in range(3))
        self.locator.setObjectName("locatorEdit")
        self.locator.setPlaceholderText(tr("SiteForm", "Page, link or record"))
        self.imagery.setObjectName("imageryEdit")
        self.imagery.setPlaceholderText(tr("SiteForm", "2019-05 or 12 May 2019"))
        self.imagery.textChanged.connect(self.changed)
        self.note.setObjectName("noteEdit")
        self.accuracy = NumberBox(self, unit="m")
        self.accuracy.setObjectName("accuracySpin")
        self.accuracy.setSpecialValueText(tr("SiteForm", "not known"))
        self.accuracy.setToolTip(
            tr(
                "SiteForm",
                "Proposed from the map's scale: 0.5 mm on the screen and {metres:g} m for the imagery "
                "itself, added as independent errors and rounded up. Say better if you know better.",
            ).format(metres=gestures.IMAGERY_M)
        )
        self.accuracy.editingFinished.connect(self._accuracy_typed)
        self.likelihood = ListBox(Likelihood, parent=self)
        self.likelihood.setObjectName("likelihoodBox")
        self.likelihood.setToolTip(tr("SiteForm", "How likely it is that this is what it is said to be"))
        self.confidence = ListBox(Confidence, parent=self)
        self.confidence.setObjectName("confidenceBox")
        self.confidence.setToolTip(tr("SiteForm", "How good the evidence is, apart from the likelihood"))
        form = narrow(QFormLayout(self))
        form.addRow(self.purpose)
        form.addRow(tr("SiteForm", "Source"), self.source)
        form.addRow(tr("SiteForm", "Where in it"), self.locator)
        form.addRow(tr("SiteForm", "Imagery of"), self.imagery)
        form.addRow(tr("SiteForm", "Accuracy"), self.accuracy)
        form.addRow(tr("SiteForm", "Likelihood"), self.likelihood)
        form.addRow(tr("SiteForm", "Confidence"), self.confidence)
        form.addRow(tr("SiteForm", "Note"), self.note)

    def _purpose(self) -> QWidget:
        """Return the question what a new position of a located site means."""
        whole = QWidget(self)
        self.correction = QRadioButton(tr("SiteForm", "A correction"), whole)
        self.correction.setObjectName("correctionButton")
        self.opinion = QRadioButton(tr("SiteForm", "Another opinion"), whole)
        self.opinion.setObjectName("opinionButton")
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        for button, what in (
            (
                self.correction,
                tr("SiteForm", "The old position was a mistake: it stays in the history only."),
            ),
            (self.opinion, tr("SiteForm", "The old position stands beside it, as what its source says.")),
        ):
            button.setAutoExclusive(False)  # else neither could be unset again
            button.toggled.connect(self._purpose_chosen)
            layout.addWidget(button)
            layout.addWidget(plain_label(what, small=True))
        return whole

    def _purpose_chosen(self, on: bool) -> None:
        other = self.opinion if self.sender() is self.correction else self.correction
        if on:
            other.setChecked(False)
        self.changed.emit()

    def refill(self) -> None:
        """Read the sources again."""
        self.source.fill(self._atlas.rows(Source))

    def begin_anew(self, site: Optional[Site]) -> None:
        """Empty everything; a first look proposes no more than *possible* and *low*."""
        self._accuracy_by_hand = False
        for edit in (self.locator, self.imagery, self.note):
            edit.clear()
        self.accuracy.setValue(0.0)
        self.likelihood.set_value(Likelihood.POSSIBLE.value)
        self.confidence.set_value(Confidence.LOW.value)
        self.purpose.setVisible(site is not None and bool(site.geom))
        for button in (self.correction, self.opinion):
            button.setChecked(False)

    @property
    def is_correction(self) -> bool:
        """Whether the position takes the place of a mistaken one."""
        return self.correction.isChecked()

    def _accuracy_typed(self) -> None:
        self._accuracy_by_hand = self.accuracy.value() > 0

    def keep_accuracy(self) -> None:
        """Let the accuracy stay as it is, whatever the position."""
        self._accuracy_by_hand = True

    def propose_accuracy(self, metres: float) -> None:
        """Show an accuracy, unless the user has typed one."""
        if not self._accuracy_by_hand:
            self.accuracy.setValue(metres)

    def missing(self) -> str:
        """Return what is still needed; empty: nothing."""
        if self.purpose.isVisibleTo(self) and not (self.correction.isChecked() or self.opinion.isChecked()):
            return tr("SiteForm", "Say whether this is a correction or another opinion.")
        if self.source.value()[0] is None:
            return tr("SiteForm", "Choose the source of the position, or enter a new one.")
        return _unreadable((self.imagery, tr("SiteForm", "“{text}” (imagery) is not a date.")))

    def assertion(self, position: PositionBox) -> tuple[Assertion, Optional[Source]]:
        """Return a position as an assertion (not yet of a site), and its source when that is new."""
        place = position.position()
        source_uuid, source = self.source.value()
        if place is None or source_uuid is None:
            raise AtlasError(tr("SiteForm", "The position or its source is missing."))
        made = Assertion(
            geom=gestures.point(*place),
            source_uuid=source_uuid,
            locator=self.locator.text().strip() or None,
            as_printed=None if position.from_map else position.edit.text().strip(),
            imagery_date=self.imagery.text().strip() or None,
            accuracy_m=self.accuracy.value() or None,
            likelihood=self.likelihood.value(),
            confidence=self.confidence.value(),
            analyst=user_name() or None,
            asserted_on=dt.date.today().isoformat(),
            note=storable(self.note.text().strip()) or None,
        )
        return made, source


def _unreadable(*dates: tuple[QLineEdit, str]) -> str:
    """Return the text for the first of some typed dates that is none; empty: all can be read."""
    for edit, text in dates:
        typed = edit.text().strip()
        if typed and parse_date(typed).precision == Precision.UNREADABLE:
            return text.format(text=typed)
    return ""


class SiteForm(QgsDockWidget):
    """Collects a site and its position beside the map; ``save_wanted`` tells that it is to be saved.

    ``site`` is None for a new one; an unlocated one is placed, a located one moved.  ``may_close`` is asked
    before the user closes the form.
    """

    save_wanted = pyqtSignal()
    position_changed = pyqtSignal()
    neighbour_chosen = pyqtSignal(str)
    site_chosen = pyqtSignal(str)
    begun = pyqtSignal()
    """Another site, or a new one: nothing is typed yet."""
    rejected = pyqtSignal()
    """What was typed is given up."""
    finished = pyqtSignal()

    def __init__(self, atlas: Atlas, scale: Callable[[], float], parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.atlas = atlas
        self.site: Optional[Site] = None
        self.may_close: Callable[[], bool] = lambda: True
        self._scale = scale
        self.setObjectName("CityAtlasSiteDialog")
        self.place = PlaceGroup(atlas, self)
        self.about = AboutGroup(atlas, self)
        self.evidence = EvidenceGroup(atlas, self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(WAIT_MS)
        self._timer.timeout.connect(self._look_around)
        self._build()
        self._connect()
        self.refill()
        self.show_site(None)

    def _build(self) -> None:
        body = QWidget(self)
        column = QVBoxLayout(body)
        for group in (self.place, self.about, self.evidence):
            column.addWidget(group)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(body)
        self.problem = plain_label(name="siteProblem")
        self.keep_adding = QCheckBox(tr("SiteForm", "Keep adding"), self)
        self.keep_adding.setObjectName("keepAdding")
        self.keep_adding.setToolTip(tr("SiteForm", "After a save ask for the next new site"))
        self.save = push_button("saveSite", tr("SiteForm", "Save"), self.save_wanted.emit)
        self.save.setShortcut("Ctrl+Return")
        self.save.setToolTip(tr("SiteForm", "Save the site (Ctrl+Enter)"))
        close = push_button("closeSite", tr("SiteForm", "Close"), self.close)
        row = QHBoxLayout()
        row.addWidget(self.keep_adding)
        row.addStretch(1)
        row.addWidget(self.save)
        row.addWidget(close)
        whole = QWidget(self)
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(6, 6, 6, 6)
        layout.addWidget(area, 1)
        layout.addWidget(self.problem)
        layout.addLayout(row)
        self.setWidget(whole)

    def _connect(self) -> None:
        self.place.changed.connect(self._position_changed)
        self.place.site_chosen.connect(self.site_chosen)
        self.place.neighbour_chosen.connect(self.neighbour_chosen)
        self.about.changed.connect(self._about_changed)
        self.evidence.changed.connect(self._check)

    @property
    def position(self) -> PositionBox:
        """The box with the position."""
        return self.place.position

    @property
    def source(self) -> SourceBox:
        """The box with the source."""
        return self.evidence.source

    # -- filling -------------------------------------------------------------------------------------

    def refill(self) -> None:
        """Read the lists from the atlas again (after a save)."""
        self.evidence.refill()
        self.about.refill()
        self.place.refill()

    def show_site(self, site: Optional[Site]) -> None:
        """Make ready for a new site, or for the position of an existing one."""
        self.site = site
        self.setWindowTitle(_title(site))
        self.about.setVisible(site is None)
        self.keep_adding.setVisible(site is None)
        self.about.begin_anew()
        self.evidence.begin_anew(site)
        self.place.show_site(site)
        self._look_around()
        self._check()
        self.begun.emit()

    def draft(self) -> State:
        """Return what is typed, for another session to go on with."""
        shown = {name: value for name, value in fields(self).items() if name not in NOT_TYPED}
        title = self.about.name.text() if self.site is None else ""
        site = self.site.uuid if self.site else ""
        return {"site": site, "title": title, "from_map": self.position.from_map, "fields": shown}

    def take_draft(self, state: State) -> None:
        """Go on with what another session had typed (``show_site`` comes first)."""
        fill(self, state["fields"])
        self.position.set_from_map(state["from_map"])
        self.evidence.keep_accuracy()
        self.about.keep_city()

    def set_position(self, lon: float, lat: float) -> None:
        """Take a position from the map."""
        self.position.set_position(lon, lat)

    def _position_changed(self) -> None:
        place = self.position.position()
        if place is not None:
            self.evidence.propose_accuracy(self.proposed_accuracy())
            self.about.propose_city(*place)
        self._timer.start()
        self._check()
        self.position_changed.emit()

    def proposed_accuracy(self) -> float:
        """Return the accuracy in metres that the present position suggests."""
        if self.position.from_map:
            return gestures.proposed_accuracy(self._scale())
        # A typed position: its last digit, but never better than a map is.
        return gestures.round_up(max(self.position.precision_m, gestures.IMAGERY_M))

    def _about_changed(self) -> None:
        self._timer.start()
        self._check()

    def _look_around(self) -> None:
        site = self.site
        try:
            self.place.look_around(
                site.name if site else self.about.name.text(),
                (site.category if site else self.about.category.value()) or "unknown",
                self.evidence.accuracy.value(),
            )
        except AtlasError as error:  # the file cannot be read now; a save says so aloud
            self.problem.setText(str(error))
            self.problem.show()

    # -- the answer ----------------------------------------------------------------------------------

    def missing(self) -> str:
        """Return what is still needed before this can be saved; empty: nothing."""
        about = self.about.missing() if self.site is None else ""
        position = "" if self.position.position() else tr("SiteForm", "Click the map or type a position.")
        return about or position or self.evidence.missing()

    def _check(self) -> None:
        text = self.missing()
        self.problem.setText(text)
        self.problem.setVisible(bool(text))
        self.save.setEnabled(not text)

    def assertion(self) -> tuple[Assertion, Optional[Source]]:
        """Return the position as an assertion (not yet of a site), and its source when that is new."""
        return self.evidence.assertion(self.position)

    def new_site(self) -> Site:
        """Return the new site as entered."""
        return replace(
            self.about.site(),
            likelihood=self.evidence.likelihood.value() or Likelihood.POSSIBLE.value,
            confidence=self.evidence.confidence.value() or Confidence.LOW.value,
        )

    # -- closing -------------------------------------------------------------------------------------

    def keyPressEvent(self, event: Any) -> None:
        """Escape closes the form, as in a dialog."""
        if event.key() == Qt.Key.Key_Escape:
            event.accept()
            self.close()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: Any) -> None:
        """Ask when something was typed."""
        if not self.may_close():
            event.ignore()
            return
        super().closeEvent(event)
        self.rejected.emit()
        self.finished.emit()

    def discard(self) -> None:
        """Close without asking."""
        self.may_close = lambda: True
        self.close()


def _title(site: Optional[Site]) -> str:
    if site is None:
        return tr("SiteForm", "Add a site")
    text = tr("SiteForm", "Move “{name}”") if site.geom else tr("SiteForm", "Place “{name}”")
    return text.format(name=site.name)
