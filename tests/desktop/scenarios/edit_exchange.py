# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Import with preview, undo and release merge, export with rounding: through the windows."""

from __future__ import annotations

import csv
import importlib
import json
import tempfile
from pathlib import Path

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QApplication, QComboBox, QDialog, QMessageBox, QPushButton

MARKS = """<Placemark><name>Sinpo market</name><description><![CDATA[<b>bold</b>]]></description>
<Point><coordinates>127.61,39.83,0</coordinates></Point></Placemark>
<Placemark><name>{name}</name><Point><coordinates>{place}</coordinates></Point></Placemark>
<Placemark><name>Broken</name><Point><coordinates>1e400,39</coordinates></Point></Placemark>
<Placemark><name>Line</name>
<LineString><coordinates>127.6,39.8 127.7,39.9</coordinates></LineString></Placemark>
"""
KML = """<?xml version="1.0" encoding="UTF-8"?>
<kml xmlns="http://www.opengis.net/kml/2.2"><Document><name>Map</name>
<Folder><name>Markets</name>{marks}</Folder></Document></kml>"""


def _core(desk, name):
    return importlib.import_module(f"{type(desk.plugin()).__module__.rsplit('.', 1)[0]}.core.{name}")


def _open(desk):
    folder = Path(tempfile.mkdtemp(prefix="atlas-exchange-"))
    desk.plugin().open_atlas().copy_to(folder / "mine.gpkg")
    desk.plugin().close_atlas()
    return desk.plugin().open_atlas(folder / "mine.gpkg")


def _sites(desk, atlas, **equal):
    return atlas.rows(_core(desk, "atlas.model").Site, **equal)


def _map(atlas, name="Tongil market", place="127.55,39.90"):
    path = atlas.path.with_name("map.kml")
    path.write_text(KML.format(marks=MARKS.format(name=name, place=place)), encoding="utf-8")
    return path


def _window(desk, action, name):
    desk.find(action).trigger()
    return desk.window(name)


def _import(desk, path):
    window = _window(desk, "actionImport", "CityAtlasImportDialog")
    window.findChild(QgsFileWidget, "importFile").setFilePath(str(path))
    window.source.setEditText("A public map")
    desk.click(window.findChild(QPushButton, "previewButton"))
    go = window.findChild(QPushButton, "importButton")
    desk.wait_until(go.isEnabled, 30, "the preview")
    return window, go


def test_a_map_is_previewed_imported_and_undone_in_one_step(desk):
    atlas = _open(desk)
    before = len(_sites(desk, atlas))
    window, go = _import(desk, _map(atlas))
    text = window.summary.text()
    assert "4 features: 2 sites" in text
    assert "1 refused" in text
    assert window.folders.item(0, 1).text() == "market"
    assert "1e400" in window.refused.item(0, 4).text() or window.refused.item(0, 1).text() == "Broken"
    desk.screenshot("import-preview", window)
    window.tabs.setCurrentIndex(1)
    desk.screenshot("import-rules", window)
    assert len(_sites(desk, atlas)) == before
    desk.click(go)
    desk.wait_until(lambda: len(_sites(desk, atlas)) == before + 2, 30, "the import")
    desk.wait_until(lambda: "map.kml" in desk.find("actionUndoStep").text(), what="the step")
    assert list(atlas.path.with_name("mine.backups").glob("*import*"))
    layer = desk.plugin()._context.open_atlas.layer("sites")
    assert any(f["name"] == "Tongil market" for f in layer.getFeatures())
    desk.find("actionUndoStep").trigger()
    assert len(_sites(desk, atlas)) == before


def test_a_rule_that_the_user_changes_counts(desk):
    atlas = _open(desk)
    window, go = _import(desk, _map(atlas))
    window.tabs.setCurrentIndex(1)
    window.rules._add()
    table = window.rules.table
    table.item(0, 0).setText("^Markets$")
    table.setCurrentCell(0, 1)
    table.editItem(table.item(0, 1))
    box = table.findChild(QComboBox)
    assert {"market", "prison", "air_defence_aaa"} <= {box.itemText(n) for n in range(box.count())}
    box.setCurrentText("prison")
    desk.screenshot("import-rule-chosen", window)
    desk.press(box, Qt.Key.Key_Return)
    desk.wait_until(lambda: table.item(0, 1).text() == "prison", what="the category")
    assert not go.isEnabled(), "a preview of other rules is out of date"
    desk.click(window.findChild(QPushButton, "previewButton"))
    desk.wait_until(go.isEnabled, 30, "the preview")
    assert window.folders.item(0, 1).text() == "prison"
    window.reject()


