# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Rows of a map on their way into an atlas, many at a time, and its folders and packed files."""

from __future__ import annotations

import contextlib
import datetime as dt
import gc
import json
from typing import Any, Dict, Iterable, Iterator, List, Optional

from ...atlas.model import KmlFolder, KmlResource
from ...atlas.store.rows import insert_records
from ...atlas.store.statements import insert_flat
from ...atlas.store.store import Writer
from ..returning import Meeting, Says, take_in
from .feature_rows import COLUMNS, Made
from .reader import KmlFile

BATCH_FEATURES = 1_000
TABLES = tuple(COLUMNS)


@contextlib.contextmanager
def no_search_for_cycles() -> Iterator[None]:
    """Waiting rows by the thousand would have Python look through all objects of QGIS again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


class BulkRows:
    """Gathers rows by table, their values one after another, and writes them many at a time."""

    def __init__(self, writer: Writer) -> None:
        self._db = writer.db
        self._values: Dict[str, List[Any]] = {table: [] for table in TABLES}
        self._features = 0

    def add(self, made: Made, item_row: tuple) -> None:
        """Take the rows of one feature."""
        for table, row in made.rows:
            self._values[table].extend(row)
        self._values["kml_items"].extend(item_row)
        self._features += 1
        if self._features >= BATCH_FEATURES:
            self.flush()

    def flush(self) -> None:
        """Write what is waiting."""
        for table, values in self._values.items():
            if values:
                insert_flat(self._db, table, COLUMNS[table], values)
                values.clear()
        self._features = 0


def write_frame(writer: Writer, file: KmlFile, source_uuid: str) -> None:
    """Write the folders and the packed files of a KML file."""
    shared: Dict[str, Any] = {"source_uuid": source_uuid, "batch": writer.batch}
    folders = [
        KmlFolder(
            **shared,
            number=folder.index,
            parent=folder.parent.index if folder.parent else None,
            position=folder.position,
            document=file.documents[folder.document],
            kind=folder.kind,
            name=folder.name or None,
            kml_id=folder.kml_id or None,
            attributes=json.dumps(folder.attributes) if folder.attributes else None,
            head=json.dumps(folder.head, ensure_ascii=False) if folder.head else None,
        )
        for folder in file.folders
    ]
    insert_records(writer.db, folders)
    for name in file.resources:
        insert_records(writer.db, [KmlResource(**shared, name=name, content=file.read_resource(name))])


def write_returned(writer: Writer, meetings: Iterable[Optional[Meeting]], source_uuid: str) -> None:
    """Write what was changed in placemarks of our own into their sites."""
    says = Says(source_uuid, today=dt.datetime.now(dt.timezone.utc).date().isoformat())
    for meeting in meetings:
        if meeting is not None and (meeting.take or meeting.conflicts):
            take_in(writer, meeting, says)
