# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""What follows every save of the plugin: fresh layers, the word passed on, a step that can be undone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any, Callable, Optional

from qgis.PyQt.QtWidgets import QPushButton

from ..core.errors import AtlasError
from ..core.i18n import tr

MOST_STEPS = 200
WAIT_SECONDS = 3.0
LATEST = 100_000
"""A batch just written is among so many rows at the end of the history, which has no index of batches."""


class Steps:
    """The saved steps of this session, undone and redone as whole gestures.

    A step is a batch of the history; undoing one is a new batch, so nothing ever disappears from the file.
    """

    def __init__(self) -> None:
        self._done: list[tuple[str, str, Optional[Callable[[Any, str], Any]]]] = []
        self._undone: list[tuple[str, str]] = []

    def add(self, batch: str, title: str, undo: Optional[Callable[[Any, str], Any]] = None) -> None:
        """Remember a step; ``undo(atlas, batch)`` is its own way back where the history is not enough."""
        self._done.append((batch, title, undo))
        del self._done[:-MOST_STEPS]
        self._undone.clear()

    def clear(self) -> None:
        """Forget everything (the atlas was closed)."""
        self._done.clear()
        self._undone.clear()

    @property
    def undo_title(self) -> str:
        """What would be undone; empty: nothing."""
        return self._done[-1][1] if self._done else ""

    @property
    def redo_title(self) -> str:
        """What would be done again; empty: nothing."""
        return self._undone[-1][1] if self._undone else ""

    def undo(self, atlas: Any) -> Any:
        """Undo the last step and return what its own way back tells.  Raises ConflictError, step kept."""
        from ..core.atlas.edits import history

        batch, title, own = self._done[-1]
        told = None
        if own is not None:
            told = own(atlas, batch)
            self._undone.clear()
        else:
            self._undone.append((history.revert(atlas, batch, "undo"), title))
        self._done.pop()
        return told

    def redo(self, atlas: Any) -> None:
        """Do the last undone step again.  Raises ConflictError, step kept."""
        from ..core.atlas.edits import history

        batch, title = self._undone[-1]
        done = history.revert(atlas, batch, "redo")
        self._undone.pop()
        self._done.append((done, title, None))


def tell_saved(context: Any) -> None:
    """Let layers, docks and canvas show what the plugin has just saved."""
    from ..core.atlas.layers.project import set_extent

    for layer in context.open_atlas.layers():
        if not layer.isEditable():
            layer.dataProvider().reloadData()
            set_extent(layer, context.open_atlas.atlas)
        layer.triggerRepaint()
    context.open_atlas.changed.emit()


def tell_added(atlas: Any, layer: Any, table: str, batch: str) -> None:
    """Say of what an edit session added, as QGIS does after a save: which rows they are now.

    The rows were written with everything else in one transaction, so QGIS did not add them itself, and open
    attribute tables, snapping and docks would miss them.
    """
    from qgis.core import QgsFeatureRequest

    from ..core.atlas.store.quoting import sql

    query = sql(
        "SELECT t.fid FROM history h JOIN {table} t ON t.uuid = h.row_uuid "
        "WHERE h.fid > (SELECT max(fid) FROM history) - ? "
        "AND h.batch = ? AND h.table_name = ? AND h.action = 'insert'",
        table=table,
    )
    fids = [fid for (fid,) in atlas.backend.select(query, (LATEST, batch, table))]
    features = list(layer.getFeatures(QgsFeatureRequest().setFilterFids(fids))) if fids else []
    if features:
        layer.committedFeaturesAdded.emit(layer.id(), features)
        for feature in features if layer.isEditable() else []:
            layer.featureAdded.emit(feature.id())


def note_saved(context: Any, batch: str, title: str) -> None:
    """Show a saved step everywhere, as one that can be undone."""
    part: Any = context.parts.get("add_site")
    if part is None:
        tell_saved(context)
    else:
        part.saved(batch, title)


def keep_result(
    context: Any, kind: str, title: str, numbers: Iterable[Any], inputs: Mapping[str, Any], note: str = ""
) -> None:
    """Keep a result in the open atlas, for the brief (``core.atlas.results.keep``)."""
    from ..core.atlas import kept_results

    atlas = open_for_writing(context)
    if atlas is None:
        return
    batch = kept_results.keep(atlas, kind, title, numbers, inputs, note)
    note_saved(context, batch, tr("Saving", "keep a result"))
    context.messages.info(tr("Saving", "“{}” is kept for the brief.").format(title))


def open_for_writing(context: Any) -> Any:
    """Return the open atlas, sure that it can be written now.

    A write-protected one is told with a way out before any work goes into it.  Raises AtlasError.
    """
    atlas = context.open_atlas.atlas
    if atlas is None:
        raise AtlasError("No atlas is open.", hint="Open the atlas first.")
    if atlas.read_only:
        offer_copy(context, f"{atlas.path.name} can only be read: {atlas.read_only}")
        return None
    atlas.require_same_file()
    return atlas


def wait_for_file(context: Any, atlas: Any) -> None:
    """Let another program finish its save of the atlas, the window alive.  Raises AtlasError, who it is."""
    from .background import alongside

    text = tr("Saving", "Another program is writing to the atlas…")
    alongside(partial(atlas.backend.wait_until_free, WAIT_SECONDS), text, context.iface.mainWindow())


def offer_copy(context: Any, text: str) -> None:
    """Show a warning with a button that saves the atlas under another name."""
    from qgis.core import Qgis

    from .messages import TAG

    bar = context.iface.messageBar()
    item = bar.createMessage(TAG, text)
    button = QPushButton(tr("Saving", "Save a copy…"))
    button.setObjectName("saveCopyButton")
    button.clicked.connect(context.parts["atlas"].save_as)
    item.layout().addWidget(button)
    bar.pushWidget(item, Qgis.MessageLevel.Warning, 0)
    context.messages.log(text, Qgis.MessageLevel.Warning)