def test_an_import_that_is_stopped_leaves_nothing_behind(desk):
    atlas = _open(desk)
    before = len(_sites(desk, atlas))
    path = atlas.path.with_name("large.kml")
    mark = "<Placemark><name>{0}</name><Point><coordinates>127.5,{1:.5f}</coordinates></Point></Placemark>"
    marks = "".join(mark.format(n, 38 + n / 100_000) for n in range(60_000))
    path.write_text(KML.format(marks=marks), encoding="utf-8")
    window, go = _import(desk, path)
    desk.click(go)
    cancel = window.findChild(QPushButton, "cancelImport")
    desk.wait_until(lambda: window.bar.value() > 5, 30, "progress")
    assert cancel.isVisible() and not go.isEnabled()
    desk.screenshot("import-progress", window)
    desk.click(cancel)
    desk.wait_until(lambda: not window.work.busy, 30, "the end")
    assert "cancelled" in window.summary.text()
    assert len(_sites(desk, atlas)) == before
    window.reject()


def test_a_new_release_keeps_own_edits_and_shows_conflicts_side_by_side(desk):
    atlas = _open(desk)
    _window_, go = _import(desk, _map(atlas))
    desk.click(go)
    desk.wait_until(lambda: _sites(desk, atlas, name="Tongil market"), 30, "the first release")
    desk.wait_until(lambda: not _window_.isVisible(), what="the window closed")
    store, editing = _core(desk, "atlas.store.store"), _core(desk, "atlas.edits.gestures")
    site = _sites(desk, atlas, name="Tongil market")[0]
    editing.update_record(atlas, store.replace(site, name="My own name"))
    _window_, go = _import(desk, _map(atlas, name="Reunification market", place="127.5501,39.9"))
    desk.click(go)
    dialog = desk.window("CityAtlasReleaseDialog")
    desk.wait_until(lambda: dialog.table.rowCount() > 0, what="the conflict")
    assert _sites(desk, atlas, uuid=site.uuid)[0].name == "My own name"
    fields = [dialog.table.item(row, 1).text() for row in range(dialog.table.rowCount())]
    desk.screenshot("import-release", dialog)
    dialog.table.item(fields.index("Name"), 4).setCheckState(Qt.CheckState.Checked)
    desk.click(dialog.findChild(QPushButton, "takeRelease"))
    desk.wait_until(
        lambda: _sites(desk, atlas, uuid=site.uuid)[0].name == "Reunification market",
        what="the choice is saved",
    )
    desk.find("actionUndoStep").trigger()
    assert _sites(desk, atlas, uuid=site.uuid)[0].name == "My own name"


def test_a_file_of_another_kind_is_refused_in_plain_words(desk):
    atlas = _open(desk)
    path = atlas.path.with_name("picture.kml")
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    window = _window(desk, "actionImport", "CityAtlasImportDialog")
    window.findChild(QgsFileWidget, "importFile").setFilePath(str(path))
    desk.wait_until(
        lambda: "picture.kml" in window.summary.text() and not window.work.busy, 20, "the refusal"
    )
    assert not window.findChild(QPushButton, "importButton").isEnabled()
    desk.screenshot("import-refused", window)
    window.reject()


def _export(desk, path, kind, how=0):
    window = _window(desk, "actionExport", "CityAtlasExportDialog")
    box = window.findChild(QComboBox, "exportFormat")
    box.setCurrentIndex(box.findData(kind))
    window.findChild(QgsFileWidget, "exportFile").setFilePath(str(path))
    window.how.button(how).setChecked(True)
    desk.screenshot(f"export-{kind}", window)
    desk.click(window.findChild(QPushButton, "exportButton"))
    desk.wait_until(lambda: path.exists() and not window.isVisible(), 30, "the file")


def test_every_format_is_written_and_says_what_was_done_to_coordinates(desk):
    atlas = _open(desk)
    count = len(_sites(desk, atlas))
    folder = atlas.path.parent
    for kind in ("kmz", "csv", "geojson", "gpkg"):
        _export(desk, folder / f"out.{kind}", kind, how=1 if kind in ("csv", "geojson") else 0)
    with (folder / "out.csv").open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert len(rows) == count
    assert all("rounded to 3 decimals" in row["coordinates_note"] for row in rows)
    assert all(len(row["lat"].partition(".")[2]) <= 3 for row in rows)
    written = json.loads((folder / "out.geojson").read_text(encoding="utf-8"))
    assert "rounded to 3 decimals" in written["description"]
    assert len(written["features"]) == count


