# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The backups of the open atlas in the menu: go back to one, or save one under another name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from qgis.PyQt.QtWidgets import QFileDialog

from ...core.errors import AtlasError
from ...core.i18n import tr
from ..messages import reported
from ..part import Part
from .files import file_filter, named

if TYPE_CHECKING:
    from ...core.atlas.store.backups import Backup


class BackupsPart(Part):
    """Shows the backups and does what is chosen."""

    def start(self) -> None:
        """Add the action."""
        self._action = self.action(
            "actionBackups",
            tr("BackupsPart", "Backups…"),
            "mActionHistory.svg",
            self.show,
            tip=tr("BackupsPart", "Go back to the state before an import, merge or upgrade"),
            toolbar=False,
        )
        self.connect(self.context.open_atlas.opened, self._refresh)
        self.connect(self.context.open_atlas.closed, self._refresh)
        self._refresh()

    def _refresh(self) -> None:
        self._action.setEnabled(self.context.open_atlas.atlas is not None)

    @reported
    def show(self, _checked: bool = False) -> None:
        """Show the backups of the open atlas and go back to one."""
        from ...core.atlas.store import backups
        from ..dialogs.backup_dialog import GO_BACK, SAVE_AS, BackupDialog

        atlas = self.context.open_atlas.atlas
        if atlas is None:
            raise AtlasError(
                tr("BackupsPart", "No atlas is open."), hint=tr("BackupsPart", "Open the atlas first.")
            )
        dialog = BackupDialog(atlas, self.context.iface.mainWindow())
        answer, chosen = dialog.exec(), dialog.chosen
        dialog.deleteLater()
        if answer == GO_BACK:
            self._go_back(chosen)
        elif answer == SAVE_AS:
            path, _filter = QFileDialog.getSaveFileName(
                self.context.iface.mainWindow(), tr("BackupsPart", "Save the backup as"), "", file_filter()
            )
            if path:
                backups.save_as(chosen, named(path))

    def _go_back(self, chosen: Backup) -> None:
        from ...core.atlas.store import backups

        open_atlas = self.context.open_atlas
        atlas = open_atlas.atlas
        if atlas is None:
            return
        open_atlas.close()
        try:
            backups.go_back(atlas, chosen)
        finally:
            open_atlas.open(atlas.path)
        text = tr("BackupsPart", "The atlas is as it was at {time}.")
        self.context.messages.info(text.format(time=f"{chosen.at.astimezone():%Y-%m-%d %H:%M:%S}"))
