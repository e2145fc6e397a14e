# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Long work of the core away from the window: a task on plain data, with progress and cancel."""

from __future__ import annotations

import time
from threading import Thread
from traceback import clear_frames
from typing import Any, Callable, Optional

from qgis.core import QgsApplication, QgsTask
from qgis.PyQt.QtCore import QEventLoop, QObject, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QProgressDialog

from ..core.errors import Cancelled

Progress = Callable[[float], None]


def let_go(error: Optional[BaseException]) -> None:
    """Empty the frames that an error and those before it hold: a file left open there may end QGIS badly."""
    while error is not None:
        clear_frames(error.__traceback__)
        error = error.__cause__ or error.__context__


class _Task(QgsTask):
    def __init__(self, title: str, work: Callable[[Progress], Any]) -> None:
        super().__init__(title, QgsTask.Flag.CanCancel)
        self._title = title
        self._work = work
        self.result: Any = None
        self.error: Optional[BaseException] = None

    def run(self) -> bool:
        try:
            self.result = self._work(self._progress)
        except Exception as error:  # shown by whoever waits: no exception may leave a task
            self.error = error
            let_go(error)
            return False
        return True

    def _progress(self, share: float) -> None:
        if self.isCanceled():
            raise Cancelled(self._title)
        self.setProgress(100.0 * share)


SHORT = 0.03
"""Seconds that the window may stand still."""
UNTOLD = 0.2
"""Seconds after which the window says what it waits for."""


def alongside(work: Callable[[], Any], title: str, parent: Any = None) -> Any:
    """Run ``work`` (plain data only) in a thread and return its result; the window lives on meanwhile.

    For steps that QGIS waits for, such as a save: nothing else can be done in the window until it ends.
    """
    task = _Thread(work)
    task.start()
    task.join(SHORT)
    if task.is_alive():
        _Waiting(task, title, parent).run()
    if task.error is not None:
        raise task.error
    return task.result


class _Waiting(QObject):
    """Draws the window while a thread works, and says what it waits for when that takes longer."""

    def __init__(self, task: _Thread, title: str, parent: Any) -> None:
        super().__init__()
        self._task, self._title, self._parent = task, title, parent
        self._loop, self._timer = QEventLoop(), QTimer()
        self._end = time.monotonic() + UNTOLD
        self._dialog: Any = None

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


class Work(QObject):
    """Runs one piece of work at a time for a dialog or dock.

    ``work(progress)`` must touch neither layers nor widgets; ``progress(share)`` raises Cancelled when the
    user stops it.  ``done`` brings the result, ``failed`` the error.
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

    def start(self, title: str, work: Callable[[Progress], Any]) -> None:
        """Begin; a piece of work that still runs is stopped and forgotten."""
        self.cancel()
        self._task = task = _Task(title, work)
        task.progressChanged.connect(self.progress)
        task.taskCompleted.connect(self._completed)
        task.taskTerminated.connect(self._terminated)
        QgsApplication.taskManager().addTask(task)

    def cancel(self) -> None:
        """Ask the work to stop; it tells by ``failed`` when it has."""
        if self._task is not None:
            self._task.cancel()

    def drop(self) -> None:
        """Stop and hear nothing more of it (its owner is going)."""
        task, self._task = self._task, None
        if task is not None:
            task.taskCompleted.disconnect(self._completed)
            task.taskTerminated.disconnect(self._terminated)
            task.progressChanged.disconnect(self.progress)
            task.cancel()

    def _completed(self) -> None:
        task, self._task = self._task, None
        if task is not None:
            self.done.emit(task.result)

    def _terminated(self) -> None:
        task, self._task = self._task, None
        if task is not None:
            self.failed.emit(task.error or Cancelled(task.description()))
