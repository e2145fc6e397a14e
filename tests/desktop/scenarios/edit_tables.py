# SPDX-License-Identifier: GPL-2.0-or-later
# SPDX-FileCopyrightText: 2026 DPRK City Atlas contributors
"""Tables in and out, and the lists that an import leaves, through the windows."""

from __future__ import annotations

import csv
import importlib
import tempfile
import zipfile
from pathlib import Path

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtWidgets import (
    QApplication,
    QComboBox,
    QPushButton,
    QTableWidget,
)

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
    return lambda dialog: desk.name_file(dialog, path)


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
    whole = atlas.path.with_name("cut.kmz")
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("doc.kml", KML)
        archive.writestr("files/a.txt", "x" * 500)
    whole.write_bytes(whole.read_bytes()[:-40])
    window = _preview(desk, whole)
    assert "cut.kmz" in window.summary.text()
    assert not window.findChild(QPushButton, "importButton").isEnabled()
    desk.note("A KMZ that is cut off", window.summary.text())
    window.reject()


def _samples(window):
    model = window.table_page.columns.model()
    cells = (
        model.index(row, column) for row in range(model.rowCount()) for column in range(model.columnCount())
    )
    return " ".join(str(cell.data()) for cell in cells)


MIXED = """이름,위치
Decimal,"39.9186, 127.5206"
DMS,39°55'07"N 127°31'14"E
Minutes,N39 55.116 E127 31.236
Grid,52SDK4318119131
Metres,52N 373600 4419900
Letters,함흥 북쪽
"""


def _spreadsheet(desk, path):
    rows = [line.split("|") for line in ("Decimal|39.9186, 127.5206", "Army|EB645307", "Army, old|DV312421")]
    _core(desk, "exchange.table.spreadsheet_writer").write_sheet(path, "Sheet", ["name", "position"], rows)


def test_tables_of_every_encoding_mix_the_forms_of_coordinates(desk):
    atlas = _open(desk)
    before = len(_sites(desk, atlas))
    for encoding in ("utf-8", "utf-16", "cp949"):
        path = atlas.path.with_name(f"{encoding}.csv")
        path.write_bytes(MIXED.encode(encoding))
        window = _preview(desk, path)
        text = window.summary.text()
        assert text.startswith("6 rows: 5 new sites, 0 new without a position, 0 changed"), (encoding, text)
        assert encoding.split("-")[0] in text
        rows = window.table_page.rows
        assert rows.item(5, 0).text() == "7"
        assert rows.item(5, 2).text() == "함흥 북쪽"
        assert rows.item(5, 5).text() not in ("", "–")
        desk.screenshot(f"import-{encoding}", window)
        window.reject()
    window = _preview(desk, atlas.path.with_name("cp949.csv"))
    box = window.findChild(QComboBox, "encodingCombo")
    box.setCurrentIndex(box.findData("cp932"))
    go = window.findChild(QPushButton, "importButton")
    assert not go.isEnabled(), "a preview in another encoding is out of date"
    desk.wait_until(lambda: not window.work.busy, what="the preview follows the choice")
    assert "함흥" not in _samples(window)
    box.setCurrentIndex(0)
    desk.wait_until(lambda: go.isEnabled() and "함흥" in _samples(window), what="the preview")
    desk.click(go)
    desk.wait_until(lambda: len(_sites(desk, atlas)) == before + 5, 30, "the import")
    places = {s.name: s.geom for s in _sites(desk, atlas) if s.geom}
    assert {places[name][:11] for name in ("Decimal", "DMS", "Minutes")} == {"POINT (127."}
    desk.wait_until(lambda: "cp949.csv" in desk.find("actionUndoStep").text(), what="the step")
    desk.find("actionUndoStep").trigger()
    assert len(_sites(desk, atlas)) == before


