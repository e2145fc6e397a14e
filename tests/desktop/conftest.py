# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Starts QGIS Desktop for the scenarios and brings their results back."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
import qgis_desktop

ROOT = Path(__file__).resolve().parents[2]
BUILD = ROOT / "build" / "desktop"
PER_TEST = 60.0
START_AND_END = 120.0
Run = tuple[Path, str]
"""A scenario file and the language of QGIS, empty for none set."""
NOTES = pytest.StashKey[dict]()


class QgisRuns:
    """One QGIS per scenario file, started when its first result is asked for."""

    def __init__(self, display: dict[str, str], wanted: dict[Run, list[str]], notes: dict, place) -> None:
        self.display = display
        # Profiles lie outside the tree: two runs at once do not meet.
        self.place = place
        self.wanted = wanted
        self.notes = notes
        self._done: dict[Run, dict] = {}

    def result(self, scenario: Path, function: str, language: str = "") -> dict:
        """Return outcome, text and seconds of one function, in QGIS's own language or another one."""
        run = (scenario, language)
        if run not in self._done:
            self._done[run] = self._run(scenario, language)
        tests = self._done[run]
        return tests.get(function) or {"outcome": "failed", "text": tests[""]["text"]}

    def _run(self, scenario: Path, language: str) -> dict:
        home = self.place.mktemp(scenario.stem + language)
        results, log = home / "results.json", home / "qgis.log"
        profile = qgis_desktop.fresh_profile(home)
        extra = dict(self.display)
        if language:
            qgis_desktop.set_language(profile, language)
            extra.update(LANG=f"{language}.UTF-8", LC_ALL=f"{language}.UTF-8")
        wanted = self.wanted[scenario, language]
        job = self.job(scenario, home, results, wanted)
        limit = START_AND_END + PER_TEST * len(wanted)
        failure = ""
        try:
            inside = Path(__file__).with_name("inside.py")
            extra["CITY_ATLAS_JOB"] = str(job)
            code = qgis_desktop.run_qgis(home, inside, extra, log, limit)
            if code != 0:
                failure = f"QGIS ended with code {code}"
        except qgis_desktop.DesktopError as error:
            failure = str(error)
        if log.exists():
            BUILD.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(log, BUILD / f"{scenario.stem}{language}.log")
        return self.read(results, log, failure)

    def job(self, scenario: Path, home: Path, results: Path, functions: list[str]) -> Path:
        """Write down what QGIS has to run; returns the file."""
        job = home / "job.json"
        content = {
            "scenario": str(scenario),
            "functions": functions,
            "results": str(results),
            "pictures": str(BUILD),
            "limit": PER_TEST,
            "path": [str(Path(__file__).parent), str(ROOT / "scripts"), str(ROOT / "tests" / "helpers")],
            # pytest's assertion rewriting is used inside; it may live in the tests' own environment.
            "libraries": [str(Path(pytest.__file__).resolve().parents[1])],
        }
        job.write_text(json.dumps(content), encoding="utf-8")
        return job

    def read(self, results: Path, log: Path, failure: str) -> dict:
        """Return the results by function; what was printed stands under the empty name."""
        tail = log.read_text(encoding="utf-8", errors="replace")[-3000:] if log.exists() else ""
        told = {"outcome": "failed", "text": f"{failure or 'no result came back'}\n{tail}"}
        if not results.exists():
            return {"": told}
        answer = json.loads(results.read_text(encoding="utf-8"))
        self.notes.update(answer["notes"])
        tests = {"": told, **answer["tests"]}
        if failure and tests:
            # A QGIS that does not end by itself is a failure even when every function passed.
            tests = {name: {**told, "text": t["text"] + "\n" + told["text"]} for name, t in tests.items()}
        return tests


@pytest.fixture(scope="session")
def qgis_runs(request, tmp_path_factory):
    wanted: dict[Run, list[str]] = {}
    for item in request.session.items:
        parameters = getattr(item, "callspec", None) and item.callspec.params
        if parameters and "scenario" in parameters:
            run = (parameters["scenario"], parameters["language"])
            wanted.setdefault(run, []).append(parameters["function"])
    notes = request.config.stash.setdefault(NOTES, {})
    with qgis_desktop.virtual_display() as display:
        yield QgisRuns(display, wanted, notes, tmp_path_factory)


def pytest_terminal_summary(terminalreporter, config):
    notes = config.stash.get(NOTES, {})
    if notes:
        terminalreporter.section("figures from QGIS Desktop", sep="-")
        for title, text in notes.items():
            terminalreporter.line(f"{title}: {text}")


def pytest_collection_modifyitems(items):
    # Starting and ending QGIS falls to the first function of a file; its own limits guard it.
    for item in items:
        if item.path.parent == Path(__file__).parent:
            item.add_marker(pytest.mark.timeout(0))
