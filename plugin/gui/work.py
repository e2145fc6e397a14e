# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Long work of the core away from the window: a task on plain data, with progress and cancel."""

from __future__ import annotations

from functools import partial
from threading import Thread
from typing import Any, Callable, Optional

from qgis.core import QgsApplication, QgsTask
from qgis.PyQt.QtCore import QEventLoop, QObject, Qt, QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QProgressDialog

from ..core.errors import Cancelled

Progress = Callable[[float], None]


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
            return False
        return True

    def _progress(self, share: float) -> None:
        if self.isCanceled():
            raise Cancelled(self._title)
        self.setProgress(100.0 * share)


SHORT = 0.1
"""Seconds that the window may stand still; what takes longer is shown."""


def alongside(work: Callable[[], Any], title: str, parent: Any = None) -> Any:
    """Run ``work`` (plain data only) in a thread and return its result; the window lives on meanwhile.

    For steps that QGIS waits for, such as a save: nothing else can be done in the window until it ends.
    """
    task = _Thread(work)
    task.start()
    task.join(SHORT)
    if task.is_alive():
        dialog = QProgressDialog(title, "", 0, 0, parent)
        dialog.setObjectName("CityAtlasWait")
        dialog.setCancelButton(None)
        dialog.setWindowModality(Qt.WindowModality.ApplicationModal)
        dialog.setMinimumDuration(0)
        dialog.show()
        loop, timer = QEventLoop(), QTimer()
        timer.timeout.connect(partial(_leave_when_done, task, loop))
        timer.start(20)
        loop.exec()
        timer.stop()
        dialog.close()
        dialog.deleteLater()
    if task.error is not None:
        raise task.error
    return task.result


def _leave_when_done(task: _Thread, loop: QEventLoop) -> None:
    if not task.is_alive():
        loop.quit()


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
