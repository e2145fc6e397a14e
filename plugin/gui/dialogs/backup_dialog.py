# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The backups of the open atlas: look, go back to one, or save one as an atlas of its own."""

from __future__ import annotations

from typing import Any, Optional

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QMessageBox, QVBoxLayout, QWidget

from ...core.atlas.settings import Settings
from ...core.atlas.store import backups
from ...core.errors import AtlasError
from ...core.i18n import tr
from ..widgets.labels import plain_label
from ..widgets.tables import TextTable

GO_BACK, SAVE_AS = 1, 2


class BackupDialog(QDialog):
    """Lists the backups; ``exec`` returns GO_BACK or SAVE_AS, then ``chosen`` is the one meant."""

    def __init__(self, atlas: Any, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName("CityAtlasBackupDialog")
        self.setWindowTitle(tr("BackupDialog", "Backups of {file}").format(file=atlas.path.name))
        self.setWindowFlag(Qt.WindowType.WindowContextHelpButtonHint, False)
        found = backups.backups(atlas.path)
        headings = [
            tr("BackupDialog", "Of"),
            tr("BackupDialog", "Made before"),
            tr("BackupDialog", "Sites"),
            tr("BackupDialog", "Size (MB)"),
        ]
        self.list = TextTable(headings, "backupList", self)
        self.list.fill(
            [(f"{b.at.astimezone():%Y-%m-%d %H:%M:%S}", self._reason(b.reason), _sites(b),
              round(b.size / 1e6, 1)) for b in found],
            found,
        )  # fmt: skip
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        self.back = buttons.addButton(
            tr("BackupDialog", "Go back to this state…"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self.back.setObjectName("backupRestore")
        self.save = buttons.addButton(tr("BackupDialog", "Save as…"), QDialogButtonBox.ButtonRole.ActionRole)
        self.save.setObjectName("backupSaveAs")
        self.back.setEnabled(bool(found) and not atlas.read_only)
        self.save.setEnabled(bool(found))
        self.back.clicked.connect(self._go_back)
        self.save.clicked.connect(self._save_as)
        buttons.rejected.connect(self.reject)
        text = tr(
            "BackupDialog",
            "A backup is made before every import, merge, upgrade and restore; the newest {kept} are kept "
            "in {folder}.",
        ).format(kept=Settings.read().kept_backups, folder=backups.backup_folder(atlas.path).name)
        layout = QVBoxLayout(self)
        layout.addWidget(
            plain_label(text if found else text + " " + tr("BackupDialog", "There is none yet."))
        )
        layout.addWidget(self.list, 1)
        layout.addWidget(buttons)
        if found:
            self.list.setCurrentCell(0, 0)
        self.resize(640, 380)

    @property
    def chosen(self) -> Any:
        """The backup of the current line."""
        return self.list.chosen()

    def _reason(self, reason: str) -> str:
        known = {
            "import": tr("BackupDialog", "an import or merge"),
            "restore": tr("BackupDialog", "going back to a backup"),
        }
        if reason.startswith("format-"):
            text = tr("BackupDialog", "the upgrade from format {number}")
            return text.format(number=reason[len("format-") :])
        return known.get(reason, reason)

    def _go_back(self) -> None:
        box = QMessageBox(self)
        box.setObjectName("CityAtlasBackupQuestion")
        box.setIcon(QMessageBox.Icon.Question)
        box.setTextFormat(Qt.TextFormat.PlainText)
        when = f"{self.chosen.at.astimezone():%Y-%m-%d %H:%M:%S}"
        box.setText(tr("BackupDialog", "Go back to the state of {when}?").format(when=when))
        box.setInformativeText(tr("BackupDialog", "What the atlas holds now is kept as a backup, too."))
        box.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.Cancel)
        answer = box.exec()
        box.deleteLater()
        if answer == QMessageBox.StandardButton.Yes:
            self.done(GO_BACK)

    def _save_as(self) -> None:
        self.done(SAVE_AS)


def _sites(backup: Any) -> Any:
    try:
        return backups.sites_of(backup)
    except AtlasError:
        return "?"
