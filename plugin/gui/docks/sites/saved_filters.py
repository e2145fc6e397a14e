# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Filters with a name, kept in the project."""

from __future__ import annotations

import json
from typing import Callable

from qgis.core import QgsProject
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QAction, QInputDialog, QLineEdit, QMenu, QWidget

from ....core.errors import AtlasError
from ....core.i18n import tr
from ....core.search.criteria import SiteFilter
from ...context import Context
from ...messages import reported

SCOPE, KEY = "dprk_city_atlas", "/saved_filters"


def saved(project: QgsProject) -> dict[str, str]:
    """Return the project's filters: name → JSON."""
    text, there = project.readEntry(SCOPE, KEY, "")
    try:
        found = json.loads(text) if there and text else {}
    except ValueError as error:
        raise AtlasError(
            tr("SavedFilters", "The project's saved filters cannot be read."), detail=str(error)
        ) from error
    return {str(name): str(value) for name, value in found.items()} if isinstance(found, dict) else {}


def save(project: QgsProject, name: str, wanted: SiteFilter) -> None:
    """Keep a filter in the project (which has to be saved, as ever)."""
    _write(project, {**saved(project), name: wanted.to_json()})


def remove(project: QgsProject, name: str) -> None:
    """Take a filter out of the project."""
    _write(project, {key: value for key, value in saved(project).items() if key != name})


def _write(project: QgsProject, filters: dict[str, str]) -> None:
    project.writeEntry(SCOPE, KEY, json.dumps(filters, ensure_ascii=False))
    project.setDirty(True)


class SavedMenu(QMenu):
    """Lists the filters of the project; saves the present one under a name."""

    chosen = pyqtSignal(object)

    def __init__(self, context: Context, parent: QWidget) -> None:
        super().__init__(parent)
        self.context = context
        self.setObjectName("savedFilters")
        self.wanted = SiteFilter()
        self.aboutToShow.connect(self.fill)

    @reported
    def fill(self) -> None:
        """List what there is now."""
        self.clear()
        names = sorted(saved(QgsProject.instance()))
        for name in names:
            self._add(self, name, name, self._choose)
        if not names:
            self.addAction(tr("SavedFilters", "No saved filters yet")).setEnabled(False)
        self.addSeparator()
        self._add(self, "save", tr("SavedFilters", "Save this filter…"), self._save).setEnabled(
            bool(self.wanted.active())
        )
        if names:
            delete = self.addMenu(tr("SavedFilters", "Delete"))
            for name in names:
                self._add(delete, name, name, self._delete)

    @staticmethod
    def _add(menu: QMenu, name: str, text: str, slot: Callable[..., None]) -> QAction:
        action = menu.addAction(text.replace("&", "&&"))
        action.setObjectName(f"savedFilter_{name}")
        action.setData(name)
        action.triggered.connect(slot)
        return action

    @reported
    def _choose(self, _checked: bool = False) -> None:
        stored = saved(QgsProject.instance())
        self.chosen.emit(SiteFilter.from_json(stored[self.sender().data()]))

    @reported
    def _save(self, _checked: bool = False) -> None:
        name, given = QInputDialog.getText(
            self.parentWidget(),
            tr("SavedFilters", "Save filter"),
            tr("SavedFilters", "Name"),
            QLineEdit.EchoMode.Normal,
            "",
        )
        if given and name.strip():
            save(QgsProject.instance(), name.strip(), self.wanted)

    @reported
    def _delete(self, _checked: bool = False) -> None:
        remove(QgsProject.instance(), self.sender().data())
