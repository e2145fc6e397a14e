# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Who changed what and when: of one site, or of the whole atlas, with what was deleted; and the way back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Optional, Protocol

from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from ...core.atlas.edits import history
from ...core.atlas.edits.narration import Narrator, Step, action_in_words, gone_in_words
from ...core.atlas.model import Site
from ...core.i18n import tr
from ..widgets.inputs import open_within_screen
from ..widgets.labels import plain_label
from ..widgets.tables import TextTable

if TYPE_CHECKING:
    from ...core.atlas.store.store import Atlas

MOST_CHANGES = 500
"""Lines of a step that are shown."""
Row = Sequence[Any]


def local_time(stamp: str) -> str:
    """Return a stored UTC time as the user's clock shows it."""
    try:
        moment = dt.datetime.fromisoformat(stamp.replace("Z", "+00:00"))
    except ValueError:
        return stamp
    return moment.astimezone().strftime("%Y-%m-%d %H:%M:%S")


class HistoryView(Protocol):
    """One way to look at the history."""

    title: str
    button: str
    """What the button does with the line that is chosen."""
    nothing: str
    """What is said when there is none."""
    headings: Sequence[str]

    def lines(self) -> tuple[list[Row], list[Any]]:
        """Return the rows to show and what each stands for."""

    def changes(self, chosen: Any) -> list[Row]:
        """Return (about, field, before, after) of the line that is chosen."""

    def go_back(self, dialog: HistoryDialog, chosen: Any) -> None:
        """Ask for what the button says."""


class StepsView:
    """The steps of the atlas, each with the sites that it changed."""

    def __init__(self, atlas: Atlas, narrator: Narrator) -> None:
        self._atlas, self._narrator = atlas, narrator
        self.title = tr("HistoryDialog", "History of the atlas")
        self.button = tr("HistoryDialog", "Undo this step")
        self.nothing = tr("HistoryDialog", "Nothing has been changed since the atlas was made.")
        self.headings: Sequence[str] = (
            tr("HistoryDialog", "When"),
            tr("HistoryDialog", "Who"),
            tr("HistoryDialog", "What"),
            tr("HistoryDialog", "Of what"),
            tr("HistoryDialog", "Note"),
        )

    def lines(self) -> tuple[list[Row], list[Any]]:
        steps = self._narrator.steps()
        rows: list[Row] = [(local_time(s.batch.at), s.batch.who, s.what, s.about, s.note) for s in steps]
        return rows, steps

    def changes(self, chosen: Step) -> list[Row]:
        entries = history.of_batch(self._atlas, chosen.batch.id)[:MOST_CHANGES]
        return [line for entry in entries for line in self._narrator.changes(entry)]

    def go_back(self, dialog: HistoryDialog, chosen: Step) -> None:
        dialog.undo_wanted.emit(chosen.batch.id, chosen.batch.action)


class SiteView:
    """What happened to one site, its assertions and its names."""

    def __init__(self, atlas: Atlas, narrator: Narrator, site_uuid: str) -> None:
        self._atlas, self._narrator, self._site = atlas, narrator, site_uuid
        site = atlas.get(Site, site_uuid)
        self.title = tr("HistoryDialog", "History of “{name}”").format(name=site.name if site else "–")
        self.button = tr("HistoryDialog", "Restore the state after this line")
        self.nothing = tr("HistoryDialog", "Nothing has been changed since the atlas was made.")
        self.headings: Sequence[str] = (
            tr("HistoryDialog", "When"),
            tr("HistoryDialog", "Who"),
            tr("HistoryDialog", "What"),
            tr("HistoryDialog", "Of what"),
        )

    def lines(self) -> tuple[list[Row], list[Any]]:
        steps = history.actions(self._atlas)
        entries = history.of_site(self._atlas, self._site)[::-1]
        rows: list[Row] = [
            (
                local_time(entry.at),
                entry.who,
                _done(entry.action, steps.get(entry.batch, "")),
                self._narrator.table_of(entry),
            )
            for entry in entries
        ]
        return rows, entries

    def changes(self, chosen: history.Entry) -> list[Row]:
        return list(self._narrator.changes(chosen))

    def go_back(self, dialog: HistoryDialog, chosen: history.Entry) -> None:
        dialog.restore_wanted.emit(self._site, chosen.number)


class DeletedView:
    """The sites that were deleted, each as it was when it went."""

    def __init__(self, atlas: Atlas, narrator: Narrator) -> None:
        self._atlas, self._narrator = atlas, narrator
        self.title = tr("HistoryDialog", "Deleted sites")
        self.button = tr("HistoryDialog", "Bring this site back")
        self.nothing = tr("HistoryDialog", "No site is deleted.")
        self.headings: Sequence[str] = (
            tr("HistoryDialog", "When"),
            tr("HistoryDialog", "Who"),
            tr("HistoryDialog", "What"),
            tr("HistoryDialog", "Site"),
        )

    def lines(self) -> tuple[list[Row], list[Any]]:
        steps = history.actions(self._atlas)
        sites = history.deleted_sites(self._atlas)
        return [self._row(gone, steps) for gone in sites], sites

    @staticmethod
    def _row(gone: history.Gone, steps: dict[str, str]) -> Row:
        names = ", ".join(filter(None, (gone.name, gone.name_ko, gone.city)))
        if gone.line is None:
            return ("", "", "", names)
        done = action_in_words(steps.get(gone.line.batch, gone.line.action))
        return (local_time(gone.line.at), gone.line.who, done, names)

    def changes(self, chosen: history.Gone) -> list[Row]:
        held = gone_in_words(self._narrator, chosen.line.before if chosen.line else None)
        return [(chosen.name, field, value, "") for field, value in held]

    def go_back(self, dialog: HistoryDialog, chosen: history.Gone) -> None:
        dialog.back_wanted.emit(chosen)


