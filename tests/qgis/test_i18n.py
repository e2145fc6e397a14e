# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The window speaks the language that QGIS speaks, however it was told, and lets go of it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys

import pytest
import translations
from places import PYTHON_PATH
from translations import Entry, Text, as_ts

CHILD = """
import os, sys
sys.path.insert(0, sys.argv[1])
from pathlib import Path
from qgis.core import QgsApplication, QgsSettings
from qgis.PyQt.QtCore import QCoreApplication, QLocale
folder, how, told = sys.argv[2:5]
QCoreApplication.setOrganizationName("atlas-test"); QCoreApplication.setApplicationName("atlas-test")
if how == "lang":
    QgsApplication.setTranslation(told)
app = QgsApplication([], False, folder)
app.initQgis()
if how == "override":
    QgsSettings().setValue("locale/overrideFlag", True)
    QgsSettings().setValue("locale/userLocale", told)
from dprk_city_atlas.plugin.core import i18n
i18n.FOLDER = Path(folder)
def say():
    print(i18n.tr("Dock", "Filter"), i18n.tr("Dock", "%n sites", 1), i18n.tr("Dock", "%n sites", 2), sep="|")
say()
i18n.install()
i18n.install()
say()
i18n.remove()
say()
"""


@pytest.fixture
def folder(tmp_path):
    """A folder with Korean and the English plurals, compiled."""
    filter_, sites = Text("Dock", "Filter", False), Text("Dock", "%n sites", True)
    for language, entries in {
        "ko": [Entry(filter_, ["필터"]), Entry(sites, ["%n곳"])],
        "en": [Entry(sites, ["%n site", "%n sites"])],
    }.items():
        path = tmp_path / f"dprk_city_atlas_{language}.ts"
        path.write_text(as_ts(entries, language), encoding="utf-8")
        translations.compiled(path)
    return tmp_path


@pytest.mark.parametrize(
    ("how", "told", "expected"),
    [
        ("lang", "ko", "필터|1곳|2곳"),
        ("lang", "ko_KR", "필터|1곳|2곳"),
        ("override", "ko_KR", "필터|1곳|2곳"),
        ("lang", "en_US", "Filter|1 site|2 sites"),
        ("lang", "fr", "Filter|1 site|2 sites"),
        ("none", "", "Filter|1 site|2 sites"),
    ],
)
def test_every_way_of_choosing_a_language_is_heard(folder, how, told, expected):
    result = subprocess.run(
        [sys.executable, "-c", CHILD, PYTHON_PATH, str(folder), how, told],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "LC_ALL": "C.UTF-8", "XDG_CONFIG_HOME": str(folder)},
    )
    lines = [line for line in result.stdout.splitlines() if "|" in line]
    assert lines == ["Filter|1 site|2 sites", expected, "Filter|1 site|2 sites"], result.stderr[-2000:]


def test_a_file_of_a_language_is_compiled_when_it_is_newer(folder):
    path = folder / "dprk_city_atlas_ko.ts"
    made = translations.compiled(path)
    before = made.stat().st_mtime_ns
    assert translations.compiled(path).stat().st_mtime_ns == before
    path.write_text(path.read_text(encoding="utf-8").replace("필터", "거르개"), encoding="utf-8")
    os.utime(path, ns=(before + 10**9, before + 10**9))
    assert "거르개".encode("utf-16-be") in translations.compiled(path).read_bytes()


def test_without_the_compiler_it_is_said_what_is_missing(folder, monkeypatch):
    monkeypatch.setattr(shutil, "which", lambda name: None)
    with pytest.raises(translations.TranslationError, match="qttools5-dev-tools"):
        translations.compiled(folder / "dprk_city_atlas_ko.ts", folder / "other.qm")


def test_a_plural_may_have_signs_beyond_ascii():
    """QTranslator takes a text as ASCII only; the sentence ended an import with UnicodeEncodeError."""
    from dprk_city_atlas.plugin.core.i18n import tr

    text = tr("Coordinates", "“{text}” can be read in more than one way (%n numbers).", 3)
    assert text == "“{text}” can be read in more than one way (3 numbers)."
