# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The real QGIS Desktop: every ``test_*`` function of ``scenarios/*.py`` and ``journeys/*.py`` as one test.

One QGIS is started per scenario file, with the packaged zip in a fresh profile, on a virtual display.
How to add a test: see ``README.md`` beside this file.
"""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

HERE = Path(__file__).parent
SCENARIOS = sorted([*(HERE / "scenarios").glob("[a-z]*.py"), *(HERE / "journeys").glob("[a-z]*.py")])


def _functions() -> list:
    found = []
    for path in SCENARIOS:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        names = [n.name for n in tree.body if isinstance(n, ast.FunctionDef) and n.name.startswith("test_")]
        found += [pytest.param(path, name, id=f"{path.stem}-{name[5:]}") for name in names]
    return found


@pytest.mark.parametrize(("scenario", "function"), _functions())
def test_in_qgis(qgis_runs, scenario, function):
    result = qgis_runs.result(scenario, function)
    if result["outcome"] != "passed":
        pytest.fail(result["text"], pytrace=False)