def test_a_spreadsheet_with_the_old_grid_beside_degrees_is_imported(desk):
    atlas = _open(desk)
    before = len(_sites(desk, atlas))
    for kind in ("xlsx", "ods"):
        path = atlas.path.with_name(f"old.{kind}")
        _spreadsheet(desk, path)
        window = _preview(desk, path)
        box = window.findChild(QComboBox, "tableGridBox")
        box.setCurrentIndex(box.findData("TOKYO_1918"))
        go = window.findChild(QPushButton, "importButton")
        desk.wait_until(lambda: go.isEnabled() and not window.work.busy, 30, "the preview")  # noqa: B023
        assert window.summary.text().startswith("3 rows: 3 new sites"), window.summary.text()
        desk.screenshot(f"import-{kind}", window)
        desk.click(go)
        desk.wait_until(lambda: f"old.{kind}" in desk.find("actionUndoStep").text(), 30, "the step")  # noqa: B023
        assert len(_sites(desk, atlas)) == before + 3
        desk.find("actionUndoStep").trigger()
        assert len(_sites(desk, atlas)) == before


def test_the_column_of_a_hard_table_is_chosen_and_the_source_is_its_own(desk):
    atlas = _open(desk)
    first = atlas.path.with_name("first.csv")
    first.write_text('name,position\nA,"39.9, 127.5"\n', encoding="utf-8")
    window = _preview(desk, first)
    assert window.source.currentText() == "first"
    second = atlas.path.with_name("second.csv")
    second.write_text('name,about\nA,"39.9, 127.5"\nB,by the river\nC,near the port\n', encoding="utf-8")
    window = _preview(desk, second)
    assert window.source.currentText() == "second", "not a new release of the file before"
    roles = window.findChild(QTableWidget, "columnRoles")
    desk.screenshot("import-no-column", window)
    roles.choose(1, _core(desk, "exchange.table.roles").Role.POSITION)
    desk.wait_until(lambda: window.summary.text().startswith("3 rows: 1 new sites"), 30, "the preview")
    assert "2 not taken over" in window.summary.text()
    QApplication.clipboard().setText("name\tposition\nA\t39.9, 127.5\n")
    desk.click(window.findChild(QPushButton, "pasteButton"))
    desk.wait_until(lambda: not window.work.busy, what="the preview")
    assert window.source.currentText() == ""
    assert not window.findChild(QPushButton, "importButton").isEnabled(), "a table needs a source"
    assert "source" in window.findChild(QPushButton, "importButton").toolTip()
    window.source.setEditText("A colleague")
    window = _preview(desk, first)
    assert window.source.currentText() == "A colleague", "what was typed stays"
    window.reject()


def _export(desk, kind, path=None):
    window = _window(desk, "actionExport", "CityAtlasExportDialog")
    box = window.findChild(QComboBox, "exportFormat")
    box.setCurrentIndex(box.findData(kind))
    if path is not None:
        window.findChild(QgsFileWidget, "exportFile").setFilePath(str(path))
    desk.screenshot(f"export-{kind}", window)
    desk.click(window.findChild(QPushButton, "exportButton"))
    desk.wait_until(lambda: not window.isVisible(), 30, "the end")


def test_sites_leave_as_spreadsheets_and_on_the_clipboard(desk):
    atlas = _open(desk)
    count = len(_sites(desk, atlas))
    read_table = _core(desk, "exchange.table.read_table").read_table
    for kind in ("xlsx", "ods"):
        path = atlas.path.with_name(f"sites.{kind}")
        _export(desk, kind, path)
        table = read_table(path)
        assert len(table.rows) == count
        assert {"name", "name_ko", "lat", "lon", "source", "likelihood"} <= set(table.headings)
    QApplication.clipboard().clear()
    _export(desk, "clipboard")
    lines = QApplication.clipboard().text().split("\n")
    assert len(lines) == count + 1
    assert lines[0].split("\t")[-2:] == ["lat", "lon"]
    assert any("on the clipboard" in text for text in desk.messages())
