# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""The rules of the house hold, and each of them can fail."""

from __future__ import annotations

import ast
import re
import shutil
import subprocess
import sys
import zipfile

import house
import install
import package
import pytest
import site_scan


@pytest.mark.parametrize(
    "rule",
    [
        house.core_without_window,
        house.rooms,
        house.circles,
        house.one_name,
        house.texts,
        house.imports_lead_somewhere,
        house.one_qt,
        house.headers,
    ],
)
def test_the_tree_keeps_the_rule(rule):
    assert rule() == []


@pytest.fixture
def tree(tmp_path, monkeypatch):
    """A made-up plugin in place of ours; returns a writer of its files."""
    monkeypatch.setattr(house, "ROOT", tmp_path)
    house.tree.cache_clear()
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)

    def write(name, text):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(house.HEADER + text, encoding="utf-8")

    yield write
    house.tree.cache_clear()


@pytest.mark.parametrize(
    "line",
    [
        "from qgis.gui import QgsMapCanvas",
        "from qgis.PyQt.QtWidgets import QLabel",
        "import qgis.gui",
        "from qgis.utils import iface",
        "from ...gui.messages import Messages",
        "def f():\n    return iface",
    ],
)
def test_core_that_reaches_for_the_window_is_found(tree, line):
    tree("plugin/core/measure/bad.py", line + "\n")
    assert house.core_without_window()[0].startswith("plugin/core/measure/bad.py:")


def test_core_may_use_qgis_core_and_the_gui_everything(tree):
    tree(
        "plugin/core/measure/good.py",
        "from qgis.core import QgsPointXY\nfrom qgis.PyQt.QtCore import QObject\n",
    )
    tree("plugin/gui/dock.py", "from qgis.PyQt.QtWidgets import QLabel\n")
    assert house.core_without_window() == []


def test_an_atlas_that_uses_its_users_is_found(tree):
    tree("plugin/core/names/names.py", "")
    tree("plugin/core/atlas/bad.py", "def f():\n    from ..names.names import fold\n")
    assert house.rooms() == [
        "plugin/core/atlas/bad.py:3 core.atlas may not use core.names (core.names.names)"
    ]


def test_everything_may_use_the_base_and_the_window_the_whole_core(tree):
    tree("plugin/core/errors.py", "")
    tree("plugin/core/names/names.py", "from ..errors import AtlasError\n")
    tree("plugin/gui/dock.py", "from ..core.names import names\nfrom ..core.errors import AtlasError\n")
    assert house.rooms() == []
    tree("plugin/processing/run.py", "from ..gui.dock import Dock\n")
    assert len(house.rooms()) == 1


def test_a_circle_is_found_one_for_the_type_checker_is_none(tree):
    tree("plugin/core/atlas/one.py", "from .two import b\n")
    tree(
        "plugin/core/atlas/two.py",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from . import one\n",
    )
    assert house.circles() == []
    tree("plugin/core/atlas/two.py", "def f():\n    from . import one\n")
    house.tree.cache_clear()
    assert house.circles() == [
        "plugin: a circle of imports: core.atlas.one -> core.atlas.two -> core.atlas.one"
    ]


def test_two_modules_or_classes_of_one_name_in_a_layer_are_found(tree):
    tree("plugin/core/names/tables.py", "class Table:\n    pass\n")
    tree("plugin/gui/tables.py", "class Table:\n    pass\nclass _Own:\n    pass\n")
    assert house.one_name() == []
    tree("plugin/core/measure/tables.py", "class Table:\n    pass\nclass _Own:\n    pass\n")
    found = house.one_name()
    assert len(found) == 2
    assert "two classes of one name in core: Table" in found[1]


def test_an_import_that_leads_nowhere_is_found_in_a_childs_text_too(tree):
    tree("plugin/core/files.py", "")
    child = 'CHILD = """\nfrom PLUGIN.core.gone import x\n"""\n'
    tree("tests/unit/test_a.py", child.replace("PLUGIN", "dprk_city_atlas.plugin"))
    tree("tests/unit/test_b.py", "from dprk_city_atlas.plugin.core.files import replacing\n")
    assert house.imports_lead_somewhere() == ["tests/unit/test_a.py:3 there is no module core.gone"]


def test_what_is_largest_is_shown(tree):
    tree("plugin/long.py", "class Big:\n    def f(self):\n" + "        x = 1\n" * 60)
    shown = list(house.largest())
    assert "largest classes, in lines:" in shown
    assert any("61 plugin/long.py:3 f" in line for line in shown)


@pytest.mark.parametrize("line", ["from PyQt5.QtCore import Qt", "import PyQt6", "dialog.exec_()"])
def test_what_qt_6_does_not_know_is_found(tree, line):
    tree("plugin/gui/bad.py", line + "\n")
    assert len(house.one_qt()) == 1


def test_foreign_paths_and_unfinished_work_are_found(tree):
    tree("plugin/path.py", "HERE = 0  # " + "/".join(["", "home", "kim"]) + chr(10))
    tree("plugin/later.py", "# TO" + "DO: later" + chr(10))
    assert [finding.split(":")[0] for finding in house.nothing_foreign()] == [
        "plugin/later.py",
        "plugin/path.py",
    ]


