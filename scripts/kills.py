# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Writers of atlases that are killed in the middle of their work (tests and ``kill_campaign.py``)."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SERVER = ROOT / "tests" / "data" / "killed_writer.py"
HOME = ROOT / "build" / "python"


class Writer:
    """The server process: each line asks for one run, and whether to kill it at a share of its time."""

    def __init__(self, what: str, path: Path) -> None:
        command = [sys.executable, "-W", "ignore", str(SERVER), str(HOME), what, str(path)]
        environment = {"QT_QPA_PLATFORM": "offscreen", **os.environ}
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, env=environment
        )

    def run(self, seconds: float) -> tuple[str, float]:
        """Start a writer, kill it after so many seconds (0: let it end); return how it ended, and when."""
        self.process.stdin.write(f"{seconds}\n")
        self.process.stdin.flush()
        ended, took = self.process.stdout.readline().split()
        return ended, float(took)

    def close(self) -> None:
        """End the server; it must end well."""
        self.process.stdin.close()
        self.process.stdout.close()
        if self.process.wait(20) != 0:
            raise RuntimeError(f"the server of killed writers ended with {self.process.returncode}")
