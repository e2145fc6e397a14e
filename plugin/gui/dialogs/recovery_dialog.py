# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""What a crashed session left unsaved, beside what is in the file: restore, discard, or later."""

from __future__ import annotations

from typing import Any, Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QMessageBox, QVBoxLayout, QWidget

from ...core.atlas.layers.recovery import comparison
from ...core.atlas.layers.roles import BY_ROLE
from .tables import Table
from .widgets import plain_label

RESTORE, LATER, DISCARD = 1, 0, 2


class RecoveryDialog(QDialog):
    """Shows the edits of one journal; ``exec`` returns RESTORE, DISCARD or LATER."""

    def __init__(self, left: Any, atlas: Any, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self._left = left
        self.setObjectName("CityAtlasRecoveryDialog")
        self.setWindowTitle(self.tr("Unsaved edits"))
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)
        lines = comparison(left, atlas)
        text = plain_label(
            self.tr("Edits of {} that were not saved when QGIS ended: {}").format(left.when, left.count)
        )
        headings = [
            self.tr("Layer"),
            self.tr("Row"),
            self.tr("Field"),
            self.tr("In the file"),
            self.tr("Edited"),
        ]
        self.table = Table(headings, "recoveryTable", self)
        self.table.fill([(BY_ROLE[x.role].title, x.title, x.label, x.in_file, x.in_journal) for x in lines])
        buttons = QDialogButtonBox(self)
        self.restore = buttons.addButton(self.tr("Restore"), QDialogButtonBox.ButtonRole.AcceptRole)
        self.later = buttons.addButton(self.tr("Later"), QDialogButtonBox.ButtonRole.RejectRole)
        self.discard = buttons.addButton(self.tr("Discard…"), QDialogButtonBox.ButtonRole.DestructiveRole)
        self.restore.setDefault(True)
        self.restore.clicked.connect(self._restore)
        self.later.clicked.connect(self.reject)
        self.discard.clicked.connect(self._discard)
        layout = QVBoxLayout(self)
        layout.addWidget(text)
        layout.addWidget(self.table, 1)
        layout.addWidget(
            plain_label(self.tr("Restored edits come back into the edit session; you save them."))
        )
        layout.addWidget(buttons)
        self.resize(720, 420)

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
    box.setText(box.tr("Throw away the unsaved edits of {} ({})?").format(when, what))
    box.setInformativeText(box.tr("They cannot be brought back."))
    box.setStandardButtons(QMessageBox.StandardButton.Discard | QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(QMessageBox.StandardButton.Cancel)
    answer = box.exec()
    box.deleteLater()
    return answer == QMessageBox.StandardButton.Discard
