# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""What goes before and after a save of the plugin: an atlas that can be written, and the word passed on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, Optional

from ..core.errors import AtlasError
from ..core.i18n import tr

if TYPE_CHECKING:
    from ..core.atlas.store.store import Atlas
    from .context import Context

WAIT_SECONDS = 3.0


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


def open_for_writing(context: Context) -> Optional[Atlas]:
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


def wait_for_file(context: Context, atlas: Atlas) -> None:
    """Let another program finish its save of the atlas, the window alive.  Raises AtlasError, who it is."""
    from .background import alongside

    text = tr("Saving", "Another program is writing to the atlas…")
    alongside(partial(atlas.backend.wait_until_free, WAIT_SECONDS), text, context.iface.mainWindow())


def offer_copy(context: Context, text: str) -> None:
    """Show a warning with a button that saves the atlas under another name."""
    context.messages.ask(text, [(tr("Saving", "Save a copy…"), "saveCopyButton", context.files.save_as)])
