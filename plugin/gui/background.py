# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Long work away from the window: the one way of docks, dialogs and parts.

A piece of work is a function of its ``Progress``.  It gets plain data (never layers or widgets), tells how
far it is, and stops when the user says so.  ``Work`` runs one piece at a time and brings the result to the
main thread; ``AlgorithmRun`` is a Processing algorithm as such a piece; ``alongside`` is for steps that QGIS
waits for.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from threading import Event, Thread
from traceback import clear_frames
from typing import Any, Callable, Optional

from qgis.core import QgsApplication, QgsProcessingContext, QgsProcessingFeedback, QgsProject, QgsTask
from qgis.PyQt.QtCore import QEventLoop, QObject, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QProgressDialog, QWidget

from ..core.errors import AtlasError, Cancelled
from ..core.i18n import tr
from .part import alive

STOP_SECONDS = 5.0
"""So long an unloading plugin waits for work that does not heed its being stopped."""
_running: set[_Task] = set()
"""Tasks that were started and have not ended."""


class Progress:
    """How a piece of work tells how far it is, and hears that it shall stop."""

    def __init__(self, task: QgsTask) -> None:
        self._task = task

    def __call__(self, share: float) -> None:
        """Tell the share that is done, 0 to 1.  Raises Cancelled when the user has stopped it."""
        if self._task.isCanceled():
            raise Cancelled(self._task.description())
        self._task.setProgress(100.0 * share)

    def cancelled(self) -> bool:
        """Tell whether to stop, for functions that ask instead of telling."""
        return bool(self._task.isCanceled())

    def go_on(self, share: float) -> bool:
        """Tell the share that is done and return whether to go on, as GDAL asks."""
        self._task.setProgress(100.0 * share)
        return not self._task.isCanceled()


Piece = Callable[[Progress], Any]


def let_go(error: Optional[BaseException]) -> None:
    """Empty the frames that an error and those before it hold: a file left open there may end QGIS badly."""
    while error is not None:
        clear_frames(error.__traceback__)
        error = error.__cause__ or error.__context__


class _Task(QgsTask):
    """A piece of work in QGIS's task manager, where its progress is seen and it can be stopped."""

    def __init__(self, title: str, piece: Piece, told: Callable[[_Task], None]) -> None:
        super().__init__(title, QgsTask.Flag.CanCancel)
        self._piece = piece
        self.told: Optional[Callable[[_Task], None]] = told
        """Who hears of the end; None once nobody does."""
        self.ended = Event()
        self.has_begun = False
        self.result: Any = None
        self.error: Optional[BaseException] = None

    def run(self) -> bool:
        self.has_begun = True
        try:
            self.result = self._piece(Progress(self))
        except Exception as error:  # told by whoever waits: no exception may leave a task
            self.error = error
            let_go(error)
        finally:
            self.ended.set()
        return self.error is None

    def finished(self, _worked: bool) -> None:
        """In the main thread: QGIS calls it at the end, also of a task that was stopped before it began."""
        _running.discard(self)
        told, self.told = self.told, None
        if told is not None:
            told(self)


class Work(QObject):
    """Runs one piece of work at a time for a dock, dialog or tab; the last question wins.

    ``done`` brings the result, ``failed`` the error (Cancelled when the user stopped it), both in the main
    thread; ``progress`` the percentage.  What was replaced or dropped is never heard of again.
    """

    done = pyqtSignal(object)
    failed = pyqtSignal(object)
    progress = pyqtSignal(float)

    def __init__(self, parent: Optional[QObject] = None) -> None:
        super().__init__(parent)
        self._task: Optional[_Task] = None

    @property
    def busy(self) -> bool:
        """Whether something runs."""
        return self._task is not None

    def start(self, title: str, piece: Piece) -> None:
        """Begin; a piece of work that still runs is stopped and forgotten."""
        self.drop()
        self._task = task = _Task(title, piece, self._ended)
        task.progressChanged.connect(self.progress)
        _running.add(task)
        QgsApplication.taskManager().addTask(task)

    def cancel(self) -> None:
        """Ask the work to stop; it tells by ``failed`` when it has."""
        if self._task is not None:
            self._task.cancel()

    def drop(self) -> None:
        """Stop and hear nothing more of it (its owner is going, or asks something else)."""
        task, self._task = self._task, None
        if task is not None:
            task.told = None
            task.progressChanged.disconnect(self.progress)
            task.cancel()

    def _ended(self, task: _Task) -> None:
        if not alive(self) or task is not self._task:
            return
        self._task = None
        if task.isCanceled() or task.error is not None:
            self.failed.emit(task.error or Cancelled(task.description()))
        else:
            self.done.emit(task.result)


