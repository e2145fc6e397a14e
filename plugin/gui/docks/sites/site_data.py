# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The sites in memory and the running filter, all in the background; the last question wins."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from pathlib import Path
from threading import Lock
from typing import Any, Callable, Optional

import numpy as np
import numpy.typing as npt
from qgis.core import (
    QgsApplication,
    QgsExpressionContext,
    QgsExpressionContextUtils,
    QgsFeatureRequest,
    QgsTask,
    QgsVectorLayerFeatureSource,
)
from qgis.PyQt.QtCore import QFileSystemWatcher, QObject, QTimer, pyqtSignal

from ....core.errors import AtlasError, Cancelled
from ....core.filters import TRIED, FeatureFilter
from ....core.search import engine
from ....core.search.cache import identity, open_columns
from ....core.search.columns import CODE_FIELDS, Columns
from ....core.search.criteria import SiteFilter
from ....core.search.text_search import sites_saying
from ....core.search.thinning import Priority
from ...part import alive

RANKED_UP_TO = 300
"""Ranking compares name by name (up to 100 µs each); with more hits the order is that of names."""
PLACED_AT_ONCE = 50_000
"""With more hits the list comes first, the map some 50 ms later."""
FEW = 5
"""With fewer hits than this, names one typing error away are offered too."""
RELEVANCE = "relevance"
SETTLE_MS = 700
"""After the last sign of another program's writing the file is looked at."""


@dataclass(frozen=True)
class Sort:
    """What the list is sorted by: ``relevance`` (of the text, else name) or one of ``filtering.SORTS``."""

    by: str = RELEVANCE
    descending: bool = False
    origin: Optional[tuple[float, float]] = None
    labels: Optional[dict[str, str]] = None


class Hits(engine.Result):
    """A filter's result with the order of the list and, for the map, that of importance."""

    order: npt.NDArray[np.int64]
    priority: Optional[Priority] = None
    """Of many hits made after the list is shown, which does not need it."""

    def positions(self, rows: npt.NDArray[Any]) -> tuple[Any, Any]:
        """Return longitudes and latitudes of rows (NaN: unlocated)."""
        return self._take("lon", rows), self._take("lat", rows)

    def by_importance(self) -> Priority:
        """Return the located hits, the most important first (made in the task: 0.1 s for a million)."""
        rows = self.rows.astype(np.int32)
        located = np.isfinite(sum(self.positions(rows)))
        if not located.all():
            rows = rows[located]
        lon, lat = (there.astype(np.float32) for there in self.positions(rows))
        return Priority(rows, lon, lat, self._take("importance", rows))

    def row_of(self, fid: int) -> int:
        """Return the row that stands for a feature now, -1 for none."""
        if self.edited is not None:
            place = self.edited.row_of(fid)
            if place >= 0:
                return len(self.columns) + place
        row = self.columns.row_of(fid)
        return -1 if row >= 0 and self.hidden is not None and self.hidden[row] else row


class Job(QgsTask):
    """Runs a function of (is cancelled, progress) and hands over its value on the main thread."""

    def __init__(self, title: str, work: Callable[..., Any], done: Callable[[Any], None], owner: Any) -> None:
        super().__init__(title, QgsTask.Flag.CanCancel)
        self._work, self._done, self._owner = work, done, owner
        self._value: Any = None

    def run(self) -> bool:
        try:
            self._value = self._work(self.isCanceled, self.setProgress)
        except Exception as error:  # handed over: nothing may leave a task's thread
            self._value = error
        return not isinstance(self._value, Exception)

    def finished(self, _success: bool) -> None:
        if alive(self._owner) and not self.isCanceled() and not isinstance(self._value, Cancelled):
            self._done(self._value)


class ColumnStore:
    """The columns of the atlas that is open, read once for dock and locator; may be used from any thread."""

    def __init__(self) -> None:
        self._reading = Lock()
        """Held while an atlas is read, which takes seconds: never waited for by the window."""
        self._lock = Lock()
        self._forgotten = 0
        self._path: Optional[Path] = None
        self._columns: Optional[Columns] = None
        self._state: Any = None

    @staticmethod
    def folder() -> Path:
        """Where columns are kept: in the profile, never beside a shared or read-only atlas."""
        return Path(QgsApplication.qgisSettingsDirPath()) / "dprk_city_atlas" / "columns"

    def get(
        self, path: Path, folder: Path, cancelled: Any = None, progress: Any = None, partial: Any = None
    ) -> Columns:
        """Return the columns of an atlas, from memory when it is the one read last."""
        with self._reading:
            with self._lock:
                if self._columns is not None and self._path == path:
                    return self._columns
                forgotten = self._forgotten
            state = identity(path)
            columns = open_columns(path, folder, cancelled, progress, partial)
            columns.name_rank()
            with self._lock:
                if forgotten == self._forgotten:  # else the file has changed meanwhile: not kept
                    self._path, self._columns, self._state = path, columns, state
            return columns

    def is_stale(self, path: Path) -> bool:
        """Whether the file has changed since it was read (by another program, or by a save)."""
        if self._columns is None or self._path != path:
            return False
        try:
            return bool(identity(path) != self._state)
        except AtlasError:
            return False  # gone, or being replaced: what was read serves on

    def forget(self) -> None:
        """Drop what is held; the next one who asks reads again."""
        with self._lock:
            self._forgotten += 1
            self._path = self._columns = None


