# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Who changed what and when: of one site, or of the whole atlas; with the way back."""

from __future__ import annotations

import datetime as dt
from typing import Any, Optional

from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QSplitter, QVBoxLayout, QWidget

from ...core.atlas import history
from ...core.atlas.model import BY_TABLE, Site
from .tables import Table
from .widgets import plain_label


def local_time(stamp: str) -> str:
    """Return a stored UTC time as the user's clock shows it."""
    try:
        moment = dt.datetime.fromisoformat(stamp.replace("Z", "+00:00"))
    except ValueError:
        return stamp
    return moment.astimezone().strftime("%Y-%m-%d %H:%M:%S")


class HistoryDialog(QDialog):
    """Shows the history; ``restore_wanted(site, line)`` and ``undo_wanted(batch, action)`` ask back."""

    restore_wanted = pyqtSignal(str, int)
    undo_wanted = pyqtSignal(str, str)

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
        headings = [self.tr("When"), self.tr("Who"), self.tr("What"), self.tr("Table"), self.tr("Row")]
        if not self._site:
            headings = [self.tr("When"), self.tr("Who"), self.tr("What"), self.tr("Note")]
        self.list = Table(headings, "historyList", self)
        self.list.currentCellChanged.connect(self._show)
        self.changes = Table(
            [self.tr("Row"), self.tr("Field"), self.tr("Before"), self.tr("After")], "historyChanges", self
        )
        self.empty = plain_label(self.tr("Nothing has been changed since the atlas was made."))
        splitter = QSplitter(Qt.Orientation.Vertical, self)
        splitter.addWidget(self.list)
        splitter.addWidget(self.changes)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        text = self.tr("Restore the state after this line") if self._site else self.tr("Undo this step")
        self.back = buttons.addButton(text, QDialogButtonBox.ButtonRole.ActionRole)
        self.back.setObjectName("historyBack")
        self.back.clicked.connect(self._wanted)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.empty)
        layout.addWidget(splitter, 1)
        layout.addWidget(buttons)

    def refill(self) -> None:
        """Read the history again."""
        if self._site:
            self._fill_site()
        else:
            self.setWindowTitle(self.tr("History of the atlas"))
            batches = history.batches(self.atlas)
            self.list.fill([(local_time(b.at), b.who, b.action, b.note) for b in batches], batches)
        self.empty.setVisible(not self.list.rowCount())
        self.back.setEnabled(bool(self.list.rowCount()))
        if self.list.rowCount():
            self.list.setCurrentCell(0, 0)
        else:
            self.changes.fill([])

    def _fill_site(self) -> None:
        site = self.atlas.get(Site, self._site)
        self.setWindowTitle(self.tr("History of “{}”").format(site.name if site else self._site))
        actions = history.actions(self.atlas)
        entries = history.of_site(self.atlas, self._site)[::-1]
        rows = [
            (local_time(e.at), e.who, _what(e, actions.get(e.batch, "")), BY_TABLE[e.table].LABEL, e.title)
            for e in entries
        ]
        self.list.fill(rows, entries)

    def _show(self, *_cell: int) -> None:
        chosen = self.list.chosen()
        if chosen is None:
            return
        entries = [chosen] if self._site else history.of_batch(self.atlas, chosen.id)[:500]
        rows = [(entry.title, *line) for entry in entries for line in history.differences(entry)]
        self.changes.fill(rows)

    def _wanted(self) -> None:
        chosen = self.list.chosen()
        if chosen is None:
            return
        if self._site:
            self.restore_wanted.emit(self._site, chosen.number)
        else:
            self.undo_wanted.emit(chosen.id, chosen.action)


def _what(entry: Any, action: str) -> str:
    return f"{entry.action} ({action})" if action and action != entry.action else entry.action
