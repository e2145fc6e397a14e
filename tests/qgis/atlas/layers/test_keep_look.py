# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""A look that goes while it is drawn: without the keeper the child dies of a segmentation fault (3.22)."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from places import ROOT


@pytest.mark.parametrize(("rounds", "what"), [("60", "renderer"), ("15", "layer")])
def test_a_look_may_go_while_the_map_begins_to_be_drawn(shipped, rounds, what):
    import dprk_city_atlas

    home = str(Path(dprk_city_atlas.__file__).parent.parent)
    environment = {
        **os.environ,
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": os.pathsep.join([home, os.environ.get("PYTHONPATH", "")]),
    }
    child = subprocess.run(
        [sys.executable, str(ROOT / "tests" / "data" / "look_in_use.py"), str(shipped), rounds, "keep", what],
        env=environment, capture_output=True, text=True, timeout=300, check=False,
    )  # fmt: skip
    assert child.returncode == 0, child.stderr[-2000:]
    assert child.stdout.split()[-1] == "alive"
