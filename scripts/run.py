# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""``make run``: QGIS Desktop with the plugin and its atlas open, in a throw-away profile.

With a display the window is yours.  Without one the same happens on a virtual display: the window's
picture and every map sheet are saved below ``build/run`` and QGIS ends by itself.
"""

from __future__ import annotations

import contextlib
import json
import shutil
import sys
from pathlib import Path

import qgis_desktop
from qgis_desktop import say

ROOT = Path(__file__).resolve().parent.parent
HOME = ROOT / "build" / "run"
RESULT = HOME / "result.json"
MINUTES = 10


def _clean() -> None:
    for path in (RESULT, HOME / "window.png"):
        path.unlink(missing_ok=True)
    shutil.rmtree(HOME / "maps", ignore_errors=True)


def _judge(code: int, log: Path, unattended: bool) -> int:
    """Tell what came of it; returns the exit code."""
    if not RESULT.exists():
        say(f"error: QGIS ended (code {code}) before the atlas was open; see {log}")
        return code or 1
    result = json.loads(RESULT.read_text(encoding="utf-8"))
    for line in result["done"]:
        say(line)
    for problem in result["problems"]:
        say(f"error: {problem}")
    if code != 0:
        say(f"error: QGIS ended with code {code}; see {log}")
    # With a person at the window only the opening counts; what they did afterwards is theirs.
    return 1 if result["problems"] or (code != 0 and unattended) else 0


def main() -> int:
    unattended = not qgis_desktop.has_display()
    _clean()
    qgis_desktop.fresh_profile(HOME)
    log = HOME / "qgis.log"
    extra = {"CITY_ATLAS_RUN": str(HOME), "CITY_ATLAS_UNATTENDED": "1" if unattended else ""}
    if unattended:
        say("run: no display here; QGIS runs on a virtual one and ends by itself")
    else:
        say("run: QGIS opens with the atlas; close its window to end")
    display = qgis_desktop.virtual_display() if unattended else contextlib.nullcontext({})
    try:
        with display as where:
            script = Path(__file__).with_name("run_inside.py")
            timeout = MINUTES * 60 if unattended else None
            code = qgis_desktop.run_qgis(HOME, script, {**extra, **where}, log, timeout)
    except qgis_desktop.DesktopError as error:
        say(f"error: {error}")
        code = 1
    return _judge(code, log, unattended)


if __name__ == "__main__":
    sys.exit(main())