@dataclass(frozen=True)
class Question:
    """Everything one run of the filter needs, as plain data."""

    wanted: SiteFilter
    sort: Sort
    overlay: Any = field(default_factory=dict)
    sources: tuple[Any, ...] = ()
    context: Any = None
    said: Any = None
    """Feature ids of sites of which a source says the text that is in no name."""


@dataclass(frozen=True)
class Facets:
    """Counts per value and column, names one error away from the text, and sites whose sources say it."""

    counts: dict[str, dict[str, int]]
    near: list[int]
    said: Any = None


class SiteData(QObject):
    """Loads, filters, counts; tells when it has something."""

    loaded = pyqtSignal()
    filtered = pyqtSignal(object)
    placed = pyqtSignal(object)
    """The same hits, now with the order in which the map thins them."""
    counted = pyqtSignal(object)
    failed = pyqtSignal(object)
    progress = pyqtSignal(float)
    reading = pyqtSignal()
    """There are first columns to ask; the rest is still being read."""
    _read_so_far = pyqtSignal(object)

    def __init__(self, store: ColumnStore) -> None:
        super().__init__()
        self._store = store
        self.columns: Optional[Columns] = None
        self.partial = False
        self._path: Optional[Path] = None
        self._question = Question(SiteFilter(), Sort())
        self._read_so_far.connect(self._take_partial)
        self._watch = QFileSystemWatcher(self)
        self._watch.fileChanged.connect(self._touched)
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self._look_again)
        self._by_name: Optional[npt.NDArray[np.int64]] = None
        self._jobs: dict[str, Job] = {}

    def load(self, path: Path) -> None:
        """Read the columns of an atlas in the background."""
        folder = self._store.folder()
        self._path = path
        first = self.columns is None

        def some(columns: Columns) -> None:
            self._read_so_far.emit((columns, _by_name(columns)))

        def work(cancelled: Any, progress: Any) -> Any:
            columns = self._store.get(path, folder, cancelled, progress, some if first else None)
            return columns, _by_name(columns)

        self._start("load", "Reading the sites", work, self._take_columns)
        self._jobs["load"].progressChanged.connect(self.progress)

    def _take_columns(self, value: Any) -> None:
        if isinstance(value, Exception):
            self.failed.emit(value)
            return
        self.columns, self._by_name = value
        self.partial = False
        self._follow_file()
        self.loaded.emit()

    def _take_partial(self, value: Any) -> None:
        if "load" in self._jobs and (self.columns is None or self.partial):
            self.columns, self._by_name = value
            self.partial = True
            self.reading.emit()

    def ask(self, question: Question) -> None:
        """Filter; whatever is still running is dropped."""
        if self.columns is None:
            return
        columns, by_name = self.columns, self._by_name

        def work(cancelled: Any, _progress: Any) -> Hits:
            return answer(question, columns, by_name, cancelled)

        self._drop("facets")
        self._start("filter", "Filtering the sites", work, self._take_hits)
        self._question = question

    def _take_hits(self, value: Any) -> None:
        if isinstance(value, Exception):
            self.failed.emit(value)
            return
        self.filtered.emit(value)
        if not self.partial:
            self._count(value)

    @property
    def said(self) -> bool:
        """Whether the sites shown are those of which a source says the text."""
        return self._question.said is not None

    def _count(self, hits: Hits) -> None:
        wanted, path = self._question.wanted, self._path
        unsaid = self._question.said is None and "text" in wanted.active()

        def work(cancelled: Any, _progress: Any) -> Facets:
            if hits.priority is None:
                hits.priority = hits.by_importance()
                self.placed.emit(hits)
            counts = {name: hits.facet(name) for name in CODE_FIELDS}
            near = []
            if "text" in wanted.active() and hits.count < FEW:
                near = [
                    row
                    for row in engine.near_misses(wanted, hits.columns, cancelled=cancelled)
                    if not hits.mask[row] and (hits.hidden is None or not hits.hidden[row])
                ]
            said = None
            if unsaid and path is not None and not hits.criteria["text"].any():
                said = sites_saying(path, wanted.text, hits.columns, cancelled)
            return Facets(counts, near, said)

        self._start("facets", "Counting the sites", work, self._take_facets)

    def _take_facets(self, value: Any) -> None:
        if isinstance(value, Exception):
            self.failed.emit(value)
        elif value.said is not None and len(value.said):
            self.ask(replace(self._question, said=value.said))
        else:
            self.counted.emit(value)

    def _follow_file(self) -> None:
        """Watch the file and its write-ahead log (anew each time: a file that is replaced drops out)."""
        if self._path is not None:
            log = self._path.with_name(self._path.name + "-wal")
            paths = [str(path) for path in (self._path, log) if path.exists()]
            missing = [path for path in paths if path not in self._watch.files()]
            if missing:
                self._watch.addPaths(missing)

    def _touched(self, _path: str) -> None:
        self._settle.start()

    def _look_again(self) -> None:
        self._follow_file()
        if self._path is not None and "load" in self._jobs and self._store.is_stale(self._path):
            self.reload(self._path)

    def clear(self) -> None:
        """Stop everything and drop the columns."""
        self._settle.stop()
        if self._watch.files():
            self._watch.removePaths(self._watch.files())
        self._path = None
        for kind in list(self._jobs):
            self._drop(kind)
        self.columns = self._by_name = None
        self.partial = False

    def reload(self, path: Path) -> None:
        """Read again what has changed on disk; the present columns serve until then."""
        self._store.forget()
        self.load(path)

    def _start(self, kind: str, title: str, work: Any, done: Any) -> None:
        self._drop(kind)
        job = Job(title, work, done, self)
        self._jobs[kind] = job
        QgsApplication.taskManager().addTask(job)

    def _drop(self, kind: str) -> None:
        job = self._jobs.pop(kind, None)
        if job is not None and alive(job):
            job.cancel()


