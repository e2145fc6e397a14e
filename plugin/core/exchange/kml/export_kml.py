# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""An atlas as KML or KMZ: imported maps as they came, with the analyst's changes, then the own sites."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Callable, Dict, FrozenSet, Iterable, Iterator, List, Optional, Tuple

from ...atlas.model import Source
from ...atlas.store.store import Atlas
from ...errors import AtlasError
from ...i18n import tr
from ..privacy import Privacy
from . import writer
from .own_features import OwnRecords
from .records import Folder, Item
from .source_records import SourceRecords

Progress = Callable[[float], None]


@dataclass
class ExportOptions:
    """What to write.  ``sites`` are the uuids of the sites wanted (None: all, and all that is no site).

    ``icons`` maps category ids to PNG bytes.
    """

    sites: Optional[FrozenSet[str]] = None
    privacy: Privacy = field(default_factory=Privacy)
    icons: Dict[str, bytes] = field(default_factory=dict)


@dataclass
class ExportReport:
    """What was written."""

    items: int = 0
    documents: List[str] = field(default_factory=list)
    notes: List[str] = field(default_factory=list)


def export(
    atlas: Atlas, path: Path, options: Optional[ExportOptions] = None, progress: Optional[Progress] = None
) -> ExportReport:
    """Write an atlas to ``path`` (.kml or .kmz), whole or not at all.

    An atlas that holds one imported map and nothing else gives that map again, document by document.
    Otherwise there is one document with a folder for each source and one for the atlas's own sites.
    """
    options = options or ExportOptions()
    if path.suffix.lower() not in (".kml", ".kmz"):
        raise AtlasError(
            tr("ExportKml", "{file} is neither .kml nor .kmz.").format(file=path.name),
            hint=tr("ExportKml", "Give it one of these endings."),
        )
    with atlas.backend.reading() as db:
        plan = _Plan(atlas, db, options, progress)
        report = ExportReport(notes=plan.notes(path))
        documents = plan.documents(alone=path.suffix.lower() == ".kml")
        report.documents = [name for name, _records in documents]
        resources = plan.resources() if path.suffix.lower() == ".kmz" else ()
        report.items = writer.write(path, documents, resources)
    return report


class _Plan:
    """Which documents there are and what each holds."""

    def __init__(self, atlas: Atlas, db: Any, options: ExportOptions, progress: Optional[Progress]) -> None:
        self._atlas = atlas
        self._options = options
        self._progress = progress
        titles = {source.uuid: source.title for source in atlas.rows(Source)}
        rows = db.execute("SELECT DISTINCT source_uuid FROM kml_folders WHERE ended_batch IS NULL").fetchall()
        self._sources = [
            SourceRecords(db, uuid, titles.get(uuid, ""), options.sites, options.privacy) for (uuid,) in rows
        ]
        self._own = OwnRecords(db, options.sites, options.privacy, options.icons)
        self._total = max(sum(source.count() for source in self._sources) + self._own.count(), 1)
        self._done = 0
        self._prefixes = self._clashes()

    def notes(self, path: Path) -> List[str]:
        """Return what the user should know of this export."""
        notes = [self._options.privacy.note()] if self._options.privacy.active else []
        if path.suffix.lower() == ".kml" and any(self.resources()):
            notes.append(tr("ExportKml", "A .kml cannot pack icons and images; choose .kmz to keep them."))
        return notes

    @property
    def _one_map(self) -> bool:
        return len(self._sources) == 1 and not self._own.count()

    def documents(self, *, alone: bool) -> List[Tuple[str, Iterable[Any]]]:
        """Return name and records of every document; with ``alone`` there is one."""
        if self._one_map:
            source = self._sources[0]
            names = source.documents()
            if len(names) == 1 or not alone:
                members = names if len(names) > 1 or names[0].lower().endswith(".kml") else ["doc.kml"]
                return [
                    (_member(member), self._watched(source.records(name, None, self._said())))
                    for member, name in zip(members, names)
                ]
        return [("doc.kml", self._watched(self._together()))]

    def _said(self) -> str:
        return self._options.privacy.note() if self._options.privacy.active else ""

    def _together(self) -> Iterator[Any]:
        root = Folder(0, None, "kml", 0, 0)
        document = Folder(1, root, "Document", 0, 0)
        document.name = self._atlas.title
        document.description = self._said()
        yield root
        yield document
        for source, prefix in zip(self._sources, self._prefixes):
            folder = Folder(0, document, "Folder", 0, 0)
            folder.name = source.title
            yield folder
            for name in source.documents():
                yield from source.records(name, folder, "", prefix)
        yield from self._own.records(document)

    def _watched(self, records: Iterable[Any]) -> Iterator[Any]:
        for record in records:
            if isinstance(record, Item):
                self._done += 1
                if self._progress is not None and self._done % 500 == 0:
                    self._progress(min(self._done / self._total, 1.0))
            yield record

    def _clashes(self) -> List[str]:
        """Return for each source the prefix that keeps its ids and file names apart from others'."""
        if self._one_map:
            return [""]
        taken: set = set()
        prefixes = []
        for number, source in enumerate(self._sources, 1):
            names = source.names()
            prefixes.append(f"s{number}-" if taken & names else "")
            taken |= names
        return prefixes

    def resources(self) -> Iterator[Tuple[str, bytes]]:
        """Yield the files to pack."""
        for source, prefix in zip(self._sources, self._prefixes):
            for name, content in source.resources():
                yield prefix + name, content
        yield from self._own.resources()


def _member(name: str) -> str:
    return name if name.lower().endswith(".kml") else "doc.kml"
