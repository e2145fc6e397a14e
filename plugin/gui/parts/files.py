# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The atlas as a file in menu and toolbar: open, recent, save as, close."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtWidgets import QFileDialog, QMenu

from ...core.errors import AtlasError
from ...core.i18n import tr
from ..messages import reported
from ..part import Part


def file_filter() -> str:
    """Return what file dialogs offer: atlases."""
    return tr("FilesPart", "City atlas (*.gpkg)")


def named(path: str) -> Path:
    """Return the file that is meant by a name typed without its ending.

    Raises AtlasError when that file is there: the dialog asked about replacing the name as it was typed only.
    """
    if path.lower().endswith(".gpkg"):
        return Path(path)
    target = Path(path + ".gpkg")
    if target.exists():
        raise AtlasError(
            tr("FilesPart", "{file} is there already.").format(file=target),
            hint=tr("FilesPart", "Choose it in the list to replace it, or type another name."),
        )
    return target


class FilesPart(Part):
    """Opens and closes atlases."""

    def start(self) -> None:
        """Add the actions."""
        self.action(
            "actionOpenAtlas",
            tr("FilesPart", "Open the atlas"),
            "atlas",
            self.open_default,
            tip=tr("FilesPart", "Open the atlas of Hamhung and Chongjin"),
        )
        self.action(
            "actionOpenOther",
            tr("FilesPart", "Open another atlas…"),
            "mActionFileOpen.svg",
            self.choose,
            toolbar=False,
        )
        self._recent = QMenu(tr("FilesPart", "Recent atlases"), self.context.menu)
        self._recent.setObjectName("CityAtlasRecentMenu")
        self._recent.aboutToShow.connect(self._list_recent)
        self.context.menu.addMenu(self._recent)
        self._save = self.action(
            "actionSaveAtlasAs",
            tr("FilesPart", "Save atlas as…"),
            "mActionFileSaveAs.svg",
            self.save_as,
            toolbar=False,
        )
        self._close = self.action(
            "actionCloseAtlas",
            tr("FilesPart", "Close the atlas"),
            "mActionRemove.svg",
            self.close,
            toolbar=False,
        )
        open_atlas = self.context.open_atlas
        self.connect(open_atlas.opened, self._refresh)
        self.connect(open_atlas.noted, self.context.messages.warning)
        self.connect(open_atlas.closed, self._refresh)
        self._refresh()

    def stop(self) -> None:
        """Take the actions out."""
        self.context.menu.removeAction(self._recent.menuAction())
        self._recent.deleteLater()
        super().stop()

    def _refresh(self) -> None:
        is_open = self.context.open_atlas.atlas is not None
        self._save.setEnabled(is_open)
        self._close.setEnabled(is_open)

    @reported
    def open_default(self, _checked: bool = False) -> None:
        """Open the default atlas, or zoom to the one that is open."""
        open_atlas = self.context.open_atlas
        if open_atlas.layer("sites") is None:  # nothing is open, or its layer was removed by hand
            open_atlas.open(open_atlas.atlas.path if open_atlas.atlas is not None else None)
        open_atlas.show_city(open_atlas.atlas)

    @reported
    def choose(self, _checked: bool = False) -> None:
        """Ask for a file and open it."""
        path, _filter = QFileDialog.getOpenFileName(
            self.context.iface.mainWindow(), tr("FilesPart", "Open an atlas"), "", file_filter()
        )
        if path:
            self.context.open_atlas.open(Path(path))

    def _list_recent(self) -> None:
        self._recent.clear()
        for path in self.context.open_atlas.recent():
            action = self._recent.addAction(f"{path.stem}  —  {path.parent}".replace("&", "&&"))
            action.setData(str(path))
            action.triggered.connect(self._open_recent)
        if self._recent.isEmpty():
            self._recent.addAction(tr("FilesPart", "None yet")).setEnabled(False)

    @reported
    def _open_recent(self, _checked: bool = False) -> None:
        self.context.open_atlas.open(Path(self.sender().data()))

    @reported
    def save_as(self, _checked: bool = False) -> None:
        """Ask for a name and go on in the copy."""
        path, _filter = QFileDialog.getSaveFileName(
            self.context.iface.mainWindow(), tr("FilesPart", "Save atlas as"), "", file_filter()
        )
        if path:
            self.save_to(named(path))

    def save_to(self, target: Path) -> None:
        """Write the open atlas to another file and go on there."""
        open_atlas = self.context.open_atlas
        try:
            if open_atlas.atlas is not None:
                open_atlas.atlas.require_same_file()
        except AtlasError:  # the file is gone: what was last saved, and the edits, go into the new one
            self.context.sessions.save_anew(target)
        else:
            open_atlas.save_as(target)
        self.context.messages.info(tr("FilesPart", "Saved as {file}.").format(file=target.name))

    @reported
    def close(self, _checked: bool = False) -> None:
        """Close the atlas."""
        self.context.open_atlas.close()