def test_what_the_dock_lists_is_exported_and_a_file_is_replaced_only_when_told(desk):
    atlas = _open(desk)
    desk.find("actionSites").trigger()
    count = desk.find("filterCount")
    desk.wait_until(lambda: " / " in count.text(), what="the list is read")
    window = _window(desk, "actionExport", "CityAtlasExportDialog")
    assert not window.what.button(1).isEnabled()
    window.reject()
    desk.type(desk.find("siteSearch"), "market")
    desk.wait_until(lambda: 0 < int(count.text().split(" / ")[0]) < 60, what="the filter")
    listed = int(count.text().split(" / ")[0])
    path = atlas.path.with_name("listed.csv")
    path.write_text("precious", encoding="utf-8")
    window = _window(desk, "actionExport", "CityAtlasExportDialog")
    box = window.findChild(QComboBox, "exportFormat")
    box.setCurrentIndex(box.findData("csv"))
    window.findChild(QgsFileWidget, "exportFile").setFilePath(str(path))
    assert f"({listed})" in window.what.button(1).text()
    desk.click(window.what.button(1))
    asked = []

    def answer(role):
        def act(question):
            asked.append(question.objectName())
            desk.screenshot("export-replace", question)
            desk.click(next(b for b in question.buttons() if question.buttonRole(b) == role))

        return act

    desk.on_dialog(answer(QMessageBox.ButtonRole.RejectRole))
    desk.click(window.findChild(QPushButton, "exportButton"))
    assert path.read_text(encoding="utf-8") == "precious"
    desk.on_dialog(answer(QMessageBox.ButtonRole.AcceptRole))
    desk.click(window.findChild(QPushButton, "exportButton"))
    desk.wait_until(lambda: not window.isVisible(), 30, "the file")
    assert asked == ["CityAtlasReplaceQuestion"] * 2
    with path.open(encoding="utf-8-sig", newline="") as stream:
        names = [row["name"] for row in csv.DictReader(stream)]
    assert len(names) == listed
    desk.find("siteClear").click()


TABLE = (
    "Name;Where;Category\n"
    "Sapo market;39.9186, 127.5206;market\n"
    "Camp;52SDK4318119131;prison\n"
    "Nowhere;;market\n"
    "Broken;39.9 north of the river;market\n"
)


def test_a_pasted_table_is_tried_row_by_row_and_imported(desk):
    atlas = _open(desk)
    before = len(_sites(desk, atlas))
    QApplication.clipboard().setText(TABLE)
    window = _window(desk, "actionImport", "CityAtlasImportDialog")
    window.source.setEditText("A colleague's table")
    desk.click(window.findChild(QPushButton, "pasteButton"))
    go = window.findChild(QPushButton, "importButton")
    question = window.table_page.question
    desk.wait_until(lambda: "Candidates: Where" in question.text(), 30, "what is not certain is asked")
    assert not go.isEnabled(), "a position is not guessed"
    window.table_page.columns.choose(1, _core(desk, "exchange.table.roles").Role.POSITION)
    desk.wait_until(go.isEnabled, 30, "the dry run")
    assert window.summary.text().startswith("4 rows: 2 new sites, 1 new without a position, 0 changed")
    desk.screenshot("import-table", window)
    window.table_page.only_bad.setChecked(True)
    rows = window.table_page.rows
    assert [rows.item(row, 0).text() for row in range(rows.rowCount())] == ["5"]
    desk.click(go)
    desk.wait_until(lambda: len(_sites(desk, atlas)) == before + 3, 30, "the import")
    desk.wait_until(lambda: "pasted text" in desk.find("actionUndoStep").text(), what="the step")
    desk.find("actionUndoStep").trigger()
    assert len(_sites(desk, atlas)) == before


def test_the_windows_close_with_the_atlas(desk):
    _open(desk)
    window = _window(desk, "actionImport", "CityAtlasImportDialog")
    assert isinstance(window, QDialog)
    desk.plugin().close_atlas()
    assert not desk.find("actionImport").isEnabled()