def stop_all() -> None:
    """Stop whatever still runs, and wait for it: nothing of the plugin may outlive it."""
    left, end = list(_running), time.monotonic() + STOP_SECONDS
    for task in left:
        task.told = None
        if alive(task):
            task.cancel()
    for task in left:
        if task.has_begun:
            task.ended.wait(max(0.0, end - time.monotonic()))
    _running.clear()


class AlgorithmRun:
    """A Processing algorithm as a piece of work: prepared here, run away from the window, finished here.

    Make it in the main thread, hand it to ``Work.start``, and in ``done`` call ``finish``.
    """

    def __init__(self, identifier: str, parameters: Mapping[str, Any]) -> None:
        made = QgsApplication.processingRegistry().createAlgorithmById(identifier)
        if made is None:
            raise AtlasError(
                tr("Background", "The algorithm {name} is not there.").format(name=identifier),
                hint=tr("Background", "Enable the Processing plugin of QGIS and load this plugin again."),
            )
        self._algorithm = made
        self._parameters = dict(parameters)
        self._outputs: dict[str, Any] = {}
        self._context, self._feedback = QgsProcessingContext(), QgsProcessingFeedback()
        self._context.setProject(QgsProject.instance())
        if not made.prepare(self._parameters, self._context, self._feedback):
            raise self._failure()

    def __call__(self, progress: Progress) -> None:
        """Run it (in the thread).  Raises Cancelled, or AtlasError with what the algorithm says."""
        self._feedback.progressChanged.connect(lambda percent: self._step(progress, percent))
        try:
            self._outputs = dict(self._algorithm.runPrepared(self._parameters, self._context, self._feedback))
        except Exception as error:
            if progress.cancelled():
                raise Cancelled(self._algorithm.displayName()) from error
            raise self._failure(str(error)) from error
        progress(1.0)

    def _step(self, progress: Progress, percent: float) -> None:
        if not progress.go_on(percent / 100.0):
            self._feedback.cancel()

    def _failure(self, said: str = "") -> AtlasError:
        lines = [line for line in self._feedback.textLog().splitlines() if line.strip()]
        text = said or (lines[-1] if lines else tr("Background", "It could not be computed; see the log."))
        return AtlasError(text.strip())

    def finish(self) -> dict[str, Any]:
        """Return the outputs (in the main thread, once it has run)."""
        return {**self._outputs, **self._algorithm.postProcess(self._context, self._feedback)}

    def take_layer(self, output: str) -> Any:
        """Hand over the layer of an output that ``finish`` named; None when there is none."""
        return self._context.takeResultLayer(output)


SHORT = 0.03
"""Seconds that the window may stand still."""
UNTOLD = 0.2
"""Seconds after which the window says what it waits for."""


def alongside(piece: Callable[[], Any], title: str, parent: Optional[QWidget] = None) -> Any:
    """Run ``piece`` (plain data only) in a thread and return its result; the window lives on meanwhile.

    For steps that QGIS waits for, such as a save: nothing else can be done in the window until it ends.
    It is no task of QGIS's: those wait for each other, and a save must not wait for an import.
    """
    thread = _Thread(piece)
    thread.start()
    thread.join(SHORT)
    if thread.is_alive():
        _Waiting(thread, title, parent).run()
    if thread.error is not None:
        raise thread.error
    return thread.result


class _Waiting(QObject):
    """Draws the window while a thread works, and says what it waits for when that takes longer."""

    def __init__(self, task: _Thread, title: str, parent: Optional[QWidget]) -> None:
        super().__init__()
        self._task, self._title, self._parent = task, title, parent
        self._loop, self._timer = QEventLoop(), QTimer()
        self._end = time.monotonic() + UNTOLD
        self._dialog: Optional[QProgressDialog] = None

    def run(self) -> None:
        """Return when the thread has ended; keys and clicks wait until then."""
        self._timer.timeout.connect(self._look)
        self._timer.start(10)
        self._loop.exec(QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents)
        self._timer.stop()
        if self._dialog is not None:
            self._dialog.close()
            self._dialog.deleteLater()

    def _look(self) -> None:
        if not self._task.is_alive():
            self._loop.quit()
        elif self._dialog is None and time.monotonic() > self._end:
            self._dialog = self._tell()

    def _tell(self) -> QProgressDialog:
        dialog = QProgressDialog(self._title, "", 0, 0, self._parent)
        dialog.setObjectName("CityAtlasWait")
        dialog.setCancelButton(None)
        dialog.setWindowModality(Qt.WindowModality.ApplicationModal)
        dialog.setMinimumDuration(0)
        dialog.show()
        return dialog


class _Thread(Thread):
    def __init__(self, work: Callable[[], Any]) -> None:
        super().__init__()
        self._work = work
        self.result: Any = None
        self.error: Optional[BaseException] = None

    def run(self) -> None:
        try:
            self.result = self._work()
        except Exception as error:  # raised again by whoever waits
            self.error = error
            let_go(error)
