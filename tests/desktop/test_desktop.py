# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The real QGIS Desktop: every ``test_*`` function of ``scenarios/*.py`` and ``journeys/*.py`` as one test.

One QGIS is started per scenario file, with the packaged zip in a fresh profile, on a virtual display.
Journeys are walked in an English, a German and a Korean QGIS: nothing may hang on a word that QGIS
translates, nor on its decimal sign.
How to add a test: see ``README.md`` beside this file.
"""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ENGLISH = ""
LANGUAGES = {"scenarios": (ENGLISH,), "journeys": (ENGLISH, "de_DE", "ko_KR")}
"""Folder of scenario files, and the languages in which QGIS runs them."""


def _functions() -> list:
    found = []
    for folder, languages in LANGUAGES.items():
        for path in sorted((HERE / folder).glob("[a-z]*.py")):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            names = [n.name for n in tree.body if isinstance(n, ast.FunctionDef)]
            for language in languages:
                found += [
                    pytest.param(
                        path, name, language, id="-".join(filter(None, (path.stem, name[5:], language)))
                    )
                    for name in names
                    if name.startswith("test_")
                ]
    return found


def _title(*parts: str) -> str:
    return "-".join(part for part in parts if part)


@pytest.mark.parametrize(("scenario", "function", "language"), _functions())
def test_in_qgis(qgis_runs, scenario, function, language):
    result = qgis_runs.result(scenario, function, language)
    if result["outcome"] != "passed":
        pytest.fail(result["text"], pytrace=False)
