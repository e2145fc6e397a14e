# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The window in a language where every text stands in brackets: what has none was never translated."""

from __future__ import annotations

import ast
from pathlib import Path

import marked
import pytest
import qgis_desktop
from places import ROOT

WALK = Path(__file__).parent / "marked" / "walk.py"
FUNCTIONS = [
    node.name
    for node in ast.parse(WALK.read_text(encoding="utf-8")).body
    if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
]
PER_FUNCTION, START_AND_END = 90.0, 120.0


@pytest.fixture(scope="module", params=["--lang", "override"])
def results(request, qgis_runs, tmp_path_factory):
    """The walk in one start, and a second that only looks whether the other way of choosing is heard."""
    home = tmp_path_factory.mktemp("marked")
    profile = qgis_desktop.fresh_profile(home)
    marked.make(profile / "python" / "plugins" / "dprk_city_atlas" / "resources" / "i18n")
    wanted = {
        item.callspec.params["function"] for item in request.session.items if item.path == Path(__file__)
    }
    functions = [name for name in FUNCTIONS if name in wanted]
    told, arguments = home / "results.json", ("--lang", marked.LANGUAGE)
    if request.param == "override":
        functions, arguments = FUNCTIONS[:1], ()
        qgis_desktop.set_language(profile, marked.LANGUAGE)
    job = qgis_runs.job(WALK, home, told, functions)
    extra = {**qgis_runs.display, "CITY_ATLAS_JOB": str(job)}
    log = ROOT / "build" / "desktop" / f"marked-{request.param.strip('-')}.log"
    limit = START_AND_END + PER_FUNCTION * len(functions)
    inside = Path(__file__).with_name("inside.py")
    code = qgis_desktop.run_qgis(home, inside, extra, log, limit, arguments)
    return functions, qgis_runs.read(told, log, "" if code == 0 else f"QGIS ended with code {code}")


@pytest.mark.parametrize("function", FUNCTIONS)
def test_no_text_is_without_its_mark(results, function):
    functions, told = results
    if function not in functions:
        pytest.skip("walked in the other start")
    result = told.get(function) or told[""]
    if result["outcome"] != "passed":
        pytest.fail(result["text"], pytrace=False)
