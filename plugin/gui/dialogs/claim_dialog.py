# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""A form for a claim: what is said of what, measured from where, with which number, by whom."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ...core.atlas.model import City, Claim, Figure, Relation, Source
from ...core.errors import AtlasError
from ...core.i18n import tr
from ...core.numbers import may_be_thousands, read_number
from ..drafts import State, fields, fill
from ..widgets.inputs import narrow, open_within_screen
from ..widgets.labels import plain_label

if TYPE_CHECKING:
    from ...core.atlas.store.store import Atlas

OPERATORS = ("", "about", "=", ">=", "<=", ">", "<")
UNITS = ("", "km", "m", "mi", "nmi", "ft")
MOST_NAMES = 20_000
"""Names offered for completion; a longer atlas still finds any name that is typed whole."""


class ClaimDialog(QDialog):
    """Fills in a claim; ``claim`` returns it, ``check`` says what would come of it."""

    def __init__(self, atlas: Atlas, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName("ClaimDialog")
        self.setWindowTitle(tr("ClaimDialog", "Add a claim"))
        open_within_screen(self, 460, 700)
        self._atlas = atlas
        layout = QVBoxLayout(self)
        body = QWidget(self)
        form = narrow(QFormLayout(body))
        self._fields(form)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(body)
        layout.addWidget(area, 1)
        self.verdict = plain_label(name="claimVerdict", selectable=True, parent=self)
        layout.addWidget(self.verdict)
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Save | QDialogButtonBox.StandardButton.Cancel, self
        )
        self.try_button = buttons.addButton(
            tr("ClaimDialog", "Try it"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.try_button.setObjectName("claimTry")
        self.try_button.clicked.connect(self.check)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout.addWidget(buttons)

    def _fields(self, form: QFormLayout) -> None:
        rows = self._atlas.backend.select(
            "SELECT name FROM sites WHERE deleted = 0 ORDER BY importance LIMIT ?", (MOST_NAMES,)
        )
        names = sorted({row[0] for row in rows})
        cities = ["", *(row.name for row in self._atlas.rows(City))]
        self.text = self._edit(form, "claimText", tr("ClaimDialog", "Statement"))
        self.relation = self._combo(
            form, "claimRelation", tr("ClaimDialog", "It says"), [r.value for r in Relation]
        )
        self.subject = self._edit(form, "claimSubject", tr("ClaimDialog", "Of site"), names)
        self.subject_filter = self._edit(form, "claimFilter", tr("ClaimDialog", "or of sites where"))
        self.subject_filter.setPlaceholderText("category = 'market' AND city = 'Hamhung'")
        self.subject_figure = self._figures(form, "claimFigure", tr("ClaimDialog", "or of figure"))
        self.reference = self._edit(form, "claimReference", tr("ClaimDialog", "From site"), names)
        self.reference_city = self._combo(
            form, "claimDowntown", tr("ClaimDialog", "or from downtown"), cities
        )
        self.reference_filter = self._edit(
            form, "claimNearest", tr("ClaimDialog", "or nearest site matching")
        )
        self.reference_figure = self._figures(form, "claimOther", tr("ClaimDialog", "or against figure"))
        self.operator = self._combo(form, "claimOperator", tr("ClaimDialog", "Comparison"), OPERATORS)
        self.threshold = self._edit(form, "claimThreshold", tr("ClaimDialog", "Stated value"))
        self.unit = self._combo(form, "claimUnit", tr("ClaimDialog", "Unit"), UNITS)
        self.unit.setEditable(True)
        self.tolerance = self._edit(form, "claimTolerance", tr("ClaimDialog", "Tolerance (±)"))
        self.radius = self._edit(form, "claimRadius", tr("ClaimDialog", "Within radius"))
        self.radius.setPlaceholderText("20 km")
        self.city = self._combo(form, "claimCity", tr("ClaimDialog", "City"), cities)
        self.date = self._edit(form, "claimDate", tr("ClaimDialog", "Date"))
        self.source = QComboBox(self)
        self.source.setObjectName("claimSource")
        _wide(self.source)
        for row in self._atlas.rows(Source):
            self.source.addItem(row.title, row.uuid)
        form.addRow(tr("ClaimDialog", "Source"), self.source)

    def _edit(self, form: QFormLayout, name: str, label: str, words: Optional[list[str]] = None) -> QLineEdit:
        edit = QLineEdit(self)
        edit.setObjectName(name)
        if words is not None:
            completer = QCompleter(words, edit)
            completer.setFilterMode(Qt.MatchFlag.MatchContains)
            completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
            edit.setCompleter(completer)
        form.addRow(label, edit)
        return edit

    def _combo(self, form: QFormLayout, name: str, label: str, words: Any) -> QComboBox:
        combo = QComboBox(self)
        combo.setObjectName(name)
        combo.addItems(list(words))
        form.addRow(label, combo)
        return combo

    def _figures(self, form: QFormLayout, name: str, label: str) -> QComboBox:
        combo = self._combo(form, name, label, [])
        _wide(combo)
        combo.addItem("", None)
        for row in self._atlas.rows(Figure):
            value = "" if row.value is None else f"{row.value:,.10g} {row.unit or ''}"
            combo.addItem(f"{row.city or ''} {row.label}: {value} {row.date_text or ''}".strip(), row.uuid)
        return combo

    # -- a draft -------------------------------------------------------------------------------------

    def draft(self) -> State:
        """Return what is typed, for another session to go on with."""
        return {"title": self.text.text(), "fields": fields(self)}

    def take_draft(self, state: State) -> None:
        """Go on with what another session had typed."""
        fill(self, state["fields"])

    # -- what was entered ----------------------------------------------------------------------------

    def claim(self) -> Claim:
        """Return the claim as entered.  Raises AtlasError for a field that cannot be read."""
        from ...core.measure.units import parse_distance

        text = self.text.text().strip()
        if not text:
            raise AtlasError(
                tr("ClaimDialog", "The claim has no statement."),
                hint=tr("ClaimDialog", "Write what the source says."),
            )
        if self.source.currentData() is None:
            raise AtlasError(
                tr("ClaimDialog", "The atlas has no source to name."),
                hint=tr("ClaimDialog", "Add the source first."),
            )
        radius = self.radius.text().strip()
        return Claim(
            text=text,
            relation=self.relation.currentText(),
            subject_site=self._site(self.subject),
            subject_filter=self.subject_filter.text().strip() or None,
            subject_figure=self.subject_figure.currentData(),
            reference_site=self._site(self.reference),
            reference_city=self.reference_city.currentText() or None,
            reference_filter=self.reference_filter.text().strip() or None,
            reference_figure=self.reference_figure.currentData(),
            reference_kind=self._reference_kind(),
            operator=self.operator.currentText() or None,
            threshold=_number(self.threshold),
            tolerance=_number(self.tolerance),
            unit=self.unit.currentText().strip() or None,
            radius_m=parse_distance(radius) if radius else None,
            city=self.city.currentText() or None,
            date_text=self.date.text().strip() or None,
            source_uuid=self.source.currentData(),
        )

    def _reference_kind(self) -> Optional[str]:
        if self.reference_filter.text().strip():
            return "nearest member"
        if self.reference.text().strip():
            return "point"
        if self.reference_city.currentText():
            return "downtown"
        return "figure" if self.reference_figure.currentData() else None

    def _site(self, edit: QLineEdit) -> Optional[str]:
        name = edit.text().strip()
        if not name:
            return None
        rows = self._atlas.backend.select(
            "SELECT uuid FROM sites WHERE deleted = 0 AND name = ? COLLATE NOCASE", (name,)
        )
        if len(rows) != 1:
            text = tr("ClaimDialog", "No site of this atlas is called “{name}”.")
            if rows:
                text = tr("ClaimDialog", "“{name}” is the name of %n sites of this atlas.", len(rows))
            raise AtlasError(
                text.format(name=name),
                hint=tr("ClaimDialog", "Choose a name from the list, or use a filter."),
            )
        return str(rows[0][0])

    def check(self, _checked: bool = False) -> bool:
        """Show what comes of the claim, or what is wrong with it; returns whether it could be read."""
        from ...core.measure import claims
        from ...core.measure.dataset import Dataset

        try:
            finding = claims.check(self.claim(), Dataset.of(self._atlas))
        except AtlasError as error:
            self.verdict.setText(str(error))
            return False
        parts = (finding.verdict.value, finding.computed, finding.why, finding.flip)
        self.verdict.setText("\n".join(part for part in parts if part))
        return True

    def accept(self) -> None:
        """Close when the claim can be read; what is wrong is shown otherwise."""
        if self.check():
            super().accept()


def _wide(combo: QComboBox) -> None:
    """Let a combo box fill its row, however long its entries are."""
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    combo.setMinimumContentsLength(12)
    combo.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)


def _number(edit: QLineEdit) -> Optional[float]:
    """Return the number of a field, None where it is empty.  Raises AtlasError."""
    text = edit.text().strip()
    if not text:
        return None
    if may_be_thousands(text):
        raise AtlasError(
            tr("ClaimDialog", "“{text}” can be read in two ways.").format(text=text),
            hint=tr("ClaimDialog", "Write {thousands} or {decimal}.").format(
                thousands=text.replace(",", ""), decimal=text.replace(",", ".")
            ),
        )
    try:
        return read_number(text)
    except ValueError as error:
        raise AtlasError(
            tr("ClaimDialog", "“{text}” is not a number.").format(text=text),
            hint=tr("ClaimDialog", "Write it like 3.3 or 16738."),
        ) from error
