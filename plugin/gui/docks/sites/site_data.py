# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The sites in memory and the running filter, all in the background; the last question wins."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Optional

from qgis.PyQt.QtCore import QObject, pyqtSignal

from ....core.errors import Cancelled
from ....core.i18n import tr
from ....core.search import question as questions
from ....core.search.column_store import ColumnStore
from ....core.search.columns import SiteColumns
from ....core.search.criteria import SiteFilter
from ....core.search.question import Facets, Question
from ....core.search.result import FilterResult, Sort
from ...background import Progress, Work
from .file_watch import FileWatch


class SiteData(QObject):
    """Loads, filters, counts; tells when it has something."""

    loaded = pyqtSignal()
    filtered = pyqtSignal(object)
    """A FilterResult."""
    placed = pyqtSignal(object)
    """The same result, now with the order in which the map thins it."""
    counted = pyqtSignal(object)
    """The Facets of the last result."""
    failed = pyqtSignal(object)
    progress = pyqtSignal(float)
    """Per cent of the sites that are read."""
    reading = pyqtSignal()
    """There are first columns to ask; the rest is still being read."""
    _read_so_far = pyqtSignal(object)

    def __init__(self, store: ColumnStore) -> None:
        super().__init__()
        self._store = store
        self.columns: Optional[SiteColumns] = None
        self.partial = False
        self._path: Optional[Path] = None
        self.question = Question(SiteFilter(), Sort())
        self._read_so_far.connect(self._take_partial)
        self._watch = FileWatch(self)
        self._watch.settled.connect(self._look_again)
        self._reading, self._filtering, self._counting = Work(self), Work(self), Work(self)
        self._reading.done.connect(self._take_columns)
        self._reading.progress.connect(self.progress)
        self._filtering.done.connect(self._take_hits)
        self._counting.done.connect(self._take_facets)
        for work in (self._reading, self._filtering, self._counting):
            work.failed.connect(self._tell_failure)

    @property
    def busy(self) -> bool:
        """Whether something is being read, filtered or counted."""
        return self._reading.busy or self._filtering.busy or self._counting.busy

    @property
    def said(self) -> bool:
        """Whether the sites shown are those of which a source says the text."""
        return self.question.said is not None

    # -- reading -------------------------------------------------------------------------------------

    def load(self, path: Path) -> None:
        """Read the columns of an atlas in the background."""
        store, folder, first = self._store, self._store.folder(), self.columns is None
        self._path = path

        def so_far(columns: SiteColumns) -> None:
            columns.by_name()
            self._read_so_far.emit(columns)

        def read(progress: Progress) -> SiteColumns:
            return store.get(path, folder, progress.cancelled, progress, so_far if first else None)

        self._reading.start(tr("SiteData", "Reading the sites"), read)

    def reload(self, path: Path) -> None:
        """Read again what has changed on disk; the present columns serve until then."""
        self._store.forget()
        self.load(path)

    def clear(self) -> None:
        """Stop everything and drop the columns."""
        self._watch.follow(None)
        self._path = None
        for work in (self._reading, self._filtering, self._counting):
            work.drop()
        self.columns = None
        self.partial = False

    def _take_columns(self, columns: SiteColumns) -> None:
        self.columns, self.partial = columns, False
        self._watch.follow(self._path)
        self.loaded.emit()

    def _take_partial(self, columns: SiteColumns) -> None:
        if self._reading.busy and (self.columns is None or self.partial):
            self.columns, self.partial = columns, True
            self.reading.emit()

    def _look_again(self) -> None:
        if self._path is not None and self._store.is_stale(self._path):
            self.reload(self._path)

    # -- asking --------------------------------------------------------------------------------------

    def ask(self, question: Question) -> None:
        """Filter; whatever is still running is dropped."""
        if self.columns is None:
            return
        columns = self.columns

        def run(progress: Progress) -> FilterResult:
            return questions.answer(question, columns, progress.cancelled)

        self._counting.drop()
        self.question = question
        self._filtering.start(tr("SiteData", "Filtering the sites"), run)

    def _take_hits(self, found: FilterResult) -> None:
        self.filtered.emit(found)
        if not self.partial:
            self._count(found)

    def _count(self, found: FilterResult) -> None:
        question, path = self.question, self._path

        def run(progress: Progress) -> Facets:
            if found.priority is None:
                found.priority = found.by_importance()
                self.placed.emit(found)
            return questions.facets(question, found, path, progress.cancelled)

        self._counting.start(tr("SiteData", "Counting the sites"), run)

    def _take_facets(self, facets: Facets) -> None:
        if facets.said is not None and len(facets.said):
            self.ask(replace(self.question, said=facets.said))
        else:
            self.counted.emit(facets)

    def _tell_failure(self, error: Exception) -> None:
        if not isinstance(error, Cancelled):
            self.failed.emit(error)
