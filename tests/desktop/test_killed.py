# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""kill -9 of the real window in the middle of everything, and the next start in the same profile."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest
import qgis_desktop

HERE = Path(__file__).parent
LIMIT = 120.0


@pytest.mark.parametrize(
    "function", ["test_digitizing", "test_shape_form", "test_plugin_save", "test_import", "test_save"]
)
def test_a_killed_window_loses_nothing(qgis_runs, tmp_path, function):
    qgis_desktop.fresh_profile(tmp_path)
    code, results = start(qgis_runs, tmp_path, "before.py", function)
    assert code == -signal.SIGKILL, results
    code, results = start(qgis_runs, tmp_path, "after.py", function)
    told = results.get(function) or results[""]
    assert told["outcome"] == "passed", told["text"]
    assert code == 0


def start(qgis_runs, home, scenario, function):
    """Start QGIS in the profile of ``home``; returns its exit code and the results by function."""
    results = home / f"{scenario}.json"
    job = qgis_runs.job(HERE / "killed" / scenario, home, results, [function])
    extra = {**qgis_runs.display, "CITY_ATLAS_JOB": str(job)}
    log = home / f"{scenario}.log"
    code = qgis_desktop.run_qgis(home, HERE / "inside.py", extra, log, LIMIT)
    return code, qgis_runs.read(results, log, "")
