# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Runs inside QGIS Desktop: the functions of one scenario file, one after the other.

The job (a JSON file named by the environment) says which; the results are written after every function,
so a crash shows how far it got.  QGIS runs this as text, without ``__file__``.
"""

from __future__ import annotations

import ast
import faulthandler
import json
import os
import sys
import time
import traceback
from pathlib import Path
from types import ModuleType

from qgis.PyQt.QtCore import QTimer
from qgis.PyQt.QtWidgets import QApplication

JOB = json.loads(Path(os.environ["CITY_ATLAS_JOB"]).read_text(encoding="utf-8"))
sys.path[:0] = JOB["path"]
sys.path += JOB["libraries"]

import inside_qgis  # noqa: E402 (found by the line above)


def _load(path: Path) -> ModuleType:
    """Import a scenario with pytest's assertion rewriting, so that a failed assert shows its values."""
    from _pytest.assertion.rewrite import rewrite_asserts

    source = path.read_bytes()
    tree = ast.parse(source, str(path))
    rewrite_asserts(tree, source, str(path))
    module = ModuleType(path.stem)
    module.__file__ = str(path)
    sys.modules[path.stem] = module
    exec(compile(tree, str(path), "exec"), module.__dict__)
    return module


class Runner:
    """Runs the job's functions from the event loop and ends QGIS."""

    def __init__(self) -> None:
        self.results: dict[str, dict] = {}
        self.desk = None
        self.name = ""
        self.deadline = 0.0
        # A dialog that nobody answers blocks the function below it: the watch closes it from outside.
        self.watch = QTimer()
        self.watch.timeout.connect(self._unblock)

    def start(self) -> None:
        try:
            self._all()
        except Exception:
            self.results[""] = {"outcome": "failed", "text": traceback.format_exc(), "seconds": 0.0}
        finally:
            self._write()
            inside_qgis.leave()

    def _all(self) -> None:
        from desk import Desk

        self.desk = Desk(Path(JOB["pictures"]))
        self.desk.plugin()
        self.watch.start(500)
        module = _load(Path(JOB["scenario"]))
        for self.name in JOB["functions"]:
            self._one(getattr(module, self.name))
            self._write()
        self.watch.stop()

    def _one(self, function) -> None:
        began = time.monotonic()
        self.deadline = began + JOB["limit"]
        self.results[self.name] = {"outcome": "failed", "text": "QGIS ended while this ran", "seconds": 0.0}
        self._write()
        text = ""
        # Where it stands when it takes too long goes to the log.
        faulthandler.dump_traceback_later(JOB["limit"] + 5)
        try:
            self.desk.reset()
            self.desk.take_errors()
            function(self.desk)
        except BaseException:
            text = traceback.format_exc()
        faulthandler.cancel_dump_traceback_later()
        text += "".join(f"\n--- error in the background ---\n{error}" for error in self.desk.take_errors())
        if text:
            self.desk.screenshot(f"failed-{Path(JOB['scenario']).stem}-{self.name}")
        self.results[self.name] = {
            "outcome": "failed" if text else "passed",
            "text": text,
            "seconds": time.monotonic() - began,
        }

    def _unblock(self) -> None:
        dialog = QApplication.activeModalWidget() or QApplication.activePopupWidget()
        if dialog is not None and time.monotonic() > self.deadline:
            self.desk.screenshot(f"blocked-{self.name}", dialog)
            self.desk.errors.seen.append(f"{self.name} was blocked by {dialog.windowTitle() or dialog}")
            dialog.close()

    def _write(self) -> None:
        notes = self.desk.notes if self.desk else {}
        target = Path(JOB["results"])
        partial = target.with_suffix(".part")
        partial.write_text(json.dumps({"tests": self.results, "notes": notes}), encoding="utf-8")
        partial.replace(target)


runner = Runner()
QTimer.singleShot(0, runner.start)
