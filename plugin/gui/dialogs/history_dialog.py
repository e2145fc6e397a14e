# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Who changed what and when: of one site, or of the whole atlas, with what was deleted; and the way back."""

from __future__ import annotations

import datetime as dt
from typing import Any, Optional

from qgis.gui import QgsFilterLineEdit
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QSplitter,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...core.atlas.edits import history
from ...core.atlas.model import BY_TABLE, Site
from ...core.i18n import tr
from ..widgets.labels import plain_label
from ..widgets.tables import TextTable


def local_time(stamp: str) -> str:
    """Return a stored UTC time as the user's clock shows it."""
    try:
        moment = dt.datetime.fromisoformat(stamp.replace("Z", "+00:00"))
    except ValueError:
        return stamp
    return moment.astimezone().strftime("%Y-%m-%d %H:%M:%S")


class HistoryDialog(QDialog):
    """Shows the history of a site, or the steps and the deleted sites of the atlas.

    ``restore_wanted(site, line)``, ``undo_wanted(batch, action)`` and ``back_wanted(gone)`` ask back.
    """

    restore_wanted = pyqtSignal(str, int)
    undo_wanted = pyqtSignal(str, str)
    back_wanted = pyqtSignal(object)

    def __init__(self, atlas: Any, site_uuid: str = "", parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.atlas = atlas
        self._site = site_uuid
        self.setObjectName("CityAtlasHistoryDialog")
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)
        self._build()
        self.refill()
        self.resize(720, 520)

    def _build(self) -> None:
        headings = [
            tr("HistoryDialog", "When"),
            tr("HistoryDialog", "Who"),
            tr("HistoryDialog", "What"),
            tr("HistoryDialog", "Table"),
            tr("HistoryDialog", "Row"),
        ]
        if not self._site:
            headings = [
                tr("HistoryDialog", "When"),
                tr("HistoryDialog", "Who"),
                tr("HistoryDialog", "What"),
                tr("HistoryDialog", "Note"),
            ]
        self.list = TextTable(headings, "historyList", self)
        self.list.currentCellChanged.connect(self._show)
        self.changes = TextTable(
            [
                tr("HistoryDialog", "Row"),
                tr("HistoryDialog", "Field"),
                tr("HistoryDialog", "Before"),
                tr("HistoryDialog", "After"),
            ],
            "historyChanges",
            self,
        )
        self.empty = plain_label(tr("HistoryDialog", "Nothing has been changed since the atlas was made."))
        splitter = QSplitter(Qt.Orientation.Vertical, self)
        splitter.addWidget(self.list)
        splitter.addWidget(self.changes)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.back = buttons.addButton(
            tr("HistoryDialog", "Restore the state after this line"), QDialogButtonBox.ButtonRole.ActionRole
        )
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
        self.what.setVisible(not self._site)
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
    def _shows_deleted(self) -> bool:
        return not self._site and self.what.currentIndex() == 1

    def refill(self, _index: int = 0) -> None:
        """Read the history again."""
        if self._site:
            self._fill_site()
        elif self._shows_deleted:
            self._fill_deleted()
        else:
            self.setWindowTitle(tr("HistoryDialog", "History of the atlas"))
            self.list.setHorizontalHeaderItem(3, QTableWidgetItem(tr("HistoryDialog", "Note")))
            batches = history.batches(self.atlas)
            self.list.fill(
                [(local_time(b.at), b.who, history.in_words(b.action), b.note) for b in batches], batches
            )
            self.back.setText(tr("HistoryDialog", "Undo this step"))
        nothing = tr("HistoryDialog", "No site is deleted.") if self._shows_deleted else tr(
            "HistoryDialog", "Nothing has been changed since the atlas was made.")  # fmt: skip
        self.empty.setText(nothing)
        self.empty.setVisible(not self.list.rowCount())
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
        if not shown:
            self.changes.fill([])

    def _fill_deleted(self) -> None:
        self.setWindowTitle(tr("HistoryDialog", "Deleted sites"))
        self.list.setHorizontalHeaderItem(3, QTableWidgetItem(tr("HistoryDialog", "Site")))
        actions = history.actions(self.atlas)
        sites = history.deleted_sites(self.atlas)
        self.list.fill([_row_of(site, actions) for site in sites], sites)
        self.back.setText(tr("HistoryDialog", "Bring this site back"))

    def _fill_site(self) -> None:
        site = self.atlas.get(Site, self._site)
        self.setWindowTitle(tr("HistoryDialog", "History of “{}”").format(site.name if site else self._site))
        actions = history.actions(self.atlas)
        entries = history.of_site(self.atlas, self._site)[::-1]
        rows = [
            (
                local_time(e.at),
                e.who,
                _what(e, actions.get(e.batch, "")),
                tr("Layer", BY_TABLE[e.table].LABEL),
                e.title,
            )
            for e in entries
        ]
        self.list.fill(rows, entries)

    def _show(self, *_cell: int) -> None:
        chosen = self.list.chosen()
        if chosen is None:
            return
        if self._shows_deleted:
            self._show_deleted(chosen)
            return
        entries = [chosen] if self._site else history.of_batch(self.atlas, chosen.id)[:500]
        rows = [(entry.title, *line) for entry in entries for line in history.differences(entry)]
        self.changes.fill(rows)

    def _show_deleted(self, gone: Any) -> None:
        """Show what the site held when it went."""
        held = gone.line.before if gone.line else {}
        lines = history.compare(Site.TABLE, held, {})
        self.changes.fill([(gone.name, label, value, None) for label, value, _nothing in lines])

    def _wanted(self) -> None:
        chosen = self.list.chosen()
        if chosen is None:
            return
        if self._shows_deleted:
            self.back_wanted.emit(chosen)
        elif self._site:
            self.restore_wanted.emit(self._site, chosen.number)
        else:
            self.undo_wanted.emit(chosen.id, chosen.action)


def _row_of(gone: Any, actions: dict[str, str]) -> tuple:
    names = ", ".join(filter(None, (gone.name, gone.name_ko, gone.city)))
    if gone.line is None:
        return ("", "", "", names)
    return (
        local_time(gone.line.at),
        gone.line.who,
        history.in_words(actions.get(gone.line.batch, "")),
        names,
    )


def _what(entry: Any, action: str) -> str:
    own = history.in_words(entry.action)
    return f"{own} ({history.in_words(action)})" if action and action != entry.action else own
