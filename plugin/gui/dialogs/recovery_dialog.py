# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""What a crashed session left unsaved, beside what is in the file: restore, discard, or later."""

from __future__ import annotations

from typing import TYPE_CHECKING, Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QMessageBox,
    QVBoxLayout,
    QWidget,
)

from ...core.atlas.layers.layer_roles import BY_ROLE
from ...core.atlas.layers.recovery import comparison
from ...core.i18n import tr
from ..widgets.buttons import push_button
from ..widgets.labels import plain_label
from ..widgets.tables import TextTable

if TYPE_CHECKING:
    from ...core.atlas.edits.journal import Left
    from ...core.atlas.store.store import Atlas

RESTORE, LATER, DISCARD, RESUME, DROP = 1, 0, 2, 3, 4


class RecoveryDialog(QDialog):
    """Shows the edits and drafts of one journal; ``exec`` returns RESTORE, DISCARD or LATER.

    RESUME and DROP are about the draft that is chosen in ``drafts``.
    """

    def __init__(self, left: Left, atlas: Atlas, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._left = left
        self.setObjectName("CityAtlasRecoveryDialog")
        self.setWindowTitle(tr("RecoveryDialog", "Unsaved edits"))
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)
        lines = comparison(left, atlas)
        text = plain_label(
            tr("RecoveryDialog", "Edits of {time} that were not saved when QGIS ended: {number}").format(
                time=left.when, number=left.count
            )
        )
        headings = [
            tr("RecoveryDialog", "Layer"),
            tr("RecoveryDialog", "Row"),
            tr("RecoveryDialog", "Field"),
            tr("RecoveryDialog", "In the file"),
            tr("RecoveryDialog", "Edited"),
        ]
        self.table = TextTable(headings, "recoveryTable", self)
        self.table.fill([(BY_ROLE[x.role].name, x.title, x.label, x.in_file, x.in_journal) for x in lines])
        buttons = QDialogButtonBox(self)
        self.restore = buttons.addButton(
            tr("RecoveryDialog", "Restore"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self.later = buttons.addButton(tr("RecoveryDialog", "Later"), QDialogButtonBox.ButtonRole.RejectRole)
        self.discard = buttons.addButton(
            tr("RecoveryDialog", "Discard edits…"), QDialogButtonBox.ButtonRole.DestructiveRole
        )
        self.restore.setDefault(True)
        self.restore.clicked.connect(self._restore)
        self.later.clicked.connect(self.reject)
        self.discard.clicked.connect(self._discard)
        layout = QVBoxLayout(self)
        layout.addWidget(text)
        layout.addWidget(self.table, 1)
        layout.addWidget(
            plain_label(
                tr("RecoveryDialog", "Restored edits come back into the edit session; you save them.")
            )
        )
        if left.drafts:
            layout.addWidget(self._unfinished())
        layout.addWidget(buttons)
        self.resize(720, 420)

    def _unfinished(self) -> QWidget:
        """Return what shows the forms and drawings that were open."""
        whole = QWidget(self)
        self.drafts = TextTable(
            [tr("RecoveryDialog", "Not finished"), tr("RecoveryDialog", "Last change")],
            "recoveryDrafts",
            whole,
        )
        self.drafts.fill([(draft.title, draft.when) for draft in self._left.drafts], self._left.drafts)
        self.drafts.setCurrentCell(0, 0)
        self.drafts.setMaximumHeight(130)
        self.go_on = push_button("goOnButton", tr("RecoveryDialog", "Go on"), self._resume, parent=whole)
        self.drop = push_button("dropButton", tr("RecoveryDialog", "Discard…"), self._drop, parent=whole)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(self.go_on)
        row.addWidget(self.drop)
        layout = QVBoxLayout(whole)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.drafts)
        layout.addLayout(row)
        return whole

    def _resume(self, _checked: bool = False) -> None:
        self.done(RESUME)

    def _drop(self, _checked: bool = False) -> None:
        self.done(DROP)

    def _restore(self) -> None:
        self.done(RESTORE)

    def _discard(self) -> None:
        if confirm_discard(self, self._left.when, str(self._left.count)):
            self.done(DISCARD)


def confirm_discard(parent: Optional[QWidget], when: str, what: str) -> bool:
    """Ask before edits (how many) or a draft (its title) are thrown away for good."""
    box = QMessageBox(parent)
    box.setObjectName("CityAtlasDiscardQuestion")
    box.setIcon(QMessageBox.Icon.Warning)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(
        tr("RecoveryDialog", "Throw away the unsaved edits of {time} ({what})?").format(time=when, what=what)
    )
    box.setInformativeText(tr("RecoveryDialog", "They cannot be brought back."))
    box.setStandardButtons(QMessageBox.StandardButton.Discard | QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(QMessageBox.StandardButton.Cancel)
    answer = box.exec()
    box.deleteLater()
    return answer == QMessageBox.StandardButton.Discard
