# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Tables in and out, and the lists that an import leaves, through the windows."""

from __future__ import annotations

import csv
import importlib
import tempfile
from pathlib import Path

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtWidgets import QDialogButtonBox, QFileDialog, QLineEdit, QPushButton

KML = """<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>Map</name><Folder><name>Markets</name>
<Placemark><name>Good</name><Point><coordinates>127.55,39.90,0</coordinates></Point></Placemark>
<Placemark><name>=Broken</name><Point><coordinates>1e400,39</coordinates></Point></Placemark>
</Folder></Document></kml>"""


def _core(desk, name):
    return importlib.import_module(f"{type(desk.plugin()).__module__.rsplit('.', 1)[0]}.core.{name}")


def _open(desk):
    folder = Path(tempfile.mkdtemp(prefix="atlas-tables-"))
    desk.plugin().open_atlas().copy_to(folder / "mine.gpkg")
    desk.plugin().close_atlas()
    return desk.plugin().open_atlas(folder / "mine.gpkg")


def _sites(desk, atlas, **equal):
    return atlas.rows(_core(desk, "atlas.model").Site, **equal)


def _window(desk, action, name):
    desk.find(action).trigger()
    return desk.window(name)


def _preview(desk, path):
    window = _window(desk, "actionImport", "CityAtlasImportDialog")
    window.findChild(QgsFileWidget, "importFile").setFilePath(str(path))
    desk.wait_until(lambda: not window.work.busy, 30, "the preview")
    return window


def _type_file_name(desk, path):
    def act(dialog):
        assert isinstance(dialog, QFileDialog)
        edit = dialog.findChild(QLineEdit, "fileNameEdit")
        edit.clear()
        desk.type(edit, str(path))
        desk.click(dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Save))

    return act


def test_the_list_of_what_is_not_taken_over_is_saved(desk):
    atlas = _open(desk)
    path = atlas.path.with_name("map.kml")
    path.write_text(KML, encoding="utf-8")
    window = _preview(desk, path)
    button = window.findChild(QPushButton, "saveRefused")
    assert button.isEnabled()
    desk.screenshot("import-save-list", window)
    target = atlas.path.with_name("list.csv")
    desk.on_dialog(_type_file_name(desk, target.with_suffix("")))
    desk.click(button)
    with target.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [(row["what"], row["line or row"], row["name"]) for row in rows][0] == ("refused", "4", "'=Broken")
    assert "list.csv" in window.summary.text()
    window.reject()


def test_a_truncated_map_says_file_and_place(desk):
    atlas = _open(desk)
    path = atlas.path.with_name("whole.kml")
    path.write_text(KML, encoding="utf-8")
    window = _preview(desk, path)
    assert window.folders.rowCount() == 1
    path = atlas.path.with_name("cut.kml")
    path.write_text(KML[: KML.index("1e400")], encoding="utf-8")
    window = _preview(desk, path)
    assert window.folders.rowCount() == 0, "what the other file had is no longer shown"
    text = window.summary.text()
    assert "cut.kml" in text
    assert "line 4" in text.lower()
    desk.screenshot("import-truncated", window)
    window.reject()
