# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The atlas itself in menu and toolbar: open, recent, save as, language, close."""

from __future__ import annotations

from pathlib import Path

from qgis.core import QgsExpressionContextUtils, QgsProject
from qgis.PyQt.QtWidgets import QAction, QActionGroup, QFileDialog, QMenu

from ...core.errors import AtlasError
from ...core.i18n import tr
from ..messages import reported
from ..part import Part

FILTER = "City atlas (*.gpkg)"
LANGUAGES = (("en", "English"), ("ko", "한국어"))
"""Each named in itself, as readers look for it."""


class AtlasPart(Part):
    """Opens and closes atlases."""

    def start(self) -> None:
        """Add the actions."""
        self.action(
            "actionOpenAtlas",
            tr("AtlasPart", "Open the atlas"),
            "atlas",
            self.open_default,
            tip=tr("AtlasPart", "Open the atlas of Hamhung and Chongjin"),
        )
        self.action(
            "actionOpenOther",
            tr("AtlasPart", "Open another atlas…"),
            "mActionFileOpen.svg",
            self.choose,
            toolbar=False,
        )
        self._recent = QMenu(tr("AtlasPart", "Recent atlases"), self.context.menu)
        self._recent.setObjectName("CityAtlasRecentMenu")
        self._recent.aboutToShow.connect(self._list_recent)
        self._recent_action = self.context.menu.addMenu(self._recent)
        self._save = self.action(
            "actionSaveAtlasAs",
            tr("AtlasPart", "Save atlas as…"),
            "mActionFileSaveAs.svg",
            self.save_as,
            toolbar=False,
        )
        self._backups = self.action(
            "actionBackups",
            tr("AtlasPart", "Backups…"),
            "mActionHistory.svg",
            self.show_backups,
            tip=tr("AtlasPart", "Go back to the state before an import, merge or upgrade"),
            toolbar=False,
        )
        self._close = self.action(
            "actionCloseAtlas",
            tr("AtlasPart", "Close the atlas"),
            "mActionRemove.svg",
            self.close,
            toolbar=False,
        )
        self._language_menu()
        self.context.menu.addSeparator()
        session = self.context.open_atlas
        self.connect(session.opened, self._refresh)
        self.connect(session.noted, self.context.messages.warning)
        self.connect(session.closed, self._refresh)
        self._refresh()

    def stop(self) -> None:
        """Take the actions out."""
        for menu in (self._recent, self._languages):
            self.context.menu.removeAction(menu.menuAction())
            menu.deleteLater()
        super().stop()

    def _language_menu(self) -> None:
        self._languages = QMenu(tr("AtlasPart", "Labels and map"), self.context.menu)
        self._languages.setObjectName("CityAtlasLanguageMenu")
        group = QActionGroup(self._languages)
        for code, title in LANGUAGES:
            action = QAction(title, group)
            action.setObjectName(f"actionLabels_{code}")
            action.setCheckable(True)
            action.setData(code)
            action.setChecked(self.context.settings.language == code)
            self._languages.addAction(action)
        group.triggered.connect(self.set_language)
        self._languages.addSeparator()
        self.context.menu.addMenu(self._languages)
        self._dark = self._languages.addAction(tr("AtlasPart", "Dark map"))
        self._dark.setObjectName("actionDarkMap")
        self._dark.setCheckable(True)
        self._dark.triggered.connect(self.set_dark)
        self._languages.aboutToShow.connect(self._show_ground)

    def _refresh(self) -> None:
        is_open = self.context.open_atlas.atlas is not None
        self._save.setEnabled(is_open)
        self._backups.setEnabled(is_open)
        self._close.setEnabled(is_open)

    @reported
    def open_default(self, _checked: bool = False) -> None:
        """Open the default atlas, or zoom to the one that is open."""
        session = self.context.open_atlas
        if session.layer("sites") is None:  # nothing is open, or its layer was removed by hand
            session.open(session.atlas.path if session.atlas else None)
        session.show_city(session.atlas)

    @reported
    def choose(self, _checked: bool = False) -> None:
        """Ask for a file and open it."""
        path, _filter = QFileDialog.getOpenFileName(
            self.context.iface.mainWindow(), tr("AtlasPart", "Open an atlas"), "", FILTER
        )
        if path:
            self.context.open_atlas.open(Path(path))

    def _list_recent(self) -> None:
        self._recent.clear()
        for path in self.context.open_atlas.recent():
            action = self._recent.addAction(f"{path.stem}  —  {path.parent}")
            action.setData(str(path))
            action.triggered.connect(self._open_recent)
        if self._recent.isEmpty():
            self._recent.addAction(tr("AtlasPart", "None yet")).setEnabled(False)

    @reported
    def _open_recent(self, _checked: bool = False) -> None:
        self.context.open_atlas.open(Path(self.sender().data()))

    @reported
    def save_as(self, _checked: bool = False) -> None:
        """Ask for a name and go on in the copy."""
        path, _filter = QFileDialog.getSaveFileName(
            self.context.iface.mainWindow(), tr("AtlasPart", "Save atlas as"), "", FILTER
        )
        if path:
            target = self._named(path)
            self._save_to(target)
            self.context.messages.info(tr("AtlasPart", "Saved as {}.").format(target.name))

    def _save_to(self, target: Path) -> None:
        session = self.context.open_atlas
        try:
            if session.atlas is not None:
                session.atlas.require_same_file()
        except AtlasError:  # the file is gone: what was last saved, and the edits, go into the new one
            self.context.journal.save_anew(target)
            return
        session.save_as(target)

    @reported
    def show_backups(self, _checked: bool = False) -> None:
        """Show the backups of the open atlas and go back to one."""
        from ...core.atlas.store import backups
        from ..dialogs.backup_dialog import GO_BACK, SAVE_AS, BackupDialog

        session = self.context.open_atlas
        if session.atlas is None:
            raise AtlasError("No atlas is open.", hint="Open one first.")
        dialog = BackupDialog(session.atlas, self.context.iface.mainWindow())
        answer, chosen = dialog.exec(), dialog.chosen
        dialog.deleteLater()
        if answer == GO_BACK:
            atlas, path = session.atlas, session.atlas.path
            session.close()
            try:
                backups.go_back(atlas, chosen)
            finally:
                session.open(path)
            self.context.messages.info(
                tr("AtlasPart", "The atlas is as it was at {}.").format(
                    f"{chosen.at.astimezone():%Y-%m-%d %H:%M:%S}"
                )
            )
        elif answer == SAVE_AS:
            path, _filter = QFileDialog.getSaveFileName(
                self.context.iface.mainWindow(), tr("AtlasPart", "Save the backup as"), "", FILTER
            )
            if path:
                backups.save_as(chosen, self._named(path))

    def _named(self, path: str) -> Path:
        """Return the file that is meant; the dialog asked about replacing the name as it was typed only."""
        if path.lower().endswith(".gpkg"):
            return Path(path)
        target = Path(path + ".gpkg")
        if target.exists():
            raise AtlasError(
                tr("AtlasPart", "{} is there already.").format(target),
                hint=tr("AtlasPart", "Choose it in the list to replace it, or type another name."),
            )
        return target

    @reported
    def close(self, _checked: bool = False) -> None:
        """Close the atlas."""
        self.context.open_atlas.close()

    @reported
    def set_language(self, action: QAction) -> None:
        """Switch the labels between English and Korean."""
        self.use_language(action.data())

    def use_language(self, code: str) -> None:
        """Label the map in a language from now on."""
        from ...core.atlas.layers.labels import LANGUAGE_VARIABLE

        self.context.settings.change(language=code)
        for action in self._languages.actions():
            action.setChecked(action.data() == code)
        QgsExpressionContextUtils.setProjectVariable(QgsProject.instance(), LANGUAGE_VARIABLE, code)
        self.context.iface.mapCanvas().refreshAllLayers()

    @reported
    def set_dark(self, dark: bool) -> None:
        """Draw base map and text for a dark screen, or for paper again."""
        from ...core.atlas.layers.labels import DARK, GROUND_VARIABLE

        ground = DARK if dark else "paper"
        QgsExpressionContextUtils.setProjectVariable(QgsProject.instance(), GROUND_VARIABLE, ground)
        self.context.iface.mapCanvas().refreshAllLayers()

    def _show_ground(self) -> None:
        """Tick what the project says: another project may say otherwise."""
        from ...core.atlas.layers.labels import DARK, GROUND_VARIABLE

        scope = QgsExpressionContextUtils.projectScope(QgsProject.instance())
        self._dark.setChecked(scope.variable(GROUND_VARIABLE) == DARK)