def _done(row_action: str, step_action: str) -> str:
    """Return what was done to a row, and in which step."""
    if not step_action or step_action == row_action:
        return action_in_words(row_action)
    return tr("HistoryDialog", "{what} ({step})").format(
        what=action_in_words(row_action), step=action_in_words(step_action)
    )


class HistoryDialog(QDialog):
    """Shows the history of a site, or the steps and the deleted sites of the atlas.

    ``restore_wanted(site, line)``, ``undo_wanted(batch, action)`` and ``back_wanted(gone)`` ask back.
    """

    restore_wanted = pyqtSignal(str, int)
    undo_wanted = pyqtSignal(str, str)
    back_wanted = pyqtSignal(object)

    def __init__(self, atlas: Atlas, site_uuid: str = "", parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        narrator = Narrator(atlas)
        self._views: list[HistoryView] = (
            [SiteView(atlas, narrator, site_uuid)]
            if site_uuid
            else [StepsView(atlas, narrator), DeletedView(atlas, narrator)]
        )
        self.setObjectName("CityAtlasHistoryDialog")
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)
        self._build()
        self.refill()
        open_within_screen(self, 820, 560)

    def _build(self) -> None:
        self.list = TextTable((), "historyList", self)
        self.list.currentCellChanged.connect(self._show)
        headings = (
            tr("HistoryDialog", "Of what"),
            tr("HistoryDialog", "Field"),
            tr("HistoryDialog", "Before"),
            tr("HistoryDialog", "After"),
        )
        self.changes = TextTable(headings, "historyChanges", self)
        self.empty = plain_label()
        splitter = QSplitter(Qt.Orientation.Vertical, self)
        splitter.addWidget(self.list)
        splitter.addWidget(self.changes)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.back = buttons.addButton("", QDialogButtonBox.ButtonRole.ActionRole)
        self.back.setObjectName("historyBack")
        self.back.clicked.connect(self._wanted)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(self._choices())
        layout.addWidget(self.empty)
        layout.addWidget(splitter, 1)
        layout.addWidget(buttons)

    def _choices(self) -> QHBoxLayout:
        self.what = QComboBox(self)
        self.what.setObjectName("historyWhat")
        self.what.addItems([tr("HistoryDialog", "Steps"), tr("HistoryDialog", "Deleted sites")])
        self.what.setVisible(len(self._views) > 1)
        self.find = QgsFilterLineEdit(self)
        self.find.setObjectName("historyFind")
        self.find.setShowSearchIcon(True)
        self.find.setPlaceholderText(tr("HistoryDialog", "Find"))
        self.what.currentIndexChanged.connect(self.refill)
        self.find.textChanged.connect(self._filter)
        row = QHBoxLayout()
        row.addWidget(self.what)
        row.addWidget(self.find, 1)
        return row

    @property
    def view(self) -> HistoryView:
        """What is looked at."""
        return self._views[min(self.what.currentIndex(), len(self._views) - 1)]

    def refill(self, _index: int = 0) -> None:
        """Read the history again."""
        view = self.view
        rows, items = view.lines()
        self.setWindowTitle(view.title)
        self.back.setText(view.button)
        self.empty.setText(view.nothing)
        self.empty.setVisible(not rows)
        # Cell by cell the old lines give way to those of another kind: nothing is chosen meanwhile.
        self.list.blockSignals(True)
        self.list.show_table(view.headings, rows, items)
        self.list.blockSignals(False)
        self._filter(self.find.text())

    def _filter(self, text: str) -> None:
        """Show the lines in which a text stands, and choose the first of them."""
        wanted, columns = text.strip().casefold(), range(self.list.columnCount())
        shown = []
        for row in range(self.list.rowCount()):
            cells = (self.list.item(row, column).text().casefold() for column in columns)
            hidden = not any(wanted in cell for cell in cells)
            self.list.setRowHidden(row, hidden)
            shown += [] if hidden else [row]
        self.back.setEnabled(bool(shown))
        self.list.setCurrentCell(shown[0] if shown else -1, 0)
        self._show()

    def _show(self, *_cell: int) -> None:
        chosen = self.list.chosen()
        self.changes.fill([] if chosen is None else self.view.changes(chosen))

    def _wanted(self, _checked: bool = False) -> None:
        chosen = self.list.chosen()
        if chosen is not None:
            self.view.go_back(self, chosen)
