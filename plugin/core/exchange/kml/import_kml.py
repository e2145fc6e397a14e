# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""A KML or KMZ file into an atlas: looked at first, then one transaction, one backup, one undo."""

from __future__ import annotations

from pathlib import Path
from typing import Optional

from ...atlas.model import Source, new_uuid
from ...atlas.store.store import Atlas
from ...discrepancies.known_sites import KnownSites
from ...errors import AtlasError
from ...i18n import tr
from ..import_report import MapReport
from .bulk_rows import TABLES, BulkRows, no_search_for_cycles, write_frame, write_returned
from .counting import Counting
from .geometry import first_position
from .import_options import ImportOptions, find_source, import_note, row_maker
from .own_returning import OwnReturning
from .reader import KmlFile, Progress
from .releases import has_release, merge_release


def preview(
    atlas: Atlas, path: Path, options: ImportOptions, progress: Optional[Progress] = None
) -> MapReport:
    """Read a file and tell what an import would do, without changing anything."""
    source = find_source(atlas, options.source)
    with KmlFile(path, options.limits) as file:
        maker = row_maker(atlas, source.uuid if source else new_uuid(), new_uuid(), options)
        counting = Counting(
            file, options, maker, KnownSites(atlas, source.uuid if source else ""), OwnReturning(atlas)
        )
        for _item, _made in counting.items(progress):
            pass
        return counting.finish()


def import_kml(
    atlas: Atlas, path: Path, options: ImportOptions, progress: Optional[Progress] = None
) -> MapReport:
    """Import a file in one transaction, after a backup.

    A source that was imported before is merged as a newer release (``releases.merge_release``).  Raises
    AtlasError, with nothing imported, for files that are refused and atlases that cannot be written.
    """
    if not options.source.strip():
        raise AtlasError(
            tr("KmlImport", "The source has no name."), hint=tr("KmlImport", "Say whose map this is.")
        )
    atlas.require_writable()
    source = find_source(atlas, options.source)
    with KmlFile(path, options.limits) as file, atlas.backed_up("import") as backup:
        if source is not None and has_release(atlas, source.uuid):
            report = merge_release(atlas, file, source, options, progress)
        else:
            report = _import_first(atlas, file, source, options, progress)
    report.backup = backup.name
    return report


def _import_first(
    atlas: Atlas,
    file: KmlFile,
    source: Optional[Source],
    options: ImportOptions,
    progress: Optional[Progress],
) -> MapReport:
    known = KnownSites(atlas)
    with atlas.transaction("import", note=import_note(file, options)) as writer:
        if source is None:
            source = Source(title=options.source.strip(), kind="map", release_text=options.release or None)
            writer.insert(source)
        maker = row_maker(atlas, source.uuid, writer.batch, options)
        counting = Counting(file, options, maker, known, OwnReturning(atlas))
        returned = []
        with atlas.backend.bulk(writer.db, TABLES, checked=False), no_search_for_cycles():
            bulk = BulkRows(writer)
            for item, made in counting.items(progress):
                if made.own:
                    returned.append(made.meeting)
                    continue
                bulk.add(made, maker.item_row(item, made, first_position(item.geometry)))
            bulk.flush()
        if not returned or counting.report.features > len(returned):
            write_frame(writer, file, source.uuid)
        write_returned(writer, returned, source.uuid)
        return counting.finish()