def test_unit_tests_are_collected_without_qgis():
    """Modules that need no QGIS import without it."""
    code = (
        "import sys; sys.modules['qgis'] = None\n"
        "import pytest\n"
        "options = ['--collect-only', '-qq', '-p', 'no:pytest_qgis', '-p', 'no:cacheprovider']\n"
        "sys.exit(pytest.main(['tests/unit', *options]))"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=house.ROOT, capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stdout[-3000:] + result.stderr[-1000:]


# -- package, install, metadata ------------------------------------------------------------------------


def test_the_same_tree_gives_the_same_bytes(tmp_path):
    first = package.build(tmp_path / "a.zip").read_bytes()
    assert package.build(tmp_path / "b.zip").read_bytes() == first


def test_the_package_holds_what_runs_and_nothing_else(tmp_path):
    with zipfile.ZipFile(package.build(tmp_path / "a.zip")) as archive:
        names = archive.namelist()
    tops = {name.split("/")[1] for name in names}
    assert tops <= {*package.FILES, *package.FOLDERS}
    assert "dprk_city_atlas/__init__.py" in names
    assert names == sorted(names)
    assert not [name for name in names if re.search(r"(^|/)(\.|__pycache__|tests?/|benchmarks/)", name)]


def test_installing_replaces_the_plugin_and_keeps_the_settings(tmp_path):
    ini = tmp_path / "QGIS" / "QGIS3.ini"
    ini.parent.mkdir()
    ini.write_text(
        "[app]\nname=\\x416\n\n[PythonPlugins]\nother=true\ndprk_city_atlas=false\n\n[z]\na=@Variant(0)\n"
    )
    old = tmp_path / "python" / "plugins" / "dprk_city_atlas" / "gone.py"
    old.parent.mkdir(parents=True)
    old.write_text("", encoding="utf-8")
    install.install(tmp_path)
    install.install(tmp_path)
    assert not old.exists()
    assert (old.parent / "metadata.txt").is_file()
    assert [path.name for path in old.parent.parent.iterdir()] == ["dprk_city_atlas"]
    text = ini.read_text(encoding="utf-8")
    assert "[app]\nname=\\x416\n" in text
    assert "[PythonPlugins]\ndprk_city_atlas=true\nother=true\n" in text
    assert text.count("dprk_city_atlas") == 1
    assert text.endswith("[z]\na=@Variant(0)\n")


def test_installing_into_a_fresh_profile_makes_the_settings(tmp_path):
    install.install(tmp_path / "profiles" / "new")
    text = (tmp_path / "profiles" / "new" / "QGIS" / "QGIS3.ini").read_text(encoding="utf-8")
    assert text == "[PythonPlugins]\ndprk_city_atlas=true\n"


def _metadata():
    return site_scan.read_metadata((house.ROOT / "metadata.txt").read_text(encoding="utf-8"))


def test_metadata_names_the_versions_of_the_contract():
    metadata = _metadata()
    assert metadata["name"] == "DPRK City Atlas: Hamhung and Chongjin"
    assert metadata["qgisMinimumVersion"] == "3.22"
    assert metadata["qgisMaximumVersion"] == "4.99"
    assert "supportsQt6" not in metadata


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"version": "one"}, "version=one"),
        ({"about": " "}, "about is empty"),
        ({"author": "a/b"}, "slash"),
        ({"tracker": "http://bugs"}, "tracker=http://bugs is no address"),
        ({"repository": "somewhere"}, "repository=somewhere is no address"),
        ({"icon": "nowhere.svg"}, "icon nowhere.svg"),
        ({"hasProcessingProvider": "no"}, "hasProcessingProvider"),
    ],
)
def test_metadata_the_site_would_refuse_is_found(change, complaint):
    metadata = _metadata()
    names = {f"x/{metadata['icon']}"}
    assert site_scan.metadata_findings(metadata, names, "x") == []
    found = site_scan.metadata_findings({**metadata, **change}, names, "x")
    assert len(found) == 1
    assert complaint in found[0]


def test_a_package_with_what_the_site_forbids_is_refused(tmp_path):
    bad = tmp_path / "bad.zip"
    with zipfile.ZipFile(bad, "w") as archive:
        archive.writestr("x/metadata.txt", "[general]\nabout=100 % sure\n")
        archive.writestr("x/.hidden", "")
        archive.writestr("x/run.sh", "")
        archive.writestr("x/a.pyc", "")
        archive.writestr("y/../z", "")
    text = "\n".join(site_scan.package_findings(bad))
    for complaint in (
        "one folder",
        "is hidden",
        "is a program",
        "is compiled",
        "leads out",
        "LICENSE",
        "'%'",
    ):
        assert complaint in text


def test_every_script_parses_on_the_oldest_python():
    for path in house.python_files("plugin", "scripts", "tests", "benchmarks"):
        ast.parse(path.read_text(encoding="utf-8"), str(path), feature_version=(3, 9))


def test_a_tree_without_git_is_read_without_what_was_built(tree, tmp_path):
    tree("plugin/core/good.py", "")
    for name in ("build/a.py", ".mypy_cache/3.9/b.json", "plugin/core/__pycache__/c.pyc", "dist/d.zip"):
        tree(name, "")
    shutil.rmtree(tmp_path / ".git")
    assert [path.relative_to(tmp_path).as_posix() for path in house.tracked()] == ["plugin/core/good.py"]


def test_installing_takes_any_folder_name(tmp_path):
    profile = tmp_path / 'it\'s a $HOME "profile"'
    command = ["make", "--silent", "install", f"PROFILE={profile}".replace("$", "$$")]
    subprocess.run(command, cwd=house.ROOT, check=True, capture_output=True)
    assert (profile / "python" / "plugins" / package.NAME / "metadata.txt").is_file()


def test_settings_in_another_encoding_are_kept(tmp_path):
    ini = tmp_path / "QGIS" / "QGIS3.ini"
    ini.parent.mkdir()
    ini.write_bytes(b"[qgis]\nname=caf\xe9\n")
    install.set_entry(tmp_path, install.SECTION, package.NAME, "true")
    assert ini.read_bytes().startswith(b"[qgis]\nname=caf\xe9\n")
    assert f"{package.NAME}=true".encode() in ini.read_bytes()
