# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""What goes before and after a save of the plugin: an atlas that can be written, and the word passed on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any

from ..core.errors import AtlasError
from ..core.i18n import tr

if TYPE_CHECKING:
    from .context import Context

WAIT_SECONDS = 3.0
LATEST = 100_000
"""A batch just written is among so many rows at the end of the history, which has no index of batches."""


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


def keep_result(
    context: Context, kind: str, title: str, numbers: Iterable[Any], inputs: Mapping[str, Any], note: str = ""
) -> None:
    """Keep a result in the open atlas, for the brief (``core.atlas.results.keep``)."""
    from ..core.atlas import kept_results

    atlas = open_for_writing(context)
    if atlas is None:
        return
    batch = kept_results.keep(atlas, kind, title, numbers, inputs, note)
    context.steps.saved(batch, tr("Saving", "keep a result"))
    context.messages.info(tr("Saving", "“{title}” is kept for the brief.").format(title=title))


def open_for_writing(context: Context) -> Any:
    """Return the open atlas, sure that it can be written now.

    A write-protected one is told with a way out before any work goes into it.  Raises AtlasError.
    """
    atlas = context.open_atlas.atlas
    if atlas is None:
        raise AtlasError(tr("Saving", "No atlas is open."), hint=tr("Saving", "Open the atlas first."))
    if atlas.read_only:
        text = tr("Saving", "{file} can only be read: {reason}")
        offer_copy(context, text.format(file=atlas.path.name, reason=atlas.read_only))
        return None
    atlas.require_same_file()
    return atlas


def wait_for_file(context: Context, atlas: Any) -> None:
    """Let another program finish its save of the atlas, the window alive.  Raises AtlasError, who it is."""
    from .background import alongside

    text = tr("Saving", "Another program is writing to the atlas…")
    alongside(partial(atlas.backend.wait_until_free, WAIT_SECONDS), text, context.iface.mainWindow())


def offer_copy(context: Context, text: str) -> None:
    """Show a warning with a button that saves the atlas under another name."""
    context.messages.ask(text, [(tr("Saving", "Save a copy…"), "saveCopyButton", context.files.save_as)])
