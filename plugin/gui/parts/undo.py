# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Undo and redo of what was saved, in the menu and by QGIS's own keys."""

from __future__ import annotations

from typing import Any

from qgis.PyQt.QtGui import QKeySequence
from qgis.PyQt.QtWidgets import QAction

from ...core.i18n import tr
from ..messages import reported
from ..part import Part
from ..saving import open_for_writing, wait_for_file


class UndoPart(Part):
    """Shows what can be undone and redone, and does it."""

    def start(self) -> None:
        """Add the actions."""
        self._undo = self.action(
            "actionUndoStep", tr("UndoPart", "Undo"), "mActionUndo.svg", self.undo, toolbar=False
        )
        self._redo = self.action(
            "actionRedoStep", tr("UndoPart", "Redo"), "mActionRedo.svg", self.redo, toolbar=False
        )
        for qgis_action in self._qgis_actions():
            self.connect(qgis_action.changed, self._share_keys)
        self.connect(self.context.steps.changed, self._show_steps)
        self.connect(self.context.open_atlas.opened, self._show_steps)
        self.connect(self.context.open_atlas.closing, self.context.steps.clear)
        self.connect(self.context.open_atlas.closed, self._show_steps)
        self._show_steps()

    def _show_steps(self) -> None:
        steps = self.context.steps
        for action, text, titled, title in (
            (self._undo, tr("UndoPart", "Undo"), tr("UndoPart", "Undo: {step}"), steps.undo_title),
            (self._redo, tr("UndoPart", "Redo"), tr("UndoPart", "Redo: {step}"), steps.redo_title),
        ):
            shown = title.replace("&", "&&")  # no shortcut from a site's name
            action.setText(titled.format(step=shown) if title else text)
        self._share_keys()

    def _qgis_actions(self) -> list[Any]:
        window = self.context.iface.mainWindow()
        found = [window.findChild(QAction, name) for name in ("mActionUndo", "mActionRedo")]
        return [action for action in found if action is not None]

    def _share_keys(self) -> None:
        """Ctrl+Z and Ctrl+Y belong to QGIS's undo as long as an edit session has something to undo."""
        keys = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
        titles = (self.context.steps.undo_title, self.context.steps.redo_title)
        for own, qgis, key, title in zip((self._undo, self._redo), self._qgis_actions(), keys, titles):
            own.setEnabled(bool(title) and self.context.open_atlas.atlas is not None)
            shortcuts = [] if qgis.isEnabled() else QKeySequence.keyBindings(key)
            if own.shortcuts() != shortcuts:
                own.setShortcuts(shortcuts)

    @reported
    def undo(self, _checked: bool = False) -> None:
        """Take the last saved step back; while something is drawn, its last point."""
        from ..tools.capture import CaptureTool

        tool = self.context.iface.mapCanvas().mapTool()
        if isinstance(tool, CaptureTool) and tool.size():
            tool.take_back()
            return
        title = self.context.steps.undo_title
        atlas = open_for_writing(self.context) if title else None
        if atlas is not None:
            wait_for_file(self.context, atlas)
            told = self.context.steps.undo(atlas)
            text = tr("UndoPart", "Undone: {step}.").format(step=title)
            kept = len(getattr(told, "kept", ()))
            if kept:
                text += " " + tr("UndoPart", "%n rows were worked on since and stay.", kept)
            self.context.messages.info(text)

    @reported
    def redo(self, _checked: bool = False) -> None:
        """Do the last undone step again."""
        title = self.context.steps.redo_title
        atlas = open_for_writing(self.context) if title else None
        if atlas is not None:
            wait_for_file(self.context, atlas)
            self.context.steps.redo(atlas)
            self.context.messages.info(tr("UndoPart", "Done again: {step}.").format(step=title))