def _by_name(columns: Columns) -> npt.NDArray[np.int32]:
    # The rank is a permutation: turning it round needs no sort, and 32 bits do for any atlas.
    rank = columns.name_rank()
    order = np.empty(len(rank), np.int32)
    order[rank] = np.arange(len(rank), dtype=np.int32)
    return order


def answer(question: Question, columns: Columns, by_name: Any, cancelled: Any) -> Hits:
    """Filter and sort.  Runs in a task on plain data.  Raises AtlasError for a faulty expression."""
    fids = None
    if "expression" in question.wanted.active():
        fids = _matching(question, cancelled)
    found = engine.apply(
        question.wanted,
        columns,
        overlay=question.overlay,
        expression_fids=fids,
        text_fids=question.said,
        cancelled=cancelled,
    )
    hits = Hits(found.columns, found.edited, found.mask, found.hidden, found.criteria, found.total)
    hits.order = _ordered(hits, question, by_name)
    if hits.count <= PLACED_AT_ONCE:
        hits.priority = hits.by_importance()
    return hits


def _ordered(hits: Hits, question: Question, by_name: Any) -> npt.NDArray[np.int64]:
    sort = question.sort
    text = question.wanted.text if "text" in question.wanted.active() else ""
    by_relevance = sort.by == RELEVANCE
    if by_relevance and text and hits.count <= RANKED_UP_TO:
        ranked = hits.ranked(text, limit=RANKED_UP_TO)
        # Equal rank and length: by name, so that the same question gives the same list.
        names = hits._name_ranks(np.array([row for row, _score in ranked], np.int64))
        length = [len(hits.at(row)[0].name(hits.at(row)[1])[0]) for row, _score in ranked]
        keys = sorted(zip((score for _row, score in ranked), length, names, (row for row, _s in ranked)))
        return np.array([key[3] for key in keys], np.int64)
    if (by_relevance or sort.by == "name") and not sort.descending and hits.edited is None:
        rows = by_name[hits.mask[by_name]]
    else:
        rows = hits.sorted_rows(
            "name" if by_relevance else sort.by, sort.descending, sort.origin, sort.labels
        )
    return hits.best_first(text, rows) if by_relevance and text else rows


def _matching(question: Question, cancelled: Any) -> npt.NDArray[np.int64]:
    """Return the feature ids for which the question's expression is true.  Raises AtlasError, Cancelled."""
    first = question.sources[0]
    wanted = FeatureFilter(question.wanted.expression, first.fields(), question.context)
    request = wanted.request(first.getFeatures(QgsFeatureRequest().setLimit(TRIED)))
    if not wanted.expression.needsGeometry():
        request.setFlags(QgsFeatureRequest.Flag.NoGeometry)
    request.setSubsetOfAttributes(list(wanted.expression.referencedColumns()), first.fields())
    found: list[int] = []
    for source in question.sources:
        for feature in source.getFeatures(request):
            found.append(feature.id())
            if not len(found) % 1000 and cancelled():
                raise Cancelled("Filtering")
    return np.array(found, np.int64)


def question(wanted: SiteFilter, sort: Sort, overlay: Any, layers: list[Any]) -> Question:
    """Take a snapshot of everything a run of the filter needs (on the main thread)."""
    if "expression" not in wanted.active():
        return Question(wanted, sort, overlay)
    context = QgsExpressionContext()
    context.appendScopes(QgsExpressionContextUtils.globalProjectLayerScopes(layers[0]))
    sources = tuple(QgsVectorLayerFeatureSource(layer) for layer in layers)
    return Question(wanted, sort, overlay, sources, context)
