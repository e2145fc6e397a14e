# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Every writer on a full disk: an error is told, the older file is as it was, nothing else is left."""

from __future__ import annotations

import ast
import subprocess
from pathlib import Path

import pytest
from qgis.core import QgsProject

from dprk_city_atlas.plugin.core import files, tables_out
from dprk_city_atlas.plugin.core.atlas.layers import project as layers
from dprk_city_atlas.plugin.core.atlas.store import store
from dprk_city_atlas.plugin.core.errors import AtlasError
from dprk_city_atlas.plugin.core.exchange.kml.export_kml import ExportOptions, export as export_kml
from dprk_city_atlas.plugin.core.exchange.table.export_table import write_sites
from dprk_city_atlas.plugin.core.printing import brief, export_sheet, map_sheet
from dprk_city_atlas.plugin.core.printing.sheet_specs import SHEETS

ROOT = Path(files.__file__).resolve().parents[2]
PAGE = 4096
SHARES = (0.02, 0.3, 0.6, 0.85, 0.97)
"""Of the room that the whole file takes: how large the disks are."""


@pytest.fixture(scope="module")
def atlas(shipped):
    return store.open_atlas(shipped)


@pytest.fixture(scope="module")
def layout(atlas):
    project = QgsProject()
    layers.load(atlas, project)
    yield map_sheet.build(project, atlas, SHEETS[1])
    project.clear()


@pytest.fixture
def disk(tmp_path):
    """A function that gives a disk of so many bytes, and takes the last one away."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = []

    def made(size):
        if mounted:
            subprocess.run(["umount", str(place)], check=True)
            mounted.clear()
        words = ["mount", "-t", "tmpfs", "-o", f"size={max(2 * PAGE, size)}", "tmpfs", str(place)]
        if subprocess.run(words, capture_output=True).returncode:
            pytest.skip("disks cannot be made here")
        mounted.append(place)
        return place

    yield made
    if mounted:
        subprocess.run(["umount", str(place)], check=True)


def table(atlas, path):
    rows = [[site, "x" * 200] for site in range(2000)]
    tables_out.write_csv(path, ["a", "b"], rows)


WRITERS = {
    "sheet.pdf": lambda atlas, layout, path: export_sheet.export(layout, path),
    "sheet.svg": lambda atlas, layout, path: export_sheet.export(layout, path),
    "sheet.png": lambda atlas, layout, path: export_sheet.export(layout, path),
    "sites.gpkg": lambda atlas, layout, path: write_sites(atlas, path),
    "sites.geojson": lambda atlas, layout, path: write_sites(atlas, path),
    "sites.csv": lambda atlas, layout, path: write_sites(atlas, path),
    "sites.xlsx": lambda atlas, layout, path: write_sites(atlas, path),
    "sites.ods": lambda atlas, layout, path: write_sites(atlas, path),
    "atlas.kmz": lambda atlas, layout, path: export_kml(atlas, path, ExportOptions(None)),
    "atlas.kml": lambda atlas, layout, path: export_kml(atlas, path, ExportOptions(None)),
    "table.csv": lambda atlas, layout, path: table(atlas, path),
    "report.json": lambda atlas, layout, path: files.write_json(path, {"numbers": list(range(20000))}),
    "copy.gpkg": lambda atlas, layout, path: atlas.copy_to(path),
}


@pytest.mark.parametrize("name", list(WRITERS))
def test_a_full_disk_is_told_and_costs_nothing(atlas, layout, disk, tmp_path, name):
    write = WRITERS[name]
    whole = tmp_path / name
    write(atlas, layout, whole)
    size = whole.stat().st_size
    for share in SHARES:
        room = int(size * share) // PAGE * PAGE
        target = disk(room + PAGE) / name  # the older file takes a page
        target.write_bytes(b"old")
        with pytest.raises(AtlasError):
            write(atlas, layout, target)
        assert target.read_bytes() == b"old", share
        assert [path.name for path in target.parent.iterdir()] == [name], share


def test_a_brief_on_a_full_disk_leaves_the_old_one(atlas, disk, tmp_path):
    made, _material = brief.write(atlas, tmp_path / "brief")
    size = sum(path.stat().st_size for path in made.iterdir())
    for share in (0.05, 0.5, 0.95):
        folder = disk(int(size * share)) / "brief"
        folder.mkdir()
        (folder / "brief.pdf").write_bytes(b"old")
        with pytest.raises(AtlasError):
            brief.write(atlas, folder)
        assert [path.name for path in folder.parent.iterdir()] == ["brief"]
        assert [path.name for path in folder.iterdir()] == ["brief.pdf"]


OTHERS = {
    "core/atlas/edits/journal.py": "the journal appends line by line and keeps a broken one aside",
    "core/files.py": "it is the way itself",
}
"""Modules that write files otherwise, and why."""
WRITING = {"write_text", "write_bytes", "exportToPdf", "exportToImage", "exportToSvg", "CreateDataSource"}


def test_every_writer_goes_the_one_way():
    """Whatever opens a file for writing takes its name from ``replacing``; a new writer is caught here."""
    found = []
    for path in sorted((ROOT / "plugin").rglob("*.py")):
        name = path.relative_to(ROOT / "plugin").as_posix()
        text = path.read_text(encoding="utf-8")
        writes = any(_writes(node) for node in ast.walk(ast.parse(text)))
        if writes and name not in OTHERS and "replacing(" not in text:
            found.append(name)
    assert not found, "these write files and do not go through core.files.replacing"


def _writes(node):
    if not isinstance(node, ast.Call):
        return False
    called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    if called in WRITING:
        return isinstance(node.func, ast.Attribute)
    words = [*node.args, *(word.value for word in node.keywords)]
    modes = {word.value for word in words if isinstance(word, ast.Constant)}
    return called == "open" and bool(modes & {"w", "wb", "x", "xb", "w+b"})
