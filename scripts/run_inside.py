# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Runs inside QGIS Desktop for ``make run``: opens the atlas and its docks; unattended, saves the pictures.

QGIS runs this as text, without ``__file__``.
"""

from __future__ import annotations

import json
import os
import sys
import time
import traceback
from pathlib import Path

from qgis.PyQt.QtCore import QTimer

sys.path.insert(0, str(Path(os.environ["CITY_ATLAS_RUN"]).parents[1] / "scripts"))

import inside_qgis  # noqa: E402 (found by the line above)
from qgis.PyQt.QtWidgets import QAction  # noqa: E402
from qgis.utils import iface  # noqa: E402

HOME = Path(os.environ["CITY_ATLAS_RUN"])
UNATTENDED = bool(os.environ["CITY_ATLAS_UNATTENDED"])
DOCK_ACTIONS = ("actionSites", "actionMeasure", "actionHistoric", "actionBrief")
"""The docks are made when they are first asked for; the first of these ends on top."""
SHEETS = (
    "hamhung-then-and-now",
    "chongjin-then-and-now",
    "hamhung-air-defence",
    "chongjin-air-defence",
    "hamhung-sites",
    "chongjin-sites",
    "two-cities",
)


class Run:
    """The steps of ``make run``; each failure is told and the next step still tried."""

    def __init__(self) -> None:
        self.errors = inside_qgis.Errors()
        self.done: list[str] = []
        self.problems: list[str] = []

    def start(self) -> None:
        opened = self.step("the atlas", self.open)
        self.step("the docks", self.open_docks)
        if UNATTENDED and opened:
            self.step("build/run/window.png", self.save_window)
            for number, title in enumerate(SHEETS):
                for suffix in ("pdf", "png"):
                    self.step(
                        f"build/run/maps/{number}-{title}.{suffix}", self.print_sheet, number, title, suffix
                    )
        self.problems += self.errors.take()
        result = {"done": self.done, "problems": self.problems}
        (HOME / "result.json").write_text(json.dumps(result, ensure_ascii=False), encoding="utf-8")
        if UNATTENDED:
            inside_qgis.leave()

    def step(self, what: str, act, *arguments) -> bool:
        began = time.monotonic()
        try:
            act(*arguments)
        except Exception:
            self.problems.append(f"{what}: {traceback.format_exc()}")
            return False
        self.done.append(f"{time.monotonic() - began:6.2f} s  {what}")
        return True

    def open(self) -> None:
        inside_qgis.plugin().open_atlas()
        inside_qgis.wait_until(lambda: inside_qgis.plugin().atlas, 60, "the atlas is open")

    def open_docks(self) -> None:
        found = [iface.mainWindow().findChild(QAction, name) for name in DOCK_ACTIONS]
        for action in reversed([action for action in found if action is not None]):
            action.setChecked(True)

    def save_window(self) -> None:
        iface.mainWindow().showMaximized()
        inside_qgis.wait_until(lambda: iface.mainWindow().width() > 1500, what="the window fills the display")
        inside_qgis.wait_for_map()
        inside_qgis.picture(HOME / "window.png")

    def print_sheet(self, number: int, title: str, suffix: str) -> None:
        from qgis import processing

        target = HOME / "maps" / f"{number}-{title}.{suffix}"
        target.parent.mkdir(exist_ok=True)
        parameters = {
            "ATLAS": str(inside_qgis.plugin().atlas.path),
            "MAP": number,
            "PAGE": "A4",
            "OUTPUT": str(target),
        }
        processing.run("cityatlas:printmap", parameters)
        if not target.is_file() or target.stat().st_size < 1000:
            raise OSError(f"{target.name} was not written")


run = Run()
QTimer.singleShot(0, run.start)
