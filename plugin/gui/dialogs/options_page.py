# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""What the user can choose once for all: language, place of the atlas, name in the history, backups."""

from __future__ import annotations

from typing import Any, Optional

from qgis.gui import QgsFileWidget, QgsOptionsPageWidget
from qgis.PyQt.QtWidgets import QComboBox, QFormLayout, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from ...core.atlas.store.store import account_name
from ...core.i18n import tr
from ..context import Context
from ..parts.files import file_filter
from ..parts.map_look import LANGUAGES
from ..widgets.labels import plain_label


class OptionsPage(QgsOptionsPageWidget):
    """The form; nothing is written before the dialog is accepted."""

    def __init__(self, context: Context, name: str, parent: Optional[QWidget] = None) -> None:
        super().__init__(parent)
        self.setObjectName(name)
        self._context = context
        self._form = QFormLayout()
        layout = QVBoxLayout(self)
        layout.addLayout(self._form)
        layout.addStretch()
        settings = context.settings
        self._language = QComboBox()
        for code, title in LANGUAGES:
            self._language.addItem(title, code)
        self._language.setCurrentIndex(max(self._language.findData(settings.language), 0))
        self._path = QgsFileWidget()
        self._path.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        self._path.setConfirmOverwrite(False)
        self._path.setFilter(file_filter())
        self._path.setFilePath(settings.atlas_path)
        self._path.lineEdit().setPlaceholderText(str(context.open_atlas.profile_path()))
        self._name = QLineEdit(settings.name)
        self._name.setPlaceholderText(account_name())
        self._backups = QSpinBox()
        self._backups.setRange(1, 100)
        self._backups.setValue(settings.kept_backups)
        self._row(
            "optionsLanguage",
            tr("OptionsPage", "Labels"),
            self._language,
            tr("OptionsPage", "Language of the names on the map."),
        )
        self._row(
            "optionsAtlas",
            tr("OptionsPage", "Atlas to open"),
            self._path,
            tr("OptionsPage", "Made at first use. Empty: in your QGIS profile."),
        )
        self._row(
            "optionsName",
            tr("OptionsPage", "Your name"),
            self._name,
            tr(
                "OptionsPage",
                "Stands in the history and beside what you assert, and goes with the atlas to "
                "whoever gets it. Empty: the name of your account.",
            ),
        )
        self._row(
            "optionsBackups",
            tr("OptionsPage", "Backups kept"),
            self._backups,
            tr("OptionsPage", "Of each atlas, made before an import or an upgrade."),
        )

    def _row(self, name: str, label: str, widget: Any, what: str) -> None:
        widget.setObjectName(name)
        widget.setToolTip(what)
        widget.setAccessibleName(label)
        self._form.addRow(label, widget)
        self._form.addRow("", plain_label(what))

    def apply(self) -> None:
        """Write what was chosen."""
        settings = self._context.settings
        settings.change(
            atlas_path=self._path.filePath().strip(),
            name=self._name.text().strip(),
            backups=self._backups.value(),
        )
        if self._language.currentData() != settings.language:
            self._context.map_look.use_language(self._language.currentData())
